#include "toy-model.h"

#include "jh-error.h"
#include "jh-money.h"

#define WIDE 6

/* texts: as typed
 * amounts: of the figures among them, read
 * entered: the number of the entry, which is its key too */
typedef struct
{
  gint64 entered;
  char *texts[TOY_N_COLUMNS];
  JhMoney amounts[TOY_N_COLUMNS];
} ToyRow;

struct _ToyModel
{
  GObject parent_instance;

  GPtrArray *rows;
  GArray *columns;
  gint64 next;
  gboolean locked;
  guint writes;
  guint sorted;
  JhSortOrder order;
};

static const JhTableColumn columns[TOY_N_COLUMNS] = {
  { "code", "支出功能分类", "", "七位数字，或者输入名称、拼音首字母",
    JH_COLUMN_CODE, 12, TRUE },
  { "name", "科目名称", "", "", JH_COLUMN_WORDS, 26, FALSE },
  { "fund", "资金性质", "", "", JH_COLUMN_CHOICE, 14, FALSE },
  { "budget", "全年预算数", "万元", "调整以后的全年预算", JH_COLUMN_FIGURE,
    13, FALSE },
  { "actual", "决算数", "万元", "", JH_COLUMN_FIGURE, 13, FALSE },
  { "rate", "执行率", "%", "", JH_COLUMN_FIGURE, 8, FALSE },
  { "words", "说明", "", "差异的原因", JH_COLUMN_WORDS, 30, FALSE },
};

static const char *const codes[][3] = {
  { "2010301", "行政运行", "xzyx" },
  { "2010350", "事业运行", "syyx" },
  { "2010399", "其他政府办公厅（室）及相关机构事务支出", "qtzf" },
  { "2080505", "机关事业单位基本养老保险缴费支出", "ylbx" },
  { "2080506", "机关事业单位职业年金缴费支出", "zynj" },
  { "2101101", "行政单位医疗", "xzdwyl" },
  { "2101102", "事业单位医疗", "sydwyl" },
  { "2210201", "住房公积金", "zfgjj" },
};

static const char *const funds[]
  = { "一般公共预算", "政府性基金", "国有资本经营预算" };

static void toy_model_iface_init (JhTableModelInterface *iface);
static void toy_model_list_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (ToyModel, toy_model, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      toy_model_list_init)
                                 G_IMPLEMENT_INTERFACE (JH_TYPE_TABLE_MODEL,
                                                        toy_model_iface_init))

static void
free_row (gpointer data)
{
  ToyRow *row = data;

  for (guint i = 0; i < TOY_N_COLUMNS; i++)
    g_free (row->texts[i]);
  g_free (row);
}

static ToyRow *
make_row (ToyModel *self)
{
  ToyRow *row = g_new0 (ToyRow, 1);

  row->entered = self->next++;
  for (guint i = 0; i < TOY_N_COLUMNS; i++)
    row->texts[i] = g_strdup ("");
  return row;
}

/* Which kind of column is at @column, however many there are. */
static guint
kind_of (ToyModel *self, guint column)
{
  const char *name
    = g_array_index (self->columns, JhTableColumn, column).name;

  for (guint i = 0; i < TOY_N_COLUMNS; i++)
    if (g_str_has_prefix (name, columns[i].name))
      return i;
  g_assert_not_reached ();
}

static const char *
find_name (const char *code)
{
  for (gsize i = 0; i < G_N_ELEMENTS (codes); i++)
    if (g_str_equal (codes[i][0], code))
      return codes[i][1];
  return NULL;
}

static guint
toy_n_items (GListModel *model)
{
  return TOY_MODEL (model)->rows->len;
}

static GType
toy_item_type (GListModel *model)
{
  return G_TYPE_OBJECT;
}

static gpointer
toy_item (GListModel *model, guint position)
{
  return position < TOY_MODEL (model)->rows->len
           ? g_object_new (G_TYPE_OBJECT, NULL)
           : NULL;
}

static guint
count_columns (JhTableModel *model)
{
  return TOY_MODEL (model)->columns->len;
}

static const JhTableColumn *
get_column (JhTableModel *model, guint column)
{
  return &g_array_index (TOY_MODEL (model)->columns, JhTableColumn, column);
}

static guint
count_frozen (JhTableModel *model)
{
  return 1;
}

static gboolean
grows (JhTableModel *model)
{
  return TRUE;
}

/* Why @text is wrong in a column of @kind; NULL when it is right. */
static char *
find_fault (guint kind, const char *text)
{
  JhMoney money;

  if (text[0] == '\0')
    return NULL;
  if (kind == TOY_CODE && find_name (text) == NULL)
    return g_strdup_printf ("“%s”不是支出功能分类的科目编码，应为 7 位数字，"
                            "如 2080505。",
                            text);
  if ((kind == TOY_BUDGET || kind == TOY_ACTUAL)
      && !jh_money_parse (text, JH_MONEY_WAN, &money, NULL))
    return g_strdup_printf ("“%s”不是金额，应为数字，如 1200.5。", text);
  return NULL;
}

static JhMoney
get_money (const ToyRow *row, guint kind)
{
  return row->amounts[kind];
}

static void
set_text (ToyRow *row, guint kind, const char *text)
{
  g_free (row->texts[kind]);
  row->texts[kind] = g_strdup (text);
  if (kind != TOY_BUDGET && kind != TOY_ACTUAL)
    return;
  if (!jh_money_parse (text, JH_MONEY_WAN, &row->amounts[kind], NULL))
    row->amounts[kind] = jh_money_blank ();
}

static void
get_cell (JhTableModel *model, guint at, guint column, JhTableCell *cell)
{
  ToyModel *self = TOY_MODEL (model);
  guint kind = kind_of (self, column);
  const ToyRow *row = at < self->rows->len ? self->rows->pdata[at] : NULL;

  if (kind == TOY_NAME || kind == TOY_RATE)
    {
      cell->reason = g_strdup ("这一列是算出来的，不用填写。");
      cell->look = JH_LOOK_DIM;
    }
  if (row == NULL)
    return;
  cell->fault = find_fault (kind, row->texts[kind]);
  if (kind == TOY_NAME)
    cell->text = g_strdup (find_name (row->texts[TOY_CODE]));
  else if (kind == TOY_RATE && get_money (row, TOY_BUDGET).fen > 0)
    cell->text = g_strdup_printf ("%" G_GINT64_FORMAT,
                                  get_money (row, TOY_ACTUAL).fen * 100
                                    / get_money (row, TOY_BUDGET).fen);
  else if ((kind == TOY_BUDGET || kind == TOY_ACTUAL) && cell->fault == NULL)
    cell->text = jh_money_format (get_money (row, kind), JH_MONEY_WAN, TRUE);
  else
    cell->text = g_strdup (row->texts[kind]);
}

static char *
dup_typed (JhTableModel *model, guint at, guint column)
{
  ToyModel *self = TOY_MODEL (model);
  const ToyRow *row = at < self->rows->len ? self->rows->pdata[at] : NULL;

  return g_strdup (row ? row->texts[kind_of (self, column)] : "");
}

/* Writes one text. */
static void
write_text (ToyModel *self, ToyRow *row, guint kind, const char *text,
            JhTableReport *report)
{
  g_autofree char *fault = find_fault (kind, text);

  if (kind == TOY_NAME || kind == TOY_RATE)
    {
      report->refused++;
      return;
    }
  set_text (row, kind, text);
  report->changed++;
  report->faulty += fault != NULL;
  if (fault && report->words == NULL)
    report->words = g_steal_pointer (&fault);
}

static gboolean
check_open (ToyModel *self, GError **error)
{
  if (!self->locked)
    return TRUE;
  g_set_error_literal (error, JH_ERROR, JH_ERROR_LOCKED,
                       "这套决算已经锁定，不能修改。");
  return FALSE;
}

static gboolean
write_block (JhTableModel *model, const JhTableBlock *block, JhTableVerb verb,
             JhTableReport *report, GError **error)
{
  ToyModel *self = TOY_MODEL (model);
  guint before = self->rows->len;

  if (!check_open (self, error))
    return FALSE;
  while (self->rows->len < block->row + block->n_rows)
    g_ptr_array_add (self->rows, make_row (self));
  for (guint i = 0; i < block->n_rows; i++)
    for (guint j = 0; j < block->n_columns; j++)
      {
        const char *text = jh_table_block_get (block, i, j);

        if (text)
          write_text (self, self->rows->pdata[block->row + i],
                      kind_of (self, block->column + j), text, report);
      }
  self->writes++;
  if (self->rows->len > before)
    g_list_model_items_changed (G_LIST_MODEL (self), before, 0,
                                self->rows->len - before);
  jh_table_model_cells_changed (model, block->row, block->n_rows);
  return TRUE;
}

static gboolean
insert_rows (JhTableModel *model, guint before, guint n, GError **error)
{
  ToyModel *self = TOY_MODEL (model);

  if (!check_open (self, error))
    return FALSE;
  for (guint i = 0; i < n; i++)
    g_ptr_array_insert (self->rows, (int) before, make_row (self));
  g_list_model_items_changed (G_LIST_MODEL (self), before, 0, n);
  return TRUE;
}

static gboolean
remove_rows (JhTableModel *model, const guint *rows, guint n, GError **error)
{
  ToyModel *self = TOY_MODEL (model);

  if (!check_open (self, error))
    return FALSE;
  g_ptr_array_remove_range (self->rows, rows[0], n);
  g_list_model_items_changed (G_LIST_MODEL (self), rows[0], n, 0);
  return TRUE;
}

static char *
dup_total (JhTableModel *model, guint column)
{
  ToyModel *self = TOY_MODEL (model);
  guint kind = kind_of (self, column);
  JhMoney sum = jh_money_blank ();

  if (kind != TOY_BUDGET && kind != TOY_ACTUAL)
    return NULL;
  for (guint i = 0; i < self->rows->len; i++)
    sum = jh_money_add (sum, get_money (self->rows->pdata[i], kind));
  return jh_money_format (sum, JH_MONEY_WAN, TRUE);
}

static int
compare (gconstpointer a, gconstpointer b, gpointer data)
{
  ToyModel *self = data;
  const ToyRow *left = *(ToyRow *const *) a;
  const ToyRow *right = *(ToyRow *const *) b;
  guint kind = kind_of (self, self->sorted);
  gint64 by = left->entered - right->entered;

  if (self->order != JH_SORT_NONE && kind == TOY_ACTUAL)
    by = get_money (left, kind).fen - get_money (right, kind).fen;
  else if (self->order != JH_SORT_NONE)
    by = strcmp (left->texts[kind], right->texts[kind]);
  if (self->order == JH_SORT_FALLING)
    by = -by;
  return by < 0 ? -1 : by > 0;
}

static void
sort (JhTableModel *model, guint column, JhSortOrder order)
{
  ToyModel *self = TOY_MODEL (model);

  self->sorted = column;
  self->order = order;
  g_ptr_array_sort_with_data (self->rows, compare, self);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, self->rows->len,
                              self->rows->len);
}

static JhSortOrder
get_sort (JhTableModel *model, guint *column)
{
  *column = TOY_MODEL (model)->sorted;
  return TOY_MODEL (model)->order;
}

static void
suggest (GPtrArray *hits, const char *typed, const char *text,
         const char *label, const char *initials, guint most)
{
  if (hits->len < most
      && (g_str_has_prefix (text, typed) || strstr (label, typed)
          || g_str_has_prefix (initials, typed)))
    g_ptr_array_add (hits, jh_suggestion_new (text, label));
}

static GPtrArray *
complete (JhTableModel *model, guint row, guint column, const char *typed,
          guint most)
{
  GPtrArray *hits
    = g_ptr_array_new_with_free_func ((GDestroyNotify) jh_suggestion_free);
  guint kind = kind_of (TOY_MODEL (model), column);

  for (gsize i = 0; kind == TOY_CODE && i < G_N_ELEMENTS (codes); i++)
    {
      g_autofree char *label
        = g_strdup_printf ("%s %s", codes[i][0], codes[i][1]);

      suggest (hits, typed, codes[i][0], label, codes[i][2], most);
    }
  for (gsize i = 0; kind == TOY_FUND && i < G_N_ELEMENTS (funds); i++)
    suggest (hits, typed, funds[i], funds[i], "", most);
  return hits;
}

static gint64
get_key (JhTableModel *model, guint row)
{
  ToyModel *self = TOY_MODEL (model);

  return ((ToyRow *) self->rows->pdata[row])->entered;
}

static gboolean
find_row (JhTableModel *model, gint64 key, guint *row)
{
  ToyModel *self = TOY_MODEL (model);

  for (*row = 0; *row < self->rows->len; *row += 1)
    if (get_key (model, *row) == key)
      return TRUE;
  return FALSE;
}

static void
toy_model_iface_init (JhTableModelInterface *iface)
{
  iface->count_columns = count_columns;
  iface->get_column = get_column;
  iface->count_frozen = count_frozen;
  iface->grows = grows;
  iface->get_cell = get_cell;
  iface->dup_typed = dup_typed;
  iface->write = write_block;
  iface->insert_rows = insert_rows;
  iface->remove_rows = remove_rows;
  iface->dup_total = dup_total;
  iface->sort = sort;
  iface->get_sort = get_sort;
  iface->complete = complete;
  iface->get_key = get_key;
  iface->find_row = find_row;
}

static void
toy_model_list_init (GListModelInterface *iface)
{
  iface->get_item_type = toy_item_type;
  iface->get_n_items = toy_n_items;
  iface->get_item = toy_item;
}

static void
toy_model_finalize (GObject *object)
{
  ToyModel *self = TOY_MODEL (object);

  g_ptr_array_unref (self->rows);
  g_array_unref (self->columns);
  G_OBJECT_CLASS (toy_model_parent_class)->finalize (object);
}

static void
toy_model_class_init (ToyModelClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = toy_model_finalize;
}

static void
toy_model_init (ToyModel *self)
{
  self->next = 1;
  self->rows = g_ptr_array_new_with_free_func (free_row);
  self->columns = g_array_new (FALSE, FALSE, sizeof (JhTableColumn));
}

/* A row with something in every cell, the same for the same number. */
static void
fill_row (ToyRow *row, guint i)
{
  guint cents = (i * 7919 + 12345) % 1000000;
  g_autofree char *budget
    = g_strdup_printf ("%u.%02u", cents / 100 + i % 9, cents % 100);
  g_autofree char *actual
    = g_strdup_printf ("%u.%02u", cents / 100, cents % 100);

  set_text (row, TOY_CODE, codes[i % G_N_ELEMENTS (codes)][0]);
  set_text (row, TOY_FUND, funds[i % G_N_ELEMENTS (funds)]);
  set_text (row, TOY_BUDGET, budget);
  set_text (row, TOY_ACTUAL, actual);
  set_text (row, TOY_WORDS,
            i % 5 ? "" : "人员增加，养老保险缴费基数调整，年中追加了预算");
}

ToyModel *
toy_model_new (guint n, gboolean wide)
{
  ToyModel *self = g_object_new (TOY_TYPE_MODEL, NULL);

  g_array_append_vals (self->columns, columns, TOY_N_COLUMNS);
  for (guint i = 0; wide && i < WIDE; i++)
    {
      static const char *const names[WIDE]
        = { "budget-2", "actual-2", "budget-3",
            "actual-3", "budget-4", "actual-4" };
      JhTableColumn column = columns[i % 2 ? TOY_ACTUAL : TOY_BUDGET];

      column.name = names[i];
      g_array_append_val (self->columns, column);
    }
  for (guint i = 0; i < n; i++)
    {
      ToyRow *row = make_row (self);

      fill_row (row, i);
      g_ptr_array_add (self->rows, row);
    }
  return self;
}

void
toy_model_lock (ToyModel *self, gboolean locked)
{
  self->locked = locked;
}

guint
toy_model_count_writes (ToyModel *self)
{
  return self->writes;
}

void
toy_model_hide_name (ToyModel *self, gboolean hidden)
{
  if (hidden)
    g_array_remove_index (self->columns, TOY_NAME);
  else
    g_array_insert_val (self->columns, TOY_NAME, columns[TOY_NAME]);
  jh_table_model_columns_changed (JH_TABLE_MODEL (self));
}
