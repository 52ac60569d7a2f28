/* Large blocks on a thread: all of it or nothing, and one step of undo. */
#include "jh-bulk.h"

#include "fixture.h"
#include "jh-document.h"
#include "jh-fact-sheet.h"

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#define ROWS 1200
#define COLUMNS 8

/* Books that are open, and the table of their only filing.
 *
 * path: owned, as the rest */
typedef struct
{
  char *path;
  JhDocument *document;
  JhWorksheet *sheet;
} Scene;

static void
end_scene (Scene *scene)
{
  g_clear_object (&scene->sheet);
  g_clear_object (&scene->document);
  g_clear_pointer (&scene->path, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Scene, end_scene)

static JhSession *
get_session (Scene *scene)
{
  return jh_document_get_session (scene->document);
}

static void
begin_scene (Scene *scene)
{
  g_autoptr (GError) error = NULL;
  JhStore *store;

  scene->path = new_path ();
  store = open_books (scene->path, JH_STORE_CREATE);
  new_filing (store, "A1", 2023);
  jh_store_close (store);
  scene->document = jh_document_open (scene->path, &error);
  jh_assert_no_error (error);
  ck_assert (jh_document_choose_any (scene->document, 0, &error));
  scene->sheet
    = jh_worksheet_new (get_session (scene), JH_TABLE_EXPENDITURE, NULL);
}

/* @rows lines of expenditure, each with its number as 决算; those before
 * @wrong have none. */
static JhTableBlock *
make_lines (guint rows, guint wrong)
{
  static const char *const cells[COLUMNS] = {
    "2010301", "30101", "基本支出", "一般公共预算财政拨款", "", "", "", ""
  };
  JhTableBlock *block = jh_table_block_new (0, 0, rows, COLUMNS);

  for (guint row = 0; row < rows; row++)
    {
      g_autofree char *actual = g_strdup_printf ("%u", row + 1);

      for (guint i = 0; i < COLUMNS - 1; i++)
        jh_table_block_set (block, row, i, cells[i]);
      jh_table_block_set (block, row, COLUMNS - 1,
                          row < wrong ? "多少" : actual);
    }
  return block;
}

/* A large edit of the table, which begins. */
static JhBulk *
begin_bulk (Scene *scene, JhTableBlock *block, JhTableVerb verb)
{
  g_autoptr (GError) error = NULL;
  JhBulk *bulk = jh_bulk_new (JH_TABLE_MODEL (scene->sheet),
                              get_session (scene), block, verb, &error);

  jh_assert_no_error (error);
  ck_assert (jh_document_begin_work (scene->document,
                                     jh_bulk_get_words (bulk), &error));
  return bulk;
}

/* What a thread does.
 *
 * stop_at: the hundredths after which it is stopped; 0 never
 * told: how often it was told how far the work is
 * error: owned, or NULL */
typedef struct
{
  JhBulk *bulk;
  JhPace pace;
  guint stop_at;
  guint told;
  guint last;
  JhTableReport report;
  GError *error;
} Run;

static void
end_run (Run *run)
{
  g_clear_object (&run->pace.cancellable);
  g_clear_error (&run->error);
  jh_table_report_clear (&run->report);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Run, end_run)

static void
told_cb (guint done, guint total, gpointer data)
{
  Run *run = data;

  ck_assert_uint_le (done, total);
  ck_assert_uint_ge (done, run->last);
  run->last = done;
  run->told++;
  if (run->stop_at && done * 100 >= total * run->stop_at)
    g_cancellable_cancel (run->pace.cancellable);
}

static gpointer
run_on_thread (gpointer data)
{
  Run *run = data;

  return GINT_TO_POINTER (
    jh_bulk_run (run->bulk, &run->pace, &run->report, &run->error));
}

/* Runs @bulk on a thread, and lets the document know that it is over. */
static gboolean
run_bulk (Scene *scene, JhBulk *bulk, Run *run)
{
  g_autoptr (GError) error = NULL;
  gboolean good;

  run->bulk = bulk;
  run->pace = (JhPace){ .cancellable = g_cancellable_new (),
                        .tell = told_cb,
                        .data = run };
  good = GPOINTER_TO_INT (
    g_thread_join (g_thread_new ("bulk", run_on_thread, run)));
  ck_assert (jh_document_end_work (scene->document, &error));
  jh_assert_no_error (error);
  return good;
}

/* Writes @block on a thread, which is expected to work. */
static void
write_block (Scene *scene, JhTableBlock *block, JhTableVerb verb, Run *run)
{
  g_autoptr (JhBulk) bulk = begin_bulk (scene, block, verb);
  gboolean good = run_bulk (scene, bulk, run);

  jh_assert_no_error (run->error);
  ck_assert (good);
}

/* Fails unless the file and the sheet have @rows rows, and undo is called
 * @undo. */
static void
assert_state (Scene *scene, guint rows, const char *undo)
{
  g_autoptr (JhStore) store = open_books (scene->path, JH_STORE_READ);
  g_autoptr (JhBooks) books
    = load_books (store, jh_session_get_filing (get_session (scene)));

  ck_assert_uint_eq (JH_BOOKS_ROWS (books, EXPENDITURE)->len, rows);
  ck_assert (
    jh_books_equal (books, jh_session_get_books (get_session (scene))));
  ck_assert_uint_eq (count_rows (scene->sheet), rows);
  ck_assert_pstr_eq (jh_document_get_undo_name (scene->document), undo);
}

START_TEST (a_large_paste_is_one_step_of_undo)
{
  g_auto (Scene) scene = { 0 };
  g_auto (Run) run = { 0 };
  g_autoptr (GError) error = NULL;

  begin_scene (&scene);
  write_block (&scene, make_lines (ROWS, 0), JH_VERB_PASTE, &run);
  ck_assert_uint_eq (run.report.changed, ROWS * 5);
  ck_assert_str_eq (run.report.words, "粘贴后改了 6000 格。");
  ck_assert_uint_gt (run.told, 0);
  assert_state (&scene, ROWS, "粘贴支出 6000 格");
  assert_cell (scene.sheet, ROWS - 1, COLUMNS - 1, "1,200.00", NULL);
  ck_assert (jh_document_undo (scene.document, &error));
  assert_state (&scene, 0, "新建");
  ck_assert (jh_document_redo (scene.document, &error));
  assert_state (&scene, ROWS, "粘贴支出 6000 格");
}
END_TEST

START_TEST (what_the_thread_wrote_is_no_other_programs_doing)
{
  g_auto (Scene) scene = { 0 };
  g_auto (Run) run = { 0 };
  g_autoptr (JhBulk) bulk = NULL;
  g_autoptr (GError) error = NULL;
  gboolean changed = TRUE;

  begin_scene (&scene);
  bulk = begin_bulk (&scene, make_lines (ROWS, 0), JH_VERB_PASTE);
  run.pace.cancellable = g_cancellable_new ();
  ck_assert (jh_bulk_run (bulk, &run.pace, &run.report, &error));
  ck_assert (jh_document_look (scene.document, &changed, &error));
  ck_assert (!changed);
  ck_assert (jh_document_end_work (scene.document, &error));
  ck_assert (jh_document_look (scene.document, &changed, &error));
  ck_assert (!changed);
  ck_assert_ptr_nonnull (jh_document_get_saved (scene.document));
  assert_state (&scene, ROWS, "粘贴支出 6000 格");
}
END_TEST

/* The hundredths of the work after which it is stopped. */
static const guint stops[] = { 1, 15, 40, 65, 80 };

START_TEST (one_that_is_stopped_leaves_nothing)
{
  g_auto (Scene) scene = { 0 };
  g_auto (Run) run = { .stop_at = stops[_i] };
  g_auto (Run) again = { 0 };
  g_autoptr (JhBulk) bulk = NULL;

  begin_scene (&scene);
  bulk = begin_bulk (&scene, make_lines (ROWS, 20), JH_VERB_PASTE);
  ck_assert (!run_bulk (&scene, bulk, &run));
  jh_assert_error (run.error, JH_ERROR_CANCELLED, "什么都没有改");
  assert_state (&scene, 0, "新建");
  ck_assert_ptr_null (jh_document_get_saved (scene.document));
  write_block (&scene, make_lines (ROWS, 0), JH_VERB_PASTE, &again);
  assert_state (&scene, ROWS, "粘贴支出 6000 格");
}
END_TEST

static void
die_cb (guint done, guint total, gpointer data)
{
  if (done * 2 > total)
    kill (getpid (), SIGKILL);
}

/* Another process begins to paste into the books @path, and is killed. */
static void
paste_and_die (const char *path)
{
  g_auto (Desk) desk = { 0 };
  g_auto (JhTableReport) report = { 0 };
  g_autoptr (JhWorksheet) sheet = NULL;
  g_autoptr (JhBulk) bulk = NULL;
  g_autoptr (GError) error = NULL;
  JhPace pace = { .tell = die_cb };

  sit_down (&desk, path, 1, JH_STORE_WRITE);
  sheet = jh_worksheet_new (desk.session, JH_TABLE_EXPENDITURE, NULL);
  bulk = jh_bulk_new (JH_TABLE_MODEL (sheet), desk.session,
                      make_lines (ROWS, 0), JH_VERB_PASTE, &error);
  jh_assert_no_error (error);
  jh_bulk_run (bulk, &pace, &report, &error);
}

START_TEST (a_process_that_is_killed_meanwhile_leaves_nothing)
{
  g_autofree char *path = new_path ();
  JhStore *store = open_books (path, JH_STORE_CREATE);
  g_autoptr (JhBooks) books = NULL;
  g_autoptr (GError) error = NULL;
  int status;
  pid_t child;

  new_filing (store, "A1", 2023);
  jh_store_close (store);
  child = fork ();
  if (child == 0)
    {
      paste_and_die (path);
      _exit (0);
    }
  ck_assert_int_eq (waitpid (child, &status, 0), child);
  ck_assert (WIFSIGNALED (status));
  store = open_books (path, JH_STORE_WRITE);
  ck_assert (jh_store_check_whole (store, &error));
  books = load_books (store, 1);
  ck_assert_uint_eq (JH_BOOKS_ROWS (books, EXPENDITURE)->len, 0);
  jh_store_close (store);
}
END_TEST

/* Locks the filing by another store. */
static void
lock (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JhStore) store = open_books (path, JH_STORE_WRITE);
  g_autoptr (JhFiling) filing = jh_filing_get (store, 1, &error);
  JhChange *change = begin (store, "锁定");

  jh_assert_no_error (error);
  ck_assert (jh_filing_set_state (store, filing, "锁定", &error));
  commit (change);
}

START_TEST (a_filing_that_was_locked_meanwhile_refuses)
{
  g_auto (Scene) scene = { 0 };
  g_auto (Run) run = { 0 };
  g_autoptr (JhBulk) bulk = NULL;

  begin_scene (&scene);
  bulk = begin_bulk (&scene, make_lines (ROWS, 0), JH_VERB_PASTE);
  lock (scene.path);
  ck_assert (!run_bulk (&scene, bulk, &run));
  jh_assert_error (run.error, JH_ERROR_LOCKED, "锁定");
  assert_state (&scene, 0, "锁定");
}
END_TEST

START_TEST (a_locked_filing_does_not_even_begin)
{
  g_auto (Scene) scene = { 0 };
  g_autoptr (GError) error = NULL;
  gboolean changed;

  begin_scene (&scene);
  lock (scene.path);
  ck_assert (jh_document_look (scene.document, &changed, &error));
  ck_assert_ptr_null (jh_bulk_new (JH_TABLE_MODEL (scene.sheet),
                                   get_session (&scene), make_lines (ROWS, 0),
                                   JH_VERB_PASTE, &error));
  jh_assert_error (error, JH_ERROR_LOCKED, "锁定");
}
END_TEST

START_TEST (rows_that_another_program_added_stop_it)
{
  g_auto (Scene) scene = { 0 };
  g_auto (Run) run = { 0 };
  g_auto (Desk) other = { 0 };
  g_autoptr (JhWorksheet) sheet = NULL;
  g_autoptr (JhBulk) bulk = NULL;

  begin_scene (&scene);
  bulk = begin_bulk (&scene, make_lines (ROWS, 0), JH_VERB_PASTE);
  sit_down (&other, scene.path, 1, JH_STORE_WRITE);
  sheet = jh_worksheet_new (other.session, JH_TABLE_EXPENDITURE, NULL);
  paste (sheet, 0, 0, "2010301|30101|基本支出|一般公共预算财政拨款||||7");
  ck_assert (!run_bulk (&scene, bulk, &run));
  jh_assert_error (run.error, JH_ERROR_DATA, "别的程序");
  assert_state (&scene, 1, "粘贴支出 5 格");
}
END_TEST

START_TEST (a_sorted_table_is_written_as_it_is_shown)
{
  g_auto (Scene) scene = { 0 };
  g_auto (Run) first = { 0 };
  g_auto (Run) second = { 0 };
  JhTableBlock *block = jh_table_block_new (0, 6, ROWS, 1);

  begin_scene (&scene);
  write_block (&scene, make_lines (ROWS, 0), JH_VERB_PASTE, &first);
  jh_table_model_sort (JH_TABLE_MODEL (scene.sheet), COLUMNS - 1,
                       JH_SORT_FALLING);
  jh_table_block_set (block, 0, 0, "88");
  write_block (&scene, block, JH_VERB_FILL, &second);
  ck_assert_uint_eq (second.report.changed, 1);
  assert_cell (scene.sheet, 0, 6, "88.00", NULL);
  assert_cell (scene.sheet, 0, 7, "1,200.00", NULL);
  jh_table_model_sort (JH_TABLE_MODEL (scene.sheet), 0, JH_SORT_NONE);
  assert_cell (scene.sheet, ROWS - 1, 6, "88.00", NULL);
}
END_TEST

START_TEST (many_rows_are_taken_out_as_one_step)
{
  g_auto (Scene) scene = { 0 };
  g_auto (Run) run = { 0 };
  g_auto (Run) removal = { 0 };
  g_autoptr (GError) error = NULL;

  begin_scene (&scene);
  write_block (&scene, make_lines (ROWS, 0), JH_VERB_PASTE, &run);
  write_block (&scene, jh_table_block_new (1, 0, ROWS - 2, COLUMNS),
               JH_VERB_REMOVE, &removal);
  ck_assert_str_eq (removal.report.words, "");
  assert_state (&scene, 2, "删除支出 1198 行");
  assert_cell (scene.sheet, 1, COLUMNS - 1, "1,200.00", NULL);
  ck_assert (jh_document_undo (scene.document, &error));
  assert_state (&scene, ROWS, "粘贴支出 6000 格");
}
END_TEST

START_TEST (amounts_are_read_in_the_unit_that_is_shown)
{
  g_auto (Scene) scene = { 0 };
  g_auto (Run) run = { 0 };

  begin_scene (&scene);
  jh_session_set_unit (get_session (&scene), JH_MONEY_YUAN);
  write_block (&scene, make_lines (ROWS, 0), JH_VERB_PASTE, &run);
  jh_session_set_unit (get_session (&scene), JH_MONEY_WAN);
  assert_cell (scene.sheet, ROWS - 1, COLUMNS - 1, "0.12", NULL);
}
END_TEST

START_TEST (while_a_thread_writes_nothing_else_does)
{
  g_auto (Scene) scene = { 0 };
  g_auto (JhTableReport) report = { 0 };
  g_autoptr (GError) typed = NULL;
  g_autoptr (GError) begun = NULL;
  g_autoptr (GError) undone = NULL;
  g_autoptr (GError) chosen = NULL;
  g_autoptr (GError) error = NULL;

  begin_scene (&scene);
  ck_assert (
    jh_document_begin_work (scene.document, "正在粘贴 9 行", &error));
  ck_assert (jh_document_is_working (scene.document));
  ck_assert (!jh_table_model_type (JH_TABLE_MODEL (scene.sheet), 0, 0, "1",
                                   &report, &typed));
  jh_assert_error (typed, JH_ERROR_BUSY, "正在粘贴 9 行");
  ck_assert (!jh_document_begin_work (scene.document, "正在撤销", &begun));
  jh_assert_error (begun, JH_ERROR_BUSY, "正在粘贴 9 行");
  ck_assert (!jh_document_undo (scene.document, &undone));
  jh_assert_error (undone, JH_ERROR_BUSY, "正在粘贴 9 行");
  ck_assert (!jh_document_choose (scene.document, 99, &chosen));
  jh_assert_error (chosen, JH_ERROR_BUSY, "正在粘贴 9 行");
  ck_assert (jh_document_end_work (scene.document, &error));
  ck_assert (!jh_document_is_working (scene.document));
  type (scene.sheet, 0, 0, "2010301");
}
END_TEST

START_TEST (too_many_wrong_rows_are_refused_with_the_first_of_them)
{
  g_auto (Scene) scene = { 0 };
  g_auto (Run) run = { 0 };
  g_auto (Run) fewer = { 0 };
  g_autoptr (JhBulk) bulk = NULL;

  begin_scene (&scene);
  bulk = begin_bulk (&scene, make_lines (2100, 2001), JH_VERB_PASTE);
  ck_assert (!run_bulk (&scene, bulk, &run));
  jh_assert_error (run.error, JH_ERROR_DATA,
                   "比如第 1 行：金额（万元）“多少”");
  assert_state (&scene, 0, "新建");
  write_block (&scene, make_lines (2100, 2000), JH_VERB_PASTE, &fewer);
  ck_assert_uint_eq (count_rows (scene.sheet), 2100);
  ck_assert_uint_eq (fewer.report.faulty, 2000);
}
END_TEST

START_TEST (a_table_that_cannot_be_made_again_takes_less_at_once)
{
  static const JhFactLine lines[] = { { "单位简称", "" } };
  g_auto (Scene) scene = { 0 };
  g_autoptr (JhFactSheet) facts = NULL;
  g_autoptr (GError) error = NULL;

  begin_scene (&scene);
  facts = jh_fact_sheet_new (get_session (&scene), lines, 1, TRUE, TRUE);
  ck_assert_ptr_null (jh_bulk_new (JH_TABLE_MODEL (facts),
                                   get_session (&scene), make_lines (ROWS, 0),
                                   JH_VERB_PASTE, &error));
  jh_assert_error (error, JH_ERROR_USAGE, "现在有 9600 格");
}
END_TEST

START_TEST (undo_on_a_thread_is_all_or_nothing)
{
  g_auto (Scene) scene = { 0 };
  g_auto (Run) run = { 0 };
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) stopped = NULL;
  g_autoptr (GError) error = NULL;

  begin_scene (&scene);
  write_block (&scene, make_lines (6000, 0), JH_VERB_PASTE, &run);
  ck_assert (jh_document_is_large (scene.document, TRUE));
  ck_assert (!jh_document_is_large (scene.document, FALSE));
  g_cancellable_cancel (cancellable);
  ck_assert (jh_document_begin_work (scene.document, "正在撤销", &error));
  ck_assert (!jh_bulk_undo (scene.path, TRUE, cancellable, &stopped));
  jh_assert_error (stopped, JH_ERROR_CANCELLED, "什么都没有改");
  ck_assert (jh_document_end_work (scene.document, &error));
  assert_state (&scene, 6000, "粘贴支出 30000 格");
  g_cancellable_reset (cancellable);
  ck_assert (jh_document_begin_work (scene.document, "正在撤销", &error));
  ck_assert (jh_bulk_undo (scene.path, TRUE, cancellable, &error));
  ck_assert (jh_document_end_work (scene.document, &error));
  assert_state (&scene, 0, "新建");
  ck_assert (jh_document_is_large (scene.document, FALSE));
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("bulk");
  TCase *all = tcase_create ("bulk");

  tcase_set_timeout (all, 120);
  tcase_add_test (all, a_large_paste_is_one_step_of_undo);
  tcase_add_test (all, what_the_thread_wrote_is_no_other_programs_doing);
  tcase_add_loop_test (all, one_that_is_stopped_leaves_nothing, 0,
                       G_N_ELEMENTS (stops));
  tcase_add_test (all, a_process_that_is_killed_meanwhile_leaves_nothing);
  tcase_add_test (all, a_filing_that_was_locked_meanwhile_refuses);
  tcase_add_test (all, a_locked_filing_does_not_even_begin);
  tcase_add_test (all, rows_that_another_program_added_stop_it);
  tcase_add_test (all, a_sorted_table_is_written_as_it_is_shown);
  tcase_add_test (all, many_rows_are_taken_out_as_one_step);
  tcase_add_test (all, amounts_are_read_in_the_unit_that_is_shown);
  tcase_add_test (all, while_a_thread_writes_nothing_else_does);
  tcase_add_test (all,
                  too_many_wrong_rows_are_refused_with_the_first_of_them);
  tcase_add_test (all, a_table_that_cannot_be_made_again_takes_less_at_once);
  tcase_add_test (all, undo_on_a_thread_is_all_or_nothing);
  suite_add_tcase (suite, all);
  return jh_test_run (suite);
}
