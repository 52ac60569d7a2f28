/* What the tests of this folder share. */
#pragma once

#include "jh-books.h"
#include "jh-change.h"
#include "jh-error.h"
#include "jh-import.h"
#include "jh-test.h"

#include <string.h>

/* A filing.csv. */
#define FILING(name, code, year, unit)                                      \
  "键,值\n单位名称," name "\n单位代码," code "\n年度," year                 \
  "\n金额单位," unit "\n"

/* The header of expenditure.csv, and the beginning of one of its lines. */
#define EXPENDITURE                                                         \
  "功能科目,经济科目,支出类别,资金,项目,年初预算,全年预算,决算\n"
#define LINE "2013150,30101,基本支出,一般公共预算财政拨款,"

/* The sample filing in the source tree. The caller frees it. */
static inline char *
dup_sample (void)
{
  const char *source = g_getenv ("JIHENG_SOURCE");

  ck_assert_msg (source != NULL,
                 "JIHENG_SOURCE must name the folder of the source tree");
  return g_build_filename (source, "resources", "sample", "filing-2023",
                           NULL);
}

/* New empty books. */
static inline JhStore *
open_store (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = jh_test_folder ();
  g_autofree char *path = g_build_filename (folder, "a.jiheng", NULL);
  JhStore *store = jh_store_open (path, JH_STORE_CREATE, &error);

  jh_assert_no_error (error);
  return store;
}

/* Writes @text as @name in @folder. */
static inline void
put (const char *folder, const char *name, const char *text)
{
  g_autofree char *path = jh_test_write (folder, name, text, -1);

  ck_assert_ptr_nonnull (path);
}

/* A copy of the sample, to be changed. The caller frees the path. */
static inline char *
copy_sample (void)
{
  g_autofree char *sample = dup_sample ();
  char *folder = jh_test_folder ();
  GDir *listing = g_dir_open (sample, 0, NULL);
  const char *name;

  ck_assert_msg (listing != NULL, "%s cannot be read", sample);
  while ((name = g_dir_read_name (listing)) != NULL)
    {
      g_autofree char *path = g_build_filename (sample, name, NULL);
      g_autofree char *text = jh_test_read (path, NULL);

      put (folder, name, text);
    }
  g_dir_close (listing);
  return folder;
}

/* A folder with a filing.csv of the unit U1 in 2023, in 万元, and nothing
 * else. The caller frees the path. */
static inline char *
make_folder (void)
{
  char *folder = jh_test_folder ();

  put (folder, "filing.csv",
       "键,值\n单位名称,甲单位\n单位代码,U1\n年度,2023\n金额单位,万元\n");
  return folder;
}

/* How many entries the log has. */
static inline guint
count_changes (JhStore *store)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries
    = jh_change_list (store, 0, 10000, 1, &error);

  jh_assert_no_error (error);
  return entries->len;
}

/* How many filings there are. */
static inline guint
count_filings (JhStore *store)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) filings = jh_filing_list (store, NULL, 0, &error);

  jh_assert_no_error (error);
  return filings->len;
}

/* The books of the filing @id. */
static inline JhBooks *
load (JhStore *store, gint64 id)
{
  g_autoptr (GError) error = NULL;
  JhBooks *books = jh_books_load (store, id, NULL, &error);

  jh_assert_no_error (error);
  return books;
}

/* Imports @folder, which is expected to work. */
static inline JhFiling *
import (JhStore *store, const char *folder, gboolean replace)
{
  g_autoptr (GError) error = NULL;
  JhFiling *filing = NULL;
  gboolean good = jh_import_folder (store, folder, replace, &filing, &error);

  jh_assert_no_error (error);
  ck_assert (good);
  return filing;
}

/* Imports @folder, which is expected to be refused and to change nothing. */
static inline void
reject (JhStore *store, const char *folder, gboolean replace,
        JhErrorCode code, const char *message)
{
  g_autoptr (GError) error = NULL;
  guint changes = count_changes (store);
  guint filings = count_filings (store);
  JhFiling *filing = (gpointer) 1;

  ck_assert (!jh_import_folder (store, folder, replace, &filing, &error));
  ck_assert_ptr_null (filing);
  jh_assert_error (error, code, message);
  ck_assert_uint_eq (count_changes (store), changes);
  ck_assert_uint_eq (count_filings (store), filings);
}
