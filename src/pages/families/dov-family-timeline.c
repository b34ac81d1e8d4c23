/* dov-family-timeline.c - what there was with a family, looked through by kind */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-family-timeline.h"

#include <glib/gi18n.h>

#include "dov-capital.h"
#include "dov-case-timeline.h"
#include "dov-child-placement.h"
#include "dov-distribution.h"
#include "dov-event.h"
#include "dov-family-case-lists.h"
#include "dov-go.h"
#include "dov-goods-words.h"
#include "dov-home-visit.h"
#include "dov-join.h"
#include "dov-label.h"

#define MOST_BESIDE 12
#define MOST_EVER   400

struct _DovFamilyTimeline
{
  GtkBox           parent_instance;

  GtkDropDown     *kinds;
  GtkListBox      *list;
  GtkWidget       *empty;
  DovSubjectPage  *page;    /* holds this */
  GPtrArray       *deeds;
  GPtrArray       *shown;   /* of them, in the order of rows */
  guint            most;
  gboolean         by_months;
  gboolean         is_stale;  /* read anew and not shown since */
};

G_DEFINE_FINAL_TYPE (DovFamilyTimeline, dov_family_timeline, GTK_TYPE_BOX)

/* ---- words of one ---- */

/* Which fields tell what it was, and what stands under that. */
static const struct
{
  const char *table;
  const char *title;
  const char *about;
} told[] = {
  { "home_visit", "goal", "kind staff_id" },
  { "contact_record", "gist", "form with_whom" },
  { "signal", "summary", "urgency decision" },
  { "living_conditions_act", "kind", "no conclusion" },
  { "case_plan", "kind", "goal" },
  { "case_review", "dynamics", "conclusion" },
  { "written_application", "kind", "person_id" },
  { "outgoing_notice", "kind", "to_id" },
  { "incoming_paper", "gist", "from_id" },
};

static const char *
icon_of (DovCaseDeedKind kind)
{
  switch (kind)
    {
    case DOV_CASE_DEED_VISIT:
      return "dov-go-home-symbolic";
    case DOV_CASE_DEED_CALL:
      return "mail-forward-symbolic";
    case DOV_CASE_DEED_EVENT:
      return "x-office-calendar-symbolic";
    case DOV_CASE_DEED_HELP:
      return "dov-package-x-generic-symbolic";
    case DOV_CASE_DEED_PAPER:
      return "x-office-document-symbolic";
    case DOV_CASE_DEED_CASE:
    default:
      return "media-playback-start-symbolic";
    }
}

static void
dup_words (DovStore          *store,
           const DovCaseDeed *deed,
           char             **title,
           char             **about)
{
  g_autoptr (DovRecord) record = dov_store_find (store, deed->type, deed->id, NULL);
  const char *table = DOV_RECORD_CLASS (g_type_class_peek (deed->type))->table;

  if (deed->type == DOV_TYPE_EVENT || record == NULL)
    {
      *title = g_strdup (deed->title);
      *about = g_strdup (deed->who);
      return;
    }
  if (deed->type == DOV_TYPE_CHILD_PLACEMENT)
    {
      g_autofree char *place = dov_field_path_dup (store, record, "place", "");

      *title = *deed->title != '\0' ? g_strdup_printf (_("Back in the family: %s"), deed->who)
                                    : g_strdup_printf ("%s: %s", deed->who, place);
      *about = dov_field_path_dup (store, record, "reason", "");
      return;
    }
  if (deed->type == DOV_TYPE_DISTRIBUTION)
    {
      g_autofree char *things = dov_goods_things_words (store, deed->type, deed->id);

      *title = g_strdup_printf (_("Handed out: %s"), things);
      *about = dov_store_describe (store, record);
      return;
    }
  if (deed->type == DOV_TYPE_HOME_VISIT && !DOV_HOME_VISIT (record)->was_home)
    {
      *title = g_strdup (_("Nobody met: an attempt"));
      *about = dov_field_path_dup (store, record, "goal", DOV_JOIN_WORDS);
      return;
    }
  *title = *about = NULL;
  for (guint i = 0; i < G_N_ELEMENTS (told); i++)
    if (g_str_equal (told[i].table, table))
      {
        g_autofree char *small = dov_field_path_dup (store, record, told[i].title, DOV_JOIN_WORDS);

        *title = dov_capitalise (small);
        *about = dov_field_path_dup (store, record, told[i].about, DOV_JOIN_WORDS);
      }
  if (*title == NULL || **title == '\0')
    {
      g_free (*title);
      *title = g_strdup (_(DOV_RECORD_GET_CLASS (record)->label));
    }
  if (*about == NULL)
    *about = g_strdup ("");
}

/* ---- rows ---- */

static GtkWidget *
label_new (const char *words,
           gboolean    is_small,
           int         width)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", words, "xalign", 0.0, "ellipsize", PANGO_ELLIPSIZE_END,
                                   "max-width-chars", width, "visible", *words != '\0', NULL);

  dov_label_tell_cut (label);
  if (is_small)
    gtk_widget_set_css_classes (label, (const char *[]) { "caption", "dim-label", NULL });

  return label;
}

static GtkWidget *
row_new (DovFamilyTimeline *self,
         const DovCaseDeed *deed)
{
  g_autofree char *title = NULL;
  g_autofree char *about = NULL;
  g_autofree char *when = dov_family_dup_day (&deed->day);
  g_autofree char *spoken = NULL;
  GtkWidget *row;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *words = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "hexpand", TRUE, NULL);
  GtkWidget *image = g_object_new (GTK_TYPE_IMAGE, "icon-name", icon_of (deed->kind), "valign", GTK_ALIGN_START,
                                   "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  GtkWidget *head, *below, *day;

  dup_words (dov_subject_page_get_store (self->page), deed, &title, &about);
  head = label_new (title, FALSE, 30);
  below = label_new (about, TRUE, 34);
  day = label_new (when, TRUE, -1);
  g_object_set (below, "wrap", TRUE, "lines", 2, "width-chars", 18, NULL);
  g_object_set (head, "wrap", TRUE, "lines", 3, "width-chars", 18, NULL);
  g_object_set (day, "ellipsize", PANGO_ELLIPSIZE_NONE, "valign", GTK_ALIGN_START, NULL);
  gtk_widget_add_css_class (day, "numeric");
  gtk_widget_add_css_class (image, "dot");
  gtk_box_append (GTK_BOX (words), head);
  gtk_box_append (GTK_BOX (words), below);
  gtk_box_append (GTK_BOX (box), image);
  gtk_box_append (GTK_BOX (box), words);
  gtk_box_append (GTK_BOX (box), day);
  row = g_object_new (GTK_TYPE_LIST_BOX_ROW, "child", box, NULL);
  spoken = g_strjoin (", ", when, title, *about != '\0' ? about : NULL, NULL);
  dov_name_widget (row, spoken);

  return row;
}

/* The month stands over its first row. */
static void
head_cb (GtkListBoxRow *row,
         GtkListBoxRow *before,
         gpointer       timeline)
{
  DovFamilyTimeline *self = timeline;
  const DovCaseDeed *deed = self->shown->pdata[gtk_list_box_row_get_index (row)];
  const DovCaseDeed *last = before != NULL ? self->shown->pdata[gtk_list_box_row_get_index (before)] : NULL;
  g_autofree char *month = NULL;
  g_autofree char *words = NULL;

  if (last != NULL && g_date_get_month (&last->day) == g_date_get_month (&deed->day) &&
      g_date_get_year (&last->day) == g_date_get_year (&deed->day))
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }
  month = dov_capitalise (dov_month_name (g_date_get_month (&deed->day)));
  words = g_strdup_printf ("%s %d", month, g_date_get_year (&deed->day));
  gtk_list_box_row_set_header (row, dov_label_new (words, "report-kind"));
}

static DovCaseDeedKind
get_kind (DovFamilyTimeline *self)
{
  /* The first of the choices is all of them. */
  return (DovCaseDeedKind) gtk_drop_down_get_selected (self->kinds);
}

static void
show_rows (DovFamilyTimeline *self)
{
  DovCaseDeedKind kind = get_kind (self);
  GtkWidget *child;

  self->is_stale = FALSE;
  gtk_list_box_set_header_func (self->list, NULL, NULL, NULL);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, child);
  g_ptr_array_set_size (self->shown, 0);
  for (guint i = 0; i < self->deeds->len && self->shown->len < self->most; i++)
    {
      DovCaseDeed *deed = self->deeds->pdata[i];

      if (kind != 0 && deed->kind != kind)
        continue;
      g_ptr_array_add (self->shown, deed);
      gtk_list_box_append (self->list, row_new (self, deed));
    }
  gtk_widget_set_visible (GTK_WIDGET (self->list), self->shown->len > 0);
  gtk_widget_set_visible (self->empty, self->shown->len == 0);
  if (self->by_months)
    gtk_list_box_set_header_func (self->list, head_cb, self, NULL);
}

static void
open_cb (GtkListBox        *list,
         GtkListBoxRow     *row,
         DovFamilyTimeline *self)
{
  guint n = (guint) gtk_list_box_row_get_index (row);
  const DovCaseDeed *deed = n < self->shown->len ? self->shown->pdata[n] : NULL;

  if (deed != NULL)
    dov_go_record (row, deed->type, deed->id);
}

/**
 * dov_family_timeline_show:
 *
 * Reads it anew.
 *
 * Returns: how much there was
 */
guint
dov_family_timeline_show (DovSubjectPage *page,
                          GtkWidget      *timeline)
{
  DovFamilyTimeline *self = DOV_FAMILY_TIMELINE (timeline);

  gtk_list_box_set_header_func (self->list, NULL, NULL, NULL);
  g_ptr_array_set_size (self->shown, 0);
  g_ptr_array_unref (self->deeds);
  self->deeds = dov_case_timeline_list (dov_subject_page_get_store (page), dov_subject_page_get_id (page), MOST_EVER);
  /* Ten years of rows are made when somebody looks at them. */
  self->is_stale = TRUE;
  if (!self->by_months || gtk_widget_get_mapped (timeline))
    show_rows (self);

  return self->deeds->len;
}

static void
map_cb (DovFamilyTimeline *self)
{
  if (self->is_stale)
    show_rows (self);
}

static GtkWidget *
timeline_new (DovSubjectPage *page,
              guint           most,
              gboolean        by_months)
{
  DovFamilyTimeline *self = g_object_new (DOV_TYPE_FAMILY_TIMELINE, NULL);

  self->page = page;
  self->most = most;
  self->by_months = by_months;
  g_signal_connect (self, "map", G_CALLBACK (map_cb), NULL);

  return GTK_WIDGET (self);
}

/**
 * dov_family_timeline_new_last:
 *
 * Returns: (transfer floating): the last of what there was
 */
GtkWidget *
dov_family_timeline_new_last (DovSubjectPage *page)
{
  return timeline_new (page, MOST_BESIDE, FALSE);
}

/**
 * dov_family_timeline_new_all:
 *
 * Returns: (transfer floating): all of it, by months
 */
GtkWidget *
dov_family_timeline_new_all (DovSubjectPage *page)
{
  return timeline_new (page, MOST_EVER, TRUE);
}

static void
dov_family_timeline_finalize (GObject *object)
{
  DovFamilyTimeline *self = DOV_FAMILY_TIMELINE (object);

  g_ptr_array_unref (self->shown);
  g_ptr_array_unref (self->deeds);

  G_OBJECT_CLASS (dov_family_timeline_parent_class)->finalize (object);
}

static void
dov_family_timeline_class_init (DovFamilyTimelineClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dov_family_timeline_finalize;
}

static GtkDropDown *
kinds_new (DovFamilyTimeline *self)
{
  g_autoptr (GEnumClass) kinds = g_type_class_ref (dov_case_deed_kind_get_type ());
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);
  GtkWidget *drop;

  gtk_string_list_append (words, C_("timeline", "All"));
  for (guint i = 1; i < kinds->n_values; i++)
    {
      g_autofree char *label = dov_capitalise (_(kinds->values[i].value_name));

      gtk_string_list_append (words, label);
    }
  drop = g_object_new (GTK_TYPE_DROP_DOWN, "model", words, "valign", GTK_ALIGN_CENTER, NULL);
  dov_name_widget (drop, _("What is shown"));
  g_signal_connect_swapped (drop, "notify::selected", G_CALLBACK (show_rows), self);

  return GTK_DROP_DOWN (drop);
}

static void
dov_family_timeline_init (DovFamilyTimeline *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *title = dov_heading_new (_("What there was"), "section-title");

  self->deeds = g_ptr_array_new ();
  self->shown = g_ptr_array_new ();
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  g_object_set (title, "hexpand", TRUE, "margin-start", 3, NULL);
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_set_css_classes (GTK_WIDGET (self->list), (const char *[]) { "card", "timeline", NULL });
  dov_name_widget (self->list, _("What there was"));
  self->empty = dov_label_new (_("Nothing yet"), "dim-label");
  g_object_set (self->empty, "margin-start", 3, NULL);
  g_signal_connect (self->list, "row-activated", G_CALLBACK (open_cb), self);
  self->kinds = kinds_new (self);
  gtk_box_append (GTK_BOX (head), title);
  gtk_box_append (GTK_BOX (head), GTK_WIDGET (self->kinds));
  gtk_box_append (GTK_BOX (self), head);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->list));
  gtk_box_append (GTK_BOX (self), self->empty);
}
