/* Writing a rule: the fields, their faults, and a trial. */
#include <string.h>

#include "jh-rules-page-private.h"
#include "jh-task.h"

/* How many sentences of a trial are shown. */
#define SHOWN 30

/* The name of the tag that marks a fault. */
#define FAULT "fault"

static char *
dup_formula (JhRulesPage *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->formula);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

JhRuleDraft *
jh_rules_page_read (JhRulesPage *self)
{
  JhRuleDraft *draft = jh_rule_draft_new ();
  g_autofree char *formula = dup_formula (self);

  jh_rule_draft_set (&draft->rule, gtk_editable_get_text (self->rule));
  jh_rule_draft_set (&draft->title, gtk_editable_get_text (self->title));
  jh_rule_draft_set (&draft->formula, formula);
  jh_rule_draft_set (&draft->message, gtk_editable_get_text (self->message));
  jh_rule_draft_set (&draft->mend, gtk_editable_get_text (self->mend));
  jh_rule_draft_set (&draft->basis, gtk_editable_get_text (self->basis));
  draft->severity = (JhSeverity) gtk_drop_down_get_selected (self->severity);
  return draft;
}

void
jh_rules_page_show (JhRulesPage *self, const JhRuleDraft *draft)
{
  self->filling = TRUE;
  gtk_editable_set_text (self->rule, draft->rule);
  gtk_editable_set_text (self->title, draft->title);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->formula),
                            draft->formula, -1);
  gtk_editable_set_text (self->message, draft->message);
  gtk_editable_set_text (self->mend, draft->mend);
  gtk_editable_set_text (self->basis, draft->basis);
  gtk_drop_down_set_selected (self->severity, draft->severity);
  self->filling = FALSE;
  jh_rules_page_tell (self, "", "", FALSE);
}

void
jh_rules_page_tell (JhRulesPage *self, const char *outcome, const char *found,
                    gboolean failed)
{
  gtk_label_set_text (self->outcome, outcome);
  gtk_label_set_text (self->found, found);
  if (failed)
    gtk_widget_add_css_class (GTK_WIDGET (self->outcome), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->outcome), "error");
}

/* Marks @place in the formula and puts the keyboard there; a place without
 * length takes the marks away. */
static void
mark_fault (JhRulesPage *self, JhFormulaPlace place)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->formula);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  gtk_text_buffer_remove_tag_by_name (buffer, FAULT, &start, &end);
  if (place.start == 0 && place.length == 0)
    return;
  gtk_text_buffer_get_iter_at_offset (buffer, &start, (gint) place.start);
  gtk_text_buffer_get_iter_at_offset (
    buffer, &end, (gint) (place.start + MAX (place.length, 1)));
  if (gtk_text_iter_equal (&start, &end))
    gtk_text_iter_backward_char (&start);
  gtk_text_buffer_apply_tag_by_name (buffer, FAULT, &start, &end);
  gtk_text_buffer_select_range (buffer, &start, &end);
  gtk_widget_grab_focus (GTK_WIDGET (self->formula));
}

gboolean
jh_rules_page_check (JhRulesPage *self, const JhRuleDraft *draft)
{
  JhStore *store = jh_rules_page_get_store (self);
  g_autoptr (GError) error = NULL;
  JhFormulaPlace place = { 0, 0 };
  JhExaminer *examiner
    = store ? jh_checker_get_examiner (self->checker, store, &error) : NULL;
  gboolean good
    = examiner && jh_rule_draft_check (draft, examiner, &place, &error);

  mark_fault (self, place);
  if (!good)
    jh_rules_page_tell (self, error ? error->message : "请先打开一个账套", "",
                        TRUE);
  return good;
}

/* What a trial works on. */
typedef struct
{
  char *path;
  gint64 filing;
  char *text;
  JhTrial *trial;
} Trying;

static void
trying_free (gpointer data)
{
  Trying *trying = data;

  g_free (trying->path);
  g_free (trying->text);
  jh_trial_free (trying->trial);
  g_free (trying);
}

static gboolean
try_on_thread (JhTask *task, gpointer data, GError **error)
{
  Trying *trying = data;
  g_autoptr (JhStore) store
    = jh_store_open (trying->path, JH_STORE_READ, error);

  if (store == NULL)
    return FALSE;
  trying->trial = jh_trial_run (store, trying->filing, trying->text, error);
  return trying->trial != NULL;
}

/* The sentences of what was found. The caller frees it. */
static char *
dup_found (const JhTrial *trial)
{
  GString *found = g_string_new (NULL);

  for (guint i = 0; i < MIN (trial->findings->len, SHOWN); i++)
    {
      const JhFinding *finding = trial->findings->pdata[i];

      g_string_append_printf (found, "%s• %s", i ? "\n" : "",
                              finding->message);
    }
  if (trial->findings->len > SHOWN)
    g_string_append_printf (found, "\n还有 %u 处",
                            trial->findings->len - SHOWN);
  return g_string_free (found, FALSE);
}

static void
tried_cb (GtkWidget *owner, gpointer data, const GError *error)
{
  JhRulesPage *self = JH_RULES_PAGE (owner);
  const Trying *trying = data;
  g_autofree char *words = NULL;
  g_autofree char *found = NULL;

  if (error)
    {
      jh_rules_page_tell (self, error->message, "", TRUE);
      return;
    }
  words = jh_trial_dup_words (trying->trial);
  found = dup_found (trying->trial);
  jh_rules_page_tell (self, words, found, *trying->trial->why != '\0');
}

void
jh_rules_page_try (JhRulesPage *self)
{
  JhSession *session = jh_page_get_session (JH_PAGE (self));
  g_autoptr (JhRuleDraft) draft = jh_rules_page_read (self);
  Trying *trying;

  if (session == NULL || !jh_rules_page_check (self, draft))
    return;
  trying = g_new0 (Trying, 1);
  trying->path
    = g_strdup (jh_store_get_path (jh_session_get_store (session)));
  trying->filing = jh_session_get_filing (session);
  trying->text = jh_rule_draft_write (draft);
  jh_task_run (GTK_WIDGET (self), "正在试审", 0, try_on_thread, tried_cb,
               trying, trying_free);
}
