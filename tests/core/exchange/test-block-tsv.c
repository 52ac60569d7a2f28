#include "block-fixture.h"

static const struct
{
  const char *text;
  const char *shown;
} good[] = {
  { "1", "1/" },
  { "1\t2\r\n3\t4\r\n", "1|2/3|4/" },
  { "1\t2\n3\t4\n", "1|2/3|4/" },
  { "1\t2\r3\t4\r", "1|2/3|4/" },
  { "1\t2\n3\t4", "1|2/3|4/" },
  { "1\t\n\t4\n", "1|/|4/" },
  { "\r\n", "/" },
  { "\n\n", "//" },
  { "\t", "|/" },
  { "1\n\n2", "1//2/" },
  { "1\t2\t3\n4\n", "1|2|3/4||/" },
  { "4\n1\t2\t3\n", "4||/1|2|3/" },
  { " 1 \t 2", " 1 | 2/" },
  { "=1+1\t+2\t@a\t-3", "=1+1|+2|@a|-3/" },
  { "2013150\t0012\t1,234.50", "2013150|0012|1,234.50/" },
  /* As Excel quotes. */
  { "\"一\n二\"\t3\r\n", "一~二|3/" },
  { "\"一\r\n二\"\t3\r\n", "一~二|3/" },
  { "\"a\tb\"\tc", "a\tb|c/" },
  { "\"“\"\"”\"", "“\"”/" },
  { "\"\"\t\"\"\"\"\n", "|\"/" },
  { "\"a\"", "a/" },
  { "\"a\n\"", "a~/" },
  /* As WPS does not. */
  { "\"三公\"经费\t5", "\"三公\"经费|5/" },
  { "5\"\t6\"\"", "5\"|6\"\"/" },
  { "\"没有结尾\t2\n3", "\"没有结尾|2/3|/" },
  { "\"", "\"/" },
  { "\"\"\"", "\"\"\"/" },
  { "\xef\xbb\xbf"
    "1\t2",
    "1|2/" },
};

START_TEST (rows_and_cells_are_told_apart)
{
  assert_reads (jh_block_read_tsv, good[_i].text, -1, good[_i].shown);
}
END_TEST

START_TEST (nuls_at_the_end_do_not_matter)
{
  assert_reads (jh_block_read_tsv, "1\t2\n\0", 5, "1|2/");
  assert_reads (jh_block_read_tsv, "1\0\0\0", 4, "1/");
}
END_TEST

START_TEST (utf_16_is_read_in_both_orders)
{
  static const char little[] = "\xff\xfe\xe1\x4f\t\0"
                               "1\0\n\0\0\0";
  static const char big[] = "\xfe\xff\x4f\xe1\0\t\0"
                            "1\0\n\0\0";
  static const char plain_little[] = "\xe1\x4f\t\0"
                                     "1\0\n\0\0\0";
  static const char plain_big[] = "\x4f\xe1\0\t\0"
                                  "1\0\n";

  assert_reads (jh_block_read_tsv, little, sizeof little - 1, "信|1/");
  assert_reads (jh_block_read_tsv, big, sizeof big - 1, "信|1/");
  assert_reads (jh_block_read_tsv, plain_little, sizeof plain_little - 1,
                "信|1/");
  assert_reads (jh_block_read_tsv, plain_big, sizeof plain_big - 1, "信|1/");
}
END_TEST

START_TEST (no_text_is_told)
{
  assert_refuses (jh_block_read_tsv, "", 0, JH_ERROR_NOT_FOUND,
                  "剪贴板里没有可以粘贴的文字");
  assert_refuses (jh_block_read_tsv, "\0\0", 2, JH_ERROR_NOT_FOUND,
                  "没有可以粘贴的文字");
  assert_refuses (jh_block_read_tsv, "\xef\xbb\xbf", 3, JH_ERROR_NOT_FOUND,
                  "没有可以粘贴的文字");
}
END_TEST

START_TEST (an_unknown_encoding_is_refused)
{
  /* GBK of 信访, which nothing says. */
  assert_refuses (jh_block_read_tsv, "\xd0\xc5\xb7\xc3", 4, JH_ERROR_DATA,
                  "编码不是 UTF-8，请在原来的程序里重新复制");
  assert_refuses (jh_block_read_tsv, "a\0b\0c", 5, JH_ERROR_DATA, "读不出来");
  assert_refuses (jh_block_read_tsv,
                  "\xff\xfe\x00\xd8"
                  "1\0",
                  6, JH_ERROR_DATA, "读不出来");
}
END_TEST

START_TEST (too_much_is_refused)
{
  g_autofree char *long_text = g_strnfill (JH_BLOCK_BYTES_MAX + 1, 'a');
  g_autofree char *wide = g_strnfill (JH_BLOCK_COLUMNS_MAX, '\t');
  g_autofree char *tall = g_strnfill (JH_BLOCK_CELLS_MAX + 1, '\n');
  g_autoptr (GString) grown = g_string_new ("1");

  assert_refuses (jh_block_read_tsv, long_text, JH_BLOCK_BYTES_MAX + 1,
                  JH_ERROR_DATA, "太长，一次最多 16 MB");
  assert_refuses (jh_block_read_tsv, wide, JH_BLOCK_COLUMNS_MAX,
                  JH_ERROR_DATA, "一次最多 1000000 格、16384 列");
  assert_refuses (jh_block_read_tsv, tall, JH_BLOCK_CELLS_MAX + 1,
                  JH_ERROR_DATA, "请分几次复制");
  for (guint i = 0; i < 1000; i++)
    g_string_append_c (grown, '\t');
  for (guint i = 0; i < 1000; i++)
    g_string_append_c (grown, '\n');
  assert_refuses (jh_block_read_tsv, grown->str, grown->len, JH_ERROR_DATA,
                  "请分几次复制");
}
END_TEST

START_TEST (as_much_as_allowed_is_read)
{
  g_autofree char *tall = g_strnfill (JH_BLOCK_CELLS_MAX, '\n');
  g_autofree char *wide = g_strnfill (JH_BLOCK_COLUMNS_MAX - 1, '\t');
  g_autoptr (GError) error = NULL;
  g_autoptr (JhBlock) rows
    = jh_block_read_tsv (tall, JH_BLOCK_CELLS_MAX, &error);
  g_autoptr (JhBlock) columns
    = jh_block_read_tsv (wide, JH_BLOCK_COLUMNS_MAX - 1, &error);

  jh_assert_no_error (error);
  ck_assert_uint_eq (jh_block_get_n_rows (rows), JH_BLOCK_CELLS_MAX);
  ck_assert_uint_eq (jh_block_get_n_columns (columns), JH_BLOCK_COLUMNS_MAX);
}
END_TEST

START_TEST (quotes_cost_no_more_than_their_length)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (JhBlock) block = NULL;
  gint64 start = g_get_monotonic_time ();

  for (guint i = 0; i < 200000; i++)
    g_string_append (text, "\"a\n\"\"\t\"\"\n");
  block = jh_block_read_tsv (text->str, text->len, &error);
  jh_assert_no_error (error);
  ck_assert_int_lt (g_get_monotonic_time () - start, 20 * G_USEC_PER_SEC);
}
END_TEST

START_TEST (what_is_written_is_no_formula)
{
  static const char *const cells[] = {
    "=1+1", "+1", "-1", "@a", "\t=1", "'=1", "一般", "'普通",
  };
  g_autoptr (JhBlock) block = make_block (cells, 8, 8);
  g_autofree char *text = jh_block_write_tsv (block);

  ck_assert_str_eq (text,
                    "'=1+1\t'+1\t'-1\t'@a\t\"'\t=1\"\t''=1\t一般\t'普通\n");
}
END_TEST

START_TEST (a_figure_stays_a_number_as_far_as_it_is_one)
{
  static const char *const cells[]
    = { "-5", "1,234.50", "=1+1", "-a", "", "-1,23" };
  g_autoptr (JhBlock) block = make_block (cells, 6, 6);
  g_autofree char *text = NULL;

  for (guint i = 0; i < 6; i++)
    jh_block_set_figure (block, 0, i);
  ck_assert (jh_block_is_figure (block, 0, 5));
  text = jh_block_write_tsv (block);
  ck_assert_str_eq (text, "-5\t1,234.50\t'=1+1\t'-a\t\t'-1,23\n");
}
END_TEST

START_TEST (what_was_written_reads_back_the_same)
{
  static const char *const cells[] = {
    "信访业务", "一\n二", "a\tb", "\"三公\"经费", "", "\"", " 空格 ", "x",
  };
  g_autoptr (JhBlock) block = make_block (cells, 8, 2);
  g_autofree char *text = jh_block_write_tsv (block);
  g_autofree char *shown = show_block (block);

  assert_reads (jh_block_read_tsv, text, -1, shown);
}
END_TEST

START_TEST (spoiled_text_does_no_harm)
{
  static const char sample[] = "科目\t金额\r\n\"一\n二\"\t\"1,234.50\"\r\n"
                               "\"a\"\"b\"\t=1+1\r\n\t\t\r\n";
  g_autoptr (GRand) random = g_rand_new_with_seed (2023);

  for (guint i = 0; i < 20000; i++)
    {
      g_autofree char *spoiled = NULL;
      gsize length = spoil (random, sample, sizeof sample - 1, &spoiled);
      g_autoptr (GError) error = NULL;
      g_autoptr (JhBlock) block = jh_block_read_tsv (spoiled, length, &error);

      ck_assert ((block == NULL) == (error != NULL));
      if (block)
        {
          g_autofree char *text = jh_block_write_tsv (block);

          ck_assert (g_utf8_validate (text, -1, NULL));
        }
    }
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("block-tsv");
  TCase *tests = tcase_create ("block-tsv");

  tcase_set_timeout (tests, 60);
  tcase_add_loop_test (tests, rows_and_cells_are_told_apart, 0,
                       G_N_ELEMENTS (good));
  tcase_add_test (tests, nuls_at_the_end_do_not_matter);
  tcase_add_test (tests, utf_16_is_read_in_both_orders);
  tcase_add_test (tests, no_text_is_told);
  tcase_add_test (tests, an_unknown_encoding_is_refused);
  tcase_add_test (tests, too_much_is_refused);
  tcase_add_test (tests, as_much_as_allowed_is_read);
  tcase_add_test (tests, quotes_cost_no_more_than_their_length);
  tcase_add_test (tests, what_is_written_is_no_formula);
  tcase_add_test (tests, a_figure_stays_a_number_as_far_as_it_is_one);
  tcase_add_test (tests, what_was_written_reads_back_the_same);
  tcase_add_test (tests, spoiled_text_does_no_harm);
  suite_add_tcase (suite, tests);
  return jh_test_run (suite);
}
