/* dov-roster-lines.h - shifts as they would be dealt out, changed by hand before they are saved */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "dov-roster.h"

G_BEGIN_DECLS

/* Signal: "edited" (): somebody was exchanged, or a shift ticked or unticked. */
#define DOV_TYPE_ROSTER_LINES (dov_roster_lines_get_type ())
G_DECLARE_FINAL_TYPE (DovRosterLines, dov_roster_lines, DOV, ROSTER_LINES, GtkBox)

GtkWidget *dov_roster_lines_new      (DovStore          *store);
void       dov_roster_lines_show     (DovRosterLines    *self,
                                      DovRosterProposal *proposal,
                                      guint              n_people,
                                      const char        *empty);
guint      dov_roster_lines_count    (DovRosterLines    *self);
char      *dov_roster_lines_dup_hand (DovRosterLines    *self) G_GNUC_WARN_UNUSED_RESULT;
void       dov_roster_lines_set_hand (DovRosterLines    *self,
                                      const char        *hand);

G_END_DECLS
