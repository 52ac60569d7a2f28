#include "jh-page.h"

typedef struct
{
  JhDocument *document;
} JhPagePrivate;

enum
{
  LEAD,
  SAY,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (JhPage, jh_page, GTK_TYPE_BOX)

static JhPagePrivate *
get_private (JhPage *self)
{
  return jh_page_get_instance_private (self);
}

static void
load (JhPage *self)
{
  if (JH_PAGE_GET_CLASS (self)->load)
    JH_PAGE_GET_CLASS (self)->load (self);
}

static void
leave_document (JhPage *self)
{
  JhPagePrivate *own = get_private (self);

  if (own->document)
    g_signal_handlers_disconnect_by_data (own->document, self);
  g_clear_object (&own->document);
}

static void
jh_page_dispose (GObject *object)
{
  leave_document (JH_PAGE (object));
  G_OBJECT_CLASS (jh_page_parent_class)->dispose (object);
}

static void
take_first_focus (JhPage *self)
{
  gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

static void
jh_page_class_init (JhPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = jh_page_dispose;
  klass->take_focus = take_first_focus;
  gtk_widget_class_set_css_name (widget_class, "page");
  signals[LEAD]
    = g_signal_new ("lead", JH_TYPE_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[SAY]
    = g_signal_new ("say", JH_TYPE_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_BOOLEAN);
}

static void
jh_page_init (JhPage *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self),
                                  GTK_ORIENTATION_VERTICAL);
}

static void
session_cb (JhPage *self)
{
  load (self);
}

void
jh_page_set_document (JhPage *self, JhDocument *document)
{
  JhPagePrivate *own = get_private (self);

  leave_document (self);
  if (document)
    {
      own->document = g_object_ref (document);
      g_signal_connect_object (document, "notify::session",
                               G_CALLBACK (session_cb), self,
                               G_CONNECT_SWAPPED);
    }
  load (self);
}

JhDocument *
jh_page_get_document (JhPage *self)
{
  return get_private (self)->document;
}

JhSession *
jh_page_get_session (JhPage *self)
{
  JhDocument *document = get_private (self)->document;

  return document ? jh_document_get_session (document) : NULL;
}

gboolean
jh_page_go (JhPage *self, const JhPlace *place)
{
  JhPageClass *klass = JH_PAGE_GET_CLASS (self);

  return klass->go && klass->go (self, place);
}

void
jh_page_look (JhPage *self)
{
  if (JH_PAGE_GET_CLASS (self)->look)
    JH_PAGE_GET_CLASS (self)->look (self);
}

void
jh_page_take_focus (JhPage *self)
{
  JH_PAGE_GET_CLASS (self)->take_focus (self);
}

void
jh_page_lead (JhPage *self, const JhPlace *place)
{
  g_signal_emit (self, signals[LEAD], 0, place);
}

void
jh_page_say (JhPage *self, const char *words, gboolean failed)
{
  g_signal_emit (self, signals[SAY], 0, words, failed);
}
