/* test-month-view.c - a month and a week of things: where they stand, walking by keyboard, what is said of them */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-month-view.h"

#include "dov-calendar.h"
#include "dov-notice.h"
#include "dov-ui-test.h"
#include "dov-widgets.h"

#include <glib/gi18n.h>

static DovMonthView *view;
static GtkWindow *window;
static gint64 opened;
static GDate day_opened;
static guint n_spans;

static GDate
day_of (int month,
        int day)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) day, (GDateMonth) month, 2027);

  return date;
}

static void
opened_cb (DovMonthView *self,
           gint64        id)
{
  opened = id;
}

static void
day_opened_cb (DovMonthView *self,
               GDate        *day)
{
  day_opened = *day;
}

/* Five in one day, two in another, one alone; not in their order. */
static void
fill_cb (DovMonthView *self)
{
  static const struct { gint64 id; int day; const char *time; const char *text; DovMonthLook look; } things[] = {
    { 12, 24, "18:30", "Круглый стол с приглашёнными", DOV_MONTH_LOOK_SOFT },
    { 11, 24, "18:00", "Семейный кинозал", DOV_MONTH_LOOK_SOFT },
    { 21, 17, "16:00", "Мастер-класс «Открытка маме»", DOV_MONTH_LOOK_PLANNED },
    { 22, 17, "18:00", "Семейный кинозал", DOV_MONTH_LOOK_PLANNED },
    { 31, 10, "18:00", "Семейный кинозал", DOV_MONTH_LOOK_DONE },
    { 41, 14, "12:00", "Лыжная прогулка", DOV_MONTH_LOOK_CANCELLED },
    { 51, 26, "17:00", "«Лаборатория семейного бюджета»", DOV_MONTH_LOOK_DRAFT },
    { 61, 20, "10:00", "Субботник", DOV_MONTH_LOOK_PLANNED },
    { 62, 20, "11:00", "Настольные игры", DOV_MONTH_LOOK_PLANNED },
    { 63, 20, "12:00", "Мастерская", DOV_MONTH_LOOK_PLANNED },
    { 64, 20, "13:00", "Поход", DOV_MONTH_LOOK_CONFLICT },
    { 65, 20, "14:00", "Концерт", DOV_MONTH_LOOK_PLANNED },
  };
  GPtrArray *items = g_ptr_array_new_with_free_func ((GDestroyNotify) dov_month_item_free);
  GDate first, last;

  n_spans++;
  dov_month_view_get_span (self, &first, &last);
  for (guint i = 0; i < G_N_ELEMENTS (things); i++)
    {
      GDate day = day_of (3, things[i].day);
      DovMonthItem *item = dov_month_item_new (things[i].id, &day, things[i].time, things[i].text, things[i].look);

      item->detail = g_strdup ("зрительный зал · семьи, 6+");
      item->spoken = g_strdup_printf ("%s %s", things[i].time, things[i].text);
      if (g_date_compare (&day, &first) < 0 || g_date_compare (&day, &last) > 0)
        dov_month_item_free (item);
      else
        g_ptr_array_add (items, item);
    }
  dov_month_view_take_items (self, items);
}

static void
set_up (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_utc (2027, 3, 17, 15, 0, 0);
  GDate holiday = day_of (3, 8);

  dov_clock_set (now);
  n_spans = 0;
  opened = 0;
  g_date_clear (&day_opened, 1);
  view = DOV_MONTH_VIEW (dov_month_view_new ("Мероприятия"));
  dov_month_view_mark_day (view, &holiday, "праздник");
  dov_month_view_add_legend (view, DOV_MONTH_LOOK_DONE, "проведено");
  dov_month_view_add_legend (view, DOV_MONTH_LOOK_PLANNED, "в плане");
  dov_month_view_add_legend (view, DOV_MONTH_LOOK_DRAFT, "черновик");
  dov_month_view_add_legend (view, DOV_MONTH_LOOK_SOFT, "проверьте");
  dov_month_view_add_legend (view, DOV_MONTH_LOOK_CANCELLED, "отменено");
  dov_month_view_set_summary (view, "19 мероприятий, проведено 8");
  dov_month_view_set_note (view, "Детям до 16 лет нельзя быть на улице без взрослых с 22:00");
  dov_month_view_add_mode (view, "Список");
  gtk_box_append (dov_month_view_get_tools (view), gtk_button_new_with_label ("План работы"));
  g_signal_connect (view, "span-changed", G_CALLBACK (fill_cb), NULL);
  g_signal_connect (view, "opened", G_CALLBACK (opened_cb), NULL);
  g_signal_connect (view, "day-opened", G_CALLBACK (day_opened_cb), NULL);
  fill_cb (view);
  window = dov_ui_test_show (GTK_WIDGET (view));
  dov_ui_test_resize (window, 1158, 721);
  dov_ui_test_settle ();
}

static void
tear_down (void)
{
  dov_ui_test_close (window);
  dov_clock_set (NULL);
}

static void
press (guint key)
{
  g_assert_true (dov_ui_test_press (dov_ui_test_get_focus (GTK_WIDGET (window)), key, 0));
  dov_ui_test_settle ();
}

static void
assert_day (int month,
            int day)
{
  GDate now = dov_month_view_get_day (view);
  g_autofree char *text = dov_date_to_iso (&now);
  g_autofree char *wanted = g_strdup_printf ("2027-%02d-%02d", month, day);

  g_assert_cmpstr (text, ==, wanted);
}

static void
test_span (void)
{
  GDate first, last;
  GDate leap;

  set_up ();
  dov_month_view_get_span (view, &first, &last);
  g_assert_cmpint (g_date_get_day (&first), ==, 1);    /* March 2027 begins on a Monday */
  g_assert_cmpint (g_date_get_day (&last), ==, 4);     /* of April */
  g_assert_cmpint (g_date_days_between (&first, &last), ==, 34);
  g_date_clear (&leap, 1);
  g_date_set_dmy (&leap, 29, G_DATE_FEBRUARY, 2028);
  dov_month_view_set_day (view, &leap);
  dov_month_view_get_span (view, &first, &last);
  g_assert_cmpint (g_date_days_between (&first, &last), ==, 34);
  g_object_set (view, "week", TRUE, NULL);
  dov_month_view_get_span (view, &first, &last);
  g_assert_cmpint (g_date_days_between (&first, &last), ==, 6);
  g_assert_cmpint (g_date_get_weekday (&first), ==, G_DATE_MONDAY);
  tear_down ();
}

static void
test_walk (void)
{
  set_up ();
  dov_month_view_focus (view);
  assert_day (3, 17);
  press (GDK_KEY_Down);              /* into the day: the first thing of it */
  press (GDK_KEY_Return);
  WAIT_FOR (opened == 21);         /* a pressed button is seen pressed for a moment */
  press (GDK_KEY_Down);
  press (GDK_KEY_Return);
  WAIT_FOR (opened == 22);
  press (GDK_KEY_Down);              /* out of it: the next week */
  assert_day (3, 24);
  press (GDK_KEY_Up);                /* back to the last thing of the week before */
  assert_day (3, 17);
  opened = 0;
  press (GDK_KEY_Return);
  WAIT_FOR (opened == 22);
  press (GDK_KEY_Left);              /* nothing is there: on the day itself */
  assert_day (3, 16);
  press (GDK_KEY_Return);
  g_assert_cmpint (g_date_get_day (&day_opened), ==, 16);
  press (GDK_KEY_Home);
  assert_day (3, 17);
  n_spans = 0;
  press (GDK_KEY_Page_Down);
  assert_day (4, 17);
  g_assert_cmpuint (n_spans, ==, 1);
  press (GDK_KEY_Page_Up);
  assert_day (3, 17);
  tear_down ();
}

/* The arrows go on into the next month. */
static void
test_edge (void)
{
  GDate day = day_of (3, 31);

  set_up ();
  dov_month_view_set_day (view, &day);
  dov_month_view_focus (view);
  press (GDK_KEY_Right);
  assert_day (4, 1);
  press (GDK_KEY_Right);
  assert_day (4, 2);
  g_assert_cmpuint (n_spans, ==, 3);   /* at first, April, and nothing more */
  g_assert_nonnull (dov_ui_test_find (GTK_WIDGET (view), GTK_TYPE_LABEL, "Апрель 2027"));
  tear_down ();
}

/* Of many things in a day the first three are shown; the rest are in the week. */
static void
test_many (void)
{
  g_autofree char *more = g_strdup_printf (ngettext ("%u more", "%u more", 2), 2);
  gboolean is_week = FALSE;

  set_up ();
  g_assert_nonnull (dov_ui_test_find (GTK_WIDGET (view), GTK_TYPE_BUTTON, more));
  dov_ui_test_picture (GTK_WIDGET (window), "month-view");
  dov_ui_test_click (dov_ui_test_find (GTK_WIDGET (view), GTK_TYPE_BUTTON, more));
  dov_ui_test_settle ();
  g_object_get (view, "week", &is_week, NULL);
  g_assert_true (is_week);
  assert_day (3, 20);
  g_assert_true (dov_ui_test_says (GTK_WIDGET (view), "Концерт"));
  dov_ui_test_picture (GTK_WIDGET (window), "month-view-week");
  tear_down ();
}

/* Tab passes the days in one step. */
static void
test_tab (void)
{
  GtkWidget *focus;

  set_up ();
  dov_month_view_focus (view);
  focus = dov_ui_test_get_focus (GTK_WIDGET (window));
  g_assert_true (gtk_widget_has_css_class (focus, "day"));
  gtk_widget_child_focus (GTK_WIDGET (window), GTK_DIR_TAB_FORWARD);
  g_assert_true (dov_ui_test_get_focus (GTK_WIDGET (window)) != focus);
  g_assert_false (gtk_widget_has_css_class (dov_ui_test_get_focus (GTK_WIDGET (window)), "day"));
  gtk_widget_child_focus (GTK_WIDGET (window), GTK_DIR_TAB_BACKWARD);
  tear_down ();
}

static void
test_looks (void)
{
  set_up ();
  gtk_box_append (dov_month_view_get_side (view),
                  dov_notice_new (DOV_NOTICE_WARNS, "ср 24 марта, 18:00 и 18:30",
                                  "«Семейный кинозал» и «Круглый стол» в одном зале"));
  dov_month_view_show_side (view, TRUE);
  dov_ui_test_set_dark (TRUE);
  dov_ui_test_picture (GTK_WIDGET (window), "month-view-side-dark");
  dov_ui_test_set_dark (FALSE);
  dov_ui_test_set_text_size (150);
  dov_ui_test_picture (GTK_WIDGET (window), "month-view-150");
  dov_ui_test_set_text_size (100);
  dov_ui_test_resize (window, 816, 553);
  dov_ui_test_picture (GTK_WIDGET (window), "month-view-small");
  tear_down ();
}

int
main (int    argc,
      char **argv)
{
  dov_ui_test_init (&argc, &argv);

  g_test_add_func ("/month-view/span", test_span);
  g_test_add_func ("/month-view/walk", test_walk);
  g_test_add_func ("/month-view/edge", test_edge);
  g_test_add_func ("/month-view/many", test_many);
  g_test_add_func ("/month-view/tab", test_tab);
  g_test_add_func ("/month-view/looks", test_looks);

  return g_test_run ();
}
