/* dov-own-staff.c - who works at this computer now */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-own-staff.h"

#include "dov-config.h"
#include "dov-staff.h"

/**
 * dov_own_staff_find:
 *
 * Returns: the specialist who was chosen at this computer and still works here; 0 when nobody was
 */
gint64
dov_own_staff_find (DovStore *store)
{
  gint64 id = dov_config_get_number ("staff", 0);
  g_autoptr (DovRecord) staff = id != 0 ? dov_store_look_up (store, DOV_TYPE_STAFF, id) : NULL;

  return staff != NULL && !dov_record_is_removed (staff) && DOV_STAFF (staff)->until == NULL ? id : 0;
}
