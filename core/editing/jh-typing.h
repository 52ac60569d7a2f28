/* What people type into a cell of a table, and what a cell shows: as in
 * jh-cell.h, and with what a person at a screen expects besides.
 *
 * Sums are worked out (=1200+350), an amount may name its unit (3.5万元), a
 * code may be a name or come with one (2013150 信访业务), and so may the
 * number of a project. */
#pragma once

#include "jh-session.h"
#include "jh-table-model.h"

/* What a field is to whoever fills it in.
 *
 * JH_TYPING_PLAIN       as jh-table.h says
 * JH_TYPING_FUNCTIONAL  a code of 功能分类
 * JH_TYPING_ECONOMIC    a code of 经济分类
 * JH_TYPING_PROJECT     the number of a project
 * JH_TYPING_OBJECT      整体, or the number of a project */
typedef enum
{
  JH_TYPING_PLAIN,
  JH_TYPING_FUNCTIONAL,
  JH_TYPING_ECONOMIC,
  JH_TYPING_PROJECT,
  JH_TYPING_OBJECT,
} JhTypingRole;

/* The role of @field. */
JhTypingRole jh_typing_get_role (const JhField *field);

/* How a column of @field is filled in. */
JhTableColumnKind jh_typing_get_kind (const JhField *field);

/* What figures of @field are counted in, "" for none. Static. */
const char *jh_typing_get_unit (JhSession *session, const JhField *field);

/* Whether @field of @row, a row of a table, is the count of a fact that is
 * answered by 是 or 否. */
gboolean jh_typing_is_yes (JhSession *session, gconstpointer row,
                           const JhField *field);

/* Whether @field of @row holds nothing. */
gboolean jh_typing_is_blank (gconstpointer row, const JhField *field);

/* Empties @field of @row. */
void jh_typing_blank (gpointer row, const JhField *field);

/* Reads @text, typed in the session's unit, into @field of @row. FALSE with
 * @fault, a clause that the caller frees, when the field cannot hold it; the
 * row is as it was then. */
gboolean jh_typing_read (JhSession *session, const JhField *field,
                         const char *text, gpointer row, char **fault);

/* The code that @text, which is not blank, means: its number, or the code
 * whose name it is. NULL with @fault, a clause, when it means none. The
 * caller frees both. */
char *jh_typing_dup_code (JhSession *session, JhCodes codes, const char *text,
                          char **fault) G_GNUC_WARN_UNUSED_RESULT;

/* @field of @row as it is shown: figures in the session's unit, with
 * separators and every digit that is there. The caller frees it. */
char *jh_typing_show (JhSession *session, gconstpointer row,
                      const JhField *field) G_GNUC_WARN_UNUSED_RESULT;

/* As above as it is edited: jh_typing_read() gives the same back. The caller
 * frees it. */
char *jh_typing_edit (JhSession *session, gconstpointer row,
                      const JhField *field) G_GNUC_WARN_UNUSED_RESULT;

/* What is said beside @field of @row: the name of a code or project, or that
 * there is none. NULL for nothing. The caller frees it. */
char *jh_typing_note (JhSession *session, gconstpointer row,
                      const JhField *field) G_GNUC_WARN_UNUSED_RESULT;

/* @text, typed into @field in the session's unit, as it is kept in a draft:
 * an amount with its unit, so that it means the same in another. The caller
 * frees it. */
char *jh_typing_keep (JhSession *session, const JhField *field,
                      const char *text) G_GNUC_WARN_UNUSED_RESULT;

/* @kept as jh_typing_keep() made it, as it was typed where the unit is still
 * the same. The caller frees it. */
char *jh_typing_recall (JhSession *session, const JhField *field,
                        const char *kept) G_GNUC_WARN_UNUSED_RESULT;

/* What @field of @row is in a draft. The caller frees it. */
char *jh_typing_keep_value (gconstpointer row,
                            const JhField *field) G_GNUC_WARN_UNUSED_RESULT;

/* What @typed may mean in @field, as jh_table_model_complete(). The caller
 * unrefs it. */
GPtrArray *jh_typing_complete (JhSession *session, const JhField *field,
                               const char *typed,
                               guint most) G_GNUC_WARN_UNUSED_RESULT;
