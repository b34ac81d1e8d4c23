/* dov-window-actions.c - what keys and menus of the window do, its header, the name of whoever works */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-window-private.h"

#include <glib/gi18n.h>

#include "dov-about.h"
#include "dov-config.h"
#include "dov-deed.h"
#include "dov-door-page.h"
#include "dov-event-page.h"
#include "dov-figures.h"
#include "dov-fold-columns.h"
#include "dov-founding-page.h"
#include "dov-go.h"
#include "dov-journal-page.h"
#include "dov-keys.h"
#include "dov-label.h"
#include "dov-lounge.h"
#include "dov-name.h"
#include "dov-organisation.h"
#include "dov-own-lounge.h"
#include "dov-palette.h"
#include "dov-patrol-page.h"
#include "dov-person.h"
#include "dov-registry.h"
#include "dov-reports-page.h"
#include "dov-rooms.h"
#include "dov-settings.h"
#include "dov-settlement.h"
#include "dov-signal-clock.h"
#include "dov-shortcuts.h"
#include "dov-staff.h"
#include "dov-today-events.h"
#include "dov-visitor.h"

/* The title of a section and its action are never cut, unless the text is so large that it leaves no room. */
#define WHERE_CHARS 14
#define HUGE_TEXT 1.6

/* First the name of whoever works here becomes a sign, then the invitation to search, at last the main action: the
 * eye must be at hand whenever somebody comes in. */
enum { ALL_WORDS, USER_IS_SIGN, SEARCH_IS_SIGN, ACTION_IS_SIGN, N_STEPS };

/* So long after the last change the roster is looked over. */
#define PATROL_PAUSE 700

#define STAFF "dov-staff"

static char *
dup_short_name (DovWindow *self,
                gint64     staff_id)
{
  g_autoptr (DovRecord) staff = dov_store_find (self->store, dov_staff_get_type (), staff_id, NULL);
  g_autoptr (DovRecord) person = NULL;

  if (staff == NULL || dov_record_is_removed (staff))
    return NULL;

  person = dov_store_find (self->store, dov_person_get_type (), DOV_STAFF (staff)->person_id, NULL);
  if (person == NULL)
    return NULL;

  return dov_name_short (DOV_PERSON (person)->last_name, DOV_PERSON (person)->first_name,
                         DOV_PERSON (person)->patronymic);
}

static void
chosen_cb (DovWindow *self,
           GtkWidget *button)
{
  gint64 id = *(gint64 *) g_object_get_data (G_OBJECT (button), STAFF);

  dov_config_set_number ("staff", id, NULL);
  gtk_menu_button_popdown (self->user);
  dov_window_update_people (self);
}

static void
add_choice (DovWindow  *self,
            GtkBox     *box,
            gint64      id,
            const char *name,
            gboolean    is_present)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", name, "xalign", 0.0f, "hexpand", TRUE, NULL);

  gtk_box_append (GTK_BOX (line), label);
  if (is_present)
    gtk_box_append (GTK_BOX (line), gtk_image_new_from_icon_name ("object-select-symbolic"));
  gtk_button_set_child (GTK_BUTTON (button), line);
  gtk_widget_add_css_class (button, "flat");
  dov_name_widget (button, name);
  g_object_set_data_full (G_OBJECT (button), STAFF, g_memdup2 (&id, sizeof id), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (box, button);
}

static void
show_user (DovWindow *self)
{
  gint64 present = dov_config_get_number ("staff", 0);
  g_autofree char *name = present != 0 ? dup_short_name (self, present) : NULL;
  g_autoptr (GArray) staff = NULL;
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  const DovQuery at_work = { .where = "until IS NULL" };

  staff = dov_store_list (self->store, dov_staff_get_type (), &at_work, NULL);
  for (guint i = 0; staff != NULL && i < staff->len; i++)
    {
      gint64 id = g_array_index (staff, gint64, i);
      g_autofree char *other = dup_short_name (self, id);

      if (other != NULL)
        add_choice (self, GTK_BOX (box), id, other, id == present);
    }
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  gtk_menu_button_set_popover (self->user, popover);
  gtk_label_set_label (self->user_name, name != NULL ? name : _("Who is here?"));
  gtk_widget_set_visible (GTK_WIDGET (self->user), staff != NULL && staff->len > 0);
  dov_window_fit_header_soon (self);

  if (name != NULL)
    dov_store_set_user (self->store, name);
}

static char *
dup_lounge_words (DovWindow *self)
{
  g_autoptr (DovRecord) settings = dov_store_find_first (self->store, dov_settings_get_type (), NULL, NULL);
  gint64 id = settings != NULL ? DOV_SETTINGS (settings)->lounge_id : 0;
  g_autoptr (DovRecord) lounge = id != 0 ? dov_store_find (self->store, dov_lounge_get_type (), id, NULL) : NULL;
  g_autoptr (DovRecord) settlement = NULL;
  g_autoptr (DovRecord) host = NULL;

  if (lounge == NULL)
    return g_strdup ("");

  settlement = dov_store_find (self->store, dov_settlement_get_type (), DOV_LOUNGE (lounge)->settlement_id, NULL);
  host = dov_store_find (self->store, dov_organisation_get_type (), DOV_LOUNGE (lounge)->host_institution_id, NULL);

  return g_strdup_printf ("%s%s%s", settlement != NULL ? DOV_SETTLEMENT (settlement)->name : "",
                          settlement != NULL && host != NULL ? ", " : "",
                          host != NULL ? DOV_ORGANISATION (host)->short_name : "");
}

/* What cannot stay so on the roster. It takes more than a glance, so it is not in the way of what is being done. */
static gboolean
patrol_cb (gpointer data)
{
  DovWindow *self = data;

  self->patrol_glance = 0;
  if (self->store != NULL)
    dov_sidebar_set_count (self->sidebar, "patrol", dov_patrol_count_waiting (self->store));

  return G_SOURCE_REMOVE;
}

/* What waits stands as a number beside its section: past events that nobody has marked. */
static void
show_waiting (DovWindow *self)
{
  g_autoptr (DovRecord) settings = dov_store_find_first (self->store, dov_settings_get_type (), NULL, NULL);
  gint64 lounge = settings != NULL ? DOV_SETTINGS (settings)->lounge_id : 0;
  GDate since = dov_today ();
  GDate until = since;

  g_date_subtract_years (&since, 1);
  g_date_subtract_days (&until, 1);
  dov_sidebar_set_count (self->sidebar, "today",
                         dov_figures_count (self->store, DOV_FIGURE_UNCOUNTED, lounge, &since, &until, NULL));
  dov_sidebar_set_count (self->sidebar, "signals", (guint) dov_signal_clock_count_open (self->store, lounge));
  if (self->patrol_glance == 0)
    self->patrol_glance = g_timeout_add_full (G_PRIORITY_LOW, PATROL_PAUSE, patrol_cb, self, NULL);
}

/* The next start shows it before the file is read. */
static void
remember_lounge (const char *lounge)
{
  g_autofree char *remembered = dov_config_dup_text ("lounge");

  if (!g_str_equal (lounge, remembered))
    dov_config_set_text ("lounge", lounge, NULL);
}

/**
 * dov_window_update_people:
 *
 * Shows the lounge of this computer, whoever works at it and how much waits;
 * the store writes that name beside everything that is saved.
 */
void
dov_window_update_people (DovWindow *self)
{
  g_autofree char *lounge = NULL;

  if (self->store == NULL)
    {
      gtk_widget_set_visible (GTK_WIDGET (self->user), FALSE);
      dov_sidebar_set_lounge (self->sidebar, "");
      dov_sidebar_set_count (self->sidebar, "today", 0);
      return;
    }

  lounge = dup_lounge_words (self);
  dov_sidebar_set_lounge (self->sidebar, lounge);
  remember_lounge (lounge);
  show_user (self);
  show_waiting (self);
}

/* In larger letters the key of the search leaves its room to others. */
#define LARGE_TEXT 1.25

static void
show_step (DovWindow *self,
           int        step)
{
  const char *name = gtk_label_get_label (self->user_name);
  gboolean has_name = step < USER_IS_SIGN;
  gboolean has_search = step < SEARCH_IS_SIGN;
  gboolean has_action = step < ACTION_IS_SIGN;

  gtk_widget_set_visible (GTK_WIDGET (self->user_name), has_name);
  gtk_widget_set_visible (GTK_WIDGET (self->user_sign), !has_name);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->user), has_name ? self->user_tip : name);
  dov_name_widget (self->user, name);
  gtk_widget_set_visible (GTK_WIDGET (self->find_words), has_search);
  gtk_widget_set_visible (GTK_WIDGET (self->find_key), has_search && dov_text_scale () <= LARGE_TEXT);
  gtk_widget_set_visible (GTK_WIDGET (self->action_label), has_action);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->action), has_action ? NULL : gtk_label_get_label (self->action_label));
}

/* What the header takes to show all of it. The words to search with stand in the middle and leave the sides half of
 * the rest each, however little the other side needs; their sign alone gives way. */
static int
measure_wanted (DovWindow *self,
                gboolean   is_centred)
{
  GtkWidget *box = gtk_widget_get_ancestor (GTK_WIDGET (self->find_words), GTK_TYPE_CENTER_BOX);
  GtkWidget *parts[3] = { NULL };
  int sizes[G_N_ELEMENTS (parts)] = { 0 };
  int wanted;

  gtk_widget_measure (GTK_WIDGET (self->header), GTK_ORIENTATION_HORIZONTAL, -1, NULL, &wanted, NULL, NULL);
  if (box == NULL)
    return wanted;

  parts[0] = gtk_center_box_get_start_widget (GTK_CENTER_BOX (box));
  parts[1] = gtk_center_box_get_center_widget (GTK_CENTER_BOX (box));
  parts[2] = gtk_center_box_get_end_widget (GTK_CENTER_BOX (box));
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i] != NULL)
      gtk_widget_measure (parts[i], GTK_ORIENTATION_HORIZONTAL, -1, NULL, &sizes[i], NULL, NULL);
  wanted -= sizes[0] + sizes[1] + sizes[2];

  return is_centred ? wanted + sizes[1] + 2 * MAX (sizes[0], sizes[2]) : wanted + sizes[0] + sizes[1] + sizes[2];
}

static gboolean
fit_cb (gpointer data)
{
  DovWindow *self = data;
  int width = gtk_widget_get_width (GTK_WIDGET (self->header));

  self->fit_source = 0;
  self->fitted = width;
  self->fitted_height = gtk_widget_get_height (GTK_WIDGET (self));
  dov_sidebar_fit (self->sidebar, self->fitted_height / dov_text_scale ());
  for (int step = ALL_WORDS; step < N_STEPS; step++)
    {
      show_step (self, step);
      if (measure_wanted (self, step < SEARCH_IS_SIGN) <= width || width <= 0)
        break;
    }

  return G_SOURCE_REMOVE;
}

/**
 * dov_window_fit_header_soon:
 *
 * Asks the header to look again how many words it has room for. Not at once:
 * nothing may come and go while sizes are being given.
 */
void
dov_window_fit_header_soon (DovWindow *self)
{
  if (self->fit_source == 0)
    self->fit_source = g_idle_add_full (GTK_PRIORITY_RESIZE, fit_cb, self, NULL);
}

/* The section of a page that says none is that of the page below it. */
static const char *
find_section (DovWindow *self)
{
  for (guint i = 0; i < self->pages->len; i++)
    {
      const char *section = dov_page_get_section (dov_window_get_nth_page (self, i));

      if (*section != '\0')
        return section;
    }

  return "";
}

/* What a page is called where others read it too: while a visitor is near only its section is named. */
static const char *
get_shown_title (DovWindow *self,
                 DovPage   *page)
{
  const DovRoom *section = dov_rooms_find_section (find_section (self));

  if (page == NULL)
    return "";
  if (!dov_visitor_is_near ())
    return dov_page_get_title (page);

  return section != NULL ? _(section->label) : "";
}

/* In the list of windows, and on a picture that somebody takes of the screen. */
static void
show_title (DovWindow *self)
{
  const char *shown = get_shown_title (self, dov_window_get_nth_page (self, 0));
  /* Translators: the title of the window: “Families — Doverie” */
  g_autofree char *title = *shown != '\0' ? g_strdup_printf (_("%s — Doverie"), shown) : NULL;

  gtk_window_set_title (GTK_WINDOW (self), title != NULL ? title : _("Doverie"));
}

/* So many letters of a title are never cut. */
static int
count_chars (const char *title)
{
  return dov_text_scale () > HUGE_TEXT ? 4 : CLAMP (g_utf8_strlen (title, -1), 4, WHERE_CHARS);
}

static void
show_way_back (DovWindow *self)
{
  DovPage *below = dov_window_get_nth_page (self, 1);
  const char *title = get_shown_title (self, below);
  /* Translators: the button that goes back, with the title of the page it leads to */
  g_autofree char *words = g_strdup_printf (_("Back: %s"), title);

  gtk_widget_set_visible (GTK_WIDGET (self->back), below != NULL);
  gtk_label_set_label (self->back_to, title);
  gtk_label_set_width_chars (self->back_to, count_chars (title));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.back", below != NULL);
  if (below != NULL)
    dov_name_widget (self->back, words);
}

/* A section adds what is new; a covered record takes nothing. */
static gboolean
may_add (DovWindow *self)
{
  return !dov_window_is_covered (self) || self->pages->len == 1;
}

/* What leads elsewhere, or shows what such a page does not. */
static const char *const elsewhere[] = {
  "win.add", "win.search", "win.save", "win.section", "win.nth-section", "win.undo", "win.redo", "win.find",
  "win.document", "win.journal", "win.shortcuts", "win.about", "win.new-record", "win.door", "win.visitor",
};

/* While the page on top has the window for itself: takes away the sections and the header, and every key that leads
 * elsewhere. */
static void
give_room (DovWindow *self,
           gboolean   gives)
{
  gtk_widget_set_visible (GTK_WIDGET (self->sidebar), !gives);
  gtk_widget_set_visible (GTK_WIDGET (self->header), !gives);
  gtk_widget_set_visible (GTK_WIDGET (self->banner), !gives);
  if (self->has_given_room == gives)
    return;

  self->has_given_room = gives;
  for (guint i = 0; i < G_N_ELEMENTS (elsewhere); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), elsewhere[i], !gives);
  if (gives && self->toast != NULL)
    adw_toast_dismiss (self->toast);
  if (gives)
    dov_palette_close (self->palette);
}

/**
 * dov_window_update_header:
 *
 * Shows where we are, where we came from and what can be added here.
 */
void
dov_window_update_header (DovWindow *self)
{
  DovPage *page = dov_window_get_nth_page (self, 0);
  const char *label = page != NULL && may_add (self) ? dov_page_get_action_label (page) : "";
  const char *where = get_shown_title (self, page);

  show_way_back (self);
  gtk_widget_set_visible (GTK_WIDGET (self->where), dov_window_get_nth_page (self, 1) == NULL);
  gtk_label_set_label (self->where, where);
  gtk_label_set_width_chars (self->where, count_chars (where));
  gtk_widget_set_visible (GTK_WIDGET (self->action), *label != '\0');
  gtk_label_set_label (self->action_label, label);
  dov_name_widget (self->action, label);
  if (self->unfounded != NULL)
    gtk_widget_set_visible (self->unfounded, !DOV_IS_FOUNDING_PAGE (page));
  give_room (self, page != NULL && dov_page_is_whole_window (page));
  dov_sidebar_set_section (self->sidebar, find_section (self));
  dov_window_fit_header_soon (self);
  show_title (self);
}

/* The size of the letters in pixels. */
static double
find_text_size (void)
{
  g_autofree char *name = NULL;
  PangoFontDescription *font;
  double size;

  g_object_get (gtk_settings_get_default (), "gtk-font-name", &name, NULL);
  font = pango_font_description_from_string (name != NULL ? name : "");
  size = pango_font_description_get_size (font) / (double) PANGO_SCALE;
  if (!pango_font_description_get_size_is_absolute (font))
    size *= dov_text_scale () * 96 / 72;
  pango_font_description_free (font);

  return size;
}

/**
 * dov_window_follow_text_size:
 *
 * Takes the size of text that is set now: signs are a little higher than the letters.
 */
void
dov_window_follow_text_size (DovWindow *self)
{
  static const int sizes[] = { 16, 20, 24, 28, 32 };
  double wanted = find_text_size () * 1.1;
  guint best = 0;

  for (guint i = 1; i < G_N_ELEMENTS (sizes); i++)
    if (ABS (sizes[i] - wanted) < ABS (sizes[best] - wanted))
      best = i;
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autofree char *class = g_strdup_printf ("signs-%d", sizes[i]);

      dov_set_class (self, class, i == best);
    }
  dov_window_update_header (self);
}

static void
back_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  dov_go_back (widget);
}

/* What the page on top can do itself; else it is heard, and what adds elsewhere is told. A covered one does
 * nothing unseen. */
static void
page_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  static const struct
  {
    const char *name;
    gboolean  (*act) (DovPage *page);
  } acts[] = {
    { "win.add", dov_page_add },
    { "win.search", dov_page_search },
    { "win.save", dov_page_save },
  };
  DovWindow *self = DOV_WINDOW (widget);
  DovPage *page = dov_window_get_page (self);
  gboolean may = page != NULL && (g_str_equal (name, "win.add") ? may_add (self) : !dov_window_is_covered (self));

  for (guint i = 0; i < G_N_ELEMENTS (acts); i++)
    if (g_str_equal (name, acts[i].name) && (!may || !acts[i].act (page)))
      {
        gtk_widget_error_bell (widget);
        if (g_str_equal (name, "win.add"))
          dov_go_tell (self, dov_window_is_covered (self) ?
                       _("A visitor is near, so nothing is begun on this page. F9 shows it again") :
                       _("On this page nothing is added. Press Ctrl+K and type, for instance, “new family”"), 0);
      }
}

static void
section_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  dov_window_show_section (DOV_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
nth_section_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  DovWindow *self = DOV_WINDOW (widget);
  const char *section = dov_sidebar_get_nth (self->sidebar, g_variant_get_int32 (parameter) - 1);

  if (section != NULL)
    dov_window_show_section (self, section);
}

static gboolean
take_back (DovStore  *store,
           gpointer   operation,
           GError   **error)
{
  return dov_store_undo (store, *(gint64 *) operation, error);
}

static gboolean
not_taken_back (gpointer      from,
                const GError *error,
                gpointer      operation)
{
  dov_shell_show_error (DOV_SHELL (from), error);

  return TRUE;
}

/* What is older than this sitting, or larger than a deed, is asked about where one sees what it was. */
static void
undo (DovWindow *self,
      gint64     operation)
{
  DovPage *page = dov_window_get_page (self);

  if (dov_store_is_at_hand (self->store, operation, NULL))
    {
      dov_deed_do (self, self->store, &(DovDeed) { .act = take_back, .refused = not_taken_back, .data = &operation });
      return;
    }

  if (!dov_journal_page_ask (page, operation))
    {
      dov_go_to (self, dov_journal_page_new (self->store));
      dov_journal_page_ask (dov_window_get_page (self), operation);
    }
}

/* In a field these keys take back letters, never what was saved. */
static gboolean
is_typing (DovWindow *self)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (self));

  if (GTK_IS_TEXT (focus) && !gtk_editable_get_enable_undo (GTK_EDITABLE (focus)))
    return *gtk_editable_get_text (GTK_EDITABLE (focus)) != '\0';

  return (GTK_IS_TEXT (focus) || GTK_IS_TEXT_VIEW (focus)) && gtk_widget_get_mapped (focus);
}

static gboolean
undo_key (GtkWidget *widget,
          GVariant  *is_redo,
          gpointer   user_data)
{
  DovWindow *self = DOV_WINDOW (widget);
  DovPage *page = dov_window_get_page (self);
  gboolean redoes = g_variant_get_boolean (is_redo);

  /* In a form that is covered these keys would take back what was saved before it was begun. */
  if (dov_window_is_covered (self))
    {
      gtk_widget_error_bell (widget);
      return TRUE;
    }
  if (page != NULL && dov_page_undo (page, redoes))
    return TRUE;
  if (is_typing (self))
    gtk_widget_activate_action (gtk_root_get_focus (GTK_ROOT (self)), redoes ? "text.redo" : "text.undo", NULL);
  else if (self->store != NULL)
    gtk_widget_activate_action (widget, redoes ? "win.redo" : "win.undo", NULL);

  return TRUE;
}

static void
undo_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  DovWindow *self = DOV_WINDOW (widget);
  DovPage *page = dov_window_get_page (self);
  gboolean is_redo = g_str_equal (name, "win.redo");
  gint64 operation;

  if (self->store == NULL)
    return;

  operation = is_redo ? dov_store_find_redoable (self->store) : dov_store_find_undoable (self->store);
  if (page != NULL && dov_page_is_form (page))
    dov_go_tell (self, _("In a form only what is typed here is taken back. What was saved before: when the form is "
                         "closed, or in the journal, Ctrl+H"), 0);
  else if (operation != 0)
    undo (self, operation);
  else if (is_redo)
    dov_go_tell (self, _("There is nothing to do again. All that was done stands in the journal: Ctrl+H"), 0);
  else
    dov_go_tell (self, _("There is nothing more to take back since the program was opened. "
                         "What was done before is taken back in the journal: Ctrl+H"), 0);
}

static void
undo_operation_action (GtkWidget  *widget,
                       const char *name,
                       GVariant   *parameter)
{
  DovWindow *self = DOV_WINDOW (widget);

  if (self->store != NULL)
    undo (self, g_variant_get_int64 (parameter));
}

static void
find_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  DovWindow *self = DOV_WINDOW (widget);

  if (self->store != NULL)
    dov_palette_open (self->palette, self->store);
}

static void
document_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  DovWindow *self = DOV_WINDOW (widget);

  dov_window_show_section (self, "reports");
  if (DOV_IS_REPORTS_PAGE (dov_window_get_page (self)))
    dov_reports_page_choose (DOV_REPORTS_PAGE (dov_window_get_page (self)), g_variant_get_string (parameter, NULL));
}

static void
journal_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  DovWindow *self = DOV_WINDOW (widget);

  if (self->store != NULL)
    dov_go_to (self, dov_journal_page_new (self->store));
}

/* The door of the event that is seen, else of the one that begins next today. */
static void
door_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  DovWindow *self = DOV_WINDOW (widget);
  DovPage *page = dov_window_get_page (self);
  gint64 event;

  if (self->store == NULL || page == NULL)
    return;
  if (DOV_IS_EVENT_PAGE (page) && !dov_window_is_covered (self))
    {
      gtk_widget_activate_action (GTK_WIDGET (page), "event.door", NULL);
      return;
    }

  event = dov_today_find_soonest (self->store, dov_own_lounge_find (self->store));
  if (event != 0)
    dov_door_page_begin (widget, self->store, event);
  else
    dov_go_tell (self, _("Nothing is on today, so there is no door to open"), 0);
}

/* The door of an event that another page names. */
static void
open_door_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  if (DOV_WINDOW (widget)->store != NULL)
    dov_door_page_begin (widget, DOV_WINDOW (widget)->store, g_variant_get_int64 (parameter));
}

static void
shortcuts_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  dov_shortcuts_present (GTK_WINDOW (widget));
}

static void
about_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  dov_about_present (GTK_WINDOW (widget));
}

static void
close_notice_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  dov_window_clear_notice (DOV_WINDOW (widget));
}

/* F9. */
static void
visitor_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  dov_visitor_set_near (!dov_visitor_is_near ());
}

static void
new_record_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  DovWindow *self = DOV_WINDOW (widget);
  GType type = dov_registry_find (g_variant_get_string (parameter, NULL));
  g_autoptr (DovRecord) draft = NULL;

  g_return_if_fail (type != G_TYPE_INVALID && type != G_TYPE_NONE);

  if (self->store == NULL)
    return;

  draft = dov_record_new (type, 0);
  dov_go_form (self, draft);
}

static void
list_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  GType type = dov_registry_find (g_variant_get_string (parameter, NULL));

  g_return_if_fail (type != G_TYPE_INVALID && type != G_TYPE_NONE);

  if (DOV_WINDOW (widget)->store != NULL)
    dov_go_list (widget, type);
}

static void
add_keys (GtkWidgetClass *klass)
{
  static const char *const keys[][2] = {
    { "Escape", "win.back" }, { "<Alt>Left", "win.back" }, { "<Control>k", "win.find" }, { "<Control>f", "win.search" },
    { "<Control>n", "win.add" }, { "<Control>s", "win.save" }, { "<Control>h", "win.journal" },
    { "<Control>d", "win.door" }, { "<Control>question", "win.shortcuts" }, { "<Control>F1", "win.shortcuts" },
    { "F9", "win.visitor" },
  };
  g_autoptr (GtkShortcut) preferences =
    gtk_shortcut_new_with_arguments (dov_keys_trigger_new ("<Control>comma"),
                                     gtk_named_action_new ("win.section"), "s", "preferences");

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    dov_keys_class_add (klass, keys[i][0], keys[i][1]);

  gtk_widget_class_add_binding_action (klass, GDK_KEY_F1, 0, "win.section", "s", "help");
  gtk_widget_class_add_shortcut (klass, preferences);
  for (int i = 1; i <= 9; i++)
    {
      gtk_widget_class_add_binding_action (klass, GDK_KEY_0 + i, GDK_ALT_MASK, "win.nth-section", "i", i);
      gtk_widget_class_add_binding_action (klass, GDK_KEY_KP_0 + i, GDK_ALT_MASK, "win.nth-section", "i", i);
    }
}

/**
 * dov_window_class_add_actions:
 *
 * Installs the actions of the window and their keys.
 */
void
dov_window_class_add_actions (GtkWidgetClass *klass)
{
  static const struct
  {
    const char                        *name;
    const char                        *parameter;
    GtkWidgetActionActivateFunc        activate;
  } actions[] = {
    { "win.back", NULL, back_action },
    { "win.add", NULL, page_action },
    { "win.search", NULL, page_action },
    { "win.save", NULL, page_action },
    { "win.section", "s", section_action },
    { "win.nth-section", "i", nth_section_action },
    { "win.undo", NULL, undo_action },
    { "win.redo", NULL, undo_action },
    { "win.undo-operation", "x", undo_operation_action },
    { "win.find", NULL, find_action },
    { "win.document", "s", document_action },
    { "win.journal", NULL, journal_action },
    { "win.door", NULL, door_action },
    { "win.open-door", "x", open_door_action },
    { "win.shortcuts", NULL, shortcuts_action },
    { "win.about", NULL, about_action },
    { "win.close-notice", NULL, close_notice_action },
    { "win.new-record", "s", new_record_action },
    { "win.list", "s", list_action },
    { "win.visitor", NULL, visitor_action },
  };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (klass, actions[i].name, actions[i].parameter, actions[i].activate);
  add_keys (klass);
}

/* Under the Russian layout the key of “?” is a comma when Shift is down, and GTK would take it for that of the
 * settings. */
static gboolean
question_cb (GtkEventControllerKey *keys,
             guint                  key,
             guint                  code,
             GdkModifierType        modifiers,
             GtkWidget             *window)
{
  const GdkModifierType both = GDK_CONTROL_MASK | GDK_SHIFT_MASK;

  return key == GDK_KEY_comma && (modifiers & (both | GDK_ALT_MASK)) == both
         && gtk_widget_activate_action (window, "win.shortcuts", NULL);
}

/**
 * dov_window_add_first_keys:
 *
 * Lets the window have Ctrl+Z and its like before the field that has the keyboard: an empty search would take it and
 * have nothing to take back, and under the Russian layout alone a field does not know these keys. Ctrl+? under that
 * layout is the window's too.
 */
void
dov_window_add_first_keys (DovWindow *self)
{
  static const struct { const char *key; gboolean is_redo; } keys[] = {
    { "<Control>z", FALSE }, { "<Control><Shift>z", TRUE }, { "<Control>y", TRUE },
  };
  GtkEventController *question = gtk_event_controller_key_new ();
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (question, GTK_PHASE_CAPTURE);
  g_signal_connect (question, "key-pressed", G_CALLBACK (question_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), question);
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      GtkShortcut *shortcut = gtk_shortcut_new (dov_keys_trigger_new (keys[i].key),
                                                gtk_callback_action_new (undo_key, NULL, NULL));

      gtk_shortcut_set_arguments (shortcut, g_variant_new_boolean (keys[i].is_redo));
      gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller), shortcut);
    }
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}
