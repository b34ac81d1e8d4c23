/* dov-closing-page.c - the end of a drive: every open thing named, what is left decided, then closed (S7) */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-closing-page.h"

#include <glib/gi18n.h>

#include "dov-drive.h"
#include "dov-errors.h"
#include "dov-go.h"
#include "dov-goods-page.h"
#include "dov-goods-query.h"
#include "dov-item.h"
#include "dov-notice.h"
#include "dov-number.h"
#include "dov-section-box.h"
#include "dov-stock-transfer-line.h"
#include "dov-stock-transfer.h"
#include "dov-stock.h"
#include "dov-write-off.h"

struct _DovClosingPage
{
  DovPage        parent_instance;

  DovStore      *store;
  DovDrive      *drive;
  guint          refresh;

  GtkWidget     *notices;
  DovSectionBox *open;
  DovSectionBox *left;
  GtkWidget     *all;
  GtkWidget     *close;
};

G_DEFINE_FINAL_TYPE (DovClosingPage, dov_closing_page, DOV_TYPE_PAGE)

static gint64
get_drive (DovClosingPage *self)
{
  return dov_record_get_id (DOV_RECORD (self->drive));
}

static void
clear (GtkWidget *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (box)) != NULL)
    gtk_box_remove (GTK_BOX (box), child);
}

static void
tell (DovClosingPage *self)
{
  gint64 operation = dov_store_get_last_operation (self->store);
  g_autofree char *words = dov_store_describe_operation (self->store, operation);

  clear (self->notices);
  if (words != NULL)
    dov_go_tell (self, words, operation);
}

static void
refuse (DovClosingPage *self,
        const GError   *error)
{
  g_autofree char *words = dov_errors_dup_words (error);

  clear (self->notices);
  gtk_box_append (GTK_BOX (self->notices), dov_notice_new (DOV_NOTICE_REFUSES, words, ""));
}

/* ---- what becomes of one thing ---- */

typedef struct
{
  DovClosingPage *page;
  gint64          item;
  gint64          lounge;
  gint64          qty;
} Leftover;

/* All of it into the general stock of its lounge. */
static void
keep_cb (GtkWidget *button,
         Leftover  *left)
{
  DovClosingPage *self = left->page;
  g_autoptr (DovRecord) transfer = dov_record_new (DOV_TYPE_STOCK_TRANSFER, 0);
  g_autoptr (DovRecord) line = dov_record_new (DOV_TYPE_STOCK_TRANSFER_LINE, 0);
  g_autoptr (GPtrArray) lines = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  GDate today = dov_today ();

  dov_set (DOV_STOCK_TRANSFER (transfer), date, &today);
  dov_set (DOV_STOCK_TRANSFER (transfer), lounge_id, left->lounge);
  dov_set (DOV_STOCK_TRANSFER (transfer), drive_id, get_drive (self));
  dov_set (DOV_STOCK_TRANSFER (transfer), to_lounge_id, left->lounge);
  dov_set (DOV_STOCK_TRANSFER (transfer), sent_by_id, dov_goods_find_me (self->store));
  dov_set (DOV_STOCK_TRANSFER_LINE (line), item_id, left->item);
  dov_set (DOV_STOCK_TRANSFER_LINE (line), qty, left->qty);
  g_ptr_array_add (lines, line);
  if (dov_stock_transfer (self->store, DOV_STOCK_TRANSFER (transfer), lines, &error))
    tell (self);
  else
    refuse (self, error);
}

/* A paper with this one line begun: to another lounge or drive, or written off by a commission. */
static void
begin (Leftover *left,
       GType     type)
{
  DovShell *shell = dov_shell_around (GTK_WIDGET (left->page));
  g_autoptr (DovRecord) draft = dov_record_new (type, 0);
  g_autofree char *shown = dov_quantity_to_shown (left->qty);
  g_autofree char *line = g_strdup_printf ("[(%" G_GINT64_FORMAT ", 0, 0, {'qty': '%s'})]", left->item, shown);

  /* As a form that was left unfinished: the line stands in it. */
  dov_record_keep_typed (draft, "goods.lines", line);
  dov_record_set_number (draft, "drive_id", get_drive (left->page));
  dov_record_set_number (draft, "lounge_id", left->lounge);
  if (shell != NULL)
    dov_shell_new_record (shell, draft);
}

static void
move_cb (GtkWidget *button,
         Leftover  *left)
{
  begin (left, DOV_TYPE_STOCK_TRANSFER);
}

static void
write_off_cb (GtkWidget *button,
              Leftover  *left)
{
  begin (left, DOV_TYPE_WRITE_OFF);
}

static void
add_decision (GtkWidget  *row,
              Leftover   *left,
              const char *label,
              const char *name,
              GCallback   clicked)
{
  GtkWidget *button = gtk_button_new_with_label (label);
  g_autofree char *words = g_strdup_printf ("%s: %s", label, name);

  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  g_signal_connect_data (button, "clicked", clicked, g_memdup2 (left, sizeof *left),
                         (GClosureNotify) (void (*) (void)) g_free, 0);
  dov_row_line_append (DOV_ROW_LINE (row), button);
}

static void
add_leftover (DovClosingPage *self,
              DovObstacle    *obstacle)
{
  Leftover left = { self, obstacle->item_id, obstacle->lounge_id, obstacle->qty };
  g_autofree char *name = dov_store_describe_id (self->store, DOV_TYPE_ITEM, obstacle->item_id);
  g_autofree char *amount = dov_stock_dup_quantity (self->store, obstacle->item_id, obstacle->qty);
  g_autofree char *place = dov_goods_place_words (self->store, obstacle->lounge_id);
  g_autofree char *second = g_strdup_printf (_("left: %1$s · %2$s"), amount, place);
  GtkWidget *row = dov_row_line_new ("", name, second);

  add_decision (row, &left, _("Into the general stock"), name, G_CALLBACK (keep_cb));
  add_decision (row, &left, _("Move…"), name, G_CALLBACK (move_cb));
  add_decision (row, &left, _("Write off…"), name, G_CALLBACK (write_off_cb));
  dov_section_box_append (self->left, row);
}

/* ---- what stands in the way ---- */

static void
open_cb (GtkWidget *row,
         gpointer   type)
{
  const gint64 *id = g_object_get_data (G_OBJECT (row), "id");

  if (*id != 0)
    dov_go_record (row, GPOINTER_TO_SIZE (type), *id);
}

static void
add_obstacle (DovClosingPage *self,
              DovObstacle    *obstacle)
{
  GtkWidget *row = dov_row_line_new ("", obstacle->words, "");

  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 3);
  dov_row_line_set_icon (DOV_ROW_LINE (row), "dialog-warning-symbolic");
  if (obstacle->type != G_TYPE_INVALID && obstacle->id != 0)
    {
      g_object_set_data_full (G_OBJECT (row), "id", g_memdup2 (&obstacle->id, sizeof obstacle->id), g_free);
      dov_row_line_append (DOV_ROW_LINE (row), g_object_new (GTK_TYPE_IMAGE, "icon-name", "go-next-symbolic",
                           "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL));
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      g_signal_connect (row, "activated", G_CALLBACK (open_cb), GSIZE_TO_POINTER (obstacle->type));
    }
  dov_section_box_append (self->open, row);
}

static void
show_all (DovClosingPage *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) obstacles = dov_stock_list_obstacles (self->store, get_drive (self), &error);
  guint n_open = 0, n_left = 0;

  if (obstacles == NULL)
    {
      refuse (self, error);
      return;
    }
  dov_section_box_clear (self->open);
  dov_section_box_clear (self->left);
  for (guint i = 0; i < obstacles->len; i++)
    {
      DovObstacle *obstacle = g_ptr_array_index (obstacles, i);

      if (obstacle->item_id != 0 && obstacle->qty > 0)
        {
          n_left++;
          add_leftover (self, obstacle);
        }
      else
        {
          n_open++;
          add_obstacle (self, obstacle);
        }
    }
  gtk_widget_set_visible (self->all, n_left > 1);
  gtk_widget_set_sensitive (self->close, n_open + n_left == 0 && self->drive->status != DOV_DRIVE_STATUS_CLOSED);
}

static gboolean
refresh_cb (gpointer data)
{
  DovClosingPage *self = data;

  self->refresh = 0;
  show_all (self);

  return G_SOURCE_REMOVE;
}

static void
refresh_soon (DovClosingPage *self)
{
  if (self->refresh == 0)
    self->refresh = g_idle_add (refresh_cb, self);
}

static void
all_cb (DovClosingPage *self)
{
  g_autoptr (GError) error = NULL;
  GDate today = dov_today ();

  if (dov_stock_move_leftover (self->store, get_drive (self), &today, dov_goods_find_me (self->store), &error))
    tell (self);
  else
    refuse (self, error);
}

static void
close_cb (DovClosingPage *self)
{
  g_autoptr (GError) error = NULL;
  GDate today = dov_today ();

  if (!dov_stock_close_drive (self->store, get_drive (self), &today, &error))
    {
      refuse (self, error);
      return;
    }
  tell (self);
  dov_go_back (self);
}

/**
 * dov_closing_page_new:
 * @drive: the id of a drive
 *
 * Returns: (transfer floating): the page on which it is closed
 */
DovPage *
dov_closing_page_new (DovStore *store,
                      gint64    drive)
{
  DovClosingPage *self = g_object_new (DOV_TYPE_CLOSING_PAGE, NULL);
  g_autoptr (DovRecord) found = dov_store_find (store, DOV_TYPE_DRIVE, drive, NULL);
  GtkWidget *box = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing", 16, "margin-top", 14,
                                 "margin-bottom", 18, "margin-start", 24, "margin-end", 24, NULL);
  GtkWidget *clamp = g_object_new (ADW_TYPE_CLAMP, "maximum-size", 900, "child", box, NULL);
  g_autofree char *title = NULL;
  g_autofree char *heading = NULL;

  self->store = g_object_ref (store);
  self->drive = DOV_DRIVE (found != NULL ? g_steal_pointer (&found) : dov_record_new (DOV_TYPE_DRIVE, 0));
  title = g_strdup_printf ("%s › %s", self->drive->name, _("Closing"));
  heading = g_strdup_printf (_("Closing: %s"), self->drive->name);
  dov_page_set_title (DOV_PAGE (self), title);
  dov_page_set_section (DOV_PAGE (self), "drives");

  self->notices = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  self->open = DOV_SECTION_BOX (dov_section_box_new (_("Not finished")));
  dov_section_box_set_empty (self->open, _("Everything is finished: no drafts, every handout is signed."));
  self->left = DOV_SECTION_BOX (dov_section_box_new (_("What is left")));
  dov_section_box_set_empty (self->left, _("Nothing is left of the drive."));
  self->all = gtk_button_new_with_mnemonic (_("_All that is left into the general stock"));
  self->close = gtk_button_new_with_mnemonic (_("_Close the drive"));
  gtk_widget_set_halign (self->all, GTK_ALIGN_START);
  gtk_widget_set_halign (self->close, GTK_ALIGN_START);
  gtk_widget_add_css_class (self->close, "suggested-action");
  g_signal_connect_swapped (self->all, "clicked", G_CALLBACK (all_cb), self);
  g_signal_connect_swapped (self->close, "clicked", G_CALLBACK (close_cb), self);
  gtk_box_append (GTK_BOX (box), dov_goods_page_head_new (heading,
    _("A drive is closed when nothing waits any more and every thing is accounted for: "
      "received = handed out + written off + moved.")));
  gtk_box_append (GTK_BOX (box), self->notices);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->open));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->left));
  gtk_box_append (GTK_BOX (box), self->all);
  gtk_box_append (GTK_BOX (box), self->close);
  adw_bin_set_child (ADW_BIN (self), g_object_new (GTK_TYPE_SCROLLED_WINDOW, "child", clamp, "vexpand", TRUE,
                                                   "hscrollbar-policy", GTK_POLICY_NEVER, NULL));
  show_all (self);
  g_signal_connect_object (store, "committed", G_CALLBACK (refresh_soon), self, G_CONNECT_SWAPPED);

  return DOV_PAGE (self);
}

static void
dov_closing_page_focus (DovPage *page)
{
  gtk_widget_child_focus (GTK_WIDGET (page), GTK_DIR_TAB_FORWARD);
}

static void
dov_closing_page_dispose (GObject *object)
{
  DovClosingPage *self = DOV_CLOSING_PAGE (object);

  g_clear_handle_id (&self->refresh, g_source_remove);
  g_clear_object (&self->drive);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (dov_closing_page_parent_class)->dispose (object);
}

static void
dov_closing_page_class_init (DovClosingPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dov_closing_page_dispose;
  DOV_PAGE_CLASS (klass)->focus = dov_closing_page_focus;
}

static void
dov_closing_page_init (DovClosingPage *self)
{
}
