/* 修改痕迹: who changed what and when, and undoing from there. */
#pragma once

#include "jh-page.h"

#define JH_TYPE_LOG_PAGE (jh_log_page_get_type ())
G_DECLARE_FINAL_TYPE (JhLogPage, jh_log_page, JH, LOG_PAGE, JhPage)
