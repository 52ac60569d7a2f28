/* The tables of a filing, described once.
 *
 * A table's file names its fields: the column of the schema, the column of
 * the CSV and what a cell may hold. Reading, writing, import, export and
 * grids follow that description, so a new field is one line in one file.
 *
 * Every row struct begins with a JhRow. Texts of a row are never NULL. */
#pragma once

#include <stddef.h>

#include "jh-store.h"

/* The largest count, and the largest magnitude of points in hundredths. */
#define JH_COUNT_MAX G_GINT64_CONSTANT (1000000000)
#define JH_POINTS_MAX G_GINT64_CONSTANT (100000000)

/* How a field is kept.
 *
 * JH_FIELD_TEXT    char *, "" for nothing
 * JH_FIELD_DIGITS  char *, a decimal number with its digits as typed
 * JH_FIELD_MONEY   JhMoney
 * JH_FIELD_POINTS  JhNumber, hundredths of a point
 * JH_FIELD_COUNT   JhNumber, a whole number from 0 on */
typedef enum
{
  JH_FIELD_TEXT,
  JH_FIELD_DIGITS,
  JH_FIELD_MONEY,
  JH_FIELD_POINTS,
  JH_FIELD_COUNT,
} JhFieldKind;

/* JH_FIELD_REQUIRED       may not be blank
 * JH_FIELD_KEY            with the other keys, unique in a filing
 * JH_FIELD_BLANK_IS_NULL  "" is kept as no value
 * JH_FIELD_ONE_OF         of all fields that say so, one is not blank */
typedef enum
{
  JH_FIELD_REQUIRED = 1 << 0,
  JH_FIELD_KEY = 1 << 1,
  JH_FIELD_BLANK_IS_NULL = 1 << 2,
  JH_FIELD_ONE_OF = 1 << 3,
} JhFieldFlags;

/* The list that a text has to come from; see jh_lists_get_words(). */
typedef enum
{
  JH_WORDS_ANY,
  JH_WORDS_SOURCE,
  JH_WORDS_FUND,
  JH_WORDS_CATEGORY,
  JH_WORDS_CARRYOVER,
  JH_WORDS_SANGONG,
  JH_WORDS_LINE,
  JH_WORDS_NATURE,
  JH_WORDS_OPERATOR,
  JH_N_WORDS,
} JhWords;

/* A whole number, or blank. */
typedef struct
{
  gint64 value;
  gboolean known;
} JhNumber;

/* name: the column in the schema, and the parameter of its queries
 * label: the column in the CSV and on the screen
 * offset: where it stands in the row struct
 * most: of a text, the most characters */
typedef struct
{
  const char *name;
  const char *label;
  JhFieldKind kind;
  gsize offset;
  guint most;
  guint flags;
  JhWords words;
} JhField;

/* name: the table in the schema
 * label: what people call it
 * file: its file in a folder of CSV
 * size: of the row struct */
typedef struct
{
  const char *name;
  const char *label;
  const char *file;
  gsize size;
  const JhField *fields;
  guint n_fields;
  JhQuery list;
  JhQuery insert;
  JhQuery update;
  JhQuery remove;
} JhTable;

/* The head of every row struct.
 *
 * id: 0 until the row is in the books
 * place: orders the rows; rows of one place stand as they were entered */
typedef struct
{
  const JhTable *table;
  gint64 id;
  gint64 place;
} JhRow;

/* A row of @table with nothing in it. Free it with jh_row_free(). */
gpointer jh_row_new (const JhTable *table) G_GNUC_WARN_UNUSED_RESULT;

/* Frees @row; NULL is allowed. */
void jh_row_free (gpointer row);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JhRow, jh_row_free)

/* A copy of @row with the same id. Free it with jh_row_free(). */
gpointer jh_row_copy (gconstpointer row) G_GNUC_WARN_UNUSED_RESULT;

/* Whether two rows of one table hold the same; ids and places do not
 * matter. */
gboolean jh_row_equal (gconstpointer a, gconstpointer b);

/* Whether @field holds the same in two rows of its table. */
gboolean jh_field_equal (gconstpointer a, gconstpointer b,
                         const JhField *field);

/* The text of a TEXT or DIGITS field. Borrowed from the row. */
const char *jh_row_get_text (gconstpointer row, const JhField *field);

/* The amount of a MONEY field. */
JhMoney jh_row_get_money (gconstpointer row, const JhField *field);

/* The number of a POINTS or COUNT field. */
JhNumber jh_row_get_number (gconstpointer row, const JhField *field);

/* Puts a copy of @text into a TEXT or DIGITS field; NULL is "". */
void jh_row_set_text (gpointer row, const JhField *field, const char *text);

/* Puts @money into a MONEY field. */
void jh_row_set_money (gpointer row, const JhField *field, JhMoney money);

/* Puts @number into a POINTS or COUNT field. */
void jh_row_set_number (gpointer row, const JhField *field, JhNumber number);

/* The field called @name, or NULL. */
const JhField *jh_table_find_field (const JhTable *table, const char *name);

/* All rows of @table in @filing, in the order of their places; elements
 * are row structs, freed with the array. NULL with @error. */
GPtrArray *jh_table_list (JhStore *store, const JhTable *table, gint64 filing,
                          GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Adds @row to @filing and gives it its id, inside of a change.
 * JH_ERROR_LOCKED, or JH_ERROR_DATA when the books cannot hold it. */
gboolean jh_table_insert (JhStore *store, gint64 filing, gpointer row,
                          GError **error);

/* Keeps what @row holds now in the place of the row with its id; as
 * jh_table_insert(). */
gboolean jh_table_update (JhStore *store, gint64 filing, gconstpointer row,
                          GError **error);

/* Takes @row out of @filing; as jh_table_insert(). */
gboolean jh_table_remove (JhStore *store, gint64 filing, gconstpointer row,
                          GError **error);
