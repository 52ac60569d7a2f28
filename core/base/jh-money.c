#include "jh-money.h"

#include "jh-error.h"
#include "jh-fixed.h"
#include "jh-text.h"

#include <string.h>

/* Decimals that make one unit a whole number of 分, and its size in 分. */
static const struct
{
  const char *name;
  guint decimals;
  gint64 size;
} units[] = {
  [JH_MONEY_YUAN] = { "元", 2, 100 },
  [JH_MONEY_WAN] = { "万元", 6, 1000000 },
};

JhMoney
jh_money (gint64 fen)
{
  return (JhMoney){ fen, TRUE };
}

JhMoney
jh_money_blank (void)
{
  return (JhMoney){ 0, FALSE };
}

gboolean
jh_money_equal (JhMoney a, JhMoney b)
{
  return a.known == b.known && (!a.known || a.fen == b.fen);
}

JhMoney
jh_money_add (JhMoney a, JhMoney b)
{
  gint64 sum;

  if (!a.known)
    return b;
  if (!b.known)
    return a;
  if (__builtin_add_overflow (a.fen, b.fen, &sum))
    sum = a.fen < 0 ? G_MININT64 : G_MAXINT64;
  return jh_money (sum);
}

JhMoney
jh_money_subtract (JhMoney a, JhMoney b)
{
  gint64 difference;

  if (!b.known)
    return a;
  if (__builtin_sub_overflow (a.fen, b.fen, &difference))
    difference = b.fen > 0 ? G_MININT64 : G_MAXINT64;
  return jh_money (difference);
}

const char *
jh_money_unit_name (JhMoneyUnit unit)
{
  return units[unit].name;
}

gboolean
jh_money_unit_parse (const char *name, JhMoneyUnit *unit)
{
  for (gsize i = 0; i < G_N_ELEMENTS (units); i++)
    if (strcmp (name, units[i].name) == 0)
      {
        *unit = (JhMoneyUnit) i;
        return TRUE;
      }
  return FALSE;
}

gint64
jh_money_unit_size (JhMoneyUnit unit)
{
  return units[unit].size;
}

gboolean
jh_money_parse (const char *text, JhMoneyUnit unit, JhMoney *money,
                GError **error)
{
  *money = jh_money_blank ();
  if (jh_text_is_blank (text))
    return TRUE;
  if (!jh_fixed_parse (text, units[unit].decimals, JH_MONEY_MAX, &money->fen,
                       error))
    {
      g_prefix_error (error, "金额（%s）", units[unit].name);
      return FALSE;
    }
  money->known = TRUE;
  return TRUE;
}

gint64
jh_money_round (JhMoney money, JhMoneyUnit unit)
{
  return jh_fixed_divide (money.fen, units[unit].size / 100);
}

char *
jh_money_format (JhMoney money, JhMoneyUnit unit, gboolean grouped)
{
  if (!money.known)
    return g_strdup ("");
  return jh_fixed_format (jh_money_round (money, unit), 2, grouped);
}

char *
jh_money_format_exact (JhMoney money, JhMoneyUnit unit)
{
  if (!money.known)
    return g_strdup ("");
  return jh_fixed_format_short (money.fen, units[unit].decimals, 2);
}
