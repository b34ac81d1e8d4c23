/* dov-family-page.c - one family: who belongs to it, its categories, visits, home and history */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-family-page.h"

#include "dov-capital.h"
#include "dov-distribution.h"
#include "dov-family-category.h"
#include "dov-family-lists.h"
#include "dov-family-link.h"
#include "dov-family-member.h"
#include "dov-family.h"
#include "dov-go.h"
#include "dov-household.h"
#include "dov-join.h"
#include "dov-name.h"
#include "dov-person.h"
#include "dov-ref-item.h"
#include "dov-rental-loan.h"
#include "dov-staff.h"
#include "dov-visitor.h"

#include <glib/gi18n.h>

/* More badges than these are behind the tab. */
#define MOST_BADGES 5

static char *
dup_title (DovStore  *store,
           DovRecord *record)
{
  return g_strdup (DOV_FAMILY (record)->family_name);
}

static char *
dup_state (DovStore  *store,
           DovRecord *record)
{
  DovFamily *family = DOV_FAMILY (record);
  const GDate *since = family->case_status == DOV_CASE_STATUS_CLOSED ? family->closed_on : family->opened_on;
  g_autofree char *label = dov_field_path_dup (store, record, "case_status", "");
  g_autofree char *large = dov_capitalise (label);
  g_autofree char *day = dov_date_to_shown (since);

  /* Translators: the state of a case and the day since when it is so */
  return since != NULL ? g_strdup_printf (_("%s since %s"), large, day) : g_steal_pointer (&large);
}

/* «куратор Шихова М.И. · дело 3-2027/14» */
static char *
dup_facts (DovStore  *store,
           DovRecord *record)
{
  DovFamily *family = DOV_FAMILY (record);
  g_autoptr (DovRecord) staff = dov_store_find (store, DOV_TYPE_STAFF, family->curator_id, NULL);
  g_autoptr (DovRecord) found = staff != NULL ? dov_store_find (store, DOV_TYPE_PERSON, DOV_STAFF (staff)->person_id, NULL)
                                              : NULL;
  DovPerson *person = (DovPerson *) found;
  g_autofree char *name = person != NULL ? dov_name_short (person->last_name, person->first_name, person->patronymic) : NULL;
  g_autofree char *curator = name != NULL ? g_strdup_printf (_("curator %s"), name) : NULL;
  g_autofree char *number = g_strdup_printf (_("case %s"), family->case_no);
  g_autoptr (GString) facts = g_string_new (curator);

  dov_join (facts, DOV_JOIN_FACTS, number);

  return g_string_free (g_steal_pointer (&facts), FALSE);
}

static void
add_categories (DovSubjectPage *page)
{
  DovStore *store = dov_subject_page_get_store (page);
  GDate today = dov_today ();
  g_autofree char *day = dov_date_to_iso (&today);
  DovQuery query = { .where = "family_id = ?1 AND (until IS NULL OR until >= ?2)", .order = "since",
                     .params = g_variant_new ("(xs)", dov_subject_page_get_id (page), day) };
  g_autoptr (GArray) ids = dov_store_list (store, DOV_TYPE_FAMILY_CATEGORY, &query, NULL);

  for (guint i = 0; ids != NULL && i < MIN (ids->len, MOST_BADGES); i++)
    {
      g_autoptr (DovRecord) category = dov_store_find (store, DOV_TYPE_FAMILY_CATEGORY, g_array_index (ids, gint64, i), NULL);
      g_autofree char *words = dov_field_path_dup (store, category, "category_id", "");

      dov_subject_page_add_badge (page, words, NULL);
    }
}

static void
tell (DovSubjectPage *page,
      DovRecord      *record)
{
  const char *remark = DOV_FAMILY (record)->urgent_remark;

  add_categories (page);
  if (*remark != '\0')
    dov_visitor_hide (GTK_WIDGET (dov_subject_page_add_notice (page, DOV_NOTICE_REFUSES, _("Urgent remark"), remark, NULL)));
}

static void
move (DovSubjectPage *page,
      const char     *typed)
{
  g_autoptr (DovRecord) draft = dov_household_new_move (dov_subject_page_get_store (page), dov_subject_page_get_id (page));

  dov_go_form (page, draft);
}

static void
hold_from_today (DovSubjectPage *page,
                 DovRecord      *draft)
{
  GDate today = dov_today ();

  dov_set (DOV_FAMILY_CATEGORY (draft), since, &today);
}

/* Things are given by the lounge of this computer, whichever the family belongs to. */
static void
give_here (DovSubjectPage *page,
           DovRecord      *draft)
{
  dov_record_set_number (draft, "lounge_id", 0);
}

static const DovAct acts[] = {
  { "family.edit", N_("Change what is known of the family"), .kind = DOV_ACT_EDIT },
  { "family.move", N_("Give the family to another lounge"), "mail-forward-symbolic", .kind = DOV_ACT_RUN, .run = move,
    .is_bare = TRUE },
  { "family.remove", .kind = DOV_ACT_REMOVE },
  { "family.add", N_("Add a person"), .kind = DOV_ACT_NEW, .type = dov_family_member_get_type, .place = DOV_ACT_UNSEEN,
    .is_main = TRUE },
  { "family.category", N_("Add"), .kind = DOV_ACT_NEW, .type = dov_family_category_get_type, .prepare = hold_from_today,
    .place = DOV_ACT_UNSEEN },
  { "family.link", N_("Link…"), .kind = DOV_ACT_NEW, .type = dov_family_link_get_type, .link = "family_id",
    .place = DOV_ACT_UNSEEN },
  { "family.give", N_("Hand Out"), .kind = DOV_ACT_NEW, .type = dov_distribution_get_type, .prepare = give_here,
    .place = DOV_ACT_UNSEEN },
  { "family.lend", N_("Lend"), .kind = DOV_ACT_NEW, .type = dov_rental_loan_get_type, .prepare = give_here,
    .place = DOV_ACT_UNSEEN },
  { NULL },
};

static const DovTab tabs[] = {
  { "overview", N_("Overview"), { &dov_family_members }, .make = dov_family_kin_new, .refresh = dov_family_kin_show,
    .is_below = TRUE },
  { "categories", N_("Categories"), { &dov_family_categories, &dov_family_support }, .is_covered = TRUE },
  { "visits", N_("Visits"), .make = dov_family_visits_new, .refresh = dov_family_visits_show },
  { "needs", N_("Needs"), .offered = "family.needs" },
  { "gifts", N_("Given"), .offered = "family.gifts" },
  { "loans", N_("Rental"), .offered = "family.loans" },
  { "home", N_("Home and facts"), .fields = "urgent_remark structure housing_kind housing_tenure area rooms heating utilities "
    "smoke_detector smoke_detector_on co_sensor co_sensor_on strengths relations_note", .fields_act = "family.edit",
    .is_covered = TRUE },
  { "findings", N_("Patrol"), { &dov_family_findings }, .is_covered = TRUE },
  { NULL },
};

static const DovTab sides[] = {
  { "timeline", N_("What there was"), .make = dov_family_timeline_new, .refresh = dov_family_timeline_show },
  { NULL },
};

const DovSubject dov_family_subject = {
  dov_family_get_type, "families", .state = "case_status", .title = dup_title, .state_words = dup_state,
  .facts = "address phone", .facts_words = dup_facts, .acts = acts, .tabs_label = N_("Sections of the family"),
  .tabs = tabs, .sides = sides, .tell = tell, .for_visitors = TRUE,
};
