#include "jh-function-private.h"

#include <string.h>

#include "jh-run-private.h"

const JhNode *
jh_call_argument (const JhNode *node, guint i)
{
  return node->list->pdata[i];
}

gboolean
jh_call_take_figure (JhRun *run, const JhNode *node, guint i, JhValue *value)
{
  if (!jh_run_value (run, jh_call_argument (node, i), value))
    return FALSE;
  if (value->kind == JH_VALUE_BLANK || jh_value_is_figure (*value))
    return TRUE;
  return jh_run_fail (run, node, "这里要一个数");
}

gboolean
jh_call_take_count (JhRun *run, const JhNode *node, guint i, guint most,
                    guint *count)
{
  JhValue value;

  *count = 0;
  if (!jh_call_take_figure (run, node, i, &value))
    return FALSE;
  if (value.kind != JH_VALUE_NUMBER || value.fraction.below != 1
      || value.fraction.above < 0 || value.fraction.above > most)
    return jh_run_fail (run, node, "这里要一个 0 到 %u 的整数", most);
  *count = (guint) value.fraction.above;
  return TRUE;
}
static const JhFunction functions[] = {
  { "和", 1, 8, jh_call_sum },           { "个数", 1, 8, jh_call_count },
  { "最大", 1, 8, jh_call_largest },     { "最小", 1, 8, jh_call_smallest },
  { "空", 1, 1, jh_call_blank },         { "有", 1, 1, jh_call_known },
  { "首个", 1, 8, jh_call_first },       { "绝对值", 1, 1, jh_call_absolute },
  { "舍入", 2, 2, jh_call_round },       { "截去", 2, 2, jh_call_truncate },
  { "大", 2, 8, jh_call_larger },        { "小", 2, 8, jh_call_smaller },
  { "前", 2, 2, jh_call_head },          { "后", 2, 2, jh_call_end },
  { "长度", 1, 1, jh_call_length },      { "是数字", 1, 1, jh_call_digits },
  { "去尾", 2, 2, jh_call_without_end }, { "含", 2, 2, jh_call_contains },
  { "数", 1, 1, jh_call_number },        { "小数位", 1, 1, jh_call_decimals },
  { "金额", 2, 2, jh_call_money },       { "名称", 1, 1, jh_call_name },
  { "行名", 1, 1, jh_call_title },       { "有下级", 1, 1, jh_call_parent },
  { "附注", 1, 1, jh_call_notes },       { "限额", 1, 1, jh_call_limit },
  { "年度", 0, 0, jh_call_year },        { "区划", 0, 0, jh_call_region },
  { "百分比", 1, 1, jh_call_percent },   { "带号", 1, 1, jh_call_signed },
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
