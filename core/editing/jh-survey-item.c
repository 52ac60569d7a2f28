#include "jh-survey-item.h"

enum
{
  PROP_NAME = 1,
  PROP_ABOUT,
  PROP_ERRORS,
  PROP_WARNINGS,
  PROP_NOTICES,
  PROP_WAIVED,
  PROP_STANDING,
  PROP_ICON,
  PROP_SPOKEN,
  PROP_LOOK,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

/* known: tally holds
 * trouble: why it could not be checked; NULL when it could */
struct _JhSurveyItem
{
  GObject parent_instance;

  JhFilingItem *filing;
  gboolean known;
  JhTally tally;
  char *trouble;
};

G_DEFINE_FINAL_TYPE (JhSurveyItem, jh_survey_item, G_TYPE_OBJECT)

static const struct
{
  const char *name;
  const char *icon;
  const char *look[2];
} standings[JH_N_STANDINGS] = {
  { "有错误", "dialog-error-symbolic", { "error" } },
  { "有警告", "dialog-warning-symbolic", { "warning" } },
  { "可以锁定", "emblem-ok-symbolic", { "ready" } },
  { "已锁定", "changes-prevent-symbolic", { "locked" } },
  { "还没有审核", "content-loading-symbolic", { "unknown" } },
  { "没能审核", "dialog-question-symbolic", { "error" } },
};

JhTally
jh_tally_count (const GPtrArray *findings)
{
  JhTally tally = { 0 };

  for (guint i = 0; i < findings->len; i++)
    tally.counts[jh_finding_get_kind (findings->pdata[i])]++;
  return tally;
}

const char *
jh_standing_name (JhStandingKind standing)
{
  return standings[standing].name;
}

static char *
dup_about (JhSurveyItem *self)
{
  return g_strdup_printf ("%s  %d 年度  %s",
                          jh_filing_item_get_code (self->filing),
                          jh_filing_item_get_year (self->filing),
                          jh_filing_item_get_state (self->filing));
}

/* "" while it is not known: nothing is another thing than 0. */
static char *
dup_count (JhSurveyItem *self, JhFindingKind kind)
{
  return self->known ? g_strdup_printf ("%u", self->tally.counts[kind])
                     : g_strdup ("");
}

static char *
dup_standing (JhSurveyItem *self)
{
  const char *name = standings[jh_survey_item_get_standing (self)].name;

  return self->trouble ? g_strdup_printf ("%s：%s", name, self->trouble)
                       : g_strdup (name);
}

static char *
dup_spoken (JhSurveyItem *self)
{
  g_autofree char *standing = dup_standing (self);
  GString *words = g_string_new (NULL);

  g_string_append_printf (words, "%d 年度 %s，%s",
                          jh_filing_item_get_year (self->filing),
                          jh_filing_item_get_name (self->filing), standing);
  for (int i = 0; self->known && i < JH_N_FINDING_KINDS; i++)
    g_string_append_printf (words, "，%u %s", self->tally.counts[i],
                            jh_finding_kind_name ((JhFindingKind) i));
  return g_string_free (words, FALSE);
}

static char *
dup_text (JhSurveyItem *self, guint id)
{
  switch (id)
    {
    case PROP_NAME:
      return g_strdup (jh_filing_item_get_name (self->filing));
    case PROP_ABOUT:
      return dup_about (self);
    case PROP_STANDING:
      return dup_standing (self);
    case PROP_ICON:
      return g_strdup (standings[jh_survey_item_get_standing (self)].icon);
    case PROP_SPOKEN:
      return dup_spoken (self);
    default:
      return dup_count (self, (JhFindingKind) (id - PROP_ERRORS));
    }
}

static void
jh_survey_item_get_property (GObject *object, guint id, GValue *value,
                             GParamSpec *pspec)
{
  JhSurveyItem *self = JH_SURVEY_ITEM (object);

  if (id == PROP_LOOK)
    g_value_set_boxed (value,
                       standings[jh_survey_item_get_standing (self)].look);
  else
    g_value_take_string (value, dup_text (self, id));
}

static void
jh_survey_item_finalize (GObject *object)
{
  JhSurveyItem *self = JH_SURVEY_ITEM (object);

  g_object_unref (self->filing);
  g_free (self->trouble);
  G_OBJECT_CLASS (jh_survey_item_parent_class)->finalize (object);
}

static void
jh_survey_item_class_init (JhSurveyItemClass *klass)
{
  static const char *const names[PROP_LOOK]
    = { NULL,      "name",   "about",    "errors", "warnings",
        "notices", "waived", "standing", "icon",   "spoken" };
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = jh_survey_item_get_property;
  object_class->finalize = jh_survey_item_finalize;
  for (int id = PROP_NAME; id < PROP_LOOK; id++)
    properties[id] = g_param_spec_string (names[id], NULL, NULL, NULL, flags);
  properties[PROP_LOOK]
    = g_param_spec_boxed ("look", NULL, NULL, G_TYPE_STRV, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
jh_survey_item_init (JhSurveyItem *self)
{
}

JhSurveyItem *
jh_survey_item_new (JhFilingItem *filing)
{
  JhSurveyItem *self = g_object_new (JH_TYPE_SURVEY_ITEM, NULL);

  self->filing = g_object_ref (filing);
  return self;
}

JhFilingItem *
jh_survey_item_get_filing (JhSurveyItem *self)
{
  return self->filing;
}

static void
tell (JhSurveyItem *self)
{
  for (int id = PROP_ERRORS; id < N_PROPERTIES; id++)
    g_object_notify_by_pspec (G_OBJECT (self), properties[id]);
}

void
jh_survey_item_set_tally (JhSurveyItem *self, const JhTally *tally)
{
  g_clear_pointer (&self->trouble, g_free);
  self->known = tally != NULL;
  if (tally)
    self->tally = *tally;
  tell (self);
}

const JhTally *
jh_survey_item_get_tally (JhSurveyItem *self)
{
  return self->known ? &self->tally : NULL;
}

void
jh_survey_item_set_trouble (JhSurveyItem *self, const char *why)
{
  g_free (self->trouble);
  self->trouble = g_strdup (why);
  self->known = FALSE;
  tell (self);
}

JhStandingKind
jh_survey_item_get_standing (JhSurveyItem *self)
{
  if (g_str_equal (jh_filing_item_get_state (self->filing), "锁定"))
    return JH_STANDING_LOCKED;
  if (self->trouble)
    return JH_STANDING_TROUBLE;
  if (!self->known)
    return JH_STANDING_UNKNOWN;
  if (self->tally.counts[JH_FINDING_ERROR] > 0)
    return JH_STANDING_ERRORS;
  return self->tally.counts[JH_FINDING_WARNING] > 0 ? JH_STANDING_WARNINGS
                                                    : JH_STANDING_READY;
}

gboolean
jh_survey_item_passes (JhSurveyItem *self, const JhInitials *typed,
                       JhStandingKind standing)
{
  if (standing != JH_N_STANDINGS
      && jh_survey_item_get_standing (self) != standing)
    return FALSE;
  return typed == NULL || jh_filing_item_fits (self->filing, typed);
}

int
jh_survey_item_compare (JhSurveyItem *a, JhSurveyItem *b)
{
  if (!a->known || !b->known)
    return (a->known ? 0 : 1) - (b->known ? 0 : 1);
  for (int i = 0; i < JH_FINDING_WAIVED; i++)
    if (a->tally.counts[i] != b->tally.counts[i])
      return a->tally.counts[i] > b->tally.counts[i] ? -1 : 1;
  return 0;
}
