/* A filing that no books made, and formulas over it. */
#pragma once

#include "jh-message.h"
#include "jh-run.h"
#include "jh-test.h"

/* vocabulary, subject: what formulas are read with and run over
 * grid, before_grid: 公开02 of this year and of last year
 * spending, projects: the tables 支出 and 项目
 * kind: of 支出 */
typedef struct
{
  JhVocabulary *vocabulary;
  JhSubject *subject;
  JhSubject *before;
  JhGrid *grid;
  JhGrid *before_grid;
  JhFigures *spending;
  JhFigures *projects;
  const JhFiguresKind *kind;
} Fixture;

/* A sheet 公开02 (rows 合计 201 20101 2010101 2010102 20102 205 结余; columns
 * 决算 预算 备注), three rows of 支出 (功能 类别 决算 预算 份数) and two of
 * 项目 (编号 名称); shown in @unit. @rounded as jh_subject_new() has it. The
 * caller frees it. */
Fixture *fixture_new (JhMoneyUnit unit, gboolean rounded);

/* Frees @fixture. */
void fixture_free (Fixture *fixture);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Fixture, fixture_free)

/* Adds a row to 支出; a NULL or blank is left out. Amounts are in 分. */
void fixture_spend (Fixture *fixture, const char *item, const char *category,
                    gint64 fen);

/* What the expression @text comes to, for people; "!" and the sentence when
 * it cannot be worked out, "?" and the sentence when it is not understood.
 * The caller frees it. */
char *fixture_work_out (const Fixture *fixture, const char *text);

/* The cases in which the condition @text does not hold, each as
 * “case|left|right;”, with ≈ behind a rounding difference; as above for
 * faults. The caller frees it. */
char *fixture_run (const Fixture *fixture, const char *text);

/* One formula and what it comes to; with a * at the end of @expected what it
 * begins with. */
typedef struct
{
  const char *text;
  const char *expected;
} FormulaCase;

/* Fails the test when expressions, or conditions, come to something else. */
void fixture_expect (const FormulaCase *cases, gsize count);
void fixture_expect_run (const FormulaCase *cases, gsize count);
