/* dov-bin-page.c - what was removed and can be taken back, by kind */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-bin-page.h"

#include <glib/gi18n.h>

#include "dov-deed.h"
#include "dov-errors.h"
#include "dov-history.h"
#include "dov-parts.h"
#include "dov-registry.h"
#include "dov-section-box.h"

/* Of each kind; more of them are found by the journal. */
#define MOST_OF_A_KIND 200

#define DOV_TYPE_BIN_PAGE (dov_bin_page_get_type ())
G_DECLARE_FINAL_TYPE (DovBinPage, dov_bin_page, DOV, BIN_PAGE, DovPage)

struct _DovBinPage
{
  DovPage   parent_instance;

  DovStore *store;
  GtkStack *stack;
  GtkBox   *sections;
};

G_DEFINE_FINAL_TYPE (DovBinPage, dov_bin_page, DOV_TYPE_PAGE)

typedef struct
{
  DovBinPage *page;
  GType       type;
  gint64      id;
} Removed;

static gboolean
restore (DovStore  *store,
         gpointer   record,
         GError   **error)
{
  return dov_parts_restore (store, record, error);
}

static void
restore_cb (GtkButton *button,
            Removed   *removed)
{
  DovBinPage *self = removed->page;
  g_autoptr (GError) error = NULL;
  g_autoptr (DovRecord) record = dov_store_find (self->store, removed->type, removed->id, &error);
  g_autofree char *name = record != NULL ? dov_store_describe (self->store, record) : NULL;
  g_autofree char *words = name != NULL ? g_strdup_printf (_("Restored: %s"), name) : NULL;

  /* The list is made anew, and this button with it: nothing of it is used below. */
  if (record != NULL)
    dov_deed_do (self, self->store, &(DovDeed) {
      .words = words, .act = restore, .data = g_object_ref (record), .free_data = g_object_unref });
  else
    dov_errors_show (GTK_WIDGET (self), error);
}

/* When it was removed and by whom. */
static char *
dup_circumstances (DovStore *store,
                   GType     type,
                   gint64    id)
{
  g_autoptr (GPtrArray) changes = dov_store_list_history (store, type, id, NULL);

  for (guint i = 0; changes != NULL && i < changes->len; i++)
    {
      DovChange *change = changes->pdata[i];

      if (g_strcmp0 (change->what, "removed") == 0)
        {
          g_autofree char *at = dov_history_dup_moment (change->at);

          return change->who != NULL && *change->who != '\0' ? g_strdup_printf ("%s, %s", at, change->who)
                                                             : g_steal_pointer (&at);
        }
    }

  return g_strdup ("");
}

static GtkWidget *
line_new (DovBinPage *self,
          GType       type,
          gint64      id)
{
  g_autoptr (DovRecord) record = dov_store_find (self->store, type, id, NULL);
  g_autofree char *title = record != NULL ? dov_store_describe (self->store, record) : g_strdup ("");
  g_autofree char *circumstances = dup_circumstances (self->store, type, id);
  GtkWidget *row = dov_row_line_new ("", title, circumstances);
  GtkWidget *button = gtk_button_new_with_label (_("Restore"));
  g_autofree char *words = g_strdup_printf (_("Restore: %s"), title);
  Removed *removed = g_new0 (Removed, 1);

  removed->page = self;
  removed->type = type;
  removed->id = id;
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_sensitive (button, !dov_store_is_read_only (self->store));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  g_signal_connect_data (button, "clicked", G_CALLBACK (restore_cb), removed, (GClosureNotify) G_CALLBACK (g_free), 0);
  dov_row_line_append (DOV_ROW_LINE (row), button);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);

  return row;
}

static void
refresh (DovBinPage *self)
{
  const DovQuery in_bin = { .in_bin = TRUE };
  guint n_types;
  const GType *types = dov_registry_list (&n_types);
  gboolean is_empty = TRUE;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->sections))) != NULL)
    gtk_box_remove (self->sections, child);

  for (guint t = 0; t < n_types; t++)
    {
      g_autoptr (GArray) ids = dov_store_list (self->store, types[t], &in_bin, NULL);
      g_autofree char *count = NULL;
      GtkWidget *section;

      if (ids == NULL || ids->len == 0)
        continue;

      is_empty = FALSE;
      count = g_strdup_printf ("%u", ids->len);
      section = dov_section_box_new (_(dov_registry_class (types[t])->labels));
      dov_section_box_set_count (DOV_SECTION_BOX (section), count);
      for (guint i = 0; i < MIN (ids->len, MOST_OF_A_KIND); i++)
        dov_section_box_append (DOV_SECTION_BOX (section), line_new (self, types[t], g_array_index (ids, gint64, i)));
      gtk_box_append (self->sections, section);
    }

  gtk_stack_set_visible_child_name (self->stack, is_empty ? "empty" : "removed");
}

/**
 * dov_bin_page_new:
 *
 * Returns: (transfer floating): the bin
 */
DovPage *
dov_bin_page_new (DovStore *store)
{
  DovBinPage *self = g_object_new (DOV_TYPE_BIN_PAGE, NULL);

  self->store = g_object_ref (store);
  g_signal_connect_object (store, "committed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  refresh (self);

  return DOV_PAGE (self);
}

static void
dov_bin_page_dispose (GObject *object)
{
  g_clear_object (&DOV_BIN_PAGE (object)->store);

  G_OBJECT_CLASS (dov_bin_page_parent_class)->dispose (object);
}

static void
dov_bin_page_class_init (DovBinPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dov_bin_page_dispose;
}

static void
dov_bin_page_init (DovBinPage *self)
{
  GtkWidget *scroller = g_object_new (GTK_TYPE_SCROLLED_WINDOW, "hscrollbar-policy", GTK_POLICY_NEVER, NULL);
  GtkWidget *clamp = g_object_new (ADW_TYPE_CLAMP, "maximum-size", 900, NULL);
  GtkWidget *empty = g_object_new (ADW_TYPE_STATUS_PAGE, "icon-name", "user-trash-symbolic",
                                   "title", _("The bin is empty"),
                                   "description", _("What you remove lies here until you need it again. "
                                                    "Nothing disappears by itself."), NULL);

  self->sections = GTK_BOX (g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing", 16,
                                          "margin-start", 24, "margin-end", 24, "margin-top", 18,
                                          "margin-bottom", 24, NULL));
  self->stack = GTK_STACK (gtk_stack_new ());
  adw_clamp_set_child (ADW_CLAMP (clamp), GTK_WIDGET (self->sections));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);
  gtk_stack_add_named (self->stack, scroller, "removed");
  gtk_stack_add_named (self->stack, empty, "empty");
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->stack));
}
