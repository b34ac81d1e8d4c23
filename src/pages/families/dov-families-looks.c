/* dov-families-looks.c - what families, their members and categories look like: form, list, signs of states */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-families-looks.h"

#include <glib/gi18n.h>

#include "dov-case-number.h"
#include "dov-clean.h"
#include "dov-family-category.h"
#include "dov-family-link.h"
#include "dov-family-member.h"
#include "dov-family-move.h"
#include "dov-family-page.h"
#include "dov-family.h"
#include "dov-go.h"
#include "dov-household.h"
#include "dov-joiners.h"
#include "dov-label.h"
#include "dov-leavers.h"
#include "dov-list-view.h"
#include "dov-look.h"
#include "dov-newcomer.h"
#include "dov-number.h"
#include "dov-record-list.h"
#include "dov-reveal.h"
#include "dov-silence.h"

/* Children who are asked for at once; more are added on the family's page. */
#define N_CHILDREN 3

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

/* ---- a new family, with the first people in it, in one go ---- */

static GtkWidget *
remark_new (DovForm *form)
{
  return dov_label_new (dov_leavers_get_source (dov_form_get_draft (form)) != 0
                          ? _("Choose who leaves; below it stands what becomes of whom. One undo takes all of it back.")
                          : _("The adult and the child may be left empty and added later."), "dim-label");
}

static DovNewcomer *
add_newcomer (GtkWidget  *people,
              DovForm    *form,
              DovKinship  kinship,
              const char *part,
              const char *title)
{
  g_autoptr (DovRecord) member = dov_record_new (DOV_TYPE_FAMILY_MEMBER, 0);
  GtkWidget *newcomer;

  dov_set (DOV_FAMILY_MEMBER (member), kinship, kinship);
  /* By law, until somebody says otherwise. */
  dov_set (DOV_FAMILY_MEMBER (member), is_legal_rep, dov_kinship_is_parent (kinship));
  newcomer = dov_newcomer_new (form, DOV_FAMILY_MEMBER (member), part, title, TRUE);
  gtk_box_append (GTK_BOX (people), newcomer);

  return DOV_NEWCOMER (newcomer);
}

/* Who is asked for in a family of this type: the first that fits, the last fits all. */
static const struct
{
  DovFamilyStructure structure;
  DovKinship         adult;
  const char        *title;
  DovKinship         child;
} asked[] = {
  { DOV_FAMILY_STRUCTURE_GUARDIAN, DOV_KINSHIP_GUARDIAN, N_("Guardian"), DOV_KINSHIP_WARD },
  { DOV_FAMILY_STRUCTURE_FOSTER, DOV_KINSHIP_GUARDIAN, N_("Guardian"), DOV_KINSHIP_WARD },
  { DOV_FAMILY_STRUCTURE_SINGLE_FATHER, DOV_KINSHIP_FATHER, N_("Father"), DOV_KINSHIP_CHILD },
  { 0, DOV_KINSHIP_MOTHER, N_("Mother"), DOV_KINSHIP_CHILD },
};

static guint
find_asked (DovForm *form)
{
  DovFamilyStructure structure = DOV_FAMILY (dov_form_get_draft (form))->structure;
  guint i = 0;

  while (asked[i].structure != 0 && asked[i].structure != structure)
    i++;

  return i;
}

static const char *
child_title (guint nth)
{
  return nth == 1 ? _("First child") : _("One more child");
}

static DovNewcomer *
add_child (GtkWidget *people,
           DovForm   *form,
           guint      nth)
{
  g_autofree char *part = g_strdup_printf ("child%u", nth);

  return add_newcomer (people, form, asked[find_asked (form)].child, part, child_title (nth));
}

/* The type of the family says who is asked for; it may be chosen, and chosen anew, at any moment. */
static void
structure_cb (GtkWidget *people,
              DovForm   *form)
{
  guint i, nth = 0;

  dov_field_row_read_quietly (dov_form_find_row (form, "structure"));
  i = find_asked (form);
  for (GtkWidget *child = gtk_widget_get_first_child (people); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (DOV_IS_NEWCOMER (child))
      {
        dov_newcomer_set_kinship (DOV_NEWCOMER (child), nth == 0 ? asked[i].adult : asked[i].child,
                                  nth == 0 ? _(asked[i].title) : child_title (nth));
        nth++;
      }
}

/* A form taken up again has the children that were typed into it. */
static gboolean
has_typed (DovForm *form,
           guint    nth)
{
  g_autoptr (GPtrArray) keys = dov_record_list_typed (dov_form_get_draft (form));
  g_autofree char *part = g_strdup_printf ("child%u", nth);

  for (guint i = 0; i < keys->len; i++)
    if (g_str_has_prefix (g_ptr_array_index (keys, i), part))
      return TRUE;

  return FALSE;
}

/* Before the button stand the adult and so many children. */
static guint
count_children (GtkWidget *people)
{
  guint n = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (people); child != NULL; child = gtk_widget_get_next_sibling (child))
    n += DOV_IS_NEWCOMER (child);

  return n - 1;
}

static void
more_cb (GtkWidget *button)
{
  DovForm *form = DOV_FORM (gtk_widget_get_ancestor (button, DOV_TYPE_FORM));
  GtkWidget *people = gtk_widget_get_parent (button);
  DovNewcomer *child = add_child (people, form, count_children (people) + 1);

  gtk_box_reorder_child_after (GTK_BOX (people), button, GTK_WIDGET (child));
  gtk_widget_set_visible (button, count_children (people) < N_CHILDREN);
  dov_field_group_focus_first (dov_newcomer_get_group (child));
  dov_reveal_new (GTK_WIDGET (child), GTK_WIDGET (child));
}

static GtkWidget *
newcomers_new (DovForm *form)
{
  GtkWidget *people = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  GtkWidget *more = dov_button_new (_("One more _child"), NULL, G_CALLBACK (more_cb), NULL);

  add_newcomer (people, form, DOV_KINSHIP_MOTHER, "mother", _("Mother"));
  g_signal_connect_object (form, "edited", G_CALLBACK (structure_cb), people, G_CONNECT_SWAPPED);
  for (guint nth = 1; nth <= N_CHILDREN; nth++)
    if (nth == 1 || has_typed (form, nth))
      add_child (people, form, nth);
  gtk_widget_set_halign (more, GTK_ALIGN_START);
  gtk_widget_set_visible (more, count_children (people) < N_CHILDREN);
  gtk_box_append (GTK_BOX (people), more);
  structure_cb (people, form);

  return people;
}

/* Who leaves another family for this one is there already. */
static GtkWidget *
people_new (DovForm *form)
{
  GtkWidget *leavers = dov_leavers_get_source (dov_form_get_draft (form)) != 0 ? dov_leavers_new (form) : NULL;

  return leavers != NULL ? leavers : newcomers_new (form);
}

static char *
dup_family_title (DovStore  *store,
                  DovRecord *draft)
{
  gint64 source = dov_leavers_get_source (draft);
  g_autoptr (DovFamily) family = source != 0 ? dov_store_look_up (store, DOV_TYPE_FAMILY, source) : NULL;

  /* Translators: heading of a form: Out of the family: Yolkins */
  return family != NULL ? g_strdup_printf (_("Out of the family: %s"), family->family_name) : NULL;
}

static void
fill_in_family (DovStore  *store,
                DovRecord *draft)
{
  DovFamily *family = DOV_FAMILY (draft);
  GDate today = dov_today ();
  g_autofree char *case_no = dov_case_number_propose (store, family->lounge_id, &today);

  if (*family->case_no == '\0')
    dov_set (family, case_no, case_no);
}

/* The unfinished form is found under the name of the family. */
static void
name_draft (DovForm *form)
{
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (dov_field_row_get_editor (dov_form_find_row (form, "family_name"))));
  g_autofree char *name = dov_trim (typed);
  g_autofree char *words = *name != '\0' ? g_strdup_printf (_("New family: %s"), name) : g_strdup (_("New family"));

  if (dov_record_get_id (dov_form_get_draft (form)) == 0)
    dov_form_set_words (form, words);
}

static gboolean
save_family (DovForm  *form,
             gpointer  unused,
             GError  **error)
{
  DovStore *store = dov_form_get_store (form);
  DovRecord *family = dov_form_get_draft (form);
  GtkWidget *people = dov_form_find_widget (form, "people");
  g_autofree char *words = g_strdup_printf (C_("toast", "New family: %s"), DOV_FAMILY (family)->family_name);

  if (DOV_IS_LEAVERS (people))
    return dov_leavers_save (DOV_LEAVERS (people), error);
  if (people != NULL)
    dov_store_name_operation (store, words);
  if (!dov_store_save (store, family, error))
    return FALSE;
  for (GtkWidget *child = people != NULL ? gtk_widget_get_first_child (people) : NULL; child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (DOV_IS_NEWCOMER (child) && !dov_newcomer_save (DOV_NEWCOMER (child), dov_record_get_id (family), error))
      return FALSE;

  return TRUE;
}

static const DovFormGroup family_form[] = {
  { NULL, "", .in_head = DOV_FORM_UNDER_TITLE, .when = DOV_FORM_NEW, .make = remark_new },
  { N_("Family"), "family_name structure address phone", .when = DOV_FORM_NEW },
  { N_("Case"), "case_no lounge_id case_status opened_on curator_id", .when = DOV_FORM_NEW },
  { NULL, "", .at_end = TRUE, .when = DOV_FORM_NEW, .name = "people", .make = people_new },
  { N_("Family"), "family_name case_no lounge_id structure address phone", .when = DOV_FORM_KEPT },
  { N_("Case"), "case_status support_level curator_id opened_on closed_on closing_reason", .at_end = TRUE,
    .when = DOV_FORM_KEPT },
  { N_("Housing"), "housing_kind housing_tenure area rooms heating utilities", .when = DOV_FORM_KEPT },
  { N_("Safety of the home"), "smoke_detector smoke_detector_on co_sensor co_sensor_on", .at_end = TRUE,
    .when = DOV_FORM_KEPT },
  { N_("Income"), "income_sources household_farm", .when = DOV_FORM_KEPT },
  { N_("About the family"), "urgent_remark relations_note strengths", .at_end = TRUE, .when = DOV_FORM_KEPT },
  { 0 },
};

static const DovFormHint family_hints[] = {
  { "family_name", N_("As the family is called: the Ivanovs") },
  { "case_no", N_("The next free number; change it if need be"), DOV_FORM_NEW },
  { "phone", N_("Any form will do: 8 900 …, +7 (900) …"), DOV_FORM_KEPT },
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
  { "closed", { "dov-emblem-ok-symbolic", "plain" } },
  { "transferred", { "go-next-symbolic", "plain" } },
  { "rejected", { "dov-emblem-ok-symbolic", "plain" } },
  { "refused", { "process-stop-symbolic", "plain" } },
  { 0 },
};

static const DovTableColumn family_columns[] = {
  { "case_no", .width = 11, .leaves = 4 },
  { "family_name", .title = N_("Family"), .width = 17, .is_bold = TRUE },
  { "children", .title = N_("Children"), .width = 4, .is_number = TRUE, .words = children_of_family, .leaves = 6 },
  { "address", .title = N_("Address"), .width = 22, .expands = TRUE },
  { "case_status", .title = N_("State of the case"), .width = 25, .sign = dov_list_sign_of_state, .leaves = 5 },
  { "categories", .title = N_("Categories"), .width = 22, .words = categories_of_family, .leaves = 3 },
  { "opened_on", .leaves = 2 },
  { "curator_id", .title = N_("Curator"), .width = 15, .leaves = 1 },
};

static const DovListChip family_chips[] = {
  { "quiet", N_("Quiet for three weeks"), DOV_SILENCE_WHERE, dov_silence_limit },
};

#define FAMILIES_BY_MEMBERS \
  "SELECT m.family_id FROM live_person p CROSS JOIN live_family_member m ON m.person_id = p.id " \
  "WHERE holds (p.key, ?w)"

static const DovFormGroup family_category_form[] = {
  { N_("Category"), "category_id person_id since until basis_doc" },
  { 0 },
};

static const DovFormHint family_category_hints[] = {
  { "person_id", N_("Empty: of the whole family") },
  { "basis_doc", N_("Number and date of the paper, who issued it") },
  { 0 },
};

/* ---- somebody of a family: a newcomer, or what is known of a member ---- */

static GtkWidget *
newcomer_new (DovForm *form)
{
  return dov_newcomer_new (form, DOV_FAMILY_MEMBER (dov_form_get_draft (form)), "person", _("Who"), FALSE);
}

static void
open_card_cb (GtkWidget *button,
              DovRecord *person)
{
  dov_go_record (button, DOV_TYPE_PERSON, dov_record_get_id (person));
}

static GtkWidget *
card_button_new (DovForm *form)
{
  return dov_button_new (_("The whole _card"), NULL, G_CALLBACK (open_card_cb), dov_form_find_draft (form, "person"));
}

static char *
dup_member_title (DovStore  *store,
                  DovRecord *draft)
{
  g_autoptr (DovFamily) family = dov_store_follow (store, draft, "family_id");
  g_autoptr (DovPerson) person = dov_store_follow (store, draft, "person_id");
  g_autofree char *who = person != NULL ? dov_person_dup_name (person) : g_strdup (_("somebody new"));

  return family != NULL ? g_strdup_printf ("%s › %s", family->family_name, who) : NULL;
}

static gboolean
save_member (DovForm  *form,
             gpointer  unused,
             GError  **error)
{
  DovStore *store = dov_form_get_store (form);
  DovRecord *member = dov_form_get_draft (form), *person = dov_form_find_draft (form, "person");
  DovNewcomer *newcomer = dov_form_find_widget (form, "newcomer");
  g_autofree char *name = newcomer != NULL ? dov_newcomer_dup_name (newcomer) : dov_person_dup_name (DOV_PERSON (person));
  /* Translators: what an operation was, in the history: who was added to a family or changed in it */
  g_autofree char *words = g_strdup_printf (newcomer != NULL ? C_("toast", "Added to the family: %s")
                                                             : C_("toast", "Changed in the family: %s"), name);

  dov_store_name_operation (store, words);
  if (newcomer != NULL)
    return dov_newcomer_save (newcomer, DOV_FAMILY_MEMBER (member)->family_id, error);

  return dov_store_save (store, person, error) && dov_store_save (store, member, error);
}

static const DovFormGroup family_member_form[] = {
  { NULL, "", .when = DOV_FORM_NEW, .name = "newcomer", .make = newcomer_new },
  { N_("Who"), "last_name first_name patronymic birth_date sex phone", .when = DOV_FORM_KEPT, .link = "person_id" },
  { NULL, "", .in_head = DOV_FORM_BESIDE_TITLE, .when = DOV_FORM_KEPT, .make = card_button_new },
  { N_("In the family"), "kinship lives_together is_primary is_legal_rep authority_doc since until", .at_end = TRUE },
  { N_("School and pastimes"), "school leisure child_registers parental_rights rights_decision", .at_end = TRUE },
  { 0 },
};

static const DovFormHint family_member_hints[] = {
  { "until", N_("Gone from the family? Type the day; what was before stays") },
  { "authority_doc", N_("For a guardian: number and date") },
  { "rights_decision", N_("Number and date of the decision of the court") },
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
  g_autoptr (DovFamily) family = dov_store_follow (store, draft, "family_id");

  /* Translators: heading of a form: To another lounge: Yolkins */
  return family != NULL ? g_strdup_printf (_("To another lounge: %s"), family->family_name) : NULL;
}

static void
begin_move (DovForm *form)
{
  dov_household_follow_move (dov_form_get_store (form), dov_form_get_draft (form));
}

/* A move that was made stays as it is written. */
static gboolean
save_move (DovForm  *form,
           gpointer  unused,
           GError  **error)
{
  DovStore *store = dov_form_get_store (form);
  DovRecord *draft = dov_form_get_draft (form);

  return dov_record_get_id (draft) == 0 ? dov_household_move (store, draft, error) : dov_store_save (store, draft, error);
}

/* ---- a link of two families, or two that become one ---- */

static const DovFormGroup family_link_form[] = {
  { NULL, "family_id other_id kind since until note" },
  { NULL, "", .at_end = TRUE, .name = "joiners", .make = dov_joiners_new },
  { 0 },
};

static char *
dup_link_title (DovStore  *store,
                DovRecord *draft)
{
  g_autoptr (DovFamily) family = dov_joiners_is_asked (draft) ? dov_store_follow (store, draft, "family_id") : NULL;

  /* Translators: heading of a form: To become one family: Yolkins */
  return family != NULL ? g_strdup_printf (_("To become one family: %s"), family->family_name) : NULL;
}

static gboolean
save_link (DovForm  *form,
           gpointer  unused,
           GError  **error)
{
  DovRecord *draft = dov_form_get_draft (form);

  return dov_joiners_is_asked (draft) ? dov_joiners_save (dov_form_find_widget (form, "joiners"), error)
                                      : dov_store_save (dov_form_get_store (form), draft, error);
}

static const DovListView lists[] = {
  { dov_family_get_type, "families", "system-users-symbolic", N_("New family"),
    N_("Last name, a child’s name, street, case no.   (Ctrl+F)"),
    N_("There is no such family"), N_("Your families will be here"),
    N_("Add the first one: a last name, the type of family and an address are enough"),
    DOV_LIST_NOUN_FAMILIES, .also_count = children_of_rows, .also = FAMILIES_BY_MEMBERS, .order = "family_name",
    .by = "case_status", .chips = family_chips, .n_chips = G_N_ELEMENTS (family_chips),
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
  { dov_family_get_type, N_("New family"), .form = family_form, .hints = family_hints, .signs = family_signs,
    .is_about_visitor = TRUE, .opens_when_made = TRUE, .place = "families", .subject = &dov_family_subject,
    .fill_in = fill_in_family, .title = dup_family_title, .follow = name_draft, .save = save_family,
    .sought = { 1, "system-users-symbolic", FAMILIES_BY_MEMBERS, .name = name_family } },
  { dov_family_category_get_type, .form = family_category_form, .hints = family_category_hints },
  { dov_family_move_get_type, .form = family_move_form, .title = dup_move_title,
    .begin = begin_move, .place = "families", .save = save_move },
  { dov_family_link_get_type, .form = family_link_form, .title = dup_link_title, .begin = dov_joiners_narrow,
    .place = "families", .save = save_link },
  { dov_family_member_get_type, .form = family_member_form, .hints = family_member_hints, .is_about_visitor = TRUE,
    .place = "families", .bin = N_("Added by _mistake"), .title = dup_member_title, .save = save_member },
};

/* Tells what its records look like. */
void
dov_families_looks_tell (void)
{
  dov_look_add (looks, G_N_ELEMENTS (looks));
  dov_list_view_add (lists, G_N_ELEMENTS (lists));
}
