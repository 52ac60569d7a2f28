#include "jh-head.h"

#include "jh-draft.h"
#include "jh-import-filing.h"
#include "jh-text.h"

/* What the drafts of the head are filed under. */
#define BOOK "filing"

/* label: as in the file of a filing
 * field: the column of the schema
 * required: whether it may not be blank
 * reason: why it cannot be altered; NULL when it can */
static const struct
{
  const char *label;
  const char *field;
  gboolean required;
  const char *reason;
} rows[] = {
  { JH_KEY_NAME, "unit_name", TRUE, NULL },
  { JH_KEY_CODE, "code", TRUE,
    "单位代码定下这套决算是谁的，不能改；代码错了就另建一套" },
  { JH_KEY_YEAR, "year", TRUE,
    "年度定下这套决算是哪一年的，不能改；年度错了就另建一套" },
  { JH_KEY_REGION, "region", FALSE, NULL },
  { JH_KEY_MONEY_UNIT, "money_unit", TRUE, NULL },
};

#define N_ROWS G_N_ELEMENTS (rows)

/* What was typed and is wrong, and why; both NULL where nothing is. */
typedef struct
{
  char *typed;
  char *fault;
} Wrong;

/* wrong: as it is kept
 * filing, after: as they would be by what was written; filing is NULL when
 *                nothing was */
struct _JhHead
{
  JhSession *session;
  Wrong wrong[N_ROWS];
  JhFiling *filing;
  Wrong after[N_ROWS];
  JhPlanBeside beside;
};

static void
set_wrong (Wrong *wrong, const char *typed, const char *fault)
{
  g_free (wrong->typed);
  g_free (wrong->fault);
  wrong->typed = g_strdup (typed);
  wrong->fault = g_strdup (fault);
}

static const JhFiling *
get_filing (JhHead *head)
{
  return jh_session_get_books (head->session)->filing;
}

/* What @filing has in @row. */
static char *
dup_value (const JhFiling *filing, guint row)
{
  const char *label = rows[row].label;

  if (g_str_equal (label, JH_KEY_NAME))
    return g_strdup (filing->name);
  if (g_str_equal (label, JH_KEY_CODE))
    return g_strdup (filing->code);
  if (g_str_equal (label, JH_KEY_YEAR))
    return g_strdup_printf ("%d", filing->year);
  if (g_str_equal (label, JH_KEY_REGION))
    return g_strdup (filing->region);
  return g_strdup (jh_money_unit_name (filing->money_unit));
}

/* Reads @text into @row of @filing; @wrong is what is wrong with it. */
static void
read_value (JhHead *head, JhFiling *filing, guint row, const char *text,
            Wrong *wrong)
{
  g_autoptr (JhFaults) faults = jh_faults_new ();
  const JhReading reading = { jh_session_get_books (head->session)->lists,
                              filing->money_unit, faults, NULL, 0 };

  set_wrong (wrong, NULL, NULL);
  if (jh_text_is_blank (text) && rows[row].required)
    {
      set_wrong (wrong, text, "不能为空");
      return;
    }
  if (jh_text_is_blank (text))
    {
      g_free (filing->region);
      filing->region = g_strdup ("");
      return;
    }
  if (!jh_import_identity (&reading, rows[row].label, text, filing))
    set_wrong (wrong, text, jh_faults_get (faults, 0));
}

JhHead *
jh_head_new (JhSession *session)
{
  JhHead *head = g_new0 (JhHead, 1);

  head->session = session;
  jh_head_load (head);
  return head;
}

void
jh_head_free (JhHead *head)
{
  if (head == NULL)
    return;
  jh_head_forget (head);
  for (guint row = 0; row < N_ROWS; row++)
    set_wrong (&head->wrong[row], NULL, NULL);
  g_free (head);
}

guint
jh_head_count (void)
{
  return N_ROWS;
}

const char *
jh_head_get_label (guint row)
{
  return rows[row].label;
}

void
jh_head_get_cell (JhHead *head, guint row, JhTableCell *cell)
{
  const char *obstacle = jh_session_get_obstacle (head->session);

  cell->text = head->wrong[row].typed ? g_strdup (head->wrong[row].typed)
                                      : dup_value (get_filing (head), row);
  cell->fault = g_strdup (head->wrong[row].fault);
  cell->reason = g_strdup (obstacle ? obstacle : rows[row].reason);
  cell->look = rows[row].reason ? JH_LOOK_DIM : JH_LOOK_PLAIN;
}

/* Reads @draft, typed into the head. */
static void
take_draft (JhHead *head, const JhDraft *draft)
{
  g_autoptr (JhFiling) copy = jh_filing_copy (get_filing (head));

  for (guint row = 0; row < N_ROWS; row++)
    if (g_str_equal (draft->field, rows[row].field))
      {
        read_value (head, copy, row, draft->typed, &head->wrong[row]);
        if (head->wrong[row].typed == NULL)
          set_wrong (&head->wrong[row], draft->typed,
                     "还没有记进账里，再填一次就行");
      }
}

void
jh_head_load (JhHead *head)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) drafts
    = jh_draft_list (jh_session_get_store (head->session),
                     get_filing (head)->id, BOOK, &error);

  for (guint row = 0; row < N_ROWS; row++)
    set_wrong (&head->wrong[row], NULL, NULL);
  if (drafts == NULL)
    g_warning ("%s", error->message);
  for (guint i = 0; drafts && i < drafts->len; i++)
    take_draft (head, drafts->pdata[i]);
}

gboolean
jh_head_write (JhHead *head, guint row, const char *text)
{
  g_autofree char *kept = g_utf8_substring (
    text, 0, MIN (g_utf8_strlen (text, -1), JH_DRAFT_MAX));

  if (rows[row].reason)
    {
      g_autofree char *value = dup_value (get_filing (head), row);
      g_autofree char *trimmed = jh_text_trim (text);

      return g_str_equal (value, trimmed);
    }
  if (head->filing == NULL)
    {
      head->filing = jh_filing_copy (get_filing (head));
      for (guint i = 0; i < N_ROWS; i++)
        set_wrong (&head->after[i], head->wrong[i].typed,
                   head->wrong[i].fault);
    }
  read_value (head, head->filing, row, kept, &head->after[row]);
  return TRUE;
}

gboolean
jh_head_differs (JhHead *head, guint row, const char **fault)
{
  g_autofree char *before = dup_value (get_filing (head), row);
  g_autofree char *after = NULL;

  *fault = NULL;
  if (head->filing == NULL)
    return FALSE;
  *fault = head->after[row].fault;
  after = dup_value (head->filing, row);
  return !g_str_equal (before, after)
         || g_strcmp0 (head->wrong[row].typed, head->after[row].typed) != 0;
}

static gboolean
save_text (JhHead *head, guint row, GError **error)
{
  JhStore *store = jh_session_get_store (head->session);
  gint64 id = head->filing->id;
  const char *typed = head->after[row].typed;
  const JhDraft draft
    = { (char *) BOOK, id, 0, (char *) rows[row].field, (char *) typed };

  if (g_strcmp0 (head->wrong[row].typed, typed) == 0)
    return TRUE;
  if (typed)
    return jh_draft_set (store, id, &draft, error);
  return jh_draft_drop (store, id, BOOK, id, rows[row].field, error);
}

static gboolean
save (gpointer data, GError **error)
{
  JhHead *head = data;

  for (guint row = 0; row < N_ROWS; row++)
    if (!save_text (head, row, error))
      return FALSE;
  return jh_filing_update (jh_session_get_store (head->session), head->filing,
                           error);
}

static void
keep (gpointer data)
{
  JhHead *head = data;
  JhBooks *books = jh_session_get_books (head->session);

  jh_filing_free (books->filing);
  books->filing = g_steal_pointer (&head->filing);
  for (guint row = 0; row < N_ROWS; row++)
    {
      set_wrong (&head->wrong[row], head->after[row].typed,
                 head->after[row].fault);
      set_wrong (&head->after[row], NULL, NULL);
    }
}

const JhPlanBeside *
jh_head_get_beside (JhHead *head)
{
  const char *fault;
  gboolean any = FALSE;

  for (guint row = 0; row < N_ROWS; row++)
    any |= jh_head_differs (head, row, &fault);
  if (!any)
    return NULL;
  head->beside = (JhPlanBeside){ save, keep, head,
                                 JH_TOUCHED_FILING | JH_TOUCHED_DRAFTS };
  return &head->beside;
}

void
jh_head_forget (JhHead *head)
{
  g_clear_pointer (&head->filing, jh_filing_free);
  for (guint row = 0; row < N_ROWS; row++)
    set_wrong (&head->after[row], NULL, NULL);
}
