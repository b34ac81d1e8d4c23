/* test-dump.c - a dump holds everything: loaded again it gives the same bytes */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "club.h"
#include "dov-dump.h"
#include "dov-event.h"
#include "dov-family.h"
#include "dov-person.h"
#include "dov-ref-item.h"
#include "dov-registry.h"
#include "dov-rules.h"
#include "dov-settlement.h"

#include <string.h>

static char *
dump (DovStore     *store,
      DovDumpFlags  flags)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GError) error = NULL;

  dov_dump_stream (store, stream, flags, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_output_stream_write_all (stream, "", 1, NULL, NULL, &error);
  g_output_stream_close (stream, NULL, &error);
  g_assert_no_error (error);

  return g_memory_output_stream_steal_data (G_MEMORY_OUTPUT_STREAM (stream));
}

/* What a new file says after it has loaded @lines. */
static char *
dump_of_load (const char   *lines,
              DovDumpFlags  flags,
              gboolean      has_rules)
{
  g_autofree char *folder = g_dir_make_tmp ("doverie-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "other.doverie", NULL);
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (lines, -1, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (DovStore) store = dov_store_open (path, DOV_STORE_CREATE, &error);
  g_autofree char *said = NULL;
  Club gone = { .folder = g_steal_pointer (&folder), .path = g_steal_pointer (&path) };

  g_assert_no_error (error);
  if (has_rules)
    dov_rules_install (store);
  dov_load_stream (store, stream, NULL, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  said = dump (store, flags);
  gone.store = g_steal_pointer (&store);
  club_close (&gone);

  return g_steal_pointer (&said);
}

static void
assert_same_again (DovStore     *store,
                   DovDumpFlags  flags)
{
  g_autofree char *first = dump (store, flags);
  g_autofree char *second = dump_of_load (first, flags, FALSE);

  g_assert_cmpstr (first, ==, second);
}

/* A text for every field, none like another. */
static char *
invent (Club           *club,
        GType           type,
        const DovField *field,
        guint           number,
        gint64        (*find_target) (Club *, const DovField *))
{
  switch (field->kind)
    {
    case DOV_KIND_TEXT:
      if (field->flags & DOV_PHONE)
        return g_strdup_printf ("+7900000%04u", number);
      if (field->flags & DOV_SNILS)
        return g_strdup ("11223344595");
      if (field->flags & DOV_OKTMO)
        return g_strdup_printf ("336%05u", number);
      if (field->flags & DOV_NAME)
        return g_strdup ("Ёлкина-Щукина Ева");
      if (g_str_has_suffix (field->name, "code"))
        return g_strdup_printf ("code_%u", number);
      if (g_str_has_prefix (field->name, "season_"))
        return g_strdup_printf ("%02u.02", 1 + number % 28);
      return g_strdup_printf ("«%s» \\ \"%u\" {№}", field->name, number);

    case DOV_KIND_NOTE:
      return g_strdup_printf ("%s\nещё строка %u\tи знак 😀", field->name, number);

    case DOV_KIND_NUMBER:
      if (strstr (field->name, "age_") != NULL)
        return g_strdup ("16");
      return strstr (field->name, "year") ? g_strdup ("1987") : g_strdup_printf ("%u", number);

    case DOV_KIND_QUANTITY:
      return g_strdup_printf ("%u.125", number);

    case DOV_KIND_MONEY:
      return g_strdup_printf ("%u.05", number);

    case DOV_KIND_FLAG:
      return g_strdup ("1");

    case DOV_KIND_DATE:
      return g_strdup_printf ("20%02u-02-%02u", 10 + number % 15, 1 + number % 28);

    case DOV_KIND_TIME:
      return g_strdup_printf ("%02u:%02u", 23 - number % 12, number % 60);

    case DOV_KIND_MOMENT:
      return g_strdup_printf ("2027-02-%02uT%02u:%02u", 1 + number % 28, number % 24, number % 60);

    case DOV_KIND_CHOICE:
      {
        g_autoptr (GEnumClass) choices = g_type_class_ref (field->target ());

        return g_strdup (choices->values[1 + number % (choices->n_values - 1)].value_nick);
      }

    case DOV_KIND_CHOICES:
      {
        g_autoptr (GFlagsClass) choices = g_type_class_ref (field->target ());

        return g_strdup_printf ("%s,%s", choices->values[0].value_nick, choices->values[choices->n_values - 1].value_nick);
      }

    case DOV_KIND_LINK:
      return g_strdup_printf ("%" G_GINT64_FORMAT, find_target (club, field));

    default:
      g_assert_not_reached ();
    }
}

static gint64
find_target (Club           *club,
             const DovField *field)
{
  /* The other of two is another. */
  DovQuery query = { .descending = g_str_has_prefix (field->name, "other") };
  g_autoptr (DovRecord) record = NULL;

  if (field->list != NULL)
    {
      query.where = "list_code = ?1";
      query.params = g_variant_new ("(s)", field->list);
    }
  record = dov_store_find_first (club->store, field->target (), &query, NULL);

  return record != NULL ? dov_record_get_id (record) : 0;
}

/* Every record kind with every field given, written below all rules: what is
 * stored comes back, whether or not a rule would let it in today. */
/* What is needed and must fit another field of the same record. */
static const struct
{
  const char *table;
  const char *field;
  const char *text;
} fitting[] = {
  { "event", "age_mark", "12+" },
  { "former_title", "lounge_id", "" },
  { "former_title", "group_id", "" },
  { "former_title", "drive_id", "" },
  { "former_title", "settlement_id", "" },
  { "former_title", "donor_id", "" },
  { "former_title", "patrol_id", "" },
  { "former_title", "route_id", "" },
  { "attachment", "consent_id", "" },
  { "attachment", "incoming_id", "" },
  { "attachment", "signal_id", "" },
  { "attachment", "act_id", "" },
  { "attachment", "application_id", "" },
  { "attachment", "protocol_id", "" },
  { "attachment", "register_id", "" },
  { "attachment", "placement_id", "" },
  { "curfew_rule", "night_start", "22:15" },
  { "curfew_rule", "night_end", "05:45" },
  { "curfew_rule", "season_since", "02.10" },
  { "curfew_rule", "season_until", "29.04" },
  { "report_instance", "since", "2013-02-04" },
  { "report_instance", "until", "2021-02-06" },
  { "signal", "decided_on", "2027-03-01" },
  { "register_entry", "step", "put_on" },
  { "register_entry", "on_date", "2012-02-09" },
  { "register_entry", "off_date", "2023-02-10" },
  { "case_plan", "since", "2011-02-07" },
  { "case_plan", "until", "2024-02-08" },
  { "case_plan", "change_reason", "" },
  { "plan_action", "due_from", "2015-02-11" },
  { "plan_action", "due_to", "2016-02-12" },
  { "written_application", "date", "2025-03-02" },
  { "written_application", "decided_on", "2025-03-05" },
  { "consent", "signer_capacity", "self" },
};

static void
test_every_field (void)
{
  Club club = { 0 };
  guint n_types = 0, number = 7;
  const GType *types = dov_registry_list (&n_types);
  g_autofree char *said = NULL;

  club_open (&club);
  for (guint i = 0; i < n_types; i++)
    {
      DovRecordClass *klass = dov_registry_class (types[i]);
      g_autoptr (GError) error = NULL;
      g_autoptr (DovRecord) record = dov_record_new (types[i], 0);
      g_autoptr (GPtrArray) problems = NULL;

      for (guint j = 0; j < klass->n_fields; j++)
        {
          g_autofree char *text = invent (&club, types[i], &klass->fields[j], number++, find_target);

          dov_record_set_text (record, &klass->fields[j], text, &error);
          g_assert_no_error (error);
        }
      if (g_str_equal (klass->table, "settings"))
        continue;

      for (gsize r = 0; r < G_N_ELEMENTS (fitting); r++)
        if (g_str_equal (klass->table, fitting[r].table))
          dov_record_set_text (record, dov_record_class_find_field (klass, fitting[r].field), fitting[r].text, NULL);

      /* What a check refuses is emptied, field by field, until it passes. */
      for (guint round = 0; round < klass->n_fields; round++)
        {
          g_clear_pointer (&problems, g_ptr_array_unref);
          problems = dov_record_list_problems (record);
          if (problems->len == 0)
            break;
          for (guint k = 0; k < problems->len; k++)
            {
              const DovProblem *problem = g_ptr_array_index (problems, k);

              const DovField *status = dov_record_class_find_field (klass, "status");

              /* What is missing by its status is of another status. */
              if (problem->field != NULL && status != NULL && dov_record_is_empty (record, problem->field))
                {
                  g_autoptr (GEnumClass) choices = g_type_class_ref (status->target ());

                  dov_record_set_text (record, status, choices->values[1].value_nick, NULL);
                }
              else if (problem->field != NULL && !(problem->field->flags & DOV_REQUIRED))
                dov_record_set_text (record, problem->field, problem->field->kind == DOV_KIND_FLAG ? "0" : "", NULL);
              else if (problem->field != NULL && problem->field->kind == DOV_KIND_CHOICES)
                {
                  g_autoptr (GFlagsClass) choices = g_type_class_ref (problem->field->target ());

                  dov_record_set_text (record, problem->field, choices->values[0].value_nick, NULL);
                }
              else if (problem->field != NULL && problem->field->kind == DOV_KIND_MOMENT)
                {
                  const DovField *begins = dov_record_class_find_field (klass, "starts_at");

                  dov_record_set_text (record, problem->field, "2027-02-28T23:59", NULL);
                  if (begins != NULL)
                    dov_record_set_text (record, begins, "2027-02-28T21:59", NULL);
                }
            }
        }
      dov_store_accept_all (club.store, NULL);
      g_test_message ("%s", klass->table);
      dov_store_save (club.store, record, &error);
      g_assert_no_error (error);
    }

  said = dump (club.store, 0);
  for (guint i = 0; i < n_types; i++)
    {
      g_autofree char *start = g_strdup_printf ("{\"record\":\"%s\",\"id\":", dov_registry_class (types[i])->table);

      g_assert_nonnull (strstr (said, start));
    }
  assert_same_again (club.store, 0);
  club_close (&club);
}

/* An event held for nobody comes back with the reason, and without one that was ever written too. */
static void
test_held_for_nobody (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *said = NULL;
  g_autofree char *again = NULL;
  g_autofree char *bare = NULL;
  gint64 event;
  Club club;

  club_open (&club);
  dov_rules_install (club.store);
  event = club_add_event (&club, "Вечер у печки", "2027-03-02T18:00");
  dov_store_accept (club.store, "E1", "дождь, никто не пришёл");
  club_change (&club, DOV_TYPE_EVENT, event, "status", "held");
  said = dump (club.store, 0);
  g_assert_nonnull (strstr (said, "\"accept\":{\"E1\":\"дождь, никто не пришёл\"}"));
  again = dump_of_load (said, 0, TRUE);
  g_assert_cmpstr (said, ==, again);

  dov_database_execute (dov_store_get_database (club.store), "DELETE FROM audit WHERE what = 'accepted'", &error);
  g_assert_no_error (error);
  bare = dump (club.store, 0);
  g_assert_null (strstr (bare, "дождь"));
  g_free (again);
  again = dump_of_load (bare, 0, TRUE);
  g_assert_cmpstr (bare, ==, again);
  club_close (&club);
}

/* Only what lives, unless the bin is asked for. */
static void
test_bin (void)
{
  Club club = { 0 };
  g_autoptr (DovRecord) person = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *living = NULL, *all = NULL;

  club_open (&club);
  person = dov_store_find (club.store, DOV_TYPE_PERSON, club_add_person (&club, "Кощеева", "Алина"), &error);
  g_assert_no_error (error);
  dov_store_remove (club.store, person, &error);
  g_assert_no_error (error);

  living = dump (club.store, 0);
  all = dump (club.store, DOV_DUMP_WITH_BIN);
  g_assert_null (strstr (living, "Кощеева"));
  g_assert_nonnull (strstr (all, "Кощеева"));
  g_assert_nonnull (strstr (all, "\"removed\":true"));
  assert_same_again (club.store, 0);
  assert_same_again (club.store, DOV_DUMP_WITH_BIN);
  club_close (&club);
}

/* What every file has from the start may have been edited, emptied or removed. */
static void
test_reference_data (void)
{
  Club club = { 0 };
  g_autoptr (DovRecord) item = NULL;
  g_autoptr (GError) error = NULL;

  club_open (&club);
  club_change (&club, DOV_TYPE_REF_ITEM, 117, "label", "ярмарка");
  club_change (&club, DOV_TYPE_REF_ITEM, 116, "detail", "");
  club_change (&club, DOV_TYPE_REF_ITEM, 115, "is_active", "0");
  club_change (&club, DOV_TYPE_SETTLEMENT, 13, "region", "");
  item = dov_store_find (club.store, DOV_TYPE_REF_ITEM, 114, &error);
  dov_store_remove (club.store, item, &error);
  g_assert_no_error (error);
  assert_same_again (club.store, 0);
  club_close (&club);
}

/* A moved event leads to one that was made later. */
static void
test_order (void)
{
  Club club = { 0 };
  gint64 first, second;
  g_autofree char *to = NULL, *said = NULL;
  g_autofree char *first_id = NULL, *second_id = NULL;

  club_open (&club);
  first = club_add_event (&club, "Поход «К роднику»", "2027-03-06T11:00");
  second = club_add_event (&club, "Поход «К роднику»", "2027-03-13T11:00");
  to = g_strdup_printf ("%" G_GINT64_FORMAT, second);
  {
    g_autoptr (DovRecord) event = dov_store_find (club.store, dov_registry_find ("event"), first, NULL);
    g_autoptr (DovRecord) draft = dov_record_dup (event);

    club_fill (draft, "status", "moved", "status_reason", "Дождь", "moved_to_id", to, NULL);
    club_save (&club, draft);
  }

  said = dump (club.store, 0);
  first_id = g_strdup_printf ("\"event\",\"id\":\"%" G_GINT64_FORMAT "\"", first);
  second_id = g_strdup_printf ("\"event\",\"id\":\"%" G_GINT64_FORMAT "\"", second);
  g_assert_true (strstr (said, second_id) < strstr (said, first_id));
  assert_same_again (club.store, 0);
  club_close (&club);
}

static void
add_newcomer (guint64  done,
              gpointer user_data)
{
  if (done == 500)
    club_add_person (user_data, "Новичкова", "Яна");
}

/* What another program writes meanwhile belongs to the next dump, all of it. */
static void
test_one_moment (void)
{
  Club club = { 0 };
  g_autoptr (DovStore) seen = NULL;
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autofree char *later = NULL;
  g_autofree char *said = NULL;
  g_autoptr (GError) error = NULL;

  club_open (&club);
  dov_store_begin (club.store, "Хутора", &error);
  for (guint i = 0; i < 700; i++)
    {
      g_autofree char *name = g_strdup_printf ("Хутор %u", i);

      club_add (&club, DOV_TYPE_SETTLEMENT, "name", name, "type", "д", NULL);
    }
  dov_store_commit (club.store, NULL, &error);
  g_assert_no_error (error);

  seen = dov_store_open (club.path, DOV_STORE_READ_ONLY, &error);
  g_assert_no_error (error);
  dov_dump_stream (seen, stream, 0, add_newcomer, &club, NULL, NULL, &error);
  g_assert_no_error (error);
  g_output_stream_write_all (stream, "", 1, NULL, NULL, &error);
  g_output_stream_close (stream, NULL, &error);
  said = g_memory_output_stream_steal_data (G_MEMORY_OUTPUT_STREAM (stream));
  g_assert_nonnull (strstr (said, "Хутор 699"));
  g_assert_null (strstr (said, "Новичкова"));

  later = dump (seen, 0);
  g_assert_nonnull (strstr (later, "Новичкова"));
  dov_store_close (seen, &error);
  g_assert_no_error (error);
  club_close (&club);
}

static void
test_cancel (void)
{
  Club club = { 0 };
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  club_open (&club);
  g_cancellable_cancel (cancellable);
  g_assert_false (dov_dump_stream (club.store, stream, 0, NULL, NULL, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  club_close (&club);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/dump/every-field", test_every_field);
  g_test_add_func ("/dump/bin", test_bin);
  g_test_add_func ("/rules/E1/dump", test_held_for_nobody);
  g_test_add_func ("/dump/reference-data", test_reference_data);
  g_test_add_func ("/dump/order", test_order);
  g_test_add_func ("/dump/one-moment", test_one_moment);
  g_test_add_func ("/dump/cancel", test_cancel);

  return g_test_run ();
}
