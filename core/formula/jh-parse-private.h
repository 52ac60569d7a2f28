/* Understanding a formula, from the outside in. Private to this folder.
 *
 * Every jh_parse_ function looks at the current token, takes what it
 * understands and leaves the token after it. NULL with the parser's fault
 * when it does not understand. */
#pragma once

#include "jh-formula-private.h"
#include "jh-function.h"
#include "jh-scanner.h"

/* scope: the slots that have a name here, outermost first
 * filter: the slot of the row that the condition in [ ] is about, or -1
 * fault: what is wrong, once something is
 * fault_start, fault_end: where, in bytes */
typedef struct
{
  JhFormula *formula;
  const JhVocabulary *vocabulary;
  JhScanner scanner;
  GArray *scope;
  int filter;
  guint depth;
  GError *fault;
  guint fault_start;
  guint fault_end;
} JhParser;

/* Notes what is wrong between two bytes, unless something was noted already;
 * always NULL. */
gpointer jh_parser_fail (JhParser *parser, guint start, guint end,
                         const char *format, ...) G_GNUC_PRINTF (4, 5);

/* Notes that the current token is not what was expected; always NULL. */
gpointer jh_parser_expected (JhParser *parser, const char *what);

/* Takes the sign @sign; FALSE with a fault that names @what. */
gboolean jh_parser_take (JhParser *parser, gunichar sign, const char *what);

/* A new node that begins at @start; the formula owns it. */
JhNode *jh_parser_add (JhParser *parser, JhNodeKind kind, guint start);

/* Ends @node before the current token and gathers what it uses; NULL when
 * anything went wrong. */
JhNode *jh_parser_end (JhParser *parser, JhNode *node);

/* Goes one level deeper; FALSE with a fault when that is too deep. The caller
 * takes it off the depth again. */
gboolean jh_parser_deepen (JhParser *parser);

/* Gives a new slot; its number, or -1 with a fault when there are too many.
 */
int jh_parser_add_slot (JhParser *parser, JhSlot slot);

/* The slot called @name here, or -1. */
int jh_parser_find_slot (const JhParser *parser, const char *name);

/* Notes that the formula reads @name; returns which of its sources that is.
 */
guint jh_parser_read (JhParser *parser, const char *name, gboolean before);

/* { 限定 } 条件 */
JhNode *jh_parse_formula (JhParser *parser);

/* The 或 of 且 of comparisons, without 则. */
JhNode *jh_parse_choice (JhParser *parser);

/* 算式 */
JhNode *jh_parse_sum (JhParser *parser);

/* 单个 */
JhNode *jh_parse_single (JhParser *parser);

/* Whether a 限定 begins here. */
gboolean jh_parse_is_each (const JhParser *parser);

/* 限定 and what it is about. */
JhNode *jh_parse_each (JhParser *parser);

/* "{" 算式 { "," 算式 } "}" into the list of @node. */
gboolean jh_parse_members (JhParser *parser, JhNode *node);

/* The [ 键 , 键 ] of the cells @node, from the sign [ on. */
JhNode *jh_parse_cells (JhParser *parser, JhNode *node);

/* The [ 条件 ] of the figures @node, from the sign [ on. */
gboolean jh_parse_filter (JhParser *parser, JhNode *node);
