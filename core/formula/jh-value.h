/* What a formula reckons with: nothing, yes or no, a number, money, words.
 *
 * Numbers and money are exact fractions; money is in 分. */
#pragma once

#include "jh-fraction.h"
#include "jh-money.h"

typedef enum
{
  JH_VALUE_BLANK,
  JH_VALUE_TRUTH,
  JH_VALUE_NUMBER,
  JH_VALUE_MONEY,
  JH_VALUE_TEXT,
} JhValueKind;

/* terms: how many entered figures were added up to make it: what a rounding
 *   difference is measured by
 * text: borrowed; lives as long as what it was read from */
typedef struct
{
  JhValueKind kind;
  guint terms;
  union
  {
    gboolean truth;
    JhFraction fraction;
    const char *text;
  };
} JhValue;

/* Nothing: nobody entered anything. */
JhValue jh_value_blank (void);

/* Yes or no. */
JhValue jh_value_truth (gboolean truth);

/* @above / @below, a number without a unit; @below is positive. */
JhValue jh_value_number (gint64 above, gint64 below);

/* An amount that was entered; blank stays blank. */
JhValue jh_value_money (JhMoney money);

/* @text, which is borrowed; NULL and "" are blank. */
JhValue jh_value_text (const char *text);

/* Whether @value is a number or money. */
gboolean jh_value_is_figure (JhValue value);

/* Whether two values are of one kind and the same; terms do not matter. */
gboolean jh_value_equal (JhValue a, JhValue b);

/* a + b, a − b when @minus. A blank adds nothing; of two blanks the sum is
 * blank. FALSE with JH_ERROR_DATA for money and a number, and for words. */
gboolean jh_value_add (JhValue a, JhValue b, gboolean minus, JhValue *sum,
                       GError **error);

/* a × b; blank when either is. FALSE with JH_ERROR_DATA for money times
 * money, and for words. */
gboolean jh_value_multiply (JhValue a, JhValue b, JhValue *product,
                            GError **error);

/* a ÷ b; blank when @a is, or @b. FALSE with JH_ERROR_DATA when @b is zero,
 * for a number divided by money, and for words. */
gboolean jh_value_divide (JhValue a, JhValue b, JhValue *quotient,
                          GError **error);

/* Which of two figures is larger, in @order as strcmp() tells it; a blank is
 * taken for zero. FALSE with JH_ERROR_DATA for what cannot be compared:
 * money and a number that is not zero, words and figures. Words are only
 * the same (0) or not (1). */
gboolean jh_value_compare (JhValue a, JhValue b, int *order, GError **error);

/* How many 分 one @unit is, of 元, 万元 and 亿元; 0 for another word. */
gint64 jh_value_unit_size (const char *unit);

/* @value for people: “1.60 万元” with all its decimals, a number with at most
 * four, “空白”, 是, 否, or the words. The caller frees it. */
char *jh_value_format (JhValue value,
                       JhMoneyUnit unit) G_GNUC_WARN_UNUSED_RESULT;

/* @value as money, to be shown or added up outside of formulas: rounded to
 * whole 分; blank for what is none. */
JhMoney jh_value_get_money (JhValue value);
