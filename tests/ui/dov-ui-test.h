/* dov-ui-test.h - a person at the keyboard, for tests: looks, types, presses keys, takes pictures */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* How long a test waits for what must come; only a failing test waits so long. */
#define WAIT_SECONDS 40

/* Runs the main loop until something is so. */
#define WAIT_FOR(condition) \
  do \
    { \
      gint64 wait_since_ = g_get_monotonic_time (); \
      while (!(condition) && g_get_monotonic_time () - wait_since_ < WAIT_SECONDS * G_USEC_PER_SEC) \
        if (!g_main_context_iteration (NULL, FALSE)) \
          g_usleep (500); \
      g_assert_true (condition); \
    } \
  while (0)

/* Before there are many quarks; only a leak detector hears of it. */
void       dov_ui_test_forgive_quarks (void);

void       dov_ui_test_tell_failures  (void);

void       dov_ui_test_init          (int         *argc,
                                      char      ***argv);
char      *dov_ui_test_dup_folder    (void) G_GNUC_WARN_UNUSED_RESULT;
void       dov_ui_test_settle        (void);
void       dov_ui_test_settle_for    (guint        soon);
void       dov_ui_test_resize        (GtkWindow   *window,
                                      int          width,
                                      int          height);
void       dov_ui_test_let_text_be   (guint        percent);
void       dov_ui_test_set_text_size (guint        percent);
void       dov_ui_test_set_dark      (gboolean     dark);
GtkWindow *dov_ui_test_show          (GtkWidget   *widget);
void       dov_ui_test_close         (GtkWindow   *window);

GtkWidget *dov_ui_test_find          (GtkWidget   *inside,
                                      GType        type,
                                      const char  *words);
GtkWidget *dov_ui_test_find_name     (GtkWidget   *inside,
                                      const char  *name);
GtkWidget *dov_ui_test_find_tip      (GtkWidget   *inside,
                                      const char  *tip);
GtkWidget *dov_ui_test_find_window   (GType        type);
guint      dov_ui_test_count         (GtkWidget   *inside,
                                      GType        type);
gboolean   dov_ui_test_says          (GtkWidget   *inside,
                                      const char  *words);
char      *dov_ui_test_dup_words     (GtkWidget   *inside) G_GNUC_WARN_UNUSED_RESULT;
gboolean   dov_ui_test_is_of         (gpointer     page,
                                      GType        type);
gboolean   dov_ui_test_is_form_of    (gpointer     page,
                                      GType        type);

void       dov_ui_test_type          (GtkWidget   *widget,
                                      const char  *text);
gboolean   dov_ui_test_press         (GtkWidget   *widget,
                                      guint        keyval,
                                      GdkModifierType modifiers);
gboolean   dov_ui_test_press_accel   (GtkWidget   *widget,
                                      const char  *accelerator);
gboolean   dov_ui_test_strike        (GtkWidget   *widget,
                                      const char  *accelerator);
void       dov_ui_test_click         (GtkWidget   *widget);
GtkWidget *dov_ui_test_get_focus     (GtkWidget   *widget);

void       dov_ui_test_picture       (GtkWidget   *widget,
                                      const char  *name);

G_END_DECLS
