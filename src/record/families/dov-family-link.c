/* dov-family-link.c - two families that have to do with each other */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-family-link.h"

#include "dov-family.h"

#include <glib/gi18n.h>

DOV_DEFINE_CHOICES (
  DovFamilyLinkKind, dov_family_link_kind,
  { DOV_FAMILY_LINK_KIND_RELATIVES, N_("relatives"), "relatives" },
  { DOV_FAMILY_LINK_KIND_FORMER, N_("parents who live apart"), "former" },
  { DOV_FAMILY_LINK_KIND_HOUSEHOLD, N_("one household"), "household" },
  { DOV_FAMILY_LINK_KIND_GUARDIAN, N_("family of the guardian"), "guardian" },
  { DOV_FAMILY_LINK_KIND_SPLIT, N_("came out of that family"), "split" },
  { DOV_FAMILY_LINK_KIND_MERGED, N_("became one with that family"), "merged" },
  { DOV_FAMILY_LINK_KIND_OTHER, N_("other link"), "other" })

static const DovField fields[] = {
  DOV_LINK (DovFamilyLink, family_id, N_("Family"), DOV_REQUIRED | DOV_LISTED | DOV_PERSONAL, dov_family_get_type),
  DOV_LINK (DovFamilyLink, other_id, N_("Linked family"), DOV_REQUIRED | DOV_LISTED | DOV_PERSONAL,
            dov_family_get_type),
  DOV_CHOICE (DovFamilyLink, kind, N_("How they are linked"), DOV_REQUIRED | DOV_LISTED,
              DovFamilyLinkKind, dov_family_link_kind_get_type),
  DOV_DATE (DovFamilyLink, since, N_("Since"), DOV_LISTED),
  DOV_DATE_AFTER (DovFamilyLink, until, N_("Until"), DOV_LISTED, since),
  DOV_TEXT (DovFamilyLink, note, N_("Note"), DOV_PERSONAL),
};

DOV_DEFINE_RECORD (DovFamilyLink, dov_family_link, fields,
                   .table = "family_link",
                   .label = N_("Link of families"),
                   .labels = N_("Links of families"),
                   .line = "{kind}")
