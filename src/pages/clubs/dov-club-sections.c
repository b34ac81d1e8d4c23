/* dov-club-sections.c - what the sections of a group's page show */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-club-sections.h"

#include "dov-achievement.h"
#include "dov-club-member.h"
#include "dov-club-month-page.h"
#include "dov-club-slot.h"
#include "dov-club-words.h"
#include "dov-go.h"
#include "dov-number.h"
#include "dov-record-page.h"

#include <glib/gi18n.h>

/* The rest is in the journals of its months. */
#define MOST_SESSIONS 30

static DovStatement *
ask (DovStore     *store,
     DovClubGroup *group,
     const char   *sql)
{
  DovStatement *rows = dov_database_prepare (dov_store_get_database (store), sql, NULL);
  GDate today = dov_today (), since, until;
  g_autofree char *day = dov_date_to_iso (&today);
  g_autofree char *first = NULL;

  if (rows == NULL)
    return NULL;
  dov_club_group_get_season (group, &today, &since, &until);
  first = dov_date_to_iso (&since);
  dov_statement_bind_integer (rows, 1, dov_record_get_id (DOV_RECORD (group)));
  dov_statement_bind_text (rows, 2, day);
  dov_statement_bind_text (rows, 3, first);

  return rows;
}

typedef struct
{
  GType  type;
  gint64 id;
} Target;

static void
free_target (gpointer  target,
             GClosure *closure)
{
  g_free (target);
}

static void
open_cb (GtkWidget *row,
         Target    *target)
{
  dov_go_record (row, target->type, target->id);
}

static GtkWidget *
make_openable (GtkWidget *row,
               GType      type,
               gint64     id)
{
  Target *target = g_new0 (Target, 1);

  target->type = type;
  target->id = id;
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), g_object_new (GTK_TYPE_IMAGE, "icon-name", "go-next-symbolic",
                             "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect_data (row, "activated", G_CALLBACK (open_cb), target, free_target, 0);

  return row;
}

static void
append_words (GString    *words,
              const char *more)
{
  if (more != NULL && *more != '\0')
    g_string_append_printf (words, "%s%s", words->len > 0 ? " · " : "", more);
}

static char *
shown_date (const char *iso)
{
  g_autoptr (GDate) date = NULL;

  dov_date_from_iso (iso != NULL ? iso : "", &date);

  return dov_date_to_shown (date);
}

/* Members. */

/* The card of a membership with the day of leaving filled in; or a new line for who comes back. */
static void
leave_cb (GtkWidget     *button,
          DovClubMember *member)
{
  DovShell *shell = dov_shell_around (button);
  g_autoptr (DovRecord) draft = dov_record_dup (DOV_RECORD (member));
  GDate today = dov_today ();

  dov_set (DOV_CLUB_MEMBER (draft), until, &today);
  if (shell != NULL)
    dov_shell_push (shell, dov_record_page_new_draft (dov_shell_get_store (shell), draft, 0));
}

static void
return_cb (GtkWidget     *button,
           DovClubMember *member)
{
  g_autoptr (DovRecord) draft = dov_record_new (DOV_TYPE_CLUB_MEMBER, 0);
  GDate today = dov_today ();

  dov_set (DOV_CLUB_MEMBER (draft), group_id, member->group_id);
  dov_set (DOV_CLUB_MEMBER (draft), person_id, member->person_id);
  dov_set (DOV_CLUB_MEMBER (draft), since, &today);
  dov_go_form (button, draft);
}

static GtkWidget *
hand_new (DovClubMember *member,
          const char    *label,
          const char    *name,
          GCallback      clicked)
{
  GtkWidget *button = gtk_button_new_with_label (label);
  /* Translators: a button and the person it is for, for who cannot see the page */
  g_autofree char *words = g_strdup_printf (C_("button", "%s: %s"), label, name);

  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  g_signal_connect_data (button, "clicked", clicked, g_object_ref (member), (GClosureNotify) (GCallback) g_object_unref, 0);

  return button;
}

/* «с 10.09.2026 · заявление № 4 от 08.09.2026 · в этом сезоне был на 31 из 40» */
static char *
member_words (DovClubMember *member,
              gint64         n_present,
              gint64         n_marked)
{
  g_autoptr (GString) words = g_string_new (NULL);
  g_autofree char *since = dov_date_to_shown (member->since);
  g_autofree char *until = dov_date_to_shown (member->until);
  g_autofree char *span = member->until == NULL ? g_strdup_printf (_("since %s"), since)
                                                : g_strdup_printf (_("from %s to %s"), since, until);
  g_autofree char *applied = dov_date_to_shown (member->application_date);

  append_words (words, span);
  append_words (words, member->leave_reason);
  if (*member->application_no != '\0' || member->application_date != NULL)
    {
      /* Translators: number and date of an application; either may be empty */
      g_autofree char *application = *applied == '\0' ? g_strdup_printf (_("application no. %s"), member->application_no)
                                     : *member->application_no == '\0'
                                       ? g_strdup_printf (_("application of %s"), applied)
                                       : g_strdup_printf (_("application no. %s of %s"), member->application_no, applied);

      append_words (words, application);
    }
  if (n_marked > 0)
    {
      g_autofree char *was = g_strdup_printf (_("was at %d of %d sessions of this season"), (int) n_present, (int) n_marked);

      append_words (words, was);
    }

  return g_string_free (g_steal_pointer (&words), FALSE);
}

static char *
age_of (DovPerson *person)
{
  GDate today = dov_today ();
  int age = 0;

  if (person->birth_date == NULL)
    return g_strdup ("—");
  age = dov_age_on (person->birth_date, &today);

  return g_strdup_printf (ngettext ("%d year old", "%d years old", (gulong) age), age);
}

static GtkWidget *
member_row_new (DovStore     *store,
                DovStatement *rows,
                gboolean      is_former)
{
  g_autoptr (DovRecord) record = dov_store_find (store, DOV_TYPE_CLUB_MEMBER, dov_statement_column_integer (rows, 0), NULL);
  g_autoptr (DovRecord) person =
    record != NULL ? dov_store_find (store, DOV_TYPE_PERSON, DOV_CLUB_MEMBER (record)->person_id, NULL) : NULL;
  g_autofree char *age = NULL;
  g_autofree char *name = NULL;
  g_autofree char *words = NULL;
  GtkWidget *row;

  if (person == NULL)
    return NULL;
  age = age_of (DOV_PERSON (person));
  name = dov_person_dup_name (DOV_PERSON (person));
  words = member_words (DOV_CLUB_MEMBER (record), dov_statement_column_integer (rows, 1),
                        dov_statement_column_integer (rows, 2));
  row = dov_row_line_new (age, name, words);
  if (is_former)
    gtk_widget_add_css_class (row, "past");
  if (!dov_store_is_read_only (store))
    dov_row_line_append (DOV_ROW_LINE (row), is_former
                         ? hand_new (DOV_CLUB_MEMBER (record), _("Came back…"), name, G_CALLBACK (return_cb))
                         : hand_new (DOV_CLUB_MEMBER (record), _("Left…"), name, G_CALLBACK (leave_cb)));

  return make_openable (row, DOV_TYPE_CLUB_MEMBER, dov_record_get_id (record));
}

/* Who belongs to the group now; then who has left and is not back, the last time of each. */
#define MEMBERS \
  "SELECT m.id, (SELECT count(iif(a.mark = 'present', 1, NULL)) FROM club_attendance a" \
  " JOIN club_session s ON s.id = a.session_id WHERE s.group_id = ?1 AND a.person_id = m.person_id" \
  " AND a.removed IS NULL AND s.removed IS NULL AND date(s.starts_at) BETWEEN ?3 AND ?2)," \
  " (SELECT count(*) FROM club_attendance a JOIN club_session s ON s.id = a.session_id WHERE s.group_id = ?1" \
  " AND a.person_id = m.person_id AND a.removed IS NULL AND s.removed IS NULL" \
  " AND date(s.starts_at) BETWEEN ?3 AND ?2)" \
  " FROM club_member m JOIN person p ON p.id = m.person_id WHERE m.group_id = ?1 AND m.removed IS NULL AND "
#define BY_NAME " ORDER BY p.last_name COLLATE russian, p.first_name COLLATE russian, m.id"
#define IS_CURRENT "(m.until IS NULL OR m.until >= ?2)"
#define HAS_LEFT \
  "m.until < ?2 AND NOT EXISTS (SELECT 1 FROM club_member l WHERE l.group_id = ?1 AND l.person_id = m.person_id" \
  " AND l.removed IS NULL AND (l.until IS NULL OR l.until > m.until))"

/**
 * dov_club_fill_members:
 *
 * Returns: how many belong to the group now
 */
guint
dov_club_fill_members (DovSectionBox *section,
                       DovStore      *store,
                       DovClubGroup  *group)
{
  g_autoptr (DovStatement) current = ask (store, group, MEMBERS IS_CURRENT BY_NAME);
  g_autoptr (DovStatement) former = ask (store, group, MEMBERS HAS_LEFT BY_NAME);
  g_autofree char *count = NULL;
  guint n = 0, n_former = 0;

  dov_section_box_clear (section);
  for (; current != NULL && dov_statement_step (current, NULL); n++)
    {
      GtkWidget *row = member_row_new (store, current, FALSE);

      if (row != NULL)
        dov_section_box_append (section, row);
    }
  for (; former != NULL && dov_statement_step (former, NULL); n_former++)
    {
      GtkWidget *row = member_row_new (store, former, TRUE);

      if (row != NULL)
        dov_section_box_append (section, row);
    }
  count = n_former == 0 ? g_strdup_printf ("%u", n)
          /* Translators: members of a group: now, and how many have left */
          : g_strdup_printf (_("%u now, %u left"), n, n_former);
  dov_section_box_set_count (section, count);

  return n;
}

/* Sessions. */

static void
journal_cb (GtkWidget *row,
            gint64    *id)
{
  DovShell *shell = dov_shell_around (row);
  DovStore *store = shell != NULL ? dov_shell_get_store (shell) : NULL;
  g_autoptr (DovRecord) session = store != NULL ? dov_store_find (store, DOV_TYPE_CLUB_SESSION, *id, NULL) : NULL;
  GDate day;

  if (session == NULL)
    return;
  day = dov_moment_get_date (DOV_CLUB_SESSION (session)->starts_at);
  dov_shell_push (shell, dov_club_month_page_new (store, DOV_CLUB_SESSION (session)->group_id, &day));
}

/**
 * dov_club_fill_sessions:
 *
 * Shows the next sessions and the last, the latest on top; each opens the
 * journal of its month.
 *
 * Returns: how many sessions of this season there were
 */
guint
dov_club_fill_sessions (DovSectionBox *section,
                        DovStore      *store,
                        DovClubGroup  *group)
{
  g_autoptr (DovStatement) rows = ask (
    store, group,
    "SELECT s.id, count(iif(a.mark = 'present', 1, NULL)), count(a.id), date(s.starts_at) > ?2 FROM club_session s"
    " LEFT JOIN club_attendance a ON a.session_id = s.id AND a.removed IS NULL"
    " WHERE s.group_id = ?1 AND s.removed IS NULL AND date(s.starts_at) >= ?3"
    " GROUP BY s.id ORDER BY s.starts_at DESC, s.id DESC");
  guint n = 0, n_past = 0;

  dov_section_box_clear (section);
  for (; rows != NULL && dov_statement_step (rows, NULL); n++)
    {
      gint64 id = dov_statement_column_integer (rows, 0), marked = dov_statement_column_integer (rows, 2);
      g_autoptr (DovRecord) record = dov_store_find (store, DOV_TYPE_CLUB_SESSION, id, NULL);
      gboolean is_to_come = dov_statement_column_integer (rows, 3) != 0;
      g_autofree char *when = NULL;
      g_autofree char *time = NULL;
      g_autofree char *hours = NULL;
      g_autofree char *second = NULL;
      GtkWidget *row;
      GDate day;

      n_past += !is_to_come;
      if (record == NULL || n >= MOST_SESSIONS)
        continue;
      day = dov_moment_get_date (DOV_CLUB_SESSION (record)->starts_at);
      when = dov_date_to_shown (&day);
      time = dov_time_to_shown (dov_moment_get_time (DOV_CLUB_SESSION (record)->starts_at));
      hours = dov_quantity_to_shown (DOV_CLUB_SESSION (record)->hours);
      second = marked > 0 ? g_strdup_printf (_("%s, %s, %s h · %d of %d were there"),
                                             dov_weekday_short (g_date_get_weekday (&day)), time, hours,
                                             (int) dov_statement_column_integer (rows, 1), (int) marked)
               : is_to_come ? g_strdup_printf (_("%s, %s, %s h · still to come"),
                                               dov_weekday_short (g_date_get_weekday (&day)), time, hours)
                            : g_strdup_printf (_("%s, %s, %s h · nobody is marked yet"),
                                               dov_weekday_short (g_date_get_weekday (&day)), time, hours);
      row = dov_row_line_new (when, *DOV_CLUB_SESSION (record)->topic != '\0' ? DOV_CLUB_SESSION (record)->topic
                                                                               : _("No topic yet"), second);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), g_object_new (GTK_TYPE_IMAGE, "icon-name", "go-next-symbolic",
                                 "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL));
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      g_signal_connect_data (row, "activated", G_CALLBACK (journal_cb), g_memdup2 (&id, sizeof id), free_target, 0);
      dov_section_box_append (section, row);
    }

  return n_past;
}

/* Schedule. */

guint
dov_club_fill_schedule (DovSectionBox *section,
                        DovStore      *store,
                        DovClubGroup  *group)
{
  DovQuery query = { .where = "group_id = ?1",
                     .params = g_variant_new ("(x)", dov_record_get_id (DOV_RECORD (group))) };
  g_autoptr (GArray) ids = dov_store_list (store, DOV_TYPE_CLUB_SLOT, &query, NULL);

  dov_section_box_clear (section);
  for (guint weekday = DOV_WEEKDAY_MON; ids != NULL && weekday <= DOV_WEEKDAY_SUN; weekday++)
    for (guint i = 0; i < ids->len; i++)
      {
        gint64 id = g_array_index (ids, gint64, i);
        g_autoptr (DovRecord) slot = dov_store_find (store, DOV_TYPE_CLUB_SLOT, id, NULL);
        g_autofree char *time = NULL;
        g_autofree char *hours = NULL;
        g_autofree char *title = NULL;

        if (slot == NULL || (guint) DOV_CLUB_SLOT (slot)->weekday != weekday)
          continue;
        time = dov_time_to_shown (DOV_CLUB_SLOT (slot)->time);
        hours = dov_quantity_to_shown (DOV_CLUB_SLOT (slot)->hours);
        /* Translators: a weekday, and how many hours a session lasts */
        title = g_strdup_printf (_("%s, %s h"), dov_weekday_name ((GDateWeekday) weekday), hours);
        dov_section_box_append (section, make_openable (
                                  dov_row_line_new (time, title, *DOV_CLUB_SLOT (slot)->place != '\0'
                                                                   ? DOV_CLUB_SLOT (slot)->place : group->place),
                                  DOV_TYPE_CLUB_SLOT, id));
      }

  return ids != NULL ? ids->len : 0;
}

/* Achievements. */

guint
dov_club_fill_achievements (DovSectionBox *section,
                            DovStore      *store,
                            DovClubGroup  *group)
{
  g_autoptr (DovStatement) rows = ask (
    store, group, "SELECT id, date FROM achievement WHERE group_id = ?1 AND removed IS NULL ORDER BY date DESC, id DESC");
  guint n = 0;

  dov_section_box_clear (section);
  for (; rows != NULL && dov_statement_step (rows, NULL); n++)
    {
      gint64 id = dov_statement_column_integer (rows, 0);
      g_autoptr (DovRecord) record = dov_store_find (store, DOV_TYPE_ACHIEVEMENT, id, NULL);
      DovRecordClass *klass = record != NULL ? DOV_RECORD_GET_CLASS (record) : NULL;
      g_autofree char *when = shown_date (dov_statement_column_text (rows, 1));
      g_autofree char *result = NULL;
      g_autofree char *level = NULL;
      g_autoptr (DovRecord) person = NULL;
      g_autofree char *name = NULL;
      g_autoptr (GString) words = g_string_new (NULL);

      if (record == NULL)
        continue;
      result = dov_record_dup_shown (record, dov_record_class_find_field (klass, "result"));
      level = dov_record_dup_shown (record, dov_record_class_find_field (klass, "level"));
      person = DOV_ACHIEVEMENT (record)->person_id != 0
               ? dov_store_find (store, DOV_TYPE_PERSON, DOV_ACHIEVEMENT (record)->person_id, NULL) : NULL;
      name = person != NULL ? dov_person_dup_name (DOV_PERSON (person)) : NULL;
      append_words (words, result);
      append_words (words, level);
      append_words (words, DOV_ACHIEVEMENT (record)->nomination);
      append_words (words, name);
      append_words (words, DOV_ACHIEVEMENT (record)->award);
      dov_section_box_append (section, make_openable (
                                dov_row_line_new (when, DOV_ACHIEVEMENT (record)->contest, words->str),
                                DOV_TYPE_ACHIEVEMENT, id));
    }

  return n;
}

/* Passport. */

/**
 * dov_club_fill_passport:
 *
 * Shows the facts that the passport (D-27) is made of; what is not known is not shown.
 */
void
dov_club_fill_passport (DovSectionBox *section,
                        DovStore      *store,
                        DovClubGroup  *group)
{
  static const char *const shown[] = {
    "kind", "genre", "folk_art", "direction", "leader_id", "season", "age_group", "paid", "place", "founded_on",
    "closed_on", "plans", "material_base", "note",
  };
  DovRecord *record = DOV_RECORD (group);

  dov_section_box_clear (section);
  for (guint i = 0; i < G_N_ELEMENTS (shown); i++)
    {
      const DovField *field = dov_record_class_find_field (DOV_RECORD_GET_CLASS (record), shown[i]);
      g_autofree char *value = dov_store_dup_shown (store, record, field);
      GtkWidget *row;

      if (dov_record_is_empty (record, field) || (g_str_equal (shown[i], "folk_art") && !group->folk_art))
        continue;
      if (g_str_equal (shown[i], "paid"))
        {
          g_free (value);
          value = g_strdup (group->paid ? _("paid") : _("free of charge"));
        }
      row = dov_row_line_new ("", value, _(field->label));
      adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
      gtk_widget_add_css_class (row, "property");
      dov_section_box_append (section, row);
    }
}
