#include "jh-ratio.h"

#include "jh-fixed.h"

JhRatio
jh_ratio_none (void)
{
  return (JhRatio){ 0, 0 };
}

JhRatio
jh_ratio_share (JhMoney part, JhMoney whole)
{
  if (!part.known || !whole.known || whole.fen == 0)
    return jh_ratio_none ();
  return (JhRatio){ part.fen, whole.fen };
}

JhRatio
jh_ratio_growth (JhMoney now, JhMoney before)
{
  if (!now.known || !before.known || before.fen <= 0)
    return jh_ratio_none ();
  return (JhRatio){ jh_money_subtract (now, before).fen, before.fen };
}

gboolean
jh_ratio_is_known (JhRatio ratio)
{
  return ratio.denominator != 0;
}

gint64
jh_ratio_scale (JhRatio ratio, gint64 scale)
{
  __int128 product, divisor, quotient, rest;
  gboolean negative;

  if (ratio.denominator == 0)
    return 0;
  product = (__int128) ratio.numerator * scale;
  divisor = ratio.denominator;
  negative = (product < 0) != (divisor < 0);
  product = product < 0 ? -product : product;
  divisor = divisor < 0 ? -divisor : divisor;
  quotient = product / divisor;
  rest = product % divisor;
  quotient += rest >= divisor - rest;
  if (quotient > G_MAXINT64)
    quotient = G_MAXINT64;
  return negative ? -(gint64) quotient : (gint64) quotient;
}

char *
jh_ratio_format (JhRatio ratio)
{
  g_autofree char *digits = NULL;

  if (!jh_ratio_is_known (ratio))
    return g_strdup ("");
  digits = jh_fixed_format (jh_ratio_scale (ratio, 10000), 2, FALSE);
  return g_strconcat (digits, "%", NULL);
}
