/* dov-visits-box.c - how often a person or a family came, every number a door to its records */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-visits-box.h"

#include <glib/gi18n.h>

#include "dov-attendance.h"
#include "dov-event.h"
#include "dov-family.h"
#include "dov-follow.h"
#include "dov-number.h"
#include "dov-person.h"
#include "dov-related-list.h"
#include "dov-visits.h"

static void
add_line (DovSectionBox *section,
          const char    *number,
          const char    *title,
          const char    *subtitle,
          GType          type,
          GArray        *ids)
{
  GtkWidget *row = dov_row_line_new (number, title, subtitle);

  dov_row_line_open_ids (DOV_ROW_LINE (row), type, title, ids);
  dov_section_box_append (section, row);
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
fill (GtkWidget *widget,
      DovStore  *store,
      GType      type,
      gint64     id)
{
  DovSectionBox *section = DOV_SECTION_BOX (widget);
  g_autoptr (GError) error = NULL;
  gboolean is_family = type == DOV_TYPE_FAMILY;
  g_autoptr (DovVisits) visits = is_family ? dov_visits_of_family (store, id, &error)
                                           : dov_visits_of_person (store, id, &error);
  g_autofree char *number = NULL;

  dov_section_box_clear (section);
  if (visits == NULL || (visits->n_visits == 0 && visits->n_registered == 0))
    {
      gtk_widget_set_visible (widget, FALSE);
      return;
    }

  gtk_widget_set_visible (widget, TRUE);
  number = dov_number_to_shown (visits->n_visits);
  add_line (section, number, _("Visits"),
            is_family ? _("each of the family at each event; not the number of people") : "", DOV_TYPE_ATTENDANCE, visits->marks);
  if (is_family)
    {
      g_autofree char *events = dov_number_to_shown (visits->events->len);
      g_autofree char *people = dov_number_to_shown (visits->people->len);

      add_line (section, events, _("Events to which somebody came"), "", DOV_TYPE_EVENT, visits->events);
      add_line (section, people, _("People who came at least once"), "", DOV_TYPE_PERSON, visits->people);
    }
  if (visits->n_registered > 0)
    {
      g_autofree char *share = dup_share (visits->n_registered_came, visits->n_registered);

      add_line (section, share, _("Came, of those put down before"), "", DOV_TYPE_EVENT, visits->registered);
    }
  for (guint i = 0; i < visits->series->len; i++)
    {
      const DovVisitsOfSeries *series = visits->series->pdata[i];
      g_autofree char *share = dup_share (series->events->len, series->n_held);
      g_autofree char *day = dov_date_to_shown (&series->since);
      /* Translators: a date, the first time somebody came to a series of events */
      g_autofree char *since = g_strdup_printf (_("events held since the first visit, %s"), day);

      add_line (section, share, series->title, since, DOV_TYPE_EVENT, series->events);
    }
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
  return dov_follow (dov_section_box_new (_("How often")), store, type, id, fill);
}
