#include "jh-computer.h"

#include "jh-compute-private.h"
#include "jh-kept.h"

/* For how many lists something is kept: those of this year and of the year
 * before, in two regions. */
#define LISTS_MAX 4

/* kept: JhKept, the one used last at the end
 * serial: how many sheets were computed */
struct _JhComputer
{
  GPtrArray *kept;
  guint64 serial;
};

JhComputer *
jh_computer_new (void)
{
  JhComputer *computer = g_new0 (JhComputer, 1);

  computer->kept = g_ptr_array_new_with_free_func (jh_kept_free);
  return computer;
}

void
jh_computer_free (JhComputer *computer)
{
  if (computer == NULL)
    return;
  g_ptr_array_unref (computer->kept);
  g_free (computer);
}

/* What is kept for @lists; now the one used last. */
static JhKept *
find_kept (JhComputer *computer, JhLists *lists)
{
  GPtrArray *kept = computer->kept;
  JhKept *found = NULL;

  for (guint i = kept->len; i-- > 0 && found == NULL;)
    if (jh_kept_is_for (kept->pdata[i], lists))
      found = g_ptr_array_steal_index (kept, i);
  if (found == NULL && kept->len == LISTS_MAX)
    g_ptr_array_remove_index (kept, 0);
  g_ptr_array_add (kept, found ? found : jh_kept_new (lists));
  return kept->pdata[kept->len - 1];
}

JhGrid *
jh_computer_compute (JhComputer *computer, const JhSheet *sheet,
                     const JhBooks *books, const JhBooks *before,
                     const char *object, GError **error)
{
  JhComputation computation = {
    .sheet = sheet,
    .occasion = {
      .books = books,
      .before = before,
      .object = object,
      .kept = find_kept (computer, books->lists),
      .serial = ++computer->serial,
    },
  };
  JhGrid *grid = NULL;

  if (jh_computation_run (&computation, FALSE, error))
    grid = g_steal_pointer (&computation.grid);
  jh_computation_clear (&computation);
  return grid;
}

JhGrid *
jh_compute (const JhSheet *sheet, const JhBooks *books, const JhBooks *before,
            const char *object, GError **error)
{
  g_autoptr (JhComputer) computer = jh_computer_new ();

  return jh_computer_compute (computer, sheet, books, before, object, error);
}
