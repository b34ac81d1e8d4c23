/* dov-commission-field.c - who sits in a commission: found by name, the first one presides */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-commission-field.h"

#include <glib/gi18n.h>

#include "dov-commission-member.h"
#include "dov-person.h"

static char *
tell (DovStore *store,
      gint64    id,
      guint     nth)
{
  return g_strdup (nth == 0 ? _("presides") : "");
}

static char *
count (guint n)
{
  return g_strdup_printf (ngettext ("%u person; at least three are needed", "%u people; at least three are needed", n), n);
}

static const DovPeopleSource sources[] = {
  { dov_person_get_type },
  { NULL },
};

static const DovPeople commission = {
  .key = "commission", .title = N_("Commission"), .finds = N_("Find a member by name"), .sources = sources, .tell = tell,
  .count = count,
};

guint
dov_commission_field_count (DovPeopleField *self)
{
  return dov_people_field_get_ids (self)->len;
}

/**
 * dov_commission_field_save:
 * @link: of a member to the paper
 *
 * Inside the operation of the caller; the first presides.
 */
gboolean
dov_commission_field_save (DovPeopleField *self,
                           const char         *link,
                           gint64              paper,
                           GError            **error)
{
  DovStore *store = dov_form_get_store (dov_people_field_get_form (self));
  GArray *people = dov_people_field_get_ids (self);

  for (guint i = 0; i < people->len; i++)
    {
      g_autoptr (DovRecord) member = dov_record_new (DOV_TYPE_COMMISSION_MEMBER, 0);

      dov_set (DOV_COMMISSION_MEMBER (member), person_id, g_array_index (people, gint64, i));
      dov_set (DOV_COMMISSION_MEMBER (member), role, i == 0 ? DOV_COMMISSION_ROLE_CHAIR : DOV_COMMISSION_ROLE_MEMBER);
      dov_record_set_number (member, link, paper);
      if (!dov_store_save (store, member, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * dov_commission_field_new:
 * @note: what is signed by them
 *
 * Returns: (transfer floating): the field
 */
GtkWidget *
dov_commission_field_new (DovForm    *form,
                          const char *note)
{
  return dov_people_field_new (form, &commission, note);
}
