#pragma once

#include "jh-table.h"

/* 项目.
 *
 * code: its number, which other rows name */
typedef struct
{
  JhRow row;
  char *code;
  char *name;
  char *type;
  char *department;
  char *implementer;
  char *goal;
  char *outcome;
} JhProject;

/* The description of the table. Static. */
const JhTable *jh_project_table (void);
