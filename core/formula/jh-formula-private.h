/* What the parser makes and the run reads. Private to this folder. */
#pragma once

#include "jh-formula.h"
#include "jh-node.h"

/* The slots that every formula has: what the two sides came to and how far
 * they are apart. They are filled once a comparison did not hold. */
enum
{
  JH_SLOT_LEFT,
  JH_SLOT_RIGHT,
  JH_SLOT_DIFFERENCE,
  JH_SLOT_FIRST,
};

/* A name that the formula gives to something.
 *
 * kind: what it stands for; JH_EACH_VALUE for a value
 * sheet: of a row or column
 * figures: of a row of figures
 * before: whether it is one of last year */
typedef struct
{
  const char *name;
  JhEachKind kind;
  const char *sheet;
  const JhFiguresKind *figures;
  gboolean before;
} JhSlot;

/* nodes, keys: all that the tree is made of
 * strings: the words in it
 * slots: JhSlot, by number
 * outer: how many of the slots are given before the condition, with the
 *   first three
 * sources: JhFormulaSource */
struct _JhFormula
{
  char *text;
  const JhNode *root;
  GPtrArray *nodes;
  GStringChunk *strings;
  GArray *slots;
  guint outer;
  GArray *sources;
};
