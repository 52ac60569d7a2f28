#include "jh-import-dialog.h"

#include "jh-choose.h"
#include "jh-error.h"
#include "jh-new-books.h"
#include "jh-notes.h"
#include "jh-task.h"

/* books: the books that are open; NULL for new ones
 * path: where new books will stand */
struct _JhImportDialog
{
  JhStartDialog parent_instance;

  GtkLabel *head;
  GtkWidget *words_part;
  GtkLabel *words;
  GtkWidget *replaced_part;
  GtkLabel *replaced_head;
  GtkLabel *replaced;
  GtkLabel *into;
  GtkWidget *place;
  GtkLabel *place_words;
  GtkLabel *trouble;
  GtkButton *go;

  JhImportPlan *plan;
  char *books;
  char *path;
};

G_DEFINE_FINAL_TYPE (JhImportDialog, jh_import_dialog, JH_TYPE_START_DIALOG)

/* path: the books; NULL while planning for new ones
 * made: whether they are made
 * plan: what planning found
 * filing: what came in */
typedef struct
{
  char *path;
  char *folder;
  gboolean made;
  gboolean replace;
  JhImportPlan *plan;
  JhFiling *filing;
  JhImportShown shown;
} Importing;

static void
importing_free (gpointer data)
{
  Importing *importing = data;

  g_free (importing->path);
  g_free (importing->folder);
  jh_import_plan_free (importing->plan);
  jh_filing_free (importing->filing);
  g_free (importing);
}

/* Shows why nothing came in: all faults, to be read and copied. */
static void
report (GtkWindow *parent, const GError *error)
{
  jh_notes_show (parent, "没有导入", "请先改正下面的地方，再导入一次：",
                 error->message);
}

static gboolean
fill_books (JhStore *store, gpointer data, GError **error)
{
  Importing *importing = data;

  return jh_import_folder (store, importing->folder, importing->replace,
                           &importing->filing, error);
}

static gboolean
import_on_thread (JhTask *task, gpointer data, GError **error)
{
  Importing *importing = data;
  g_autoptr (JhStore) store = NULL;

  if (importing->made)
    return jh_new_books_make (importing->path, fill_books, importing, error);
  store = jh_store_open (importing->path, JH_STORE_WRITE, error);
  return store && fill_books (store, importing, error);
}

static void
imported_cb (GtkWidget *owner, gpointer data, const GError *error)
{
  JhImportDialog *self = JH_IMPORT_DIALOG (owner);
  const Importing *importing = data;
  g_autofree char *words = NULL;

  jh_start_dialog_set_busy (JH_START_DIALOG (self), FALSE);
  if (error)
    {
      jh_start_dialog_show_trouble (self->trouble, error->message);
      return;
    }
  words = g_strdup_printf ("已%s %d 年度“%s”",
                           importing->replace ? "替换" : "导入",
                           importing->filing->year, importing->filing->name);
  jh_start_dialog_made (JH_START_DIALOG (self), importing->path,
                        importing->filing->id, words);
}

static void
go_cb (JhImportDialog *self)
{
  Importing *importing = g_new0 (Importing, 1);

  importing->path = g_strdup (self->books ? self->books : self->path);
  importing->folder = g_strdup (self->plan->folder);
  importing->made = self->books == NULL;
  importing->replace = self->plan->before != NULL;
  jh_start_dialog_show_trouble (self->trouble, NULL);
  jh_start_dialog_set_busy (JH_START_DIALOG (self), TRUE);
  jh_task_run (GTK_WIDGET (self), "正在导入", 0, import_on_thread,
               imported_cb, importing, importing_free);
}

static void
show_place (JhImportDialog *self)
{
  gtk_label_set_text (self->place_words, self->path);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->place_words), self->path);
}

static void
chosen_cb (GtkWindow *owner, const char *path)
{
  JhImportDialog *self = JH_IMPORT_DIALOG (owner);

  g_free (self->path);
  self->path = jh_new_books_dup_whole (path);
  show_place (self);
  jh_start_dialog_show_trouble (self->trouble, NULL);
}

static void
change_cb (JhImportDialog *self)
{
  jh_choose (GTK_WINDOW (self), JH_CHOOSE_NEW, "账套放在哪里", self->path,
             chosen_cb);
}

static void
jh_import_dialog_finalize (GObject *object)
{
  JhImportDialog *self = JH_IMPORT_DIALOG (object);

  jh_import_plan_free (self->plan);
  g_free (self->books);
  g_free (self->path);
  G_OBJECT_CLASS (jh_import_dialog_parent_class)->finalize (object);
}

static void
jh_import_dialog_class_init (JhImportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = jh_import_dialog_finalize;
  gtk_widget_class_set_template_from_resource (
    widget_class, "/cn/jiheng/ui/import-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, JhImportDialog, head);
  gtk_widget_class_bind_template_child (widget_class, JhImportDialog,
                                        words_part);
  gtk_widget_class_bind_template_child (widget_class, JhImportDialog, words);
  gtk_widget_class_bind_template_child (widget_class, JhImportDialog,
                                        replaced_part);
  gtk_widget_class_bind_template_child (widget_class, JhImportDialog,
                                        replaced_head);
  gtk_widget_class_bind_template_child (widget_class, JhImportDialog,
                                        replaced);
  gtk_widget_class_bind_template_child (widget_class, JhImportDialog, into);
  gtk_widget_class_bind_template_child (widget_class, JhImportDialog, place);
  gtk_widget_class_bind_template_child (widget_class, JhImportDialog,
                                        place_words);
  gtk_widget_class_bind_template_child (widget_class, JhImportDialog,
                                        trouble);
  gtk_widget_class_bind_template_child (widget_class, JhImportDialog, go);
  gtk_widget_class_bind_template_callback (widget_class, go_cb);
  gtk_widget_class_bind_template_callback (widget_class, change_cb);
}

static void
jh_import_dialog_init (JhImportDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Says what gives way, and names the button after it. */
static void
show_replaced (JhImportDialog *self)
{
  g_autofree char *replaced = jh_import_plan_dup_replaced (self->plan);
  g_autofree char *head = NULL;

  gtk_widget_set_visible (self->words_part, replaced == NULL);
  gtk_widget_set_visible (self->replaced_part, replaced != NULL);
  if (replaced == NULL)
    return;
  head = g_strdup_printf (
    "账套里已经有 %d 年度“%s”，会被换掉；替换以后可以撤销：",
    self->plan->before->year, self->plan->before->name);
  gtk_label_set_text (self->replaced_head, head);
  gtk_label_set_text (self->replaced, replaced);
  gtk_button_set_label (self->go, "替换(_I)");
}

/* A dialog for @plan, which it takes over. */
static JhImportDialog *
make_dialog (GtkWindow *parent, const char *path, JhImportPlan *plan)
{
  JhImportDialog *self
    = g_object_new (JH_TYPE_IMPORT_DIALOG, "transient-for", parent, NULL);
  g_autofree char *head = jh_import_plan_dup_title (plan);
  g_autofree char *words = jh_import_plan_dup_words (plan);
  g_autofree char *name = path ? g_path_get_basename (path) : NULL;
  g_autofree char *into
    = path ? g_strdup_printf ("放进打开着的账套“%s”", name) : NULL;

  self->plan = plan;
  self->books = g_strdup (path);
  self->path
    = jh_new_books_dup_path (jh_new_books_get_folder (), plan->filing->name);
  gtk_label_set_text (self->head, head);
  gtk_label_set_text (self->words, words);
  gtk_widget_set_visible (self->place, path == NULL);
  jh_start_dialog_show_trouble (self->into, into);
  show_replaced (self);
  show_place (self);
  return self;
}

static gboolean
plan_on_thread (JhTask *task, gpointer data, GError **error)
{
  Importing *importing = data;

  importing->plan
    = jh_import_plan_make (importing->path, importing->folder, error);
  return importing->plan != NULL;
}

static void
planned_cb (GtkWidget *owner, gpointer data, const GError *error)
{
  GtkWindow *parent = GTK_WINDOW (owner);
  Importing *importing = data;
  JhImportDialog *dialog;

  if (error)
    {
      report (parent, error);
      return;
    }
  dialog = make_dialog (parent, importing->path,
                        g_steal_pointer (&importing->plan));
  importing->shown (parent, dialog);
  gtk_window_present (GTK_WINDOW (dialog));
}

void
jh_import_dialog_show (GtkWindow *parent, const char *path,
                       const char *folder, JhImportShown shown)
{
  Importing *importing = g_new0 (Importing, 1);

  importing->path = g_strdup (path);
  importing->folder = g_strdup (folder);
  importing->shown = shown;
  jh_task_run (GTK_WIDGET (parent), "正在读文件夹", 0, plan_on_thread,
               planned_cb, importing, importing_free);
}
