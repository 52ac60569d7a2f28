/* Findings as `check` tells them. */
#pragma once

#include <json-glib/json-glib.h>

#include "jh-filing.h"
#include "jh-finding.h"

/* Prints @findings of @filing for people: by severity, what only follows
 * from another under it, and a line of counts. */
void jh_check_print_text (const JhFiling *filing, const GPtrArray *findings);

/* Prints @findings as a JSON array. */
void jh_check_print_json (const GPtrArray *findings);
