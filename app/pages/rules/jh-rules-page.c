#include "jh-rules-page-private.h"

#include "jh-list-row.h"
#include "jh-moment.h"
#include "jh-state.h"

G_DEFINE_FINAL_TYPE (JhRulesPage, jh_rules_page, JH_TYPE_PAGE)

JhStore *
jh_rules_page_get_store (JhRulesPage *self)
{
  JhDocument *document = jh_page_get_document (JH_PAGE (self));

  return document ? jh_document_get_store (document) : NULL;
}

/* The rule that is chosen in the list, or NULL for a new one. */
static const JhUserCheck *
get_chosen (JhRulesPage *self)
{
  guint at = gtk_single_selection_get_selected (self->selection);

  return self->checks && at > 0 && at <= self->checks->len
           ? self->checks->pdata[at - 1]
           : NULL;
}

static void
update_buttons (JhRulesPage *self)
{
  JhDocument *document = jh_page_get_document (JH_PAGE (self));
  const JhUserCheck *chosen = get_chosen (self);
  gboolean writable = document && !jh_document_is_read_only (document)
                      && jh_page_get_session (JH_PAGE (self));

  gtk_widget_set_sensitive (self->save, writable);
  gtk_widget_set_sensitive (self->try,
                            jh_page_get_session (JH_PAGE (self)) != NULL);
  gtk_widget_set_sensitive (self->enable, writable && chosen);
  gtk_widget_set_sensitive (self->remove, writable && chosen);
  gtk_button_set_label (GTK_BUTTON (self->enable),
                        chosen && !chosen->enabled ? "启用(_E)" : "停用(_E)");
}

/* Fills the fields with the rule that is chosen. */
static void
show_chosen (JhRulesPage *self)
{
  const JhUserCheck *chosen = get_chosen (self);
  g_autoptr (GError) error = NULL;
  g_autoptr (JhRuleDraft) draft
    = chosen ? jh_rule_draft_read (chosen->text, &error)
             : jh_rule_draft_new ();

  g_free (self->current);
  self->current = g_strdup (chosen ? chosen->rule : NULL);
  if (draft)
    {
      jh_rules_page_show (self, draft);
    }
  else
    {
      g_autoptr (JhRuleDraft) nothing = jh_rule_draft_new ();

      jh_rules_page_show (self, nothing);
      jh_rules_page_tell (self, error->message, "", TRUE);
    }
  update_buttons (self);
}

static void
chosen_cb (JhRulesPage *self)
{
  if (!self->filling)
    show_chosen (self);
}

/* How the list names @check. The caller frees it. */
static char *
dup_name (const JhUserCheck *check)
{
  g_autoptr (JhRuleDraft) draft = jh_rule_draft_read (check->text, NULL);

  return g_strdup_printf ("%s　%s%s", check->rule, draft ? draft->title : "",
                          check->enabled ? "" : "（已停用）");
}

void
jh_rules_page_refresh (JhRulesPage *self, const char *rule)
{
  JhStore *store = jh_rules_page_get_store (self);
  g_autoptr (GError) error = NULL;
  GPtrArray *checks = store ? jh_user_check_list (store, &error) : NULL;
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->names));
  guint chosen = 0;

  if (error)
    jh_page_say (JH_PAGE (self), error->message, TRUE);
  self->filling = TRUE;
  g_clear_pointer (&self->checks, g_ptr_array_unref);
  self->checks = checks;
  gtk_string_list_splice (self->names, 0, n, NULL);
  gtk_string_list_append (self->names, "＋ 新规则");
  for (guint i = 0; checks && i < checks->len; i++)
    {
      const JhUserCheck *check = checks->pdata[i];

      gtk_string_list_take (self->names, dup_name (check));
      if (g_strcmp0 (check->rule, rule) == 0)
        chosen = i + 1;
    }
  gtk_single_selection_set_selected (self->selection, chosen);
  self->filling = FALSE;
  show_chosen (self);
}

/* Writes to the file by @write what is to be done to @check, as the change
 * @words; then reads the rules anew. */
static gboolean
change (JhRulesPage *self, const char *words, const JhUserCheck *check,
        gboolean keep)
{
  JhSession *session = jh_page_get_session (JH_PAGE (self));
  JhStore *store = jh_session_get_store (session);
  g_autofree char *name = g_strdup_printf ("%s %s", words, check->rule);
  g_autoptr (GError) error = NULL;
  JhChange *change = jh_session_begin (session, name, &error);
  gboolean done = change
                  && (keep ? jh_user_check_set (store, check, &error)
                           : jh_user_check_drop (store, check->rule, &error));

  if (!done || !jh_session_commit (session, change, &error))
    {
      if (!done)
        jh_change_free (change);
      jh_page_say (JH_PAGE (self), error->message, TRUE);
      return FALSE;
    }
  jh_session_tell (session, JH_TOUCHED_WAIVERS, NULL);
  jh_page_say (JH_PAGE (self), name, FALSE);
  return TRUE;
}

char *
jh_rules_page_dup_author (JhRulesPage *self)
{
  g_autofree char *author = jh_state_dup_text ("people", "author");

  return author && *author
           ? g_steal_pointer (&author)
           : g_strdup (jh_store_get_author (jh_rules_page_get_store (self)));
}

/* A rule that takes the id of another would take its place. */
static gboolean
is_free (JhRulesPage *self, const char *rule)
{
  if (g_strcmp0 (rule, self->current) == 0)
    return TRUE;
  for (guint i = 0; self->checks && i < self->checks->len; i++)
    if (g_str_equal (((JhUserCheck *) self->checks->pdata[i])->rule, rule))
      return FALSE;
  return TRUE;
}

static void
save_cb (JhRulesPage *self)
{
  g_autoptr (JhRuleDraft) draft = jh_rules_page_read (self);
  g_autofree char *text = jh_rule_draft_write (draft);
  g_autofree char *author = NULL;
  g_autofree char *now = jh_moment_dup_now ();
  g_autofree char *old = g_strdup (self->current);
  JhUserCheck check = { draft->rule, text, TRUE, NULL, now };

  if (!jh_rules_page_check (self, draft))
    return;
  if (!is_free (self, draft->rule))
    {
      jh_rules_page_tell (self, "已经有一条规则用了这个编号，请换一个", "",
                          TRUE);
      return;
    }
  check.author = author = jh_rules_page_dup_author (self);
  if (!change (self, "保存自定规则", &check, TRUE))
    return;
  if (old && !g_str_equal (old, draft->rule))
    {
      JhUserCheck gone = { old, text, TRUE, author, now };

      if (!change (self, "删除自定规则", &gone, FALSE))
        return;
    }
  jh_rules_page_refresh (self, draft->rule);
  jh_rules_page_tell (self, "已保存，从现在起一起审核", "", FALSE);
}

static void
enable_cb (JhRulesPage *self)
{
  const JhUserCheck *chosen = get_chosen (self);
  g_autofree char *rule = chosen ? g_strdup (chosen->rule) : NULL;
  JhUserCheck check;

  if (chosen == NULL)
    return;
  check = *chosen;
  check.enabled = !chosen->enabled;
  if (change (self, check.enabled ? "启用自定规则" : "停用自定规则", &check,
              TRUE))
    jh_rules_page_refresh (self, rule);
}

static void
remove_cb (JhRulesPage *self)
{
  const JhUserCheck *chosen = get_chosen (self);

  if (chosen && change (self, "删除自定规则", chosen, FALSE))
    jh_rules_page_refresh (self, NULL);
}

static void
jh_rules_page_load (JhPage *page)
{
  JhRulesPage *self = JH_RULES_PAGE (page);

  jh_rules_page_refresh (self, self->current);
}

static void
jh_rules_page_look (JhPage *page)
{
  update_buttons (JH_RULES_PAGE (page));
}

static void
jh_rules_page_dispose (GObject *object)
{
  JhRulesPage *self = JH_RULES_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), JH_TYPE_RULES_PAGE);
  g_clear_object (&self->chooser);
  g_clear_object (&self->names);
  g_clear_pointer (&self->checks, g_ptr_array_unref);
  g_clear_pointer (&self->checker, jh_checker_free);
  g_clear_pointer (&self->current, g_free);
  G_OBJECT_CLASS (jh_rules_page_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, JhRulesPage, list);
  gtk_widget_class_bind_template_child (widget_class, JhRulesPage, selection);
  gtk_widget_class_bind_template_child (widget_class, JhRulesPage, rule);
  gtk_widget_class_bind_template_child (widget_class, JhRulesPage, title);
  gtk_widget_class_bind_template_child (widget_class, JhRulesPage, severity);
  gtk_widget_class_bind_template_child (widget_class, JhRulesPage, formula);
  gtk_widget_class_bind_template_child (widget_class, JhRulesPage, message);
  gtk_widget_class_bind_template_child (widget_class, JhRulesPage, mend);
  gtk_widget_class_bind_template_child (widget_class, JhRulesPage, basis);
  gtk_widget_class_bind_template_child (widget_class, JhRulesPage, save);
  gtk_widget_class_bind_template_child (widget_class, JhRulesPage, enable);
  gtk_widget_class_bind_template_child (widget_class, JhRulesPage, remove);
  gtk_widget_class_bind_template_child (widget_class, JhRulesPage, try);
  gtk_widget_class_bind_template_child (widget_class, JhRulesPage, outcome);
  gtk_widget_class_bind_template_child (widget_class, JhRulesPage, found);
}

static void
jh_rules_page_class_init (JhRulesPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = jh_rules_page_dispose;
  JH_PAGE_CLASS (klass)->load = jh_rules_page_load;
  JH_PAGE_CLASS (klass)->look = jh_rules_page_look;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/cn/jiheng/ui/rules-page.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
  gtk_widget_class_bind_template_callback (widget_class, enable_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_cb);
  gtk_widget_class_bind_template_callback_full (
    widget_class, "try_cb", G_CALLBACK (jh_rules_page_try));
  gtk_widget_class_bind_template_callback_full (
    widget_class, "bring_in_cb", G_CALLBACK (jh_rules_page_bring_in));
  gtk_widget_class_bind_template_callback_full (
    widget_class, "give_out_cb", G_CALLBACK (jh_rules_page_give_out));
}

static void
jh_rules_page_init (JhRulesPage *self)
{
  g_type_ensure (JH_TYPE_LIST_ROW);
  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->filling = FALSE;
  self->checker = jh_checker_new ();
  self->names = gtk_string_list_new (NULL);
  gtk_single_selection_set_model (self->selection,
                                  G_LIST_MODEL (self->names));
  gtk_text_buffer_create_tag (gtk_text_view_get_buffer (self->formula),
                              "fault", "underline", PANGO_UNDERLINE_ERROR,
                              "background", "#ffd7d5", "foreground",
                              "#1f1f1f", NULL);
}
