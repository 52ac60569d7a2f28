#include "jh-quantity.h"

static const JhField fields[] = {
  { "item", "项目", JH_FIELD_TEXT, offsetof (JhQuantity, item), .most = 100,
    .flags = JH_FIELD_REQUIRED | JH_FIELD_KEY },
  { "count", "数量", JH_FIELD_COUNT, offsetof (JhQuantity, count) },
  { "measure", "单位", JH_FIELD_TEXT, offsetof (JhQuantity, measure),
    .most = 40 },
};

const JhTable *
jh_quantity_table (void)
{
  static const JhTable table = {
    .name = "quantity",
    .label = "数量",
    .file = "counts.csv",
    .size = sizeof (JhQuantity),
    .fields = fields,
    .n_fields = G_N_ELEMENTS (fields),
    .list = JH_QUERY_QUANTITY_LIST,
    .insert = JH_QUERY_QUANTITY_INSERT,
    .update = JH_QUERY_QUANTITY_UPDATE,
    .remove = JH_QUERY_QUANTITY_DELETE,
  };

  return &table;
}
