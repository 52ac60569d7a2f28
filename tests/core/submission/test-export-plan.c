#include "../sheets/sheets-fixture.h"

#include "jh-change.h"
#include "jh-export-plan.h"
#include "jh-finding.h"

static const char *const two_groups[] = { "公开表", "自评表", NULL };

/* A choice of @groups (NULL-terminated) as @formats into @folder. */
static JhExportChoice *
choose (const char *const *groups, guint formats, const char *folder)
{
  JhExportChoice *choice = jh_export_choice_new ();

  for (guint i = 0; groups && groups[i]; i++)
    g_ptr_array_add (choice->groups, g_strdup (groups[i]));
  choice->formats = formats;
  g_free (choice->folder);
  choice->folder = g_strdup (folder);
  return choice;
}

static JhExportPlan *
plan_of (const JhExportChoice *choice, const JhBooks *books,
         const GPtrArray *findings)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JhCatalog) catalog = fixture_catalog ();
  g_autoptr (GPtrArray) bundles
    = jh_export_choice_bundles (choice, catalog, books, &error);

  jh_assert_no_error (error);
  return jh_export_plan_new (choice, bundles, books, findings);
}

static const JhPlannedFile *
file_of (const JhExportPlan *plan, guint index)
{
  ck_assert_uint_lt (index, plan->files->len);
  return plan->files->pdata[index];
}

START_TEST (a_plan_names_the_files_in_their_order)
{
  static const char *const names[] = {
    "2023年度甲单位决算公开表.xlsx", "2023年度甲单位绩效自评表.xlsx",
    "2023年度甲单位决算公开表.pdf",  "2023年度甲单位绩效自评表.pdf",
    "2023年度甲单位决算数据",
  };
  g_autofree char *folder = jh_test_folder ();
  g_autoptr (JhBooks) books = fixture_rich ();
  g_autoptr (JhExportChoice) choice = choose (
    two_groups, JH_FORMAT_XLSX | JH_FORMAT_PDF | JH_FORMAT_CSV, folder);
  g_autoptr (GPtrArray) findings = jh_findings_new ();
  g_autoptr (JhExportPlan) plan = plan_of (choice, books, findings);

  ck_assert_uint_eq (plan->files->len, G_N_ELEMENTS (names));
  for (guint i = 0; i < plan->files->len; i++)
    ck_assert_str_eq (file_of (plan, i)->name, names[i]);
  ck_assert_str_eq (plan->obstacle, "");
  ck_assert_str_eq (plan->warning, "");
  ck_assert_str_eq (plan->mark, "");
  ck_assert_str_eq (plan->replacing, "");
}
END_TEST

START_TEST (files_that_are_there_are_said_to_be_replaced)
{
  g_autofree char *folder = jh_test_folder ();
  g_autofree char *there
    = jh_test_write (folder, "2023年度甲单位绩效自评表.xlsx", "x", -1);
  g_autoptr (JhBooks) books = fixture_rich ();
  g_autoptr (JhExportChoice) choice
    = choose (two_groups, JH_FORMAT_XLSX, folder);
  g_autoptr (GPtrArray) findings = jh_findings_new ();
  g_autoptr (JhExportPlan) plan = plan_of (choice, books, findings);

  ck_assert_uint_eq (plan->n_replaced, 1);
  ck_assert (!file_of (plan, 0)->replaces);
  ck_assert (file_of (plan, 1)->replaces);
  ck_assert_ptr_nonnull (strstr (plan->replacing, "已有的 1 个文件"));
}
END_TEST

START_TEST (a_folder_of_csv_is_never_replaced)
{
  g_autofree char *folder = jh_test_folder ();
  g_autofree char *there
    = jh_test_write (folder, "2023年度甲单位决算数据", "x", -1);
  g_autoptr (JhBooks) books = fixture_rich ();
  g_autoptr (JhExportChoice) choice = choose (NULL, JH_FORMAT_CSV, folder);
  g_autoptr (GPtrArray) findings = jh_findings_new ();
  g_autoptr (JhExportPlan) plan = plan_of (choice, books, findings);

  ck_assert_str_eq (file_of (plan, 0)->name, "2023年度甲单位决算数据（2）");
  ck_assert_uint_eq (plan->n_replaced, 0);
  ck_assert_str_eq (plan->obstacle, "");
}
END_TEST

/* Adds an error; a waived one is accepted. */
static void
add_error (GPtrArray *findings, const char *words, gboolean waived)
{
  JhFinding *finding
    = jh_finding_new ("B01", JH_SEVERITY_ERROR, "某处", "%s", words);

  finding->waived = waived;
  g_ptr_array_add (findings, finding);
}

START_TEST (open_errors_are_counted_named_and_marked)
{
  g_autoptr (JhBooks) books = fixture_rich ();
  g_autoptr (JhExportChoice) choice
    = choose (two_groups, JH_FORMAT_XLSX, "/tmp");
  g_autoptr (GPtrArray) findings = jh_findings_new ();
  g_autoptr (JhExportPlan) plan = NULL;

  add_error (findings, "甲不对", FALSE);
  add_error (findings, "乙不对", TRUE);
  add_error (findings, "丙不对", FALSE);
  add_error (findings, "丁不对", FALSE);
  add_error (findings, "戊不对", FALSE);
  g_ptr_array_add (findings, jh_finding_new ("C01", JH_SEVERITY_WARNING,
                                             "某处", "%s", "警告而已"));
  plan = plan_of (choice, books, findings);
  ck_assert_str_eq (plan->mark, "草稿");
  ck_assert_str_eq (plan->warning,
                    "审核有 4 个错误没有改；现在导出，封面会标明“草稿”。\n"
                    "· 甲不对\n· 丙不对\n· 丁不对\n· 另外还有 1 个");
}
END_TEST

START_TEST (accepted_errors_and_warnings_make_no_draft)
{
  g_autoptr (JhBooks) books = fixture_rich ();
  g_autoptr (JhExportChoice) choice
    = choose (two_groups, JH_FORMAT_XLSX, "/tmp");
  g_autoptr (GPtrArray) findings = jh_findings_new ();
  g_autoptr (JhExportPlan) plan = NULL;
  g_autoptr (JhExportPlan) unknown = plan_of (choice, books, NULL);

  add_error (findings, "乙不对", TRUE);
  g_ptr_array_add (findings, jh_finding_new ("C01", JH_SEVERITY_WARNING,
                                             "某处", "%s", "警告而已"));
  plan = plan_of (choice, books, findings);
  ck_assert_str_eq (plan->mark, "");
  ck_assert_str_eq (plan->warning, "");
  ck_assert_str_eq (unknown->mark, "草稿");
  ck_assert_ptr_nonnull (strstr (unknown->warning, "还没有做完"));
}
END_TEST

START_TEST (what_is_missing_is_said)
{
  g_autofree char *folder = jh_test_folder ();
  g_autofree char *file = jh_test_write (folder, "x", "x", -1);
  const struct
  {
    const char *const *groups;
    guint formats;
    const char *folder;
    const char *obstacle;
  } cases[] = {
    { two_groups, 0, folder, "格式" },
    { NULL, JH_FORMAT_XLSX, folder, "工作簿" },
    { two_groups, JH_FORMAT_PDF, "", "文件夹" },
    { two_groups, JH_FORMAT_PDF, file, "不是文件夹" },
  };
  g_autoptr (JhBooks) books = fixture_rich ();
  g_autoptr (GPtrArray) findings = jh_findings_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (JhExportChoice) choice
        = choose (cases[i].groups, cases[i].formats, cases[i].folder);
      g_autoptr (JhExportPlan) plan = plan_of (choice, books, findings);

      ck_assert_msg (strstr (plan->obstacle, cases[i].obstacle) != NULL,
                     "“%s” does not say “%s”", plan->obstacle,
                     cases[i].obstacle);
    }
}
END_TEST

/* Keeps @books in a file, whose path the caller frees. */
static char *
keep (JhBooks *books)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JhStore) store = fixture_store ();
  g_autoptr (JhChange) change = jh_change_begin (store, "测试", &error);

  jh_assert_no_error (error);
  jh_filing_insert (store, books->filing, &error);
  jh_assert_no_error (error);
  jh_books_insert (store, books, &error);
  jh_assert_no_error (error);
  jh_change_commit (change, &error);
  jh_assert_no_error (error);
  return g_strdup (jh_store_get_path (store));
}

START_TEST (what_was_planned_is_written)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = jh_test_folder ();
  g_autoptr (JhBooks) books = fixture_rich ();
  g_autofree char *path = keep (books);
  g_autoptr (JhExportChoice) choice
    = choose (two_groups, JH_FORMAT_XLSX | JH_FORMAT_CSV, folder);
  g_autoptr (JhExportPlan) plan = NULL;
  g_autoptr (GPtrArray) written = g_ptr_array_new_with_free_func (g_free);

  choice->sheet = g_strdup ("项目自评表");
  choice->object = g_strdup ("A2");
  plan = plan_of (choice, books, NULL);
  ck_assert (jh_export_write (choice, path, books->filing->id, plan->mark,
                              NULL, NULL, NULL, written, &error));
  jh_assert_no_error (error);
  ck_assert_uint_eq (written->len, plan->files->len);
  ck_assert_uint_eq (written->len, 4);
  for (guint i = 0; i < written->len; i++)
    {
      g_autofree char *planned
        = g_build_filename (folder, file_of (plan, i)->name, NULL);

      ck_assert_str_eq (written->pdata[i], planned);
      ck_assert (g_file_test (planned, G_FILE_TEST_EXISTS));
    }
}
END_TEST

START_TEST (a_sheet_that_is_gone_is_named)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JhBooks) books = fixture_rich ();
  g_autoptr (JhCatalog) catalog = fixture_catalog ();
  g_autoptr (JhExportChoice) choice = choose (NULL, JH_FORMAT_XLSX, "/tmp");

  choice->sheet = g_strdup ("公开99");
  ck_assert_ptr_null (
    jh_export_choice_bundles (choice, catalog, books, &error));
  jh_assert_error (error, JH_ERROR_NOT_FOUND, "公开99");
}
END_TEST

START_TEST (a_copied_choice_chooses_the_same)
{
  g_autoptr (JhExportChoice) choice
    = choose (two_groups, JH_FORMAT_PDF, "/tmp");
  g_autoptr (JhExportChoice) copy = jh_export_choice_copy (choice);

  ck_assert_uint_eq (copy->groups->len, 2);
  ck_assert_str_eq (copy->groups->pdata[1], "自评表");
  ck_assert_uint_eq (copy->formats, JH_FORMAT_PDF);
  ck_assert_str_eq (copy->folder, "/tmp");
  ck_assert_ptr_null (copy->sheet);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("export-plan");
  TCase *tcase = tcase_create ("export-plan");

  tcase_set_timeout (tcase, 60);
  tcase_add_test (tcase, a_plan_names_the_files_in_their_order);
  tcase_add_test (tcase, files_that_are_there_are_said_to_be_replaced);
  tcase_add_test (tcase, a_folder_of_csv_is_never_replaced);
  tcase_add_test (tcase, open_errors_are_counted_named_and_marked);
  tcase_add_test (tcase, accepted_errors_and_warnings_make_no_draft);
  tcase_add_test (tcase, what_is_missing_is_said);
  tcase_add_test (tcase, what_was_planned_is_written);
  tcase_add_test (tcase, a_sheet_that_is_gone_is_named);
  tcase_add_test (tcase, a_copied_choice_chooses_the_same);
  suite_add_tcase (suite, tcase);
  return jh_test_run (suite);
}
