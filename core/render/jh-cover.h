/* The measures of the cover and of the contents page, in points. */
#pragma once

#include "jh-workbook.h"

/* Sizes of type. */
#define JH_COVER_TITLE 26.0
#define JH_COVER_MARK 20.0
#define JH_COVER_LINE 14.0
#define JH_CONTENTS_SIZE 11.0

/* The cover, from the top: what is free above the title, between the title
 * and the lines, and a line. */
#define JH_COVER_ABOVE 150.0
#define JH_COVER_BETWEEN 190.0
#define JH_COVER_LINE_HEIGHT 34.0

/* The cover, from the left: what is free at each side, the labels, the
 * values. */
#define JH_COVER_SIDE 60.0
#define JH_COVER_LABEL 120.0
#define JH_COVER_VALUE 270.0

/* The columns of the contents; the page's is for paper alone. */
#define JH_CONTENTS_INDEX 45.0
#define JH_CONTENTS_NUMBER 90.0
#define JH_CONTENTS_TITLE 330.0
#define JH_CONTENTS_PAGE 45.0

/* The label of @line with a colon, or "". The caller frees it. */
char *jh_cover_dup_label (const JhCoverLine *line) G_GNUC_WARN_UNUSED_RESULT;
