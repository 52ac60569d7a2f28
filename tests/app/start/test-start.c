/* The first run: how books begin, by the window. */
#include "start-fixture.h"

#include "jh-change.h"
#include "jh-recent.h"
#include "jh-state.h"

#include <glib/gstdio.h>

START_TEST (the_ways_to_begin_are_shown)
{
  g_autofree char *home = new_home ();
  JhWindow *window = new_window ();

  jh_window_welcome (window, NULL);
  settle (100);
  ck_assert (shows (window, "看样例"));
  ck_assert (shows (window, "新建年度"));
  ck_assert (shows (window, "从上年结转"));
  ck_assert (shows (window, "导入文件夹"));
  ck_assert (shows (window, "还原备份"));
  ck_assert (shows (window, "打开账套"));
  ck_assert (!shows (window, "最近打开"));
}
END_TEST

START_TEST (the_sample_opens_from_an_empty_home)
{
  g_autofree char *home = new_home ();
  JhWindow *window = new_window ();

  jh_window_welcome (window, NULL);
  settle (50);
  press (window, "看样例");
  settle_until (jh_window_get_document (window));
  settle (100);
  ck_assert (shows (window, "广元市昭化区目标绩效事务中心"));
  ck_assert (shows (window, "样例放在了“样例决算.jiheng”"));
  ck_assert_uint_eq (count_ending (home, "决算.jiheng"), 1);
}
END_TEST

START_TEST (a_double_click_makes_one_sample)
{
  g_autofree char *home = new_home ();
  JhWindow *window = new_window ();

  jh_window_welcome (window, NULL);
  choose (window, "open-sample");
  g_action_group_activate_action (G_ACTION_GROUP (window), "open-sample",
                                  NULL);
  settle_until (jh_window_get_document (window));
  settle (300);
  ck_assert_uint_eq (count_ending (home, ".jiheng"), 1);
}
END_TEST

START_TEST (the_sample_never_replaces_a_file)
{
  g_autofree char *home = new_home ();
  g_autofree char *there = jh_test_write (home, "样例决算.jiheng", "x", -1);
  g_autofree char *content = NULL;
  JhWindow *window = new_window ();

  jh_window_welcome (window, NULL);
  choose (window, "open-sample");
  settle_until (jh_window_get_document (window));
  ck_assert_uint_eq (count_ending (home, "样例决算（2）.jiheng"), 1);
  content = jh_test_read (there, NULL);
  ck_assert_str_eq (content, "x");
}
END_TEST

START_TEST (a_sample_that_cannot_be_made_is_told)
{
  g_autofree char *home = new_home ();
  JhWindow *window = new_window ();

  jh_window_welcome (window, NULL);
  ck_assert_int_eq (g_chmod (home, 0500), 0);
  choose (window, "open-sample");
  /* Root is told of the mode, others of their rights. */
  settle_until (shows (window, "只读") || shows (window, "没有权限"));
  ck_assert_ptr_null (jh_window_get_document (window));
  ck_assert_int_eq (g_chmod (home, 0700), 0);
}
END_TEST

START_TEST (a_blank_year_makes_a_file_called_after_the_unit)
{
  g_autofree char *home = new_home ();
  JhWindow *window = new_window ();
  GtkWindow *dialog;
  g_autofree char *path = g_build_filename (home, "某单位决算.jiheng", NULL);

  jh_window_welcome (window, NULL);
  choose (window, "new-filing");
  settle_until ((dialog = find_window ("新建年度")));
  type_into (dialog, "单位名称", "某单位");
  type_into (dialog, "年度", "2023");
  press (dialog, "建立");
  settle_until (jh_window_get_document (window));
  settle (100);
  ck_assert_str_eq (jh_document_get_path (jh_window_get_document (window)),
                    path);
  ck_assert (shows (window, "某单位"));
  ck_assert (shows (window, "已建立 2023 年度"));
  ck_assert_ptr_null (find_window ("新建年度"));
}
END_TEST

START_TEST (wrong_fields_are_told_and_nothing_is_lost)
{
  g_autofree char *home = new_home ();
  JhWindow *window = new_window ();
  GtkWindow *dialog;

  jh_window_welcome (window, NULL);
  choose (window, "new-filing");
  settle_until ((dialog = find_window ("新建年度")));
  type_into (dialog, "行政区划", "四川");
  press (dialog, "建立");
  settle_until (shows (dialog, "请填写单位名称"));
  ck_assert (shows (dialog, "“四川”不是行政区划代码"));
  type_into (dialog, "单位名称", "某单位");
  settle (20);
  ck_assert (!shows (dialog, "请填写单位名称"));
  ck_assert (shows (dialog, "“四川”不是行政区划代码"));
  ck_assert_uint_eq (count_ending (home, ".jiheng"), 0);
}
END_TEST

START_TEST (a_year_in_books_that_are_open_joins_them)
{
  g_autofree char *home = new_home ();
  g_autofree char *path = make_books ();
  JhWindow *window = new_window ();
  GtkWindow *dialog;

  ck_assert (jh_window_open (window, path));
  choose (window, "new-filing");
  settle_until ((dialog = find_window ("新建年度")));
  ck_assert (shows (dialog, "放进打开着的账套“样例.jiheng”"));
  type_into (dialog, "单位名称", "另一个单位");
  press (dialog, "建立");
  settle_until (shows (window, "已建立"));
  ck_assert_str_eq (jh_session_get_books (jh_document_get_session (
                                            jh_window_get_document (window)))
                      ->filing->name,
                    "另一个单位");
  ck_assert_uint_eq (count_ending (home, ".jiheng"), 0);
}
END_TEST

START_TEST (a_year_that_is_there_is_told_in_the_dialog)
{
  g_autofree char *home = new_home ();
  g_autofree char *path = make_books ();
  JhWindow *window = new_window ();
  GtkWindow *dialog;

  ck_assert (jh_window_open (window, path));
  choose (window, "new-filing");
  settle_until ((dialog = find_window ("新建年度")));
  type_into (dialog, "单位名称", "甲");
  type_into (dialog, "单位代码", "510811-MBJX");
  type_into (dialog, "年度", "2023");
  press (dialog, "建立");
  settle_until (shows (dialog, "账套里已经有"));
  press (dialog, "建立");
  settle_until (shows (dialog, "账套里已经有"));
}
END_TEST

START_TEST (a_year_is_rolled_over)
{
  g_autofree char *home = new_home ();
  g_autofree char *path = make_books ();
  JhWindow *window = new_window ();
  GtkWindow *dialog;
  JhSession *session;

  ck_assert (jh_window_open (window, path));
  choose (window, "roll");
  settle_until ((dialog = find_window ("从上年结转")));
  ck_assert (shows (dialog, "新建的是 2024 年度"));
  press (dialog, "结转");
  settle_until (shows (window, "已结转到 2024 年度"));
  session = jh_document_get_session (jh_window_get_document (window));
  ck_assert_int_eq (jh_session_get_books (session)->filing->year, 2024);

  choose (window, "switch");
  choose (window, "roll");
  settle_until ((dialog = find_window ("从上年结转")));
  ck_assert (shows (dialog, "新建的是 2025 年度"));
}
END_TEST

START_TEST (what_a_rollover_left_behind_is_reported)
{
  g_autofree char *home = new_home ();
  g_autofree char *path = make_books ();
  JhWindow *window = new_window ();
  GtkWindow *dialog;

  ck_assert (jh_window_open (window, path));
  choose (window, "roll");
  settle_until ((dialog = find_window ("从上年结转")));
  gtk_check_button_set_active (
    GTK_CHECK_BUTTON (gtk_widget_get_ancestor (
      find_widget (GTK_WIDGET (dialog), is_label_with, "项目(P)"),
      GTK_TYPE_CHECK_BUTTON)),
    FALSE);
  press (dialog, "结转");
  settle_until (find_window ("结转说明"));
  settle (50);
  ck_assert (shows (find_window ("结转说明"), "处要知道"));
  press (find_window ("结转说明"), "复制");
  settle_until (shows (find_window ("结转说明"), "已复制"));
}
END_TEST

START_TEST (a_rollover_that_is_there_is_told)
{
  g_autofree char *home = new_home ();
  g_autofree char *path = make_books ();
  JhWindow *window = new_window ();
  GtkWindow *dialog;
  JhDocument *document;
  g_autoptr (GError) error = NULL;

  ck_assert (jh_window_open (window, path));
  document = jh_window_get_document (window);
  choose (window, "roll");
  settle_until ((dialog = find_window ("从上年结转")));
  press (dialog, "结转");
  settle_until (shows (window, "已结转"));
  ck_assert (jh_document_choose (document, 1, &error));
  choose (window, "roll");
  settle_until ((dialog = find_window ("从上年结转")));
  press (dialog, "结转");
  settle_until (shows (dialog, "不能再结转一次"));
}
END_TEST

START_TEST (a_folder_is_imported_into_a_new_file)
{
  g_autofree char *home = new_home ();
  g_autofree char *sample = dup_sample ();
  JhWindow *window = new_window ();
  GtkWindow *dialog;

  jh_window_welcome (window, NULL);
  jh_window_import (window, sample);
  settle_until ((dialog = find_window ("导入文件夹")));
  ck_assert (shows (dialog, "支出：16 行"));
  press (dialog, "导入");
  settle_until (jh_window_get_document (window));
  settle (50);
  ck_assert (shows (window, "已导入 2023 年度"));
  ck_assert_uint_eq (
    count_ending (home, "广元市昭化区目标绩效事务中心决算.jiheng"), 1);
}
END_TEST

START_TEST (what_an_import_replaces_is_shown_before)
{
  g_autofree char *home = new_home ();
  g_autofree char *path = make_books ();
  g_autofree char *sample = dup_sample ();
  JhWindow *window = new_window ();
  GtkWindow *dialog;

  ck_assert (jh_window_open (window, path));
  jh_window_import (window, sample);
  settle_until ((dialog = find_window ("导入文件夹")));
  ck_assert (shows (dialog, "会被换掉；替换以后可以撤销"));
  ck_assert (shows (dialog, "支出：现有 16 行，换成 16 行"));
  press (dialog, "替换");
  settle_until (shows (window, "已替换 2023 年度"));
}
END_TEST

START_TEST (all_faults_of_a_folder_are_listed)
{
  g_autofree char *home = new_home ();
  g_autofree char *folder = jh_test_folder ();
  g_autofree char *filing = jh_test_write (
    folder, "filing.csv", "键,值\n单位名称,甲\n年度,去年\n金额单位,角\n", -1);
  JhWindow *window = new_window ();

  jh_window_welcome (window, NULL);
  jh_window_import (window, folder);
  settle_until (find_window ("没有导入"));
  settle (50);
  ck_assert_ptr_null (find_window ("导入文件夹"));
  ck_assert (shows (find_window ("没有导入"), "请先改正下面的地方"));
  ck_assert_uint_eq (count_ending (home, ".jiheng"), 0);
}
END_TEST

START_TEST (a_filing_that_was_deleted_can_be_had_back)
{
  g_autofree char *home = new_home ();
  g_autofree char *path = make_books ();
  JhWindow *window = new_window ();
  JhDocument *document;
  g_autoptr (GError) error = NULL;

  ck_assert (jh_window_open (window, path));
  document = jh_window_get_document (window);
  choose (window, "delete-filing");
  settle_until (jh_document_get_session (document) == NULL);
  settle (50);
  ck_assert (shows (window, "按 Ctrl+Z 可以撤销"));
  choose (window, "undo");
  ck_assert_ptr_nonnull (jh_document_get_session (document));
}
END_TEST

START_TEST (books_opened_lately_are_listed_and_can_be_removed)
{
  g_autofree char *home = new_home ();
  g_autofree char *path = make_books ();
  JhWindow *window = new_window ();
  g_autoptr (GPtrArray) left = NULL;

  jh_recent_add ("/nowhere/旧的.jiheng");
  jh_recent_add (path);
  jh_window_welcome (window, NULL);
  settle (50);
  ck_assert (shows (window, "样例.jiheng"));
  ck_assert (shows (window, "找不到了：/nowhere"));
  jh_recent_remove ("/nowhere/旧的.jiheng");
  jh_window_welcome (window, NULL);
  settle (50);
  ck_assert (!shows (window, "找不到了"));
  left = jh_recent_list ();
  ck_assert_uint_eq (left->len, 1);
}
END_TEST

START_TEST (the_list_of_books_is_short_and_holds_each_once)
{
  g_autofree char *home = new_home ();
  g_autoptr (GPtrArray) paths = NULL;

  for (guint i = 0; i < 20; i++)
    {
      g_autofree char *path = g_strdup_printf ("/a/%u.jiheng", i % 12);

      jh_recent_add (path);
    }
  jh_recent_add ("/a/5.jiheng");
  jh_recent_add ("/a/不\n行.jiheng");
  jh_recent_add ("/a/\xff.jiheng");
  paths = jh_recent_list ();
  ck_assert_uint_eq (paths->len, JH_RECENT_MAX);
  ck_assert_str_eq (paths->pdata[0], "/a/5.jiheng");
  ck_assert_str_eq (paths->pdata[1], "/a/7.jiheng");
}
END_TEST

START_TEST (books_that_cannot_be_opened_leave_the_open_ones)
{
  g_autofree char *home = new_home ();
  g_autofree char *path = make_books ();
  g_autofree char *bad = jh_test_write (home, "x.jiheng", "words", -1);
  JhWindow *window = new_window ();

  ck_assert (jh_window_open (window, path));
  ck_assert (!jh_window_open (window, bad));
  settle (50);
  ck_assert (shows (window, "不是绩衡的账套文件"));
  ck_assert_ptr_nonnull (jh_window_get_document (window));
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("start");
  TCase *start = tcase_create ("start");

  tcase_set_timeout (start, 60);
  tcase_add_test (start, the_ways_to_begin_are_shown);
  tcase_add_test (start, the_sample_opens_from_an_empty_home);
  tcase_add_test (start, a_double_click_makes_one_sample);
  tcase_add_test (start, the_sample_never_replaces_a_file);
  tcase_add_test (start, a_sample_that_cannot_be_made_is_told);
  tcase_add_test (start, a_blank_year_makes_a_file_called_after_the_unit);
  tcase_add_test (start, wrong_fields_are_told_and_nothing_is_lost);
  tcase_add_test (start, a_year_in_books_that_are_open_joins_them);
  tcase_add_test (start, a_year_that_is_there_is_told_in_the_dialog);
  tcase_add_test (start, a_year_is_rolled_over);
  tcase_add_test (start, what_a_rollover_left_behind_is_reported);
  tcase_add_test (start, a_rollover_that_is_there_is_told);
  tcase_add_test (start, a_folder_is_imported_into_a_new_file);
  tcase_add_test (start, what_an_import_replaces_is_shown_before);
  tcase_add_test (start, all_faults_of_a_folder_are_listed);
  tcase_add_test (start, a_filing_that_was_deleted_can_be_had_back);
  tcase_add_test (start, books_opened_lately_are_listed_and_can_be_removed);
  tcase_add_test (start, the_list_of_books_is_short_and_holds_each_once);
  tcase_add_test (start, books_that_cannot_be_opened_leave_the_open_ones);
  suite_add_tcase (suite, start);
  return jh_test_run (suite);
}
