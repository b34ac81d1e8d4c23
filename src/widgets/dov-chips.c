/* dov-chips.c - a row of filters with counts, of which one is on; it scrolls sideways where it is narrow */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-chips.h"

#include <glib/gi18n.h>

#include "dov-label.h"
#include "dov-number.h"

typedef struct
{
  char      *name;
  char      *label;
  GtkWidget *button;
  GtkWidget *count;
} Chip;

struct _DovChips
{
  AdwBin     parent_instance;

  GtkWidget     *box;
  GtkAdjustment *along;
  GtkWidget     *ways[2];   /* back and on, where not all chips are seen */
  guint          fit;
  GPtrArray     *chips;
  Chip          *selected;
};

enum { PROP_SELECTED = 1, PROP_LABEL, N_PROPS };
static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (DovChips, dov_chips, ADW_TYPE_BIN)

static void
chip_free (Chip *chip)
{
  g_free (chip->name);
  g_free (chip->label);
  g_free (chip);
}

static Chip *
find_chip (DovChips   *self,
           const char *name)
{
  for (guint i = 0; i < self->chips->len; i++)
    {
      Chip *chip = g_ptr_array_index (self->chips, i);

      if (g_strcmp0 (chip->name, name) == 0)
        return chip;
    }

  return NULL;
}

/* Only the chip that is on takes part in Tab; the arrows go on from there. */
static void
show_state (DovChips *self)
{
  for (guint i = 0; i < self->chips->len; i++)
    {
      Chip *chip = g_ptr_array_index (self->chips, i);
      gboolean is_on = chip == self->selected;

      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (chip->button), is_on);
      gtk_widget_set_focusable (chip->button, is_on || (self->selected == NULL && i == 0));
      gtk_accessible_update_state (GTK_ACCESSIBLE (chip->button), GTK_ACCESSIBLE_STATE_CHECKED,
                                   is_on ? GTK_ACCESSIBLE_TRISTATE_TRUE : GTK_ACCESSIBLE_TRISTATE_FALSE, -1);
    }
}

static void
select_chip (DovChips *self,
             Chip     *chip)
{
  gboolean is_other = chip != self->selected;

  self->selected = chip;
  show_state (self);
  if (is_other)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED]);
}

static void
clicked_cb (GtkButton *button,
            DovChips  *self)
{
  for (guint i = 0; i < self->chips->len; i++)
    {
      Chip *chip = g_ptr_array_index (self->chips, i);

      if (chip->button == GTK_WIDGET (button))
        select_chip (self, chip);
    }
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint                  key,
                guint                  code,
                GdkModifierType        state,
                DovChips              *self)
{
  int at = -1, last = (int) self->chips->len - 1;
  gboolean is_rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  if (last < 0 || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  for (int i = 0; i <= last; i++)
    if (g_ptr_array_index (self->chips, i) == self->selected)
      at = i;

  switch (key)
    {
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      at += is_rtl ? 1 : -1;
      break;
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      at += is_rtl ? -1 : 1;
      break;
    case GDK_KEY_Home:
      at = 0;
      break;
    case GDK_KEY_End:
      at = last;
      break;
    default:
      return GDK_EVENT_PROPAGATE;
    }

  select_chip (self, g_ptr_array_index (self->chips, CLAMP (at, 0, last)));
  gtk_widget_grab_focus (self->selected->button);

  return GDK_EVENT_STOP;
}

/**
 * dov_chips_add:
 * @self: the chips
 * @name: the word the program knows it by
 * @label: the word people read
 *
 * Adds a chip at the end. The first one is on until another is chosen.
 */
void
dov_chips_add (DovChips   *self,
               const char *name,
               const char *label)
{
  Chip *chip = g_new0 (Chip, 1);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  chip->name = g_strdup (name);
  chip->label = g_strdup (label);
  chip->count = gtk_label_new (NULL);
  gtk_widget_add_css_class (chip->count, "n");
  gtk_widget_add_css_class (chip->count, "numeric");
  gtk_widget_set_visible (chip->count, FALSE);
  gtk_box_append (GTK_BOX (box), gtk_label_new (label));
  gtk_box_append (GTK_BOX (box), chip->count);
  chip->button = g_object_new (GTK_TYPE_TOGGLE_BUTTON, "accessible-role", GTK_ACCESSIBLE_ROLE_RADIO, NULL);
  gtk_button_set_child (GTK_BUTTON (chip->button), box);
  gtk_widget_add_css_class (chip->button, "chip");
  dov_name_widget (chip->button, label);
  g_signal_connect (chip->button, "clicked", G_CALLBACK (clicked_cb), self);
  gtk_box_append (GTK_BOX (self->box), chip->button);
  g_ptr_array_add (self->chips, chip);
  if (self->selected == NULL)
    self->selected = chip;
  show_state (self);
}

/**
 * dov_chips_clear:
 * @self: the chips
 *
 * Takes all chips away.
 */
void
dov_chips_clear (DovChips *self)
{
  self->selected = NULL;
  g_ptr_array_set_size (self->chips, 0);
  dov_clear_box (self->box);
}

/**
 * dov_chips_set_count:
 * @self: the chips
 * @name: which
 * @count: how many it would show; below 0: not known, nothing is written
 */
void
dov_chips_set_count (DovChips   *self,
                     const char *name,
                     gint64      count)
{
  Chip *chip = find_chip (self, name);
  g_autofree char *text = count < 0 ? NULL : dov_number_to_shown (count);
  g_autofree char *spoken = NULL;

  g_return_if_fail (chip != NULL);

  gtk_label_set_text (GTK_LABEL (chip->count), text != NULL ? text : "");
  gtk_widget_set_visible (chip->count, text != NULL);
  spoken = text != NULL ? g_strdup_printf ("%s, %s", chip->label, text) : g_strdup (chip->label);
  dov_name_widget (chip->button, spoken);
}

/**
 * dov_chips_count:
 * @self: the chips
 * @count: how many a chip would show
 * @user_data: for it
 *
 * Writes on every chip how many it would show.
 */
void
dov_chips_count (DovChips      *self,
                 DovChipsCount  count,
                 gpointer       user_data)
{
  for (guint i = 0; i < self->chips->len; i++)
    {
      const Chip *chip = g_ptr_array_index (self->chips, i);

      dov_chips_set_count (self, chip->name, count (chip->name, user_data));
    }
}

const char *
dov_chips_get_selected (DovChips *self)
{
  return self->selected != NULL ? self->selected->name : NULL;
}

/**
 * dov_chips_set_selected:
 * @self: the chips
 * @name: which is to be on; one that is not there changes nothing
 */
void
dov_chips_set_selected (DovChips   *self,
                        const char *name)
{
  Chip *chip = find_chip (self, name);

  if (chip != NULL)
    select_chip (self, chip);
}

/* The word people read on a chip; NULL when there is no such chip. */
const char *
dov_chips_get_label (DovChips   *self,
                     const char *name)
{
  Chip *chip = find_chip (self, name);

  return chip != NULL ? chip->label : NULL;
}

static void
dov_chips_get_property (GObject    *object,
                        guint       prop_id,
                        GValue     *value,
                        GParamSpec *pspec)
{
  if (prop_id == PROP_SELECTED)
    g_value_set_string (value, dov_chips_get_selected (DOV_CHIPS (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
dov_chips_set_property (GObject      *object,
                        guint         prop_id,
                        const GValue *value,
                        GParamSpec   *pspec)
{
  DovChips *self = DOV_CHIPS (object);

  if (prop_id == PROP_SELECTED)
    dov_chips_set_selected (self, g_value_get_string (value));
  else if (prop_id == PROP_LABEL)
    dov_name_widget (self->box, g_value_get_string (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

/* ---- where it is narrow ---- */

static gboolean
fit_cb (gpointer data)
{
  DovChips *self = data;
  double page = gtk_adjustment_get_page_size (self->along), at = gtk_adjustment_get_value (self->along);
  double room = page;
  gboolean goes_on;

  self->fit = 0;
  for (guint i = 0; i < G_N_ELEMENTS (self->ways); i++)
    room += gtk_widget_get_visible (self->ways[i]) ? gtk_widget_get_width (self->ways[i]) : 0;
  goes_on = gtk_adjustment_get_upper (self->along) > room;
  for (guint i = 0; i < G_N_ELEMENTS (self->ways); i++)
    gtk_widget_set_visible (self->ways[i], goes_on);
  gtk_widget_set_sensitive (self->ways[0], at > 0);
  gtk_widget_set_sensitive (self->ways[1], at + page < gtk_adjustment_get_upper (self->along));

  return G_SOURCE_REMOVE;
}

/* Not at once: nothing may come or go while sizes are being given. */
static void
fit_soon (DovChips *self)
{
  if (self->fit == 0)
    self->fit = g_idle_add (fit_cb, self);
}

static void
go_on_cb (GtkWidget *way,
          DovChips  *self)
{
  double step = gtk_adjustment_get_page_size (self->along) * 2 / 3;

  gtk_adjustment_set_value (self->along, gtk_adjustment_get_value (self->along) + (way == self->ways[0] ? -step : step));
}

/* For the mouse; the arrow keys lead along the chips by themselves. */
static GtkWidget *
way_new (DovChips   *self,
         const char *icon,
         const char *words)
{
  GtkWidget *way = gtk_button_new_from_icon_name (icon);

  g_object_set (way, "focusable", FALSE, "visible", FALSE, "valign", GTK_ALIGN_CENTER, "tooltip-text", words, NULL);
  gtk_widget_add_css_class (way, "flat");
  dov_name_widget (way, words);
  g_signal_connect (way, "clicked", G_CALLBACK (go_on_cb), self);

  return way;
}

static void
dov_chips_dispose (GObject *object)
{
  g_clear_handle_id (&DOV_CHIPS (object)->fit, g_source_remove);

  G_OBJECT_CLASS (dov_chips_parent_class)->dispose (object);
}

static void
dov_chips_finalize (GObject *object)
{
  g_ptr_array_unref (DOV_CHIPS (object)->chips);

  G_OBJECT_CLASS (dov_chips_parent_class)->finalize (object);
}

static void
dov_chips_class_init (DovChipsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = dov_chips_get_property;
  object_class->set_property = dov_chips_set_property;
  object_class->dispose = dov_chips_dispose;
  object_class->finalize = dov_chips_finalize;

  properties[PROP_SELECTED] = g_param_spec_string ("selected", NULL, NULL, NULL,
                                                   G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_LABEL] = g_param_spec_string ("label", NULL, NULL, "",
                                                G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
dov_chips_init (DovChips *self)
{
  GtkWidget *viewport = g_object_new (GTK_TYPE_VIEWPORT, "scroll-to-focus", TRUE, NULL);
  GtkWidget *window = g_object_new (GTK_TYPE_SCROLLED_WINDOW, "focusable", FALSE, NULL);
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 2);

  self->chips = g_ptr_array_new_with_free_func ((GDestroyNotify) chip_free);
  self->box = g_object_new (GTK_TYPE_BOX, "spacing", 6,
                            "accessible-role", GTK_ACCESSIBLE_ROLE_RADIO_GROUP, NULL);
  gtk_viewport_set_child (GTK_VIEWPORT (viewport), self->box);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (window), GTK_POLICY_EXTERNAL, GTK_POLICY_NEVER);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (window), viewport);
  gtk_widget_set_hexpand (window, TRUE);
  gtk_widget_add_css_class (window, "chips");
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (self->box, keys);
  self->along = gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (window));
  self->ways[0] = way_new (self, "go-previous-symbolic", _("The filters before these"));
  self->ways[1] = way_new (self, "go-next-symbolic", _("More filters"));
  g_signal_connect_object (self->along, "changed", G_CALLBACK (fit_soon), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->along, "value-changed", G_CALLBACK (fit_soon), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (row), self->ways[0]);
  gtk_box_append (GTK_BOX (row), window);
  gtk_box_append (GTK_BOX (row), self->ways[1]);
  adw_bin_set_child (ADW_BIN (self), row);
}
