/* The words of a formula, one after the other. */
#pragma once

#include <glib.h>

/* JH_TOKEN_END     the text is over
 * JH_TOKEN_WORD    a name or a keyword
 * JH_TOKEN_NUMBER  digits, perhaps with a point
 * JH_TOKEN_TEXT    words in quotes
 * JH_TOKEN_SIGN    an operator or a bracket, as `sign` tells
 * JH_TOKEN_FAULT   something that no formula has */
typedef enum
{
  JH_TOKEN_END,
  JH_TOKEN_WORD,
  JH_TOKEN_NUMBER,
  JH_TOKEN_TEXT,
  JH_TOKEN_SIGN,
  JH_TOKEN_FAULT,
} JhTokenKind;

/* start, end: bytes in the text
 * sign: of a sign, what it means in ASCII or as × ÷ ≠ ≤ ≥ ≈
 * text: of a word or a number what it is, of a text what is in the quotes,
 *   of a fault what is wrong; owned by the scanner */
typedef struct
{
  JhTokenKind kind;
  guint start;
  guint end;
  gunichar sign;
  const char *text;
} JhToken;

/* token: the one that is looked at
 * taken: where the one before it ended, in bytes */
typedef struct
{
  const char *text;
  JhToken token;
  guint taken;
  GStringChunk *strings;
} JhScanner;

/* Looks at the first token of @text, valid UTF-8, which must outlive
 * @scanner. Tokens' texts are kept in @strings. */
void jh_scanner_begin (JhScanner *scanner, const char *text,
                       GStringChunk *strings);

/* Looks at the next token. */
void jh_scanner_next (JhScanner *scanner);

/* Takes what stands after the token that is looked at, up to a comma, a
 * bracket or a quote, as one key, and looks at what follows it. Returns the
 * key without spaces around it, and its bytes in @start and @end; "" when
 * there is none. Owned by the scanner. */
const char *jh_scanner_take_key (JhScanner *scanner, guint *start,
                                 guint *end);

/* Whether the token is the sign @sign, or the word @word. */
gboolean jh_scanner_is_sign (const JhScanner *scanner, gunichar sign);
gboolean jh_scanner_is_word (const JhScanner *scanner, const char *word);
