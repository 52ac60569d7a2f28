/* Reading one rule. Private to this folder. */
#pragma once

#include <json-glib/json-glib.h>

#include "jh-rulebook.h"

/* The rule of @object. NULL with JH_ERROR_DATA. */
JhRule *jh_rule_read (JsonObject *object, const char *origin,
                      const JhVocabulary *vocabulary, GError **error);

/* Frees @data, a JhRule; NULL is allowed. */
void jh_rule_free (gpointer data);
