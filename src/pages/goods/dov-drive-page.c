/* dov-drive-page.c - one charity drive: figures, things, needs, received, handed out, the next step */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-drive-page-private.h"

#include <glib/gi18n.h>

#include "dov-badge.h"
#include "dov-closing-page.h"
#include "dov-distribution.h"
#include "dov-donation-receipt.h"
#include "dov-errors.h"
#include "dov-family.h"
#include "dov-fold-columns.h"
#include "dov-go.h"
#include "dov-history.h"
#include "dov-kit-build.h"
#include "dov-need.h"
#include "dov-notice.h"
#include "dov-paper-page.h"
#include "dov-parts.h"
#include "dov-record-page.h"
#include "dov-shelf.h"
#include "dov-sheet-page.h"
#include "dov-signs.h"
#include "dov-goods-query.h"
#include "dov-stock-transfer.h"
#include "dov-thing-page.h"
#include "dov-write-off.h"

G_DEFINE_FINAL_TYPE (DovDrivePage, dov_drive_page, DOV_TYPE_PAGE)

gint64
dov_drive_page_get_id (DovDrivePage *self)
{
  return dov_record_get_id (DOV_RECORD (self->drive));
}

/**
 * dov_drive_page_open_ids:
 * @sql: gives ids; ?1 is the drive
 *
 * Opens the list of just these records.
 */
void
dov_drive_page_open_ids (DovDrivePage *self,
                         GType         type,
                         const char   *title,
                         const char   *sql)
{
  g_autoptr (GArray) ids = dov_goods_list_ids (self->store, sql, g_variant_new ("(x)", dov_drive_page_get_id (self)));

  dov_go_ids (self, type, title, ids);
}

/* Says what was done, with the way to undo it. */
void
dov_drive_page_tell (DovDrivePage *self)
{
  gint64 operation = dov_store_get_last_operation (self->store);
  g_autofree char *words = dov_store_describe_operation (self->store, operation);

  if (words != NULL)
    dov_go_tell (self, words, operation);
}

void
dov_drive_page_refuse (DovDrivePage *self,
                       const GError *error)
{
  g_autofree char *words = dov_errors_dup_words (error);

  gtk_box_prepend (GTK_BOX (self->notices), dov_notice_new (DOV_NOTICE_REFUSES, words, ""));
}

/* ---- what is shown ---- */

static void
add_part (GString    *text,
          const char *part)
{
  if (*part != '\0')
    g_string_append_printf (text, "%s%s", text->len > 0 ? "  ·  " : "", part);
}

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

static void
show_head (DovDrivePage *self)
{
  DovRecord *record = DOV_RECORD (self->drive);
  DovRecordClass *klass = DOV_RECORD_GET_CLASS (record);
  g_autofree char *status = dov_record_dup_shown (record, dov_record_class_find_field (klass, "status"));
  g_autoptr (GString) facts = g_string_new (NULL);
  g_autofree char *span = dup_span (self->drive);
  gboolean is_open = self->drive->status == DOV_DRIVE_STATUS_COLLECTING ||
                     self->drive->status == DOV_DRIVE_STATUS_DISTRIBUTING;

  add_part (facts, span);
  if (self->drive->family_id != 0)
    {
      g_autofree char *family = dov_store_describe_id (self->store, DOV_TYPE_FAMILY, self->drive->family_id);
      g_autofree char *words = g_strdup_printf (_("targeted help: %s"), family);

      add_part (facts, words);
    }
  add_part (facts, self->drive->organiser);
  if (*self->drive->collection_points != '\0')
    {
      g_autofree char *words = g_strdup_printf (_("collected at: %s"), self->drive->collection_points);

      add_part (facts, words);
    }
  gtk_label_set_label (GTK_LABEL (self->name), self->drive->name);
  gtk_label_set_label (GTK_LABEL (self->facts), facts->str);
  dov_badge_show (self->status, status, dov_sign_of_state (record, "status"));
  dov_page_set_title (DOV_PAGE (self), self->drive->name);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "drive.receive", is_open);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "drive.hand-out", self->drive->status == DOV_DRIVE_STATUS_DISTRIBUTING);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "drive.batch", self->drive->status == DOV_DRIVE_STATUS_DISTRIBUTING);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "drive.close", is_open);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "drive.kits", is_open);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "drive.transfer", is_open);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "drive.write-off", is_open);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "drive.collect", self->drive->status == DOV_DRIVE_STATUS_PLANNED);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "drive.distribute",
                                 self->drive->status == DOV_DRIVE_STATUS_COLLECTING);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "drive.reopen", self->drive->status == DOV_DRIVE_STATUS_CLOSED ||
                                                                     self->drive->status == DOV_DRIVE_STATUS_CANCELLED);
}

static void
show_all (DovDrivePage *self)
{
  show_head (self);
  dov_drive_page_show_notices (self);
  dov_drive_page_show_figures (self);
  dov_drive_page_show_things (self);
  dov_drive_page_show_sections (self);
}

static gboolean
refresh_cb (gpointer data)
{
  DovDrivePage *self = data;

  self->refresh = 0;
  show_all (self);

  return G_SOURCE_REMOVE;
}

static void
refresh_soon (DovDrivePage *self)
{
  if (self->refresh == 0)
    self->refresh = g_idle_add (refresh_cb, self);
}

/* ---- what can be done ---- */

static void
take_step (DovDrivePage   *self,
           DovDriveStatus  status,
           const char     *format)
{
  g_autoptr (DovRecord) draft = dov_record_dup (DOV_RECORD (self->drive));
  g_autoptr (GError) error = NULL;
  g_autofree char *words = NULL;

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  words = g_strdup_printf (format, self->drive->name);
#pragma GCC diagnostic pop
  dov_set (DOV_DRIVE (draft), status, status);
  dov_set (DOV_DRIVE (draft), status_reason, "");
  dov_set (DOV_DRIVE (draft), closed_on, NULL);
  if (!dov_store_begin (self->store, words, &error))
    {
      dov_drive_page_refuse (self, error);
      return;
    }
  if (!dov_store_save (self->store, draft, &error))
    {
      dov_store_abandon (self->store);
      dov_drive_page_refuse (self, error);
      return;
    }
  if (dov_store_commit (self->store, NULL, &error))
    dov_drive_page_tell (self);
  else
    dov_drive_page_refuse (self, error);
}

/* A new paper of this drive: receipt, handout, write-off… */
static void
begin_paper (DovDrivePage *self,
             GType         type)
{
  g_autoptr (DovRecord) draft = dov_record_new (type, 0);

  dov_record_set_number (draft, "drive_id", dov_drive_page_get_id (self));
  if (self->drive->lounge_id != 0 && type != DOV_TYPE_NEED)
    dov_record_set_number (draft, "lounge_id", self->drive->lounge_id);
  if (self->drive->family_id != 0 && (type == DOV_TYPE_DISTRIBUTION || type == DOV_TYPE_NEED))
    dov_record_set_number (draft, "family_id", self->drive->family_id);
  dov_go_form (self, draft);
}

static void
edit (DovDrivePage *self)
{
  g_autoptr (DovRecord) draft = dov_record_dup (DOV_RECORD (self->drive));

  dov_go_to (self, dov_record_page_new_draft (self->store, draft, 0));
}

static void
remove_drive (DovDrivePage *self)
{
  g_autoptr (GError) error = NULL;

  if (!dov_parts_remove (self->store, DOV_RECORD (self->drive), &error))
    {
      dov_drive_page_refuse (self, error);
      return;
    }
  dov_drive_page_tell (self);
  dov_go_back (self);
}

static void
act (GtkWidget  *widget,
     const char *name,
     GVariant   *parameter)
{
  DovDrivePage *self = DOV_DRIVE_PAGE (widget);
  gint64 id = dov_drive_page_get_id (self);

  if (g_str_equal (name, "drive.receive"))
    begin_paper (self, DOV_TYPE_DONATION_RECEIPT);
  else if (g_str_equal (name, "drive.hand-out"))
    begin_paper (self, DOV_TYPE_DISTRIBUTION);
  else if (g_str_equal (name, "drive.need"))
    begin_paper (self, DOV_TYPE_NEED);
  else if (g_str_equal (name, "drive.kits"))
    begin_paper (self, DOV_TYPE_KIT_BUILD);
  else if (g_str_equal (name, "drive.transfer"))
    begin_paper (self, DOV_TYPE_STOCK_TRANSFER);
  else if (g_str_equal (name, "drive.write-off"))
    begin_paper (self, DOV_TYPE_WRITE_OFF);
  else if (g_str_equal (name, "drive.batch"))
    dov_go_to (self, dov_sheet_page_new (self->store, id));
  else if (g_str_equal (name, "drive.report"))
    dov_go_to (self, dov_paper_page_new (self->store, "D-33e", id));
  else if (g_str_equal (name, "drive.sheet"))
    dov_go_to (self, dov_paper_page_new (self->store, "D-33a", id));
  else if (g_str_equal (name, "drive.journal"))
    dov_go_to (self, dov_paper_page_new (self->store, "D-32", 0));
  else if (g_str_equal (name, "drive.excel"))
    dov_drive_page_save_things (self);
  else if (g_str_equal (name, "drive.print"))
    dov_drive_page_print_things (self);
  else if (g_str_equal (name, "drive.close"))
    dov_go_to (self, dov_closing_page_new (self->store, id));
  else if (g_str_equal (name, "drive.collect"))
    take_step (self, DOV_DRIVE_STATUS_COLLECTING, _("Collecting begins: %s"));
  else if (g_str_equal (name, "drive.distribute"))
    take_step (self, DOV_DRIVE_STATUS_DISTRIBUTING, _("Handing out begins: %s"));
  else if (g_str_equal (name, "drive.reopen"))
    take_step (self, DOV_DRIVE_STATUS_DISTRIBUTING, _("Open again: %s"));
  else if (g_str_equal (name, "drive.edit"))
    edit (self);
  else
    remove_drive (self);
}

static void
needs_cb (DovDrivePage *self)
{
  g_autofree char *title = g_strdup_printf ("%s › %s", self->drive->name, _("Needs"));
  g_autoptr (GArray) ids = dov_goods_list_ids (self->store,
    "SELECT id FROM need WHERE drive_id = ?1 AND removed IS NULL", g_variant_new ("(x)", dov_drive_page_get_id (self)));

  if (ids->len == 0)
    begin_paper (self, DOV_TYPE_NEED);
  else
    dov_go_ids (self, DOV_TYPE_NEED, title, ids);
}

static void
received_cb (DovDrivePage *self)
{
  g_autofree char *title = g_strdup_printf ("%s › %s", self->drive->name, _("Received"));

  dov_drive_page_open_ids (self, DOV_TYPE_DONATION_RECEIPT, title,
                           "SELECT id FROM donation_receipt WHERE drive_id = ?1 AND removed IS NULL");
}

static void
sheet_cb (DovDrivePage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "drive.sheet", NULL);
}

/* ---- how it is built ---- */

static GtkWidget *
head_new (DovDrivePage *self)
{
  GtkWidget *head = dov_fold_columns_new ();
  GtkWidget *words = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing", 4,
                                   "hexpand", TRUE, NULL);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *actions = g_object_new (GTK_TYPE_BOX, "spacing", 6, "valign", GTK_ALIGN_START, "halign", GTK_ALIGN_END, NULL);
  GtkWidget *more = gtk_menu_button_new ();
  g_autoptr (GMenuModel) menu = dov_drive_menu_new ();

  self->name = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR,
                             "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, NULL);
  gtk_widget_add_css_class (self->name, "page-title");
  self->status = dov_badge_new ("", NULL);
  gtk_widget_set_valign (self->status, GTK_ALIGN_START);
  gtk_widget_add_css_class (self->status, "beside-title");
  self->facts = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, NULL);
  gtk_widget_add_css_class (self->facts, "numeric");
  self->receive = dov_drive_button_new ("document-save-symbolic", _("Receive"), "F3", "drive.receive");
  self->hand_out = dov_drive_button_new ("package-x-generic-symbolic", _("Hand Out"), "F4", "drive.hand-out");
  gtk_widget_add_css_class (self->hand_out, "suggested-action");
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (more), "view-more-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (more), menu);
  gtk_widget_set_tooltip_text (more, _("More with this drive"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (more), GTK_ACCESSIBLE_PROPERTY_LABEL, _("More with this drive"), -1);
  gtk_box_append (GTK_BOX (line), self->name);
  gtk_box_append (GTK_BOX (line), self->status);
  gtk_box_append (GTK_BOX (words), line);
  gtk_box_append (GTK_BOX (words), self->facts);
  gtk_box_append (GTK_BOX (actions), self->receive);
  gtk_box_append (GTK_BOX (actions), self->hand_out);
  gtk_box_append (GTK_BOX (actions), dov_drive_button_new ("x-office-document-symbolic", _("Report"), NULL, "drive.report"));
  gtk_box_append (GTK_BOX (actions), more);
  g_object_set (head, "side-width", 470, "fold-width", 860, "spacing", 12, "row-spacing", 8, NULL);
  dov_fold_columns_append (DOV_FOLD_COLUMNS (head), words);
  dov_fold_columns_append (DOV_FOLD_COLUMNS (head), actions);

  return head;
}

static DovSectionBox *
section_new (DovDrivePage *self,
             GtkWidget    *side,
             const char   *title,
             const char   *empty,
             GCallback     more)
{
  GtkWidget *section = dov_section_box_new (title);

  dov_section_box_set_empty (DOV_SECTION_BOX (section), empty);
  g_signal_connect_swapped (section, "more-clicked", more, self);
  gtk_box_append (GTK_BOX (side), section);

  return DOV_SECTION_BOX (section);
}

static void
build (DovDrivePage *self)
{
  GtkWidget *box = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing", 12, "margin-top", 14,
                                 "margin-bottom", 18, "margin-start", 24, "margin-end", 24, NULL);
  GtkWidget *clamp = g_object_new (ADW_TYPE_CLAMP, "maximum-size", 1240, "tightening-threshold", 1000, "child", box, NULL);
  GtkWidget *columns = dov_fold_columns_new ();
  GtkWidget *side = gtk_box_new (GTK_ORIENTATION_VERTICAL, 16);

  self->notices = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  self->flow = g_object_new (GTK_TYPE_FLOW_BOX, "homogeneous", TRUE, "selection-mode", GTK_SELECTION_NONE,
                             "min-children-per-line", 2, "max-children-per-line", 6, NULL);
  gtk_widget_add_css_class (self->flow, "card");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->flow), GTK_ACCESSIBLE_PROPERTY_LABEL, _("The drive in figures"), -1);
  dov_drive_page_add_figures (self);
  self->needs = section_new (self, side, _("Asked for"), _("No family has asked for anything yet."), G_CALLBACK (needs_cb));
  self->received = section_new (self, side, _("Received"), _("Nothing has been brought yet."), G_CALLBACK (received_cb));
  self->handed_out = section_new (self, side, _("Handed out"), _("Nothing has been handed out yet."), G_CALLBACK (sheet_cb));
  dov_fold_columns_append (DOV_FOLD_COLUMNS (columns), dov_drive_page_add_things (self));
  dov_fold_columns_append (DOV_FOLD_COLUMNS (columns), side);
  gtk_box_append (GTK_BOX (box), head_new (self));
  gtk_box_append (GTK_BOX (box), self->notices);
  gtk_box_append (GTK_BOX (box), self->flow);
  gtk_box_append (GTK_BOX (box), columns);
  adw_bin_set_child (ADW_BIN (self), g_object_new (GTK_TYPE_SCROLLED_WINDOW, "child", clamp, "vexpand", TRUE,
                                                   "hscrollbar-policy", GTK_POLICY_NEVER, NULL));
}

/**
 * dov_drive_page_new:
 * @drive: the id of a drive
 *
 * Returns: (transfer floating): its page
 */
DovPage *
dov_drive_page_new (DovStore *store,
                    gint64    drive)
{
  DovDrivePage *self = g_object_new (DOV_TYPE_DRIVE_PAGE, NULL);
  g_autoptr (DovRecord) found = dov_store_find (store, DOV_TYPE_DRIVE, drive, NULL);

  self->store = g_object_ref (store);
  self->drive = DOV_DRIVE (found != NULL ? g_steal_pointer (&found) : dov_record_new (DOV_TYPE_DRIVE, 0));
  dov_page_set_section (DOV_PAGE (self), "drives");
  build (self);
  show_all (self);
  g_signal_connect_object (store, "committed", G_CALLBACK (refresh_soon), self, G_CONNECT_SWAPPED);

  return DOV_PAGE (self);
}

static void
dov_drive_page_focus (DovPage *page)
{
  DovDrivePage *self = DOV_DRIVE_PAGE (page);

  if (!gtk_widget_grab_focus (self->hand_out) && !gtk_widget_grab_focus (self->receive))
    gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

static gboolean
dov_drive_page_add (DovPage *page)
{
  gtk_widget_activate_action (GTK_WIDGET (page), "drive.receive", NULL);

  return TRUE;
}

static void
dov_drive_page_dispose (GObject *object)
{
  DovDrivePage *self = DOV_DRIVE_PAGE (object);

  g_clear_handle_id (&self->refresh, g_source_remove);
  g_clear_object (&self->drive);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (dov_drive_page_parent_class)->dispose (object);
}

static void
dov_drive_page_class_init (DovDrivePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  DovPageClass *page_class = DOV_PAGE_CLASS (klass);
  static const char *const actions[] = {
    "drive.receive", "drive.hand-out", "drive.batch", "drive.need", "drive.kits", "drive.transfer", "drive.write-off",
    "drive.report", "drive.sheet", "drive.journal", "drive.collect", "drive.distribute", "drive.close", "drive.reopen",
    "drive.edit", "drive.remove", "drive.excel", "drive.print",
  };

  G_OBJECT_CLASS (klass)->dispose = dov_drive_page_dispose;
  page_class->focus = dov_drive_page_focus;
  page_class->add = dov_drive_page_add;
  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i], NULL, act);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F3, 0, "drive.receive", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F4, 0, "drive.hand-out", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_e, GDK_CONTROL_MASK, "drive.excel", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Cyrillic_u, GDK_CONTROL_MASK, "drive.excel", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "drive.print", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Cyrillic_ze, GDK_CONTROL_MASK, "drive.print", NULL);
}

static void
dov_drive_page_init (DovDrivePage *self)
{
}
