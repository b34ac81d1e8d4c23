/* dov-family-kin.c - families linked with a family, and what the patrol found, on its page */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-family-kin.h"

#include <glib/gi18n.h>

#include "dov-family-link.h"
#include "dov-family.h"
#include "dov-go.h"
#include "dov-household.h"
#include "dov-patrol-finding.h"
#include "dov-shell.h"

/* Which record a row opens. */
typedef struct
{
  GType  type;
  gint64 id;
} Target;

static void
open_cb (GtkWidget *row,
         Target    *target)
{
  DovShell *shell = dov_shell_around (row);

  if (shell != NULL)
    dov_shell_open_record (shell, target->type, target->id);
}

static void
make_openable (GtkWidget *row,
               GType      type,
               gint64     id)
{
  Target target = { type, id };

  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             g_object_new (GTK_TYPE_IMAGE, "icon-name", "go-next-symbolic",
                                           "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL));
  g_signal_connect_data (row, "activated", G_CALLBACK (open_cb), g_memdup2 (&target, sizeof target),
                         (GClosureNotify) (void (*) (void)) g_free, 0);
}

static void
link_cb (GtkWidget *button,
         gint64    *id)
{
  dov_go_record (button, DOV_TYPE_FAMILY_LINK, *id);
}

/* A link that somebody wrote down can be changed; shared members are changed with the members. */
static void
add_link_button (GtkWidget *row,
                 gint64     id)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("document-edit-symbolic");

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _("Change the link"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Change the link"), -1);
  g_signal_connect_data (button, "clicked", G_CALLBACK (link_cb), g_memdup2 (&id, sizeof id),
                         (GClosureNotify) (void (*) (void)) g_free, 0);
  dov_row_line_append (DOV_ROW_LINE (row), button);
}

/**
 * dov_family_fill_kin:
 *
 * Returns: how many families are linked with this one
 */
guint
dov_family_fill_kin (DovSectionBox *section,
                     DovStore      *store,
                     gint64         family)
{
  g_autoptr (GPtrArray) kin = dov_household_list_kin (store, family);

  dov_section_box_clear (section);
  for (guint i = 0; i < kin->len; i++)
    {
      const DovKin *one = g_ptr_array_index (kin, i);
      g_autofree char *name = dov_store_describe_id (store, DOV_TYPE_FAMILY, one->family);
      GtkWidget *row = dov_row_line_new ("", name, one->words);

      if (one->link != 0)
        add_link_button (row, one->link);
      make_openable (row, DOV_TYPE_FAMILY, one->family);
      dov_section_box_append (section, row);
    }

  return kin->len;
}

/**
 * dov_family_fill_findings:
 *
 * Shows what the patrol found that has to do with the family, the last first.
 *
 * Returns: how much that is
 */
guint
dov_family_fill_findings (DovSectionBox *section,
                          DovStore      *store,
                          gint64         family)
{
  DovQuery query = { .where = "family_id = ?1", .params = g_variant_new ("(x)", family),
                     .order = "found_at", .descending = TRUE };
  g_autoptr (GArray) ids = dov_store_list (store, DOV_TYPE_PATROL_FINDING, &query, NULL);

  dov_section_box_clear (section);
  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);
      g_autoptr (DovRecord) record = dov_store_find (store, DOV_TYPE_PATROL_FINDING, id, NULL);
      DovRecordClass *klass = DOV_RECORD_GET_CLASS (record);
      g_autofree char *at = dov_store_dup_shown (store, record, dov_record_class_find_field (klass, "found_at"));
      g_autofree char *kind = dov_store_dup_shown (store, record, dov_record_class_find_field (klass, "kind_id"));
      g_autofree char *place = dov_store_dup_shown (store, record, dov_record_class_find_field (klass, "place"));
      g_autofree char *outcome = dov_store_dup_shown (store, record, dov_record_class_find_field (klass, "outcome"));
      g_autofree char *about = g_strdup_printf ("%s%s%s", place, *outcome != '\0' ? "  ·  " : "", outcome);
      GtkWidget *row = dov_row_line_new (at, kind, about);

      make_openable (row, DOV_TYPE_PATROL_FINDING, id);
      dov_section_box_append (section, row);
    }

  return ids != NULL ? ids->len : 0;
}
