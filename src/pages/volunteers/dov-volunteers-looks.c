/* dov-volunteers-looks.c - what volunteers look like: form, list, signs of states */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-volunteers-looks.h"


#include <glib/gi18n.h>

#include "dov-list-view.h"
#include "dov-look.h"
#include "dov-number.h"
#include "dov-person.h"
#include "dov-volunteer-hours.h"
#include "dov-volunteer-page.h"
#include "dov-volunteer.h"

static char *
name_of_volunteer (DovStore             *store,
                   gpointer              row,
                   const DovTableColumn *column)
{
  g_autoptr (DovRecord) person = dov_store_find (store, DOV_TYPE_PERSON, DOV_VOLUNTEER (row)->person_id, NULL);

  return person != NULL ? dov_person_dup_name (DOV_PERSON (person)) : g_strdup ("");
}

/* The hours of this year. */
static char *
hours_of_volunteer (DovStore             *store,
                    gpointer              row,
                    const DovTableColumn *column)
{
  g_autoptr (DovStatement) rows = dov_database_prepare (
    dov_store_get_seen (store),
    "SELECT coalesce(sum(hours), 0) FROM volunteer_hours WHERE volunteer_id = ?1 AND removed IS NULL"
    " AND substr(date, 1, 4) = ?2", NULL);
  GDate today = dov_today ();
  g_autofree char *year = g_strdup_printf ("%d", g_date_get_year (&today));
  gint64 hours = 0;

  if (rows == NULL)
    return g_strdup ("");
  dov_statement_bind_integer (rows, 1, dov_record_get_id (row));
  dov_statement_bind_text (rows, 2, year);
  hours = dov_statement_step (rows, NULL) ? dov_statement_column_integer (rows, 0) : 0;

  return hours > 0 ? dov_quantity_to_shown (hours) : g_strdup ("—");
}

static const DovFormGroup volunteer_form[] = {
  { N_("Volunteer"), "person_id lounge_id kind organisation_id since until" },
  { N_("Consent, for those under 18"), "parent_consent_on parent_id", .at_end = TRUE },
  { N_("More about the volunteer"), "skills dobro_id note", .at_end = TRUE },
  { 0 },
};

static const DovFormHint volunteer_hints[] = {
  { "parent_consent_on", N_("The day of the paper; without it no hours can be written down") },
  { 0 },
};

static const DovTableColumn volunteer_columns[] = {
  { "person_id", .title = N_("Volunteer"), .width = 28, .is_bold = TRUE, .expands = TRUE,
    .words = name_of_volunteer },
  { "kind", .width = 16 },
  { "lounge_id", .width = 15, .words = dov_list_place_of_lounge, .leaves = 3 },
  { "since", .leaves = 2 },
  { "until", .leaves = 1 },
  { "hours", .title = N_("Hours this year"), .width = 10, .is_number = TRUE, .words = hours_of_volunteer },
};

#define VOLUNTEERS_SOUGHT \
  "SELECT v.id FROM person p CROSS JOIN volunteer v ON v.person_id = p.id " \
  "WHERE p.removed IS NULL AND v.removed IS NULL AND holds (p.key, ?w)"

static const DovListView lists[] = {
  { dov_volunteer_get_type, "volunteers", "emote-love-symbolic", N_("New volunteer"),
    N_("Name, skills, no. of the volunteer book   (Ctrl+F)"),
    N_("There is no such volunteer"), N_("Your volunteers will be here"),
    N_("Add the first one: a person, a kind and the day"),
    DOV_LIST_NOUN_VOLUNTEERS, .also = VOLUNTEERS_SOUGHT, .by = "kind",
    .columns = volunteer_columns, .n_columns = G_N_ELEMENTS (volunteer_columns) },
};

static const DovLook looks[] = {
  { dov_volunteer_get_type, N_("New volunteer"), .form = volunteer_form, .hints = volunteer_hints,
    .subject = &dov_volunteer_subject,
    .sought = { 11, "emote-love-symbolic", VOLUNTEERS_SOUGHT, "person_id", .tells = TRUE } },
  { dov_volunteer_hours_get_type, N_("New hours of a volunteer") },
};

/* Tells what its records look like. */
void
dov_volunteers_looks_tell (void)
{
  dov_look_add (looks, G_N_ELEMENTS (looks));
  dov_list_view_add (lists, G_N_ELEMENTS (lists));
}
