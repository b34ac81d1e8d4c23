/* dov-visit-facts.c - of what kind a visit was, whether somebody was at home, and who: pressed, not typed */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-visit-facts.h"

#include <glib/gi18n.h>

#include "dov-chip-box.h"
#include "dov-label.h"
#include "dov-meeting.h"
#include "dov-person.h"

/* Under this name those who were met lie in the kept draft; “-” when it is known that nobody was pressed. */
#define KEPT "met"

/* What the two chips of “at home” stand for; 0 is no value of a chip. */
enum { MET = 1, NOT_MET };

struct _DovVisitFacts
{
  AdwBin      parent_instance;

  DovForm    *form;       /* has this */
  DovChipBox *kind;
  DovChipBox *home;
  DovChipBox *met;
  gint64      family_id;  /* whose people are shown */
};

G_DEFINE_FINAL_TYPE (DovVisitFacts, dov_visit_facts, ADW_TYPE_BIN)

static DovHomeVisit *
get_visit (DovVisitFacts *self)
{
  return DOV_HOME_VISIT (dov_form_get_draft (self->form));
}

static void
chosen_cb (DovVisitFacts *self)
{
  dov_set (get_visit (self), kind, dov_chip_box_get_one (self->kind));
  dov_set (get_visit (self), was_home, dov_chip_box_get_one (self->home) == MET);
  dov_form_touch (self->form);
}

static void
met_cb (DovVisitFacts *self)
{
  g_autoptr (GArray) met = dov_chip_box_get (self->met);

  dov_record_keep_ids (DOV_RECORD (get_visit (self)), KEPT, met);
  if (met->len == 0)
    dov_record_keep_typed (DOV_RECORD (get_visit (self)), KEPT, "-");
  dov_form_touch (self->form);
}

/* Who was pressed before the power went, else who was met, else who lives there. */
static GArray *
list_pressed (DovVisitFacts *self)
{
  if (dov_record_get_typed (DOV_RECORD (get_visit (self)), KEPT) != NULL)
    return dov_record_dup_kept_ids (DOV_RECORD (get_visit (self)), KEPT);

  return dov_meeting_list_met (dov_form_get_store (self->form), get_visit (self));
}

static void
show_people (DovVisitFacts *self)
{
  DovStore *store = dov_form_get_store (self->form);
  g_autoptr (GArray) people = dov_meeting_list_people (store, get_visit (self));
  g_autoptr (GArray) pressed = list_pressed (self);

  dov_chip_box_clear (self->met);
  for (guint i = 0; i < people->len; i++)
    {
      gint64 id = g_array_index (people, gint64, i);
      g_autoptr (DovPerson) person = dov_store_look_up (store, DOV_TYPE_PERSON, id);

      if (person != NULL)
        dov_chip_box_add (self->met, id, *person->first_name != '\0' ? person->first_name : person->last_name);
    }
  dov_chip_box_set (self->met, pressed);
}

/**
 * dov_visit_facts_refresh:
 *
 * Shows what the draft says, and the people of the family that was chosen.
 */
void
dov_visit_facts_refresh (DovVisitFacts *self)
{
  DovHomeVisit *visit = get_visit (self);

  dov_chip_box_set_one (self->kind, visit->kind);
  dov_chip_box_set_one (self->home, visit->was_home ? MET : NOT_MET);
  if (visit->family_id != self->family_id)
    {
      if (self->family_id != 0)
        dov_record_keep_typed (DOV_RECORD (visit), KEPT, NULL);
      self->family_id = visit->family_id;
      show_people (self);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->met), visit->was_home && visit->family_id != 0);
}

/**
 * dov_visit_facts_list_met:
 *
 * Returns: (transfer full) (element-type gint64): the people that are pressed
 */
GArray *
dov_visit_facts_list_met (DovVisitFacts *self)
{
  return dov_chip_box_get (self->met);
}

/**
 * dov_visit_facts_new:
 * @form: of a visit
 *
 * Returns: (transfer floating): the facts
 */
GtkWidget *
dov_visit_facts_new (DovForm *form)
{
  DovVisitFacts *self = g_object_new (DOV_TYPE_VISIT_FACTS, NULL);

  self->form = form;
  dov_visit_facts_refresh (self);

  return GTK_WIDGET (self);
}

static void
dov_visit_facts_class_init (DovVisitFactsClass *klass)
{
}

static DovChipBox *
box_new (DovVisitFacts *self,
         GtkWidget     *list,
         const char    *title,
         gboolean       is_many)
{
  GtkWidget *box = dov_chip_box_new (title, is_many);

  g_signal_connect_swapped (box, "chosen", is_many ? G_CALLBACK (met_cb) : G_CALLBACK (chosen_cb), self);
  gtk_list_box_append (GTK_LIST_BOX (list), box);

  return DOV_CHIP_BOX (box);
}

static void
dov_visit_facts_init (DovVisitFacts *self)
{
  GtkWidget *list = g_object_new (GTK_TYPE_LIST_BOX, "selection-mode", GTK_SELECTION_NONE, "focusable", FALSE, NULL);

  gtk_widget_add_css_class (list, "boxed-list");
  dov_name_widget (list, _("Whom was seen"));
  self->kind = box_new (self, list, _("Kind"), FALSE);
  dov_chip_box_add (self->kind, DOV_VISIT_KIND_PLANNED, C_("visit", "Planned"));
  dov_chip_box_add (self->kind, DOV_VISIT_KIND_UNPLANNED, C_("visit", "Unplanned"));
  dov_chip_box_add (self->kind, DOV_VISIT_KIND_CONTROL, C_("visit", "Control"));
  dov_chip_box_add (self->kind, DOV_VISIT_KIND_EMERGENCY, C_("visit", "Emergency"));
  self->home = box_new (self, list, _("Somebody at home *"), FALSE);
  dov_chip_box_add (self->home, MET, _("Met"));
  dov_chip_box_add (self->home, NOT_MET, _("Nobody met"));
  self->met = box_new (self, list, _("Whom was seen"), TRUE);
  adw_bin_set_child (ADW_BIN (self), list);
}
