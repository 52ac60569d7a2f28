/* A file of rules that offices share: read into the books whole or not at
 * all, and written from them. resources/checks/README.md tells how rules are
 * written. */
#pragma once

#include "jh-examiner.h"
#include "jh-user-check.h"

/* The most bytes that a file of rules may have. */
#define JH_RULE_FILE_MAX (8 * 1024 * 1024)

/* The rules in @length bytes of JSON, each tried, written by @author now:
 * JhUserCheck. @origin names the file. NULL with JH_ERROR_DATA, a sentence
 * that names the rule and the place, when the bytes are no rules, one of
 * them cannot be used, or an id is there twice or is a rule of the
 * program's. The caller unrefs the array. */
GPtrArray *jh_rule_file_parse (const char *text, gsize length,
                               const char *origin, const char *author,
                               const JhVocabulary *vocabulary,
                               GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* As jh_rule_file_parse(), of the file @path. JH_ERROR_NOT_FOUND,
 * JH_ERROR_IO. */
GPtrArray *jh_rule_file_read (const char *path, const char *author,
                              const JhVocabulary *vocabulary,
                              GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Keeps @checks (JhUserCheck) in the books, all of them or none, in one
 * change. Unless @replace, JH_ERROR_EXISTS, a sentence, when one has the id
 * of a rule that is kept already. */
gboolean jh_rule_file_keep (JhStore *store, const GPtrArray *checks,
                            gboolean replace, GError **error);

/* Writes @checks as a file of rules at @path, which is replaced when it is
 * there. Those whose text is no JSON cannot be written; how many goes to
 * @left_out. FALSE with what jh_part_new() and jh_part_finish() say. */
gboolean jh_rule_file_write (const GPtrArray *checks, const char *path,
                             guint *left_out, GError **error);
