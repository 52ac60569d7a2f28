#include "jh-state.h"

#include <errno.h>
#include <glib/gstdio.h>

/* How long a change waits for more before it is written, in seconds. */
#define PATIENCE 1

/* The settings of this run, read when first asked for. */
static GKeyFile *settings;
static guint waiting;

static char *
dup_path (void)
{
  return g_build_filename (g_get_user_config_dir (), "jiheng", "state.ini",
                           NULL);
}

static GKeyFile *
get_settings (void)
{
  if (settings == NULL)
    {
      g_autofree char *path = dup_path ();
      g_autoptr (GError) error = NULL;

      settings = g_key_file_new ();
      if (!g_key_file_load_from_file (settings, path, G_KEY_FILE_NONE, &error)
          && !g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_NOENT))
        g_message ("%s：%s", path, error->message);
    }
  return settings;
}

char *
jh_state_dup_text (const char *group, const char *key)
{
  return g_key_file_get_string (get_settings (), group, key, NULL);
}

int
jh_state_get_number (const char *group, const char *key, int otherwise)
{
  g_autoptr (GError) error = NULL;
  int number = g_key_file_get_integer (get_settings (), group, key, &error);

  return error ? otherwise : number;
}

void
jh_state_save (void)
{
  g_autofree char *path = dup_path ();
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GError) error = NULL;

  g_clear_handle_id (&waiting, g_source_remove);
  if (settings == NULL)
    return;
  if (g_mkdir_with_parents (folder, 0700) != 0)
    g_message ("%s：%s", folder, g_strerror (errno));
  else if (!g_key_file_save_to_file (settings, path, &error))
    g_message ("%s：%s", path, error->message);
}

static gboolean
save_cb (gpointer data)
{
  waiting = 0;
  jh_state_save ();
  return G_SOURCE_REMOVE;
}

static void
save_soon (void)
{
  if (waiting == 0)
    waiting = g_timeout_add_seconds (PATIENCE, save_cb, NULL);
}

void
jh_state_set_text (const char *group, const char *key, const char *text)
{
  g_autofree char *kept = jh_state_dup_text (group, key);

  if (g_strcmp0 (kept, text) == 0)
    return;
  if (text)
    g_key_file_set_string (get_settings (), group, key, text);
  else
    g_key_file_remove_key (get_settings (), group, key, NULL);
  save_soon ();
}

void
jh_state_set_number (const char *group, const char *key, int number)
{
  g_autofree char *text = g_strdup_printf ("%d", number);

  jh_state_set_text (group, key, text);
}
