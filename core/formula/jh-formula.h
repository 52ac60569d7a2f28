/* The language of checks: a sentence about cells and figures that should
 * hold. resources/checks/README.md has its grammar.
 *
 * A formula is understood once and run over any subject. It reads nothing
 * else, writes nothing, and its length, depth and steps are bounded. */
#pragma once

#include "jh-vocabulary.h"

typedef struct _JhFormula JhFormula;

/* A place in a formula's text, in characters. */
typedef struct
{
  guint start;
  guint length;
} JhFormulaPlace;

/* Understands @text, a condition or an expression. @vocabulary must outlive
 * the formula. NULL with JH_ERROR_DATA, whose sentence says where and what,
 * and the place in @place, which may be NULL. */
JhFormula *jh_formula_parse (const char *text, const JhVocabulary *vocabulary,
                             JhFormulaPlace *place,
                             GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* As jh_formula_parse(), for an expression that may use the names which
 * @outer gives before its condition, and 左, 右 and 差: what stands in the
 * braces of a message. @outer must outlive it. */
JhFormula *jh_formula_parse_inside (const char *text,
                                    const JhVocabulary *vocabulary,
                                    const JhFormula *outer,
                                    JhFormulaPlace *place,
                                    GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Frees @formula; NULL is allowed. */
void jh_formula_free (JhFormula *formula);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JhFormula, jh_formula_free)

/* The text that it was understood from. Borrowed. */
const char *jh_formula_get_text (const JhFormula *formula);

/* One thing that a formula reads: a sheet, a table of figures or a limit by
 * its name. */
typedef struct
{
  const char *name;
  gboolean before;
} JhFormulaSource;

/* The sheets and tables that it reads, each once: JhFormulaSource. Borrowed.
 */
const GArray *jh_formula_get_sources (const JhFormula *formula);

/* Whether it reads the sheet or table @name, of last year when @before. */
gboolean jh_formula_reads (const JhFormula *formula, const char *name,
                           gboolean before);
