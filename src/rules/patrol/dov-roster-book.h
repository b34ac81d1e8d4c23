/* dov-roster-book.h - who belongs to which patrol, is taken up when, and what clashes: read once for many questions */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-patrol-member.h"
#include "dov-patrol-shift.h"
#include "dov-store.h"

G_BEGIN_DECLS

/* The fewest people that walk together (T2), and the shortest pause between two duties (T1). */
#define DOV_ROSTER_LEAST_PEOPLE 2
#define DOV_ROSTER_LEAST_PAUSE 30

typedef enum
{
  DOV_CLASH_SHIFT = 1,     /* another shift at that time, of any patrol (T1) */
  DOV_CLASH_EVENT,         /* a duty at an event at that time (T1) */
  DOV_CLASH_PAUSE,         /* less than half an hour after or before another duty (T1, a warning) */
  DOV_CLASH_ABSENCE,       /* away on that day (T1, a warning) */
  DOV_CLASH_NOT_MEMBER,    /* no member of the patrol on that day (T2) */
  DOV_CLASH_MINOR,         /* not of age on that day (T2) */
  DOV_CLASH_BRIEFING,      /* not briefed within twelve months (T2, a warning) */
  DOV_CLASH_FEW,           /* fewer than two people (T2) */
  DOV_CLASH_NO_LEADER,     /* nobody who leads, or one who may not (T2) */
} DovClashKind;

/**
 * DovClash:
 * @rule: “T1” or “T2”
 * @is_warning: may be confirmed with a reason
 * @shift_id: the shift it is about, 0 for one that is not saved yet
 * @starts_at: when that shift begins
 * @member_id: of the patrol, 0 when the shift as a whole is meant
 * @other_type: what stands in the way: a shift, an event, an absence; or %G_TYPE_INVALID
 * @other_id: which
 * @words: translated: who, what, when
 * @free: (nullable) (element-type DovFree): who could walk instead, the best
 *   first; only dov_roster_list_clashes() asks
 */
typedef struct
{
  DovClashKind  kind;
  const char   *rule;
  gboolean      is_warning;
  gint64        shift_id;
  GDateTime    *starts_at;
  gint64        member_id;
  GType         other_type;
  gint64        other_id;
  char         *words;
  GArray       *free;
} DovClash;

/**
 * DovFree:
 * @member_id: somebody of the patrol with nothing against that time
 * @n_shifts: on how many shifts of the last and the next 90 days
 */
typedef struct
{
  gint64   member_id;
  gboolean may_lead;
  guint    n_shifts;
} DovFree;

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

/* Whether somebody is among @members: (nullable) (element-type gint64). */
gboolean       dov_roster_has              (GArray              *members,
                                            gint64               id);

GPtrArray     *dov_clashes_new             (void);
DovClash      *dov_clashes_add             (GPtrArray           *clashes,
                                            DovClashKind         kind,
                                            const DovBookAsk    *ask,
                                            char                *words);

G_END_DECLS
