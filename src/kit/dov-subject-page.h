/* dov-subject-page.h - the page of one record, declared: head, notices, what can be done, what belongs to it */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-deed.h"
#include "dov-figure.h"
#include "dov-notice.h"
#include "dov-subject.h"
#include "dov-tabs.h"

G_BEGIN_DECLS

#define DOV_TYPE_SUBJECT_PAGE (dov_subject_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (DovSubjectPage, dov_subject_page, DOV, SUBJECT_PAGE, DovPage)

/* @refresh: shows everything anew; a busy page chains up and shows what is its own. */
struct _DovSubjectPageClass
{
  DovPageClass parent_class;

  void (*refresh) (DovSubjectPage *page);
};

DovPage    *dov_subject_page_new        (DovStore         *store,
                                         const DovSubject *subject,
                                         gint64            id);

DovStore   *dov_subject_page_get_store  (DovSubjectPage   *self);
DovRecord  *dov_subject_page_get_record (DovSubjectPage   *self);
gint64      dov_subject_page_get_id     (DovSubjectPage   *self);
DovTabs    *dov_subject_page_get_tabs   (DovSubjectPage   *self);
GtkWidget  *dov_subject_page_get_part   (DovSubjectPage   *self,
                                         const char       *name);
const DovSubject *dov_subject_page_get_subject (DovSubjectPage *self);

void        dov_subject_page_refresh    (DovSubjectPage   *self);
void        dov_subject_page_refresh_soon (DovSubjectPage *self);
void        dov_subject_page_act        (DovSubjectPage   *self,
                                         const char       *name);

gboolean    dov_subject_page_may_act    (DovSubjectPage   *self,
                                         const char       *name);

/* In DovSubject.tell, anew at each refresh. */
DovNotice  *dov_subject_page_add_notice (DovSubjectPage   *self,
                                         DovNoticeKind     kind,
                                         const char       *lead,
                                         const char       *text,
                                         const char       *act);
void        dov_subject_page_add_mark   (DovSubjectPage   *self,
                                         const char       *words,
                                         const DovSign    *sign);
void        dov_subject_page_add_words  (DovSubjectPage   *self,
                                         const char       *words);
void        dov_subject_page_add_badge  (DovSubjectPage   *self,
                                         const char       *words,
                                         const DovSign    *sign);

G_END_DECLS
