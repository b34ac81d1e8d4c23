/* dov-store-private.h - what the parts of the store share with one another */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-lock.h"
#include "dov-store.h"

G_BEGIN_DECLS

/* A link that a field of some record may hold. */
typedef struct
{
  GType           type;    /* of the record that holds it */
  const DovField *field;
} DovReferrer;

/* What the field table of a record says in SQL, worked out once. */
typedef struct
{
  GType           type;
  DovRecordClass *klass;
  char           *select;     /* one row by its id: removed, fields… */
  char           *insert;     /* id, key, fields… */
  char           *update;     /* the same parameters */
  const DovField *leading;    /* the text by which rows of one key are put in order, or NULL */
  GArray         *referrers;  /* DovReferrer: who may point to such a record */
} DovTable;

/* The one object that stands for a row for as long as anybody holds it, so
 * that a list and a card never disagree. The store does not hold it. */
typedef struct
{
  DovStore  *store;
  DovRecord *record;
  gint64     id;
} DovLiving;

typedef struct
{
  GType    type;
  gboolean at_commit;
  DovRule  check;
  gboolean is_of_saved;   /* not asked of what is removed */
  gboolean is_of_kept;    /* nor of what is new */
  guint64  fields;        /* one of which has changed */
} DovRuleEntry;

typedef struct
{
  char     *rule;
  char     *reason;
  char     *said;        /* the words of the warning, NULL: of any */
  gint64    id;          /* of the record it is about, 0: of any */
  gboolean  was_tried;   /* an attempt with it has failed */
} DovAcceptance;

/* A record that an operation has touched. */
typedef struct
{
  GType      type;
  gint64     id;
  DovRecord *before;     /* as it was before the operation; NULL when it was not there */
  DovRecord *living;     /* held, and silent until the end; NULL when it was not there */
  DovRecord *draft;      /* weak: what was saved last, or NULL */
  gboolean   is_named;   /* the draft was given its id here */
  gboolean   is_removed; /* lies in the bin now */
  gboolean   waits;      /* a link of it is judged at the end */
  gboolean   was_early;  /* it was saved before what it points to: its rules could not know */
} DovTouched;

typedef struct
{
  char       *words;
  gint64      undoes;
  gint64      number;       /* 0 until something is written */
  gboolean    is_explicit;  /* between dov_store_begin() and its end */
  guint       n_joined;     /* begins inside it that have not ended */
  gboolean    is_counted;   /* the counter of ids moved */
  GPtrArray  *touched;
  GHashTable *by_id;        /* id → DovTouched */
} DovOperation;

/* Found records are held a little, since what was read once is mostly read again. */
#define DOV_STORE_N_RECENT 256

struct _DovStore
{
  GObject        parent_instance;

  DovLock       *lock;       /* NULL when opened for reading only */
  DovDatabase   *database;
  DovDatabase   *seen;       /* reads only, for what is shown; NULL until it is asked for */
  guint          n_asking;   /* rules that are being asked with nothing to be saved */
  char          *path;
  char          *user;       /* by name, as the log shows it */
  gint64         user_id;    /* of the account, 0: nobody signed in */
  gboolean       is_read_only;

  guint          settle_source;  /* 0: all that was saved stands in the file itself */
  GThread       *settling;       /* brings it there; NULL: none is at work */
  int            has_settled;    /* atomic: it has come to its end */
  gboolean       is_unsettled;   /* something was written since it began */

  GHashTable    *tables;     /* GType → DovTable */
  GHashTable    *living;     /* id → DovLiving */
  DovRecord     *recent[DOV_STORE_N_RECENT];
  guint          next_recent;

  gint64         tag;        /* the upper half of every id made here */
  gint64         counter;    /* the lower half of the last one */

  GArray        *rules;      /* DovRuleEntry */
  GPtrArray     *once;       /* const DovOnce */
  GArray        *consequences; /* DovConsequence */
  GArray        *accepted;   /* DovAcceptance */
  gboolean       accepts_all;
  const char    *asks_reason; /* interned: a rule that accepts_all leaves out, or NULL */
  GPtrArray     *told;

  DovOperation  *operation;
  gint64         last_operation;
  gint64         sitting;        /* the last one before the file was opened here */
  DovRecord     *refused;
  GPtrArray     *refusals;       /* the problems of that record */
  DovProblem    *refusal;        /* one of them */
};

/* dov-store.c */
DovTable   *dov_store_get_table      (DovStore       *self,
                                      GType           type);
void        dov_store_remember       (DovStore       *self,
                                      DovRecord      *record);
void        dov_store_forget         (DovStore       *self,
                                      gint64          id);
DovRecord  *dov_store_read_row       (DovStore       *self,
                                      GType           type,
                                      gint64          id,
                                      GError        **error);
gboolean    dov_store_has_row        (DovStore       *self,
                                      GType           type,
                                      gint64          id,
                                      gboolean       *is_removed,
                                      GError        **error);
void        dov_store_say_changes    (DovStore       *self,
                                      DovOperation   *operation);
gboolean    dov_store_set_not_found  (DovTable       *table,
                                      GError        **error);

/* dov-store-schema.c */
gboolean    dov_store_prepare_schema (DovStore       *self,
                                      GError        **error);
DovTable   *dov_store_table_new            (GType           type);
void        dov_store_table_free           (DovTable       *table);
void        dov_store_table_find_referrers (GHashTable     *tables);

/* dov-store-save.c */
gboolean    dov_store_write_row      (DovStore       *self,
                                      DovRecord      *record,
                                      gboolean        is_new,
                                      GError        **error);
void        dov_store_bind_field     (DovStatement   *row,
                                      int             index,
                                      DovRecord      *record,
                                      const DovField *field);
gboolean    dov_store_fill_record    (DovRecord      *record,
                                      DovStatement   *row,
                                      GError        **error);

/* dov-store-operation.c */
gboolean    dov_store_ensure_operation (DovStore     *self,
                                      GError        **error);
DovTouched *dov_store_touch          (DovStore       *self,
                                      DovRecord      *living,
                                      GType           type,
                                      gint64          id);
gboolean    dov_store_end_single     (DovStore       *self,
                                      gboolean        done,
                                      GError        **error);
gint64      dov_store_make_id        (DovStore       *self);
void        dov_store_note_id        (DovStore       *self,
                                      gint64          id);

/* dov-store-audit.c */
gboolean    dov_store_number_operation (DovStore     *self,
                                      GError        **error);
GPtrArray  *dov_store_list_lines     (DovStore       *self,
                                      gint64          operation,
                                      GError        **error);
gboolean    dov_store_write_line     (DovStore       *self,
                                      const char     *table,
                                      gint64          id,
                                      const char     *field,
                                      const char     *what,
                                      const char     *was,
                                      const char     *became,
                                      GError        **error);
gboolean    dov_store_write_changes  (DovStore       *self,
                                      DovRecord      *before,
                                      DovRecord      *after,
                                      GError        **error);

/* dov-store-rules.c */
void        dov_store_ask_rules      (DovStore       *self,
                                      gboolean        at_commit,
                                      DovRecord      *before,
                                      DovRecord      *after,
                                      GPtrArray      *problems);
gboolean    dov_store_has_late_rules (DovStore       *self,
                                      GType           type);
gboolean    dov_store_judge          (DovStore       *self,
                                      DovRecord      *record,
                                      GPtrArray      *problems,
                                      GError        **error);
void        dov_store_forget_refusal (DovStore       *self);
gboolean    dov_store_write_accepted (DovStore       *self,
                                      DovRecord      *record,
                                      GPtrArray      *problems,
                                      GError        **error);
void        dov_store_list_link_problems (DovStore   *self,
                                      DovRecord      *before,
                                      DovRecord      *after,
                                      gboolean       *waits,
                                      GPtrArray      *problems);
gboolean    dov_store_check_referrers (DovStore      *self,
                                      DovRecord      *record,
                                      GError        **error);
void        dov_store_forget_accepted (DovStore      *self,
                                      gboolean        only_tried);

/* dov-store-once.c */
GPtrArray  *dov_table_list_guards    (DovTable       *table,
                                      const char     *kind);
void        dov_store_ask_once       (DovStore       *self,
                                      gboolean        at_commit,
                                      DovRecord      *before,
                                      DovRecord      *after,
                                      GPtrArray      *problems);
gboolean    dov_store_has_late_once  (DovStore       *self,
                                      GType           type);

/* dov-store-query.c */
char       *dov_store_dup_linked     (DovStore       *self,
                                      DovRecord      *record,
                                      const DovField *link);
GArray     *dov_store_list_among     (DovStore       *self,
                                      GType           type,
                                      const DovQuery *query,
                                      GArray         *ids,
                                      GError        **error);

/* dov-store-settle.c */
void        dov_store_settle_soon    (gpointer        self);
void        dov_store_stop_settling  (DovStore       *self);

/* dov-store-preload.c */
gboolean    dov_store_preload        (DovStore       *self,
                                      GError        **error);

G_END_DECLS
