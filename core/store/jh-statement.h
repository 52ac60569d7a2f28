/* A prepared query of schema/queries.
 *
 * A statement is lent by jh_store_query() and given back by
 * jh_statement_release(), which g_autoptr does. Values are always bound,
 * never pasted into SQL. */
#pragma once

#include "jh-money.h"
#include "jh-queries.h"

typedef struct _JhStatement JhStatement;

/* Gives the statement back: forgets its bindings and its place. */
void jh_statement_release (JhStatement *statement);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JhStatement, jh_statement_release)

/* Binds a value to the parameter :@name of the query; each is copied. A
 * query without that parameter is a mistake in the program. */
void jh_statement_bind_integer (JhStatement *statement, const char *name,
                                gint64 value);

/* As above. NULL binds no value. */
void jh_statement_bind_text (JhStatement *statement, const char *name,
                             const char *value);

/* As above, in 分. Blank binds no value. */
void jh_statement_bind_money (JhStatement *statement, const char *name,
                              JhMoney value);

/* As above. */
void jh_statement_bind_bytes (JhStatement *statement, const char *name,
                              GBytes *value);

/* Binds no value. */
void jh_statement_bind_blank (JhStatement *statement, const char *name);

/* Goes to the next row. Returns FALSE after the last one, and FALSE with
 * @error set when something is wrong, also when a value read from the row
 * before was none that the program can have written (JH_ERROR_DAMAGED). */
gboolean jh_statement_next (JhStatement *statement, GError **error);

/* Runs a query that gives no rows, or whose rows do not matter. */
gboolean jh_statement_run (JhStatement *statement, GError **error);

/* How many columns a row has. */
guint jh_statement_count_columns (JhStatement *statement);

/* The name of a column. Borrowed until the statement is released. */
const char *jh_statement_get_name (JhStatement *statement, guint column);

/* Whether the column holds no value. */
gboolean jh_statement_is_blank (JhStatement *statement, guint column);

/* The column as a number; 0 when it holds none. */
gint64 jh_statement_get_integer (JhStatement *statement, guint column);

/* Says that a value of the row is none that the program can have written:
 * the next jh_statement_next() fails with JH_ERROR_DAMAGED. Numbers that are
 * no numbers, money out of range and text that is no UTF-8 say it of
 * themselves. */
void jh_statement_refuse (JhStatement *statement);

/* The column as money; blank when it holds none. */
JhMoney jh_statement_get_money (JhStatement *statement, guint column);

/* The column as text, "" when it holds none. Borrowed until the next row. */
const char *jh_statement_get_text (JhStatement *statement, guint column);

/* The column as bytes, empty when it holds none. The caller unrefs it. */
GBytes *jh_statement_dup_bytes (JhStatement *statement,
                                guint column) G_GNUC_WARN_UNUSED_RESULT;
