/* dov-patrol-page.c - the patrol: a month of shifts, what cannot stay so, and the way to everything else */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-patrol-page.h"

#include "dov-clash-card.h"
#include "dov-doubt-card.h"
#include "dov-field-path.h"
#include "dov-finding-names.h"
#include "dov-go.h"
#include "dov-label.h"
#include "dov-list-words.h"
#include "dov-lounge.h"
#include "dov-nameless-page.h"
#include "dov-night.h"
#include "dov-outgoing-notice.h"
#include "dov-own-lounge.h"
#include "dov-paper-page.h"
#include "dov-patrol-people-page.h"
#include "dov-patrol-route.h"
#include "dov-patrol-words.h"
#include "dov-patrol.h"
#include "dov-registry.h"
#include "dov-roster-page.h"
#include "dov-saving.h"
#include "dov-settlement.h"
#include "dov-shell.h"
#include "dov-shift-lines.h"
#include "dov-widgets.h"
#include "dov-wrap-box.h"

#include <glib/gi18n.h>

struct _DovPatrolPage
{
  DovPage        parent_instance;

  gint64         patrol;      /* 0: all */
  GArray        *patrols;     /* gint64, as in the list */
  gboolean       is_filling;

  GtkStack      *stack;
  GtkBox        *month;
  GtkWidget     *tools;       /* over the days */
  DovMonthView  *view;
  GtkWidget     *choice;      /* of the patrol, hidden while there is only one */
  DovSaving     *saving;
};

G_DEFINE_FINAL_TYPE (DovPatrolPage, dov_patrol_page, DOV_TYPE_PAGE)

/* The month that is shown. */
static DovPeriod
get_month (DovPatrolPage *self)
{
  GDate day = dov_month_view_get_day (self->view);

  return dov_period_around (DOV_PERIOD_MONTH, &day);
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

static const struct { DovMonthLook look; const char *words; } looks[] = {
  { DOV_MONTH_LOOK_DONE, NC_("shift", "walked") },
  { DOV_MONTH_LOOK_PLANNED, NC_("shift", "on the roster") },
  { DOV_MONTH_LOOK_DRAFT, NC_("shift", "draft") },
  { DOV_MONTH_LOOK_SOFT, NC_("shift", "look at it") },
  { DOV_MONTH_LOOK_CONFLICT, NC_("shift", "cannot stay so") },
  { DOV_MONTH_LOOK_CANCELLED, NC_("shift", "called off") },
};

static const char *
get_look_words (DovMonthLook look)
{
  guint i = 0;

  while (looks[i].look != look)
    i++;

  return g_dpgettext2 (NULL, "shift", looks[i].words);
}

/* A raid or a joint walk is called so; the others by who leads them. */
static char *
dup_item_words (DovPatrolPage      *self,
                const DovShiftLine *line)
{
  g_autofree char *crew = dov_crew_dup_words (line->crew);
  g_autofree char *kind = dov_field_path_dup (dov_page_get_store (self), DOV_RECORD (line->shift), "kind", "");

  if (line->crew->len < DOV_ROSTER_LEAST_PEOPLE || line->shift->kind == DOV_PATROL_SHIFT_KIND_PLANNED)
    return g_steal_pointer (&crew);
  if (line->shift->kind == DOV_PATROL_SHIFT_KIND_JOINT)
    return g_strdup_printf (_("jointly, %s"), crew);

  return g_strdup_printf ("%s, %s", kind, crew);
}

static DovMonthItem *
item_new (DovPatrolPage      *self,
          const DovShiftLine *line)
{
  GDate day = dov_moment_get_date (line->shift->starts_at);
  g_autofree char *span = dov_patrol_dup_span (line->shift->starts_at, line->shift->ends_at);
  g_autofree char *words = dup_item_words (self, line);
  g_autofree char *route = dov_store_describe_id (dov_page_get_store (self), DOV_TYPE_PATROL_ROUTE, line->shift->route_id);
  DovMonthLook look = find_look (line);
  DovMonthItem *item = dov_month_item_new (dov_record_get_id (DOV_RECORD (line->shift)), &day, span, words, look);

  item->is_two_lines = TRUE;
  item->detail = g_strdup (route);
  item->spoken = g_strdup_printf ("%s, %s: %s", span, words, get_look_words (look));

  return item;
}

/* ---- beside the days ---- */

/* A longer list is looked at day by day. */
#define MOST_CARDS 12

static void
finish_cb (GtkWidget *button,
           DovRecord *shift)
{
  dov_go_record (button, DOV_TYPE_PATROL_SHIFT, dov_record_get_id (shift));
}

/* Past, and nobody has said how it was. */
static GtkWidget *
overdue_new (const DovShiftLine *line)
{
  GDate day = dov_moment_get_date (line->shift->starts_at);
  g_autofree char *when = dov_patrol_dup_day (&day);
  g_autofree char *span = dov_patrol_dup_span (line->shift->starts_at, line->shift->ends_at);
  g_autofree char *lead = g_strdup_printf ("%s, %s", when, span);
  GtkWidget *card = dov_doubt_card_new (TRUE, lead, _("The walk is over, but it is not closed"), NULL);
  GtkWidget *button = dov_doubt_card_add_way (DOV_DOUBT_CARD (card), _("Finish…"));

  g_signal_connect_object (button, "clicked", G_CALLBACK (finish_cb), line->shift, 0);

  return card;
}

static void
nameless_cb (GtkWidget *button,
             DovStore  *store)
{
  dov_go_to (button, dov_nameless_page_new (store));
}

/* T9: names that are kept longer than they may be. */
static GtkWidget *
nameless_new (DovStore *store)
{
  GDate today = dov_today ();
  g_autoptr (GArray) due = dov_finding_names_list_due (store, &today);
  g_autofree char *words = NULL;
  GtkWidget *card;

  if (due->len == 0)
    return NULL;

  words = g_strdup_printf (ngettext ("%u finding is kept with a name for over 30 days",
                                     "%u findings are kept with a name for over 30 days", due->len), due->len);
  card = dov_doubt_card_new (TRUE, _("Names of children"), words, NULL);
  g_signal_connect_object (dov_doubt_card_add_way (DOV_DOUBT_CARD (card), _("Take the names out…")), "clicked",
                           G_CALLBACK (nameless_cb), store, 0);

  return card;
}

/* Says beside the days what cannot stay so and what is to be looked at, each with its ways out. */
static void
show_side (DovPatrolPage *self,
           DovShiftLines *lines)
{
  DovStore *store = dov_page_get_store (self);
  GtkBox *side = dov_month_view_get_side (self->view);
  const char *rest = _("The rest is shown when some of these are mended.");
  g_autoptr (GPtrArray) conflicts = g_ptr_array_new ();
  g_autoptr (GPtrArray) warnings = g_ptr_array_new ();
  GtkWidget *nameless = nameless_new (store);

  dov_clear_box (side);
  for (guint i = 0; i < lines->lines->len; i++)
    {
      const DovShiftLine *line = g_ptr_array_index (lines->lines, i);

      if (line->is_overdue)
        g_ptr_array_add (warnings, overdue_new (line));
    }
  for (guint i = 0; i < lines->clashes->len; i++)
    {
      const DovClash *clash = g_ptr_array_index (lines->clashes, i);
      GtkWidget *card = dov_clash_card_new (store, clash);

      g_ptr_array_add (clash->is_warning ? warnings : conflicts, card);
    }
  if (nameless != NULL)
    g_ptr_array_add (warnings, nameless);

  dov_doubt_card_append (side, _("It cannot stay so"), conflicts, MOST_CARDS, rest);
  dov_doubt_card_append (side, _("Look at these"), warnings, MOST_CARDS, rest);
  dov_month_view_show_side (self->view, conflicts->len + warnings->len > 0);
}

/* ---- all of it ---- */

static void
show_patrols (DovPatrolPage *self)
{
  g_autoptr (GArray) ids = dov_store_list (dov_page_get_store (self), DOV_TYPE_PATROL, NULL, NULL);
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);
  gint64 all = 0;
  guint chosen = 0;

  g_array_set_size (self->patrols, 0);
  g_array_append_val (self->patrols, all);
  gtk_string_list_append (words, _("All patrols"));
  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);
      g_autofree char *name = dov_store_describe_id (dov_page_get_store (self), DOV_TYPE_PATROL, id);

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
dov_patrol_page_fill (DovPage *page)
{
  DovPatrolPage *self = DOV_PATROL_PAGE (page);
  DovPeriod month = get_month (self);
  GPtrArray *items = g_ptr_array_new_with_free_func ((GDestroyNotify) dov_month_item_free);
  g_autoptr (DovShiftLines) lines = NULL;
  g_autofree char *summary = NULL;
  g_autofree char *curfew = NULL;
  GDate first, last, today = dov_today ();

  show_patrols (self);
  dov_month_view_get_span (self->view, &first, &last);
  lines = dov_shift_lines_read (dov_page_get_store (self), self->patrol, &first, &last);
  for (guint i = 0; i < lines->lines->len; i++)
    g_ptr_array_add (items, item_new (self, g_ptr_array_index (lines->lines, i)));
  dov_month_view_take_items (self->view, items);
  show_side (self, lines);
  summary = dov_shift_lines_dup_summary (lines, &month.from, &month.to);
  dov_month_view_set_summary (self->view, summary);
  curfew = dov_night_dup_line (dov_page_get_store (self), g_date_compare (&today, &month.from) >= 0 &&
                                                          g_date_compare (&today, &month.to) <= 0 ? &today : &month.from);
  dov_month_view_set_note (self->view, curfew != NULL ? curfew : "");
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
chosen_cb (DovPatrolPage *self)
{
  guint chosen = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->choice));

  if (self->is_filling || chosen >= self->patrols->len)
    return;

  self->patrol = g_array_index (self->patrols, gint64, chosen);
  dov_page_fill_soon (DOV_PAGE (self));
}

static void
list_cb (DovPatrolPage *self)
{
  dov_go_list (self, DOV_TYPE_PATROL_SHIFT);
}

static gint64
find_lounge (DovPatrolPage *self)
{
  g_autoptr (DovPatrol) patrol = dov_store_look_up (dov_page_get_store (self), DOV_TYPE_PATROL, self->patrol);

  return patrol != NULL && patrol->lounge_id != 0 ? patrol->lounge_id : dov_own_lounge_find (dov_page_get_store (self));
}

/* A word tells the page, a number the paper: of the month that is shown, and of the lounge whose patrol it is. */
static void
open (GtkWidget  *widget,
      const char *name,
      GVariant   *target)
{
  DovPatrolPage *self = DOV_PATROL_PAGE (widget);
  const char *what = g_variant_get_string (target, NULL);
  DovPeriod month = get_month (self);

  if (g_str_equal (what, "people"))
    dov_go_to (self, dov_patrol_people_page_new (dov_page_get_store (self), self->patrol));
  else if (g_str_equal (what, "nameless"))
    dov_go_to (self, dov_nameless_page_new (dov_page_get_store (self)));
  else if (g_str_equal (what, "roster"))
    dov_go_to (self, dov_roster_page_new (dov_page_get_store (self), self->patrol, &month.from));
  else if (g_str_equal (what, "excel"))
    dov_saving_make_document (self->saving, dov_page_get_store (self), "D-34", _("Roster of shifts"), &month,
                              find_lounge (self), 0);
  else if (g_str_has_prefix (what, "D-"))
    dov_go_to (self, dov_paper_page_new_for (dov_page_get_store (self), what, 0, &month, find_lounge (self)));
  else
    dov_go_list (self, dov_registry_find (what));
}

/* ---- making ---- */

static void
make_month (DovPatrolPage *self)
{
  self->view = DOV_MONTH_VIEW (dov_month_view_new (_("Shifts of the patrol")));
  for (gsize i = 0; looks[i].look != DOV_MONTH_LOOK_CANCELLED; i++)
    dov_month_view_add_legend (self->view, looks[i].look, get_look_words (looks[i].look));
  g_signal_connect_swapped (dov_month_view_add_mode (self->view, C_("shifts", "List")), "clicked", G_CALLBACK (list_cb), self);
  gtk_box_append (dov_month_view_get_tools (self->view), self->tools);
  g_signal_connect_swapped (self->view, "span-changed", G_CALLBACK (dov_page_fill_soon), self);
  g_signal_connect_swapped (self->view, "opened", G_CALLBACK (opened_cb), self);
  g_signal_connect_swapped (self->view, "day-opened", G_CALLBACK (add_shift), self);
  gtk_widget_set_vexpand (GTK_WIDGET (self->view), TRUE);
  gtk_box_prepend (self->month, GTK_WIDGET (self->view));
}

/* “Patrol · Sludka”. */
static void
show_title (DovPatrolPage *self,
            DovStore      *store)
{
  g_autoptr (DovRecord) lounge = dov_store_look_up (store, DOV_TYPE_LOUNGE, dov_own_lounge_find (store));
  g_autoptr (DovSettlement) village = dov_store_follow (store, lounge, "settlement_id");
  g_autofree char *title = village == NULL ? g_strdup (_("Patrol")) : g_strdup_printf ("%s · %s", _("Patrol"), village->name);

  dov_page_set_title (DOV_PAGE (self), title);
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

  /* The patrol of the own lounge; all, when it has none or several. */
  self->patrol = dov_store_see_number (
    store, "SELECT iif (count (*) = 1, id, 0) FROM live_patrol WHERE lounge_id = ?1 AND status = 'active'",
    "(x)", dov_own_lounge_find (store));
  show_title (self, store);
  dov_page_follow (DOV_PAGE (self), store);

  return DOV_PAGE (self);
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
  lines = dov_shift_lines_read (store, 0, &first, &last);
  for (guint i = 0; i < lines->clashes->len; i++)
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
dov_patrol_page_finalize (GObject *object)
{
  g_array_unref (DOV_PATROL_PAGE (object)->patrols);

  G_OBJECT_CLASS (dov_patrol_page_parent_class)->finalize (object);
}

static void
dov_patrol_page_class_init (DovPatrolPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = dov_patrol_page_finalize;
  DOV_PAGE_CLASS (klass)->focus = dov_patrol_page_focus;
  DOV_PAGE_CLASS (klass)->add = dov_patrol_page_add;
  DOV_PAGE_CLASS (klass)->fill = dov_patrol_page_fill;
  g_type_ensure (DOV_TYPE_SAVING);
  g_type_ensure (DOV_TYPE_WRAP_BOX);
  gtk_widget_class_install_action (widget_class, "patrol.open", "s", open);
  gtk_widget_class_set_template_from_resource (widget_class, DOV_RESOURCES "/ui/dov-patrol-page.ui");
  gtk_widget_class_bind_template_child (widget_class, DovPatrolPage, stack);
  gtk_widget_class_bind_template_child (widget_class, DovPatrolPage, month);
  gtk_widget_class_bind_template_child (widget_class, DovPatrolPage, tools);
  gtk_widget_class_bind_template_child (widget_class, DovPatrolPage, choice);
  gtk_widget_class_bind_template_child (widget_class, DovPatrolPage, saving);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
}

static void
dov_patrol_page_init (DovPatrolPage *self)
{
  self->patrols = g_array_new (FALSE, FALSE, sizeof (gint64));
  gtk_widget_init_template (GTK_WIDGET (self));
  dov_name_widget (self->choice, _("Patrol"));
  dov_hush_unseen (self->stack);
  make_month (self);
}
