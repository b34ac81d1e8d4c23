/* dov-drive-page.c - one charity drive: figures, things, needs, received, handed out, the next step */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-drive-page.h"

#include "dov-closing-page.h"
#include "dov-distribution.h"
#include "dov-donation-receipt.h"
#include "dov-donor.h"
#include "dov-drive.h"
#include "dov-family.h"
#include "dov-go.h"
#include "dov-goods-words.h"
#include "dov-item.h"
#include "dov-join.h"
#include "dov-kit-build.h"
#include "dov-need-row.h"
#include "dov-need.h"
#include "dov-paper-page.h"
#include "dov-related-table.h"
#include "dov-saving.h"
#include "dov-sheet-page.h"
#include "dov-shelf-table.h"
#include "dov-stock-transfer.h"
#include "dov-thing-page.h"
#include "dov-write-off.h"

#include <glib/gi18n.h>

/* ---- figures ---- */

/* Each begins with the ids it counts. */
#define DONORS "SELECT DISTINCT r.donor_id FROM live_donation_receipt r JOIN donor d ON d.id = r.donor_id " \
               "WHERE r.drive_id = ?1 AND r.status = 'posted'"
#define HANDOUTS "SELECT id FROM live_distribution WHERE drive_id = ?1 AND status = 'issued'"
#define FAMILIES "SELECT DISTINCT family_id FROM live_distribution WHERE drive_id = ?1 AND status = 'issued'"
#define CHILDREN "SELECT DISTINCT l.child_id FROM live_distribution_line l JOIN live_distribution d " \
                 "ON d.id = l.distribution_id WHERE d.drive_id = ?1 AND d.status = 'issued' AND l.child_id IS NOT NULL"
#define NEEDS "SELECT id FROM live_need WHERE drive_id = ?1 AND status IN ('open', 'reserved')"
#define THINGS "SELECT item_id FROM live_stock_move WHERE drive_id = ?1 GROUP BY item_id HAVING sum (qty) "

/* How many of those that a figure counts are more than that. */
#define MORE(store, drive, ids) \
  dov_store_see_number (store, "SELECT count (*) FROM (" ids ")", "(x)", dov_record_get_id (drive))

/* “donors, 3 of them organisations”: @format has both, while there are any. */
static char *
dup_with (const char *words,
          gint64      n_more,
          const char *format)
{
  g_autofree char *number = g_strdup_printf ("%d", (int) n_more);
  GString *both = g_string_new (n_more == 0 ? words : format);

  g_string_replace (both, "%1$s", words, 1);
  g_string_replace (both, "%2$d", number, 1);

  return g_string_free (both, FALSE);
}

static char *
donors_words (DovStore  *store,
              DovRecord *drive,
              gint64     n)
{
  gint64 more = MORE (store, drive, DONORS " AND d.organisation_id IS NOT NULL");

  /* Translators: under the number of donors; %1$s is “donors” */
  return dup_with (ngettext ("donor", "donors", (gulong) n), more,
                   ngettext ("%1$s, %2$d of them an organisation", "%1$s, %2$d of them organisations", (gulong) more));
}

static char *
handouts_words (DovStore  *store,
                DovRecord *drive,
                gint64     n)
{
  gint64 more = MORE (store, drive, HANDOUTS " AND is_signed = 0");

  return dup_with (ngettext ("handout written down", "handouts written down", (gulong) n), more,
                   ngettext ("%1$s, %2$d without a signature", "%1$s, %2$d without a signature", (gulong) more));
}

static char *
families_words (DovStore  *store,
                DovRecord *drive,
                gint64     n)
{
  gint64 more = MORE (store, drive, CHILDREN);

  return dup_with (ngettext ("family has received", "families have received", (gulong) n), more,
                   ngettext ("%1$s, %2$d child", "%1$s, %2$d children", (gulong) more));
}

static char *
needs_words (DovStore  *store,
             DovRecord *drive,
             gint64     n)
{
  /* Translators: under the number of needs: “needs, kept back for 7” */
  return dup_with (ngettext ("need", "needs", (gulong) n), MORE (store, drive, NEEDS " AND status = 'reserved'"),
                   _("%1$s, kept back for %2$d"));
}

static char *
there_words (DovStore  *store,
             DovRecord *drive,
             gint64     n)
{
  return g_strdup (ngettext ("kind of thing in stock", "kinds of things in stock", (gulong) n));
}

static char *
gone_words (DovStore  *store,
            DovRecord *drive,
            gint64     n)
{
  return g_strdup (ngettext ("kind of thing has run out", "kinds of things have run out", (gulong) n));
}

static const DovSubjectFigure figures[] = {
  { N_("Donors"), .ids = DONORS, .type = dov_donor_get_type, .words = donors_words },
  { N_("Handed out"), .ids = HANDOUTS, .type = dov_distribution_get_type, .words = handouts_words },
  { N_("Families that have received"), .ids = FAMILIES, .type = dov_family_get_type, .words = families_words },
  { N_("Needs"), .ids = NEEDS, .type = dov_need_get_type, .words = needs_words },
  { N_("In stock"), .ids = THINGS "> 0", .type = dov_item_get_type, .words = there_words },
  { N_("Run out"), .ids = THINGS "<= 0", .type = dov_item_get_type, .words = gone_words },
  { NULL },
};

/* ---- things ---- */

static DovShelfWish
get_wish (DovSubjectPage *page)
{
  return (DovShelfWish) { .drive = dov_subject_page_get_id (page), .all = TRUE };
}

static GListModel *
list_things (gpointer     page,
             const char  *order,
             gboolean     descending,
             GError     **error)
{
  DovShelfWish wish = get_wish (page);

  wish.order = order;
  wish.descending = descending;

  return dov_shelf_list (dov_subject_page_get_store (page), &wish, error);
}

static void
open_thing (gpointer page,
            gpointer shelf)
{
  DovDrive *drive = DOV_DRIVE (dov_subject_page_get_record (page));

  dov_go_to (page, dov_thing_page_new (dov_subject_page_get_store (page), DOV_SHELF (shelf)->item, drive->lounge_id,
                                       dov_subject_page_get_id (page)));
}

static const DovRelatedTable thing_table = {
  N_("Things of the drive"), .columns = dov_shelf_columns_of_drive, .rows = list_things, .open = open_thing,
};

static GtkWidget *
things_new (DovSubjectPage *page)
{
  DovSectionBox *section = DOV_SECTION_BOX (dov_section_box_new (_("Things")));

  dov_section_box_set_count (section, _("only like things are added up: never kilograms and pieces"));
  dov_section_box_set_empty (section, _("Nothing has been received yet. What is brought is entered with “Receive” (F3)."));
  dov_section_box_add_act (section, _("To Excel"), _("Save these things for Excel (Ctrl+E)"), "drive.excel");
  dov_section_box_add_act (section, _("Print"), _("See these things on paper (Ctrl+P)"), "drive.print");
  dov_section_box_set_child (section, dov_related_table_new (dov_subject_page_get_store (page), &thing_table, page));

  return GTK_WIDGET (section);
}

static guint
show_things (DovSubjectPage *page,
             GtkWidget      *section)
{
  return dov_related_table_fill (dov_section_box_get_child (DOV_SECTION_BOX (section)), 0);
}

static GtkWidget *
saving_new (DovSubjectPage *page)
{
  return dov_saving_new ();
}

static gboolean
has_things (DovStore  *store,
            DovRecord *drive)
{
  return dov_store_see_number (store, "SELECT EXISTS (SELECT 1 FROM live_stock_move WHERE drive_id = ?1)", "(x)",
                               dov_record_get_id (drive)) != 0;
}

/* What makes the list as it stands on the screen. */
static DovShelfSheet *
sheet_new (DovSubjectPage *page,
           const char     *title)
{
  GtkWidget *table = dov_section_box_get_child (DOV_SECTION_BOX (dov_subject_page_get_part (page, "things")));
  DovShelfWish wish = get_wish (page);

  wish.order = dov_table_view_get_order (DOV_TABLE_VIEW (table), &wish.descending);

  return dov_shelf_sheet_new (dov_subject_page_get_store (page), &wish, dov_shelf_columns_of_drive, title);
}

static char *
dup_title (DovSubjectPage *page)
{
  /* Translators: the title of a list: Things: Share the harvest */
  return g_strdup_printf (_("Things: %s"), DOV_DRIVE (dov_subject_page_get_record (page))->name);
}

static void
run_excel (DovSubjectPage *page,
           const char     *typed)
{
  g_autofree char *title = dup_title (page);

  dov_saving_make (DOV_SAVING (dov_subject_page_get_part (page, "saving")), title, dov_shelf_sheet_make,
                   sheet_new (page, title), (GDestroyNotify) dov_shelf_sheet_free);
}

static void
run_print (DovSubjectPage *page,
           const char     *typed)
{
  g_autofree char *title = dup_title (page);

  dov_go_to (page, dov_paper_page_new_made (dov_subject_page_get_store (page), title, dov_shelf_sheet_make,
                                            sheet_new (page, title), (GDestroyNotify) dov_shelf_sheet_free));
}

/* ---- who asks, what came in, what went out ---- */

static char *
count_needs (guint n,
             guint n_past)
{
  return n > 0 ? g_strdup_printf (ngettext ("%u need", "%u needs", n), n) : g_strdup ("");
}

static char *
count_times (guint n,
             guint n_past)
{
  return n > 0 ? g_strdup_printf (ngettext ("%u time", "%u times", n), n) : g_strdup ("");
}

static char *
received_words (DovStore  *store,
                DovRecord *record)
{
  g_autofree char *donor = dov_field_path_dup (store, record, "donor_id", "");
  g_autofree char *things = dov_goods_things_words (store, DOV_TYPE_DONATION_RECEIPT, dov_record_get_id (record));

  return g_strdup_printf ("%s: %s", donor, things);
}

static char *
received_second (DovStore  *store,
                 DovRecord *record)
{
  DovDonationReceipt *receipt = DOV_DONATION_RECEIPT (record);
  g_autofree char *day = dov_goods_day_words (receipt->date);

  if (receipt->legal_form == DOV_LEGAL_FORM_AGREEMENT)
    return g_strdup_printf (_("agreement No. %1$s · %2$s"), receipt->agreement_no, day);
  if (receipt->legal_form == DOV_LEGAL_FORM_ACT)
    return g_strdup_printf (_("act No. %1$s · %2$s"), receipt->no, day);

  return g_strdup (day);
}

static void
dress_received (DovStore   *store,
                DovRecord  *record,
                DovRowLine *row,
                gboolean    is_past)
{
  dov_row_line_set_icon (row, "document-save-symbolic");
  gtk_widget_set_tooltip_text (GTK_WIDGET (row), adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)));
}

static char *
handed_out_words (DovStore  *store,
                  DovRecord *record)
{
  g_autofree char *who = dov_goods_person_short (store, DOV_DISTRIBUTION (record)->person_id);
  g_autofree char *things = dov_goods_things_words (store, DOV_TYPE_DISTRIBUTION, dov_record_get_id (record));

  return g_strdup_printf ("%s: %s", who, things);
}

static char *
handed_out_second (DovStore  *store,
                   DovRecord *record)
{
  DovDistribution *handout = DOV_DISTRIBUTION (record);
  g_autofree char *day = dov_goods_day_words (handout->date);

  return g_strdup_printf (handout->is_signed ? _("No. %1$s · %2$s · signed") : _("No. %1$s · %2$s"), handout->no, day);
}

static void
dress_handed_out (DovStore   *store,
                  DovRecord  *record,
                  DovRowLine *row,
                  gboolean    is_past)
{
  static const DovSign missing = { "document-edit-symbolic", "error" };
  static const DovSign draft = { "document-edit-symbolic", "warning" };

  dov_row_line_set_icon (row, "document-send-symbolic");
  gtk_widget_set_tooltip_text (GTK_WIDGET (row), adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)));
  if (DOV_DISTRIBUTION (record)->status == DOV_DISTRIBUTION_STATUS_DRAFT)
    dov_row_line_append (row, dov_badge_new (_("waits"), &draft));
  else if (!DOV_DISTRIBUTION (record)->is_signed)
    dov_row_line_append (row, dov_badge_new (_("no signature"), &missing));
}

static const DovRelatedList needs = {
  N_("Asked for"), N_("No family has asked for anything yet."), dov_need_get_type, "drive_id",
  .where = "status IN ('open', 'reserved')",
  .order = "CASE priority WHEN 'urgent' THEN 0 WHEN 'normal' THEN 1 ELSE 2 END, date, id",
  .add = N_("Add"), .add_act = "drive.need", .row = dov_need_row_new, .count = count_needs, .most = 5,
};

static const DovRelatedList received = {
  N_("Received"), N_("Nothing has been brought yet."), dov_donation_receipt_get_type, "drive_id",
  .where = "status = 'posted'", .order = "date DESC, id DESC", .first_words = received_words,
  .second_words = received_second, .dress = dress_received, .count = count_times, .most = 4,
};

static const DovRelatedList handed_out = {
  N_("Handed out"), N_("Nothing has been handed out yet."), dov_distribution_get_type, "drive_id",
  .where = "status IN ('draft', 'issued')",
  .order = "status = 'draft', date DESC, CAST(no AS INTEGER) DESC, id DESC", .add = N_("Sheet"), .add_act = "drive.sheet",
  .first_words = handed_out_words, .second_words = handed_out_second, .dress = dress_handed_out, .count = count_times,
  .most = 4,
};

/* ---- what can be done ---- */

/* What a targeted drive is for is for its family. */
static void
fill_in_family (DovSubjectPage *page,
                DovRecord      *draft)
{
  dov_record_set_number (draft, "family_id", DOV_DRIVE (dov_subject_page_get_record (page))->family_id);
}

static void
fill_in_step (DovSubjectPage *page,
              DovRecord      *draft)
{
  dov_set (DOV_DRIVE (draft), status_reason, "");
  dov_set (DOV_DRIVE (draft), closed_on, NULL);
}

static void
run_batch (DovSubjectPage *page,
           const char     *typed)
{
  dov_go_to (page, dov_sheet_page_new (dov_subject_page_get_store (page), dov_subject_page_get_id (page)));
}

static void
run_close (DovSubjectPage *page,
           const char     *typed)
{
  dov_go_to (page, dov_subject_page_new (dov_subject_page_get_store (page), &dov_closing_subject,
                                         dov_subject_page_get_id (page)));
}

static void
run_journal (DovSubjectPage *page,
             const char     *typed)
{
  dov_go_paper (page, "D-32", 0);
}

static void
run_needs (DovSubjectPage *page,
           const char     *typed)
{
  g_autofree char *title = g_strdup_printf ("%s › %s", dov_page_get_title (DOV_PAGE (page)), _("Needs"));
  g_autoptr (GArray) ids = dov_store_see_ids (dov_subject_page_get_store (page), "SELECT id FROM live_need WHERE drive_id = ?1",
                                              "(x)", dov_subject_page_get_id (page));

  dov_go_ids (page, DOV_TYPE_NEED, title, ids);
}

#define OPEN "collecting distributing"

static const DovAct acts[] = {
  { "drive.receive", N_("Receive"), "document-save-symbolic", "F3", DOV_ACT_NEW, .type = dov_donation_receipt_get_type,
    .while_in = OPEN, .is_main = TRUE },
  { "drive.hand-out", N_("Hand Out"), "package-x-generic-symbolic", "F4", DOV_ACT_NEW, .type = dov_distribution_get_type,
    .prepare = fill_in_family, .while_in = "distributing", .is_strong = TRUE },
  { "drive.report", N_("Report"), "x-office-document-symbolic", .kind = DOV_ACT_PAPER, .code = "D-33e" },
  { "drive.collect", N_("Begin to collect"), .kind = DOV_ACT_STEP, .code = "collecting",
    .words = NC_("toast", "Collecting begins: %s"),
    .prepare = fill_in_step, .while_in = "planned", .place = DOV_ACT_UNSEEN },
  { "drive.distribute", N_("Begin to hand out"), .kind = DOV_ACT_STEP, .code = "distributing",
    .words = NC_("toast", "Handing out begins: %s"), .prepare = fill_in_step, .while_in = "collecting", .place = DOV_ACT_UNSEEN },
  { "drive.excel", N_("To Excel"), .key = "<Control>e", .kind = DOV_ACT_RUN, .run = run_excel, .may = has_things,
    .place = DOV_ACT_UNSEEN, .reads = TRUE },
  { "drive.print", N_("Print"), .key = "<Control>p", .kind = DOV_ACT_RUN, .run = run_print, .may = has_things,
    .place = DOV_ACT_UNSEEN, .reads = TRUE },
  { "drive.batch", N_("Hand out to many families…"), .kind = DOV_ACT_RUN, .run = run_batch, .while_in = "distributing",
    .place = DOV_ACT_IN_MENU },
  { "drive.need", N_("A need of a family…"), .kind = DOV_ACT_NEW, .type = dov_need_get_type, .prepare = fill_in_family,
    .place = DOV_ACT_IN_MENU },
  { "drive.kits", N_("Make up kits…"), .kind = DOV_ACT_NEW, .type = dov_kit_build_get_type, .while_in = OPEN,
    .place = DOV_ACT_IN_MENU },
  { "drive.transfer", N_("Move things to another lounge or drive…"), .kind = DOV_ACT_NEW,
    .type = dov_stock_transfer_get_type, .link = "drive_id", .while_in = OPEN, .place = DOV_ACT_IN_MENU },
  { "drive.write-off", N_("Write off…"), .kind = DOV_ACT_NEW, .type = dov_write_off_get_type, .while_in = OPEN,
    .place = DOV_ACT_IN_MENU },
  { "drive.sheet", N_("Sheet of handing out"), .kind = DOV_ACT_PAPER, .code = "D-33a", .place = DOV_ACT_IN_MENU,
    .begins = TRUE },
  { "drive.journal", N_("Register of what was received"), .kind = DOV_ACT_RUN, .run = run_journal,
    .place = DOV_ACT_IN_MENU, .reads = TRUE },
  { "drive.needs", N_("All needs of the drive"), .kind = DOV_ACT_RUN, .run = run_needs, .place = DOV_ACT_IN_MENU,
    .reads = TRUE },
  { "drive.edit", N_("Change the plan…"), .kind = DOV_ACT_EDIT, .place = DOV_ACT_IN_MENU, .begins = TRUE },
  { "drive.close", N_("Close the drive…"), .kind = DOV_ACT_RUN, .run = run_close, .while_in = OPEN,
    .place = DOV_ACT_IN_MENU },
  { "drive.reopen", N_("Open it again"), .kind = DOV_ACT_STEP, .code = "distributing", .words = NC_("toast", "Open again: %s"),
    .prepare = fill_in_step, .while_in = "closed cancelled", .place = DOV_ACT_IN_MENU },
  { "drive.remove", .kind = DOV_ACT_REMOVE, .place = DOV_ACT_IN_MENU },
  { NULL },
};

/* ---- what is told ---- */

static char *
dup_span (DovDrive *drive)
{
  gboolean is_one_year = drive->since != NULL && drive->until != NULL &&
                         g_date_get_year (drive->since) == g_date_get_year (drive->until);
  g_autofree char *since = drive->since == NULL ? g_strdup ("") : !is_one_year ? dov_date_to_words (drive->since) :
    g_strdup_printf (C_("date", "%d %s"), g_date_get_day (drive->since), dov_month_name_of (g_date_get_month (drive->since)));
  g_autofree char *until = drive->until != NULL ? dov_date_to_words (drive->until) : g_strdup ("");

  return g_strdup_printf ("%s – %s", since, until);
}

static char *
dup_facts (DovStore  *store,
           DovRecord *record)
{
  DovDrive *drive = DOV_DRIVE (record);
  g_autofree char *span = dup_span (drive);
  g_autofree char *family = drive->family_id != 0 ? dov_store_describe_id (store, DOV_TYPE_FAMILY, drive->family_id) : NULL;
  g_autofree char *targeted = family != NULL ? g_strdup_printf (_("targeted help: %s"), family) : NULL;
  g_autofree char *collected = *drive->collection_points != '\0'
                               ? g_strdup_printf (_("collected at: %s"), drive->collection_points) : NULL;
  g_autoptr (GString) facts = g_string_new (span);

  dov_join (facts, DOV_JOIN_FACTS, targeted);
  dov_join (facts, DOV_JOIN_FACTS, drive->organiser);
  dov_join (facts, DOV_JOIN_FACTS, collected);

  return g_string_free (g_steal_pointer (&facts), FALSE);
}

static void
tell_of_end (DovSubjectPage *page,
             DovDrive       *drive)
{
  GDate today = dov_today ();
  g_autofree char *day = NULL;
  g_autofree char *lead = NULL;

  if (drive->until == NULL || g_date_compare (drive->until, &today) >= 0)
    return;
  day = dov_date_to_words (drive->until);
  lead = g_strdup_printf (_("The drive was to last until %s"), day);
  dov_subject_page_add_notice (page, DOV_NOTICE_WARNS, lead,
                               _("Say what becomes of what is left, and close it. Or give it more time."), "drive.close");
}

/* What the drive waits for, with the next step. */
static void
tell (DovSubjectPage *page,
      DovRecord      *record)
{
  DovDrive *drive = DOV_DRIVE (record);

  if (drive->status == DOV_DRIVE_STATUS_PLANNED)
    dov_subject_page_add_notice (page, DOV_NOTICE_INFORMS, _("The drive is being prepared"), *drive->needs != '\0' ?
                                 drive->needs : _("When the first things are brought, begin to collect."), "drive.collect");
  else if (drive->status == DOV_DRIVE_STATUS_COLLECTING)
    dov_subject_page_add_notice (page, DOV_NOTICE_INFORMS, _("Things are being collected"), drive->needs, "drive.distribute");
  else if (drive->status == DOV_DRIVE_STATUS_CLOSED)
    dov_subject_page_add_notice (page, DOV_NOTICE_INFORMS, _("The drive is closed: nothing more is received or handed out"),
                                 drive->note, "drive.reopen");
  else if (drive->status == DOV_DRIVE_STATUS_CANCELLED)
    dov_subject_page_add_notice (page, DOV_NOTICE_INFORMS, _("The drive was called off"), drive->status_reason, "drive.reopen");
  else
    tell_of_end (page, drive);
}

static const DovTab tabs[] = {
  { "things", N_("Things"), .make = things_new, .refresh = show_things },
  { "saving", N_("To Excel"), .make = saving_new },
  { NULL },
};

static const DovTab sides[] = {
  { "needs", N_("Asked for"), { &needs } },
  { "received", N_("Received"), { &received } },
  { "handed-out", N_("Handed out"), { &handed_out } },
  { NULL },
};

const DovSubject dov_drive_subject = {
  dov_drive_get_type, "drives", "status", .facts_words = dup_facts, .figures = figures, .acts = acts, .tabs = tabs,
  .sides = sides, .tell = tell,
};
