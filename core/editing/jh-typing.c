#include "jh-typing.h"

#include "jh-cell.h"
#include "jh-draft.h"
#include "jh-fixed.h"
#include "jh-sum.h"
#include "jh-text.h"

#include <string.h>

/* The characters of a draft that are left for the unit of an amount. */
#define UNIT_CHARACTERS 2

JhTypingRole
jh_typing_get_role (const JhField *field)
{
  static const struct
  {
    const char *name;
    JhTypingRole role;
  } roles[] = {
    { "functional", JH_TYPING_FUNCTIONAL },
    { "economic", JH_TYPING_ECONOMIC },
    { "project", JH_TYPING_PROJECT },
    { "object", JH_TYPING_OBJECT },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (roles); i++)
    if (g_str_equal (field->name, roles[i].name))
      return roles[i].role;
  return JH_TYPING_PLAIN;
}

gboolean
jh_typing_is_blank (gconstpointer row, const JhField *field)
{
  switch (field->kind)
    {
    case JH_FIELD_MONEY:
      return !jh_row_get_money (row, field).known;
    case JH_FIELD_POINTS:
    case JH_FIELD_COUNT:
      return !jh_row_get_number (row, field).known;
    case JH_FIELD_TEXT:
    case JH_FIELD_DIGITS:
      return *jh_row_get_text (row, field) == '\0';
    default:
      g_assert_not_reached ();
    }
}

void
jh_typing_blank (gpointer row, const JhField *field)
{
  switch (field->kind)
    {
    case JH_FIELD_MONEY:
      jh_row_set_money (row, field, jh_money_blank ());
      return;
    case JH_FIELD_POINTS:
    case JH_FIELD_COUNT:
      jh_row_set_number (row, field, (JhNumber){ 0, FALSE });
      return;
    case JH_FIELD_TEXT:
    case JH_FIELD_DIGITS:
      jh_row_set_text (row, field, "");
      return;
    default:
      g_assert_not_reached ();
    }
}

/* The unit that @text ends in, @otherwise when it names none; @bare is
 * the text before it, which the caller frees. */
static JhMoneyUnit
split_unit (const char *text, JhMoneyUnit otherwise, char **bare)
{
  static const JhMoneyUnit units[] = { JH_MONEY_WAN, JH_MONEY_YUAN };

  *bare = jh_text_trim (text);
  for (gsize i = 0; i < G_N_ELEMENTS (units); i++)
    {
      const char *name = jh_money_unit_name (units[i]);

      if (!g_str_has_suffix (*bare, name))
        continue;
      (*bare)[strlen (*bare) - strlen (name)] = '\0';
      return units[i];
    }
  return otherwise;
}

/* How many decimals @field keeps where amounts are in @unit. */
static guint
count_decimals (const JhField *field, JhMoneyUnit unit)
{
  if (field->kind == JH_FIELD_MONEY)
    return unit == JH_MONEY_WAN ? 6 : 2;
  return field->kind == JH_FIELD_POINTS ? 2 : 0;
}

/* Reads @text, with amounts in @unit, as it stands. */
static gboolean
read_cell (JhSession *session, const JhField *field, JhMoneyUnit unit,
           const char *text, gpointer row, char **fault)
{
  g_autoptr (JhFaults) faults = jh_faults_new ();
  JhReading reading
    = { jh_session_get_books (session)->lists, unit, faults, NULL, 0 };

  if (jh_text_is_blank (text) && !(field->flags & JH_FIELD_REQUIRED))
    {
      jh_typing_blank (row, field);
      return TRUE;
    }
  if (jh_cell_read (&reading, field, text, row))
    return TRUE;
  *fault = g_strdup (jh_faults_get (faults, 0));
  return FALSE;
}

gboolean
jh_typing_is_yes (JhSession *session, gconstpointer row, const JhField *field)
{
  const JhFilingFact *fact = row;
  const char *kind;

  if (field->kind != JH_FIELD_COUNT
      || fact->row.table != jh_filing_fact_table ())
    return FALSE;
  kind = jh_lists_get_fact_kind (jh_session_get_books (session)->lists,
                                 fact->name);
  return kind && g_str_equal (kind, "yes");
}

/* Reads 是 or 否, which are 1 and 0. */
static gboolean
read_yes (const JhField *field, const char *text, gpointer row, char **fault)
{
  static const char *const answers[] = { "否", "是", "0", "1" };
  g_autofree char *narrow = jh_text_narrow (text);
  g_autofree char *answer = jh_text_trim (narrow);
  g_autofree char *quoted = NULL;

  jh_typing_blank (row, field);
  if (*answer == '\0')
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    if (g_str_equal (answer, answers[i]))
      {
        jh_row_set_number (row, field, (JhNumber){ i % 2, TRUE });
        return TRUE;
      }
  quoted = jh_text_quote (text, 40);
  *fault = g_strdup_printf ("“%s”不对，应写“是”或“否”", quoted);
  return FALSE;
}

static gboolean
read_figure (JhSession *session, const JhField *field, const char *text,
             gpointer row, char **fault)
{
  JhMoneyUnit unit = jh_session_get_unit (session);
  g_autofree char *bare = NULL;
  g_autofree char *result = NULL;
  g_autoptr (GError) error = NULL;
  guint decimals;
  gint64 value;

  if (field->kind == JH_FIELD_MONEY)
    unit = split_unit (text, unit, &bare);
  else
    bare = g_strdup (text);
  if (!jh_sum_is (bare))
    return read_cell (session, field, unit, bare, row, fault);
  decimals = count_decimals (field, unit);
  if (!jh_sum_parse (bare, decimals, JH_MONEY_MAX, &value, &error))
    {
      *fault = g_strdup (error->message);
      return FALSE;
    }
  result = jh_fixed_format_short (value, decimals, 0);
  return read_cell (session, field, unit, result, row, fault);
}

static gboolean
read_code (JhSession *session, const JhField *field, JhCodes codes,
           const char *text, gpointer row, char **fault)
{
  g_autofree char *code = NULL;

  if (jh_text_is_blank (text))
    return read_cell (session, field, JH_MONEY_YUAN, text, row, fault);
  code = jh_typing_dup_code (session, codes, text, fault);
  return code && read_cell (session, field, JH_MONEY_YUAN, code, row, fault);
}

/* Whether @text means @project: its number with something behind it, or its
 * name. */
static gboolean
means_project (const JhProject *project, const char *text)
{
  gsize length = strlen (project->code);

  return g_str_equal (project->name, text)
         || (g_str_has_prefix (text, project->code)
             && g_unichar_isspace (g_utf8_get_char (text + length)));
}

/* The number of the project that @text means; @text when it is that of none.
 * Borrowed. */
static const char *
find_project (JhSession *session, const char *text)
{
  const JhBooks *books = jh_session_get_books (session);
  const GPtrArray *projects = JH_BOOKS_ROWS (books, PROJECT);
  const JhProject *found = NULL;

  if (jh_books_find_project (books, text))
    return text;
  for (guint i = 0; i < projects->len; i++)
    if (means_project (projects->pdata[i], text))
      {
        if (found)
          return text;
        found = projects->pdata[i];
      }
  return found ? found->code : text;
}

static gboolean
read_project (JhSession *session, const JhField *field, const char *text,
              gpointer row, char **fault)
{
  g_autofree char *trimmed = jh_text_trim (text);

  return read_cell (session, field, JH_MONEY_YUAN,
                    find_project (session, trimmed), row, fault);
}

gboolean
jh_typing_read (JhSession *session, const JhField *field, const char *text,
                gpointer row, char **fault)
{
  *fault = NULL;
  switch (jh_typing_get_role (field))
    {
    case JH_TYPING_FUNCTIONAL:
      return read_code (session, field, JH_CODES_FUNCTIONAL, text, row,
                        fault);
    case JH_TYPING_ECONOMIC:
      return read_code (session, field, JH_CODES_ECONOMIC, text, row, fault);
    case JH_TYPING_PROJECT:
    case JH_TYPING_OBJECT:
      return read_project (session, field, text, row, fault);
    case JH_TYPING_PLAIN:
      break;
    default:
      g_assert_not_reached ();
    }
  if (field->kind == JH_FIELD_TEXT || field->kind == JH_FIELD_DIGITS)
    return read_cell (session, field, JH_MONEY_YUAN, text, row, fault);
  if (jh_typing_is_yes (session, row, field))
    return read_yes (field, text, row, fault);
  return read_figure (session, field, text, row, fault);
}

/* Whether an amount that @text may be ends here: no unit stands behind. */
static gboolean
lacks_unit (const char *text)
{
  g_autofree char *narrow = jh_text_narrow (text);
  g_autofree char *trimmed = jh_text_trim (narrow);
  gsize length = strlen (trimmed);

  return length > 0
         && (g_ascii_isdigit (trimmed[length - 1])
             || strchr (".)", trimmed[length - 1]));
}

char *
jh_typing_keep (JhSession *session, const JhField *field, const char *text)
{
  g_autofree char *kept = g_utf8_substring (
    text, 0, MIN (g_utf8_strlen (text, -1), JH_DRAFT_MAX - UNIT_CHARACTERS));

  if (field->kind != JH_FIELD_MONEY || !lacks_unit (kept))
    return g_steal_pointer (&kept);
  return g_strconcat (
    kept, jh_money_unit_name (jh_session_get_unit (session)), NULL);
}

char *
jh_typing_recall (JhSession *session, const JhField *field, const char *kept)
{
  JhMoneyUnit unit = jh_session_get_unit (session);
  g_autofree char *bare = NULL;

  if (field->kind != JH_FIELD_MONEY
      || !g_str_has_suffix (kept, jh_money_unit_name (unit))
      || split_unit (kept, unit, &bare) != unit)
    return g_strdup (kept);
  return g_steal_pointer (&bare);
}
