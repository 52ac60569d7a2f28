/* A spreadsheet takes text that begins with = + - or @ for a formula, and
 * hides an apostrophe before it: that apostrophe is the shield. */
#pragma once

#include <glib.h>

/* @text with an apostrophe before it when a spreadsheet could take it for a
 * formula, or when it begins with a shield already. The caller frees it. */
char *jh_shield_put (const char *text) G_GNUC_WARN_UNUSED_RESULT;

/* @text without the shield, when it has one: what jh_shield_put() was given.
 * Borrowed from @text. */
const char *jh_shield_take (const char *text);
