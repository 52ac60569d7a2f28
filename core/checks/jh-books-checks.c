#include "jh-books-checks.h"

#include <string.h>

/* Where a row stands, for people: 支出 第 3 行. The caller frees it. */
static char *
dup_where (const JhTable *table, guint place)
{
  return g_strdup_printf ("%s 第 %u 行", table->label, place + 1);
}

/* The money that @books have of @fund on both sides of the balance.
 *
 * sides: known while any of it was entered */
typedef struct
{
  JhMoney in;
  JhMoney out;
} Balance;

static Balance
balance_of (const JhBooks *books, const char *fund)
{
  const GPtrArray *income = JH_BOOKS_ROWS (books, INCOME);
  const GPtrArray *expenditure = JH_BOOKS_ROWS (books, EXPENDITURE);
  const GPtrArray *carryover = JH_BOOKS_ROWS (books, CARRYOVER);
  Balance balance = { jh_money_blank (), jh_money_blank () };

  for (guint i = 0; i < income->len; i++)
    {
      const JhIncome *row = income->pdata[i];

      if (g_strcmp0 (jh_lists_get_fund (books->lists, row->source), fund)
          == 0)
        balance.in = jh_money_add (balance.in, row->actual);
    }
  for (guint i = 0; i < expenditure->len; i++)
    {
      const JhExpenditure *row = expenditure->pdata[i];

      if (g_str_equal (row->fund, fund))
        balance.out = jh_money_add (balance.out, row->actual);
    }
  for (guint i = 0; i < carryover->len; i++)
    {
      const JhCarryover *row = carryover->pdata[i];
      JhMoney *side
        = jh_lists_get_carryover_side (books->lists, row->kind) > 0
            ? &balance.in
            : &balance.out;

      if (g_str_equal (row->fund, fund))
        *side = jh_money_add (*side, row->amount);
    }
  return balance;
}

static void
check_balance (const JhBooks *books, const char *fund, GPtrArray *findings)
{
  static const char *const in_name
    = "年初结转和结余＋本年收入＋使用非财政拨款结余";
  static const char *const out_name = "本年支出＋结余分配＋年末结转和结余";
  JhMoneyUnit unit = books->filing->money_unit;
  Balance balance = balance_of (books, fund);
  g_autofree char *in = jh_money_format_exact (balance.in, unit);
  g_autofree char *out = jh_money_format_exact (balance.out, unit);
  g_autofree char *difference = jh_money_format_exact (
    jh_money (balance.in.fen - balance.out.fen), unit);
  g_autofree char *in_amount = jh_finding_dup_amount (balance.in, unit);
  g_autofree char *out_amount = jh_finding_dup_amount (balance.out, unit);
  const char *name = jh_money_unit_name (unit);
  JhFinding *finding;

  if (balance.in.fen == balance.out.fen)
    return;
  finding = jh_finding_new ("B01", JH_SEVERITY_ERROR, fund,
                            "“%s”收支不平：%s是 %s，%s是 %s，相差 %s %s。"
                            "请核对这项资金的收入、支出和结转结余",
                            fund, in_name, in_amount, out_name, out_amount,
                            difference, name);
  jh_finding_set_sides (finding, in_name, in, out_name, out, difference);
  jh_finding_set_place (finding, "carryover", 0, "amount");
  g_ptr_array_add (findings, finding);
}

/* What is told of a code that a row holds. */
typedef struct
{
  const JhBooks *books;
  JhTableId table;
  guint place;
  const JhField *field;
  const char *code;
  JhCodes codes;
} CodeUse;

/* Says that @finding speaks of @field in the row @place of @table. */
static void
set_place (JhFinding *finding, const JhBooks *books, JhTableId table,
           guint place, const JhField *field)
{
  const JhRow *row = books->rows[table]->pdata[place];

  jh_finding_set_place (finding, row->table->name, row->id,
                        field ? field->name : NULL);
}

static gboolean
is_digits (const char *text)
{
  return *text && strspn (text, "0123456789") == strlen (text);
}

static void
add_code_finding (const CodeUse *use, const char *rule, JhSeverity severity,
                  const char *why, const char *expected, GPtrArray *findings)
{
  const char *label = use->field->label;
  g_autofree char *where = dup_where (jh_table_get (use->table), use->place);
  JhFinding *finding = jh_finding_new (rule, severity, where, "%s的%s“%s”%s",
                                       where, label, use->code, why);

  jh_finding_set_sides (finding, label, use->code, "应为", expected, NULL);
  set_place (finding, use->books, use->table, use->place, use->field);
  g_ptr_array_add (findings, finding);
}

/* The length of a code at 项 or 款 level, and the words for it. */
static const struct
{
  gsize length;
  const char *expected;
} levels[] = {
  [JH_CODES_FUNCTIONAL] = { 7, "7 位的“项”级编码" },
  [JH_CODES_ECONOMIC] = { 5, "5 位的“款”级编码" },
};

static void
check_code (const CodeUse *use, GPtrArray *findings)
{
  JhLists *lists = use->books->lists;
  const char *expected = levels[use->codes].expected;
  const char *others;
  g_autofree char *why = NULL;

  if (!is_digits (use->code)
      || strlen (use->code) != levels[use->codes].length)
    {
      why = g_strdup_printf ("不对：应是%s，请改到最细一级", expected);
      add_code_finding (use, "B03", JH_SEVERITY_ERROR, why, expected,
                        findings);
      return;
    }
  if (jh_lists_get_name (lists, use->codes, use->code))
    return;
  others = jh_lists_get_other_years (lists, use->codes, use->code);
  if (others)
    {
      why = g_strdup_printf ("是%s的科目，%d 年度不能用，请换成本年的科目",
                             others, use->books->filing->year);
      add_code_finding (use, "B03", JH_SEVERITY_ERROR, why, "本年的科目",
                        findings);
      return;
    }
  why = g_strdup_printf ("不在 %d 年度的科目表里。如果编码写错了请改正；"
                         "如果是新科目，请先把它加进科目表",
                         use->books->filing->year);
  add_code_finding (use, "B11", JH_SEVERITY_WARNING, why, "科目表里的编码",
                    findings);
}

static void
check_codes (const JhBooks *books, JhTableId id, const char *field_name,
             JhCodes codes, GPtrArray *findings)
{
  const JhTable *table = jh_table_get (id);
  const JhField *field = jh_table_find_field (table, field_name);
  const GPtrArray *rows = books->rows[id];

  for (guint i = 0; i < rows->len; i++)
    {
      CodeUse use
        = { books, id, i, field, jh_row_get_text (rows->pdata[i], field),
            codes };

      check_code (&use, findings);
    }
}

/* Whether a negative amount is possible: what is left over of money that is
 * no fiscal appropriation may be a loss. */
static gboolean
may_be_negative (const JhBooks *books, gconstpointer row)
{
  const JhCarryover *carryover = row;

  if (((const JhRow *) row)->table != jh_carryover_table ())
    return FALSE;
  return !jh_lists_is_fiscal (books->lists, carryover->fund);
}

static void
check_signs (const JhBooks *books, JhTableId id, GPtrArray *findings)
{
  const JhTable *table = jh_table_get (id);
  JhMoneyUnit unit = books->filing->money_unit;

  for (guint i = 0; i < books->rows[id]->len; i++)
    for (guint f = 0; f < table->n_fields; f++)
      {
        const JhField *field = &table->fields[f];
        gconstpointer row = books->rows[id]->pdata[i];
        g_autofree char *where = NULL;
        g_autofree char *amount = NULL;
        JhFinding *finding;

        if (field->kind != JH_FIELD_MONEY
            || jh_row_get_money (row, field).fen >= 0
            || may_be_negative (books, row))
          continue;
        where = dup_where (table, i);
        amount = jh_money_format_exact (jh_row_get_money (row, field), unit);
        finding
          = jh_finding_new ("B07", JH_SEVERITY_ERROR, where,
                            "%s的“%s”是 %s %s，这里不能是负数，请核对", where,
                            field->label, amount, jh_money_unit_name (unit));
        jh_finding_set_sides (finding, field->label, amount, "应为",
                              "零或正数", NULL);
        set_place (finding, books, id, i, field);
        g_ptr_array_add (findings, finding);
      }
}

/* What makes a row the same fact as another: its words, joined. The caller
 * frees it. */
static char *
dup_identity (gconstpointer row)
{
  const JhTable *table = ((const JhRow *) row)->table;
  GString *identity = g_string_new (NULL);

  for (guint f = 0; f < table->n_fields; f++)
    if (table->fields[f].kind == JH_FIELD_TEXT)
      g_string_append_printf (identity, "%s%s", identity->len ? " " : "",
                              jh_row_get_text (row, &table->fields[f]));
  return g_string_free (identity, FALSE);
}

static void
check_repetitions (const JhBooks *books, JhTableId id, GPtrArray *findings)
{
  g_autoptr (GHashTable) seen
    = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  const JhTable *table = jh_table_get (id);

  for (guint i = 0; i < books->rows[id]->len; i++)
    {
      char *identity = dup_identity (books->rows[id]->pdata[i]);
      guint first = GPOINTER_TO_UINT (g_hash_table_lookup (seen, identity));
      g_autofree char *where = dup_where (table, i);
      g_autofree char *other = NULL;
      JhFinding *finding;

      if (first == 0)
        {
          g_hash_table_insert (seen, identity, GUINT_TO_POINTER (i + 1));
          continue;
        }
      other = dup_where (table, first - 1);
      finding = jh_finding_new ("B09", JH_SEVERITY_ERROR, where,
                                "%s和%s是同一笔（%s），请合成一行或删去一行",
                                where, other, identity);
      jh_finding_set_sides (finding, where, identity, other, identity, NULL);
      set_place (finding, books, id, i, NULL);
      g_ptr_array_add (findings, finding);
      g_free (identity);
    }
}

/* Projects that rows of @id name in @field_name but that are not there. */
static void
check_projects (const JhBooks *books, JhTableId id, const char *field_name,
                GPtrArray *findings)
{
  const JhTable *table = jh_table_get (id);
  const JhField *field = jh_table_find_field (table, field_name);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < books->rows[id]->len; i++)
    {
      const char *code = jh_row_get_text (books->rows[id]->pdata[i], field);
      g_autofree char *where = NULL;
      JhFinding *finding;

      if (*code == '\0' || g_str_equal (code, JH_OBJECT_WHOLE)
          || jh_books_find_project (books, code)
          || !g_hash_table_add (seen, (gpointer) code))
        continue;
      where = dup_where (table, i);
      finding = jh_finding_new (
        "B12", JH_SEVERITY_WARNING, where,
        "%s的%s“%s”没有在项目里登记，请补上项目，或改正编号", where,
        field->label, code);
      jh_finding_set_sides (finding, field->label, code, "应为",
                            "已登记的项目编号", NULL);
      set_place (finding, books, id, i, field);
      g_ptr_array_add (findings, finding);
    }
}

void
jh_books_check (const JhBooks *books, GPtrArray *findings)
{
  static const JhTableId entered[]
    = { JH_TABLE_INCOME, JH_TABLE_EXPENDITURE, JH_TABLE_CARRYOVER };
  static const JhTableId signs[]
    = { JH_TABLE_INCOME, JH_TABLE_EXPENDITURE, JH_TABLE_CARRYOVER,
        JH_TABLE_SANGONG, JH_TABLE_ASSESSMENT_FUND };
  const GPtrArray *funds = jh_lists_get_words (books->lists, JH_WORDS_FUND);

  for (guint i = 0; i < funds->len; i++)
    check_balance (books, funds->pdata[i], findings);
  check_codes (books, JH_TABLE_INCOME, "functional", JH_CODES_FUNCTIONAL,
               findings);
  check_codes (books, JH_TABLE_EXPENDITURE, "functional", JH_CODES_FUNCTIONAL,
               findings);
  check_codes (books, JH_TABLE_EXPENDITURE, "economic", JH_CODES_ECONOMIC,
               findings);
  for (gsize i = 0; i < G_N_ELEMENTS (signs); i++)
    check_signs (books, signs[i], findings);
  for (gsize i = 0; i < G_N_ELEMENTS (entered); i++)
    check_repetitions (books, entered[i], findings);
  check_projects (books, JH_TABLE_EXPENDITURE, "project", findings);
  check_projects (books, JH_TABLE_ASSESSMENT_FUND, "object", findings);
  check_projects (books, JH_TABLE_INDICATOR, "object", findings);
  check_projects (books, JH_TABLE_STATED, "object", findings);
}
