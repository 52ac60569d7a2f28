/* Books for tests: what the tests of core/store and core/books share. */
#pragma once

#include "jh-books.h"
#include "jh-change.h"
#include "jh-error.h"
#include "jh-test.h"

#include <string.h>

/* A path in a new folder, where nothing stands yet. The caller frees it. */
static inline char *
new_path (void)
{
  g_autofree char *folder = jh_test_folder ();

  return g_build_filename (folder, "账.jiheng", NULL);
}

/* Opens the books @path, which is expected to work. */
static inline JhStore *
open_books (const char *path, JhStoreMode mode)
{
  g_autoptr (GError) error = NULL;
  JhStore *store = jh_store_open (path, mode, &error);

  jh_assert_no_error (error);
  ck_assert_ptr_nonnull (store);
  return store;
}

/* New books somewhere. */
static inline JhStore *
new_books (void)
{
  g_autofree char *path = new_path ();

  return open_books (path, JH_STORE_CREATE);
}

/* Begins a change, which is expected to work. */
static inline JhChange *
begin (JhStore *store, const char *name)
{
  g_autoptr (GError) error = NULL;
  JhChange *change = jh_change_begin (store, name, &error);

  jh_assert_no_error (error);
  ck_assert_ptr_nonnull (change);
  return change;
}

/* Keeps @change and frees it. */
static inline void
commit (JhChange *change)
{
  g_autoptr (GError) error = NULL;
  gboolean good = jh_change_commit (change, &error);

  jh_change_free (change);
  jh_assert_no_error (error);
  ck_assert (good);
}

/* Adds an empty filing, inside of a change. Returns its id. */
static inline gint64
add_filing (JhStore *store, const char *code, int year)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JhFiling) filing = jh_filing_new ();

  g_free (filing->code);
  filing->code = g_strdup (code);
  g_free (filing->name);
  filing->name = g_strdup_printf ("单位%s", code);
  filing->year = year;
  ck_assert (jh_filing_insert (store, filing, &error));
  jh_assert_no_error (error);
  ck_assert_int_gt (filing->id, 0);
  return filing->id;
}

/* Adds an empty filing in a change of its own. */
static inline gint64
new_filing (JhStore *store, const char *code, int year)
{
  JhChange *change = begin (store, "新建");
  gint64 id = add_filing (store, code, year);

  jh_change_set_filing (change, id);
  commit (change);
  return id;
}

/* Moves the filing @id to @state, in a change of its own when @change. */
static inline void
set_state (JhStore *store, gint64 id, const char *state, gboolean change)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JhFiling) filing = jh_filing_get (store, id, &error);
  JhChange *open = change ? begin (store, state) : NULL;

  jh_assert_no_error (error);
  ck_assert (jh_filing_set_state (store, filing, state, &error));
  jh_assert_no_error (error);
  if (open)
    commit (open);
}

/* The books of the filing @id. */
static inline JhBooks *
load_books (JhStore *store, gint64 id)
{
  g_autoptr (GError) error = NULL;
  JhBooks *books = jh_books_load (store, id, NULL, &error);

  jh_assert_no_error (error);
  ck_assert_ptr_nonnull (books);
  return books;
}

/* A text for the field of the row @seed. */
static inline void
fill_text (gpointer row, const JhField *field, JhLists *lists, guint seed)
{
  const GPtrArray *words = jh_lists_get_words (lists, field->words);
  g_autofree char *text = NULL;

  if (words)
    text = g_strdup (words->pdata[seed % words->len]);
  else if (field->kind == JH_FIELD_DIGITS)
    text = g_strdup_printf ("%u.%u0", seed % 100, seed % 7);
  else
    text = g_strdup_printf ("%s%u", field->name, seed);
  jh_row_set_text (row, field, text);
}

/* A row of @table with a value in every field; rows of different @seed
 * have different keys, of sangong up to 5 rows. Free by jh_row_free(). */
static inline gpointer
make_row (const JhTable *table, JhLists *lists, guint seed)
{
  gpointer row = jh_row_new (table);

  for (guint i = 0; i < table->n_fields; i++)
    {
      const JhField *field = &table->fields[i];

      if (field->kind == JH_FIELD_MONEY)
        jh_row_set_money (row, field,
                          seed % 5 == i ? jh_money_blank ()
                                        : jh_money (100 * seed + i));
      else if (field->kind == JH_FIELD_POINTS
               || field->kind == JH_FIELD_COUNT)
        jh_row_set_number (row, field, (JhNumber){ seed + i, TRUE });
      else
        fill_text (row, field, lists, seed);
    }
  if (table == jh_filing_fact_table ())
    {
      JhFilingFact *fact = row;

      fact->count = (JhNumber){ seed, seed % 3 == 1 };
      fact->amount = seed % 3 == 2 ? jh_money (seed) : jh_money_blank ();
      if (seed % 3 != 0)
        jh_row_set_text (row, jh_table_find_field (table, "words"), "");
    }
  return row;
}

/* Adds @count rows to every table of the filing @id, inside of a change. */
static inline void
fill_filing (JhStore *store, gint64 id, guint count)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JhLists) lists = jh_lists_load (store, 2023, "", &error);

  jh_assert_no_error (error);
  for (guint table = 0; table < JH_N_TABLES; table++)
    for (guint seed = 0; seed < count; seed++)
      {
        gpointer row = make_row (jh_table_get (table), lists, seed);
        gboolean good = (table == JH_TABLE_SANGONG && seed >= 5)
                        || jh_table_insert (store, id, row, &error);

        jh_row_free (row);
        jh_assert_no_error (error);
        ck_assert (good);
      }
}

/* A filing with rows in every table, in a change of its own. */
static inline gint64
new_full_filing (JhStore *store, const char *code, int year)
{
  JhChange *change = begin (store, "填报");
  gint64 id = add_filing (store, code, year);

  fill_filing (store, id, 4);
  jh_change_set_filing (change, id);
  commit (change);
  return id;
}

/* Gives the first reason of the filing @id the words @words: the smallest
 * of changes. Inside of a change, or not. */
static inline void
set_words (JhStore *store, gint64 id, const char *words)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows
    = jh_table_list (store, jh_reason_table (), id, &error);

  jh_assert_no_error (error);
  jh_row_set_text (rows->pdata[0],
                   jh_table_find_field (jh_reason_table (), "words"), words);
  ck_assert (jh_table_update (store, id, rows->pdata[0], &error));
  jh_assert_no_error (error);
}

/* The words that set_words() gave. The caller frees them. */
static inline char *
get_words (JhStore *store, gint64 id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows
    = jh_table_list (store, jh_reason_table (), id, &error);

  jh_assert_no_error (error);
  return g_strdup (((JhReason *) rows->pdata[0])->words);
}

/* Fails unless the first reason of the filing @id says @expected. */
static inline void
assert_words (JhStore *store, gint64 id, const char *expected)
{
  g_autofree char *words = get_words (store, id);

  ck_assert_str_eq (words, expected);
}

/* set_words() in a change of its own called @words. */
static inline void
change_words (JhStore *store, gint64 id, const char *words)
{
  JhChange *change = begin (store, words);

  set_words (store, id, words);
  jh_change_set_filing (change, id);
  commit (change);
}
