#include "jh-heading.h"

#include "jh-text.h"

char *
jh_heading_dup_unit_name (const JhGrid *grid)
{
  if (jh_text_is_blank (grid->unit_name))
    return g_strdup ("");
  return g_strconcat ("编制单位：", grid->unit_name, NULL);
}

char *
jh_heading_dup_money_unit (const JhGrid *grid)
{
  if (!grid->shows_unit)
    return g_strdup ("");
  return g_strconcat ("金额单位：", jh_money_unit_name (grid->unit), NULL);
}

gboolean
jh_heading_has_unit_line (const JhGrid *grid)
{
  return grid->shows_unit || !jh_text_is_blank (grid->unit_name);
}

const char *
jh_heading_get_number (const JhGrid *grid)
{
  return *grid->number ? grid->number : grid->name;
}
