/* dov-routes.h - which page opens for which section, record and draft */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-page.h"

G_BEGIN_DECLS

/**
 * DovRoute:
 * @name: as DovPage:section has it
 * @label: what people read, marked with N_()
 * @is_foot: stands at the foot of the sidebar
 * @open: makes the first page of the section
 */
typedef struct
{
  const char  *name;
  const char  *label;
  const char  *icon;
  gboolean     is_foot;
  DovPage   *(*open) (DovStore *store);
} DovRoute;

/* Before the first page is made: every area tells what its records look like. */
void            dov_routes_tell_looks    (void);

const DovRoute *dov_routes_list_sections (guint      *n_sections);
const DovRoute *dov_routes_find_section  (const char *name);

DovPage          *dov_routes_open_section  (DovStore   *store,
                                            const char *name);
DovPage          *dov_routes_open_list     (DovStore   *store,
                                            GType       type);
DovPage          *dov_routes_open_ids      (DovStore   *store,
                                            GType       type,
                                            const char *title,
                                            GArray     *ids);
DovPage          *dov_routes_open_record   (DovStore   *store,
                                            GType       type,
                                            gint64      id);
DovPage          *dov_routes_open_new      (DovStore   *store,
                                            DovRecord  *draft);
DovPage          *dov_routes_open_draft    (DovStore   *store,
                                            gint64      number);

G_END_DECLS
