/* What the files of the worksheet share. */
#pragma once

#include "jh-content.h"
#include "jh-worksheet.h"

/* Between the places of two rows that get new ones: room for rows between
 * them. */
#define JH_PLACE_STEP (G_GINT64_CONSTANT (1) << 20)

/* The keys of lines that have no id begin below this one. */
#define JH_ABSENT_KEY (-(G_GINT64_CONSTANT (1) << 40))

/* Said of a key that another row has, where that is not known yet. */
#define JH_CLASH_FAULT "与另一行重复"

typedef struct _JhEdit JhEdit;

/* A row of the list. It stays the same object whatever becomes of what it
 * shows.
 *
 * entry: what it shows
 * id: of its row, which may be gone with the books before this is
 * preset: of a sheet whose rows are fixed, what stands in it from the
 *         beginning and cannot be edited; owned by the sheet, or NULL
 * position: where it stands in the list
 * edit: while a plan is made, what becomes of it; NULL otherwise */
#define JH_TYPE_LINE (jh_line_get_type ())
G_DECLARE_FINAL_TYPE (JhLine, jh_line, JH, LINE, GObject)

struct _JhLine
{
  GObject parent_instance;

  JhContent *entry;
  gint64 id;
  const JhRow *preset;
  guint position;
  JhEdit *edit;
};

/* A line that shows @entry, which it takes over. */
JhLine *jh_line_new (JhContent *entry,
                     const JhRow *preset) G_GNUC_WARN_UNUSED_RESULT;

/* Makes @line show @entry, which it takes over. */
void jh_line_show (JhLine *line, JhContent *entry);

/* fields: guint, the field behind each column
 * heads: JhTableColumn, its texts owned but for the name
 * lines: JhLine, as they are shown
 * presets: JhRow, of the rows that are always there; NULL when rows are
 *          free
 * grows: whether rows are added behind the last one
 * has_totals: whether there is a totals row */
typedef struct
{
  JhSession *session;
  JhTableId id;
  const JhTable *table;
  GArray *fields;
  GArray *heads;
  GPtrArray *lines;
  GPtrArray *presets;
  gboolean grows;
  gboolean has_totals;
  guint sort_column;
  JhSortOrder sort_order;
} JhWorksheetPrivate;

/* What @self is made of. */
JhWorksheetPrivate *jh_worksheet_get_private (JhWorksheet *self);

/* Makes the columns of @my for @fields, as of jh_worksheet_new(). */
void jh_worksheet_add_columns (JhWorksheetPrivate *my,
                               const char *const *fields);

/* Begins to show the rows of @table, as jh_worksheet_new(). */
void jh_worksheet_begin (JhWorksheet *self, JhSession *session,
                         JhTableId table, const char *const *fields,
                         GPtrArray *presets);

/* The line at @row. Borrowed. */
JhLine *jh_worksheet_get_line (JhWorksheet *self, guint row);

/* The field behind @column. */
guint jh_worksheet_get_field (JhWorksheet *self, guint column);

/* The lines of the books and the drafts as they are now, in their order; the
 * objects of those that are shown already are taken again. The caller
 * unrefs it. */
GPtrArray *jh_worksheet_load (JhWorksheet *self) G_GNUC_WARN_UNUSED_RESULT;

/* Compares two arrays of objects: how many are the same at the beginning,
 * and how many of the others at the end. */
void jh_lines_compare (const GPtrArray *a, const GPtrArray *b, guint *first,
                       guint *last);

/* Shows @lines, which it takes over, in the place of those before, and tells
 * what came and went. */
void jh_worksheet_show (JhWorksheet *self, GPtrArray *lines);

/* The lines of a sheet whose rows are fixed: those of its presets in their
 * order, with what @lines have for them, and then what is left. Takes @lines
 * over; the caller unrefs the new ones. */
GPtrArray *jh_worksheet_set_out (JhWorksheet *self,
                                 GPtrArray *lines) G_GNUC_WARN_UNUSED_RESULT;

/* Shows what the books and the drafts hold now. Where rows are sorted they
 * stay where they are, and what is new goes behind them. */
void jh_worksheet_follow (JhWorksheet *self);

/* What @line is known by: its id, or its position where rows are fixed and it
 * has none. */
gint64 jh_line_get_key (const JhLine *line);

/* Compares two rows by the order in which they are shown: by place, those
 * that are not in the books behind those that are, and all as they were
 * entered. */
int jh_rows_compare (const JhRow *a, const JhRow *b);

/* The same of what two lines show. */
int jh_line_compare (const JhLine *a, const JhLine *b);

/* What @preset is called: what is required of it. The caller frees it. */
char *
jh_worksheet_name_preset (const JhRow *preset) G_GNUC_WARN_UNUSED_RESULT;

/* The keys of @row, by which the books tell rows apart, in one text; NULL
 * when the table has none, or one is blank. The caller frees it. */
char *jh_worksheet_dup_key (const JhRow *row) G_GNUC_WARN_UNUSED_RESULT;

/* Whether @field stands in @line from the beginning. */
gboolean jh_line_is_preset (const JhLine *line, const JhField *field);

/* What the interface asks for, in files of their own. */
gboolean jh_worksheet_write (JhTableModel *model, const JhTableBlock *block,
                             JhTableVerb verb, JhTableReport *report,
                             GError **error);
JhTableRecipe *jh_worksheet_take_recipe (JhTableModel *model);
gboolean jh_worksheet_insert_rows (JhTableModel *model, guint before, guint n,
                                   GError **error);
gboolean jh_worksheet_remove_rows (JhTableModel *model, const guint *rows,
                                   guint n, GError **error);
void jh_worksheet_get_cell (JhTableModel *model, guint row, guint column,
                            JhTableCell *cell);
char *jh_worksheet_dup_typed (JhTableModel *model, guint row, guint column);
char *jh_worksheet_dup_total (JhTableModel *model, guint column);
void jh_worksheet_sort (JhTableModel *model, guint column, JhSortOrder order);
