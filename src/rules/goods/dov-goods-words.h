/* dov-goods-words.h - words about drives and papers about goods, as pages say them */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-need.h"
#include "dov-store.h"

G_BEGIN_DECLS

/* A family is found by the names of its members too. */
#define DOV_FAMILIES_BY_MEMBERS \
  "SELECT m.family_id FROM live_family_member m JOIN live_person p ON p.id = m.person_id WHERE holds (p.key, ?w)"

/* “potatoes 80 kg, a blanket 1 pcs”: what the lines of a paper hold. */
char     *dov_goods_things_words   (DovStore    *store,
                                    GType        type,
                                    gint64       paper) G_GNUC_WARN_UNUSED_RESULT;
char     *dov_goods_person_short   (DovStore    *store,
                                    gint64       person) G_GNUC_WARN_UNUSED_RESULT;
char     *dov_goods_child_words    (DovStore    *store,
                                    gint64       person,
                                    const GDate *on) G_GNUC_WARN_UNUSED_RESULT;
/* “Boots, size 33” or, while only the kind is known, “shoes”. */
char     *dov_goods_need_words     (DovStore    *store,
                                    DovNeed     *need) G_GNUC_WARN_UNUSED_RESULT;
char     *dov_goods_place_words    (DovStore    *store,
                                    gint64       lounge) G_GNUC_WARN_UNUSED_RESULT;
char     *dov_goods_day_words      (const GDate *day) G_GNUC_WARN_UNUSED_RESULT;
gint64    dov_goods_find_me        (DovStore    *store);

G_END_DECLS
