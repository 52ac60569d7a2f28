/* What a keystroke costs, in a search and in a cell of codes.
 *
 * usage: bench-search
 *
 * Fills a search with 20,000 filings, the codes of a year and 1,000 projects,
 * types into it letter by letter, and prints the slowest keystroke; then the
 * same for completing a code, and for 2,000 names that nobody made ready.
 * Each line names its aim. It is no test: it never fails for being slow. */
#include <glib/gstdio.h>
#include <stdio.h>

#include "jh-books.h"
#include "jh-codes.h"
#include "jh-initials.h"
#include "jh-search-books.h"

#define FILINGS 20000
#define PROJECTS 1000
#define NAMES 2000
#define TIMES 20

static const char *const words[] = {
  "昭化区", "利州区",   "目标绩效", "事务中心", "信访",
  "教育局", "农业农村", "人力资源", "社会保障", "卫生健康",
  "办公室", "委员会",   "管理",     "服务",
};

static const char *const typed[] = {
  "ylbxjf",   "xfyw",      "mbjxswzx", "2023 mbjx", "2080505",
  "信访业务", "单位00199", "zzzz",     "s",
};

static char *
make_name (guint seed)
{
  return g_strdup_printf ("%s%s%s%05u", words[seed % 14],
                          words[seed / 3 % 14], words[seed / 7 % 14], seed);
}

static void
add_filings (JhSearch *search)
{
  g_autoptr (GPtrArray) filings
    = g_ptr_array_new_with_free_func ((GDestroyNotify) jh_filing_free);

  for (guint i = 0; i < FILINGS; i++)
    {
      JhFiling *filing = jh_filing_new ();

      g_free (filing->code);
      filing->code = g_strdup_printf ("%06u", i / 2);
      g_free (filing->name);
      filing->name = make_name (i / 2);
      g_free (filing->state);
      filing->state = g_strdup ("填报");
      filing->year = 2022 + (int) (i % 2);
      filing->id = i + 1;
      g_ptr_array_add (filings, filing);
    }
  jh_search_add_filings (search, filings);
}

static void
add_projects (JhSearch *search)
{
  for (guint i = 0; i < PROJECTS; i++)
    {
      g_autofree char *name = make_name (i * 31);
      g_autofree char *code = g_strdup_printf ("51081123T%06u", i);

      jh_search_add (search, &(JhCandidate){ .kind = JH_SEARCH_PROJECT,
                                             .number = code,
                                             .text = name,
                                             .key = code });
    }
}

/* The milliseconds since @start, shared among TIMES. */
static double
milliseconds_each (gint64 start)
{
  return (double) (g_get_monotonic_time () - start) / 1000 / TIMES;
}

/* Types @text letter by letter; @look is what a keystroke does. Returns the
 * milliseconds of the slowest. */
static double
type (const char *text, void (*look) (gpointer, const char *), gpointer data)
{
  double slowest = 0;

  for (const char *c = text; *c;)
    {
      g_autofree char *part = NULL;
      gint64 start = g_get_monotonic_time ();
      double spent;

      c = g_utf8_next_char (c);
      part = g_strndup (text, (gsize) (c - text));
      for (guint i = 0; i < TIMES; i++)
        look (data, part);
      spent = milliseconds_each (start);
      slowest = MAX (slowest, spent);
    }
  return slowest;
}

static void
look_everywhere (gpointer data, const char *text)
{
  g_autoptr (GPtrArray) found = jh_search_find (data, text, 20);
}

static void
look_for_code (gpointer data, const char *text)
{
  g_autoptr (GArray) found
    = jh_codes_complete (data, JH_CODES_FUNCTIONAL, text, 20);
}

/* What 2,000 names cost when both sides are made ready for each. */
static void
look_unprepared (gpointer data, const char *text)
{
  const GPtrArray *names = data;
  g_autoptr (JhInitials) part = jh_initials_new (text);

  for (guint i = 0; i < names->len; i++)
    {
      g_autoptr (JhInitials) name = jh_initials_new (names->pdata[i]);

      if (jh_initials_rank (name, part) > JH_RANK_TEXT_WHOLE)
        g_error ("a rank that is none");
    }
}

static JhLists *
load_lists (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("jiheng-bench-XXXXXX", &error);
  g_autofree char *path
    = folder ? g_build_filename (folder, "bench.jiheng", NULL) : NULL;
  JhStore *store
    = path ? jh_store_open (path, JH_STORE_CREATE, &error) : NULL;
  JhLists *lists = store ? jh_lists_load (store, 2023, "", &error) : NULL;

  if (lists == NULL)
    g_error ("%s", error->message);
  jh_store_close (store);
  if (g_unlink (path) != 0 || g_rmdir (folder) != 0)
    g_error ("“%s” could not be removed", folder);
  return lists;
}

int
main (void)
{
  g_autoptr (JhLists) lists = load_lists ();
  g_autoptr (JhSearch) search = jh_search_new ();
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  gint64 start = g_get_monotonic_time ();

  add_filings (search);
  add_projects (search);
  jh_search_add_codes (search, lists);
  printf ("filling the search: %.1f ms\n", milliseconds_each (start) * TIMES);
  for (guint i = 0; i < NAMES; i++)
    g_ptr_array_add (names, make_name (i));
  for (gsize i = 0; i < G_N_ELEMENTS (typed); i++)
    printf ("%s: search %.2f ms (aim 8), a code %.2f ms (aim 2), 2,000 "
            "names %.2f ms (aim 2) a keystroke\n",
            typed[i], type (typed[i], look_everywhere, search),
            type (typed[i], look_for_code, lists),
            type (typed[i], look_unprepared, names));
  return 0;
}
