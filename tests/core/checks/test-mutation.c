/* One amount of sound books is changed at a time: which changes some check
 * tells of, and why no check can tell of the others. */
#include "../books/fixture.h"

#include "jh-examiner.h"
#include "jh-import.h"

/* How much is added: 10,000 元. */
#define MORE G_GINT64_CONSTANT (1000000)

/* What no check can tell of, by table and field, and why. */
static const struct
{
  const char *table;
  const char *field;
  const char *why;
} silent[] = {
  { "sangong", "initial",
    "“三公”的年初预算不印在表上，也没有别的数可以对照" },
  { "sangong", "full_year", "“三公”的全年预算变大，决算仍不超过它" },
  { "filing_fact", "amount", "政府采购支出没有别的数可以对照" },
};

/* Why a change of @field in @table is not told of; NULL when nobody knows. */
static const char *
find_reason (const char *table, const char *field)
{
  for (gsize i = 0; i < G_N_ELEMENTS (silent); i++)
    if (g_str_equal (silent[i].table, table)
        && g_str_equal (silent[i].field, field))
      return silent[i].why;
  return NULL;
}

/* The sound part of the sample. */
static JhBooks *
read_books (void)
{
  g_autofree char *path = new_path ();
  g_autofree char *folder = jh_test_copy_sample (TRUE);
  g_autoptr (JhStore) store = open_books (path, JH_STORE_CREATE);
  g_autoptr (GError) error = NULL;
  JhBooks *books;

  ck_assert (jh_import_folder (store, folder, FALSE, NULL, &error));
  books = jh_books_load (store, 1, NULL, &error);
  jh_assert_no_error (error);
  return books;
}

/* all, caught: amounts, and those whose change is told of
 * missed: the others that have no known reason */
typedef struct
{
  JhExaminer *examiner;
  JhBooks *books;
  guint all;
  guint caught;
  GString *missed;
} Mutation;

static guint
count_findings (const Mutation *mutation)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) findings = jh_examiner_check (
    mutation->examiner, mutation->books, NULL, NULL, &error);

  jh_assert_no_error (error);
  return findings->len;
}

/* Explains a change that no check tells of. */
static void
tell_silent (Mutation *mutation, gconstpointer row, const JhField *field)
{
  const JhTable *table = ((const JhRow *) row)->table;
  const char *why = find_reason (table->name, field->name);
  const char *of = jh_row_get_text (row, table->fields);

  if (why)
    g_print ("# not told of: %s.%s (%s): %s\n", table->name, field->name, of,
             why);
  else
    g_string_append_printf (mutation->missed, "%s.%s of %s\n", table->name,
                            field->name, of);
}

static void
change (Mutation *mutation, gpointer row, const JhField *field)
{
  JhMoney before = jh_row_get_money (row, field);
  gboolean told;

  if (!before.known)
    return;
  jh_row_set_money (row, field, jh_money (before.fen + MORE));
  told = count_findings (mutation) > 0;
  jh_row_set_money (row, field, before);
  mutation->all++;
  mutation->caught += told;
  if (!told)
    tell_silent (mutation, row, field);
}

START_TEST (a_change_of_any_amount_is_told_of_or_cannot_be)
{
  g_autoptr (JhCatalog) catalog = jh_catalog_new (NULL, NULL);
  g_autoptr (JhExaminer) examiner = jh_examiner_new (catalog, NULL);
  g_autoptr (JhBooks) books = read_books ();
  Mutation mutation = { examiner, books, 0, 0, g_string_new (NULL) };

  ck_assert_uint_eq (count_findings (&mutation), 0);
  for (guint t = 0; t < JH_N_TABLES; t++)
    {
      const JhTable *table = jh_table_get ((JhTableId) t);

      for (guint r = 0; r < books->rows[t]->len; r++)
        for (guint f = 0; f < table->n_fields; f++)
          if (table->fields[f].kind == JH_FIELD_MONEY)
            change (&mutation, books->rows[t]->pdata[r], &table->fields[f]);
    }
  g_print ("# changes of one amount in sound books: %u of %u told of\n",
           mutation.caught, mutation.all);
  ck_assert_msg (mutation.missed->len == 0, "not told of:\n%.3000s",
                 mutation.missed->str);
  ck_assert_uint_gt (mutation.all, 60);
  g_string_free (mutation.missed, TRUE);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("mutation");
  TCase *cases = tcase_create ("amounts");

  tcase_set_timeout (cases, 200);
  tcase_add_test (cases, a_change_of_any_amount_is_told_of_or_cannot_be);
  suite_add_tcase (suite, cases);
  return jh_test_run (suite);
}
