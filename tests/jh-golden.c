#include "jh-golden.h"

#include "jh-test.h"
#include "jh-xlsx-reader.h"

/* The attributes of the paper that are kept. */
static const struct
{
  const char *element;
  const char *attribute;
} paper[] = {
  { "pageSetup", "paperSize" },
  { "pageSetup", "orientation" },
  { "pageSetup", "fitToHeight" },
  { "pageSetup", "fitToWidth" },
  { "pageSetUpPr", "fitToPage" },
  { "pane", "topLeftCell" },
  { "pane", "state" },
  { "printOptions", "horizontalCentered" },
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
      g_ascii_formatd (number, sizeof number, "%.10g", cell->number), format);
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

char *
jh_golden_dup_difference (const char *expected, const char *found)
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

/* The path of the golden text of a sheet. The caller frees it. */
static char *
dup_golden_path (const char *golden, guint sheet)
{
  g_autofree char *name = g_strdup_printf ("%s-%02u.txt", golden, sheet);

  return g_build_filename (g_getenv ("JIHENG_SOURCE"), "tests", "golden",
                           name, NULL);
}

void
jh_golden_check (const char *path, const char *golden, guint n_sheets)
{
  g_autoptr (JhXlsx) xlsx = jh_xlsx_open (path);
  gboolean update = g_strcmp0 (g_getenv ("JIHENG_UPDATE_GOLDEN"), "1") == 0;

  ck_assert_uint_eq (jh_xlsx_count_sheets (xlsx), n_sheets);
  for (guint sheet = 0; sheet < n_sheets; sheet++)
    {
      g_autofree char *text = dup_golden_path (golden, sheet);
      g_autofree char *found = dump (xlsx, sheet);
      g_autofree char *expected = NULL;
      g_autofree char *difference = NULL;

      if (update)
        ck_assert (g_file_set_contents (text, found, -1, NULL));
      expected = jh_test_read (text, NULL);
      difference = jh_golden_dup_difference (expected, found);
      ck_assert_msg (difference == NULL, "%s %s", text, difference);
    }
}
