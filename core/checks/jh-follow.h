/* Findings that only follow from others. Private to this folder. */
#pragma once

#include "jh-rulebook.h"

/* Sets the cause of every finding whose rule says that it follows from
 * others', when one of these read one of the same cells, or has a side of
 * the same name and value. */
void jh_follow (const JhRulebook *book, GPtrArray *findings);
