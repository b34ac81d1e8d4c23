/* dov-attachment.h - a file that belongs to a record: a scan, a photo; what is in it is kept apart */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-record.h"

G_BEGIN_DECLS

typedef enum
{
  DOV_ATTACHMENT_KIND_SCAN = 1,
  DOV_ATTACHMENT_KIND_PHOTO,
  DOV_ATTACHMENT_KIND_OTHER,
} DovAttachmentKind;

GType dov_attachment_kind_get_type (void);

/* How many bytes a file may have. */
#define DOV_ATTACHMENT_MOST (10 * 1024 * 1024)

#define DOV_TYPE_ATTACHMENT (dov_attachment_get_type ())
G_DECLARE_FINAL_TYPE (DovAttachment, dov_attachment, DOV, ATTACHMENT, DovRecord)

/* What is in the file is no member: a list of these would read megabytes. See dov_store_read_content(). */
struct _DovAttachment
{
  DovRecord parent_instance;

  char              *title;
  DovAttachmentKind  kind;
  char              *file_name;
  gint64             bytes;
  GDate             *added_on;
  gint64             added_by_id;
  gint64             family_id;
  gint64             consent_id;
  gint64             incoming_id;
  gint64             signal_id;
  gint64             act_id;
  gint64             application_id;
  gint64             protocol_id;
  gint64             register_id;
  gint64             placement_id;
};

const DovField *dov_attachment_find_link (GType type);
char           *dov_attachment_size_words (gint64 bytes) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
