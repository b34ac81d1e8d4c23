/* dov-patrol-people-page.c - the members of the patrol: briefings, absences, who served how often */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-patrol-people-page.h"

#include "dov-badge.h"
#include "dov-crew.h"
#include "dov-fold-columns.h"
#include "dov-go.h"
#include "dov-label.h"
#include "dov-number.h"
#include "dov-patrol-absence.h"
#include "dov-patrol-asking.h"
#include "dov-patrol-member.h"
#include "dov-patrol-route.h"
#include "dov-patrol-shift.h"
#include "dov-patrol-words.h"
#include "dov-period-bar.h"
#include "dov-period.h"
#include "dov-related-list.h"
#include "dov-roster.h"
#include "dov-store.h"
#include "dov-widgets.h"

#include <glib/gi18n.h>

struct _DovPatrolPeoplePage
{
  DovPage            parent_instance;

  gint64             patrol;     /* 0: all of them */

  GtkLabel          *count;
  GtkWidget         *brief;
  GtkBox            *answers;
  DovPeriodBar      *period;
  GtkScrolledWindow *table;      /* with very large text its seven columns are wider than a page */
  DovFoldColumns    *columns;
  GtkWidget         *absences;
  GtkWidget         *routes;
};

G_DEFINE_FINAL_TYPE (DovPatrolPeoplePage, dov_patrol_people_page, DOV_TYPE_PAGE)

/* ---- who served how often: each number opens the shifts it counts ---- */

/* A number is a button, with room around it; what is none stands under it. */
#define NUMBER_MARGIN 8

/* What scrolls sideways is as high as it would be at its narrowest: so names, and what stands under them, are as
 * narrow as they can be and no narrower. */
#define NAME_CHARS 17
#define KIND_CHARS 20

/* What is counted, with the shifts behind it. */
static const struct { const char *title; gsize count; const char *where; } kinds[] = {
  { N_("To come"), G_STRUCT_OFFSET (DovRosterShare, n_planned),
    "x.came = 'expected' AND s.status IN ('draft', 'planned', 'in_progress')" },
  { N_("Walked"), G_STRUCT_OFFSET (DovRosterShare, n_came), "x.came = 'came' AND s.status = 'done'" },
  { N_("Led"), G_STRUCT_OFFSET (DovRosterShare, n_led),
    "x.came = 'came' AND s.status = 'done' AND s.leader_id = x.member_id" },
  { N_("Times they did not come"), G_STRUCT_OFFSET (DovRosterShare, n_no_show), "x.came = 'no_show' AND s.status = 'done'" },
  { N_("Good reason"), G_STRUCT_OFFSET (DovRosterShare, n_excused), "x.came = 'excused' AND s.status = 'done'" },
  { N_("Hours"), G_STRUCT_OFFSET (DovRosterShare, minutes), "x.came = 'came' AND s.status = 'done'" },
};

/* A number that was pressed. */
typedef struct
{
  DovStore  *store;     /* that of the page */
  gint64     member;
  guint      kind;
  DovPeriod  period;
} Door;

static void
open_cb (GtkWidget *button,
         Door      *door)
{
  g_autofree char *since = dov_date_to_iso (&door->period.from);
  g_autofree char *until = dov_date_to_iso (&door->period.to);
  g_autofree char *where = g_strdup_printf (
    "id IN (SELECT s.id FROM patrol_shift s JOIN live_shift_member x ON x.shift_id = s.id "
    "WHERE x.member_id = ?1 AND s.starts_at >= ?2 AND s.starts_at < ?3 || 'T99' AND %s)", kinds[door->kind].where);
  g_autoptr (GArray) ids = dov_store_list (door->store, DOV_TYPE_PATROL_SHIFT, &(DovQuery) {
    .where = where, .order = "starts_at", .params = g_variant_new ("(xss)", door->member, since, until) }, NULL);
  g_autofree char *name = dov_patrol_dup_member (door->store, door->member);
  g_autofree char *title = g_strdup_printf ("%s: %s", name, _(kinds[door->kind].title));

  if (ids != NULL)
    dov_go_ids (button, DOV_TYPE_PATROL_SHIFT, title, ids);
}

/* Minutes are said as hours. */
static char *
dup_number (const DovRosterShare *share,
            guint                 kind)
{
  return kinds[kind].count == G_STRUCT_OFFSET (DovRosterShare, minutes)
           ? dov_patrol_dup_hours (share->minutes)
           : dov_number_to_shown (G_STRUCT_MEMBER (guint, share, kinds[kind].count));
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
            guint                 kind,
            const char           *name,
            const DovPeriod      *period)
{
  g_autofree char *number = dup_number (share, kind);
  g_autofree char *spoken = g_strdup_printf ("%s, %s: %s", name, _(kinds[kind].title), number);
  gboolean is_nothing = g_str_equal (number, "0");
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", is_nothing ? "—" : number, "xalign", 1.0, NULL);
  Door door = { store, share->member_id, kind, *period };
  GtkWidget *button;

  gtk_widget_add_css_class (label, "numeric");
  if (is_nothing)
    {
      gtk_widget_set_margin_end (label, NUMBER_MARGIN);
      return cell_new (label, NULL);
    }

  gtk_widget_add_css_class (label, "lnk");
  button = g_object_new (GTK_TYPE_BUTTON, "child", label, "halign", GTK_ALIGN_END,
                         "css-classes", (const char *[]) { "flat", "slim", NULL }, NULL);
  dov_name_widget (button, spoken);
  g_signal_connect_data (button, "clicked", G_CALLBACK (open_cb), g_memdup2 (&door, sizeof door),
                         (GClosureNotify) (GCallback) g_free, 0);

  return cell_new (button, NULL);
}

static void
open_member_cb (GtkWidget *button,
                DovRecord *member)
{
  dov_go_record (button, DOV_TYPE_PATROL_MEMBER, dov_record_get_id (member));
}

static GtkWidget *
name_new (DovPatrolMember *member,
          const char      *name)
{
  g_autofree char *what = dov_record_dup_shown (DOV_RECORD (member), dov_record_find_field (DOV_RECORD (member), "kind"));
  g_autofree char *second = member->may_lead ? g_strdup_printf (_("%s · may lead"), what) : g_strdup (what);
  g_autofree char *spoken = g_strdup_printf ("%s, %s", name, second);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *button = dov_button_new ("", "flat slim", G_CALLBACK (open_member_cb), member);
  GtkWidget *title = dov_label_new (name, "heading");
  GtkWidget *words = dov_label_new (second, "caption dim-label");

  g_object_set (title, "width-chars", NAME_CHARS, "max-width-chars", NAME_CHARS, "wrap-mode", PANGO_WRAP_WORD, NULL);
  g_object_set (words, "width-chars", KIND_CHARS, "max-width-chars", KIND_CHARS, NULL);
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), words);
  gtk_button_set_child (GTK_BUTTON (button), box);
  dov_name_widget (button, spoken);

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

  return dov_badge_new (date, &(DovSign) { "dov-emblem-ok-symbolic", "plain" });
}

static void
add_heading (GtkGrid    *grid,
             int         column,
             const char *title,
             double      xalign)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", title, "xalign", xalign, "wrap", TRUE, "yalign", 1.0,
                                   "max-width-chars", 1, "hexpand", column == 0, NULL);

  gtk_widget_add_css_class (label, "th");
  gtk_widget_set_margin_end (label, column > 1 ? NUMBER_MARGIN : 0);
  gtk_grid_attach (grid, label, column, 0, 1, 1);
}

/* Who of @patrol served how often, or words when there is nobody. */
static GtkWidget *
table_new (DovStore        *store,
           gint64           patrol,
           const DovPeriod *period,
           guint           *n_members)
{
  g_autoptr (GArray) shares = dov_roster_count_shares (store, patrol, &period->from, &period->to);
  GtkWidget *table;
  GtkGrid *grid;

  *n_members = shares->len;
  if (shares->len == 0)
    return g_object_new (GTK_TYPE_LABEL, "label", _("Nobody walks with the patrol yet. Ctrl+N puts down the first member."),
                         "xalign", 0.0, "wrap", TRUE, "margin-start", 15, "margin-top", 12, "margin-bottom", 12, NULL);

  table = g_object_new (GTK_TYPE_GRID, "accessible-role", GTK_ACCESSIBLE_ROLE_TABLE, NULL);
  grid = GTK_GRID (table);
  dov_name_widget (grid, _("Who served how often"));
  add_heading (grid, 0, _("Member"), 0.0);
  add_heading (grid, 1, _("Briefed on"), 0.0);
  for (guint kind = 0; kind < G_N_ELEMENTS (kinds); kind++)
    add_heading (grid, (int) kind + 2, _(kinds[kind].title), 1.0);
  for (guint i = 0; i < shares->len; i++)
    {
      const DovRosterShare *share = &g_array_index (shares, DovRosterShare, i);
      g_autoptr (DovPatrolMember) member = dov_store_look_up (store, DOV_TYPE_PATROL_MEMBER, share->member_id);
      g_autofree char *name = dov_patrol_dup_member_full (store, share->member_id);
      GtkWidget *badge = briefing_new (member);

      g_object_set (badge, "halign", GTK_ALIGN_START, "valign", GTK_ALIGN_CENTER, NULL);
      gtk_grid_attach (grid, name_new (member, name), 0, (int) i + 1, 1, 1);
      gtk_grid_attach (grid, cell_new (badge, NULL), 1, (int) i + 1, 1, 1);
      for (guint kind = 0; kind < G_N_ELEMENTS (kinds); kind++)
        gtk_grid_attach (grid, number_new (store, share, kind, name, period), (int) kind + 2, (int) i + 1, 1, 1);
    }

  return table;
}

/* ---- who is away, and where they walk ---- */

static char *
dup_member (DovStore  *store,
            DovRecord *record)
{
  return dov_patrol_dup_member (store, DOV_PATROL_ABSENCE (record)->member_id);
}

static char *
dup_span (DovStore  *store,
          DovRecord *record)
{
  g_autofree char *since = dov_date_to_shown (DOV_PATROL_ABSENCE (record)->since);
  g_autofree char *until = dov_date_to_shown (DOV_PATROL_ABSENCE (record)->until);
  const char *reason = DOV_PATROL_ABSENCE (record)->reason;

  return g_strdup_printf ("%s – %s%s%s", since, until, *reason != '\0' ? " · " : "", reason);
}

/* Those that end today or later. */
static const DovRelatedList absences = {
  N_("Away"), N_("Nobody has said they will be away."), dov_patrol_absence_get_type,
  .sql = "SELECT a.id FROM live_patrol_absence a JOIN patrol_member m ON m.id = a.member_id"
         " WHERE (a.until IS NULL OR a.until >= ?2) AND ?1 IN (0, m.patrol_id) ORDER BY a.since, a.id",
  .first_words = dup_member, .second_words = dup_span,
};

static const DovRelatedList routes = {
  N_("Routes"), N_("No route yet: the club, the bus stop, the shop, the pond."), dov_patrol_route_get_type,
  .sql = "SELECT id FROM live_patrol_route WHERE ?1 IN (0, patrol_id) ORDER BY key, id",
  .first = "name", .second = "points",
};

static void
dov_patrol_people_page_fill (DovPage *page)
{
  DovPatrolPeoplePage *self = DOV_PATROL_PEOPLE_PAGE (page);
  DovStore *store = dov_page_get_store (page);
  guint n = 0;
  GtkWidget *table = table_new (store, self->patrol, dov_period_bar_get (self->period), &n);
  g_autofree char *count = dov_patrol_dup_people (n);

  gtk_scrolled_window_set_child (self->table, table);
  gtk_label_set_label (self->count, count);
  gtk_widget_set_visible (self->brief, !dov_store_is_read_only (store));
  dov_related_list_fill (DOV_SECTION_BOX (self->absences), store, self->patrol, &absences);
  dov_related_list_fill (DOV_SECTION_BOX (self->routes), store, self->patrol, &routes);
}

static void
ask_briefing_cb (DovPatrolPeoplePage *self)
{
  dov_patrol_ask_briefing_all (self, dov_page_get_store (DOV_PAGE (self)), self->patrol);
}

static void
print_cb (DovPatrolPeoplePage *self)
{
  dov_go_paper (self, "D-39", 0);
}

static void
add_absence_cb (DovPatrolPeoplePage *self)
{
  g_autoptr (DovRecord) draft = dov_record_new (DOV_TYPE_PATROL_ABSENCE, 0);

  dov_go_form (self, draft);
}

static void
add_route_cb (DovPatrolPeoplePage *self)
{
  g_autoptr (DovRecord) draft = dov_record_new (DOV_TYPE_PATROL_ROUTE, 0);

  dov_set (DOV_PATROL_ROUTE (draft), patrol_id, self->patrol);
  dov_go_form (self, draft);
}

static GtkWidget *
section_new (DovPatrolPeoplePage  *self,
             DovStore             *store,
             const DovRelatedList *list,
             GCallback             add)
{
  GtkWidget *section = dov_related_list_new (list);

  if (!dov_store_is_read_only (store))
    dov_section_box_set_more (DOV_SECTION_BOX (section), _("Add"));
  g_signal_connect_swapped (section, "more-clicked", add, self);
  dov_fold_columns_append (self->columns, section);

  return section;
}

/**
 * dov_patrol_people_page_new:
 * @patrol: 0: of all patrols
 *
 * Returns: (transfer floating): the page
 */
DovPage *
dov_patrol_people_page_new (DovStore *store,
                            gint64    patrol)
{
  DovPatrolPeoplePage *self = g_object_new (DOV_TYPE_PATROL_PEOPLE_PAGE, NULL);

  self->patrol = patrol;
  self->absences = section_new (self, store, &absences, G_CALLBACK (add_absence_cb));
  self->routes = section_new (self, store, &routes, G_CALLBACK (add_route_cb));
  dov_page_follow (DOV_PAGE (self), store);

  return DOV_PAGE (self);
}

static gboolean
dov_patrol_people_page_add (DovPage *page)
{
  DovPatrolPeoplePage *self = DOV_PATROL_PEOPLE_PAGE (page);
  g_autoptr (DovRecord) draft = dov_record_new (DOV_TYPE_PATROL_MEMBER, 0);
  GDate today = dov_today ();

  dov_set (DOV_PATROL_MEMBER (draft), patrol_id,
           self->patrol != 0 ? self->patrol : dov_patrol_find_only (dov_page_get_store (page)));
  dov_set (DOV_PATROL_MEMBER (draft), since, &today);
  dov_go_form (self, draft);

  return TRUE;
}

static void
dov_patrol_people_page_class_init (DovPatrolPeoplePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  DOV_PAGE_CLASS (klass)->add = dov_patrol_people_page_add;
  DOV_PAGE_CLASS (klass)->fill = dov_patrol_people_page_fill;
  g_type_ensure (DOV_TYPE_FOLD_COLUMNS);
  g_type_ensure (DOV_TYPE_PERIOD_BAR);
  gtk_widget_class_set_template_from_resource (widget_class, DOV_RESOURCES "/ui/dov-patrol-people-page.ui");
  gtk_widget_class_bind_template_child (widget_class, DovPatrolPeoplePage, count);
  gtk_widget_class_bind_template_child (widget_class, DovPatrolPeoplePage, brief);
  gtk_widget_class_bind_template_child (widget_class, DovPatrolPeoplePage, answers);
  gtk_widget_class_bind_template_child (widget_class, DovPatrolPeoplePage, period);
  gtk_widget_class_bind_template_child (widget_class, DovPatrolPeoplePage, table);
  gtk_widget_class_bind_template_child (widget_class, DovPatrolPeoplePage, columns);
  gtk_widget_class_bind_template_callback (widget_class, ask_briefing_cb);
  gtk_widget_class_bind_template_callback (widget_class, print_cb);
  gtk_widget_class_bind_template_callback (widget_class, dov_page_fill_soon);
}

static void
dov_patrol_people_page_init (DovPatrolPeoplePage *self)
{
  GDate today = dov_today ();
  DovPeriod half = dov_period_around (DOV_PERIOD_HALF_YEAR, &today);

  gtk_widget_init_template (GTK_WIDGET (self));
  dov_page_set_answers (DOV_PAGE (self), self->answers);
  dov_period_bar_set (self->period, &half);
}
