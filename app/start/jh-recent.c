#include "jh-recent.h"

#include <string.h>

#include "jh-state.h"

#define GROUP "recent"
#define KEY "books"

GPtrArray *
jh_recent_list (void)
{
  g_autofree char *kept = jh_state_dup_text (GROUP, KEY);
  g_auto (GStrv) lines = g_strsplit (kept ? kept : "", "\n", -1);
  GPtrArray *paths = g_ptr_array_new_with_free_func (g_free);

  for (char **line = lines; *line && paths->len < JH_RECENT_MAX; line++)
    if (**line)
      g_ptr_array_add (paths, g_strdup (*line));
  return paths;
}

/* Keeps @paths without @path. */
static void
keep_others (const char *first, const GPtrArray *paths, const char *path)
{
  g_autoptr (GString) kept = g_string_new (first);
  guint n = *first ? 1 : 0;

  for (guint i = 0; i < paths->len && n < JH_RECENT_MAX; i++)
    {
      if (g_str_equal (paths->pdata[i], path))
        continue;
      g_string_append_printf (kept, "%s%s", n > 0 ? "\n" : "",
                              (char *) paths->pdata[i]);
      n++;
    }
  jh_state_set_text (GROUP, KEY, kept->str);
}

void
jh_recent_add (const char *path)
{
  g_autofree char *whole = g_canonicalize_filename (path, NULL);
  g_autoptr (GPtrArray) paths = jh_recent_list ();

  /* A path that is no text cannot be kept as one. */
  if (g_utf8_validate (whole, -1, NULL) && strchr (whole, '\n') == NULL)
    keep_others (whole, paths, whole);
}

void
jh_recent_remove (const char *path)
{
  g_autoptr (GPtrArray) paths = jh_recent_list ();

  keep_others ("", paths, path);
}
