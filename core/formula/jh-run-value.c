/* Working out expressions and conditions. */
#include <string.h>

#include "jh-error.h"
#include "jh-run-private.h"
#include "jh-text.h"

/* The longest words that & may make, in bytes. */
#define TEXT_MAX 100000

static gboolean work_out (JhRun *run, const JhNode *node, JhValue *value);

/* Adds a step to those that are told; its result is filled in later. */
static JhStep *
add_step (JhRun *run, const JhNode *node)
{
  JhStep *step;

  if (run->steps_told->len >= JH_RUN_TOLD_MAX || run->quiet > 0
      || node->kind == JH_NODE_VALUE)
    return NULL;
  step = g_new0 (JhStep, 1);
  step->depth = run->depth;
  step->written
    = g_strndup (run->formula->text + node->start, node->end - node->start);
  g_ptr_array_add (run->steps_told, step);
  return step;
}

/* What @value is called as the result of a step. The caller frees it. */
static char *
dup_result (const JhRun *run, JhValue value)
{
  if (value.kind == JH_VALUE_TRUTH)
    return g_strdup (value.truth ? "成立" : "不成立");
  return jh_value_format (value, jh_subject_get_unit (run->subject));
}

static gboolean
work_out_told (JhRun *run, const JhNode *node, JhValue *value)
{
  JhStep *step = add_step (run, node);
  gboolean done;

  run->depth++;
  done = work_out (run, node, value);
  run->depth--;
  if (step)
    step->result = done ? dup_result (run, *value) : g_strdup ("算不出来");
  return done;
}

gboolean
jh_run_take_steps (JhRun *run, const JhNode *node, guint64 count)
{
  run->steps += count;
  return run->steps <= JH_RUN_STEPS_MAX
         || jh_run_fail (run, node, "要算的步数太多，已停下");
}

gboolean
jh_run_value (JhRun *run, const JhNode *node, JhValue *value)
{
  if (!jh_run_take_steps (run, node, 1))
    return FALSE;
  return run->steps_told ? work_out_told (run, node, value)
                         : work_out (run, node, value);
}

gboolean
jh_run_truth (JhRun *run, const JhNode *node, gboolean *truth)
{
  JhValue value;

  if (!jh_run_value (run, node, &value))
    return FALSE;
  if (value.kind != JH_VALUE_TRUTH)
    return jh_run_fail (run, node, "这里应是一个成立或不成立的条件");
  *truth = value.truth;
  return TRUE;
}

gboolean
jh_run_words (JhRun *run, const JhNode *node, const char **words)
{
  g_autofree char *text = NULL;
  JhValue value;

  if (!jh_run_value (run, node, &value))
    return FALSE;
  *words = "";
  if (value.kind == JH_VALUE_BLANK)
    return TRUE;
  if (value.kind == JH_VALUE_TEXT)
    {
      *words = value.text;
      return TRUE;
    }
  text = jh_value_format (value, jh_subject_get_unit (run->subject));
  *words = jh_run_keep (run, text);
  return TRUE;
}

/* Two values and what is made of them. */
static gboolean
work_out_pair (JhRun *run, const JhNode *node, JhValue *value)
{
  JhValue a, b;
  GError *error = NULL;
  gboolean done = FALSE;

  if (!jh_run_value (run, node->a, &a) || !jh_run_value (run, node->b, &b))
    return FALSE;
  if (node->kind == JH_NODE_MULTIPLY)
    done = jh_value_multiply (a, b, value, &error);
  else if (node->kind == JH_NODE_DIVIDE)
    done = jh_value_divide (a, b, value, &error);
  else
    done = jh_value_add (a, b, node->kind == JH_NODE_SUBTRACT, value, &error);
  return done || jh_run_fail_with (run, node, error);
}

static gboolean
work_out_join (JhRun *run, const JhNode *node, JhValue *value)
{
  const char *a, *b;
  g_autofree char *joined = NULL;

  if (!jh_run_words (run, node->a, &a) || !jh_run_words (run, node->b, &b))
    return FALSE;
  if (strlen (a) + strlen (b) > TEXT_MAX)
    return jh_run_fail (run, node, "连起来的文字太长");
  joined = g_strconcat (a, b, NULL);
  *value = jh_value_text (jh_run_keep (run, joined));
  return TRUE;
}

static gboolean
work_out_negate (JhRun *run, const JhNode *node, JhValue *value)
{
  if (!jh_run_value (run, node->a, value))
    return FALSE;
  if (value->kind == JH_VALUE_BLANK)
    return TRUE;
  if (!jh_value_is_figure (*value))
    return jh_run_fail (run, node, "只有数才能取负");
  value->fraction = jh_fraction_negate (value->fraction);
  return TRUE;
}

/* Whether the difference of two values that are not the same is no more
 * than sums of rounded figures may be off: half of 0.01 万元 for every
 * figure that was added up or stands for a sum, rounded up to 0.01 万元. See
 * the tolerance in the catalogue of 审核规则. */
static gboolean
is_rounding (JhRun *run, JhValue a, JhValue b)
{
  const gint64 step = jh_money_unit_size (JH_MONEY_WAN) / 100;
  JhValue difference;
  JhFraction limit = { -(JhWide) ((a.terms + b.terms + 1) / 2) * step, 1 };

  if (!jh_subject_is_rounded (run->subject)
      || !jh_value_add (a, b, TRUE, &difference, NULL)
      || difference.kind != JH_VALUE_MONEY)
    return FALSE;
  if (difference.fraction.above < 0)
    difference.fraction = jh_fraction_negate (difference.fraction);
  return jh_fraction_add (&difference.fraction, limit)
         && difference.fraction.above <= 0;
}

/* Whether @a and @b are no further apart than 容差 says. */
static gboolean
compare_within (JhRun *run, const JhNode *node, JhValue a, JhValue b,
                gboolean *truth)
{
  JhValue difference, most;
  int order;
  GError *error = NULL;

  if (!jh_run_value (run, node->c, &most))
    return FALSE;
  if (!jh_value_add (a, b, TRUE, &difference, &error))
    return jh_run_fail_with (run, node, error);
  if (jh_value_is_figure (difference) && difference.fraction.above < 0)
    difference.fraction = jh_fraction_negate (difference.fraction);
  if (!jh_value_compare (difference, most, &order, &error))
    return jh_run_fail_with (run, node, error);
  *truth = order <= 0;
  return TRUE;
}

static gboolean
is_so (gunichar sign, int order)
{
  switch (sign)
    {
    case '<':
      return order < 0;
    case '>':
      return order > 0;
    case 0x2264:
      return order <= 0;
    case 0x2265:
      return order >= 0;
    case 0x2260:
      return order != 0;
    default:
      return order == 0;
    }
}

static gboolean
is_ordering (gunichar sign)
{
  return sign == '<' || sign == '>' || sign == 0x2264 || sign == 0x2265;
}

static gboolean
has_size (JhValue value)
{
  return value.kind == JH_VALUE_BLANK || jh_value_is_figure (value);
}

static gboolean
compare (JhRun *run, const JhNode *node, JhValue a, JhValue b,
         gboolean *truth)
{
  GError *error = NULL;
  int order;

  if (node->c)
    return compare_within (run, node, a, b, truth);
  if (is_ordering (node->sign) && !(has_size (a) && has_size (b)))
    return jh_run_fail (run, node, "文字和是非不分大小，只能用 = 和 ≠");
  if (!jh_value_compare (a, b, &order, &error))
    return jh_run_fail_with (run, node, error);
  *truth = is_so (node->sign, order);
  return TRUE;
}

static gboolean
work_out_compare (JhRun *run, const JhNode *node, JhValue *value)
{
  JhValue a, b;
  gboolean truth = FALSE;

  if (!jh_run_value (run, node->a, &a) || !jh_run_value (run, node->b, &b)
      || !compare (run, node, a, b, &truth))
    return FALSE;
  if (!truth && run->quiet == 0)
    {
      run->compared = TRUE;
      run->left = a;
      run->right = b;
      run->comparison = node;
      run->rounding = node->sign == 0x2248 && is_rounding (run, a, b);
    }
  *value = jh_value_truth (truth);
  return TRUE;
}

static gboolean
work_out_member (JhRun *run, const JhNode *node, JhValue *value)
{
  JhValue a;
  gboolean found = FALSE;

  if (!jh_run_value (run, node->a, &a))
    return FALSE;
  for (guint i = 0; i < node->list->len && !found; i++)
    {
      JhValue member;
      GError *error = NULL;
      int order;

      if (!jh_run_value (run, node->list->pdata[i], &member))
        return FALSE;
      if (!jh_value_compare (a, member, &order, &error))
        return jh_run_fail_with (run, node, error);
      found = order == 0;
    }
  *value = jh_value_truth (found != node->negated);
  return TRUE;
}

static gboolean
work_out_like (JhRun *run, const JhNode *node, JhValue *value)
{
  const char *words, *pattern;

  if (!jh_run_words (run, node->a, &words)
      || !jh_run_words (run, node->b, &pattern))
    return FALSE;
  *value = jh_value_truth (g_pattern_match_simple (pattern, words)
                           != node->negated);
  return TRUE;
}

/* What is told of the comparison that did not hold. */
typedef struct
{
  gboolean compared;
  JhValue left;
  JhValue right;
  gboolean rounding;
  const JhNode *comparison;
} Told;

static Told
keep_told (const JhRun *run)
{
  return (Told){ run->compared, run->left, run->right, run->rounding,
                 run->comparison };
}

static void
restore_told (JhRun *run, Told told)
{
  run->compared = told.compared;
  run->left = told.left;
  run->right = told.right;
  run->rounding = told.rounding;
  run->comparison = told.comparison;
}

/* A comparison in 非 did not fail the check when it did not hold. */
static gboolean
work_out_not (JhRun *run, const JhNode *node, JhValue *value)
{
  const Told told = keep_told (run);
  gboolean truth;

  if (!jh_run_truth (run, node->a, &truth))
    return FALSE;
  restore_told (run, told);
  *value = jh_value_truth (!truth);
  return TRUE;
}

/* 且, 或, 则: the second is asked only when the first leaves it open. */
static gboolean
work_out_both (JhRun *run, const JhNode *node, JhValue *value)
{
  const Told told = keep_told (run);
  gboolean decided = node->kind == JH_NODE_OR;
  gboolean truth;

  if (!jh_run_truth (run, node->a, &truth))
    return FALSE;
  if (node->kind == JH_NODE_THEN && !truth)
    {
      restore_told (run, told);
      *value = jh_value_truth (TRUE);
      return TRUE;
    }
  if (node->kind != JH_NODE_THEN && truth == decided)
    {
      *value = jh_value_truth (truth);
      return TRUE;
    }
  if (node->kind == JH_NODE_THEN)
    run->compared = FALSE;
  if (!jh_run_truth (run, node->b, &truth))
    return FALSE;
  /* What holds as a whole tells of nothing that did not hold in it. */
  if (truth)
    restore_told (run, told);
  *value = jh_value_truth (truth);
  return TRUE;
}

static gboolean
work_out_choose (JhRun *run, const JhNode *node, JhValue *value)
{
  gboolean truth, compared = run->compared;

  run->quiet++;
  if (!jh_run_truth (run, node->a, &truth))
    {
      run->quiet--;
      return FALSE;
    }
  run->quiet--;
  run->compared = compared;
  return jh_run_value (run, truth ? node->b : node->c, value);
}

/* Whether a condition held for everything so far. */
typedef struct
{
  const JhNode *node;
  gboolean all;
} Everything;

static gboolean
hold_on (JhRun *run, gpointer data)
{
  Everything *everything = data;

  return jh_run_truth (run, everything->node->b, &everything->all)
         && everything->all;
}

/* 每 and 设 inside of a condition: whether it holds for everything. */
static gboolean
work_out_each (JhRun *run, const JhNode *node, JhValue *value)
{
  Everything everything = { node, TRUE };

  if (node->kind == JH_NODE_LET)
    return jh_run_bind_value (run, node, node->a)
           && jh_run_value (run, node->b, value);
  if (!jh_run_each (run, node, hold_on, &everything) && run->fault)
    return FALSE;
  *value = jh_value_truth (everything.all);
  return TRUE;
}

/* What the column of the row in a slot holds. */
static gboolean
work_out_field (JhRun *run, const JhNode *node, JhValue *value)
{
  const JhBound *bound = &run->bound[node->slot];
  int column = node->column;

  if (bound->figures == NULL)
    return jh_run_fail (run, node, "这里还没有可以用的一条");
  if (column < 0)
    {
      const char *name;

      if (!jh_run_words (run, node->a, &name))
        return FALSE;
      column = jh_figures_kind_find_column (
        jh_figures_get_kind (bound->figures), name);
      if (column < 0)
        return jh_run_fail (run, node, "“%s”里没有“%s”这一栏",
                            jh_figures_get_kind (bound->figures)->name, name);
    }
  *value = jh_figures_get (bound->figures, bound->row, (guint) column);
  jh_run_note_read (run, (JhReadPlace){ .figures = bound->figures,
                                        .row = bound->row,
                                        .column = (guint) column,
                                        .before = bound->before });
  return TRUE;
}

/* What a name stands for; of a row of figures where it stands. */
static gboolean
work_out_variable (JhRun *run, const JhNode *node, JhValue *value)
{
  const JhBound *bound = &run->bound[node->slot];
  g_autofree char *words = NULL;

  if (bound->figures == NULL)
    {
      *value = bound->value;
      return TRUE;
    }
  words = g_strdup_printf ("%s 第 %u 行",
                           jh_figures_get_kind (bound->figures)->name,
                           bound->row + 1);
  *value = jh_value_text (jh_run_keep (run, words));
  return TRUE;
}

/* The one figure that is left, however often it is found. */
typedef struct
{
  const JhNode *node;
  JhValue value;
} Single;

static gboolean
take_single (JhRun *run, JhValue value, gpointer data)
{
  Single *single = data;

  if (value.kind == JH_VALUE_BLANK)
    return TRUE;
  if (single->value.kind != JH_VALUE_BLANK
      && !jh_value_equal (single->value, value))
    return jh_run_fail (run, single->node,
                        "有几条不同的，要用“和”“最大”等收拢成一个");
  single->value = value;
  return TRUE;
}

static gboolean
work_out_figure (JhRun *run, const JhNode *node, JhValue *value)
{
  Single single = { node, jh_value_blank () };

  if (node->column < 0)
    return jh_run_fail (run, node, "没有说是哪一栏");
  if (!jh_run_gather (run, node, take_single, &single))
    return FALSE;
  *value = single.value;
  return TRUE;
}

static gboolean
work_out (JhRun *run, const JhNode *node, JhValue *value)
{
  switch (node->kind)
    {
    case JH_NODE_VALUE:
      *value = node->value;
      return TRUE;
    case JH_NODE_VARIABLE:
      return work_out_variable (run, node, value);
    case JH_NODE_FIELD:
      return work_out_field (run, node, value);
    case JH_NODE_CELLS:
      return jh_run_cell (run, node, value);
    case JH_NODE_FIGURES:
      return work_out_figure (run, node, value);
    case JH_NODE_CALL:
      return node->function->call (run, node, value);
    case JH_NODE_NEGATE:
      return work_out_negate (run, node, value);
    case JH_NODE_ADD:
    case JH_NODE_SUBTRACT:
    case JH_NODE_MULTIPLY:
    case JH_NODE_DIVIDE:
      return work_out_pair (run, node, value);
    case JH_NODE_JOIN:
      return work_out_join (run, node, value);
    case JH_NODE_COMPARE:
      return work_out_compare (run, node, value);
    case JH_NODE_MEMBER:
      return work_out_member (run, node, value);
    case JH_NODE_LIKE:
      return work_out_like (run, node, value);
    case JH_NODE_NOT:
      return work_out_not (run, node, value);
    case JH_NODE_AND:
    case JH_NODE_OR:
    case JH_NODE_THEN:
      return work_out_both (run, node, value);
    case JH_NODE_CHOOSE:
      return work_out_choose (run, node, value);
    case JH_NODE_EACH:
    case JH_NODE_LET:
      return work_out_each (run, node, value);
    }
  g_assert_not_reached ();
}
