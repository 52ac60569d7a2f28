/* 审核 of books: everything that is needed to check one filing after the
 * other, read once. */
#pragma once

#include "jh-books.h"
#include "jh-catalog.h"
#include "jh-examine.h"

typedef struct _JhExaminer JhExaminer;

/* Knows the rules of the program and the sheets of @catalog, which must
 * outlive it. NULL with JH_ERROR_DATA. */
JhExaminer *jh_examiner_new (const JhCatalog *catalog,
                             GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Frees @examiner; NULL is allowed. */
void jh_examiner_free (JhExaminer *examiner);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JhExaminer, jh_examiner_free)

/* The rules, which may be added to before the first filing is checked.
 * Borrowed. */
JhRulebook *jh_examiner_get_rules (JhExaminer *examiner);

/* The names that formulas may use. Borrowed. */
const JhVocabulary *jh_examiner_get_vocabulary (JhExaminer *examiner);

/* Sets the limit @name that users chose; see jh_subject_set_limit(). */
void jh_examiner_set_limit (JhExaminer *examiner, const char *name,
                            JhValue value);

/* The sheets and figures of one filing. */
typedef struct _JhBooksSubject JhBooksSubject;

/* Computes the sheets of @books, which is borrowed until it is freed.
 * before: the books of the year before, or NULL. NULL with @error when a
 * sheet could not be computed. */
JhBooksSubject *
jh_books_subject_new (JhExaminer *examiner, const JhBooks *books,
                      const JhBooks *before,
                      GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Frees @subject; NULL is allowed. */
void jh_books_subject_free (JhBooksSubject *subject);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JhBooksSubject, jh_books_subject_free)

/* What rules read. Borrowed. */
JhSubject *jh_books_subject_get (JhBooksSubject *subject);

/* Checks @books; as jh_books_subject_new() and jh_examine(). @reports may be
 * NULL. Returns the findings, which the caller unrefs; NULL with @error. */
GPtrArray *jh_examiner_check (JhExaminer *examiner, const JhBooks *books,
                              const JhBooks *before, GPtrArray **reports,
                              GError **error) G_GNUC_WARN_UNUSED_RESULT;
