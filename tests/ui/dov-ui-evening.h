/* dov-ui-evening.h - an evening at the door, by keyboard */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-ui-fixture.h"
#include "dov-window.h"

G_BEGIN_DECLS

typedef struct
{
  DovUiFixture *fixture;
  DovWindow    *window;
  gint64        event;
} Evening;

void evening_press (Evening *self, const char *key);
void evening_type (Evening *self, const char *text);
GtkWidget *evening_get_page (Evening *self);
gboolean evening_says (Evening *self, const char *words);
gint64 evening_run (Evening *self, const char *sql);
void evening_change (Evening *self, GType type_of, gint64 id, const char *field, const char *text);
void evening_begin (Evening *self);
void evening_end (Evening *self);
void evening_open_door (Evening *self, const char *pin);
void evening_assert_at_door (Evening *self);

G_END_DECLS
