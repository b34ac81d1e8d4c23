/* dov-keeper.c - makes copies of the file in good time, and knows how safe it is */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-keeper.h"

#define KEEPER "dov-keeper"

struct _DovKeeper
{
  GObject    parent_instance;

  char      *path;
  GDateTime *last;       /* the last sound copy */
  gint64     n_records;  /* that it holds */
  guint      n_busy;
  GError    *error;      /* why the last attempt failed */
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DovKeeper, dov_keeper, G_TYPE_OBJECT)

static void
read_last (DovKeeper *self)
{
  g_autoptr (GPtrArray) copies = dov_backup_list (self->path, NULL);

  g_clear_pointer (&self->last, g_date_time_unref);
  self->n_records = 0;

  for (guint i = 0; copies != NULL && i < copies->len; i++)
    {
      DovCopy *copy = copies->pdata[i];

      if (copy->is_sound)
        {
          self->last = g_date_time_ref (copy->at);
          self->n_records = copy->n_records;
          return;
        }
    }
}

/**
 * dov_keeper_of:
 *
 * Returns: (transfer none): the keeper of this store's file; it lives as long as the store
 */
DovKeeper *
dov_keeper_of (DovStore *store)
{
  DovKeeper *self;

  g_return_val_if_fail (DOV_IS_STORE (store), NULL);

  self = g_object_get_data (G_OBJECT (store), KEEPER);
  if (self == NULL)
    {
      self = g_object_new (DOV_TYPE_KEEPER, NULL);
      self->path = g_strdup (dov_store_get_path (store));
      read_last (self);
      g_object_set_data_full (G_OBJECT (store), KEEPER, self, g_object_unref);
    }

  return self;
}

/**
 * dov_keeper_is_busy:
 *
 * Returns: whether a copy is being made just now
 */
gboolean
dov_keeper_is_busy (DovKeeper *self)
{
  g_return_val_if_fail (DOV_IS_KEEPER (self), FALSE);

  return self->n_busy > 0;
}

/**
 * dov_keeper_get_last:
 *
 * Returns: (transfer none) (nullable): when the last sound copy was made
 */
GDateTime *
dov_keeper_get_last (DovKeeper *self)
{
  g_return_val_if_fail (DOV_IS_KEEPER (self), NULL);

  return self->last;
}

gint64
dov_keeper_get_n_records (DovKeeper *self)
{
  g_return_val_if_fail (DOV_IS_KEEPER (self), 0);

  return self->n_records;
}

/**
 * dov_keeper_get_error:
 *
 * Returns: (transfer none) (nullable): why the last attempt gave no copy
 */
const GError *
dov_keeper_get_error (DovKeeper *self)
{
  g_return_val_if_fail (DOV_IS_KEEPER (self), NULL);

  return self->error;
}

/* In a thread: a copy is a file that has to be opened. */
static void
ask_daily_thread (GTask        *task,
                  gpointer      source,
                  gpointer      data,
                  GCancellable *cancellable)
{
  g_task_return_boolean (task, dov_backup_is_due (data));
}

/**
 * dov_keeper_ask_daily:
 *
 * Asks whether something was saved since the last copy, and that one is not of
 * today. A clock that stands still knows no today.
 */
void
dov_keeper_ask_daily (DovKeeper           *self,
                      GAsyncReadyCallback  callback,
                      gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  GDate today = dov_today ();

  g_return_if_fail (DOV_IS_KEEPER (self));

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, dov_keeper_ask_daily);
  g_task_set_task_data (task, g_strdup (self->path), g_free);
  if (self->last != NULL && dov_backup_is_believable (self->last))
    {
      GDate last = dov_moment_get_date (self->last);

      if (g_date_compare (&last, &today) == 0)
        {
          g_task_return_boolean (task, FALSE);
          return;
        }
    }
  g_task_run_in_thread (task, ask_daily_thread);
}

/**
 * dov_keeper_ask_daily_finish:
 *
 * Returns: whether the copy of today is to be made
 */
gboolean
dov_keeper_ask_daily_finish (DovKeeper    *self,
                             GAsyncResult *result)
{
  return g_task_propagate_boolean (G_TASK (result), NULL);
}

typedef struct
{
  char *path;
  char *folder;
} Work;

static void
work_free (Work *work)
{
  g_free (work->path);
  g_free (work->folder);
  g_free (work);
}

/* In a thread: the copy has a connection of its own. */
static void
make_thread (GTask        *task,
             gpointer      source,
             gpointer      data,
             GCancellable *cancellable)
{
  Work *work = data;
  g_autoptr (GError) error = NULL;
  char *copy = dov_backup_make (work->path, work->folder, NULL, NULL, cancellable, &error);

  if (copy == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  /* A copy that could not be put away does no harm: the next time tries again. */
  if (work->folder == NULL)
    dov_backup_rotate (work->path, NULL);

  g_task_return_pointer (task, copy, g_free);
}

/**
 * dov_keeper_make:
 * @folder: (nullable): where to, such as a flash drive; %NULL: beside the file
 *
 * Makes a copy and checks it, while work goes on.
 */
void
dov_keeper_make (DovKeeper           *self,
                 const char          *folder,
                 GCancellable        *cancellable,
                 GAsyncReadyCallback  callback,
                 gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  Work *work = g_new0 (Work, 1);

  g_return_if_fail (DOV_IS_KEEPER (self));

  work->path = g_strdup (self->path);
  work->folder = g_strdup (folder);
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, dov_keeper_make);
  g_task_set_task_data (task, work, (GDestroyNotify) work_free);

  self->n_busy++;
  g_signal_emit (self, signals[CHANGED], 0);
  g_task_run_in_thread (task, make_thread);
}

/**
 * dov_keeper_make_finish:
 *
 * Returns: (transfer full): the path of the copy, or %NULL
 */
char *
dov_keeper_make_finish (DovKeeper     *self,
                        GAsyncResult  *result,
                        GError       **error)
{
  g_autoptr (GError) own_error = NULL;
  char *copy = g_task_propagate_pointer (G_TASK (result), &own_error);

  g_clear_error (&self->error);
  if (own_error != NULL)
    self->error = g_error_copy (own_error);
  self->n_busy--;
  read_last (self);
  g_signal_emit (self, signals[CHANGED], 0);

  if (copy == NULL)
    g_propagate_error (error, g_steal_pointer (&own_error));

  return copy;
}

static void
dov_keeper_finalize (GObject *object)
{
  DovKeeper *self = DOV_KEEPER (object);

  g_free (self->path);
  g_clear_pointer (&self->last, g_date_time_unref);
  g_clear_error (&self->error);

  G_OBJECT_CLASS (dov_keeper_parent_class)->finalize (object);
}

static void
dov_keeper_class_init (DovKeeperClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dov_keeper_finalize;

  signals[CHANGED] = g_signal_new ("changed", DOV_TYPE_KEEPER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
dov_keeper_init (DovKeeper *self)
{
}
