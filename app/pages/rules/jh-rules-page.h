/* 自定规则: checks of one's own, written, tried and kept in the file. */
#pragma once

#include "jh-page.h"

#define JH_TYPE_RULES_PAGE (jh_rules_page_get_type ())
G_DECLARE_FINAL_TYPE (JhRulesPage, jh_rules_page, JH, RULES_PAGE, JhPage)
