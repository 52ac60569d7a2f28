#include "jh-node.h"

void
jh_key_free (gpointer data)
{
  JhKey *key = data;

  if (key == NULL)
    return;
  g_clear_pointer (&key->pattern, g_pattern_spec_free);
  jh_key_free (key->of);
  g_free (key);
}

void
jh_node_free (gpointer data)
{
  JhNode *node = data;

  g_clear_pointer (&node->list, g_ptr_array_unref);
  g_clear_pointer (&node->rows, g_ptr_array_unref);
  g_clear_pointer (&node->columns, g_ptr_array_unref);
  g_clear_pointer (&node->left, g_ptr_array_unref);
  g_clear_pointer (&node->right, g_ptr_array_unref);
  g_free (node);
}
