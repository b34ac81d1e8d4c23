/* dov-places-looks.c - what people, lounges, organisations, staff and reference lists look like: form, list, signs of states */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-places-looks.h"

#include "dov-list-view.h"
#include "dov-achievement.h"
#include "dov-look.h"
#include "dov-lounge.h"
#include "dov-organisation.h"
#include "dov-partner-participation.h"
#include "dov-person.h"
#include "dov-ref-item.h"
#include "dov-post-box.h"
#include "dov-settlement.h"
#include "dov-staff.h"
#include "dov-twins.h"
#include "dov-visits-box.h"

#include <glib/gi18n.h>

static char *
age_of_person (DovStore             *store,
               gpointer              row,
               const DovTableColumn *column)
{
  DovPerson *person = row;
  GDate today = dov_today ();

  if (person->birth_date != NULL)
    return g_strdup_printf ("%d", dov_age_on (person->birth_date, &today));
  if (person->birth_year != DOV_UNKNOWN && person->birth_year > 0)
    /* Translators: an age known by the year of birth only: “about 40” */
    return g_strdup_printf (_("about %d"), g_date_get_year (&today) - (int) person->birth_year);

  return g_strdup ("");
}

static const DovFormGroup person_form[] = {
  { N_("Who"), "last_name first_name patronymic no_patronymic birth_date sex" },
  { N_("Another name since a day"), "name_since", .when = DOV_FORM_KEPT },
  { N_("Where to find"), "phone email live_address reg_address" },
  { N_("If the date of birth is not known"), "birth_year age_estimated" },
  { N_("Work and study"), "education employment workplace position_or_grade", .at_end = TRUE },
  { N_("Documents"), "snils doc_kind doc_series doc_no doc_issuer doc_date", .at_end = TRUE },
  { N_("Kept apart"), "no_photo doc_on_paper disability subsistence_group died_on", .at_end = TRUE },
  { 0 },
};

static const DovFormHint title_hints[] = {
  { "name_since", N_("Papers before this day keep the former name. Misspelt? Leave it as it is, and all papers change") },
  { 0 },
};

static const DovFormHint person_hints[] = {
  { "patronymic", N_("No patronymic? Leave it empty") },
  { "phone", N_("Any form will do: 8 900 …, +7 (900) …") },
  { "name_since", N_("Papers before this day keep the former name. Misspelt? Leave it as it is, and all papers change") },
  { 0 },
};

static const DovTableColumn person_columns[] = {
  { "last_name", .width = 18, .is_bold = TRUE },
  { "first_name", .width = 14 },
  { "patronymic", .width = 17, .leaves = 2 },
  { "birth_date", .leaves = 3 },
  { "age", .title = N_("Age"), .width = 9, .is_number = TRUE, .words = age_of_person },
  { "live_address", .title = N_("Address"), .width = 20, .expands = TRUE, .leaves = 4 },
  { "phone", .width = 18, .leaves = 1 },
};

static const DovFormGroup lounge_form[] = {
  { N_("Lounge"), "name settlement_id host_institution_id address manager_id" },
  { N_("Another name since a day"), "name_since", .when = DOV_FORM_KEPT },
  { N_("Work"), "opened_on closed_on opening_hours capacity", .at_end = TRUE },
  { 0 },
};

static const DovTableColumn lounge_columns[] = {
  { "name", .width = 30, .is_bold = TRUE, .expands = TRUE },
  { "settlement_id", .width = 18 },
  { "address", .width = 26, .leaves = 1 },
  { "manager_id", .width = 18, .leaves = 2 },
};

static const DovTableColumn settlement_columns[] = {
  { "type", .width = 12 },
  { "name", .width = 20, .is_bold = TRUE, .expands = TRUE },
  { "rural_settlement", .width = 22, .leaves = 1 },
  { "district", .width = 22, .leaves = 2 },
  { "children_count", .title = N_("Children"), .width = 8 },
};

static const DovFormGroup settlement_form[] = {
  { N_("Settlement"), "type name rural_settlement district region oktmo children_count" },
  { N_("Another name since a day"), "name_since", .when = DOV_FORM_KEPT },
  { 0 },
};

static const DovFormGroup organisation_form[] = {
  { N_("Organisation"), "full_name short_name kind sector roles" },
  { N_("Another name since a day"), "name_since", .when = DOV_FORM_KEPT },
  { N_("Where to find"), "address phone email site contact_person" },
  { N_("Head, for signatures and contracts"), "head_position head_name represented_by acts_under", .at_end = TRUE },
  { N_("Details for contracts"), "inn kpp ogrn bank_details", .at_end = TRUE },
  { N_("Agreement"), "agreement_no agreement_date valid_until", .at_end = TRUE },
  { 0 },
};

static const DovTableColumn organisation_columns[] = {
  { "short_name", .width = 24, .is_bold = TRUE, .expands = TRUE },
  { "kind", .width = 22, .leaves = 2 },
  { "sector", .width = 20, .leaves = 1 },
  { "address", .width = 22, .leaves = 3 },
  { "phone", .width = 15 },
};

static const DovTableColumn staff_columns[] = {
  { "person_id", .title = N_("Last name, first name"), .width = 28, .is_bold = TRUE, .expands = TRUE },
  { "position", .width = 26 },
  { "role", .width = 26, .leaves = 2 },
  { "phone_work", .width = 18, .leaves = 3 },
  { "until", .title = N_("Worked until"), .leaves = 1 },
};

#define STAFF_BY_PERSON \
  "SELECT s.id FROM staff s JOIN live_person p ON p.id = s.person_id WHERE holds (p.key, ?w)"

static const DovFormGroup ref_item_form[] = {
  { NULL, "label is_active position detail" },
  { 0 },
};

static const DovTableColumn item_columns[] = {
  { "list_code", .width = 24, .words = dov_list_name_of_list },
  { "label", .width = 30, .is_bold = TRUE, .expands = TRUE },
  { "code", .width = 18, .leaves = 1 },
  { "is_active", .width = 10 },
};

static const DovFormGroup partner_participation_form[] = {
  { N_("Participation"), "organisation_id role project lounge_id since until" },
  { N_("What was given"), "contribution", .at_end = TRUE },
  { 0 },
};

static const DovTableColumn partner_columns[] = {
  { "organisation_id", .width = 26, .is_bold = TRUE, .expands = TRUE },
  { "role", .width = 24 },
  { "project", .width = 20, .leaves = 1 },
  { "since" },
  { "until" },
  { "contribution", .width = 24, .leaves = 2 },
};

static const DovListView lists[] = {
  { dov_person_get_type, "people", "avatar-default-symbolic", N_("New person"),
    N_("Name, address, telephone   (Ctrl+F)"),
    N_("There is no such person"), N_("People will be here"),
    N_("They also come here by themselves, with families and events"),
    DOV_LIST_NOUN_PEOPLE, .order = "last_name",
    .columns = person_columns, .n_columns = G_N_ELEMENTS (person_columns) },
  { dov_lounge_get_type, "lists", "go-home-symbolic", N_("New lounge"), N_("Name, address   (Ctrl+F)"),
    N_("There is no such lounge"), N_("Lounges will be here"), N_("Add your own first"),
    .columns = lounge_columns, .n_columns = G_N_ELEMENTS (lounge_columns) },
  { dov_settlement_get_type, "lists", "mark-location-symbolic", N_("New settlement"), N_("Name, district   (Ctrl+F)"),
    N_("There is no such settlement"), N_("Settlements will be here"), N_("Add the one your lounge is in"),
    .columns = settlement_columns, .n_columns = G_N_ELEMENTS (settlement_columns) },
  { dov_organisation_get_type, "organisations", "dov-emblem-shared-symbolic", N_("New organisation"),
    N_("Title, address, telephone   (Ctrl+F)"),
    N_("There is no such organisation"), N_("Organisations will be here"),
    N_("Partners, donors and those who receive your reports"),
    DOV_LIST_NOUN_ORGANISATIONS, .by = "kind",
    .columns = organisation_columns, .n_columns = G_N_ELEMENTS (organisation_columns) },
  { dov_staff_get_type, "lists", "avatar-default-symbolic", N_("New member of staff"),
    N_("Name, position   (Ctrl+F)"),
    N_("There is no such member of staff"), N_("The staff will be here"),
    N_("Add those who hold events and look after families"), .also = STAFF_BY_PERSON, .by = "role",
    .columns = staff_columns, .n_columns = G_N_ELEMENTS (staff_columns) },
  { dov_ref_item_get_type, "lists", "view-list-symbolic", N_("New line of a list"), N_("Title   (Ctrl+F)"),
    N_("There is no such line"), N_("Lists will be here"), N_("Add what your lounge needs"),
    .by = "list_code",
    .columns = item_columns, .n_columns = G_N_ELEMENTS (item_columns) },
  { dov_partner_participation_get_type, "organisations", "dov-emblem-shared-symbolic", N_("New participation"),
    N_("Role, project, contribution   (Ctrl+F)"),
    N_("There is no such participation"), N_("What partners do will be here"),
    N_("Add it on the card of an organisation"),
    .columns = partner_columns, .n_columns = G_N_ELEMENTS (partner_columns) },
};

static const DovOwnRow person_rows[] = {
  { dov_achievement_get_type, N_("Add an achievement") },
  { NULL },
};

static const DovOwnRow organisation_rows[] = {
  { dov_partner_participation_get_type, N_("Add participation") },
  { NULL },
};

static char *
name_person (DovRecord  *record,
             char      **apart)
{
  *apart = dov_date_to_shown (DOV_PERSON (record)->birth_date);

  return dov_person_dup_name (DOV_PERSON (record));
}

static const DovLook looks[] = {
  { dov_person_get_type, N_("New person"), .form = person_form, .hints = person_hints,
    .rows = person_rows, .is_about_visitor = TRUE,
    .below = dov_visits_box_new,
    .sought = { 2, "avatar-default-symbolic", .name = name_person } },
  { dov_lounge_get_type, N_("New lounge"), .form = lounge_form, .hints = title_hints,
    .sought = { 16, "go-home-symbolic" } },
  { dov_settlement_get_type, N_("New settlement"), .form = settlement_form, .hints = title_hints,
    .sought = { 17, "mark-location-symbolic" } },
  { dov_organisation_get_type, N_("New organisation"), .form = organisation_form, .hints = title_hints,
    .rows = organisation_rows,
    .sought = { 9, "dov-emblem-shared-symbolic" } },
  { dov_staff_get_type, N_("New member of staff"), .paper = "D-69", .below = dov_post_box_new },
  { dov_ref_item_get_type, N_("New line of a list"), .form = ref_item_form },
  { dov_partner_participation_get_type, N_("New participation"), .form = partner_participation_form },
};

/* Tells what its records look like. */
void
dov_places_looks_tell (void)
{
  dov_look_add (looks, G_N_ELEMENTS (looks));
  dov_list_view_add (lists, G_N_ELEMENTS (lists));
  dov_twins_ask_in_links ();
}
