/* dov-club-keys.c - which mark a key means, in either layout, and what is said of a mark */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-club-keys.h"

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
 * dov_club_keys_find_mark:
 * @text: one letter or sign as it was typed
 *
 * Returns: the mark, 0 for a key that means none
 */
DovClubMark
dov_club_keys_find_mark (const char *text)
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

/**
 * dov_club_keys_get_look:
 *
 * Returns: (nullable): the class of the style sheet for a mark
 */
const char *
dov_club_keys_get_look (DovClubMark mark)
{
  static const char *const looks[] = { NULL, "present", "absent", "ill", "excused" };

  return mark < G_N_ELEMENTS (looks) ? looks[mark] : NULL;
}

static const char *
mark_words (DovClubMark mark)
{
  g_autoptr (GEnumClass) marks = g_type_class_ref (dov_club_mark_get_type ());

  return _(g_enum_get_value (marks, mark)->value_name);
}

/**
 * dov_club_keys_day_words:
 *
 * Returns: (transfer full): «2 марта»
 */
char *
dov_club_keys_day_words (DovClubColumn *column)
{
  GDate day = dov_moment_get_date (column->session->starts_at);

  return g_strdup_printf ("%d %s", g_date_get_day (&day), dov_month_name_of (g_date_get_month (&day)));
}

/**
 * dov_club_keys_name_cell:
 *
 * Returns: (transfer full): «Ёлкина Мария Петровна, 2 марта, был на занятии»
 */
char *
dov_club_keys_name_cell (DovClubMonth *month,
                         guint         row,
                         guint         column)
{
  g_autofree char *name = dov_person_dup_name (dov_club_month_get_row (month, row)->person);
  g_autofree char *day = dov_club_keys_day_words (dov_club_month_get_column (month, column));
  DovClubMark mark = dov_club_month_get_mark (month, row, column);
  const char *words = mark != 0 ? mark_words (mark)
                      : !dov_club_month_belongs (month, row, column) ? _("no member of the group that day")
                      : dov_club_month_get_column (month, column)->is_to_come ? _("the session is still to come")
                      : _("no mark");

  return g_strdup_printf ("%s, %s, %s", name, day, words);
}

/**
 * dov_club_keys_name_head:
 *
 * Returns: (transfer full): «вторник, 2 марта, 15:00, 1,5 ч: лепим птицу»
 */
char *
dov_club_keys_name_head (DovClubMonth *month,
                         guint         column)
{
  DovClubColumn *session = dov_club_month_get_column (month, column);
  GDate day = dov_moment_get_date (session->session->starts_at);
  g_autofree char *date = dov_club_keys_day_words (session);
  g_autofree char *time = dov_time_to_shown (dov_moment_get_time (session->session->starts_at));
  g_autofree char *hours = dov_quantity_to_shown (session->session->hours);
  /* Translators: weekday, day and month, time, hours of a session */
  g_autofree char *words = g_strdup_printf (_("%s, %s, %s, %s h"), dov_weekday_name (g_date_get_weekday (&day)),
                                            date, time, hours);

  return *session->session->topic == '\0' ? g_strdup (words)
                                          : g_strdup_printf ("%s: %s", words, session->session->topic);
}

/**
 * dov_club_keys_month_words:
 *
 * Returns: (transfer full): «Март 2027»
 */
char *
dov_club_keys_month_words (const GDate *day)
{
  const char *name = dov_month_name (g_date_get_month (day));
  char first[7] = "";
  g_autofree char *month = NULL;

  g_unichar_to_utf8 (g_unichar_totitle (g_utf8_get_char (name)), first);
  month = g_strconcat (first, g_utf8_next_char (name), NULL);

  return g_strdup_printf (C_("month", "%s %d"), month, g_date_get_year (day));
}
