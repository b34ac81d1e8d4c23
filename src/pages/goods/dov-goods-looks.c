/* dov-goods-looks.c - what drives, things, papers and loans look like: form, list, signs of states */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-goods-looks.h"


#include <glib/gi18n.h>

#include "dov-calendar.h"
#include "dov-distribution.h"
#include "dov-donation-receipt.h"
#include "dov-donor.h"
#include "dov-drive-page.h"
#include "dov-drive.h"
#include "dov-family-goods.h"
#include "dov-goods-begin.h"
#include "dov-goods-page.h"
#include "dov-goods-words.h"
#include "dov-inventory-count.h"
#include "dov-item.h"
#include "dov-kit-build.h"
#include "dov-list-view.h"
#include "dov-look.h"
#include "dov-need.h"
#include "dov-posted-page.h"
#include "dov-rental-item.h"
#include "dov-rental-loan.h"
#include "dov-stock-transfer.h"
#include "dov-thing-page.h"
#include "dov-write-off.h"

/* ---- forms and signs of states ---- */

static const DovFormGroup drive_form[] = {
  { N_("Drive"), "name kind family_id since until status" },
  { N_("Another name since a day"), "name_since", .when = DOV_FORM_KEPT },
  { N_("How it goes"), "organiser collection_points needs aims lounge_id basis" },
  { N_("Plan, for the report"), "planned_items planned_value planned_families planned_children publications", .at_end = TRUE },
  { N_("Note"), "status_reason note", .at_end = TRUE },
  { 0 },
};

static const DovFormHint drive_hints[] = {
  { "name", N_("For instance: Off to school, Good things, Share the harvest, New Year gift") },
  { "family_id", N_("Only for help to one family") },
  { "name_since", N_("Papers before this day keep the former name. Misspelt? Leave it as it is, and all papers change") },
  { 0 },
};

static const DovStateSign drive_signs[] = {
  { "planned", { "document-edit-symbolic", "warning" } },
  { "collecting", { "folder-download-symbolic", "accent" } },
  { "distributing", { "media-playback-start-symbolic", "accent" } },
  { "closed", { "dov-emblem-ok-symbolic", "plain" } },
  { "cancelled", { "process-stop-symbolic", "plain" } },
  { 0 },
};

static const DovFormGroup item_form[] = {
  { N_("Thing"), "name category_id unit size perishable" },
  { N_("Another name since a day"), "name_since", .when = DOV_FORM_KEPT },
  { N_("For whom"), "sex age_from age_to season note", .at_end = TRUE },
  { 0 },
};

static const DovFormHint item_hints[] = {
  { "perishable", N_("Spoils: then every receipt needs a use-by date") },
  { "name_since", N_("Papers before this day keep the former name. Misspelt? Leave it as it is, and all papers change") },
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
  { "met", { "dov-emblem-ok-symbolic", "plain" } },
  { "cancelled", { "process-stop-symbolic", "plain" } },
  { 0 },
};

static const DovFormGroup donor_form[] = {
  { N_("Who gives"), "person_id organisation_id anonymous name" },
  { N_("Another name since a day"), "name_since", .when = DOV_FORM_KEPT },
  { N_("Thanks"), "wants_public_thanks consent note", .at_end = TRUE },
  { 0 },
};

static const DovFormHint donor_hints[] = {
  { "consent", N_("Number and date: a person is named in public only with it") },
  { "name_since", N_("Papers before this day keep the former name. Misspelt? Leave it as it is, and all papers change") },
  { 0 },
};

static const DovFormGroup rental_item_form[] = {
  { N_("Thing to lend"), "inventory_no name category_id lounge_id" },
  { N_("Another name since a day"), "name_since", .when = DOV_FORM_KEPT },
  { N_("Condition"), "status condition value acquired_on note", .at_end = TRUE },
  { 0 },
};

static const DovFormHint rental_item_hints[] = {
  { "name_since", N_("Papers before this day keep the former name. Misspelt? Leave it as it is, and all papers change") },
  { 0 },
};

static const DovStateSign rental_item_signs[] = {
  { "available", { "dov-emblem-ok-symbolic", "success" } },
  { "on_loan", { "go-next-symbolic", "accent" } },
  { "repair", { "emblem-system-symbolic", "warning" } },
  { "lost", { "dialog-error-symbolic", "error" } },
  { "retired", { "process-stop-symbolic", "plain" } },
  { 0 },
};

static const DovStateSign distribution_signs[] = {
  { "draft", { "document-edit-symbolic", "warning" } },
  { "issued", { "dov-emblem-ok-symbolic", "success" } },
  { "returned", { "edit-undo-symbolic", "plain" } },
  { "cancelled", { "process-stop-symbolic", "plain" } },
  { 0 },
};

static const DovStateSign donation_receipt_signs[] = {
  { "draft", { "document-edit-symbolic", "warning" } },
  { "posted", { "dov-emblem-ok-symbolic", "success" } },
  { "cancelled", { "process-stop-symbolic", "plain" } },
  { 0 },
};

/* ---- lists ---- */

static char *
things_words (DovStore             *store,
              gpointer              row,
              const DovTableColumn *column)
{
  return dov_goods_things_words (store, G_OBJECT_TYPE (row), dov_record_get_id (row));
}

#define THINGS { "things", .title = N_("Things"), .width = 30, .expands = TRUE, .words = things_words, .order = "" }
#define STATE { "status", .title = N_("State"), .width = 15, .sign = dov_list_sign_of_state }

static const DovTableColumn drive_columns[] = {
  { "name", .title = N_("Drive"), .width = 28, .is_bold = TRUE, .expands = TRUE },
  { "kind", .title = N_("Kind"), .width = 16, .leaves = 2 },
  { "since", .width = 11 },
  { "until", .width = 11 },
  { "lounge_id", .width = 15, .words = dov_list_place_of_lounge, .leaves = 1 },
  STATE,
};

static const DovTableColumn handout_columns[] = {
  { "no", .width = 6 },
  { "date", .width = 11 },
  { "family_id", .title = N_("Family"), .width = 18, .is_bold = TRUE },
  THINGS,
  { "person_id", .title = N_("Recipient"), .width = 20, .leaves = 1 },
  { "drive_id", .width = 20, .leaves = 2 },
  { "is_signed", .title = N_("Signed"), .width = 9, .leaves = 3 },
  STATE,
};

static const DovTableColumn receipt_columns[] = {
  { "no", .width = 6 },
  { "date", .width = 11 },
  { "donor_id", .title = N_("Donor"), .width = 24, .is_bold = TRUE },
  THINGS,
  { "drive_id", .width = 20, .leaves = 2 },
  { "legal_form", .width = 16, .leaves = 1 },
  STATE,
};

static const DovTableColumn transfer_columns[] = {
  { "no", .width = 6 },
  { "date", .width = 11 },
  { "lounge_id", .width = 15, .words = dov_list_place_of_lounge },
  { "to_lounge_id", .width = 22 },
  THINGS,
  { "drive_id", .width = 18, .leaves = 1 },
  { "to_drive_id", .width = 18, .leaves = 2 },
  STATE,
};

static const DovTableColumn write_off_columns[] = {
  { "no", .width = 6 },
  { "date", .width = 11 },
  { "reason", .width = 20, .is_bold = TRUE },
  THINGS,
  { "drive_id", .width = 18, .leaves = 1 },
  { "lounge_id", .width = 15, .words = dov_list_place_of_lounge, .leaves = 2 },
  STATE,
};

static const DovTableColumn count_columns[] = {
  { "no", .width = 6 },
  { "date", .width = 11, .is_bold = TRUE },
  { "lounge_id", .width = 24, .expands = TRUE },
  { "made_by_id", .width = 24, .leaves = 1 },
  STATE,
};

static const DovTableColumn kit_columns[] = {
  { "no", .width = 6 },
  { "date", .width = 11 },
  { "kit_id", .width = 26, .is_bold = TRUE, .expands = TRUE },
  { "qty", .width = 8, .is_number = TRUE },
  { "is_unbuild", .width = 11 },
  { "drive_id", .width = 20, .leaves = 1 },
  STATE,
};

static const DovTableColumn thing_columns[] = {
  { "name", .title = N_("Thing"), .width = 28, .is_bold = TRUE, .expands = TRUE },
  { "size", .width = 10 },
  { "category_id", .width = 22 },
  { "unit", .width = 10 },
  { "season", .width = 14, .leaves = 2 },
  { "sex", .width = 14, .leaves = 1 },
};

static const DovTableColumn need_columns[] = {
  { "date", .width = 11 },
  { "family_id", .title = N_("Family"), .width = 18, .is_bold = TRUE },
  { "item_id", .width = 24, .expands = TRUE },
  { "category_id", .width = 20, .leaves = 3 },
  { "qty", .width = 8, .is_number = TRUE },
  { "person_id", .width = 20, .leaves = 1 },
  { "priority", .width = 12, .leaves = 2 },
  STATE,
};

static const DovTableColumn lent_columns[] = {
  { "inventory_no", .width = 12 },
  { "name", .width = 26, .is_bold = TRUE, .expands = TRUE },
  { "category_id", .width = 22, .leaves = 1 },
  { "condition", .width = 18, .leaves = 2 },
  STATE,
};

static const DovTableColumn loan_columns[] = {
  { "agreement_no", .width = 9 },
  { "item_id", .width = 24, .is_bold = TRUE, .expands = TRUE },
  { "family_id", .title = N_("Family"), .width = 18 },
  { "person_id", .width = 22, .leaves = 1 },
  { "issued_on", .width = 11 },
  { "due_on", .width = 11 },
  { "returned_on", .width = 11 },
};

static GVariant *
today (void)
{
  GDate day = dov_today ();
  g_autofree char *text = dov_date_to_iso (&day);

  return g_variant_new ("(s)", text);
}

static const DovListChip handout_chips[] = {
  { "unsigned", N_("Without a signature"), "status = 'issued' AND is_signed = 0", NULL },
  { "draft", N_("Drafts"), "status = 'draft'", NULL },
  { "returned", N_("Brought back"), "status = 'returned'", NULL },
};

static const DovListChip need_chips[] = {
  { "open", N_("Not met yet"), "status IN ('open', 'reserved')", NULL },
  { "urgent", N_("Urgent ones"), "status IN ('open', 'reserved') AND priority = 'urgent'", NULL },
};

static const DovListChip loan_chips[] = {
  { "out", N_("Lent out now"), "returned_on IS NULL", NULL },
  { "overdue", N_("Overdue"), "returned_on IS NULL AND due_on < ?1", today },
};

/* A paper is found by the names in it and by what it says of things. */
#define BY_FAMILY(table) \
  "SELECT t.id FROM " table " t JOIN family f ON f.id = t.family_id LEFT JOIN person p ON p.id = t.person_id " \
  "WHERE holds (f.key, ?w) OR holds (p.key, ?w)"
#define BY_THINGS(table, owner) \
  " UNION SELECT l." owner " FROM live_" table " l JOIN item i ON i.id = l.item_id " \
  "WHERE holds (i.key, ?w)"
#define BY_DRIVE(table) \
  " UNION SELECT t.id FROM " table " t JOIN drive d ON d.id = t.drive_id WHERE holds (d.key, ?w)"
#define BY_DONOR \
  "SELECT t.id FROM donation_receipt t JOIN donor d ON d.id = t.donor_id LEFT JOIN person p ON p.id = d.person_id " \
  "LEFT JOIN organisation o ON o.id = d.organisation_id " \
  "WHERE holds (d.key, ?w) OR holds (p.key, ?w) OR holds (o.key, ?w)"

#define COLUMNS(list) .columns = list, .n_columns = G_N_ELEMENTS (list)
#define CHIPS(list) .chips = list, .n_chips = G_N_ELEMENTS (list)
#define LATEST .order = "date", .descending = TRUE

static const DovListView views[] = {
  { dov_drive_get_type, "drives", "package-x-generic-symbolic", N_("New drive"), N_("Name of the drive   (Ctrl+F)"),
    N_("There is no such drive"), N_("Your drives will be here"),
    N_("A drive has a name and two dates. Then things are received, kept back and handed out."),
    .order = "since", .descending = TRUE, .by = "status", COLUMNS (drive_columns) },
  { dov_distribution_get_type, "drives", "document-send-symbolic", N_("Hand things out"),
    N_("Family, recipient, thing, number   (Ctrl+F)"),
    N_("There is no such handout"), N_("Handouts will be here"), N_("Hand something out from the stock or a drive"),
    .also = BY_FAMILY ("distribution") BY_THINGS ("distribution_line", "distribution_id") BY_DRIVE ("distribution"),
    LATEST, CHIPS (handout_chips), COLUMNS (handout_columns) },
  { dov_donation_receipt_get_type, "drives", "document-save-symbolic", N_("Receive things"),
    N_("Donor, thing, number   (Ctrl+F)"),
    N_("There is no such receipt"), N_("What was received will be here"), N_("Write down who gave what"),
    .also = BY_DONOR BY_THINGS ("donation_line", "receipt_id") BY_DRIVE ("donation_receipt"),
    LATEST, .by = "legal_form", COLUMNS (receipt_columns) },
  { dov_stock_transfer_get_type, "drives", "go-next-symbolic", N_("Move things"), N_("Thing, drive, number   (Ctrl+F)"),
    N_("There is no such move"), N_("What was moved will be here"), N_("From lounge to lounge, from drive to drive"),
    .also = "SELECT 0" BY_THINGS ("stock_transfer_line", "transfer_id") BY_DRIVE ("stock_transfer"),
    LATEST, COLUMNS (transfer_columns) },
  { dov_write_off_get_type, "drives", "user-trash-symbolic", N_("Write things off"),
    N_("Thing, drive, number   (Ctrl+F)"),
    N_("There is no such write-off"), N_("What was written off will be here"),
    N_("What is past its date or spoilt, by a commission"),
    .also = "SELECT 0" BY_THINGS ("write_off_line", "write_off_id") BY_DRIVE ("write_off"),
    LATEST, .by = "reason", COLUMNS (write_off_columns) },
  { dov_inventory_count_get_type, "drives", "view-list-symbolic", N_("Count the stock"), N_("Number   (Ctrl+F)"),
    N_("There is no such count"), N_("Counts of the stock will be here"), N_("What lies there, against the books"),
    LATEST, COLUMNS (count_columns) },
  { dov_kit_build_get_type, "drives", "view-app-grid-symbolic", N_("Make up kits"), N_("Kit, drive, number   (Ctrl+F)"),
    N_("There are no such kits"), N_("Kits that were made up will be here"),
    N_("A kit is made up of things in stock, and can be taken apart again"),
    .also = "SELECT t.id FROM kit_build t JOIN item i ON i.id = t.kit_id WHERE holds (i.key, ?w)"
            BY_DRIVE ("kit_build"),
    LATEST, COLUMNS (kit_columns) },
  { dov_item_get_type, "drives", "package-x-generic-symbolic", N_("New thing"), N_("Name, size   (Ctrl+F)"),
    N_("There is no such thing"), N_("Things will be here"), N_("They also come here as things are received"),
    .order = "name", .by = "category_id", COLUMNS (thing_columns) },
  { dov_need_get_type, "drives", "alarm-symbolic", N_("New need"), N_("Family, for whom, thing   (Ctrl+F)"),
    N_("There is no such need"), N_("What families ask for will be here"), N_("A family and a thing are enough"),
    .also = BY_FAMILY ("need") " UNION SELECT t.id FROM need t JOIN item i ON i.id = t.item_id WHERE holds (i.key, ?w)",
    LATEST, CHIPS (need_chips), COLUMNS (need_columns) },
  { dov_rental_item_get_type, "rental", "object-rotate-right-symbolic", N_("New thing to lend"),
    N_("Name, inventory number   (Ctrl+F)"),
    N_("There is no such thing"), N_("Things to lend will be here"), N_("An inventory number and a name are enough"),
    .order = "name", .by = "status", COLUMNS (lent_columns) },
  { dov_rental_loan_get_type, "rental", "object-rotate-right-symbolic", N_("Lend a thing"),
    N_("Family, thing, agreement   (Ctrl+F)"),
    N_("There is no such loan"), N_("Loans will be here"), N_("Lend a thing to a family for a time"),
    .also = BY_FAMILY ("rental_loan")
            " UNION SELECT t.id FROM rental_loan t JOIN rental_item i ON i.id = t.item_id WHERE holds (i.key, ?w)",
    .order = "issued_on", .descending = TRUE, CHIPS (loan_chips), COLUMNS (loan_columns) },
};

/* ---- told ---- */

/* What was handed out, lent or given is found by the names in it. */
#define NAMED(table, link) \
  "SELECT t.id FROM live_person p CROSS JOIN live_" table " t ON t." link " = p.id " \
  "WHERE holds (p.key, ?w)"
#define OF_FAMILY(table) \
  "SELECT t.id FROM live_family f CROSS JOIN live_" table " t ON t.family_id = f.id " \
  "WHERE holds (f.key, ?w) UNION " NAMED (table, "person_id")
#define LOANS_SOUGHT \
  OF_FAMILY ("rental_loan") " UNION SELECT t.id FROM rental_item i CROSS JOIN live_rental_loan t ON t.item_id = i.id " \
  "WHERE holds (i.key, ?w)"
#define RECEIPTS_SOUGHT \
  "SELECT t.id FROM donor d LEFT JOIN person p ON p.id = d.person_id " \
  "LEFT JOIN organisation o ON o.id = d.organisation_id CROSS JOIN live_donation_receipt t ON t.donor_id = d.id " \
  "WHERE holds (d.key, ?w) OR holds (p.key, ?w) OR holds (o.key, ?w)"

static DovLook looks[] = {
  { dov_drive_get_type, N_("New drive"), .form = drive_form, .hints = drive_hints, .signs = drive_signs,
    .opens_when_made = TRUE, .subject = &dov_drive_subject, .fill_in = dov_goods_begin,
    .sought = { 4, "package-x-generic-symbolic" } },
  { dov_item_get_type, N_("New thing"), .form = item_form, .hints = item_hints, .subject = &dov_thing_subject,
    .sought = { 7, "view-app-grid-symbolic" } },
  { dov_need_get_type, N_("New need of a family"), .form = need_form, .hints = need_hints,
    .signs = need_signs, .fill_in = dov_goods_begin },
  { dov_donor_get_type, N_("New donor"), .form = donor_form, .hints = donor_hints,
    .sought = { 15, "emote-love-symbolic", NAMED ("donor", "person_id"), .tells = TRUE } },
  { dov_rental_item_get_type, N_("New thing to lend"), .form = rental_item_form, .hints = rental_item_hints,
    .signs = rental_item_signs, .fill_in = dov_goods_begin,
    .sought = { 8, "object-rotate-right-symbolic" } },
  { dov_rental_loan_get_type, .open = dov_goods_page_open,
    .sought = { 12, "object-rotate-right-symbolic", LOANS_SOUGHT, "item_id", "family_id", .latest = "issued_on",
                .tells = TRUE } },
  { dov_distribution_get_type, .signs = distribution_signs, .open = dov_goods_page_open,
    .sought = { 13, "document-send-symbolic", OF_FAMILY ("distribution"), .about = "family_id", .latest = "date",
                .tells = TRUE } },
  { dov_donation_receipt_get_type, .signs = donation_receipt_signs, .open = dov_goods_page_open,
    .sought = { 14, "document-save-symbolic", RECEIPTS_SOUGHT, .about = "donor_id", .latest = "date", .tells = TRUE } },
  { dov_stock_transfer_get_type, .open = dov_goods_page_open },
  { dov_write_off_get_type, .open = dov_goods_page_open },
  { dov_inventory_count_get_type, .open = dov_goods_page_open },
  { dov_kit_build_get_type, .open = dov_goods_page_open },
};

/* Tells what its records look like. */
void
dov_goods_looks_tell (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (looks); i++)
    if (looks[i].subject == NULL)
      looks[i].subject = dov_posted_subject_find (looks[i].type ());
  dov_look_add (looks, G_N_ELEMENTS (looks));
  dov_list_view_add (views, G_N_ELEMENTS (views));
  dov_family_goods_offer ();
}
