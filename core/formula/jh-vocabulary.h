/* The names that a formula may use: of sheets, and of tables of figures with
 * their columns. A formula is understood with it before any sheet is there.
 */
#pragma once

#include <glib.h>

/* A table of figures, as formulas call it.
 *
 * name: such as 支出
 * columns: the names of its columns */
typedef struct
{
  char *name;
  GPtrArray *columns;
} JhFiguresKind;

typedef struct _JhVocabulary JhVocabulary;

/* No names yet. */
JhVocabulary *jh_vocabulary_new (void) G_GNUC_WARN_UNUSED_RESULT;

/* Frees @vocabulary; NULL is allowed. Formulas that were read with it must
 * be gone by then. */
void jh_vocabulary_free (JhVocabulary *vocabulary);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JhVocabulary, jh_vocabulary_free)

/* Lets formulas speak of the sheet @name; again is no harm. */
void jh_vocabulary_add_sheet (JhVocabulary *vocabulary, const char *name);

/* Lets formulas speak of the table @name, whose columns are @columns, ended
 * by NULL. A name that is there already keeps its columns. */
const JhFiguresKind *jh_vocabulary_add_figures (JhVocabulary *vocabulary,
                                                const char *name,
                                                const char *const *columns);

/* The sheet's name as the vocabulary keeps it, or NULL. Borrowed. */
const char *jh_vocabulary_find_sheet (const JhVocabulary *vocabulary,
                                      const char *name);

/* The table @name, or NULL. Borrowed. */
const JhFiguresKind *
jh_vocabulary_find_figures (const JhVocabulary *vocabulary, const char *name);

/* Where @column stands among the columns of @kind; -1 when it is none. */
int jh_figures_kind_find_column (const JhFiguresKind *kind,
                                 const char *column);

/* All names of sheets and tables: const char *, borrowed. The caller unrefs
 * the array. */
GPtrArray *jh_vocabulary_list_names (const JhVocabulary *vocabulary)
  G_GNUC_WARN_UNUSED_RESULT;
