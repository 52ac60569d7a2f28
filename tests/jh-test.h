/* What all tests share. */
#pragma once

#include <check.h>
#include <glib.h>

/* Runs @suite and returns the exit status for main(). Results go to the
 * standard output, and as TAP to a file called after JIHENG_TEST_NAME in the
 * folder JIHENG_TEST_RESULTS. */
int jh_test_run (Suite *suite);

/* A new empty folder, removed with all it holds when the program ends. The
 * caller frees the name. */
char *jh_test_folder (void);

/* What the file @path holds; the test fails when it cannot be read.
 * @length may be NULL. The caller frees it. */
char *jh_test_read (const char *path, gsize *length);

/* Writes @length bytes (-1: up to the NUL) to @name in @folder and returns
 * the path. The caller frees it. */
char *jh_test_write (const char *folder, const char *name,
                     const char *content, gssize length);

/* A copy of the sample filing in a new folder, to be changed. Its
 * self-assessment contradicts its books; when @sound, it is left out, and
 * every check holds. The caller frees the path. */
char *jh_test_copy_sample (gboolean sound);

/* Fails unless @error is set, of JH_ERROR and @code, and says @part; clears
 * it. */
#define jh_assert_error(error, expected_code, part)                         \
  G_STMT_START                                                              \
  {                                                                         \
    ck_assert_msg ((error) != NULL, "no error was set");                    \
    ck_assert_msg (g_error_matches ((error), JH_ERROR, (expected_code)),    \
                   "another error: %s", (error)->message);                  \
    ck_assert_msg (strstr ((error)->message, (part)) != NULL,               \
                   "“%s” does not say “%s”", (error)->message, (part));     \
    g_clear_error (&(error));                                               \
  }                                                                         \
  G_STMT_END

/* Fails, with its message, when @error is set. */
#define jh_assert_no_error(error)                                           \
  ck_assert_msg ((error) == NULL, "%s", (error) ? (error)->message : "")
