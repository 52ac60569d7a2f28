#include "jh-findings-grid.h"

/* The columns, and how wide they are. */
static const struct
{
  const char *head;
  double width;
} columns[] = {
  { "序号", 6 },    { "级别", 6 },      { "编号", 8 },
  { "问题", 44 },   { "两边的数", 30 }, { "相差", 12 },
  { "在哪里", 26 }, { "怎么改", 30 },   { "审核说明", 24 },
};

/* Most rows that a report has; the rest is told of in a note. */
#define ROWS_MOST 100000

/* Both sides with what they are called. The caller frees it. */
static char *
dup_sides (const JhFinding *finding)
{
  if (*finding->left_name == '\0')
    return g_strdup ("");
  return g_strdup_printf (
    "%s：%s；%s：%s", finding->left_name,
    *finding->left_value ? finding->left_value : "空白", finding->right_name,
    *finding->right_value ? finding->right_value : "空白");
}

/* What was written of @finding. The caller frees it. */
static char *
dup_waiver (const JhFinding *finding)
{
  if (finding->waiver == JH_WAIVER_NONE)
    return g_strdup ("");
  return g_strdup_printf ("%s%s（%s）", finding->waived ? "" : "已失效：",
                          finding->waiver_words, finding->waiver_author);
}

static void
fill_row (JhGrid *grid, guint row, const JhFinding *finding)
{
  g_autofree char *number = g_strdup_printf ("%u", row);
  g_autofree char *sides = dup_sides (finding);
  g_autofree char *waiver = dup_waiver (finding);

  jh_grid_set_text (grid, row, 0, JH_ROLE_CENTER, number);
  jh_grid_set_text (grid, row, 1, JH_ROLE_CENTER,
                    jh_severity_name (finding->severity));
  jh_grid_set_text (grid, row, 2, JH_ROLE_CENTER, finding->rule);
  jh_grid_set_text (grid, row, 3, JH_ROLE_WORDS, finding->message);
  jh_grid_set_text (grid, row, 4, JH_ROLE_WORDS, sides);
  jh_grid_set_text (grid, row, 5, JH_ROLE_VALUE, finding->difference);
  jh_grid_set_text (grid, row, 6, JH_ROLE_WORDS, finding->where);
  jh_grid_set_text (grid, row, 7, JH_ROLE_WORDS, finding->mend);
  jh_grid_set_text (grid, row, 8, JH_ROLE_WORDS, waiver);
}

static void
fill_heads (JhGrid *grid)
{
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      jh_grid_set_text (grid, 0, i, JH_ROLE_HEADER, columns[i].head);
      jh_grid_column (grid, i)->width = columns[i].width;
      jh_grid_column (grid, i)->group = i;
    }
}

static void
set_heading (JhGrid *grid, const JhFiling *filing, const GPtrArray *findings,
             const char *date)
{
  g_free (grid->name);
  g_free (grid->tab);
  g_free (grid->title);
  g_free (grid->subtitle);
  g_free (grid->unit_name);
  grid->name = g_strdup ("审核报告");
  grid->tab = g_strdup ("审核报告");
  grid->title = g_strdup_printf ("%d 年度部门决算审核报告", filing->year);
  grid->subtitle
    = g_strdup_printf ("%s　错误 %u 条，警告 %u 条，提示 %u 条", date,
                       jh_findings_count (findings, JH_SEVERITY_ERROR),
                       jh_findings_count (findings, JH_SEVERITY_WARNING),
                       jh_findings_count (findings, JH_SEVERITY_NOTICE));
  grid->unit_name = g_strdup_printf ("%s（%s）", filing->name, filing->code);
}

JhGrid *
jh_findings_grid_new (const JhFiling *filing, const GPtrArray *findings,
                      const char *date)
{
  guint n = MIN (findings->len, ROWS_MOST);
  JhGrid *grid = jh_grid_new (n + 1, G_N_ELEMENTS (columns));

  set_heading (grid, filing, findings, date);
  fill_heads (grid);
  for (guint i = 0; i < n; i++)
    fill_row (grid, i + 1, findings->pdata[i]);
  if (findings->len > n)
    g_ptr_array_add (
      grid->notes, g_strdup_printf ("还有 %u 条没有列出", findings->len - n));
  grid->unit = filing->money_unit;
  grid->shows_unit = TRUE;
  grid->header_rows = 1;
  grid->frozen_columns = 0;
  grid->landscape = TRUE;
  grid->pages_wide = 1;
  return grid;
}
