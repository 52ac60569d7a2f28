/* 依据: what a rule asks for, told to those who want to know why something
 * was found. */
#pragma once

#include "jh-finding.h"
#include "jh-store.h"

/* The rule behind @finding as the program and the users' rules in @store have
 * it: what it asks for, on which basis, its formulas, how to mend it, who
 * wrote it, and what was read. A text of lines; the caller frees it. NULL
 * with @error; JH_ERROR_NOT_FOUND for a finding that no rule made, such as of
 * what was typed wrong. */
char *jh_rule_words_dup (JhStore *store, const JhFinding *finding,
                         GError **error) G_GNUC_WARN_UNUSED_RESULT;
