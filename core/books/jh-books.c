#include "jh-books.h"

#include "jh-draft.h"

const JhTable *
jh_table_get (JhTableId id)
{
  static const JhTable *(*const tables[]) (void) = {
    [JH_TABLE_FILING_FACT] = jh_filing_fact_table,
    [JH_TABLE_INCOME] = jh_income_table,
    [JH_TABLE_EXPENDITURE] = jh_expenditure_table,
    [JH_TABLE_CARRYOVER] = jh_carryover_table,
    [JH_TABLE_PROJECT] = jh_project_table,
    [JH_TABLE_ASSESSMENT_FUND] = jh_assessment_fund_table,
    [JH_TABLE_INDICATOR] = jh_indicator_table,
    [JH_TABLE_SANGONG] = jh_sangong_table,
    [JH_TABLE_QUANTITY] = jh_quantity_table,
    [JH_TABLE_PRIOR_YEAR] = jh_prior_year_table,
    [JH_TABLE_REASON] = jh_reason_table,
    [JH_TABLE_STATED] = jh_stated_table,
  };

  return tables[id]();
}

JhBooks *
jh_books_new (JhFiling *filing, JhLists *lists)
{
  JhBooks *books = g_new0 (JhBooks, 1);

  books->filing = filing;
  books->lists = lists;
  for (int id = 0; id < JH_N_TABLES; id++)
    books->rows[id] = g_ptr_array_new_with_free_func (jh_row_free);
  return books;
}

void
jh_books_free (JhBooks *books)
{
  if (books == NULL)
    return;
  for (int id = 0; id < JH_N_TABLES; id++)
    g_clear_pointer (&books->rows[id], g_ptr_array_unref);
  jh_filing_free (books->filing);
  jh_lists_unref (books->lists);
  g_free (books);
}

/* The books of @filing, which is taken over, with @lists, which are too; NULL
 * with @error. */
static JhBooks *
read_books (JhStore *store, JhFiling *filing, JhLists *lists, GError **error)
{
  g_autoptr (JhBooks) books = jh_books_new (filing, lists);

  if (lists == NULL)
    return NULL;
  for (int table = 0; table < JH_N_TABLES; table++)
    {
      GPtrArray *rows
        = jh_table_list (store, jh_table_get (table), filing->id, error);

      if (rows == NULL)
        return NULL;
      g_ptr_array_unref (books->rows[table]);
      books->rows[table] = rows;
    }
  return g_steal_pointer (&books);
}

JhBooks *
jh_books_load (JhStore *store, gint64 id, JhLists *lists, GError **error)
{
  g_autoptr (JhSnapshot) snapshot = jh_snapshot_take (store, error);
  JhFiling *filing = snapshot ? jh_filing_get (store, id, error) : NULL;

  if (filing == NULL)
    return NULL;
  if (lists && jh_lists_hold (lists, filing->year, filing->region))
    lists = jh_lists_ref (lists);
  else
    lists = jh_lists_load (store, filing->year, filing->region, error);
  return read_books (store, filing, lists, error);
}

/* As read_books(), with lists from @shelf. */
static JhBooks *
read_with_shelf (JhStore *store, JhFiling *filing, JhListsShelf *shelf,
                 GError **error)
{
  return read_books (
    store, filing,
    jh_lists_shelf_get (shelf, store, filing->year, filing->region, error),
    error);
}

gboolean
jh_books_load_both (JhStore *store, gint64 id, JhListsShelf *shelf,
                    JhBooks **books, JhBooks **before, GError **error)
{
  g_autoptr (JhSnapshot) snapshot = jh_snapshot_take (store, error);
  JhFiling *filing = snapshot ? jh_filing_get (store, id, error) : NULL;
  g_autoptr (JhBooks) now = NULL;
  JhFiling *last = NULL;

  *books = *before = NULL;
  if (filing == NULL)
    return FALSE;
  now = read_with_shelf (store, filing, shelf, error);
  if (now == NULL
      || !jh_filing_find (store, filing->code, filing->year - 1, &last,
                          error))
    return FALSE;
  if (last)
    {
      *before = read_with_shelf (store, last, shelf, error);
      if (*before == NULL)
        return FALSE;
    }
  *books = g_steal_pointer (&now);
  return TRUE;
}

gboolean
jh_books_load_before (JhStore *store, const JhBooks *books, JhBooks **before,
                      GError **error)
{
  g_autoptr (JhFiling) filing = NULL;

  *before = NULL;
  if (!jh_filing_find (store, books->filing->code, books->filing->year - 1,
                       &filing, error))
    return FALSE;
  if (filing == NULL)
    return TRUE;
  *before = jh_books_load (store, filing->id, NULL, error);
  return *before != NULL;
}

gboolean
jh_books_insert (JhStore *store, JhBooks *books, GError **error)
{
  for (int id = 0; id < JH_N_TABLES; id++)
    for (guint i = 0; i < books->rows[id]->len; i++)
      if (!jh_table_insert (store, books->filing->id,
                            books->rows[id]->pdata[i], error))
        return FALSE;
  return TRUE;
}

gboolean
jh_books_clear (JhStore *store, gint64 filing, GError **error)
{
  for (int id = 0; id < JH_N_TABLES; id++)
    {
      g_autoptr (GPtrArray) rows
        = jh_table_list (store, jh_table_get (id), filing, error);

      for (guint i = 0; rows && i < rows->len; i++)
        if (!jh_table_remove (store, filing, rows->pdata[i], error))
          return FALSE;
      if (rows == NULL)
        return FALSE;
    }
  return jh_draft_clear (store, filing, error);
}

static gboolean
filing_equal (const JhFiling *a, const JhFiling *b)
{
  return g_str_equal (a->code, b->code) && a->year == b->year
         && g_str_equal (a->name, b->name)
         && g_str_equal (a->region, b->region)
         && a->money_unit == b->money_unit;
}

gboolean
jh_books_equal (const JhBooks *a, const JhBooks *b)
{
  if (!filing_equal (a->filing, b->filing))
    return FALSE;
  for (int id = 0; id < JH_N_TABLES; id++)
    {
      if (a->rows[id]->len != b->rows[id]->len)
        return FALSE;
      for (guint i = 0; i < a->rows[id]->len; i++)
        if (!jh_row_equal (a->rows[id]->pdata[i], b->rows[id]->pdata[i]))
          return FALSE;
    }
  return TRUE;
}

const JhFilingFact *
jh_books_find_fact (const JhBooks *books, const char *name)
{
  const GPtrArray *facts = JH_BOOKS_ROWS (books, FILING_FACT);

  for (guint i = 0; i < facts->len; i++)
    {
      const JhFilingFact *fact = facts->pdata[i];

      if (g_str_equal (fact->name, name))
        return fact;
    }
  return NULL;
}

const char *
jh_books_get_words (const JhBooks *books, const char *name)
{
  const JhFilingFact *fact = jh_books_find_fact (books, name);

  return fact ? fact->words : "";
}

const JhProject *
jh_books_find_project (const JhBooks *books, const char *code)
{
  const GPtrArray *projects = JH_BOOKS_ROWS (books, PROJECT);

  for (guint i = 0; i < projects->len; i++)
    {
      const JhProject *project = projects->pdata[i];

      if (g_str_equal (project->code, code))
        return project;
    }
  return NULL;
}

/* Adds @object unless it is there. */
static void
add_object (GPtrArray *objects, const char *object)
{
  if (!g_ptr_array_find_with_equal_func (objects, object, g_str_equal, NULL))
    g_ptr_array_add (objects, g_strdup (object));
}

GPtrArray *
jh_books_list_objects (const JhBooks *books)
{
  GPtrArray *objects = g_ptr_array_new_with_free_func (g_free);
  const GPtrArray *projects = JH_BOOKS_ROWS (books, PROJECT);
  const GPtrArray *funds = JH_BOOKS_ROWS (books, ASSESSMENT_FUND);
  const GPtrArray *indicators = JH_BOOKS_ROWS (books, INDICATOR);

  add_object (objects, JH_OBJECT_WHOLE);
  for (guint i = 0; i < projects->len; i++)
    add_object (objects, ((const JhProject *) projects->pdata[i])->code);
  for (guint i = 0; i < funds->len; i++)
    add_object (objects,
                ((const JhAssessmentFund *) funds->pdata[i])->object);
  for (guint i = 0; i < indicators->len; i++)
    add_object (objects,
                ((const JhIndicator *) indicators->pdata[i])->object);
  return objects;
}
