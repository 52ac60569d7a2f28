/* 这条规则审了什么: a rule at work on one filing, told step by step, for
 * people. */
#pragma once

#include "jh-examine.h"

/* The most cases that did not hold, and that held, which are told in full. */
#define JH_EXPLAIN_FAILED_MAX 20
#define JH_EXPLAIN_HELD_MAX 3

/* What @rule asks for, on which basis, and for @subject case by case what it
 * read and how it was worked out, those that do not hold first. A text of
 * lines; the caller frees it. */
char *jh_explain_dup (const JhRule *rule,
                      JhSubject *subject) G_GNUC_WARN_UNUSED_RESULT;
