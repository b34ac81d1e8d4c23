/* dov-parts.c - removing and restoring a record together with what belongs to nothing else */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-parts.h"

#include "dov-attendance.h"
#include "dov-club-attendance.h"
#include "dov-club-group.h"
#include "dov-club-member.h"
#include "dov-club-session.h"
#include "dov-club-slot.h"
#include "dov-commission-member.h"
#include "dov-distribution-line.h"
#include "dov-distribution.h"
#include "dov-donation-line.h"
#include "dov-donation-receipt.h"
#include "dov-event-headcount.h"
#include "dov-event-helper.h"
#include "dov-event-partner.h"
#include "dov-event-report.h"
#include "dov-event.h"
#include "dov-family-category.h"
#include "dov-family-member.h"
#include "dov-family.h"
#include "dov-film-screening.h"
#include "dov-inventory-count.h"
#include "dov-inventory-line.h"
#include "dov-item.h"
#include "dov-kit-build-line.h"
#include "dov-kit-build.h"
#include "dov-kit-part.h"
#include "dov-not-duplicate.h"
#include "dov-patrol-shift.h"
#include "dov-person.h"
#include "dov-shift-member.h"
#include "dov-stock-transfer-line.h"
#include "dov-stock-transfer.h"
#include "dov-volunteer-hours.h"
#include "dov-volunteer.h"
#include "dov-work-plan-line.h"
#include "dov-work-plan.h"
#include "dov-write-off-line.h"
#include "dov-write-off.h"

#include <glib/gi18n.h>

/* What goes into the bin with a record: lines of its own, never another card. */
static const struct
{
  GType      (*whole) (void);
  GType      (*part) (void);
  const char  *where;
} parts[] = {
  { dov_family_get_type, dov_family_member_get_type, "family_id = ?1" },
  { dov_family_get_type, dov_family_category_get_type, "family_id = ?1" },
  { dov_event_get_type, dov_attendance_get_type, "event_id = ?1" },
  { dov_event_get_type, dov_event_headcount_get_type, "event_id = ?1" },
  { dov_event_get_type, dov_event_helper_get_type, "event_id = ?1" },
  { dov_event_get_type, dov_event_partner_get_type, "event_id = ?1" },
  { dov_event_get_type, dov_film_screening_get_type, "event_id = ?1" },
  { dov_event_get_type, dov_event_report_get_type, "event_id = ?1" },
  { dov_work_plan_get_type, dov_work_plan_line_get_type, "work_plan_id = ?1" },
  { dov_club_session_get_type, dov_club_attendance_get_type, "session_id = ?1" },
  { dov_club_group_get_type, dov_club_attendance_get_type,
    "session_id IN (SELECT id FROM club_session WHERE group_id = ?1)" },
  { dov_club_group_get_type, dov_club_session_get_type, "group_id = ?1" },
  { dov_club_group_get_type, dov_club_member_get_type, "group_id = ?1" },
  { dov_club_group_get_type, dov_club_slot_get_type, "group_id = ?1" },
  { dov_volunteer_get_type, dov_volunteer_hours_get_type, "volunteer_id = ?1" },
  { dov_patrol_shift_get_type, dov_shift_member_get_type, "shift_id = ?1" },
  { dov_donation_receipt_get_type, dov_donation_line_get_type, "receipt_id = ?1" },
  { dov_distribution_get_type, dov_distribution_line_get_type, "distribution_id = ?1" },
  { dov_write_off_get_type, dov_write_off_line_get_type, "write_off_id = ?1" },
  { dov_write_off_get_type, dov_commission_member_get_type, "write_off_id = ?1" },
  { dov_stock_transfer_get_type, dov_stock_transfer_line_get_type, "transfer_id = ?1" },
  { dov_inventory_count_get_type, dov_inventory_line_get_type, "count_id = ?1" },
  { dov_inventory_count_get_type, dov_commission_member_get_type, "count_id = ?1" },
  { dov_kit_build_get_type, dov_kit_build_line_get_type, "build_id = ?1" },
  { dov_item_get_type, dov_kit_part_get_type, "kit_id = ?1" },
  { dov_person_get_type, dov_not_duplicate_get_type, "person_id = ?1 OR other_id = ?1" },
};

static gboolean
remove_parts (DovStore    *store,
              DovRecord   *record,
              GType        type,
              const char  *where,
              GError     **error)
{
  DovQuery query = { .where = where, .params = g_variant_new ("(x)", dov_record_get_id (record)) };
  g_autoptr (GArray) ids = dov_store_list (store, type, &query, error);

  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      g_autoptr (DovRecord) part = dov_store_find (store, type, g_array_index (ids, gint64, i), error);

      if (part == NULL || !dov_store_remove (store, part, error))
        return FALSE;
    }

  return ids != NULL;
}

static gboolean
remove_whole (DovStore   *store,
              DovRecord  *record,
              GError    **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (G_OBJECT_TYPE (record) == parts[i].whole () &&
        !remove_parts (store, record, parts[i].part (), parts[i].where, error))
      return FALSE;

  return dov_store_remove (store, record, error);
}

/**
 * dov_parts_remove:
 *
 * Puts @record into the bin with its parts: a family with the lines of its
 * members and categories, an event with its headcount and attendances. One
 * operation, so that one undo brings all of it back. Refused like
 * dov_store_remove() while other cards point to it.
 */
gboolean
dov_parts_remove (DovStore   *store,
                  DovRecord  *record,
                  GError    **error)
{
  g_autofree char *what = dov_store_describe (store, record);
  g_autofree char *words = g_strdup_printf (_("Removed “%s”"), what);

  if (!dov_store_begin (store, words, error))
    return FALSE;

  return dov_store_end (store, remove_whole (store, record, error), error);
}

/* The parts that went into the bin in the same operation as the whole. */
static gboolean
restore_parts (DovStore    *store,
               DovRecord   *record,
               GType        type,
               const char  *where,
               gint64       operation,
               GError     **error)
{
  g_autofree char *condition =
    g_strdup_printf ("(%s) AND id IN (SELECT id FROM audit WHERE operation = ?2 AND what = 'removed')", where);
  DovQuery query = { .where = condition, .in_bin = TRUE,
                     .params = g_variant_new ("(xx)", dov_record_get_id (record), operation) };
  g_autoptr (GArray) ids = dov_store_list (store, type, &query, error);

  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      g_autoptr (DovRecord) part = dov_store_find (store, type, g_array_index (ids, gint64, i), error);

      if (part == NULL || !dov_store_restore (store, part, error))
        return FALSE;
    }

  return ids != NULL;
}

static gboolean
restore_whole (DovStore   *store,
               DovRecord  *record,
               gint64      operation,
               GError    **error)
{
  GType type = G_OBJECT_TYPE (record);

  if (!dov_store_restore (store, record, error))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (type == parts[i].whole () &&
        !restore_parts (store, record, parts[i].part (), parts[i].where, operation, error))
      return FALSE;

  return TRUE;
}

/**
 * dov_parts_restore:
 * @record: one that lies in the bin
 *
 * Takes @record out of the bin, and with it the parts that dov_parts_remove()
 * put there with it. One operation.
 */
gboolean
dov_parts_restore (DovStore   *store,
                   DovRecord  *record,
                   GError    **error)
{
  g_autofree char *what = dov_store_describe (store, record);
  g_autofree char *words = g_strdup_printf (_("Restored “%s”"), what);
  g_autoptr (GPtrArray) history = dov_store_list_history (store, G_OBJECT_TYPE (record), dov_record_get_id (record),
                                                          error);
  gint64 operation = 0;

  if (history == NULL)
    return FALSE;
  for (guint i = 0; i < history->len; i++)
    {
      DovChange *change = history->pdata[i];

      if (g_strcmp0 (change->what, "removed") == 0)
        operation = MAX (operation, change->operation);
    }

  if (!dov_store_begin (store, words, error))
    return FALSE;

  return dov_store_end (store, restore_whole (store, record, operation, error), error);
}
