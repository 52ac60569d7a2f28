/* Which block is written, without a display. */
#include <glib.h>
#include <string.h>

#include "jh-error.h"
#include "jh-table-paste.h"
#include "jh-test.h"

/* Cells a, b, c … row by row. */
static JhTableBlock *
make_clip (guint n_rows, guint n_columns)
{
  JhTableBlock *clip = jh_table_block_new (7, 7, n_rows, n_columns);

  for (guint i = 0; i < n_rows * n_columns; i++)
    clip->texts[i] = g_strdup_printf ("%c", 'a' + (int) i);
  return clip;
}

/* All texts of @block, rows between bars. */
static char *
spell (const JhTableBlock *block)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < block->n_rows * block->n_columns; i++)
    {
      if (i > 0 && i % block->n_columns == 0)
        g_string_append_c (text, '|');
      g_string_append (text, block->texts[i] ? block->texts[i] : "-");
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static const struct
{
  guint clip_rows, clip_columns;
  JhTableArea target;
  guint n_rows;
  const char *written;
  guint lost_rows, lost_columns;
} pastes[] = {
  /* One cell over a block fills it, */
  { 1, 1, { 1, 1, 2, 3 }, 9, "aaa|aaa", 0, 0 },
  /* a block on one cell spreads, */
  { 2, 2, { 1, 1, 1, 1 }, 9, "ab|cd", 0, 0 },
  /* and repeats where it goes in evenly, */
  { 1, 2, { 0, 0, 2, 4 }, 9, "abab|abab", 0, 0 },
  { 2, 1, { 0, 0, 4, 1 }, 9, "a|b|a|b", 0, 0 },
  /* else it spreads from the corner. */
  { 2, 2, { 0, 0, 3, 3 }, 9, "ab|cd", 0, 0 },
  /* What does not fit is counted, */
  { 3, 1, { 7, 0, 1, 1 }, 9, "a|b", 1, 0 },
  { 1, 3, { 0, 4, 1, 1 }, 9, "a", 0, 2 },
  { 3, 3, { 8, 3, 1, 1 }, 9, "ab", 2, 1 },
  /* but a table that grows takes all rows. */
  { 3, 1, { 7, 0, 1, 1 }, G_MAXUINT, "a|b|c", 0, 0 },
};

START_TEST (a_paste_goes_where_a_spreadsheet_puts_it)
{
  g_autoptr (JhTableBlock) clip
    = make_clip (pastes[_i].clip_rows, pastes[_i].clip_columns);
  g_autoptr (GError) error = NULL;
  g_auto (JhTablePaste) paste = { 0 };
  g_autofree char *written = NULL;

  ck_assert (jh_table_paste (clip, pastes[_i].target, pastes[_i].n_rows, 5,
                             &paste, &error));
  written = spell (paste.block);
  ck_assert_str_eq (written, pastes[_i].written);
  ck_assert_uint_eq (paste.block->row, pastes[_i].target.row);
  ck_assert_uint_eq (paste.block->column, pastes[_i].target.column);
  ck_assert_uint_eq (paste.lost_rows, pastes[_i].lost_rows);
  ck_assert_uint_eq (paste.lost_columns, pastes[_i].lost_columns);
}
END_TEST

START_TEST (what_did_not_fit_is_said)
{
  static const struct
  {
    guint rows, columns;
    const char *words;
  } losses[] = {
    { 0, 0, NULL },
    { 2, 0, "粘贴的内容超出了这张表，最后 2 行没有粘贴。" },
    { 0, 3, "粘贴的内容超出了这张表，右边 3 列没有粘贴。" },
    { 1, 1, "粘贴的内容超出了这张表，最后 1 行、右边 1 列没有粘贴。" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (losses); i++)
    {
      JhTablePaste paste = { NULL, losses[i].rows, losses[i].columns };
      g_autofree char *words = jh_table_paste_dup_loss (&paste);

      ck_assert_pstr_eq (words, losses[i].words);
    }
}
END_TEST

START_TEST (nothing_fits_behind_the_end)
{
  g_autoptr (JhTableBlock) clip = make_clip (1, 1);
  g_autoptr (GError) error = NULL;
  g_auto (JhTablePaste) paste = { 0 };

  ck_assert (!jh_table_paste (clip, (JhTableArea){ 9, 0, 1, 1 }, 9, 5, &paste,
                              &error));
  jh_assert_error (error, JH_ERROR_USAGE, "放不下");
}
END_TEST

START_TEST (too_much_at_once_is_refused)
{
  g_autoptr (JhTableBlock) clip = make_clip (1, 1);
  g_autoptr (GError) error = NULL;
  g_auto (JhTablePaste) paste = { 0 };

  ck_assert (!jh_table_paste (clip, (JhTableArea){ 0, 0, 400001, 1 },
                              G_MAXUINT, 5, &paste, &error));
  jh_assert_error (error, JH_ERROR_USAGE, "400001");
}
END_TEST

/* A cell says its place. */
static char *
read_place (guint row, guint column, gpointer data)
{
  return g_strdup_printf ("%u%u", row, column);
}

static const struct
{
  JhTableArea area;
  gboolean down;
  guint row, column;
  const char *written;
} fills[] = {
  { { 1, 1, 3, 2 }, TRUE, 2, 1, "1112|1112" },
  { { 1, 1, 2, 3 }, FALSE, 1, 2, "1111|2121" },
  { { 3, 2, 1, 2 }, TRUE, 3, 2, "2223" },
  { { 3, 2, 2, 1 }, FALSE, 3, 2, "31|41" },
};

START_TEST (filling_copies_the_first_or_the_one_before)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JhTableBlock) block = jh_table_fill (
    fills[_i].area, fills[_i].down, read_place, NULL, &error);
  g_autofree char *written = NULL;

  ck_assert_ptr_nonnull (block);
  written = spell (block);
  ck_assert_str_eq (written, fills[_i].written);
  ck_assert_uint_eq (block->row, fills[_i].row);
  ck_assert_uint_eq (block->column, fills[_i].column);
}
END_TEST

START_TEST (nothing_is_before_the_first)
{
  g_autoptr (GError) error = NULL;

  ck_assert_ptr_null (jh_table_fill ((JhTableArea){ 0, 3, 1, 2 }, TRUE,
                                     read_place, NULL, &error));
  jh_assert_error (error, JH_ERROR_USAGE, "上面没有");
  ck_assert_ptr_null (jh_table_fill ((JhTableArea){ 3, 0, 2, 1 }, FALSE,
                                     read_place, NULL, &error));
  jh_assert_error (error, JH_ERROR_USAGE, "左边没有");
}
END_TEST

START_TEST (taking_takes_all)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JhTableBlock) block
    = jh_table_take ((JhTableArea){ 4, 2, 2, 2 }, read_place, NULL, &error);
  g_autofree char *taken = spell (block);

  ck_assert_str_eq (taken, "4243|5253");
  ck_assert_ptr_null (jh_table_take ((JhTableArea){ 0, 0, 100000, 5 },
                                     read_place, NULL, &error));
  jh_assert_error (error, JH_ERROR_USAGE, "500000");
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("paste");
  TCase *paste = tcase_create ("paste");

  tcase_add_loop_test (paste, a_paste_goes_where_a_spreadsheet_puts_it, 0,
                       G_N_ELEMENTS (pastes));
  tcase_add_test (paste, what_did_not_fit_is_said);
  tcase_add_test (paste, nothing_fits_behind_the_end);
  tcase_add_test (paste, too_much_at_once_is_refused);
  tcase_add_loop_test (paste, filling_copies_the_first_or_the_one_before, 0,
                       G_N_ELEMENTS (fills));
  tcase_add_test (paste, nothing_is_before_the_first);
  tcase_add_test (paste, taking_takes_all);
  suite_add_tcase (suite, paste);
  return jh_test_run (suite);
}
