/* Asking one case of a rule. Private to this folder. */
#pragma once

#include "jh-examine.h"

/* Asks the case @place of @rule about everything, or about @rows (guint)
 * alone; adds what does not hold to @findings, and the row of each, see
 * jh_run_get_row(), to @found (guint), which may be NULL. How often it was
 * asked goes to @cases. FALSE with @error when it cannot be worked out. */
gboolean jh_examine_case (JhRun *run, const JhRule *rule, guint place,
                          const GArray *rows, GPtrArray *findings,
                          GArray *found, guint *cases, GError **error);

/* What is told of the rule @id, which cannot be used or worked out because of
 * @why: a 提示. The caller takes it. */
JhFinding *jh_examine_trouble (const char *id,
                               const char *why) G_GNUC_WARN_UNUSED_RESULT;

/* A report of @rule, none of whose cases was asked yet. */
JhRuleReport *jh_rule_report_new (const JhRule *rule);

/* Notes what one case came to: asked @cases times, @missing what it reads
 * and is not there, or NULL, @fault why it could not be worked out, or
 * NULL. */
void jh_rule_report_add (JhRuleReport *report, guint cases, gboolean found,
                         const char *missing, const GError *fault);
