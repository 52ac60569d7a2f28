#include "jh-selector.h"

#include "sheets-fixture.h"

/* Reads a selector; the fault goes to @fault. */
static JhSelector *
read_selector (const char *text, GError **fault)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonObject) object
    = jh_json_parse (text, strlen (text), "a.json", &error);
  JhJson json = { "a.json", NULL };
  JhSelector *selector;

  jh_assert_no_error (error);
  selector = jh_selector_read (&json, object);
  *fault = json.fault;
  return selector;
}

/* The places that the selector @text finds in @table, joined by blanks;
 * "none" when the table lacks a column. */
static char *
dup_places (const char *text, const JhBooks *books, JhTableId table,
            const char *object)
{
  g_autoptr (GError) fault = NULL;
  g_autoptr (JhSelector) selector = read_selector (text, &fault);
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (guint));
  gboolean found;
  g_autoptr (GString) list = g_string_new (NULL);

  jh_assert_no_error (fault);
  found = jh_selector_match (selector, books, table, object, NULL, places);
  for (guint i = 0; i < places->len; i++)
    g_string_append_printf (list, "%s%u", i ? " " : "",
                            g_array_index (places, guint, i));
  return found ? g_string_free (g_steal_pointer (&list), FALSE)
               : g_strdup ("none");
}

START_TEST (rows_are_selected_by_words_beginnings_and_marks)
{
  static const struct
  {
    const char *text;
    JhTableId table;
    const char *object;
    const char *places;
  } cases[] = {
    { "{}", JH_TABLE_EXPENDITURE, NULL, "0 1 2 3" },
    { "{\"functional\":\"201*\"}", JH_TABLE_EXPENDITURE, NULL, "0 1 3" },
    { "{\"functional\":\"2013101\"}", JH_TABLE_EXPENDITURE, NULL, "0" },
    { "{\"functional\":\"201\"}", JH_TABLE_EXPENDITURE, NULL, "" },
    { "{\"functional\":\"*\"}", JH_TABLE_EXPENDITURE, NULL, "0 1 2 3" },
    { "{\"functional\":\"\"}", JH_TABLE_EXPENDITURE, NULL, "" },
    { "{\"functional\":[\"208*\",\"2013101\"]}", JH_TABLE_EXPENDITURE, NULL,
      "0 2" },
    { "{\"functional\":[]}", JH_TABLE_EXPENDITURE, NULL, "" },
    { "{\"fund\":\"@fiscal\"}", JH_TABLE_EXPENDITURE, NULL, "0 1 2" },
    { "{\"fund\":\"@fiscal\",\"functional\":\"201*\"}", JH_TABLE_EXPENDITURE,
      NULL, "0 1" },
    { "{\"source\":\"@fiscal\"}", JH_TABLE_INCOME, NULL, "0 2" },
    { "{\"source\":\"其他收入\"}", JH_TABLE_INCOME, NULL, "1" },
    { "{\"object\":\"{object}\"}", JH_TABLE_INDICATOR, "P1", "1" },
    { "{\"object\":\"{object}\"}", JH_TABLE_INDICATOR, "整体", "0" },
    { "{\"object\":\"{object}\"}", JH_TABLE_INDICATOR, NULL, "" },
    { "{\"object\":\"{object}\"}", JH_TABLE_EXPENDITURE, "P1", "none" },
    { "{\"source\":\"x\"}", JH_TABLE_EXPENDITURE, NULL, "none" },
    { "{\"actual\":\"1\"}", JH_TABLE_EXPENDITURE, NULL, "none" },
  };
  g_autoptr (JhBooks) books = fixture_books (2023, "");

  fixture_spend (books, "2013101", "30101", "基本支出", GENERAL, "1");
  fixture_spend (books, "2013102", "30201", "项目支出", GOVERNMENT, "2");
  fixture_spend (books, "2080505", "30108", "基本支出", CAPITAL, "3");
  fixture_spend (books, "2013103", "30101", "基本支出", OTHER, "4");
  fixture_add (books, JH_TABLE_INCOME, GENERAL "|2013101|||1");
  fixture_add (books, JH_TABLE_INCOME, "其他收入|2013101|||1");
  fixture_add (books, JH_TABLE_INCOME, CAPITAL "|2013101|||1");
  fixture_add (books, JH_TABLE_INDICATOR, "整体|a|b|c");
  fixture_add (books, JH_TABLE_INDICATOR, "P1|a|b|c");
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *places = dup_places (cases[i].text, books,
                                            cases[i].table, cases[i].object);

      ck_assert_msg (g_str_equal (places, cases[i].places),
                     "%s selects “%s”, not “%s”", cases[i].text, places,
                     cases[i].places);
    }
}
END_TEST

START_TEST (a_selector_that_names_what_is_not_there_is_a_fault)
{
  static const struct
  {
    const char *text;
    const char *fault;
  } cases[] = {
    { "{\"from\":\"expenditure\",\"sum\":\"actual\",\"fund\":\"a\"}", NULL },
    { "{\"sum\":\"prior_actual\"}", NULL },
    { "{\"from\":\"expenditures\"}", "“from”：没有这张表" },
    { "{\"from\":1}", "“from”：应是一段文字" },
    { "{\"from\":\"income\",\"sum\":\"prior_actual\"}",
      "“sum”：表里没有这一栏" },
    { "{\"sum\":\"nothing\"}", "“sum”：表里没有这一栏" },
    { "{\"colour\":\"red\"}", "“colour”：表里没有这一栏" },
    { "{\"from\":\"income\",\"economic\":\"301\"}",
      "“economic”：表里没有这一栏" },
    { "{\"fund\":3}", "“fund”：应是文字，或一组文字" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) fault = NULL;
      g_autoptr (JhSelector) selector
        = read_selector (cases[i].text, &fault);

      ck_assert_ptr_nonnull (selector);
      if (cases[i].fault)
        jh_assert_error (fault, JH_ERROR_DATA, cases[i].fault);
      else
        jh_assert_no_error (fault);
    }
}
END_TEST

START_TEST (joined_selectors_select_what_both_do)
{
  g_autoptr (GError) fault = NULL;
  g_autoptr (JhSelector) row = read_selector (
    "{\"from\":\"income\",\"sum\":\"initial\",\"fund\":\"a\"}", &fault);
  g_autoptr (JhSelector) column = read_selector (
    "{\"sum\":\"actual\",\"fund\":\"b\"}", &fault);
  g_autoptr (JhSelector) everything = jh_selector_new ();
  g_autoptr (JhSelector) joined = jh_selector_join (row, column);
  g_autoptr (JhSelector) same = jh_selector_join (row, everything);

  ck_assert_int_eq (joined->table, JH_TABLE_INCOME);
  ck_assert_str_eq (joined->sum.in[JH_TABLE_INCOME]->name, "actual");
  ck_assert_uint_eq (joined->filters->len, 2);
  ck_assert_str_eq (same->sum.in[JH_TABLE_INCOME]->name, "initial");
  ck_assert_uint_eq (same->filters->len, 1);
  ck_assert_int_eq (everything->table, -1);
  jh_selector_add (everything, "fund", "c");
  ck_assert_uint_eq (everything->filters->len, 1);
  jh_selector_free (NULL);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("selector");
  TCase *cases = tcase_create ("selector");

  tcase_add_test (cases, rows_are_selected_by_words_beginnings_and_marks);
  tcase_add_test (cases,
                  a_selector_that_names_what_is_not_there_is_a_fault);
  tcase_add_test (cases, joined_selectors_select_what_both_do);
  suite_add_tcase (suite, cases);
  return jh_test_run (suite);
}
