#include "jh-import-plan.h"

#include "jh-folder.h"
#include "jh-new-books.h"

void
jh_import_plan_free (JhImportPlan *plan)
{
  if (plan == NULL)
    return;
  g_free (plan->folder);
  jh_filing_free (plan->filing);
  jh_filing_free (plan->before);
  g_free (plan);
}

static void
count_rows (const JhBooks *books, guint counts[JH_N_TABLES])
{
  for (int id = 0; id < JH_N_TABLES; id++)
    counts[id] = books->rows[id]->len;
}

/* Looks what @store has of the unit and year of @plan. */
static gboolean
look_before (JhStore *store, JhImportPlan *plan, GError **error)
{
  g_autoptr (JhBooks) books = NULL;

  if (!jh_filing_find (store, plan->filing->code, plan->filing->year,
                       &plan->before, error))
    return FALSE;
  if (plan->before == NULL)
    return TRUE;
  books = jh_books_load (store, plan->before->id, NULL, error);
  if (books)
    count_rows (books, plan->counts_before);
  return books != NULL;
}

static JhImportPlan *
make_plan (JhStore *store, const char *folder, GError **error)
{
  g_autoptr (JhImportPlan) plan = g_new0 (JhImportPlan, 1);
  g_autoptr (JhBooks) books = NULL;

  plan->folder = jh_folder_dup_filing (folder);
  books = jh_import_read (store, plan->folder, error);
  if (books == NULL)
    return NULL;
  plan->filing = jh_filing_copy (books->filing);
  count_rows (books, plan->counts);
  return look_before (store, plan, error) ? g_steal_pointer (&plan) : NULL;
}

/* The plan for books that are not there yet: their lists are those of any
 * new books. */
static JhImportPlan *
make_plan_for_new (const char *folder, GError **error)
{
  g_autofree char *scratch = jh_scratch_new (error);
  g_autofree char *path = NULL;
  JhStore *store;
  JhImportPlan *plan;

  if (scratch == NULL)
    return NULL;
  path = jh_new_books_dup_path (scratch, NULL);
  store = jh_store_open (path, JH_STORE_CREATE, error);
  plan = store ? make_plan (store, folder, error) : NULL;
  jh_store_close (store);
  jh_scratch_remove (scratch);
  return plan;
}

JhImportPlan *
jh_import_plan_make (const char *path, const char *folder, GError **error)
{
  g_autoptr (JhStore) store = NULL;

  if (path == NULL)
    return make_plan_for_new (folder, error);
  store = jh_store_open (path, JH_STORE_READ, error);
  return store ? make_plan (store, folder, error) : NULL;
}

char *
jh_import_plan_dup_title (const JhImportPlan *plan)
{
  return g_strdup_printf ("%d 年度 %s（%s）", plan->filing->year,
                          plan->filing->name, plan->filing->code);
}

char *
jh_import_plan_dup_words (const JhImportPlan *plan)
{
  GString *words = g_string_new (NULL);

  for (int id = 0; id < JH_N_TABLES; id++)
    if (plan->counts[id] > 0)
      g_string_append_printf (words, "%s%s：%u 行", words->len ? "\n" : "",
                              jh_table_get ((JhTableId) id)->label,
                              plan->counts[id]);
  return g_string_free (words, FALSE);
}

char *
jh_import_plan_dup_replaced (const JhImportPlan *plan)
{
  GString *words;

  if (plan->before == NULL)
    return NULL;
  words = g_string_new (NULL);
  for (int id = 0; id < JH_N_TABLES; id++)
    if (plan->counts[id] > 0 || plan->counts_before[id] > 0)
      g_string_append_printf (words, "%s%s：现有 %u 行，换成 %u 行",
                              words->len ? "\n" : "",
                              jh_table_get ((JhTableId) id)->label,
                              plan->counts_before[id], plan->counts[id]);
  return g_string_free (words, FALSE);
}
