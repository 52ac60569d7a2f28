#include "jh-finding-place.h"

#include "jh-books.h"

#define SHEETS "sheets"

const char *
jh_finding_place_page (const JhFinding *finding)
{
  const char *page
    = *finding->table ? jh_place_find_page (finding->table) : NULL;

  if (page)
    return page;
  return *finding->sheet ? SHEETS : "";
}

const char *
jh_finding_place_name (const JhFinding *finding)
{
  for (int id = 0; *finding->table && id < JH_N_TABLES; id++)
    if (g_str_equal (jh_table_get (id)->name, finding->table))
      return jh_table_get (id)->label;
  return *finding->sheet ? finding->sheet : "整套决算";
}

JhPlace *
jh_finding_place_dup (const JhFinding *finding)
{
  JhPlace *place
    = *finding->table
        ? jh_place_of_row (finding->table, finding->row, finding->field)
        : NULL;

  if (place == NULL && *finding->sheet)
    place = jh_place_new (SHEETS, NULL, 0, NULL, finding->sheet);
  return place;
}
