#include "jh-cell.h"

#include "jh-fixed.h"
#include "jh-shield.h"
#include "jh-text.h"
#include "jh-words.h"

#include <string.h>

/* What the schema allows for a count, and for hundredths of a point. */
#define COUNT_MAX 1000000000
#define POINTS_MAX 100000000

/* How much of a cell a message shows. */
#define SHOWN 40

/* Adds the fault @why, which names the value. Returns FALSE. */
static gboolean
refuse (const JhReading *reading, const JhField *field, const char *why)
{
  jh_faults_add (reading->faults, reading->file, reading->line, field->label,
                 "%s", why);
  return FALSE;
}

/* As above: the value @cell in quotes, and then @why. */
static gboolean
refuse_cell (const JhReading *reading, const JhField *field, const char *cell,
             const char *why)
{
  g_autofree char *quoted = jh_text_quote (cell, SHOWN);
  g_autofree char *clause = g_strdup_printf ("“%s”%s", quoted, why);

  return refuse (reading, field, clause);
}

/* The first character of @text that no table holds, or 0. */
static gunichar
find_control (const char *text)
{
  for (; *text; text = g_utf8_next_char (text))
    {
      gunichar c = g_utf8_get_char (text);

      if (c != '\n' && c != '\t' && g_unichar_iscntrl (c))
        return c;
    }
  return 0;
}

char *
jh_cell_dup_text (const JhReading *reading, const char *label, guint most,
                  const char *text)
{
  g_autofree char *trimmed = jh_text_trim (text);
  const char *plain = jh_shield_take (trimmed);
  glong length = g_utf8_strlen (plain, -1);

  if (find_control (plain))
    {
      g_autofree char *quoted = jh_text_quote (plain, SHOWN);

      jh_faults_add (reading->faults, reading->file, reading->line, label,
                     "“%s”含有看不见的控制字符，请删去", quoted);
      return NULL;
    }
  if (length > (glong) most)
    {
      jh_faults_add (reading->faults, reading->file, reading->line, label,
                     "有 %ld 个字，最多 %u 个字", length, most);
      return NULL;
    }
  return g_strdup (plain);
}

char *
jh_cell_dup_code (const JhReading *reading, const char *label, guint most,
                  const char *text)
{
  g_autofree char *narrow = jh_text_narrow (text);
  g_autofree char *code = jh_cell_dup_text (reading, label, most, narrow);

  if (code && code[0] == '\'' && g_ascii_isdigit (code[1]))
    return g_strdup (code + 1);
  return g_steal_pointer (&code);
}

/* Whether @field holds a code of 功能分类 or 经济分类. */
static gboolean
is_code (const JhField *field)
{
  return g_str_equal (field->name, "functional")
         || g_str_equal (field->name, "economic");
}

static gboolean
read_text (const JhReading *reading, const JhField *field, const char *cell,
           gpointer row)
{
  g_autofree char *text
    = is_code (field)
        ? jh_cell_dup_code (reading, field->label, field->most, cell)
        : jh_cell_dup_text (reading, field->label, field->most, cell);

  if (text == NULL)
    return FALSE;
  jh_row_set_text (row, field, text);
  return TRUE;
}

static gboolean
read_words (const JhReading *reading, const JhField *field, const char *cell,
            gpointer row)
{
  g_autofree char *trimmed = jh_text_trim (cell);
  const char *word
    = jh_words_match (reading->lists, field->words, jh_shield_take (trimmed));
  g_autofree char *expected = NULL;
  g_autofree char *why = NULL;

  if (word)
    {
      jh_row_set_text (row, field, word);
      return TRUE;
    }
  expected
    = jh_words_join (jh_lists_get_words (reading->lists, field->words));
  why = g_strdup_printf ("不在规定的写法里，应为其中之一：%s", expected);
  return refuse_cell (reading, field, cell, why);
}

static gboolean
read_money (const JhReading *reading, const JhField *field, const char *cell,
            gpointer row)
{
  g_autoptr (GError) error = NULL;
  JhMoney money;

  if (!jh_money_parse (cell, reading->unit, &money, &error))
    return refuse (reading, field, error->message);
  jh_row_set_money (row, field, money);
  return TRUE;
}

static gboolean
read_number (const JhReading *reading, const JhField *field, const char *cell,
             gpointer row)
{
  gboolean count = field->kind == JH_FIELD_COUNT;
  g_autoptr (GError) error = NULL;
  JhNumber number = { 0, TRUE };

  if (!jh_fixed_parse (cell, count ? 0 : 2, count ? COUNT_MAX : POINTS_MAX,
                       &number.value, &error))
    return refuse (reading, field, error->message);
  if (count && number.value < 0)
    return refuse_cell (reading, field, cell, "是负数，个数不能小于 0");
  jh_row_set_number (row, field, number);
  return TRUE;
}

/* Whether @text is a plain decimal number: -99, 99.18, 5. or .5. */
static gboolean
is_decimal (const char *text)
{
  gsize whole, fraction;

  text += *text == '-';
  whole = strspn (text, "0123456789");
  text += whole;
  if (*text == '\0')
    return whole > 0;
  if (*text != '.')
    return FALSE;
  fraction = strspn (text + 1, "0123456789");
  return whole + fraction > 0 && text[1 + fraction] == '\0';
}

static gboolean
read_digits (const JhReading *reading, const JhField *field, const char *cell,
             gpointer row)
{
  g_autofree char *narrow = jh_text_narrow (cell);
  g_autofree char *digits = jh_text_trim (narrow);
  g_autofree char *number = NULL;

  if (g_str_has_suffix (digits, "%"))
    digits[strlen (digits) - 1] = '\0';
  number = jh_text_trim (digits);
  if (!is_decimal (number))
    return refuse_cell (reading, field, cell, "不是数字，应写成 99.18 这样");
  if (strlen (number) > field->most)
    return refuse_cell (reading, field, cell, "的位数太多");
  jh_row_set_text (row, field, number);
  return TRUE;
}

gboolean
jh_cell_read (const JhReading *reading, const JhField *field,
              const char *cell, gpointer row)
{
  if (jh_text_is_blank (cell))
    return !(field->flags & JH_FIELD_REQUIRED)
           || refuse (reading, field, "不能为空");
  if (field->words != JH_WORDS_ANY)
    return read_words (reading, field, cell, row);
  switch (field->kind)
    {
    case JH_FIELD_MONEY:
      return read_money (reading, field, cell, row);
    case JH_FIELD_POINTS:
    case JH_FIELD_COUNT:
      return read_number (reading, field, cell, row);
    case JH_FIELD_DIGITS:
      return read_digits (reading, field, cell, row);
    case JH_FIELD_TEXT:
      return read_text (reading, field, cell, row);
    default:
      g_assert_not_reached ();
    }
}

static char *
write_number (JhNumber number, guint decimals)
{
  return number.known ? jh_fixed_format_short (number.value, decimals, 0)
                      : g_strdup ("");
}

char *
jh_cell_write (gconstpointer row, const JhField *field, JhMoneyUnit unit)
{
  switch (field->kind)
    {
    case JH_FIELD_MONEY:
      return jh_money_format_exact (jh_row_get_money (row, field), unit);
    case JH_FIELD_POINTS:
      return write_number (jh_row_get_number (row, field), 2);
    case JH_FIELD_COUNT:
      return write_number (jh_row_get_number (row, field), 0);
    case JH_FIELD_DIGITS:
      return g_strdup (jh_row_get_text (row, field));
    case JH_FIELD_TEXT:
      if (field->words != JH_WORDS_ANY)
        return g_strdup (jh_row_get_text (row, field));
      return jh_shield_put (jh_row_get_text (row, field));
    default:
      g_assert_not_reached ();
    }
}
