/* A page of forms: one table under another, each with its title. Which they
 * are is data, see jh-form.h. */
#pragma once

#include "jh-page.h"

#define JH_TYPE_FORM_PAGE (jh_form_page_get_type ())
G_DECLARE_FINAL_TYPE (JhFormPage, jh_form_page, JH, FORM_PAGE, JhPage)

/* Property "forms": the names of its forms, parted by blanks; set once. */
