#include "jh-lists-shelf.h"

/* How many lists are kept: some years of a region or two. */
#define KEPT_MOST 8

/* lists: JhLists, the one used last at the end */
struct _JhListsShelf
{
  GPtrArray *lists;
};

JhListsShelf *
jh_lists_shelf_new (void)
{
  JhListsShelf *shelf = g_new (JhListsShelf, 1);

  shelf->lists
    = g_ptr_array_new_with_free_func ((GDestroyNotify) jh_lists_unref);
  return shelf;
}

void
jh_lists_shelf_free (JhListsShelf *shelf)
{
  if (shelf == NULL)
    return;
  g_ptr_array_unref (shelf->lists);
  g_free (shelf);
}

/* Takes the lists of @year and @region off the shelf; NULL when it has them
 * not. */
static JhLists *
take (JhListsShelf *shelf, int year, const char *region)
{
  for (guint i = 0; i < shelf->lists->len; i++)
    if (jh_lists_hold (shelf->lists->pdata[i], year, region))
      return g_ptr_array_steal_index (shelf->lists, i);
  return NULL;
}

JhLists *
jh_lists_shelf_get (JhListsShelf *shelf, JhStore *store, int year,
                    const char *region, GError **error)
{
  JhLists *lists = take (shelf, year, region);

  if (lists == NULL)
    lists = jh_lists_load (store, year, region, error);
  if (lists == NULL)
    return NULL;
  if (shelf->lists->len >= KEPT_MOST)
    g_ptr_array_remove_index (shelf->lists, 0);
  g_ptr_array_add (shelf->lists, lists);
  return jh_lists_ref (lists);
}
