#include "jh-initials.h"

#include "jh-initials-table.h"

#include <string.h>

/* What a character is, for telling words apart. */
typedef enum
{
  KIND_GAP,
  KIND_DIGIT,
  KIND_LATIN,
  KIND_OTHER,
} Kind;

/* A character that counts.
 *
 * c: in lower case and half width
 * common, further: bits of the initials of its readings, from a on; of a
 *   typed letter, its own bit in both
 * first: whether a word begins here */
typedef struct
{
  gunichar c;
  guint32 common;
  guint32 further;
  gboolean first;
} Unit;

/* letters: bits of all initials and letters that the units have */
struct _JhInitials
{
  guint n_units;
  guint32 letters;
  Unit units[];
};

static gboolean
is_letter (gunichar c)
{
  return c >= 'a' && c <= 'z';
}

static gunichar
fold (gunichar c)
{
  if (c >= 0xff01 && c <= 0xff5e)
    c = c - 0xff01 + '!';
  return c < 0x80 ? (gunichar) g_ascii_tolower ((char) c)
                  : g_unichar_tolower (c);
}

static Kind
get_kind (gunichar c)
{
  if (c < 0x80 ? g_ascii_isdigit (c) : g_unichar_isdigit (c))
    return KIND_DIGIT;
  if (is_letter (c))
    return KIND_LATIN;
  return c >= 0x80 && g_unichar_isalnum (c) ? KIND_OTHER : KIND_GAP;
}

/* Looks the initials of @unit up. */
static void
look_up (Unit *unit)
{
  guint block = unit->c >> 8;

  if (is_letter (unit->c))
    {
      unit->common = 1u << (unit->c - 'a');
    }
  else if (block < G_N_ELEMENTS (initial_index))
    {
      guint8 set = initial_pages[initial_index[block]][unit->c & 0xff];

      unit->common = initial_sets[set].common;
      unit->further = initial_sets[set].further;
    }
}

JhInitials *
jh_initials_new (const char *text)
{
  const char *end = text ? text + strlen (text) : NULL;
  gsize most = text ? (gsize) (end - text) : 0;
  JhInitials *initials = g_malloc (sizeof *initials + most * sizeof (Unit));
  Kind before = KIND_GAP;

  initials->n_units = 0;
  initials->letters = 0;
  while (text < end)
    {
      gunichar c = g_utf8_get_char_validated (text, end - text);
      Unit unit = { 0 };
      Kind kind;

      if (c == (gunichar) -1 || c == (gunichar) -2)
        {
          text++;
          before = KIND_GAP;
          continue;
        }
      text = g_utf8_next_char (text);
      unit.c = fold (c);
      kind = get_kind (unit.c);
      unit.first = kind != before;
      before = kind;
      if (kind == KIND_GAP)
        continue;
      look_up (&unit);
      initials->letters |= unit.common | unit.further;
      initials->units[initials->n_units++] = unit;
    }
  return g_realloc (initials,
                    sizeof *initials + initials->n_units * sizeof (Unit));
}

void
jh_initials_free (JhInitials *initials)
{
  g_free (initials);
}

gboolean
jh_initials_is_empty (const JhInitials *initials)
{
  return initials->n_units == 0;
}

/* In what way units match, from the worst on. */
typedef enum
{
  MANNER_NONE,
  MANNER_RARE,
  MANNER_INITIALS,
  MANNER_TEXT,
} Manner;

static Manner
match_unit (const Unit *unit, const Unit *typed)
{
  if (unit->c == typed->c)
    return MANNER_TEXT;
  if (!is_letter (typed->c))
    return MANNER_NONE;
  if (unit->common & typed->common)
    return MANNER_INITIALS;
  return unit->further & typed->common ? MANNER_RARE : MANNER_NONE;
}

/* In what way @typed matches @text from its unit @start on: the worst of
 * all units. */
static Manner
match_at (const JhInitials *text, guint start, const JhInitials *typed)
{
  Manner worst = MANNER_TEXT;

  for (guint i = 0; i < typed->n_units && worst > MANNER_NONE; i++)
    {
      Manner manner = match_unit (&text->units[start + i], &typed->units[i]);

      worst = MIN (worst, manner);
    }
  return worst;
}

/* The rank of a match of @length units from @start on: a place from 0,
 * inside, to 4, the whole text. */
static JhRank
rank (const JhInitials *text, guint start, guint length, Manner manner)
{
  gboolean ends
    = start + length == text->n_units || text->units[start + length].first;
  guint location;

  if (start == 0)
    location = length == text->n_units ? 4 : 3;
  else if (text->units[start].first)
    location = ends ? 2 : 1;
  else
    location = 0;
  if (manner == MANNER_RARE)
    return JH_RANK_RARE_INSIDE + location;
  return JH_RANK_INSIDE + 2 * location + (manner == MANNER_TEXT);
}

JhRank
jh_initials_rank (const JhInitials *text, const JhInitials *typed)
{
  guint length = typed->n_units;
  JhRank best = JH_RANK_NONE;

  if (length == 0 || length > text->n_units
      || (typed->letters & ~text->letters))
    return JH_RANK_NONE;
  for (guint start = 0; start + length <= text->n_units; start++)
    {
      Manner manner = match_at (text, start, typed);

      if (manner > MANNER_NONE)
        best = MAX (best, rank (text, start, length, manner));
    }
  return best;
}

JhRank
jh_initials_match (const char *text, const char *typed)
{
  g_autoptr (JhInitials) whole = jh_initials_new (text);
  g_autoptr (JhInitials) part = jh_initials_new (typed);

  return jh_initials_rank (whole, part);
}
