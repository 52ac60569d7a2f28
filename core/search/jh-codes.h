/* Codes of the lists, found by what people type or paste into a cell. */
#pragma once

#include "jh-lists.h"

/* Whether @code is of the level that people have to enter: 7 digits of
 * 功能分类 (项), 5 digits of 经济分类 (款). */
gboolean jh_codes_is_item (JhCodes codes, const char *code);

/* The names that stand above @code, the highest first, with › between them:
 * “一般公共服务支出 › 信访事务”. "" when there are none. The caller frees
 * it. */
char *jh_codes_describe_above (JhLists *lists, JhCodes codes,
                               const char *code) G_GNUC_WARN_UNUSED_RESULT;

/* The codes of the year that @typed may mean, at most @most: by the beginning
 * of the number, by name, by initials, or by several terms with blanks
 * between them, of which those above the code may hold some (信访 行政运行).
 *
 * Those that people have to enter go first, then the better found, then the
 * smaller number. Blank @typed gives all codes. JhCode, borrowed from
 * @lists; never NULL; the caller unrefs it. */
GArray *jh_codes_complete (JhLists *lists, JhCodes codes, const char *typed,
                           guint most) G_GNUC_WARN_UNUSED_RESULT;

/* The code of the year that @text means beyond doubt: a number, in brackets
 * or not, or a number with its name (“2013150 信访业务”), or a name that only
 * one code has, among those that people have to enter if any of them has it.
 * Blanks, brackets, width and case make no difference.
 *
 * Returns the code, borrowed from @lists, or NULL with JH_ERROR_NOT_FOUND
 * for a number or a name that the year does not have, and JH_ERROR_DATA for
 * a number with the name of another code, a name that several codes have, or
 * nothing at all. The message names what was given and what was expected. */
const char *jh_codes_resolve (JhLists *lists, JhCodes codes, const char *text,
                              GError **error);
