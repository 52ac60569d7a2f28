/* Tables to fill in for tests: what the tests of core/editing share. */
#pragma once

#include "../books/fixture.h"

#include "jh-session.h"
#include "jh-table-model.h"
#include "jh-worksheet.h"

/* A filing that is worked on.
 *
 * path: owned, as the rest */
typedef struct
{
  char *path;
  JhStore *store;
  JhSession *session;
} Desk;

/* Begins to work on the filing @filing of the books @path. */
static inline void
sit_down (Desk *desk, const char *path, gint64 filing, JhStoreMode mode)
{
  g_autoptr (GError) error = NULL;

  desk->path = g_strdup (path);
  desk->store = open_books (path, mode);
  desk->session = jh_session_new (desk->store, filing, &error);
  jh_assert_no_error (error);
}

static inline void
get_up (Desk *desk)
{
  g_clear_object (&desk->session);
  g_clear_pointer (&desk->store, jh_store_close);
  g_clear_pointer (&desk->path, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Desk, get_up)

/* A new filing of 2023, amounts in 万元. */
static inline void
new_desk (Desk *desk)
{
  g_autofree char *path = new_path ();
  JhStore *store = open_books (path, JH_STORE_CREATE);
  gint64 filing = new_filing (store, "A1", 2023);

  jh_store_close (store);
  sit_down (desk, path, filing, JH_STORE_WRITE);
}

/* The program ends and is started again. */
static inline void
restart (Desk *desk)
{
  g_autofree char *path = g_strdup (desk->path);
  gint64 filing = jh_session_get_filing (desk->session);

  get_up (desk);
  sit_down (desk, path, filing, JH_STORE_WRITE);
}

/* Undoes, or does again, and reads the books anew. */
static inline void
step_back (Desk *desk, gboolean undo)
{
  g_autoptr (GError) error = NULL;
  gboolean good = undo ? jh_change_undo (desk->store, NULL, &error)
                       : jh_change_redo (desk->store, NULL, &error);

  jh_assert_no_error (error);
  ck_assert (good);
  ck_assert (jh_session_reload (desk->session, &error));
  jh_assert_no_error (error);
}

/* Fails unless the next undo is called @name. */
static inline void
assert_undo_name (Desk *desk, const char *name)
{
  g_autofree char *undo = NULL;
  g_autofree char *redo = NULL;

  ck_assert (jh_change_peek (desk->store, &undo, &redo, NULL));
  ck_assert_pstr_eq (undo, name);
}

/* Types @text, which is expected to be taken; returns what was told. The
 * caller frees it. */
static inline char *
type_told (gpointer model, guint row, guint column, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_auto (JhTableReport) report = { 0 };
  gboolean good = jh_table_model_type (JH_TABLE_MODEL (model), row, column,
                                       text, &report, &error);

  jh_assert_no_error (error);
  ck_assert (good);
  return g_steal_pointer (&report.words);
}

static inline void
type (gpointer model, guint row, guint column, const char *text)
{
  g_autofree char *words = type_told (model, row, column, text);

  ck_assert_ptr_nonnull (words);
}

/* A block whose upper left cell is @row, @column, of lines ended by \n and
 * cells ended by |. A cell of ~ is left alone. */
static inline JhTableBlock *
make_block (guint row, guint column, const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_auto (GStrv) first = g_strsplit (lines[0], "|", -1);
  JhTableBlock *block = jh_table_block_new (
    row, column, g_strv_length (lines), g_strv_length (first));

  for (guint i = 0; i < block->n_rows; i++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[i], "|", -1);

      for (guint k = 0; k < block->n_columns && cells[k]; k++)
        if (!g_str_equal (cells[k], "~"))
          jh_table_block_set (block, i, k, cells[k]);
    }
  return block;
}

/* Writes the block that make_block() makes of @text. */
static inline void
put (gpointer model, JhTableVerb verb, guint row, guint column,
     const char *text, JhTableReport *report)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JhTableBlock) block = make_block (row, column, text);
  gboolean good = jh_table_model_write (JH_TABLE_MODEL (model), block, verb,
                                        report, &error);

  jh_assert_no_error (error);
  ck_assert (good);
}

static inline void
paste (gpointer model, guint row, guint column, const char *text)
{
  g_auto (JhTableReport) report = { 0 };

  put (model, JH_VERB_PASTE, row, column, text, &report);
}

static inline guint
count_rows (gpointer model)
{
  return g_list_model_get_n_items (G_LIST_MODEL (model));
}

/* Fails unless the cell shows @text, with @note behind it (NULL: anything)
 * and no fault. */
static inline void
assert_cell (gpointer model, guint row, guint column, const char *text,
             const char *note)
{
  g_auto (JhTableCell) cell = { 0 };

  jh_table_model_get_cell (JH_TABLE_MODEL (model), row, column, &cell);
  ck_assert_str_eq (cell.text, text);
  ck_assert_pstr_eq (cell.fault, NULL);
  if (note)
    ck_assert_pstr_eq (cell.note, note);
}

/* Fails unless the cell shows @text with a fault that says @part. */
static inline void
assert_fault (gpointer model, guint row, guint column, const char *text,
              const char *part)
{
  g_auto (JhTableCell) cell = { 0 };

  jh_table_model_get_cell (JH_TABLE_MODEL (model), row, column, &cell);
  ck_assert_str_eq (cell.text, text);
  ck_assert_ptr_nonnull (cell.fault);
  ck_assert_msg (strstr (cell.fault, part) != NULL, "“%s”", cell.fault);
}

/* Fails unless the cell gives a reason that says @part; NULL for none. */
static inline void
assert_reason (gpointer model, guint row, guint column, const char *part)
{
  g_auto (JhTableCell) cell = { 0 };

  jh_table_model_get_cell (JH_TABLE_MODEL (model), row, column, &cell);
  if (part == NULL)
    {
      ck_assert_pstr_eq (cell.reason, NULL);
      return;
    }
  ck_assert_ptr_nonnull (cell.reason);
  ck_assert_msg (strstr (cell.reason, part) != NULL, "“%s”", cell.reason);
}

/* Fails unless the totals row shows @text under @column. */
static inline void
assert_total (gpointer model, guint column, const char *text)
{
  g_autofree char *total
    = jh_table_model_dup_total (JH_TABLE_MODEL (model), column);

  ck_assert_pstr_eq (total, text);
}

/* Fails unless the file has @count rows in @table, as memory does, and both
 * are the same in everything. */
static inline void
assert_rows (Desk *desk, JhTableId table, guint count)
{
  g_autoptr (JhBooks) books
    = load_books (desk->store, jh_session_get_filing (desk->session));
  const JhBooks *memory = jh_session_get_books (desk->session);

  ck_assert (jh_books_equal (books, memory));
  ck_assert_uint_eq (books->rows[table]->len, count);
  for (guint i = 0; i < count; i++)
    {
      const JhRow *in_file = books->rows[table]->pdata[i];
      const JhRow *in_memory = memory->rows[table]->pdata[i];

      ck_assert_int_eq (in_file->id, in_memory->id);
      ck_assert_int_eq (in_file->place, in_memory->place);
    }
}

/* The row @index of @table in memory. */
#define ROW(desk, TABLE, Type, index)                                        \
  ((const Type *) JH_BOOKS_ROWS (jh_session_get_books ((desk)->session),     \
                                 TABLE)                                      \
     ->pdata[index])
