/* Whether bytes are a record of changes, looked at before SQLite reads them:
 * its session extension trusts what it is given, and a forged record of two
 * bytes keeps it busy for ever.
 *
 * A record is tables one after another. A table is 'T', the number of its
 * columns, a byte a column for the primary key, and its name up to a NUL;
 * then its rows. A row is what was done, whether a cascade did it, and a
 * value a column, of an update two. The numbers are those of SQLite. */
#include "jh-changeset-private.h"

#include <string.h>

#define COLUMNS_MAX 200

/* More tables than the schema has, and longer names, are forged. */
#define TABLES_MAX 64
#define NAME_MAX_BYTES 60

/* What was done to a row. */
enum
{
  DELETED = 9,
  INSERTED = 18,
  UPDATED = 23,
};

/* The kinds of values. */
enum
{
  KIND_NONE,
  KIND_INTEGER,
  KIND_REAL,
  KIND_TEXT,
  KIND_BYTES,
  KIND_NULL,
};

/* at: where reading goes on
 * left: the bytes from there on */
typedef struct
{
  const guint8 *at;
  gsize left;
} Rest;

static gboolean
skip (Rest *rest, gsize size)
{
  if (size > rest->left)
    return FALSE;
  rest->at += size;
  rest->left -= size;
  return TRUE;
}

static gboolean
take_byte (Rest *rest, guint8 *byte)
{
  if (rest->left == 0)
    return FALSE;
  *byte = *rest->at;
  return skip (rest, 1);
}

/* Takes a number of seven bits a byte, the high ones first; no number of a
 * record needs more than five bytes. */
static gboolean
take_number (Rest *rest, guint64 *number)
{
  *number = 0;
  for (guint i = 0; i < 5; i++)
    {
      guint8 byte;

      if (!take_byte (rest, &byte))
        return FALSE;
      *number = *number << 7 | (byte & 0x7f);
      if (byte < 0x80)
        return TRUE;
    }
  return FALSE;
}

static gboolean
skip_value (Rest *rest, gboolean may_be_none)
{
  guint8 kind;
  guint64 size;

  if (!take_byte (rest, &kind))
    return FALSE;
  switch (kind)
    {
    case KIND_NONE:
      return may_be_none;
    case KIND_NULL:
      return TRUE;
    case KIND_INTEGER:
    case KIND_REAL:
      return skip (rest, 8);
    case KIND_TEXT:
    case KIND_BYTES:
      return take_number (rest, &size) && skip (rest, size);
    default:
      return FALSE;
    }
}

/* Takes the head of a table after its 'T': its columns and its name. */
static gboolean
take_table (Rest *rest, guint64 *columns, const char **name)
{
  const guint8 *end;

  if (!take_number (rest, columns) || *columns == 0 || *columns > COLUMNS_MAX
      || !skip (rest, *columns))
    return FALSE;
  *name = (const char *) rest->at;
  end = memchr (rest->at, '\0', rest->left);
  return end && skip (rest, end - rest->at + 1);
}

/* Skips a row after the byte that tells what was done. */
static gboolean
skip_row (Rest *rest, guint8 done, guint64 columns)
{
  guint64 values = done == UPDATED ? 2 * columns : columns;

  if (done != DELETED && done != INSERTED && done != UPDATED)
    return FALSE;
  if (columns == 0 || !skip (rest, 1))
    return FALSE;
  while (values-- > 0)
    if (!skip_value (rest, done == UPDATED))
      return FALSE;
  return TRUE;
}

/* Adds @name to @names unless it is there, or none that a table has. */
static void
add_name (GPtrArray *names, const char *name)
{
  gsize length = strlen (name);

  if (length > 0 && length <= NAME_MAX_BYTES && names->len < TABLES_MAX
      && g_utf8_validate (name, (gssize) length, NULL)
      && !g_ptr_array_find_with_equal_func (names, name, g_str_equal, NULL))
    g_ptr_array_add (names, g_strdup (name));
}

/* Reads @changeset to its end; adds its tables to @names, unless that is
 * NULL. */
static gboolean
walk (GBytes *changeset, GPtrArray *names)
{
  Rest rest;
  guint64 columns = 0;

  rest.at = g_bytes_get_data (changeset, &rest.left);
  while (rest.left > 0)
    {
      guint8 byte = 0;
      const char *name = NULL;

      if (!take_byte (&rest, &byte)
          || !(byte == 'T' ? take_table (&rest, &columns, &name)
                           : skip_row (&rest, byte, columns)))
        return FALSE;
      if (name && names)
        add_name (names, name);
    }
  return TRUE;
}

gboolean
jh_changeset_is_whole (GBytes *changeset)
{
  return walk (changeset, NULL);
}

GPtrArray *
jh_changeset_list_tables (GBytes *changeset)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  if (!walk (changeset, names))
    g_ptr_array_set_size (names, 0);
  return g_steal_pointer (&names);
}
