#include "jh-finding-order.h"

#include "jh-finding-place.h"

#define NONE G_MAXUINT

/* pages: static
 * titles: what heads are called; first the pages, then whatever came up
 * places: title -> its place in titles, for those behind the pages */
struct _JhFindingOrder
{
  const JhFindingPage *pages;
  guint n_pages;
  GPtrArray *titles;
  GHashTable *places;
};

/* One finding while rows are put in order.
 *
 * root: the finding under which it stands, itself when under none; NONE
 *   until that is known
 * shown: the filter lets it through
 * group: of a root, its kind and where
 * first, last, next: the findings under a root, and under the same root */
typedef struct
{
  guint root;
  gboolean shown;
  guint where;
  guint first;
  guint last;
  guint next;
  guint n_under;
} Entry;

typedef struct
{
  JhFindingOrder *order;
  const GPtrArray *findings;
  Entry *entries;
  GArray *rows;
} Listing;

JhFindingOrder *
jh_finding_order_new (const JhFindingPage *pages, guint n)
{
  JhFindingOrder *order = g_new (JhFindingOrder, 1);

  order->pages = pages;
  order->n_pages = n;
  order->titles = g_ptr_array_new_with_free_func (g_free);
  order->places = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (order->titles, g_strdup (pages[i].title));
  return order;
}

void
jh_finding_order_free (JhFindingOrder *order)
{
  if (order == NULL)
    return;
  g_hash_table_unref (order->places);
  g_ptr_array_unref (order->titles);
  g_free (order);
}

const char *
jh_finding_order_get_title (const JhFindingOrder *order, guint where)
{
  return order->titles->pdata[where];
}

/* The place of @title behind the pages. */
static guint
find_title (JhFindingOrder *order, const char *title)
{
  guint place = GPOINTER_TO_UINT (g_hash_table_lookup (order->places, title));

  if (place == 0)
    {
      char *copy = g_strdup (title);

      place = order->titles->len + 1;
      g_ptr_array_add (order->titles, copy);
      g_hash_table_insert (order->places, copy, GUINT_TO_POINTER (place));
    }
  return place - 1;
}

/* Where @finding stands. A sheet is a place of its own. */
static guint
find_where (JhFindingOrder *order, const JhFinding *finding)
{
  const char *page
    = *finding->table ? jh_place_find_page (finding->table) : NULL;

  for (guint i = 0; page && i < order->n_pages; i++)
    if (g_str_equal (order->pages[i].name, page))
      return i;
  return find_title (order, jh_finding_place_name (finding));
}

static gboolean
passes (const JhFinding *finding, const JhFindingFilter *filter)
{
  return filter->kinds & (1u << jh_finding_get_kind (finding))
         && (filter->page == NULL
             || g_str_equal (jh_finding_place_page (finding), filter->page));
}

/* The places of the findings: finding -> place + 1; NULL when nothing follows
 * from anything. */
static GHashTable *
map_findings (const GPtrArray *findings)
{
  GHashTable *map = NULL;

  for (guint i = 0; i < findings->len && map == NULL; i++)
    if (((const JhFinding *) findings->pdata[i])->cause)
      map = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < findings->len && map; i++)
    g_hash_table_insert (map, findings->pdata[i], GUINT_TO_POINTER (i + 1));
  return map;
}

/* The place of what @at follows from, when that is shown; else NONE. */
static guint
find_cause (const Listing *listing, GHashTable *map, guint at)
{
  const JhFinding *finding = listing->findings->pdata[at];
  guint place
    = finding->cause
        ? GPOINTER_TO_UINT (g_hash_table_lookup (map, finding->cause))
        : 0;

  return place > 0 && listing->entries[place - 1].shown ? place - 1 : NONE;
}

/* Looks under which finding @at stands: the first of those that it follows
 * from, one from another. Those on the way stand there as well. */
static void
find_root (Listing *listing, GHashTable *map, guint at)
{
  guint root = at;
  guint cause;

  while (listing->entries[root].root == NONE
         && (cause = find_cause (listing, map, root)) != NONE)
    root = cause;
  if (listing->entries[root].root != NONE)
    root = listing->entries[root].root;
  while (at != root && listing->entries[at].root == NONE)
    {
      listing->entries[at].root = root;
      at = find_cause (listing, map, at);
    }
  listing->entries[root].root = root;
}

/* Puts @at at the end of what stands under its root. */
static void
hang (Listing *listing, guint at)
{
  Entry *root = &listing->entries[listing->entries[at].root];

  if (root->first == NONE)
    root->first = at;
  else
    listing->entries[root->last].next = at;
  root->last = at;
  root->n_under++;
}

static void
find_roots (Listing *listing)
{
  g_autoptr (GHashTable) map = map_findings (listing->findings);

  for (guint i = 0; i < listing->findings->len; i++)
    {
      Entry *entry = &listing->entries[i];

      if (!entry->shown)
        continue;
      if (map)
        find_root (listing, map, i);
      else
        entry->root = i;
      if (entry->root == i)
        entry->where
          = find_where (listing->order, listing->findings->pdata[i]);
      else
        hang (listing, i);
    }
}

static gboolean
is_root (const Listing *listing, guint at)
{
  return listing->entries[at].shown && listing->entries[at].root == at;
}

/* In which of the groups the root @at is. */
static guint
get_group (const Listing *listing, guint at)
{
  return jh_finding_get_kind (listing->findings->pdata[at])
           * listing->order->titles->len
         + listing->entries[at].where;
}

/* The roots by group, the first of each group by @starts, which has one more
 * than there are groups. */
static guint *
sort_roots (const Listing *listing, guint *starts, guint n_groups)
{
  guint *sorted = g_new (guint, listing->findings->len + 1);
  g_autofree guint *ends = g_new0 (guint, n_groups + 1);

  for (guint i = 0; i < listing->findings->len; i++)
    if (is_root (listing, i))
      starts[get_group (listing, i) + 1]++;
  for (guint i = 0; i < n_groups; i++)
    {
      starts[i + 1] += starts[i];
      ends[i] = starts[i];
    }
  for (guint i = 0; i < listing->findings->len; i++)
    if (is_root (listing, i))
      sorted[ends[get_group (listing, i)]++] = i;
  return sorted;
}

static void
add_row (Listing *listing, guint finding, const JhFindingLine *head)
{
  JhFindingLine row
    = { .finding = finding,
        .kind = head->kind,
        .where = head->where,
        .follows = listing->entries[finding].root != finding };

  g_array_append_val (listing->rows, row);
}

/* The group @group, whose @n roots are @roots. */
static void
add_group (Listing *listing, guint group, const guint *roots, guint n)
{
  guint n_titles = listing->order->titles->len;
  JhFindingLine head = { .finding = JH_FINDING_HEAD,
                         .kind = (JhFindingKind) (group / n_titles),
                         .where = group % n_titles,
                         .count = n };

  for (guint i = 0; i < n; i++)
    head.count += listing->entries[roots[i]].n_under;
  if (n > 0)
    g_array_append_val (listing->rows, head);
  for (guint i = 0; i < n; i++)
    {
      add_row (listing, roots[i], &head);
      for (guint at = listing->entries[roots[i]].first; at != NONE;
           at = listing->entries[at].next)
        add_row (listing, at, &head);
    }
}

static void
add_groups (Listing *listing)
{
  guint n = JH_N_FINDING_KINDS * listing->order->titles->len;
  g_autofree guint *starts = g_new0 (guint, n + 1);
  g_autofree guint *roots = sort_roots (listing, starts, n);

  for (guint i = 0; i < n; i++)
    add_group (listing, i, roots + starts[i], starts[i + 1] - starts[i]);
}

GArray *
jh_finding_order_list (JhFindingOrder *order, const GPtrArray *findings,
                       const JhFindingFilter *filter)
{
  g_autofree Entry *entries = g_new (Entry, findings->len + 1);
  Listing listing = { order, findings, entries,
                      g_array_new (FALSE, FALSE, sizeof (JhFindingLine)) };

  for (guint i = 0; i < findings->len; i++)
    entries[i] = (Entry){ .root = NONE,
                          .shown = passes (findings->pdata[i], filter),
                          .first = NONE,
                          .next = NONE };
  find_roots (&listing);
  add_groups (&listing);
  return listing.rows;
}
