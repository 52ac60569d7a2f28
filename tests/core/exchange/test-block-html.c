#include "block-fixture.h"

/* In the shape of Excel: marks inside of the table, hidden columns and rows,
 * numbers behind the shown ones, a closing row that only sets widths. */
static const char excel[]
  = "<html xmlns:o=\"urn:schemas-microsoft-com:office:office\"\n"
    "xmlns:x=\"urn:schemas-microsoft-com:office:excel\">\n<head>\n"
    "<meta http-equiv=Content-Type content=\"text/html; charset=utf-8\">\n"
    "<style>\n<!--table\n\t{mso-displayed-decimal-separator:\"\\.\";}\n"
    ".xl65\n\t{mso-number-format:\"\\@\";}\n-->\n</style>\n</head>\n"
    "<body link=blue vlink=purple>\n"
    "<table border=0 cellpadding=0 cellspacing=0 width=288>\n"
    "<!--StartFragment-->\n <col width=72 span=4 style='width:54pt'>\n"
    " <tr height=19 style='height:14.25pt'>\n"
    "  <td height=19 class=xl65 width=72>2013150</td>\n"
    "  <td class=xl66 width=72>信访<br "
    "style='mso-data-placement:same-cell'>\n"
    "    业务</td>\n"
    "  <td align=right x:num=\"1234.5678\"><span\n"
    "  style='mso-spacerun:yes'>&nbsp;</span>1,234.57<span\n"
    "  style='mso-spacerun:yes'>&nbsp;</span></td>\n"
    "  <td style='display:none'>隐藏列</td>\n </tr>\n"
    " <tr height=19 style='display:none'>\n  <td>隐藏行</td>\n </tr>\n"
    " <tr height=19>\n  <td class=xl65 x:num=\"12\">0012</td>\n"
    "  <td colspan=2 style='mso-ignore:colspan'>机关事业单位基本\n"
    "  养老保险 &amp; &lt;注&gt;</td>\n </tr>\n"
    " <![if supportMisalignedColumns]>\n"
    " <tr height=0 style='display:none'>\n  <td width=72></td>\n"
    "  <td width=72></td>\n </tr>\n <![endif]>\n"
    "<!--EndFragment-->\n</table>\n</body>\n</html>\n";

/* In the shape of LibreOffice. */
static const char libreoffice[]
  = "<!DOCTYPE html>\n<html>\n<head>\n"
    "<meta http-equiv=\"content-type\" content=\"text/html; "
    "charset=utf-8\"/>\n<title></title>\n"
    "<style type=\"text/css\">\ncomment { display:none; }\n</style>\n"
    "</head>\n<body>\n<table cellspacing=\"0\" border=\"0\">\n"
    "\t<colgroup span=\"3\" width=\"85\"></colgroup>\n\t<tr>\n"
    "\t\t<td rowspan=2 height=\"40\" align=\"left\" "
    "sdnum=\"1033;0;@\">2013150</td>\n"
    "\t\t<td align=\"left\"><a class=\"comment-indicator\"></a>"
    "<comment>批注</comment><font face=\"Noto Sans CJK SC\">信访业务<br>"
    "第二行</font></td>\n"
    "\t\t<td align=\"right\" sdval=\"1234.5678\" "
    "sdnum=\"1033;0;#,##0.00\">1,234.57</td>\n\t</tr>\n\t<tr>\n"
    "\t\t<td colspan=2 align=\"right\" sdval=\"0.9918\" "
    "sdnum=\"1033;0;0.00%\">99.18%</td>\n\t</tr>\n</table>\n</body>\n"
    "</html>\n";

/* In the shape of WPS: the head that the clipboard of Windows wants, then
 * much as Excel. */
static const char wps[]
  = "Version:1.0\r\nStartHTML:0000000137\r\nEndHTML:0000000900\r\n"
    "StartFragment:0000000400\r\nEndFragment:0000000800\r\n"
    "<html xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><head>"
    "<meta http-equiv=\"Content-Type\" content=\"text/html; "
    "charset=utf-8\"></head><body><!--StartFragment-->"
    "<table width=\"300\" style='border-collapse:collapse;'>"
    "<colgroup><col width=\"72\"></colgroup><tbody>"
    "<tr height=\"18\"><td class=\"xl65\" x:str>2080505</td>"
    "<td class=\"xl66\" x:num>350</td></tr>"
    "<tr height=\"18\"><td class=\"xl65\" x:str>合计</td>"
    "<td class=\"xl67\" x:num=\"208.22999999999999\">"
    "¥208.23</td></tr></tbody></table><!--EndFragment--></body></html>";

/* In the shape of Google's sheets. */
static const char sheets[]
  = "<meta charset='utf-8'><google-sheets-html-origin><style "
    "type=\"text/css\"><!--td {border: 1px solid #ccc;}--></style>"
    "<table xmlns=\"http://www.w3.org/1999/xhtml\" data-sheets-root=\"1\">"
    "<colgroup><col width=\"100\"/></colgroup><tbody>"
    "<tr style=\"height:21px;\"><td data-sheets-value=\"{&quot;1&quot;:2,"
    "&quot;2&quot;:&quot;信访&quot;}\">信访</td>"
    "<td data-sheets-value=\"{&quot;1&quot;:3,&quot;3&quot;:1234.5678}\" "
    "data-sheets-numberformat=\"{}\">1,234.57</td></tr></tbody></table>";

static const struct
{
  const char *html;
  const char *shown;
} good[] = {
  { excel, "2013150|信访~业务|1234.5678/"
           "0012|机关事业单位基本养老保险 & <注>|/" },
  { libreoffice, "2013150|信访业务~第二行|1234.5678/|99.18%|/" },
  { wps, "2080505|350/合计|208.23/" },
  { sheets, "信访|1234.5678/" },
  /* Tables. */
  { "<table><tr><td>1", "1/" },
  { "<TABLE><TR><TD>1<TD>2<TR><TD>3<TD>4</TABLE>", "1|2/3|4/" },
  { "<table><td>1<td>2</table>", "1|2/" },
  { "<table><tr><th>1<td>2</table>", "1|2/" },
  { "<table></table><table><tr></tr></table><table><tr><td>2</table>", "2/" },
  { "<table><tr><td>1</table><table><tr><td>2</table>", "1/" },
  { "<div style='display:none'><table><tr><td>1</table></div>"
    "<table><tr><td>2</table>",
    "2/" },
  { "<table style='display : none'><tr><td>1</table>"
    "<table><tr><td>2</table>",
    "2/" },
  { "<table><thead><tr><th>a</thead><tbody><tr><td>1</tbody>"
    "<tfoot><tr><td>2</tfoot></table>",
    "a/1/2/" },
  { "<table><caption>题</caption><tr><td>1</table>", "1/" },
  { "<table><tr><td>1</table>正文", "1/" },
  { "<table><tr><td>1<tr></tr><tr><td>2</table>", "1//2/" },
  { "<table><tr><td>甲<table><tr><td>1<td>2</table>乙</table>", "甲~1 2乙/" },
  /* What was copied stands between the marks. */
  { "<table><tr><td>0</tr><!--StartFragment--><tr><td>1</tr>"
    "<!-- EndFragment --><tr><td>2</table>",
    "1/" },
  { "<table><tr><td rowspan=9>0</tr><!--StartFragment--><tr><td>1</tr>"
    "</table>",
    "1/" },
  { "<table><tr><td><!--StartFragment-->1</tr><tr><td>2</table>", "1/2/" },
  /* Merged cells. */
  { "<table><tr><td rowspan=2>a<td>b<tr><td>c<tr><td>d<td>e</table>",
    "a|b/|c/d|e/" },
  { "<table><tr><td colspan=2 rowspan=2>a<td>b<tr><td>c</table>",
    "a||b/||c/" },
  { "<table><tr><td>a<td rowspan=3>b<tr><td>c<tr><td>d<td>e</table>",
    "a|b|/c||/d||e/" },
  { "<table><tr><td rowspan=0>a<td>b<tr><td>c</table>", "a|b/|c/" },
  /* Text. */
  { "<table><tr><td>  a \n b  </table>", "a b/" },
  { "<table><tr><td>信\n  访<td>a\n信<td>信 访</table>", "信访|a 信|信 访/" },
  { "<table><tr><td>&nbsp;<td>a&nbsp;&nbsp;b<td>&#19968;&#x4e8c;</table>",
    "|a  b|一二/" },
  { "<table><tr><td>a<br>b<br/><br>c</table>", "a~b~~c/" },
  { "<table><tr><td><p>a</p><p>b</p><div>c</div></table>", "a~b~c/" },
  { "<table><tr><td><b>a</b><i>b</i> <u>c</u></table>", "ab c/" },
  { "<table><tr><td>a<script>b</script><style>c</style>d</table>", "ad/" },
  { "<table><tr><td>a<span style='DISPLAY:NONE'>b</span>c</table>", "ac/" },
  { "<table><tr><td>a<!--b-->c</table>", "ac/" },
  { "<table><tr><td>=1+1<td>'=1<td>@a</table>", "=1+1|'=1|@a/" },
  { "<table><tr><td>&unknown;<td>&lt;b&gt;</table>", "&unknown;|<b>/" },
};

START_TEST (a_table_is_read)
{
  assert_reads (jh_block_read_html, good[_i].html, -1, good[_i].shown);
}
END_TEST

START_TEST (odd_spans_are_bounded)
{
  g_autoptr (GError) error = NULL;
  static const char html[]
    = "<table><tr><td colspan=99999999999999999999 rowspan=99999999>a"
      "<td>b<tr><td>c</table>";
  static const char odd[] = "<table><tr><td colspan=x rowspan=x>a</table>";
  g_autoptr (JhBlock) block
    = jh_block_read_html (html, sizeof html - 1, &error);
  g_autoptr (JhBlock) other
    = jh_block_read_html (odd, sizeof odd - 1, &error);

  jh_assert_no_error (error);
  ck_assert_uint_eq (jh_block_get_n_rows (block), 2);
  ck_assert_uint_eq (jh_block_get_n_columns (block), 1001);
  ck_assert_str_eq (jh_block_get (block, 1, 1000), "c");
  ck_assert_uint_eq (jh_block_get_n_columns (other), 1);
}
END_TEST

static const struct
{
  const char *exact;
  const char *shown;
  const char *number;
} numbers[] = {
  { "1234.5678", "1,234.57", "1234.5678" },
  { "1234.5678", "1234.5678", "1234.5678" },
  { "1234.5678", "1,235", "1234.5678" },
  { "1234.5678", " 1,234.57 ", "1234.5678" },
  { "1234.5678", "¥1,234.57", "1234.5678" },
  { "1234.5678", "￥ 1,234.57", "1234.5678" },
  { "1234.5678", "$1,234.57", "1234.5678" },
  { "1234.5678", "１，２３４．５７", "1234.5678" },
  { "-1234.5678", "-1,234.57", "-1234.5678" },
  { "-1234.5678", "(1,234.57)", "-1234.5678" },
  { "-1234.5678", "-¥1,234.57", "-1234.5678" },
  { "-1234.5678", "¥-1,234.57", "-1234.5678" },
  { "0", "-", "0" },
  { "0", "0.00", "0" },
  { "0.004", "0.00", "0.004" },
  { "-0.004", "-0.00", "-0.004" },
  { "-0.004", "0.00", "-0.004" },
  { "0.5", "1", "0.5" },
  { "9.999", "10.00", "9.999" },
  { "99.5", "100", "99.5" },
  { "208.22999999999999", "208.23", "208.23" },
  { "0.10000000000000001", "0.10", "0.1" },
  { "1.0049999999999999", "1.01", "1.005" },
  { "999999999999.99", "999,999,999,999.99", "999999999999.99" },
  { "5.", "5", "5" },
  { ".5", "0.50", "0.5" },
  { "350", "350.00", "350" },
  /* What is shown stands for itself. */
  { "12", "0012", NULL },
  { "0.9918", "99.18%", NULL },
  { "45000", "2023-03-15", NULL },
  { "12345678", "1,234.57", NULL },
  { "1234.5678", "1,234.56", NULL },
  { "1234.5678", "-1,234.57", NULL },
  { "1", "-", NULL },
  { "5", "五", NULL },
  { "5", "", NULL },
  { "5", "1,23", NULL },
  { "5", "()", NULL },
  { "5", ",", NULL },
  { "", "350", NULL },
  { "1E-3", "0.00", NULL },
  { "1e5", "100000", NULL },
  { "=1+1", "2", NULL },
  { "1.2.3", "1.2", NULL },
  { "-", "0", NULL },
  { ".", "0", NULL },
  { "12345678901234567", "12345678901234567", NULL },
  { "99999999999999999999999999999999999999999999", "1", NULL },
  { "0.0000000000000000000000000000000000000000001", "0", NULL },
};

START_TEST (the_number_behind_a_rounded_one_is_found)
{
  g_autofree char *number
    = jh_block_exact_number (numbers[_i].exact, numbers[_i].shown);

  ck_assert_pstr_eq (number, numbers[_i].number);
}
END_TEST

START_TEST (a_plain_number_has_no_code_in_it)
{
  static const struct
  {
    const char *shown;
    const char *number;
  } cases[] = {
    { "1,234.50", "1234.50" },
    { "-5", "-5" },
    { "0", "0" },
    { "0.5", "0.5" },
    { "-0", "0" },
    { "12", "12" },
    { "0012", NULL },
    { "", NULL },
    { "=1", NULL },
    { "(5)", NULL },
    { "¥5", NULL },
    { "1,23", NULL },
    { " 5", NULL },
    { "--5", NULL },
    { "1-2", NULL },
    { "-", NULL },
    { "1e5", NULL },
    { "5%", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *number = jh_block_plain_number (cases[i].shown);

      ck_assert_pstr_eq (number, cases[i].number);
    }
}
END_TEST

START_TEST (encodings_are_told_by_the_bytes_and_the_charset)
{
  static const char *const table = "<table><tr><td>信访</table>";
  g_autofree char *wide = NULL;
  g_autofree char *chinese = NULL;
  g_autofree char *says_wrong
    = g_strconcat ("<meta charset=gb2312>", table, NULL);
  gsize length;

  wide = g_convert (table, -1, "UTF-16LE", "UTF-8", NULL, &length, NULL);
  assert_reads (jh_block_read_html, wide, (gssize) length, "信访/");
  chinese = g_convert (says_wrong, -1, "GBK", "UTF-8", NULL, &length, NULL);
  assert_reads (jh_block_read_html, chinese, (gssize) length, "信访/");
  assert_reads (jh_block_read_html, says_wrong, -1, "信访/");
  assert_refuses (jh_block_read_html, "<table><tr><td>\xd0\xc5", 17,
                  JH_ERROR_DATA, "编码不是 UTF-8");
}
END_TEST

START_TEST (without_a_table_there_is_nothing_to_read)
{
  static const char *const nothing[] = {
    "文字",
    "<p>1</p>",
    "<table></table>",
    "<table><tr></tr></table>",
    "<",
    "<!--",
    "<table",
    "&",
    "<table><!--StartFragment--><!--EndFragment--><tr><td>1</table>",
    "<table style='display:none'><tr><td>1</table>",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (nothing); i++)
    assert_refuses (jh_block_read_html, nothing[i], strlen (nothing[i]),
                    JH_ERROR_NOT_FOUND, "剪贴板里没有表格");
  assert_refuses (jh_block_read_html, "", 0, JH_ERROR_NOT_FOUND,
                  "没有可以粘贴的文字");
}
END_TEST

/* @part, @times over, behind @head. */
static char *
repeat (const char *head, const char *part, guint times, gsize *length)
{
  GString *text = g_string_new (head);

  for (guint i = 0; i < times; i++)
    g_string_append (text, part);
  *length = text->len;
  return g_string_free (text, FALSE);
}

START_TEST (too_much_is_refused)
{
  gsize length;
  g_autofree char *large = g_strnfill (JH_BLOCK_BYTES_MAX + 1, ' ');
  g_autofree char *wide
    = repeat ("<table><tr>", "<td colspan=1000>a", 17, &length);
  g_autofree char *many = NULL;
  g_autofree char *deep = NULL;
  g_autofree char *cell = NULL;

  assert_refuses (jh_block_read_html, large, JH_BLOCK_BYTES_MAX + 1,
                  JH_ERROR_DATA, "太长，一次最多 16 MB");
  assert_refuses (jh_block_read_html, wide, length, JH_ERROR_DATA,
                  "太大，一次最多 1000000 格、16384 列");
  many = repeat ("<table><tr><td colspan=1000>", "<tr><td>a", 1000, &length);
  assert_refuses (jh_block_read_html, many, length, JH_ERROR_DATA,
                  "请分几次复制");
  deep = repeat ("<table><tr><td>1", "<div>", 5000, &length);
  assert_refuses (jh_block_read_html, deep, length, JH_ERROR_DATA,
                  "层次太深或一格太长，请改为粘贴纯文本");
  cell = repeat ("<table><tr><td>", "0123456789", 1100000, &length);
  assert_refuses (jh_block_read_html, cell, length, JH_ERROR_DATA,
                  "层次太深或一格太长");
}
END_TEST

START_TEST (entities_of_a_document_are_not_expanded)
{
  static const char html[]
    = "<!DOCTYPE html [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;\">"
      "<!ENTITY c SYSTEM \"file:///etc/passwd\">]>"
      "<table><tr><td>&b;<td>&c;</table>";
  g_autoptr (GError) error = NULL;
  g_autoptr (JhBlock) block
    = jh_block_read_html (html, sizeof html - 1, &error);

  jh_assert_no_error (error);
  ck_assert_str_eq (jh_block_get (block, 0, 0), "&b;");
  ck_assert_str_eq (jh_block_get (block, 0, 1), "&c;");
}
END_TEST

START_TEST (words_are_marked_as_text_and_figures_as_numbers)
{
  static const char *const cells[]
    = { "0012", "1,234.50", "=cmd|' /C calc'!A0", "", "=1" };
  g_autoptr (JhBlock) block = make_block (cells, 5, 5);
  g_autofree char *html = NULL;

  jh_block_set_figure (block, 0, 1);
  jh_block_set_figure (block, 0, 4);
  html = jh_block_write_html (block);
  ck_assert_ptr_nonnull (strstr (html,
                                 "<td style='mso-number-format:\"\\@\"' "
                                 "sdnum=\"2052;0;@\">0012</td>"));
  ck_assert_ptr_nonnull (
    strstr (html, "<td align=\"right\" x:num=\"1234.50\" sdval=\"1234.50\">"
                  "1,234.50</td>"));
  ck_assert_ptr_nonnull (strstr (html, ">'=cmd|' /C calc'!A0</td><td></td>"));
  ck_assert_ptr_nonnull (strstr (html, "sdnum=\"2052;0;@\">'=1</td>"));
}
END_TEST

START_TEST (what_was_written_reads_back_the_same)
{
  static const char *const cells[] = {
    "信访业务", "一\n二", "\"三公\"经费", "",       "<td>&amp;</td>",
    "a  b   c", "0012",   "1,234.50",     "'引号'", "<!--StartFragment-->",
    "&nbsp;",   "x",
  };
  g_autoptr (JhBlock) block = make_block (cells, 12, 3);
  g_autofree char *html = jh_block_write_html (block);
  g_autofree char *shown = show_block (block);

  assert_reads (jh_block_read_html, html, -1, shown);
}
END_TEST

START_TEST (what_html_cannot_hold_is_left_out)
{
  static const char *const cells[] = { "a\x01\tb\x7f" };
  g_autoptr (JhBlock) block = make_block (cells, 1, 1);
  g_autofree char *html = jh_block_write_html (block);

  assert_reads (jh_block_read_html, html, -1, "a b/");
}
END_TEST

START_TEST (spoiled_html_does_no_harm)
{
  static const struct
  {
    const char *html;
    gsize length;
  } samples[] = {
    { excel, sizeof excel - 1 },
    { libreoffice, sizeof libreoffice - 1 },
    { wps, sizeof wps - 1 },
    { sheets, sizeof sheets - 1 },
  };
  g_autoptr (GRand) random = g_rand_new_with_seed (2023);

  for (guint i = 0; i < 6000; i++)
    {
      g_autofree char *spoiled = NULL;
      gsize length = spoil (random, samples[i % 4].html,
                            samples[i % 4].length, &spoiled);
      g_autoptr (GError) error = NULL;
      g_autoptr (JhBlock) block
        = jh_block_read_html (spoiled, length, &error);

      ck_assert ((block == NULL) == (error != NULL));
      if (block)
        {
          g_autofree char *shown = show_block (block);

          ck_assert (g_utf8_validate (shown, -1, NULL));
        }
    }
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("block-html");
  TCase *tests = tcase_create ("block-html");

  tcase_set_timeout (tests, 120);
  tcase_add_loop_test (tests, a_table_is_read, 0, G_N_ELEMENTS (good));
  tcase_add_test (tests, odd_spans_are_bounded);
  tcase_add_loop_test (tests, the_number_behind_a_rounded_one_is_found, 0,
                       G_N_ELEMENTS (numbers));
  tcase_add_test (tests, a_plain_number_has_no_code_in_it);
  tcase_add_test (tests, encodings_are_told_by_the_bytes_and_the_charset);
  tcase_add_test (tests, without_a_table_there_is_nothing_to_read);
  tcase_add_test (tests, too_much_is_refused);
  tcase_add_test (tests, entities_of_a_document_are_not_expanded);
  tcase_add_test (tests, words_are_marked_as_text_and_figures_as_numbers);
  tcase_add_test (tests, what_was_written_reads_back_the_same);
  tcase_add_test (tests, what_html_cannot_hold_is_left_out);
  tcase_add_test (tests, spoiled_html_does_no_harm);
  suite_add_tcase (suite, tests);
  return jh_test_run (suite);
}
