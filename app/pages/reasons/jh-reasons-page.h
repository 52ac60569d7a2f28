/* 变动原因: what changed since last year, and why. */
#pragma once

#include "jh-page.h"

#define JH_TYPE_REASONS_PAGE (jh_reasons_page_get_type ())
G_DECLARE_FINAL_TYPE (JhReasonsPage, jh_reasons_page, JH, REASONS_PAGE,
                      JhPage)
