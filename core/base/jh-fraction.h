/* Exact fractions, for working out what people type. */
#pragma once

#include <glib.h>

/* More digits after the point than can be written: 1/3. */
#define JH_PLACES_ENDLESS G_MAXUINT

__extension__ typedef __int128 JhWide;

/* A fraction in its lowest terms; below is positive. Its numbers have up to
 * 38 digits. */
typedef struct
{
  JhWide above;
  JhWide below;
} JhFraction;

/* @above / @below, which is positive. @above is not G_MININT64. */
JhFraction jh_fraction_new (gint64 above, gint64 below);

/* Whether @a is 0. */
gboolean jh_fraction_is_zero (JhFraction a);

/* -@a. */
JhFraction jh_fraction_negate (JhFraction a);

/* Adds @b to @a. FALSE when the numbers get too long; @a is as it was
 * then. */
gboolean jh_fraction_add (JhFraction *a, JhFraction b);

/* Multiplies @a by @b, as above. */
gboolean jh_fraction_multiply (JhFraction *a, JhFraction b);

/* Divides @a by @b, which is not 0, as above. */
gboolean jh_fraction_divide (JhFraction *a, JhFraction b);

/* How many digits after the point @a needs; JH_PLACES_ENDLESS when no number
 * of them is enough. */
guint jh_fraction_count_places (JhFraction a);

/* @a as a count of 10^-@decimals in @value, rounded half up: a half goes away
 * from zero. FALSE, with @value as it was, when that is beyond @limit. */
gboolean jh_fraction_round (JhFraction a, guint decimals, gint64 limit,
                            gint64 *value);
