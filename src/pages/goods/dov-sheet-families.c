/* dov-sheet-families.c - the families of a sheet, what each gets, and whether there is enough for all */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-sheet-page-private.h"

#include <glib/gi18n.h>

#include "dov-deed.h"
#include "dov-distribution-line.h"
#include "dov-errors.h"
#include "dov-family.h"
#include "dov-goods-query.h"
#include "dov-item.h"
#include "dov-line-row.h"
#include "dov-need.h"
#include "dov-notice.h"
#include "dov-recipient-field.h"
#include "dov-shelf.h"
#include "dov-stock.h"

static gboolean
is_on_sheet (DovSheetPage *self,
             gint64        family)
{
  return dov_goods_count (self->store,
    "SELECT count(*) FROM distribution WHERE drive_id = ?1 AND sheet_no = ?2 AND family_id = ?3 AND removed IS NULL "
    "AND status IN ('draft', 'issued')",
    g_variant_new ("(xsx)", dov_sheet_page_get_drive (self), self->sheet, family)) > 0;
}

static DovRecord *
line_new (gint64 item,
          gint64 qty,
          gint64 child)
{
  DovRecord *line = dov_record_new (DOV_TYPE_DISTRIBUTION_LINE, 0);

  dov_set (DOV_DISTRIBUTION_LINE (line), item_id, item);
  dov_set (DOV_DISTRIBUTION_LINE (line), qty, qty);
  dov_set (DOV_DISTRIBUTION_LINE (line), child_id, child);

  return line;
}

/* What a family asked for in this drive, as far as it is known which thing. */
static void
add_needs (DovSheetPage *self,
           gint64        family,
           GPtrArray    *lines)
{
  g_autoptr (GArray) ids = dov_goods_list_ids (self->store,
    "SELECT id FROM need WHERE family_id = ?1 AND (drive_id = ?2 OR drive_id IS NULL) AND item_id IS NOT NULL "
    "AND status IN ('open', 'reserved') AND removed IS NULL ORDER BY date, id",
    g_variant_new ("(xx)", family, dov_sheet_page_get_drive (self)));

  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr (DovRecord) need = dov_store_find (self->store, DOV_TYPE_NEED, g_array_index (ids, gint64, i), NULL);

      if (need != NULL)
        g_ptr_array_add (lines, line_new (DOV_NEED (need)->item_id, DOV_NEED (need)->qty, DOV_NEED (need)->person_id));
    }
}

/* What each gets: once for the family, or once for every child. */
static void
add_each (DovSheetPage *self,
          GPtrArray    *children,
          GPtrArray    *lines)
{
  g_autoptr (GPtrArray) each = dov_lines_list_lines (self->lines);
  gboolean by_child = gtk_check_button_get_active (GTK_CHECK_BUTTON (self->by_child));

  for (guint i = 0; i < each->len; i++)
    {
      DovDistributionLine *line = g_ptr_array_index (each, i);

      if (line->qty == DOV_UNKNOWN || line->qty <= 0)
        continue;
      for (guint n = 0; by_child && n < children->len; n++)
        g_ptr_array_add (lines, line_new (line->item_id, line->qty, ((DovLinePerson *) g_ptr_array_index (children, n))->id));
      if (!by_child)
        g_ptr_array_add (lines, line_new (line->item_id, line->qty, 0));
    }
}

static gboolean
add_family (DovSheetPage  *self,
            gint64         family,
            gboolean       by_needs,
            char         **why)
{
  GDate today = dov_today ();
  g_autoptr (GPtrArray) adults = dov_family_list_adults (self->store, family, &today);
  g_autoptr (GPtrArray) children = dov_family_list_children (self->store, family, &today);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (DovRecord) handout = dov_record_new (DOV_TYPE_DISTRIBUTION, 0);
  g_autoptr (GError) error = NULL;
  gint64 row;

  if (is_on_sheet (self, family))
    {
      *why = g_strdup (_("is on the list already"));
      return FALSE;
    }
  if (adults->len == 0)
    {
      *why = g_strdup (_("no grown-up is written down in the family; add who will come"));
      return FALSE;
    }
  if (by_needs)
    add_needs (self, family, lines);
  add_each (self, children, lines);
  if (lines->len == 0)
    {
      *why = by_needs ? g_strdup (_("asked for nothing that is known; say below what each gets")) :
                        g_strdup (_("say first what each family gets"));
      return FALSE;
    }

  row = dov_goods_count (self->store,
    "SELECT coalesce(max(row_no), 0) + 1 FROM distribution WHERE drive_id = ?1 AND sheet_no = ?2",
    g_variant_new ("(xs)", dov_sheet_page_get_drive (self), self->sheet));
  dov_set (DOV_DISTRIBUTION (handout), date, &today);
  dov_set (DOV_DISTRIBUTION (handout), lounge_id, dov_sheet_page_get_lounge (self));
  dov_set (DOV_DISTRIBUTION (handout), drive_id, dov_sheet_page_get_drive (self));
  dov_set (DOV_DISTRIBUTION (handout), family_id, family);
  dov_set (DOV_DISTRIBUTION (handout), person_id, ((DovLinePerson *) g_ptr_array_index (adults, 0))->id);
  dov_set (DOV_DISTRIBUTION (handout), issued_by_id, dov_goods_find_me (self->store));
  dov_set (DOV_DISTRIBUTION (handout), sheet_no, self->sheet);
  dov_set (DOV_DISTRIBUTION (handout), row_no, row);
  if (dov_stock_prepare_issue (self->store, DOV_DISTRIBUTION (handout), lines, &error))
    return TRUE;
  *why = dov_errors_dup_words (error);

  return FALSE;
}

/**
 * dov_sheet_page_add_families:
 * @families: (element-type gint64): who is put on the list
 * @by_needs: each gets what it asked for too
 *
 * Puts families on the list; whoever cannot be put there is named.
 *
 * Returns: how many are on it now
 */
guint
dov_sheet_page_add_families (DovSheetPage *self,
                             GArray       *families,
                             gboolean      by_needs)
{
  g_autoptr (GString) troubles = g_string_new (NULL);
  g_autofree char *lead = NULL;
  guint n_added = 0;

  for (guint i = 0; i < families->len; i++)
    {
      gint64 family = g_array_index (families, gint64, i);
      g_autofree char *why = NULL;
      g_autofree char *name = NULL;

      if (add_family (self, family, by_needs, &why))
        {
          n_added++;
          continue;
        }
      name = dov_store_describe_id (self->store, DOV_TYPE_FAMILY, family);
      g_string_append_printf (troubles, "%s%s: %s", troubles->len > 0 ? "\n" : "", name, why);
    }
  lead = g_strdup_printf (ngettext ("%u family is put on the list", "%u families are put on the list", n_added), n_added);
  dov_sheet_page_answer (self, troubles->len > 0 ? DOV_NOTICE_WARNS : DOV_NOTICE_INFORMS, lead, troubles->str);

  return n_added;
}

/* ---- the list ---- */

static void
hand_out_cb (GtkWidget    *button,
             const gint64 *id)
{
  dov_sheet_page_mark (DOV_SHEET_PAGE (gtk_widget_get_ancestor (button, DOV_TYPE_SHEET_PAGE)), *id);
}

static void
drop_cb (GtkWidget    *button,
         const gint64 *id)
{
  DovSheetPage *self = DOV_SHEET_PAGE (gtk_widget_get_ancestor (button, DOV_TYPE_SHEET_PAGE));
  g_autoptr (DovRecord) handout = dov_store_find (self->store, DOV_TYPE_DISTRIBUTION, *id, NULL);

  if (handout != NULL)
    dov_deed_remove (self, self->store, handout, NULL);
}

/* Who may take the things of a handout. */
typedef struct
{
  gint64     handout;
  GPtrArray *adults;
} Takers;

static void
free_takers (gpointer  data,
             GClosure *closure)
{
  Takers *takers = data;

  g_ptr_array_unref (takers->adults);
  g_free (takers);
}

static gboolean
save (DovStore  *store,
      gpointer   draft,
      GError   **error)
{
  return dov_store_save (store, draft, error);
}

static void
recipient_cb (GtkDropDown  *list,
              GParamSpec   *pspec,
              const Takers *takers)
{
  DovSheetPage *self = DOV_SHEET_PAGE (gtk_widget_get_ancestor (GTK_WIDGET (list), DOV_TYPE_SHEET_PAGE));
  guint selected = gtk_drop_down_get_selected (list);
  g_autoptr (DovRecord) living = dov_store_find (self->store, DOV_TYPE_DISTRIBUTION, takers->handout, NULL);
  g_autoptr (DovRecord) draft = living != NULL ? dov_record_dup (living) : NULL;

  if (draft == NULL || selected >= takers->adults->len)
    return;
  dov_set (DOV_DISTRIBUTION (draft), person_id, ((DovLinePerson *) g_ptr_array_index (takers->adults, selected))->id);
  dov_deed_do (self, self->store, &(DovDeed) {
    .act = save, .data = g_steal_pointer (&draft), .free_data = g_object_unref, .is_silent = TRUE });
}

static GtkWidget *
recipient_new (DovSheetPage    *self,
               DovDistribution *handout,
               const char      *family)
{
  GDate today = dov_today ();
  GPtrArray *adults = dov_family_list_adults (self->store, handout->family_id, &today);
  Takers takers = { dov_record_get_id (DOV_RECORD (handout)), adults };
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);
  g_autofree char *label = g_strdup_printf (_("Taken by a grown-up: %s"), family);
  GtkWidget *list;
  guint selected = 0;

  for (guint i = 0; i < adults->len; i++)
    {
      gtk_string_list_append (words, ((DovLinePerson *) g_ptr_array_index (adults, i))->words);
      if (((DovLinePerson *) g_ptr_array_index (adults, i))->id == handout->person_id)
        selected = i;
    }
  list = gtk_drop_down_new (G_LIST_MODEL (g_object_ref (words)), NULL);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (list), selected);
  gtk_widget_add_css_class (list, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_data (list, "notify::selected", G_CALLBACK (recipient_cb), g_memdup2 (&takers, sizeof takers),
                         free_takers, 0);

  return list;
}

static GtkWidget *
button_new (gint64      id,
            const char *label,
            const char *icon,
            const char *name,
            GCallback   clicked)
{
  GtkWidget *button = icon != NULL ? gtk_button_new_from_icon_name (icon) : gtk_button_new_with_label (label);
  g_autofree char *words = g_strdup_printf ("%s: %s", label, name);

  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_widget_set_tooltip_text (button, label);
  g_signal_connect_data (button, "clicked", clicked, g_memdup2 (&id, sizeof id), (GClosureNotify) (GCallback) g_free, 0);

  return button;
}

static void
add_row (DovSheetPage    *self,
         DovDistribution *handout)
{
  static const DovSign done = { "emblem-ok-symbolic", "success" };
  gint64 id = dov_record_get_id (DOV_RECORD (handout));
  g_autofree char *number = g_strdup_printf ("%d", (int) handout->row_no);
  g_autofree char *family = dov_store_describe_id (self->store, DOV_TYPE_FAMILY, handout->family_id);
  g_autofree char *things = dov_goods_things_words (self->store, "distribution_line", "distribution_id", id);
  GtkWidget *row = dov_row_line_new (number, family, things);

  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 2);
  if (handout->status == DOV_DISTRIBUTION_STATUS_DRAFT)
    {
      GtkWidget *drop = button_new (id, _("Take off the list"), "edit-clear-symbolic", family, G_CALLBACK (drop_cb));

      gtk_widget_add_css_class (drop, "flat");
      dov_row_line_append (DOV_ROW_LINE (row), recipient_new (self, handout, family));
      dov_row_line_append (DOV_ROW_LINE (row), button_new (id, _("Hand Out"), NULL, family, G_CALLBACK (hand_out_cb)));
      dov_row_line_append (DOV_ROW_LINE (row), drop);
    }
  else
    {
      g_autofree char *who = dov_goods_person_short (self->store, handout->person_id);

      dov_row_line_append (DOV_ROW_LINE (row), gtk_label_new (who));
      dov_row_line_append (DOV_ROW_LINE (row), dov_badge_new (_("handed out"), &done));
      gtk_widget_add_css_class (row, "past");
    }
  dov_section_box_append (self->families, row);
}

/**
 * dov_sheet_page_show_rows:
 * @self: the page
 *
 * Shows the families in the order of the paper.
 */
void
dov_sheet_page_show_rows (DovSheetPage *self)
{
  g_autoptr (GArray) ids = dov_sheet_page_list (self);
  guint n_done = 0;
  g_autofree char *count = NULL;

  dov_section_box_clear (self->families);
  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr (DovRecord) handout = dov_store_find (self->store, DOV_TYPE_DISTRIBUTION, g_array_index (ids, gint64, i), NULL);

      if (handout == NULL)
        continue;
      n_done += DOV_DISTRIBUTION (handout)->status == DOV_DISTRIBUTION_STATUS_ISSUED;
      add_row (self, DOV_DISTRIBUTION (handout));
    }
  /* Translators: of a list of families: how many have had theirs, how many are still to come */
  count = g_strdup_printf (_("handed out %1$u, to come %2$u"), n_done, ids->len - n_done);
  dov_section_box_set_count (self->families, ids->len > 0 ? count : "");
}

/**
 * dov_sheet_page_show_totals:
 * @self: the page
 *
 * Says whether there is enough for all who are still to come.
 */
void
dov_sheet_page_show_totals (DovSheetPage *self)
{
  static const DovSign enough = { "emblem-ok-symbolic", "success" };
  static const DovSign missing = { "dialog-error-symbolic", "error" };
  g_autoptr (DovStatement) rows = dov_database_prepare (dov_store_get_seen (self->store),
    "SELECT l.item_id, sum(l.qty), coalesce((SELECT sum(n.qty) FROM need n WHERE n.item_id = l.item_id AND n.status = 'reserved' "
    "AND n.removed IS NULL AND n.family_id IN (SELECT s.family_id FROM distribution s WHERE s.drive_id = ?1 AND s.sheet_no = ?2 "
    "AND s.status = 'draft' AND s.removed IS NULL)), 0) FROM distribution_line l JOIN distribution d ON d.id = l.distribution_id "
    "WHERE d.drive_id = ?1 AND d.sheet_no = ?2 AND d.status = 'draft' AND d.removed IS NULL AND l.removed IS NULL "
    "GROUP BY l.item_id ORDER BY min(l.id)", NULL);

  dov_section_box_clear (self->totals);
  if (rows == NULL)
    return;
  dov_statement_bind_integer (rows, 1, dov_sheet_page_get_drive (self));
  dov_statement_bind_text (rows, 2, self->sheet);
  while (dov_statement_step (rows, NULL))
    {
      gint64 item = dov_statement_column_integer (rows, 0), wanted = dov_statement_column_integer (rows, 1);
      g_autoptr (DovShelf) shelf = dov_shelf_find (self->store, item, dov_sheet_page_get_lounge (self),
                                                   dov_sheet_page_get_drive (self));
      gint64 have = shelf != NULL ? dov_shelf_get_free (shelf) + dov_statement_column_integer (rows, 2) : 0;
      const char *unit = shelf != NULL ? dov_shelf_get_unit (shelf) : "";
      g_autofree char *name = dov_store_describe_id (self->store, DOV_TYPE_ITEM, item);
      g_autofree char *asked = dov_shelf_amount_words (wanted, unit);
      g_autofree char *there = dov_shelf_amount_words (have, unit);
      g_autofree char *second = g_strdup_printf (_("needed %1$s, there is %2$s"), asked, there);
      g_autofree char *lacks = dov_shelf_amount_words (wanted - have, unit);
      g_autofree char *words = g_strdup_printf (_("%s short"), lacks);
      GtkWidget *row = dov_row_line_new ("", name, second);

      dov_row_line_append (DOV_ROW_LINE (row), dov_badge_new (wanted > have ? words : _("enough"),
                                                             wanted > have ? &missing : &enough));
      dov_section_box_append (self->totals, row);
    }
}
