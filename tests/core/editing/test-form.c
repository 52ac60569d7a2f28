#include "fixture.h"

#include "jh-form.h"

static JhTableModel *
open_form (Desk *desk, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JhForms) forms = jh_forms_new (&error);
  const JhForm *form;

  jh_assert_no_error (error);
  form = jh_forms_find (forms, name);
  ck_assert_ptr_nonnull (form);
  ck_assert_str_ne (jh_form_get_title (form), "");
  return jh_form_open (form, desk->session);
}

/* A form, how many rows it has when there is nothing in the books, whether
 * it grows, and its first column. */
static const struct
{
  const char *name;
  guint rows;
  gboolean grows;
  const char *label;
} forms[] = {
  { "unit", 18, TRUE, "事项" },
  { "income", 0, TRUE, "来源" },
  { "expenditure", 0, TRUE, "功能科目" },
  { "carryover", 16, FALSE, "资金" },
  { "projects", 0, TRUE, "项目编号" },
  { "project-funds", 0, TRUE, "对象" },
  { "sangong", 5, FALSE, "项目" },
  { "counts", 8, FALSE, "项目" },
  { "other", 4, FALSE, "事项" },
  { "stated", 0, TRUE, "对象" },
};

START_TEST (every_page_has_its_form)
{
  g_auto (Desk) desk = { 0 };
  g_autoptr (JhTableModel) model = NULL;

  new_desk (&desk);
  model = open_form (&desk, forms[_i].name);
  ck_assert_uint_eq (count_rows (model), forms[_i].rows);
  ck_assert_int_eq (jh_table_model_grows (model), forms[_i].grows);
  ck_assert_str_eq (jh_table_model_get_column (model, 0)->label,
                    forms[_i].label);
}
END_TEST

START_TEST (counts_come_with_what_they_are_counted_in)
{
  g_auto (Desk) desk = { 0 };
  g_autoptr (JhTableModel) model = NULL;

  new_desk (&desk);
  model = open_form (&desk, "counts");
  assert_cell (model, 4, 0, "国内公务接待批次", NULL);
  assert_cell (model, 4, 2, "批次", NULL);
  ck_assert_str_eq (jh_table_model_get_column (model, 1)->help,
                    "整数；没有发生就填 0");
  type (model, 4, 1, "18");
  assert_rows (&desk, JH_TABLE_QUANTITY, 1);
  ck_assert_str_eq (ROW (&desk, QUANTITY, JhQuantity, 0)->measure, "批次");
  type (model, 4, 1, "1.5");
  assert_fault (model, 4, 1, "1.5", "1.5");
  assert_rows (&desk, JH_TABLE_QUANTITY, 0);
  ck_assert (!jh_table_model_has_totals (model));
}
END_TEST

/* A definition that is wrong, and what is said about it. */
static const struct
{
  const char *text;
  const char *part;
} wrongs[] = {
  { "[]", "forms.json" },
  { "{}", "1 到 100" },
  { "{\"forms\":[{\"title\":\"x\",\"table\":\"income\"}]}", "没有 name" },
  { "{\"forms\":[{\"name\":\"a\"}]}", "table 或 facts" },
  { "{\"forms\":[{\"name\":\"a\",\"table\":\"income\",\"facts\":[]}]}",
    "table 或 facts" },
  { "{\"forms\":[{\"name\":\"a\",\"table\":\"nothing\"}]}", "不是账套" },
  { "{\"forms\":[{\"name\":\"a\",\"table\":\"income\",\"colour\":1}]}",
    "colour" },
  { "{\"forms\":[{\"name\":\"a\",\"table\":\"income\",\"fields\":[\"x\"]}]}",
    "“x”" },
  { "{\"forms\":[{\"name\":\"a\",\"table\":\"income\",\"help\":{\"y\":"
    "\"\"}}]}",
    "“y”" },
  { "{\"forms\":[{\"name\":\"a\",\"table\":\"quantity\",\"rows\":\"all\"}]}",
    "lists" },
  { "{\"forms\":[{\"name\":\"a\",\"table\":\"quantity\",\"rows\":[{"
    "\"measure\":\"个\"}]}]}",
    "缺少必填" },
  { "{\"forms\":[{\"name\":\"a\",\"table\":\"quantity\",\"rows\":[{"
    "\"item\":\"x\",\"count\":\"1\"}]}]}",
    "只能是文字" },
  { "{\"forms\":[{\"name\":\"a\",\"facts\":[{\"measure\":\"个\"}]}]}",
    "没有名称" },
  { "{\"forms\":[{\"name\":\"a\",\"facts\":[]},{\"name\":\"a\",\"facts\":[]}"
    "]}",
    "两张表单" },
};

START_TEST (a_wrong_definition_is_refused)
{
  g_autoptr (GError) error = NULL;
  JhForms *read = jh_forms_read (wrongs[_i].text, strlen (wrongs[_i].text),
                                 "forms.json", &error);

  ck_assert_ptr_null (read);
  jh_assert_error (error, JH_ERROR_DATA, wrongs[_i].part);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("form");
  TCase *tcase = tcase_create ("form");

  tcase_set_timeout (tcase, 60);
  tcase_add_loop_test (tcase, every_page_has_its_form, 0,
                       G_N_ELEMENTS (forms));
  tcase_add_test (tcase, counts_come_with_what_they_are_counted_in);
  tcase_add_loop_test (tcase, a_wrong_definition_is_refused, 0,
                       G_N_ELEMENTS (wrongs));
  suite_add_tcase (suite, tcase);
  return jh_test_run (suite);
}
