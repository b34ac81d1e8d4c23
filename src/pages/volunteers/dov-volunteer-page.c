/* dov-volunteer-page.c - one volunteer: consent, hours entered in one line, sums by month and kind */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-volunteer-page.h"

#include "dov-go.h"
#include "dov-join.h"
#include "dov-number.h"
#include "dov-person.h"
#include "dov-volunteer-entry.h"
#include "dov-volunteer-hours.h"
#include "dov-volunteer-sums.h"
#include "dov-volunteer-work.h"
#include "dov-volunteer.h"

#include <glib/gi18n.h>

static char *
dup_title (DovStore  *store,
           DovRecord *record)
{
  g_autoptr (DovRecord) person = dov_store_find (store, DOV_TYPE_PERSON, DOV_VOLUNTEER (record)->person_id, NULL);

  return person != NULL ? dov_person_dup_name (DOV_PERSON (person)) : g_strdup ("");
}

/* «с 12.01.2026 · книжка № 123» */
static char *
dup_facts (DovStore  *store,
           DovRecord *record)
{
  DovVolunteer *volunteer = DOV_VOLUNTEER (record);
  g_autofree char *since = dov_date_to_shown (volunteer->since);
  g_autofree char *until = dov_date_to_shown (volunteer->until);
  g_autofree char *span = volunteer->until == NULL ? g_strdup_printf (_("since %s"), since)
                                                   : g_strdup_printf (_("from %s to %s"), since, until);
  g_autofree char *book = *volunteer->dobro_id == '\0' ? NULL : g_strdup_printf (_("volunteer book no. %s"), volunteer->dobro_id);
  g_autoptr (GString) facts = g_string_new (span);

  dov_join (facts, DOV_JOIN_FACTS, book);

  return g_string_free (g_steal_pointer (&facts), FALSE);
}

static void
open_person (DovSubjectPage *page,
             const char     *typed)
{
  dov_go_record (page, DOV_TYPE_PERSON, DOV_VOLUNTEER (dov_subject_page_get_record (page))->person_id);
}

static void
write_consent (DovSubjectPage *page,
               const char     *typed)
{
  dov_go_edit (page, dov_subject_page_get_record (page));
}

static void
tell (DovSubjectPage *page,
      DovRecord      *record)
{
  if (dov_work_lacks_consent (dov_subject_page_get_store (page), DOV_VOLUNTEER (record)))
    dov_subject_page_add_notice (page, DOV_NOTICE_WARNS, _("No consent of a parent"),
                                 _("Under 18 the consent of a parent must be there before hours are written down."),
                                 "volunteer.consent");
}

/* ---- hours ---- */

static char *
dup_first (DovStore  *store,
           DovRecord *record)
{
  return *DOV_VOLUNTEER_HOURS (record)->work != '\0' ? g_strdup (DOV_VOLUNTEER_HOURS (record)->work)
                                                     : dov_work_dup_thing (store, DOV_VOLUNTEER_HOURS (record));
}

static char *
dup_second (DovStore  *store,
            DovRecord *record)
{
  return *DOV_VOLUNTEER_HOURS (record)->work != '\0' ? dov_work_dup_thing (store, DOV_VOLUNTEER_HOURS (record)) : g_strdup ("");
}

static void
dress_hours (DovStore   *store,
             DovRecord  *record,
             DovRowLine *row,
             gboolean    is_past)
{
  g_autofree char *length = dov_quantity_to_shown (DOV_VOLUNTEER_HOURS (record)->hours);
  g_autofree char *words = g_strdup_printf (C_("hours", "%s h"), length);
  GtkWidget *label = gtk_label_new (words);

  gtk_widget_add_css_class (label, "numeric");
  dov_row_line_append (row, label);
}

static GtkWidget *
entry_new (DovSubjectPage *page)
{
  return dov_volunteer_entry_new (dov_subject_page_get_store (page), dov_subject_page_get_id (page));
}

/* Hours are typed where they may be saved. */
static guint
show_entry (DovSubjectPage *page,
            GtkWidget      *entry)
{
  gtk_widget_set_visible (entry, !dov_store_is_read_only (dov_subject_page_get_store (page)) &&
                                 !dov_record_is_removed (dov_subject_page_get_record (page)));

  return 0;
}

static GtkWidget *
sums_new (DovSubjectPage *page)
{
  return dov_volunteer_sums_new (dov_subject_page_get_store (page), dov_subject_page_get_id (page));
}

static guint
show_sums (DovSubjectPage *page,
           GtkWidget      *sums)
{
  dov_volunteer_sums_show (DOV_VOLUNTEER_SUMS (sums));

  return 0;
}

static const DovRelatedList hours = {
  N_("Hours"), N_("None yet. Type the first ones in the line above."), dov_volunteer_hours_get_type, "volunteer_id",
  .order = "date DESC, id DESC", .lead = "date", .first_words = dup_first, .second_words = dup_second, .dress = dress_hours,
};

static const DovAct acts[] = {
  { "volunteer.person", N_("Card of the person"), "avatar-default-symbolic", .kind = DOV_ACT_RUN, .run = open_person,
    .is_bare = TRUE, .reads = TRUE },
  { "volunteer.edit", N_("Change what is known of the volunteer"), .kind = DOV_ACT_EDIT },
  { "volunteer.remove", .kind = DOV_ACT_REMOVE },
  { "volunteer.consent", N_("Write the consent"), .kind = DOV_ACT_RUN, .run = write_consent, .place = DOV_ACT_UNSEEN },
  { NULL },
};

static const DovTab tabs[] = {
  { "hours", N_("Hours"), { &hours }, .make = entry_new, .refresh = show_entry },
  { "sums", N_("By month and kind"), .make = sums_new, .refresh = show_sums },
  { NULL },
};

const DovSubject dov_volunteer_subject = {
  dov_volunteer_get_type, "volunteers", .state = "kind", .title = dup_title, .facts = "lounge_id person_id.phone skills",
  .facts_words = dup_facts, .acts = acts, .tabs_label = N_("Sections of the volunteer"), .tabs = tabs, .focus = "hours",
  .tell = tell,
};
