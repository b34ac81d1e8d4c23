/* dov-club-month-page.c - the journal of a group for one month: who was at which session */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-club-month-page.h"

#include "dov-club-keys.h"
#include "dov-club-legend.h"
#include "dov-club-member.h"
#include "dov-club-sheet.h"
#include "dov-club-strip.h"
#include "dov-club-ways.h"
#include "dov-go.h"
#include "dov-paper-page.h"

#include <glib/gi18n.h>

struct _DovClubMonthPage
{
  DovPage       parent_instance;

  DovStore     *store;
  gint64        group_id;
  GDate         day;          /* the month that is shown */
  DovClubMonth *month;
  guint         refill;
  gboolean      is_marking;   /* it is we who change the store */

  GtkWidget    *title;
  GtkWidget    *heading;
  GtkWidget    *counts;
  GtkWidget    *strip;
  GtkWidget    *state;
  GtkWidget    *empty;
  GtkWidget    *ways;
  GtkWidget    *grid;
  GtkWidget    *legend;
};

G_DEFINE_FINAL_TYPE (DovClubMonthPage, dov_club_month_page, DOV_TYPE_PAGE)

static DovMarkGrid *
grid_of (DovClubMonthPage *self)
{
  return DOV_MARK_GRID (self->grid);
}

static void
show_error (DovClubMonthPage *self,
            const GError     *error)
{
  DovShell *shell = dov_shell_around (GTK_WIDGET (self));

  if (shell != NULL)
    dov_shell_show_error (shell, error);
}

/* Showing. */

static void
show_counts (DovClubMonthPage *self)
{
  g_autofree char *words = dov_club_sheet_dup_counts (self->month);

  gtk_label_set_label (GTK_LABEL (self->counts), words);
}

static void
plan_cb (DovClubMonthPage *self)
{
  dov_club_ways_plan (GTK_WIDGET (self), self->group_id, &self->day);
}

static void
add_session_cb (DovClubMonthPage *self)
{
  dov_club_ways_add (GTK_WIDGET (self), DOV_TYPE_CLUB_SESSION, self->group_id);
}

static void
add_member_cb (DovClubMonthPage *self)
{
  dov_club_ways_add (GTK_WIDGET (self), DOV_TYPE_CLUB_MEMBER, self->group_id);
}

static void
explain_empty (DovClubMonthPage *self)
{
  gboolean has_members = self->month->rows->len > 0;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->ways)) != NULL)
    gtk_box_remove (GTK_BOX (self->ways), child);
  adw_status_page_set_title (ADW_STATUS_PAGE (self->empty),
                             has_members ? _("No sessions in this month") : _("Nobody is in the group yet"));
  adw_status_page_set_description (ADW_STATUS_PAGE (self->empty), has_members
                                   ? _("Make them all from the schedule in one step, or add one by itself.")
                                   : _("Admit the first members: a name and the day are enough."));
  if (dov_store_is_read_only (self->store))
    return;
  if (!has_members)
    {
      dov_club_ways_append (self->ways, _("Admit a member"), TRUE, G_CALLBACK (add_member_cb), self);
      return;
    }
  dov_club_ways_append (self->ways, _("Make sessions from the schedule"), TRUE, G_CALLBACK (plan_cb), self);
  dov_club_ways_append (self->ways, _("Add one session"), FALSE, G_CALLBACK (add_session_cb), self);
}

/* Where the work is: the last session that is not to come. */
static guint
find_work (DovClubMonthPage *self)
{
  guint column = 0;

  for (guint i = 0; i < self->month->columns->len; i++)
    if (!dov_club_month_get_column (self->month, i)->is_to_come)
      column = i;

  return column;
}

static void
show_strip (DovClubMonthPage *self)
{
  guint row = 0, column = 0;
  gboolean is_there = dov_mark_grid_get_cursor (grid_of (self), &row, &column) && column < self->month->columns->len;

  dov_club_strip_show (DOV_CLUB_STRIP (self->strip), is_there ? dov_club_month_get_column (self->month, column) : NULL);
}

/* Reads the month anew. The cells are made anew only when there are others. */
static void
refill (DovClubMonthPage *self,
        gboolean          is_other_month)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DovClubMonth) month = dov_club_month_read (self->store, self->group_id, &self->day, &error);
  gboolean has_cells = FALSE, had_keyboard = FALSE;
  guint row = 0, column = 0;

  if (month == NULL)
    {
      show_error (self, error);
      return;
    }
  had_keyboard = gtk_widget_get_focus_child (self->grid) != NULL;
  dov_mark_grid_get_cursor (grid_of (self), &row, &column);
  g_clear_pointer (&self->month, dov_club_month_free);
  self->month = g_steal_pointer (&month);
  has_cells = self->month->rows->len > 0 && self->month->columns->len > 0;

  dov_club_sheet_fill (grid_of (self), self->month);
  show_counts (self);
  gtk_label_set_label (GTK_LABEL (self->title), self->month->group->name);
  dov_page_set_title (DOV_PAGE (self), self->month->group->name);
  if (has_cells && is_other_month)
    dov_mark_grid_move (grid_of (self), 0, find_work (self), FALSE);
  else if (has_cells && had_keyboard)
    dov_mark_grid_move (grid_of (self), MIN (row, self->month->rows->len - 1),
                        MIN (column, self->month->columns->len - 1), TRUE);
  gtk_stack_set_visible_child_name (GTK_STACK (self->state), has_cells ? "grid" : "empty");
  gtk_widget_set_visible (self->legend, has_cells);
  if (!has_cells)
    explain_empty (self);
  show_strip (self);
}

static void
show_month (DovClubMonthPage *self)
{
  g_autofree char *heading = dov_club_keys_month_words (&self->day);

  gtk_label_set_label (GTK_LABEL (self->heading), heading);
  refill (self, TRUE);
}

static gboolean
refill_cb (gpointer user_data)
{
  DovClubMonthPage *self = user_data;

  self->refill = 0;
  refill (self, FALSE);

  return G_SOURCE_REMOVE;
}

static void
reloaded_cb (DovClubMonthPage *self)
{
  if (self->refill == 0 && !self->is_marking)
    self->refill = g_idle_add (refill_cb, self);
}

static void
changed_cb (DovStore         *store,
            GType             type,
            gint64            id,
            DovClubMonthPage *self)
{
  if (type == DOV_TYPE_CLUB_ATTENDANCE || type == DOV_TYPE_CLUB_SESSION || type == DOV_TYPE_CLUB_MEMBER ||
      type == DOV_TYPE_CLUB_GROUP || type == DOV_TYPE_PERSON)
    reloaded_cb (self);
}

/* Marking. */

/* Reads the marks anew and shows the few cells and sums that follow. */
static void
show_marked (DovClubMonthPage *self,
             guint             row,
             guint             column)
{
  g_autoptr (GError) error = NULL;
  DovClubMonth *month = dov_club_month_read (self->store, self->group_id, &self->day, &error);

  if (month == NULL || month->rows->len != self->month->rows->len || month->columns->len != self->month->columns->len)
    {
      g_clear_pointer (&month, dov_club_month_free);
      refill (self, FALSE);
      return;
    }
  dov_club_month_free (self->month);
  self->month = month;
  dov_club_sheet_show (grid_of (self), self->month, row, column);
  show_counts (self);
  show_strip (self);
}

static gboolean
mark (DovClubMonthPage *self,
      guint             row,
      guint             column,
      DovClubMark       sign)
{
  DovClubColumn *session = dov_club_month_get_column (self->month, column);
  DovClubRow *line = dov_club_month_get_row (self->month, row);
  g_autoptr (GError) error = NULL;
  gboolean is_well = FALSE;

  if (sign == dov_club_month_get_mark (self->month, row, column))
    return TRUE;
  self->is_marking = TRUE;
  is_well = dov_club_mark (self->store, dov_record_get_id (DOV_RECORD (session->session)),
                           dov_record_get_id (DOV_RECORD (line->person)), sign, &error);
  self->is_marking = FALSE;
  if (!is_well)
    {
      show_error (self, error);
      return FALSE;
    }
  show_marked (self, row, column);

  return TRUE;
}

static void
typed_cb (DovMarkGrid      *grid,
          guint             row,
          guint             column,
          const char       *text,
          DovClubMonthPage *self)
{
  DovClubMark sign = dov_club_keys_find_mark (text);

  if (sign != 0)
    mark (self, row, column, sign);
  else
    gtk_widget_error_bell (GTK_WIDGET (self));
}

static void
cleared_cb (DovMarkGrid      *grid,
            guint             row,
            guint             column,
            DovClubMonthPage *self)
{
  mark (self, row, column, 0);
}

/* Enter: «+» where there is nothing yet, then the next; a mark that is there stays. */
static void
entered_cb (DovMarkGrid      *grid,
            guint             row,
            guint             column,
            DovClubMonthPage *self)
{
  gboolean is_free = dov_club_month_get_mark (self->month, row, column) == 0 &&
                     dov_club_month_belongs (self->month, row, column);

  if (!is_free || mark (self, row, column, DOV_CLUB_MARK_PRESENT))
    dov_mark_grid_move_on (grid);
}

static void
fill_column (DovClubMonthPage *self,
             guint             column)
{
  DovShell *shell = dov_shell_around (GTK_WIDGET (self));
  g_autoptr (GError) error = NULL;
  guint n = 0;
  gboolean is_well;

  self->is_marking = TRUE;
  is_well = dov_club_mark_rest (self->store, self->month, column, &n, &error);
  self->is_marking = FALSE;
  if (!is_well)
    {
      show_error (self, error);
      return;
    }
  refill (self, FALSE);
  if (shell != NULL && n > 0)
    {
      g_autofree char *words = g_strdup_printf (ngettext ("%u person was marked: “+”", "%u people were marked: “+”", n), n);

      dov_shell_show_toast (shell, words, dov_store_get_last_operation (self->store));
    }
}

static void
filled_cb (DovMarkGrid      *grid,
           guint             column,
           DovClubMonthPage *self)
{
  fill_column (self, column);
}

static void
fill_asked_cb (DovClubStrip     *strip,
               DovClubMonthPage *self)
{
  guint row = 0, column = 0;

  if (dov_mark_grid_get_cursor (grid_of (self), &row, &column))
    fill_column (self, column);
}

static void
strip_done_cb (DovClubStrip     *strip,
               DovClubMonthPage *self)
{
  guint row = 0, column = 0;

  if (dov_mark_grid_get_cursor (grid_of (self), &row, &column))
    dov_mark_grid_move (grid_of (self), row, column, TRUE);
}

static void
moved_cb (DovMarkGrid      *grid,
          guint             row,
          guint             column,
          DovClubMonthPage *self)
{
  show_strip (self);
}

static void
head_clicked_cb (DovMarkGrid      *grid,
                 guint             column,
                 DovClubMonthPage *self)
{
  guint row = 0, at = 0;

  dov_mark_grid_get_cursor (grid, &row, &at);
  dov_mark_grid_move (grid, row, column, FALSE);
  dov_club_strip_focus (DOV_CLUB_STRIP (self->strip));
}

static void
sign_chosen_cb (DovClubMark sign,
                gpointer    user_data)
{
  DovClubMonthPage *self = user_data;
  guint row = 0, column = 0;

  if (!dov_mark_grid_get_cursor (grid_of (self), &row, &column) || !mark (self, row, column, sign))
    return;
  if (sign != 0)
    dov_mark_grid_move_on (grid_of (self));
}

static gboolean
key_pressed_cb (GtkEventControllerKey *keys,
                guint                  key,
                guint                  code,
                GdkModifierType        modifiers,
                DovClubMonthPage      *self)
{
  if ((modifiers & GDK_CONTROL_MASK) && (key == GDK_KEY_Page_Up || key == GDK_KEY_Page_Down))
    dov_club_month_page_step (self, key == GDK_KEY_Page_Up ? -1 : 1);
  else if (key == GDK_KEY_F2 && self->month->columns->len > 0)
    dov_club_strip_focus (DOV_CLUB_STRIP (self->strip));
  else
    return FALSE;

  return TRUE;
}

/* The page. */

static void
earlier_cb (DovClubMonthPage *self)
{
  dov_club_month_page_step (self, -1);
}

static void
later_cb (DovClubMonthPage *self)
{
  dov_club_month_page_step (self, 1);
}

static void
paper_cb (DovClubMonthPage *self)
{
  dov_go_to (self, dov_paper_page_new (self->store, "D-26", self->group_id));
}

static GtkWidget *
head_new (DovClubMonthPage *self)
{
  GtkWidget *head = g_object_new (GTK_TYPE_BOX, "spacing", 9, NULL);
  GtkWidget *months = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *plan = gtk_button_new_with_label (_("Sessions from the schedule…"));
  GtkWidget *paper = gtk_button_new_with_label (_("Register"));

  self->title = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "ellipsize", PANGO_ELLIPSIZE_END, "hexpand", TRUE, NULL);
  gtk_widget_add_css_class (self->title, "page-title");
  self->heading = g_object_new (GTK_TYPE_LABEL, "width-chars", 14, NULL);
  gtk_widget_add_css_class (self->heading, "heading");
  gtk_widget_add_css_class (months, "linked");
  gtk_box_append (GTK_BOX (months), dov_club_ways_icon ("go-previous-symbolic", _("Month before (Ctrl+Page Up)"),
                                                        G_CALLBACK (earlier_cb), self));
  gtk_box_append (GTK_BOX (months), self->heading);
  gtk_box_append (GTK_BOX (months), dov_club_ways_icon ("go-next-symbolic", _("Month after (Ctrl+Page Down)"),
                                                        G_CALLBACK (later_cb), self));
  g_signal_connect_swapped (plan, "clicked", G_CALLBACK (plan_cb), self);
  g_signal_connect_swapped (paper, "clicked", G_CALLBACK (paper_cb), self);
  gtk_widget_set_visible (plan, !dov_store_is_read_only (self->store));

  gtk_box_append (GTK_BOX (head), self->title);
  gtk_box_append (GTK_BOX (head), months);
  gtk_box_append (GTK_BOX (head), plan);
  gtk_box_append (GTK_BOX (head), paper);

  return head;
}

static GtkWidget *
grid_new (DovClubMonthPage *self)
{
  self->grid = dov_mark_grid_new (_("Marks: people down, sessions across"));
  gtk_widget_set_vexpand (self->grid, TRUE);
  dov_mark_grid_set_titles (DOV_MARK_GRID (self->grid), _("Members"), _("Was at"), _("Were there"));
  g_signal_connect (self->grid, "moved", G_CALLBACK (moved_cb), self);
  g_signal_connect (self->grid, "head-clicked", G_CALLBACK (head_clicked_cb), self);
  if (!dov_store_is_read_only (self->store))
    {
      g_signal_connect (self->grid, "typed", G_CALLBACK (typed_cb), self);
      g_signal_connect (self->grid, "cleared", G_CALLBACK (cleared_cb), self);
      g_signal_connect (self->grid, "entered", G_CALLBACK (entered_cb), self);
      g_signal_connect (self->grid, "filled", G_CALLBACK (filled_cb), self);
    }

  return self->grid;
}

static void
build (DovClubMonthPage *self)
{
  GtkWidget *box = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing", 9, "margin-top", 12,
                                 "margin-bottom", 12, "margin-start", 18, "margin-end", 18, NULL);
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_box_append (GTK_BOX (box), head_new (self));
  self->counts = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, NULL);
  gtk_widget_add_css_class (self->counts, "numeric");
  gtk_box_append (GTK_BOX (box), self->counts);
  self->strip = dov_club_strip_new (self->store);
  g_signal_connect (self->strip, "fill-asked", G_CALLBACK (fill_asked_cb), self);
  g_signal_connect (self->strip, "done", G_CALLBACK (strip_done_cb), self);
  gtk_box_append (GTK_BOX (box), self->strip);

  self->ways = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing", 9,
                             "halign", GTK_ALIGN_CENTER, NULL);
  self->empty = g_object_new (ADW_TYPE_STATUS_PAGE, "icon-name", "x-office-calendar-symbolic", "child", self->ways, NULL);
  self->state = g_object_new (GTK_TYPE_STACK, "vexpand", TRUE, NULL);
  gtk_stack_add_named (GTK_STACK (self->state), grid_new (self), "grid");
  gtk_stack_add_named (GTK_STACK (self->state), self->empty, "empty");
  gtk_box_append (GTK_BOX (box), self->state);
  self->legend = dov_club_legend_new (!dov_store_is_read_only (self->store), sign_chosen_cb, self);
  gtk_box_append (GTK_BOX (box), self->legend);
  adw_bin_set_child (ADW_BIN (self), box);

  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/**
 * dov_club_month_page_new:
 * @day: (nullable): any day of the month, default today
 *
 * Returns: (transfer floating): the journal of the group for that month
 */
DovPage *
dov_club_month_page_new (DovStore    *store,
                         gint64       group_id,
                         const GDate *day)
{
  DovClubMonthPage *self = g_object_new (DOV_TYPE_CLUB_MONTH_PAGE, NULL);

  self->store = g_object_ref (store);
  self->group_id = group_id;
  self->day = day != NULL ? *day : dov_today ();
  g_date_set_day (&self->day, 1);
  build (self);
  dov_page_set_section (DOV_PAGE (self), "clubs");
  if (!dov_store_is_read_only (store))
    dov_page_set_action_label (DOV_PAGE (self), _("Add a session"));
  show_month (self);
  g_signal_connect_object (store, "changed", G_CALLBACK (changed_cb), self, 0);
  g_signal_connect_object (store, "reloaded", G_CALLBACK (reloaded_cb), self, G_CONNECT_SWAPPED);

  return DOV_PAGE (self);
}

DovMarkGrid *
dov_club_month_page_get_grid (DovClubMonthPage *self)
{
  return grid_of (self);
}

DovClubMonth *
dov_club_month_page_get_month (DovClubMonthPage *self)
{
  return self->month;
}

/**
 * dov_club_month_page_step:
 * @months: how many months on, or back
 */
void
dov_club_month_page_step (DovClubMonthPage *self,
                          int               months)
{
  if (months > 0)
    g_date_add_months (&self->day, (guint) months);
  else
    g_date_subtract_months (&self->day, (guint) -months);
  show_month (self);
}

static void
dov_club_month_page_focus (DovPage *page)
{
  DovClubMonthPage *self = DOV_CLUB_MONTH_PAGE (page);
  guint row = 0, column = 0;

  if (dov_mark_grid_get_cursor (grid_of (self), &row, &column))
    dov_mark_grid_move (grid_of (self), row, column, TRUE);
  else if (gtk_widget_get_first_child (self->ways) != NULL)
    gtk_widget_grab_focus (gtk_widget_get_first_child (self->ways));
}

static gboolean
dov_club_month_page_add (DovPage *page)
{
  DovClubMonthPage *self = DOV_CLUB_MONTH_PAGE (page);

  if (dov_store_is_read_only (self->store))
    return FALSE;
  add_session_cb (self);

  return TRUE;
}

static void
dov_club_month_page_dispose (GObject *object)
{
  DovClubMonthPage *self = DOV_CLUB_MONTH_PAGE (object);

  g_clear_handle_id (&self->refill, g_source_remove);
  g_clear_pointer (&self->month, dov_club_month_free);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (dov_club_month_page_parent_class)->dispose (object);
}

static void
dov_club_month_page_class_init (DovClubMonthPageClass *klass)
{
  DovPageClass *page_class = DOV_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dov_club_month_page_dispose;
  page_class->focus = dov_club_month_page_focus;
  page_class->add = dov_club_month_page_add;
}

static void
dov_club_month_page_init (DovClubMonthPage *self)
{
}
