/* dov-record.c - the base of every record, and the table that declares its fields */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-record.h"

#include "dov-clean.h"

typedef struct
{
  gint64   id;
  gboolean is_removed;
} DovRecordPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (DovRecord, dov_record, G_TYPE_OBJECT)
G_DEFINE_QUARK (dov-record-error-quark, dov_record_error)

enum { PROP_0, PROP_ID, N_PROPS };
static GParamSpec *base_properties[N_PROPS];

/* Text members point here while empty, so that nobody ever reads NULL. */
static char no_text[] = "";

#define MEMBER(self, field, CType) G_STRUCT_MEMBER (CType, self, (field)->offset)

/* Every text of every record comes through here, so nothing unseen gets in. */
static gboolean
set_text_member (char       **member,
                 const char  *text,
                 gboolean     many_lines)
{
  g_autofree char *cleaned = NULL;

  if (g_str_equal (*member, text ? text : no_text))
    return FALSE;
  cleaned = text != NULL ? dov_clean (text, many_lines) : NULL;
  if (g_str_equal (*member, cleaned ? cleaned : no_text))
    return FALSE;

  if (*member != no_text)
    g_free (*member);
  *member = cleaned && *cleaned ? g_steal_pointer (&cleaned) : no_text;

  return TRUE;
}

static gboolean
set_date_member (GDate       **member,
                 const GDate  *date)
{
  if (date != NULL && !g_date_valid (date))
    date = NULL;
  if (*member == date || (*member && date && g_date_compare (*member, date) == 0))
    return FALSE;

  g_clear_pointer (member, g_date_free);
  *member = date ? g_date_copy (date) : NULL;

  return TRUE;
}

static gboolean
set_moment_member (GDateTime **member,
                   GDateTime  *moment)
{
  g_autoptr (GDateTime) minute = NULL;

  /* Files keep minutes; so do records, or a moment would change by being stored. */
  if (moment != NULL)
    {
      GDate date = dov_moment_get_date (moment);

      minute = dov_moment_new (&date, dov_moment_get_time (moment));
    }
  if (*member == minute || (*member && minute && g_date_time_equal (*member, minute)))
    return FALSE;

  g_clear_pointer (member, g_date_time_unref);
  *member = g_steal_pointer (&minute);

  return TRUE;
}

/**
 * dov_record_get_value:
 * @value: (out): initialised here, to the type of the property
 */
void
dov_record_get_value (DovRecord      *self,
                      const DovField *field,
                      GValue         *value)
{
  switch (field->kind)
    {
    case DOV_KIND_TEXT:
    case DOV_KIND_NOTE:
      g_value_init (value, G_TYPE_STRING);
      g_value_set_string (value, MEMBER (self, field, char *));
      break;

    case DOV_KIND_NUMBER:
    case DOV_KIND_QUANTITY:
    case DOV_KIND_MONEY:
    case DOV_KIND_LINK:
      g_value_init (value, G_TYPE_INT64);
      g_value_set_int64 (value, MEMBER (self, field, gint64));
      break;

    case DOV_KIND_FLAG:
      g_value_init (value, G_TYPE_BOOLEAN);
      g_value_set_boolean (value, MEMBER (self, field, gboolean));
      break;

    case DOV_KIND_DATE:
      g_value_init (value, G_TYPE_DATE);
      g_value_set_boxed (value, MEMBER (self, field, GDate *));
      break;

    case DOV_KIND_TIME:
      g_value_init (value, G_TYPE_INT);
      g_value_set_int (value, MEMBER (self, field, DovTime));
      break;

    case DOV_KIND_MOMENT:
      g_value_init (value, G_TYPE_DATE_TIME);
      g_value_set_boxed (value, MEMBER (self, field, GDateTime *));
      break;

    case DOV_KIND_CHOICE:
      g_value_init (value, field->target ());
      g_value_set_enum (value, MEMBER (self, field, int));
      break;

    case DOV_KIND_CHOICES:
      g_value_init (value, field->target ());
      g_value_set_flags (value, MEMBER (self, field, guint));
      break;

    default:
      g_assert_not_reached ();
    }
}

static gboolean
set_number_member (gint64 *member,
                   gint64  number)
{
  gboolean changed = *member != number;

  *member = number;

  return changed;
}

static gboolean
set_int_member (int *member,
                int  number)
{
  gboolean changed = *member != number;

  *member = number;

  return changed;
}

/**
 * dov_record_set_value:
 *
 * The only place a member is ever written, and so the only place that notifies.
 *
 * Returns: whether the value changed
 */
gboolean
dov_record_set_value (DovRecord      *self,
                      const DovField *field,
                      const GValue   *value)
{
  DovRecordClass *klass = DOV_RECORD_GET_CLASS (self);
  gboolean changed = FALSE;

  switch (field->kind)
    {
    case DOV_KIND_TEXT:
    case DOV_KIND_NOTE:
      changed = set_text_member (&MEMBER (self, field, char *), g_value_get_string (value),
                                 field->kind == DOV_KIND_NOTE);
      break;

    case DOV_KIND_NUMBER:
    case DOV_KIND_QUANTITY:
    case DOV_KIND_MONEY:
    case DOV_KIND_LINK:
      changed = set_number_member (&MEMBER (self, field, gint64), g_value_get_int64 (value));
      break;

    case DOV_KIND_FLAG:
      changed = set_int_member (&MEMBER (self, field, gboolean), g_value_get_boolean (value));
      break;

    case DOV_KIND_DATE:
      changed = set_date_member (&MEMBER (self, field, GDate *), g_value_get_boxed (value));
      break;

    case DOV_KIND_TIME:
      changed = MEMBER (self, field, DovTime) != g_value_get_int (value);
      MEMBER (self, field, DovTime) = (DovTime) g_value_get_int (value);
      break;

    case DOV_KIND_MOMENT:
      changed = set_moment_member (&MEMBER (self, field, GDateTime *), g_value_get_boxed (value));
      break;

    case DOV_KIND_CHOICE:
      changed = set_int_member (&MEMBER (self, field, int), g_value_get_enum (value));
      break;

    case DOV_KIND_CHOICES:
      changed = set_int_member (&MEMBER (self, field, int), (int) g_value_get_flags (value));
      break;

    default:
      g_assert_not_reached ();
    }

  if (changed)
    g_object_notify_by_pspec (G_OBJECT (self), klass->properties[field - klass->fields + 1]);

  return changed;
}

static const DovField *
find_named (DovRecord  *self,
            const char *name)
{
  const DovField *field = dov_record_find_field (self, name);

  if (field == NULL)
    g_error ("%s has no field “%s”", DOV_RECORD_GET_CLASS (self)->table, name);

  return field;
}

void
dov_record_set_string (DovRecord  *self,
                       const char *name,
                       const char *value)
{
  g_auto (GValue) held = G_VALUE_INIT;

  g_value_init (&held, G_TYPE_STRING);
  g_value_set_static_string (&held, value);
  dov_record_set_value (self, find_named (self, name), &held);
}

void
dov_record_set_number (DovRecord  *self,
                       const char *name,
                       gint64      value)
{
  g_auto (GValue) held = G_VALUE_INIT;

  g_value_init (&held, G_TYPE_INT64);
  g_value_set_int64 (&held, value);
  dov_record_set_value (self, find_named (self, name), &held);
}

void
dov_record_set_int (DovRecord  *self,
                    const char *name,
                    int         value)
{
  const DovField *field = find_named (self, name);
  g_auto (GValue) held = G_VALUE_INIT;

  if (field->kind == DOV_KIND_FLAG)
    {
      g_value_init (&held, G_TYPE_BOOLEAN);
      g_value_set_boolean (&held, value);
    }
  else if (field->kind == DOV_KIND_CHOICES)
    {
      g_value_init (&held, field->target ());
      g_value_set_flags (&held, (guint) value);
    }
  else
    {
      g_value_init (&held, field->target ());
      g_value_set_enum (&held, value);
    }
  dov_record_set_value (self, field, &held);
}

void
dov_record_set_date (DovRecord   *self,
                     const char  *name,
                     const GDate *value)
{
  g_auto (GValue) held = G_VALUE_INIT;

  g_value_init (&held, G_TYPE_DATE);
  g_value_set_static_boxed (&held, value);
  dov_record_set_value (self, find_named (self, name), &held);
}

void
dov_record_set_time (DovRecord  *self,
                     const char *name,
                     DovTime     value)
{
  g_auto (GValue) held = G_VALUE_INIT;

  g_value_init (&held, G_TYPE_INT);
  g_value_set_int (&held, value);
  dov_record_set_value (self, find_named (self, name), &held);
}

void
dov_record_set_moment (DovRecord  *self,
                       const char *name,
                       GDateTime  *value)
{
  g_auto (GValue) held = G_VALUE_INIT;

  g_value_init (&held, G_TYPE_DATE_TIME);
  g_value_set_boxed (&held, value);
  dov_record_set_value (self, find_named (self, name), &held);
}

static void
dov_record_get_property (GObject    *object,
                         guint       prop_id,
                         GValue     *value,
                         GParamSpec *pspec)
{
  DovRecord *self = DOV_RECORD (object);
  g_auto (GValue) held = G_VALUE_INIT;

  if (pspec->owner_type == DOV_TYPE_RECORD)
    {
      g_value_set_int64 (value, dov_record_get_id (self));
      return;
    }

  dov_record_get_value (self, &DOV_RECORD_GET_CLASS (self)->fields[prop_id - 1], &held);
  g_value_copy (&held, value);
}

static void
dov_record_set_property (GObject      *object,
                         guint         prop_id,
                         const GValue *value,
                         GParamSpec   *pspec)
{
  DovRecord *self = DOV_RECORD (object);
  DovRecordPrivate *priv = dov_record_get_instance_private (self);

  if (pspec->owner_type == DOV_TYPE_RECORD)
    priv->id = g_value_get_int64 (value);
  else
    dov_record_set_value (self, &DOV_RECORD_GET_CLASS (self)->fields[prop_id - 1], value);
}

static void
start_member (DovRecord      *self,
              const DovField *field)
{
  switch (field->kind)
    {
    case DOV_KIND_TEXT:
    case DOV_KIND_NOTE:
      if (MEMBER (self, field, char *) == NULL)
        MEMBER (self, field, char *) = no_text;
      break;

    case DOV_KIND_NUMBER:
    case DOV_KIND_QUANTITY:
    case DOV_KIND_MONEY:
      if ((field->flags & DOV_FROM_ZERO) == 0 && MEMBER (self, field, gint64) == 0)
        MEMBER (self, field, gint64) = DOV_UNKNOWN;
      break;

    case DOV_KIND_TIME:
      if (MEMBER (self, field, DovTime) == 0)
        MEMBER (self, field, DovTime) = DOV_NO_TIME;
      break;

    case DOV_KIND_FLAG:
    case DOV_KIND_DATE:
    case DOV_KIND_MOMENT:
    case DOV_KIND_CHOICE:
    case DOV_KIND_CHOICES:
    case DOV_KIND_LINK:
      break;

    default:
      g_assert_not_reached ();
    }
}

static void
dov_record_constructed (GObject *object)
{
  DovRecordClass *klass = DOV_RECORD_GET_CLASS (object);

  for (guint i = 0; i < klass->n_fields; i++)
    start_member (DOV_RECORD (object), &klass->fields[i]);

  G_OBJECT_CLASS (dov_record_parent_class)->constructed (object);
}

static void
dov_record_finalize (GObject *object)
{
  DovRecordClass *klass = DOV_RECORD_GET_CLASS (object);

  for (guint i = 0; i < klass->n_fields; i++)
    {
      const DovField *field = &klass->fields[i];

      if (field->kind == DOV_KIND_TEXT || field->kind == DOV_KIND_NOTE)
        set_text_member (&MEMBER (object, field, char *), NULL, FALSE);
      else if (field->kind == DOV_KIND_DATE)
        g_clear_pointer (&MEMBER (object, field, GDate *), g_date_free);
      else if (field->kind == DOV_KIND_MOMENT)
        g_clear_pointer (&MEMBER (object, field, GDateTime *), g_date_time_unref);
    }

  G_OBJECT_CLASS (dov_record_parent_class)->finalize (object);
}

static void
dov_record_class_init (DovRecordClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = dov_record_constructed;
  object_class->finalize = dov_record_finalize;
  object_class->get_property = dov_record_get_property;
  object_class->set_property = dov_record_set_property;

  base_properties[PROP_ID] =
    g_param_spec_int64 ("id", NULL, NULL, 0, G_MAXINT64, 0,
                        G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, base_properties);
}

static void
dov_record_init (DovRecord *self)
{
}

static GParamSpec *
create_property (const DovField *field)
{
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY;

  switch (field->kind)
    {
    case DOV_KIND_TEXT:
    case DOV_KIND_NOTE:
      return g_param_spec_string (field->name, NULL, NULL, "", flags);

    case DOV_KIND_NUMBER:
    case DOV_KIND_QUANTITY:
    case DOV_KIND_MONEY:
    case DOV_KIND_LINK:
      return g_param_spec_int64 (field->name, NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);

    case DOV_KIND_FLAG:
      return g_param_spec_boolean (field->name, NULL, NULL, FALSE, flags);

    case DOV_KIND_DATE:
      return g_param_spec_boxed (field->name, NULL, NULL, G_TYPE_DATE, flags);

    case DOV_KIND_TIME:
      return g_param_spec_int (field->name, NULL, NULL, DOV_NO_TIME, 24 * 60 - 1, DOV_NO_TIME, flags);

    case DOV_KIND_MOMENT:
      return g_param_spec_boxed (field->name, NULL, NULL, G_TYPE_DATE_TIME, flags);

    case DOV_KIND_CHOICE:
      return g_param_spec_enum (field->name, NULL, NULL, field->target (), 0, flags);

    case DOV_KIND_CHOICES:
      return g_param_spec_flags (field->name, NULL, NULL, field->target (), 0, flags);

    default:
      g_assert_not_reached ();
    }
}

static void
init_kind_class (gpointer class,
                 gpointer class_data)
{
  const DovRecordTraits *traits = class_data;
  GObjectClass *object_class = class;
  DovRecordClass *klass = class;

  g_return_if_fail (traits->n_fields <= 64);  /* dov_record_diff() has one bit for each */

  klass->table = traits->table;
  klass->label = traits->label;
  klass->labels = traits->labels;
  klass->fields = traits->fields;
  klass->n_fields = traits->n_fields;
  klass->presets = traits->presets;
  klass->line = traits->line;
  klass->describe = traits->describe;
  klass->name = traits->name;
  klass->subject = traits->subject;
  klass->tidy = traits->tidy;
  klass->check = traits->check;
  klass->is_ledger = traits->is_ledger;

  klass->properties = g_new0 (GParamSpec *, traits->n_fields + 1);
  for (guint i = 0; i < traits->n_fields; i++)
    klass->properties[i + 1] = create_property (&traits->fields[i]);

  /* GObject does not let a class inherit these two. */
  object_class->get_property = dov_record_get_property;
  object_class->set_property = dov_record_set_property;
  g_object_class_install_properties (object_class, traits->n_fields + 1, klass->properties);
}

static void
init_kind (GTypeInstance *instance,
           gpointer       class)
{
  const DovPreset *preset = ((DovRecordClass *) class)->presets;

  for (; preset != NULL && preset->size != 0; preset++)
    if (preset->size == sizeof (gint64))
      G_STRUCT_MEMBER (gint64, instance, preset->offset) = preset->value;
    else if (preset->size == sizeof (DovTime))
      G_STRUCT_MEMBER (DovTime, instance, preset->offset) = (DovTime) preset->value;
    else
      G_STRUCT_MEMBER (int, instance, preset->offset) = (int) preset->value;
}

/**
 * dov_record_register:
 * @name: of the class
 * @class_size: of its class structure
 * @size: of one record
 * @traits: static
 *
 * Makes a kind of record of what is told of it, with a property for every field; called by DOV_DEFINE_RECORD().
 *
 * Returns: its type
 */
GType
dov_record_register (const char            *name,
                     guint                  class_size,
                     guint                  size,
                     const DovRecordTraits *traits)
{
  const GTypeInfo kind = {
    .class_size = (guint16) class_size,
    .class_init = init_kind_class,
    .class_data = traits,
    .instance_size = (guint16) size,
    .instance_init = init_kind,
  };

  return g_type_register_static (DOV_TYPE_RECORD, g_intern_static_string (name), &kind, G_TYPE_FLAG_FINAL);
}

/**
 * dov_record_class_find_field:
 *
 * Returns: (nullable): the line of the field table called @name
 */
const DovField *
dov_record_class_find_field (DovRecordClass *klass,
                             const char     *name)
{
  for (guint i = 0; i < klass->n_fields; i++)
    if (g_str_equal (klass->fields[i].name, name))
      return &klass->fields[i];

  return NULL;
}

/**
 * dov_record_find_field:
 *
 * Returns: (nullable): the line of the record's field table called @name
 */
const DovField *
dov_record_find_field (DovRecord  *self,
                       const char *name)
{
  return dov_record_class_find_field (DOV_RECORD_GET_CLASS (self), name);
}

/**
 * dov_record_get_number:
 * @name: of a link, a number, a quantity or money
 *
 * For who does not know the kind of record; others just read the member.
 *
 * Returns: what the field holds; 0 when the record has no such field
 */
gint64
dov_record_get_number (DovRecord  *self,
                       const char *name)
{
  const DovField *field = dov_record_find_field (self, name);

  return field != NULL ? G_STRUCT_MEMBER (gint64, self, field->offset) : 0;
}

/**
 * dov_record_new:
 * @id: the id of a stored row, or 0 for a record that the store has not met
 *
 * Returns: (transfer full): an empty record
 */
DovRecord *
dov_record_new (GType  type,
                gint64 id)
{
  return g_object_new (type, "id", id, NULL);
}

/**
 * dov_record_get_id:
 *
 * Returns: the number that names this record in the whole district; 0 before
 *   its first save
 */
gint64
dov_record_get_id (DovRecord *self)
{
  DovRecordPrivate *priv = dov_record_get_instance_private (self);

  return priv->id;
}

/**
 * dov_record_give_id:
 *
 * Names a new record. Only the store calls this, once for each record; or
 * with 0, to take the name back when the record could not be kept.
 */
void
dov_record_give_id (DovRecord *self,
                    gint64     id)
{
  DovRecordPrivate *priv = dov_record_get_instance_private (self);

  g_return_if_fail (priv->id == 0 || id == 0 || priv->id == id);

  priv->id = id;
}

/**
 * dov_record_is_removed:
 *
 * Returns: whether the record lies in the bin
 */
gboolean
dov_record_is_removed (DovRecord *self)
{
  DovRecordPrivate *priv = dov_record_get_instance_private (self);

  return priv->is_removed;
}

/**
 * dov_record_mark_removed:
 *
 * Says whether the record lies in the bin. Only the store calls this.
 */
void
dov_record_mark_removed (DovRecord *self,
                         gboolean   removed)
{
  DovRecordPrivate *priv = dov_record_get_instance_private (self);

  priv->is_removed = removed;
}
