#include "jh-typing.h"

#include "jh-cell.h"
#include "jh-codes.h"
#include "jh-initials.h"
#include "jh-shield.h"

#include <string.h>

JhTableColumnKind
jh_typing_get_kind (const JhField *field)
{
  switch (jh_typing_get_role (field))
    {
    case JH_TYPING_FUNCTIONAL:
    case JH_TYPING_ECONOMIC:
      return JH_COLUMN_CODE;
    case JH_TYPING_PROJECT:
    case JH_TYPING_OBJECT:
      return JH_COLUMN_CHOICE;
    case JH_TYPING_PLAIN:
      break;
    default:
      g_assert_not_reached ();
    }
  if (field->kind != JH_FIELD_TEXT)
    return JH_COLUMN_FIGURE;
  return field->words == JH_WORDS_ANY ? JH_COLUMN_WORDS : JH_COLUMN_CHOICE;
}

const char *
jh_typing_get_unit (JhSession *session, const JhField *field)
{
  switch (field->kind)
    {
    case JH_FIELD_MONEY:
      return jh_money_unit_name (jh_session_get_unit (session));
    case JH_FIELD_POINTS:
      return "分";
    case JH_FIELD_DIGITS:
      return "%";
    case JH_FIELD_COUNT:
    case JH_FIELD_TEXT:
      return "";
    default:
      g_assert_not_reached ();
    }
}

/* @digits with commas between the thousands. The caller frees it. */
static char *
group (const char *digits)
{
  GString *grouped = g_string_new (NULL);
  gsize sign = *digits == '-';
  gsize whole = strcspn (digits, ".");

  for (gsize i = 0; i < whole; i++)
    {
      if (i > sign && (whole - i) % 3 == 0)
        g_string_append_c (grouped, ',');
      g_string_append_c (grouped, digits[i]);
    }
  g_string_append (grouped, digits + whole);
  return g_string_free (grouped, FALSE);
}

/* 是 or 否 where @field of @row is such an answer; NULL where it is not. */
static char *
dup_answer (JhSession *session, gconstpointer row, const JhField *field)
{
  JhNumber number;

  if (!jh_typing_is_yes (session, row, field))
    return NULL;
  number = jh_row_get_number (row, field);
  if (!number.known || number.value > 1)
    return NULL;
  return g_strdup (number.value ? "是" : "否");
}

char *
jh_typing_show (JhSession *session, gconstpointer row, const JhField *field)
{
  g_autofree char *digits = NULL;
  char *answer;

  if (field->kind == JH_FIELD_TEXT || field->kind == JH_FIELD_DIGITS)
    return g_strdup (jh_row_get_text (row, field));
  answer = dup_answer (session, row, field);
  if (answer)
    return answer;
  digits = jh_cell_write (row, field, jh_session_get_unit (session));
  return group (digits);
}

char *
jh_typing_edit (JhSession *session, gconstpointer row, const JhField *field)
{
  char *answer;

  if (field->kind == JH_FIELD_TEXT)
    {
      const char *text = jh_row_get_text (row, field);

      return *text == '\'' ? jh_shield_put (text) : g_strdup (text);
    }
  answer = dup_answer (session, row, field);
  if (answer)
    return answer;
  return jh_cell_write (row, field, jh_session_get_unit (session));
}

char *
jh_typing_keep_value (gconstpointer row, const JhField *field)
{
  g_autofree char *cell = jh_cell_write (row, field, JH_MONEY_YUAN);

  if (field->kind != JH_FIELD_MONEY || *cell == '\0')
    return g_steal_pointer (&cell);
  return g_strconcat (cell, jh_money_unit_name (JH_MONEY_YUAN), NULL);
}

static char *
note_code (JhLists *lists, JhCodes codes, const char *code)
{
  const char *name = jh_lists_get_name (lists, codes, code);
  const char *others;

  if (name)
    return g_strdup (name);
  others = jh_lists_get_other_years (lists, codes, code);
  if (others)
    return g_strdup_printf ("当年没有这个科目，别的年份是%s", others);
  return g_strdup ("当年没有这个科目");
}

static char *
note_project (const JhBooks *books, const char *code)
{
  const JhProject *project = jh_books_find_project (books, code);

  return g_strdup (project ? project->name : "没有这个项目");
}

char *
jh_typing_note (JhSession *session, gconstpointer row, const JhField *field)
{
  const JhBooks *books = jh_session_get_books (session);
  JhTypingRole role = jh_typing_get_role (field);

  if (role == JH_TYPING_PLAIN || jh_typing_is_blank (row, field))
    return NULL;
  switch (role)
    {
    case JH_TYPING_FUNCTIONAL:
      return note_code (books->lists, JH_CODES_FUNCTIONAL,
                        jh_row_get_text (row, field));
    case JH_TYPING_ECONOMIC:
      return note_code (books->lists, JH_CODES_ECONOMIC,
                        jh_row_get_text (row, field));
    case JH_TYPING_OBJECT:
      if (g_str_equal (jh_row_get_text (row, field), JH_OBJECT_WHOLE))
        return NULL;
      return note_project (books, jh_row_get_text (row, field));
    case JH_TYPING_PROJECT:
      return note_project (books, jh_row_get_text (row, field));
    case JH_TYPING_PLAIN:
    default:
      g_assert_not_reached ();
    }
}

/* Something that may be meant, and how well it is found. */
typedef struct
{
  JhRank rank;
  JhSuggestion *suggestion;
} Candidate;

static int
compare_candidates (gconstpointer a, gconstpointer b, gpointer data)
{
  return (int) ((const Candidate *) b)->rank
         - (int) ((const Candidate *) a)->rank;
}

/* Adds @text to @candidates when @typed finds it or its @name, which may be
 * NULL. */
static void
add_candidate (GArray *candidates, const char *typed, const char *text,
               const char *name)
{
  g_autofree char *label
    = name ? g_strdup_printf ("%s %s", text, name) : g_strdup (text);
  JhRank rank = *typed ? jh_initials_match (label, typed) : 1;
  Candidate candidate = { rank, NULL };

  if (rank == JH_RANK_NONE)
    return;
  candidate.suggestion = jh_suggestion_new (text, label);
  g_array_append_val (candidates, candidate);
}

/* The best @most of @candidates, which it takes over. */
static GPtrArray *
take_best (GArray *candidates, guint most)
{
  GPtrArray *best
    = g_ptr_array_new_with_free_func ((GDestroyNotify) jh_suggestion_free);

  g_array_sort_with_data (candidates, compare_candidates, NULL);
  for (guint i = 0; i < candidates->len; i++)
    {
      JhSuggestion *suggestion
        = g_array_index (candidates, Candidate, i).suggestion;

      if (i < most)
        g_ptr_array_add (best, suggestion);
      else
        jh_suggestion_free (suggestion);
    }
  g_array_unref (candidates);
  return best;
}

static GPtrArray *
complete_code (JhLists *lists, JhCodes codes, const char *typed, guint most)
{
  g_autoptr (GArray) found = jh_codes_complete (lists, codes, typed, most);
  GPtrArray *best
    = g_ptr_array_new_with_free_func ((GDestroyNotify) jh_suggestion_free);

  for (guint i = 0; i < found->len; i++)
    {
      const JhCode *code = &g_array_index (found, JhCode, i);
      g_autofree char *label
        = g_strdup_printf ("%s %s", code->code, code->name);

      g_ptr_array_add (best, jh_suggestion_new (code->code, label));
    }
  return best;
}

static void
add_projects (GArray *candidates, const JhBooks *books, const char *typed)
{
  const GPtrArray *projects = JH_BOOKS_ROWS (books, PROJECT);

  for (guint i = 0; i < projects->len; i++)
    {
      const JhProject *project = projects->pdata[i];

      add_candidate (candidates, typed, project->code, project->name);
    }
}

static void
add_words (GArray *candidates, const JhBooks *books, const JhField *field,
           const char *typed)
{
  const GPtrArray *words = jh_lists_get_words (books->lists, field->words);

  for (guint i = 0; words && i < words->len; i++)
    add_candidate (candidates, typed, words->pdata[i], NULL);
}

GPtrArray *
jh_typing_complete (JhSession *session, const JhField *field,
                    const char *typed, guint most)
{
  const JhBooks *books = jh_session_get_books (session);
  JhTypingRole role = jh_typing_get_role (field);
  GArray *candidates;

  if (role == JH_TYPING_FUNCTIONAL || role == JH_TYPING_ECONOMIC)
    return complete_code (books->lists,
                          role == JH_TYPING_ECONOMIC ? JH_CODES_ECONOMIC
                                                     : JH_CODES_FUNCTIONAL,
                          typed, most);
  candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));
  if (role == JH_TYPING_OBJECT)
    add_candidate (candidates, typed, JH_OBJECT_WHOLE, NULL);
  if (role != JH_TYPING_PLAIN)
    add_projects (candidates, books, typed);
  else
    add_words (candidates, books, field, typed);
  return take_best (candidates, most);
}
