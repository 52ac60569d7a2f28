/* Functions of words, of rows, and of the subject as a whole. */
#include "jh-function-private.h"

#include <string.h>

#include "jh-text.h"

/* The characters from @from to @to of @words. */
static JhValue
part_of (JhRun *run, const char *words, glong from, glong to)
{
  g_autofree char *part = g_utf8_substring (words, from, to);

  return jh_value_text (jh_run_keep (run, part));
}

gboolean
jh_call_head (JhRun *run, const JhNode *node, JhValue *value)
{
  const char *words;
  guint count;

  if (!jh_run_words (run, jh_call_argument (node, 0), &words)
      || !jh_call_take_count (run, node, 1, 1000, &count))
    return FALSE;
  *value = part_of (run, words, 0, MIN (count, g_utf8_strlen (words, -1)));
  return TRUE;
}

gboolean
jh_call_end (JhRun *run, const JhNode *node, JhValue *value)
{
  const char *words;
  guint count;
  glong length;

  if (!jh_run_words (run, jh_call_argument (node, 0), &words)
      || !jh_call_take_count (run, node, 1, 1000, &count))
    return FALSE;
  length = g_utf8_strlen (words, -1);
  *value = part_of (run, words, MAX (0, length - (glong) count), length);
  return TRUE;
}

gboolean
jh_call_length (JhRun *run, const JhNode *node, JhValue *value)
{
  const char *words;

  if (!jh_run_words (run, jh_call_argument (node, 0), &words))
    return FALSE;
  *value = jh_value_number (g_utf8_strlen (words, -1), 1);
  return TRUE;
}

gboolean
jh_call_digits (JhRun *run, const JhNode *node, JhValue *value)
{
  const char *words;

  if (!jh_run_words (run, jh_call_argument (node, 0), &words))
    return FALSE;
  *value = jh_value_truth (jh_text_is_digits (words));
  return TRUE;
}

gboolean
jh_call_without_end (JhRun *run, const JhNode *node, JhValue *value)
{
  const char *words, *end;
  g_autofree char *rest = NULL;

  if (!jh_run_words (run, jh_call_argument (node, 0), &words)
      || !jh_run_words (run, jh_call_argument (node, 1), &end))
    return FALSE;
  rest = g_strdup (words);
  if (g_str_has_suffix (rest, end))
    rest[strlen (rest) - strlen (end)] = '\0';
  *value = jh_value_text (jh_run_keep (run, rest));
  return TRUE;
}

gboolean
jh_call_contains (JhRun *run, const JhNode *node, JhValue *value)
{
  const char *words, *part;

  if (!jh_run_words (run, jh_call_argument (node, 0), &words)
      || !jh_run_words (run, jh_call_argument (node, 1), &part))
    return FALSE;
  *value = jh_value_truth (strstr (words, part) != NULL);
  return TRUE;
}

gboolean
jh_call_name (JhRun *run, const JhNode *node, JhValue *value)
{
  const JhNode *row = jh_call_argument (node, 0);
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
gboolean
jh_call_title (JhRun *run, const JhNode *node, JhValue *value)
{
  const JhNode *row = jh_call_argument (node, 0);
  g_autofree char *title = NULL;
  const char *key, *name;

  if (!jh_call_name (run, node, value))
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

gboolean
jh_call_parent (JhRun *run, const JhNode *node, JhValue *value)
{
  const JhNode *row = jh_call_argument (node, 0);
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

gboolean
jh_call_notes (JhRun *run, const JhNode *node, JhValue *value)
{
  const JhGridIndex *index = NULL;
  GString *notes;

  if (jh_call_argument (node, 0)->kind != JH_NODE_CELLS)
    return jh_run_fail (run, node, "“附注”里要写一张表的名字");
  index = jh_run_get_index (run, jh_call_argument (node, 0));
  if (index == NULL)
    return FALSE;
  notes = g_string_new (NULL);
  for (guint i = 0; i < index->grid->notes->len; i++)
    g_string_append (notes, index->grid->notes->pdata[i]);
  *value = jh_value_text (jh_run_keep (run, notes->str));
  g_string_free (notes, TRUE);
  return TRUE;
}

gboolean
jh_call_limit (JhRun *run, const JhNode *node, JhValue *value)
{
  const char *name;

  if (!jh_run_words (run, jh_call_argument (node, 0), &name))
    return FALSE;
  *value = jh_subject_get_limit (run->subject, name);
  return TRUE;
}

gboolean
jh_call_year (JhRun *run, const JhNode *node, JhValue *value)
{
  *value = jh_value_number (jh_subject_get_year (run->subject), 1);
  return TRUE;
}

gboolean
jh_call_region (JhRun *run, const JhNode *node, JhValue *value)
{
  *value = jh_value_text (jh_subject_get_region (run->subject));
  return TRUE;
}
