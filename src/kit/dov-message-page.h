/* dov-message-page.h - a page that says one thing and offers the next step */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-page.h"

G_BEGIN_DECLS

#define DOV_TYPE_MESSAGE_PAGE (dov_message_page_get_type ())
G_DECLARE_FINAL_TYPE (DovMessagePage, dov_message_page, DOV, MESSAGE_PAGE, DovPage)

DovPage   *dov_message_page_new        (const char     *icon,
                                        const char     *title,
                                        const char     *words);
DovPage   *dov_message_page_new_gone   (const char     *section);
GtkWidget *dov_message_page_add_action (DovMessagePage *self,
                                        const char     *label,
                                        const char     *action,
                                        const char     *target,
                                        gboolean        is_main);

G_END_DECLS
