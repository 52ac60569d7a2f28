/* Forms: which table, rows and facts a page asks for, and what it says about
 * its columns. They are data, in resources/forms.json.
 *
 * A form has the members
 *   name, title   how the page calls it, and what people do
 *   hint          a sentence about what belongs there, or nothing
 *   table         a table of the books; left out for facts
 *   fields        the columns, by the schema's names; all when left out
 *   rows          left out: rows are free; "lists": one for everything that
 *                 the lists can put into the required fields; or an array
 *                 of objects that say what stands in each from the
 *                 beginning, all that is required at least
 *   totals        whether fixed rows have a total
 *   help          field → a sentence
 *   facts         objects with the name of a fact and its measure
 *   head, others  as of jh_fact_sheet_new() */
#pragma once

#include "jh-session.h"
#include "jh-table-model.h"

/* Where the program's own forms are. */
#define JH_FORMS_RESOURCE "/cn/jiheng/forms.json"

/* The most forms, and the most rows, facts or fields of one. */
#define JH_FORMS_MAX 100
#define JH_FORM_ROWS_MAX 1000

typedef struct _JhForms JhForms;
typedef struct _JhForm JhForm;

/* The program's own forms. NULL with @error. */
JhForms *jh_forms_new (GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The forms in @length bytes of JSON. @origin names the file in errors. NULL
 * with JH_ERROR_DATA. */
JhForms *jh_forms_read (const char *text, gsize length, const char *origin,
                        GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Frees @forms; NULL is allowed. */
void jh_forms_free (JhForms *forms);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JhForms, jh_forms_free)

/* The form called @name, or NULL. Borrowed from @forms. */
const JhForm *jh_forms_find (const JhForms *forms, const char *name);

/* What people call it. Borrowed. */
const char *jh_form_get_title (const JhForm *form);

/* What belongs there, a sentence; "" for none. Borrowed. */
const char *jh_form_get_hint (const JhForm *form);

/* The table to fill in for @form: a JhWorksheet, JhFixedSheet or
 * JhFactSheet, which does not need the form any more. The caller unrefs
 * it. */
JhTableModel *jh_form_open (const JhForm *form,
                            JhSession *session) G_GNUC_WARN_UNUSED_RESULT;
