/* dov-draft-completing.c - what follows in a form from the settings and from what is typed */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-draft-completing.h"

#include "dov-club-group.h"
#include "dov-config.h"
#include "dov-event.h"
#include "dov-own-lounge.h"
#include "dov-ref-item.h"
#include "dov-staff.h"

/* What a draft goes by while it is typed in. */
typedef struct
{
  DovStore   *store;
  DovStatKind proposed;  /* the kind that the form of the event brought, 0 for none */
} Follower;

static void
free_follower (gpointer  data,
               GClosure *closure)
{
  Follower *follower = data;

  g_object_unref (follower->store);
  g_free (follower);
}

static void
take_own_lounge (DovStore  *store,
                 DovRecord *draft)
{
  const DovField *field = dov_record_find_field (draft, "lounge_id");

  if (field != NULL && (field->flags & DOV_REQUIRED) && dov_record_is_empty (draft, field))
    dov_record_set_number (draft, "lounge_id", dov_own_lounge_find (store));
}

static DovStatKind
find_stat_kind (DovStore *store,
                gint64    form_id)
{
  g_autoptr (DovRecord) item = dov_store_look_up (store, DOV_TYPE_REF_ITEM, form_id);
  g_autoptr (GEnumClass) kinds = g_type_class_ref (dov_stat_kind_get_type ());
  GEnumValue *kind = item != NULL ? g_enum_get_value_by_nick (kinds, DOV_REF_ITEM (item)->detail) : NULL;

  return kind != NULL ? (DovStatKind) kind->value : 0;
}

/* The form of an event brings its kind for the statistics, unless somebody chose another. */
static void
form_chosen_cb (DovEvent   *draft,
                GParamSpec *property,
                Follower   *follower)
{
  if (draft->stat_kind != 0 && draft->stat_kind != follower->proposed)
    return;
  follower->proposed = find_stat_kind (follower->store, draft->form_id);
  dov_set (draft, stat_kind, follower->proposed);
}

static void
follow_form (DovStore *store,
             DovEvent *draft)
{
  Follower *follower = g_new0 (Follower, 1);

  follower->store = g_object_ref (store);
  follower->proposed = find_stat_kind (store, draft->form_id);
  g_signal_connect_data (draft, "notify::form-id", G_CALLBACK (form_chosen_cb), follower, free_follower, 0);
}

/* Whoever works on this computer, if the file knows them. */
static void
take_who_works (DovStore   *store,
                DovRecord  *draft,
                const char *name)
{
  const DovField *field = dov_record_find_field (draft, name);
  g_autoptr (DovRecord) staff = dov_store_find (store, DOV_TYPE_STAFF, dov_config_get_number ("staff", 0), NULL);

  if (dov_record_is_empty (draft, field) && staff != NULL && !dov_record_is_removed (staff))
    dov_record_set_number (draft, name, dov_record_get_id (staff));
}

static void
take_today (DovRecord *draft)
{
  DovRecordClass *klass = DOV_RECORD_GET_CLASS (draft);
  GDate today = dov_today ();

  for (guint i = 0; i < klass->n_fields; i++)
    if ((klass->fields[i].flags & DOV_TODAY) && dov_record_is_empty (draft, &klass->fields[i]))
      dov_record_set_date (draft, klass->fields[i].name, &today);
}

static void
fill_new (DovStore  *store,
          DovRecord *draft)
{
  take_own_lounge (store, draft);
  take_today (draft);
  if (DOV_IS_EVENT (draft))
    take_who_works (store, draft, "responsible_id");
  if (DOV_IS_CLUB_GROUP (draft))
    take_who_works (store, draft, "leader_id");
}

/**
 * dov_draft_complete:
 * @draft: a record in a form, before anything is typed
 *
 * Gives a new draft the lounge of this computer, an event or a group also
 * whoever works on it, a membership or hours the day, and from then on fills
 * in what follows from what is typed: the kind of an event from its form. What
 * somebody chose is never overwritten.
 */
void
dov_draft_complete (DovStore  *store,
                    DovRecord *draft)
{
  if (dov_record_get_id (draft) == 0)
    fill_new (store, draft);
  if (DOV_IS_EVENT (draft))
    follow_form (store, DOV_EVENT (draft));
}
