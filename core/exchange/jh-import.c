#include "jh-import.h"

#include "jh-change.h"
#include "jh-csv-file.h"
#include "jh-error.h"
#include "jh-folder.h"
#include "jh-import-filing.h"
#include "jh-import-table.h"
#include "jh-text.h"

/* How a list of faults begins. */
#define HEADING "没有导入任何内容，"

/* Reads the file @name; NULL with faults. */
static JhCsv *
read_csv (const char *folder, const char *name, JhFaults *faults)
{
  gsize length;
  char *text = jh_csv_file_read (folder, name, faults, &length);

  return text ? jh_csv_parse (text, length, name, faults) : NULL;
}

/* Reads the file of the table @id, when there is one. */
static void
read_table (const char *folder, const char *name, JhTableId id,
            JhBooks *books, JhFaults *faults)
{
  JhReading reading
    = { books->lists, books->filing->money_unit, faults, name, 0 };
  g_autoptr (JhCsv) csv = NULL;

  if (name == NULL)
    return;
  csv = read_csv (folder, name, faults);
  if (csv)
    jh_import_table (&reading, jh_table_get (id), csv, books->rows[id]);
}

/* Says that there is no filing.csv, and what else was seen. */
static void
refuse_folder (const char *folder, JhFaults *faults, GError **error)
{
  const char *file = jh_table_get (JH_TABLE_FILING_FACT)->file;
  g_autofree char *quoted = jh_text_quote (folder, 400);

  if (jh_faults_count (faults) == 0)
    {
      g_set_error (error, JH_ERROR, JH_ERROR_NOT_FOUND,
                   "文件夹“%s”里没有 %s（单位、年度和金额单位写在里面），"
                   "没有导入任何内容。",
                   quoted, file);
      return;
    }
  jh_faults_add (faults, file, 0, NULL,
                 "缺少这个文件，单位、年度和金额单位写在里面");
  if (jh_faults_raise (faults, HEADING, error))
    g_assert_not_reached ();
}

JhBooks *
jh_import_read (JhStore *store, const char *folder, GError **error)
{
  g_autoptr (JhFaults) faults = jh_faults_new ();
  g_autoptr (GPtrArray) names = jh_folder_scan (folder, faults, error);
  g_autoptr (JhBooks) books = NULL;
  g_autoptr (JhCsv) csv = NULL;
  const char *file;

  if (names == NULL)
    return NULL;
  file = names->pdata[JH_TABLE_FILING_FACT];
  if (file == NULL)
    {
      refuse_folder (folder, faults, error);
      return NULL;
    }
  csv = read_csv (folder, file, faults);
  books = jh_import_filing (store, csv, file, faults, error);
  if (books == NULL)
    return NULL;
  for (int id = JH_TABLE_FILING_FACT + 1; id < JH_N_TABLES; id++)
    read_table (folder, names->pdata[id], id, books, faults);
  if (!jh_faults_raise (faults, HEADING, error))
    return NULL;
  return g_steal_pointer (&books);
}

/* Refuses when @before, the filing that is there, may not give way. */
static gboolean
check_before (const JhFiling *before, gboolean replace, GError **error)
{
  gboolean locked = g_str_equal (before->state, "锁定");

  if (!replace)
    g_set_error (error, JH_ERROR, JH_ERROR_EXISTS,
                 "账套里已经有“%s”（%s）%d 年度的决算%s。"
                 "如果要用文件夹里的内容换掉它，请选择“替换”再导入；"
                 "替换以后可以撤销。",
                 before->name, before->code, before->year,
                 locked ? "，而且已经锁定" : "");
  else if (locked)
    g_set_error (error, JH_ERROR, JH_ERROR_LOCKED,
                 "“%s”（%s）%d 年度的决算已锁定，不能替换。"
                 "先由负责人解锁，再导入。",
                 before->name, before->code, before->year);
  else
    return TRUE;
  return FALSE;
}

/* Puts the rows of @books in the place of what @before has. */
static gboolean
put_over (JhStore *store, JhBooks *books, const JhFiling *before,
          GError **error)
{
  JhFiling *filing = books->filing;

  filing->id = before->id;
  filing->unit = before->unit;
  g_free (filing->state);
  filing->state = g_strdup (before->state);
  return jh_books_clear (store, filing->id, error)
         && jh_filing_update (store, filing, error)
         && jh_books_insert (store, books, error);
}

/* Brings @books in as one change. @before is the filing that gives way, or
 * NULL. */
static gboolean
bring_in (JhStore *store, JhBooks *books, const JhFiling *before,
          GError **error)
{
  const JhFiling *filing = books->filing;
  g_autofree char *name = g_strdup_printf (
    "%s %d 年 %s", before ? "替换" : "导入", filing->year, filing->name);
  g_autoptr (JhChange) change = jh_change_begin (store, name, error);
  gboolean good;

  if (change == NULL)
    return FALSE;
  if (before)
    good = put_over (store, books, before, error);
  else
    good = jh_filing_insert (store, books->filing, error)
           && jh_books_insert (store, books, error);
  if (!good)
    return FALSE;
  jh_change_set_filing (change, filing->id);
  return jh_change_commit (change, error);
}

gboolean
jh_import_folder (JhStore *store, const char *folder, gboolean replace,
                  JhFiling **filing, GError **error)
{
  g_autoptr (JhBooks) books = jh_import_read (store, folder, error);
  g_autoptr (JhFiling) before = NULL;

  if (filing)
    *filing = NULL;
  if (books == NULL
      || !jh_filing_find (store, books->filing->code, books->filing->year,
                          &before, error))
    return FALSE;
  if (before && !check_before (before, replace, error))
    return FALSE;
  if (!bring_in (store, books, before, error))
    return FALSE;
  if (filing)
    *filing = jh_filing_copy (books->filing);
  return TRUE;
}
