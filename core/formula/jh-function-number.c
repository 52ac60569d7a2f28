/* Functions that make numbers and amounts. */
#include "jh-function-private.h"

#include <string.h>

#include "jh-fixed.h"
#include "jh-text.h"

gboolean
jh_call_blank (JhRun *run, const JhNode *node, JhValue *value)
{
  JhValue a;

  if (!jh_run_value (run, jh_call_argument (node, 0), &a))
    return FALSE;
  *value = jh_value_truth (a.kind == JH_VALUE_BLANK);
  return TRUE;
}

gboolean
jh_call_known (JhRun *run, const JhNode *node, JhValue *value)
{
  if (!jh_call_blank (run, node, value))
    return FALSE;
  value->truth = !value->truth;
  return TRUE;
}

gboolean
jh_call_first (JhRun *run, const JhNode *node, JhValue *value)
{
  *value = jh_value_blank ();
  for (guint i = 0; i < node->list->len && value->kind == JH_VALUE_BLANK; i++)
    if (!jh_run_value (run, jh_call_argument (node, i), value))
      return FALSE;
  return TRUE;
}

gboolean
jh_call_absolute (JhRun *run, const JhNode *node, JhValue *value)
{
  if (!jh_call_take_figure (run, node, 0, value))
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

  if (!jh_call_take_figure (run, node, 0, value)
      || !jh_call_take_count (run, node, 1, 8, &decimals))
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

gboolean
jh_call_round (JhRun *run, const JhNode *node, JhValue *value)
{
  return cut (run, node, TRUE, value);
}

gboolean
jh_call_truncate (JhRun *run, const JhNode *node, JhValue *value)
{
  return cut (run, node, FALSE, value);
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

gboolean
jh_call_number (JhRun *run, const JhNode *node, JhValue *value)
{
  const char *words;

  if (!jh_run_value (run, jh_call_argument (node, 0), value))
    return FALSE;
  if (value->kind != JH_VALUE_TEXT)
    return TRUE;
  words = value->text;
  *value = jh_value_blank ();
  if (read_number (words, &value->fraction))
    value->kind = JH_VALUE_NUMBER;
  return TRUE;
}

gboolean
jh_call_decimals (JhRun *run, const JhNode *node, JhValue *value)
{
  g_autofree char *narrow = NULL;
  const char *words;

  if (!jh_run_words (run, jh_call_argument (node, 0), &words))
    return FALSE;
  narrow = jh_text_narrow (words);
  *value = jh_value_number (count_decimals (narrow), 1);
  return TRUE;
}

gboolean
jh_call_money (JhRun *run, const JhNode *node, JhValue *value)
{
  const char *unit;
  JhFraction size = { 0, 1 };

  if (!jh_call_number (run, node, value)
      || !jh_run_words (run, jh_call_argument (node, 1), &unit))
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

/* A share as a percentage with two decimals. */
gboolean
jh_call_percent (JhRun *run, const JhNode *node, JhValue *value)
{
  g_autofree char *number = NULL;
  g_autofree char *percent = NULL;
  gint64 count;

  if (!jh_call_take_figure (run, node, 0, value)
      || value->kind == JH_VALUE_BLANK)
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
gboolean
jh_call_signed (JhRun *run, const JhNode *node, JhValue *value)
{
  g_autofree char *number = NULL;
  g_autofree char *text = NULL;

  if (!jh_call_take_figure (run, node, 0, value)
      || value->kind == JH_VALUE_BLANK)
    return run->fault == NULL;
  number = jh_value_format (*value, jh_subject_get_unit (run->subject));
  text = g_strconcat (value->fraction.above > 0 ? "+" : "", number, NULL);
  *value = jh_value_text (jh_run_keep (run, text));
  return TRUE;
}
