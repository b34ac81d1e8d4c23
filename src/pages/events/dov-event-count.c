/* dov-event-count.c - how many came: by age bands, by name and without a name, against the plan */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-event-count.h"

#include <glib/gi18n.h>

#include "dov-answers.h"
#include "dov-deed.h"
#include "dov-number.h"

/* A person who presses + five times wants one save and one undo. In milliseconds. */
#define PAUSE 500
#define MOST_OF_A_BAND 9999

struct _DovEventCount
{
  GtkBox     parent_instance;

  DovStore  *store;
  DovEvent  *event;

  GtkWidget *note;
  GtkWidget *named[DOV_N_BANDS];
  GtkWidget *unnamed[DOV_N_BANDS];
  GtkWidget *whole[DOV_N_BANDS];
  GtkWidget *total;
  GtkWidget *words;
  GtkWidget *answers;   /* why not; for a reason, when a report tells of the event */

  gint64     known_named[DOV_N_BANDS];
  gboolean   is_typed[DOV_N_BANDS];
  gboolean   is_showing;
  guint      pause;
};

G_DEFINE_FINAL_TYPE (DovEventCount, dov_event_count, GTK_TYPE_BOX)

static void
set_number (GtkWidget *label,
            gint64     number)
{
  g_autofree char *text = dov_number_to_shown (number);

  gtk_label_set_text (GTK_LABEL (label), text);
}

/**
 * dov_event_count_dup_words:
 * @n_named: people by name
 * @n_counted: all people
 * @planned: how many were expected, %DOV_UNKNOWN when nobody said
 *
 * Writes out the sum: “came: 31 by name + 8 without a name. Plan 40, done by
 * 97.5 %”. Without a plan there is no share.
 *
 * Returns: (transfer full): the words
 */
char *
dov_event_count_dup_words (gint64 n_named,
                           gint64 n_counted,
                           gint64 planned)
{
  g_autofree char *named = dov_number_to_shown (n_named);
  g_autofree char *unnamed = dov_number_to_shown (MAX (0, n_counted - n_named));
  g_autofree char *plan = planned != DOV_UNKNOWN ? dov_number_to_shown (planned) : NULL;
  g_autofree char *share = planned > 0 ? dov_percent_to_shown (n_counted / (double) planned) : NULL;
  g_autofree char *came = n_counted == 0 ? g_strdup (_("nobody is counted yet")) :
    g_strdup_printf (_("came: %s by name + %s without a name."), named, unnamed);

  if (share != NULL && n_counted > 0)
    {
      g_autofree char *done = g_strdup_printf (_("Plan %s — reached by %s"), plan, share);

      return g_strdup_printf ("%s\n%s", came, done);
    }

  return g_steal_pointer (&came);
}

static gint64
get_unnamed (DovEventCount *self,
             DovBand        band)
{
  return gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (self->unnamed[band]));
}

/* The sums follow what is being typed, before it is saved. */
static void
show_sums (DovEventCount *self)
{
  gint64 n_named = 0, n_counted = 0;
  g_autofree char *words = NULL;
  g_autofree char *whole = NULL;

  for (DovBand band = 0; band < DOV_N_BANDS; band++)
    {
      gint64 both = self->known_named[band] + get_unnamed (self, band);

      set_number (self->whole[band], both);
      n_named += self->known_named[band];
      n_counted += both;
    }
  words = dov_event_count_dup_words (n_named, n_counted, self->event->planned_count);
  whole = dov_number_to_shown (n_counted);
  gtk_label_set_text (GTK_LABEL (self->total), whole);
  gtk_label_set_text (GTK_LABEL (self->words), words);
}

static gboolean
save_typed (DovStore  *store,
            gpointer   data,
            GError   **error)
{
  DovEventCount *self = data;

  for (DovBand band = 0; band < DOV_N_BANDS; band++)
    if (self->is_typed[band] && !dov_roll_set_unnamed (store, self->event, band, get_unnamed (self, band), error))
      return FALSE;

  return TRUE;
}

static void
saved (gpointer from,
       gpointer data)
{
  DovEventCount *self = data;

  for (DovBand band = 0; band < DOV_N_BANDS; band++)
    self->is_typed[band] = FALSE;
}

/**
 * dov_event_count_flush:
 * @self: the card
 *
 * Saves what was typed a moment ago, as on leaving the page; one reason is good
 * for all bands.
 *
 * Returns: %FALSE when it could not be saved; the card says why
 */
gboolean
dov_event_count_flush (DovEventCount *self)
{
  gboolean is_typed = FALSE;

  g_clear_handle_id (&self->pause, g_source_remove);
  for (DovBand band = 0; band < DOV_N_BANDS; band++)
    is_typed = is_typed || self->is_typed[band];

  return !is_typed || dov_deed_do (self, self->store, &(DovDeed) {
    .act = save_typed, .done = saved, .data = g_object_ref (self), .free_data = g_object_unref });
}

static gboolean
pause_cb (gpointer data)
{
  DovEventCount *self = data;

  self->pause = 0;
  dov_event_count_flush (self);

  return G_SOURCE_REMOVE;
}

static void
value_changed_cb (GtkSpinButton *spin,
                  DovEventCount *self)
{
  if (self->is_showing)
    return;

  for (DovBand band = 0; band < DOV_N_BANDS; band++)
    if (self->unnamed[band] == GTK_WIDGET (spin))
      self->is_typed[band] = TRUE;
  show_sums (self);
  g_clear_handle_id (&self->pause, g_source_remove);
  self->pause = g_timeout_add (PAUSE, pause_cb, self);
}

/**
 * dov_event_count_show:
 * @self: the card
 * @roll: what the store knows
 *
 * Shows the numbers; what is just being typed stays.
 */
void
dov_event_count_show (DovEventCount *self,
                      DovRoll       *roll)
{
  self->is_showing = TRUE;
  for (DovBand band = 0; band < DOV_N_BANDS; band++)
    {
      self->known_named[band] = roll->named[band];
      set_number (self->named[band], roll->named[band]);
      if (!self->is_typed[band])
        gtk_spin_button_set_value (GTK_SPIN_BUTTON (self->unnamed[band]),
                                   (double) MAX (0, roll->counted[band] - roll->named[band]));
    }
  self->is_showing = FALSE;
  show_sums (self);

  if (self->event->planned_count != DOV_UNKNOWN)
    {
      g_autofree char *plan = dov_number_to_shown (self->event->planned_count);
      g_autofree char *note = g_strdup_printf (_("plan %s"), plan);

      gtk_label_set_text (GTK_LABEL (self->note), note);
    }
  else
    {
      gtk_label_set_text (GTK_LABEL (self->note), "");
    }
}

/* Puts the keyboard where numbers are typed. */
void
dov_event_count_focus (DovEventCount *self)
{
  gtk_widget_grab_focus (self->unnamed[0]);
}

static GtkWidget *
label_new (const char *text,
           double      xalign,
           const char *look)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", xalign, NULL);

  gtk_widget_add_css_class (label, "numeric");
  if (look != NULL)
    gtk_widget_add_css_class (label, look);

  return label;
}

static GtkWidget *
grid_new (DovEventCount *self)
{
  GtkWidget *grid = g_object_new (GTK_TYPE_GRID, "column-spacing", 14, "row-spacing", 5, NULL);
  const char *heads[] = { _("Age"), _("by name"), _("no name"), _("in all") };

  for (int i = 0; i < 4; i++)
    {
      GtkWidget *head = label_new (heads[i], i == 0 ? 0.0 : 1.0, "caption");

      gtk_widget_add_css_class (head, "dim-label");
      gtk_grid_attach (GTK_GRID (grid), head, i, 0, 1, 1);
    }
  for (DovBand band = 0; band < DOV_N_BANDS; band++)
    {
      const char *words = _(dov_band_get_label (band));
      g_autofree char *spoken = g_strdup_printf (_("%s, without a name"), words);
      GtkWidget *name = label_new (words, 0.0, NULL);

      gtk_widget_set_hexpand (name, TRUE);
      self->named[band] = label_new ("0", 1.0, NULL);
      self->unnamed[band] = gtk_spin_button_new_with_range (0, MOST_OF_A_BAND, 1);
      gtk_editable_set_width_chars (GTK_EDITABLE (self->unnamed[band]), 3);
      gtk_spin_button_set_numeric (GTK_SPIN_BUTTON (self->unnamed[band]), TRUE);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->unnamed[band]), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
      g_signal_connect (self->unnamed[band], "value-changed", G_CALLBACK (value_changed_cb), self);
      self->whole[band] = label_new ("0", 1.0, "heading");
      gtk_label_set_width_chars (GTK_LABEL (self->whole[band]), 4);
      gtk_grid_attach (GTK_GRID (grid), name, 0, (int) band + 1, 1, 1);
      gtk_grid_attach (GTK_GRID (grid), self->named[band], 1, (int) band + 1, 1, 1);
      gtk_grid_attach (GTK_GRID (grid), self->unnamed[band], 2, (int) band + 1, 1, 1);
      gtk_grid_attach (GTK_GRID (grid), self->whole[band], 3, (int) band + 1, 1, 1);
    }

  return grid;
}

/**
 * dov_event_count_new:
 * @store: the store
 * @event: the event whose people are counted
 */
GtkWidget *
dov_event_count_new (DovStore *store,
                     DovEvent *event)
{
  DovEventCount *self = g_object_new (DOV_TYPE_EVENT_COUNT, NULL);

  self->store = g_object_ref (store);
  self->event = g_object_ref (event);

  return GTK_WIDGET (self);
}

static void
dov_event_count_dispose (GObject *object)
{
  DovEventCount *self = DOV_EVENT_COUNT (object);

  g_clear_handle_id (&self->pause, g_source_remove);
  g_clear_object (&self->store);
  g_clear_object (&self->event);

  G_OBJECT_CLASS (dov_event_count_parent_class)->dispose (object);
}

static void
dov_event_count_class_init (DovEventCountClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dov_event_count_dispose;
}

static void
dov_event_count_init (DovEventCount *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *foot = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *line = g_object_new (GTK_TYPE_SEPARATOR, "margin-top", 8, "margin-bottom", 8, NULL);
  GtkWidget *title = label_new (_("How many came"), 0.0, "section-title");

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  self->note = label_new ("", 0.0, "dim-label");
  gtk_widget_set_margin_start (head, 3);
  gtk_box_append (GTK_BOX (head), title);
  gtk_box_append (GTK_BOX (head), self->note);
  gtk_box_append (GTK_BOX (self), head);

  self->total = label_new ("0", 0.0, "title-2");
  self->words = label_new ("", 0.0, NULL);
  gtk_widget_set_hexpand (self->words, TRUE);
  gtk_label_set_wrap (GTK_LABEL (self->words), TRUE);
  self->answers = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "margin-top", 8, NULL);
  dov_answers_set (GTK_WIDGET (self), GTK_BOX (self->answers));
  gtk_box_append (GTK_BOX (foot), self->total);
  gtk_box_append (GTK_BOX (foot), self->words);
  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "pad");
  gtk_box_append (GTK_BOX (card), grid_new (self));
  gtk_box_append (GTK_BOX (card), line);
  gtk_box_append (GTK_BOX (card), foot);
  gtk_box_append (GTK_BOX (card), self->answers);
  gtk_box_append (GTK_BOX (self), card);
}
