/* Which waivers hold, and since when findings are open. */
#include "jh-standing.h"
#include "jh-seen.h"
#include "jh-waiver.h"
#include "standing-fixture.h"

#define EARLY "2023-01-31T08:00:00Z"

/* One finding, the waiver written for it, and what becomes of that. */
static const struct
{
  JhSeverity severity;
  gboolean waivable;
  const char *rule;
  const char *instance;
  const char *figures;
  JhWaiverState expected;
} waivers[] = {
  { JH_SEVERITY_WARNING, TRUE, "B02", "a", "1|2", JH_WAIVER_HOLDS },
  { JH_SEVERITY_WARNING, TRUE, "B02", "a", "1|3", JH_WAIVER_LAPSED },
  { JH_SEVERITY_WARNING, TRUE, "B02", "a", "", JH_WAIVER_LAPSED },
  { JH_SEVERITY_WARNING, TRUE, "B02", "b", "1|2", JH_WAIVER_NONE },
  { JH_SEVERITY_WARNING, TRUE, "B0", "2a", "1|2", JH_WAIVER_NONE },
  { JH_SEVERITY_NOTICE, TRUE, "B02", "a", "1|2", JH_WAIVER_HOLDS },
  { JH_SEVERITY_ERROR, TRUE, "B02", "a", "1|2", JH_WAIVER_HOLDS },
  { JH_SEVERITY_ERROR, FALSE, "B02", "a", "1|2", JH_WAIVER_NONE },
};

START_TEST (a_waiver_holds_for_its_finding_and_its_figures)
{
  g_autoptr (GPtrArray) findings = jh_findings_new ();
  g_autoptr (GPtrArray) written = g_ptr_array_new ();
  JhFinding *finding
    = add_finding (findings, "B02", waivers[_i].severity, "a", "1|2");
  JhWaiver waiver = { (char *) waivers[_i].rule,
                      (char *) waivers[_i].instance,
                      (char *) "说明",
                      (char *) "经办",
                      (char *) EARLY,
                      (char *) waivers[_i].figures };

  finding->waivable = waivers[_i].waivable;
  g_ptr_array_add (written, &waiver);
  jh_standing_set_waivers (findings, written);
  ck_assert_int_eq (finding->waiver, waivers[_i].expected);
  ck_assert_int_eq (finding->waived, waivers[_i].expected == JH_WAIVER_HOLDS);
  ck_assert_str_eq (finding->waiver_words,
                    waivers[_i].expected == JH_WAIVER_NONE ? "" : "说明");
  g_ptr_array_set_size (written, 0);
  jh_standing_set_waivers (findings, written);
  ck_assert_int_eq (finding->waiver, JH_WAIVER_NONE);
  ck_assert (!finding->waived);
}
END_TEST

/* Notes as if they had been made long ago the findings of the filing @id:
 * B02, one for each letter of @instances. */
static void
note_early (JhStore *store, gint64 id, const char *instances)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autoptr (GPtrArray) come
    = g_ptr_array_new_with_free_func ((GDestroyNotify) jh_seen_free);

  for (const char *letter = instances; *letter; letter++)
    g_ptr_array_add (come,
                     jh_seen_new ("B02", (char[]){ *letter, '\0' }, EARLY));
  ck_assert (jh_seen_keep (store, id, none, come, &error));
  jh_assert_no_error (error);
}

/* Notes that the filing @id has the findings of B02 in @instances. Returns a
 * letter for each: E for one that was seen early, N for one that came now,
 * - for one without a moment. The caller frees it. */
static char *
note (JhStore *store, gint64 id, const char *instances)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) findings = jh_findings_new ();
  GString *moments = g_string_new (NULL);

  for (const char *letter = instances; *letter; letter++)
    add_finding (findings, "B02", JH_SEVERITY_WARNING,
                 (char[]){ *letter, '\0' }, "1");
  ck_assert (jh_standing_note (store, id, findings, &error));
  jh_assert_no_error (error);
  for (guint i = 0; i < findings->len; i++)
    {
      const char *at = ((JhFinding *) findings->pdata[i])->first_seen;

      g_string_append_c (moments, g_str_equal (at, EARLY) ? 'E'
                                  : *at                   ? 'N'
                                                          : '-');
    }
  return g_string_free (moments, FALSE);
}

static void
assert_noted (JhStore *store, gint64 id, const char *instances,
              const char *expected)
{
  g_autofree char *moments = note (store, id, instances);

  ck_assert_str_eq (moments, expected);
}

START_TEST (a_finding_that_stays_open_keeps_its_moment)
{
  g_autoptr (JhStore) store = new_books ();
  gint64 id = new_filing (store, "U1", 2023);

  note_early (store, id, "abc");
  assert_noted (store, id, "ab", "EE");
  assert_noted (store, id, "bad", "EEN");
}
END_TEST

START_TEST (a_finding_that_went_and_came_back_is_new)
{
  g_autoptr (JhStore) store = new_books ();
  gint64 id = new_filing (store, "U1", 2023);

  note_early (store, id, "ab");
  assert_noted (store, id, "b", "E");
  assert_noted (store, id, "ab", "NE");
  assert_noted (store, id, "", "");
  assert_noted (store, id, "ab", "NN");
}
END_TEST

START_TEST (findings_of_one_name_are_noted_once)
{
  g_autoptr (JhStore) store = new_books ();
  gint64 id = new_filing (store, "U1", 2023);
  g_autoptr (GPtrArray) seen = NULL;

  assert_noted (store, id, "aab", "NNN");
  seen = jh_seen_list (store, id, NULL);
  ck_assert_uint_eq (seen->len, 2);
  assert_noted (store, id, "aab", "NNN");
}
END_TEST

START_TEST (nothing_is_written_while_the_findings_stay_the_same)
{
  g_autofree char *path = new_path ();
  g_autoptr (JhStore) store = open_books (path, JH_STORE_CREATE);
  gint64 id = new_filing (store, "U1", 2023);
  g_autoptr (JhStore) witness = open_books (path, JH_STORE_READ);
  g_autoptr (GError) error = NULL;
  gboolean changed = FALSE;

  assert_noted (store, id, "ab", "NN");
  ck_assert (jh_store_notice (witness, &changed, &error));
  ck_assert (changed);
  assert_noted (store, id, "ba", "NN");
  ck_assert (jh_store_notice (witness, &changed, &error));
  ck_assert (!changed);
  ck_assert (jh_store_notice (store, &changed, &error));
  ck_assert (!changed);
}
END_TEST

START_TEST (a_store_that_is_read_tells_and_does_not_note)
{
  g_autofree char *path = new_path ();
  JhStore *store = open_books (path, JH_STORE_CREATE);
  gint64 id = new_filing (store, "U1", 2023);
  g_autoptr (GPtrArray) findings = jh_findings_new ();
  g_autoptr (GPtrArray) seen = NULL;
  g_autoptr (GError) error = NULL;

  note_early (store, id, "ab");
  jh_store_close (store);
  store = open_books (path, JH_STORE_READ);
  assert_noted (store, id, "ac", "EN");
  seen = jh_seen_list (store, id, NULL);
  ck_assert_uint_eq (seen->len, 2);
  add_finding (findings, "B02", JH_SEVERITY_WARNING, "a", "1");
  add_finding (findings, "B02", JH_SEVERITY_WARNING, "c", "1");
  ck_assert (jh_standing_read (store, id, findings, &error));
  jh_assert_no_error (error);
  ck_assert_str_eq (((JhFinding *) findings->pdata[0])->first_seen, EARLY);
  ck_assert_str_eq (((JhFinding *) findings->pdata[1])->first_seen, "");
  jh_store_close (store);
}
END_TEST

START_TEST (a_note_that_cannot_be_kept_is_told_with_the_moments_given)
{
  g_autoptr (JhStore) store = new_books ();
  gint64 id = new_filing (store, "U1", 2023);
  g_autoptr (GPtrArray) findings = jh_findings_new ();
  g_autofree char *rule = g_strnfill (61, 'B');
  g_autoptr (GError) error = NULL;

  note_early (store, id, "a");
  add_finding (findings, "B02", JH_SEVERITY_WARNING, "a", "1");
  add_finding (findings, rule, JH_SEVERITY_WARNING, "a", "1");
  ck_assert (!jh_standing_note (store, id, findings, &error));
  jh_assert_error (error, JH_ERROR_DATA, "不能入账");
  ck_assert_str_eq (((JhFinding *) findings->pdata[0])->first_seen, EARLY);
  assert_noted (store, id, "a", "E");
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("standing");
  TCase *tests = tcase_create ("standing");

  tcase_set_timeout (tests, 60);
  tcase_add_loop_test (tests, a_waiver_holds_for_its_finding_and_its_figures,
                       0, G_N_ELEMENTS (waivers));
  tcase_add_test (tests, a_finding_that_stays_open_keeps_its_moment);
  tcase_add_test (tests, a_finding_that_went_and_came_back_is_new);
  tcase_add_test (tests, findings_of_one_name_are_noted_once);
  tcase_add_test (tests, nothing_is_written_while_the_findings_stay_the_same);
  tcase_add_test (tests, a_store_that_is_read_tells_and_does_not_note);
  tcase_add_test (tests,
                  a_note_that_cannot_be_kept_is_told_with_the_moments_given);
  suite_add_tcase (suite, tests);
  return jh_test_run (suite);
}
