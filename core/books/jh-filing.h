/* 一套决算: one unit in one fiscal year. */
#pragma once

#include "jh-store.h"

/* The most characters of a unit's name, its code and its region, and the
 * years that a filing may have. */
#define JH_FILING_NAME_MAX 200
#define JH_FILING_CODE_MAX 60
#define JH_FILING_REGION_MAX 12
#define JH_FILING_YEAR_MIN 1949
#define JH_FILING_YEAR_MAX 2999

/* id: 0 until it is in the books
 * unit: the id of the unit
 * code: 单位代码, which units are told apart by
 * year: the fiscal year
 * state: 填报, 审核 or 锁定
 * name: 单位名称, as published that year
 * region: 行政区划, digits or ""
 * money_unit: in which its figures were entered and are published */
typedef struct
{
  gint64 id;
  gint64 unit;
  char *code;
  int year;
  char *state;
  char *name;
  char *region;
  JhMoneyUnit money_unit;
} JhFiling;

/* A filing in no state and with nothing in it. */
JhFiling *jh_filing_new (void) G_GNUC_WARN_UNUSED_RESULT;

/* Frees @filing; NULL is allowed. */
void jh_filing_free (JhFiling *filing);

/* A copy. */
JhFiling *jh_filing_copy (const JhFiling *filing) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JhFiling, jh_filing_free)

/* The filing with the id @id. NULL with @error; JH_ERROR_NOT_FOUND. */
JhFiling *jh_filing_get (JhStore *store, gint64 id,
                         GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Looks for the filing of the unit @code in @year. TRUE with @filing NULL
 * when there is none; FALSE with @error. The caller frees the filing. */
gboolean jh_filing_find (JhStore *store, const char *code, int year,
                         JhFiling **filing, GError **error);

/* The id of the filing of the latest year, among these the one added last;
 * 0 in books without filings. */
gboolean jh_filing_find_newest (JhStore *store, gint64 *id, GError **error);

/* The filings by unit and year: JhFiling. @code NULL is every unit, @year 0
 * every year. NULL with @error. The caller unrefs it. */
GPtrArray *jh_filing_list (JhStore *store, const char *code, int year,
                           GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Adds @filing, and its unit when the code is new, inside of a change, and
 * gives it its ids. Its state is 填报. JH_ERROR_DATA when it is there. */
gboolean jh_filing_insert (JhStore *store, JhFiling *filing, GError **error);

/* Keeps name, region and money unit of @filing. JH_ERROR_LOCKED. */
gboolean jh_filing_update (JhStore *store, const JhFiling *filing,
                           GError **error);

/* Moves @filing to @state, inside of a change. */
gboolean jh_filing_set_state (JhStore *store, JhFiling *filing,
                              const char *state, GError **error);

/* Takes @filing and all that belongs to it out of the books.
 * JH_ERROR_LOCKED. */
gboolean jh_filing_remove (JhStore *store, const JhFiling *filing,
                           GError **error);
