/* What is examined: the sheets and figures of one filing, whoever made them.
 * A grid computed from the books, one read from a received workbook and one
 * made up by a test are the same to a check. */
#pragma once

#include "jh-figures.h"
#include "jh-grid.h"

typedef struct _JhSubject JhSubject;

/* Nothing to examine yet, of the fiscal year @year in @region (digits or "").
 *
 * unit: in which amounts are shown, and were entered
 * rounded: whether no more than two decimals of 万元 were entered, so that
 *   sums may be off by a rounding difference */
JhSubject *jh_subject_new (int year, const char *region, JhMoneyUnit unit,
                           gboolean rounded) G_GNUC_WARN_UNUSED_RESULT;

/* Frees @subject, not its grids; NULL is allowed. */
void jh_subject_free (JhSubject *subject);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JhSubject, jh_subject_free)

/* Adds @grid under its own name, in the place of another of that name. It
 * is borrowed and must outlive @subject. */
void jh_subject_set_grid (JhSubject *subject, const JhGrid *grid);

/* Adds @figures, in the place of another table of that kind; holds them. */
void jh_subject_set_figures (JhSubject *subject, JhFigures *figures);

/* Says what last year was; @before is borrowed and must outlive @subject.
 * NULL for nothing known. */
void jh_subject_set_before (JhSubject *subject, JhSubject *before);

/* Sets the limit @name that users may choose. */
void jh_subject_set_limit (JhSubject *subject, const char *name,
                           JhValue value);

/* The grid @name, or NULL. Borrowed. */
const JhGrid *jh_subject_get_grid (const JhSubject *subject,
                                   const char *name);

/* The table @name, or NULL. Borrowed. */
const JhFigures *jh_subject_get_figures (const JhSubject *subject,
                                         const char *name);

/* Last year, or NULL. Borrowed. */
JhSubject *jh_subject_get_before (const JhSubject *subject);

/* The limit @name; blank when nobody chose one. */
JhValue jh_subject_get_limit (const JhSubject *subject, const char *name);

/* Whether the same limits were chosen for @a and @b. */
gboolean jh_subject_has_same_limits (const JhSubject *a, const JhSubject *b);

/* The names of all grids and tables: const char *, borrowed. The caller
 * unrefs the array. */
GPtrArray *
jh_subject_list_names (const JhSubject *subject) G_GNUC_WARN_UNUSED_RESULT;

/* The fiscal year. */
int jh_subject_get_year (const JhSubject *subject);

/* The 行政区划, or "". Borrowed. */
const char *jh_subject_get_region (const JhSubject *subject);

/* The unit in which amounts are shown. */
JhMoneyUnit jh_subject_get_unit (const JhSubject *subject);

/* Whether sums may be off by a rounding difference. */
gboolean jh_subject_is_rounded (const JhSubject *subject);
