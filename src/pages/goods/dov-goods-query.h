/* dov-goods-query.h - lists and words of drives and papers about goods, asked from the store */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-page.h"

G_BEGIN_DECLS

/* A family is found by the names of its members too. */
#define DOV_FAMILIES_BY_MEMBERS \
  "SELECT m.family_id FROM family_member m JOIN person p ON p.id = m.person_id " \
  "WHERE m.removed IS NULL AND p.removed IS NULL AND instr (p.key, ?w) > 0"

/* SQL with ?1…; the first column of what it gives is an id. */
GArray   *dov_goods_list_ids       (DovStore    *store,
                                    const char  *sql,
                                    GVariant    *params) G_GNUC_WARN_UNUSED_RESULT;
gint64    dov_goods_count          (DovStore    *store,
                                    const char  *sql,
                                    GVariant    *params);
char     *dov_goods_ask_text       (DovStore    *store,
                                    const char  *sql,
                                    GVariant    *params) G_GNUC_WARN_UNUSED_RESULT;

/* “potatoes 80 kg, a blanket 1 pcs”: what the lines of a paper hold. */
char     *dov_goods_things_words   (DovStore    *store,
                                    const char  *table,
                                    const char  *owner,
                                    gint64       paper) G_GNUC_WARN_UNUSED_RESULT;
char     *dov_goods_person_short   (DovStore    *store,
                                    gint64       person) G_GNUC_WARN_UNUSED_RESULT;
char     *dov_goods_child_words    (DovStore    *store,
                                    gint64       person,
                                    const GDate *on) G_GNUC_WARN_UNUSED_RESULT;
char     *dov_goods_place_words    (DovStore    *store,
                                    gint64       lounge) G_GNUC_WARN_UNUSED_RESULT;
char     *dov_goods_day_words      (const GDate *day) G_GNUC_WARN_UNUSED_RESULT;
char     *dov_goods_next_number    (DovStore    *store,
                                    GType        type,
                                    gint64       lounge,
                                    const GDate *date) G_GNUC_WARN_UNUSED_RESULT;
gint64    dov_goods_find_me        (DovStore    *store);

G_END_DECLS
