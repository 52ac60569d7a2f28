#include "jh-page-list.h"

#include "jh-sheets-page.h"
#include "jh-unit-page.h"

static const JhPageInfo pages[] = {
  { "unit", "录入", "单位信息", "名称 代码 行政区划 人员 编制 机构",
    jh_unit_page_get_type },
  { "sheets", "报表", "报表", "公开表 自评表 预览 打印 打印预览 缩放",
    jh_sheets_page_get_type },
};

const JhPageInfo *
jh_page_list (guint *n)
{
  *n = G_N_ELEMENTS (pages);
  return pages;
}

const JhPageInfo *
jh_page_list_find (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    if (g_str_equal (pages[i].name, name))
      return &pages[i];
  return NULL;
}
