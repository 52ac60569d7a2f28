#include "jh-backup.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>

#include "jh-error.h"
#include "jh-part.h"
#include "jh-store-private.h"

#define SUFFIX ".jiheng"

/* How each kind is called in a file's name, and how many are kept. */
static const struct
{
  const char *name;
  guint kept;
} kinds[] = {
  [JH_BACKUP_DAILY] = { "每日", 14 },
  [JH_BACKUP_MIGRATION] = { "升级前", 5 },
  [JH_BACKUP_RESTORE] = { "还原前", 5 },
  [JH_BACKUP_MANUAL] = { "手动", 20 },
};

/* The folder of the copies of @path. The caller frees it. */
static char *
dup_folder (const char *path)
{
  return g_strconcat (path, "-备份", NULL);
}

/* Holds the books as they are now: otherwise the copy would begin anew with
 * every change that another store makes meanwhile. NULL with @error. */
static JhSnapshot *
hold_still (JhStore *store, GError **error)
{
  g_autoptr (JhSnapshot) snapshot = jh_snapshot_take (store, error);
  gint64 version;

  /* A snapshot holds from what is read first. */
  if (snapshot
      && jh_connection_ask (
        store->connection, JH_QUERY_CONNECTION_USER_VERSION, &version, error))
    return g_steal_pointer (&snapshot);
  return NULL;
}

/* What is copied into the file that @part begins. */
static gboolean
fill_part (JhStore *store, JhPart *part, GCancellable *cancellable,
           GError **error)
{
  g_autoptr (JhConnection) copy = jh_connection_open (
    jh_part_get_path (part), JH_CONNECTION_WRITE, error);
  g_autoptr (JhSnapshot) snapshot = NULL;

  if (copy == NULL || !jh_connection_harden (copy, error))
    return FALSE;
  snapshot = hold_still (store, error);
  return snapshot
         && jh_connection_copy (store->connection, copy, cancellable, error)
         && jh_connection_run (
           copy, jh_query_sql (JH_QUERY_CONNECTION_USE_NO_LOG), error);
}

/* Lets nobody but the owner read the finished file, unless another program,
 * which made newer ones meanwhile, has thinned it out already. */
static gboolean
keep_private (const JhPart *part, GError **error)
{
  return g_chmod (jh_part_get_target (part), 0600) == 0 || errno == ENOENT
         || jh_part_fail (part, errno, error);
}

static gboolean
copy_to (JhStore *store, const char *folder, const char *name,
         GCancellable *cancellable, GError **error)
{
  g_autoptr (JhPart) part = jh_part_new (folder, name, error);

  return part && fill_part (store, part, cancellable, error)
         && jh_part_finish (part, error) && keep_private (part, error);
}

static int
compare_newest_first (gconstpointer a, gconstpointer b)
{
  return -strcmp (*(const char *const *) a, *(const char *const *) b);
}

GPtrArray *
jh_backup_list (const char *path, GError **error)
{
  g_autofree char *folder = dup_folder (path);
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) local_error = NULL;
  g_autoptr (GDir) dir = g_dir_open (folder, 0, &local_error);
  const char *name;

  if (g_error_matches (local_error, G_FILE_ERROR, G_FILE_ERROR_NOENT))
    return g_steal_pointer (&paths);
  if (dir == NULL)
    {
      g_set_error (error, JH_ERROR, JH_ERROR_IO, "打不开备份文件夹“%s”",
                   folder);
      return NULL;
    }
  while ((name = g_dir_read_name (dir)))
    if (g_ascii_isdigit (name[0]) && g_str_has_suffix (name, SUFFIX))
      g_ptr_array_add (paths, g_build_filename (folder, name, NULL));
  g_ptr_array_sort (paths, compare_newest_first);
  return g_steal_pointer (&paths);
}

/* Whether the name of the copy @path says that it is of @kind; the folders
 * above it may be called anything. */
static gboolean
is_of_kind (const char *path, JhBackupKind kind)
{
  g_autofree char *end = g_strdup_printf ("-%s" SUFFIX, kinds[kind].name);

  return g_str_has_suffix (path, end);
}

/* Removes the oldest copies of @kind beyond the number kept; another program
 * may be at it as well. */
static gboolean
thin_out (const char *path, JhBackupKind kind, GError **error)
{
  g_autoptr (GPtrArray) paths = jh_backup_list (path, error);
  guint seen = 0;

  if (paths == NULL)
    return FALSE;
  for (guint i = 0; i < paths->len; i++)
    {
      if (!is_of_kind (paths->pdata[i], kind) || seen++ < kinds[kind].kept)
        continue;
      if (g_unlink (paths->pdata[i]) != 0 && errno != ENOENT)
        {
          g_set_error (error, JH_ERROR, jh_error_from_errno (errno),
                       "删不掉过期的备份“%s”：%s", (char *) paths->pdata[i],
                       jh_error_reason (errno));
          return FALSE;
        }
    }
  return TRUE;
}

/* Makes the folder of the copies of @path. Returns it; the caller frees it.
 * NULL with @error. */
static char *
make_folder (const char *path, GError **error)
{
  g_autofree char *folder = dup_folder (path);

  if (g_mkdir (folder, 0700) == 0 || errno == EEXIST)
    return g_steal_pointer (&folder);
  g_set_error (error, JH_ERROR, jh_error_from_errno (errno),
               "建不了备份文件夹“%s”：%s", folder, jh_error_reason (errno));
  return NULL;
}

/* The name of a copy that is made now for the reason @why. The caller frees
 * it. */
static char *
dup_copy_name (const char *why)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *when = g_date_time_format (now, "%Y%m%d-%H%M%S");

  return g_strdup_printf ("%s-%03d-%s" SUFFIX, when,
                          g_date_time_get_microsecond (now) / 1000, why);
}

char *
jh_backup_make (JhStore *store, JhBackupKind kind, GCancellable *cancellable,
                GError **error)
{
  g_autofree char *folder = make_folder (store->path, error);
  g_autofree char *name = dup_copy_name (kinds[kind].name);

  if (folder == NULL || !copy_to (store, folder, name, cancellable, error)
      || !thin_out (store->path, kind, error))
    return NULL;
  return g_build_filename (folder, name, NULL);
}

gboolean
jh_backup_make_at (JhStore *store, const char *path,
                   GCancellable *cancellable, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *name = g_path_get_basename (path);

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_set_error (error, JH_ERROR, JH_ERROR_EXISTS,
                   "“%s”已经存在，请换一个名字", path);
      return FALSE;
    }
  return copy_to (store, folder, name, cancellable, error);
}

gboolean
jh_backup_before_migration (JhStore *store, GError **error)
{
  g_autofree char *made
    = jh_backup_make (store, JH_BACKUP_MIGRATION, NULL, error);

  return made != NULL;
}

/* Today, as the names of its copies begin. The caller frees it. */
static char *
dup_today (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return g_date_time_format (now, "%Y%m%d-");
}

/* Whether there is a daily copy of the day @today. */
static gboolean
has_daily (JhStore *store, const char *today)
{
  g_autoptr (GPtrArray) paths = jh_backup_list (store->path, NULL);

  for (guint i = 0; paths && i < paths->len; i++)
    {
      g_autofree char *name = g_path_get_basename (paths->pdata[i]);

      if (g_str_has_prefix (name, today)
          && is_of_kind (name, JH_BACKUP_DAILY))
        return TRUE;
    }
  return FALSE;
}

void
jh_backup_skip_today (JhStore *store)
{
  g_free (store->backed_up);
  store->backed_up = dup_today ();
}

gboolean
jh_backup_take_today (JhStore *store)
{
  g_autofree char *today = dup_today ();

  if (g_strcmp0 (store->backed_up, today) == 0)
    return FALSE;
  jh_backup_skip_today (store);
  return !has_daily (store, today);
}

char *
jh_backup_dup_trouble (const GError *error)
{
  return g_strdup_printf ("今天的备份没有做成：%s", error->message);
}

void
jh_backup_daily (JhStore *store)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *made = NULL;

  if (!jh_backup_take_today (store))
    return;
  made = jh_backup_make (store, JH_BACKUP_DAILY, NULL, &error);
  if (made)
    return;
  g_free (store->warning);
  store->warning = jh_backup_dup_trouble (error);
}

/* Opens the copy @backup as books and looks whether all of it is sound;
 * NULL with @error. */
static JhStore *
open_sound (const char *backup, GError **error)
{
  g_autoptr (JhStore) store = jh_store_open_copy (backup, error);

  if (store && jh_store_check_whole (store, error))
    return g_steal_pointer (&store);
  g_prefix_error (error, "这份备份不能用来还原：");
  return NULL;
}

static gboolean
move (const char *from, const char *to, GError **error)
{
  if (g_rename (from, to) == 0)
    return TRUE;
  g_set_error (error, JH_ERROR, jh_error_from_errno (errno),
               "移不开损坏的“%s”：%s", from, jh_error_reason (errno));
  return FALSE;
}

/* Sets the file @path aside, as far as it is there, with the logs that
 * belong to it: a log would be taken for one of the books that come in its
 * place. Returns where to, or NULL when nothing was there, in @aside, which
 * the caller frees. */
static gboolean
set_aside (const char *path, char **aside, GError **error)
{
  /* The books last: while they stand, so does their place. */
  static const char *const suffixes[] = { "-shm", "-journal", "-wal", "" };
  g_autofree char *name = dup_copy_name ("损坏");

  *aside = NULL;
  for (gsize i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *from = g_strconcat (path, suffixes[i], NULL);
      g_autofree char *folder = NULL;
      g_autofree char *to = NULL;

      if (!g_file_test (from, G_FILE_TEST_EXISTS))
        continue;
      folder = make_folder (path, error);
      if (folder == NULL)
        return FALSE;
      to = g_strconcat (folder, "/", name, suffixes[i], NULL);
      if (!move (from, to, error))
        return FALSE;
      g_free (*aside);
      *aside = g_steal_pointer (&to);
    }
  return TRUE;
}

/* Puts @copy where books stand that cannot be opened, or none. */
static gboolean
replace_file (const char *path, JhStore *copy, char **kept,
              GCancellable *cancellable, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *name = g_path_get_basename (path);
  g_autoptr (JhPart) part = jh_part_new (folder, name, error);

  if (part == NULL || !fill_part (copy, part, cancellable, error))
    return FALSE;
  return set_aside (path, kept, error) && jh_part_finish (part, error)
         && keep_private (part, error);
}

/* Puts @copy in the place of sound books. */
static gboolean
replace_books (JhStore *store, JhStore *copy, char **kept,
               GCancellable *cancellable, GError **error)
{
  *kept = jh_backup_make (store, JH_BACKUP_RESTORE, cancellable, error);
  return *kept
         && jh_connection_copy (copy->connection, store->connection,
                                cancellable, error);
}

/* Whether books that failed to open with @error are past opening. */
static gboolean
is_past_opening (const GError *error)
{
  return g_error_matches (error, JH_ERROR, JH_ERROR_DAMAGED)
         || g_error_matches (error, JH_ERROR, JH_ERROR_NOT_BOOKS)
         || g_error_matches (error, JH_ERROR, JH_ERROR_NOT_FOUND);
}

gboolean
jh_backup_restore (const char *path, const char *backup, char **kept,
                   GCancellable *cancellable, GError **error)
{
  g_autoptr (JhStore) copy = open_sound (backup, error);
  g_autoptr (JhStore) store = NULL;
  g_autoptr (GError) local_error = NULL;
  g_autofree char *before = NULL;
  gboolean done;

  if (copy == NULL)
    return FALSE;
  store = jh_store_open (path, JH_STORE_WRITE, &local_error);
  if (store)
    done = replace_books (store, copy, &before, cancellable, error);
  else if (is_past_opening (local_error))
    done = replace_file (path, copy, &before, cancellable, error);
  else
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  if (kept)
    *kept = g_steal_pointer (&before);
  return done;
}
