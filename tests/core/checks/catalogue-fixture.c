#include "catalogue-fixture.h"

#include "jh-examiner.h"

/* told: the ids of all rules that told of anything so far
 * wrong: what did not come to what it should */
typedef struct
{
  JhExaminer *examiner;
  GHashTable *told;
  GString *wrong;
} Catalogue;

/* The books, sheets and limits of one case.
 *
 * before: NULL for none
 * sheets: changed ones, by name
 * limits: the names of those that were set */
typedef struct
{
  JhBooks *books;
  JhBooks *before;
  GHashTable *sheets;
  GPtrArray *limits;
} Filing;

/* The sheet @name as it is computed, to be changed. */
static JhGrid *
edit_sheet (Filing *filing, const char *name)
{
  JhGrid *grid = g_hash_table_lookup (filing->sheets, name);

  if (grid)
    return grid;
  grid = fixture_grid (filing->books, filing->before, name, NULL);
  g_hash_table_insert (filing->sheets, grid->name, grid);
  return grid;
}

static void
add_to_cell (JhGrid *grid, const char *row, const char *column,
             const char *wan)
{
  g_autoptr (GError) error = NULL;
  guint r, c;
  JhCell *cell;
  JhMoney more;

  ck_assert_msg (jh_grid_find (grid, row, column, &r, &c) != NULL,
                 "%s has no [%s, %s]", grid->name, row, column);
  jh_money_parse (*wan == '+' ? wan + 1 : wan, JH_MONEY_WAN, &more, &error);
  jh_assert_no_error (error);
  cell = jh_grid_edit_cell (grid, r, c);
  if (cell->kind == JH_CELL_MONEY && cell->money.known)
    more.fen += cell->money.fen;
  cell->kind = JH_CELL_MONEY;
  cell->money = more;
}

static void
change_sheet (Filing *filing, const char *change)
{
  g_auto (GStrv) words = g_strsplit (change, " ", 4);
  g_auto (GStrv) rows = NULL;
  g_auto (GStrv) columns = NULL;
  JhGrid *grid;

  ck_assert_msg (g_strv_length (words) == 4, "too short: %s", change);
  rows = g_strsplit (words[1], ",", -1);
  columns = g_strsplit (words[2], ",", -1);
  grid = edit_sheet (filing, words[0]);
  for (guint r = 0; rows[r]; r++)
    for (guint c = 0; columns[c]; c++)
      add_to_cell (grid, rows[r], columns[c], words[3]);
}

static void
set_limit (Catalogue *catalogue, Filing *filing, const char *change)
{
  g_auto (GStrv) words = g_strsplit (change, " ", 2);
  gint64 number = g_ascii_strtoll (words[1], NULL, 10);

  jh_examiner_set_limit (catalogue->examiner, words[0],
                         jh_value_number (number, 1));
  g_ptr_array_add (filing->limits, g_strdup (words[0]));
}

static void
change_before (Filing *filing, const char *change)
{
  if (filing->before == NULL)
    {
      filing->before = sound_books ();
      filing->before->filing->year--;
    }
  sound_books_change (filing->before, change);
}

static void
change (Catalogue *catalogue, Filing *filing, const char *change)
{
  if (*change == '@')
    change_sheet (filing, change + 1);
  else if (*change == '#')
    g_ptr_array_set_size (edit_sheet (filing, change + 1)->notes, 0);
  else if (*change == '!')
    set_limit (catalogue, filing, change + 1);
  else if (*change == '<')
    change_before (filing, change + 1);
  else
    sound_books_change (filing->books, change);
}

/* Runs all rules over @filing. */
static GPtrArray *
examine (Catalogue *catalogue, Filing *filing)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JhBooksSubject) subject = jh_books_subject_new (
    catalogue->examiner, filing->books, filing->before, &error);
  GPtrArray *findings = jh_findings_new ();
  g_autoptr (GPtrArray) reports = NULL;
  GHashTableIter iter;
  gpointer grid;

  jh_assert_no_error (error);
  g_hash_table_iter_init (&iter, filing->sheets);
  while (g_hash_table_iter_next (&iter, NULL, &grid))
    jh_subject_set_grid (jh_books_subject_get (subject), grid);
  reports = jh_examine (jh_examiner_get_rules (catalogue->examiner),
                        jh_books_subject_get (subject), findings);
  for (guint i = 0; i < reports->len; i++)
    {
      const JhRuleReport *report = reports->pdata[i];

      ck_assert_msg (report->outcome != JH_OUTCOME_FAILED, "%s: %s",
                     report->rule->id, report->why);
    }
  return findings;
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* The rules in @findings that follow from nothing, each once. What all tell
 * goes to @words. The caller frees both. */
static char *
dup_rules (Catalogue *catalogue, const GPtrArray *findings, char **words)
{
  g_autoptr (GPtrArray) rules = g_ptr_array_new ();
  GString *told = g_string_new (NULL);

  for (guint i = 0; i < findings->len; i++)
    {
      const JhFinding *finding = findings->pdata[i];

      g_hash_table_add (catalogue->told, g_strdup (finding->rule));
      g_string_append_printf (
        told, "%s %s%s%s %s\n", jh_severity_name (finding->severity),
        finding->rule, finding->cause ? "←" : "",
        finding->cause ? finding->cause->rule : "", finding->message);
      if (finding->cause == NULL
          && !g_ptr_array_find_with_equal_func (rules, finding->rule,
                                                g_str_equal, NULL))
        g_ptr_array_add (rules, finding->rule);
    }
  g_ptr_array_sort (rules, compare_ids);
  g_ptr_array_add (rules, NULL);
  *words = g_string_free (told, FALSE);
  return g_strjoinv (" ", (char **) rules->pdata);
}

static Filing
begin_filing (const CatalogueCase *one)
{
  Filing filing = { one->base ? one->base () : sound_books (), NULL,
                    g_hash_table_new_full (g_str_hash, g_str_equal, NULL,
                                           (GDestroyNotify) jh_grid_free),
                    g_ptr_array_new_with_free_func (g_free) };

  return filing;
}

static void
end_filing (Catalogue *catalogue, Filing *filing)
{
  for (guint i = 0; i < filing->limits->len; i++)
    jh_examiner_set_limit (catalogue->examiner, filing->limits->pdata[i],
                           jh_value_blank ());
  g_ptr_array_unref (filing->limits);
  g_hash_table_unref (filing->sheets);
  jh_books_free (filing->before);
  jh_books_free (filing->books);
}

static void
check_case (Catalogue *catalogue, const CatalogueCase *one, gsize index)
{
  Filing filing = begin_filing (one);
  g_autoptr (GPtrArray) findings = NULL;
  g_autofree char *rules = NULL;
  g_autofree char *words = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (one->changes) && one->changes[i]; i++)
    change (catalogue, &filing, one->changes[i]);
  findings = examine (catalogue, &filing);
  rules = dup_rules (catalogue, findings, &words);
  if (!g_str_equal (rules, one->rules)
      || (one->part && strstr (words, one->part) == NULL))
    g_string_append_printf (catalogue->wrong,
                            "case %zu, “%s”: [%s], not [%s] “%s”:\n%s", index,
                            one->changes[0] ? one->changes[0] : "", rules,
                            one->rules, one->part ? one->part : "", words);
  end_filing (catalogue, &filing);
}

/* Adds the rules that never told of anything. */
static void
find_silent (Catalogue *catalogue, const char *letters)
{
  const JhRulebook *rules = jh_examiner_get_rules (catalogue->examiner);

  for (guint i = 0; i < jh_rulebook_count (rules); i++)
    {
      const char *id = jh_rulebook_get (rules, i)->id;

      if (strchr (letters, *id)
          && !g_hash_table_contains (catalogue->told, id))
        g_string_append_printf (catalogue->wrong, "no case of %s\n", id);
    }
}

void
catalogue_check (const CatalogueCase *cases, gsize n_cases,
                 const char *letters)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JhCatalog) sheets = fixture_catalog ();
  g_autoptr (JhExaminer) examiner = jh_examiner_new (sheets, &error);
  g_autoptr (GHashTable) told
    = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Catalogue catalogue = { examiner, told, g_string_new (NULL) };

  jh_assert_no_error (error);
  for (gsize i = 0; i < n_cases; i++)
    check_case (&catalogue, &cases[i], i);
  find_silent (&catalogue, letters);
  ck_assert_msg (catalogue.wrong->len == 0, "%.20000s", catalogue.wrong->str);
  g_string_free (catalogue.wrong, TRUE);
}
