/* club.h - a small invented club in a file of its own, for tests */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-store.h"

G_BEGIN_DECLS

/* What most tests need to stand on. */
typedef struct
{
  char     *folder;
  char     *path;
  DovStore *store;
  gint64    organisation;
  gint64    manager;     /* a member of staff */
  gint64    lounge;
} Club;

void       club_open       (Club          *club);
void       club_open_in    (Club          *club,
                            const char    *folder);
void       club_reopen     (Club          *club);
void       club_close      (Club          *club);
gint64     club_save       (Club          *club,
                            DovRecord     *draft);
DovRecord *club_new        (Club          *club,
                            GType          type,
                            ...) G_GNUC_NULL_TERMINATED;
gint64     club_add        (Club          *club,
                            GType          type,
                            ...) G_GNUC_NULL_TERMINATED;
gint64     club_add_family (Club          *club,
                            const char    *name);
void       club_let_support (Club         *club,
                             gint64        family);
gint64     club_add_person (Club          *club,
                            const char    *last_name,
                            const char    *first_name);
gint64     club_add_event  (Club          *club,
                            const char    *title,
                            const char    *starts_at);
void       club_change     (Club          *club,
                            GType          type,
                            gint64         id,
                            const char    *field,
                            const char    *text);
char      *club_read       (Club          *club,
                            GType          type,
                            gint64         id,
                            const char    *field) G_GNUC_WARN_UNUSED_RESULT;
void       club_fill       (DovRecord     *record,
                            ...) G_GNUC_NULL_TERMINATED;

G_END_DECLS
