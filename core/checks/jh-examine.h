/* 审核: rules run over a subject.
 *
 * Nothing here knows where the subject's sheets and figures come from. */
#pragma once

#include "jh-rulebook.h"
#include "jh-run.h"

/* What became of a rule.
 *
 * JH_OUTCOME_HELD     asked, and everything held
 * JH_OUTCOME_FOUND    asked, and something did not hold
 * JH_OUTCOME_SKIPPED  not asked: the subject has not what it reads, or it
 *                     does not hold for the year or region
 * JH_OUTCOME_FAILED   could not be worked out */
typedef enum
{
  JH_OUTCOME_HELD,
  JH_OUTCOME_FOUND,
  JH_OUTCOME_SKIPPED,
  JH_OUTCOME_FAILED,
} JhOutcome;

/* rule: borrowed from the rulebook
 * cases: in how many cases it was asked
 * why: of a rule that was skipped or failed a sentence, else "" */
typedef struct
{
  const JhRule *rule;
  JhOutcome outcome;
  guint cases;
  char *why;
} JhRuleReport;

/* Frees @data, a JhRuleReport; NULL is allowed. */
void jh_rule_report_free (gpointer data);

/* Runs @rule and adds what did not hold to @findings. What it came to goes
 * to the report, which the caller frees. */
JhRuleReport *jh_examine_rule (JhRun *run, JhSubject *subject,
                               const JhRule *rule,
                               GPtrArray *findings) G_GNUC_WARN_UNUSED_RESULT;

/* Runs all rules of @book over @subject and adds what did not hold to
 * @findings, errors first, each with the finding that it follows from.
 * Returns the reports, JhRuleReport, in the order of the book; the caller
 * unrefs them. */
GPtrArray *jh_examine (const JhRulebook *book, JhSubject *subject,
                       GPtrArray *findings) G_GNUC_WARN_UNUSED_RESULT;

/* Puts @findings in order, errors first, and says of each what it follows
 * from by the rules of @book. */
void jh_examine_settle (const JhRulebook *book, GPtrArray *findings);
