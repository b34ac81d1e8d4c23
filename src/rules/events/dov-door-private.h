/* dov-door-private.h - what the files of the door share */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-door.h"

G_BEGIN_DECLS

/* A line of the roll, as much of it as the door shows. */
typedef struct
{
  gint64       person_id;
  DovDoorState state;
  char         since[6];
  gboolean     is_counted;  /* one of the public, and so in a band */
  gboolean     was_expected;
} DovDoorMark;

struct _DovDoor
{
  GObject      parent_instance;

  DovStore    *store;
  DovEvent    *event;
  DovNameBook *book;
  gboolean     is_book_old;
  GHashTable  *marks;       /* person id → DovDoorMark */
  gint64       n_known;     /* people by name in the book and out of it, who are here and counted */
  gint64       named[DOV_N_BANDS];
  gint64       counted[DOV_N_BANDS];
};

G_END_DECLS
