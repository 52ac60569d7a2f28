#include "jh-carryover.h"

static const JhField fields[] = {
  { "fund", "资金", JH_FIELD_TEXT, offsetof (JhCarryover, fund), .most = 100,
    .flags = JH_FIELD_REQUIRED, .words = JH_WORDS_FUND },
  { "kind", "类别", JH_FIELD_TEXT, offsetof (JhCarryover, kind), .most = 100,
    .flags = JH_FIELD_REQUIRED, .words = JH_WORDS_CARRYOVER },
  { "amount", "金额", JH_FIELD_MONEY, offsetof (JhCarryover, amount) },
};

const JhTable *
jh_carryover_table (void)
{
  static const JhTable table = {
    .name = "carryover",
    .label = "结转结余",
    .file = "carryover.csv",
    .size = sizeof (JhCarryover),
    .fields = fields,
    .n_fields = G_N_ELEMENTS (fields),
    .list = JH_QUERY_CARRYOVER_LIST,
    .insert = JH_QUERY_CARRYOVER_INSERT,
    .update = JH_QUERY_CARRYOVER_UPDATE,
    .remove = JH_QUERY_CARRYOVER_DELETE,
  };

  return &table;
}
