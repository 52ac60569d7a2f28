#include "jh-indicator.h"

static const JhField fields[] = {
  { "object", "对象", JH_FIELD_TEXT, offsetof (JhIndicator, object),
    .most = 60, .flags = JH_FIELD_REQUIRED },
  { "level1", "一级指标", JH_FIELD_TEXT, offsetof (JhIndicator, level1),
    .most = 100 },
  { "level2", "二级指标", JH_FIELD_TEXT, offsetof (JhIndicator, level2),
    .most = 100 },
  { "level3", "三级指标", JH_FIELD_TEXT, offsetof (JhIndicator, level3),
    .most = 300, .flags = JH_FIELD_REQUIRED },
  { "nature", "指标性质", JH_FIELD_TEXT, offsetof (JhIndicator, nature),
    .most = 10, .words = JH_WORDS_NATURE },
  { "operator", "符号", JH_FIELD_TEXT, offsetof (JhIndicator, operator),
    .most = 10, .words = JH_WORDS_OPERATOR },
  { "target", "年度指标值", JH_FIELD_TEXT, offsetof (JhIndicator, target),
    .most = 1000 },
  { "measure", "计量单位", JH_FIELD_TEXT, offsetof (JhIndicator, measure),
    .most = 40 },
  { "actual", "实际完成值", JH_FIELD_TEXT, offsetof (JhIndicator, actual),
    .most = 1000 },
  { "weight", "分值", JH_FIELD_POINTS, offsetof (JhIndicator, weight) },
  { "score", "得分", JH_FIELD_POINTS, offsetof (JhIndicator, score) },
  { "reason", "偏差原因分析及改进措施", JH_FIELD_TEXT,
    offsetof (JhIndicator, reason), .most = 4000 },
};

const JhTable *
jh_indicator_table (void)
{
  static const JhTable table = {
    .name = "indicator",
    .label = "指标",
    .file = "indicators.csv",
    .size = sizeof (JhIndicator),
    .fields = fields,
    .n_fields = G_N_ELEMENTS (fields),
    .list = JH_QUERY_INDICATOR_LIST,
    .insert = JH_QUERY_INDICATOR_INSERT,
    .update = JH_QUERY_INDICATOR_UPDATE,
    .remove = JH_QUERY_INDICATOR_DELETE,
  };

  return &table;
}
