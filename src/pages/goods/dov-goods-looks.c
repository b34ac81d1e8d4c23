/* dov-goods-looks.c - what drives, things, papers and loans look like: form, list, signs of states */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-goods-looks.h"

#include "dov-distribution.h"
#include "dov-donation-receipt.h"
#include "dov-donor.h"
#include "dov-drive.h"
#include "dov-family-goods.h"
#include "dov-goods-lists.h"
#include "dov-inventory-count.h"
#include "dov-item.h"
#include "dov-kit-build.h"
#include "dov-look.h"
#include "dov-need.h"
#include "dov-rental-item.h"
#include "dov-rental-loan.h"
#include "dov-stock-transfer.h"
#include "dov-write-off.h"

#include <glib/gi18n.h>

static const DovFormGroup drive_form[] = {
  { N_("Drive"), "name kind family_id since until status" },
  { N_("How it goes"), "organiser collection_points needs aims lounge_id basis" },
  { N_("Plan, for the report"), "planned_items planned_value planned_families planned_children publications", .at_end = TRUE },
  { N_("Note"), "status_reason note", .at_end = TRUE },
  { 0 },
};

static const DovFormHint drive_hints[] = {
  { "name", N_("For instance: Off to school, Good things, Share the harvest, New Year gift") },
  { "family_id", N_("Only for help to one family") },
  { 0 },
};

static const DovStateSign drive_signs[] = {
  { "planned", { "document-edit-symbolic", "warning" } },
  { "collecting", { "folder-download-symbolic", "accent" } },
  { "distributing", { "media-playback-start-symbolic", "accent" } },
  { "closed", { "emblem-ok-symbolic", "plain" } },
  { "cancelled", { "process-stop-symbolic", "plain" } },
  { 0 },
};

static const DovFormGroup item_form[] = {
  { N_("Thing"), "name category_id unit size perishable" },
  { N_("For whom"), "sex age_from age_to season note", .at_end = TRUE },
  { 0 },
};

static const DovFormHint item_hints[] = {
  { "perishable", N_("Spoils: then every receipt needs a use-by date") },
  { 0 },
};

static const DovFormGroup need_form[] = {
  { N_("Who asks"), "family_id person_id date priority" },
  { N_("For what"), "item_id category_id qty drive_id lounge_id note" },
  { N_("Kept back"), "status reserved_until", .at_end = TRUE },
  { 0 },
};

static const DovFormHint need_hints[] = {
  { "item_id", N_("The thing itself, if it is known which; else the category below") },
  { "person_id", N_("For which child; leave it empty for the whole family") },
  { 0 },
};

static const DovStateSign need_signs[] = {
  { "open", { "alarm-symbolic", "warning" } },
  { "reserved", { "changes-prevent-symbolic", "success" } },
  { "met", { "emblem-ok-symbolic", "plain" } },
  { "cancelled", { "process-stop-symbolic", "plain" } },
  { 0 },
};

static const DovFormGroup donor_form[] = {
  { N_("Who gives"), "person_id organisation_id anonymous name" },
  { N_("Thanks"), "wants_public_thanks consent note", .at_end = TRUE },
  { 0 },
};

static const DovFormHint donor_hints[] = {
  { "consent", N_("Number and date: a person is named in public only with it") },
  { 0 },
};

static const DovFormGroup rental_item_form[] = {
  { N_("Thing to lend"), "inventory_no name category_id lounge_id" },
  { N_("State"), "status condition value acquired_on note", .at_end = TRUE },
  { 0 },
};

static const DovStateSign rental_item_signs[] = {
  { "available", { "emblem-ok-symbolic", "success" } },
  { "on_loan", { "go-next-symbolic", "accent" } },
  { "repair", { "emblem-system-symbolic", "warning" } },
  { "lost", { "dialog-error-symbolic", "error" } },
  { "retired", { "process-stop-symbolic", "plain" } },
  { 0 },
};

static const DovStateSign distribution_signs[] = {
  { "draft", { "document-edit-symbolic", "warning" } },
  { "issued", { "emblem-ok-symbolic", "success" } },
  { "returned", { "edit-undo-symbolic", "plain" } },
  { "cancelled", { "process-stop-symbolic", "plain" } },
  { 0 },
};

static const DovStateSign donation_receipt_signs[] = {
  { "draft", { "document-edit-symbolic", "warning" } },
  { "posted", { "emblem-ok-symbolic", "success" } },
  { "cancelled", { "process-stop-symbolic", "plain" } },
  { 0 },
};

static const DovLook looks[] = {
  { dov_drive_get_type, N_("New drive"), .form = drive_form, .hints = drive_hints, .signs = drive_signs,
    .opens_when_made = TRUE },
  { dov_item_get_type, N_("New thing"), .form = item_form, .hints = item_hints },
  { dov_need_get_type, N_("New need of a family"), .form = need_form, .hints = need_hints,
    .signs = need_signs },
  { dov_donor_get_type, N_("New donor"), .form = donor_form, .hints = donor_hints },
  { dov_rental_item_get_type, N_("New thing to lend"), .form = rental_item_form,
    .signs = rental_item_signs },
  { dov_rental_loan_get_type },
  { dov_distribution_get_type, .signs = distribution_signs },
  { dov_donation_receipt_get_type, .signs = donation_receipt_signs },
  { dov_stock_transfer_get_type },
  { dov_write_off_get_type },
  { dov_inventory_count_get_type },
  { dov_kit_build_get_type },
};

/* Tells what its records look like. */
void
dov_goods_looks_tell (void)
{
  dov_look_add (looks, G_N_ELEMENTS (looks));
  dov_goods_lists_tell ();
  dov_family_goods_offer ();
}
