/* bench-stock.c - a drive of five thousand lines: its figures, one more handout, what stands in the way of closing */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "goods.h"

#include <stdio.h>

#include "dov-distribution-line.h"
#include "dov-donation-line.h"
#include "dov-donation-receipt.h"
#include "dov-item.h"
#include "dov-stock-status.h"

#define N_ITEMS 100
#define RUNS 7

static gint64 items[N_ITEMS];

static double
now (void)
{
  return (double) g_get_monotonic_time () / 1000.0;
}

static void
add_line (GPtrArray *lines,
          GType      type,
          gint64     item,
          gint64     qty)
{
  DovRecord *line = dov_record_new (type, 0);

  dov_record_set_number (line, "item_id", item);
  dov_record_set_number (line, "qty", qty);
  g_ptr_array_add (lines, line);
}

static gboolean
issue (Goods         *goods,
       guint          n,
       gboolean       is_draft,
       GError       **error)
{
  g_autoptr (DovRecord) paper = dov_record_new (DOV_TYPE_DISTRIBUTION, 0);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_object_unref);

  add_line (lines, DOV_TYPE_DISTRIBUTION_LINE, items[n % N_ITEMS], 1000);
  add_line (lines, DOV_TYPE_DISTRIBUTION_LINE, items[(n + 37) % N_ITEMS], 2000);
  club_fill (paper, "date", "2027-03-03", NULL);
  dov_record_set_number (paper, "lounge_id", goods->club.lounge);
  dov_record_set_number (paper, "drive_id", goods->drive);
  dov_record_set_number (paper, "family_id", goods->family);
  dov_record_set_number (paper, "person_id", goods->mother);
  dov_record_set_number (paper, "issued_by_id", goods->club.manager);
  if (is_draft)
    return dov_stock_prepare_issue (goods->club.store, DOV_DISTRIBUTION (paper), lines, error);

  return goods_post (goods->club.store, paper, lines, NULL, error);
}

static void
fill (Goods *goods,
      guint  n_lines)
{
  g_autoptr (DovRecord) paper = dov_record_new (DOV_TYPE_DONATION_RECEIPT, 0);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < N_ITEMS; i++)
    {
      g_autofree char *name = g_strdup_printf ("Вещь %03u", i);

      items[i] = club_add (&goods->club, DOV_TYPE_ITEM, "name", name, "category_id", "303", NULL);
      add_line (lines, DOV_TYPE_DONATION_LINE, items[i], 1000000);
    }
  club_fill (paper, "date", "2027-03-01", NULL);
  dov_record_set_number (paper, "lounge_id", goods->club.lounge);
  dov_record_set_number (paper, "drive_id", goods->drive);
  dov_record_set_number (paper, "donor_id", goods->donor);
  dov_record_set_number (paper, "received_by_id", goods->club.manager);
  goods_post (goods->club.store, paper, lines, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < (n_lines - N_ITEMS) / 2; i++)
    if (!issue (goods, i, FALSE, &error))
      g_error ("%s", error->message);
}

/* What nobody can do better than: the sums themselves. */
static double
measure_floor (Goods *goods)
{
  double best = G_MAXDOUBLE;

  for (guint run = 0; run < RUNS; run++)
    {
      double started = now ();
      g_autoptr (DovStatement) rows =
        dov_database_prepare (dov_store_get_database (goods->club.store),
                              "SELECT item_id, lounge_id, sum (qty) FROM stock_move WHERE drive_id = ?1"
                              " GROUP BY item_id, lounge_id", NULL);

      dov_statement_bind_integer (rows, 1, goods->drive);
      while (dov_statement_step (rows, NULL))
        (void) dov_statement_column_integer (rows, 2);
      best = MIN (best, now () - started);
    }

  return best;
}

static void
measure (guint   n_lines,
         double *one_more)
{
  double figures = G_MAXDOUBLE, closing = G_MAXDOUBLE, draft = G_MAXDOUBLE, floor;
  Goods goods;

  goods_open (&goods);
  fill (&goods, n_lines);
  floor = measure_floor (&goods);
  *one_more = G_MAXDOUBLE;
  for (guint run = 0; run < RUNS; run++)
    {
      double started = now ();
      g_autoptr (GPtrArray) found = dov_stock_list_figures (goods.club.store, DOV_STOCK_ALL, goods.drive, 0, NULL);
      g_autoptr (GPtrArray) obstacles = NULL;
      g_autoptr (GError) error = NULL;

      figures = MIN (figures, now () - started);
      g_assert_cmpuint (found->len, ==, N_ITEMS);
      started = now ();
      obstacles = dov_stock_list_obstacles (goods.club.store, goods.drive, NULL);
      closing = MIN (closing, now () - started);
      g_assert_cmpuint (obstacles->len, >, N_ITEMS);
      started = now ();
      if (!issue (&goods, run, TRUE, &error))
        g_error ("%s", error->message);
      draft = MIN (draft, now () - started);
      started = now ();
      if (!issue (&goods, run, FALSE, &error))
        g_error ("%s", error->message);
      *one_more = MIN (*one_more, now () - started);
    }
  printf ("a drive of %u lines: its figures %.2f ms, %.2f × the bare sums (%.2f ms)\n", n_lines, figures, figures / floor,
          floor);
  printf ("a drive of %u lines: one more handout of two lines %.2f ms, %.2f × the same saved as a draft (%.2f ms)\n",
          n_lines, *one_more, *one_more / draft, draft);
  printf ("a drive of %u lines: what stands in the way of closing it %.2f ms, %.2f × the bare sums\n", n_lines, closing,
          closing / floor);
  goods_close (&goods);
}

int
main (void)
{
  double small = 0, large = 0;

  measure (500, &small);
  measure (5000, &large);
  printf ("ten times the lines: × %.2f a handout\n", large / small);

  return 0;
}
