#include "bench-books.h"

/* Codes that every list of the program has. */
static const char *const functional[]
  = { "2013150", "2013101", "2080505", "2080506", "2089999",
      "2101101", "2101102", "2210201", "2120199", "2130104" };
static const char *const economic[]
  = { "30101", "30102", "30103", "30107", "30108", "30110", "30113",
      "30201", "30207", "30211", "30215", "30217", "30228", "30399" };

static void
write_file (const char *folder, const char *name, const GString *text)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;

  if (!g_file_set_contents (path, text->str, (gssize) text->len, &error))
    g_error ("%s", error->message);
}

/* What a filing spends by functional item, in hundredths of 万元. */
typedef struct
{
  gint64 by_item[G_N_ELEMENTS (functional)];
} Spent;

static void
append_amount (GString *text, gint64 hundredths)
{
  g_string_append_printf (text, "%" G_GINT64_FORMAT ".%02" G_GINT64_FORMAT,
                          hundredths / 100, hundredths % 100);
}

/* An amount of 0.01 to 100.00 万元 in the first year of a unit, 3 % more in
 * each year after. */
static gint64
draw_amount (GRand *random, guint year)
{
  gint64 first = g_rand_int_range (random, 1, 10000);

  return first + first * 3 * year / 100;
}

static void
write_head (const char *folder, guint number)
{
  g_autoptr (GString) text = g_string_new ("键,值\n");

  g_string_append_printf (text, "单位名称,第 %u 号单位\n", number / 4 + 1);
  g_string_append_printf (text, "单位代码,U%06u\n", number / 4);
  g_string_append_printf (text, "行政区划,510811\n年度,%u\n",
                          2020 + number % 4);
  g_string_append (text, "金额单位,万元\n单位性质,事业单位\n"
                         "年末在职人数,9\n");
  write_file (folder, "filing.csv", text);
}

/* Every pair of codes once, half of them kept, so that no line repeats; the
 * same ones in every year of a unit. What was spent was planned. */
static Spent
write_expenditure (const char *folder, GRand *random, guint year)
{
  g_autoptr (GString) text = g_string_new (
    "功能科目,经济科目,支出类别,资金,项目,年初预算,全年预算,决算\n");
  Spent spent = { { 0 } };

  for (gsize f = 0; f < G_N_ELEMENTS (functional); f++)
    for (gsize e = 0; e < G_N_ELEMENTS (economic); e++)
      {
        gint64 amount = draw_amount (random, year);

        if (g_rand_int_range (random, 0, 2))
          continue;
        spent.by_item[f] += amount;
        g_string_append_printf (
          text, "%s,%s,基本支出,一般公共预算财政拨款,,,", functional[f],
          economic[e]);
        append_amount (text, amount);
        g_string_append_c (text, ',');
        append_amount (text, amount);
        g_string_append_c (text, '\n');
      }
  write_file (folder, "expenditure.csv", text);
  return spent;
}

/* What came in is what was spent. */
static void
write_income (const char *folder, const Spent *spent)
{
  g_autoptr (GString) text
    = g_string_new ("来源,功能科目,年初预算,全年预算,决算\n");

  for (gsize f = 0; f < G_N_ELEMENTS (functional); f++)
    {
      if (spent->by_item[f] == 0)
        continue;
      g_string_append_printf (text, "一般公共预算财政拨款,%s,,",
                              functional[f]);
      append_amount (text, spent->by_item[f]);
      g_string_append_c (text, ',');
      append_amount (text, spent->by_item[f]);
      g_string_append_c (text, '\n');
    }
  write_file (folder, "income.csv", text);
}

static void
write_rest (const char *folder, GRand *random)
{
  static const char *const items[]
    = { "因公出国（境）费", "公务用车购置费", "公务用车运行维护费",
        "国内公务接待费", "外事接待费" };
  g_autoptr (GString) sangong
    = g_string_new ("项目,年初预算,全年预算,决算,上年决算\n");
  g_autoptr (GString) indicators = g_string_new (
    "对象,一级指标,二级指标,三级指标,指标性质,符号,年度指标值,计量单位,"
    "实际完成值,分值,得分,偏差原因分析及改进措施\n");

  for (gsize i = 0; i < G_N_ELEMENTS (items); i++)
    g_string_append_printf (sangong, "%s,,0,0,0\n", items[i]);
  for (int i = 0; i < 12; i++)
    {
      int target = g_rand_int_range (random, 1, 20);

      g_string_append_printf (indicators,
                              "整体,%s,数量指标,第 %d 项,定量,≥,%d,次,"
                              "%d,7.50,7.50,\n",
                              i == 0 ? "满意度指标" : "产出指标", i + 1,
                              target, target);
    }
  write_file (folder, "sangong.csv", sangong);
  write_file (folder, "indicators.csv", indicators);
}

void
bench_write_filing (const char *folder, guint number)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (number / 4 + 1);
  Spent spent;

  write_head (folder, number);
  spent = write_expenditure (folder, random, number % 4);
  write_income (folder, &spent);
  write_rest (folder, random);
}
