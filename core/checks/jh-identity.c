#include "jh-identity.h"

#include <gio/gio.h>
#include <string.h>

#include "jh-error.h"
#include "jh-json.h"

#define IDENTITIES_RESOURCE "/cn/jiheng/old/identities.json"

/* Which cells an identity sums.
 *
 * JH_ACROSS  in every row, columns
 * JH_DOWN    in every column of figures, rows
 * JH_TREE    in every column of figures, a code = the codes under it, and
 *            合计 = the uppermost codes */
typedef enum
{
  JH_ACROSS,
  JH_DOWN,
  JH_TREE,
} Direction;

/* total: the key of what is summed; of a tree, of the grand total
 * parts: the keys of what it is the sum of, * standing for anything:
 *        char *
 * sheets: which grids it is of: char * */
typedef struct
{
  char *rule;
  GPtrArray *sheets;
  Direction direction;
  char *total;
  GPtrArray *parts;
  char *mend;
} Identity;

struct _JhIdentities
{
  GPtrArray *list;
};

static void
identity_free (gpointer data)
{
  Identity *identity = data;

  g_free (identity->rule);
  g_ptr_array_unref (identity->sheets);
  g_free (identity->total);
  g_ptr_array_unref (identity->parts);
  g_free (identity->mend);
  g_free (identity);
}

static Direction
read_direction (JhJson *json, const char *word)
{
  static const char *const words[] = { "across", "down", "tree" };

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (word, words[i]))
      return (Direction) i;
  jh_json_fault (json, "direction", "应是 across、down 或 tree");
  return JH_ACROSS;
}

static Identity *
read_identity (JhJson *json, JsonObject *object)
{
  static const char *const members[]
    = { "rule", "sheets", "direction", "total", "parts", "mend", NULL };
  Identity *identity = g_new0 (Identity, 1);

  jh_json_expect (json, object, "identities", members);
  identity->rule = g_strdup (jh_json_get_text (json, object, "rule", ""));
  identity->sheets = jh_json_dup_texts (json, object, "sheets");
  identity->direction
    = read_direction (json, jh_json_get_text (json, object, "direction", ""));
  identity->total = g_strdup (jh_json_get_text (json, object, "total", ""));
  identity->parts = jh_json_dup_texts (json, object, "parts");
  identity->mend = g_strdup (jh_json_get_text (json, object, "mend", ""));
  if (*identity->rule == '\0' || *identity->total == '\0')
    jh_json_fault (json, "rule", "每条都要有 rule 和 total");
  return identity;
}

JhIdentities *
jh_identities_read (const char *text, gsize length, const char *origin,
                    GError **error)
{
  static const char *const members[] = { "identities", "comment", NULL };
  g_autoptr (JsonObject) object = jh_json_parse (text, length, origin, error);
  g_autoptr (JhIdentities) identities = NULL;
  JhJson json = { origin, NULL };
  JsonArray *array;

  if (object == NULL)
    return NULL;
  identities = g_new0 (JhIdentities, 1);
  identities->list = g_ptr_array_new_with_free_func (identity_free);
  jh_json_expect (&json, object, "identities", members);
  array = jh_json_get_array (&json, object, "identities");
  if (array == NULL)
    jh_json_fault (&json, "identities", "缺少这一项");
  for (guint i = 0; array && i < json_array_get_length (array); i++)
    {
      JsonObject *element
        = jh_json_get_element (&json, array, i, "identities");

      if (element)
        g_ptr_array_add (identities->list, read_identity (&json, element));
    }
  if (json.fault == NULL)
    return g_steal_pointer (&identities);
  g_propagate_error (error, json.fault);
  return NULL;
}

JhIdentities *
jh_identities_load (GError **error)
{
  g_autoptr (GBytes) bytes = g_resources_lookup_data (
    IDENTITIES_RESOURCE, G_RESOURCE_LOOKUP_FLAGS_NONE, error);

  if (bytes == NULL)
    return NULL;
  return jh_identities_read (g_bytes_get_data (bytes, NULL),
                             g_bytes_get_size (bytes), "identities.json",
                             error);
}

void
jh_identities_free (JhIdentities *identities)
{
  if (identities == NULL)
    return;
  g_ptr_array_unref (identities->list);
  g_free (identities);
}

/* One sum at work: what it is compared with, and what was added. */
typedef struct
{
  JhMoney total;
  JhMoney parts;
} Sum;

static JhMoney
money_of (const JhCell *cell)
{
  return cell->kind == JH_CELL_MONEY ? cell->money : jh_money_blank ();
}

/* Whether both sides are the same; a blank and a zero are. */
static gboolean
holds (const Sum *sum)
{
  return sum->total.fen == sum->parts.fen;
}

static void
report (const Identity *identity, const JhGrid *grid, const Sum *sum,
        const char *row, const char *column, const char *whole,
        const char *of, GPtrArray *findings)
{
  const char *unit = jh_money_unit_name (grid->unit);
  g_autofree char *left = jh_money_format_exact (sum->total, grid->unit);
  g_autofree char *right = jh_money_format_exact (sum->parts, grid->unit);
  g_autofree char *difference = jh_money_format_exact (
    jh_money_subtract (jh_money (sum->total.fen), jh_money (sum->parts.fen)),
    grid->unit);
  g_autofree char *total = jh_finding_dup_amount (sum->total, grid->unit);
  g_autofree char *parts = jh_finding_dup_amount (sum->parts, grid->unit);
  g_autofree char *where
    = g_strdup_printf ("%s[%s, %s]", grid->name, row, column);
  JhFinding *finding = jh_finding_new (
    identity->rule, JH_SEVERITY_ERROR, where,
    "%s“%s”的“%s”是 %s，%s是 %s，相差 %s %s。%s", grid->name, row, column,
    total, of, parts, difference, unit, identity->mend);

  jh_finding_set_sides (finding, whole, left, of, right, difference);
  jh_finding_set_sheet (finding, grid->name);
  g_ptr_array_add (findings, finding);
}

static gboolean
matches_any (const GPtrArray *patterns, const char *key)
{
  for (guint i = 0; key && i < patterns->len; i++)
    if (g_pattern_match_simple (patterns->pdata[i], key))
      return TRUE;
  return FALSE;
}

/* In every row that has the total's column: total = sum of parts. */
static void
check_across (const Identity *identity, const JhGrid *grid,
              GPtrArray *findings)
{
  for (guint row = grid->header_rows; row < grid->n_rows; row++)
    {
      Sum sum = { jh_money_blank (), jh_money_blank () };
      const char *key = NULL;

      for (guint column = 0; column < grid->n_columns; column++)
        {
          const char *name = jh_grid_get_column_key (grid, row, column);
          JhMoney money = money_of (jh_grid_get_cell (grid, row, column));

          if (g_strcmp0 (name, identity->total) == 0)
            {
              sum.total = money;
              key = jh_grid_get_row_key (grid, row, column);
            }
          else if (matches_any (identity->parts, name))
            {
              sum.parts = jh_money_add (sum.parts, money);
            }
        }
      if (key && !holds (&sum))
        report (identity, grid, &sum, key, identity->total, identity->total,
                "各栏之和", findings);
    }
}

/* In the columns called @name, in whatever panel: total row = sum of the
 * rows of parts. */
static void
check_down_column (const Identity *identity, const JhGrid *grid,
                   const char *name, GPtrArray *findings)
{
  Sum sum = { jh_money_blank (), jh_money_blank () };
  gboolean found = FALSE;

  for (guint row = grid->header_rows; row < grid->n_rows; row++)
    for (guint column = 0; column < grid->n_columns; column++)
      {
        const char *key = jh_grid_get_row_key (grid, row, column);
        JhMoney money = money_of (jh_grid_get_cell (grid, row, column));

        if (g_strcmp0 (jh_grid_get_column_key (grid, row, column), name) != 0)
          continue;
        if (g_strcmp0 (key, identity->total) == 0)
          {
            sum.total = money;
            found = TRUE;
          }
        else if (matches_any (identity->parts, key))
          {
            sum.parts = jh_money_add (sum.parts, money);
          }
      }
  if (found && !holds (&sum))
    report (identity, grid, &sum, identity->total, name, identity->total,
            "各行之和", findings);
}

static void
check_down (const Identity *identity, const JhGrid *grid, GPtrArray *findings)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint row = grid->header_rows; row < grid->n_rows; row++)
    for (guint column = 0; column < grid->n_columns; column++)
      {
        const char *name = jh_grid_get_column_key (grid, row, column);

        if (name && g_hash_table_add (seen, (gpointer) name))
          check_down_column (identity, grid, name, findings);
      }
}

static gboolean
is_code (const char *key)
{
  return key && *key && strspn (key, "0123456789") == strlen (key);
}

/* The rows of the codes of @column, and of the grand total, by key. */
static GHashTable *
index_rows (const JhGrid *grid, guint column)
{
  GHashTable *rows = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint row = grid->header_rows; row < grid->n_rows; row++)
    {
      const char *key = jh_grid_get_row_key (grid, row, column);

      if (key && !g_hash_table_contains (rows, key))
        g_hash_table_insert (rows, (gpointer) key, GUINT_TO_POINTER (row));
    }
  return rows;
}

/* The row of the longest code above @key, else of the grand total; -1 for
 * none. */
static int
find_parent (const Identity *identity, GHashTable *rows, const char *key)
{
  g_autofree char *above = g_strdup (key);
  gpointer row;

  for (gsize length = strlen (key); length-- > 1;)
    {
      above[length] = '\0';
      if (g_hash_table_lookup_extended (rows, above, NULL, &row))
        return GPOINTER_TO_INT (row);
    }
  if (g_hash_table_lookup_extended (rows, identity->total, NULL, &row))
    return GPOINTER_TO_INT (row);
  return -1;
}

/* The parents of all rows of codes, by row; -1 for none. */
static int *
find_parents (const Identity *identity, const JhGrid *grid, guint column)
{
  g_autoptr (GHashTable) rows = index_rows (grid, column);
  int *parents = g_new (int, grid->n_rows + 1);

  for (guint row = 0; row < grid->n_rows; row++)
    {
      const char *key = jh_grid_get_row_key (grid, row, column);

      parents[row] = is_code (key) ? find_parent (identity, rows, key) : -1;
    }
  return parents;
}

static void
check_tree_column (const Identity *identity, const JhGrid *grid, guint column,
                   GPtrArray *findings)
{
  g_autofree int *parents = find_parents (identity, grid, column);
  g_autofree JhMoney *sums = g_new0 (JhMoney, grid->n_rows + 1);
  g_autofree gboolean *is_parent = g_new0 (gboolean, grid->n_rows + 1);

  for (guint row = grid->header_rows; row < grid->n_rows; row++)
    if (parents[row] >= 0)
      {
        int parent = parents[row];

        is_parent[parent] = TRUE;
        sums[parent] = jh_money_add (
          sums[parent], money_of (jh_grid_get_cell (grid, row, column)));
      }
  for (guint row = grid->header_rows; row < grid->n_rows; row++)
    {
      Sum sum
        = { money_of (jh_grid_get_cell (grid, row, column)), sums[row] };
      const char *key = jh_grid_get_row_key (grid, row, column);
      const char *name = jh_grid_get_column_key (grid, row, column);

      /* Where the parts are not told apart there is nothing to add up. */
      if (is_parent[row] && name && sums[row].known && !holds (&sum))
        report (identity, grid, &sum, key, name, key, "下级之和", findings);
    }
}

static void
check_tree (const Identity *identity, const JhGrid *grid, GPtrArray *findings)
{
  for (guint column = 0; column < grid->n_columns; column++)
    check_tree_column (identity, grid, column, findings);
}

void
jh_identities_check (const JhIdentities *identities, const JhGrid *grid,
                     GPtrArray *findings)
{
  static void (*const checks[]) (const Identity *, const JhGrid *,
                                 GPtrArray *)
    = { check_across, check_down, check_tree };

  for (guint i = 0; i < identities->list->len; i++)
    {
      const Identity *identity = identities->list->pdata[i];

      if (g_ptr_array_find_with_equal_func (identity->sheets, grid->name,
                                            g_str_equal, NULL))
        checks[identity->direction](identity, grid, findings);
    }
}
