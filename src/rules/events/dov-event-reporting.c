/* dov-event-reporting.c - the report of an event: what it begins with, how long it should be */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-event-reporting.h"

#include <glib/gi18n.h>

#include "dov-event-helper.h"
#include "dov-event-partner.h"
#include "dov-join.h"

/**
 * dov_event_report_dup_measure:
 * @description: as it is typed
 *
 * Returns: (transfer full): how far it is from the 300 to 1500 letters that
 *   are asked for, in words
 */
char *
dov_event_report_dup_measure (const char *description)
{
  glong letters = dov_event_report_count_letters (description);

  if (letters == 0)
    return g_strdup (_("300 to 1500 letters: what was done, who took part, what it gave"));
  if (letters < DOV_EVENT_REPORT_LEAST)
    return g_strdup_printf (ngettext ("%d letter more to 300", "%d letters more to 300",
                                      (gulong) (DOV_EVENT_REPORT_LEAST - letters)), (int) (DOV_EVENT_REPORT_LEAST - letters));
  if (letters > DOV_EVENT_REPORT_MOST)
    return g_strdup_printf (ngettext ("%d letter over 1500: shorten it a little", "%d letters over 1500: shorten it a little",
                                      (gulong) (letters - DOV_EVENT_REPORT_MOST)), (int) (letters - DOV_EVENT_REPORT_MOST));

  return g_strdup_printf (ngettext ("%d letter: enough", "%d letters: enough", (gulong) letters), (int) letters);
}

/**
 * dov_event_report_begin:
 *
 * Returns: (transfer full): a copy of the report of the event, a new one when there is none
 */
DovRecord *
dov_event_report_begin (DovStore *store,
                        DovEvent *event)
{
  DovQuery query = { .where = "event_id = ?1", .params = g_variant_new ("(x)", dov_record_get_id (DOV_RECORD (event))) };
  g_autoptr (DovRecord) stored = dov_store_find_first (store, DOV_TYPE_EVENT_REPORT, &query, NULL);
  DovRecord *draft = stored != NULL ? dov_record_dup (stored) : dov_record_new (DOV_TYPE_EVENT_REPORT, 0);

  dov_set (DOV_EVENT_REPORT (draft), event_id, dov_record_get_id (DOV_RECORD (event)));

  return draft;
}

static GArray *
list_parts (DovStore *store,
            gint64    event,
            GType     type)
{
  DovQuery query = { .where = "event_id = ?1", .params = g_variant_new ("(x)", event) };

  return dov_store_list (store, type, &query, NULL);
}

/* “Library (a talk), School No. 2”. */
static char *
dup_partners (DovStore *store,
              gint64    event)
{
  g_autoptr (GArray) ids = list_parts (store, event, DOV_TYPE_EVENT_PARTNER);
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      g_autoptr (DovRecord) partner = dov_store_find (store, DOV_TYPE_EVENT_PARTNER, g_array_index (ids, gint64, i), NULL);
      g_autofree char *name = dov_store_dup_shown (store, partner, dov_record_find_field (partner, "organisation_id"));
      g_autofree char *gave = dov_store_dup_shown (store, partner, dov_record_find_field (partner, "contribution"));
      g_autofree char *both = *gave != '\0' ? g_strdup_printf ("%s (%s)", name, gave) : g_strdup (name);

      dov_join (names, ", ", both);
    }

  return g_string_free (g_steal_pointer (&names), FALSE);
}

/**
 * dov_event_report_fill_in:
 * @draft: a new report that knows its event
 *
 * Begins it with what the event knows: partners, who signs, today. The report
 * is for everybody to read: helpers are counted, not named.
 */
void
dov_event_report_fill_in (DovStore  *store,
                          DovRecord *draft)
{
  DovEventReport *report = DOV_EVENT_REPORT (draft);
  g_autoptr (DovEvent) event = (DovEvent *) dov_store_find (store, DOV_TYPE_EVENT, report->event_id, NULL);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GArray) helpers = NULL;
  g_autofree char *partners = NULL;
  GDate today = dov_today ();

  if (event == NULL)
    return;
  partners = dup_partners (store, report->event_id);
  helpers = list_parts (store, report->event_id, DOV_TYPE_EVENT_HELPER);
  if (*partners != '\0')
    g_string_append_printf (text, "%s: %s", _("Partners"), partners);
  if (helpers != NULL && helpers->len > 0)
    g_string_append_printf (text, "%s%s: %u", text->len > 0 ? "\n" : "", _("Helpers"), helpers->len);
  dov_set (report, partners, text->str);
  dov_set (report, signed_by_id, event->responsible_id);
  dov_set (report, signed_on, &today);
}
