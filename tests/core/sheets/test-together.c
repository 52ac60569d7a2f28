/* The sheets of a filing agree with each other and with its rows: 200
 * filings, the same ones every time, added up again in another way. */
#include "sheets-fixture.h"

#define FILINGS 200

static const char *const funds[] = { GENERAL, GOVERNMENT, CAPITAL, OTHER };

static const char *const sources[] = {
  GENERAL,    GOVERNMENT, CAPITAL,            "上级补助收入",
  "事业收入", "经营收入", "附属单位上缴收入", "其他收入",
};

static const char *const functional[]
  = { "2013101", "2013102", "2080505", "2101102", "2120801", "2210201",
      "2230107", "2296003" };

static const char *const economic[]
  = { "30101", "30108", "30201", "30217", "30301", "30701",
      "31002", "31201", "39999" };

/* Economic codes that are never of 基本支出. */
static const char *const building[] = { "30905", "31101", "31302" };

#define PICK(random, list)                                                  \
  ((list)[g_rand_int_range (random, 0, G_N_ELEMENTS (list))])

/* An amount in 分; often blank or zero. */
static JhMoney
pick_money (GRand *random)
{
  switch (g_rand_int_range (random, 0, 8))
    {
    case 0:
      return jh_money_blank ();
    case 1:
      return jh_money (0);
    default:
      return jh_money (g_rand_int_range (random, 1, 2000000000));
    }
}

static void
add_expenditure (JhBooks *books, GRand *random)
{
  JhExpenditure *row = jh_row_new (jh_expenditure_table ());
  const char *fund = PICK (random, funds);
  gboolean project = g_rand_boolean (random);
  const char *code = project && g_rand_boolean (random)
                       ? PICK (random, building)
                       : PICK (random, economic);
  static const char *const more[]
    = { "上缴上级支出", "经营支出", "对附属单位补助支出" };
  gboolean other = g_str_equal (fund, OTHER) && g_rand_boolean (random);

  jh_row_set_text (row, jh_table_find_field (row->row.table, "functional"),
                   PICK (random, functional));
  jh_row_set_text (row, jh_table_find_field (row->row.table, "economic"),
                   code);
  jh_row_set_text (row, jh_table_find_field (row->row.table, "category"),
                   other     ? PICK (random, more)
                   : project ? "项目支出"
                             : "基本支出");
  jh_row_set_text (row, jh_table_find_field (row->row.table, "fund"), fund);
  row->actual = pick_money (random);
  g_ptr_array_add (JH_BOOKS_ROWS (books, EXPENDITURE), row);
}

static void
add_income (JhBooks *books, GRand *random)
{
  JhIncome *row = jh_row_new (jh_income_table ());

  jh_row_set_text (row, jh_table_find_field (row->row.table, "source"),
                   PICK (random, sources));
  jh_row_set_text (row, jh_table_find_field (row->row.table, "functional"),
                   PICK (random, functional));
  row->actual = pick_money (random);
  g_ptr_array_add (JH_BOOKS_ROWS (books, INCOME), row);
}

static void
add_carryover (JhBooks *books, GRand *random)
{
  static const char *const kinds[]
    = { "年初结转和结余", "使用非财政拨款结余", "结余分配", "年末结转和结余" };
  JhCarryover *row = jh_row_new (jh_carryover_table ());
  const char *fund = PICK (random, funds);
  guint kind = g_rand_int_range (random, 0, 4);

  if (!g_str_equal (fund, OTHER))
    kind = kind < 2 ? 0 : 3;
  jh_row_set_text (row, jh_table_find_field (row->row.table, "fund"), fund);
  jh_row_set_text (row, jh_table_find_field (row->row.table, "kind"),
                   kinds[kind]);
  row->amount = pick_money (random);
  g_ptr_array_add (JH_BOOKS_ROWS (books, CARRYOVER), row);
}

static JhBooks *
make_books (GRand *random)
{
  JhBooks *books = fixture_books (2023, "510811");

  for (int i = g_rand_int_range (random, 0, 60); i > 0; i--)
    add_expenditure (books, random);
  for (int i = g_rand_int_range (random, 0, 25); i > 0; i--)
    add_income (books, random);
  for (int i = g_rand_int_range (random, 0, 12); i > 0; i--)
    add_carryover (books, random);
  return books;
}

/* What a sum from the rows asks for; NULL is anything. `fiscal` leaves out
 * what is no fiscal appropriation. */
typedef struct
{
  const char *fund;
  const char *functional;
  const char *economic;
  const char *category;
  gboolean fiscal;
} Ask;

static gint64
sum_expenditure (const JhBooks *books, Ask ask)
{
  gint64 sum = 0;

  for (guint i = 0; i < JH_BOOKS_ROWS (books, EXPENDITURE)->len; i++)
    {
      const JhExpenditure *row = JH_BOOKS_ROWS (books, EXPENDITURE)->pdata[i];

      if ((ask.fund == NULL || strcmp (row->fund, ask.fund) == 0)
          && (ask.functional == NULL
              || g_str_has_prefix (row->functional, ask.functional))
          && (ask.economic == NULL
              || g_str_has_prefix (row->economic, ask.economic))
          && (ask.category == NULL
              || strcmp (row->category, ask.category) == 0)
          && (!ask.fiscal || strcmp (row->fund, OTHER) != 0))
        sum += row->actual.known ? row->actual.fen : 0;
    }
  return sum;
}

/* @source NULL is every source; @fiscal leaves out those that are not. */
static gint64
sum_income (const JhBooks *books, const char *source, const char *code,
            gboolean fiscal)
{
  gint64 sum = 0;

  for (guint i = 0; i < JH_BOOKS_ROWS (books, INCOME)->len; i++)
    {
      const JhIncome *row = JH_BOOKS_ROWS (books, INCOME)->pdata[i];
      gboolean is = strcmp (row->source, GENERAL) == 0
                    || strcmp (row->source, GOVERNMENT) == 0
                    || strcmp (row->source, CAPITAL) == 0;

      if ((source == NULL || strcmp (row->source, source) == 0)
          && (code == NULL || g_str_has_prefix (row->functional, code))
          && (!fiscal || is))
        sum += row->actual.known ? row->actual.fen : 0;
    }
  return sum;
}

static gint64
sum_carryover (const JhBooks *books, const char *kind, const char *fund,
               gboolean fiscal)
{
  gint64 sum = 0;

  for (guint i = 0; i < JH_BOOKS_ROWS (books, CARRYOVER)->len; i++)
    {
      const JhCarryover *row = JH_BOOKS_ROWS (books, CARRYOVER)->pdata[i];

      if (strcmp (row->kind, kind) == 0
          && (fund == NULL || strcmp (row->fund, fund) == 0)
          && (!fiscal || strcmp (row->fund, OTHER) != 0))
        sum += row->amount.known ? row->amount.fen : 0;
    }
  return sum;
}

/* The money of a cell; one that is blank or not there is 0. */
static gint64
cell_of (const JhGrid *grid, const char *row, const char *column)
{
  gint64 money = fixture_money (grid, row, column);

  return money == FIXTURE_NOTHING ? 0 : money;
}

/* The cell of 公开NN is @expected. */
#define SAME(sheet, row, column, expected)                                  \
  ck_assert_msg (cell_of (grids[sheet], row, column) == (expected),         \
                 "filing %d 公开%02d[%s, %s] is %" G_GINT64_FORMAT          \
                 ", the rows give %" G_GINT64_FORMAT,                       \
                 filing, sheet, row, column,                                \
                 cell_of (grids[sheet], row, column), (gint64) (expected))

#define ASK(...) sum_expenditure (books, (Ask){ __VA_ARGS__ })

/* X01, X02, X03, X04, X06: the totals of income and expenditure. */
static void
check_totals (JhGrid **grids, const JhBooks *books, int filing)
{
  static const char *const rows[] = {
    "收/一、一般公共预算财政拨款收入",
    "收/二、政府性基金预算财政拨款收入",
    "收/三、国有资本经营预算财政拨款收入",
    "收/四、上级补助收入", "收/五、事业收入", "收/六、经营收入",
    "收/七、附属单位上缴收入", "收/八、其他收入",
  };
  static const char *const fiscal[] = { "收/一、一般公共预算财政拨款",
                                        "收/二、政府性基金预算财政拨款",
                                        "收/三、国有资本经营预算财政拨款" };
  gint64 income = sum_income (books, NULL, NULL, FALSE);
  gint64 appropriated = sum_income (books, NULL, NULL, TRUE);

  SAME (1, "收/本年收入合计", "决算数", income);
  SAME (2, "合计", "本年收入合计", income);
  SAME (1, "支/本年支出合计", "决算数", ASK (0));
  SAME (3, "合计", "本年支出合计", ASK (0));
  SAME (2, "合计", "财政拨款收入", appropriated);
  SAME (4, "收/本年收入合计", "决算数", appropriated);
  for (guint i = 0; i < G_N_ELEMENTS (sources); i++)
    {
      gint64 sum = sum_income (books, sources[i], NULL, FALSE);

      SAME (1, rows[i], "决算数", sum);
      if (i < 3)
        SAME (4, fiscal[i], "决算数", sum);
      else
        SAME (2, "合计", sources[i], sum);
    }
}

/* The balance of 01 and 04. */
static void
check_balance (JhGrid **grids, const JhBooks *books, int filing)
{
  gint64 opening = sum_carryover (books, "年初结转和结余", NULL, FALSE);
  gint64 closing = sum_carryover (books, "年末结转和结余", NULL, FALSE);
  gint64 used = sum_carryover (books, "使用非财政拨款结余", NULL, FALSE);
  gint64 given = sum_carryover (books, "结余分配", NULL, FALSE);

  SAME (1, "收/总计", "决算数",
        sum_income (books, NULL, NULL, FALSE) + used + opening);
  SAME (1, "支/总计", "决算数", ASK (0) + given + closing);
  SAME (4, "收/总计", "决算数",
        sum_income (books, NULL, NULL, TRUE)
          + sum_carryover (books, "年初结转和结余", NULL, TRUE));
  SAME (4, "支/总计", "合计",
        ASK (.fiscal = TRUE)
          + sum_carryover (books, "年末结转和结余", NULL, TRUE));
  for (guint f = 0; f < 3; f++)
    SAME (4, "支/总计", funds[f],
          ASK (.fund = funds[f])
            + sum_carryover (books, "年末结转和结余", funds[f], FALSE));
}

/* X05, X07, X10, X15: every functional code. */
static void
check_functional (JhGrid **grids, const JhBooks *books, int filing)
{
  for (guint i = 0; i < G_N_ELEMENTS (functional); i++)
    for (gsize length = 3; length <= 7; length += 2)
      {
        g_autofree char *code = g_strndup (functional[i], length);
        gint64 general = ASK (.functional = code, .fund = GENERAL);

        SAME (2, code, "本年收入合计",
              sum_income (books, NULL, code, FALSE));
        SAME (3, code, "本年支出合计", ASK (.functional = code));
        SAME (3, code, "经营支出",
              ASK (.functional = code, .category = "经营支出"));
        SAME (6, code, "合计", general);
        SAME (7, code, "合计", general);
        SAME (10, code, "小计",
              ASK (.functional = code, .fund = GOVERNMENT));
        SAME (12, code, "合计", ASK (.functional = code, .fund = CAPITAL));
      }
  SAME (6, "合计", "合计", ASK (.fund = GENERAL));
  SAME (4, "支/本年支出合计", GENERAL, ASK (.fund = GENERAL));
  SAME (1, "支/八、社会保障和就业支出", "决算数", ASK (.functional = "208"));
  SAME (4, "支/八、社会保障和就业支出", "合计",
        ASK (.functional = "208", .fiscal = TRUE));
}

/* X08, X09, X11, X12: economic codes; 07 is 08 and 09. */
static void
check_economic (JhGrid **grids, const JhBooks *books, int filing)
{
  gint64 basic = ASK (.fund = GENERAL, .category = "基本支出");
  gint64 project = ASK (.fund = GENERAL, .category = "项目支出");

  SAME (6, "合计", "基本支出", basic);
  SAME (6, "合计", "项目支出", project);
  SAME (8, "人员经费合计", "决算数",
        basic - cell_of (grids[8], "公用经费合计", "决算数"));
  SAME (9, "合计", "合计", project);
  for (guint i = 0; i < G_N_ELEMENTS (economic); i++)
    {
      const char *code = economic[i];
      g_autofree char *above = g_strndup (code, 3);
      const char *name
        = jh_lists_get_name (books->lists, JH_CODES_ECONOMIC, above);
      g_autofree char *column = g_strconcat (name, "/小计", NULL);
      gint64 both = ASK (.economic = above, .fund = GENERAL);

      SAME (5, code, "合计", ASK (.economic = code, .fiscal = TRUE));
      SAME (5, code, GOVERNMENT "/项目支出",
            ASK (.economic = code, .fund = GOVERNMENT,
                 .category = "项目支出"));
      SAME (8, code, "决算数",
            ASK (.economic = code, .fund = GENERAL, .category = "基本支出"));
      SAME (7, "合计", column, both);
      SAME (9, "合计", name, both - cell_of (grids[8], above, "决算数"));
    }
  SAME (5, "合计", "合计", ASK (.fiscal = TRUE));
}

/* X13, X14: government funds and state capital. */
static void
check_funds (JhGrid **grids, const JhBooks *books, int filing)
{
  for (guint f = 1; f < 3; f++)
    {
      int sheet = f == 1 ? 10 : 11;

      SAME (sheet, "合计", "年初结转和结余",
            sum_carryover (books, "年初结转和结余", funds[f], FALSE));
      SAME (sheet, "合计", "本年收入",
            sum_income (books, funds[f], NULL, FALSE));
      SAME (sheet, "合计", "小计", ASK (.fund = funds[f]));
      SAME (sheet, "合计", "基本支出",
            ASK (.fund = funds[f], .category = "基本支出"));
      SAME (sheet, "合计", "项目支出",
            ASK (.fund = funds[f], .category = "项目支出"));
      SAME (sheet, "合计", "年末结转和结余",
            sum_carryover (books, "年末结转和结余", funds[f], FALSE));
      SAME (4, "支/本年支出合计", funds[f], ASK (.fund = funds[f]));
    }
  SAME (12, "合计", "合计", ASK (.fund = CAPITAL));
}

/* Computes 公开01 to 公开12 of @books into @grids, from 1 on. */
static void
compute (const JhCatalog *catalog, const JhBooks *books, JhGrid **grids)
{
  for (int i = 1; i <= 12; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *name = g_strdup_printf ("公开%02d", i);

      grids[i] = jh_compute (jh_catalog_find (catalog, books->filing, name),
                             books, NULL, NULL, &error);
      jh_assert_no_error (error);
    }
}

START_TEST (sheets_agree_with_each_other_and_with_the_rows)
{
  g_autoptr (JhCatalog) catalog = fixture_catalog ();
  GRand *random = g_rand_new_with_seed (20231231 + _i);

  for (int filing = _i * 10; filing < _i * 10 + 10; filing++)
    {
      g_autoptr (JhBooks) books = make_books (random);
      JhGrid *grids[13] = { NULL };

      compute (catalog, books, grids);
      check_totals (grids, books, filing);
      check_balance (grids, books, filing);
      check_functional (grids, books, filing);
      check_economic (grids, books, filing);
      check_funds (grids, books, filing);
      for (int i = 1; i <= 12; i++)
        jh_grid_free (grids[i]);
    }
  g_rand_free (random);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("together");
  TCase *cases = tcase_create ("random");

  tcase_set_timeout (cases, 60);
  tcase_add_loop_test (cases,
                       sheets_agree_with_each_other_and_with_the_rows, 0,
                       FILINGS / 10);
  suite_add_tcase (suite, cases);
  return jh_test_run (suite);
}
