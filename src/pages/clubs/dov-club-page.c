/* dov-club-page.c - one group: its figures, members, sessions, schedule, achievements, passport */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-club-page.h"

#include "dov-achievement.h"
#include "dov-badge.h"
#include "dov-club-member.h"
#include "dov-club-month-page.h"
#include "dov-club-plan-page.h"
#include "dov-club-sections.h"
#include "dov-club-slot.h"
#include "dov-club-words.h"
#include "dov-figure.h"
#include "dov-go.h"
#include "dov-history.h"
#include "dov-number.h"
#include "dov-paper-page.h"
#include "dov-parts.h"
#include "dov-record-page.h"
#include "dov-routes.h"
#include "dov-signs.h"
#include "dov-wrap-box.h"

#include <glib/gi18n.h>

struct _DovClubPage
{
  DovPage       parent_instance;

  DovStore     *store;
  DovClubGroup *group;      /* the living record */
  guint         refill;

  GtkWidget    *name;
  GtkWidget    *status;
  GtkWidget    *facts;
  GtkWidget    *n_members;
  GtkWidget    *n_sessions;
  GtkWidget    *average;
  GtkWidget    *next;
  GtkWidget    *tabs;
  GtkWidget    *members;
  GtkWidget    *sessions;
  GtkWidget    *schedule;
  GtkWidget    *achievements;
  GtkWidget    *passport;
};

G_DEFINE_FINAL_TYPE (DovClubPage, dov_club_page, DOV_TYPE_PAGE)

static gint64
id_of (DovClubPage *self)
{
  return dov_record_get_id (DOV_RECORD (self->group));
}

/* A new record of this group, in its form. */
static void
add (DovClubPage *self,
     GType        type)
{
  g_autoptr (DovRecord) draft = dov_record_new (type, 0);

  dov_record_set_number (draft, "group_id", id_of (self));
  if (dov_record_class_find_field (DOV_RECORD_GET_CLASS (draft), "lounge_id") != NULL)
    dov_record_set_number (draft, "lounge_id", self->group->lounge_id);
  dov_go_to (self, dov_record_page_new_draft (self->store, draft, 0));
}

static void
add_member_cb (DovClubPage *self)
{
  add (self, DOV_TYPE_CLUB_MEMBER);
}

static void
add_slot_cb (DovClubPage *self)
{
  add (self, DOV_TYPE_CLUB_SLOT);
}

static void
add_achievement_cb (DovClubPage *self)
{
  add (self, DOV_TYPE_ACHIEVEMENT);
}

static void
plan_cb (DovClubPage *self)
{
  GDate today = dov_today ();

  dov_go_to (self, dov_club_plan_page_new (self->store, id_of (self), &today));
}

static void
journal_cb (DovClubPage *self)
{
  dov_go_to (self, dov_club_month_page_new (self->store, id_of (self), NULL));
}

static void
register_cb (DovClubPage *self)
{
  dov_go_to (self, dov_paper_page_new (self->store, "D-26", id_of (self)));
}

static void
passport_cb (DovClubPage *self)
{
  dov_go_to (self, dov_paper_page_new (self->store, "D-27", id_of (self)));
}

static void
edit_cb (DovClubPage *self)
{
  g_autoptr (DovRecord) draft = dov_record_dup (DOV_RECORD (self->group));

  dov_go_to (self, dov_record_page_new_draft (self->store, draft, 0));
}

static void
remove_cb (DovClubPage *self)
{
  DovShell *shell = dov_shell_around (GTK_WIDGET (self));
  g_autofree char *toast = g_strdup_printf (_("In the bin: %s"), self->group->name);
  g_autoptr (GError) error = NULL;
  gint64 operation;

  if (!dov_parts_remove (self->store, DOV_RECORD (self->group), &error))
    {
      if (shell != NULL)
        dov_shell_show_error (shell, error);
      return;
    }
  operation = dov_store_get_last_operation (self->store);
  if (shell == NULL)
    return;
  dov_shell_go_back (shell);
  dov_shell_show_toast (shell, toast, operation);
}

static void
members_clicked_cb (DovClubPage *self)
{
  dov_tabs_show (DOV_TABS (self->tabs), "members");
}

static void
sessions_clicked_cb (DovClubPage *self)
{
  dov_tabs_show (DOV_TABS (self->tabs), "sessions");
}

/* Showing. */

static void
append (GString    *words,
        const char *more)
{
  if (more != NULL && *more != '\0')
    g_string_append_printf (words, "%s%s", words->len ? "  ·  " : "", more);
}

static void
show_head (DovClubPage *self)
{
  DovRecord *record = DOV_RECORD (self->group);
  DovRecordClass *klass = DOV_RECORD_GET_CLASS (record);
  g_autofree char *status = dov_record_dup_shown (record, dov_record_class_find_field (klass, "status"));
  g_autofree char *kind = dov_record_dup_shown (record, dov_record_class_find_field (klass, "kind"));
  g_autofree char *age = dov_record_dup_shown (record, dov_record_class_find_field (klass, "age_group"));
  g_autofree char *leader = dov_club_leader_words (self->store, self->group->leader_id);
  g_autofree char *led = g_strdup_printf (_("leader %s"), leader);
  g_autofree char *schedule = dov_club_schedule_words (self->store, id_of (self));
  g_autoptr (GString) facts = g_string_new (NULL);

  gtk_label_set_label (GTK_LABEL (self->name), self->group->name);
  dov_badge_show (self->status, status, dov_sign_of_state (record, "status"));
  append (facts, kind);
  append (facts, age);
  append (facts, led);
  append (facts, schedule);
  append (facts, self->group->place);
  gtk_label_set_label (GTK_LABEL (self->facts), facts->str);
}

static void
show_figures (DovClubPage *self)
{
  g_autofree char *members = NULL;
  g_autofree char *sessions = NULL;
  g_autofree char *average = NULL;
  g_autofree char *next = dov_club_next_words (self->store, id_of (self));
  DovClubFigures figures;

  dov_club_season_figures (self->store, self->group, &figures);
  members = dov_number_to_shown (figures.n_members);
  sessions = dov_number_to_shown (figures.n_held);
  average = dov_club_average_to_shown (figures.n_present, figures.n_held);
  dov_figure_set (DOV_FIGURE (self->n_members), members, _("members now"));
  dov_figure_set (DOV_FIGURE (self->n_sessions), sessions, _("sessions held this season"));
  dov_figure_set (DOV_FIGURE (self->average), average, _("at a session on average"));
  dov_figure_set (DOV_FIGURE (self->next), *next != '\0' ? next : "—", _("next session"));
}

static void
show (DovClubPage *self)
{
  DovTabs *tabs = DOV_TABS (self->tabs);

  show_head (self);
  show_figures (self);
  dov_tabs_set_count (tabs, "members", dov_club_fill_members (DOV_SECTION_BOX (self->members), self->store, self->group));
  dov_tabs_set_count (tabs, "sessions",
                      dov_club_fill_sessions (DOV_SECTION_BOX (self->sessions), self->store, self->group));
  dov_tabs_set_count (tabs, "schedule",
                      dov_club_fill_schedule (DOV_SECTION_BOX (self->schedule), self->store, self->group));
  dov_tabs_set_count (tabs, "achievements",
                      dov_club_fill_achievements (DOV_SECTION_BOX (self->achievements), self->store, self->group));
  dov_club_fill_passport (DOV_SECTION_BOX (self->passport), self->store, self->group);
}

static gboolean
refill_cb (gpointer user_data)
{
  DovClubPage *self = user_data;

  self->refill = 0;
  show (self);

  return G_SOURCE_REMOVE;
}

static void
changed_cb (DovClubPage *self)
{
  if (self->refill == 0)
    self->refill = g_idle_add (refill_cb, self);
}

static gboolean
key_pressed_cb (GtkEventControllerKey *keys,
                guint                  key,
                guint                  code,
                GdkModifierType        modifiers,
                DovClubPage           *self)
{
  if ((modifiers & GDK_CONTROL_MASK) && (key == GDK_KEY_Return || key == GDK_KEY_KP_Enter) &&
      !dov_store_is_read_only (self->store))
    edit_cb (self);
  else if (key == GDK_KEY_F6)
    journal_cb (self);
  else
    return FALSE;

  return TRUE;
}

/* Making. */

static GtkWidget *
section_new (DovClubPage *self,
             const char  *title,
             const char  *more,
             const char  *empty,
             GCallback    clicked)
{
  GtkWidget *section = dov_section_box_new (title);

  dov_section_box_set_empty (DOV_SECTION_BOX (section), empty);
  if (more != NULL && !dov_store_is_read_only (self->store))
    {
      dov_section_box_set_more (DOV_SECTION_BOX (section), more);
      g_signal_connect_swapped (section, "more-clicked", clicked, self);
    }

  return section;
}

static GtkWidget *
icon_button_new (DovClubPage *self,
                 const char  *icon,
                 const char  *words,
                 GCallback    clicked)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_valign (button, GTK_ALIGN_START);
  gtk_widget_set_visible (button, !dov_store_is_read_only (self->store));
  gtk_widget_set_tooltip_text (button, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  g_signal_connect_swapped (button, "clicked", clicked, self);

  return button;
}

static GtkWidget *
head_new (DovClubPage *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *words = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing", 6,
                                   "hexpand", TRUE, NULL);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  self->name = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, NULL);
  gtk_widget_add_css_class (self->name, "page-title");
  self->status = dov_badge_new ("", NULL);
  gtk_widget_set_valign (self->status, GTK_ALIGN_CENTER);
  self->facts = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, NULL);
  gtk_box_append (GTK_BOX (line), self->name);
  gtk_box_append (GTK_BOX (line), self->status);
  gtk_box_append (GTK_BOX (words), line);
  gtk_box_append (GTK_BOX (words), self->facts);
  gtk_box_append (GTK_BOX (head), words);
  gtk_box_append (GTK_BOX (head), icon_button_new (self, "document-edit-symbolic",
                                                   _("Change what is known of the group (Ctrl+Enter)"), G_CALLBACK (edit_cb)));
  gtk_box_append (GTK_BOX (head), icon_button_new (self, "user-trash-symbolic", _("Put into the bin"),
                                                   G_CALLBACK (remove_cb)));

  return head;
}

static GtkWidget *
action_new (DovClubPage *self,
            const char  *label,
            const char  *key,
            GCallback    clicked)
{
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *button = g_object_new (GTK_TYPE_BUTTON, "child", words, NULL);

  gtk_box_append (GTK_BOX (words), gtk_label_new (label));
  if (key != NULL)
    {
      GtkWidget *hint = gtk_label_new (key);

      gtk_widget_add_css_class (hint, "key");
      gtk_box_append (GTK_BOX (words), hint);
    }
  g_signal_connect_swapped (button, "clicked", clicked, self);

  return button;
}

static GtkWidget *
actions_new (DovClubPage *self)
{
  GtkWidget *box = dov_wrap_box_new (9);
  GtkWidget *journal = action_new (self, _("Mark who was there"), "F6", G_CALLBACK (journal_cb));

  gtk_widget_add_css_class (journal, "suggested-action");
  dov_wrap_box_append (DOV_WRAP_BOX (box), journal);
  if (!dov_store_is_read_only (self->store))
    dov_wrap_box_append (DOV_WRAP_BOX (box), action_new (self, _("Sessions from the schedule…"), NULL,
                                                         G_CALLBACK (plan_cb)));
  dov_wrap_box_append (DOV_WRAP_BOX (box), action_new (self, _("Register"), NULL, G_CALLBACK (register_cb)));
  dov_wrap_box_append (DOV_WRAP_BOX (box), action_new (self, _("Passport of the group"), NULL, G_CALLBACK (passport_cb)));

  return box;
}

static GtkWidget *
figures_new (DovClubPage *self)
{
  GtkWidget *box = dov_wrap_box_new (6);

  self->n_members = dov_figure_new ("", "");
  self->n_sessions = dov_figure_new ("", "");
  self->average = dov_figure_new ("", "");
  self->next = dov_figure_new ("", "");
  g_signal_connect_swapped (self->n_members, "clicked", G_CALLBACK (members_clicked_cb), self);
  g_signal_connect_swapped (self->n_sessions, "clicked", G_CALLBACK (sessions_clicked_cb), self);
  g_signal_connect_swapped (self->average, "clicked", G_CALLBACK (journal_cb), self);
  g_signal_connect_swapped (self->next, "clicked", G_CALLBACK (journal_cb), self);
  dov_wrap_box_append (DOV_WRAP_BOX (box), self->n_members);
  dov_wrap_box_append (DOV_WRAP_BOX (box), self->n_sessions);
  dov_wrap_box_append (DOV_WRAP_BOX (box), self->average);
  dov_wrap_box_append (DOV_WRAP_BOX (box), self->next);

  return box;
}

static GtkWidget *
tabs_new (DovClubPage *self)
{
  GtkWidget *tabs = dov_tabs_new (_("Sections of the group"));

  self->members = section_new (self, _("Members"), _("Admit"),
                               _("Nobody yet. Admit the first members: a name and the day are enough."),
                               G_CALLBACK (add_member_cb));
  gtk_widget_add_css_class (self->members, "members");
  self->sessions = section_new (self, _("Sessions of this season"), _("Make from the schedule"),
                                _("None yet. Make those of a month from the schedule in one step."),
                                G_CALLBACK (plan_cb));
  self->schedule = section_new (self, _("Schedule"), _("Add a weekday"),
                                _("None yet. Add the weekday and the time the group meets."), G_CALLBACK (add_slot_cb));
  self->achievements = section_new (self, _("Achievements"), _("Add"),
                                    _("None yet. Add contests and shows the group took part in."),
                                    G_CALLBACK (add_achievement_cb));
  self->passport = section_new (self, _("Passport"), _("Change"), _("Nothing is written yet."), G_CALLBACK (edit_cb));

  dov_tabs_append (DOV_TABS (tabs), "members", _("Members"), self->members);
  dov_tabs_append (DOV_TABS (tabs), "sessions", _("Sessions"), self->sessions);
  dov_tabs_append (DOV_TABS (tabs), "schedule", _("Schedule"), self->schedule);
  dov_tabs_append (DOV_TABS (tabs), "achievements", _("Achievements"), self->achievements);
  dov_tabs_append (DOV_TABS (tabs), "passport", _("Passport"), self->passport);
  dov_tabs_append (DOV_TABS (tabs), "history", _("History"),
                   dov_history_new (self->store, DOV_TYPE_CLUB_GROUP, id_of (self)));

  return tabs;
}

static void
build (DovClubPage *self)
{
  GtkWidget *box = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing", 12, "margin-top", 14,
                                 "margin-bottom", 18, "margin-start", 24, "margin-end", 24, NULL);
  GtkWidget *clamp = g_object_new (ADW_TYPE_CLAMP, "maximum-size", 1000, "tightening-threshold", 900,
                                   "child", box, NULL);
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->tabs = tabs_new (self);
  gtk_box_append (GTK_BOX (box), head_new (self));
  gtk_box_append (GTK_BOX (box), figures_new (self));
  gtk_box_append (GTK_BOX (box), actions_new (self));
  gtk_box_append (GTK_BOX (box), self->tabs);
  adw_bin_set_child (ADW_BIN (self), g_object_new (GTK_TYPE_SCROLLED_WINDOW, "child", clamp, "vexpand", TRUE,
                                                   "hscrollbar-policy", GTK_POLICY_NEVER, NULL));
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/**
 * dov_club_page_new:
 * @group_id: the id of a group that is kept
 *
 * Returns: (transfer floating): its page
 */
DovPage *
dov_club_page_new (DovStore *store,
                   gint64    group_id)
{
  DovClubPage *self;
  g_autoptr (DovRecord) group = dov_store_find (store, DOV_TYPE_CLUB_GROUP, group_id, NULL);

  if (group == NULL)
    return dov_record_page_new (store, DOV_TYPE_CLUB_GROUP, group_id);

  self = g_object_new (DOV_TYPE_CLUB_PAGE, NULL);
  self->store = g_object_ref (store);
  self->group = DOV_CLUB_GROUP (g_steal_pointer (&group));
  build (self);
  dov_page_set_title (DOV_PAGE (self), self->group->name);
  if (!dov_store_is_read_only (store))
    dov_page_set_action_label (DOV_PAGE (self), _("Admit a member"));
  show (self);
  g_signal_connect_object (store, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (store, "reloaded", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);

  return DOV_PAGE (self);
}

DovTabs *
dov_club_page_get_tabs (DovClubPage *self)
{
  return DOV_TABS (self->tabs);
}

static gboolean
dov_club_page_add (DovPage *page)
{
  DovClubPage *self = DOV_CLUB_PAGE (page);

  if (dov_store_is_read_only (self->store))
    return FALSE;
  add_member_cb (self);

  return TRUE;
}

static void
dov_club_page_dispose (GObject *object)
{
  DovClubPage *self = DOV_CLUB_PAGE (object);

  g_clear_handle_id (&self->refill, g_source_remove);
  g_clear_object (&self->group);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (dov_club_page_parent_class)->dispose (object);
}

static void
dov_club_page_class_init (DovClubPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dov_club_page_dispose;
  DOV_PAGE_CLASS (klass)->add = dov_club_page_add;
}

static void
dov_club_page_init (DovClubPage *self)
{
}
