/* dov-record.h - the base of every record, and the table that declares its fields */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

#include "dov-calendar.h"

G_BEGIN_DECLS

/**
 * DovKind:
 *
 * The closed list of what a field can hold, with the C type of its member.
 * Text members are never NULL; dates and moments are NULL while unknown;
 * numbers are %DOV_UNKNOWN while nobody gave them, unless the field is
 * flagged %DOV_FROM_ZERO.
 */
typedef enum
{
  DOV_KIND_TEXT,      /* char *, one line */
  DOV_KIND_NOTE,      /* char *, many lines */
  DOV_KIND_NUMBER,    /* gint64, whole */
  DOV_KIND_QUANTITY,  /* gint64, in thousandths: 54,3 m² is 54300 */
  DOV_KIND_MONEY,     /* gint64, in kopecks */
  DOV_KIND_FLAG,      /* gboolean */
  DOV_KIND_DATE,      /* GDate * */
  DOV_KIND_TIME,      /* DovTime, minutes since midnight */
  DOV_KIND_MOMENT,    /* GDateTime *, the date and the time on the club's wall */
  DOV_KIND_CHOICE,    /* an enum with a GType; value_name is its label, 0 is “not given” */
  DOV_KIND_CHOICES,   /* a flags type; value_name is the label of each */
  DOV_KIND_LINK,      /* gint64, the id of another record, 0 while there is none */
} DovKind;

/* How many letters a text may have, by its kind: a line, and a note. More is refused with words, never cut. */
#define DOV_LONGEST_TEXT 500
#define DOV_LONGEST_NOTE 20000

/* A number, a quantity or money that nobody has given. It is not zero. */
#define DOV_UNKNOWN G_MININT64

typedef enum
{
  DOV_REQUIRED  = 1 << 0,   /* may not be saved empty */
  DOV_PERSONAL  = 1 << 1,   /* names, addresses, dates of birth: left out of documents that have none */
  DOV_SPECIAL   = 1 << 2,   /* health and the like: needs a consent of its own */
  DOV_LISTED    = 1 << 3,   /* has a column of its own in lists; its text is found by search */
  DOV_FROM_ZERO = 1 << 4,   /* a number that starts at 0 and is never unknown */
  DOV_NAME      = 1 << 5,   /* a text that is part of a person's name (V1) */
  DOV_PHONE     = 1 << 6,   /* a text that is a telephone number (V4) */
  DOV_SNILS     = 1 << 7,   /* a text that is an insurance number (V3) */
  DOV_OKTMO     = 1 << 8,   /* a text that is a code of a municipality (V7) */
  DOV_YEAR      = 1 << 9,   /* a number that is a year: shown as 2013, not 2 013 */
  DOV_COVERED   = 1 << 10,  /* not for the eyes of a visitor beside the desk; what is special never is */
  DOV_SIGNED    = 1 << 11,  /* a number that may be below zero: a movement out of the stock */
  DOV_PAST      = 1 << 12,  /* a date or a moment that cannot be still to come (V5) */
  DOV_MOSTLY_PAST = 1 << 17,  /* a date that may be still to come, and mostly is a slip then: it is asked about (V5) */
  DOV_TODAY     = 1 << 13,  /* a date of what is mostly written down on the day itself: a form begins with it */
  DOV_BIRTH     = 1 << 16,  /* a date of birth: its year is typed, and two digits of it are never still to come */
  DOV_ABOVE_ZERO = 1 << 15,  /* a number that is more than nothing (V6) */
  DOV_PART      = 1 << 14,  /* a link to the whole of which the record is a part: it goes into the bin with it */
} DovFieldFlags;

/**
 * DovField:
 * @name: the member, its property, its SQL column and its JSON key, all the same word
 * @kind: what it holds
 * @label: what people read, marked with N_()
 * @target: the enum behind a choice, or the record behind a link
 * @list: for a link to a reference item, the code of the list it is taken from
 * @after: (nullable): for a date or a moment, the field of the same kind with which
 *   begins what ends here: it cannot be earlier (V5), and a time typed alone is of
 *   that day
 * @most: for what is counted or paid, the most that can be meant, as it is kept
 *   (V6); 0: what is usual for its kind
 *
 * One line of a record's field table. Everything that handles records in
 * general (store, forms, lists, Excel, audit, exchange) reads only this.
 */
typedef struct
{
  const char     *name;
  DovKind         kind;
  const char     *label;
  DovFieldFlags   flags;
  GType         (*target) (void);
  const char     *list;
  gsize           offset;
  const char     *after;
  gint64          most;
} DovField;

/* The kind of a field and the C type of its member cannot disagree: a table
 * with DOV_DATE on a char * member does not compile. */
#define DOV_TEXT(T, member, label, flags)     DOV_FIELD_ (T, member, char *, DOV_KIND_TEXT, label, flags, NULL, NULL)
#define DOV_NOTE(T, member, label, flags)     DOV_FIELD_ (T, member, char *, DOV_KIND_NOTE, label, flags, NULL, NULL)
#define DOV_NUMBER(T, member, label, flags)   DOV_FIELD_ (T, member, gint64, DOV_KIND_NUMBER, label, flags, NULL, NULL)
#define DOV_QUANTITY(T, member, label, flags) DOV_FIELD_ (T, member, gint64, DOV_KIND_QUANTITY, label, flags, NULL, NULL)
#define DOV_MONEY(T, member, label, flags)    DOV_FIELD_ (T, member, gint64, DOV_KIND_MONEY, label, flags, NULL, NULL)
#define DOV_NUMBER_TO(T, member, label, flags, most)   DOV_FIELD_TO_ (T, member, DOV_KIND_NUMBER, label, flags, most)
#define DOV_QUANTITY_TO(T, member, label, flags, most) DOV_FIELD_TO_ (T, member, DOV_KIND_QUANTITY, label, flags, most)
#define DOV_MONEY_TO(T, member, label, flags, most)    DOV_FIELD_TO_ (T, member, DOV_KIND_MONEY, label, flags, most)
#define DOV_FLAG(T, member, label, flags)     DOV_FIELD_ (T, member, gboolean, DOV_KIND_FLAG, label, flags, NULL, NULL)
#define DOV_DATE(T, member, label, flags)     DOV_FIELD_ (T, member, GDate *, DOV_KIND_DATE, label, flags, NULL, NULL)
#define DOV_TIME(T, member, label, flags)     DOV_FIELD_ (T, member, DovTime, DOV_KIND_TIME, label, flags, NULL, NULL)
#define DOV_MOMENT(T, member, label, flags)   DOV_FIELD_ (T, member, GDateTime *, DOV_KIND_MOMENT, label, flags, NULL, NULL)
#define DOV_CHOICE(T, member, label, flags, Enum, enum_get_type) \
  DOV_FIELD_ (T, member, Enum, DOV_KIND_CHOICE, label, flags, enum_get_type, NULL)
#define DOV_CHOICES(T, member, label, flags, Flags, flags_get_type) \
  DOV_FIELD_ (T, member, Flags, DOV_KIND_CHOICES, label, flags, flags_get_type, NULL)
#define DOV_LINK(T, member, label, flags, record_get_type) \
  DOV_FIELD_ (T, member, gint64, DOV_KIND_LINK, label, flags, record_get_type, NULL)
#define DOV_ITEM(T, member, label, flags, list) \
  DOV_FIELD_ (T, member, gint64, DOV_KIND_LINK, label, flags, dov_ref_item_get_type, list)

#define DOV_DATE_AFTER(T, member, label, flags, first) \
  DOV_FIELD_AFTER_ (T, member, GDate *, DOV_KIND_DATE, label, flags, first)
#define DOV_MOMENT_AFTER(T, member, label, flags, first) \
  DOV_FIELD_AFTER_ (T, member, GDateTime *, DOV_KIND_MOMENT, label, flags, first)

#define DOV_FIELD_(T, member, CType, kind, label, flags, target, list) \
  { #member, kind, label, flags, target, list, \
    _Generic (((T *) 0)->member, CType: G_STRUCT_OFFSET (T, member)), NULL, 0 }
#define DOV_FIELD_AFTER_(T, member, CType, kind, label, flags, first) \
  { #member, kind, label, flags, NULL, NULL, \
    _Generic (((T *) 0)->member, CType: G_STRUCT_OFFSET (T, member)), \
    _Generic (((T *) 0)->first, CType: #first), 0 }
#define DOV_FIELD_TO_(T, member, kind, label, flags, most) \
  { #member, kind, label, flags, NULL, NULL, \
    _Generic (((T *) 0)->member, gint64: G_STRUCT_OFFSET (T, member)), NULL, most }

/**
 * DOV_DEFINE_CHOICES:
 *
 * Defines the GType of an enum whose labels people read and whose codes files
 * keep. The rows are GEnumValue: { DOV_SEX_MALE, N_("male"), "m" }. The first,
 * “not given”, is added here: its code is the empty text.
 */
#define DOV_DEFINE_CHOICES(TypeName, type_name, ...) \
  GType type_name##_get_type (void) \
  { \
    static const GEnumValue choices[] = { { 0, "", "" }, __VA_ARGS__, { 0, NULL, NULL } }; \
    static gsize type; \
    if (g_once_init_enter (&type)) \
      g_once_init_leave (&type, g_enum_register_static (g_intern_static_string (#TypeName), choices)); \
    return type; \
  }

/* The same for a set of choices; the rows are GFlagsValue. */
#define DOV_DEFINE_CHOICE_SET(TypeName, type_name, ...) \
  GType type_name##_get_type (void) \
  { \
    static const GFlagsValue choices[] = { __VA_ARGS__, { 0, NULL, NULL } }; \
    static gsize type; \
    if (g_once_init_enter (&type)) \
      g_once_init_leave (&type, g_flags_register_static (g_intern_static_string (#TypeName), choices)); \
    return type; \
  }

/* What a field of a new record holds before anybody types: DOV_PRESET (DovNeed, status, DOV_NEED_STATUS_OPEN). */
typedef struct
{
  gsize  offset;
  gsize  size;
  gint64 value;
} DovPreset;

#define DOV_PRESET(T, member, value) { G_STRUCT_OFFSET (T, member), sizeof (((T *) 0)->member), value }
#define DOV_PRESETS(...) (const DovPreset[]) { __VA_ARGS__, { 0, 0, 0 } }

/**
 * DOV_DEFINE_RECORD:
 * @TypeName: as in the header
 * @type_name: the same in small letters
 * @field_table: the static array of its fields
 * @...: members of #DovRecordTraits: .table, .label and .labels, and what else it has
 *
 * Stands at the end of the file of a record and makes a class of what the file declares.
 */
#define DOV_DEFINE_RECORD(TypeName, type_name, field_table, ...) \
  static const DovRecordTraits type_name##_traits = \
    { .fields = field_table, .n_fields = G_N_ELEMENTS (field_table), __VA_ARGS__ }; \
  GType type_name##_get_type (void) \
  { \
    static gsize type; \
    if (g_once_init_enter (&type)) \
      g_once_init_leave (&type, dov_record_register (#TypeName, sizeof (TypeName##Class), sizeof (TypeName), \
                                                     &type_name##_traits)); \
    return type; \
  }

/**
 * dov_set:
 * @self: a record of a known class, such as a DovFamily *
 * @member: the bare name of the field
 * @value: of the C type of the field
 *
 * Sets a field by name and notifies. The compiler knows the name and checks
 * the value, unlike with g_object_set(). To read a field, just read it.
 */
#define dov_set(self, member, value) \
  _Generic ((self)->member, \
            char *:      dov_record_set_string, \
            gint64:      dov_record_set_number, \
            GDate *:     dov_record_set_date, \
            GDateTime *: dov_record_set_moment, \
            DovTime:     dov_record_set_time, \
            default:     dov_record_set_int) (DOV_RECORD (self), #member, value)

#define DOV_TYPE_RECORD (dov_record_get_type ())
G_DECLARE_DERIVABLE_TYPE (DovRecord, dov_record, DOV, RECORD, GObject)

/**
 * DovRecordTraits:
 * @table: the name of the record in SQL, JSON lines and definitions
 * @label: what people call one, marked with N_()
 * @labels: what people call many, marked with N_()
 * @fields: a static table, one line a field
 * @n_fields: at most 64: dov_record_diff() has one bit for each
 * @presets: (nullable): what a new one begins with
 * @line: one line that tells this record from others, from its own fields: words with
 *   names of fields in braces; what stands in brackets is left out while its fields
 *   are empty: "{name}[, size {size}]"; marked with N_() if it has words
 * @describe: (nullable): makes the line where that is not enough
 * @name: (nullable): how a line about another record names this one: a person
 *   without the date of birth; %NULL: as @describe
 * @subject: (nullable): the link that says whom or what the record is about;
 *   %NULL: the last of the required links with which its table begins
 * @tidy: brings what was typed into its one stored form, before checks
 * @check: adds what is wrong beyond the table's own rules
 * @is_ledger: rows are written once and stay: never changed, never removed,
 *   left alone by undo; their links may lead into the bin
 *
 * What there is to say of one kind of record.
 */
typedef struct
{
  const char      *table;
  const char      *label;
  const char      *labels;
  const DovField  *fields;
  guint            n_fields;
  const DovPreset *presets;
  const char      *line;
  char          *(*describe) (DovRecord *self);
  char          *(*name)     (DovRecord *self);
  const char      *subject;
  void           (*tidy)     (DovRecord *self);
  void           (*check)    (DovRecord *self,
                              GPtrArray *problems);
  gboolean         is_ledger;
} DovRecordTraits;

/* The traits, as they stand there, and the properties made of the fields. */
struct _DovRecordClass
{
  GObjectClass     parent_class;

  const char      *table;
  const char      *label;
  const char      *labels;
  const DovField  *fields;
  guint            n_fields;
  const DovPreset *presets;
  GParamSpec     **properties;
  const char      *line;
  char          *(*describe) (DovRecord *self);
  char          *(*name)     (DovRecord *self);
  const char      *subject;
  void           (*tidy)     (DovRecord *self);
  void           (*check)    (DovRecord *self,
                              GPtrArray *problems);
  gboolean         is_ledger;
};

GType           dov_record_register         (const char            *name,
                                             guint                  class_size,
                                             guint                  size,
                                             const DovRecordTraits *traits);

#define DOV_RECORD_ERROR (dov_record_error_quark ())
typedef enum
{
  DOV_RECORD_ERROR_MALFORMED,  /* a text that cannot be this field */
  DOV_RECORD_ERROR_REFUSED,    /* a rule refuses the record */
  DOV_RECORD_ERROR_WARNING,    /* a rule asks for a confirmation first */
} DovRecordError;

GQuark          dov_record_error_quark      (void);

/**
 * DovProblem:
 * @field: the field it stands under, or %NULL when it concerns the whole record
 * @rule: the rule's number in domain.md, such as "V9", or %NULL
 * @is_warning: may be confirmed with a reason
 * @message: translated, what is wrong and what to do
 */
typedef struct
{
  const DovField *field;
  const char     *rule;
  gboolean        is_warning;
  char           *message;
} DovProblem;

GPtrArray      *dov_problems_new            (void);
/* What cannot be done, in words that say what to do instead; always FALSE. */
gboolean        dov_refuse                  (GError        **error,
                                             const char     *format,
                                             ...) G_GNUC_PRINTF (2, 3);
void            dov_problems_add            (GPtrArray      *problems,
                                             DovRecord      *record,
                                             const char     *field,
                                             const char     *rule,
                                             const char     *format,
                                             ...) G_GNUC_PRINTF (5, 6);
void            dov_problems_warn           (GPtrArray      *problems,
                                             DovRecord      *record,
                                             const char     *field,
                                             const char     *rule,
                                             const char     *format,
                                             ...) G_GNUC_PRINTF (5, 6);

const DovField *dov_record_class_find_field (DovRecordClass *klass,
                                             const char     *name);

DovRecord      *dov_record_new              (GType           type,
                                             gint64          id);
const DovField *dov_record_find_field       (DovRecord      *self,
                                             const char     *name);
gint64          dov_record_get_number       (DovRecord      *self,
                                             const char     *name);
gint64          dov_record_get_id           (DovRecord      *self);
void            dov_record_give_id          (DovRecord      *self,
                                             gint64          id);
gboolean        dov_record_is_removed       (DovRecord      *self);
void            dov_record_mark_removed     (DovRecord      *self,
                                             gboolean        removed);
char           *dov_record_describe         (DovRecord      *self);
void            dov_record_tidy             (DovRecord      *self);
GPtrArray      *dov_record_list_problems    (DovRecord      *self) G_GNUC_WARN_UNUSED_RESULT;
char           *dov_record_dup_fault        (DovRecord      *self,
                                             const DovField *field) G_GNUC_WARN_UNUSED_RESULT;
gboolean        dov_record_check            (DovRecord      *self,
                                             GError        **error);
char           *dov_record_dup_key          (DovRecord      *self) G_GNUC_WARN_UNUSED_RESULT;

DovRecord      *dov_record_dup              (DovRecord      *self) G_GNUC_WARN_UNUSED_RESULT;
void            dov_record_assign           (DovRecord      *self,
                                             DovRecord      *other);
guint64         dov_record_diff             (DovRecord      *self,
                                             DovRecord      *other);
gboolean        dov_record_has_changed      (DovRecord      *before,
                                             DovRecord      *after,
                                             ...) G_GNUC_NULL_TERMINATED;
gboolean        dov_record_is_empty         (DovRecord      *self,
                                             const DovField *field);

void            dov_record_set_string       (DovRecord      *self,
                                             const char     *name,
                                             const char     *value);
void            dov_record_set_number       (DovRecord      *self,
                                             const char     *name,
                                             gint64          value);
void            dov_record_set_int          (DovRecord      *self,
                                             const char     *name,
                                             int             value);
void            dov_record_set_date         (DovRecord      *self,
                                             const char     *name,
                                             const GDate    *value);
void            dov_record_set_time         (DovRecord      *self,
                                             const char     *name,
                                             DovTime         value);
void            dov_record_set_moment       (DovRecord      *self,
                                             const char     *name,
                                             GDateTime      *value);

void            dov_record_get_value        (DovRecord      *self,
                                             const DovField *field,
                                             GValue         *value);
gboolean        dov_record_set_value        (DovRecord      *self,
                                             const DovField *field,
                                             const GValue   *value);

char           *dov_record_dup_text         (DovRecord      *self,
                                             const DovField *field) G_GNUC_WARN_UNUSED_RESULT;
gboolean        dov_record_set_text         (DovRecord      *self,
                                             const DovField *field,
                                             const char     *text,
                                             GError        **error);
char           *dov_record_dup_shown        (DovRecord      *self,
                                             const DovField *field) G_GNUC_WARN_UNUSED_RESULT;
gboolean        dov_record_set_typed        (DovRecord      *self,
                                             const DovField *field,
                                             const char     *text,
                                             GError        **error);

/* What stands half typed in a form, kept with its draft. */
void            dov_record_keep_typed       (DovRecord      *self,
                                             const char     *key,
                                             const char     *text);
const char     *dov_record_get_typed        (DovRecord      *self,
                                             const char     *key);
GPtrArray      *dov_record_list_typed       (DovRecord      *self) G_GNUC_WARN_UNUSED_RESULT;
void            dov_record_keep_ids         (DovRecord      *self,
                                             const char     *key,
                                             GArray         *ids);
GArray         *dov_record_dup_kept_ids     (DovRecord      *self,
                                             const char     *key) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
