/* The pages of the program, registered here and nowhere else. */
#pragma once

#include "jh-page.h"

/* name: what places and the settings call it
 * group: the heading that it stands under in the sidebar
 * title: what people call it
 * words: what else it is searched by, parted by blanks
 * forms: of a JhFormPage, the forms that it shows, parted by blanks
 * get_type: its type, a JhPage */
typedef struct
{
  const char *name;
  const char *group;
  const char *title;
  const char *words;
  const char *forms;
  GType (*get_type) (void);
} JhPageInfo;

/* The pages in the order of the sidebar; @n of them. Static. */
const JhPageInfo *jh_page_list (guint *n);

/* The page @name, or NULL. Static. */
const JhPageInfo *jh_page_list_find (const char *name);

/* A new page as @info says; floating. */
JhPage *jh_page_list_make (const JhPageInfo *info);
