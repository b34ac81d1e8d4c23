/* dov-twins.c - perhaps the card is there already: it is this one, or another (V9), asked in one place */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-twins.h"

#include <glib/gi18n.h>

#include "dov-answers.h"
#include "dov-deed.h"
#include "dov-family-member.h"
#include "dov-family.h"
#include "dov-label.h"
#include "dov-likely.h"
#include "dov-link-panel.h"
#include "dov-notice.h"
#include "dov-visitor.h"

/* Likely cards that are offered in a form. */
#define AT_MOST_OFFERED 3

typedef struct
{
  DovTwinsAnswer answer;
  gpointer       from;
  gint64         person;
} Answer;

/* The answer may take the notice away, and with it what lies here. */
static void
answer_cb (GtkButton *button,
           Answer    *answer)
{
  Answer given = *answer;

  given.answer (given.from, given.person);
}

static void
connect (GtkWidget      *button,
         DovTwinsAnswer  answer,
         gpointer        from,
         gint64          person)
{
  Answer given = { answer, from, person };

  g_signal_connect_data (button, "clicked", G_CALLBACK (answer_cb), g_memdup2 (&given, sizeof given),
                         (GClosureNotify) (GCallback) g_free, 0);
}

/* Several cards stand in a column, for their names are long. */
static GtkWidget *
add_several (DovNotice      *notice,
             GPtrArray      *words,
             GArray         *people,
             DovTwinsAnswer  answer,
             gpointer        from)
{
  GtkWidget *column = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing", 6,
                                    "halign", GTK_ALIGN_START, "margin-top", 6, NULL);
  GtkWidget *another = dov_mnemonic_button_new (_("A_nother"));

  for (guint i = 0; i < words->len; i++)
    {
      g_autofree char *label = g_strdup_printf (_("It is %s"), (char *) g_ptr_array_index (words, i));
      GtkWidget *button = gtk_button_new_with_label (label);

      connect (button, answer, from, g_array_index (people, gint64, i));
      gtk_box_append (GTK_BOX (column), button);
    }
  gtk_box_append (GTK_BOX (column), another);
  dov_notice_add_widget (notice, column);

  return another;
}

/**
 * dov_twins_new:
 * @people: (element-type gint64): whom a new card may mean, the likeliest first
 * @why: (nullable): what the cards have in common, when it is one
 * @tell: with @data: says who each is, at once
 * @answer: told with @from, which outlives the notice, whom it is
 *
 * Returns: (transfer floating): the question, with a button for each answer
 */
GtkWidget *
dov_twins_new (GArray         *people,
               const char     *why,
               DovTwinsTell    tell,
               gpointer        data,
               DovTwinsAnswer  answer,
               gpointer        from)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) told = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autofree char *text = NULL;
  GtkWidget *notice, *another;

  for (guint i = 0; i < people->len; i++)
    {
      gint64 person = g_array_index (people, gint64, i);
      char *who = tell (person, data);

      if (who == NULL)
        continue;
      g_ptr_array_add (words, who);
      g_array_append_val (told, person);
    }

  if (words->len == 1)
    text = g_strconcat (g_ptr_array_index (words, 0), why != NULL && *why != '\0' ? "\n" : "", why, NULL);
  notice = dov_notice_new (DOV_NOTICE_WARNS, _("Perhaps the card is there already"), text != NULL ? text : "");
  if (words->len == 1)
    connect (dov_notice_add_action (DOV_NOTICE (notice), _("It _is this one"), NULL), answer, from,
             g_array_index (told, gint64, 0));
  another = words->len > 1 ? add_several (DOV_NOTICE (notice), words, told, answer, from)
                           : dov_notice_add_action (DOV_NOTICE (notice), _("A_nother"), NULL);
  connect (another, answer, from, 0);

  return notice;
}

/**
 * dov_twins_tell_person:
 * @store: where the card is
 *
 * Returns: (transfer full) (nullable): “Cheremisinov Artyom Pavlovich, 12 years old (05.03.2015) · Cheremisinovs”;
 *   while a visitor is near the name alone
 */
char *
dov_twins_tell_person (gint64   id,
                       gpointer store)
{
  g_autoptr (DovPerson) person = (DovPerson *) dov_store_find (store, DOV_TYPE_PERSON, id, NULL);
  DovQuery query = { .where = "person_id = ?1", .params = g_variant_new ("(x)", id) };
  g_autoptr (DovRecord) member = dov_store_find_first (store, DOV_TYPE_FAMILY_MEMBER, &query, NULL);
  g_autofree char *name = person != NULL ? dov_person_dup_name (person) : NULL;
  g_autofree char *age = NULL;
  g_autofree char *place = NULL;

  if (person == NULL)
    return NULL;
  if (dov_visitor_is_near ())
    return g_steal_pointer (&name);
  if (person->birth_date != NULL)
    {
      GDate today = dov_today ();
      int years = dov_age_on (person->birth_date, &today);
      g_autofree char *words = g_strdup_printf (ngettext ("%d year old", "%d years old", years), years);
      g_autofree char *born = dov_date_to_shown (person->birth_date);

      age = g_strdup_printf (", %s (%s)", words, born);
    }
  place = member != NULL ? dov_store_describe_id (store, DOV_TYPE_FAMILY, DOV_FAMILY_MEMBER (member)->family_id)
                         : g_strdup (person->live_address);

  return g_strconcat (name, age != NULL ? age : "", *place != '\0' ? " · " : "", place, NULL);
}

/* ---- somebody new in a link field ---- */

static GArray *
list_likely (DovLinkPanel *panel)
{
  return dov_person_find_likely (dov_link_panel_get_store (panel), DOV_PERSON (dov_link_panel_get_draft (panel)));
}

/* It is remembered that these are different people, so that nobody is asked again. */
static gboolean
make_another (DovStore  *store,
              gpointer   panel,
              GError   **error)
{
  DovRecord *draft = dov_link_panel_get_draft (panel);
  g_autoptr (GArray) likely = list_likely (panel);

  dov_store_accept (store, "V9", _("said to be another person"));
  if (!dov_store_save (store, draft, error))
    return FALSE;
  for (guint i = 0; i < MIN (likely->len, AT_MOST_OFFERED); i++)
    if (!dov_person_say_different (store, dov_record_get_id (draft), g_array_index (likely, DovLikely, i).person_id,
                                   _("said so when the card was made"), error))
      return FALSE;

  return TRUE;
}

static void
made_another (gpointer from,
              gpointer panel)
{
  dov_link_panel_take (panel, dov_link_panel_get_draft (panel));
}

static void
which_cb (gpointer panel,
          gint64   person)
{
  DovStore *store = dov_link_panel_get_store (panel);
  g_autoptr (DovRecord) known = person != 0 ? dov_store_find (store, DOV_TYPE_PERSON, person, NULL) : NULL;

  if (known != NULL)
    dov_link_panel_take (panel, known);
  else
    dov_deed_do (panel, store, &(DovDeed) {
      .act = make_another, .done = made_another, .data = g_object_ref (panel), .free_data = g_object_unref,
      .is_silent = TRUE });
}

static gboolean
ask_in_link (DovLinkPanel *panel)
{
  g_autoptr (GArray) likely = NULL;
  g_autoptr (GArray) people = NULL;
  g_autofree char *why = NULL;

  if (!DOV_IS_PERSON (dov_link_panel_get_draft (panel)))
    return FALSE;
  likely = list_likely (panel);
  if (likely->len == 0)
    return FALSE;

  people = dov_likely_list_people (likely, AT_MOST_OFFERED);
  why = dov_likeness_to_words (g_array_index (likely, DovLikely, 0).likeness);
  dov_answers_show (panel, dov_twins_new (people, why, dov_twins_tell_person, dov_link_panel_get_store (panel),
                                          which_cb, panel));

  return TRUE;
}

/**
 * dov_twins_ask_in_links:
 *
 * From now on nobody is made in a link field, of whichever form, who may have a card already, but by the answer.
 */
void
dov_twins_ask_in_links (void)
{
  dov_link_panel_tell_ask (ask_in_link);
}
