/* 导出: what to write, in which formats, where to; then the files. */
#pragma once

#include "jh-page.h"

#define JH_TYPE_EXPORT_PAGE (jh_export_page_get_type ())
G_DECLARE_FINAL_TYPE (JhExportPage, jh_export_page, JH, EXPORT_PAGE, JhPage)
