#include "jh-grid.h"
#include "jh-test.h"

START_TEST (a_text_is_kept_once)
{
  g_autoptr (JhTexts) texts = jh_texts_new ();
  char text[] = "合计";
  const char *kept = jh_texts_keep (texts, text);

  ck_assert_str_eq (kept, "合计");
  ck_assert_ptr_ne (kept, text);
  ck_assert_ptr_eq (jh_texts_keep (texts, "合计"), kept);
  ck_assert_ptr_ne (jh_texts_keep (texts, "小计"), kept);
  ck_assert_str_eq (jh_texts_keep (texts, ""), "");
}
END_TEST

START_TEST (shared_texts_live_as_long_as_a_grid_that_shows_them)
{
  JhTexts *texts = jh_texts_new ();
  const char *kept = jh_texts_keep (texts, "合计");
  JhGrid *first = jh_grid_new (1, 2);
  g_autoptr (JhGrid) second = jh_grid_new (1, 2);

  jh_grid_share (first, texts);
  jh_grid_share (second, texts);
  jh_texts_unref (texts);
  jh_grid_put_text (second, 0, 1, JH_ROLE_LABEL, kept);
  jh_grid_put_row_key (second, 0, 0, 2, kept);
  jh_grid_put_column_key (second, 0, 1, kept);
  jh_grid_free (first);
  ck_assert_ptr_eq (jh_grid_get_cell (second, 0, 1)->text, kept);
  ck_assert_int_eq (jh_grid_get_cell (second, 0, 1)->kind, JH_CELL_TEXT);
  ck_assert_int_eq (jh_grid_get_cell (second, 0, 1)->role, JH_ROLE_LABEL);
  ck_assert_str_eq (jh_grid_get_row_key (second, 0, 0), "合计");
  ck_assert_ptr_nonnull (jh_grid_find (second, "合计", "合计", NULL, NULL));
  ck_assert_ptr_null (jh_grid_get_column_key (second, 0, 0));
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("texts");
  TCase *cases = tcase_create ("texts");

  tcase_add_test (cases, a_text_is_kept_once);
  tcase_add_test (cases, shared_texts_live_as_long_as_a_grid_that_shows_them);
  suite_add_tcase (suite, cases);
  return jh_test_run (suite);
}
