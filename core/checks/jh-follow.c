#include "jh-follow.h"

/* What findings have in common, as a key: the rule, and a cell or a side.
 * The caller frees it. */
static char *
dup_cell_key (const char *rule, const JhFindingCell *cell)
{
  return g_strdup_printf ("%s\n%s", rule, cell->words);
}

static char *
dup_side_key (const char *rule, const char *name, const char *value)
{
  return g_strdup_printf ("%s\n=%s\n%s", rule, name, value);
}

/* What differs by the same amount has, as far as its rule may follow, the same
 * reason, although the two look at other cells. */
static char *
dup_difference_key (const JhFinding *finding, const char *rule)
{
  return dup_side_key (rule, "", finding->difference);
}

/* Keeps @finding under @key, which it takes over, unless one is there. */
static void
keep (GHashTable *shared, char *key, const JhFinding *finding)
{
  if (g_hash_table_contains (shared, key))
    g_free (key);
  else
    g_hash_table_insert (shared, key, (gpointer) finding);
}

/* Keeps all by which other findings may follow from @finding. */
static void
keep_all (GHashTable *shared, const JhFinding *finding)
{
  for (guint i = 0; i < finding->cells->len; i++)
    keep (shared, dup_cell_key (finding->rule, finding->cells->pdata[i]),
          finding);
  if (*finding->left_name)
    keep (
      shared,
      dup_side_key (finding->rule, finding->left_name, finding->left_value),
      finding);
  if (*finding->right_name)
    keep (
      shared,
      dup_side_key (finding->rule, finding->right_name, finding->right_value),
      finding);
  if (*finding->difference)
    keep (shared, dup_difference_key (finding, finding->rule), finding);
}

static JhFinding *
look_up (GHashTable *shared, char *key)
{
  JhFinding *found = g_hash_table_lookup (shared, key);

  g_free (key);
  return found;
}

/* The finding of @rule that has something in common with @finding. */
static JhFinding *
find_cause (GHashTable *shared, const JhFinding *finding, const char *rule)
{
  JhFinding *found = NULL;

  for (guint i = 0; found == NULL && i < finding->cells->len; i++)
    found = look_up (shared, dup_cell_key (rule, finding->cells->pdata[i]));
  if (found == NULL && *finding->left_name)
    found = look_up (
      shared, dup_side_key (rule, finding->left_name, finding->left_value));
  if (found == NULL && *finding->right_name)
    found = look_up (
      shared, dup_side_key (rule, finding->right_name, finding->right_value));
  if (found == NULL && *finding->difference)
    found = look_up (shared, dup_difference_key (finding, rule));
  return found;
}

/* Whether @finding follows from @other, so that @other cannot follow from
 * it. */
static gboolean
follows_from (const JhFinding *finding, const JhFinding *other)
{
  for (; finding; finding = finding->cause)
    if (finding == other)
      return TRUE;
  return FALSE;
}

static void
set_cause (GHashTable *shared, const JhRule *rule, JhFinding *finding)
{
  for (guint i = 0; i < rule->follows->len; i++)
    {
      JhFinding *cause
        = find_cause (shared, finding, rule->follows->pdata[i]);

      if (cause && !follows_from (cause, finding))
        {
          jh_finding_set_cause (finding, cause);
          return;
        }
    }
}

/* The ids that any rule follows from. */
static GHashTable *
list_followed (const JhRulebook *book)
{
  GHashTable *followed = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < jh_rulebook_count (book); i++)
    {
      const JhRule *rule = jh_rulebook_get (book, i);

      for (guint f = 0; f < rule->follows->len; f++)
        g_hash_table_add (followed, rule->follows->pdata[f]);
    }
  return followed;
}

void
jh_follow (const JhRulebook *book, GPtrArray *findings)
{
  g_autoptr (GHashTable) followed = list_followed (book);
  g_autoptr (GHashTable) shared
    = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < findings->len; i++)
    {
      JhFinding *finding = findings->pdata[i];

      jh_finding_set_cause (finding, NULL);
      if (g_hash_table_contains (followed, finding->rule))
        keep_all (shared, finding);
    }
  for (guint i = 0; i < findings->len; i++)
    {
      JhFinding *finding = findings->pdata[i];
      const JhRule *rule = jh_rulebook_find (book, finding->rule);

      if (rule)
        set_cause (shared, rule, finding);
    }
}
