/* What the files of the crossing share. */
#pragma once

#include "jh-crossing.h"
#include "jh-worksheet-private.h"

/* The columns before those of economic items. */
enum
{
  JH_CROSSING_CODE,
  JH_CROSSING_TOTAL,
  JH_CROSSING_FIRST,
};

/* The fields of a line. */
enum
{
  JH_CROSSING_FIELD_FUNCTIONAL,
  JH_CROSSING_FIELD_ECONOMIC,
  JH_CROSSING_FIELD_CATEGORY,
  JH_CROSSING_FIELD_FUND,
  JH_CROSSING_FIELD_PROJECT,
  JH_CROSSING_FIELD_INITIAL,
};

/* A row.
 *
 * code: of 功能分类; what was typed when it is none
 * fault: why it is none; NULL otherwise
 * is_added: whether it was typed here
 * key: what it is known by */
#define JH_TYPE_CROSS_ROW (jh_cross_row_get_type ())
G_DECLARE_FINAL_TYPE (JhCrossRow, jh_cross_row, JH, CROSS_ROW, GObject)

struct _JhCrossRow
{
  GObject parent_instance;

  char *code;
  char *fault;
  gboolean is_added;
  gint64 key;
};

/* Where lines cross.
 *
 * functional, economic: of what; owned
 * lines: JhLine, not held
 * sum: of the figure that is shown */
typedef struct
{
  char *functional;
  char *economic;
  GPtrArray *lines;
  JhMoney sum;
} JhCross;

/* lines: the table of all lines
 * common: by filter, what all lines that are looked at have; NULL when they
 *         differ or there are none
 * rows: JhCrossRow, as they are shown
 * columns: char *, the economic codes as they are shown
 * added: char *, those of them that were asked for
 * heads: JhTableColumn, its texts owned
 * crosses: a set of JhCross, by their codes
 * is_writing: whether what the lines tell can wait */
struct _JhCrossing
{
  GObject parent_instance;

  JhSession *session;
  JhWorksheet *lines;
  char *filters[JH_N_CROSSING_FILTERS];
  char *common[JH_N_CROSSING_FILTERS];
  JhCrossingMeasure measure;
  GPtrArray *rows;
  GPtrArray *columns;
  GPtrArray *added;
  GArray *heads;
  GHashTable *crosses;
  gint64 last_key;
  gboolean is_writing;
};

/* A row for @code, with the next key. */
JhCrossRow *jh_crossing_new_row (JhCrossing *self, const char *code,
                                 gboolean is_added) G_GNUC_WARN_UNUSED_RESULT;

/* A table for crosses. */
GHashTable *jh_crossing_new_crosses (void) G_GNUC_WARN_UNUSED_RESULT;

/* Makes the heads of the columns anew. */
void jh_crossing_make_heads (JhCrossing *self);

/* The field @index of a line. */
const JhField *jh_crossing_get_field (guint index);

/* The field of the figure that is shown, and its index. */
const JhField *jh_crossing_get_figure (JhCrossing *self, guint *index);

/* Whether the filters let @line through, which is in the books. */
gboolean jh_crossing_lets_through (JhCrossing *self, const JhLine *line);

/* What crosses at @row and @column; NULL when no line does. Borrowed. */
const JhCross *jh_crossing_find (JhCrossing *self, guint row, guint column);

/* Whether any line stands in @row. */
gboolean jh_crossing_has_lines (JhCrossing *self, guint row);

/* Looks at the lines again, and tells what is another row, column or cell
 * now. */
void jh_crossing_follow (JhCrossing *self);

/* What a line that is begun in a cell gets for @filter: its value, or the
 * only one that could be meant. NULL with @reason, a sentence, when somebody
 * has to choose; static. Borrowed. */
const char *jh_crossing_choose (JhCrossing *self, JhCrossingFilter filter,
                                const char **reason);

/* Why nothing can be written where several lines cross, or no line can be
 * begun; NULL when something can. The caller frees it. */
char *jh_crossing_dup_reason (JhCrossing *self, guint row, guint column);

/* What the interface asks for, in files of their own. */
void jh_crossing_get_cell (JhTableModel *model, guint row, guint column,
                           JhTableCell *cell);
char *jh_crossing_dup_typed (JhTableModel *model, guint row, guint column);
char *jh_crossing_dup_total (JhTableModel *model, guint column);
gboolean jh_crossing_write (JhTableModel *model, const JhTableBlock *block,
                            JhTableVerb verb, JhTableReport *report,
                            GError **error);
