/* dov-club-month-page.c - the journal of a group for one month: who was at which session */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-club-month-page.h"

#include "dov-capital.h"
#include "dov-club-member.h"
#include "dov-club-month.h"
#include "dov-club-plan-page.h"
#include "dov-club-strip.h"
#include "dov-deed.h"
#include "dov-errors.h"
#include "dov-go.h"
#include "dov-label.h"
#include "dov-mark-grid.h"
#include "dov-number.h"
#include "dov-widgets.h"
#include "dov-wrap-box.h"

#include <glib/gi18n.h>

struct _DovClubMonthPage
{
  DovPage       parent_instance;

  gint64        group_id;
  GDate         day;          /* the month that is shown */
  DovClubMonth *month;

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
  DovWrapBox   *legend;
};

G_DEFINE_FINAL_TYPE (DovClubMonthPage, dov_club_month_page, DOV_TYPE_PAGE)

/* The sheet: cells, heads, sums, words. */

/* The letters of Russian journals, what the same keys give in a Latin layout,
 * and «+» without shift. */
static const struct { const char *letters; DovClubMark mark; } keys[] = {
  { "+ = 1", DOV_CLUB_MARK_PRESENT },
  { "н Н y Y - 0", DOV_CLUB_MARK_ABSENT },
  { "б Б , <", DOV_CLUB_MARK_ILL },
  { "у У e E", DOV_CLUB_MARK_EXCUSED },
};

/* The mark of one letter or sign as it was typed, 0 for a key that means none. */
static DovClubMark
find_mark (const char *text)
{
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_auto (GStrv) letters = g_strsplit (keys[i].letters, " ", -1);

      if (g_strv_contains ((const char *const *) letters, text))
        return keys[i].mark;
    }
  for (DovClubMark mark = DOV_CLUB_MARK_PRESENT; mark <= DOV_CLUB_MARK_EXCUSED; mark++)
    {
      g_autofree char *typed = g_utf8_casefold (text, -1);
      g_autofree char *sign = g_utf8_casefold (dov_club_mark_get_sign (mark), -1);

      if (g_str_equal (typed, sign))
        return mark;
    }

  return 0;
}

static const char *
mark_words (DovClubMark mark)
{
  g_autoptr (GEnumClass) marks = g_type_class_ref (dov_club_mark_get_type ());

  return _(g_enum_get_value (marks, mark)->value_name);
}

/* «2 марта» */
static char *
dup_day (DovClubColumn *column)
{
  GDate day = dov_moment_get_date (column->session->starts_at);

  return g_strdup_printf ("%d %s", g_date_get_day (&day), dov_month_name_of (g_date_get_month (&day)));
}

/* «Ёлкина Мария Петровна, 2 марта, был на занятии» */
static char *
dup_cell_name (DovClubMonth *month,
               guint         row,
               guint         column)
{
  g_autofree char *name = dov_person_dup_name (dov_club_month_get_row (month, row)->person);
  g_autofree char *day = dup_day (dov_club_month_get_column (month, column));
  DovClubMark mark = dov_club_month_get_mark (month, row, column);
  const char *words = mark != 0 ? mark_words (mark)
                      : !dov_club_month_belongs (month, row, column) ? _("no member of the group that day")
                      : dov_club_month_get_column (month, column)->is_to_come ? _("the session is still to come")
                      : _("no mark");

  return g_strdup_printf ("%s, %s, %s", name, day, words);
}

/* «вторник, 2 марта, 15:00, 1,5 ч: лепим птицу» */
static char *
dup_head_name (DovClubMonth *month,
               guint         column)
{
  DovClubColumn *session = dov_club_month_get_column (month, column);
  GDate day = dov_moment_get_date (session->session->starts_at);
  g_autofree char *date = dup_day (session);
  g_autofree char *time = dov_time_to_shown (dov_moment_get_time (session->session->starts_at));
  g_autofree char *hours = dov_quantity_to_shown (session->session->hours);
  /* Translators: weekday, day and month, time, hours of a session */
  g_autofree char *words = g_strdup_printf (_("%s, %s, %s, %s h"), dov_weekday_name (g_date_get_weekday (&day)),
                                            date, time, hours);

  return *session->session->topic == '\0' ? g_strdup (words)
                                          : g_strdup_printf ("%s: %s", words, session->session->topic);
}

static void
show_cell (DovMarkGrid  *grid,
           DovClubMonth *month,
           guint         row,
           guint         column)
{
  DovClubMark mark = dov_club_month_get_mark (month, row, column);
  g_autofree char *name = dup_cell_name (month, row, column);
  static const char *const looks[] = { NULL, "present", "absent", "ill", "excused" };
  const char *look = mark != 0 ? looks[mark]
                     : !dov_club_month_belongs (month, row, column) ? "apart"
                     : dov_club_month_get_column (month, column)->is_to_come ? "coming" : NULL;

  dov_mark_grid_set_cell (grid, row, column, dov_club_mark_get_sign (mark), name, look);
}

static void
show_row_sum (DovMarkGrid  *grid,
              DovClubMonth *month,
              guint         row)
{
  DovClubRow *line = dov_club_month_get_row (month, row);
  g_autofree char *name = dov_person_dup_name (line->person);
  g_autofree char *text = line->n_marked == 0 ? g_strdup ("—")
                          /* Translators: at how many sessions somebody was, of how many marked: “7 of 9” */
                          : g_strdup_printf (_("%u of %u"), line->n_present, line->n_marked);
  g_autofree char *words = line->n_marked == 0
                           /* Translators: nothing is marked yet for this person */
                           ? g_strdup_printf (_("%s: no marks yet"), name)
                           : g_strdup_printf (_("%s was at %u of %u sessions"), name, line->n_present, line->n_marked);

  dov_mark_grid_set_row_sum (grid, row, text, words);
}

static void
show_column_sum (DovMarkGrid  *grid,
                 DovClubMonth *month,
                 guint         column)
{
  DovClubColumn *session = dov_club_month_get_column (month, column);
  g_autofree char *day = dup_day (session);
  g_autofree char *text = session->n_marked == 0 ? g_strdup (session->is_to_come ? "" : "—")
                                                 : g_strdup_printf ("%u", session->n_present);
  g_autofree char *words = session->n_marked == 0
                           ? g_strdup_printf (_("%s: nobody is marked yet"), day)
                           : g_strdup_printf (_("%s: %u of %u were there"), day, session->n_present, session->n_marked);

  dov_mark_grid_set_column_sum (grid, column, text, words);
}

/* How many people come to a session. */
static char *
dup_mean (DovClubMonth *month)
{
  g_autofree char *average = dov_club_average_to_shown (month->n_present, month->n_held);

  /* Translators: how many people come to a session */
  return g_strdup_printf (_("%s at a session on average"), average);
}

static void
show_total (DovMarkGrid  *grid,
            DovClubMonth *month)
{
  g_autofree char *average = dov_club_average_to_shown (month->n_present, month->n_held);
  /* Translators: an average in a narrow column; “Ø” stands for it */
  g_autofree char *text = g_strdup_printf (C_("average", "Ø %s"), average);
  g_autofree char *mean = dup_mean (month);

  dov_mark_grid_set_total (grid, text, mean);
}

static void
show_head (DovMarkGrid  *grid,
           DovClubMonth *month,
           guint         column)
{
  DovClubColumn *session = dov_club_month_get_column (month, column);
  GDate day = dov_moment_get_date (session->session->starts_at);
  g_autofree char *number = g_strdup_printf ("%d", g_date_get_day (&day));
  g_autofree char *name = dup_head_name (month, column);

  dov_mark_grid_set_head (grid, column, dov_weekday_short (g_date_get_weekday (&day)), number, name,
                          session->is_to_come ? "coming" : NULL);
}

static void
show_line (DovMarkGrid  *grid,
           DovClubMonth *month,
           guint         row)
{
  DovClubRow *line = dov_club_month_get_row (month, row);
  g_autofree char *name = dov_person_dup_name (line->person);
  g_autofree char *shown = g_strdup_printf ("%s %s", line->person->last_name, line->person->first_name);
  g_autofree char *left = line->left_on != NULL ? dov_date_to_shown (line->left_on) : NULL;
  /* Translators: a name, and the day when that person left the group */
  g_autofree char *tip = left != NULL ? g_strdup_printf (_("%s, left on %s"), name, left) : g_strdup (name);
  /* Translators: a name of somebody who has left the group since */
  g_autofree char *title = left != NULL ? g_strdup_printf (_("%s (left)"), shown) : g_strdup (shown);

  dov_mark_grid_set_line (grid, row, title, tip, left != NULL ? "gone" : NULL);
}

/* Writes the month into the cells of the grid; only other marks than those of @before, where that is what stands there. */
static void
fill_sheet (DovMarkGrid  *grid,
            DovClubMonth *month,
            DovClubMonth *before)
{
  dov_mark_grid_build (grid, month->rows->len, month->columns->len);
  for (guint i = 0; i < month->columns->len; i++)
    {
      show_head (grid, month, i);
      show_column_sum (grid, month, i);
    }
  for (guint i = 0; i < month->rows->len; i++)
    {
      show_line (grid, month, i);
      show_row_sum (grid, month, i);
      for (guint n = 0; n < month->columns->len; n++)
        if (before == NULL || dov_club_month_get_mark (before, i, n) != dov_club_month_get_mark (month, i, n))
          show_cell (grid, month, i, n);
    }
  show_total (grid, month);
}

/* The month in one line: people, sessions, visits, average. */
static char *
dup_counts (DovClubMonth *month)
{
  g_autofree char *people = g_strdup_printf (ngettext ("%u person", "%u people", month->rows->len), month->rows->len);
  /* Translators: of a group in a month: sessions with marks, and all of them */
  g_autofree char *sessions = g_strdup_printf (ngettext ("%u of %u session is marked", "%u of %u sessions are marked",
                                                         month->columns->len),
                                               month->n_held, month->columns->len);
  g_autofree char *visits = g_strdup_printf (ngettext ("%u visit", "%u visits", month->n_present), month->n_present);
  g_autofree char *mean = dup_mean (month);

  return g_strdup_printf ("%s  ·  %s  ·  %s  ·  %s", people, sessions, visits, mean);
}

/* Showing. */

static gboolean
may_write (DovClubMonthPage *self)
{
  return !dov_store_is_read_only (dov_page_get_store (self));
}

static void
plan_cb (DovClubMonthPage *self)
{
  dov_go_to (self, dov_club_plan_page_new (dov_page_get_store (self), self->group_id, &self->day));
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
  gboolean has_members = self->month->rows->len > 0;

  adw_status_page_set_title (ADW_STATUS_PAGE (self->empty),
                             has_members ? _("No sessions in this month") : _("Nobody is in the group yet"));
  adw_status_page_set_description (ADW_STATUS_PAGE (self->empty), has_members
                                   ? _("Make them all from the schedule in one step, or add one by itself.")
                                   : _("Admit the first members: a name and the day are enough."));
  gtk_widget_set_visible (self->admit, may_write (self) && !has_members);
  gtk_widget_set_visible (self->make_all, may_write (self) && has_members);
  gtk_widget_set_visible (self->add_one, may_write (self) && has_members);
}

/* «Март 2027» */
static char *
dup_month (const GDate *day)
{
  g_autofree char *month = dov_capitalise (dov_month_name (g_date_get_month (day)));

  return g_strdup_printf (C_("month", "%s %d"), month, g_date_get_year (day));
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

typedef enum { SHOWS_ANOTHER, SHOWS_ANEW, SHOWS_MARKS } Shows;

/* Reads the month anew. */
static void
refill (DovClubMonthPage *self,
        Shows             shows)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DovClubMonth) month = dov_club_month_read (dov_page_get_store (self), self->group_id, &self->day, &error);
  g_autoptr (DovClubMonth) before = NULL;
  g_autofree char *heading = NULL;
  g_autofree char *counts = NULL;
  gboolean has_cells = FALSE, had_keyboard = FALSE;
  guint row = 0, column = 0;

  if (month == NULL)
    {
      dov_errors_show (GTK_WIDGET (self), error);
      return;
    }
  had_keyboard = gtk_widget_get_focus_child (GTK_WIDGET (self->grid)) != NULL;
  dov_mark_grid_get_cursor (self->grid, &row, &column);
  before = self->month;
  self->month = g_steal_pointer (&month);
  has_cells = self->month->rows->len > 0 && self->month->columns->len > 0;

  heading = dup_month (&self->day);
  counts = dup_counts (self->month);
  fill_sheet (self->grid, self->month, shows == SHOWS_MARKS && before->rows->len == self->month->rows->len &&
                                                before->columns->len == self->month->columns->len ? before : NULL);
  gtk_label_set_label (self->heading, heading);
  gtk_label_set_label (self->counts, counts);
  gtk_label_set_label (self->title, self->month->group->name);
  dov_page_set_title (DOV_PAGE (self), self->month->group->name);
  gtk_widget_set_visible (self->plan, may_write (self));
  if (has_cells && shows == SHOWS_ANOTHER)
    dov_mark_grid_move (self->grid, 0, find_work (self), FALSE);
  else if (has_cells && had_keyboard)
    dov_mark_grid_move (self->grid, MIN (row, self->month->rows->len - 1),
                        MIN (column, self->month->columns->len - 1), TRUE);
  gtk_stack_set_visible_child_name (self->state, has_cells ? "grid" : "empty");
  gtk_widget_set_visible (GTK_WIDGET (self->legend), has_cells);
  if (!has_cells)
    explain_empty (self);
  show_strip (self);
}

static void
dov_club_month_page_fill (DovPage *page)
{
  DovClubMonthPage *self = DOV_CLUB_MONTH_PAGE (page);

  refill (self, self->month == NULL ? SHOWS_ANOTHER : SHOWS_ANEW);
}

/* Marking. */

typedef struct
{
  gint64      session;
  gint64      person;
  DovClubMark sign;
} Mark;

static gboolean
put_mark (DovStore *store,
          gpointer  data,
          GError  **error)
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
  if (!dov_deed_do (self, dov_page_get_store (self), &(DovDeed) {
        .act = put_mark, .data = g_memdup2 (&one, sizeof one), .free_data = g_free, .is_silent = TRUE }))
    return FALSE;
  refill (self, SHOWS_MARKS);

  return TRUE;
}

static void
typed_cb (DovMarkGrid      *grid,
          guint             row,
          guint             column,
          const char       *text,
          DovClubMonthPage *self)
{
  DovClubMark sign = find_mark (text);

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
mark_rest (DovStore *store,
           gpointer  data,
           GError  **error)
{
  DovClubMonthPage *self = data;
  guint row = 0, column = 0;

  dov_mark_grid_get_cursor (self->grid, &row, &column);

  return dov_club_mark_rest (store, self->month, column, error);
}

static void
filled_cb (DovMarkGrid      *grid,
           guint             column,
           DovClubMonthPage *self)
{
  dov_deed_do (self, dov_page_get_store (self), &(DovDeed) {
    .act = mark_rest, .data = g_object_ref (self), .free_data = g_object_unref });
}

/* What the strip does: all the others were there, or back to the marks. */
static void
act_on_column (GtkWidget  *widget,
               const char *name,
               GVariant   *unused)
{
  DovClubMonthPage *self = DOV_CLUB_MONTH_PAGE (widget);
  guint row = 0, column = 0;

  if (!dov_mark_grid_get_cursor (self->grid, &row, &column))
    return;
  if (g_str_equal (name, "journal.fill"))
    filled_cb (self->grid, column, self);
  else
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

/* The page. */

static void
step (GtkWidget  *widget,
      const char *name,
      GVariant   *parameter)
{
  DovClubMonthPage *self = DOV_CLUB_MONTH_PAGE (widget);
  int months = g_variant_get_int32 (parameter);

  if (months > 0)
    g_date_add_months (&self->day, (guint) months);
  else
    g_date_subtract_months (&self->day, (guint) -months);
  refill (self, SHOWS_ANOTHER);
}

static void
write_topic (GtkWidget  *widget,
             const char *name,
             GVariant   *unused)
{
  dov_club_strip_focus (DOV_CLUB_MONTH_PAGE (widget)->strip);
}

static void
paper_cb (DovClubMonthPage *self)
{
  dov_go_paper (self, "D-26", self->group_id);
}

static void
add_grid (DovClubMonthPage *self,
          gboolean          is_read_only)
{
  self->grid = DOV_MARK_GRID (dov_mark_grid_new (_("Marks: people down, sessions across")));
  gtk_widget_set_vexpand (GTK_WIDGET (self->grid), TRUE);
  dov_mark_grid_set_titles (self->grid, _("Members"), _("Was at"), _("Were there"));
  gtk_stack_add_named (self->state, GTK_WIDGET (self->grid), "grid");
  g_signal_connect (self->grid, "moved", G_CALLBACK (moved_cb), self);
  g_signal_connect (self->grid, "head-clicked", G_CALLBACK (head_clicked_cb), self);
  if (is_read_only)
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
                                  "xalign", 0.0, "wrap", TRUE, "margin-start", 6, "margin-top", 9,
                                  NULL);

  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    {
      GtkWidget *words = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
      GtkWidget *key = dov_key_new (signs[i].mark != 0 ? dov_club_mark_get_sign (signs[i].mark) : "Del");
      GtkWidget *button = g_object_new (GTK_TYPE_BUTTON, "child", words, "has-frame", FALSE, "action-name", "journal.mark",
                                        "action-target", g_variant_new_uint32 (signs[i].mark), NULL);

      gtk_box_append (GTK_BOX (words), key);
      gtk_box_append (GTK_BOX (words), gtk_label_new (_(signs[i].words)));
      dov_name_widget (button, _(signs[i].words));
      dov_wrap_box_append (self->legend, button);
    }
  gtk_widget_set_css_classes (hint, (const char *[]) { "dim-label", "caption", NULL });
  dov_wrap_box_append (self->legend, hint);
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
  gboolean is_read_only = dov_store_is_read_only (store);

  self->group_id = group_id;
  self->day = day != NULL ? *day : dov_today ();
  g_date_set_day (&self->day, 1);
  dov_club_strip_set_store (self->strip, store);
  add_grid (self, is_read_only);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "journal.mark", !is_read_only);
  dov_page_set_action_label (DOV_PAGE (self), is_read_only ? "" : _("Add a session"));
  dov_page_follow (DOV_PAGE (self), store);

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

  if (!may_write (self))
    return FALSE;
  add_session_cb (self);

  return TRUE;
}

static void
dov_club_month_page_dispose (GObject *object)
{
  DovClubMonthPage *self = DOV_CLUB_MONTH_PAGE (object);

  g_clear_pointer (&self->month, dov_club_month_free);

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
  page_class->fill = dov_club_month_page_fill;

  g_type_ensure (DOV_TYPE_CLUB_STRIP);
  g_type_ensure (DOV_TYPE_WRAP_BOX);
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
  gtk_widget_class_bind_template_callback (widget_class, plan_cb);
  gtk_widget_class_bind_template_callback (widget_class, paper_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_member_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_session_cb);
  gtk_widget_class_install_action (widget_class, "journal.mark", "u", set_sign);
  gtk_widget_class_install_action (widget_class, "journal.fill", NULL, act_on_column);
  gtk_widget_class_install_action (widget_class, "journal.back", NULL, act_on_column);
  gtk_widget_class_install_action (widget_class, "journal.step", "i", step);
  gtk_widget_class_install_action (widget_class, "journal.topic", NULL, write_topic);
}

static void
dov_club_month_page_init (DovClubMonthPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  dov_page_add_key (self, "<Control>Page_Up", "journal.step", g_variant_new_int32 (-1));
  dov_page_add_key (self, "<Control>Page_Down", "journal.step", g_variant_new_int32 (1));
  dov_page_add_key (self, "F2", "journal.topic", NULL);
  dov_hush_unseen (self->state);
  add_legend (self);
}
