/* How functions are worked out. Private to this folder. */
#pragma once

#include "jh-run-private.h"

/* The argument @i of the call @node. */
const JhNode *jh_call_argument (const JhNode *node, guint i);

/* What the argument @i comes to, a figure or nothing. */
gboolean jh_call_take_figure (JhRun *run, const JhNode *node, guint i,
                              JhValue *value);

/* What the argument @i comes to, a whole number from 0 to @most. */
gboolean jh_call_take_count (JhRun *run, const JhNode *node, guint i,
                             guint most, guint *count);

/* The functions, by what resources/checks/README.md says of them. */
gboolean jh_call_sum (JhRun *run, const JhNode *node, JhValue *value);
gboolean jh_call_count (JhRun *run, const JhNode *node, JhValue *value);
gboolean jh_call_largest (JhRun *run, const JhNode *node, JhValue *value);
gboolean jh_call_smallest (JhRun *run, const JhNode *node, JhValue *value);
gboolean jh_call_blank (JhRun *run, const JhNode *node, JhValue *value);
gboolean jh_call_known (JhRun *run, const JhNode *node, JhValue *value);
gboolean jh_call_first (JhRun *run, const JhNode *node, JhValue *value);
gboolean jh_call_absolute (JhRun *run, const JhNode *node, JhValue *value);
gboolean jh_call_round (JhRun *run, const JhNode *node, JhValue *value);
gboolean jh_call_truncate (JhRun *run, const JhNode *node, JhValue *value);
gboolean jh_call_larger (JhRun *run, const JhNode *node, JhValue *value);
gboolean jh_call_smaller (JhRun *run, const JhNode *node, JhValue *value);
gboolean jh_call_head (JhRun *run, const JhNode *node, JhValue *value);
gboolean jh_call_end (JhRun *run, const JhNode *node, JhValue *value);
gboolean jh_call_length (JhRun *run, const JhNode *node, JhValue *value);
gboolean jh_call_digits (JhRun *run, const JhNode *node, JhValue *value);
gboolean jh_call_without_end (JhRun *run, const JhNode *node, JhValue *value);
gboolean jh_call_contains (JhRun *run, const JhNode *node, JhValue *value);
gboolean jh_call_number (JhRun *run, const JhNode *node, JhValue *value);
gboolean jh_call_decimals (JhRun *run, const JhNode *node, JhValue *value);
gboolean jh_call_money (JhRun *run, const JhNode *node, JhValue *value);
gboolean jh_call_name (JhRun *run, const JhNode *node, JhValue *value);
gboolean jh_call_title (JhRun *run, const JhNode *node, JhValue *value);
gboolean jh_call_parent (JhRun *run, const JhNode *node, JhValue *value);
gboolean jh_call_notes (JhRun *run, const JhNode *node, JhValue *value);
gboolean jh_call_limit (JhRun *run, const JhNode *node, JhValue *value);
gboolean jh_call_year (JhRun *run, const JhNode *node, JhValue *value);
gboolean jh_call_region (JhRun *run, const JhNode *node, JhValue *value);
gboolean jh_call_percent (JhRun *run, const JhNode *node, JhValue *value);
gboolean jh_call_signed (JhRun *run, const JhNode *node, JhValue *value);
