#include "jh-subject.h"

struct _JhSubject
{
  int year;
  char *region;
  JhMoneyUnit unit;
  gboolean rounded;
  JhSubject *before;
  GHashTable *grids;
  GHashTable *figures;
  GHashTable *limits;
};

/* The words of @value are its own. */
static void
limit_free (gpointer data)
{
  JhValue *value = data;

  if (value->kind == JH_VALUE_TEXT)
    g_free ((char *) value->text);
  g_free (value);
}

JhSubject *
jh_subject_new (int year, const char *region, JhMoneyUnit unit,
                gboolean rounded)
{
  JhSubject *subject = g_new0 (JhSubject, 1);

  subject->year = year;
  subject->region = g_strdup (region);
  subject->unit = unit;
  subject->rounded = rounded;
  subject->grids = g_hash_table_new (g_str_hash, g_str_equal);
  subject->figures = g_hash_table_new_full (
    g_str_hash, g_str_equal, NULL, (GDestroyNotify) jh_figures_unref);
  subject->limits
    = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, limit_free);
  return subject;
}

void
jh_subject_free (JhSubject *subject)
{
  if (subject == NULL)
    return;
  g_free (subject->region);
  g_hash_table_unref (subject->grids);
  g_hash_table_unref (subject->figures);
  g_hash_table_unref (subject->limits);
  g_free (subject);
}

void
jh_subject_set_grid (JhSubject *subject, const JhGrid *grid)
{
  g_hash_table_replace (subject->grids, grid->name, (gpointer) grid);
}

void
jh_subject_set_figures (JhSubject *subject, JhFigures *figures)
{
  g_hash_table_replace (subject->figures, jh_figures_get_kind (figures)->name,
                        jh_figures_ref (figures));
}

void
jh_subject_set_before (JhSubject *subject, JhSubject *before)
{
  subject->before = before;
}

void
jh_subject_set_limit (JhSubject *subject, const char *name, JhValue value)
{
  JhValue *kept = g_new (JhValue, 1);

  *kept = value;
  if (kept->kind == JH_VALUE_TEXT)
    kept->text = g_strdup (value.text);
  g_hash_table_replace (subject->limits, g_strdup (name), kept);
}

const JhGrid *
jh_subject_get_grid (const JhSubject *subject, const char *name)
{
  return g_hash_table_lookup (subject->grids, name);
}

const JhFigures *
jh_subject_get_figures (const JhSubject *subject, const char *name)
{
  return g_hash_table_lookup (subject->figures, name);
}

JhSubject *
jh_subject_get_before (const JhSubject *subject)
{
  return subject->before;
}

JhValue
jh_subject_get_limit (const JhSubject *subject, const char *name)
{
  const JhValue *value = g_hash_table_lookup (subject->limits, name);

  return value ? *value : jh_value_blank ();
}

gboolean
jh_subject_has_same_limits (const JhSubject *a, const JhSubject *b)
{
  GHashTableIter iter;
  gpointer name, value;

  if (g_hash_table_size (a->limits) != g_hash_table_size (b->limits))
    return FALSE;
  g_hash_table_iter_init (&iter, a->limits);
  while (g_hash_table_iter_next (&iter, &name, &value))
    if (!jh_value_equal (*(JhValue *) value, jh_subject_get_limit (b, name)))
      return FALSE;
  return TRUE;
}

static void
add_keys (GPtrArray *names, GHashTable *table)
{
  GHashTableIter iter;
  gpointer name;

  g_hash_table_iter_init (&iter, table);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    g_ptr_array_add (names, name);
}

GPtrArray *
jh_subject_list_names (const JhSubject *subject)
{
  GPtrArray *names = g_ptr_array_new ();

  add_keys (names, subject->grids);
  add_keys (names, subject->figures);
  return names;
}

int
jh_subject_get_year (const JhSubject *subject)
{
  return subject->year;
}

const char *
jh_subject_get_region (const JhSubject *subject)
{
  return subject->region;
}

JhMoneyUnit
jh_subject_get_unit (const JhSubject *subject)
{
  return subject->unit;
}

gboolean
jh_subject_is_rounded (const JhSubject *subject)
{
  return subject->rounded;
}
