/* dov-shift-notices.c - the head of the page of a shift: state, facts, the next step, what is missing, what clashes */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-shift-page-private.h"

#include <glib/gi18n.h>

#include "dov-badge.h"
#include "dov-capital.h"
#include "dov-errors.h"
#include "dov-notice.h"
#include "dov-patrol-words.h"
#include "dov-roster.h"
#include "dov-signs.h"

static char *
dup_shown (DovShiftPage *self,
           const char   *field)
{
  DovRecordClass *klass = DOV_RECORD_GET_CLASS (self->shift);

  return dov_store_dup_shown (self->store, DOV_RECORD (self->shift), dov_record_class_find_field (klass, field));
}

static void
add_part (GString    *text,
          const char *part)
{
  if (part != NULL && *part != '\0')
    g_string_append_printf (text, "%s%s", text->len > 0 ? "  ·  " : "", part);
}

/* Past, and nobody has closed it. */
static gboolean
is_overdue (DovShiftPage *self)
{
  g_autoptr (GDateTime) now = dov_clock_dup_now ();

  return (self->shift->status == DOV_PATROL_SHIFT_STATUS_PLANNED || self->shift->status == DOV_PATROL_SHIFT_STATUS_IN_PROGRESS)
         && g_date_time_compare (self->shift->ends_at, now) < 0;
}

static GtkWidget *
status_new (DovShiftPage *self)
{
  g_autofree char *status = dup_shown (self, "status");

  if (is_overdue (self))
    return dov_badge_new (_("not closed"), &(DovSign) { "alarm-symbolic", "warning" });

  return dov_badge_new (status, dov_sign_of_state (DOV_RECORD (self->shift), "status"));
}

static void
show_step (DovShiftPage *self)
{
  DovPatrolShiftStatus status = self->shift->status;
  gboolean is_off = !dov_patrol_shift_is_on (self->shift);
  gboolean is_done = status == DOV_PATROL_SHIFT_STATUS_DONE;
  gboolean has_begun = dov_shift_page_has_begun (self);

  gtk_label_set_label (GTK_LABEL (self->step_label), status == DOV_PATROL_SHIFT_STATUS_DRAFT ? _("Into the roster") :
                       has_begun ? _("Finish the shift") : _("Set out"));
  gtk_widget_set_visible (self->step, !is_off && !is_done);
  gtk_widget_set_visible (self->raid, has_begun);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "shift.move", !is_off && !is_done);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "shift.cancel", !is_off && !is_done);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "shift.plan", is_off);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "shift.reopen", is_done);
}

/**
 * dov_shift_page_show_head:
 *
 * Shows title, state, facts and the next step.
 */
void
dov_shift_page_show_head (DovShiftPage *self)
{
  g_autoptr (GString) facts = g_string_new (NULL);
  GDate day = dov_moment_get_date (self->shift->starts_at);
  g_autofree char *when = dov_patrol_dup_long_day (&day);
  /* Translators: the title of a page; %s is a day: “Shift, Saturday 13 March” */
  g_autofree char *title = g_strdup_printf (_("Shift, %s"), when);
  g_autofree char *span = dov_patrol_dup_span (self->shift->starts_at, self->shift->ends_at);
  /* Translators: %s is from when until when */
  g_autofree char *planned = g_strdup_printf (_("planned for %s"), span);
  g_autofree char *route = dup_shown (self, "route_id");
  g_autofree char *quoted = *route != '\0' ? g_strdup_printf (_("route “%s”"), route) : NULL;
  g_autofree char *kind = dup_shown (self, "kind");
  g_autofree char *event = dup_shown (self, "event_id");
  g_autofree char *patrol = dup_shown (self, "patrol_id");

  add_part (facts, planned);
  add_part (facts, quoted);
  add_part (facts, kind);
  add_part (facts, event);
  add_part (facts, patrol);
  gtk_label_set_label (GTK_LABEL (self->name), title);
  gtk_label_set_label (GTK_LABEL (self->facts), facts->str);
  adw_bin_set_child (self->status, status_new (self));
  show_step (self);
}

static void
clear_notices (DovShiftPage *self)
{
  GtkWidget *child = gtk_widget_get_first_child (self->notices);

  while (child != NULL)
    {
      GtkWidget *next = gtk_widget_get_next_sibling (child);

      if (child != self->asking)
        gtk_box_remove (GTK_BOX (self->notices), child);
      child = next;
    }
}

static GtkWidget *
add_notice (DovShiftPage  *self,
            DovNoticeKind  kind,
            const char    *lead,
            const char    *text)
{
  GtkWidget *notice = dov_notice_new (kind, lead, text);

  gtk_box_append (GTK_BOX (self->notices), notice);

  return notice;
}

/**
 * dov_shift_page_refuse:
 *
 * Says why a step was not taken.
 */
void
dov_shift_page_refuse (DovShiftPage *self,
                       const GError *error)
{
  g_autofree char *words = dov_errors_dup_words (error);

  clear_notices (self);
  add_notice (self, DOV_NOTICE_REFUSES, words, "");
}

static void
go_to_finding_cb (DovShiftPage *self)
{
  dov_finding_cards_go_on (self->cards, self->missing);
}

static void
go_to_crew_cb (DovShiftPage *self)
{
  dov_crew_section_focus (self->crew);
}

/* T5, T6: what keeps the walk from being closed, with the way there. */
static void
add_missing (DovShiftPage *self)
{
  guint n_open = dov_crew_count_open (dov_crew_section_get_crew (self->crew));
  GtkWidget *notice;

  if (self->draft->status != DOV_PATROL_SHIFT_STATUS_DONE || self->shift->status == DOV_PATROL_SHIFT_STATUS_DONE)
    return;

  if (self->missing != 0)
    {
      g_autofree char *lead = g_strdup_printf (_("To finish, say at finding no. %u how it ended and who has the child"),
                                               self->missing);

      notice = add_notice (self, DOV_NOTICE_REFUSES, lead,
                           _("A child cannot go nowhere: an adult with a name is needed, and the hour."));
      g_signal_connect_swapped (dov_notice_add_action (DOV_NOTICE (notice), _("_To the finding"), "F8"), "clicked",
                                G_CALLBACK (go_to_finding_cb), self);
    }
  if (n_open > 0)
    {
      g_autofree char *lead = g_strdup_printf (ngettext ("To finish, mark whether they came: %u person",
                                                         "To finish, mark whether they came: %u people", n_open), n_open);

      notice = add_notice (self, DOV_NOTICE_REFUSES, lead, _("Hours of volunteers are counted by that."));
      g_signal_connect_swapped (dov_notice_add_action (DOV_NOTICE (notice), _("_To the composition"), NULL), "clicked",
                                G_CALLBACK (go_to_crew_cb), self);
    }
}

static GArray *
list_members (DovShiftPage *self)
{
  GPtrArray *crew = dov_crew_section_get_crew (self->crew);
  GArray *members = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < crew->len; i++)
    g_array_append_val (members, ((DovCrewLine *) g_ptr_array_index (crew, i))->place->member_id);

  return members;
}

static void
replace_cb (GtkWidget    *button,
            DovShiftPage *self)
{
  dov_shift_page_ask_replace (self, *(gint64 *) g_object_get_data (G_OBJECT (button), "member"));
}

/* T1, T2: while it is still to come, what clashes and the way out. */
static void
add_clashes (DovShiftPage *self)
{
  g_autoptr (GArray) members = NULL;
  g_autoptr (GPtrArray) clashes = NULL;

  if (dov_shift_page_has_begun (self) || !dov_patrol_shift_is_on (self->shift))
    return;

  members = list_members (self);
  clashes = dov_roster_check_shift (self->store, self->shift, members);
  for (guint i = 0; i < clashes->len; i++)
    {
      const DovClash *clash = g_ptr_array_index (clashes, i);
      GtkWidget *notice = add_notice (self, clash->is_warning ? DOV_NOTICE_WARNS : DOV_NOTICE_REFUSES, clash->words, "");
      GtkWidget *button;

      if (clash->member_id == 0)
        {
          button = dov_notice_add_action (DOV_NOTICE (notice), _("Add…"), NULL);
          g_signal_connect_swapped (button, "clicked", G_CALLBACK (dov_shift_page_ask_add), self);
          continue;
        }
      button = dov_notice_add_action (DOV_NOTICE (notice), _("Replace…"), NULL);
      g_object_set_data_full (G_OBJECT (button), "member", g_memdup2 (&clash->member_id, sizeof clash->member_id), g_free);
      g_signal_connect (button, "clicked", G_CALLBACK (replace_cb), self);
    }
}

/**
 * dov_shift_page_show_notices:
 *
 * Says what the shift still needs, and what stands in its way.
 */
void
dov_shift_page_show_notices (DovShiftPage *self)
{
  clear_notices (self);
  if (!dov_patrol_shift_is_on (self->shift))
    {
      g_autofree char *status = dup_shown (self, "status");
      g_autofree char *lead = dov_capitalise (status);

      add_notice (self, DOV_NOTICE_INFORMS, lead, self->shift->status_reason);
      return;
    }

  add_missing (self);
  add_clashes (self);
}
