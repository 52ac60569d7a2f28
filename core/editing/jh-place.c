#include "jh-place.h"

static char *
dup_words (const char *words)
{
  return g_strdup (words ? words : "");
}

JhPlace *
jh_place_new (const char *page, const char *table, gint64 row,
              const char *field, const char *detail)
{
  JhPlace *place = g_new (JhPlace, 1);

  *place = (JhPlace){ dup_words (page), dup_words (table), row,
                      dup_words (field), dup_words (detail) };
  return place;
}

const char *
jh_place_find_page (const char *table)
{
  static const struct
  {
    const char *table;
    const char *page;
  } pages[] = {
    { "filing_fact", "unit" },        { "income", "income" },
    { "expenditure", "expenditure" }, { "carryover", "carryover" },
    { "project", "projects" },        { "assessment_fund", "projects" },
    { "sangong", "sangong" },         { "quantity", "sangong" },
    { "prior_year", "reasons" },      { "reason", "reasons" },
    { "stated", "stated" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    if (g_str_equal (pages[i].table, table))
      return pages[i].page;
  return NULL;
}

JhPlace *
jh_place_of_row (const char *table, gint64 row, const char *field)
{
  const char *page = jh_place_find_page (table);

  return page ? jh_place_new (page, table, row, field, NULL) : NULL;
}

JhPlace *
jh_place_copy (const JhPlace *place)
{
  return jh_place_new (place->page, place->table, place->row, place->field,
                       place->detail);
}

void
jh_place_free (JhPlace *place)
{
  if (place == NULL)
    return;
  g_free (place->page);
  g_free (place->table);
  g_free (place->field);
  g_free (place->detail);
  g_free (place);
}
