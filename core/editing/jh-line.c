#include "jh-shelf.h"
#include "jh-worksheet-private.h"

G_DEFINE_FINAL_TYPE (JhLine, jh_line, G_TYPE_OBJECT)

static void
jh_line_finalize (GObject *object)
{
  jh_content_free (JH_LINE (object)->entry);
  G_OBJECT_CLASS (jh_line_parent_class)->finalize (object);
}

static void
jh_line_class_init (JhLineClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = jh_line_finalize;
}

static void
jh_line_init (JhLine *self)
{
}

JhLine *
jh_line_new (JhContent *entry, const JhRow *preset)
{
  JhLine *line = g_object_new (JH_TYPE_LINE, NULL);

  line->entry = entry;
  line->id = entry->row->id;
  line->preset = preset;
  return line;
}

void
jh_line_show (JhLine *line, JhContent *entry)
{
  jh_content_free (line->entry);
  line->entry = entry;
  line->id = entry->row->id;
}

gint64
jh_line_get_key (const JhLine *line)
{
  return line->id ? line->id : JH_ABSENT_KEY - line->position;
}

gboolean
jh_line_is_preset (const JhLine *line, const JhField *field)
{
  return line->preset && !jh_typing_is_blank (line->preset, field);
}

int
jh_rows_compare (const JhRow *a, const JhRow *b)
{
  if (a->place != b->place || (a->id > 0 && b->id > 0))
    return jh_shelf_compare (a, b);
  if (a->id > 0 || b->id > 0)
    return a->id > 0 ? -1 : 1;
  return (a->id < b->id) - (a->id > b->id);
}

int
jh_line_compare (const JhLine *a, const JhLine *b)
{
  return jh_rows_compare (a->entry->row, b->entry->row);
}
