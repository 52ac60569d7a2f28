/* 限额: figures that users choose and rules ask for by name, such as
 * 人均接待费上限. They belong to the books as a whole. */
#pragma once

#include "jh-store.h"

/* The most characters of a name and of what is typed for it. */
#define JH_LIMIT_NAME_MAX 100
#define JH_LIMIT_TEXT_MAX 40

/* How many parts a number without a unit is counted in, and the largest
 * number. */
#define JH_LIMIT_PARTS G_GINT64_CONSTANT (1000000)
#define JH_LIMIT_NUMBER_MAX G_GINT64_CONSTANT (1000000000)

/* What was typed for a limit.
 *
 * amount: an amount such as 120元 or 1.5万元; blank for a number
 * number: of a number such as 20 or 30%, the count of its JH_LIMIT_PARTS;
 *   0 for an amount */
typedef struct
{
  JhMoney amount;
  gint64 number;
} JhLimitFigure;

/* One limit. Strings are its own and never NULL.
 *
 * text: as it was typed
 * figure: what it means */
typedef struct
{
  char *name;
  char *text;
  JhLimitFigure figure;
} JhLimit;

/* Frees @limit; NULL is allowed. */
void jh_limit_free (JhLimit *limit);

/* Reads @text, which is 120元, 1.5万元, 20 or 30%, into @figure. FALSE with
 * JH_ERROR_DATA, a sentence that names @name. */
gboolean jh_limit_parse (const char *name, const char *text,
                         JhLimitFigure *figure, GError **error);

/* All limits, by name in the order of the bytes: JhLimit, freed with the
 * array. NULL with @error. The caller unrefs it. */
GPtrArray *jh_limit_list (JhStore *store,
                          GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Keeps @text as the limit @name, in the place of what it was, inside of a
 * change. JH_ERROR_DATA, a sentence, when one of them cannot be. */
gboolean jh_limit_set (JhStore *store, const char *name, const char *text,
                       GError **error);

/* Forgets the limit @name, inside of a change; none to forget is no error. */
gboolean jh_limit_drop (JhStore *store, const char *name, GError **error);
