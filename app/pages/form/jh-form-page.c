#include "jh-form-page.h"

#include "jh-form.h"
#include "jh-table-pane.h"

/* names: of the forms
 * panes: JhTablePane, one for each; borrowed from the box */
struct _JhFormPage
{
  JhPage parent_instance;

  char **names;
  GPtrArray *panes;
};

enum
{
  PROP_FORMS = 1,
};

G_DEFINE_FINAL_TYPE (JhFormPage, jh_form_page, JH_TYPE_PAGE)

/* The forms of the program, read once; NULL after something was wrong. */
static JhForms *
get_forms (void)
{
  static JhForms *forms;
  g_autoptr (GError) error = NULL;

  if (forms == NULL)
    forms = jh_forms_new (&error);
  if (error)
    g_critical ("%s", error->message);
  return forms;
}

static void
show_form (JhFormPage *self, guint index, JhSession *session)
{
  JhTablePane *pane = self->panes->pdata[index];
  const JhForm *form
    = get_forms () ? jh_forms_find (get_forms (), self->names[index]) : NULL;
  g_autoptr (JhTableModel) model
    = form && session ? jh_form_open (form, session) : NULL;

  if (form)
    g_object_set (pane, "title", jh_form_get_title (form), "hint",
                  jh_form_get_hint (form), NULL);
  jh_table_pane_show (pane, model);
}

static void
jh_form_page_load (JhPage *page)
{
  JhFormPage *self = JH_FORM_PAGE (page);

  for (guint i = 0; i < self->panes->len; i++)
    show_form (self, i, jh_page_get_session (page));
}

static gboolean
jh_form_page_go (JhPage *page, const JhPlace *place)
{
  JhFormPage *self = JH_FORM_PAGE (page);

  for (guint i = 0; i < self->panes->len; i++)
    if (jh_table_pane_go (self->panes->pdata[i], place))
      return TRUE;
  return FALSE;
}

static void
jh_form_page_constructed (GObject *object)
{
  JhFormPage *self = JH_FORM_PAGE (object);

  G_OBJECT_CLASS (jh_form_page_parent_class)->constructed (object);
  for (guint i = 0; self->names[i]; i++)
    {
      GtkWidget *pane
        = g_object_new (JH_TYPE_TABLE_PANE, "key", self->names[i], NULL);

      g_ptr_array_add (self->panes, pane);
      gtk_box_append (GTK_BOX (self), pane);
    }
}

static void
jh_form_page_set_property (GObject *object, guint id, const GValue *value,
                           GParamSpec *pspec)
{
  const char *names = g_value_get_string (value);

  JH_FORM_PAGE (object)->names = g_strsplit (names ? names : "", " ", -1);
}

static void
jh_form_page_finalize (GObject *object)
{
  JhFormPage *self = JH_FORM_PAGE (object);

  g_strfreev (self->names);
  g_ptr_array_unref (self->panes);
  G_OBJECT_CLASS (jh_form_page_parent_class)->finalize (object);
}

static void
jh_form_page_class_init (JhFormPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = jh_form_page_constructed;
  object_class->set_property = jh_form_page_set_property;
  object_class->finalize = jh_form_page_finalize;
  JH_PAGE_CLASS (klass)->load = jh_form_page_load;
  JH_PAGE_CLASS (klass)->go = jh_form_page_go;
  g_object_class_install_property (
    object_class, PROP_FORMS,
    g_param_spec_string ("forms", NULL, NULL, NULL,
                         G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY
                           | G_PARAM_STATIC_STRINGS));
}

static void
jh_form_page_init (JhFormPage *self)
{
  self->panes = g_ptr_array_new ();
}
