/* dov-seeker.c - looks for what was typed in a thread of its own, so that typing never waits */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-seeker.h"

#include "dov-finding.h"
#include "dov-fold.h"
#include "dov-visitor.h"

/* A word to look for; @typed NULL ends the thread. */
typedef struct
{
  char         *typed;
  char         *russian;    /* the same keys in the Russian layout, or NULL */
  gboolean      is_known;   /* documents or sections go by that name: the layout was right */
  gboolean      is_near;    /* a visitor */
  GCancellable *cancellable;
} Task;

/* What both threads hold. The seeker may be gone while an answer is on its way. */
typedef struct
{
  GAsyncQueue *tasks;
  char        *path;
  DovSeeker   *seeker;      /* the main thread's; NULL when it is gone */
} Lane;

/* What was found of one kind, or that all kinds were asked. */
typedef struct
{
  Lane         *lane;
  GCancellable *cancellable;
  guint         kind;
  GArray       *ids;        /* NULL: that was all */
  char         *meant;
} Answer;

struct _DovSeeker
{
  GObject       parent_instance;

  DovStore     *store;
  Lane         *lane;
  GThread      *thread;
  char         *typed;
  gboolean      has_found;
  GCancellable *cancellable; /* of the word that is sought */
};

enum
{
  FOUND,
  DONE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DovSeeker, dov_seeker, G_TYPE_OBJECT)

static void
task_free (Task *task)
{
  g_free (task->typed);
  g_free (task->russian);
  g_clear_object (&task->cancellable);
  g_free (task);
}

static void
lane_clear (Lane *lane)
{
  g_async_queue_unref (lane->tasks);
  g_free (lane->path);
}

static void
answer_free (Answer *answer)
{
  g_atomic_rc_box_release_full (answer->lane, (GDestroyNotify) lane_clear);
  g_clear_object (&answer->cancellable);
  g_clear_pointer (&answer->ids, g_array_unref);
  g_free (answer->meant);
  g_free (answer);
}

static void
tell_found (DovSeeker *self,
            GPtrArray *findings)
{
  if (findings->len == 0)
    return;

  self->has_found = TRUE;
  g_signal_emit (self, signals[FOUND], 0, findings);
}

/* Documents and sections come last, for what was meant if that is another word. */
static void
finish (DovSeeker  *self,
        const char *meant)
{
  g_autoptr (GPtrArray) others = dov_findings_list_others (self->store, meant != NULL ? meant : self->typed);

  tell_found (self, others);
  /* Whoever was waiting for it may have closed the palette. */
  if (!g_cancellable_is_cancelled (self->cancellable))
    g_signal_emit (self, signals[DONE], 0, self->has_found ? meant : NULL);
}

static gboolean
answer_cb (gpointer data)
{
  Answer *answer = data;
  g_autoptr (DovSeeker) self = answer->lane->seeker != NULL ? g_object_ref (answer->lane->seeker) : NULL;

  /* An older word, or the palette is closed. */
  if (self == NULL || g_cancellable_is_cancelled (answer->cancellable))
    return G_SOURCE_REMOVE;

  if (answer->ids != NULL)
    {
      g_autoptr (GPtrArray) findings = dov_findings_name (self->store, answer->kind, answer->ids);

      tell_found (self, findings);
    }
  else
    {
      finish (self, answer->meant);
    }

  return G_SOURCE_REMOVE;
}

/* In the thread. Below keys and drawing: what was typed is seen first. */
static void
tell (Lane       *lane,
      Task       *task,
      guint       kind,
      GArray     *ids,
      const char *meant)
{
  Answer *answer = g_new0 (Answer, 1);
  g_autoptr (GSource) source = g_idle_source_new ();

  answer->lane = g_atomic_rc_box_acquire (lane);
  answer->cancellable = g_object_ref (task->cancellable);
  answer->kind = kind;
  answer->ids = ids;
  answer->meant = g_strdup (meant);
  g_source_set_callback (source, answer_cb, answer, (GDestroyNotify) answer_free);
  g_source_attach (source, NULL);
}

/* Families that are found only by somebody in them are told after the kind that follows: the person stands first. */
static guint
ask_kinds (Lane       *lane,
           DovStore   *store,
           Task       *task,
           const char *typed)
{
  g_autoptr (GArray) later = NULL;
  guint n_kinds = 0, n = dov_findings_count_kinds ();

  for (guint i = 0; i < n && !g_cancellable_is_cancelled (task->cancellable); i++)
    {
      g_autoptr (GArray) before = g_steal_pointer (&later);
      g_autoptr (GArray) ids = task->is_near && dov_findings_tell (i) ? NULL : dov_findings_list (store, i, typed, NULL);

      if (ids != NULL && ids->len > 0)
        {
          n_kinds++;
          if (i + 1 == n || dov_findings_are_own (store, i, typed))
            tell (lane, task, i, g_steal_pointer (&ids), NULL);
          else
            later = g_steal_pointer (&ids);
        }
      if (before != NULL)
        tell (lane, task, i - 1, g_steal_pointer (&before), NULL);
    }

  return n_kinds;
}

static void
do_task (Lane     *lane,
         DovStore *store,
         Task     *task)
{
  const char *meant = NULL;

  if (store != NULL)
    {
      dov_database_set_cancellable (dov_store_get_database (store), task->cancellable);
      if (ask_kinds (lane, store, task, task->typed) == 0 && !task->is_known && task->russian != NULL)
        {
          ask_kinds (lane, store, task, task->russian);
          meant = task->russian;
        }
      dov_database_set_cancellable (dov_store_get_database (store), NULL);
    }
  if (!g_cancellable_is_cancelled (task->cancellable))
    tell (lane, task, 0, NULL, meant);
}

/* The thread has a connection of its own as long as it runs. */
static gpointer
run (gpointer data)
{
  Lane *lane = data;
  g_autoptr (DovStore) store = dov_store_open (lane->path, DOV_STORE_READ_ONLY, NULL);
  gboolean goes_on = TRUE;

  while (goes_on)
    {
      Task *task = g_async_queue_pop (lane->tasks);

      goes_on = task->typed != NULL;
      if (goes_on && !g_cancellable_is_cancelled (task->cancellable))
        do_task (lane, store, task);
      task_free (task);
    }
  if (store != NULL)
    dov_store_close (store, NULL);
  g_atomic_rc_box_release_full (lane, (GDestroyNotify) lane_clear);

  return NULL;
}

static char *
dup_russian (const char *typed)
{
  g_autofree char *russian = dov_fold_from_latin_keys (typed);

  return russian != NULL && *russian != '\0' && !g_str_equal (russian, typed) ? g_steal_pointer (&russian) : NULL;
}

/**
 * dov_seeker_seek:
 * @typed: any fragment; the empty text finds sections and things to do
 *
 * Gives up the word before and looks for this one.
 */
void
dov_seeker_seek (DovSeeker  *self,
                 const char *typed)
{
  g_autoptr (GPtrArray) others = NULL;
  Task *task;

  g_return_if_fail (DOV_IS_SEEKER (self));
  g_return_if_fail (self->thread != NULL);

  g_cancellable_cancel (self->cancellable);
  g_set_object (&self->cancellable, NULL);
  self->cancellable = g_cancellable_new ();
  g_free (self->typed);
  self->typed = g_strstrip (g_strdup (typed));
  self->has_found = FALSE;
  if (*self->typed == '\0')
    {
      finish (self, NULL);
      return;
    }

  others = dov_findings_list_others (self->store, self->typed);
  task = g_new0 (Task, 1);
  task->typed = g_strdup (self->typed);
  task->russian = dup_russian (self->typed);
  task->is_known = others->len > 0;
  task->is_near = dov_visitor_is_near ();
  task->cancellable = g_object_ref (self->cancellable);
  g_async_queue_push (self->lane->tasks, task);
}

/**
 * dov_seeker_stop:
 *
 * Gives up whatever is sought. When this returns, nothing holds the file any more.
 */
void
dov_seeker_stop (DovSeeker *self)
{
  g_return_if_fail (DOV_IS_SEEKER (self));

  if (self->thread == NULL)
    return;

  g_cancellable_cancel (self->cancellable);
  self->lane->seeker = NULL;
  g_async_queue_push (self->lane->tasks, g_new0 (Task, 1));
  g_thread_join (g_steal_pointer (&self->thread));
  g_atomic_rc_box_release_full (g_steal_pointer (&self->lane), (GDestroyNotify) lane_clear);
}

/**
 * dov_seeker_new:
 * @store: the file; it is read through a connection of its own
 *
 * Returns: (transfer full): a seeker, to be stopped before @store is closed
 */
DovSeeker *
dov_seeker_new (DovStore *store)
{
  DovSeeker *self;

  g_return_val_if_fail (DOV_IS_STORE (store), NULL);

  self = g_object_new (DOV_TYPE_SEEKER, NULL);
  self->store = g_object_ref (store);
  self->lane = g_atomic_rc_box_new0 (Lane);
  self->lane->tasks = g_async_queue_new_full ((GDestroyNotify) task_free);
  self->lane->path = g_strdup (dov_store_get_path (store));
  self->lane->seeker = self;
  self->thread = g_thread_new ("seeker", run, g_atomic_rc_box_acquire (self->lane));

  return self;
}

static void
dov_seeker_dispose (GObject *object)
{
  DovSeeker *self = DOV_SEEKER (object);

  dov_seeker_stop (self);
  g_clear_object (&self->store);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->typed, g_free);

  G_OBJECT_CLASS (dov_seeker_parent_class)->dispose (object);
}

static void
dov_seeker_class_init (DovSeekerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dov_seeker_dispose;

  signals[FOUND] = g_signal_new ("found", DOV_TYPE_SEEKER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, G_TYPE_PTR_ARRAY);
  signals[DONE] = g_signal_new ("done", DOV_TYPE_SEEKER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
dov_seeker_init (DovSeeker *self)
{
}
