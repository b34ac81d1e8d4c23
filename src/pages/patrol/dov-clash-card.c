/* dov-clash-card.c - what cannot stay so on the roster, or is to be looked at, in words and with its ways out */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-clash-card.h"

#include <glib/gi18n.h>

#include "dov-answers.h"
#include "dov-briefing.h"
#include "dov-crew-chooser.h"
#include "dov-crew.h"
#include "dov-deed.h"
#include "dov-go.h"
#include "dov-patrol-words.h"
#include "dov-shift-asking.h"
#include "dov-wrap-box.h"

/* So many free people are named; the rest is found when one of them is to be put down. */
#define MOST_NAMED 3

struct _DovClashCard
{
  GtkBox          parent_instance;

  DovStore       *store;
  DovPatrolShift *shift;
  gint64          member;      /* who stands in two places, 0: the shift as a whole */

  GtkWidget      *icon;
  GtkWidget      *lead;
  GtkWidget      *words;
  GtkWidget      *more;
  GtkWidget      *ways;
  GtkWidget      *answers;     /* instead of the ways, while something is asked */
};

G_DEFINE_FINAL_TYPE (DovClashCard, dov_clash_card, GTK_TYPE_BOX)

static void
answered_cb (DovClashCard *self)
{
  gtk_widget_set_visible (self->ways, !gtk_widget_get_visible (self->answers));
  if (gtk_widget_get_visible (self->ways))
    gtk_widget_child_focus (self->ways, GTK_DIR_TAB_FORWARD);
}

/* Who is put down: instead of somebody, or beside the others. */
typedef struct
{
  DovPatrolShift *shift;
  gint64          member;
  gint64          taken;
} Place;

static void
free_place (gpointer place)
{
  g_object_unref (((Place *) place)->shift);
  g_free (place);
}

static gboolean
take (DovStore  *store,
      gpointer   data,
      GError   **error)
{
  Place *place = data;
  g_autoptr (GPtrArray) crew = dov_crew_read (store, place->shift);

  for (guint i = 0; i < crew->len && place->member != 0; i++)
    if (((DovCrewLine *) g_ptr_array_index (crew, i))->place->member_id == place->member)
      return dov_crew_replace (store, place->shift, g_ptr_array_index (crew, i), place->taken, error);

  return dov_crew_add (store, place->shift, place->taken, error);
}

static void
chosen_cb (DovClashCard *self,
           gint64        member)
{
  Place place = { g_object_ref (self->shift), self->member, member };

  dov_deed_do (self, self->store, &(DovDeed) {
    .act = take, .data = g_memdup2 (&place, sizeof place), .free_data = free_place });
}

static void
ask_who (DovClashCard *self)
{
  g_autofree char *name = self->member != 0 ? dov_patrol_dup_member (self->store, self->member) : NULL;
  GtkWidget *chooser = dov_crew_chooser_new (self->store, self->shift, self->member, name);

  g_signal_connect_swapped (chooser, "chosen", G_CALLBACK (chosen_cb), self);
  g_signal_connect_object (chooser, "given-up", G_CALLBACK (dov_answers_clear), self, G_CONNECT_SWAPPED);
  dov_answers_show (self, chooser);
}

static void
ask_when (DovClashCard *self)
{
  dov_shift_ask_move (self, self->store, self->shift);
}

typedef struct
{
  gint64  member;
  char   *day;
} Briefing;

static void
free_briefing (gpointer data)
{
  g_free (((Briefing *) data)->day);
  g_free (data);
}

static gboolean
brief (DovStore  *store,
       gpointer   data,
       GError   **error)
{
  Briefing *briefing = data;

  return dov_briefing_write (store, briefing->member, briefing->day, error);
}

static void
brief_cb (DovAskCard   *card,
          DovClashCard *self)
{
  Briefing briefing = { self->member, g_strdup (dov_ask_card_get_text (card, "day")) };

  dov_deed_do (self, self->store, &(DovDeed) {
    .act = brief, .card = card, .at = "day", .data = g_memdup2 (&briefing, sizeof briefing), .free_data = free_briefing });
}

static void
ask_briefing (DovClashCard *self)
{
  GDate today = dov_today ();
  g_autofree char *day = dov_date_to_shown (&today);
  GtkWidget *card = dov_ask_card_new (_("Write down the briefing"), _("Write down"));

  dov_ask_card_add (DOV_ASK_CARD (card), "day", _("On which day *"), day);
  g_signal_connect_object (card, "go-on", G_CALLBACK (brief_cb), self, 0);
  dov_ask_card_ask (DOV_ASK_CARD (card), self);
}

static void
open_cb (DovClashCard *self)
{
  dov_go_record (self, DOV_TYPE_PATROL_SHIFT, dov_record_get_id (DOV_RECORD (self->shift)));
}

/**
 * dov_clash_card_add_way:
 *
 * Returns: (transfer none): the button of one more way out
 */
GtkWidget *
dov_clash_card_add_way (DovClashCard *self,
                        const char   *label)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  dov_wrap_box_append (DOV_WRAP_BOX (self->ways), button);

  return button;
}

static void
add_way (DovClashCard *self,
         const char   *label,
         GCallback     callback)
{
  g_signal_connect_swapped (dov_clash_card_add_way (self, label), "clicked", callback, self);
}

static void
add_ways (DovClashCard   *self,
          const DovClash *clash)
{
  switch (clash->kind)
    {
    case DOV_CLASH_SHIFT:
      add_way (self, _("Replace in the second…"), G_CALLBACK (ask_who));
      break;
    case DOV_CLASH_EVENT:
    case DOV_CLASH_PAUSE:
      add_way (self, _("Move…"), G_CALLBACK (ask_when));
      add_way (self, _("Replace…"), G_CALLBACK (ask_who));
      break;
    case DOV_CLASH_BRIEFING:
      add_way (self, _("Write down the briefing…"), G_CALLBACK (ask_briefing));
      break;
    case DOV_CLASH_FEW:
      add_way (self, _("Add…"), G_CALLBACK (ask_who));
      break;
    case DOV_CLASH_NO_LEADER:
      add_way (self, _("Choose who leads…"), G_CALLBACK (open_cb));
      break;
    case DOV_CLASH_ABSENCE:
    case DOV_CLASH_NOT_MEMBER:
    case DOV_CLASH_MINOR:
    default:
      add_way (self, _("Replace…"), G_CALLBACK (ask_who));
      break;
    }
}

/* “Sa 20 March, 21:00 and 21:30”. */
static char *
dup_lead (DovStore       *store,
          const DovClash *clash)
{
  GDate day = dov_moment_get_date (clash->starts_at);
  g_autofree char *when = dov_patrol_dup_day (&day);
  g_autofree char *time = dov_time_to_shown (dov_moment_get_time (clash->starts_at));
  g_autoptr (DovRecord) other = clash->kind == DOV_CLASH_SHIFT ?
    dov_store_find (store, DOV_TYPE_PATROL_SHIFT, clash->other_id, NULL) : NULL;

  if (other != NULL)
    {
      g_autofree char *first = dov_time_to_shown (dov_moment_get_time (DOV_PATROL_SHIFT (other)->starts_at));

      /* Translators: %1$s is a day, %2$s and %3$s are times */
      return g_strdup_printf (_("%1$s, %2$s and %3$s"), when, first, time);
    }

  return g_strdup_printf ("%s, %s", when, time);
}

/* “Free at that time: Shcheklein R. I., Yamshanova O. N.” */
static char *
dup_free (DovStore       *store,
          const DovClash *clash)
{
  g_autoptr (GString) names = g_string_new (NULL);

  if (clash->free == NULL || clash->kind == DOV_CLASH_BRIEFING)
    return g_strdup ("");
  if (clash->free->len == 0)
    return g_strdup (_("Nobody else is free at that time"));

  for (guint i = 0; i < MIN (clash->free->len, MOST_NAMED); i++)
    {
      g_autofree char *name = dov_patrol_dup_member (store, g_array_index (clash->free, DovFree, i).member_id);

      g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", name);
    }
  if (clash->free->len > MOST_NAMED)
    /* Translators: after some names */
    g_string_append_printf (names, _(" and %u more"), clash->free->len - MOST_NAMED);

  return g_strdup_printf (_("Free at that time: %s"), names->str);
}

static void
say (DovClashCard *self,
     gboolean      is_warning,
     const char   *lead,
     const char   *words,
     const char   *more)
{
  g_autofree char *spoken = g_strdup_printf ("%s. %s. %s", lead, words, more);

  gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), is_warning ? "dialog-warning-symbolic" : "dialog-error-symbolic");
  gtk_widget_add_css_class (self->icon, is_warning ? "warning" : "error");
  gtk_label_set_label (GTK_LABEL (self->lead), lead);
  gtk_label_set_label (GTK_LABEL (self->words), words);
  gtk_label_set_label (GTK_LABEL (self->more), more);
  gtk_widget_set_visible (self->more, *more != '\0');
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

/**
 * dov_clash_card_new:
 * @clash: of a shift that is saved
 *
 * Returns: (transfer floating): the card
 */
GtkWidget *
dov_clash_card_new (DovStore       *store,
                    const DovClash *clash)
{
  DovClashCard *self = g_object_new (DOV_TYPE_CLASH_CARD, NULL);
  g_autofree char *lead = dup_lead (store, clash);
  g_autofree char *free = dup_free (store, clash);

  self->store = g_object_ref (store);
  self->shift = DOV_PATROL_SHIFT (dov_store_find (store, DOV_TYPE_PATROL_SHIFT, clash->shift_id, NULL));
  self->member = clash->member_id;
  say (self, clash->is_warning, lead, clash->words, free);
  if (self->shift != NULL)
    add_ways (self, clash);

  return GTK_WIDGET (self);
}

/**
 * dov_clash_card_new_plain:
 *
 * Returns: (transfer floating): a card that looks the same and says something
 *   else that is to be looked at
 */
GtkWidget *
dov_clash_card_new_plain (const char *lead,
                          const char *words,
                          const char *more)
{
  DovClashCard *self = g_object_new (DOV_TYPE_CLASH_CARD, NULL);

  say (self, TRUE, lead, words, more);

  return GTK_WIDGET (self);
}

static void
dov_clash_card_dispose (GObject *object)
{
  DovClashCard *self = DOV_CLASH_CARD (object);

  g_clear_object (&self->store);
  g_clear_object (&self->shift);

  G_OBJECT_CLASS (dov_clash_card_parent_class)->dispose (object);
}

static void
dov_clash_card_class_init (DovClashCardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dov_clash_card_dispose;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static GtkWidget *
label_new (void)
{
  return g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, NULL);
}

static void
dov_clash_card_init (DovClashCard *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 3);
  gtk_widget_add_css_class (GTK_WIDGET (self), "clash");
  self->icon = g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, "valign",
                             GTK_ALIGN_START, "margin-top", 2, NULL);
  self->lead = label_new ();
  gtk_widget_set_hexpand (self->lead, TRUE);
  gtk_widget_add_css_class (self->lead, "when");
  gtk_widget_add_css_class (self->lead, "numeric");
  self->words = label_new ();
  self->more = label_new ();
  gtk_widget_add_css_class (self->more, "caption");
  gtk_widget_add_css_class (self->more, "dim-label");
  self->ways = dov_wrap_box_new (6);
  gtk_widget_set_margin_top (self->ways, 3);
  self->answers = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  dov_answers_set (GTK_WIDGET (self), GTK_BOX (self->answers));
  g_signal_connect_object (self->answers, "notify::visible", G_CALLBACK (answered_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (head), self->icon);
  gtk_box_append (GTK_BOX (head), self->lead);
  gtk_box_append (GTK_BOX (self), head);
  gtk_box_append (GTK_BOX (self), self->words);
  gtk_box_append (GTK_BOX (self), self->more);
  gtk_box_append (GTK_BOX (self), self->ways);
  gtk_box_append (GTK_BOX (self), self->answers);
}
