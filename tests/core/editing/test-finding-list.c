/* The list of findings makes its items when they are asked for, and says no
 * more than what changed. */
#include "jh-finding-list.h"

#include <check.h>
#include <string.h>

#include "jh-test.h"

/* One finding for each letter of @letters, which is all that it says. */
static GPtrArray *
make_findings (const char *letters)
{
  GPtrArray *findings = jh_findings_new ();

  for (const char *letter = letters; *letter; letter++)
    g_ptr_array_add (
      findings, jh_finding_new ("B01", JH_SEVERITY_ERROR, "", "%c", *letter));
  return findings;
}

/* before, now: letters that are found
 * first, removed, added: where they differ */
static const struct
{
  const char *before;
  const char *now;
  JhFindingSpan span;
} cases[] = {
  { "", "", { 0, 0, 0 } },       { "", "abc", { 0, 0, 3 } },
  { "abc", "", { 0, 3, 0 } },    { "abc", "abc", { 3, 0, 0 } },
  { "abc", "xbc", { 0, 1, 1 } }, { "abc", "axc", { 1, 1, 1 } },
  { "abc", "abx", { 2, 1, 1 } }, { "abc", "ab", { 2, 1, 0 } },
  { "abc", "bc", { 0, 1, 0 } },  { "abc", "abbc", { 2, 0, 1 } },
  { "aaaa", "aa", { 2, 2, 0 } }, { "aa", "aaaa", { 2, 0, 2 } },
  { "abc", "xyz", { 0, 3, 3 } },
};

START_TEST (lists_differ_between_what_they_begin_and_end_with)
{
  g_autoptr (GPtrArray) before = make_findings (cases[_i].before);
  g_autoptr (GPtrArray) now = make_findings (cases[_i].now);
  JhFindingSpan span = jh_finding_span_find (before, now);

  ck_assert_uint_eq (span.first, cases[_i].span.first);
  ck_assert_uint_eq (span.removed, cases[_i].span.removed);
  ck_assert_uint_eq (span.added, cases[_i].span.added);
}
END_TEST

START_TEST (the_same_sentence_of_another_place_differs)
{
  g_autoptr (GPtrArray) before = make_findings ("a");
  g_autoptr (GPtrArray) now = make_findings ("a");

  jh_finding_set_place (now->pdata[0], "income", 2, "actual");
  ck_assert_uint_eq (jh_finding_span_find (before, now).added, 1);
  jh_finding_set_place (before->pdata[0], "income", 2, "actual");
  ck_assert_uint_eq (jh_finding_span_find (before, now).added, 0);
  jh_finding_set_sheet (now->pdata[0], "income");
  ck_assert_uint_eq (jh_finding_span_find (before, now).added, 1);
}
END_TEST

static void
changed_cb (GListModel *model, guint first, guint removed, guint added,
            GString *said)
{
  g_string_append_printf (said, "%u-%u+%u ", first, removed, added);
}

/* Lists @letters instead of what is listed. */
static void
list (JhFindingList *findings, const char *letters)
{
  g_autoptr (GPtrArray) now = make_findings (letters);
  JhFindingSpan span
    = jh_finding_span_find (jh_finding_list_get (findings), now);

  jh_finding_list_set (findings, now, &span);
}

START_TEST (only_what_changed_is_said)
{
  g_autoptr (JhFindingList) findings = jh_finding_list_new ();
  g_autoptr (GString) said = g_string_new (NULL);

  g_signal_connect (findings, "items-changed", G_CALLBACK (changed_cb), said);
  list (findings, "abc");
  list (findings, "abc");
  list (findings, "axc");
  list (findings, "");
  ck_assert_str_eq (said->str, "0-0+3 1-1+1 0-3+0 ");
}
END_TEST

START_TEST (an_item_outlives_the_list_that_it_is_from)
{
  JhFindingList *findings = jh_finding_list_new ();
  g_autoptr (JhFindingItem) item = NULL;

  list (findings, "abc");
  item = g_list_model_get_item (G_LIST_MODEL (findings), 1);
  ck_assert_ptr_null (g_list_model_get_item (G_LIST_MODEL (findings), 3));
  list (findings, "xyz");
  g_object_unref (findings);
  ck_assert_str_eq (jh_finding_item_get (item)->message, "b");
}
END_TEST

START_TEST (an_item_keeps_what_it_follows_from)
{
  JhFindingList *findings = jh_finding_list_new ();
  g_autoptr (JhFindingItem) item = NULL;
  GPtrArray *now = make_findings ("ab");
  JhFindingSpan span = { 0, 0, 2 };

  jh_finding_set_cause (now->pdata[1], now->pdata[0]);
  jh_finding_list_set (findings, now, &span);
  g_ptr_array_unref (now);
  item = g_list_model_get_item (G_LIST_MODEL (findings), 1);
  list (findings, "");
  g_object_unref (findings);
  g_usleep (50 * 1000);
  ck_assert_str_eq (jh_finding_item_get (item)->cause->message, "a");
}
END_TEST

/* Says something more of @finding; one for each kind of thing to say. */
static void
say_words (JhFinding *finding)
{
  jh_finding_set_waiver (finding, JH_WAIVER_HOLDS, "", "", "");
}

static void
say_mend (JhFinding *finding)
{
  jh_finding_set_mend (finding, "mend");
}

static void
say_seen (JhFinding *finding)
{
  jh_finding_set_first_seen (finding, "2026-11-25T08:00:00Z");
}

static void
say_cell (JhFinding *finding)
{
  jh_finding_add_cell (finding)->value = g_strdup ("1.00");
}

static void
say_cause (JhFinding *finding)
{
  JhFinding *cause = jh_finding_new ("B02", JH_SEVERITY_ERROR, "", "c");

  jh_finding_set_cause (finding, cause);
  jh_finding_unref (cause);
}

static void (*const says[]) (JhFinding *finding)
  = { say_words, say_mend, say_seen, say_cell, say_cause };

START_TEST (findings_of_which_more_is_said_differ)
{
  g_autoptr (GPtrArray) before = make_findings ("a");
  g_autoptr (GPtrArray) now = make_findings ("a");

  says[_i](now->pdata[0]);
  ck_assert (!jh_finding_equal (before->pdata[0], now->pdata[0]));
  says[_i](before->pdata[0]);
  ck_assert (jh_finding_equal (before->pdata[0], now->pdata[0]));
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("finding-list");
  TCase *all = tcase_create ("finding-list");

  tcase_add_loop_test (all, lists_differ_between_what_they_begin_and_end_with,
                       0, G_N_ELEMENTS (cases));
  tcase_add_test (all, the_same_sentence_of_another_place_differs);
  tcase_add_test (all, only_what_changed_is_said);
  tcase_add_test (all, an_item_outlives_the_list_that_it_is_from);
  tcase_add_test (all, an_item_keeps_what_it_follows_from);
  tcase_add_loop_test (all, findings_of_which_more_is_said_differ, 0,
                       G_N_ELEMENTS (says));
  suite_add_tcase (suite, all);
  return jh_test_run (suite);
}
