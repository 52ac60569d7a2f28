/* The rows of a panel. */
#include "jh-layout-private.h"

#include <string.h>

#include "jh-template.h"

static void
pick_free (gpointer data)
{
  JhPick *pick = data;

  jh_selector_free (pick->selector);
  for (int year = 0; year < 2; year++)
    for (int table = 0; table < JH_N_TABLES; table++)
      if (pick->matches[year][table].places)
        g_array_unref (pick->matches[year][table].places);
  g_free (pick);
}

static void
line_free (gpointer data)
{
  JhLine *line = data;

  g_free (line->label);
  g_free (line->code);
  g_free (line->key);
  g_ptr_array_unref (line->picks);
  g_free (line);
}

/* A line that is called @label; @code is "" when it has none. */
static JhLine *
line_new (const JhPanel *panel, const JhRowSpec *spec, const char *label,
          const char *code)
{
  JhLine *line = g_new0 (JhLine, 1);
  const char *name = *code ? code : label;

  line->spec = spec;
  line->label = g_strdup (label);
  line->code = g_strdup (code);
  line->key = *name ? g_strconcat (panel->prefix, name, NULL) : NULL;
  line->indent = spec->indent;
  line->strong = spec->strong;
  line->picks = g_ptr_array_new_with_free_func (pick_free);
  return line;
}

/* Adds a term to @line; takes over @selector. */
static void
add_pick (JhLine *line, JhSelector *selector)
{
  JhPick *pick = g_new0 (JhPick, 1);

  pick->selector = selector;
  g_ptr_array_add (line->picks, pick);
}

/* Adds the terms of @spec to @line, of @code's facts alone when there is a
 * code; a row that names no facts is of all that its columns select. */
static void
add_picks (JhLine *line, const JhRowSpec *spec, const char *field,
           const char *code)
{
  g_autofree char *pattern = code ? g_strconcat (code, "*", NULL) : NULL;
  g_autoptr (JhSelector) everything = jh_selector_new ();

  for (guint i = 0; i < MAX (spec->terms->len, 1); i++)
    {
      JhSelector *term = jh_selector_join (
        everything, spec->terms->len ? spec->terms->pdata[i] : everything);

      if (code)
        jh_selector_add (term, field, pattern);
      add_pick (line, term);
    }
}

/* 一 to 九十九. The caller frees it. */
static char *
dup_ordinal (guint number)
{
  static const char *const digits[]
    = { "", "一", "二", "三", "四", "五", "六", "七", "八", "九" };

  if (number < 10)
    return g_strdup (digits[number]);
  return g_strconcat (number < 20 ? "" : digits[number / 10 % 10], "十",
                      digits[number % 10], NULL);
}

static void
add_classes (GPtrArray *lines, const JhPanel *panel, const JhRowSpec *spec,
             const JhOccasion *occasion)
{
  const GPtrArray *classes = jh_lists_get_classes (occasion->books->lists);

  for (guint i = 0; i < classes->len; i++)
    {
      const char *code = classes->pdata[i];
      const char *name = jh_layout_name (JH_EACH_FUNCTIONAL, code, occasion);
      g_autofree char *ordinal = dup_ordinal (i + 1);
      g_autofree char *label = *spec->label
                                 ? g_strconcat (spec->label, name, NULL)
                                 : g_strconcat (ordinal, "、", name, NULL);
      JhLine *line = line_new (panel, spec, label, "");

      add_picks (line, spec, "functional", code);
      g_ptr_array_add (lines, line);
    }
}

/* What the cells of rows of @spec can select: the row's terms joined with
 * each column's. The caller unrefs it. */
static GPtrArray *
list_selectors (const JhRowSpec *spec, const GPtrArray *columns)
{
  GPtrArray *selectors
    = g_ptr_array_new_with_free_func ((GDestroyNotify) jh_selector_free);
  g_autoptr (JhSelector) everything = jh_selector_new ();

  for (guint c = 0; c < columns->len; c++)
    {
      const JhColumn *column = columns->pdata[c];

      if (column->spec->show != JH_SHOW_FACTS)
        continue;
      for (guint i = 0; i < MAX (spec->terms->len, 1); i++)
        g_ptr_array_add (selectors, jh_selector_join (
                                      column->pick.selector,
                                      spec->terms->len ? spec->terms->pdata[i]
                                                       : everything));
    }
  return selectors;
}

/* How deep @code stands in @levels: 0 for the uppermost. */
static guint
depth_of (const char *code, const GArray *levels)
{
  glong length = g_utf8_strlen (code, -1);
  guint depth = 0;

  for (guint i = 0; i < levels->len; i++)
    if ((glong) g_array_index (levels, guint, i) < length)
      depth++;
  return depth;
}

static void
add_codes (GPtrArray *lines, const JhPanel *panel, const JhRowSpec *spec,
           const GPtrArray *columns, const JhOccasion *occasion)
{
  g_autoptr (GPtrArray) selectors = list_selectors (spec, columns);
  g_autoptr (GPtrArray) codes = jh_layout_codes (
    spec->each, spec->codes, spec->levels, spec->all, selectors, occasion);

  for (guint i = 0; i < codes->len; i++)
    {
      const char *code = codes->pdata[i];
      const char *name = jh_layout_name (spec->each, code, occasion);
      JhLine *line = line_new (panel, spec, name, code);

      line->indent += depth_of (code, spec->levels);
      line->strong |= line->indent == 0 && spec->levels->len > 1;
      add_picks (line, spec,
                 spec->each == JH_EACH_ECONOMIC ? "economic" : "functional",
                 code);
      g_ptr_array_add (lines, line);
    }
}

static void
add_facts (GPtrArray *lines, const JhPanel *panel, const JhRowSpec *spec,
           const JhOccasion *occasion)
{
  g_autoptr (JhSelector) everything = jh_selector_new ();
  g_autoptr (JhSelector) joined = jh_selector_join (
    panel->selector, spec->terms->len ? spec->terms->pdata[0] : everything);
  g_autoptr (GArray) places = NULL;

  if (joined->table >= 0)
    places = jh_selector_match (joined, occasion->books, joined->table,
                                occasion->object);
  for (guint i = 0; places && i < places->len; i++)
    {
      guint place = g_array_index (places, guint, i);
      gconstpointer fact = occasion->books->rows[joined->table]->pdata[place];
      g_autofree char *label = jh_template_expand (
        spec->label, occasion->books, occasion->object, fact);
      JhLine *line = line_new (panel, spec, label, "");

      line->fact = fact;
      g_ptr_array_add (lines, line);
    }
}

/* The line of a row that stands once. */
static void
add_once (GPtrArray *lines, const JhPanel *panel, const JhRowSpec *spec,
          const JhOccasion *occasion)
{
  g_autofree char *label = jh_template_expand (spec->label, occasion->books,
                                               occasion->object, NULL);
  JhLine *line = line_new (panel, spec, label, "");

  if (spec->terms->len > 0 || spec->sum->len == 0)
    add_picks (line, spec, NULL, NULL);
  g_ptr_array_add (lines, line);
}

GPtrArray *
jh_layout_rows (const JhPanel *panel, const JhRowSpec *spec,
                const GPtrArray *columns, const JhOccasion *occasion)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (line_free);

  for (guint i = 0; i < spec->blank; i++)
    g_ptr_array_add (lines, line_new (panel, spec, "", ""));
  if (spec->blank > 0)
    return lines;
  switch (spec->each)
    {
    case JH_EACH_NONE:
      add_once (lines, panel, spec, occasion);
      break;
    case JH_EACH_CLASS:
      add_classes (lines, panel, spec, occasion);
      break;
    case JH_EACH_FUNCTIONAL:
    case JH_EACH_ECONOMIC:
      add_codes (lines, panel, spec, columns, occasion);
      break;
    case JH_EACH_FACT:
      add_facts (lines, panel, spec, occasion);
      break;
    }
  return lines;
}
