/* dov-door.h - who comes in at an event: found by any fragment, marked once, counted in words and numbers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-name-book.h"
#include "dov-roll.h"

G_BEGIN_DECLS

/* What stands beside a name at the door. */
typedef enum
{
  DOV_DOOR_STRANGE,     /* not on the roll */
  DOV_DOOR_EXPECTED,    /* put down before */
  DOV_DOOR_WAITING,     /* on the waiting list */
  DOV_DOOR_ABSENT,      /* on the roll as one who cancelled or did not come */
  DOV_DOOR_HERE,        /* came; a second mark is answered */
  DOV_DOOR_HELPING,     /* is here to help or to organise, and is not counted */
} DovDoorState;

/**
 * DovDoorPerson:
 * @since: (nullable): the time of the mark, «17:55»
 * @is_match: has what was typed; the others are of the same household
 */
typedef struct
{
  const DovNameEntry *entry;
  DovDoorState        state;
  const char         *since;
  gboolean            is_match;
} DovDoorPerson;

/**
 * DovDoorGroup:
 * @family: (nullable): %NULL for somebody of no household
 * @people: (element-type DovDoorPerson)
 * @n_expected: members who were put down before, here or not
 * @n_to_come: members who are not here yet
 */
typedef struct
{
  const DovNameFamily *family;
  GArray              *people;
  guint                n_expected;
  guint                n_to_come;
} DovDoorGroup;

/**
 * DovDoorFound:
 * @groups: (element-type DovDoorGroup): whom one means comes first
 * @n_people: who have what was typed
 * @n_families: households among @groups
 * @n_more: people who are left out of @groups
 * @slip: (nullable): what was meant by letters of another keyboard
 */
typedef struct
{
  GPtrArray *groups;
  guint      n_people;
  guint      n_families;
  guint      n_more;
  char      *slip;
} DovDoorFound;

void dov_door_found_free (DovDoorFound *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DovDoorFound, dov_door_found_free)

/**
 * DovDoorSum:
 * @named: marked by name
 * @unnamed: counted without a name
 * @unnamed_bands: the same by age
 * @planned: %DOV_UNKNOWN when nobody planned
 * @seats: of the event or the lounge, %DOV_UNKNOWN when nobody has said
 * @expected: put down before and not here yet
 */
typedef struct
{
  gint64 named;
  gint64 unnamed;
  gint64 unnamed_bands[DOV_N_BANDS];
  gint64 planned;
  gint64 seats;
  gint64 expected;
} DovDoorSum;

#define DOV_TYPE_DOOR (dov_door_get_type ())
G_DECLARE_FINAL_TYPE (DovDoor, dov_door, DOV, DOOR, GObject)

/* Signal "changed": the roll, the count or the people are not what they were. */

DovDoor      *dov_door_new            (DovStore            *store,
                                       DovEvent            *event,
                                       GError             **error) G_GNUC_WARN_UNUSED_RESULT;
DovEvent     *dov_door_get_event      (DovDoor             *self);
DovStore     *dov_door_get_store      (DovDoor             *self);
DovNameBook  *dov_door_get_book       (DovDoor             *self);
DovDoorState  dov_door_get_state      (DovDoor             *self,
                                       gint64               person_id,
                                       const char         **since);
void          dov_door_give_places    (DovDoor             *self);
DovDoorFound *dov_door_find           (DovDoor             *self,
                                       const char          *typed,
                                       guint                at_most) G_GNUC_WARN_UNUSED_RESULT;
DovDoorSum    dov_door_get_sum        (DovDoor             *self);

char         *dov_door_sum_dup_words  (const DovDoorSum    *sum) G_GNUC_WARN_UNUSED_RESULT;

gboolean      dov_door_mark           (DovDoor             *self,
                                       gint64               person_id,
                                       GError             **error);
gboolean      dov_door_mark_family    (DovDoor             *self,
                                       const DovNameFamily *family,
                                       guint               *n_marked,
                                       GError             **error);
gboolean      dov_door_add_unnamed    (DovDoor             *self,
                                       DovBand              band,
                                       gint64               change,
                                       GError             **error);
gboolean      dov_door_take_off       (DovDoor             *self,
                                       gint64               person_id,
                                       GError             **error);

G_END_DECLS
