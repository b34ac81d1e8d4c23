/* dov-club-month.c - the marks of a group in one month: people down, sessions across */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-club-month.h"

#include "dov-club-member.h"
#include "dov-name.h"
#include "dov-number.h"

#include <glib/gi18n.h>

/* Reading. */

static void
free_column (DovClubColumn *column)
{
  g_object_unref (column->session);
  g_free (column);
}

static void
free_row (DovClubRow *row)
{
  g_object_unref (row->person);
  g_clear_pointer (&row->left_on, g_date_free);
  g_free (row);
}

/**
 * dov_club_month_free:
 * @self: (transfer full) (nullable): a month
 */
void
dov_club_month_free (DovClubMonth *self)
{
  if (self == NULL)
    return;
  g_clear_object (&self->group);
  g_clear_pointer (&self->columns, g_ptr_array_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->marks, g_byte_array_unref);
  g_clear_pointer (&self->belonging, g_byte_array_unref);
  g_free (self);
}

/* A question about the group and the days of the month. */
static DovStatement *
ask (DovStore     *store,
     DovClubMonth *self,
     const char   *sql)
{
  return dov_store_see (store, sql, "(xDD)", dov_record_get_id (DOV_RECORD (self->group)), &self->first, &self->last);
}

static void
read_columns (DovStore     *store,
              DovClubMonth *self,
              GHashTable   *places)
{
  g_autoptr (DovStatement) rows = ask (store, self,
                                       "SELECT id FROM live_club_session WHERE group_id = ?1"
                                       " AND date(starts_at) BETWEEN ?2 AND ?3 ORDER BY starts_at, id");
  GDate today = dov_today (), day;

  while (dov_statement_next (rows))
    {
      gint64 id = dov_statement_column_integer (rows, 0);
      g_autoptr (DovClubSession) session = dov_store_look_up (store, DOV_TYPE_CLUB_SESSION, id);
      DovClubColumn *column;

      if (session == NULL)
        continue;
      column = g_new0 (DovClubColumn, 1);
      column->session = g_steal_pointer (&session);
      day = dov_moment_get_date (column->session->starts_at);
      column->is_to_come = g_date_compare (&day, &today) > 0;
      g_hash_table_insert (places, g_memdup2 (&id, sizeof id), GUINT_TO_POINTER (self->columns->len + 1));
      g_ptr_array_add (self->columns, column);
    }
}

/* Who belongs to the group on any day of the month, and who is marked in it. */
static void
read_rows (DovStore     *store,
           DovClubMonth *self,
           GHashTable   *places)
{
  g_autoptr (DovStatement) rows = ask (
    store, self,
    "SELECT p.id, (SELECT iif(count(*) = count(until), max(until), NULL) FROM live_club_member m"
    " WHERE m.group_id = ?1 AND m.person_id = p.id)"
    " FROM person p WHERE p.id IN (SELECT person_id FROM live_club_member WHERE group_id = ?1"
    " AND since <= ?3 AND (until IS NULL OR until >= ?2))"
    " OR p.id IN (SELECT a.person_id FROM live_club_attendance a JOIN live_club_session s ON s.id = a.session_id"
    " WHERE s.group_id = ?1 AND date(s.starts_at) BETWEEN ?2 AND ?3)"
    " ORDER BY p.last_name COLLATE russian, p.first_name COLLATE russian, p.patronymic COLLATE russian, p.id");
  GDate today = dov_today ();

  while (dov_statement_next (rows))
    {
      gint64 id = dov_statement_column_integer (rows, 0);
      g_autoptr (DovPerson) person = dov_store_look_up (store, DOV_TYPE_PERSON, id);
      DovClubRow *row;

      if (person == NULL)
        continue;
      row = g_new0 (DovClubRow, 1);
      row->person = g_steal_pointer (&person);
      if (!dov_statement_column_is_null (rows, 1))
        dov_date_from_iso (dov_statement_column_text (rows, 1), &row->left_on);
      if (row->left_on != NULL && g_date_compare (row->left_on, &today) >= 0)
        g_clear_pointer (&row->left_on, g_date_free);
      g_hash_table_insert (places, g_memdup2 (&id, sizeof id), GUINT_TO_POINTER (self->rows->len + 1));
      g_ptr_array_add (self->rows, row);
    }
}

static guint
place_of (DovClubMonth *self,
          guint         row,
          guint         column)
{
  g_assert (row < self->rows->len && column < self->columns->len);

  return row * self->columns->len + column;
}

static void
count_mark (DovClubMonth *self,
            guint         row,
            guint         column,
            DovClubMark   mark)
{
  DovClubRow *person = dov_club_month_get_row (self, row);
  DovClubColumn *session = dov_club_month_get_column (self, column);

  self->marks->data[place_of (self, row, column)] = (guint8) mark;
  if (session->n_marked++ == 0)
    self->n_held++;
  person->n_marked++;
  if (mark != DOV_CLUB_MARK_PRESENT)
    return;
  session->n_present++;
  person->n_present++;
  self->n_present++;
}

static void
read_marks (DovStore     *store,
            DovClubMonth *self,
            GHashTable   *columns,
            GHashTable   *people)
{
  g_autoptr (DovStatement) rows = ask (
    store, self,
    "SELECT a.session_id, a.person_id, a.mark FROM live_club_attendance a JOIN live_club_session s ON s.id = a.session_id"
    " WHERE s.group_id = ?1 AND date(s.starts_at) BETWEEN ?2 AND ?3");
  g_autoptr (GEnumClass) marks = g_type_class_ref (dov_club_mark_get_type ());

  while (dov_statement_next (rows))
    {
      gint64 session = dov_statement_column_integer (rows, 0), person = dov_statement_column_integer (rows, 1);
      guint column = GPOINTER_TO_UINT (g_hash_table_lookup (columns, &session));
      guint row = GPOINTER_TO_UINT (g_hash_table_lookup (people, &person));
      GEnumValue *mark = g_enum_get_value_by_nick (marks, dov_statement_column_text (rows, 2));

      if (column > 0 && row > 0 && mark != NULL)
        count_mark (self, row - 1, column - 1, (DovClubMark) mark->value);
    }
}

/* On which sessions each belongs to the group. */
static void
read_belonging (DovStore     *store,
                DovClubMonth *self,
                GHashTable   *people)
{
  g_autoptr (DovStatement) rows = ask (
    store, self,
    "SELECT person_id, since, until FROM live_club_member WHERE group_id = ?1"
    " AND since <= ?3 AND (until IS NULL OR until >= ?2)");

  while (dov_statement_next (rows))
    {
      gint64 person = dov_statement_column_integer (rows, 0);
      guint row = GPOINTER_TO_UINT (g_hash_table_lookup (people, &person));
      const char *since = dov_statement_column_text (rows, 1);
      const char *until = dov_statement_column_text (rows, 2);

      for (guint i = 0; row > 0 && i < self->columns->len; i++)
        {
          GDate on = dov_moment_get_date (dov_club_month_get_column (self, i)->session->starts_at);
          g_autofree char *day = dov_date_to_iso (&on);

          if (g_strcmp0 (since, day) <= 0 && (until == NULL || g_strcmp0 (day, until) <= 0))
            self->belonging->data[place_of (self, row - 1, i)] = TRUE;
        }
    }
}

static void
read_all (DovStore     *store,
          DovClubMonth *self)
{
  g_autoptr (GHashTable) columns = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GHashTable) people = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  read_columns (store, self, columns);
  read_rows (store, self, people);
  g_byte_array_set_size (self->marks, self->columns->len * self->rows->len);
  g_byte_array_set_size (self->belonging, self->marks->len);
  for (guint i = 0; i < self->marks->len; i++)
    self->marks->data[i] = self->belonging->data[i] = 0;
  read_marks (store, self, columns, people);
  read_belonging (store, self, people);
}

/**
 * dov_club_month_read:
 * @day: any day of the month
 *
 * Returns: (transfer full): the sessions of the month, all who belonged to
 *   the group in it, and their marks
 */
DovClubMonth *
dov_club_month_read (DovStore     *store,
                     gint64        group_id,
                     const GDate  *day,
                     GError      **error)
{
  g_autoptr (DovClubMonth) self = g_new0 (DovClubMonth, 1);
  DovRecord *group = dov_store_find (store, DOV_TYPE_CLUB_GROUP, group_id, error);
  GDateYear year = g_date_get_year (day);
  GDateMonth month = g_date_get_month (day);

  if (group == NULL)
    return NULL;
  self->group = DOV_CLUB_GROUP (group);
  self->columns = g_ptr_array_new_with_free_func ((GDestroyNotify) free_column);
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) free_row);
  self->marks = g_byte_array_new ();
  self->belonging = g_byte_array_new ();
  g_date_set_dmy (&self->first, 1, month, year);
  g_date_set_dmy (&self->last, g_date_get_days_in_month (month, year), month, year);

  read_all (store, self);

  return g_steal_pointer (&self);
}

DovClubColumn *
dov_club_month_get_column (DovClubMonth *self,
                           guint         column)
{
  return g_ptr_array_index (self->columns, column);
}

DovClubRow *
dov_club_month_get_row (DovClubMonth *self,
                        guint         row)
{
  return g_ptr_array_index (self->rows, row);
}

/**
 * dov_club_month_get_mark:
 *
 * Returns: the mark of one person at one session, 0 while there is none
 */
DovClubMark
dov_club_month_get_mark (DovClubMonth *self,
                         guint         row,
                         guint         column)
{
  return (DovClubMark) self->marks->data[place_of (self, row, column)];
}

/**
 * dov_club_month_belongs:
 *
 * Returns: whether the person belongs to the group on the day of the session
 */
gboolean
dov_club_month_belongs (DovClubMonth *self,
                        guint         row,
                        guint         column)
{
  return self->belonging->data[place_of (self, row, column)] != 0;
}

/* Marking. */

static DovRecord *
find_mark (DovStore *store,
           gint64    session_id,
           gint64    person_id)
{
  DovQuery query = { .where = "session_id = ?1 AND person_id = ?2",
                     .params = g_variant_new ("(xx)", session_id, person_id) };

  return dov_store_find_first (store, DOV_TYPE_CLUB_ATTENDANCE, &query, NULL);
}

/* «Ёлкина М., 2 марта: +» */
static char *
dup_words (DovStore    *store,
           gint64       session_id,
           gint64       person_id,
           DovClubMark  mark)
{
  g_autoptr (DovClubSession) session = dov_store_look_up (store, DOV_TYPE_CLUB_SESSION, session_id);
  g_autoptr (DovPerson) person = dov_store_look_up (store, DOV_TYPE_PERSON, person_id);
  g_autofree char *name = NULL;
  g_autofree char *day = NULL;
  GDate on;

  if (session == NULL || person == NULL)
    return g_strdup ("");
  name = dov_name_short (person->last_name, person->first_name, person->patronymic);
  on = dov_moment_get_date (session->starts_at);
  day = g_strdup_printf ("%d %s", g_date_get_day (&on), dov_month_name_of (g_date_get_month (&on)));
  if (mark == 0)
    /* Translators: a person and a day: the mark at a session of a club was taken away */
    return g_strdup_printf (C_("toast", "%s, %s: no mark"), name, day);

  /* Translators: a person, a day, and the sign of the mark at a session of a club */
  return g_strdup_printf (C_("toast", "%s, %s: “%s”"), name, day, dov_club_mark_get_sign (mark));
}

static gboolean
save_mark (DovStore     *store,
           gint64        session_id,
           gint64        person_id,
           DovClubMark   mark,
           GError      **error)
{
  g_autoptr (DovRecord) found = find_mark (store, session_id, person_id);
  g_autoptr (DovRecord) draft = NULL;

  if (mark == 0)
    return found == NULL || dov_store_remove (store, found, error);

  draft = found != NULL ? dov_record_dup (found) : dov_record_new (DOV_TYPE_CLUB_ATTENDANCE, 0);
  dov_set (DOV_CLUB_ATTENDANCE (draft), session_id, session_id);
  dov_set (DOV_CLUB_ATTENDANCE (draft), person_id, person_id);
  dov_set (DOV_CLUB_ATTENDANCE (draft), mark, mark);

  return dov_store_save (store, draft, error);
}

/**
 * dov_club_mark:
 * @mark: how it was, or 0 to take the mark away
 *
 * Marks one person at one session: an operation of its own, for one undo.
 */
gboolean
dov_club_mark (DovStore     *store,
               gint64        session_id,
               gint64        person_id,
               DovClubMark   mark,
               GError      **error)
{
  g_autofree char *words = dup_words (store, session_id, person_id, mark);

  if (!dov_store_begin (store, words, error))
    return FALSE;

  return dov_store_end (store, save_mark (store, session_id, person_id, mark, error), error);
}

/**
 * dov_club_mark_rest:
 * @column: of a session
 *
 * Marks everybody who belongs to the group that day and has no mark yet as
 * present. One operation; marks that are there stay.
 */
gboolean
dov_club_mark_rest (DovStore      *store,
                    DovClubMonth  *month,
                    guint          column,
                    GError       **error)
{
  DovClubSession *session = dov_club_month_get_column (month, column)->session;
  g_autofree char *starts_at = dov_moment_to_shown (session->starts_at);
  g_autofree char *words = g_strdup_printf (C_("toast", "“%s”, %s: all were there"), month->group->name, starts_at);
  gboolean is_well = TRUE;

  if (!dov_store_begin (store, words, error))
    return FALSE;
  for (guint i = 0; i < month->rows->len && is_well; i++)
    {
      gint64 person_id = dov_record_get_id (DOV_RECORD (dov_club_month_get_row (month, i)->person));

      if (dov_club_month_belongs (month, i, column) && dov_club_month_get_mark (month, i, column) == 0)
        is_well = save_mark (store, dov_record_get_id (DOV_RECORD (session)), person_id, DOV_CLUB_MARK_PRESENT, error);
    }

  return dov_store_end (store, is_well, error);
}

/**
 * dov_club_average_to_shown:
 * @n_held: sessions with any mark
 *
 * Returns: (transfer full): how many came to a session: «8,3», or «—»
 */
char *
dov_club_average_to_shown (guint n_present,
                           guint n_held)
{
  return n_held == 0 ? g_strdup ("—") : dov_decimal_to_shown ((double) n_present / n_held, 1);
}

/* Counting. */

/**
 * dov_club_count:
 *
 * Returns: the members of a group on @until, and its sessions and visits
 *   between the two days
 */
DovClubFigures
dov_club_count (DovStore    *store,
                gint64       group_id,
                const GDate *since,
                const GDate *until)
{
  g_autoptr (DovStatement) rows = dov_store_see (
    store,
    "SELECT (SELECT count(DISTINCT person_id) FROM live_club_member WHERE group_id = ?1"
    " AND since <= ?3 AND (until IS NULL OR until >= ?3)),"
    " count(DISTINCT s.id), count(DISTINCT a.session_id), count(iif(a.mark = 'present', 1, NULL))"
    " FROM live_club_session s LEFT JOIN live_club_attendance a ON a.session_id = s.id"
    " WHERE s.group_id = ?1 AND date(s.starts_at) BETWEEN ?2 AND ?3", "(xDD)", group_id, since, until);

  if (!dov_statement_next (rows))
    return (DovClubFigures) { 0 };

  return (DovClubFigures) {
    (guint) dov_statement_column_integer (rows, 0), (guint) dov_statement_column_integer (rows, 1),
    (guint) dov_statement_column_integer (rows, 2), (guint) dov_statement_column_integer (rows, 3) };
}

/**
 * dov_club_find_next:
 *
 * Returns: the session of the group that is on or comes next, 0 when none is planned
 */
gint64
dov_club_find_next (DovStore *store,
                    gint64    group_id)
{
  g_autoptr (GDateTime) now = dov_clock_dup_now ();
  g_autoptr (DovStatement) rows =
    dov_store_see (store, "SELECT id FROM live_club_session WHERE group_id = ?1 AND starts_at >= date(?2)"
                   " AND strftime('%Y-%m-%dT%H:%M', starts_at, (hours * 60 / 1000) || ' minutes') > ?2"
                   " ORDER BY starts_at, id LIMIT 1",
                   "(xM)", group_id, now);

  return dov_statement_next (rows) ? dov_statement_column_integer (rows, 0) : 0;
}
