#include "jh-block-private.h"

#include "jh-text.h"

#include <string.h>

/* The most digits of a number here, and how many of them a spreadsheet
 * keeps exactly. */
#define DIGITS_MAX 40
#define DIGITS_EXACT 15

/* The longest text that is looked at. */
#define SHOWN_BYTES_MAX 200

/* A decimal number: its digits without the point, and how many of them stand
 * behind it. */
typedef struct
{
  gboolean negative;
  char digits[DIGITS_MAX + 2];
  gsize length;
  gsize scale;
} Decimal;

/* Reads @text, digits with at most one point, into @number. */
static gboolean
read_digits (const char *text, Decimal *number)
{
  gboolean point = FALSE;

  for (; *text; text++)
    {
      if (*text == '.' && !point)
        {
          point = TRUE;
          continue;
        }
      if (!g_ascii_isdigit (*text) || number->length == DIGITS_MAX)
        return FALSE;
      number->digits[number->length++] = *text;
      number->scale += point;
    }
  return number->length > 0;
}

/* Puts zeros in front until more digits than @least are there. FALSE when
 * there is no room. */
static gboolean
pad (Decimal *number, gsize least)
{
  gsize missing = least + 1 > number->length ? least + 1 - number->length : 0;

  if (number->length + missing > DIGITS_MAX)
    return FALSE;
  memmove (number->digits + missing, number->digits, number->length);
  memset (number->digits, '0', missing);
  number->length += missing;
  return TRUE;
}

/* Adds one to the last digit. */
static void
increment (Decimal *number)
{
  gsize i = number->length;

  while (i > 0 && number->digits[i - 1] == '9')
    number->digits[--i] = '0';
  if (i > 0)
    {
      number->digits[i - 1]++;
      return;
    }
  memmove (number->digits + 1, number->digits, number->length);
  number->digits[0] = '1';
  number->length++;
}

/* Rounds @number half up so that @scale digits stay behind the point. */
static gboolean
round_to (Decimal *number, gsize scale)
{
  gboolean up;

  if (number->scale <= scale)
    return TRUE;
  if (!pad (number, number->scale - scale))
    return FALSE;
  number->length -= number->scale - scale;
  number->scale = scale;
  up = number->digits[number->length] >= '5';
  if (up)
    increment (number);
  return TRUE;
}

/* Takes off what binary numbers leave behind the 15th digit: 208.23 is kept
 * as 208.22999999999999. FALSE for whole numbers that are longer. */
static gboolean
tidy (Decimal *number)
{
  gsize zeros = 0, used;

  while (zeros < number->length && number->digits[zeros] == '0')
    zeros++;
  used = number->length - zeros;
  if (used > DIGITS_EXACT && used - DIGITS_EXACT > number->scale)
    return FALSE;
  if (used > DIGITS_EXACT
      && !round_to (number, number->scale - (used - DIGITS_EXACT)))
    return FALSE;
  for (; number->scale > 0 && number->digits[number->length - 1] == '0';
       number->scale--)
    number->length--;
  return TRUE;
}

/* @number with the point in its place. The caller frees it. */
static char *
format (const Decimal *original)
{
  Decimal number = *original;
  GString *text = g_string_new (NULL);
  gsize zeros = 0, whole;

  if (!pad (&number, number.scale))
    return g_string_free (text, FALSE);
  whole = number.length - number.scale;
  while (zeros + 1 < whole && number.digits[zeros] == '0')
    zeros++;
  g_string_append_len (text, number.digits + zeros, (gssize) (whole - zeros));
  if (number.scale > 0)
    {
      g_string_append_c (text, '.');
      g_string_append_len (text, number.digits + whole,
                           (gssize) number.scale);
    }
  if (number.negative && strpbrk (text->str, "123456789"))
    g_string_prepend_c (text, '-');
  return g_string_free (text, FALSE);
}

/* Whether both have the same digits in the same places. */
static gboolean
is_same (const Decimal *a, const Decimal *b)
{
  g_autofree char *first = format (a);
  g_autofree char *second = format (b);

  return g_str_equal (first, second);
}

/* Reads a number without a sign, with thousands separators where they
 * belong. A zero before further digits makes a code of it. */
static gboolean
read_grouped (const char *text, Decimal *number)
{
  g_auto (GStrv) groups = g_strsplit (text, ",", -1);
  g_autofree char *joined = g_strjoinv ("", groups);

  if (text[0] == '0' && g_ascii_isdigit (text[1]))
    return FALSE;
  for (guint i = 0; groups[i] && groups[1]; i++)
    {
      gsize length = strspn (groups[i], "0123456789");

      if (length == 0 || length > 3 || (i > 0 && length != 3)
          || (groups[i][length] && groups[i + 1]))
        return FALSE;
    }
  return read_digits (joined, number);
}

/* Takes @prefix off the front of @text. */
static gboolean
take (const char **text, const char *prefix)
{
  if (!g_str_has_prefix (*text, prefix))
    return FALSE;
  *text += strlen (prefix);
  return TRUE;
}

/* Takes a sign of money off the front of @text, with blanks behind it. */
static void
take_currency (const char **text)
{
  static const char *const signs[] = { "\u00a5", "\uffe5", "$" };

  for (gsize i = 0; i < G_N_ELEMENTS (signs); i++)
    if (take (text, signs[i]))
      break;
  *text += strspn (*text, " ");
}

/* Reads what a spreadsheet shows of a number: with a sign of money, in
 * brackets when it is negative, a dash when it is 0. */
static gboolean
read_shown (const char *shown, Decimal *number)
{
  g_autofree char *narrow = jh_text_narrow (shown);
  g_autofree char *trimmed = jh_text_trim (narrow);
  const char *text = trimmed;
  gsize length;

  *number = (Decimal){ 0 };
  take_currency (&text);
  if (g_str_equal (text, "-"))
    return read_digits ("0", number);
  length = strlen (text);
  if (length > 2 && text[0] == '(' && text[length - 1] == ')')
    {
      trimmed[text - trimmed + (gssize) length - 1] = '\0';
      text++;
      number->negative = TRUE;
    }
  else
    {
      number->negative = take (&text, "-");
    }
  take_currency (&text);
  return read_grouped (text, number);
}

char *
jh_block_plain_number (const char *shown)
{
  Decimal number = { 0 };
  const char *text = shown;

  if (strlen (shown) > SHOWN_BYTES_MAX)
    return NULL;
  number.negative = take (&text, "-");
  if (!read_grouped (text, &number))
    return NULL;
  return format (&number);
}

char *
jh_block_exact_number (const char *exact, const char *shown)
{
  Decimal kept = { 0 }, rounded, seen;
  const char *text = exact;

  if (strlen (shown) > SHOWN_BYTES_MAX || strlen (exact) > SHOWN_BYTES_MAX)
    return NULL;
  kept.negative = take (&text, "-");
  if (!read_digits (text, &kept) || !tidy (&kept)
      || !read_shown (shown, &seen))
    return NULL;
  rounded = kept;
  if (!round_to (&rounded, seen.scale))
    return NULL;
  while (rounded.scale < seen.scale && rounded.length < DIGITS_MAX)
    {
      rounded.digits[rounded.length++] = '0';
      rounded.scale++;
    }
  return is_same (&rounded, &seen) ? format (&kept) : NULL;
}
