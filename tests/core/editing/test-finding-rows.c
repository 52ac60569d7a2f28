/* Findings are listed under heads, by how grave they are and where they are
 * mended, what follows from another under that; and only what changed is
 * said to have. */
#include "jh-finding-rows.h"

#include <check.h>
#include <stdio.h>

#include "jh-finding-place.h"
#include "jh-test.h"

static const JhFindingPage pages[] = {
  { "income", "收入" },
  { "expenditure", "支出" },
  { "stated", "填报值" },
};

/* The findings that @text means, parted by blanks. Each is a letter for how
 * grave it is (e, w, n; E and W for those that are accepted), the table where
 * it is mended or a sheet after /, and = with the place of what it follows
 * from: "eincome w/公开05=0". Rules are numbered. */
static GPtrArray *
make_findings (const char *text)
{
  static const char severities[] = "ewn";
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  GPtrArray *findings = jh_findings_new ();

  for (guint i = 0; words[i] && *words[i]; i++)
    {
      g_auto (GStrv) parts = g_strsplit (words[i] + 1, "=", 2);
      g_autofree char *rule = g_strdup_printf ("R%u", i);
      const char *where = parts[0] ? parts[0] : "";
      char letter = g_ascii_tolower (*words[i]);
      JhSeverity severity
        = (JhSeverity) (strchr (severities, letter) - severities);
      JhFinding *finding
        = jh_finding_new (rule, severity, "", "%s", words[i]);

      if (*where == '/')
        jh_finding_set_sheet (finding, where + 1);
      else
        jh_finding_set_place (finding, where, 1, "actual");
      if (letter != *words[i])
        jh_finding_set_waiver (finding, JH_WAIVER_HOLDS, "可以", "经办", "");
      if (*where && parts[1])
        jh_finding_set_cause (finding, findings->pdata[atoi (parts[1])]);
      g_ptr_array_add (findings, finding);
    }
  return findings;
}

/* Lists what @text means instead of what is listed. */
static void
set (JhFindingList *list, const char *text)
{
  g_autoptr (GPtrArray) now = make_findings (text);
  JhFindingSpan span = jh_finding_span_find (jh_finding_list_get (list), now);

  jh_finding_list_set (list, now, &span);
}

/* What is listed: heads in brackets, the number of a rule, > before what
 * stands under another. The caller frees it. */
static char *
dup_rows (JhFindingRows *rows)
{
  GString *words = g_string_new (NULL);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (rows));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (JhFindingItem) item
        = g_list_model_get_item (G_LIST_MODEL (rows), i);
      g_autofree char *spoken = NULL;
      gboolean head = jh_finding_item_get (item) == NULL;
      gboolean follows;

      g_object_get (item, "spoken", &spoken, "follows", &follows, NULL);
      if (head)
        g_string_append_printf (words, "[%s]", spoken);
      else
        g_string_append_printf (words, "%s%s ", follows ? ">" : "",
                                jh_finding_item_get (item)->rule + 1);
    }
  return g_string_free (words, FALSE);
}

static void
assert_rows (JhFindingRows *rows, const char *expected)
{
  g_autofree char *words = dup_rows (rows);

  ck_assert_str_eq (words, expected);
}

/* findings: as make_findings() takes them
 * kinds, page: what is looked for
 * rows: as dup_rows() tells them */
static const struct
{
  const char *findings;
  guint kinds;
  const char *page;
  const char *rows;
} cases[] = {
  { "", JH_FINDING_KINDS_ALL, NULL, "" },
  { "wexpenditure eincome eexpenditure wincome", JH_FINDING_KINDS_ALL, NULL,
    "[错误，收入  1]1 [错误，支出  1]2 [警告，收入  1]3 [警告，支出  1]0 " },
  { "e/公开05 estated e/公开02 e", JH_FINDING_KINDS_ALL, NULL,
    "[错误，填报值  1]1 [错误，公开05  1]0 [错误，公开02  1]2 "
    "[错误，整套决算  1]3 " },
  { "eindicator", JH_FINDING_KINDS_ALL, NULL, "[错误，指标  1]0 " },
  { "eincome Eincome Wincome", JH_FINDING_KINDS_ALL, NULL,
    "[错误，收入  1]0 [已说明，收入  2]1 2 " },
  { "eincome wstated=0 eexpenditure=1 eincome", JH_FINDING_KINDS_ALL, NULL,
    "[错误，收入  4]0 >1 >2 3 " },
  { "eincome wstated=0 eexpenditure=1", 1u << JH_FINDING_WARNING, NULL,
    "[警告，填报值  1]1 " },
  { "wincome estated=0 eexpenditure=1", 1u << JH_FINDING_ERROR, NULL,
    "[错误，填报值  2]1 >2 " },
  { "eincome wincome eexpenditure", JH_FINDING_KINDS_ALL, "income",
    "[错误，收入  1]0 [警告，收入  1]1 " },
  { "e/公开05 e/公开02 eincome", JH_FINDING_KINDS_ALL, "sheets",
    "[错误，公开05  1]0 [错误，公开02  1]1 " },
  { "eincome", JH_FINDING_KINDS_ALL, "stated", "" },
  { "eincome", 0, NULL, "" },
};

START_TEST (findings_stand_where_they_are_looked_for)
{
  g_autoptr (JhFindingList) list = jh_finding_list_new ();
  g_autoptr (JhFindingRows) rows
    = jh_finding_rows_new (list, pages, G_N_ELEMENTS (pages));

  jh_finding_rows_set_kinds (rows, cases[_i].kinds);
  jh_finding_rows_set_page (rows, cases[_i].page);
  set (list, cases[_i].findings);
  assert_rows (rows, cases[_i].rows);
}
END_TEST

START_TEST (filters_work_on_what_is_listed_already)
{
  g_autoptr (JhFindingList) list = jh_finding_list_new ();
  g_autoptr (JhFindingRows) rows = NULL;

  set (list, "eincome wexpenditure");
  rows = jh_finding_rows_new (list, pages, G_N_ELEMENTS (pages));
  jh_finding_rows_set_kinds (rows, 1u << JH_FINDING_WARNING);
  assert_rows (rows, "[警告，支出  1]1 ");
  jh_finding_rows_set_kinds (rows, JH_FINDING_KINDS_ALL);
  jh_finding_rows_set_page (rows, "income");
  assert_rows (rows, "[错误，收入  1]0 ");
  jh_finding_rows_set_page (rows, NULL);
  assert_rows (rows, "[错误，收入  1]0 [警告，支出  1]1 ");
}
END_TEST

static void
changed_cb (GListModel *model, guint first, guint removed, guint added,
            GString *said)
{
  g_string_append_printf (said, "%u-%u+%u ", first, removed, added);
}

/* before, now: as make_findings() takes them
 * said: what is said to have changed */
static const struct
{
  const char *before;
  const char *now;
  const char *said;
} changes[] = {
  { "eincome eincome", "eincome eincome", "" },
  { "eincome estated", "eincome eexpenditure", "2-2+2 " },
  { "eincome eincome", "eincome", "0-3+2 " },
  { "eincome estated", "eincome estated wincome", "4-0+2 " },
  { "eincome", "Eincome", "0-2+2 " },
  { "eincome estated wincome", "eincome estated wexpenditure", "4-2+2 " },
};

START_TEST (no_more_is_said_than_changed)
{
  g_autoptr (JhFindingList) list = jh_finding_list_new ();
  g_autoptr (JhFindingRows) rows
    = jh_finding_rows_new (list, pages, G_N_ELEMENTS (pages));
  g_autoptr (GString) said = g_string_new (NULL);

  set (list, changes[_i].before);
  g_signal_connect (rows, "items-changed", G_CALLBACK (changed_cb), said);
  set (list, changes[_i].now);
  ck_assert_str_eq (said->str, changes[_i].said);
}
END_TEST

/* What a view is told is enough for it to show what is there. */
START_TEST (a_view_that_follows_shows_the_same)
{
  static const char *const steps[] = { "eincome wstated",
                                       "eincome wstated wstated=0",
                                       "wstated",
                                       "wstated eincome wexpenditure=0",
                                       "Eincome wexpenditure=0",
                                       "" };
  g_autoptr (JhFindingList) list = jh_finding_list_new ();
  g_autoptr (JhFindingRows) rows
    = jh_finding_rows_new (list, pages, G_N_ELEMENTS (pages));
  g_autoptr (GString) said = g_string_new (NULL);
  guint n = 0;

  g_signal_connect (rows, "items-changed", G_CALLBACK (changed_cb), said);
  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      guint first = 0, removed = 0, added = 0;

      g_string_truncate (said, 0);
      set (list, steps[i]);
      ck_assert_int_eq (
        sscanf (said->str, "%u-%u+%u", &first, &removed, &added), 3);
      n = n - removed + added;
      ck_assert_uint_eq (n, g_list_model_get_n_items (G_LIST_MODEL (rows)));
    }
}
END_TEST

START_TEST (all_are_counted_whatever_is_listed)
{
  static const guint expected[JH_N_FINDING_KINDS] = { 1, 2, 1, 2 };
  g_autoptr (JhFindingList) list = jh_finding_list_new ();
  g_autoptr (JhFindingRows) rows
    = jh_finding_rows_new (list, pages, G_N_ELEMENTS (pages));

  jh_finding_rows_set_kinds (rows, 0);
  set (list, "eincome wincome wincome nstated Eincome Wincome");
  for (int i = 0; i < JH_N_FINDING_KINDS; i++)
    ck_assert_uint_eq (jh_finding_rows_count (rows, (JhFindingKind) i),
                       expected[i]);
}
END_TEST

START_TEST (a_finding_is_found_again_by_its_name)
{
  g_autoptr (JhFindingList) list = jh_finding_list_new ();
  g_autoptr (JhFindingRows) rows
    = jh_finding_rows_new (list, pages, G_N_ELEMENTS (pages));
  guint position = 0;

  set (list, "eincome wincome");
  ck_assert (jh_finding_rows_find (rows, "R1", "", &position));
  ck_assert_uint_eq (position, 3);
  ck_assert (!jh_finding_rows_find (rows, "R1", "2", &position));
  jh_finding_rows_set_kinds (rows, 1u << JH_FINDING_ERROR);
  ck_assert (!jh_finding_rows_find (rows, "R1", "", &position));
}
END_TEST

/* As many findings as there may be, each following from the one before, are
 * listed while a window may stand still. */
START_TEST (many_findings_are_listed_in_a_moment)
{
  g_autoptr (JhFindingList) list = jh_finding_list_new ();
  g_autoptr (JhFindingRows) rows
    = jh_finding_rows_new (list, pages, G_N_ELEMENTS (pages));
  g_autoptr (GPtrArray) now = jh_findings_new ();
  const JhFindingSpan span = { 0, 0, 20000 };
  gint64 begun;

  for (guint i = 0; i < span.added; i++)
    {
      JhFinding *finding = jh_finding_new ("B01", JH_SEVERITY_ERROR, "", "x");

      jh_finding_set_place (finding, i % 2 ? "income" : "stated", i,
                            "actual");
      if (i % 100)
        jh_finding_set_cause (finding, now->pdata[i - 1]);
      g_ptr_array_add (now, finding);
    }
  begun = g_get_monotonic_time ();
  jh_finding_list_set (list, now, &span);
  ck_assert_int_lt (g_get_monotonic_time () - begun, 500 * 1000);
  ck_assert_uint_eq (g_list_model_get_n_items (G_LIST_MODEL (rows)), 20001);
}
END_TEST

/* table, sheet: of a finding
 * page, name: where it is mended, for the program and for people */
static const struct
{
  const char *table;
  const char *sheet;
  const char *page;
  const char *name;
} places[] = {
  { "income", "", "income", "收入" },
  { "income", "公开02", "income", "收入" },
  { "", "公开02", "sheets", "公开02" },
  { "indicator", "公开02", "sheets", "指标" },
  { "indicator", "", "", "指标" },
  { "", "", "", "整套决算" },
};

START_TEST (a_finding_says_where_it_is_mended)
{
  JhFinding *finding = jh_finding_new ("B01", JH_SEVERITY_ERROR, "", "x");
  g_autoptr (JhPlace) place = NULL;

  jh_finding_set_place (finding, places[_i].table, 7, "actual");
  jh_finding_set_sheet (finding, places[_i].sheet);
  ck_assert_str_eq (jh_finding_place_page (finding), places[_i].page);
  ck_assert_str_eq (jh_finding_place_name (finding), places[_i].name);
  place = jh_finding_place_dup (finding);
  ck_assert_pstr_eq (place ? place->page : "", places[_i].page);
  if (g_str_equal (places[_i].page, "income"))
    ck_assert_int_eq (place->row, 7);
  if (g_str_equal (places[_i].page, "sheets"))
    ck_assert_str_eq (place->detail, places[_i].sheet);
  jh_finding_unref (finding);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("finding-rows");
  TCase *all = tcase_create ("finding-rows");

  tcase_add_loop_test (all, findings_stand_where_they_are_looked_for, 0,
                       G_N_ELEMENTS (cases));
  tcase_add_test (all, filters_work_on_what_is_listed_already);
  tcase_add_loop_test (all, no_more_is_said_than_changed, 0,
                       G_N_ELEMENTS (changes));
  tcase_add_test (all, a_view_that_follows_shows_the_same);
  tcase_add_test (all, all_are_counted_whatever_is_listed);
  tcase_add_test (all, a_finding_is_found_again_by_its_name);
  tcase_add_test (all, many_findings_are_listed_in_a_moment);
  tcase_add_loop_test (all, a_finding_says_where_it_is_mended, 0,
                       G_N_ELEMENTS (places));
  suite_add_tcase (suite, all);
  return jh_test_run (suite);
}
