/* Changes with a name, the log, undo and redo. */
#include "../books/fixture.h"
#include "raw.h"

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

/* The log of @store, the newest first. */
static GPtrArray *
list_log (JhStore *store)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *entries = jh_change_list (store, NULL, 100, 100, &error);

  jh_assert_no_error (error);
  return entries;
}

static guint
count_log (JhStore *store)
{
  g_autoptr (GPtrArray) entries = list_log (store);

  return entries->len;
}

/* Undoes or redoes, which is expected to be @name. */
static void
again (JhStore *store, gboolean undo, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *done = NULL;
  gboolean good = undo ? jh_change_undo (store, &done, &error)
                       : jh_change_redo (store, &done, &error);

  jh_assert_no_error (error);
  ck_assert (good);
  ck_assert_str_eq (done, name);
}

/* Undoes or redoes, which is expected to be refused. */
static void
refuse (JhStore *store, gboolean undo, JhErrorCode code, const char *part)
{
  g_autoptr (GError) error = NULL;

  ck_assert (!(undo ? jh_change_undo (store, NULL, &error)
                    : jh_change_redo (store, NULL, &error)));
  jh_assert_error (error, code, part);
}

START_TEST (a_change_that_is_committed_stays_over_a_restart)
{
  g_autofree char *path = new_path ();
  JhStore *store = open_books (path, JH_STORE_CREATE);
  gint64 id = new_full_filing (store, "U1", 2023);

  change_words (store, id, "甲");
  jh_store_close (store);
  store = open_books (path, JH_STORE_READ);
  assert_words (store, id, "甲");
  jh_store_close (store);
}
END_TEST

START_TEST (a_change_that_is_freed_leaves_nothing)
{
  g_autoptr (JhStore) store = new_books ();
  gint64 id = new_full_filing (store, "U1", 2023);
  g_autofree char *before = get_words (store, id);
  guint entries = count_log (store);
  JhChange *change = begin (store, "不要了");

  set_words (store, id, "不要的");
  jh_change_free (change);
  assert_words (store, id, before);
  ck_assert_uint_eq (count_log (store), entries);
}
END_TEST

START_TEST (a_change_that_changed_nothing_leaves_no_trace)
{
  g_autoptr (JhStore) store = new_books ();
  gint64 id = new_full_filing (store, "U1", 2023);
  guint entries = count_log (store);
  g_autofree char *words = get_words (store, id);

  commit (begin (store, "什么也没做"));
  change_words (store, id, words);
  ck_assert_uint_eq (count_log (store), entries);
}
END_TEST

START_TEST (the_log_tells_who_when_which_table_before_and_after)
{
  g_autoptr (JhStore) store = new_books ();
  gint64 id = new_full_filing (store, "U1", 2023);
  g_autofree char *before = get_words (store, id);
  g_autoptr (GPtrArray) log = NULL;
  const JhChangeEntry *entry;
  const JhChangeRow *row;
  gboolean found = FALSE;

  jh_store_set_author (store, "经办");
  change_words (store, id, "改后");
  log = list_log (store);
  entry = log->pdata[0];
  ck_assert_str_eq (entry->author, "经办");
  ck_assert_str_eq (entry->name, "改后");
  ck_assert_str_eq (entry->kind, "do");
  ck_assert_str_eq (entry->state, "done");
  ck_assert_int_eq (entry->filing, id);
  ck_assert_uint_eq (strlen (entry->at), strlen ("2023-12-31T17:05:09+0800"));
  ck_assert_uint_eq (entry->rows->len, 1);
  row = entry->rows->pdata[0];
  ck_assert_str_eq (row->table, "reason");
  ck_assert_int_eq (row->action, JH_ROW_UPDATED);
  for (guint i = 0; i < row->values->len; i++)
    {
      const JhChangeValue *value
        = &g_array_index (row->values, JhChangeValue, i);

      if (!g_str_equal (value->column, "words"))
        continue;
      found = TRUE;
      ck_assert_str_eq (value->before, before);
      ck_assert_str_eq (value->after, "改后");
    }
  ck_assert (found);
}
END_TEST

START_TEST (the_log_of_one_filing_leaves_out_the_others)
{
  g_autoptr (JhStore) store = new_books ();
  g_autoptr (GError) error = NULL;
  gint64 one = new_full_filing (store, "U1", 2023);
  gint64 two = new_full_filing (store, "U2", 2023);
  g_autoptr (GPtrArray) log = NULL;

  change_words (store, one, "甲");
  change_words (store, two, "乙");
  log = jh_change_list (store, &(JhChangeFilter){ .filing = two }, 10, 10,
                        &error);
  jh_assert_no_error (error);
  ck_assert_uint_eq (log->len, 2);
  ck_assert_str_eq (((JhChangeEntry *) log->pdata[0])->name, "乙");
}
END_TEST

START_TEST (undo_and_redo_go_through_the_changes_in_their_order)
{
  g_autofree char *path = new_path ();
  JhStore *store = open_books (path, JH_STORE_CREATE);
  gint64 id = new_full_filing (store, "U1", 2023);
  g_autofree char *first = get_words (store, id);

  change_words (store, id, "甲");
  change_words (store, id, "乙");
  again (store, TRUE, "乙");
  assert_words (store, id, "甲");
  jh_store_close (store);
  store = open_books (path, JH_STORE_WRITE);
  again (store, TRUE, "甲");
  assert_words (store, id, first);
  again (store, FALSE, "甲");
  assert_words (store, id, "甲");
  jh_store_close (store);
  store = open_books (path, JH_STORE_WRITE);
  again (store, FALSE, "乙");
  assert_words (store, id, "乙");
  refuse (store, FALSE, JH_ERROR_NOT_FOUND, "没有可以重做的修改");
  jh_store_close (store);
}
END_TEST

START_TEST (peeking_names_what_undo_and_redo_would_do)
{
  g_autoptr (JhStore) store = new_books ();
  gint64 id = new_full_filing (store, "U1", 2023);
  g_autoptr (GError) error = NULL;
  g_autofree char *undo = NULL;
  g_autofree char *redo = NULL;

  change_words (store, id, "甲");
  change_words (store, id, "乙");
  again (store, TRUE, "乙");
  ck_assert (jh_change_peek (store, &undo, &redo, &error));
  ck_assert_str_eq (undo, "甲");
  ck_assert_str_eq (redo, "乙");
}
END_TEST

START_TEST (a_new_change_ends_what_could_be_redone)
{
  g_autoptr (JhStore) store = new_books ();
  gint64 id = new_full_filing (store, "U1", 2023);

  change_words (store, id, "甲");
  again (store, TRUE, "甲");
  change_words (store, id, "乙");
  refuse (store, FALSE, JH_ERROR_NOT_FOUND, "没有可以重做的修改");
  assert_words (store, id, "乙");
}
END_TEST

START_TEST (new_books_have_nothing_to_undo_or_redo)
{
  g_autoptr (JhStore) store = new_books ();

  refuse (store, TRUE, JH_ERROR_NOT_FOUND, "没有可以撤销的修改");
  refuse (store, FALSE, JH_ERROR_NOT_FOUND, "没有可以重做的修改");
}
END_TEST

START_TEST (a_whole_filing_goes_and_comes_back)
{
  g_autoptr (JhStore) store = new_books ();
  gint64 id = new_full_filing (store, "U1", 2023);
  g_autoptr (JhBooks) before = load_books (store, id);
  g_autoptr (JhBooks) after = NULL;
  g_autoptr (GError) error = NULL;

  again (store, TRUE, "填报");
  ck_assert_ptr_null (jh_filing_get (store, id, &error));
  jh_assert_error (error, JH_ERROR_NOT_FOUND, "不在账套里");
  again (store, FALSE, "填报");
  after = load_books (store, id);
  ck_assert (jh_books_equal (before, after));
}
END_TEST

START_TEST (a_filing_that_was_taken_out_comes_back_whole)
{
  g_autoptr (JhStore) store = new_books ();
  gint64 id = new_full_filing (store, "U1", 2023);
  g_autoptr (JhBooks) before = load_books (store, id);
  g_autoptr (JhBooks) after = NULL;
  g_autoptr (GError) error = NULL;
  JhChange *change = begin (store, "删去");

  ck_assert (jh_filing_remove (store, before->filing, &error));
  commit (change);
  again (store, TRUE, "删去");
  after = load_books (store, id);
  ck_assert (jh_books_equal (before, after));
}
END_TEST

/* Puts the rows of every table of @books into the filing @id again, the last
 * ones first. */
static void
replace_backwards (JhStore *store, gint64 id, JhBooks *books)
{
  g_autoptr (GError) error = NULL;
  JhChange *change = begin (store, "重新导入");

  for (int table = 0; table < JH_N_TABLES; table++)
    for (guint i = 0; i < books->rows[table]->len / 2; i++)
      {
        gpointer *rows = books->rows[table]->pdata;
        gpointer row = rows[i];
        guint other = books->rows[table]->len - 1 - i;

        rows[i] = rows[other];
        rows[other] = row;
      }
  ck_assert (jh_books_clear (store, id, &error));
  ck_assert (jh_books_insert (store, books, &error));
  jh_assert_no_error (error);
  commit (change);
}

START_TEST (a_filing_replaced_in_another_order_goes_back_and_forth)
{
  g_autoptr (JhStore) store = new_books ();
  gint64 id = new_full_filing (store, "U1", 2023);
  g_autoptr (JhBooks) before = load_books (store, id);
  g_autoptr (JhBooks) other = load_books (store, id);

  replace_backwards (store, id, other);
  for (int i = 0; i < 2; i++)
    {
      g_autoptr (JhBooks) undone = NULL;
      g_autoptr (JhBooks) redone = NULL;

      again (store, TRUE, "重新导入");
      undone = load_books (store, id);
      ck_assert (jh_books_equal (undone, before));
      again (store, FALSE, "重新导入");
      redone = load_books (store, id);
      ck_assert (jh_books_equal (redone, other));
    }
}
END_TEST

START_TEST (undo_over_rows_that_changed_otherwise_is_refused)
{
  g_autofree char *path = new_path ();
  JhStore *store = open_books (path, JH_STORE_CREATE);
  gint64 id = new_full_filing (store, "U1", 2023);
  guint entries;

  change_words (store, id, "甲");
  entries = count_log (store);
  jh_store_close (store);
  raw_run (path, "UPDATE reason SET words = '外人' WHERE words = '甲'");
  store = open_books (path, JH_STORE_WRITE);
  refuse (store, TRUE, JH_ERROR_DATA, "后来又改过");
  assert_words (store, id, "外人");
  ck_assert_uint_eq (count_log (store), entries);
  jh_store_close (store);
}
END_TEST

START_TEST (undo_of_what_a_lock_protects_is_refused)
{
  g_autofree char *path = new_path ();
  JhStore *store = open_books (path, JH_STORE_CREATE);
  gint64 id = new_full_filing (store, "U1", 2023);

  change_words (store, id, "甲");
  jh_store_close (store);
  raw_run (path, "UPDATE filing SET state = '锁定'");
  store = open_books (path, JH_STORE_WRITE);
  refuse (store, TRUE, JH_ERROR_LOCKED, "锁定");
  assert_words (store, id, "甲");
  jh_store_close (store);
}
END_TEST

/* Adds a reason to the filing @id, takes its first one out, or takes all of
 * it out: what a lock is in the way of undoing. */
static void
add_reason (JhStore *store, gint64 id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JhBooks) books = load_books (store, id);
  gpointer row = make_row (jh_reason_table (), books->lists, 9);

  ck_assert (jh_table_insert (store, id, row, &error));
  jh_row_free (row);
}

static void
remove_reason (JhStore *store, gint64 id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JhBooks) books = load_books (store, id);

  ck_assert (jh_table_remove (
    store, id, books->rows[JH_TABLE_REASON]->pdata[0], &error));
}

static void
clear_filing (JhStore *store, gint64 id)
{
  g_autoptr (GError) error = NULL;

  ck_assert (jh_books_clear (store, id, &error));
}

static void
change_reason (JhStore *store, gint64 id)
{
  set_words (store, id, "改过");
}

START_TEST (a_lock_is_told_whatever_the_change_did)
{
  static void (*const edits[]) (JhStore *, gint64)
    = { add_reason, remove_reason, clear_filing, change_reason };

  for (gsize i = 0; i < G_N_ELEMENTS (edits); i++)
    for (int undo = 0; undo < 2; undo++)
      {
        g_autofree char *path = new_path ();
        JhStore *store = open_books (path, JH_STORE_CREATE);
        gint64 id = new_full_filing (store, "U1", 2023);
        JhChange *change = begin (store, "改");
        guint entries;

        edits[i](store, id);
        commit (change);
        if (!undo)
          again (store, TRUE, "改");
        entries = count_log (store);
        jh_store_close (store);
        raw_run (path, "UPDATE filing SET state = '锁定'");
        store = open_books (path, JH_STORE_WRITE);
        refuse (store, undo, JH_ERROR_LOCKED, "这套决算已锁定");
        ck_assert_uint_eq (count_log (store), entries);
        jh_store_close (store);
      }
}
END_TEST

/* Moves the filing @id to 审核: what a lock follows. */
static void
send_to_review (JhStore *store, gint64 id)
{
  set_state (store, id, "审核", FALSE);
}

static void
add_another (JhStore *store, gint64 id)
{
  ck_assert_int_ne (add_filing (store, "U2", 2023), id);
}

START_TEST (a_lock_is_told_where_it_altered_the_row_itself)
{
  static void (*const edits[]) (JhStore *, gint64)
    = { send_to_review, add_another };

  for (gsize i = 0; i < G_N_ELEMENTS (edits); i++)
    {
      g_autofree char *path = new_path ();
      JhStore *store = open_books (path, JH_STORE_CREATE);
      gint64 id = new_full_filing (store, "U1", 2023);
      JhChange *change = begin (store, "改");
      guint entries;

      edits[i](store, id);
      commit (change);
      entries = count_log (store);
      jh_store_close (store);
      raw_run (path, "UPDATE filing SET state = '锁定'");
      store = open_books (path, JH_STORE_WRITE);
      refuse (store, TRUE, JH_ERROR_LOCKED, "这套决算已锁定");
      ck_assert_uint_eq (count_log (store), entries);
      jh_store_close (store);
    }
}
END_TEST

START_TEST (another_state_is_no_lock)
{
  g_autofree char *path = new_path ();
  JhStore *store = open_books (path, JH_STORE_CREATE);

  new_full_filing (store, "U1", 2023);
  jh_store_close (store);
  raw_run (path, "UPDATE filing SET state = '审核'");
  store = open_books (path, JH_STORE_WRITE);
  refuse (store, TRUE, JH_ERROR_DATA, "后来又改过");
  jh_store_close (store);
}
END_TEST

/* set_words() in a change of its own that undo passes over. */
static void
change_words_for_good (JhStore *store, gint64 id, const char *words)
{
  JhChange *change = begin (store, words);

  set_words (store, id, words);
  jh_change_set_filing (change, id);
  jh_change_set_author (change, "局长");
  jh_change_set_final (change);
  commit (change);
}

START_TEST (undo_passes_over_a_final_change)
{
  g_autoptr (JhStore) store = new_books ();
  gint64 id = new_full_filing (store, "U1", 2023);
  gint64 other = new_full_filing (store, "U2", 2023);
  g_autofree char *next = NULL;
  g_autofree char *redo = NULL;

  change_words (store, other, "甲");
  change_words_for_good (store, id, "乙");
  ck_assert (jh_change_peek (store, &next, &redo, NULL));
  ck_assert_str_eq (next, "甲");
  again (store, TRUE, "甲");
  assert_words (store, id, "乙");
  again (store, FALSE, "甲");
  again (store, TRUE, "甲");
  change_words_for_good (store, id, "丙");
  refuse (store, FALSE, JH_ERROR_NOT_FOUND, "没有可以重做的修改");
  again (store, TRUE, "填报");
  assert_words (store, id, "丙");
}
END_TEST

START_TEST (a_final_change_is_in_the_log_with_who_answers_for_it)
{
  g_autoptr (JhStore) store = new_books ();
  gint64 id = new_full_filing (store, "U1", 2023);
  g_autoptr (GPtrArray) log = NULL;
  const JhChangeEntry *entry;

  jh_store_set_author (store, "经办");
  change_words_for_good (store, id, "乙");
  change_words (store, id, "丙");
  log = list_log (store);
  entry = log->pdata[1];
  ck_assert_str_eq (entry->author, "局长");
  ck_assert_str_eq (entry->state, "final");
  ck_assert_uint_eq (entry->rows->len, 1);
  entry = log->pdata[0];
  ck_assert_str_eq (entry->author, "经办");
  ck_assert_str_eq (entry->state, "done");
}
END_TEST

/* Gives the first reason of the filing at @data other words; fails after
 * that when it is 0. */
static gboolean
write_aside (JhStore *store, gpointer data, GError **error)
{
  const gint64 *ids = data;

  set_words (store, ids[0], "旁注");
  if (ids[1])
    return TRUE;
  g_set_error_literal (error, JH_ERROR, JH_ERROR_IO, "不写了");
  return FALSE;
}

START_TEST (what_is_written_aside_is_kept_whole_and_not_logged)
{
  g_autoptr (JhStore) store = new_books ();
  gint64 ids[2] = { new_full_filing (store, "U1", 2023), 0 };
  g_autofree char *before = get_words (store, ids[0]);
  guint entries = count_log (store);
  g_autoptr (GError) error = NULL;

  ck_assert (!jh_change_write_aside (store, write_aside, ids, &error));
  jh_assert_error (error, JH_ERROR_IO, "不写了");
  assert_words (store, ids[0], before);
  ids[1] = 1;
  ck_assert (jh_change_write_aside (store, write_aside, ids, &error));
  assert_words (store, ids[0], "旁注");
  ck_assert_uint_eq (count_log (store), entries);
}
END_TEST

START_TEST (nothing_is_written_aside_of_a_change_or_of_books_that_are_read)
{
  g_autofree char *path = new_path ();
  JhStore *store = open_books (path, JH_STORE_CREATE);
  gint64 ids[2] = { new_full_filing (store, "U1", 2023), 1 };
  g_autoptr (GError) error = NULL;
  JhChange *change = begin (store, "改");

  ck_assert (!jh_change_write_aside (store, write_aside, ids, &error));
  jh_assert_error (error, JH_ERROR_BUSY, "正在保存一次修改");
  commit (change);
  jh_store_close (store);
  store = open_books (path, JH_STORE_READ);
  ck_assert (!jh_change_write_aside (store, write_aside, ids, &error));
  jh_assert_error (error, JH_ERROR_READ_ONLY, "只读");
  jh_store_close (store);
}
END_TEST

START_TEST (a_key_that_was_taken_since_is_no_lock)
{
  g_autofree char *path = new_path ();
  JhStore *store = open_books (path, JH_STORE_CREATE);
  gint64 id = new_full_filing (store, "U1", 2023);
  JhChange *change = begin (store, "删");

  remove_reason (store, id);
  commit (change);
  jh_store_close (store);
  raw_run (path, "INSERT INTO reason (filing, figure, words)"
                 " SELECT id, 'figure0', '外人' FROM filing");
  store = open_books (path, JH_STORE_WRITE);
  refuse (store, TRUE, JH_ERROR_DATA, "后来又改过");
  jh_store_close (store);
}
END_TEST

START_TEST (a_lock_is_undone_like_any_other_change)
{
  g_autoptr (JhStore) store = new_books ();
  gint64 id = new_full_filing (store, "U1", 2023);
  g_autofree char *first = get_words (store, id);

  change_words (store, id, "甲");
  set_state (store, id, "锁定", TRUE);
  again (store, TRUE, "锁定");
  again (store, TRUE, "甲");
  assert_words (store, id, first);
}
END_TEST

START_TEST (books_opened_for_reading_take_no_change)
{
  g_autofree char *path = new_path ();
  g_autoptr (GError) error = NULL;
  JhStore *store = open_books (path, JH_STORE_CREATE);

  jh_store_close (store);
  store = open_books (path, JH_STORE_READ);
  ck_assert_ptr_null (jh_change_begin (store, "不行", &error));
  jh_assert_error (error, JH_ERROR_READ_ONLY, "只读");
  refuse (store, TRUE, JH_ERROR_READ_ONLY, "只读");
  jh_store_close (store);
}
END_TEST

/* In a process of its own: changes a row and is killed before it commits. */
static void
change_and_die (const char *path, gint64 id)
{
  JhStore *store = open_books (path, JH_STORE_WRITE);
  JhChange *change = begin (store, "断电");

  set_words (store, id, "断电");
  ck_assert_ptr_nonnull (change);
  kill (getpid (), SIGKILL);
}

START_TEST (a_program_killed_in_the_midst_of_a_change_loses_only_that)
{
  g_autofree char *path = new_path ();
  JhStore *store = open_books (path, JH_STORE_CREATE);
  gint64 id = new_full_filing (store, "U1", 2023);
  pid_t child;
  int status;

  change_words (store, id, "甲");
  jh_store_close (store);
  child = fork ();
  if (child == 0)
    change_and_die (path, id);
  ck_assert_int_eq (waitpid (child, &status, 0), child);
  ck_assert (WIFSIGNALED (status));
  store = open_books (path, JH_STORE_WRITE);
  assert_words (store, id, "甲");
  change_words (store, id, "乙");
  jh_store_close (store);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("change");
  TCase *change = tcase_create ("change");

  tcase_set_timeout (change, 60);
  tcase_add_test (change, a_change_that_is_committed_stays_over_a_restart);
  tcase_add_test (change, a_change_that_is_freed_leaves_nothing);
  tcase_add_test (change, a_change_that_changed_nothing_leaves_no_trace);
  tcase_add_test (change,
                  the_log_tells_who_when_which_table_before_and_after);
  tcase_add_test (change, the_log_of_one_filing_leaves_out_the_others);
  tcase_add_test (change,
                  undo_and_redo_go_through_the_changes_in_their_order);
  tcase_add_test (change, peeking_names_what_undo_and_redo_would_do);
  tcase_add_test (change, a_new_change_ends_what_could_be_redone);
  tcase_add_test (change, new_books_have_nothing_to_undo_or_redo);
  tcase_add_test (change, a_whole_filing_goes_and_comes_back);
  tcase_add_test (change, a_filing_that_was_taken_out_comes_back_whole);
  tcase_add_test (change,
                  a_filing_replaced_in_another_order_goes_back_and_forth);
  tcase_add_test (change, undo_over_rows_that_changed_otherwise_is_refused);
  tcase_add_test (change, undo_of_what_a_lock_protects_is_refused);
  tcase_add_test (change, a_lock_is_told_whatever_the_change_did);
  tcase_add_test (change, a_lock_is_told_where_it_altered_the_row_itself);
  tcase_add_test (change, another_state_is_no_lock);
  tcase_add_test (change, undo_passes_over_a_final_change);
  tcase_add_test (change,
                  a_final_change_is_in_the_log_with_who_answers_for_it);
  tcase_add_test (change, what_is_written_aside_is_kept_whole_and_not_logged);
  tcase_add_test (
    change, nothing_is_written_aside_of_a_change_or_of_books_that_are_read);
  tcase_add_test (change, a_key_that_was_taken_since_is_no_lock);
  tcase_add_test (change, a_lock_is_undone_like_any_other_change);
  tcase_add_test (change, books_opened_for_reading_take_no_change);
  tcase_add_test (change,
                  a_program_killed_in_the_midst_of_a_change_loses_only_that);
  suite_add_tcase (suite, change);
  return jh_test_run (suite);
}
