#include "jh-tally.h"

#include "jh-checker.h"
#include "jh-error.h"

static void
tally_free (gpointer data)
{
  JhTally *tally = data;

  g_free (tally->trouble);
  g_free (tally);
}

/* The tally of @filing. */
static JhTally *
check (JhChecker *checker, JhStore *store, gint64 filing)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) findings
    = jh_checker_check (checker, store, filing, &error);
  JhTally *tally = g_new0 (JhTally, 1);

  tally->filing = filing;
  if (findings == NULL)
    tally->trouble = g_strdup (error->message);
  for (guint i = 0; findings && i < findings->len; i++)
    tally->counts[jh_finding_get_kind (findings->pdata[i])]++;
  return tally;
}

/* One more of @total filings is next; FALSE when the work is to stop. Each
 * takes long enough to be told of. */
static gboolean
step (JhPace *pace, guint done, guint total, GError **error)
{
  if (pace == NULL)
    return TRUE;
  pace->done = done;
  pace->total = total;
  if (pace->tell)
    pace->tell (done, total, pace->data);
  if (!g_cancellable_is_cancelled (pace->cancellable))
    return TRUE;
  g_set_error_literal (error, JH_ERROR, JH_ERROR_CANCELLED, "已停止");
  return FALSE;
}

GHashTable *
jh_tally_all (const char *path, JhPace *pace, GError **error)
{
  g_autoptr (JhStore) store = jh_store_open (path, JH_STORE_READ, error);
  g_autoptr (GPtrArray) filings
    = store ? jh_filing_list (store, NULL, 0, error) : NULL;
  g_autoptr (JhChecker) checker = jh_checker_new ();
  g_autoptr (GHashTable) tallies
    = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, tally_free);

  for (guint i = 0; filings && i < filings->len; i++)
    {
      JhTally *tally;

      if (!step (pace, i, filings->len, error))
        return NULL;
      tally = check (checker, store, ((JhFiling *) filings->pdata[i])->id);
      g_hash_table_insert (tallies, &tally->filing, tally);
    }
  return filings ? g_steal_pointer (&tallies) : NULL;
}

char *
jh_tally_dup_summary (GHashTable *tallies)
{
  guint errors = 0, warnings = 0, troubles = 0;
  guint n = g_hash_table_size (tallies);
  GHashTableIter iter;
  gpointer value;
  GString *words = g_string_new (NULL);

  g_hash_table_iter_init (&iter, tallies);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const JhTally *tally = value;

      troubles += tally->trouble != NULL;
      errors += tally->counts[JH_FINDING_ERROR] > 0;
      warnings += tally->counts[JH_FINDING_ERROR] == 0
                  && tally->counts[JH_FINDING_WARNING] > 0;
    }
  g_string_append_printf (words, "审核了 %u 套：%u 套有错误，%u 套只有警告，",
                          n, errors, warnings);
  g_string_append_printf (words, "%u 套没有要改的",
                          n - errors - warnings - troubles);
  if (troubles > 0)
    g_string_append_printf (words, "，%u 套没有审成", troubles);
  return g_string_free (words, FALSE);
}
