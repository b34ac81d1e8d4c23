/* dov-patrol-finding.c - what a patrol found on its walk */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-patrol-finding.h"

#include "dov-family.h"
#include "dov-fold.h"
#include "dov-handover.h"
#include "dov-patrol-shift.h"
#include "dov-ref-item.h"

#include <glib/gi18n.h>

#define OLDEST_AGE 120
#define OLDEST_CHILD 17

DOV_DEFINE_CHOICES (
  DovPlaceKind, dov_place_kind,
  { DOV_PLACE_KIND_STREET, N_("street"), "street" },
  { DOV_PLACE_KIND_YARD, N_("yard"), "yard" },
  { DOV_PLACE_KIND_PLAYGROUND, N_("playground"), "playground" },
  { DOV_PLACE_KIND_STAIRWELL, N_("stairwell"), "stairwell" },
  { DOV_PLACE_KIND_STOP, N_("bus stop"), "stop" },
  { DOV_PLACE_KIND_SHOP, N_("shop"), "shop" },
  { DOV_PLACE_KIND_WATER, N_("pond or river"), "water" },
  { DOV_PLACE_KIND_ABANDONED, N_("abandoned building"), "abandoned" },
  { DOV_PLACE_KIND_OTHER, N_("other"), "other" })

DOV_DEFINE_CHOICE_SET (
  DovFindingMeasures, dov_finding_measures,
  { DOV_FINDING_MEASURES_TALK, N_("talk held"), "talk" },
  { DOV_FINDING_MEASURES_LEAFLET, N_("leaflet given"), "leaflet" },
  { DOV_FINDING_MEASURES_PARENTS_CALLED, N_("parents told"), "parents_called" },
  { DOV_FINDING_MEASURES_PARENTS_CAME, N_("parents came for the child"), "parents_came" },
  { DOV_FINDING_MEASURES_ESCORTED, N_("brought home"), "escorted" },
  { DOV_FINDING_MEASURES_POLICE, N_("police called"), "police" },
  { DOV_FINDING_MEASURES_MEDICAL, N_("ambulance called"), "medical" },
  { DOV_FINDING_MEASURES_KDN, N_("commission told"), "kdn" },
  { DOV_FINDING_MEASURES_NONE, N_("no measures"), "none" })

DOV_DEFINE_CHOICES (
  DovFindingOutcome, dov_finding_outcome,
  { DOV_FINDING_OUTCOME_HOME, N_("at home, handed to the parents"), "home" },
  { DOV_FINDING_OUTCOME_POLICE, N_("handed to the police"), "police" },
  { DOV_FINDING_OUTCOME_MEDICAL, N_("handed to medics"), "medical" },
  { DOV_FINDING_OUTCOME_SRCN, N_("handed to a shelter for children"), "srcn" },
  { DOV_FINDING_OUTCOME_LEFT_SELF, N_("left alone by themselves"), "left_self" },
  { DOV_FINDING_OUTCOME_ADULTS_TALKED, N_("the adults were talked to"), "adults_talked" },
  { DOV_FINDING_OUTCOME_NO_CHILD, N_("there was no child"), "no_child" })

static const DovField fields[] = {
  DOV_MOMENT (DovPatrolFinding, found_at, N_("Found at"), DOV_REQUIRED | DOV_LISTED | DOV_PAST),
  DOV_LINK (DovPatrolFinding, shift_id, N_("Shift"), DOV_REQUIRED | DOV_LISTED, dov_patrol_shift_get_type),
  DOV_ITEM (DovPatrolFinding, kind_id, N_("Kind of finding"), DOV_REQUIRED | DOV_LISTED, "finding_kind"),
  DOV_FLAG (DovPatrolFinding, danger, N_("Danger to life or health"), DOV_LISTED),
  DOV_MOMENT_AFTER (DovPatrolFinding, called_at, N_("112, 102 or 103 called at"), DOV_PAST, found_at),
  DOV_CHOICE (DovPatrolFinding, place_kind, N_("Kind of place"), DOV_REQUIRED | DOV_LISTED,
              DovPlaceKind, dov_place_kind_get_type),
  DOV_TEXT (DovPatrolFinding, place, N_("Place"), DOV_REQUIRED | DOV_LISTED),
  DOV_LINK (DovPatrolFinding, person_id, N_("Child, from the cards"), DOV_PERSONAL, dov_person_get_type),
  DOV_TEXT (DovPatrolFinding, described_as, N_("Child, as told or as seen"), DOV_PERSONAL),
  DOV_CHOICE (DovPatrolFinding, sex, N_("Sex"), DOV_PERSONAL, DovSex, dov_sex_get_type),
  DOV_NUMBER (DovPatrolFinding, age_known, N_("Age, as told"), DOV_PERSONAL),
  DOV_NUMBER (DovPatrolFinding, age_apparent, N_("Age, as it seems"), DOV_PERSONAL),
  DOV_TEXT (DovPatrolFinding, with_whom, N_("With whom the child was"), DOV_PERSONAL),
  DOV_LINK (DovPatrolFinding, family_id, N_("Link with a family"), DOV_PERSONAL, dov_family_get_type),
  DOV_CHOICES (DovPatrolFinding, measures, N_("Measures"), DOV_REQUIRED | DOV_LISTED,
               DovFindingMeasures, dov_finding_measures_get_type),
  DOV_MOMENT_AFTER (DovPatrolFinding, parents_notified_at, N_("Parents told at"), DOV_PAST, found_at),
  DOV_TEXT (DovPatrolFinding, parents_reason, N_("Why the parents were not told"), DOV_PERSONAL),
  DOV_CHOICE (DovPatrolFinding, outcome, N_("Outcome"), DOV_LISTED,
              DovFindingOutcome, dov_finding_outcome_get_type),
  DOV_LINK (DovPatrolFinding, handover_id, N_("Handed to whom, signature"), DOV_PERSONAL, dov_handover_get_type),
  DOV_TEXT (DovPatrolFinding, keep_basis, N_("Ground for keeping the name longer"), 0),
  DOV_DATE (DovPatrolFinding, anonymised_on, N_("Name taken out on"), 0),
  DOV_NOTE (DovPatrolFinding, note, N_("Note"), DOV_PERSONAL),
};

/**
 * dov_finding_outcome_needs_handover:
 *
 * Returns: whether a child with such an outcome was handed to somebody (T5)
 */
gboolean
dov_finding_outcome_needs_handover (DovFindingOutcome outcome)
{
  return outcome == DOV_FINDING_OUTCOME_HOME || outcome == DOV_FINDING_OUTCOME_POLICE ||
         outcome == DOV_FINDING_OUTCOME_MEDICAL || outcome == DOV_FINDING_OUTCOME_SRCN;
}

/**
 * dov_patrol_finding_is_of_child:
 *
 * Returns: whether a child was there: its kind says so, or a child is told of
 */
gboolean
dov_patrol_finding_is_of_child (DovPatrolFinding *self)
{
  gint64 age = self->age_known != DOV_UNKNOWN ? self->age_known : self->age_apparent;

  if (self->outcome == DOV_FINDING_OUTCOME_NO_CHILD)
    return FALSE;
  if (self->person_id != 0 || *self->described_as != '\0' || self->handover_id != 0 ||
      (age != DOV_UNKNOWN && age <= OLDEST_CHILD))
    return TRUE;

  return self->kind_id >= DOV_FINDING_KIND_CURFEW && self->kind_id <= DOV_FINDING_KIND_WATER_ICE;
}

/* What is a danger is marked as one, whichever of the two was typed first (T7). */
static void
dov_patrol_finding_tidy (DovRecord *record)
{
  DovPatrolFinding *self = DOV_PATROL_FINDING (record);

  if (self->kind_id == DOV_FINDING_KIND_DANGER)
    dov_set (self, danger, TRUE);
}

static void
check_ages (DovPatrolFinding *self,
            GPtrArray        *problems)
{
  DovRecord *record = DOV_RECORD (self);

  if (self->age_known != DOV_UNKNOWN && self->age_known > OLDEST_AGE)
    dov_problems_add (problems, record, "age_known", "V2", _("Nobody is that old. Check the age."));
  if (self->age_apparent != DOV_UNKNOWN && self->age_apparent > OLDEST_AGE)
    dov_problems_add (problems, record, "age_apparent", "V2", _("Nobody is that old. Check the age."));
  if (self->kind_id == DOV_FINDING_KIND_CURFEW && self->outcome != DOV_FINDING_OUTCOME_NO_CHILD &&
      self->person_id == 0 && self->age_known == DOV_UNKNOWN && self->age_apparent == DOV_UNKNOWN)
    dov_problems_add (problems, record, "age_apparent", "T3",
                      _("Type the child’s age as told, or as it seems."));
}

/* T5: nobody is left without a word on what became of them. */
static void
check_outcome (DovPatrolFinding *self,
               GPtrArray        *problems)
{
  DovRecord *record = DOV_RECORD (self);

  if (dov_finding_outcome_needs_handover (self->outcome) && self->handover_id == 0)
    dov_problems_add (problems, record, "handover_id",
                      self->outcome == DOV_FINDING_OUTCOME_HOME ? "N5" : "T5",
                      _("Fill in to whom the child was handed, by name, and when."));
  if (self->handover_id != 0 && self->outcome != 0 && !dov_finding_outcome_needs_handover (self->outcome))
    dov_problems_add (problems, record, "outcome", "T5",
                      _("The child was handed to somebody. Choose the outcome that says to whom."));
  if (self->outcome == DOV_FINDING_OUTCOME_ADULTS_TALKED && self->kind_id == DOV_FINDING_KIND_CURFEW)
    dov_problems_add (problems, record, "outcome", "T5",
                      _("A child was out at night. Choose what became of the child."));
  if (self->outcome == DOV_FINDING_OUTCOME_NO_CHILD && (self->person_id != 0 || *self->described_as != '\0'))
    dov_problems_add (problems, record, "outcome", "T5",
                      _("A child is told of here. Choose what became of the child, or take the child out."));
  if (self->kind_id == DOV_FINDING_KIND_CURFEW && self->outcome != 0 &&
      self->outcome != DOV_FINDING_OUTCOME_NO_CHILD &&
      self->parents_notified_at == NULL && dov_fold_is_empty (self->parents_reason))
    dov_problems_add (problems, record, "parents_notified_at", "T5",
                      _("Type when the parents were told, or why they were not."));
}

static void
dov_patrol_finding_check (DovRecord *record,
                          GPtrArray *problems)
{
  DovPatrolFinding *self = DOV_PATROL_FINDING (record);

  check_ages (self, problems);
  check_outcome (self, problems);
  if ((self->measures & DOV_FINDING_MEASURES_NONE) && self->measures != DOV_FINDING_MEASURES_NONE)
    dov_problems_add (problems, record, "measures", NULL,
                      _("“No measures” stands alone. Take it away, or take away the others."));
  if (self->called_at != NULL && self->found_at != NULL &&
      g_date_time_difference (self->called_at, self->found_at) > G_TIME_SPAN_DAY)
    dov_problems_add (problems, record, "called_at", "V5",
                      _("Help would have been called more than a day after the finding. Check both times."));
  if (self->danger && self->called_at == NULL &&
      !(self->measures & (DOV_FINDING_MEASURES_POLICE | DOV_FINDING_MEASURES_MEDICAL)))
    dov_problems_warn (problems, record, "called_at", "T7",
                       _("Danger to life or health: call 112 first, then type when. Or say why nobody was called."));
}

DOV_DEFINE_RECORD (DovPatrolFinding, dov_patrol_finding, fields,
                   .table = "patrol_finding",
                   .label = N_("Finding of a patrol"),
                   .labels = N_("Findings of patrols"),
                   .line = "{found_at}[, {place}]",
                   .tidy = dov_patrol_finding_tidy,
                   .check = dov_patrol_finding_check)
