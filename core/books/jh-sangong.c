#include "jh-sangong.h"

static const JhField fields[] = {
  { "item", "项目", JH_FIELD_TEXT, offsetof (JhSangong, item), .most = 100,
    .flags = JH_FIELD_REQUIRED | JH_FIELD_KEY, .words = JH_WORDS_SANGONG },
  { "initial", "年初预算", JH_FIELD_MONEY, offsetof (JhSangong, initial) },
  { "full_year", "全年预算", JH_FIELD_MONEY,
    offsetof (JhSangong, full_year) },
  { "actual", "决算", JH_FIELD_MONEY, offsetof (JhSangong, actual) },
  { "prior_actual", "上年决算", JH_FIELD_MONEY,
    offsetof (JhSangong, prior_actual) },
};

const JhTable *
jh_sangong_table (void)
{
  static const JhTable table = {
    .name = "sangong",
    .label = "“三公”经费",
    .file = "sangong.csv",
    .size = sizeof (JhSangong),
    .fields = fields,
    .n_fields = G_N_ELEMENTS (fields),
    .list = JH_QUERY_SANGONG_LIST,
    .insert = JH_QUERY_SANGONG_INSERT,
    .update = JH_QUERY_SANGONG_UPDATE,
    .remove = JH_QUERY_SANGONG_DELETE,
  };

  return &table;
}
