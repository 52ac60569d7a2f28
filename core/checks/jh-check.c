#include "jh-check.h"

#include <string.h>

#include "jh-compute.h"

static int
compare_findings (gconstpointer a, gconstpointer b)
{
  const JhFinding *x = *(const JhFinding *const *) a;
  const JhFinding *y = *(const JhFinding *const *) b;

  if (x->severity != y->severity)
    return x->severity < y->severity ? -1 : 1;
  return strcmp (x->rule, y->rule);
}

GPtrArray *
jh_check (const JhCatalog *catalog, const JhIdentities *identities,
          const JhBooks *books, const JhBooks *before, GError **error)
{
  g_autoptr (GPtrArray) findings = jh_findings_new ();
  g_autoptr (GPtrArray) sheets
    = jh_catalog_list (catalog, books->filing, NULL);

  jh_books_check (books, findings);
  for (guint i = 0; i < sheets->len; i++)
    {
      const JhSheet *sheet = sheets->pdata[i];
      g_autoptr (JhGrid) grid = NULL;

      if (*sheet->object)
        continue;
      grid = jh_compute (sheet, books, before, NULL, error);
      if (grid == NULL)
        return NULL;
      jh_identities_check (identities, grid, findings);
    }
  g_ptr_array_sort (findings, compare_findings);
  return g_steal_pointer (&findings);
}
