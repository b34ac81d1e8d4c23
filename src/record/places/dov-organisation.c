/* dov-organisation.c - an organisation: a host, a partner, a giver, a reader of reports */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-organisation.h"

#include <glib/gi18n.h>
#include <string.h>

DOV_DEFINE_CHOICES (
  DovOrganisationKind, dov_organisation_kind,
  { DOV_ORGANISATION_KIND_MUNICIPAL, N_("municipal institution"), "municipal" },
  { DOV_ORGANISATION_KIND_STATE, N_("state institution"), "state" },
  { DOV_ORGANISATION_KIND_NGO, N_("non-profit or public association"), "ngo" },
  { DOV_ORGANISATION_KIND_BUSINESS, N_("commercial organisation"), "business" },
  { DOV_ORGANISATION_KIND_RELIGIOUS, N_("religious organisation"), "religious" },
  { DOV_ORGANISATION_KIND_AUTHORITY, N_("authority"), "authority" },
  { DOV_ORGANISATION_KIND_MEDIA, N_("mass media"), "media" },
  { DOV_ORGANISATION_KIND_OTHER, N_("other"), "other" })

DOV_DEFINE_CHOICES (
  DovOrganisationSector, dov_organisation_sector,
  { DOV_ORGANISATION_SECTOR_CULTURE, N_("culture"), "culture" },
  { DOV_ORGANISATION_SECTOR_EDUCATION, N_("education"), "education" },
  { DOV_ORGANISATION_SECTOR_SOCIAL, N_("social services"), "social" },
  { DOV_ORGANISATION_SECTOR_HEALTH, N_("health care"), "health" },
  { DOV_ORGANISATION_SECTOR_EMPLOYMENT, N_("employment"), "employment" },
  { DOV_ORGANISATION_SECTOR_POLICE, N_("police"), "police" },
  { DOV_ORGANISATION_SECTOR_KDN, N_("juvenile commission"), "kdn" },
  { DOV_ORGANISATION_SECTOR_GUARDIANSHIP, N_("guardianship authority"), "guardianship" },
  { DOV_ORGANISATION_SECTOR_FINANCE, N_("financial organisation"), "finance" },
  { DOV_ORGANISATION_SECTOR_YOUTH, N_("youth policy"), "youth" },
  { DOV_ORGANISATION_SECTOR_AGRICULTURE, N_("farm"), "agriculture" },
  { DOV_ORGANISATION_SECTOR_OTHER, N_("other"), "other" })

DOV_DEFINE_CHOICE_SET (
  DovOrganisationRoles, dov_organisation_roles,
  { DOV_ORGANISATION_ROLES_PARTNER, N_("partner"), "partner" },
  { DOV_ORGANISATION_ROLES_DONOR, N_("benefactor"), "donor" },
  { DOV_ORGANISATION_ROLES_REPORT_RECIPIENT, N_("recipient of reports"), "report_recipient" },
  { DOV_ORGANISATION_ROLES_SERVICE_PROVIDER, N_("provider of events"), "service_provider" })

static const DovField fields[] = {
  DOV_TEXT (DovOrganisation, short_name, N_("Short name"), DOV_REQUIRED | DOV_LISTED),
  DOV_TEXT (DovOrganisation, full_name, N_("Full name"), DOV_REQUIRED | DOV_LISTED),
  DOV_CHOICE (DovOrganisation, kind, N_("Kind"), DOV_REQUIRED | DOV_LISTED,
              DovOrganisationKind, dov_organisation_kind_get_type),
  DOV_CHOICE (DovOrganisation, sector, N_("Sector"), DOV_REQUIRED | DOV_LISTED,
              DovOrganisationSector, dov_organisation_sector_get_type),
  DOV_CHOICES (DovOrganisation, roles, N_("Roles"), DOV_LISTED,
               DovOrganisationRoles, dov_organisation_roles_get_type),
  DOV_TEXT (DovOrganisation, address, N_("Address"), DOV_LISTED),
  DOV_TEXT (DovOrganisation, phone, N_("Telephone"), DOV_PHONE | DOV_LISTED),
  DOV_TEXT (DovOrganisation, email, N_("E-mail"), 0),
  DOV_TEXT (DovOrganisation, site, N_("Web site"), 0),
  DOV_TEXT (DovOrganisation, contact_person, N_("Contact person"), DOV_PERSONAL),
  DOV_TEXT (DovOrganisation, head_position, N_("Head: position"), 0),
  DOV_TEXT (DovOrganisation, head_name, N_("Head: initials and last name"), DOV_PERSONAL),
  DOV_TEXT (DovOrganisation, represented_by, N_("In contracts: position and name in the genitive"), DOV_PERSONAL),
  DOV_TEXT (DovOrganisation, acts_under, N_("Acts on the basis of, in the genitive"), 0),
  DOV_TEXT (DovOrganisation, inn, N_("Taxpayer number (INN)"), 0),
  DOV_TEXT (DovOrganisation, kpp, N_("Code of registration (KPP)"), 0),
  DOV_TEXT (DovOrganisation, ogrn, N_("State registration number (OGRN)"), 0),
  DOV_TEXT (DovOrganisation, bank_details, N_("Bank and account"), 0),
  DOV_TEXT (DovOrganisation, agreement_no, N_("Agreement no."), 0),
  DOV_DATE (DovOrganisation, agreement_date, N_("Agreement date"), DOV_MOSTLY_PAST),
  DOV_DATE_AFTER (DovOrganisation, valid_until, N_("Valid until"), 0, agreement_date),
};

/* The last digit, or the last two, of a taxpayer number follow from those before. */
static gboolean
is_inn (const char *inn)
{
  static const int weights[] = { 3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8 };
  gsize length = strlen (inn);

  if ((length != 10 && length != 12) || strspn (inn, "0123456789") != length)
    return FALSE;
  for (gsize at = length == 10 ? 9 : 10; at < length; at++)
    {
      int sum = 0;

      for (gsize i = 0; i < at; i++)
        sum += (inn[i] - '0') * weights[G_N_ELEMENTS (weights) - at + i];
      if (sum % 11 % 10 != inn[at] - '0')
        return FALSE;
    }

  return TRUE;
}

static void
dov_organisation_check (DovRecord *record,
                        GPtrArray *problems)
{
  DovOrganisation *self = DOV_ORGANISATION (record);

  if (*self->inn != '\0' && !is_inn (self->inn))
    dov_problems_add (problems, record, "inn", NULL,
                      _("A taxpayer number has 10 or 12 digits, of which the last follow from the others. "
                        "Compare it with the paper."));
}

DOV_DEFINE_RECORD (DovOrganisation, dov_organisation, fields,
                   .table = "organisation",
                   .label = N_("Organisation"),
                   .labels = N_("Organisations"),
                   .line = "{short_name}",
                   .check = dov_organisation_check)
