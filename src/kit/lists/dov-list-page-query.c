/* dov-list-page-query.c - what a list asks the store */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-list-page-private.h"

#include "dov-saved-view.h"

static const DovListChip *
find_chip (DovListPage *self,
           const char  *name)
{
  for (guint i = 0; self->view != NULL && i < self->view->n_chips; i++)
    if (g_strcmp0 (self->view->chips[i].name, name) == 0)
      return &self->view->chips[i];

  return NULL;
}

/* What the list is narrowed by stands beside whatever else is asked. */
static void
narrow (DovListPage  *self,
        DovListAsked *asked)
{
  g_autofree char *by = self->narrowing != NULL ? dov_list_filter_dup_where (self->narrowing) : NULL;
  g_autofree char *before = asked->where;

  if (by == NULL)
    asked->where = g_steal_pointer (&before);
  else
    asked->where = before != NULL ? g_strdup_printf ("(%s) AND %s", before, by) : g_steal_pointer (&by);
}

/**
 * dov_list_page_fill_query:
 * @self: the page
 * @asked: (out caller-allocates): freed with dov_list_asked_clear()
 * @chip: (nullable): the chip, %NULL or "all": no chip
 * @words: (nullable): what is searched for
 *
 * Puts together what the list asks the store.
 */
void
dov_list_page_fill_query (DovListPage  *self,
                          DovListAsked *asked,
                          const char   *chip,
                          const char   *words)
{
  g_autoptr (DovRecord) saved = dov_list_page_find_view (self, chip);
  g_autofree char *both = NULL;
  const DovListChip *known;
  gboolean descending = FALSE;

  /* A saved view is a chip and a search together; what is typed now narrows it. */
  if (saved != NULL)
    {
      both = g_strconcat (DOV_SAVED_VIEW (saved)->words, " ", words, NULL);
      words = g_strstrip (both);
      chip = DOV_SAVED_VIEW (saved)->chip;
    }
  known = find_chip (self, chip);

  memset (asked, 0, sizeof *asked);
  asked->words = words != NULL && *words != '\0' ? g_strdup (words) : NULL;
  asked->order = dov_table_view_get_order (self->table, &descending);
  asked->descending = descending;
  asked->also = self->view != NULL ? self->view->also : NULL;
  if (known != NULL)
    {
      asked->where = g_strdup (known->where);
      asked->params = known->params != NULL ? g_variant_ref_sink (known->params ()) : NULL;
    }
  else if (chip != NULL && g_str_has_prefix (chip, "="))
    {
      asked->where = g_strdup_printf ("%s = ?1", self->view->by);
      asked->params = g_variant_ref_sink (self->by_link ?
                                          g_variant_new ("(x)", g_ascii_strtoll (chip + 1, NULL, 10)) :
                                          g_variant_new ("(s)", chip + 1));
    }
  else if (self->ids != NULL)
    {
      asked->where = g_strdup ("id IN (SELECT value FROM json_each (?1))");
      asked->params = g_variant_ref_sink (g_variant_new ("(s)", self->ids));
    }
  narrow (self, asked);
}

void
dov_list_asked_clear (DovListAsked *asked)
{
  g_free (asked->where);
  g_free (asked->words);
  g_clear_pointer (&asked->params, g_variant_unref);
}

/* As the store wants it; what it points to stays with @asked. */
DovQuery
dov_list_asked_query (const DovListAsked *asked)
{
  return (DovQuery) {
    .where = asked->where,
    .params = asked->params,
    .words = asked->words,
    .also = asked->also,
    .order = asked->order,
    .descending = asked->descending,
  };
}

gint64
dov_list_page_count (DovListPage *self,
                     const char  *chip,
                     const char  *words)
{
  g_autoptr (GError) error = NULL;
  DovListAsked asked;
  DovQuery query;
  gint64 n;

  dov_list_page_fill_query (self, &asked, chip, words);
  query = dov_list_asked_query (&asked);
  n = dov_store_count (self->store, self->type, &query, &error);
  dov_list_asked_clear (&asked);
  if (n < 0)
    g_warning ("A list cannot be counted: %s", error->message);

  return MAX (n, 0);
}

const char *
dov_list_page_get_words (DovListPage *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->filter));
}
