#include "jh-waive.h"

#include "jh-change.h"
#include "jh-error.h"
#include "jh-moment.h"
#include "jh-text.h"
#include "jh-waiver.h"

/* How much of a place is shown. */
#define SHOWN 60

static gboolean
refuse (GError **error, const char *message)
{
  g_set_error_literal (error, JH_ERROR, JH_ERROR_DATA, message);
  return FALSE;
}

/* Refuses what has @length characters of @what where @most may be. */
static gboolean
refuse_length (GError **error, const char *what, glong length, int most)
{
  g_set_error (error, JH_ERROR, JH_ERROR_DATA,
               "%s有 %ld 个字，最多 %d 个，请写短些。", what, length, most);
  return FALSE;
}

/* Whether @finding can be waived at all. */
static gboolean
check_waivable (const JhFinding *finding, GError **error)
{
  g_autofree char *where = jh_text_quote (finding->where, SHOWN);
  glong length = g_utf8_strlen (finding->values, -1);

  if (!finding->waivable)
    {
      g_set_error (error, JH_ERROR, JH_ERROR_DATA,
                   "“%s”（%s）是错误，不能用审核说明接受，请改正数据。",
                   finding->rule, where);
      return FALSE;
    }
  return length <= JH_WAIVER_FIGURES_MAX
         || refuse_length (error, "这处问题涉及的数", length,
                           JH_WAIVER_FIGURES_MAX);
}

gboolean
jh_waive_check (const JhFinding *finding, const char *words,
                const char *author, GError **error)
{
  glong length = g_utf8_strlen (words, -1);
  glong name = g_utf8_strlen (author, -1);

  if (!check_waivable (finding, error))
    return FALSE;
  if (jh_text_is_blank (words))
    return refuse (error, "请写明为什么可以接受这处问题，再保存审核说明。");
  if (length > JH_WAIVER_WORDS_MAX)
    return refuse_length (error, "审核说明", length, JH_WAIVER_WORDS_MAX);
  if (jh_text_is_blank (author))
    return refuse (error, "请填写审核说明由谁写的，再保存。");
  return name <= JH_WAIVER_AUTHOR_MAX
         || refuse_length (error, "写审核说明的人的名字", name,
                           JH_WAIVER_AUTHOR_MAX);
}

/* Begins a change of @filing, called @what and the rule of @finding. NULL
 * with @error. */
static JhChange *
begin (JhStore *store, gint64 filing, const char *what,
       const JhFinding *finding, GError **error)
{
  g_autofree char *name = g_strdup_printf ("%s %s", what, finding->rule);
  JhChange *change = jh_change_begin (store, name, error);

  if (change)
    jh_change_set_filing (change, filing);
  return change;
}

gboolean
jh_waive (JhStore *store, gint64 filing, JhFinding *finding,
          const char *words, const char *author, GError **error)
{
  g_autofree char *trimmed = jh_text_trim (words);
  g_autofree char *name = jh_text_trim (author);
  g_autofree char *now = jh_moment_dup_now ();
  const JhWaiver waiver = { finding->rule, finding->instance, trimmed, name,
                            now,           finding->values };
  g_autoptr (JhChange) change = NULL;

  if (!jh_waive_check (finding, trimmed, name, error))
    return FALSE;
  change = begin (store, filing, "审核说明", finding, error);
  if (change == NULL || !jh_waiver_set (store, filing, &waiver, error))
    return FALSE;
  jh_change_set_author (change, name);
  if (!jh_change_commit (change, error))
    return FALSE;
  jh_finding_set_waiver (finding, JH_WAIVER_HOLDS, trimmed, name, now);
  return TRUE;
}

gboolean
jh_waive_withdraw (JhStore *store, gint64 filing, JhFinding *finding,
                   GError **error)
{
  g_autoptr (JhChange) change = NULL;

  if (finding->waiver == JH_WAIVER_NONE)
    {
      g_set_error (error, JH_ERROR, JH_ERROR_NOT_FOUND,
                   "“%s”的这处问题没有审核说明，不用撤回。", finding->rule);
      return FALSE;
    }
  change = begin (store, filing, "撤回审核说明", finding, error);
  if (change == NULL
      || !jh_waiver_drop (store, filing, finding->rule, finding->instance,
                          error)
      || !jh_change_commit (change, error))
    return FALSE;
  jh_finding_set_waiver (finding, JH_WAIVER_NONE, NULL, NULL, NULL);
  return TRUE;
}

char *
jh_waive_dup_words (const JhFinding *finding)
{
  g_autofree char *when = jh_moment_format (finding->waiver_at);

  if (finding->waiver == JH_WAIVER_NONE)
    return g_strdup ("");
  return g_strdup_printf (
    "审核说明（%s，%s）%s：%s", finding->waiver_author, when,
    finding->waiver == JH_WAIVER_LAPSED ? "已失效，写好以后数据变了" : "",
    finding->waiver_words);
}
