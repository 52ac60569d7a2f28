#include "jh-project.h"

static const JhField fields[] = {
  { "code", "项目编号", JH_FIELD_TEXT, offsetof (JhProject, code), .most = 60,
    .flags = JH_FIELD_REQUIRED | JH_FIELD_KEY },
  { "name", "项目名称", JH_FIELD_TEXT, offsetof (JhProject, name),
    .most = 300, .flags = JH_FIELD_REQUIRED },
  { "type", "项目类型", JH_FIELD_TEXT, offsetof (JhProject, type),
    .most = 100 },
  { "department", "主管部门", JH_FIELD_TEXT, offsetof (JhProject, department),
    .most = 200 },
  { "implementer", "实施单位", JH_FIELD_TEXT,
    offsetof (JhProject, implementer), .most = 200 },
  { "goal", "年度总体目标", JH_FIELD_TEXT, offsetof (JhProject, goal),
    .most = 8000 },
  { "outcome", "实际完成情况", JH_FIELD_TEXT, offsetof (JhProject, outcome),
    .most = 8000 },
};

const JhTable *
jh_project_table (void)
{
  static const JhTable table = {
    .name = "project",
    .label = "项目",
    .file = "projects.csv",
    .size = sizeof (JhProject),
    .fields = fields,
    .n_fields = G_N_ELEMENTS (fields),
    .list = JH_QUERY_PROJECT_LIST,
    .insert = JH_QUERY_PROJECT_INSERT,
    .update = JH_QUERY_PROJECT_UPDATE,
    .remove = JH_QUERY_PROJECT_DELETE,
  };

  return &table;
}
