#include "jh-prior-year.h"

static const JhField fields[] = {
  { "figure", "指标", JH_FIELD_TEXT, offsetof (JhPriorYear, figure),
    .most = 100, .flags = JH_FIELD_REQUIRED | JH_FIELD_KEY },
  { "amount", "上年数", JH_FIELD_MONEY, offsetof (JhPriorYear, amount) },
};

const JhTable *
jh_prior_year_table (void)
{
  static const JhTable table = {
    .name = "prior_year",
    .label = "上年数",
    .file = "prior_year.csv",
    .size = sizeof (JhPriorYear),
    .fields = fields,
    .n_fields = G_N_ELEMENTS (fields),
    .list = JH_QUERY_PRIOR_YEAR_LIST,
    .insert = JH_QUERY_PRIOR_YEAR_INSERT,
    .update = JH_QUERY_PRIOR_YEAR_UPDATE,
    .remove = JH_QUERY_PRIOR_YEAR_DELETE,
  };

  return &table;
}
