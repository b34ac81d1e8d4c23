/* dov-signal-look.c - what signals look like: their list with the clock, the form that takes one in a minute */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-signal-look.h"

#include <glib/gi18n.h>

#include "dov-case-begin.h"
#include "dov-family.h"
#include "dov-goods-words.h"
#include "dov-link-row.h"
#include "dov-list-view.h"
#include "dov-look.h"
#include "dov-notice.h"
#include "dov-signal-clock.h"
#include "dov-signal-page.h"

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
  g_autoptr (DovFamily) family = signal->family_id != 0 ? dov_store_follow (store, signal, "family_id") : NULL;

  return g_strdup (family != NULL ? family->family_name : signal->subject_text);
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
  /* The reception is no record of its own: it is whoever came for themselves. */
  { "reception", N_("Reception: came themselves"), "source = 'self'", NULL },
};

static const DovListView list = {
  dov_signal_get_type, "signals", "mail-unread-symbolic", N_("Take a signal"), N_("About whom, number   (Ctrl+F)"),
  N_("There is no such signal"), N_("Signals will be here"),
  N_("Write down what was told, about whom and how urgent it is"),
  .also = BY_FAMILY, .order = "decision", .chips = chips, .n_chips = G_N_ELEMENTS (chips),
  .columns = columns, .n_columns = G_N_ELEMENTS (columns),
};

/* ---- the form ---- */

static DovSignal *
get_signal (DovForm *form)
{
  return DOV_SIGNAL (dov_form_get_draft (form));
}

static GtkWidget *
term_new (DovForm *form)
{
  return g_object_new (GTK_TYPE_LABEL, "xalign", 0.0f, "wrap", TRUE, "margin-start", 3, "css-classes",
                       (const char *[]) { "dim-label", NULL }, NULL);
}

/* What is already known of these people, so that nobody begins anew. */
static GtkWidget *
known_new (DovForm *form)
{
  return dov_notice_new (DOV_NOTICE_INFORMS, "", "");
}

/* N14: the program calls nobody. It says whom to call, and the address to tell. */
static void
show_danger (DovForm *form)
{
  GtkWidget *danger = dov_form_find_widget (form, "danger");
  gboolean is_danger = get_signal (form)->urgency == DOV_SIGNAL_URGENCY_IMMEDIATE;
  g_autoptr (DovFamily) family = dov_store_follow (dov_form_get_store (form), get_signal (form), "family_id");
  g_autofree char *address = family != NULL && *family->address != '\0'
                             ? g_strdup_printf (_("First call 112. Tell the address: %s"), family->address)
                             : g_strdup (_("First call 112: danger to life and health"));
  gboolean was_hidden = !gtk_widget_get_visible (danger);

  gtk_widget_set_visible (danger, is_danger);
  dov_notice_set_words (DOV_NOTICE (danger), address,
                        _("From any telephone, also without a SIM card. What is typed here stays; save it after the call."));
  if (is_danger && was_hidden)
    dov_notice_tell (DOV_NOTICE (danger));
}

/* The urgency sets the term by itself. */
static void
show_term (DovForm *form)
{
  GtkWidget *label = dov_form_find_widget (form, "term");
  g_autoptr (GDateTime) due = dov_signal_clock_dup_due (get_signal (form));
  g_autofree char *shown = due != NULL ? dov_moment_to_shown (due) : NULL;
  /* Translators: %s is a day and an hour */
  g_autofree char *words = shown != NULL ? g_strdup_printf (_("First act: until %s"), shown) : NULL;
  gboolean is_danger = get_signal (form)->urgency == DOV_SIGNAL_URGENCY_IMMEDIATE;

  gtk_widget_set_visible (label, due != NULL);
  gtk_label_set_label (GTK_LABEL (label), is_danger ? _("First act: at once") : words != NULL ? words : "");
}

static void
show_known (DovForm *form)
{
  GtkWidget *known = dov_form_find_widget (form, "known");
  DovSignal *signal = get_signal (form);
  gint64 n = signal->family_id == 0 ? 0 : dov_store_count (dov_form_get_store (form), DOV_TYPE_SIGNAL, &(DovQuery) {
    .where = "family_id = ?1 AND id <> ?2",
    .params = g_variant_new ("(xx)", signal->family_id, dov_record_get_id (DOV_RECORD (signal))) }, NULL);
  g_autofree char *words =
    g_strdup_printf (ngettext ("There was %d signal about them", "There were %d signals about them", (gulong) n), (int) n);

  gtk_widget_set_visible (known, n > 0);
  dov_notice_set_words (DOV_NOTICE (known), words, "");
}

static void
follow (DovForm *form)
{
  show_danger (form);
  show_term (form);
  show_known (form);
}

/* Help stands first, over the title too. */
static void
begin (DovForm *form)
{
  GtkWidget *danger = dov_notice_new (DOV_NOTICE_REFUSES, "", "");

  gtk_widget_set_name (danger, "danger");
  gtk_widget_set_visible (danger, FALSE);
  dov_form_set_head (form, danger);
  dov_link_row_set_makes (DOV_LINK_ROW (dov_form_find_row (form, "family_id")), FALSE);
  dov_link_row_set_also (DOV_LINK_ROW (dov_form_find_row (form, "family_id")), DOV_FAMILIES_BY_MEMBERS);
  if (dov_record_get_id (dov_form_get_draft (form)) == 0)
    dov_form_set_verbs (form, C_("button", "Take it"), _("Do not save"));
}

static const DovFormGroup form_groups[] = {
  { N_("What was told"), "summary family_id subject_text urgency" },
  { NULL, "", .name = "term", .make = term_new },
  { NULL, "", .name = "known", .make = known_new },
  { N_("From whom"), "source reporter received_at no lounge_id", .at_end = TRUE },
  { N_("Passed on"), "forwarded_to_id forwarded_at" },
  { N_("Decision"), "decision decided_on decision_note staff_id", .at_end = TRUE, .when = DOV_FORM_KEPT },
  { N_("Where it came from"), "finding_id visit_id act_id", .at_end = TRUE, .when = DOV_FORM_KEPT },
  { 0 },
};

static const DovFormHint hints[] = {
  { "summary", N_("Only facts: what was seen or heard, when and where") },
  { "family_id", N_("Any letters of the name. A family nobody knows is told of in words below") },
  { "reporter", N_("Not shown while a visitor is near") },
  { "forwarded_to_id", N_("A notice written from the page of the signal fills this in") },
  { 0 },
};

static const DovLook look = {
  dov_signal_get_type, N_("New signal"), .form = form_groups, .hints = hints, .signs = signs, .fill_in = dov_case_begin,
  .begin = begin, .follow = follow, .place = "signals", .subject = &dov_signal_subject, .opens_when_made = TRUE,
  .sought = { 18, "mail-unread-symbolic", BY_FAMILY, .about = "family_id", .latest = "received_at", .tells = TRUE },
};

void
dov_signal_look_tell (void)
{
  dov_look_add (&look, 1);
  dov_list_view_add (&list, 1);
}
