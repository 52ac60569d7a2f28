/* Copies of the books, made beside them.
 *
 * The copies of 账.jiheng stand in the folder 账.jiheng-备份, named by when
 * and why they were made. A few of each kind are kept. */
#pragma once

#include "jh-store.h"

/* JH_BACKUP_DAILY      before the first change of a day
 * JH_BACKUP_MIGRATION  before an older file is brought up to date
 * JH_BACKUP_RESTORE    before another copy takes its place
 * JH_BACKUP_MANUAL     asked for */
typedef enum
{
  JH_BACKUP_DAILY,
  JH_BACKUP_MIGRATION,
  JH_BACKUP_RESTORE,
  JH_BACKUP_MANUAL,
} JhBackupKind;

/* Copies the books, as they are at the moment of the call whoever writes
 * meanwhile, into their folder of copies and removes the oldest copies of the
 * kind beyond the number kept. Returns the path, which the caller frees; NULL
 * with @error. */
char *jh_backup_make (JhStore *store, JhBackupKind kind,
                      GCancellable *cancellable,
                      GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Copies the books to the file @path, which must not be there. */
gboolean jh_backup_make_at (JhStore *store, const char *path,
                            GCancellable *cancellable, GError **error);

/* The paths of the copies of the books @path, the newest first. The caller
 * unrefs it. NULL with @error; no copies are an empty array. */
GPtrArray *jh_backup_list (const char *path,
                           GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Puts the copy @backup in the place of the books @path. The copy is looked
 * at first, and the books are copied before; books too damaged to be opened
 * are set aside beside the copies as they are, and books that are not there
 * need no copy. What was kept goes to @kept (NULL when there was nothing;
 * the caller frees it; may be NULL). Nothing is changed when this fails. */
gboolean jh_backup_restore (const char *path, const char *backup, char **kept,
                            GCancellable *cancellable, GError **error);

/* Makes the day's copy if there was none yet; one that cannot be made
 * becomes the store's warning, and is not tried again that day. */
void jh_backup_daily (JhStore *store);

/* Leaves the day's copy to the caller, who makes it elsewhere so that nobody
 * waits for it: TRUE when there was none yet. jh_backup_daily() does nothing
 * more today. */
gboolean jh_backup_take_today (JhStore *store);

/* The warning that the day's copy failed with @error. The caller frees it. */
char *jh_backup_dup_trouble (const GError *error) G_GNUC_WARN_UNUSED_RESULT;

/* Makes jh_backup_daily() do nothing today: the books are new. */
void jh_backup_skip_today (JhStore *store);

/* Makes the copy that goes before a migration. */
gboolean jh_backup_before_migration (JhStore *store, GError **error);
