#pragma once

#include "jh-findings-panel.h"
#include "jh-page-list.h"
#include "jh-search-box.h"
#include "jh-sidebar.h"
#include "jh-switcher.h"
#include "jh-window.h"

/* document: NULL while nothing is open
 * session: the one that the window follows; NULL for none
 * pages: NULL until books were opened, and so are search, switcher, sidebar
 *   and findings
 * lost: what became of the file while it was open; owned, or NULL
 * page: the name of the page that is shown; static
 * tools: what stands at the end of the header
 * watch: the source that looks whether another program changed the file */
struct _JhWindow
{
  GtkApplicationWindow parent_instance;

  GtkWidget *tools;
  GtkStack *stack;
  GtkMenuButton *menu_button;
  GMenuModel *menu;
  GtkButton *findings_button;
  GtkWidget *undo;
  GtkWidget *redo;
  GtkLabel *notice;
  GtkRevealer *notice_bar;
  GtkLabel *saved;
  GtkWidget *locked;
  GtkLabel *said;

  JhSearchBox *search;
  JhSwitcher *switcher;
  JhSidebar *sidebar;
  GtkStack *pages;
  GtkRevealer *findings_side;
  JhFindingsPanel *findings;

  JhDocument *document;
  JhSession *session;
  JhReview *review;
  char *lost;
  const char *page;
  guint watch;
};

/* Says what is saved, what has to stay in sight, and what undo and redo would
 * do. */
void jh_window_show_texts (JhWindow *self);

/* Writes how many findings there are on their button, and shows the panel of
 * the first ones where there is room, unless somebody put it away. */
void jh_window_count_findings (JhWindow *self);

/* Keeps how large the window is for the next time. */
void jh_window_remember_size (JhWindow *self);

/* Makes the window as it was. */
void jh_window_recall_size (JhWindow *self);

/* The header, which is no child of the template: the window gives up its
 * header itself. Borrowed. */
GtkHeaderBar *jh_window_get_header (JhWindow *self);

/* Shows all of the header. It is empty until there is something below it, for
 * its icons alone take a tenth of the time until the window is there. */
void jh_window_show_head (JhWindow *self);

/* Makes what the window has for books alone, once. */
void jh_window_furnish (JhWindow *self);

/* Closes the books that are open, if any; nothing is shown then. */
void jh_window_leave (JhWindow *self);

/* Adds the actions of the file section, and enables those that make sense
 * now. */
void jh_window_add_file_actions (JhWindow *self);
void jh_window_update_file_actions (JhWindow *self);

/* Shows @dialog, a JhStartDialog, and what it made. */
void jh_window_show_dialog (JhWindow *self, GtkWindow *dialog);

/* Enables the action @name, or not. */
void jh_window_enable (JhWindow *self, const char *name, gboolean enabled);

/* Adds the actions about findings and the lock, and enables those that make
 * sense now. */
void jh_window_add_check_actions (JhWindow *self);
void jh_window_update_check_actions (JhWindow *self);

/* Gives the panel of findings its review, and does what it asks for. */
void jh_window_follow_findings (JhWindow *self);

/* Adds the window's actions. */
void jh_window_add_actions (JhWindow *self);

/* Enables the actions that make sense now, and shows their states. */
void jh_window_update_actions (JhWindow *self);

/* Shows the panel of findings, or puts it away. */
void jh_window_show_findings (JhWindow *self, gboolean shown);

/* Gives the keyboard to the next part of the window, @step 1, or to the one
 * before, -1. */
void jh_window_go_around (JhWindow *self, int step);

/* Shows the page @name, which is made when it is shown first. */
void jh_window_show_page (JhWindow *self, const char *name);

/* Gives the document that is open, or none, to the pages made so far. */
void jh_window_give_document (JhWindow *self);
