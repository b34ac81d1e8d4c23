/* dov-look.h - what records look like, told by their area: groups of the form, hints, signs of states */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-badge.h"
#include "dov-page.h"

G_BEGIN_DECLS

/* Fields that stand together in a form; a group at the end is folded away at first. */
typedef struct
{
  const char *title;     /* N_(); NULL: none */
  const char *fields;
  gboolean    at_end;
} DovFormGroup;

typedef struct
{
  const char *field;
  const char *words;     /* N_() */
} DovFormHint;

typedef struct
{
  const char *code;      /* of the choice */
  DovSign     sign;
} DovStateSign;

/* Rows that the page of a record can begin, even while there are none. */
typedef struct
{
  GType      (*type) (void);
  const char  *label;    /* N_() */
} DovOwnRow;

typedef struct _DovSubject DovSubject;

/**
 * DovLook:
 * @type: the record
 * @heading: (nullable): what an empty form is called, marked with N_(): “New event”;
 *   languages in which “new” agrees with the noun need the two words together
 * @form: (nullable): its groups, to one without fields; %NULL: the form follows the table of
 *   fields. What is not named is not edited by people: it is set where the thing itself is done
 * @hints: (nullable): words under fields, to one without a field
 * @signs: (nullable): how its states look, to one without a code
 * @rows: (nullable): what can be begun on its page, to one without a type
 * @is_about_visitor: filled in together with the family that sits beside the desk
 * @opens_when_made: a new one is worked on at once
 * @subject: (nullable): the page of one, declared
 * @page: (nullable): makes the page of one that is not declared
 * @open: (nullable): its form, where that is a page of its own; %NULL from it: the form of any
 *   record. @kept is the number of the unfinished form that is taken up again, or 0
 * @fill_in: (nullable): what is known of a new one before anything is typed
 * @paper: (nullable): the document that is printed of it, from its form
 * @below: (nullable): what stands under its form, such as how often a person came
 */
typedef struct
{
  GType             (*type) (void);
  const char         *heading;
  const DovFormGroup *form;
  const DovFormHint  *hints;
  const DovStateSign *signs;
  const DovOwnRow    *rows;
  gboolean            is_about_visitor;
  gboolean            opens_when_made;
  const DovSubject   *subject;
  DovPage          *(*page) (DovStore *store, gint64 id);
  DovPage          *(*open) (DovStore *store, DovRecord *draft, gint64 kept);
  void              (*fill_in) (DovStore *store, DovRecord *draft);
  const char         *paper;
  GtkWidget        *(*below) (DovStore *store, GType type, gint64 id);
} DovLook;

void           dov_look_add  (const DovLook *looks,
                              guint          n_looks);
const DovLook *dov_look_find (GType          type);
GPtrArray     *dov_look_list (void) G_GNUC_WARN_UNUSED_RESULT;
gboolean       dov_look_check (const DovLook *look,
                               GString       *faults);

G_END_DECLS
