/* dov-family-doors.c - the path of a family, what is missing for the next state and the other ways out */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-family-doors.h"

#include <glib/gi18n.h>

#include "dov-capital.h"
#include "dov-case-path.h"
#include "dov-case-plan.h"
#include "dov-consent.h"
#include "dov-family-case-lists.h"
#include "dov-go.h"
#include "dov-label.h"
#include "dov-signs.h"

/* More doors than these are behind the last one. */
#define MOST_DOORS 2

/* Who may sign for somebody: they themselves when of age, else the first legal representative. */
#define SIGNER \
  "SELECT m.person_id FROM live_family_member m JOIN live_person p ON p.id = m.person_id" \
  " WHERE m.family_id = ?1 AND (m.until IS NULL OR m.until > ?2) AND m.is_legal_rep" \
  " ORDER BY m.kinship <> 'mother', p.birth_date, m.id LIMIT 1"

static char *
dup_status (DovSubjectPage *page,
            DovCaseStatus   status)
{
  g_autoptr (GEnumClass) states = g_type_class_ref (dov_case_status_get_type ());

  return dov_capitalise (_(g_enum_get_value (states, (int) status)->value_name));
}

/* ---- where a door leads ---- */

static gboolean
is_grown (DovStore *store,
          gint64    person)
{
  g_autoptr (DovPerson) found = dov_store_look_up (store, DOV_TYPE_PERSON, person);
  GDate today = dov_today ();

  return found != NULL && found->birth_date != NULL && dov_age_on (found->birth_date, &today) >= 18;
}

/**
 * dov_family_ask_consent:
 * @person: whose consent is missing, or 0
 *
 * Opens the form of a new consent, with who signs it where that is known.
 */
void
dov_family_ask_consent (DovSubjectPage *page,
                        gint64          person)
{
  DovStore *store = dov_subject_page_get_store (page);
  g_autoptr (DovConsent) draft = DOV_CONSENT (dov_record_new (DOV_TYPE_CONSENT, 0));
  DovFamily *family = DOV_FAMILY (dov_subject_page_get_record (page));
  GDate today = dov_today ();
  g_autofree char *day = dov_date_to_iso (&today);
  gint64 signer = is_grown (store, person) ? person
                  : dov_store_see_number (store, SIGNER, "(xs)", dov_record_get_id (DOV_RECORD (family)), day);

  dov_set (draft, lounge_id, family->lounge_id);
  dov_set (draft, kind, DOV_CONSENT_KIND_PROCESSING);
  dov_set (draft, purpose, DOV_CONSENT_PURPOSE_CASE);
  dov_set (draft, subject_id, person);
  if (person != 0 && signer != 0)
    {
      dov_set (draft, signer_id, signer);
      dov_set (draft, signer_capacity, signer == person ? DOV_SIGNER_CAPACITY_SELF : DOV_SIGNER_CAPACITY_PARENT);
    }
  dov_go_form (page, DOV_RECORD (draft));
}

static const char *
act_of (DovCaseGapKind kind)
{
  switch (kind)
    {
    case DOV_CASE_GAP_ACT:
      return "family.act";
    case DOV_CASE_GAP_APPLICATION:
      return "family.application";
    case DOV_CASE_GAP_CURATOR:
      return "family.edit";
    case DOV_CASE_GAP_PLAN:
      return "family.plan";
    case DOV_CASE_GAP_REASON:
      return "family.close";
    case DOV_CASE_GAP_REVIEW:
      return "family.final-review";
    case DOV_CASE_GAP_NOTICE:
      return "family.notice";
    case DOV_CASE_GAP_CONSENT:
    case DOV_CASE_GAP_OUTCOME:
    default:
      return NULL;
    }
}

static DovSubjectPage *
page_of (GtkWidget *widget)
{
  return DOV_SUBJECT_PAGE (gtk_widget_get_ancestor (widget, DOV_TYPE_SUBJECT_PAGE));
}

static void
consent_cb (GtkWidget *button,
            gint64    *person)
{
  dov_family_ask_consent (page_of (button), *person);
}

static void
plan_cb (GtkWidget *button,
         gint64    *plan)
{
  dov_go_record (button, DOV_TYPE_CASE_PLAN, *plan);
}

static void
free_id (gpointer  id,
         GClosure *closure)
{
  g_free (id);
}

/* A door leads to the place where what is missing is done. */
static void
lead (GtkWidget        *button,
      const DovCaseGap *gap)
{
  if (act_of (gap->kind) != NULL)
    gtk_actionable_set_action_name (GTK_ACTIONABLE (button), act_of (gap->kind));
  else
    g_signal_connect_data (button, "clicked",
                           gap->kind == DOV_CASE_GAP_CONSENT ? G_CALLBACK (consent_cb) : G_CALLBACK (plan_cb),
                           g_memdup2 (&gap->id, sizeof gap->id), free_id, 0);
}

/* What is signed or decided is read, and not made, in a file that is only read. */
static gboolean
leads (DovSubjectPage   *page,
       const DovCaseGap *gap)
{
  return gap->kind == DOV_CASE_GAP_OUTCOME ||
         dov_subject_may_write (dov_subject_page_get_store (page), dov_subject_page_get_record (page));
}

static void
support_cb (GtkWidget *button)
{
  dov_tabs_show (dov_subject_page_get_tabs (page_of (button)), "support");
}

static const char *
act_to (DovCaseStatus next)
{
  return next == DOV_CASE_STATUS_ASSESSED ? "family.assess" : next == DOV_CASE_STATUS_ACTIVE ? "family.take-on"
         : next == DOV_CASE_STATUS_MONITORING ? "family.watch" : "family.close";
}

/* ---- the path ---- */

static void
append_doors (DovSubjectPage *page,
              DovPathBar     *path,
              GPtrArray      *doors)
{
  DovStore *store = dov_subject_page_get_store (page);

  for (guint i = 0; i < MIN (doors->len, MOST_DOORS); i++)
    {
      g_autofree char *words = dov_case_gap_dup_door (store, doors->pdata[i]);
      GtkWidget *door = dov_path_bar_append (path, DOV_PATH_DOOR, words, "");

      gtk_widget_set_sensitive (door, leads (page, doors->pdata[i]));
      lead (door, doors->pdata[i]);
    }
  if (doors->len > MOST_DOORS)
    {
      guint n = doors->len - MOST_DOORS;
      g_autofree char *more = g_strdup_printf (ngettext ("%u more", "%u more", n), n);

      g_signal_connect (dov_path_bar_append (path, DOV_PATH_DOOR, more, ""), "clicked", G_CALLBACK (support_cb), NULL);
    }
}

static void
append_next (DovSubjectPage *page,
             DovPathBar     *path,
             DovFamily      *family)
{
  DovCaseStatus next = dov_case_path_get_next (family);
  g_autoptr (GPtrArray) doors = NULL;
  g_autofree char *words = NULL;
  GtkWidget *step;

  if (next == 0)
    return;
  doors = dov_case_path_list_doors (dov_subject_page_get_store (page), family);
  words = dup_status (page, next);
  if (doors->len == 0 && dov_subject_page_may_act (page, act_to (next)))
    {
      step = dov_path_bar_append (path, DOV_PATH_READY, words, "");
      gtk_actionable_set_action_name (GTK_ACTIONABLE (step), act_to (next));
      return;
    }
  step = dov_path_bar_append (path, DOV_PATH_LATER, words, "");
  g_signal_connect (step, "clicked", G_CALLBACK (support_cb), NULL);
  append_doors (page, path, doors);
}

/**
 * dov_family_path_show:
 *
 * A DovSubject.path: what is behind the family, where it stands, and the doors before the next state.
 */
void
dov_family_path_show (DovSubjectPage *page,
                      DovPathBar     *path)
{
  DovFamily *family = DOV_FAMILY (dov_subject_page_get_record (page));
  g_autoptr (GPtrArray) steps = dov_case_path_list_steps (dov_subject_page_get_store (page), family);

  for (guint i = 0; i < steps->len; i++)
    {
      const DovCaseStep *step = steps->pdata[i];
      g_autofree char *words = dup_status (page, step->status);
      g_autofree char *day = dov_family_dup_day (step->since);
      DovPathPlace place = step->is_aside ? DOV_PATH_ASIDE : step->is_now ? DOV_PATH_NOW : DOV_PATH_DONE;
      GtkWidget *button = dov_path_bar_append (path, place, words, day);

      if (step->is_now)
        dov_path_bar_set_icon (button, dov_sign_of_state (DOV_RECORD (family), "case_status")->icon);
      g_signal_connect (button, "clicked", G_CALLBACK (support_cb), NULL);
    }
  append_next (page, path, family);
}

/* ---- the doors, in full ---- */

GtkWidget *
dov_family_doors_new (DovSubjectPage *page)
{
  return dov_section_box_new (_("What is missing"));
}

static GtkWidget *
door_row_new (DovSubjectPage   *page,
              const DovCaseGap *gap)
{
  g_autofree char *title = dov_capitalise (gap->words);
  g_autofree char *spoken = NULL;
  GtkWidget *row = dov_row_line_new ("", title, gap->is_asked ? _("or the reason why it is not there") : "");
  GtkWidget *button;

  dov_row_line_set_icon (DOV_ROW_LINE (row), "checkbox-symbolic");
  if (!leads (page, gap))
    return row;
  button = gtk_button_new_with_label (gap->kind == DOV_CASE_GAP_OUTCOME ? _("To its steps")
                                      : gap->kind == DOV_CASE_GAP_CURATOR ? _("Choose…") : _("Write it down…"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  /* Many a row has the same word: it is told of what. */
  spoken = g_strdup_printf ("%s: %s", gtk_button_get_label (GTK_BUTTON (button)), title);
  dov_name_widget (button, spoken);
  lead (button, gap);
  dov_row_line_append (DOV_ROW_LINE (row), button);

  return row;
}

static void
append_ready (DovSubjectPage *page,
              DovSectionBox  *section,
              DovCaseStatus   next)
{
  g_autofree char *words = dup_status (page, next);
  GtkWidget *row = dov_row_line_new ("", _("All that it needs is there"), "");
  GtkWidget *button = gtk_button_new_with_label (words);

  dov_row_line_set_icon (DOV_ROW_LINE (row), "dov-emblem-ok-symbolic");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "suggested-action");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), act_to (next));
  dov_row_line_append (DOV_ROW_LINE (row), button);
  dov_section_box_append (section, row);
}

guint
dov_family_doors_show (DovSubjectPage *page,
                       GtkWidget      *section)
{
  DovFamily *family = DOV_FAMILY (dov_subject_page_get_record (page));
  DovCaseStatus next = dov_case_path_get_next (family);
  g_autoptr (GPtrArray) doors = dov_case_path_list_doors (dov_subject_page_get_store (page), family);
  g_autofree char *state = next != 0 ? dup_status (page, next) : NULL;
  /* Translators: the state that comes next: “Next: On support” */
  g_autofree char *title = state != NULL ? g_strdup_printf (_("Next: %s"), state) : NULL;
  g_autofree char *left = g_strdup_printf (ngettext ("%u thing is missing", "%u things are missing", doors->len), doors->len);
  gboolean is_ready = next != 0 && doors->len == 0 && dov_subject_page_may_act (page, act_to (next));

  gtk_widget_set_visible (section, is_ready || (next != 0 && doors->len > 0));
  if (title == NULL)
    return 0;
  dov_section_box_clear (DOV_SECTION_BOX (section));
  dov_section_box_set_title (DOV_SECTION_BOX (section), title);
  dov_section_box_set_count (DOV_SECTION_BOX (section), doors->len > 0 ? left : "");
  for (guint i = 0; i < doors->len; i++)
    dov_section_box_append (DOV_SECTION_BOX (section), door_row_new (page, doors->pdata[i]));
  if (is_ready)
    append_ready (page, DOV_SECTION_BOX (section), next);

  return 0;
}

/* ---- other ways ---- */

static const struct
{
  const char *act;
  const char *icon;
  const char *words;
  const char *about;
} ways[] = {
  { "family.resume", "media-playback-start-symbolic", N_("Take on support again"), N_("a new period begins today") },
  { "family.again", "edit-undo-symbolic", N_("Take up again"), N_("all that was written stays") },
  { "family.suspend", "media-playback-pause-symbolic", N_("Suspend support"), N_("the family is away for a time") },
  { "family.close", "dov-emblem-ok-symbolic", N_("Take off…"), N_("the reason is asked") },
  { "family.refuse", "process-stop-symbolic", N_("The family refused"), N_("written with the day of today") },
  { "family.reject", "dov-emblem-ok-symbolic", N_("Needs no support"), N_("as the examination showed") },
  { "family.transfer", "go-next-symbolic", N_("Hand to another organisation"), N_("written with the day of today") },
};

GtkWidget *
dov_family_ways_new (DovSubjectPage *page)
{
  return dov_section_box_new (_("Or otherwise"));
}

static void
way_cb (GtkWidget  *row,
        const char *act)
{
  dov_subject_page_act (page_of (row), act);
}

guint
dov_family_ways_show (DovSubjectPage *page,
                      GtkWidget      *section)
{
  guint n = 0;

  dov_section_box_clear (DOV_SECTION_BOX (section));
  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    if (dov_subject_page_may_act (page, ways[i].act))
      {
        GtkWidget *row = dov_row_line_new ("", _(ways[i].words), _(ways[i].about));

        dov_row_line_set_icon (DOV_ROW_LINE (row), ways[i].icon);
        gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
        g_signal_connect (row, "activated", G_CALLBACK (way_cb), (gpointer) ways[i].act);
        dov_section_box_append (DOV_SECTION_BOX (section), row);
        n++;
      }
  gtk_widget_set_visible (section, n > 0);

  return 0;
}
