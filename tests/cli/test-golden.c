/* The workbooks of the sample, read back and compared with the texts in
 * tests/golden, see jh-golden.h. */
#include "cli-fixture.h"

#include "jh-golden.h"

/* The workbooks by what their file's name ends in, and how many sheets each
 * has. Forms are of the whole sample, whose self-assessment contradicts the
 * books, so that their covers say 草稿; the others are of the sound part. */
static const struct
{
  const char *ending;
  const char *golden;
  guint sheets;
  gboolean sound;
} workbooks[] = {
  { "决算公开表.xlsx", "public", 15, TRUE },
  { "绩效自评表.xlsx", "forms", 7, FALSE },
  { "绩效自评表（无分值）.xlsx", "forms-plain", 7, FALSE },
  { "收支对比表.xlsx", "comparison", 1, TRUE },
};

/* Exports the sample; the path of the workbook whose name ends with
 * @ending. */
static char *
export_sample (const char *ending, gboolean sound)
{
  g_autofree char *folder = jh_test_folder ();
  g_autofree char *copy = jh_test_copy_sample (sound);
  g_autofree char *books = cli_path (folder, "b.jiheng");
  g_autofree char *out = cli_path (folder, "out");
  g_autofree char *imported
    = cli_expect (0, NULL, CLI_WORDS ("import", books, copy));
  g_autofree char *written = cli_expect (
    sound ? 0 : 1, ending, CLI_WORDS ("export", books, "--out", out));
  g_auto (GStrv) paths = g_strsplit (written, "\n", -1);

  ck_assert_str_ne (imported, "");
  for (guint i = 0; paths[i]; i++)
    if (g_str_has_suffix (paths[i], ending))
      return g_strdup (paths[i]);
  ck_abort_msg ("no %s was written", ending);
  return NULL;
}

START_TEST (the_workbooks_of_the_sample_are_as_they_were_read)
{
  g_autofree char *path
    = export_sample (workbooks[_i].ending, workbooks[_i].sound);

  jh_golden_check (path, workbooks[_i].golden, workbooks[_i].sheets);
}
END_TEST

START_TEST (a_difference_is_found)
{
  static const struct
  {
    const char *expected;
    const char *found;
    const char *says;
  } cases[] = {
    { "a\nb", "a\nb", NULL },
    { "", "", NULL },
    { "A1 number 1\nB1 blank", "A1 number 2\nB1 blank",
      "line 1\n  expected A1 number 1\n  found    A1 number 2" },
    { "a\nb", "a", "line 2\n  expected b\n  found    (nothing more)" },
    { "a", "a\nb", "line 2\n  expected (nothing more)\n  found    b" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *difference
        = jh_golden_dup_difference (cases[i].expected, cases[i].found);

      ck_assert_pstr_eq (difference, cases[i].says);
    }
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("golden");
  TCase *cases = tcase_create ("workbooks");

  tcase_set_timeout (cases, 60);
  tcase_add_loop_test (cases,
                       the_workbooks_of_the_sample_are_as_they_were_read, 0,
                       G_N_ELEMENTS (workbooks));
  tcase_add_test (cases, a_difference_is_found);
  suite_add_tcase (suite, cases);
  return jh_test_run (suite);
}
