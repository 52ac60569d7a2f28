#include "jh-error.h"
#include "jh-part.h"
#include "jh-test.h"

#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>

/* How many entries @folder has. */
static guint
count_entries (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint count = 0;

  while (g_dir_read_name (dir))
    count++;
  return count;
}

START_TEST (a_finished_file_has_its_name_and_its_bytes)
{
  g_autofree char *folder = jh_test_folder ();
  g_autoptr (GError) error = NULL;
  g_autoptr (JhPart) part = jh_part_new (folder, "表.txt", &error);
  g_autofree char *content = NULL;

  jh_assert_no_error (error);
  ck_assert (jh_part_write (part, "一二", 6, &error));
  ck_assert (jh_part_write (part, "三", 3, &error));
  ck_assert (!g_file_test (jh_part_get_target (part), G_FILE_TEST_EXISTS));
  ck_assert (jh_part_finish (part, &error));
  jh_assert_no_error (error);
  content = jh_test_read (jh_part_get_target (part), NULL);
  ck_assert_str_eq (content, "一二三");
  ck_assert_uint_eq (count_entries (folder), 1);
}
END_TEST

START_TEST (an_unfinished_file_leaves_nothing)
{
  g_autofree char *folder = jh_test_folder ();
  g_autofree char *old = jh_test_write (folder, "表.txt", "旧", -1);
  g_autofree char *content = NULL;
  JhPart *part = jh_part_new (folder, "表.txt", NULL);

  ck_assert (jh_part_write (part, "新", 3, NULL));
  jh_part_free (part);
  content = jh_test_read (old, NULL);
  ck_assert_str_eq (content, "旧");
  ck_assert_uint_eq (count_entries (folder), 1);
}
END_TEST

START_TEST (a_finished_file_replaces_the_one_before)
{
  g_autofree char *folder = jh_test_folder ();
  g_autofree char *old = jh_test_write (folder, "表.txt", "旧", -1);
  g_autofree char *content = NULL;
  g_autoptr (JhPart) part = jh_part_new (folder, "表.txt", NULL);

  ck_assert (jh_part_write (part, "新", 3, NULL));
  ck_assert (jh_part_finish (part, NULL));
  content = jh_test_read (old, NULL);
  ck_assert_str_eq (content, "新");
}
END_TEST

START_TEST (the_hidden_file_is_private_and_the_finished_one_as_the_umask_says)
{
  g_autofree char *folder = jh_test_folder ();
  g_autoptr (JhPart) part = NULL;
  struct stat status;

  umask (0027);
  part = jh_part_new (folder, "a", NULL);
  ck_assert_int_eq (stat (jh_part_get_path (part), &status), 0);
  ck_assert_uint_eq (status.st_mode & 0777, 0600);
  ck_assert (jh_part_finish (part, NULL));
  ck_assert_int_eq (stat (jh_part_get_target (part), &status), 0);
  ck_assert_uint_eq (status.st_mode & 0777, 0640);
}
END_TEST

static const char *const bad_names[] = {
  "", ".", "..", "a/b", "/etc/passwd", "../a", "a\\b", "a/",
};

START_TEST (a_name_with_a_separator_is_refused)
{
  g_autofree char *folder = jh_test_folder ();
  g_autoptr (GError) error = NULL;

  ck_assert_ptr_null (jh_part_new (folder, bad_names[_i], &error));
  jh_assert_error (error, JH_ERROR_USAGE, "不能用作文件名");
  ck_assert_uint_eq (count_entries (folder), 0);
}
END_TEST

START_TEST (a_name_too_long_is_refused_in_words)
{
  g_autofree char *folder = jh_test_folder ();
  g_autofree char *name = g_strnfill (300, 'a');
  g_autoptr (GError) error = NULL;

  ck_assert_ptr_null (jh_part_new (folder, name, &error));
  jh_assert_error (error, JH_ERROR_DATA, "文件名太长");
}
END_TEST

START_TEST (a_missing_folder_is_told)
{
  g_autofree char *folder = jh_test_folder ();
  g_autofree char *missing = g_build_filename (folder, "没有", NULL);
  g_autoptr (GError) error = NULL;

  ck_assert_ptr_null (jh_part_new (missing, "a", &error));
  jh_assert_error (error, JH_ERROR_NOT_FOUND, "不存在");
}
END_TEST

START_TEST (a_file_is_no_folder)
{
  g_autofree char *folder = jh_test_folder ();
  g_autofree char *file = jh_test_write (folder, "x", "", -1);
  g_autoptr (GError) error = NULL;

  ck_assert_ptr_null (jh_part_new (file, "a", &error));
  jh_assert_error (error, JH_ERROR_NOT_FOUND, "不是文件夹");
}
END_TEST

START_TEST (a_read_only_folder_is_refused_even_to_root)
{
  g_autofree char *folder = jh_test_folder ();
  g_autoptr (GError) error = NULL;

  ck_assert_int_eq (chmod (folder, 0555), 0);
  ck_assert_ptr_null (jh_part_new (folder, "a", &error));
  ck_assert_int_eq (chmod (folder, 0755), 0);
  jh_assert_error (error, JH_ERROR_READ_ONLY, "只读");
  ck_assert_uint_eq (count_entries (folder), 0);
}
END_TEST

START_TEST (a_folder_of_that_name_is_not_replaced)
{
  g_autofree char *folder = jh_test_folder ();
  g_autofree char *taken = g_build_filename (folder, "a", NULL);
  g_autoptr (GError) error = NULL;

  ck_assert_int_eq (g_mkdir_with_parents (taken, 0755), 0);
  ck_assert_ptr_null (jh_part_new (folder, "a", &error));
  jh_assert_error (error, JH_ERROR_EXISTS, "已经是一个文件夹");
}
END_TEST

START_TEST (a_full_disk_is_told_and_leaves_nothing)
{
  g_autofree char *folder = jh_test_folder ();
  g_autofree char *bytes = g_malloc0 (10000);
  struct rlimit before;
  struct rlimit limit;
  g_autoptr (GError) error = NULL;
  JhPart *part = jh_part_new (folder, "a", NULL);

  signal (SIGXFSZ, SIG_IGN);
  ck_assert_int_eq (getrlimit (RLIMIT_FSIZE, &before), 0);
  limit = (struct rlimit){ 4096, before.rlim_max };
  ck_assert_int_eq (setrlimit (RLIMIT_FSIZE, &limit), 0);
  ck_assert (!jh_part_write (part, bytes, 10000, &error));
  ck_assert_int_eq (setrlimit (RLIMIT_FSIZE, &before), 0);
  jh_assert_error (error, JH_ERROR_FULL, "无法写入");
  jh_part_free (part);
  ck_assert_uint_eq (count_entries (folder), 0);
}
END_TEST

START_TEST (a_folder_that_went_away_is_told_at_the_end)
{
  g_autofree char *folder = jh_test_folder ();
  g_autoptr (JhPart) part = jh_part_new (folder, "a", NULL);
  g_autoptr (GError) error = NULL;

  ck_assert_int_eq (remove (jh_part_get_path (part)), 0);
  ck_assert (!jh_part_finish (part, &error));
  jh_assert_error (error, JH_ERROR_NOT_FOUND, "无法写入");
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("part");
  TCase *tests = tcase_create ("part");

  tcase_add_test (tests, a_finished_file_has_its_name_and_its_bytes);
  tcase_add_test (tests, an_unfinished_file_leaves_nothing);
  tcase_add_test (tests, a_finished_file_replaces_the_one_before);
  tcase_add_test (
    tests, the_hidden_file_is_private_and_the_finished_one_as_the_umask_says);
  tcase_add_loop_test (tests, a_name_with_a_separator_is_refused, 0,
                       G_N_ELEMENTS (bad_names));
  tcase_add_test (tests, a_name_too_long_is_refused_in_words);
  tcase_add_test (tests, a_missing_folder_is_told);
  tcase_add_test (tests, a_file_is_no_folder);
  tcase_add_test (tests, a_read_only_folder_is_refused_even_to_root);
  tcase_add_test (tests, a_folder_of_that_name_is_not_replaced);
  tcase_add_test (tests, a_full_disk_is_told_and_leaves_nothing);
  tcase_add_test (tests, a_folder_that_went_away_is_told_at_the_end);
  suite_add_tcase (suite, tests);
  return jh_test_run (suite);
}
