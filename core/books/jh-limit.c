#include "jh-limit.h"

#include <string.h>

#include "jh-error.h"
#include "jh-fixed.h"
#include "jh-text.h"

/* How much of a name or a text is shown. */
#define SHOWN 40

/* The decimals of JH_LIMIT_PARTS, and those of a per cent. */
#define DECIMALS 6
#define PERCENT_DECIMALS 4

void
jh_limit_free (JhLimit *limit)
{
  if (limit == NULL)
    return;
  g_free (limit->name);
  g_free (limit->text);
  g_free (limit);
}

/* Takes @ending, which @text has, off it. */
static gboolean
take_off (char *text, const char *ending)
{
  if (!g_str_has_suffix (text, ending))
    return FALSE;
  text[strlen (text) - strlen (ending)] = '\0';
  return TRUE;
}

/* Reads the narrow @text, which it alters. FALSE for what is no figure. */
static gboolean
read_figure (char *text, JhLimitFigure *figure)
{
  guint decimals;

  *figure = (JhLimitFigure){ jh_money_blank (), 0 };
  if (take_off (text, jh_money_unit_name (JH_MONEY_WAN)))
    return jh_money_parse (text, JH_MONEY_WAN, &figure->amount, NULL)
           && figure->amount.known;
  if (take_off (text, jh_money_unit_name (JH_MONEY_YUAN)))
    return jh_money_parse (text, JH_MONEY_YUAN, &figure->amount, NULL)
           && figure->amount.known;
  decimals = take_off (text, "%") ? PERCENT_DECIMALS : DECIMALS;
  return jh_fixed_parse (text, decimals, JH_LIMIT_NUMBER_MAX * JH_LIMIT_PARTS,
                         &figure->number, NULL);
}

gboolean
jh_limit_parse (const char *name, const char *text, JhLimitFigure *figure,
                GError **error)
{
  g_autofree char *trimmed = jh_text_trim (text);
  g_autofree char *narrow = jh_text_narrow (trimmed);
  g_autofree char *quoted = jh_text_quote (trimmed, SHOWN);
  g_autofree char *called = jh_text_quote (name, SHOWN);

  if (g_utf8_strlen (trimmed, -1) <= JH_LIMIT_TEXT_MAX
      && read_figure (narrow, figure))
    return TRUE;
  g_set_error (error, JH_ERROR, JH_ERROR_DATA,
               "限额“%s”填了“%s”，看不懂。请填一个数或金额，如 20、30%%、"
               "120元、1.5万元。",
               called, quoted);
  return FALSE;
}

/* The limit in the row that @statement stands on. */
static JhLimit *
read_limit (JhStatement *statement)
{
  JhLimit *limit = g_new0 (JhLimit, 1);

  limit->name = g_strdup (jh_statement_get_text (statement, 0));
  limit->text = g_strdup (jh_statement_get_text (statement, 1));
  if (!jh_limit_parse (limit->name, limit->text, &limit->figure, NULL))
    jh_statement_refuse (statement);
  return limit;
}

GPtrArray *
jh_limit_list (JhStore *store, GError **error)
{
  g_autoptr (JhStatement) statement
    = jh_store_query (store, JH_QUERY_CHECK_LIMIT_LIST, error);
  g_autoptr (GPtrArray) limits
    = g_ptr_array_new_with_free_func ((GDestroyNotify) jh_limit_free);
  g_autoptr (GError) local_error = NULL;

  if (statement == NULL)
    return NULL;
  while (jh_statement_next (statement, &local_error))
    g_ptr_array_add (limits, read_limit (statement));
  if (local_error == NULL)
    return g_steal_pointer (&limits);
  g_propagate_error (error, g_steal_pointer (&local_error));
  return NULL;
}

/* Whether @name can be the name of a limit. */
static gboolean
look_at_name (const char *name, GError **error)
{
  glong length = g_utf8_strlen (name, -1);

  if (!jh_text_is_blank (name) && length <= JH_LIMIT_NAME_MAX)
    return TRUE;
  if (jh_text_is_blank (name))
    g_set_error_literal (error, JH_ERROR, JH_ERROR_DATA,
                         "请填写限额的名称，如“人均接待费上限”。");
  else
    g_set_error (error, JH_ERROR, JH_ERROR_DATA,
                 "限额的名称有 %ld 个字，最多 %d 个，请换一个短的。", length,
                 JH_LIMIT_NAME_MAX);
  return FALSE;
}

gboolean
jh_limit_set (JhStore *store, const char *name, const char *text,
              GError **error)
{
  g_autoptr (JhStatement) statement = NULL;
  g_autofree char *trimmed = jh_text_trim (text);
  JhLimitFigure figure;

  if (!look_at_name (name, error)
      || !jh_limit_parse (name, trimmed, &figure, error))
    return FALSE;
  statement = jh_store_query (store, JH_QUERY_CHECK_LIMIT_SET, error);
  if (statement == NULL)
    return FALSE;
  jh_statement_bind_text (statement, "name", name);
  jh_statement_bind_text (statement, "value", trimmed);
  return jh_statement_run (statement, error);
}

gboolean
jh_limit_drop (JhStore *store, const char *name, GError **error)
{
  g_autoptr (JhStatement) statement
    = jh_store_query (store, JH_QUERY_CHECK_LIMIT_DROP, error);

  if (statement == NULL)
    return FALSE;
  jh_statement_bind_text (statement, "name", name);
  return jh_statement_run (statement, error);
}
