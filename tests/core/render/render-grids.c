#include "render-grids.h"

#include "jh-error.h"
#include "jh-test.h"

#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>

void
render_set (char **field, const char *text)
{
  g_free (*field);
  *field = g_strdup (text);
}

void
render_set_money (JhGrid *grid, guint row, guint column, gint64 fen)
{
  JhCell *cell = jh_grid_edit_cell (grid, row, column);

  cell->kind = JH_CELL_MONEY;
  cell->role = JH_ROLE_VALUE;
  cell->money = jh_money (fen);
}

static JhCell *
set_kind (JhGrid *grid, guint column, JhCellKind kind)
{
  JhCell *cell = jh_grid_edit_cell (grid, 1, column);

  cell->kind = kind;
  cell->role = JH_ROLE_VALUE;
  return cell;
}

JhGrid *
render_kinds (void)
{
  static const char *const heads[] = { "名称", "金额", "比率", "得分",
                                       "个数", "无",   "空" };
  JhGrid *grid = jh_grid_new (2, G_N_ELEMENTS (heads));

  render_set (&grid->name, "公开99");
  render_set (&grid->tab, "测试表");
  render_set (&grid->number, "公开99表");
  render_set (&grid->title, "各种单元格");
  render_set (&grid->unit_name, "某某局");
  grid->unit = JH_MONEY_WAN;
  grid->shows_unit = TRUE;
  grid->header_rows = 1;
  g_ptr_array_add (grid->notes, g_strdup ("注：本表用于测试。"));
  for (guint c = 0; c < G_N_ELEMENTS (heads); c++)
    jh_grid_set_text (grid, 0, c, JH_ROLE_HEADER, heads[c]);
  jh_grid_set_text (grid, 1, 0, JH_ROLE_LABEL, "=1+1");
  render_set_money (grid, 1, 1, 210029999);
  set_kind (grid, 2, JH_CELL_RATE)->rate = (JhRatio){ 44776, 100000 };
  set_kind (grid, 3, JH_CELL_POINTS)->points = 950;
  set_kind (grid, 4, JH_CELL_COUNT)->count = 12;
  set_kind (grid, 5, JH_CELL_NONE);
  set_kind (grid, 6, JH_CELL_BLANK);
  return grid;
}

JhGrid *
render_amounts (guint n_rows, guint n_columns, guint group)
{
  JhGrid *grid = jh_grid_new (n_rows, n_columns);

  render_set (&grid->name, "公开98");
  render_set (&grid->title, "许多金额");
  grid->header_rows = 1;
  grid->frozen_columns = 1;
  for (guint r = 0; r < n_rows; r++)
    for (guint c = 0; c < n_columns; c++)
      {
        g_autofree char *text = g_strdup_printf ("行%u列%u", r, c);

        jh_grid_column (grid, c)->group = group > 0 ? c / group : 0;
        if (r == 0 || c == 0)
          jh_grid_set_text (grid, r, c,
                            r == 0 ? JH_ROLE_HEADER : JH_ROLE_LABEL, text);
        else
          render_set_money (grid, r, c, r * 1000 + c);
      }
  return grid;
}

JhWorkbook *
render_book (JhGrid *grid)
{
  JhWorkbook *book = jh_workbook_new ("测试");

  jh_workbook_take_grid (book, grid);
  return book;
}

gboolean
render_is_empty (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);

  return g_dir_read_name (dir) == NULL;
}

void
render_limit_files (gsize bytes)
{
  struct rlimit limit;

  signal (SIGXFSZ, SIG_IGN);
  ck_assert_int_eq (getrlimit (RLIMIT_FSIZE, &limit), 0);
  limit.rlim_cur = bytes;
  ck_assert_int_eq (setrlimit (RLIMIT_FSIZE, &limit), 0);
}

static void
check_no_folder (RenderFunc render, const JhWorkbook *book)
{
  g_autofree char *folder = jh_test_folder ();
  g_autofree char *missing = g_build_filename (folder, "没有", NULL);
  g_autoptr (GError) error = NULL;

  ck_assert (!render (book, missing, "a", NULL, NULL, NULL, &error));
  jh_assert_error (error, JH_ERROR_NOT_FOUND, "不存在");
  ck_assert (!render (book, folder, "../a", NULL, NULL, NULL, &error));
  jh_assert_error (error, JH_ERROR_USAGE, "不能用作文件名");
  ck_assert (render_is_empty (folder));
}

static void
check_read_only (RenderFunc render, const JhWorkbook *book)
{
  g_autofree char *folder = jh_test_folder ();
  g_autoptr (GError) error = NULL;

  ck_assert_int_eq (chmod (folder, 0555), 0);
  ck_assert (!render (book, folder, "a", NULL, NULL, NULL, &error));
  ck_assert_int_eq (chmod (folder, 0755), 0);
  jh_assert_error (error, JH_ERROR_READ_ONLY, "只读");
  ck_assert (render_is_empty (folder));
}

static void
check_no_grid (RenderFunc render)
{
  g_autofree char *folder = jh_test_folder ();
  g_autoptr (JhWorkbook) book = jh_workbook_new ("空");
  g_autoptr (GError) error = NULL;

  ck_assert (!render (book, folder, "a", NULL, NULL, NULL, &error));
  jh_assert_error (error, JH_ERROR_USAGE, "没有可以输出的表");
  ck_assert (render_is_empty (folder));
}

static void
cancel_cb (guint done, guint total, gpointer data)
{
  ck_assert_uint_le (done, total);
  if (done == 1)
    g_cancellable_cancel (data);
}

static void
check_cancelled (RenderFunc render, const JhWorkbook *book)
{
  g_autofree char *folder = jh_test_folder ();
  g_autofree char *old = jh_test_write (folder, "a", "旧", -1);
  g_autofree char *content = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  ck_assert (!render (book, folder, "a", cancellable, cancel_cb, cancellable,
                      &error));
  jh_assert_error (error, JH_ERROR_CANCELLED, "已按要求停止");
  content = jh_test_read (old, NULL);
  ck_assert_str_eq (content, "旧");
  ck_assert_int_eq (remove (old), 0);
  ck_assert (render_is_empty (folder));
}

static void
check_full (RenderFunc render, const JhWorkbook *book)
{
  g_autofree char *folder = jh_test_folder ();
  g_autoptr (GError) error = NULL;

  render_limit_files (1024);
  ck_assert (!render (book, folder, "a", NULL, NULL, NULL, &error));
  render_limit_files (RLIM_INFINITY);
  jh_assert_error (error, JH_ERROR_FULL, "无法写入");
  ck_assert (render_is_empty (folder));
}

void
render_check_failures (RenderFunc render)
{
  g_autoptr (JhWorkbook) book = render_book (render_kinds ());

  jh_workbook_take_grid (book, render_amounts (5, 5, 0));
  check_no_folder (render, book);
  check_read_only (render, book);
  check_no_grid (render);
  check_cancelled (render, book);
  check_full (render, book);
}
