/* The books of one filing in memory. */
#include "fixture.h"

START_TEST (books_put_into_another_filing_are_the_same_but_for_the_filing)
{
  g_autoptr (JhStore) store = new_books ();
  g_autoptr (GError) error = NULL;
  gint64 id = new_full_filing (store, "U1", 2023);
  g_autoptr (JhBooks) books = load_books (store, id);
  g_autoptr (JhBooks) again = NULL;
  JhChange *change = begin (store, "清空再填");

  ck_assert (jh_books_clear (store, id, &error));
  again = load_books (store, id);
  ck_assert (!jh_books_equal (books, again));
  ck_assert (jh_books_insert (store, books, &error));
  jh_books_free (g_steal_pointer (&again));
  again = load_books (store, id);
  ck_assert (jh_books_equal (books, again));
  commit (change);
}
END_TEST

START_TEST (books_differ_when_any_table_does)
{
  g_autoptr (JhStore) store = new_books ();
  gint64 id = new_full_filing (store, "U1", 2023);
  g_autoptr (JhBooks) books = load_books (store, id);
  g_autoptr (JhBooks) other = load_books (store, id);

  ck_assert (jh_books_equal (books, other));
  g_ptr_array_remove_index (other->rows[_i], 0);
  ck_assert (!jh_books_equal (books, other));
}
END_TEST

START_TEST (last_years_books_are_found_when_they_are_there)
{
  g_autoptr (JhStore) store = new_books ();
  g_autoptr (GError) error = NULL;
  gint64 before_id = new_full_filing (store, "U1", 2022);
  g_autoptr (JhBooks) books
    = load_books (store, new_full_filing (store, "U1", 2023));
  g_autoptr (JhBooks) before = NULL;
  g_autoptr (JhBooks) none = NULL;

  new_full_filing (store, "U2", 2021);
  ck_assert (jh_books_load_before (store, books, &before, &error));
  ck_assert_int_eq (before->filing->id, before_id);
  ck_assert (jh_books_load_before (store, before, &none, &error));
  ck_assert_ptr_null (none);
}
END_TEST

START_TEST (lists_of_the_same_year_and_region_are_taken_again)
{
  g_autoptr (JhStore) store = new_books ();
  g_autoptr (GError) error = NULL;
  gint64 one = new_filing (store, "U1", 2023);
  gint64 two = new_filing (store, "U2", 2023);
  gint64 other = new_filing (store, "U2", 2024);
  g_autoptr (JhBooks) first = load_books (store, one);
  g_autoptr (JhBooks) second
    = jh_books_load (store, two, first->lists, &error);
  g_autoptr (JhBooks) third
    = jh_books_load (store, other, first->lists, &error);

  ck_assert_ptr_eq (first->lists, second->lists);
  ck_assert_ptr_ne (first->lists, third->lists);
}
END_TEST

START_TEST (facts_and_projects_are_found_by_name)
{
  g_autoptr (JhStore) store = new_books ();
  g_autoptr (JhBooks) books
    = load_books (store, new_full_filing (store, "U1", 2023));

  ck_assert_ptr_nonnull (jh_books_find_fact (books, "name0"));
  ck_assert_ptr_null (jh_books_find_fact (books, "别的"));
  ck_assert_str_eq (jh_books_get_words (books, "name0"), "words0");
  ck_assert_str_eq (jh_books_get_words (books, "别的"), "");
  ck_assert_ptr_nonnull (jh_books_find_project (books, "code1"));
  ck_assert_ptr_null (jh_books_find_project (books, "别的"));
}
END_TEST

START_TEST (objects_are_the_whole_then_projects_then_what_else_is_named)
{
  static const char *const expected[]
    = { "整体",    "code0",   "code1",   "code2",  "code3",
        "object0", "object1", "object2", "object3" };
  g_autoptr (JhStore) store = new_books ();
  g_autoptr (JhBooks) books
    = load_books (store, new_full_filing (store, "U1", 2023));
  g_autoptr (GPtrArray) objects = jh_books_list_objects (books);

  ck_assert_uint_eq (objects->len, G_N_ELEMENTS (expected));
  for (guint i = 0; i < objects->len; i++)
    ck_assert_str_eq (objects->pdata[i], expected[i]);
}
END_TEST

START_TEST (books_of_a_filing_that_is_gone_are_refused)
{
  g_autoptr (JhStore) store = new_books ();
  g_autoptr (GError) error = NULL;

  ck_assert_ptr_null (jh_books_load (store, 7, NULL, &error));
  jh_assert_error (error, JH_ERROR_NOT_FOUND, "不在账套里");
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("books");
  TCase *books = tcase_create ("books");

  tcase_set_timeout (books, 60);
  tcase_add_test (
    books, books_put_into_another_filing_are_the_same_but_for_the_filing);
  tcase_add_loop_test (books, books_differ_when_any_table_does, 0,
                       JH_N_TABLES);
  tcase_add_test (books, last_years_books_are_found_when_they_are_there);
  tcase_add_test (books, lists_of_the_same_year_and_region_are_taken_again);
  tcase_add_test (books, facts_and_projects_are_found_by_name);
  tcase_add_test (
    books, objects_are_the_whole_then_projects_then_what_else_is_named);
  tcase_add_test (books, books_of_a_filing_that_is_gone_are_refused);
  suite_add_tcase (suite, books);
  return jh_test_run (suite);
}
