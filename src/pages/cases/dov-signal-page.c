/* dov-signal-page.c - one signal: its clock, what can be done with it, what followed */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-signal-page.h"

#include "dov-family.h"
#include "dov-files-box.h"
#include "dov-go.h"
#include "dov-home-visit.h"
#include "dov-join.h"
#include "dov-outgoing-notice.h"
#include "dov-record-page.h"
#include "dov-signal-clock.h"
#include "dov-signal-steps.h"
#include "dov-signal.h"
#include "dov-subject-page.h"
#include "dov-task.h"

#include <glib/gi18n.h>

/* Its header has a kind of act of its own, which is not that of a page. */
GType dov_living_conditions_act_get_type (void);

static char *
dup_title (DovStore  *store,
           DovRecord *record)
{
  DovSignal *signal = DOV_SIGNAL (record);
  g_autofree char *family = signal->family_id != 0
                            ? dov_store_dup_shown (store, record, dov_record_find_field (record, "family_id")) : NULL;

  /* Translators: a signal: its number, and whom it is about */
  return g_strdup_printf (_("No. %s: %s"), signal->no, family != NULL ? family : signal->subject_text);
}

static char *
dup_response (DovStore  *store,
              DovRecord *record)
{
  char *words = dov_signal_dup_response (store, DOV_SIGNAL (record));

  return words != NULL ? words : g_strdup ("");
}

/* ---- when what may be done ---- */

static gboolean
is_open (DovStore  *store,
         DovRecord *record)
{
  return DOV_SIGNAL (record)->decision == 0;
}

static gboolean
is_decided (DovStore  *store,
            DovRecord *record)
{
  return !is_open (store, record);
}

static gboolean
is_open_of_family (DovStore  *store,
                   DovRecord *record)
{
  return is_open (store, record) && DOV_SIGNAL (record)->family_id != 0;
}

static gboolean
is_open_of_nobody (DovStore  *store,
                   DovRecord *record)
{
  return is_open (store, record) && DOV_SIGNAL (record)->family_id == 0;
}

static gboolean
is_open_and_passed_on (DovStore  *store,
                       DovRecord *record)
{
  return is_open (store, record) && DOV_SIGNAL (record)->forwarded_to_id != 0;
}

static gboolean
waits_for_answer (DovStore  *store,
                  DovRecord *record)
{
  return dov_signal_find_notice (store, DOV_SIGNAL (record), TRUE) != 0;
}

/* ---- acts ---- */

static gboolean
take_up (DovStore    *store,
         DovRecord   *record,
         const char  *typed,
         GError     **error)
{
  g_autofree char *name = dov_store_describe_id (store, DOV_TYPE_FAMILY, DOV_SIGNAL (record)->family_id);
  g_autofree char *words = g_strdup_printf (C_("toast", "Taken up: %s"), name);

  if (!dov_store_begin (store, words, error))
    return FALSE;

  return dov_store_end (store, dov_signal_take_up (store, dov_record_get_id (record), DOV_SIGNAL (record)->family_id, error),
                        error);
}

static gboolean
reopen (DovStore    *store,
        DovRecord   *record,
        const char  *typed,
        GError     **error)
{
  g_autoptr (DovRecord) draft = dov_record_dup (record);

  dov_set (DOV_SIGNAL (draft), decision, 0);
  dov_set (DOV_SIGNAL (draft), decided_on, NULL);
  if (!dov_store_begin (store, C_("toast", "The signal is open again"), error))
    return FALSE;

  return dov_store_end (store, dov_store_save (store, draft, error), error);
}

/* The family and the decision of its signal are one operation. */
static gboolean
save_family (DovForm   *form,
             gpointer   signal,
             GError   **error)
{
  const DovLook *look = dov_look_find (DOV_TYPE_FAMILY);
  DovStore *store = dov_form_get_store (form);
  DovRecord *family = dov_form_get_draft (form);

  return (look->save != NULL ? look->save (form, NULL, error) : dov_store_save (store, family, error)) &&
         dov_signal_take_up (store, dov_record_get_id (signal), dov_record_get_id (family), error);
}

static void
take_up_new (DovSubjectPage *page,
             const char     *typed)
{
  DovStore *store = dov_subject_page_get_store (page);
  DovRecord *signal = dov_subject_page_get_record (page);
  g_autoptr (DovRecord) draft = dov_signal_begin_family (store, DOV_SIGNAL (signal));
  DovPage *form_page = dov_record_page_new_draft (store, draft, 0);
  DovForm *form = dov_form_page_get_form (DOV_FORM_PAGE (form_page));
  DovRecord *of = dov_record_dup (signal);

  g_object_set_data_full (G_OBJECT (form), "dov-signal", of, g_object_unref);
  dov_form_set_save (form, save_family, of);
  dov_go_to (page, form_page);
}

static void
prepare_notice (DovSubjectPage *page,
                DovRecord      *draft)
{
  g_autoptr (DovRecord) known = dov_signal_begin_notice (dov_subject_page_get_store (page),
                                                         DOV_SIGNAL (dov_subject_page_get_record (page)));
  static const char *const fields[] = { "kind", "lounge_id", "family_id", "text" };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      const DovField *field = dov_record_find_field (known, fields[i]);
      g_autofree char *text = dov_record_dup_text (known, field);

      if (text != NULL)
        (void) dov_record_set_text (draft, field, text, NULL);
    }
}

static void
write_answer (DovSubjectPage *page,
              const char     *typed)
{
  DovStore *store = dov_subject_page_get_store (page);
  gint64 id = dov_signal_find_notice (store, DOV_SIGNAL (dov_subject_page_get_record (page)), TRUE);

  if (id != 0)
    dov_go_record (page, DOV_TYPE_OUTGOING_NOTICE, id);
}

static void
decide_today (DovSubjectPage *page,
              DovRecord      *draft)
{
  GDate today = dov_today ();

  dov_set (DOV_SIGNAL (draft), decided_on, &today);
}

static const DovAct acts[] = {
  { "signal.take", N_("Take up as a case"), .key = "F2", .kind = DOV_ACT_DO, .rule = take_up, .may = is_open_of_family,
    .place = DOV_ACT_IN_BAR, .is_strong = TRUE },
  { "signal.take-new", N_("Take up: a new family…"), .key = "F2", .kind = DOV_ACT_RUN, .run = take_up_new,
    .may = is_open_of_nobody, .place = DOV_ACT_IN_BAR, .is_strong = TRUE },
  { "signal.pass", N_("Pass on…"), .key = "F4", .kind = DOV_ACT_NEW, .type = dov_outgoing_notice_get_type,
    .link = "signal_id", .prepare = prepare_notice, .place = DOV_ACT_IN_BAR },
  { "signal.answer", N_("Write down the answer…"), .kind = DOV_ACT_RUN, .run = write_answer, .may = waits_for_answer,
    .place = DOV_ACT_UNSEEN },
  { "signal.advise", N_("Advised once…"), .kind = DOV_ACT_STEP, .code = "advice",
    .words = NC_("toast", "Advised once: %s"), .asks = N_("What was advised"), .ask_title = N_("Advice, and no case"),
    .reason = "decision_note", .prepare = decide_today, .may = is_open, .place = DOV_ACT_IN_BAR },
  { "signal.join", N_("Join to the case"), .kind = DOV_ACT_STEP, .code = "joined",
    .words = NC_("toast", "Joined to the case: %s"), .prepare = decide_today, .may = is_open_of_family,
    .place = DOV_ACT_IN_BAR },
  { "signal.refute", N_("Not confirmed…"), .kind = DOV_ACT_STEP, .code = "not_confirmed",
    .words = NC_("toast", "Not confirmed: %s"), .asks = N_("How it was checked, and what was seen *"),
    .ask_title = N_("The signal was not confirmed"), .reason = "decision_note", .prepare = decide_today, .may = is_open,
    .place = DOV_ACT_IN_BAR },
  { "signal.passed", N_("Passed on, nothing more is ours"), .kind = DOV_ACT_STEP, .code = "forwarded",
    .words = NC_("toast", "Passed on: %s"), .prepare = decide_today, .may = is_open_and_passed_on,
    .place = DOV_ACT_IN_MENU },
  { "signal.reopen", N_("Open again"), .kind = DOV_ACT_DO, .rule = reopen, .may = is_decided, .place = DOV_ACT_IN_MENU },
  { "signal.edit", N_("Change what is known of the signal"), .kind = DOV_ACT_EDIT, .place = DOV_ACT_IN_MENU },
  { "signal.remove", .kind = DOV_ACT_REMOVE, .place = DOV_ACT_IN_MENU, .begins = TRUE },
  { NULL },
};

/* ---- what followed ---- */

static const DovRelatedList notices = {
  N_("Passed on"), N_("To nobody yet."), dov_outgoing_notice_get_type, "signal_id", .order = "date, id",
  .add = N_("Pass on"), .add_act = "signal.pass", .lead = "date", .first = "to_id", .second = "notice_no answered_on answer",
};

static const DovRelatedList visits = {
  N_("Visits to the family since"), N_("None yet."), dov_home_visit_get_type,
  .sql = "SELECT v.id FROM live_signal s JOIN live_home_visit v ON v.family_id = s.family_id AND v.visited_at >= s.received_at"
         " WHERE s.id = ?1 AND ?2 IS NOT NULL ORDER BY v.visited_at, v.id",
  .lead = "visited_at", .first = "goal", .second = "kind staff_id findings",
};

static const DovRelatedList conditions = {
  N_("Acts of living conditions since"), N_("None yet."), dov_living_conditions_act_get_type,
  .sql = "SELECT a.id FROM live_signal s JOIN live_living_conditions_act a ON a.family_id = s.family_id"
         " AND a.date >= date (s.received_at) WHERE s.id = ?1 AND ?2 IS NOT NULL ORDER BY a.date, a.id",
  .lead = "date", .first = "kind", .second = "no conclusion",
};

static const DovRelatedList tasks = {
  N_("Tasks"), N_("None yet."), dov_task_get_type, "signal_id", .order = "due_on, id", .add = N_("New task"),
  .lead = "due_on", .first = "title", .second = "staff_id done_on",
};

static const DovTab tabs[] = {
  { "told", N_("What was told"), .fields = "summary urgency source reporter received_at family_id subject_text"
    " forwarded_to_id forwarded_at decision_note decided_on finding_id visit_id act_id", .fields_act = "signal.edit" },
  { "followed", N_("What followed"), { &notices, &visits, &conditions, &tasks } },
  { "files", N_("Files"), .make = dov_files_part_new, .refresh = dov_files_part_show, .is_covered = TRUE },
  { NULL },
};

/* ---- notices over it ---- */

/* N14: the program calls nobody; it says whom to call first. */
static void
tell_danger (DovSubjectPage *page,
             DovSignal      *signal)
{
  g_autoptr (DovFamily) family = dov_store_follow (dov_subject_page_get_store (page), signal, "family_id");
  g_autofree char *address = family != NULL && *family->address != '\0'
                             ? g_strdup_printf (_("Tell the address: %s. "), family->address) : g_strdup ("");
  g_autofree char *text = g_strdup_printf (_("%sThen write down whom it was passed on to."), address);

  if (signal->forwarded_to_id == 0)
    dov_subject_page_add_notice (page, DOV_NOTICE_REFUSES, _("First call 112: danger to life and health"), text,
                                 "signal.pass");
  else if (waits_for_answer (dov_subject_page_get_store (page), DOV_RECORD (signal)))
    dov_subject_page_add_notice (page, DOV_NOTICE_REFUSES, _("Passed on, no answer yet"),
                                 _("Call them, and write down what they did."), "signal.answer");
}

/* Where the decision will stand. */
static void
show_clock (DovSubjectPage *page,
            DovSignal      *signal)
{
  static const DovSign signs[] = {
    [DOV_SIGNAL_CLOCK_DANGER] = { "dialog-warning-symbolic", "error" },
    [DOV_SIGNAL_CLOCK_LATE] = { "emblem-important-symbolic", "error" },
    [DOV_SIGNAL_CLOCK_NEAR] = { "alarm-symbolic", "warning" },
    [DOV_SIGNAL_CLOCK_RUNS] = { "x-office-calendar-symbolic", NULL },
  };
  g_autofree char *words = dov_signal_clock_dup_words (signal);

  dov_subject_page_add_mark (page, words, &signs[dov_signal_clock_find (signal)]);
}

static void
tell (DovSubjectPage *page,
      DovRecord      *record)
{
  DovSignal *signal = DOV_SIGNAL (record);

  switch (dov_signal_clock_find (signal))
    {
    case DOV_SIGNAL_CLOCK_DANGER:
      tell_danger (page, signal);
      break;
    case DOV_SIGNAL_CLOCK_LATE:
      dov_subject_page_add_notice (page, DOV_NOTICE_WARNS, _("The term of this signal is over"),
                                   _("Do something today and write down the decision."), NULL);
      break;
    case DOV_SIGNAL_CLOCK_DECIDED:
    case DOV_SIGNAL_CLOCK_NEAR:
    case DOV_SIGNAL_CLOCK_RUNS:
    default:
      break;
    }
  if (signal->decision == 0)
    show_clock (page, signal);
}

const DovSubject dov_signal_subject = {
  dov_signal_get_type, "signals", .state = "decision", .title = dup_title, .facts = "received_at source lounge_id staff_id",
  .facts_words = dup_response, .acts = acts, .tabs_label = N_("Sections of the signal"), .tabs = tabs, .tell = tell,
};
