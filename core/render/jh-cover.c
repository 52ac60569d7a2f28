#include "jh-cover.h"

char *
jh_cover_dup_label (const JhCoverLine *line)
{
  if (*line->label == '\0' || g_str_has_suffix (line->label, "：")
      || g_str_has_suffix (line->label, ":"))
    return g_strdup (line->label);
  return g_strconcat (line->label, "：", NULL);
}
