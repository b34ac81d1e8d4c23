/* dov-people-field.h - somebody, or several, found for a form, made in place, or named as nobody */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-form.h"

G_BEGIN_DECLS

/**
 * DovPeopleSource:
 * @where: (nullable): an SQL condition: who of the kind may be found
 * @words: (nullable): what stands beside who was found
 * @make: (nullable): the button that makes a new one
 */
typedef struct
{
  GType      (*type) (void);
  const char  *where;
  const char  *words;
  const char  *make;
} DovPeopleSource;

/**
 * DovPeople:
 * @key: under it those chosen lie beside the fields of the kept draft
 * @title: over the field
 * @finds: (nullable): what can be found, and how
 * @missing: (nullable): the line for whoever is not known yet; it leads to the buttons that make
 * @nobody: (nullable): the button for nobody by name
 * @other: the button beside who was chosen; where it is but one, it asks anew
 * @is_one: only one can be chosen
 * @sources: where they are found, to one without a type
 * @tell: (nullable): what stands under the name of the n-th; their id, 0 for nobody by name
 * @icon: (nullable): before the name
 * @count: (nullable): what stands beside the title
 */
typedef struct
{
  const char            *key;
  const char            *title;
  const char            *finds;
  const char            *missing;
  const char            *nobody;
  const char            *other;
  gboolean               is_one;
  const DovPeopleSource *sources;
  char                *(*tell)  (DovStore *store, gint64 id, guint nth);
  const char          *(*icon)  (DovStore *store, gint64 id);
  char                *(*count) (guint n);
} DovPeople;

/* Signal: "changed": somebody else is chosen. */
#define DOV_TYPE_PEOPLE_FIELD (dov_people_field_get_type ())
G_DECLARE_FINAL_TYPE (DovPeopleField, dov_people_field, DOV, PEOPLE_FIELD, GtkBox)

GtkWidget *dov_people_field_new        (DovForm         *form,
                                        const DovPeople *people,
                                        const char      *finds);
DovForm   *dov_people_field_get_form   (DovPeopleField  *self);
GArray    *dov_people_field_get_ids    (DovPeopleField  *self);
GType      dov_people_field_find_type  (DovPeopleField  *self,
                                        gint64           id);
void       dov_people_field_begin      (DovPeopleField  *self,
                                        gint64           id);
void       dov_people_field_set_error  (DovPeopleField  *self,
                                        const char      *error);

G_END_DECLS
