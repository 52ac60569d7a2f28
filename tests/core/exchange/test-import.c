#include "jh-import.h"

#include "fixture.h"
#include "jh-waiver.h"

#include <sys/stat.h>
#include <unistd.h>

START_TEST (the_sample_comes_in_as_it_is)
{
  g_autofree char *sample = dup_sample ();
  g_autoptr (JhStore) store = open_store ();
  g_autoptr (JhFiling) filing = import (store, sample, FALSE);
  g_autoptr (JhBooks) books = load (store, filing->id);
  static const guint counts[] = { 13, 5, 16, 2, 4, 8, 35, 5, 8, 7, 7, 20 };
  JhMoney sum = jh_money_blank ();

  ck_assert_int_eq (filing->year, 2023);
  ck_assert_str_eq (filing->code, "510811-MBJX");
  ck_assert_str_eq (filing->region, "510811");
  ck_assert_str_eq (filing->state, "填报");
  ck_assert_int_eq (filing->money_unit, JH_MONEY_WAN);
  for (guint i = 0; i < JH_N_TABLES; i++)
    ck_assert_msg (books->rows[i]->len == counts[i], "%s: %u rows",
                   jh_table_get (i)->file, books->rows[i]->len);
  for (guint i = 0; i < 16; i++)
    {
      const JhExpenditure *row = JH_BOOKS_ROWS (books, EXPENDITURE)->pdata[i];

      sum = jh_money_add (sum, row->actual);
      ck_assert (!row->initial.known);
    }
  ck_assert_int_eq (sum.fen, 210030000);
}
END_TEST

START_TEST (an_import_is_one_change_with_a_name)
{
  g_autofree char *sample = dup_sample ();
  g_autoptr (JhStore) store = open_store ();
  g_autoptr (JhFiling) filing = import (store, sample, FALSE);
  g_autoptr (GPtrArray) log = jh_change_list (store, NULL, 10, 1, NULL);
  g_autofree char *expected
    = g_strdup_printf ("导入 2023 年 %s", filing->name);
  const JhChangeEntry *entry = log->pdata[0];
  g_autoptr (GError) error = NULL;

  ck_assert_uint_eq (log->len, 1);
  ck_assert_str_eq (entry->name, expected);
  ck_assert_int_eq (entry->filing, filing->id);
  ck_assert (jh_change_undo (store, NULL, &error));
  jh_assert_no_error (error);
  ck_assert_uint_eq (count_filings (store), 0);
}
END_TEST

START_TEST (all_faults_of_all_files_are_told_at_once)
{
  g_autofree char *folder = make_folder ();
  g_autoptr (JhStore) store = open_store ();
  static const char *const parts[] = {
    "没有导入任何内容，共有 6 处错误：\n",
    "filing.csv 第 4 行“年度”：“今年”不是年度",
    "income.csv 第 2 行“来源”：“补贴”不在规定的写法里",
    "expenditure.csv 第 1 行：缺少列：项目、年初预算、全年预算、决算",
    "carryover.csv 第 3 行：第 2 列的双引号只有开头",
    "counts.csv 第 2 行“数量”：“x”不是数字",
    "counts.csv 第 3 行“数量”：“y”不是数字",
  };

  put (folder, "filing.csv", FILING ("甲", "U1", "今年", "元"));
  put (folder, "income.csv",
       "来源,功能科目,年初预算,全年预算,决算\n补贴,2013150\n");
  put (folder, "expenditure.csv",
       "功能科目,经济科目,支出类别,资金\n"
       "2013150,30101,基本支出,其他资金\n");
  put (folder, "carryover.csv", "资金,类别,金额\n\n其他资金,\"x\n");
  put (folder, "counts.csv", "项目,数量,单位\na,x,\nb,y,\n");
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    reject (store, folder, FALSE, JH_ERROR_DATA, parts[i]);
}
END_TEST

START_TEST (a_hundred_faults_are_enough)
{
  g_autofree char *folder = make_folder ();
  g_autoptr (JhStore) store = open_store ();
  g_autoptr (GString) text = g_string_new ("项目,数量,单位\n");

  for (guint i = 0; i < 15000; i++)
    g_string_append (text, "a,x,\n");
  put (folder, "counts.csv", text->str);
  reject (store, folder, FALSE, JH_ERROR_DATA, "只列出前 100 处");
}
END_TEST

START_TEST (files_are_found_in_any_case_of_letters)
{
  g_autofree char *folder = make_folder ();
  g_autoptr (JhStore) store = open_store ();

  put (folder, "COUNTS.Csv", "项目,数量,单位\na,x,\n");
  reject (store, folder, FALSE, JH_ERROR_DATA, "COUNTS.Csv 第 2 行“数量”");
  put (folder, "counts.csv", "项目,数量,单位\n");
  reject (store, folder, FALSE, JH_ERROR_DATA, "是同一张表的两个文件");
}
END_TEST

START_TEST (other_files_are_left_alone_but_mistyped_names_are_told)
{
  static const struct
  {
    const char *name;
    const char *message;
  } cases[] = {
    { "README.md", NULL },
    { "supervision_facts.csv", NULL },
    { "资料.csv", NULL },
    { "expenditure.xlsx", NULL },
    { "expenditures.csv", "如果是支出，文件名应为“expenditure.csv”" },
    { "Expediture.CSV", "文件名应为“expenditure.csv”" },
    { "count.csv", "文件名应为“counts.csv”" },
    { "支出.csv", "文件名应为“expenditure.csv”" },
  };
  g_autoptr (JhStore) store = open_store ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *folder = make_folder ();

      put (folder, cases[i].name, "随便\n");
      if (cases[i].message)
        reject (store, folder, FALSE, JH_ERROR_DATA, cases[i].message);
      else
        jh_filing_free (import (store, folder, TRUE));
      /* Beside the right file, another name is no mistake. */
      put (folder, "expenditure.csv", "");
      put (folder, "counts.csv", "");
      jh_filing_free (import (store, folder, TRUE));
    }
}
END_TEST

START_TEST (what_is_no_folder_of_a_filing_is_refused)
{
  g_autofree char *folder = jh_test_folder ();
  g_autoptr (JhStore) store = open_store ();
  g_autofree char *none = g_build_filename (folder, "none", NULL);
  g_autofree char *fifo = g_build_filename (folder, "fifo", NULL);
  g_autofree char *file = jh_test_write (folder, "file", "", -1);

  ck_assert_int_eq (mkfifo (fifo, 0600), 0);
  reject (store, none, FALSE, JH_ERROR_NOT_FOUND, "无法读取文件夹");
  reject (store, file, FALSE, JH_ERROR_NOT_FOUND, "不是文件夹");
  reject (store, fifo, FALSE, JH_ERROR_NOT_FOUND, "不是文件夹");
  reject (store, folder, FALSE, JH_ERROR_NOT_FOUND, "里没有 filing.csv");
  put (folder, "fillings.csv", "");
  reject (store, folder, FALSE, JH_ERROR_DATA, "文件名应为“filing.csv”");
}
END_TEST

START_TEST (a_filing_csv_alone_is_a_filing)
{
  g_autofree char *folder = make_folder ();
  g_autoptr (JhStore) store = open_store ();
  g_autoptr (JhFiling) filing = import (store, folder, FALSE);
  g_autoptr (JhBooks) books = load (store, filing->id);

  for (guint i = 0; i < JH_N_TABLES; i++)
    ck_assert_uint_eq (books->rows[i]->len, 0);
}
END_TEST

START_TEST (a_filing_that_is_there_gives_way_only_when_asked)
{
  g_autofree char *sample = dup_sample ();
  g_autofree char *folder = copy_sample ();
  g_autoptr (JhStore) store = open_store ();
  g_autoptr (JhFiling) filing = import (store, sample, FALSE);
  g_autoptr (JhFiling) again = NULL;
  g_autoptr (JhBooks) before = load (store, filing->id);
  g_autoptr (JhBooks) after = NULL;
  g_autoptr (JhBooks) undone = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = NULL;

  put (folder, "expenditure.csv", EXPENDITURE LINE ",,,1\n");
  reject (store, folder, FALSE, JH_ERROR_EXISTS, "请选择“替换”再导入");
  again = import (store, folder, TRUE);
  ck_assert_int_eq (again->id, filing->id);
  after = load (store, filing->id);
  ck_assert_uint_eq (JH_BOOKS_ROWS (after, EXPENDITURE)->len, 1);
  ck_assert_uint_eq (JH_BOOKS_ROWS (after, INCOME)->len, 5);
  ck_assert_uint_eq (count_changes (store), 2);

  ck_assert (jh_change_undo (store, &name, &error));
  jh_assert_no_error (error);
  ck_assert (g_str_has_prefix (name, "替换 2023 年 "));
  undone = load (store, filing->id);
  ck_assert (jh_books_equal (undone, before));
}
END_TEST

START_TEST (a_replacement_keeps_state_and_takes_name_and_unit)
{
  g_autofree char *folder = make_folder ();
  g_autoptr (JhStore) store = open_store ();
  g_autoptr (JhFiling) first = import (store, folder, FALSE);
  g_autoptr (JhFiling) second = NULL;
  g_autoptr (JhFiling) kept = NULL;
  g_autoptr (JhChange) change = jh_change_begin (store, "送审", NULL);

  ck_assert (jh_filing_set_state (store, first, "审核", NULL));
  ck_assert (jh_change_commit (change, NULL));
  put (folder, "filing.csv", FILING ("乙单位", "U1", "2023", "元"));
  second = import (store, folder, TRUE);
  kept = jh_filing_get (store, first->id, NULL);
  ck_assert_str_eq (second->state, "审核");
  ck_assert_str_eq (kept->state, "审核");
  ck_assert_str_eq (kept->name, "乙单位");
  ck_assert_int_eq (kept->money_unit, JH_MONEY_YUAN);
}
END_TEST

START_TEST (a_replacement_keeps_the_waivers)
{
  g_autofree char *folder = make_folder ();
  g_autoptr (JhStore) store = open_store ();
  g_autoptr (JhFiling) first = import (store, folder, FALSE);
  g_autoptr (JhFiling) second = NULL;
  g_autoptr (JhChange) change = jh_change_begin (store, "说明", NULL);
  g_autoptr (GPtrArray) waivers = NULL;
  const JhWaiver waiver = { (char *) "B02",
                            (char *) "7",
                            (char *) "说明",
                            (char *) "经办",
                            (char *) "2026-11-25T08:00:00Z",
                            (char *) "1|2" };

  ck_assert (jh_waiver_set (store, first->id, &waiver, NULL));
  ck_assert (jh_change_commit (change, NULL));
  put (folder, "filing.csv", FILING ("乙单位", "U1", "2023", "元"));
  second = import (store, folder, TRUE);
  waivers = jh_waiver_list (store, second->id, NULL);
  ck_assert_uint_eq (waivers->len, 1);
  ck_assert_str_eq (((JhWaiver *) waivers->pdata[0])->figures, "1|2");
}
END_TEST

START_TEST (a_locked_filing_is_not_touched)
{
  g_autofree char *sample = dup_sample ();
  g_autoptr (JhStore) store = open_store ();
  g_autoptr (JhFiling) filing = import (store, sample, FALSE);
  g_autoptr (JhBooks) before = load (store, filing->id);
  g_autoptr (JhBooks) after = NULL;
  g_autoptr (JhChange) change = jh_change_begin (store, "锁定", NULL);

  ck_assert (jh_filing_set_state (store, filing, "锁定", NULL));
  ck_assert (jh_change_commit (change, NULL));
  reject (store, sample, TRUE, JH_ERROR_LOCKED, "先由负责人解锁");
  reject (store, sample, FALSE, JH_ERROR_EXISTS, "已经锁定");
  after = load (store, filing->id);
  ck_assert (jh_books_equal (before, after));
}
END_TEST

START_TEST (read_only_books_take_nothing)
{
  g_autofree char *folder = jh_test_folder ();
  g_autofree char *path = g_build_filename (folder, "a.jiheng", NULL);
  g_autofree char *sample = dup_sample ();
  g_autoptr (JhStore) made = jh_store_open (path, JH_STORE_CREATE, NULL);
  g_autoptr (JhStore) store = NULL;
  g_autoptr (JhBooks) books = NULL;

  ck_assert_ptr_nonnull (made);
  g_clear_pointer (&made, jh_store_close);
  store = jh_store_open (path, JH_STORE_READ, NULL);
  reject (store, sample, FALSE, JH_ERROR_READ_ONLY, "只读");
  books = jh_import_read (store, sample, NULL);
  ck_assert_ptr_nonnull (books);
  ck_assert_int_eq (books->filing->id, 0);
}
END_TEST

/* Puts something hostile in the place of expenditure.csv of @folder. */
typedef void (*Spoil) (const char *folder);

static void
spoil_cut (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "expenditure.csv", NULL);
  g_autofree char *text = jh_test_read (path, NULL);

  text[strlen (text) / 2] = '\0';
  put (folder, "expenditure.csv", text);
}

static void
spoil_nul (const char *folder)
{
  g_autofree char *path
    = jh_test_write (folder, "expenditure.csv", "a,b\0,c\n", 7);

  ck_assert_ptr_nonnull (path);
}

static void
spoil_large (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "expenditure.csv", NULL);

  ck_assert_int_eq (truncate (path, 33 * 1024 * 1024), 0);
}

static void
spoil_fifo (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "expenditure.csv", NULL);

  ck_assert_int_eq (unlink (path), 0);
  ck_assert_int_eq (mkfifo (path, 0600), 0);
}

static void
spoil_link (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "expenditure.csv", NULL);

  ck_assert_int_eq (unlink (path), 0);
  ck_assert_int_eq (symlink ("/etc/passwd", path), 0);
}

static void
spoil_long (const char *folder)
{
  g_autoptr (GString) text = g_string_new (EXPENDITURE);

  for (guint i = 0; i < 20001; i++)
    g_string_append (text, LINE ",,,1\n");
  put (folder, "expenditure.csv", text->str);
}

static void
spoil_binary (const char *folder)
{
  g_autofree char *path
    = jh_test_write (folder, "expenditure.csv", "PK\x03\x04\0\0\0\0", 8);

  ck_assert_ptr_nonnull (path);
}

static void
spoil_deep (const char *folder)
{
  g_autofree char *commas = g_strnfill (1000000, ',');

  put (folder, "expenditure.csv", commas);
  commas[0] = 'a';
  put (folder, "expenditure.csv", commas);
}

static const struct
{
  Spoil spoil;
  const char *message;
} spoils[] = {
  { spoil_cut, "expenditure.csv 第 " },
  { spoil_nul, "含有空字符" },
  { spoil_large, "文件超过 32 MB" },
  { spoil_fifo, "不是普通文件" },
  { spoil_link, "指向文件夹以外的链接" },
  { spoil_long, "第 20002 行：超过 20000 行数据" },
  { spoil_binary, "含有空字符" },
  { spoil_deep, "一行最多 64 格" },
};

START_TEST (a_hostile_file_leaves_the_books_as_they_were)
{
  g_autofree char *sample = dup_sample ();
  g_autofree char *folder = copy_sample ();
  g_autoptr (JhStore) store = open_store ();
  g_autoptr (JhFiling) filing = import (store, sample, FALSE);
  g_autoptr (JhBooks) before = load (store, filing->id);
  g_autoptr (JhBooks) after = NULL;

  spoils[_i].spoil (folder);
  reject (store, folder, TRUE, JH_ERROR_DATA, spoils[_i].message);
  after = load (store, filing->id);
  ck_assert (jh_books_equal (before, after));
}
END_TEST

START_TEST (the_sample_reads_the_same_in_other_dress)
{
  g_autofree char *sample = dup_sample ();
  g_autoptr (JhStore) store = open_store ();
  g_autoptr (JhBooks) plain = jh_import_read (store, sample, NULL);
  static const char *const encodings[] = { "UTF-8", "GB18030", "UTF-16" };
  static const char *const ends[] = { "\n", "\r\n", "\r" };

  for (gsize e = 0; e < G_N_ELEMENTS (encodings); e++)
    for (gsize n = 0; n < G_N_ELEMENTS (ends); n++)
      {
        g_autofree char *folder = copy_sample ();
        g_autoptr (JhBooks) books = NULL;
        g_autoptr (GError) error = NULL;

        for (guint id = 0; id < JH_N_TABLES; id++)
          {
            const char *file = jh_table_get (id)->file;
            g_autofree char *path = g_build_filename (folder, file, NULL);
            g_autofree char *text = jh_test_read (path, NULL);
            g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
            g_autofree char *joined = g_strjoinv (ends[n], lines);
            gsize length;
            g_autofree char *bytes = g_convert (
              joined, -1, encodings[e], "UTF-8", NULL, &length, &error);
            g_autofree char *written = NULL;

            jh_assert_no_error (error);
            written = jh_test_write (folder, file, bytes, (gssize) length);
          }
        books = jh_import_read (store, folder, &error);
        jh_assert_no_error (error);
        ck_assert (jh_books_equal (plain, books));
      }
}
END_TEST

START_TEST (twenty_thousand_lines_come_in)
{
  g_autofree char *folder = make_folder ();
  g_autoptr (JhStore) store = open_store ();
  g_autoptr (GString) text = g_string_new (EXPENDITURE);
  g_autoptr (JhFiling) filing = NULL;
  g_autoptr (JhBooks) books = NULL;

  for (guint i = 0; i < 20000; i++)
    g_string_append (text, LINE ",,,99999999.99\n");
  put (folder, "expenditure.csv", text->str);
  filing = import (store, folder, FALSE);
  books = load (store, filing->id);
  ck_assert_uint_eq (JH_BOOKS_ROWS (books, EXPENDITURE)->len, 20000);
}
END_TEST

START_TEST (the_format_is_written_down_column_by_column)
{
  const char *source = g_getenv ("JIHENG_SOURCE");
  g_autofree char *path = g_build_filename (source ? source : ".", "core",
                                            "exchange", "FORMAT.md", NULL);
  g_autofree char *text = jh_test_read (path, NULL);

  for (guint id = 0; id < JH_N_TABLES; id++)
    {
      const JhTable *table = jh_table_get (id);
      g_autofree char *title = g_strdup_printf ("\n### %s：", table->file);
      const char *section = strstr (text, title);
      g_auto (GStrv) parts = NULL;

      ck_assert_msg (section != NULL, "%s is not described", table->file);
      parts = g_strsplit (section + 1, "\n### ", 2);
      for (guint i = 0; i < table->n_fields; i++)
        {
          g_autofree char *row
            = g_strdup_printf ("\n| %s |", table->fields[i].label);

          ck_assert_msg (strstr (parts[0], row) != NULL,
                         "%s: %s is not described", table->file,
                         table->fields[i].label);
        }
    }
}
END_TEST

static void
add_folder_tests (TCase *cases)
{
  tcase_add_test (cases, all_faults_of_all_files_are_told_at_once);
  tcase_add_test (cases, a_hundred_faults_are_enough);
  tcase_add_test (cases, files_are_found_in_any_case_of_letters);
  tcase_add_test (cases,
                  other_files_are_left_alone_but_mistyped_names_are_told);
  tcase_add_test (cases, what_is_no_folder_of_a_filing_is_refused);
  tcase_add_test (cases, a_filing_csv_alone_is_a_filing);
  tcase_add_test (cases, a_filing_that_is_there_gives_way_only_when_asked);
  tcase_add_test (cases, a_replacement_keeps_state_and_takes_name_and_unit);
  tcase_add_test (cases, a_replacement_keeps_the_waivers);
  tcase_add_test (cases, a_locked_filing_is_not_touched);
  tcase_add_test (cases, read_only_books_take_nothing);
  tcase_add_loop_test (cases, a_hostile_file_leaves_the_books_as_they_were, 0,
                       G_N_ELEMENTS (spoils));
  tcase_add_test (cases, the_sample_reads_the_same_in_other_dress);
  tcase_add_test (cases, twenty_thousand_lines_come_in);
  tcase_add_test (cases, the_format_is_written_down_column_by_column);
}

int
main (void)
{
  Suite *suite = suite_create ("import");
  TCase *sample = tcase_create ("sample");
  TCase *folder = tcase_create ("folder");

  tcase_add_test (sample, the_sample_comes_in_as_it_is);
  tcase_add_test (sample, an_import_is_one_change_with_a_name);
  add_folder_tests (folder);
  suite_add_tcase (suite, sample);
  suite_add_tcase (suite, folder);
  return jh_test_run (suite);
}
