/* dov-closing-page.c - the end of a drive: every open thing named, what is left decided, then closed (S7) */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-closing-page.h"

#include "dov-drive.h"
#include "dov-go.h"
#include "dov-goods-words.h"
#include "dov-item.h"
#include "dov-label.h"
#include "dov-number.h"
#include "dov-stock-transfer.h"
#include "dov-stock.h"
#include "dov-write-off.h"

#include <glib/gi18n.h>

/* ---- what becomes of one thing ---- */

/* @paper: that is begun with it; G_TYPE_NONE: it goes into the general stock of its lounge at once. */
typedef struct
{
  gint64 drive;
  gint64 lounge;
  gint64 item;
  gint64 qty;
  GType  paper;
} Leftover;

static gboolean
keep (DovStore  *store,
      gpointer   data,
      GError   **error)
{
  const Leftover *left = data;
  GDate today = dov_today ();

  return dov_stock_move_leftover (store, left->drive, left->lounge, left->item, &today, dov_goods_find_me (store), error);
}

/* A paper with this one line begun: to another lounge or drive, or written off by a commission. */
static void
begin (GtkWidget      *button,
       const Leftover *left)
{
  g_autoptr (DovRecord) draft = dov_record_new (left->paper, 0);
  g_autofree char *shown = dov_quantity_to_shown (left->qty);
  g_autofree char *line = g_strdup_printf ("[(%" G_GINT64_FORMAT ", 0, 0, {'qty': '%s'})]", left->item, shown);

  /* As a form that was left unfinished: the line stands in it. */
  dov_record_keep_typed (draft, "goods.lines", line);
  dov_record_set_number (draft, "drive_id", left->drive);
  dov_record_set_number (draft, "lounge_id", left->lounge);
  dov_go_form (button, draft);
}

static void
decided_cb (GtkWidget *button,
            Leftover  *left)
{
  DovSubjectPage *page = DOV_SUBJECT_PAGE (gtk_widget_get_ancestor (button, DOV_TYPE_SUBJECT_PAGE));

  if (left->paper != G_TYPE_NONE)
    begin (button, left);
  else
    dov_deed_do (page, dov_subject_page_get_store (page), &(DovDeed) {
      .act = keep, .data = g_memdup2 (left, sizeof *left), .free_data = g_free });
}

static void
add_decision (GtkWidget  *row,
              Leftover    left,
              const char *label,
              const char *name,
              GType       paper)
{
  GtkWidget *button = gtk_button_new_with_label (label);
  g_autofree char *words = g_strdup_printf ("%s: %s", label, name);

  left.paper = paper;
  dov_name_widget (button, words);
  g_signal_connect_data (button, "clicked", G_CALLBACK (decided_cb), g_memdup2 (&left, sizeof left),
                         (GClosureNotify) (GCallback) g_free, 0);
  dov_row_line_append (DOV_ROW_LINE (row), button);
}

static GtkWidget *
leftover_new (DovSubjectPage *page,
              DovObstacle    *obstacle)
{
  DovStore *store = dov_subject_page_get_store (page);
  const Leftover left = { dov_subject_page_get_id (page), obstacle->lounge_id, obstacle->item_id, obstacle->qty };
  g_autofree char *name = dov_store_describe_id (store, DOV_TYPE_ITEM, obstacle->item_id);
  g_autofree char *amount = dov_stock_dup_quantity (store, obstacle->item_id, obstacle->qty);
  g_autofree char *place = dov_goods_place_words (store, obstacle->lounge_id);
  g_autofree char *second = g_strdup_printf (_("left: %1$s · %2$s"), amount, place);
  GtkWidget *row = dov_row_line_new ("", name, second);

  if (dov_store_is_read_only (store))
    return row;
  add_decision (row, left, _("Into the general stock"), name, G_TYPE_NONE);
  add_decision (row, left, _("Move Goods…"), name, DOV_TYPE_STOCK_TRANSFER);
  add_decision (row, left, _("Write off…"), name, DOV_TYPE_WRITE_OFF);

  return row;
}

/* ---- what stands in the way ---- */

static gboolean
is_leftover (DovObstacle *obstacle)
{
  return obstacle->item_id != 0 && obstacle->qty > 0;
}

static GtkWidget *
obstacle_new (DovObstacle *obstacle)
{
  GtkWidget *row = dov_row_line_new ("", obstacle->words, "");

  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 3);
  dov_row_line_set_icon (DOV_ROW_LINE (row), "dialog-warning-symbolic");
  if (obstacle->type != G_TYPE_INVALID && obstacle->id != 0)
    dov_row_line_open_record (DOV_ROW_LINE (row), obstacle->type, obstacle->id);

  return row;
}

static guint
show (DovSubjectPage *page,
      GtkWidget      *section,
      gboolean        is_left)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) obstacles = dov_stock_list_obstacles (dov_subject_page_get_store (page),
                                                              dov_subject_page_get_id (page), &error);
  guint n = 0;

  if (obstacles == NULL)
    {
      dov_deed_refuse (page, error->message);
      return 0;
    }
  dov_section_box_clear (DOV_SECTION_BOX (section));
  for (guint i = 0; i < obstacles->len; i++)
    if (is_leftover (obstacles->pdata[i]) == is_left)
      {
        dov_section_box_append (DOV_SECTION_BOX (section), is_left ? leftover_new (page, obstacles->pdata[i])
                                                                   : obstacle_new (obstacles->pdata[i]));
        n++;
      }

  return n;
}

static guint
show_open (DovSubjectPage *page,
           GtkWidget      *section)
{
  return show (page, section, FALSE);
}

static guint
show_left (DovSubjectPage *page,
           GtkWidget      *section)
{
  return show (page, section, TRUE);
}

static GtkWidget *
open_new (DovSubjectPage *page)
{
  GtkWidget *section = dov_section_box_new (_("Not finished"));

  dov_section_box_set_empty (DOV_SECTION_BOX (section), _("Everything is finished: no drafts, every handout is signed."));

  return section;
}

static GtkWidget *
left_new (DovSubjectPage *page)
{
  GtkWidget *section = dov_section_box_new (_("What is left"));

  dov_section_box_set_empty (DOV_SECTION_BOX (section), _("Nothing is left of the drive."));

  return section;
}

/* ---- what can be done ---- */

static gboolean
has_leftovers (DovStore  *store,
               DovRecord *drive)
{
  g_autoptr (GPtrArray) obstacles = dov_stock_list_obstacles (store, dov_record_get_id (drive), NULL);
  guint n = 0;

  for (guint i = 0; obstacles != NULL && i < obstacles->len; i++)
    n += is_leftover (obstacles->pdata[i]);

  return n > 1;
}

static gboolean
is_ready (DovStore  *store,
          DovRecord *drive)
{
  g_autoptr (GPtrArray) obstacles = dov_stock_list_obstacles (store, dov_record_get_id (drive), NULL);

  return obstacles != NULL && obstacles->len == 0;
}

static gboolean
keep_all (DovStore    *store,
          DovRecord   *drive,
          const char  *typed,
          GError     **error)
{
  GDate today = dov_today ();

  return dov_stock_move_leftover (store, dov_record_get_id (drive), DOV_STOCK_ALL, DOV_STOCK_ALL, &today,
                                  dov_goods_find_me (store), error);
}

static gboolean
close_drive (DovStore    *store,
             DovRecord   *drive,
             const char  *typed,
             GError     **error)
{
  GDate today = dov_today ();

  return dov_stock_close_drive (store, dov_record_get_id (drive), &today, error);
}

static char *
dup_title (DovStore  *store,
           DovRecord *drive)
{
  return g_strdup_printf (_("Closing: %s"), DOV_DRIVE (drive)->name);
}

static char *
dup_facts (DovStore  *store,
           DovRecord *drive)
{
  return g_strdup (_("A drive is closed when nothing waits any more and every thing is accounted for: "
                     "received = handed out + written off + moved."));
}

static const DovAct acts[] = {
  { "closing.close", N_("Close the drive"), .kind = DOV_ACT_DO, .rule = close_drive,
    .while_in = "planned collecting distributing",
    .may = is_ready, .place = DOV_ACT_IN_BAR, .is_strong = TRUE, .leaves = TRUE },
  { "closing.all", N_("All that is left into the general stock"), .kind = DOV_ACT_DO, .rule = keep_all, .may = has_leftovers,
    .place = DOV_ACT_IN_BAR },
  { NULL },
};

static const DovTab tabs[] = {
  { "open", N_("Not finished"), .make = open_new, .refresh = show_open },
  { "left", N_("What is left"), .make = left_new, .refresh = show_left },
  { NULL },
};

const DovSubject dov_closing_subject = {
  dov_drive_get_type, "drives", "status", .title = dup_title, .facts_words = dup_facts, .acts = acts, .tabs = tabs,
};
