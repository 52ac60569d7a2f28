#include "jh-stated.h"

static const JhField fields[] = {
  { "object", "对象", JH_FIELD_TEXT, offsetof (JhStated, object), .most = 60,
    .flags = JH_FIELD_REQUIRED },
  { "item", "填报项", JH_FIELD_TEXT, offsetof (JhStated, item), .most = 100,
    .flags = JH_FIELD_REQUIRED },
  { "value", "填报值", JH_FIELD_TEXT, offsetof (JhStated, value),
    .most = 400 },
  { "measure", "单位", JH_FIELD_TEXT, offsetof (JhStated, measure),
    .most = 40 },
  { "source", "出处", JH_FIELD_TEXT, offsetof (JhStated, source),
    .most = 400 },
};

const JhTable *
jh_stated_table (void)
{
  static const JhTable table = {
    .name = "stated",
    .label = "填报值",
    .file = "assessment_claims.csv",
    .size = sizeof (JhStated),
    .fields = fields,
    .n_fields = G_N_ELEMENTS (fields),
    .list = JH_QUERY_STATED_LIST,
    .insert = JH_QUERY_STATED_INSERT,
    .update = JH_QUERY_STATED_UPDATE,
    .remove = JH_QUERY_STATED_DELETE,
  };

  return &table;
}
