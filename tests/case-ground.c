/* case-ground.c - a family whose mother may sign, and records of case work typed as text, for tests of their rules */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "case-ground.h"

#include "dov-load.h"
#include "dov-registry.h"
#include "dov-rules.h"
#include "verdict.h"

void
ground_name (Ground     *self,
             const char *name,
             gint64      id)
{
  g_hash_table_replace (self->ids, g_strdup (name), g_strdup_printf ("%" G_GINT64_FORMAT, id));
}

const char *
ground_id (Ground     *self,
           const char *name)
{
  const char *id = g_hash_table_lookup (self->ids, name);

  if (id == NULL)
    g_error ("nothing is called %s", name);

  return id;
}

gint64
ground_number (Ground     *self,
               const char *name)
{
  return g_ascii_strtoll (ground_id (self, name), NULL, 10);
}

/* “family_id=$family|since=2027-03-02” */
DovRecord *
ground_new (Ground     *self,
            const char *table,
            const char *fields)
{
  DovRecord *record = dov_record_new (dov_registry_find (table), 0);
  g_auto (GStrv) pairs = g_strsplit (fields, "|", -1);

  for (guint i = 0; pairs[i] != NULL; i++)
    {
      g_auto (GStrv) pair = g_strsplit (pairs[i], "=", 2);

      club_fill (record, pair[0], *pair[1] == '$' ? ground_id (self, pair[1]) : pair[1], NULL);
    }

  return record;
}

void
ground_save (Ground     *self,
             const char *table,
             const char *fields,
             const char *expected)
{
  g_autoptr (DovRecord) record = ground_new (self, table, fields);

  g_test_message ("%s: %s", table, fields);
  verdict_save (&self->club, record, expected);
}

void
ground_keep (Ground     *self,
             const char *name,
             const char *table,
             const char *fields)
{
  g_autoptr (DovRecord) record = ground_new (self, table, fields);

  verdict_save (&self->club, record, NULL);
  ground_name (self, name, dov_record_get_id (record));
}

void
ground_change (Ground     *self,
               GType       type,
               const char *name,
               const char *fields,
               const char *expected)
{
  g_autoptr (DovRecord) draft = dov_store_find_draft (self->club.store, type, ground_number (self, name), NULL);
  g_auto (GStrv) pairs = g_strsplit (fields, "|", -1);

  g_test_message ("%s: %s", name, fields);
  for (guint i = 0; pairs[i] != NULL; i++)
    {
      g_auto (GStrv) pair = g_strsplit (pairs[i], "=", 2);

      club_fill (draft, pair[0], *pair[1] == '$' ? ground_id (self, pair[1]) : pair[1], NULL);
    }
  verdict_save (&self->club, draft, expected);
}

gint64
ground_last (Ground *self)
{
  return dov_store_get_last_operation (self->club.store);
}

/* Lines that are taken, or refused by a rule. */
void
ground_load (Ground     *self,
             const char *lines,
             const char *expected)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (lines, -1, NULL);
  g_autoptr (GError) error = NULL;
  gboolean is_taken = dov_load_stream (self->club.store, stream, NULL, NULL, NULL, NULL, NULL, &error);

  if (expected == NULL)
    g_assert_no_error (error);
  g_assert_true (is_taken == (expected == NULL));
  if (expected != NULL)
    g_assert_cmpstr (dov_store_get_refusal (self->club.store)->rule, ==, expected);
}

/* A family whose mother may sign, with nothing on paper yet. */
void
ground_open (Ground        *self,
             gconstpointer  data)
{
  Club *club = &self->club;

  club_open (club);
  dov_rules_install (club->store);
  self->ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  ground_name (self, "$lounge", club->lounge);
  ground_name (self, "$staff", club->manager);
  ground_name (self, "$kdn", club->organisation);
  ground_keep (self, "$nurse_card", "person", "last_name=Лузянина|first_name=Вера|no_patronymic=1|birth_date=1985-11-02");
  ground_keep (self, "$nurse", "staff", "person_id=$nurse_card|position=фельдшер|role=other|organisation_id=$kdn");
  ground_keep (self, "$mother", "person", "last_name=Шубина|first_name=Анна|no_patronymic=1|birth_date=1990-04-07");
  ground_keep (self, "$son", "person", "last_name=Шубин|first_name=Лев|no_patronymic=1|birth_date=2016-06-08");
  ground_keep (self, "$daughter", "person", "last_name=Шубина|first_name=Ева|no_patronymic=1|birth_date=2011-07-09");
  ground_keep (self, "$family", "family", "family_name=Шубины|case_no=3-2027/014|lounge_id=$lounge|address=с. Слудка"
                                   "|structure=single_mother|case_status=identified");
  ground_keep (self, "$of_mother", "family_member", "family_id=$family|person_id=$mother|kinship=mother|is_legal_rep=1");
  ground_keep (self, "$of_son", "family_member", "family_id=$family|person_id=$son|kinship=child");
  ground_keep (self, "$of_daughter", "family_member", "family_id=$family|person_id=$daughter|kinship=child");
}

void
ground_close (Ground        *self,
              gconstpointer  data)
{
  club_close (&self->club);
  g_hash_table_unref (self->ids);
}
