/* test-stock-random.c - ten thousand things happen to a stock, and it never lies */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "goods.h"

#include "dov-distribution-line.h"
#include "dov-donation-line.h"
#include "dov-inventory-line.h"
#include "dov-stock-status.h"
#include "dov-stock-transfer-line.h"
#include "dov-write-off-line.h"

#define SEED 20270305
/* Steps; fewer where they cost ten times as much. */
#define N_STEPS (g_test_slow () ? 10000u : 1500u)
#define EVERY 100

typedef struct
{
  Goods  goods;
  GRand *random;
  guint  done;
  guint  refused;
} Play;

typedef gboolean (*Step) (Play    *play,
                          GError **error);

static gint64
pick_item (Play *play)
{
  const gint64 items[] = { play->goods.bag, play->goods.copybook, play->goods.apples, play->goods.sweets, play->goods.kit };

  return items[g_rand_int_range (play->random, 0, G_N_ELEMENTS (items))];
}

static gint64
pick_lounge (Play *play)
{
  return g_rand_boolean (play->random) ? play->goods.club.lounge : play->goods.far;
}

static gint64
pick_drive (Play *play)
{
  return g_rand_int_range (play->random, 0, 3) == 0 ? 0 : play->goods.drive;
}

/* Mostly out of order: any day of ten weeks. */
static GDate
pick_day (Play *play)
{
  GDate day = goods_day ("2027-01-01");

  g_date_add_days (&day, (guint) g_rand_int_range (play->random, 0, 70));

  return day;
}

static gint64
pick_qty (Play *play)
{
  return g_rand_int_range (play->random, 1, 40) * (g_rand_boolean (play->random) ? 1000 : 125);
}

static void
fill (Play      *play,
      DovRecord *paper)
{
  GDate day = pick_day (play);

  dov_record_set_date (paper, "date", &day);
  dov_record_set_number (paper, "lounge_id", pick_lounge (play));
  if (!DOV_IS_INVENTORY_COUNT (paper))
    dov_record_set_number (paper, "drive_id", pick_drive (play));
}

static GPtrArray *
pick_lines (Play  *play,
            GType  type)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_object_unref);
  int n = g_rand_int_range (play->random, 1, 4);

  for (int i = 0; i < n; i++)
    {
      DovRecord *line = dov_record_new (type, 0);

      dov_record_set_number (line, "item_id", pick_item (play));
      dov_record_set_number (line, "qty", pick_qty (play));
      if (type == DOV_TYPE_DONATION_LINE)
        {
          GDate until = goods_day ("2027-03-01");

          g_date_add_days (&until, 30 * (guint) g_rand_int_range (play->random, 0, 3));
          dov_record_set_date (line, "expires_on", &until);
          dov_set (DOV_DONATION_LINE (line), condition, (DovCondition) g_rand_int_range (play->random, 1, 5));
        }
      g_ptr_array_add (lines, line);
    }

  return lines;
}

static gboolean
receive (Play    *play,
         GError **error)
{
  g_autoptr (DovRecord) paper = dov_record_new (DOV_TYPE_DONATION_RECEIPT, 0);
  g_autoptr (GPtrArray) lines = pick_lines (play, DOV_TYPE_DONATION_LINE);

  fill (play, paper);
  dov_record_set_number (paper, "donor_id", play->goods.donor);
  dov_record_set_number (paper, "received_by_id", play->goods.club.manager);

  return goods_post (play->goods.club.store, paper, lines, NULL, error);
}

static gboolean
issue (Play    *play,
       GError **error)
{
  g_autoptr (DovRecord) paper = dov_record_new (DOV_TYPE_DISTRIBUTION, 0);
  g_autoptr (GPtrArray) lines = pick_lines (play, DOV_TYPE_DISTRIBUTION_LINE);

  fill (play, paper);
  dov_record_set_number (paper, "family_id", play->goods.family);
  dov_record_set_number (paper, "person_id", play->goods.mother);
  dov_record_set_number (paper, "issued_by_id", play->goods.club.manager);

  return goods_post (play->goods.club.store, paper, lines, NULL, error);
}

static gboolean
transfer (Play    *play,
          GError **error)
{
  g_autoptr (DovRecord) paper = dov_record_new (DOV_TYPE_STOCK_TRANSFER, 0);
  g_autoptr (GPtrArray) lines = pick_lines (play, DOV_TYPE_STOCK_TRANSFER_LINE);

  fill (play, paper);
  dov_record_set_number (paper, "to_lounge_id", pick_lounge (play));
  dov_record_set_number (paper, "to_drive_id", pick_drive (play));

  return goods_post (play->goods.club.store, paper, lines, NULL, error);
}

static gboolean
build (Play    *play,
       GError **error)
{
  g_autoptr (DovRecord) paper = dov_record_new (DOV_TYPE_KIT_BUILD, 0);

  fill (play, paper);
  dov_record_set_number (paper, "kit_id", play->goods.kit);
  dov_record_set_number (paper, "qty", 1000 * g_rand_int_range (play->random, 1, 6));
  dov_record_set_int (paper, "is_unbuild", g_rand_int_range (play->random, 0, 3) == 0);

  return goods_post (play->goods.club.store, paper, NULL, NULL, error);
}

static gint64
pick_id (Play       *play,
         const char *table,
         const char *status)
{
  g_autofree char *sql = g_strdup_printf ("SELECT id FROM %s WHERE status = '%s' AND removed IS NULL LIMIT 1 OFFSET"
                                          " (SELECT %d %% max (1, count(*)) FROM %s WHERE status = '%s' AND removed IS NULL)",
                                          table, status, g_rand_int_range (play->random, 0, 100000), table, status);

  return dov_database_count (dov_store_get_database (play->goods.club.store), sql, NULL);
}

static gboolean
cancel (Play    *play,
        GError **error)
{
  const struct { GType type; const char *table; const char *status; } papers[] = {
    { DOV_TYPE_DONATION_RECEIPT, "donation_receipt", "posted" },
    { DOV_TYPE_DISTRIBUTION, "distribution", "issued" },
    { DOV_TYPE_STOCK_TRANSFER, "stock_transfer", "posted" },
    { DOV_TYPE_KIT_BUILD, "kit_build", "posted" },
    { DOV_TYPE_INVENTORY_COUNT, "inventory_count", "posted" },
  };
  int n = g_rand_int_range (play->random, 0, G_N_ELEMENTS (papers));
  gint64 id = pick_id (play, papers[n].table, papers[n].status);
  g_autoptr (DovRecord) paper = id > 0 ? goods_dup (&play->goods, papers[n].type, id) : NULL;

  return paper != NULL && dov_stock_cancel (play->goods.club.store, paper, "ошибка", error);
}

static gboolean
bring_back (Play    *play,
            GError **error)
{
  gint64 id = pick_id (play, "distribution", "issued");
  GDate day = pick_day (play);

  return id > 0 && dov_stock_return (play->goods.club.store, id, &day, "не подошло", error);
}

static gboolean
count (Play    *play,
       GError **error)
{
  DovStore *store = play->goods.club.store;
  g_autoptr (DovRecord) paper = dov_record_new (DOV_TYPE_INVENTORY_COUNT, 0);
  g_autoptr (GArray) lines = NULL;
  DovQuery query = { .where = "count_id = ?1" };

  fill (play, paper);
  if (!goods_begin_count (store, DOV_INVENTORY_COUNT (paper), error))
    return FALSE;
  query.params = g_variant_new ("(x)", dov_record_get_id (paper));
  lines = dov_store_list (store, DOV_TYPE_INVENTORY_LINE, &query, error);
  for (guint i = 0; i < lines->len; i++)
    {
      g_autoptr (DovRecord) line = goods_dup (&play->goods, DOV_TYPE_INVENTORY_LINE, g_array_index (lines, gint64, i));
      gint64 book = DOV_INVENTORY_LINE (line)->book_qty;
      int less = g_rand_int_range (play->random, 0, 4);

      dov_set (DOV_INVENTORY_LINE (line), actual_qty, less == 0 ? MAX (0, book - 1000) : book + (less == 1 ? 125 : 0));
      if (!dov_store_save (store, line, error))
        return FALSE;
    }

  return goods_post_count (store, dov_record_get_id (paper), error);
}

static gboolean
take_back (Play    *play,
           GError **error)
{
  gint64 operation = dov_store_find_undoable (play->goods.club.store);

  return operation != 0 && dov_store_undo (play->goods.club.store, operation, error);
}

static gboolean
do_again (Play    *play,
          GError **error)
{
  gint64 operation = dov_store_find_redoable (play->goods.club.store);

  return operation != 0 && dov_store_undo (play->goods.club.store, operation, error);
}

static void
test_random (void)
{
  static const Step steps[] = { receive, receive, receive, receive, issue, issue, issue, issue, issue, transfer, transfer,
                                build, build, cancel, bring_back, count, take_back, take_back, do_again, do_again };
  Play play = { .random = g_rand_new_with_seed (SEED) };
  g_autoptr (GTimer) timer = g_timer_new ();
  guint start;

  goods_open (&play.goods);
  start = (guint) dov_store_get_last_operation (play.goods.club.store);
  g_test_message ("seed %d", SEED);
  for (guint i = 1; i <= N_STEPS; i++)
    {
      int n = g_rand_int_range (play.random, 0, i % 40 == 0 ? (int) G_N_ELEMENTS (steps) : 15);
      g_autoptr (GError) error = NULL;

      /* Counting touches every line, so it is rarer; undo goes not behind the beginning. */
      if (n >= 15 && dov_store_find_undoable (play.goods.club.store) <= start)
        n = 0;
      if (i % 4 == 0 && n < 15)
        n = 16 + g_rand_int_range (play.random, 0, 4);
      if (n >= 16 && n <= 17 && dov_store_find_undoable (play.goods.club.store) <= start)
        n = 0;
      if (steps[n] (&play, &error))
        play.done++;
      else
        play.refused++;
      if (error != NULL && error->domain != DOV_RECORD_ERROR)
        g_error ("step %u of kind %d: %s", i, n, error->message);
      if (i % EVERY == 0)
        goods_check_sums (&play.goods);
    }
  g_test_message ("%u done, %u refused, %" G_GINT64_FORMAT " movements, %.1f s", play.done, play.refused,
                  dov_database_count (dov_store_get_database (play.goods.club.store), "SELECT count(*) FROM stock_move", NULL),
                  g_timer_elapsed (timer, NULL));
  g_assert_cmpuint (play.done, >, N_STEPS / 3);
  g_assert_cmpuint (play.refused, >, N_STEPS / 100);
  goods_close (&play.goods);
  g_rand_free (play.random);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rules/S1/random", test_random);

  return g_test_run ();
}
