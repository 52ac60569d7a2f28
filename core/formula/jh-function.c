#include "jh-function.h"

#include <string.h>

#include "jh-error.h"
#include "jh-fixed.h"
#include "jh-run-private.h"
#include "jh-text.h"

/* What a sum that is kept costs. */
#define SUM_STEPS 16

static const JhNode *
argument (const JhNode *node, guint i)
{
  return node->list->pdata[i];
}

/* What the argument @i comes to, a figure or nothing. */
static gboolean
take_figure (JhRun *run, const JhNode *node, guint i, JhValue *value)
{
  if (!jh_run_value (run, argument (node, i), value))
    return FALSE;
  if (value->kind == JH_VALUE_BLANK || jh_value_is_figure (*value))
    return TRUE;
  return jh_run_fail (run, node, "这里要一个数");
}

/* What the argument @i comes to, a whole number from 0 to @most. */
static gboolean
take_count (JhRun *run, const JhNode *node, guint i, guint most, guint *count)
{
  JhValue value;

  *count = 0;
  if (!take_figure (run, node, i, &value))
    return FALSE;
  if (value.kind != JH_VALUE_NUMBER || value.fraction.below != 1
      || value.fraction.above < 0 || value.fraction.above > most)
    return jh_run_fail (run, node, "这里要一个 0 到 %u 的整数", most);
  *count = (guint) value.fraction.above;
  return TRUE;
}

/* What is gathered, and for which call. */
typedef struct
{
  const JhNode *node;
  JhValue value;
} Gathered;

static gboolean
add_up (JhRun *run, JhValue value, gpointer data)
{
  Gathered *sum = data;
  GError *error = NULL;

  if (value.kind == JH_VALUE_BLANK)
    return TRUE;
  return jh_value_add (sum->value, value, FALSE, &sum->value, &error)
         || jh_run_fail_with (run, sum->node, error);
}

static gboolean
count_one (JhRun *run, JhValue value, gpointer data)
{
  Gathered *count = data;

  if (value.kind != JH_VALUE_BLANK)
    count->value.fraction.above++;
  return TRUE;
}

/* Keeps the larger, or with a @sign of -1 the smaller. */
static gboolean
keep_extreme (JhRun *run, JhValue value, Gathered *kept, int sign)
{
  GError *error = NULL;
  int order = 0;

  if (value.kind == JH_VALUE_BLANK)
    return TRUE;
  if (!jh_value_is_figure (value))
    return jh_run_fail (run, kept->node, "只有数才分大小");
  if (kept->value.kind != JH_VALUE_BLANK
      && !jh_value_compare (value, kept->value, &order, &error))
    return jh_run_fail_with (run, kept->node, error);
  if (kept->value.kind == JH_VALUE_BLANK || order * sign > 0)
    kept->value = value;
  return TRUE;
}

static gboolean
keep_largest (JhRun *run, JhValue value, gpointer data)
{
  return keep_extreme (run, value, data, 1);
}

static gboolean
keep_smallest (JhRun *run, JhValue value, gpointer data)
{
  return keep_extreme (run, value, data, -1);
}

/* Whether what @argument comes to depends on nothing but what its rows are
 * looked up by, so that it need not be worked out again. */
static gboolean
is_kept (const JhNode *argument)
{
  return argument->kind == JH_NODE_FIGURES && !argument->rest;
}

/* The table of what @node came to, by what its rows were looked up by. */
static GHashTable *
get_sums (JhRun *run, const JhNode *node)
{
  GHashTable *sums = g_hash_table_lookup (run->sums, node);

  if (sums == NULL)
    {
      sums = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
      g_hash_table_insert (run->sums, (gpointer) node, sums);
    }
  return sums;
}

/* Works out what all arguments of @node gather to. */
static gboolean
gather_all (JhRun *run, const JhNode *node, JhGatherFunc func, JhValue *value)
{
  Gathered gathered = { node, *value };

  for (guint i = 0; i < node->list->len; i++)
    if (!jh_run_gather (run, argument (node, i), func, &gathered))
      return FALSE;
  *value = gathered.value;
  return TRUE;
}

/* As gather_all(), of one argument that is kept. What is read is told only
 * as long as anybody listens. */
static gboolean
gather_kept (JhRun *run, const JhNode *node, JhGatherFunc func,
             JhValue *value)
{
  g_autofree char *lookup = jh_run_dup_lookup (run, argument (node, 0));
  GHashTable *sums = get_sums (run, node);
  const JhValue *known;

  if (lookup == NULL)
    return gather_all (run, node, func, value);
  known = g_hash_table_lookup (sums, lookup);
  if (known
      && (run->reads == NULL || run->quiet > 0
          || run->reads->len >= JH_RUN_TOLD_MAX))
    {
      *value = *known;
      return TRUE;
    }
  if (!gather_all (run, node, func, value))
    return FALSE;
  if (known == NULL)
    {
      JhValue *kept = g_new (JhValue, 1);

      /* Steps bound what is kept. */
      run->steps += SUM_STEPS;
      *kept = *value;
      g_hash_table_insert (sums, g_steal_pointer (&lookup), kept);
    }
  return TRUE;
}

static gboolean
gather (JhRun *run, const JhNode *node, JhGatherFunc func, JhValue first,
        JhValue *value)
{
  *value = first;
  if (node->list->len == 1 && is_kept (argument (node, 0)))
    return gather_kept (run, node, func, value);
  return gather_all (run, node, func, value);
}

static gboolean
call_sum (JhRun *run, const JhNode *node, JhValue *value)
{
  return gather (run, node, add_up, jh_value_blank (), value);
}

static gboolean
call_count (JhRun *run, const JhNode *node, JhValue *value)
{
  return gather (run, node, count_one, jh_value_number (0, 1), value);
}

static gboolean
call_largest (JhRun *run, const JhNode *node, JhValue *value)
{
  return gather (run, node, keep_largest, jh_value_blank (), value);
}

static gboolean
call_smallest (JhRun *run, const JhNode *node, JhValue *value)
{
  return gather (run, node, keep_smallest, jh_value_blank (), value);
}

static gboolean
call_blank (JhRun *run, const JhNode *node, JhValue *value)
{
  JhValue a;

  if (!jh_run_value (run, argument (node, 0), &a))
    return FALSE;
  *value = jh_value_truth (a.kind == JH_VALUE_BLANK);
  return TRUE;
}

static gboolean
call_known (JhRun *run, const JhNode *node, JhValue *value)
{
  if (!call_blank (run, node, value))
    return FALSE;
  value->truth = !value->truth;
  return TRUE;
}

static gboolean
call_first (JhRun *run, const JhNode *node, JhValue *value)
{
  *value = jh_value_blank ();
  for (guint i = 0; i < node->list->len && value->kind == JH_VALUE_BLANK; i++)
    if (!jh_run_value (run, argument (node, i), value))
      return FALSE;
  return TRUE;
}

static gboolean
call_absolute (JhRun *run, const JhNode *node, JhValue *value)
{
  if (!take_figure (run, node, 0, value))
    return FALSE;
  if (value->kind != JH_VALUE_BLANK && value->fraction.above < 0)
    value->fraction = jh_fraction_negate (value->fraction);
  return TRUE;
}

/* @exact as a count of 10^-@decimals in @count, half up when @up, else cut
 * off. FALSE when that is too much. */
static gboolean
count_parts (JhFraction exact, guint decimals, gboolean up, gint64 *count)
{
  JhWide whole;

  if (up)
    return jh_fraction_round (exact, decimals, G_MAXINT64, count);
  if (!jh_fraction_multiply (&exact,
                             jh_fraction_new (jh_fixed_power (decimals), 1)))
    return FALSE;
  whole = exact.above / exact.below;
  *count = (gint64) whole;
  return whole <= G_MAXINT64 && whole >= -G_MAXINT64;
}

/* Cuts @value off after so many decimals of its unit, half up when @up. */
static gboolean
cut (JhRun *run, const JhNode *node, gboolean up, JhValue *value)
{
  JhFraction unit = { 1, 1 };
  guint decimals;
  gint64 count;

  if (!take_figure (run, node, 0, value)
      || !take_count (run, node, 1, 8, &decimals))
    return FALSE;
  if (value->kind == JH_VALUE_BLANK)
    return TRUE;
  if (value->kind == JH_VALUE_MONEY)
    unit.above = jh_money_unit_size (jh_subject_get_unit (run->subject));
  if (!jh_fraction_divide (&value->fraction, unit)
      || !count_parts (value->fraction, decimals, up, &count))
    return jh_run_fail (run, node, "数太大，算不下去了");
  value->fraction = jh_fraction_new (count, jh_fixed_power (decimals));
  return jh_fraction_multiply (&value->fraction, unit)
         || jh_run_fail (run, node, "数太大，算不下去了");
}

static gboolean
call_round (JhRun *run, const JhNode *node, JhValue *value)
{
  return cut (run, node, TRUE, value);
}

static gboolean
call_truncate (JhRun *run, const JhNode *node, JhValue *value)
{
  return cut (run, node, FALSE, value);
}

/* The larger or, with a @sign of -1, the smaller of all arguments. */
static gboolean
choose (JhRun *run, const JhNode *node, int sign, JhValue *value)
{
  Gathered kept = { node, jh_value_blank () };

  for (guint i = 0; i < node->list->len; i++)
    {
      JhValue other;

      if (!take_figure (run, node, i, &other)
          || !keep_extreme (run, other, &kept, sign))
        return FALSE;
    }
  *value = kept.value;
  return TRUE;
}

static gboolean
call_larger (JhRun *run, const JhNode *node, JhValue *value)
{
  return choose (run, node, 1, value);
}

static gboolean
call_smaller (JhRun *run, const JhNode *node, JhValue *value)
{
  return choose (run, node, -1, value);
}

/* The characters from @from to @to of @words. */
static JhValue
part_of (JhRun *run, const char *words, glong from, glong to)
{
  g_autofree char *part = g_utf8_substring (words, from, to);

  return jh_value_text (jh_run_keep (run, part));
}

static gboolean
call_head (JhRun *run, const JhNode *node, JhValue *value)
{
  const char *words;
  guint count;

  if (!jh_run_words (run, argument (node, 0), &words)
      || !take_count (run, node, 1, 1000, &count))
    return FALSE;
  *value = part_of (run, words, 0, MIN (count, g_utf8_strlen (words, -1)));
  return TRUE;
}

static gboolean
call_end (JhRun *run, const JhNode *node, JhValue *value)
{
  const char *words;
  guint count;
  glong length;

  if (!jh_run_words (run, argument (node, 0), &words)
      || !take_count (run, node, 1, 1000, &count))
    return FALSE;
  length = g_utf8_strlen (words, -1);
  *value = part_of (run, words, MAX (0, length - (glong) count), length);
  return TRUE;
}

static gboolean
call_length (JhRun *run, const JhNode *node, JhValue *value)
{
  const char *words;

  if (!jh_run_words (run, argument (node, 0), &words))
    return FALSE;
  *value = jh_value_number (g_utf8_strlen (words, -1), 1);
  return TRUE;
}

static gboolean
call_digits (JhRun *run, const JhNode *node, JhValue *value)
{
  const char *words;

  if (!jh_run_words (run, argument (node, 0), &words))
    return FALSE;
  *value = jh_value_truth (*words
                           && strspn (words, "0123456789") == strlen (words));
  return TRUE;
}

static gboolean
call_without_end (JhRun *run, const JhNode *node, JhValue *value)
{
  const char *words, *end;
  g_autofree char *rest = NULL;

  if (!jh_run_words (run, argument (node, 0), &words)
      || !jh_run_words (run, argument (node, 1), &end))
    return FALSE;
  rest = g_strdup (words);
  if (g_str_has_suffix (rest, end))
    rest[strlen (rest) - strlen (end)] = '\0';
  *value = jh_value_text (jh_run_keep (run, rest));
  return TRUE;
}

static gboolean
call_contains (JhRun *run, const JhNode *node, JhValue *value)
{
  const char *words, *part;

  if (!jh_run_words (run, argument (node, 0), &words)
      || !jh_run_words (run, argument (node, 1), &part))
    return FALSE;
  *value = jh_value_truth (strstr (words, part) != NULL);
  return TRUE;
}

/* How many digits stand after the point of @words. */
static guint
count_decimals (const char *words)
{
  const char *point = strchr (words, '.');

  return point ? (guint) strspn (point + 1, "0123456789") : 0;
}

/* @words read as a number; FALSE for words that are none. */
static gboolean
read_number (const char *words, JhFraction *number)
{
  g_autofree char *narrow = jh_text_narrow (words);
  guint decimals = MIN (count_decimals (narrow), 8);
  gint64 count;

  if (!jh_fixed_parse (narrow, decimals, G_MAXINT64 / 4, &count, NULL)
      || jh_text_is_blank (narrow))
    return FALSE;
  *number = jh_fraction_new (count, jh_fixed_power (decimals));
  return TRUE;
}

static gboolean
call_number (JhRun *run, const JhNode *node, JhValue *value)
{
  const char *words;

  if (!jh_run_value (run, argument (node, 0), value))
    return FALSE;
  if (value->kind != JH_VALUE_TEXT)
    return TRUE;
  words = value->text;
  *value = jh_value_blank ();
  if (read_number (words, &value->fraction))
    value->kind = JH_VALUE_NUMBER;
  return TRUE;
}

static gboolean
call_decimals (JhRun *run, const JhNode *node, JhValue *value)
{
  g_autofree char *narrow = NULL;
  const char *words;

  if (!jh_run_words (run, argument (node, 0), &words))
    return FALSE;
  narrow = jh_text_narrow (words);
  *value = jh_value_number (count_decimals (narrow), 1);
  return TRUE;
}

static gboolean
call_money (JhRun *run, const JhNode *node, JhValue *value)
{
  const char *unit;
  JhFraction size = { 0, 1 };

  if (!call_number (run, node, value)
      || !jh_run_words (run, argument (node, 1), &unit))
    return FALSE;
  if (value->kind == JH_VALUE_MONEY)
    return TRUE;
  size.above = jh_value_unit_size (unit);
  if (value->kind != JH_VALUE_NUMBER || size.above == 0
      || !jh_fraction_multiply (&value->fraction, size))
    {
      *value = jh_value_blank ();
      return TRUE;
    }
  value->kind = JH_VALUE_MONEY;
  value->terms = 1;
  return TRUE;
}

static gboolean
call_name (JhRun *run, const JhNode *node, JhValue *value)
{
  const JhNode *row = argument (node, 0);
  const JhBound *bound;

  if (row->kind != JH_NODE_VARIABLE || run->bound[row->slot].line == NULL
      || run->bound[row->slot].line->spans == NULL)
    return jh_run_fail (run, node, "“名称”里要写“每行”的名");
  bound = &run->bound[row->slot];
  *value
    = jh_value_text (jh_grid_index_get_label (bound->index, bound->line));
  return TRUE;
}

/* The key of a row and its name, for people: “201 一般公共服务支出”. */
static gboolean
call_title (JhRun *run, const JhNode *node, JhValue *value)
{
  const JhNode *row = argument (node, 0);
  g_autofree char *title = NULL;
  const char *key, *name;

  if (!call_name (run, node, value))
    return FALSE;
  name = value->kind == JH_VALUE_TEXT ? value->text : "";
  key = run->bound[row->slot].line->key;
  if (!run->bound[row->slot].line->is_code || *name == '\0')
    {
      *value = jh_value_text (key);
      return TRUE;
    }
  title = g_strdup_printf ("%s %s", key, name);
  *value = jh_value_text (jh_run_keep (run, title));
  return TRUE;
}

static gboolean
call_parent (JhRun *run, const JhNode *node, JhValue *value)
{
  const JhNode *row = argument (node, 0);
  const JhBound *bound;

  if (row->kind != JH_NODE_VARIABLE || run->bound[row->slot].line == NULL
      || run->bound[row->slot].line->spans == NULL)
    return jh_run_fail (run, node, "“有下级”里要写“每行”的名");
  bound = &run->bound[row->slot];
  *value = jh_value_truth (bound->line->is_code
                             ? bound->line->below != NULL
                             : bound->index->uppermost->len > 0);
  return TRUE;
}

static gboolean
call_notes (JhRun *run, const JhNode *node, JhValue *value)
{
  const JhGridIndex *index = NULL;
  GString *notes;

  if (argument (node, 0)->kind != JH_NODE_CELLS)
    return jh_run_fail (run, node, "“附注”里要写一张表的名字");
  index = jh_run_get_index (run, argument (node, 0));
  if (index == NULL)
    return FALSE;
  notes = g_string_new (NULL);
  for (guint i = 0; i < index->grid->notes->len; i++)
    g_string_append (notes, index->grid->notes->pdata[i]);
  *value = jh_value_text (jh_run_keep (run, notes->str));
  g_string_free (notes, TRUE);
  return TRUE;
}

static gboolean
call_limit (JhRun *run, const JhNode *node, JhValue *value)
{
  const char *name;

  if (!jh_run_words (run, argument (node, 0), &name))
    return FALSE;
  *value = jh_subject_get_limit (run->subject, name);
  return TRUE;
}

static gboolean
call_year (JhRun *run, const JhNode *node, JhValue *value)
{
  *value = jh_value_number (jh_subject_get_year (run->subject), 1);
  return TRUE;
}

static gboolean
call_region (JhRun *run, const JhNode *node, JhValue *value)
{
  *value = jh_value_text (jh_subject_get_region (run->subject));
  return TRUE;
}

/* A share as a percentage with two decimals. */
static gboolean
call_percent (JhRun *run, const JhNode *node, JhValue *value)
{
  g_autofree char *number = NULL;
  g_autofree char *percent = NULL;
  gint64 count;

  if (!take_figure (run, node, 0, value) || value->kind == JH_VALUE_BLANK)
    return run->fault == NULL;
  if (value->kind == JH_VALUE_MONEY
      || !jh_fraction_round (value->fraction, 4, G_MAXINT64, &count))
    return jh_run_fail (run, node, "“百分比”里要一个没有单位的数");
  number = jh_fixed_format (count, 2, FALSE);
  percent = g_strconcat (number, "%", NULL);
  *value = jh_value_text (jh_run_keep (run, percent));
  return TRUE;
}

/* A figure with its sign, + too. */
static gboolean
call_signed (JhRun *run, const JhNode *node, JhValue *value)
{
  g_autofree char *number = NULL;
  g_autofree char *text = NULL;

  if (!take_figure (run, node, 0, value) || value->kind == JH_VALUE_BLANK)
    return run->fault == NULL;
  number = jh_value_format (*value, jh_subject_get_unit (run->subject));
  text = g_strconcat (value->fraction.above > 0 ? "+" : "", number, NULL);
  *value = jh_value_text (jh_run_keep (run, text));
  return TRUE;
}

static const JhFunction functions[] = {
  { "和", 1, 8, call_sum },           { "个数", 1, 8, call_count },
  { "最大", 1, 8, call_largest },     { "最小", 1, 8, call_smallest },
  { "空", 1, 1, call_blank },         { "有", 1, 1, call_known },
  { "首个", 1, 8, call_first },       { "绝对值", 1, 1, call_absolute },
  { "舍入", 2, 2, call_round },       { "截去", 2, 2, call_truncate },
  { "大", 2, 8, call_larger },        { "小", 2, 8, call_smaller },
  { "前", 2, 2, call_head },          { "后", 2, 2, call_end },
  { "长度", 1, 1, call_length },      { "是数字", 1, 1, call_digits },
  { "去尾", 2, 2, call_without_end }, { "含", 2, 2, call_contains },
  { "数", 1, 1, call_number },        { "小数位", 1, 1, call_decimals },
  { "金额", 2, 2, call_money },       { "名称", 1, 1, call_name },
  { "行名", 1, 1, call_title },       { "有下级", 1, 1, call_parent },
  { "附注", 1, 1, call_notes },       { "限额", 1, 1, call_limit },
  { "年度", 0, 0, call_year },        { "区划", 0, 0, call_region },
  { "百分比", 1, 1, call_percent },   { "带号", 1, 1, call_signed },
};

const JhFunction *
jh_function_find (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (functions); i++)
    if (strcmp (functions[i].name, name) == 0)
      return &functions[i];
  return NULL;
}

GPtrArray *
jh_function_list_names (void)
{
  GPtrArray *names = g_ptr_array_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (functions); i++)
    g_ptr_array_add (names, (gpointer) functions[i].name);
  return names;
}
