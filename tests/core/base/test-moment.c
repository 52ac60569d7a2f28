#include "jh-moment.h"
#include "jh-test.h"

START_TEST (now_is_written_in_utc)
{
  g_autofree char *now = jh_moment_dup_now ();
  g_autoptr (GDateTime) read = g_date_time_new_from_iso8601 (now, NULL);
  g_autoptr (GDateTime) clock = g_date_time_new_now_utc ();

  ck_assert_uint_eq (strlen (now), strlen ("2026-11-25T08:00:00Z"));
  ck_assert_ptr_nonnull (read);
  ck_assert_int_lt (ABS (g_date_time_difference (clock, read)),
                    60 * G_TIME_SPAN_SECOND);
}
END_TEST

START_TEST (a_moment_is_shown_in_local_time)
{
  static const struct
  {
    const char *moment;
    const char *shown;
  } cases[] = {
    { "2026-11-25T08:00:00Z", "2026-11-25 16:00" },
    { "2026-12-31T16:05:09Z", "2027-01-01 00:05" },
    { "昨天", "昨天" },
    { "", "" },
  };

  g_setenv ("TZ", "Asia/Shanghai", TRUE);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *shown = jh_moment_format (cases[i].moment);

      ck_assert_str_eq (shown, cases[i].shown);
    }
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("moment");
  TCase *tests = tcase_create ("moment");

  tcase_add_test (tests, now_is_written_in_utc);
  tcase_add_test (tests, a_moment_is_shown_in_local_time);
  suite_add_tcase (suite, tests);
  return jh_test_run (suite);
}
