/* dov-family-marks.c - how the marks of a family went from one review to the next, as dots */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-family-marks.h"

#include <glib/gi18n.h>

#include "dov-case-review.h"
#include "dov-family-case-lists.h"
#include "dov-join.h"
#include "dov-label.h"

#define MOST_MARK 5

/* Somebody of the family agreed to words about health. */
#define SPECIAL \
  "SELECT count(*) FROM live_consent c JOIN live_family_member m ON m.person_id = c.subject_id" \
  " WHERE m.family_id = ?1 AND c.kind = 'special' AND c.signed_on IS NOT NULL AND c.withdrawn_on IS NULL"

static const char *const marks[] = {
  "income", "housing", "relations", "study", "leisure", "surroundings", "motivation", "health",
};

/* The marks of one field through all reviews that gave one. */
typedef struct
{
  guint first;
  guint last;
  guint between;   /* a bit for each mark on the way */
} Way;

static GPtrArray *
read_reviews (DovSubjectPage *page)
{
  DovQuery query = { .where = "family_id = ?1", .order = "date",
                     .params = g_variant_new ("(x)", dov_subject_page_get_id (page)) };

  return dov_store_read (dov_subject_page_get_store (page), DOV_TYPE_CASE_REVIEW, &query);
}

static gboolean
find_way (GPtrArray  *reviews,
          const char *name,
          Way        *way)
{
  *way = (Way) { 0 };
  for (guint i = 0; i < reviews->len; i++)
    {
      const DovField *field = dov_record_find_field (reviews->pdata[i], name);
      guint mark;

      if (dov_record_is_empty (reviews->pdata[i], field))
        continue;
      mark = (guint) dov_record_get_number (reviews->pdata[i], name);
      way->first = way->first == 0 ? mark : way->first;
      way->last = mark;
      way->between |= 1U << mark;
    }

  return way->first != 0;
}

/* ---- one line of dots ---- */

static GtkWidget *
half_new (gboolean is_on_way,
          gboolean is_down)
{
  GtkWidget *half = g_object_new (GTK_TYPE_BOX, "hexpand", TRUE, "valign", GTK_ALIGN_CENTER, NULL);

  gtk_widget_add_css_class (half, is_on_way ? "dot-line" : "dot-rail");
  if (is_on_way && is_down)
    gtk_widget_add_css_class (half, "down");

  return half;
}

static GtkWidget *
dot_new (const Way *way,
         guint      mark)
{
  GtkWidget *dot = g_object_new (GTK_TYPE_BOX, "halign", GTK_ALIGN_CENTER, "valign", GTK_ALIGN_CENTER, NULL);

  gtk_widget_add_css_class (dot, "dot-mark");
  if (mark == way->first && mark != way->last)
    gtk_widget_add_css_class (dot, "first");
  else if (mark != way->last)
    gtk_widget_add_css_class (dot, "mid");
  if (way->last < way->first && (mark == way->first || mark == way->last))
    gtk_widget_add_css_class (dot, "down");

  return dot;
}

static GtkWidget *
cell_new (const Way *way,
          guint      mark)
{
  guint low = MIN (way->first, way->last), high = MAX (way->first, way->last);
  gboolean is_down = way->last < way->first;
  GtkWidget *overlay = gtk_overlay_new ();
  GtkWidget *rail = g_object_new (GTK_TYPE_BOX, "homogeneous", TRUE, "width-request", 30, "height-request", 22, NULL);

  gtk_box_append (GTK_BOX (rail), half_new (mark > low && mark <= high, is_down));
  gtk_box_append (GTK_BOX (rail), half_new (mark >= low && mark < high, is_down));
  gtk_overlay_set_child (GTK_OVERLAY (overlay), rail);
  if (way->between & (1U << mark))
    gtk_overlay_add_overlay (GTK_OVERLAY (overlay), dot_new (way, mark));

  return overlay;
}

static char *
dup_numbers (const Way *way)
{
  return way->first != way->last ? g_strdup_printf ("%u → %u", way->first, way->last) : g_strdup_printf ("%u", way->last);
}

static void
attach_line (GtkGrid    *grid,
             int         row,
             const char *label,
             const Way  *way)
{
  g_autofree char *numbers = dup_numbers (way);
  GtkWidget *name = dov_label_new (label, NULL);
  GtkWidget *value = dov_label_new (numbers, way->last < way->first ? "numeric near-text" : "numeric");

  g_object_set (name, "hexpand", TRUE, NULL);
  g_object_set (value, "xalign", 1.0, NULL);
  gtk_grid_attach (grid, name, 0, row, 1, 1);
  for (guint mark = 1; mark <= MOST_MARK; mark++)
    gtk_grid_attach (grid, cell_new (way, mark), (int) mark, row, 1, 1);
  gtk_grid_attach (grid, value, MOST_MARK + 1, row, 1, 1);
}

static void
attach_heads (GtkGrid *grid)
{
  for (int mark = 1; mark <= MOST_MARK; mark++)
    {
      g_autofree char *number = g_strdup_printf ("%d", mark);
      GtkWidget *label = dov_label_new (number, "caption dim-label");

      g_object_set (label, "xalign", 0.5, NULL);
      gtk_grid_attach (grid, label, mark, 0, 1, 1);
    }
}

/* ---- all of them ---- */

GtkWidget *
dov_family_marks_new (DovSubjectPage *page)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  return box;
}

static GtkWidget *
grid_new (DovSubjectPage *page,
          GPtrArray      *reviews)
{
  gboolean has_special = dov_store_see_number (dov_subject_page_get_store (page), SPECIAL, "(x)",
                                               dov_subject_page_get_id (page)) > 0;
  GtkWidget *grid = g_object_new (GTK_TYPE_GRID, "column-spacing", 0, "row-spacing", 2, "accessible-role",
                                  GTK_ACCESSIBLE_ROLE_IMG, NULL);
  g_autoptr (GString) spoken = g_string_new (NULL);
  int row = 1;

  attach_heads (GTK_GRID (grid));
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      /* “Income, 1–5” */
      g_auto (GStrv) label = g_strsplit (_(dov_record_find_field (reviews->pdata[0], marks[i])->label), ", 1", 2);
      Way way;

      if ((!has_special && g_str_equal (marks[i], "health")) || !find_way (reviews, marks[i], &way))
        continue;
      attach_line (GTK_GRID (grid), row++, label[0], &way);
      /* Translators: heard: a mark of the first review and of the last */
      g_string_append_printf (spoken, _("%1$s: from %2$u to %3$u. "), label[0], way.first, way.last);
    }
  gtk_widget_add_css_class (grid, "card");
  gtk_widget_add_css_class (grid, "dots");
  dov_name_widget (grid, spoken->str);

  return grid;
}

guint
dov_family_marks_show (DovSubjectPage *page,
                       GtkWidget      *box)
{
  g_autoptr (GPtrArray) reviews = read_reviews (page);
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;
  g_autofree char *legend = NULL;

  dov_clear_box (box);
  gtk_widget_set_visible (box, reviews->len > 0);
  if (reviews->len == 0)
    return 0;

  first = dov_family_dup_day (DOV_CASE_REVIEW (reviews->pdata[0])->date);
  last = dov_family_dup_day (DOV_CASE_REVIEW (reviews->pdata[reviews->len - 1])->date);
  legend = reviews->len > 1 ? g_strdup_printf (_("hollow: %1$s, full: %2$s, amber: it got worse"), first, last)
                            : g_strdup_printf (_("as it was on %s"), first);
  gtk_box_append (GTK_BOX (box), grid_new (page, reviews));
  gtk_box_append (GTK_BOX (box), dov_label_new (legend, "caption dim-label"));

  return 0;
}
