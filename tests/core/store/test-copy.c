/* What is known of copies without opening them. */
#include "../books/fixture.h"

#include "jh-backup.h"
#include "jh-copy.h"

#include <glib/gstdio.h>

/* The copies of @path, which is expected to work. */
static GPtrArray *
list (const char *path)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *copies = jh_copy_list (path, &error);

  jh_assert_no_error (error);
  return copies;
}

/* A folder of copies with empty files called @names; the path of the books,
 * which the caller frees. */
static char *
make_names (const char *const *names)
{
  char *path = new_path ();
  g_autofree char *folder = g_strconcat (path, "-备份", NULL);

  ck_assert_int_eq (g_mkdir (folder, 0700), 0);
  for (; *names; names++)
    g_free (jh_test_write (folder, *names, "x", -1));
  return path;
}

START_TEST (a_copy_says_when_and_why_it_was_made)
{
  static const char *const names[] = {
    "20231231-170509-123-每日.jiheng",   "20240101-080000-000-手动.jiheng",
    "20240102-080000-000-还原前.jiheng", "20240103-080000-000-升级前.jiheng",
    "20240104-080000-000-损坏.jiheng",   NULL
  };
  static const char *const expected[][2]
    = { { "2024-01-04 08:00:00", "损坏了的原文件" },
        { "2024-01-03 08:00:00", "程序升级之前" },
        { "2024-01-02 08:00:00", "还原之前" },
        { "2024-01-01 08:00:00", "手动备份" },
        { "2023-12-31 17:05:09", "每日备份" } };
  g_autofree char *path = make_names (names);
  g_autoptr (GPtrArray) copies = list (path);

  ck_assert_uint_eq (copies->len, G_N_ELEMENTS (expected));
  for (guint i = 0; i < copies->len; i++)
    {
      const JhCopy *copy = copies->pdata[i];

      ck_assert_str_eq (copy->when, expected[i][0]);
      ck_assert_str_eq (copy->why, expected[i][1]);
      ck_assert_uint_eq (copy->size, 1);
    }
}
END_TEST

START_TEST (a_name_of_another_kind_says_nothing)
{
  static const char *const names[] = { "2023.jiheng",
                                       "20231231_170509-123-每日.jiheng",
                                       "20231231-1705年9-123-每日.jiheng",
                                       "202312311-70509-123-每日.jiheng",
                                       "1.jiheng",
                                       "2023年-170509-123-别的.jiheng",
                                       NULL };
  g_autofree char *path = make_names (names);
  g_autoptr (GPtrArray) copies = list (path);

  ck_assert_uint_eq (copies->len, G_N_ELEMENTS (names) - 1);
  for (guint i = 0; i < copies->len; i++)
    ck_assert_str_eq (((JhCopy *) copies->pdata[i])->when, "");
}
END_TEST

START_TEST (no_copies_are_an_empty_list)
{
  g_autofree char *path = new_path ();
  g_autoptr (GPtrArray) copies = list (path);

  ck_assert_uint_eq (copies->len, 0);
}
END_TEST

START_TEST (a_folder_that_is_none_is_refused)
{
  g_autofree char *path = new_path ();
  g_autofree char *folder = g_strconcat (path, "-备份", NULL);
  g_autoptr (GError) error = NULL;

  ck_assert (g_file_set_contents (folder, "x", -1, NULL));
  ck_assert_ptr_null (jh_copy_list (path, &error));
  jh_assert_error (error, JH_ERROR_IO, "打不开备份文件夹");
}
END_TEST

START_TEST (a_copy_knows_its_books)
{
  static const struct
  {
    const char *path;
    const char *books;
  } cases[] = {
    { "/a/账.jiheng-备份/20231231-170509-123-每日.jiheng", "/a/账.jiheng" },
    { "/a/账.jiheng", NULL },
    { "/a/备份/账.jiheng", NULL },
    { "/a/-备份/账.jiheng", NULL },
    { "账.jiheng", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *books = jh_copy_dup_books (cases[i].path);

      ck_assert_pstr_eq (books, cases[i].books);
    }
}
END_TEST

START_TEST (looking_into_a_copy_leaves_nothing_beside_it)
{
  g_autofree char *path = new_path ();
  JhStore *store = open_books (path, JH_STORE_CREATE);
  g_autoptr (GError) error = NULL;
  g_autofree char *copy = NULL;
  g_autofree char *folder = NULL;
  g_autoptr (GDir) dir = NULL;

  new_full_filing (store, "U1", 2023);
  copy = jh_backup_make (store, JH_BACKUP_MANUAL, NULL, &error);
  jh_assert_no_error (error);
  jh_store_close (store);
  store = open_books (copy, JH_STORE_READ);
  assert_words (store, 1, "words0");
  jh_store_close (store);
  folder = g_path_get_dirname (copy);
  dir = g_dir_open (folder, 0, NULL);
  ck_assert_ptr_nonnull (g_dir_read_name (dir));
  ck_assert_ptr_null (g_dir_read_name (dir));
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("copy");
  TCase *copy = tcase_create ("copy");

  tcase_add_test (copy, a_copy_says_when_and_why_it_was_made);
  tcase_add_test (copy, a_name_of_another_kind_says_nothing);
  tcase_add_test (copy, no_copies_are_an_empty_list);
  tcase_add_test (copy, a_folder_that_is_none_is_refused);
  tcase_add_test (copy, a_copy_knows_its_books);
  tcase_add_test (copy, looking_into_a_copy_leaves_nothing_beside_it);
  suite_add_tcase (suite, copy);
  return jh_test_run (suite);
}
