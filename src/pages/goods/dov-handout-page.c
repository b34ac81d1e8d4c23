/* dov-handout-page.c - things are handed out to a family: to whom, what, for which child */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-handout-page-private.h"

#include <glib/gi18n.h>

#include "dov-distribution-line.h"
#include "dov-drive.h"
#include "dov-family.h"
#include "dov-goods-query.h"
#include "dov-item.h"
#include "dov-link-row.h"
#include "dov-need.h"
#include "dov-number.h"
#include "dov-shelf.h"

/* A family is found by the names of its members too. */
#define FAMILIES_BY_MEMBERS \
  "SELECT m.family_id FROM family_member m JOIN person p ON p.id = m.person_id " \
  "WHERE m.removed IS NULL AND p.removed IS NULL AND instr (p.key, ?w) > 0"

G_DEFINE_FINAL_TYPE (DovHandoutPage, dov_handout_page, DOV_TYPE_GOODS_PAGE)

DovDistribution *
dov_handout_page_get_draft (DovHandoutPage *self)
{
  return DOV_DISTRIBUTION (dov_goods_page_get_draft (DOV_GOODS_PAGE (self)));
}

static DovForm *
get_form (DovHandoutPage *self)
{
  return dov_form_page_get_form (DOV_FORM_PAGE (self));
}

static DovStore *
get_store (DovHandoutPage *self)
{
  return dov_form_page_get_store (DOV_FORM_PAGE (self));
}

/**
 * dov_handout_page_count_kept:
 * @until: (out) (optional): the last day
 *
 * Returns: how much of a thing is kept back for this family
 */
gint64
dov_handout_page_count_kept (DovHandoutPage *self,
                             gint64          item,
                             GDate         **until)
{
  GDate day = dov_today ();
  g_autofree char *today = dov_date_to_iso (&day);
  gint64 family = dov_handout_page_get_draft (self)->family_id;

  if (until != NULL)
    {
      g_autofree char *last = dov_goods_ask_text (get_store (self),
        "SELECT min(reserved_until) FROM need WHERE family_id = ?1 AND item_id = ?2 AND status = 'reserved' AND removed IS NULL",
        g_variant_new ("(xx)", family, item));

      dov_date_from_iso (last, until);
    }

  return dov_goods_count (get_store (self),
    "SELECT coalesce(sum(qty), 0) FROM need WHERE family_id = ?1 AND item_id = ?2 AND status = 'reserved' "
    "AND removed IS NULL AND (reserved_until IS NULL OR reserved_until >= ?3)",
    g_variant_new ("(xxs)", family, item, today));
}

/* ---- lines ---- */

static char *
note_cb (DovLines  *lines,
         DovRecord *record,
         gpointer   user_data)
{
  DovHandoutPage *self = user_data;
  DovDistributionLine *line = DOV_DISTRIBUTION_LINE (record);
  g_autoptr (GDate) until = NULL;
  gint64 kept = dov_handout_page_count_kept (self, line->item_id, &until);
  g_autofree char *words = NULL;

  dov_goods_page_find_free (DOV_GOODS_PAGE (self), line->item_id, &words);
  if (kept > 0)
    {
      g_autofree char *day = dov_goods_day_words (until);

      return *day != '\0' ? g_strdup_printf (_("kept back for this family until %1$s · %2$s"), day, words)
                          : g_strdup_printf (_("kept back for this family · %s"), words);
    }

  return g_steal_pointer (&words);
}

/* “Free 24 kg, another 12 kg is kept back for other families…” or “There are 3, needed 5, another 4 in Sludka.” */
static char *
check_cb (DovLines  *lines,
          DovRecord *record,
          gpointer   user_data)
{
  DovHandoutPage *self = user_data;
  DovDistributionLine *line = DOV_DISTRIBUTION_LINE (record);
  gint64 others = dov_lines_sum (lines, line->item_id, record);
  gint64 wanted, have;

  if (line->qty == DOV_UNKNOWN)
    return NULL;
  if (line->qty <= 0)
    return g_strdup (_("Type more than nothing, or take the line out."));

  wanted = line->qty + others;
  have = dov_goods_page_find_free (DOV_GOODS_PAGE (self), line->item_id, NULL) +
         dov_handout_page_count_kept (self, line->item_id, NULL);

  return wanted > have ?
    dov_goods_page_dup_shortage (DOV_GOODS_PAGE (self), line->item_id, have, wanted) : NULL;
}

static char *
dup_children_words (guint n)
{
  return g_strdup_printf (ngettext ("for %u child", "for %u children", n), n);
}

static void
show_total (DovHandoutPage *self)
{
  g_autoptr (GPtrArray) lines = dov_lines_list_lines (dov_goods_page_get_lines (DOV_GOODS_PAGE (self)));
  g_autoptr (GHashTable) children = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autofree char *count = g_strdup_printf (ngettext ("%u thing", "%u things", lines->len), lines->len);
  g_autofree char *total = NULL;
  guint n_children;

  for (guint i = 0; i < lines->len; i++)
    {
      DovDistributionLine *line = g_ptr_array_index (lines, i);

      if (line->child_id != 0)
        g_hash_table_add (children, &line->child_id);
    }
  n_children = g_hash_table_size (children);
  if (n_children > 0)
    {
      g_autofree char *whom = dup_children_words (n_children);

      total = g_strdup_printf (_("Handout No. %1$s: %2$s, %3$s"), dov_handout_page_get_draft (self)->no, count, whom);
    }
  else
    {
      total = g_strdup_printf (_("Handout No. %1$s: %2$s"), dov_handout_page_get_draft (self)->no, count);
    }
  dov_form_set_total (get_form (self), total);
}

static void
lines_changed_cb (DovHandoutPage *self)
{
  show_total (self);
  dov_handout_page_show_repeats (self);
  dov_handout_page_show_side (self);
}

/* What is there comes first, and says how much of it is free. */
static GPtrArray *
look_cb (const char *words,
         guint       at_most,
         gpointer    user_data)
{
  DovHandoutPage *self = user_data;
  DovDistribution *draft = dov_handout_page_get_draft (self);
  DovShelfWish wish = { .drive = draft->drive_id, .lounge = draft->lounge_id, .words = words };
  g_autoptr (GListModel) shelves = dov_shelf_list (get_store (self), &wish, NULL);
  GPtrArray *found = g_ptr_array_new_with_free_func ((GDestroyNotify) dov_found_free);

  for (guint i = 0; shelves != NULL && i < g_list_model_get_n_items (shelves) && found->len < at_most; i++)
    {
      g_autoptr (DovShelf) shelf = g_list_model_get_item (shelves, i);
      gint64 item = dov_shelf_get_item (shelf);
      char *free_words = NULL;

      dov_goods_page_find_free (DOV_GOODS_PAGE (self), item, &free_words);
      g_ptr_array_add (found, dov_found_new (item, dov_store_describe_id (get_store (self), DOV_TYPE_ITEM, item), free_words));
    }

  return found;
}

/* ---- the family ---- */

/* What is kept back for the family is what it comes for. */
static void
add_kept_lines (DovHandoutPage *self)
{
  DovLines *lines = dov_goods_page_get_lines (DOV_GOODS_PAGE (self));
  g_autoptr (GPtrArray) before = dov_lines_list_lines (lines);
  DovDistribution *draft = dov_handout_page_get_draft (self);
  g_autoptr (GArray) ids = NULL;

  if (before->len > 0)
    return;
  ids = dov_goods_list_ids (get_store (self),
    "SELECT id FROM need WHERE family_id = ?1 AND status = 'reserved' AND item_id IS NOT NULL AND removed IS NULL "
    "AND (drive_id IS NULL OR drive_id = ?2) ORDER BY date, id",
    g_variant_new ("(xx)", draft->family_id, draft->drive_id));
  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr (DovRecord) need = dov_store_find (get_store (self), DOV_TYPE_NEED, g_array_index (ids, gint64, i), NULL);
      g_autoptr (DovRecord) line = dov_record_new (DOV_TYPE_DISTRIBUTION_LINE, 0);

      if (need == NULL)
        continue;
      dov_set (DOV_DISTRIBUTION_LINE (line), item_id, DOV_NEED (need)->item_id);
      dov_set (DOV_DISTRIBUTION_LINE (line), qty, DOV_NEED (need)->qty);
      dov_set (DOV_DISTRIBUTION_LINE (line), child_id, DOV_NEED (need)->person_id);
      dov_lines_add_line (lines, line);
      dov_lines_show_line (lines, line);
    }
}

static void
family_changed (DovHandoutPage *self,
                gboolean        by_hand)
{
  DovDistribution *draft = dov_handout_page_get_draft (self);
  DovLines *lines = dov_goods_page_get_lines (DOV_GOODS_PAGE (self));
  GDate today = dov_today ();

  if (draft->family_id == self->shown_family)
    return;

  self->shown_family = draft->family_id;
  if (by_hand)
    {
      dov_set (draft, person_id, 0);
      dov_set (draft, proxy, "");
    }
  dov_recipient_field_set_family (self->recipient, draft->family_id);
  dov_lines_set_people (lines, dov_family_list_children (get_store (self), draft->family_id, &today));
  if (by_hand)
    add_kept_lines (self);
  dov_lines_refresh (lines);
  lines_changed_cb (self);
}

static void
edited_cb (DovHandoutPage *self)
{
  family_changed (self, TRUE);
}

/* ---- saving ---- */

static char *
dov_handout_page_dup_words (DovGoodsPage *page)
{
  return g_strdup_printf (_("Handout No. %s is written down"), DOV_DISTRIBUTION (dov_goods_page_get_draft (page))->no);
}

static void
print_cb (DovHandoutPage *self)
{
  dov_goods_page_print_next (DOV_GOODS_PAGE (self), "D-33b");
}

/* ---- how it is built ---- */

static DovSectionBox *
section_new (DovHandoutPage *self,
             const char     *title,
             const char     *empty)
{
  GtkWidget *section = dov_section_box_new (title);

  dov_section_box_set_empty (DOV_SECTION_BOX (section), empty);
  gtk_widget_set_visible (section, FALSE);
  dov_form_add_widget (get_form (self), section, TRUE);

  return DOV_SECTION_BOX (section);
}

static void
add_fields (DovHandoutPage *self)
{
  DovForm *form = get_form (self);
  DovFieldGroup *who = dov_form_add_group (form, _("To whom"), "family_id", FALSE);
  DovLinkRow *family = DOV_LINK_ROW (dov_field_group_find (who, "family_id"));
  DovFieldGroup *proxy, *paper;
  GtkWidget *place = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  dov_link_row_set_also (family, FAMILIES_BY_MEMBERS);
  dov_link_row_set_makes (family, FALSE);
  g_signal_connect_object (family, "edited", G_CALLBACK (edited_cb), self, G_CONNECT_SWAPPED);
  dov_form_add_widget (form, place, FALSE);
  proxy = dov_form_add_group (form, _("Who comes instead"), "person_id proxy", FALSE);
  dov_field_row_set_hint (dov_field_group_find (proxy, "proxy"),
                          _("Number and date of the power of attorney, or a note of the family"));
  self->recipient = DOV_RECIPIENT_FIELD (dov_recipient_field_new (form, _("Taken by a grown-up *"), proxy));
  gtk_box_append (GTK_BOX (place), GTK_WIDGET (self->recipient));

  self->repeats = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing", 8, "visible", FALSE, NULL);
  dov_form_add_widget (form, self->repeats, FALSE);
  dov_form_add_widget (form, GTK_WIDGET (dov_goods_page_get_lines (DOV_GOODS_PAGE (self))), FALSE);

  self->asked = section_new (self, _("The family asked for"), _("Nothing."));
  self->had = section_new (self, _("Has had already"), _("Nothing in the last year."));
  self->compare = section_new (self, _("To compare"), "");
  paper = dov_form_add_group (form, _("Paper"), "is_signed no date issued_by_id drive_id basis", TRUE);
  dov_field_row_set_hint (dov_field_group_find (paper, "is_signed"),
                          _("Signed on the sheet? It can be marked later too; a drive closes only with all signatures"));
  dov_link_row_set_filter (DOV_LINK_ROW (dov_field_group_find (paper, "drive_id")), "status = 'distributing'", NULL);
}

/**
 * dov_handout_page_new:
 * @draft: a new handout, with the drive and the family if they are known
 * @kept: the number of the unfinished form that is taken up again, 0 for none
 *
 * Returns: (transfer floating): the page
 */
DovPage *
dov_handout_page_new (DovStore        *store,
                      DovDistribution *draft,
                      gint64           kept)
{
  DovHandoutPage *self = g_object_new (DOV_TYPE_HANDOUT_PAGE, NULL);
  DovGoodsPage *page = DOV_GOODS_PAGE (self);
  const DovLinesSpec spec = {
    .line = DOV_TYPE_DISTRIBUTION_LINE, .owner = "distribution_id", .title = _("What is handed out"),
    .fields = "child_id qty", .add = _("Add a thing: its name or kind   (Ctrl+N)"),
  };
  g_autofree char *drive = NULL;
  g_autofree char *title = NULL;
  GtkWidget *print;
  DovLines *lines;

  dov_goods_page_begin (page, store, DOV_RECORD (draft), kept);
  drive = draft->drive_id != 0 ? dov_store_describe_id (store, DOV_TYPE_DRIVE, draft->drive_id) : g_strdup (_("Stock"));
  title = g_strdup_printf ("%s › %s", drive, _("Handout"));
  dov_page_set_title (DOV_PAGE (self), title);
  lines = DOV_LINES (dov_lines_new (get_form (self), &spec));
  dov_lines_set_look (lines, look_cb, self);
  dov_lines_set_note (lines, note_cb, self);
  dov_lines_set_check (lines, check_cb, self);
  dov_goods_page_set_lines (page, lines);
  add_fields (self);
  g_signal_connect_object (lines, "changed", G_CALLBACK (lines_changed_cb), self, G_CONNECT_SWAPPED);
  print = dov_form_add_action (get_form (self), "document-print-symbolic", _("Hand out and print the act"));
  g_signal_connect_swapped (print, "clicked", G_CALLBACK (print_cb), self);
  dov_form_set_verbs (get_form (self), _("Hand Out"), _("Do Not Hand Out"));
  family_changed (self, kept == 0 && draft->family_id != 0);
  dov_goods_page_finish (page);
  show_total (self);

  return DOV_PAGE (self);
}

static void
dov_handout_page_class_init (DovHandoutPageClass *klass)
{
  DovGoodsPageClass *goods_class = DOV_GOODS_PAGE_CLASS (klass);

  goods_class->dup_words = dov_handout_page_dup_words;
  goods_class->status = "issued";
}

static void
dov_handout_page_init (DovHandoutPage *self)
{
}
