/* dov-patrol-people-page.c - the members of the patrol: briefings, absences, who served how often */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-patrol-people-page.h"

#include <glib/gi18n.h>

#include "dov-ask-card.h"
#include "dov-errors.h"
#include "dov-fold-columns.h"
#include "dov-go.h"
#include "dov-number.h"
#include "dov-paper-page.h"
#include "dov-patrol-absence.h"
#include "dov-patrol-member.h"
#include "dov-patrol-route.h"
#include "dov-patrol-words.h"
#include "dov-patrol.h"
#include "dov-period-bar.h"
#include "dov-roster.h"
#include "dov-routes.h"
#include "dov-section-box.h"
#include "dov-served-table.h"
#include "dov-shell.h"

struct _DovPatrolPeoplePage
{
  DovPage         parent_instance;

  DovStore       *store;
  gint64          patrol;
  guint           refresh;

  DovPeriodBar   *period;
  GtkWidget      *count;
  AdwBin         *asking;
  AdwBin         *table;
  GtkWidget      *absences;
  GtkWidget      *routes;
};

G_DEFINE_FINAL_TYPE (DovPatrolPeoplePage, dov_patrol_people_page, DOV_TYPE_PAGE)

static void
new_record (DovPatrolPeoplePage *self,
            DovRecord           *draft)
{
  DovShell *shell = dov_shell_around (GTK_WIDGET (self));

  if (shell != NULL)
    dov_shell_new_record (shell, draft);
}

static void
open_cb (GtkWidget           *row,
         DovPatrolPeoplePage *self)
{
  dov_go_record (row, GPOINTER_TO_SIZE (g_object_get_data (G_OBJECT (row), "type")),
                           *(gint64 *) g_object_get_data (G_OBJECT (row), "id"));
}

static void
append_row (DovPatrolPeoplePage *self,
            GtkWidget           *section,
            GtkWidget           *row,
            GType                type,
            gint64               id)
{
  g_object_set_data (G_OBJECT (row), "type", GSIZE_TO_POINTER (type));
  g_object_set_data_full (G_OBJECT (row), "id", g_memdup2 (&id, sizeof id), g_free);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect (row, "activated", G_CALLBACK (open_cb), self);
  dov_section_box_append (DOV_SECTION_BOX (section), row);
}

static GArray *
list_of (DovPatrolPeoplePage *self,
         GType                type,
         DovQuery             query)
{
  GArray *ids = dov_store_list (self->store, type, &query, NULL);

  return ids != NULL ? ids : g_array_new (FALSE, FALSE, sizeof (gint64));
}

/* Those that end today or later. */
static void
show_absences (DovPatrolPeoplePage *self)
{
  GDate today = dov_today ();
  g_autofree char *day = dov_date_to_iso (&today);
  g_autoptr (GArray) ids = list_of (self, DOV_TYPE_PATROL_ABSENCE,
    (DovQuery) { .where = "(until IS NULL OR until >= ?1) AND member_id IN "
                          "(SELECT id FROM patrol_member WHERE ?2 = 0 OR patrol_id = ?2)",
                 .params = g_variant_new ("(sx)", day, self->patrol), .order = "since" });

  dov_section_box_clear (DOV_SECTION_BOX (self->absences));
  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr (DovRecord) record = dov_store_find (self->store, DOV_TYPE_PATROL_ABSENCE, g_array_index (ids, gint64, i), NULL);
      g_autofree char *name = NULL;
      g_autofree char *since = NULL;
      g_autofree char *until = NULL;
      g_autofree char *span = NULL;

      if (record == NULL)
        continue;
      name = dov_patrol_dup_member (self->store, DOV_PATROL_ABSENCE (record)->member_id);
      since = dov_date_to_shown (DOV_PATROL_ABSENCE (record)->since);
      until = dov_date_to_shown (DOV_PATROL_ABSENCE (record)->until);
      span = g_strdup_printf ("%s – %s", since, until);
      {
        g_autofree char *second = *DOV_PATROL_ABSENCE (record)->reason != '\0' ?
          g_strdup_printf ("%s · %s", span, DOV_PATROL_ABSENCE (record)->reason) : g_strdup (span);

        append_row (self, self->absences, dov_row_line_new ("", name, second), DOV_TYPE_PATROL_ABSENCE,
                    g_array_index (ids, gint64, i));
      }
    }
}

static void
show_routes (DovPatrolPeoplePage *self)
{
  g_autoptr (GArray) ids = list_of (self, DOV_TYPE_PATROL_ROUTE,
    (DovQuery) { .where = "?1 = 0 OR patrol_id = ?1", .params = g_variant_new ("(x)", self->patrol) });

  dov_section_box_clear (DOV_SECTION_BOX (self->routes));
  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr (DovRecord) record = dov_store_find (self->store, DOV_TYPE_PATROL_ROUTE, g_array_index (ids, gint64, i), NULL);
      GtkWidget *row;

      if (record == NULL)
        continue;
      row = dov_row_line_new ("", DOV_PATROL_ROUTE (record)->name, DOV_PATROL_ROUTE (record)->points);
      adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 2);
      append_row (self, self->routes, row, DOV_TYPE_PATROL_ROUTE, g_array_index (ids, gint64, i));
    }
}

static void
show_all (DovPatrolPeoplePage *self)
{
  const DovPeriod *period = dov_period_bar_get (self->period);
  guint n = 0;
  GtkWidget *table = dov_served_table_new (self->store, self->patrol, period, &n);
  g_autofree char *count = dov_patrol_dup_people (n);

  /* With very large text its seven columns are wider than a page. */
  adw_bin_set_child (self->table, g_object_new (GTK_TYPE_SCROLLED_WINDOW, "vscrollbar-policy", GTK_POLICY_NEVER,
                                                "propagate-natural-width", TRUE, "child", table, NULL));
  gtk_label_set_label (GTK_LABEL (self->count), count);
  show_absences (self);
  show_routes (self);
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

static void
stop_asking (DovPatrolPeoplePage *self)
{
  adw_bin_set_child (self->asking, NULL);
}

static gboolean
brief_all (DovPatrolPeoplePage *self,
           const char          *typed,
           GError             **error)
{
  GDate today = dov_today ();
  g_autofree char *day = dov_date_to_iso (&today);
  g_autoptr (GDate) on = NULL;
  g_autofree char *shown = NULL;
  g_autofree char *words = NULL;
  g_autoptr (GArray) ids = NULL;

  if (!dov_date_from_typed (typed, &on, error))
    return FALSE;

  shown = dov_date_to_shown (on);
  /* Translators: what an operation was, in the history; %s is a date */
  words = g_strdup_printf (_("All were briefed on %s"), shown);
  ids = list_of (self, DOV_TYPE_PATROL_MEMBER,
                 (DovQuery) { .where = "since <= ?1 AND (until IS NULL OR until >= ?1) AND (?2 = 0 OR patrol_id = ?2)",
                              .params = g_variant_new ("(sx)", day, self->patrol) });
  if (!dov_store_begin (self->store, words, error))
    return FALSE;
  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr (DovRecord) member = dov_store_find (self->store, DOV_TYPE_PATROL_MEMBER, g_array_index (ids, gint64, i), error);
      g_autoptr (DovRecord) draft = member != NULL ? dov_record_dup (member) : NULL;

      if (draft != NULL)
        dov_set (DOV_PATROL_MEMBER (draft), instructed_on, on);
      if (draft == NULL || !dov_store_save (self->store, draft, error))
        {
          dov_store_abandon (self->store);
          return FALSE;
        }
    }
  if (dov_store_commit (self->store, NULL, error))
    return TRUE;

  dov_store_abandon (self->store);

  return FALSE;
}

static void
brief_cb (DovPatrolPeoplePage *self)
{
  DovAskCard *card = DOV_ASK_CARD (adw_bin_get_child (self->asking));
  DovShell *shell = dov_shell_around (GTK_WIDGET (self));
  g_autoptr (GError) error = NULL;

  if (!brief_all (self, dov_ask_card_get_text (card, "day"), &error))
    {
      g_autofree char *words = dov_errors_dup_words (error);

      dov_ask_card_refuse (card, "day", words);
      return;
    }
  stop_asking (self);
  if (shell != NULL)
    {
      gint64 operation = dov_store_get_last_operation (self->store);
      g_autofree char *words = dov_store_describe_operation (self->store, operation);

      dov_shell_show_toast (shell, words, operation);
    }
}

static void
ask_briefing_cb (DovPatrolPeoplePage *self)
{
  GDate today = dov_today ();
  g_autofree char *day = dov_date_to_shown (&today);
  GtkWidget *card = dov_ask_card_new (_("All members were briefed"), _("Write down for all"));

  dov_ask_card_add (DOV_ASK_CARD (card), "day", _("On which day *"), day);
  g_signal_connect_swapped (card, "go-on", G_CALLBACK (brief_cb), self);
  g_signal_connect_swapped (card, "given-up", G_CALLBACK (stop_asking), self);
  adw_bin_set_child (self->asking, card);
  dov_ask_card_focus (DOV_ASK_CARD (card));
}

/* ---- making ---- */

static void
print_cb (DovPatrolPeoplePage *self)
{
  dov_go_to (self, dov_paper_page_new (self->store, "D-39", 0));
}

static void
add_absence_cb (DovPatrolPeoplePage *self)
{
  g_autoptr (DovRecord) draft = dov_record_new (DOV_TYPE_PATROL_ABSENCE, 0);

  new_record (self, draft);
}

static void
add_route_cb (DovPatrolPeoplePage *self)
{
  g_autoptr (DovRecord) draft = dov_record_new (DOV_TYPE_PATROL_ROUTE, 0);

  dov_set (DOV_PATROL_ROUTE (draft), patrol_id, self->patrol);
  new_record (self, draft);
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
section_new (const char          *title,
             const char          *more,
             const char          *empty,
             GCallback            add,
             DovPatrolPeoplePage *self)
{
  GtkWidget *section = dov_section_box_new (title);

  dov_section_box_set_more (DOV_SECTION_BOX (section), more);
  dov_section_box_set_empty (DOV_SECTION_BOX (section), empty);
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
  GDate today = dov_today ();
  DovPeriod half = dov_period_around (DOV_PERIOD_HALF_YEAR, &today);

  self->period = DOV_PERIOD_BAR (dov_period_bar_new ());
  dov_period_bar_set (self->period, &half);
  g_signal_connect_swapped (self->period, "changed", G_CALLBACK (refresh_soon), self);
  self->asking = ADW_BIN (adw_bin_new ());
  self->table = g_object_new (ADW_TYPE_BIN, "overflow", GTK_OVERFLOW_HIDDEN, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->table), "card");
  self->absences = section_new (_("Away"), _("Add"), _("Nobody has said they will be away."), G_CALLBACK (add_absence_cb), self);
  self->routes = section_new (_("Routes"), _("Add"), _("No route yet: the club, the bus stop, the shop, the pond."),
                              G_CALLBACK (add_route_cb), self);
  g_object_set (columns, "side-width", 0, NULL);
  dov_fold_columns_append (DOV_FOLD_COLUMNS (columns), self->absences);
  dov_fold_columns_append (DOV_FOLD_COLUMNS (columns), self->routes);
  gtk_box_append (GTK_BOX (box), head_new (self));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->asking));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->period));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->table));
  gtk_box_append (GTK_BOX (box), columns);
  adw_bin_set_child (ADW_BIN (self), g_object_new (GTK_TYPE_SCROLLED_WINDOW, "child", clamp,
                                                   "hscrollbar-policy", GTK_POLICY_NEVER, NULL));
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
  g_autoptr (GArray) patrols = list_of (self, DOV_TYPE_PATROL, (DovQuery) { .where = "status = 'active'" });
  GDate today = dov_today ();

  dov_set (DOV_PATROL_MEMBER (draft), patrol_id,
           self->patrol != 0 ? self->patrol : patrols->len == 1 ? g_array_index (patrols, gint64, 0) : 0);
  dov_set (DOV_PATROL_MEMBER (draft), since, &today);
  new_record (self, draft);

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
