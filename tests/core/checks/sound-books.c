#include "sound-books.h"

/* Their places among the rows of their table are what changes speak of. */
static const char *const rows[] = {
  "+filing_fact 单位性质|行政单位",
  "+filing_fact 机关运行经费|||17",
  "+filing_fact 公务用车保有量||1",

  "+income " GENERAL "|2013101|80|100|100",
  "+income " GENERAL "|2080505|10|20|20",
  "+income " GOVERNMENT "|2120801|50|60|60",
  "+income " CAPITAL "|2230107|12|12|12",
  "+income 事业收入|2013101|5|8|8",

  "+expenditure 2013101|30101|基本支出|" GENERAL "||40|48|45",
  "+expenditure 2013101|30201|基本支出|" GENERAL "||10|12|12",
  "+expenditure 2013101|30217|基本支出|" GENERAL "||2|2|2",
  "+expenditure 2013101|30231|基本支出|" GENERAL "||3|3|3",
  "+expenditure 2013102|30227|项目支出|" GENERAL "|P1|20|25|25",
  "+expenditure 2013102|31013|项目支出|" GENERAL "|P1|10|18|18",
  "+expenditure 2080505|30108|基本支出|" GENERAL "||10|15|15",
  "+expenditure 2120801|31005|项目支出|" GOVERNMENT "|P2|50|67|60",
  "+expenditure 2230107|31201|项目支出|" CAPITAL "|P2|12|12|12",
  "+expenditure 2013101|30301|基本支出|" OTHER "||5|6|6",

  "+carryover " GENERAL "|年初结转和结余|3",
  "+carryover " GENERAL "|年末结转和结余|3",
  "+carryover " GOVERNMENT "|年初结转和结余|7",
  "+carryover " GOVERNMENT "|年末结转和结余|7",
  "+carryover " OTHER "|年初结转和结余|4",
  "+carryover " OTHER "|使用非财政拨款结余|1",
  "+carryover " OTHER "|结余分配|1",
  "+carryover " OTHER "|年末结转和结余|6",

  "+project P1|道路维护",
  "+project P2|企业补助",

  "+assessment_fund 整体|年度资金总额|167|208|198|95.19",
  "+assessment_fund P1|年度资金总额|30|43|43|100",
  "+assessment_fund P2|年度资金总额|62|79|72|91.14",

  "+indicator 整体|产出指标|成本指标|各项支出|定量|≤|200|万元|198|20|20",
  "+indicator 整体|产出指标|数量指标|会议次数|定量|≥|4|次|5|40|40",
  "+indicator 整体|效益指标|社会效益指标|影响|定性||优良||优|20|20",
  "+indicator 整体|满意度指标|满意度指标|群众满意度|定量|≥|90|%|95|10|10",
  "+indicator P1|产出指标|成本指标|经费控制额|定量|≤|43|万元|43|20|20",
  "+indicator P1|产出指标|数量指标|里程|定量|≥|10|公里|12|40|40",
  "+indicator P1|效益指标|社会效益指标|通行|定性||通畅||通畅|20|20",
  "+indicator P1|满意度指标|满意度指标|群众满意度|定量|≥|90|%|95|10|10",
  "+indicator P2|产出指标|成本指标|经费控制额|定量|≤|79|万元|72|20|20",
  "+indicator P2|产出指标|数量指标|企业数|定量|=|3|家|3|40|40",
  "+indicator P2|效益指标|社会效益指标|就业|定性||稳定||稳定|20|20",
  "+indicator P2|满意度指标|满意度指标|企业满意度|定量|≥|90|%|92|10|9",

  "+sangong 因公出国（境）费|0|0|0|0",
  "+sangong 公务用车购置费|10|18|18|18",
  "+sangong 公务用车运行维护费|3|3|3|3",
  "+sangong 国内公务接待费|2|2|2|2",
  "+sangong 外事接待费|0|0|0|0",

  "+quantity 因公出国（境）团组数|0|个",
  "+quantity 因公出国（境）人次|0|人次",
  "+quantity 公务用车购置数|1|辆",
  "+quantity 公务用车保有量|1|辆",
  "+quantity 国内公务接待批次|10|批次",
  "+quantity 国内公务接待人次|100|人次",
  "+quantity 外事接待批次|0|批次",
  "+quantity 外事接待人次|0|人次",

  "+prior_year 收入总计|200",
  "+prior_year 支出总计|200",
  "+prior_year “三公”经费合计|23",
  "+prior_year 公务接待费|2",

  "+stated 整体|自评得分|99.52|分",
  "+stated 整体|评价等级|优",
  "+stated 整体|基本支出决算|83|万元",
  "+stated 整体|项目支出决算|115|万元",
  "+stated 整体|年末结转|16|万元",
  "+stated 整体|人员类支出|60|万元",
  "+stated 整体|运转类支出|17|万元",
  "+stated 整体|一般公共服务支出|111|万元",
  "+stated 整体|社会保障和就业支出|15|万元",
  "+stated 整体|社会保障支出结转|0|万元",
  "+stated 整体|“三公”经费情况说明|“三公”经费支出 23 万元",
  "+stated P1|自评得分|100|分",
  "+stated P1|评价等级|优",
  "+stated P1|项目资金|43|万元",
  "+stated P2|自评得分|98.11|分",
};

JhBooks *
sound_books (void)
{
  JhBooks *books = fixture_books (2023, "510811");

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    sound_books_change (books, rows[i]);
  return books;
}

static JhTableId
find_table (const char *name)
{
  JhTableId id = JH_TABLE_FILING_FACT;

  while (id < JH_N_TABLES && !g_str_equal (jh_table_get (id)->name, name))
    id++;
  ck_assert_msg (id < JH_N_TABLES, "there is no table %s", name);
  return id;
}

void
sound_books_change (JhBooks *books, const char *change)
{
  gboolean other = *change == '+' || *change == '-';
  g_auto (GStrv) words = g_strsplit (change + other, " ", other ? 2 : 4);
  guint count = g_strv_length (words);
  JhTableId table;
  guint row;
  const JhField *field;

  ck_assert_msg (count >= (other ? 2 : 3), "too short: %s", change);
  table = find_table (words[0]);
  if (*change == '+')
    {
      fixture_add (books, table, words[1]);
      return;
    }
  row = (guint) g_ascii_strtoull (words[1], NULL, 10);
  ck_assert_msg (row < books->rows[table]->len, "no such row: %s", change);
  if (*change == '-')
    {
      g_ptr_array_remove_index (books->rows[table], row);
      return;
    }
  field = jh_table_find_field (jh_table_get (table), words[2]);
  ck_assert_msg (field != NULL, "no such field: %s", change);
  fixture_set (books->rows[table]->pdata[row], field,
               count > 3 ? words[3] : "");
}
