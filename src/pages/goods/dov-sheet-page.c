/* dov-sheet-page.c - handing out to many families: the list, what each gets, who came, back from the paper */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-sheet-page.h"

#include <glib/gi18n.h>

#include "dov-deed.h"
#include "dov-errors.h"
#include "dov-family.h"
#include "dov-finder.h"
#include "dov-fold-columns.h"
#include "dov-fold.h"
#include "dov-go.h"
#include "dov-goods-words.h"
#include "dov-handout-sheet.h"
#include "dov-item.h"
#include "dov-keep-shown.h"
#include "dov-label.h"
#include "dov-line-choice.h"
#include "dov-lines.h"
#include "dov-notice.h"
#include "dov-recipient-field.h"
#include "dov-ref-item.h"
#include "dov-section-box.h"
#include "dov-widgets.h"

struct _DovSheetPage
{
  DovPage        parent_instance;

  DovStore      *store;
  DovHandoutSheet      *sheet;

  GtkLabel      *name;
  GtkLabel      *facts;
  GtkWidget     *print;
  GtkBox        *left;
  AdwBin        *lines_place;
  AdwBin        *add_place;
  AdwBin        *totals_place;
  GtkCheckButton *by_child;
  GtkPopover    *popover;
  GtkBox        *categories;
  GtkWidget     *numbers;     /* rows of the paper */
  GtkWidget     *came;        /* finds who came */
  GtkWidget     *add;         /* finds families for the list */
  DovForm       *each;        /* what each family gets */
  DovLines      *lines;
  DovSectionBox *families;
  DovSectionBox *totals;
};

G_DEFINE_FINAL_TYPE (DovSheetPage, dov_sheet_page, DOV_TYPE_PAGE)

static void
answer (DovSheetPage  *self,
        DovNoticeKind  kind,
        const char    *lead,
        const char    *text)
{
  dov_page_clear_answer (DOV_PAGE (self));
  dov_page_answer (DOV_PAGE (self), dov_notice_new (kind, lead, text));
}

static char *
dup_things (DovSheetPage *self,
            gint64        handout)
{
  return dov_goods_things_words (self->store, DOV_TYPE_DISTRIBUTION, handout);
}

/* ---- families are put on the list ---- */

/* What each gets: once for the family, or once for every child. */
static GPtrArray *
list_each (DovSheetPage *self,
           gint64        family)
{
  GDate today = dov_today ();
  g_autoptr (GPtrArray) each = dov_lines_list_lines (self->lines);
  g_autoptr (GPtrArray) children = dov_family_list_children (self->store, family, &today);
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_object_unref);
  gboolean by_child = gtk_check_button_get_active (self->by_child);

  for (guint i = 0; i < each->len; i++)
    {
      DovDistributionLine *line = g_ptr_array_index (each, i);

      if (line->qty == DOV_UNKNOWN || line->qty <= 0)
        continue;
      for (guint n = 0; by_child && n < children->len; n++)
        {
          const DovLinePerson *child = g_ptr_array_index (children, n);

          g_ptr_array_add (lines, dov_handout_sheet_line_new (line->item_id, line->qty, child->id));
        }
      if (!by_child)
        g_ptr_array_add (lines, dov_handout_sheet_line_new (line->item_id, line->qty, 0));
    }

  return lines;
}

static GPtrArray *
list_adults (DovSheetPage *self,
             gint64        family)
{
  GDate today = dov_today ();

  return dov_family_list_adults (self->store, family, &today);
}

static gboolean
add_family (DovSheetPage  *self,
            gint64         family,
            gboolean       by_needs,
            GError       **error)
{
  g_autoptr (GPtrArray) adults = list_adults (self, family);
  g_autoptr (GPtrArray) lines = list_each (self, family);
  gint64 recipient = adults->len > 0 ? ((DovLinePerson *) adults->pdata[0])->id : 0;

  return dov_handout_sheet_add (self->sheet, family, recipient, lines, by_needs, error);
}

/* Whoever cannot be put there is named. */
static void
add_families (DovSheetPage *self,
              GArray       *families,
              gboolean      by_needs)
{
  g_autoptr (GString) troubles = g_string_new (NULL);
  g_autofree char *lead = NULL;
  guint n_added = 0;

  for (guint i = 0; i < families->len; i++)
    {
      gint64 family = g_array_index (families, gint64, i);
      g_autoptr (GError) error = NULL;
      g_autofree char *name = NULL;
      g_autofree char *why = NULL;

      if (add_family (self, family, by_needs, &error))
        {
          n_added++;
          continue;
        }
      name = dov_store_describe_id (self->store, DOV_TYPE_FAMILY, family);
      why = dov_errors_dup_words (error);
      g_string_append_printf (troubles, "%s%s: %s", troubles->len > 0 ? "\n" : "", name, why);
    }
  lead = g_strdup_printf (ngettext ("%u family is put on the list", "%u families are put on the list", n_added), n_added);
  answer (self, troubles->len > 0 ? DOV_NOTICE_WARNS : DOV_NOTICE_INFORMS, lead, troubles->str);
}

static GPtrArray *
look_family_cb (const char *words,
                guint       at_most,
                gpointer    user_data)
{
  DovSheetPage *self = user_data;
  GPtrArray *found = g_ptr_array_new_with_free_func ((GDestroyNotify) dov_found_free);
  DovQuery query = { .words = words, .also = DOV_FAMILIES_BY_MEMBERS, .is_nearest_first = TRUE };
  g_autoptr (GArray) ids = dov_store_list (self->store, DOV_TYPE_FAMILY, &query, NULL);

  for (guint i = 0; ids != NULL && i < MIN (ids->len, at_most); i++)
    {
      gint64 id = g_array_index (ids, gint64, i);
      gint64 times = dov_store_see_number (self->store, "SELECT count (*) FROM live_distribution WHERE drive_id = ?1"
                                           " AND family_id = ?2 AND status = 'issued'", "(xx)", self->sheet->drive, id);
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
  add_families (self, one, TRUE);
  gtk_widget_grab_focus (self->add);
}

static void
add_asking_cb (DovSheetPage *self)
{
  g_autoptr (GArray) families = dov_handout_sheet_list_asking (self->sheet);

  if (families->len == 0)
    answer (self, DOV_NOTICE_INFORMS, _("No family has asked for anything in this drive"),
            _("Find families by their names, or take those of a category."));
  else
    add_families (self, families, TRUE);
}

static void
category_cb (GtkWidget    *button,
             const gint64 *category)
{
  DovSheetPage *self = DOV_SHEET_PAGE (gtk_widget_get_ancestor (button, DOV_TYPE_SHEET_PAGE));
  g_autoptr (GArray) families = dov_handout_sheet_list_of_category (self->sheet, *category);

  gtk_popover_popdown (self->popover);
  add_families (self, families, FALSE);
}

static GtkWidget *
button_new (gint64      id,
            const char *label,
            const char *icon,
            const char *name,
            GCallback   clicked)
{
  GtkWidget *button = icon != NULL ? gtk_button_new_from_icon_name (icon) : gtk_button_new_with_label (label);
  g_autofree char *words = name != NULL ? g_strdup_printf ("%s: %s", label, name) : g_strdup (label);

  dov_name_widget (button, words);
  g_signal_connect_data (button, "clicked", clicked, g_memdup2 (&id, sizeof id), (GClosureNotify) (GCallback) g_free, 0);

  return button;
}

static void
add_category (DovSheetPage *self,
              gint64        id,
              const char   *label)
{
  GtkWidget *button = button_new (id, label, NULL, NULL, G_CALLBACK (category_cb));

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_halign (gtk_button_get_child (GTK_BUTTON (button)), GTK_ALIGN_START);
  gtk_box_append (self->categories, button);
}

/* Their names stay on this screen, never on the paper. */
static void
add_categories (DovSheetPage *self)
{
  g_autoptr (GArray) ids = dov_handout_sheet_list_categories (self->sheet);

  add_category (self, 0, _("All families that are looked after"));
  for (guint i = 0; i < ids->len; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);
      g_autofree char *label = dov_store_describe_id (self->store, DOV_TYPE_REF_ITEM, id);

      add_category (self, id, label);
    }
}

/* ---- who came is ticked off ---- */

/* Families of this sheet; who has had theirs already is found too, and says so. */
static GPtrArray *
look_came_cb (const char *words,
              guint       at_most,
              gpointer    user_data)
{
  static const DovSign done = { "dov-emblem-ok-symbolic", "success" };
  DovSheetPage *self = user_data;
  g_autoptr (GArray) ids = dov_handout_sheet_list (self->sheet);
  g_auto (GStrv) folded = dov_fold_words (words);
  GPtrArray *found = g_ptr_array_new_with_free_func ((GDestroyNotify) dov_found_free);

  for (guint i = 0; i < ids->len && found->len < at_most; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);
      g_autoptr (DovRecord) handout = dov_store_find (self->store, DOV_TYPE_DISTRIBUTION, id, NULL);
      gint64 family = DOV_DISTRIBUTION (handout)->family_id;
      DovFound *one;

      if (!dov_handout_sheet_is_called (self->sheet, family, folded))
        continue;
      one = dov_found_new (id, dov_store_describe_id (self->store, DOV_TYPE_FAMILY, family), dup_things (self, id));
      if (DOV_DISTRIBUTION (handout)->status == DOV_DISTRIBUTION_STATUS_ISSUED)
        {
          one->badge = g_strdup (_("has had it"));
          one->sign = &done;
        }
      g_ptr_array_add (found, one);
    }

  return found;
}

/* One row that is ticked off. */
typedef struct
{
  DovHandoutSheet *sheet;
  gint64    handout;
  char    **why;        /* of many rows: why this one cannot be */
} Mark;

static gboolean
hand_out (DovStore  *store,
          gpointer   data,
          GError   **error)
{
  Mark *mark = data;

  return dov_handout_sheet_issue (mark->sheet, mark->handout, error);
}

/* Who has had theirs is no mistake. The queue goes on. */
static void
answer_for (DovSheetPage *self,
            gint64        handout,
            const char   *words)
{
  g_autoptr (DovRecord) record = dov_store_find (self->store, DOV_TYPE_DISTRIBUTION, handout, NULL);
  DovDistribution *row = DOV_DISTRIBUTION (record);
  g_autofree char *family = dov_store_describe_id (self->store, DOV_TYPE_FAMILY, row->family_id);

  answer (self, row->status == DOV_DISTRIBUTION_STATUS_DRAFT ? DOV_NOTICE_REFUSES : DOV_NOTICE_INFORMS, family, words);
  gtk_widget_grab_focus (self->came);
}

/* One of many is named with the others; for one alone it is said, and what a rule only warns of is asked in place. */
static gboolean
refused (gpointer      page,
         const GError *error,
         gpointer      data)
{
  Mark *mark = data;
  g_autofree char *words = dov_errors_dup_words (error);

  if (mark->why != NULL)
    *mark->why = g_steal_pointer (&words);
  else if (g_error_matches (error, DOV_RECORD_ERROR, DOV_RECORD_ERROR_WARNING))
    return FALSE;
  else
    answer_for (page, mark->handout, words);

  return TRUE;
}

static void
issued (gpointer page,
        gpointer data)
{
  DovSheetPage *self = page;
  g_autofree char *things = dup_things (self, ((Mark *) data)->handout);

  if (((Mark *) data)->why == NULL)
    answer_for (self, ((Mark *) data)->handout, things);
}

/* In a queue nobody types reasons; but what is passed over is read first. */
static gboolean
issue (DovSheetPage  *self,
       gint64         handout,
       char         **why)
{
  Mark mark = { self->sheet, handout, why };

  return dov_deed_do (self, self->store, &(DovDeed) {
    .act = hand_out, .done = issued, .refused = refused, .data = g_memdup2 (&mark, sizeof mark), .free_data = g_free,
    .all_the_same = _("Hand out all the same"), .reason = _("on the list of the sheet") });
}

static void
mark_cb (DovSheetPage *self,
         gint64        handout)
{
  issue (self, handout, NULL);
}

/* A signed sheet comes back. What cannot be done is named, row by row; the numbers that are left stay in the field. */
static void
numbers_cb (DovSheetPage *self)
{
  g_autofree char *wrong = NULL;
  g_autoptr (GArray) rows = dov_handout_sheet_read_rows (gtk_editable_get_text (GTK_EDITABLE (self->numbers)), &wrong);
  g_autoptr (GString) troubles = g_string_new (NULL);
  g_autoptr (GString) left = g_string_new (NULL);
  g_autofree char *lead = NULL;
  guint n_done = 0;

  if (rows == NULL)
    {
      lead = g_strdup_printf (_("“%s” is no number of a row"), wrong);
      answer (self, DOV_NOTICE_REFUSES, lead, _("Type numbers with commas or spaces between, or from–to: 1-5, 8, 12."));
      return;
    }
  for (guint i = 0; i < rows->len; i++)
    {
      int row = (int) g_array_index (rows, gint64, i);
      gint64 handout = dov_handout_sheet_find_row (self->sheet, row);
      g_autofree char *why = NULL;

      if (handout != 0 && issue (self, handout, &why))
        {
          n_done++;
          continue;
        }
      g_string_append_printf (troubles, "%s%d: %s", troubles->len > 0 ? "\n" : "", row,
                              handout == 0 ? _("there is no such row on the sheet") : why);
      g_string_append_printf (left, "%s%d", left->len > 0 ? ", " : "", row);
    }
  lead = g_strdup_printf (ngettext ("%u row is entered", "%u rows are entered", n_done), n_done);
  answer (self, troubles->len > 0 ? DOV_NOTICE_WARNS : DOV_NOTICE_INFORMS, lead, troubles->str);
  gtk_editable_set_text (GTK_EDITABLE (self->numbers), left->str);
}

/* ---- the list ---- */

static void
hand_out_cb (GtkWidget    *button,
             const gint64 *id)
{
  mark_cb (DOV_SHEET_PAGE (gtk_widget_get_ancestor (button, DOV_TYPE_SHEET_PAGE)), *id);
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

static gboolean
save (DovStore  *store,
      gpointer   draft,
      GError   **error)
{
  return dov_store_save (store, draft, error);
}

/* Another grown-up of the family takes the things. */
static void
recipient_cb (GtkDropDown  *list,
              GParamSpec   *pspec,
              const gint64 *id)
{
  DovSheetPage *self = DOV_SHEET_PAGE (gtk_widget_get_ancestor (GTK_WIDGET (list), DOV_TYPE_SHEET_PAGE));
  g_autoptr (DovRecord) living = dov_store_find (self->store, DOV_TYPE_DISTRIBUTION, *id, NULL);
  g_autoptr (DovRecord) draft = living != NULL ? dov_record_dup (living) : NULL;
  g_autoptr (GPtrArray) adults = draft != NULL ? list_adults (self, DOV_DISTRIBUTION (draft)->family_id) : NULL;
  guint selected = gtk_drop_down_get_selected (list);

  if (draft == NULL || selected >= adults->len)
    return;
  dov_set (DOV_DISTRIBUTION (draft), person_id, ((DovLinePerson *) adults->pdata[selected])->id);
  dov_deed_do (self, self->store, &(DovDeed) {
    .act = save, .data = g_steal_pointer (&draft), .free_data = g_object_unref, .is_silent = TRUE });
}

static GtkWidget *
recipient_new (DovSheetPage    *self,
               DovDistribution *handout,
               const char      *family)
{
  g_autoptr (GPtrArray) adults = list_adults (self, handout->family_id);
  gint64 id = dov_record_get_id (DOV_RECORD (handout));
  GtkStringList *words = gtk_string_list_new (NULL);
  g_autofree char *label = g_strdup_printf (_("Taken by a grown-up: %s"), family);
  GtkWidget *list = gtk_drop_down_new (G_LIST_MODEL (words), NULL);

  for (guint i = 0; i < adults->len; i++)
    {
      DovLinePerson *adult = g_ptr_array_index (adults, i);

      gtk_string_list_append (words, adult->words);
      if (adult->id == handout->person_id)
        gtk_drop_down_set_selected (GTK_DROP_DOWN (list), i);
    }
  gtk_widget_add_css_class (list, "flat");
  dov_name_widget (list, label);
  g_signal_connect_data (list, "notify::selected", G_CALLBACK (recipient_cb), g_memdup2 (&id, sizeof id),
                         (GClosureNotify) (GCallback) g_free, 0);

  return list;
}

static void
add_row (DovSheetPage    *self,
         DovDistribution *handout)
{
  static const DovSign done = { "dov-emblem-ok-symbolic", "success" };
  gint64 id = dov_record_get_id (DOV_RECORD (handout));
  g_autofree char *number = g_strdup_printf ("%d", (int) handout->row_no);
  g_autofree char *family = dov_store_describe_id (self->store, DOV_TYPE_FAMILY, handout->family_id);
  g_autofree char *things = dup_things (self, id);
  g_autofree char *who = dov_goods_person_short (self->store, handout->person_id);
  DovRowLine *row = DOV_ROW_LINE (dov_row_line_new (number, family, things));

  /* Things are handed out as they are read here: none may be left out. */
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  if (handout->status == DOV_DISTRIBUTION_STATUS_DRAFT)
    {
      GtkWidget *drop = button_new (id, _("Take off the list"), "edit-clear-symbolic", family, G_CALLBACK (drop_cb));

      gtk_widget_add_css_class (drop, "flat");
      gtk_widget_set_tooltip_text (drop, _("Take off the list"));
      dov_row_line_append (row, recipient_new (self, handout, family));
      dov_row_line_append (row, button_new (id, _("Hand Out"), NULL, family, G_CALLBACK (hand_out_cb)));
      dov_row_line_append (row, drop);
    }
  else
    {
      dov_row_line_append (row, gtk_label_new (who));
      dov_row_line_append (row, dov_badge_new (_("handed out"), &done));
      gtk_widget_add_css_class (GTK_WIDGET (row), "past");
    }
  dov_section_box_append (self->families, GTK_WIDGET (row));
}

/* The families in the order of the paper. */
static void
show_families (DovSheetPage *self,
               GArray       *ids)
{
  guint n_done = 0;
  g_autofree char *count = NULL;

  dov_section_box_clear (self->families);
  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr (DovRecord) handout = dov_store_find (self->store, DOV_TYPE_DISTRIBUTION, g_array_index (ids, gint64, i), NULL);

      n_done += DOV_DISTRIBUTION (handout)->status == DOV_DISTRIBUTION_STATUS_ISSUED;
      add_row (self, DOV_DISTRIBUTION (handout));
    }
  /* Translators: of a list of families: how many have had theirs, how many are still to come */
  count = g_strdup_printf (_("handed out %1$u, to come %2$u"), n_done, ids->len - n_done);
  dov_section_box_set_count (self->families, ids->len > 0 ? count : "");
}

static void
show_totals (DovSheetPage *self)
{
  static const DovSign enough = { "dov-emblem-ok-symbolic", "success" };
  static const DovSign missing = { "dialog-error-symbolic", "error" };
  g_autoptr (GArray) totals = dov_handout_sheet_list_totals (self->sheet);

  dov_section_box_clear (self->totals);
  for (guint i = 0; i < totals->len; i++)
    {
      const DovHandoutTotal *total = &g_array_index (totals, DovHandoutTotal, i);
      gboolean lacks = total->wanted > total->have;
      g_autofree char *name = dov_store_describe_id (self->store, DOV_TYPE_ITEM, total->item);
      g_autofree char *asked = dov_stock_dup_quantity (self->store, total->item, total->wanted);
      g_autofree char *there = dov_stock_dup_quantity (self->store, total->item, total->have);
      g_autofree char *short_by = dov_stock_dup_quantity (self->store, total->item, total->wanted - total->have);
      g_autofree char *second = g_strdup_printf (_("needed %1$s, there is %2$s"), asked, there);
      g_autofree char *words = g_strdup_printf (_("%s short"), short_by);
      GtkWidget *row = dov_row_line_new ("", name, second);

      dov_row_line_append (DOV_ROW_LINE (row), dov_badge_new (lacks ? words : _("enough"), lacks ? &missing : &enough));
      dov_section_box_append (self->totals, row);
    }
}

static void
show_all (gpointer page)
{
  DovSheetPage *self = page;
  g_autofree char *title = g_strdup_printf (_("Sheet No. %s"), self->sheet->no);
  g_autofree char *drive = dov_store_describe_id (self->store, DOV_TYPE_DRIVE, self->sheet->drive);
  g_autoptr (GArray) ids = dov_handout_sheet_list (self->sheet);

  gtk_label_set_label (self->name, title);
  gtk_label_set_label (self->facts, drive);
  gtk_widget_set_sensitive (self->print, ids->len > 0);
  show_families (self, ids);
  show_totals (self);
}

static void
print_cb (DovSheetPage *self)
{
  g_autoptr (GArray) ids = dov_handout_sheet_list (self->sheet);

  if (ids->len > 0)
    dov_go_paper (self, "D-33a-s", g_array_index (ids, gint64, 0));
}

/* ---- how it is built ---- */

static void
build (DovSheetPage *self)
{
  static const DovLinesSpec spec = {
    dov_distribution_line_get_type, "distribution_id", N_("What each gets"), "qty", N_("Add a thing: its name"),
  };
  g_autoptr (DovRecord) draft = dov_record_new (DOV_TYPE_DISTRIBUTION, 0);
  GtkWidget *answers = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "accessible-role",
                                     GTK_ACCESSIBLE_ROLE_STATUS, NULL);

  self->came = dov_finder_new (_("Who came: any letters of a name, then Enter   (Ctrl+F)"), look_came_cb, self);
  g_signal_connect_swapped (self->came, "chosen", G_CALLBACK (mark_cb), self);
  dov_page_set_answers (DOV_PAGE (self), GTK_BOX (answers));
  self->families = DOV_SECTION_BOX (dov_section_box_new (_("Families")));
  dov_section_box_set_empty (self->families, _("Nobody is on the list yet. Say what each gets, then put the families on it."));
  gtk_box_append (self->left, self->came);
  gtk_box_append (self->left, answers);
  gtk_box_append (self->left, GTK_WIDGET (self->families));

  self->each = DOV_FORM (g_object_ref_sink (dov_form_new (self->store, draft)));
  self->lines = DOV_LINES (dov_lines_new (self->each, &spec, NULL));
  adw_bin_set_child (self->lines_place, GTK_WIDGET (self->lines));
  self->add = dov_finder_new (_("A family: any letters of a name"), look_family_cb, self);
  g_signal_connect_swapped (self->add, "chosen", G_CALLBACK (add_chosen_cb), self);
  adw_bin_set_child (self->add_place, self->add);
  add_categories (self);
  self->totals = DOV_SECTION_BOX (dov_section_box_new (_("Is there enough")));
  dov_section_box_set_empty (self->totals, _("Nobody waits."));
  adw_bin_set_child (self->totals_place, GTK_WIDGET (self->totals));
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
  g_autofree char *name = dov_store_describe_id (store, DOV_TYPE_DRIVE, drive);
  g_autofree char *title = g_strdup_printf ("%s › %s", name, _("Sheet"));

  self->store = g_object_ref (store);
  self->sheet = dov_handout_sheet_open (store, drive);
  dov_page_set_title (DOV_PAGE (self), title);
  build (self);
  dov_keep_shown (self, store, show_all);

  return DOV_PAGE (self);
}

static void
dov_sheet_page_focus (DovPage *page)
{
  DovSheetPage *self = DOV_SHEET_PAGE (page);
  g_autoptr (GArray) ids = dov_handout_sheet_list (self->sheet);

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
  g_clear_pointer (&self->sheet, dov_handout_sheet_free);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (dov_sheet_page_parent_class)->dispose (object);
}

static void
dov_sheet_page_class_init (DovSheetPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  DovPageClass *page_class = DOV_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dov_sheet_page_dispose;
  page_class->focus = dov_sheet_page_focus;
  page_class->search = dov_sheet_page_search;
  page_class->add = dov_sheet_page_add;

  g_type_ensure (DOV_TYPE_FOLD_COLUMNS);
  gtk_widget_class_set_template_from_resource (widget_class, DOV_RESOURCES "/ui/dov-sheet-page.ui");
  gtk_widget_class_bind_template_child (widget_class, DovSheetPage, name);
  gtk_widget_class_bind_template_child (widget_class, DovSheetPage, facts);
  gtk_widget_class_bind_template_child (widget_class, DovSheetPage, print);
  gtk_widget_class_bind_template_child (widget_class, DovSheetPage, left);
  gtk_widget_class_bind_template_child (widget_class, DovSheetPage, lines_place);
  gtk_widget_class_bind_template_child (widget_class, DovSheetPage, add_place);
  gtk_widget_class_bind_template_child (widget_class, DovSheetPage, totals_place);
  gtk_widget_class_bind_template_child (widget_class, DovSheetPage, by_child);
  gtk_widget_class_bind_template_child (widget_class, DovSheetPage, popover);
  gtk_widget_class_bind_template_child (widget_class, DovSheetPage, categories);
  gtk_widget_class_bind_template_child (widget_class, DovSheetPage, numbers);
  gtk_widget_class_bind_template_callback (widget_class, print_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_asking_cb);
  gtk_widget_class_bind_template_callback (widget_class, numbers_cb);
}

static void
dov_sheet_page_init (DovSheetPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
