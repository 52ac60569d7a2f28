/* A window with a table between two entries, for tests. */
#pragma once

#include "hands.h"
#include "jh-test.h"
#include "jh-table-view-private.h"
#include "toy-model.h"

/* words: all that was told, a line each; those that failed begin with !
 * activated: how often a cell was activated */
typedef struct
{
  GtkWidget *window;
  GtkWidget *before;
  GtkWidget *after;
  JhTableView *view;
  ToyModel *model;
  GString *words;
  guint activated;
} Table;

/* Shows @rows rows, with many columns when @wide, and the cursor on the
 * first cell. The test closes it with table_close(). */
Table *table_open (guint rows, gboolean wide);

/* Closes the window. */
void table_close (Table *table);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Table, table_close)

/* What a cell in sight shows; the test fails when it is not in sight. */
const char *table_shown (Table *table, guint row, guint column);

/* What the totals show under @column. */
const char *table_total (Table *table, guint column);

/* Where a cell is in the view. */
JhTableBounds table_bounds (Table *table, guint row, guint column);

/* The widget with the keyboard. */
GtkWidget *table_focus (Table *table);

/* Fails unless the cursor is there. */
#define assert_cursor(table, at_row, at_column)                              \
  G_STMT_START                                                               \
  {                                                                          \
    ck_assert_uint_eq ((table)->view->cursor.row, (at_row));                 \
    ck_assert_uint_eq ((table)->view->cursor.column, (at_column));           \
  }                                                                          \
  G_STMT_END

/* Fails unless what was told has @part in it. */
#define assert_told(table, part)                                             \
  ck_assert_msg (strstr ((table)->words->str, (part)), "“%s” was told",      \
                 (table)->words->str)
