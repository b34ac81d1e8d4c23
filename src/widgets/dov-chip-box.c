/* dov-chip-box.c - a few things to choose from that are all seen at once: one of them, or any */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-chip-box.h"

#include "dov-label.h"
#include "dov-widgets.h"
#include "dov-wrap-box.h"

typedef struct
{
  gint64     value;
  GtkWidget *button;
} Chip;

struct _DovChipBox
{
  AdwPreferencesRow  parent_instance;

  GtkWidget         *title;
  DovWrapBox        *box;
  GArray            *chips;      /* Chip */
  gboolean           is_many;
  gboolean           is_setting;
};

enum { CHOSEN, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DovChipBox, dov_chip_box, ADW_TYPE_PREFERENCES_ROW)

static GtkToggleButton *
button_at (DovChipBox *self,
           guint       nth)
{
  return GTK_TOGGLE_BUTTON (g_array_index (self->chips, Chip, nth).button);
}

/* Of those of which one is chosen, one goes out when another is pressed; none is pressed out. */
static void
toggled_cb (GtkToggleButton *button,
            DovChipBox      *self)
{
  if (self->is_setting)
    return;
  self->is_setting = TRUE;
  for (guint i = 0; !self->is_many && i < self->chips->len; i++)
    gtk_toggle_button_set_active (button_at (self, i), button_at (self, i) == button);
  self->is_setting = FALSE;
  g_signal_emit (self, signals[CHOSEN], 0);
}

void
dov_chip_box_clear (DovChipBox *self)
{
  dov_wrap_box_clear (self->box);
  g_array_set_size (self->chips, 0);
}

/**
 * dov_chip_box_add:
 * @value: what it stands for
 */
void
dov_chip_box_add (DovChipBox *self,
                  gint64      value,
                  const char *label)
{
  Chip chip = { value, gtk_toggle_button_new_with_label (label) };
  g_autofree char *words = g_strdup_printf ("%s: %s", adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self)), label);

  gtk_widget_add_css_class (chip.button, "chip");
  dov_name_widget (chip.button, words);
  g_signal_connect (chip.button, "toggled", G_CALLBACK (toggled_cb), self);
  g_array_append_val (self->chips, chip);
  dov_wrap_box_append (self->box, chip.button);
}

/**
 * dov_chip_box_set:
 * @values: (element-type gint64): those that are pressed; tells nobody
 */
void
dov_chip_box_set (DovChipBox *self,
                  GArray     *values)
{
  self->is_setting = TRUE;
  for (guint i = 0; i < self->chips->len; i++)
    {
      gboolean is_on = FALSE;

      for (guint n = 0; n < values->len; n++)
        is_on = is_on || g_array_index (values, gint64, n) == g_array_index (self->chips, Chip, i).value;
      gtk_toggle_button_set_active (button_at (self, i), is_on);
    }
  self->is_setting = FALSE;
}

/**
 * dov_chip_box_get:
 *
 * Returns: (transfer full) (element-type gint64): those that are pressed
 */
GArray *
dov_chip_box_get (DovChipBox *self)
{
  GArray *values = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < self->chips->len; i++)
    if (gtk_toggle_button_get_active (button_at (self, i)))
      g_array_append_val (values, g_array_index (self->chips, Chip, i).value);

  return values;
}

void
dov_chip_box_set_one (DovChipBox *self,
                      gint64      value)
{
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_array_append_val (values, value);
  dov_chip_box_set (self, values);
}

/* Returns: what the one that is pressed stands for; 0: none is. */
gint64
dov_chip_box_get_one (DovChipBox *self)
{
  g_autoptr (GArray) values = dov_chip_box_get (self);

  return values->len > 0 ? g_array_index (values, gint64, 0) : 0;
}

/**
 * dov_chip_box_new:
 * @is_many: any may be pressed; else one always stands for another
 *
 * Returns: (transfer floating): a row of a list
 */
GtkWidget *
dov_chip_box_new (const char *title,
                  gboolean    is_many)
{
  DovChipBox *self = g_object_new (DOV_TYPE_CHIP_BOX, "title", title, "use-markup", FALSE, NULL);

  self->is_many = is_many;
  gtk_label_set_text (GTK_LABEL (self->title), title);

  return GTK_WIDGET (self);
}

static void
dov_chip_box_finalize (GObject *object)
{
  g_array_unref (DOV_CHIP_BOX (object)->chips);

  G_OBJECT_CLASS (dov_chip_box_parent_class)->finalize (object);
}

static void
dov_chip_box_class_init (DovChipBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = dov_chip_box_finalize;
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (DOV_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, DOV_RESOURCES "/ui/dov-chip-box.ui");
  gtk_widget_class_bind_template_child (widget_class, DovChipBox, title);
  gtk_widget_class_bind_template_child (widget_class, DovChipBox, box);
}

static void
dov_chip_box_init (DovChipBox *self)
{
  self->chips = g_array_new (FALSE, FALSE, sizeof (Chip));
  gtk_widget_init_template (GTK_WIDGET (self));
}
