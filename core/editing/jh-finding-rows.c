#include "jh-finding-rows.h"

/* rows: JhFindingLine
 * counts: how many findings there are of each kind
 * page: owned, or NULL */
struct _JhFindingRows
{
  GObject parent_instance;

  JhFindingList *findings;
  JhFindingOrder *order;
  GArray *rows;
  guint counts[JH_N_FINDING_KINDS];
  guint kinds;
  char *page;
};

static JhFindingLine *
get_row (JhFindingRows *self, guint position)
{
  return &g_array_index (self->rows, JhFindingLine, position);
}

static GType
get_item_type (GListModel *model)
{
  return JH_TYPE_FINDING_ITEM;
}

static guint
get_n_items (GListModel *model)
{
  return JH_FINDING_ROWS (model)->rows->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
  JhFindingRows *self = JH_FINDING_ROWS (model);
  const JhFindingLine *row;

  if (position >= self->rows->len)
    return NULL;
  row = get_row (self, position);
  if (row->finding != JH_FINDING_HEAD)
    return jh_finding_item_new (
      jh_finding_list_get (self->findings)->pdata[row->finding],
      row->follows);
  return jh_finding_item_new_head (
    row->kind, jh_finding_order_get_title (self->order, row->where),
    row->count);
}

static void
list_model_init (GListModelInterface *model)
{
  model->get_item_type = get_item_type;
  model->get_n_items = get_n_items;
  model->get_item = get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (JhFindingRows, jh_finding_rows, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      list_model_init))

/* Whether @now shows what @before did, when the findings changed by
 * @span. */
static gboolean
is_same (const JhFindingLine *before, const JhFindingLine *now,
         const JhFindingSpan *span)
{
  guint was = before->finding;

  if (now->kind != before->kind || now->where != before->where
      || now->count != before->count || now->follows != before->follows)
    return FALSE;
  if (was == JH_FINDING_HEAD || was < span->first)
    return now->finding == was;
  return now->finding != JH_FINDING_HEAD && was - span->first >= span->removed
         && now->finding == was - span->removed + span->added;
}

/* Where @now differs from @before. */
static JhFindingSpan
compare (const GArray *before, const GArray *now, const JhFindingSpan *span)
{
  const JhFindingLine *old = (const JhFindingLine *) (gpointer) before->data;
  const JhFindingLine *new = (const JhFindingLine *) (gpointer) now->data;
  guint shorter = MIN (before->len, now->len);
  guint first = 0, last = 0;

  while (first < shorter && is_same (&old[first], &new[first], span))
    first++;
  while (last < shorter - first
         && is_same (&old[before->len - 1 - last], &new[now->len - 1 - last],
                     span))
    last++;
  return (JhFindingSpan){ first, before->len - first - last,
                          now->len - first - last };
}

/* Lists anew after the findings changed by @span. */
static void
list (JhFindingRows *self, const JhFindingSpan *span)
{
  const JhFindingFilter filter = { self->kinds, self->page };
  g_autoptr (GArray) before = self->rows;
  JhFindingSpan changed;

  self->rows = jh_finding_order_list (
    self->order, jh_finding_list_get (self->findings), &filter);
  changed = compare (before, self->rows, span);
  if (changed.removed > 0 || changed.added > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), changed.first,
                                changed.removed, changed.added);
}

/* Lists anew the same findings. */
static void
list_again (JhFindingRows *self)
{
  const JhFindingSpan none = { G_MAXUINT - 1, 0, 0 };

  list (self, &none);
}

static void
count (JhFindingRows *self)
{
  const GPtrArray *findings = jh_finding_list_get (self->findings);

  for (int i = 0; i < JH_N_FINDING_KINDS; i++)
    self->counts[i] = 0;
  for (guint i = 0; i < findings->len; i++)
    self->counts[jh_finding_get_kind (findings->pdata[i])]++;
}

static void
changed_cb (JhFindingRows *self, guint first, guint removed, guint added)
{
  const JhFindingSpan span = { first, removed, added };

  count (self);
  list (self, &span);
}

static void
jh_finding_rows_dispose (GObject *object)
{
  JhFindingRows *self = JH_FINDING_ROWS (object);

  if (self->findings)
    g_signal_handlers_disconnect_by_data (self->findings, self);
  g_clear_object (&self->findings);
  G_OBJECT_CLASS (jh_finding_rows_parent_class)->dispose (object);
}

static void
jh_finding_rows_finalize (GObject *object)
{
  JhFindingRows *self = JH_FINDING_ROWS (object);

  jh_finding_order_free (self->order);
  g_array_unref (self->rows);
  g_free (self->page);
  G_OBJECT_CLASS (jh_finding_rows_parent_class)->finalize (object);
}

static void
jh_finding_rows_class_init (JhFindingRowsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = jh_finding_rows_dispose;
  G_OBJECT_CLASS (klass)->finalize = jh_finding_rows_finalize;
}

static void
jh_finding_rows_init (JhFindingRows *self)
{
  self->rows = g_array_new (FALSE, FALSE, sizeof (JhFindingLine));
  self->kinds = JH_FINDING_KINDS_ALL;
}

JhFindingRows *
jh_finding_rows_new (JhFindingList *findings, const JhFindingPage *pages,
                     guint n)
{
  JhFindingRows *self = g_object_new (JH_TYPE_FINDING_ROWS, NULL);

  self->findings = g_object_ref (findings);
  self->order = jh_finding_order_new (pages, n);
  g_signal_connect_swapped (findings, "items-changed",
                            G_CALLBACK (changed_cb), self);
  count (self);
  list_again (self);
  return self;
}

void
jh_finding_rows_set_kinds (JhFindingRows *self, guint kinds)
{
  if (kinds == self->kinds)
    return;
  self->kinds = kinds;
  list_again (self);
}

void
jh_finding_rows_set_page (JhFindingRows *self, const char *page)
{
  if (g_strcmp0 (page, self->page) == 0)
    return;
  g_free (self->page);
  self->page = g_strdup (page);
  list_again (self);
}

guint
jh_finding_rows_count (JhFindingRows *self, JhFindingKind kind)
{
  return self->counts[kind];
}

gboolean
jh_finding_rows_find (JhFindingRows *self, const char *rule,
                      const char *instance, guint *position)
{
  const GPtrArray *findings = jh_finding_list_get (self->findings);

  for (guint i = 0; i < self->rows->len; i++)
    {
      guint at = get_row (self, i)->finding;
      const JhFinding *finding
        = at == JH_FINDING_HEAD ? NULL : findings->pdata[at];

      if (finding && g_str_equal (finding->rule, rule)
          && g_str_equal (finding->instance, instance))
        {
          *position = i;
          return TRUE;
        }
    }
  return FALSE;
}
