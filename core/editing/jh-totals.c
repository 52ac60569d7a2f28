#include "jh-totals.h"

#include "jh-text.h"
#include "jh-typing.h"

#include <string.h>

/* How many totals are told one by one. */
#define TOLD_MAX 3

/* The longest text that is looked at for a total, in bytes. */
#define LABEL_BYTES_MAX 100

static const char *const labels[]
  = { "合计", "总计", "小计", "共计", "累计", "合计数", "总计数" };

/* What is needed to look at a block. */
typedef struct
{
  JhSession *session;
  const JhField *const *fields;
  const JhTableBlock *block;
  JhTotals *totals;
  GString *words;
} Search;

void
jh_totals_free (JhTotals *totals)
{
  if (totals == NULL)
    return;
  g_free (totals->left_out);
  g_free (totals->words);
  g_free (totals);
}

/* @text without spaces of any kind and what may end a label. */
static char *
fold (const char *text)
{
  g_autofree char *narrow = jh_text_narrow (text);
  GString *folded = g_string_new (NULL);

  for (const char *c = narrow; *c; c = g_utf8_next_char (c))
    {
      gunichar character = g_utf8_get_char (c);

      if (!g_unichar_isspace (character) && character != ':')
        g_string_append_unichar (folded, character);
    }
  return g_string_free (folded, FALSE);
}

/* Whether @text, in a column of @field, says that its row is a total. */
static gboolean
is_label (const JhField *field, const char *text)
{
  gboolean anything = jh_typing_get_kind (field) == JH_COLUMN_WORDS;
  g_autofree char *folded = NULL;

  if (field->kind != JH_FIELD_TEXT || strlen (text) > LABEL_BYTES_MAX
      || strstr (text, "计") == NULL)
    return FALSE;
  folded = fold (text);
  for (gsize i = 0; i < G_N_ELEMENTS (labels); i++)
    if (anything ? g_str_equal (folded, labels[i])
                 : g_str_has_suffix (folded, labels[i]))
      return TRUE;
  return FALSE;
}

/* What @row of the block calls itself where it is a total; NULL otherwise.
 * Borrowed. */
static const char *
find_label (const Search *search, guint row)
{
  for (guint i = 0; i < search->block->n_columns; i++)
    {
      const char *text = jh_table_block_get (search->block, row, i);

      if (text && search->fields[i] && is_label (search->fields[i], text))
        return text;
    }
  return NULL;
}

static gboolean
is_money (const JhField *field)
{
  return field && field->kind == JH_FIELD_MONEY;
}

/* The amount in a cell of the block; blank where there is none. */
static JhMoney
read_amount (const Search *search, guint row, guint column)
{
  const char *text = jh_table_block_get (search->block, row, column);
  const JhField figure = { "amount", "", JH_FIELD_MONEY, 0 };
  JhMoney amount = jh_money_blank ();
  g_autofree char *fault = NULL;

  if (text
      && !jh_typing_read (search->session, &figure, text, &amount, &fault))
    return jh_money_blank ();
  return amount;
}

/* Whether @row has figures and nothing else. */
static gboolean
has_figures_alone (const Search *search, guint row)
{
  gboolean any = FALSE;

  for (guint i = 0; i < search->block->n_columns; i++)
    {
      const char *text = jh_table_block_get (search->block, row, i);

      if (jh_text_is_blank (text))
        continue;
      if (!is_money (search->fields[i]))
        return FALSE;
      any = TRUE;
    }
  return any;
}

static gboolean
is_blank (const Search *search, guint row)
{
  for (guint i = 0; i < search->block->n_columns; i++)
    if (!jh_text_is_blank (jh_table_block_get (search->block, row, i)))
      return FALSE;
  return TRUE;
}

/* The sum in @column of the entries from @first up to @end. */
static JhMoney
sum (const Search *search, guint column, guint first, guint end)
{
  JhMoney total = jh_money_blank ();

  for (guint row = first; row < end; row++)
    if (!search->totals->left_out[row])
      total = jh_money_add (total, read_amount (search, row, column));
  return total;
}

/* Whether every figure of @row is what those above it add up to. */
static gboolean
adds_up (const Search *search, guint row)
{
  for (guint i = 0; i < search->block->n_columns; i++)
    if (is_money (search->fields[i])
        && !jh_money_equal (read_amount (search, row, i),
                            sum (search, i, 0, row)))
      return FALSE;
  return TRUE;
}

/* The first row that the total in @row is about: a 小计 begins behind the
 * total before it. */
static guint
find_first (const Search *search, guint row, const char *label)
{
  if (label == NULL || strstr (label, "小") == NULL)
    return 0;
  while (row > 0 && !search->totals->left_out[row - 1])
    row--;
  return row;
}

/* Says where @stated, in @row and @column, is not @added. */
static void
tell_difference (const Search *search, guint column, JhMoney stated,
                 JhMoney added)
{
  JhMoneyUnit unit = jh_session_get_unit (search->session);
  JhMoney between = jh_money_subtract (stated, added);
  g_autofree char *left = jh_money_format_exact (stated, unit);
  g_autofree char *right = jh_money_format_exact (added, unit);
  g_autofree char *difference = NULL;

  between.fen = ABS (between.fen);
  difference = jh_money_format_exact (between, unit);
  g_string_append_printf (
    search->words, "；它写的%s是 %s，粘贴的各行相加是 %s，相差 %s",
    search->fields[column]->label, left, *right ? right : "空白", difference);
}

/* Says that @row was left out, and compares it with the entries. */
static void
tell_total (const Search *search, guint row, const char *label)
{
  guint first = find_first (search, row, label);
  guint end = first > 0 || (label && strstr (label, "小"))
                ? row
                : search->block->n_rows;
  gboolean same = TRUE;

  g_string_append_printf (search->words, "第 %u 行是合计，没有粘贴", row + 1);
  for (guint i = 0; first < end && i < search->block->n_columns; i++)
    {
      JhMoney stated = jh_money_blank (), added;

      if (is_money (search->fields[i]))
        stated = read_amount (search, row, i);
      if (!stated.known)
        continue;
      added = sum (search, i, first, end);
      if (added.known && stated.fen == added.fen)
        continue;
      tell_difference (search, i, stated, added);
      same = FALSE;
    }
  g_string_append (search->words,
                   first < end && same ? "，与各行相加一致。" : "。");
}

static void
tell_totals (const Search *search)
{
  guint told = 0;

  for (guint row = 0; row < search->block->n_rows && told < TOLD_MAX; row++)
    if (search->totals->left_out[row])
      {
        tell_total (search, row, find_label (search, row));
        told++;
      }
  if (search->totals->n > told)
    g_string_append_printf (search->words, "另有 %u 行合计也没有粘贴。",
                            search->totals->n - told);
}

/* Marks the rows that say that they are totals. */
static void
mark_labels (const Search *search)
{
  for (guint row = 0; row < search->block->n_rows; row++)
    search->totals->left_out[row] = find_label (search, row) != NULL;
}

/* Whether the rows above @row have more than figures: a block of figures
 * alone has no totals that could be told. */
static gboolean
has_others (const Search *search, guint row)
{
  for (guint above = 0; above < row; above++)
    if (has_figures_alone (search, above))
      return FALSE;
  return TRUE;
}

/* Marks a last row that says nothing but what the rows above add up to. It
 * takes two to make a sum. */
static void
mark_silent (const Search *search)
{
  guint last = search->block->n_rows;

  while (last > 0 && is_blank (search, last - 1))
    last--;
  if (last > 2 && has_figures_alone (search, last - 1)
      && !search->totals->left_out[last - 1] && has_others (search, last - 1)
      && adds_up (search, last - 1))
    search->totals->left_out[last - 1] = TRUE;
}

JhTotals *
jh_totals_find (JhSession *session, const JhField *const *fields,
                const JhTableBlock *block)
{
  JhTotals *totals = g_new0 (JhTotals, 1);
  g_autoptr (GString) words = g_string_new (NULL);
  const Search search = { session, fields, block, totals, words };

  totals->left_out = g_new0 (gboolean, block->n_rows);
  mark_labels (&search);
  mark_silent (&search);
  for (guint row = 0; row < block->n_rows; row++)
    totals->n += totals->left_out[row] != FALSE;
  tell_totals (&search);
  totals->words = g_strdup (words->str);
  return totals;
}
