/* dov-paper-view.c - the pages of a document on the screen, one below the other */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-paper-view.h"

#include <glib/gi18n.h>
#include <math.h>

#include "dov-label.h"
#include "dov-number.h"

/* Around and between the pages, in pixels. */
#define MARGIN 16
#define GAP    16

/* Pixels of a point when paper is as large as in the hand. */
#define NATURAL (96.0 / 72.0)

#define SMALLEST 0.4
#define LARGEST  4.0
#define ZOOM_STEP 1.2

struct _DovPaperView
{
  GtkWidget      parent_instance;

  DovPrint      *print;
  double         zoom;       /* pixels of a point */
  gboolean       fits;       /* the zoom follows the width */
  double         width, height;   /* of a page, in points */
  GtkAdjustment *adjustment; /* of the scrolled window around */
  guint          first, last;     /* pages drawn */
  guint          page;       /* before the eyes */
};

enum { PAGE_CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DovPaperView, dov_paper_view, GTK_TYPE_WIDGET)

static guint
count_pages (DovPaperView *self)
{
  return self->print != NULL ? dov_print_count_pages (self->print) : 0;
}

static double
find_zoom (DovPaperView *self,
           int           width)
{
  if (!self->fits || self->width <= 0)
    return self->zoom;

  return CLAMP ((width - 2 * MARGIN) / self->width, SMALLEST, NATURAL * 1.25);
}

static double
page_height (DovPaperView *self,
             double        zoom)
{
  return ceil (self->height * zoom) + GAP;
}

static double
page_top (DovPaperView *self,
          guint         page)
{
  return MARGIN + page * page_height (self, self->zoom);
}

/* ---- what is before the eyes ---- */

static void
say_page (DovPaperView *self)
{
  g_autofree char *number = dov_number_to_shown (self->page + 1);
  g_autofree char *all = dov_number_to_shown (count_pages (self));
  g_autofree char *words = g_strdup_printf (_("Page %s of %s"), number, all);

  dov_name_widget (self, words);
  g_signal_emit (self, signals[PAGE_CHANGED], 0);
}

static void
look (DovPaperView *self,
      gboolean      must_say)
{
  double top, seen, each;
  guint n = count_pages (self), first, last, page;

  if (self->adjustment == NULL || n == 0)
    return;

  top = gtk_adjustment_get_value (self->adjustment);
  seen = gtk_adjustment_get_page_size (self->adjustment);
  each = page_height (self, self->zoom);
  first = (guint) CLAMP (floor ((top - MARGIN) / each), 0, n - 1);
  last = (guint) CLAMP (floor ((top + seen - MARGIN) / each), 0, n - 1);
  page = (guint) CLAMP (floor ((top + seen / 3 - MARGIN) / each), 0, n - 1);
  if (first != self->first || last != self->last)
    {
      self->first = first;
      self->last = last;
      gtk_widget_queue_draw (GTK_WIDGET (self));
    }
  if (page != self->page || must_say)
    {
      self->page = page;
      say_page (self);
    }
}

static void
scrolled_cb (DovPaperView *self)
{
  look (self, FALSE);
}

static void
take_adjustment (DovPaperView *self)
{
  GtkWidget *window = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *adjustment = window != NULL ? gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (window)) : NULL;

  if (adjustment == self->adjustment)
    return;
  if (self->adjustment != NULL)
    g_signal_handlers_disconnect_by_func (self->adjustment, scrolled_cb, self);
  g_set_object (&self->adjustment, adjustment);
  if (adjustment != NULL)
    {
      g_signal_connect_swapped (adjustment, "value-changed", G_CALLBACK (scrolled_cb), self);
      g_signal_connect_swapped (adjustment, "changed", G_CALLBACK (scrolled_cb), self);
    }
}

/* ---- public ---- */

/* Shows the pages of a document, from the first. */
void
dov_paper_view_set_print (DovPaperView *self,
                          DovPrint     *print)
{
  gboolean is_same_size;
  double width = 0, height = 0;

  g_return_if_fail (DOV_IS_PAPER_VIEW (self));

  if (print != NULL)
    dov_print_get_size (print, &width, &height);
  is_same_size = width == self->width;
  g_set_object (&self->print, print);
  self->width = width;
  self->height = height;
  self->page = MIN (self->page, MAX (count_pages (self), 1) - 1);
  self->first = 0;
  self->last = MAX (count_pages (self), 1) - 1;
  if (!is_same_size)
    dov_paper_view_fit_width (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (self->adjustment != NULL)
    gtk_adjustment_set_value (self->adjustment, 0);
  look (self, TRUE);
}

/* From 0. */
guint
dov_paper_view_get_page (DovPaperView *self)
{
  return self->page;
}

/**
 * dov_paper_view_go:
 * @page: from 0
 *
 * Brings the head of a page to the top.
 */
static void
dov_paper_view_go (DovPaperView *self,
                   guint         page)
{
  guint n = count_pages (self);

  if (n == 0 || self->adjustment == NULL)
    return;
  gtk_adjustment_set_value (self->adjustment, page_top (self, MIN (page, n - 1)) - MARGIN / 2);
}

void
dov_paper_view_step (DovPaperView *self,
                     int           steps)
{
  dov_paper_view_go (self, (guint) CLAMP ((int) self->page + steps, 0, (int) MAX (count_pages (self), 1) - 1));
}

static void
set_zoom (DovPaperView *self,
          double        zoom)
{
  guint page = self->page;

  self->fits = FALSE;
  self->zoom = CLAMP (zoom, SMALLEST, LARGEST);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (self->adjustment != NULL && page > 0)
    {
      /* The height is known only when it was laid out; enough room is made now. */
      gtk_adjustment_set_upper (self->adjustment, MAX (gtk_adjustment_get_upper (self->adjustment),
                                                       page_top (self, count_pages (self))));
      dov_paper_view_go (self, page);
    }
  say_page (self);
}

/**
 * dov_paper_view_zoom:
 * @steps: 1 larger, -1 smaller
 */
void
dov_paper_view_zoom (DovPaperView *self,
                     int           steps)
{
  set_zoom (self, self->zoom * pow (ZOOM_STEP, steps));
}

void
dov_paper_view_fit_width (DovPaperView *self)
{
  self->fits = TRUE;
  self->zoom = find_zoom (self, gtk_widget_get_width (GTK_WIDGET (self)));
  gtk_widget_queue_resize (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
  say_page (self);
}

/* The whole page before the eyes. */
void
dov_paper_view_fit_page (DovPaperView *self)
{
  double seen = self->adjustment != NULL ? gtk_adjustment_get_page_size (self->adjustment) : 0;

  if (seen <= 0 || self->height <= 0)
    return;
  set_zoom (self, MIN ((seen - MARGIN) / self->height,
                       (gtk_widget_get_width (GTK_WIDGET (self)) - 2 * MARGIN) / self->width));
}

/* 100: as large as in the hand. */
int
dov_paper_view_get_percent (DovPaperView *self)
{
  return (int) round (self->zoom / NATURAL * 100);
}

/* ---- the widget ---- */

static GtkSizeRequestMode
dov_paper_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
dov_paper_view_measure (GtkWidget      *widget,
                        GtkOrientation  orientation,
                        int             for_size,
                        int            *minimum,
                        int            *natural,
                        int            *minimum_baseline,
                        int            *natural_baseline)
{
  DovPaperView *self = DOV_PAPER_VIEW (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = (int) ceil (self->width * (self->fits ? SMALLEST : self->zoom)) + 2 * MARGIN;
      *natural = (int) ceil (self->width * (self->fits ? NATURAL : self->zoom)) + 2 * MARGIN;
    }
  else
    {
      double zoom = for_size > 0 ? find_zoom (self, for_size) : self->zoom;

      *minimum = *natural = (int) MIN (2 * MARGIN + count_pages (self) * page_height (self, zoom), G_MAXINT / 2);
    }
}

static void
dov_paper_view_size_allocate (GtkWidget *widget,
                              int        width,
                              int        height,
                              int        baseline)
{
  DovPaperView *self = DOV_PAPER_VIEW (widget);
  double zoom = find_zoom (self, width);

  take_adjustment (self);
  if (zoom != self->zoom)
    {
      self->zoom = zoom;
      gtk_widget_queue_draw (widget);
      look (self, TRUE);
    }
}

static void
draw_page (DovPaperView *self,
           GtkSnapshot  *snapshot,
           guint         page,
           double        x)
{
  double y = page_top (self, page), width = ceil (self->width * self->zoom), height = ceil (self->height * self->zoom);
  graphene_rect_t bounds = GRAPHENE_RECT_INIT ((float) x, (float) y, (float) width, (float) height);
  GskRoundedRect outline;
  const float ones[4] = { 1, 1, 1, 1 };
  const GdkRGBA edge = { 0, 0, 0, 0.18f };
  const GdkRGBA edges[4] = { edge, edge, edge, edge };
  const GdkRGBA white = { 1, 1, 1, 1 };
  cairo_t *cr;

  gsk_rounded_rect_init_from_rect (&outline, &GRAPHENE_RECT_INIT ((float) x - 1, (float) y - 1, (float) width + 2,
                                                                  (float) height + 2), 0);
  gtk_snapshot_append_color (snapshot, &white, &bounds);
  gtk_snapshot_append_border (snapshot, &outline, ones, edges);
  cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  cairo_translate (cr, x, y);
  cairo_scale (cr, self->zoom, self->zoom);
  dov_print_draw_page (self->print, cr, page);
  cairo_destroy (cr);
}

static void
dov_paper_view_snapshot (GtkWidget   *widget,
                         GtkSnapshot *snapshot)
{
  DovPaperView *self = DOV_PAPER_VIEW (widget);
  guint n = count_pages (self);
  double x = MAX (floor ((gtk_widget_get_width (widget) - self->width * self->zoom) / 2), MARGIN);

  for (guint i = self->first; i < n && i <= self->last; i++)
    draw_page (self, snapshot, i, x);
}

static gboolean
key_cb (GtkEventControllerKey *controller,
        guint                  key,
        guint                  code,
        GdkModifierType        state,
        DovPaperView          *self)
{
  double value, step;

  if (self->adjustment == NULL || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;

  value = gtk_adjustment_get_value (self->adjustment);
  step = gtk_adjustment_get_page_size (self->adjustment) / 8;
  if (key == GDK_KEY_Down || key == GDK_KEY_KP_Down)
    gtk_adjustment_set_value (self->adjustment, value + step);
  else if (key == GDK_KEY_Up || key == GDK_KEY_KP_Up)
    gtk_adjustment_set_value (self->adjustment, value - step);
  else if (key == GDK_KEY_space)
    gtk_adjustment_set_value (self->adjustment, value + step * 7);
  else if (key == GDK_KEY_Home)
    dov_paper_view_go (self, 0);
  else if (key == GDK_KEY_End)
    dov_paper_view_go (self, G_MAXUINT);
  else
    return GDK_EVENT_PROPAGATE;

  return GDK_EVENT_STOP;
}

static void
pressed_cb (GtkGestureClick *gesture,
            int              presses,
            double           x,
            double           y,
            DovPaperView    *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
dov_paper_view_dispose (GObject *object)
{
  DovPaperView *self = DOV_PAPER_VIEW (object);

  if (self->adjustment != NULL)
    g_signal_handlers_disconnect_by_func (self->adjustment, scrolled_cb, self);
  g_clear_object (&self->adjustment);
  g_clear_object (&self->print);

  G_OBJECT_CLASS (dov_paper_view_parent_class)->dispose (object);
}

static void
dov_paper_view_class_init (DovPaperViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dov_paper_view_dispose;
  widget_class->get_request_mode = dov_paper_view_get_request_mode;
  widget_class->measure = dov_paper_view_measure;
  widget_class->size_allocate = dov_paper_view_size_allocate;
  widget_class->snapshot = dov_paper_view_snapshot;
  gtk_widget_class_set_css_name (widget_class, "paper");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);

  signals[PAGE_CHANGED] = g_signal_new ("page-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
dov_paper_view_init (DovPaperView *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  self->zoom = NATURAL;
  self->fits = TRUE;
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_cb), self);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
  dov_name_widget (self, _("Pages"));
}
