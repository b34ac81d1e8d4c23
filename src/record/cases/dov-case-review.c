/* dov-case-review.c - how a family is getting on, looked at from time to time */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-case-review.h"

#include "dov-staff.h"

#include <glib/gi18n.h>

DOV_DEFINE_CHOICES (
  DovReviewDynamics, dov_review_dynamics,
  { DOV_REVIEW_DYNAMICS_BETTER, N_("better than before"), "better" },
  { DOV_REVIEW_DYNAMICS_SAME, N_("no change"), "same" },
  { DOV_REVIEW_DYNAMICS_WORSE, N_("worse than before"), "worse" })

static const DovField fields[] = {
  DOV_LINK (DovCaseReview, family_id, N_("Family"), DOV_REQUIRED | DOV_LISTED | DOV_PERSONAL,
            dov_family_get_type),
  DOV_DATE (DovCaseReview, date, N_("Date"), DOV_REQUIRED | DOV_LISTED | DOV_TODAY | DOV_PAST),
  DOV_LINK (DovCaseReview, reviewer_id, N_("Reviewed by"), DOV_REQUIRED | DOV_LISTED, dov_staff_get_type),
  DOV_NUMBER_TO (DovCaseReview, income, N_("Income, 1 to 5"), DOV_ABOVE_ZERO, 5),
  DOV_NUMBER_TO (DovCaseReview, housing, N_("Housing, 1 to 5"), DOV_ABOVE_ZERO, 5),
  DOV_NUMBER_TO (DovCaseReview, health, N_("Health, 1 to 5"), DOV_ABOVE_ZERO | DOV_PERSONAL | DOV_SPECIAL, 5),
  DOV_NUMBER_TO (DovCaseReview, relations, N_("Parents and children, 1 to 5"), DOV_ABOVE_ZERO, 5),
  DOV_NUMBER_TO (DovCaseReview, study, N_("Studies, 1 to 5"), DOV_ABOVE_ZERO, 5),
  DOV_NUMBER_TO (DovCaseReview, leisure, N_("Leisure, 1 to 5"), DOV_ABOVE_ZERO, 5),
  DOV_NUMBER_TO (DovCaseReview, surroundings, N_("Surroundings, 1 to 5"), DOV_ABOVE_ZERO, 5),
  DOV_NUMBER_TO (DovCaseReview, motivation, N_("Wish to change, 1 to 5"), DOV_ABOVE_ZERO, 5),
  DOV_CHOICE (DovCaseReview, dynamics, N_("Dynamics"), DOV_REQUIRED | DOV_LISTED, DovReviewDynamics,
              dov_review_dynamics_get_type),
  DOV_NOTE (DovCaseReview, conclusion, N_("Conclusion"), DOV_PERSONAL),
  DOV_FLAG (DovCaseReview, is_final, N_("Final review"), DOV_LISTED),
  DOV_DATE_AFTER (DovCaseReview, next_review_on, N_("Next review on"), 0, date),
  DOV_CHOICE (DovCaseReview, support_level, N_("New level of support"), DOV_COVERED, DovSupportLevel,
              dov_support_level_get_type),
};

static void
dov_case_review_check (DovRecord *record,
                       GPtrArray *problems)
{
  DovCaseReview *self = DOV_CASE_REVIEW (record);

  if (self->dynamics != 0 && self->is_final == (self->next_review_on != NULL))
    dov_problems_add (problems, record, "next_review_on", "F8",
                      self->is_final ? _("After the final review there is no other. Leave the day of the next one "
                                         "empty.")
                                     : _("Type the day of the next review, or mark this one as the final one."));
}

DOV_DEFINE_RECORD (DovCaseReview, dov_case_review, fields,
                   .table = "case_review",
                   .label = N_("Review of the family"),
                   .labels = N_("Reviews of families"),
                   .line = "{date}, {dynamics}",
                   .check = dov_case_review_check)
