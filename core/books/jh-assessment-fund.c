#include "jh-assessment-fund.h"

static const JhField fields[] = {
  { "object", "对象", JH_FIELD_TEXT, offsetof (JhAssessmentFund, object),
    .most = 60, .flags = JH_FIELD_REQUIRED | JH_FIELD_KEY },
  { "line", "资金", JH_FIELD_TEXT, offsetof (JhAssessmentFund, line),
    .most = 100, .flags = JH_FIELD_REQUIRED | JH_FIELD_KEY,
    .words = JH_WORDS_LINE },
  { "initial", "年初预算数", JH_FIELD_MONEY,
    offsetof (JhAssessmentFund, initial) },
  { "full_year", "全年预算数", JH_FIELD_MONEY,
    offsetof (JhAssessmentFund, full_year) },
  { "actual", "全年执行数", JH_FIELD_MONEY,
    offsetof (JhAssessmentFund, actual) },
  { "stated_rate", "填报执行率", JH_FIELD_DIGITS,
    offsetof (JhAssessmentFund, stated_rate), .most = 20 },
};

const JhTable *
jh_assessment_fund_table (void)
{
  static const JhTable table = {
    .name = "assessment_fund",
    .label = "自评资金",
    .file = "assessment_funds.csv",
    .size = sizeof (JhAssessmentFund),
    .fields = fields,
    .n_fields = G_N_ELEMENTS (fields),
    .list = JH_QUERY_ASSESSMENT_FUND_LIST,
    .insert = JH_QUERY_ASSESSMENT_FUND_INSERT,
    .update = JH_QUERY_ASSESSMENT_FUND_UPDATE,
    .remove = JH_QUERY_ASSESSMENT_FUND_DELETE,
  };

  return &table;
}
