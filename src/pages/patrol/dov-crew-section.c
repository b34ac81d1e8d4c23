/* dov-crew-section.c - the composition of a shift on its page: who is put down, who came, who takes whose place */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-crew-section.h"

#include <glib/gi18n.h>

#include "dov-crew-choices.h"
#include "dov-crew-row.h"
#include "dov-date-row.h"
#include "dov-errors.h"
#include "dov-field-group.h"
#include "dov-member-chooser.h"
#include "dov-notice.h"
#include "dov-patrol-words.h"
#include "dov-reason.h"
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
  DEED_ADD,
  DEED_REPLACE,
  DEED_TAKE_OUT,
  DEED_LEAD,
  DEED_CAME,
  DEED_ALL_CAME,
  DEED_HOURS,
} DeedKind;

/* Something that is to be done, once more when a reason was given. */
typedef struct
{
  DeedKind      kind;
  gint64        place;
  gint64        member;
  DovShiftCame  came;
} Deed;

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

  Deed            deed;
  GHashTable     *reasons;    /* rule → the reason, given for this deed */
};

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DovCrewSection, dov_crew_section, GTK_TYPE_BOX)

static void fill (DovCrewSection *self, gboolean takes_keyboard);
static void try_deed (DovCrewSection *self);

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

/* Before a walk begins nobody has come or stayed away. */
static gboolean
has_begun (DovCrewSection *self)
{
  g_autoptr (GDateTime) now = dov_clock_dup_now ();

  return self->shift->status == DOV_PATROL_SHIFT_STATUS_IN_PROGRESS || self->shift->status == DOV_PATROL_SHIFT_STATUS_DONE
         || g_date_time_compare (self->shift->starts_at, now) <= 0;
}

/* ---- doing ---- */

static void
clear_answers (DovCrewSection *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->answers)) != NULL)
    gtk_box_remove (GTK_BOX (self->answers), child);
}

static void
given_cb (const char *reason,
          gpointer    data)
{
  DovCrewSection *self = data;
  const DovProblem *refusal = dov_store_get_refusal (self->store);

  g_hash_table_replace (self->reasons, g_strdup (refusal != NULL && refusal->rule != NULL ? refusal->rule : ""),
                        g_strdup (reason));
  try_deed (self);
}

/* A rule that only warns asks why; one that refuses says what to do. */
static void
refuse (DovCrewSection *self,
        const GError   *error)
{
  g_autofree char *words = dov_errors_dup_words (error);
  GtkWidget *answer;

  clear_answers (self);
  if (g_error_matches (error, DOV_RECORD_ERROR, DOV_RECORD_ERROR_WARNING))
    answer = dov_reason_new (words, given_cb, self);
  else
    answer = dov_notice_new (DOV_NOTICE_REFUSES, words, "");
  gtk_box_append (GTK_BOX (self->answers), answer);
  gtk_widget_child_focus (answer, GTK_DIR_TAB_FORWARD);
}

static gboolean
save_hours (DovCrewSection *self,
            GError        **error)
{
  g_autofree char *words = g_strdup_printf (_("Own hours on the shift: %s"), find_line (self, self->deed.place)->short_name);

  if (!dov_store_begin (self->store, words, error))
    return FALSE;
  if (dov_store_save (self->store, self->hours_draft, error) && dov_store_commit (self->store, NULL, error))
    return TRUE;

  dov_store_abandon (self->store);

  return FALSE;
}

static gboolean
do_deed (DovCrewSection *self,
         GError        **error)
{
  DovCrewLine *line = find_line (self, self->deed.place);

  switch (self->deed.kind)
    {
    case DEED_ADD:
      return dov_crew_add (self->store, self->shift, self->deed.member, error);
    case DEED_REPLACE:
      return dov_crew_replace (self->store, self->shift, line, self->deed.member, error);
    case DEED_TAKE_OUT:
      return dov_crew_take_out (self->store, self->shift, line, error);
    case DEED_LEAD:
      return dov_crew_set_leader (self->store, self->shift, line, error);
    case DEED_CAME:
      return dov_crew_set_came (self->store, line, self->deed.came, error);
    case DEED_ALL_CAME:
      return dov_crew_set_all_came (self->store, self->crew, error);
    case DEED_HOURS:
      return save_hours (self, error);
    default:
      g_assert_not_reached ();
    }
}

static void
try_deed (DovCrewSection *self)
{
  g_autoptr (GError) error = NULL;
  GHashTableIter iter;
  gpointer rule, reason;

  g_hash_table_iter_init (&iter, self->reasons);
  while (g_hash_table_iter_next (&iter, &rule, &reason))
    dov_store_accept (self->store, rule, reason);
  if (!do_deed (self, &error))
    {
      refuse (self, error);
      return;
    }

  clear_answers (self);
  self->panel = PANEL_NONE;
  dov_crew_section_refresh (self);
  dov_crew_section_focus (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
begin_deed (DovCrewSection *self,
            Deed            deed)
{
  self->deed = deed;
  g_hash_table_remove_all (self->reasons);
  try_deed (self);
}

/* ---- the panel under a line ---- */

static void
close_panel (DovCrewSection *self)
{
  self->panel = PANEL_NONE;
  clear_answers (self);
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
chosen_cb (DovMemberChooser *chooser,
           gint64            member,
           DovCrewSection   *self)
{
  begin_deed (self, (Deed) { self->panel == PANEL_ADD ? DEED_ADD : DEED_REPLACE, .place = self->open, .member = member });
}

static GtkWidget *
chooser_new (DovCrewSection *self)
{
  DovCrewLine *line = find_line (self, self->open);
  gint64 instead_of = self->panel == PANEL_REPLACE && line != NULL ? line->place->member_id : 0;
  g_autoptr (GPtrArray) choices = dov_crew_list_choices (self->store, self->shift, instead_of);
  g_autofree char *title = self->panel == PANEL_ADD || line == NULL ? g_strdup (_("Who is put down for the shift")) :
    g_strdup_printf (_("Who comes instead of %s"), line->short_name);
  GtkWidget *chooser = dov_member_chooser_new (title, choices);

  g_signal_connect (chooser, "chosen", G_CALLBACK (chosen_cb), self);
  g_signal_connect_swapped (chooser, "given-up", G_CALLBACK (close_panel), self);

  return chooser;
}

static void
came_cb (DovCrewSection *self)
{
  begin_deed (self, (Deed) { DEED_CAME, .place = self->open, .came = DOV_SHIFT_CAME_CAME });
}

static void
no_show_cb (DovCrewSection *self)
{
  begin_deed (self, (Deed) { DEED_CAME, .place = self->open, .came = DOV_SHIFT_CAME_NO_SHOW });
}

static void
excused_cb (DovCrewSection *self)
{
  begin_deed (self, (Deed) { DEED_CAME, .place = self->open, .came = DOV_SHIFT_CAME_EXCUSED });
}

static void
lead_cb (DovCrewSection *self)
{
  begin_deed (self, (Deed) { DEED_LEAD, .place = self->open });
}

static void
take_out_cb (DovCrewSection *self)
{
  begin_deed (self, (Deed) { DEED_TAKE_OUT, .place = self->open });
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
  begin_deed (self, (Deed) { DEED_HOURS, .place = self->open });
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

  if (has_begun (self))
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

static void
activated_cb (GtkWidget      *row,
              DovCrewSection *self)
{
  gint64 *place = g_object_get_data (G_OBJECT (row), "place");
  gboolean is_open = self->panel != PANEL_NONE && self->panel != PANEL_ADD && self->open == *place;

  clear_answers (self);
  self->open = *place;
  self->panel = is_open ? PANEL_NONE : PANEL_ACTIONS;
  fill (self, TRUE);
}

static GtkWidget *
row_new (DovCrewSection *self,
         DovCrewLine    *line)
{
  GtkWidget *row = dov_crew_row_new (self->shift, line, has_begun (self));
  gint64 place = get_id (line->place);

  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "place", g_memdup2 (&place, sizeof place), g_free);
  g_signal_connect (row, "activated", G_CALLBACK (activated_cb), self);

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
  gtk_widget_set_visible (self->all_came, has_begun (self) && n_open > 0);

  if (takes_keyboard && self->panel == PANEL_NONE)
    dov_crew_section_focus (self);
  else if (takes_keyboard && DOV_IS_MEMBER_CHOOSER (self->first))
    dov_member_chooser_focus (DOV_MEMBER_CHOOSER (self->first));
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
      gint64 *place = g_object_get_data (G_OBJECT (row), "place");

      if (place != NULL && *place == self->open)
        first = row;
    }
  gtk_widget_grab_focus (first != NULL && gtk_widget_get_focusable (first) ? first : GTK_WIDGET (self));
}

/* Asks who else is put down. */
void
dov_crew_section_ask_add (DovCrewSection *self)
{
  clear_answers (self);
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
  begin_deed (self, (Deed) { DEED_ALL_CAME });
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
dov_crew_section_finalize (GObject *object)
{
  g_hash_table_unref (DOV_CREW_SECTION (object)->reasons);

  G_OBJECT_CLASS (dov_crew_section_parent_class)->finalize (object);
}

static void
dov_crew_section_class_init (DovCrewSectionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dov_crew_section_dispose;
  G_OBJECT_CLASS (klass)->finalize = dov_crew_section_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
dov_crew_section_init (DovCrewSection *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 8);
  self->reasons = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->answers = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  self->section = dov_section_box_new (_("Composition"));
  dov_section_box_set_more (DOV_SECTION_BOX (self->section), _("Add"));
  dov_section_box_set_empty (DOV_SECTION_BOX (self->section), 
                             _("Nobody is put down yet. Two people are needed, one of them to lead."));
  g_signal_connect_swapped (self->section, "more-clicked", G_CALLBACK (dov_crew_section_ask_add), self);
  self->all_came = g_object_new (GTK_TYPE_BUTTON, "label", _("All came"), "halign", GTK_ALIGN_START, NULL);
  g_signal_connect_swapped (self->all_came, "clicked", G_CALLBACK (all_came_cb), self);
  gtk_box_append (GTK_BOX (self), self->section);
  gtk_box_append (GTK_BOX (self), self->answers);
  gtk_box_append (GTK_BOX (self), self->all_came);
}
