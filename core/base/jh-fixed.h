/* Decimal numbers as people type them, read into integers.
 *
 * A fixed-point number is an integer count of 10^-decimals. Nothing here
 * touches floating point. */
#pragma once

#include <glib.h>

/* Reads @text as a decimal number into @value, a count of 10^-@decimals.
 *
 * Understood: surrounding spaces (full-width and no-break ones too), a sign,
 * full-width digits and punctuation, thousands separators where they
 * belong (1,234.50), a leading or trailing point (.5, 5.).
 * Digits beyond @decimals are allowed only when they are zeros: the number
 * must be exact. The magnitude may not exceed @limit.
 *
 * @decimals: 0 to 12
 * @limit: the largest magnitude allowed, in the unit of @value
 * Returns FALSE with JH_ERROR_DATA, whose message is a clause such as
 * “12.345”的小数超过 2 位 for the caller to put the place before; @value is
 * as it was then. */
gboolean jh_fixed_parse (const char *text, guint decimals, gint64 limit,
                         gint64 *value, GError **error);

/* @value ÷ @divisor, rounded half up: a half goes away from zero, as 四舍五入
 * and a spreadsheet's ROUND do. @divisor is positive. */
gint64 jh_fixed_divide (gint64 value, gint64 divisor);

/* 10^@exponent, @exponent at most 18. */
gint64 jh_fixed_power (guint exponent);

/* @value, a count of 10^-@decimals, as text with exactly @decimals digits
 * after the point, and with thousands separators when @grouped.
 * The caller frees it. */
char *jh_fixed_format (gint64 value, guint decimals,
                       gboolean grouped) G_GNUC_WARN_UNUSED_RESULT;

/* As jh_fixed_format(), without the zeros that end the fraction, keeping
 * at least @least digits after the point. The caller frees it. */
char *jh_fixed_format_short (gint64 value, guint decimals,
                             guint least) G_GNUC_WARN_UNUSED_RESULT;
