#include "jh-review.h"

#include "jh-draft-check.h"
#include "jh-standing.h"

/* How long a change waits for the next one before the checks run, in
 * milliseconds. */
#define PATIENCE 120

/* With more findings than these, it is not noted since when they are open:
 * writing that down would hold up the window. */
#define NOTED_MOST 500

enum
{
  PROP_SUMMARY = 1,
  PROP_BUSY,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

/* session: NULL for none
 * running: the checks are under way
 * again: something changed since they began
 * waiting: the source that begins them */
struct _JhReview
{
  GObject parent_instance;

  JhSession *session;
  JhFindingList *findings;
  JhChecker *checker;
  char *summary;
  gboolean running;
  gboolean again;
  guint waiting;
};

G_DEFINE_FINAL_TYPE (JhReview, jh_review, G_TYPE_OBJECT)

/* What one run works on.
 *
 * shown: the findings that are listed meanwhile; the thread gives it back,
 *   for the last to do so has to free them */
typedef struct
{
  char *path;
  gint64 filing;
  JhChecker *checker;
  GPtrArray *shown;
} Run;

/* What one run found.
 *
 * span: where that differs from what was listed */
typedef struct
{
  GPtrArray *findings;
  JhFindingSpan span;
  JhMarks *marks;
} Outcome;

static void
run_free (Run *run)
{
  g_free (run->path);
  g_clear_pointer (&run->shown, g_ptr_array_unref);
  g_free (run);
}

static void
outcome_free (gpointer data)
{
  Outcome *outcome = data;

  jh_findings_drop (outcome->findings);
  jh_marks_unref (outcome->marks);
  g_free (outcome);
}

/* The findings of @run; NULL with @error. */
static GPtrArray *
check (Run *run, GError **error)
{
  g_autoptr (JhStore) store = jh_store_open (run->path, JH_STORE_READ, error);

  return store
           ? jh_draft_check_filing (run->checker, store, run->filing, error)
           : NULL;
}

static void
check_on_thread (GTask *task, gpointer source, gpointer data,
                 GCancellable *cancellable)
{
  Run *run = data;
  GError *error = NULL;
  GPtrArray *findings = check (run, &error);
  Outcome *outcome = NULL;

  if (findings)
    {
      outcome = g_new (Outcome, 1);
      *outcome
        = (Outcome){ findings, jh_finding_span_find (run->shown, findings),
                     jh_marks_new (findings) };
    }
  g_clear_pointer (&run->shown, g_ptr_array_unref);
  if (outcome)
    g_task_return_pointer (task, outcome, outcome_free);
  else
    g_task_return_error (task, error);
}

static void
set_summary (JhReview *self, char *summary)
{
  g_free (self->summary);
  self->summary = summary;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SUMMARY]);
}

/* Those that somebody accepts are counted apart. */
static char *
dup_summary (JhReview *self)
{
  const GPtrArray *findings = jh_finding_list_get (self->findings);
  guint counts[JH_N_FINDING_KINDS] = { 0 };
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < findings->len; i++)
    counts[jh_finding_get_kind (findings->pdata[i])]++;
  for (int kind = 0; kind < JH_N_FINDING_KINDS; kind++)
    if (counts[kind] > 0)
      g_string_append_printf (words, "%s%u %s", words->len ? "  " : "",
                              counts[kind],
                              jh_finding_kind_name ((JhFindingKind) kind));
  if (words->len == 0)
    g_string_append (words, "没有发现问题");
  return g_string_free (words, FALSE);
}

/* Lists nothing. */
static void
clear (JhReview *self)
{
  g_autoptr (GPtrArray) nothing = jh_findings_new ();
  JhFindingSpan span = { 0, jh_finding_list_get (self->findings)->len, 0 };

  jh_finding_list_set (self->findings, nothing, &span);
  set_summary (self, g_strdup (""));
}

/* Notes which findings there are now. What cannot be noted, because the books
 * are read only or busy, is noted the next time. */
static void
note (JhReview *self, GPtrArray *findings)
{
  g_autoptr (GError) error = NULL;

  if (self->session == NULL || findings->len > NOTED_MOST)
    return;
  if (!jh_standing_note (jh_session_get_store (self->session),
                         jh_session_get_filing (self->session), findings,
                         &error))
    g_debug ("%s", error->message);
}

static void begin (JhReview *self);

static void
checked_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  JhReview *self = JH_REVIEW (object);
  g_autoptr (GError) error = NULL;
  Outcome *outcome = g_task_propagate_pointer (G_TASK (result), &error);

  self->running = FALSE;
  if (self->again)
    {
      g_clear_pointer (&outcome, outcome_free);
      begin (self);
      return;
    }
  if (outcome)
    {
      note (self, outcome->findings);
      jh_finding_list_set (self->findings, outcome->findings, &outcome->span);
      if (self->session && (outcome->span.removed || outcome->span.added))
        jh_session_set_marks (self->session, outcome->marks);
      set_summary (self, dup_summary (self));
    }
  else
    set_summary (self, g_strdup_printf ("没有审核：%s", error->message));
  g_clear_pointer (&outcome, outcome_free);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
}

/* Begins the checks, or lets those under way be followed by others. */
static void
begin (JhReview *self)
{
  g_autoptr (GTask) task = NULL;
  Run *run;

  self->again = self->running && self->session;
  if (self->running || self->session == NULL)
    return;
  run = g_new (Run, 1);
  *run = (Run){ g_strdup (
                  jh_store_get_path (jh_session_get_store (self->session))),
                jh_session_get_filing (self->session), self->checker,
                g_ptr_array_ref (jh_finding_list_get (self->findings)) };
  task = g_task_new (self, NULL, checked_cb, NULL);
  g_task_set_task_data (task, run, (GDestroyNotify) run_free);
  self->running = TRUE;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
  g_task_run_in_thread (task, check_on_thread);
}

static gboolean
waited_cb (gpointer data)
{
  JhReview *self = data;

  self->waiting = 0;
  begin (self);
  return G_SOURCE_REMOVE;
}

static void
changed_cb (JhReview *self)
{
  g_clear_handle_id (&self->waiting, g_source_remove);
  self->waiting = g_timeout_add (PATIENCE, waited_cb, self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
}

static void
leave_session (JhReview *self)
{
  g_clear_handle_id (&self->waiting, g_source_remove);
  if (self->session)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_object (&self->session);
}

static void
jh_review_get_property (GObject *object, guint id, GValue *value,
                        GParamSpec *pspec)
{
  JhReview *self = JH_REVIEW (object);

  if (id == PROP_SUMMARY)
    g_value_set_string (value, self->summary);
  else
    g_value_set_boolean (value, jh_review_is_busy (self));
}

static void
jh_review_dispose (GObject *object)
{
  leave_session (JH_REVIEW (object));
  G_OBJECT_CLASS (jh_review_parent_class)->dispose (object);
}

static void
jh_review_finalize (GObject *object)
{
  JhReview *self = JH_REVIEW (object);

  g_object_unref (self->findings);
  jh_checker_free (self->checker);
  g_free (self->summary);
  G_OBJECT_CLASS (jh_review_parent_class)->finalize (object);
}

static void
jh_review_class_init (JhReviewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = jh_review_get_property;
  object_class->dispose = jh_review_dispose;
  object_class->finalize = jh_review_finalize;
  properties[PROP_SUMMARY]
    = g_param_spec_string ("summary", NULL, NULL, NULL, flags);
  properties[PROP_BUSY]
    = g_param_spec_boolean ("busy", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
jh_review_init (JhReview *self)
{
  self->findings = jh_finding_list_new ();
  self->checker = jh_checker_new ();
  self->summary = g_strdup ("");
}

JhReview *
jh_review_new (void)
{
  return g_object_new (JH_TYPE_REVIEW, NULL);
}

void
jh_review_watch (JhReview *self, JhSession *session)
{
  leave_session (self);
  self->again = self->running;
  clear (self);
  if (session == NULL)
    return;
  self->session = g_object_ref (session);
  g_signal_connect_swapped (session, "changed", G_CALLBACK (changed_cb),
                            self);
  changed_cb (self);
}

JhSession *
jh_review_get_session (JhReview *self)
{
  return self->session;
}

JhFindingList *
jh_review_get_findings (JhReview *self)
{
  return self->findings;
}

guint
jh_review_count_open (JhReview *self)
{
  const GPtrArray *findings = jh_finding_list_get (self->findings);
  guint n = 0;

  for (guint i = 0; i < findings->len; i++)
    n += !((const JhFinding *) findings->pdata[i])->waived;
  return n;
}

const char *
jh_review_get_summary (JhReview *self)
{
  return self->summary;
}

gboolean
jh_review_is_busy (JhReview *self)
{
  return self->running || self->waiting != 0;
}
