/* dov-finding.c - what the palette finds: records, sections, documents and things to do */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-finding.h"

#include <glib/gi18n.h>
#include <string.h>

#include "dov-document.h"
#include "dov-fold.h"
#include "dov-look.h"
#include "dov-registry.h"
#include "dov-rooms.h"

#define MOST_OF_A_KIND 5
#define DOCUMENTS "dov-documents"

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
  { N_("Take a signal"), "mail-unread-symbolic", "win.new-record", "signal" },
  { N_("New incoming paper"), "mail-unread-symbolic", "win.new-record", "incoming_paper" },
  { N_("New task"), "alarm-symbolic", "win.new-record", "task" },
  { N_("Incoming papers"), "mail-unread-symbolic", "win.list", "incoming_paper" },
  { N_("Outgoing notices"), "document-send-symbolic", "win.list", "outgoing_notice" },
  { N_("Tasks"), "alarm-symbolic", "win.list", "task" },
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

static int
compare_ranks (gconstpointer a,
               gconstpointer b)
{
  const DovLook *first = *(const DovLook * const *) a, *second = *(const DovLook * const *) b;

  return (int) first->sought.rank - (int) second->sought.rank;
}

/* Those that can be found, in their order; told once, before any thread asks. */
static GPtrArray *
list_kinds (void)
{
  static gsize kinds;

  if (g_once_init_enter (&kinds))
    {
      GPtrArray *looks = dov_look_list ();

      for (guint i = looks->len; i > 0; i--)
        if (((const DovLook *) looks->pdata[i - 1])->sought.rank == 0)
          g_ptr_array_remove_index (looks, i - 1);
      g_ptr_array_sort (looks, compare_ranks);
      g_once_init_leave (&kinds, GPOINTER_TO_SIZE (looks));
    }

  return GSIZE_TO_POINTER (kinds);
}

static const DovLook *
find_kind (guint kind)
{
  return g_ptr_array_index (list_kinds (), kind);
}

/* What it is called; what tells namesakes apart stands beside it. */
static void
name (DovFinding      *finding,
      DovStore        *store,
      const DovSought *sought,
      DovRecord       *record)
{
  g_autofree char *own = dov_record_describe (record);
  g_autofree char *title = sought->title != NULL
    ? dov_store_dup_shown (store, record, dov_record_find_field (record, sought->title)) : NULL;
  g_autofree char *about = sought->about != NULL
    ? dov_store_dup_shown (store, record, dov_record_find_field (record, sought->about)) : NULL;

  if (sought->name != NULL)
    finding->title = sought->name (record, &finding->subtitle);
  else if (title == NULL && about == NULL)
    finding->title = dov_store_describe (store, record);
  else if (title == NULL)
    {
      finding->title = g_steal_pointer (&own);
      finding->subtitle = g_steal_pointer (&about);
    }
  else
    {
      finding->title = g_steal_pointer (&title);
      finding->subtitle = about != NULL ? g_strjoin (" · ", about, own, NULL) : g_steal_pointer (&own);
    }
}

/* The last line of a kind that has more: it opens the list of all. */
static void
add_more (GType      type,
          GArray    *ids,
          GPtrArray *findings)
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
  return list_kinds ()->len;
}

/**
 * dov_findings_tell:
 *
 * Returns: whether this kind tells which family got what: it is never shown to a visitor
 */
gboolean
dov_findings_tell (guint kind)
{
  g_return_val_if_fail (kind < dov_findings_count_kinds (), TRUE);

  return find_kind (kind)->sought.tells;
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
  const DovSought *sought;
  DovQuery query = { .words = typed, .is_nearest_first = TRUE };

  g_return_val_if_fail (kind < dov_findings_count_kinds (), NULL);

  sought = &find_kind (kind)->sought;
  query.also = sought->also;
  query.order = sought->latest;
  query.descending = sought->latest != NULL;

  return dov_store_list (store, find_kind (kind)->type (), &query, error);
}

/**
 * dov_findings_are_own:
 *
 * Returns: whether any record of the kind goes by what was typed itself, and not only by the name of somebody in it
 */
gboolean
dov_findings_are_own (DovStore   *store,
                      guint       kind,
                      const char *typed)
{
  DovQuery query = { .words = typed };
  const DovSought *sought;

  g_return_val_if_fail (kind < dov_findings_count_kinds (), TRUE);

  /* What has a title or tells what it is about has no other name. */
  sought = &find_kind (kind)->sought;

  return sought->also == NULL || sought->title != NULL || sought->about != NULL
         || dov_store_count (store, find_kind (kind)->type (), &query, NULL) > 0;
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

  g_return_val_if_fail (kind < dov_findings_count_kinds (), findings);

  type = find_kind (kind)->type ();
  for (guint i = 0; i < n_shown; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);
      g_autoptr (DovRecord) record = dov_store_find (store, type, id, NULL);
      DovFinding *finding;

      if (record == NULL)
        continue;

      finding = finding_new (_(dov_registry_class (type)->labels), find_kind (kind)->sought.icon, NULL);
      name (finding, store, &find_kind (kind)->sought, record);
      finding->type = type;
      finding->id = id;
      g_ptr_array_add (findings, finding);
    }
  if (ids->len > n_shown)
    add_more (type, ids, findings);

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

/**
 * dov_findings_get_documents:
 *
 * Returns: (transfer none): all documents; read once a file, for their titles
 *   do not change while the program runs
 */
GPtrArray *
dov_findings_get_documents (DovStore *store)
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
  GPtrArray *documents = dov_findings_get_documents (store);

  for (guint i = 0; documents != NULL && i < documents->len; i++)
    {
      DovDocument *document = documents->pdata[i];
      g_autofree char *title = dov_document_dup_plain_title (document);
      DovFinding *finding;

      if (!matches (title, words))
        continue;

      finding = finding_new (_("Documents"), "x-office-spreadsheet-symbolic", g_steal_pointer (&title));
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
