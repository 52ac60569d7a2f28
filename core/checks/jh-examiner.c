#include "jh-examiner.h"

#include "jh-books-figures.h"
#include "jh-computer.h"

/* computer: keeps what the sheets of all filings have in common
 * limits: JhValue by name, numbers and amounts
 * lists, list_figures: the lists of the filing checked last, as tables */
struct _JhExaminer
{
  const JhCatalog *catalog;
  JhVocabulary *vocabulary;
  JhRulebook *rules;
  JhComputer *computer;
  GHashTable *limits;
  JhLists *lists;
  GPtrArray *list_figures;
};

/* grids: JhGrid, of this year and of the year before */
struct _JhBooksSubject
{
  JhSubject *subject;
  JhSubject *before;
  GPtrArray *grids;
};

static JhVocabulary *
make_vocabulary (const JhCatalog *catalog)
{
  JhVocabulary *vocabulary = jh_vocabulary_new ();
  g_autoptr (GPtrArray) names = jh_catalog_list_names (catalog);

  for (guint i = 0; i < names->len; i++)
    jh_vocabulary_add_sheet (vocabulary, names->pdata[i]);
  jh_books_figures_name (vocabulary);
  return vocabulary;
}

JhExaminer *
jh_examiner_new (const JhCatalog *catalog, GError **error)
{
  g_autoptr (JhExaminer) examiner = g_new0 (JhExaminer, 1);

  examiner->catalog = catalog;
  examiner->computer = jh_computer_new ();
  examiner->vocabulary = make_vocabulary (catalog);
  examiner->limits
    = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  examiner->rules = jh_rulebook_load (examiner->vocabulary, error);
  return examiner->rules ? g_steal_pointer (&examiner) : NULL;
}

void
jh_examiner_free (JhExaminer *examiner)
{
  if (examiner == NULL)
    return;
  jh_rulebook_free (examiner->rules);
  jh_computer_free (examiner->computer);
  g_clear_pointer (&examiner->list_figures, g_ptr_array_unref);
  jh_lists_unref (examiner->lists);
  g_hash_table_unref (examiner->limits);
  jh_vocabulary_free (examiner->vocabulary);
  g_free (examiner);
}

JhRulebook *
jh_examiner_get_rules (JhExaminer *examiner)
{
  return examiner->rules;
}

const JhVocabulary *
jh_examiner_get_vocabulary (JhExaminer *examiner)
{
  return examiner->vocabulary;
}

void
jh_examiner_set_limit (JhExaminer *examiner, const char *name, JhValue value)
{
  JhValue *kept = g_new (JhValue, 1);

  g_assert (value.kind != JH_VALUE_TEXT);
  *kept = value;
  g_hash_table_replace (examiner->limits, g_strdup (name), kept);
}

static void
add_limits (JhExaminer *examiner, JhSubject *subject)
{
  GHashTableIter iter;
  gpointer name, value;

  g_hash_table_iter_init (&iter, examiner->limits);
  while (g_hash_table_iter_next (&iter, &name, &value))
    jh_subject_set_limit (subject, name, *(const JhValue *) value);
}

/* Gives @subject the tables of the lists, made anew only for other lists. */
static void
add_lists (JhExaminer *examiner, JhSubject *subject, JhLists *lists)
{
  if (examiner->lists != lists)
    {
      g_clear_pointer (&examiner->list_figures, g_ptr_array_unref);
      jh_lists_unref (examiner->lists);
      examiner->lists = jh_lists_ref (lists);
      examiner->list_figures
        = jh_books_figures_list (lists, examiner->vocabulary);
    }
  for (guint i = 0; i < examiner->list_figures->len; i++)
    jh_subject_set_figures (subject, examiner->list_figures->pdata[i]);
}

/* Whether any rule reads the sheet @name of @before or this year. */
static gboolean
is_read (JhExaminer *examiner, const char *name, gboolean before)
{
  for (guint r = 0; r < jh_rulebook_count (examiner->rules); r++)
    {
      const JhRule *rule = jh_rulebook_get (examiner->rules, r);

      for (guint c = 0; c < rule->cases->len; c++)
        {
          const JhRuleCase *one = rule->cases->pdata[c];

          if (jh_formula_reads (one->formula, name, before))
            return TRUE;
        }
    }
  return FALSE;
}

static gboolean
add_grids (JhExaminer *examiner, JhBooksSubject *self, JhSubject *subject,
           const JhBooks *books, const JhBooks *before, GError **error)
{
  g_autoptr (GPtrArray) sheets
    = jh_catalog_list (examiner->catalog, books->filing, NULL);

  for (guint i = 0; i < sheets->len; i++)
    {
      const JhSheet *sheet = sheets->pdata[i];
      JhGrid *grid;

      if (*sheet->object
          || !is_read (examiner, sheet->name, subject == self->before))
        continue;
      grid = jh_computer_compute (examiner->computer, sheet, books, before,
                                  NULL, error);
      if (grid == NULL)
        return FALSE;
      g_ptr_array_add (self->grids, grid);
      jh_subject_set_grid (subject, grid);
    }
  return TRUE;
}

/* Whether no amount of @books has more than two decimals of 万元. */
static gboolean
is_rounded (const JhBooks *books)
{
  const gint64 step = jh_money_unit_size (JH_MONEY_WAN) / 100;

  if (books->filing->money_unit != JH_MONEY_WAN)
    return FALSE;
  for (guint t = 0; t < JH_N_TABLES; t++)
    {
      const JhTable *table = jh_table_get ((JhTableId) t);

      for (guint f = 0; f < table->n_fields; f++)
        for (guint r = 0; table->fields[f].kind == JH_FIELD_MONEY
                          && r < books->rows[t]->len;
             r++)
          if (jh_row_get_money (books->rows[t]->pdata[r], &table->fields[f])
                  .fen
                % step
              != 0)
            return FALSE;
    }
  return TRUE;
}

static JhSubject *
make_subject (JhExaminer *examiner, const JhBooks *books)
{
  JhSubject *subject
    = jh_subject_new (books->filing->year, books->filing->region,
                      books->filing->money_unit, is_rounded (books));

  jh_books_figures_add (subject, books, examiner->vocabulary);
  return subject;
}

JhBooksSubject *
jh_books_subject_new (JhExaminer *examiner, const JhBooks *books,
                      const JhBooks *before, GError **error)
{
  g_autoptr (JhBooksSubject) self = g_new0 (JhBooksSubject, 1);

  self->grids
    = g_ptr_array_new_with_free_func ((GDestroyNotify) jh_grid_free);
  self->subject = make_subject (examiner, books);
  add_limits (examiner, self->subject);
  add_lists (examiner, self->subject, books->lists);
  if (before)
    {
      self->before = make_subject (examiner, before);
      jh_subject_set_before (self->subject, self->before);
      if (!add_grids (examiner, self, self->before, before, NULL, error))
        return NULL;
    }
  if (!add_grids (examiner, self, self->subject, books, before, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
jh_books_subject_free (JhBooksSubject *self)
{
  if (self == NULL)
    return;
  jh_subject_free (self->subject);
  jh_subject_free (self->before);
  g_ptr_array_unref (self->grids);
  g_free (self);
}

JhSubject *
jh_books_subject_get (JhBooksSubject *self)
{
  return self->subject;
}

GPtrArray *
jh_examiner_check (JhExaminer *examiner, const JhBooks *books,
                   const JhBooks *before, GPtrArray **reports, GError **error)
{
  g_autoptr (JhBooksSubject) subject
    = jh_books_subject_new (examiner, books, before, error);
  g_autoptr (GPtrArray) told = NULL;
  GPtrArray *findings;

  if (subject == NULL)
    return NULL;
  findings = jh_findings_new ();
  told = jh_examine (examiner->rules, subject->subject, findings);
  if (reports)
    *reports = g_steal_pointer (&told);
  return findings;
}
