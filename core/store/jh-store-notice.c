/* What others do to the file while it is open here. */
#include <errno.h>

#include "jh-error.h"
#include "jh-store-private.h"

static gboolean
ask_version (JhStore *store, gint64 *version, GError **error)
{
  return jh_connection_ask (store->connection,
                            JH_QUERY_CONNECTION_DATA_VERSION, version, error);
}

gboolean
jh_store_remember_file (JhStore *store, GError **error)
{
  store->absolute = g_canonicalize_filename (store->path, NULL);
  if (stat (store->absolute, &store->opened) == 0)
    return ask_version (store, &store->version, error);
  return jh_store_check_file (store, error);
}

/* Whether the file is as it was. One that was taken for immutable may not be
 * read on when it is not. */
static gboolean
is_untouched (const struct stat *then, const struct stat *now)
{
  return then->st_size == now->st_size
         && then->st_mtim.tv_sec == now->st_mtim.tv_sec
         && then->st_mtim.tv_nsec == now->st_mtim.tv_nsec;
}

gboolean
jh_store_check_file (JhStore *store, GError **error)
{
  g_autofree char *name = g_path_get_basename (store->path);
  struct stat now;

  int missing = stat (store->absolute, &now) == 0 ? 0 : errno;

  if (missing == ENOENT)
    g_set_error (error, JH_ERROR, JH_ERROR_NOT_FOUND,
                 "“%s”已被移走或删除，不能再修改；请找回它再重新打开", name);
  else if (missing)
    g_set_error (error, JH_ERROR, jh_error_from_errno (missing),
                 "“%s”现在打不开：%s", name, jh_error_reason (missing));
  else if (now.st_ino != store->opened.st_ino
           || now.st_dev != store->opened.st_dev)
    g_set_error (error, JH_ERROR, JH_ERROR_NOT_FOUND,
                 "“%s”已被换成另一个文件，这里还是原来的内容，"
                 "不能再修改；请重新打开",
                 name);
  else if (store->immutable && !is_untouched (&store->opened, &now))
    g_set_error (error, JH_ERROR, JH_ERROR_NOT_FOUND,
                 "“%s”已被别的程序改动，请重新打开", name);
  else
    return TRUE;
  return FALSE;
}

gboolean
jh_store_notice (JhStore *store, gboolean *changed, GError **error)
{
  gint64 version;

  if (!jh_store_check_file (store, error)
      || !ask_version (store, &version, error))
    return FALSE;
  *changed = version != store->version;
  store->version = version;
  return TRUE;
}
