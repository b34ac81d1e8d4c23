/* dov-finding.h - what the palette finds: records, sections, documents and things to do */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-store.h"

G_BEGIN_DECLS

/**
 * DovFinding:
 * @group: what kind it is of, for people: «Семьи»
 * @type: the record, or %G_TYPE_INVALID
 * @all: (nullable): all that were found of a kind, when they are too many to show
 * @action: (nullable): otherwise what is done, with @target
 */
typedef struct
{
  const char *group;
  const char *icon;
  char       *title;
  char       *subtitle;
  GType       type;
  gint64      id;
  GArray     *all;
  char       *action;
  char       *target;
} DovFinding;

DovFinding *dov_finding_ref          (DovFinding  *self);
void        dov_finding_unref        (DovFinding  *self);

guint       dov_findings_count_kinds (void);
gboolean    dov_findings_tell        (guint        kind);
GArray     *dov_findings_list        (DovStore    *store,
                                      guint        kind,
                                      const char  *typed,
                                      GError     **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean    dov_findings_are_own     (DovStore    *store,
                                      guint        kind,
                                      const char  *typed);
GPtrArray  *dov_findings_name        (DovStore    *store,
                                      guint        kind,
                                      GArray      *ids) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray  *dov_findings_get_documents (DovStore  *store);
GPtrArray  *dov_findings_list_others (DovStore    *store,
                                      const char  *typed) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
