/* dov-stock-allot.c - what a paper leaves open when it is posted: batches, parts of kits, what the books say */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-stock-private.h"

#include "dov-inventory-line.h"
#include "dov-item.h"
#include "dov-kit-build-line.h"
#include "dov-stock-status.h"

#include <glib/gi18n.h>

/* So much of one batch. */
typedef struct
{
  gint64  item_id;
  char   *expires_on;  /* NULL: the batch without a day */
  gint64  qty;
} Share;

static void
clear_share (Share *share)
{
  g_free (share->expires_on);
}

/* Where a paper takes its goods from. */
typedef struct
{
  gint64    lounge_id;
  gint64    drive_id;
  char     *day;
  gboolean  with_expired;
  GArray   *taken;         /* Share: what its other lines take already */
} Source;

static char *
dup_text (DovRecord  *record,
          const char *name)
{
  const DovField *field = dov_record_find_field (record, name);

  return field != NULL ? dov_record_dup_text (record, field) : g_strdup ("");
}

static void
open_source (Source    *source,
             DovRecord *paper,
             gboolean   with_expired)
{
  *source = (Source) {
    .lounge_id = dov_record_get_number (paper, "lounge_id"),
    .drive_id = dov_record_get_number (paper, "drive_id"),
    .day = dup_text (paper, "date"),
    .with_expired = with_expired,
    .taken = g_array_new (FALSE, FALSE, sizeof (Share)),
  };
  g_array_set_clear_func (source->taken, (GDestroyNotify) clear_share);
}

static void
clear_source (Source *source)
{
  g_clear_pointer (&source->day, g_free);
  g_clear_pointer (&source->taken, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Source, clear_source)

static gint64
get_available (DovStore   *store,
               Source     *source,
               gint64      item_id,
               const char *expires_on)
{
  DovStockKey key = { item_id, source->lounge_id, source->drive_id, expires_on };
  gint64 available = dov_stock_get_least (store, &key, source->day);

  for (guint i = 0; i < source->taken->len; i++)
    {
      Share *share = &g_array_index (source->taken, Share, i);

      if (share->item_id == item_id && g_strcmp0 (share->expires_on, expires_on) == 0)
        available -= share->qty;
    }

  return MAX (0, available);
}

static void
take (Source     *source,
      GArray     *shares,
      gint64      item_id,
      const char *expires_on,
      gint64      qty)
{
  Share share = { item_id, g_strdup (expires_on), qty };
  Share same = { item_id, g_strdup (expires_on), qty };

  g_array_append_val (source->taken, share);
  g_array_append_val (shares, same);
}

/* What goes bad first goes out first; NULL when all batches together are too few. */
static GArray *
share_out (DovStore *store,
           Source   *source,
           gint64    item_id,
           gint64    wanted)
{
  g_autoptr (DovStatement) rows =
    dov_store_ask (store, "SELECT expires_on FROM stock_move WHERE item_id = ?1 AND lounge_id = ?2 AND drive_id IS ?3"
                   " AND (?4 OR expires_on IS NULL OR expires_on >= ?5)"
                   " GROUP BY expires_on ORDER BY expires_on IS NULL, expires_on",
                   "(xxlbs)", item_id, source->lounge_id, source->drive_id, source->with_expired, source->day);
  g_autoptr (GArray) shares = g_array_new (FALSE, FALSE, sizeof (Share));

  g_array_set_clear_func (shares, (GDestroyNotify) clear_share);
  while (wanted > 0 && dov_statement_next (rows))
    {
      g_autofree char *batch = g_strdup (dov_statement_column_text (rows, 0));
      gint64 available = get_available (store, source, item_id, batch);
      gint64 qty = MIN (wanted, available);

      if (qty > 0)
        take (source, shares, item_id, batch, qty);
      wanted -= qty;
    }

  return wanted == 0 ? g_steal_pointer (&shares) : NULL;
}

static gboolean
is_perishable (DovStore *store,
               gint64    item_id)
{
  g_autoptr (DovRecord) item = dov_store_find (store, DOV_TYPE_ITEM, item_id, NULL);

  return item != NULL && DOV_GOODS (item)->perishable;
}

static GArray *
list_ids (DovStore   *store,
          const char *sql,
          gint64      id)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (DovStatement) rows = dov_store_ask (store, sql, "(x)", id);

  while (dov_statement_next (rows))
    {
      gint64 found = dov_statement_column_integer (rows, 0);

      g_array_append_val (ids, found);
    }

  return ids;
}

static gboolean
save_share (DovStore   *store,
            DovRecord  *line,
            Share      *share,
            GError    **error)
{
  g_autoptr (GDate) day = NULL;

  if (share->expires_on != NULL)
    (void) dov_date_from_iso (share->expires_on, &day);
  dov_record_set_date (line, "expires_on", day);
  dov_record_set_number (line, "qty", share->qty);

  return dov_store_save (store, line, error);
}

/* A line that names no batch gets one, or becomes several lines. */
static gboolean
allot_line (DovStore   *store,
            Source     *source,
            DovRecord  *living,
            GError    **error)
{
  g_autoptr (DovRecord) line = dov_record_dup (living);
  gint64 item_id = dov_record_get_number (line, "item_id"), wanted = dov_record_get_number (line, "qty");
  g_autofree char *batch = dup_text (line, "expires_on");
  g_autoptr (GArray) shares = NULL;

  if (*batch != '\0')
    {
      Share share = { item_id, g_strdup (batch), wanted };

      g_array_append_val (source->taken, share);
      return TRUE;
    }
  if (!is_perishable (store, item_id) && get_available (store, source, item_id, NULL) >= wanted)
    {
      Share share = { item_id, NULL, wanted };

      g_array_append_val (source->taken, share);
      return TRUE;
    }
  shares = share_out (store, source, item_id, wanted);
  if (shares == NULL)
    return TRUE;

  for (guint i = 0; i < shares->len; i++)
    {
      g_autoptr (DovRecord) next = i > 0 ? dov_record_new (G_OBJECT_TYPE (line), 0) : NULL;

      if (next != NULL)
        dov_record_assign (next, line);
      if (!save_share (store, next != NULL ? next : line, &g_array_index (shares, Share, i), error))
        return FALSE;
    }

  return TRUE;
}

/* Lines that have moved nothing yet. */
static gboolean
allot_lines (DovStore             *store,
             const DovStockPaper  *paper,
             DovRecord            *record,
             Source               *source,
             GError              **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT l.id FROM live_%s l WHERE l.%s = ?1 AND NOT EXISTS"
                                          " (SELECT 1 FROM stock_move m WHERE m.%s = l.id) ORDER BY l.id",
                                          paper->line_table, paper->link, paper->cause);
  g_autoptr (GArray) ids = list_ids (store, sql, dov_record_get_id (record));

  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr (DovRecord) line = dov_store_find (store, paper->line (), g_array_index (ids, gint64, i), error);

      if (line == NULL || !allot_line (store, source, line, error))
        return FALSE;
    }

  return TRUE;
}

/* Kits. */

static gboolean
add_part (DovStore      *store,
          DovKitBuild   *build,
          Share         *share,
          GError       **error)
{
  g_autoptr (DovRecord) line = dov_record_new (DOV_TYPE_KIT_BUILD_LINE, 0);

  dov_set (DOV_KIT_BUILD_LINE (line), build_id, dov_record_get_id (DOV_RECORD (build)));
  dov_set (DOV_KIT_BUILD_LINE (line), item_id, share->item_id);

  return save_share (store, line, share, error);
}

static gboolean
use_part (DovStore     *store,
          DovKitBuild  *build,
          Source       *source,
          gint64        item_id,
          gint64        wanted,
          GError      **error)
{
  DovStockKey key = { item_id, source->lounge_id, source->drive_id, NULL };
  g_autoptr (GArray) shares = share_out (store, source, item_id, wanted);
  g_autofree char *words = NULL;

  if (shares == NULL)
    {
      words = dov_stock_dup_shortage (store, item_id, source->lounge_id, source->drive_id,
                                      dov_stock_get_issuable (store, &key, source->day, FALSE), wanted);
      return dov_store_refuse (store, DOV_RECORD (build), "qty", "S1", words, error);
    }
  for (guint i = 0; i < shares->len; i++)
    if (!add_part (store, build, &g_array_index (shares, Share, i), error))
      return FALSE;

  return TRUE;
}

/* The batch that the part of such a kit was of when it was made up last. */
static char *
find_batch_of_part (DovStore    *store,
                    DovKitBuild *build,
                    gint64       item_id)
{
  g_autofree char *batch = build->expires_on != NULL ? dov_date_to_iso (build->expires_on) : NULL;
  g_autoptr (DovStatement) rows =
    dov_store_ask (store, "SELECT l.expires_on FROM live_kit_build_line l JOIN live_kit_build b ON b.id = l.build_id"
                   " WHERE b.kit_id = ?1 AND b.lounge_id = ?2 AND b.drive_id IS ?3 AND b.expires_on IS ?4"
                   " AND l.item_id = ?5 AND b.status = 'posted' AND NOT b.is_unbuild"
                   " ORDER BY b.date DESC, l.id DESC LIMIT 1",
                   DOV_STOCK_KEY "x", build->kit_id, build->lounge_id, build->drive_id, batch, item_id);

  if (dov_statement_next (rows))
    return g_strdup (dov_statement_column_text (rows, 0));

  return is_perishable (store, item_id) ? g_steal_pointer (&batch) : NULL;
}

static gboolean
give_part_back (DovStore     *store,
                DovKitBuild  *build,
                gint64        item_id,
                gint64        qty,
                GError      **error)
{
  Share share = { item_id, find_batch_of_part (store, build, item_id), qty };
  gboolean done = add_part (store, build, &share, error);

  clear_share (&share);

  return done;
}

/* What one kit is made of: as such kits were made up last, or else by its list of parts. */
static GArray *
list_composition (DovStore    *store,
                  DovKitBuild *build)
{
  static const char of_last[] =
    "WITH last AS (SELECT id, qty FROM live_kit_build WHERE kit_id = ?1 AND lounge_id = ?2 AND drive_id IS ?3"
    " AND expires_on IS ?4 AND NOT is_unbuild AND status = 'posted'"
    " ORDER BY date DESC, id DESC LIMIT 1)"
    " SELECT l.item_id, sum (l.qty) * 1000 / last.qty FROM last JOIN live_kit_build_line l ON l.build_id = last.id"
    " GROUP BY l.item_id";
  static const char of_list[] =
    "SELECT item_id, sum (qty) FROM live_kit_part WHERE kit_id = ?1 GROUP BY item_id ORDER BY min (id)";
  g_autofree char *batch = build->expires_on != NULL ? dov_date_to_iso (build->expires_on) : NULL;
  GArray *parts = g_array_new (FALSE, FALSE, sizeof (Share));

  for (guint i = build->is_unbuild ? 0 : 1; i < 2 && parts->len == 0; i++)
    {
      g_autoptr (DovStatement) rows =
        i == 0 ? dov_store_ask (store, of_last, DOV_STOCK_KEY, build->kit_id, build->lounge_id, build->drive_id, batch)
               : dov_store_ask (store, of_list, "(x)", build->kit_id);

      while (dov_statement_next (rows))
        {
          Share part = { dov_statement_column_integer (rows, 0), NULL,
                         dov_statement_column_integer (rows, 1) * (build->qty / 1000) };

          g_array_append_val (parts, part);
        }
    }

  return parts;
}

static gboolean
list_parts (DovStore     *store,
            DovKitBuild  *build,
            Source       *source,
            GError      **error)
{
  g_autoptr (GArray) parts = list_composition (store, build);

  if (parts->len == 0)
    return dov_store_refuse (store, DOV_RECORD (build), "kit_id", NULL,
                             _("Nobody has said what this kit is made of. Add its parts first."), error);

  for (guint i = 0; i < parts->len; i++)
    {
      Share *part = &g_array_index (parts, Share, i);

      if (build->is_unbuild ? !give_part_back (store, build, part->item_id, part->qty, error)
                            : !use_part (store, build, source, part->item_id, part->qty, error))
        return FALSE;
    }

  return TRUE;
}

/* Kits that are taken apart are of the first batch that has enough of them. */
static gboolean
choose_batch (DovStore     *store,
              DovKitBuild  *build,
              Source       *source,
              GError      **error)
{
  g_autoptr (GArray) shares = NULL;
  g_autoptr (DovRecord) draft = NULL;
  g_autoptr (GDate) day = NULL;
  Share *share;

  if (build->expires_on != NULL || get_available (store, source, build->kit_id, NULL) >= build->qty)
    return TRUE;
  source->with_expired = TRUE;
  shares = share_out (store, source, build->kit_id, build->qty);
  if (shares == NULL)
    return TRUE;
  share = &g_array_index (shares, Share, 0);
  if (share->qty < build->qty)
    return dov_store_refuse (store, DOV_RECORD (build), "expires_on", "S1",
                             _("These kits are of several use-by dates. Take those of one date apart at a time."), error);
  (void) dov_date_from_iso (share->expires_on, &day);
  draft = dov_record_dup (DOV_RECORD (build));
  dov_record_set_date (draft, "expires_on", day);

  return dov_store_save (store, draft, error);
}

/* A kit is good for as long as the first of its parts. */
static gboolean
date_kit (DovStore     *store,
          DovKitBuild  *build,
          GError      **error)
{
  g_autoptr (DovStatement) rows = NULL;
  g_autoptr (DovRecord) draft = dov_record_dup (DOV_RECORD (build));
  g_autoptr (GDate) day = NULL;

  if (build->is_unbuild || build->expires_on != NULL)
    return TRUE;
  rows = dov_store_ask (store, "SELECT min (expires_on) FROM live_kit_build_line WHERE build_id = ?1",
                        "(x)", dov_record_get_id (draft));
  if (!dov_statement_next (rows) || dov_statement_column_is_null (rows, 0))
    return TRUE;
  day = dov_statement_dup_date (rows, 0);
  dov_record_set_date (draft, "expires_on", day);

  return dov_store_save (store, draft, error);
}

static gboolean
allot_kit (DovStore             *store,
           const DovStockPaper  *paper,
           DovKitBuild          *build,
           GError              **error)
{
  g_autoptr (GArray) lines = list_ids (store, "SELECT id FROM live_kit_build_line WHERE build_id = ?1",
                                       dov_record_get_id (DOV_RECORD (build)));
  g_auto (Source) source = { 0 };

  open_source (&source, DOV_RECORD (build), FALSE);
  if (build->is_unbuild && !choose_batch (store, build, &source, error))
    return FALSE;
  if (lines->len == 0 && !list_parts (store, build, &source, error))
    return FALSE;
  if (lines->len > 0 && !build->is_unbuild && !allot_lines (store, paper, DOV_RECORD (build), &source, error))
    return FALSE;

  return date_kit (store, build, error);
}

/* Counts. */

/* What was not said of the books is read from them. */
static gboolean
fill_book (DovStore           *store,
           DovInventoryCount  *count,
           GError            **error)
{
  g_autoptr (GArray) ids = list_ids (store, "SELECT id FROM live_inventory_line WHERE count_id = ?1"
                                     " AND book_qty IS NULL", dov_record_get_id (DOV_RECORD (count)));
  g_autofree char *day = dov_date_to_iso (count->date);

  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr (DovInventoryLine) line = dov_store_find_draft (store, DOV_TYPE_INVENTORY_LINE,
                                                                g_array_index (ids, gint64, i), error);

      if (line == NULL)
        return FALSE;
      dov_set (line, book_qty, dov_stock_get_book (store, count, line));
      if (!dov_store_save (store, DOV_RECORD (line), error))
        return FALSE;
    }

  return TRUE;
}

/* Fills in what a posted paper leaves open. What is written already stays. */
gboolean
dov_stock_allot (DovStore             *store,
                 const DovStockPaper  *paper,
                 DovRecord            *record,
                 GError              **error)
{
  g_auto (Source) source = { 0 };

  if (DOV_IS_DONATION_RECEIPT (record))
    return TRUE;
  if (DOV_IS_KIT_BUILD (record))
    return allot_kit (store, paper, DOV_KIT_BUILD (record), error);
  if (DOV_IS_INVENTORY_COUNT (record))
    return fill_book (store, DOV_INVENTORY_COUNT (record), error);

  open_source (&source, record, !DOV_IS_DISTRIBUTION (record));

  return allot_lines (store, paper, record, &source, error);
}
