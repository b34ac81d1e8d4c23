/* dov-club-strip.c - the session that the keyboard stands on: its day, topic and hours, all were there */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-club-strip.h"

#include "dov-go.h"
#include "dov-number.h"
#include "dov-shell.h"

#include <glib/gi18n.h>

struct _DovClubStrip
{
  AdwBin          parent_instance;

  DovStore       *store;
  DovClubSession *session;   /* NULL: there is none */
  gboolean        is_showing;

  GtkWidget      *when;
  GtkWidget      *topic;
  GtkWidget      *hours;
  GtkWidget      *fill;
  GtkWidget      *open;
};

G_DEFINE_FINAL_TYPE (DovClubStrip, dov_club_strip, ADW_TYPE_BIN)

enum { FILL_ASKED, DONE, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
show_error (DovClubStrip *self,
            const GError *error)
{
  DovShell *shell = dov_shell_around (GTK_WIDGET (self));

  if (shell != NULL)
    dov_shell_show_error (shell, error);
}

static void
save (DovClubStrip *self,
      DovRecord    *draft)
{
  g_autoptr (GError) error = NULL;

  if (dov_record_diff (DOV_RECORD (self->session), draft) == 0)
    return;
  if (!dov_store_save (self->store, draft, &error))
    show_error (self, error);
}

static void
save_topic (DovClubStrip *self)
{
  g_autoptr (DovRecord) draft = NULL;

  if (self->session == NULL || self->is_showing)
    return;
  draft = dov_record_dup (DOV_RECORD (self->session));
  dov_set (DOV_CLUB_SESSION (draft), topic, gtk_editable_get_text (GTK_EDITABLE (self->topic)));
  dov_record_tidy (draft);
  save (self, draft);
}

static void
save_hours (DovClubStrip *self)
{
  g_autoptr (DovRecord) draft = NULL;
  g_autoptr (GError) error = NULL;
  gint64 hours = DOV_UNKNOWN;

  if (self->session == NULL || self->is_showing)
    return;
  if (!dov_quantity_from_typed (gtk_editable_get_text (GTK_EDITABLE (self->hours)), &hours, &error))
    {
      gtk_widget_add_css_class (self->hours, "error");
      show_error (self, error);
      return;
    }
  gtk_widget_remove_css_class (self->hours, "error");
  draft = dov_record_dup (DOV_RECORD (self->session));
  dov_set (DOV_CLUB_SESSION (draft), hours, hours);
  save (self, draft);
}

static void
left_cb (GtkEventControllerFocus *focus,
         DovClubStrip            *self)
{
  GtkWidget *entry = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (focus));

  if (entry == self->topic)
    save_topic (self);
  else
    save_hours (self);
}

static void
fill_cb (DovClubStrip *self)
{
  g_signal_emit (self, signals[FILL_ASKED], 0);
}

static void
open_cb (DovClubStrip *self)
{
  if (self->session != NULL)
    dov_go_record (self, DOV_TYPE_CLUB_SESSION, dov_record_get_id (DOV_RECORD (self->session)));
}

/* Enter: it is written, and the keyboard goes back to the marks. */
static void
topic_entered_cb (DovClubStrip *self)
{
  save_topic (self);
  g_signal_emit (self, signals[DONE], 0);
}

static void
hours_entered_cb (DovClubStrip *self)
{
  save_hours (self);
  if (!gtk_widget_has_css_class (self->hours, "error"))
    g_signal_emit (self, signals[DONE], 0);
}

static GtkWidget *
entry_new (DovClubStrip *self,
           const char   *label,
           GCallback     activated)
{
  GtkWidget *entry = g_object_new (GTK_TYPE_ENTRY, "placeholder-text", label,
                                   "editable", !dov_store_is_read_only (self->store), NULL);
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_swapped (entry, "activate", activated, self);
  g_signal_connect (focus, "leave", G_CALLBACK (left_cb), self);
  gtk_widget_add_controller (entry, focus);

  return entry;
}

/**
 * dov_club_strip_new:
 *
 * Returns: (transfer floating): a line that is not seen until it shows a session
 */
GtkWidget *
dov_club_strip_new (DovStore *store)
{
  DovClubStrip *self = g_object_new (DOV_TYPE_CLUB_STRIP, "visible", FALSE, NULL);
  GtkWidget *box = g_object_new (GTK_TYPE_BOX, "spacing", 9, NULL);

  self->store = g_object_ref (store);
  self->when = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, NULL);
  gtk_widget_add_css_class (self->when, "heading");
  gtk_widget_add_css_class (self->when, "numeric");
  self->topic = entry_new (self, _("Topic of the session (F2)"), G_CALLBACK (topic_entered_cb));
  gtk_widget_set_hexpand (self->topic, TRUE);
  self->hours = entry_new (self, _("Hours"), G_CALLBACK (hours_entered_cb));
  gtk_editable_set_width_chars (GTK_EDITABLE (self->hours), 4);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (self->hours), 4);
  gtk_editable_set_alignment (GTK_EDITABLE (self->hours), 1.0);
  self->fill = gtk_button_new_with_label (_("All were there"));
  gtk_widget_set_tooltip_text (self->fill, _("“+” for everybody without a mark (Ctrl+Enter)"));
  g_signal_connect_swapped (self->fill, "clicked", G_CALLBACK (fill_cb), self);
  self->open = gtk_button_new_with_label (_("Session…"));
  gtk_widget_set_tooltip_text (self->open, _("Move the session, change its place or leader, put it into the bin"));
  g_signal_connect_swapped (self->open, "clicked", G_CALLBACK (open_cb), self);

  gtk_box_append (GTK_BOX (box), self->when);
  gtk_box_append (GTK_BOX (box), self->topic);
  gtk_box_append (GTK_BOX (box), self->hours);
  gtk_box_append (GTK_BOX (box), gtk_label_new (C_("hours", "h")));
  gtk_box_append (GTK_BOX (box), self->fill);
  gtk_box_append (GTK_BOX (box), self->open);
  adw_bin_set_child (ADW_BIN (self), box);

  return GTK_WIDGET (self);
}

/* What stands there is not typed over while somebody is at it. */
static void
set_text (GtkWidget  *entry,
          const char *text,
          gboolean    is_other)
{
  GtkWidget *focus = gtk_widget_get_focus_child (entry);

  if (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (entry)), text) != 0 && (is_other || focus == NULL))
    gtk_editable_set_text (GTK_EDITABLE (entry), text);
}

/**
 * dov_club_strip_show:
 * @column: (nullable): the session
 */
void
dov_club_strip_show (DovClubStrip  *self,
                     DovClubColumn *column)
{
  DovClubSession *session = column != NULL ? column->session : NULL;
  gboolean is_other = session != self->session;
  g_autofree char *hours = NULL;
  g_autofree char *time = NULL;
  g_autofree char *when = NULL;
  GDate day;

  gtk_widget_set_visible (GTK_WIDGET (self), session != NULL);
  self->is_showing = TRUE;
  g_set_object (&self->session, session);
  if (session != NULL)
    {
      day = dov_moment_get_date (session->starts_at);
      time = dov_time_to_shown (dov_moment_get_time (session->starts_at));
      hours = dov_quantity_to_shown (session->hours);
      when = g_strdup_printf ("%s, %d %s, %s", dov_weekday_short (g_date_get_weekday (&day)), g_date_get_day (&day),
                              dov_month_name_of (g_date_get_month (&day)), time);
      gtk_label_set_label (GTK_LABEL (self->when), when);
      set_text (self->topic, session->topic, is_other);
      set_text (self->hours, hours, is_other);
      gtk_widget_set_sensitive (self->fill, !column->is_to_come && !dov_store_is_read_only (self->store));
    }
  self->is_showing = FALSE;
}

/**
 * dov_club_strip_focus:
 *
 * Puts the keyboard into the topic.
 */
void
dov_club_strip_focus (DovClubStrip *self)
{
  if (gtk_widget_get_visible (GTK_WIDGET (self)))
    gtk_widget_grab_focus (self->topic);
}

static void
dov_club_strip_dispose (GObject *object)
{
  DovClubStrip *self = DOV_CLUB_STRIP (object);

  g_clear_object (&self->session);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (dov_club_strip_parent_class)->dispose (object);
}

static void
dov_club_strip_class_init (DovClubStripClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dov_club_strip_dispose;

  signals[FILL_ASKED] = g_signal_new ("fill-asked", DOV_TYPE_CLUB_STRIP, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                      G_TYPE_NONE, 0);
  signals[DONE] = g_signal_new ("done", DOV_TYPE_CLUB_STRIP, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
dov_club_strip_init (DovClubStrip *self)
{
}
