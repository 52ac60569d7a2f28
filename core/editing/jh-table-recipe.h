/* How to make a table again over another session of the same filing, so that
 * a thread can write into it. */
#pragma once

#include "jh-session.h"
#include "jh-table-model.h"

/* make: the table of @data over @session, its rows standing as they stood
 *       when the recipe was taken. NULL with JH_ERROR_DATA when the file has
 *       other rows by now. The caller unrefs it.
 * data: nobody else's; freed by free_data */
struct _JhTableRecipe
{
  JhTableModel *(*make) (gconstpointer data, JhSession *session,
                         GError **error);
  gpointer data;
  GDestroyNotify free_data;
};

/* A recipe of these three. Free it with jh_table_recipe_free(). */
JhTableRecipe *jh_table_recipe_new (
  JhTableModel *(*make) (gconstpointer, JhSession *, GError **),
  gpointer data, GDestroyNotify free_data) G_GNUC_WARN_UNUSED_RESULT;

/* Frees @recipe; NULL is allowed. */
void jh_table_recipe_free (JhTableRecipe *recipe);
