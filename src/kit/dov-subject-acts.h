/* dov-subject-acts.h - what can be done on the page of a record: actions, keys, buttons and menu from one table */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-notice.h"
#include "dov-subject.h"
#include "dov-wrap-box.h"

G_BEGIN_DECLS

typedef struct _DovSubjectActs DovSubjectActs;

DovSubjectActs *dov_subject_acts_new       (DovPage          *page,
                                            DovStore         *store,
                                            DovRecord        *record,
                                            const DovSubject *subject,
                                            DovWrapBox       *head,
                                            DovWrapBox       *bar,
                                            GtkBox           *foot,
                                            GtkBox           *foot_end);
void            dov_subject_acts_free      (DovSubjectActs   *self);
gboolean        dov_subject_acts_refresh   (DovSubjectActs   *self);
gboolean        dov_subject_acts_may       (DovSubjectActs   *self,
                                            const char       *name);
gboolean        dov_subject_acts_may_write (DovSubjectActs   *self);
gboolean        dov_subject_acts_focus     (DovSubjectActs   *self);
gboolean        dov_subject_acts_do_main   (DovSubjectActs   *self);
void            dov_subject_acts_offer     (DovSubjectActs   *self,
                                            DovNotice        *notice,
                                            const char       *name);

G_END_DECLS
