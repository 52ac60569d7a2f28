/* Filings made by rule, as folders of CSV. */
#pragma once

#include <glib.h>

/* Writes the filing number @number (from 0) to @folder, which is there: the
 * same number gives the same figures. Filings differ in unit, year, figures
 * and in how many lines they have. */
void bench_write_filing (const char *folder, guint number);
