/* dov-member-page.h - somebody of a family: a newcomer, or what is known of a member */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-form-page.h"

G_BEGIN_DECLS

#define DOV_TYPE_MEMBER_PAGE (dov_member_page_get_type ())
G_DECLARE_FINAL_TYPE (DovMemberPage, dov_member_page, DOV, MEMBER_PAGE, DovFormPage)

DovPage *dov_member_page_new (DovStore  *store,
                              DovRecord *draft,
                              gint64     kept);

G_END_DECLS
