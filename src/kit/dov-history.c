/* dov-history.c - what was done with a record, as lines that a person reads */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-history.h"

#include <glib/gi18n.h>

#include "dov-follow.h"
#include "dov-label.h"
#include "dov-registry.h"

#define MOST_LINES 100

/**
 * dov_history_dup_moment:
 *
 * Returns: (transfer full): «12 марта 10:42», with the year when it is not this one
 */
char *
dov_history_dup_moment (GDateTime *at)
{
  GDate date = dov_moment_get_date (at);
  GDate today = dov_today ();
  g_autofree char *time = dov_time_to_shown (dov_moment_get_time (at));

  if (g_date_compare (&date, &today) == 0)
    return g_strdup_printf (_("today %s"), time);

  if (g_date_get_year (&date) == g_date_get_year (&today))
    /* Translators: %1$d is the day, %2$s the month, %3$s the time */
    return g_strdup_printf (_("%1$d %2$s %3$s"), g_date_get_day (&date), dov_month_name_of (g_date_get_month (&date)),
                            time);

  return g_strdup_printf ("%02d.%02d.%04d %s", g_date_get_day (&date), g_date_get_month (&date),
                          g_date_get_year (&date), time);
}

/* A value as files keep it becomes what people read. */
static char *
dup_value (DovStore       *store,
           GType           type,
           const DovField *field,
           const char     *text)
{
  g_autoptr (DovRecord) record = NULL;
  char *shown;

  if (text == NULL || *text == '\0')
    return g_strdup ("—");

  record = dov_record_new (type, 0);
  if (!dov_record_set_text (record, field, text, NULL))
    return g_strdup (text);

  shown = dov_store_dup_shown (store, record, field);
  if (*shown == '\0')
    {
      g_free (shown);
      return g_strdup ("—");
    }

  return shown;
}

/**
 * dov_history_dup_what:
 *
 * Returns: (transfer full): what one line of the log says: «Телефон: … → …»
 */
static char *
dov_history_dup_what (DovStore        *store,
                      const DovChange *change)
{
  GType type = dov_registry_find (change->table);
  DovRecordClass *klass = type != G_TYPE_INVALID ? dov_registry_class (type) : NULL;
  const DovField *field =
    klass != NULL && change->field != NULL ? dov_record_class_find_field (klass, change->field) : NULL;
  g_autofree char *was = NULL;
  g_autofree char *became = NULL;

  if (g_strcmp0 (change->what, "made") == 0)
    return g_strdup (_("entered"));
  if (g_strcmp0 (change->what, "removed") == 0)
    return g_strdup (_("put into the bin"));
  if (g_strcmp0 (change->what, "restored") == 0)
    return g_strdup (_("taken back from the bin"));
  if (g_strcmp0 (change->what, "accepted") == 0)
    /* Translators: a warning was confirmed; %s is the reason that was given */
    return g_strdup_printf (_("confirmed: %s"), change->became != NULL ? change->became : "");
  if (field == NULL)
    return g_strdup (change->words != NULL ? change->words : "");

  was = dup_value (store, type, field, change->was);
  became = dup_value (store, type, field, change->became);

  return g_strdup_printf ("%s: %s → %s", _(field->label), was, became);
}

static GtkWidget *
line_new (DovStore  *store,
          DovChange *change)
{
  g_autofree char *at = dov_history_dup_moment (change->at);
  g_autofree char *what = dov_history_dup_what (store, change);
  g_autofree char *who = change->who != NULL && *change->who != '\0' ? g_strdup_printf ("%s · %s", at, change->who)
                                                                    : g_strdup (at);
  g_autofree char *spoken = NULL;
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *title = g_object_new (GTK_TYPE_LABEL, "label", what, "xalign", 0.0f, "wrap", TRUE,
                                   "wrap-mode", PANGO_WRAP_WORD_CHAR, NULL);
  GtkWidget *caption = g_object_new (GTK_TYPE_LABEL, "label", who, "xalign", 0.0f,
                                     "ellipsize", PANGO_ELLIPSIZE_END, NULL);

  gtk_widget_add_css_class (caption, "caption");
  gtk_widget_add_css_class (caption, "dim-label");
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), caption);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  spoken = g_strdup_printf ("%s, %s", what, who);
  dov_name_widget (row, spoken);

  return row;
}

static void
fill (GtkWidget *widget,
      DovStore  *store,
      GType      type,
      gint64     id)
{
  GtkListBox *list = GTK_LIST_BOX (widget);
  g_autoptr (GPtrArray) changes = dov_store_list_history (store, type, id, NULL);
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (list, 0)) != NULL)
    gtk_list_box_remove (list, GTK_WIDGET (row));
  for (guint i = 0; changes != NULL && i < MIN (changes->len, MOST_LINES); i++)
    gtk_list_box_append (list, line_new (store, changes->pdata[i]));
}

/**
 * dov_history_new:
 *
 * Returns: (transfer floating): the history of one record, the last on top; it follows the store
 */
GtkWidget *
dov_history_new (DovStore *store,
                 GType     type,
                 gint64    id)
{
  GtkWidget *list = g_object_new (GTK_TYPE_LIST_BOX, "selection-mode", GTK_SELECTION_NONE, "hexpand", TRUE, NULL);

  gtk_widget_add_css_class (list, "timeline");
  dov_name_widget (list, _("History"));

  return dov_follow (list, store, type, id, fill);
}
