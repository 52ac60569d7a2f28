#include "jh-search.h"

#include "jh-typed.h"

/* A candidate, made ready for finding. number and words are NULL when there
 * are none. */
typedef struct
{
  JhCandidate candidate;
  JhInitials *text;
  JhInitials *number;
  JhInitials *words;
  glong length;
} Entry;

/* The candidates of one kind; their texts stand in strings. */
typedef struct
{
  GArray *entries;
  GStringChunk *strings;
} Shelf;

struct _JhSearch
{
  Shelf shelves[JH_N_SEARCH_KINDS];
};

typedef struct
{
  const Entry *entry;
  JhRank rank;
} Hit;

static void
clear_entry (gpointer data)
{
  Entry *entry = data;

  jh_initials_free (entry->text);
  jh_initials_free (entry->number);
  jh_initials_free (entry->words);
}

JhSearch *
jh_search_new (void)
{
  JhSearch *search = g_new0 (JhSearch, 1);

  for (guint kind = 0; kind < JH_N_SEARCH_KINDS; kind++)
    {
      Shelf *shelf = &search->shelves[kind];

      shelf->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
      g_array_set_clear_func (shelf->entries, clear_entry);
      shelf->strings = g_string_chunk_new (4096);
    }
  return search;
}

void
jh_search_free (JhSearch *search)
{
  if (search == NULL)
    return;
  for (guint kind = 0; kind < JH_N_SEARCH_KINDS; kind++)
    {
      g_array_unref (search->shelves[kind].entries);
      g_string_chunk_free (search->shelves[kind].strings);
    }
  g_free (search);
}

static const char *
keep (Shelf *shelf, const char *text)
{
  return text && *text ? g_string_chunk_insert (shelf->strings, text) : "";
}

/* @text made ready, or NULL when there is nothing to find. */
static JhInitials *
prepare (const char *text)
{
  return text && *text ? jh_initials_new (text) : NULL;
}

void
jh_search_add (JhSearch *search, const JhCandidate *candidate)
{
  Shelf *shelf = &search->shelves[candidate->kind];
  Entry entry = {
    .candidate = {
      .kind = candidate->kind,
      .number = keep (shelf, candidate->number),
      .text = keep (shelf, candidate->text),
      .detail = keep (shelf, candidate->detail),
      .words = keep (shelf, candidate->words),
      .key = keep (shelf, candidate->key),
    },
    .text = jh_initials_new (candidate->text),
    .number = prepare (candidate->number),
    .words = prepare (candidate->words),
  };

  entry.length = g_utf8_strlen (entry.candidate.text, -1);
  g_array_append_val (shelf->entries, entry);
}

void
jh_search_clear (JhSearch *search, JhSearchKind kind)
{
  Shelf *shelf = &search->shelves[kind];

  g_array_set_size (shelf->entries, 0);
  g_string_chunk_clear (shelf->strings);
}

/* Whether @a goes before @b, which was added before it. */
static gboolean
is_better (const Hit *a, const Hit *b)
{
  if (a->rank != b->rank)
    return a->rank > b->rank;
  if (a->entry->candidate.kind != b->entry->candidate.kind)
    return a->entry->candidate.kind < b->entry->candidate.kind;
  return a->entry->length < b->entry->length;
}

/* Puts @hit where it belongs among @hits, which hold the best @most. */
static void
keep_hit (GArray *hits, const Hit *hit, guint most)
{
  guint place = hits->len;

  while (place > 0 && is_better (hit, &g_array_index (hits, Hit, place - 1)))
    place--;
  if (place == most)
    return;
  if (hits->len == most)
    g_array_set_size (hits, most - 1);
  g_array_insert_val (hits, place, *hit);
}

GPtrArray *
jh_search_find (const JhSearch *search, const char *typed, guint most)
{
  g_autoptr (JhTyped) terms = jh_typed_new (typed);
  g_autoptr (GArray) hits = g_array_new (FALSE, FALSE, sizeof (Hit));
  GPtrArray *found = g_ptr_array_new ();

  for (guint kind = 0; kind < JH_N_SEARCH_KINDS && most > 0; kind++)
    for (guint i = 0; i < search->shelves[kind].entries->len; i++)
      {
        const Entry *entry
          = &g_array_index (search->shelves[kind].entries, Entry, i);
        Hit hit = { entry, jh_typed_rank (terms, entry->text, entry->number,
                                          entry->words) };

        if (hit.rank > JH_RANK_NONE)
          keep_hit (hits, &hit, most);
      }
  for (guint i = 0; i < hits->len; i++)
    g_ptr_array_add (
      found, (gpointer) &g_array_index (hits, Hit, i).entry->candidate);
  return found;
}
