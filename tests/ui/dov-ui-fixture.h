/* dov-ui-fixture.h - a small club for tests of pages: a store with people, families and events, all invented */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-store.h"
#include "dov-window.h"

G_BEGIN_DECLS

/* It is Wednesday 17 March 2027, 15:00, in the fixture. */
typedef struct
{
  char     *folder;
  DovStore *store;
  gint64    lounge;
  gint64    staff;
  gint64    held;     /* an event with numbers and five people by name */
  gint64    past;     /* planned for yesterday, without numbers */
  gint64    coming;   /* planned for next week, with registration */
} DovUiFixture;

DovUiFixture *dov_ui_fixture_new        (void) G_GNUC_WARN_UNUSED_RESULT;
void          dov_ui_fixture_free       (DovUiFixture *self);
DovWindow    *dov_ui_fixture_open_window (DovUiFixture *self) G_GNUC_WARN_UNUSED_RESULT;
gint64        dov_ui_fixture_save       (DovUiFixture *self,
                                         GType         type,
                                         ...) G_GNUC_NULL_TERMINATED;
gint64        dov_ui_fixture_add_person (DovUiFixture *self,
                                         const char   *last,
                                         const char   *first,
                                         const char   *patronymic,
                                         int           birth_year);
gint64        dov_ui_fixture_add_family (DovUiFixture *self,
                                         const char   *name,
                                         const char   *case_no,
                                         const char   *address,
                                         const char   *status,
                                         guint         n_children);
gint64        dov_ui_fixture_add_event  (DovUiFixture *self,
                                         const char   *title,
                                         const char   *starts_at,
                                         const char   *form,
                                         const char   *status);
void          dov_ui_fixture_add_many   (DovUiFixture *self,
                                         guint         n_people);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DovUiFixture, dov_ui_fixture_free)

G_END_DECLS
