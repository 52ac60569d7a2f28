/* usage: make-books BOOKS N: new books with N filings made by rule. */
#include <glib/gstdio.h>
#include <stdlib.h>

#include "bench-books.h"
#include "jh-import.h"

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JhStore) store = NULL;
  g_autofree char *folder = g_dir_make_tmp ("jiheng-bench-XXXXXX", &error);
  guint n = argc == 3 ? (guint) atoi (argv[2]) : 0;

  if (n == 0 || folder == NULL)
    g_error ("usage: make-books BOOKS N");
  store = jh_store_open (argv[1], JH_STORE_CREATE, &error);
  for (guint i = 0; store && error == NULL && i < n; i++)
    {
      bench_write_filing (folder, i);
      if (!jh_import_folder (store, folder, FALSE, NULL, &error))
        break;
    }
  if (error)
    g_error ("%s", error->message);
  return 0;
}
