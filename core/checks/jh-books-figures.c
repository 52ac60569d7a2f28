#include "jh-books-figures.h"

#include <string.h>

/* How one column of a table of figures is filled.
 *
 * name: as formulas call it
 * field: the field that it shows, NULL for what is worked out */
typedef struct
{
  const char *name;
  const char *field;
} Column;

/* A table of the books, as formulas see it.
 *
 * columns: the fields and then what is worked out of them; ended by a
 *   column without a name */
typedef struct
{
  const char *name;
  JhTableId id;
  Column columns[16];
} Table;

/* The columns that are worked out. */
#define PLACE "序号"
#define FISCAL "财政"
#define FUND "资金"
#define SIDE "方向"
#define SAME "同一笔"

static const Table tables[] = {
  { "收入",
    JH_TABLE_INCOME,
    { { "来源", "source" },
      { "功能科目", "functional" },
      { "年初预算", "initial" },
      { "全年预算", "full_year" },
      { "决算", "actual" },
      { FUND, NULL },
      { FISCAL, NULL },
      { SAME, NULL },
      { PLACE, NULL } } },
  { "支出",
    JH_TABLE_EXPENDITURE,
    { { "功能科目", "functional" },
      { "经济科目", "economic" },
      { "支出类别", "category" },
      { "资金", "fund" },
      { "项目", "project" },
      { "年初预算", "initial" },
      { "全年预算", "full_year" },
      { "决算", "actual" },
      { FISCAL, NULL },
      { SAME, NULL },
      { PLACE, NULL } } },
  { "结转结余",
    JH_TABLE_CARRYOVER,
    { { "资金", "fund" },
      { "类别", "kind" },
      { "金额", "amount" },
      { FISCAL, NULL },
      { SIDE, NULL },
      { SAME, NULL },
      { PLACE, NULL } } },
  { "项目",
    JH_TABLE_PROJECT,
    { { "项目编号", "code" },
      { "项目名称", "name" },
      { "项目类型", "type" },
      { "主管部门", "department" },
      { "实施单位", "implementer" },
      { "年度总体目标", "goal" },
      { "实际完成情况", "outcome" },
      { PLACE, NULL } } },
  { "自评资金",
    JH_TABLE_ASSESSMENT_FUND,
    { { "对象", "object" },
      { "资金", "line" },
      { "年初预算数", "initial" },
      { "全年预算数", "full_year" },
      { "全年执行数", "actual" },
      { "填报执行率", "stated_rate" },
      { PLACE, NULL } } },
  { "指标",
    JH_TABLE_INDICATOR,
    { { "对象", "object" },
      { "一级指标", "level1" },
      { "二级指标", "level2" },
      { "三级指标", "level3" },
      { "指标性质", "nature" },
      { "符号", "operator" },
      { "年度指标值", "target" },
      { "计量单位", "measure" },
      { "实际完成值", "actual" },
      { "分值", "weight" },
      { "得分", "score" },
      { "偏差原因", "reason" },
      { PLACE, NULL } } },
  { "三公",
    JH_TABLE_SANGONG,
    { { "项目", "item" },
      { "年初预算", "initial" },
      { "全年预算", "full_year" },
      { "决算", "actual" },
      { "上年决算", "prior_actual" },
      { PLACE, NULL } } },
  { "数量",
    JH_TABLE_QUANTITY,
    { { "项目", "item" },
      { "数量", "count" },
      { "单位", "measure" },
      { PLACE, NULL } } },
  { "上年数",
    JH_TABLE_PRIOR_YEAR,
    { { "指标", "figure" }, { "上年数", "amount" }, { PLACE, NULL } } },
  { "原因",
    JH_TABLE_REASON,
    { { "指标", "figure" }, { "原因", "words" }, { PLACE, NULL } } },
  { "填报值",
    JH_TABLE_STATED,
    { { "对象", "object" },
      { "填报项", "item" },
      { "填报值", "value" },
      { "单位", "measure" },
      { "出处", "source" },
      { PLACE, NULL } } },
  { "单位情况",
    JH_TABLE_FILING_FACT,
    { { "键", "name" },
      { "文字", "words" },
      { "数", "count" },
      { "金额", "amount" },
      { PLACE, NULL } } },
};

/* The tables that come from lists, and from several tables. */
static const struct
{
  const char *name;
  const char *columns[4];
} lists_tables[] = {
  { "对象", { "编号", "名称", "种类", NULL } },
  { "资金", { "名称", "财政", NULL } },
  { "类级科目", { "编码", "名称", NULL } },
  { "功能科目", { "编码", "名称", NULL } },
  { "经济科目", { "编码", "名称", NULL } },
  { "他年功能科目", { "编码", "年度", NULL } },
  { "他年经济科目", { "编码", "年度", NULL } },
};

void
jh_books_figures_name (JhVocabulary *vocabulary)
{
  for (gsize i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      const char *columns[G_N_ELEMENTS (tables[i].columns) + 1] = { NULL };

      for (gsize c = 0; tables[i].columns[c].name; c++)
        columns[c] = tables[i].columns[c].name;
      jh_vocabulary_add_figures (vocabulary, tables[i].name, columns);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (lists_tables); i++)
    jh_vocabulary_add_figures (vocabulary, lists_tables[i].name,
                               lists_tables[i].columns);
}

/* An empty table called @name. */
static JhFigures *
new_figures (const JhVocabulary *vocabulary, const char *name)
{
  return jh_figures_new (jh_vocabulary_find_figures (vocabulary, name));
}

/* Adds a row of words. */
static void
add_words (JhFigures *figures, const char *a, const char *b, const char *c)
{
  const char *const words[] = { a, b, c };
  guint row = jh_figures_add_row (figures, 0);

  for (guint i = 0; i < jh_figures_get_kind (figures)->columns->len; i++)
    jh_figures_set (figures, row, i, jh_value_text (words[i]));
}

static const char *
yes_or_no (gboolean truth)
{
  return truth ? "是" : "否";
}

static JhFigures *
make_funds (JhLists *lists, const JhVocabulary *vocabulary)
{
  JhFigures *figures = new_figures (vocabulary, "资金");
  const GPtrArray *funds = jh_lists_get_words (lists, JH_WORDS_FUND);

  for (guint i = 0; i < funds->len; i++)
    add_words (figures, funds->pdata[i],
               yes_or_no (jh_lists_is_fiscal (lists, funds->pdata[i])), NULL);
  return figures;
}

static JhFigures *
make_classes (JhLists *lists, const JhVocabulary *vocabulary)
{
  JhFigures *figures = new_figures (vocabulary, "类级科目");
  const GPtrArray *classes = jh_lists_get_classes (lists);

  for (guint i = 0; i < classes->len; i++)
    add_words (
      figures, classes->pdata[i],
      jh_lists_get_name (lists, JH_CODES_FUNCTIONAL, classes->pdata[i]),
      NULL);
  return figures;
}

static JhFigures *
make_codes (JhLists *lists, JhCodes codes, const char *name,
            const JhVocabulary *vocabulary)
{
  JhFigures *figures = new_figures (vocabulary, name);
  const GArray *list = jh_lists_get_codes (lists, codes);

  for (guint i = 0; i < list->len; i++)
    {
      const JhCode *code = &g_array_index (list, JhCode, i);

      add_words (figures, code->code, code->name, NULL);
    }
  return figures;
}

GPtrArray *
jh_books_figures_list (JhLists *lists, const JhVocabulary *vocabulary)
{
  GPtrArray *list
    = g_ptr_array_new_with_free_func ((GDestroyNotify) jh_figures_unref);

  g_ptr_array_add (list, make_funds (lists, vocabulary));
  g_ptr_array_add (list, make_classes (lists, vocabulary));
  g_ptr_array_add (
    list, make_codes (lists, JH_CODES_FUNCTIONAL, "功能科目", vocabulary));
  g_ptr_array_add (
    list, make_codes (lists, JH_CODES_ECONOMIC, "经济科目", vocabulary));
  return list;
}

static JhValue
number_value (JhNumber number, gint64 below)
{
  return number.known ? jh_value_number (number.value, below)
                      : jh_value_blank ();
}

static JhValue
field_value (gconstpointer row, const JhField *field)
{
  switch (field->kind)
    {
    case JH_FIELD_MONEY:
      return jh_value_money (jh_row_get_money (row, field));
    case JH_FIELD_POINTS:
      return number_value (jh_row_get_number (row, field), 100);
    case JH_FIELD_COUNT:
      return number_value (jh_row_get_number (row, field), 1);
    case JH_FIELD_TEXT:
    case JH_FIELD_DIGITS:
      break;
    }
  return jh_value_text (jh_row_get_text (row, field));
}

/* What makes a row the same fact as another: its words, joined. The caller
 * frees it. */
static char *
dup_same (gconstpointer row)
{
  const JhTable *table = ((const JhRow *) row)->table;
  GString *same = g_string_new (NULL);

  for (guint f = 0; f < table->n_fields; f++)
    if (table->fields[f].kind == JH_FIELD_TEXT)
      g_string_append_printf (same, "%s%s", same->len ? " " : "",
                              jh_row_get_text (row, &table->fields[f]));
  return g_string_free (same, FALSE);
}

/* The fund of a row of income, expenditure or carry-overs. */
static const char *
fund_of (const JhBooks *books, gconstpointer row)
{
  const JhTable *table = ((const JhRow *) row)->table;

  if (table == jh_income_table ())
    return jh_lists_get_fund (books->lists, ((const JhIncome *) row)->source);
  if (table == jh_expenditure_table ())
    return ((const JhExpenditure *) row)->fund;
  return ((const JhCarryover *) row)->fund;
}

static const char *
side_of (const JhBooks *books, gconstpointer row)
{
  const JhCarryover *carryover = row;
  int side = jh_lists_get_carryover_side (books->lists, carryover->kind);

  return side > 0 ? "收" : side < 0 ? "支" : "";
}

/* Fills in a column that is worked out. */
static void
set_worked_out (JhFigures *figures, const JhBooks *books, gconstpointer row,
                guint place, guint column, const char *name)
{
  g_autofree char *same = NULL;
  JhValue value = jh_value_number (place + 1, 1);

  if (strcmp (name, FUND) == 0)
    value = jh_value_text (fund_of (books, row));
  else if (strcmp (name, FISCAL) == 0)
    {
      const char *fund = fund_of (books, row);

      value = jh_value_text (
        yes_or_no (fund && jh_lists_is_fiscal (books->lists, fund)));
    }
  else if (strcmp (name, SIDE) == 0)
    value = jh_value_text (side_of (books, row));
  else if (strcmp (name, SAME) == 0)
    {
      same = dup_same (row);
      value = jh_value_text (same);
    }
  jh_figures_set (figures, place, column, value);
}

/* The fields of the columns of @table, NULL for what is worked out. */
static void
find_fields (const Table *table, JhFigures *figures, const JhField **fields)
{
  for (guint c = 0; table->columns[c].name; c++)
    {
      const char *name = table->columns[c].field;

      fields[c]
        = name ? jh_table_find_field (jh_table_get (table->id), name) : NULL;
      if (fields[c])
        jh_figures_set_field (figures, c, fields[c]->name);
    }
}

static void
add_table (JhSubject *subject, const JhBooks *books, const Table *table,
           const JhVocabulary *vocabulary)
{
  g_autoptr (JhFigures) figures = new_figures (vocabulary, table->name);
  const JhField *fields[G_N_ELEMENTS (table->columns)] = { NULL };
  const GPtrArray *rows = books->rows[table->id];

  jh_figures_set_table (figures, jh_table_get (table->id)->name);
  find_fields (table, figures, fields);
  for (guint r = 0; r < rows->len; r++)
    {
      const JhRow *row = rows->pdata[r];

      jh_figures_add_row (figures, row->id);
      for (guint c = 0; table->columns[c].name; c++)
        if (fields[c])
          jh_figures_set (figures, r, c, field_value (row, fields[c]));
        else
          set_worked_out (figures, books, row, r, c, table->columns[c].name);
    }
  jh_subject_set_figures (subject, figures);
}

/* 整体 and the projects that have a self-assessment. */
static void
add_objects (JhSubject *subject, const JhBooks *books,
             const JhVocabulary *vocabulary)
{
  g_autoptr (JhFigures) figures = new_figures (vocabulary, "对象");
  g_autoptr (GPtrArray) objects = jh_books_list_objects (books);

  for (guint i = 0; i < objects->len; i++)
    {
      const char *code = objects->pdata[i];
      gboolean whole = strcmp (code, JH_OBJECT_WHOLE) == 0;
      const JhProject *project = jh_books_find_project (books, code);

      add_words (figures, code,
                 whole     ? books->filing->name
                 : project ? project->name
                           : code,
                 whole ? JH_OBJECT_WHOLE : "项目");
    }
  jh_subject_set_figures (subject, figures);
}

/* Adds @code to @figures when the year has it not and other years have. */
static void
add_other_years (JhFigures *figures, GHashTable *seen, JhLists *lists,
                 JhCodes codes, const char *code)
{
  const char *years;

  if (!g_hash_table_add (seen, (gpointer) code)
      || jh_lists_get_name (lists, codes, code))
    return;
  years = jh_lists_get_other_years (lists, codes, code);
  if (years)
    add_words (figures, code, years, NULL);
}

static void
add_codes_of_other_years (JhSubject *subject, const JhBooks *books,
                          const JhVocabulary *vocabulary)
{
  g_autoptr (JhFigures) functional = new_figures (vocabulary, "他年功能科目");
  g_autoptr (JhFigures) economic = new_figures (vocabulary, "他年经济科目");
  g_autoptr (GHashTable) seen_functional
    = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) seen_economic
    = g_hash_table_new (g_str_hash, g_str_equal);
  const GPtrArray *income = JH_BOOKS_ROWS (books, INCOME);
  const GPtrArray *expenditure = JH_BOOKS_ROWS (books, EXPENDITURE);

  for (guint i = 0; i < income->len; i++)
    add_other_years (functional, seen_functional, books->lists,
                     JH_CODES_FUNCTIONAL,
                     ((const JhIncome *) income->pdata[i])->functional);
  for (guint i = 0; i < expenditure->len; i++)
    {
      const JhExpenditure *row = expenditure->pdata[i];

      add_other_years (functional, seen_functional, books->lists,
                       JH_CODES_FUNCTIONAL, row->functional);
      add_other_years (economic, seen_economic, books->lists,
                       JH_CODES_ECONOMIC, row->economic);
    }
  jh_subject_set_figures (subject, functional);
  jh_subject_set_figures (subject, economic);
}

void
jh_books_figures_add (JhSubject *subject, const JhBooks *books,
                      const JhVocabulary *vocabulary, JhFiguresWanted wanted,
                      gpointer data)
{
  for (gsize i = 0; i < G_N_ELEMENTS (tables); i++)
    if (wanted (tables[i].name, data))
      add_table (subject, books, &tables[i], vocabulary);
  if (wanted ("对象", data))
    add_objects (subject, books, vocabulary);
  if (wanted ("他年功能科目", data) || wanted ("他年经济科目", data))
    add_codes_of_other_years (subject, books, vocabulary);
}
