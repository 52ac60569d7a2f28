#include "jh-form-page.h"

#include "jh-table-pane.h"
#include "jh-worksheet.h"

/* One table of a page. */
typedef struct
{
  const char *page;
  const char *title;
  const char *hint;
  JhTableId table;
} Form;

static const Form forms[] = {
  { "income", "收入",
    "一行是一个来源、一个功能科目。科目可以填编码、名称或拼音首字母",
    JH_TABLE_INCOME },
  { "carryover", "结转和结余", "每种资金的年初、年末各一行",
    JH_TABLE_CARRYOVER },
  { "projects", "项目", "项目编号由本单位编，别的表用它指这个项目",
    JH_TABLE_PROJECT },
  { "projects", "项目和整体的资金", "自评表里的资金，按表上填的数填",
    JH_TABLE_ASSESSMENT_FUND },
  { "sangong", "“三公”经费", "全部财政拨款，基本支出和项目支出合在一起",
    JH_TABLE_SANGONG },
  { "sangong", "数量", "团组、人次、批次和车辆", JH_TABLE_QUANTITY },
  { "reasons", "变动原因", "", JH_TABLE_REASON },
  { "reasons", "上年数", "账套里没有上年决算时才填", JH_TABLE_PRIOR_YEAR },
  { "stated", "填报值", "自评报告正文里写出来的数，审核拿它与账上的数核对",
    JH_TABLE_STATED },
  { "unit", "单位情况", "", JH_TABLE_FILING_FACT },
};

/* panes: JhTablePane, in their order; borrowed from the box
 * tables: the JhTableId of each */
struct _JhFormPage
{
  JhPage parent_instance;

  char *form;
  GPtrArray *panes;
  GArray *tables;
};

enum
{
  PROP_FORM = 1,
};

G_DEFINE_FINAL_TYPE (JhFormPage, jh_form_page, JH_TYPE_PAGE)

static void
show_table (JhFormPage *self, guint index, JhSession *session)
{
  JhTableId table = g_array_index (self->tables, JhTableId, index);
  g_autoptr (JhWorksheet) sheet
    = session ? jh_worksheet_new (session, table, NULL) : NULL;

  jh_table_pane_show (self->panes->pdata[index],
                      sheet ? JH_TABLE_MODEL (sheet) : NULL);
}

static void
jh_form_page_load (JhPage *page)
{
  JhFormPage *self = JH_FORM_PAGE (page);

  for (guint i = 0; i < self->panes->len; i++)
    show_table (self, i, jh_page_get_session (page));
}

static gboolean
jh_form_page_go (JhPage *page, const JhPlace *place)
{
  JhFormPage *self = JH_FORM_PAGE (page);

  for (guint i = 0; i < self->panes->len; i++)
    if (*place->table == '\0'
        || g_str_equal (
          jh_table_get (g_array_index (self->tables, JhTableId, i))->name,
          place->table))
      return jh_table_pane_go (self->panes->pdata[i], place->row,
                               place->field);
  return FALSE;
}

static void
add_pane (JhFormPage *self, const Form *form)
{
  GtkWidget *pane = g_object_new (JH_TYPE_TABLE_PANE, "title", form->title,
                                  "hint", form->hint, "key",
                                  jh_table_get (form->table)->name, NULL);

  g_ptr_array_add (self->panes, pane);
  g_array_append_val (self->tables, form->table);
  gtk_box_append (GTK_BOX (self), pane);
}

static void
jh_form_page_constructed (GObject *object)
{
  JhFormPage *self = JH_FORM_PAGE (object);

  G_OBJECT_CLASS (jh_form_page_parent_class)->constructed (object);
  for (gsize i = 0; i < G_N_ELEMENTS (forms); i++)
    if (g_strcmp0 (forms[i].page, self->form) == 0)
      add_pane (self, &forms[i]);
}

static void
jh_form_page_set_property (GObject *object, guint id, const GValue *value,
                           GParamSpec *pspec)
{
  JH_FORM_PAGE (object)->form = g_value_dup_string (value);
}

static void
jh_form_page_finalize (GObject *object)
{
  JhFormPage *self = JH_FORM_PAGE (object);

  g_free (self->form);
  g_ptr_array_unref (self->panes);
  g_array_unref (self->tables);
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
    object_class, PROP_FORM,
    g_param_spec_string ("form", NULL, NULL, NULL,
                         G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY
                           | G_PARAM_STATIC_STRINGS));
}

static void
jh_form_page_init (JhFormPage *self)
{
  self->panes = g_ptr_array_new ();
  self->tables = g_array_new (FALSE, FALSE, sizeof (JhTableId));
}
