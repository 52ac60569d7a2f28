#include "jh-fixed.h"

#include "jh-error.h"
#include "jh-text.h"

#include <string.h>

/* The longest number anyone types; longer text is no number. */
#define NUMBER_BYTES_MAX 200

gint64
jh_fixed_power (guint exponent)
{
  gint64 power = 1;

  g_assert (exponent <= 18);
  while (exponent-- > 0)
    power *= 10;
  return power;
}

/* Whether the integer part @digits, which holds commas, is grouped in
 * threes: 1 to 3 digits, then a comma before every further 3. */
static gboolean
is_grouped (const char *digits, gsize length)
{
  gsize run = 0;
  gboolean seen = FALSE;

  for (gsize i = 0; i < length; i++)
    {
      if (digits[i] != ',')
        {
          run++;
          continue;
        }
      if (run == 0 || run > 3 || (seen && run != 3))
        return FALSE;
      seen = TRUE;
      run = 0;
    }
  return !seen || run == 3;
}

static gboolean
refuse (GError **error, const char *text, const char *why)
{
  g_autofree char *quoted = jh_text_quote (text, 40);

  g_set_error (error, JH_ERROR, JH_ERROR_DATA, "“%s”%s", quoted, why);
  return FALSE;
}

/* Takes a sign off the front of @text, ASCII or the real minus. */
static const char *
take_sign (const char *text, gboolean *negative)
{
  static const char *minuses[] = { "-", "\u2212", "\u2013" };

  *negative = FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (minuses); i++)
    if (g_str_has_prefix (text, minuses[i]))
      {
        *negative = TRUE;
        return text + strlen (minuses[i]);
      }
  return *text == '+' ? text + 1 : text;
}

/* Adds one digit to @value. Returns FALSE when it leaves @limit. */
static gboolean
push_digit (gint64 *value, char digit, gint64 limit)
{
  return !__builtin_mul_overflow (*value, 10, value)
         && !__builtin_add_overflow (*value, digit - '0', value)
         && *value <= limit;
}

/* What reading digits came to. */
typedef enum
{
  DIGITS_READ,
  DIGITS_NONE,
  DIGITS_TOO_MANY,
  DIGITS_TOO_LARGE,
} Digits;

/* Whether @text, whose integer part has @whole characters, is a decimal
 * number without a sign. */
static gboolean
is_number (const char *text, gsize whole, const char *point)
{
  return strspn (text, "0123456789,") == whole && is_grouped (text, whole)
         && (!point || strspn (point + 1, "0123456789") == strlen (point + 1))
         && strcspn (text, "0123456789") < strlen (text);
}

static Digits
read_digits (const char *text, guint decimals, gint64 limit, gint64 *value)
{
  const char *point = strchr (text, '.');
  gsize whole = point ? (gsize) (point - text) : strlen (text);
  guint given = 0;

  if (!is_number (text, whole, point))
    return DIGITS_NONE;
  *value = 0;
  for (gsize i = 0; i < whole; i++)
    if (text[i] != ',' && !push_digit (value, text[i], limit))
      return DIGITS_TOO_LARGE;
  for (const char *digit = point ? point + 1 : ""; *digit; digit++)
    {
      if (given == decimals && *digit != '0')
        return DIGITS_TOO_MANY;
      if (given < decimals && !push_digit (value, *digit, limit))
        return DIGITS_TOO_LARGE;
      given += given < decimals;
    }
  for (; given < decimals; given++)
    if (!push_digit (value, '0', limit))
      return DIGITS_TOO_LARGE;
  return DIGITS_READ;
}

/* Says why @digits is no number that fits. */
static gboolean
refuse_digits (GError **error, const char *text, Digits digits,
               guint decimals, gint64 limit)
{
  g_autofree char *most = jh_fixed_format_short (limit, decimals, 0);
  g_autofree char *why = NULL;

  if (digits == DIGITS_TOO_MANY && decimals == 0)
    why = g_strdup ("应是整数，不能有小数");
  else if (digits == DIGITS_TOO_MANY)
    why = g_strdup_printf ("的小数超过 %u 位", decimals);
  else if (digits == DIGITS_TOO_LARGE)
    why = g_strdup_printf ("太大，不能超过 %s", most);
  else
    why = g_strdup ("不是数字，应写成 1234.50 这样");
  return refuse (error, text, why);
}

gboolean
jh_fixed_parse (const char *text, guint decimals, gint64 limit, gint64 *value,
                GError **error)
{
  g_autofree char *narrow = NULL;
  g_autofree char *trimmed = NULL;
  const char *unsigned_text;
  gboolean negative;
  gint64 magnitude;
  Digits digits;

  if (strlen (text) > NUMBER_BYTES_MAX)
    return refuse (error, text, "太长，不是数字");
  narrow = jh_text_narrow (text);
  trimmed = jh_text_trim (narrow);
  unsigned_text = take_sign (trimmed, &negative);
  digits = read_digits (unsigned_text, decimals, limit, &magnitude);
  if (digits != DIGITS_READ)
    return refuse_digits (error, text, digits, decimals, limit);
  *value = negative ? -magnitude : magnitude;
  return TRUE;
}

gint64
jh_fixed_divide (gint64 value, gint64 divisor)
{
  gint64 quotient = value / divisor;
  gint64 rest = value % divisor;

  if (rest < 0)
    return -rest >= divisor - -rest ? quotient - 1 : quotient;
  return rest >= divisor - rest ? quotient + 1 : quotient;
}

char *
jh_fixed_format (gint64 value, guint decimals, gboolean grouped)
{
  guint64 magnitude = value < 0 ? -(guint64) value : (guint64) value;
  guint64 size = (guint64) jh_fixed_power (decimals);
  g_autofree char *whole
    = g_strdup_printf ("%" G_GUINT64_FORMAT, magnitude / size);
  GString *text = g_string_new (value < 0 ? "-" : "");
  gsize length = strlen (whole);

  for (gsize i = 0; i < length; i++)
    {
      if (grouped && i > 0 && (length - i) % 3 == 0)
        g_string_append_c (text, ',');
      g_string_append_c (text, whole[i]);
    }
  if (decimals > 0)
    g_string_append_printf (text, ".%0*" G_GUINT64_FORMAT, (int) decimals,
                            magnitude % size);
  return g_string_free (text, FALSE);
}

char *
jh_fixed_format_short (gint64 value, guint decimals, guint least)
{
  while (decimals > least && value % 10 == 0)
    {
      value /= 10;
      decimals--;
    }
  return jh_fixed_format (value, decimals, FALSE);
}
