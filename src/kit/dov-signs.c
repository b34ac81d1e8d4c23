/* dov-signs.c - which sign and colour stands beside which state */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-signs.h"

static const struct
{
  const char *table;
  const char *code;
  DovSign     sign;
} signs[] = {
  { "family", "identified", { "starred-symbolic", "warning" } },
  { "family", "assessed", { "document-edit-symbolic", "warning" } },
  { "family", "active", { "media-playback-start-symbolic", "accent" } },
  { "family", "monitoring", { "view-reveal-symbolic", NULL } },
  { "family", "suspended", { "media-playback-pause-symbolic", NULL } },
  { "family", "closed", { "emblem-ok-symbolic", "plain" } },
  { "family", "transferred", { "go-next-symbolic", "plain" } },
  { "family", "rejected", { "emblem-ok-symbolic", "plain" } },
  { "family", "refused", { "process-stop-symbolic", "plain" } },
  { "event", "draft", { "document-edit-symbolic", "plain" } },
  { "event", "planned", { "x-office-calendar-symbolic", "accent" } },
  { "event", "approved", { "emblem-ok-symbolic", "accent" } },
  { "event", "held", { "emblem-ok-symbolic", "success" } },
  { "event", "cancelled", { "process-stop-symbolic", "plain" } },
  { "event", "moved", { "go-next-symbolic", "plain" } },
  { "drive", "planned", { "document-edit-symbolic", "warning" } },
  { "drive", "collecting", { "folder-download-symbolic", "accent" } },
  { "drive", "distributing", { "media-playback-start-symbolic", "accent" } },
  { "drive", "closed", { "emblem-ok-symbolic", "plain" } },
  { "drive", "cancelled", { "process-stop-symbolic", "plain" } },
  { "distribution", "draft", { "document-edit-symbolic", "warning" } },
  { "distribution", "issued", { "emblem-ok-symbolic", "success" } },
  { "distribution", "returned", { "edit-undo-symbolic", "plain" } },
  { "distribution", "cancelled", { "process-stop-symbolic", "plain" } },
  { "donation_receipt", "draft", { "document-edit-symbolic", "warning" } },
  { "donation_receipt", "posted", { "emblem-ok-symbolic", "success" } },
  { "donation_receipt", "cancelled", { "process-stop-symbolic", "plain" } },
  { "need", "open", { "alarm-symbolic", "warning" } },
  { "need", "reserved", { "changes-prevent-symbolic", "success" } },
  { "need", "met", { "emblem-ok-symbolic", "plain" } },
  { "need", "cancelled", { "process-stop-symbolic", "plain" } },
  { "rental_item", "available", { "emblem-ok-symbolic", "success" } },
  { "rental_item", "on_loan", { "go-next-symbolic", "accent" } },
  { "rental_item", "repair", { "emblem-system-symbolic", "warning" } },
  { "rental_item", "lost", { "dialog-error-symbolic", "error" } },
  { "rental_item", "retired", { "process-stop-symbolic", "plain" } },
  { "patrol_shift", "draft", { "document-edit-symbolic", "plain" } },
  { "patrol_shift", "planned", { "x-office-calendar-symbolic", "accent" } },
  { "patrol_shift", "in_progress", { "media-playback-start-symbolic", "accent" } },
  { "patrol_shift", "done", { "emblem-ok-symbolic", "success" } },
  { "patrol_shift", "cancelled", { "process-stop-symbolic", "plain" } },
  { "patrol_shift", "replaced", { "go-next-symbolic", "plain" } },
  { "patrol", "active", { "media-playback-start-symbolic", "accent" } },
  { "patrol", "suspended", { "media-playback-pause-symbolic", NULL } },
  { "patrol", "closed", { "emblem-ok-symbolic", "plain" } },
  { "attendance", "waiting", { "alarm-symbolic", "warning" } },
  { "work_plan", "draft", { "document-edit-symbolic", "plain" } },
  { "work_plan", "submitted", { "go-next-symbolic", "accent" } },
  { "work_plan", "approved", { "emblem-ok-symbolic", "success" } },
  { "club_group", "active", { "media-playback-start-symbolic", "accent" } },
  { "club_group", "paused", { "media-playback-pause-symbolic", NULL } },
  { "club_group", "closed", { "emblem-ok-symbolic", "plain" } },
  { "attendance", "registered", { "checkbox-symbolic", NULL } },
  { "attendance", "walk_in", { "list-add-symbolic", NULL } },
  { "attendance", "no_show", { "process-stop-symbolic", "plain" } },
  { "attendance", "cancelled", { "process-stop-symbolic", "plain" } },
};

/**
 * dov_sign_of_state:
 * @record: a family, an event, an attendance…
 * @field: its field of the state, a choice
 *
 * Finds how the state a record is in looks wherever it is shown.
 *
 * Returns: (nullable): the sign; %NULL: a plain grey badge
 */
const DovSign *
dov_sign_of_state (DovRecord  *record,
                   const char *field)
{
  DovRecordClass *klass = DOV_RECORD_GET_CLASS (record);
  g_autofree char *code = dov_record_dup_text (record, dov_record_class_find_field (klass, field));

  for (gsize i = 0; i < G_N_ELEMENTS (signs); i++)
    if (g_str_equal (signs[i].table, klass->table) && g_strcmp0 (signs[i].code, code) == 0)
      return &signs[i].sign;

  return NULL;
}
