/* dov-child-place.c - a child who lives elsewhere for a while, and comes back */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-child-place.h"

#include <glib/gi18n.h>

#include "dov-child-placement.h"
#include "dov-join.h"
#include "dov-person.h"

#define AWAY \
  "SELECT c.id FROM live_child_placement c WHERE c.person_id = ?1 AND " DOV_CHILD_AWAY_ON ("c", "?2") \
  " ORDER BY c.since DESC, c.id DESC LIMIT 1"

#define MEMBERS \
  "SELECT m.person_id, " DOV_PERSON_GIVEN ("p") " FROM live_family_member m JOIN live_person p ON p.id = m.person_id" \
  " WHERE m.family_id = ?1 AND (m.until IS NULL OR m.until > ?2) ORDER BY p.birth_date, m.id"

/**
 * dov_child_place_find:
 *
 * Returns: what says that the child did not live at home on that day, 0 when nothing does
 */
gint64
dov_child_place_find (DovStore    *store,
                      gint64       person,
                      const GDate *day)
{
  return dov_store_see_number (store, AWAY, "(xD)", person, day);
}

/**
 * dov_child_place_dup_words:
 *
 * Returns: (transfer full) (nullable): «в приюте с 12.11.2026», where the child lives elsewhere today
 */
char *
dov_child_place_dup_words (DovStore *store,
                           gint64    person)
{
  GDate today = dov_today ();
  gint64 id = dov_child_place_find (store, person, &today);
  g_autoptr (DovRecord) placement = id != 0 ? dov_store_look_up (store, DOV_TYPE_CHILD_PLACEMENT, id) : NULL;
  g_autofree char *place = NULL;
  g_autofree char *since = NULL;

  if (placement == NULL)
    return NULL;
  place = dov_record_dup_shown (placement, dov_record_find_field (placement, "place"));
  since = dov_date_to_shown (DOV_CHILD_PLACEMENT (placement)->since);

  /* Translators: where a child lives, and since when: “in hospital since 05.03.2027” */
  return g_strdup_printf (_("%1$s since %2$s"), place, since);
}

/**
 * dov_child_place_dup_away:
 *
 * Returns: (transfer full): who of the family lives elsewhere today, and where; empty when nobody does
 */
char *
dov_child_place_dup_away (DovStore *store,
                          gint64    family)
{
  GDate today = dov_today ();
  g_autoptr (DovStatement) rows = dov_store_see (store, MEMBERS, "(xD)", family, &today);
  g_autoptr (GString) away = g_string_new (NULL);

  while (dov_statement_next (rows))
    {
      g_autofree char *words = dov_child_place_dup_words (store, dov_statement_column_integer (rows, 0));
      g_autofree char *one = words != NULL ? g_strdup_printf ("%s: %s", dov_statement_column_text (rows, 1), words) : NULL;

      dov_join (away, "; ", one);
    }

  return g_string_free (g_steal_pointer (&away), FALSE);
}

/**
 * dov_child_place_return:
 * @placement: that ends
 * @day: (nullable): the first one at home again
 *
 * A child who was placed lives in the family again, in one operation.
 */
gboolean
dov_child_place_return (DovStore     *store,
                        gint64        placement,
                        const GDate  *day,
                        GError      **error)
{
  g_autoptr (DovChildPlacement) draft = dov_store_find_draft (store, DOV_TYPE_CHILD_PLACEMENT, placement, error);
  GDate today = dov_today ();
  g_autofree char *name = NULL;
  g_autofree char *words = NULL;

  if (draft == NULL)
    return FALSE;
  if (day == NULL)
    return dov_refuse (error, _("Type the day since when the child is at home again."));
  if (g_date_compare (day, &today) > 0)
    return dov_refuse (error, _("That day is still to come. Write it down when it has happened."));
  if (draft->until != NULL && g_date_compare (draft->until, &today) <= 0)
    return dov_refuse (error, _("The child is at home again already."));
  name = dov_store_describe_id (store, DOV_TYPE_PERSON, draft->person_id);
  words = g_strdup_printf (C_("toast", "Back in the family: %s"), name);
  dov_set (draft, until, day);
  if (!dov_store_begin (store, words, error))
    return FALSE;

  return dov_store_end (store, dov_store_save (store, DOV_RECORD (draft), error), error);
}
