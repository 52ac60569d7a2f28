/* The definition of a sheet: what stands where, and where it comes from.
 *
 * A sheet is blocks under each other; a block is panels beside each other; a
 * panel has columns, and sections of rows. The sections of a block's panels
 * are level with each other, so that totals stand in one line.
 * resources/sheets/README.md tells how a definition is written. */
#pragma once

#include "jh-selector.h"

/* What the cells of a column show.
 *
 * JH_SHOW_FACTS    the sum of the facts that row and column select
 * JH_SHOW_CODE     the row's code
 * JH_SHOW_NAME     the row's label, or its code's name
 * JH_SHOW_LINE     the row's number (行次)
 * JH_SHOW_WORDS    words with {…} filled in from the row's fact and the
 *                  filing
 * JH_SHOW_FIELD    a field of the row's fact: money, points or a count
 * JH_SHOW_POINTS   the points that the row gives
 * JH_SHOW_MINUS    first − second column
 * JH_SHOW_GROWTH   (first − second) ÷ second column
 * JH_SHOW_RATIO    first ÷ second column
 * JH_SHOW_SHARE    the first column, ÷ that column in the row `of`
 * JH_SHOW_PORTION  the points in the first column × the ratio in the
 *                  second, which counts at most 1 */
typedef enum
{
  JH_SHOW_FACTS,
  JH_SHOW_CODE,
  JH_SHOW_NAME,
  JH_SHOW_LINE,
  JH_SHOW_WORDS,
  JH_SHOW_FIELD,
  JH_SHOW_POINTS,
  JH_SHOW_MINUS,
  JH_SHOW_GROWTH,
  JH_SHOW_RATIO,
  JH_SHOW_SHARE,
  JH_SHOW_PORTION,
} JhShow;

/* What a row or a column stands for more than once.
 *
 * JH_EACH_NONE        it stands once
 * JH_EACH_CLASS       the 类 of the region's list
 * JH_EACH_FUNCTIONAL  functional codes
 * JH_EACH_ECONOMIC    economic codes
 * JH_EACH_FACT        the facts that the row selects */
typedef enum
{
  JH_EACH_NONE,
  JH_EACH_CLASS,
  JH_EACH_FUNCTIONAL,
  JH_EACH_ECONOMIC,
  JH_EACH_FACT,
} JhEach;

/* label: its head
 * under: the heads above it, the outermost first: char *
 * show: what its cells show
 * words: the template, or the name of the field
 * operands: the labels of the columns it is computed from: char *
 * selector: its part of the facts
 * last_year: its facts are last year's
 * merge: equal cells under each other become one; `whole` merges its head
 *        and all of its cells into one
 * each: JH_EACH_NONE, or JH_EACH_ECONOMIC
 * codes: beginnings of the codes meant; empty for all: char *
 * levels: lengths of the codes meant, e.g. 3 and 5
 * span: how many columns of the grid it takes
 * width: of each of these, in half-width characters; 0 leaves it
 * role: how its cells look, a JhCellRole; -1 for what `show` suggests */
typedef struct
{
  char *label;
  GPtrArray *under;
  JhShow show;
  char *words;
  GPtrArray *operands;
  JhSelector *selector;
  gboolean last_year;
  gboolean merge;
  gboolean whole;
  JhEach each;
  GPtrArray *codes;
  GArray *levels;
  guint span;
  double width;
  int role;
} JhColumnSpec;

/* label: what is printed, with {…} filled in
 * figure: the name of its figure for prior_year and reasons; the label when
 *         NULL
 * terms: JhSelector; the cell sums all of them
 * sum: labels of rows to add up instead, where the terms give nothing:
 *      char *
 * strict: a sum with a blank in it is blank
 * prior: facts that give last year's figure where neither last year's
 *        filing nor prior_year does; NULL for none
 * of: the row whose figure is the whole of a share; NULL for none
 * each, codes, levels, all: as of a column; all lists codes without facts
 * cells: for JH_SHOW_WORDS columns, templates of its own; NULL for none
 * points: hundredths of a point that the row gives; blank when unknown
 * not: labels of columns that do not apply to it: char *
 * blank: how many empty lines it stands for, 0 for a real row
 * indent, strong: how its label looks */
typedef struct
{
  char *label;
  char *figure;
  GPtrArray *terms;
  GPtrArray *sum;
  gboolean strict;
  JhSelector *prior;
  char *of;
  JhEach each;
  GPtrArray *codes;
  GArray *levels;
  gboolean all;
  GPtrArray *cells;
  JhNumber points;
  GPtrArray * not ;
  guint blank;
  guint indent;
  gboolean strong;
} JhRowSpec;

/* prefix: put before the keys of its rows, such as 收/
 * selector: what all of its cells select
 * columns: JhColumnSpec
 * sections: GPtrArray of JhRowSpec */
typedef struct
{
  char *prefix;
  JhSelector *selector;
  GPtrArray *columns;
  GPtrArray *sections;
} JhPanel;

/* panels: JhPanel
 * header: whether the heads of its columns are printed
 * numbered: whether a line numbers its columns (栏次) */
typedef struct
{
  GPtrArray *panels;
  gboolean header;
  gboolean numbered;
} JhBlock;

/* name, tab, number, title, subtitle: as of a grid, with {…} filled in
 * group: the workbook that it goes to: 公开表 or 自评表
 * order: its place in that workbook
 * object: whether it is of the unit or of a project: "", 整体 or 项目
 * regions: beginnings of 行政区划 that it holds for: char *
 * from, to: the years that it holds for
 * unit: the unit of its money; -1 for the filing's
 * empty: the sentence under a sheet without figures, "" for none */
typedef struct
{
  char *name;
  char *tab;
  char *number;
  char *title;
  char *subtitle;
  char *group;
  gint64 order;
  char *object;
  GPtrArray *regions;
  gint64 from;
  gint64 to;
  int unit;
  gboolean shows_unit;
  gboolean landscape;
  guint pages_wide;
  guint frozen_columns;
  GPtrArray *notes;
  char *empty;
  GPtrArray *blocks;
} JhSheet;

/* Reads a definition from @length bytes of JSON. @origin names the file in
 * errors. NULL with JH_ERROR_DATA. */
JhSheet *jh_sheet_read (const char *text, gsize length, const char *origin,
                        GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Frees @sheet; NULL is allowed. */
void jh_sheet_free (JhSheet *sheet);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JhSheet, jh_sheet_free)
