#include "jh-marks.h"

#include <string.h>

#include "jh-finding.h"

/* How many findings a cell tells. */
#define TOLD_MOST 3

/* cells: Cell, its own key */
struct _JhMarks
{
  gatomicrefcount references;
  GHashTable *cells;
};

/* A cell and what it is marked with. One of a sheet has the sheet's name as
 * its table, the row 0, and its two keys, joined, as its field.
 *
 * table, field: owned in the table of cells
 * words: what is told; NULL until something is
 * count: how many findings speak of it
 * last: the one that did last, which may name a cell more than once */
typedef struct
{
  char *table;
  gint64 row;
  char *field;
  JhTableMark mark;
  GString *words;
  guint count;
  const JhFinding *last;
} Cell;

static guint
hash (gconstpointer data)
{
  const Cell *cell = data;

  return g_int64_hash (&cell->row) ^ g_str_hash (cell->table)
         ^ (g_str_hash (cell->field) << 1);
}

static gboolean
equal (gconstpointer a, gconstpointer b)
{
  const Cell *one = a, *other = b;

  return one->row == other->row && g_str_equal (one->field, other->field)
         && g_str_equal (one->table, other->table);
}

static void
cell_free (gpointer data)
{
  Cell *cell = data;

  g_free (cell->table);
  g_free (cell->field);
  g_string_free (cell->words, TRUE);
  g_free (cell);
}

/* The cell there, which is made when it is not marked yet. */
static Cell *
ensure_cell (JhMarks *marks, const char *table, gint64 row, const char *field)
{
  const Cell sought
    = { .table = (char *) table, .row = row, .field = (char *) field };
  Cell *cell = g_hash_table_lookup (marks->cells, &sought);

  if (cell)
    return cell;
  cell = g_new0 (Cell, 1);
  cell->table = g_strdup (table);
  cell->row = row;
  cell->field = g_strdup (field);
  cell->words = g_string_new (NULL);
  g_hash_table_add (marks->cells, cell);
  return cell;
}

/* Marks a cell by @finding. */
static void
mark (JhMarks *marks, const JhFinding *finding, const char *table, gint64 row,
      const char *field)
{
  gboolean error = finding->severity == JH_SEVERITY_ERROR;
  Cell *cell;

  if (*table == '\0' || *field == '\0')
    return;
  cell = ensure_cell (marks, table, row, field);
  if (cell->last == finding)
    return;
  cell->last = finding;
  cell->mark = MAX (cell->mark, error ? JH_MARK_ERROR : JH_MARK_WARNING);
  if (cell->count++ < TOLD_MOST)
    g_string_append_printf (
      cell->words, "%s%s %s：%s", cell->words->len ? "\n" : "",
      jh_severity_name (finding->severity), finding->rule, finding->message);
}

/* Marks the cell of a sheet that @cell is, if it is one. */
static void
mark_sheet (JhMarks *marks, const JhFinding *finding,
            const JhFindingCell *cell)
{
  g_autofree char *keys
    = g_strdup_printf ("%s\n%s", cell->row_key, cell->column_key);

  mark (marks, finding, cell->sheet, 0, keys);
}

static void
mark_finding (JhMarks *marks, const JhFinding *finding)
{
  if (finding->row != 0)
    mark (marks, finding, finding->table, finding->row, finding->field);
  for (guint i = 0;
       finding->cells->len <= JH_MARKS_READ_MOST && i < finding->cells->len;
       i++)
    {
      const JhFindingCell *cell = finding->cells->pdata[i];

      if (cell->row != 0)
        mark (marks, finding, cell->table, cell->row, cell->field);
      else
        mark_sheet (marks, finding, cell);
    }
}

/* Says of every cell how many findings it does not tell. */
static void
tell_rest (JhMarks *marks)
{
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, marks->cells);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      Cell *cell = key;

      cell->last = NULL;
      if (cell->count > TOLD_MOST)
        g_string_append_printf (cell->words, "\n还有 %u 处",
                                cell->count - TOLD_MOST);
    }
}

JhMarks *
jh_marks_new (const GPtrArray *findings)
{
  JhMarks *marks = g_new (JhMarks, 1);

  g_atomic_ref_count_init (&marks->references);
  marks->cells = g_hash_table_new_full (hash, equal, cell_free, NULL);
  for (int severity = JH_SEVERITY_ERROR; severity < JH_SEVERITY_NOTICE;
       severity++)
    for (guint i = 0; i < findings->len; i++)
      {
        const JhFinding *finding = findings->pdata[i];

        if (!finding->waived && (int) finding->severity == severity)
          mark_finding (marks, finding);
      }
  tell_rest (marks);
  return marks;
}

JhMarks *
jh_marks_ref (JhMarks *marks)
{
  g_atomic_ref_count_inc (&marks->references);
  return marks;
}

void
jh_marks_unref (JhMarks *marks)
{
  if (marks == NULL || !g_atomic_ref_count_dec (&marks->references))
    return;
  g_hash_table_unref (marks->cells);
  g_free (marks);
}

guint
jh_marks_count (const JhMarks *marks)
{
  return g_hash_table_size (marks->cells);
}

gboolean
jh_marks_find (const JhMarks *marks, const char *table, gint64 row,
               const char *field, JhMark *found)
{
  const Cell sought
    = { .table = (char *) table, .row = row, .field = (char *) field };
  const Cell *cell
    = marks ? g_hash_table_lookup (marks->cells, &sought) : NULL;

  if (cell == NULL)
    return FALSE;
  *found = (JhMark){ cell->mark, cell->words->str };
  return TRUE;
}

gboolean
jh_marks_find_cell (const JhMarks *marks, const JhGrid *grid,
                    JhGridPlace place, JhMark *found)
{
  const char *row = jh_grid_get_row_key (grid, place.row, place.column);
  const char *column = jh_grid_get_column_key (grid, place.row, place.column);
  g_autofree char *keys
    = row && column ? g_strdup_printf ("%s\n%s", row, column) : NULL;

  return keys && jh_marks_find (marks, grid->name, 0, keys, found);
}

GArray *
jh_marks_list_cells (const JhMarks *marks, const JhGrid *grid)
{
  GArray *cells = g_array_new (FALSE, FALSE, sizeof (JhMarkedCell));

  for (guint row = 0; marks && row < grid->n_rows; row++)
    for (guint column = 0; column < grid->n_columns; column++)
      {
        JhMarkedCell cell = { { row, column }, JH_MARK_NONE };
        JhMark found;

        if (!jh_marks_find_cell (marks, grid, cell.place, &found))
          continue;
        cell.mark = found.mark;
        g_array_append_val (cells, cell);
      }
  return cells;
}

void
jh_marks_put (const JhMarks *marks, const char *table, gint64 row,
              const char *field, JhTableCell *cell)
{
  JhMark found;

  if (!jh_marks_find (marks, table, row, field, &found)
      || found.mark <= cell->mark)
    return;
  cell->mark = found.mark;
  g_free (cell->remark);
  cell->remark = g_strdup (found.words);
}
