/* dov-lines-finding.c - things for the lines of a paper: found by any fragment, or made in place */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-lines-private.h"

#include <glib/gi18n.h>

#include "dov-item.h"
#include "dov-link-panel.h"
#include "dov-ref-item.h"

static GPtrArray *
look_cb (const char *words,
         guint       at_most,
         gpointer    user_data)
{
  DovLines *self = user_data;
  DovQuery query = { .words = words };
  g_autoptr (GArray) ids = NULL;
  GPtrArray *found;

  if (self->look != NULL)
    return self->look (words, at_most, self->look_data);

  found = g_ptr_array_new_with_free_func ((GDestroyNotify) dov_found_free);
  ids = dov_store_list (self->store, DOV_TYPE_ITEM, &query, NULL);
  for (guint i = 0; ids != NULL && i < MIN (ids->len, at_most); i++)
    {
      gint64 id = g_array_index (ids, gint64, i);
      g_autoptr (DovRecord) item = dov_store_find (self->store, DOV_TYPE_ITEM, id, NULL);

      if (item != NULL)
        g_ptr_array_add (found, dov_found_new (id, dov_store_describe_id (self->store, DOV_TYPE_ITEM, id),
                                               dov_store_describe_id (self->store, DOV_TYPE_REF_ITEM,
                                                                      DOV_GOODS (item)->category_id)));
    }

  return found;
}

static void
add_and_go (DovLines *self,
            gint64    item)
{
  DovRecord *line = dov_lines_add (self, item);

  dov_lines_changed (self);
  dov_lines_focus_line (self, line);
}

static void
chosen_cb (DovLines *self,
           gint64    item)
{
  add_and_go (self, item);
}

static void
close_panel (DovLines *self)
{
  adw_bin_set_child (ADW_BIN (self->place), NULL);
  gtk_widget_set_visible (self->place, FALSE);
}

static void
made_cb (DovLinkPanel *panel,
         DovRecord    *record,
         DovLines     *self)
{
  gint64 item = dov_record_get_id (record);

  close_panel (self);
  add_and_go (self, item);
}

static void
given_up_cb (DovLines *self)
{
  close_panel (self);
  dov_lines_focus_add (self);
}

static void
new_cb (DovLines   *self,
        const char *words)
{
  GtkWidget *panel = dov_link_panel_new (self->store, DOV_TYPE_ITEM, NULL, words);

  gtk_widget_add_css_class (panel, "card");
  gtk_widget_add_css_class (panel, "pad");
  g_signal_connect (panel, "made", G_CALLBACK (made_cb), self);
  g_signal_connect_swapped (panel, "given-up", G_CALLBACK (given_up_cb), self);
  adw_bin_set_child (ADW_BIN (self->place), panel);
  gtk_widget_set_visible (self->place, TRUE);
  dov_link_panel_focus (DOV_LINK_PANEL (panel));
}

void
dov_lines_focus_add (DovLines *self)
{
  if (self->finder != NULL)
    gtk_widget_grab_focus (self->finder);
}

/* The field that finds things, and the place of the small form that makes one. */
void
dov_lines_add_finder (DovLines   *self,
                      const char *label)
{
  self->finder = dov_finder_new (label, look_cb, self);
  /* Translators: a thing that was not found; %s is what was typed */
  dov_finder_set_new (DOV_FINDER (self->finder), self->makes ? _("New thing: “%s”…") : NULL);
  g_signal_connect_swapped (self->finder, "chosen", G_CALLBACK (chosen_cb), self);
  g_signal_connect_swapped (self->finder, "new", G_CALLBACK (new_cb), self);
  gtk_box_append (GTK_BOX (self), self->finder);
  gtk_box_append (GTK_BOX (self), self->place);
}
