#include "jh-blank-dialog.h"

#include "jh-choose.h"
#include "jh-error.h"
#include "jh-new-books.h"
#include "jh-new-filing.h"
#include "jh-task.h"

/* books: the books that are open; NULL for new ones
 * path: where new books will stand
 * path_chosen: somebody chose it; it does not follow the name any more
 * tried: the fields were looked at once, and are from then on with every
 *        letter */
struct _JhBlankDialog
{
  JhStartDialog parent_instance;

  GtkEditable *name;
  GtkEditable *code;
  GtkEditable *region;
  GtkEditable *year;
  GtkLabel *name_trouble;
  GtkLabel *code_trouble;
  GtkLabel *region_trouble;
  GtkLabel *year_trouble;
  GtkCheckButton *wan;
  GtkWidget *place;
  GtkLabel *place_words;
  GtkLabel *into;
  GtkLabel *trouble;

  char *books;
  char *path;
  gboolean path_chosen;
  gboolean tried;
};

G_DEFINE_FINAL_TYPE (JhBlankDialog, jh_blank_dialog, JH_TYPE_START_DIALOG)

/* What is made on the thread; filing gets its ids there. */
typedef struct
{
  char *path;
  gboolean made;
  JhFiling *filing;
} Making;

static void
making_free (gpointer data)
{
  Making *making = data;

  g_free (making->path);
  jh_filing_free (making->filing);
  g_free (making);
}

static gboolean
fill_books (JhStore *store, gpointer data, GError **error)
{
  return jh_new_filing_keep (store, data, error);
}

static gboolean
make_on_thread (JhTask *task, gpointer data, GError **error)
{
  Making *making = data;
  g_autoptr (JhStore) store = NULL;

  if (making->made)
    return jh_new_books_make (making->path, fill_books, making->filing,
                              error);
  store = jh_store_open (making->path, JH_STORE_WRITE, error);
  return store && jh_new_filing_keep (store, making->filing, error);
}

static void
made_cb (GtkWidget *owner, gpointer data, const GError *error)
{
  JhBlankDialog *self = JH_BLANK_DIALOG (owner);
  const Making *making = data;
  g_autofree char *words = NULL;

  jh_start_dialog_set_busy (JH_START_DIALOG (self), FALSE);
  if (error)
    {
      jh_start_dialog_show_trouble (self->trouble, error->message);
      return;
    }
  words = g_strdup_printf ("已建立 %d 年度“%s”", making->filing->year,
                           making->filing->name);
  jh_start_dialog_made (JH_START_DIALOG (self), making->path,
                        making->filing->id, words);
}

/* What is typed, by JhNewField. */
static GtkEditable *
get_field (JhBlankDialog *self, JhNewField field)
{
  GtkEditable *const fields[JH_N_NEW]
    = { self->name, self->code, self->region, self->year };

  return fields[field];
}

/* Shows what is wrong with each field, and returns the first one that is
 * wrong, or NULL. */
static GtkEditable *
show_troubles (JhBlankDialog *self, const JhNewTroubles *troubles)
{
  GtkLabel *const labels[JH_N_NEW]
    = { self->name_trouble, self->code_trouble, self->region_trouble,
        self->year_trouble };
  GtkEditable *first = NULL;

  for (int field = 0; field < JH_N_NEW; field++)
    {
      const char *trouble = troubles->of[field];
      GtkEditable *entry = get_field (self, (JhNewField) field);

      jh_start_dialog_show_trouble (labels[field], trouble);
      gtk_accessible_update_state (
        GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_STATE_INVALID,
        trouble ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE,
        -1);
      if (trouble)
        gtk_widget_add_css_class (GTK_WIDGET (entry), "error");
      else
        gtk_widget_remove_css_class (GTK_WIDGET (entry), "error");
      if (trouble && first == NULL)
        first = entry;
    }
  return first;
}

/* The filing that is typed, or NULL with everything wrong shown and the
 * keyboard in @first of it when that is asked for. */
static JhFiling *
read_fields (JhBlankDialog *self, GtkEditable **first)
{
  const char *typed[JH_N_NEW];
  g_auto (JhNewTroubles) troubles = { 0 };
  JhFiling *filing;

  for (int field = 0; field < JH_N_NEW; field++)
    typed[field]
      = gtk_editable_get_text (get_field (self, (JhNewField) field));
  filing = jh_new_filing_read (
    typed,
    gtk_check_button_get_active (self->wan) ? JH_MONEY_WAN : JH_MONEY_YUAN,
    &troubles);
  *first = show_troubles (self, &troubles);
  return filing;
}

static void
go_cb (JhBlankDialog *self)
{
  GtkEditable *first;
  JhFiling *filing = read_fields (self, &first);
  Making *making;

  self->tried = TRUE;
  jh_start_dialog_show_trouble (self->trouble, NULL);
  if (filing == NULL)
    {
      gtk_widget_grab_focus (GTK_WIDGET (first));
      return;
    }
  making = g_new (Making, 1);
  *making = (Making){ g_strdup (self->books ? self->books : self->path),
                      self->books == NULL, filing };
  jh_start_dialog_set_busy (JH_START_DIALOG (self), TRUE);
  jh_task_run (GTK_WIDGET (self), "正在建立年度", 0, make_on_thread, made_cb,
               making, making_free);
}

static void
show_place (JhBlankDialog *self)
{
  gtk_label_set_text (self->place_words, self->path);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->place_words), self->path);
}

/* Lets the file be called after the unit, as long as nobody chose it. */
static void
follow_name (JhBlankDialog *self)
{
  if (self->path_chosen)
    return;
  g_free (self->path);
  self->path = jh_new_books_dup_path (jh_new_books_get_folder (),
                                      gtk_editable_get_text (self->name));
  show_place (self);
}

static void
typed_cb (JhBlankDialog *self)
{
  GtkEditable *first;

  follow_name (self);
  if (self->tried)
    jh_filing_free (read_fields (self, &first));
}

static void
chosen_cb (GtkWindow *owner, const char *path)
{
  JhBlankDialog *self = JH_BLANK_DIALOG (owner);

  g_free (self->path);
  self->path = jh_new_books_dup_whole (path);
  self->path_chosen = TRUE;
  show_place (self);
  jh_start_dialog_show_trouble (self->trouble, NULL);
}

static void
change_cb (JhBlankDialog *self)
{
  jh_choose (GTK_WINDOW (self), JH_CHOOSE_NEW, "账套放在哪里", self->path,
             chosen_cb);
}

static void
jh_blank_dialog_finalize (GObject *object)
{
  JhBlankDialog *self = JH_BLANK_DIALOG (object);

  g_free (self->books);
  g_free (self->path);
  G_OBJECT_CLASS (jh_blank_dialog_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, JhBlankDialog, name);
  gtk_widget_class_bind_template_child (widget_class, JhBlankDialog, code);
  gtk_widget_class_bind_template_child (widget_class, JhBlankDialog, region);
  gtk_widget_class_bind_template_child (widget_class, JhBlankDialog, year);
  gtk_widget_class_bind_template_child (widget_class, JhBlankDialog,
                                        name_trouble);
  gtk_widget_class_bind_template_child (widget_class, JhBlankDialog,
                                        code_trouble);
  gtk_widget_class_bind_template_child (widget_class, JhBlankDialog,
                                        region_trouble);
  gtk_widget_class_bind_template_child (widget_class, JhBlankDialog,
                                        year_trouble);
  gtk_widget_class_bind_template_child (widget_class, JhBlankDialog, wan);
  gtk_widget_class_bind_template_child (widget_class, JhBlankDialog, place);
  gtk_widget_class_bind_template_child (widget_class, JhBlankDialog,
                                        place_words);
  gtk_widget_class_bind_template_child (widget_class, JhBlankDialog, into);
  gtk_widget_class_bind_template_child (widget_class, JhBlankDialog, trouble);
}

static void
jh_blank_dialog_class_init (JhBlankDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = jh_blank_dialog_finalize;
  gtk_widget_class_set_template_from_resource (
    widget_class, "/cn/jiheng/ui/blank-dialog.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, go_cb);
  gtk_widget_class_bind_template_callback (widget_class, typed_cb);
  gtk_widget_class_bind_template_callback (widget_class, change_cb);
}

static void
jh_blank_dialog_init (JhBlankDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Proposes the year whose accounts are being closed. */
static void
propose_year (JhBlankDialog *self)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *year = g_strdup_printf (
    "%d", jh_new_filing_guess_year (g_date_time_get_year (now),
                                    g_date_time_get_month (now)));

  gtk_editable_set_text (self->year, year);
}

JhBlankDialog *
jh_blank_dialog_new (GtkWindow *parent, const char *path)
{
  JhBlankDialog *self
    = g_object_new (JH_TYPE_BLANK_DIALOG, "transient-for", parent, NULL);
  g_autofree char *name = path ? g_path_get_basename (path) : NULL;
  g_autofree char *into
    = path ? g_strdup_printf ("放进打开着的账套“%s”", name) : NULL;

  self->books = g_strdup (path);
  gtk_widget_set_visible (self->place, path == NULL);
  jh_start_dialog_show_trouble (self->into, into);
  propose_year (self);
  follow_name (self);
  return self;
}
