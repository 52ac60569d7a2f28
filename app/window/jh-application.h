/* The program: its windows, keys and style. */
#pragma once

#include <gtk/gtk.h>

#define JH_TYPE_APPLICATION (jh_application_get_type ())
G_DECLARE_FINAL_TYPE (JhApplication, jh_application, JH, APPLICATION,
                      GtkApplication)

/* The program. */
JhApplication *jh_application_new (void) G_GNUC_WARN_UNUSED_RESULT;
