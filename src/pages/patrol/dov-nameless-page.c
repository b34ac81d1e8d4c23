/* dov-nameless-page.c - findings whose names are kept longer than they may be, and taking them out (T9) */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-nameless-page.h"

#include <glib/gi18n.h>

#include "dov-go.h"
#include "dov-nameless.h"
#include "dov-notice.h"
#include "dov-patrol-finding.h"
#include "dov-patrol-words.h"
#include "dov-ref-item.h"
#include "dov-section-box.h"
#include "dov-shell.h"

struct _DovNamelessPage
{
  DovPage    parent_instance;

  DovStore  *store;
  GArray    *due;        /* gint64 */
  guint      refresh;

  GtkWidget *stack;
  GtkWidget *section;
  GtkWidget *all;
};

G_DEFINE_FINAL_TYPE (DovNamelessPage, dov_nameless_page, DOV_TYPE_PAGE)

static void
take_out (DovNamelessPage *self,
          GArray          *findings)
{
  DovShell *shell = dov_shell_around (GTK_WIDGET (self));
  g_autoptr (GError) error = NULL;

  if (!dov_nameless_take_out (self->store, findings, &error))
    {
      if (shell != NULL)
        dov_shell_show_error (shell, error);
      return;
    }
  if (shell != NULL)
    {
      gint64 operation = dov_store_get_last_operation (self->store);
      g_autofree char *words = dov_store_describe_operation (self->store, operation);

      dov_shell_show_toast (shell, words, operation);
    }
}

static void
take_all_cb (DovNamelessPage *self)
{
  take_out (self, self->due);
}

static void
take_one_cb (GtkWidget       *button,
             DovNamelessPage *self)
{
  g_autoptr (GArray) one = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_array_append_val (one, *(gint64 *) g_object_get_data (G_OBJECT (button), "finding"));
  take_out (self, one);
}

static void
open_cb (GtkWidget       *row,
         DovNamelessPage *self)
{
  dov_go_record (row, DOV_TYPE_PATROL_FINDING, *(gint64 *) g_object_get_data (G_OBJECT (row), "finding"));
}

static void
add_row (DovNamelessPage *self,
         gint64           id)
{
  g_autoptr (DovRecord) record = dov_store_find (self->store, DOV_TYPE_PATROL_FINDING, id, NULL);
  DovPatrolFinding *finding = record != NULL ? DOV_PATROL_FINDING (record) : NULL;
  GtkWidget *button = gtk_button_new_with_label (_("Take the name out"));
  g_autofree char *date = NULL;
  g_autofree char *who = NULL;
  g_autofree char *kind = NULL;
  g_autofree char *second = NULL;
  g_autofree char *spoken = NULL;
  GtkWidget *row;
  GDate day;

  if (finding == NULL)
    return;

  day = dov_moment_get_date (finding->found_at);
  date = dov_date_to_shown (&day);
  who = dov_patrol_dup_child (self->store, finding, TRUE);
  kind = dov_store_describe_id (self->store, DOV_TYPE_REF_ITEM, finding->kind_id);
  second = g_strdup_printf ("%s · %s", kind, finding->place);
  row = dov_row_line_new (date, who, second);
  spoken = g_strdup_printf (_("Take the name out: %s"), who);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  g_object_set_data_full (G_OBJECT (button), "finding", g_memdup2 (&id, sizeof id), g_free);
  g_object_set_data_full (G_OBJECT (row), "finding", g_memdup2 (&id, sizeof id), g_free);
  g_signal_connect (button, "clicked", G_CALLBACK (take_one_cb), self);
  g_signal_connect (row, "activated", G_CALLBACK (open_cb), self);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  dov_row_line_append (DOV_ROW_LINE (row), button);
  dov_section_box_append (DOV_SECTION_BOX (self->section), row);
}

static void
show_all (DovNamelessPage *self)
{
  g_autofree char *count = NULL;
  g_autofree char *label = NULL;

  g_clear_pointer (&self->due, g_array_unref);
  self->due = dov_nameless_list_due (self->store);
  dov_section_box_clear (DOV_SECTION_BOX (self->section));
  for (guint i = 0; i < self->due->len; i++)
    add_row (self, g_array_index (self->due, gint64, i));
  count = g_strdup_printf (ngettext ("%u finding", "%u findings", self->due->len), self->due->len);
  label = g_strdup_printf (_("Take out all names (%u)"), self->due->len);
  dov_section_box_set_count (DOV_SECTION_BOX (self->section), count);
  gtk_button_set_label (GTK_BUTTON (self->all), label);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), self->due->len > 0 ? "due" : "none");
}

static gboolean
refresh_cb (gpointer data)
{
  DovNamelessPage *self = data;

  self->refresh = 0;
  show_all (self);

  return G_SOURCE_REMOVE;
}

static void
refresh_soon (DovNamelessPage *self)
{
  if (self->refresh == 0)
    self->refresh = g_idle_add (refresh_cb, self);
}

static GtkWidget *
due_new (DovNamelessPage *self)
{
  GtkWidget *box = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing", 14, "margin-top", 14,
                                 "margin-bottom", 24, "margin-start", 24, "margin-end", 24, NULL);
  GtkWidget *clamp = g_object_new (ADW_TYPE_CLAMP, "maximum-size", 860, "child", box, NULL);
  GtkWidget *title = g_object_new (GTK_TYPE_LABEL, "label", _("Names of children to take out"), "xalign", 0.0, "wrap", TRUE,
                                   "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, NULL);

  gtk_widget_add_css_class (title, "page-title");
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box),
                  dov_notice_new (DOV_NOTICE_INFORMS, _("Names are kept for 30 days without a consent"),
                                  _("Then “N., 13 years old” stays, and all counts are as they were. Names of children whose "
                                    "family is on support, or with a ground written down, are not here.")));
  self->section = dov_section_box_new (_("Over 30 days old"));
  gtk_box_append (GTK_BOX (box), self->section);
  self->all = g_object_new (GTK_TYPE_BUTTON, "halign", GTK_ALIGN_START, NULL);
  gtk_widget_add_css_class (self->all, "suggested-action");
  g_signal_connect_swapped (self->all, "clicked", G_CALLBACK (take_all_cb), self);
  gtk_box_append (GTK_BOX (box), self->all);

  return g_object_new (GTK_TYPE_SCROLLED_WINDOW, "child", clamp, "hscrollbar-policy", GTK_POLICY_NEVER, NULL);
}

/**
 * dov_nameless_page_new:
 *
 * Returns: (transfer floating): the page
 */
DovPage *
dov_nameless_page_new (DovStore *store)
{
  DovNamelessPage *self = g_object_new (DOV_TYPE_NAMELESS_PAGE, NULL);

  self->store = g_object_ref (store);
  dov_page_set_title (DOV_PAGE (self), _("Names to take out"));
  dov_page_set_section (DOV_PAGE (self), "patrol");
  self->stack = gtk_stack_new ();
  gtk_stack_add_named (GTK_STACK (self->stack), due_new (self), "due");
  gtk_stack_add_named (GTK_STACK (self->stack),
                       g_object_new (ADW_TYPE_STATUS_PAGE, "icon-name", "emblem-ok-symbolic",
                                     "title", _("No name is kept too long"), "description",
                                     _("A name is due here 30 days after the finding, unless there is a ground to keep it."),
                                     NULL),
                       "none");
  adw_bin_set_child (ADW_BIN (self), self->stack);
  g_signal_connect_object (store, "committed", G_CALLBACK (refresh_soon), self, G_CONNECT_SWAPPED);
  show_all (self);

  return DOV_PAGE (self);
}

static void
dov_nameless_page_dispose (GObject *object)
{
  DovNamelessPage *self = DOV_NAMELESS_PAGE (object);

  g_clear_handle_id (&self->refresh, g_source_remove);
  g_clear_object (&self->store);
  g_clear_pointer (&self->due, g_array_unref);

  G_OBJECT_CLASS (dov_nameless_page_parent_class)->dispose (object);
}

static void
dov_nameless_page_class_init (DovNamelessPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dov_nameless_page_dispose;
}

static void
dov_nameless_page_init (DovNamelessPage *self)
{
}
