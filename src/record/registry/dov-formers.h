/* dov-formers.h - what may have been called otherwise, and where that is kept */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-record.h"

G_BEGIN_DECLS

/**
 * DovFormer:
 * @type: what has a name, with the fields “name_since” and “former_names”
 * @former: where its former names are
 * @link: the field by which they point to it
 * @fields: what the name is made of
 * @names: what keeps each of @fields there
 */
typedef struct
{
  GType      (*type)   (void);
  GType      (*former) (void);
  const char  *link;
  const char  *fields[4];
  const char  *names[4];
} DovFormer;

extern const DovFormer dov_formers[];
extern const guint dov_n_formers;

G_END_DECLS
