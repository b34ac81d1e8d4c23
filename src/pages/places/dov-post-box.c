/* dov-post-box.c - what a specialist has on their hands, and to whom it is handed over */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-post-box.h"

#include <glib/gi18n.h>

#include "dov-deed.h"
#include "dov-follow.h"
#include "dov-label.h"
#include "dov-name.h"
#include "dov-number.h"
#include "dov-person.h"
#include "dov-post.h"
#include "dov-related-list.h"
#include "dov-staff.h"

typedef struct
{
  DovStore *store;
  gint64    from;
  gint64    to;
} Handing;

static void
free_handing (gpointer  handing,
              GClosure *closure)
{
  g_object_unref (((Handing *) handing)->store);
  g_free (handing);
}

static gboolean
hand_over (DovStore  *store,
           gpointer   data,
           GError   **error)
{
  Handing *handing = data;

  return dov_post_hand_over (store, handing->from, handing->to, error);
}

static void
chosen_cb (GtkWidget *button,
           Handing   *handing)
{
  GtkWidget *popover = gtk_widget_get_ancestor (button, GTK_TYPE_POPOVER);
  GtkWidget *from = gtk_widget_get_ancestor (popover, DOV_TYPE_SECTION_BOX);
  g_autofree Handing *kept = g_memdup2 (handing, sizeof *handing);
  g_autoptr (DovStore) store = g_object_ref (handing->store);

  /* What is shown here is made anew when it is done. */
  g_object_ref (from);
  gtk_popover_popdown (GTK_POPOVER (popover));
  dov_deed_do (from, store, &(DovDeed) { .act = hand_over, .data = g_steal_pointer (&kept), .free_data = g_free });
  g_object_unref (from);
}

static char *
dup_name (DovStore *store,
          DovStaff *staff)
{
  g_autoptr (DovPerson) person = dov_store_follow (store, staff, "person_id");
  g_autofree char *name = person != NULL ? dov_name_short (person->last_name, person->first_name, person->patronymic)
                                         : g_strdup ("—");

  return g_strdup_printf ("%s, %s", name, staff->position);
}

/* Those who work here now. */
static GtkWidget *
choices_new (DovStore *store,
             gint64    from)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autoptr (GPtrArray) staff = dov_store_read (store, DOV_TYPE_STAFF, &(DovQuery) {
    .where = "until IS NULL AND id <> ?1", .params = g_variant_new ("(x)", from) });

  for (guint i = 0; i < staff->len; i++)
    {
      g_autofree char *name = dup_name (store, staff->pdata[i]);
      GtkWidget *button = g_object_new (GTK_TYPE_BUTTON, "label", name, "has-frame", FALSE, NULL);
      Handing handing = { g_object_ref (store), from, dov_record_get_id (staff->pdata[i]) };

      gtk_label_set_xalign (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), 0);
      g_signal_connect_data (button, "clicked", G_CALLBACK (chosen_cb), g_memdup2 (&handing, sizeof handing), free_handing, 0);
      gtk_box_append (GTK_BOX (box), button);
    }
  if (staff->len == 0)
    gtk_box_append (GTK_BOX (box), dov_label_new (_("Nobody else works here."), "dim-label"));

  return box;
}

static GtkWidget *
choosing_new (DovStore *store,
              gint64    from)
{
  GtkWidget *row = dov_row_line_new ("", _("To another specialist"), _("All of this goes over in one step; it can be undone."));
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *scroller = g_object_new (GTK_TYPE_SCROLLED_WINDOW, "hscrollbar-policy", GTK_POLICY_NEVER, "propagate-natural-height",
                                      TRUE, "propagate-natural-width", TRUE, "max-content-height", 360, NULL);

  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), choices_new (store, from));
  gtk_popover_set_child (GTK_POPOVER (popover), scroller);
  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), _("Hand Over…"));
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), popover);
  gtk_widget_set_name (button, "hand-over");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  dov_row_line_append (DOV_ROW_LINE (row), button);

  return row;
}

static void
fill (GtkWidget *section,
      DovStore  *store,
      GType      type,
      gint64     id)
{
  guint n = 0;

  dov_section_box_clear (DOV_SECTION_BOX (section));
  for (DovPostKind kind = 0; kind < DOV_POST_N_KINDS; kind++)
    {
      g_autoptr (GArray) ids = dov_post_list (store, kind, id);
      g_autofree char *number = dov_number_to_shown (ids->len);
      const char *words = kind != DOV_POST_STEPS ? "" :
                          _("in a signed programme they stay until its new version, and the other joins it");
      GtkWidget *row = dov_row_line_new (number, dov_post_get_title (kind), words);

      n += ids->len;
      g_object_ref_sink (row);
      if (ids->len > 0)
        {
          dov_row_line_open_ids (DOV_ROW_LINE (row), dov_post_get_type (kind), dov_post_get_title (kind), ids);
          dov_section_box_append (DOV_SECTION_BOX (section), row);
        }
      g_object_unref (row);
    }
  if (n > 0 && !dov_store_is_read_only (store))
    dov_section_box_append (DOV_SECTION_BOX (section), choosing_new (store, id));
}

/**
 * dov_post_box_new:
 * @type: of a specialist
 *
 * Returns: (transfer floating): what stands under the card of a specialist
 */
GtkWidget *
dov_post_box_new (DovStore *store,
                  GType     type,
                  gint64    id)
{
  GtkWidget *section = dov_section_box_new (_("On their hands"));

  dov_section_box_set_empty (DOV_SECTION_BOX (section), _("No families, steps of programmes, tasks or signals."));

  return dov_follow (section, store, type, id, fill);
}
