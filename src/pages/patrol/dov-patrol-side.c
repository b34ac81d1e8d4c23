/* dov-patrol-side.c - beside the month of the patrol: what cannot stay so, what is to be looked at */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-patrol-side.h"

#include <glib/gi18n.h>

#include "dov-clash-card.h"
#include "dov-finding-names.h"
#include "dov-go.h"
#include "dov-label.h"
#include "dov-nameless-page.h"
#include "dov-patrol-words.h"
#include "dov-shell.h"

/* A longer list is looked at day by day. */
#define MOST_CARDS 12

static void
clear (GtkBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
}

static GtkWidget *
heading_new (const char *title,
             guint       n)
{
  GtkWidget *box = g_object_new (GTK_TYPE_BOX, "spacing", 8, "margin-start", 3, NULL);
  g_autofree char *count = g_strdup_printf ("%u", n);

  gtk_box_append (GTK_BOX (box), dov_heading_new (title, "section-title"));
  gtk_box_append (GTK_BOX (box), dov_label_new (count, "dim-label"));

  return box;
}

/* A group of cards with lines between them. */
static GtkWidget *
group_new (const char *title,
           GPtrArray  *cards)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_add_css_class (card, "card");
  for (guint i = 0; i < MIN (cards->len, MOST_CARDS); i++)
    {
      if (i > 0)
        gtk_box_append (GTK_BOX (card), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
      gtk_box_append (GTK_BOX (card), g_ptr_array_index (cards, i));
    }
  for (guint i = MOST_CARDS; i < cards->len; i++)
    {
      g_object_ref_sink (g_ptr_array_index (cards, i));
      g_object_unref (g_ptr_array_index (cards, i));
    }
  gtk_box_append (GTK_BOX (box), heading_new (title, cards->len));
  gtk_box_append (GTK_BOX (box), card);
  if (cards->len > MOST_CARDS)
    gtk_box_append (GTK_BOX (box), dov_label_new (_("The rest is shown when some of these are mended."), "caption"));

  return box;
}

static void
finish_cb (GtkWidget *button,
           DovRecord *shift)
{
  dov_go_record (button, DOV_TYPE_PATROL_SHIFT, dov_record_get_id (shift));
}

/* Past, and nobody has said how it was. */
static GtkWidget *
overdue_new (const DovShiftLine *line)
{
  GDate day = dov_moment_get_date (line->shift->starts_at);
  g_autofree char *when = dov_patrol_dup_day (&day);
  g_autofree char *span = dov_patrol_dup_span (line->shift->starts_at, line->shift->ends_at);
  g_autofree char *lead = g_strdup_printf ("%s, %s", when, span);
  GtkWidget *card = dov_clash_card_new_plain (lead, _("The walk is over, but it is not closed"), "");
  GtkWidget *button = dov_clash_card_add_way (DOV_CLASH_CARD (card), _("Finish…"));

  g_signal_connect_object (button, "clicked", G_CALLBACK (finish_cb), line->shift, 0);

  return card;
}

static void
nameless_cb (GtkWidget *button,
             DovStore  *store)
{
  dov_go_to (button, dov_nameless_page_new (store));
}

/* T9: names that are kept longer than they may be. */
static GtkWidget *
nameless_new (DovStore *store)
{
  GDate today = dov_today ();
  g_autoptr (GArray) due = dov_finding_names_list_due (store, &today);
  g_autofree char *words = NULL;
  GtkWidget *card;

  if (due->len == 0)
    return NULL;

  words = g_strdup_printf (ngettext ("%u finding is kept with a name for over 30 days",
                                     "%u findings are kept with a name for over 30 days", due->len), due->len);
  card = dov_clash_card_new_plain (_("Names of children"), words, "");
  g_signal_connect_object (dov_clash_card_add_way (DOV_CLASH_CARD (card), _("Take the names out…")), "clicked",
                           G_CALLBACK (nameless_cb), store, 0);

  return card;
}

/**
 * dov_patrol_side_show:
 * @side: the column beside the days
 * @lines: the shifts that are shown
 *
 * Says what cannot stay so and what is to be looked at, each with its ways out.
 */
void
dov_patrol_side_show (GtkBox        *side,
                      DovStore      *store,
                      DovShiftLines *lines)
{
  g_autoptr (GPtrArray) conflicts = g_ptr_array_new ();
  g_autoptr (GPtrArray) warnings = g_ptr_array_new ();
  GtkWidget *nameless = nameless_new (store);

  clear (side);
  for (guint i = 0; i < lines->lines->len; i++)
    {
      const DovShiftLine *line = g_ptr_array_index (lines->lines, i);

      if (line->is_overdue)
        g_ptr_array_add (warnings, overdue_new (line));
    }
  for (guint i = 0; i < lines->clashes->len; i++)
    {
      const DovClash *clash = g_ptr_array_index (lines->clashes, i);
      GtkWidget *card = dov_clash_card_new (store, clash);

      g_ptr_array_add (clash->is_warning ? warnings : conflicts, card);
    }
  if (nameless != NULL)
    g_ptr_array_add (warnings, nameless);

  if (conflicts->len > 0)
    gtk_box_append (side, group_new (_("It cannot stay so"), conflicts));
  if (warnings->len > 0)
    gtk_box_append (side, group_new (_("Look at these"), warnings));
}

/* Whether there is anything to say. */
gboolean
dov_patrol_side_has_any (GtkBox *side)
{
  return gtk_widget_get_first_child (GTK_WIDGET (side)) != NULL;
}
