#include "jh-new-filing.h"

#include <string.h>

#include "jh-change.h"
#include "jh-error.h"
#include "jh-fixed.h"
#include "jh-text.h"

/* The month from which on the year itself is meant. */
#define CLOSING_BEGINS 11

void
jh_new_troubles_clear (JhNewTroubles *troubles)
{
  for (int field = 0; field < JH_N_NEW; field++)
    g_clear_pointer (&troubles->of[field], g_free);
}

static gboolean
has_control (const char *text)
{
  for (const char *c = text; *c; c = g_utf8_next_char (c))
    if (g_unichar_iscntrl (g_utf8_get_char (c)))
      return TRUE;
  return FALSE;
}

/* Looks at a text that may have @most characters; what is wrong, or NULL. */
static char *
look_at_text (const char *label, const char *text, glong most)
{
  glong length = g_utf8_strlen (text, -1);

  if (has_control (text))
    return g_strdup_printf ("%s里有看不见的字符，请重新输入", label);
  if (length > most)
    return g_strdup_printf ("%s最多 %ld 个字，现在有 %ld 个", label, most,
                            length);
  return NULL;
}

static char *
look_at_name (const char *name)
{
  return *name ? look_at_text ("单位名称", name, JH_FILING_NAME_MAX)
               : g_strdup ("请填写单位名称");
}

/* Looks at the code, which is @name when it is blank. */
static char *
look_at_code (const char *code, const char *name)
{
  if (*code)
    return look_at_text ("单位代码", code, JH_FILING_CODE_MAX);
  if (g_utf8_strlen (name, -1) > JH_FILING_CODE_MAX)
    return g_strdup_printf (
      "单位名称超过 %d 个字，不能代替单位代码，请另填一个",
      JH_FILING_CODE_MAX);
  return NULL;
}

static char *
look_at_region (const char *region)
{
  gsize digits = strspn (region, "0123456789");
  g_autofree char *quoted = NULL;

  if (digits == strlen (region) && digits <= JH_FILING_REGION_MAX)
    return NULL;
  quoted = jh_text_quote (region, 20);
  return g_strdup_printf (
    "“%s”不是行政区划代码，应为最多 %d 位数字，如 510811", quoted,
    JH_FILING_REGION_MAX);
}

/* Reads @text, such as 2023, 2023年 or 2023年度, into @year. */
static char *
look_at_year (const char *text, int *year)
{
  static const char *const endings[] = { "年度", "年" };
  g_autofree char *figure = g_strdup (text);
  g_autofree char *quoted = NULL;
  gint64 value;

  if (*text == '\0')
    return g_strdup ("请填写年度，如 2023");
  for (gsize i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_suffix (figure, endings[i]))
      figure[strlen (figure) - strlen (endings[i])] = '\0';
  if (!strchr (figure, ',')
      && jh_fixed_parse (figure, 0, JH_FILING_YEAR_MAX, &value, NULL)
      && value >= JH_FILING_YEAR_MIN)
    {
      *year = (int) value;
      return NULL;
    }
  quoted = jh_text_quote (text, 20);
  return g_strdup_printf ("“%s”不是年度，应为 %d 到 %d 的四位数，如 2023",
                          quoted, JH_FILING_YEAR_MIN, JH_FILING_YEAR_MAX);
}

/* @text as a code: trimmed, its full-width characters made ASCII. */
static char *
dup_code (const char *text)
{
  g_autofree char *trimmed = jh_text_trim (text);

  return jh_text_narrow (trimmed);
}

static gboolean
is_all_well (const JhNewTroubles *troubles)
{
  for (int field = 0; field < JH_N_NEW; field++)
    if (troubles->of[field])
      return FALSE;
  return TRUE;
}

JhFiling *
jh_new_filing_read (const char *const typed[JH_N_NEW], JhMoneyUnit money_unit,
                    JhNewTroubles *troubles)
{
  g_autofree char *name = jh_text_trim (typed[JH_NEW_NAME]);
  g_autofree char *code = dup_code (typed[JH_NEW_CODE]);
  g_autofree char *region = dup_code (typed[JH_NEW_REGION]);
  g_autofree char *year = dup_code (typed[JH_NEW_YEAR]);
  JhFiling *filing;
  int number = 0;

  troubles->of[JH_NEW_NAME] = look_at_name (name);
  troubles->of[JH_NEW_CODE] = look_at_code (code, name);
  troubles->of[JH_NEW_REGION] = look_at_region (region);
  troubles->of[JH_NEW_YEAR] = look_at_year (year, &number);
  if (!is_all_well (troubles))
    return NULL;
  filing = g_new0 (JhFiling, 1);
  filing->code = *code ? g_steal_pointer (&code) : g_strdup (name);
  filing->name = g_steal_pointer (&name);
  filing->region = g_steal_pointer (&region);
  filing->state = g_strdup ("");
  filing->year = number;
  filing->money_unit = money_unit;
  return filing;
}

/* Refuses when the unit of @filing has one of that year already. */
static gboolean
check_new (JhStore *store, const JhFiling *filing, GError **error)
{
  g_autoptr (JhFiling) there = NULL;

  if (!jh_filing_find (store, filing->code, filing->year, &there, error))
    return FALSE;
  if (there == NULL)
    return TRUE;
  g_set_error (error, JH_ERROR, JH_ERROR_EXISTS,
               "账套里已经有“%s”（%s）%d 年度的决算", there->name,
               there->code, there->year);
  return FALSE;
}

gboolean
jh_new_filing_keep (JhStore *store, JhFiling *filing, GError **error)
{
  g_autofree char *name
    = g_strdup_printf ("新建 %d 年度 %s", filing->year, filing->name);
  g_autoptr (JhChange) change = NULL;

  if (!check_new (store, filing, error))
    return FALSE;
  change = jh_change_begin (store, name, error);
  if (change == NULL || !jh_filing_insert (store, filing, error))
    return FALSE;
  jh_change_set_filing (change, filing->id);
  return jh_change_commit (change, error);
}

gboolean
jh_filing_drop (JhStore *store, gint64 id, JhFiling **dropped, GError **error)
{
  g_autoptr (JhFiling) filing = jh_filing_get (store, id, error);
  g_autofree char *name = NULL;
  g_autoptr (JhChange) change = NULL;

  if (filing == NULL)
    return FALSE;
  name = g_strdup_printf ("删除 %d 年度 %s", filing->year, filing->name);
  change = jh_change_begin (store, name, error);
  if (change == NULL || !jh_filing_remove (store, filing, error))
    return FALSE;
  jh_change_set_filing (change, id);
  if (!jh_change_commit (change, error))
    return FALSE;
  if (dropped)
    *dropped = g_steal_pointer (&filing);
  return TRUE;
}

int
jh_new_filing_guess_year (int year, int month)
{
  return month >= CLOSING_BEGINS ? year : year - 1;
}
