/* What the window says of itself: saved, noticed, to be undone, found. */
#include "jh-decide.h"
#include "jh-state.h"
#include "jh-window-private.h"

/* How wide the window has to be for findings to be shown by themselves. */
#define ROOM_FOR_FINDINGS 1100

/* What has to stay in sight: what became of the file, else why it is only
 * read, else why the filing cannot be changed. NULL for nothing. */
static const char *
get_notice (JhWindow *self)
{
  const char *notice
    = self->document ? jh_document_get_notice (self->document) : NULL;

  if (self->lost)
    return self->lost;
  if (notice == NULL && self->session)
    notice = jh_session_get_obstacle (self->session);
  return notice;
}

/* What is saved, and what has to stay in sight. */
static void
show_notes (JhWindow *self)
{
  const char *saved
    = self->document ? jh_document_get_saved (self->document) : NULL;
  const char *notice = get_notice (self);
  g_autofree char *words
    = saved ? g_strdup_printf ("已保存 %s", saved) : g_strdup ("已保存");

  gtk_label_set_text (self->saved, self->document ? words : "");
  gtk_widget_set_visible (
    self->locked, self->session && jh_decide_is_locked (self->session));
  gtk_label_set_text (self->notice, notice ? notice : "");
  gtk_revealer_set_reveal_child (self->notice_bar, notice != NULL);
}

/* Says what undo and redo would do. */
static void
show_names (JhWindow *self)
{
  const char *undo
    = self->document ? jh_document_get_undo_name (self->document) : NULL;
  const char *redo
    = self->document ? jh_document_get_redo_name (self->document) : NULL;
  g_autofree char *undo_words
    = g_strdup_printf (undo ? "撤销“%s”（Ctrl+Z）" : "撤销（Ctrl+Z）", undo);
  g_autofree char *redo_words
    = g_strdup_printf (redo ? "重做“%s”（Ctrl+Y）" : "重做（Ctrl+Y）", redo);

  gtk_widget_set_tooltip_text (self->undo, undo_words);
  gtk_widget_set_tooltip_text (self->redo, redo_words);
}

void
jh_window_show_texts (JhWindow *self)
{
  show_notes (self);
  show_names (self);
}

void
jh_window_count_findings (JhWindow *self)
{
  guint n = jh_review_count_open (self->review);
  g_autofree char *label
    = n > 0 ? g_strdup_printf ("审核 %u", n) : g_strdup ("审核");

  gtk_button_set_label (self->findings_button, label);
  if (n > 0 && jh_state_get_number ("window", "findings", -1) < 0
      && gtk_widget_get_width (GTK_WIDGET (self)) >= ROOM_FOR_FINDINGS)
    jh_window_show_findings (self, TRUE);
}
