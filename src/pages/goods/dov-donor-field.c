/* dov-donor-field.c - who gives: found among donors, people and organisations, made in place, or nobody by name */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-donor-field.h"

#include <glib/gi18n.h>

#include "dov-donor.h"
#include "dov-organisation.h"
#include "dov-person.h"

static gboolean
is_organisation (DovStore *store,
                 gint64    id)
{
  g_autoptr (DovRecord) donor = dov_store_find (store, DOV_TYPE_DONOR, id, NULL);
  g_autoptr (DovRecord) organisation = dov_store_find (store, DOV_TYPE_ORGANISATION, id, NULL);

  return organisation != NULL || (donor != NULL && DOV_DONOR (donor)->organisation_id != 0);
}

static gboolean
is_anonymous (DovStore *store,
              gint64    id)
{
  g_autoptr (DovRecord) donor = dov_store_look_up (store, DOV_TYPE_DONOR, id);

  return id == 0 || (donor != NULL && DOV_DONOR (donor)->anonymous);
}

static char *
tell (DovStore *store,
      gint64    id,
      guint     nth)
{
  if (is_anonymous (store, id))
    return g_strdup (_("a box in the shop, a parcel without a name"));

  return g_strdup (is_organisation (store, id) ? _("organisation") : _("person"));
}

static const char *
get_icon (DovStore *store,
          gint64    id)
{
  return is_organisation (store, id) ? "dov-emblem-shared-symbolic" : "avatar-default-symbolic";
}

static const DovPeopleSource sources[] = {
  { dov_donor_get_type, "anonymous = 0", N_("has given before") },
  { dov_organisation_get_type,
    "id NOT IN (SELECT organisation_id FROM live_donor WHERE organisation_id IS NOT NULL)",
    N_("organisation"), N_("New _organisation…") },
  { dov_person_get_type, "id NOT IN (SELECT person_id FROM live_donor WHERE person_id IS NOT NULL)",
    N_("person"), N_("New _person…") },
  { NULL },
};

static const DovPeople donor = {
  .key = "donor", .title = N_("From whom *"), .finds = N_("Name of a person or an organisation, any letters of it"),
  .missing = N_("Not known yet: “%s”"), .nobody = N_("_Without a name"), .other = N_("Somebody _else"), .is_one = TRUE,
  .sources = sources, .tell = tell, .icon = get_icon,
};

static gint64
get_id (DovPeopleField *self)
{
  return g_array_index (dov_people_field_get_ids (self), gint64, 0);
}

static DovStore *
store_of (DovPeopleField *self)
{
  return dov_form_get_store (dov_people_field_get_form (self));
}

gboolean
dov_donor_field_is_given (DovPeopleField *self)
{
  return dov_people_field_get_ids (self)->len > 0;
}

gboolean
dov_donor_field_is_organisation (DovPeopleField *self)
{
  return dov_donor_field_is_given (self) && is_organisation (store_of (self), get_id (self));
}

gboolean
dov_donor_field_is_anonymous (DovPeopleField *self)
{
  return dov_donor_field_is_given (self) && is_anonymous (store_of (self), get_id (self));
}

/**
 * dov_donor_field_save:
 *
 * Whoever gives for the first time becomes a donor; nobody by name is one
 * donor for all such gifts. Inside the operation of the caller.
 *
 * Returns: the id of the donor; 0 with @error set
 */
gint64
dov_donor_field_save (DovPeopleField *self,
                      GError       **error)
{
  DovStore *store = store_of (self);
  gint64 id = get_id (self);
  GType type = dov_people_field_find_type (self, id);
  const char *link = type == DOV_TYPE_PERSON ? "person_id" : "organisation_id";
  g_autofree char *where = id == 0 ? g_strdup ("anonymous = 1 AND ?1 = 0") : g_strdup_printf ("%s = ?1", link);
  DovQuery query = { .where = where, .params = g_variant_new ("(x)", id) };
  g_autoptr (DovRecord) found = dov_store_find_first (store, DOV_TYPE_DONOR, &query, NULL);
  g_autoptr (DovRecord) made = NULL;

  if (type == DOV_TYPE_DONOR)
    return id;
  if (found != NULL)
    return dov_record_get_id (found);

  made = dov_record_new (DOV_TYPE_DONOR, 0);
  if (id == 0)
    dov_set (DOV_DONOR (made), anonymous, TRUE);
  else
    dov_record_set_number (made, link, id);

  return dov_store_save (store, made, error) ? dov_record_get_id (made) : 0;
}

/**
 * dov_donor_field_new:
 * @form: whose draft keeps who was chosen
 *
 * Returns: (transfer floating): the field
 */
GtkWidget *
dov_donor_field_new (DovForm *form)
{
  GtkWidget *field = dov_people_field_new (form, &donor, NULL);

  dov_people_field_begin (DOV_PEOPLE_FIELD (field), dov_record_get_number (dov_form_get_draft (form), "donor_id"));

  return field;
}
