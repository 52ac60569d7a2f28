/* What the files of the forms share. */
#pragma once

#include "jh-fact-sheet.h"
#include "jh-form.h"

/* How the rows of a form come about. */
typedef enum
{
  JH_FORM_ROWS_FREE,
  JH_FORM_ROWS_OF_LISTS,
  JH_FORM_ROWS_GIVEN,
} JhFormRows;

/* is_facts: whether it is one of facts; table, fields, rows and presets are
 *           for the others, what stands behind them for these
 * fields: char *, ended by NULL when there are any
 * presets: JhRow
 * helps: field → sentence
 * facts: JhFactLine, owned */
struct _JhForm
{
  char *name;
  char *title;
  char *hint;
  gboolean is_facts;
  JhTableId table;
  GPtrArray *fields;
  JhFormRows rows;
  GPtrArray *presets;
  gboolean has_totals;
  GHashTable *helps;
  GArray *facts;
  gboolean has_head;
  gboolean takes_others;
};

/* by_name: name → JhForm */
struct _JhForms
{
  GHashTable *by_name;
};

/* A form that asks for nothing. Free it with jh_form_free(). */
JhForm *jh_form_new (const char *name,
                     const char *title) G_GNUC_WARN_UNUSED_RESULT;

/* Frees @form. */
void jh_form_free (gpointer form);
