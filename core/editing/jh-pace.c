#include "jh-pace.h"

#include "jh-error.h"

/* Steps between two looks; each step is some microseconds. */
#define LOOK_EVERY 64

gboolean
jh_pace_step (JhPace *pace, GError **error)
{
  if (pace == NULL || ++pace->done % LOOK_EVERY != 0)
    return TRUE;
  if (pace->tell)
    pace->tell (MIN (pace->done, pace->total), pace->total, pace->data);
  if (!g_cancellable_is_cancelled (pace->cancellable))
    return TRUE;
  g_set_error_literal (error, JH_ERROR, JH_ERROR_CANCELLED, "已停止");
  return FALSE;
}
