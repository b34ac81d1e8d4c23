/* dov-list-page-empty.c - what an empty list says: what was looked for and where, and the way on */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-list-page-private.h"

#include <glib/gi18n.h>

#include "dov-fold.h"
#include "dov-label.h"

/* How many records that are nearly it are named. */
#define AT_MOST_NAMED 3

static void
show_all_cb (DovListPage *self)
{
  dov_chips_set_selected (self->chips, "all");
}

static void
clear_cb (DovListPage *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->filter), "");
  dov_chips_set_selected (self->chips, "all");
  gtk_widget_grab_focus (GTK_WIDGET (self->filter));
}

static void
add_cb (DovListPage *self)
{
  dov_page_add (DOV_PAGE (self));
}

static void
search_for_cb (GtkButton   *button,
               DovListPage *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->filter), g_object_get_data (G_OBJECT (button), "words"));
}

static GtkWidget *
add_way (DovListPage *self,
         const char  *label,
         gboolean     is_first)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_add_css_class (button, "pill");
  if (is_first)
    gtk_widget_add_css_class (button, "suggested-action");
  gtk_box_append (self->ways, button);

  return button;
}

/* Names a few records that a wider search finds; NULL when it finds none. */
static char *
dup_named (DovListPage *self,
           const char  *words)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GString) named = g_string_new (NULL);
  DovListAsked asked;
  DovQuery query;

  dov_list_page_fill_query (self, &asked, NULL, words);
  query = dov_list_asked_query (&asked);
  ids = dov_store_list (self->store, self->type, &query, &error);
  dov_list_asked_clear (&asked);
  if (ids == NULL || ids->len == 0)
    return NULL;

  for (guint i = 0; i < MIN (ids->len, AT_MOST_NAMED); i++)
    {
      g_autofree char *one = dov_store_describe_id (self->store, self->type, g_array_index (ids, gint64, i));

      g_string_append_printf (named, "%s%s", i > 0 ? ", " : "", one);
    }
  if (ids->len > AT_MOST_NAMED)
    g_string_append (named, "…");

  return g_string_free (g_steal_pointer (&named), FALSE);
}

/* What is nearly it: any of the words alone, without its ending. */
static char *
dup_alike (DovListPage *self,
           const char  *words)
{
  g_auto (GStrv) each = g_strsplit (words, " ", -1);

  for (guint i = 0; each[i] != NULL; i++)
    {
      glong length = g_utf8_strlen (each[i], -1);
      g_autofree char *stem = g_utf8_substring (each[i], 0, length > 5 ? length - 2 : length);
      char *named = length > 2 ? dup_named (self, stem) : NULL;

      if (named != NULL)
        return named;
    }

  return NULL;
}

/* The keyboard was left in Latin letters: «xthtvbcbyjd» is «черемисинов». */
static char *
dup_unlatin (DovListPage *self,
             const char  *words)
{
  g_autofree char *other = dov_fold_from_latin_keys (words);

  if (other == NULL || g_strcmp0 (other, words) == 0 || dov_list_page_count (self, NULL, other) == 0)
    return NULL;

  return g_steal_pointer (&other);
}

static void
explain_search (DovListPage *self,
                const char  *words,
                const char  *chip)
{
  DovListNoun noun = self->view != NULL ? self->view->noun : DOV_LIST_NOUN_ROWS;
  gboolean is_all = g_strcmp0 (chip, "all") == 0;
  gint64 elsewhere = is_all ? 0 : dov_list_page_count (self, NULL, words);
  g_autofree char *where = dov_list_count (noun, is_all ? self->all : dov_list_page_count (self, chip, NULL));
  g_autofree char *unlatin = elsewhere == 0 ? dup_unlatin (self, words) : NULL;
  g_autofree char *alike = elsewhere > 0 ? dup_named (self, words) : dup_alike (self, words);
  g_autoptr (GString) text = g_string_new (NULL);
  GtkWidget *button;

  /* Translators: what was typed, and among how many: Looked for “petrova” in: 17 families. */
  g_string_printf (text, _("Looked for “%s” in: %s."), words, where);
  if (alike != NULL)
    {
      g_string_append_c (text, '\n');
      g_string_append_printf (text, elsewhere > 0 ? _("Elsewhere there is: %s") : _("Something like it: %s"), alike);
    }

  if (is_all)
    {
      adw_status_page_set_title (self->empty, self->view != NULL ? _(self->view->nothing) : _("Nothing was found"));
    }
  else
    {
      g_autofree char *title = g_strdup_printf (_("Nothing found among “%s”"), dov_chips_get_label (self->chips, chip));

      adw_status_page_set_title (self->empty, title);
    }
  adw_status_page_set_description (self->empty, text->str);

  if (elsewhere > 0)
    {
      g_signal_connect_swapped (add_way (self, _("Search everywhere"), TRUE), "clicked", G_CALLBACK (show_all_cb), self);
    }
  else if (unlatin != NULL)
    {
      g_autofree char *label = g_strdup_printf (_("Look for “%s”"), unlatin);

      button = add_way (self, label, TRUE);
      g_object_set_data_full (G_OBJECT (button), "words", g_strdup (unlatin), g_free);
      g_signal_connect (button, "clicked", G_CALLBACK (search_for_cb), self);
    }
  else
    {
      g_signal_connect_swapped (add_way (self, _("Show all"), TRUE), "clicked", G_CALLBACK (clear_cb), self);
    }
}

/**
 * dov_list_page_explain_empty:
 * @self: the page, with no rows
 *
 * Says why there is nothing to see and offers the way on: the first record,
 * a wider search, another spelling.
 */
void
dov_list_page_explain_empty (DovListPage *self)
{
  const char *words = dov_list_page_get_words (self);
  const char *chip = dov_chips_get_selected (self->chips);
  gboolean is_first_run = self->all == 0 && self->ids == NULL;

  dov_clear_box (self->ways);
  adw_status_page_set_icon_name (self->empty, self->view != NULL ? self->view->icon : "view-list-symbolic");

  if (is_first_run)
    {
      adw_status_page_set_title (self->empty, self->view != NULL ? _(self->view->first) : _("Nothing here yet"));
      adw_status_page_set_description (self->empty, self->view != NULL ? _(self->view->first_step) : "");
    }
  else if (*words != '\0')
    {
      explain_search (self, words, chip);
    }
  else
    {
      g_autofree char *text = g_strdup_printf (_("There is nothing among “%s” now."),
                                               dov_chips_get_label (self->chips, chip));

      adw_status_page_set_title (self->empty, _("Nothing here now"));
      adw_status_page_set_description (self->empty, text);
      g_signal_connect_swapped (add_way (self, _("Show all"), TRUE), "clicked", G_CALLBACK (clear_cb), self);
    }

  if (self->view != NULL && self->view->add != NULL && self->ids == NULL)
    g_signal_connect_swapped (add_way (self, _(self->view->add), is_first_run), "clicked", G_CALLBACK (add_cb), self);
}
