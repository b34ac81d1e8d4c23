/* dov-rules.c - installs the rules that need more than one record */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-rules.h"

#include "dov-attachment-adding.h"
#include "dov-case-rules.h"
#include "dov-club-rules.h"
#include "dov-event-rules.h"
#include "dov-family-rules.h"
#include "dov-former-rules.h"
#include "dov-goods-rules.h"
#include "dov-household.h"
#include "dov-patrol-rules.h"
#include "dov-person-rules.h"
#include "dov-phone.h"
#include "dov-ref-item.h"
#include "dov-settings.h"
#include "dov-submitted.h"
#include "dov-support.h"
#include "dov-volunteer-rules.h"

#include <glib/gi18n.h>

/* There is one row of settings, and it stays. */
static void
check_settings (DovStore  *store,
                DovRecord *before,
                DovRecord *after,
                GPtrArray *problems)
{
  if (after == NULL)
    dov_problems_add (problems, before, NULL, NULL, _("The settings cannot be removed. Change them instead."));
  else if (dov_store_ask_number (store, "SELECT id FROM settings WHERE id <> ?1", "(x)", dov_record_get_id (after)) != 0)
    dov_problems_add (problems, after, NULL, NULL,
                      _("There is one page of settings already. Change that one instead of making another."));
}

/* An entry of a list keeps its code, for papers and other lounges know it by that. */
static void
check_item (DovStore  *store,
            DovRecord *before,
            DovRecord *after,
            GPtrArray *problems)
{
  DovRefItem *item = DOV_REF_ITEM (after != NULL ? after : before);

  if (before != NULL && DOV_REF_ITEM (before)->is_system)
    {
      if (after == NULL)
        dov_problems_add (problems, before, NULL, NULL,
                          _("“%s” came with the program and stays. Mark it as not in use instead."), item->label);
      else if (dov_record_has_changed (before, after, "list_code", "code", "is_system", NULL))
        dov_problems_add (problems, after, "code", NULL,
                          _("“%s” came with the program, so its code stays. The title may be changed."), item->label);
    }
}

/* Short telephone numbers take the code of the district from the settings. */
static void
take_area_code (DovStore *store)
{
  g_autoptr (DovRecord) settings = dov_store_find_first (store, DOV_TYPE_SETTINGS, NULL, NULL);

  dov_phone_set_area (settings != NULL ? DOV_SETTINGS (settings)->phone_area_code : NULL);
}

static void
changed_cb (DovStore *store,
            GType     type,
            gint64    id)
{
  if (type == DOV_TYPE_SETTINGS)
    take_area_code (store);
}

static const DovOnce once[] = {
  { dov_ref_item_get_type, "list_code code", DOV_ONCE_AT_SAVE | DOV_ONCE_EVEN_IN_BIN, "code", NULL,
    N_("“%s” has this code already. Choose another code."), "label" },
};

/**
 * dov_rules_install:
 *
 * Registers every rule with @store. Whoever opens a store calls it next, so
 * that no path walks around the rules.
 */
void
dov_rules_install (DovStore *store)
{
  dov_store_add_once (store, once, G_N_ELEMENTS (once));
  dov_store_add_rule (store, DOV_TYPE_SETTINGS, FALSE, check_settings);
  dov_store_add_rule (store, DOV_TYPE_REF_ITEM, FALSE, check_item);
  dov_person_rules_install (store);
  dov_family_rules_install (store);
  dov_household_rules_install (store);
  dov_support_rules_install (store);
  dov_event_rules_install (store);
  dov_club_rules_install (store);
  dov_volunteer_rules_install (store);
  dov_submitted_rules_install (store);
  dov_patrol_rules_install (store);
  dov_case_rules_install (store);

  dov_stock_rules_install (store);
  dov_paper_rules_install (store);
  dov_former_rules_install (store);
  dov_attachment_rules_install (store);

  take_area_code (store);
  g_signal_connect (store, "changed", G_CALLBACK (changed_cb), NULL);
  g_signal_connect (store, "reloaded", G_CALLBACK (take_area_code), NULL);
}
