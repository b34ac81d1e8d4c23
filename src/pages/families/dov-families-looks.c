/* dov-families-looks.c - what families, their members and categories look like: form, list, signs of states */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-families-looks.h"


#include <glib/gi18n.h>

#include "dov-family-category.h"
#include "dov-family-member.h"
#include "dov-family-move.h"
#include "dov-family-page.h"
#include "dov-family.h"
#include "dov-household.h"
#include "dov-list-view.h"
#include "dov-look.h"
#include "dov-member-page.h"
#include "dov-new-family-page.h"
#include "dov-number.h"
#include "dov-record-list.h"

/* Rows whose children are counted; for more the list says only how many families. */
#define AT_MOST_ROWS 20000

/* Born after ?2 or in the year of it: a child of these families. */
#define CHILDREN \
  "SELECT count(*) FROM live_family_member m JOIN live_person p ON p.id = m.person_id " \
  "WHERE p.died_on IS NULL " \
  "AND (m.until IS NULL OR m.until > ?3) " \
  "AND coalesce(p.birth_date, printf('%04d-12-31', p.birth_year)) > ?2 "

/* The day 18 years ago: who was born after it is a child today. */
static char *
dup_children_since (void)
{
  GDate day = dov_today ();

  g_date_subtract_years (&day, 18);

  return dov_date_to_iso (&day);
}

static char *
dup_today (void)
{
  GDate day = dov_today ();

  return dov_date_to_iso (&day);
}

static char *
children_of_family (DovStore             *store,
                    gpointer              row,
                    const DovTableColumn *column)
{
  g_autofree char *since = dup_children_since ();
  g_autofree char *today = dup_today ();
  g_autofree char *count = dov_list_ask (store, CHILDREN "AND m.family_id = ?1",
                                     g_variant_new ("(xss)", dov_record_get_id (row), since, today));

  return count != NULL ? g_steal_pointer (&count) : g_strdup ("");
}

/**
 * children_of_rows:
 * @store: the store
 * @rows: a DovRecordList of families
 *
 * Says how many children the families of a list have.
 *
 * Returns: (nullable) (transfer full): “96 children”; %NULL for very long lists
 */
static char *
children_of_rows (DovStore   *store,
                  GListModel *rows)
{
  guint n = g_list_model_get_n_items (rows);
  g_autofree char *since = dup_children_since ();
  g_autofree char *today = dup_today ();
  g_autoptr (GString) ids = g_string_new ("[");
  g_autofree char *count = NULL;
  g_autofree char *shown = NULL;
  gint64 children;

  if (n > AT_MOST_ROWS)
    return NULL;

  for (guint i = 0; i < n; i++)
    g_string_append_printf (ids, "%s%" G_GINT64_FORMAT, i > 0 ? "," : "",
                            dov_record_list_get_id (DOV_RECORD_LIST (rows), i));
  g_string_append_c (ids, ']');
  count = dov_list_ask (store, CHILDREN "AND m.family_id IN (SELECT value FROM json_each(?1))",
                    g_variant_new ("(sss)", ids->str, since, today));
  children = count != NULL ? g_ascii_strtoll (count, NULL, 10) : 0;
  shown = dov_number_to_shown (children);

  return g_strdup_printf (ngettext ("%s child", "%s children", (gulong) children), shown);
}

static char *
categories_of_family (DovStore             *store,
                      gpointer              row,
                      const DovTableColumn *column)
{
  g_autofree char *today = dup_today ();
  g_autofree char *labels = dov_list_ask (store,
                                      "SELECT group_concat(label, ' · ') FROM "
                                      "(SELECT r.label FROM live_family_category c JOIN ref_item r ON r.id = c.category_id "
                                      "WHERE c.family_id = ?1 "
                                      "AND (c.until IS NULL OR c.until > ?2) ORDER BY r.position, r.id)",
                                      g_variant_new ("(xs)", dov_record_get_id (row), today));

  return labels != NULL ? g_steal_pointer (&labels) : g_strdup ("");
}

static const DovFormGroup family_form[] = {
  { N_("Family"), "family_name case_no lounge_id structure address phone" },
  { N_("Case"), "case_status support_level curator_id opened_on closed_on", .at_end = TRUE },
  { N_("Housing"), "housing_kind housing_tenure area rooms heating utilities" },
  { N_("Safety of the home"), "smoke_detector smoke_detector_on co_sensor co_sensor_on", .at_end = TRUE },
  { N_("About the family"), "urgent_remark relations_note strengths", .at_end = TRUE },
  { 0 },
};

static const DovFormHint family_hints[] = {
  { "family_name", N_("As the family is called: the Ivanovs") },
  { "phone", N_("Any form will do: 8 900 …, +7 (900) …") },
  { "urgent_remark", N_("At the door it is seen only as “call the manager”") },
  { "relations_note", N_("Write facts, not judgements; name no diagnosis without a consent") },
  { 0 },
};

static const DovStateSign family_signs[] = {
  { "identified", { "starred-symbolic", "warning" } },
  { "assessed", { "document-edit-symbolic", "warning" } },
  { "active", { "media-playback-start-symbolic", "accent" } },
  { "monitoring", { "view-reveal-symbolic", NULL } },
  { "suspended", { "media-playback-pause-symbolic", NULL } },
  { "closed", { "emblem-ok-symbolic", "plain" } },
  { "transferred", { "go-next-symbolic", "plain" } },
  { "rejected", { "emblem-ok-symbolic", "plain" } },
  { "refused", { "process-stop-symbolic", "plain" } },
  { 0 },
};

static const DovTableColumn family_columns[] = {
  { "case_no", .width = 11, .leaves = 4 },
  { "family_name", .title = N_("Family"), .width = 17, .is_bold = TRUE },
  { "children", .title = N_("Children"), .width = 4, .is_number = TRUE, .words = children_of_family, .leaves = 6 },
  { "address", .title = N_("Address"), .width = 22, .expands = TRUE },
  { "case_status", .title = N_("State of the case"), .width = 20, .sign = dov_list_sign_of_state, .leaves = 5 },
  { "categories", .title = N_("Categories"), .width = 26, .words = categories_of_family, .leaves = 3 },
  { "opened_on", .leaves = 2 },
  { "curator_id", .title = N_("Curator"), .width = 15, .leaves = 1 },
};

#define FAMILIES_BY_MEMBERS \
  "SELECT m.family_id FROM live_person p CROSS JOIN live_family_member m ON m.person_id = p.id " \
  "WHERE holds (p.key, ?w)"

static const DovFormGroup family_category_form[] = {
  { N_("Category"), "category_id since until basis_doc" },
  { 0 },
};

static const DovFormHint family_category_hints[] = {
  { "basis_doc", N_("Number and date of the paper, who issued it") },
  { 0 },
};

static const DovFormGroup family_member_form[] = {
  { N_("In the family"), "kinship lives_together is_primary is_legal_rep authority_doc since until" },
  { N_("More"), "school leisure parental_rights child_registers", .at_end = TRUE },
  { 0 },
};

static const DovFormGroup family_move_form[] = {
  { N_("Where to"), "to_lounge_id moved_on to_case_no address" },
  { N_("Why"), "reason" },
  { 0 },
};

static char *
dup_move_title (DovStore  *store,
                DovRecord *draft)
{
  g_autofree char *name = dov_store_describe_id (store, DOV_TYPE_FAMILY, DOV_FAMILY_MOVE (draft)->family_id);

  /* Translators: heading of a form: To another lounge: Yolkins */
  return g_strdup_printf (_("To another lounge: %s"), name);
}

/* A move that was made stays as it is written. */
static gboolean
save_move (DovStore   *store,
           DovRecord  *draft,
           GError    **error)
{
  return dov_record_get_id (draft) == 0 ? dov_household_move (store, draft, error) : dov_store_save (store, draft, error);
}

static const DovListView lists[] = {
  { dov_family_get_type, "families", "system-users-symbolic", N_("New family"),
    N_("Last name, a child’s name, street, case no.   (Ctrl+F)"),
    N_("There is no such family"), N_("Your families will be here"),
    N_("Add the first one: a last name, the type of family and an address are enough"),
    DOV_LIST_NOUN_FAMILIES, .also_count = children_of_rows, .also = FAMILIES_BY_MEMBERS, .order = "family_name",
    .by = "case_status",
    .columns = family_columns, .n_columns = G_N_ELEMENTS (family_columns) },
};

static char *
name_family (DovRecord  *record,
             char      **apart)
{
  DovFamily *family = DOV_FAMILY (record);

  *apart = g_strjoin (" · ", family->address, family->case_no, NULL);

  return g_strdup (family->family_name);
}

static const DovLook looks[] = {
  { dov_family_get_type, .form = family_form, .hints = family_hints, .signs = family_signs,
    .is_about_visitor = TRUE, .subject = &dov_family_subject, .open = dov_new_family_page_new,
    .sought = { 1, "system-users-symbolic", FAMILIES_BY_MEMBERS, .name = name_family } },
  { dov_family_category_get_type, .form = family_category_form, .hints = family_category_hints },
  { dov_family_move_get_type, .form = family_move_form, .title = dup_move_title,
    .begin = dov_household_follow_move, .save = save_move },
  { dov_family_member_get_type, .form = family_member_form, .is_about_visitor = TRUE, .open = dov_member_page_new },
};

/* Tells what its records look like. */
void
dov_families_looks_tell (void)
{
  dov_look_add (looks, G_N_ELEMENTS (looks));
  dov_list_view_add (lists, G_N_ELEMENTS (lists));
}
