#include "../books/fixture.h"
#include "jh-statement.h"
#include "raw.h"

/* Lends @query, which is expected to work. */
static JhStatement *
query (JhStore *store, JhQuery id)
{
  g_autoptr (GError) error = NULL;
  JhStatement *statement = jh_store_query (store, id, &error);

  jh_assert_no_error (error);
  ck_assert_ptr_nonnull (statement);
  return statement;
}

START_TEST (every_query_can_be_prepared)
{
  g_autoptr (JhStore) store = new_books ();

  for (int i = 0; i < JH_N_QUERIES; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (JhStatement) statement = NULL;

      /* The one script among them; it runs when a file is opened. */
      if (i == JH_QUERY_CONNECTION_HARDEN)
        continue;
      statement = jh_store_query (store, i, &error);
      ck_assert_msg (statement != NULL, "%s: %s", jh_query_sql (i),
                     error ? error->message : "");
    }
}
END_TEST

START_TEST (a_value_bound_comes_back_as_it_was)
{
  static const gint64 amounts[] = { 0, 1, -1, JH_MONEY_MAX, -JH_MONEY_MAX };
  g_autoptr (JhStore) store = new_books ();
  gint64 filing = new_filing (store, "U1", 2023);
  g_autoptr (GError) error = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (amounts); i++)
    {
      g_autofree char *figure = g_strdup_printf ("“%%s” '; -- 数%d", (int) i);
      g_autoptr (JhStatement) insert
        = query (store, JH_QUERY_PRIOR_YEAR_INSERT);

      jh_statement_bind_integer (insert, "filing", filing);
      jh_statement_bind_integer (insert, "place", 0);
      jh_statement_bind_text (insert, "figure", figure);
      jh_statement_bind_money (insert, "amount", jh_money (amounts[i]));
      ck_assert (jh_statement_run (insert, &error));
      jh_assert_no_error (error);
    }
  {
    g_autoptr (JhStatement) list = query (store, JH_QUERY_PRIOR_YEAR_LIST);

    jh_statement_bind_integer (list, "filing", filing);
    for (gsize i = 0; i < G_N_ELEMENTS (amounts); i++)
      {
        g_autofree char *figure
          = g_strdup_printf ("“%%s” '; -- 数%d", (int) i);

        ck_assert (jh_statement_next (list, &error));
        ck_assert_str_eq (jh_statement_get_text (list, 2), figure);
        ck_assert (!jh_statement_is_blank (list, 3));
        ck_assert_int_eq (jh_statement_get_integer (list, 3), amounts[i]);
        ck_assert (jh_money_equal (jh_statement_get_money (list, 3),
                                   jh_money (amounts[i])));
      }
    ck_assert (!jh_statement_next (list, &error));
    jh_assert_no_error (error);
  }
}
END_TEST

START_TEST (a_blank_is_no_value_of_any_kind)
{
  g_autoptr (JhStore) store = new_books ();
  gint64 filing = new_filing (store, "U1", 2023);
  g_autoptr (GError) error = NULL;
  JhStatement *insert = query (store, JH_QUERY_FILING_FACT_INSERT);
  g_autoptr (JhStatement) list = NULL;
  g_autoptr (GBytes) bytes = NULL;

  jh_statement_bind_integer (insert, "filing", filing);
  jh_statement_bind_integer (insert, "place", 0);
  jh_statement_bind_text (insert, "name", "a");
  jh_statement_bind_text (insert, "words", NULL);
  jh_statement_bind_integer (insert, "count", 3);
  jh_statement_bind_money (insert, "amount", jh_money_blank ());
  ck_assert (jh_statement_run (insert, &error));
  jh_statement_release (insert);

  list = query (store, JH_QUERY_FILING_FACT_LIST);
  jh_statement_bind_integer (list, "filing", filing);
  ck_assert (jh_statement_next (list, &error));
  ck_assert_int_eq (jh_statement_get_integer (list, 4), 3);
  for (guint column = 3; column <= 5; column += 2)
    {
      ck_assert (jh_statement_is_blank (list, column));
      ck_assert_str_eq (jh_statement_get_text (list, column), "");
      ck_assert_int_eq (jh_statement_get_integer (list, column), 0);
      ck_assert (!jh_statement_get_money (list, column).known);
    }
  bytes = jh_statement_dup_bytes (list, 3);
  ck_assert_uint_eq (g_bytes_get_size (bytes), 0);
  ck_assert (!jh_statement_next (list, &error));
  jh_assert_no_error (error);
}
END_TEST

START_TEST (what_was_bound_before_is_forgotten)
{
  g_autoptr (JhStore) store = new_books ();
  gint64 filing = new_filing (store, "U1", 2023);
  g_autoptr (GError) error = NULL;
  JhStatement *insert = query (store, JH_QUERY_REASON_INSERT);

  jh_statement_bind_integer (insert, "filing", filing);
  jh_statement_bind_integer (insert, "place", 0);
  jh_statement_bind_text (insert, "figure", "收入");
  jh_statement_bind_text (insert, "words", "增加");
  ck_assert (jh_statement_run (insert, &error));
  jh_statement_release (insert);

  insert = query (store, JH_QUERY_REASON_INSERT);
  jh_statement_bind_integer (insert, "filing", filing);
  jh_statement_bind_integer (insert, "place", 0);
  jh_statement_bind_text (insert, "figure", "支出");
  ck_assert (!jh_statement_run (insert, &error));
  jh_assert_error (error, JH_ERROR_DATA, "这样的数据不能入账");
  jh_statement_release (insert);

  /* The failure is not told again. */
  insert = query (store, JH_QUERY_REASON_INSERT);
  jh_statement_bind_integer (insert, "filing", filing);
  jh_statement_bind_integer (insert, "place", 0);
  jh_statement_bind_text (insert, "figure", "支出");
  jh_statement_bind_text (insert, "words", "减少");
  ck_assert (jh_statement_run (insert, &error));
  jh_assert_no_error (error);
  jh_statement_release (insert);
  jh_statement_release (NULL);
}
END_TEST

START_TEST (bytes_come_back_with_their_zeros)
{
  static const guint8 raw[] = { 0, 1, 0, 255, 0 };
  g_autoptr (JhStore) store = new_books ();
  g_autoptr (GBytes) bytes = g_bytes_new (raw, sizeof raw);
  g_autoptr (GBytes) none = g_bytes_new (NULL, 0);
  GBytes *values[] = { bytes, none };
  g_autoptr (GError) error = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_autoptr (JhStatement) insert
        = query (store, JH_QUERY_CHANGE_INSERT_DO);
      g_autoptr (JhStatement) get = NULL;
      g_autoptr (GBytes) found = NULL;

      jh_statement_bind_text (insert, "name", "a");
      jh_statement_bind_text (insert, "author", "b");
      jh_statement_bind_text (insert, "at", "2023-12-31T17:05:09+0800");
      jh_statement_bind_blank (insert, "filing");
      jh_statement_bind_bytes (insert, "changeset", values[i]);
      ck_assert (jh_statement_next (insert, &error));
      get = query (store, JH_QUERY_CHANGE_GET);
      jh_statement_bind_integer (get, "id",
                                 jh_statement_get_integer (insert, 0));
      ck_assert (jh_statement_run (insert, &error));
      ck_assert (jh_statement_next (get, &error));
      ck_assert (!jh_statement_is_blank (get, 8));
      found = jh_statement_dup_bytes (get, 8);
      ck_assert (g_bytes_equal (found, values[i]));
    }
}
END_TEST

START_TEST (columns_are_counted_and_have_names)
{
  g_autoptr (JhStore) store = new_books ();
  g_autoptr (JhStatement) list = query (store, JH_QUERY_REASON_LIST);

  ck_assert_uint_eq (jh_statement_count_columns (list), 4);
  ck_assert_str_eq (jh_statement_get_name (list, 0), "id");
  ck_assert_str_eq (jh_statement_get_name (list, 2), "figure");
  ck_assert_str_eq (jh_statement_get_name (list, 3), "words");
}
END_TEST

START_TEST (a_value_that_is_refused_ends_the_reading)
{
  g_autoptr (JhStore) store = new_books ();
  JhStatement *list = query (store, JH_QUERY_FUND_LIST);
  g_autoptr (GError) error = NULL;

  ck_assert (jh_statement_next (list, &error));
  jh_statement_refuse (list);
  ck_assert (!jh_statement_next (list, &error));
  jh_assert_error (error, JH_ERROR_DAMAGED, "不合规的数据");
  jh_statement_release (list);
  list = query (store, JH_QUERY_FUND_LIST);
  ck_assert (jh_statement_next (list, &error));
  /* A word is no number. */
  ck_assert_int_eq (jh_statement_get_integer (list, 0), 0);
  ck_assert (!jh_statement_next (list, &error));
  jh_assert_error (error, JH_ERROR_DAMAGED, "不合规的数据");
  jh_statement_release (list);
}
END_TEST

START_TEST (a_parameter_that_is_not_there_ends_the_program)
{
  g_autoptr (JhStore) store = new_books ();

  jh_statement_bind_integer (query (store, JH_QUERY_REASON_LIST), "none", 1);
}
END_TEST

START_TEST (a_statement_lent_twice_ends_the_program)
{
  g_autoptr (JhStore) store = new_books ();
  JhStatement *first = query (store, JH_QUERY_REASON_LIST);

  ck_assert_ptr_ne (first, query (store, JH_QUERY_REASON_LIST));
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("statement");
  TCase *tests = tcase_create ("statement");

  tcase_add_test (tests, every_query_can_be_prepared);
  tcase_add_test (tests, a_value_bound_comes_back_as_it_was);
  tcase_add_test (tests, a_blank_is_no_value_of_any_kind);
  tcase_add_test (tests, what_was_bound_before_is_forgotten);
  tcase_add_test (tests, bytes_come_back_with_their_zeros);
  tcase_add_test (tests, columns_are_counted_and_have_names);
  tcase_add_test (tests, a_value_that_is_refused_ends_the_reading);
  tcase_add_test_raise_signal (
    tests, a_parameter_that_is_not_there_ends_the_program, SIGTRAP);
  tcase_add_test_raise_signal (tests, a_statement_lent_twice_ends_the_program,
                               SIGABRT);
  suite_add_tcase (suite, tests);
  return jh_test_run (suite);
}
