#include "jh-codes.h"

#include "jh-error.h"
#include "jh-text.h"
#include "jh-typed.h"

#include <string.h>

/* How much of a cell a message shows, and how many codes it names. */
#define SHOWN 40
#define NAMED 3

/* The digits of each level, the highest first. */
static const gsize levels[] = { 3, 5, 7 };

typedef struct
{
  const JhCode *code;
  JhRank rank;
  gboolean item;
} Match;

gboolean
jh_codes_is_item (JhCodes codes, const char *code)
{
  return strlen (code) == (codes == JH_CODES_FUNCTIONAL ? 7 : 5);
}

char *
jh_codes_describe_above (JhLists *lists, JhCodes codes, const char *code)
{
  GString *above = g_string_new (NULL);
  gsize length = strlen (code);

  for (gsize i = 0; i < G_N_ELEMENTS (levels) && levels[i] < length; i++)
    {
      g_autofree char *start = g_strndup (code, levels[i]);
      const char *name = jh_lists_get_name (lists, codes, start);

      if (name)
        g_string_append_printf (above, "%s%s", above->len > 0 ? " › " : "",
                                name);
    }
  return g_string_free (above, FALSE);
}

/* How well @typed finds @code. What stands above it is only made ready when
 * code and name are not enough. */
static JhRank
rank_code (JhLists *lists, JhCodes codes, const JhTyped *typed,
           const JhCode *code)
{
  g_autoptr (JhInitials) name = jh_initials_new (code->name);
  g_autoptr (JhInitials) number = jh_initials_new (code->code);
  JhRank rank = jh_typed_rank (typed, name, number, NULL);
  g_autofree char *above = NULL;
  g_autoptr (JhInitials) words = NULL;

  if (rank > JH_RANK_NONE || !jh_typed_finds_part (typed, name, number))
    return rank;
  above = jh_codes_describe_above (lists, codes, code->code);
  words = jh_initials_new (above);
  return jh_typed_rank (typed, name, number, words);
}

static int
compare_matches (gconstpointer a, gconstpointer b)
{
  const Match *first = a, *second = b;

  if (first->item != second->item)
    return first->item ? -1 : 1;
  if (first->rank != second->rank)
    return first->rank > second->rank ? -1 : 1;
  return strcmp (first->code->code, second->code->code);
}

GArray *
jh_codes_complete (JhLists *lists, JhCodes codes, const char *typed,
                   guint most)
{
  const GArray *list = jh_lists_get_codes (lists, codes);
  g_autoptr (JhTyped) terms = jh_typed_new (typed);
  gboolean all = jh_text_is_blank (typed);
  g_autoptr (GArray) matches = g_array_new (FALSE, FALSE, sizeof (Match));
  GArray *found = g_array_new (FALSE, FALSE, sizeof (JhCode));

  for (guint i = 0; i < list->len; i++)
    {
      const JhCode *code = &g_array_index (list, JhCode, i);
      Match match
        = { code, JH_RANK_NONE, jh_codes_is_item (codes, code->code) };

      if (!all)
        match.rank = rank_code (lists, codes, terms, code);
      if (all || match.rank > JH_RANK_NONE)
        g_array_append_val (matches, match);
    }
  g_array_sort (matches, compare_matches);
  for (guint i = 0; i < MIN (matches->len, most); i++)
    g_array_append_val (found, *g_array_index (matches, Match, i).code);
  return found;
}

G_GNUC_PRINTF (4, 5)
static const char *
refuse (GError **error, JhErrorCode code, const char *text,
        const char *format, ...)
{
  g_autofree char *quoted = jh_text_quote (text, SHOWN);
  g_autofree char *why = NULL;
  va_list arguments;

  va_start (arguments, format);
  why = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_set_error (error, JH_ERROR, code, "“%s”%s", quoted, why);
  return NULL;
}

static const char *
get_list_name (JhCodes codes)
{
  return codes == JH_CODES_FUNCTIONAL ? "功能分类科目" : "经济分类科目";
}

static gboolean
is_same_name (const char *name, const JhInitials *typed)
{
  g_autoptr (JhInitials) whole = jh_initials_new (name);

  return jh_initials_rank (whole, typed) == JH_RANK_TEXT_WHOLE;
}

/* The codes whose name is @name; those that people have to enter when there
 * are such, otherwise any. const JhCode *. */
static GPtrArray *
find_by_name (JhLists *lists, JhCodes codes, const JhInitials *name)
{
  const GArray *list = jh_lists_get_codes (lists, codes);
  g_autoptr (GPtrArray) items = g_ptr_array_new ();
  g_autoptr (GPtrArray) others = g_ptr_array_new ();

  for (guint i = 0; i < list->len; i++)
    {
      JhCode *code = &g_array_index (list, JhCode, i);

      if (is_same_name (code->name, name))
        g_ptr_array_add (
          jh_codes_is_item (codes, code->code) ? items : others, code);
    }
  return items->len > 0 ? g_steal_pointer (&items)
                        : g_steal_pointer (&others);
}

/* The numbers of the first @matches, for a message. The caller frees it. */
static char *
join_numbers (const GPtrArray *matches)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < MIN (matches->len, NAMED); i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "、" : "",
                            ((const JhCode *) matches->pdata[i])->code);
  return g_string_free (text, FALSE);
}

static const char *
resolve_name (JhLists *lists, JhCodes codes, const char *text, GError **error)
{
  g_autoptr (JhInitials) name = jh_initials_new (text);
  g_autoptr (GPtrArray) matches = find_by_name (lists, codes, name);
  g_autofree char *numbers = NULL;

  if (jh_initials_is_empty (name))
    return refuse (error, JH_ERROR_DATA, text, "不是%s，应填编码或名称",
                   get_list_name (codes));
  if (matches->len == 0)
    return refuse (error, JH_ERROR_NOT_FOUND, text,
                   "不在当年的%s里，应填编码或完整的名称",
                   get_list_name (codes));
  if (matches->len == 1)
    return ((const JhCode *) matches->pdata[0])->code;
  numbers = join_numbers (matches);
  return refuse (error, JH_ERROR_DATA, text,
                 "有 %u 个科目同名（%s%s），应填编码", matches->len, numbers,
                 matches->len > NAMED ? "等" : "");
}

/* The code of the list that is written as @number, or NULL. */
static const char *
find_number (JhLists *lists, JhCodes codes, const char *number)
{
  const GArray *list = jh_lists_get_codes (lists, codes);

  for (guint i = 0; i < list->len; i++)
    {
      const JhCode *code = &g_array_index (list, JhCode, i);

      if (g_str_equal (code->code, number))
        return code->code;
    }
  return NULL;
}

/* As jh_codes_resolve() for @text that holds @number, and @name or nothing
 * behind it. */
static const char *
resolve_number (JhLists *lists, JhCodes codes, const char *text,
                const char *number, const char *name, GError **error)
{
  const char *code = find_number (lists, codes, number);
  g_autoptr (JhInitials) typed = jh_initials_new (name);
  const char *other;

  if (code)
    {
      const char *known = jh_lists_get_name (lists, codes, code);

      if (jh_initials_is_empty (typed) || is_same_name (known, typed))
        return code;
      return refuse (error, JH_ERROR_DATA, text,
                     "的编码和名称不一致，%s 的名称应是“%s”", code, known);
    }
  other = jh_lists_get_other_years (lists, codes, number);
  if (other)
    return refuse (error, JH_ERROR_NOT_FOUND, text,
                   "不在当年的%s里，其他年度有%s", get_list_name (codes),
                   other);
  return refuse (error, JH_ERROR_NOT_FOUND, text,
                 "不在当年的%s里，应填当年的编码或名称",
                 get_list_name (codes));
}

const char *
jh_codes_resolve (JhLists *lists, JhCodes codes, const char *text,
                  GError **error)
{
  g_autofree char *valid = g_utf8_make_valid (text ? text : "", -1);
  g_autofree char *narrow = jh_text_narrow (valid);
  const char *start = narrow;
  gsize length;
  g_autofree char *number = NULL;

  while (*start && !g_unichar_isalnum (g_utf8_get_char (start)))
    start = g_utf8_next_char (start);
  length = strspn (start, "0123456789");
  number = g_strndup (start, length);
  if (length > 0)
    return resolve_number (lists, codes, text, number, start + length, error);
  return resolve_name (lists, codes, valid, error);
}
