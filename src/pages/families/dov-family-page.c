/* dov-family-page.c - one family: its path, what must be done next, seven questions and what can be done */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-family-page.h"

#include <glib/gi18n.h>

#include "dov-case-next.h"
#include "dov-case-path.h"
#include "dov-case-plan.h"
#include "dov-case-review.h"
#include "dov-case-steps.h"
#include "dov-child-placement.h"
#include "dov-contact-record.h"
#include "dov-deputy.h"
#include "dov-distribution.h"
#include "dov-family-beside.h"
#include "dov-family-case-lists.h"
#include "dov-family-category.h"
#include "dov-family-doors.h"
#include "dov-family-doubts.h"
#include "dov-family-home.h"
#include "dov-family-link.h"
#include "dov-family-lists.h"
#include "dov-family-marks.h"
#include "dov-family-member.h"
#include "dov-family-prints.h"
#include "dov-family-timeline.h"
#include "dov-family.h"
#include "dov-files-box.h"
#include "dov-go.h"
#include "dov-goods-words.h"
#include "dov-home-visit.h"
#include "dov-household.h"
#include "dov-incoming-paper.h"
#include "dov-join.h"
#include "dov-joiners.h"
#include "dov-leavers.h"
#include "dov-living-conditions-act.h"
#include "dov-outgoing-notice.h"
#include "dov-register-entry.h"
#include "dov-rental-loan.h"
#include "dov-task.h"
#include "dov-visitor.h"
#include "dov-written-application.h"

/* More badges than these are behind the tab. */
#define MOST_BADGES 5

/* What is due later than in so many days is no next step yet. */
#define DAYS_BEFORE 14

/* Who asks for the family: of age, the legal representative first. */
#define APPLICANT \
  "SELECT m.person_id FROM live_family_member m JOIN live_person p ON p.id = m.person_id WHERE m.family_id = ?1" \
  " AND (m.until IS NULL OR m.until > ?2) AND m.is_legal_rep ORDER BY m.kinship <> 'mother', m.id LIMIT 1"

#define ONLY_CHILD \
  "SELECT iif(count(*) = 1, max(m.person_id), 0) FROM live_family_member m WHERE m.family_id = ?1" \
  " AND (m.until IS NULL OR m.until > ?2) AND m.kinship IN ('child', 'stepchild', 'ward')"

/* ---- the head ---- */

static char *
dup_title (DovStore  *store,
           DovRecord *record)
{
  return g_strdup (DOV_FAMILY (record)->family_name);
}

/* How closely it is accompanied is not said over the table. */
static char *
dup_facts (DovStore  *store,
           DovRecord *record)
{
  g_autofree char *level = dov_field_path_dup (store, record, "support_level", "");

  /* Translators: %s is a level of support: “active (basic)” */
  return *level != '\0' && !dov_visitor_is_near () ? g_strdup_printf (_("level: %s"), level) : g_strdup ("");
}

static void
add_categories (DovSubjectPage *page)
{
  DovStore *store = dov_subject_page_get_store (page);
  GDate today = dov_today ();
  g_autofree char *day = dov_date_to_iso (&today);
  DovQuery query = { .where = "family_id = ?1 AND (until IS NULL OR until > ?2)", .order = "since",
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
tell_remark (DovSubjectPage *page,
             const char     *remark)
{
  if (*remark != '\0')
    dov_subject_page_add_notice (page, DOV_NOTICE_REFUSES, _("Urgent remark"), remark, "family.calm");
}

/* «Следующий шаг: визит. Был нужен до 14 марта.» */
static void
tell_next (DovSubjectPage *page,
           DovFamily      *family)
{
  DovCaseNext next;
  GDate today = dov_today ();
  gboolean is_visit;
  DovNotice *notice;
  g_autofree char *day = NULL;
  g_autofree char *text = NULL;

  if (!dov_case_next_find (dov_subject_page_get_store (page), family, &next) ||
      g_date_days_between (&today, &next.due) > DAYS_BEFORE)
    return;
  is_visit = next.kind == DOV_CASE_NEXT_VISIT;
  day = dov_family_dup_day (&next.due);
  text = g_strdup_printf (next.is_overdue ? _("Was needed by %s.") : _("Needed by %s."), day);
  notice = dov_subject_page_add_notice (page, next.is_overdue ? DOV_NOTICE_WARNS : DOV_NOTICE_INFORMS,
                                        is_visit ? _("Next step: a visit") : _("Next step: a review"), text,
                                        is_visit ? "family.visit" : "family.review");
  if (dov_subject_page_may_act (page, "family.put-off"))
    gtk_actionable_set_action_name (GTK_ACTIONABLE (dov_notice_add_action (notice, _("Put Off…"), NULL)), "family.put-off");
}

static gint64
find_joined (DovStore  *store,
             DovRecord *record)
{
  return dov_store_see_number (store, "SELECT other_id FROM live_family_link WHERE family_id = ?1 AND kind = 'merged'"
                               " AND until IS NULL ORDER BY since DESC LIMIT 1", "(x)", dov_record_get_id (record));
}

/* Whose case ended because two became one: the way on to where it goes on. */
static void
tell_joined (DovSubjectPage *page,
             DovRecord      *record)
{
  DovStore *store = dov_subject_page_get_store (page);
  gint64 id = find_joined (store, record);
  g_autoptr (DovFamily) other = id != 0 ? dov_store_look_up (store, DOV_TYPE_FAMILY, id) : NULL;
  g_autofree char *lead = NULL;

  if (other == NULL)
    return;
  lead = g_strdup_printf (_("Became one with the family: %s"), other->family_name);
  dov_subject_page_add_notice (page, DOV_NOTICE_INFORMS, lead, _("What was before stays here; the work goes on there."),
                               "family.joined");
}

static void
tell (DovSubjectPage *page,
      DovRecord      *record)
{
  DovFamily *family = DOV_FAMILY (record);
  g_autofree char *number = g_strdup_printf (_("case %s"), family->case_no);

  dov_subject_page_add_words (page, number);
  add_categories (page);
  tell_remark (page, family->urgent_remark);
  tell_joined (page, record);
  tell_next (page, family);
}

/* ---- what is known of what is begun here ---- */

/* Who works at this computer, else the curator or who stands in for them. */
static gint64
find_staff (DovSubjectPage *page)
{
  DovStore *store = dov_subject_page_get_store (page);
  gint64 curator = DOV_FAMILY (dov_subject_page_get_record (page))->curator_id;
  gint64 me = dov_goods_find_me (store);
  gint64 deputy = me == 0 ? dov_deputy_find (store, curator) : 0;

  return me != 0 ? me : deputy != 0 ? deputy : curator;
}

static gint64
find_person (DovSubjectPage *page,
             const char     *sql)
{
  GDate today = dov_today ();
  g_autofree char *day = dov_date_to_iso (&today);

  return dov_store_see_number (dov_subject_page_get_store (page), sql, "(xs)", dov_subject_page_get_id (page), day);
}

static void
begin_visit (DovSubjectPage *page,
             DovRecord      *draft)
{
  g_autoptr (GDateTime) now = dov_clock_dup_now ();

  dov_set (DOV_HOME_VISIT (draft), visited_at, now);
  dov_set (DOV_HOME_VISIT (draft), staff_id, find_staff (page));
}

static void
begin_call (DovSubjectPage *page,
            DovRecord      *draft)
{
  g_autoptr (GDateTime) now = dov_clock_dup_now ();

  dov_set (DOV_CONTACT_RECORD (draft), contacted_at, now);
  dov_set (DOV_CONTACT_RECORD (draft), form, DOV_CONTACT_FORM_CALL);
  dov_set (DOV_CONTACT_RECORD (draft), reached, TRUE);
  dov_set (DOV_CONTACT_RECORD (draft), staff_id, find_staff (page));
}

static void
begin_application (DovSubjectPage *page,
                   DovRecord      *draft)
{
  dov_set (DOV_WRITTEN_APPLICATION (draft), kind, DOV_APPLICATION_KIND_JOIN);
  dov_set (DOV_WRITTEN_APPLICATION (draft), person_id, find_person (page, APPLICANT));
}

static void
begin_plan (DovSubjectPage *page,
            DovRecord      *draft)
{
  GDate today = dov_today ();

  dov_set (DOV_CASE_PLAN (draft), since, &today);
}

/* The first of a family is the primary one. */
static void
begin_act (DovSubjectPage *page,
           DovRecord      *draft)
{
  gboolean has_one = dov_store_see_number (dov_subject_page_get_store (page),
                                           "SELECT count(*) FROM live_living_conditions_act WHERE family_id = ?1", "(x)",
                                           dov_subject_page_get_id (page)) > 0;

  dov_set (DOV_LIVING_CONDITIONS_ACT (draft), kind, has_one ? DOV_CONDITIONS_KIND_REPEAT : DOV_CONDITIONS_KIND_PRIMARY);
}

static void
begin_review (DovSubjectPage *page,
              DovRecord      *draft)
{
  GDate today = dov_today ();

  dov_set (DOV_CASE_REVIEW (draft), date, &today);
  dov_set (DOV_CASE_REVIEW (draft), reviewer_id, find_staff (page));
}

static void
begin_final_review (DovSubjectPage *page,
                    DovRecord      *draft)
{
  begin_review (page, draft);
  dov_set (DOV_CASE_REVIEW (draft), is_final, TRUE);
}

static void
begin_task (DovSubjectPage *page,
            DovRecord      *draft)
{
  dov_set (DOV_TASK (draft), staff_id, find_staff (page));
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

static void
begin_consent (DovSubjectPage *page,
               const char     *typed)
{
  dov_family_ask_consent (page, 0);
}

static void
begin_placement (DovSubjectPage *page,
                 const char     *typed)
{
  g_autoptr (DovRecord) draft = dov_record_new (DOV_TYPE_CHILD_PLACEMENT, 0);

  dov_set (DOV_CHILD_PLACEMENT (draft), person_id, find_person (page, ONLY_CHILD));
  dov_go_form (page, draft);
}

static void
move (DovSubjectPage *page,
      const char     *typed)
{
  g_autoptr (DovRecord) draft = dov_household_new_move (dov_subject_page_get_store (page), dov_subject_page_get_id (page));

  dov_go_form (page, draft);
}

static void
open_joined (DovSubjectPage *page,
             const char     *typed)
{
  dov_go_record (page, DOV_TYPE_FAMILY, find_joined (dov_subject_page_get_store (page), dov_subject_page_get_record (page)));
}

static gboolean
is_joined (DovStore  *store,
           DovRecord *record)
{
  return find_joined (store, record) != 0;
}

/* The new family is written down in the form of one, which asks who leaves. */
static void
split (DovSubjectPage *page,
       const char     *typed)
{
  g_autoptr (DovRecord) draft = dov_leavers_new_draft (dov_subject_page_get_store (page), dov_subject_page_get_id (page));

  dov_go_form (page, draft);
}

static void
join (DovSubjectPage *page,
      const char     *typed)
{
  g_autoptr (DovRecord) draft = dov_joiners_new_draft (dov_subject_page_get_id (page));

  dov_go_form (page, draft);
}

/* ---- the next step on another day ---- */

typedef struct
{
  DovFamily *family;
  char      *when;
  char      *reason;
} PutOff;

static void
free_put_off (gpointer data)
{
  PutOff *put_off = data;

  g_object_unref (put_off->family);
  g_free (put_off->when);
  g_free (put_off->reason);
  g_free (put_off);
}

static gboolean
do_put_off (DovStore  *store,
            gpointer   data,
            GError   **error)
{
  PutOff *put_off = data;

  return dov_case_next_put_off (store, put_off->family, put_off->when, put_off->reason, error);
}

static void
put_off_cb (DovAskCard     *card,
            DovSubjectPage *page)
{
  PutOff put_off = { .reason = g_strstrip (g_strdup (dov_ask_card_get_text (card, "why"))) };

  if (*put_off.reason == '\0')
    {
      dov_ask_card_refuse (card, "why", _("Type why. A few words are enough."));
      g_free (put_off.reason);
      return;
    }
  put_off.family = DOV_FAMILY (g_object_ref (dov_subject_page_get_record (page)));
  put_off.when = g_strdup (dov_ask_card_get_text (card, "when"));
  dov_deed_do (page, dov_subject_page_get_store (page), &(DovDeed) {
    .act = do_put_off, .card = card, .at = "when", .data = g_memdup2 (&put_off, sizeof put_off), .free_data = free_put_off });
}

static void
ask_put_off (DovSubjectPage *page,
             const char     *typed)
{
  GtkWidget *card = dov_ask_card_new (_("Put the next step off"), _("Put off"));

  dov_ask_card_add (DOV_ASK_CARD (card), "when", _("To which day *"), "");
  dov_ask_card_add (DOV_ASK_CARD (card), "why", _("Why *"), "");
  g_signal_connect (card, "go-on", G_CALLBACK (put_off_cb), page);
  dov_ask_card_ask (DOV_ASK_CARD (card), page);
}

/* ---- the urgent remark ---- */

static gboolean
set_remark (DovStore    *store,
            DovRecord   *record,
            const char  *remark,
            GError     **error)
{
  g_autoptr (DovRecord) draft = dov_record_dup (record);

  dov_set (DOV_FAMILY (draft), urgent_remark, remark);

  return dov_store_save (store, draft, error);
}

static gboolean
take_remark_off (DovStore    *store,
                 DovRecord   *record,
                 const char  *typed,
                 GError     **error)
{
  return set_remark (store, record, "", error);
}

static gboolean
has_remark (DovStore  *store,
            DovRecord *record)
{
  return *DOV_FAMILY (record)->urgent_remark != '\0';
}

/* ---- states of the case ---- */

#define STEP_TO(name, status, reason) \
  static gboolean \
  name (DovStore    *store, \
        DovRecord   *record, \
        const char  *typed, \
        GError     **error) \
  { \
    return dov_case_steps_take (store, DOV_FAMILY (record), status, reason, error); \
  }

STEP_TO (assess, DOV_CASE_STATUS_ASSESSED, 0)
STEP_TO (take_on, DOV_CASE_STATUS_ACTIVE, 0)
STEP_TO (watch, DOV_CASE_STATUS_MONITORING, 0)
STEP_TO (reject, DOV_CASE_STATUS_REJECTED, 0)
STEP_TO (refuse, DOV_CASE_STATUS_REFUSED, DOV_CLOSING_REASON_REFUSED)
STEP_TO (suspend, DOV_CASE_STATUS_SUSPENDED, 0)
STEP_TO (transfer, DOV_CASE_STATUS_TRANSFERRED, DOV_CLOSING_REASON_TRANSFERRED)

/* Back to where it stood before it went aside. */
static gboolean
take_up_again (DovStore    *store,
               DovRecord   *record,
               const char  *typed,
               GError     **error)
{
  gboolean is_examined = dov_case_path_is_open (store, DOV_FAMILY (record), DOV_CASE_STATUS_ASSESSED);

  return dov_case_steps_take (store, DOV_FAMILY (record), is_examined ? DOV_CASE_STATUS_ASSESSED : DOV_CASE_STATUS_IDENTIFIED,
                              0, error);
}

#define MAY_BECOME(name, status) \
  static gboolean \
  name (DovStore  *store, \
        DovRecord *record) \
  { \
    return dov_case_path_is_open (store, DOV_FAMILY (record), status); \
  }

MAY_BECOME (may_assess, DOV_CASE_STATUS_ASSESSED)
MAY_BECOME (may_take_on, DOV_CASE_STATUS_ACTIVE)
MAY_BECOME (may_watch, DOV_CASE_STATUS_MONITORING)
MAY_BECOME (may_close, DOV_CASE_STATUS_CLOSED)

/* ---- taking off: what ends with it is seen before, the reason is asked ---- */

typedef struct
{
  DovFamily        *family;
  DovClosingReason  reason;
} Closing;

static void
free_closing (gpointer data)
{
  Closing *closing = data;

  g_object_unref (closing->family);
  g_free (closing);
}

static gboolean
close_case (DovStore  *store,
            gpointer   data,
            GError   **error)
{
  Closing *closing = data;

  return dov_case_steps_take (store, closing->family, DOV_CASE_STATUS_CLOSED, closing->reason, error);
}

static void
closed_cb (DovAskCard     *card,
           DovSubjectPage *page)
{
  Closing closing = { .reason = (DovClosingReason) dov_ask_card_get_choice (card, "reason") };

  if (closing.reason == 0)
    {
      dov_ask_card_refuse (card, "reason", _("Choose the reason."));
      return;
    }
  closing.family = DOV_FAMILY (g_object_ref (dov_subject_page_get_record (page)));
  dov_deed_do (page, dov_subject_page_get_store (page), &(DovDeed) {
    .act = close_case, .card = card, .at = "reason", .data = g_memdup2 (&closing, sizeof closing), .free_data = free_closing });
}

static char *
dup_endings (DovSubjectPage *page)
{
  g_autoptr (GPtrArray) endings = dov_case_steps_list_endings (dov_subject_page_get_store (page), dov_subject_page_get_id (page));
  g_autoptr (GString) categories = g_string_new (NULL);
  g_autoptr (GString) tasks = g_string_new (NULL);
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < endings->len; i++)
    {
      const DovCaseEnding *ending = endings->pdata[i];

      dov_join (ending->type == DOV_TYPE_TASK ? tasks : categories, ", ", ending->words);
    }
  if (categories->len > 0)
    g_string_append_printf (words, _("Categories that end with it: %s."), categories->str);
  if (tasks->len > 0 && words->len > 0)
    g_string_append_c (words, '\n');
  if (tasks->len > 0)
    g_string_append_printf (words, _("Tasks that end with it: %s."), tasks->str);
  if (words->len == 0)
    g_string_append (words, _("No category and no task is open."));

  return g_string_free (g_steal_pointer (&words), FALSE);
}

static void
begin_closing (DovSubjectPage *page,
               const char     *typed)
{
  GtkWidget *card = dov_ask_card_new (_("Take the family off support"), _("Take off"));
  g_autofree char *endings = dup_endings (page);

  dov_ask_card_add_words (DOV_ASK_CARD (card), endings);
  dov_ask_card_add_choice (DOV_ASK_CARD (card), "reason", _("Reason of taking off"), dov_closing_reason_get_type ());
  g_signal_connect (card, "go-on", G_CALLBACK (closed_cb), page);
  dov_ask_card_ask (DOV_ASK_CARD (card), page);
}

/* ---- what can be done ---- */

#define NEW(name_, label_, type_) .name = "family." name_, .label = label_, .kind = DOV_ACT_NEW, .type = type_
#define PAPER(name_, label_, code_) \
  .name = "family." name_, .label = label_, .kind = DOV_ACT_PAPER, .code = code_, .place = DOV_ACT_IN_MENU, \
  .is_covered = TRUE
#define DO(name_, label_, rule_) .name = "family." name_, .label = label_, .kind = DOV_ACT_DO, .rule = rule_, .is_covered = TRUE

static const DovAct acts[] = {
  { "family.papers", N_("Papers…"), "document-print-symbolic", "<Control>p", .kind = DOV_ACT_RUN,
    .run = dov_family_prints_find, .reads = TRUE, .is_covered = TRUE },
  { "family.edit", N_("Change what is known of the family"), .kind = DOV_ACT_EDIT },

  { NEW ("visit", N_("A visit"), dov_home_visit_get_type), .icon = "dov-go-home-symbolic", .key = "F2", .prepare = begin_visit,
    .place = DOV_ACT_AT_FOOT },
  { NEW ("give", N_("Hand Out"), dov_distribution_get_type), .icon = "dov-package-x-generic-symbolic", .key = "F4",
    .prepare = give_here, .place = DOV_ACT_AT_FOOT },
  { NEW ("call", N_("Call"), dov_contact_record_get_type), .icon = "mail-forward-symbolic", .key = "F7", .prepare = begin_call,
    .place = DOV_ACT_AT_FOOT },
  { DO ("remark", N_("Urgent remark"), set_remark), .icon = "dialog-warning-symbolic", .key = "F8",
    .asks = N_("What must be known before anything else"), .place = DOV_ACT_AT_FOOT },

  { NEW ("add", N_("Add a person"), dov_family_member_get_type), .place = DOV_ACT_UNSEEN, .is_main = TRUE },
  { NEW ("category", N_("Add"), dov_family_category_get_type), .prepare = hold_from_today, .place = DOV_ACT_UNSEEN },
  { NEW ("link", N_("Link…"), dov_family_link_get_type), .link = "family_id", .place = DOV_ACT_UNSEEN },
  { NEW ("lend", N_("Lend"), dov_rental_loan_get_type), .prepare = give_here, .place = DOV_ACT_UNSEEN },
  { NEW ("final-review", N_("Final review"), dov_case_review_get_type), .prepare = begin_final_review, .place = DOV_ACT_UNSEEN },
  { NEW ("register", N_("New entry of a register"), dov_register_entry_get_type), .place = DOV_ACT_UNSEEN },
  { NEW ("incoming", N_("New incoming paper"), dov_incoming_paper_get_type), .place = DOV_ACT_UNSEEN },
  { DO ("calm", N_("Take it off"), take_remark_off), .may = has_remark, .place = DOV_ACT_UNSEEN },

  { DO ("assess", N_("Mark as examined"), assess), .while_in = "identified", .may = may_assess, .place = DOV_ACT_IN_MENU },
  { DO ("take-on", N_("Take on support"), take_on), .while_in = "assessed", .may = may_take_on, .place = DOV_ACT_IN_MENU },
  { DO ("watch", N_("Watch after support"), watch), .while_in = "active", .may = may_watch, .place = DOV_ACT_IN_MENU },
  { DO ("resume", N_("Take on support again"), take_on), .while_in = "suspended monitoring closed refused transferred",
    .may = may_take_on, .place = DOV_ACT_IN_MENU },
  { DO ("again", N_("Take up again"), take_up_again), .while_in = "closed refused transferred rejected",
    .place = DOV_ACT_IN_MENU },
  { DO ("suspend", N_("Suspend support"), suspend), .while_in = "active", .place = DOV_ACT_IN_MENU },
  { "family.close", N_("Take off…"), .kind = DOV_ACT_RUN, .run = begin_closing, .while_in = "active monitoring suspended",
    .may = may_close, .place = DOV_ACT_IN_MENU, .is_covered = TRUE },
  { DO ("refuse", N_("The family refused"), refuse), .while_in = "identified assessed active suspended",
    .place = DOV_ACT_IN_MENU },
  { DO ("reject", N_("Needs no support"), reject), .while_in = "identified assessed", .place = DOV_ACT_IN_MENU },
  { DO ("transfer", N_("Hand to another organisation"), transfer),
    .while_in = "identified assessed active monitoring suspended", .place = DOV_ACT_IN_MENU },

  { "family.put-off", N_("Put the next step off…"), .kind = DOV_ACT_RUN, .run = ask_put_off, .while_in = "active monitoring",
    .may = dov_case_next_may_put_off, .place = DOV_ACT_IN_MENU, .is_covered = TRUE },

  { NEW ("application", N_("New application"), dov_written_application_get_type), .prepare = begin_application,
    .place = DOV_ACT_IN_MENU, .begins = TRUE },
  { "family.consent", N_("New consent"), .kind = DOV_ACT_RUN, .run = begin_consent, .place = DOV_ACT_IN_MENU },
  { NEW ("act", N_("New act of living conditions"), dov_living_conditions_act_get_type), .prepare = begin_act,
    .place = DOV_ACT_IN_MENU },
  { NEW ("plan", N_("New programme"), dov_case_plan_get_type), .prepare = begin_plan, .place = DOV_ACT_IN_MENU },
  { NEW ("review", N_("New review"), dov_case_review_get_type), .prepare = begin_review, .place = DOV_ACT_IN_MENU,
    .is_covered = TRUE },
  { NEW ("task", N_("New task"), dov_task_get_type), .prepare = begin_task, .place = DOV_ACT_IN_MENU,
    .is_covered = TRUE },
  { NEW ("notice", N_("New notice"), dov_outgoing_notice_get_type), .place = DOV_ACT_IN_MENU, .is_covered = TRUE },
  { "family.placement", N_("A child is placed…"), .kind = DOV_ACT_RUN, .run = begin_placement, .place = DOV_ACT_IN_MENU,
    .is_covered = TRUE },

  { PAPER ("passport", N_("Social passport"), "D-01"), .begins = TRUE },
  { PAPER ("information", N_("Information on the work done"), "D-59") },
  { PAPER ("agreement", N_("Agreement on support"), "D-61") },
  { PAPER ("petition", N_("Petition on a register"), "D-13") },
  { PAPER ("contents", N_("List of papers in the case file"), "D-60") },

  { "family.move", N_("Give the family to another lounge"), .kind = DOV_ACT_RUN, .run = move, .place = DOV_ACT_IN_MENU,
    .begins = TRUE },
  { "family.joined", N_("Open that family"), .kind = DOV_ACT_RUN, .run = open_joined, .may = is_joined,
    .place = DOV_ACT_UNSEEN },
  { "family.split", N_("The family has parted…"), .kind = DOV_ACT_RUN, .run = split, .place = DOV_ACT_IN_MENU,
    .is_covered = TRUE },
  { "family.join", N_("To become one with another family…"), .kind = DOV_ACT_RUN, .run = join, .place = DOV_ACT_IN_MENU,
    .is_covered = TRUE },
  { "family.remove", .kind = DOV_ACT_REMOVE, .place = DOV_ACT_IN_MENU },
  { NULL },
};

/* ---- seven questions ---- */

static gboolean
is_with_visitor (DovStore  *store,
                 DovRecord *record)
{
  return dov_visitor_is_near ();
}

static const DovTab overview[] = {
  { "members", N_("Who belongs to the family"), { &dov_family_members } },
  { "programme", N_("Programme"), .make = dov_family_programme_new, .refresh = dov_family_programme_show },
  { "kin", N_("Linked families"), .make = dov_family_kin_new, .refresh = dov_family_kin_show },
  { NULL },
};

static const DovTab overview_beside[] = {
  { "beside", N_("Beside the family"), .make = dov_family_beside_new, .refresh = dov_family_beside_show },
  { "soon", N_("Soon"), .make = dov_family_soon_new, .refresh = dov_family_soon_show, .may = is_with_visitor },
  { "timeline", N_("What there was"), .make = dov_family_timeline_new_last, .refresh = dov_family_timeline_show,
    .is_covered = TRUE },
  { NULL },
};

static const DovTab support[] = {
  { "doors", N_("What is missing"), .make = dov_family_doors_new, .refresh = dov_family_doors_show },
  { "programmes", N_("Programmes"), { &dov_family_programmes } },
  { "doubts", N_("Check the categories"), .make = dov_family_doubts_new, .refresh = dov_family_doubts_show },
  { "categories", N_("Categories"), { &dov_family_categories, &dov_family_registers } },
  { "tasks", N_("Tasks"), { &dov_family_tasks } },
  { "periods", N_("On support"), { &dov_family_support } },
  { NULL },
};

static const DovTab support_beside[] = {
  { "ways", N_("Or otherwise"), .make = dov_family_ways_new, .refresh = dov_family_ways_show },
  { "reviews", N_("Reviews"), { &dov_family_reviews }, .make = dov_family_marks_new, .refresh = dov_family_marks_show,
    .is_below = TRUE },
  { "placements", N_("Where the children live"), { &dov_family_placements } },
  { "signals", N_("Signals"), { &dov_family_signals } },
  { NULL },
};

static const DovTab meetings[] = {
  { "visits", N_("Home visits"), { &dov_family_home_visits } },
  { "events", N_("Came to events"), .make = dov_family_visits_new, .refresh = dov_family_visits_show },
  { NULL },
};

static const DovTab meetings_beside[] = {
  { "calls", N_("Calls and talks"), { &dov_family_calls } },
  { "attempts", N_("Nobody met"), { &dov_family_attempts }, .is_uncounted = TRUE },
  { "findings", N_("Found by the patrol"), { &dov_family_findings }, .is_covered = TRUE, .is_uncounted = TRUE },
  { NULL },
};

static const DovTab help[] = {
  { "needs", N_("Needs"), .offered = "family.needs" },
  { "gifts", N_("Given"), .offered = "family.gifts" },
  { NULL },
};

static const DovTab help_beside[] = {
  { "loans", N_("Rental"), .offered = "family.loans" },
  { NULL },
};

static const DovTab home[] = {
  { "dwelling", N_("Home"), .make = dov_family_home_new, .refresh = dov_family_home_show },
  { "acts", N_("Examinations"), { &dov_family_acts } },
  { NULL },
};

static const DovTab home_beside[] = {
  { "facts", N_("Income and the family"), .fields = "structure income_sources household_farm strengths relations_note",
    .fields_act = "family.edit" },
  { NULL },
};

static const DovTab papers[] = {
  { "consent-table", N_("Who consented to what"), .offered = "family.consents" },
  { "consents", N_("Consents"), { &dov_family_consents } },
  { "applications", N_("Applications"), { &dov_family_applications } },
  { "incoming", N_("Came in"), { &dov_family_incoming }, .is_covered = TRUE },
  { "notices", N_("Sent out"), { &dov_family_notices }, .is_covered = TRUE },
  { "decisions", N_("Decisions of meetings"), { &dov_family_decisions }, .is_covered = TRUE },
  { "files", N_("Files"), .make = dov_files_part_new, .refresh = dov_files_part_show, .is_covered = TRUE },
  { "prints", N_("Can be printed"), .make = dov_family_prints_new, .refresh = dov_family_prints_show, .is_covered = TRUE,
    .is_uncounted = TRUE },
  { NULL },
};

static const DovTab history[] = {
  { "all", N_("What there was"), .make = dov_family_timeline_new_all, .refresh = dov_family_timeline_show },
  { NULL },
};

static const DovTab tabs[] = {
  { "overview", N_("Overview"), .parts = overview, .beside = overview_beside, .is_uncounted = TRUE },
  { "support", N_("Support"), .parts = support, .beside = support_beside, .is_covered = TRUE, .is_uncounted = TRUE },
  { "meetings", N_("Meetings and visits"), .short_title = N_("Meetings"), .parts = meetings, .beside = meetings_beside },
  { "help", N_("Help and results"), .short_title = N_("Help given"), .parts = help, .beside = help_beside },
  { "home", N_("Home and income"), .short_title = N_("Home"), .parts = home, .beside = home_beside, .is_covered = TRUE,
    .is_uncounted = TRUE },
  { "papers", N_("Papers"), .parts = papers },
  { "history", N_("History"), .parts = history, .is_covered = TRUE },
  { NULL },
};

const DovSubject dov_family_subject = {
  dov_family_get_type, "families", .state = "case_status", .title = dup_title, .facts = "address phone",
  .facts_words = dup_facts, .path = dov_family_path_show, .acts = acts, .tabs_label = N_("Sections of the family"),
  .tabs = tabs, .tell = tell, .keeps_head = TRUE, .for_visitors = TRUE,
};
