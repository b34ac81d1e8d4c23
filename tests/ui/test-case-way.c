/* test-case-way.c - the whole way of a family by keyboard alone: from a signal to its last day on support, with its papers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gi18n.h>

#include "dov-act-commission.h"
#include "dov-case-plan.h"
#include "dov-case-review.h"
#include "dov-consent.h"
#include "dov-contact-record.h"
#include "dov-family-page.h"
#include "dov-family.h"
#include "dov-field-row.h"
#include "dov-home-visit.h"
#include "dov-list-page.h"
#include "dov-living-conditions-act.h"
#include "dov-paper-page.h"
#include "dov-plan-action.h"
#include "dov-plan-problem.h"
#include "dov-section-box.h"
#include "dov-signal.h"
#include "dov-subject-page.h"
#include "dov-ui-desk.h"
#include "dov-ui-keys.h"
#include "dov-ui-test.h"
#include "dov-written-application.h"

/* The keys where they lie, while letters are Russian: Ctrl+S is Ctrl+Ы. */
#define SAVE "<Control>Cyrillic_yeru"
#define NEW  "<Control>Cyrillic_te"

static GtkWidget *
get_window (DovUiDesk *desk)
{
  return GTK_WIDGET (desk->window);
}

static GtkWidget *
get_page (DovUiDesk *desk)
{
  return GTK_WIDGET (dov_window_get_page (desk->window));
}

static void
fill (DovUiDesk  *desk,
      const char *title,
      const char *text)
{
  dov_ui_keys_fill (get_window (desk), ADW_TYPE_PREFERENCES_ROW, title, text);
}

static void
choose (DovUiDesk  *desk,
        const char *title,
        const char *words)
{
  dov_ui_keys_choose (get_window (desk), ADW_TYPE_PREFERENCES_ROW, title, words);
}

/* Goes to a button and presses it. */
static void
push (DovUiDesk  *desk,
      const char *label)
{
  dov_ui_keys_go_to (get_window (desk), GTK_TYPE_BUTTON, label);
  dov_ui_desk_press (desk, "Return");
}

static void
wait_for_form (DovUiDesk *desk,
               GType      type)
{
  dov_ui_test_settle ();
  if (!dov_ui_test_is_form_of (get_page (desk), type))
    {
      dov_ui_desk_picture (desk, "way-stuck");
      g_error ("There is no form of %s", g_type_name (type));
    }
}

static void
wait_for_page (DovUiDesk *desk,
               GType      type)
{
  dov_ui_test_settle ();
  if (!dov_ui_test_is_of (get_page (desk), type))
    {
      dov_ui_desk_picture (desk, "way-stuck");
      g_error ("There is no page of %s", g_type_name (type));
    }
}

/* The paper of what was typed, looked at and left. */
static void
look_at_paper (DovUiDesk  *desk,
               const char *picture)
{
  WAIT_FOR (DOV_IS_PAPER_PAGE (get_page (desk)) && dov_paper_page_get_print (DOV_PAPER_PAGE (get_page (desk))) != NULL);
  dov_ui_desk_picture (desk, picture);
  /* The first may only take away the words over the page. */
  for (guint i = 0; i < 2 && DOV_IS_PAPER_PAGE (get_page (desk)); i++)
    dov_ui_desk_press (desk, "Escape");
  WAIT_FOR (!DOV_IS_PAPER_PAGE (get_page (desk)));
  dov_ui_test_settle ();
}

static void
go_back_to (DovUiDesk *desk,
            GType      type)
{
  for (guint i = 0; i < 3 && !dov_ui_test_is_of (get_page (desk), type); i++)
    dov_ui_desk_press (desk, "Escape");
  wait_for_page (desk, type);
}

/* As it is kept. */
static DovFamily *
read_family (DovUiDesk *desk)
{
  static DovFamily *family;

  g_clear_object (&family);
  family = (DovFamily *) dov_store_find_first (desk->store, DOV_TYPE_FAMILY, &(DovQuery) { .where = "family_name = 'Рябинины'" },
                                               NULL);
  g_assert_nonnull (family);

  return family;
}

static void
save_and_print (DovUiDesk  *desk,
                const char *picture)
{
  push (desk, _("Save and _print"));
  look_at_paper (desk, picture);
}

/* ---- a signal becomes a family ---- */

static void
take_signal (DovUiDesk *desk)
{
  dov_ui_desk_press (desk, "<Alt>3");
  WAIT_FOR (DOV_IS_LIST_PAGE (get_page (desk)));
  dov_ui_desk_press (desk, NEW);
  wait_for_form (desk, DOV_TYPE_SIGNAL);
  dov_ui_desk_picture (desk, "way-01-signal");
  fill (desk, _("What was told"), "Мать одна с сыном, дома холодно, печь дымит");
  fill (desk, _("About whom, in words"), "Рябинины, ул. Луговая");
  choose (desk, _("Urgency"), _("within 3 days"));
  choose (desk, _("From whom it came"), _("a school"));
  dov_ui_desk_picture (desk, "way-02-signal-typed");
  dov_ui_desk_press (desk, SAVE);
  wait_for_page (desk, DOV_TYPE_SIGNAL);
  dov_ui_desk_picture (desk, "way-03-signal-taken");
}

static void
take_up (DovUiDesk *desk)
{
  dov_ui_desk_press (desk, "F2");
  wait_for_form (desk, DOV_TYPE_FAMILY);
  fill (desk, _("Family name"), "Рябинины");
  choose (desk, _("Type of family"), _("one parent (mother)"));
  fill (desk, _("Home address"), "с. Слудка, ул. Луговая, 21");
  fill (desk, _("Last name"), "Рябинина");
  fill (desk, _("First name"), "Ольга");
  fill (desk, _("Patronymic"), "Игоревна");
  fill (desk, _("Date of birth"), "14.5.90");
  fill (desk, _("Last name"), "Рябинин");
  fill (desk, _("First name"), "Егор");
  fill (desk, _("Patronymic"), "Олегович");
  fill (desk, _("Date of birth"), "021117");
  dov_ui_desk_picture (desk, "way-04-family-typed");
  dov_ui_desk_press (desk, SAVE);
  WAIT_FOR (!dov_ui_test_is_form_of (get_page (desk), DOV_TYPE_FAMILY));
  dov_ui_desk_picture (desk, "way-05-taken-up");
}

/* ---- the home is looked at ---- */

static const char *
door (const char *words)
{
  return g_dpgettext2 (NULL, "door", words);
}

static void
add_examiner (DovUiDesk  *desk,
              const char *fragment)
{
  dov_ui_keys_go_to (get_window (desk), DOV_TYPE_ROW_LINE, _("Add one who examined"));
  dov_ui_desk_press (desk, "Return");
  wait_for_form (desk, DOV_TYPE_ACT_COMMISSION);
  fill (desk, _("Specialist"), fragment);
  dov_ui_desk_press (desk, "Return");
  dov_ui_desk_press (desk, SAVE);
  wait_for_form (desk, DOV_TYPE_LIVING_CONDITIONS_ACT);
}

static void
examine (DovUiDesk *desk)
{
  push (desk, door ("act of living conditions"));
  wait_for_form (desk, DOV_TYPE_LIVING_CONDITIONS_ACT);
  dov_ui_desk_picture (desk, "way-06-act");
  fill (desk, _("Conclusion"), "Семье нужна помощь с печью");
  choose (desk, _("Sanitary state"), _("fair condition"));
  save_and_print (desk, "way-07-act-printed");
  /* It is worked on at once: an act is one when two have signed it. */
  wait_for_form (desk, DOV_TYPE_LIVING_CONDITIONS_ACT);
  add_examiner (desk, "ветлуг");
  add_examiner (desk, "буркова");
  dov_ui_desk_picture (desk, "way-08-act-kept");
  go_back_to (desk, DOV_TYPE_FAMILY);
  dov_ui_desk_picture (desk, "way-09-examined");
  push (desk, "Обследована");
  WAIT_FOR (read_family (desk)->case_status == DOV_CASE_STATUS_ASSESSED);
  dov_ui_desk_picture (desk, "way-10-assessed");
}

/* ---- the family agrees ---- */

static void
apply (DovUiDesk *desk)
{
  push (desk, door ("application"));
  wait_for_form (desk, DOV_TYPE_WRITTEN_APPLICATION);
  dov_ui_desk_picture (desk, "way-11-application");
  save_and_print (desk, "way-12-application-printed");
  wait_for_page (desk, DOV_TYPE_FAMILY);
  dov_ui_desk_picture (desk, "way-13-applied");
}

static void
consent (DovUiDesk  *desk,
         const char *name)
{
  g_autofree char *words = g_strdup_printf (_("consent: %s"), name);

  push (desk, words);
  wait_for_form (desk, DOV_TYPE_CONSENT);
  dov_ui_desk_picture (desk, "way-14-consent");
  fill (desk, _("In force until what happens"), "до снятия с сопровождения");
  dov_ui_desk_press (desk, SAVE);
  wait_for_page (desk, DOV_TYPE_CONSENT);
  push (desk, _("Print"));
  look_at_paper (desk, "way-15-consent-printed");
  push (desk, _("Signed today"));
  dov_ui_desk_picture (desk, "way-16-consent-signed");
  go_back_to (desk, DOV_TYPE_FAMILY);
}

/* ---- who is there for it, and the programme ---- */

static void
choose_curator (DovUiDesk *desk)
{
  push (desk, door ("curator"));
  wait_for_form (desk, DOV_TYPE_FAMILY);
  fill (desk, _("Curator of the family"), "буркова");
  dov_ui_desk_press (desk, "Return");
  dov_ui_desk_press (desk, SAVE);
  wait_for_page (desk, DOV_TYPE_FAMILY);
}

static void
add_problem (DovUiDesk *desk)
{
  push (desk, _("Add a Problem"));
  wait_for_form (desk, DOV_TYPE_PLAN_PROBLEM);
  fill (desk, _("Problem"), "пожар");
  dov_ui_desk_press (desk, "Return");
  fill (desk, _("Cause"), "печь дымит");
  dov_ui_desk_picture (desk, "way-20-problem");
  dov_ui_desk_press (desk, SAVE);
  wait_for_page (desk, DOV_TYPE_CASE_PLAN);
}

static void
add_step (DovUiDesk  *desk,
          const char *title,
          const char *method)
{
  dov_ui_desk_press (desk, NEW);
  wait_for_form (desk, DOV_TYPE_PLAN_ACTION);
  fill (desk, _("What is done"), title);
  fill (desk, _("Method"), method);
  dov_ui_desk_press (desk, "Return");
  fill (desk, _("To be done by"), "20.03.2027");
  dov_ui_desk_picture (desk, "way-21-step");
  dov_ui_desk_press (desk, SAVE);
  wait_for_page (desk, DOV_TYPE_CASE_PLAN);
}

static void
make_programme (DovUiDesk *desk)
{
  push (desk, door ("programme"));
  wait_for_form (desk, DOV_TYPE_CASE_PLAN);
  fill (desk, _("Until"), "17.09.2027");
  fill (desk, _("Aim (result to be reached)"), "Дома тепло, сын учится");
  dov_ui_desk_picture (desk, "way-18-programme");
  dov_ui_desk_press (desk, SAVE);
  wait_for_page (desk, DOV_TYPE_CASE_PLAN);
  dov_ui_desk_picture (desk, "way-19-programme-empty");
  add_problem (desk);
  add_step (desk, "Посещать семью", "патронаж");
  dov_ui_desk_picture (desk, "way-22-programme");
}

static void
agree (DovUiDesk *desk)
{
  push (desk, _("Agree with the Family…"));
  dov_ui_desk_picture (desk, "way-23-agree");
  dov_ui_desk_press (desk, SAVE);
  wait_for_page (desk, DOV_TYPE_CASE_PLAN);
  push (desk, _("Approve…"));
  fill (desk, _("Who approved it"), "ветлуг");
  dov_ui_desk_press (desk, "Return");
  dov_ui_desk_press (desk, SAVE);
  wait_for_page (desk, DOV_TYPE_CASE_PLAN);
  push (desk, _("Print"));
  look_at_paper (desk, "way-24-programme-printed");
  dov_ui_desk_picture (desk, "way-25-approved");
}

static void
take_on_support (DovUiDesk *desk)
{
  push (desk, _("Open the Family"));
  wait_for_page (desk, DOV_TYPE_FAMILY);
  push (desk, "На сопровождении");
  dov_ui_desk_picture (desk, "way-26-on-support");
  g_assert_cmpint (read_family (desk)->case_status, ==, DOV_CASE_STATUS_ACTIVE);
  go_back_to (desk, DOV_TYPE_CASE_PLAN);
  push (desk, _("Begin"));
  dov_ui_desk_picture (desk, "way-27-begun");
}

/* ---- work, and what came of it ---- */

static void
visit (DovUiDesk *desk)
{
  go_back_to (desk, DOV_TYPE_FAMILY);
  dov_ui_desk_press (desk, "F2");
  wait_for_form (desk, DOV_TYPE_HOME_VISIT);
  fill (desk, _("What was seen"), "Печь исправна, дома тепло");
  dov_ui_desk_picture (desk, "way-30-visit");
  save_and_print (desk, "way-31-visit-printed");
  wait_for_page (desk, DOV_TYPE_FAMILY);
  dov_ui_desk_picture (desk, "way-32-visited");
}

static void
call (DovUiDesk *desk)
{
  dov_ui_desk_press (desk, "F7");
  wait_for_form (desk, DOV_TYPE_CONTACT_RECORD);
  fill (desk, _("What was said"), "Всё хорошо, сын ходит в школу");
  dov_ui_desk_picture (desk, "way-33-call");
  dov_ui_desk_press (desk, SAVE);
  wait_for_page (desk, DOV_TYPE_FAMILY);
}

static void
review (DovUiDesk *desk)
{
  push (desk, _("outcome of the programme"));
  wait_for_page (desk, DOV_TYPE_CASE_PLAN);
  push (desk, _("Hold…"));
  wait_for_form (desk, DOV_TYPE_CASE_REVIEW);
  choose (desk, _("Dynamics"), _("better than before"));
  fill (desk, _("Conclusion"), "Печь исправна, причин больше нет");
  dov_ui_keys_go_to (get_window (desk), ADW_TYPE_PREFERENCES_ROW, _("Final review"));
  dov_ui_desk_press (desk, "space");
  dov_ui_desk_picture (desk, "way-34-review");
  dov_ui_desk_press (desk, SAVE);
  wait_for_page (desk, DOV_TYPE_CASE_PLAN);
}

static void
complete (DovUiDesk *desk)
{
  push (desk, _("Complete…"));
  choose (desk, _("Outcome of the programme"), _("aim reached"));
  fill (desk, _("Conclusion and advice"), "Цель достигнута");
  dov_ui_desk_picture (desk, "way-35-complete");
  dov_ui_desk_press (desk, SAVE);
  wait_for_page (desk, DOV_TYPE_CASE_PLAN);
  go_back_to (desk, DOV_TYPE_FAMILY);
}

static void
take_off (DovUiDesk *desk)
{
  push (desk, "Постмониторинг");
  g_assert_cmpint (read_family (desk)->case_status, ==, DOV_CASE_STATUS_MONITORING);
  push (desk, "Снята");
  dov_ui_desk_picture (desk, "way-36-taking-off");
  /* The list is opened; the first reason stands below what asks to choose. */
  dov_ui_keys_go_to (get_window (desk), ADW_TYPE_COMBO_ROW, _("Reason of taking off"));
  dov_ui_desk_press (desk, "Return");
  dov_ui_desk_press (desk, "Down");
  dov_ui_desk_press (desk, "Return");
  push (desk, _("Take off"));
  dov_ui_desk_picture (desk, "way-37-taken-off");
  g_assert_cmpint (read_family (desk)->case_status, ==, DOV_CASE_STATUS_CLOSED);
  g_assert_cmpint (read_family (desk)->closing_reason, ==, DOV_CLOSING_REASON_CAUSES_GONE);
}

static void
test_way (DovUiDesk     *desk,
          gconstpointer  data)
{
  take_signal (desk);
  take_up (desk);
  examine (desk);
  apply (desk);
  consent (desk, "Ольга");
  consent (desk, "Егор");
  choose_curator (desk);
  make_programme (desk);
  agree (desk);
  take_on_support (desk);
  visit (desk);
  call (desk);
  review (desk);
  complete (desk);
  take_off (desk);
}

int
main (int   argc,
      char *argv[])
{
  dov_ui_test_init (&argc, &argv);
  g_test_add ("/case-way/whole", DovUiDesk, DOV_UI_DEMO_WEDNESDAY, dov_ui_desk_open, test_way, dov_ui_desk_close);

  return g_test_run ();
}
