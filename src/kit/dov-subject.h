/* dov-subject.h - what the page of a record declares: facts, figures, acts, tabs */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-look.h"
#include "dov-path-bar.h"
#include "dov-related-list.h"

G_BEGIN_DECLS

/* The page; it stands above what it is declared by. */
typedef struct _DovSubjectPage DovSubjectPage;

/**
 * DovActSort:
 * @DOV_ACT_EDIT: the form of the record
 * @DOV_ACT_REMOVE: into the bin, and back to the page before
 * @DOV_ACT_NEW: the form of a new record that belongs to it
 * @DOV_ACT_STEP: another state
 * @DOV_ACT_PAPER: a document about it
 * @DOV_ACT_RUN: what the page does by itself
 * @DOV_ACT_DO: what the rules do with the record in one operation
 */
typedef enum
{
  DOV_ACT_EDIT = 1,
  DOV_ACT_REMOVE,
  DOV_ACT_NEW,
  DOV_ACT_STEP,
  DOV_ACT_PAPER,
  DOV_ACT_RUN,
  DOV_ACT_DO,
} DovActSort;

/* Where its button stands; whatever the place, its key and its action answer. */
typedef enum
{
  DOV_ACT_IN_HEAD,   /* beside the title */
  DOV_ACT_IN_BAR,    /* in a line under the figures */
  DOV_ACT_IN_MENU,   /* under the three dots */
  DOV_ACT_AT_FOOT,   /* in the bar at the foot of the page, which stays there; the menu stands there too */
  DOV_ACT_UNSEEN,    /* begun by a widget of the page */
} DovActPlace;

/**
 * DovAct:
 * @name: of its action: "mentor.log"; the part before the dot is that of the subject
 * @label: marked with N_(); EDIT and REMOVE have words of their own
 * @icon: (nullable): before the label
 * @key: (nullable): "F4", "<Control>e"; answers wherever the keyboard is on the page;
 *   strong acts of different states may share one
 * @type: NEW: of this record; its link to the subject is filled in, and the lounge
 * @link: (nullable): NEW: the link, where several lead to the subject
 * @code: STEP: the state it becomes; PAPER: the document
 * @words: STEP: the operation, with %s for the record: N_("A rest for %s")
 * @prepare: (nullable): NEW, STEP: fills in more before the form opens or the step is saved
 * @asks: (nullable): STEP, RUN, DO: something that must be typed first, marked with N_()
 * @ask_title: (nullable): the title of the card that asks, marked with N_()
 * @reason: (nullable): STEP: the field that takes what was typed
 * @run: RUN: does it; @typed is what was asked for, %NULL when nothing was
 * @rule: DO: does it; may begin and commit by itself
 * @leaves: DO: then the page before is shown
 * @is_covered: not while a visitor is near
 * @while_in: (nullable): the states in which it may be done: "works paused"
 * @may: (nullable): whether it may be done besides
 * @place: where its button stands
 * @is_strong: the one strong button
 * @is_main: also the main action of the header, Ctrl+N
 * @is_bare: a button of its icon alone
 * @reads: RUN: changes nothing, so it may be done in a file that is only read
 * @begins: in the menu: the first of a new section
 */
typedef struct
{
  const char  *name;
  const char  *label;
  const char  *icon;
  const char  *key;
  DovActSort   kind;
  GType      (*type) (void);
  const char  *link;
  const char  *code;
  const char  *words;
  void       (*prepare) (DovSubjectPage *page, DovRecord *draft);
  const char  *asks;
  const char  *ask_title;
  const char  *reason;
  void       (*run) (DovSubjectPage *page, const char *typed);
  gboolean   (*rule) (DovStore *store, DovRecord *record, const char *typed, GError **error);
  const char  *while_in;
  DovIs        may;
  DovActPlace  place;
  gboolean     is_strong;
  gboolean     is_main;
  gboolean     is_bare;
  gboolean     reads;
  gboolean     begins;
  gboolean     leaves;
  gboolean     is_covered;
} DovAct;

/**
 * DovTab:
 * @name: the word the program knows it by
 * @title: marked with N_()
 * @lists: declared lists, one under the other
 * @offered: (nullable): the name under which another area offers its list, instead of @lists; or a part of its own,
 *   instead of all else but the name
 * @fields: (nullable): fields of the record as rows, what is not known left out
 * @fields_act: (nullable): the act behind the button over the fields, such as "club.edit"
 * @make: (nullable): a widget of its own, above the lists
 * @is_below: or below them
 * @refresh: (nullable): shows the record in it anew; returns its count
 * @may: (nullable): whether it is there at all for this record, asked at each refresh
 * @parts: (nullable): instead of all these: parts that stand one under the other, to one without a name
 * @beside: (nullable): more of them, to the right
 * @is_covered: not while a visitor is near
 * @is_uncounted: how many there are would tell nothing
 * @short_title: (nullable): in a narrow window, marked with N_()
 *
 * One named “history” takes in the history of the record.
 */
typedef struct _DovTab DovTab;

struct _DovTab
{
  const char           *name;
  const char           *title;
  const DovRelatedList *lists[4];
  const char           *offered;
  const char           *fields;
  const char           *fields_act;
  GtkWidget          *(*make) (DovSubjectPage *page);
  guint               (*refresh) (DovSubjectPage *page, GtkWidget *made);
  DovIs                 may;
  const DovTab         *parts;
  const DovTab         *beside;
  gboolean              is_below;
  gboolean              is_covered;
  gboolean              is_uncounted;
  const char           *short_title;
};

/**
 * DovSubjectFigure:
 * @caption: marked with N_()
 * @tab: (nullable): it leads to this tab
 * @act: (nullable): or does this act
 * @ids: (nullable): or a SELECT of ids, where ?1 is the subject: how many there are is
 *   the number, and it leads to the list of them
 * @type: of these
 * @words: (nullable): the caption for a number, instead of @caption
 *
 * A number in the head. One that leads nowhere is no button.
 */
typedef struct
{
  const char *caption;
  const char *tab;
  const char *act;
  const char *ids;
  GType     (*type) (void);
  char     *(*words) (DovStore *store, DovRecord *record, gint64 n);
} DovSubjectFigure;

/**
 * DovSubject:
 * @type: the record
 * @section: of the sidebar
 * @state: (nullable): the choice that is the badge beside the title
 * @title: (nullable): words of the title; %NULL: how the store calls it
 * @state_words: (nullable): words of the badge; %NULL: the state
 * @facts: (nullable): paths of fields under the title
 * @facts_words: (nullable): more of them, already words; stand after @facts
 * @figures: (nullable): to one without a caption
 * @count: (nullable): fills in the values of @figures that count no ids, each (transfer full)
 * @path: (nullable): the states behind it, the present one and the next; then there is no badge of the state
 * @acts: to one without a name
 * @tabs_label: what the tabs divide, marked with N_(); %NULL: parts stand one under the other
 * @tabs: to one without a name; «История» comes by itself, the last
 * @sides: (nullable): what stands to the right of them, to one without a name
 * @focus: (nullable): the part in whose own widget the keyboard begins, where something is
 *   typed each time; %NULL: the strong act, or the first of the tabs
 * @tell: (nullable): adds notices and badges: what is missing, what to do
 * @keeps_head: what stands above the tabs stays there while they are looked through, in a window of some height
 * @is_equal: both columns are of one width
 * @for_visitors: stays open while a visitor is near and covers by itself what is about others
 * @page: (nullable): the class of its page, a #DovSubjectPage with something of its own
 */
struct _DovSubject
{
  GType                 (*type) (void);
  const char             *section;
  const char             *state;
  DovWords                title;
  DovWords                state_words;
  const char             *facts;
  DovWords                facts_words;
  const DovSubjectFigure *figures;
  void                  (*count) (DovSubjectPage *page, char **values);
  void                  (*path) (DovSubjectPage *page, DovPathBar *path);
  const DovAct           *acts;
  const char             *tabs_label;
  const DovTab           *tabs;
  const DovTab           *sides;
  const char             *focus;
  void                  (*tell) (DovSubjectPage *page, DovRecord *record);
  gboolean                keeps_head;
  gboolean                is_equal;
  gboolean                for_visitors;
  GType                 (*page) (void);
};

gboolean              dov_subject_may_write (DovStore         *store,
                                            DovRecord        *record);
gboolean              dov_subject_check     (const DovSubject *subject,
                                            GString          *faults);
const DovRelatedList *dov_tab_get_list      (const DovTab     *tab,
                                            guint             n);

/* A part that one area makes for the page of another, by a name that both know: "family.consents". */
void                  dov_tab_offer         (const char       *name,
                                            const DovTab     *part);
const DovTab         *dov_tab_find          (const DovTab     *tab);

/* What one area has to tell on the page of another's record. */
typedef void (*DovTellAlso) (DovSubjectPage *page, DovRecord *record);

void                  dov_subject_tell_also (GType             type,
                                            DovTellAlso       tell);
DovTellAlso           dov_subject_find_also (GType             type);

G_END_DECLS
