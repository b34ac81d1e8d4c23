/* dov-served-table.c - who of the patrol served how often: each number opens the shifts it counts */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-served-table.h"

#include <glib/gi18n.h>

#include "dov-badge.h"
#include "dov-go.h"
#include "dov-number.h"
#include "dov-patrol-member.h"
#include "dov-patrol-shift.h"
#include "dov-patrol-words.h"
#include "dov-roster.h"
#include "dov-shell.h"

/* A number is a button, with room around it; what is none stands under it. */
#define NUMBER_MARGIN 8

/* What is counted, with the shifts behind it. */
typedef enum
{
  SERVED_AHEAD,
  SERVED_CAME,
  SERVED_LED,
  SERVED_NO_SHOW,
  SERVED_EXCUSED,
  SERVED_HOURS,
  N_SERVED,
} Served;

static const struct { const char *title; const char *where; } kinds[N_SERVED] = {
  [SERVED_AHEAD] = { N_("To come"), "x.came = 'expected' AND s.status IN ('draft', 'planned', 'in_progress')" },
  [SERVED_CAME] = { N_("Walked"), "x.came = 'came' AND s.status = 'done'" },
  [SERVED_LED] = { N_("Led"), "x.came = 'came' AND s.status = 'done' AND s.leader_id = x.member_id" },
  [SERVED_NO_SHOW] = { N_("Did not come"), "x.came = 'no_show' AND s.status = 'done'" },
  [SERVED_EXCUSED] = { N_("Good reason"), "x.came = 'excused' AND s.status = 'done'" },
  [SERVED_HOURS] = { N_("Hours"), "x.came = 'came' AND s.status = 'done'" },
};

/* A number that was pressed. */
typedef struct
{
  DovStore *store;
  gint64    member;
  Served    served;
  GDate     since;
  GDate     until;
} Door;

static void
door_free (gpointer  data,
           GClosure *closure)
{
  Door *door = data;

  g_object_unref (door->store);
  g_free (door);
}

static void
open_cb (GtkWidget *button,
         Door      *door)
{
  g_autofree char *since = dov_date_to_iso (&door->since);
  g_autofree char *until = dov_date_to_iso (&door->until);
  g_autofree char *where = g_strdup_printf (
    "id IN (SELECT s.id FROM patrol_shift s JOIN shift_member x ON x.shift_id = s.id WHERE x.removed IS NULL "
    "AND x.member_id = ?1 AND s.starts_at >= ?2 AND s.starts_at < ?3 || 'T99' AND %s)", kinds[door->served].where);
  g_autoptr (GArray) ids = dov_store_list (door->store, DOV_TYPE_PATROL_SHIFT,
                                           &(DovQuery) { .where = where, .order = "starts_at",
                                                         .params = g_variant_new ("(xss)", door->member, since, until) }, NULL);
  g_autofree char *name = dov_patrol_dup_member (door->store, door->member);
  g_autofree char *title = g_strdup_printf ("%s: %s", name, _(kinds[door->served].title));

  if (ids != NULL)
    dov_go_ids (button, DOV_TYPE_PATROL_SHIFT, title, ids);
}

static char *
dup_number (const DovRosterShare *share,
            Served                served)
{
  const guint numbers[N_SERVED] = {
    [SERVED_AHEAD] = share->n_planned, [SERVED_CAME] = share->n_came, [SERVED_LED] = share->n_led,
    [SERVED_NO_SHOW] = share->n_no_show, [SERVED_EXCUSED] = share->n_excused,
  };

  return served == SERVED_HOURS ? dov_patrol_dup_hours (share->minutes) : dov_number_to_shown (numbers[served]);
}

static gboolean
is_nothing (const DovRosterShare *share,
            Served                served)
{
  g_autofree char *number = dup_number (share, served);

  return g_str_equal (number, "0");
}

static GtkWidget *
cell_new (GtkWidget  *child,
          const char *css_class)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_add_css_class (box, "td");
  if (css_class != NULL)
    gtk_widget_add_css_class (box, css_class);
  gtk_widget_set_hexpand (child, TRUE);
  gtk_box_append (GTK_BOX (box), child);

  return box;
}

static GtkWidget *
number_new (DovStore             *store,
            const DovRosterShare *share,
            Served                served,
            const char           *name,
            const DovPeriod      *period)
{
  g_autofree char *number = dup_number (share, served);
  g_autofree char *spoken = g_strdup_printf ("%s, %s: %s", name, _(kinds[served].title), number);
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", is_nothing (share, served) ? "—" : number, "xalign", 1.0, NULL);
  GtkWidget *button;
  Door *door;

  gtk_widget_add_css_class (label, "numeric");
  if (is_nothing (share, served))
    {
      gtk_widget_set_margin_end (label, NUMBER_MARGIN);
      return cell_new (label, NULL);
    }

  gtk_widget_add_css_class (label, "lnk");
  button = g_object_new (GTK_TYPE_BUTTON, "child", label, "halign", GTK_ALIGN_END, NULL);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "slim");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  door = g_new0 (Door, 1);
  door->store = g_object_ref (store);
  door->member = share->member_id;
  door->served = served;
  door->since = period->from;
  door->until = period->to;
  g_signal_connect_data (button, "clicked", G_CALLBACK (open_cb), door, door_free, 0);

  return cell_new (button, NULL);
}

static void
open_member_cb (GtkWidget *button,
                gint64    *member)
{
  dov_go_record (button, DOV_TYPE_PATROL_MEMBER, *member);
}

static GtkWidget *
name_new (DovStore        *store,
          DovPatrolMember *member,
          const char      *name)
{
  gint64 id = dov_record_get_id (DOV_RECORD (member));
  const DovField *kind = dov_record_class_find_field (DOV_RECORD_GET_CLASS (member), "kind");
  g_autofree char *what = dov_record_dup_shown (DOV_RECORD (member), kind);
  g_autofree char *second = member->may_lead ? g_strdup_printf (_("%s · may lead"), what) : g_strdup (what);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *title = g_object_new (GTK_TYPE_LABEL, "label", name, "xalign", 0.0, "wrap", TRUE, NULL);
  GtkWidget *words = g_object_new (GTK_TYPE_LABEL, "label", second, "xalign", 0.0, "wrap", TRUE, NULL);
  GtkWidget *button = g_object_new (GTK_TYPE_BUTTON, "child", box, NULL);

  gtk_widget_add_css_class (title, "heading");
  gtk_widget_add_css_class (words, "caption");
  gtk_widget_add_css_class (words, "dim-label");
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), words);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "slim");
  g_signal_connect_data (button, "clicked", G_CALLBACK (open_member_cb), g_memdup2 (&id, sizeof id),
                         (GClosureNotify) (GCallback) g_free, 0);

  return cell_new (button, "first");
}

/* T2: a briefing is good for twelve months. */
static GtkWidget *
briefing_new (DovPatrolMember *member)
{
  GDate today = dov_today (), last = today;
  g_autofree char *date = NULL;

  if (member->until != NULL && g_date_compare (member->until, &today) < 0)
    {
      g_autofree char *until = dov_date_to_shown (member->until);
      g_autofree char *words = g_strdup_printf (_("until %s"), until);

      return dov_badge_new (words, &(DovSign) { "process-stop-symbolic", "plain" });
    }
  if (member->instructed_on == NULL)
    return dov_badge_new (_("not briefed"), &(DovSign) { "dialog-warning-symbolic", "warning" });

  date = dov_date_to_shown (member->instructed_on);
  g_date_subtract_years (&last, 1);
  if (g_date_compare (member->instructed_on, &last) < 0)
    return dov_badge_new (date, &(DovSign) { "dialog-warning-symbolic", "warning" });

  return dov_badge_new (date, &(DovSign) { "emblem-ok-symbolic", "plain" });
}

static void
add_heading (GtkGrid    *grid,
             int         column,
             const char *title,
             double      xalign)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", title, "xalign", xalign, "wrap", TRUE, "yalign", 1.0,
                                   "hexpand", column == 0, NULL);

  gtk_widget_add_css_class (label, "th");
  gtk_widget_set_margin_end (label, column > 1 ? NUMBER_MARGIN : 0);
  gtk_grid_attach (grid, label, column, 0, 1, 1);
}

static const DovRosterShare *
find_share (GArray *shares,
            gint64  member)
{
  for (guint i = 0; i < shares->len; i++)
    if (g_array_index (shares, DovRosterShare, i).member_id == member)
      return &g_array_index (shares, DovRosterShare, i);

  return NULL;
}

static GArray *
count_shares (DovStore        *store,
              gint64           patrol,
              const DovPeriod *period)
{
  GArray *shares = dov_roster_count_shares (store, patrol, &period->from, &period->to, NULL);

  return shares != NULL ? shares : g_array_new (FALSE, FALSE, sizeof (DovRosterShare));
}

static GArray *
list_members (DovStore        *store,
              gint64           patrol,
              const DovPeriod *period)
{
  g_autofree char *since = dov_date_to_iso (&period->from);
  g_autofree char *until = dov_date_to_iso (&period->to);
  GArray *ids = dov_store_list (store, DOV_TYPE_PATROL_MEMBER,
                                &(DovQuery) { .where = "since <= ?3 AND (until IS NULL OR until >= ?2) "
                                                       "AND (?1 = 0 OR patrol_id = ?1)",
                                              .params = g_variant_new ("(xss)", patrol, since, until) }, NULL);

  return ids != NULL ? ids : g_array_new (FALSE, FALSE, sizeof (gint64));
}

/**
 * dov_served_table_new:
 * @patrol: 0: of all patrols
 * @n_members: (out): how many there are
 *
 * Returns: (transfer floating): the table, or words when there is nobody
 */
GtkWidget *
dov_served_table_new (DovStore        *store,
                      gint64           patrol,
                      const DovPeriod *period,
                      guint           *n_members)
{
  g_autoptr (GArray) shares = count_shares (store, patrol, period);
  g_autoptr (GArray) ids = list_members (store, patrol, period);
  GtkWidget *grid = g_object_new (GTK_TYPE_GRID, "accessible-role", GTK_ACCESSIBLE_ROLE_TABLE, NULL);

  *n_members = ids->len;
  if (ids->len == 0)
    {
      g_object_ref_sink (grid);
      g_object_unref (grid);
      return g_object_new (GTK_TYPE_LABEL, "label", _("Nobody walks with the patrol yet. Ctrl+N puts down the first member."),
                           "xalign", 0.0, "wrap", TRUE, "margin-start", 15, "margin-top", 12, "margin-bottom", 12, NULL);
    }

  gtk_accessible_update_property (GTK_ACCESSIBLE (grid), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Who served how often"), -1);
  add_heading (GTK_GRID (grid), 0, _("Member"), 0.0);
  add_heading (GTK_GRID (grid), 1, _("Briefed on"), 0.0);
  for (Served served = 0; served < N_SERVED; served++)
    add_heading (GTK_GRID (grid), (int) served + 2, _(kinds[served].title), 1.0);
  for (guint i = 0; i < ids->len; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);
      g_autoptr (DovRecord) member = dov_store_find (store, DOV_TYPE_PATROL_MEMBER, id, NULL);
      const DovRosterShare none = { .member_id = id };
      const DovRosterShare *share = find_share (shares, id);
      g_autofree char *name = dov_patrol_dup_member_full (store, id);
      GtkWidget *badge;

      if (member == NULL)
        continue;
      badge = briefing_new (DOV_PATROL_MEMBER (member));
      gtk_widget_set_halign (badge, GTK_ALIGN_START);
      gtk_widget_set_valign (badge, GTK_ALIGN_CENTER);
      gtk_grid_attach (GTK_GRID (grid), name_new (store, DOV_PATROL_MEMBER (member), name), 0, (int) i + 1, 1, 1);
      gtk_grid_attach (GTK_GRID (grid), cell_new (badge, NULL), 1, (int) i + 1, 1, 1);
      for (Served served = 0; served < N_SERVED; served++)
        gtk_grid_attach (GTK_GRID (grid), number_new (store, share != NULL ? share : &none, served, name, period),
                         (int) served + 2, (int) i + 1, 1, 1);
    }

  return grid;
}
