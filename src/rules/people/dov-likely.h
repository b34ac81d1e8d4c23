/* dov-likely.h - a person is found before it is made twice (V9) */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-person.h"
#include "dov-store.h"

G_BEGIN_DECLS

/* What two cards have in common, or nearly. */
typedef enum
{
  DOV_LIKENESS_SNILS          = 1 << 0,
  DOV_LIKENESS_NAME           = 1 << 1,  /* all parts, in whatever order, ё as е */
  DOV_LIKENESS_SHORTER_NAME   = 1 << 2,  /* one of them has no patronymic */
  DOV_LIKENESS_BIRTH          = 1 << 3,
  DOV_LIKENESS_NEARLY_BIRTH   = 1 << 4,  /* one digit differs, or day and month stand the other way round */
  DOV_LIKENESS_UNKNOWN_BIRTH  = 1 << 5,
} DovLikeness;

/**
 * DovLikely:
 * @person_id: the card that is there already
 * @score: the higher, the likelier
 * @is_warned: whether V9 asks before another card is saved
 */
typedef struct
{
  gint64      person_id;
  int         score;
  DovLikeness likeness;
  gboolean    is_warned;
} DovLikely;

GArray   *dov_person_find_likely   (DovStore    *store,
                                    DovPerson   *draft) G_GNUC_WARN_UNUSED_RESULT;
GArray   *dov_person_list_cards    (DovStore    *store,
                                    gint64       person_id) G_GNUC_WARN_UNUSED_RESULT;
GArray   *dov_likely_list_people   (GArray      *likely,
                                    guint        at_most) G_GNUC_WARN_UNUSED_RESULT;
char     *dov_likeness_to_words    (DovLikeness  likeness) G_GNUC_WARN_UNUSED_RESULT;
gboolean  dov_person_say_different (DovStore    *store,
                                    gint64       person_id,
                                    gint64       other_id,
                                    const char  *reason,
                                    GError     **error);

G_END_DECLS
