/* dov-patrol-finding-page.c - what was found on a walk: when, where, who, what was done, to whom the child was handed */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-patrol-finding-page.h"

#include <glib/gi18n.h>

#include "dov-date-row.h"
#include "dov-emergency.h"
#include "dov-family-member.h"
#include "dov-go.h"
#include "dov-handover.h"
#include "dov-label.h"
#include "dov-link-row.h"
#include "dov-look.h"
#include "dov-night.h"
#include "dov-notice.h"
#include "dov-patrol-member.h"
#include "dov-patrol-shift.h"
#include "dov-patrol-words.h"
#include "dov-ref-item.h"

struct _DovPatrolFindingPage
{
  DovFormPage       parent_instance;

  DovForm          *form;
  DovPatrolFinding *finding;    /* of the form */
  DovHandover      *handover;   /* a copy, or a new one that is saved only when the outcome asks for it */
  DovPatrolShift   *shift;

  GtkWidget        *danger;     /* the button that says so at once */
  GtkWidget        *emergency;
  AdwBin           *offer;      /* the curfew, offered */
  char             *offered;    /* in these words */
  GPtrArray        *handed;     /* the groups about whom the child was handed to */
  gint64            met;        /* whose family was looked up last */
  gboolean          prints;     /* the act is shown as soon as it is saved */
};

G_DEFINE_FINAL_TYPE (DovPatrolFindingPage, dov_patrol_finding_page, DOV_TYPE_FORM_PAGE)

static DovStore *
get_store (DovPatrolFindingPage *self)
{
  return dov_form_get_store (self->form);
}

static DovFieldRow *
row_of (DovPatrolFindingPage *self,
        const char           *field)
{
  return dov_form_find_row (self->form, field);
}

/* Shows what was set here, as if it had been typed. */
static void
edited (DovPatrolFindingPage *self,
        const char           *field)
{
  dov_field_row_show (row_of (self, field));
  dov_field_row_edited (row_of (self, field));
}

static gboolean
needs_handover (DovPatrolFindingPage *self)
{
  return dov_finding_outcome_needs_handover (self->finding->outcome);
}

/* ---- saving ---- */

/* What the act repeats of the finding is not typed twice. */
static void
fill_handover (DovPatrolFindingPage *self)
{
  if (*self->handover->place == '\0')
    dov_set (self->handover, place, self->finding->place);
  dov_set (self->handover, person_id, self->finding->person_id);
  if (*self->handover->child_name == '\0' && self->finding->person_id == 0)
    dov_set (self->handover, child_name, self->finding->described_as);
  if (*self->handover->circumstances == '\0')
    {
      g_autofree char *when = dov_moment_to_shown (self->finding->found_at);
      g_autofree char *kind = dov_store_describe_id (get_store (self), DOV_TYPE_REF_ITEM, self->finding->kind_id);
      g_autofree char *words = g_strdup_printf ("%s, %s: %s", when, self->finding->place, kind);

      dov_set (self->handover, circumstances, words);
    }
}

static gboolean
save_cb (DovForm  *form,
         gpointer  user_data,
         GError  **error)
{
  DovPatrolFindingPage *self = user_data;
  DovStore *store = get_store (self);
  g_autoptr (DovRecord) former = dov_store_follow (store, self->finding, "handover_id");
  gboolean is_new = dov_record_get_id (DOV_RECORD (self->finding)) == 0;
  g_autofree char *time = dov_time_to_shown (dov_moment_get_time (self->finding->found_at));
  /* Translators: what an operation was, in the history; %1$s is a time, %2$s a place */
  g_autofree char *words = g_strdup_printf (is_new ? _("Finding written down: %1$s, %2$s")
                                                   : _("Finding changed: %1$s, %2$s"), time, self->finding->place);

  dov_store_name_operation (store, words);
  if (!needs_handover (self))
    {
      dov_set (self->finding, handover_id, 0);
      return dov_store_save (store, DOV_RECORD (self->finding), error) &&
             (former == NULL || dov_store_remove (store, former, error));
    }

  fill_handover (self);
  if (!dov_store_save (store, DOV_RECORD (self->handover), error))
    return FALSE;
  dov_set (self->finding, handover_id, dov_record_get_id (DOV_RECORD (self->handover)));

  return dov_store_save (store, DOV_RECORD (self->finding), error);
}

static void
dov_patrol_finding_page_saved (DovFormPage *page)
{
  DovPatrolFindingPage *self = DOV_PATROL_FINDING_PAGE (page);
  DovShell *shell = dov_shell_around (GTK_WIDGET (self));
  gint64 handover = self->prints ? self->finding->handover_id : 0;

  DOV_FORM_PAGE_CLASS (dov_patrol_finding_page_parent_class)->saved (page);
  if (handover != 0)
    dov_go_paper (shell, "D-37", handover);
}

static void
print_cb (DovPatrolFindingPage *self)
{
  self->prints = TRUE;
  if (!dov_form_save (self->form))
    self->prints = FALSE;
}

/* ---- what follows from what is typed ---- */

static void
show_emergency (DovPatrolFindingPage *self)
{
  gboolean is_danger = self->finding->danger || self->finding->kind_id == DOV_FINDING_KIND_DANGER;

  gtk_widget_set_visible (self->danger, !is_danger);
  gtk_widget_set_visible (self->emergency, is_danger);
  gtk_widget_set_visible (GTK_WIDGET (row_of (self, "called_at")), is_danger);
  dov_emergency_set_called (DOV_EMERGENCY (self->emergency), self->finding->called_at);
}

static void
show_handover (DovPatrolFindingPage *self)
{
  gboolean is_needed = needs_handover (self);

  dov_form_set_skipped (self->form, DOV_RECORD (self->handover), !is_needed);
  for (guint i = 0; i < self->handed->len; i++)
    gtk_widget_set_visible (g_ptr_array_index (self->handed, i), is_needed);
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

/* The outcome says who takes a child, until somebody says otherwise. */
static void
follow_outcome (DovPatrolFindingPage *self)
{
  DovRecipientKind kind = find_recipient_kind (self->finding->outcome);

  if (kind == 0 || self->handover->recipient_kind == kind || *self->handover->recipient_name != '\0')
    return;

  dov_set (self->handover, recipient_kind, kind);
  dov_field_row_show (dov_field_group_find (g_ptr_array_index (self->handed, 0), "recipient_kind"));
}

/* The family of a child that is known is the link for us; nobody else reads it. */
static void
follow_person (DovPatrolFindingPage *self)
{
  g_autoptr (GPtrArray) of = NULL;

  if (self->met == self->finding->person_id)
    return;

  self->met = self->finding->person_id;
  of = dov_store_read (get_store (self), DOV_TYPE_FAMILY_MEMBER, &(DovQuery) {
    .where = "person_id = ?1 AND until IS NULL", .params = g_variant_new ("(x)", self->met) });
  if (of->len != 1 || self->finding->family_id != 0)
    return;

  dov_set (self->finding, family_id, DOV_FAMILY_MEMBER (of->pdata[0])->family_id);
  dov_field_row_show (row_of (self, "family_id"));
}

static void
take_curfew_cb (DovPatrolFindingPage *self)
{
  dov_set (self->finding, kind_id, DOV_FINDING_KIND_CURFEW);
  edited (self, "kind_id");
  gtk_widget_grab_focus (GTK_WIDGET (row_of (self, "measures")));
}

/* T3: the curfew is offered, never set: by the age, the day and the hour. */
static void
show_offer (DovPatrolFindingPage *self)
{
  g_autofree char *words = NULL;
  GtkWidget *notice;

  if (self->finding->kind_id == 0)
    words = dov_night_dup_offer (get_store (self), self->finding);
  if (g_strcmp0 (words, self->offered) == 0)
    return;

  g_free (self->offered);
  self->offered = g_strdup (words);
  adw_bin_set_child (self->offer, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->offer), words != NULL);
  if (words == NULL)
    return;

  notice = dov_notice_new (DOV_NOTICE_INFORMS, words, _("It is not set by itself: you were there."));
  g_signal_connect_swapped (dov_notice_add_action (DOV_NOTICE (notice), _("At night without adults"), NULL), "clicked",
                            G_CALLBACK (take_curfew_cb), self);
  adw_bin_set_child (self->offer, notice);
}

static void
follow_all (gpointer page)
{
  DovPatrolFindingPage *self = page;

  follow_outcome (self);
  follow_person (self);
  show_emergency (self);
  show_handover (self);
  show_offer (self);
}

static void
danger_cb (DovPatrolFindingPage *self)
{
  dov_set (self->finding, danger, TRUE);
  if (self->finding->kind_id == 0)
    dov_set (self->finding, kind_id, DOV_FINDING_KIND_DANGER);
  dov_field_row_show (row_of (self, "kind_id"));
  edited (self, "danger");
  follow_all (self);
  gtk_widget_child_focus (self->emergency, GTK_DIR_TAB_FORWARD);
}

static void
act (GtkWidget  *widget,
     const char *name,
     GVariant   *target)
{
  DovPatrolFindingPage *self = DOV_PATROL_FINDING_PAGE (widget);
  g_autoptr (GDateTime) now = dov_clock_dup_now ();

  if (g_str_equal (name, "finding.danger"))
    {
      danger_cb (self);
      return;
    }
  dov_set (self->finding, called_at, now);
  edited (self, "called_at");
  show_emergency (self);
  dov_form_focus (self->form);
}

/* ---- making ---- */

static GtkWidget *
head_new (DovPatrolFindingPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *words = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing", 4, "hexpand", TRUE, NULL);
  GtkWidget *inside = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  gboolean is_new = dov_record_get_id (DOV_RECORD (self->finding)) == 0;
  g_autofree char *span = dov_patrol_dup_span (self->shift->starts_at, self->shift->ends_at);
  GDate day = dov_moment_get_date (self->shift->starts_at);
  g_autofree char *when = dov_patrol_dup_long_day (&day);
  g_autofree char *facts = g_strdup_printf (_("Shift on %1$s, %2$s"), when, span);

  self->emergency = g_object_new (DOV_TYPE_EMERGENCY, NULL);
  gtk_box_append (GTK_BOX (box), self->emergency);
  gtk_box_append (GTK_BOX (words), dov_heading_new (is_new ? _("New finding") : _("Finding"), "page-title"));
  gtk_box_append (GTK_BOX (words), dov_label_new (facts, "dim-label numeric"));
  gtk_box_append (GTK_BOX (line), words);
  gtk_box_append (GTK_BOX (inside), gtk_label_new (_("Danger to life — 112")));
  gtk_box_append (GTK_BOX (inside), dov_key_new ("F2"));
  self->danger = g_object_new (GTK_TYPE_BUTTON, "child", inside, "valign", GTK_ALIGN_START,
                               "action-name", "finding.danger", NULL);
  gtk_widget_add_css_class (self->danger, "destructive-action");
  gtk_box_append (GTK_BOX (line), self->danger);
  gtk_box_append (GTK_BOX (box), line);

  return box;
}

static void
add_handover (DovPatrolFindingPage *self)
{
  DovRecord *draft = DOV_RECORD (self->handover);
  DovFieldGroup *whom = dov_form_add_part (self->form, draft, "handover", _("To whom the child was handed"),
                                           "recipient_kind recipient_name recipient_position recipient_document "
                                           "recipient_phone handed_at", TRUE);
  DovFieldGroup *act = dov_form_add_part (self->form, draft, "handover", _("For the act"),
                                          "handed_by_id witness child_state child_name child_address is_signed", TRUE);
  /* The act as it will be signed, at once and on the spot. */
  GtkWidget *print = gtk_button_new_with_mnemonic (_("Save and _print the act"));

  dov_field_row_set_hint (dov_field_group_find (whom, "recipient_position"),
                          _("Mother, grandmother; of the police: post and rank"));
  dov_field_row_set_hint (dov_field_group_find (act, "child_name"), _("Empty: as written above"));
  dov_date_row_set_near (DOV_DATE_ROW (dov_field_group_find (whom, "handed_at")), dov_patrol_shift_get_start (self->shift));
  dov_link_row_set_filter (DOV_LINK_ROW (dov_field_group_find (act, "handed_by_id")), "patrol_id = ?1",
                           g_variant_new ("(x)", self->shift->patrol_id));
  dov_link_row_set_makes (DOV_LINK_ROW (dov_field_group_find (act, "handed_by_id")), FALSE);
  gtk_widget_set_halign (print, GTK_ALIGN_START);
  g_signal_connect_swapped (print, "clicked", G_CALLBACK (print_cb), self);
  dov_form_add_widget (self->form, print, TRUE);
  g_ptr_array_add (self->handed, whom);
  g_ptr_array_add (self->handed, act);
  g_ptr_array_add (self->handed, print);
}

static void
add_fields (DovPatrolFindingPage *self)
{
  static const char *const moments[] = { "found_at", "called_at", "parents_notified_at" };
  static const DovFormHint hints[] = {
    { "found_at", N_("The hour is enough: 2220") },
    { "described_as", N_("The name if it was told; else sex, clothes, what one sees") },
    { "family_id", N_("Only for whoever works with the family; in no paper") },
  };
  GDateTime *near = self->finding->found_at != NULL ? self->finding->found_at :
                    dov_patrol_shift_get_start (self->shift);

  dov_form_add_group (self->form, _("What and when"), "found_at kind_id place_kind place danger called_at", FALSE);
  dov_form_add_group (self->form, _("Who was met"), "person_id described_as sex age_known age_apparent with_whom", FALSE);
  /* Right below the age, where the eye is when it is typed. */
  self->offer = g_object_new (ADW_TYPE_BIN, "visible", FALSE, NULL);
  dov_form_add_widget (self->form, GTK_WIDGET (self->offer), FALSE);
  dov_form_add_group (self->form, _("What was done"), "measures parents_notified_at parents_reason outcome", TRUE);
  add_handover (self);
  dov_form_add_group (self->form, _("For us, never printed"), "family_id keep_basis note", FALSE);

  for (gsize i = 0; i < G_N_ELEMENTS (moments); i++)
    dov_date_row_set_near (DOV_DATE_ROW (row_of (self, moments[i])), near);
  for (gsize i = 0; i < G_N_ELEMENTS (hints); i++)
    dov_field_row_set_hint (row_of (self, hints[i].field), _(hints[i].words));
  dov_link_row_set_makes (DOV_LINK_ROW (row_of (self, "family_id")), FALSE);
}

/* A new one: the hour is now while they walk; the leader hands over. */
static void
fill_in (DovPatrolFindingPage *self)
{
  g_autoptr (GDateTime) now = dov_clock_dup_now ();
  g_autoptr (DovRecord) record = dov_store_follow (get_store (self), self->finding, "handover_id");

  self->shift = dov_store_follow (get_store (self), self->finding, "shift_id");
  if (self->shift == NULL)
    self->shift = DOV_PATROL_SHIFT (dov_record_new (DOV_TYPE_PATROL_SHIFT, 0));
  if (self->shift->starts_at == NULL)
    dov_set (self->shift, starts_at, now);
  self->handover = DOV_HANDOVER (record != NULL ? dov_record_dup (record) : dov_record_new (DOV_TYPE_HANDOVER, 0));
  if (record == NULL)
    dov_set (self->handover, handed_by_id, self->shift->leader_id);
  if (dov_record_get_id (DOV_RECORD (self->finding)) == 0 && self->finding->found_at == NULL &&
      self->shift->status == DOV_PATROL_SHIFT_STATUS_IN_PROGRESS)
    dov_set (self->finding, found_at, now);
  self->met = self->finding->person_id;
}

/**
 * dov_patrol_finding_page_new:
 * @draft: a new finding with its shift set, or a copy of one
 * @kept: the number of the unfinished form that is taken up again, 0 for none
 *
 * Returns: (transfer floating): the page
 */
DovPage *
dov_patrol_finding_page_new (DovStore  *store,
                             DovRecord *draft,
                             gint64     kept)
{
  DovPatrolFindingPage *self = g_object_new (DOV_TYPE_PATROL_FINDING_PAGE, NULL);
  g_autofree char *when = NULL;
  g_autofree char *title = NULL;
  GDate day;

  self->finding = DOV_PATROL_FINDING (draft);
  self->form = DOV_FORM (dov_form_new (store, draft));
  fill_in (self);
  add_fields (self);
  dov_form_fill_later (self->form, draft, "handover_id");
  dov_form_fill_later (self->form, DOV_RECORD (self->handover), "place");
  dov_form_fill_later (self->form, DOV_RECORD (self->handover), "child_name");
  dov_form_set_head (self->form, head_new (self));
  day = dov_moment_get_date (self->shift->starts_at);
  when = dov_patrol_dup_day (&day);
  /* Translators: a form that was begun; %s is the day of the shift */
  title = g_strdup_printf (_("Finding of the patrol, %s"), when);
  dov_form_page_begin (DOV_FORM_PAGE (self), self->form, title, "patrol", kept, save_cb, follow_all);

  return DOV_PAGE (self);
}

/* What is kept is opened to be ended: where the outcome is missing, or who took the child. */
static void
dov_patrol_finding_page_focus (DovPage *page)
{
  DovPatrolFindingPage *self = DOV_PATROL_FINDING_PAGE (page);

  if (dov_record_get_id (DOV_RECORD (self->finding)) != 0 && self->finding->outcome == 0)
    gtk_widget_grab_focus (GTK_WIDGET (row_of (self, "outcome")));
  else
    DOV_PAGE_CLASS (dov_patrol_finding_page_parent_class)->focus (page);
}

static void
dov_patrol_finding_page_dispose (GObject *object)
{
  DovPatrolFindingPage *self = DOV_PATROL_FINDING_PAGE (object);

  g_clear_object (&self->handover);
  g_clear_object (&self->shift);
  g_clear_pointer (&self->handed, g_ptr_array_unref);
  g_clear_pointer (&self->offered, g_free);

  G_OBJECT_CLASS (dov_patrol_finding_page_parent_class)->dispose (object);
}

static void
dov_patrol_finding_page_class_init (DovPatrolFindingPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dov_patrol_finding_page_dispose;
  DOV_PAGE_CLASS (klass)->focus = dov_patrol_finding_page_focus;
  DOV_FORM_PAGE_CLASS (klass)->saved = dov_patrol_finding_page_saved;
  gtk_widget_class_install_action (widget_class, "finding.danger", NULL, act);
  gtk_widget_class_install_action (widget_class, "finding.called", NULL, act);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F2, 0, "finding.danger", NULL);
}

static void
dov_patrol_finding_page_init (DovPatrolFindingPage *self)
{
  self->handed = g_ptr_array_new ();
}
