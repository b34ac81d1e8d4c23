/* test-registry.c - the field tables of all records are sound, and the check sees those that are not */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-family-member.h"
#include "dov-family.h"
#include "dov-person.h"
#include "dov-ref-item.h"
#include "dov-registry.h"
#include "dov-settlement.h"
#include "dov-stock-move.h"

#include <string.h>

static void
test_sound (void)
{
  g_autoptr (GError) error = NULL;
  gboolean is_sound = dov_registry_check (&error);

  g_assert_no_error (error);
  g_assert_true (is_sound);
}

/* The compiler says when a flag is missing here, or when two are the same. */
static const char *
name_flag (DovFieldFlags flag)
{
  switch (flag)
    {
    case DOV_REQUIRED: return "required";
    case DOV_PERSONAL: return "personal";
    case DOV_SPECIAL: return "special";
    case DOV_LISTED: return "listed";
    case DOV_FROM_ZERO: return "from zero";
    case DOV_NAME: return "name";
    case DOV_PHONE: return "phone";
    case DOV_SNILS: return "SNILS";
    case DOV_OKTMO: return "OKTMO";
    case DOV_YEAR: return "year";
    case DOV_COVERED: return "covered";
    case DOV_SIGNED: return "signed";
    case DOV_PAST: return "past";
    case DOV_MOSTLY_PAST: return "mostly past";
    case DOV_TODAY: return "today";
    case DOV_PART: return "part";
    case DOV_ABOVE_ZERO: return "above zero";
    case DOV_BIRTH: return "birth";
    default: return NULL;
    }
}

static guint
count_fields (DovFieldFlags flag)
{
  guint n_types = 0, n_fields = 0;
  const GType *types = dov_registry_list (&n_types);

  for (guint i = 0; i < n_types; i++)
    {
      DovRecordClass *klass = dov_registry_class (types[i]);

      for (guint j = 0; j < klass->n_fields; j++)
        n_fields += (klass->fields[j].flags & flag) != 0;
    }

  return n_fields;
}

/* No two flags share a bit, and each is of use to some field. */
static void
test_flags (void)
{
  guint n_flags = 0;

  for (guint bit = 0; bit < 31; bit++)
    if (name_flag (1 << bit) != NULL)
      {
        n_flags++;
        if (count_fields (1 << bit) == 0)
          g_error ("No field is flagged “%s”", name_flag (1 << bit));
      }
  g_assert_cmpuint (n_flags, ==, 18);
}

/* What may be below zero is not covered for that, and what is covered does not take a minus. */
static void
test_signed_and_covered (void)
{
  DovRecordClass *move = dov_registry_class (DOV_TYPE_STOCK_MOVE);
  DovRecordClass *family = dov_registry_class (DOV_TYPE_FAMILY);

  g_assert_cmpuint (dov_record_class_find_field (move, "qty")->flags & (DOV_COVERED | DOV_SIGNED), ==, DOV_SIGNED);
  g_assert_cmpuint (dov_record_class_find_field (family, "urgent_remark")->flags & (DOV_COVERED | DOV_SIGNED),
                    ==, DOV_COVERED);
}

static void
test_find (void)
{
  guint n_types = 0;
  const GType *types = dov_registry_list (&n_types);

  g_assert_cmpint (n_types, >=, 16);
  for (guint i = 0; i < n_types; i++)
    g_assert_true (dov_registry_find (dov_registry_class (types[i])->table) == types[i]);
  g_assert_true (dov_registry_find ("family_member") == DOV_TYPE_FAMILY_MEMBER);
  g_assert_true (dov_registry_find ("nothing") == G_TYPE_INVALID);
}

/* A record whose table can be told wrong in many ways. */
#define TRY_TYPE_RECORD (try_record_get_type ())
G_DECLARE_FINAL_TYPE (TryRecord, try_record, TRY, RECORD, DovRecord)

struct _TryRecord
{
  DovRecord parent_instance;

  char  *name;
  char  *other_name;
  gint64 person_id;
  gint64 count;
  GDate *since;
  GDate *until;
  int    choice;
};

static GType
sloppy_get_type (void)
{
  static const GEnumValue choices[] = { { 0, "", "" }, { 1, "one", "a" }, { 2, "two", "a" }, { 0, NULL, NULL } };
  static GType type;

  if (type == 0)
    type = g_enum_register_static ("TrySloppy", choices);

  return type;
}

static GType
nameless_get_type (void)
{
  static const GEnumValue choices[] = { { 0, "", "" }, { 1, "", "a" }, { 0, NULL, NULL } };
  static GType type;

  if (type == 0)
    type = g_enum_register_static ("TryNameless", choices);

  return type;
}

static GType
headless_get_type (void)
{
  static const GEnumValue choices[] = { { 1, "one", "a" }, { 2, "two", "b" }, { 0, NULL, NULL } };
  static GType type;

  if (type == 0)
    type = g_enum_register_static ("TryHeadless", choices);

  return type;
}

static GType
spaced_get_type (void)
{
  static const GEnumValue choices[] = { { 0, "", "" }, { 1, "one", "a b" }, { 0, NULL, NULL } };
  static GType type;

  if (type == 0)
    type = g_enum_register_static ("TrySpaced", choices);

  return type;
}

static DovField fields[] = {
  DOV_TEXT (TryRecord, name, "Name", DOV_LISTED),
  DOV_TEXT (TryRecord, other_name, "Other name", 0),
  DOV_LINK (TryRecord, person_id, "Person", DOV_REQUIRED, dov_person_get_type),
  DOV_NUMBER (TryRecord, count, "Count", 0),
  DOV_DATE (TryRecord, since, "Since", 0),
  DOV_DATE_AFTER (TryRecord, until, "Until", 0, since),
  { "choice", DOV_KIND_CHOICE, "Sex", 0, dov_sex_get_type, NULL, G_STRUCT_OFFSET (TryRecord, choice) },
};

enum { NAME, OTHER_NAME, PERSON_ID, COUNT, SINCE, UNTIL, CHOICE };

DOV_DEFINE_RECORD (TryRecord, try_record, fields,
                   .table = "try_record",
                   .label = "Trial",
                   .labels = "Trials",
                   .line = "{name}")

/* The table, once more as it was, and what the check says to it. */
static void
expect (const char *told)
{
  GType types[] = { DOV_TYPE_PERSON, TRY_TYPE_RECORD };
  g_autoptr (GError) error = NULL;
  gboolean is_sound = dov_registry_check_types (types, G_N_ELEMENTS (types), &error);

  if (told == NULL)
    {
      g_assert_no_error (error);
      g_assert_true (is_sound);
      return;
    }
  g_assert_false (is_sound);
  g_assert_nonnull (error);
  g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, told));
}

#define WITH(place, told) \
  G_STMT_START { \
    place; \
    expect (told); \
    memcpy (fields, right, sizeof fields); \
    memcpy (klass, &right_class, sizeof right_class); \
  } G_STMT_END

static void
test_unsound (void)
{
  DovField right[G_N_ELEMENTS (fields)];
  DovRecordClass *klass = dov_registry_class (TRY_TYPE_RECORD), right_class = *klass;
  GType backwards[] = { TRY_TYPE_RECORD, DOV_TYPE_PERSON };
  GType twice[] = { DOV_TYPE_PERSON, TRY_TYPE_RECORD, TRY_TYPE_RECORD };

  memcpy (right, fields, sizeof fields);
  expect (NULL);

  WITH (klass->table = "order", "name of the table");
  WITH (klass->table = "Try", "name of the table");
  WITH (klass->table = "person", "name of the table");
  WITH (klass->label = "", "a label is empty");
  WITH (klass->labels = " Trials", "a label is empty");
  WITH ((klass->line = NULL, klass->describe = NULL), "cannot be described");
  WITH (klass->line = "{title}", "names “title”");
  WITH (klass->line = "{name", "names “name”");
  WITH (klass->line = "{person_id}", "names “person_id”");
  WITH (klass->line = "{name}[, {other_name}", "do not close");
  WITH (klass->line = "{name}]", "do not close");
  WITH (klass->line = "[{name}[, {other_name}]]", "do not close");
  WITH (klass->subject = "name", "the subject is no required link");
  WITH (klass->n_fields = 0, "1 to 64 fields");
  WITH (fields[NAME].flags = 0, "no columns");
  WITH (fields[NAME].name = "from", "kept by SQL");
  WITH (fields[NAME].name = "id", "kept by SQL");
  WITH (fields[NAME].name = "name-of", "not a word");
  WITH (fields[NAME].name = "title", "no property");
  WITH (fields[OTHER_NAME].name = "name", "stands twice");
  WITH (fields[OTHER_NAME].label = "", "label is empty");
  WITH (fields[OTHER_NAME].label = "Other ", "label is empty");
  WITH (fields[OTHER_NAME].offset = fields[NAME].offset, "lies over name");
  WITH (fields[OTHER_NAME].offset = 0, "outside the record");
  WITH (fields[OTHER_NAME].offset = sizeof (TryRecord), "outside the record");
  WITH (fields[OTHER_NAME].kind = 99, "of no kind");
  WITH (fields[OTHER_NAME].flags = DOV_NAME, "a name is personal");
  WITH (fields[OTHER_NAME].flags = DOV_PHONE | DOV_SNILS, "one of a name");
  WITH (fields[COUNT].flags = DOV_PHONE, "one of a name");
  WITH (fields[OTHER_NAME].flags = DOV_FROM_ZERO, "start at zero");
  WITH (fields[OTHER_NAME].flags = DOV_YEAR, "is a year");
  WITH (fields[OTHER_NAME].flags = DOV_SPECIAL, "special is personal");
  WITH (fields[COUNT].flags = DOV_PAST, "moment is past");
  WITH (fields[COUNT].flags = DOV_PART, "only by a link");
  WITH (fields[COUNT].flags = DOV_TODAY, "date is today");
  WITH (fields[UNTIL].after = "ever", "no field of its kind");
  WITH (fields[UNTIL].after = "until", "no field of its kind");
  WITH (fields[UNTIL].after = "count", "no field of its kind");
  WITH (fields[COUNT].target = dov_person_get_type, "without being a link");
  WITH (fields[COUNT].list = "event_form", "without being a link");
  WITH (fields[PERSON_ID].target = dov_settlement_get_type, "not in the list");
  WITH (fields[PERSON_ID].target = NULL, "not in the list");
  WITH (fields[PERSON_ID].list = "event_form", "do not go together");
  WITH (fields[CHOICE].target = NULL, "without an enum");
  WITH (fields[CHOICE].target = dov_child_registers_get_type, "without an enum");
  WITH (fields[CHOICE].target = sloppy_get_type, "stands twice");
  WITH (fields[CHOICE].target = nameless_get_type, "label of “a”");
  WITH (fields[CHOICE].target = headless_get_type, "not given");
  WITH (fields[CHOICE].target = spaced_get_type, "comma or a space");
  WITH (fields[CHOICE].kind = DOV_KIND_CHOICES, "without flags");
  expect (NULL);

  g_assert_false (dov_registry_check_types (backwards, G_N_ELEMENTS (backwards), NULL));
  g_assert_false (dov_registry_check_types (twice, G_N_ELEMENTS (twice), NULL));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/registry/sound", test_sound);
  g_test_add_func ("/registry/flags", test_flags);
  g_test_add_func ("/registry/signed-and-covered", test_signed_and_covered);
  g_test_add_func ("/registry/find", test_find);
  g_test_add_func ("/registry/unsound", test_unsound);

  return g_test_run ();
}
