/* dov-record-search.c - one record chosen by any fragment: type, arrows, Enter */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-record-search.h"

#include "dov-finder.h"

struct _DovRecordSearch
{
  AdwBin      parent_instance;

  DovStore   *store;
  GType       type;
  char       *order;
  gboolean    descending;
  gint64      id;
  DovFinder  *finder;
};

enum { CHOSEN, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DovRecordSearch, dov_record_search, ADW_TYPE_BIN)

static GPtrArray *
look_cb (const char *words,
         guint       at_most,
         gpointer    user_data)
{
  DovRecordSearch *self = user_data;
  GPtrArray *found = g_ptr_array_new_with_free_func ((GDestroyNotify) dov_found_free);
  g_autoptr (GError) error = NULL;
  DovQuery query = { .words = words, .is_nearest_first = TRUE,
                     .order = self->order, .descending = self->descending };
  g_autoptr (GArray) ids = self->type != G_TYPE_NONE ? dov_store_list (self->store, self->type, &query, &error) : NULL;

  if (error != NULL)
    g_warning ("Records cannot be searched: %s", error->message);
  for (guint i = 0; ids != NULL && i < MIN (ids->len, at_most); i++)
    {
      gint64 id = g_array_index (ids, gint64, i);

      g_ptr_array_add (found, dov_found_new (id, dov_store_describe_id (self->store, self->type, id), g_strdup ("")));
    }

  return found;
}

/* Chooses a record, as Enter does; 0: none. */
static void
choose (DovRecordSearch *self,
        gint64           id)
{
  g_autofree char *words = id != 0 ? dov_store_describe_id (self->store, self->type, id) : NULL;
  gboolean is_other = id != self->id;

  self->id = id;
  dov_finder_set_shown (self->finder, words != NULL ? words : "");
  if (is_other)
    g_signal_emit (self, signals[CHOSEN], 0);
}

/**
 * dov_record_search_ask:
 * @self: the field
 * @type: what is chosen
 * @label: what it is called
 * @order: (nullable): for DovQuery.order
 * @descending: the other way round
 *
 * Asks for a record of another kind; none is chosen yet.
 */
void
dov_record_search_ask (DovRecordSearch *self,
                       GType            type,
                       const char      *label,
                       const char      *order,
                       gboolean         descending)
{
  self->type = type;
  g_free (self->order);
  self->order = g_strdup (order);
  self->descending = descending;
  self->id = 0;
  dov_finder_set_label (self->finder, label);
  dov_finder_set_shown (self->finder, "");
}

gint64
dov_record_search_get (DovRecordSearch *self)
{
  return self->id;
}

GtkWidget *
dov_record_search_new (DovStore *store)
{
  DovRecordSearch *self = g_object_new (DOV_TYPE_RECORD_SEARCH, NULL);

  self->store = g_object_ref (store);

  return GTK_WIDGET (self);
}

static void
dov_record_search_finalize (GObject *object)
{
  DovRecordSearch *self = DOV_RECORD_SEARCH (object);

  g_clear_object (&self->store);
  g_free (self->order);

  G_OBJECT_CLASS (dov_record_search_parent_class)->finalize (object);
}

static void
dov_record_search_class_init (DovRecordSearchClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dov_record_search_finalize;

  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                  NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
dov_record_search_init (DovRecordSearch *self)
{
  self->type = G_TYPE_NONE;
  self->finder = DOV_FINDER (dov_finder_new ("", look_cb, self));
  g_signal_connect_swapped (self->finder, "chosen", G_CALLBACK (choose), self);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->finder));
}
