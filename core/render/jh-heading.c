#include "jh-heading.h"

char *
jh_heading_dup_unit_name (const JhGrid *grid)
{
  if (*grid->unit_name == '\0')
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
  return grid->shows_unit || *grid->unit_name != '\0';
}

const char *
jh_heading_get_number (const JhGrid *grid)
{
  return *grid->number ? grid->number : grid->tab;
}
