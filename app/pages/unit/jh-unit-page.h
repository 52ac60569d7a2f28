/* 单位信息: the facts of the unit. */
#pragma once

#include "jh-page.h"

#define JH_TYPE_UNIT_PAGE (jh_unit_page_get_type ())
G_DECLARE_FINAL_TYPE (JhUnitPage, jh_unit_page, JH, UNIT_PAGE, JhPage)
