#include "sheets-fixture.h"

#include "jh-import.h"

char *
fixture_dup_sample (void)
{
  const char *source = g_getenv ("JIHENG_SOURCE");

  ck_assert_msg (source != NULL,
                 "JIHENG_SOURCE must name the folder of the source tree");
  return g_build_filename (source, "resources", "sample", "filing-2023",
                           NULL);
}

JhStore *
fixture_store (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = jh_test_folder ();
  g_autofree char *path = g_build_filename (folder, "a.jiheng", NULL);
  JhStore *store = jh_store_open (path, JH_STORE_CREATE, &error);

  jh_assert_no_error (error);
  return store;
}

JhBooks *
fixture_sample (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *sample = fixture_dup_sample ();
  g_autoptr (JhStore) store = fixture_store ();
  JhBooks *books = jh_import_read (store, sample, &error);

  jh_assert_no_error (error);
  return books;
}

JhBooks *
fixture_books (int year, const char *region)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JhStore) store = fixture_store ();
  JhFiling *filing = jh_filing_new ();
  JhLists *lists = jh_lists_load (store, year, region, &error);

  jh_assert_no_error (error);
  g_free (filing->name);
  g_free (filing->code);
  g_free (filing->region);
  filing->name = g_strdup ("甲单位");
  filing->code = g_strdup ("U1");
  filing->region = g_strdup (region);
  filing->year = year;
  filing->money_unit = JH_MONEY_WAN;
  return jh_books_new (filing, lists);
}

/* Puts @text into the number @field of @row. */
static void
set_number (gpointer row, const JhField *field, const char *text)
{
  guint decimals = field->kind == JH_FIELD_POINTS ? 2 : 0;
  double scale = decimals ? 100 : 1;
  JhNumber number = { 0, *text != '\0' };

  if (number.known)
    number.value = (gint64) (g_ascii_strtod (text, NULL) * scale + 0.5);
  jh_row_set_number (row, field, number);
}

void
fixture_set (gpointer row, const JhField *field, const char *text)
{
  g_autoptr (GError) error = NULL;
  JhMoney money;

  switch (field->kind)
    {
    case JH_FIELD_TEXT:
    case JH_FIELD_DIGITS:
      jh_row_set_text (row, field, text);
      break;
    case JH_FIELD_MONEY:
      jh_money_parse (text, JH_MONEY_WAN, &money, &error);
      jh_assert_no_error (error);
      jh_row_set_money (row, field, money);
      break;
    case JH_FIELD_POINTS:
    case JH_FIELD_COUNT:
      set_number (row, field, text);
      break;
    }
}

void
fixture_add (JhBooks *books, JhTableId id, const char *fields)
{
  const JhTable *table = jh_table_get (id);
  gpointer row = jh_row_new (table);
  g_auto (GStrv) texts = g_strsplit (fields, "|", -1);

  ck_assert_msg (g_strv_length (texts) <= table->n_fields,
                 "too many fields: %s", fields);
  for (guint i = 0; texts[i]; i++)
    fixture_set (row, &table->fields[i], texts[i]);
  g_ptr_array_add (books->rows[id], row);
}

void
fixture_spend (JhBooks *books, const char *functional, const char *economic,
               const char *category, const char *fund, const char *wan)
{
  g_autofree char *fields = g_strjoin ("|", functional, economic, category,
                                       fund, "", "", "", wan, NULL);

  fixture_add (books, JH_TABLE_EXPENDITURE, fields);
}

static void
add_rich_money (JhBooks *books)
{
  static const struct
  {
    JhTableId table;
    const char *fields;
  } rows[] = {
    { JH_TABLE_INCOME, GENERAL "|2013101||100|100" },
    { JH_TABLE_INCOME, GENERAL "|2080505||20.5|20.5" },
    { JH_TABLE_INCOME, GOVERNMENT "|2120801||60|60" },
    { JH_TABLE_INCOME, CAPITAL "|2230107||12|12" },
    { JH_TABLE_INCOME, "上级补助收入|2013101|||5" },
    { JH_TABLE_INCOME, "事业收入|2013101|||8" },
    { JH_TABLE_INCOME, "经营收入|2013101|||3" },
    { JH_TABLE_INCOME, "附属单位上缴收入|2013101|||2" },
    { JH_TABLE_INCOME, "其他收入|2080505|||1" },
    { JH_TABLE_EXPENDITURE, "2013101|30101|基本支出|" GENERAL "||||40" },
    { JH_TABLE_EXPENDITURE, "2013101|30201|基本支出|" GENERAL "||||30" },
    { JH_TABLE_EXPENDITURE, "2013101|31002|基本支出|" GENERAL "||||2" },
    { JH_TABLE_EXPENDITURE, "2013102|30227|项目支出|" GENERAL "|A1|||25" },
    { JH_TABLE_EXPENDITURE, "2013102|30905|项目支出|" GENERAL "|A1|||6" },
    { JH_TABLE_EXPENDITURE, "2080505|30108|基本支出|" GENERAL "||||15.5" },
    { JH_TABLE_EXPENDITURE, "2120801|31005|项目支出|" GOVERNMENT "|A1|||50" },
    { JH_TABLE_EXPENDITURE, "2120801|30201|基本支出|" GOVERNMENT "||||4" },
    { JH_TABLE_EXPENDITURE, "2230107|31201|项目支出|" CAPITAL "|A2|||9" },
    { JH_TABLE_EXPENDITURE, "2230107|30299|基本支出|" CAPITAL "||||1" },
    { JH_TABLE_EXPENDITURE, "2013101|30301|基本支出|" OTHER "||||6" },
    { JH_TABLE_EXPENDITURE, "2013101|30226|经营支出|" OTHER "||||3" },
    { JH_TABLE_EXPENDITURE, "2013101|39999|上缴上级支出|" OTHER "||||2" },
    { JH_TABLE_EXPENDITURE,
      "2080505|39999|对附属单位补助支出|" OTHER "||||1" },
    { JH_TABLE_CARRYOVER, GENERAL "|年初结转和结余|3" },
    { JH_TABLE_CARRYOVER, GENERAL "|年末结转和结余|5" },
    { JH_TABLE_CARRYOVER, GOVERNMENT "|年初结转和结余|7" },
    { JH_TABLE_CARRYOVER, GOVERNMENT "|年末结转和结余|13" },
    { JH_TABLE_CARRYOVER, CAPITAL "|年末结转和结余|2" },
    { JH_TABLE_CARRYOVER, OTHER "|使用非财政拨款结余|1" },
    { JH_TABLE_CARRYOVER, OTHER "|年初结转和结余|4" },
    { JH_TABLE_CARRYOVER, OTHER "|结余分配|5" },
    { JH_TABLE_CARRYOVER, OTHER "|年末结转和结余|7" },
    { JH_TABLE_SANGONG, "因公出国（境）费||4|3|2" },
    { JH_TABLE_SANGONG, "公务用车购置费||20|18|0" },
    { JH_TABLE_SANGONG, "公务用车运行维护费||6|5|6" },
    { JH_TABLE_SANGONG, "国内公务接待费||2|1.5|1" },
    { JH_TABLE_SANGONG, "外事接待费||1|0.5|1" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    fixture_add (books, rows[i].table, rows[i].fields);
}

JhBooks *
fixture_rich (void)
{
  JhBooks *books = fixture_books (2023, "510811");

  add_rich_money (books);
  fixture_add (books, JH_TABLE_PROJECT,
               "A1|道路|部门预算项目|丙局|丁所|修路|修完");
  fixture_add (books, JH_TABLE_PROJECT, "A2|注资");
  fixture_add (books, JH_TABLE_ASSESSMENT_FUND,
               "A1|一般公共预算|30|40|31|77.5");
  fixture_add (books, JH_TABLE_ASSESSMENT_FUND, "A1|政府性基金||60|50");
  fixture_add (books, JH_TABLE_INDICATOR,
               "A1|产出指标|数量指标|里程|定量|≥|10|公里|12|50|45.5|");
  fixture_add (books, JH_TABLE_INDICATOR,
               "A1|效益指标|社会效益指标|通行|定性||好||好|40|40|");
  return books;
}

JhCatalog *
fixture_catalog (void)
{
  g_autoptr (GError) error = NULL;
  JhCatalog *catalog = jh_catalog_new (NULL, &error);

  jh_assert_no_error (error);
  return catalog;
}

JhGrid *
fixture_grid (const JhBooks *books, const JhBooks *before, const char *name,
              const char *object)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JhCatalog) catalog = fixture_catalog ();
  const JhSheet *sheet = jh_catalog_find (catalog, books->filing, name);
  JhGrid *grid;

  ck_assert_msg (sheet != NULL, "there is no sheet %s", name);
  grid = jh_compute (sheet, books, before, object, &error);
  jh_assert_no_error (error);
  return grid;
}

JhGrid *
fixture_compute (const char *json, const JhBooks *books, const char *object)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JhSheet) sheet
    = jh_sheet_read (json, strlen (json), "test.json", &error);
  JhGrid *grid = NULL;

  jh_assert_no_error (error);
  grid = jh_compute (sheet, books, NULL, object, &error);
  jh_assert_no_error (error);
  return grid;
}

char *
fixture_dup_text (const JhGrid *grid, const char *row, const char *column)
{
  const JhCell *cell = jh_grid_find (grid, row, column, NULL, NULL);

  return cell ? jh_grid_dup_cell_text (grid, cell, FALSE)
              : g_strdup ("(none there)");
}

gint64
fixture_money (const JhGrid *grid, const char *row, const char *column)
{
  const JhCell *cell = jh_grid_find (grid, row, column, NULL, NULL);

  return cell && cell->kind == JH_CELL_MONEY ? cell->money.fen
                                             : FIXTURE_NOTHING;
}

guint
fixture_count_rows (const JhGrid *grid, const char *row)
{
  guint count = 0;

  for (guint r = 0; r < grid->n_rows; r++)
    for (guint c = 0; c < grid->n_columns; c++)
      if (g_strcmp0 (jh_grid_get_row_key (grid, r, c), row) == 0)
        {
          count++;
          break;
        }
  return count;
}

void
fixture_assert_cells (const JhGrid *grid, const FixtureCell *cells,
                      gsize n_cells)
{
  for (gsize i = 0; i < n_cells; i++)
    {
      const JhCell *cell
        = jh_grid_find (grid, cells[i].row, cells[i].column, NULL, NULL);
      g_autofree char *text
        = fixture_dup_text (grid, cells[i].row, cells[i].column);

      ck_assert_msg (g_str_equal (text, cells[i].text),
                     "%s[%s, %s] shows “%s”, not “%s”", grid->name,
                     cells[i].row, cells[i].column, text, cells[i].text);
      if (g_str_equal (text, "—"))
        ck_assert_int_eq (cell->kind, JH_CELL_NONE);
      if (*text == '\0')
        ck_assert_int_eq (cell->kind, JH_CELL_BLANK);
    }
}
