/* What the panel beside a sheet tells of one cell: how it came about and
 * the lines behind it, which add up to it. */
#pragma once

#include "jh-report.h"

/* The most lines that are listed; the others are one line together. */
#define JH_EXPLANATION_LINES_MAX 2000

/* One line: a fact, or a cell of the sheet that the cell is computed from.
 *
 * words, amount: as shown
 * table, row, field: of a fact: the schema's name of its table, its id and
 *                    its column; table "" for none
 * last_year: the fact is of last year's books
 * is_cell: it is a cell, at `cell` */
typedef struct
{
  char *words;
  char *amount;
  char *table;
  gint64 row;
  char *field;
  gboolean last_year;
  gboolean is_cell;
  JhGridPlace cell;
} JhExplanationLine;

/* label: what the cell is called; "" for a cell of words
 * value: what it shows, with its unit, or 空白
 * words: how it came about, a sentence
 * lines: JhExplanationLine
 * total: what the facts add up to; "" where nothing is added */
typedef struct
{
  char *label;
  char *value;
  char *words;
  GPtrArray *lines;
  char *total;
} JhExplanation;

/* Explains the cell at @place of @report, which can be traced. Free it with
 * jh_explanation_free(). */
JhExplanation *jh_explanation_new (JhReport *report, JhGridPlace place)
  G_GNUC_WARN_UNUSED_RESULT;

/* Frees @explanation; NULL is allowed. */
void jh_explanation_free (JhExplanation *explanation);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JhExplanation, jh_explanation_free)
