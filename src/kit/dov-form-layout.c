/* dov-form-layout.c - which fields of a record stand together in its form */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-form-layout.h"

#include "dov-date-row.h"
#include "dov-family.h"
#include "dov-link-row.h"

#include <glib/gi18n.h>

typedef struct
{
  const char *table;
  const char *title;
  const char *fields;
  gboolean    at_end;
} Group;

/* Records that are not here follow their table. What is not named here is not
 * edited by people: it is set where the thing itself is done. */
static const Group groups[] = {
  { "person", N_("Who"), "last_name first_name patronymic no_patronymic birth_date sex", FALSE },
  { "person", N_("Where to find"), "phone email live_address reg_address", FALSE },
  { "person", N_("If the date of birth is not known"), "birth_year age_estimated", FALSE },
  { "person", N_("Work and study"), "education employment workplace position_or_grade", TRUE },
  { "person", N_("Documents"), "snils doc_kind doc_series doc_no doc_issuer doc_date", TRUE },
  { "person", N_("Kept apart"), "no_photo doc_on_paper disability subsistence_group died_on", TRUE },

  { "family", N_("Family"), "family_name case_no lounge_id structure address phone", FALSE },
  { "family", N_("Case"), "case_status support_level curator_id opened_on closed_on", TRUE },
  { "family", N_("Housing"), "housing_kind housing_tenure area rooms heating utilities", FALSE },
  { "family", N_("Safety of the home"), "smoke_detector smoke_detector_on co_sensor co_sensor_on", TRUE },
  { "family", N_("About the family"), "urgent_remark relations_note strengths", TRUE },

  { "event", N_("What and when"), "title form_id starts_at ends_at lounge_id place outside", FALSE },
  { "event", N_("For whom"), "audience age_mark responsible_id planned_count registration seat_limit", TRUE },
  { "event", N_("For the reports"), "stat_kind direction series_id weekend_program", FALSE },
  { "event", N_("Payment and note"), "paid price pushkin note", TRUE },

  { "film_screening", N_("Film"), "film_title year duration age_mark rights_ref event_id", FALSE },
  { "film_screening", N_("Discussion"), "discussion_held discussion_topics discussion_notes", TRUE },

  { "event_helper", NULL, "person_id role duty event_id", FALSE },
  { "event_partner", NULL, "organisation_id contribution event_id", FALSE },

  { "event_series", N_("Series"), "title form_id direction responsible_id lounge_id place", FALSE },
  { "event_series", N_("When"), "recurrence weekday week time ends", TRUE },
  { "event_series", N_("From when to when"), "since until", TRUE },
  { "event_series", N_("For whom"), "audience age_mark planned_count registration seat_limit note", FALSE },

  { "work_plan_line", NULL, "title area due_on due_words place responsible_id", FALSE },
  { "work_plan_line", N_("Done"), "done_on note work_plan_id", TRUE },

  { "lounge", N_("Lounge"), "name settlement_id host_institution_id address manager_id", FALSE },
  { "lounge", N_("Work"), "opened_on closed_on opening_hours capacity", TRUE },

  { "organisation", N_("Organisation"), "full_name short_name kind sector roles", FALSE },
  { "organisation", N_("Where to find"), "address phone email site contact_person", TRUE },
  { "organisation", N_("Agreement"), "agreement_no agreement_date valid_until", TRUE },

  { "drive", N_("Drive"), "name kind family_id since until status", FALSE },
  { "drive", N_("How it goes"), "organiser collection_points needs aims lounge_id basis", FALSE },
  { "drive", N_("Plan, for the report"), "planned_items planned_value planned_families planned_children publications", TRUE },
  { "drive", N_("Note"), "status_reason note", TRUE },

  { "item", N_("Thing"), "name category_id unit size perishable", FALSE },
  { "item", N_("For whom"), "sex age_from age_to season note", TRUE },

  { "need", N_("Who asks"), "family_id person_id date priority", FALSE },
  { "need", N_("For what"), "item_id category_id qty drive_id lounge_id note", FALSE },
  { "need", N_("Kept back"), "status reserved_until", TRUE },

  { "donor", N_("Who gives"), "person_id organisation_id anonymous name", FALSE },
  { "donor", N_("Thanks"), "wants_public_thanks consent note", TRUE },

  { "rental_item", N_("Thing to lend"), "inventory_no name category_id lounge_id", FALSE },
  { "rental_item", N_("State"), "status condition value acquired_on note", TRUE },

  { "ref_item", NULL, "label is_active position detail", FALSE },

  { "family_category", N_("Category"), "category_id since until basis_doc", FALSE },

  { "patrol", N_("Patrol"), "name settlement_id lounge_id leader_id status", FALSE },
  { "patrol", N_("Papers"), "created_by_doc created_on regulation_file note", TRUE },

  { "patrol_member", N_("Who"), "person_id patrol_id kind may_lead phone id_card_no", FALSE },
  { "patrol_member", N_("Briefing and days"), "instructed_on since until note", TRUE },

  { "patrol_absence", N_("Away"), "member_id since until reason", FALSE },

  { "patrol_route", N_("Route"), "name patrol_id usual_minutes", FALSE },
  { "patrol_route", N_("The way"), "points map_note", TRUE },
  { "club_group", N_("Group"), "name lounge_id kind genre folk_art direction", FALSE },
  { "club_group", N_("Who and when"), "leader_id age_group season place paid", TRUE },
  { "club_group", N_("Life of the group"), "status founded_on closed_on", TRUE },
  { "club_group", N_("For the passport"), "plans material_base note", FALSE },

  { "club_slot", N_("Every week"), "group_id weekday time hours place", FALSE },
  { "club_member", N_("Membership"), "group_id person_id since until leave_reason", FALSE },
  { "club_member", N_("Application"), "application_no application_date", TRUE },
  { "club_session", N_("Session"), "group_id starts_at hours topic leader_id place", FALSE },

  { "achievement", N_("Contest"), "contest date level nomination", FALSE },
  { "achievement", N_("Who and what"), "group_id person_id lounge_id result award", TRUE },

  { "volunteer", N_("Volunteer"), "person_id lounge_id kind organisation_id since until", FALSE },
  { "volunteer", N_("Consent, for those under 18"), "parent_consent_on parent_id", TRUE },
  { "volunteer", N_("More about the volunteer"), "skills dobro_id note", TRUE },

  { "partner_participation", N_("Participation"), "organisation_id role project lounge_id since until", FALSE },
  { "partner_participation", N_("What was given"), "contribution", TRUE },

  { "family_member", N_("In the family"), "kinship lives_together is_primary is_legal_rep authority_doc since until", FALSE },
  { "family_member", N_("More"), "school leisure parental_rights child_registers", TRUE },
};

static const struct { const char *table, *field; const char *hint; } hints[] = {
  { "film_screening", "rights_ref", N_("Licence, agreement or permission: number and date") },
  { "event_partner", "contribution", N_("Sound, sweets, a lecturer: what they gave") },
  { "work_plan_line", "due_words", N_("Such as “during the month”, if there is no day") },
  { "person", "patronymic", N_("No patronymic? Leave it empty") },
  { "person", "phone", N_("Any form will do: 8 900 …, +7 (900) …") },
  { "family", "family_name", N_("As the family is called: the Ivanovs") },
  { "family", "phone", N_("Any form will do: 8 900 …, +7 (900) …") },
  { "family", "urgent_remark", N_("At the door it is seen only as “call the manager”") },
  { "family", "relations_note", N_("Write facts, not judgements; name no diagnosis without a consent") },
  { "patrol_member", "instructed_on", N_("A briefing is good for twelve months") },
  { "patrol_member", "phone", N_("Empty: as on the card of the person") },
  { "patrol_route", "points", N_("Streets and places in their order: the club, the bus stop, the shop, the pond") },
  { "club_slot", "hours", N_("1,5 is an hour and a half") },
  { "club_session", "hours", N_("1,5 is an hour and a half") },
  { "club_session", "place", N_("Only if it is not where the group usually meets") },
  { "club_session", "leader_id", N_("Only if it is not the leader of the group") },
  { "volunteer", "parent_consent_on", N_("The day of the paper; without it no hours can be written down") },
  { "drive", "name", N_("For instance: Off to school, Good things, Share the harvest, New Year gift") },
  { "drive", "family_id", N_("Only for help to one family") },
  { "need", "item_id", N_("The thing itself, if it is known which; else the category below") },
  { "need", "person_id", N_("For which child; leave it empty for the whole family") },
  { "donor", "consent", N_("Number and date: a person is named in public only with it") },
  { "item", "perishable", N_("Spoils: then every receipt needs a use-by date") },
  { "family_category", "basis_doc", N_("Number and date of the paper, who issued it") },
};

/* Languages in which “new” agrees with the noun need the two words together. */
static const struct { const char *table, *heading; } headings[] = {
  { "person", N_("New person") },
  { "event", N_("New event") },
  { "organisation", N_("New organisation") },
  { "settlement", N_("New settlement") },
  { "lounge", N_("New lounge") },
  { "staff", N_("New member of staff") },
  { "patrol", N_("New patrol") },
  { "patrol_member", N_("New member of the patrol") },
  { "patrol_absence", N_("New absence") },
  { "patrol_route", N_("New route") },
  { "event_series", N_("New series") },
  { "club_group", N_("New group") },
  { "club_member", N_("New member of a group") },
  { "club_session", N_("New session") },
  { "club_slot", N_("New weekday of the schedule") },
  { "achievement", N_("New achievement") },
  { "volunteer", N_("New volunteer") },
  { "volunteer_hours", N_("New hours of a volunteer") },
  { "partner_participation", N_("New participation") },
  { "drive", N_("New drive") },
  { "item", N_("New thing") },
  { "need", N_("New need of a family") },
  { "donor", N_("New donor") },
  { "rental_item", N_("New thing to lend") },
  { "ref_item", N_("New line of a list") },
};

static void
add_hints (DovForm *form)
{
  const char *table = DOV_RECORD_GET_CLASS (dov_form_get_draft (form))->table;

  for (guint i = 0; i < G_N_ELEMENTS (hints); i++)
    if (g_str_equal (hints[i].table, table))
      {
        DovFieldRow *row = dov_form_find_row (form, hints[i].field);

        if (row != NULL)
          dov_field_row_set_hint (row, _(hints[i].hint));
      }
}

/**
 * dov_form_layout_dup_new:
 * @draft: a new record
 *
 * Returns: (transfer full): what its form is called: “New event”
 */
char *
dov_form_layout_dup_new (DovRecord *draft)
{
  DovRecordClass *klass = DOV_RECORD_GET_CLASS (draft);

  for (guint i = 0; i < G_N_ELEMENTS (headings); i++)
    if (g_str_equal (headings[i].table, klass->table))
      return g_strdup (_(headings[i].heading));

  return g_strdup_printf (C_("new record", "New: %s"), _(klass->label));
}

/**
 * dov_form_layout_fill:
 *
 * Fills an empty form with the fields of its draft, in groups that belong
 * together, with hints under those that need one.
 */
void
dov_form_layout_fill (DovForm *form)
{
  const char *table = DOV_RECORD_GET_CLASS (dov_form_get_draft (form))->table;
  DovFieldRow *born;
  gboolean is_known = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    if (g_str_equal (groups[i].table, table))
      {
        is_known = TRUE;
        dov_form_add_group (form, groups[i].title ? _(groups[i].title) : NULL, groups[i].fields, groups[i].at_end);
      }
  if (!is_known)
    dov_form_add_all (form);

  born = dov_form_find_row (form, "birth_date");
  if (born != NULL)
    dov_date_row_set_shows_age (DOV_DATE_ROW (born), TRUE);
  add_hints (form);
}
