/* A person at the program, for journeys: the built program runs on a display
 * of its own, and what is done is done with real keys and clicks; what is
 * seen is what a screen reader is told. Whatever the program says on its
 * standard error, or ends with, beyond what is expected fails the test.
 *
 * Everything waits until it can be done or seen, and fails, with a picture
 * and the tree of what there was, when that takes too long. */
#pragma once

#include "jh-test.h"

typedef struct _Ui Ui;

/* Starts the program with @file, NULL for none, for a user whose home is
 * the folder @home, and waits for its window. End it with ui_quit() or
 * ui_kill(). */
Ui *ui_start (const char *home, const char *file) G_GNUC_WARN_UNUSED_RESULT;

/* Closes the window as the window's button does; the program has to end
 * well. Frees @ui. */
void ui_quit (Ui *ui);

/* kill -9. Frees @ui. */
void ui_kill (Ui *ui);

/* Presses @keys, parted by blanks, one after another: "F2", "<Ctrl>F",
 * "Down Down Return". */
void press (Ui *ui, const char *keys);

/* Types @text where the keyboard is; Chinese too. */
void type (Ui *ui, const char *text);

/* Clicks what is called @name: a button, a row, a field, or words. */
void click (Ui *ui, const char *name);

/* Waits until @words are in something that is shown. */
void see (Ui *ui, const char *words);

/* Waits until nothing that is shown has @words in it. */
void see_no (Ui *ui, const char *words);

/* Whether something that is shown now has @words in it. */
gboolean sees (Ui *ui, const char *words);

/* Waits until the keyboard is at what is called @name. */
void see_focus (Ui *ui, const char *name);

/* The name of what the keyboard is at, with its role: "text 名称"; "" when
 * it is nowhere. The caller frees it. */
char *ui_dup_focus (Ui *ui) G_GNUC_WARN_UNUSED_RESULT;

/* Waits until the keyboard is at something else than @before, as
 * ui_dup_focus() told it, and returns that. The caller frees it. */
char *see_focus_move (Ui *ui, const char *before) G_GNUC_WARN_UNUSED_RESULT;

/* Shows the page @title by a click in the sidebar. */
void go_to (Ui *ui, const char *title);

/* Waits until the sidebar shows the page @title as chosen. */
void see_page (Ui *ui, const char *title);

/* Clicks the cell of a table in row @row, counted from 1, under @column; row
 * 0 is the new one at the end. */
void to_cell (Ui *ui, int row, const char *column);

/* Waits until that cell holds @text; "空白" is nothing. */
void see_cell (Ui *ui, int row, const char *column, const char *text);

/* Waits until the total of @column is @text. */
void see_total (Ui *ui, const char *column, const char *text);

/* The titles of the pages in the sidebar. The caller frees them. */
GStrv ui_list_pages (Ui *ui) G_GNUC_WARN_UNUSED_RESULT;

/* Waits until what is on the display has stopped changing. */
void ui_settle (Ui *ui);

/* Fails when something that is shown and that one can use or read has no
 * name of its own, only its kind's. */
void see_all_named (Ui *ui);

/* The clipboard of another program: @plain as text and @html as a table,
 * either may be NULL, until another one offers something. */
void ui_offer (Ui *ui, const char *plain, const char *html);

/* What another program is given when it pastes @target, such as UTF8_STRING
 * or text/html, once there is some. The caller frees it. */
char *ui_dup_clipboard (Ui *ui, const char *target) G_GNUC_WARN_UNUSED_RESULT;

/* Gives the window @width × @height pixels. */
void ui_resize (Ui *ui, int width, int height);

/* Writes the main window, and what lies over it, to the file @path, a PNG. */
void ui_picture (Ui *ui, const char *path);
