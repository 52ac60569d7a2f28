#include "jh-check-findings.h"
#include "jh-cli.h"

static void
add_member (JsonBuilder *builder, const char *name, const char *value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, value);
}

static void
add_flag (JsonBuilder *builder, const char *name, gboolean value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_boolean_value (builder, value);
}

static void
add_side (JsonBuilder *builder, const char *side, const char *name,
          const char *value)
{
  json_builder_set_member_name (builder, side);
  json_builder_begin_object (builder);
  add_member (builder, "name", name);
  add_member (builder, "value", value);
  json_builder_end_object (builder);
}

static void
add_cell (JsonBuilder *builder, const JhFindingCell *cell)
{
  json_builder_begin_object (builder);
  add_member (builder, "words", cell->words);
  add_member (builder, "value", cell->value);
  add_member (builder, "sheet", cell->sheet);
  add_member (builder, "row", cell->row_key);
  add_member (builder, "column", cell->column_key);
  json_builder_end_object (builder);
}

static void
add_cells (JsonBuilder *builder, const GPtrArray *cells)
{
  json_builder_set_member_name (builder, "cells");
  json_builder_begin_array (builder);
  for (guint i = 0; i < cells->len; i++)
    add_cell (builder, cells->pdata[i]);
  json_builder_end_array (builder);
}

/* The waiver's words, or null when nobody wrote one. */
static void
add_waiver (JsonBuilder *builder, const JhFinding *finding)
{
  json_builder_set_member_name (builder, "waiver");
  if (finding->waiver == JH_WAIVER_NONE)
    {
      json_builder_add_null_value (builder);
      return;
    }
  json_builder_begin_object (builder);
  add_member (builder, "words", finding->waiver_words);
  add_member (builder, "author", finding->waiver_author);
  add_member (builder, "at", finding->waiver_at);
  add_flag (builder, "holds", finding->waiver == JH_WAIVER_HOLDS);
  json_builder_end_object (builder);
}

/* Which finding it only follows from, or null. */
static void
add_cause (JsonBuilder *builder, const JhFinding *cause)
{
  json_builder_set_member_name (builder, "cause");
  if (cause == NULL)
    {
      json_builder_add_null_value (builder);
      return;
    }
  json_builder_begin_object (builder);
  add_member (builder, "rule", cause->rule);
  add_member (builder, "instance", cause->instance);
  json_builder_end_object (builder);
}

static void
add_finding (JsonBuilder *builder, const JhFinding *finding)
{
  json_builder_begin_object (builder);
  add_member (builder, "rule", finding->rule);
  add_member (builder, "instance", finding->instance);
  add_member (builder, "severity", jh_severity_name (finding->severity));
  add_member (builder, "message", finding->message);
  add_side (builder, "left", finding->left_name, finding->left_value);
  add_side (builder, "right", finding->right_name, finding->right_value);
  add_member (builder, "difference", finding->difference);
  add_member (builder, "where", finding->where);
  add_member (builder, "sheet", finding->sheet);
  add_member (builder, "mend", finding->mend);
  add_cells (builder, finding->cells);
  add_flag (builder, "waivable", finding->waivable);
  add_flag (builder, "waived", finding->waived);
  add_waiver (builder, finding);
  add_member (builder, "first_seen", finding->first_seen);
  add_cause (builder, finding->cause);
  json_builder_end_object (builder);
}

void
jh_check_print_json (const GPtrArray *findings)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;

  json_builder_begin_array (builder);
  for (guint i = 0; i < findings->len; i++)
    add_finding (builder, findings->pdata[i]);
  json_builder_end_array (builder);
  root = json_builder_get_root (builder);
  jh_cli_print_json (root);
}
