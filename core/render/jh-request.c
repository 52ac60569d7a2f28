#include "jh-request.h"

#include "jh-error.h"

gboolean
jh_render_request_check (const JhRenderRequest *request, GError **error)
{
  if (request->workbook->grids->len > 0)
    return TRUE;
  g_set_error_literal (error, JH_ERROR, JH_ERROR_USAGE,
                       "没有可以输出的表，请至少选择一张表。");
  return FALSE;
}

gboolean
jh_render_request_go_on (const JhRenderRequest *request, guint done,
                         GError **error)
{
  guint total = request->workbook->grids->len;

  if (g_cancellable_is_cancelled (request->cancellable))
    {
      g_set_error (error, JH_ERROR, JH_ERROR_CANCELLED,
                   "已按要求停止：%u 张表中完成了 %u 张，没有留下文件。",
                   total, done);
      return FALSE;
    }
  if (request->progress)
    request->progress (done, total, request->data);
  return TRUE;
}
