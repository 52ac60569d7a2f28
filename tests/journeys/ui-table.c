/* Tables, whose cells are called “第 3 行，决算（万元），59.08”. */
#include <string.h>

#include "ui-private.h"

/* start: what the cell's name begins with
 * text: what comes after the column's name and unit, NULL for anything */
typedef struct
{
  char *start;
  const char *text;
} Wanted;

static gboolean
is_wanted (AtspiAccessible *widget, gconstpointer data)
{
  const Wanted *wanted = data;
  g_autofree char *name = atspi_accessible_get_name (widget, NULL);
  const char *rest;
  gsize length;

  if (name == NULL || !g_str_has_prefix (name, wanted->start))
    return FALSE;
  rest = name + strlen (wanted->start);
  if (g_str_has_prefix (rest, "（") && strstr (rest, "）"))
    rest = strstr (rest, "）") + strlen ("）");
  if (!g_str_has_prefix (rest, "，"))
    return FALSE;
  if (wanted->text == NULL)
    return TRUE;
  rest += strlen ("，");
  length = strlen (wanted->text);
  return strncmp (rest, wanted->text, length) == 0
         && (rest[length] == '\0' || g_str_has_prefix (rest + length, "，"));
}

static gboolean
is_there (Ui *ui, gconstpointer data)
{
  UiSpot spot;

  if (!ui_find (ui, is_wanted, data, &spot))
    return FALSE;
  g_object_unref (spot.widget);
  return TRUE;
}

static void
wait_for (Ui *ui, const Wanted *wanted)
{
  g_autofree char *sentence = NULL;

  if (ui_wait (ui, is_there, wanted))
    return;
  sentence = g_strdup_printf ("no cell in sight is “%s…，%s”", wanted->start,
                              wanted->text ? wanted->text : "");
  ui_fail (ui, sentence);
}

/* What the name of a cell begins with. The caller frees it. */
static char *
dup_start (int row, const char *column)
{
  return row > 0 ? g_strdup_printf ("第 %d 行，%s", row, column)
                 : g_strconcat ("新的一行，", column, NULL);
}

void
to_cell (Ui *ui, int row, const char *column)
{
  g_autofree char *start = dup_start (row, column);
  Wanted wanted = { start, NULL };
  UiSpot spot;

  wait_for (ui, &wanted);
  if (!ui_find (ui, is_wanted, &wanted, &spot))
    ui_fail (ui, "the cell has gone");
  ui_click_spot (ui, &spot);
  g_object_unref (spot.widget);
}

void
see_cell (Ui *ui, int row, const char *column, const char *text)
{
  g_autofree char *start = dup_start (row, column);
  Wanted wanted = { start, text };

  wait_for (ui, &wanted);
}

void
see_total (Ui *ui, const char *column, const char *text)
{
  g_autofree char *start = g_strdup_printf ("合计，%s", column);
  Wanted wanted = { start, text };

  wait_for (ui, &wanted);
}
