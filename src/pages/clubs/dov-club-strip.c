/* dov-club-strip.c - the session that the keyboard stands on: its day, topic and hours, all were there */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-club-strip.h"

#include "dov-deed.h"
#include "dov-go.h"
#include "dov-number.h"
#include "dov-widgets.h"

#include <glib/gi18n.h>

struct _DovClubStrip
{
  GtkBox          parent_instance;

  DovStore       *store;
  DovClubSession *session;   /* NULL: there is none */
  gboolean        is_showing;

  GtkLabel       *when;
  GtkWidget      *topic;
  GtkWidget      *hours;
  GtkWidget      *fill;
};

G_DEFINE_FINAL_TYPE (DovClubStrip, dov_club_strip, GTK_TYPE_BOX)

static void
save (DovClubStrip *self,
      DovRecord    *draft)
{
  if (dov_record_diff (DOV_RECORD (self->session), draft) != 0)
    dov_deed_save (self, self->store, NULL, draft);
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
      dov_deed_refuse (self, error->message);
      return;
    }
  gtk_widget_remove_css_class (self->hours, "error");
  draft = dov_record_dup (DOV_RECORD (self->session));
  dov_set (DOV_CLUB_SESSION (draft), hours, hours);
  save (self, draft);
}

static void
fill_cb (DovClubStrip *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "journal.fill", NULL);
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
  gtk_widget_activate_action (GTK_WIDGET (self), "journal.back", NULL);
}

static void
hours_entered_cb (DovClubStrip *self)
{
  save_hours (self);
  if (!gtk_widget_has_css_class (self->hours, "error"))
    gtk_widget_activate_action (GTK_WIDGET (self), "journal.back", NULL);
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
      gtk_label_set_label (self->when, when);
      set_text (self->topic, session->topic, is_other);
      set_text (self->hours, hours, is_other);
      gtk_widget_set_sensitive (self->fill, !column->is_to_come && !dov_store_is_read_only (self->store));
    }
  self->is_showing = FALSE;
}

/* Before anything is shown: whose sessions they are, and whether they can be changed. */
void
dov_club_strip_set_store (DovClubStrip *self,
                          DovStore     *store)
{
  self->store = g_object_ref (store);
  gtk_editable_set_editable (GTK_EDITABLE (self->topic), !dov_store_is_read_only (store));
  gtk_editable_set_editable (GTK_EDITABLE (self->hours), !dov_store_is_read_only (store));
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
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dov_club_strip_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, DOV_RESOURCES "/ui/dov-club-strip.ui");
  gtk_widget_class_bind_template_child (widget_class, DovClubStrip, when);
  gtk_widget_class_bind_template_child (widget_class, DovClubStrip, topic);
  gtk_widget_class_bind_template_child (widget_class, DovClubStrip, hours);
  gtk_widget_class_bind_template_child (widget_class, DovClubStrip, fill);
  gtk_widget_class_bind_template_callback (widget_class, save_topic);
  gtk_widget_class_bind_template_callback (widget_class, save_hours);
  gtk_widget_class_bind_template_callback (widget_class, topic_entered_cb);
  gtk_widget_class_bind_template_callback (widget_class, hours_entered_cb);
  gtk_widget_class_bind_template_callback (widget_class, fill_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_cb);
}

static void
dov_club_strip_init (DovClubStrip *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
