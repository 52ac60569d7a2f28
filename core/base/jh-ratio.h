/* A ratio is two integers until it is shown. */
#pragma once

#include "jh-money.h"

/* There is no ratio when the denominator is 0. */
typedef struct
{
  gint64 numerator;
  gint64 denominator;
} JhRatio;

/* No ratio: nothing to divide by, or nothing to divide. */
JhRatio jh_ratio_none (void);

/* @part ÷ @whole; none when either is blank or @whole is zero. */
JhRatio jh_ratio_share (JhMoney part, JhMoney whole);

/* The growth of @now over @before: (@now − @before) ÷ @before, over last
 * year's figure. None when either is blank, or when @before is zero or
 * negative: no percentage has a meaning then. */
JhRatio jh_ratio_growth (JhMoney now, JhMoney before);

/* Whether there is a ratio to show. */
gboolean jh_ratio_is_known (JhRatio ratio);

/* @ratio × @scale, rounded half up; @scale 10000 gives hundredths of a
 * percent. 0 when there is none. A result beyond gint64 stays at its end. */
gint64 jh_ratio_scale (JhRatio ratio, gint64 scale);

/* @ratio as a percentage with two decimals and its sign, such as 44.78%,
 * or "" when there is none. The caller frees it. */
char *jh_ratio_format (JhRatio ratio) G_GNUC_WARN_UNUSED_RESULT;
