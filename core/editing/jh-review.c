#include "jh-review.h"

#include "jh-draft-check.h"
#include "jh-examiner.h"

/* How long a change waits for the next one before the checks run, in
 * milliseconds. */
#define PATIENCE 120

enum
{
  PROP_SUMMARY = 1,
  PROP_BUSY,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

/* What the checks need besides the books; read once, by the first thread
 * that checks, and used by one thread at a time. */
typedef struct
{
  JhCatalog *catalog;
  JhExaminer *examiner;
} Rules;

/* session: NULL for none
 * running: the checks are under way
 * again: something changed since they began
 * waiting: the source that begins them */
struct _JhReview
{
  GObject parent_instance;

  JhSession *session;
  GListStore *findings;
  Rules *rules;
  char *summary;
  gboolean running;
  gboolean again;
  guint waiting;
};

G_DEFINE_FINAL_TYPE (JhReview, jh_review, G_TYPE_OBJECT)

/* What one run works on. */
typedef struct
{
  char *path;
  gint64 filing;
  Rules *rules;
} Run;

static void
run_free (Run *run)
{
  g_free (run->path);
  g_free (run);
}

static gboolean
rules_ensure (Rules *rules, GError **error)
{
  g_autofree char *folder = jh_catalog_dup_folder ();

  if (rules->catalog == NULL)
    rules->catalog = jh_catalog_new (folder, error);
  if (rules->catalog && rules->examiner == NULL)
    rules->examiner = jh_examiner_new (rules->catalog, error);
  return rules->examiner != NULL;
}

static void
rules_free (Rules *rules)
{
  jh_examiner_free (rules->examiner);
  jh_catalog_free (rules->catalog);
  g_free (rules);
}

/* The findings of @run; NULL with @error. */
static GPtrArray *
check (Run *run, GError **error)
{
  g_autoptr (JhStore) store = jh_store_open (run->path, JH_STORE_READ, error);
  g_autoptr (JhSnapshot) snapshot
    = store ? jh_snapshot_take (store, error) : NULL;
  g_autoptr (JhBooks) books
    = snapshot ? jh_books_load (store, run->filing, NULL, error) : NULL;
  g_autoptr (GPtrArray) drafts
    = books ? jh_draft_list (store, run->filing, NULL, error) : NULL;
  JhBooks *before = NULL;
  GPtrArray *findings;

  if (drafts == NULL || !rules_ensure (run->rules, error)
      || !jh_books_load_before (store, books, &before, error))
    return NULL;
  findings = jh_examiner_check (run->rules->examiner, books, before, NULL,
                                error);
  jh_books_free (before);
  if (findings)
    jh_drafts_check (drafts, findings);
  return findings;
}

static void
check_on_thread (GTask *task, gpointer source, gpointer data,
                 GCancellable *cancellable)
{
  GError *error = NULL;
  GPtrArray *findings = check (data, &error);

  if (findings)
    g_task_return_pointer (task, findings,
                           (GDestroyNotify) g_ptr_array_unref);
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

static char *
dup_summary (JhReview *self)
{
  GString *words = g_string_new (NULL);

  for (int severity = JH_SEVERITY_ERROR; severity <= JH_SEVERITY_NOTICE;
       severity++)
    {
      guint n = jh_review_count (self, (JhSeverity) severity);

      if (n > 0)
        g_string_append_printf (words, "%s%u %s", words->len ? "  " : "", n,
                                jh_severity_name ((JhSeverity) severity));
    }
  if (words->len == 0)
    g_string_append (words, "没有发现问题");
  return g_string_free (words, FALSE);
}

/* Puts @findings, which is taken over, into the list. */
static void
show (JhReview *self, GPtrArray *findings)
{
  g_autoptr (GPtrArray) items
    = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_set_free_func (findings, NULL);
  for (guint i = 0; i < findings->len; i++)
    g_ptr_array_add (items, jh_finding_item_new (findings->pdata[i]));
  g_ptr_array_unref (findings);
  g_list_store_splice (
    self->findings, 0,
    g_list_model_get_n_items (G_LIST_MODEL (self->findings)), items->pdata,
    items->len);
  set_summary (self, dup_summary (self));
}

static void begin (JhReview *self);

static void
checked_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  JhReview *self = JH_REVIEW (object);
  g_autoptr (GError) error = NULL;
  GPtrArray *findings = g_task_propagate_pointer (G_TASK (result), &error);

  self->running = FALSE;
  if (self->again)
    {
      g_clear_pointer (&findings, g_ptr_array_unref);
      begin (self);
      return;
    }
  if (findings)
    show (self, findings);
  else
    set_summary (self, g_strdup_printf ("没有审核：%s", error->message));
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
                jh_session_get_filing (self->session), self->rules };
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
  rules_free (self->rules);
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
  self->findings = g_list_store_new (JH_TYPE_FINDING_ITEM);
  self->rules = g_new0 (Rules, 1);
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
  g_list_store_remove_all (self->findings);
  set_summary (self, g_strdup (""));
  if (session == NULL)
    return;
  self->session = g_object_ref (session);
  g_signal_connect_swapped (session, "changed", G_CALLBACK (changed_cb),
                            self);
  changed_cb (self);
}

GListModel *
jh_review_get_findings (JhReview *self)
{
  return G_LIST_MODEL (self->findings);
}

guint
jh_review_count (JhReview *self, JhSeverity severity)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->findings));
  guint count = 0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (JhFindingItem) item
        = g_list_model_get_item (G_LIST_MODEL (self->findings), i);

      count += jh_finding_item_get (item)->severity == severity;
    }
  return count;
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
