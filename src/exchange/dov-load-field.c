/* dov-load-field.c - a field of a record as a JSON line has it */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-load-private.h"

#include "dov-registry.h"

#include <glib/gi18n.h>

/* Links. */

/* From now on @name leads to @record. */
void
dov_load_remember (GHashTable *names,
                   const char *name,
                   DovRecord  *record)
{
  DovKnown known = { G_OBJECT_TYPE (record), dov_record_get_id (record) };

  g_hash_table_insert (names, g_strdup (name), g_memdup2 (&known, sizeof known));
}

static gboolean
follow_ref (DovLoad         *self,
            const DovField  *field,
            const char      *ref,
            gint64          *id,
            GError         **error)
{
  const DovKnown *made = g_hash_table_lookup (self->refs, ref + 1);

  if (made == NULL)
    {
      g_set_error (error, DOV_EXCHANGE_ERROR, DOV_EXCHANGE_ERROR_LINE,
                   _("“%s” was not made before this line. A record stands before those that point to it"),
                   ref);
      return FALSE;
    }
  if (made->type != field->target ())
    {
      g_set_error (error, DOV_EXCHANGE_ERROR, DOV_EXCHANGE_ERROR_LINE,
                   /* Translators: the label of a field, @ and a name, the kind of record it is. */
                   _("“%s” cannot be “%s”: that is “%s”"), _(field->label), ref,
                   _(dov_registry_class (made->type)->label));
      return FALSE;
    }
  *id = made->id;

  return TRUE;
}

/* An item of a reference list may also be named by its code. */
static gboolean
follow_code (DovLoad         *self,
             const DovField  *field,
             const char      *code,
             gint64          *id,
             GError         **error)
{
  g_autofree char *name = g_strdup_printf ("%s/%s", field->list, code);
  const DovKnown *known = g_hash_table_lookup (self->items, name);
  g_autoptr (DovRecord) item = NULL;

  if (known == NULL)
    {
      DovQuery query = { .where = "list_code = ?1 AND code = ?2",
                         .params = g_variant_new ("(ss)", field->list, code) };
      g_autoptr (GError) lookup = NULL;

      item = dov_store_find_first (self->store, field->target (), &query, &lookup);
      if (item == NULL)
        {
          g_set_error (error, DOV_EXCHANGE_ERROR, DOV_EXCHANGE_ERROR_LINE,
                       _("“%s”: there is no “%s” in its list"), _(field->label), code);
          return FALSE;
        }
      dov_load_remember (self->items, name, item);
      known = g_hash_table_lookup (self->items, name);
    }
  *id = known->id;

  return TRUE;
}

static gboolean
take_link (DovLoad         *self,
           DovRecord       *record,
           const DovField  *field,
           const char      *text,
           GError         **error)
{
  gint64 id = 0;

  if (*text == '@')
    {
      if (!follow_ref (self, field, text, &id, error))
        return FALSE;
    }
  else if (field->list != NULL && !g_ascii_string_to_signed (text, 10, 1, G_MAXINT64, &id, NULL))
    {
      if (!follow_code (self, field, text, &id, error))
        return FALSE;
    }
  else
    return dov_record_set_text (record, field, text, error);

  dov_record_set_number (record, field->name, id);

  return TRUE;
}

/* Fields. */

static const char *
say_expected (DovKind kind)
{
  switch (kind)
    {
    case DOV_KIND_NUMBER:
      return _("a whole number");
    case DOV_KIND_QUANTITY:
      return _("a number");
    case DOV_KIND_FLAG:
      return _("true or false");
    case DOV_KIND_MONEY:
      return _("roubles and kopecks as text, such as \"1500.50\"");
    case DOV_KIND_DATE:
      return _("a date as text, such as \"2027-03-05\"");
    case DOV_KIND_TIME:
      return _("a time as text, such as \"18:30\"");
    case DOV_KIND_MOMENT:
      return _("a date and a time as text, such as \"2027-03-05T18:30\"");
    case DOV_KIND_LINK:
      return _("an id, or @ and the ref of an earlier line");
    case DOV_KIND_TEXT:
    case DOV_KIND_NOTE:
    case DOV_KIND_CHOICE:
    case DOV_KIND_CHOICES:
    default:
      return _("a text");
    }
}

static gboolean
refuse_value (const DovField  *field,
              JsonNode        *value,
              GError         **error)
{
  g_autofree char *text = json_to_string (value, FALSE);

  g_set_error (error, DOV_EXCHANGE_ERROR, DOV_EXCHANGE_ERROR_LINE,
               /* Translators: the label of a field, what the file says, what it should be. */
               _("“%s” cannot be %s: it is %s"), _(field->label), text, say_expected (field->kind));

  return FALSE;
}

/* The form in which files keep the field, from the form in which JSON has it. */
static char *
dup_text_of (const DovField *field,
             JsonNode       *value)
{
  GType type = json_node_get_value_type (value);

  if (json_node_is_null (value))
    return g_strdup (field->kind == DOV_KIND_FLAG ? "0" : "");
  if (field->kind == DOV_KIND_FLAG)
    return type == G_TYPE_BOOLEAN ? g_strdup (json_node_get_boolean (value) ? "1" : "0") : NULL;
  if (type == G_TYPE_STRING)
    return json_node_dup_string (value);
  if (type == G_TYPE_INT64 &&
      (field->kind == DOV_KIND_NUMBER || field->kind == DOV_KIND_QUANTITY || field->kind == DOV_KIND_LINK))
    return g_strdup_printf ("%" G_GINT64_FORMAT, json_node_get_int (value));
  if (type == G_TYPE_DOUBLE && field->kind == DOV_KIND_QUANTITY)
    {
      char digits[G_ASCII_DTOSTR_BUF_SIZE];

      return g_strdup (g_ascii_formatd (digits, sizeof digits, "%.15g", json_node_get_double (value)));
    }

  return NULL;
}

/* The value of a field as JSON has it; a link also by @ref or by the code of
 * an item. */
gboolean
dov_load_take_field (DovLoad         *self,
                     DovRecord       *record,
                     const DovField  *field,
                     JsonNode        *value,
                     GError         **error)
{
  g_autofree char *text = JSON_NODE_HOLDS_VALUE (value) || JSON_NODE_HOLDS_NULL (value)
                          ? dup_text_of (field, value) : NULL;

  if (text == NULL)
    return refuse_value (field, value, error);
  if (field->kind == DOV_KIND_LINK)
    return take_link (self, record, field, text, error);

  if (!dov_record_set_text (record, field, text, NULL))
    {
      /* A code that is not in the list needs other words than a bad date. */
      if (field->kind != DOV_KIND_CHOICE && field->kind != DOV_KIND_CHOICES)
        return refuse_value (field, value, error);
      return dov_record_set_text (record, field, text, error);
    }

  return TRUE;
}
