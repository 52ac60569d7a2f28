/* A page of forms: one table under another, each with its title, as the
 * form of the page's name says. */
#pragma once

#include "jh-page.h"

#define JH_TYPE_FORM_PAGE (jh_form_page_get_type ())
G_DECLARE_FINAL_TYPE (JhFormPage, jh_form_page, JH, FORM_PAGE, JhPage)

/* Property "form": the page's name; set once. */
