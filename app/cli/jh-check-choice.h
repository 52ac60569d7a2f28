/* Which findings `check` is asked for: --rule and --severity. */
#pragma once

#include "jh-checker.h"
#include "jh-cli.h"

/* Whether --rule and --severity name what there is in @examiner. FALSE with
 * JH_ERROR_USAGE, which says what can be asked for. */
gboolean jh_check_choice_is_right (const JhArguments *arguments,
                                   JhExaminer *examiner, GError **error);

/* Takes what was not asked for out of @findings. */
void jh_check_choose (const JhArguments *arguments, GPtrArray *findings);

/* The rule @id of @examiner. NULL with JH_ERROR_USAGE, which tells why a rule
 * of that name cannot be used. Borrowed. */
const JhRule *jh_check_find_rule (JhExaminer *examiner, const char *id,
                                  GError **error);
