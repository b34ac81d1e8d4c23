/* dov-visit-facts.h - of what kind a visit was, whether somebody was at home, and who: pressed, not typed */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-form.h"

G_BEGIN_DECLS

#define DOV_TYPE_VISIT_FACTS (dov_visit_facts_get_type ())
G_DECLARE_FINAL_TYPE (DovVisitFacts, dov_visit_facts, DOV, VISIT_FACTS, AdwBin)

GtkWidget *dov_visit_facts_new      (DovForm       *form);
void       dov_visit_facts_refresh  (DovVisitFacts *self);
GArray    *dov_visit_facts_list_met (DovVisitFacts *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
