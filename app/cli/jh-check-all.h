/* `check --all`: one filing after the other. */
#pragma once

#include "jh-check-choice.h"

/* Checks every filing that --unit and --year let through, prints a line of
 * each and what they come to together, as text or JSON. @found is whether
 * one has an 错误 that nothing accepts. FALSE with @error;
 * JH_ERROR_CANCELLED after Ctrl+C. */
gboolean jh_check_all (JhChecker *checker, JhStore *store,
                       const JhArguments *arguments, gboolean *found,
                       GError **error);
