/* dov-crew-row.c - one of those who walk, as a line: what they are, whether they came */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-crew-row.h"

#include <glib/gi18n.h>

#include "dov-badge.h"
#include "dov-join.h"
#include "dov-patrol-words.h"
#include "dov-section-box.h"

static GtkWidget *
badge_new (DovCrewLine *line,
           gboolean     has_begun)
{
  gboolean is_woman = line->person->sex == DOV_SEX_FEMALE;

  switch (line->place->came)
    {
    case DOV_SHIFT_CAME_CAME:
      return dov_badge_new (is_woman ? C_("a woman", "came") : C_("a man", "came"),
                            &(DovSign) { "emblem-ok-symbolic", "success" });
    case DOV_SHIFT_CAME_NO_SHOW:
      return dov_badge_new (is_woman ? C_("a woman", "did not come") : C_("a man", "did not come"),
                            &(DovSign) { "process-stop-symbolic", "error" });
    case DOV_SHIFT_CAME_EXCUSED:
      return dov_badge_new (_("had a good reason"), &(DovSign) { "media-playback-pause-symbolic", "plain" });
    case DOV_SHIFT_CAME_EXPECTED:
    default:
      return has_begun ? dov_badge_new (_("not marked yet"), &(DovSign) { "checkbox-symbolic", "warning" }) : NULL;
    }
}

/* “leads · +7 900 …”, “a parent · briefed on 11.01.2027 · 21:30–23:00”. */
static char *
dup_second_line (DovPatrolShift *shift,
                 DovCrewLine    *line)
{
  GString *words = g_string_new (line->leads ? _("leads") : "");
  const DovField *kind = dov_record_class_find_field (DOV_RECORD_GET_CLASS (line->member), "kind");
  g_autofree char *what = dov_record_dup_shown (DOV_RECORD (line->member), kind);

  dov_join (words, DOV_JOIN_WORDS, what);
  dov_join (words, DOV_JOIN_WORDS, line->place->note);
  if (line->place->since != NULL || line->place->until != NULL)
    {
      GDateTime *since = line->place->since != NULL ? line->place->since : dov_patrol_shift_get_start (shift);
      GDateTime *until = line->place->until != NULL ? line->place->until : dov_patrol_shift_get_end (shift);
      g_autofree char *span = dov_patrol_dup_span (since, until);

      dov_join (words, DOV_JOIN_WORDS, span);
    }
  else if (line->leads)
    {
      DovRecord *record = *line->member->phone != '\0' ? DOV_RECORD (line->member) : DOV_RECORD (line->person);
      const DovField *field = dov_record_class_find_field (DOV_RECORD_GET_CLASS (record), "phone");
      g_autofree char *phone = dov_record_dup_shown (record, field);

      dov_join (words, DOV_JOIN_WORDS, phone);
    }
  else if (line->member->instructed_on != NULL)
    {
      g_autofree char *date = dov_date_to_shown (line->member->instructed_on);
      g_autofree char *briefed = g_strdup_printf (_("briefed on %s"), date);

      dov_join (words, DOV_JOIN_WORDS, briefed);
    }
  else
    {
      dov_join (words, DOV_JOIN_WORDS, _("not briefed yet"));
    }

  return g_string_free (words, FALSE);
}

/**
 * dov_crew_row_new:
 * @has_begun: whether there is something to say about their coming
 *
 * Returns: (transfer floating): the line
 */
GtkWidget *
dov_crew_row_new (DovPatrolShift *shift,
                  DovCrewLine    *line,
                  gboolean        has_begun)
{
  g_autofree char *second = dup_second_line (shift, line);
  GtkWidget *row = dov_row_line_new ("", line->name, second);
  GtkWidget *badge = badge_new (line, has_begun);

  if (badge != NULL)
    dov_row_line_append (DOV_ROW_LINE (row), badge);
  dov_row_line_append (DOV_ROW_LINE (row), g_object_new (GTK_TYPE_IMAGE, "icon-name", "pan-down-symbolic",
                                                         "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL));
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 2);

  return row;
}
