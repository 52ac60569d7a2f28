#include "jh-income.h"

static const JhField fields[] = {
  { "source", "来源", JH_FIELD_TEXT, offsetof (JhIncome, source), .most = 100,
    .flags = JH_FIELD_REQUIRED, .words = JH_WORDS_SOURCE },
  { "functional", "功能科目", JH_FIELD_TEXT, offsetof (JhIncome, functional),
    .most = 20, .flags = JH_FIELD_REQUIRED },
  { "initial", "年初预算", JH_FIELD_MONEY, offsetof (JhIncome, initial) },
  { "full_year", "全年预算", JH_FIELD_MONEY, offsetof (JhIncome, full_year) },
  { "actual", "决算", JH_FIELD_MONEY, offsetof (JhIncome, actual) },
};

const JhTable *
jh_income_table (void)
{
  static const JhTable table = {
    .name = "income",
    .label = "收入",
    .file = "income.csv",
    .size = sizeof (JhIncome),
    .fields = fields,
    .n_fields = G_N_ELEMENTS (fields),
    .list = JH_QUERY_INCOME_LIST,
    .insert = JH_QUERY_INCOME_INSERT,
    .update = JH_QUERY_INCOME_UPDATE,
    .remove = JH_QUERY_INCOME_DELETE,
  };

  return &table;
}
