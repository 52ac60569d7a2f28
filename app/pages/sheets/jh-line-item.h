/* A line behind a figure as a list has it. */
#pragma once

#include <gio/gio.h>

#include "jh-explanation.h"

#define JH_TYPE_LINE_ITEM (jh_line_item_get_type ())
G_DECLARE_FINAL_TYPE (JhLineItem, jh_line_item, JH, LINE_ITEM, GObject)

/* An item of @line, which must live as long. */
JhLineItem *
jh_line_item_new (const JhExplanationLine *line) G_GNUC_WARN_UNUSED_RESULT;

/* The line. Borrowed. */
const JhExplanationLine *jh_line_item_get (JhLineItem *self);
