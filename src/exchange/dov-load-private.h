/* dov-load-private.h - a load under way, for its two files */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-load.h"

G_BEGIN_DECLS

/* Where a record came from, so that a refusal at the end finds its line. */
typedef struct
{
  gint64      id;
  const char *where;  /* in the chunk of names */
} DovOrigin;

/* A record that a later line may point to. */
typedef struct
{
  GType  type;
  gint64 id;
} DovKnown;

struct _DovLoad
{
  DovStore     *store;
  GHashTable   *refs;    /* the local name of a record → DovKnown */
  GHashTable   *items;   /* "list/code" of a reference item → DovKnown */
  GArray       *origins;
  GStringChunk *names;
  GPtrArray    *heard;   /* DovWarning */
  gboolean      is_open;
};

/* dov-load-field.c */
void     dov_load_remember   (GHashTable      *names,
                              const char      *name,
                              DovRecord       *record);
gboolean dov_load_take_field (DovLoad         *self,
                              DovRecord       *record,
                              const DovField  *field,
                              JsonNode        *value,
                              GError         **error);

G_END_DECLS
