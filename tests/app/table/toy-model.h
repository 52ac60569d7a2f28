/* A table for tests and for looking: expenditure as a clerk knows it, kept
 * in memory. */
#pragma once

#include "jh-table-model.h"

/* Columns of the toy. */
enum
{
  TOY_CODE,
  TOY_NAME,
  TOY_FUND,
  TOY_BUDGET,
  TOY_ACTUAL,
  TOY_RATE,
  TOY_WORDS,
  TOY_N_COLUMNS,
};

#define TOY_TYPE_MODEL (toy_model_get_type ())
G_DECLARE_FINAL_TYPE (ToyModel, toy_model, TOY, MODEL, GObject)

/* @n rows; with @wide each figure is there four times, so that there are
 * more columns than fit. */
ToyModel *toy_model_new (guint n, gboolean wide);

/* From now on nothing can be written. */
void toy_model_lock (ToyModel *model, gboolean locked);

/* How many writes there were. */
guint toy_model_count_writes (ToyModel *model);

/* Says that the columns are others: with @hidden the name is gone. */
void toy_model_hide_name (ToyModel *model, gboolean hidden);
