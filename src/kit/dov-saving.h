/* dov-saving.h - the card that saves a workbook or a PDF: file, how far, stop, and what to do when the name is taken */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "dov-document.h"

G_BEGIN_DECLS

typedef enum
{
  DOV_SAVING_IDLE,
  DOV_SAVING_BUSY,     /* writing, may be stopped */
  DOV_SAVING_ASKS,     /* a visitor is near: save it all the same? */
  DOV_SAVING_TAKEN,    /* there is such a file: replace it, or use another name? */
  DOV_SAVING_DONE,
  DOV_SAVING_STOPPED,
  DOV_SAVING_FAILED,
} DovSavingState;

/* Signal: "state-changed". */
#define DOV_TYPE_SAVING (dov_saving_get_type ())
G_DECLARE_FINAL_TYPE (DovSaving, dov_saving, DOV, SAVING, AdwBin)

/* Makes what is to be saved, in another thread: it opens what it reads by itself. */
typedef DovResult *(*DovSavingMake) (gpointer       user_data,
                                     GCancellable  *cancellable,
                                     GError       **error);

GtkWidget      *dov_saving_new         (void);
void            dov_saving_start       (DovSaving  *self,
                                        DovResult  *result);
void            dov_saving_start_pdf   (DovSaving  *self,
                                        DovResult  *result);
void            dov_saving_make        (DovSaving      *self,
                                        const char     *title,
                                        DovSavingMake   make,
                                        gpointer        user_data,
                                        GDestroyNotify  free_data);
void            dov_saving_make_document (DovSaving    *self,
                                        DovStore       *store,
                                        const char     *code,
                                        const char     *title,
                                        const DovPeriod *period,
                                        gint64          lounge,
                                        gint64          subject);
void            dov_saving_stop        (DovSaving  *self);
void            dov_saving_close       (DovSaving  *self);
DovSavingState  dov_saving_get_state   (DovSaving  *self);
const char     *dov_saving_get_path    (DovSaving  *self);

/* Where workbooks go: what was chosen last, else the documents of the person. */
char           *dov_saving_dup_folder  (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
