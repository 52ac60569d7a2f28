#include "jh-fraction.h"

static JhWide
common_divisor (JhWide a, JhWide b)
{
  a = a < 0 ? -a : a;
  while (b != 0)
    {
      JhWide rest = a % b;

      a = b;
      b = rest;
    }
  return a;
}

/* The fraction in its lowest terms. */
static JhFraction
reduce (JhWide above, JhWide below)
{
  JhWide divisor = common_divisor (above, below);

  return (JhFraction){ above / divisor, below / divisor };
}

JhFraction
jh_fraction_new (gint64 above, gint64 below)
{
  return reduce (above, below);
}

gboolean
jh_fraction_is_zero (JhFraction a)
{
  return a.above == 0;
}

/* Whether @a, just worked out, may be used: its negative has to exist. */
static gboolean
is_symmetric (JhWide a)
{
  JhWide negative;

  return !__builtin_sub_overflow ((JhWide) 0, a, &negative);
}

static gboolean
multiply_wide (JhWide a, JhWide b, JhWide *product)
{
  return !__builtin_mul_overflow (a, b, product) && is_symmetric (*product);
}

static gboolean
add_wide (JhWide a, JhWide b, JhWide *sum)
{
  return !__builtin_add_overflow (a, b, sum) && is_symmetric (*sum);
}

gboolean
jh_fraction_add (JhFraction *a, JhFraction b)
{
  JhWide left, right, above, below;

  if (!multiply_wide (a->above, b.below, &left)
      || !multiply_wide (b.above, a->below, &right)
      || !add_wide (left, right, &above)
      || !multiply_wide (a->below, b.below, &below))
    return FALSE;
  *a = reduce (above, below);
  return TRUE;
}

gboolean
jh_fraction_multiply (JhFraction *a, JhFraction b)
{
  JhWide above, below;

  if (!multiply_wide (a->above, b.above, &above)
      || !multiply_wide (a->below, b.below, &below))
    return FALSE;
  *a = reduce (above, below);
  return TRUE;
}

JhFraction
jh_fraction_negate (JhFraction a)
{
  return (JhFraction){ -a.above, a.below };
}

gboolean
jh_fraction_divide (JhFraction *a, JhFraction b)
{
  JhFraction inverse = b.above < 0 ? (JhFraction){ -b.below, -b.above }
                                   : (JhFraction){ b.below, b.above };

  return jh_fraction_multiply (a, inverse);
}

guint
jh_fraction_count_places (JhFraction a)
{
  guint twos = 0, fives = 0;

  for (; a.below % 2 == 0; a.below /= 2)
    twos++;
  for (; a.below % 5 == 0; a.below /= 5)
    fives++;
  return a.below == 1 ? MAX (twos, fives) : JH_PLACES_ENDLESS;
}

gboolean
jh_fraction_round (JhFraction a, guint decimals, gint64 limit, gint64 *value)
{
  JhWide whole = a.above / a.below;
  JhWide rest = a.above % a.below;

  for (; decimals > 0; decimals--)
    {
      if (!multiply_wide (rest, 10, &rest)
          || !multiply_wide (whole, 10, &whole)
          || !add_wide (whole, rest / a.below, &whole))
        return FALSE;
      rest %= a.below;
    }
  if (rest > 0 && rest >= a.below - rest)
    whole++;
  if (rest < 0 && -rest >= a.below + rest)
    whole--;
  if (whole > limit || whole < -(JhWide) limit)
    return FALSE;
  *value = (gint64) whole;
  return TRUE;
}
