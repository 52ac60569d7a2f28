/* The page of rules from the inside. Private to this folder. */
#pragma once

#include "jh-rules-page.h"

#include "jh-rule-draft.h"
#include "jh-user-check.h"

/* names: what the list shows, one a rule
 * checks: the rules that are kept: JhUserCheck, in the order of the list
 * current: the id of the one that is being written, or NULL for a new one
 * checker: understands formulas with the rules that the file has
 * filling: the fields are being filled in, which is nobody's typing */
struct _JhRulesPage
{
  JhPage parent_instance;

  GtkListView *list;
  GtkSingleSelection *selection;
  GtkEditable *rule;
  GtkEditable *title;
  GtkDropDown *severity;
  GtkTextView *formula;
  GtkEditable *message;
  GtkEditable *mend;
  GtkEditable *basis;
  GtkWidget *save;
  GtkWidget *enable;
  GtkWidget *remove;
  GtkWidget *try;
  GtkLabel *outcome;
  GtkLabel *found;

  GtkFileChooserNative *chooser;
  GtkStringList *names;
  GPtrArray *checks;
  char *current;
  JhChecker *checker;
  gboolean filling;
};

/* The rule as the fields have it. The caller frees it. */
JhRuleDraft *jh_rules_page_read (JhRulesPage *self);

/* Fills the fields with @draft. */
void jh_rules_page_show (JhRulesPage *self, const JhRuleDraft *draft);

/* Whether what the fields have is a rule that can be run; else says why, and
 * marks the place in the formula. */
gboolean jh_rules_page_check (JhRulesPage *self, const JhRuleDraft *draft);

/* Says what a trial or a check came to; @found may be "". */
void jh_rules_page_tell (JhRulesPage *self, const char *outcome,
                         const char *found, gboolean failed);

/* Tries what the fields have on the filing that is shown. */
void jh_rules_page_try (JhRulesPage *self);

/* Reads the rules anew and chooses @rule, a new one when it is NULL. */
void jh_rules_page_refresh (JhRulesPage *self, const char *rule);

/* Who writes rules here. The caller frees it. */
char *jh_rules_page_dup_author (JhRulesPage *self);

/* Asks for a file, and takes its rules into the books, or writes the books'
 * own rules to it. */
void jh_rules_page_bring_in (JhRulesPage *self);
void jh_rules_page_give_out (JhRulesPage *self);

/* The store of the document, or NULL. Borrowed. */
JhStore *jh_rules_page_get_store (JhRulesPage *self);
