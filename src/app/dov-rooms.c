/* dov-rooms.c - which page opens for which section, record and draft */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-rooms.h"

#include <glib/gi18n.h>

#include "dov-bin-page.h"
#include "dov-catalogue-page.h"
#include "dov-cases-looks.h"
#include "dov-club-group.h"
#include "dov-consent.h"
#include "dov-clubs-looks.h"
#include "dov-event-page.h"
#include "dov-event.h"
#include "dov-events-looks.h"
#include "dov-events-page.h"
#include "dov-families-looks.h"
#include "dov-family.h"
#include "dov-founding-page.h"
#include "dov-goods-looks.h"
#include "dov-help-page.h"
#include "dov-list-page.h"
#include "dov-look.h"
#include "dov-lounge.h"
#include "dov-message-page.h"
#include "dov-organisation.h"
#include "dov-paste-page.h"
#include "dov-patrol-looks.h"
#include "dov-patrol-page.h"
#include "dov-person.h"
#include "dov-places-looks.h"
#include "dov-preferences-page.h"
#include "dov-record-page.h"
#include "dov-related-list.h"
#include "dov-rental-page.h"
#include "dov-reports-page.h"
#include "dov-signal.h"
#include "dov-stock-page.h"
#include "dov-today-page.h"
#include "dov-volunteer.h"
#include "dov-volunteers-looks.h"
#include "dov-walk-in.h"

static DovPage *
open_help (DovStore *store)
{
  return dov_help_page_new ();
}

static const DovRoom sections[] = {
  { "today", N_("Today"), "dov-go-home-symbolic", DOV_ROOM_ABOVE, .open = dov_today_page_new },
  { "families", N_("Families"), "dov-system-users-symbolic", DOV_ROOM_CARE, .list = dov_family_get_type },
  { "signals", N_("Appeals and signals"), "mail-unread-symbolic", DOV_ROOM_CARE, .list = dov_signal_get_type },
  { "consents", N_("Consents"), "changes-prevent-symbolic", DOV_ROOM_CARE, .list = dov_consent_get_type },
  { "people", N_("People"), "dov-avatar-default-symbolic", DOV_ROOM_CARE, .list = dov_person_get_type },
  { "events", N_("Events"), "dov-x-office-calendar-symbolic", DOV_ROOM_CLUB, .open = dov_events_page_new },
  { "clubs", N_("Clubs"), "dov-emoji-activities-symbolic", DOV_ROOM_CLUB, .list = dov_club_group_get_type },
  { "drives", N_("Drives and things"), "dov-package-x-generic-symbolic", DOV_ROOM_CLUB, .open = dov_stock_page_new },
  { "rental", N_("Rental"), "dov-object-rotate-right-symbolic", DOV_ROOM_CLUB, .open = dov_rental_page_new },
  { "patrol", N_("Patrol"), "dov-security-high-symbolic", DOV_ROOM_CLUB, .open = dov_patrol_page_new },
  { "volunteers", N_("Volunteers"), "dov-emote-love-symbolic", DOV_ROOM_CLUB, .list = dov_volunteer_get_type },
  { "reports", N_("Reports"), "dov-x-office-spreadsheet-symbolic", DOV_ROOM_REPORTING, .open = dov_reports_page_new },
  { "organisations", N_("Organisations"), "dov-emblem-shared-symbolic", DOV_ROOM_ORDER,
    .list = dov_organisation_get_type },
  { "lists", N_("Reference lists"), "dov-view-list-symbolic", DOV_ROOM_ORDER, .open = dov_catalogue_page_new },
  { "bin", N_("Bin"), "dov-user-trash-symbolic", DOV_ROOM_ORDER, .open = dov_bin_page_new },
  { "preferences", N_("Preferences"), "dov-emblem-system-symbolic", DOV_ROOM_FOOT, .open = dov_preferences_page_new },
  { "help", N_("Help"), "dov-help-about-symbolic", DOV_ROOM_FOOT, .open = open_help },
};

/* What is needed once a month is folded at first. */
static const DovRoomHeading headings[] = {
  /* Translators: a heading over sections of the sidebar: the work with families */
  { DOV_ROOM_CARE, "care", NC_("heading", "Families") },
  { DOV_ROOM_CLUB, "club", NC_("heading", "Club") },
  { DOV_ROOM_REPORTING, "reporting", NC_("heading", "Reporting") },
  /* Translators: a heading over sections of the sidebar: what keeps the rest in order */
  { DOV_ROOM_ORDER, "order", NC_("heading", "Order"), .is_folded = TRUE },
};

/**
 * dov_rooms_tell_looks:
 *
 * Lets every area tell what its records look like.
 */
void
dov_rooms_tell_looks (void)
{
  dov_places_looks_tell ();
  dov_families_looks_tell ();
  dov_events_looks_tell ();
  dov_clubs_looks_tell ();
  dov_volunteers_looks_tell ();
  dov_goods_looks_tell ();
  dov_patrol_looks_tell ();
  dov_cases_looks_tell ();
  dov_related_list_tell_paste (dov_paste_page_begin);
}

/**
 * dov_rooms_list_sections:
 *
 * Returns: (array length=n_sections): the rows of the sidebar, in their order
 */
const DovRoom *
dov_rooms_list_sections (guint *n_sections)
{
  *n_sections = G_N_ELEMENTS (sections);

  return sections;
}

/**
 * dov_rooms_list_headings:
 *
 * Returns: (array length=n_headings): under what the sections stand, in their order;
 *   their labels are of the context “heading”
 */
const DovRoomHeading *
dov_rooms_list_headings (guint *n_headings)
{
  *n_headings = G_N_ELEMENTS (headings);

  return headings;
}

/**
 * dov_rooms_find_section:
 *
 * Returns: (nullable): the section of this name
 */
const DovRoom *
dov_rooms_find_section (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    if (g_strcmp0 (sections[i].name, name) == 0)
      return &sections[i];

  return NULL;
}

/**
 * dov_rooms_open_section:
 *
 * Returns: (transfer floating): the first page of the section, its title and section set
 */
DovPage *
dov_rooms_open_section (DovStore   *store,
                         const char *name)
{
  const DovRoom *section = dov_rooms_find_section (name);
  DovPage *page;

  g_return_val_if_fail (section != NULL, NULL);

  page = section->list != NULL ? dov_list_page_new (store, section->list ()) : section->open (store);
  dov_page_set_section (page, section->name);
  dov_page_set_title (page, _(section->label));

  return page;
}

/* Whether the list of this kind is what a section of the sidebar opens. */
static gboolean
is_section (GType type)
{
  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    if (sections[i].list != NULL && sections[i].list () == type)
      return TRUE;

  return FALSE;
}

/**
 * dov_rooms_open_list:
 *
 * Returns: (transfer floating): the list of all records of a kind; one that is no section says above itself what it is
 */
DovPage *
dov_rooms_open_list (DovStore *store,
                      GType     type)
{
  DovPage *page = dov_list_page_new (store, type);

  if (!is_section (type))
    dov_list_page_show_title (DOV_LIST_PAGE (page));

  return page;
}

/**
 * dov_rooms_open_ids:
 * @title: what they have in common
 * @ids: (element-type gint64): the records
 *
 * Returns: (transfer floating): the list of just these records, with what they have in common above
 */
DovPage *
dov_rooms_open_ids (DovStore   *store,
                     GType       type,
                     const char *title,
                     GArray     *ids)
{
  DovPage *page = dov_list_page_new_of_ids (store, type, title, ids);

  dov_list_page_show_title (DOV_LIST_PAGE (page));

  return page;
}

/* The form of a draft: most follow their table, some are pages of their own. */
static DovPage *
open_form (DovStore  *store,
           DovRecord *draft,
           gint64     kept)
{
  const DovLook *look = dov_look_find (G_OBJECT_TYPE (draft));
  gint64 met_at = dov_walk_in_get_event (draft);
  DovPage *page = NULL;

  if (met_at != 0)
    {
      page = dov_subject_page_new (store, &dov_event_subject, met_at);
      if (DOV_IS_EVENT_PAGE (page))
        dov_event_page_take_up (DOV_EVENT_PAGE (page), kept);
    }
  /* The first lounge of a file is founded, with those who run it. */
  else if (G_OBJECT_TYPE (draft) == DOV_TYPE_LOUNGE && dov_founding_page_is_needed (store))
    page = dov_founding_page_new (store);
  else if (look->open != NULL)
    page = look->open (store, draft, kept);

  return page != NULL ? page : dov_record_page_new_draft (store, draft, kept);
}

/**
 * dov_rooms_open_record:
 *
 * Returns: (transfer floating): the page of this record: what its area tells, or else the form of any record
 */
DovPage *
dov_rooms_open_record (DovStore *store,
                        GType     type,
                        gint64    id)
{
  const DovLook *look = dov_look_find (type);
  g_autoptr (DovRecord) record = NULL;
  g_autoptr (DovRecord) draft = NULL;

  if (look->subject != NULL)
    return dov_subject_page_new (store, look->subject, id);
  if (look->page != NULL)
    return look->page (store, id);

  if (id != 0 && (record = dov_store_look_up (store, type, id)) == NULL)
    return dov_message_page_new_gone (look->place);
  draft = record != NULL ? dov_record_dup (record) : dov_record_new (type, 0);

  return open_form (store, draft, 0);
}

/**
 * dov_rooms_open_new:
 * @draft: a new record with what is known already
 *
 * Returns: (transfer floating): an empty form for it
 */
DovPage *
dov_rooms_open_new (DovStore  *store,
                     DovRecord *draft)
{
  return open_form (store, draft, 0);
}

/**
 * dov_rooms_open_draft:
 * @number: of an unfinished form that is kept in the store
 *
 * Returns: (transfer floating): the form, as it was left
 */
DovPage *
dov_rooms_open_draft (DovStore *store,
                       gint64    number)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DovRecord) draft = dov_store_read_draft (store, number, &error);

  if (draft == NULL)
    return dov_message_page_new ("document-edit-symbolic", _("Nothing to go on with"), error->message);

  return open_form (store, draft, number);
}
