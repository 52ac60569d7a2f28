/* The workbooks of the sample, read back and compared with the texts in
 * tests/golden, which were read by people. JIHENG_UPDATE_GOLDEN=1 writes
 * those texts anew: read what changed before you keep it. */
#include "cli-fixture.h"

#include "jh-xlsx-reader.h"

/* The workbooks by what their file's name ends in, and how many sheets each
 * has. */
static const struct
{
  const char *ending;
  const char *golden;
  guint sheets;
} workbooks[] = {
  { "决算公开表.xlsx", "public", 15 },
  { "绩效自评表.xlsx", "forms", 7 },
  { "绩效自评表（无分值）.xlsx", "forms-plain", 7 },
  { "收支对比表.xlsx", "comparison", 1 },
};

/* The attributes of the paper that are kept. */
static const struct
{
  const char *element;
  const char *attribute;
} paper[] = {
  { "pageSetup", "paperSize" },   { "pageSetup", "orientation" },
  { "pageSetup", "fitToHeight" }, { "pageSetup", "fitToWidth" },
  { "pageSetUpPr", "fitToPage" }, { "pane", "topLeftCell" },
  { "pane", "state" },            { "printOptions", "horizontalCentered" },
};

static void
dump_paper (const JhXlsx *xlsx, guint sheet, GString *text)
{
  static const char *const names[]
    = { "_xlnm.Print_Titles", "_xlnm.Print_Area" };
  static const char *const breaks[] = { "rowBreaks", "colBreaks" };

  for (gsize i = 0; i < G_N_ELEMENTS (paper); i++)
    {
      g_autofree char *value = jh_xlsx_dup_attribute (
        xlsx, sheet, paper[i].element, paper[i].attribute);

      g_string_append_printf (text, "%s %s=%s\n", paper[i].element,
                              paper[i].attribute, value);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *value = jh_xlsx_dup_name (xlsx, sheet, names[i]);

      g_string_append_printf (text, "%s=%s\n", names[i], value);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (breaks); i++)
    {
      g_autofree char *value = jh_xlsx_dup_breaks (xlsx, sheet, breaks[i]);

      g_string_append_printf (text, "%s=%s\n", breaks[i], value);
    }
}

/* A cell on a line of its own. */
static void
dump_cell (const JhXlsx *xlsx, const char *place, const JhXlsxCell *cell,
           GString *text)
{
  static const char *const kinds[]
    = { "blank", "number", "string", "formula" };
  char number[G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *format = jh_xlsx_dup_format (xlsx, cell->style);
  g_autofree char *words = g_strescape (cell->text, NULL);
  g_autofree char *plain = g_strcompress (words);

  g_string_append_printf (text, "%s %s", place, kinds[cell->kind]);
  if (cell->kind == JH_XLSX_NUMBER)
    g_string_append_printf (
      text, " %s as %s",
      g_ascii_formatd (number, sizeof number, "%.10g", cell->number),
      format);
  else if (cell->kind == JH_XLSX_STRING)
    g_string_append_printf (text, " %s",
                            strchr (plain, '\n') ? words : plain);
  g_string_append_c (text, '\n');
}

/* All of sheet @sheet in words: the paper, the merges, and every cell; cells
 * with nothing in them that stand beside each other share a line. */
static char *
dump (const JhXlsx *xlsx, guint sheet)
{
  const GPtrArray *places = jh_xlsx_list_places (xlsx, sheet);
  g_autofree char *merges = jh_xlsx_dup_merges (xlsx, sheet);
  GString *text = g_string_new (NULL);
  gboolean blank = FALSE;

  g_string_append_printf (text, "tab %s\n", jh_xlsx_get_tab (xlsx, sheet));
  dump_paper (xlsx, sheet, text);
  g_strdelimit (merges, "\n", ' ');
  g_string_append_printf (text, "merged %s\n", merges);
  for (guint i = 0; i < places->len; i++)
    {
      const char *place = places->pdata[i];
      const JhXlsxCell *cell = jh_xlsx_get_cell (xlsx, sheet, place);

      if (cell->kind == JH_XLSX_BLANK && blank)
        {
          g_string_truncate (text, text->len - 1);
          g_string_append_printf (text, " %s\n", place);
          continue;
        }
      blank = cell->kind == JH_XLSX_BLANK;
      if (blank)
        g_string_append_printf (text, "blank %s\n", place);
      else
        dump_cell (xlsx, place, cell, text);
    }
  return g_string_free (text, FALSE);
}

/* The first line in which @found is not @expected, in words; NULL when there
 * is none. The caller frees it. */
static char *
dup_difference (const char *expected, const char *found)
{
  g_auto (GStrv) left = g_strsplit (expected, "\n", -1);
  g_auto (GStrv) right = g_strsplit (found, "\n", -1);
  guint i = 0;

  while (left[i] && right[i] && g_str_equal (left[i], right[i]))
    i++;
  if (left[i] == NULL && right[i] == NULL)
    return NULL;
  return g_strdup_printf ("line %u\n  expected %s\n  found    %s", i + 1,
                          left[i] ? left[i] : "(nothing more)",
                          right[i] ? right[i] : "(nothing more)");
}

/* The path of the golden text of a sheet. */
static char *
dup_golden_path (const char *golden, guint sheet)
{
  g_autofree char *name = g_strdup_printf ("%s-%02u.txt", golden, sheet);

  return g_build_filename (g_getenv ("JIHENG_SOURCE"), "tests", "golden",
                           name, NULL);
}

/* Exports the sample; the path of the workbook whose name ends with
 * @ending. */
static char *
export_sample (const char *ending)
{
  g_autofree char *folder = jh_test_folder ();
  g_autofree char *books = cli_make_books (folder);
  g_autofree char *out = cli_path (folder, "out");
  g_autofree char *written
    = cli_expect (0, ending, CLI_WORDS ("export", books, "--out", out));
  g_auto (GStrv) paths = g_strsplit (written, "\n", -1);

  for (guint i = 0; paths[i]; i++)
    if (g_str_has_suffix (paths[i], ending))
      return g_strdup (paths[i]);
  ck_abort_msg ("no %s was written", ending);
  return NULL;
}

START_TEST (the_workbooks_of_the_sample_are_as_they_were_read)
{
  g_autofree char *path = export_sample (workbooks[_i].ending);
  g_autoptr (JhXlsx) xlsx = jh_xlsx_open (path);
  gboolean update = g_strcmp0 (g_getenv ("JIHENG_UPDATE_GOLDEN"), "1") == 0;

  ck_assert_uint_eq (jh_xlsx_count_sheets (xlsx), workbooks[_i].sheets);
  for (guint sheet = 0; sheet < workbooks[_i].sheets; sheet++)
    {
      g_autofree char *golden
        = dup_golden_path (workbooks[_i].golden, sheet);
      g_autofree char *found = dump (xlsx, sheet);
      g_autofree char *expected = NULL;
      g_autofree char *difference = NULL;

      if (update)
        ck_assert (g_file_set_contents (golden, found, -1, NULL));
      expected = jh_test_read (golden, NULL);
      difference = dup_difference (expected, found);
      ck_assert_msg (difference == NULL, "%s %s", golden, difference);
    }
}
END_TEST

START_TEST (a_difference_is_found)
{
  static const struct
  {
    const char *expected;
    const char *found;
    const char *says;
  } cases[] = {
    { "a\nb", "a\nb", NULL },
    { "", "", NULL },
    { "A1 number 1\nB1 blank", "A1 number 2\nB1 blank",
      "line 1\n  expected A1 number 1\n  found    A1 number 2" },
    { "a\nb", "a", "line 2\n  expected b\n  found    (nothing more)" },
    { "a", "a\nb", "line 2\n  expected (nothing more)\n  found    b" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *difference
        = dup_difference (cases[i].expected, cases[i].found);

      ck_assert_pstr_eq (difference, cases[i].says);
    }
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("golden");
  TCase *cases = tcase_create ("workbooks");

  tcase_set_timeout (cases, 60);
  tcase_add_loop_test (cases,
                       the_workbooks_of_the_sample_are_as_they_were_read, 0,
                       G_N_ELEMENTS (workbooks));
  tcase_add_test (cases, a_difference_is_found);
  suite_add_tcase (suite, cases);
  return jh_test_run (suite);
}
