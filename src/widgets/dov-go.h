/* dov-go.h - ways on from any widget: to a page, a record, a list, a form, and back */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-page.h"

G_BEGIN_DECLS

/* @from is the widget where it was asked for. One that stands alone, as in a test, leads nowhere. */
void dov_go_to     (gpointer    from,
                    DovPage    *page);
void dov_go_back   (gpointer    from);
void dov_go_record (gpointer    from,
                    GType       type,
                    gint64      id);
void dov_go_list   (gpointer    from,
                    GType       type);
void dov_go_ids    (gpointer    from,
                    GType       type,
                    const char *title,
                    GArray     *ids);
void dov_go_form   (gpointer    from,
                    DovRecord  *draft);
void dov_go_draft  (gpointer    from,
                    gint64      number);
void dov_go_paper  (gpointer    from,
                    const char *code,
                    gint64      subject);
void dov_go_edit   (gpointer    from,
                    DovRecord  *record);
void dov_go_tell   (gpointer    from,
                    const char *words,
                    gint64      operation);

G_END_DECLS
