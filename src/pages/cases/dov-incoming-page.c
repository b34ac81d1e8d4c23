/* dov-incoming-page.c - a paper that came in: what it wants, by when, how it was answered */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-incoming-page.h"

#include "dov-files-box.h"
#include "dov-go.h"
#include "dov-incoming-paper.h"
#include "dov-outgoing-notice.h"
#include "dov-plan-work.h"
#include "dov-subject-page.h"
#include "dov-task.h"

#include <glib/gi18n.h>

/* So many days before the term one hurries. */
#define DAYS_NEAR 3

/* ---- the term ---- */

static int
count_days_left (DovIncomingPaper *paper)
{
  GDate today = dov_today ();

  return g_date_days_between (&today, paper->due_on);
}

/* “2 days late”, the day of the term, or the day when it was done. */
static char *
dup_term (DovIncomingPaper *paper)
{
  g_autofree char *done = dov_date_to_shown (paper->done_on);

  if (paper->done_on != NULL)
    /* Translators: a paper that was answered: %s is a day */
    return g_strdup_printf (_("done on %s"), done);
  if (paper->due_on == NULL)
    return g_strdup (_("without a term"));
  if (count_days_left (paper) < 0)
    return g_strdup_printf (ngettext ("%d day late", "%d days late", (gulong) -count_days_left (paper)),
                            -count_days_left (paper));

  return dov_date_to_shown (paper->due_on);
}

char *
dov_incoming_term_words (DovStore             *store,
                         gpointer              row,
                         const DovTableColumn *column)
{
  return dup_term (row);
}

const DovSign *
dov_incoming_term_sign (gpointer              row,
                        const DovTableColumn *column)
{
  static const DovSign late = { "emblem-important-symbolic", "error" }, near = { "alarm-symbolic", "warning" },
    runs = { "x-office-calendar-symbolic", NULL }, done = { "dov-emblem-ok-symbolic", "plain" };
  DovIncomingPaper *paper = row;

  if (paper->done_on != NULL)
    return &done;
  if (paper->due_on == NULL)
    return &runs;

  return count_days_left (paper) < 0 ? &late : count_days_left (paper) <= DAYS_NEAR ? &near : &runs;
}

/* ---- the page ---- */

static char *
dup_title (DovStore  *store,
           DovRecord *record)
{
  DovIncomingPaper *paper = DOV_INCOMING_PAPER (record);

  /* Translators: an incoming paper: its number, and what it is about */
  return g_strdup_printf (_("Incoming no. %s: %s"), paper->no, paper->gist);
}

static gboolean
is_open (DovStore  *store,
         DovRecord *record)
{
  return DOV_INCOMING_PAPER (record)->done_on == NULL;
}

static gboolean
is_done (DovStore  *store,
         DovRecord *record)
{
  return !is_open (store, record);
}

static gboolean
save_done (DovStore     *store,
           DovRecord    *record,
           const GDate  *done_on,
           const char   *words,
           GError      **error)
{
  g_autoptr (DovRecord) draft = dov_record_dup (record);

  dov_set (DOV_INCOMING_PAPER (draft), done_on, done_on);
  if (!dov_store_begin (store, words, error))
    return FALSE;

  return dov_store_end (store, dov_store_save (store, draft, error), error);
}

static gboolean
finish (DovStore    *store,
        DovRecord   *record,
        const char  *typed,
        GError     **error)
{
  GDate today = dov_today ();

  return save_done (store, record, &today, C_("toast", "The paper is marked as done"), error);
}

static gboolean
reopen (DovStore    *store,
        DovRecord   *record,
        const char  *typed,
        GError     **error)
{
  return save_done (store, record, NULL, C_("toast", "The paper is open again"), error);
}

/* To whom it came from, about whom it was: only the words are missing. */
static void
prepare_answer (DovSubjectPage *page,
                DovRecord      *draft)
{
  DovIncomingPaper *paper = DOV_INCOMING_PAPER (dov_subject_page_get_record (page));
  DovOutgoingNotice *notice = DOV_OUTGOING_NOTICE (draft);

  dov_set (notice, kind, DOV_OUTGOING_NOTICE_KIND_ANSWER);
  dov_set (notice, to_id, paper->from_id);
  dov_set (notice, lounge_id, paper->lounge_id);
  dov_set (notice, family_id, paper->family_id);
}

static gboolean
asks_step (DovStore  *store,
           DovRecord *record)
{
  g_autoptr (DovRecord) draft = is_open (store, record) ? dov_plan_work_new_asked_step (store, record) : NULL;

  return draft != NULL;
}

/* What the commission asks is a step of the programme: it is looked at in its form first. */
static void
begin_step (DovSubjectPage *page,
            const char     *typed)
{
  g_autoptr (DovRecord) draft =
    dov_plan_work_new_asked_step (dov_subject_page_get_store (page), dov_subject_page_get_record (page));

  if (draft != NULL)
    dov_go_form (page, draft);
}

static const DovAct acts[] = {
  { "incoming.answer", N_("Answer…"), .key = "F2", .kind = DOV_ACT_NEW, .type = dov_outgoing_notice_get_type,
    .link = "incoming_id", .prepare = prepare_answer, .may = is_open, .place = DOV_ACT_IN_BAR, .is_strong = TRUE },
  { "incoming.done", N_("Done without an answer"), .kind = DOV_ACT_DO, .rule = finish, .may = is_open,
    .place = DOV_ACT_IN_BAR },
  { "incoming.task", N_("New task"), .kind = DOV_ACT_NEW, .type = dov_task_get_type, .link = "incoming_id",
    .place = DOV_ACT_IN_BAR },
  { "incoming.step", N_("Step of the programme…"), .kind = DOV_ACT_RUN, .run = begin_step, .may = asks_step,
    .place = DOV_ACT_IN_BAR },
  { "incoming.reopen", N_("Open again"), .kind = DOV_ACT_DO, .rule = reopen, .may = is_done, .place = DOV_ACT_IN_MENU },
  { "incoming.edit", N_("Change what is known of the paper"), .kind = DOV_ACT_EDIT, .place = DOV_ACT_IN_MENU },
  { "incoming.remove", .kind = DOV_ACT_REMOVE, .place = DOV_ACT_IN_MENU, .begins = TRUE },
  { NULL },
};

static const DovRelatedList answers = {
  N_("Answers"), N_("None yet."), dov_outgoing_notice_get_type, "incoming_id", .order = "date, id",
  .add = N_("Answer…"), .add_act = "incoming.answer", .lead = "date", .first = "to_id", .second = "notice_no text",
};

static const DovRelatedList tasks = {
  N_("Tasks"), N_("None yet."), dov_task_get_type, "incoming_id", .order = "due_on, id",
  .add = N_("New task"), .add_act = "incoming.task", .lead = "due_on", .first = "title", .second = "staff_id done_on",
};

static const DovTab tabs[] = {
  { "paper", N_("Paper"), { &answers, &tasks }, .fields = "gist kind from_id their_no their_date family_id person_id due_on"
    " done_on", .fields_act = "incoming.edit" },
  { "files", N_("Files"), .make = dov_files_part_new, .refresh = dov_files_part_show, .is_covered = TRUE },
  { NULL },
};

static void
tell (DovSubjectPage *page,
      DovRecord      *record)
{
  DovIncomingPaper *paper = DOV_INCOMING_PAPER (record);
  g_autofree char *words = dup_term (paper);

  dov_subject_page_add_mark (page, words, dov_incoming_term_sign (paper, NULL));
  if (paper->done_on == NULL && paper->due_on != NULL && count_days_left (paper) < 0)
    dov_subject_page_add_notice (page, DOV_NOTICE_WARNS, _("The term of this paper is over"),
                                 _("Answer today, or mark it as done if nothing is to be sent."), "incoming.answer");
}

const DovSubject dov_incoming_subject = {
  dov_incoming_paper_get_type, "families", .title = dup_title, .facts = "date from_id their_no lounge_id", .acts = acts,
  .tabs_label = N_("Sections of the paper"), .tabs = tabs, .tell = tell,
};
