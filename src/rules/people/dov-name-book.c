/* dov-name-book.c - the names of all people in memory: found by any fragment, with nothing else about them */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-name-book.h"

#include "dov-fold.h"
#include "dov-name.h"
#include "dov-settlement.h"

#include <glib/gi18n.h>
#include <string.h>

struct _DovNameBook
{
  GPtrArray  *entries;   /* DovNameEntry, in the order of names */
  GHashTable *by_id;     /* gint64 → DovNameEntry */
  GPtrArray  *families;  /* DovNameFamily */
  GPtrArray  *villages;  /* Village */
  GHashTable *places;    /* an address → its village, of the strings of @villages or @own_places */
  GPtrArray  *own_places;
  GDate       on;
};

typedef struct
{
  char *name;    /* «с. Слудка» */
  char *folded;  /* « слудка » */
} Village;

static void
village_free (Village *self)
{
  g_free (self->name);
  g_free (self->folded);
  g_free (self);
}

static void
family_free (DovNameFamily *self)
{
  g_free (self->name);
  g_free (self->place);
  g_ptr_array_unref (self->members);
  g_free (self);
}

static void
entry_free (DovNameEntry *self)
{
  g_free (self->name);
  g_free (self->full);
  g_free (self->folded);
  g_free (self->shared);
  g_free (self);
}

void
dov_name_book_free (DovNameBook *self)
{
  g_hash_table_unref (self->by_id);
  g_hash_table_unref (self->places);
  g_ptr_array_unref (self->entries);
  g_ptr_array_unref (self->families);
  g_ptr_array_unref (self->villages);
  g_ptr_array_unref (self->own_places);
  g_free (self);
}

/* ---- villages ---- */

static gboolean
read_villages (DovNameBook  *self,
               DovStore     *store,
               GError      **error)
{
  g_autoptr (GPtrArray) settlements = dov_store_read (store, DOV_TYPE_SETTLEMENT, NULL);

  for (guint i = 0; i < settlements->len; i++)
    {
      DovSettlement *settlement = settlements->pdata[i];
      g_autofree char *folded = dov_fold (settlement->name);
      Village *village = g_new0 (Village, 1);

      village->name = dov_settlement_dup_name (settlement);
      village->folded = g_strdup_printf (" %s ", folded);
      g_ptr_array_add (self->villages, village);
    }

  return dov_store_has_seen (store, error);
}

/* What stands before the first comma, when it is the name of a place and not a street or a house. */
static char *
find_leading_place (const char *address)
{
  static const char *const marks[] = { "д. ", "с. ", "п. ", "пгт ", "г. ", "дер. ", "село ", "деревня ", "ст. " };
  g_autofree char *first = g_strndup (address, strcspn (address, ","));

  g_strstrip (first);
  if (strpbrk (first, "0123456789") != NULL)
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (g_str_has_prefix (first, marks[i]))
      return g_steal_pointer (&first);

  return NULL;
}

/* The village of an address, and never its street. */
static const char *
find_place (DovNameBook *self,
            const char  *address)
{
  const char *place = NULL;
  g_autofree char *folded = NULL;
  g_autofree char *padded = NULL;

  if (address == NULL || *address == '\0')
    return "";
  if (g_hash_table_lookup_extended (self->places, address, NULL, (gpointer *) &place))
    return place;

  folded = dov_fold (address);
  padded = g_strdup_printf (" %s ", folded);
  for (guint i = 0; place == NULL && i < self->villages->len; i++)
    {
      Village *village = g_ptr_array_index (self->villages, i);

      if (strstr (padded, village->folded) != NULL)
        place = village->name;
    }
  if (place == NULL)
    {
      char *own = find_leading_place (address);

      place = own != NULL ? own : "";
      if (own != NULL)
        g_ptr_array_add (self->own_places, own);
    }
  g_hash_table_insert (self->places, g_strdup (address), (gpointer) place);

  return place;
}

/* ---- people and families ---- */

static void
take_age (DovNameBook  *self,
          DovNameEntry *entry,
          DovStatement *row)
{
  const char *born = dov_statement_column_text (row, 4);
  g_autoptr (GDate) birth_date = NULL;

  entry->age = -1;
  entry->band = DOV_BAND_18_35;
  if (born != NULL && dov_date_from_iso (born, &birth_date) && birth_date != NULL)
    {
      entry->age = dov_age_on (birth_date, &self->on);
    }
  else if (!dov_statement_column_is_null (row, 5))
    {
      entry->age = MAX (0, g_date_get_year (&self->on) - (int) dov_statement_column_integer (row, 5));
      entry->is_about = TRUE;
    }
  entry->age = MAX (-1, entry->age);
  if (entry->age >= 0)
    entry->band = dov_band_of_age (entry->age);
}

static DovNameEntry *
read_entry (DovNameBook  *self,
            DovStatement *row)
{
  DovNameEntry *entry = g_new0 (DovNameEntry, 1);
  const char *last = dov_statement_column_text (row, 1);
  const char *first = dov_statement_column_text (row, 2);
  const char *patronymic = dov_statement_column_text (row, 3);
  const char *former = dov_statement_column_text (row, 8);
  g_autofree char *found_by = NULL;

  entry->person_id = dov_statement_column_integer (row, 0);
  entry->name = dov_name_full (last != NULL ? last : "", first != NULL ? first : "", "");
  entry->full = dov_name_full (last != NULL ? last : "", first != NULL ? first : "",
                               patronymic != NULL ? patronymic : "");
  entry->shared = dov_fold (entry->name);
  found_by = g_strconcat (entry->full, " ", former, NULL);
  entry->folded = dov_fold (found_by);
  entry->n_leading = dov_fold_count_words (last);
  entry->no_photo = dov_statement_column_integer (row, 6) != 0;
  entry->place = find_place (self, dov_statement_column_text (row, 7));
  take_age (self, entry, row);

  return entry;
}

/* “AND id IN (5,7)”; empty for everybody. */
static char *
dup_only (const char *column,
          GArray     *people)
{
  g_autoptr (GString) only = g_string_new (NULL);

  for (guint i = 0; people != NULL && i < people->len; i++)
    g_string_append_printf (only, "%s%" G_GINT64_FORMAT, i > 0 ? "," : "", g_array_index (people, gint64, i));

  return people != NULL ? g_strdup_printf (" AND %s IN (%s)", column, only->str) : g_strdup ("");
}

static gboolean
read_people (DovNameBook  *self,
             DovStore     *store,
             GArray       *people,
             GError      **error)
{
  g_autofree char *only = dup_only ("id", people);
  g_autofree char *sql =
    g_strconcat ("SELECT id, last_name, first_name, patronymic, birth_date, birth_year, no_photo, live_address, former_names"
                 " FROM live_person WHERE died_on IS NULL AND anonymised_on IS NULL", only, " ORDER BY key, id", NULL);
  g_autoptr (DovStatement) rows = dov_store_see (store, sql, NULL);

  while (dov_statement_next (rows))
    {
      DovNameEntry *entry = read_entry (self, rows);

      entry->position = self->entries->len;
      g_ptr_array_add (self->entries, entry);
      g_hash_table_insert (self->by_id, &entry->person_id, entry);
    }

  return dov_store_has_seen (store, error);
}

/* Whoever lives in two households stands with the first of them; a remark of any is told. */
static void
join_family (DovNameBook   *self,
             DovNameFamily *family,
             gint64         person_id)
{
  DovNameEntry *entry = g_hash_table_lookup (self->by_id, &person_id);

  if (entry == NULL)
    return;
  entry->calls_manager |= family->calls_manager;
  if (entry->family != NULL)
    return;
  entry->family = family;
  if (*entry->place == '\0')
    entry->place = family->place;
  g_ptr_array_add (family->members, entry);
}

static gboolean
read_families (DovNameBook  *self,
               DovStore     *store,
               GArray       *people,
               GError      **error)
{
  g_autofree char *only = dup_only ("m.person_id", people);
  g_autofree char *sql =
    g_strconcat ("SELECT f.id, f.family_name, f.address, coalesce (f.urgent_remark, '') <> '', m.person_id"
                 " FROM live_family_member m JOIN live_family f ON f.id = m.family_id"
                 " WHERE (m.until IS NULL OR m.until >= ?1)", only, " ORDER BY f.id, m.lives_together DESC, m.id", NULL);
  g_autoptr (DovStatement) rows = dov_store_see (store, sql, "(D)", &self->on);
  DovNameFamily *family = NULL;

  while (dov_statement_next (rows))
    {
      gint64 id = dov_statement_column_integer (rows, 0);

      if (family == NULL || family->family_id != id)
        {
          family = g_new0 (DovNameFamily, 1);
          family->family_id = id;
          family->name = g_strdup (dov_statement_column_text (rows, 1));
          family->place = g_strdup (find_place (self, dov_statement_column_text (rows, 2)));
          family->calls_manager = dov_statement_column_integer (rows, 3) != 0;
          family->members = g_ptr_array_new ();
          g_ptr_array_add (self->families, family);
        }
      join_family (self, family, dov_statement_column_integer (rows, 4));
    }

  return dov_store_has_seen (store, error);
}

/* Two of one name get their patronymics shown; that, the age and the village tell them apart. */
static void
tell_namesakes (DovNameBook *self)
{
  g_autoptr (GHashTable) first_of = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->entries->len; i++)
    {
      DovNameEntry *entry = g_ptr_array_index (self->entries, i);
      DovNameEntry *other = g_hash_table_lookup (first_of, entry->shared);
      DovNameEntry *both[] = { entry, other };

      if (other == NULL)
        g_hash_table_insert (first_of, entry->shared, entry);
      for (guint j = 0; other != NULL && j < G_N_ELEMENTS (both); j++)
        {
          g_free (both[j]->name);
          both[j]->name = g_strdup (both[j]->full);
        }
    }
}

/**
 * dov_name_book_new:
 * @on: the day on which ages are told
 * @people: (nullable) (element-type gint64): whom to read; %NULL: everybody
 *
 * Reads the names, villages and ages, the households and whether there is an
 * urgent remark; nothing else, so that a screen that shows the book cannot show
 * more.
 *
 * Returns: (transfer full): the book
 */
DovNameBook *
dov_name_book_new (DovStore     *store,
                      const GDate  *on,
                      GArray       *people,
                      GError      **error)
{
  g_autoptr (DovNameBook) self = g_new0 (DovNameBook, 1);

  self->on = *on;
  self->entries = g_ptr_array_new_with_free_func ((GDestroyNotify) entry_free);
  self->families = g_ptr_array_new_with_free_func ((GDestroyNotify) family_free);
  self->villages = g_ptr_array_new_with_free_func ((GDestroyNotify) village_free);
  self->own_places = g_ptr_array_new_with_free_func (g_free);
  self->by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
  self->places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (!read_villages (self, store, error) || !read_people (self, store, people, error) ||
      !read_families (self, store, people, error))
    return NULL;
  tell_namesakes (self);

  return g_steal_pointer (&self);
}

guint
dov_name_book_get_size (DovNameBook *self)
{
  return self->entries->len;
}

/**
 * dov_name_book_get:
 *
 * Returns: (transfer none) (nullable): the entry of a person
 */
const DovNameEntry *
dov_name_book_get (DovNameBook *self,
                   gint64       person_id)
{
  return g_hash_table_lookup (self->by_id, &person_id);
}

static gboolean
has_all (const DovNameEntry  *entry,
         char               **words)
{
  for (guint i = 0; words[i] != NULL; i++)
    if (strstr (entry->folded, words[i]) == NULL)
      return FALSE;

  return TRUE;
}

static GPtrArray *
find_words (DovNameBook  *self,
            char        **words)
{
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; words[0] != NULL && i < self->entries->len; i++)
    if (has_all (g_ptr_array_index (self->entries, i), words))
      g_ptr_array_add (found, g_ptr_array_index (self->entries, i));

  return found;
}

/**
 * dov_name_book_find:
 * @typed: any fragments of any parts of a name, in any order: «ив пет»
 * @slip: (out) (optional): what was meant when the keyboard had been left in Latin letters, else %NULL
 *
 * Returns: (transfer container) (element-type DovNameEntry): in the order of names
 */
GPtrArray *
dov_name_book_find (DovNameBook  *self,
                    const char   *typed,
                    char        **slip)
{
  g_auto (GStrv) words = dov_fold_words (typed);
  g_autoptr (GPtrArray) found = find_words (self, words);
  g_autofree char *meant = found->len == 0 ? dov_fold_from_latin_keys (typed) : NULL;

  if (slip != NULL)
    *slip = NULL;
  if (meant != NULL)
    {
      g_auto (GStrv) others = dov_fold_words (meant);

      g_clear_pointer (&found, g_ptr_array_unref);
      found = find_words (self, others);
      if (slip != NULL && found->len > 0)
        *slip = g_steal_pointer (&meant);
    }

  return g_steal_pointer (&found);
}

/**
 * dov_name_entry_dup_age:
 *
 * Returns: (transfer full): “9 years”, “about 40 years”; empty while unknown
 */
char *
dov_name_entry_dup_age (const DovNameEntry *entry)
{
  if (entry->age < 0)
    return g_strdup ("");
  if (entry->is_about)
    return g_strdup_printf (ngettext ("about %d year", "about %d years", (gulong) entry->age), entry->age);

  return g_strdup_printf (ngettext ("%d year", "%d years", (gulong) entry->age), entry->age);
}

/**
 * dov_name_entry_tell:
 *
 * Returns: (transfer full): the full name, the age and the village: what tells
 *   namesakes apart where guests see the screen
 */
char *
dov_name_entry_tell (const DovNameEntry *entry)
{
  g_autofree char *age = dov_name_entry_dup_age (entry);

  return g_strjoin ("", entry->full, *age != '\0' ? ", " : "", age, *entry->place != '\0' ? ", " : "", entry->place, NULL);
}
