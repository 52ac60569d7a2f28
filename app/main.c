/* jiheng: the desktop program. */
#include <locale.h>
#include <stdio.h>

#include "jh-application.h"

/* How the program ends where there is no display to open a window on. */
#define EXIT_NO_DISPLAY 4

/* Makes GTK's own words Chinese too, in every locale: its dialogs stand
 * beside ours. The C locale knows no Chinese and gives way. */
static void
speak_chinese (void)
{
  const char *locale = setlocale (LC_ALL, "");

  if (locale == NULL || g_str_equal (locale, "C")
      || g_str_equal (locale, "POSIX"))
    g_setenv ("LC_ALL", "C.UTF-8", TRUE);
  g_setenv ("LANGUAGE", "zh_CN:zh", TRUE);
}

int
main (int argc, char **argv)
{
  g_autoptr (JhApplication) application = NULL;

  speak_chinese ();
  if (!gtk_init_check ())
    {
      fputs ("jiheng：这里没有显示器，打不开窗口；命令行程序是 jiheng-cli\n",
             stderr);
      return EXIT_NO_DISPLAY;
    }
  g_set_application_name ("绩衡");
  application = jh_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
