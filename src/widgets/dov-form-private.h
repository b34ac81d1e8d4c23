/* dov-form-private.h - what the two halves of the form share */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-form.h"
#include "dov-warned.h"

G_BEGIN_DECLS

/* Rows of one draft; a form may edit several. */
typedef struct
{
  DovFieldGroup *group;
  char          *part;      /* names the draft among the others, NULL for the form's own */
  char          *whose;     /* the same read aloud */
} DovFormPart;

typedef struct
{
  DovRecord  *draft;
  const char *field;
} DovFormLater;

typedef struct
{
  DovRecord *draft;
  DovRecord *untouched;
  gboolean   may_be_left; /* while it is untouched */
  gboolean   is_skipped;  /* edited, but not wanted after all */
} DovFormOptional;

/* A warning is confirmed for one draft and for what was read: what is right of one person may be wrong of another. */
typedef struct
{
  DovRecord *draft;
  char      *rule;
  char      *said;        /* NULL: all that the rule says of the draft */
  char      *reason;
} DovFormAccepted;

struct _DovForm
{
  AdwBin         parent_instance;

  DovStore      *store;
  DovRecord     *draft;
  char          *words;
  gint64         kept;        /* the number of the kept draft, 0 while none is */
  gboolean       was_edited;
  char          *begun;       /* what it held when it was first seen, NULL in one that is taken up again */
  gint64         operation;   /* that saved it, 0 while it is not saved, or nothing was changed */
  gboolean       is_done;     /* saved or dismissed: nothing is kept any more */
  guint          rest;
  DovFormSave    save;
  gpointer       save_data;

  GPtrArray     *parts;       /* DovFormPart, in reading order */
  GPtrArray     *later;       /* DovFormLater: fields that are filled in when it is saved */
  GPtrArray     *optional;    /* DovFormOptional: drafts that may be left alone */
  gboolean       accepts_all; /* a warning without a number was confirmed */
  GArray        *accepted;    /* DovFormAccepted: what was confirmed, the last said is meant */
  DovWarned     *warned;      /* what only saving shows, and why it is right all the same */

  GtkWidget     *clamp;
  GtkWidget     *columns;
  GtkWidget     *body;
  GtkWidget     *notices;
  GtkWidget     *summary;     /* DovNotice, or NULL */
  GtkWidget     *start;
  GtkWidget     *end;
  GtkWidget     *footer;
};

void dov_form_show_summary (DovForm    *self,
                            const char *loose);
void dov_form_finish       (DovForm    *self,
                            const char *signal);
void dov_form_show_half_typed (DovForm     *self,
                            DovFormPart *part,
                            DovFieldRow *row);
void dov_form_rest         (DovForm    *self);
void dov_form_keep_reasons (DovForm    *self);
void dov_form_remember_begun (DovForm  *self);

G_END_DECLS
