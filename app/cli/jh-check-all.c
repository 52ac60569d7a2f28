#include "jh-check-all.h"

#include "jh-error.h"

/* How many of the rules that hit most are told. */
#define RULES_TOLD 10

/* What the filings come to.
 *
 * hits: of each rule's id, how often it hit
 * clean: how many filings have neither 错误 nor 警告 left open */
typedef struct
{
  GHashTable *hits;
  guint checked;
  guint clean;
  guint errors;
  gboolean json;
} Tally;

static guint
get_hits (const Tally *tally, gconstpointer rule)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (tally->hits, rule));
}

static void
count_findings (Tally *tally, const GPtrArray *findings)
{
  guint errors = jh_findings_count_open (findings, JH_SEVERITY_ERROR);

  tally->checked++;
  tally->errors += errors > 0;
  tally->clean
    += errors == 0
       && jh_findings_count_open (findings, JH_SEVERITY_WARNING) == 0;
  for (guint i = 0; i < findings->len; i++)
    {
      const JhFinding *finding = findings->pdata[i];
      guint hits = get_hits (tally, finding->rule) + 1;

      g_hash_table_insert (tally->hits, g_strdup (finding->rule),
                           GUINT_TO_POINTER (hits));
    }
}

/* @object on one line; takes it over. */
static void
print_object (JsonObject *object)
{
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_OBJECT);
  g_autofree char *text = NULL;

  json_node_take_object (node, object);
  text = json_to_string (node, FALSE);
  jh_cli_print ("%s", text);
}

static void
print_filing (const Tally *tally, const JhFiling *filing,
              const GPtrArray *findings)
{
  guint errors = jh_findings_count (findings, JH_SEVERITY_ERROR);
  guint warnings = jh_findings_count (findings, JH_SEVERITY_WARNING);
  guint notices = jh_findings_count (findings, JH_SEVERITY_NOTICE);
  JsonObject *object;

  if (!tally->json)
    {
      jh_cli_print ("%d  %s  %s  错误 %u  警告 %u  提示 %u\n", filing->year,
                    filing->code, filing->name, errors, warnings, notices);
      return;
    }
  object = json_object_new ();
  json_object_set_int_member (object, "year", filing->year);
  json_object_set_string_member (object, "unit", filing->code);
  json_object_set_string_member (object, "name", filing->name);
  json_object_set_int_member (object, "errors", errors);
  json_object_set_int_member (object, "warnings", warnings);
  json_object_set_int_member (object, "notices", notices);
  jh_cli_print (tally->checked > 1 ? ",\n" : "\n");
  print_object (object);
}

static int
compare_hits (gconstpointer a, gconstpointer b, gpointer data)
{
  const char *x = *(char *const *) a, *y = *(char *const *) b;
  guint x_hits = get_hits (data, x), y_hits = get_hits (data, y);

  if (x_hits != y_hits)
    return x_hits > y_hits ? -1 : 1;
  return g_strcmp0 (x, y);
}

/* The ids of the rules that hit, those that hit most first; borrowed. The
 * caller unrefs the array. */
static GPtrArray *
list_hits (Tally *tally)
{
  GPtrArray *rules = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer rule;

  g_hash_table_iter_init (&iter, tally->hits);
  while (g_hash_table_iter_next (&iter, &rule, NULL))
    g_ptr_array_add (rules, rule);
  g_ptr_array_sort_with_data (rules, compare_hits, tally);
  return rules;
}

static void
print_summary_json (Tally *tally, const GPtrArray *rules)
{
  JsonObject *object = json_object_new ();
  JsonObject *hits = json_object_new ();

  for (guint i = 0; i < rules->len; i++)
    json_object_set_int_member (hits, rules->pdata[i],
                                get_hits (tally, rules->pdata[i]));
  json_object_set_int_member (object, "filings", tally->checked);
  json_object_set_int_member (object, "clean", tally->clean);
  json_object_set_int_member (object, "with_errors", tally->errors);
  json_object_set_object_member (object, "rules", hits);
  jh_cli_print ("\n], \"summary\": ");
  print_object (object);
  jh_cli_print ("}\n");
}

static void
print_summary (Tally *tally)
{
  g_autoptr (GPtrArray) rules = list_hits (tally);

  if (tally->json)
    {
      print_summary_json (tally, rules);
      return;
    }
  jh_cli_print ("共 %u 套决算：%u 套没有错误和警告，%u 套有错误\n",
                tally->checked, tally->clean, tally->errors);
  if (rules->len > 0)
    jh_cli_print ("问题最多的规则：\n");
  for (guint i = 0; i < rules->len && i < RULES_TOLD; i++)
    jh_cli_print ("  %s  %u 处\n", (char *) rules->pdata[i],
                  get_hits (tally, rules->pdata[i]));
}

static gboolean
check_one (Tally *tally, JhChecker *checker, JhStore *store,
           const JhArguments *arguments, const JhFiling *filing,
           GError **error)
{
  g_autoptr (GPtrArray) findings
    = jh_checker_check (checker, store, filing->id, error);

  if (findings == NULL)
    {
      g_prefix_error (error, "%d 年度“%s”：", filing->year, filing->name);
      return FALSE;
    }
  jh_check_choose (arguments, findings);
  count_findings (tally, findings);
  print_filing (tally, filing, findings);
  return TRUE;
}

/* Checks @filings until Ctrl+C. */
static gboolean
check_filings (Tally *tally, JhChecker *checker, JhStore *store,
               const JhArguments *arguments, const GPtrArray *filings,
               GError **error)
{
  g_autoptr (GCancellable) cancellable = jh_cli_watch_interrupts ();

  for (guint i = 0; i < filings->len; i++)
    {
      const JhFiling *filing = filings->pdata[i];
      gboolean done;

      if (g_cancellable_is_cancelled (cancellable))
        {
          g_set_error (error, JH_ERROR, JH_ERROR_CANCELLED,
                       "已停下：审了 %u 套，共 %u 套", i, filings->len);
          return FALSE;
        }
      jh_cli_progress (i, filings->len, "审核", filing->name);
      done = check_one (tally, checker, store, arguments, filing, error);
      jh_cli_progress (0, 0, NULL, NULL);
      if (!done)
        return FALSE;
    }
  return TRUE;
}

gboolean
jh_check_all (JhChecker *checker, JhStore *store,
              const JhArguments *arguments, gboolean *found, GError **error)
{
  JhExaminer *examiner = jh_checker_get_examiner (checker, store, error);
  g_autoptr (GPtrArray) filings = NULL;
  g_autoptr (GHashTable) hits
    = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Tally tally
    = { hits, 0, 0, 0, jh_cli_is_format (arguments, "json", "text") };

  if (examiner == NULL
      || !jh_check_choice_is_right (arguments, examiner, error))
    return FALSE;
  filings = jh_filing_list (store, arguments->unit, arguments->year, error);
  if (filings == NULL)
    return FALSE;
  if (tally.json)
    jh_cli_print ("{\"filings\": [");
  if (!check_filings (&tally, checker, store, arguments, filings, error))
    return FALSE;
  print_summary (&tally);
  *found = tally.errors > 0;
  return TRUE;
}
