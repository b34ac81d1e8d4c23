/* dov-door-page.c - the door of an event: the whole window, for volunteers with a queue in front */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-door-page.h"

#include <glib/gi18n.h>

#include "dov-config.h"
#include "dov-door-card.h"
#include "dov-door-lock.h"
#include "dov-door-people.h"
#include "dov-door-side.h"
#include "dov-errors.h"
#include "dov-fold-columns.h"
#include "dov-go.h"
#include "dov-keys.h"
#include "dov-label.h"
#include "dov-widgets.h"

/* Above this size of text, or below this size of window, nothing is enlarged further. */
#define LARGE_TEXT 1.2
#define LEAST_WIDTH 1200
#define LEAST_HEIGHT 700
/* Lower than so many points of plain letters the door is dense: on 600 in letters twice as large. What is not dense
 * takes up to 369 then, 384 in a narrow window, and would not let the window be lower; 768 are enough for a wide one. */
#define LOW 375
#define LOW_NARROW 400

#define CLOCK_SECONDS 5
#define SIDE_WIDTH 520
#define PLAIN_SIDE_WIDTH 378

struct _DovDoorPage
{
  DovPage         parent_instance;

  DovStore       *store;
  DovEvent       *event;
  DovDoor        *door;      /* NULL until it is opened */
  gboolean        is_free;   /* may be left */
  guint           fit_source;

  GtkBox         *room;
  GtkLabel       *event_title;
  GtkLabel       *clock;
  GtkCheckButton *sound;
  GtkCheckButton *colour;
  GtkButton      *finish;
  GtkImage       *finish_sign;
  AdwBin         *people_place;
  AdwBin         *side_place;
  AdwBin         *cover;
  DovDoorPeople  *people;
  DovDoorSide    *side;
  DovDoorCard    *card;      /* NULL while nothing is asked */
};

G_DEFINE_FINAL_TYPE (DovDoorPage, dov_door_page, DOV_TYPE_PAGE)

/* ---- answers for the eye and the ear ---- */

static void
answer (DovDoorPage   *self,
        DovDoorAnswer  kind,
        const char    *words)
{
  gboolean is_good = kind == DOV_DOOR_ANSWER_MARKED;
  g_autofree char *told = NULL;

  /* Translators: what was done, then the sum: both are read aloud */
  told = is_good ? g_strdup_printf (_("%1$s. %2$s"), words, dov_door_side_get_sum (self->side)) : g_strdup (words);
  dov_door_people_answer (self->people, kind, told);
  if (gtk_check_button_get_active (self->colour))
    dov_door_side_flash (self->side, is_good);
  if (gtk_check_button_get_active (self->sound))
    dov_door_side_beep (self->side, is_good);
}

static void
answered_cb (DovDoorPeople *people,
             int            kind,
             const char    *words,
             DovDoorPage   *self)
{
  answer (self, (DovDoorAnswer) kind, words);
}

static void
refuse (DovDoorPage  *self,
        const GError *error)
{
  g_autofree char *words = dov_errors_dup_words (error);

  answer (self, DOV_DOOR_ANSWER_REFUSED, words);
}

static void
count (DovDoorPage *self,
       DovBand      band,
       gint64       change)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *words = NULL;

  if (!dov_door_add_unnamed (self->door, band, change, &error))
    {
      refuse (self, error);
      return;
    }

  words = g_strdup_printf (change > 0 ? C_("toast", "Without a name: %s")
                                      : C_("toast", "Taken back, without a name: %s"), dov_band_get_label (band));
  answer (self, DOV_DOOR_ANSWER_MARKED, words);
}

static void
count_cb (DovDoorSide *side,
          int          band,
          int          change,
          DovDoorPage *self)
{
  count (self, (DovBand) band, change);
  dov_door_people_focus (self->people);
}

/* Only what was done at this door, the last first. */
static void
undo_last (DovDoorPage *self)
{
  const char *last = NULL;
  gint64 operation = dov_door_side_get_last (self->side, &last);
  g_autofree char *words = g_strdup_printf (C_("toast", "Taken back: %s"), last != NULL ? last : "");
  g_autoptr (GError) error = NULL;

  if (operation == 0)
    {
      answer (self, DOV_DOOR_ANSWER_REFUSED, _("Nothing was marked at this door yet, so there is nothing to take back."));
      return;
    }
  if (!dov_store_undo (self->store, operation, &error))
    {
      refuse (self, error);
      return;
    }

  answer (self, DOV_DOOR_ANSWER_MARKED, words);
  dov_go_tell (self, words, 0);
}

static void
undo_cb (DovDoorSide *side,
         gint64       operation,
         DovDoorPage *self)
{
  undo_last (self);
  dov_door_people_focus (self->people);
}

static void
take_off_cb (DovDoorSide *side,
             gint64       person_id,
             DovDoorPage *self)
{
  const DovNameEntry *entry = dov_name_book_get (dov_door_get_book (self->door), person_id);
  g_autofree char *words = g_strdup_printf (C_("toast", "Taken back: %s"), entry != NULL ? entry->name : "");
  g_autoptr (GError) error = NULL;

  if (dov_door_take_off (self->door, person_id, &error))
    answer (self, DOV_DOOR_ANSWER_MARKED, words);
  else
    refuse (self, error);
  dov_door_people_focus (self->people);
}

static void
door_changed_cb (DovDoorPage *self)
{
  dov_door_side_show (self->side);
  dov_door_people_show (self->people);
}

/* ---- the time of day ---- */

static gboolean
tick_cb (gpointer label)
{
  g_autoptr (GDateTime) now = dov_clock_dup_now ();
  g_autofree char *time = dov_time_to_shown (dov_moment_get_time (now));

  gtk_label_set_text (label, time);

  return G_SOURCE_CONTINUE;
}

static void
stop_clock (gpointer source)
{
  g_source_remove (GPOINTER_TO_UINT (source));
}

/* Keeps the time in a label for as long as that lives. */
static void
run_clock (GtkLabel *label)
{
  guint ticking = g_timeout_add_seconds (CLOCK_SECONDS, tick_cb, label);

  tick_cb (label);
  g_object_set_data_full (G_OBJECT (label), "clock", GUINT_TO_POINTER (ticking), stop_clock);
}

/* ---- opening and leaving ---- */

static void
uncover (DovDoorPage *self)
{
  self->card = NULL;
  adw_bin_set_child (self->cover, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->cover), FALSE);
  gtk_widget_set_sensitive (GTK_WIDGET (self->room), TRUE);
  if (self->people != NULL)
    dov_door_people_focus (self->people);
}

static void
cover (DovDoorPage *self,
       GtkWidget   *card)
{
  self->card = DOV_DOOR_CARD (card);
  adw_bin_set_child (self->cover, card);
  gtk_widget_set_visible (GTK_WIDGET (self->cover), TRUE);
  gtk_widget_set_sensitive (GTK_WIDGET (self->room), FALSE);
  dov_door_card_focus (self->card);
}

static void
go_back (DovDoorPage *self)
{
  dov_go_back (self);
}

static void
closing_done_cb (DovDoorCard *card,
                 const char  *pin,
                 DovDoorPage *self)
{
  g_autoptr (GError) error = NULL;

  if (!dov_door_close (self->store, pin, &error))
    {
      dov_door_card_refuse (card, error);
      return;
    }

  self->is_free = TRUE;
  go_back (self);
}

static void
ask_to_leave (DovDoorPage *self)
{
  GtkWidget *card;

  if (self->card != NULL)
    {
      dov_door_card_focus (self->card);
      return;
    }

  card = dov_door_card_new_closing (self->store);
  g_signal_connect (card, "done", G_CALLBACK (closing_done_cb), self);
  g_signal_connect_swapped (card, "left", G_CALLBACK (uncover), self);
  cover (self, card);
}

/* The door stands open: from now on the store is read for it and the keys are its own. */
static gboolean
begin (DovDoorPage  *self,
       GError      **error)
{
  gboolean is_locked = dov_door_is_locked (self->store);

  self->door = dov_door_new (self->store, self->event, error);
  if (self->door == NULL)
    return FALSE;

  self->people = DOV_DOOR_PEOPLE (dov_door_people_new (self->door));
  self->side = DOV_DOOR_SIDE (dov_door_side_new (self->door, dov_door_get_first (self->store)));
  adw_bin_set_child (self->people_place, GTK_WIDGET (self->people));
  adw_bin_set_child (self->side_place, GTK_WIDGET (self->side));
  g_signal_connect (self->people, "answered", G_CALLBACK (answered_cb), self);
  g_signal_connect (self->side, "count", G_CALLBACK (count_cb), self);
  g_signal_connect (self->side, "undo", G_CALLBACK (undo_cb), self);
  g_signal_connect (self->side, "take-off", G_CALLBACK (take_off_cb), self);
  g_signal_connect_object (self->door, "changed", G_CALLBACK (door_changed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_visible (GTK_WIDGET (self->finish_sign), is_locked);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->finish), is_locked ? _("Back to the program goes only who knows the PIN")
                                                                    : _("Back to the program"));
  run_clock (self->clock);

  return TRUE;
}

static void
opening_done_cb (DovDoorCard *card,
                 const char  *pin,
                 DovDoorPage *self)
{
  g_autoptr (GError) error = NULL;

  if (!dov_door_open (self->store, self->event, *pin != '\0' ? pin : NULL, &error) || !begin (self, &error))
    {
      dov_door_card_refuse (card, error);
      return;
    }

  uncover (self);
}

static void
finish_cb (DovDoorPage *self)
{
  go_back (self);
}

/* Before it is opened, and once its PIN was given, the page goes as any other. */
static gboolean
dov_door_page_leave (DovPage *page)
{
  DovDoorPage *self = DOV_DOOR_PAGE (page);

  if (self->door == NULL || self->is_free)
    return TRUE;

  dov_door_people_keep (self->people);
  if (dov_door_is_locked (self->store))
    {
      ask_to_leave (self);
      return FALSE;
    }
  self->is_free = dov_door_close (self->store, NULL, NULL);

  return TRUE;
}

/* ---- keys ---- */

/* F5 to F10 count one of an age. */
static gboolean
is_band (guint    key,
         DovBand *band)
{
  *band = (DovBand) (key - GDK_KEY_F5);

  return key >= GDK_KEY_F5 && key <= GDK_KEY_F10;
}

/* Whether the key leads away from any other page. */
static gboolean
leads_elsewhere (guint           key,
                 GdkModifierType state)
{
  gboolean is_control = (state & GDK_CONTROL_MASK) != 0;

  if (key == GDK_KEY_F1 || key == GDK_KEY_F9)
    return TRUE;
  if ((state & GDK_ALT_MASK) && ((key >= GDK_KEY_0 && key <= GDK_KEY_9) || (key >= GDK_KEY_KP_0 && key <= GDK_KEY_KP_9)))
    return TRUE;
  if (!is_control)
    return FALSE;

  switch (dov_keys_get_latin (key))
    {
    case GDK_KEY_k:
    case GDK_KEY_f:
    case GDK_KEY_n:
    case GDK_KEY_s:
    case GDK_KEY_h:
    case GDK_KEY_d:
    case GDK_KEY_i:
    case GDK_KEY_p:
    case GDK_KEY_question:
    case GDK_KEY_comma:
      return TRUE;

    default:
      return FALSE;
    }
}

static gboolean
press_escape (DovDoorPage *self)
{
  if (self->card != NULL && self->door == NULL)
    go_back (self);
  else if (self->card != NULL)
    uncover (self);
  else if (!dov_door_people_clear (self->people))
    go_back (self);

  return GDK_EVENT_STOP;
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint                  key,
                guint                  code,
                GdkModifierType        state,
                DovDoorPage           *self)
{
  GdkModifierType modifiers = state & gtk_accelerator_get_default_mod_mask ();
  DovBand band;

  if (key == GDK_KEY_Escape && modifiers == 0)
    return press_escape (self);
  if (leads_elsewhere (key, modifiers))
    {
      if (self->card == NULL)
        answer (self, DOV_DOOR_ANSWER_REFUSED, _("This key leads away from the door. Finish here first: Esc."));
      return GDK_EVENT_STOP;
    }
  if (self->card != NULL || self->door == NULL)
    return GDK_EVENT_PROPAGATE;
  if (is_band (key, &band) && (modifiers == 0 || modifiers == GDK_SHIFT_MASK))
    {
      count (self, band, modifiers == 0 ? 1 : -1);
      return GDK_EVENT_STOP;
    }

  return dov_door_people_press (self->people, key, modifiers);
}

static gboolean
dov_door_page_undo (DovPage  *page,
                    gboolean  is_redo)
{
  DovDoorPage *self = DOV_DOOR_PAGE (page);

  if (self->card == NULL && self->door != NULL && !is_redo)
    undo_last (self);

  return TRUE;
}

static void
dov_door_page_focus (DovPage *page)
{
  DovDoorPage *self = DOV_DOOR_PAGE (page);

  if (self->card != NULL)
    dov_door_card_focus (self->card);
  else if (self->people != NULL)
    dov_door_people_focus (self->people);
}

/* ---- size ---- */

static gboolean
fit_cb (gpointer user_data)
{
  DovDoorPage *self = user_data;
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  int height = gtk_widget_get_height (GTK_WIDGET (self));
  double scale = dov_text_scale ();
  int side;
  gboolean is_plain = scale > LARGE_TEXT || width < LEAST_WIDTH || height < LEAST_HEIGHT;
  gboolean is_dense = height / scale < (width < LEAST_WIDTH ? LOW_NARROW : LOW);

  self->fit_source = 0;
  if (width <= 0)
    return G_SOURCE_REMOVE;
  dov_set_class (self->room, "plain", is_plain);
  dov_set_class (self->room, "dense", is_dense);
  side = MIN ((int) ((is_plain ? PLAIN_SIDE_WIDTH : SIDE_WIDTH) * scale), width * 2 / 5);
  gtk_widget_set_size_request (GTK_WIDGET (self->side_place), side, -1);
  if (self->side != NULL)
    dov_door_side_set_dense (self->side, is_dense);
  if (self->people != NULL)
    dov_door_people_set_plain (self->people, scale > LARGE_TEXT || width < LEAST_WIDTH);

  return G_SOURCE_REMOVE;
}

static void
fit_soon (DovDoorPage *self)
{
  if (self->fit_source == 0)
    self->fit_source = g_idle_add_full (GTK_PRIORITY_RESIZE, fit_cb, self, NULL);
}

/* A page has a layout of its own making, so the window tells of its new size. */
static void
dov_door_page_map (GtkWidget *widget)
{
  DovDoorPage *self = DOV_DOOR_PAGE (widget);

  GTK_WIDGET_CLASS (dov_door_page_parent_class)->map (widget);
  g_signal_connect_object (gtk_native_get_surface (gtk_widget_get_native (widget)), "layout", G_CALLBACK (fit_soon), self,
                           G_CONNECT_SWAPPED);
  fit_soon (self);
}

static void
dov_door_page_unmap (GtkWidget *widget)
{
  DovDoorPage *self = DOV_DOOR_PAGE (widget);

  g_signal_handlers_disconnect_by_func (gtk_native_get_surface (gtk_widget_get_native (widget)), fit_soon, self);
  GTK_WIDGET_CLASS (dov_door_page_parent_class)->unmap (widget);
}

static void
signals_cb (DovDoorPage *self)
{
  dov_config_set_number ("door-sound", gtk_check_button_get_active (self->sound), NULL);
  dov_config_set_number ("door-colour", gtk_check_button_get_active (self->colour), NULL);
}

/* ---- interface ---- */

static DovDoorPage *
page_new (DovStore *store,
          gint64    event)
{
  g_autoptr (DovRecord) record = dov_store_find (store, DOV_TYPE_EVENT, event, NULL);
  g_autofree char *time = NULL;
  g_autofree char *title = NULL;
  DovDoorPage *self;

  if (record == NULL || dov_record_is_removed (record))
    return NULL;

  self = g_object_new (DOV_TYPE_DOOR_PAGE, NULL);
  self->store = g_object_ref (store);
  self->event = DOV_EVENT (g_steal_pointer (&record));
  time = self->event->starts_at != NULL ? dov_time_to_shown (dov_moment_get_time (self->event->starts_at)) : g_strdup ("");
  title = g_strdup_printf ("%s · %s", self->event->title, time);
  gtk_label_set_text (self->event_title, title);
  dov_page_set_title (DOV_PAGE (self), self->event->title);
  dov_page_set_section (DOV_PAGE (self), "events");
  dov_page_set_whole_window (DOV_PAGE (self), TRUE);
  dov_page_set_for_visitors (DOV_PAGE (self), TRUE);

  return self;
}

/**
 * dov_door_page_new:
 *
 * Returns: (transfer floating) (nullable): a door that is not open yet: it
 *   asks first whether a PIN is needed to leave it
 */
DovPage *
dov_door_page_new (DovStore *store,
                   gint64    event)
{
  DovDoorPage *self = page_new (store, event);
  GtkWidget *card;

  if (self == NULL)
    return NULL;

  card = dov_door_card_new_opening (self->event);
  g_signal_connect (card, "done", G_CALLBACK (opening_done_cb), self);
  g_signal_connect_swapped (card, "left", G_CALLBACK (go_back), self);
  cover (self, card);

  return DOV_PAGE (self);
}

/**
 * dov_door_page_new_open:
 *
 * Returns: (transfer floating) (nullable): the door that stood open when the
 *   program ended; %NULL when that is nobody's business any more: it has no
 *   PIN, and the event was on another day or is gone
 */
DovPage *
dov_door_page_new_open (DovStore *store,
                        gint64    event)
{
  g_autoptr (DovDoorPage) self = page_new (store, event);
  g_autoptr (GError) error = NULL;
  GDate today = dov_today (), day;

  if (self == NULL)
    return NULL;

  g_object_ref_sink (self);
  day = self->event->starts_at != NULL ? dov_moment_get_date (self->event->starts_at) : today;
  if (!dov_door_is_locked (store) && g_date_compare (&day, &today) != 0)
    return NULL;
  if (!begin (self, &error))
    {
      g_warning ("The door cannot be opened again: %s", error->message);
      return NULL;
    }

  g_object_force_floating (G_OBJECT (self));

  return DOV_PAGE (g_steal_pointer (&self));
}

/**
 * dov_door_page_begin:
 * @near: the widget where it was asked for
 *
 * Goes to the door of the event, or says why nobody can come in at it now.
 */
void
dov_door_page_begin (GtkWidget *near,
                     DovStore  *store,
                     gint64     event)
{
  g_autoptr (DovRecord) record = dov_store_find (store, DOV_TYPE_EVENT, event, NULL);
  g_autoptr (GError) error = NULL;

  if (record == NULL)
    return;

  if (dov_store_is_read_only (store))
    error = g_error_new_literal (DOV_RECORD_ERROR, DOV_RECORD_ERROR_REFUSED,
                                 _("The file is open for reading only, so nobody can be marked."));
  if (error == NULL && dov_door_check_event (DOV_EVENT (record), &error))
    dov_go_to (near, dov_door_page_new (store, event));
  else
    dov_errors_show (near, error);
}

static void
dov_door_page_dispose (GObject *object)
{
  DovDoorPage *self = DOV_DOOR_PAGE (object);

  g_clear_handle_id (&self->fit_source, g_source_remove);
  g_clear_object (&self->door);
  g_clear_object (&self->store);
  g_clear_object (&self->event);

  G_OBJECT_CLASS (dov_door_page_parent_class)->dispose (object);
}

static void
dov_door_page_class_init (DovDoorPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  DovPageClass *page_class = DOV_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dov_door_page_dispose;
  widget_class->map = dov_door_page_map;
  widget_class->unmap = dov_door_page_unmap;
  page_class->focus = dov_door_page_focus;
  page_class->undo = dov_door_page_undo;
  page_class->leave = dov_door_page_leave;

  gtk_widget_class_set_template_from_resource (widget_class, DOV_RESOURCES "/ui/dov-door-page.ui");
  gtk_widget_class_bind_template_child (widget_class, DovDoorPage, room);
  gtk_widget_class_bind_template_child (widget_class, DovDoorPage, event_title);
  gtk_widget_class_bind_template_child (widget_class, DovDoorPage, clock);
  gtk_widget_class_bind_template_child (widget_class, DovDoorPage, sound);
  gtk_widget_class_bind_template_child (widget_class, DovDoorPage, colour);
  gtk_widget_class_bind_template_child (widget_class, DovDoorPage, finish);
  gtk_widget_class_bind_template_child (widget_class, DovDoorPage, finish_sign);
  gtk_widget_class_bind_template_child (widget_class, DovDoorPage, people_place);
  gtk_widget_class_bind_template_child (widget_class, DovDoorPage, side_place);
  gtk_widget_class_bind_template_child (widget_class, DovDoorPage, cover);
}

static void
dov_door_page_init (DovDoorPage *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_check_button_set_active (self->sound, dov_config_get_number ("door-sound", FALSE) != 0);
  gtk_check_button_set_active (self->colour, dov_config_get_number ("door-colour", FALSE) != 0);
  g_signal_connect_swapped (self->sound, "toggled", G_CALLBACK (signals_cb), self);
  g_signal_connect_swapped (self->colour, "toggled", G_CALLBACK (signals_cb), self);
  g_signal_connect_swapped (self->finish, "clicked", G_CALLBACK (finish_cb), self);
  g_signal_connect_object (gtk_settings_get_default (), "notify::gtk-xft-dpi", G_CALLBACK (fit_soon), self,
                           G_CONNECT_SWAPPED);

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}
