/* 审核报告: findings as a sheet, to be sent back to the unit. */
#pragma once

#include "jh-filing.h"
#include "jh-finding.h"
#include "jh-grid.h"

/* @findings of @filing as a grid, a row each in the order given; @date is
 * printed in the heading. Words stay words. Free it with jh_grid_free(). */
JhGrid *jh_findings_grid_new (const JhFiling *filing,
                              const GPtrArray *findings,
                              const char *date) G_GNUC_WARN_UNUSED_RESULT;
