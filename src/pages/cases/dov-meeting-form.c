/* dov-meeting-form.c - the forms of a home visit and of a call or talk, each filled in within a minute */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-meeting-form.h"

#include <glib/gi18n.h>

#include "dov-chip-box.h"
#include "dov-date-row.h"
#include "dov-emergency.h"
#include "dov-family.h"
#include "dov-join.h"
#include "dov-label.h"
#include "dov-last-meeting.h"
#include "dov-link-row.h"
#include "dov-meeting.h"
#include "dov-person.h"
#include "dov-steps-picker.h"
#include "dov-visit-facts.h"
#include "dov-visit-visitor.h"

/* What comes next is mostly so far away, in days; a month is as long as it is, and 0 is no chip. */
enum { IN_WEEK = 7, IN_TWO_WEEKS = 14, IN_MONTH = 30, NOT_SET = -1 };

/* ---- for both ---- */

static gboolean
is_new (DovForm *form)
{
  return dov_record_get_id (dov_form_get_draft (form)) == 0;
}

static GtkWidget *
boxed_new (GtkWidget  *row,
           const char *words)
{
  GtkWidget *list = g_object_new (GTK_TYPE_LIST_BOX, "selection-mode", GTK_SELECTION_NONE, "focusable", FALSE, NULL);

  gtk_widget_add_css_class (list, "boxed-list");
  dov_name_widget (list, words);
  gtk_list_box_append (GTK_LIST_BOX (list), row);

  return list;
}

static GDate
find_day (DovRecord *draft)
{
  GDateTime *at = DOV_IS_HOME_VISIT (draft) ? DOV_HOME_VISIT (draft)->visited_at : DOV_CONTACT_RECORD (draft)->contacted_at;

  return at != NULL ? dov_moment_get_date (at) : dov_today ();
}

static const char *
next_field (DovRecord *draft)
{
  return DOV_IS_HOME_VISIT (draft) ? "next_visit_on" : "next_on";
}

static GDate
find_term (DovRecord *draft,
           gint64     term)
{
  GDate day = find_day (draft);

  if (term == IN_MONTH)
    g_date_add_months (&day, 1);
  else
    g_date_add_days (&day, term);

  return day;
}

static void
term_cb (DovChipBox *box,
         DovForm    *form)
{
  DovRecord *draft = dov_form_get_draft (form);
  gint64 term = dov_chip_box_get_one (box);
  GDate day = find_term (draft, MAX (term, 0));

  dov_record_set_date (draft, next_field (draft), term > 0 ? &day : NULL);
  dov_form_touch (form);
}

static GtkWidget *
term_new (DovForm *form)
{
  GtkWidget *box = dov_chip_box_new (_("When next"), FALSE);

  gtk_widget_set_name (box, "term");
  dov_chip_box_add (DOV_CHIP_BOX (box), IN_WEEK, _("in a week"));
  dov_chip_box_add (DOV_CHIP_BOX (box), IN_TWO_WEEKS, _("in two"));
  dov_chip_box_add (DOV_CHIP_BOX (box), IN_MONTH, _("in a month"));
  dov_chip_box_add (DOV_CHIP_BOX (box), NOT_SET, _("not set"));
  g_signal_connect (box, "chosen", G_CALLBACK (term_cb), form);

  return boxed_new (box, _("When next"));
}

/* The chip that says what the date says. */
static void
show_term (DovForm *form)
{
  static const gint64 terms[] = { IN_WEEK, IN_TWO_WEEKS, IN_MONTH };
  DovRecord *draft = dov_form_get_draft (form);
  GDate *next = DOV_IS_HOME_VISIT (draft) ? DOV_HOME_VISIT (draft)->next_visit_on : DOV_CONTACT_RECORD (draft)->next_on;
  gint64 pressed = next == NULL ? NOT_SET : 0;

  for (guint i = 0; next != NULL && i < G_N_ELEMENTS (terms); i++)
    {
      GDate day = find_term (draft, terms[i]);

      if (g_date_compare (&day, next) == 0)
        pressed = terms[i];
    }
  dov_chip_box_set_one (dov_form_find_widget (form, "term"), pressed);
}

/* Where the family lives and how it is called. */
static GtkWidget *
about_new (DovForm *form)
{
  g_autoptr (DovFamily) family = dov_store_follow (dov_form_get_store (form), dov_form_get_draft (form), "family_id");
  g_autoptr (GString) words = g_string_new (family != NULL ? family->address : NULL);
  GtkWidget *label;

  dov_join (words, DOV_JOIN_FACTS, family != NULL ? family->phone : NULL);
  label = dov_label_new (words->str, "dim-label numeric");
  gtk_widget_set_visible (label, words->len > 0);

  return label;
}

static char *
dup_title (DovStore   *store,
           DovRecord  *draft,
           const char *what)
{
  g_autoptr (DovFamily) family = dov_store_follow (store, draft, "family_id");

  return family != NULL ? g_strdup_printf ("%s › %s", family->family_name, what) : g_strdup (what);
}

/* Who works here or the curator, as soon as the family is known. */
static void
family_cb (DovRecord  *draft,
           GParamSpec *property,
           DovForm    *form)
{
  gint64 family_id = dov_record_get_number (draft, "family_id");

  if (dov_record_get_number (draft, "staff_id") == 0 && family_id != 0)
    dov_record_set_number (draft, "staff_id", dov_meeting_find_staff (dov_form_get_store (form), family_id));
}

/* Whose it is first; then what only who was there can tell. */
static const char *
find_focus (DovRecord *draft)
{
  if (dov_record_get_id (draft) != 0)
    return NULL;
  if (dov_record_get_number (draft, "family_id") == 0)
    return "family_id";

  return DOV_IS_HOME_VISIT (draft) ? "findings" : "gist";
}

static void
begin (DovForm *form)
{
  DovRecord *draft = dov_form_get_draft (form);
  gboolean is_known = is_new (form) && dov_record_get_number (draft, "family_id") != 0;

  gtk_widget_set_visible (GTK_WIDGET (dov_form_find_row (form, "family_id")), !is_known);
  dov_link_row_set_makes (DOV_LINK_ROW (dov_form_find_row (form, "staff_id")), FALSE);
  g_signal_connect_object (draft, "notify::family-id", G_CALLBACK (family_cb), form, 0);
}

/* All fields of the group go with this one. */
static void
show_group (DovForm    *form,
            const char *field,
            gboolean    is_shown)
{
  gtk_widget_set_visible (gtk_widget_get_ancestor (GTK_WIDGET (dov_form_find_row (form, field)), DOV_TYPE_FIELD_GROUP),
                          is_shown);
}

static void
show_steps (DovForm  *form,
            gboolean  may_close)
{
  GtkWidget *steps = dov_form_find_widget (form, "steps");

  if (steps == NULL)
    return;
  dov_steps_picker_refresh (DOV_STEPS_PICKER (steps));
  if (!may_close)
    gtk_widget_set_visible (steps, FALSE);
  else if (dov_steps_picker_has_any (DOV_STEPS_PICKER (steps)))
    gtk_widget_set_visible (steps, TRUE);
}

static GArray *
list_closed (DovForm *form)
{
  GtkWidget *steps = dov_form_find_widget (form, "steps");

  return steps != NULL ? dov_steps_picker_list (DOV_STEPS_PICKER (steps)) : g_array_new (FALSE, FALSE, sizeof (gint64));
}

/* ---- a visit ---- */

static DovHomeVisit *
get_visit (DovForm *form)
{
  return DOV_HOME_VISIT (dov_form_get_draft (form));
}

static char *
dup_visit_title (DovStore  *store,
                 DovRecord *draft)
{
  return dup_title (store, draft, _("Visit"));
}

/* «Скажите адрес: с. Слудка, ул. Заречная, 17. Пока не позвонили, визит можно дописать потом.» */
static char *
dup_advice (DovForm *form)
{
  g_autoptr (DovFamily) family = dov_store_follow (dov_form_get_store (form), get_visit (form), "family_id");

  return g_strdup_printf (_("Say the address: %s. Until you have called, the visit can be written later: what was typed is "
                            "kept."), family != NULL ? family->address : "—");
}

static void
show_danger (DovForm *form)
{
  DovHomeVisit *visit = get_visit (form);
  GtkWidget *emergency = dov_form_find_widget (form, "emergency");
  g_autofree char *advice = dup_advice (form);

  gtk_widget_set_visible (emergency, visit->danger && visit->called_at == NULL);
  dov_emergency_set_called (DOV_EMERGENCY (emergency), visit->called_at);
  dov_emergency_set_advice (DOV_EMERGENCY (emergency), advice);
  gtk_widget_set_visible (GTK_WIDGET (dov_form_find_row (form, "called_at")), visit->danger);
  dov_field_row_set_required (dov_form_find_row (form, "called_at"), visit->danger);
  gtk_widget_set_visible (GTK_WIDGET (dov_form_find_row (form, "actions_taken")), visit->danger || !is_new (form));
}

static void
show_visit_verb (DovForm *form)
{
  DovHomeVisit *visit = get_visit (form);

  if (is_new (form))
    dov_form_set_verbs (form, visit->was_home ? _("Write the Visit") : _("Write the Attempt"), _("Do not save"));
  dov_form_set_total (form, !visit->was_home ? _("An attempt, not a visit") :
                            visit->danger && visit->called_at == NULL ? _("Saving waits for the time of the call") : "");
}

static void
follow_visit (DovForm *form)
{
  gboolean was_home = get_visit (form)->was_home;

  dov_visit_facts_refresh (dov_form_find_widget (form, "facts"));
  dov_last_meeting_refresh (dov_form_find_widget (form, "last"));
  show_group (form, "findings", was_home);
  show_steps (form, was_home);
  show_term (form);
  show_danger (form);
  show_visit_verb (form);
}

/* A visit in danger is an emergency, until somebody says otherwise. */
static void
danger_cb (DovHomeVisit *visit,
           GParamSpec   *property,
           DovForm      *form)
{
  if (visit->danger)
    dov_set (visit, kind, DOV_VISIT_KIND_EMERGENCY);
}

static void
called_cb (GSimpleAction *action,
           GVariant      *target,
           gpointer       form)
{
  g_autoptr (GDateTime) now = dov_clock_dup_now ();

  dov_set (get_visit (form), called_at, now);
  dov_form_touch (form);
  gtk_widget_grab_focus (GTK_WIDGET (dov_form_find_row (form, "called_at")));
}

static void
begin_visit (DovForm *form)
{
  static const GActionEntry entries[] = { { "called", called_cb } };
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();
  DovHomeVisit *visit = get_visit (form);

  begin (form);
  g_action_map_add_action_entries (G_ACTION_MAP (actions), entries, G_N_ELEMENTS (entries), form);
  gtk_widget_insert_action_group (GTK_WIDGET (form), "emergency", G_ACTION_GROUP (actions));
  dov_date_row_set_near (DOV_DATE_ROW (dov_form_find_row (form, "called_at")), visit->visited_at);
  g_signal_connect_object (visit, "notify::danger", G_CALLBACK (danger_cb), form, 0);
  /* Help stands first, over the title too. */
  dov_form_set_head (form, g_object_new (DOV_TYPE_EMERGENCY, "name", "emergency", NULL));
}

/* The time of the call is asked of who writes the visit; a list of old visits is loaded without it. */
static gboolean
save_visit (DovForm  *form,
            gpointer  unused,
            GError  **error)
{
  DovStore *store = dov_form_get_store (form);
  DovHomeVisit *visit = get_visit (form);
  g_autoptr (GArray) met = dov_visit_facts_list_met (dov_form_find_widget (form, "facts"));
  g_autoptr (GArray) closes = list_closed (form);

  if (visit->danger && visit->called_at == NULL)
    return dov_store_refuse (store, DOV_RECORD (visit), "called_at", "T7",
                             _("Call 112 first and type the time of the call: until then the visit stays a draft."), error);

  return dov_meeting_save_visit (store, visit, met, closes, error);
}

static const DovFormGroup visit_groups[] = {
  { NULL, "", .in_head = DOV_FORM_UNDER_TITLE, .make = about_new },
  { N_("When and who"), "family_id visited_at staff_id goal" },
  { NULL, "", .name = "facts", .make = dov_visit_facts_new },
  { N_("What was seen and done"), "findings actions_taken recommendations" },
  { N_("Danger"), "danger called_at", .at_end = TRUE },
  { NULL, "", .at_end = TRUE, .when = DOV_FORM_NEW, .name = "steps", .make = dov_steps_picker_new },
  { N_("Next visit"), "next_visit_on", .at_end = TRUE },
  { NULL, "", .at_end = TRUE, .make = term_new },
  { NULL, "", .at_end = TRUE, .name = "last", .make = dov_last_meeting_new },
  { N_("Besides"), "opened_by duration_min trip_id", .at_end = TRUE, .when = DOV_FORM_KEPT },
  { 0 },
};

static const DovFormHint visit_hints[] = {
  { "findings", N_("Write facts, not judgements; name no diagnosis without a consent") },
  { "danger", N_("112 first, then write") },
  { 0 },
};

#define BY_FAMILY \
  "SELECT t.id FROM live_family f CROSS JOIN live_home_visit t ON t.family_id = f.id WHERE holds (f.key, ?w)"

static const DovOwnRow visit_rows[] = {
  { dov_visit_visitor_get_type, N_("Add one who visited too") },
  { NULL },
};

const DovLook dov_visit_look = {
  dov_home_visit_get_type, N_("New visit"), .form = visit_groups, .hints = visit_hints, .rows = visit_rows, .paper = "D-67",
  .is_about_visitor = TRUE,
  .place = "families", .fill_in = dov_meeting_begin, .begin = begin_visit, .title = dup_visit_title, .focus = find_focus,
  .follow = follow_visit, .save = save_visit,
  .sought = { 19, "go-home-symbolic", BY_FAMILY, "family_id", .latest = "visited_at", .tells = TRUE },
};

/* ---- a call or a talk ---- */

enum { REACHED = 1, NOT_REACHED };

static DovContactRecord *
get_talk (DovForm *form)
{
  return DOV_CONTACT_RECORD (dov_form_get_draft (form));
}

static char *
dup_talk_title (DovStore  *store,
                DovRecord *draft)
{
  return dup_title (store, draft, _("Call or talk"));
}

static void
way_cb (DovChipBox *box,
        DovForm    *form)
{
  dov_set (get_talk (form), form, dov_chip_box_get_one (box));
  dov_form_touch (form);
}

static void
reached_cb (DovChipBox *box,
            DovForm    *form)
{
  dov_set (get_talk (form), reached, dov_chip_box_get_one (box) == REACHED);
  dov_form_touch (form);
}

static GtkWidget *
talk_facts_new (DovForm *form)
{
  GtkWidget *way = dov_chip_box_new (_("How they were spoken to"), FALSE);
  GtkWidget *reached = dov_chip_box_new (_("They were reached *"), FALSE);
  GtkWidget *list = boxed_new (way, _("How they were spoken to"));

  gtk_widget_set_name (way, "way");
  dov_chip_box_add (DOV_CHIP_BOX (way), DOV_CONTACT_FORM_CALL, C_("talk", "Call"));
  dov_chip_box_add (DOV_CHIP_BOX (way), DOV_CONTACT_FORM_MESSAGE, C_("talk", "Message"));
  dov_chip_box_add (DOV_CHIP_BOX (way), DOV_CONTACT_FORM_MET, C_("talk", "Met them"));
  dov_chip_box_add (DOV_CHIP_BOX (way), DOV_CONTACT_FORM_AT_LOUNGE, C_("talk", "Came to the lounge"));
  g_signal_connect (way, "chosen", G_CALLBACK (way_cb), form);
  gtk_widget_set_name (reached, "reached");
  dov_chip_box_add (DOV_CHIP_BOX (reached), REACHED, C_("talk", "Reached"));
  dov_chip_box_add (DOV_CHIP_BOX (reached), NOT_REACHED, C_("talk", "Not reached"));
  g_signal_connect (reached, "chosen", G_CALLBACK (reached_cb), form);
  gtk_list_box_append (GTK_LIST_BOX (list), reached);

  return list;
}

static void
follow_talk (DovForm *form)
{
  DovContactRecord *talk = get_talk (form);

  dov_chip_box_set_one (dov_form_find_widget (form, "way"), talk->form);
  dov_chip_box_set_one (dov_form_find_widget (form, "reached"), talk->reached ? REACHED : NOT_REACHED);
  dov_last_meeting_refresh (dov_form_find_widget (form, "last"));
  show_group (form, "gist", talk->reached);
  show_steps (form, talk->reached);
  show_term (form);
  if (is_new (form))
    dov_form_set_verbs (form, _("Write It Down"), _("Do not save"));
  dov_form_set_total (form, talk->reached ? "" : _("An attempt: the family is silent still"));
}

static gboolean
save_talk (DovForm  *form,
           gpointer  unused,
           GError  **error)
{
  g_autoptr (GArray) closes = list_closed (form);

  return dov_meeting_save_talk (dov_form_get_store (form), get_talk (form), closes, error);
}

static const DovFormGroup talk_groups[] = {
  { NULL, "", .in_head = DOV_FORM_UNDER_TITLE, .make = about_new },
  { NULL, "", .name = "facts", .make = talk_facts_new },
  { N_("What was said"), "with_whom gist" },
  { N_("When and who"), "family_id contacted_at staff_id" },
  { N_("What comes next"), "next_step next_on", .at_end = TRUE },
  { NULL, "", .at_end = TRUE, .make = term_new },
  { NULL, "", .at_end = TRUE, .when = DOV_FORM_NEW, .name = "steps", .make = dov_steps_picker_new },
  { NULL, "", .at_end = TRUE, .name = "last", .make = dov_last_meeting_new },
  { 0 },
};

const DovLook dov_talk_look = {
  dov_contact_record_get_type, N_("New call or talk"), .form = talk_groups, .is_about_visitor = TRUE, .place = "families",
  .fill_in = dov_meeting_begin, .begin = begin, .title = dup_talk_title, .focus = find_focus,
  .follow = follow_talk, .save = save_talk,
};
