/* 单位: told apart by its code; its name is a fact of each year. */
#pragma once

#include "jh-store.h"

/* The id of the unit @code, which is added when it is new, inside of a
 * change. */
gboolean jh_unit_ensure (JhStore *store, const char *code, gint64 *id,
                         GError **error);
