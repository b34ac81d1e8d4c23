/* test-stock-load.c - goods written by hand, and goods of a dump: both move, and neither twice */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "goods.h"

#include "dov-dump.h"
#include "dov-load.h"
#include "dov-rules.h"

#include <string.h>

static gboolean
load (Club       *club,
      const char *text,
      GPtrArray  *told,
      GError    **error)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (g_strdup (text), -1, g_free);

  return dov_load_stream (club->store, stream, NULL, NULL, told, NULL, NULL, error);
}

static char *
dump (DovStore     *store,
      DovDumpFlags  flags)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GError) error = NULL;

  dov_dump_stream (store, stream, flags, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_output_stream_write_all (stream, "", 1, NULL, NULL, NULL);

  return g_strdup (g_memory_output_stream_get_data (G_MEMORY_OUTPUT_STREAM (stream)));
}

/* Lines of a file that a person writes: papers only, the handout before what was received. */
static char *
write_file (Goods      *goods,
            const char *received,
            const char *issued,
            const char *status)
{
  return g_strdup_printf (
    "{\"record\":\"distribution\",\"ref\":\"d\",\"no\":\"1\",\"date\":\"2027-03-02\",\"lounge_id\":\"%" G_GINT64_FORMAT "\","
    "\"drive_id\":\"%" G_GINT64_FORMAT "\",\"family_id\":\"%" G_GINT64_FORMAT "\",\"person_id\":\"%" G_GINT64_FORMAT "\","
    "\"issued_by_id\":\"%" G_GINT64_FORMAT "\",\"status\":\"%s\"}\n"
    "{\"record\":\"distribution_line\",\"distribution_id\":\"@d\",\"item_id\":\"%" G_GINT64_FORMAT "\",\"qty\":\"%s\"}\n"
    "{\"record\":\"donation_receipt\",\"ref\":\"r\",\"no\":\"1\",\"date\":\"2027-03-01\",\"lounge_id\":\"%" G_GINT64_FORMAT "\","
    "\"drive_id\":\"%" G_GINT64_FORMAT "\",\"donor_id\":\"%" G_GINT64_FORMAT "\",\"received_by_id\":\"%" G_GINT64_FORMAT "\","
    "\"status\":\"posted\"}\n"
    "{\"record\":\"donation_line\",\"receipt_id\":\"@r\",\"item_id\":\"%" G_GINT64_FORMAT "\",\"qty\":\"%s\","
    "\"expires_on\":\"2027-04-01\"}\n",
    goods->club.lounge, goods->drive, goods->family, goods->mother, goods->club.manager, status, goods->apples, issued,
    goods->club.lounge, goods->drive, goods->donor, goods->club.manager, goods->apples, received);
}

static void
test_by_hand (void)
{
  static const struct { const char *received; const char *issued; const char *status; gint64 balance; const char *refused; }
  cases[] = {
    { "12.5", "4", "issued", 8500, NULL },
    { "12.5", "4", "draft", 12500, NULL },
    { "12.5", "12.5", "issued", 0, NULL },
    { "12.5", "13", "issued", 0, "there are 12,5, 13 are needed" },
    { "12.5", "0", "issued", 0, "above zero" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      Goods goods;
      g_autofree char *file = NULL;
      g_autoptr (GPtrArray) told = g_ptr_array_new_with_free_func (g_free);
      g_autoptr (GError) error = NULL;
      gboolean loaded;

      goods_open (&goods);
      file = write_file (&goods, cases[i].received, cases[i].issued, cases[i].status);
      loaded = load (&goods.club, file, told, &error);
      g_assert_true (loaded == (cases[i].refused == NULL));
      if (!loaded && strstr (error->message, cases[i].refused) == NULL)
        g_error ("%s", error->message);
      g_assert_cmpuint (told->len, ==, 0);
      g_assert_cmpint (goods_balance (&goods, goods.apples), ==, cases[i].balance);
      goods_check_sums (&goods);
      if (loaded)
        {
          /* One undo takes the file back, movements and all. */
          g_assert_true (dov_store_undo (goods.club.store, dov_store_get_last_operation (goods.club.store), &error));
          g_assert_cmpint (goods_balance (&goods, goods.apples), ==, 0);
          goods_check_sums (&goods);
        }
      goods_close (&goods);
    }
}

static void
live_a_little (Goods *goods)
{
  gint64 handout;
  GDate back = goods_day ("2027-03-05");
  g_autoptr (GError) error = NULL;

  goods_receive (goods, goods->copybook, 30000, "2027-03-01", NULL, NULL);
  goods_receive (goods, goods->sweets, 4500, "2027-03-01", "2027-06-01", NULL);
  goods_receive (goods, goods->sweets, 1500, "2027-03-01", "2027-05-01", NULL);
  goods_build (goods, 5, FALSE, "2027-03-02", NULL);
  handout = goods_issue (goods, goods->kit, 2000, "2027-03-03", NULL);
  goods_issue (goods, goods->sweets, 2000, "2027-03-03", NULL);
  g_assert_true (dov_stock_return (goods->club.store, handout, &back, "не подошло", &error));
  goods_transfer (goods, goods->kit, 2000, "2027-03-05", goods->far, 0, NULL);
  goods_write_off (goods, goods->copybook, 1000, "2027-03-05", 3, NULL);
  handout = goods_issue (goods, goods->copybook, 3000, "2027-03-05", NULL);
  goods_cancel (goods, DOV_TYPE_DISTRIBUTION, handout, "ошибка", NULL);
  goods_issue (goods, goods->copybook, 2000, "2027-03-05", NULL);
  g_assert_true (dov_store_undo (goods->club.store, dov_store_get_last_operation (goods->club.store), &error));
}

/* A dump has its movements, and is the same again. */
static void
test_dump (gconstpointer data)
{
  DovDumpFlags flags = (DovDumpFlags) GPOINTER_TO_UINT (data);
  Goods goods;
  Club other = { 0 };
  g_autofree char *said = NULL;
  g_autofree char *again = NULL;
  g_autofree char *folder = NULL;
  g_autofree char *path = NULL;
  g_autoptr (GPtrArray) told = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;

  goods_open (&goods);
  live_a_little (&goods);
  goods_check_sums (&goods);
  said = dump (goods.club.store, flags);

  folder = g_dir_make_tmp ("doverie-XXXXXX", NULL);
  path = g_build_filename (folder, "again.doverie", NULL);
  other.folder = g_strdup (folder);
  other.path = g_strdup (path);
  other.store = dov_store_open (path, DOV_STORE_CREATE, &error);
  g_assert_no_error (error);
  dov_rules_install (other.store);
  load (&other, said, told, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < told->len; i++)
    g_test_message ("%s", (char *) told->pdata[i]);
  g_assert_cmpuint (told->len, ==, 0);
  again = dump (other.store, flags);
  g_assert_cmpstr (said, ==, again);
  club_close (&other);
  goods_close (&goods);
}

/* Movements that do not agree with their paper are refused, with their line. */
static void
test_false_dump (void)
{
  Goods goods;
  Club other = { 0 };
  g_autofree char *said = NULL;
  g_autofree char *place = NULL;
  g_auto (GStrv) parts = NULL;
  g_autofree char *folder = g_dir_make_tmp ("doverie-XXXXXX", NULL);
  g_autoptr (GError) error = NULL;

  goods_open (&goods);
  goods_receive (&goods, goods.bag, 3000, "2027-03-01", NULL, NULL);
  said = dump (goods.club.store, 0);
  parts = g_strsplit (said, "\"qty\":\"3\",\"kind\":\"receipt\"", 2);
  g_assert_nonnull (parts[1]);
  place = g_strconcat (parts[0], "\"qty\":\"9\",\"kind\":\"receipt\"", parts[1], NULL);
  other.folder = g_strdup (folder);
  other.path = g_build_filename (folder, "again.doverie", NULL);
  other.store = dov_store_open (other.path, DOV_STORE_CREATE, &error);
  g_assert_no_error (error);
  dov_rules_install (other.store);
  g_assert_false (load (&other, place, NULL, &error));
  g_assert_nonnull (strstr (error->message, "do not agree with the document"));
  club_close (&other);
  goods_close (&goods);
}

int
main (int    argc,
      char **argv)
{
  g_setenv ("LANGUAGE", "en", TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/load/stock/by-hand", test_by_hand);
  g_test_add_data_func ("/load/stock/dump", GUINT_TO_POINTER (0), test_dump);
  g_test_add_data_func ("/load/stock/dump-with-bin", GUINT_TO_POINTER (DOV_DUMP_WITH_BIN), test_dump);
  g_test_add_func ("/load/stock/false-dump", test_false_dump);

  return g_test_run ();
}
