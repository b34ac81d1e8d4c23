/* dov-window-actions.c - what keys and menus do: undo, the palette, help, windows that stand apart */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-window-private.h"

#include <glib/gi18n.h>

#include "dov-about.h"
#include "dov-door-page.h"
#include "dov-event-page.h"
#include "dov-go.h"
#include "dov-journal-page.h"
#include "dov-own-lounge.h"
#include "dov-palette.h"
#include "dov-registry.h"
#include "dov-reports-page.h"
#include "dov-shortcuts.h"
#include "dov-today-events.h"
#include "dov-visitor.h"

static void
back_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  dov_go_back (widget);
}

/* What the page on top can do itself: there is nothing to be heard when it can. */
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
  DovPage *page = dov_window_get_page (DOV_WINDOW (widget));

  for (guint i = 0; i < G_N_ELEMENTS (acts); i++)
    if (g_str_equal (name, acts[i].name) && (page == NULL || !acts[i].act (page)))
      gtk_widget_error_bell (widget);
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

static void
tell_undone (DovWindow *self,
             gint64     operation,
             gboolean   is_redo)
{
  g_autofree char *what = dov_store_describe_operation (self->store, operation);
  g_autofree char *words = g_strdup_printf (is_redo ? _("Done again: %s") : _("Taken back: %s"), what);

  dov_go_tell (self, words, dov_store_get_last_operation (self->store));
}

static void
undo (DovWindow *self,
      gint64     operation,
      gboolean   is_redo)
{
  g_autoptr (GError) error = NULL;

  if (operation == 0)
    {
      dov_go_tell (self, is_redo ? _("There is nothing to do again") : _("There is nothing to take back"), 0);
      return;
    }

  if (dov_store_undo (self->store, operation, &error))
    tell_undone (self, operation, is_redo);
  else
    dov_shell_show_error (DOV_SHELL (self), error);
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

  if (page != NULL && dov_page_undo (page, g_variant_get_boolean (is_redo)))
    return TRUE;
  if (self->store == NULL || is_typing (self))
    return FALSE;

  gtk_widget_activate_action (widget, g_variant_get_boolean (is_redo) ? "win.redo" : "win.undo", NULL);

  return TRUE;
}

static void
undo_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  DovWindow *self = DOV_WINDOW (widget);
  gboolean is_redo = g_str_equal (name, "win.redo");

  if (self->store != NULL)
    undo (self, is_redo ? dov_store_find_redoable (self->store) : dov_store_find_undoable (self->store), is_redo);
}

static void
undo_operation_action (GtkWidget  *widget,
                       const char *name,
                       GVariant   *parameter)
{
  DovWindow *self = DOV_WINDOW (widget);

  if (self->store != NULL)
    undo (self, g_variant_get_int64 (parameter), FALSE);
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
  if (DOV_IS_EVENT_PAGE (page))
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
add_keys (GtkWidgetClass *klass)
{
  static const struct
  {
    guint           key;
    GdkModifierType modifiers;
    const char     *action;
  } keys[] = {
    { GDK_KEY_Escape, 0, "win.back" },
    { GDK_KEY_Left, GDK_ALT_MASK, "win.back" },
    { GDK_KEY_k, GDK_CONTROL_MASK, "win.find" },
    { GDK_KEY_f, GDK_CONTROL_MASK, "win.search" },
    { GDK_KEY_n, GDK_CONTROL_MASK, "win.add" },
    { GDK_KEY_s, GDK_CONTROL_MASK, "win.save" },
    { GDK_KEY_h, GDK_CONTROL_MASK, "win.journal" },
    { GDK_KEY_d, GDK_CONTROL_MASK, "win.door" },
    { GDK_KEY_question, GDK_CONTROL_MASK, "win.shortcuts" },
    { GDK_KEY_F1, GDK_CONTROL_MASK, "win.shortcuts" },
    { GDK_KEY_F9, 0, "win.visitor" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (klass, keys[i].key, keys[i].modifiers, keys[i].action, NULL);

  gtk_widget_class_add_binding_action (klass, GDK_KEY_F1, 0, "win.section", "s", "help");
  gtk_widget_class_add_binding_action (klass, GDK_KEY_comma, GDK_CONTROL_MASK, "win.section", "s", "preferences");
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
    { "win.visitor", NULL, visitor_action },
  };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (klass, actions[i].name, actions[i].parameter, actions[i].activate);
  add_keys (klass);
}

static void
add_undo_key (GtkShortcutController *keys,
              GdkModifierType        modifiers,
              gboolean               is_redo)
{
  GtkShortcut *shortcut = gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_z, modifiers),
                                            gtk_callback_action_new (undo_key, NULL, NULL));

  gtk_shortcut_set_arguments (shortcut, g_variant_new_boolean (is_redo));
  gtk_shortcut_controller_add_shortcut (keys, shortcut);
}

/**
 * dov_window_add_undo_keys:
 *
 * Lets the window have Ctrl+Z before the field that has the keyboard: an empty
 * search would take it and have nothing to take back.
 */
void
dov_window_add_undo_keys (DovWindow *self)
{
  GtkShortcutController *keys = GTK_SHORTCUT_CONTROLLER (gtk_shortcut_controller_new ());

  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (keys), GTK_PHASE_CAPTURE);
  add_undo_key (keys, GDK_CONTROL_MASK, FALSE);
  add_undo_key (keys, GDK_CONTROL_MASK | GDK_SHIFT_MASK, TRUE);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (keys));
}
