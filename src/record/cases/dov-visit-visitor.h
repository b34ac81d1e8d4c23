/* dov-visit-visitor.h - who else came along to visit a family */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-record.h"

G_BEGIN_DECLS

#define DOV_TYPE_VISIT_VISITOR (dov_visit_visitor_get_type ())
G_DECLARE_FINAL_TYPE (DovVisitVisitor, dov_visit_visitor, DOV, VISIT_VISITOR, DovRecord)

struct _DovVisitVisitor
{
  DovRecord parent_instance;

  gint64 visit_id;
  gint64 staff_id;
};

G_END_DECLS
