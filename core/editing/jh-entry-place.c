#include "jh-entry-place.h"

#include "jh-fact-sheet.h"
#include "jh-worksheet.h"

/* The column called @name, or the first one. */
static guint
find_column (JhTableModel *model, const char *name)
{
  guint n = jh_table_model_count_columns (model);

  for (guint i = 0; i < n; i++)
    if (g_str_equal (jh_table_model_get_column (model, i)->name, name))
      return i;
  return 0;
}

/* The schema's name of the table that @model shows, or NULL. */
static const char *
get_table_name (JhTableModel *model)
{
  if (JH_IS_FACT_SHEET (model))
    return jh_filing_fact_table ()->name;
  if (JH_IS_WORKSHEET (model))
    return jh_table_get (jh_worksheet_get_table (JH_WORKSHEET (model)))->name;
  return NULL;
}

gboolean
jh_entry_find_place (JhTableModel *model, const JhPlace *place, guint *row,
                     guint *column)
{
  if (g_strcmp0 (get_table_name (model), place->table) != 0)
    return FALSE;
  *row = 0;
  *column = find_column (model, place->field);
  if (place->row == 0)
    return jh_table_model_count_rows (model) > 0;
  if (JH_IS_FACT_SHEET (model))
    return jh_fact_sheet_find_entry (JH_FACT_SHEET (model), place->row, row);
  return jh_worksheet_find_entry (JH_WORKSHEET (model), place->row,
                                  place->field, row, column);
}
