#pragma once

#include "jh-lines-panel.h"
#include "jh-paper-view.h"
#include "jh-sheets-page.h"

/* session: the one that is followed; NULL for none
 * report: what is shown; NULL until it was read
 * sheet, object: which sheet is wanted; NULL for the first one
 * reading: a thread is at it
 * again: something was asked for since it began
 * stale: what is shown is older than the books
 * waiting: the source that begins to read
 * choosing: the list is being set, not chosen from */
struct _JhSheetsPage
{
  JhPage parent_instance;

  GtkStack *stack;
  GtkLabel *trouble;
  GtkSingleSelection *entries;
  JhPaperView *view;
  GtkStack *ways;
  GtkTextView *text;
  GtkToggleButton *as_text;
  GtkLabel *page_label;
  GtkMenuButton *zoom_button;
  GtkLabel *cell_label;
  GtkRevealer *lines_side;
  JhLinesPanel *lines;

  JhSession *session;
  JhReport *report;
  char *sheet;
  char *object;
  gboolean reading;
  gboolean again;
  gboolean stale;
  gboolean choosing;
  guint waiting;
};

/* Reads the wanted sheet on a thread, now or when the page is seen, and
 * shows it by jh_sheets_page_show(). */
void jh_sheets_page_read (JhSheetsPage *self);

/* As above, a moment later: somebody is typing. */
void jh_sheets_page_read_soon (JhSheetsPage *self);

/* Shows @report, which is taken over. */
void jh_sheets_page_show (JhSheetsPage *self, JhReport *report);

/* Says why nothing can be shown. */
void jh_sheets_page_fail (JhSheetsPage *self, const char *words);

/* Tells what the cursor is on, and the lines behind it if they are open. */
void jh_sheets_page_follow_cursor (JhSheetsPage *self);

/* Shows the page in sight and the zoom. */
void jh_sheets_page_follow_view (JhSheetsPage *self);

/* Opens or closes the lines behind the cursor's cell. */
void jh_sheets_page_open_lines (JhSheetsPage *self, gboolean open);

/* Asks for a printer for the sheet shown, or for its whole workbook. */
void jh_sheets_page_print (JhSheetsPage *self, gboolean all);

/* Adds what the buttons and keys of the page do. */
void jh_sheets_page_class_add_actions (GtkWidgetClass *widget_class);
