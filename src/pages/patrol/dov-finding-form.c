/* dov-finding-form.c - what was found on a walk: when, where, who, what was done, to whom the child was handed */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-finding-form.h"

#include <glib/gi18n.h>

#include "dov-date-row.h"
#include "dov-emergency.h"
#include "dov-family-member.h"
#include "dov-handover.h"
#include "dov-label.h"
#include "dov-link-row.h"
#include "dov-night.h"
#include "dov-notice.h"
#include "dov-outgoing-draft.h"
#include "dov-patrol-finding.h"
#include "dov-patrol-member.h"
#include "dov-patrol-shift.h"
#include "dov-patrol-words.h"
#include "dov-ref-item.h"

static DovPatrolFinding *
get_finding (DovForm *form)
{
  return DOV_PATROL_FINDING (dov_form_get_draft (form));
}

/* The shift whose walk it was; it begins now where nobody has said. */
static DovPatrolShift *
dup_shift (DovStore         *store,
           DovPatrolFinding *finding)
{
  DovPatrolShift *shift = dov_store_follow (store, finding, "shift_id");

  if (shift == NULL)
    {
      g_autoptr (GDateTime) now = dov_clock_dup_now ();

      shift = DOV_PATROL_SHIFT (dov_record_new (DOV_TYPE_PATROL_SHIFT, 0));
      dov_set (shift, starts_at, now);
    }

  return shift;
}

/* ---- saving ---- */

/* What the act repeats of the finding is not typed twice. */
static void
fill_handover (DovStore         *store,
               DovPatrolFinding *finding,
               DovHandover      *handover)
{
  if (*handover->place == '\0')
    dov_set (handover, place, finding->place);
  dov_set (handover, person_id, finding->person_id);
  if (*handover->child_name == '\0' && finding->person_id == 0)
    dov_set (handover, child_name, finding->described_as);
  if (*handover->act_no == '\0' && handover->handed_at != NULL)
    {
      GDate day = dov_moment_get_date (handover->handed_at);
      g_autofree char *number = dov_handover_number_propose (store, handover->handed_by_id, &day);

      dov_set (handover, act_no, number);
    }
  if (*handover->circumstances == '\0')
    {
      g_autofree char *when = dov_moment_to_shown (finding->found_at);
      g_autofree char *kind = dov_store_describe_id (store, DOV_TYPE_REF_ITEM, finding->kind_id);
      g_autofree char *words = g_strdup_printf ("%s, %s: %s", when, finding->place, kind);

      dov_set (handover, circumstances, words);
    }
}

/* The act is saved only when the outcome asks for it, and goes when it does not any more. */
static gboolean
save (DovForm  *form,
      gpointer  unused,
      GError  **error)
{
  DovStore *store = dov_form_get_store (form);
  DovPatrolFinding *finding = get_finding (form);
  DovHandover *handover = dov_form_find_draft (form, "handover");
  g_autoptr (DovRecord) former = dov_store_find (store, DOV_TYPE_HANDOVER, dov_record_get_id (DOV_RECORD (handover)), NULL);
  gboolean is_new = dov_record_get_id (DOV_RECORD (finding)) == 0;
  g_autofree char *time = dov_time_to_shown (dov_moment_get_time (finding->found_at));
  /* Translators: what an operation was, in the history; %1$s is a time, %2$s a place */
  g_autofree char *words = g_strdup_printf (is_new ? C_("toast", "Finding written down: %1$s, %2$s")
                                                   : C_("toast", "Finding changed: %1$s, %2$s"), time, finding->place);

  dov_store_name_operation (store, words);
  if (!dov_finding_outcome_needs_handover (finding->outcome))
    return dov_store_save (store, DOV_RECORD (finding), error) &&
           (former == NULL || dov_store_remove (store, former, error));

  fill_handover (store, finding, handover);
  if (!dov_store_save (store, DOV_RECORD (handover), error))
    return FALSE;
  dov_set (finding, handover_id, dov_record_get_id (DOV_RECORD (handover)));

  return dov_store_save (store, DOV_RECORD (finding), error);
}

/* ---- what follows from what is typed ---- */

static gboolean
is_danger (DovPatrolFinding *finding)
{
  return finding->danger || finding->kind_id == DOV_FINDING_KIND_DANGER;
}

static void
show_emergency (DovForm *form)
{
  DovPatrolFinding *finding = get_finding (form);
  GtkWidget *emergency = dov_form_find_widget (form, "emergency");

  gtk_widget_set_visible (dov_form_find_widget (form, "danger"), !is_danger (finding));
  gtk_widget_set_visible (emergency, is_danger (finding));
  gtk_widget_set_visible (GTK_WIDGET (dov_form_find_row (form, "called_at")), is_danger (finding));
  dov_emergency_set_called (DOV_EMERGENCY (emergency), finding->called_at);
}

static DovRecipientKind
find_recipient_kind (DovFindingOutcome outcome)
{
  static const struct { DovFindingOutcome outcome; DovRecipientKind kind; } kinds[] = {
    { DOV_FINDING_OUTCOME_HOME, DOV_RECIPIENT_KIND_PARENT }, { DOV_FINDING_OUTCOME_POLICE, DOV_RECIPIENT_KIND_POLICE },
    { DOV_FINDING_OUTCOME_MEDICAL, DOV_RECIPIENT_KIND_MEDICAL }, { DOV_FINDING_OUTCOME_SRCN, DOV_RECIPIENT_KIND_SRCN },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (kinds[i].outcome == outcome)
      return kinds[i].kind;

  return 0;
}

/* The outcome says whether there is an act, and who takes a child until somebody says otherwise. */
static void
show_handover (DovForm *form)
{
  DovPatrolFinding *finding = get_finding (form);
  gboolean is_needed = dov_finding_outcome_needs_handover (finding->outcome);
  DovHandover *handover = dov_form_find_draft (form, "handover");
  DovRecipientKind kind = find_recipient_kind (finding->outcome);

  dov_set (finding, handover_id, is_needed ? dov_record_get_id (DOV_RECORD (handover)) : 0);
  if (kind != 0 && handover->recipient_kind != kind && *handover->recipient_name == '\0')
    dov_set (handover, recipient_kind, kind);
  dov_form_set_skipped (form, DOV_RECORD (handover), !is_needed);
  gtk_widget_set_visible (dov_form_find_widget (form, "print"), is_needed);
}

/* T3: the curfew is offered, never set: by the age, the day and the hour. */
static void
show_offer (DovForm *form)
{
  GtkWidget *offer = dov_form_find_widget (form, "offer");
  g_autofree char *words = get_finding (form)->kind_id == 0 ? dov_night_dup_offer (dov_form_get_store (form), get_finding (form))
                                                            : NULL;

  gtk_widget_set_visible (offer, words != NULL);
  if (words != NULL)
    dov_notice_set_words (DOV_NOTICE (offer), words, _("It is not set by itself: you were there."));
}

static void
follow (DovForm *form)
{
  show_emergency (form);
  show_handover (form);
  show_offer (form);
}

/* The family of a child that is known is the link for us; nobody else reads it. */
static void
follow_person (DovPatrolFinding *finding,
               GParamSpec       *property,
               DovForm          *form)
{
  g_autoptr (GPtrArray) of = dov_store_read (dov_form_get_store (form), DOV_TYPE_FAMILY_MEMBER, &(DovQuery) {
    .where = "person_id = ?1 AND until IS NULL", .params = g_variant_new ("(x)", finding->person_id) });

  if (of->len == 1 && finding->family_id == 0)
    dov_set (finding, family_id, DOV_FAMILY_MEMBER (of->pdata[0])->family_id);
}

/* ---- what is done with one key ---- */

static void
danger_cb (GSimpleAction *action,
           GVariant      *target,
           gpointer       form)
{
  DovPatrolFinding *finding = get_finding (form);

  dov_set (finding, danger, TRUE);
  if (finding->kind_id == 0)
    dov_set (finding, kind_id, DOV_FINDING_KIND_DANGER);
  dov_form_touch (form);
  gtk_widget_child_focus (dov_form_find_widget (form, "emergency"), GTK_DIR_TAB_FORWARD);
}

static void
called_cb (GSimpleAction *action,
           GVariant      *target,
           gpointer       form)
{
  g_autoptr (GDateTime) now = dov_clock_dup_now ();

  dov_set (get_finding (form), called_at, now);
  dov_form_touch (form);
  dov_form_focus (form);
}

static void
add_actions (DovForm *form)
{
  static const GActionEntry entries[] = { { "danger", danger_cb } }, emergency[] = { { "called", called_cb } };
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();
  g_autoptr (GSimpleActionGroup) calls = g_simple_action_group_new ();
  GtkEventController *keys = gtk_shortcut_controller_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (actions), entries, G_N_ELEMENTS (entries), form);
  gtk_widget_insert_action_group (GTK_WIDGET (form), "finding", G_ACTION_GROUP (actions));
  g_action_map_add_action_entries (G_ACTION_MAP (calls), emergency, G_N_ELEMENTS (emergency), form);
  gtk_widget_insert_action_group (GTK_WIDGET (form), "emergency", G_ACTION_GROUP (calls));
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys), gtk_shortcut_new (
    gtk_keyval_trigger_new (GDK_KEY_F2, 0), gtk_named_action_new ("finding.danger")));
  gtk_widget_add_controller (GTK_WIDGET (form), keys);
}

static void
take_curfew_cb (GtkWidget *button)
{
  DovForm *form = DOV_FORM (gtk_widget_get_ancestor (button, DOV_TYPE_FORM));

  dov_set (get_finding (form), kind_id, DOV_FINDING_KIND_CURFEW);
  gtk_widget_grab_focus (GTK_WIDGET (dov_form_find_row (form, "measures")));
  dov_form_touch (form);
}

/* ---- the form ---- */

static GtkWidget *
facts_new (DovForm *form)
{
  g_autoptr (DovPatrolShift) shift = dup_shift (dov_form_get_store (form), get_finding (form));
  g_autofree char *span = dov_patrol_dup_span (shift->starts_at, shift->ends_at);
  GDate day = dov_moment_get_date (shift->starts_at);
  g_autofree char *when = dov_patrol_dup_long_day (&day);
  g_autofree char *facts = g_strdup_printf (_("Shift on %1$s, %2$s"), when, span);

  return dov_label_new (facts, "dim-label numeric");
}

static GtkWidget *
danger_new (DovForm *form)
{
  GtkWidget *danger = g_object_new (GTK_TYPE_BUTTON, "action-name", "finding.danger", NULL);

  dov_button_fill (danger, NULL, _("Danger to life — 112"), "F2");
  gtk_widget_add_css_class (danger, "destructive-action");

  return danger;
}

static GtkWidget *
offer_new (DovForm *form)
{
  GtkWidget *notice = dov_notice_new (DOV_NOTICE_INFORMS, "", "");

  g_signal_connect (dov_notice_add_action (DOV_NOTICE (notice), _("At night without adults"), NULL), "clicked",
                    G_CALLBACK (take_curfew_cb), NULL);

  return notice;
}

/* The act as it will be signed, at once and on the spot. */
static GtkWidget *
print_new (DovForm *form)
{
  GtkWidget *button = dov_mnemonic_button_new (_("Save and _print the act"));

  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "form.print");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", "D-37");

  return button;
}

static char *
dup_title (DovStore  *store,
           DovRecord *draft)
{
  return g_strdup (dov_record_get_id (draft) == 0 ? _("New finding") : _("Finding"));
}

static void
name_draft (DovForm        *form,
            DovPatrolShift *shift)
{
  GDate day = dov_moment_get_date (shift->starts_at);
  g_autofree char *when = dov_patrol_dup_day (&day);
  /* Translators: a form that was begun; %s is the day of the shift */
  g_autofree char *words = g_strdup_printf (_("Finding of the patrol, %s"), when);

  dov_form_set_words (form, words);
}

/* The hour is now while they walk. */
static void
fill_in (DovStore  *store,
         DovRecord *draft)
{
  DovPatrolFinding *finding = DOV_PATROL_FINDING (draft);
  g_autoptr (DovPatrolShift) shift = dup_shift (store, finding);
  g_autoptr (GDateTime) now = dov_clock_dup_now ();

  if (finding->found_at == NULL && shift->status == DOV_PATROL_SHIFT_STATUS_IN_PROGRESS)
    dov_set (finding, found_at, now);
}

/* What is kept is opened to be ended: where the outcome is missing. */
static const char *
find_focus (DovRecord *draft)
{
  return dov_record_get_id (draft) != 0 && DOV_PATROL_FINDING (draft)->outcome == 0 ? "outcome" : NULL;
}

/* Times typed alone are of the walk; the leader hands over, or another of the patrol. */
static void
begin (DovForm *form)
{
  static const char *const moments[] = { "found_at", "called_at", "parents_notified_at" };
  DovPatrolFinding *finding = get_finding (form);
  DovHandover *handover = dov_form_find_draft (form, "handover");
  DovLinkRow *by = DOV_LINK_ROW (dov_form_find_row (form, "handover.handed_by_id"));
  g_autoptr (DovPatrolShift) shift = dup_shift (dov_form_get_store (form), finding);
  GDateTime *start = dov_patrol_shift_get_start (shift);

  for (gsize i = 0; i < G_N_ELEMENTS (moments); i++)
    dov_date_row_set_near (DOV_DATE_ROW (dov_form_find_row (form, moments[i])),
                           finding->found_at != NULL ? finding->found_at : start);
  dov_date_row_set_near (DOV_DATE_ROW (dov_form_find_row (form, "handover.handed_at")), start);
  dov_link_row_set_filter (by, "patrol_id = ?1", g_variant_new ("(x)", shift->patrol_id));
  dov_link_row_set_makes (by, FALSE);
  dov_link_row_set_makes (DOV_LINK_ROW (dov_form_find_row (form, "family_id")), FALSE);
  if (dov_record_get_id (DOV_RECORD (handover)) == 0 && handover->handed_by_id == 0)
    dov_set (handover, handed_by_id, shift->leader_id);
  dov_form_fill_later (form, DOV_RECORD (handover), "place");
  dov_form_fill_later (form, DOV_RECORD (handover), "child_name");
  g_signal_connect_object (finding, "notify::person-id", G_CALLBACK (follow_person), form, 0);
  /* Help stands first, over the title too (T7). */
  dov_form_set_head (form, g_object_new (DOV_TYPE_EMERGENCY, "name", "emergency", NULL));
  add_actions (form);
  name_draft (form, shift);
}

static const DovFormGroup groups[] = {
  { NULL, "", .in_head = DOV_FORM_UNDER_TITLE, .make = facts_new },
  { NULL, "", .in_head = DOV_FORM_BESIDE_TITLE, .name = "danger", .make = danger_new },
  { N_("What and when"), "found_at kind_id place_kind place danger called_at" },
  { N_("Who was met"), "person_id described_as sex age_known age_apparent with_whom" },
  /* Right below the age, where the eye is when it is typed. */
  { NULL, "", .name = "offer", .make = offer_new },
  { N_("What was done"), "measures parents_notified_at parents_reason outcome", .at_end = TRUE },
  { N_("To whom the child was handed"),
    "recipient_kind recipient_name recipient_position recipient_document recipient_phone handed_at", .at_end = TRUE,
    .link = "handover_id" },
  { N_("For the act"),
    "act_no handed_by_id witness child_state injuries belongings child_name child_address is_signed", .at_end = TRUE,
    .link = "handover_id" },
  { NULL, "", .at_end = TRUE, .name = "print", .make = print_new },
  { N_("For us, never printed"), "family_id keep_basis note" },
  { 0 },
};

static const DovFormHint hints[] = {
  { "found_at", N_("The hour is enough: 2220") },
  { "described_as", N_("The name if it was told; else sex, clothes, what one sees") },
  { "family_id", N_("Only for whoever works with the family; in no paper") },
  { "handover.recipient_position", N_("Mother, grandmother; of the police: post and rank") },
  { "handover.child_name", N_("Empty: as written above") },
  { 0 },
};

const DovLook dov_finding_look = {
  dov_patrol_finding_get_type, .form = groups, .hints = hints, .place = "patrol", .bin = N_("Written down by _mistake"),
  .paper_of = "handover_id", .fill_in = fill_in, .begin = begin, .title = dup_title, .focus = find_focus,
  .follow = follow, .save = save,
};
