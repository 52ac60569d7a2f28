/* Reading definitions: JSON with a word for every mistake.
 *
 * Definitions come with the program or from whoever lays out a table
 * otherwise, so they are bounded and every fault names its file and place. */
#pragma once

#include <json-glib/json-glib.h>

/* The most bytes a definition may have, and how deep it may nest. */
#define JH_JSON_BYTES_MAX (8 * 1024 * 1024)
#define JH_JSON_DEPTH_MAX 24

/* Parses @length bytes of JSON whose top is an object. @origin names the
 * file in errors. NULL with JH_ERROR_DATA. The caller unrefs it. */
JsonObject *jh_json_parse (const char *text, gsize length, const char *origin,
                           GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* A reader remembers the first fault and lets the rest of the reading go on
 * harmlessly, so that definitions are read without a check a line. */
typedef struct
{
  const char *origin;
  GError *fault;
} JhJson;

/* Notes a fault at @place unless there is one already. */
void jh_json_fault (JhJson *json, const char *place, const char *why);

/* Notes a fault when @object has a member that is not in @names, which
 * ends with NULL. */
void jh_json_expect (JhJson *json, JsonObject *object, const char *place,
                     const char *const *names);

/* The text of the member @name, or @otherwise when it is not there.
 * Borrowed from @object. */
const char *jh_json_get_text (JhJson *json, JsonObject *object,
                              const char *name, const char *otherwise);

/* The whole number of the member @name between @least and @most, or
 * @otherwise when it is not there. */
gint64 jh_json_get_integer (JhJson *json, JsonObject *object,
                            const char *name, gint64 least, gint64 most,
                            gint64 otherwise);

/* The truth of the member @name, FALSE when it is not there. */
gboolean jh_json_get_flag (JhJson *json, JsonObject *object,
                           const char *name);

/* The object of the member @name, or NULL. Borrowed. */
JsonObject *jh_json_get_object (JhJson *json, JsonObject *object,
                                const char *name);

/* The array of the member @name, or NULL. Borrowed. */
JsonArray *jh_json_get_array (JhJson *json, JsonObject *object,
                              const char *name);

/* The object at @index of @array; NULL with a fault at @place when it is
 * something else. Borrowed. */
JsonObject *jh_json_get_element (JhJson *json, JsonArray *array, guint index,
                                 const char *place);

/* The texts of the member @name, which is a text or an array of texts; an
 * empty array when it is not there. The caller unrefs it. */
GPtrArray *jh_json_dup_texts (JhJson *json, JsonObject *object,
                              const char *name) G_GNUC_WARN_UNUSED_RESULT;
