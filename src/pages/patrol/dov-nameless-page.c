/* dov-nameless-page.c - findings whose names are kept longer than they may be, and taking them out (T9) */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-nameless-page.h"

#include <glib/gi18n.h>

#include "dov-deed.h"
#include "dov-nameless.h"
#include "dov-notice.h"
#include "dov-patrol-finding.h"
#include "dov-patrol-words.h"
#include "dov-related-list.h"

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

static gboolean
take_out (DovStore  *store,
          gpointer   findings,
          GError   **error)
{
  return dov_nameless_take_out (store, findings, error);
}

static void
begin (gpointer  from,
       DovStore *store,
       GArray   *findings)
{
  dov_deed_do (from, store, &(DovDeed) {
    .act = take_out, .data = g_array_ref (findings), .free_data = (GDestroyNotify) g_array_unref });
}

static void
take_all_cb (DovNamelessPage *self)
{
  begin (self, self->store, self->due);
}

static void
take_one_cb (GtkWidget *button,
             DovRecord *finding)
{
  DovNamelessPage *self = DOV_NAMELESS_PAGE (gtk_widget_get_ancestor (button, DOV_TYPE_NAMELESS_PAGE));
  g_autoptr (GArray) one = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 id = dov_record_get_id (finding);

  g_array_append_val (one, id);
  begin (self, self->store, one);
}

static void
dress (DovStore   *store,
       DovRecord  *record,
       DovRowLine *row,
       gboolean    is_past)
{
  GtkWidget *button = gtk_button_new_with_label (_("Take the name out"));
  g_autofree char *spoken = g_strdup_printf (_("Take the name out: %s"),
                                             adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)));

  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  g_signal_connect_data (button, "clicked", G_CALLBACK (take_one_cb), g_object_ref (record),
                         (GClosureNotify) (GCallback) g_object_unref, 0);
  dov_row_line_append (row, button);
}

static char *
dup_day (DovStore  *store,
         DovRecord *record)
{
  GDate day = dov_moment_get_date (DOV_PATROL_FINDING (record)->found_at);

  return dov_date_to_shown (&day);
}

static char *
dup_child (DovStore  *store,
           DovRecord *record)
{
  return dov_patrol_dup_child (store, DOV_PATROL_FINDING (record), TRUE);
}

static GArray *
list_due (DovStore *store,
          gint64    subject)
{
  return dov_nameless_list_due (store);
}

static char *
dup_count (guint n,
           guint n_past)
{
  return g_strdup_printf (ngettext ("%u finding", "%u findings", n), n);
}

static const DovRelatedList findings = {
  N_("Over 30 days old"), NULL, dov_patrol_finding_get_type, .ids = list_due, .lead_words = dup_day, .first_words = dup_child,
  .second = "kind_id place", .most = 200, .dress = dress, .count = dup_count,
};

static void
show_all (DovNamelessPage *self)
{
  g_autofree char *label = NULL;

  g_clear_pointer (&self->due, g_array_unref);
  self->due = dov_nameless_list_due (self->store);
  dov_related_list_fill (DOV_SECTION_BOX (self->section), self->store, 0, &findings);
  label = g_strdup_printf (_("Take out all names (%u)"), self->due->len);
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
  self->section = dov_related_list_new (&findings);
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
