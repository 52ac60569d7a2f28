/* Findings for tests of what is written and noted of them. */
#pragma once

#include "../books/fixture.h"
#include "jh-finding.h"

/* A finding of @rule, in the case @instance, found from @values. The caller
 * frees it. */
static inline JhFinding *
make_finding (const char *rule, JhSeverity severity, const char *instance,
              const char *values)
{
  JhFinding *finding = jh_finding_new (
    rule, severity, "支出 第 3 行", "决算 12.00 万元超过全年预算 10.00 万元");

  jh_finding_set_instance (finding, instance);
  jh_finding_set_values (finding, values);
  return finding;
}

/* Adds another to @findings. Borrowed. */
static inline JhFinding *
add_finding (GPtrArray *findings, const char *rule, JhSeverity severity,
             const char *instance, const char *values)
{
  JhFinding *finding = make_finding (rule, severity, instance, values);

  g_ptr_array_add (findings, finding);
  return finding;
}
