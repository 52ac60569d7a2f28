#include "jh-export-plan.h"

#include <string.h>

#include "jh-finding.h"
#include "jh-text.h"

/* What a cover says while there are errors. */
#define MARK "草稿"

/* How many errors are told one by one. */
#define NAMED 3

JhExportChoice *
jh_export_choice_new (void)
{
  JhExportChoice *choice = g_new0 (JhExportChoice, 1);

  choice->groups = g_ptr_array_new_with_free_func (g_free);
  choice->folder = g_strdup ("");
  return choice;
}

JhExportChoice *
jh_export_choice_copy (const JhExportChoice *choice)
{
  JhExportChoice *copy = jh_export_choice_new ();

  for (guint i = 0; i < choice->groups->len; i++)
    g_ptr_array_add (copy->groups, g_strdup (choice->groups->pdata[i]));
  copy->sheet = g_strdup (choice->sheet);
  copy->object = g_strdup (choice->object);
  copy->formats = choice->formats;
  g_free (copy->folder);
  copy->folder = g_strdup (choice->folder);
  return copy;
}

void
jh_export_choice_free (JhExportChoice *choice)
{
  if (choice == NULL)
    return;
  g_ptr_array_unref (choice->groups);
  g_free (choice->sheet);
  g_free (choice->object);
  g_free (choice->folder);
  g_free (choice);
}

/* Moves the bundles that @choice names from @all to @chosen. */
static void
take_chosen (const JhExportChoice *choice, GPtrArray *all, GPtrArray *chosen)
{
  guint i = 0;

  while (i < all->len)
    {
      const JhBundle *bundle = all->pdata[i];

      if (g_ptr_array_find_with_equal_func (choice->groups, bundle->group,
                                            g_str_equal, NULL))
        g_ptr_array_add (chosen, g_ptr_array_steal_index (all, i));
      else
        i++;
    }
}

GPtrArray *
jh_export_choice_bundles (const JhExportChoice *choice,
                          const JhCatalog *catalog, const JhBooks *books,
                          GError **error)
{
  g_autoptr (GPtrArray) all = jh_bundle_list (catalog, books, error);
  g_autoptr (GPtrArray) chosen = jh_bundles_new ();
  JhBundle *sheet;

  if (all == NULL)
    return NULL;
  take_chosen (choice, all, chosen);
  if (choice->sheet == NULL)
    return g_steal_pointer (&chosen);
  sheet = jh_bundle_new_sheet (catalog, books, choice->sheet, choice->object,
                               error);
  if (sheet == NULL)
    return NULL;
  g_ptr_array_add (chosen, sheet);
  return g_steal_pointer (&chosen);
}

static void
planned_free (gpointer data)
{
  JhPlannedFile *file = data;

  g_free (file->name);
  g_free (file);
}

void
jh_export_plan_free (JhExportPlan *plan)
{
  if (plan == NULL)
    return;
  g_ptr_array_unref (plan->files);
  g_free (plan->mark);
  g_free (plan->warning);
  g_free (plan->replacing);
  g_free (plan->obstacle);
  g_free (plan);
}

/* Plans the file @name; takes it over. */
static void
plan_file (JhExportPlan *plan, const char *folder, char *name)
{
  JhPlannedFile *file = g_new0 (JhPlannedFile, 1);
  g_autofree char *path = g_build_filename (folder, name, NULL);

  file->name = name;
  file->replaces = *folder && g_file_test (path, G_FILE_TEST_EXISTS);
  plan->n_replaced += file->replaces;
  g_ptr_array_add (plan->files, file);
}

static void
plan_files (JhExportPlan *plan, const JhExportChoice *choice,
            const GPtrArray *bundles, const JhBooks *books)
{
  static const struct
  {
    JhFormats format;
    const char *ending;
  } endings[] = { { JH_FORMAT_XLSX, ".xlsx" }, { JH_FORMAT_PDF, ".pdf" } };

  for (gsize e = 0; e < G_N_ELEMENTS (endings); e++)
    for (guint i = 0; i < bundles->len; i++)
      if (choice->formats & endings[e].format)
        plan_file (plan, choice->folder,
                   g_strconcat (((const JhBundle *) bundles->pdata[i])->file,
                                endings[e].ending, NULL));
  if (choice->formats & JH_FORMAT_CSV)
    {
      JhPlannedFile *folder = g_new0 (JhPlannedFile, 1);

      folder->name = jh_submission_dup_folder_name (books, choice->folder);
      g_ptr_array_add (plan->files, folder);
    }
}

static guint
count_errors (const GPtrArray *findings)
{
  guint count = 0;

  for (guint i = 0; i < findings->len; i++)
    {
      const JhFinding *finding = findings->pdata[i];

      count += finding->severity == JH_SEVERITY_ERROR && !finding->waived;
    }
  return count;
}

/* The first open errors by their numbers, such as “B01、B07”等. */
static char *
dup_error_names (const GPtrArray *findings, guint count)
{
  GString *names = g_string_new (NULL);
  guint told = 0;

  for (guint i = 0; i < findings->len && told < NAMED; i++)
    {
      const JhFinding *finding = findings->pdata[i];
      g_autofree char *words = NULL;

      if (finding->severity != JH_SEVERITY_ERROR || finding->waived)
        continue;
      words = jh_text_quote (finding->message, 60);
      g_string_append_printf (names, "\n· %s", words);
      told++;
    }
  if (count > told)
    g_string_append_printf (names, "\n· 另外还有 %u 个", count - told);
  return g_string_free (names, FALSE);
}

static void
plan_mark (JhExportPlan *plan, const GPtrArray *findings)
{
  guint errors = findings ? count_errors (findings) : 0;
  g_autofree char *names = NULL;

  plan->mark = g_strdup (findings && errors == 0 ? "" : MARK);
  if (findings == NULL)
    plan->warning
      = g_strdup ("审核还没有做完；现在导出，封面会标明“" MARK "”。");
  else if (errors == 0)
    plan->warning = g_strdup ("");
  else
    {
      names = dup_error_names (findings, errors);
      plan->warning = g_strdup_printf (
        "审核有 %u 个错误没有改；现在导出，封面会标明“" MARK "”。%s", errors,
        names);
    }
}

/* Says how many files are replaced. */
static char *
dup_replacing (const JhExportPlan *plan)
{
  if (plan->n_replaced == 0)
    return g_strdup ("");
  return g_strdup_printf (
    "会替换文件夹里已有的 %u 个文件，上面标明了“替换已有的”。",
    plan->n_replaced);
}

/* Why nothing can be written; "" when it can. */
static const char *
find_obstacle (const JhExportChoice *choice, const GPtrArray *bundles)
{
  if (choice->formats == 0)
    return "请至少选一种格式。";
  if (bundles->len == 0 && !(choice->formats & JH_FORMAT_CSV))
    return "请至少选一个工作簿或一张表。";
  if (*choice->folder == '\0')
    return "请选择导出到哪个文件夹。";
  if (g_file_test (choice->folder, G_FILE_TEST_EXISTS)
      && !g_file_test (choice->folder, G_FILE_TEST_IS_DIR))
    return "选的地方不是文件夹，请另选一个。";
  return "";
}

JhExportPlan *
jh_export_plan_new (const JhExportChoice *choice, const GPtrArray *bundles,
                    const JhBooks *books, const GPtrArray *findings)
{
  JhExportPlan *plan = g_new0 (JhExportPlan, 1);

  plan->files = g_ptr_array_new_with_free_func (planned_free);
  plan_files (plan, choice, bundles, books);
  plan_mark (plan, findings);
  plan->replacing = dup_replacing (plan);
  plan->obstacle = g_strdup (find_obstacle (choice, bundles));
  return plan;
}

/* Reads the filing as it is at one moment. */
static JhBooks *
read_books (JhStore *store, gint64 filing, JhBooks **before, GError **error)
{
  g_autoptr (JhSnapshot) snapshot = jh_snapshot_take (store, error);
  g_autoptr (JhBooks) books
    = snapshot ? jh_books_load (store, filing, NULL, error) : NULL;

  if (books && jh_books_load_before (store, books, before, error))
    return g_steal_pointer (&books);
  return NULL;
}

gboolean
jh_export_write (const JhExportChoice *choice, const char *path,
                 gint64 filing, const char *mark, GCancellable *cancellable,
                 JhSubmissionProgress progress, gpointer data,
                 GPtrArray *written, GError **error)
{
  g_autofree char *folder = jh_catalog_dup_folder ();
  g_autoptr (JhCatalog) catalog = jh_catalog_new (folder, error);
  g_autoptr (JhStore) store
    = catalog ? jh_store_open (path, JH_STORE_READ, error) : NULL;
  g_autoptr (JhBooks) before = NULL;
  g_autoptr (JhBooks) books
    = store ? read_books (store, filing, &before, error) : NULL;
  g_autoptr (GPtrArray) bundles
    = books ? jh_export_choice_bundles (choice, catalog, books, error) : NULL;
  JhSubmission submission = { store, catalog,     bundles,  choice->formats,
                              mark,  cancellable, progress, data };

  return bundles
         && jh_submission_write (&submission, books, before, choice->folder,
                                 written, error);
}
