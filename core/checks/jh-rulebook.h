/* 审核规则: checks as data. resources/checks/README.md tells how one is
 * written. */
#pragma once

#include "jh-finding.h"
#include "jh-message.h"

/* One thing that a rule asks for.
 *
 * severity: of its findings
 * formula: what should hold
 * message: what is told when it does not
 * left, right: what the two sides are called, or NULL for the way they are
 *   written
 * left_value, right_value: what the two sides are shown as, or NULL for what
 *   was compared
 * place: what to mend, or NULL for what is read first
 * mend: how to, or "" */
typedef struct
{
  JhSeverity severity;
  JhFormula *formula;
  JhMessage *message;
  JhMessage *left;
  JhMessage *right;
  JhFormula *left_value;
  JhFormula *right_value;
  JhFormula *place;
  char *mend;
} JhRuleCase;

/* A rule.
 *
 * id: such as A01
 * title: what it asks for, in a sentence
 * basis: 依据, or ""
 * waivable: whether a waiver may accept its 错误, too
 * follows: ids of the rules whose findings make its own follow: char *
 * from, to: the years it holds for, 0 for no bound
 * regions: what the 行政区划 begins with, none for everywhere: char *
 * cases: JhRuleCase
 * author: who wrote it, "" for a rule of the program */
typedef struct
{
  char *id;
  char *title;
  char *basis;
  gboolean waivable;
  GPtrArray *follows;
  int from;
  int to;
  GPtrArray *regions;
  GPtrArray *cases;
  char *author;
} JhRule;

/* A rule that cannot be used, and why.
 *
 * rule: its id, or "" when it is not known
 * origin: the file that it is in
 * why: a sentence */
typedef struct
{
  char *rule;
  char *origin;
  char *why;
} JhRuleFault;

typedef struct _JhRulebook JhRulebook;

/* The most rules that one book may have. */
#define JH_RULES_MAX 20000

/* No rules; @vocabulary must outlive the book. */
JhRulebook *
jh_rulebook_new (const JhVocabulary *vocabulary) G_GNUC_WARN_UNUSED_RESULT;

/* The rules that come with the program. NULL with JH_ERROR_DATA. */
JhRulebook *jh_rulebook_load (const JhVocabulary *vocabulary,
                              GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Frees @book; NULL is allowed. */
void jh_rulebook_free (JhRulebook *book);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JhRulebook, jh_rulebook_free)

/* Adds the rules in @length bytes of JSON, written by @author ("" for the
 * program); @origin names the file. A rule that cannot be used becomes a
 * fault of the book and the others are added. FALSE with JH_ERROR_DATA,
 * and nothing added, when the bytes are no rules at all. */
gboolean jh_rulebook_add (JhRulebook *book, const char *text, gsize length,
                          const char *origin, const char *author,
                          GError **error);

/* Adds the one rule in @text, an object of JSON, which has to have the id
 * @rule; a rule that cannot be used becomes a fault of the book. */
void jh_rulebook_add_one (JhRulebook *book, const char *rule,
                          const char *text, const char *author);

/* How many rules there are, and the one at @place. Borrowed. */
guint jh_rulebook_count (const JhRulebook *book);
const JhRule *jh_rulebook_get (const JhRulebook *book, guint place);

/* The rule @id, or NULL. Borrowed. */
const JhRule *jh_rulebook_find (const JhRulebook *book, const char *id);

/* The rules that cannot be used: JhRuleFault. Borrowed. */
const GPtrArray *jh_rulebook_get_faults (const JhRulebook *book);

/* Whether @rule holds for @year and @region. */
gboolean jh_rule_applies (const JhRule *rule, int year, const char *region);
