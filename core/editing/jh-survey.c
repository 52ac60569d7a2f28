#include "jh-survey.h"

#include "jh-change.h"
#include "jh-error.h"
#include "jh-survey-run.h"

/* How often what was counted is fetched from the thread, in milliseconds. */
#define EVERY 150

enum
{
  PROP_RUNNING = 1,
  PROP_SUMMARY,
  PROP_PROGRESS,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

/* items: JhSurveyItem, and by_id the same by the id of their filings
 * seen: the newest entry of the log when it was looked at last
 * run: what goes on, or NULL
 * again: it is to be looked at once more when that is over
 * stopped: nothing begins by itself */
struct _JhSurvey
{
  GObject parent_instance;

  JhDocument *document;
  GListModel *filings;
  JhChecker *checker;
  GListStore *items;
  GHashTable *by_id;
  gint64 seen;
  JhSurveyRun *run;
  GCancellable *cancellable;
  guint timer;
  gboolean again;
  gboolean stopped;
  char *summary;
  char *progress;
};

G_DEFINE_FINAL_TYPE (JhSurvey, jh_survey, G_TYPE_OBJECT)

static void
jh_survey_get_property (GObject *object, guint id, GValue *value,
                        GParamSpec *pspec)
{
  JhSurvey *self = JH_SURVEY (object);

  if (id == PROP_RUNNING)
    g_value_set_boolean (value, self->run != NULL);
  else
    g_value_set_string (value,
                        id == PROP_SUMMARY ? self->summary : self->progress);
}

static void
jh_survey_dispose (GObject *object)
{
  JhSurvey *self = JH_SURVEY (object);

  if (self->filings)
    g_signal_handlers_disconnect_by_data (self->filings, self);
  g_clear_object (&self->filings);
  g_clear_object (&self->document);
  G_OBJECT_CLASS (jh_survey_parent_class)->dispose (object);
}

/* The thread holds the survey, so that nothing runs any more. */
static void
jh_survey_finalize (GObject *object)
{
  JhSurvey *self = JH_SURVEY (object);

  g_hash_table_unref (self->by_id);
  g_object_unref (self->items);
  jh_checker_free (self->checker);
  g_free (self->summary);
  g_free (self->progress);
  G_OBJECT_CLASS (jh_survey_parent_class)->finalize (object);
}

static void
jh_survey_class_init (JhSurveyClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = jh_survey_get_property;
  object_class->dispose = jh_survey_dispose;
  object_class->finalize = jh_survey_finalize;
  properties[PROP_RUNNING]
    = g_param_spec_boolean ("running", NULL, NULL, FALSE, flags);
  properties[PROP_SUMMARY]
    = g_param_spec_string ("summary", NULL, NULL, NULL, flags);
  properties[PROP_PROGRESS]
    = g_param_spec_string ("progress", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
jh_survey_init (JhSurvey *self)
{
  self->checker = jh_checker_new ();
  self->items = g_list_store_new (JH_TYPE_SURVEY_ITEM);
  self->by_id = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                       g_object_unref);
  self->summary = g_strdup ("");
  self->progress = g_strdup ("");
}

static void
put_text (JhSurvey *self, char **place, char *text, int property)
{
  g_free (*place);
  *place = text;
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

/* In which order the summary tells of them. */
static char *
dup_summary (JhSurvey *self)
{
  GString *words = g_string_new (NULL);
  guint counts[JH_N_STANDINGS] = { 0 };
  GHashTableIter iter;
  gpointer item;
  const char *between = "：";

  g_hash_table_iter_init (&iter, self->by_id);
  while (g_hash_table_iter_next (&iter, NULL, &item))
    counts[jh_survey_item_get_standing (item)]++;
  g_string_append_printf (words, "%u 套决算", jh_survey_count (self));
  for (int i = 0; i < JH_N_STANDINGS; i++)
    if (counts[i] > 0)
      {
        g_string_append_printf (words, "%s%u 套%s", between, counts[i],
                                jh_standing_name ((JhStandingKind) i));
        between = "、";
      }
  return g_string_free (words, FALSE);
}

static void
show (JhSurvey *self)
{
  put_text (self, &self->summary, dup_summary (self), PROP_SUMMARY);
  put_text (self, &self->progress,
            g_strdup_printf ("已审核 %u 套，共 %u 套",
                             jh_survey_count_known (self),
                             jh_survey_count (self)),
            PROP_PROGRESS);
}

/* Lists the filings as they are now; what was counted in them is kept. */
static void
fill (JhSurvey *self)
{
  guint n = g_list_model_get_n_items (self->filings);
  g_autoptr (GPtrArray) items = g_ptr_array_new_full (n, g_object_unref);
  g_autoptr (GHashTable) before = g_steal_pointer (&self->by_id);

  self->by_id = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                       g_object_unref);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (JhFilingItem) filing
        = g_list_model_get_item (self->filings, i);
      gint64 id = jh_filing_item_get_id (filing);
      JhSurveyItem *was = g_hash_table_lookup (before, &id);
      JhSurveyItem *item = jh_survey_item_new (filing);

      if (was)
        jh_survey_item_set_tally (item, jh_survey_item_get_tally (was));
      g_ptr_array_add (items, item);
      g_hash_table_insert (self->by_id, g_memdup2 (&id, sizeof id),
                           g_object_ref (item));
    }
  g_list_store_splice (self->items, 0,
                       g_list_model_get_n_items (G_LIST_MODEL (self->items)),
                       items->pdata, items->len);
  show (self);
}

JhSurvey *
jh_survey_new (JhDocument *document, GError **error)
{
  GListModel *filings = jh_document_get_filings (document, error);
  JhSurvey *self;

  if (filings == NULL)
    return NULL;
  self = g_object_new (JH_TYPE_SURVEY, NULL);
  self->document = g_object_ref (document);
  self->filings = g_object_ref (filings);
  g_signal_connect_swapped (filings, "items-changed", G_CALLBACK (fill),
                            self);
  fill (self);
  return self;
}

/* Unit and year of a filing, which tell it from all others. */
static char *
dup_key (JhFilingItem *filing, int later)
{
  return g_strdup_printf ("%d %s", jh_filing_item_get_year (filing) + later,
                          jh_filing_item_get_code (filing));
}

static void
forget_all (JhSurvey *self)
{
  GHashTableIter iter;
  gpointer item;

  g_hash_table_iter_init (&iter, self->by_id);
  while (g_hash_table_iter_next (&iter, NULL, &item))
    jh_survey_item_set_tally (item, NULL);
}

/* The items by unit and year; both stay the survey's and the caller's. */
static GHashTable *
map_keys (JhSurvey *self)
{
  GHashTable *map
    = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GHashTableIter iter;
  gpointer item;

  g_hash_table_iter_init (&iter, self->by_id);
  while (g_hash_table_iter_next (&iter, NULL, &item))
    g_hash_table_insert (map, dup_key (jh_survey_item_get_filing (item), 0),
                         item);
  return map;
}

/* Forgets what was counted in the filings @changed and in those of the year
 * after, which read them. What is about no filing that is there may be about
 * any. */
static void
forget (JhSurvey *self, const GArray *changed)
{
  g_autoptr (GHashTable) keys = map_keys (self);

  for (guint i = 0; i < changed->len; i++)
    {
      gint64 id = g_array_index (changed, gint64, i);
      JhSurveyItem *item = g_hash_table_lookup (self->by_id, &id);
      g_autofree char *key = NULL;
      JhSurveyItem *after;

      if (item == NULL)
        {
          forget_all (self);
          return;
        }
      jh_survey_item_set_tally (item, NULL);
      key = dup_key (jh_survey_item_get_filing (item), 1);
      after = g_hash_table_lookup (keys, key);
      if (after)
        jh_survey_item_set_tally (after, NULL);
    }
}

/* Looks in the log what changed; FALSE with @error. */
static gboolean
look (JhSurvey *self, GError **error)
{
  g_autoptr (GArray) changed = jh_change_list_filings (
    jh_document_get_store (self->document), self->seen, &self->seen, error);

  if (changed == NULL)
    return FALSE;
  if (changed->len > 0)
    forget (self, changed);
  return TRUE;
}

/* The ids of what is not known, in the order of the list. */
static GArray *
list_unknown (JhSurvey *self)
{
  GListModel *items = G_LIST_MODEL (self->items);
  GArray *unknown = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (JhSurveyItem) item = g_list_model_get_item (items, i);
      gint64 id = jh_filing_item_get_id (jh_survey_item_get_filing (item));

      if (jh_survey_item_get_tally (item) == NULL)
        g_array_append_val (unknown, id);
    }
  return unknown;
}

/* Shows what came in from the thread. */
static void
take (JhSurvey *self)
{
  g_autoptr (GPtrArray) answers = jh_survey_run_take (self->run);

  for (guint i = 0; i < answers->len; i++)
    {
      const JhSurveyAnswer *answer = answers->pdata[i];
      JhSurveyItem *item = g_hash_table_lookup (self->by_id, &answer->filing);

      if (item && answer->why)
        jh_survey_item_set_trouble (item, answer->why);
      else if (item)
        jh_survey_item_set_tally (item, &answer->tally);
    }
  if (answers->len > 0)
    show (self);
}

static gboolean
take_cb (gpointer data)
{
  take (data);
  return G_SOURCE_CONTINUE;
}

static void
work_on_thread (GTask *task, gpointer source, gpointer data,
                GCancellable *cancellable)
{
  GError *error = NULL;

  if (jh_survey_run_work (data, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
over_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  JhSurvey *self = JH_SURVEY (object);
  g_autoptr (GError) error = NULL;
  gboolean good = g_task_propagate_boolean (G_TASK (result), &error);
  gboolean again = self->again;

  take (self);
  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_pointer (&self->run, jh_survey_run_unref);
  g_clear_object (&self->cancellable);
  self->again = FALSE;
  if (!good && !g_error_matches (error, JH_ERROR, JH_ERROR_CANCELLED))
    put_text (self, &self->progress,
              g_strdup_printf ("没有审核：%s", error->message),
              PROP_PROGRESS);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RUNNING]);
  if (again && self->document)
    jh_survey_look (self);
}

/* Goes through @filings, which it takes over. */
static void
run (JhSurvey *self, GArray *filings)
{
  g_autoptr (GTask) task = NULL;

  self->run = jh_survey_run_new (jh_document_get_path (self->document),
                                 self->checker, filings);
  self->cancellable = g_cancellable_new ();
  task = g_task_new (self, self->cancellable, over_cb, NULL);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, jh_survey_run_ref (self->run),
                        (GDestroyNotify) jh_survey_run_unref);
  self->timer = g_timeout_add (EVERY, take_cb, self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RUNNING]);
  g_task_run_in_thread (task, work_on_thread);
}

void
jh_survey_look (JhSurvey *self)
{
  g_autoptr (GArray) unknown = NULL;
  g_autoptr (GError) error = NULL;

  self->again = self->run != NULL;
  if (self->run)
    return;
  if (!look (self, &error))
    {
      put_text (self, &self->progress, g_strdup (error->message),
                PROP_PROGRESS);
      return;
    }
  show (self);
  unknown = list_unknown (self);
  if (!self->stopped && unknown->len > 0)
    run (self, g_steal_pointer (&unknown));
}

void
jh_survey_begin (JhSurvey *self)
{
  self->stopped = FALSE;
  jh_survey_look (self);
}

void
jh_survey_stop (JhSurvey *self)
{
  self->stopped = TRUE;
  if (self->cancellable)
    g_cancellable_cancel (self->cancellable);
}

JhDocument *
jh_survey_get_document (JhSurvey *self)
{
  return self->document;
}

GListModel *
jh_survey_get_items (JhSurvey *self)
{
  return G_LIST_MODEL (self->items);
}

gboolean
jh_survey_is_running (JhSurvey *self)
{
  return self->run != NULL;
}

guint
jh_survey_count (JhSurvey *self)
{
  return g_hash_table_size (self->by_id);
}

guint
jh_survey_count_known (JhSurvey *self)
{
  GHashTableIter iter;
  gpointer item;
  guint known = 0;

  g_hash_table_iter_init (&iter, self->by_id);
  while (g_hash_table_iter_next (&iter, NULL, &item))
    known += jh_survey_item_get_tally (item) ? 1 : 0;
  return known;
}

const char *
jh_survey_get_summary (JhSurvey *self)
{
  return self->summary;
}

const char *
jh_survey_get_progress (JhSurvey *self)
{
  return self->progress;
}
