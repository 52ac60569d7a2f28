#include "sheets-fixture.h"

/* A definition called 公开01 titled @title, with more @members. */
static void
put (const char *folder, const char *file, const char *title,
     const char *members)
{
  g_autofree char *text = g_strdup_printf (
    "{\"name\":\"公开01\",\"title\":\"%s\",\"group\":\"公开表\"%s,"
    "\"blocks\":[{\"panels\":[{\"columns\":[{\"label\":\"a\"}],"
    "\"sections\":[]}]}]}",
    title, members);
  g_autofree char *path = jh_test_write (folder, file, text, -1);

  ck_assert_ptr_nonnull (path);
}

/* The catalog with the definitions in @folder. */
static JhCatalog *
open_catalog (const char *folder)
{
  g_autoptr (GError) error = NULL;
  JhCatalog *catalog = jh_catalog_new (folder, &error);

  jh_assert_no_error (error);
  return catalog;
}

/* The title of the 公开01 that a filing gets. */
static const char *
title_for (const JhCatalog *catalog, int year, const char *region)
{
  g_autoptr (JhFiling) filing = jh_filing_new ();
  const JhSheet *sheet;

  g_free (filing->region);
  filing->region = g_strdup (region);
  filing->year = year;
  sheet = jh_catalog_find (catalog, filing, "公开01");
  return sheet ? sheet->title : NULL;
}

START_TEST (the_program_brings_its_eighteen_definitions_in_order)
{
  static const char *const names[] = {
    "公开01", "公开02", "公开03", "公开04", "公开05", "公开06", "公开07",
    "公开08", "公开09", "公开10", "公开11", "公开12", "公开13", "对比",
    "整体自评表", "项目自评表", "整体自评表（无分值）", "项目自评表（无分值）",
  };
  g_autoptr (JhCatalog) catalog = fixture_catalog ();
  g_autoptr (JhFiling) filing = jh_filing_new ();
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GPtrArray) public = NULL;
  g_autoptr (GPtrArray) none = NULL;

  filing->year = 2023;
  all = jh_catalog_list (catalog, filing, NULL);
  public = jh_catalog_list (catalog, filing, "公开表");
  none = jh_catalog_list (catalog, filing, "没有");
  ck_assert_uint_eq (all->len, G_N_ELEMENTS (names));
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    ck_assert_str_eq (((const JhSheet *) all->pdata[i])->name, names[i]);
  ck_assert_uint_eq (public->len, 13);
  ck_assert_uint_eq (none->len, 0);
  ck_assert_ptr_null (jh_catalog_find (catalog, filing, "公开14"));
}
END_TEST

START_TEST (region_and_year_choose_the_definition)
{
  g_autofree char *folder = jh_test_folder ();
  g_autoptr (JhCatalog) catalog = NULL;
  static const struct
  {
    int year;
    const char *region;
    const char *title;
  } cases[] = {
    { 2023, "", "收入支出决算总表" },
    { 2023, "440000", "收入支出决算总表" },
    { 2023, "310000", "上海" },
    { 2023, "310115", "浦东" },
    { 2019, "310115", "浦东" },
    { 2018, "310115", "上海" },
    { 2023, "31", "上海" },
    { 2023, "3", "收入支出决算总表" },
    { 2023, "520000", "云贵" },
    { 2023, "530000", "云贵" },
    { 2020, "530000", "旧云南" },
    { 2021, "530000", "云贵" },
  };

  put (folder, "a.json", "上海", ",\"regions\":\"31\"");
  put (folder, "b.json", "浦东", ",\"regions\":\"310115\",\"from\":2019");
  put (folder, "c.json", "云贵", ",\"regions\":[\"52\",\"53\"]");
  put (folder, "d.json", "旧云南", ",\"regions\":\"5300\",\"to\":2020");
  catalog = open_catalog (folder);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    ck_assert_str_eq (title_for (catalog, cases[i].year, cases[i].region),
                      cases[i].title);
}
END_TEST

START_TEST (the_folder_of_the_user_goes_first_in_the_order_of_names)
{
  g_autofree char *folder = jh_test_folder ();
  g_autoptr (JhCatalog) catalog = NULL;
  g_autoptr (JhFiling) filing = jh_filing_new ();
  g_autoptr (GPtrArray) public = NULL;

  put (folder, "b.json", "第二", "");
  put (folder, "a.json", "第一", "");
  put (folder, "c.json", "第三", "");
  put (folder, "z.txt", "不是定义", "");
  catalog = open_catalog (folder);
  ck_assert_str_eq (title_for (catalog, 2023, "51"), "第一");
  filing->year = 2023;
  public = jh_catalog_list (catalog, filing, "公开表");
  ck_assert_uint_eq (public->len, 13);
}
END_TEST

START_TEST (a_folder_that_is_not_there_is_none)
{
  g_autofree char *folder = jh_test_folder ();
  g_autofree char *none = g_build_filename (folder, "none", NULL);
  g_autofree char *own = jh_catalog_dup_folder ();
  g_autoptr (JhCatalog) catalog = open_catalog (none);

  ck_assert_str_eq (title_for (catalog, 2023, ""), "收入支出决算总表");
  ck_assert (g_str_has_suffix (own, "jiheng/sheets"));
}
END_TEST

START_TEST (a_broken_definition_of_the_user_is_named)
{
  static const struct
  {
    const char *text;
    const char *message;
  } cases[] = {
    { "{", "“我的表.json”第 1 行" },
    { "", "“我的表.json”" },
    { "{\"name\":\"甲\",\"blocks\":[{}]}", "“我的表.json”的“panels”" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *folder = jh_test_folder ();
      g_autofree char *path
        = jh_test_write (folder, "我的表.json", cases[i].text, -1);
      g_autoptr (GError) error = NULL;

      ck_assert_ptr_nonnull (path);
      ck_assert_ptr_null (jh_catalog_new (folder, &error));
      jh_assert_error (error, JH_ERROR_DATA, cases[i].message);
    }
}
END_TEST

START_TEST (more_definitions_than_anybody_has_are_refused)
{
  g_autofree char *folder = jh_test_folder ();
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 1001; i++)
    {
      g_autofree char *name = g_strdup_printf ("%u.json", i);

      put (folder, name, "x", "");
    }
  ck_assert_ptr_null (jh_catalog_new (folder, &error));
  jh_assert_error (error, JH_ERROR_DATA, "1001 个定义文件，最多 1000 个");
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("catalog");
  TCase *cases = tcase_create ("catalog");

  tcase_add_test (cases,
                  the_program_brings_its_eighteen_definitions_in_order);
  tcase_add_test (cases, region_and_year_choose_the_definition);
  tcase_add_test (cases,
                  the_folder_of_the_user_goes_first_in_the_order_of_names);
  tcase_add_test (cases, a_folder_that_is_not_there_is_none);
  tcase_add_test (cases, a_broken_definition_of_the_user_is_named);
  tcase_add_test (cases, more_definitions_than_anybody_has_are_refused);
  suite_add_tcase (suite, cases);
  return jh_test_run (suite);
}
