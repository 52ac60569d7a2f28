/* A year that is begun with nothing in it: what somebody types to begin it,
 * read and kept; and taking a filing out again. */
#pragma once

#include "jh-filing.h"

/* What is typed, in the order of the form. */
typedef enum
{
  JH_NEW_NAME,
  JH_NEW_CODE,
  JH_NEW_REGION,
  JH_NEW_YEAR,
  JH_N_NEW,
} JhNewField;

/* What is wrong with each field: a sentence, or NULL. Owned; clear it with
 * jh_new_troubles_clear(). */
typedef struct
{
  char *of[JH_N_NEW];
} JhNewTroubles;

/* Frees the sentences. */
void jh_new_troubles_clear (JhNewTroubles *troubles);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (JhNewTroubles, jh_new_troubles_clear)

/* Reads @typed, by JhNewField, as a filing that is not in the books yet. A
 * blank code is the name. NULL when something is wrong: every field that is
 * wrong has its sentence in @troubles. */
JhFiling *
jh_new_filing_read (const char *const typed[JH_N_NEW], JhMoneyUnit money_unit,
                    JhNewTroubles *troubles) G_GNUC_WARN_UNUSED_RESULT;

/* Puts @filing into the books as one change, 新建 … 年度, and gives it its
 * ids. FALSE with JH_ERROR_EXISTS, or what the store says. */
gboolean jh_new_filing_keep (JhStore *store, JhFiling *filing,
                             GError **error);

/* Takes the filing @id with all that belongs to it out of the books as one
 * change, 删除 … 年度. @dropped is what it was; the caller frees it; may be
 * NULL. FALSE with JH_ERROR_LOCKED, JH_ERROR_NOT_FOUND, or what the store
 * says. */
gboolean jh_filing_drop (JhStore *store, gint64 id, JhFiling **dropped,
                         GError **error);

/* The year whose accounts are closed in @month, 1 to 12, of @year: the year
 * before, and from November on, when the closing is prepared, the year
 * itself. */
int jh_new_filing_guess_year (int year, int month);
