#include "jh-standing.h"

#include "jh-moment.h"
#include "jh-seen.h"
#include "jh-waiver.h"

/* What a finding is called in the tables below. The caller frees it. */
static char *
dup_key (const char *rule, const char *instance)
{
  return g_strconcat (rule, "\n", instance, NULL);
}

static void
set_waiver (JhFinding *finding, const JhWaiver *waiver)
{
  gboolean same = waiver && g_str_equal (waiver->figures, finding->values);

  if (waiver == NULL || !finding->waivable)
    jh_finding_set_waiver (finding, JH_WAIVER_NONE, NULL, NULL, NULL);
  else
    jh_finding_set_waiver (finding, same ? JH_WAIVER_HOLDS : JH_WAIVER_LAPSED,
                           waiver->words, waiver->author, waiver->at);
}

void
jh_standing_set_waivers (GPtrArray *findings, const GPtrArray *waivers)
{
  g_autoptr (GHashTable) written
    = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < waivers->len; i++)
    {
      JhWaiver *waiver = waivers->pdata[i];

      g_hash_table_insert (written, dup_key (waiver->rule, waiver->instance),
                           waiver);
    }
  for (guint i = 0; i < findings->len; i++)
    {
      JhFinding *finding = findings->pdata[i];
      g_autofree char *key = dup_key (finding->rule, finding->instance);

      set_waiver (finding, g_hash_table_lookup (written, key));
    }
}

/* What @seen (JhSeen) notes, by key; borrowed from it. */
static GHashTable *
index_seen (const GPtrArray *seen)
{
  GHashTable *noted
    = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < seen->len; i++)
    {
      JhSeen *one = seen->pdata[i];

      g_hash_table_insert (noted, dup_key (one->rule, one->instance), one);
    }
  return noted;
}

gboolean
jh_standing_read (JhStore *store, gint64 filing, GPtrArray *findings,
                  GError **error)
{
  g_autoptr (GPtrArray) waivers = jh_waiver_list (store, filing, error);
  g_autoptr (GPtrArray) seen
    = waivers ? jh_seen_list (store, filing, error) : NULL;
  g_autoptr (GHashTable) noted = seen ? index_seen (seen) : NULL;

  if (noted == NULL)
    return FALSE;
  jh_standing_set_waivers (findings, waivers);
  for (guint i = 0; i < findings->len; i++)
    {
      JhFinding *finding = findings->pdata[i];
      g_autofree char *key = dup_key (finding->rule, finding->instance);
      const JhSeen *one = g_hash_table_lookup (noted, key);

      jh_finding_set_first_seen (finding, one ? one->at : NULL);
    }
  return TRUE;
}

/* Gives @findings their moments, and adds their keys to @found. Those that
 * are not in @noted came at @now, and are added to @come. */
static void
give_moments (GPtrArray *findings, GHashTable *noted, const char *now,
              GHashTable *found, GPtrArray *come)
{
  for (guint i = 0; i < findings->len; i++)
    {
      JhFinding *finding = findings->pdata[i];
      char *key = dup_key (finding->rule, finding->instance);
      const JhSeen *one = g_hash_table_lookup (noted, key);

      jh_finding_set_first_seen (finding, one ? one->at : now);
      if (g_hash_table_add (found, key) && one == NULL)
        g_ptr_array_add (come,
                         jh_seen_new (finding->rule, finding->instance, now));
    }
}

/* What is in @noted and not in @found: JhSeen, borrowed. */
static GPtrArray *
list_gone (GHashTable *noted, GHashTable *found)
{
  GPtrArray *gone = g_ptr_array_new ();
  GHashTableIter iterator;
  gpointer key, one;

  g_hash_table_iter_init (&iterator, noted);
  while (g_hash_table_iter_next (&iterator, &key, &one))
    if (!g_hash_table_contains (found, key))
      g_ptr_array_add (gone, one);
  return gone;
}

gboolean
jh_standing_note (JhStore *store, gint64 filing, GPtrArray *findings,
                  GError **error)
{
  g_autoptr (GPtrArray) seen = jh_seen_list (store, filing, error);
  g_autoptr (GHashTable) noted = seen ? index_seen (seen) : NULL;
  g_autoptr (GPtrArray) come
    = g_ptr_array_new_with_free_func ((GDestroyNotify) jh_seen_free);
  g_autoptr (GHashTable) found
    = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) gone = NULL;
  g_autofree char *now = jh_moment_dup_now ();

  if (noted == NULL)
    return FALSE;
  give_moments (findings, noted, now, found, come);
  gone = list_gone (noted, found);
  return jh_store_is_read_only (store)
         || jh_seen_keep (store, filing, gone, come, error);
}
