/* dov-family-beside.c - who is beside a family, what was agreed with it, and what comes soon */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-family-beside.h"

#include <glib/gi18n.h>

#include "dov-capital.h"
#include "dov-case-next.h"
#include "dov-case-plan.h"
#include "dov-case-programme.h"
#include "dov-deputy.h"
#include "dov-event.h"
#include "dov-family-case-lists.h"
#include "dov-family.h"
#include "dov-go.h"
#include "dov-home-visit.h"
#include "dov-join.h"
#include "dov-label.h"
#include "dov-person.h"
#include "dov-phone.h"
#include "dov-plan-action.h"
#include "dov-staff.h"
#include "dov-visitor.h"

#define MOST_STEPS 5
#define MOST_SOON  6

static const DovSign late = { "alarm-symbolic", "error" };
static const DovSign near = { "alarm-symbolic", "warning" };
static const DovSign quiet = { "dialog-warning-symbolic", "warning" };

/* ---- the programme: how much is done, what is late, what comes next ---- */

static void
programme_cb (DovSubjectPage *page)
{
  g_auto (DovCaseProgramme) programme = { 0 };

  if (dov_case_programme_find (dov_subject_page_get_store (page), dov_subject_page_get_id (page), &programme))
    dov_go_record (page, DOV_TYPE_CASE_PLAN, programme.plan);
  else
    dov_subject_page_act (page, "family.plan");
}

GtkWidget *
dov_family_programme_new (DovSubjectPage *page)
{
  GtkWidget *section = dov_section_box_new (_("Programme"));

  dov_section_box_set_empty (DOV_SECTION_BOX (section), _("None yet. It begins with a problem, its cause and a first step."));
  g_signal_connect_swapped (section, "more-clicked", G_CALLBACK (programme_cb), page);

  return section;
}

/* The bar only helps; the words beside it tell. */
static GtkWidget *
bar_row_new (const DovCaseProgramme *programme)
{
  g_autofree char *words = dov_plan_progress_dup_words (&programme->progress);
  GtkWidget *box = g_object_new (GTK_TYPE_BOX, "spacing", 12, "margin-start", 14, "margin-end", 14, "margin-top", 10,
                                 "margin-bottom", 10, NULL);
  GtkWidget *bar = g_object_new (GTK_TYPE_LEVEL_BAR, "min-value", 0.0, "max-value", (double) MAX (programme->progress.n_all, 1),
                                 "value", (double) programme->progress.n_done, "hexpand", TRUE, "valign", GTK_ALIGN_CENTER,
                                 "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  GtkWidget *label = dov_label_new (words, "numeric");
  GtkWidget *row = g_object_new (GTK_TYPE_LIST_BOX_ROW, "child", box, "activatable", FALSE, NULL);

  gtk_widget_add_css_class (bar, "thin");
  gtk_box_append (GTK_BOX (box), bar);
  gtk_box_append (GTK_BOX (box), label);
  dov_name_widget (row, words);

  return row;
}

static char *
dup_doer (DovStore      *store,
          DovPlanAction *step)
{
  g_autofree char *staff = dov_family_dup_staff (store, step->staff_id);
  g_autofree char *organisation = dov_field_path_dup (store, DOV_RECORD (step), "organisation_id", "");
  g_autoptr (GString) words = g_string_new (staff);

  dov_join (words, DOV_JOIN_WORDS, organisation);

  return g_string_free (g_steal_pointer (&words), FALSE);
}

/* What the family reads over the table says nothing of being late. */
static void
append_due (DovRowLine    *row,
            DovPlanAction *step)
{
  GDate today = dov_today ();
  g_autofree char *day = dov_family_dup_day (step->due_to);
  g_autofree char *words = NULL;
  int n_days = step->due_to != NULL ? g_date_days_between (&today, step->due_to) : 0;

  if (step->due_to == NULL)
    return;
  if (n_days < 0 && !dov_visitor_is_near ())
    {
      guint n = (guint) -n_days;

      words = g_strdup_printf (ngettext ("%u day late", "%u days late", n), n);
      dov_row_line_append (row, dov_badge_new (words, &late));
      return;
    }
  words = g_strdup_printf (_("by %s"), day);
  if (n_days >= 0 && n_days <= 7)
    dov_row_line_append (row, dov_badge_new (words, &near));
  else
    dov_row_line_append (row, g_object_new (GTK_TYPE_LABEL, "label", words, "css-classes",
                                            (const char *[]) { "dim-label", NULL }, NULL));
}

static void
append_step (DovSubjectPage *page,
             DovSectionBox  *section,
             gint64          id)
{
  DovStore *store = dov_subject_page_get_store (page);
  g_autoptr (DovPlanAction) step = dov_store_look_up (store, DOV_TYPE_PLAN_ACTION, id);
  g_autofree char *doer = step != NULL ? dup_doer (store, step) : NULL;
  GtkWidget *row;

  if (step == NULL)
    return;
  row = dov_row_line_new ("", step->title, doer);
  append_due (DOV_ROW_LINE (row), step);
  dov_row_line_open_record (DOV_ROW_LINE (row), DOV_TYPE_PLAN_ACTION, id);
  dov_section_box_append (section, row);
}

static void
show_heading (DovSubjectPage *page,
              DovSectionBox  *section,
              gint64          id)
{
  DovStore *store = dov_subject_page_get_store (page);
  g_autoptr (DovCasePlan) plan = dov_store_look_up (store, DOV_TYPE_CASE_PLAN, id);
  g_autofree char *kind = plan != NULL ? dov_field_path_dup (store, DOV_RECORD (plan), "kind", "") : NULL;
  g_autofree char *since = plan != NULL ? dov_date_to_shown (plan->since) : NULL;
  g_autofree char *until = plan != NULL ? dov_date_to_shown (plan->until) : NULL;
  g_autofree char *status = plan != NULL ? dov_field_path_dup (store, DOV_RECORD (plan), "status", "") : NULL;
  /* Translators: the kind of a programme of support */
  g_autofree char *title = g_strdup_printf (_("Programme: %s"), kind);
  g_autofree char *span = g_strdup_printf ("%s – %s · %s", since, until, status);

  dov_section_box_set_title (section, dov_visitor_is_near () ? _("Agreed on") : title);
  dov_section_box_set_count (section, dov_visitor_is_near () ? _("what we do together") : span);
}

guint
dov_family_programme_show (DovSubjectPage *page,
                           GtkWidget      *section)
{
  DovSectionBox *box = DOV_SECTION_BOX (section);
  DovStore *store = dov_subject_page_get_store (page);
  gboolean may_write = dov_subject_may_write (store, dov_subject_page_get_record (page));
  g_auto (DovCaseProgramme) programme = { 0 };

  dov_section_box_clear (box);
  if (!dov_case_programme_find (store, dov_subject_page_get_id (page), &programme))
    {
      dov_section_box_set_title (box, _("Programme"));
      dov_section_box_set_count (box, "");
      dov_section_box_set_more (box, may_write ? _("New programme") : "");
      gtk_widget_set_visible (section, !dov_visitor_is_near ());
      return 0;
    }
  gtk_widget_set_visible (section, TRUE);
  show_heading (page, box, programme.plan);
  dov_section_box_set_more (box, dov_visitor_is_near () ? "" : _("Open"));
  if (!dov_visitor_is_near ())
    dov_section_box_append (box, bar_row_new (&programme));
  for (guint i = 0; i < MIN (programme.open->len, MOST_STEPS); i++)
    append_step (page, box, g_array_index (programme.open, gint64, i));
  if (programme.open->len > MOST_STEPS)
    dov_related_list_append_rest (box, DOV_TYPE_PLAN_ACTION, _("Steps of the programme"), programme.open,
                                  programme.open->len - MOST_STEPS);

  return 0;
}

/* ---- who is beside the family ---- */

GtkWidget *
dov_family_beside_new (DovSubjectPage *page)
{
  GtkWidget *section = dov_section_box_new (_("Beside the family"));

  dov_section_box_set_empty (DOV_SECTION_BOX (section), _("Nobody yet. A family on support has a curator."));

  return section;
}

/* «звонок 12 марта»; for the family itself the number to call. */
static char *
dup_contact (DovStore             *store,
             DovPerson            *person,
             const DovCaseContact *contact)
{
  g_autofree char *day = NULL;
  g_autofree char *phone = NULL;
  g_autoptr (GString) words = g_string_new (_("curator"));

  if (dov_visitor_is_near ())
    {
      phone = dov_phone_to_shown (person->phone);
      dov_join (words, DOV_JOIN_WORDS, phone);
    }
  else if (contact != NULL)
    {
      g_autofree char *last = NULL;

      day = dov_family_dup_day (&contact->day);
      last = g_strdup_printf (contact->type == DOV_TYPE_HOME_VISIT ? _("visit on %s") : _("talk on %s"), day);
      dov_join (words, DOV_JOIN_WORDS, last);
    }

  return g_string_free (g_steal_pointer (&words), FALSE);
}

static GtkWidget *
silence_new (const DovCaseContact *contact)
{
  g_autofree char *words = contact->is_quiet
    /* Translators: nobody has spoken with the family for so long */
    ? g_strdup_printf (ngettext ("quiet for %u day", "quiet for %u days", contact->n_days), contact->n_days)
    : contact->n_days == 0 ? g_strdup (_("today"))
    : g_strdup_printf (ngettext ("%u day ago", "%u days ago", contact->n_days), contact->n_days);

  return dov_badge_new (words, contact->is_quiet ? &quiet : &(const DovSign) { NULL, "plain" });
}

/* Who is asked while the curator is away. */
static void
append_deputy (DovSubjectPage *page,
               GtkWidget      *section,
               DovStaff       *curator)
{
  DovStore *store = dov_subject_page_get_store (page);
  gint64 id = dov_deputy_find (store, dov_record_get_id (DOV_RECORD (curator)));
  g_autoptr (DovStaff) deputy = id != 0 ? dov_store_look_up (store, DOV_TYPE_STAFF, id) : NULL;
  g_autoptr (DovPerson) person = deputy != NULL ? dov_store_look_up (store, DOV_TYPE_PERSON, deputy->person_id) : NULL;
  g_autofree char *name = NULL;
  g_autofree char *phone = NULL;
  g_autoptr (GString) about = NULL;
  GtkWidget *row;

  if (person == NULL)
    return;
  name = dov_person_dup_name (person);
  phone = dov_phone_to_shown (person->phone);
  about = g_string_new (_("stands in for the curator"));
  if (curator->away_until != NULL)
    {
      g_autofree char *day = dov_family_dup_day (curator->away_until);
      /* Translators: who stands in for the curator does so up to and with this day */
      g_autofree char *until = g_strdup_printf (C_("deputy", "until %s"), day);

      dov_join (about, " ", until);
    }
  dov_join (about, DOV_JOIN_WORDS, phone);
  row = dov_row_line_new ("", name, about->str);
  dov_row_line_set_icon (DOV_ROW_LINE (row), "dov-avatar-default-symbolic");
  dov_section_box_append (DOV_SECTION_BOX (section), row);
}

guint
dov_family_beside_show (DovSubjectPage *page,
                        GtkWidget      *section)
{
  DovStore *store = dov_subject_page_get_store (page);
  DovFamily *family = DOV_FAMILY (dov_subject_page_get_record (page));
  g_autoptr (DovStaff) staff = family->curator_id != 0 ? dov_store_look_up (store, DOV_TYPE_STAFF, family->curator_id) : NULL;
  g_autoptr (DovPerson) person = staff != NULL ? dov_store_look_up (store, DOV_TYPE_PERSON, staff->person_id) : NULL;
  DovCaseContact contact = { 0 };
  gboolean is_known = dov_case_contact_find (store, family, &contact);
  g_autofree char *name = NULL;
  g_autofree char *about = NULL;
  GtkWidget *row;

  dov_section_box_clear (DOV_SECTION_BOX (section));
  if (person == NULL)
    return 0;
  name = dov_person_dup_name (person);
  about = dup_contact (store, person, is_known ? &contact : NULL);
  row = dov_row_line_new ("", name, about);
  dov_row_line_set_icon (DOV_ROW_LINE (row), "dov-avatar-default-symbolic");
  if (!dov_visitor_is_near () && is_known)
    {
      dov_row_line_append (DOV_ROW_LINE (row), silence_new (&contact));
      dov_row_line_open_record (DOV_ROW_LINE (row), contact.type, contact.id);
    }
  dov_section_box_append (DOV_SECTION_BOX (section), row);
  append_deputy (page, section, staff);

  return 0;
}

/* ---- what comes soon ---- */

/* What the family may be told: visits that are agreed, and events for which somebody of it is put down. */
#define SOON \
  "SELECT 0, id, next_visit_on AS day, '' FROM live_home_visit WHERE family_id = ?1 AND next_visit_on >= ?2" \
  " UNION SELECT 1, e.id, substr (e.starts_at, 1, 10), e.title FROM live_family_member m" \
  " JOIN live_attendance a ON a.person_id = m.person_id JOIN live_event e ON e.id = a.event_id" \
  " WHERE m.family_id = ?1 AND (m.until IS NULL OR m.until > ?2) AND a.status = 'registered'" \
  " AND substr (e.starts_at, 1, 10) >= ?2 AND e.status NOT IN ('cancelled', 'moved') ORDER BY day, 1, 2 LIMIT ?3"

GtkWidget *
dov_family_soon_new (DovSubjectPage *page)
{
  return dov_section_box_new (_("Soon"));
}

guint
dov_family_soon_show (DovSubjectPage *page,
                      GtkWidget      *section)
{
  GDate today = dov_today ();
  g_autofree char *iso = dov_date_to_iso (&today);
  g_autoptr (DovStatement) rows = dov_store_see (dov_subject_page_get_store (page), SOON, "(xsx)",
                                                 dov_subject_page_get_id (page), iso, (gint64) MOST_SOON);
  guint n = 0;

  dov_section_box_clear (DOV_SECTION_BOX (section));
  while (dov_statement_next (rows))
    {
      gboolean is_event = dov_statement_column_integer (rows, 0) != 0;
      g_autoptr (GDate) day = dov_statement_dup_date (rows, 2);
      g_autofree char *when = dov_family_dup_day (day);
      GtkWidget *row = dov_row_line_new (when, is_event ? dov_statement_column_text (rows, 3) : _("Visit"), "");

      dov_row_line_open_record (DOV_ROW_LINE (row), is_event ? DOV_TYPE_EVENT : DOV_TYPE_HOME_VISIT,
                                dov_statement_column_integer (rows, 1));
      dov_section_box_append (DOV_SECTION_BOX (section), row);
      n++;
    }
  gtk_widget_set_visible (section, n > 0);

  return 0;
}
