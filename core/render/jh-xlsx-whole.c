#include "jh-xlsx-whole.h"

#include <gio/gio.h>
#include <string.h>

/* The records of a zip file, and where their fields stand. */
#define END_SIZE 22
#define END_MARK 0x06054b50
#define ENTRY_SIZE 46
#define ENTRY_MARK 0x02014b50
#define LOCAL_SIZE 30
#define LOCAL_MARK 0x04034b50
#define STORED 0
#define DEFLATED 8

/* How much is looked at of the beginning and of the end of a part. */
#define EDGE 512

typedef struct
{
  const guchar *bytes;
  gsize length;
} Block;

/* The first and the last bytes of a part. */
typedef struct
{
  char head[EDGE + 1];
  char tail[EDGE + 1];
  gsize n_head;
  gsize n_tail;
} Edges;

static guint
get16 (const guchar *at)
{
  return at[0] | at[1] << 8;
}

static guint32
get32 (const guchar *at)
{
  return get16 (at) | (guint32) get16 (at + 2) << 16;
}

static void
add_bytes (Edges *edges, const guchar *bytes, gsize length)
{
  gsize n = MIN (length, EDGE - edges->n_head);

  memcpy (edges->head + edges->n_head, bytes, n);
  edges->n_head += n;
  n = MIN (length, EDGE);
  if (edges->n_tail + n > EDGE)
    {
      gsize kept = EDGE - n;

      memmove (edges->tail, edges->tail + edges->n_tail - kept, kept);
      edges->n_tail = kept;
    }
  memcpy (edges->tail + edges->n_tail, bytes + length - n, n);
  edges->n_tail += n;
}

/* Whether the part ends with the end of the element it begins with. */
static gboolean
is_closed (Edges *edges)
{
  const char *root = edges->head;
  g_autofree char *end = NULL;

  if (g_str_has_prefix (root, "<?xml"))
    root = strstr (root + 1, "\n<");
  root = root ? strchr (root, '<') : NULL;
  if (root == NULL)
    return FALSE;
  end = g_strdup_printf ("</%.*s>", (int) strcspn (root + 1, " >/\n"),
                         root + 1);
  return g_str_has_suffix (g_strchomp (edges->tail), end);
}

static gboolean
inflate (Block packed, Edges *edges)
{
  g_autoptr (GZlibDecompressor) unzip
    = g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_RAW);
  g_autofree guchar *buffer = g_malloc (1 << 16);
  GConverterResult result = G_CONVERTER_CONVERTED;

  while (result != G_CONVERTER_FINISHED)
    {
      gsize read = 0;
      gsize written = 0;

      result = g_converter_convert (
        G_CONVERTER (unzip), packed.bytes, packed.length, buffer, 1 << 16,
        G_CONVERTER_INPUT_AT_END, &read, &written, NULL);
      if (result == G_CONVERTER_ERROR)
        return FALSE;
      add_bytes (edges, buffer, written);
      packed.bytes += read;
      packed.length -= read;
    }
  return TRUE;
}

/* The bytes of the part that the entry at @at tells of. */
static gboolean
find_part (Block file, const guchar *at, Block *packed)
{
  gsize start = get32 (at + 42);
  gsize size = get32 (at + 20);
  const guchar *local = file.bytes + start;

  if (start + LOCAL_SIZE > file.length || get32 (local) != LOCAL_MARK)
    return FALSE;
  start += LOCAL_SIZE + get16 (local + 26) + get16 (local + 28);
  if (start + size > file.length)
    return FALSE;
  *packed = (Block){ file.bytes + start, size };
  return TRUE;
}

static gboolean
is_entry_whole (Block file, const guchar *at)
{
  g_autofree Edges *edges = g_new0 (Edges, 1);
  guint method = get16 (at + 10);
  Block packed;

  if (!find_part (file, at, &packed))
    return FALSE;
  if (method == STORED)
    add_bytes (edges, packed.bytes, packed.length);
  else if (method != DEFLATED || !inflate (packed, edges))
    return FALSE;
  return is_closed (edges);
}

static gboolean
are_entries_whole (Block file)
{
  const guchar *end = file.bytes + file.length - END_SIZE;
  guint n_entries;
  gsize at;

  if (file.length < END_SIZE || get32 (end) != END_MARK)
    return FALSE;
  n_entries = get16 (end + 10);
  at = get32 (end + 16);
  for (guint i = 0; i < n_entries; i++)
    {
      const guchar *entry = file.bytes + at;

      if (at + ENTRY_SIZE > file.length || get32 (entry) != ENTRY_MARK
          || !is_entry_whole (file, entry))
        return FALSE;
      at += ENTRY_SIZE + get16 (entry + 28) + get16 (entry + 30)
            + get16 (entry + 32);
    }
  return n_entries > 0;
}

gboolean
jh_xlsx_is_whole (const char *path)
{
  g_autoptr (GMappedFile) file = g_mapped_file_new (path, FALSE, NULL);
  Block block;

  if (file == NULL)
    return FALSE;
  block.bytes = (const guchar *) g_mapped_file_get_contents (file);
  block.length = g_mapped_file_get_length (file);
  return block.bytes && are_entries_whole (block);
}
