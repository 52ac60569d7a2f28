#include "jh-expenditure.h"

static const JhField fields[] = {
  { "functional", "功能科目", JH_FIELD_TEXT,
    offsetof (JhExpenditure, functional), .most = 20,
    .flags = JH_FIELD_REQUIRED },
  { "economic", "经济科目", JH_FIELD_TEXT, offsetof (JhExpenditure, economic),
    .most = 20, .flags = JH_FIELD_REQUIRED },
  { "category", "支出类别", JH_FIELD_TEXT, offsetof (JhExpenditure, category),
    .most = 100, .flags = JH_FIELD_REQUIRED, .words = JH_WORDS_CATEGORY },
  { "fund", "资金", JH_FIELD_TEXT, offsetof (JhExpenditure, fund),
    .most = 100, .flags = JH_FIELD_REQUIRED, .words = JH_WORDS_FUND },
  { "project", "项目", JH_FIELD_TEXT, offsetof (JhExpenditure, project),
    .most = 60 },
  { "initial", "年初预算", JH_FIELD_MONEY,
    offsetof (JhExpenditure, initial) },
  { "full_year", "全年预算", JH_FIELD_MONEY,
    offsetof (JhExpenditure, full_year) },
  { "actual", "决算", JH_FIELD_MONEY, offsetof (JhExpenditure, actual) },
};

const JhTable *
jh_expenditure_table (void)
{
  static const JhTable table = {
    .name = "expenditure",
    .label = "支出",
    .file = "expenditure.csv",
    .size = sizeof (JhExpenditure),
    .fields = fields,
    .n_fields = G_N_ELEMENTS (fields),
    .list = JH_QUERY_EXPENDITURE_LIST,
    .insert = JH_QUERY_EXPENDITURE_INSERT,
    .update = JH_QUERY_EXPENDITURE_UPDATE,
    .remove = JH_QUERY_EXPENDITURE_DELETE,
  };

  return &table;
}
