/* dov-family-case-lists.c - the case work with a family, as lists of its page */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-family-case-lists.h"

#include <glib/gi18n.h>

#include "dov-capital.h"
#include "dov-case-plan.h"
#include "dov-case-review.h"
#include "dov-child-place.h"
#include "dov-child-placement.h"
#include "dov-consent.h"
#include "dov-contact-record.h"
#include "dov-deed.h"
#include "dov-goods-words.h"
#include "dov-home-visit.h"
#include "dov-incoming-paper.h"
#include "dov-join.h"
#include "dov-living-conditions-act.h"
#include "dov-meeting-decision.h"
#include "dov-outgoing-notice.h"
#include "dov-register-entry.h"
#include "dov-signal.h"
#include "dov-staff.h"
#include "dov-task.h"
#include "dov-written-application.h"

/* Somebody of the family, now or before. */
#define OF_FAMILY "(SELECT person_id FROM live_family_member WHERE family_id = ?1)"

static const DovSign late = { "alarm-symbolic", "error" };
static const DovSign soon = { "alarm-symbolic", "warning" };
static const DovSign danger = { "dialog-warning-symbolic", "error" };

/**
 * dov_family_dup_staff:
 *
 * Returns: (transfer full): a specialist by last name and initials; "" when there is none
 */
char *
dov_family_dup_staff (DovStore *store,
                      gint64    staff)
{
  g_autoptr (DovStaff) found = staff != 0 ? dov_store_look_up (store, DOV_TYPE_STAFF, staff) : NULL;

  return found != NULL ? dov_goods_person_short (store, found->person_id) : g_strdup ("");
}

/**
 * dov_family_dup_day:
 *
 * Returns: (transfer full): “16 March”; of another year in figures, which are no longer
 */
char *
dov_family_dup_day (const GDate *day)
{
  GDate today = dov_today ();

  return day == NULL || g_date_get_year (day) == g_date_get_year (&today) ? dov_goods_day_words (day) : dov_date_to_shown (day);
}

static char *
dup_large (DovStore   *store,
           DovRecord  *record,
           const char *field)
{
  g_autofree char *small = dov_field_path_dup (store, record, field, DOV_JOIN_WORDS);

  return dov_capitalise (small);
}

static char *
dup_kind (DovStore  *store,
          DovRecord *record)
{
  return dup_large (store, record, "kind");
}

static gboolean
is_before_today (const GDate *day)
{
  GDate today = dov_today ();

  return day != NULL && g_date_compare (day, &today) < 0;
}

/* Until when, red when that is over. */
static void
append_term (DovRowLine  *row,
             const GDate *due,
             gboolean     is_done)
{
  g_autofree char *day = dov_family_dup_day (due);
  g_autofree char *words = NULL;

  if (due == NULL || is_done)
    return;
  words = is_before_today (due) ? g_strdup_printf (_("was due by %s"), day) : g_strdup_printf (_("by %s"), day);
  dov_row_line_append (row, dov_badge_new (words, is_before_today (due) ? &late : &soon));
}

/* ---- programmes ---- */

static char *
dup_plan_span (DovStore  *store,
               DovRecord *record)
{
  DovCasePlan *plan = DOV_CASE_PLAN (record);
  g_autofree char *since = dov_date_to_shown (plan->since);
  g_autofree char *until = dov_date_to_shown (plan->until);
  g_autoptr (GString) words = g_string_new (NULL);

  g_string_append_printf (words, _("since %s until %s"), since, until);
  dov_join (words, DOV_JOIN_WORDS, plan->goal);

  return g_string_free (g_steal_pointer (&words), FALSE);
}

static gboolean
is_plan_over (DovStore  *store,
              DovRecord *record)
{
  return dov_plan_status_is_over (DOV_CASE_PLAN (record)->status);
}

const DovRelatedList dov_family_programmes = {
  N_("Programmes"), N_("None yet. It begins with a problem, its cause and a first step."), dov_case_plan_get_type, "family_id",
  .order = "since DESC, id DESC", .add = N_("Add"), .add_act = "family.plan", .first_words = dup_kind,
  .second_words = dup_plan_span, .state = "status", .is_past = is_plan_over,
};

/* ---- registers, reviews, where children live, tasks ---- */

static char *
dup_register (DovStore  *store,
              DovRecord *record)
{
  return dup_large (store, record, "register_kind person_id");
}

static char *
dup_decision (DovStore  *store,
              DovRecord *record)
{
  DovRegisterEntry *entry = DOV_REGISTER_ENTRY (record);
  g_autofree char *step = dov_field_path_dup (store, record, "step", "");
  g_autofree char *day = dov_date_to_shown (entry->on_date);
  g_autofree char *off = dov_date_to_shown (entry->off_date);
  g_autofree char *decision = *entry->on_decision_no != '\0' ? g_strdup_printf (_("decision No. %1$s of %2$s"),
                                                                             entry->on_decision_no, day) : g_strdup (day);
  g_autofree char *end = entry->off_date != NULL ? g_strdup_printf (_("taken off on %s"), off) : NULL;
  g_autoptr (GString) words = g_string_new (step);

  dov_join (words, DOV_JOIN_WORDS, decision);
  dov_join (words, DOV_JOIN_WORDS, end);

  return g_string_free (g_steal_pointer (&words), FALSE);
}

static gboolean
is_off (DovStore  *store,
        DovRecord *record)
{
  DovRegisterEntry *entry = DOV_REGISTER_ENTRY (record);

  return entry->off_date != NULL || entry->step == DOV_REGISTER_STEP_CANCELLED;
}

static void
dress_register (DovStore   *store,
                DovRecord  *record,
                DovRowLine *row,
                gboolean    past)
{
  append_term (row, DOV_REGISTER_ENTRY (record)->review_due, past);
}

/* The last of each chain says what holds. */
const DovRelatedList dov_family_registers = {
  N_("Registers"), N_("On none. Only the decision of the juvenile commission puts a family on its register; here its number "
                      "and day are written down."),
  dov_register_entry_get_type, "family_id",
  .sql = "SELECT e.id FROM live_register_entry e WHERE (e.family_id = ?1 OR e.person_id IN " OF_FAMILY ")"
         " AND NOT EXISTS (SELECT 1 FROM live_register_entry n WHERE n.previous_id = e.id) ORDER BY e.on_date DESC, e.id DESC",
  .add = N_("Add"), .add_act = "family.register", .first_words = dup_register, .second_words = dup_decision,
  .is_past = is_off, .dress = dress_register,
};

static char *
dup_review_day (DovStore  *store,
                DovRecord *record)
{
  return dov_family_dup_day (DOV_CASE_REVIEW (record)->date);
}

static char *
dup_dynamics (DovStore  *store,
              DovRecord *record)
{
  return dup_large (store, record, "dynamics");
}

const DovRelatedList dov_family_reviews = {
  N_("Reviews"), N_("None yet. The first one is made when the family is taken on."), dov_case_review_get_type, "family_id",
  .order = "date DESC, id DESC", .add = N_("Add"), .add_act = "family.review", .lead_words = dup_review_day,
  .first_words = dup_dynamics, .second = "conclusion", .most = 8,
};

static char *
dup_placement (DovStore  *store,
               DovRecord *record)
{
  DovChildPlacement *placement = DOV_CHILD_PLACEMENT (record);
  g_autofree char *since = dov_date_to_shown (placement->since);
  g_autofree char *until = dov_date_to_shown (placement->until);
  g_autofree char *span = placement->until != NULL ? g_strdup_printf (_("since %s until %s"), since, until)
                                                   : g_strdup_printf (_("since %s"), since);
  g_autofree char *place = dov_field_path_dup (store, record, "place", "");

  return g_strdup_printf ("%s · %s", place, span);
}

static gboolean
is_back (DovStore  *store,
         DovRecord *record)
{
  return is_before_today (DOV_CHILD_PLACEMENT (record)->until);
}

/* ---- a child who comes back ---- */

static gboolean
bring_back (DovStore    *store,
            gpointer     id,
            const char  *typed,
            GError     **error)
{
  g_autoptr (GDate) day = NULL;

  return dov_date_from_typed (typed, &day, error) && dov_child_place_return (store, *(gint64 *) id, day, error);
}

static void
back_cb (GtkWidget *button,
         DovRecord *placement)
{
  DovSubjectPage *page = DOV_SUBJECT_PAGE (gtk_widget_get_ancestor (button, DOV_TYPE_SUBJECT_PAGE));
  gint64 id = dov_record_get_id (placement);
  GDate today = dov_today ();
  g_autofree char *day = dov_date_to_shown (&today);

  dov_deed_ask (page, dov_subject_page_get_store (page), &(DovAsk) {
    .title = _("The child is back in the family"), .go_on = _("Write it down"), .line = _("The first day at home"), .text = day,
    .act = bring_back, .data = g_memdup2 (&id, sizeof id), .free_data = g_free });
}

static void
dress_placement (DovStore   *store,
                 DovRecord  *record,
                 DovRowLine *row,
                 gboolean    past)
{
  GtkWidget *button;

  if (past || DOV_CHILD_PLACEMENT (record)->until != NULL || DOV_CHILD_PLACEMENT (record)->place == DOV_PLACEMENT_KIND_HOME ||
      dov_store_is_read_only (store))
    return;
  button = gtk_button_new_with_label (_("Back in the family…"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "tight");
  g_signal_connect_object (button, "clicked", G_CALLBACK (back_cb), record, 0);
  dov_row_line_append (row, button);
}

const DovRelatedList dov_family_placements = {
  N_("Where the children live"), N_("All at home, as far as is known."), dov_child_placement_get_type, NULL,
  .sql = "SELECT id FROM live_child_placement WHERE person_id IN " OF_FAMILY " ORDER BY since DESC, id DESC",
  .add = N_("Add"), .add_act = "family.placement", .first = "person_id", .second_words = dup_placement, .is_past = is_back,
  .dress = dress_placement,
};

static gboolean
is_task_done (DovStore  *store,
              DovRecord *record)
{
  return DOV_TASK (record)->done_on != NULL;
}

static void
dress_task (DovStore   *store,
            DovRecord  *record,
            DovRowLine *row,
            gboolean    past)
{
  DovTask *task = DOV_TASK (record);

  append_term (row, task->postponed_to != NULL ? task->postponed_to : task->due_on, past);
}

static char *
dup_task_staff (DovStore  *store,
                DovRecord *record)
{
  return dov_family_dup_staff (store, DOV_TASK (record)->staff_id);
}

const DovRelatedList dov_family_tasks = {
  N_("Tasks"), N_("None for this family."), dov_task_get_type, "family_id", .order = "due_on DESC, id DESC", .add = N_("Add"),
  .add_act = "family.task", .first = "title", .second_words = dup_task_staff, .is_past = is_task_done, .dress = dress_task,
  .most = 8,
};

/* ---- who saw whom ---- */

static char *
dup_visit_day (DovStore  *store,
               DovRecord *record)
{
  GDate day = dov_moment_get_date (DOV_HOME_VISIT (record)->visited_at);

  return dov_family_dup_day (&day);
}

static char *
dup_visitor (DovStore  *store,
             DovRecord *record)
{
  DovHomeVisit *visit = DOV_HOME_VISIT (record);
  g_autofree char *who = dov_family_dup_staff (store, visit->staff_id);
  g_autofree char *kind = dov_field_path_dup (store, record, "kind", "");
  g_autofree char *next = dov_family_dup_day (visit->next_visit_on);
  g_autofree char *agreed = visit->next_visit_on != NULL ? g_strdup_printf (_("next one on %s"), next) : NULL;
  g_autoptr (GString) words = g_string_new (who);

  dov_join (words, DOV_JOIN_WORDS, kind);
  dov_join (words, DOV_JOIN_WORDS, agreed);

  return g_string_free (g_steal_pointer (&words), FALSE);
}

static void
dress_visit (DovStore   *store,
             DovRecord  *record,
             DovRowLine *row,
             gboolean    past)
{
  if (DOV_HOME_VISIT (record)->danger)
    dov_row_line_append (row, dov_badge_new (_("danger"), &danger));
}

const DovRelatedList dov_family_home_visits = {
  N_("Visits at home"), N_("The family has not been visited yet."), dov_home_visit_get_type, "family_id", .where = "was_home",
  .order = "visited_at DESC, id DESC", .add = N_("Add"), .add_act = "family.visit", .lead_words = dup_visit_day,
  .first = "goal", .second_words = dup_visitor, .dress = dress_visit, .most = 12,
};

/* They count in no number of visits. */
const DovRelatedList dov_family_attempts = {
  N_("Nobody met"), N_("Somebody was met each time."), dov_home_visit_get_type, "family_id", .where = "NOT was_home",
  .order = "visited_at DESC, id DESC", .lead_words = dup_visit_day, .first = "goal", .second_words = dup_visitor,
  .most = 6,
};

static char *
dup_call_day (DovStore  *store,
              DovRecord *record)
{
  GDate day = dov_moment_get_date (DOV_CONTACT_RECORD (record)->contacted_at);

  return dov_family_dup_day (&day);
}

static char *
dup_call (DovStore  *store,
          DovRecord *record)
{
  DovContactRecord *call = DOV_CONTACT_RECORD (record);
  g_autofree char *how = dup_large (store, record, "form");

  return *call->gist != '\0' ? g_strdup (call->gist) : g_steal_pointer (&how);
}

static char *
dup_caller (DovStore  *store,
            DovRecord *record)
{
  g_autofree char *who = dov_family_dup_staff (store, DOV_CONTACT_RECORD (record)->staff_id);
  g_autofree char *more = dov_field_path_dup (store, record, "with_whom next_step", DOV_JOIN_WORDS);
  g_autoptr (GString) words = g_string_new (who);

  dov_join (words, DOV_JOIN_WORDS, more);

  return g_string_free (g_steal_pointer (&words), FALSE);
}

static void
dress_call (DovStore   *store,
            DovRecord  *record,
            DovRowLine *row,
            gboolean    past)
{
  static const DovSign missed = { "process-stop-symbolic", "plain" };

  if (!DOV_CONTACT_RECORD (record)->reached)
    dov_row_line_append (row, dov_badge_new (_("not reached"), &missed));
}

const DovRelatedList dov_family_calls = {
  N_("Calls and talks"), N_("None yet."), dov_contact_record_get_type, "family_id", .order = "contacted_at DESC, id DESC",
  .add = N_("Add"), .add_act = "family.call", .lead_words = dup_call_day, .first_words = dup_call,
  .second_words = dup_caller, .dress = dress_call, .most = 10,
};

/* ---- how they live ---- */

static char *
dup_act_day (DovStore  *store,
             DovRecord *record)
{
  return dov_family_dup_day (DOV_LIVING_CONDITIONS_ACT (record)->date);
}

static char *
dup_act (DovStore  *store,
         DovRecord *record)
{
  g_autofree char *kind = dov_field_path_dup (store, record, "kind", "");

  /* Translators: an act of living conditions: its number and kind */
  return g_strdup_printf (_("Act No. %1$s, %2$s"), DOV_LIVING_CONDITIONS_ACT (record)->no, kind);
}

static void
dress_act (DovStore   *store,
           DovRecord  *record,
           DovRowLine *row,
           gboolean    past)
{
  static const DovSign shut = { "process-stop-symbolic", "warning" };

  if (DOV_LIVING_CONDITIONS_ACT (record)->entry_allowed == DOV_ACT_ENTRY_REFUSED)
    dov_row_line_append (row, dov_badge_new (_("not let in"), &shut));
  if (DOV_LIVING_CONDITIONS_ACT (record)->danger)
    dov_row_line_append (row, dov_badge_new (_("danger"), &danger));
}

const DovRelatedList dov_family_acts = {
  N_("Examinations"), N_("The home has not been examined yet. The first act is made by two people at least."),
  dov_living_conditions_act_get_type, "family_id", .order = "date DESC, id DESC", .add = N_("Add"), .add_act = "family.act",
  .lead_words = dup_act_day, .first_words = dup_act, .second = "recommendations", .dress = dress_act,
};

static char *
dup_signal_day (DovStore  *store,
                DovRecord *record)
{
  GDate day = dov_moment_get_date (DOV_SIGNAL (record)->received_at);

  return dov_family_dup_day (&day);
}

const DovRelatedList dov_family_signals = {
  N_("Signals"), N_("Nobody has told anything of the family."), dov_signal_get_type, "family_id",
  .order = "received_at DESC, id DESC", .lead_words = dup_signal_day, .first = "summary", .second = "source decision",
  .state = "urgency", .most = 8,
};

/* ---- what is signed ---- */

static char *
dup_consent_of (DovStore  *store,
                DovRecord *record)
{
  return dov_field_path_dup (store, record, "subject_id", "");
}

static char *
dup_consent (DovStore  *store,
             DovRecord *record)
{
  DovConsent *consent = DOV_CONSENT (record);
  g_autofree char *kind = dov_field_path_dup (store, record, "kind", "");
  g_autofree char *signed_on = dov_date_to_shown (consent->signed_on);
  g_autofree char *until = dov_date_to_shown (consent->valid_until);
  g_autofree char *no = *consent->no != '\0' ? g_strdup_printf (_("No. %s"), consent->no) : NULL;
  g_autofree char *since = consent->signed_on != NULL ? g_strdup_printf (_("signed on %s"), signed_on) : NULL;
  g_autofree char *end = consent->valid_until != NULL ? g_strdup_printf (_("until %s"), until)
                         : *consent->until_event != '\0' ? g_strdup (consent->until_event) : NULL;
  g_autoptr (GString) words = g_string_new (kind);

  dov_join (words, DOV_JOIN_WORDS, no);
  dov_join (words, DOV_JOIN_WORDS, since);
  dov_join (words, DOV_JOIN_WORDS, end);

  return g_string_free (g_steal_pointer (&words), FALSE);
}

static DovConsentStatus
get_status (DovStore  *store,
            DovRecord *record)
{
  g_autoptr (DovPerson) subject = dov_store_follow (store, record, "subject_id");
  GDate today = dov_today ();

  return dov_consent_get_status (DOV_CONSENT (record), subject, &today);
}

static gboolean
is_consent_over (DovStore  *store,
                 DovRecord *record)
{
  DovConsentStatus status = get_status (store, record);

  return status == DOV_CONSENT_STATUS_EXPIRED || status == DOV_CONSENT_STATUS_WITHDRAWN;
}

static void
dress_consent (DovStore   *store,
               DovRecord  *record,
               DovRowLine *row,
               gboolean    past)
{
  static const DovSign signs[] = {
    [DOV_CONSENT_STATUS_DRAFT] = { "document-edit-symbolic", "warning" },
    [DOV_CONSENT_STATUS_ACTIVE] = { "dov-emblem-ok-symbolic", "success" },
    [DOV_CONSENT_STATUS_EXPIRED] = { "alarm-symbolic", "plain" },
    [DOV_CONSENT_STATUS_WITHDRAWN] = { "process-stop-symbolic", "error" },
  };
  g_autoptr (GEnumClass) states = g_type_class_ref (dov_consent_status_get_type ());
  DovConsentStatus status = get_status (store, record);

  dov_row_line_append (row, dov_badge_new (_(g_enum_get_value (states, (int) status)->value_name), &signs[status]));
}

const DovRelatedList dov_family_consents = {
  N_("Consents"), N_("None yet. Without a consent nothing more than the name is kept for long."), dov_consent_get_type, NULL,
  .sql = "SELECT id FROM live_consent WHERE subject_id IN " OF_FAMILY " ORDER BY subject_id, kind, signed_on DESC, id DESC",
  .add = N_("Add"), .add_act = "family.consent", .first_words = dup_consent_of, .second_words = dup_consent,
  .is_past = is_consent_over, .dress = dress_consent,
};

static char *
dup_application_day (DovStore  *store,
                     DovRecord *record)
{
  return dov_family_dup_day (DOV_WRITTEN_APPLICATION (record)->date);
}

static char *
dup_application (DovStore  *store,
                 DovRecord *record)
{
  g_autofree char *no = g_strdup_printf (_("No. %s"), DOV_WRITTEN_APPLICATION (record)->no);
  g_autofree char *who = dov_field_path_dup (store, record, "person_id", "");

  return g_strdup_printf ("%s · %s", no, who);
}

const DovRelatedList dov_family_applications = {
  N_("Applications"), N_("None yet."), dov_written_application_get_type, "family_id", .order = "date DESC, id DESC",
  .add = N_("Add"), .add_act = "family.application", .lead_words = dup_application_day, .first_words = dup_kind,
  .second_words = dup_application, .state = "decision",
};

static char *
dup_notice_day (DovStore  *store,
                DovRecord *record)
{
  return dov_family_dup_day (DOV_OUTGOING_NOTICE (record)->date);
}

static void
dress_notice (DovStore   *store,
              DovRecord  *record,
              DovRowLine *row,
              gboolean    past)
{
  static const DovSign answered = { "dov-emblem-ok-symbolic", "success" };

  if (DOV_OUTGOING_NOTICE (record)->answered_on != NULL)
    dov_row_line_append (row, dov_badge_new (_("answered"), &answered));
}

const DovRelatedList dov_family_notices = {
  N_("Sent out"), N_("Nothing has been sent about the family."), dov_outgoing_notice_get_type, "family_id",
  .order = "date DESC, id DESC", .add = N_("Add"), .add_act = "family.notice", .lead_words = dup_notice_day, .first = "to_id",
  .second = "kind notice_no", .dress = dress_notice,
};

static char *
dup_incoming_day (DovStore  *store,
                  DovRecord *record)
{
  return dov_family_dup_day (DOV_INCOMING_PAPER (record)->date);
}

static void
dress_incoming (DovStore   *store,
                DovRecord  *record,
                DovRowLine *row,
                gboolean    past)
{
  append_term (row, DOV_INCOMING_PAPER (record)->due_on, DOV_INCOMING_PAPER (record)->done_on != NULL);
}

const DovRelatedList dov_family_incoming = {
  N_("Came in"), N_("Nothing has come about the family."), dov_incoming_paper_get_type, "family_id",
  .order = "date DESC, id DESC", .add = N_("Add"), .add_act = "family.incoming", .lead_words = dup_incoming_day,
  .first = "gist", .second = "from_id their_no", .dress = dress_incoming,
};

static void
dress_decision (DovStore   *store,
                DovRecord  *record,
                DovRowLine *row,
                gboolean    past)
{
  append_term (row, DOV_MEETING_DECISION (record)->due_on, DOV_MEETING_DECISION (record)->done_on != NULL);
}

const DovRelatedList dov_family_decisions = {
  N_("Decisions of meetings"), N_("No meeting has decided anything about the family."), dov_meeting_decision_get_type,
  "family_id", .order = "due_on DESC, id DESC", .first = "decision", .second = "protocol_id responsible_id",
  .dress = dress_decision,
};
