/* dov-patrol-people-page.c - the members of the patrol: briefings, absences, who served how often */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-patrol-people-page.h"

#include <glib/gi18n.h>

#include "dov-briefing.h"
#include "dov-deed.h"
#include "dov-fold-columns.h"
#include "dov-go.h"
#include "dov-patrol-absence.h"
#include "dov-patrol-member.h"
#include "dov-patrol-route.h"
#include "dov-patrol-words.h"
#include "dov-patrol.h"
#include "dov-period-bar.h"
#include "dov-related-list.h"
#include "dov-served-table.h"

struct _DovPatrolPeoplePage
{
  DovPage       parent_instance;

  DovStore     *store;
  gint64        patrol;     /* 0: all of them */
  guint         refresh;

  DovPeriodBar *period;
  GtkWidget    *count;
  AdwBin       *table;
  GtkWidget    *absences;
  GtkWidget    *routes;
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
show_all (DovPatrolPeoplePage *self)
{
  guint n = 0;
  GtkWidget *table = dov_served_table_new (self->store, self->patrol, dov_period_bar_get (self->period), &n);
  g_autofree char *count = dov_patrol_dup_people (n);

  /* With very large text its seven columns are wider than a page. */
  adw_bin_set_child (self->table, g_object_new (GTK_TYPE_SCROLLED_WINDOW, "vscrollbar-policy", GTK_POLICY_NEVER,
                                                "propagate-natural-width", TRUE, "child", table, NULL));
  gtk_label_set_label (GTK_LABEL (self->count), count);
  dov_related_list_fill (DOV_SECTION_BOX (self->absences), self->store, self->patrol, &absences);
  dov_related_list_fill (DOV_SECTION_BOX (self->routes), self->store, self->patrol, &routes);
}

static gboolean
refresh_cb (gpointer data)
{
  DovPatrolPeoplePage *self = data;

  self->refresh = 0;
  show_all (self);

  return G_SOURCE_REMOVE;
}

static void
refresh_soon (DovPatrolPeoplePage *self)
{
  if (self->refresh == 0)
    self->refresh = g_idle_add (refresh_cb, self);
}

/* ---- the yearly briefing of all ---- */

typedef struct
{
  gint64  patrol;
  char   *day;
} Briefing;

static void
free_briefing (gpointer data)
{
  g_free (((Briefing *) data)->day);
  g_free (data);
}

static gboolean
brief (DovStore  *store,
       gpointer   data,
       GError   **error)
{
  Briefing *briefing = data;

  return dov_briefing_write_all (store, briefing->patrol, briefing->day, error);
}

static void
brief_cb (DovAskCard          *card,
          DovPatrolPeoplePage *self)
{
  Briefing briefing = { self->patrol, g_strdup (dov_ask_card_get_text (card, "day")) };

  dov_deed_do (self, self->store, &(DovDeed) {
    .act = brief, .card = card, .at = "day", .data = g_memdup2 (&briefing, sizeof briefing), .free_data = free_briefing });
}

static void
ask_briefing_cb (DovPatrolPeoplePage *self)
{
  GDate today = dov_today ();
  g_autofree char *day = dov_date_to_shown (&today);
  GtkWidget *card = dov_ask_card_new (_("All members were briefed"), _("Write down for all"));

  dov_ask_card_add (DOV_ASK_CARD (card), "day", _("On which day *"), day);
  g_signal_connect (card, "go-on", G_CALLBACK (brief_cb), self);
  dov_ask_card_ask (DOV_ASK_CARD (card), self);
}

/* ---- making ---- */

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
head_new (DovPatrolPeoplePage *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *title = g_object_new (GTK_TYPE_LABEL, "label", _("Members and briefings"), "xalign", 0.0, "wrap", TRUE,
                                   "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, NULL);
  GtkWidget *brief = gtk_button_new_with_label (_("All were briefed…"));
  GtkWidget *print = gtk_button_new_with_label (_("List"));

  gtk_widget_add_css_class (title, "page-title");
  gtk_widget_set_visible (brief, !dov_store_is_read_only (self->store));
  self->count = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "hexpand", TRUE, NULL);
  gtk_widget_add_css_class (self->count, "dim-label");
  g_signal_connect_swapped (brief, "clicked", G_CALLBACK (ask_briefing_cb), self);
  g_signal_connect_swapped (print, "clicked", G_CALLBACK (print_cb), self);
  gtk_box_append (GTK_BOX (line), title);
  gtk_box_append (GTK_BOX (line), self->count);
  gtk_box_append (GTK_BOX (line), brief);
  gtk_box_append (GTK_BOX (line), print);

  return line;
}

static GtkWidget *
section_new (DovPatrolPeoplePage  *self,
             const DovRelatedList *list,
             GCallback             add)
{
  GtkWidget *section = dov_related_list_new (list);

  if (!dov_store_is_read_only (self->store))
    dov_section_box_set_more (DOV_SECTION_BOX (section), _("Add"));
  g_signal_connect_swapped (section, "more-clicked", add, self);

  return section;
}

static void
fill (DovPatrolPeoplePage *self)
{
  GtkWidget *box = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing", 14, "margin-top", 14,
                                 "margin-bottom", 24, "margin-start", 24, "margin-end", 24, NULL);
  GtkWidget *clamp = g_object_new (ADW_TYPE_CLAMP, "maximum-size", 1240, "child", box, NULL);
  GtkWidget *columns = dov_fold_columns_new ();
  GtkWidget *answers = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GDate today = dov_today ();
  DovPeriod half = dov_period_around (DOV_PERIOD_HALF_YEAR, &today);

  self->period = DOV_PERIOD_BAR (dov_period_bar_new ());
  dov_period_bar_set (self->period, &half);
  g_signal_connect_swapped (self->period, "changed", G_CALLBACK (refresh_soon), self);
  self->table = g_object_new (ADW_TYPE_BIN, "overflow", GTK_OVERFLOW_HIDDEN, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->table), "card");
  self->absences = section_new (self, &absences, G_CALLBACK (add_absence_cb));
  self->routes = section_new (self, &routes, G_CALLBACK (add_route_cb));
  g_object_set (columns, "side-width", 0, NULL);
  dov_fold_columns_append (DOV_FOLD_COLUMNS (columns), self->absences);
  dov_fold_columns_append (DOV_FOLD_COLUMNS (columns), self->routes);
  gtk_box_append (GTK_BOX (box), head_new (self));
  gtk_box_append (GTK_BOX (box), answers);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->period));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->table));
  gtk_box_append (GTK_BOX (box), columns);
  adw_bin_set_child (ADW_BIN (self), g_object_new (GTK_TYPE_SCROLLED_WINDOW, "child", clamp,
                                                   "hscrollbar-policy", GTK_POLICY_NEVER, NULL));
  dov_page_set_answers (DOV_PAGE (self), GTK_BOX (answers));
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

  self->store = g_object_ref (store);
  self->patrol = patrol;
  dov_page_set_title (DOV_PAGE (self), _("Members of the patrol"));
  dov_page_set_section (DOV_PAGE (self), "patrol");
  dov_page_set_action_label (DOV_PAGE (self), _("New member"));
  fill (self);
  g_signal_connect_object (store, "committed", G_CALLBACK (refresh_soon), self, G_CONNECT_SWAPPED);
  show_all (self);

  return DOV_PAGE (self);
}

static gboolean
dov_patrol_people_page_add (DovPage *page)
{
  DovPatrolPeoplePage *self = DOV_PATROL_PEOPLE_PAGE (page);
  g_autoptr (DovRecord) draft = dov_record_new (DOV_TYPE_PATROL_MEMBER, 0);
  g_autoptr (GArray) patrols = dov_store_list (self->store, DOV_TYPE_PATROL,
                                               &(DovQuery) { .where = "status = 'active'" }, NULL);
  GDate today = dov_today ();

  dov_set (DOV_PATROL_MEMBER (draft), patrol_id,
           self->patrol != 0 ? self->patrol : patrols != NULL && patrols->len == 1 ? g_array_index (patrols, gint64, 0) : 0);
  dov_set (DOV_PATROL_MEMBER (draft), since, &today);
  dov_go_form (self, draft);

  return TRUE;
}

static void
dov_patrol_people_page_dispose (GObject *object)
{
  DovPatrolPeoplePage *self = DOV_PATROL_PEOPLE_PAGE (object);

  g_clear_handle_id (&self->refresh, g_source_remove);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (dov_patrol_people_page_parent_class)->dispose (object);
}

static void
dov_patrol_people_page_class_init (DovPatrolPeoplePageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dov_patrol_people_page_dispose;
  DOV_PAGE_CLASS (klass)->add = dov_patrol_people_page_add;
}

static void
dov_patrol_people_page_init (DovPatrolPeoplePage *self)
{
}
