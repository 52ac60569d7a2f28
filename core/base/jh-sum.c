#include "jh-sum.h"

#include "jh-error.h"
#include "jh-fixed.h"
#include "jh-fraction.h"
#include "jh-text.h"

#include <string.h>

/* The most digits after the point of a number in a sum. */
#define PLACES_MAX 12

/* start: the sum, its characters made ASCII one for one
 * at: the next character
 * depth: of brackets
 * divided: whether a division made decimals that nobody typed */
typedef struct
{
  const char *start;
  const char *at;
  guint decimals;
  guint depth;
  gboolean divided;
  GError **error;
} Reader;

/* The place of @at in the sum, from 1. */
static glong
place (const Reader *reader, const char *at)
{
  return g_utf8_pointer_to_offset (reader->start, at) + 1;
}

/* The character at @at, fit for a message. The caller frees it. */
static char *
show (const char *at)
{
  g_autofree char *character = g_utf8_substring (at, 0, 1);

  return jh_text_quote (character, 1);
}

/* Says that what stands at @at is not what was @expected. */
static gboolean
refuse (const Reader *reader, const char *at, const char *expected)
{
  g_autofree char *shown = *at ? show (at) : NULL;

  if (*at == '\0')
    g_set_error (reader->error, JH_ERROR, JH_ERROR_DATA,
                 "算式在第 %ld 个字之后没有写完，后面应是%s",
                 place (reader, at) - 1, expected);
  else
    g_set_error (reader->error, JH_ERROR, JH_ERROR_DATA,
                 "算式的第 %ld 个字“%s”不对，这里应是%s", place (reader, at),
                 shown, expected);
  return FALSE;
}

/* Says that the number worked out at @at is too large to go on with. */
static gboolean
refuse_size (const Reader *reader, const char *at)
{
  g_autofree char *shown = show (at);

  g_set_error (reader->error, JH_ERROR, JH_ERROR_DATA,
               "算到第 %ld 个字“%s”时，数太大或小数太多，算不下去，"
               "请分成几步算",
               place (reader, at), shown);
  return FALSE;
}

static void
skip_spaces (Reader *reader)
{
  while (*reader->at && jh_text_is_space (g_utf8_get_char (reader->at)))
    reader->at = g_utf8_next_char (reader->at);
}

/* Goes past one of @signs (UTF-8), each of which stands for the character
 * below it in @meaning. Returns that character, or 0. */
static char
take_sign (Reader *reader, const char *const *signs, const char *meaning)
{
  skip_spaces (reader);
  for (gsize i = 0; signs[i]; i++)
    if (g_str_has_prefix (reader->at, signs[i]))
      {
        reader->at += strlen (signs[i]);
        return meaning[i];
      }
  return 0;
}

static char
take_plus (Reader *reader)
{
  static const char *const signs[] = { "+", "-", "\u2212", "\u2013", NULL };

  return take_sign (reader, signs, "+---");
}

static char
take_times (Reader *reader)
{
  static const char *const signs[] = { "*", "\u00d7", "/", "\u00f7", NULL };

  return take_sign (reader, signs, "**//");
}

static gboolean
read_number (Reader *reader, JhFraction *result)
{
  gsize length = strspn (reader->at, "0123456789,.");
  g_autofree char *number = g_strndup (reader->at, length);
  const char *point = strchr (number, '.');
  gsize places = point ? strspn (point + 1, "0123456789") : 0;
  guint kept = (guint) MIN (places, PLACES_MAX);
  g_autoptr (GError) local_error = NULL;
  gint64 count;

  if (length == 0)
    return refuse (reader, reader->at, "数字或左括号");
  if (!jh_fixed_parse (number, kept, G_MAXINT64, &count, &local_error))
    {
      g_set_error (reader->error, JH_ERROR, JH_ERROR_DATA,
                   "算式从第 %ld 个字起，%s", place (reader, reader->at),
                   local_error->message);
      return FALSE;
    }
  *result = jh_fraction_new (count, jh_fixed_power (kept));
  reader->at += length;
  return TRUE;
}

static gboolean read_terms (Reader *reader, JhFraction *result);

/* Reads a number, or a bracket with what is in it. */
static gboolean
read_operand (Reader *reader, JhFraction *result)
{
  skip_spaces (reader);
  if (*reader->at != '(')
    return read_number (reader, result);
  if (reader->depth == JH_SUM_DEPTH_MAX)
    return refuse (reader, reader->at, "数字，括号套得太深了");
  reader->at++;
  reader->depth++;
  if (!read_terms (reader, result))
    return FALSE;
  skip_spaces (reader);
  if (*reader->at != ')')
    return refuse (reader, reader->at, "加减乘除的符号或右括号");
  reader->at++;
  reader->depth--;
  return TRUE;
}

static gboolean
read_signed (Reader *reader, JhFraction *result)
{
  char sign = take_plus (reader);

  if (!read_operand (reader, result))
    return FALSE;
  if (sign == '-')
    *result = jh_fraction_negate (*result);
  return TRUE;
}

/* Divides @result by @divisor, which was typed behind @at. */
static gboolean
divide (Reader *reader, const char *at, JhFraction *result,
        JhFraction divisor)
{
  guint before = jh_fraction_count_places (*result);

  if (jh_fraction_is_zero (divisor))
    {
      g_set_error (reader->error, JH_ERROR, JH_ERROR_DATA,
                   "算式从第 %ld 个字起，除数是 0，应是 0 以外的数",
                   place (reader, at));
      return FALSE;
    }
  if (!jh_fraction_divide (result, divisor))
    return refuse_size (reader, at);
  if (jh_fraction_count_places (*result) > MAX (before, reader->decimals))
    reader->divided = TRUE;
  return TRUE;
}

/* Reads what is multiplied and divided. */
static gboolean
read_factors (Reader *reader, JhFraction *result)
{
  char operator;

  if (!read_signed (reader, result))
    return FALSE;
  while ((operator= take_times (reader)))
    {
      const char *at;
      JhFraction next;

      skip_spaces (reader);
      at = reader->at;
      if (!read_signed (reader, &next))
        return FALSE;
      if (operator== '/' && !divide (reader, at, result, next))
        return FALSE;
      if (operator== '*' && !jh_fraction_multiply (result, next))
        return refuse_size (reader, at);
    }
  return TRUE;
}

/* Reads what is added and subtracted. */
static gboolean
read_terms (Reader *reader, JhFraction *result)
{
  char operator;

  if (!read_factors (reader, result))
    return FALSE;
  while ((operator= take_plus (reader)))
    {
      const char *at;
      JhFraction next;

      skip_spaces (reader);
      at = reader->at;
      if (!read_factors (reader, &next))
        return FALSE;
      if (!jh_fraction_add (result, operator== '-' ? jh_fraction_negate (next)
                                                   : next))
        return refuse_size (reader, at);
    }
  return TRUE;
}

/* Reads the whole sum: the =, and nothing behind it. */
static gboolean
read_sum (Reader *reader, JhFraction *result)
{
  skip_spaces (reader);
  if (*reader->at != '=')
    return refuse (reader, reader->at, "等号");
  reader->at++;
  if (!read_terms (reader, result))
    return FALSE;
  skip_spaces (reader);
  return *reader->at == '\0' || refuse (reader, reader->at, "加减乘除的符号");
}

static gboolean
refuse_places (guint decimals, GError **error)
{
  if (decimals == 0)
    g_set_error (error, JH_ERROR, JH_ERROR_DATA,
                 "算式的结果有小数，应是整数");
  else
    g_set_error (error, JH_ERROR, JH_ERROR_DATA,
                 "算式的结果有 %u 位以上的小数，应不超过 %u 位", decimals,
                 decimals);
  return FALSE;
}

static gboolean
refuse_limit (guint decimals, gint64 limit, GError **error)
{
  g_autofree char *most = jh_fixed_format_short (limit, decimals, 0);

  g_set_error (error, JH_ERROR, JH_ERROR_DATA, "算式的结果太大，不能超过 %s",
               most);
  return FALSE;
}

/* Whether @text can be read at all. */
static gboolean
is_readable (const char *text, GError **error)
{
  if (!g_utf8_validate (text, -1, NULL))
    {
      g_set_error (error, JH_ERROR, JH_ERROR_DATA,
                   "算式里有读不懂的字符，应写成 =1200+350 这样");
      return FALSE;
    }
  if (g_utf8_strlen (text, -1) > JH_SUM_LENGTH_MAX)
    {
      g_set_error (error, JH_ERROR, JH_ERROR_DATA,
                   "算式太长，不能超过 %d 个字", JH_SUM_LENGTH_MAX);
      return FALSE;
    }
  return TRUE;
}

gboolean
jh_sum_is (const char *text)
{
  while (text && *text && jh_text_is_space (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);
  return text && (*text == '=' || g_str_has_prefix (text, "\uff1d"));
}

gboolean
jh_sum_parse (const char *text, guint decimals, gint64 limit, gint64 *value,
              GError **error)
{
  g_autofree char *narrow = NULL;
  Reader reader = { .decimals = decimals, .error = error };
  JhFraction result;

  if (!is_readable (text, error))
    return FALSE;
  narrow = jh_text_narrow (text);
  reader.start = narrow;
  reader.at = narrow;
  if (!read_sum (&reader, &result))
    return FALSE;
  if (jh_fraction_count_places (result) > decimals && !reader.divided)
    return refuse_places (decimals, error);
  return jh_fraction_round (result, decimals, limit, value)
         || refuse_limit (decimals, limit, error);
}
