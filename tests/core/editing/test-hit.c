/* What the search finds leads somewhere. */
#include "jh-hit.h"

#include "../books/fixture.h"

/* A session of a filing with one line of expenditure, one of income and a
 * project; the store goes to @store. */
static JhSession *
make_session (JhStore **store)
{
  g_autoptr (GError) error = NULL;
  JhSession *session;

  *store = new_books ();
  session
    = jh_session_new (*store, new_full_filing (*store, "A", 2023), &error);
  jh_assert_no_error (error);
  return session;
}

/* kind, key: of the hit
 * page, table, field: of the place; page NULL for an error */
static const struct
{
  JhSearchKind kind;
  const char *key;
  const char *page;
  const char *table;
  const char *field;
} hits[] = {
  { JH_SEARCH_PAGE, "sangong", "sangong", "", "" },
  { JH_SEARCH_SHEET, "公开01", "sheets", "", "" },
  { JH_SEARCH_PROJECT, "code1", "projects", "project", "code" },
  { JH_SEARCH_FUNCTIONAL, "functional2", "expenditure", "expenditure",
    "functional" },
  { JH_SEARCH_ECONOMIC, "economic2", "expenditure", "expenditure",
    "economic" },
  { JH_SEARCH_FUNCTIONAL, "2019999", NULL, NULL, NULL },
  { JH_SEARCH_ECONOMIC, "functional2", NULL, NULL, NULL },
};

START_TEST (a_hit_leads_to_its_place)
{
  g_autoptr (JhStore) store = NULL;
  g_autoptr (JhSession) session = make_session (&store);
  JhCandidate hit = { hits[_i].kind, "1", "名称", "", "", hits[_i].key };
  g_autoptr (GError) error = NULL;
  g_autoptr (JhPlace) place = jh_hit_dup_place (&hit, session, &error);

  if (hits[_i].page == NULL)
    {
      ck_assert_ptr_null (place);
      jh_assert_error (error, JH_ERROR_NOT_FOUND, "还没有用到科目");
      return;
    }
  jh_assert_no_error (error);
  ck_assert_str_eq (place->page, hits[_i].page);
  ck_assert_str_eq (place->table, hits[_i].table);
  ck_assert_str_eq (place->field, hits[_i].field);
  ck_assert_int_eq (place->row != 0, *hits[_i].table != '\0');
}
END_TEST

START_TEST (a_code_of_income_alone_leads_to_income)
{
  g_autoptr (JhStore) store = new_books ();
  gint64 id = new_filing (store, "A", 2023);
  JhIncome *row = jh_row_new (jh_income_table ());
  JhCandidate hit = { JH_SEARCH_FUNCTIONAL, "", "", "", "", "2013150" };
  g_autoptr (GError) error = NULL;
  g_autoptr (JhSession) session = NULL;
  g_autoptr (JhPlace) place = NULL;
  JhChange *change = begin (store, "收入");

  g_free (row->source);
  row->source = g_strdup ("事业收入");
  g_free (row->functional);
  row->functional = g_strdup ("2013150");
  ck_assert (jh_table_insert (store, id, row, &error));
  commit (change);
  session = jh_session_new (store, id, &error);
  place = jh_hit_dup_place (&hit, session, &error);
  ck_assert_str_eq (place->page, "income");
  ck_assert_int_eq (place->row, row->row.id);
  jh_row_free (row);
}
END_TEST

START_TEST (a_unit_leads_to_its_filing_of_the_year_or_the_latest)
{
  g_autoptr (JhStore) store = new_books ();
  gint64 old = new_filing (store, "A", 2021);
  gint64 latest = new_filing (store, "A", 2023);
  JhCandidate unit = { JH_SEARCH_UNIT, "", "单位A", "", "", "A" };
  JhCandidate gone = { JH_SEARCH_UNIT, "", "单位B", "", "", "B" };
  JhCandidate filing = { JH_SEARCH_FILING, "", "", "", "", "7" };
  g_autoptr (GError) error = NULL;

  ck_assert_int_eq (jh_hit_find_filing (&unit, store, 2021, &error), old);
  ck_assert_int_eq (jh_hit_find_filing (&unit, store, 2019, &error), latest);
  ck_assert_int_eq (jh_hit_find_filing (&filing, store, 0, &error), 7);
  jh_assert_no_error (error);
  ck_assert_int_eq (jh_hit_find_filing (&gone, store, 0, &error), 0);
  jh_assert_error (error, JH_ERROR_NOT_FOUND, "单位B");
}
END_TEST

START_TEST (every_kind_has_a_name)
{
  JhCandidate hit = { (JhSearchKind) _i, "", "", "", "", "" };

  ck_assert_ptr_nonnull (jh_hit_get_kind_name (&hit));
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("hit");
  TCase *all = tcase_create ("hit");

  tcase_add_loop_test (all, a_hit_leads_to_its_place, 0, G_N_ELEMENTS (hits));
  tcase_add_test (all, a_code_of_income_alone_leads_to_income);
  tcase_add_test (all, a_unit_leads_to_its_filing_of_the_year_or_the_latest);
  tcase_add_loop_test (all, every_kind_has_a_name, 0, JH_N_SEARCH_KINDS);
  suite_add_tcase (suite, all);
  return jh_test_run (suite);
}
