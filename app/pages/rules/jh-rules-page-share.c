/* Rules from a file, and into one, to share them with other offices. */
#include "jh-rule-file.h"
#include "jh-rules-page-private.h"

/* Whether the file may be read and written; says so when it may not. */
static JhSession *
get_session (JhRulesPage *self)
{
  JhSession *session = jh_page_get_session (JH_PAGE (self));

  if (session == NULL)
    jh_page_say (JH_PAGE (self), "请先打开一套决算", TRUE);
  return session;
}

static void
bring_in (JhRulesPage *self, const char *path)
{
  JhSession *session = get_session (self);
  JhStore *store = jh_rules_page_get_store (self);
  g_autofree char *author = jh_rules_page_dup_author (self);
  g_autofree char *words = NULL;
  g_autoptr (GError) error = NULL;
  JhExaminer *examiner
    = session ? jh_checker_get_examiner (self->checker, store, &error) : NULL;
  g_autoptr (GPtrArray) rules
    = examiner ? jh_rule_file_read (
        path, author, jh_examiner_get_vocabulary (examiner), &error)
               : NULL;

  if (session == NULL)
    return;
  if (rules == NULL || !jh_rule_file_keep (store, rules, FALSE, &error))
    {
      jh_rules_page_tell (self, error->message, "", TRUE);
      return;
    }
  jh_session_tell (session, JH_TOUCHED_WAIVERS, NULL);
  jh_rules_page_refresh (self, NULL);
  words = g_strdup_printf ("导入了 %u 条规则", rules->len);
  jh_rules_page_tell (self, words, "", FALSE);
}

static void
give_out (JhRulesPage *self, const char *path)
{
  JhStore *store = jh_rules_page_get_store (self);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rules
    = store ? jh_user_check_list (store, &error) : NULL;
  g_autofree char *words = NULL;
  guint left_out = 0;

  if (rules && jh_rule_file_write (rules, path, &left_out, &error))
    words = left_out
              ? g_strdup_printf ("导出了 %u 条规则，%u 条写坏了，没有导出",
                                 rules->len - left_out, left_out)
              : g_strdup_printf ("导出了 %u 条规则", rules->len);
  jh_rules_page_tell (self, words ? words : error->message, "",
                      words == NULL);
}

static void
responded_cb (GtkNativeDialog *dialog, int response, JhRulesPage *self)
{
  g_autoptr (GFile) file
    = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  g_autofree char *path = file ? g_file_get_path (file) : NULL;
  gboolean reads = gtk_file_chooser_get_action (GTK_FILE_CHOOSER (dialog))
                   == GTK_FILE_CHOOSER_ACTION_OPEN;

  if (response == GTK_RESPONSE_ACCEPT && path)
    (reads ? bring_in : give_out) (self, path);
  g_clear_object (&self->chooser);
}

static void
choose (JhRulesPage *self, const char *title, GtkFileChooserAction action,
        const char *accept)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  g_clear_object (&self->chooser);
  self->chooser = gtk_file_chooser_native_new (
    title, GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, action, accept,
    "取消(_C)");
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  if (action == GTK_FILE_CHOOSER_ACTION_SAVE)
    gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (self->chooser),
                                       "自定规则.json");
  g_signal_connect_object (self->chooser, "response",
                           G_CALLBACK (responded_cb), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

void
jh_rules_page_bring_in (JhRulesPage *self)
{
  choose (self, "导入规则", GTK_FILE_CHOOSER_ACTION_OPEN, "导入(_I)");
}

void
jh_rules_page_give_out (JhRulesPage *self)
{
  choose (self, "导出自己写的规则", GTK_FILE_CHOOSER_ACTION_SAVE, "导出(_X)");
}
