/* dov-window-people.c - who works here now, and in which lounge */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-window-private.h"

#include <glib/gi18n.h>

#include "dov-config.h"
#include "dov-figures.h"
#include "dov-lounge.h"
#include "dov-name.h"
#include "dov-organisation.h"
#include "dov-patrol-page.h"
#include "dov-person.h"
#include "dov-settings.h"
#include "dov-settlement.h"
#include "dov-staff.h"

/* So long after the last change the roster is looked over. */
#define PATROL_PAUSE 700

#define STAFF "dov-staff"

static char *
dup_short_name (DovWindow *self,
                gint64     staff_id)
{
  g_autoptr (DovRecord) staff = dov_store_find (self->store, dov_staff_get_type (), staff_id, NULL);
  g_autoptr (DovRecord) person = NULL;

  if (staff == NULL || dov_record_is_removed (staff))
    return NULL;

  person = dov_store_find (self->store, dov_person_get_type (), DOV_STAFF (staff)->person_id, NULL);
  if (person == NULL)
    return NULL;

  return dov_name_short (DOV_PERSON (person)->last_name, DOV_PERSON (person)->first_name,
                         DOV_PERSON (person)->patronymic);
}

static void
chosen_cb (DovWindow *self,
           GtkWidget *button)
{
  gint64 id = *(gint64 *) g_object_get_data (G_OBJECT (button), STAFF);

  dov_config_set_number ("staff", id, NULL);
  gtk_menu_button_popdown (self->user);
  dov_window_update_people (self);
}

static void
add_choice (DovWindow  *self,
            GtkBox     *box,
            gint64      id,
            const char *name,
            gboolean    is_present)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", name, "xalign", 0.0f, "hexpand", TRUE, NULL);

  gtk_box_append (GTK_BOX (line), label);
  if (is_present)
    gtk_box_append (GTK_BOX (line), gtk_image_new_from_icon_name ("object-select-symbolic"));
  gtk_button_set_child (GTK_BUTTON (button), line);
  gtk_widget_add_css_class (button, "flat");
  g_object_set_data_full (G_OBJECT (button), STAFF, g_memdup2 (&id, sizeof id), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (box, button);
}

static void
show_user (DovWindow *self)
{
  gint64 present = dov_config_get_number ("staff", 0);
  g_autofree char *name = present != 0 ? dup_short_name (self, present) : NULL;
  g_autoptr (GArray) staff = NULL;
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  const DovQuery at_work = { .where = "until IS NULL" };

  staff = dov_store_list (self->store, dov_staff_get_type (), &at_work, NULL);
  for (guint i = 0; staff != NULL && i < staff->len; i++)
    {
      gint64 id = g_array_index (staff, gint64, i);
      g_autofree char *other = dup_short_name (self, id);

      if (other != NULL)
        add_choice (self, GTK_BOX (box), id, other, id == present);
    }
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  gtk_menu_button_set_popover (self->user, popover);
  gtk_label_set_label (self->user_name, name != NULL ? name : _("Who is here?"));
  gtk_widget_set_visible (GTK_WIDGET (self->user), staff != NULL && staff->len > 0);
  dov_window_fit_header_soon (self);

  if (name != NULL)
    dov_store_set_user (self->store, name);
}

static char *
dup_lounge_words (DovWindow *self)
{
  g_autoptr (DovRecord) settings = dov_store_find_first (self->store, dov_settings_get_type (), NULL, NULL);
  gint64 id = settings != NULL ? DOV_SETTINGS (settings)->lounge_id : 0;
  g_autoptr (DovRecord) lounge = id != 0 ? dov_store_find (self->store, dov_lounge_get_type (), id, NULL) : NULL;
  g_autoptr (DovRecord) settlement = NULL;
  g_autoptr (DovRecord) host = NULL;

  if (lounge == NULL)
    return g_strdup ("");

  settlement = dov_store_find (self->store, dov_settlement_get_type (), DOV_LOUNGE (lounge)->settlement_id, NULL);
  host = dov_store_find (self->store, dov_organisation_get_type (), DOV_LOUNGE (lounge)->host_institution_id, NULL);

  return g_strdup_printf ("%s%s%s", settlement != NULL ? DOV_SETTLEMENT (settlement)->name : "",
                          settlement != NULL && host != NULL ? ", " : "",
                          host != NULL ? DOV_ORGANISATION (host)->short_name : "");
}

/* What cannot stay so on the roster. It takes more than a glance, so it is not in the way of what is being done. */
static gboolean
patrol_cb (gpointer data)
{
  DovWindow *self = data;

  self->patrol_glance = 0;
  if (self->store != NULL)
    dov_sidebar_set_count (self->sidebar, "patrol", dov_patrol_count_waiting (self->store));

  return G_SOURCE_REMOVE;
}

/* What waits stands as a number beside its section: past events that nobody has marked. */
static void
show_waiting (DovWindow *self)
{
  g_autoptr (DovRecord) settings = dov_store_find_first (self->store, dov_settings_get_type (), NULL, NULL);
  gint64 lounge = settings != NULL ? DOV_SETTINGS (settings)->lounge_id : 0;
  GDate since = dov_today ();
  GDate until = since;

  g_date_subtract_years (&since, 1);
  g_date_subtract_days (&until, 1);
  dov_sidebar_set_count (self->sidebar, "today",
                         dov_figures_count (self->store, DOV_FIGURE_UNCOUNTED, lounge, &since, &until, NULL));
  if (self->patrol_glance == 0)
    self->patrol_glance = g_timeout_add_full (G_PRIORITY_LOW, PATROL_PAUSE, patrol_cb, self, NULL);
}

/* The next start shows it before the file is read. */
static void
remember_lounge (const char *lounge)
{
  g_autofree char *remembered = dov_config_dup_text ("lounge");

  if (!g_str_equal (lounge, remembered))
    dov_config_set_text ("lounge", lounge, NULL);
}

/**
 * dov_window_update_people:
 *
 * Shows the lounge of this computer, whoever works at it and how much waits;
 * the store writes that name beside everything that is saved.
 */
void
dov_window_update_people (DovWindow *self)
{
  g_autofree char *lounge = NULL;

  if (self->store == NULL)
    {
      gtk_widget_set_visible (GTK_WIDGET (self->user), FALSE);
      dov_sidebar_set_lounge (self->sidebar, "");
      dov_sidebar_set_count (self->sidebar, "today", 0);
      return;
    }

  lounge = dup_lounge_words (self);
  dov_sidebar_set_lounge (self->sidebar, lounge);
  remember_lounge (lounge);
  show_user (self);
  show_waiting (self);
}
