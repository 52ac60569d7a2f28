/* What is remembered between two runs. */
#include "jh-state.h"

#include "jh-test.h"

#include <glib/gstdio.h>
#include <string.h>

/* A home of settings for this test alone; the caller frees it. */
static char *
new_home (void)
{
  char *home = jh_test_folder ();

  ck_assert (g_setenv ("XDG_CONFIG_HOME", home, TRUE));
  return home;
}

static char *
dup_file (const char *home)
{
  g_autofree char *path
    = g_build_filename (home, "jiheng", "state.ini", NULL);

  return jh_test_read (path, NULL);
}

START_TEST (what_is_kept_is_given_back_and_written)
{
  g_autofree char *home = new_home ();
  g_autofree char *text = NULL;
  g_autofree char *file = NULL;

  jh_state_set_text ("window", "page", "income");
  jh_state_set_number ("window", "width", 1024);
  text = jh_state_dup_text ("window", "page");
  ck_assert_str_eq (text, "income");
  ck_assert_int_eq (jh_state_get_number ("window", "width", 1), 1024);
  jh_state_save ();
  file = dup_file (home);
  ck_assert_ptr_nonnull (strstr (file, "page=income"));
  ck_assert_ptr_nonnull (strstr (file, "width=1024"));
}
END_TEST

START_TEST (what_was_never_kept_is_nothing)
{
  g_autofree char *home = new_home ();

  ck_assert_ptr_null (jh_state_dup_text ("window", "page"));
  ck_assert_int_eq (jh_state_get_number ("window", "width", 7), 7);
}
END_TEST

START_TEST (what_is_forgotten_is_gone)
{
  g_autofree char *home = new_home ();

  jh_state_set_text ("window", "page", "income");
  jh_state_set_text ("window", "page", NULL);
  ck_assert_ptr_null (jh_state_dup_text ("window", "page"));
}
END_TEST

/* What somebody may have made of the file. */
static const char *const damaged[]
  = { "", "[window", "width=3\n", "\xff\xfe[window]\nwidth=3\n",
      "[window]\nwidth=many\n" };

START_TEST (a_damaged_file_is_as_good_as_none)
{
  g_autofree char *home = new_home ();
  g_autofree char *folder = g_build_filename (home, "jiheng", NULL);
  g_autofree char *path = NULL;

  ck_assert_int_eq (g_mkdir (folder, 0700), 0);
  path = jh_test_write (folder, "state.ini", damaged[_i], -1);
  ck_assert_int_eq (jh_state_get_number ("window", "width", 7), 7);
  jh_state_set_number ("window", "width", 800);
  ck_assert_int_eq (jh_state_get_number ("window", "width", 7), 800);
}
END_TEST

START_TEST (a_folder_that_cannot_be_made_stops_nothing)
{
  g_autofree char *home = new_home ();
  g_autofree char *path = jh_test_write (home, "jiheng", "a file", -1);

  jh_state_set_text ("window", "page", "income");
  jh_state_save ();
  ck_assert_int_eq (jh_state_get_number ("window", "width", 7), 7);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("state");
  TCase *all = tcase_create ("state");

  tcase_add_test (all, what_is_kept_is_given_back_and_written);
  tcase_add_test (all, what_was_never_kept_is_nothing);
  tcase_add_test (all, what_is_forgotten_is_gone);
  tcase_add_loop_test (all, a_damaged_file_is_as_good_as_none, 0,
                       G_N_ELEMENTS (damaged));
  tcase_add_test (all, a_folder_that_cannot_be_made_stops_nothing);
  suite_add_tcase (suite, all);
  return jh_test_run (suite);
}
