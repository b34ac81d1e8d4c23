/* dov-window-private.h - what the files of the window share */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-palette.h"
#include "dov-sidebar.h"
#include "dov-window.h"

G_BEGIN_DECLS

struct _DovWindow
{
  AdwApplicationWindow  parent_instance;

  DovStore             *store;
  GPtrArray            *pages;     /* from the first page of the section to the one shown */
  GHashTable           *roots;     /* section → its first page, kept with its search and scroll */

  DovSidebar           *sidebar;
  AdwHeaderBar         *header;
  GtkButton            *back;
  GtkLabel             *back_to;
  GtkLabel             *where;
  GtkButton            *action;
  GtkLabel             *action_label;
  GtkButton            *find_all;
  GtkLabel             *find_words;
  GtkLabel             *find_key;
  GtkMenuButton        *user;
  GtkLabel             *user_name;
  GtkToggleButton      *visitor;   /* the crossed eye: somebody sits beside the desk */
  GtkWidget            *cover;     /* in place of pages that are about others */
  GtkWidget            *find_family; /* its button */
  GtkImage             *user_sign; /* in place of the name, where the header is narrow */
  char                 *user_tip;  /* what the button says while the name is seen */
  int                   fitted;    /* the width of the header for which it was fitted: the sidebar grows with its letters */
  int                   fitted_height;
  guint                 fit_source;
  guint                 patrol_glance;
  GtkBox               *banner;
  AdwToastOverlay      *toasts;
  AdwToast             *toast;     /* the last one, while it is seen */
  DovPage              *toast_page; /* where it is seen; weak, known when the deed it tells of is over */
  guint                 toast_comes;
  GtkStack             *stack;
  DovPalette           *palette;
  GtkWidget            *notice;    /* what went wrong, until it is read */
  GtkWidget            *unfounded; /* that the file has no lounge yet, while it is so */
  gboolean              has_given_room; /* the page on top has the window for itself */
  gboolean              ends;      /* the computer is shut down: no page is asked any more */
};

/* Keys and menus: undo, the palette, help, the windows that stand apart. */
void dov_window_class_add_actions (GtkWidgetClass *klass);
void dov_window_add_first_keys    (DovWindow      *self);
void dov_window_clear_notice      (DovWindow      *self);

gboolean dov_window_is_covered    (DovWindow      *self);
DovPage *dov_window_get_nth_page  (DovWindow      *self,
                                   guint           from_top);

/* The header, and which of its words give way to signs where it is narrow. */
void dov_window_update_header     (DovWindow      *self);
void dov_window_follow_text_size  (DovWindow      *self);
void dov_window_fit_header_soon   (DovWindow      *self);

/* The button with the name of whoever works here, and the lounge above the sections. */
void dov_window_update_people     (DovWindow      *self);

G_END_DECLS
