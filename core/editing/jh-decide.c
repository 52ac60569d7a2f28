/* Findings are shared with those who show them and with threads, so that
 * decisions are written to a copy. */
#include "jh-decide.h"

#include "jh-draft.h"
#include "jh-lock.h"
#include "jh-waive.h"

gboolean
jh_decide_waive (JhSession *session, const JhFinding *finding,
                 const char *words, const char *author, GError **error)
{
  g_autoptr (JhFinding) copy = jh_finding_copy (finding);

  if (!jh_session_may_edit (session, error)
      || !jh_waive (jh_session_get_store (session),
                    jh_session_get_filing (session), copy, words, author,
                    error))
    return FALSE;
  jh_session_tell (session, JH_TOUCHED_WAIVERS, NULL);
  return TRUE;
}

gboolean
jh_decide_withdraw (JhSession *session, const JhFinding *finding,
                    GError **error)
{
  g_autoptr (JhFinding) copy = jh_finding_copy (finding);

  if (!jh_session_may_edit (session, error)
      || !jh_waive_withdraw (jh_session_get_store (session),
                             jh_session_get_filing (session), copy, error))
    return FALSE;
  jh_session_tell (session, JH_TOUCHED_WAIVERS, NULL);
  return TRUE;
}

/* The findings that stand in the way, each on a line. */
static char *
dup_lines (const GPtrArray *findings)
{
  GString *lines = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; i < findings->len; i++)
    {
      const JhFinding *finding = findings->pdata[i];

      if (finding->waived || finding->severity == JH_SEVERITY_NOTICE)
        continue;
      if (n++ < JH_OBSTACLES_MOST)
        g_string_append_printf (
          lines, "%s%s %s  %s%s", lines->len ? "\n" : "",
          jh_severity_name (finding->severity), finding->rule,
          finding->message,
          finding->waiver == JH_WAIVER_LAPSED ? "（审核说明已失效）" : "");
    }
  if (n > JH_OBSTACLES_MOST)
    g_string_append_printf (lines, "\n还有 %u 个没有列出。",
                            n - JH_OBSTACLES_MOST);
  return g_string_free (lines, FALSE);
}

gboolean
jh_decide_find_obstacle (JhSession *session, const GPtrArray *findings,
                         char **obstacle, char **lines, GError **error)
{
  g_autoptr (GPtrArray) drafts
    = jh_draft_list (jh_session_get_store (session),
                     jh_session_get_filing (session), NULL, error);

  if (drafts == NULL)
    return FALSE;
  *obstacle = jh_lock_dup_obstacle (findings, drafts);
  *lines = dup_lines (findings);
  return TRUE;
}

gboolean
jh_decide_lock (JhSession *session, const GPtrArray *findings,
                const char *manager, GError **error)
{
  g_autoptr (GPtrArray) copies = jh_findings_new ();

  if (!jh_session_may_edit (session, error))
    return FALSE;
  for (guint i = 0; i < findings->len; i++)
    g_ptr_array_add (copies, jh_finding_copy (findings->pdata[i]));
  return jh_lock (jh_session_get_store (session),
                  jh_session_get_filing (session), copies, manager, error)
         && jh_session_reload (session, error);
}

gboolean
jh_decide_unlock (JhSession *session, const char *manager, const char *why,
                  GError **error)
{
  return jh_unlock (jh_session_get_store (session),
                    jh_session_get_filing (session), manager, why, error)
         && jh_session_reload (session, error);
}

gboolean
jh_decide_is_locked (JhSession *session)
{
  return g_str_equal (jh_session_get_books (session)->filing->state, "锁定");
}
