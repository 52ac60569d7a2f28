#include "jh-session.h"

#include "jh-error.h"

enum
{
  PROP_UNIT = 1,
  N_PROPERTIES,
};

enum
{
  CHANGED,
  MARKED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPERTIES];
static guint signals[N_SIGNALS];

/* before: NULL when there are none
 * obstacle: why nothing can be edited; owned, or NULL
 * held: why it cannot for a while; owned, or NULL
 * marks: NULL until they are known
 * pace: NULL for nobody */
struct _JhSession
{
  GObject parent_instance;

  JhStore *store;
  JhBooks *books;
  JhBooks *before;
  JhMoneyUnit unit;
  char *obstacle;
  char *held;
  JhMarks *marks;
  JhPace *pace;
};

G_DEFINE_FINAL_TYPE (JhSession, jh_session, G_TYPE_OBJECT)

static void
jh_session_get_property (GObject *object, guint id, GValue *value,
                         GParamSpec *pspec)
{
  g_value_set_uint (value, JH_SESSION (object)->unit);
}

static void
jh_session_set_property (GObject *object, guint id, const GValue *value,
                         GParamSpec *pspec)
{
  jh_session_set_unit (JH_SESSION (object),
                       (JhMoneyUnit) g_value_get_uint (value));
}

static void
jh_session_finalize (GObject *object)
{
  JhSession *self = JH_SESSION (object);

  jh_books_free (self->books);
  jh_books_free (self->before);
  g_free (self->obstacle);
  g_free (self->held);
  jh_marks_unref (self->marks);
  G_OBJECT_CLASS (jh_session_parent_class)->finalize (object);
}

static void
jh_session_class_init (JhSessionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = jh_session_get_property;
  object_class->set_property = jh_session_set_property;
  object_class->finalize = jh_session_finalize;
  properties[PROP_UNIT] = g_param_spec_uint (
    "unit", NULL, NULL, JH_MONEY_YUAN, JH_MONEY_WAN, JH_MONEY_YUAN,
    G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
  signals[CHANGED]
    = g_signal_new ("changed", JH_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL,
                    NULL, NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_OBJECT);
  signals[MARKED]
    = g_signal_new ("marked", JH_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL,
                    NULL, NULL, G_TYPE_NONE, 0);
}

static void
jh_session_init (JhSession *self)
{
}

/* Why the filing cannot be edited; NULL when it can. */
static char *
find_obstacle (JhSession *self)
{
  if (g_str_equal (self->books->filing->state, "锁定"))
    return g_strdup ("这套决算已锁定，先由负责人解锁才能修改");
  if (jh_store_is_read_only (self->store))
    return g_strdup ("账套是只读打开的，只能看，不能改");
  return NULL;
}

/* Reads books and those of the year before; the old ones stay when that
 * fails. */
static gboolean
load (JhSession *self, gint64 filing, GError **error)
{
  JhLists *lists = self->books ? self->books->lists : NULL;
  g_autoptr (JhBooks) books
    = jh_books_load (self->store, filing, lists, error);
  JhBooks *before = NULL;

  if (books == NULL
      || !jh_books_load_before (self->store, books, &before, error))
    return FALSE;
  jh_books_free (self->books);
  jh_books_free (self->before);
  g_free (self->obstacle);
  self->books = g_steal_pointer (&books);
  self->before = before;
  self->obstacle = find_obstacle (self);
  return TRUE;
}

JhSession *
jh_session_new (JhStore *store, gint64 filing, GError **error)
{
  g_autoptr (JhSession) self = g_object_new (JH_TYPE_SESSION, NULL);

  self->store = store;
  if (!load (self, filing, error))
    return NULL;
  self->unit = self->books->filing->money_unit;
  return g_steal_pointer (&self);
}

JhStore *
jh_session_get_store (JhSession *self)
{
  return self->store;
}

gint64
jh_session_get_filing (JhSession *self)
{
  return self->books->filing->id;
}

JhBooks *
jh_session_get_books (JhSession *self)
{
  return self->books;
}

const JhBooks *
jh_session_get_before (JhSession *self)
{
  return self->before;
}

JhMoneyUnit
jh_session_get_unit (JhSession *self)
{
  return self->unit;
}

void
jh_session_set_unit (JhSession *self, JhMoneyUnit unit)
{
  if (self->unit == unit)
    return;
  self->unit = unit;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_UNIT]);
}

const JhMarks *
jh_session_get_marks (JhSession *self)
{
  return self->marks;
}

void
jh_session_set_marks (JhSession *self, JhMarks *marks)
{
  jh_marks_unref (self->marks);
  self->marks = marks ? jh_marks_ref (marks) : NULL;
  g_signal_emit (self, signals[MARKED], 0);
}

const char *
jh_session_get_obstacle (JhSession *self)
{
  return self->obstacle;
}

gboolean
jh_session_reload (JhSession *self, GError **error)
{
  if (!load (self, self->books->filing->id, error))
    return FALSE;
  jh_session_tell (self, JH_TOUCHED_ALL, NULL);
  return TRUE;
}

gboolean
jh_session_may_edit (JhSession *self, GError **error)
{
  if (self->held)
    g_set_error (error, JH_ERROR, JH_ERROR_BUSY, "%s，完成以后才能修改",
                 self->held);
  if (self->held)
    return FALSE;
  if (self->obstacle == NULL)
    return TRUE;
  g_set_error_literal (error, JH_ERROR,
                       jh_store_is_read_only (self->store)
                         ? JH_ERROR_READ_ONLY
                         : JH_ERROR_LOCKED,
                       self->obstacle);
  return FALSE;
}

void
jh_session_hold (JhSession *self, const char *words)
{
  g_free (self->held);
  self->held = g_strdup (words);
}

void
jh_session_set_pace (JhSession *self, JhPace *pace)
{
  self->pace = pace;
}

gboolean
jh_session_step (JhSession *self, GError **error)
{
  return jh_pace_step (self->pace, error);
}

JhChange *
jh_session_begin (JhSession *self, const char *name, GError **error)
{
  JhChange *change;

  if (!jh_session_may_edit (self, error))
    return NULL;
  change = jh_change_begin (self->store, name, error);
  if (change)
    jh_change_set_filing (change, jh_session_get_filing (self));
  return change;
}

gboolean
jh_session_commit (JhSession *self, JhChange *change, GError **error)
{
  gboolean kept = jh_change_commit (change, error);
  g_autoptr (GError) again = NULL;

  jh_change_free (change);
  if (!kept && !jh_session_reload (self, &again))
    g_warning ("%s", again->message);
  return kept;
}

void
jh_session_tell (JhSession *self, guint touched, gpointer source)
{
  g_signal_emit (self, signals[CHANGED], 0, touched, source);
}
