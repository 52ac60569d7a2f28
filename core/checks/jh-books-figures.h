/* The books as tables of figures, which formulas read. Which tables there
 * are, and their columns, resources/checks/README.md lists. */
#pragma once

#include "jh-books.h"
#include "jh-subject.h"

/* Lets formulas speak of the tables of books. */
void jh_books_figures_name (JhVocabulary *vocabulary);

/* The code lists and other lists of @lists, as tables: JhFigures. They are
 * the same for all filings of a year and region, so a reader of many makes
 * them once. @vocabulary must outlive them. The caller unrefs the array. */
GPtrArray *jh_books_figures_list (
  JhLists *lists, const JhVocabulary *vocabulary) G_GNUC_WARN_UNUSED_RESULT;

/* Whether anybody reads the table @name. */
typedef gboolean (*JhFiguresWanted) (const char *name, gpointer data);

/* Gives @subject the tables of @books that are @wanted. @vocabulary must
 * outlive it. */
void jh_books_figures_add (JhSubject *subject, const JhBooks *books,
                           const JhVocabulary *vocabulary,
                           JhFiguresWanted wanted, gpointer data);
