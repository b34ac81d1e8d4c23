/* dov-family-doubts.c - «Проверьте категории»: what other records of a family say of its categories */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-family-doubts.h"

#include <glib/gi18n.h>

#include "dov-category-doubts.h"
#include "dov-go.h"
#include "dov-section-box.h"

GtkWidget *
dov_family_doubts_new (DovSubjectPage *page)
{
  GtkWidget *section = dov_section_box_new (_("Check the categories"));

  gtk_widget_set_name (section, "doubts");

  return section;
}

static void
add_cb (GtkWidget *row,
        DovRecord *draft)
{
  dov_go_form (row, draft);
}

static void
open_cb (GtkWidget *row,
         gint64    *id)
{
  dov_go_record (row, DOV_TYPE_FAMILY_CATEGORY, *id);
}

/* Whoever decides sees the line first: in its form where it lacks, as it stands where something speaks against it. */
static GtkWidget *
row_new (const DovCategoryDoubt *doubt)
{
  g_autofree char *title = g_strdup_printf (doubt->id != 0 ? _("End it? %s") : _("Add? %s"), doubt->category);
  GtkWidget *row = dov_row_line_new ("", title, doubt->why);

  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  if (doubt->id != 0)
    g_signal_connect_data (row, "activated", G_CALLBACK (open_cb), g_memdup2 (&doubt->id, sizeof doubt->id),
                           (GClosureNotify) (GCallback) g_free, 0);
  else
    g_signal_connect_data (row, "activated", G_CALLBACK (add_cb), g_object_ref (doubt->draft),
                           (GClosureNotify) (GCallback) g_object_unref, 0);

  return row;
}

guint
dov_family_doubts_show (DovSubjectPage *page,
                        GtkWidget      *section)
{
  g_autoptr (GPtrArray) doubts = dov_category_doubts_list (dov_subject_page_get_store (page), dov_subject_page_get_id (page));
  guint n = dov_subject_page_may_act (page, "family.edit") ? doubts->len : 0;

  gtk_widget_set_visible (section, n > 0);
  dov_section_box_clear (DOV_SECTION_BOX (section));
  for (guint i = 0; i < n; i++)
    dov_section_box_append (DOV_SECTION_BOX (section), row_new (doubts->pdata[i]));

  return 0;
}
