/* dov-link-row.c - a field that names another record: found while typing, or made in place */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-link-row.h"

#include "dov-fold.h"
#include "dov-label.h"
#include "dov-spoken.h"
#include "dov-link-panel.h"
#include "dov-registry.h"
#include "dov-visitor.h"

#include <glib/gi18n.h>

/* More than these are found by typing another letter. */
#define MOST_SHOWN 40

struct _DovLinkRow
{
  DovTextRow     parent_instance;

  char          *also;          /* for DovQuery.also, NULL: by what it must point to */
  char          *where;         /* what may be chosen at all, besides the list of a reference item */
  GVariant      *params;
  gboolean       makes;

  GtkWidget     *clear;
  GtkWidget     *open;
  GtkWidget     *popover;
  GtkWidget     *list;
  guint          search;        /* the timeout that looks while one types */
  guint          entered;       /* the idle that marks what is linked already */
  GtkWidget     *panel;         /* the small form, while it is open */
};

G_DEFINE_FINAL_TYPE (DovLinkRow, dov_link_row, DOV_TYPE_TEXT_ROW)

enum { MADE, N_SIGNALS };
static guint signals[N_SIGNALS];

static void choose_row (DovLinkRow    *self,
                        GtkListBoxRow *chosen);

static GType
get_target (DovLinkRow *self)
{
  return dov_field_row_get_field (DOV_FIELD_ROW (self))->target ();
}

static gint64
get_linked (DovLinkRow *self)
{
  DovFieldRow *row = DOV_FIELD_ROW (self);
  g_auto (GValue) value = G_VALUE_INIT;

  dov_record_get_value (dov_field_row_get_draft (row), dov_field_row_get_field (row), &value);

  return g_value_get_int64 (&value);
}

/* A record without a name of its own, such as a member of staff, is found by
 * the words of what it must point to. */
static char *
find_also (GType target)
{
  DovRecordClass *klass = dov_registry_class (target);
  g_autoptr (GString) sql = g_string_new (NULL);

  for (guint i = 0; i < klass->n_fields; i++)
    {
      const DovField *field = &klass->fields[i];

      if (field->kind == DOV_KIND_LINK && field->list == NULL && (field->flags & DOV_REQUIRED))
        g_string_append_printf (sql, "%sSELECT a.id FROM %s a JOIN %s b ON b.id = a.%s WHERE holds (b.key, ?w)",
                                sql->len ? " UNION " : "", klass->table, dov_registry_class (field->target ())->table,
                                field->name);
    }

  return sql->len ? g_string_free (g_steal_pointer (&sql), FALSE) : NULL;
}

static GArray *
look_up (DovLinkRow *self,
         const char *words)
{
  DovStore *store = dov_field_row_get_store (DOV_FIELD_ROW (self));
  const DovField *field = dov_field_row_get_field (DOV_FIELD_ROW (self));
  g_autoptr (GError) error = NULL;
  g_autofree char *also = self->also != NULL ? g_strdup (self->also) : find_also (get_target (self));
  DovQuery query = { .where = self->where, .params = self->params, .words = words, .also = also,
                     .is_nearest_first = TRUE };
  GArray *ids;

  if (field->list != NULL)
    {
      query.where = "list_code = ?1 AND is_active = 1";
      query.params = g_variant_new ("(s)", field->list);
      query.order = "position";
    }
  ids = dov_store_list (store, get_target (self), &query, &error);

  return ids ? ids : g_array_new (FALSE, FALSE, sizeof (gint64));
}

static GtkWidget *
found_row_new (DovLinkRow *self,
               gint64      id)
{
  DovStore *store = dov_field_row_get_store (DOV_FIELD_ROW (self));
  g_autofree char *words = dov_store_describe_id (store, get_target (self), id);
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", words, "xalign", 0.0, "ellipsize", PANGO_ELLIPSIZE_END,
                                   "max-width-chars", 48, NULL);
  GtkWidget *row = g_object_new (GTK_TYPE_LIST_BOX_ROW, "child", label, "focusable", FALSE, NULL);

  g_object_set_data_full (G_OBJECT (row), "id", g_memdup2 (&id, sizeof id), g_free);
  dov_name_widget (row, words);

  return row;
}

/* Whether what is found tells who there is: people, or what is called by one. */
static gboolean
names_people (GType target)
{
  DovRecordClass *klass = dov_registry_class (target);
  gboolean names = FALSE;

  for (guint i = 0; i < klass->n_fields && !names; i++)
    {
      const DovField *field = &klass->fields[i];

      names = (field->flags & DOV_PERSONAL)
              && ((field->kind == DOV_KIND_TEXT && (field->flags & DOV_LISTED))
                  || (field->kind == DOV_KIND_LINK && (field->flags & DOV_REQUIRED) && names_people (field->target ())));
    }

  return names;
}

/* Not chosen and not chosen from: why nobody is listed, or for which letters. */
static GtkWidget *
hint_row_new (const char *words)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", words, "xalign", 0.0, "wrap", TRUE,
                                   "max-width-chars", 48, NULL);

  return g_object_new (GTK_TYPE_LIST_BOX_ROW, "child", label, "focusable", FALSE, "selectable", FALSE,
                       "activatable", FALSE, NULL);
}

static GtkWidget *
make_row_new (const char *typed)
{
  /* Translators: makes a record that a search did not find, named as it was typed */
  g_autofree char *words = g_strdup_printf (_("Add “%s”…"), typed);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *row;

  gtk_box_append (GTK_BOX (box), g_object_new (GTK_TYPE_IMAGE, "icon-name", "list-add-symbolic", "accessible-role",
                                               GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL));
  gtk_box_append (GTK_BOX (box), g_object_new (GTK_TYPE_LABEL, "label", words, "xalign", 0.0,
                                               "ellipsize", PANGO_ELLIPSIZE_END, "max-width-chars", 48, NULL));
  row = g_object_new (GTK_TYPE_LIST_BOX_ROW, "child", box, "focusable", FALSE, NULL);
  dov_name_widget (row, words);

  return row;
}

static void
close_list (DovLinkRow *self)
{
  g_clear_handle_id (&self->search, g_source_remove);
  gtk_popover_popdown (GTK_POPOVER (self->popover));
}

/* The keyboard stays in the field, so the field says what Enter would take. */
static void
tell_selected (DovLinkRow *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list));

  if (row != NULL)
    dov_tell (self, dov_get_name (row));
}

/* The list is short and made anew: what is shown follows from what is typed. */
static void
show_found (DovLinkRow *self,
            const char *words)
{
  g_autoptr (GArray) ids = look_up (self, words);
  g_autofree char *other = ids->len == 0 ? dov_fold_from_latin_keys (words) : NULL;
  g_autofree char *typed = g_strstrip (g_strdup (words));
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), child);

  if (other != NULL && *other != '\0')
    {
      g_array_unref (ids);
      ids = look_up (self, other);
    }
  if (names_people (get_target (self)) && !dov_visitor_may_see (typed, ids->len))
    {
      g_array_set_size (ids, 0);
      gtk_list_box_append (GTK_LIST_BOX (self->list), hint_row_new (dov_visitor_get_hint ()));
    }
  for (guint i = 0; i < MIN (ids->len, MOST_SHOWN); i++)
    gtk_list_box_append (GTK_LIST_BOX (self->list), found_row_new (self, g_array_index (ids, gint64, i)));
  if (self->makes && *typed != '\0')
    gtk_list_box_append (GTK_LIST_BOX (self->list), make_row_new (typed));
  if (other != NULL && ids->len > 0)
    {
      g_autofree char *slip = dov_label_dup_slip (other);

      gtk_list_box_append (GTK_LIST_BOX (self->list), hint_row_new (slip));
    }

  if (gtk_widget_get_first_child (self->list) == NULL)
    {
      close_list (self);
      return;
    }
  if (ids->len > 0)
    gtk_list_box_select_row (GTK_LIST_BOX (self->list), gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), 0));
  tell_selected (self);
  gtk_widget_set_size_request (self->popover, MAX (260, gtk_widget_get_width (GTK_WIDGET (self)) - 24), -1);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_popover_popup (GTK_POPOVER (self->popover));
}

static gboolean
search_cb (gpointer user_data)
{
  DovLinkRow *self = user_data;

  self->search = 0;
  show_found (self, dov_text_row_get_text (DOV_TEXT_ROW (self)));

  return G_SOURCE_REMOVE;
}

static void
show_clear (DovLinkRow *self)
{
  gtk_widget_set_visible (self->clear, *dov_text_row_get_text (DOV_TEXT_ROW (self)) != '\0');
}

static void
edited_cb (DovLinkRow *self)
{
  show_clear (self);
  if (*dov_text_row_get_text (DOV_TEXT_ROW (self)) == '\0')
    close_list (self);
  else if (self->search == 0 && self->panel == NULL)
    self->search = g_timeout_add (60, search_cb, self);
}

static void
move_selection (DovLinkRow *self,
                int         by)
{
  GtkListBoxRow *selected = gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list));
  int index = selected ? gtk_list_box_row_get_index (selected) + by : 0;
  GtkListBoxRow *next = index < 0 ? NULL : gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), index);
  GtkAdjustment *adjustment = gtk_list_box_get_adjustment (GTK_LIST_BOX (self->list));
  graphene_rect_t place;

  if (next == NULL)
    return;
  gtk_list_box_select_row (GTK_LIST_BOX (self->list), next);
  tell_selected (self);
  if (adjustment != NULL && gtk_widget_compute_bounds (GTK_WIDGET (next), self->list, &place))
    gtk_adjustment_clamp_page (adjustment, place.origin.y, place.origin.y + place.size.height);
}

static gboolean
is_list_open (DovLinkRow *self)
{
  return gtk_widget_get_visible (self->popover);
}

/* A search still under way is done at once, so that fast hands are not ahead of it. */
static void
search_now (DovLinkRow *self)
{
  if (self->search == 0)
    return;
  g_clear_handle_id (&self->search, g_source_remove);
  show_found (self, dov_text_row_get_text (DOV_TEXT_ROW (self)));
}

static gboolean
key_pressed_cb (GtkEventControllerKey *keys,
                guint                  key,
                guint                  code,
                GdkModifierType        modifiers,
                DovLinkRow            *self)
{
  gboolean is_down = key == GDK_KEY_Down || key == GDK_KEY_KP_Down;

  if (!gtk_widget_has_focus (GTK_WIDGET (dov_text_row_get_entry (DOV_TEXT_ROW (self)))))
    return FALSE;

  search_now (self);
  if (is_down && !is_list_open (self))
    {
      gboolean is_chosen = get_linked (self) != 0;

      show_found (self, is_chosen ? "" : dov_text_row_get_text (DOV_TEXT_ROW (self)));
      return TRUE;
    }
  if (!is_list_open (self) || (modifiers & GDK_CONTROL_MASK))
    return FALSE;

  if (is_down)
    move_selection (self, 1);
  else if (key == GDK_KEY_Up || key == GDK_KEY_KP_Up)
    move_selection (self, -1);
  else if (key == GDK_KEY_Escape)
    close_list (self);
  else if (key == GDK_KEY_Return || key == GDK_KEY_KP_Enter)
    choose_row (self, gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list)));
  else
    return FALSE;

  return TRUE;
}

/**
 * dov_link_row_choose:
 * @id: the record that is meant, 0 for none
 */
void
dov_link_row_choose (DovLinkRow *self,
                     gint64      id)
{
  DovFieldRow *row = DOV_FIELD_ROW (self);

  close_list (self);
  dov_record_set_number (dov_field_row_get_draft (row), dov_field_row_get_field (row)->name, id);
  dov_field_row_show (row);
  dov_field_row_set_error (row, NULL);
  dov_field_row_edited (row);
  g_clear_handle_id (&self->search, g_source_remove);
}

static void
close_panel (DovLinkRow *self)
{
  self->panel = NULL;
  dov_field_row_set_panel (DOV_FIELD_ROW (self), NULL);
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
made_cb (DovLinkPanel *panel,
         DovRecord    *record,
         DovLinkRow   *self)
{
  g_autoptr (DovRecord) made = g_object_ref (record);

  close_panel (self);
  dov_link_row_choose (self, dov_record_get_id (made));
  g_signal_emit (self, signals[MADE], 0, made);
}

/* A small form under the field makes the record that is missing. */
static void
open_panel (DovLinkRow *self,
            const char *typed)
{
  DovFieldRow *row = DOV_FIELD_ROW (self);
  const DovField *field = dov_field_row_get_field (row);
  GtkWidget *panel = dov_link_panel_new (dov_field_row_get_store (row), get_target (self), field->list, typed);

  close_list (self);
  self->panel = panel;
  g_signal_connect (panel, "made", G_CALLBACK (made_cb), self);
  g_signal_connect_swapped (panel, "given-up", G_CALLBACK (close_panel), self);
  dov_field_row_set_panel (row, panel);
  dov_field_row_set_error (row, NULL);
  dov_link_panel_focus (DOV_LINK_PANEL (panel));
}

static void
choose_row (DovLinkRow    *self,
            GtkListBoxRow *chosen)
{
  const gint64 *id;

  if (chosen == NULL)
    return;

  id = g_object_get_data (G_OBJECT (chosen), "id");
  if (id != NULL)
    {
      dov_link_row_choose (self, *id);
      return;
    }
  open_panel (self, dov_text_row_get_text (DOV_TEXT_ROW (self)));
}

static void
row_activated_cb (GtkListBox    *list,
                  GtkListBoxRow *row,
                  DovLinkRow    *self)
{
  choose_row (self, row);
}

static void
clear_cb (DovLinkRow *self)
{
  dov_link_row_choose (self, 0);
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
open_cb (DovLinkRow *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (is_list_open (self))
    close_list (self);
  else
    show_found (self, "");
}

/**
 * dov_link_row_set_filter:
 * @where: (nullable): an SQL condition on what may be chosen, with ?1…
 * @params: (nullable): the values of ?1…; sunk
 */
void
dov_link_row_set_filter (DovLinkRow *self,
                         const char *where,
                         GVariant   *params)
{
  g_return_if_fail (DOV_IS_LINK_ROW (self));

  g_free (self->where);
  self->where = g_strdup (where);
  g_clear_pointer (&self->params, g_variant_unref);
  self->params = params ? g_variant_ref_sink (params) : NULL;
}

/**
 * dov_link_row_set_also:
 * @also: (nullable): for each word, ids found otherwise, as DovQuery has it:
 *   a family by the names of its members
 */
void
dov_link_row_set_also (DovLinkRow *self,
                       const char *also)
{
  g_return_if_fail (DOV_IS_LINK_ROW (self));

  g_free (self->also);
  self->also = g_strdup (also);
}

/**
 * dov_link_row_set_makes:
 *
 * Offers, or does not, to make the record that was not found.
 */
void
dov_link_row_set_makes (DovLinkRow *self,
                        gboolean    makes)
{
  g_return_if_fail (DOV_IS_LINK_ROW (self));

  self->makes = makes;
}

GtkWidget *
dov_link_row_get_popover (DovLinkRow *self)
{
  return self->popover;
}

/**
 * dov_link_row_get_list:
 *
 * Returns: (transfer none): the list of what was found, for tests
 */
GtkWidget *
dov_link_row_get_list (DovLinkRow *self)
{
  return self->list;
}

static gboolean
mark_linked_cb (gpointer user_data)
{
  DovLinkRow *self = user_data;

  self->entered = 0;
  gtk_editable_select_region (GTK_EDITABLE (dov_text_row_get_entry (DOV_TEXT_ROW (self))), 0, -1);

  return G_SOURCE_REMOVE;
}

/* Letters amid the name of what is linked mean nothing: whoever clicks there gets all of it marked, as after Tab. The
 * text sets its cursor once it has the keyboard. */
static void
entered_cb (DovLinkRow *self)
{
  if (self->entered == 0 && get_linked (self) != 0)
    self->entered = g_idle_add_full (G_PRIORITY_HIGH, mark_linked_cb, self, NULL);
}

static void
dov_link_row_build (DovFieldRow *row)
{
  DovLinkRow *self = DOV_LINK_ROW (row);
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  DOV_FIELD_ROW_CLASS (dov_link_row_parent_class)->build (row);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  dov_field_row_add_suffix (row, self->clear);
  dov_field_row_add_suffix (row, self->open);
  g_signal_connect (self, "edited", G_CALLBACK (edited_cb), NULL);
  g_signal_connect (self, "left", G_CALLBACK (close_list), NULL);
  g_signal_connect_swapped (focus, "enter", G_CALLBACK (entered_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (dov_text_row_get_entry (DOV_TEXT_ROW (self))), focus);
  gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
}

static void
dov_link_row_show (DovFieldRow *row)
{
  DovLinkRow *self = DOV_LINK_ROW (row);
  gint64 id = get_linked (self);
  g_autofree char *words = id ? dov_store_describe_id (dov_field_row_get_store (row), get_target (self), id) : NULL;

  dov_text_row_set_text (DOV_TEXT_ROW (row), words ? words : "");
  show_clear (self);
}

/* What was typed names the record that is linked already, or exactly one. */
static gboolean
dov_link_row_read (DovFieldRow *row,
                   GError     **error)
{
  DovLinkRow *self = DOV_LINK_ROW (row);
  DovStore *store = dov_field_row_get_store (row);
  const DovField *field = dov_field_row_get_field (row);
  g_autofree char *folded = dov_fold (dov_text_row_get_text (DOV_TEXT_ROW (row)));
  g_autoptr (GArray) ids = NULL;
  gint64 linked = get_linked (self), found = 0;

  if (self->panel != NULL)
    {
      g_set_error_literal (error, DOV_RECORD_ERROR, DOV_RECORD_ERROR_MALFORMED,
                           _("Finish what is being added below, or do not add it"));
      return FALSE;
    }
  if (*folded == '\0')
    {
      dov_record_set_number (dov_field_row_get_draft (row), field->name, 0);
      return TRUE;
    }
  if (linked != 0)
    {
      g_autofree char *words = dov_store_describe_id (store, get_target (self), linked);
      g_autofree char *same = dov_fold (words);

      if (g_str_equal (same, folded))
        return TRUE;
    }

  ids = look_up (self, dov_text_row_get_text (DOV_TEXT_ROW (row)));
  for (guint i = 0; i < MIN (ids->len, MOST_SHOWN); i++)
    {
      g_autofree char *words = dov_store_describe_id (store, get_target (self), g_array_index (ids, gint64, i));
      g_autofree char *same = dov_fold (words);

      if (g_str_equal (same, folded))
        found = found == 0 ? g_array_index (ids, gint64, i) : -1;
    }
  if (found > 0)
    {
      dov_record_set_number (dov_field_row_get_draft (row), field->name, found);
      return TRUE;
    }

  dov_record_set_number (dov_field_row_get_draft (row), field->name, 0);
  g_set_error_literal (error, DOV_RECORD_ERROR, DOV_RECORD_ERROR_MALFORMED,
                       self->makes ? _("Choose a line of the list, or add what is missing")
                                   : _("Choose a line of the list"));

  return FALSE;
}

static void
dov_link_row_size_allocate (GtkWidget *widget,
                            int        width,
                            int        height,
                            int        baseline)
{
  GTK_WIDGET_CLASS (dov_link_row_parent_class)->size_allocate (widget, width, height, baseline);
  gtk_popover_present (GTK_POPOVER (DOV_LINK_ROW (widget)->popover));
}

static void
dov_link_row_dispose (GObject *object)
{
  DovLinkRow *self = DOV_LINK_ROW (object);

  g_clear_handle_id (&self->search, g_source_remove);
  g_clear_handle_id (&self->entered, g_source_remove);
  g_clear_pointer (&self->popover, gtk_widget_unparent);
  self->panel = NULL;

  G_OBJECT_CLASS (dov_link_row_parent_class)->dispose (object);
}

static void
dov_link_row_finalize (GObject *object)
{
  DovLinkRow *self = DOV_LINK_ROW (object);

  g_free (self->also);
  g_free (self->where);
  g_clear_pointer (&self->params, g_variant_unref);

  G_OBJECT_CLASS (dov_link_row_parent_class)->finalize (object);
}

static void
dov_link_row_class_init (DovLinkRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  DovFieldRowClass *row_class = DOV_FIELD_ROW_CLASS (klass);

  object_class->dispose = dov_link_row_dispose;
  object_class->finalize = dov_link_row_finalize;
  GTK_WIDGET_CLASS (klass)->size_allocate = dov_link_row_size_allocate;
  row_class->build = dov_link_row_build;
  row_class->show = dov_link_row_show;
  row_class->read = dov_link_row_read;

  signals[MADE] = g_signal_new ("made", DOV_TYPE_LINK_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, DOV_TYPE_RECORD);
}

static GtkWidget *
suffix_button_new (DovLinkRow *self,
                   const char *icon,
                   const char *words,
                   GCallback   clicked)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, words);
  dov_name_widget (button, words);
  /* Tab goes from field to field; the keys are Delete and ↓. */
  gtk_widget_set_focusable (button, FALSE);
  gtk_widget_set_focus_on_click (button, FALSE);
  g_signal_connect_swapped (button, "clicked", clicked, self);

  return button;
}

static void
dov_link_row_init (DovLinkRow *self)
{
  GtkWidget *scrolled;

  self->makes = TRUE;
  self->clear = suffix_button_new (self, "edit-clear-symbolic", _("Clear"), G_CALLBACK (clear_cb));
  self->open = suffix_button_new (self, "pan-down-symbolic", _("Show what can be chosen (↓)"), G_CALLBACK (open_cb));

  /* The keyboard stays in the entry: the popover neither takes it nor hides by itself. */
  self->list = g_object_new (GTK_TYPE_LIST_BOX, "selection-mode", GTK_SELECTION_BROWSE, NULL);
  gtk_widget_add_css_class (self->list, "found");
  dov_name_widget (self->list, _("Found"));
  g_signal_connect (self->list, "row-activated", G_CALLBACK (row_activated_cb), self);
  scrolled = g_object_new (GTK_TYPE_SCROLLED_WINDOW, "focusable", FALSE,
                           "child", self->list, "hscrollbar-policy", GTK_POLICY_NEVER,
                           "propagate-natural-height", TRUE, "max-content-height", 300, NULL);
  self->popover = gtk_popover_new ();
  gtk_popover_set_autohide (GTK_POPOVER (self->popover), FALSE);
  gtk_popover_set_has_arrow (GTK_POPOVER (self->popover), FALSE);
  gtk_popover_set_position (GTK_POPOVER (self->popover), GTK_POS_BOTTOM);
  gtk_popover_set_child (GTK_POPOVER (self->popover), scrolled);
  gtk_widget_set_can_focus (self->popover, FALSE);
  gtk_widget_add_css_class (self->popover, "finder");
}
