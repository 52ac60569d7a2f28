/* Search over everything: pages, sheets, codes, projects, units, filings. */
#pragma once

#include <glib.h>

/* What a candidate is. Of two that are found equally well, the one whose
 * kind stands first here goes first. */
typedef enum
{
  JH_SEARCH_PAGE,
  JH_SEARCH_SHEET,
  JH_SEARCH_FUNCTIONAL,
  JH_SEARCH_ECONOMIC,
  JH_SEARCH_PROJECT,
  JH_SEARCH_UNIT,
  JH_SEARCH_FILING,
  JH_N_SEARCH_KINDS,
} JhSearchKind;

/* Something that can be found.
 *
 * number: its number or code, found from its beginning on; or ""
 * text: its name, found by any part and by initials
 * detail: what tells it from others of the same name; only shown
 * words: further words that find it, behind those found by name; or ""
 * key: where it leads; whoever adds it knows what it means */
typedef struct
{
  JhSearchKind kind;
  const char *number;
  const char *text;
  const char *detail;
  const char *words;
  const char *key;
} JhCandidate;

typedef struct _JhSearch JhSearch;

/* A search that finds nothing yet. */
JhSearch *jh_search_new (void) G_GNUC_WARN_UNUSED_RESULT;

/* Frees @search; NULL is allowed. */
void jh_search_free (JhSearch *search);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JhSearch, jh_search_free)

/* Adds a copy of @candidate; a text that is NULL is "". */
void jh_search_add (JhSearch *search, const JhCandidate *candidate);

/* Takes out all candidates of @kind. */
void jh_search_clear (JhSearch *search, JhSearchKind kind);

/* What @typed finds, best first, at most @most: const JhCandidate *, which
 * stay those of @search and hold until their kind is cleared. Of several
 * terms with blanks between them all have to be found. What is found equally
 * well goes by kind, then the shorter name first, then as it was added.
 * Never NULL; the caller unrefs it. */
GPtrArray *jh_search_find (const JhSearch *search, const char *typed,
                           guint most) G_GNUC_WARN_UNUSED_RESULT;
