#include "jh-bulk.h"

#include "jh-error.h"
#include "jh-table-recipe.h"

/* The steps of a row: when it is read, each of those that write it, and what
 * it takes to keep it at the end, which nobody counts. */
#define STEPS_OF_ROW 6

struct _JhBulk
{
  char *path;
  gint64 filing;
  JhMoneyUnit unit;
  JhTableRecipe *recipe;
  JhTableBlock *block;
  JhTableVerb verb;
  char *words;
};

/* What is being done with @block. */
static char *
dup_words (const JhTableBlock *block, JhTableVerb verb)
{
  static const char *const verbs[] = {
    [JH_VERB_TYPE] = "填写", [JH_VERB_PASTE] = "粘贴",
    [JH_VERB_FILL] = "填充", [JH_VERB_CLEAR] = "清除",
    [JH_VERB_CUT] = "剪切",  [JH_VERB_REMOVE] = "删除",
  };

  return g_strdup_printf ("正在%s %u 行", verbs[verb], block->n_rows);
}

JhBulk *
jh_bulk_new (JhTableModel *model, JhSession *session, JhTableBlock *block,
             JhTableVerb verb, GError **error)
{
  g_autoptr (JhTableBlock) taken = block;
  JhTableRecipe *recipe;
  JhBulk *bulk;

  if (!jh_session_may_edit (session, error))
    return NULL;
  recipe = jh_table_model_take_recipe (model);
  if (recipe == NULL)
    {
      g_set_error (error, JH_ERROR, JH_ERROR_USAGE,
                   "这里一次最多改 %d 格，现在有 %u 格，什么都没有改，"
                   "请分几次来",
                   JH_TABLE_QUICK_CELLS, block->n_rows * block->n_columns);
      return NULL;
    }
  bulk = g_new (JhBulk, 1);
  *bulk = (JhBulk){
    g_strdup (jh_store_get_path (jh_session_get_store (session))),
    jh_session_get_filing (session),
    jh_session_get_unit (session),
    recipe,
    g_steal_pointer (&taken),
    verb,
    dup_words (block, verb),
  };
  return bulk;
}

void
jh_bulk_free (JhBulk *bulk)
{
  if (bulk == NULL)
    return;
  jh_table_recipe_free (bulk->recipe);
  jh_table_block_free (bulk->block);
  g_free (bulk->words);
  g_free (bulk->path);
  g_free (bulk);
}

const char *
jh_bulk_get_words (const JhBulk *bulk)
{
  return bulk->words;
}

/* Does it to the table that was made again over @session. */
static gboolean
write_over (JhBulk *bulk, JhSession *session, JhPace *pace,
            JhTableReport *report, GError **error)
{
  g_autoptr (JhTableModel) model = NULL;

  jh_session_set_unit (session, bulk->unit);
  model = bulk->recipe->make (bulk->recipe->data, session, error);
  if (model == NULL)
    return FALSE;
  pace->done = 0;
  pace->total = STEPS_OF_ROW * bulk->block->n_rows;
  jh_session_set_pace (session, pace);
  jh_store_set_cancellable (jh_session_get_store (session),
                            pace->cancellable);
  return jh_table_model_apply (model, bulk->block, bulk->verb, report, error);
}

/* Says in the place of @error, when it is that the work was stopped, that
 * nothing came of it. FALSE. */
static gboolean
fail (GError *error, GError **told)
{
  if (g_error_matches (error, JH_ERROR, JH_ERROR_CANCELLED))
    {
      g_set_error_literal (told, JH_ERROR, JH_ERROR_CANCELLED,
                           "已停止，什么都没有改");
      g_error_free (error);
    }
  else
    g_propagate_error (told, error);
  return FALSE;
}

gboolean
jh_bulk_run (JhBulk *bulk, JhPace *pace, JhTableReport *report,
             GError **error)
{
  g_autoptr (JhStore) store
    = jh_store_open (bulk->path, JH_STORE_WRITE, error);
  g_autoptr (JhSession) session
    = store ? jh_session_new (store, bulk->filing, error) : NULL;

  GError *local_error = NULL;
  gboolean good;

  if (session == NULL)
    return FALSE;
  good = write_over (bulk, session, pace, report, &local_error);
  /* Here on the thread, for letting go of so many texts takes long. */
  g_clear_pointer (&bulk->block, jh_table_block_free);
  return good || fail (local_error, error);
}

gboolean
jh_bulk_undo (const char *path, gboolean undo, GCancellable *cancellable,
              GError **error)
{
  g_autoptr (JhStore) store = jh_store_open (path, JH_STORE_WRITE, error);
  GError *local_error = NULL;
  gboolean good;

  if (store == NULL)
    return FALSE;
  jh_store_set_cancellable (store, cancellable);
  good = undo ? jh_change_undo (store, NULL, &local_error)
              : jh_change_redo (store, NULL, &local_error);
  return good || fail (local_error, error);
}
