#include "jh-folder.h"

#include "jh-error.h"
#include "jh-text.h"

#include <dirent.h>
#include <errno.h>
#include <string.h>

/* A name with at most so many letters wrong is one mistyped. */
#define MISTAKES 2

/* Longer names are none of ours. */
#define NAME_MAX_BYTES 40

typedef DIR Listing;

static void
listing_free (Listing *listing)
{
  closedir (listing);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Listing, listing_free)

/* The table whose file @name is, in any case; JH_N_TABLES for none. */
static guint
find_table (const char *name)
{
  for (guint i = 0; i < JH_N_TABLES; i++)
    if (g_ascii_strcasecmp (name, jh_table_get (i)->file) == 0)
      return i;
  return JH_N_TABLES;
}

static guint
least (guint a, guint b, guint c)
{
  return MIN (a, MIN (b, c));
}

/* How many letters have to be put in, taken out or replaced to make @a
 * into @b, both of at most NAME_MAX_BYTES. */
static guint
count_mistakes (const char *a, const char *b)
{
  guint row[NAME_MAX_BYTES + 1];
  gsize length = strlen (b);

  for (gsize i = 0; i <= length; i++)
    row[i] = i;
  for (; *a; a++)
    {
      guint corner = row[0]++;

      for (gsize i = 1; i <= length; i++)
        {
          guint above = row[i];

          row[i]
            = least (above + 1, row[i - 1] + 1, corner + (*a != b[i - 1]));
          corner = above;
        }
    }
  return row[length];
}

/* Whether @name, in small letters, may be meant for the file of @table. */
static gboolean
may_be (const char *name, const JhTable *table)
{
  g_autofree char *label = g_strconcat (table->label, ".csv", NULL);

  return g_str_equal (name, label)
         || (strlen (name) <= NAME_MAX_BYTES
             && count_mistakes (name, table->file) <= MISTAKES);
}

/* Adds a fault when @name seems to be meant for a table without a file. */
static void
suspect (const char *name, const GPtrArray *names, JhFaults *faults)
{
  g_autofree char *small = g_ascii_strdown (name, -1);

  if (!g_str_has_suffix (small, ".csv"))
    return;
  for (guint i = 0; i < JH_N_TABLES; i++)
    if (names->pdata[i] == NULL && may_be (small, jh_table_get (i)))
      {
        jh_faults_add (faults, name, 0, NULL,
                       "没有这个名字的表；如果是%s，文件名应为“%s”",
                       jh_table_get (i)->label, jh_table_get (i)->file);
        return;
      }
}

/* Takes note of the file @name. */
static void
meet (const char *name, GPtrArray *names, GPtrArray *others, JhFaults *faults)
{
  guint table = find_table (name);

  if (table == JH_N_TABLES)
    g_ptr_array_add (others, g_strdup (name));
  else if (names->pdata[table] == NULL)
    names->pdata[table] = g_strdup (name);
  else
    jh_faults_add (faults, name, 0, NULL,
                   "与“%s”是同一张表的两个文件，只能留一个",
                   (const char *) names->pdata[table]);
}

static void
refuse (const char *folder, int saved_errno, GError **error)
{
  g_autofree char *quoted = jh_text_quote (folder, 400);

  if (saved_errno == ENOTDIR)
    g_set_error (error, JH_ERROR, JH_ERROR_NOT_FOUND,
                 "“%s”不是文件夹。请选择放有 filing.csv 的文件夹。", quoted);
  else
    g_set_error (error, JH_ERROR, jh_error_from_errno (saved_errno),
                 "无法读取文件夹“%s”：%s。", quoted,
                 jh_error_reason (saved_errno));
}

GPtrArray *
jh_folder_scan (const char *folder, JhFaults *faults, GError **error)
{
  g_autoptr (Listing) listing = opendir (folder);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) others = g_ptr_array_new_with_free_func (g_free);
  struct dirent *entry;

  if (listing == NULL)
    {
      refuse (folder, errno, error);
      return NULL;
    }
  g_ptr_array_set_size (names, JH_N_TABLES);
  while ((entry = readdir (listing)) != NULL)
    meet (entry->d_name, names, others, faults);
  for (guint i = 0; i < others->len; i++)
    suspect (others->pdata[i], names, faults);
  return g_steal_pointer (&names);
}

char *
jh_folder_dup_filing (const char *folder)
{
  const char *file = jh_table_get (JH_TABLE_FILING_FACT)->file;
  g_autofree char *direct = g_build_filename (folder, file, NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autofree char *found = NULL;
  const char *name;

  if (dir == NULL || g_file_test (direct, G_FILE_TEST_EXISTS))
    return g_strdup (folder);
  while ((name = g_dir_read_name (dir)))
    {
      g_autofree char *inner = g_build_filename (folder, name, file, NULL);

      if (!g_file_test (inner, G_FILE_TEST_EXISTS))
        continue;
      if (found)
        return g_strdup (folder);
      found = g_path_get_dirname (inner);
    }
  return found ? g_steal_pointer (&found) : g_strdup (folder);
}
