#include "jh-shelf.h"

static int
compare (gint64 a, gint64 b)
{
  return (a > b) - (a < b);
}

int
jh_shelf_compare (const JhRow *a, const JhRow *b)
{
  return a->place != b->place ? compare (a->place, b->place)
                              : compare (a->id, b->id);
}

/* Where a row at @place with @id stands or would stand. */
static guint
find (const GPtrArray *rows, gint64 place, gint64 id)
{
  const JhRow sought = { NULL, id, place };
  guint first = 0, end = rows->len;

  while (first < end)
    {
      guint middle = first + (end - first) / 2;

      if (jh_shelf_compare (rows->pdata[middle], &sought) < 0)
        first = middle + 1;
      else
        end = middle;
    }
  return first;
}

void
jh_shelf_insert (GPtrArray *rows, gpointer row)
{
  const JhRow *head = row;

  g_ptr_array_insert (rows, (int) find (rows, head->place, head->id), row);
}

void
jh_shelf_replace (GPtrArray *rows, gint64 place, gpointer row)
{
  JhRow *head = row;
  guint index = find (rows, place, head->id);

  g_assert (index < rows->len
            && ((JhRow *) rows->pdata[index])->id == head->id);
  if (place == head->place)
    {
      jh_row_free (rows->pdata[index]);
      rows->pdata[index] = row;
      return;
    }
  g_ptr_array_remove_index (rows, index);
  jh_shelf_insert (rows, row);
}

void
jh_shelf_remove (GPtrArray *rows, gint64 place, gint64 id)
{
  guint index = find (rows, place, id);

  g_assert (index < rows->len && ((JhRow *) rows->pdata[index])->id == id);
  g_ptr_array_remove_index (rows, index);
}
