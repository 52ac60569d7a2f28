#include "jh-table-recipe.h"

JhTableRecipe *
jh_table_recipe_new (JhTableModel *(*make) (gconstpointer, JhSession *,
                                            GError **),
                     gpointer data, GDestroyNotify free_data)
{
  JhTableRecipe *recipe = g_new (JhTableRecipe, 1);

  *recipe = (JhTableRecipe){ make, data, free_data };
  return recipe;
}

void
jh_table_recipe_free (JhTableRecipe *recipe)
{
  if (recipe == NULL)
    return;
  recipe->free_data (recipe->data);
  g_free (recipe);
}
