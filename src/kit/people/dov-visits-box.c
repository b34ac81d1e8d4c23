/* dov-visits-box.c - how often a person or a family came, every number a door to its records */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-visits-box.h"

#include <glib/gi18n.h>

#include "dov-attendance.h"
#include "dov-event.h"
#include "dov-family.h"
#include "dov-go.h"
#include "dov-number.h"
#include "dov-person.h"
#include "dov-section-box.h"
#include "dov-shell.h"
#include "dov-visits.h"

struct _DovVisitsBox
{
  AdwBin         parent_instance;

  DovStore      *store;
  GType          type;
  gint64         id;
  guint          refill;
  DovSectionBox *section;
};

G_DEFINE_FINAL_TYPE (DovVisitsBox, dov_visits_box, ADW_TYPE_BIN)

/* What a number counts. */
typedef struct
{
  GType   type;
  char   *title;
  GArray *ids;
} Behind;

static void
free_behind (gpointer  data,
             GClosure *closure)
{
  Behind *behind = data;

  g_free (behind->title);
  g_array_unref (behind->ids);
  g_free (behind);
}

static void
open_cb (GtkWidget *row,
         Behind    *behind)
{
  dov_go_ids (row, behind->type, behind->title, behind->ids);
}

static void
add_line (DovVisitsBox *self,
          const char   *number,
          const char   *title,
          const char   *subtitle,
          GType         type,
          GArray       *ids)
{
  GtkWidget *row = dov_row_line_new (number, title, subtitle);
  Behind *behind = g_new0 (Behind, 1);

  behind->type = type;
  behind->title = g_strdup (title);
  behind->ids = g_array_ref (ids);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  dov_row_line_append (DOV_ROW_LINE (row), g_object_new (GTK_TYPE_IMAGE, "icon-name", "go-next-symbolic",
                                                         "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL));
  g_signal_connect_data (row, "activated", G_CALLBACK (open_cb), behind, free_behind, 0);
  dov_section_box_append (self->section, row);
}

/* «9 из 12 — 75 %»; of nothing there is no share. */
static char *
dup_share (guint part,
           guint whole)
{
  if (whole == 0)
    return g_strdup ("—");

  /* Translators: a part, the whole, the share of a hundred */
  return g_strdup_printf (_("%1$u of %2$u — %3$u %%"), part, whole, (part * 100 + whole / 2) / whole);
}

static void
fill (DovVisitsBox *self)
{
  g_autoptr (GError) error = NULL;
  gboolean is_family = self->type == DOV_TYPE_FAMILY;
  g_autoptr (DovVisits) visits = is_family ? dov_visits_of_family (self->store, self->id, &error) :
                                             dov_visits_of_person (self->store, self->id, &error);
  g_autofree char *number = NULL;

  dov_section_box_clear (self->section);
  if (visits == NULL || (visits->n_visits == 0 && visits->n_registered == 0))
    {
      gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
      return;
    }

  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  number = dov_number_to_shown (visits->n_visits);
  add_line (self, number, _("Visits"),
            is_family ? _("each of the family at each event; not the number of people") : "", DOV_TYPE_ATTENDANCE, visits->marks);
  if (is_family)
    {
      g_autofree char *events = dov_number_to_shown (visits->events->len);
      g_autofree char *people = dov_number_to_shown (visits->people->len);

      add_line (self, events, _("Events to which somebody came"), "", DOV_TYPE_EVENT, visits->events);
      add_line (self, people, _("People who came at least once"), "", DOV_TYPE_PERSON, visits->people);
    }
  if (visits->n_registered > 0)
    {
      g_autofree char *share = dup_share (visits->n_registered_came, visits->n_registered);

      add_line (self, share, _("Came, of those put down before"), "", DOV_TYPE_EVENT, visits->registered);
    }
  for (guint i = 0; i < visits->series->len; i++)
    {
      const DovVisitsOfSeries *series = visits->series->pdata[i];
      g_autofree char *share = dup_share (series->events->len, series->n_held);
      g_autofree char *day = dov_date_to_shown (&series->since);
      /* Translators: a date, the first time somebody came to a series of events */
      g_autofree char *since = g_strdup_printf (_("events held since the first visit, %s"), day);

      add_line (self, share, series->title, since, DOV_TYPE_EVENT, series->events);
    }
}

static gboolean
refill_cb (gpointer user_data)
{
  DovVisitsBox *self = user_data;

  self->refill = 0;
  fill (self);

  return G_SOURCE_REMOVE;
}

static void
committed_cb (DovVisitsBox *self)
{
  if (self->refill == 0)
    self->refill = g_idle_add (refill_cb, self);
}

/**
 * dov_visits_box_new:
 * @type: a person or a family
 *
 * Returns: (transfer floating): the section; it hides while nobody came
 */
GtkWidget *
dov_visits_box_new (DovStore *store,
                    GType     type,
                    gint64    id)
{
  DovVisitsBox *self = g_object_new (DOV_TYPE_VISITS_BOX, NULL);

  self->store = g_object_ref (store);
  self->type = type;
  self->id = id;
  g_signal_connect_object (store, "committed", G_CALLBACK (committed_cb), self, G_CONNECT_SWAPPED);
  fill (self);

  return GTK_WIDGET (self);
}

static void
dov_visits_box_dispose (GObject *object)
{
  DovVisitsBox *self = DOV_VISITS_BOX (object);

  g_clear_handle_id (&self->refill, g_source_remove);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (dov_visits_box_parent_class)->dispose (object);
}

static void
dov_visits_box_class_init (DovVisitsBoxClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dov_visits_box_dispose;
}

static void
dov_visits_box_init (DovVisitsBox *self)
{
  self->section = DOV_SECTION_BOX (dov_section_box_new (_("How often")));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->section));
}
