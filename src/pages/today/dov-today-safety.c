/* dov-today-safety.c - whether there is a fresh copy, a button to make one; and the forms that were begun */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-today-private.h"

#include <glib/gi18n.h>

#include "dov-errors.h"
#include "dov-file-chooser.h"
#include "dov-go.h"
#include "dov-history.h"
#include "dov-join.h"
#include "dov-keeper.h"
#include "dov-label.h"
#include "dov-number.h"
#include "dov-registry.h"
#include "dov-section-box.h"

/* A copy older than this is looked at with a warning. */
#define DAYS_FRESH 7

static const DovSign in_order = { "dov-emblem-ok-symbolic", "success" };
static const DovSign look = { "dialog-warning-symbolic", "warning" };
static const DovSign works = { "view-refresh-symbolic", "accent" };

static int
days_since (GDateTime *at)
{
  GDate then = dov_moment_get_date (at);
  GDate today = dov_today ();

  return g_date_days_between (&then, &today);
}

static void
made_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (GtkWidget) widget = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *copy = dov_keeper_make_finish (DOV_KEEPER (source), result, &error);

  if (error != NULL)
    dov_errors_show (widget, error);
  else
    dov_go_tell (widget, C_("toast", "The copy was made and checked"), 0);
}

/* The line is made anew by then: the answer goes to the window. */
static GtkWidget *
ref_window (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  return g_object_ref (root != NULL ? GTK_WIDGET (root) : widget);
}

static void
make_cb (GtkWidget *button,
         DovStore  *store)
{
  dov_keeper_make (dov_keeper_of (store), NULL, NULL, made_cb, ref_window (button));
}

typedef struct
{
  DovStore  *store;
  GtkWidget *window;
} Carrying;

static void
folder_chosen_cb (GFile    *folder,
                  gpointer  user_data)
{
  Carrying *carrying = user_data;

  if (folder != NULL)
    dov_keeper_make (dov_keeper_of (carrying->store), g_file_peek_path (folder), NULL, made_cb,
                     g_object_ref (carrying->window));

  g_object_unref (carrying->store);
  g_object_unref (carrying->window);
  g_free (carrying);
}

static void
carry_cb (GtkWidget *button,
          DovStore  *store)
{
  const DovFileWish wish = {
    .title = _("Where to put the copy: a flash drive or another disk"),
    .accept = _("Put it here"),
    .action = GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER,
  };
  Carrying *carrying = g_new0 (Carrying, 1);

  carrying->store = g_object_ref (store);
  carrying->window = ref_window (button);
  dov_file_chooser_ask (button, &wish, folder_chosen_cb, carrying);
}

static char *
dup_title (DovKeeper *keeper)
{
  GDateTime *last = dov_keeper_get_last (keeper);
  g_autofree char *at = NULL;

  if (dov_keeper_is_busy (keeper))
    return g_strdup (_("A copy is being made…"));
  if (last == NULL)
    return g_strdup (_("There is no copy yet"));

  at = dov_history_dup_moment (last);

  return g_strdup_printf (_("Copied %s"), at);
}

static char *
dup_subtitle (DovKeeper *keeper)
{
  const GError *error = dov_keeper_get_error (keeper);
  gint64 n_records = dov_keeper_get_n_records (keeper);
  g_autofree char *number = dov_number_to_shown (n_records);

  if (error != NULL)
    return dov_errors_dup_words (error);
  if (dov_keeper_get_last (keeper) == NULL)
    return g_strdup (_("It is made by itself every day and when the program is closed"));

  return g_strdup_printf (ngettext ("checked, %s record", "checked, %s records", n_records), number);
}

static void
add_button (GtkWidget  *row,
            const char *label,
            GCallback   clicked,
            DovStore   *store)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect_object (button, "clicked", clicked, store, 0);
  dov_row_line_append (DOV_ROW_LINE (row), button);
}

/**
 * dov_today_safety_new:
 *
 * Returns: (transfer floating): the state of the copies
 */
GtkWidget *
dov_today_safety_new (DovStore *store)
{
  DovKeeper *keeper = dov_keeper_of (store);
  GDateTime *last = dov_keeper_get_last (keeper);
  GtkWidget *section = dov_section_box_new (_("Safety"));
  g_autofree char *title = dup_title (keeper);
  g_autofree char *subtitle = dup_subtitle (keeper);
  GtkWidget *row = dov_row_line_new ("", title, subtitle);
  gboolean is_busy = dov_keeper_is_busy (keeper);

  dov_row_line_set_icon (DOV_ROW_LINE (row), "drive-harddisk-symbolic");
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  if (is_busy)
    dov_row_line_append (DOV_ROW_LINE (row), dov_badge_new (_("works"), &works));
  else if (dov_keeper_get_error (keeper) != NULL || (last != NULL && days_since (last) > DAYS_FRESH))
    dov_row_line_append (DOV_ROW_LINE (row), dov_badge_new (_("look at it"), &look));
  else if (last != NULL)
    dov_row_line_append (DOV_ROW_LINE (row), dov_badge_new (_("in order"), &in_order));
  if (!is_busy)
    {
      add_button (row, _("Make a copy"), G_CALLBACK (make_cb), store);
      add_button (row, _("To a flash drive…"), G_CALLBACK (carry_cb), store);
    }
  dov_section_box_append (DOV_SECTION_BOX (section), row);

  return section;
}

static void
continue_cb (GtkWidget *row,
             DovStore  *store)
{
  gint64 number = *(gint64 *) g_object_get_data (G_OBJECT (row), "dov-number");

  dov_go_draft (row, number);
}

static void
drop_cb (GtkWidget *button,
         DovStore  *store)
{
  GtkWidget *row = gtk_widget_get_ancestor (button, DOV_TYPE_ROW_LINE);
  GtkWidget *section = gtk_widget_get_ancestor (row, DOV_TYPE_SECTION_BOX);
  gint64 number = *(gint64 *) g_object_get_data (G_OBJECT (row), "dov-number");
  g_autoptr (GError) error = NULL;

  if (!dov_store_drop_draft (store, number, &error))
    {
      dov_errors_show (button, error);
      return;
    }

  gtk_widget_set_visible (row, FALSE);
  gtk_widget_child_focus (section, GTK_DIR_TAB_FORWARD);
}

/* What it is, and when it was begun: “Family · begun today, 10:15”. */
static char *
dup_about (const DovDraft *draft)
{
  const char *kind = _(dov_registry_class (draft->type)->label);
  g_autofree char *at = dov_history_dup_moment (draft->at);
  g_autofree char *begun = g_strdup_printf (_("begun %s"), at);
  g_autoptr (GString) about = g_string_new (g_str_equal (kind, draft->words) ? NULL : kind);

  dov_join (about, DOV_JOIN_FACTS, begun);

  return g_string_free (g_steal_pointer (&about), FALSE);
}

/**
 * dov_today_drafts_new:
 *
 * Returns: (transfer floating) (nullable): the forms that were begun, to go on with
 */
GtkWidget *
dov_today_drafts_new (DovStore *store)
{
  g_autoptr (GPtrArray) drafts = dov_store_list_drafts (store, NULL);
  GtkWidget *section;

  if (drafts == NULL || drafts->len == 0)
    return NULL;

  section = dov_section_box_new (_("Not finished"));
  dov_section_box_set_count (DOV_SECTION_BOX (section), _("kept until you put them away"));
  for (guint i = 0; i < drafts->len; i++)
    {
      DovDraft *draft = drafts->pdata[i];
      g_autofree char *about = dup_about (draft);
      GtkWidget *row = dov_row_line_new ("", draft->words, about);
      GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");
      g_autofree char *words = g_strdup_printf (_("Put away: %s"), draft->words);

      dov_row_line_set_icon (DOV_ROW_LINE (row), "document-edit-symbolic");
      g_object_set_data_full (G_OBJECT (row), "dov-number", g_memdup2 (&draft->number, sizeof draft->number), g_free);
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      g_signal_connect_object (row, "activated", G_CALLBACK (continue_cb), store, 0);
      gtk_widget_add_css_class (button, "flat");
      gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
      gtk_widget_set_tooltip_text (button, _("Not needed any more"));
      dov_name_widget (button, words);
      g_signal_connect_object (button, "clicked", G_CALLBACK (drop_cb), store, 0);
      dov_row_line_append (DOV_ROW_LINE (row), button);
      dov_section_box_append (DOV_SECTION_BOX (section), row);
    }

  return section;
}
