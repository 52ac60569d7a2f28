#include "jh-search-books.h"

#include "jh-codes.h"

static void
add_code_list (JhSearch *search, JhLists *lists, JhCodes codes,
               JhSearchKind kind)
{
  const GArray *list = jh_lists_get_codes (lists, codes);

  for (guint i = 0; i < list->len; i++)
    {
      const JhCode *code = &g_array_index (list, JhCode, i);
      g_autofree char *above
        = jh_codes_describe_above (lists, codes, code->code);

      jh_search_add (search, &(JhCandidate){ .kind = kind,
                                             .number = code->code,
                                             .text = code->name,
                                             .detail = above,
                                             .words = above,
                                             .key = code->code });
    }
}

void
jh_search_add_codes (JhSearch *search, JhLists *lists)
{
  add_code_list (search, lists, JH_CODES_FUNCTIONAL, JH_SEARCH_FUNCTIONAL);
  add_code_list (search, lists, JH_CODES_ECONOMIC, JH_SEARCH_ECONOMIC);
}

void
jh_search_add_projects (JhSearch *search, const JhBooks *books)
{
  const GPtrArray *rows = JH_BOOKS_ROWS (books, PROJECT);

  for (guint i = 0; i < rows->len; i++)
    {
      const JhProject *project = rows->pdata[i];

      jh_search_add (search, &(JhCandidate){ .kind = JH_SEARCH_PROJECT,
                                             .number = project->code,
                                             .text = project->name,
                                             .detail = project->department,
                                             .words = project->type,
                                             .key = project->code });
    }
}

static void
add_filing (JhSearch *search, const JhFiling *filing)
{
  g_autofree char *year = g_strdup_printf ("%d", filing->year);
  g_autofree char *detail
    = g_strdup_printf ("%d 年，%s", filing->year, filing->state);
  g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT, filing->id);

  jh_search_add (search, &(JhCandidate){ .kind = JH_SEARCH_FILING,
                                         .number = filing->code,
                                         .text = filing->name,
                                         .detail = detail,
                                         .words = year,
                                         .key = key });
}

void
jh_search_add_filings (JhSearch *search, const GPtrArray *filings)
{
  for (guint i = 0; i < filings->len; i++)
    {
      const JhFiling *filing = filings->pdata[i];
      const JhFiling *next
        = i + 1 < filings->len ? filings->pdata[i + 1] : NULL;

      add_filing (search, filing);
      if (next && g_str_equal (next->code, filing->code))
        continue;
      jh_search_add (search, &(JhCandidate){ .kind = JH_SEARCH_UNIT,
                                             .number = filing->code,
                                             .text = filing->name,
                                             .detail = filing->code,
                                             .key = filing->code });
    }
}
