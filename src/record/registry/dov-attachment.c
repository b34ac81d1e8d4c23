/* dov-attachment.c - a file that belongs to a record: a scan, a photo; what is in it is kept apart */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-attachment.h"

#include "dov-child-placement.h"
#include "dov-consent.h"
#include "dov-family.h"
#include "dov-incoming-paper.h"
#include "dov-living-conditions-act.h"
#include "dov-meeting-protocol.h"
#include "dov-number.h"
#include "dov-register-entry.h"
#include "dov-signal.h"
#include "dov-staff.h"
#include "dov-written-application.h"

#include <glib/gi18n.h>
#include <string.h>

DOV_DEFINE_CHOICES (
  DovAttachmentKind, dov_attachment_kind,
  { DOV_ATTACHMENT_KIND_SCAN, N_("scan"), "scan" },
  { DOV_ATTACHMENT_KIND_PHOTO, N_("photo"), "photo" },
  { DOV_ATTACHMENT_KIND_OTHER, N_("other file"), "other" })

/* One more kind of record that has files is one more link here. */
static const DovField fields[] = {
  DOV_TEXT (DovAttachment, title, N_("Title"), DOV_REQUIRED | DOV_LISTED | DOV_PERSONAL),
  DOV_CHOICE (DovAttachment, kind, N_("Kind of file"), DOV_REQUIRED | DOV_LISTED, DovAttachmentKind,
              dov_attachment_kind_get_type),
  DOV_TEXT (DovAttachment, file_name, N_("Name of the file"), DOV_REQUIRED | DOV_LISTED | DOV_PERSONAL),
  DOV_NUMBER_TO (DovAttachment, bytes, N_("Size in bytes"), DOV_REQUIRED | DOV_ABOVE_ZERO | DOV_LISTED, DOV_ATTACHMENT_MOST),
  DOV_DATE (DovAttachment, added_on, N_("Added on"), DOV_REQUIRED | DOV_LISTED | DOV_PAST | DOV_TODAY),
  DOV_LINK (DovAttachment, added_by_id, N_("Added by"), 0, dov_staff_get_type),
  DOV_LINK (DovAttachment, family_id, N_("Family"), DOV_LISTED | DOV_PERSONAL | DOV_PART, dov_family_get_type),
  DOV_LINK (DovAttachment, consent_id, N_("Consent"), DOV_PERSONAL | DOV_PART, dov_consent_get_type),
  DOV_LINK (DovAttachment, incoming_id, N_("Incoming paper"), DOV_PERSONAL | DOV_PART, dov_incoming_paper_get_type),
  DOV_LINK (DovAttachment, signal_id, N_("Signal"), DOV_PERSONAL | DOV_PART, dov_signal_get_type),
  DOV_LINK (DovAttachment, act_id, N_("Act of living conditions"), DOV_PERSONAL | DOV_PART,
            dov_living_conditions_act_get_type),
  DOV_LINK (DovAttachment, application_id, N_("Application"), DOV_PERSONAL | DOV_PART,
            dov_written_application_get_type),
  DOV_LINK (DovAttachment, protocol_id, N_("Protocol"), DOV_PERSONAL | DOV_PART, dov_meeting_protocol_get_type),
  DOV_LINK (DovAttachment, register_id, N_("Entry of a register"), DOV_PERSONAL | DOV_PART,
            dov_register_entry_get_type),
  DOV_LINK (DovAttachment, placement_id, N_("Where the child lives"), DOV_PERSONAL | DOV_PART,
            dov_child_placement_get_type),
};

/**
 * dov_attachment_find_link:
 * @type: a kind of record
 *
 * Returns: (nullable): the field by which a file belongs to such a record, or %NULL when such records have no files
 */
const DovField *
dov_attachment_find_link (GType type)
{
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if ((fields[i].flags & DOV_PART) && fields[i].target () == type)
      return &fields[i];

  return NULL;
}

/**
 * dov_attachment_size_words:
 *
 * Returns: (transfer full): “35 KB”, “4,2 MB”; what is not nothing is no less than “1 KB”
 */
char *
dov_attachment_size_words (gint64 bytes)
{
  gint64 tenths = (bytes * 10 + (1 << 19)) >> 20;
  g_autofree char *number = tenths >= 10 ? dov_quantity_to_shown (tenths * 100)
                            : dov_number_to_shown ((bytes + 1023) >> 10);

  return g_strdup_printf (tenths >= 10 ? _("%s MB") : _("%s KB"), number);
}

static void
dov_attachment_check (DovRecord *record,
                      GPtrArray *problems)
{
  DovAttachment *self = DOV_ATTACHMENT (record);
  guint n_owners = 0;

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    n_owners += (fields[i].flags & DOV_PART) && dov_record_get_number (record, fields[i].name) != 0;

  /* It is written under this name where somebody opens it. */
  if (strchr (self->file_name, '/') != NULL || g_str_equal (self->file_name, ".") || g_str_equal (self->file_name, ".."))
    dov_problems_add (problems, record, "file_name", NULL, _("The name of a file is a name alone, without “/”."));
  /* Of a new one the fields that must be filled in speak first. */
  if (*self->title != '\0' && n_owners != 1)
    dov_problems_add (problems, record, "family_id", NULL, _("A file belongs to one record: name one, and no other."));
}

DOV_DEFINE_RECORD (DovAttachment, dov_attachment, fields,
                   .table = "attachment",
                   .label = N_("Attached file"),
                   .labels = N_("Attached files"),
                   .line = N_("{title}[, {added_on}]"),
                   .check = dov_attachment_check)
