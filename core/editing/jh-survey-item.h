/* A filing in the list of all filings, with what the checks come to in it. */
#pragma once

#include "jh-filing-item.h"
#include "jh-finding-item.h"
#include "jh-initials.h"

/* How many findings a filing has, by JhFindingKind. */
typedef struct
{
  guint counts[JH_N_FINDING_KINDS];
} JhTally;

/* Counts @findings (JhFinding). */
JhTally jh_tally_count (const GPtrArray *findings);

/* Where a filing stands on its way out.
 *
 * JH_STANDING_ERRORS    it has 错误
 * JH_STANDING_WARNINGS  it has 警告 that nobody wrote anything for
 * JH_STANDING_READY     nothing stands in the way of a lock
 * JH_STANDING_LOCKED    it is locked, whatever is found in it
 * JH_STANDING_UNKNOWN   not checked yet
 * JH_STANDING_TROUBLE   it could not be checked */
typedef enum
{
  JH_STANDING_ERRORS,
  JH_STANDING_WARNINGS,
  JH_STANDING_READY,
  JH_STANDING_LOCKED,
  JH_STANDING_UNKNOWN,
  JH_STANDING_TROUBLE,
  JH_N_STANDINGS,
} JhStandingKind;

/* What people call it, such as 有错误. Static. */
const char *jh_standing_name (JhStandingKind standing);

#define JH_TYPE_SURVEY_ITEM (jh_survey_item_get_type ())
G_DECLARE_FINAL_TYPE (JhSurveyItem, jh_survey_item, JH, SURVEY_ITEM, GObject)

/* The item of @filing, of which it takes a reference, not checked yet. Its
 * properties are texts: name; about, such as "A01  2023 年度  填报"; errors,
 * warnings, notices and waived, numbers, "" while they are not known;
 * standing and its icon; and spoken, all of it for those who listen. look is
 * a GStrv, the class of the style for where it stands. */
JhSurveyItem *
jh_survey_item_new (JhFilingItem *filing) G_GNUC_WARN_UNUSED_RESULT;

/* The filing. Borrowed. */
JhFilingItem *jh_survey_item_get_filing (JhSurveyItem *self);

/* What was counted in it, of which a copy is taken; NULL for not checked. */
void jh_survey_item_set_tally (JhSurveyItem *self, const JhTally *tally);

/* What was counted in it; NULL while that is not known. Borrowed. */
const JhTally *jh_survey_item_get_tally (JhSurveyItem *self);

/* Says that it could not be checked, and why. */
void jh_survey_item_set_trouble (JhSurveyItem *self, const char *why);

/* Where it stands. */
JhStandingKind jh_survey_item_get_standing (JhSurveyItem *self);

/* Whether name, code, year or initials fit what was @typed, NULL for
 * anything, and it stands at @standing, JH_N_STANDINGS for any. */
gboolean jh_survey_item_passes (JhSurveyItem *self, const JhInitials *typed,
                                JhStandingKind standing);

/* Less than, equal to or greater than 0, as @a stands before, at or behind
 * @b when those with the most 错误, then 警告, then 提示 come first; what is
 * not known comes last. */
int jh_survey_item_compare (JhSurveyItem *a, JhSurveyItem *b);
