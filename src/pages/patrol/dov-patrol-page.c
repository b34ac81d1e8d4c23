/* dov-patrol-page.c - the patrol: a month of shifts, what cannot stay so, and the way to everything else */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-patrol-page.h"

#include <glib/gi18n.h>

#include "dov-errors.h"
#include "dov-go.h"
#include "dov-list-words.h"
#include "dov-lounge.h"
#include "dov-night.h"
#include "dov-nameless-page.h"
#include "dov-outgoing-notice.h"
#include "dov-own-lounge.h"
#include "dov-paper-page.h"
#include "dov-patrol-people-page.h"
#include "dov-patrol-route.h"
#include "dov-patrol-side.h"
#include "dov-patrol-words.h"
#include "dov-patrol.h"
#include "dov-roster-page.h"
#include "dov-saving.h"
#include "dov-settlement.h"
#include "dov-shift-lines.h"
#include "dov-wrap-box.h"

struct _DovPatrolPage
{
  DovPage        parent_instance;

  DovStore      *store;
  guint          refresh;
  gint64         patrol;      /* 0: all */
  GArray        *patrols;     /* gint64, as in the list */
  gboolean       is_filling;

  GtkStack      *stack;
  DovMonthView  *view;
  GtkWidget     *choice;      /* of the patrol, hidden while there is only one */
  DovSaving     *saving;
};

G_DEFINE_FINAL_TYPE (DovPatrolPage, dov_patrol_page, DOV_TYPE_PAGE)

static void
push (DovPatrolPage *self,
      DovPage       *page)
{
  DovShell *shell = dov_shell_around (GTK_WIDGET (self));

  if (shell != NULL)
    {
      dov_shell_push (shell, page);
      return;
    }
  g_object_ref_sink (page);
  g_object_unref (page);
}

/* The month that is shown, from its first day to its last. */
static void
get_month (DovPatrolPage *self,
           GDate         *first,
           GDate         *last)
{
  *first = dov_month_view_get_day (self->view);
  g_date_set_day (first, 1);
  *last = *first;
  g_date_set_day (last, g_date_get_days_in_month (g_date_get_month (first), g_date_get_year (first)));
}

/* ---- the days ---- */

static DovMonthLook
find_look (const DovShiftLine *line)
{
  if (!dov_patrol_shift_is_on (line->shift))
    return DOV_MONTH_LOOK_CANCELLED;
  if (line->has_conflict)
    return DOV_MONTH_LOOK_CONFLICT;
  if (line->has_warning || line->is_overdue)
    return DOV_MONTH_LOOK_SOFT;
  if (line->shift->status == DOV_PATROL_SHIFT_STATUS_DONE)
    return DOV_MONTH_LOOK_DONE;

  return line->shift->status == DOV_PATROL_SHIFT_STATUS_DRAFT ? DOV_MONTH_LOOK_DRAFT : DOV_MONTH_LOOK_PLANNED;
}

static const char *
get_look_words (DovMonthLook look)
{
  switch (look)
    {
    case DOV_MONTH_LOOK_DONE:
      return C_("shift", "walked");
    case DOV_MONTH_LOOK_DRAFT:
      return C_("shift", "draft");
    case DOV_MONTH_LOOK_CANCELLED:
      return C_("shift", "called off");
    case DOV_MONTH_LOOK_SOFT:
      return C_("shift", "look at it");
    case DOV_MONTH_LOOK_CONFLICT:
      return C_("shift", "cannot stay so");
    case DOV_MONTH_LOOK_PLANNED:
    default:
      return C_("shift", "on the roster");
    }
}

/* A raid or a joint walk is called so; the others by who leads them. */
static char *
dup_item_words (DovPatrolPage      *self,
                const DovShiftLine *line)
{
  const DovField *kind = dov_record_class_find_field (DOV_RECORD_GET_CLASS (line->shift), "kind");
  g_autofree char *crew = dov_crew_dup_words (line->crew);

  if (line->crew->len < DOV_ROSTER_LEAST_PEOPLE || line->shift->kind == DOV_PATROL_SHIFT_KIND_PLANNED)
    return g_steal_pointer (&crew);
  if (line->shift->kind == DOV_PATROL_SHIFT_KIND_JOINT)
    return g_strdup_printf (_("jointly, %s"), crew);

  {
    g_autofree char *shown = dov_record_dup_shown (DOV_RECORD (line->shift), kind);

    return g_strdup_printf ("%s, %s", shown, crew);
  }
}

static DovMonthItem *
item_new (DovPatrolPage      *self,
          const DovShiftLine *line)
{
  GDate day = dov_moment_get_date (line->shift->starts_at);
  g_autofree char *span = dov_patrol_dup_span (line->shift->starts_at, line->shift->ends_at);
  g_autofree char *words = dup_item_words (self, line);
  g_autofree char *route = dov_store_describe_id (self->store, DOV_TYPE_PATROL_ROUTE, line->shift->route_id);
  g_autofree char *when = dov_patrol_dup_long_day (&day);
  DovMonthLook look = find_look (line);
  DovMonthItem *item = dov_month_item_new (dov_record_get_id (DOV_RECORD (line->shift)), &day, span, words, look);

  item->is_two_lines = TRUE;
  item->detail = g_strdup (route);
  item->spoken = g_strdup_printf ("%s, %s, %s: %s", when, span, words, get_look_words (look));

  return item;
}

/* ---- all of it ---- */

static void
show_patrols (DovPatrolPage *self)
{
  g_autoptr (GArray) ids = dov_store_list (self->store, DOV_TYPE_PATROL, NULL, NULL);
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);
  gint64 all = 0;
  guint chosen = 0;

  g_array_set_size (self->patrols, 0);
  g_array_append_val (self->patrols, all);
  gtk_string_list_append (words, _("All patrols"));
  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);
      g_autofree char *name = dov_store_describe_id (self->store, DOV_TYPE_PATROL, id);

      gtk_string_list_append (words, name);
      g_array_append_val (self->patrols, id);
      if (id == self->patrol)
        chosen = i + 1;
    }
  self->is_filling = TRUE;
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->choice), G_LIST_MODEL (words));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->choice), chosen);
  self->is_filling = FALSE;
  self->patrol = g_array_index (self->patrols, gint64, chosen);
  gtk_widget_set_visible (self->choice, self->patrols->len > 2);
  gtk_stack_set_visible_child_name (self->stack, self->patrols->len > 1 ? "month" : "empty");
  dov_page_set_action_label (DOV_PAGE (self), self->patrols->len > 1 ? _("New shift") : _("New patrol"));
}

static void
show_all (DovPatrolPage *self)
{
  g_autoptr (DovShiftLines) lines = NULL;
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func ((GDestroyNotify) dov_month_item_free);
  g_autoptr (GError) error = NULL;
  g_autofree char *summary = NULL;
  g_autofree char *curfew = NULL;
  GDate first, last, start, end, today = dov_today ();

  show_patrols (self);
  dov_month_view_get_span (self->view, &first, &last);
  lines = dov_shift_lines_read (self->store, self->patrol, &first, &last, &error);
  if (lines == NULL)
    {
      dov_errors_show (GTK_WIDGET (self), error);
      return;
    }

  for (guint i = 0; i < lines->lines->len; i++)
    g_ptr_array_add (items, item_new (self, g_ptr_array_index (lines->lines, i)));
  dov_month_view_take_items (self->view, g_steal_pointer (&items));
  dov_patrol_side_show (dov_month_view_get_side (self->view), self->store, lines);
  dov_month_view_show_side (self->view, dov_patrol_side_has_any (dov_month_view_get_side (self->view)));
  get_month (self, &start, &end);
  summary = dov_shift_lines_dup_summary (lines, &start, &end);
  dov_month_view_set_summary (self->view, summary);
  curfew = dov_night_dup_line (self->store, g_date_compare (&today, &start) >= 0 && g_date_compare (&today, &end) <= 0 ?
                               &today : &start);
  dov_month_view_set_note (self->view, curfew != NULL ? curfew : "");
}

static gboolean
refresh_cb (gpointer data)
{
  DovPatrolPage *self = data;

  self->refresh = 0;
  show_all (self);

  return G_SOURCE_REMOVE;
}

static void
refresh_soon (DovPatrolPage *self)
{
  if (self->refresh == 0)
    self->refresh = g_idle_add (refresh_cb, self);
}

/* ---- doing ---- */

static void
opened_cb (DovPatrolPage *self,
           gint64         id)
{
  dov_go_record (self, DOV_TYPE_PATROL_SHIFT, id);
}

static void
add_shift (DovPatrolPage *self,
           const GDate   *day)
{
  g_autoptr (DovRecord) draft = dov_record_new (DOV_TYPE_PATROL_SHIFT, 0);
  g_autoptr (GDateTime) evening = dov_moment_new (day, 20 * 60);

  dov_set (DOV_PATROL_SHIFT (draft), patrol_id, self->patrol);
  dov_set (DOV_PATROL_SHIFT (draft), starts_at, evening);
  dov_go_form (self, draft);
}

static void
day_opened_cb (DovPatrolPage *self,
               GDate         *day)
{
  add_shift (self, day);
}

static void
roster_cb (DovPatrolPage *self)
{
  GDate first, last;

  get_month (self, &first, &last);
  push (self, dov_roster_page_new (self->store, self->patrol, &first));
}

static void
chosen_cb (DovPatrolPage *self)
{
  guint chosen = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->choice));

  if (self->is_filling || chosen >= self->patrols->len)
    return;

  self->patrol = g_array_index (self->patrols, gint64, chosen);
  refresh_soon (self);
}

static void
list_cb (DovPatrolPage *self)
{
  dov_go_list (self, DOV_TYPE_PATROL_SHIFT);
}

static gint64
find_lounge (DovPatrolPage *self)
{
  g_autoptr (DovRecord) patrol = self->patrol == 0 ? NULL : dov_store_find (self->store, DOV_TYPE_PATROL, self->patrol, NULL);

  return patrol != NULL && DOV_PATROL (patrol)->lounge_id != 0 ? DOV_PATROL (patrol)->lounge_id
                                                               : dov_own_lounge_find (self->store);
}

static void
excel_cb (DovPatrolPage *self)
{
  GDate first, last;
  DovPeriod month;

  get_month (self, &first, &last);
  month = dov_period_around (DOV_PERIOD_MONTH, &first);
  dov_saving_make_document (self->saving, self->store, "D-34", _("Roster of shifts"), &month, find_lounge (self), 0);
}

/* Of the month that is shown, and of the lounge whose patrol it is. */
static DovPage *
paper_new (DovPatrolPage *self,
           const char    *code)
{
  GDate first, last;
  DovPeriod month;

  get_month (self, &first, &last);
  month = dov_period_around (DOV_PERIOD_MONTH, &first);

  return dov_paper_page_new_for (self->store, code, 0, &month, find_lounge (self));
}

static void
act (GtkWidget  *widget,
     const char *name,
     GVariant   *parameter)
{
  DovPatrolPage *self = DOV_PATROL_PAGE (widget);

  if (g_str_equal (name, "patrol.people"))
    push (self, dov_patrol_people_page_new (self->store, self->patrol));
  else if (g_str_equal (name, "patrol.routes"))
    dov_go_list (self, DOV_TYPE_PATROL_ROUTE);
  else if (g_str_equal (name, "patrol.patrols"))
    dov_go_list (self, DOV_TYPE_PATROL);
  else if (g_str_equal (name, "patrol.notices"))
    dov_go_list (self, DOV_TYPE_OUTGOING_NOTICE);
  else if (g_str_equal (name, "patrol.nameless"))
    push (self, dov_nameless_page_new (self->store));
  else if (g_str_equal (name, "patrol.paper"))
    push (self, paper_new (self, g_variant_get_string (parameter, NULL)));
}

/* ---- making ---- */

static GMenuModel *
menu_new (void)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) lists = g_menu_new ();
  g_autoptr (GMenu) papers = g_menu_new ();

  g_menu_append (lists, _("Members and briefings"), "patrol.people");
  g_menu_append (lists, _("Routes"), "patrol.routes");
  g_menu_append (lists, _("Patrols"), "patrol.patrols");
  g_menu_append (lists, _("Outgoing notices"), "patrol.notices");
  g_menu_append (lists, _("Names of children to take out"), "patrol.nameless");
  g_menu_append (papers, _("Journal of shifts"), "patrol.paper::D-35");
  g_menu_append (papers, _("Summary of the patrol"), "patrol.paper::D-38");
  g_menu_append (papers, _("Members and briefings"), "patrol.paper::D-39");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (lists));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (papers));

  return G_MENU_MODEL (menu);
}

static GtkWidget *
button_new (const char *icon,
            const char *label,
            GCallback   callback,
            gpointer    data)
{
  GtkWidget *button = g_object_new (GTK_TYPE_BUTTON, "child",
                                    g_object_new (ADW_TYPE_BUTTON_CONTENT, "icon-name", icon, "label", label, NULL), NULL);

  if (callback != NULL)
    g_signal_connect_swapped (button, "clicked", callback, data);

  return button;
}

static void
add_tools (DovPatrolPage *self)
{
  GtkBox *tools = dov_month_view_get_tools (self->view);
  GtkWidget *line = dov_wrap_box_new (6);
  GtkWidget *deal = button_new ("object-rotate-right-symbolic", _("Deal out shifts…"), G_CALLBACK (roster_cb), self);
  GtkWidget *paper = button_new ("printer-symbolic", _("Roster"), NULL, NULL);
  g_autoptr (GMenuModel) menu = menu_new ();
  GtkWidget *more = g_object_new (GTK_TYPE_MENU_BUTTON, "icon-name", "view-more-symbolic", "menu-model", menu,
                                  "tooltip-text", _("Members, routes, notices, papers"), NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (more), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Members, routes, notices, papers"), -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (paper), "patrol.paper");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (paper), "s", "D-34");
  self->choice = gtk_drop_down_new (NULL, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->choice), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Patrol"), -1);
  g_signal_connect_swapped (self->choice, "notify::selected", G_CALLBACK (chosen_cb), self);
  /* Where it is narrow they go on in the next line. */
  gtk_widget_set_hexpand (line, TRUE);
  gtk_box_append (tools, line);
  dov_wrap_box_append (DOV_WRAP_BOX (line), self->choice);
  gtk_widget_set_name (deal, "deal-out");
  dov_wrap_box_append (DOV_WRAP_BOX (line), deal);
  dov_wrap_box_append (DOV_WRAP_BOX (line), paper);
  dov_wrap_box_append (DOV_WRAP_BOX (line),
                       button_new ("x-office-spreadsheet-symbolic", _("To Excel"), G_CALLBACK (excel_cb), self));
  dov_wrap_box_append (DOV_WRAP_BOX (line), more);
}

static GtkWidget *
empty_new (DovPatrolPage *self)
{
  GtkWidget *add = gtk_button_new_with_label (_("New patrol"));
  GtkWidget *page = g_object_new (ADW_TYPE_STATUS_PAGE, "icon-name", "security-high-symbolic",
                                  "title", _("Your patrol will be here"), "description",
                                  _("Begin with its name and village; then come its members, a route and the first shifts."),
                                  NULL);

  gtk_widget_set_halign (add, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (add, "pill");
  gtk_widget_add_css_class (add, "suggested-action");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (add), "s", "patrol");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (add), "win.new-record");
  adw_status_page_set_child (ADW_STATUS_PAGE (page), add);

  return page;
}

static void
fill (DovPatrolPage *self)
{
  static const DovMonthLook looks[] = {
    DOV_MONTH_LOOK_DONE, DOV_MONTH_LOOK_PLANNED, DOV_MONTH_LOOK_DRAFT, DOV_MONTH_LOOK_SOFT, DOV_MONTH_LOOK_CONFLICT,
  };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->view = DOV_MONTH_VIEW (dov_month_view_new (_("Shifts of the patrol")));
  for (gsize i = 0; i < G_N_ELEMENTS (looks); i++)
    dov_month_view_add_legend (self->view, looks[i], get_look_words (looks[i]));
  g_signal_connect_swapped (dov_month_view_add_mode (self->view, C_("shifts", "List")), "clicked", G_CALLBACK (list_cb), self);
  add_tools (self);
  g_signal_connect_swapped (self->view, "span-changed", G_CALLBACK (refresh_soon), self);
  g_signal_connect_swapped (self->view, "opened", G_CALLBACK (opened_cb), self);
  g_signal_connect_swapped (self->view, "day-opened", G_CALLBACK (day_opened_cb), self);
  self->saving = DOV_SAVING (dov_saving_new ());
  gtk_widget_set_vexpand (GTK_WIDGET (self->view), TRUE);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->view));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->saving));
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_add_named (self->stack, box, "month");
  gtk_stack_add_named (self->stack, empty_new (self), "empty");
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->stack));
}

/* “Patrol · Sludka”. */
static void
show_title (DovPatrolPage *self)
{
  g_autoptr (DovRecord) lounge = dov_store_find (self->store, DOV_TYPE_LOUNGE, dov_own_lounge_find (self->store), NULL);
  g_autoptr (DovRecord) village = lounge == NULL ? NULL :
    dov_store_find (self->store, DOV_TYPE_SETTLEMENT, DOV_LOUNGE (lounge)->settlement_id, NULL);
  g_autofree char *title = village == NULL ? g_strdup (_("Patrol")) :
    g_strdup_printf ("%s · %s", _("Patrol"), DOV_SETTLEMENT (village)->name);

  dov_page_set_title (DOV_PAGE (self), title);
}

/* The patrol of the own lounge; all, when it has none or several. */
static gint64
find_own (DovStore *store)
{
  gint64 lounge = dov_own_lounge_find (store);
  g_autoptr (GArray) ids = dov_store_list (store, DOV_TYPE_PATROL,
                                           &(DovQuery) { .where = "lounge_id = ?1 AND status = 'active'",
                                                         .params = g_variant_new ("(x)", lounge) }, NULL);

  return ids != NULL && ids->len == 1 ? g_array_index (ids, gint64, 0) : 0;
}

/**
 * dov_patrol_page_new:
 *
 * Returns: (transfer floating): the section of the patrol
 */
DovPage *
dov_patrol_page_new (DovStore *store)
{
  DovPatrolPage *self = g_object_new (DOV_TYPE_PATROL_PAGE, NULL);

  self->store = g_object_ref (store);
  self->patrol = find_own (store);
  fill (self);
  show_title (self);
  g_signal_connect_object (store, "committed", G_CALLBACK (refresh_soon), self, G_CONNECT_SWAPPED);
  show_all (self);

  return DOV_PAGE (self);
}

/**
 * dov_patrol_page_get_view:
 *
 * Returns: (transfer none): the month, for tests
 */
DovMonthView *
dov_patrol_page_get_view (DovPatrolPage *self)
{
  return self->view;
}

/**
 * dov_patrol_count_waiting:
 *
 * Returns: how many things on the roster of the next 31 days cannot stay as
 *   they are
 */
guint
dov_patrol_count_waiting (DovStore *store)
{
  g_autoptr (DovShiftLines) lines = NULL;
  GDate first = dov_today (), last = first;
  guint n = 0;

  g_date_add_days (&last, 31);
  lines = dov_shift_lines_read (store, 0, &first, &last, NULL);
  for (guint i = 0; lines != NULL && i < lines->clashes->len; i++)
    n += !((DovClash *) g_ptr_array_index (lines->clashes, i))->is_warning;

  return n;
}

static void
dov_patrol_page_focus (DovPage *page)
{
  DovPatrolPage *self = DOV_PATROL_PAGE (page);

  if (self->patrols->len > 1)
    dov_month_view_focus (self->view);
  else
    gtk_widget_child_focus (GTK_WIDGET (self->stack), GTK_DIR_TAB_FORWARD);
}

static gboolean
dov_patrol_page_add (DovPage *page)
{
  DovPatrolPage *self = DOV_PATROL_PAGE (page);
  GDate day = dov_month_view_get_day (self->view);

  if (self->patrols->len > 1)
    add_shift (self, &day);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.new-record", "s", "patrol");

  return TRUE;
}

static void
dov_patrol_page_dispose (GObject *object)
{
  DovPatrolPage *self = DOV_PATROL_PAGE (object);

  g_clear_handle_id (&self->refresh, g_source_remove);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (dov_patrol_page_parent_class)->dispose (object);
}

static void
dov_patrol_page_finalize (GObject *object)
{
  g_array_unref (DOV_PATROL_PAGE (object)->patrols);

  G_OBJECT_CLASS (dov_patrol_page_parent_class)->finalize (object);
}

static void
dov_patrol_page_class_init (DovPatrolPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  static const char * const actions[] = {
    "patrol.people", "patrol.routes", "patrol.patrols", "patrol.notices", "patrol.nameless",
  };

  G_OBJECT_CLASS (klass)->dispose = dov_patrol_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = dov_patrol_page_finalize;
  DOV_PAGE_CLASS (klass)->focus = dov_patrol_page_focus;
  DOV_PAGE_CLASS (klass)->add = dov_patrol_page_add;
  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i], NULL, act);
  gtk_widget_class_install_action (widget_class, "patrol.paper", "s", act);
}

static void
dov_patrol_page_init (DovPatrolPage *self)
{
  self->patrols = g_array_new (FALSE, FALSE, sizeof (gint64));
}
