/* dov-shell.h - what a page may ask of the window that shows it */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "dov-store.h"

G_BEGIN_DECLS

typedef struct _DovPage DovPage;

#define DOV_TYPE_SHELL (dov_shell_get_type ())
G_DECLARE_INTERFACE (DovShell, dov_shell, DOV, SHELL, GtkWidget)

struct _DovShellInterface
{
  GTypeInterface parent_iface;

  DovStore *(*get_store)   (DovShell *self);
  void      (*push)        (DovShell *self, DovPage *page);
  void      (*go_back)     (DovShell *self);
  void      (*open_record) (DovShell *self, GType type, gint64 id);
  void      (*new_record)  (DovShell *self, DovRecord *draft);
  void      (*open_list)   (DovShell *self, GType type);
  void      (*open_ids)    (DovShell *self, GType type, const char *title, GArray *ids);
  void      (*open_draft)  (DovShell *self, gint64 number);
  void      (*show_toast)  (DovShell *self, const char *words, gint64 operation);
  void      (*show_error)  (DovShell *self, const GError *error);
  void      (*show_notice) (DovShell *self, GtkWidget *notice);
  void      (*open_paper)  (DovShell *self, const char *code, gint64 subject);
};

/* The shell around a widget, NULL when it stands alone (in a test). Pages ask it by dov_go_…(). */
DovShell *dov_shell_around      (GtkWidget    *widget);

DovStore *dov_shell_get_store   (DovShell     *self);
void      dov_shell_show_error  (DovShell     *self,
                                 const GError *error);
void      dov_shell_show_notice (DovShell     *self,
                                 GtkWidget    *notice);

G_END_DECLS
