/* What a person sees and where the keyboard is. */
#include <string.h>

#include "ui-private.h"

static gboolean
has_words (AtspiAccessible *widget, gconstpointer data)
{
  g_autofree char *words = ui_dup_words (widget);

  return strstr (words, data) != NULL;
}

/* The letter to press with Alt may come behind the name: 建立(B). */
static gboolean
is_called (AtspiAccessible *widget, gconstpointer data)
{
  g_autofree char *name = atspi_accessible_get_name (widget, NULL);
  const char *rest
    = name && g_str_has_prefix (name, data) ? name + strlen (data) : NULL;

  return rest
         && (*rest == '\0'
             || (rest[0] == '(' && rest[2] == ')' && rest[3] == '\0'));
}

static gboolean
found (Ui *ui, UiMatch match, gconstpointer data)
{
  UiSpot spot;

  if (!ui_find (ui, match, data, &spot))
    return FALSE;
  g_object_unref (spot.widget);
  return TRUE;
}

static gboolean
in_sight (Ui *ui, gconstpointer words)
{
  return found (ui, has_words, words);
}

static gboolean
out_of_sight (Ui *ui, gconstpointer words)
{
  return !found (ui, has_words, words);
}

static void
fail_of (Ui *ui, const char *what, const char *words)
{
  g_autofree char *sentence = g_strdup_printf ("%s “%s”", what, words);

  ui_fail (ui, sentence);
}

gboolean
sees (Ui *ui, const char *words)
{
  return in_sight (ui, words);
}

void
see (Ui *ui, const char *words)
{
  if (!ui_wait (ui, in_sight, words))
    fail_of (ui, "nowhere to be seen:", words);
}

void
see_no (Ui *ui, const char *words)
{
  if (!ui_wait (ui, out_of_sight, words))
    fail_of (ui, "still to be seen:", words);
}

static gboolean
called_in_sight (Ui *ui, gconstpointer data)
{
  return found (ui, is_called, data);
}

void
click (Ui *ui, const char *name)
{
  UiSpot spot;

  if (!ui_wait (ui, called_in_sight, name)
      || !ui_find (ui, is_called, name, &spot))
    fail_of (ui, "nothing to click is called", name);
  ui_click_spot (ui, &spot);
  g_object_unref (spot.widget);
}

static gboolean
has_state (AtspiAccessible *widget, AtspiStateType state)
{
  g_autoptr (AtspiStateSet) states = atspi_accessible_get_state_set (widget);

  return states && atspi_state_set_contains (states, state);
}

static gboolean
is_focused (AtspiAccessible *widget, gconstpointer data)
{
  return has_state (widget, ATSPI_STATE_FOCUSED);
}

char *
ui_dup_focus (Ui *ui)
{
  g_autofree char *role = NULL;
  g_autofree char *words = NULL;
  UiSpot spot;

  if (!ui_find (ui, is_focused, NULL, &spot))
    return g_strdup ("");
  role = atspi_accessible_get_role_name (spot.widget, NULL);
  words = ui_dup_words (spot.widget);
  g_object_unref (spot.widget);
  return g_strconcat (role, " ", words, NULL);
}

static gboolean
has_focus (Ui *ui, gconstpointer name)
{
  g_autofree char *focus = ui_dup_focus (ui);

  return strstr (focus, name) != NULL;
}

void
see_focus (Ui *ui, const char *name)
{
  if (!ui_wait (ui, has_focus, name))
    fail_of (ui, "the keyboard is not at", name);
}

/* before: what had the keyboard
 * now: what has it, when it is another */
typedef struct
{
  const char *before;
  char *now;
} Move;

static gboolean
has_moved (Ui *ui, gconstpointer data)
{
  Move *move = (Move *) data;

  g_free (move->now);
  move->now = ui_dup_focus (ui);
  return *move->now && !g_str_equal (move->now, move->before);
}

char *
see_focus_move (Ui *ui, const char *before)
{
  Move move = { before, NULL };

  if (!ui_wait (ui, has_moved, &move))
    fail_of (ui, "the keyboard stays at", before);
  return move.now;
}

static gboolean
is_chosen_row (AtspiAccessible *widget, gconstpointer title)
{
  return is_called (widget, title)
         && atspi_accessible_get_role (widget, NULL) == ATSPI_ROLE_LIST_ITEM
         && has_state (widget, ATSPI_STATE_SELECTED);
}

static gboolean
is_chosen (Ui *ui, gconstpointer title)
{
  return found (ui, is_chosen_row, title);
}

void
see_page (Ui *ui, const char *title)
{
  if (!ui_wait (ui, is_chosen, title))
    fail_of (ui, "the sidebar does not show as chosen", title);
}

void
go_to (Ui *ui, const char *title)
{
  click (ui, title);
  see_page (ui, title);
}

/* Notes the rows of the sidebar in @data and never finds any. */
static gboolean
note_page (AtspiAccessible *widget, gconstpointer data)
{
  g_autoptr (AtspiAccessible) list = NULL;

  if (atspi_accessible_get_role (widget, NULL) != ATSPI_ROLE_LIST_ITEM)
    return FALSE;
  list = atspi_accessible_get_parent (widget, NULL);
  if (list && is_called (list, "页面"))
    g_ptr_array_add ((GPtrArray *) data,
                     atspi_accessible_get_name (widget, NULL));
  return FALSE;
}

GStrv
ui_list_pages (Ui *ui)
{
  GPtrArray *titles = g_ptr_array_new ();
  UiSpot spot;

  ui_find (ui, note_page, titles, &spot);
  g_ptr_array_add (titles, NULL);
  return (GStrv) g_ptr_array_free (titles, FALSE);
}

/* The kinds that a screen reader stops at or reads out. */
static gboolean
needs_name (AtspiAccessible *widget)
{
  switch ((int) atspi_accessible_get_role (widget, NULL))
    {
    case ATSPI_ROLE_LABEL:
    case ATSPI_ROLE_FILLER:
    case ATSPI_ROLE_PANEL:
    case ATSPI_ROLE_SCROLL_BAR:
    case ATSPI_ROLE_SCROLL_PANE:
    case ATSPI_ROLE_SEPARATOR:
    case ATSPI_ROLE_STATUS_BAR:
    case ATSPI_ROLE_APPLICATION:
      return has_state (widget, ATSPI_STATE_FOCUSED);
    default:
      return TRUE;
    }
}

/* GTK calls a widget without a label of its own by its type. */
static gboolean
has_no_name (AtspiAccessible *widget)
{
  g_autofree char *name = atspi_accessible_get_name (widget, NULL);

  return name == NULL || *name == '\0' || g_str_has_prefix (name, "Gtk")
         || g_str_has_prefix (name, "Jh");
}

/* The button inside a drop-down is GTK's own: the drop-down has the name. A
 * row of a list is read by the labels in it. */
static gboolean
is_nameless (AtspiAccessible *widget, gconstpointer data)
{
  g_autoptr (AtspiAccessible) parent = NULL;

  if (!needs_name (widget) || !has_no_name (widget)
      || (atspi_accessible_get_role (widget, NULL) == ATSPI_ROLE_LIST_ITEM
          && atspi_accessible_get_child_count (widget, NULL) > 0))
    return FALSE;
  parent = atspi_accessible_get_parent (widget, NULL);
  return parent == NULL
         || atspi_accessible_get_role (parent, NULL) != ATSPI_ROLE_COMBO_BOX
         || has_no_name (parent);
}

/* Whether all has a name; tables name their cells when nothing moves. */
static gboolean
all_named (Ui *ui, gconstpointer data)
{
  return !found (ui, is_nameless, NULL);
}

void
see_all_named (Ui *ui)
{
  g_autofree char *role = NULL;
  g_autofree char *name = NULL;
  g_autofree char *sentence = NULL;
  UiSpot spot;

  if (ui_wait (ui, all_named, NULL)
      || !ui_find (ui, is_nameless, NULL, &spot))
    return;
  role = atspi_accessible_get_role_name (spot.widget, NULL);
  name = atspi_accessible_get_name (spot.widget, NULL);
  sentence
    = g_strdup_printf ("a %s without a name (“%s”) at %d,%d, %d×%d", role,
                       name, spot.x, spot.y, spot.width, spot.height);
  ui_fail (ui, sentence);
}

/* Notes @widget and never finds it, so that the search goes on. */
static gboolean
note (AtspiAccessible *widget, gconstpointer data)
{
  GString *lines = (GString *) data;
  g_autofree char *role = atspi_accessible_get_role_name (widget, NULL);
  g_autofree char *words = ui_dup_words (widget);

  if (*words)
    g_string_append_printf (lines, "  %s “%s”%s%s\n", role, words,
                            is_focused (widget, NULL) ? " ⌨" : "",
                            has_state (widget, ATSPI_STATE_SELECTED) ? " ✓"
                                                                     : "");
  return FALSE;
}

char *
ui_dup_tree (Ui *ui)
{
  GString *lines = g_string_new (NULL);
  UiSpot spot;

  ui_find (ui, note, lines, &spot);
  return g_string_free (lines, FALSE);
}
