/* dov-reports-catalogue.c - the list of documents by area, with who receives each */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-reports-catalogue.h"

#include <glib/gi18n.h>

#include "dov-fold.h"
#include "dov-label.h"

static const struct
{
  const char *right;
  const char *title;
} areas[] = {
  { "reports", N_("Reports for the district") },
  { "events", N_("Events") },
  { "families", N_("Families") },
  { "charity", N_("Charity") },
  { "patrol", N_("Patrol") },
  { "mentors", N_("Mentors") },
  { "privacy", N_("Personal data") },
};

static guint
find_area (DovDocument *document)
{
  for (guint i = 0; i < G_N_ELEMENTS (areas); i++)
    if (g_strcmp0 (areas[i].right, dov_document_get_right (document)) == 0)
      return i;

  return 0;
}

/* Who receives it: the words before the colon say who, those after it when. */
static char *
dup_receiver (DovDocument *document)
{
  const char *receiver = dov_document_get_receiver (document);
  const char *end = receiver != NULL ? strpbrk (receiver, ":;") : NULL;

  if (receiver == NULL)
    return g_strdup ("");

  return end != NULL ? g_strndup (receiver, (gsize) (end - receiver)) : g_strdup (receiver);
}

static int
compare_documents (gconstpointer a,
                   gconstpointer b)
{
  DovDocument *first = *(DovDocument * const *) a, *second = *(DovDocument * const *) b;
  guint first_area = find_area (first), second_area = find_area (second);

  if (first_area != second_area)
    return first_area < second_area ? -1 : 1;

  return g_strcmp0 (dov_document_get_code (first), dov_document_get_code (second));
}

static GtkWidget *
row_new (DovDocument *document)
{
  g_autofree char *title = dov_document_dup_plain_title (document);
  g_autofree char *receiver = dup_receiver (document);
  const char *trouble = dov_document_get_trouble (document);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "margin-start", 12, "margin-end", 12,
                                 "margin-top", 6, "margin-bottom", 6, NULL);
  GtkWidget *name = g_object_new (GTK_TYPE_LABEL, "label", title, "xalign", 0.0, "wrap", TRUE, NULL);
  const char *words = trouble != NULL ? _("cannot be made: its form has an error") : receiver;
  GtkWidget *second = g_object_new (GTK_TYPE_LABEL, "label", words, "xalign", 0.0, "wrap", TRUE, "lines", 2,
                                    "ellipsize", PANGO_ELLIPSIZE_END, NULL);

  gtk_widget_add_css_class (second, "caption");
  gtk_widget_add_css_class (second, trouble != NULL ? "error" : "dim-label");
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), second);
  if (dov_document_is_own (document))
    {
      GtkWidget *own = g_object_new (GTK_TYPE_LABEL, "label", _("own form"), "xalign", 0.0, NULL);

      gtk_widget_add_css_class (own, "caption");
      gtk_box_append (GTK_BOX (box), own);
    }
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  dov_name_widget (row, title);
  g_object_set_data (G_OBJECT (row), "document", document);

  return row;
}

static void
header_cb (GtkListBoxRow *row,
           GtkListBoxRow *before,
           gpointer       data)
{
  DovDocument *document = dov_reports_catalogue_get (row);
  DovDocument *other = dov_reports_catalogue_get (before);
  GtkWidget *label;

  if (other != NULL && find_area (other) == find_area (document))
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }

  label = g_object_new (GTK_TYPE_LABEL, "label", _(areas[find_area (document)].title), "xalign", 0.0, NULL);
  gtk_widget_add_css_class (label, "report-kind");
  gtk_list_box_row_set_header (row, label);
}

static gboolean
matches (DovDocument *document,
         char       **words)
{
  const char *receiver = dov_document_get_receiver (document);
  g_autofree char *all = g_strjoin (" ", dov_document_get_code (document), dov_document_get_title (document),
                                    receiver != NULL ? receiver : "", NULL);
  g_autofree char *folded = dov_fold (all);

  for (guint i = 0; words[i] != NULL; i++)
    if (strstr (folded, words[i]) == NULL)
      return FALSE;

  return TRUE;
}

/* What is looked for. */
typedef struct
{
  GtkListBox  *list;
  GPtrArray   *documents;
  GtkEditable *filter;
  GtkWidget   *slip;
  GStrv        words;
} Search;

static void
search_free (gpointer data)
{
  Search *search = data;

  g_strfreev (search->words);
  g_free (search);
}

static gboolean
filter_cb (GtkListBoxRow *row,
           gpointer       data)
{
  return matches (dov_reports_catalogue_get (row), ((Search *) data)->words);
}

static gboolean
matches_any (Search *search)
{
  for (guint i = 0; i < search->documents->len; i++)
    if (matches (search->documents->pdata[i], search->words))
      return TRUE;

  return FALSE;
}

/* As typed and, when that is nothing, as if the keyboard had been left in Latin letters. */
static void
search_cb (Search *search)
{
  const char *typed = gtk_editable_get_text (search->filter);
  g_autofree char *other = dov_fold_from_latin_keys (typed);
  gboolean is_slip = FALSE;

  g_strfreev (search->words);
  search->words = dov_fold_words (typed);
  if (other != NULL && *other != '\0' && !matches_any (search))
    {
      g_strfreev (search->words);
      search->words = dov_fold_words (other);
      is_slip = matches_any (search);
    }
  dov_label_show_slip (search->slip, is_slip ? other : NULL);
  gtk_list_box_invalidate_filter (search->list);
}

/**
 * dov_reports_catalogue_fill:
 * @documents: all of them; sorted by area here, and kept by the caller
 * @filter: where words of a title or receiver are typed
 * @slip: says when they were typed in another layout
 *
 * Lists all documents by area, and those that match what is typed.
 */
void
dov_reports_catalogue_fill (GtkListBox  *list,
                            GPtrArray   *documents,
                            GtkEditable *filter,
                            GtkWidget   *slip)
{
  Search *search = g_new0 (Search, 1);
  GClosure *searching;

  *search = (Search) { list, documents, filter, slip, dov_fold_words ("") };
  g_ptr_array_sort (documents, compare_documents);
  for (guint i = 0; i < documents->len; i++)
    gtk_list_box_append (list, row_new (g_ptr_array_index (documents, i)));
  gtk_list_box_set_header_func (list, header_cb, NULL, NULL);
  g_object_set_data_full (G_OBJECT (list), "search", search, search_free);
  gtk_list_box_set_filter_func (list, filter_cb, search, NULL);
  searching = g_cclosure_new_swap (G_CALLBACK (search_cb), search, NULL);
  g_object_watch_closure (G_OBJECT (list), searching);
  g_signal_connect_closure (filter, "search-changed", searching, FALSE);
}

/* The document of a row; NULL without one. */
DovDocument *
dov_reports_catalogue_get (GtkListBoxRow *row)
{
  return row != NULL ? g_object_get_data (G_OBJECT (row), "document") : NULL;
}
