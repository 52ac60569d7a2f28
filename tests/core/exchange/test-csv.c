#include "jh-csv.h"
#include "jh-csv-file.h"

#include "fixture.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

/* The rows of @csv: "1:a|b 2:c|d" is a row on line 1 and one on line 2. */
static char *
dup_rows (const JhCsv *csv)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < csv->rows->len; i++)
    {
      const JhCsvRow *row = csv->rows->pdata[i];

      g_string_append_printf (text, "%s%u:", i > 0 ? " " : "", row->line);
      for (guint c = 0; c < row->n_cells; c++)
        g_string_append_printf (text, "%s%s", c > 0 ? "|" : "",
                                row->cells[c]);
    }
  return g_string_free (text, FALSE);
}

/* Parses @length bytes of @text. */
static JhCsv *
parse (const char *text, gsize length, JhFaults *faults)
{
  char *copy = g_malloc (length + 1);

  memcpy (copy, text, length);
  copy[length] = '\0';
  return jh_csv_parse (copy, length, "a.csv", faults);
}

static const struct
{
  const char *text;
  const char *rows;
} good[] = {
  { "", "" },
  { "\n\r\n , ,\n", "" },
  { "a,b", "1:a|b" },
  { "a,b\n", "1:a|b" },
  { "a,b\nc,d\n", "1:a|b 2:c|d" },
  { "a,b\r\nc,d\r\n", "1:a|b 2:c|d" },
  { "a,b\rc,d\r", "1:a|b 2:c|d" },
  { "a,b\n\n,\nc,d\n", "1:a|b 4:c|d" },
  { "a,b,\nc,,\n", "1:a|b| 2:c||" },
  { "a,b\nc\n", "1:a|b 2:c" },
  { "a,b\nc,d,e\n", "1:a|b 2:c|d|e" },
  { "\"a\",\"b\"\n", "1:a|b" },
  { "\"a,b\",\"\"\"c\"\"\"\n", "1:a,b|\"c\"" },
  { "\"\",\"\"\"\"\n", "1:|\"" },
  { "\"a\nb\",c\nd,e\n", "1:a\nb|c 3:d|e" },
  { "\"a\r\nb\",c\r\nd,e\r\n", "1:a\nb|c 3:d|e" },
  { "\"a\rb\",c\rd,e\r", "1:a\nb|c 3:d|e" },
  { "\"a\n\n\",b\nc,d", "1:a\n\n|b 4:c|d" },
  { "a\tb\nc,d\te\n", "1:a|b 2:c,d|e" },
  { "a;b\nc,d;e\n", "1:a|b 2:c,d|e" },
  { "\"a,x\";b\nc;d\n", "1:a,x|b 2:c|d" },
  { "a,b;x\nc;d,e\n", "1:a|b;x 2:c;d|e" },
  { " a , b\n", "1: a | b" },
  { "键,值\n“三公”,'=\n", "1:键|值 2:“三公”|'=" },
};

START_TEST (text_is_cut_into_rows_and_cells)
{
  g_autoptr (JhFaults) faults = jh_faults_new ();
  g_autoptr (JhCsv) csv
    = parse (good[_i].text, strlen (good[_i].text), faults);
  g_autofree char *rows = csv ? dup_rows (csv) : NULL;

  ck_assert_uint_eq (jh_faults_count (faults), 0);
  ck_assert_str_eq (rows, good[_i].rows);
}
END_TEST

static const struct
{
  const char *text;
  gsize length;
  gboolean readable;
  const char *message;
} bad[] = {
  { "a,b\nc,\"d\ne,f\n", 0, FALSE, "a.csv 第 2 行：第 2 列的双引号只有开头" },
  { "\"a\n\n\nb", 0, FALSE, "a.csv 第 1 行：第 1 列的双引号只有开头" },
  { "a,b\n\"c", 0, FALSE, "a.csv 第 2 行" },
  { "a,b\n\"", 0, FALSE, "a.csv 第 2 行" },
  { "a,b\nc\"d,e\n", 0, TRUE, "a.csv 第 2 行：第 1 列的双引号位置不对" },
  { "a,b\nc,\"d\"e\n", 0, TRUE, "a.csv 第 2 行：第 2 列的双引号位置不对" },
  { "a,b\nc, \"d\"\n", 0, TRUE, "a.csv 第 2 行：第 2 列的双引号位置不对" },
  { "a,b\nc,d\0e\n", 10, FALSE, "a.csv 第 2 行：第 2 列含有空字符" },
  { "a,b\nc,\"x\n\0\"\n", 11, FALSE, "a.csv 第 3 行：第 2 列含有空字符" },
  { "\0\0\0\0", 4, FALSE, "a.csv 第 1 行：第 1 列含有空字符" },
};

START_TEST (what_is_not_csv_is_named_with_its_line)
{
  g_autoptr (JhFaults) faults = jh_faults_new ();
  g_autoptr (GError) error = NULL;
  gsize length = bad[_i].length ? bad[_i].length : strlen (bad[_i].text);
  g_autoptr (JhCsv) csv = parse (bad[_i].text, length, faults);

  ck_assert_int_eq (csv != NULL, bad[_i].readable);
  ck_assert_uint_eq (jh_faults_count (faults), 1);
  ck_assert (!jh_faults_raise (faults, "", &error));
  jh_assert_error (error, JH_ERROR_DATA, bad[_i].message);
}
END_TEST

/* A header and @count rows. */
static char *
make_rows (guint count)
{
  GString *text = g_string_new ("a,b\n");

  for (guint i = 0; i < count; i++)
    g_string_append (text, "c,d\n");
  return g_string_free (text, FALSE);
}

START_TEST (twenty_thousand_rows_are_read_and_one_more_is_refused)
{
  g_autoptr (JhFaults) faults = jh_faults_new ();
  g_autofree char *most = make_rows (20000);
  g_autofree char *more = make_rows (20001);
  g_autoptr (JhCsv) csv = parse (most, strlen (most), faults);
  g_autoptr (GError) error = NULL;

  ck_assert_uint_eq (csv->rows->len, 20001);
  ck_assert_uint_eq (jh_faults_count (faults), 0);
  ck_assert_ptr_null (parse (more, strlen (more), faults));
  ck_assert (!jh_faults_raise (faults, "", &error));
  jh_assert_error (error, JH_ERROR_DATA, "第 20002 行：超过 20000 行");
}
END_TEST

START_TEST (a_row_has_at_most_64_cells)
{
  static const guint counts[] = { 64, 65, 5000 };

  for (gsize i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      g_autoptr (JhFaults) faults = jh_faults_new ();
      g_autofree char *commas = g_strnfill (counts[i] - 1, ',');
      g_autofree char *text = g_strconcat ("a", commas, "\n", NULL);
      g_autoptr (JhCsv) csv = parse (text, strlen (text), faults);
      const JhCsvRow *row = csv->rows->pdata[0];

      ck_assert_uint_eq (row->n_cells, 64);
      ck_assert_uint_eq (jh_faults_count (faults), counts[i] > 64);
      ck_assert_str_eq (jh_csv_row_get (row, 63), "");
      ck_assert_str_eq (jh_csv_row_get (row, 64), "");
    }
}
END_TEST

START_TEST (a_cell_has_at_most_64_kilobytes)
{
  for (guint over = 0; over < 2; over++)
    for (guint quoted = 0; quoted < 2; quoted++)
      {
        g_autoptr (JhFaults) faults = jh_faults_new ();
        g_autofree char *fill = g_strnfill (65536 + over, 'x');
        const char *quote = quoted ? "\"" : "";
        g_autofree char *text
          = g_strconcat ("a,", quote, fill, quote, "\n", NULL);
        g_autoptr (JhCsv) csv = parse (text, strlen (text), faults);

        ck_assert_ptr_nonnull (csv);
        ck_assert_uint_eq (jh_faults_count (faults), over);
      }
}
END_TEST

START_TEST (the_end_of_a_file_tells_whether_a_row_was_cut)
{
  static const struct
  {
    const char *text;
    gboolean cut;
  } cases[] = {
    { "a,b\nc", TRUE },      { "a,b\nc\n", FALSE }, { "a,b\nc\r", FALSE },
    { "a,b\n\"c\"", TRUE }, { "", FALSE },         { "a,b\nc\n ", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (JhFaults) faults = jh_faults_new ();
      g_autoptr (JhCsv) csv
        = parse (cases[i].text, strlen (cases[i].text), faults);

      ck_assert_int_eq (csv->cut, cases[i].cut);
    }
}
END_TEST

/* Reads the file @name of @folder, which is expected to hold @text. */
static void
check_file (const char *folder, const char *name, const char *text)
{
  g_autoptr (JhFaults) faults = jh_faults_new ();
  g_autoptr (GError) error = NULL;
  gsize length;
  g_autofree char *got = jh_csv_file_read (folder, name, faults, &length);

  ck_assert (jh_faults_raise (faults, "", &error));
  jh_assert_no_error (error);
  ck_assert_uint_eq (length, strlen (text));
  ck_assert_str_eq (got, text);
}

/* The same, of a file that is refused with @message. */
static void
check_refused (const char *folder, const char *name, const char *message)
{
  g_autoptr (JhFaults) faults = jh_faults_new ();
  g_autoptr (GError) error = NULL;
  gsize length;

  ck_assert_ptr_null (jh_csv_file_read (folder, name, faults, &length));
  ck_assert (!jh_faults_raise (faults, "", &error));
  jh_assert_error (error, JH_ERROR_DATA, message);
}

START_TEST (every_usual_encoding_is_read)
{
  static const char *text = "键,值\n单位名称,镕基㐂单位\n";
  static const struct
  {
    const char *encoding;
    const char *mark;
    gsize mark_length;
  } cases[] = {
    { "UTF-8", "", 0 },           { "UTF-8", "\xef\xbb\xbf", 3 },
    { "GB18030", "", 0 },         { "UTF-16LE", "\xff\xfe", 2 },
    { "UTF-16BE", "\xfe\xff", 2 }, { "GB18030", "\x84\x31\x95\x33", 4 },
  };
  g_autofree char *folder = jh_test_folder ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gsize length;
      g_autofree char *bytes = g_convert (text, -1, cases[i].encoding,
                                          "UTF-8", NULL, &length, NULL);
      g_autoptr (GString) file = g_string_new_len (
        cases[i].mark, (gssize) cases[i].mark_length);
      g_autofree char *path = NULL;

      g_string_append_len (file, bytes, (gssize) length);
      path = jh_test_write (folder, "a.csv", file->str, (gssize) file->len);
      check_file (folder, "a.csv", text);
    }
}
END_TEST

START_TEST (a_damaged_encoding_is_refused)
{
  g_autofree char *folder = jh_test_folder ();
  g_autofree char *odd
    = jh_test_write (folder, "odd.csv", "\xff\xfe" "a\0b", 5);
  g_autofree char *cut
    = jh_test_write (folder, "cut.csv", "键,值\n甲,乙\xe4\xb8", -1);
  g_autofree char *mid
    = jh_test_write (folder, "mid.csv", "键,值\r\n甲,乙\r\n\xff,丙\r\n", -1);
  g_autofree char *junk
    = jh_test_write (folder, "junk.csv", "\xff\xff\xff,\x80\n", -1);

  check_refused (folder, "odd.csv", "文字编码无法识别");
  check_refused (folder, "cut.csv", "cut.csv 第 2 行：有残缺的汉字");
  check_refused (folder, "mid.csv", "mid.csv 第 3 行：有残缺的汉字");
  check_refused (folder, "junk.csv", "文字编码无法识别");
}
END_TEST

START_TEST (an_empty_file_is_empty_text)
{
  g_autofree char *folder = jh_test_folder ();

  put (folder, "a.csv", "");
  check_file (folder, "a.csv", "");
  put (folder, "a.csv", "\xef\xbb\xbf");
  check_file (folder, "a.csv", "");
}
END_TEST

START_TEST (a_huge_file_is_refused_without_reading_it)
{
  static const struct
  {
    gint64 size;
    gboolean refused;
  } cases[] = {
    { JH_CSV_BYTES_MAX, FALSE },
    { JH_CSV_BYTES_MAX + 1, TRUE },
    { 33 * 1024 * 1024, TRUE },
    { G_GINT64_CONSTANT (200) * 1024 * 1024 * 1024, TRUE },
  };
  g_autofree char *folder = jh_test_folder ();
  g_autofree char *path = g_build_filename (folder, "a.csv", NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (JhFaults) faults = jh_faults_new ();
      int fd = open (path, O_RDWR | O_CREAT | O_TRUNC, 0600);
      gint64 begin = g_get_monotonic_time ();
      g_autofree char *text = NULL;
      gsize length;

      ck_assert_int_eq (ftruncate (fd, cases[i].size), 0);
      ck_assert_int_eq (close (fd), 0);
      text = jh_csv_file_read (folder, "a.csv", faults, &length);
      ck_assert_int_eq (text == NULL, cases[i].refused);
      ck_assert_uint_eq (jh_faults_count (faults), cases[i].refused);
      if (cases[i].refused)
        ck_assert_int_lt (g_get_monotonic_time () - begin, 1000000);
    }
}
END_TEST

START_TEST (only_plain_files_are_read_and_nothing_hangs)
{
  g_autofree char *folder = jh_test_folder ();
  g_autofree char *fifo = g_build_filename (folder, "fifo.csv", NULL);
  g_autofree char *sub = g_build_filename (folder, "sub.csv", NULL);

  ck_assert_int_eq (mkfifo (fifo, 0600), 0);
  ck_assert_int_eq (mkdir (sub, 0700), 0);
  check_refused (folder, "fifo.csv", "不是普通文件");
  check_refused (folder, "sub.csv", "不是普通文件");
  check_refused (folder, "none.csv", "无法读取");
}
END_TEST

START_TEST (links_are_followed_inside_of_the_folder_only)
{
  g_autofree char *folder = jh_test_folder ();
  g_autofree char *beside = g_strconcat (folder, "-beside", NULL);
  static const struct
  {
    const char *target;
    const char *message;
  } cases[] = {
    { "/etc/passwd", "指向文件夹以外" }, { "/dev/zero", "指向文件夹以外" },
    { "../../etc/passwd", "指向文件夹以外" }, { "fifo", "不是普通文件" },
    { "nowhere", "指向文件夹以外" },     { "a.csv", "指向文件夹以外" },
    { ".", "指向文件夹以外" },           { "good", NULL },
  };
  g_autofree char *link = g_build_filename (folder, "a.csv", NULL);
  g_autofree char *fifo = g_build_filename (folder, "fifo", NULL);

  put (folder, "good", "a,b\n");
  ck_assert_int_eq (mkfifo (fifo, 0600), 0);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      ck_assert_int_eq (symlink (cases[i].target, link), 0);
      if (cases[i].message)
        check_refused (folder, "a.csv", cases[i].message);
      else
        check_file (folder, "a.csv", "a,b\n");
      ck_assert_int_eq (unlink (link), 0);
    }

  /* A neighbour whose name begins like the folder's is outside, too. */
  ck_assert_int_eq (mkdir (beside, 0700), 0);
  put (beside, "x", "a,b\n");
  {
    g_autofree char *target = g_build_filename (beside, "x", NULL);

    ck_assert_int_eq (symlink (target, link), 0);
    check_refused (folder, "a.csv", "指向文件夹以外");
    ck_assert_int_eq (unlink (target), 0);
    ck_assert_int_eq (rmdir (beside), 0);
  }
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("csv");
  TCase *cases = tcase_create ("csv");

  tcase_add_loop_test (cases, text_is_cut_into_rows_and_cells, 0,
                       G_N_ELEMENTS (good));
  tcase_add_loop_test (cases, what_is_not_csv_is_named_with_its_line, 0,
                       G_N_ELEMENTS (bad));
  tcase_add_test (cases,
                  twenty_thousand_rows_are_read_and_one_more_is_refused);
  tcase_add_test (cases, a_row_has_at_most_64_cells);
  tcase_add_test (cases, a_cell_has_at_most_64_kilobytes);
  tcase_add_test (cases, the_end_of_a_file_tells_whether_a_row_was_cut);
  tcase_add_test (cases, every_usual_encoding_is_read);
  tcase_add_test (cases, a_damaged_encoding_is_refused);
  tcase_add_test (cases, an_empty_file_is_empty_text);
  tcase_add_test (cases, a_huge_file_is_refused_without_reading_it);
  tcase_add_test (cases, only_plain_files_are_read_and_nothing_hangs);
  tcase_add_test (cases, links_are_followed_inside_of_the_folder_only);
  suite_add_tcase (suite, cases);
  return jh_test_run (suite);
}
