/* dov-look.h - what records look like, told by their area: groups of the form, hints, signs of states */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-badge.h"
#include "dov-form.h"
#include "dov-page.h"

G_BEGIN_DECLS

typedef enum
{
  DOV_FORM_ALWAYS,
  DOV_FORM_NEW,          /* in the form of what is not kept yet */
  DOV_FORM_KEPT,
} DovFormWhen;

typedef enum
{
  DOV_FORM_BELOW,
  DOV_FORM_UNDER_TITLE,
  DOV_FORM_BESIDE_TITLE,
} DovFormHead;

/**
 * DovFormGroup:
 * @title: (nullable): marked with N_()
 * @fields: names with spaces between; empty where something else is shown among the groups
 * @at_end: in the second column
 * @in_head: what is made stands with the title, over both columns
 * @link: (nullable): the fields are of the record that this link leads to; “handover_id”:
 *   their draft is dov_form_find_draft() of “handover”, and is saved by the look
 * @name: (nullable): of what is made, for dov_form_find_widget()
 * @make: (nullable): makes what is shown instead of fields
 *
 * Fields that stand together in a form.
 */
typedef struct
{
  const char  *title;
  const char  *fields;
  gboolean     at_end;
  DovFormHead  in_head;
  DovFormWhen  when;
  const char  *link;
  const char  *name;
  GtkWidget *(*make) (DovForm *form);
} DovFormGroup;

typedef struct
{
  const char  *field;    /* “handover.place” of a linked record */
  const char  *words;    /* N_() */
  DovFormWhen  when;
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
 * DovSought:
 * @rank: its place among the kinds that are found by Ctrl+K, from 1 on
 * @icon: before what is found
 * @also: (nullable): as DovQuery has it
 * @title: (nullable): the link it is called by; %NULL: its own line
 * @about: (nullable): the link that tells it from others
 * @name: (nullable): instead of both: gives the title, and what tells namesakes apart
 * @latest: (nullable): by this field, the latest first
 * @tells: which family got what: never shown to a visitor
 *
 * How a kind of record is found among everything.
 */
typedef struct
{
  guint        rank;
  const char  *icon;
  const char  *also;
  const char  *title;
  const char  *about;
  char      *(*name) (DovRecord *record, char **apart);
  const char  *latest;
  gboolean     tells;
} DovSought;

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
 * @sought: how it is found by Ctrl+K; without a rank: it is not
 * @is_about_visitor: filled in together with the family that sits beside the desk
 * @opens_when_made: a new one is worked on at once
 * @place: (nullable): the section of the sidebar that its form belongs to; %NULL: that of the page below
 * @bin: (nullable): what putting it into the bin means here, marked with N_(); %NULL: an icon says it
 * @subject: (nullable): the page of one, declared
 * @page: (nullable): makes the page of one that is not declared
 * @open: (nullable): a page instead of its form; %NULL from it: its form. @kept is the number of the unfinished
 *   form that is taken up again, or 0
 * @fill_in: (nullable): what is known of a new one before anything is typed
 * @begin: (nullable): once, when the fields stand: connects what is filled in by itself, narrows links
 * @title: (nullable): what its form is called, where that is about another record
 * @focus: (nullable): the field where work begins; %NULL from it: the first
 * @follow: (nullable): shows in the form what follows from what is typed, now, after each key and pause
 * @save: (nullable): saves what belongs together with it; %NULL: itself
 * @paper: (nullable): the document that is printed of it, from its form
 * @paper_of: (nullable): the link to the record that the document is of; %NULL: this one
 * @below: (nullable): what stands under its form, such as how often a person came
 * @is_apart: where it belongs to others and something stands below their form, it is shown there and not listed once more
 */
typedef struct
{
  GType             (*type) (void);
  const char         *heading;
  const DovFormGroup *form;
  const DovFormHint  *hints;
  const DovStateSign *signs;
  const DovOwnRow    *rows;
  DovSought           sought;
  gboolean            is_about_visitor;
  gboolean            opens_when_made;
  const char         *place;
  const char         *bin;
  const DovSubject   *subject;
  DovPage          *(*page) (DovStore *store, gint64 id);
  DovPage          *(*open) (DovStore *store, DovRecord *draft, gint64 kept);
  void              (*fill_in) (DovStore *store, DovRecord *draft);
  void              (*begin) (DovForm *form);
  char             *(*title) (DovStore *store, DovRecord *draft);
  const char       *(*focus) (DovRecord *draft);
  void              (*follow) (DovForm *form);
  DovFormSave         save;
  const char         *paper;
  const char         *paper_of;
  GtkWidget        *(*below) (DovStore *store, GType type, gint64 id);
  gboolean            is_apart;
} DovLook;

void           dov_look_add  (const DovLook *looks,
                              guint          n_looks);
const DovLook *dov_look_find (GType          type);
GPtrArray     *dov_look_list (void) G_GNUC_WARN_UNUSED_RESULT;
gboolean       dov_look_check (const DovLook *look,
                               GString       *faults);

G_END_DECLS
