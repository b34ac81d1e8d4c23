/* dov-door-side.c - how many came, written out; a key for each age without a name; the last marks */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-door-side.h"

#include <glib/gi18n.h>

#include "dov-door-acts.h"
#include "dov-join.h"
#include "dov-label.h"
#include "dov-notice.h"
#include "dov-number.h"
#include "dov-widgets.h"

#define AT_MOST_ACTS 8
#define FIRST_KEY 5
#define FLASH_MILLISECONDS 350
#define SECOND_BEEP_MILLISECONDS 180

struct _DovDoorSide
{
  GtkBox       parent_instance;

  DovDoor     *door;
  gint64       after;        /* what was done before it is not undone here */
  gint64       last_operation;
  char        *last_words;
  guint        flash;
  guint        second_beep;
  gboolean     is_dense;     /* the keys need all the height there is */

  GtkLabel    *total;
  GtkLabel    *total_word;
  GtkLabel    *sum;
  GtkLevelBar *room;
  GtkLabel    *room_words;
  AdwBin      *over_place;
  GtkWidget   *bands_head;
  GtkWidget   *undo_words;
  GtkGrid     *bands;
  GtkButton   *undo;
  GtkListBox  *last;
  GtkWidget   *buttons[DOV_N_BANDS];
  GtkLabel    *numbers[DOV_N_BANDS];
};

enum { COUNT, UNDO, TAKE_OFF, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DovDoorSide, dov_door_side, GTK_TYPE_BOX)

/* ---- the sum ---- */

/* “planned 40 · 60 seats, 21 free”. */
static char *
dup_room_words (const DovDoorSum *sum)
{
  g_autoptr (GString) words = g_string_new (NULL);
  gint64 came = sum->named + sum->unnamed;

  if (sum->planned != DOV_UNKNOWN && sum->planned > 0)
    {
      g_autofree char *number = dov_number_to_shown (sum->planned);
      g_autofree char *planned = g_strdup_printf (_("plan %s"), number);

      dov_join (words, DOV_JOIN_WORDS, planned);
    }
  if (sum->seats != DOV_UNKNOWN && sum->seats > 0)
    {
      g_autofree char *number = dov_number_to_shown (sum->seats);
      g_autofree char *left = dov_number_to_shown (MAX (0, sum->seats - came));
      /* Translators: places in the room, and how many of them are free */
      g_autofree char *seats = g_strdup_printf (_("seats %1$s, free %2$s"), number, left);

      dov_join (words, DOV_JOIN_WORDS, seats);
    }
  if (sum->expected > 0)
    {
      g_autofree char *number = dov_number_to_shown (sum->expected);
      /* Translators: how many were put down and are not here yet */
      g_autofree char *expected = g_strdup_printf (_("expected %s more"), number);

      dov_join (words, DOV_JOIN_WORDS, expected);
    }

  return g_string_free (g_steal_pointer (&words), FALSE);
}

/* E4: whoever comes is let in, but somebody answers for a full room. */
static void
show_over (DovDoorSide      *self,
           const DovDoorSum *sum)
{
  gint64 over = sum->seats != DOV_UNKNOWN && sum->seats > 0 ? sum->named + sum->unnamed - sum->seats : 0;

  gtk_widget_set_visible (GTK_WIDGET (self->over_place), over > 0);
  if (over > 0)
    {
      g_autofree char *more = dov_number_to_shown (over);
      g_autofree char *words = g_strdup_printf (_("%s over the number of seats"), more);

      adw_bin_set_child (self->over_place, dov_notice_new (DOV_NOTICE_REFUSES, words,
                                                           _("Tell whoever is in charge of the event.")));
    }
  else
    {
      adw_bin_set_child (self->over_place, NULL);
    }
}

static void
show_sum (DovDoorSide *self)
{
  DovDoorSum sum = dov_door_get_sum (self->door);
  gint64 came = sum.named + sum.unnamed;
  gint64 most = sum.seats != DOV_UNKNOWN && sum.seats > 0 ? sum.seats :
                sum.planned != DOV_UNKNOWN && sum.planned > 0 ? sum.planned : 0;
  g_autofree char *total = dov_number_to_shown (came);
  g_autofree char *words = dov_door_sum_dup_words (&sum);
  g_autofree char *room = dup_room_words (&sum);

  gtk_label_set_text (self->total, total);
  /* Translators: stands beside the number, in two lines */
  gtk_label_set_text (self->total_word, ngettext ("person\ncame", "people\ncame", (gulong) came));
  gtk_label_set_text (self->sum, words);
  dov_name_widget (self->sum, words);
  gtk_widget_set_visible (GTK_WIDGET (self->room), most > 0 && !self->is_dense);
  gtk_level_bar_set_max_value (self->room, MAX (1, most));
  gtk_level_bar_set_value (self->room, MIN (came, MAX (1, most)));
  gtk_label_set_text (self->room_words, room);
  gtk_widget_set_visible (GTK_WIDGET (self->room_words), *room != '\0' && !self->is_dense);
  show_over (self, &sum);

  for (DovBand band = 0; band < DOV_N_BANDS; band++)
    {
      g_autofree char *number = dov_number_to_shown (sum.unnamed_bands[band]);
      g_autofree char *spoken = g_strdup_printf (_("One more without a name, %1$s; now %2$s. F%3$d, one less: Shift+F%3$d"),
                                                 dov_band_get_label (band), number, FIRST_KEY + band);

      gtk_label_set_text (self->numbers[band], number);
      dov_name_widget (self->buttons[band], spoken);
    }
}

/* ---- the last marks ---- */

static void
take_off_cb (GtkWidget *button,
             gint64    *person)
{
  g_signal_emit (gtk_widget_get_ancestor (button, DOV_TYPE_DOOR_SIDE), signals[TAKE_OFF], 0, *person);
}

static GtkWidget *
take_off_button_new (const DovDoorAct *act)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("edit-clear-symbolic");
  g_autofree char *spoken = g_strdup_printf (_("Take back the mark: %s"), act->words);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, spoken);
  dov_name_widget (button, spoken);
  g_signal_connect_data (button, "clicked", G_CALLBACK (take_off_cb), g_memdup2 (&act->person_id, sizeof act->person_id),
                         (GClosureNotify) (GCallback) g_free, 0);

  return button;
}

static void
add_act (DovDoorSide      *self,
         const DovDoorAct *act)
{
  static const char *const icons[] = { "dov-emblem-ok-symbolic", "list-add-symbolic", "list-remove-symbolic" };
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *words = g_object_new (GTK_TYPE_LABEL, "label", act->words, "xalign", 0.0f, "hexpand", TRUE,
                                   "ellipsize", PANGO_ELLIPSIZE_END, "max-width-chars", 12, NULL);
  GtkWidget *time = gtk_label_new (act->time);
  g_autofree char *spoken = g_strdup_printf ("%s, %s", act->words, act->time);

  dov_label_tell_cut (words);
  gtk_widget_add_css_class (time, "dim-label");
  gtk_widget_add_css_class (time, "numeric");
  gtk_box_append (GTK_BOX (line), g_object_new (GTK_TYPE_IMAGE, "icon-name", icons[act->kind],
                                                "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL));
  gtk_box_append (GTK_BOX (line), words);
  if (act->kind == DOV_DOOR_ACT_MARKED && act->person_id != 0
      && dov_door_get_state (self->door, act->person_id, NULL) == DOV_DOOR_HERE)
    gtk_box_append (GTK_BOX (line), take_off_button_new (act));
  gtk_box_append (GTK_BOX (line), time);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), line);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  dov_name_widget (row, spoken);
  gtk_list_box_append (self->last, row);
}

static void
show_acts (DovDoorSide *self)
{
  g_autoptr (GPtrArray) acts = dov_door_list_acts (self->door, self->after, AT_MOST_ACTS);
  g_autofree char *spoken = NULL;
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->last, 0)) != NULL)
    gtk_list_box_remove (self->last, GTK_WIDGET (row));
  g_clear_pointer (&self->last_words, g_free);
  self->last_operation = 0;
  for (guint i = 0; i < acts->len; i++)
    add_act (self, g_ptr_array_index (acts, i));
  if (acts->len > 0)
    {
      const DovDoorAct *first = g_ptr_array_index (acts, 0);

      self->last_operation = first->operation;
      self->last_words = g_strdup (first->words);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->last), acts->len > 0);
  gtk_widget_set_sensitive (GTK_WIDGET (self->undo), self->last_operation != 0);
  spoken = self->last_words != NULL ? g_strdup_printf (_("Undo: %s"), self->last_words) : g_strdup (_("Undo"));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->undo), spoken);
  dov_name_widget (self->undo, spoken);
}

/**
 * dov_door_side_show:
 *
 * Shows what the door knows now.
 */
void
dov_door_side_show (DovDoorSide *self)
{
  show_sum (self);
  show_acts (self);
}

/**
 * dov_door_side_set_dense:
 *
 * On a low screen in large letters the sum and the keys that count stay; what is only worth knowing goes.
 */
void
dov_door_side_set_dense (DovDoorSide *self,
                         gboolean     is_dense)
{
  if (self->is_dense == is_dense)
    return;

  self->is_dense = is_dense;
  gtk_widget_set_visible (self->bands_head, !is_dense);
  gtk_widget_set_visible (self->undo_words, !is_dense);
  show_sum (self);
}

/* The sum as it is written out and told. */
const char *
dov_door_side_get_sum (DovDoorSide *self)
{
  return gtk_label_get_text (self->sum);
}

/**
 * dov_door_side_get_last:
 * @words: (out) (optional): whose mark it was
 *
 * Returns: the operation that “Undo” takes back next, 0 when there is none
 */
gint64
dov_door_side_get_last (DovDoorSide  *self,
                        const char  **words)
{
  if (words != NULL)
    *words = self->last_words;

  return self->last_operation;
}

static gboolean
flash_ends_cb (gpointer user_data)
{
  DovDoorSide *self = user_data;

  self->flash = 0;
  gtk_widget_remove_css_class (GTK_WIDGET (self), "flash-good");
  gtk_widget_remove_css_class (GTK_WIDGET (self), "flash-look");

  return G_SOURCE_REMOVE;
}

/**
 * dov_door_side_flash:
 *
 * Colours this half for a moment; the words say the same.
 */
void
dov_door_side_flash (DovDoorSide *self,
                     gboolean     is_good)
{
  g_clear_handle_id (&self->flash, g_source_remove);
  flash_ends_cb (self);
  gtk_widget_add_css_class (GTK_WIDGET (self), is_good ? "flash-good" : "flash-look");
  self->flash = g_timeout_add (FLASH_MILLISECONDS, flash_ends_cb, self);
}

static gboolean
second_beep_cb (gpointer user_data)
{
  DovDoorSide *self = user_data;

  self->second_beep = 0;
  gdk_display_beep (gtk_widget_get_display (GTK_WIDGET (self)));

  return G_SOURCE_REMOVE;
}

/**
 * dov_door_side_beep:
 *
 * One beep: marked. Two: look at the screen.
 */
void
dov_door_side_beep (DovDoorSide *self,
                    gboolean     is_good)
{
  gdk_display_beep (gtk_widget_get_display (GTK_WIDGET (self)));
  if (!is_good && self->second_beep == 0)
    self->second_beep = g_timeout_add (SECOND_BEEP_MILLISECONDS, second_beep_cb, self);
}

static void
count_cb (GtkWidget *button,
          gpointer   band)
{
  g_signal_emit (gtk_widget_get_ancestor (button, DOV_TYPE_DOOR_SIDE), signals[COUNT], 0, GPOINTER_TO_INT (band), 1);
}

static void
undo_cb (DovDoorSide *self)
{
  g_signal_emit (self, signals[UNDO], 0, self->last_operation);
}

static void
add_band (DovDoorSide *self,
          DovBand      band)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  /* Translators: an age on a small button: “60 and older” */
  GtkWidget *label = gtk_label_new (band == DOV_BAND_60 ? _("60 and older") : dov_band_get_label (band));
  g_autofree char *key = g_strdup_printf ("+1 · F%d", FIRST_KEY + band);
  g_autofree char *tip = g_strdup_printf (_("One less: Shift+F%d"), FIRST_KEY + band);
  GtkWidget *cap = gtk_label_new (key);

  self->numbers[band] = GTK_LABEL (gtk_label_new (NULL));
  self->buttons[band] = button;
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 8);
  gtk_widget_add_css_class (label, "band");
  gtk_widget_add_css_class (label, "numeric");
  gtk_widget_add_css_class (GTK_WIDGET (self->numbers[band]), "n");
  gtk_widget_add_css_class (GTK_WIDGET (self->numbers[band]), "numeric");
  gtk_widget_add_css_class (cap, "cap");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->numbers[band]));
  gtk_box_append (GTK_BOX (box), cap);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "plus-one");
  gtk_widget_set_focusable (button, FALSE);
  gtk_widget_set_tooltip_text (button, tip);
  g_signal_connect (button, "clicked", G_CALLBACK (count_cb), GINT_TO_POINTER (band));
  gtk_grid_attach (self->bands, button, band % 3, band / 3, 1, 1);
}

GtkWidget *
dov_door_side_new (DovDoor *door,
                   gint64   after)
{
  DovDoorSide *self = g_object_new (DOV_TYPE_DOOR_SIDE, NULL);

  self->door = g_object_ref (door);
  self->after = after;
  dov_door_side_show (self);

  return GTK_WIDGET (self);
}

static void
dov_door_side_dispose (GObject *object)
{
  DovDoorSide *self = DOV_DOOR_SIDE (object);

  g_clear_handle_id (&self->flash, g_source_remove);
  g_clear_handle_id (&self->second_beep, g_source_remove);
  g_clear_object (&self->door);

  G_OBJECT_CLASS (dov_door_side_parent_class)->dispose (object);
}

static void
dov_door_side_finalize (GObject *object)
{
  g_free (DOV_DOOR_SIDE (object)->last_words);

  G_OBJECT_CLASS (dov_door_side_parent_class)->finalize (object);
}

static void
dov_door_side_class_init (DovDoorSideClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = dov_door_side_dispose;
  object_class->finalize = dov_door_side_finalize;

  signals[COUNT] = g_signal_new ("count", DOV_TYPE_DOOR_SIDE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_INT);
  signals[UNDO] = g_signal_new ("undo", DOV_TYPE_DOOR_SIDE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[TAKE_OFF] = g_signal_new ("take-off", DOV_TYPE_DOOR_SIDE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 1, G_TYPE_INT64);

  gtk_widget_class_set_template_from_resource (widget_class, DOV_RESOURCES "/ui/dov-door-side.ui");
  gtk_widget_class_bind_template_child (widget_class, DovDoorSide, total);
  gtk_widget_class_bind_template_child (widget_class, DovDoorSide, total_word);
  gtk_widget_class_bind_template_child (widget_class, DovDoorSide, sum);
  gtk_widget_class_bind_template_child (widget_class, DovDoorSide, room);
  gtk_widget_class_bind_template_child (widget_class, DovDoorSide, room_words);
  gtk_widget_class_bind_template_child (widget_class, DovDoorSide, over_place);
  gtk_widget_class_bind_template_child (widget_class, DovDoorSide, bands_head);
  gtk_widget_class_bind_template_child (widget_class, DovDoorSide, undo_words);
  gtk_widget_class_bind_template_child (widget_class, DovDoorSide, bands);
  gtk_widget_class_bind_template_child (widget_class, DovDoorSide, undo);
  gtk_widget_class_bind_template_child (widget_class, DovDoorSide, last);
}

static void
dov_door_side_init (DovDoorSide *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (DovBand band = 0; band < DOV_N_BANDS; band++)
    add_band (self, band);
  g_signal_connect_swapped (self->undo, "clicked", G_CALLBACK (undo_cb), self);
}
