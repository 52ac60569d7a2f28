/* A formula as it was understood: a tree. Private to this folder. */
#pragma once

#include "jh-value.h"
#include "jh-vocabulary.h"

typedef struct _JhNode JhNode;
typedef struct _JhKey JhKey;
typedef struct _JhFunction JhFunction;

/* The most names that one formula may give; and how long and how deep it may
 * be, in bytes, in brackets and in nodes from the top down. Together with the
 * steps of a run they bound what a formula costs. */
#define JH_SLOTS_MAX 30
#define JH_FORMULA_LENGTH_MAX 8000
#define JH_FORMULA_DEPTH_MAX 60
#define JH_FORMULA_HEIGHT_MAX 1000

/* The most parts of a condition that rows are looked up by. */
#define JH_LOOKUP_PARTS_MAX 8

typedef enum
{
  JH_NODE_VALUE,
  JH_NODE_VARIABLE,
  JH_NODE_FIELD,
  JH_NODE_CELLS,
  JH_NODE_FIGURES,
  JH_NODE_CALL,
  JH_NODE_NEGATE,
  JH_NODE_ADD,
  JH_NODE_SUBTRACT,
  JH_NODE_MULTIPLY,
  JH_NODE_DIVIDE,
  JH_NODE_JOIN,
  JH_NODE_COMPARE,
  JH_NODE_MEMBER,
  JH_NODE_LIKE,
  JH_NODE_NOT,
  JH_NODE_AND,
  JH_NODE_OR,
  JH_NODE_THEN,
  JH_NODE_CHOOSE,
  JH_NODE_EACH,
  JH_NODE_LET,
} JhNodeKind;

/* What `每` runs over. */
typedef enum
{
  JH_EACH_ROW,
  JH_EACH_COLUMN,
  JH_EACH_FIGURE,
  JH_EACH_VALUE,
} JhEachKind;

/* How the key of a cell is given.
 *
 * JH_KEY_NAME        a row's or column's name, which has to be there
 * JH_KEY_CODE        a code, which need not be there
 * JH_KEY_PATTERN     * stands for anything
 * JH_KEY_SLOT        what a name stands for
 * JH_KEY_COMPUTED    what an expression gives, which need not be there
 * JH_KEY_CHILDREN    the codes next under another key
 * JH_KEY_DESCENDANTS all codes under another key
 * JH_KEY_LEAVES      of these, the ones that have none under them */
typedef enum
{
  JH_KEY_NAME,
  JH_KEY_CODE,
  JH_KEY_PATTERN,
  JH_KEY_SLOT,
  JH_KEY_COMPUTED,
  JH_KEY_CHILDREN,
  JH_KEY_DESCENDANTS,
  JH_KEY_LEAVES,
} JhKeyKind;

struct _JhKey
{
  JhKeyKind kind;
  const char *text;
  GPatternSpec *pattern;
  guint slot;
  JhNode *node;
  JhKey *of;
};

/* start, end: bytes in the formula's text
 * height: how many nodes there are from it downwards, at most
 * uses: the slots whose values it needs, a bit each
 * a, b, c: its parts
 * list: its further parts: arguments, members
 * sign: of a comparison
 * negated: of 不属于 and 不像
 * slot: of a variable, a field, 每, 设 and a filter
 * sheet, rows, columns: of cells; rows and columns are JhKey
 * source: of cells, figures and 每, which of the formula's sources it reads
 * figures, column, before: of figures; column -1 for none
 * left, right: of a table's condition, pairs of a part that knows the row
 *   alone and a part that does not: what rows can be looked up by
 * rest: of a table's condition, whether more is asked than these pairs
 *
 * Of 每 the condition is `a`, the body `b`; of figures the condition is
 * `a`. */
struct _JhNode
{
  JhNodeKind kind;
  guint start;
  guint end;
  guint height;
  guint32 uses;
  JhNode *a;
  JhNode *b;
  JhNode *c;
  GPtrArray *list;
  gunichar sign;
  gboolean negated;
  guint slot;
  JhEachKind each;
  JhValue value;
  const char *sheet;
  guint source;
  GPtrArray *rows;
  GPtrArray *columns;
  const JhFiguresKind *figures;
  int column;
  gboolean before;
  const JhFunction *function;
  GPtrArray *left;
  GPtrArray *right;
  gboolean rest;
};

/* Frees @node and what it keeps, not the nodes it is made of. */
void jh_node_free (gpointer node);

/* Frees @key, not its node. */
void jh_key_free (gpointer key);
