/* dov-rooms.h - which page opens for which section, record and draft */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-page.h"

G_BEGIN_DECLS

/* Whose hat one wears: the headings of the sidebar, in their order. */
typedef enum
{
  DOV_ROOM_ABOVE, /* under no heading */
  DOV_ROOM_CARE,
  DOV_ROOM_CLUB,
  DOV_ROOM_REPORTING,
  DOV_ROOM_ORDER,
  DOV_ROOM_FOOT,  /* at the foot, under no heading */
} DovRoomGroup;

/**
 * DovRoomHeading:
 * @name: by which the machine remembers that it is folded
 * @label: what people read, marked with N_()
 * @is_folded: until somebody unfolds it
 */
typedef struct
{
  DovRoomGroup  group;
  const char   *name;
  const char   *label;
  gboolean      is_folded;
} DovRoomHeading;

/**
 * DovRoom:
 * @name: as DovPage:section has it
 * @label: what people read, marked with N_()
 * @group: under which heading it stands
 * @list: the kind whose list is the first page of the section; or
 * @open: what makes it
 */
typedef struct
{
  const char    *name;
  const char    *label;
  const char    *icon;
  DovRoomGroup   group;
  GType        (*list) (void);
  DovPage     *(*open) (DovStore *store);
} DovRoom;

/* Before the first page is made: every area tells what its records look like. */
void            dov_rooms_tell_looks    (void);

const DovRoom *dov_rooms_list_sections (guint      *n_sections);
const DovRoomHeading *
                dov_rooms_list_headings (guint     *n_headings);
const DovRoom *dov_rooms_find_section  (const char *name);

DovPage          *dov_rooms_open_section  (DovStore   *store,
                                            const char *name);
DovPage          *dov_rooms_open_list     (DovStore   *store,
                                            GType       type);
DovPage          *dov_rooms_open_ids      (DovStore   *store,
                                            GType       type,
                                            const char *title,
                                            GArray     *ids);
DovPage          *dov_rooms_open_record   (DovStore   *store,
                                            GType       type,
                                            gint64      id);
DovPage          *dov_rooms_open_new      (DovStore   *store,
                                            DovRecord  *draft);
DovPage          *dov_rooms_open_draft    (DovStore   *store,
                                            gint64      number);

G_END_DECLS
