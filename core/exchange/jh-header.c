#include "jh-header.h"

#include "jh-text.h"
#include "jh-words.h"

#include <string.h>

/* How much of a cell a message shows. */
#define SHOWN 40

static int
find_label (const GPtrArray *labels, const char *cell)
{
  const char *label = jh_words_find (labels, cell);

  for (guint i = 0; label && i < labels->len; i++)
    if (labels->pdata[i] == label)
      return (int) i;
  return -1;
}

static void
refuse_unknown (const JhCsvRow *row, const char *cell,
                const GPtrArray *labels, const char *file, JhFaults *faults)
{
  g_autofree char *quoted = jh_text_quote (cell, SHOWN);
  g_autofree char *expected = jh_words_join (labels);
  const char *hint
    = strstr (cell, "，") ? "（列与列之间要用英文逗号“,”隔开）" : "";

  jh_faults_add (faults, file, row->line, NULL,
                 "不认识列“%s”%s，这张表的列是：%s", quoted, hint, expected);
}

/* Takes note of the column number @index. */
static void
meet_column (JhHeader *header, const JhCsvRow *row, guint index,
             const GPtrArray *labels, const char *file, JhFaults *faults)
{
  const char *cell = row->cells[index];
  int label = find_label (labels, cell);

  header->named[index] = !jh_text_is_blank (cell);
  if (!header->named[index])
    return;
  if (label < 0)
    {
      refuse_unknown (row, cell, labels, file, faults);
      return;
    }
  header->width = index + 1;
  if (header->columns[label] >= 0)
    jh_faults_add (faults, file, row->line, labels->pdata[label],
                   "这一列出现了两次（第 %d 列和第 %u 列），只能有一列",
                   header->columns[label] + 1, index + 1);
  else
    header->columns[label] = (int) index;
}

/* Adds one fault for all columns that are missing. */
static void
find_missing (const JhHeader *header, const JhCsvRow *row,
              const GPtrArray *labels, const char *file, JhFaults *faults)
{
  g_autoptr (GPtrArray) missing = g_ptr_array_new ();
  g_autofree char *names = NULL;
  g_autofree char *expected = NULL;

  for (guint i = 0; i < labels->len; i++)
    if (header->columns[i] < 0)
      g_ptr_array_add (missing, labels->pdata[i]);
  if (missing->len == 0)
    return;
  names = jh_words_join (missing);
  expected = jh_words_join (labels);
  jh_faults_add (faults, file, row->line, NULL,
                 "缺少列：%s。这张表的列是：%s（没有数的列也要有列名）",
                 names, expected);
}

void
jh_header_read (JhHeader *header, const JhCsv *csv, const GPtrArray *labels,
                const char *file, JhFaults *faults)
{
  const JhCsvRow *row = csv->rows->pdata[0];

  *header = (JhHeader){ .width = 0 };
  for (guint i = 0; i < labels->len; i++)
    header->columns[i] = -1;
  for (guint i = 0; i < row->n_cells; i++)
    meet_column (header, row, i, labels, file, faults);
  find_missing (header, row, labels, file, faults);
}

void
jh_header_check_row (const JhHeader *header, const JhCsvRow *row,
                     const char *file, JhFaults *faults)
{
  for (guint i = 0; i < row->n_cells; i++)
    if (!header->named[i] && !jh_text_is_blank (row->cells[i]))
      {
        g_autofree char *quoted = jh_text_quote (row->cells[i], SHOWN);

        jh_faults_add (faults, file, row->line, NULL,
                       "第 %u 格“%s”没有对应的列，这一行的格子比表头多；"
                       "内容里有逗号的格子要用英文双引号括起",
                       i + 1, quoted);
        return;
      }
}

void
jh_header_check_end (const JhHeader *header, const JhCsv *csv,
                     const char *file, JhFaults *faults)
{
  const JhCsvRow *last = csv->rows->pdata[csv->rows->len - 1];

  if (csv->cut && csv->rows->len > 1 && last->n_cells < header->width)
    jh_faults_add (faults, file, last->line, NULL,
                   "最后一行只有 %u 格，应有 %u 格，文件可能没有复制完整",
                   last->n_cells, header->width);
}
