/* dov-sheet-page.c - handing out to many families: the list, what each gets, who came, back from the paper */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-sheet-page-private.h"

#include <glib/gi18n.h>

#include "dov-distribution-line.h"
#include "dov-family.h"
#include "dov-fold-columns.h"
#include "dov-keep-shown.h"
#include "dov-go.h"
#include "dov-goods-page.h"
#include "dov-goods-query.h"
#include "dov-notice.h"
#include "dov-own-lounge.h"
#include "dov-ref-item.h"

G_DEFINE_FINAL_TYPE (DovSheetPage, dov_sheet_page, DOV_TYPE_PAGE)

gint64
dov_sheet_page_get_drive (DovSheetPage *self)
{
  return dov_record_get_id (DOV_RECORD (self->drive));
}

gint64
dov_sheet_page_get_lounge (DovSheetPage *self)
{
  return self->drive->lounge_id != 0 ? self->drive->lounge_id : dov_own_lounge_find (self->store);
}

/* The handouts of the sheet, in the order of the paper. */
GArray *
dov_sheet_page_list (DovSheetPage *self)
{
  return dov_goods_list_ids (self->store,
    "SELECT id FROM distribution WHERE drive_id = ?1 AND sheet_no = ?2 AND lounge_id = ?3 AND status IN ('draft', 'issued') "
    "AND removed IS NULL ORDER BY row_no, id",
    g_variant_new ("(xsx)", dov_sheet_page_get_drive (self), self->sheet, dov_sheet_page_get_lounge (self)));
}

void
dov_sheet_page_answer (DovSheetPage *self,
                       guint         kind,
                       const char   *words,
                       const char   *more)
{
  dov_page_clear_answer (DOV_PAGE (self));
  dov_page_answer (DOV_PAGE (self), dov_notice_new (kind, words, more));
}

/* The sheet that is not finished, or else the next one. */
static char *
find_sheet (DovSheetPage *self)
{
  g_autofree char *open = dov_goods_ask_text (self->store,
    "SELECT sheet_no FROM distribution WHERE drive_id = ?1 AND status = 'draft' AND sheet_no IS NOT NULL AND removed IS NULL "
    "ORDER BY CAST(sheet_no AS INTEGER) DESC LIMIT 1", g_variant_new ("(x)", dov_sheet_page_get_drive (self)));

  if (*open != '\0')
    return g_steal_pointer (&open);

  return g_strdup_printf ("%" G_GINT64_FORMAT, dov_goods_count (self->store,
    "SELECT coalesce(max(CAST(sheet_no AS INTEGER)), 0) + 1 FROM distribution WHERE drive_id = ?1",
    g_variant_new ("(x)", dov_sheet_page_get_drive (self))));
}

static void
show_all (gpointer page)
{
  DovSheetPage *self = page;
  g_autofree char *title = g_strdup_printf (_("Sheet No. %s"), self->sheet);
  g_autoptr (GArray) ids = dov_sheet_page_list (self);

  gtk_label_set_label (GTK_LABEL (self->name), title);
  gtk_label_set_label (GTK_LABEL (self->facts), self->drive->name);
  gtk_widget_set_sensitive (self->print, ids->len > 0);
  dov_sheet_page_show_rows (self);
  dov_sheet_page_show_totals (self);
}

/* ---- who is on the list ---- */

static GPtrArray *
look_family_cb (const char *words,
                guint       at_most,
                gpointer    user_data)
{
  DovSheetPage *self = user_data;
  GPtrArray *found = g_ptr_array_new_with_free_func ((GDestroyNotify) dov_found_free);
  DovQuery query = { .words = words, .also = DOV_FAMILIES_BY_MEMBERS };
  g_autoptr (GArray) ids = dov_store_list (self->store, DOV_TYPE_FAMILY, &query, NULL);

  for (guint i = 0; ids != NULL && i < MIN (ids->len, at_most); i++)
    {
      gint64 id = g_array_index (ids, gint64, i);
      gint64 times = dov_goods_count (self->store,
        "SELECT count(*) FROM distribution WHERE drive_id = ?1 AND family_id = ?2 AND status = 'issued' AND removed IS NULL",
        g_variant_new ("(xx)", dov_sheet_page_get_drive (self), id));
      char *had = times == 0 ? g_strdup (_("nothing yet in this drive")) :
        g_strdup_printf (ngettext ("has been handed out %d time in this drive", "has been handed out %d times in this drive",
                                   (gulong) times), (int) times);

      g_ptr_array_add (found, dov_found_new (id, dov_store_describe_id (self->store, DOV_TYPE_FAMILY, id), had));
    }

  return found;
}

static void
add_chosen_cb (DovSheetPage *self,
               gint64        family)
{
  g_autoptr (GArray) one = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_array_append_val (one, family);
  dov_sheet_page_add_families (self, one, TRUE);
  gtk_widget_grab_focus (self->add);
}

static void
add_needing_cb (DovSheetPage *self)
{
  g_autoptr (GArray) families = dov_goods_list_ids (self->store,
    "SELECT DISTINCT n.family_id FROM need n JOIN family f ON f.id = n.family_id WHERE n.drive_id = ?1 "
    "AND n.status IN ('open', 'reserved') AND n.removed IS NULL AND f.removed IS NULL ORDER BY f.key",
    g_variant_new ("(x)", dov_sheet_page_get_drive (self)));

  if (families->len == 0)
    dov_sheet_page_answer (self, DOV_NOTICE_INFORMS, _("No family has asked for anything in this drive"),
                           _("Find families by their names, or take those of a category."));
  else
    dov_sheet_page_add_families (self, families, TRUE);
}

static void
category_cb (GtkWidget    *button,
             const gint64 *category)
{
  DovSheetPage *self = DOV_SHEET_PAGE (gtk_widget_get_ancestor (button, DOV_TYPE_SHEET_PAGE));
  GDate day = dov_today ();
  g_autofree char *today = dov_date_to_iso (&day);
  g_autoptr (GArray) families = dov_goods_list_ids (self->store,
    "SELECT DISTINCT f.id FROM family f LEFT JOIN family_category c ON c.family_id = f.id AND c.removed IS NULL "
    "AND (c.until IS NULL OR c.until >= ?2) WHERE f.removed IS NULL "
    "AND f.case_status IN ('active', 'monitoring', 'identified', 'assessed') "
    "AND (?1 = 0 OR c.category_id = ?1) ORDER BY f.key", g_variant_new ("(xs)", *category, today));
  GtkWidget *popover = gtk_widget_get_ancestor (button, GTK_TYPE_POPOVER);

  if (popover != NULL)
    gtk_popover_popdown (GTK_POPOVER (popover));
  dov_sheet_page_add_families (self, families, FALSE);
}

static void
add_category (GtkWidget  *box,
              gint64      id,
              const char *label)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_halign (gtk_button_get_child (GTK_BUTTON (button)), GTK_ALIGN_START);
  g_signal_connect_data (button, "clicked", G_CALLBACK (category_cb), g_memdup2 (&id, sizeof id),
                         (GClosureNotify) (GCallback) g_free, 0);
  gtk_box_append (GTK_BOX (box), button);
}

/* The categories that families have now; their names stay on this screen, never on the paper. */
static GtkWidget *
filter_new (DovSheetPage *self)
{
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *window = g_object_new (GTK_TYPE_SCROLLED_WINDOW, "child", box, "propagate-natural-height", TRUE,
                                    "propagate-natural-width", TRUE, "max-content-height", 420, NULL);
  g_autoptr (GArray) ids = dov_goods_list_ids (self->store,
    "SELECT DISTINCT r.id FROM ref_item r JOIN family_category c ON c.category_id = r.id AND c.removed IS NULL "
    "WHERE r.removed IS NULL ORDER BY r.position, r.id", NULL);

  add_category (box, 0, _("All families that are looked after"));
  for (guint i = 0; i < ids->len; i++)
    {
      g_autofree char *label = dov_store_describe_id (self->store, DOV_TYPE_REF_ITEM, g_array_index (ids, gint64, i));

      add_category (box, g_array_index (ids, gint64, i), label);
    }
  gtk_popover_set_child (GTK_POPOVER (popover), window);
  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), _("Families of a category"));
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), popover);

  return button;
}

/* ---- ticking off ---- */

static void
came_cb (DovSheetPage *self,
         gint64        handout)
{
  dov_sheet_page_mark (self, handout);
}

static void
numbers_cb (DovSheetPage *self)
{
  dov_sheet_page_mark_numbers (self, gtk_editable_get_text (GTK_EDITABLE (self->numbers)));
}

static void
print_cb (DovSheetPage *self)
{
  g_autoptr (GArray) ids = dov_sheet_page_list (self);

  if (ids->len > 0)
    dov_go_paper (self, "D-33a-s", g_array_index (ids, gint64, 0));
}

/* ---- how it is built ---- */

static GtkWidget *
title_new (const char *words)
{
  GtkWidget *title = g_object_new (GTK_TYPE_LABEL, "label", words, "xalign", 0.0, "margin-start", 3, NULL);

  gtk_widget_add_css_class (title, "section-title");

  return title;
}

static GtkWidget *
head_new (DovSheetPage *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *words = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "hexpand", TRUE, NULL);
  GtkWidget *inside = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  self->print = gtk_button_new ();
  self->name = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, NULL);
  gtk_widget_add_css_class (self->name, "page-title");
  self->facts = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, NULL);
  gtk_box_append (GTK_BOX (inside), g_object_new (GTK_TYPE_IMAGE, "icon-name", "document-print-symbolic", "accessible-role",
                                                  GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL));
  gtk_box_append (GTK_BOX (inside), gtk_label_new (_("Print the sheet")));
  gtk_button_set_child (GTK_BUTTON (self->print), inside);
  gtk_widget_set_valign (self->print, GTK_ALIGN_START);
  g_signal_connect_swapped (self->print, "clicked", G_CALLBACK (print_cb), self);
  gtk_box_append (GTK_BOX (words), self->name);
  gtk_box_append (GTK_BOX (words), self->facts);
  gtk_box_append (GTK_BOX (head), words);
  gtk_box_append (GTK_BOX (head), self->print);

  return head;
}

static GtkWidget *
left_new (DovSheetPage *self)
{
  GtkWidget *box = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing", 8, "hexpand", TRUE, NULL);

  self->came = dov_finder_new (_("Who came: any letters of a name, then Enter   (Ctrl+F)"), dov_sheet_page_look_came, self);
  g_signal_connect_swapped (self->came, "chosen", G_CALLBACK (came_cb), self);
  self->answers = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "accessible-role",
                                GTK_ACCESSIBLE_ROLE_STATUS, NULL);
  dov_page_set_answers (DOV_PAGE (self), GTK_BOX (self->answers));
  self->families = DOV_SECTION_BOX (dov_section_box_new (_("Families")));
  dov_section_box_set_empty (self->families, _("Nobody is on the list yet. Say what each gets, then put the families on it."));
  gtk_box_append (GTK_BOX (box), self->came);
  gtk_box_append (GTK_BOX (box), self->answers);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->families));

  return box;
}

static GtkWidget *
side_new (DovSheetPage *self)
{
  GtkWidget *side = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkWidget *ways = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *needing = gtk_button_new_with_mnemonic (_("Those who _asked"));
  g_autoptr (DovRecord) draft = dov_record_new (DOV_TYPE_DISTRIBUTION, 0);
  const DovLinesSpec spec = { .line = DOV_TYPE_DISTRIBUTION_LINE, .owner = "distribution_id", .title = _("What each gets"),
                              .fields = "qty", .add = _("Add a thing: its name") };

  self->each = DOV_FORM (g_object_ref_sink (dov_form_new (self->store, draft)));
  self->lines = DOV_LINES (dov_lines_new (self->each, &spec));
  self->by_child = gtk_check_button_new_with_mnemonic (_("For every _child, not for the family"));
  gtk_box_append (GTK_BOX (side), GTK_WIDGET (self->lines));
  gtk_box_append (GTK_BOX (side), self->by_child);

  gtk_box_append (GTK_BOX (side), title_new (_("Put on the list")));
  self->add = dov_finder_new (_("A family: any letters of a name"), look_family_cb, self);
  g_signal_connect_swapped (self->add, "chosen", G_CALLBACK (add_chosen_cb), self);
  g_signal_connect_swapped (needing, "clicked", G_CALLBACK (add_needing_cb), self);
  gtk_box_append (GTK_BOX (ways), needing);
  gtk_box_append (GTK_BOX (ways), filter_new (self));
  gtk_box_append (GTK_BOX (side), self->add);
  gtk_box_append (GTK_BOX (side), ways);

  self->totals = DOV_SECTION_BOX (dov_section_box_new (_("Is there enough")));
  dov_section_box_set_empty (self->totals, _("Nobody waits."));
  gtk_widget_set_margin_top (GTK_WIDGET (self->totals), 8);
  gtk_box_append (GTK_BOX (side), GTK_WIDGET (self->totals));

  gtk_box_append (GTK_BOX (side), title_new (_("Back from the paper")));
  self->numbers = g_object_new (GTK_TYPE_ENTRY, "placeholder-text", _("Signed rows: 1-5, 8, 12, then Enter"), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->numbers), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Numbers of the signed rows"), -1);
  g_signal_connect_swapped (self->numbers, "activate", G_CALLBACK (numbers_cb), self);
  gtk_box_append (GTK_BOX (side), self->numbers);

  return side;
}

/**
 * dov_sheet_page_new:
 * @drive: the id of a drive
 *
 * Returns: (transfer floating): its sheet that is not finished, or a new one
 */
DovPage *
dov_sheet_page_new (DovStore *store,
                    gint64    drive)
{
  DovSheetPage *self = g_object_new (DOV_TYPE_SHEET_PAGE, NULL);
  g_autoptr (DovRecord) found = dov_store_find (store, DOV_TYPE_DRIVE, drive, NULL);
  GtkWidget *box = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing", 12, "margin-top", 14,
                                 "margin-bottom", 18, "margin-start", 24, "margin-end", 24, NULL);
  GtkWidget *clamp = g_object_new (ADW_TYPE_CLAMP, "maximum-size", 1240, "tightening-threshold", 1000, "child", box, NULL);
  GtkWidget *columns = dov_fold_columns_new ();
  g_autofree char *title = NULL;

  self->store = g_object_ref (store);
  self->drive = DOV_DRIVE (found != NULL ? g_steal_pointer (&found) : dov_record_new (DOV_TYPE_DRIVE, 0));
  self->sheet = find_sheet (self);
  title = g_strdup_printf ("%s › %s", self->drive->name, _("Sheet"));
  dov_page_set_title (DOV_PAGE (self), title);
  dov_page_set_section (DOV_PAGE (self), "drives");
  dov_fold_columns_append (DOV_FOLD_COLUMNS (columns), left_new (self));
  dov_fold_columns_append (DOV_FOLD_COLUMNS (columns), side_new (self));
  gtk_box_append (GTK_BOX (box), head_new (self));
  gtk_box_append (GTK_BOX (box), columns);
  adw_bin_set_child (ADW_BIN (self), g_object_new (GTK_TYPE_SCROLLED_WINDOW, "child", clamp, "vexpand", TRUE,
                                                   "hscrollbar-policy", GTK_POLICY_NEVER, NULL));
  dov_keep_shown (self, store, show_all);

  return DOV_PAGE (self);
}

static void
dov_sheet_page_focus (DovPage *page)
{
  DovSheetPage *self = DOV_SHEET_PAGE (page);
  g_autoptr (GArray) ids = dov_sheet_page_list (self);

  if (ids->len > 0)
    gtk_widget_grab_focus (self->came);
  else
    dov_lines_focus_add (self->lines);
}

static gboolean
dov_sheet_page_search (DovPage *page)
{
  gtk_widget_grab_focus (DOV_SHEET_PAGE (page)->came);

  return TRUE;
}

static gboolean
dov_sheet_page_add (DovPage *page)
{
  gtk_widget_grab_focus (DOV_SHEET_PAGE (page)->add);

  return TRUE;
}

static void
dov_sheet_page_dispose (GObject *object)
{
  DovSheetPage *self = DOV_SHEET_PAGE (object);

  g_clear_object (&self->each);
  g_clear_object (&self->drive);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (dov_sheet_page_parent_class)->dispose (object);
}

static void
dov_sheet_page_finalize (GObject *object)
{
  g_free (DOV_SHEET_PAGE (object)->sheet);

  G_OBJECT_CLASS (dov_sheet_page_parent_class)->finalize (object);
}

static void
dov_sheet_page_class_init (DovSheetPageClass *klass)
{
  DovPageClass *page_class = DOV_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dov_sheet_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = dov_sheet_page_finalize;
  page_class->focus = dov_sheet_page_focus;
  page_class->search = dov_sheet_page_search;
  page_class->add = dov_sheet_page_add;
}

static void
dov_sheet_page_init (DovSheetPage *self)
{
}
