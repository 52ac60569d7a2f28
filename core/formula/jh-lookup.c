#include "jh-lookup.h"

#include <string.h>

/* The bit of a figure that is zero, which goes with every other figure. */
#define ZERO (1u << 5)

static gboolean
is_zero (JhValue value)
{
  return jh_value_is_figure (value) && jh_fraction_is_zero (value.fraction);
}

static void
append_wide (GString *lookup, JhWide number)
{
  g_string_append_printf (lookup,
                          " %" G_GINT64_MODIFIER "x.%" G_GINT64_MODIFIER "x",
                          (guint64) (number >> 64), (guint64) number);
}

void
jh_lookup_append (GString *lookup, JhValue value)
{
  g_string_append_printf (lookup, "\x1f%d", value.kind);
  switch (value.kind)
    {
    case JH_VALUE_TEXT:
      /* Their length keeps words apart, whatever stands in them. */
      g_string_append_printf (lookup, " %zu ", strlen (value.text));
      g_string_append (lookup, value.text);
      break;
    case JH_VALUE_TRUTH:
      g_string_append_c (lookup, value.truth ? '1' : '0');
      break;
    case JH_VALUE_NUMBER:
    case JH_VALUE_MONEY:
      if (is_zero (value))
        {
          g_string_truncate (lookup, lookup->len - 1);
          g_string_append_printf (lookup, "%d", JH_VALUE_BLANK);
          break;
        }
      append_wide (lookup, value.fraction.above);
      append_wide (lookup, value.fraction.below);
      break;
    case JH_VALUE_BLANK:
      break;
    }
}

guint
jh_lookup_kind (JhValue value)
{
  return is_zero (value) ? ZERO : 1u << value.kind;
}

gboolean
jh_lookup_goes_with (guint kinds, JhValue value)
{
  guint own = jh_lookup_kind (value) | 1u << JH_VALUE_BLANK;

  if (value.kind == JH_VALUE_BLANK)
    return TRUE;
  if (jh_value_is_figure (value))
    own |= ZERO;
  if (is_zero (value))
    own |= 1u << JH_VALUE_NUMBER | 1u << JH_VALUE_MONEY;
  return (kinds & ~own) == 0;
}
