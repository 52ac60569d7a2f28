/* Values as what rows are looked up by. Private to this folder. */
#pragma once

#include "jh-value.h"

/* Adds @value to @lookup, so that values which a comparison with = finds the
 * same add the same, and others something else; a blank is zero. */
void jh_lookup_append (GString *lookup, JhValue value);

/* The kind of @value as a bit, to be joined with those of others. */
guint jh_lookup_kind (JhValue value);

/* Whether @value can be compared with every value whose kind is in @kinds:
 * when it cannot, asking row by row tells of a fault. */
gboolean jh_lookup_goes_with (guint kinds, JhValue value);
