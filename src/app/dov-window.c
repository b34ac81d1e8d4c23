/* dov-window.c - the one window: sections at the left, pages one over the other, undo below */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-window-private.h"

#include <glib/gi18n.h>

#include "dov-config.h"
#include "dov-door-lock.h"
#include "dov-door-page.h"
#include "dov-errors.h"
#include "dov-founding-page.h"
#include "dov-go.h"
#include "dov-keys.h"
#include "dov-label.h"
#include "dov-notice.h"
#include "dov-paper-page.h"
#include "dov-rooms.h"
#include "dov-spoken.h"
#include "dov-visitor.h"
#include "dov-widgets.h"

static void dov_window_shell_init (DovShellInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (DovWindow, dov_window, ADW_TYPE_APPLICATION_WINDOW,
                               G_IMPLEMENT_INTERFACE (DOV_TYPE_SHELL, dov_window_shell_init))

/**
 * dov_window_get_nth_page:
 * @from_top: 0 for the page that is shown, 1 for the one below it
 *
 * Returns: (transfer none) (nullable): the page
 */
DovPage *
dov_window_get_nth_page (DovWindow *self,
                         guint      from_top)
{
  return from_top < self->pages->len ? self->pages->pdata[self->pages->len - 1 - from_top] : NULL;
}

static void
page_notify_cb (DovWindow *self)
{
  dov_window_update_header (self);
}

static GtkWidget *
cover_new (DovWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *find = gtk_button_new_with_label (_("Find the visitor’s family"));
  GtkWidget *show = gtk_button_new_with_label (_("Show everything again"));
  GtkWidget *cover = g_object_new (ADW_TYPE_STATUS_PAGE,
                                   "icon-name", "view-conceal-symbolic",
                                   "title", _("A visitor is near"),
                                   "description", _("This page is about others and is covered. F9 shows it again."),
                                   "child", box, NULL);

  self->find_family = find;
  gtk_widget_set_halign (box, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (find, "pill");
  gtk_widget_add_css_class (find, "suggested-action");
  gtk_widget_add_css_class (show, "pill");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (find), "win.find");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (show), "win.visitor");
  gtk_box_append (GTK_BOX (box), find);
  gtk_box_append (GTK_BOX (box), show);

  return cover;
}

/* The page, or what covers it while a visitor is near. */
static GtkWidget *
get_seen (DovWindow *self,
          DovPage   *page)
{
  if (!dov_visitor_is_near () || dov_page_is_for_visitors (page))
    return GTK_WIDGET (page);

  if (self->cover == NULL)
    {
      self->cover = cover_new (self);
      gtk_stack_add_child (self->stack, self->cover);
    }

  return self->cover;
}

/**
 * dov_window_is_covered:
 *
 * Returns: whether the page on top is covered, so that neither eyes nor hands may reach it
 */
gboolean
dov_window_is_covered (DovWindow *self)
{
  return self->cover != NULL && gtk_stack_get_visible_child (self->stack) == self->cover;
}

/* The page or its cover. What is covered is not there at all: it takes no keyboard and no key of its own, and is not
 * read out; nor is what it had to say above it. */
static void
show_seen (DovWindow *self,
           DovPage   *page)
{
  GtkWidget *seen = get_seen (self, page);
  gboolean is_covered = seen != GTK_WIDGET (page);

  /* The stack remembers where the keyboard was on a page that is still there. */
  if (is_covered)
    gtk_stack_set_visible_child (self->stack, seen);
  gtk_widget_set_visible (GTK_WIDGET (page), !is_covered);
  gtk_widget_set_sensitive (GTK_WIDGET (page), !is_covered);
  if (!is_covered)
    gtk_stack_set_visible_child (self->stack, seen);
  if (self->notice != NULL)
    gtk_widget_set_visible (self->notice, !is_covered);
}

/* Work begins where the page says; over a covered one by finding the visitor's own family, never by uncovering. */
static void
focus_seen (DovWindow *self,
            DovPage   *page)
{
  if (dov_window_is_covered (self))
    gtk_widget_grab_focus (self->find_family);
  else
    dov_page_focus (page);
}

static void
show_top (DovWindow *self)
{
  DovPage *page = dov_window_get_nth_page (self, 0);

  if (page == NULL)
    return;

  dov_window_clear_notice (self);
  /* What was done there is told there. At the door names are called out; they do not stay when it is left at once. */
  if (self->toast != NULL && (dov_visitor_is_near () || (self->toast_page != NULL && self->toast_page != page)))
    adw_toast_dismiss (self->toast);
  show_seen (self, page);
  dov_window_update_header (self);
  focus_seen (self, page);
}

static void
put_on_top (DovWindow *self,
            DovPage   *page)
{
  static const char *const told[] = { "notify::title", "notify::section", "notify::action-label",
                                      "notify::whole-window" };

  g_ptr_array_add (self->pages, g_object_ref (page));
  if (gtk_widget_get_parent (GTK_WIDGET (page)) == NULL)
    gtk_stack_add_child (self->stack, GTK_WIDGET (page));
  for (guint i = 0; i < G_N_ELEMENTS (told); i++)
    g_signal_connect_object (page, told[i], G_CALLBACK (page_notify_cb), self, G_CONNECT_SWAPPED);
}

/* The first page of a section stays in the stack, unseen, for the next visit. The keyboard leaves any other before it goes:
 * GTK would take it away with the next frame only, and by then what it stood in is gone, or the whole window. */
static void
take_from_top (DovWindow *self)
{
  g_autoptr (DovPage) page = g_object_ref (dov_window_get_nth_page (self, 0));
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (self));

  g_signal_handlers_disconnect_by_func (page, page_notify_cb, self);
  g_ptr_array_set_size (self->pages, self->pages->len - 1);
  if (g_hash_table_lookup (self->roots, dov_page_get_section (page)) == page)
    return;

  if (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (page)))
    gtk_root_set_focus (GTK_ROOT (self), NULL);
  gtk_stack_remove (self->stack, GTK_WIDGET (page));
}

/**
 * dov_window_leave_all:
 *
 * Asks every open page to be left, the one on top first, and closes them
 * until one refuses.
 *
 * Returns: %TRUE when all are closed
 */
gboolean
dov_window_leave_all (DovWindow *self)
{
  g_return_val_if_fail (DOV_IS_WINDOW (self), TRUE);

  while (self->pages->len > 0)
    {
      if (!dov_page_leave (dov_window_get_nth_page (self, 0)))
        {
          show_top (self);
          return FALSE;
        }
      take_from_top (self);
    }

  return TRUE;
}

/**
 * dov_window_show_section:
 * @name: the section, as in the sidebar
 *
 * Leaves what is open and shows the first page of the section.
 */
void
dov_window_show_section (DovWindow  *self,
                         const char *name)
{
  DovPage *page;

  g_return_if_fail (DOV_IS_WINDOW (self));

  /* Help is there also when no file is. */
  if (self->store == NULL && g_str_equal (name, "help"))
    {
      dov_go_to (self, dov_rooms_open_section (NULL, name));
      return;
    }

  if (self->store == NULL || dov_rooms_find_section (name) == NULL || !dov_window_leave_all (self))
    {
      dov_window_update_header (self);
      return;
    }

  page = g_hash_table_lookup (self->roots, name);
  if (page == NULL)
    {
      page = dov_rooms_open_section (self->store, name);
      g_hash_table_insert (self->roots, g_strdup (name), page);
    }

  put_on_top (self, page);
  show_top (self);
}

/* Without a file no section can be opened. */
static void
allow_sections (DovWindow *self)
{
  gtk_widget_set_sensitive (GTK_WIDGET (self->sidebar), self->store != NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->find_all), self->store != NULL);
}

/**
 * dov_window_show_only:
 * @page: (transfer floating): the only page, such as one that says why the file cannot be opened
 */
void
dov_window_show_only (DovWindow *self,
                      DovPage   *page)
{
  g_return_if_fail (DOV_IS_WINDOW (self));

  if (!dov_window_leave_all (self))
    return;

  allow_sections (self);
  put_on_top (self, page);
  show_top (self);
}

/**
 * dov_window_get_page:
 *
 * Returns: (transfer none) (nullable): the page that is shown
 */
DovPage *
dov_window_get_page (DovWindow *self)
{
  g_return_val_if_fail (DOV_IS_WINDOW (self), NULL);

  return dov_window_get_nth_page (self, 0);
}

/* Above the page. */
static void
add_notice (DovWindow *self,
            GtkWidget *notice)
{
  g_object_set (notice, "margin-start", 24, "margin-end", 24, "margin-top", 12, NULL);
  gtk_box_append (self->banner, notice);
}

/* Nobody takes the invented people of the example for those of the club, or works in it for long. */
static void
show_demo (DovWindow *self)
{
  GtkWidget *notice;
  GtkWidget *button;

  if (self->store == NULL || !dov_store_is_demo (self->store))
    return;

  notice = dov_notice_new (DOV_NOTICE_INFORMS, _("This is an example with invented people"), "");
  button = dov_notice_add_action (DOV_NOTICE (notice), _("Begin work in our lounge"), NULL);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "app.create");
  add_notice (self, notice);
}

/* Without a lounge papers have no head and nobody signs them: as long as it is not founded, the way to it is here. */
static void
show_unfounded (DovWindow *self)
{
  GtkWidget *button;

  if (self->store == NULL || !dov_founding_page_is_needed (self->store))
    return;

  self->unfounded = dov_notice_new (DOV_NOTICE_WARNS, _("This file has no lounge yet"),
                                    _("Say which lounge it is and who runs it: papers are headed and signed by it."));
  button = dov_notice_add_action (DOV_NOTICE (self->unfounded), _("About the lounge"), NULL);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", "lounge");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.new-record");
  add_notice (self, self->unfounded);
}

/* A file that is an example, or may only be looked at, says so as long as it is open. */
static void
show_kind_of_file (DovWindow *self)
{
  GtkWidget *notice;
  GtkWidget *button;

  self->notice = NULL;
  self->unfounded = NULL;
  dov_clear_box (self->banner);

  show_demo (self);
  show_unfounded (self);
  if (self->store == NULL || !dov_store_is_read_only (self->store))
    return;

  notice = dov_notice_new (DOV_NOTICE_WARNS, _("Looking only"),
                           _("The file is open elsewhere or may not be written. "
                             "Everything can be read and saved as workbooks, nothing can be changed."));
  button = dov_notice_add_action (DOV_NOTICE (notice), _("Open for work"), NULL);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", dov_store_get_path (self->store));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "app.open-file");
  add_notice (self, notice);
}

static void
committed_cb (DovStore  *store,
              DovWindow *self)
{
  dov_window_update_people (self);
  /* The lounge was founded, or that was taken back. */
  if ((self->unfounded != NULL) != dov_founding_page_is_needed (store))
    show_kind_of_file (self);
}

/**
 * dov_window_expect_store:
 *
 * Looks as it will with a file of data, before that is read: nothing moves when it comes.
 */
void
dov_window_expect_store (DovWindow *self)
{
  g_autofree char *lounge = dov_config_dup_text ("lounge");

  g_return_if_fail (DOV_IS_WINDOW (self));

  gtk_widget_set_sensitive (GTK_WIDGET (self->sidebar), TRUE);
  gtk_widget_set_sensitive (GTK_WIDGET (self->find_all), TRUE);
  dov_sidebar_set_lounge (self->sidebar, lounge);
  dov_sidebar_set_section (self->sidebar, "today");
  gtk_label_set_label (self->where, _(dov_rooms_find_section ("today")->label));
}

/* Goes on at the door that stood open when the program ended, whatever ended it. One without a PIN is not opened
 * again on another day. */
static void
take_up_door (DovWindow *self)
{
  gint64 event = dov_door_find_open (self->store);
  DovPage *page = NULL;

  if (event == 0 || dov_store_is_read_only (self->store))
    return;

  page = dov_door_page_new_open (self->store, event);
  if (page != NULL)
    dov_go_to (self, page);
  else
    dov_door_force (self->store, NULL);
}

/**
 * dov_window_set_store:
 * @store: (nullable): the records to show; pages over another store are closed
 */
void
dov_window_set_store (DovWindow *self,
                      DovStore  *store)
{
  GHashTableIter iter;
  gpointer page;

  g_return_if_fail (DOV_IS_WINDOW (self));

  if (self->store == store)
    return;

  while (self->pages->len > 0)
    take_from_top (self);

  g_hash_table_iter_init (&iter, self->roots);
  while (g_hash_table_iter_next (&iter, NULL, &page))
    gtk_stack_remove (self->stack, page);
  g_hash_table_remove_all (self->roots);

  if (self->store != NULL)
    g_signal_handlers_disconnect_by_func (self->store, committed_cb, self);
  g_set_object (&self->store, store);
  allow_sections (self);
  dov_palette_close (self->palette);
  show_kind_of_file (self);
  dov_window_update_people (self);

  if (store == NULL)
    return;

  g_signal_connect_object (store, "committed", G_CALLBACK (committed_cb), self, 0);
  dov_window_show_section (self, "today");
  if (dov_founding_page_is_needed (store))
    dov_go_to (self, dov_founding_page_new (store));
  take_up_door (self);
}

static void
section_chosen_cb (DovSidebar *sidebar,
                   const char *name,
                   DovWindow  *self)
{
  dov_window_show_section (self, name);
}

static DovStore *
dov_window_get_store (DovShell *shell)
{
  return DOV_WINDOW (shell)->store;
}

static void
dov_window_go_back (DovShell *shell)
{
  DovWindow *self = DOV_WINDOW (shell);

  if (self->pages->len < 2 || !dov_page_leave (dov_window_get_nth_page (self, 0)))
    return;

  take_from_top (self);
  show_top (self);
}

static void
dov_window_push (DovShell *shell,
                 DovPage  *page)
{
  DovWindow *self = DOV_WINDOW (shell);
  DovPage *present = dov_window_get_nth_page (self, 0);

  /* Nothing is laid over a page that has the window for itself: it goes first, if it lets itself be left. */
  if (present != NULL && dov_page_is_whole_window (present))
    {
      dov_window_go_back (shell);
      if (dov_window_get_nth_page (self, 0) == present)
        {
          g_object_ref_sink (page);
          g_object_unref (page);
          return;
        }
    }

  put_on_top (self, page);
  show_top (self);
}

static void
dov_window_open_record (DovShell *shell,
                        GType     type,
                        gint64    id)
{
  dov_go_to (shell, dov_rooms_open_record (DOV_WINDOW (shell)->store, type, id));
}

static void
dov_window_new_record (DovShell  *shell,
                       DovRecord *draft)
{
  DovStore *store = DOV_WINDOW (shell)->store;

  /* What would be typed could not be saved. */
  if (dov_store_is_read_only (store))
    dov_go_tell (shell, _("The file is open to look only: nothing can be added"), 0);
  else
    dov_go_to (shell, dov_rooms_open_new (store, draft));
}

static void
dov_window_open_list (DovShell *shell,
                      GType     type)
{
  dov_go_to (shell, dov_rooms_open_list (DOV_WINDOW (shell)->store, type));
}

static void
dov_window_open_ids (DovShell   *shell,
                     GType       type,
                     const char *title,
                     GArray     *ids)
{
  dov_go_to (shell, dov_rooms_open_ids (DOV_WINDOW (shell)->store, type, title, ids));
}

static void
dov_window_open_draft (DovShell *shell,
                       gint64    number)
{
  dov_go_to (shell, dov_rooms_open_draft (DOV_WINDOW (shell)->store, number));
}

static void
dov_window_open_paper (DovShell   *shell,
                       const char *code,
                       gint64      subject)
{
  dov_go_to (shell, dov_paper_page_new (DOV_WINDOW (shell)->store, code, subject));
}

/* libadwaita says the words of one button twice, and of the other the class of its icon. */
static void
name_buttons (GtkWidget *around)
{
  for (GtkWidget *child = gtk_widget_get_first_child (around); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (!GTK_IS_BUTTON (child))
      name_buttons (child);
    else
      dov_name_widget (child, gtk_widget_has_css_class (child, "circular") ? _("Close the message")
                                                                          : gtk_button_get_label (GTK_BUTTON (child)));
}

/* Many a deed leads to another page: where that has ended the toast belongs. */
static gboolean
toast_has_come_cb (gpointer data)
{
  DovWindow *self = data;

  self->toast_comes = 0;
  g_set_weak_pointer (&self->toast_page, dov_window_get_page (self));

  return G_SOURCE_REMOVE;
}

static void
dov_window_show_toast (DovShell   *shell,
                       const char *words,
                       gint64      operation)
{
  DovWindow *self = DOV_WINDOW (shell);
  /* What was done names a family more often than not. */
  gboolean is_covered = operation != 0 && dov_visitor_is_near ();
  g_autofree char *escaped = g_markup_escape_text (is_covered ? _("It is done") : words, -1);
  AdwToast *toast = adw_toast_new (escaped);

  /* “Undo” is always that of the last thing done, never of one before it. */
  if (self->toast != NULL)
    adw_toast_dismiss (self->toast);
  g_set_weak_pointer (&self->toast, toast);
  g_clear_weak_pointer (&self->toast_page);
  if (self->toast_comes == 0)
    self->toast_comes = g_idle_add (toast_has_come_cb, self);

  if (operation != 0)
    {
      adw_toast_set_button_label (toast, _("Undo"));
      adw_toast_set_action_name (toast, "win.undo-operation");
      adw_toast_set_action_target (toast, "x", operation);
    }
  adw_toast_overlay_add_toast (self->toasts, toast);
  name_buttons (gtk_widget_get_last_child (GTK_WIDGET (self->toasts)));
  dov_tell (self, is_covered ? _("It is done") : words);
}

/**
 * dov_window_clear_notice:
 *
 * What went wrong has been read.
 */
void
dov_window_clear_notice (DovWindow *self)
{
  if (self->notice != NULL)
    gtk_box_remove (self->banner, self->notice);
  self->notice = NULL;
}

/* Above the page, so that two sentences fit; it stays until it is read or the page changes. */
static void
dov_window_show_notice (DovShell  *shell,
                        GtkWidget *notice)
{
  DovWindow *self = DOV_WINDOW (shell);

  dov_window_clear_notice (self);
  if (notice == NULL)
    return;

  self->notice = notice;
  add_notice (self, notice);
  gtk_widget_set_visible (notice, !dov_window_is_covered (self));
}

static void
dov_window_show_error (DovShell     *shell,
                       const GError *error)
{
  g_autofree char *words = NULL;
  GtkWidget *notice, *button;

  g_return_if_fail (error != NULL);

  words = dov_errors_dup_words (error);
  notice = dov_notice_new (DOV_NOTICE_REFUSES, words, "");
  button = dov_notice_add_action (DOV_NOTICE (notice), _("Got it"), NULL);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.close-notice");
  dov_window_show_notice (shell, notice);
}

static void
dov_window_shell_init (DovShellInterface *iface)
{
  iface->get_store = dov_window_get_store;
  iface->push = dov_window_push;
  iface->go_back = dov_window_go_back;
  iface->open_record = dov_window_open_record;
  iface->new_record = dov_window_new_record;
  iface->open_list = dov_window_open_list;
  iface->open_ids = dov_window_open_ids;
  iface->open_draft = dov_window_open_draft;
  iface->open_paper = dov_window_open_paper;
  iface->show_notice = dov_window_show_notice;
  iface->show_toast = dov_window_show_toast;
  iface->show_error = dov_window_show_error;
}

/**
 * dov_window_new:
 *
 * Returns: (transfer none): the window, which the application owns
 */
DovWindow *
dov_window_new (GtkApplication *application)
{
  return g_object_new (DOV_TYPE_WINDOW, "application", application, NULL);
}

/* Whoever sends the keyboard to what is hidden from a visitor, it does not arrive there. */
static void
keep_keyboard_seen (DovWindow *self)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (self));

  if (!dov_visitor_is_near () || focus == NULL || gtk_widget_get_mapped (focus))
    return;

  gtk_root_set_focus (GTK_ROOT (self), NULL);
  if (!gtk_widget_child_focus (gtk_stack_get_visible_child (self->stack), GTK_DIR_TAB_FORWARD))
    gtk_root_set_focus (GTK_ROOT (self), NULL);
}

/* What is open beside the page names people: a menu, what a field has found. */
static void
close_popovers (GtkWidget *inside)
{
  if (GTK_IS_POPOVER (inside))
    gtk_popover_popdown (GTK_POPOVER (inside));
  for (GtkWidget *child = gtk_widget_get_first_child (inside); child != NULL; child = gtk_widget_get_next_sibling (child))
    close_popovers (child);
}

/* Whether the keyboard is where a person sees it, and not at the eye: the next Space would uncover everything. */
static gboolean
is_well_placed (DovWindow *self)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (self));

  return focus != NULL && gtk_widget_get_mapped (focus) && focus != GTK_WIDGET (self->visitor);
}

static void
visitor_cb (GtkWidget *widget,
            gboolean   is_near)
{
  DovWindow *self = DOV_WINDOW (widget);
  DovPage *page = dov_window_get_page (self);

  gtk_toggle_button_set_active (self->visitor, is_near);
  dov_palette_close (self->palette);
  if (is_near)
    close_popovers (widget);
  /* A toast may name somebody else. */
  if (self->toast != NULL && is_near)
    adw_toast_dismiss (self->toast);
  if (page == NULL)
    return;
  show_seen (self, page);
  /* What was said above a page that stays open may be about somebody else. */
  if (is_near && self->notice != NULL)
    gtk_widget_set_visible (self->notice, FALSE);
  dov_window_update_header (self);
  if (dov_window_is_covered (self) || !is_well_placed (self))
    focus_seen (self, page);
  keep_keyboard_seen (self);
}

static void
eye_toggled_cb (GtkToggleButton *button)
{
  dov_visitor_set_near (gtk_toggle_button_get_active (button));
}

/* Follows F9 and the crossed eye of the header. */
static void
watch_visitor (DovWindow *self)
{
  g_signal_connect_object (self->visitor, "toggled", G_CALLBACK (eye_toggled_cb), self, 0);
  g_signal_connect (self, "notify::focus-widget", G_CALLBACK (keep_keyboard_seen), NULL);
  dov_visitor_watch (GTK_WIDGET (self), visitor_cb);
}

/**
 * dov_window_end:
 *
 * Closes the window because the computer is shut down: a door that has a PIN
 * cannot hold that up, and stands open again at the next start.
 */
void
dov_window_end (DovWindow *self)
{
  g_return_if_fail (DOV_IS_WINDOW (self));

  self->ends = TRUE;
  gtk_window_close (GTK_WINDOW (self));
}

static void
remember_size (DovWindow *self)
{
  gboolean is_maximised = gtk_window_is_maximized (GTK_WINDOW (self));
  int width, height;

  dov_config_set_number ("maximised", is_maximised, NULL);
  if (!is_maximised)
    {
      /* What the window holds is smaller than the window by its frame. */
      gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
      dov_config_set_number ("width", width, NULL);
      dov_config_set_number ("height", height, NULL);
    }
}

/* Open forms keep their drafts; one that cannot keeps the window open. */
static gboolean
dov_window_close_request (GtkWindow *window)
{
  DovWindow *self = DOV_WINDOW (window);

  if (!dov_window_leave_all (self) && !self->ends)
    return TRUE;

  remember_size (self);

  return GTK_WINDOW_CLASS (dov_window_parent_class)->close_request (window);
}

static void
dov_window_size_allocate (GtkWidget *widget,
                          int        width,
                          int        height,
                          int        baseline)
{
  DovWindow *self = DOV_WINDOW (widget);

  GTK_WIDGET_CLASS (dov_window_parent_class)->size_allocate (widget, width, height, baseline);
  if (gtk_widget_get_width (GTK_WIDGET (self->header)) != self->fitted || height != self->fitted_height)
    dov_window_fit_header_soon (self);
}

static void
dov_window_dispose (GObject *object)
{
  DovWindow *self = DOV_WINDOW (object);

  g_clear_handle_id (&self->fit_source, g_source_remove);
  g_clear_handle_id (&self->patrol_glance, g_source_remove);
  g_clear_handle_id (&self->toast_comes, g_source_remove);
  g_clear_pointer (&self->user_tip, g_free);
  if (self->pages != NULL)
    g_ptr_array_set_size (self->pages, 0);
  g_clear_pointer (&self->pages, g_ptr_array_unref);
  g_clear_pointer (&self->roots, g_hash_table_unref);
  g_clear_object (&self->store);
  g_clear_weak_pointer (&self->toast);
  g_clear_weak_pointer (&self->toast_page);

  G_OBJECT_CLASS (dov_window_parent_class)->dispose (object);
}

/* Where no page has taken the keyboard yet, newer GTK puts it into the first row that it finds under the sections: the bin,
 * which would look chosen. */
static void
dov_window_show (GtkWidget *widget)
{
  GtkWidget *focus;

  GTK_WIDGET_CLASS (dov_window_parent_class)->show (widget);
  focus = gtk_root_get_focus (GTK_ROOT (widget));
  if (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (DOV_WINDOW (widget)->sidebar)))
    gtk_root_set_focus (GTK_ROOT (widget), NULL);
}

static void
dov_window_class_init (DovWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dov_window_dispose;
  widget_class->show = dov_window_show;
  widget_class->size_allocate = dov_window_size_allocate;

  g_type_ensure (DOV_TYPE_SIDEBAR);
  g_type_ensure (DOV_TYPE_PALETTE);
  gtk_widget_class_set_template_from_resource (widget_class, DOV_RESOURCES "/ui/dov-window.ui");
  gtk_widget_class_bind_template_child (widget_class, DovWindow, sidebar);
  gtk_widget_class_bind_template_child (widget_class, DovWindow, header);
  gtk_widget_class_bind_template_child (widget_class, DovWindow, back);
  gtk_widget_class_bind_template_child (widget_class, DovWindow, back_to);
  gtk_widget_class_bind_template_child (widget_class, DovWindow, where);
  gtk_widget_class_bind_template_child (widget_class, DovWindow, action);
  gtk_widget_class_bind_template_child (widget_class, DovWindow, action_label);
  gtk_widget_class_bind_template_child (widget_class, DovWindow, find_all);
  gtk_widget_class_bind_template_child (widget_class, DovWindow, user);
  gtk_widget_class_bind_template_child (widget_class, DovWindow, user_name);
  gtk_widget_class_bind_template_child (widget_class, DovWindow, visitor);
  gtk_widget_class_bind_template_child (widget_class, DovWindow, user_sign);
  gtk_widget_class_bind_template_child (widget_class, DovWindow, find_words);
  gtk_widget_class_bind_template_child (widget_class, DovWindow, find_key);
  gtk_widget_class_bind_template_child (widget_class, DovWindow, banner);
  gtk_widget_class_bind_template_child (widget_class, DovWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, DovWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, DovWindow, palette);
  gtk_widget_class_bind_template_callback (widget_class, section_chosen_cb);

  GTK_WINDOW_CLASS (klass)->close_request = dov_window_close_request;
  dov_keys_teach_fields ();
  dov_window_class_add_actions (widget_class);
}

static void
dov_window_init (DovWindow *self)
{
  self->pages = g_ptr_array_new_with_free_func (g_object_unref);
  self->roots = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
  dov_hush_unseen (self->stack);
  dov_name_by_tips (GTK_WIDGET (self));
  dov_name_widget (self->find_all, _("Find anything"));
  self->user_tip = g_strdup (gtk_widget_get_tooltip_text (GTK_WIDGET (self->user)));
  gtk_widget_set_sensitive (GTK_WIDGET (self->sidebar), FALSE);
  gtk_widget_set_sensitive (GTK_WIDGET (self->find_all), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (self), dov_config_get_number ("width", 1366),
                               dov_config_get_number ("height", 768));
  if (dov_config_get_number ("maximised", FALSE))
    gtk_window_maximize (GTK_WINDOW (self));
  g_signal_connect_object (gtk_settings_get_default (), "notify::gtk-xft-dpi",
                           G_CALLBACK (dov_window_follow_text_size), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_settings_get_default (), "notify::gtk-font-name",
                           G_CALLBACK (dov_window_follow_text_size), self, G_CONNECT_SWAPPED);
  dov_window_add_first_keys (self);
  watch_visitor (self);
  dov_window_follow_text_size (self);
}
