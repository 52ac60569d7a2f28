#include "jh-export.h"

#include "fixture.h"
#include "jh-csv.h"
#include "jh-csv-file.h"
#include "jh-import.h"
#include "jh-shield.h"
#include "jh-text.h"

#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

/* Books of one filing in @unit, with @rows in the table @id if any. */
static JhBooks *
make_books (JhStore *store, JhMoneyUnit unit)
{
  JhFiling *filing = jh_filing_new ();

  g_free (filing->code);
  filing->code = g_strdup ("U1");
  g_free (filing->name);
  filing->name = g_strdup ("甲单位");
  filing->year = 2023;
  filing->money_unit = unit;
  return jh_books_new (filing, jh_lists_load (store, 2023, "", NULL));
}

/* Puts @books into @store. */
static void
keep (JhStore *store, JhBooks *books)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JhChange) change = jh_change_begin (store, "记账", &error);

  jh_assert_no_error (error);
  jh_filing_insert (store, books->filing, &error);
  jh_assert_no_error (error);
  jh_books_insert (store, books, &error);
  jh_assert_no_error (error);
  jh_change_commit (change, &error);
  jh_assert_no_error (error);
}

/* Exports the filing @id to a new folder, whose path the caller frees. */
static char *
export_new (JhStore *store, gint64 id)
{
  g_autofree char *parent = jh_test_folder ();
  char *folder = g_build_filename (parent, "出", NULL);
  g_autoptr (GError) error = NULL;

  ck_assert (jh_export_folder (store, id, folder, &error)
             || error != NULL);
  jh_assert_no_error (error);
  return folder;
}

/* Whether exporting @books and importing the folder elsewhere gives the
 * same. */
static void
check_round (JhStore *store, const JhBooks *books)
{
  g_autofree char *folder = export_new (store, books->filing->id);
  g_autoptr (JhStore) other = open_store ();
  g_autoptr (GError) error = NULL;
  g_autoptr (JhFiling) filing = NULL;
  g_autoptr (JhBooks) again = NULL;

  jh_import_folder (other, folder, FALSE, &filing, &error);
  jh_assert_no_error (error);
  again = load (other, filing->id);
  ck_assert (jh_books_equal (books, again));
}

/* How many entries @folder has. */
static guint
count_entries (const char *folder)
{
  GDir *listing = g_dir_open (folder, 0, NULL);
  guint count = 0;

  ck_assert_ptr_nonnull (listing);
  while (g_dir_read_name (listing))
    count++;
  g_dir_close (listing);
  return count;
}

START_TEST (the_sample_goes_out_and_comes_in_again)
{
  g_autofree char *sample = dup_sample ();
  g_autoptr (JhStore) store = open_store ();
  g_autoptr (JhFiling) filing = NULL;
  g_autoptr (JhBooks) books = NULL;

  ck_assert (jh_import_folder (store, sample, FALSE, &filing, NULL));
  books = load (store, filing->id);
  check_round (store, books);
}
END_TEST

START_TEST (every_table_has_its_file_and_no_other_is_there)
{
  g_autoptr (JhStore) store = open_store ();
  g_autoptr (JhBooks) books = make_books (store, JH_MONEY_YUAN);
  g_autofree char *folder = NULL;
  g_autofree char *parent = NULL;
  struct stat status;

  keep (store, books);
  folder = export_new (store, books->filing->id);
  parent = g_path_get_dirname (folder);
  ck_assert_uint_eq (count_entries (folder), JH_N_TABLES);
  ck_assert_uint_eq (count_entries (parent), 1);
  ck_assert_int_eq (stat (folder, &status), 0);
  ck_assert_int_eq (status.st_mode & 0700, 0700);
  for (guint id = 0; id < JH_N_TABLES; id++)
    {
      g_autofree char *path
        = g_build_filename (folder, jh_table_get (id)->file, NULL);
      g_autofree char *text = jh_test_read (path, NULL);

      ck_assert (g_str_has_prefix (text, "\xef\xbb\xbf"));
      ck_assert (g_str_has_suffix (text, "\r\n"));
    }
}
END_TEST

/* Adds a reason to @books. */
static void
add_reason (JhBooks *books, const char *figure, const char *words)
{
  JhReason *row = jh_row_new (jh_reason_table ());
  const JhTable *table = jh_reason_table ();

  jh_row_set_text (row, jh_table_find_field (table, "figure"), figure);
  jh_row_set_text (row, jh_table_find_field (table, "words"), words);
  g_ptr_array_add (JH_BOOKS_ROWS (books, REASON), row);
}

START_TEST (files_are_written_as_spreadsheets_want_them)
{
  g_autoptr (JhStore) store = open_store ();
  g_autoptr (JhBooks) books = make_books (store, JH_MONEY_YUAN);
  JhCarryover *row = jh_row_new (jh_carryover_table ());
  JhFilingFact *fact = jh_row_new (jh_filing_fact_table ());
  g_autofree char *folder = NULL;
  static const char *const files[][2] = {
    { "filing.csv",
      "\xef\xbb\xbf" "键,值\r\n单位名称,甲单位\r\n单位代码,U1\r\n"
      "行政区划,\r\n年度,2023\r\n金额单位,元\r\n参照公务员法管理,是\r\n" },
    { "carryover.csv",
      "\xef\xbb\xbf" "资金,类别,金额\r\n其他资金,结余分配,-1234.50\r\n" },
    { "reasons.csv",
      "\xef\xbb\xbf" "指标,原因\r\na,\"说“甲”、\"\"乙\"\",丙\n丁\"\r\n"
      "b,'=1+1\r\nc,\"'-1;x\"\r\nd,''=\r\ne,a=1\r\n" },
  };

  g_free (row->fund);
  row->fund = g_strdup ("其他资金");
  g_free (row->kind);
  row->kind = g_strdup ("结余分配");
  row->amount = jh_money (-123450);
  g_ptr_array_add (JH_BOOKS_ROWS (books, CARRYOVER), row);
  g_free (fact->name);
  fact->name = g_strdup ("参照公务员法管理");
  fact->count = (JhNumber){ 1, TRUE };
  g_ptr_array_add (JH_BOOKS_ROWS (books, FILING_FACT), fact);
  add_reason (books, "a", "说“甲”、\"乙\",丙\n丁");
  add_reason (books, "b", "=1+1");
  add_reason (books, "c", "-1;x");
  add_reason (books, "d", "'=");
  add_reason (books, "e", "a=1");
  keep (store, books);
  folder = export_new (store, books->filing->id);
  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = g_build_filename (folder, files[i][0], NULL);
      g_autofree char *text = jh_test_read (path, NULL);

      ck_assert_str_eq (text, files[i][1]);
    }
}
END_TEST

START_TEST (a_shield_is_put_where_it_is_needed_and_taken_off)
{
  static const struct
  {
    const char *text;
    const char *shielded;
  } cases[] = {
    { "", "" },          { "a", "a" },        { "'", "'" },
    { "'a", "'a" },      { "=", "'=" },       { "+1", "'+1" },
    { "-1", "'-1" },     { "@x", "'@x" },     { "\tx", "'\tx" },
    { "\rx", "'\rx" },   { "'=", "''=" },     { "''=", "'''=" },
    { "''a", "''a" },    { "＝", "＝" },      { "1-1", "1-1" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *shielded = jh_shield_put (cases[i].text);

      ck_assert_str_eq (shielded, cases[i].shielded);
      ck_assert_str_eq (jh_shield_take (shielded), cases[i].text);
    }
  ck_assert_str_eq (jh_shield_take ("=1"), "=1");
}
END_TEST

/* What nasty texts are made of. */
static const char *const pieces[] = {
  "\"", "\"\"", ",", "，", ";", "\t", "\n", "\n\n", "'", "''", "=", "+",
  "-", "@", "甲", "“乙”", "　", " ", "a", "1e5", "%s%n", "\\", "|", "😀",
  "e\u0301", "\u202e", "\ufffd", "NULL", "#REF!", "0", "<b>", "&amp;",
};

/* A text of at most @most characters that the books may hold: trimmed, and
 * not blank. */
static char *
make_text (GRand *random, guint most)
{
  guint count = (guint) g_rand_int_range (random, 1, 12);
  GString *text = g_string_new (NULL);
  g_autofree char *trimmed = NULL;

  for (guint i = 0; i < count; i++)
    g_string_append (text, pieces[g_rand_int_range (
                             random, 0, (gint32) G_N_ELEMENTS (pieces))]);
  trimmed = jh_text_trim (text->str);
  g_string_free (text, TRUE);
  if (*trimmed == '\0' || g_utf8_strlen (trimmed, -1) > (glong) most)
    return g_strdup ("字");
  return g_steal_pointer (&trimmed);
}

/* A number with its digits as typed. */
static char *
make_digits (GRand *random)
{
  static const char *const digits[] = { "", "99", "99.00", "-.5", "5.", "0" };

  return g_strdup (digits[g_rand_int_range (
    random, 0, (gint32) G_N_ELEMENTS (digits))]);
}

static char *
make_word (GRand *random, JhLists *lists, const JhField *field)
{
  const GPtrArray *words = jh_lists_get_words (lists, field->words);
  gint32 pick = g_rand_int_range (
    random, field->flags & JH_FIELD_REQUIRED ? 0 : -1, (gint32) words->len);

  return g_strdup (pick < 0 ? "" : words->pdata[pick]);
}

/* A text for @field; a key is made unlike others by @number. */
static char *
make_field (GRand *random, JhLists *lists, const JhField *field,
            guint number)
{
  g_autofree char *text = NULL;

  if (field->words != JH_WORDS_ANY)
    return make_word (random, lists, field);
  if (field->kind == JH_FIELD_DIGITS)
    return make_digits (random);
  if (g_str_equal (field->name, "functional")
      || g_str_equal (field->name, "economic"))
    return g_strdup_printf ("%d", g_rand_int_range (random, 1, 9999999));
  if (!(field->flags & JH_FIELD_REQUIRED) && g_rand_boolean (random))
    return g_strdup ("");
  text = make_text (random, field->most - 4);
  if (field->flags & JH_FIELD_KEY)
    return g_strdup_printf ("%s%u", text, number);
  return g_steal_pointer (&text);
}

static JhMoney
make_money (GRand *random)
{
  static const gint64 amounts[] = {
    0, 1, -1, 99, 100, 999999, 1000000, -123456789, JH_MONEY_MAX,
    -JH_MONEY_MAX,
  };
  gint32 pick = g_rand_int_range (random, -1, G_N_ELEMENTS (amounts));

  return pick < 0 ? jh_money_blank () : jh_money (amounts[pick]);
}

/* A row of @table with nasty values. */
static gpointer
make_row (GRand *random, JhLists *lists, const JhTable *table, guint number)
{
  gpointer row = jh_row_new (table);

  for (guint i = 0; i < table->n_fields; i++)
    {
      const JhField *field = &table->fields[i];

      if (field->kind == JH_FIELD_MONEY)
        jh_row_set_money (row, field, make_money (random));
      else if (field->kind == JH_FIELD_TEXT || field->kind == JH_FIELD_DIGITS)
        {
          g_autofree char *text = make_field (random, lists, field, number);

          jh_row_set_text (row, field, text);
        }
      else if (g_rand_boolean (random))
        jh_row_set_number (
          row, field,
          (JhNumber){ g_rand_int_range (random, 0, 100000000), TRUE });
    }
  return row;
}

/* A fact that the program does not know, which is words. */
static gpointer
make_fact (GRand *random, guint number)
{
  JhFilingFact *row = jh_row_new (jh_filing_fact_table ());
  g_autofree char *name = make_text (random, 90);

  g_free (row->name);
  row->name = g_strdup_printf ("%s%u", name, number);
  g_free (row->words);
  row->words = make_text (random, 4000);
  return row;
}

/* The most rows that differ by list words alone: “三公” has five. */
static guint
count_rows (JhTableId id)
{
  return id == JH_TABLE_SANGONG ? 1 : 6;
}

START_TEST (nasty_texts_survive_going_out_and_coming_in)
{
  GRand *random = g_rand_new_with_seed ((guint32) _i + 1);
  g_autoptr (JhStore) store = open_store ();
  g_autoptr (JhBooks) books
    = make_books (store, _i % 2 ? JH_MONEY_YUAN : JH_MONEY_WAN);

  g_free (books->filing->name);
  books->filing->name = make_text (random, 200);
  for (guint n = 0; n < 6; n++)
    g_ptr_array_add (JH_BOOKS_ROWS (books, FILING_FACT),
                     make_fact (random, n));
  for (int id = JH_TABLE_FILING_FACT + 1; id < JH_N_TABLES; id++)
    for (guint n = 0; n < count_rows (id); n++)
      g_ptr_array_add (books->rows[id],
                       make_row (random, books->lists, jh_table_get (id),
                                 n));
  keep (store, books);
  check_round (store, books);
  g_rand_free (random);
}
END_TEST

START_TEST (no_cell_of_an_export_is_a_formula)
{
  static const char *const texts[] = { "=1+1", "+1", "-1", "@SUM(A1)" };
  g_autoptr (JhStore) store = open_store ();
  g_autoptr (JhBooks) books = make_books (store, JH_MONEY_WAN);
  g_autofree char *folder = NULL;
  g_autoptr (JhFaults) faults = jh_faults_new ();
  g_autoptr (JhCsv) csv = NULL;
  gsize length;
  char *text;

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    add_reason (books, texts[i], texts[i]);
  keep (store, books);
  folder = export_new (store, books->filing->id);
  text = jh_csv_file_read (folder, "reasons.csv", faults, &length);
  csv = jh_csv_parse (text, length, "reasons.csv", faults);
  ck_assert_uint_eq (csv->rows->len, 5);
  for (guint i = 1; i < csv->rows->len; i++)
    for (guint c = 0; c < 2; c++)
      ck_assert (g_str_has_prefix (
        jh_csv_row_get (csv->rows->pdata[i], c), "'"));
  check_round (store, books);
}
END_TEST

/* Expects that exporting to @folder is refused and leaves nothing. */
static void
refuse (JhStore *store, gint64 id, const char *folder, JhErrorCode code,
        const char *message)
{
  g_autofree char *parent = g_path_get_dirname (folder);
  gboolean there = g_file_test (parent, G_FILE_TEST_IS_DIR);
  guint before = there ? count_entries (parent) : 0;
  g_autoptr (GError) error = NULL;

  ck_assert (!jh_export_folder (store, id, folder, &error));
  jh_assert_error (error, code, message);
  ck_assert_uint_eq (there ? count_entries (parent) : 0, before);
}

START_TEST (an_empty_folder_is_filled_and_a_full_one_refused)
{
  g_autoptr (JhStore) store = open_store ();
  g_autoptr (JhBooks) books = make_books (store, JH_MONEY_WAN);
  g_autofree char *folder = jh_test_folder ();
  g_autofree char *empty = g_build_filename (folder, "empty", NULL);
  g_autofree char *slash = g_build_filename (folder, "slash/", NULL);
  g_autofree char *link = g_build_filename (folder, "link", NULL);
  g_autofree char *file = jh_test_write (folder, "file", "x", 1);
  g_autofree char *deep = g_build_filename (folder, "no", "where", NULL);
  g_autofree char *under = g_build_filename (file, "x", NULL);
  gint64 id;

  keep (store, books);
  id = books->filing->id;
  ck_assert_int_eq (mkdir (empty, 0755), 0);
  ck_assert_int_eq (symlink (empty, link), 0);
  refuse (store, id, link, JH_ERROR_EXISTS, "请另取一个名字");
  ck_assert (jh_export_folder (store, id, empty, NULL));
  ck_assert_uint_eq (count_entries (empty), JH_N_TABLES);
  refuse (store, id, empty, JH_ERROR_EXISTS, "不是空文件夹");
  refuse (store, id, file, JH_ERROR_EXISTS, "请另取一个名字");
  refuse (store, id, deep, JH_ERROR_NOT_FOUND, "无法写入文件夹");
  refuse (store, id, under, JH_ERROR_NOT_FOUND, "不是文件夹");
  refuse (store, id + 1, deep, JH_ERROR_NOT_FOUND, "已经不在账套里");
  ck_assert (jh_export_folder (store, id, slash, NULL));
}
END_TEST

START_TEST (a_read_only_folder_is_refused)
{
  g_autoptr (JhStore) store = open_store ();
  g_autoptr (JhBooks) books = make_books (store, JH_MONEY_WAN);
  g_autofree char *parent = jh_test_folder ();
  g_autofree char *folder = g_build_filename (parent, "出", NULL);

  keep (store, books);
  ck_assert_int_eq (chmod (parent, 0555), 0);
  refuse (store, books->filing->id, folder, JH_ERROR_READ_ONLY,
          "无法写入文件夹");
  ck_assert_int_eq (chmod (parent, 0755), 0);
}
END_TEST

START_TEST (an_export_that_cannot_be_finished_leaves_nothing)
{
  g_autoptr (JhStore) store = open_store ();
  g_autoptr (JhBooks) books = make_books (store, JH_MONEY_WAN);
  g_autofree char *parent = jh_test_folder ();
  g_autofree char *folder = g_build_filename (parent, "出", NULL);
  g_autofree char *long_words = g_strnfill (4000, 'x');
  g_autoptr (GError) error = NULL;
  struct rlimit limit, small;
  gboolean good;

  add_reason (books, "a", long_words);
  keep (store, books);
  ck_assert_int_eq (getrlimit (RLIMIT_FSIZE, &limit), 0);
  small = limit;
  small.rlim_cur = 1000;
  ck_assert (signal (SIGXFSZ, SIG_IGN) != SIG_ERR);
  ck_assert_int_eq (setrlimit (RLIMIT_FSIZE, &small), 0);
  good = jh_export_folder (store, books->filing->id, folder, &error);
  ck_assert_int_eq (setrlimit (RLIMIT_FSIZE, &limit), 0);
  ck_assert (signal (SIGXFSZ, SIG_DFL) != SIG_ERR);
  ck_assert (!good);
  ck_assert (error->domain == JH_ERROR);
  ck_assert_ptr_nonnull (strstr (error->message, "无法写入"));
  ck_assert_uint_eq (count_entries (parent), 0);
  ck_assert (jh_export_folder (store, books->filing->id, folder, NULL));
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("export");
  TCase *cases = tcase_create ("export");

  tcase_add_test (cases, the_sample_goes_out_and_comes_in_again);
  tcase_add_test (cases, every_table_has_its_file_and_no_other_is_there);
  tcase_add_test (cases, files_are_written_as_spreadsheets_want_them);
  tcase_add_test (cases, a_shield_is_put_where_it_is_needed_and_taken_off);
  tcase_add_loop_test (cases, nasty_texts_survive_going_out_and_coming_in,
                       0, 40);
  tcase_add_test (cases, no_cell_of_an_export_is_a_formula);
  tcase_add_test (cases, an_empty_folder_is_filled_and_a_full_one_refused);
  tcase_add_test (cases, a_read_only_folder_is_refused);
  tcase_add_test (cases, an_export_that_cannot_be_finished_leaves_nothing);
  suite_add_tcase (suite, cases);
  return jh_test_run (suite);
}
