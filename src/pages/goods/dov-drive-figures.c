/* dov-drive-figures.c - the figures of a drive, each a door to the records it counts */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-drive-page-private.h"

#include <glib/gi18n.h>

#include "dov-distribution.h"
#include "dov-donor.h"
#include "dov-family.h"
#include "dov-figure.h"
#include "dov-item.h"
#include "dov-need.h"
#include "dov-number.h"
#include "dov-goods-query.h"

/* Each begins with the ids it counts. */
#define DONORS "SELECT DISTINCT r.donor_id FROM donation_receipt r JOIN donor d ON d.id = r.donor_id " \
               "WHERE r.drive_id = ?1 AND r.status = 'posted' AND r.removed IS NULL"
#define HANDOUTS "SELECT id FROM distribution WHERE drive_id = ?1 AND status = 'issued' AND removed IS NULL"
#define FAMILIES "SELECT DISTINCT family_id FROM distribution WHERE drive_id = ?1 AND status = 'issued' AND removed IS NULL"
#define CHILDREN "SELECT DISTINCT l.child_id FROM distribution_line l JOIN distribution d ON d.id = l.distribution_id " \
                 "WHERE d.drive_id = ?1 AND d.status = 'issued' AND d.removed IS NULL AND l.removed IS NULL " \
                 "AND l.child_id IS NOT NULL"
#define NEEDS "SELECT id FROM need WHERE drive_id = ?1 AND status IN ('open', 'reserved') AND removed IS NULL"
#define THERE "SELECT item_id FROM stock_move WHERE drive_id = ?1 AND removed IS NULL GROUP BY item_id HAVING sum(qty) > 0"
#define GONE "SELECT item_id FROM stock_move WHERE drive_id = ?1 AND removed IS NULL GROUP BY item_id HAVING sum(qty) <= 0"

static gint64
count (DovDrivePage *self,
       const char   *ids)
{
  g_autofree char *sql = g_strdup_printf ("SELECT count(*) FROM (%s)", ids);

  return dov_goods_count (self->store, sql, g_variant_new ("(x)", dov_drive_page_get_id (self)));
}

static char *
donors_words (DovDrivePage *self,
              gint64        n)
{
  gint64 organisations = count (self, DONORS " AND d.organisation_id IS NOT NULL");
  g_autofree char *words = g_strdup (ngettext ("donor", "donors", (gulong) n));

  if (organisations == 0)
    return g_steal_pointer (&words);

  /* Translators: under the number of donors; %1$s is “donors” */
  return g_strdup_printf (ngettext ("%1$s, %2$d of them an organisation", "%1$s, %2$d of them organisations",
                                    (gulong) organisations), words, (int) organisations);
}

static char *
handouts_words (DovDrivePage *self,
                gint64        n)
{
  gint64 unsigned_ones = count (self, HANDOUTS " AND is_signed = 0");
  const char *words = ngettext ("handout written down", "handouts written down", (gulong) n);

  if (unsigned_ones == 0)
    return g_strdup (words);

  return g_strdup_printf (ngettext ("%1$s, %2$d without a signature", "%1$s, %2$d without a signature",
                                    (gulong) unsigned_ones), words, (int) unsigned_ones);
}

static char *
families_words (DovDrivePage *self,
                gint64        n)
{
  gint64 children = count (self, CHILDREN);
  const char *words = ngettext ("family has received", "families have received", (gulong) n);

  if (children == 0)
    return g_strdup (words);

  return g_strdup_printf (ngettext ("%1$s, %2$d child", "%1$s, %2$d children", (gulong) children), words, (int) children);
}

static char *
needs_words (DovDrivePage *self,
             gint64        n)
{
  gint64 reserved = count (self, NEEDS " AND status = 'reserved'");
  const char *words = ngettext ("need", "needs", (gulong) n);

  if (reserved == 0)
    return g_strdup (words);

  /* Translators: under the number of needs: “needs, kept back for 7” */
  return g_strdup_printf (_("%1$s, kept back for %2$d"), words, (int) reserved);
}

static char *
there_words (DovDrivePage *self,
             gint64        n)
{
  return g_strdup (ngettext ("kind of thing in stock", "kinds of things in stock", (gulong) n));
}

static char *
gone_words (DovDrivePage *self,
            gint64        n)
{
  return g_strdup (ngettext ("kind of thing has run out", "kinds of things have run out", (gulong) n));
}

static const struct
{
  const char *ids;
  const char *title;
  GType     (*type) (void);
  char     *(*words) (DovDrivePage *self, gint64 n);
} figures[] = {
  { DONORS, N_("Donors"), dov_donor_get_type, donors_words },
  { HANDOUTS, N_("Handed out"), dov_distribution_get_type, handouts_words },
  { FAMILIES, N_("Families that have received"), dov_family_get_type, families_words },
  { NEEDS, N_("Needs"), dov_need_get_type, needs_words },
  { THERE, N_("In stock"), dov_item_get_type, there_words },
  { GONE, N_("Run out"), dov_item_get_type, gone_words },
};

static void
clicked_cb (GtkWidget    *figure,
            DovDrivePage *self)
{
  guint i = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (figure), "index"));
  g_autofree char *title = g_strdup_printf ("%s › %s", self->drive->name, _(figures[i].title));

  dov_drive_page_open_ids (self, figures[i].type (), title, figures[i].ids);
}

/**
 * dov_drive_page_add_figures:
 * @self: the page
 *
 * Puts the figures into their card.
 */
void
dov_drive_page_add_figures (DovDrivePage *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
    {
      GtkWidget *figure = dov_figure_new ("", "");

      g_object_set_data (G_OBJECT (figure), "index", GUINT_TO_POINTER (i));
      gtk_widget_set_hexpand (figure, TRUE);
      /* Six stand in a line where there is room; their captions go on in the next one. */
      g_object_set (gtk_widget_get_last_child (gtk_button_get_child (GTK_BUTTON (figure))), "wrap", TRUE,
                    "width-chars", 12, "max-width-chars", 17, NULL);
      g_signal_connect (figure, "clicked", G_CALLBACK (clicked_cb), self);
      gtk_flow_box_append (GTK_FLOW_BOX (self->flow), figure);
      gtk_widget_set_focusable (gtk_widget_get_parent (figure), FALSE);
    }
}

void
dov_drive_page_show_figures (DovDrivePage *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
    {
      GtkFlowBoxChild *child = gtk_flow_box_get_child_at_index (GTK_FLOW_BOX (self->flow), (int) i);
      gint64 n = count (self, figures[i].ids);
      g_autofree char *value = dov_number_to_shown (n);
      g_autofree char *words = figures[i].words (self, n);

      dov_figure_set (DOV_FIGURE (gtk_flow_box_child_get_child (child)), value, words);
    }
}
