#include "jh-user-check.h"

#include "jh-error.h"
#include "jh-text.h"

#define ENABLED "启用"
#define DISABLED "停用"

/* The most characters of an author's name, and of an id in a sentence. */
#define AUTHOR_MAX 200
#define SHOWN 20

void
jh_user_check_free (JhUserCheck *check)
{
  if (check == NULL)
    return;
  g_free (check->rule);
  g_free (check->text);
  g_free (check->author);
  g_free (check->at);
  g_free (check);
}

/* The rule in the row that @statement stands on. */
static JhUserCheck *
read_check (JhStatement *statement)
{
  JhUserCheck *check = g_new0 (JhUserCheck, 1);

  check->rule = g_strdup (jh_statement_get_text (statement, 0));
  check->text = g_strdup (jh_statement_get_text (statement, 1));
  check->enabled
    = g_str_equal (jh_statement_get_text (statement, 2), ENABLED);
  check->author = g_strdup (jh_statement_get_text (statement, 3));
  check->at = g_strdup (jh_statement_get_text (statement, 4));
  return check;
}

GPtrArray *
jh_user_check_list (JhStore *store, GError **error)
{
  g_autoptr (JhStatement) statement
    = jh_store_query (store, JH_QUERY_USER_CHECK_LIST, error);
  g_autoptr (GPtrArray) checks
    = g_ptr_array_new_with_free_func ((GDestroyNotify) jh_user_check_free);
  g_autoptr (GError) local_error = NULL;

  if (statement == NULL)
    return NULL;
  while (jh_statement_next (statement, &local_error))
    g_ptr_array_add (checks, read_check (statement));
  if (local_error == NULL)
    return g_steal_pointer (&checks);
  g_propagate_error (error, g_steal_pointer (&local_error));
  return NULL;
}

static gboolean refuse (GError **error, const char *format, ...)
  G_GNUC_PRINTF (2, 3);

static gboolean
refuse (GError **error, const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_set_error_literal (error, JH_ERROR, JH_ERROR_DATA, message);
  return FALSE;
}

/* Whether the texts of @check can be kept. */
static gboolean
look_at (const JhUserCheck *check, GError **error)
{
  glong rule = g_utf8_strlen (check->rule, -1);
  glong text = g_utf8_strlen (check->text, -1);
  g_autofree char *shown = jh_text_quote (check->rule, SHOWN);

  if (jh_text_is_blank (check->rule))
    return refuse (error, "请填写规则的编号，如 U01。");
  if (rule > JH_USER_CHECK_RULE_MAX)
    return refuse (error,
                   "规则的编号“%s”有 %ld 个字，最多 %d 个，请换一个短的。",
                   shown, rule, JH_USER_CHECK_RULE_MAX);
  if (jh_text_is_blank (check->text))
    return refuse (error, "规则“%s”没有内容，请写好再保存。", shown);
  if (text > JH_USER_CHECK_TEXT_MAX)
    return refuse (error, "规则“%s”有 %ld 个字，最多 %d 个，请分成几条来写。",
                   shown, text, JH_USER_CHECK_TEXT_MAX);
  if (jh_text_is_blank (check->author))
    return refuse (error, "请填写规则“%s”由谁编写。", shown);
  return g_utf8_strlen (check->author, -1) <= AUTHOR_MAX
         || refuse (error, "编写规则“%s”的人的名字最多 %d 个字，请写短些。",
                    shown, AUTHOR_MAX);
}

gboolean
jh_user_check_set (JhStore *store, const JhUserCheck *check, GError **error)
{
  g_autoptr (JhStatement) statement = NULL;

  if (!look_at (check, error))
    return FALSE;
  statement = jh_store_query (store, JH_QUERY_USER_CHECK_SET, error);
  if (statement == NULL)
    return FALSE;
  jh_statement_bind_text (statement, "rule", check->rule);
  jh_statement_bind_text (statement, "text", check->text);
  jh_statement_bind_text (statement, "state",
                          check->enabled ? ENABLED : DISABLED);
  jh_statement_bind_text (statement, "author", check->author);
  jh_statement_bind_text (statement, "at", check->at);
  return jh_statement_run (statement, error);
}

gboolean
jh_user_check_drop (JhStore *store, const char *rule, GError **error)
{
  g_autoptr (JhStatement) statement
    = jh_store_query (store, JH_QUERY_USER_CHECK_DROP, error);

  if (statement == NULL)
    return FALSE;
  jh_statement_bind_text (statement, "rule", rule);
  return jh_statement_run (statement, error);
}
