#include "jh-faults.h"

#include "jh-error.h"
#include "jh-text.h"

#include <stdarg.h>

/* The longest piece of a file name or a column that a message shows. */
#define SHOWN 60

/* lines: char *, one for each fault told
 * count: of all, told or not */
struct _JhFaults
{
  GPtrArray *lines;
  guint count;
};

JhFaults *
jh_faults_new (void)
{
  JhFaults *faults = g_new0 (JhFaults, 1);

  faults->lines = g_ptr_array_new_with_free_func (g_free);
  return faults;
}

void
jh_faults_free (JhFaults *faults)
{
  if (faults == NULL)
    return;
  g_ptr_array_unref (faults->lines);
  g_free (faults);
}

/* Where the fault is: expenditure.csv 第 5 行“决算”; nothing without a
 * file. */
static GString *
begin_line (const char *file, guint line, const char *column)
{
  g_autofree char *name = file ? jh_text_quote (file, SHOWN) : NULL;
  GString *text = g_string_new (name);

  if (file == NULL)
    return text;
  if (line > 0)
    g_string_append_printf (text, " 第 %u 行", line);
  if (column)
    {
      g_autofree char *label = jh_text_quote (column, SHOWN);

      g_string_append_printf (text, "“%s”", label);
    }
  g_string_append (text, "：");
  return text;
}

void
jh_faults_add (JhFaults *faults, const char *file, guint line,
               const char *column, const char *format, ...)
{
  GString *text;
  va_list arguments;

  if (faults->count++ >= JH_FAULTS_MAX)
    return;
  text = begin_line (file, line, column);
  va_start (arguments, format);
  g_string_append_vprintf (text, format, arguments);
  va_end (arguments);
  g_ptr_array_add (faults->lines, g_string_free (text, FALSE));
}

guint
jh_faults_count (const JhFaults *faults)
{
  return faults->count;
}

const char *
jh_faults_get (const JhFaults *faults, guint index)
{
  return faults->lines->pdata[index];
}

gboolean
jh_faults_raise (const JhFaults *faults, const char *heading, GError **error)
{
  g_autoptr (GString) message = NULL;

  if (faults->count == 0)
    return TRUE;
  message = g_string_new (heading);
  if (faults->count > JH_FAULTS_MAX)
    g_string_append_printf (message,
                            "错误太多，只列出前 %d 处，"
                            "改好后再导入，可能还有：",
                            JH_FAULTS_MAX);
  else
    g_string_append_printf (message, "共有 %u 处错误：", faults->count);
  for (guint i = 0; i < faults->lines->len; i++)
    g_string_append_printf (message, "\n%s",
                            (const char *) faults->lines->pdata[i]);
  g_set_error_literal (error, JH_ERROR, JH_ERROR_DATA, message->str);
  return FALSE;
}
