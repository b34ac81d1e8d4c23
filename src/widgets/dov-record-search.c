/* dov-record-search.c - one record chosen by any fragment: type, arrows, Enter */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-record-search.h"

#include "dov-section-box.h"

/* Lines shown below the field. */
#define AT_MOST_FOUND 6

struct _DovRecordSearch
{
  GtkBox      parent_instance;

  DovStore   *store;
  GType       type;
  char       *order;
  gboolean    descending;
  gint64      id;

  GtkWidget  *entry;
  GtkWidget  *list;
  GArray     *found;       /* gint64 */
  guint       chosen;
  char       *shown;       /* what stands in the field for the record that is chosen */
};

enum { CHOSEN, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DovRecordSearch, dov_record_search, GTK_TYPE_BOX)

static void
point_at (DovRecordSearch *self,
          guint            position)
{
  GtkListBoxRow *row;

  self->chosen = position;
  for (guint i = 0; (row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), (int) i)) != NULL; i++)
    {
      if (i == position)
        gtk_widget_add_css_class (GTK_WIDGET (row), "chosen");
      else
        gtk_widget_remove_css_class (GTK_WIDGET (row), "chosen");
      gtk_accessible_update_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_SELECTED, i == position, -1);
    }
}

static void
clear (DovRecordSearch *self)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), 0)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), GTK_WIDGET (row));
  g_array_set_size (self->found, 0);
  gtk_widget_set_visible (self->list, FALSE);
}

static void
list_found (DovRecordSearch *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = NULL;
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  DovQuery query = { .order = self->order, .descending = self->descending };

  if (self->type == G_TYPE_NONE)
    return;

  query.words = g_strcmp0 (typed, self->shown) != 0 ? typed : NULL;
  ids = dov_store_list (self->store, self->type, &query, &error);
  if (ids == NULL)
    {
      g_warning ("Records cannot be searched: %s", error->message);
      return;
    }

  clear (self);
  for (guint i = 0; i < MIN (ids->len, AT_MOST_FOUND); i++)
    {
      gint64 id = g_array_index (ids, gint64, i);
      g_autofree char *words = dov_store_describe_id (self->store, self->type, id);
      GtkWidget *row = dov_row_line_new ("", words, "");

      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      gtk_widget_set_focusable (row, FALSE);
      gtk_list_box_append (GTK_LIST_BOX (self->list), row);
      g_array_append_val (self->found, id);
    }
  gtk_widget_set_visible (self->list, self->found->len > 0);
  point_at (self, 0);
}

/* Not for the words that stand there for what is chosen. */
static void
search (DovRecordSearch *self)
{
  if (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (self->entry)), self->shown) != 0)
    list_found (self);
}

/**
 * dov_record_search_choose:
 * @self: the field
 * @id: the record, 0: none
 *
 * Chooses a record, as Enter does.
 */
void
dov_record_search_choose (DovRecordSearch *self,
                          gint64           id)
{
  g_autofree char *words = id != 0 ? dov_store_describe_id (self->store, self->type, id) : NULL;
  gboolean is_other = id != self->id;

  self->id = id;
  g_free (self->shown);
  self->shown = words != NULL ? g_steal_pointer (&words) : g_strdup ("");
  gtk_editable_set_text (GTK_EDITABLE (self->entry), self->shown);
  clear (self);
  if (is_other)
    g_signal_emit (self, signals[CHOSEN], 0);
}

static void
take (DovRecordSearch *self)
{
  if (self->chosen < self->found->len)
    dov_record_search_choose (self, g_array_index (self->found, gint64, self->chosen));
}

static void
activate_cb (DovRecordSearch *self)
{
  if (self->found->len == 0)
    list_found (self);
  take (self);
}

static void
row_activated_cb (GtkListBox      *list,
                  GtkListBoxRow   *row,
                  DovRecordSearch *self)
{
  point_at (self, (guint) gtk_list_box_row_get_index (row));
  take (self);
}

/* Esc puts back what was chosen before. */
static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint                  key,
                guint                  code,
                GdkModifierType        state,
                DovRecordSearch       *self)
{
  if (key == GDK_KEY_Down && self->found->len == 0)
    list_found (self);
  else if (key == GDK_KEY_Down && self->found->len > 0)
    point_at (self, MIN (self->chosen + 1, self->found->len - 1));
  else if (key == GDK_KEY_Up && self->found->len > 0)
    point_at (self, self->chosen > 0 ? self->chosen - 1 : 0);
  else if (key == GDK_KEY_Escape && self->found->len > 0)
    dov_record_search_choose (self, self->id);
  else
    return GDK_EVENT_PROPAGATE;

  return GDK_EVENT_STOP;
}

/**
 * dov_record_search_ask:
 * @self: the field
 * @type: what is chosen
 * @label: what it is called
 * @order: (nullable): for DovQuery.order
 * @descending: the other way round
 *
 * Asks for a record of another kind; none is chosen yet.
 */
void
dov_record_search_ask (DovRecordSearch *self,
                       GType            type,
                       const char      *label,
                       const char      *order,
                       gboolean         descending)
{
  self->type = type;
  g_free (self->order);
  self->order = g_strdup (order);
  self->descending = descending;
  self->id = 0;
  g_object_set (self->entry, "placeholder-text", label, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  dov_record_search_choose (self, 0);
}

gint64
dov_record_search_get (DovRecordSearch *self)
{
  return self->id;
}

GtkWidget *
dov_record_search_new (DovStore *store)
{
  DovRecordSearch *self = g_object_new (DOV_TYPE_RECORD_SEARCH, NULL);

  self->store = g_object_ref (store);

  return GTK_WIDGET (self);
}

static void
dov_record_search_finalize (GObject *object)
{
  DovRecordSearch *self = DOV_RECORD_SEARCH (object);

  g_clear_object (&self->store);
  g_array_unref (self->found);
  g_free (self->order);
  g_free (self->shown);

  G_OBJECT_CLASS (dov_record_search_parent_class)->finalize (object);
}

static void
dov_record_search_class_init (DovRecordSearchClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dov_record_search_finalize;

  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                  NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
dov_record_search_init (DovRecordSearch *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  self->type = G_TYPE_NONE;
  self->found = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->entry = g_object_new (GTK_TYPE_SEARCH_ENTRY, "search-delay", 60, "enable-undo", FALSE, NULL);
  self->list = g_object_new (GTK_TYPE_LIST_BOX, "selection-mode", GTK_SELECTION_NONE, "visible", FALSE, NULL);
  gtk_widget_add_css_class (self->list, "boxed-list");
  gtk_widget_add_css_class (self->list, "results");
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (self->entry, keys);
  g_signal_connect_swapped (self->entry, "search-changed", G_CALLBACK (search), self);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (activate_cb), self);
  g_signal_connect (self->list, "row-activated", G_CALLBACK (row_activated_cb), self);
  gtk_box_append (GTK_BOX (self), self->entry);
  gtk_box_append (GTK_BOX (self), self->list);
}
