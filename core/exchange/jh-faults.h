/* What is wrong with the files of a folder, collected and told at once. */
#pragma once

#include <glib.h>

/* The most faults that are told; more are only said to be there. */
#define JH_FAULTS_MAX 100

typedef struct _JhFaults JhFaults;

/* No faults. */
JhFaults *jh_faults_new (void) G_GNUC_WARN_UNUSED_RESULT;

/* Frees @faults; NULL is allowed. */
void jh_faults_free (JhFaults *faults);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JhFaults, jh_faults_free)

/* Adds a fault; those beyond JH_FAULTS_MAX are only counted.
 *
 * @file: the file's name, text of any kind; NULL when the fault is in no
 *        file: it is told without its place then
 * @line: as an editor counts, from 1; 0 is the file as a whole
 * @column: the column's label, or NULL for the line as a whole
 * @format: a clause without a full stop, such as 不能为空 */
void jh_faults_add (JhFaults *faults, const char *file, guint line,
                    const char *column, const char *format, ...)
  G_GNUC_PRINTF (5, 6);

/* How many faults were added. */
guint jh_faults_count (const JhFaults *faults);

/* The fault @index of those that are told, with its place. Borrowed. */
const char *jh_faults_get (const JhFaults *faults, guint index);

/* Returns TRUE when there are no faults. Otherwise returns FALSE with
 * JH_ERROR_DATA: @heading, how many there are, and a line for each, in the
 * order they were added. */
gboolean jh_faults_raise (const JhFaults *faults, const char *heading,
                          GError **error);
