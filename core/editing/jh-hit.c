#include "jh-hit.h"

#include "jh-error.h"

/* The place of the first row of the table @id whose @field is @text, or
 * NULL. */
static JhPlace *
find_row (JhSession *session, JhTableId id, const char *field,
          const char *text)
{
  const JhTable *table = jh_table_get (id);
  const GPtrArray *rows = jh_session_get_books (session)->rows[id];

  for (guint i = 0; i < rows->len; i++)
    if (g_str_equal (jh_row_get_text (rows->pdata[i],
                                      jh_table_find_field (table, field)),
                     text))
      return jh_place_of_row (table->name,
                              ((const JhRow *) rows->pdata[i])->id, field);
  return NULL;
}

static JhPlace *
find_code (const JhCandidate *hit, JhSession *session, GError **error)
{
  const char *field
    = hit->kind == JH_SEARCH_FUNCTIONAL ? "functional" : "economic";
  JhPlace *place = find_row (session, JH_TABLE_EXPENDITURE, field, hit->key);

  if (place == NULL && hit->kind == JH_SEARCH_FUNCTIONAL)
    place = find_row (session, JH_TABLE_INCOME, field, hit->key);
  if (place == NULL)
    g_set_error (error, JH_ERROR, JH_ERROR_NOT_FOUND,
                 "这套决算里还没有用到科目“%s %s”", hit->number, hit->text);
  return place;
}

JhPlace *
jh_hit_dup_place (const JhCandidate *hit, JhSession *session, GError **error)
{
  switch (hit->kind)
    {
    case JH_SEARCH_PAGE:
      return jh_place_new (hit->key, NULL, 0, NULL, NULL);
    case JH_SEARCH_SHEET:
      return jh_place_new ("sheets", NULL, 0, NULL, hit->key);
    case JH_SEARCH_PROJECT:
      return session ? find_row (session, JH_TABLE_PROJECT, "code", hit->key)
                     : NULL;
    case JH_SEARCH_FUNCTIONAL:
    case JH_SEARCH_ECONOMIC:
      return session ? find_code (hit, session, error) : NULL;
    default:
      return NULL;
    }
}

/* The filing of the unit @code in @year, or its latest. */
static JhFiling *
find_of_unit (JhStore *store, const char *code, int year, GError **error)
{
  g_autoptr (GPtrArray) filings = jh_filing_list (store, code, 0, error);
  const JhFiling *found = NULL;

  for (guint i = 0; filings && i < filings->len; i++)
    {
      const JhFiling *filing = filings->pdata[i];

      if (found == NULL || found->year != year)
        found = filing;
    }
  return found ? jh_filing_copy (found) : NULL;
}

gint64
jh_hit_find_filing (const JhCandidate *hit, JhStore *store, int year,
                    GError **error)
{
  g_autoptr (JhFiling) filing = NULL;
  g_autoptr (GError) why = NULL;

  if (hit->kind == JH_SEARCH_FILING)
    return g_ascii_strtoll (hit->key, NULL, 10);
  filing = find_of_unit (store, hit->key, year, &why);
  if (filing)
    return filing->id;
  if (why)
    g_propagate_error (error, g_steal_pointer (&why));
  else
    g_set_error (error, JH_ERROR, JH_ERROR_NOT_FOUND, "“%s”已经没有决算了",
                 hit->text);
  return 0;
}

const char *
jh_hit_get_kind_name (const JhCandidate *hit)
{
  static const char *const names[JH_N_SEARCH_KINDS] = {
    [JH_SEARCH_PAGE] = "页面",           [JH_SEARCH_SHEET] = "报表",
    [JH_SEARCH_FUNCTIONAL] = "功能科目", [JH_SEARCH_ECONOMIC] = "经济科目",
    [JH_SEARCH_PROJECT] = "项目",        [JH_SEARCH_UNIT] = "单位",
    [JH_SEARCH_FILING] = "决算",
  };

  return names[hit->kind];
}
