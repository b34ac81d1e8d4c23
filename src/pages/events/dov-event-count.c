/* dov-event-count.c - how many came: by age bands, by name and without a name, against the plan */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-event-count.h"

#include <glib/gi18n.h>

#include "dov-amount.h"
#include "dov-answers.h"
#include "dov-deed.h"
#include "dov-number.h"
#include "dov-widgets.h"

/* A person who presses + five times wants one save and one undo. In milliseconds. */
#define PAUSE 500
#define MOST_OF_A_BAND 9999

struct _DovEventCount
{
  GtkBox     parent_instance;

  DovStore  *store;
  DovEvent  *event;

  GtkLabel  *note;
  GtkGrid   *grid;
  GtkWidget *named[DOV_N_BANDS];
  GtkWidget *unnamed[DOV_N_BANDS];
  GtkWidget *whole[DOV_N_BANDS];
  GtkLabel  *total;
  GtkLabel  *words;
  GtkBox    *answers;   /* why not; for a reason, when a report tells of the event */

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
static char *
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

static GtkEditable *
get_text (DovEventCount *self,
          DovBand        band)
{
  return GTK_EDITABLE (dov_amount_get_field (DOV_AMOUNT (self->unnamed[band])));
}

/* How many were typed; nothing typed is nobody. What cannot be a number of people stays as it is typed. */
static gboolean
read_unnamed (DovEventCount  *self,
              DovBand         band,
              gint64         *number,
              GError        **error)
{
  const char *typed = gtk_editable_get_text (get_text (self, band));
  g_autofree char *most = dov_number_to_shown (MOST_OF_A_BAND);

  *number = 0;
  if (*typed == '\0')
    return TRUE;
  if (dov_number_from_typed (typed, number, NULL) && *number >= 0 && *number <= MOST_OF_A_BAND)
    return TRUE;
  *number = 0;

  /* Translators: what was typed, the age, the largest number. */
  return dov_refuse (error, _("“%s” (%s) is not a number of people. Type a whole number from 0 to %s."), typed,
                     _(dov_band_get_label (band)), most);
}

static void
mark_unclear (DovEventCount *self,
              DovBand        band,
              gboolean       is_unclear)
{
  GtkWidget *amount = self->unnamed[band];

  if (is_unclear)
    gtk_widget_add_css_class (amount, "error");
  else
    gtk_widget_remove_css_class (amount, "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (get_text (self, band)), GTK_ACCESSIBLE_STATE_INVALID,
                               is_unclear ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
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
      gint64 unnamed = 0, both;

      mark_unclear (self, band, !read_unnamed (self, band, &unnamed, NULL));
      both = self->known_named[band] + unnamed;
      set_number (self->whole[band], both);
      n_named += self->known_named[band];
      n_counted += both;
    }
  words = dov_event_count_dup_words (n_named, n_counted, self->event->planned_count);
  whole = dov_number_to_shown (n_counted);
  gtk_label_set_text (self->total, whole);
  gtk_label_set_text (self->words, words);
}

static gboolean
save_typed (DovStore  *store,
            gpointer   data,
            GError   **error)
{
  DovEventCount *self = data;

  for (DovBand band = 0; band < DOV_N_BANDS; band++)
    {
      gint64 number = 0;

      if (self->is_typed[band] && (!read_unnamed (self, band, &number, error) ||
                                   !dov_roll_set_unnamed (store, self->event, band, number, error)))
        return FALSE;
    }

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
changed_cb (DovAmount     *amount,
            DovEventCount *self)
{
  if (self->is_showing)
    return;

  for (DovBand band = 0; band < DOV_N_BANDS; band++)
    if (self->unnamed[band] == GTK_WIDGET (amount))
      self->is_typed[band] = TRUE;
  show_sums (self);
  g_clear_handle_id (&self->pause, g_source_remove);
  self->pause = g_timeout_add (PAUSE, pause_cb, self);
}

/* What says the same stays, with the hand in it. */
static void
show_unnamed (DovEventCount *self,
              DovBand        band,
              gint64         number)
{
  g_autofree char *shown = dov_number_to_shown (number);
  gint64 typed = 0;

  if (!read_unnamed (self, band, &typed, NULL) || typed != number || *gtk_editable_get_text (get_text (self, band)) == '\0')
    gtk_editable_set_text (get_text (self, band), shown);
}

/**
 * dov_event_count_show:
 * @self: the card
 * @roll: what the store knows
 * @writes: whether it may be changed
 *
 * Shows the numbers; what is just being typed stays.
 */
void
dov_event_count_show (DovEventCount *self,
                      DovRoll       *roll,
                      gboolean       writes)
{
  g_autofree char *plan = NULL;
  g_autofree char *note = NULL;

  self->is_showing = TRUE;
  for (DovBand band = 0; band < DOV_N_BANDS; band++)
    {
      self->known_named[band] = roll->named[band];
      set_number (self->named[band], roll->named[band]);
      gtk_widget_set_sensitive (self->unnamed[band], writes);
      if (!self->is_typed[band])
        show_unnamed (self, band, MAX (0, roll->counted[band] - roll->named[band]));
    }
  self->is_showing = FALSE;
  show_sums (self);

  plan = self->event->planned_count != DOV_UNKNOWN ? dov_number_to_shown (self->event->planned_count) : NULL;
  note = plan != NULL ? g_strdup_printf (_("plan %s"), plan) : g_strdup ("");
  gtk_label_set_text (self->note, note);
}

/* Puts the keyboard where numbers are typed. */
void
dov_event_count_focus (DovEventCount *self)
{
  gtk_widget_grab_focus (self->unnamed[0]);
}

static GtkWidget *
add_label (DovEventCount *self,
           const char    *text,
           const char    *look,
           int            column,
           int            line)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", column == 0 ? 0.0 : 1.0,
                                   "hexpand", column == 0, NULL);

  gtk_widget_add_css_class (label, "numeric");
  if (look != NULL)
    gtk_widget_add_css_class (label, look);
  gtk_grid_attach (self->grid, label, column, line, 1, 1);

  return label;
}

static void
add_band (DovEventCount *self,
          DovBand        band)
{
  const char *words = _(dov_band_get_label (band));
  g_autofree char *spoken = g_strdup_printf (_("%s, without a name"), words);
  GtkWidget *amount = dov_amount_new (spoken);
  int line = (int) band + 1;

  g_signal_connect (amount, "changed", G_CALLBACK (changed_cb), self);
  add_label (self, words, NULL, 0, line);
  self->named[band] = add_label (self, "0", NULL, 1, line);
  self->unnamed[band] = amount;
  gtk_grid_attach (self->grid, amount, 2, line, 1, 1);
  self->whole[band] = add_label (self, "0", "heading", 3, line);
  gtk_label_set_width_chars (GTK_LABEL (self->whole[band]), 4);
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
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dov_event_count_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, DOV_RESOURCES "/ui/dov-event-count.ui");
  gtk_widget_class_bind_template_child (widget_class, DovEventCount, note);
  gtk_widget_class_bind_template_child (widget_class, DovEventCount, grid);
  gtk_widget_class_bind_template_child (widget_class, DovEventCount, total);
  gtk_widget_class_bind_template_child (widget_class, DovEventCount, words);
  gtk_widget_class_bind_template_child (widget_class, DovEventCount, answers);
}

static void
dov_event_count_init (DovEventCount *self)
{
  static const char *const heads[] = { N_("Age"), N_("by name"), N_("no name"), N_("in all") };

  gtk_widget_init_template (GTK_WIDGET (self));
  dov_answers_set (GTK_WIDGET (self), self->answers);
  for (int i = 0; i < (int) G_N_ELEMENTS (heads); i++)
    {
      GtkWidget *head = add_label (self, _(heads[i]), "caption", i, 0);

      gtk_widget_add_css_class (head, "dim-label");
      gtk_widget_set_hexpand (head, FALSE);
    }
  for (DovBand band = 0; band < DOV_N_BANDS; band++)
    add_band (self, band);
}
