/* The reference filing, a real disclosure: exactly what was found wrong in it
 * by hand is found, with its numbers, and nothing is said of what holds. */
#include "../books/fixture.h"

#include <glib/gstdio.h>

#include "jh-checker.h"
#include "jh-import.h"

/* Books with the reference filing, without the file @without unless it is
 * NULL; its id is 1. The caller frees the path. */
static char *
make_books (const char *without)
{
  char *path = new_path ();
  g_autofree char *folder = jh_test_copy_sample (FALSE);
  g_autoptr (JhStore) store = open_books (path, JH_STORE_CREATE);
  g_autoptr (GError) error = NULL;

  if (without)
    {
      g_autofree char *file = g_build_filename (folder, without, NULL);

      ck_assert_int_eq (g_remove (file), 0);
    }
  ck_assert (jh_import_folder (store, folder, FALSE, NULL, &error));
  jh_assert_no_error (error);
  return path;
}

static GPtrArray *
check (const char *path)
{
  g_autoptr (JhStore) store = open_books (path, JH_STORE_READ);
  g_autoptr (JhChecker) checker = jh_checker_new ();
  g_autoptr (GError) error = NULL;
  GPtrArray *findings = jh_checker_check (checker, store, 1, &error);

  jh_assert_no_error (error);
  return findings;
}

/* One finding as a line of the golden text. */
static void
append_line (GString *text, const JhFinding *finding)
{
  g_string_append_printf (
    text, "%s %s%s%s %s\n", jh_severity_name (finding->severity),
    finding->rule, finding->cause ? " ← " : "",
    finding->cause ? finding->cause->rule : "", finding->message);
}

START_TEST (what_was_found_by_hand_is_found_and_nothing_else)
{
  g_autofree char *path = make_books (NULL);
  g_autoptr (GPtrArray) findings = check (path);
  g_autofree char *golden
    = g_build_filename (g_getenv ("JIHENG_SOURCE"), "tests", "golden",
                        "findings-reference.txt", NULL);
  g_autofree char *expected = NULL;
  GString *found = g_string_new (NULL);

  for (guint i = 0; i < findings->len; i++)
    append_line (found, findings->pdata[i]);
  if (g_strcmp0 (g_getenv ("JIHENG_UPDATE_GOLDEN"), "1") == 0)
    ck_assert (g_file_set_contents (golden, found->str, -1, NULL));
  expected = jh_test_read (golden, NULL);
  ck_assert_msg (g_str_equal (expected, found->str), "found:\n%.3500s",
                 found->str);
  g_string_free (found, TRUE);
}
END_TEST

/* What has to be among the findings, by the table of contradictions: the
 * rule, and how it is told. */
static const struct
{
  const char *rule;
  guint count;
  const char *left;
  const char *right;
  const char *difference;
} contradictions[] = {
  { "A01", 1, "208.23", "210.03", "-1.80" },
  { "A02", 1, "209.95", "210.03", "-0.08" },
  { "A03", 1, "141.23", "210.03", "-68.80" },
  { "A04", 1, "67.00", "0.00", "67.00" },
  { "A05", 2, "99.00", "67.00", "32.00" },
  { "A06", 1, "99%", "99.18%", "" },
  { "A07", 1, "1.72", "0.00", "1.72" },
  { "A08", 4, "182.23", "183.94", "-1.71" },
  { "A09", 1, "1.72", "0.01", "1.71" },
  { "A10", 1, "209.95", "208.23", "1.72" },
  { "A11", 1, "9", "=6", "" },
  { "A12", 1, "没有填", NULL, NULL },
  { "A13", 4, "没有填", NULL, NULL },
  { "A14", 24, "没有填", NULL, NULL },
  { "A15", 4, "16", "0", "16" },
  { "A17", 2, "99", "0", NULL },
  { "A19", 2, "没有", NULL, NULL },
  { "A20", 1, "50.00", "0", NULL },
  { "A22", 2, "132.83", "97.96", "34.87" },
};

START_TEST (every_contradiction_has_its_numbers)
{
  g_autofree char *path = make_books (NULL);
  g_autoptr (GPtrArray) findings = check (path);
  guint expected = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (contradictions); i++)
    {
      const JhFinding *first = NULL;
      guint count = 0;

      for (guint f = 0; f < findings->len; f++)
        {
          const JhFinding *finding = findings->pdata[f];

          if (!g_str_equal (finding->rule, contradictions[i].rule))
            continue;
          first = first ? first : finding;
          count++;
        }
      ck_assert_msg (count == contradictions[i].count, "%s: %u",
                     contradictions[i].rule, count);
      ck_assert_str_eq (first->left_value, contradictions[i].left);
      if (contradictions[i].right)
        ck_assert_str_eq (first->right_value, contradictions[i].right);
      if (contradictions[i].difference)
        ck_assert_str_eq (first->difference, contradictions[i].difference);
      ck_assert_str_ne (first->mend, "");
      ck_assert_str_ne (first->where, "");
      expected += count;
    }
  ck_assert_uint_eq (findings->len, expected);
}
END_TEST

START_TEST (without_reasons_growth_is_over_last_year)
{
  g_autofree char *path = make_books ("reasons.csv");
  g_autoptr (GPtrArray) findings = check (path);
  guint total = 0, reception = 0;

  for (guint f = 0; f < findings->len; f++)
    {
      const JhFinding *finding = findings->pdata[f];

      total += g_str_equal (finding->rule, "B06")
               && strstr (finding->message, "“支出总计”今年是 210.03 万元，"
                                            "上年是 145.07 万元，+64.96 万元"
                                            "（+44.78%）");
      reception += g_str_equal (finding->rule, "S07")
                   && strstr (finding->message,
                              "今年决算是 1.60 万元，上年是 1.44 万元，"
                              "+0.16 万元（+11.11%）");
      ck_assert_msg (finding->rule[0] == 'A'
                       || g_str_equal (finding->rule, "B06")
                       || g_str_equal (finding->rule, "S07"),
                     "%s %s", finding->rule, finding->message);
    }
  ck_assert_uint_eq (total, 1);
  ck_assert_uint_eq (reception, 1);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("reference");
  TCase *cases = tcase_create ("findings");

  tcase_add_test (cases, what_was_found_by_hand_is_found_and_nothing_else);
  tcase_add_test (cases, every_contradiction_has_its_numbers);
  tcase_add_test (cases, without_reasons_growth_is_over_last_year);
  suite_add_tcase (suite, cases);
  return jh_test_run (suite);
}
