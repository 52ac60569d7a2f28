#include "jh-rollover.h"

#include "jh-change.h"
#include "jh-error.h"
#include "jh-rollover-lines.h"

#define OPENING "年初结转和结余"
#define CLOSING "年末结转和结余"

/* The unit's filing for the year after @from, not in the books yet. */
static JhFiling *
begin_filing (const JhFiling *from)
{
  JhFiling *filing = jh_filing_copy (from);

  filing->id = 0;
  filing->year++;
  g_free (filing->state);
  filing->state = g_strdup ("");
  return filing;
}

static void
add_copy (JhRollover *rollover, JhTableId id, gconstpointer row)
{
  g_ptr_array_add (rollover->after->rows[id], jh_row_copy (row));
}

/* Carries over the facts that are words, or 是 or 否. */
static void
add_facts (JhRollover *rollover)
{
  const GPtrArray *facts = JH_BOOKS_ROWS (rollover->before, FILING_FACT);

  for (guint i = 0; i < facts->len; i++)
    {
      const JhFilingFact *fact = facts->pdata[i];
      const char *kind
        = jh_lists_get_fact_kind (rollover->after->lists, fact->name);

      if (*fact->words || (kind && g_str_equal (kind, "yes")))
        add_copy (rollover, JH_TABLE_FILING_FACT, fact);
    }
}

/* What the books have as the closing figure of @fund; blank when nobody
 * entered one. */
static JhMoney
sum_closing (const JhBooks *books, const char *fund)
{
  const GPtrArray *rows = JH_BOOKS_ROWS (books, CARRYOVER);
  JhMoney sum = jh_money_blank ();

  for (guint i = 0; i < rows->len; i++)
    {
      const JhCarryover *row = rows->pdata[i];

      if (g_str_equal (row->kind, CLOSING) && g_str_equal (row->fund, fund))
        sum = jh_money_add (sum, row->amount);
    }
  return sum;
}

/* Opens the year with what the year before closed with. */
static void
add_carryover (JhRollover *rollover)
{
  const GPtrArray *funds
    = jh_lists_get_words (rollover->after->lists, JH_WORDS_FUND);

  for (guint i = 0; i < funds->len; i++)
    {
      JhMoney closing = sum_closing (rollover->before, funds->pdata[i]);
      JhCarryover *row;

      if (!closing.known)
        continue;
      row = jh_row_new (jh_carryover_table ());
      g_free (row->fund);
      row->fund = g_strdup (funds->pdata[i]);
      g_free (row->kind);
      row->kind = g_strdup (OPENING);
      row->amount = closing;
      g_ptr_array_add (JH_BOOKS_ROWS (rollover->after, CARRYOVER), row);
    }
}

static void
add_sangong (JhRollover *rollover)
{
  const GPtrArray *rows = JH_BOOKS_ROWS (rollover->before, SANGONG);

  for (guint i = 0; i < rows->len; i++)
    {
      JhSangong *row = jh_row_copy (rows->pdata[i]);

      row->prior_actual = row->actual;
      row->initial = jh_money_blank ();
      row->full_year = jh_money_blank ();
      row->actual = jh_money_blank ();
      g_ptr_array_add (JH_BOOKS_ROWS (rollover->after, SANGONG), row);
    }
}

static void
clear (char **text)
{
  g_free (*text);
  *text = g_strdup ("");
}

static void
add_projects (JhRollover *rollover)
{
  const GPtrArray *rows = JH_BOOKS_ROWS (rollover->before, PROJECT);

  for (guint i = 0; i < rows->len; i++)
    {
      JhProject *row = jh_row_copy (rows->pdata[i]);

      clear (&row->outcome);
      g_ptr_array_add (JH_BOOKS_ROWS (rollover->after, PROJECT), row);
    }
}

/* Carries over the indicators as targets; those of a project only with the
 * projects. */
static void
add_indicators (JhRollover *rollover)
{
  const GPtrArray *rows = JH_BOOKS_ROWS (rollover->before, INDICATOR);
  guint left = 0;

  for (guint i = 0; i < rows->len; i++)
    {
      const JhIndicator *before = rows->pdata[i];
      JhIndicator *row;

      if (!rollover->options->projects
          && !g_str_equal (before->object, JH_OBJECT_WHOLE))
        {
          left++;
          continue;
        }
      row = jh_row_copy (before);
      clear (&row->actual);
      clear (&row->reason);
      row->score = (JhNumber){ 0, FALSE };
      g_ptr_array_add (JH_BOOKS_ROWS (rollover->after, INDICATOR), row);
    }
  if (left > 0)
    g_ptr_array_add (
      rollover->notes,
      g_strdup_printf ("没有结转项目，项目的 %u 个指标也没有结转。", left));
}

/* Fills the new books. */
static void
fill (JhRollover *rollover)
{
  add_facts (rollover);
  add_carryover (rollover);
  add_sangong (rollover);
  if (rollover->options->projects)
    add_projects (rollover);
  if (rollover->options->indicators)
    add_indicators (rollover);
  if (rollover->options->lines)
    jh_rollover_add_lines (rollover);
}

/* Refuses when the year after @from cannot be begun. */
static gboolean
check_next (JhStore *store, const JhFiling *from, GError **error)
{
  g_autoptr (JhFiling) next = NULL;

  if (from->year >= JH_FILING_YEAR_MAX)
    {
      g_set_error (error, JH_ERROR, JH_ERROR_DATA,
                   "%d 年度之后没有可以结转的年度。", from->year);
      return FALSE;
    }
  if (!jh_filing_find (store, from->code, from->year + 1, &next, error))
    return FALSE;
  if (next == NULL)
    return TRUE;
  g_set_error (error, JH_ERROR, JH_ERROR_EXISTS,
               "“%s”（%s）%d 年度的决算已经有了，不能再结转一次。"
               "要重新结转，请先删除它。",
               next->name, next->code, next->year);
  return FALSE;
}

/* The books of the year after @before, not in the store yet. NULL with
 * @error. */
static JhBooks *
prepare (JhStore *store, const JhBooks *before,
         const JhRolloverOptions *options, GPtrArray *notes, GError **error)
{
  g_autoptr (JhFiling) filing = begin_filing (before->filing);
  g_autoptr (JhCodeMap) codes
    = jh_code_map_load (store, before->filing->year, filing->year, error);
  JhLists *lists
    = codes ? jh_lists_load (store, filing->year, filing->region, error)
            : NULL;
  JhRollover rollover = { before, NULL, codes, options, notes };

  if (lists == NULL)
    return NULL;
  rollover.after = jh_books_new (g_steal_pointer (&filing), lists);
  fill (&rollover);
  return rollover.after;
}

/* Puts @books into the store as one change. */
static gboolean
keep (JhStore *store, JhBooks *books, GError **error)
{
  g_autofree char *name = g_strdup_printf (
    "结转到 %d 年度 %s", books->filing->year, books->filing->name);
  g_autoptr (JhChange) change = jh_change_begin (store, name, error);

  if (change == NULL || !jh_filing_insert (store, books->filing, error)
      || !jh_books_insert (store, books, error))
    return FALSE;
  jh_change_set_filing (change, books->filing->id);
  return jh_change_commit (change, error);
}

gboolean
jh_rollover (JhStore *store, const JhFiling *from,
             const JhRolloverOptions *options, JhFiling **filing,
             GPtrArray **notes, GError **error)
{
  g_autoptr (GPtrArray) told = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (JhBooks) before = jh_books_load (store, from->id, NULL, error);
  g_autoptr (JhBooks) after = NULL;

  if (filing)
    *filing = NULL;
  if (notes)
    *notes = NULL;
  if (before == NULL || !check_next (store, before->filing, error))
    return FALSE;
  after = prepare (store, before, options, told, error);
  if (after == NULL || !keep (store, after, error))
    return FALSE;
  if (filing)
    *filing = jh_filing_copy (after->filing);
  if (notes)
    *notes = g_steal_pointer (&told);
  return TRUE;
}
