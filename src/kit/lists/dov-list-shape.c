/* dov-list-shape.c - the popover in which one chooses the columns of a list and keeps views of it */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-list-shape.h"

#include <glib/gi18n.h>

#include "dov-deed.h"
#include "dov-label.h"
#include "dov-list-columns.h"

#define MOST_HEIGHT 330

#define DOV_TYPE_LIST_SHAPE (dov_list_shape_get_type ())
G_DECLARE_FINAL_TYPE (DovListShape, dov_list_shape, DOV, LIST_SHAPE, GtkPopover)

struct _DovListShape
{
  GtkPopover     parent_instance;

  gpointer       list;      /* holds the popover */
  DovShapedList  shaped;
  GtkBox        *views;
  GtkEditable   *title;
  GtkLabel      *error;
  GtkListBox    *columns;
  gboolean       is_filling;
};

G_DEFINE_FINAL_TYPE (DovListShape, dov_list_shape, GTK_TYPE_POPOVER)

/* ---- views ---- */

static void fill_views (DovListShape *self);

static gint64
get_id (GtkWidget *widget)
{
  return (gint64) g_ascii_strtoll (gtk_widget_get_name (widget), NULL, 10);
}

static void
view_chosen_cb (GtkWidget    *button,
                DovListShape *self)
{
  g_autofree char *chip = g_strconcat (DOV_LIST_VIEW_CHIP, gtk_widget_get_name (button), NULL);

  self->shaped.show_chip (self->list, chip);
  gtk_popover_popdown (GTK_POPOVER (self));
}

static void
view_removed_cb (GtkWidget    *button,
                 DovListShape *self)
{
  g_autoptr (DovRecord) view = dov_store_look_up (self->shaped.store, DOV_TYPE_SAVED_VIEW, get_id (button));

  if (view != NULL)
    dov_deed_remove (self->list, self->shaped.store, view, NULL);
  fill_views (self);
}

static GtkWidget *
view_row_new (DovListShape *self,
              gint64        id)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *remove = gtk_button_new_from_icon_name ("user-trash-symbolic");
  g_autofree char *title = dov_store_describe_id (self->shaped.store, DOV_TYPE_SAVED_VIEW, id);
  g_autofree char *words = g_strdup_printf (_("Remove the view “%s”"), title);
  g_autofree char *name = g_strdup_printf ("%" G_GINT64_FORMAT, id);
  GtkWidget *choose = gtk_button_new_with_label (title);
  GtkWidget *label = gtk_button_get_child (GTK_BUTTON (choose));

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (choose, "flat");
  gtk_widget_add_css_class (remove, "flat");
  gtk_widget_set_hexpand (choose, TRUE);
  gtk_widget_set_name (choose, name);
  gtk_widget_set_name (remove, name);
  gtk_widget_set_tooltip_text (remove, words);
  dov_name_widget (remove, words);
  gtk_widget_set_sensitive (remove, !dov_store_is_read_only (self->shaped.store));
  g_signal_connect (choose, "clicked", G_CALLBACK (view_chosen_cb), self);
  g_signal_connect (remove, "clicked", G_CALLBACK (view_removed_cb), self);
  gtk_box_append (GTK_BOX (row), choose);
  gtk_box_append (GTK_BOX (row), remove);

  return row;
}

static void
fill_views (DovListShape *self)
{
  g_autoptr (GArray) ids = dov_list_shape_list_views (self->shaped.store, self->shaped.type);

  dov_clear_box (self->views);
  for (guint i = 0; ids != NULL && i < ids->len; i++)
    gtk_box_append (self->views, view_row_new (self, g_array_index (ids, gint64, i)));
}

static void
show_refusal (DovListShape *self,
              const char   *words)
{
  gtk_label_set_text (self->error, words);
  gtk_widget_set_visible (GTK_WIDGET (self->error), *words != '\0');
}

static char *
dup_title (DovListShape *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (self->title)));
}

/* Keeps what the list shows now as a view under a name; it becomes a chip of its own. */
static gboolean
keep_view (DovStore  *store,
           gpointer   shape,
           GError   **error)
{
  DovListShape *self = shape;
  g_autofree char *title = dup_title (self);
  g_autoptr (DovRecordClass) klass = g_type_class_ref (self->shaped.type);
  g_autoptr (DovSavedView) draft = DOV_SAVED_VIEW (dov_record_new (DOV_TYPE_SAVED_VIEW, 0));
  DovQuery same = { .where = "listed = ?1 AND title = ?2", .params = g_variant_new ("(ss)", klass->table, title) };

  if (dov_store_count (store, DOV_TYPE_SAVED_VIEW, &same, NULL) > 0)
    return dov_refuse (error, _("There is a view “%s” already. Write another name, or remove that one."), title);

  dov_set (draft, title, title);
  dov_set (draft, listed, klass->table);
  self->shaped.describe (self->list, draft);

  return dov_store_save (store, DOV_RECORD (draft), error);
}

static gboolean
refused (gpointer      list,
         const GError *error,
         gpointer      self)
{
  show_refusal (self, error->message);

  return TRUE;
}

static void
save_cb (DovListShape *self)
{
  g_autofree char *title = dup_title (self);
  g_autofree char *words = g_strdup_printf (C_("toast", "The view “%s” is kept"), title);

  if (*title == '\0')
    {
      show_refusal (self, _("Write what to call this view, such as “Large families of Sludka”."));
      gtk_widget_grab_focus (GTK_WIDGET (self->title));
      return;
    }
  if (!dov_deed_do (self->list, self->shaped.store, &(DovDeed) {
        .words = words, .act = keep_view, .refused = refused, .data = self }))
    return;
  show_refusal (self, "");
  gtk_editable_set_text (self->title, "");
  fill_views (self);
  gtk_popover_popdown (GTK_POPOVER (self));
}

/* ---- columns ---- */

static const char *
row_name (GtkWidget *row)
{
  return gtk_widget_get_name (row);
}

static GtkCheckButton *
row_check (GtkWidget *row)
{
  return GTK_CHECK_BUTTON (gtk_widget_get_first_child (gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (row))));
}

/* What somebody chose stays on this computer. */
static void
choose_columns (DovListShape *self,
                const char   *names)
{
  dov_list_columns_remember (self->shaped.type, self->shaped.view, names);
  self->shaped.show_columns (self->list, names);
}

/* What is ticked, in the order of the rows. The last one stays ticked: a list has at least one column. */
static void
take_columns (DovListShape *self)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->columns)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    if (gtk_check_button_get_active (row_check (row)))
      g_string_append_printf (names, "%s%s", names->len > 0 ? "," : "", row_name (row));
  if (names->len > 0)
    choose_columns (self, names->str);
}

static void
ticked_cb (DovListShape *self)
{
  if (!self->is_filling)
    take_columns (self);
}

static void
move_row (DovListShape *self,
          GtkWidget    *row,
          int           by)
{
  int at = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));
  GtkListBoxRow *other = gtk_list_box_get_row_at_index (self->columns, at + by);

  if (other == NULL)
    return;
  g_object_ref (row);
  gtk_list_box_remove (self->columns, row);
  gtk_list_box_insert (self->columns, row, at + by);
  g_object_unref (row);
  gtk_widget_grab_focus (row);
  take_columns (self);
}

static gboolean
key_cb (GtkEventControllerKey *controller,
        guint                  key,
        guint                  code,
        GdkModifierType        state,
        DovListShape          *self)
{
  GtkWidget *row = gtk_widget_get_focus_child (GTK_WIDGET (self->columns));

  if (row == NULL || (state & GDK_ALT_MASK) == 0 || (key != GDK_KEY_Up && key != GDK_KEY_Down))
    return GDK_EVENT_PROPAGATE;
  move_row (self, row, key == GDK_KEY_Up ? -1 : 1);

  return GDK_EVENT_STOP;
}

static void
up_cb (GtkWidget    *button,
       DovListShape *self)
{
  move_row (self, gtk_widget_get_ancestor (button, GTK_TYPE_LIST_BOX_ROW), -1);
}

static void
row_activated_cb (DovListShape *self,
                  GtkWidget    *row)
{
  gtk_check_button_set_active (row_check (row), !gtk_check_button_get_active (row_check (row)));
}

static const char *
column_title (DovListShape         *self,
              const DovTableColumn *column)
{
  g_autoptr (DovRecordClass) klass = g_type_class_ref (self->shaped.type);
  const DovField *field = dov_record_class_find_field (klass, column->name);

  if (column->title != NULL && *column->title != '\0')
    return _(column->title);

  return field != NULL ? _(field->label) : column->name;
}

static void
add_column (DovListShape         *self,
            const DovTableColumn *column,
            gboolean              is_shown)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *check = gtk_check_button_new_with_label (column_title (self, column));
  GtkWidget *up = gtk_button_new_from_icon_name ("go-up-symbolic");
  g_autofree char *words = g_strdup_printf (_("Move “%s” towards the beginning (Alt+Up)"), column_title (self, column));

  gtk_widget_set_name (row, column->name);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), is_shown);
  gtk_widget_set_focusable (check, FALSE);
  gtk_widget_set_hexpand (check, TRUE);
  gtk_widget_add_css_class (up, "flat");
  gtk_widget_set_focusable (up, FALSE);
  gtk_widget_set_tooltip_text (up, words);
  dov_name_widget (up, words);
  dov_name_widget (row, column_title (self, column));
  g_signal_connect_swapped (check, "toggled", G_CALLBACK (ticked_cb), self);
  g_signal_connect (up, "clicked", G_CALLBACK (up_cb), self);
  gtk_box_append (GTK_BOX (box), check);
  gtk_box_append (GTK_BOX (box), up);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_append (self->columns, row);
}

/* First what is shown, in its order, then what could be. */
static void
fill_columns (DovListShape *self)
{
  g_autoptr (GArray) shown = dov_list_columns_pick (self->shaped.columns, self->shaped.get_shown (self->list));
  GtkWidget *child;

  self->is_filling = TRUE;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->columns))) != NULL)
    gtk_list_box_remove (self->columns, child);
  for (guint i = 0; i < shown->len; i++)
    add_column (self, &g_array_index (shown, DovTableColumn, i), TRUE);
  for (guint i = 0; i < self->shaped.columns->len; i++)
    {
      const DovTableColumn *column = &g_array_index (self->shaped.columns, DovTableColumn, i);
      gboolean is_shown = FALSE;

      for (guint n = 0; n < shown->len; n++)
        is_shown = is_shown || g_str_equal (g_array_index (shown, DovTableColumn, n).name, column->name);
      if (!is_shown)
        add_column (self, column, FALSE);
    }
  self->is_filling = FALSE;
}

static void
usual_cb (DovListShape *self)
{
  g_autofree char *usual = dov_list_columns_dup_usual (self->shaped.type, self->shaped.view);

  choose_columns (self, usual);
  fill_columns (self);
}

/* ---- making ---- */

static GtkWidget *
title_new (const char *words)
{
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");

  return label;
}

static void
show_cb (DovListShape *self)
{
  show_refusal (self, "");
  fill_views (self);
  fill_columns (self);
}

static void
add_views (DovListShape *self,
           GtkBox       *box)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *save = gtk_button_new_with_label (_("Keep"));

  self->views = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  self->title = GTK_EDITABLE (gtk_entry_new ());
  self->error = GTK_LABEL (gtk_label_new (""));
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->title), _("Name for what is shown now"));
  dov_name_widget (self->title, _("Name of the view"));
  gtk_widget_set_hexpand (GTK_WIDGET (self->title), TRUE);
  gtk_label_set_wrap (self->error, TRUE);
  gtk_label_set_xalign (self->error, 0);
  gtk_label_set_max_width_chars (self->error, 36);
  gtk_widget_add_css_class (GTK_WIDGET (self->error), "error");
  gtk_widget_set_sensitive (line, !dov_store_is_read_only (self->shaped.store));
  g_signal_connect_swapped (save, "clicked", G_CALLBACK (save_cb), self);
  g_signal_connect_swapped (self->title, "activate", G_CALLBACK (save_cb), self);
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->title));
  gtk_box_append (GTK_BOX (line), save);

  gtk_box_append (box, title_new (_("Views")));
  gtk_box_append (box, GTK_WIDGET (self->views));
  gtk_box_append (box, line);
  gtk_box_append (box, GTK_WIDGET (self->error));
}

static void
add_columns (DovListShape *self,
             GtkBox       *box)
{
  GtkWidget *window = g_object_new (GTK_TYPE_SCROLLED_WINDOW, "focusable", FALSE, NULL);
  GtkWidget *usual = gtk_button_new_with_label (_("Usual columns"));
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->columns = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->columns, GTK_SELECTION_NONE);
  dov_name_widget (self->columns, _("Columns"));
  gtk_widget_add_css_class (GTK_WIDGET (self->columns), "columns");
  g_signal_connect_swapped (self->columns, "row-activated", G_CALLBACK (row_activated_cb), self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->columns), keys);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (window), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (window), MOST_HEIGHT);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (window), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (window), GTK_WIDGET (self->columns));
  g_signal_connect_swapped (usual, "clicked", G_CALLBACK (usual_cb), self);

  gtk_box_append (box, title_new (_("Columns")));
  gtk_box_append (box, window);
  gtk_box_append (box, usual);
}

/**
 * dov_list_shape_list_views:
 *
 * Returns: (transfer full) (nullable): the ids of the saved views of the list of this kind
 */
GArray *
dov_list_shape_list_views (DovStore *store,
                           GType     type)
{
  g_autoptr (DovRecordClass) klass = g_type_class_ref (type);
  DovQuery query = { .where = "listed = ?1", .params = g_variant_new ("(s)", klass->table) };

  return dov_store_list (store, DOV_TYPE_SAVED_VIEW, &query, NULL);
}

/**
 * dov_list_shape_new:
 * @list: the widget of the list
 *
 * Returns: (transfer floating): the popover
 */
GtkWidget *
dov_list_shape_new (gpointer             list,
                    const DovShapedList *shaped)
{
  DovListShape *self = g_object_new (DOV_TYPE_LIST_SHAPE, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->list = list;
  self->shaped = *shaped;
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 6);
  gtk_widget_set_margin_start (box, 6);
  gtk_widget_set_margin_end (box, 6);
  add_views (self, GTK_BOX (box));
  gtk_box_append (GTK_BOX (box), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  add_columns (self, GTK_BOX (box));
  gtk_popover_set_child (GTK_POPOVER (self), box);
  g_signal_connect (self, "show", G_CALLBACK (show_cb), NULL);

  return GTK_WIDGET (self);
}

static void
dov_list_shape_class_init (DovListShapeClass *klass)
{
}

static void
dov_list_shape_init (DovListShape *self)
{
}
