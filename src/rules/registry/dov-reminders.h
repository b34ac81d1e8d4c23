/* dov-reminders.h - what is due, overdue or coming soon, over everything that is kept (domain.md 4.11) */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-store.h"

G_BEGIN_DECLS

/**
 * DovReminder:
 * @type: the record that it is about, %G_TYPE_NONE when it is about none
 * @id: of that record
 * @section: (nullable): the section of the program where it is done, when it is about no record
 * @subject: (nullable): what it is about, where the record does not say it by itself
 * @words: what is to be done, translated
 * @due_on: by when; before today it is overdue
 */
typedef struct
{
  GType       type;
  gint64      id;
  const char *section;
  char       *subject;
  char       *words;
  GDate       due_on;
} DovReminder;

GPtrArray *dov_reminders_list (DovStore *store,
                               gint64    lounge) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
