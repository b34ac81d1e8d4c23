/* dov-clash-card.c - what cannot stay so on the roster, or is to be looked at, in words and with its ways out */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-clash-card.h"

#include <glib/gi18n.h>

#include "dov-answers.h"
#include "dov-go.h"
#include "dov-label.h"
#include "dov-patrol-asking.h"
#include "dov-patrol-words.h"
#include "dov-widgets.h"
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
  DovWrapBox     *ways;
  GtkWidget      *answers;     /* instead of the ways, while something is asked */
};

G_DEFINE_FINAL_TYPE (DovClashCard, dov_clash_card, GTK_TYPE_BOX)

static void
answered_cb (DovClashCard *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->ways), !gtk_widget_get_visible (self->answers));
  if (gtk_widget_get_visible (GTK_WIDGET (self->ways)) && gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_widget_child_focus (GTK_WIDGET (self->ways), GTK_DIR_TAB_FORWARD);
}

static void
ask_who (DovClashCard *self)
{
  dov_patrol_ask_place (self, self->store, self->shift, self->member);
}

static void
ask_when (DovClashCard *self)
{
  dov_patrol_ask_move (self, self->store, self->shift);
}

static void
ask_briefing (DovClashCard *self)
{
  dov_patrol_ask_briefing (self, self->store, self->member);
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

  dov_wrap_box_append (self->ways, button);

  return button;
}

/* What may be done about each. */
static const struct
{
  DovClashKind  kind;
  const char   *label;
  void        (*ask) (DovClashCard *self);
} ways[] = {
  { DOV_CLASH_SHIFT, N_("Replace in the second…"), ask_who },
  { DOV_CLASH_EVENT, N_("Move…"), ask_when },
  { DOV_CLASH_EVENT, N_("Replace…"), ask_who },
  { DOV_CLASH_PAUSE, N_("Move…"), ask_when },
  { DOV_CLASH_PAUSE, N_("Replace…"), ask_who },
  { DOV_CLASH_ABSENCE, N_("Replace…"), ask_who },
  { DOV_CLASH_NOT_MEMBER, N_("Replace…"), ask_who },
  { DOV_CLASH_MINOR, N_("Replace…"), ask_who },
  { DOV_CLASH_BRIEFING, N_("Write down the briefing…"), ask_briefing },
  { DOV_CLASH_FEW, N_("Add…"), ask_who },
  { DOV_CLASH_NO_LEADER, N_("Choose who leads…"), open_cb },
};

static void
add_ways (DovClashCard   *self,
          const DovClash *clash)
{
  for (gsize i = 0; i < G_N_ELEMENTS (ways); i++)
    if (ways[i].kind == clash->kind)
      g_signal_connect_swapped (dov_clash_card_add_way (self, _(ways[i].label)), "clicked", G_CALLBACK (ways[i].ask), self);
}

/* “Sa 20 March, 21:00 and 21:30”. */
static char *
dup_lead (DovStore       *store,
          const DovClash *clash)
{
  GDate day = dov_moment_get_date (clash->starts_at);
  g_autofree char *when = dov_patrol_dup_day (&day);
  g_autofree char *time = dov_time_to_shown (dov_moment_get_time (clash->starts_at));
  g_autoptr (DovPatrolShift) other = dov_store_look_up (store, DOV_TYPE_PATROL_SHIFT,
                                                        clash->kind == DOV_CLASH_SHIFT ? clash->other_id : 0);
  g_autofree char *first = other != NULL ? dov_time_to_shown (dov_moment_get_time (other->starts_at)) : NULL;

  if (first == NULL)
    return g_strdup_printf ("%s, %s", when, time);

  /* Translators: %1$s is a day, %2$s and %3$s are times */
  return g_strdup_printf (_("%1$s, %2$s and %3$s"), when, first, time);
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
    g_string_append_printf (names, ngettext (" and %u more", " and %u more", clash->free->len - MOST_NAMED),
                            clash->free->len - MOST_NAMED);

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
  dov_name_widget (self, spoken);
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
  self->shift = dov_store_look_up (store, DOV_TYPE_PATROL_SHIFT, clash->shift_id);
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
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dov_clash_card_dispose;
  g_type_ensure (DOV_TYPE_WRAP_BOX);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, DOV_RESOURCES "/ui/dov-clash-card.ui");
  gtk_widget_class_bind_template_child (widget_class, DovClashCard, icon);
  gtk_widget_class_bind_template_child (widget_class, DovClashCard, lead);
  gtk_widget_class_bind_template_child (widget_class, DovClashCard, words);
  gtk_widget_class_bind_template_child (widget_class, DovClashCard, more);
  gtk_widget_class_bind_template_child (widget_class, DovClashCard, ways);
  gtk_widget_class_bind_template_child (widget_class, DovClashCard, answers);
  gtk_widget_class_bind_template_callback (widget_class, answered_cb);
}

static void
dov_clash_card_init (DovClashCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  dov_answers_set (GTK_WIDGET (self), GTK_BOX (self->answers));
}
