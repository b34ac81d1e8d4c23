/* dov-member-chooser.h - who may take a place on a shift: the free first, why the others are not */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "dov-store.h"

G_BEGIN_DECLS

/**
 * DovMemberChoice:
 * @id: of the member of the patrol
 * @words: “free, 2 shifts in March”, “on the Day of the Family until 21:30”
 * @is_free: may be chosen
 * @is_warned: though something is to be said against it
 */
typedef struct
{
  gint64    id;
  char     *name;
  char     *words;
  gboolean  is_free;
  gboolean  is_warned;
} DovMemberChoice;

/* Signals: "chosen" (gint64 member); "given-up" (). */
#define DOV_TYPE_MEMBER_CHOOSER (dov_member_chooser_get_type ())
G_DECLARE_FINAL_TYPE (DovMemberChooser, dov_member_chooser, DOV, MEMBER_CHOOSER, GtkBox)

GPtrArray *dov_member_choices_new      (void);
void       dov_member_choices_add      (GPtrArray        *choices,
                                        gint64            id,
                                        const char       *name,
                                        const char       *words,
                                        gboolean          is_free,
                                        gboolean          is_warned);

GtkWidget *dov_member_chooser_new      (const char       *title,
                                        GPtrArray        *choices);
void       dov_member_chooser_focus    (DovMemberChooser *self);

G_END_DECLS
