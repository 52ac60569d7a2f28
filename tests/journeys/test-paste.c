/* A block of 200 cells out of a spreadsheet, with what such blocks have in
 * them: a code that there is none of, a figure that is none, and a row of
 * totals. */
#include "../cli/cli-fixture.h"
#include "ui.h"

#define ROWS 25

/* Where the mistakes are, in rows counted from 1. */
#define WRONG_CODE 5
#define WRONG_NUMBER 9

static const char *const economic[] = {
  "30101", "30102", "30103", "30107", "30108", "30110", "30112", "30113",
  "30201", "30202", "30204", "30205", "30206", "30207", "30208", "30209",
  "30211", "30213", "30214", "30215", "30216", "30217", "30218", "30228"
};

/* Books of a filing in which nothing is filled in, in 元. The caller frees
 * the path. */
static char *
make_empty (const char *home)
{
  g_autofree char *folder = jh_test_folder ();
  char *books = cli_path (home, "空账.jiheng");

  g_free (jh_test_write (folder, "filing.csv",
                         "键,值\n单位名称,某中心\n单位代码,X1\n"
                         "行政区划,510811\n年度,2023\n金额单位,元\n",
                         -1));
  cli_must (0, "已导入", "import", books, folder);
  return books;
}

/* The cell of row @row, counted from 1, and column @column. The caller frees
 * it. */
static char *
make_cell (int row, int column)
{
  static const char *const texts[]
    = { "2013150", NULL, "基本支出", "一般公共预算财政拨款",
        "",        "",   NULL,       NULL };

  if (row == ROWS)
    return g_strdup (column == 0 ? "合计" : column == 7 ? "300,002.40" : "");
  if (column == 1)
    return g_strdup (row == WRONG_CODE ? "39876" : economic[row - 1]);
  if (column == 7 && row == WRONG_NUMBER)
    return g_strdup ("约9千");
  if (column >= 6)
    return g_strdup_printf ("%d,000.10", row);
  return g_strdup (texts[column]);
}

/* As WPS puts text on the clipboard, or as Excel puts tables there. The
 * caller frees it. */
static char *
make_block (gboolean html)
{
  GString *text = g_string_new (
    html ? "<html xmlns:x=\"urn:schemas-microsoft-com:office:excel\">"
           "<body><!--StartFragment--><table border=0>\r\n"
         : "");

  for (int row = 1; row <= ROWS; row++)
    {
      g_string_append (text, html ? " <tr height=18>\r\n" : "");
      for (int column = 0; column < 8; column++)
        {
          g_autofree char *cell = make_cell (row, column);

          g_string_append_printf (
            text, html ? "  <td class=xl65 x:str>%s</td>\r\n" : "%s%s", cell,
            column < 7 ? "\t" : "");
        }
      g_string_append (text, html ? " </tr>\r\n" : "\r\n");
    }
  g_string_append (text,
                   html ? "</table><!--EndFragment--></body></html>" : "");
  return g_string_free (text, FALSE);
}

/* How many lines of expenditure the books have. */
static guint
count_lines (const char *books)
{
  g_autofree char *folder = jh_test_folder ();
  g_autofree char *path = g_build_filename (folder, "2023年度某中心决算数据",
                                            "expenditure.csv", NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  /* 1: the filing has no income yet. */
  cli_must (1, NULL, "export", books, "--out", folder, "--format", "csv");
  text = jh_test_read (path, NULL);
  lines = g_strsplit (g_strchomp (text), "\n", -1);
  return g_strv_length (lines) - 1;
}

/* Pastes the block, and mends what was wrong with it. */
static void
paste_and_mend (const char *plain, const char *html)
{
  g_autofree char *home = jh_test_folder ();
  g_autofree char *books = make_empty (home);
  Ui *ui = ui_start (home, books);

  ui_resize (ui, 1900, 1000);
  go_to (ui, "支出");
  to_cell (ui, 0, "功能科目");
  ui_offer (ui, plain, html);
  press (ui, "<Ctrl>V");

  see (ui, "第 25 行是合计，没有粘贴");
  see_cell (ui, WRONG_CODE, "经济科目", "39876");
  see_cell (ui, WRONG_NUMBER, "决算", "约9千");
  see_total (ui, "决算", "291,002.30");

  to_cell (ui, WRONG_NUMBER, "决算");
  type (ui, "=4000+5000.10\n");
  see_cell (ui, WRONG_NUMBER, "决算", "9,000.10");
  to_cell (ui, WRONG_CODE, "经济科目");
  type (ui, "30109\n");
  see_total (ui, "决算", "300,002.40");
  ui_quit (ui);
  ck_assert_uint_eq (count_lines (books), 24);
}

START_TEST (a_block_of_wps_is_taken_as_text)
{
  g_autofree char *plain = make_block (FALSE);

  paste_and_mend (plain, NULL);
}
END_TEST

START_TEST (a_block_of_excel_is_taken_as_a_table)
{
  g_autofree char *html = make_block (TRUE);

  paste_and_mend (NULL, html);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("paste");
  TCase *paste = tcase_create ("paste");

  tcase_set_timeout (paste, 120);
  tcase_add_test (paste, a_block_of_wps_is_taken_as_text);
  tcase_add_test (paste, a_block_of_excel_is_taken_as_a_table);
  suite_add_tcase (suite, paste);
  return jh_test_run (suite);
}
