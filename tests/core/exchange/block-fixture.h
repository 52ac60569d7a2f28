/* What the tests of blocks share. */
#pragma once

#include "jh-block-private.h"
#include "jh-block-text.h"
#include "jh-error.h"
#include "jh-test.h"

#include <string.h>

/* @block as text: | between cells, / behind rows, ~ for a line end. The
 * caller frees it. */
static inline char *
show_block (const JhBlock *block)
{
  GString *text = g_string_new (NULL);

  for (guint row = 0; row < jh_block_get_n_rows (block); row++)
    for (guint column = 0; column < jh_block_get_n_columns (block); column++)
      g_string_append_printf (
        text, "%s%s", jh_block_get (block, row, column),
        column + 1 < jh_block_get_n_columns (block) ? "|" : "/");
  g_string_replace (text, "\n", "~", 0);
  return g_string_free (text, FALSE);
}

typedef JhBlock *(*BlockReader) (const char *, gsize, GError **);

/* Fails unless @read makes @shown of the @length bytes (-1: up to the
 * NUL). */
static inline void
assert_reads (BlockReader read, const char *bytes, gssize length,
              const char *shown)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JhBlock) block
    = read (bytes, length < 0 ? strlen (bytes) : (gsize) length, &error);
  g_autofree char *text = NULL;

  jh_assert_no_error (error);
  text = show_block (block);
  ck_assert_str_eq (text, shown);
}

/* Fails unless @read refuses the bytes with @code and @part. */
static inline void
assert_refuses (BlockReader read, const char *bytes, gsize length,
                JhErrorCode code, const char *part)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JhBlock) block = read (bytes, length, &error);

  ck_assert_ptr_null (block);
  jh_assert_error (error, code, part);
}

/* A block of words from @cells, @n_columns a row. */
static inline JhBlock *
make_block (const char *const *cells, guint n_cells, guint n_columns)
{
  JhBlock *block = jh_block_new (n_cells / n_columns, n_columns);

  for (guint i = 0; i < n_cells; i++)
    jh_block_set (block, i / n_columns, i % n_columns, cells[i]);
  return block;
}

/* Spoils @text, which has @length bytes: some are overwritten, some taken
 * out, or parts are put in twice. Returns the new length; the caller frees
 * @spoiled. */
static inline gsize
spoil (GRand *random, const char *text, gsize length, char **spoiled)
{
  static const char signs[] = "<>\"'&=/!-;#\t\r\n\0\xff\xe4 x9";
  GString *out = g_string_new_len (text, (gssize) length);

  for (int i = g_rand_int_range (random, 1, 8); i > 0 && out->len > 2; i--)
    {
      gsize at = (gsize) g_rand_int_range (random, 0, (gint32) out->len - 1);
      gsize most = MIN (out->len - at, 40);
      gsize part = (gsize) g_rand_int_range (random, 1, (gint32) most + 1);

      switch (g_rand_int_range (random, 0, 3))
        {
        case 0:
          out->str[at] = signs[g_rand_int_range (random, 0, sizeof signs)];
          break;
        case 1:
          g_string_erase (out, (gssize) at, (gssize) part);
          break;
        default:
          {
            g_autofree char *copy = g_memdup2 (out->str + at, part);

            g_string_insert_len (
              out, g_rand_int_range (random, 0, (gint32) out->len), copy,
              (gssize) part);
          }
        }
    }
  length = out->len;
  *spoiled = g_string_free (out, FALSE);
  return length;
}
