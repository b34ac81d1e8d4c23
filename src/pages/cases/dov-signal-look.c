/* dov-signal-look.c - what signals look like: their list with the clock, the form that takes one in a minute */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-signal-look.h"

#include <glib/gi18n.h>

#include "dov-case-begin.h"
#include "dov-list-view.h"
#include "dov-look.h"
#include "dov-signal-clock.h"

#define BY_FAMILY \
  "SELECT t.id FROM live_family f CROSS JOIN live_signal t ON t.family_id = f.id WHERE holds (f.key, ?w)"

/* ---- the list ---- */

static char *
clock_words (DovStore             *store,
             gpointer              row,
             const DovTableColumn *column)
{
  return dov_signal_clock_dup_words (row);
}

/* An open one by its clock, a decided one by its decision. */
static const DovSign *
clock_sign (gpointer              row,
            const DovTableColumn *column)
{
  static const DovSign signs[] = {
    [DOV_SIGNAL_CLOCK_DANGER] = { "dialog-warning-symbolic", "error" },
    [DOV_SIGNAL_CLOCK_LATE] = { "emblem-important-symbolic", "error" },
    [DOV_SIGNAL_CLOCK_NEAR] = { "alarm-symbolic", "warning" },
    [DOV_SIGNAL_CLOCK_RUNS] = { "x-office-calendar-symbolic", NULL },
  };
  DovSignalClock clock = dov_signal_clock_find (row);

  return clock == DOV_SIGNAL_CLOCK_DECIDED ? dov_list_sign_of_state (row, column) : &signs[clock];
}

/* The family by its name, or the words in which it was told of. */
static char *
about_words (DovStore             *store,
             gpointer              row,
             const DovTableColumn *column)
{
  DovSignal *signal = row;

  return signal->family_id != 0
         ? dov_store_dup_shown (store, row, dov_record_find_field (row, "family_id"))
         : g_strdup (signal->subject_text);
}

static const DovStateSign signs[] = {
  { "immediate", { "dialog-warning-symbolic", "error" } },
  { "within_3_days", { "alarm-symbolic", "warning" } },
  { "opened_case", { "media-playback-start-symbolic", "accent" } },
  { "joined", { "dov-emblem-ok-symbolic", "plain" } },
  { "advice", { "dov-emblem-ok-symbolic", "plain" } },
  { "forwarded", { "mail-forward-symbolic", "plain" } },
  { "not_confirmed", { "process-stop-symbolic", "plain" } },
  { 0 },
};

/* What is open has no decision and so stands before what has one. */
static const DovTableColumn columns[] = {
  { "decision", .title = N_("Term or decision"), .width = 22, .words = clock_words, .sign = clock_sign },
  { "no", .width = 5, .leaves = 5 },
  { "received_at", .title = N_("Came"), .width = 15, .leaves = 2 },
  { "family_id", .title = N_("About whom"), .width = 20, .is_bold = TRUE, .words = about_words },
  { "summary", .width = 26, .expands = TRUE, .leaves = 4 },
  { "source", .title = N_("From where"), .width = 18, .leaves = 1 },
  { "forwarded_to_id", .width = 18, .leaves = 3 },
};

static const DovListChip chips[] = {
  { "open", N_("Wait for a decision"), "decision IS NULL", NULL },
  { "danger", N_("At once"), "decision IS NULL AND urgency = 'immediate'", NULL },
  { "urgent", N_("In 3 days"), "decision IS NULL AND urgency = 'within_3_days'", NULL },
  { "planned", N_("In their turn"), "decision IS NULL AND urgency = 'planned'", NULL },
};

static const DovListView list = {
  dov_signal_get_type, "signals", "mail-unread-symbolic", N_("Take a signal"), N_("About whom, number   (Ctrl+F)"),
  N_("There is no such signal"), N_("Signals will be here"),
  N_("Write down what was told, about whom and how urgent it is"),
  .also = BY_FAMILY, .order = "decision", .chips = chips, .n_chips = G_N_ELEMENTS (chips),
  .columns = columns, .n_columns = G_N_ELEMENTS (columns),
};

/* ---- the form ---- */

static const DovFormGroup form[] = {
  { N_("What was told"), "summary family_id subject_text urgency" },
  { N_("From whom"), "source reporter received_at no lounge_id", .at_end = TRUE },
  { N_("Passed on"), "forwarded_to_id forwarded_at" },
  { N_("Decision"), "decision decided_on staff_id", .at_end = TRUE, .when = DOV_FORM_KEPT },
  { N_("Where it came from"), "finding_id visit_id act_id", .at_end = TRUE, .when = DOV_FORM_KEPT },
  { 0 },
};

static const DovFormHint hints[] = {
  { "summary", N_("Only facts: what was seen or heard, when and where") },
  { "family_id", N_("Any letters of the name; nobody known? Tell in words below") },
  { "urgency", N_("At once; in 3 days; in its turn, within a month") },
  { "reporter", N_("Not shown while a visitor is near") },
  { 0 },
};

static const DovLook look = {
  dov_signal_get_type, N_("New signal"), .form = form, .hints = hints, .signs = signs, .fill_in = dov_case_begin,
  .place = "signals",
  .sought = { 18, "mail-unread-symbolic", BY_FAMILY, .about = "family_id", .latest = "received_at", .tells = TRUE },
};

void
dov_signal_look_tell (void)
{
  dov_look_add (&look, 1);
  dov_list_view_add (&list, 1);
}
