/* Words with {…} in them. */
#pragma once

#include "jh-books.h"

/* @words with its placeholders filled in; the caller frees it.
 *
 * {unit} 单位名称, {short} 单位简称 or the name, {code} 单位代码, {year},
 * {last-year}, {money-unit}, {object}, {object-name} the project's name or
 * the unit's, {department} 主管部门, {implementer} 实施单位, {goal},
 * {outcome}, {fact:NAME} a fact of the unit, and the columns of @row, a row
 * of the books, by their names. What is none of these stays as it is.
 *
 * @object: the object of a form, or NULL
 * @row: a row struct, or NULL */
char *jh_template_expand (const char *words, const JhBooks *books,
                          const char *object,
                          gconstpointer row) G_GNUC_WARN_UNUSED_RESULT;
