/* dov-stage-page.h - what must be written down before a record goes on: a few fields of it, and no more */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-form-page.h"

G_BEGIN_DECLS

/**
 * DovStage:
 * @title: of the page, marked with N_()
 * @words: (nullable): what it means, below the title; marked with N_()
 * @verb: the button that saves, marked with N_()
 * @fields: of the draft
 * @more: (nullable): more of them, in the second column
 * @beside: (nullable): what stands in the second column
 */
typedef struct
{
  const char  *title;
  const char  *words;
  const char  *verb;
  const char  *fields;
  const char  *more;
  GtkWidget *(*beside) (DovForm *form);
} DovStage;

#define DOV_TYPE_STAGE_PAGE (dov_stage_page_get_type ())
G_DECLARE_FINAL_TYPE (DovStagePage, dov_stage_page, DOV, STAGE_PAGE, DovFormPage)

DovPage *dov_stage_page_new (DovStore       *store,
                             DovRecord      *draft,
                             gint64          kept,
                             const DovStage *stage);

G_END_DECLS
