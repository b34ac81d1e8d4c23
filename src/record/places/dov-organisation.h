/* dov-organisation.h - an organisation: a host, a partner, a giver, a reader of reports */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-record.h"

G_BEGIN_DECLS

typedef enum
{
  DOV_ORGANISATION_KIND_MUNICIPAL = 1,
  DOV_ORGANISATION_KIND_STATE,
  DOV_ORGANISATION_KIND_NGO,
  DOV_ORGANISATION_KIND_BUSINESS,
  DOV_ORGANISATION_KIND_RELIGIOUS,
  DOV_ORGANISATION_KIND_AUTHORITY,
  DOV_ORGANISATION_KIND_MEDIA,
  DOV_ORGANISATION_KIND_OTHER,
} DovOrganisationKind;

GType dov_organisation_kind_get_type (void);

typedef enum
{
  DOV_ORGANISATION_SECTOR_CULTURE = 1,
  DOV_ORGANISATION_SECTOR_EDUCATION,
  DOV_ORGANISATION_SECTOR_SOCIAL,
  DOV_ORGANISATION_SECTOR_HEALTH,
  DOV_ORGANISATION_SECTOR_EMPLOYMENT,
  DOV_ORGANISATION_SECTOR_POLICE,
  DOV_ORGANISATION_SECTOR_KDN,
  DOV_ORGANISATION_SECTOR_GUARDIANSHIP,
  DOV_ORGANISATION_SECTOR_FINANCE,
  DOV_ORGANISATION_SECTOR_YOUTH,
  DOV_ORGANISATION_SECTOR_AGRICULTURE,
  DOV_ORGANISATION_SECTOR_OTHER,
} DovOrganisationSector;

GType dov_organisation_sector_get_type (void);

typedef enum
{
  DOV_ORGANISATION_ROLES_PARTNER          = 1 << 0,
  DOV_ORGANISATION_ROLES_DONOR            = 1 << 1,
  DOV_ORGANISATION_ROLES_REPORT_RECIPIENT = 1 << 2,
  DOV_ORGANISATION_ROLES_SERVICE_PROVIDER = 1 << 3,
} DovOrganisationRoles;

GType dov_organisation_roles_get_type (void);

#define DOV_TYPE_ORGANISATION (dov_organisation_get_type ())
G_DECLARE_FINAL_TYPE (DovOrganisation, dov_organisation, DOV, ORGANISATION, DovRecord)

struct _DovOrganisation
{
  DovRecord parent_instance;

  char                  *short_name;
  char                  *full_name;
  DovOrganisationKind    kind;
  DovOrganisationSector  sector;
  DovOrganisationRoles   roles;
  char                  *address;
  char                  *phone;
  char                  *email;
  char                  *site;
  char                  *contact_person;
  char                  *head_position;
  char                  *head_name;
  char                  *represented_by;
  char                  *acts_under;
  char                  *inn;
  char                  *kpp;
  char                  *ogrn;
  char                  *bank_details;
  char                  *agreement_no;
  GDate                 *agreement_date;
  GDate                 *valid_until;
  GDate                 *name_since;
  char                  *former_names;
};

G_END_DECLS
