#include "jh-choose.h"

#include "jh-new-books.h"

static const char *
accept_label (JhChooseWhat what)
{
  return what == JH_CHOOSE_BOOKS    ? "打开(_O)"
         : what == JH_CHOOSE_FOLDER ? "选择(_S)"
                                    : "确定(_S)";
}

static GtkFileChooserAction
action_of (JhChooseWhat what)
{
  return what == JH_CHOOSE_BOOKS    ? GTK_FILE_CHOOSER_ACTION_OPEN
         : what == JH_CHOOSE_FOLDER ? GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER
                                    : GTK_FILE_CHOOSER_ACTION_SAVE;
}

static void
add_filters (GtkFileChooser *chooser)
{
  g_autoptr (GtkFileFilter) books = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();

  gtk_file_filter_set_name (books, "绩衡账套（*.jiheng）");
  gtk_file_filter_add_pattern (books, "*" JH_BOOKS_ENDING);
  gtk_file_filter_set_name (all, "所有文件");
  gtk_file_filter_add_pattern (all, "*");
  gtk_file_chooser_add_filter (chooser, books);
  gtk_file_chooser_add_filter (chooser, all);
}

/* Begins where @path says. */
static void
begin_at (GtkFileChooser *chooser, JhChooseWhat what, const char *path)
{
  g_autofree char *above = g_path_get_dirname (path);
  g_autofree char *name = g_path_get_basename (path);
  g_autoptr (GFile) folder
    = g_file_new_for_path (what == JH_CHOOSE_NEW ? above : path);

  gtk_file_chooser_set_current_folder (chooser, folder, NULL);
  if (what == JH_CHOOSE_NEW)
    gtk_file_chooser_set_current_name (chooser, name);
}

static void
responded_cb (GtkFileChooserNative *native, int response, gpointer data)
{
  JhChosen chosen = (JhChosen) data;
  g_autoptr (GtkWindow) owner
    = gtk_native_dialog_get_transient_for (GTK_NATIVE_DIALOG (native));
  g_autoptr (GFile) file = NULL;
  g_autofree char *path = NULL;

  if (owner)
    g_object_ref (owner);
  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (native));
  path = file ? g_file_get_path (file) : NULL;
  g_object_unref (native);
  if (path && owner)
    chosen (owner, path);
}

void
jh_choose (GtkWindow *owner, JhChooseWhat what, const char *title,
           const char *path, JhChosen chosen)
{
  GtkFileChooserNative *native = gtk_file_chooser_native_new (
    title, owner, action_of (what), accept_label (what), "取消(_C)");

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (native), TRUE);
  if (what != JH_CHOOSE_FOLDER)
    add_filters (GTK_FILE_CHOOSER (native));
  if (path)
    begin_at (GTK_FILE_CHOOSER (native), what, path);
  g_signal_connect (native, "response", G_CALLBACK (responded_cb),
                    (gpointer) chosen);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (native));
}
