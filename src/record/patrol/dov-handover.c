/* dov-handover.c - a child is handed to somebody known by name */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-handover.h"

#include "dov-patrol-member.h"
#include "dov-person.h"

#include <glib/gi18n.h>
#include <string.h>

#define OF_AGE 18

DOV_DEFINE_CHOICES (
  DovRecipientKind, dov_recipient_kind,
  { DOV_RECIPIENT_KIND_PARENT, N_("mother or father"), "parent" },
  { DOV_RECIPIENT_KIND_GUARDIAN, N_("another legal representative"), "guardian" },
  { DOV_RECIPIENT_KIND_POLICE, N_("officer of the police"), "police" },
  { DOV_RECIPIENT_KIND_SRCN, N_("institution for children"), "srcn" },
  { DOV_RECIPIENT_KIND_MEDICAL, N_("medic"), "medical" },
  { DOV_RECIPIENT_KIND_KDN, N_("representative of the commission"), "kdn" })

static const DovField fields[] = {
  DOV_TEXT (DovHandover, act_no, N_("Act no."), 0),
  DOV_MOMENT (DovHandover, handed_at, N_("Handed over at"), DOV_REQUIRED | DOV_LISTED | DOV_PAST),
  DOV_TEXT (DovHandover, place, N_("Place"), DOV_REQUIRED | DOV_LISTED),
  DOV_LINK (DovHandover, person_id, N_("Child, from the cards"), DOV_PERSONAL, dov_person_get_type),
  DOV_TEXT (DovHandover, child_name, N_("Child: full name, as told"), DOV_PERSONAL),
  DOV_DATE (DovHandover, child_born, N_("Child: date of birth, as told"), DOV_PERSONAL | DOV_PAST | DOV_BIRTH),
  DOV_TEXT (DovHandover, child_address, N_("Child: address, as told"), DOV_PERSONAL),
  DOV_NOTE (DovHandover, circumstances, N_("Circumstances"), DOV_PERSONAL),
  DOV_NOTE (DovHandover, child_state, N_("State of the child"), DOV_PERSONAL),
  DOV_NOTE (DovHandover, injuries, N_("Injuries that can be seen"), DOV_PERSONAL),
  DOV_NOTE (DovHandover, belongings, N_("Things the child has along"), DOV_PERSONAL),
  DOV_CHOICE (DovHandover, recipient_kind, N_("To whom"), DOV_REQUIRED | DOV_LISTED,
              DovRecipientKind, dov_recipient_kind_get_type),
  DOV_TEXT (DovHandover, recipient_name, N_("Who took the child: full name"),
            DOV_REQUIRED | DOV_PERSONAL | DOV_NAME),
  DOV_TEXT (DovHandover, recipient_position, N_("Kinship or post, rank"), DOV_PERSONAL),
  DOV_TEXT (DovHandover, recipient_document, N_("Document of who took the child"), DOV_PERSONAL),
  DOV_TEXT (DovHandover, recipient_phone, N_("Telephone of who took the child"), DOV_PERSONAL | DOV_PHONE),
  DOV_LINK (DovHandover, handed_by_id, N_("Handed over by"), DOV_REQUIRED | DOV_LISTED | DOV_PERSONAL,
            dov_patrol_member_get_type),
  DOV_TEXT (DovHandover, witness, N_("Witness"), DOV_PERSONAL | DOV_NAME),
  DOV_FLAG (DovHandover, is_signed, N_("Signed"), DOV_LISTED),
  DOV_DATE (DovHandover, anonymised_on, N_("Name taken out on"), 0),
};

/* N4: a name is a last name and more. */
static gboolean
is_named (const char *name)
{
  const char *space = strchr (name, ' ');
  const char *second = space != NULL ? space + 1 : "";

  return space != NULL && g_utf8_strlen (name, space - name) >= 2 &&
         g_unichar_isalpha (g_utf8_get_char (second));
}

static void
dov_handover_check (DovRecord *record,
                    GPtrArray *problems)
{
  DovHandover *self = DOV_HANDOVER (record);

  if (*self->recipient_name != '\0' && !is_named (self->recipient_name))
    dov_problems_add (problems, record, "recipient_name", "N4",
                      _("Type the last and the first name of who took the child."));
  if (self->handed_at != NULL && self->person_id == 0 && *self->child_name == '\0')
    dov_problems_add (problems, record, "child_name", "N4",
                      _("Type the child’s name as told, or what the child looks like."));
  if (self->handed_at != NULL && self->child_born != NULL)
    {
      GDate day = dov_moment_get_date (self->handed_at);

      if (dov_age_on (self->child_born, &day) >= OF_AGE)
        dov_problems_add (problems, record, "child_born", "N4",
                          _("By this date nobody was handed over but a grown-up. Check the date of birth."));
    }
  if (self->recipient_kind == DOV_RECIPIENT_KIND_POLICE &&
      (*self->recipient_position == '\0' || *self->recipient_document == '\0'))
    dov_problems_add (problems, record,
                      *self->recipient_position == '\0' ? "recipient_position" : "recipient_document", "N4",
                      _("Of a police officer, type the rank and the number of the card."));
}

DOV_DEFINE_RECORD (DovHandover, dov_handover, fields,
                   .table = "handover",
                   .label = N_("Handover of a child"),
                   .labels = N_("Handovers of children"),
                   .line = "{handed_at}[, {place}]",
                   .check = dov_handover_check)
