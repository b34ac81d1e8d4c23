/* dov-handout-page.c - things are handed out to a family: to whom, what, for which child */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-handout-page.h"

#include "dov-distribution-line.h"
#include "dov-drive.h"
#include "dov-family.h"
#include "dov-goods-query.h"
#include "dov-item.h"
#include "dov-line-row.h"
#include "dov-link-row.h"
#include "dov-need-row.h"
#include "dov-need.h"
#include "dov-notice.h"
#include "dov-number.h"
#include "dov-recipient-field.h"
#include "dov-section-box.h"
#include "dov-shelf.h"

#include <glib/gi18n.h>

#define MOST_HAD 8

struct _DovHandoutPage
{
  DovGoodsPage       parent_instance;

  gint64             shown_family;   /* whose things stand beside */
  DovRecipientField *recipient;
  GtkWidget         *repeats;        /* warnings of what was handed out already */
  DovSectionBox     *asked;
  DovSectionBox     *had;
  DovSectionBox     *compare;
};

G_DEFINE_FINAL_TYPE (DovHandoutPage, dov_handout_page, DOV_TYPE_GOODS_PAGE)

static DovDistribution *
get_draft (DovHandoutPage *self)
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

/* How much of a thing is kept back for this family, and until when. */
static gint64
count_kept (DovHandoutPage *self,
            gint64          item,
            GDate         **until)
{
  GDate day = dov_today ();
  g_autofree char *today = dov_date_to_iso (&day);
  gint64 family = get_draft (self)->family_id;

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

/* ---- beside: what the family asked for, what it has had, how it compares ---- */

static gint64
get_drive (DovHandoutPage *self)
{
  return get_draft (self)->drive_id;
}

static gboolean
has_line (DovHandoutPage *self,
          gint64          item,
          gint64          child)
{
  g_autoptr (GPtrArray) lines = dov_lines_list_lines (dov_goods_page_get_lines (DOV_GOODS_PAGE (self)));

  for (guint i = 0; i < lines->len; i++)
    {
      DovDistributionLine *line = g_ptr_array_index (lines, i);

      if (line->item_id == item && (child == 0 || line->child_id == child))
        return TRUE;
    }

  return FALSE;
}

static void
add_need_line (DovHandoutPage *self,
               DovNeed        *need)
{
  DovLines *lines = dov_goods_page_get_lines (DOV_GOODS_PAGE (self));
  g_autoptr (DovRecord) line = dov_record_new (DOV_TYPE_DISTRIBUTION_LINE, 0);

  dov_set (DOV_DISTRIBUTION_LINE (line), item_id, need->item_id);
  dov_set (DOV_DISTRIBUTION_LINE (line), qty, need->qty);
  dov_set (DOV_DISTRIBUTION_LINE (line), child_id, need->person_id);
  dov_lines_add_line (lines, line);
  dov_lines_show_line (lines, line);
}

static void
hand_out_cb (GtkWidget *button,
             DovNeed   *need)
{
  DovHandoutPage *self = DOV_HANDOUT_PAGE (gtk_widget_get_ancestor (button, DOV_TYPE_HANDOUT_PAGE));

  add_need_line (self, need);
}

static void
add_asked (DovHandoutPage *self,
           DovNeed        *need)
{
  static const DovSign given = { "emblem-ok-symbolic", "success" };
  static const DovSign kept = { "changes-prevent-symbolic", "success" };
  GDate today = dov_today ();
  DovStore *store = get_store (self);
  g_autofree char *title = dov_need_dup_words (store, need);
  g_autofree char *who = dov_goods_child_words (store, need->person_id, &today);
  g_autofree char *day = dov_goods_day_words (need->date);
  g_autofree char *second = *who != '\0' ? g_strdup_printf ("%s · %s", who, day) : g_strdup (day);
  GtkWidget *row = dov_row_line_new ("", title, second);

  if (need->item_id != 0 && has_line (self, need->item_id, need->person_id))
    {
      dov_row_line_append (DOV_ROW_LINE (row), dov_badge_new (_("handed out now"), &given));
    }
  else if (need->item_id != 0)
    {
      GtkWidget *button = gtk_button_new_with_label (_("Add"));
      g_autofree char *label = g_strdup_printf (_("Add: %s"), title);

      if (need->status == DOV_NEED_STATUS_RESERVED)
        dov_row_line_append (DOV_ROW_LINE (row), dov_badge_new (_("kept back"), &kept));
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
      g_signal_connect_data (button, "clicked", G_CALLBACK (hand_out_cb), g_object_ref (need),
                             (GClosureNotify) (void (*) (void)) g_object_unref, 0);
      dov_row_line_append (DOV_ROW_LINE (row), button);
    }
  dov_section_box_append (self->asked, row);
}

static void
show_asked (DovHandoutPage *self)
{
  g_autoptr (GArray) ids = dov_goods_list_ids (get_store (self),
    "SELECT id FROM need WHERE family_id = ?1 AND status IN ('open', 'reserved') AND removed IS NULL ORDER BY date, id",
    g_variant_new ("(x)", self->shown_family));
  g_autofree char *count = g_strdup_printf (ngettext ("%u not met yet", "%u not met yet", ids->len), ids->len);

  dov_section_box_clear (self->asked);
  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr (DovRecord) need = dov_store_find (get_store (self), DOV_TYPE_NEED, g_array_index (ids, gint64, i), NULL);

      if (need != NULL)
        add_asked (self, DOV_NEED (need));
    }
  dov_section_box_set_count (self->asked, ids->len > 0 ? count : "");
}

/* Lines of handouts to the family, the last first: ?1 family, ?2 since, ?3 this drive. */
#define HAD \
  "SELECT l.id, l.item_id, l.qty, l.child_id, d.date, d.no, d.drive_id, d.id FROM distribution_line l " \
  "JOIN distribution d ON d.id = l.distribution_id " \
  "WHERE d.family_id = ?1 AND d.status = 'issued' AND d.removed IS NULL AND l.removed IS NULL " \
  "AND (d.date >= ?2 OR d.drive_id = ?3) ORDER BY d.drive_id = ?3 DESC, d.date DESC, l.id"

static DovStatement *
ask_had (DovHandoutPage *self)
{
  GDate since = dov_today ();
  g_autofree char *first = NULL;
  DovStatement *rows;

  g_date_subtract_years (&since, 1);
  first = dov_date_to_iso (&since);
  rows = dov_database_prepare (dov_store_get_seen (get_store (self)), HAD, NULL);
  if (rows != NULL)
    {
      dov_statement_bind_integer (rows, 1, self->shown_family);
      dov_statement_bind_text (rows, 2, first);
      dov_statement_bind_integer (rows, 3, get_drive (self));
    }

  return rows;
}

static char *
dup_first_name (DovHandoutPage *self,
                gint64          person)
{
  GDate today = dov_today ();
  g_autoptr (GPtrArray) children = dov_family_list_children (get_store (self), self->shown_family, &today);

  for (guint i = 0; i < children->len; i++)
    {
      DovLinePerson *child = g_ptr_array_index (children, i);
      const char *comma = strchr (child->words, ',');

      if (child->id == person)
        return comma != NULL ? g_strndup (child->words, (gsize) (comma - child->words)) : g_strdup (child->words);
    }

  return g_strdup (_("whole family"));
}

static void
show_had (DovHandoutPage *self)
{
  static const DovSign again = { "dialog-warning-symbolic", "warning" };
  g_autoptr (DovStatement) rows = ask_had (self);
  guint n = 0, n_here = 0;
  g_autofree char *count = NULL;

  dov_section_box_clear (self->had);
  while (rows != NULL && dov_statement_step (rows, NULL))
    {
      gint64 item = dov_statement_column_integer (rows, 1);
      gint64 child = dov_statement_column_integer (rows, 3);
      gboolean is_here = get_drive (self) != 0 && dov_statement_column_integer (rows, 6) == get_drive (self);
      g_autoptr (DovRecord) thing = dov_store_find (get_store (self), DOV_TYPE_ITEM, item, NULL);
      g_autoptr (GDate) date = NULL;
      g_autofree char *day = NULL;
      g_autofree char *name = NULL;
      g_autofree char *amount = NULL;
      g_autofree char *who = NULL;
      g_autofree char *title = NULL;
      g_autofree char *second = NULL;
      g_autofree char *unit = NULL;
      GtkWidget *row;

      n++;
      n_here += is_here;
      if (n > MOST_HAD || thing == NULL)
        continue;
      dov_date_from_iso (dov_statement_column_text (rows, 4), &date);
      day = dov_date_to_shown (date);
      name = dov_store_describe (get_store (self), thing);
      unit = dov_record_dup_shown (thing, dov_record_class_find_field (DOV_RECORD_GET_CLASS (thing), "unit"));
      amount = dov_shelf_amount_words (dov_statement_column_integer (rows, 2), unit);
      who = dup_first_name (self, child);
      title = g_strdup_printf ("%s, %s", name, amount);
      second = g_strdup_printf (is_here ? _("%s · this drive") : _("%s · handout No. %s"), who,
                                dov_statement_column_text (rows, 5));
      row = dov_row_line_new (day, title, second);
      gtk_widget_set_tooltip_text (row, title);
      if (is_here && child != 0 && has_line (self, item, child))
        dov_row_line_append (DOV_ROW_LINE (row), dov_badge_new (_("again"), &again));
      dov_section_box_append (self->had, row);
    }
  count = g_strdup_printf (n_here > 0 ? _("%u in this drive, last year too") : _("in the last year"), n_here);
  dov_section_box_set_count (self->had, count);
}

static void
show_compare (DovHandoutPage *self)
{
  gint64 drive = get_drive (self);
  gint64 times, without;
  g_autofree char *title = NULL;
  g_autofree char *second = NULL;
  GtkWidget *row;

  gtk_widget_set_visible (GTK_WIDGET (self->compare), drive != 0);
  dov_section_box_clear (self->compare);
  if (drive == 0)
    return;
  times = dov_goods_count (get_store (self),
    "SELECT count(*) FROM distribution WHERE drive_id = ?1 AND family_id = ?2 AND status = 'issued' AND removed IS NULL",
    g_variant_new ("(xx)", drive, self->shown_family));
  without = dov_goods_count (get_store (self),
    "SELECT count(DISTINCT n.family_id) FROM need n WHERE n.drive_id = ?1 AND n.removed IS NULL "
    "AND n.status IN ('open', 'reserved') AND n.family_id NOT IN (SELECT d.family_id FROM distribution d "
    "WHERE d.drive_id = ?1 AND d.status = 'issued' AND d.removed IS NULL)", g_variant_new ("(x)", drive));
  title = times == 0 ? g_strdup (_("The first handout to the family in this drive")) :
    g_strdup_printf (ngettext ("The family has been handed out %d time in this drive",
                               "The family has been handed out %d times in this drive", (gulong) times), (int) times);
  second = g_strdup_printf (ngettext ("%d family that asked has had nothing yet",
                                      "%d families that asked have had nothing yet", (gulong) without), (int) without);
  row = dov_row_line_new ("", title, without > 0 ? second : "");
  dov_row_line_set_icon (DOV_ROW_LINE (row), "dialog-information-symbolic");
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  dov_section_box_append (self->compare, row);
}

/* Shows what the family asked for and has had, before anything is handed out. */
static void
show_side (DovHandoutPage *self)
{
  gboolean is_known = self->shown_family != 0;

  gtk_widget_set_visible (GTK_WIDGET (self->asked), is_known);
  gtk_widget_set_visible (GTK_WIDGET (self->had), is_known);
  gtk_widget_set_visible (GTK_WIDGET (self->compare), is_known);
  if (!is_known)
    return;
  show_asked (self);
  show_had (self);
  show_compare (self);
}

/* ---- S4: the same thing to the same child twice in one drive ---- */

static void
give_reason_cb (GtkWidget *button,
                GtkWidget *notice)
{
  DovHandoutPage *self = DOV_HANDOUT_PAGE (gtk_widget_get_ancestor (notice, DOV_TYPE_HANDOUT_PAGE));
  GtkWidget *entry = g_object_get_data (G_OBJECT (notice), "entry");
  DovForm *form = dov_form_page_get_form (DOV_FORM_PAGE (self));
  g_autofree char *reason = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry))));
  g_autofree char *words = NULL;

  if (*reason == '\0')
    {
      gtk_widget_add_css_class (entry, "error");
      gtk_widget_grab_focus (entry);
      return;
    }
  dov_form_accept (form, dov_form_get_draft (form), "S4", reason);
  dov_record_keep_typed (dov_form_get_draft (form), "repeat.reason", reason);
  words = g_strdup_printf (_("Reason: %s"), reason);
  dov_notice_set_words (DOV_NOTICE (notice), g_object_get_data (G_OBJECT (notice), "lead"), words);
  gtk_widget_set_visible (entry, FALSE);
  gtk_widget_set_visible (button, FALSE);
}

static void
add_repeat (DovHandoutPage *self,
            const char     *lead,
            const char     *text)
{
  GtkWidget *notice = dov_notice_new (DOV_NOTICE_WARNS, lead, text);
  GtkWidget *entry = g_object_new (GTK_TYPE_ENTRY, "hexpand", TRUE, "margin-top", 6,
                                   "placeholder-text", _("Why once more"), NULL);
  GtkWidget *button = dov_notice_add_action (DOV_NOTICE (notice), _("Give the _reason"), NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Why once more"), -1);
  dov_notice_add_widget (DOV_NOTICE (notice), entry);
  g_object_set_data (G_OBJECT (notice), "entry", entry);
  g_object_set_data_full (G_OBJECT (notice), "lead", g_strdup (lead), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (give_reason_cb), notice, 0);
  g_signal_connect_object (entry, "activate", G_CALLBACK (give_reason_cb), notice, 0);
  gtk_box_append (GTK_BOX (self->repeats), notice);
}

static char *
dup_earlier (DovHandoutPage      *self,
             DovDistributionLine *line,
             char               **no)
{
  g_autoptr (DovStatement) rows = dov_database_prepare (dov_store_get_seen (get_store (self)),
    "SELECT d.date, d.no FROM distribution_line l JOIN distribution d ON d.id = l.distribution_id "
    "WHERE d.drive_id = ?1 AND d.family_id = ?2 AND l.item_id = ?3 AND l.child_id = ?4 AND d.status = 'issued' "
    "AND d.removed IS NULL AND l.removed IS NULL ORDER BY d.date DESC", NULL);
  g_autoptr (GDate) date = NULL;

  if (rows == NULL)
    return NULL;
  dov_statement_bind_integer (rows, 1, get_drive (self));
  dov_statement_bind_integer (rows, 2, self->shown_family);
  dov_statement_bind_integer (rows, 3, line->item_id);
  dov_statement_bind_integer (rows, 4, line->child_id);
  if (!dov_statement_step (rows, NULL) || !dov_date_from_iso (dov_statement_column_text (rows, 0), &date) || date == NULL)
    return NULL;
  *no = g_strdup (dov_statement_column_text (rows, 1));

  return dov_goods_day_words (date);
}

/* Warns of what a child has had in this drive before, with a place for the
 * reason; so nobody is surprised when the handout is saved. */
static void
show_repeats (DovHandoutPage *self)
{
  g_autoptr (GPtrArray) lines = dov_lines_list_lines (dov_goods_page_get_lines (DOV_GOODS_PAGE (self)));
  g_autoptr (GString) what = g_string_new (NULL);
  g_autofree char *text = NULL;
  GtkWidget *shown = gtk_widget_get_first_child (self->repeats);

  for (guint i = 0; i < lines->len && get_drive (self) != 0; i++)
    {
      DovDistributionLine *line = g_ptr_array_index (lines, i);
      g_autofree char *no = NULL;
      g_autofree char *day = line->child_id != 0 ? dup_earlier (self, line, &no) : NULL;
      g_autofree char *name = NULL;
      g_autofree char *who = NULL;

      if (day == NULL)
        continue;
      name = dov_store_describe_id (get_store (self), DOV_TYPE_ITEM, line->item_id);
      who = dup_first_name (self, line->child_id);
      /* Translators: %1$s a child, %2$s a thing, %3$s a day, %4$s the number of a handout */
      g_string_append_printf (what, _("%1$s has had “%2$s” already in this drive: %3$s, handout No. %4$s"), who, name, day, no);
      g_string_append_c (what, '\n');
    }
  if (shown != NULL && g_strcmp0 (g_object_get_data (G_OBJECT (shown), "lead"), what->str) == 0)
    return;
  if (shown != NULL)
    gtk_box_remove (GTK_BOX (self->repeats), shown);
  gtk_widget_set_visible (self->repeats, what->len > 0);
  if (what->len == 0)
    return;

  text = g_strdup (_("If it is needed once more, write the reason: it stays in the history of the handout."));
  g_string_truncate (what, what->len - 1);
  add_repeat (self, what->str, text);
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
  gint64 kept = count_kept (self, line->item_id, &until);
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
         count_kept (self, line->item_id, NULL);

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

      total = g_strdup_printf (_("Handout No. %1$s: %2$s, %3$s"), get_draft (self)->no, count, whom);
    }
  else
    {
      total = g_strdup_printf (_("Handout No. %1$s: %2$s"), get_draft (self)->no, count);
    }
  dov_form_set_total (get_form (self), total);
}

static void
lines_changed_cb (DovHandoutPage *self)
{
  show_total (self);
  show_repeats (self);
  show_side (self);
}

/* What is there comes first, and says how much of it is free. */
static GPtrArray *
look_cb (const char *words,
         guint       at_most,
         gpointer    user_data)
{
  DovHandoutPage *self = user_data;
  DovDistribution *draft = get_draft (self);
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
  DovDistribution *draft = get_draft (self);
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

      if (need != NULL)
        add_need_line (self, DOV_NEED (need));
    }
}

static void
family_changed (DovHandoutPage *self,
                gboolean        by_hand)
{
  DovDistribution *draft = get_draft (self);
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

  dov_link_row_set_also (family, DOV_FAMILIES_BY_MEMBERS);
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
