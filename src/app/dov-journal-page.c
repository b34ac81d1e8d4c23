/* dov-journal-page.c - everything that was done, the last first; each can be taken back */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-journal-page.h"

#include <glib/gi18n.h>

#include "dov-deed.h"
#include "dov-go.h"
#include "dov-history.h"
#include "dov-label.h"
#include "dov-number.h"
#include "dov-registry.h"
#include "dov-section-box.h"

#define FIRST_LINES 100
#define MORE_LINES 400

#define DOV_TYPE_JOURNAL_PAGE (dov_journal_page_get_type ())
G_DECLARE_FINAL_TYPE (DovJournalPage, dov_journal_page, DOV, JOURNAL_PAGE, DovPage)

struct _DovJournalPage
{
  DovPage        parent_instance;

  guint          at_most;
  DovSectionBox *section;
};

G_DEFINE_FINAL_TYPE (DovJournalPage, dov_journal_page, DOV_TYPE_PAGE)

static void
open_cb (DovJournalPage *self,
         GtkWidget      *row)
{
  const DovChange *change = g_object_get_data (G_OBJECT (row), "dov-change");
  GType type = dov_registry_find (change->table);

  if (type != G_TYPE_INVALID)
    dov_go_record (self, type, change->id);
}

static GtkWidget *
line_new (DovJournalPage *self,
          DovChange      *change)
{
  g_autofree char *at = dov_history_dup_moment (change->at);
  GType type = change->table != NULL ? dov_registry_find (change->table) : G_TYPE_INVALID;
  gboolean can_open = type != G_TYPE_INVALID && type != G_TYPE_NONE && change->id != 0;
  GtkWidget *row = dov_row_line_new (at, change->words, change->who != NULL ? change->who : "");

  g_object_set_data (G_OBJECT (row), "dov-change", change);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), can_open);
  if (can_open)
    g_signal_connect_object (row, "activated", G_CALLBACK (open_cb), self, G_CONNECT_SWAPPED);

  if (!dov_store_is_read_only (dov_page_get_store (DOV_PAGE (self))))
    {
      GtkWidget *button = gtk_button_new_with_label (_("Undo"));
      g_autofree char *words = g_strdup_printf (_("Undo: %s"), change->words);

      gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
      gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", change->operation);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.undo-operation");
      dov_name_widget (button, words);
      dov_row_line_append (DOV_ROW_LINE (row), button);
    }

  return row;
}

static gboolean
take_back (DovStore    *store,
           gpointer     operation,
           const char  *typed,
           GError     **error)
{
  return dov_store_undo (store, *(gint64 *) operation, error);
}

/**
 * dov_journal_page_ask:
 * @operation: which is to be taken back
 *
 * Says what it was and how many records it changed, and takes it back when that is wanted.
 *
 * Returns: %FALSE when @page is not the journal
 */
gboolean
dov_journal_page_ask (DovPage *page,
                      gint64   operation)
{
  DovStore *store;
  guint n_turns = 0;
  gint64 n_records = 0;
  g_autofree char *words = NULL;
  g_autofree char *number = NULL;
  g_autofree char *title = NULL;

  if (!DOV_IS_JOURNAL_PAGE (page))
    return FALSE;

  store = dov_page_get_store (page);
  words = dov_store_describe_deed (store, operation, &n_turns);
  (void) dov_store_is_at_hand (store, operation, &n_records);
  number = dov_number_to_shown (n_records);
  /* Translators: %1$s is a number, %2$s what was done */
  title = g_strdup_printf (n_turns % 2 == 1 ? ngettext ("%1$s record will change. Do again: %2$s?",
                                                        "%1$s records will change. Do again: %2$s?", n_records)
                                            : ngettext ("%1$s record will change. Take back: %2$s?",
                                                        "%1$s records will change. Take back: %2$s?", n_records),
                           number, words);
  dov_deed_ask (page, store, &(DovAsk) {
    .title = title, .go_on = n_turns % 2 == 1 ? _("Do again") : _("Take it back"), .act = take_back,
    .data = g_memdup2 (&operation, sizeof operation), .free_data = g_free });

  return TRUE;
}

static void
dov_journal_page_fill (DovPage *page)
{
  DovJournalPage *self = DOV_JOURNAL_PAGE (page);
  g_autoptr (GPtrArray) changes = dov_store_list_operations (dov_page_get_store (page), self->at_most, NULL);

  dov_section_box_clear (self->section);
  for (guint i = 0; changes != NULL && i < changes->len; i++)
    dov_section_box_append (self->section, line_new (self, changes->pdata[i]));

  dov_section_box_set_more (self->section, changes != NULL && changes->len == self->at_most ? _("Show earlier") : "");
  g_object_set_data_full (G_OBJECT (self), "dov-changes", g_steal_pointer (&changes),
                          (GDestroyNotify) g_ptr_array_unref);
}

static void
more_cb (DovJournalPage *self)
{
  self->at_most += MORE_LINES;
  dov_journal_page_fill (DOV_PAGE (self));
}

/**
 * dov_journal_page_new:
 *
 * Returns: (transfer floating): the journal
 */
DovPage *
dov_journal_page_new (DovStore *store)
{
  DovPage *self = g_object_new (DOV_TYPE_JOURNAL_PAGE, "title", _("Everything that was done"), NULL);

  dov_page_follow (self, store);

  return self;
}

static void
dov_journal_page_class_init (DovJournalPageClass *klass)
{
  DOV_PAGE_CLASS (klass)->fill = dov_journal_page_fill;
}

static void
dov_journal_page_init (DovJournalPage *self)
{
  GtkWidget *scroller = g_object_new (GTK_TYPE_SCROLLED_WINDOW, "focusable", FALSE, "hscrollbar-policy", GTK_POLICY_NEVER, NULL);
  GtkWidget *clamp = g_object_new (ADW_TYPE_CLAMP, "maximum-size", 900, NULL);

  self->at_most = FIRST_LINES;
  self->section = DOV_SECTION_BOX (dov_section_box_new (_("Everything that was done")));
  dov_section_box_set_empty (self->section, _("Nothing was entered in this file yet."));
  g_signal_connect_object (self->section, "more-clicked", G_CALLBACK (more_cb), self, G_CONNECT_SWAPPED);
  g_object_set (self->section, "margin-start", 24, "margin-end", 24, "margin-top", 18, "margin-bottom", 24, NULL);

  adw_clamp_set_child (ADW_CLAMP (clamp), GTK_WIDGET (self->section));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);
  adw_bin_set_child (ADW_BIN (self), scroller);
}
