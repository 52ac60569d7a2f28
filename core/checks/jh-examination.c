#include "jh-examination.h"

#include "jh-difference.h"
#include "jh-examine-private.h"

/* What one case of a rule came to last.
 *
 * known: whether it was asked and could be worked out
 * findings, rows: JhFinding, and of each the row it is about, see
 *   jh_run_get_row()
 * insides: what is worked out to tell of it: JhFormula, borrowed
 * fault: why it could not be worked out, or NULL */
typedef struct
{
  const JhRule *rule;
  guint place;
  gboolean known;
  GPtrArray *findings;
  GArray *rows;
  GPtrArray *insides;
  GError *fault;
} Kept;

/* books, before: what `subject` was made from
 * kept: Kept, of every case of every rule
 * cases: asked by the last check */
struct _JhExamination
{
  JhExaminer *examiner;
  JhBooks *books;
  JhBooks *before;
  JhBooksSubject *subject;
  GPtrArray *kept;
  guint cases;
};

static void
kept_free (gpointer data)
{
  Kept *kept = data;

  g_ptr_array_unref (kept->findings);
  g_array_unref (kept->rows);
  g_ptr_array_unref (kept->insides);
  g_clear_error (&kept->fault);
  g_free (kept);
}

/* All that is worked out to tell of @one, beside its formula. */
static GPtrArray *
list_insides (const JhRuleCase *one)
{
  GPtrArray *insides = g_ptr_array_new ();
  const JhMessage *messages[] = { one->message, one->left, one->right };
  JhFormula *formulas[] = { one->place, one->left_value, one->right_value };

  for (gsize i = 0; i < G_N_ELEMENTS (messages); i++)
    if (messages[i])
      jh_message_list_expressions (messages[i], insides);
  for (gsize i = 0; i < G_N_ELEMENTS (formulas); i++)
    if (formulas[i])
      g_ptr_array_add (insides, formulas[i]);
  return insides;
}

JhExamination *
jh_examination_new (JhExaminer *examiner)
{
  JhExamination *self = g_new0 (JhExamination, 1);
  const JhRulebook *rules = jh_examiner_get_rules (examiner);

  self->examiner = examiner;
  self->kept = g_ptr_array_new_with_free_func (kept_free);
  for (guint r = 0; r < jh_rulebook_count (rules); r++)
    {
      const JhRule *rule = jh_rulebook_get (rules, r);

      for (guint c = 0; c < rule->cases->len; c++)
        {
          Kept *kept = g_new0 (Kept, 1);

          kept->rule = rule;
          kept->place = c;
          kept->insides = list_insides (rule->cases->pdata[c]);
          kept->findings = jh_findings_new ();
          kept->rows = g_array_new (FALSE, FALSE, sizeof (guint));
          g_ptr_array_add (self->kept, kept);
        }
    }
  return self;
}

static void
forget (JhExamination *self)
{
  g_clear_pointer (&self->subject, jh_books_subject_free);
  g_clear_pointer (&self->books, jh_books_free);
  g_clear_pointer (&self->before, jh_books_free);
}

void
jh_examination_free (JhExamination *self)
{
  if (self == NULL)
    return;
  forget (self);
  g_ptr_array_unref (self->kept);
  g_free (self);
}

/* Whether what is told of @kept reads a change: of other things than the row
 * that it is about, which is told of anew when any of it changed. */
static gboolean
is_telling_touched (const Kept *kept, const JhDifference *difference)
{
  const JhRuleCase *one = kept->rule->cases->pdata[kept->place];

  for (guint i = 0; i < kept->insides->len; i++)
    if (jh_difference_touches_inside (difference, kept->insides->pdata[i],
                                      one->formula))
      return TRUE;
  return FALSE;
}

static int
compare_rows (gconstpointer a, gconstpointer b)
{
  guint x = *(const guint *) a, y = *(const guint *) b;

  return x < y ? -1 : x > y;
}

/* Whether @row is one of @rows. */
static gboolean
is_among (const GArray *rows, guint row)
{
  guint at;

  return g_array_binary_search ((GArray *) rows, &row, compare_rows, &at);
}

/* Takes out what was found of @rows. */
static void
drop_rows (Kept *kept, const GArray *rows)
{
  for (guint i = kept->findings->len; i-- > 0;)
    {
      guint row = g_array_index (kept->rows, guint, i);

      if (!is_among (rows, row))
        continue;
      g_ptr_array_remove_index (kept->findings, i);
      g_array_remove_index (kept->rows, i);
    }
}

/* A finding and the row it is about. */
typedef struct
{
  guint row;
  JhFinding *finding;
} Told;

static int
compare_told (gconstpointer a, gconstpointer b, gpointer data)
{
  const Told *x = a, *y = b;

  return x->row < y->row ? -1 : x->row > y->row;
}

/* Puts what was found in the order of the rows, as a full check finds it. */
static void
order_rows (Kept *kept)
{
  guint count = kept->findings->len;
  g_autofree Told *told = g_new (Told, count + 1);

  for (guint i = 0; i < count; i++)
    told[i] = (Told){ g_array_index (kept->rows, guint, i),
                      kept->findings->pdata[i] };
  g_qsort_with_data (told, (gint) count, sizeof (Told), compare_told, NULL);
  for (guint i = 0; i < count; i++)
    {
      g_array_index (kept->rows, guint, i) = told[i].row;
      kept->findings->pdata[i] = told[i].finding;
    }
}

/* Whether anything was found of @rows, whose sentence may read what the
 * formula does not. */
static gboolean
is_any_told (const Kept *kept, const GArray *rows)
{
  for (guint i = 0; rows && i < kept->rows->len; i++)
    if (is_among (rows, g_array_index (kept->rows, guint, i)))
      return TRUE;
  return FALSE;
}

/* How a case of a rule is asked this time. */
typedef struct
{
  JhRun *run;
  JhSubject *subject;
  const JhDifference *difference;
} Asking;

/* Whether @kept need not be asked again at all; @rows is what it had to be
 * asked about, NULL for everything. */
static gboolean
is_settled (const Asking *asking, const Kept *kept, const GArray *rows)
{
  const JhRuleCase *one = kept->rule->cases->pdata[kept->place];

  if (!kept->known || asking->difference == NULL)
    return FALSE;
  if (rows && rows->len == 0)
    return TRUE;
  return !jh_difference_touches (asking->difference, one->formula)
         && !is_telling_touched (kept, asking->difference)
         && !is_any_told (kept, rows);
}

/* The rows that @kept has to be asked about; NULL for everything. */
static GArray *
find_rows (const Asking *asking, const Kept *kept)
{
  const JhRuleCase *one = kept->rule->cases->pdata[kept->place];

  if (!kept->known || asking->difference == NULL
      || is_telling_touched (kept, asking->difference))
    return NULL;
  return jh_difference_find_rows (asking->difference, one->formula,
                                  kept->insides);
}

/* Forgets what was found of @rows, or all of it. */
static void
drop (Kept *kept, const GArray *rows)
{
  if (rows)
    {
      drop_rows (kept, rows);
      return;
    }
  g_ptr_array_set_size (kept->findings, 0);
  g_array_set_size (kept->rows, 0);
}

/* Asks @kept again, where anything that it reads changed. A case that could
 * not be worked out is asked every time. */
static void
ask (JhExamination *self, const Asking *asking, Kept *kept)
{
  const JhRuleCase *one = kept->rule->cases->pdata[kept->place];
  g_autoptr (GArray) rows = find_rows (asking, kept);
  guint cases = 0;

  if (is_settled (asking, kept, rows))
    return;
  drop (kept, rows);
  g_clear_error (&kept->fault);
  kept->known
    = jh_run_find_missing (asking->run, one->formula) != NULL
      || jh_examine_case (asking->run, kept->rule, kept->place, rows,
                          kept->findings, kept->rows, &cases, &kept->fault);
  if (rows)
    order_rows (kept);
  self->cases += cases;
}

static void
ask_all (JhExamination *self, const JhDifference *difference)
{
  JhSubject *subject = jh_books_subject_get (self->subject);
  g_autoptr (JhRun) run = jh_run_new (subject);
  Asking asking = { run, subject, difference };

  self->cases = 0;
  for (guint i = 0; i < self->kept->len; i++)
    {
      Kept *kept = self->kept->pdata[i];

      if (difference == NULL)
        kept->known = FALSE;
      if (jh_rule_applies (kept->rule, jh_subject_get_year (subject),
                           jh_subject_get_region (subject)))
        ask (self, &asking, kept);
    }
}

/* Copies of all that was found, in order. */
static GPtrArray *
gather (const JhExamination *self)
{
  const GPtrArray *faults
    = jh_rulebook_get_faults (jh_examiner_get_rules (self->examiner));
  GPtrArray *findings = jh_findings_new ();

  for (guint i = 0; i < self->kept->len; i++)
    {
      const Kept *kept = self->kept->pdata[i];

      for (guint f = 0; f < kept->findings->len; f++)
        g_ptr_array_add (findings,
                         jh_finding_copy (kept->findings->pdata[f]));
      if (kept->fault)
        g_ptr_array_add (findings, jh_examine_trouble (kept->rule->id,
                                                       kept->fault->message));
    }
  for (guint i = 0; i < faults->len; i++)
    {
      const JhRuleFault *fault = faults->pdata[i];

      g_ptr_array_add (findings,
                       jh_examine_trouble (fault->rule, fault->why));
    }
  jh_examine_settle (jh_examiner_get_rules (self->examiner), findings);
  return findings;
}

/* Takes the place of what was checked last. */
static void
take (JhExamination *self, JhBooks *books, JhBooks *before,
      JhBooksSubject *subject)
{
  forget (self);
  self->books = books;
  self->before = before;
  self->subject = subject;
}

GPtrArray *
jh_examination_check (JhExamination *self, JhBooks *books, JhBooks *before,
                      GError **error)
{
  JhBooksSubject *subject
    = jh_books_subject_new (self->examiner, books, before, error);
  JhDifference *difference = NULL;

  if (subject == NULL)
    {
      jh_books_free (books);
      jh_books_free (before);
      return NULL;
    }
  if (self->subject && self->books->filing->id == books->filing->id)
    difference = jh_difference_new (jh_books_subject_get (self->subject),
                                    jh_books_subject_get (subject));
  take (self, books, before, subject);
  ask_all (self, difference);
  jh_difference_free (difference);
  return gather (self);
}

guint
jh_examination_count_cases (const JhExamination *self)
{
  return self->cases;
}
