#include "jh-nearest.h"

/* How many names are told: of those alike, and when none is. */
#define ALIKE_MOST 3
#define FIRST_MOST 12

/* How many of the characters of @word stand in @name, in hundredths of both
 * of their lengths: 200 for the same characters. */
static guint
likeness (const char *name, const char *word)
{
  guint common = 0;
  glong length = g_utf8_strlen (name, -1) + g_utf8_strlen (word, -1);

  for (const char *at = word; *at; at = g_utf8_next_char (at))
    if (g_utf8_strchr (name, -1, g_utf8_get_char (at)))
      common++;
  return length > 0 ? common * 400 / (guint) length : 0;
}

/* The name most like @word that is not among @told, and how like in @found;
 * NULL when none has much in common with it. */
static const char *
find_next (const GPtrArray *names, const char *word, const GPtrArray *told,
           guint *found)
{
  const char *best = NULL;

  *found = 0;
  for (guint i = 0; i < names->len; i++)
    {
      guint here = likeness (names->pdata[i], word);

      if (here > *found && here >= 80
          && !g_ptr_array_find ((GPtrArray *) told, names->pdata[i], NULL))
        {
          *found = here;
          best = names->pdata[i];
        }
    }
  return best;
}

static char *
join (const char *before, const GPtrArray *names, guint most)
{
  GString *text = g_string_new (before);

  for (guint i = 0; i < MIN (names->len, most); i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "、" : "",
                            (const char *) names->pdata[i]);
  if (names->len > most)
    g_string_append (text, "等");
  return g_string_free (text, FALSE);
}

char *
jh_nearest_dup (const GPtrArray *names, const char *word)
{
  g_autoptr (GPtrArray) alike = g_ptr_array_new ();
  const char *next;
  guint found;

  while (alike->len < ALIKE_MOST
         && (next = find_next (names, word, alike, &found)))
    g_ptr_array_add (alike, (gpointer) next);
  if (alike->len > 0)
    return join ("相近的有：", alike, ALIKE_MOST);
  if (names->len == 0)
    return g_strdup ("现在一个也没有");
  return join ("可以用的有：", names, FIRST_MOST);
}
