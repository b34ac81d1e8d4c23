/* dov-store-settle.c - what was saved comes out of the log into the one file, soon after and while work goes on */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-store-private.h"

/* Whoever copies the file, or what a power cut leaves of it, has what was saved longer ago than this; milliseconds. */
#define PAUSE 1000

/* In a thread, on a connection of its own: on an old disk it takes longer than a person likes to wait.
 * Returns: whether somebody still reads the file as it was, so that it must be tried again. */
static gpointer
settle_thread (gpointer data)
{
  DovStore *self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (DovDatabase) database = dov_database_open (self->path, 0, &error);
  gboolean waits = database != NULL && !dov_database_settle (database, &error) && error == NULL;

  g_clear_object (&database);
  g_atomic_int_set (&self->has_settled, TRUE);

  return GINT_TO_POINTER (waits);
}

static gboolean
tick_cb (gpointer data)
{
  DovStore *self = data;

  if (self->settling != NULL && !g_atomic_int_get (&self->has_settled))
    return G_SOURCE_CONTINUE;
  if (self->settling != NULL && g_thread_join (g_steal_pointer (&self->settling)) != NULL)
    self->is_unsettled = TRUE;
  if (!self->is_unsettled)
    {
      self->settle_source = 0;
      return G_SOURCE_REMOVE;
    }

  self->is_unsettled = FALSE;
  g_atomic_int_set (&self->has_settled, FALSE);
  self->settling = g_thread_new ("settle", settle_thread, self);

  return G_SOURCE_CONTINUE;
}

/* Something was written into the log. A save waits for nothing of this. */
void
dov_store_settle_soon (gpointer data)
{
  DovStore *self = data;

  self->is_unsettled = TRUE;
  if (self->settle_source == 0)
    self->settle_source = g_timeout_add (PAUSE, tick_cb, self);
}

/* Before the file is closed. */
void
dov_store_stop_settling (DovStore *self)
{
  g_clear_handle_id (&self->settle_source, g_source_remove);
  if (self->settling != NULL)
    g_thread_join (g_steal_pointer (&self->settling));
}
