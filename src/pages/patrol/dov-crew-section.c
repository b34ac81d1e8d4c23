/* dov-crew-section.c - the composition of a shift on its page: who is put down, who came, who takes whose place */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-crew-section.h"

#include <glib/gi18n.h>

#include "dov-answers.h"
#include "dov-badge.h"
#include "dov-date-row.h"
#include "dov-deed.h"
#include "dov-field-group.h"
#include "dov-join.h"
#include "dov-patrol-asking.h"
#include "dov-patrol-words.h"
#include "dov-section-box.h"
#include "dov-subject-page.h"
#include "dov-wrap-box.h"

/* Besides what the crew knows: what is asked first, and what is done about all. */
enum
{
  STEP_ASK_HOURS = DOV_CREW_TAKE_OUT + 1,
  STEP_REPLACE,
  STEP_ALL_CAME,
};

static const struct { guint step; const char *label; const char *of_woman; } steps[] = {
  { DOV_CREW_CAME, NC_("a man", "Came"), NC_("a woman", "Came") },
  { DOV_CREW_NO_SHOW, NC_("a man", "Did not come"), NC_("a woman", "Did not come") },
  { DOV_CREW_EXCUSED, N_("Had a good reason"), NULL },
  { STEP_ASK_HOURS, N_("Own hours…"), NULL },
  { STEP_REPLACE, N_("Replace…"), NULL },
  { DOV_CREW_LEAD, N_("Let lead"), NULL },
  { DOV_CREW_TAKE_OUT, N_("Take off the shift"), NULL },
};

/* What stands under the line that was opened. */
typedef enum
{
  PANEL_NONE,
  PANEL_STEPS,
  PANEL_HOURS,
} Panel;

struct _DovCrewSection
{
  GtkBox          parent_instance;

  DovStore       *store;
  DovPatrolShift *shift;
  GPtrArray      *crew;

  DovSectionBox  *section;
  GtkBox         *answers;
  GtkWidget      *all_came;
  Panel           panel;
  gint64          open;       /* the place whose panel is shown */
  DovFieldGroup  *hours;
  DovRecord      *hours_draft;
};

G_DEFINE_FINAL_TYPE (DovCrewSection, dov_crew_section, GTK_TYPE_BOX)

static void fill (DovCrewSection *self, gboolean takes_keyboard);

static DovCrewLine *
find_line (DovCrewSection *self,
           gint64          place)
{
  for (guint i = 0; i < self->crew->len; i++)
    {
      DovCrewLine *line = g_ptr_array_index (self->crew, i);

      if (dov_record_get_id (DOV_RECORD (line->place)) == place)
        return line;
    }

  return NULL;
}

/* ---- doing ---- */

/* What is asked for, while it may still ask for a reason. */
typedef struct
{
  DovCrewSection *section;
  guint           step;
  gint64          place;
} Order;

static void
free_order (gpointer order)
{
  g_object_unref (((Order *) order)->section);
  g_free (order);
}

static gboolean
take_step (DovStore  *store,
           gpointer   data,
           GError   **error)
{
  Order *order = data;
  DovCrewSection *self = order->section;

  if (order->step == STEP_ALL_CAME)
    return dov_crew_set_all_came (store, self->crew, error);

  return dov_crew_step (store, self->shift, find_line (self, order->place), order->step, self->hours_draft, error);
}

static void
stepped (gpointer from,
         gpointer order)
{
  DovCrewSection *self = from;

  self->panel = PANEL_NONE;
  dov_crew_section_refresh (self);
  dov_crew_section_focus (self);
}

static void
step_cb (GtkWidget   *button,
         const guint *step)
{
  DovCrewSection *self = DOV_CREW_SECTION (gtk_widget_get_ancestor (button, DOV_TYPE_CREW_SECTION));
  Order order = { self, *step, self->open };

  if (order.step == STEP_ASK_HOURS)
    {
      self->panel = PANEL_HOURS;
      fill (self, TRUE);
    }
  else if (order.step == STEP_REPLACE)
    dov_patrol_ask_place (self, self->store, self->shift, find_line (self, self->open)->place->member_id);
  else if (order.step == DOV_CREW_HOURS && !dov_field_group_check (self->hours))
    dov_field_group_focus_error (self->hours);
  else
    {
      g_object_ref (self);
      dov_deed_do (self, self->store, &(DovDeed) {
        .act = take_step, .done = stepped, .data = g_memdup2 (&order, sizeof order), .free_data = free_order });
    }
}

/* ---- the panel under a line ---- */

static gboolean
panel_key_cb (GtkEventControllerKey *keys,
              guint                  key,
              guint                  code,
              GdkModifierType        modifiers,
              DovCrewSection        *self)
{
  if (key != GDK_KEY_Escape)
    return GDK_EVENT_PROPAGATE;

  self->panel = PANEL_NONE;
  dov_answers_clear (self);
  fill (self, FALSE);
  dov_crew_section_focus (self);

  return GDK_EVENT_STOP;
}

static GtkWidget *
step_new (guint       step,
          const char *label)
{
  GtkWidget *button = g_object_new (GTK_TYPE_BUTTON, "label", label, "halign", GTK_ALIGN_START, NULL);

  g_signal_connect_data (button, "clicked", G_CALLBACK (step_cb), g_memdup2 (&step, sizeof step),
                         (GClosureNotify) (GCallback) g_free, 0);

  return button;
}

/* From and until when somebody was there who came later or left earlier. */
static GtkWidget *
hours_new (DovCrewSection *self,
           DovCrewLine    *line)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GDateTime *near = dov_patrol_shift_get_start (self->shift);

  g_clear_object (&self->hours_draft);
  self->hours_draft = dov_record_dup (DOV_RECORD (line->place));
  dov_set (DOV_SHIFT_MEMBER (self->hours_draft), came, DOV_SHIFT_CAME_CAME);
  self->hours = DOV_FIELD_GROUP (dov_field_group_new (self->store, self->hours_draft, NULL));
  dov_date_row_set_near (DOV_DATE_ROW (dov_field_group_add (self->hours, "since")), near);
  dov_date_row_set_near (DOV_DATE_ROW (dov_field_group_add (self->hours, "until")), near);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->hours));
  gtk_box_append (GTK_BOX (box), step_new (DOV_CREW_HOURS, _("Write down the hours")));

  return box;
}

static gboolean
is_offered (DovCrewSection *self,
            DovCrewLine    *line,
            guint           step)
{
  if (step <= DOV_CREW_EXCUSED || step == STEP_ASK_HOURS)
    return dov_patrol_shift_has_begun (self->shift) && (guint) line->place->came != step;

  return step != DOV_CREW_LEAD || (line->member->may_lead && !line->leads);
}

static GtkWidget *
steps_new (DovCrewSection *self,
           DovCrewLine    *line)
{
  GtkWidget *box = dov_wrap_box_new (6);
  gboolean is_woman = line->person->sex == DOV_SEX_FEMALE;

  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    if (is_offered (self, line, steps[i].step))
      dov_wrap_box_append (DOV_WRAP_BOX (box), step_new (steps[i].step,
        steps[i].of_woman == NULL ? _(steps[i].label) :
        g_dpgettext2 (NULL, is_woman ? "a woman" : "a man", is_woman ? steps[i].of_woman : steps[i].label)));

  return box;
}

static void
append_panel (DovCrewSection *self,
              DovCrewLine    *line,
              gboolean        takes_keyboard)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *content = self->panel == PANEL_HOURS ? hours_new (self, line) : steps_new (self, line);

  gtk_widget_add_css_class (row, "field-panel");
  gtk_widget_set_focusable (row, FALSE);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_margin_top (content, 8);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), content);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (panel_key_cb), self);
  gtk_widget_add_controller (row, keys);
  dov_section_box_append (self->section, row);
  if (takes_keyboard)
    gtk_widget_child_focus (content, GTK_DIR_TAB_FORWARD);
}

/* ---- the lines ---- */

/* Whose line it is; NULL: a panel. */
static DovCrewLine *
line_of (DovCrewSection *self,
         GtkWidget      *row)
{
  guint nth = 0;

  if (!DOV_IS_ROW_LINE (row))
    return NULL;
  while ((row = gtk_widget_get_prev_sibling (row)) != NULL)
    nth += DOV_IS_ROW_LINE (row);

  return g_ptr_array_index (self->crew, nth);
}

static void
activated_cb (DovCrewSection *self,
              GtkWidget      *row)
{
  gint64 place = dov_record_get_id (DOV_RECORD (line_of (self, row)->place));

  dov_answers_clear (self);
  self->panel = self->panel != PANEL_NONE && self->open == place ? PANEL_NONE : PANEL_STEPS;
  self->open = place;
  fill (self, TRUE);
}

static GtkWidget *
badge_new (DovCrewLine *line,
           gboolean     has_begun)
{
  gboolean is_woman = line->person->sex == DOV_SEX_FEMALE;

  switch (line->place->came)
    {
    case DOV_SHIFT_CAME_CAME:
      return dov_badge_new (is_woman ? C_("a woman", "came") : C_("a man", "came"),
                            &(DovSign) { "dov-emblem-ok-symbolic", "success" });
    case DOV_SHIFT_CAME_NO_SHOW:
      return dov_badge_new (is_woman ? C_("a woman", "did not come") : C_("a man", "did not come"),
                            &(DovSign) { "process-stop-symbolic", "error" });
    case DOV_SHIFT_CAME_EXCUSED:
      return dov_badge_new (_("had a good reason"), &(DovSign) { "media-playback-pause-symbolic", "plain" });
    case DOV_SHIFT_CAME_EXPECTED:
    default:
      return has_begun ? dov_badge_new (_("not marked yet"), &(DovSign) { "checkbox-symbolic", "warning" }) : NULL;
    }
}

/* What matters of this one: own hours, the telephone of who leads, the briefing. */
static char *
dup_detail (DovCrewSection *self,
            DovCrewLine    *line)
{
  g_autofree char *phone = dov_field_path_dup (self->store, DOV_RECORD (line->member), "phone", "");
  g_autofree char *briefed = dov_date_to_shown (line->member->instructed_on);

  if (line->place->since != NULL || line->place->until != NULL)
    return dov_patrol_dup_span (
      line->place->since != NULL ? line->place->since : dov_patrol_shift_get_start (self->shift),
      line->place->until != NULL ? line->place->until : dov_patrol_shift_get_end (self->shift));
  if (line->leads)
    return *phone != '\0' ? g_steal_pointer (&phone)
                          : dov_field_path_dup (self->store, DOV_RECORD (line->member), "person_id.phone", "");

  return *briefed != '\0' ? g_strdup_printf (_("briefed on %s"), briefed) : g_strdup (_("not briefed yet"));
}

/* “leads · +7 900 …”, “a parent · briefed on 11.01.2027 · 21:30–23:00”. */
static GtkWidget *
row_new (DovCrewSection *self,
         DovCrewLine    *line)
{
  g_autoptr (GString) words = g_string_new (line->leads ? _("leads") : "");
  g_autofree char *what = dov_field_path_dup (self->store, DOV_RECORD (line->member), "kind", "");
  g_autofree char *detail = dup_detail (self, line);
  GtkWidget *badge = badge_new (line, dov_patrol_shift_has_begun (self->shift));
  GtkWidget *row;

  dov_join (words, DOV_JOIN_WORDS, what);
  dov_join (words, DOV_JOIN_WORDS, line->place->note);
  dov_join (words, DOV_JOIN_WORDS, detail);
  row = dov_row_line_new ("", line->name, words->str);
  if (badge != NULL)
    dov_row_line_append (DOV_ROW_LINE (row), badge);
  dov_row_line_append (DOV_ROW_LINE (row), g_object_new (GTK_TYPE_IMAGE, "icon-name", "pan-down-symbolic",
                                                         "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL));
  g_object_set (row, "title-lines", 2, "subtitle-lines", 2, "activatable",
                dov_subject_may_write (self->store, DOV_RECORD (self->shift)), NULL);
  g_signal_connect_swapped (row, "activated", G_CALLBACK (activated_cb), self);

  return row;
}

static void
fill (DovCrewSection *self,
      gboolean        takes_keyboard)
{
  g_autofree char *count = dov_patrol_dup_people (self->crew->len);
  gboolean may_write = dov_subject_may_write (self->store, DOV_RECORD (self->shift));

  dov_section_box_clear (self->section);
  dov_section_box_set_count (self->section, count);
  for (guint i = 0; i < self->crew->len; i++)
    {
      DovCrewLine *line = g_ptr_array_index (self->crew, i);

      dov_section_box_append (self->section, row_new (self, line));
      if (self->panel != PANEL_NONE && dov_record_get_id (DOV_RECORD (line->place)) == self->open)
        append_panel (self, line, takes_keyboard);
    }
  gtk_widget_set_visible (self->all_came, may_write && dov_patrol_shift_has_begun (self->shift) &&
                                          dov_crew_count (self->crew, DOV_SHIFT_CAME_EXPECTED) > 0);
  dov_section_box_set_more (self->section, may_write ? _("Add") : "");
  if (takes_keyboard && self->panel == PANEL_NONE)
    dov_crew_section_focus (self);
}

/**
 * dov_crew_section_refresh:
 *
 * Reads anew who is put down.
 */
void
dov_crew_section_refresh (DovCrewSection *self)
{
  g_clear_pointer (&self->crew, g_ptr_array_unref);
  self->crew = dov_crew_read (self->store, self->shift);
  fill (self, FALSE);
}

/**
 * dov_crew_section_get_crew:
 *
 * Returns: (transfer none) (element-type DovCrewLine): as it is shown
 */
GPtrArray *
dov_crew_section_get_crew (DovCrewSection *self)
{
  return self->crew;
}

/* Puts the keyboard on the line that was worked on last, else on the first. */
void
dov_crew_section_focus (DovCrewSection *self)
{
  GtkWidget *list = gtk_widget_get_last_child (GTK_WIDGET (self->section));
  GtkWidget *first = gtk_widget_get_first_child (list);

  for (GtkWidget *row = first; row != NULL; row = gtk_widget_get_next_sibling (row))
    {
      DovCrewLine *line = line_of (self, row);

      if (line != NULL && dov_record_get_id (DOV_RECORD (line->place)) == self->open)
        first = row;
    }
  gtk_widget_grab_focus (first != NULL && gtk_widget_get_focusable (first) ? first : GTK_WIDGET (self));
}

/* Asks who else is put down, or who comes instead of a member; 0: nobody’s place. */
void
dov_crew_section_ask (DovCrewSection *self,
                      gint64          instead_of)
{
  dov_patrol_ask_place (self, self->store, self->shift, instead_of);
}

static void
add_cb (DovCrewSection *self)
{
  dov_crew_section_ask (self, 0);
}

GtkWidget *
dov_crew_section_new (DovStore       *store,
                      DovPatrolShift *shift)
{
  DovCrewSection *self = g_object_new (DOV_TYPE_CREW_SECTION, NULL);

  self->store = g_object_ref (store);
  self->shift = g_object_ref (shift);
  dov_crew_section_refresh (self);

  return GTK_WIDGET (self);
}

static void
dov_crew_section_dispose (GObject *object)
{
  DovCrewSection *self = DOV_CREW_SECTION (object);

  g_clear_object (&self->store);
  g_clear_object (&self->shift);
  g_clear_object (&self->hours_draft);
  g_clear_pointer (&self->crew, g_ptr_array_unref);

  G_OBJECT_CLASS (dov_crew_section_parent_class)->dispose (object);
}

static void
dov_crew_section_class_init (DovCrewSectionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dov_crew_section_dispose;
}

static void
dov_crew_section_init (DovCrewSection *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 8);
  self->answers = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 6));
  dov_answers_set (GTK_WIDGET (self), self->answers);
  self->section = DOV_SECTION_BOX (dov_section_box_new (_("Composition")));
  dov_section_box_set_empty (self->section, _("Nobody is put down yet. Two people are needed, one of them to lead."));
  g_signal_connect_swapped (self->section, "more-clicked", G_CALLBACK (add_cb), self);
  self->all_came = step_new (STEP_ALL_CAME, _("All came"));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->section));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->answers));
  gtk_box_append (GTK_BOX (self), self->all_came);
}
