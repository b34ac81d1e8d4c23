/* dov-roster-book.h - who belongs to which patrol and is taken up when, read once for many questions */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-roster.h"

G_BEGIN_DECLS

/* Minutes since 1970, by the clock on the wall. */
typedef gint64 DovMinute;

/**
 * DovBookMember:
 * @adult_from: a Julian day, 0 when nobody knows the birthday
 * @briefed_until: the Julian day on which the last briefing runs out, 0: never briefed
 */
typedef struct
{
  gint64   id;
  gint64   patrol_id;
  gint64   person_id;
  guint32  since;
  guint32  until;
  guint32  adult_from;
  guint32  briefed_until;
  gboolean may_lead;
  char    *name;
} DovBookMember;

/* A time that somebody is taken up: by a shift, an event or an absence. */
typedef struct
{
  DovMinute  start;
  DovMinute  end;
  GType      type;
  gint64     id;
  gint64     event_id;   /* the event itself, or the one that the shift guards */
} DovBookSpan;

/* What is asked of a time: for whom, and which shift it is itself. */
typedef struct
{
  DovMinute  start;
  DovMinute  end;
  gint64     patrol_id;  /* 0: that of the member */
  gint64     shift_id;
  gint64     event_id;
} DovBookAsk;

typedef struct _DovRosterBook DovRosterBook;

DovRosterBook *dov_roster_book_read        (DovStore            *store,
                                            gint64               person_id,
                                            DovMinute            since,
                                            DovMinute            until);
void           dov_roster_book_free        (DovRosterBook       *self);
DovBookMember *dov_roster_book_find        (DovRosterBook       *self,
                                            gint64               member_id);
GPtrArray     *dov_roster_book_get_members (DovRosterBook       *self);
void           dov_roster_book_add         (DovRosterBook       *self,
                                            gint64               person_id,
                                            const DovBookSpan   *span);
guint          dov_roster_book_count       (DovRosterBook       *self,
                                            gint64               person_id,
                                            DovMinute            since,
                                            DovMinute            until);
void           dov_roster_book_check       (DovRosterBook       *self,
                                            gint64               member_id,
                                            const DovBookAsk    *ask,
                                            GPtrArray           *clashes);
gboolean       dov_roster_book_is_free     (DovRosterBook       *self,
                                            DovBookMember       *member,
                                            const DovBookAsk    *ask);
gboolean       dov_roster_book_is_briefed  (DovBookMember       *member,
                                            DovMinute            at);
GArray        *dov_roster_book_list_free   (DovRosterBook       *self,
                                            const DovBookAsk    *ask,
                                            GArray              *except);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DovRosterBook, dov_roster_book_free)

DovMinute      dov_minute_of_moment        (GDateTime           *moment);
DovMinute      dov_minute_read            (DovStatement      *rows,
                                           int                column);
DovMinute      dov_minute_of_date          (const GDate         *date);
GDateTime     *dov_minute_to_moment        (DovMinute            minute) G_GNUC_WARN_UNUSED_RESULT;

GPtrArray     *dov_clashes_new             (void);
DovClash      *dov_clashes_add             (GPtrArray           *clashes,
                                            DovClashKind         kind,
                                            const DovBookAsk    *ask,
                                            char                *words);

G_END_DECLS
