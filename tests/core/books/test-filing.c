/* Filings: one unit in one year. */
#include "fixture.h"

START_TEST (a_filing_comes_back_as_it_was_stored)
{
  g_autoptr (JhStore) store = new_books ();
  g_autoptr (GError) error = NULL;
  g_autoptr (JhFiling) filing = jh_filing_new ();
  g_autoptr (JhFiling) found = NULL;
  JhChange *change = begin (store, "新建");

  g_free (filing->code);
  filing->code = g_strdup ("510811-A");
  g_free (filing->name);
  filing->name = g_strdup ("某单位");
  g_free (filing->region);
  filing->region = g_strdup ("510811");
  filing->year = 2023;
  filing->money_unit = JH_MONEY_YUAN;
  ck_assert (jh_filing_insert (store, filing, &error));
  commit (change);
  ck_assert (jh_filing_find (store, "510811-A", 2023, &found, &error));
  ck_assert_ptr_nonnull (found);
  ck_assert_int_eq (found->id, filing->id);
  ck_assert_str_eq (found->name, "某单位");
  ck_assert_str_eq (found->region, "510811");
  ck_assert_str_eq (found->state, "填报");
  ck_assert_int_eq (found->money_unit, JH_MONEY_YUAN);
}
END_TEST

START_TEST (what_is_not_there_is_not_found)
{
  g_autoptr (JhStore) store = new_books ();
  g_autoptr (GError) error = NULL;
  JhFiling *found = NULL;

  new_filing (store, "U1", 2023);
  ck_assert (jh_filing_find (store, "U1", 2024, &found, &error));
  ck_assert_ptr_null (found);
  ck_assert (jh_filing_find (store, "U2", 2023, &found, &error));
  ck_assert_ptr_null (found);
  ck_assert_ptr_null (jh_filing_get (store, 99, &error));
  jh_assert_error (error, JH_ERROR_NOT_FOUND, "不在账套里");
}
END_TEST

START_TEST (filings_are_listed_by_unit_and_year)
{
  static const struct
  {
    const char *code;
    int year;
    guint count;
  } cases[] = {
    { NULL, 0, 3 },   { "U1", 0, 2 },    { NULL, 2023, 2 },
    { "U1", 2024, 1 }, { "U2", 2024, 0 }, { "别的", 0, 0 },
  };
  g_autoptr (JhStore) store = new_books ();
  g_autoptr (GPtrArray) all = NULL;

  new_filing (store, "U2", 2023);
  new_filing (store, "U1", 2024);
  new_filing (store, "U1", 2023);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) filings
        = jh_filing_list (store, cases[i].code, cases[i].year, NULL);

      ck_assert_uint_eq (filings->len, cases[i].count);
    }
  all = jh_filing_list (store, NULL, 0, NULL);
  ck_assert_int_eq (((JhFiling *) all->pdata[0])->year, 2023);
  ck_assert_int_eq (((JhFiling *) all->pdata[1])->year, 2024);
  ck_assert_str_eq (((JhFiling *) all->pdata[2])->code, "U2");
}
END_TEST

START_TEST (the_years_of_a_unit_share_it)
{
  g_autoptr (JhStore) store = new_books ();
  g_autoptr (JhFiling) one
    = jh_filing_get (store, new_filing (store, "U1", 2023), NULL);
  g_autoptr (JhFiling) two
    = jh_filing_get (store, new_filing (store, "U1", 2024), NULL);

  ck_assert_int_eq (one->unit, two->unit);
}
END_TEST

START_TEST (a_unit_has_one_filing_a_year)
{
  g_autoptr (JhStore) store = new_books ();
  g_autoptr (GError) error = NULL;
  g_autoptr (JhFiling) again
    = jh_filing_get (store, new_filing (store, "U1", 2023), NULL);
  JhChange *change = begin (store, "又一次");

  ck_assert (!jh_filing_insert (store, again, &error));
  jh_assert_error (error, JH_ERROR_DATA, "不能入账");
  jh_change_free (change);
}
END_TEST

START_TEST (a_filing_with_wrong_facts_cannot_be_stored)
{
  static const struct
  {
    int year;
    const char *name;
    const char *region;
  } cases[] = {
    { 1900, "某单位", "" },
    { 3000, "某单位", "" },
    { 2023, "", "" },
    { 2023, "某单位", "51A811" },
    { 2023, "某单位", "5108110000000" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (JhStore) store = new_books ();
      g_autoptr (GError) error = NULL;
      g_autoptr (JhFiling) filing = jh_filing_new ();
      JhChange *change = begin (store, "错的");

      g_free (filing->code);
      filing->code = g_strdup ("U1");
      g_free (filing->name);
      filing->name = g_strdup (cases[i].name);
      g_free (filing->region);
      filing->region = g_strdup (cases[i].region);
      filing->year = cases[i].year;
      ck_assert (!jh_filing_insert (store, filing, &error));
      jh_assert_error (error, JH_ERROR_DATA, "不能入账");
      jh_change_free (change);
    }
}
END_TEST

START_TEST (a_state_that_is_none_cannot_be_stored)
{
  g_autoptr (JhStore) store = new_books ();
  g_autoptr (GError) error = NULL;
  g_autoptr (JhFiling) filing
    = jh_filing_get (store, new_filing (store, "U1", 2023), NULL);
  JhChange *change = begin (store, "错的");

  ck_assert (!jh_filing_set_state (store, filing, "完成", &error));
  jh_assert_error (error, JH_ERROR_DATA, "不能入账");
  ck_assert_str_eq (filing->state, "填报");
  jh_change_free (change);
}
END_TEST

START_TEST (a_filing_goes_with_all_that_belongs_to_it)
{
  g_autoptr (JhStore) store = new_books ();
  g_autoptr (GError) error = NULL;
  gint64 id = new_full_filing (store, "U1", 2023);
  g_autoptr (JhFiling) filing = jh_filing_get (store, id, NULL);
  JhChange *change = begin (store, "删去");

  ck_assert (jh_filing_remove (store, filing, &error));
  commit (change);
  for (int table = 0; table < JH_N_TABLES; table++)
    {
      g_autoptr (GPtrArray) rows
        = jh_table_list (store, jh_table_get (table), id, &error);

      ck_assert_uint_eq (rows->len, 0);
    }
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("filing");
  TCase *filing = tcase_create ("filing");

  tcase_set_timeout (filing, 60);
  tcase_add_test (filing, a_filing_comes_back_as_it_was_stored);
  tcase_add_test (filing, what_is_not_there_is_not_found);
  tcase_add_test (filing, filings_are_listed_by_unit_and_year);
  tcase_add_test (filing, the_years_of_a_unit_share_it);
  tcase_add_test (filing, a_unit_has_one_filing_a_year);
  tcase_add_test (filing, a_filing_with_wrong_facts_cannot_be_stored);
  tcase_add_test (filing, a_state_that_is_none_cannot_be_stored);
  tcase_add_test (filing, a_filing_goes_with_all_that_belongs_to_it);
  suite_add_tcase (suite, filing);
  return jh_test_run (suite);
}
