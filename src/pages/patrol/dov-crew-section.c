/* dov-crew-section.c - the composition of a shift on its page: who is put down, who came, who takes whose place */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-crew-section.h"

#include <glib/gi18n.h>

#include "dov-answers.h"
#include "dov-crew-chooser.h"
#include "dov-crew-row.h"
#include "dov-date-row.h"
#include "dov-deed.h"
#include "dov-field-group.h"
#include "dov-patrol-words.h"
#include "dov-section-box.h"
#include "dov-wrap-box.h"

/* What a panel under a line offers. */
typedef enum
{
  PANEL_NONE,
  PANEL_ACTIONS,
  PANEL_REPLACE,
  PANEL_HOURS,
  PANEL_ADD,
} Panel;

typedef enum
{
  STEP_ADD,
  STEP_REPLACE,
  STEP_TAKE_OUT,
  STEP_LEAD,
  STEP_CAME,
  STEP_ALL_CAME,
  STEP_HOURS,
} StepKind;

typedef struct
{
  StepKind      kind;
  gint64        place;
  gint64        member;
  DovShiftCame  came;
} Step;

struct _DovCrewSection
{
  GtkBox          parent_instance;

  DovStore       *store;
  DovPatrolShift *shift;
  GPtrArray      *crew;

  GtkWidget      *section;
  GtkWidget      *answers;
  GtkWidget      *all_came;
  Panel           panel;
  gint64          open;       /* the place whose panel is shown */
  GtkWidget      *first;      /* where the keyboard goes in the panel */
  DovFieldGroup  *hours;
  DovRecord      *hours_draft;
};

G_DEFINE_FINAL_TYPE (DovCrewSection, dov_crew_section, GTK_TYPE_BOX)

static void fill (DovCrewSection *self, gboolean takes_keyboard);

static gint64
get_id (gpointer record)
{
  return dov_record_get_id (DOV_RECORD (record));
}

static DovCrewLine *
find_line (DovCrewSection *self,
           gint64          place)
{
  for (guint i = 0; i < self->crew->len; i++)
    {
      DovCrewLine *line = g_ptr_array_index (self->crew, i);

      if (get_id (line->place) == place)
        return line;
    }

  return NULL;
}

static gboolean
may_write (DovCrewSection *self)
{
  return !dov_store_is_read_only (self->store) && !dov_record_is_removed (DOV_RECORD (self->shift));
}

/* ---- doing ---- */

/* What is asked for, while it may still ask for a reason. */
typedef struct
{
  DovCrewSection *section;
  Step            step;
} Order;

static void
free_order (gpointer order)
{
  g_object_unref (((Order *) order)->section);
  g_free (order);
}

static gboolean
save_hours (DovCrewSection *self,
            DovCrewLine    *line,
            GError        **error)
{
  g_autofree char *words = g_strdup_printf (_("Own hours on the shift: %s"), line->short_name);

  if (!dov_store_begin (self->store, words, error))
    return FALSE;
  if (dov_store_save (self->store, self->hours_draft, error))
    return dov_store_commit (self->store, NULL, error);
  dov_store_abandon (self->store);

  return FALSE;
}

static gboolean
take_step (DovStore  *store,
           gpointer   data,
           GError   **error)
{
  DovCrewSection *self = ((Order *) data)->section;
  Step *step = &((Order *) data)->step;
  DovCrewLine *line = find_line (self, step->place);

  switch (step->kind)
    {
    case STEP_ADD:
      return dov_crew_add (store, self->shift, step->member, error);
    case STEP_REPLACE:
      return dov_crew_replace (store, self->shift, line, step->member, error);
    case STEP_TAKE_OUT:
      return dov_crew_take_out (store, self->shift, line, error);
    case STEP_LEAD:
      return dov_crew_set_leader (store, self->shift, line, error);
    case STEP_CAME:
      return dov_crew_set_came (store, line, step->came, error);
    case STEP_ALL_CAME:
      return dov_crew_set_all_came (store, self->crew, error);
    case STEP_HOURS:
      return save_hours (self, line, error);
    default:
      g_assert_not_reached ();
    }
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
begin_step (DovCrewSection *self,
            Step            step)
{
  Order order = { g_object_ref (self), step };

  dov_deed_do (self, self->store, &(DovDeed) {
    .act = take_step, .done = stepped, .data = g_memdup2 (&order, sizeof order), .free_data = free_order });
}

/* ---- the panel under a line ---- */

static void
close_panel (DovCrewSection *self)
{
  self->panel = PANEL_NONE;
  dov_answers_clear (self);
  fill (self, FALSE);
  dov_crew_section_focus (self);
}

static gboolean
panel_key_cb (GtkEventControllerKey *keys,
              guint                  key,
              guint                  code,
              GdkModifierType        modifiers,
              DovCrewSection        *self)
{
  if (key != GDK_KEY_Escape)
    return GDK_EVENT_PROPAGATE;

  close_panel (self);

  return GDK_EVENT_STOP;
}

static void
chosen_cb (DovCrewSection *self,
           gint64          member)
{
  begin_step (self, (Step) { self->panel == PANEL_ADD ? STEP_ADD : STEP_REPLACE, .place = self->open, .member = member });
}

static GtkWidget *
chooser_new (DovCrewSection *self)
{
  DovCrewLine *line = find_line (self, self->open);
  gint64 instead_of = self->panel == PANEL_REPLACE && line != NULL ? line->place->member_id : 0;
  GtkWidget *chooser = dov_crew_chooser_new (self->store, self->shift, instead_of, line != NULL ? line->short_name : NULL);

  g_signal_connect_swapped (chooser, "chosen", G_CALLBACK (chosen_cb), self);
  g_signal_connect_swapped (chooser, "given-up", G_CALLBACK (close_panel), self);

  return chooser;
}

static void
came_cb (DovCrewSection *self)
{
  begin_step (self, (Step) { STEP_CAME, .place = self->open, .came = DOV_SHIFT_CAME_CAME });
}

static void
no_show_cb (DovCrewSection *self)
{
  begin_step (self, (Step) { STEP_CAME, .place = self->open, .came = DOV_SHIFT_CAME_NO_SHOW });
}

static void
excused_cb (DovCrewSection *self)
{
  begin_step (self, (Step) { STEP_CAME, .place = self->open, .came = DOV_SHIFT_CAME_EXCUSED });
}

static void
lead_cb (DovCrewSection *self)
{
  begin_step (self, (Step) { STEP_LEAD, .place = self->open });
}

static void
take_out_cb (DovCrewSection *self)
{
  begin_step (self, (Step) { STEP_TAKE_OUT, .place = self->open });
}

static void
replace_cb (DovCrewSection *self)
{
  self->panel = PANEL_REPLACE;
  fill (self, TRUE);
}

static void
hours_cb (DovCrewSection *self)
{
  self->panel = PANEL_HOURS;
  fill (self, TRUE);
}

static void
save_hours_cb (DovCrewSection *self)
{
  if (!dov_field_group_check (self->hours))
    {
      dov_field_group_focus_error (self->hours);
      return;
    }
  begin_step (self, (Step) { STEP_HOURS, .place = self->open });
}

/* From and until when somebody was there who came later or left earlier. */
static GtkWidget *
hours_new (DovCrewSection *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkWidget *save = gtk_button_new_with_label (_("Write down the hours"));
  GDateTime *near = dov_patrol_shift_get_start (self->shift);

  g_clear_object (&self->hours_draft);
  self->hours_draft = dov_record_dup (DOV_RECORD (find_line (self, self->open)->place));
  dov_set (DOV_SHIFT_MEMBER (self->hours_draft), came, DOV_SHIFT_CAME_CAME);
  self->hours = DOV_FIELD_GROUP (dov_field_group_new (self->store, self->hours_draft, NULL));
  dov_date_row_set_near (DOV_DATE_ROW (dov_field_group_add (self->hours, "since")), near);
  dov_date_row_set_near (DOV_DATE_ROW (dov_field_group_add (self->hours, "until")), near);
  gtk_widget_set_halign (save, GTK_ALIGN_START);
  g_signal_connect_swapped (save, "clicked", G_CALLBACK (save_hours_cb), self);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->hours));
  gtk_box_append (GTK_BOX (box), save);

  return box;
}

static void
add_action (DovCrewSection *self,
            GtkWidget      *box,
            const char     *label,
            GCallback       callback)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  g_signal_connect_swapped (button, "clicked", callback, self);
  dov_wrap_box_append (DOV_WRAP_BOX (box), button);
  if (self->first == NULL)
    self->first = button;
}

static GtkWidget *
actions_new (DovCrewSection *self,
             DovCrewLine    *line)
{
  GtkWidget *box = dov_wrap_box_new (6);
  gboolean is_woman = line->person->sex == DOV_SEX_FEMALE;

  if (dov_patrol_shift_has_begun (self->shift))
    {
      if (line->place->came != DOV_SHIFT_CAME_CAME)
        add_action (self, box, is_woman ? C_("a woman", "Came") : C_("a man", "Came"), G_CALLBACK (came_cb));
      if (line->place->came != DOV_SHIFT_CAME_NO_SHOW)
        add_action (self, box, is_woman ? C_("a woman", "Did not come") : C_("a man", "Did not come"), G_CALLBACK (no_show_cb));
      if (line->place->came != DOV_SHIFT_CAME_EXCUSED)
        add_action (self, box, _("Had a good reason"), G_CALLBACK (excused_cb));
      add_action (self, box, _("Own hours…"), G_CALLBACK (hours_cb));
    }
  add_action (self, box, _("Replace…"), G_CALLBACK (replace_cb));
  if (line->member->may_lead && !line->leads)
    add_action (self, box, _("Let lead"), G_CALLBACK (lead_cb));
  add_action (self, box, _("Take off the shift"), G_CALLBACK (take_out_cb));

  return box;
}

static void
append_panel (DovCrewSection *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *content;

  self->first = NULL;
  if (self->panel == PANEL_ACTIONS)
    content = actions_new (self, find_line (self, self->open));
  else if (self->panel == PANEL_HOURS)
    content = hours_new (self);
  else
    content = chooser_new (self);

  gtk_widget_add_css_class (row, "field-panel");
  gtk_widget_set_focusable (row, FALSE);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_margin_top (content, 8);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), content);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (panel_key_cb), self);
  gtk_widget_add_controller (row, keys);
  dov_section_box_append (DOV_SECTION_BOX (self->section), row);
  if (self->panel == PANEL_HOURS)
    self->first = GTK_WIDGET (self->hours);
  else if (self->first == NULL)
    self->first = content;
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
  DovCrewLine *line = line_of (self, row);
  gboolean is_open = self->panel != PANEL_NONE && self->panel != PANEL_ADD && self->open == get_id (line->place);

  dov_answers_clear (self);
  self->open = get_id (line->place);
  self->panel = is_open ? PANEL_NONE : PANEL_ACTIONS;
  fill (self, TRUE);
}

static GtkWidget *
row_new (DovCrewSection *self,
         DovCrewLine    *line)
{
  GtkWidget *row = dov_crew_row_new (self->shift, line, dov_patrol_shift_has_begun (self->shift));

  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), may_write (self));
  g_signal_connect_swapped (row, "activated", G_CALLBACK (activated_cb), self);

  return row;
}

static void
fill (DovCrewSection *self,
      gboolean        takes_keyboard)
{
  g_autofree char *count = dov_patrol_dup_people (self->crew->len);
  guint n_open = 0;

  dov_section_box_clear (DOV_SECTION_BOX (self->section));
  dov_section_box_set_count (DOV_SECTION_BOX (self->section), count);
  if (self->panel != PANEL_NONE && self->panel != PANEL_ADD && find_line (self, self->open) == NULL)
    self->panel = PANEL_NONE;
  for (guint i = 0; i < self->crew->len; i++)
    {
      DovCrewLine *line = g_ptr_array_index (self->crew, i);

      dov_section_box_append (DOV_SECTION_BOX (self->section), row_new (self, line));
      if (self->panel != PANEL_NONE && self->panel != PANEL_ADD && get_id (line->place) == self->open)
        append_panel (self);
      if (line->place->came == DOV_SHIFT_CAME_EXPECTED)
        n_open++;
    }
  if (self->panel == PANEL_ADD)
    append_panel (self);
  gtk_widget_set_visible (self->all_came, may_write (self) && dov_patrol_shift_has_begun (self->shift) && n_open > 0);
  dov_section_box_set_more (DOV_SECTION_BOX (self->section), may_write (self) ? _("Add") : "");

  if (takes_keyboard && self->panel == PANEL_NONE)
    dov_crew_section_focus (self);
  else if (takes_keyboard && self->panel == PANEL_HOURS)
    dov_field_group_focus_first (self->hours);
  else if (takes_keyboard)
    gtk_widget_grab_focus (self->first);
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
  GtkWidget *list = gtk_widget_get_last_child (self->section);
  GtkWidget *first = gtk_widget_get_first_child (list);

  for (GtkWidget *row = first; row != NULL; row = gtk_widget_get_next_sibling (row))
    {
      DovCrewLine *line = line_of (self, row);

      if (line != NULL && get_id (line->place) == self->open)
        first = row;
    }
  gtk_widget_grab_focus (first != NULL && gtk_widget_get_focusable (first) ? first : GTK_WIDGET (self));
}

/* Asks who else is put down. */
void
dov_crew_section_ask_add (DovCrewSection *self)
{
  dov_answers_clear (self);
  self->panel = PANEL_ADD;
  fill (self, TRUE);
}

/* Asks who comes instead of @member. */
void
dov_crew_section_ask_replace (DovCrewSection *self,
                              gint64          member)
{
  for (guint i = 0; i < self->crew->len; i++)
    {
      DovCrewLine *line = g_ptr_array_index (self->crew, i);

      if (line->place->member_id == member)
        {
          self->open = get_id (line->place);
          self->panel = PANEL_REPLACE;
          fill (self, TRUE);
        }
    }
}

static void
all_came_cb (DovCrewSection *self)
{
  begin_step (self, (Step) { STEP_ALL_CAME });
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
  self->answers = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  dov_answers_set (GTK_WIDGET (self), GTK_BOX (self->answers));
  self->section = dov_section_box_new (_("Composition"));
  dov_section_box_set_empty (DOV_SECTION_BOX (self->section), 
                             _("Nobody is put down yet. Two people are needed, one of them to lead."));
  g_signal_connect_swapped (self->section, "more-clicked", G_CALLBACK (dov_crew_section_ask_add), self);
  self->all_came = g_object_new (GTK_TYPE_BUTTON, "label", _("All came"), "halign", GTK_ALIGN_START, NULL);
  g_signal_connect_swapped (self->all_came, "clicked", G_CALLBACK (all_came_cb), self);
  gtk_box_append (GTK_BOX (self), self->section);
  gtk_box_append (GTK_BOX (self), self->answers);
  gtk_box_append (GTK_BOX (self), self->all_came);
}
