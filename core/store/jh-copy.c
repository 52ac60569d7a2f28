#include "jh-copy.h"

#include <glib/gstdio.h>
#include <string.h>

#include "jh-backup.h"

#define FOLDER_ENDING "-备份"

/* A name is 20231231-170509-123-每日.jiheng. */
#define SECOND_LENGTH 15
#define STAMP_LENGTH 19

/* What the kinds are called in a file's name, and to people. */
static const struct
{
  const char *name;
  const char *words;
} reasons[] = {
  { "-每日.jiheng", "每日备份" },       { "-手动.jiheng", "手动备份" },
  { "-还原前.jiheng", "还原之前" },     { "-升级前.jiheng", "程序升级之前" },
  { "-损坏.jiheng", "损坏了的原文件" },
};

void
jh_copy_free (JhCopy *copy)
{
  if (copy == NULL)
    return;
  g_free (copy->path);
  g_free (copy->when);
  g_free (copy);
}

/* When the copy called @name was made, in words. The caller frees it. */
static char *
dup_when (const char *name)
{
  if (strlen (name) < STAMP_LENGTH || name[8] != '-'
      || name[SECOND_LENGTH] != '-' || strspn (name, "0123456789") != 8
      || strspn (name + 9, "0123456789") != 6)
    return g_strdup ("");
  return g_strdup_printf ("%.4s-%.2s-%.2s %.2s:%.2s:%.2s", name, name + 4,
                          name + 6, name + 9, name + 11, name + 13);
}

static const char *
find_why (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (reasons); i++)
    if (g_str_has_suffix (name, reasons[i].name))
      return reasons[i].words;
  return "其他";
}

/* The copy @path, or NULL when it is not there any more. */
static JhCopy *
look_at (const char *path)
{
  g_autofree char *name = g_path_get_basename (path);
  GStatBuf status;
  JhCopy *copy;

  if (g_stat (path, &status) != 0)
    return NULL;
  copy = g_new (JhCopy, 1);
  *copy = (JhCopy){ g_strdup (path), dup_when (name), find_why (name),
                    (guint64) status.st_size };
  return copy;
}

GPtrArray *
jh_copy_list (const char *books, GError **error)
{
  g_autoptr (GPtrArray) paths = jh_backup_list (books, error);
  GPtrArray *copies;

  if (paths == NULL)
    return NULL;
  copies = g_ptr_array_new_with_free_func ((GDestroyNotify) jh_copy_free);
  for (guint i = 0; i < paths->len; i++)
    {
      JhCopy *copy = look_at (paths->pdata[i]);

      if (copy)
        g_ptr_array_add (copies, copy);
    }
  return copies;
}

char *
jh_copy_dup_books (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);

  if (!g_str_has_suffix (folder, ".jiheng" FOLDER_ENDING))
    return NULL;
  folder[strlen (folder) - strlen (FOLDER_ENDING)] = '\0';
  return g_steal_pointer (&folder);
}
