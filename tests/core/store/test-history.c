/* A long series of edits, undos and redos, held against a model. */
#include "../books/fixture.h"

#define STEPS 300

/* What the books are to be: one text for each change that holds, and those
 * that could be done again.
 *
 * states: JhBooks after each change; the first before any
 * now: which of them holds */
typedef struct
{
  JhStore *store;
  gint64 id;
  GPtrArray *states;
  guint now;
} Model;

/* Changes the filing at random: a row added, changed or taken out. */
static void
edit (Model *model, GRand *random)
{
  JhChange *change = begin (model->store, "改");
  g_autoptr (JhBooks) books = load_books (model->store, model->id);
  JhTableId id = (JhTableId) g_rand_int_range (random, 0, JH_N_TABLES);
  GPtrArray *rows = books->rows[id];
  g_autoptr (GError) error = NULL;
  gint32 pick = g_rand_int_range (random, 0, 3);
  gboolean good;

  if (pick == 0 && rows->len > 0)
    good = jh_table_remove (model->store, model->id, rows->pdata[0], &error);
  else if (rows->len > 0 && id == JH_TABLE_REASON && pick == 1)
    {
      g_autofree char *words
        = g_strdup_printf ("%u", g_rand_int (random));

      jh_row_set_text (rows->pdata[0],
                       jh_table_find_field (jh_reason_table (), "words"),
                       words);
      good = jh_table_update (model->store, model->id, rows->pdata[0],
                              &error);
    }
  else
    {
      gpointer row = jh_row_new (jh_carryover_table ());
      JhCarryover *carryover = row;

      g_free (carryover->fund);
      carryover->fund = g_strdup ("其他资金");
      g_free (carryover->kind);
      carryover->kind = g_strdup ("结余分配");
      carryover->amount
        = jh_money (g_rand_int_range (random, 0, 1000000));
      good = jh_table_insert (model->store, model->id, row, &error);
      jh_row_free (row);
    }
  jh_assert_no_error (error);
  ck_assert (good);
  commit (change);
  g_ptr_array_set_size (model->states, (int) model->now + 1);
  g_ptr_array_add (model->states, load_books (model->store, model->id));
  model->now++;
}

/* Undoes or redoes, as far as the model says that it can be. */
static void
go (Model *model, gboolean undo)
{
  g_autoptr (GError) error = NULL;
  gboolean possible = undo ? model->now > 0
                           : model->now + 1 < model->states->len;

  if (undo && !possible)
    return;
  if (!possible)
    {
      ck_assert (!jh_change_redo (model->store, NULL, &error));
      jh_assert_error (error, JH_ERROR_NOT_FOUND, "没有可以重做");
      return;
    }
  ck_assert (undo ? jh_change_undo (model->store, NULL, &error)
                  : jh_change_redo (model->store, NULL, &error));
  jh_assert_no_error (error);
  model->now += undo ? -1 : 1;
}

static void
step (Model *model, GRand *random)
{
  gint32 pick = g_rand_int_range (random, 0, 10);
  g_autoptr (JhBooks) books = NULL;

  if (pick < 5)
    edit (model, random);
  else
    go (model, pick < 8);
  books = load_books (model->store, model->id);
  ck_assert (jh_books_equal (books, model->states->pdata[model->now]));
}

START_TEST (three_hundred_edits_undos_and_redos_are_as_the_model_says)
{
  g_autofree char *path = new_path ();
  g_autoptr (GRand) random = g_rand_new_with_seed ((guint32) _i + 1);
  Model model = { .store = open_books (path, JH_STORE_CREATE) };

  model.id = new_full_filing (model.store, "U1", 2023);
  model.states
    = g_ptr_array_new_with_free_func ((GDestroyNotify) jh_books_free);
  g_ptr_array_add (model.states, load_books (model.store, model.id));
  for (int i = 0; i < STEPS; i++)
    {
      if (i % 60 == 59)
        {
          jh_store_close (model.store);
          model.store = open_books (path, JH_STORE_WRITE);
        }
      step (&model, random);
    }
  g_ptr_array_unref (model.states);
  jh_store_close (model.store);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("history");
  TCase *history = tcase_create ("history");

  tcase_set_timeout (history, 120);
  tcase_add_loop_test (
    history, three_hundred_edits_undos_and_redos_are_as_the_model_says, 0,
    3);
  suite_add_tcase (suite, history);
  return jh_test_run (suite);
}
