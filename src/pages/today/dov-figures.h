/* dov-figures.h - the counts of «Сегодня», each together with the records it counts */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-store.h"

G_BEGIN_DECLS

typedef enum
{
  DOV_FIGURE_EVENTS,    /* held in the period */
  DOV_FIGURE_VISITS,    /* everybody who came to them, with and without a name */
  DOV_FIGURE_NAMED,     /* of these by name */
  DOV_FIGURE_UNCOUNTED, /* past, but not marked held yet; until today */
  DOV_FIGURE_FAMILIES,  /* on support now */
  DOV_FIGURE_CHILDREN,  /* of these families, under 18 now */
} DovFigureKind;

gint64 dov_figures_count     (DovStore       *store,
                              DovFigureKind   kind,
                              gint64          lounge,
                              const GDate    *since,
                              const GDate    *until,
                              GArray        **ids);
GType  dov_figures_get_type  (DovFigureKind   kind);

G_END_DECLS
