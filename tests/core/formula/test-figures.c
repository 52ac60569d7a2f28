/* Tables of figures, and rows that are looked up in them. */
#include "jh-figures.h"

#include <string.h>

#include "formula-fixture.h"

/* Rows of every kind, alike and not: with more than 16 of them they are
 * looked up, with fewer they are asked. */
static JhValue
random_value (GRand *random)
{
  static const char *const words[] = { "a", "b", "1", "空白", "a\x1f" };

  switch (g_rand_int_range (random, 0, 6))
    {
    case 0:
      return jh_value_blank ();
    case 1:
      return jh_value_number (0, 1);
    case 2:
      return jh_value_number (33333 + g_rand_int_range (random, 0, 3),
                              100000);
    case 3:
      return jh_value_money (jh_money (g_rand_int_range (random, 0, 3)));
    default:
      return jh_value_text (
        words[g_rand_int_range (random, 0, G_N_ELEMENTS (words))]);
    }
}

/* As random_value(), of one kind and blanks. */
static JhValue
random_alike (GRand *random, JhValueKind kind)
{
  for (;;)
    {
      JhValue value = random_value (random);

      if (value.kind == kind || value.kind == JH_VALUE_BLANK)
        return value;
    }
}

/* What the condition @text comes to over @count random rows. */
static void
fill (Fixture *fixture, GRand *random, guint count, gboolean mixed)
{
  for (guint i = 0; i < count; i++)
    {
      guint row = jh_figures_add_row (fixture->spending, 0);
      JhFigures *figures = fixture->spending;

      for (guint c = 0; c < 2; c++)
        jh_figures_set (figures, row, c,
                        mixed ? random_value (random)
                              : random_alike (random, JH_VALUE_TEXT));
      jh_figures_set (figures, row, 2, random_alike (random, JH_VALUE_MONEY));
      jh_figures_set (figures, row, 4,
                      mixed ? random_value (random)
                            : random_alike (random, JH_VALUE_NUMBER));
    }
}

/* A condition on rows, as it is looked up by and as it has to be asked: what
 * is not plainly = is not looked up. */
static const struct
{
  const char *looked_up;
  const char *asked;
} pairs[] = {
  { "功能 = e.功能", "(功能 = e.功能 或 1 = 2)" },
  { "e.份数 = 份数", "(e.份数 = 份数 或 1 = 2)" },
  { "决算 = e.决算", "(决算 = e.决算 或 1 = 2)" },
  { "功能 = e.功能 且 类别 = e.类别",
    "(功能 = e.功能 或 1 = 2) 且 (类别 = e.类别 或 1 = 2)" },
  { "功能 & 类别 = e.功能 & e.类别",
    "(功能 & 类别 = e.功能 & e.类别 或 1 = 2)" },
  { "份数 × 2 = e.份数 × 2 且 有(决算)",
    "(份数 × 2 = e.份数 × 2 或 1 = 2) 且 有(决算)" },
  { "空(功能) = 空(e.功能)", "(空(功能) = 空(e.功能) 或 1 = 2)" },
  { "有(份数) 且 1 ÷ 份数 = e.份数",
    "有(份数) 且 (1 ÷ 份数 = e.份数 或 1 = 2)" },
};

/* Runs a formula of the condition @condition over the rows of @fixture. What
 * a fault is in differs, so that only its being one is told. */
static char *
run_with (const Fixture *fixture, const char *condition)
{
  g_autofree char *text = g_strdup_printf (
    "每条 e 于 支出: 和(支出[%s].决算) = 个数(支出[%s]) - 个数(支出[%s])",
    condition, condition, condition);
  char *got = fixture_run (fixture, text);
  char *fault = strchr (got, '!');

  if (fault)
    fault[1] = '\0';
  return got;
}

static void
compare_ways (guint pair, gboolean mixed, guint count)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (pair + count);

  for (guint i = 0; i < 15; i++)
    {
      g_autoptr (Fixture) fixture = fixture_new (JH_MONEY_WAN, FALSE);
      g_autofree char *fast = NULL;
      g_autofree char *slow = NULL;

      fill (fixture, random, count, mixed);
      fast = run_with (fixture, pairs[pair].looked_up);
      slow = run_with (fixture, pairs[pair].asked);
      ck_assert_msg (strcmp (fast, slow) == 0, "%s\n%s\nis not\n%s",
                     pairs[pair].looked_up, fast, slow);
    }
}

START_TEST (rows_looked_up_are_those_that_asking_finds)
{
  compare_ways (_i, FALSE, 20);
  compare_ways (_i, FALSE, 60);
}
END_TEST

START_TEST (rows_of_mixed_kinds_are_a_fault_either_way)
{
  compare_ways (_i, TRUE, 13);
  compare_ways (_i, TRUE, 30);
}
END_TEST

START_TEST (a_sum_is_kept_for_what_is_exactly_the_same)
{
  g_autoptr (Fixture) fixture = fixture_new (JH_MONEY_WAN, FALSE);
  g_autofree char *got = NULL;
  static const FormulaCase one = {
    "每条 e 于 支出[类别 = \"细\"]: 和(支出[份数 = e.份数].决算) = e.决算", ""
  };

  for (guint i = 0; i < 20; i++)
    {
      guint row = jh_figures_add_row (fixture->spending, 0);

      jh_figures_set (fixture->spending, row, 1, jh_value_text ("细"));
      jh_figures_set (fixture->spending, row, 2,
                      jh_value_money (jh_money (i + 1)));
      jh_figures_set (fixture->spending, row, 4,
                      jh_value_number (33333000 + i, 100000000));
    }
  got = fixture_run (fixture, one.text);
  ck_assert_str_eq (got, one.expected);
}
END_TEST

START_TEST (a_table_keeps_what_is_put_into_it)
{
  g_autoptr (Fixture) fixture = fixture_new (JH_MONEY_WAN, FALSE);
  g_autoptr (JhFigures) figures = jh_figures_new (fixture->kind);
  char words[] = "字";
  const GArray *rows;

  ck_assert_str_eq (jh_figures_get_table (figures), "");
  ck_assert_str_eq (jh_figures_get_field (figures, 1), "");
  jh_figures_set_table (figures, "expenditure");
  jh_figures_set_field (figures, 1, "category");
  ck_assert_str_eq (jh_figures_get_table (figures), "expenditure");
  ck_assert_str_eq (jh_figures_get_field (figures, 1), "category");
  ck_assert_uint_eq (jh_figures_add_row (figures, 42), 0);
  ck_assert_int_eq (jh_figures_get_id (figures, 0), 42);
  ck_assert (jh_figures_get (figures, 0, 0).kind == JH_VALUE_BLANK);
  rows = jh_figures_find_rows (figures, 0, jh_value_text ("字"));
  ck_assert_ptr_null (rows);
  jh_figures_set (figures, 0, 0, jh_value_text (words));
  words[0] = 'x';
  ck_assert_str_eq (jh_figures_get (figures, 0, 0).text, "字");
  rows = jh_figures_find_rows (figures, 0, jh_value_text ("字"));
  ck_assert_uint_eq (rows->len, 1);
  ck_assert (jh_figures_goes_with (figures, 0, jh_value_text ("x")));
  ck_assert (!jh_figures_goes_with (figures, 0, jh_value_number (1, 1)));
  ck_assert (jh_figures_get_kind (figures) == fixture->kind);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("figures");
  TCase *cases = tcase_create ("tables");

  tcase_set_timeout (cases, 60);
  tcase_add_loop_test (cases, rows_looked_up_are_those_that_asking_finds, 0,
                       G_N_ELEMENTS (pairs));
  tcase_add_loop_test (cases, rows_of_mixed_kinds_are_a_fault_either_way, 0,
                       G_N_ELEMENTS (pairs));
  tcase_add_test (cases, a_sum_is_kept_for_what_is_exactly_the_same);
  tcase_add_test (cases, a_table_keeps_what_is_put_into_it);
  suite_add_tcase (suite, cases);
  return jh_test_run (suite);
}
