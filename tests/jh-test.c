#include "jh-test.h"

#include <ftw.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>

static GPtrArray *folders;

static int
remove_entry (const char *path, const struct stat *status, int kind,
              struct FTW *walk)
{
  return remove (path);
}

static void
remove_folders (void)
{
  for (guint i = 0; folders && i < folders->len; i++)
    nftw (folders->pdata[i], remove_entry, 16, FTW_DEPTH | FTW_PHYS);
  g_clear_pointer (&folders, g_ptr_array_unref);
}

char *
jh_test_folder (void)
{
  g_autoptr (GError) error = NULL;
  char *folder = g_dir_make_tmp ("jiheng-test-XXXXXX", &error);

  ck_assert_msg (folder != NULL, "%s", error ? error->message : "");
  if (folders == NULL)
    {
      folders = g_ptr_array_new_with_free_func (g_free);
      atexit (remove_folders);
    }
  g_ptr_array_add (folders, g_strdup (folder));
  return folder;
}

char *
jh_test_read (const char *path, gsize *length)
{
  g_autoptr (GError) error = NULL;
  char *content = NULL;

  ck_assert_msg (g_file_get_contents (path, &content, length, &error), "%s",
                 error ? error->message : "");
  return content;
}

char *
jh_test_write (const char *folder, const char *name, const char *content,
               gssize length)
{
  g_autoptr (GError) error = NULL;
  char *path = g_build_filename (folder, name, NULL);

  ck_assert_msg (g_file_set_contents (path, content, length, &error), "%s",
                 error ? error->message : "");
  return path;
}

/* Where the results go, or NULL. The caller frees it. */
static char *
dup_results_path (void)
{
  const char *folder = g_getenv ("JIHENG_TEST_RESULTS");
  const char *name = g_getenv ("JIHENG_TEST_NAME");
  g_autofree char *flat = NULL;
  g_autofree char *file = NULL;

  if (folder == NULL || name == NULL)
    return NULL;
  flat = g_strdelimit (g_strdup (name), "/", '_');
  file = g_strconcat (flat, ".tap", NULL);
  return g_build_filename (folder, file, NULL);
}

int
jh_test_run (Suite *suite)
{
  SRunner *runner = srunner_create (suite);
  g_autofree char *tap = dup_results_path ();
  int failed;

  setlocale (LC_ALL, "C.UTF-8");
  if (tap)
    srunner_set_tap (runner, tap);
  srunner_run_all (runner, CK_ENV);
  failed = srunner_ntests_failed (runner);
  srunner_free (runner);
  return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}

/* The files of the sample that contradict its books. */
static gboolean
is_assessment (const char *name)
{
  static const char *const files[]
    = { "assessment_claims.csv", "assessment_funds.csv", "indicators.csv",
        "projects.csv", NULL };

  return g_strv_contains (files, name);
}

char *
jh_test_copy_sample (gboolean sound)
{
  const char *source = g_getenv ("JIHENG_SOURCE");
  g_autofree char *sample = g_build_filename (
    source ? source : ".", "resources", "sample", "filing-2023", NULL);
  char *folder = jh_test_folder ();
  g_autoptr (GDir) listing = g_dir_open (sample, 0, NULL);
  const char *name;

  ck_assert_msg (listing != NULL, "%s cannot be read", sample);
  while ((name = g_dir_read_name (listing)) != NULL)
    {
      g_autofree char *path = g_build_filename (sample, name, NULL);
      g_autofree char *text = NULL;
      g_autofree char *copy = NULL;

      if (sound && is_assessment (name))
        continue;
      text = jh_test_read (path, NULL);
      copy = jh_test_write (folder, name, text, -1);
      ck_assert_ptr_nonnull (copy);
    }
  return folder;
}
