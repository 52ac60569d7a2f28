/* What says which filing it is, as rows to fill in: 单位名称, 行政区划,
 * 金额单位, and 单位代码 and 年度, which cannot be altered. What is wrong is
 * kept in the drafts, under the book "filing" and the id of the filing; the
 * filing keeps what it has meanwhile. */
#pragma once

#include "jh-plan.h"

typedef struct _JhHead JhHead;

/* The head of the filing of @session, which outlives it. */
JhHead *jh_head_new (JhSession *session) G_GNUC_WARN_UNUSED_RESULT;

/* Frees @head; NULL is allowed. */
void jh_head_free (JhHead *head);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JhHead, jh_head_free)

/* How many rows there are. */
guint jh_head_count (void);

/* What the row @row is called. Static. */
const char *jh_head_get_label (guint row);

/* What the row @row shows, filled into @cell. */
void jh_head_get_cell (JhHead *head, guint row, JhTableCell *cell);

/* Reads the drafts anew. */
void jh_head_load (JhHead *head);

/* Writes @text into the row @row, to be kept by the change that follows.
 * FALSE when it cannot be altered and is something else. */
gboolean jh_head_write (JhHead *head, guint row, const char *text);

/* What the row @row would be by what was written: whether it is something
 * else then, and why it is wrong, borrowed, or NULL. */
gboolean jh_head_differs (JhHead *head, guint row, const char **fault);

/* What is to be done to keep what was written; NULL when nothing is.
 * Borrowed, and as good as what was written last. */
const JhPlanBeside *jh_head_get_beside (JhHead *head);

/* Forgets what was written. */
void jh_head_forget (JhHead *head);
