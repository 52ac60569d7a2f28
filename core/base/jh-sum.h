/* Simple sums typed into a cell: =1200+350, =(1200+350)/2. */
#pragma once

#include <glib.h>

/* The most characters of a sum, and the most brackets inside of brackets. */
#define JH_SUM_LENGTH_MAX 200
#define JH_SUM_DEPTH_MAX 20

/* Whether @text is meant as a sum: it begins, after spaces, with = or ＝.
 * NULL is none. */
gboolean jh_sum_is (const char *text);

/* Works out the sum @text, which jh_sum_is(), into @value, a count of
 * 10^-@decimals.
 *
 * Understood: numbers as in jh_fixed_parse() with at most 12 decimals,
 * + - * / × ÷, one sign before a number or a bracket, brackets, and spaces
 * between them; full-width signs too. The sum is worked out exactly, in
 * fractions.
 *
 * When the result has more than @decimals, it is rounded, half up and once,
 * if a division in the sum made decimals that its dividend did not have
 * (=100/3, =1/8). Otherwise it is refused, as the number itself would be
 * (=0.005+1, =0.05*0.1, =0.001/1): nobody asked for rounding there.
 *
 * @decimals: 0 to 12
 * @limit: the largest magnitude of the result, in the unit of @value
 * Returns FALSE with JH_ERROR_DATA, whose message is a clause that names the
 * place in the sum as 第几个字, the value and what was expected; @value is as
 * it was then. */
gboolean jh_sum_parse (const char *text, guint decimals, gint64 limit,
                       gint64 *value, GError **error);
