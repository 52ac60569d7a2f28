#include "jh-test.h"
#include "jh-text.h"

#include <string.h>

static const struct
{
  const char *text;
  const char *trimmed;
} trims[] = {
  { NULL, "" },
  { "", "" },
  { " ", "" },
  { "a", "a" },
  { " a ", "a" },
  { "\t\r\n a b \v\f", "a b" },
  { "\u3000单位\u3000", "单位" },
  { "\u00a0单\u00a0位\u00a0", "单\u00a0位" },
  { "\ufeff单位\u200b", "单位" },
  { "\u2003单位\u2028", "单位" },
};

START_TEST (spaces_of_every_kind_go_from_the_ends)
{
  g_autofree char *trimmed = jh_text_trim (trims[_i].text);

  ck_assert_str_eq (trimmed, trims[_i].trimmed);
  ck_assert_int_eq (jh_text_is_blank (trims[_i].text),
                    *trims[_i].trimmed == '\0');
}
END_TEST

START_TEST (full_width_signs_become_narrow_and_others_stay)
{
  static const struct
  {
    const char *text;
    const char *narrow;
  } cases[] = {
    { "", "" },
    { "abc", "abc" },
    { "\uff11\uff12\uff0e\uff15", "12.5" },
    { "\uff21\uff5a\uff08\uff09", "Az()" },
    { "\uff01\uff5e", "!~" },
    { "\uff00\uff5f", "\uff00\uff5f" },
    { "\u3000", " " },
    { "单位，。", "单位,。" },
    { "\U0001f600", "\U0001f600" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *narrow = jh_text_narrow (cases[i].text);

      ck_assert_str_eq (narrow, cases[i].narrow);
    }
}
END_TEST

static const struct
{
  const char *text;
  guint most;
  const char *quoted;
} quotes[] = {
  { NULL, 10, "" },
  { "", 10, "" },
  { "单位", 10, "单位" },
  { "单位", 2, "单位" },
  { "单位名", 2, "单位…" },
  { "单", 0, "…" },
  { "", 0, "" },
  { "a b\u3000c", 10, "a b\u3000c" },
  { "\x01\x1f\x7f", 10, "␁␟␡" },
  { "\t\n\r\x1b[31m", 20, "␉␊␍␛[31m" },
  { "\xc2\x85\xc2\x9b", 10, "��" },
  { "\u202e\u200b\u2028", 10, "���" },
  { "a\xff\xfe", 10, "a��" },
  { "\xe5\x8d", 10, "�" },
};

START_TEST (a_quote_shows_what_cannot_be_seen)
{
  g_autofree char *quoted = jh_text_quote (quotes[_i].text, quotes[_i].most);

  /* A cut character may be shown as one mark or as one a byte. */
  if (g_str_equal (quotes[_i].quoted, "�"))
    ck_assert_msg (g_str_has_prefix (quoted, "�"), "%s", quoted);
  else
    ck_assert_str_eq (quoted, quotes[_i].quoted);
  ck_assert (g_utf8_validate (quoted, -1, NULL));
}
END_TEST

START_TEST (a_wide_character_takes_two_columns)
{
  ck_assert_uint_eq (jh_text_columns (""), 0);
  ck_assert_uint_eq (jh_text_columns ("abc"), 3);
  ck_assert_uint_eq (jh_text_columns ("单位"), 4);
  ck_assert_uint_eq (jh_text_columns ("a单，"), 5);
  ck_assert_uint_eq (jh_text_columns ("e\u0301"), 1);
  ck_assert_uint_eq (jh_text_columns ("a\u200bb"), 2);
}
END_TEST

static const struct
{
  const char *text;
  gsize most;
  const char *name;
} names[] = {
  { "", 100, "_" },
  { ".", 100, "_" },
  { "..", 100, "_" },
  { "......", 100, "_" },
  { ". . .", 100, "_" },
  { "   ", 100, "_" },
  { "/", 100, "_" },
  { "../x", 100, "_x" },
  { "../../etc/passwd", 100, "_.._etc_passwd" },
  { "/etc/passwd", 100, "_etc_passwd" },
  { ".hidden", 100, "hidden" },
  { "a/b\\c", 100, "a_b_c" },
  { "a:b*c?d\"e<f>g|h", 100, "a_b_c_d_e_f_g_h" },
  { "a\nb\tc\x1b[0m", 100, "a_b_c_[0m" },
  { "\x7f", 100, "_" },
  { "a\xc2\x85"
    "b\xc2\x9b"
    "c", 100, "a_b_c" },
  { "a\u202eb\u200b", 100, "a_b_" },
  { "a\u2028b\u2029c", 100, "a_b_c" },
  { "a.", 100, "a" },
  { "a. .", 100, "a" },
  { "a.b", 100, "a.b" },
  { "一二三", 9, "一二三" },
  { "一二三", 8, "一二" },
  { "一二三", 3, "一" },
  { "一二三", 2, "_" },
  { "abcd", 3, "abc" },
  { "ab. d", 4, "ab" },
  { "2023 年决算（公开）.xlsx", 100, "2023 年决算（公开）.xlsx" },
};

START_TEST (any_text_becomes_one_part_of_a_path)
{
  g_autofree char *name = jh_text_file_name (names[_i].text, names[_i].most);

  ck_assert_str_eq (name, names[_i].name);
}
END_TEST

START_TEST (no_text_at_all_leads_out_of_the_folder)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (7);
  static const gunichar alphabet[]
    = { '.', '/', '\\', ' ', 'a', '~', '\n', 0x7f, 0x85, 0x202e, 0x5355 };

  for (guint i = 0; i < 5000; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autofree char *name = NULL;

      for (guint length = g_rand_int_range (random, 0, 30); length; length--)
        g_string_append_unichar (
          text, alphabet[g_rand_int_range (random, 0,
                                           G_N_ELEMENTS (alphabet))]);
      name = jh_text_file_name (text->str, 20);
      ck_assert_uint_ge (strlen (name), 1);
      ck_assert_uint_le (strlen (name), 20);
      ck_assert (g_utf8_validate (name, -1, NULL));
      ck_assert_msg (strpbrk (name, "/\\\n\x7f") == NULL && name[0] != '.',
                     "“%s” became “%s”", text->str, name);
    }
}
END_TEST

START_TEST (a_very_long_text_becomes_a_name_of_whole_characters)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *name = NULL;

  for (guint i = 0; i < 100000; i++)
    g_string_append (text, "长");
  name = jh_text_file_name (text->str, 200);
  ck_assert_uint_eq (strlen (name), 198);
  ck_assert (g_utf8_validate (name, -1, NULL));
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("text");
  TCase *tests = tcase_create ("text");

  tcase_add_loop_test (tests, spaces_of_every_kind_go_from_the_ends, 0,
                       G_N_ELEMENTS (trims));
  tcase_add_test (tests, full_width_signs_become_narrow_and_others_stay);
  tcase_add_loop_test (tests, a_quote_shows_what_cannot_be_seen, 0,
                       G_N_ELEMENTS (quotes));
  tcase_add_test (tests, a_wide_character_takes_two_columns);
  tcase_add_loop_test (tests, any_text_becomes_one_part_of_a_path, 0,
                       G_N_ELEMENTS (names));
  tcase_add_test (tests, no_text_at_all_leads_out_of_the_folder);
  tcase_add_test (tests, a_very_long_text_becomes_a_name_of_whole_characters);
  suite_add_tcase (suite, tests);
  return jh_test_run (suite);
}
