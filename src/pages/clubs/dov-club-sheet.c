/* dov-club-sheet.c - a month of a group written into a grid of marks: cells, heads, sums, words */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-club-sheet.h"

#include "dov-club-keys.h"

#include <glib/gi18n.h>

static void
show_cell (DovMarkGrid  *grid,
           DovClubMonth *month,
           guint         row,
           guint         column)
{
  DovClubMark mark = dov_club_month_get_mark (month, row, column);
  g_autofree char *name = dov_club_keys_name_cell (month, row, column);
  const char *look = mark != 0 ? dov_club_keys_get_look (mark)
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
  g_autofree char *day = dov_club_keys_day_words (session);
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
  g_autofree char *name = dov_club_keys_name_head (month, column);

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
 *
 * Makes the cells of the grid anew and writes the month into them.
 */
void
dov_club_sheet_fill (DovMarkGrid  *grid,
                     DovClubMonth *month)
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
        show_cell (grid, month, i, n);
    }
  show_total (grid, month);
}

/**
 * dov_club_sheet_show:
 *
 * Writes one mark and the sums that follow from it.
 */
void
dov_club_sheet_show (DovMarkGrid  *grid,
                     DovClubMonth *month,
                     guint         row,
                     guint         column)
{
  show_cell (grid, month, row, column);
  show_row_sum (grid, month, row);
  show_column_sum (grid, month, column);
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
