#include "jh-moment.h"

char *
jh_moment_dup_now (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();

  return g_date_time_format (now, "%Y-%m-%dT%H:%M:%SZ");
}

char *
jh_moment_format (const char *moment)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_iso8601 (moment, NULL);
  g_autoptr (GDateTime) local = utc ? g_date_time_to_local (utc) : NULL;

  return local ? g_date_time_format (local, "%Y-%m-%d %H:%M")
               : g_strdup (moment);
}
