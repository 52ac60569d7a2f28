#include "jh-lock.h"

#include "jh-books.h"
#include "jh-change-words.h"
#include "jh-change.h"
#include "jh-draft.h"
#include "jh-error.h"
#include "jh-standing.h"
#include "jh-text.h"
#include "jh-waiver.h"

#define LOCKED "锁定"
#define OPEN "填报"

/* How much of what was typed is shown. */
#define SHOWN 20

static gboolean
refuse (GError **error, JhErrorCode code, const char *message)
{
  g_set_error_literal (error, JH_ERROR, code, message);
  return FALSE;
}

/* Whether @draft speaks for itself: the texts of a row that is not in the
 * books yet go with the row. */
static gboolean
is_counted (const JhDraft *draft)
{
  return draft->line > 0 || *draft->field == '\0';
}

/* What people call @field of the table @book. */
static const char *
find_label (const char *book, const char *field)
{
  for (int id = 0; id < JH_N_TABLES; id++)
    if (g_str_equal (jh_table_get (id)->name, book))
      {
        const JhField *found = jh_table_find_field (jh_table_get (id), field);

        return found ? found->label : field;
      }
  return field;
}

/* The sentence for @count drafts, the first of which is @draft. */
static char *
describe_drafts (guint count, const JhDraft *draft)
{
  const char *table = jh_change_words_table (draft->book);
  g_autofree char *typed = jh_text_quote (draft->typed, SHOWN);
  g_autofree char *first
    = *draft->field
        ? g_strdup_printf ("%s里的“%s”填了“%s”", table,
                           find_label (draft->book, draft->field), typed)
        : g_strdup_printf ("%s里有一行没有填完", table);

  return g_strdup_printf (
    "不能锁定：有 %u 处没有填完或填得不对，还没有入账。第一处：%s。"
    "请改正或删去以后再锁定。",
    count, first);
}

/* What stands in the way of a lock.
 *
 * count: by JhSeverity
 * lapsed: how many of them have a waiver that no longer counts
 * first: NULL for none; borrowed */
typedef struct
{
  guint count[JH_SEVERITY_NOTICE + 1];
  guint lapsed;
  const JhFinding *first;
} Obstacles;

static void
count_obstacle (Obstacles *obstacles, const JhFinding *finding)
{
  if (finding->severity == JH_SEVERITY_NOTICE || finding->waived)
    return;
  obstacles->count[finding->severity]++;
  obstacles->lapsed += finding->waiver == JH_WAIVER_LAPSED;
  if (obstacles->first == NULL
      || finding->severity < obstacles->first->severity)
    obstacles->first = finding;
}

/* How many 错误 and 警告 there are. The caller frees it. */
static char *
dup_counts (const Obstacles *obstacles)
{
  guint errors = obstacles->count[JH_SEVERITY_ERROR];
  guint warnings = obstacles->count[JH_SEVERITY_WARNING];

  if (warnings == 0)
    return g_strdup_printf ("%u 个错误", errors);
  if (errors == 0)
    return g_strdup_printf ("%u 个警告", warnings);
  return g_strdup_printf ("%u 个错误、%u 个警告", errors, warnings);
}

static char *
describe_findings (const Obstacles *obstacles)
{
  g_autoptr (GString) words = g_string_new (NULL);
  g_autofree char *counts = dup_counts (obstacles);
  const JhFinding *first = obstacles->first;
  gboolean ended = g_str_has_suffix (first->message, "。");

  g_string_append_printf (words, "不能锁定：有 %s没有解决", counts);
  if (obstacles->lapsed > 0)
    g_string_append_printf (words,
                            "，其中 %u 个的审核说明写好以后数据变了，已失效",
                            obstacles->lapsed);
  g_string_append_printf (words, "。第一个（%s）：%s%s", first->rule,
                          first->message, ended ? "" : "。");
  g_string_append (words, "请改正；警告也可以写审核说明。");
  return g_string_free (g_steal_pointer (&words), FALSE);
}

char *
jh_lock_dup_obstacle (const GPtrArray *findings, const GPtrArray *drafts)
{
  const JhDraft *draft = NULL;
  Obstacles obstacles = { 0 };
  guint count = 0;

  for (guint i = 0; i < drafts->len; i++)
    if (is_counted (drafts->pdata[i]))
      {
        draft = draft ? draft : drafts->pdata[i];
        count++;
      }
  if (draft)
    return describe_drafts (count, draft);
  for (guint i = 0; i < findings->len; i++)
    count_obstacle (&obstacles, findings->pdata[i]);
  return obstacles.first ? describe_findings (&obstacles) : NULL;
}

/* Whether @manager can answer for something. */
static gboolean
check_manager (const char *manager, GError **error)
{
  glong length = g_utf8_strlen (manager, -1);

  if (jh_text_is_blank (manager))
    return refuse (error, JH_ERROR_DATA, "请填写负责人的姓名。");
  if (length <= JH_LOCK_NAME_MAX)
    return TRUE;
  g_set_error (error, JH_ERROR, JH_ERROR_DATA,
               "负责人的姓名有 %ld 个字，最多 %d 个，请写短些。", length,
               JH_LOCK_NAME_MAX);
  return FALSE;
}

/* Whether @findings and the drafts of @filing allow a lock. */
static gboolean
check_obstacles (JhStore *store, gint64 filing, GPtrArray *findings,
                 GError **error)
{
  g_autoptr (GPtrArray) waivers = jh_waiver_list (store, filing, error);
  g_autoptr (GPtrArray) drafts
    = waivers ? jh_draft_list (store, filing, NULL, error) : NULL;
  g_autofree char *obstacle = NULL;

  if (drafts == NULL)
    return FALSE;
  jh_standing_set_waivers (findings, waivers);
  obstacle = jh_lock_dup_obstacle (findings, drafts);
  return obstacle == NULL || refuse (error, JH_ERROR_DATA, obstacle);
}

/* Begins the change @name of the filing @id, which undo passes over and
 * @manager answers for. NULL with @error. */
static JhChange *
begin (JhStore *store, gint64 id, const char *name, const char *manager,
       GError **error)
{
  g_autofree char *trimmed = jh_text_trim (manager);
  JhChange *change = NULL;

  if (check_manager (trimmed, error))
    change = jh_change_begin (store, name, error);
  if (change == NULL)
    return NULL;
  jh_change_set_filing (change, id);
  jh_change_set_author (change, trimmed);
  jh_change_set_final (change);
  return change;
}

gboolean
jh_lock (JhStore *store, gint64 filing, GPtrArray *findings,
         const char *manager, GError **error)
{
  g_autoptr (JhChange) change = begin (store, filing, LOCKED, manager, error);
  g_autoptr (JhFiling) found
    = change ? jh_filing_get (store, filing, error) : NULL;

  if (found == NULL)
    return FALSE;
  if (g_str_equal (found->state, LOCKED))
    return refuse (error, JH_ERROR_LOCKED,
                   "这套决算已经锁定了，不用再锁定一次。");
  return check_obstacles (store, filing, findings, error)
         && jh_filing_set_state (store, found, LOCKED, error)
         && jh_change_commit (change, error);
}

/* @why on one line, as the log has it; NULL with @error. */
static char *
dup_reason (const char *why, GError **error)
{
  g_autofree char *trimmed = jh_text_trim (why);
  glong length = g_utf8_strlen (trimmed, -1);

  if (*trimmed && length <= JH_LOCK_WHY_MAX)
    return g_strdelimit (g_steal_pointer (&trimmed), "\t\n\v\f\r", ' ');
  if (*trimmed == '\0')
    refuse (error, JH_ERROR_DATA, "请写明为什么要解锁，这会记入修改痕迹。");
  else
    g_set_error (error, JH_ERROR, JH_ERROR_DATA,
                 "解锁的原因有 %ld 个字，最多 %d 个，请写短些。", length,
                 JH_LOCK_WHY_MAX);
  return NULL;
}

gboolean
jh_unlock (JhStore *store, gint64 filing, const char *manager,
           const char *why, GError **error)
{
  g_autofree char *reason = dup_reason (why, error);
  g_autofree char *name
    = reason ? g_strconcat ("解锁：", reason, NULL) : NULL;
  g_autoptr (JhChange) change
    = name ? begin (store, filing, name, manager, error) : NULL;
  g_autoptr (JhFiling) found
    = change ? jh_filing_get (store, filing, error) : NULL;

  if (found == NULL)
    return FALSE;
  if (!g_str_equal (found->state, LOCKED))
    return refuse (error, JH_ERROR_DATA, "这套决算没有锁定，不用解锁。");
  return jh_filing_set_state (store, found, OPEN, error)
         && jh_change_commit (change, error);
}
