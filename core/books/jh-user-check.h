/* 自定规则: rules that users wrote, kept in the books as they were written.
 * What is in them is read elsewhere; a broken one is kept like any other. */
#pragma once

#include "jh-store.h"

/* The most characters of a rule's id and of its text. */
#define JH_USER_CHECK_RULE_MAX 60
#define JH_USER_CHECK_TEXT_MAX 20000

/* One rule. Strings are its own and never NULL.
 *
 * rule: its id, which no other has
 * text: the rule itself, JSON; resources/checks/README.md tells how it is
 *   written
 * enabled: whether it is run
 * author: who wrote it so
 * at: when, UTC, as jh_moment_dup_now() */
typedef struct
{
  char *rule;
  char *text;
  gboolean enabled;
  char *author;
  char *at;
} JhUserCheck;

/* Frees @check; NULL is allowed. */
void jh_user_check_free (JhUserCheck *check);

/* All rules, by id in the order of the bytes: JhUserCheck, freed with the
 * array. NULL with @error. The caller unrefs it. */
GPtrArray *jh_user_check_list (JhStore *store,
                               GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Keeps @check in the place of the rule that had its id, inside of a change.
 * JH_ERROR_DATA, a sentence, when a text is missing or too long. */
gboolean jh_user_check_set (JhStore *store, const JhUserCheck *check,
                            GError **error);

/* Takes the rule @rule out, inside of a change; none to take out is no
 * error. */
gboolean jh_user_check_drop (JhStore *store, const char *rule,
                             GError **error);
