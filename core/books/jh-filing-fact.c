#include "jh-filing-fact.h"

static const JhField fields[] = {
  { "name", "键", JH_FIELD_TEXT, offsetof (JhFilingFact, name), .most = 100,
    .flags = JH_FIELD_REQUIRED | JH_FIELD_KEY },
  { "words", "值", JH_FIELD_TEXT, offsetof (JhFilingFact, words),
    .most = 4000, .flags = JH_FIELD_BLANK_IS_NULL | JH_FIELD_ONE_OF },
  { "count", "值", JH_FIELD_COUNT, offsetof (JhFilingFact, count),
    .flags = JH_FIELD_ONE_OF },
  { "amount", "值", JH_FIELD_MONEY, offsetof (JhFilingFact, amount),
    .flags = JH_FIELD_ONE_OF },
};

const JhTable *
jh_filing_fact_table (void)
{
  static const JhTable table = {
    .name = "filing_fact",
    .label = "单位情况",
    .file = "filing.csv",
    .size = sizeof (JhFilingFact),
    .fields = fields,
    .n_fields = G_N_ELEMENTS (fields),
    .list = JH_QUERY_FILING_FACT_LIST,
    .insert = JH_QUERY_FILING_FACT_INSERT,
    .update = JH_QUERY_FILING_FACT_UPDATE,
    .remove = JH_QUERY_FILING_FACT_DELETE,
  };

  return &table;
}
