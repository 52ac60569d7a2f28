#include "jh-error.h"
#include "jh-render-xlsx.h"
#include "jh-test.h"
#include "jh-xlsx-reader.h"
#include "jh-xlsx-text.h"
#include "jh-xlsx-whole.h"
#include "render-grids.h"

#include <stdio.h>
#include <string.h>
#include <sys/resource.h>

/* Writes @book to a new folder and reads it back. */
static JhXlsx *
write_and_read (const JhWorkbook *book)
{
  g_autofree char *folder = jh_test_folder ();
  g_autofree char *path = g_build_filename (folder, "表.xlsx", NULL);
  g_autoptr (GError) error = NULL;

  jh_render_xlsx (book, folder, "表.xlsx", NULL, NULL, NULL, &error);
  jh_assert_no_error (error);
  return jh_xlsx_open (path);
}

/* The same for a book of @grid, which it takes. */
static JhXlsx *
read_grid (JhGrid *grid)
{
  g_autoptr (JhWorkbook) book = render_book (grid);

  return write_and_read (book);
}

static void
check_format (const JhXlsx *xlsx, const JhXlsxCell *cell, const char *format)
{
  g_autofree char *code = jh_xlsx_dup_format (xlsx, cell->style);

  ck_assert_str_eq (code, format);
}

static void
check_align (const JhXlsx *xlsx, const JhXlsxCell *cell, const char *align)
{
  g_autofree char *across = jh_xlsx_dup_style (xlsx, cell->style, "alignment",
                                               "horizontal");

  ck_assert_str_eq (across, align);
}

static void
check_attribute (const JhXlsx *xlsx, const char *element,
                 const char *attribute, const char *value)
{
  g_autofree char *found = jh_xlsx_dup_attribute (xlsx, 0, element,
                                                  attribute);

  ck_assert_str_eq (found, value);
}

START_TEST (numbers_are_numbers_with_a_format)
{
  static const struct
  {
    const char *place;
    double number;
    const char *format;
  } cases[] = { { "B5", 210.03, "#,##0.00" },
                { "C5", 0.4478, "0.00%" },
                { "D5", 9.5, "0.00" },
                { "E5", 12, "0" } };
  g_autoptr (JhXlsx) xlsx = read_grid (render_kinds ());

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const JhXlsxCell *cell = jh_xlsx_get_cell (xlsx, 0, cases[i].place);

      ck_assert_ptr_nonnull (cell);
      ck_assert_int_eq (cell->kind, JH_XLSX_NUMBER);
      ck_assert_double_eq (cell->number, cases[i].number);
      check_format (xlsx, cell, cases[i].format);
      check_align (xlsx, cell, "right");
    }
}
END_TEST

START_TEST (blank_is_an_empty_bordered_cell_and_none_a_dash)
{
  g_autoptr (JhXlsx) xlsx = read_grid (render_kinds ());
  const JhXlsxCell *none = jh_xlsx_get_cell (xlsx, 0, "F5");
  const JhXlsxCell *blank = jh_xlsx_get_cell (xlsx, 0, "G5");
  g_autofree char *border = NULL;

  ck_assert_str_eq (none->text, "—");
  check_align (xlsx, none, "center");
  ck_assert_int_eq (blank->kind, JH_XLSX_BLANK);
  border = jh_xlsx_dup_style (xlsx, blank->style, "xf", "borderId");
  ck_assert_str_ne (border, "0");
}
END_TEST

START_TEST (an_unknown_amount_or_ratio_is_blank_not_zero)
{
  g_autoptr (JhGrid) grid = render_kinds ();
  g_autoptr (JhXlsx) xlsx = NULL;

  jh_grid_edit_cell (grid, 1, 1)->money = jh_money_blank ();
  jh_grid_edit_cell (grid, 1, 2)->rate = jh_ratio_none ();
  xlsx = read_grid (g_steal_pointer (&grid));
  ck_assert_int_eq (jh_xlsx_get_cell (xlsx, 0, "B5")->kind, JH_XLSX_BLANK);
  ck_assert_int_eq (jh_xlsx_get_cell (xlsx, 0, "C5")->kind, JH_XLSX_BLANK);
}
END_TEST

static const char *const formulas[] = {
  "=1+1", "+1", "-1", "@SUM(A1)", "{=1}", "http://x.cn", "internal:A1",
  "=HYPERLINK(\"http://x\")", "1234", "TRUE", " a ", "<b>&\"", "2010301",
};

START_TEST (text_that_looks_like_a_formula_stays_text)
{
  JhGrid *grid = render_kinds ();
  g_autoptr (JhXlsx) xlsx = NULL;

  jh_grid_set_text (grid, 1, 0, JH_ROLE_LABEL, formulas[_i]);
  xlsx = read_grid (grid);
  ck_assert_int_eq (jh_xlsx_get_cell (xlsx, 0, "A5")->kind, JH_XLSX_STRING);
  ck_assert_str_eq (jh_xlsx_get_cell (xlsx, 0, "A5")->text, formulas[_i]);
  ck_assert_uint_eq (jh_xlsx_count_elements (xlsx, 0, "f"), 0);
  ck_assert_uint_eq (jh_xlsx_count_elements (xlsx, 0, "hyperlink"), 0);
}
END_TEST

START_TEST (hostile_titles_and_notes_stay_text_too)
{
  JhGrid *grid = render_kinds ();
  g_autoptr (JhXlsx) xlsx = NULL;

  render_set (&grid->title, "=1+1");
  render_set (&grid->unit_name, "=2\x01");
  g_ptr_array_add (grid->notes, g_strdup ("=cmd|' /C calc'!A0"));
  xlsx = read_grid (grid);
  ck_assert_str_eq (jh_xlsx_get_cell (xlsx, 0, "A1")->text, "=1+1");
  jh_xlsx_find_text (xlsx, 0, "编制单位：=2\ufffd", NULL);
  jh_xlsx_find_text (xlsx, 0, "=cmd|' /C calc'!A0", NULL);
  ck_assert_uint_eq (jh_xlsx_count_elements (xlsx, 0, "f"), 0);
}
END_TEST

START_TEST (bytes_that_are_not_utf8_do_no_harm)
{
  JhGrid *grid = render_kinds ();
  g_autoptr (JhXlsx) xlsx = NULL;

  render_set (&grid->title, "\xfe");
  render_set (&grid->tab, "\xff");
  render_set (&grid->number, "\xe4");
  render_set (&grid->subtitle, "\xe4\xb8");
  render_set (&grid->unit_name, "\xf0");
  g_ptr_array_add (grid->notes, g_strdup ("\xfc"));
  jh_grid_set_text (grid, 1, 0, JH_ROLE_WORDS, "\xfd");
  xlsx = read_grid (grid);
  ck_assert_str_eq (jh_xlsx_get_cell (xlsx, 0, "A1")->text, "\ufffd");
  jh_xlsx_find_text (xlsx, 0, "编制单位：\ufffd", NULL);
}
END_TEST

static const struct
{
  const char *from;
  const char *to;
} texts[] = {
  { "a\x01"
    "b\x1f",
    "a\ufffdb\ufffd" },
  { "a\r\nb\rc\td", "a\nb\nc\td" },
  { "\uffff\ufffe", "\ufffd\ufffd" },
  { "_x0041_", "_x005F_x0041_" },
  { "_x004_", "_x004_" },
  { "中\xff", "中\ufffd" },
  { "一般文字", "一般文字" },
  { "", "" },
};

START_TEST (what_xml_forbids_is_replaced)
{
  g_autofree char *kept = NULL;

  ck_assert_str_eq (jh_xlsx_text (texts[_i].from, &kept), texts[_i].to);
}
END_TEST

START_TEST (a_text_like_an_escape_reads_back_as_it_was)
{
  JhGrid *grid = render_kinds ();
  g_autoptr (JhXlsx) xlsx = NULL;

  jh_grid_set_text (grid, 1, 0, JH_ROLE_LABEL, "x_x0041_y");
  xlsx = read_grid (grid);
  ck_assert_str_eq (jh_xlsx_get_cell (xlsx, 0, "A5")->text, "x_x0041_y");
}
END_TEST

static const char *const letters[] = { "x", "中", "😀", "_x0041_" };

START_TEST (a_text_too_long_for_a_cell_is_cut)
{
  JhGrid *grid = render_kinds ();
  GString *text = g_string_new (NULL);
  g_autoptr (JhXlsx) xlsx = NULL;
  const JhXlsxCell *cell;

  for (guint i = 0; i < 40000; i++)
    g_string_append (text, letters[_i]);
  jh_grid_set_text (grid, 1, 0, JH_ROLE_WORDS, text->str);
  xlsx = read_grid (grid);
  cell = jh_xlsx_get_cell (xlsx, 0, "A5");
  ck_assert (g_str_has_prefix (text->str, cell->text)
             || g_str_has_prefix (letters[_i], "_"));
  ck_assert_int_le (g_utf8_strlen (cell->text, -1), 32767);
  ck_assert_int_gt (g_utf8_strlen (cell->text, -1), 4000);
  g_string_free (text, TRUE);
}
END_TEST

START_TEST (tabs_are_legal_and_unlike)
{
  static const struct
  {
    const char *name;
    const char *tab;
  } cases[] = { { "公开01", "公开01" },
                { "公开01", "公开01(2)" },
                { "Abc", "Abc" },
                { "aBC", "aBC(2)" },
                { "a[b]:c*d?e/f\\g", "a_b__c_d_e_f_g" },
                { "'x'", "_x_" },
                { "", "表" },
                { "  ", "表(2)" },
                { "history", "history_" },
                { "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一"
                  "二",
                  "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一" },
                { "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一"
                  "三",
                  "一二三四五六七八九十一二三四五六七八九十一二三四五六七八(2)" } };
  g_autoptr (GHashTable) used = g_hash_table_new_full (
    g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *tab = jh_xlsx_tab (cases[i].name, used);

      ck_assert_str_eq (tab, cases[i].tab);
    }
}
END_TEST

START_TEST (grids_of_one_name_and_a_clash_with_the_cover_do_no_harm)
{
  g_autoptr (JhWorkbook) book = render_book (render_kinds ());
  g_autoptr (JhXlsx) xlsx = NULL;
  JhGrid *third = render_kinds ();

  render_set (&third->tab, "封面");
  jh_workbook_take_grid (book, render_kinds ());
  jh_workbook_take_grid (book, third);
  book->has_cover = TRUE;
  xlsx = write_and_read (book);
  ck_assert_uint_eq (jh_xlsx_count_sheets (xlsx), 4);
  ck_assert_str_eq (jh_xlsx_get_tab (xlsx, 0), "封面(2)");
  ck_assert_str_eq (jh_xlsx_get_tab (xlsx, 2), "测试表(2)");
}
END_TEST

START_TEST (the_head_stands_above_and_the_notes_under_the_table)
{
  g_autoptr (JhXlsx) xlsx = read_grid (render_kinds ());

  ck_assert_str_eq (jh_xlsx_get_cell (xlsx, 0, "A1")->text, "各种单元格");
  ck_assert (jh_xlsx_is_merged (xlsx, 0, "A1:G1"));
  ck_assert_str_eq (jh_xlsx_get_cell (xlsx, 0, "A2")->text, "公开99表");
  check_align (xlsx, jh_xlsx_get_cell (xlsx, 0, "A2"), "right");
  ck_assert_str_eq (jh_xlsx_get_cell (xlsx, 0, "A3")->text,
                    "编制单位：某某局");
  jh_xlsx_find_text (xlsx, 0, "金额单位：万元", NULL);
  ck_assert_str_eq (jh_xlsx_get_cell (xlsx, 0, "A4")->text, "名称");
  ck_assert_str_eq (jh_xlsx_get_cell (xlsx, 0, "A6")->text,
                    "注：本表用于测试。");
}
END_TEST

START_TEST (the_page_is_set_up_for_a4)
{
  g_autoptr (JhXlsx) xlsx = read_grid (render_kinds ());
  g_autofree char *titles = jh_xlsx_dup_name (xlsx, 0, "_xlnm.Print_Titles");
  g_autofree char *area = jh_xlsx_dup_name (xlsx, 0, "_xlnm.Print_Area");

  check_attribute (xlsx, "pageSetup", "paperSize", "9");
  check_attribute (xlsx, "pageSetup", "orientation", "portrait");
  check_attribute (xlsx, "pageSetUpPr", "fitToPage", "1");
  check_attribute (xlsx, "printOptions", "horizontalCentered", "1");
  check_attribute (xlsx, "pane", "state", "frozen");
  check_attribute (xlsx, "pane", "ySplit", "4");
  ck_assert_str_eq (titles, "'测试表'!$1:$4");
  ck_assert_str_eq (area, "'测试表'!$A$1:$G$6");
  ck_assert_uint_eq (jh_xlsx_count_elements (xlsx, 0, "oddFooter"), 1);
}
END_TEST

START_TEST (columns_broken_over_pages_have_breaks_titles_and_scale)
{
  JhGrid *grid = render_amounts (10, 41, 4);
  g_autoptr (JhXlsx) xlsx = NULL;
  g_autofree char *breaks = NULL;
  g_autofree char *titles = NULL;
  g_auto (GStrv) places = NULL;

  grid->pages_wide = 0;
  grid->landscape = TRUE;
  xlsx = read_grid (grid);
  check_attribute (xlsx, "pageSetup", "scale", "75");
  check_attribute (xlsx, "pageSetup", "orientation", "landscape");
  titles = jh_xlsx_dup_name (xlsx, 0, "_xlnm.Print_Titles");
  ck_assert_str_eq (titles, "'公开98'!$A:$A,'公开98'!$1:$2");
  breaks = jh_xlsx_dup_breaks (xlsx, 0, "colBreaks");
  places = g_strsplit (breaks, " ", -1);
  ck_assert_uint_gt (g_strv_length (places), 2);
  for (guint i = 0; places[i]; i++)
    ck_assert_uint_eq (strtoul (places[i], NULL, 10) % 4, 0);
}
END_TEST

START_TEST (a_merged_head_cut_by_a_page_is_written_on_both)
{
  JhGrid *grid = render_amounts (10, 41, 0);
  g_autoptr (JhXlsx) xlsx = NULL;
  g_autofree char *breaks = NULL;
  guint first;

  grid->pages_wide = 0;
  jh_grid_set_text (grid, 0, 1, JH_ROLE_HEADER, "支出");
  jh_grid_merge (grid, 0, 1, 1, 40);
  xlsx = read_grid (grid);
  breaks = jh_xlsx_dup_breaks (xlsx, 0, "colBreaks");
  first = strtoul (breaks, NULL, 10);
  ck_assert_uint_gt (first, 2);
  ck_assert_uint_lt (first, 26);
  {
    g_autofree char *place = g_strdup_printf ("%c2", 'A' + first);

    ck_assert_str_eq (jh_xlsx_get_cell (xlsx, 0, "B2")->text, "支出");
    ck_assert_str_eq (jh_xlsx_get_cell (xlsx, 0, place)->text, "支出");
  }
}
END_TEST

START_TEST (a_merged_amount_cut_by_a_page_is_written_once)
{
  JhGrid *grid = render_amounts (200, 2, 0);
  g_autoptr (JhXlsx) xlsx = NULL;
  guint found = 0;

  render_set_money (grid, 1, 1, 777777);
  jh_grid_merge (grid, 1, 1, 199, 1);
  xlsx = read_grid (grid);
  ck_assert_uint_gt (jh_xlsx_count_elements (xlsx, 0, "brk"), 0);
  for (guint r = 1; r <= 203; r++)
    {
      g_autofree char *place = g_strdup_printf ("B%u", r);
      const JhXlsxCell *cell = jh_xlsx_get_cell (xlsx, 0, place);

      found += cell && cell->kind == JH_XLSX_NUMBER;
    }
  ck_assert_uint_eq (found, 1);
}
END_TEST

START_TEST (cover_and_contents_come_first)
{
  g_autoptr (JhWorkbook) book = render_book (render_kinds ());
  g_autoptr (JhXlsx) xlsx = NULL;
  g_autofree char *link = NULL;

  jh_workbook_add_line (book, "单位名称", "某某局");
  render_set (&book->mark, "草稿");
  book->has_contents = TRUE;
  xlsx = write_and_read (book);
  ck_assert_str_eq (jh_xlsx_get_tab (xlsx, 0), "封面");
  ck_assert_str_eq (jh_xlsx_get_tab (xlsx, 1), "目录");
  jh_xlsx_find_text (xlsx, 0, "测试", NULL);
  jh_xlsx_find_text (xlsx, 0, "草稿", NULL);
  jh_xlsx_find_text (xlsx, 0, "单位名称：", NULL);
  jh_xlsx_find_text (xlsx, 1, "各种单元格", NULL);
  jh_xlsx_find_text (xlsx, 1, "公开99表", NULL);
  link = jh_xlsx_dup_attribute (xlsx, 1, "hyperlink", "location");
  ck_assert_str_eq (link, "'测试表'!A1");
}
END_TEST

START_TEST (the_same_books_give_the_same_bytes)
{
  g_autofree char *folder = jh_test_folder ();
  g_autoptr (JhWorkbook) book = render_book (render_kinds ());
  g_autofree char *one = g_build_filename (folder, "1", NULL);
  g_autofree char *two = g_build_filename (folder, "2", NULL);
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  gsize n_first;
  gsize n_second;

  book->has_cover = TRUE;
  book->has_contents = TRUE;
  ck_assert (jh_render_xlsx (book, folder, "1", NULL, NULL, NULL, NULL));
  g_usleep (1100000);
  ck_assert (jh_render_xlsx (book, folder, "2", NULL, NULL, NULL, NULL));
  first = jh_test_read (one, &n_first);
  second = jh_test_read (two, &n_second);
  ck_assert_uint_eq (n_first, n_second);
  ck_assert_mem_eq (first, second, n_first);
}
END_TEST

static void
count_cb (guint done, guint total, gpointer data)
{
  ck_assert_uint_eq (total, 2);
  *(guint *) data = done;
}

START_TEST (progress_is_told_to_the_end)
{
  g_autofree char *folder = jh_test_folder ();
  g_autoptr (JhWorkbook) book = render_book (render_kinds ());
  guint done = 99;

  jh_workbook_take_grid (book, render_amounts (3, 3, 0));
  ck_assert (jh_render_xlsx (book, folder, "a", NULL, count_cb, &done, NULL));
  ck_assert_uint_eq (done, 2);
}
END_TEST

START_TEST (failures_are_told_and_leave_nothing)
{
  render_check_failures (jh_render_xlsx);
}
END_TEST

/* The zip file stays below the limit; the temporary file of the sheet does
 * not, which the library does not see. */
START_TEST (a_temporary_file_cut_short_is_noticed)
{
  g_autofree char *folder = jh_test_folder ();
  g_autoptr (JhWorkbook) book = render_book (render_amounts (3000, 8, 0));
  g_autoptr (GError) error = NULL;

  render_limit_files (300000);
  ck_assert (!jh_render_xlsx (book, folder, "a", NULL, NULL, NULL, &error));
  render_limit_files (RLIM_INFINITY);
  jh_assert_error (error, JH_ERROR_FULL, "无法写入");
  ck_assert (render_is_empty (folder));
}
END_TEST

START_TEST (a_damaged_zip_is_not_whole)
{
  g_autofree char *folder = jh_test_folder ();
  g_autofree char *path = g_build_filename (folder, "a", NULL);
  g_autoptr (JhWorkbook) book = render_book (render_kinds ());
  g_autofree char *bytes = NULL;
  gsize length;

  ck_assert (jh_render_xlsx (book, folder, "a", NULL, NULL, NULL, NULL));
  ck_assert (jh_xlsx_is_whole (path));
  bytes = jh_test_read (path, &length);
  for (gsize cut = 0; cut < length; cut += 97)
    {
      g_autofree char *part = jh_test_write (folder, "b", bytes, cut);

      ck_assert_msg (!jh_xlsx_is_whole (part), "cut at %zu", cut);
    }
}
END_TEST

static const guint sizes[][2] = { { 0, 0 }, { 0, 3 }, { 3, 0 }, { 1, 1 } };

START_TEST (a_grid_without_cells_is_written)
{
  JhGrid *grid = jh_grid_new (sizes[_i][0], sizes[_i][1]);
  g_autoptr (JhXlsx) xlsx = NULL;

  render_set (&grid->title, "空表");
  render_set (&grid->unit_name, "某某局");
  grid->shows_unit = TRUE;
  grid->header_rows = 3;
  grid->frozen_columns = 3;
  g_ptr_array_add (grid->notes, g_strdup ("说明：没有数据。"));
  xlsx = read_grid (grid);
  ck_assert_str_eq (jh_xlsx_get_cell (xlsx, 0, "A1")->text, "空表");
}
END_TEST

START_TEST (overlapping_merges_are_written_without_overlap)
{
  JhGrid *grid = render_amounts (4, 4, 0);
  g_autoptr (JhXlsx) xlsx = NULL;

  jh_grid_merge (grid, 1, 1, 2, 2);
  jh_grid_edit_cell (grid, 2, 2)->rows = 2;
  jh_grid_edit_cell (grid, 2, 2)->columns = 2;
  xlsx = read_grid (grid);
  ck_assert (!jh_xlsx_is_merged (xlsx, 0, "B3:C4"));
  ck_assert_ptr_nonnull (jh_xlsx_get_cell (xlsx, 0, "D5"));
}
END_TEST

START_TEST (more_columns_than_a_sheet_has_are_left_out)
{
  JhGrid *grid = jh_grid_new (2, 17000);
  g_autoptr (JhXlsx) xlsx = NULL;

  render_set (&grid->title, "太宽");
  grid->pages_wide = 0;
  xlsx = read_grid (grid);
  ck_assert_ptr_nonnull (jh_xlsx_get_cell (xlsx, 0, "XFD2"));
}
END_TEST

static TCase *
harm_tests (void)
{
  TCase *tests = tcase_create ("harm");

  tcase_set_timeout (tests, 60);
  tcase_add_test (tests, failures_are_told_and_leave_nothing);
  tcase_add_test (tests, a_temporary_file_cut_short_is_noticed);
  tcase_add_test (tests, a_damaged_zip_is_not_whole);
  tcase_add_loop_test (tests, a_grid_without_cells_is_written, 0,
                       G_N_ELEMENTS (sizes));
  tcase_add_test (tests, overlapping_merges_are_written_without_overlap);
  tcase_add_test (tests, more_columns_than_a_sheet_has_are_left_out);
  return tests;
}

static TCase *
text_tests (void)
{
  TCase *tests = tcase_create ("text");

  tcase_add_loop_test (tests, text_that_looks_like_a_formula_stays_text, 0,
                       G_N_ELEMENTS (formulas));
  tcase_add_test (tests, hostile_titles_and_notes_stay_text_too);
  tcase_add_test (tests, bytes_that_are_not_utf8_do_no_harm);
  tcase_add_loop_test (tests, what_xml_forbids_is_replaced, 0,
                       G_N_ELEMENTS (texts));
  tcase_add_test (tests, a_text_like_an_escape_reads_back_as_it_was);
  tcase_add_loop_test (tests, a_text_too_long_for_a_cell_is_cut, 0,
                       G_N_ELEMENTS (letters));
  tcase_add_test (tests, tabs_are_legal_and_unlike);
  return tests;
}

static TCase *
sheet_tests (void)
{
  TCase *tests = tcase_create ("sheet");

  tcase_add_test (tests, numbers_are_numbers_with_a_format);
  tcase_add_test (tests, blank_is_an_empty_bordered_cell_and_none_a_dash);
  tcase_add_test (tests, an_unknown_amount_or_ratio_is_blank_not_zero);
  tcase_add_test (tests,
                  grids_of_one_name_and_a_clash_with_the_cover_do_no_harm);
  tcase_add_test (tests, the_head_stands_above_and_the_notes_under_the_table);
  tcase_add_test (tests, the_page_is_set_up_for_a4);
  tcase_add_test (tests,
                  columns_broken_over_pages_have_breaks_titles_and_scale);
  tcase_add_test (tests, a_merged_head_cut_by_a_page_is_written_on_both);
  tcase_add_test (tests, a_merged_amount_cut_by_a_page_is_written_once);
  tcase_add_test (tests, cover_and_contents_come_first);
  tcase_add_test (tests, the_same_books_give_the_same_bytes);
  tcase_add_test (tests, progress_is_told_to_the_end);
  return tests;
}

int
main (void)
{
  Suite *suite = suite_create ("render-xlsx");

  suite_add_tcase (suite, sheet_tests ());
  suite_add_tcase (suite, text_tests ());
  suite_add_tcase (suite, harm_tests ());
  return jh_test_run (suite);
}
