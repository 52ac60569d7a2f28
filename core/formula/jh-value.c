#include "jh-value.h"

#include <string.h>

#include "jh-error.h"
#include "jh-fixed.h"

/* The most decimals that a number is shown with. */
#define NUMBER_DECIMALS 4

JhValue
jh_value_blank (void)
{
  return (JhValue){ .kind = JH_VALUE_BLANK };
}

JhValue
jh_value_truth (gboolean truth)
{
  return (JhValue){ .kind = JH_VALUE_TRUTH, .truth = truth };
}

JhValue
jh_value_number (gint64 above, gint64 below)
{
  return (JhValue){ .kind = JH_VALUE_NUMBER,
                    .fraction = below == 1 ? (JhFraction){ above, 1 }
                                           : jh_fraction_new (above, below) };
}

JhValue
jh_value_money (JhMoney money)
{
  if (!money.known)
    return jh_value_blank ();
  return (JhValue){ .kind = JH_VALUE_MONEY,
                    .terms = 1,
                    .fraction = { money.fen, 1 } };
}

JhValue
jh_value_text (const char *text)
{
  if (text == NULL || *text == '\0')
    return jh_value_blank ();
  return (JhValue){ .kind = JH_VALUE_TEXT, .text = text };
}

gboolean
jh_value_is_figure (JhValue value)
{
  return value.kind == JH_VALUE_NUMBER || value.kind == JH_VALUE_MONEY;
}

gboolean
jh_value_equal (JhValue a, JhValue b)
{
  if (a.kind != b.kind)
    return FALSE;
  switch (a.kind)
    {
    case JH_VALUE_TRUTH:
      return a.truth == b.truth;
    case JH_VALUE_TEXT:
      return strcmp (a.text, b.text) == 0;
    case JH_VALUE_NUMBER:
    case JH_VALUE_MONEY:
      return a.fraction.above == b.fraction.above
             && a.fraction.below == b.fraction.below;
    case JH_VALUE_BLANK:
      break;
    }
  return TRUE;
}

static const char *
kind_name (JhValue value)
{
  static const char *const names[] = {
    [JH_VALUE_BLANK] = "空白",          [JH_VALUE_TRUTH] = "是非",
    [JH_VALUE_NUMBER] = "没有单位的数", [JH_VALUE_MONEY] = "金额",
    [JH_VALUE_TEXT] = "文字",
  };

  return names[value.kind];
}

static gboolean
refuse (const char *verb, JhValue a, JhValue b, GError **error)
{
  g_set_error (error, JH_ERROR, JH_ERROR_DATA, "%s和%s不能%s", kind_name (a),
               kind_name (b), verb);
  return FALSE;
}

static gboolean
is_too_long (GError **error)
{
  g_set_error_literal (error, JH_ERROR, JH_ERROR_DATA, "数太大，算不下去了");
  return FALSE;
}

/* Whether @value is a figure of no amount at all, which goes with anything.
 */
static gboolean
is_nil (JhValue value)
{
  return value.kind == JH_VALUE_BLANK
         || (jh_value_is_figure (value)
             && jh_fraction_is_zero (value.fraction));
}

/* Whether @a and @b can be added up or compared as figures. */
static gboolean
is_alike (JhValue a, JhValue b)
{
  gboolean known = (jh_value_is_figure (a) || a.kind == JH_VALUE_BLANK)
                   && (jh_value_is_figure (b) || b.kind == JH_VALUE_BLANK);

  return known && (a.kind == b.kind || is_nil (a) || is_nil (b));
}

/* a + b of two figures of one kind, or of which one is zero. */
static gboolean
add_fractions (JhValue *sum, JhFraction right)
{
  JhFraction *left = &sum->fraction;

  if (left->below != 1 || right.below != 1 || left->above > G_MAXINT64
      || left->above < -G_MAXINT64 || right.above > G_MAXINT64
      || right.above < -G_MAXINT64)
    return jh_fraction_add (left, right);
  left->above += right.above;
  return TRUE;
}

gboolean
jh_value_add (JhValue a, JhValue b, gboolean minus, JhValue *sum,
              GError **error)
{
  JhValue result = a;

  if (!is_alike (a, b))
    return refuse (minus ? "相减" : "相加", a, b, error);
  if (b.kind != JH_VALUE_BLANK)
    {
      if (a.kind == JH_VALUE_BLANK)
        result.fraction = (JhFraction){ 0, 1 };
      if (a.kind == JH_VALUE_BLANK || b.kind == JH_VALUE_MONEY)
        result.kind = b.kind;
      if (!add_fractions (&result, minus ? jh_fraction_negate (b.fraction)
                                         : b.fraction))
        return is_too_long (error);
      result.terms = a.terms + b.terms;
    }
  *sum = result;
  return TRUE;
}

gboolean
jh_value_multiply (JhValue a, JhValue b, JhValue *product, GError **error)
{
  JhValue result = a;

  if ((!jh_value_is_figure (a) && a.kind != JH_VALUE_BLANK)
      || (!jh_value_is_figure (b) && b.kind != JH_VALUE_BLANK)
      || (a.kind == JH_VALUE_MONEY && b.kind == JH_VALUE_MONEY))
    return refuse ("相乘", a, b, error);
  if (a.kind == JH_VALUE_BLANK || b.kind == JH_VALUE_BLANK)
    {
      *product = jh_value_blank ();
      return TRUE;
    }
  if (!jh_fraction_multiply (&result.fraction, b.fraction))
    return is_too_long (error);
  if (b.kind == JH_VALUE_MONEY)
    result.kind = JH_VALUE_MONEY;
  result.terms = MAX (a.terms, b.terms);
  *product = result;
  return TRUE;
}

gboolean
jh_value_divide (JhValue a, JhValue b, JhValue *quotient, GError **error)
{
  JhValue result = a;

  if ((!jh_value_is_figure (a) && a.kind != JH_VALUE_BLANK)
      || (!jh_value_is_figure (b) && b.kind != JH_VALUE_BLANK)
      || (a.kind == JH_VALUE_NUMBER && b.kind == JH_VALUE_MONEY))
    return refuse ("相除", a, b, error);
  if (a.kind == JH_VALUE_BLANK || b.kind == JH_VALUE_BLANK)
    {
      *quotient = jh_value_blank ();
      return TRUE;
    }
  if (jh_fraction_is_zero (b.fraction))
    {
      g_set_error_literal (error, JH_ERROR, JH_ERROR_DATA,
                           "除数是零，除不出结果");
      return FALSE;
    }
  if (!jh_fraction_divide (&result.fraction, b.fraction))
    return is_too_long (error);
  if (b.kind == JH_VALUE_MONEY)
    result.kind = JH_VALUE_NUMBER;
  *quotient = result;
  return TRUE;
}

/* The sign of @value; a blank is taken for zero. */
static int
sign_of (JhValue value)
{
  if (value.kind == JH_VALUE_BLANK || value.fraction.above == 0)
    return 0;
  return value.fraction.above > 0 ? 1 : -1;
}

gboolean
jh_value_compare (JhValue a, JhValue b, int *order, GError **error)
{
  JhValue difference;

  if (a.kind == JH_VALUE_TEXT || b.kind == JH_VALUE_TEXT
      || a.kind == JH_VALUE_TRUTH || b.kind == JH_VALUE_TRUTH)
    {
      if (a.kind != b.kind && a.kind != JH_VALUE_BLANK
          && b.kind != JH_VALUE_BLANK)
        return refuse ("相比", a, b, error);
      *order = !jh_value_equal (a, b);
      return TRUE;
    }
  if (!is_alike (a, b))
    return refuse ("相比", a, b, error);
  if (!jh_value_add (a, b, TRUE, &difference, error))
    return FALSE;
  *order = sign_of (difference);
  return TRUE;
}

gint64
jh_value_unit_size (const char *unit)
{
  static const struct
  {
    const char *name;
    gint64 size;
  } units[] = { { "元", 100 }, { "万元", 1000000 }, { "亿元", 10000000000 } };

  for (gsize i = 0; i < G_N_ELEMENTS (units); i++)
    if (strcmp (unit, units[i].name) == 0)
      return units[i].size;
  return 0;
}

JhMoney
jh_value_get_money (JhValue value)
{
  gint64 fen;

  if (value.kind != JH_VALUE_MONEY
      || !jh_fraction_round (value.fraction, 0, G_MAXINT64, &fen))
    return jh_money_blank ();
  return jh_money (fen);
}

static char *
format_money (JhValue value, JhMoneyUnit unit)
{
  g_autofree char *amount
    = jh_money_format_exact (jh_value_get_money (value), unit);

  return g_strdup_printf ("%s %s", amount, jh_money_unit_name (unit));
}

static char *
format_number (JhValue value)
{
  gint64 number;

  if (!jh_fraction_round (value.fraction, NUMBER_DECIMALS, G_MAXINT64 / 10000,
                          &number))
    return g_strdup ("很大的数");
  return jh_fixed_format_short (number, NUMBER_DECIMALS, 0);
}

char *
jh_value_format (JhValue value, JhMoneyUnit unit)
{
  switch (value.kind)
    {
    case JH_VALUE_MONEY:
      return format_money (value, unit);
    case JH_VALUE_NUMBER:
      return format_number (value);
    case JH_VALUE_TRUTH:
      return g_strdup (value.truth ? "是" : "否");
    case JH_VALUE_TEXT:
      return g_strdup (value.text);
    case JH_VALUE_BLANK:
      break;
    }
  return g_strdup ("空白");
}
