/* dov-club-month-page.c - the journal of a group for one month: who was at which session */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-club-month-page.h"

#include "dov-club-keys.h"
#include "dov-club-member.h"
#include "dov-club-plan-page.h"
#include "dov-club-sheet.h"
#include "dov-club-strip.h"
#include "dov-deed.h"
#include "dov-errors.h"
#include "dov-go.h"
#include "dov-widgets.h"

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

  GtkLabel     *title;
  GtkLabel     *heading;
  GtkWidget    *plan;
  GtkLabel     *counts;
  DovClubStrip *strip;
  GtkStack     *state;
  GtkWidget    *empty;
  GtkWidget    *ways;
  GtkWidget    *admit;
  GtkWidget    *make_all;
  GtkWidget    *add_one;
  DovMarkGrid  *grid;
  GtkWidget    *legend;
};

G_DEFINE_FINAL_TYPE (DovClubMonthPage, dov_club_month_page, DOV_TYPE_PAGE)

/* Showing. */

static void
show_counts (DovClubMonthPage *self)
{
  g_autofree char *words = dov_club_sheet_dup_counts (self->month);

  gtk_label_set_label (self->counts, words);
}

static void
plan_cb (DovClubMonthPage *self)
{
  dov_go_to (self, dov_club_plan_page_new (self->store, self->group_id, &self->day));
}

/* The form of a record that belongs to the group. */
static void
add (DovClubMonthPage *self,
     GType             type)
{
  g_autoptr (DovRecord) draft = dov_record_new (type, 0);

  dov_record_set_number (draft, "group_id", self->group_id);
  dov_go_form (self, draft);
}

static void
add_session_cb (DovClubMonthPage *self)
{
  add (self, DOV_TYPE_CLUB_SESSION);
}

static void
add_member_cb (DovClubMonthPage *self)
{
  add (self, DOV_TYPE_CLUB_MEMBER);
}

static void
explain_empty (DovClubMonthPage *self)
{
  gboolean has_members = self->month->rows->len > 0, may_write = !dov_store_is_read_only (self->store);

  adw_status_page_set_title (ADW_STATUS_PAGE (self->empty),
                             has_members ? _("No sessions in this month") : _("Nobody is in the group yet"));
  adw_status_page_set_description (ADW_STATUS_PAGE (self->empty), has_members
                                   ? _("Make them all from the schedule in one step, or add one by itself.")
                                   : _("Admit the first members: a name and the day are enough."));
  gtk_widget_set_visible (self->admit, may_write && !has_members);
  gtk_widget_set_visible (self->make_all, may_write && has_members);
  gtk_widget_set_visible (self->add_one, may_write && has_members);
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
  gboolean is_there = dov_mark_grid_get_cursor (self->grid, &row, &column) && column < self->month->columns->len;

  dov_club_strip_show (self->strip, is_there ? dov_club_month_get_column (self->month, column) : NULL);
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
      dov_errors_show (GTK_WIDGET (self), error);
      return;
    }
  had_keyboard = gtk_widget_get_focus_child (GTK_WIDGET (self->grid)) != NULL;
  dov_mark_grid_get_cursor (self->grid, &row, &column);
  g_clear_pointer (&self->month, dov_club_month_free);
  self->month = g_steal_pointer (&month);
  has_cells = self->month->rows->len > 0 && self->month->columns->len > 0;

  dov_club_sheet_fill (self->grid, self->month);
  show_counts (self);
  gtk_label_set_label (self->title, self->month->group->name);
  dov_page_set_title (DOV_PAGE (self), self->month->group->name);
  if (has_cells && is_other_month)
    dov_mark_grid_move (self->grid, 0, find_work (self), FALSE);
  else if (has_cells && had_keyboard)
    dov_mark_grid_move (self->grid, MIN (row, self->month->rows->len - 1),
                        MIN (column, self->month->columns->len - 1), TRUE);
  gtk_stack_set_visible_child_name (self->state, has_cells ? "grid" : "empty");
  gtk_widget_set_visible (self->legend, has_cells);
  if (!has_cells)
    explain_empty (self);
  show_strip (self);
}

static void
show_month (DovClubMonthPage *self)
{
  g_autofree char *heading = dov_club_keys_month_words (&self->day);

  gtk_label_set_label (self->heading, heading);
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
  dov_club_sheet_show (self->grid, self->month, row, column);
  show_counts (self);
  show_strip (self);
}

/* Does it without a refill for each change: what follows is shown here. */
static gboolean
do_marking (DovClubMonthPage *self,
            const DovDeed    *deed)
{
  gboolean is_done;

  self->is_marking = TRUE;
  is_done = dov_deed_do (self, self->store, deed);
  self->is_marking = FALSE;

  return is_done;
}

typedef struct
{
  gint64      session;
  gint64      person;
  DovClubMark sign;
} Mark;

static gboolean
put_mark (DovStore  *store,
          gpointer   data,
          GError   **error)
{
  const Mark *one = data;

  return dov_club_mark (store, one->session, one->person, one->sign, error);
}

static gboolean
mark (DovClubMonthPage *self,
      guint             row,
      guint             column,
      DovClubMark       sign)
{
  Mark one = { dov_record_get_id (DOV_RECORD (dov_club_month_get_column (self->month, column)->session)),
               dov_record_get_id (DOV_RECORD (dov_club_month_get_row (self->month, row)->person)), sign };

  if (sign == dov_club_month_get_mark (self->month, row, column))
    return TRUE;
  if (!do_marking (self, &(DovDeed) {
        .act = put_mark, .data = g_memdup2 (&one, sizeof one), .free_data = g_free, .is_silent = TRUE }))
    return FALSE;
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

/* “+” for all who have no mark in the column where the cursor stands. */
static gboolean
mark_rest (DovStore  *store,
           gpointer   data,
           GError   **error)
{
  DovClubMonthPage *self = data;
  guint row = 0, column = 0;

  dov_mark_grid_get_cursor (self->grid, &row, &column);

  return dov_club_mark_rest (store, self->month, column, error);
}

static void
fill_column (DovClubMonthPage *self)
{
  if (do_marking (self, &(DovDeed) { .act = mark_rest, .data = g_object_ref (self), .free_data = g_object_unref }))
    refill (self, FALSE);
}

static void
filled_cb (DovMarkGrid      *grid,
           guint             column,
           DovClubMonthPage *self)
{
  fill_column (self);
}

static void
fill_asked_cb (DovClubMonthPage *self)
{
  guint row = 0, column = 0;

  if (dov_mark_grid_get_cursor (self->grid, &row, &column))
    fill_column (self);
}

static void
strip_done_cb (DovClubMonthPage *self)
{
  guint row = 0, column = 0;

  if (dov_mark_grid_get_cursor (self->grid, &row, &column))
    dov_mark_grid_move (self->grid, row, column, TRUE);
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
  dov_club_strip_focus (self->strip);
}

/* A sign of the legend was pressed: it is set where the cursor stands, and the next one waits. */
static void
set_sign (GtkWidget  *widget,
          const char *name,
          GVariant   *sign)
{
  DovClubMonthPage *self = DOV_CLUB_MONTH_PAGE (widget);
  guint row = 0, column = 0;

  if (dov_mark_grid_get_cursor (self->grid, &row, &column) && mark (self, row, column, g_variant_get_uint32 (sign)) &&
      g_variant_get_uint32 (sign) != 0)
    dov_mark_grid_move_on (self->grid);
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
    dov_club_strip_focus (self->strip);
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
  dov_go_paper (self, "D-26", self->group_id);
}

static void
add_grid (DovClubMonthPage *self)
{
  self->grid = DOV_MARK_GRID (dov_mark_grid_new (_("Marks: people down, sessions across")));
  gtk_widget_set_vexpand (GTK_WIDGET (self->grid), TRUE);
  dov_mark_grid_set_titles (self->grid, _("Members"), _("Was at"), _("Were there"));
  gtk_stack_add_named (self->state, GTK_WIDGET (self->grid), "grid");
  g_signal_connect (self->grid, "moved", G_CALLBACK (moved_cb), self);
  g_signal_connect (self->grid, "head-clicked", G_CALLBACK (head_clicked_cb), self);
  if (dov_store_is_read_only (self->store))
    return;
  g_signal_connect (self->grid, "typed", G_CALLBACK (typed_cb), self);
  g_signal_connect (self->grid, "cleared", G_CALLBACK (cleared_cb), self);
  g_signal_connect (self->grid, "entered", G_CALLBACK (entered_cb), self);
  g_signal_connect (self->grid, "filled", G_CALLBACK (filled_cb), self);
}

/* What the signs mean; each is a button that sets it. */
static void
add_legend (DovClubMonthPage *self)
{
  static const struct { DovClubMark mark; const char *words; } signs[] = {
    { DOV_CLUB_MARK_PRESENT, N_("was at the session") },
    { DOV_CLUB_MARK_ABSENT, N_("did not come to the session") },
    { DOV_CLUB_MARK_ILL, N_("was ill") },
    { DOV_CLUB_MARK_EXCUSED, N_("good reason") },
    { 0, N_("take away") },
  };
  GtkWidget *hint = g_object_new (GTK_TYPE_LABEL, "label",
                                  _("Enter: “+” and the next one · Ctrl+Enter: all the others were there · Ctrl+Z: undo"),
                                  "xalign", 0.0, "ellipsize", PANGO_ELLIPSIZE_END, "margin-start", 6, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    {
      GtkWidget *words = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
      GtkWidget *key = gtk_label_new (signs[i].mark != 0 ? dov_club_mark_get_sign (signs[i].mark) : "Del");
      GtkWidget *button = g_object_new (GTK_TYPE_BUTTON, "child", words, "has-frame", FALSE, "action-name", "journal.mark",
                                        "action-target", g_variant_new_uint32 (signs[i].mark), NULL);

      gtk_widget_add_css_class (key, "key");
      gtk_box_append (GTK_BOX (words), key);
      gtk_box_append (GTK_BOX (words), gtk_label_new (_(signs[i].words)));
      gtk_box_append (GTK_BOX (self->legend), button);
    }
  gtk_widget_set_css_classes (hint, (const char *[]) { "dim-label", "caption", NULL });
  gtk_box_append (GTK_BOX (self->legend), hint);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "journal.mark", !dov_store_is_read_only (self->store));
}

static void
build (DovClubMonthPage *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  dov_club_strip_set_store (self->strip, self->store);
  gtk_widget_set_visible (self->plan, !dov_store_is_read_only (self->store));
  add_grid (self);
  add_legend (self);
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
  return self->grid;
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

  if (dov_mark_grid_get_cursor (self->grid, &row, &column))
    dov_mark_grid_move (self->grid, row, column, TRUE);
  else
    gtk_widget_child_focus (self->ways, GTK_DIR_TAB_FORWARD);
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
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  DovPageClass *page_class = DOV_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dov_club_month_page_dispose;
  page_class->focus = dov_club_month_page_focus;
  page_class->add = dov_club_month_page_add;

  g_type_ensure (DOV_TYPE_CLUB_STRIP);
  gtk_widget_class_set_template_from_resource (widget_class, DOV_RESOURCES "/ui/dov-club-month-page.ui");
  gtk_widget_class_bind_template_child (widget_class, DovClubMonthPage, title);
  gtk_widget_class_bind_template_child (widget_class, DovClubMonthPage, heading);
  gtk_widget_class_bind_template_child (widget_class, DovClubMonthPage, plan);
  gtk_widget_class_bind_template_child (widget_class, DovClubMonthPage, counts);
  gtk_widget_class_bind_template_child (widget_class, DovClubMonthPage, strip);
  gtk_widget_class_bind_template_child (widget_class, DovClubMonthPage, state);
  gtk_widget_class_bind_template_child (widget_class, DovClubMonthPage, empty);
  gtk_widget_class_bind_template_child (widget_class, DovClubMonthPage, ways);
  gtk_widget_class_bind_template_child (widget_class, DovClubMonthPage, admit);
  gtk_widget_class_bind_template_child (widget_class, DovClubMonthPage, make_all);
  gtk_widget_class_bind_template_child (widget_class, DovClubMonthPage, add_one);
  gtk_widget_class_bind_template_child (widget_class, DovClubMonthPage, legend);
  gtk_widget_class_bind_template_callback (widget_class, earlier_cb);
  gtk_widget_class_bind_template_callback (widget_class, later_cb);
  gtk_widget_class_bind_template_callback (widget_class, plan_cb);
  gtk_widget_class_bind_template_callback (widget_class, paper_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_member_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_session_cb);
  gtk_widget_class_bind_template_callback (widget_class, fill_asked_cb);
  gtk_widget_class_bind_template_callback (widget_class, strip_done_cb);
  gtk_widget_class_install_action (widget_class, "journal.mark", "u", set_sign);
}

static void
dov_club_month_page_init (DovClubMonthPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
