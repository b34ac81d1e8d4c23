/* dov-today-cases.c - what of «Сегодня» is about families: danger above all, who waits for a visit or a review */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-today-private.h"

#include <glib/gi18n.h>

#include "dov-case-waiting.h"
#include "dov-family.h"
#include "dov-go.h"
#include "dov-label.h"
#include "dov-notice.h"
#include "dov-related-list.h"
#include "dov-section-box.h"
#include "dov-signal-clock.h"

/* More at once are no longer read; the rest is in the list of signals. */
#define MOST_DANGERS 3

static void
open_cb (GtkWidget *button,
         DovRecord *signal)
{
  dov_go_record (button, DOV_TYPE_SIGNAL, dov_record_get_id (signal));
}

static GtkWidget *
danger_new (DovStore  *store,
            DovSignal *signal)
{
  g_autoptr (DovFamily) family = signal->family_id != 0 ? dov_store_follow (store, signal, "family_id") : NULL;
  const char *about = family != NULL ? family->family_name : signal->subject_text;
  g_autofree char *clock = dov_signal_clock_dup_words (signal);
  /* Translators: a signal of danger: its number, whom it is about, how long it has waited */
  g_autofree char *lead = g_strdup_printf (_("Signal no. %1$s: %2$s — %3$s"), signal->no, about, clock);
  const char *next = signal->forwarded_to_id == 0 ? _("First call 112, then write down whom it was passed on to.")
                                                  : _("Passed on. Write down the answer and the decision.");
  GtkWidget *notice = dov_notice_new (DOV_NOTICE_REFUSES, lead, next);
  GtkWidget *button = dov_notice_add_action (DOV_NOTICE (notice), C_("button", "Open"), NULL);

  g_signal_connect_object (button, "clicked", G_CALLBACK (open_cb), signal, 0);

  return notice;
}

/**
 * dov_today_dangers_new:
 *
 * Returns: (transfer floating) (nullable): signals of danger to life that nobody has decided; %NULL when there are none
 */
GtkWidget *
dov_today_dangers_new (DovStore *store,
                       gint64    lounge)
{
  g_autoptr (GPtrArray) signals = dov_store_read (store, DOV_TYPE_SIGNAL, &(DovQuery) {
    .where = "decision IS NULL AND urgency = 'immediate' AND (?1 = 0 OR lounge_id = ?1)",
    .params = g_variant_new ("(x)", lounge), .order = "received_at", .descending = TRUE });
  GtkWidget *box;

  if (signals->len == 0)
    return NULL;

  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  for (guint i = 0; i < MIN (signals->len, MOST_DANGERS); i++)
    gtk_box_append (GTK_BOX (box), danger_new (store, signals->pdata[i]));

  return box;
}

/**
 * dov_today_families_new:
 *
 * Returns: (transfer floating) (nullable): how many families wait and for what, each line the list of them; %NULL when
 *   none waits
 */
GtkWidget *
dov_today_families_new (DovStore *store,
                        gint64    lounge)
{
  GtkWidget *section = NULL;

  for (guint i = 0; i < DOV_N_CASE_WAITINGS; i++)
    {
      g_autoptr (GArray) ids = dov_case_waiting_list (store, i, lounge);
      g_autofree char *title = dov_today_dup_capital (dov_case_waiting_get_words (i));
      g_autofree char *number = g_strdup_printf ("%u", ids->len);
      GtkWidget *row;

      if (ids->len == 0)
        continue;
      if (section == NULL)
        section = dov_section_box_new (_("Families"));
      row = dov_row_line_new ("", title, "");
      dov_row_line_append (DOV_ROW_LINE (row), dov_label_new (number, "numeric"));
      dov_row_line_open_ids (DOV_ROW_LINE (row), DOV_TYPE_FAMILY, title, ids);
      dov_section_box_append (DOV_SECTION_BOX (section), row);
    }

  return section;
}
