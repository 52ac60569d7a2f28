#include "jh-typing.h"

#include "jh-codes.h"
#include "jh-text.h"

#include <string.h>

/* How many names are remembered. */
#define NAMES_MAX 1000

/* Names that were looked for: a paste has the same one many times, and
 * looking through all codes takes its time.
 *
 * lists: in which; held
 * known: by JhCodes, name → Found */
typedef struct
{
  JhLists *lists;
  GHashTable *known[2];
} Memory;

/* What a name came to: a code, borrowed from the lists, or a fault. */
typedef struct
{
  const char *code;
  char *fault;
} Found;

static void
free_found (gpointer data)
{
  Found *found = data;

  g_free (found->fault);
  g_free (found);
}

static void
free_memory (gpointer data)
{
  Memory *memory = data;

  g_hash_table_unref (memory->known[JH_CODES_FUNCTIONAL]);
  g_hash_table_unref (memory->known[JH_CODES_ECONOMIC]);
  jh_lists_unref (memory->lists);
  g_free (memory);
}

/* What is remembered of @lists for @session; it forgets other lists. */
static Memory *
get_memory (JhSession *session, JhLists *lists)
{
  static const char key[] = "jh-typing-memory";
  Memory *memory = g_object_get_data (G_OBJECT (session), key);

  if (memory && memory->lists == lists)
    return memory;
  memory = g_new0 (Memory, 1);
  memory->lists = jh_lists_ref (lists);
  for (guint i = 0; i < G_N_ELEMENTS (memory->known); i++)
    memory->known[i]
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_found);
  g_object_set_data_full (G_OBJECT (session), key, memory, free_memory);
  return memory;
}

/* Looks for the code that @name means. Borrowed from the session. */
static const Found *
find (JhSession *session, JhCodes codes, const char *name)
{
  JhLists *lists = jh_session_get_books (session)->lists;
  GHashTable *known = get_memory (session, lists)->known[codes];
  Found *found = g_hash_table_lookup (known, name);
  g_autoptr (GError) error = NULL;

  if (found)
    return found;
  if (g_hash_table_size (known) >= NAMES_MAX)
    g_hash_table_remove_all (known);
  found = g_new0 (Found, 1);
  found->code = jh_codes_resolve (lists, codes, name, &error);
  if (found->code == NULL)
    found->fault = g_strdup (error->message);
  g_hash_table_insert (known, g_strdup (name), found);
  return found;
}

/* The number that @text begins with, when it is nothing else or a name
 * stands behind it; NULL otherwise. The caller frees it. */
static char *
take_number (const char *text)
{
  g_autofree char *narrow = jh_text_narrow (text);
  g_autofree char *trimmed = jh_text_trim (narrow);
  const char *number = trimmed + (*trimmed == '\'');
  gsize length = strspn (number, "0123456789");

  if (length == 0 || g_ascii_isalnum (number[length])
      || strchr (".,-+*/=%", number[length] ? number[length] : ' '))
    return NULL;
  return g_strndup (number, length);
}

/* A number is taken whatever name stands behind it, even one that the year
 * does not have: the cell shows the name that it really has, and a check
 * finds what is wrong. What has no number has to be the name of a code. */
char *
jh_typing_dup_code (JhSession *session, JhCodes codes, const char *text,
                    char **fault)
{
  g_autofree char *number = take_number (text);
  const Found *found;

  if (number)
    return g_steal_pointer (&number);
  found = find (session, codes, text);
  if (found->code == NULL)
    *fault = g_strdup (found->fault);
  return g_strdup (found->code);
}
