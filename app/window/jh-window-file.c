/* The file section of the menu, and the ways to begin. */
#include "jh-blank-dialog.h"
#include "jh-choose.h"
#include "jh-copy.h"
#include "jh-import-dialog.h"
#include "jh-new-books.h"
#include "jh-restore-dialog.h"
#include "jh-roll-dialog.h"
#include "jh-start-work.h"
#include "jh-welcome.h"
#include "jh-window-private.h"

/* The path of the books that are open, or NULL. Borrowed. */
static const char *
get_path (JhWindow *self)
{
  return self->document ? jh_document_get_path (self->document) : NULL;
}

static void
fail (JhWindow *self, const GError *error)
{
  if (self->document)
    jh_window_say (self, error->message, TRUE);
  else
    jh_window_welcome (self, error->message);
}

/* Shows the books @path, and of them the filing @filing, 0 for any, as they
 * are after work on a thread. */
static gboolean
show_books (JhWindow *self, const char *path, gint64 filing, GError **error)
{
  gboolean changed;

  if (g_strcmp0 (get_path (self), path) != 0)
    {
      if (!jh_window_open (self, path))
        return TRUE;
    }
  else if (!jh_document_look (self->document, &changed, error))
    return FALSE;
  return filing == 0 || jh_document_choose (self->document, filing, error);
}

static void
show_made (JhWindow *self, const char *path, gint64 filing, const char *words)
{
  g_autoptr (GError) error = NULL;

  if (!show_books (self, path, filing, &error))
    fail (self, error);
  else if (self->document)
    jh_window_say (self, words, FALSE);
}

static void
made_cb (JhWindow *self, const char *path, gint64 filing, const char *words)
{
  show_made (self, path, filing, words);
}

void
jh_window_show_dialog (JhWindow *self, GtkWindow *dialog)
{
  g_signal_connect_object (dialog, "made", G_CALLBACK (made_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_window_present (dialog);
}

/* Work that made or changed the books is over. */
static void
worked_cb (GtkWidget *owner, const char *path, const char *words,
           const GError *error)
{
  if (error)
    fail (JH_WINDOW (owner), error);
  else
    show_made (JH_WINDOW (owner), path, 0, words);
}

/* Work that made a copy is over. */
static void
copied_cb (GtkWidget *owner, const char *path, const char *words,
           const GError *error)
{
  jh_window_say (JH_WINDOW (owner), error ? error->message : words,
                 error != NULL);
}

static void
sample_made_cb (GtkWidget *owner, const char *path, const char *words,
                const GError *error)
{
  jh_window_enable (JH_WINDOW (owner), "open-sample", TRUE);
  worked_cb (owner, path, words, error);
}

/* One sample is enough for those who click twice. */
static void
open_sample_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  jh_window_enable (data, "open-sample", FALSE);
  jh_start_sample (data, sample_made_cb);
}

static void
new_filing_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  JhWindow *self = data;

  jh_window_show_dialog (self, GTK_WINDOW (jh_blank_dialog_new (
                                 GTK_WINDOW (self), get_path (self))));
}

static void
roll (JhWindow *self)
{
  g_autoptr (GError) error = NULL;
  JhRollDialog *dialog
    = jh_roll_dialog_new (GTK_WINDOW (self), self->document, &error);

  if (dialog)
    jh_window_show_dialog (self, GTK_WINDOW (dialog));
  else
    fail (self, error);
}

static void
roll_chosen_cb (GtkWindow *owner, const char *path)
{
  if (jh_window_open (JH_WINDOW (owner), path))
    roll (JH_WINDOW (owner));
}

static void
roll_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  JhWindow *self = data;

  if (self->document)
    roll (self);
  else
    jh_choose (data, JH_CHOOSE_BOOKS, "从哪个账套结转",
               jh_new_books_get_folder (), roll_chosen_cb);
}

static void
import_shown_cb (GtkWindow *parent, JhImportDialog *dialog)
{
  jh_window_show_dialog (JH_WINDOW (parent), GTK_WINDOW (dialog));
}

void
jh_window_import (JhWindow *self, const char *folder)
{
  jh_import_dialog_show (GTK_WINDOW (self), get_path (self), folder,
                         import_shown_cb);
}

static void
import_chosen_cb (GtkWindow *owner, const char *path)
{
  jh_window_import (JH_WINDOW (owner), path);
}

static void
import_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  jh_choose (data, JH_CHOOSE_FOLDER, "选择要导入的文件夹",
             jh_new_books_get_folder (), import_chosen_cb);
}

/* The books are about to be replaced. */
static void
restore_begin_cb (JhWindow *self)
{
  jh_window_leave (self);
}

/* The books were not replaced, and are shown again. */
static void
restore_end_cb (JhWindow *self, JhRestoreDialog *dialog)
{
  const char *path = g_object_get_data (G_OBJECT (dialog), "open");

  if (path)
    jh_window_open (self, path);
}

void
jh_window_restore (JhWindow *self, const char *path)
{
  g_autoptr (GError) error = NULL;
  JhRestoreDialog *dialog
    = jh_restore_dialog_new (GTK_WINDOW (self), path, &error);

  if (dialog == NULL)
    {
      fail (self, error);
      return;
    }
  g_object_set_data_full (G_OBJECT (dialog), "open",
                          g_strdup (get_path (self)), g_free);
  g_signal_connect_object (dialog, "begin", G_CALLBACK (restore_begin_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (dialog, "end", G_CALLBACK (restore_end_cb), self,
                           G_CONNECT_SWAPPED);
  jh_window_show_dialog (self, GTK_WINDOW (dialog));
}

/* Somebody chose books to be restored, or a copy of them. */
static void
restore_chosen_cb (GtkWindow *owner, const char *path)
{
  g_autofree char *books = jh_copy_dup_books (path);

  jh_window_restore (JH_WINDOW (owner), books ? books : path);
}

static void
restore_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  const char *path = get_path (data);

  if (path)
    jh_window_restore (data, path);
  else
    jh_choose (data, JH_CHOOSE_BOOKS, "选择要还原的账套，或它的一份备份",
               jh_new_books_get_folder (), restore_chosen_cb);
}

/* Opens in this window while it has no books, else in another one. */
static void
open_chosen_cb (GtkWindow *owner, const char *path)
{
  JhWindow *self = JH_WINDOW (owner);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  if (self->document)
    g_application_open (G_APPLICATION (gtk_window_get_application (owner)),
                        &file, 1, "");
  else
    jh_window_open (self, path);
}

static void
open_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  jh_choose (data, JH_CHOOSE_BOOKS, "打开账套", jh_new_books_get_folder (),
             open_chosen_cb);
}

static void
back_up_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  jh_start_back_up (data, get_path (data), copied_cb);
}

static void
copy_chosen_cb (GtkWindow *owner, const char *path)
{
  g_autofree char *whole = jh_new_books_dup_whole (path);

  jh_start_save_copy (GTK_WIDGET (owner), get_path (JH_WINDOW (owner)), whole,
                      copied_cb);
}

/* Proposes a name for a copy that nothing has yet. */
static void
save_copy_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_autofree char *folder = g_path_get_dirname (get_path (data));
  g_autofree char *name = jh_new_books_dup_copy_name (get_path (data));
  g_autofree char *path = g_build_filename (folder, name, NULL);

  jh_choose (data, JH_CHOOSE_NEW, "另存副本", path, copy_chosen_cb);
}

static void
launched_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (JhWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *words = NULL;

  if (g_app_info_launch_default_for_uri_finish (result, &error))
    return;
  words = g_strdup_printf ("打不开文件夹：%s", error->message);
  jh_window_say (self, words, TRUE);
}

static void
open_folder_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_autofree char *path = g_canonicalize_filename (get_path (data), NULL);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *uri = g_filename_to_uri (folder, NULL, NULL);

  if (uri)
    g_app_info_launch_default_for_uri_async (uri, NULL, NULL, launched_cb,
                                             g_object_ref (data));
}

static void
delete_filing_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  JhWindow *self = data;

  jh_start_drop (data, get_path (self), jh_session_get_filing (self->session),
                 worked_cb);
}

void
jh_window_update_file_actions (JhWindow *self)
{
  gboolean open = self->document != NULL;
  gboolean writable = open && !jh_document_is_read_only (self->document)
                      && !jh_document_is_working (self->document);

  jh_window_enable (self, "new-filing", !open || writable);
  jh_window_enable (self, "roll", !open || writable);
  jh_window_enable (self, "import", !open || writable);
  jh_window_enable (self, "restore", !open || writable);
  jh_window_enable (self, "back-up", open);
  jh_window_enable (self, "save-copy", open);
  jh_window_enable (self, "open-folder", open);
  jh_window_enable (self, "delete-filing", writable && self->session);
}

void
jh_window_add_file_actions (JhWindow *self)
{
  static const GActionEntry entries[] = {
    { .name = "open-sample", .activate = open_sample_cb },
    { .name = "new-filing", .activate = new_filing_cb },
    { .name = "roll", .activate = roll_cb },
    { .name = "import", .activate = import_cb },
    { .name = "restore", .activate = restore_cb },
    { .name = "open-file", .activate = open_cb },
    { .name = "back-up", .activate = back_up_cb },
    { .name = "save-copy", .activate = save_copy_cb },
    { .name = "open-folder", .activate = open_folder_cb },
    { .name = "delete-filing", .activate = delete_filing_cb },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries,
                                   G_N_ELEMENTS (entries), self);
}

static void
open_recent_cb (JhWindow *self, const char *path)
{
  jh_window_open (self, path);
}

void
jh_window_welcome (JhWindow *self, const char *trouble)
{
  GtkWidget *welcome = gtk_stack_get_child_by_name (self->stack, "welcome");

  if (welcome == NULL)
    {
      welcome = g_object_new (JH_TYPE_WELCOME, NULL);
      g_signal_connect_object (welcome, "open", G_CALLBACK (open_recent_cb),
                               self, G_CONNECT_SWAPPED);
      gtk_stack_add_named (self->stack, welcome, "welcome");
    }
  jh_window_show_head (self);
  jh_welcome_show (JH_WELCOME (welcome), trouble);
  gtk_stack_set_visible_child (self->stack, welcome);
}
