#include "jh-finding-list.h"

/* findings: JhFinding, never changed */
struct _JhFindingList
{
  GObject parent_instance;

  GPtrArray *findings;
};

static GType
get_item_type (GListModel *model)
{
  return JH_TYPE_FINDING_ITEM;
}

static guint
get_n_items (GListModel *model)
{
  return JH_FINDING_LIST (model)->findings->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
  GPtrArray *findings = JH_FINDING_LIST (model)->findings;

  return position < findings->len
           ? jh_finding_item_new (findings->pdata[position], FALSE)
           : NULL;
}

static void
list_model_init (GListModelInterface *model)
{
  model->get_item_type = get_item_type;
  model->get_n_items = get_n_items;
  model->get_item = get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (JhFindingList, jh_finding_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      list_model_init))

static void
drop_on_thread (GTask *task, gpointer source, gpointer findings,
                GCancellable *cancellable)
{
  g_ptr_array_unref (findings);
  g_task_return_boolean (task, TRUE);
}

void
jh_findings_drop (GPtrArray *findings)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, NULL, NULL);

  g_task_set_task_data (task, findings, NULL);
  g_task_run_in_thread (task, drop_on_thread);
}

static void
jh_finding_list_finalize (GObject *object)
{
  jh_findings_drop (JH_FINDING_LIST (object)->findings);
  G_OBJECT_CLASS (jh_finding_list_parent_class)->finalize (object);
}

static void
jh_finding_list_class_init (JhFindingListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = jh_finding_list_finalize;
}

static void
jh_finding_list_init (JhFindingList *self)
{
  self->findings = jh_findings_new ();
}

JhFindingSpan
jh_finding_span_find (const GPtrArray *before, const GPtrArray *now)
{
  guint shorter = MIN (before->len, now->len);
  guint first = 0, last = 0;

  while (first < shorter
         && jh_finding_equal (before->pdata[first], now->pdata[first]))
    first++;
  while (last < shorter - first
         && jh_finding_equal (before->pdata[before->len - 1 - last],
                              now->pdata[now->len - 1 - last]))
    last++;
  return (JhFindingSpan){ first, before->len - first - last,
                          now->len - first - last };
}

JhFindingList *
jh_finding_list_new (void)
{
  return g_object_new (JH_TYPE_FINDING_LIST, NULL);
}

void
jh_finding_list_set (JhFindingList *self, GPtrArray *findings,
                     const JhFindingSpan *span)
{
  GPtrArray *before = self->findings;

  self->findings = g_ptr_array_ref (findings);
  if (span->removed > 0 || span->added > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), span->first,
                                span->removed, span->added);
  jh_findings_drop (before);
}

GPtrArray *
jh_finding_list_get (JhFindingList *self)
{
  return self->findings;
}
