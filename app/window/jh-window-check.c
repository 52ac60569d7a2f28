/* What the window does about findings: accepting them, explaining them, and
 * locking a filing that has none left. */
#include "jh-decide.h"
#include "jh-lock-dialog.h"
#include "jh-notes.h"
#include "jh-rule-words.h"
#include "jh-waiver-dialog.h"
#include "jh-window-private.h"

static void
waive_cb (JhWindow *self, JhFinding *finding)
{
  if (self->session)
    jh_window_show_dialog (
      self, GTK_WINDOW (jh_waiver_dialog_new (GTK_WINDOW (self),
                                              self->session, finding)));
}

static void
withdraw_cb (JhWindow *self, JhFinding *finding)
{
  g_autoptr (GError) error = NULL;

  if (self->session == NULL)
    return;
  if (jh_decide_withdraw (self->session, finding, &error))
    jh_window_say (self, "已撤回审核说明，按 Ctrl+Z 可以撤销", FALSE);
  else
    jh_window_say (self, error->message, TRUE);
}

static void
explain_cb (JhWindow *self, JhFinding *finding)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *words = NULL;

  if (self->session == NULL)
    return;
  words = jh_rule_words_dup (jh_session_get_store (self->session), finding,
                             &error);
  if (words)
    jh_notes_show (GTK_WINDOW (self), "依据", finding->message, words);
  else
    jh_window_say (self, error->message, TRUE);
}

static void
lock_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  JhWindow *self = data;

  gtk_window_set_focus (GTK_WINDOW (self), NULL);
  jh_window_show_dialog (
    self, GTK_WINDOW (jh_lock_dialog_new (GTK_WINDOW (self), self->review)));
}

void
jh_window_update_check_actions (JhWindow *self)
{
  gboolean writable = self->session
                      && !jh_document_is_read_only (self->document)
                      && !jh_document_is_working (self->document);
  gboolean locked = writable && jh_decide_is_locked (self->session);

  jh_window_enable (self, "lock", writable && !locked);
  jh_window_enable (self, "unlock", locked);
}

void
jh_window_add_check_actions (JhWindow *self)
{
  static const GActionEntry entries[] = {
    { .name = "lock", .activate = lock_cb },
    { .name = "unlock", .activate = lock_cb },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries,
                                   G_N_ELEMENTS (entries), self);
}

void
jh_window_follow_findings (JhWindow *self)
{
  jh_findings_panel_set_review (self->findings, self->review);
  g_signal_connect_object (self->findings, "waive", G_CALLBACK (waive_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->findings, "withdraw",
                           G_CALLBACK (withdraw_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->findings, "explain", G_CALLBACK (explain_cb),
                           self, G_CONNECT_SWAPPED);
}
