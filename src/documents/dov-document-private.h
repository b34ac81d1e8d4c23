/* dov-document-private.h - a loaded definition, for the run */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-definition.h"
#include "dov-document.h"

G_BEGIN_DECLS

struct _DovDocument
{
  GObject        parent_instance;

  DovDefinition *definition;  /* NULL only with trouble */
  DovDefinition *measures;    /* NULL: none needed */
  char          *code;        /* by the name of the file */
  char          *trouble;
  gboolean       is_own;
};

G_END_DECLS
