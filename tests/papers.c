/* papers.c - a club with known events, its documents, and their workbooks read back */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "papers.h"

#include "dov-event-headcount.h"
#include "dov-event.h"
#include "dov-settings.h"

#include <string.h>

const char *
papers_text_of (gint64 id)
{
  static char texts[8][24];
  static guint next;
  char *text = texts[next++ % 8];

  g_snprintf (text, 24, "%" G_GINT64_FORMAT, id);

  return text;
}

/* An event and how many of each band came; -1: nobody counted. */
gint64
papers_add_event (Papers    *papers,
                  const char *title,
                  const char *starts_at,
                  const char *status,
                  const char *form,
                  const char *direction,
                  const int  *bands)
{
  g_autofree char *ends_at = g_strdup_printf ("%.10sT20:30", starts_at);
  gint64 event = club_add (&papers->club, DOV_TYPE_EVENT, "title", title, "starts_at", starts_at, "ends_at", ends_at,
                           "lounge_id", papers_text_of (papers->club.lounge), "form_id", form, "stat_kind", "leisure",
                           "audience", "family", "age_mark", "6+",
                           "responsible_id", papers_text_of (papers->club.manager), "status", status,
                           "direction", direction, "status_reason", strcmp (status, "cancelled") ? "" : "ливень", NULL);

  if (bands[0] >= 0)
    {
      char numbers[6][12];

      for (guint i = 0; i < 6; i++)
        g_snprintf (numbers[i], 12, "%d", bands[i]);
      club_add (&papers->club, DOV_TYPE_EVENT_HEADCOUNT, "event_id", papers_text_of (event), "b0_6", numbers[0],
                "b7_13", numbers[1], "b14_17", numbers[2], "b18_35", numbers[3], "b36_59", numbers[4],
                "b60", numbers[5], "of_target_group", numbers[0], NULL);
    }

  return event;
}

/* Figures that all differ: any column taken for another is seen. */
static const int first[] = { 1, 2, 4, 8, 16, 32 };       /* 3, 12, 48: 63 */
static const int second[] = { 5, 7, 11, 13, 17, 19 };    /* 12, 24, 36: 72 */
static const int january[] = { 100, 200, 300, 400, 500, 600 };
static const int february[] = { 1000, 2000, 3000, 4000, 5000, 6000 };
static const int december[] = { 7000, 0, 0, 0, 0, 0 };
const int papers_nobody[] = { -1 };

void
papers_set_up (Papers       *papers,
               gconstpointer  unused)
{
  g_autoptr (GDateTime) now = g_date_time_new_utc (2027, 4, 2, 9, 15, 0);

  papers->scratch = dov_scratch_new ();
  club_open (&papers->club);
  dov_clock_set (now);
  club_change (&papers->club, DOV_TYPE_SETTINGS, 1, "head_position", "Директор");
  club_change (&papers->club, DOV_TYPE_SETTINGS, 1, "head_name", "В.П. Демаков");

  papers_add_event (papers, "Мастер-класс «Открытка»", "2027-03-02T18:00", "held", "104", "creativity", first);
  papers_add_event (papers, "Кинозал: «Снег»", "2027-03-31T18:30", "held", "105", "cinema", second);
  papers_add_event (papers, "Выставка без счёта", "2027-03-04T10:00", "held", "115", "creativity", papers_nobody);
  papers_add_event (papers, "План на март", "2027-03-20T10:00", "planned", "101", "", papers_nobody);
  papers_add_event (papers, "Отменённое", "2027-03-21T10:00", "cancelled", "101", "", papers_nobody);
  papers_add_event (papers, "Январское", "2027-01-01T10:00", "held", "101", "leisure", january);
  papers_add_event (papers, "Февральское", "2027-02-28T10:00", "held", "101", "leisure", february);
  papers_add_event (papers, "Прошлогоднее", "2026-12-31T10:00", "held", "101", "leisure", december);
}

void
papers_tear_down (Papers       *papers,
                  gconstpointer  unused)
{
  club_close (&papers->club);
  dov_scratch_free (papers->scratch);
}

DovPeriod
papers_march (void)
{
  GDate day;

  g_date_clear (&day, 1);
  g_date_set_dmy (&day, 15, G_DATE_MARCH, 2027);

  return dov_period_around (DOV_PERIOD_MONTH, &day);
}

DovDocument *
papers_load (Papers    *papers,
             const char *code)
{
  g_autofree char *name = g_strconcat (code, ".document", NULL);
  g_autofree char *path = g_build_filename (g_getenv ("DOVERIE_DATADIR"), "documents", name, NULL);
  g_autoptr (GError) error = NULL;
  DovDocument *document = dov_document_load (path, papers->club.store, &error);

  g_assert_no_error (error);

  return document;
}

/* A definition of the test's own. */
DovDocument *
papers_load_text (Papers    *papers,
                  const char *text)
{
  g_autofree char *path = dov_scratch_path (papers->scratch, "X-1.document");
  g_autoptr (GError) error = NULL;
  DovDocument *document;

  dov_scratch_write (papers->scratch, "X-1.document", text, -1);
  document = dov_document_load (path, papers->club.store, &error);
  g_assert_no_error (error);

  return document;
}

DovResult *
papers_run (Papers     *papers,
            DovDocument *document,
            gint64       lounge,
            gint64       asked)
{
  g_autoptr (GError) error = NULL;
  DovPeriod period = papers_march ();
  DovResult *result = dov_document_run (document, papers->club.store,
                                        dov_document_get_periods (document) ? &period : NULL, lounge, asked, &error);

  g_assert_no_error (error);

  return result;
}

const DovRow *
papers_get_row (DovResult *result,
                guint      index)
{
  const DovTable *table = dov_result_get_table (result, 0);

  g_assert_cmpuint (index, <, table->rows->len);

  return g_ptr_array_index (table->rows, index);
}

guint
papers_find_column (DovResult  *result,
                    const char *name)
{
  const DovTable *table = dov_result_get_table (result, 0);

  for (guint i = 0; i < table->columns->len; i++)
    if (g_str_equal (((DovColumn *) g_ptr_array_index (table->columns, i))->name, name))
      return i;

  g_assert_not_reached ();
}


Reading *
papers_write_and_read (Papers   *papers,
                       DovResult *result)
{
  g_autofree char *name = dov_result_dup_file_name (result);
  g_autofree char *path = dov_scratch_path (papers->scratch, name);
  g_autoptr (GError) error = NULL;
  gboolean written = dov_workbook_write (result, path, TRUE, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_true (written);

  return reading_new (path);
}
