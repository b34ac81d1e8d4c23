/* dov-plan-page.c - a programme of support: how far it has come, what comes next, problems with their steps */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-plan-page.h"

#include <glib/gi18n.h>

#include "dov-capital.h"
#include "dov-case-plan.h"
#include "dov-case-review.h"
#include "dov-child-place.h"
#include "dov-consent-table.h"
#include "dov-family.h"
#include "dov-go.h"
#include "dov-join.h"
#include "dov-label.h"
#include "dov-meeting.h"
#include "dov-plan-action.h"
#include "dov-plan-participant.h"
#include "dov-plan-problem-box.h"
#include "dov-plan-progress.h"
#include "dov-plan-step.h"
#include "dov-plan-work.h"
#include "dov-stage-page.h"
#include "dov-subject-page.h"

/* ---- to the next state: what it asks for, and no more ---- */

static const struct
{
  DovPlanStatus status;
  DovStage      stage;
} stages[] = {
  { DOV_PLAN_STATUS_AGREED,
    { N_("Agree with the family"), N_("The family signs the programme as it is now."), N_("The Family Has Signed"),
      "family_agreed_on signer_id" } },
  { DOV_PLAN_STATUS_APPROVED,
    { N_("Approve the programme"),
      N_("A specialist approves it, or a body with the number of its protocol. Then it stays as it was signed."),
      N_("Approve"), "no approved_on approved_by_id", "body_id protocol_no protocol_on" } },
  { DOV_PLAN_STATUS_COMPLETED,
    { N_("Complete the programme"), N_("All its steps are done or dropped."), N_("Complete"), "ended_on outcome",
      "conclusion" } },
  { DOV_PLAN_STATUS_TERMINATED,
    { N_("End the programme early"), N_("Its steps that are not done stay so."), N_("End Early"), "ended_on outcome",
      "conclusion" } },
};

/**
 * dov_plan_open:
 *
 * Returns: (transfer floating) (nullable): for a programme on its way to another state, the form of what that asks for
 */
DovPage *
dov_plan_open (DovStore  *store,
               DovRecord *draft,
               gint64     kept)
{
  for (guint i = 0; i < G_N_ELEMENTS (stages); i++)
    if (stages[i].status == DOV_CASE_PLAN (draft)->status && dov_plan_work_is_stage (store, draft))
      return dov_stage_page_new (store, draft, kept, &stages[i].stage);

  return NULL;
}

static void
go_to (DovSubjectPage *page,
       DovPlanStatus   status)
{
  g_autoptr (DovRecord) draft = dov_plan_work_new_stage (dov_subject_page_get_store (page), dov_subject_page_get_record (page),
                                                         status);

  dov_go_form (page, draft);
}

static void
agree (DovSubjectPage *page,
       const char     *typed)
{
  go_to (page, DOV_PLAN_STATUS_AGREED);
}

static void
approve (DovSubjectPage *page,
         const char     *typed)
{
  go_to (page, DOV_PLAN_STATUS_APPROVED);
}

static void
complete (DovSubjectPage *page,
          const char     *typed)
{
  go_to (page, DOV_PLAN_STATUS_COMPLETED);
}

static void
terminate (DovSubjectPage *page,
           const char     *typed)
{
  go_to (page, DOV_PLAN_STATUS_TERMINATED);
}

/* ---- versions ---- */

typedef struct
{
  DovRecord *plan;
  gint64     version;
} Making;

static void
free_making (gpointer data)
{
  Making *making = data;

  g_object_unref (making->plan);
  g_free (making);
}

static gboolean
make_version (DovStore    *store,
              gpointer     data,
              const char  *reason,
              GError     **error)
{
  Making *making = data;

  return dov_plan_work_make_version (store, making->plan, reason, &making->version, error);
}

static void
open_version (gpointer from,
              gpointer data)
{
  dov_go_record (from, DOV_TYPE_CASE_PLAN, ((Making *) data)->version);
}

static void
ask_version (DovSubjectPage *page,
             const char     *typed)
{
  Making making = { g_object_ref (dov_subject_page_get_record (page)), 0 };

  dov_deed_ask (page, dov_subject_page_get_store (page), &(DovAsk) {
    .title = _("A new version: what is changed is signed anew, until then this one goes on"), .go_on = _("Make the Version"),
    .line = _("Why a new version"), .text = "", .act = make_version, .done = open_version,
    .data = g_memdup2 (&making, sizeof making), .free_data = free_making });
}

static void
open_next (DovSubjectPage *page,
           const char     *typed)
{
  dov_go_record (page, DOV_TYPE_CASE_PLAN,
                 dov_plan_version_find_next (dov_subject_page_get_store (page), dov_subject_page_get_id (page)));
}

static gboolean
has_no_next (DovStore  *store,
             DovRecord *record)
{
  return DOV_CASE_PLAN (record)->kind != DOV_PLAN_KIND_FOREIGN &&
         dov_plan_version_find_next (store, dov_record_get_id (record)) == 0;
}

static gboolean
has_next (DovStore  *store,
          DovRecord *record)
{
  return dov_plan_version_find_next (store, dov_record_get_id (record)) != 0;
}

/* ---- what is told ---- */

static char *
dup_title (DovStore  *store,
           DovRecord *record)
{
  g_autofree char *kind = dov_field_path_dup (store, record, "kind", "");

  return DOV_CASE_PLAN (record)->kind == DOV_PLAN_KIND_FAMILY_CHILDREN ? g_strdup_printf (_("Programme %s"), kind)
                                                                       : dov_capitalise (kind);
}

/* «Черемисиновы · 20.01.2027–20.07.2027 · цель: в доме безопасно и тепло» */
static char *
dup_facts (DovStore  *store,
           DovRecord *record)
{
  DovCasePlan *plan = DOV_CASE_PLAN (record);
  g_autofree char *family = dov_field_path_dup (store, record, "family_id.family_name", "");
  g_autofree char *since = dov_date_to_shown (plan->since);
  g_autofree char *until = dov_date_to_shown (plan->until);
  g_autofree char *span = g_strdup_printf ("%s–%s", since, until);
  g_autofree char *goal = g_strdup_printf (_("aim: %s"), plan->goal);
  g_autofree char *no = *plan->no != '\0' ? g_strdup_printf (_("no. %s"), plan->no) : NULL;
  g_autoptr (GString) facts = g_string_new (family);

  dov_join (facts, DOV_JOIN_FACTS, no);
  dov_join (facts, DOV_JOIN_FACTS, span);
  dov_join (facts, DOV_JOIN_FACTS, goal);

  return g_string_free (g_steal_pointer (&facts), FALSE);
}

/* The strong button stands where it is said why. */
static void
offer (DovSubjectPage *page,
       DovNoticeKind   kind,
       const char     *lead,
       const char     *text,
       const char     *label,
       const char     *act)
{
  DovNotice *notice = dov_subject_page_add_notice (page, kind, lead, text, NULL);
  GtkWidget *button;

  if (!dov_subject_may_write (dov_subject_page_get_store (page), dov_subject_page_get_record (page)))
    return;
  button = dov_notice_add_action (notice, label, NULL);
  gtk_widget_add_css_class (button, "suggested-action");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), act);
}

static gboolean
is_family_on_support (DovStore    *store,
                      DovCasePlan *plan)
{
  g_autoptr (DovFamily) family = dov_store_look_up (store, DOV_TYPE_FAMILY, plan->family_id);

  return family != NULL && family->case_status == DOV_CASE_STATUS_ACTIVE;
}

static void
tell_of_draft (DovSubjectPage        *page,
               DovCasePlan           *plan,
               const DovPlanProgress *progress,
               guint                  version)
{
  DovStore *store = dov_subject_page_get_store (page);
  g_autofree char *changes = dov_plan_version_dup_changes (store, plan);
  g_autofree char *waits = g_strdup_printf (
    _("Version %1$u waits for the signature of the family; until then version %2$u goes on"), version, version - 1);
  const char *lead = version > 1 ? waits
                                 : _("The programme is a draft: nothing is carried out until the family has signed");

  if (progress->n_all == 0)
    offer (page, DOV_NOTICE_WARNS, _("The programme is empty"),
           _("Problems with their causes come first, then the steps. What is usual for such families can be taken at once "
             "and put right."), _("Take What Is Usual"), "plan.usual");
  else
    offer (page, DOV_NOTICE_WARNS, lead, changes, _("Agree with the Family…"), "plan.agree");
}

static void
tell_of_approved (DovSubjectPage *page,
                  DovCasePlan    *plan)
{
  if (is_family_on_support (dov_subject_page_get_store (page), plan))
    offer (page, DOV_NOTICE_INFORMS, _("The programme is approved"),
           _("From the day it is begun its steps are counted, and the version before ends."), _("Begin"), "plan.begin");
  else
    offer (page, DOV_NOTICE_WARNS, _("The programme is approved, and the family is not on support yet"),
           _("It begins when the family is taken on support."), _("Open the Family"), "plan.family");
}

static void
tell_of_work (DovSubjectPage        *page,
              DovCasePlan           *plan,
              const DovPlanProgress *progress)
{
  GDate today = dov_today ();

  if (progress->n_all > 0 && progress->n_done == progress->n_all)
    offer (page, DOV_NOTICE_INFORMS, _("All steps are done"), _("Say what came of the programme."), _("Complete…"),
           "plan.complete");
  else if (plan->until != NULL && g_date_compare (plan->until, &today) < 0)
    offer (page, DOV_NOTICE_WARNS, _("The term of the programme is over"),
           _("What is not done goes on in a new version with a new term, or the programme is ended."), _("New Version…"),
           "plan.version");
}

/* What changed in the household and may change the steps, which name nobody: a question, decided by who leads the family. */
static void
tell_of_household (DovSubjectPage *page,
                   DovCasePlan    *plan)
{
  DovStore *store = dov_subject_page_get_store (page);
  g_autofree char *away = dov_child_place_dup_away (store, plan->family_id);
  g_autofree char *grown = dov_consent_table_dup_turning (store, plan->family_id, plan->until);
  g_autofree char *elsewhere = g_strdup_printf (_("Lives elsewhere now: %s"), away);
  g_autofree char *turning = g_strdup_printf (_("Turns 18 while the programme runs: %s"), grown);

  if (*away != '\0')
    dov_subject_page_add_notice (page, DOV_NOTICE_INFORMS, elsewhere,
                                 _("Look which steps are about the child: they can wait, or be changed in a new version."),
                                 "plan.family");
  if (*grown != '\0')
    dov_subject_page_add_notice (page, DOV_NOTICE_INFORMS, turning,
                                 _("From that day they sign for themselves: take a consent of their own, and look which "
                                   "steps are about them."), "plan.family");
}

static void
tell (DovSubjectPage *page,
      DovRecord      *record)
{
  DovStore *store = dov_subject_page_get_store (page);
  DovCasePlan *plan = DOV_CASE_PLAN (record);
  guint version = dov_plan_version_count (store, dov_record_get_id (record));
  gint64 next = dov_plan_version_find_next (store, dov_record_get_id (record));
  g_autofree char *mark = g_strdup_printf (_("version %u"), version);
  DovPlanProgress progress;
  GDate today = dov_today ();

  dov_plan_progress_count (store, dov_record_get_id (record), &today, &progress);
  if (version > 1 || next != 0)
    dov_subject_page_add_mark (page, mark, NULL);
  if (next != 0)
    {
      g_autofree char *lead = g_strdup_printf (_("There is version %u"), version + 1);

      dov_subject_page_add_notice (page, DOV_NOTICE_INFORMS, lead, _("What is changed stands there."), "plan.next");
    }
  if (plan->kind == DOV_PLAN_KIND_FOREIGN)
    return;
  if (plan->status == DOV_PLAN_STATUS_APPROVED || plan->status == DOV_PLAN_STATUS_IN_PROGRESS)
    tell_of_household (page, plan);
  if (plan->status == DOV_PLAN_STATUS_DRAFT)
    tell_of_draft (page, plan, &progress, version);
  else if (plan->status == DOV_PLAN_STATUS_AGREED)
    offer (page, DOV_NOTICE_INFORMS, _("The family has agreed"), _("Now the programme is approved."), _("Approve…"),
           "plan.approve");
  else if (plan->status == DOV_PLAN_STATUS_APPROVED)
    tell_of_approved (page, plan);
  else if (plan->status == DOV_PLAN_STATUS_IN_PROGRESS && next == 0)
    tell_of_work (page, plan, &progress);
}

/* ---- how far it has come ---- */

static GtkWidget *
progress_new (DovSubjectPage *page)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *bar = g_object_new (GTK_TYPE_LEVEL_BAR, "name", "bar", "hexpand", TRUE, "valign", GTK_ALIGN_CENTER, NULL);

  gtk_widget_add_css_class (bar, "thin");
  gtk_box_append (GTK_BOX (box), bar);
  gtk_box_append (GTK_BOX (box), dov_label_new ("", "numeric"));

  return box;
}

static guint
progress_show (DovSubjectPage *page,
               GtkWidget      *box)
{
  GtkWidget *bar = gtk_widget_get_first_child (box);
  GDate today = dov_today ();
  DovPlanProgress progress;
  g_autofree char *words = NULL;

  dov_plan_progress_count (dov_subject_page_get_store (page), dov_subject_page_get_id (page), &today, &progress);
  words = dov_plan_progress_dup_words (&progress);
  gtk_level_bar_set_max_value (GTK_LEVEL_BAR (bar), MAX (progress.n_all, 1));
  gtk_level_bar_set_value (GTK_LEVEL_BAR (bar), progress.n_done);
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_last_child (box)), words);
  dov_name_widget (bar, words);
  gtk_widget_set_visible (box, progress.n_all > 0);

  return progress.n_all;
}

/* ---- steps and problems ---- */

static GtkWidget *
urgent_row_new (DovStore  *store,
                DovRecord *record)
{
  return dov_plan_step_row_new (store, DOV_PLAN_ACTION (record), TRUE);
}

static gboolean
has_urgent (DovStore  *store,
            DovRecord *record)
{
  g_autoptr (GArray) ids = dov_plan_progress_list_urgent (store, dov_record_get_id (record));

  return ids->len > 0;
}

static const DovRelatedList urgent = {
  N_("Overdue and this week"), N_("Nothing is due this week."), dov_plan_action_get_type, "plan_id",
  .ids = dov_plan_progress_list_urgent, .row = urgent_row_new,
};

static GtkWidget *
problems_new (DovSubjectPage *page)
{
  return gtk_box_new (GTK_ORIENTATION_VERTICAL, 16);
}

static guint
problems_show (DovSubjectPage *page,
               GtkWidget      *box)
{
  DovStore *store = dov_subject_page_get_store (page);
  DovCasePlan *plan = DOV_CASE_PLAN (dov_subject_page_get_record (page));
  g_autoptr (GArray) above = dov_plan_progress_list_urgent (store, dov_subject_page_get_id (page));
  g_autoptr (GPtrArray) problems = dov_store_read (store, DOV_TYPE_PLAN_PROBLEM, &(DovQuery) {
    .where = "plan_id = ?1", .params = g_variant_new ("(x)", dov_subject_page_get_id (page)),
    .order = "severity", .descending = TRUE });

  dov_clear_box (box);
  for (guint i = 0; i < problems->len; i++)
    gtk_box_append (GTK_BOX (box), dov_plan_problem_box_new (store, plan, problems->pdata[i], i + 1, above));
  gtk_box_append (GTK_BOX (box), dov_plan_problem_box_new (store, plan, NULL, 0, above));

  return problems->len;
}

/* ---- at the right: who, reviews, versions ---- */

static void
add_party_cb (DovSubjectPage *page)
{
  dov_subject_page_act (page, "plan.participant");
}

static GtkWidget *
parties_new (DovSubjectPage *page)
{
  GtkWidget *section = dov_section_box_new (_("Who carries it out"));

  dov_section_box_set_empty (DOV_SECTION_BOX (section), _("Nobody yet: the family has no curator, and no step says who."));
  if (!dov_store_is_read_only (dov_subject_page_get_store (page)))
    dov_section_box_set_more (DOV_SECTION_BOX (section), _("Add"));
  g_signal_connect_swapped (section, "more-clicked", G_CALLBACK (add_party_cb), page);

  return section;
}

static guint
parties_show (DovSubjectPage *page,
              GtkWidget      *section)
{
  g_autoptr (GPtrArray) parties = dov_plan_progress_list_parties (dov_subject_page_get_store (page),
                                                                  dov_subject_page_get_id (page));

  dov_section_box_clear (DOV_SECTION_BOX (section));
  for (guint i = 0; i < parties->len; i++)
    {
      const DovPlanParty *party = parties->pdata[i];
      g_autofree char *steps = g_strdup_printf (ngettext ("%u step", "%u steps", party->n_steps), party->n_steps);
      g_autoptr (GString) words = g_string_new (party->words);
      GtkWidget *row;

      if (party->n_steps > 0)
        dov_join (words, DOV_JOIN_WORDS, steps);
      row = dov_row_line_new ("", party->name, words->str);
      dov_row_line_open_record (DOV_ROW_LINE (row), party->type, party->id);
      dov_section_box_append (DOV_SECTION_BOX (section), row);
    }

  return parties->len;
}

static char *
dup_review (DovStore  *store,
            DovRecord *record)
{
  g_autofree char *dynamics = dov_field_path_dup (store, record, "dynamics", "");

  return dov_capitalise (dynamics);
}

static char *
dup_review_words (DovStore  *store,
                  DovRecord *record)
{
  DovCaseReview *review = DOV_CASE_REVIEW (record);
  g_autofree char *next = dov_date_to_shown (review->next_review_on);

  return review->next_review_on != NULL ? g_strdup_printf (_("the next until %s"), next) : g_strdup (review->conclusion);
}

/* Those of the family since the programme began. */
static const DovRelatedList reviews = {
  N_("Reviews"), N_("None since the programme began."), dov_case_review_get_type, NULL,
  .sql = "SELECT r.id FROM live_case_review r JOIN case_plan p ON p.family_id = r.family_id WHERE p.id = ?1"
         " AND r.date >= p.since AND r.date <= coalesce (p.ended_on, r.date) ORDER BY r.date DESC, r.id DESC",
  .add = N_("Hold…"), .add_act = "plan.review", .lead = "date", .first_words = dup_review, .second_words = dup_review_words,
};

static char *
dup_version (DovStore  *store,
             DovRecord *record)
{
  return g_strdup_printf (_("Version %u"), dov_plan_version_count (store, dov_record_get_id (record)));
}

/* «утверждена 27.01.2027 · подписала Черемисинова О.В.» */
static char *
dup_version_words (DovStore  *store,
                   DovRecord *record)
{
  DovCasePlan *plan = DOV_CASE_PLAN (record);
  g_autofree char *agreed = dov_date_to_shown (plan->family_agreed_on);
  g_autofree char *approved = dov_date_to_shown (plan->approved_on);
  g_autofree char *signed_on = plan->family_agreed_on != NULL ? g_strdup_printf (_("signed by the family on %s"), agreed)
                                                              : g_strdup (_("not signed by the family"));
  g_autofree char *approved_on = plan->approved_on != NULL ? g_strdup_printf (_("approved on %s"), approved) : NULL;
  g_autoptr (GString) words = g_string_new (approved_on);

  dov_join (words, DOV_JOIN_WORDS, signed_on);
  dov_join (words, DOV_JOIN_WORDS, plan->change_reason);

  return g_string_free (g_steal_pointer (&words), FALSE);
}

static const DovRelatedList versions = {
  N_("Versions"), N_("None."), dov_case_plan_get_type, NULL, .ids = dov_plan_version_list,
  .first_words = dup_version, .second_words = dup_version_words,
  .state = "status",
};

/* ---- acts ---- */

static void
open_family (DovSubjectPage *page,
             const char     *typed)
{
  dov_go_record (page, DOV_TYPE_FAMILY, DOV_CASE_PLAN (dov_subject_page_get_record (page))->family_id);
}

static void
new_review (DovSubjectPage *page,
            const char     *typed)
{
  g_autoptr (DovRecord) draft = dov_record_new (DOV_TYPE_CASE_REVIEW, 0);
  DovCasePlan *plan = DOV_CASE_PLAN (dov_subject_page_get_record (page));
  DovStore *store = dov_subject_page_get_store (page);

  dov_set (DOV_CASE_REVIEW (draft), family_id, plan->family_id);
  dov_set (DOV_CASE_REVIEW (draft), reviewer_id, dov_meeting_find_staff (store, plan->family_id));
  dov_go_form (page, draft);
}

/* What is usual is taken once. */
static gboolean
is_empty (DovStore  *store,
          DovRecord *record)
{
  GDate today = dov_today ();
  DovPlanProgress progress;

  dov_plan_progress_count (store, dov_record_get_id (record), &today, &progress);

  return progress.n_all == 0;
}

/* The plan of another body was agreed there. */
static gboolean
is_ours (DovStore  *store,
         DovRecord *record)
{
  return DOV_CASE_PLAN (record)->kind != DOV_PLAN_KIND_FOREIGN;
}

/* A step begins with who works here. */
static void
prepare_step (DovSubjectPage *page,
              DovRecord      *draft)
{
  DovCasePlan *plan = DOV_CASE_PLAN (dov_subject_page_get_record (page));

  dov_set (DOV_PLAN_ACTION (draft), staff_id, dov_meeting_find_staff (dov_subject_page_get_store (page), plan->family_id));
}

static const DovAct acts[] = {
  { "plan.problem", N_("Add a Problem"), .kind = DOV_ACT_NEW, .type = dov_plan_problem_get_type,
    .while_in = "draft agreed", .place = DOV_ACT_IN_HEAD },
  { "plan.step", N_("Add a Step"), .kind = DOV_ACT_NEW, .type = dov_plan_action_get_type, .prepare = prepare_step,
    .while_in = "draft agreed", .place = DOV_ACT_UNSEEN, .is_main = TRUE },
  { "plan.print", N_("Print"), "document-print-symbolic", .kind = DOV_ACT_PAPER, .code = "D-08" },
  { "plan.report", N_("Report on the programme"), .kind = DOV_ACT_PAPER, .code = "D-09", .place = DOV_ACT_IN_MENU },
  { "plan.edit", N_("Change what is known of the programme"), .kind = DOV_ACT_EDIT },
  { "plan.remove", .kind = DOV_ACT_REMOVE },
  { "plan.usual", N_("Take what is usual"), .kind = DOV_ACT_DO, .rule = dov_plan_work_take_templates, .while_in = "draft",
    .may = is_empty, .place = DOV_ACT_IN_MENU },
  { "plan.agree", N_("Agree with the family…"), .kind = DOV_ACT_RUN, .run = agree, .while_in = "draft",
    .may = is_ours, .place = DOV_ACT_IN_MENU },
  { "plan.approve", N_("Approve…"), .kind = DOV_ACT_RUN, .run = approve, .while_in = "agreed",
    .place = DOV_ACT_IN_MENU },
  { "plan.begin", N_("Begin"), .kind = DOV_ACT_DO, .rule = dov_plan_work_begin, .while_in = "approved",
    .place = DOV_ACT_IN_MENU },
  { "plan.complete", N_("Complete…"), .kind = DOV_ACT_RUN, .run = complete, .while_in = "in_progress",
    .place = DOV_ACT_IN_MENU, .begins = TRUE },
  { "plan.version", N_("New version…"), .kind = DOV_ACT_RUN, .run = ask_version, .while_in = "approved in_progress",
    .may = has_no_next, .place = DOV_ACT_IN_HEAD },
  { "plan.terminate", N_("End early…"), .kind = DOV_ACT_RUN, .run = terminate, .while_in = "agreed approved in_progress",
    .place = DOV_ACT_IN_MENU },
  { "plan.family", N_("Open the family"), .kind = DOV_ACT_RUN, .run = open_family, .reads = TRUE, .place = DOV_ACT_IN_MENU,
    .begins = TRUE },
  { "plan.review", N_("Hold a review…"), .kind = DOV_ACT_RUN, .run = new_review, .place = DOV_ACT_UNSEEN },
  { "plan.participant", N_("Add"), .kind = DOV_ACT_NEW, .type = dov_plan_participant_get_type, .place = DOV_ACT_UNSEEN },
  { "plan.next", N_("Open it"), .kind = DOV_ACT_RUN, .run = open_next, .reads = TRUE, .may = has_next,
    .place = DOV_ACT_UNSEEN },
  { NULL },
};

static const DovTab tabs[] = {
  { "progress", N_("How far it has come"), .make = progress_new, .refresh = progress_show },
  { "urgent", N_("Overdue and this week"), { &urgent }, .may = has_urgent },
  { "problems", N_("Problems"), .make = problems_new, .refresh = problems_show },
  { NULL },
};

static const DovTab sides[] = {
  { "parties", N_("Who carries it out"), .make = parties_new, .refresh = parties_show },
  { "reviews", N_("Reviews"), { &reviews } },
  { "versions", N_("Versions"), { &versions } },
  { NULL },
};

const DovSubject dov_plan_subject = {
  dov_case_plan_get_type, "families", .state = "status", .title = dup_title, .facts_words = dup_facts, .acts = acts,
  .tabs = tabs, .sides = sides, .tell = tell,
};
