/* dov-family-lists.c - what belongs to a family, as its page shows it */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-family-lists.h"

#include "dov-child-place.h"
#include "dov-consent-table.h"
#include "dov-event.h"
#include "dov-family-category.h"
#include "dov-family-link.h"
#include "dov-family-member.h"
#include "dov-family.h"
#include "dov-field-path.h"
#include "dov-go.h"
#include "dov-household.h"
#include "dov-join.h"
#include "dov-label.h"
#include "dov-patrol-finding.h"
#include "dov-person.h"
#include "dov-support-period.h"
#include "dov-visitor.h"
#include "dov-visits-box.h"

#include <glib/gi18n.h>

#define MOST_VISITS 200

/* ---- members ---- */

static gboolean
is_past (const GDate *until)
{
  GDate today = dov_today ();

  return until != NULL && g_date_compare (until, &today) < 0;
}

static gboolean
is_gone (DovStore  *store,
         DovRecord *record)
{
  return is_past (DOV_FAMILY_MEMBER (record)->until);
}

static DovRecord *
find_person (DovStore  *store,
             DovRecord *member)
{
  return dov_store_find (store, DOV_TYPE_PERSON, DOV_FAMILY_MEMBER (member)->person_id, NULL);
}

static char *
dup_age (DovStore  *store,
         DovRecord *record)
{
  g_autoptr (DovRecord) person = find_person (store, record);
  GDate today = dov_today ();

  return person != NULL ? dov_person_dup_age (DOV_PERSON (person), &today) : g_strdup ("");
}

static char *
dup_name (DovStore  *store,
          DovRecord *record)
{
  g_autoptr (DovRecord) person = find_person (store, record);

  return person != NULL ? dov_person_dup_name (DOV_PERSON (person)) : g_strdup ("");
}

/* «сын · школа № 2 · 5 класс · живёт отдельно» */
static char *
dup_about (DovStore  *store,
           DovRecord *record)
{
  DovFamilyMember *member = DOV_FAMILY_MEMBER (record);
  g_autoptr (DovRecord) found = find_person (store, record);
  DovPerson *person = (DovPerson *) found;
  g_autofree char *kinship = person != NULL ? dov_family_member_dup_kinship (member, person) : NULL;
  g_autofree char *until = dov_date_to_shown (member->until);
  g_autofree char *gone = g_strdup_printf (_("in the family until %s"), until);
  g_autoptr (GString) words = g_string_new (kinship);

  if (person == NULL)
    return g_strdup ("");
  dov_join (words, DOV_JOIN_WORDS, member->is_legal_rep ? _("legal representative") : NULL);
  dov_join (words, DOV_JOIN_WORDS, *member->school != '\0' ? member->school : person->workplace);
  dov_join (words, DOV_JOIN_WORDS, person->position_or_grade);
  dov_join (words, DOV_JOIN_WORDS, member->leisure);
  dov_join (words, DOV_JOIN_WORDS, is_past (member->until) ? gone : !member->lives_together ? _("lives apart") : NULL);

  return g_string_free (g_steal_pointer (&words), FALSE);
}

/* What others read over the shoulder says nothing of consents. */
static char *
dup_consent (const DovConsentCell *cell)
{
  g_autofree char *day = g_date_valid (&cell->until) ? dov_date_to_shown (&cell->until) : NULL;

  switch (cell->state)
    {
    case DOV_CONSENT_UNSIGNED:
      return g_strdup (_("consent to be signed"));
    case DOV_CONSENT_HOLDS:
    case DOV_CONSENT_ENDS:
      return day != NULL ? g_strdup_printf (_("consent until %s"), day) : g_strdup (_("consent"));
    case DOV_CONSENT_ENDED:
      return g_strdup_printf (_("consent ended %s"), day);
    case DOV_CONSENT_WITHDRAWN:
      return g_strdup (_("consent withdrawn"));
    case DOV_CONSENT_UNNEEDED:
    case DOV_CONSENT_WANTED:
    case DOV_CONSENT_STOPS:
    default:
      return g_strdup (_("no consent"));
    }
}

static void
dress_member (DovStore   *store,
              DovRecord  *record,
              DovRowLine *row,
              gboolean    past)
{
  static const DovSign signs[] = {
    [0] = { "process-stop-symbolic", "plain" },
    [DOV_CONSENT_UNSIGNED] = { "document-edit-symbolic", "warning" },
    [DOV_CONSENT_HOLDS] = { "dov-emblem-ok-symbolic", "success" },
    [DOV_CONSENT_ENDS] = { "alarm-symbolic", "warning" },
    [DOV_CONSENT_ENDED] = { "alarm-symbolic", "error" },
    [DOV_CONSENT_WITHDRAWN] = { "process-stop-symbolic", "error" },
  };
  static const DovSign elsewhere = { "go-next-symbolic", "warning" };
  static const DovSign no_photo = { "camera-disabled-symbolic", "warning" };
  g_autoptr (DovRecord) person = find_person (store, record);
  DovConsentCell cell;
  g_autofree char *words = NULL;
  g_autofree char *away = NULL;
  GtkWidget *badge;

  if (person == NULL || past)
    return;
  away = dov_child_place_dup_words (store, dov_record_get_id (person));
  if (away != NULL)
    {
      badge = dov_badge_new (away, &elsewhere);
      dov_row_line_append (row, badge);
      dov_visitor_hide (badge);
    }
  if (DOV_PERSON (person)->no_photo)
    dov_row_line_append (row, dov_badge_new (_("no photo"), &no_photo));
  cell = dov_consent_table_find (store, DOV_PERSON (person), DOV_CONSENT_KIND_PROCESSING);
  words = dup_consent (&cell);
  badge = dov_badge_new (words, &signs[cell.state]);
  dov_row_line_append (row, badge);
  dov_visitor_hide (badge);
}

static void
open_member (gpointer   from,
             DovRecord *member)
{
  dov_go_edit (from, member);
}

/* Who lives together first, then who lives apart, then who is gone; the oldest first. */
const DovRelatedList dov_family_members = {
  N_("Who belongs to the family"), N_("Nobody yet. Add the mother or the father first, then the children."),
  dov_family_member_get_type, "family_id",
  .sql = "SELECT m.id FROM live_family_member m JOIN person p ON p.id = m.person_id WHERE m.family_id = ?1"
         " ORDER BY coalesce(m.until < ?2, 0), NOT m.lives_together, p.birth_date IS NULL, p.birth_date, m.id",
  .add = N_("Add"), .add_act = "family.add", .lead_words = dup_age, .first_words = dup_name, .second_words = dup_about,
  .is_past = is_gone, .dress = dress_member, .open = open_member, .count_of = dov_household_count_words, .css = "members",
};

/* ---- families that belong together ---- */

static void
link_cb (DovSubjectPage *page)
{
  dov_subject_page_act (page, "family.link");
}

GtkWidget *
dov_family_kin_new (DovSubjectPage *page)
{
  GtkWidget *section = dov_section_box_new (_("Linked families"));

  dov_section_box_set_empty (DOV_SECTION_BOX (section), _("None. A person who lives in two families links them by themselves."));
  if (!dov_store_is_read_only (dov_subject_page_get_store (page)))
    dov_section_box_set_more (DOV_SECTION_BOX (section), _("Link…"));
  g_signal_connect_swapped (section, "more-clicked", G_CALLBACK (link_cb), page);
  dov_visitor_hide (section);

  return section;
}

static void
change_link_cb (GtkWidget *button,
                gpointer   id)
{
  dov_go_record (button, DOV_TYPE_FAMILY_LINK, *(gint64 *) id);
}

/* A link that somebody wrote down can be changed; shared members are changed with the members. */
static GtkWidget *
change_link_new (gint64 link)
{
  GtkWidget *button = g_object_new (GTK_TYPE_BUTTON, "icon-name", "document-edit-symbolic", "has-frame", FALSE, "valign",
                                    GTK_ALIGN_CENTER, "tooltip-text", _("Change the link"), NULL);

  dov_name_widget (button, _("Change the link"));
  g_signal_connect_data (button, "clicked", G_CALLBACK (change_link_cb), g_memdup2 (&link, sizeof link),
                         (GClosureNotify) (void (*) (void)) g_free, 0);

  return button;
}

guint
dov_family_kin_show (DovSubjectPage *page,
                     GtkWidget      *section)
{
  DovStore *store = dov_subject_page_get_store (page);
  g_autoptr (GPtrArray) kin = dov_household_list_kin (store, dov_subject_page_get_id (page));

  dov_section_box_clear (DOV_SECTION_BOX (section));
  for (guint i = 0; i < kin->len; i++)
    {
      const DovKin *one = g_ptr_array_index (kin, i);
      g_autofree char *name = dov_store_describe_id (store, DOV_TYPE_FAMILY, one->family);
      GtkWidget *row = dov_row_line_new ("", name, one->words);

      if (one->link != 0)
        dov_row_line_append (DOV_ROW_LINE (row), change_link_new (one->link));
      dov_row_line_open_record (DOV_ROW_LINE (row), DOV_TYPE_FAMILY, one->family);
      dov_section_box_append (DOV_SECTION_BOX (section), row);
    }

  return 0;
}

/* ---- categories ---- */

static gboolean
is_over (DovStore  *store,
         DovRecord *record)
{
  return is_past (DOV_FAMILY_CATEGORY (record)->until);
}

static char *
dup_span (DovStore  *store,
          DovRecord *record)
{
  DovFamilyCategory *category = DOV_FAMILY_CATEGORY (record);
  g_autofree char *since = dov_date_to_shown (category->since);
  g_autofree char *until = dov_date_to_shown (category->until);
  g_autoptr (GString) words = g_string_new (NULL);

  if (category->until != NULL)
    g_string_append_printf (words, _("since %s until %s"), since, until);
  else
    g_string_append_printf (words, _("since %s"), since);
  dov_join (words, DOV_JOIN_WORDS, category->basis_doc);

  return g_string_free (g_steal_pointer (&words), FALSE);
}

const DovRelatedList dov_family_categories = {
  N_("Categories"), N_("None yet. Add one with the day since when it holds and its grounds."), dov_family_category_get_type,
  "family_id", .order = "since, id", .add = N_("Add"), .add_act = "family.category", .first = "category_id",
  .second_words = dup_span, .is_past = is_over,
};

/* ---- on support ---- */

static gboolean
is_ended (DovStore  *store,
          DovRecord *record)
{
  return DOV_SUPPORT_PERIOD (record)->until != NULL;
}

static char *
dup_end (DovStore  *store,
         DovRecord *record)
{
  DovSupportPeriod *period = DOV_SUPPORT_PERIOD (record);
  g_autofree char *until = dov_date_to_shown (period->until);
  g_autofree char *end = dov_field_path_dup (store, record, "end_kind", "");

  /* Translators: how support ended, and the first day without it */
  return period->until != NULL ? g_strdup_printf (_("%s on %s"), end, until) : g_strdup (_("until now"));
}

/* They are not typed: the state of the case and the moves make them. */
const DovRelatedList dov_family_support = {
  N_("On support"), N_("Not yet. It begins with the day of taking on."), dov_support_period_get_type, "family_id",
  .order = "since, id", .lead = "since", .first = "lounge_id", .second_words = dup_end, .is_past = is_ended,
  .opens = "lounge_id",
};

/* ---- what the patrol found ---- */

const DovRelatedList dov_family_findings = {
  N_("Found by the patrol"), N_("Nothing that has to do with this family."), dov_patrol_finding_get_type, "family_id",
  .order = "found_at DESC, id DESC", .lead = "found_at", .first = "kind_id", .second = "place outcome",
};

/* ---- the events it came to ---- */

GtkWidget *
dov_family_visits_new (DovSubjectPage *page)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 16);
  GtkWidget *section = dov_section_box_new (_("Came to events"));

  dov_section_box_set_empty (DOV_SECTION_BOX (section), _("Nobody of the family has been marked at an event yet."));
  gtk_box_append (GTK_BOX (box), dov_visits_box_new (dov_subject_page_get_store (page), DOV_TYPE_FAMILY,
                                                     dov_subject_page_get_id (page)));
  gtk_box_append (GTK_BOX (box), section);

  return box;
}

guint
dov_family_visits_show (DovSubjectPage *page,
                        GtkWidget      *box)
{
  DovSectionBox *section = DOV_SECTION_BOX (gtk_widget_get_last_child (box));
  g_autoptr (GPtrArray) visits = dov_household_list_visits (dov_subject_page_get_store (page), dov_subject_page_get_id (page),
                                                            MOST_VISITS);

  dov_section_box_clear (section);
  for (guint i = 0; i < visits->len; i++)
    {
      const DovHouseholdVisit *visit = g_ptr_array_index (visits, i);
      g_autofree char *day = dov_date_to_shown (&visit->day);
      GtkWidget *row = dov_row_line_new (day, visit->title, visit->who);

      dov_row_line_open_record (DOV_ROW_LINE (row), DOV_TYPE_EVENT, visit->event);
      dov_section_box_append (section, row);
    }

  return visits->len;
}
