/* Definitions that were cut or altered are errors or sheets, never the end
 * of the program. */
#include "sheets-fixture.h"

/* The names of the program's own definitions, in the source tree. */
static const char *const files[] = {
  "comparison",         "form-project", "form-project-plain", "form-whole",
  "form-whole-plain",   "public-01",    "public-02",          "public-03",
  "public-04",          "public-05",    "public-06",          "public-07",
  "public-08",          "public-09",    "public-10",          "public-11",
  "public-12",          "public-13",
};

static char *
read_file (const char *name, gsize *length)
{
  g_autofree char *file = g_strconcat (name, ".json", NULL);
  g_autofree char *path
    = g_build_filename (g_getenv ("JIHENG_SOURCE"), "resources", "sheets",
                        file, NULL);

  return jh_test_read (path, length);
}

/* Reads @text, and computes it of @books when it is a definition; TRUE when
 * it is. What is refused is refused with a word. */
static gboolean
try (const char *text, gsize length, const JhBooks *books)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JhSheet) sheet = jh_sheet_read (text, length, "a.json", &error);
  g_autoptr (JhGrid) grid = NULL;

  if (sheet == NULL)
    {
      ck_assert (g_error_matches (error, JH_ERROR, JH_ERROR_DATA));
      ck_assert (strstr (error->message, "a.json") != NULL);
      return FALSE;
    }
  jh_assert_no_error (error);
  grid = jh_compute (sheet, books, books, "A1", &error);
  ck_assert ((grid == NULL) == (error != NULL));
  return TRUE;
}

START_TEST (a_definition_that_was_cut_is_an_error)
{
  g_autoptr (JhBooks) books = fixture_rich ();
  gsize length;
  g_autofree char *text = read_file (files[_i], &length);

  ck_assert (try (text, length, books));
  for (gsize cut = 0; cut + 2 < length; cut += 50)
    {
      g_autofree char *copy = g_memdup2 (text, cut + 1);

      ck_assert_msg (!try (copy, cut, books), "taken when cut at %zu", cut);
    }
}
END_TEST

START_TEST (a_definition_with_a_byte_changed_is_an_error_or_a_sheet)
{
  static const char others[] = "\"{}[],:0x\\\xff";
  g_autoptr (JhBooks) books = fixture_rich ();
  gsize length;
  g_autofree char *text = read_file (files[_i], &length);
  guint taken = 0, refused = 0;

  for (gsize i = 0; i < length; i += 5)
    {
      char kept = text[i];

      text[i] = others[i % (sizeof others - 1)];
      if (try (text, length, books))
        taken++;
      else
        refused++;
      text[i] = kept;
    }
  ck_assert_uint_gt (refused, 0);
  ck_assert_uint_gt (taken, 0);
}
END_TEST

START_TEST (a_definition_may_hold_a_nul)
{
  static const char text[] = "{\"name\":\"a\0b\",\"blocks\":[]}";
  g_autoptr (JhBooks) books = fixture_rich ();

  ck_assert (!try (text, sizeof text - 1, books));
  ck_assert (!try ("\0", 1, books));
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("fuzz");
  TCase *cases = tcase_create ("definitions");

  tcase_set_timeout (cases, 120);
  tcase_add_loop_test (cases, a_definition_that_was_cut_is_an_error, 0,
                       G_N_ELEMENTS (files));
  tcase_add_loop_test (
    cases, a_definition_with_a_byte_changed_is_an_error_or_a_sheet, 0,
    G_N_ELEMENTS (files));
  tcase_add_test (cases, a_definition_may_hold_a_nul);
  suite_add_tcase (suite, cases);
  return jh_test_run (suite);
}
