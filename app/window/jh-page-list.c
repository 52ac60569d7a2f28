#include "jh-page-list.h"

#include "jh-expenditure-page.h"
#include "jh-export-page.h"
#include "jh-filings-page.h"
#include "jh-form-page.h"
#include "jh-log-page.h"
#include "jh-reasons-page.h"
#include "jh-rules-page.h"
#include "jh-sheets-page.h"

static const JhPageInfo pages[] = {
  { "unit", "录入", "单位信息", "名称 代码 行政区划 人员 编制 机构", "unit",
    jh_form_page_get_type },
  { "income", "录入", "收入", "财政拨款 来源 事业收入", "income",
    jh_form_page_get_type },
  { "expenditure", "录入", "支出", "基本支出 项目支出 明细 交叉", "",
    jh_expenditure_page_get_type },
  { "carryover", "录入", "结转结余", "年初 年末 结余分配", "carryover",
    jh_form_page_get_type },
  { "projects", "录入", "项目", "项目资金 绩效 执行率",
    "projects project-funds", jh_form_page_get_type },
  { "sangong", "录入", "三公", "出国 接待 公务用车 批次 人次 车辆",
    "sangong counts", jh_form_page_get_type },
  { "other", "录入", "其他事项", "机关运行经费 政府采购 国有资产 车辆 设备",
    "other", jh_form_page_get_type },
  { "reasons", "录入", "变动原因", "上年数 增减额 增减率 对比", "",
    jh_reasons_page_get_type },
  { "stated", "录入", "填报值", "自评报告 自评得分", "stated",
    jh_form_page_get_type },
  { "sheets", "报送", "报表", "公开表 自评表 预览 打印 打印预览 缩放", "",
    jh_sheets_page_get_type },
  { "export", "报送", "导出", "Excel xlsx PDF CSV 工作簿 上报 文件夹", "",
    jh_export_page_get_type },
  { "filings", "审核", "全部决算", "核对 总览 汇总 单位 年度 错误 警告 锁定",
    "", jh_filings_page_get_type },
  { "rules", "审核", "自定规则", "自己写的审核规则 公式 勾稽 试审", "",
    jh_rules_page_get_type },
  { "log", "记录", "修改痕迹", "日志 历史 谁改的 撤销 之前 之后", "",
    jh_log_page_get_type },
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

JhPage *
jh_page_list_make (const JhPageInfo *info)
{
  GType type = info->get_type ();

  if (type == JH_TYPE_FORM_PAGE)
    return g_object_new (type, "forms", info->forms, NULL);
  return g_object_new (type, NULL);
}
