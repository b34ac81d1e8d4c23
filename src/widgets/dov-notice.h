/* dov-notice.h - a remark on a page that must not be missed, with the way on */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

typedef enum
{
  DOV_NOTICE_INFORMS,
  DOV_NOTICE_WARNS,
  DOV_NOTICE_REFUSES,
} DovNoticeKind;

#define DOV_TYPE_NOTICE (dov_notice_get_type ())
G_DECLARE_FINAL_TYPE (DovNotice, dov_notice, DOV, NOTICE, GtkBox)

GtkWidget *dov_notice_new        (DovNoticeKind  kind,
                                  const char    *lead,
                                  const char    *text);
void       dov_notice_set_words  (DovNotice     *self,
                                  const char    *lead,
                                  const char    *text);
void       dov_notice_tell       (DovNotice     *self);
GtkWidget *dov_notice_add_action (DovNotice     *self,
                                  const char    *label,
                                  const char    *key);
void       dov_notice_add_widget (DovNotice     *self,
                                  GtkWidget     *widget);

G_END_DECLS
