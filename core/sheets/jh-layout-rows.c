/* The rows of a panel. */
#include "jh-kept.h"

#include <string.h>

#include "jh-template.h"

static void
clear_line (gpointer data)
{
  g_ptr_array_unref (((JhLine *) data)->picks);
}

JhLine *
jh_line_ref (JhLine *line)
{
  return g_rc_box_acquire (line);
}

void
jh_line_unref (gpointer line)
{
  g_rc_box_release_full (line, clear_line);
}

/* A line that is called @label; @code is "" when it has none. */
static JhLine *
line_new (const JhPanel *panel, const JhRowSpec *spec, JhTexts *texts,
          const char *label, const char *code)
{
  JhLine *line = g_rc_box_new0 (JhLine);
  const char *name = *code ? code : label;
  g_autofree char *key = g_strconcat (panel->prefix, name, NULL);

  line->spec = spec;
  line->label = jh_texts_keep (texts, label);
  line->code = jh_texts_keep (texts, code);
  line->key = *name ? jh_texts_keep (texts, key) : NULL;
  line->indent = spec->indent;
  line->strong = spec->strong;
  line->picks = g_ptr_array_new_with_free_func (jh_pick_unref);
  return line;
}

/* Adds @terms to @line, and of them @code's facts alone when there is a
 * code. */
static void
add_picks (JhLine *line, const GPtrArray *terms, const char *field,
           const char *code)
{
  g_autofree char *pattern = code ? g_strconcat (code, "*", NULL) : NULL;
  g_autoptr (JhSelector) everything = jh_selector_new ();

  for (guint i = 0; i < terms->len; i++)
    {
      JhPick *term = terms->pdata[i];
      JhSelector *selector;

      if (code == NULL)
        {
          g_ptr_array_add (line->picks, jh_pick_ref (term));
          continue;
        }
      selector = jh_selector_within (term->selector, everything);
      jh_selector_add (selector, field, pattern);
      g_ptr_array_add (line->picks, jh_pick_new (term, selector));
    }
}

/* Adds the line that is kept as @name; FALSE when there is none. */
static gboolean
add_kept (GPtrArray *lines, const JhKeptRows *rows, const char *name)
{
  JhLine *line = g_hash_table_lookup (rows->lines, name);

  if (line)
    g_ptr_array_add (lines, jh_line_ref (line));
  return line != NULL;
}

/* Keeps @line as @name. */
static void
keep (JhKeptRows *rows, const char *name, JhLine *line)
{
  g_hash_table_insert (rows->lines, g_strdup (name), jh_line_ref (line));
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

/* The line of the class @code, the @number-th. */
static JhLine *
class_line_new (const JhPanel *panel, const JhRowSpec *spec,
                const JhKeptRows *rows, const char *code, guint number,
                const JhOccasion *occasion)
{
  const char *name = jh_layout_name (JH_EACH_FUNCTIONAL, code, occasion);
  g_autofree char *ordinal = dup_ordinal (number);
  g_autofree char *label = *spec->label
                             ? g_strconcat (spec->label, name, NULL)
                             : g_strconcat (ordinal, "、", name, NULL);
  JhLine *line
    = line_new (panel, spec, jh_kept_get_texts (occasion->kept), label, "");

  add_picks (line, rows->terms, "functional", code);
  return line;
}

static void
add_classes (GPtrArray *lines, const JhPanel *panel, const JhRowSpec *spec,
             JhKeptRows *rows, const JhOccasion *occasion)
{
  const GPtrArray *classes = jh_lists_get_classes (occasion->books->lists);

  for (guint i = 0; i < classes->len; i++)
    {
      const char *code = classes->pdata[i];
      char place[16];
      JhLine *line;

      /* A list that was tampered with may name a class twice. */
      g_snprintf (place, sizeof place, "%u", i);
      if (add_kept (lines, rows, place))
        continue;
      line = class_line_new (panel, spec, rows, code, i + 1, occasion);
      g_ptr_array_add (lines, line);
      keep (rows, place, line);
    }
}

/* The facts that rows with @terms and @columns sum together: a set of
 * JhRow. */
static GHashTable *
find_facts (const GPtrArray *terms, const GPtrArray *columns,
            const JhOccasion *occasion)
{
  GHashTable *facts = g_hash_table_new (NULL, NULL);

  for (guint c = 0; c < columns->len; c++)
    {
      const JhColumn *column = columns->pdata[c];

      for (guint i = 0; i < terms->len && column->spec->show == JH_SHOW_FACTS;
           i++)
        {
          JhPick *term = terms->pdata[i];
          int table = term->selector->table >= 0
                        ? term->selector->table
                        : column->pick->selector->table;
          const GArray *a, *b;

          if (table < 0)
            continue;
          a = jh_pick_places (term, occasion, FALSE, table);
          b = jh_pick_places (column->pick, occasion, FALSE, table);
          if (a && b)
            jh_layout_add_facts (facts, occasion, table, b, a);
        }
    }
  return facts;
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

/* The line of @code. */
static JhLine *
code_line_new (const JhPanel *panel, const JhRowSpec *spec,
               const JhKeptRows *rows, const char *code,
               const JhOccasion *occasion)
{
  const char *name = jh_layout_name (spec->each, code, occasion);
  JhTexts *texts = jh_layout_knows (spec->each, code, occasion)
                     ? jh_kept_get_texts (occasion->kept)
                     : occasion->texts;
  JhLine *line = line_new (panel, spec, texts, name, code);

  line->indent += depth_of (code, spec->levels);
  line->strong |= line->indent == 0 && spec->levels->len > 1;
  add_picks (line, rows->terms, jh_layout_field (spec->each), code);
  return line;
}

/* The lines of all codes of @spec, of which @facts use some. */
static GPtrArray *
make_code_lines (const JhPanel *panel, const JhRowSpec *spec,
                 JhKeptRows *rows, GHashTable *facts,
                 const JhOccasion *occasion)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (jh_line_unref);
  g_autoptr (GPtrArray) codes = jh_layout_codes (
    spec->each, spec->codes, spec->levels, spec->all, facts, occasion);

  for (guint i = 0; i < codes->len; i++)
    {
      const char *code = codes->pdata[i];
      JhLine *line;

      if (add_kept (lines, rows, code))
        continue;
      line = code_line_new (panel, spec, rows, code, occasion);
      g_ptr_array_add (lines, line);
      if (jh_layout_knows (spec->each, code, occasion))
        keep (rows, code, line);
    }
  return lines;
}

static gpointer
hold_line (gconstpointer line, gpointer data)
{
  return jh_line_ref ((gpointer) line);
}

static void
add_codes (GPtrArray *lines, const JhPanel *panel, const JhRowSpec *spec,
           JhKeptRows *rows, const GPtrArray *columns,
           const JhOccasion *occasion)
{
  g_autoptr (GHashTable) facts = find_facts (rows->terms, columns, occasion);
  gboolean listed = spec->all
                    && jh_layout_is_listed (spec->each, spec->codes,
                                            spec->levels, facts, occasion);
  g_autoptr (GPtrArray) made = NULL;

  if (!listed || rows->listed == NULL)
    made = make_code_lines (panel, spec, rows, facts, occasion);
  if (listed && rows->listed == NULL)
    rows->listed = g_ptr_array_ref (made);
  g_ptr_array_extend (lines, made ? made : rows->listed, hold_line, NULL);
}

static void
add_facts (GPtrArray *lines, const JhPanel *panel, const JhRowSpec *spec,
           const JhKeptRows *rows, const JhOccasion *occasion)
{
  JhPick *pick = rows->terms->pdata[0];
  int table = pick->selector->table;
  const GArray *places
    = table >= 0 ? jh_pick_places (pick, occasion, FALSE, table) : NULL;

  for (guint i = 0; places && i < places->len; i++)
    {
      guint place = g_array_index (places, guint, i);
      gconstpointer fact = occasion->books->rows[table]->pdata[place];
      g_autofree char *label = jh_template_expand (
        spec->label, occasion->books, occasion->object, fact);
      JhLine *line = line_new (panel, spec, occasion->texts, label, "");

      line->fact = fact;
      g_ptr_array_add (lines, line);
    }
}

/* The line of a row that stands once. It is kept unless its label says
 * something of the filing. */
static void
add_once (GPtrArray *lines, const JhPanel *panel, const JhRowSpec *spec,
          JhKeptRows *rows, const JhOccasion *occasion)
{
  gboolean usual = strchr (spec->label, '{') == NULL;
  g_autofree char *label = NULL;
  JhLine *line;

  if (add_kept (lines, rows, ""))
    return;
  label = jh_template_expand (spec->label, occasion->books, occasion->object,
                              NULL);
  line = line_new (
    panel, spec, usual ? jh_kept_get_texts (occasion->kept) : occasion->texts,
    label, "");
  if (spec->terms->len > 0 || spec->sum->len == 0)
    add_picks (line, rows->terms, NULL, NULL);
  g_ptr_array_add (lines, line);
  if (usual)
    keep (rows, "", line);
}

GPtrArray *
jh_layout_rows (const JhPanel *panel, const JhRowSpec *spec,
                const GPtrArray *columns, const JhOccasion *occasion)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (jh_line_unref);
  JhKeptRows *rows = jh_kept_get_rows (occasion->kept, panel, spec);

  for (guint i = 0; i < spec->blank; i++)
    g_ptr_array_add (lines, line_new (panel, spec, occasion->texts, "", ""));
  if (spec->blank > 0)
    return lines;
  switch (spec->each)
    {
    case JH_EACH_NONE:
      add_once (lines, panel, spec, rows, occasion);
      break;
    case JH_EACH_CLASS:
      add_classes (lines, panel, spec, rows, occasion);
      break;
    case JH_EACH_FUNCTIONAL:
    case JH_EACH_ECONOMIC:
      add_codes (lines, panel, spec, rows, columns, occasion);
      break;
    case JH_EACH_FACT:
      add_facts (lines, panel, spec, rows, occasion);
      break;
    }
  return lines;
}
