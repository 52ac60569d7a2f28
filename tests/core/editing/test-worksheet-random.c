#include "fixture.h"

/* Whatever people do to a table, in whatever order, what it shows is what it
 * would show if the program was started again, memory holds what the file
 * does, and a view knows the rows that there are. */

#define SEEDS 12
#define STEPS 40

/* Texts that are typed, by column; right and wrong ones. */
static const char *const codes[] = { "P1", "P2", "P3", "P4", "", "P5\a" };
static const char *const names[]
  = { "甲", "乙", "", "督查\n经费", "=1+1", "'=1" };
static const char *const functionals[]
  = { "2010301", "2010302", "9999999", "乱写", "", "2013150 什么" };
static const char *const economics[] = { "30101", "住房公积金", "x", "" };
static const char *const categories[] = { "基本支出", "项目 支出", "别的" };
static const char *const funds[]
  = { "一般公共预算财政拨款", "其他资金", "", "没有" };
static const char *const figures[]
  = { "1", "2.5", "=1/3", "三", "", "-7", "0.00000001", "9元" };

/* A table, and what is typed into each of its columns. */
typedef struct
{
  JhTableId table;
  const char *const *fields;
  const struct
  {
    const char *const *texts;
    guint n;
  } columns[5];
} Case;

static const char *const project_fields[] = { "code", "name", NULL };
static const char *const expenditure_fields[]
  = { "functional", "economic", "category", "fund", "actual", NULL };

#define TEXTS(texts)                                                         \
  {                                                                          \
    texts, G_N_ELEMENTS (texts)                                              \
  }

static const Case cases[] = {
  { JH_TABLE_PROJECT, project_fields, { TEXTS (codes), TEXTS (names) } },
  { JH_TABLE_EXPENDITURE,
    expenditure_fields,
    { TEXTS (functionals), TEXTS (economics), TEXTS (categories),
      TEXTS (funds), TEXTS (figures) } },
};

/* What is done to a table.
 *
 * rows: what a view knows */
typedef struct
{
  const Case *what;
  Desk desk;
  JhWorksheet *sheet;
  GRand *rand;
  GPtrArray *rows;
} Play;

static void
items_cb (GListModel *model, guint first, guint removed, guint added,
          GPtrArray *rows)
{
  if (removed)
    g_ptr_array_remove_range (rows, first, removed);
  for (guint i = 0; i < added; i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (model, first + i);

      g_ptr_array_insert (rows, (int) (first + i), item);
    }
}

static JhWorksheet *
open_sheet (const Case *what, JhSession *session)
{
  return jh_worksheet_new (session, what->table, what->fields);
}

/* A number from 0 up to @end. */
static guint
draw (Play *play, guint end)
{
  return (guint) g_rand_int_range (play->rand, 0, (gint32) end);
}

static const char *
draw_text (Play *play, guint column)
{
  return play->what->columns[column]
    .texts[draw (play, play->what->columns[column].n)];
}

/* Writes a block of up to 4 rows somewhere. */
static void
write_block (Play *play)
{
  static const JhTableVerb verbs[]
    = { JH_VERB_TYPE, JH_VERB_PASTE, JH_VERB_CLEAR };
  JhTableVerb verb = verbs[draw (play, 3)];
  JhTableModel *model = JH_TABLE_MODEL (play->sheet);
  guint n = jh_table_model_count_columns (model);
  guint column = draw (play, n);
  g_autoptr (JhTableBlock) block = jh_table_block_new (
    draw (play, jh_table_model_count_rows (model)), column,
    1 + draw (play, 4), 1 + draw (play, n - column));
  g_auto (JhTableReport) report = { 0 };
  g_autoptr (GError) error = NULL;

  for (guint row = 0; row < block->n_rows; row++)
    for (guint i = 0; i < block->n_columns; i++)
      if (draw (play, 6) > 0)
        jh_table_block_set (
          block, row, i,
          verb == JH_VERB_CLEAR ? "" : draw_text (play, column + i));
  ck_assert (jh_table_model_write (model, block, verb, &report, &error));
  jh_assert_no_error (error);
}

static void
insert_rows (Play *play)
{
  g_autoptr (GError) error = NULL;

  ck_assert (jh_table_model_insert_rows (
    JH_TABLE_MODEL (play->sheet), draw (play, count_rows (play->sheet) + 1),
    1 + draw (play, 3), &error));
  jh_assert_no_error (error);
}

static void
remove_rows (Play *play)
{
  guint n = count_rows (play->sheet);
  guint rows[2];
  g_autoptr (GError) error = NULL;

  if (n == 0)
    return;
  rows[0] = draw (play, n);
  rows[1] = draw (play, n);
  ck_assert (jh_table_model_remove_rows (JH_TABLE_MODEL (play->sheet), rows,
                                         rows[0] == rows[1] ? 1 : 2, &error));
  jh_assert_no_error (error);
}

/* Undoes, and sometimes does again. */
static void
go_back (Play *play)
{
  g_autofree char *undo = NULL;
  g_autofree char *redo = NULL;

  ck_assert (jh_change_peek (play->desk.store, &undo, &redo, NULL));
  if (undo == NULL || g_str_equal (undo, "新建"))
    return;
  step_back (&play->desk, TRUE);
  if (draw (play, 2))
    step_back (&play->desk, FALSE);
}

static void
take_step (Play *play)
{
  switch (draw (play, 8))
    {
    case 0:
      insert_rows (play);
      return;
    case 1:
      remove_rows (play);
      return;
    case 2:
      go_back (play);
      return;
    default:
      write_block (play);
      return;
    }
}

/* Fails unless both sheets show the same. Which fault it is may differ: only
 * whoever was there knows which row has a key already. */
static void
assert_same (JhWorksheet *a, JhWorksheet *b)
{
  guint n = jh_table_model_count_columns (JH_TABLE_MODEL (a));

  ck_assert_uint_eq (count_rows (a), count_rows (b));
  for (guint row = 0; row < count_rows (a); row++)
    for (guint column = 0; column < n; column++)
      {
        g_auto (JhTableCell) left = { 0 };
        g_auto (JhTableCell) right = { 0 };

        jh_table_model_get_cell (JH_TABLE_MODEL (a), row, column, &left);
        jh_table_model_get_cell (JH_TABLE_MODEL (b), row, column, &right);
        ck_assert_str_eq (left.text, right.text);
        ck_assert_pstr_eq (left.note, right.note);
        ck_assert_msg (!left.fault == !right.fault, "%u, %u: %s, %s", row,
                       column, left.fault, right.fault);
        ck_assert_int_eq (jh_table_model_get_key (JH_TABLE_MODEL (a), row),
                          jh_table_model_get_key (JH_TABLE_MODEL (b), row));
      }
}

static void
assert_whole (Play *play)
{
  g_auto (Desk) other = { 0 };
  g_autoptr (JhWorksheet) sheet = NULL;
  const JhBooks *books = jh_session_get_books (play->desk.session);

  assert_rows (&play->desk, play->what->table,
               books->rows[play->what->table]->len);
  ck_assert_uint_eq (play->rows->len, count_rows (play->sheet));
  for (guint i = 0; i < play->rows->len; i++)
    {
      g_autoptr (GObject) item
        = g_list_model_get_item (G_LIST_MODEL (play->sheet), i);

      ck_assert_ptr_eq (item, play->rows->pdata[i]);
    }
  sit_down (&other, play->desk.path,
            jh_session_get_filing (play->desk.session), JH_STORE_READ);
  sheet = open_sheet (play->what, other.session);
  assert_same (play->sheet, sheet);
}

START_TEST (a_table_is_the_same_after_a_restart_whatever_was_done)
{
  Play play = { &cases[_i % 2] };

  new_desk (&play.desk);
  play.sheet = open_sheet (play.what, play.desk.session);
  play.rand = g_rand_new_with_seed ((guint32) _i);
  play.rows = g_ptr_array_new ();
  g_signal_connect (play.sheet, "items-changed", G_CALLBACK (items_cb),
                    play.rows);
  for (guint i = 0; i < STEPS; i++)
    {
      take_step (&play);
      assert_whole (&play);
    }
  g_signal_handlers_disconnect_by_data (play.sheet, play.rows);
  g_ptr_array_unref (play.rows);
  g_rand_free (play.rand);
  g_object_unref (play.sheet);
  get_up (&play.desk);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("worksheet-random");
  TCase *tcase = tcase_create ("random");

  tcase_set_timeout (tcase, 120);
  tcase_add_loop_test (
    tcase, a_table_is_the_same_after_a_restart_whatever_was_done, 0, SEEDS);
  suite_add_tcase (suite, tcase);
  return jh_test_run (suite);
}
