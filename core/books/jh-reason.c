#include "jh-reason.h"

static const JhField fields[] = {
  { "figure", "指标", JH_FIELD_TEXT, offsetof (JhReason, figure), .most = 100,
    .flags = JH_FIELD_REQUIRED | JH_FIELD_KEY },
  { "words", "原因", JH_FIELD_TEXT, offsetof (JhReason, words), .most = 4000,
    .flags = JH_FIELD_REQUIRED },
};

const JhTable *
jh_reason_table (void)
{
  static const JhTable table = {
    .name = "reason",
    .label = "原因",
    .file = "reasons.csv",
    .size = sizeof (JhReason),
    .fields = fields,
    .n_fields = G_N_ELEMENTS (fields),
    .list = JH_QUERY_REASON_LIST,
    .insert = JH_QUERY_REASON_INSERT,
    .update = JH_QUERY_REASON_UPDATE,
    .remove = JH_QUERY_REASON_DELETE,
  };

  return &table;
}
