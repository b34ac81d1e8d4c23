/* dov-month-item.c - one thing in a day of a month: an event, a shift */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-month-item.h"

#include <adwaita.h>
#include <string.h>

#include "dov-calendar.h"
#include "dov-label.h"

static const struct
{
  const char *css;
  const char *icon;
} looks[] = {
  [DOV_MONTH_LOOK_PLANNED] = { NULL, NULL },
  [DOV_MONTH_LOOK_DONE] = { "done", "dov-emblem-ok-symbolic" },
  [DOV_MONTH_LOOK_DRAFT] = { "draft", NULL },
  [DOV_MONTH_LOOK_CANCELLED] = { "cancelled", "process-stop-symbolic" },
  [DOV_MONTH_LOOK_SOFT] = { "soft", "dialog-warning-symbolic" },
  [DOV_MONTH_LOOK_CONFLICT] = { "conflict", "dialog-error-symbolic" },
};

/**
 * dov_month_item_new:
 * @id: of the record it opens
 * @day: where it stands
 * @time: such as 18:00
 * @text: what it is
 *
 * Returns: (transfer full): an item; its other members may be set before it is shown
 */
DovMonthItem *
dov_month_item_new (gint64        id,
                    const GDate  *day,
                    const char   *time,
                    const char   *text,
                    DovMonthLook  look)
{
  DovMonthItem *self = g_new0 (DovMonthItem, 1);

  self->id = id;
  self->day = *day;
  self->time = g_strdup (time);
  self->text = g_strdup (text);
  self->look = look;

  return self;
}

void
dov_month_item_free (DovMonthItem *self)
{
  g_free (self->time);
  g_free (self->text);
  g_free (self->detail);
  g_free (self->spoken);
  g_free (self);
}

const char *
dov_month_look_get_icon (DovMonthLook look)
{
  return looks[look].icon;
}

/**
 * dov_month_item_add_look:
 * @widget: a button or a sample in the legend
 *
 * Gives @widget the edge and the colour of the look.
 */
void
dov_month_item_add_look (GtkWidget    *widget,
                         DovMonthLook  look)
{
  gtk_widget_add_css_class (widget, "month-item");
  if (looks[look].css != NULL)
    gtk_widget_add_css_class (widget, looks[look].css);
  if (look == DOV_MONTH_LOOK_CANCELLED)
    gtk_widget_add_css_class (widget, "draft");
}

static GtkWidget *
make_icon (const char *icon)
{
  return g_object_new (GTK_TYPE_IMAGE, "icon-name", icon, "valign", GTK_ALIGN_START, "margin-top", 2,
                       "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
}

static GtkWidget *
make_label (const char *text,
            const char *css,
            int         lines)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0, "hexpand", TRUE,
                                   "ellipsize", PANGO_ELLIPSIZE_END, NULL);

  if (lines > 1)
    g_object_set (label, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, "lines", lines, NULL);
  gtk_widget_add_css_class (label, css);

  return label;
}

/* The time stands before the text and breaks with it. */
static GtkWidget *
make_running (const DovMonthItem *self,
              int                 lines)
{
  g_autofree char *markup = self->time != NULL && *self->time != '\0' ?
    g_markup_printf_escaped ("<b>%s</b> %s", self->time, self->text) : g_markup_escape_text (self->text, -1);
  GtkWidget *label = make_label (NULL, "numeric", lines);

  gtk_label_set_markup (GTK_LABEL (label), markup);

  return label;
}

/* “20:00–22:00”, or only when it begins where there is no room for both. */
static GtkWidget *
make_time (const char *time)
{
  const char *dash = strstr (time, "–");
  g_autofree char *begins = dash != NULL ? g_strndup (time, (gsize) (dash - time)) : NULL;
  AdwSqueezer *squeezer = ADW_SQUEEZER (g_object_new (ADW_TYPE_SQUEEZER, "homogeneous", FALSE, "xalign", 0.0f,
                                                      "hexpand", TRUE, NULL));
  GtkWidget *whole = make_label (time, "time", 1);

  gtk_widget_add_css_class (GTK_WIDGET (squeezer), "numeric");
  adw_squeezer_add (squeezer, whole);
  if (begins != NULL)
    {
      gtk_label_set_ellipsize (GTK_LABEL (whole), PANGO_ELLIPSIZE_NONE);
      adw_squeezer_add (squeezer, make_label (begins, "time", 1));
    }

  return GTK_WIDGET (squeezer);
}

/* The sign and the time, under them the text, and in the week what more there is. */
static GtkWidget *
make_stacked (const DovMonthItem *self,
              const char         *icon,
              DovMonthRoom        room)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *first = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);

  if (icon != NULL)
    gtk_box_append (GTK_BOX (first), make_icon (icon));
  gtk_box_append (GTK_BOX (first), make_time (self->time));
  gtk_box_append (GTK_BOX (box), first);
  gtk_box_append (GTK_BOX (box), make_label (self->text, "numeric", room == DOV_MONTH_ROOM_WEEK ? 4 : 1));
  if (room == DOV_MONTH_ROOM_WEEK && self->detail != NULL && *self->detail != '\0')
    gtk_box_append (GTK_BOX (box), make_label (self->detail, "detail", 3));

  return box;
}

/**
 * dov_month_item_make:
 * @room: how much of it can be shown
 *
 * Returns: (transfer floating): a button that shows the item
 */
GtkWidget *
dov_month_item_make (const DovMonthItem *self,
                     DovMonthRoom        room)
{
  GtkWidget *button = gtk_button_new ();
  const char *icon = looks[self->look].icon;
  gboolean is_stacked = room == DOV_MONTH_ROOM_WEEK || (room != DOV_MONTH_ROOM_LINE && self->is_two_lines);
  GtkWidget *child;

  if (is_stacked)
    {
      child = make_stacked (self, icon, room);
    }
  else
    {
      child = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
      if (icon != NULL)
        gtk_box_append (GTK_BOX (child), make_icon (icon));
      gtk_box_append (GTK_BOX (child),
                      make_running (self, room == DOV_MONTH_ROOM_LINE ? 1 : room == DOV_MONTH_ROOM_ALONE ? 3 : 2));
    }
  gtk_button_set_child (GTK_BUTTON (button), child);
  dov_month_item_add_look (button, self->look);
  if (self->spoken != NULL)
    {
      g_autofree char *day = dov_date_to_words (&self->day);
      g_autofree char *words = g_strdup_printf ("%s, %s", day, self->spoken);

      gtk_widget_set_tooltip_text (button, self->spoken);
      dov_name_widget (button, words);
    }

  return button;
}
