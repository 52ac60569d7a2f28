/* A rule as it is being written: its parts as texts, which may be wrong. */
#pragma once

#include "jh-checker.h"

/* The parts of a rule that people write. Strings are its own and never
 * NULL; see resources/checks/README.md for what they mean. */
typedef struct
{
  char *rule;
  char *title;
  JhSeverity severity;
  char *formula;
  char *message;
  char *mend;
  char *basis;
} JhRuleDraft;

/* A rule with nothing in it, a 警告. */
JhRuleDraft *jh_rule_draft_new (void) G_GNUC_WARN_UNUSED_RESULT;

/* Frees @draft; NULL is allowed. */
void jh_rule_draft_free (JhRuleDraft *draft);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JhRuleDraft, jh_rule_draft_free)

/* Puts a copy of @text in the place of the string at @part. */
void jh_rule_draft_set (char **part, const char *text);

/* Reads @text, the JSON of one rule; what a draft cannot hold, such as
 * several cases, is JH_ERROR_DATA. NULL with @error. */
JhRuleDraft *jh_rule_draft_read (const char *text,
                                 GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The rule as JSON, one object; parts that are empty are left out. The
 * caller frees it. */
char *
jh_rule_draft_write (const JhRuleDraft *draft) G_GNUC_WARN_UNUSED_RESULT;

/* Whether @draft is a rule that can be run, with the names that formulas of
 * @examiner may use: its formula and its sentence are understood, and its id
 * is none of the program's. FALSE with JH_ERROR_DATA; where in the formula
 * the fault is goes to @place, which has length 0 for a fault elsewhere. */
gboolean jh_rule_draft_check (const JhRuleDraft *draft, JhExaminer *examiner,
                              JhFormulaPlace *place, GError **error);

/* What a rule came to when it was tried.
 *
 * cases: in how many cases it was asked
 * findings: JhFinding, of those in which it does not hold
 * why: why it could not be asked or worked out, or "" */
typedef struct
{
  guint cases;
  GPtrArray *findings;
  char *why;
} JhTrial;

/* Frees @trial; NULL is allowed. */
void jh_trial_free (JhTrial *trial);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JhTrial, jh_trial_free)

/* Tries the rule in @text, which jh_rule_draft_check() accepts, on the filing
 * @filing of @store as it is saved, without keeping anything. NULL with
 * @error. */
JhTrial *jh_trial_run (JhStore *store, gint64 filing, const char *text,
                       GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* What @trial came to, in a sentence or two. The caller frees it. */
char *jh_trial_dup_words (const JhTrial *trial) G_GNUC_WARN_UNUSED_RESULT;
