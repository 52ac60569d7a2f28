/* Looking up facts once for all the cells that sum them. */
#include "jh-layout-private.h"

JhPick *
jh_pick_new (JhPick *within, JhSelector *selector)
{
  JhPick *pick = g_rc_box_new0 (JhPick);

  pick->within = within ? jh_pick_ref (within) : NULL;
  pick->selector = selector;
  return pick;
}

JhPick *
jh_pick_ref (JhPick *pick)
{
  return g_rc_box_acquire (pick);
}

static void
clear_pick (gpointer data)
{
  JhPick *pick = data;

  g_clear_pointer (&pick->within, jh_pick_unref);
  jh_selector_free (pick->selector);
  for (int year = 0; year < 2; year++)
    for (int table = 0; table < JH_N_TABLES; table++)
      g_clear_pointer (&pick->matches[year][table].places, g_array_unref);
}

void
jh_pick_unref (gpointer pick)
{
  g_rc_box_release_full (pick, clear_pick);
}

/* Looks the facts up. */
static void
look_up (JhPick *pick, JhMatch *match, const JhOccasion *occasion,
         gboolean last_year, JhTableId table)
{
  const JhBooks *books = last_year ? occasion->before : occasion->books;
  const GArray *among
    = pick->within ? jh_pick_places (pick->within, occasion, last_year, table)
                   : NULL;

  match->serial = occasion->serial;
  match->lacking = pick->within && among == NULL;
  if (match->lacking)
    return;
  if (match->places == NULL)
    match->places = g_array_new (FALSE, FALSE, sizeof (guint));
  match->lacking = !jh_selector_match (
    pick->selector, books, table, occasion->object, among, match->places);
}

const GArray *
jh_pick_places (JhPick *pick, const JhOccasion *occasion, gboolean last_year,
                JhTableId table)
{
  JhMatch *match = &pick->matches[last_year ? 1 : 0][table];

  if (match->serial != occasion->serial)
    look_up (pick, match, occasion, last_year, table);
  return match->lacking ? NULL : match->places;
}
