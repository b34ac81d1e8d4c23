/* dov-finding.c - what the palette finds: records, sections, documents and things to do */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-finding.h"

#include <glib/gi18n.h>
#include <string.h>

#include "dov-club-group.h"
#include "dov-distribution.h"
#include "dov-document.h"
#include "dov-donation-receipt.h"
#include "dov-donor.h"
#include "dov-drive.h"
#include "dov-event-series.h"
#include "dov-event.h"
#include "dov-family.h"
#include "dov-fold.h"
#include "dov-item.h"
#include "dov-lounge.h"
#include "dov-organisation.h"
#include "dov-patrol-shift.h"
#include "dov-person.h"
#include "dov-registry.h"
#include "dov-rental-item.h"
#include "dov-rental-loan.h"
#include "dov-rooms.h"
#include "dov-settlement.h"
#include "dov-volunteer.h"

#define MOST_OF_A_KIND 5
#define DOCUMENTS "dov-documents"

/* What was handed out, lent or given is found by the names in it. */
#define NAMED(table, link) \
  "SELECT t.id FROM person p CROSS JOIN " table " t ON t." link " = p.id " \
  "WHERE p.removed IS NULL AND t.removed IS NULL AND instr (p.key, ?w) > 0"
#define OF_FAMILY(table) \
  "SELECT t.id FROM family f CROSS JOIN " table " t ON t.family_id = f.id " \
  "WHERE f.removed IS NULL AND t.removed IS NULL AND instr (f.key, ?w) > 0 UNION " NAMED (table, "person_id")

typedef struct
{
  GType     (*type) (void);
  const char *icon;
  const char *also;    /* as DovQuery has it */
  const char *title;   /* the link it is called by; NULL for its own line */
  const char *about;   /* the link that tells it from others */
  const char *latest;  /* by this field, the latest first */
  gboolean    tells;   /* which family got what: never shown to a visitor */
} Kind;

/* A family is found by the names of its members too, a shift by its day, its patrol and who walks. */
static const Kind kinds[] = {
  { dov_family_get_type, "system-users-symbolic",
    "SELECT m.family_id FROM person p CROSS JOIN family_member m ON m.person_id = p.id "
    "WHERE p.removed IS NULL AND m.removed IS NULL AND instr (p.key, ?w) > 0" },
  { dov_person_get_type, "avatar-default-symbolic", NULL },
  { dov_event_get_type, "x-office-calendar-symbolic", NULL },
  { dov_drive_get_type, "package-x-generic-symbolic", NULL },
  { dov_club_group_get_type, "emoji-activities-symbolic", NULL },
  { dov_patrol_shift_get_type, "security-high-symbolic",
    "SELECT s.id FROM patrol_shift s JOIN patrol t ON t.id = s.patrol_id "
    "LEFT JOIN patrol_route r ON r.id = s.route_id WHERE instr (t.key, ?w) > 0 OR instr (r.key, ?w) > 0 "
    "OR instr (strftime ('%d %m %Y', s.starts_at), ?w) > 0 "
    "UNION SELECT m.shift_id FROM person p CROSS JOIN patrol_member w ON w.person_id = p.id "
    "CROSS JOIN shift_member m ON m.member_id = w.id "
    "WHERE p.removed IS NULL AND m.removed IS NULL AND instr (p.key, ?w) > 0",
    .about = "patrol_id", .latest = "starts_at" },
  { dov_item_get_type, "view-app-grid-symbolic", NULL },
  { dov_rental_item_get_type, "object-rotate-right-symbolic", NULL },
  { dov_organisation_get_type, "emblem-shared-symbolic", NULL },
  { dov_event_series_get_type, "object-rotate-right-symbolic", NULL },
  { dov_volunteer_get_type, "emote-love-symbolic", NAMED ("volunteer", "person_id"), .title = "person_id",
    .tells = TRUE },
  { dov_rental_loan_get_type, "object-rotate-right-symbolic",
    OF_FAMILY ("rental_loan")
    " UNION SELECT t.id FROM rental_item i CROSS JOIN rental_loan t ON t.item_id = i.id "
    "WHERE t.removed IS NULL AND instr (i.key, ?w) > 0",
    .title = "item_id", .about = "family_id", .latest = "issued_on", .tells = TRUE },
  { dov_distribution_get_type, "document-send-symbolic", OF_FAMILY ("distribution"),
    .about = "family_id", .latest = "date", .tells = TRUE },
  { dov_donation_receipt_get_type, "document-save-symbolic",
    "SELECT t.id FROM donor d LEFT JOIN person p ON p.id = d.person_id "
    "LEFT JOIN organisation o ON o.id = d.organisation_id CROSS JOIN donation_receipt t ON t.donor_id = d.id "
    "WHERE t.removed IS NULL AND (instr (d.key, ?w) > 0 OR instr (p.key, ?w) > 0 OR instr (o.key, ?w) > 0)",
    .about = "donor_id", .latest = "date", .tells = TRUE },
  { dov_donor_get_type, "emote-love-symbolic", NAMED ("donor", "person_id"), .tells = TRUE },
  { dov_lounge_get_type, "go-home-symbolic", NULL },
  { dov_settlement_get_type, "mark-location-symbolic", NULL },
};

typedef struct
{
  const char *words;
  const char *icon;
  const char *action;
  const char *target;
} Command;

static const Command commands[] = {
  { N_("New family"), "list-add-symbolic", "win.new-record", "family" },
  { N_("New event"), "list-add-symbolic", "win.new-record", "event" },
  { N_("New person"), "list-add-symbolic", "win.new-record", "person" },
  { N_("New organisation"), "list-add-symbolic", "win.new-record", "organisation" },
  { N_("New drive"), "list-add-symbolic", "win.new-record", "drive" },
  { N_("Receive things"), "document-save-symbolic", "win.new-record", "donation_receipt" },
  { N_("Hand things out"), "document-send-symbolic", "win.new-record", "distribution" },
  { N_("Move things to another lounge or drive…"), "go-next-symbolic", "win.new-record", "stock_transfer" },
  { N_("Write off…"), "user-trash-symbolic", "win.new-record", "write_off" },
  { N_("Count the stock…"), "view-list-symbolic", "win.new-record", "inventory_count" },
  { N_("Make up kits…"), "view-app-grid-symbolic", "win.new-record", "kit_build" },
  { N_("Lend a thing"), "object-rotate-right-symbolic", "win.new-record", "rental_loan" },
  { N_("New shift"), "security-high-symbolic", "win.new-record", "patrol_shift" },
  { N_("New group"), "emoji-activities-symbolic", "win.new-record", "club_group" },
  { N_("New volunteer"), "emote-love-symbolic", "win.new-record", "volunteer" },
  { N_("Everything that was done"), "document-open-recent-symbolic", "win.journal", NULL },
  { N_("Take back what was saved last"), "edit-undo-symbolic", "win.undo", NULL },
  { N_("Open another file…"), "document-open-symbolic", "app.choose-file", NULL },
  { N_("Put back a copy…"), "document-revert-symbolic", "app.choose-copy", NULL },
  { N_("All keys"), "input-keyboard-symbolic", "win.shortcuts", NULL },
  { N_("About the program"), "help-about-symbolic", "win.about", NULL },
};

static void
finding_clear (DovFinding *self)
{
  g_clear_pointer (&self->all, g_array_unref);
  g_free (self->title);
  g_free (self->subtitle);
  g_free (self->action);
  g_free (self->target);
}

DovFinding *
dov_finding_ref (DovFinding *self)
{
  return g_rc_box_acquire (self);
}

void
dov_finding_unref (DovFinding *self)
{
  g_rc_box_release_full (self, (GDestroyNotify) finding_clear);
}

static DovFinding *
finding_new (const char *group,
             const char *icon,
             char       *title)
{
  DovFinding *self = g_rc_box_new0 (DovFinding);

  self->group = group;
  self->icon = icon;
  self->title = title;
  self->type = G_TYPE_INVALID;

  return self;
}

/* What the link of this name points to, in words. */
static char *
dup_linked (DovStore   *store,
            DovRecord  *record,
            const char *link)
{
  const DovField *field = dov_record_class_find_field (DOV_RECORD_GET_CLASS (record), link);

  return dov_store_dup_shown (store, record, field);
}

/* What it is called; what tells namesakes apart stands beside it. */
static void
name (DovFinding *finding,
      DovStore   *store,
      const Kind *kind,
      DovRecord  *record)
{
  if (kind->title != NULL || kind->about != NULL)
    {
      g_autofree char *own = dov_record_describe (record);
      g_autofree char *about = kind->about != NULL ? dup_linked (store, record, kind->about) : NULL;

      finding->title = kind->title != NULL ? dup_linked (store, record, kind->title) : g_strdup (own);
      if (kind->title != NULL && about != NULL)
        finding->subtitle = g_strjoin (" · ", about, own, NULL);
      else
        finding->subtitle = about != NULL ? g_steal_pointer (&about) : g_steal_pointer (&own);
    }
  else if (DOV_IS_FAMILY (record))
    {
      finding->title = g_strdup (DOV_FAMILY (record)->family_name);
      finding->subtitle = g_strjoin (" · ", DOV_FAMILY (record)->address, DOV_FAMILY (record)->case_no, NULL);
    }
  else if (DOV_IS_EVENT (record) && DOV_EVENT (record)->starts_at != NULL)
    {
      finding->title = g_strdup (DOV_EVENT (record)->title);
      finding->subtitle = dov_moment_to_shown (DOV_EVENT (record)->starts_at);
    }
  else if (DOV_IS_PERSON (record))
    {
      finding->title = dov_person_dup_name (DOV_PERSON (record));
      finding->subtitle = dov_date_to_shown (DOV_PERSON (record)->birth_date);
    }
  else
    {
      finding->title = dov_store_describe (store, record);
    }
}

/* The last line of a kind that has more: it opens the list of all. */
static void
add_more (GType       type,
          const char *icon,
          GArray     *ids,
          GPtrArray  *findings)
{
  guint n_more = ids->len - MOST_OF_A_KIND;
  DovFinding *finding =
    finding_new (_(dov_registry_class (type)->labels), "view-more-symbolic",
                 /* Translators: %u is how many more were found */
                 g_strdup_printf (ngettext ("%u more: show all", "%u more: show all", n_more), n_more));

  finding->type = type;
  finding->all = g_array_ref (ids);
  g_ptr_array_add (findings, finding);
}

/**
 * dov_findings_count_kinds:
 *
 * Returns: how many kinds of records can be found, in the order in which they are shown
 */
guint
dov_findings_count_kinds (void)
{
  return G_N_ELEMENTS (kinds);
}

/**
 * dov_findings_tell:
 *
 * Returns: whether this kind tells which family got what: it is never shown to a visitor
 */
gboolean
dov_findings_tell (guint kind)
{
  g_return_val_if_fail (kind < G_N_ELEMENTS (kinds), TRUE);

  return kinds[kind].tells;
}

/**
 * dov_findings_list:
 * @store: any that this thread may ask
 * @typed: any fragment
 *
 * Returns: (transfer full) (nullable) (element-type gint64): the records of
 *   one kind in which @typed occurs, in the order in which they are shown
 */
GArray *
dov_findings_list (DovStore    *store,
                   guint        kind,
                   const char  *typed,
                   GError     **error)
{
  const Kind *asked;
  DovQuery query = { .words = typed };

  g_return_val_if_fail (kind < G_N_ELEMENTS (kinds), NULL);

  asked = &kinds[kind];
  query.also = asked->also;
  query.order = asked->latest;
  query.descending = asked->latest != NULL;

  return dov_store_list (store, asked->type (), &query, error);
}

/**
 * dov_findings_name:
 * @ids: (element-type gint64): records of one kind
 *
 * Returns: (transfer full) (element-type DovFinding): the first of them with
 *   their names, and when there are more a line that opens the list of all
 */
GPtrArray *
dov_findings_name (DovStore *store,
                   guint     kind,
                   GArray   *ids)
{
  GPtrArray *findings = g_ptr_array_new_with_free_func ((GDestroyNotify) dov_finding_unref);
  GType type;
  guint n_shown = MIN (ids->len, MOST_OF_A_KIND);

  g_return_val_if_fail (kind < G_N_ELEMENTS (kinds), findings);

  type = kinds[kind].type ();
  for (guint i = 0; i < n_shown; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);
      g_autoptr (DovRecord) record = dov_store_find (store, type, id, NULL);
      DovFinding *finding;

      if (record == NULL)
        continue;

      finding = finding_new (_(dov_registry_class (type)->labels), kinds[kind].icon, NULL);
      name (finding, store, &kinds[kind], record);
      finding->type = type;
      finding->id = id;
      g_ptr_array_add (findings, finding);
    }
  if (ids->len > n_shown)
    add_more (type, kinds[kind].icon, ids, findings);

  return findings;
}

/* Every word that was typed occurs in the title. */
static gboolean
matches (const char *title,
         char      **words)
{
  g_autofree char *folded = dov_fold (title);

  for (guint i = 0; words[i] != NULL; i++)
    if (strstr (folded, words[i]) == NULL)
      return FALSE;

  return TRUE;
}

static void
find_places (const char *typed,
             GPtrArray  *findings)
{
  g_auto (GStrv) words = dov_fold_words (typed);
  guint n_sections;
  const DovRoom *sections = dov_rooms_list_sections (&n_sections);

  for (guint i = 0; i < n_sections; i++)
    if (matches (_(sections[i].label), words))
      {
        DovFinding *finding = finding_new (_("Sections"), sections[i].icon, g_strdup (_(sections[i].label)));

        finding->action = g_strdup ("win.section");
        finding->target = g_strdup (sections[i].name);
        g_ptr_array_add (findings, finding);
      }

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (matches (_(commands[i].words), words))
      {
        DovFinding *finding = finding_new (_("Things to do"), commands[i].icon, g_strdup (_(commands[i].words)));

        finding->action = g_strdup (commands[i].action);
        finding->target = g_strdup (commands[i].target);
        g_ptr_array_add (findings, finding);
      }
}

/* Read once a file: their titles do not change while the program runs. */
static GPtrArray *
get_documents (DovStore *store)
{
  GPtrArray *documents = g_object_get_data (G_OBJECT (store), DOCUMENTS);

  if (documents == NULL)
    {
      documents = dov_document_load_all (store, NULL);
      if (documents == NULL)
        documents = g_ptr_array_new ();
      g_object_set_data_full (G_OBJECT (store), DOCUMENTS, documents, (GDestroyNotify) g_ptr_array_unref);
    }

  return documents;
}

static void
find_documents (DovStore   *store,
                const char *typed,
                GPtrArray  *findings)
{
  g_auto (GStrv) words = dov_fold_words (typed);
  GPtrArray *documents = get_documents (store);

  for (guint i = 0; documents != NULL && i < documents->len; i++)
    {
      DovDocument *document = documents->pdata[i];
      DovFinding *finding;

      if (!matches (dov_document_get_title (document), words))
        continue;

      finding = finding_new (_("Documents"), "x-office-spreadsheet-symbolic",
                             g_strdup (dov_document_get_title (document)));
      finding->subtitle = g_strdup (dov_document_get_receiver (document));
      finding->action = g_strdup ("win.document");
      finding->target = g_strdup (dov_document_get_code (document));
      g_ptr_array_add (findings, finding);
    }
}

/**
 * dov_findings_list_others:
 * @typed: any fragment; the empty text finds sections and things to do
 *
 * Returns: (transfer full) (element-type DovFinding): what else goes by that
 *   name: documents, sections, things to do
 */
GPtrArray *
dov_findings_list_others (DovStore   *store,
                          const char *typed)
{
  GPtrArray *findings = g_ptr_array_new_with_free_func ((GDestroyNotify) dov_finding_unref);

  if (*typed != '\0')
    find_documents (store, typed, findings);
  find_places (typed, findings);

  return findings;
}
