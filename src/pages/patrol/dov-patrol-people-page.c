/* dov-patrol-people-page.c - the members of the patrol: briefings, absences, who served how often */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-patrol-people-page.h"

#include <glib/gi18n.h>

#include "dov-crew.h"
#include "dov-fold-columns.h"
#include "dov-go.h"
#include "dov-patrol-absence.h"
#include "dov-patrol-asking.h"
#include "dov-patrol-member.h"
#include "dov-patrol-route.h"
#include "dov-patrol-words.h"
#include "dov-period-bar.h"
#include "dov-related-list.h"
#include "dov-served-table.h"
#include "dov-widgets.h"

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
  .sql = "SELECT a.id FROM patrol_absence a JOIN patrol_member m ON m.id = a.member_id WHERE a.removed IS NULL"
         " AND (a.until IS NULL OR a.until >= ?2) AND ?1 IN (0, m.patrol_id) ORDER BY a.since, a.id",
  .first_words = dup_member, .second_words = dup_span,
};

static void
dress_route (DovStore   *store,
             DovRecord  *record,
             DovRowLine *row,
             gboolean    is_past)
{
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 2);
}

static const DovRelatedList routes = {
  N_("Routes"), N_("No route yet: the club, the bus stop, the shop, the pond."), dov_patrol_route_get_type,
  .sql = "SELECT id FROM patrol_route WHERE removed IS NULL AND ?1 IN (0, patrol_id) ORDER BY key, id",
  .first = "name", .second = "points", .dress = dress_route,
};

static void
dov_patrol_people_page_fill (DovPage *page)
{
  DovPatrolPeoplePage *self = DOV_PATROL_PEOPLE_PAGE (page);
  DovStore *store = dov_page_get_store (page);
  guint n = 0;
  GtkWidget *table = dov_served_table_new (store, self->patrol, dov_period_bar_get (self->period), &n);
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
