/* 结转: next year's filing of a unit, begun from this year's. */
#pragma once

#include "jh-books.h"

/* What else is carried over, all without figures.
 *
 * lines: the lines of income and expenditure; codes that changed are
 *   replaced, and lines that are the same then become one. Lines of a
 *   project come along only with the projects.
 * projects: their number, name, type, department, implementer and goal
 * indicators: the indicators with their targets and weights; those of a
 *   project only with the projects */
typedef struct
{
  gboolean lines;
  gboolean projects;
  gboolean indicators;
} JhRolloverOptions;

/* Makes the filing of the year after @from as one change, 结转到 … 年度.
 *
 * Always carried over: name, region and money unit; the facts that are
 * words or 是/否 (counts and amounts are to be entered anew); 年末结转和结余
 * of each fund as its 年初结转和结余; the items of “三公” with this year's
 * 决算 as 上年决算.
 *
 * @from: a filing in the books
 * @filing: the new filing; the caller frees it; may be NULL
 * @notes: char *, a Chinese sentence for every code that was replaced or is
 *   not in the list of the new year, and for what was left behind; the
 *   caller unrefs it; may be NULL
 * Returns FALSE with JH_ERROR_EXISTS (the next year's filing is there),
 * JH_ERROR_NOT_FOUND (@from is not in the books), JH_ERROR_DATA (there is no
 * next year), or what the store says; nothing was changed then. */
gboolean jh_rollover (JhStore *store, const JhFiling *from,
                      const JhRolloverOptions *options, JhFiling **filing,
                      GPtrArray **notes, GError **error);
