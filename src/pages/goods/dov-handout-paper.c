/* dov-handout-paper.c - things are handed out to a family: to whom, what, for which child */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-goods-page.h"

#include "dov-field-path.h"
#include "dov-goods-words.h"
#include "dov-item.h"
#include "dov-label.h"
#include "dov-notice.h"
#include "dov-person.h"
#include "dov-reason.h"
#include "dov-recipient-field.h"
#include "dov-section-box.h"

#include <glib/gi18n.h>

#define MOST_HAD 8

/* ---- lines ---- */

/* What is kept back for this family it may have, too. */
static gint64
have (DovGoodsPage         *page,
      const DovStockFigure *figure)
{
  DovDistribution *handout = dov_goods_page_get_draft (page);

  return figure->free + dov_stock_get_kept (dov_goods_page_get_store (page), figure->item_id, handout->family_id, NULL);
}

static char *
note (DovRecord *line,
      gpointer   page)
{
  DovDistribution *handout = dov_goods_page_get_draft (page);
  g_autofree char *words = dov_goods_page_note (line, page);
  g_autofree char *day = NULL;
  g_autoptr (GDate) until = NULL;

  if (dov_stock_get_kept (dov_goods_page_get_store (page), dov_record_get_number (line, "item_id"), handout->family_id,
                          &until) == 0)
    return g_steal_pointer (&words);
  day = dov_goods_day_words (until);

  return g_strdup_printf (_("kept back for this family until %1$s · %2$s"), day, words);
}

static gboolean
has_line (DovGoodsPage *page,
          gint64        item,
          gint64        child)
{
  g_autoptr (GPtrArray) lines = dov_lines_list_lines (dov_goods_page_get_lines (page));

  for (guint i = 0; i < lines->len; i++)
    {
      DovDistributionLine *line = g_ptr_array_index (lines, i);

      if (line->item_id == item && (child == 0 || line->child_id == child))
        return TRUE;
    }

  return FALSE;
}

static void
add_line (DovGoodsPage *page,
          DovNeed      *need)
{
  g_autoptr (DovRecord) line = dov_record_new (DOV_TYPE_DISTRIBUTION_LINE, 0);

  dov_set (DOV_DISTRIBUTION_LINE (line), item_id, need->item_id);
  dov_set (DOV_DISTRIBUTION_LINE (line), qty, need->qty);
  dov_set (DOV_DISTRIBUTION_LINE (line), child_id, need->person_id);
  dov_lines_add_line (dov_goods_page_get_lines (page), line);
  dov_lines_changed (dov_goods_page_get_lines (page));
}

static char *
dup_holds (DovGoodsPage *page)
{
  g_autoptr (GPtrArray) lines = dov_lines_list_lines (dov_goods_page_get_lines (page));
  g_autoptr (GHashTable) children = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autofree char *things = g_strdup_printf (ngettext ("%u thing", "%u things", lines->len), lines->len);
  g_autofree char *whom = NULL;
  guint n;

  for (guint i = 0; i < lines->len; i++)
    {
      DovDistributionLine *line = g_ptr_array_index (lines, i);

      if (line->child_id != 0)
        g_hash_table_add (children, &line->child_id);
    }
  n = g_hash_table_size (children);
  if (n == 0)
    return g_steal_pointer (&things);
  whom = g_strdup_printf (ngettext ("for %u child", "for %u children", n), n);

  return g_strdup_printf ("%s, %s", things, whom);
}

/* ---- beside: what the family asked for, what it has had, how it compares ---- */

static void
hand_out_cb (GtkWidget *button,
             DovNeed   *need)
{
  add_line (DOV_GOODS_PAGE (gtk_widget_get_ancestor (button, DOV_TYPE_GOODS_PAGE)), need);
}

static GtkWidget *
add_button_new (DovNeed    *need,
                const char *title)
{
  GtkWidget *button = gtk_button_new_with_label (_("Add"));
  g_autofree char *label = g_strdup_printf (_("Add: %s"), title);

  dov_name_widget (button, label);
  g_signal_connect_data (button, "clicked", G_CALLBACK (hand_out_cb), g_object_ref (need),
                         (GClosureNotify) (void (*) (void)) g_object_unref, 0);

  return button;
}

static void
add_asked (DovGoodsPage *page,
           DovNeed      *need)
{
  static const DovSign given = { "dov-emblem-ok-symbolic", "success" };
  static const DovSign kept = { "changes-prevent-symbolic", "success" };
  GDate today = dov_today ();
  DovStore *store = dov_goods_page_get_store (page);
  g_autofree char *title = dov_goods_need_words (store, need);
  g_autofree char *who = dov_goods_child_words (store, need->person_id, &today);
  g_autofree char *day = dov_goods_day_words (need->date);
  g_autofree char *second = *who != '\0' ? g_strdup_printf ("%s · %s", who, day) : g_strdup (day);
  DovRowLine *row = DOV_ROW_LINE (dov_row_line_new ("", title, second));

  if (need->item_id != 0 && has_line (page, need->item_id, need->person_id))
    dov_row_line_append (row, dov_badge_new (_("handed out now"), &given));
  else if (need->status == DOV_NEED_STATUS_RESERVED)
    dov_row_line_append (row, dov_badge_new (_("kept back"), &kept));
  if (need->item_id != 0 && !has_line (page, need->item_id, need->person_id))
    dov_row_line_append (row, add_button_new (need, title));
  dov_section_box_append (dov_goods_page_get_part (page, "asked"), GTK_WIDGET (row));
}

static void
show_asked (DovGoodsPage *page,
            gint64        family)
{
  DovStore *store = dov_goods_page_get_store (page);
  DovSectionBox *section = dov_goods_page_get_part (page, "asked");
  g_autoptr (GArray) ids = dov_store_see_ids (store, "SELECT id FROM live_need WHERE family_id = ?1"
                                              " AND status IN ('open', 'reserved') ORDER BY date, id", "(x)", family);
  g_autofree char *count = g_strdup_printf (ngettext ("%u not met yet", "%u not met yet", ids->len), ids->len);

  dov_section_box_clear (section);
  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr (DovRecord) need = dov_store_find (store, DOV_TYPE_NEED, g_array_index (ids, gint64, i), NULL);

      add_asked (page, DOV_NEED (need));
    }
  dov_section_box_set_count (section, ids->len > 0 ? count : "");
}

static void
add_had (DovGoodsPage      *page,
         const DovReceived *received,
         gboolean           is_here)
{
  static const DovSign again = { "dialog-warning-symbolic", "warning" };
  DovStore *store = dov_goods_page_get_store (page);
  g_autoptr (DovRecord) line = dov_store_find (store, DOV_TYPE_DISTRIBUTION_LINE, received->line_id, NULL);
  g_autofree char *day = dov_date_to_shown (received->date);
  g_autofree char *name = dov_store_describe_id (store, DOV_TYPE_ITEM, received->item_id);
  g_autofree char *amount = dov_stock_dup_quantity (store, received->item_id, received->qty);
  g_autoptr (DovPerson) child = dov_store_follow (store, line, "child_id");
  const char *who = child != NULL ? dov_person_get_given (child) : _("whole family");
  g_autofree char *no = dov_field_path_dup (store, line, "distribution_id.no", "");
  g_autofree char *title = g_strdup_printf ("%s, %s", name, amount);
  g_autofree char *second = g_strdup_printf (is_here ? _("%s · this drive") : _("%s · handout No. %s"), who, no);
  GtkWidget *row = dov_row_line_new (day, title, second);

  gtk_widget_set_tooltip_text (row, title);
  if (is_here && received->child_id != 0 && has_line (page, received->item_id, received->child_id))
    dov_row_line_append (DOV_ROW_LINE (row), dov_badge_new (_("again"), &again));
  dov_section_box_append (dov_goods_page_get_part (page, "had"), row);
}

/* Of this drive first, then of the last year. */
static void
show_had (DovGoodsPage    *page,
          DovDistribution *handout)
{
  DovSectionBox *section = dov_goods_page_get_part (page, "had");
  GDate since = dov_today ();
  g_autoptr (GPtrArray) all = dov_stock_list_received (dov_goods_page_get_store (page), handout->family_id, DOV_STOCK_ALL,
                                                       NULL, NULL);
  g_autofree char *count = NULL;
  guint n = 0, n_here = 0;

  g_date_subtract_years (&since, 1);
  dov_section_box_clear (section);
  for (guint pass = 0; all != NULL && pass < 2; pass++)
    for (guint i = 0; i < all->len; i++)
      {
        const DovReceived *received = g_ptr_array_index (all, i);
        gboolean is_here = handout->drive_id != 0 && received->drive_id == handout->drive_id;

        if (is_here != (pass == 0) || (!is_here && g_date_compare (received->date, &since) < 0))
          continue;
        n_here += is_here;
        if (++n <= MOST_HAD)
          add_had (page, received, is_here);
      }
  count = n_here > 0 ? g_strdup_printf (_("%u in this drive, last year too"), n_here) : g_strdup (_("in the last year"));
  dov_section_box_set_count (section, count);
}

static void
show_compare (DovGoodsPage    *page,
              DovDistribution *handout)
{
  DovStore *store = dov_goods_page_get_store (page);
  DovSectionBox *section = dov_goods_page_get_part (page, "compare");
  gint64 times = dov_store_see_number (store, "SELECT count (*) FROM live_distribution WHERE drive_id = ?1 AND family_id = ?2"
                                       " AND status = 'issued'", "(xx)", handout->drive_id, handout->family_id);
  gint64 without = dov_store_see_number (store, "SELECT count (DISTINCT family_id) FROM live_need WHERE drive_id = ?1"
                                         " AND status IN ('open', 'reserved') AND family_id NOT IN"
                                         " (SELECT family_id FROM live_distribution WHERE drive_id = ?1 AND status = 'issued')",
                                         "(x)", handout->drive_id);
  g_autofree char *title = times == 0 ? g_strdup (_("The first handout to the family in this drive")) :
    g_strdup_printf (ngettext ("The family has been handed out %d time in this drive",
                               "The family has been handed out %d times in this drive", (gulong) times), (int) times);
  g_autofree char *second = g_strdup_printf (ngettext ("%d family that asked has had nothing yet",
                                                       "%d families that asked have had nothing yet", (gulong) without),
                                             (int) without);
  GtkWidget *row = dov_row_line_new ("", title, without > 0 ? second : "");

  dov_row_line_set_icon (DOV_ROW_LINE (row), "dialog-information-symbolic");
  dov_section_box_clear (section);
  dov_section_box_append (section, row);
}

/* ---- S4: the same thing to the same child twice in one drive ---- */

/* Why once more, and what it was said of: both are kept with the draft. */
#define REASON "repeat.reason"
#define REPEATED "repeat.words"

static GtkWidget *
repeats_new (DovGoodsPage *page)
{
  return adw_bin_new ();
}

static void show_repeats (DovGoodsPage *page);

static void
given_cb (const char *reason,
          gpointer    page)
{
  dov_record_keep_typed (dov_goods_page_get_draft (page), REASON, reason);
  show_repeats (page);
}

static void
typed_cb (GtkEditable  *entry,
          DovGoodsPage *page)
{
  dov_form_keep_reason (dov_goods_page_get_form (page), "S4", gtk_editable_get_text (entry));
}

static GtkWidget *
repeat_new (DovGoodsPage *page,
            const char   *what)
{
  g_autofree char *words = g_strdup_printf ("%s\n%s", what, _("If it is needed once more, write the reason: it stays in "
                                                              "the history of the handout."));
  GtkWidget *notice = dov_reason_new (words, _("Give the _reason"), page, given_cb, page);

  g_signal_connect_object (dov_reason_get_entry (notice), "changed", G_CALLBACK (typed_cb), page, 0);

  return notice;
}

/* What children have had in this drive before, line by line, as the rule will say it when it is saved. */
static GPtrArray *
list_repeats (DovGoodsPage *page)
{
  g_autoptr (GPtrArray) lines = dov_lines_list_lines (dov_goods_page_get_lines (page));
  GPtrArray *repeats = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < lines->len; i++)
    {
      DovDistributionLine *line = g_ptr_array_index (lines, i);
      char *words = dov_stock_find_repeated (dov_goods_page_get_store (page), dov_goods_page_get_draft (page), line->item_id,
                                             line->child_id);

      if (words != NULL)
        g_ptr_array_add (repeats, words);
    }
  g_ptr_array_add (repeats, NULL);

  return repeats;
}

/* Warns of it with a place for the reason, so nobody is surprised when the handout is saved. */
static void
show_repeats (DovGoodsPage *page)
{
  DovRecord *draft = dov_goods_page_get_draft (page);
  AdwBin *repeats = dov_goods_page_get_part (page, "repeats");
  g_autoptr (GPtrArray) said = list_repeats (page);
  g_autofree char *what = g_strjoinv ("\n", (char **) said->pdata);
  const char *reason = NULL;

  /* A reason was given for what was said then. */
  if (g_strcmp0 (dov_record_get_typed (draft, REPEATED), what) != 0)
    dov_record_keep_typed (draft, REASON, NULL);
  else if (adw_bin_get_child (repeats) != NULL && dov_record_get_typed (draft, REASON) == NULL)
    return;
  dov_record_keep_typed (draft, REPEATED, what);
  reason = dov_record_get_typed (draft, REASON);
  gtk_widget_set_visible (GTK_WIDGET (repeats), *what != '\0');
  if (*what == '\0')
    {
      adw_bin_set_child (repeats, NULL);
    }
  else if (reason == NULL)
    {
      adw_bin_set_child (repeats, repeat_new (page, what));
    }
  else
    {
      g_autofree char *words = g_strdup_printf (_("Reason: %s"), reason);

      for (guint i = 0; i + 1 < said->len; i++)
        dov_form_accept (dov_goods_page_get_form (page), draft, "S4", said->pdata[i], reason);
      adw_bin_set_child (repeats, dov_notice_new (DOV_NOTICE_WARNS, what, words));
    }
}

/* ---- the family ---- */

static void
changed (DovGoodsPage *page)
{
  DovDistribution *handout = dov_goods_page_get_draft (page);
  gboolean is_known = handout->family_id != 0;

  show_repeats (page);
  gtk_widget_set_visible (dov_goods_page_get_part (page, "asked"), is_known);
  gtk_widget_set_visible (dov_goods_page_get_part (page, "had"), is_known);
  gtk_widget_set_visible (dov_goods_page_get_part (page, "compare"), is_known && handout->drive_id != 0);
  if (!is_known)
    return;
  show_asked (page, handout->family_id);
  show_had (page, handout);
  show_compare (page, handout);
}

/* What is kept back for the family is what it comes for. */
static void
add_kept (DovGoodsPage    *page,
          DovDistribution *handout)
{
  DovStore *store = dov_goods_page_get_store (page);
  g_autoptr (GArray) ids =
    dov_store_see_ids (store, "SELECT id FROM live_need WHERE family_id = ?1 AND status = 'reserved' AND item_id IS NOT NULL"
                       " AND (drive_id IS NULL OR drive_id = ?2) ORDER BY date, id", "(xx)", handout->family_id,
                       handout->drive_id);

  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr (DovRecord) need = dov_store_find (store, DOV_TYPE_NEED, g_array_index (ids, gint64, i), NULL);

      add_line (page, DOV_NEED (need));
    }
}

static void
family_changed (DovGoodsPage *page,
                gboolean      by_hand)
{
  DovDistribution *handout = dov_goods_page_get_draft (page);
  DovLines *lines = dov_goods_page_get_lines (page);
  g_autoptr (GPtrArray) before = dov_lines_list_lines (lines);
  GDate today = dov_today ();

  dov_lines_set_people (lines, dov_family_list_children (dov_goods_page_get_store (page), handout->family_id, &today));
  if (by_hand && handout->family_id != 0 && before->len == 0)
    add_kept (page, handout);
}

static const DovGoodsPart parts[] = {
  { N_("To whom"), "family_id" },
  { .name = "repeats", .make = repeats_new },
  { .name = "lines" },
  { N_("The family asked for"), .name = "asked", .empty = N_("Nothing."), .at_end = TRUE },
  { N_("Has had already"), .name = "had", .empty = N_("Nothing in the last year."), .at_end = TRUE },
  { N_("To compare"), .name = "compare", .at_end = TRUE },
  { N_("Paper"), "is_signed no date issued_by_id drive_id basis", .at_end = TRUE },
  { NULL },
};

static const DovFormHint hints[] = {
  { "proxy", N_("Number and date of the power of attorney, or a note of the family") },
  { "is_signed", N_("Signed on the sheet? It can be marked later too; a drive closes only with all signatures") },
  { NULL },
};

static const DovGoodsFilter filters[] = { { "drive_id", "status = 'distributing'" }, { NULL } };

static const DovGoodsFollow follows[] = { { "family_id", family_changed }, { "drive_id", NULL }, { NULL } };

const DovGoodsPaper dov_handout_paper = {
  dov_distribution_get_type, "drives", N_("Handout"), .names_drive = TRUE, .save = N_("Hand Out"),
  .dismiss = N_("Do Not Hand Out"), .print = N_("Hand out and print the act"), .document = "D-33b",
  .words = NC_("toast", "Handout No. %s is written down"), .status = "issued", .number = "no",
  .parts = parts, .recipient = "person_id proxy", .hints = hints, .filters = filters, .follows = follows,
  .lines = {
    dov_distribution_line_get_type, "distribution_id", N_("What is handed out"), "child_id qty",
    N_("Add a thing: its name or kind   (Ctrl+N)"), .look = dov_goods_page_look, .note = note, .check = dov_goods_page_check,
  },
  .have = have, .dup_holds = dup_holds, .changed = changed,
};
