#include "jh-template.h"

#include <string.h>

#include "jh-fixed.h"

/* The project that @object is the number of, or NULL. */
static const JhProject *
find_project (const JhBooks *books, const char *object)
{
  return object ? jh_books_find_project (books, object) : NULL;
}

/* What a form says of its object: of a project what its row says, of the
 * unit what its facts say. */
static char *
dup_of_object (const JhBooks *books, const char *object, const char *name)
{
  const JhProject *project = find_project (books, object);
  gboolean whole = g_strcmp0 (object, JH_OBJECT_WHOLE) == 0;

  if (g_str_equal (name, "object-name"))
    return g_strdup (project ? project->name
                     : whole ? books->filing->name
                             : object);
  if (g_str_equal (name, "department"))
    return g_strdup (project ? project->department
                     : whole ? jh_books_get_words (books, "主管部门")
                             : "");
  if (g_str_equal (name, "implementer"))
    return g_strdup (project ? project->implementer
                     : whole ? books->filing->name
                             : "");
  if (g_str_equal (name, "goal"))
    return g_strdup (project ? project->goal
                     : whole ? jh_books_get_words (books, "年度总体目标")
                             : "");
  if (g_str_equal (name, "outcome"))
    return g_strdup (project ? project->outcome
                     : whole ? jh_books_get_words (books, "总体目标完成情况")
                             : "");
  return NULL;
}

static char *
dup_of_filing (const JhBooks *books, const char *name)
{
  const JhFiling *filing = books->filing;
  const char *words;

  if (g_str_equal (name, "unit"))
    return g_strdup (filing->name);
  if (g_str_equal (name, "short"))
    {
      words = jh_books_get_words (books, "单位简称");
      return g_strdup (*words ? words : filing->name);
    }
  if (g_str_equal (name, "code"))
    return g_strdup (filing->code);
  if (g_str_equal (name, "year"))
    return g_strdup_printf ("%d", filing->year);
  if (g_str_equal (name, "last-year"))
    return g_strdup_printf ("%d", filing->year - 1);
  if (g_str_equal (name, "money-unit"))
    return g_strdup (jh_money_unit_name (filing->money_unit));
  if (g_str_has_prefix (name, "fact:"))
    return g_strdup (jh_books_get_words (books, name + strlen ("fact:")));
  return NULL;
}

/* The column @name of @row, or NULL when it has none. */
static char *
dup_of_row (gconstpointer row, JhMoneyUnit unit, const char *name)
{
  const JhField *field
    = jh_table_find_field (((const JhRow *) row)->table, name);
  JhNumber number;

  if (field == NULL)
    return NULL;
  if (field->kind == JH_FIELD_TEXT || field->kind == JH_FIELD_DIGITS)
    return g_strdup (jh_row_get_text (row, field));
  if (field->kind == JH_FIELD_MONEY)
    return jh_money_format (jh_row_get_money (row, field), unit, TRUE);
  number = jh_row_get_number (row, field);
  if (!number.known)
    return g_strdup ("");
  return jh_fixed_format (number.value,
                          field->kind == JH_FIELD_POINTS ? 2 : 0, FALSE);
}

static char *
dup_placeholder (const char *name, const JhBooks *books, const char *object,
                 gconstpointer row)
{
  char *words = NULL;

  if (row)
    words = dup_of_row (row, books->filing->money_unit, name);
  if (words == NULL)
    words = dup_of_filing (books, name);
  if (words == NULL && object)
    words = g_str_equal (name, "object")
              ? g_strdup (object)
              : dup_of_object (books, object, name);
  return words;
}

char *
jh_template_expand (const char *words, const JhBooks *books,
                    const char *object, gconstpointer row)
{
  GString *expanded;

  if (strchr (words, '{') == NULL)
    return g_strdup (words);
  expanded = g_string_new (NULL);
  while (*words)
    {
      const char *open = strchrnul (words, '{');
      const char *close = strchr (open, '}');
      g_autofree char *name = NULL;
      g_autofree char *value = NULL;

      g_string_append_len (expanded, words, open - words);
      if (close == NULL)
        {
          g_string_append (expanded, open);
          break;
        }
      name = g_strndup (open + 1, close - open - 1);
      value = dup_placeholder (name, books, object, row);
      if (value)
        g_string_append (expanded, value);
      else
        g_string_append_len (expanded, open, close - open + 1);
      words = close + 1;
    }
  return g_string_free (expanded, FALSE);
}
