#include "jh-worksheet-private.h"

char *
jh_worksheet_name_preset (const JhRow *preset)
{
  GString *name = g_string_new (NULL);

  for (guint i = 0; i < preset->table->n_fields; i++)
    {
      const JhField *field = &preset->table->fields[i];

      if ((field->flags & JH_FIELD_REQUIRED)
          && !jh_typing_is_blank (preset, field))
        g_string_append_printf (name, "%s%s", name->len ? "，" : "",
                                jh_row_get_text (preset, field));
    }
  return g_string_free (name, FALSE);
}

/* Whether @line shows a row for @preset: what that says of what the table
 * requires stands in it. */
static gboolean
fits (const JhLine *line, const JhRow *preset)
{
  for (guint i = 0; i < preset->table->n_fields; i++)
    {
      const JhField *field = &preset->table->fields[i];

      if ((field->flags & JH_FIELD_REQUIRED)
          && !jh_typing_is_blank (preset, field)
          && !jh_field_equal (line->entry->row, preset, field))
        return FALSE;
    }
  return TRUE;
}

/* The line of @preset while there is nothing in it: the one that is shown
 * already, or a new one. */
static JhLine *
take_absent (JhWorksheetPrivate *my, const JhRow *preset)
{
  JhContent *entry = jh_content_new (preset->table);

  jh_row_free (entry->row);
  entry->row = jh_row_copy (preset);
  for (guint i = 0; i < my->lines->len; i++)
    {
      JhLine *line = my->lines->pdata[i];

      if (line->preset != preset || line->id != 0)
        continue;
      jh_line_show (line, entry);
      return g_object_ref (line);
    }
  return jh_line_new (entry, preset);
}

/* Takes the first of @lines that shows a row for @preset; NULL when there is
 * none. */
static JhLine *
take_present (GPtrArray *lines, const JhRow *preset)
{
  for (guint i = 0; i < lines->len; i++)
    if (fits (lines->pdata[i], preset))
      {
        JhLine *line = g_ptr_array_steal_index (lines, i);

        line->preset = preset;
        return line;
      }
  return NULL;
}

GPtrArray *
jh_worksheet_set_out (JhWorksheet *self, GPtrArray *lines)
{
  JhWorksheetPrivate *my = jh_worksheet_get_private (self);
  GPtrArray *all = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < my->presets->len; i++)
    {
      JhLine *line = take_present (lines, my->presets->pdata[i]);

      g_ptr_array_add (all,
                       line ? line : take_absent (my, my->presets->pdata[i]));
    }
  for (guint i = 0; i < lines->len; i++)
    g_ptr_array_add (all, g_object_ref (lines->pdata[i]));
  g_ptr_array_unref (lines);
  return all;
}
