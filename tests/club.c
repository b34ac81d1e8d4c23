/* club.c - a small invented club in a file of its own, for tests */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "club.h"

#include "dov-event.h"
#include "dov-family.h"
#include "dov-lounge.h"
#include "dov-organisation.h"
#include "dov-person.h"
#include "dov-register-entry.h"
#include "dov-staff.h"

#include <glib/gstdio.h>

static void
fill (DovRecord *record,
      va_list    pairs)
{
  const char *name;

  while ((name = va_arg (pairs, const char *)) != NULL)
    {
      const DovField *field = dov_record_class_find_field (DOV_RECORD_GET_CLASS (record), name);
      g_autoptr (GError) error = NULL;

      g_assert_nonnull (field);
      dov_record_set_text (record, field, va_arg (pairs, const char *), &error);
      g_assert_no_error (error);
    }
}

/* Takes names of fields and their texts as files keep them, then NULL. */
void
club_fill (DovRecord *record,
           ...)
{
  va_list pairs;

  va_start (pairs, record);
  fill (record, pairs);
  va_end (pairs);
}

DovRecord *
club_new (Club  *club,
          GType  type,
          ...)
{
  DovRecord *record = dov_record_new (type, 0);
  va_list pairs;

  va_start (pairs, type);
  fill (record, pairs);
  va_end (pairs);

  return record;
}

gint64
club_save (Club      *club,
           DovRecord *draft)
{
  g_autoptr (GError) error = NULL;

  dov_store_save (club->store, draft, &error);
  g_assert_no_error (error);
  g_assert_cmpint (dov_record_get_id (draft), !=, 0);

  return dov_record_get_id (draft);
}

gint64
club_add (Club  *club,
          GType  type,
          ...)
{
  g_autoptr (DovRecord) record = dov_record_new (type, 0);
  va_list pairs;

  va_start (pairs, type);
  fill (record, pairs);
  va_end (pairs);

  return club_save (club, record);
}

static char *
write_id (gint64 id)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT, id);
}

gint64
club_add_person (Club       *club,
                 const char *last_name,
                 const char *first_name)
{
  return club_add (club, DOV_TYPE_PERSON, "last_name", last_name, "first_name", first_name,
                   "no_patronymic", "1", "birth_date", "1980-02-03", NULL);
}

gint64
club_add_family (Club       *club,
                 const char *name)
{
  static guint n_families;
  g_autofree char *lounge = write_id (club->lounge);
  g_autofree char *case_no = g_strdup_printf ("1-2027/%03u", ++n_families);

  return club_add (club, DOV_TYPE_FAMILY, "family_name", name, "case_no", case_no, "lounge_id", lounge,
                   "address", "с. Слудка, ул. Мира, 5", "structure", "full", "case_status", "identified", NULL);
}

/* What a family must have before it is taken on support (F2): here the decision of a body, and help without a programme. */
void
club_let_support (Club   *club,
                  gint64  family)
{
  g_autofree char *id = write_id (family);
  g_autofree char *authority = write_id (club->organisation);

  club_add (club, DOV_TYPE_REGISTER_ENTRY, "register_kind", "sop_kdn", "family_id", id, "on_decision_no", "41/7",
            "on_date", "2026-11-17", "authority_id", authority, "reason", "Дети без присмотра", NULL);
  club_change (club, DOV_TYPE_FAMILY, family, "support_level", "prevention");
}

gint64
club_add_event (Club       *club,
                const char *title,
                const char *starts_at)
{
  g_autofree char *lounge = write_id (club->lounge);
  g_autofree char *manager = write_id (club->manager);
  int hour = (starts_at[11] - '0') * 10 + starts_at[12] - '0';
  g_autofree char *ends_at = g_strdup_printf ("%.10sT%02d:59", starts_at, MIN (hour + 1, 23));

  /* Each in a room of its own, and over before the night. */
  return club_add (club, DOV_TYPE_EVENT, "title", title, "place", title, "starts_at", starts_at, "ends_at", ends_at,
                   "lounge_id", lounge, "form_id", "101", "stat_kind", "leisure", "audience", "family",
                   "age_mark", "0+", "responsible_id", manager, "status", "planned", NULL);
}

void
club_change (Club       *club,
             GType       type,
             gint64      id,
             const char *field,
             const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DovRecord) record = dov_store_find (club->store, type, id, &error);
  g_autoptr (DovRecord) draft = NULL;

  g_assert_no_error (error);
  draft = dov_record_dup (record);
  club_fill (draft, field, text, NULL);
  club_save (club, draft);
}

/* What a new look at the file finds. */
char *
club_read (Club       *club,
           GType       type,
           gint64      id,
           const char *field)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DovRecord) record = dov_store_find (club->store, type, id, &error);

  g_assert_no_error (error);

  return dov_record_dup_text (record, dov_record_class_find_field (DOV_RECORD_GET_CLASS (record), field));
}

static void
add_club (Club *club)
{
  g_autofree char *person = write_id (club_add_person (club, "Демакова", "Вера"));
  g_autofree char *organisation = NULL;
  g_autofree char *manager = NULL;

  club->organisation = club_add (club, DOV_TYPE_ORGANISATION, "short_name", "Дом культуры", "full_name",
                                 "Дом культуры села Слудка", "kind", "municipal", "sector", "culture", NULL);
  organisation = write_id (club->organisation);
  club->manager = club_add (club, DOV_TYPE_STAFF, "person_id", person, "position", "Заведующая",
                            "role", "lounge_manager", "organisation_id", organisation, NULL);
  manager = write_id (club->manager);
  club->lounge = club_add (club, DOV_TYPE_LOUNGE, "name", "Доверие", "settlement_id", "14",
                           "host_institution_id", organisation, "address", "с. Слудка, ул. Мира, 1",
                           "opened_on", "2020-01-09", "manager_id", manager, NULL);
}

void
club_open (Club *club)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("doverie-XXXXXX", &error);

  g_assert_no_error (error);
  club_open_in (club, folder);
}

/* The folder goes with the club. */
void
club_open_in (Club       *club,
              const char *folder)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();
  g_autoptr (GDateTime) now = g_date_time_new (zone, 2027, 3, 5, 9, 5, 0);

  dov_clock_set (now);
  club->folder = g_strdup (folder);
  club->path = g_build_filename (club->folder, "club.doverie", NULL);
  club->store = dov_store_open (club->path, DOV_STORE_CREATE, &error);
  g_assert_no_error (error);
  dov_store_set_user (club->store, "Кайсина Д.Л.");
  add_club (club);
}

void
club_reopen (Club *club)
{
  g_autoptr (GError) error = NULL;

  if (club->store != NULL)
    {
      dov_store_close (club->store, &error);
      g_assert_no_error (error);
      g_assert_finalize_object (club->store);
    }
  club->store = dov_store_open (club->path, 0, &error);
  g_assert_no_error (error);
}

static void
delete_folder (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *inner = g_build_filename (path, name, NULL);

      delete_folder (inner);
    }
  (void) g_remove (path);
}

void
club_close (Club *club)
{
  if (club->store != NULL)
    g_assert_finalize_object (g_steal_pointer (&club->store));
  delete_folder (club->folder);
  g_clear_pointer (&club->path, g_free);
  g_clear_pointer (&club->folder, g_free);
}
