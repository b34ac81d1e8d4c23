/* dov-family-link.h - two families that have to do with each other */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-record.h"

G_BEGIN_DECLS

typedef enum
{
  DOV_FAMILY_LINK_KIND_RELATIVES = 1,
  DOV_FAMILY_LINK_KIND_FORMER,
  DOV_FAMILY_LINK_KIND_HOUSEHOLD,
  DOV_FAMILY_LINK_KIND_GUARDIAN,
  DOV_FAMILY_LINK_KIND_SPLIT,    /* the family came out of the other one */
  DOV_FAMILY_LINK_KIND_MERGED,   /* the family went over into the other one */
  DOV_FAMILY_LINK_KIND_OTHER,
} DovFamilyLinkKind;

GType dov_family_link_kind_get_type (void);

#define DOV_TYPE_FAMILY_LINK (dov_family_link_get_type ())
G_DECLARE_FINAL_TYPE (DovFamilyLink, dov_family_link, DOV, FAMILY_LINK, DovRecord)

struct _DovFamilyLink
{
  DovRecord parent_instance;

  gint64             family_id;
  gint64             other_id;
  DovFamilyLinkKind  kind;
  GDate             *since;
  GDate             *until;
  char              *note;
};

G_END_DECLS
