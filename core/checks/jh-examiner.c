#include "jh-examiner.h"

#include "jh-books-figures.h"
#include "jh-computer.h"

/* For how many lists the tables are kept. */
#define LISTS_MOST 8

/* computer: keeps what the sheets of all filings have in common
 * limits: JhValue by name, numbers and amounts
 * read: names of what the rules read, of this year and of last year; those
 *   of the first `n_read` rules
 * list_figures: the lists of filings as tables, by JhLists */
struct _JhExaminer
{
  const JhCatalog *catalog;
  JhVocabulary *vocabulary;
  JhRulebook *rules;
  JhComputer *computer;
  GHashTable *limits;
  GHashTable *read[2];
  guint n_read;
  GHashTable *list_figures;
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
  for (guint i = 0; i < G_N_ELEMENTS (examiner->read); i++)
    examiner->read[i] = g_hash_table_new (g_str_hash, g_str_equal);
  examiner->list_figures
    = g_hash_table_new_full (NULL, NULL, (GDestroyNotify) jh_lists_unref,
                             (GDestroyNotify) g_ptr_array_unref);
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
  g_hash_table_unref (examiner->list_figures);
  g_hash_table_unref (examiner->read[0]);
  g_hash_table_unref (examiner->read[1]);
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

/* The tables of @lists, made when they are asked for first. */
static GPtrArray *
get_list_figures (JhExaminer *examiner, JhLists *lists)
{
  GPtrArray *figures = g_hash_table_lookup (examiner->list_figures, lists);

  if (figures)
    return figures;
  if (g_hash_table_size (examiner->list_figures) >= LISTS_MOST)
    g_hash_table_remove_all (examiner->list_figures);
  figures = jh_books_figures_list (lists, examiner->vocabulary);
  g_hash_table_insert (examiner->list_figures, jh_lists_ref (lists), figures);
  return figures;
}

static void
add_lists (JhExaminer *examiner, JhSubject *subject, JhLists *lists)
{
  const GPtrArray *figures = get_list_figures (examiner, lists);

  for (guint i = 0; i < figures->len; i++)
    jh_subject_set_figures (subject, figures->pdata[i]);
}

/* Notes what @rule reads. */
static void
note_read (JhExaminer *examiner, const JhRule *rule)
{
  for (guint c = 0; c < rule->cases->len; c++)
    {
      const JhRuleCase *one = rule->cases->pdata[c];
      const GArray *sources = jh_formula_get_sources (one->formula);

      for (guint i = 0; i < sources->len; i++)
        {
          const JhFormulaSource *source
            = &g_array_index (sources, JhFormulaSource, i);

          g_hash_table_add (examiner->read[source->before ? 1 : 0],
                            (gpointer) source->name);
        }
    }
}

/* Whether any rule reads the sheet or table @name of this year, or of last
 * year when @before. */
static gboolean
is_read (JhExaminer *examiner, const char *name, gboolean before)
{
  guint count = jh_rulebook_count (examiner->rules);

  for (; examiner->n_read < count; examiner->n_read++)
    note_read (examiner, jh_rulebook_get (examiner->rules, examiner->n_read));
  return g_hash_table_contains (examiner->read[before ? 1 : 0], name);
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

static gboolean
is_read_now (const char *name, gpointer data)
{
  return is_read (data, name, FALSE);
}

static gboolean
is_read_before (const char *name, gpointer data)
{
  return is_read (data, name, TRUE);
}

static JhSubject *
make_subject (JhExaminer *examiner, const JhBooks *books,
              JhFiguresWanted wanted)
{
  JhSubject *subject
    = jh_subject_new (books->filing->year, books->filing->region,
                      books->filing->money_unit, is_rounded (books));

  jh_books_figures_add (subject, books, examiner->vocabulary, wanted,
                        examiner);
  return subject;
}

JhBooksSubject *
jh_books_subject_new (JhExaminer *examiner, const JhBooks *books,
                      const JhBooks *before, GError **error)
{
  g_autoptr (JhBooksSubject) self = g_new0 (JhBooksSubject, 1);

  self->grids
    = g_ptr_array_new_with_free_func ((GDestroyNotify) jh_grid_free);
  self->subject = make_subject (examiner, books, is_read_now);
  add_limits (examiner, self->subject);
  add_lists (examiner, self->subject, books->lists);
  if (before)
    {
      self->before = make_subject (examiner, before, is_read_before);
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
