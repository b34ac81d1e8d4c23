/* dov-event-asking.c - what is asked before an event is cancelled or moved: why, and to when; in place */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-event-page-private.h"

#include <glib/gi18n.h>

#include "dov-errors.h"
#include "dov-event-move.h"

static void
show_error (DovEventPage *self,
            GtkWidget    *row,
            const char   *words)
{
  gtk_label_set_text (GTK_LABEL (self->asked_error), words);
  gtk_widget_set_visible (self->asked_error, TRUE);
  gtk_widget_add_css_class (row, "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE, -1);
  gtk_widget_grab_focus (row);
}

/* A day alone keeps the hour of the event. */
static GDateTime *
read_when (DovEventPage  *self,
           GError       **error)
{
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->asked_when));
  g_autoptr (GDateTime) moment = NULL;
  g_autoptr (GDate) date = NULL;

  if (*typed == '\0')
    {
      g_set_error_literal (error, DOV_RECORD_ERROR, DOV_RECORD_ERROR_MALFORMED, _("Type the new day."));
      return NULL;
    }
  if (dov_date_from_typed (typed, &date, strchr (typed, ':') == NULL ? error : NULL) && date != NULL)
    return dov_moment_new (date, dov_moment_get_time (self->event->starts_at));
  if (error != NULL && *error != NULL)
    return NULL;
  if (!dov_moment_from_typed (typed, &moment, error))
    return NULL;

  return g_steal_pointer (&moment);
}

static void
move (DovEventPage *self,
      const char   *reason)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDateTime) starts_at = read_when (self, &error);
  g_autoptr (GDateTime) ends_at = NULL;
  g_autoptr (DovEvent) other = NULL;

  if (starts_at == NULL)
    {
      show_error (self, self->asked_when, error->message);
      return;
    }

  ends_at = g_date_time_add (starts_at, g_date_time_difference (self->event->ends_at, self->event->starts_at));
  dov_store_accept (self->store, "E8", reason);
  other = dov_event_move (self->store, self->event, starts_at, ends_at, reason, &error);
  if (other == NULL)
    {
      g_autofree char *words = dov_errors_dup_words (error);

      show_error (self, self->asked_when, words);
      return;
    }
  dov_event_page_stop_asking (self);
  dov_event_page_tell (self);
}

static void
go_on_cb (DovEventPage *self)
{
  g_autofree char *reason = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->asked_why))));

  gtk_widget_remove_css_class (self->asked_why, "error");
  if (*reason == '\0')
    {
      show_error (self, self->asked_why, _("Type why. A few words are enough."));
      return;
    }

  if (self->asks == DOV_EVENT_ASKS_MOVE)
    {
      move (self, reason);
    }
  else if (self->asks == DOV_EVENT_ASKS_EMPTY)
    {
      dov_store_accept (self->store, "E1", reason);
      dov_store_accept (self->store, "E8", reason);
      dov_event_page_stop_asking (self);
      dov_event_page_take_step (self, DOV_EVENT_STATUS_HELD, reason);
    }
  else
    {
      dov_store_accept (self->store, "E8", reason);
      dov_event_page_stop_asking (self);
      dov_event_page_take_step (self, DOV_EVENT_STATUS_CANCELLED, reason);
    }
}

/**
 * dov_event_page_stop_asking:
 * @self: the page
 *
 * Puts the question away.
 */
void
dov_event_page_stop_asking (DovEventPage *self)
{
  if (self->asking != NULL)
    gtk_box_remove (self->notices, self->asking);
  self->asking = NULL;
  self->asks = DOV_EVENT_ASKS_NOTHING;
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint                  key,
                guint                  code,
                GdkModifierType        state,
                DovEventPage          *self)
{
  if (key != GDK_KEY_Escape)
    return GDK_EVENT_PROPAGATE;

  dov_event_page_stop_asking (self);

  return GDK_EVENT_STOP;
}

static GtkWidget *
add_row (GtkWidget    *list,
         DovEventPage *self,
         const char   *title)
{
  GtkWidget *row = g_object_new (ADW_TYPE_ENTRY_ROW, "title", title, NULL);

  g_signal_connect_swapped (row, "entry-activated", G_CALLBACK (go_on_cb), self);
  gtk_list_box_append (GTK_LIST_BOX (list), row);

  return row;
}

static const char *
choose_words (DovEventAsks   asks,
              const char   **go_on)
{
  switch (asks)
    {
    case DOV_EVENT_ASKS_MOVE:
      *go_on = _("Move the event");
      return _("Move to another day");
    case DOV_EVENT_ASKS_EMPTY:
      *go_on = _("Held all the same");
      return _("Held, but nobody is counted");
    case DOV_EVENT_ASKS_NOTHING:
    case DOV_EVENT_ASKS_CANCEL:
    default:
      *go_on = _("Cancel the event");
      return _("Cancel the event");
    }
}

/**
 * dov_event_page_ask:
 * @self: the page
 * @asks: what for
 *
 * Opens the card that asks, on top of the page. Nothing is done before it is
 * answered; Esc puts it away.
 */
void
dov_event_page_ask (DovEventPage *self,
                    DovEventAsks  asks)
{
  GtkWidget *list = g_object_new (GTK_TYPE_LIST_BOX, "selection-mode", GTK_SELECTION_NONE, NULL);
  GtkWidget *buttons = g_object_new (GTK_TYPE_BOX, "spacing", 6, "halign", GTK_ALIGN_END, NULL);
  GtkEventController *keys = gtk_event_controller_key_new ();
  const char *go_on_words;
  GtkWidget *title, *dismiss, *go_on;

  dov_event_page_stop_asking (self);
  self->asks = asks;
  self->asking = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  title = g_object_new (GTK_TYPE_LABEL, "label", choose_words (asks, &go_on_words), "xalign", 0.0, "margin-start", 3, NULL);
  gtk_widget_add_css_class (title, "section-title");
  gtk_widget_add_css_class (list, "boxed-list");
  self->asked_when = asks == DOV_EVENT_ASKS_MOVE ? add_row (list, self, _("To which day, and time if it changes *")) : NULL;
  self->asked_why = add_row (list, self, _("Why *"));
  self->asked_error = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, "visible", FALSE, "margin-start", 3, NULL);
  gtk_widget_add_css_class (self->asked_error, "error");

  dismiss = gtk_button_new_with_label (_("Leave as it is"));
  go_on = gtk_button_new_with_label (go_on_words);
  gtk_widget_add_css_class (go_on, "suggested-action");
  g_signal_connect_swapped (dismiss, "clicked", G_CALLBACK (dov_event_page_stop_asking), self);
  g_signal_connect_swapped (go_on, "clicked", G_CALLBACK (go_on_cb), self);
  gtk_box_append (GTK_BOX (buttons), dismiss);
  gtk_box_append (GTK_BOX (buttons), go_on);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (self->asking, keys);

  gtk_box_append (GTK_BOX (self->asking), title);
  gtk_box_append (GTK_BOX (self->asking), list);
  gtk_box_append (GTK_BOX (self->asking), self->asked_error);
  gtk_box_append (GTK_BOX (self->asking), buttons);
  gtk_box_prepend (self->notices, self->asking);
  gtk_widget_grab_focus (self->asked_when != NULL ? self->asked_when : self->asked_why);
}
