/* dov-change-lines.c - what becomes of whom and of what, told before it is done */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-change-lines.h"

#include <glib/gi18n.h>

#include "dov-family-split.h"

/**
 * dov_change_lines_new:
 *
 * Returns: (transfer floating): the section, empty yet
 */
GtkWidget *
dov_change_lines_new (void)
{
  GtkWidget *section = dov_section_box_new (_("What will be"));

  dov_section_box_set_empty (DOV_SECTION_BOX (section), _("Nothing yet."));

  return section;
}

/**
 * dov_change_lines_show:
 * @changes: (element-type DovHouseholdChange): what will be
 * @refusal: (nullable): why it cannot be yet
 */
void
dov_change_lines_show (DovSectionBox *self,
                       GPtrArray     *changes,
                       const char    *refusal)
{
  dov_section_box_clear (self);
  if (refusal != NULL)
    dov_section_box_set_empty (self, refusal);
  for (guint i = 0; refusal == NULL && i < changes->len; i++)
    {
      const DovHouseholdChange *change = changes->pdata[i];
      GtkWidget *row = dov_row_line_new ("", change->who, change->what);

      gtk_widget_set_focusable (row, FALSE);
      dov_section_box_append (self, row);
    }
}

/**
 * dov_change_lines_pick_new:
 * @title: whom it is about
 * @words: what may be, to %NULL
 * @chosen: of them at first
 *
 * Returns: (transfer floating): a row that says what becomes of somebody
 */
GtkWidget *
dov_change_lines_pick_new (const char        *title,
                           const char        *about,
                           const char *const *words,
                           guint              chosen)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (words);
  g_autofree char *safe_title = g_markup_escape_text (title, -1);
  g_autofree char *safe_about = g_markup_escape_text (about, -1);

  return g_object_new (ADW_TYPE_COMBO_ROW, "title", safe_title, "subtitle", safe_about, "model", list, "selected", chosen, NULL);
}
