/* dov-store.h - the records of a club, kept in one file */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-database.h"
#include "dov-record.h"

G_BEGIN_DECLS

typedef enum
{
  DOV_STORE_CREATE    = 1 << 0,  /* make the file when it is not there */
  DOV_STORE_READ_ONLY = 1 << 1,  /* look, do not touch; needs no lock */
} DovStoreFlags;

#define DOV_TYPE_STORE (dov_store_get_type ())
G_DECLARE_FINAL_TYPE (DovStore, dov_store, DOV, STORE, GObject)

/* Signals, at the end of an operation that changed something: "changed"
 * (GType type, gint64 id) for every row that was saved, removed, restored or
 * undone, or "reloaded" once when they are too many to name; then
 * "committed". Who asks the store anew waits for the last. */

/**
 * DovQuery:
 * @where: (nullable): an SQL condition over the record's own columns, with ?1…
 * @params: (nullable): a tuple of x, i, b, s, d: the values of ?1…; sunk
 * @words: (nullable): what a person typed: every word must occur in the key
 * @also: (nullable): for each word, ids found otherwise: a SELECT of ids in
 *   which ?w stands for the folded word, such as families by a child's name
 * @order: (nullable): a field name; default is the key
 * @descending: the other way round
 * @in_bin: what lies in «Корзина» instead of what does not
 * @is_nearest_first: whom one means stands before others that have @words, see
 *   dov_fold_rank(); where no other @order is asked for
 *
 * Zero means default everywhere.
 */
typedef struct
{
  const char *where;
  GVariant   *params;
  const char *words;
  const char *also;
  const char *order;
  gboolean    descending;
  gboolean    in_bin;
  gboolean    is_nearest_first;
} DovQuery;

/**
 * DovRule:
 * @before: (nullable): the record as it is stored, %NULL when it is new
 * @after: (nullable): as it is to be, %NULL when it is being removed
 *
 * Adds to @problems what the change breaks. It may read the store, in which
 * @after is not yet written (at_commit FALSE) or everything is (TRUE).
 */
typedef void (*DovRule) (DovStore  *store,
                         DovRecord *before,
                         DovRecord *after,
                         GPtrArray *problems);

typedef enum
{
  DOV_RULE_AT_END  = 1 << 0,  /* judged when the operation ends; else before each save, and in a form at once */
  DOV_RULE_OF_KEPT = 1 << 1,  /* not of what is new */
} DovRuleFlags;

/**
 * DovRuleOf:
 * @fields: (nullable): by spaces: asked of what is saved with one of these changed, as all are
 *   in a new record; "": of all that is saved; %NULL: of what is removed too
 *
 * A rule, and whom it is asked about.
 */
typedef struct
{
  GType        (*type) (void);
  DovRuleFlags   flags;
  const char    *fields;
  DovRule        check;
} DovRuleOf;

typedef enum
{
  DOV_ONCE_AT_SAVE         = 1 << 0,  /* a form tells it at once; else it is judged when the operation ends */
  DOV_ONCE_BY_DAYS         = 1 << 1,  /* once at a time: no two share a day between since and until */
  DOV_ONCE_BY_MEETING_DAYS = 1 << 2,  /* the same, but one may begin on the day that another ends */
  DOV_ONCE_WHILE_OPEN      = 1 << 3,  /* those that have no last day */
  DOV_ONCE_EITHER_WAY      = 1 << 4,  /* two fields, whichever is named first */
  DOV_ONCE_EVEN_IN_BIN     = 1 << 5,  /* what lies in the bin keeps its place */
  DOV_ONCE_OR_SAY_WHY      = 1 << 6,  /* a warning that is confirmed with a reason */
} DovOnceFlags;

/**
 * DovOnce:
 * @fields: by spaces: what tells one from another
 * @field: under which field a second one is refused
 * @rule: (nullable): its number in domain.md
 * @message: marked with N_(); a %s in it is what @says
 * @says: (nullable): SQL of what is to be told of the one that is there
 *
 * A rule that is nothing but “this is there already”.
 */
typedef struct
{
  GType        (*type) (void);
  const char    *fields;
  DovOnceFlags   flags;
  const char    *field;
  const char    *rule;
  const char    *message;
  const char    *says;
} DovOnce;

/**
 * DovConsequence:
 *
 * Writes what follows from the operation that is ending, before the rules
 * that wait for the end look at all of it. It saves into the same operation,
 * so that one undo takes both back; dov_store_list_touched() tells what the
 * operation was about. On error the operation is taken back.
 */
typedef gboolean (*DovConsequence) (DovStore  *store,
                                    GError   **error);

/**
 * DovWarning:
 * @rule: (nullable): its number in domain.md
 * @message: what it said of the record
 *
 * A warning that was let pass unread.
 */
typedef struct
{
  GType       type;
  gint64      id;
  const char *rule;
  char       *message;
} DovWarning;

/* Stands in the log for what was taken out of it for good. */
#define DOV_STORE_BLOTTED "∎"

GPtrArray   *dov_warnings_new          (void);

/* One line of the history of a record, or of undo. */
typedef struct
{
  gint64     operation;
  GDateTime *at;
  char      *who;
  char      *words;   /* what the operation was, for people */
  char      *table;
  gint64     id;
  char      *field;   /* NULL: the record was made, removed, restored… see what */
  char      *what;    /* made, changed, removed, restored, accepted */
  char      *was;     /* as files keep it; of an acceptance, the number of the rule */
  char      *became;  /* of an acceptance, the reason */
} DovChange;

/* An unfinished form. */
typedef struct
{
  gint64     number;
  GType      type;
  gint64     id;      /* of the record it edits, 0 for a new one */
  GDateTime *at;
  char      *words;   /* what it will be, for people */
} DovDraft;

/* Puts into a new file what it begins with. */
typedef gboolean (*DovStoreFill)       (DovStore       *store,
                                        gpointer        data,
                                        GError        **error);

DovStore    *dov_store_open            (const char     *path,
                                        DovStoreFlags   flags,
                                        GError        **error);
gboolean     dov_store_make            (const char     *path,
                                        DovStoreFill    fill,
                                        gpointer        data,
                                        GError        **error);
gboolean     dov_store_close           (DovStore       *self,
                                        GError        **error);
const char  *dov_store_get_path        (DovStore       *self);
gboolean     dov_store_is_read_only    (DovStore       *self);
DovDatabase *dov_store_get_database    (DovStore       *self);
DovDatabase *dov_store_get_seen        (DovStore       *self);
gboolean     dov_store_is_demo         (DovStore       *self);
gboolean     dov_store_mark_demo       (DovStore       *self,
                                        GError        **error);
char        *dov_store_dup_setting     (DovStore       *self,
                                        const char     *name) G_GNUC_WARN_UNUSED_RESULT;
gboolean     dov_store_write_setting   (DovStore       *self,
                                        const char     *name,
                                        const char     *value,
                                        GError        **error);
const char  *dov_store_get_user        (DovStore       *self);
void         dov_store_set_user        (DovStore       *self,
                                        const char     *who);
void         dov_store_set_user_id     (DovStore       *self,
                                        gint64          user_id);

DovRecord   *dov_store_find            (DovStore       *self,
                                        GType           type,
                                        gint64          id,
                                        GError        **error) G_GNUC_WARN_UNUSED_RESULT;
DovRecord   *dov_store_find_first      (DovStore       *self,
                                        GType           type,
                                        const DovQuery *query,
                                        GError        **error) G_GNUC_WARN_UNUSED_RESULT;
GArray      *dov_store_list            (DovStore       *self,
                                        GType           type,
                                        const DovQuery *query,
                                        GError        **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray   *dov_store_read            (DovStore       *self,
                                        GType           type,
                                        const DovQuery *query) G_GNUC_WARN_UNUSED_RESULT;
gpointer     dov_store_find_draft      (DovStore       *self,
                                        GType           type,
                                        gint64          id,
                                        GError        **error) G_GNUC_WARN_UNUSED_RESULT;
gpointer     dov_store_look_up         (DovStore       *self,
                                        GType           type,
                                        gint64          id) G_GNUC_WARN_UNUSED_RESULT;
gpointer     dov_store_follow          (DovStore       *self,
                                        gpointer        record,
                                        const char     *path) G_GNUC_WARN_UNUSED_RESULT;
gint64       dov_store_count           (DovStore       *self,
                                        GType           type,
                                        const DovQuery *query,
                                        GError        **error);
char        *dov_store_describe        (DovStore       *self,
                                        DovRecord      *record) G_GNUC_WARN_UNUSED_RESULT;
char        *dov_store_describe_id     (DovStore       *self,
                                        GType           type,
                                        gint64          id) G_GNUC_WARN_UNUSED_RESULT;
char        *dov_store_dup_shown       (DovStore       *self,
                                        DovRecord      *record,
                                        const DovField *field) G_GNUC_WARN_UNUSED_RESULT;

/* Asking, for rules. A row is taken by dov_statement_next(). */
DovStatement *dov_store_ask            (DovStore       *self,
                                        const char     *sql,
                                        const char     *format,
                                        ...) G_GNUC_WARN_UNUSED_RESULT;
gint64       dov_store_ask_number      (DovStore       *self,
                                        const char     *sql,
                                        const char     *format,
                                        ...);

/* The same for what is shown, and judges nothing. */
DovStatement *dov_store_see            (DovStore       *self,
                                        const char     *sql,
                                        const char     *format,
                                        ...) G_GNUC_WARN_UNUSED_RESULT;
gint64       dov_store_see_number      (DovStore       *self,
                                        const char     *sql,
                                        const char     *format,
                                        ...);
GArray      *dov_store_see_ids         (DovStore       *self,
                                        const char     *sql,
                                        const char     *format,
                                        ...) G_GNUC_WARN_UNUSED_RESULT;
gboolean     dov_store_has_seen        (DovStore       *self,
                                        GError        **error);

/* What points to a record, as it stands on that record's page. */
GArray      *dov_store_list_pointing   (DovStore       *self,
                                        GType           type,
                                        const DovField *link,
                                        gint64          id,
                                        GError        **error) G_GNUC_WARN_UNUSED_RESULT;
char        *dov_store_describe_pointing (DovStore     *self,
                                        DovRecord      *record,
                                        const DovField *link) G_GNUC_WARN_UNUSED_RESULT;

/* What is in the file that a record is. */
gboolean     dov_store_write_content   (DovStore       *self,
                                        DovRecord      *record,
                                        GBytes         *content,
                                        GError        **error);
GBytes      *dov_store_read_content    (DovStore       *self,
                                        gint64          id,
                                        GError        **error) G_GNUC_WARN_UNUSED_RESULT;

/* Saving. Outside dov_store_begin() each call is an operation of its own. */
void         dov_store_add_rule        (DovStore       *self,
                                        GType           type,
                                        gboolean        at_commit,
                                        DovRule         rule);
void         dov_store_add_rules       (DovStore       *self,
                                        const DovRuleOf *rows,
                                        guint           n_rows);
void         dov_store_add_once        (DovStore       *self,
                                        const DovOnce  *rows,
                                        guint           n_rows);
void         dov_store_add_consequence (DovStore       *self,
                                        DovConsequence  consequence);
GArray      *dov_store_list_touched    (DovStore       *self,
                                        GType           type) G_GNUC_WARN_UNUSED_RESULT;
DovRecord   *dov_store_find_before     (DovStore       *self,
                                        GType           type,
                                        gint64          id) G_GNUC_WARN_UNUSED_RESULT;
gboolean     dov_store_is_operating    (DovStore       *self);
gboolean     dov_store_is_undoing      (DovStore       *self);
gboolean     dov_store_refuse          (DovStore       *self,
                                        DovRecord      *record,
                                        const char     *field,
                                        const char     *rule,
                                        const char     *message,
                                        GError        **error);
GPtrArray   *dov_store_list_problems   (DovStore       *self,
                                        DovRecord      *draft) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray   *dov_store_list_faults     (DovStore       *self,
                                        DovRecord      *record) G_GNUC_WARN_UNUSED_RESULT;
void         dov_store_accept          (DovStore       *self,
                                        const char     *rule,
                                        const char     *reason);
void         dov_store_accept_said     (DovStore       *self,
                                        const char     *rule,
                                        const char     *said,
                                        const char     *reason);
void         dov_store_accept_of       (DovStore       *self,
                                        gint64          id,
                                        const char     *rule,
                                        const char     *reason);
void         dov_store_ask_reason      (DovStore       *self,
                                        const char     *rule);
void         dov_store_accept_all      (DovStore       *self,
                                        GPtrArray      *told);
gboolean     dov_store_save            (DovStore       *self,
                                        DovRecord      *draft,
                                        GError        **error);
gboolean     dov_store_remove          (DovStore       *self,
                                        DovRecord      *record,
                                        GError        **error);
gboolean     dov_store_restore         (DovStore       *self,
                                        DovRecord      *record,
                                        GError        **error);

gboolean     dov_store_scrub           (DovStore       *self,
                                        DovRecord      *record,
                                        const char *const *fields,
                                        GError        **error);

void         dov_store_name_operation  (DovStore       *self,
                                        const char     *words);
gboolean     dov_store_begin           (DovStore       *self,
                                        const char     *words,
                                        GError        **error);
gboolean     dov_store_judge_end       (DovStore       *self,
                                        GError        **error);
gboolean     dov_store_commit          (DovStore       *self,
                                        gint64         *operation,
                                        GError        **error);
void         dov_store_abandon         (DovStore       *self);
gboolean     dov_store_end             (DovStore       *self,
                                        gboolean        is_well,
                                        GError        **error);
DovRecord   *dov_store_get_refused     (DovStore       *self);
const DovProblem *dov_store_get_refusal (DovStore       *self);

/* Undo and history: the same log. */
gint64       dov_store_get_last_operation (DovStore    *self);
char        *dov_store_describe_operation (DovStore    *self,
                                        gint64          operation) G_GNUC_WARN_UNUSED_RESULT;
char        *dov_store_describe_deed   (DovStore       *self,
                                        gint64          operation,
                                        guint          *n_turns) G_GNUC_WARN_UNUSED_RESULT;
gboolean     dov_store_is_at_hand      (DovStore       *self,
                                        gint64          operation,
                                        gint64         *n_records);
gboolean     dov_store_undo            (DovStore       *self,
                                        gint64          operation,
                                        GError        **error);
gint64       dov_store_find_undoable   (DovStore       *self);
gint64       dov_store_find_redoable   (DovStore       *self);
GPtrArray   *dov_store_list_history    (DovStore       *self,
                                        GType           type,
                                        gint64          id,
                                        GError        **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray   *dov_store_list_operations (DovStore       *self,
                                        guint           at_most,
                                        GError        **error) G_GNUC_WARN_UNUSED_RESULT;

/* Unfinished forms. */
gboolean     dov_store_keep_draft      (DovStore       *self,
                                        DovRecord      *draft,
                                        const char     *words,
                                        gint64         *number,
                                        GError        **error);
GPtrArray   *dov_store_list_drafts     (DovStore       *self,
                                        GError        **error) G_GNUC_WARN_UNUSED_RESULT;
DovRecord   *dov_store_read_draft      (DovStore       *self,
                                        gint64          number,
                                        GError        **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean     dov_store_drop_draft      (DovStore       *self,
                                        gint64          number,
                                        GError        **error);

gint64       dov_store_count_written   (DovStore *self);

G_END_DECLS
