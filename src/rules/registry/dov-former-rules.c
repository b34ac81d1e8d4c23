/* dov-former-rules.c - names that were others once: kept until the day of the change, and papers of before keep them (V1) */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-former-rules.h"

#include "dov-club-group.h"
#include "dov-donor.h"
#include "dov-drive.h"
#include "dov-former-item-name.h"
#include "dov-former-name.h"
#include "dov-former-title.h"
#include "dov-formers.h"
#include "dov-item.h"
#include "dov-lounge.h"
#include "dov-organisation.h"
#include "dov-patrol-route.h"
#include "dov-patrol.h"
#include "dov-person.h"
#include "dov-registry.h"
#include "dov-rental-item.h"
#include "dov-settlement.h"

#include <glib/gi18n.h>

static const DovFormer *
find_former (DovRecord *record)
{
  for (guint i = 0; i < dov_n_formers; i++)
    if (dov_formers[i].type () == G_OBJECT_TYPE (record))
      return &dov_formers[i];

  return NULL;
}

static char *
dup_text (DovRecord  *record,
          const char *field)
{
  return dov_record_dup_text (record, dov_record_find_field (record, field));
}

static gboolean
has_changed (const DovFormer *former,
             DovRecord       *before,
             DovRecord       *after)
{
  for (guint i = 0; former->fields[i] != NULL; i++)
    if (dov_record_has_changed (before, after, former->fields[i], NULL))
      return TRUE;

  return FALSE;
}

static char *
dup_name (const char *const *fields,
          DovRecord         *record)
{
  g_autoptr (GString) name = g_string_new (NULL);

  for (guint i = 0; fields[i] != NULL; i++)
    {
      g_autofree char *part = dup_text (record, fields[i]);

      if (*part != '\0')
        g_string_append_printf (name, "%s%s", name->len > 0 ? " " : "", part);
    }

  return g_string_free (g_steal_pointer (&name), FALSE);
}

static GPtrArray *
read_formers (DovStore        *store,
              const DovFormer *former,
              DovRecord       *record)
{
  g_autofree char *where = g_strdup_printf ("%s = ?1", former->link);
  DovQuery query = { .where = where, .params = g_variant_new ("(x)", dov_record_get_id (record)), .order = "until" };

  return dov_store_read (store, former->former (), &query);
}

/* ---- rules ---- */

/* Papers do not hang on these: who is in a family and works where, what a kit is made of, who is not whose double, and
 * what the program was told of itself. */
static gboolean
is_on_papers (const char *table)
{
  static const char *const others[] = {
    "family_member", "not_duplicate", "former_name", "former_item_name", "former_title", "kit_part", "need",
    "settings", "staff", NULL,
  };

  return !g_strv_contains (others, table);
}

static gboolean
stands_on_papers (DovStore  *store,
                  DovRecord *record)
{
  guint n_types = 0;
  const GType *types = dov_registry_list (&n_types);

  for (guint i = 0; i < n_types; i++)
    {
      DovRecordClass *klass = dov_registry_class (types[i]);

      for (guint n = 0; n < klass->n_fields && is_on_papers (klass->table); n++)
        {
          g_autofree char *sql = NULL;

          if (klass->fields[n].kind != DOV_KIND_LINK || klass->fields[n].target () != G_OBJECT_TYPE (record))
            continue;
          sql = g_strdup_printf ("SELECT EXISTS (SELECT 1 FROM live_%s WHERE %s = ?1)", klass->table, klass->fields[n].name);
          if (dov_store_ask_number (store, sql, "(x)", dov_record_get_id (record)) != 0)
            return TRUE;
        }
    }

  return FALSE;
}

/* What was typed today is put right today: nothing with it was signed before. */
static gboolean
is_of_today (DovStore  *store,
             DovRecord *record)
{
  GDate today = dov_today ();

  return dov_store_ask_number (store, "SELECT EXISTS (SELECT 1 FROM audit a JOIN operation o ON o.id = a.operation"
                               " WHERE a.id = ?1 AND a.what = 'made' AND substr (o.at, 1, 10) = ?2)", "(xD)",
                               dov_record_get_id (record), &today) != 0;
}

/* V1: misspelt, and so in all papers; or another name since a day, and papers of before keep the old one? */
static void
check_renaming (DovStore  *store,
                DovRecord *before,
                DovRecord *after,
                GPtrArray *problems)
{
  const DovFormer *former = find_former (after);
  g_autofree char *name = dup_name (former->fields, before);

  if (has_changed (former, before, after) && !dov_record_has_changed (before, after, "name_since", NULL) &&
      !is_of_today (store, after) && stands_on_papers (store, after))
    dov_problems_warn (problems, after, former->fields[0], "V1",
                       _("“%s” stands in papers, signed ones too. Is it called otherwise since a day? Type that day in “Name "
                         "since”: papers before it keep the old name. Was it misspelt? Then say so, and all papers change."),
                       name);
}

static const DovOnce once[] = {
  { dov_former_name_get_type, "person_id until", 0, "until", "V1", N_("Another name ended on that day already."), NULL },
  { dov_former_item_name_get_type, "item_id until", 0, "until", "V1", N_("Another name ended on that day already."), NULL },
  { dov_former_item_name_get_type, "rental_item_id until", 0, "until", "V1", N_("Another name ended on that day already."),
    NULL },
  { dov_former_title_get_type, "organisation_id until", 0, "until", "V1", N_("Another name ended on that day already."), NULL },
  { dov_former_title_get_type, "lounge_id until", 0, "until", "V1", N_("Another name ended on that day already."), NULL },
  { dov_former_title_get_type, "group_id until", 0, "until", "V1", N_("Another name ended on that day already."), NULL },
  { dov_former_title_get_type, "drive_id until", 0, "until", "V1", N_("Another name ended on that day already."), NULL },
  { dov_former_title_get_type, "settlement_id until", 0, "until", "V1", N_("Another name ended on that day already."), NULL },
  { dov_former_title_get_type, "donor_id until", 0, "until", "V1", N_("Another name ended on that day already."), NULL },
  { dov_former_title_get_type, "patrol_id until", 0, "until", "V1", N_("Another name ended on that day already."), NULL },
  { dov_former_title_get_type, "route_id until", 0, "until", "V1", N_("Another name ended on that day already."), NULL },
};

static const DovRuleOf rules[] = {
  { dov_person_get_type, DOV_RULE_OF_KEPT, "last_name first_name patronymic", check_renaming },
  { dov_item_get_type, DOV_RULE_OF_KEPT, "name size", check_renaming },
  { dov_rental_item_get_type, DOV_RULE_OF_KEPT, "name", check_renaming },
  { dov_organisation_get_type, DOV_RULE_OF_KEPT, "short_name full_name", check_renaming },
  { dov_lounge_get_type, DOV_RULE_OF_KEPT, "name", check_renaming },
  { dov_club_group_get_type, DOV_RULE_OF_KEPT, "name", check_renaming },
  { dov_drive_get_type, DOV_RULE_OF_KEPT, "name", check_renaming },
  { dov_settlement_get_type, DOV_RULE_OF_KEPT, "name", check_renaming },
  { dov_donor_get_type, DOV_RULE_OF_KEPT, "name", check_renaming },
  { dov_patrol_get_type, DOV_RULE_OF_KEPT, "name", check_renaming },
  { dov_patrol_route_get_type, DOV_RULE_OF_KEPT, "name", check_renaming },
};

/* ---- what follows ---- */

static gboolean
keep_name (DovStore         *store,
           const DovFormer  *former,
           DovRecord        *before,
           DovRecord        *now,
           GPtrArray        *formers,
           GError          **error)
{
  g_autoptr (DovRecord) kept = dov_record_new (former->former (), 0);
  g_autofree char *since = dup_text (now, "name_since");
  DovRecord *last = formers->len > 0 ? formers->pdata[formers->len - 1] : NULL;
  g_autofree char *until = last != NULL ? dup_text (last, "until") : NULL;

  if (until != NULL && g_strcmp0 (until, since) >= 0)
    return dov_store_refuse (store, now, "name_since", "V1",
                             _("The name before that ended later. Check the day since when the new name holds."), error);
  for (guint i = 0; former->fields[i] != NULL; i++)
    {
      g_autofree char *part = dup_text (before, former->fields[i]);

      if (!dov_record_set_text (kept, dov_record_find_field (kept, former->names[i]), part, error))
        return FALSE;
    }
  dov_record_set_number (kept, former->link, dov_record_get_id (now));

  return dov_record_set_text (kept, dov_record_find_field (kept, "until"), since, error) &&
         dov_store_save (store, kept, error);
}

/* The day alone was put right, or taken away: then it was a misspelling after all. */
static gboolean
put_day_right (DovStore   *store,
               DovRecord  *before,
               DovRecord  *now,
               GPtrArray  *formers,
               GError    **error)
{
  g_autofree char *was = dup_text (before, "name_since");
  g_autofree char *since = dup_text (now, "name_since");

  for (guint i = 0; *was != '\0' && i < formers->len; i++)
    {
      g_autoptr (DovRecord) draft = dov_record_dup (formers->pdata[i]);
      g_autofree char *until = dup_text (draft, "until");

      if (g_strcmp0 (until, was) != 0)
        continue;
      if (*since == '\0')
        return dov_store_remove (store, draft, error);
      return dov_record_set_text (draft, dov_record_find_field (draft, "until"), since, error) &&
             dov_store_save (store, draft, error);
    }

  return TRUE;
}

/* By its former names a thing is found, and on its page they are seen. */
static gboolean
tell_formers (DovStore         *store,
              const DovFormer  *former,
              DovRecord        *now,
              GError          **error)
{
  g_autoptr (GPtrArray) formers = read_formers (store, former, now);
  g_autoptr (DovRecord) draft = dov_record_dup (now);
  g_autoptr (GString) names = g_string_new (NULL);
  g_autofree char *told = dup_text (now, "former_names");

  for (guint i = 0; i < formers->len; i++)
    {
      g_autofree char *name = dup_name (former->names, formers->pdata[i]);

      g_string_append_printf (names, "%s%s", i > 0 ? "; " : "", name);
    }
  if (g_str_equal (names->str, told))
    return TRUE;

  return dov_record_set_text (draft, dov_record_find_field (draft, "former_names"), names->str, error) &&
         dov_store_save (store, draft, error);
}

static gboolean
renew (DovStore         *store,
       const DovFormer  *former,
       gint64            id,
       GError          **error)
{
  g_autoptr (DovRecord) now = dov_store_find (store, former->type (), id, error);
  g_autoptr (DovRecord) before = NULL;
  g_autoptr (GPtrArray) formers = NULL;
  g_autofree char *since = NULL;

  if (now == NULL)
    return FALSE;
  if (dov_record_is_removed (now))
    return TRUE;
  before = dov_store_find_before (store, former->type (), id);
  since = dup_text (now, "name_since");
  if (before != NULL && dov_record_has_changed (before, now, "name_since", NULL) && !dov_store_is_undoing (store))
    {
      formers = read_formers (store, former, now);
      if (!has_changed (former, before, now) ? !put_day_right (store, before, now, formers, error)
          : *since != '\0' && !keep_name (store, former, before, now, formers, error))
        return FALSE;
    }

  return tell_formers (store, former, now, error);
}

static gboolean
renew_all (DovStore  *store,
           GError   **error)
{
  for (guint i = 0; i < dov_n_formers; i++)
    {
      const DovFormer *former = &dov_formers[i];
      g_autoptr (GArray) named = dov_store_list_touched (store, former->type ());
      g_autoptr (GArray) names = dov_store_list_touched (store, former->former ());

      for (guint n = 0; n < named->len; n++)
        if (!renew (store, former, g_array_index (named, gint64, n), error))
          return FALSE;
      for (guint n = 0; n < names->len; n++)
        {
          g_autoptr (DovRecord) name = dov_store_find (store, former->former (), g_array_index (names, gint64, n), error);
          gint64 of = name != NULL ? dov_record_get_number (name, former->link) : 0;

          if (name == NULL || (of != 0 && !renew (store, former, of, error)))
            return FALSE;
        }
    }

  return TRUE;
}

void
dov_former_rules_install (DovStore *store)
{
  dov_store_add_once (store, once, G_N_ELEMENTS (once));
  dov_store_add_rules (store, rules, G_N_ELEMENTS (rules));
  dov_store_add_consequence (store, renew_all);
}
