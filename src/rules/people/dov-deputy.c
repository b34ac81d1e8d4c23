/* dov-deputy.c - who stands in for somebody of the staff who is away */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-deputy.h"

/**
 * dov_deputy_find:
 * @staff: 0: nobody
 *
 * Returns: the id of the member of staff who stands in today, 0 when @staff is here or nobody was named
 */
gint64
dov_deputy_find (DovStore *store,
                 gint64    staff)
{
  GDate today = dov_today ();

  if (staff == 0)
    return 0;

  return dov_store_see_number (store, "SELECT s.deputy_id FROM live_staff s JOIN live_staff d ON d.id = s.deputy_id"
                               " WHERE s.id = ?1 AND s.away_since <= ?2 AND (s.away_until IS NULL OR s.away_until >= ?2)"
                               " AND (d.until IS NULL OR d.until > ?2)", "(xD)", staff, &today);
}
