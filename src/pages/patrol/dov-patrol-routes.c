/* dov-patrol-routes.c - which page opens for which record and draft of the patrol */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-patrol-routes.h"

#include "dov-outgoing-page.h"
#include "dov-patrol-finding-page.h"
#include "dov-roster-page.h"
#include "dov-shift-form-page.h"
#include "dov-shift-page.h"

/**
 * dov_patrol_routes_open_record:
 *
 * Returns: (transfer floating) (nullable): the page of this record
 */
DovPage *
dov_patrol_routes_open_record (DovStore *store,
                               GType     type,
                               gint64    id)
{
  g_autoptr (DovRecord) record = NULL;
  g_autoptr (DovRecord) draft = NULL;

  if (type == DOV_TYPE_PATROL_SHIFT)
    return dov_shift_page_new (store, id);
  if (type != DOV_TYPE_PATROL_FINDING && type != DOV_TYPE_OUTGOING_NOTICE)
    return NULL;

  record = dov_store_find (store, type, id, NULL);
  draft = record != NULL ? dov_record_dup (record) : dov_record_new (type, 0);

  return dov_patrol_routes_open_form (store, draft, 0);
}

/**
 * dov_patrol_routes_open_form:
 * @kept: the number of the unfinished form that is taken up again, 0 for none
 *
 * Returns: (transfer floating) (nullable): the form of this draft
 */
DovPage *
dov_patrol_routes_open_form (DovStore  *store,
                             DovRecord *draft,
                             gint64     kept)
{
  if (dov_roster_page_is_draft (draft))
    return dov_roster_page_new_draft (store, draft, kept);
  if (DOV_IS_PATROL_SHIFT (draft) && dov_record_get_id (draft) != 0 && kept != 0)
    return dov_shift_page_new (store, dov_record_get_id (draft));
  if (DOV_IS_PATROL_SHIFT (draft))
    return dov_shift_form_page_new (store, DOV_PATROL_SHIFT (draft), kept);
  if (DOV_IS_PATROL_FINDING (draft))
    return dov_patrol_finding_page_new (store, DOV_PATROL_FINDING (draft), kept);
  if (DOV_IS_OUTGOING_NOTICE (draft))
    return dov_outgoing_page_new (store, DOV_OUTGOING_NOTICE (draft), kept);

  return NULL;
}
