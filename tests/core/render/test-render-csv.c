#include "jh-error.h"
#include "jh-render-csv.h"
#include "jh-test.h"
#include "jh-text.h"
#include "render-grids.h"

#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>

START_TEST (a_grid_becomes_plain_csv)
{
  g_autoptr (JhGrid) grid = render_kinds ();
  g_autofree char *csv = jh_render_csv_text (grid);

  ck_assert_str_eq (csv,
                    "\xef\xbb\xbf名称,金额,比率,得分,个数,无,空\r\n"
                    "'=1+1,210.03,44.78%,9.50,12,—,\r\n");
}
END_TEST

START_TEST (numbers_have_no_thousands_separators)
{
  g_autoptr (JhGrid) grid = jh_grid_new (1, 2);
  g_autofree char *csv = NULL;

  render_set_money (grid, 0, 0, 123456789);
  render_set_money (grid, 0, 1, -123456789);
  csv = jh_render_csv_text (grid);
  ck_assert_str_eq (csv, "\xef\xbb\xbf"
                         "1234567.89,-1234567.89\r\n");
}
END_TEST

static const struct
{
  const char *text;
  const char *field;
} fields[] = {
  { "一二", "一二" },
  { "a,b", "\"a,b\"" },
  { "a\"b", "\"a\"\"b\"" },
  { "a\nb", "\"a\nb\"" },
  { "=1+1", "'=1+1" },
  { "+1", "'+1" },
  { "-1", "'-1" },
  { "@a", "'@a" },
  { "\ta", "'\ta" },
  { "\ra", "\"'\ra\"" },
  { "=\"a\"", "\"'=\"\"a\"\"\"" },
  { "a=b", "a=b" },
  { "", "" },
  { "\xff", "\ufffd" },
};

START_TEST (words_are_quoted_and_disarmed)
{
  g_autoptr (JhGrid) grid = jh_grid_new (1, 1);
  g_autofree char *expected = g_strconcat ("\xef\xbb\xbf", fields[_i].field,
                                           "\r\n", NULL);
  g_autofree char *csv = NULL;

  jh_grid_set_text (grid, 0, 0, JH_ROLE_WORDS, fields[_i].text);
  csv = jh_render_csv_text (grid);
  ck_assert_str_eq (csv, expected);
}
END_TEST

START_TEST (a_merged_label_stands_in_its_first_cell)
{
  g_autoptr (JhGrid) grid = jh_grid_new (2, 3);
  g_autofree char *csv = NULL;

  jh_grid_set_text (grid, 0, 0, JH_ROLE_HEADER, "收入");
  jh_grid_merge (grid, 0, 0, 2, 2);
  jh_grid_set_text (grid, 1, 2, JH_ROLE_HEADER, "支出");
  csv = jh_render_csv_text (grid);
  ck_assert_str_eq (csv, "\xef\xbb\xbf收入,,\r\n,,支出\r\n");
}
END_TEST

START_TEST (csv_is_written_whole)
{
  g_autofree char *folder = jh_test_folder ();
  g_autofree char *path = g_build_filename (folder, "表.csv", NULL);
  g_autoptr (JhGrid) grid = render_kinds ();
  g_autofree char *expected = jh_render_csv_text (grid);
  g_autofree char *content = NULL;
  g_autoptr (GError) error = NULL;

  ck_assert (jh_render_csv (grid, folder, "表.csv", &error));
  jh_assert_no_error (error);
  content = jh_test_read (path, NULL);
  ck_assert_str_eq (content, expected);
}
END_TEST

START_TEST (csv_failures_are_told_and_leave_nothing)
{
  g_autofree char *folder = jh_test_folder ();
  g_autofree char *missing = g_build_filename (folder, "没有", NULL);
  g_autoptr (JhGrid) grid = render_amounts (100, 100, 0);
  g_autoptr (GError) error = NULL;

  ck_assert (!jh_render_csv (grid, missing, "a", &error));
  jh_assert_error (error, JH_ERROR_NOT_FOUND, "不存在");
  ck_assert (!jh_render_csv (grid, folder, "a/b", &error));
  jh_assert_error (error, JH_ERROR_USAGE, "不能用作文件名");
  render_limit_files (1024);
  ck_assert (!jh_render_csv (grid, folder, "a", &error));
  render_limit_files (RLIM_INFINITY);
  jh_assert_error (error, JH_ERROR_FULL, "无法写入");
  ck_assert_int_eq (chmod (folder, 0555), 0);
  ck_assert (!jh_render_csv (grid, folder, "a", &error));
  ck_assert_int_eq (chmod (folder, 0755), 0);
  jh_assert_error (error, JH_ERROR_READ_ONLY, "只读");
  ck_assert (render_is_empty (folder));
}
END_TEST

START_TEST (a_terminal_sees_columns_under_each_other)
{
  g_autoptr (JhGrid) grid = jh_grid_new (3, 2);
  g_autofree char *text = NULL;

  render_set (&grid->title, "收入表");
  render_set (&grid->number, "公开02表");
  render_set (&grid->unit_name, "某某局");
  grid->shows_unit = TRUE;
  grid->header_rows = 1;
  g_ptr_array_add (grid->notes, g_strdup ("注：完。"));
  jh_grid_set_text (grid, 0, 0, JH_ROLE_HEADER, "项目");
  jh_grid_set_text (grid, 0, 1, JH_ROLE_HEADER, "金额");
  jh_grid_set_text (grid, 1, 0, JH_ROLE_LABEL, "财政拨款");
  jh_grid_set_text (grid, 2, 0, JH_ROLE_LABEL, "利息");
  jh_grid_edit_cell (grid, 2, 0)->indent = 1;
  render_set_money (grid, 1, 1, 123456);
  render_set_money (grid, 2, 1, 1);
  text = jh_render_text (grid);
  ck_assert_str_eq (text, "公开02表  收入表\n"
                          "编制单位：某某局  金额单位：元\n"
                          "  项目      金额\n"
                          "--------  --------\n"
                          "财政拨款  1,234.56\n"
                          "  利息        0.01\n"
                          "注：完。\n");
}
END_TEST

START_TEST (control_characters_do_not_reach_the_terminal)
{
  g_autoptr (JhGrid) grid = jh_grid_new (1, 1);
  g_autofree char *text = NULL;

  render_set (&grid->title, "\x1b[2J");
  jh_grid_set_text (grid, 0, 0, JH_ROLE_WORDS, "a\x1b]0;x\x07\nb");
  text = jh_render_text (grid);
  ck_assert_str_eq (text, "␛[2J\na␛]0;x␇␊b\n");
}
END_TEST

START_TEST (long_words_are_broken_under_each_other)
{
  g_autoptr (JhGrid) grid = jh_grid_new (2, 2);
  g_autofree char *word = g_strnfill (1000, 'x');
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  jh_grid_set_text (grid, 0, 0, JH_ROLE_WORDS, word);
  jh_grid_set_text (grid, 1, 0, JH_ROLE_WORDS, "督查督办");
  render_set_money (grid, 0, 1, 100);
  text = jh_render_text (grid);
  lines = g_strsplit (text, "\n", -1);
  ck_assert_uint_gt (g_strv_length (lines), 20);
  for (guint i = 0; lines[i]; i++)
    ck_assert_uint_le (jh_text_columns (lines[i]), 60);
}
END_TEST

static const guint sizes[][2] = { { 0, 0 }, { 0, 3 }, { 3, 0 }, { 1, 1 } };

START_TEST (a_grid_without_cells_has_a_text)
{
  g_autoptr (JhGrid) grid = jh_grid_new (sizes[_i][0], sizes[_i][1]);
  g_autofree char *text = NULL;
  g_autofree char *csv = jh_render_csv_text (grid);

  render_set (&grid->title, "空表");
  text = jh_render_text (grid);
  ck_assert (g_str_has_prefix (text, "空表\n"));
  ck_assert (g_str_has_prefix (csv, "\xef\xbb\xbf"));
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("render-csv");
  TCase *csv = tcase_create ("csv");
  TCase *text = tcase_create ("text");

  tcase_add_test (csv, a_grid_becomes_plain_csv);
  tcase_add_test (csv, numbers_have_no_thousands_separators);
  tcase_add_loop_test (csv, words_are_quoted_and_disarmed, 0,
                       G_N_ELEMENTS (fields));
  tcase_add_test (csv, a_merged_label_stands_in_its_first_cell);
  tcase_add_test (csv, csv_is_written_whole);
  tcase_add_test (csv, csv_failures_are_told_and_leave_nothing);
  tcase_add_test (text, a_terminal_sees_columns_under_each_other);
  tcase_add_test (text, control_characters_do_not_reach_the_terminal);
  tcase_add_test (text, long_words_are_broken_under_each_other);
  tcase_add_loop_test (text, a_grid_without_cells_has_a_text, 0,
                       G_N_ELEMENTS (sizes));
  suite_add_tcase (suite, csv);
  suite_add_tcase (suite, text);
  return jh_test_run (suite);
}
