/* The program by keyboard alone, and for those who listen to it. */
#include "../cli/cli-fixture.h"
#include "ui.h"

#include <string.h>

/* F6 goes from one part of the window to the next; there are not more. */
#define PARTS_MAX 8

/* Goes on with F6 until the keyboard is in the sidebar. Wherever it comes by
 * has to have a name. */
static void
go_round (Ui *ui, GStrv pages)
{
  g_autofree char *focus = ui_dup_focus (ui);

  for (int i = 0; i < PARTS_MAX; i++)
    {
      char *next;

      press (ui, "F6");
      next = see_focus_move (ui, focus);
      g_free (focus);
      focus = next;
      if (g_str_has_prefix (focus, "list item ")
          && g_strv_contains ((const char *const *) pages,
                              focus + strlen ("list item ")))
        return;
    }
  ck_abort_msg ("F6 does not come back to the sidebar");
}

START_TEST (every_page_is_reached_by_keys)
{
  g_autofree char *home = jh_test_folder ();
  g_autofree char *books = cli_make_books (home);
  Ui *ui = ui_start (home, books);
  g_auto (GStrv) pages = NULL;

  see (ui, "单位信息");
  pages = ui_list_pages (ui);
  ck_assert_uint_ge (g_strv_length (pages), 10);
  for (guint i = 0; pages[i]; i++)
    {
      g_autofree char *row = g_strconcat ("list item ", pages[i], NULL);

      go_round (ui, pages);
      if (i > 0)
        press (ui, "Down");
      see_focus (ui, row);
      press (ui, "Return");
      see_page (ui, pages[i]);
      see_all_named (ui);
    }
  ui_quit (ui);
}
END_TEST

/* By the sidebar's side there is the search: no hand leaves the keys. */
START_TEST (a_code_is_found_by_the_initials_of_its_name)
{
  g_autofree char *home = jh_test_folder ();
  g_autofree char *books = cli_make_books (home);
  Ui *ui = ui_start (home, books);

  see (ui, "单位信息");
  press (ui, "<Ctrl>F");
  see_focus (ui, "搜索");
  type (ui, "gwjd");
  see (ui, "公务接待费");
  press (ui, "Escape");
  see_no (ui, "公务接待费");
  ui_quit (ui);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("keyboard");
  TCase *keyboard = tcase_create ("keyboard");

  tcase_set_timeout (keyboard, 280);
  tcase_add_test (keyboard, every_page_is_reached_by_keys);
  tcase_add_test (keyboard, a_code_is_found_by_the_initials_of_its_name);
  suite_add_tcase (suite, keyboard);
  return jh_test_run (suite);
}
