/* dov-club-sheet.c - a month of a group written into a grid of marks: cells, heads, sums, words */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-club-sheet.h"

#include "dov-number.h"

#include <glib/gi18n.h>

/* The letters of Russian journals, what the same keys give in a Latin layout,
 * and «+» without shift. */
static const struct { const char *letters; DovClubMark mark; } keys[] = {
  { "+ = 1", DOV_CLUB_MARK_PRESENT },
  { "н Н y Y - 0", DOV_CLUB_MARK_ABSENT },
  { "б Б , <", DOV_CLUB_MARK_ILL },
  { "у У e E", DOV_CLUB_MARK_EXCUSED },
};

/**
 * dov_club_sheet_find_mark:
 * @text: one letter or sign as it was typed
 *
 * Returns: the mark, 0 for a key that means none
 */
DovClubMark
dov_club_sheet_find_mark (const char *text)
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

/**
 * dov_club_sheet_fill:
 * @before: (nullable): what stands in the cells: only other marks are written into them
 *
 * Writes the month into the cells of the grid.
 */
void
dov_club_sheet_fill (DovMarkGrid  *grid,
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

/**
 * dov_club_sheet_dup_counts:
 *
 * Returns: (transfer full): the month in one line: people, sessions, visits, average
 */
char *
dov_club_sheet_dup_counts (DovClubMonth *month)
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
