/* dov-handout-sheet.c - handing out to many families of a drive: who is on the list, what each gets, who came */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-handout-sheet.h"

#include <glib/gi18n.h>

#include "dov-goods-words.h"
#include "dov-own-lounge.h"

/* No sheet has so many rows. */
#define MOST_ROWS 9999

/**
 * dov_handout_sheet_open:
 *
 * Returns: (transfer full): the sheet of the drive that is not finished, or else the next one
 */
DovHandoutSheet *
dov_handout_sheet_open (DovStore *store,
                        gint64    drive)
{
  DovHandoutSheet *self = g_new0 (DovHandoutSheet, 1);
  g_autoptr (DovRecord) found = dov_store_find (store, DOV_TYPE_DRIVE, drive, NULL);
  gint64 no = dov_store_see_number (store, "SELECT max (CAST (sheet_no AS INTEGER)) FROM live_distribution"
                                    " WHERE drive_id = ?1 AND status = 'draft'", "(x)", drive);

  if (no == 0)
    no = dov_store_see_number (store, "SELECT ifnull (max (CAST (sheet_no AS INTEGER)), 0) + 1 FROM distribution"
                               " WHERE drive_id = ?1", "(x)", drive);
  self->store = g_object_ref (store);
  self->drive = drive;
  self->lounge = found != NULL && DOV_DRIVE (found)->lounge_id != 0 ? DOV_DRIVE (found)->lounge_id
                                                                      : dov_own_lounge_find (store);
  self->no = g_strdup_printf ("%" G_GINT64_FORMAT, no);

  return self;
}

void
dov_handout_sheet_free (DovHandoutSheet *self)
{
  g_object_unref (self->store);
  g_free (self->no);
  g_free (self);
}

/* Its handouts, in the order of the paper. */
GArray *
dov_handout_sheet_list (DovHandoutSheet *self)
{
  return dov_store_see_ids (self->store, "SELECT id FROM live_distribution WHERE drive_id = ?1 AND sheet_no = ?2"
                            " AND lounge_id = ?3 AND status IN ('draft', 'issued') ORDER BY row_no, id",
                            "(xsx)", self->drive, self->no, self->lounge);
}

/* Whether there is enough for all who are still to come. */
GArray *
dov_handout_sheet_list_totals (DovHandoutSheet *self)
{
  GArray *totals = g_array_new (FALSE, FALSE, sizeof (DovHandoutTotal));
  g_autoptr (DovStatement) rows =
    dov_store_see (self->store, "SELECT l.item_id, sum (l.qty), ifnull ((SELECT sum (n.qty) FROM live_need n"
                   " WHERE n.item_id = l.item_id AND n.status = 'reserved' AND n.family_id IN"
                   " (SELECT family_id FROM live_distribution WHERE drive_id = ?1 AND sheet_no = ?2 AND status = 'draft')), 0)"
                   " FROM live_distribution_line l JOIN live_distribution d ON d.id = l.distribution_id"
                   " WHERE d.drive_id = ?1 AND d.sheet_no = ?2 AND d.status = 'draft' GROUP BY l.item_id ORDER BY min (l.id)",
                   "(xs)", self->drive, self->no);

  while (dov_statement_next (rows))
    {
      DovHandoutTotal total = { dov_statement_column_integer (rows, 0), dov_statement_column_integer (rows, 1),
                              dov_statement_column_integer (rows, 2) };
      DovStockFigure figure;

      dov_stock_get_figure (self->store, total.item, self->lounge, self->drive, &figure);
      total.have += figure.free;
      g_array_append_val (totals, total);
    }

  return totals;
}

/* Families that asked for something in the drive. */
GArray *
dov_handout_sheet_list_asking (DovHandoutSheet *self)
{
  return dov_store_see_ids (self->store, "SELECT DISTINCT n.family_id FROM live_need n JOIN live_family f ON f.id = n.family_id"
                            " WHERE n.drive_id = ?1 AND n.status IN ('open', 'reserved') ORDER BY f.key",
                            "(x)", self->drive);
}

/* The categories that families have now. */
GArray *
dov_handout_sheet_list_categories (DovHandoutSheet *self)
{
  return dov_store_see_ids (self->store, "SELECT DISTINCT r.id FROM live_ref_item r"
                            " JOIN live_family_category c ON c.category_id = r.id ORDER BY r.position, r.id", NULL);
}

/**
 * dov_handout_sheet_list_of_category:
 * @category: 0: of any, or none
 *
 * Returns: (transfer full) (element-type gint64): families that are looked after
 */
GArray *
dov_handout_sheet_list_of_category (DovHandoutSheet *self,
                                           gint64    category)
{
  GDate today = dov_today ();

  return dov_store_see_ids (self->store, "SELECT DISTINCT f.id FROM live_family f"
                            " LEFT JOIN live_family_category c ON c.family_id = f.id AND (c.until IS NULL OR c.until >= ?2)"
                            " WHERE f.case_status IN ('active', 'monitoring', 'identified', 'assessed')"
                            " AND (?1 = 0 OR c.category_id = ?1) ORDER BY f.key", "(xD)", category, &today);
}

/* ---- who is on the list ---- */

DovRecord *
dov_handout_sheet_line_new (gint64 item,
                            gint64 qty,
                            gint64 child)
{
  DovRecord *line = dov_record_new (DOV_TYPE_DISTRIBUTION_LINE, 0);

  dov_set (DOV_DISTRIBUTION_LINE (line), item_id, item);
  dov_set (DOV_DISTRIBUTION_LINE (line), qty, qty);
  dov_set (DOV_DISTRIBUTION_LINE (line), child_id, child);

  return line;
}

/* What a family asked for in this drive, as far as it is known which thing. */
static void
add_needs (DovHandoutSheet  *self,
           gint64     family,
           GPtrArray *lines)
{
  g_autoptr (DovStatement) rows =
    dov_store_see (self->store, "SELECT item_id, qty, ifnull (person_id, 0) FROM live_need WHERE family_id = ?1"
                   " AND (drive_id = ?2 OR drive_id IS NULL) AND item_id IS NOT NULL AND status IN ('open', 'reserved')"
                   " ORDER BY date, id", "(xx)", family, self->drive);

  while (dov_statement_next (rows))
    g_ptr_array_add (lines, dov_handout_sheet_line_new (dov_statement_column_integer (rows, 0),
                                                        dov_statement_column_integer (rows, 1),
                                                        dov_statement_column_integer (rows, 2)));
}

static const char *
find_obstacle (DovHandoutSheet *self,
               gint64    family,
               gint64    recipient)
{
  if (dov_store_see_number (self->store, "SELECT count (*) FROM live_distribution WHERE drive_id = ?1 AND sheet_no = ?2"
                            " AND family_id = ?3 AND status IN ('draft', 'issued')", "(xsx)", self->drive, self->no, family) > 0)
    return _("is on the list already");

  return recipient == 0 ? _("no grown-up is written down in the family; add who will come") : NULL;
}

/**
 * dov_handout_sheet_add:
 * @recipient: a grown-up of the family, 0 when there is none
 * @lines: (element-type DovDistributionLine): what it gets
 * @by_needs: it gets what it asked for too
 *
 * Puts a family on the list.
 *
 * Returns: %FALSE with why it cannot be
 */
gboolean
dov_handout_sheet_add (DovHandoutSheet   *self,
                              gint64      family,
                              gint64      recipient,
                              GPtrArray  *lines,
                              gboolean    by_needs,
                              GError    **error)
{
  g_autoptr (DovRecord) record = dov_record_new (DOV_TYPE_DISTRIBUTION, 0);
  DovDistribution *handout = DOV_DISTRIBUTION (record);
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (g_object_unref);
  const char *obstacle = find_obstacle (self, family, recipient);
  GDate today = dov_today ();

  if (by_needs)
    add_needs (self, family, all);
  g_ptr_array_extend (all, lines, (GCopyFunc) (void (*) (void)) g_object_ref, NULL);
  if (obstacle == NULL && all->len == 0)
    obstacle = by_needs ? _("asked for nothing that is known; say below what each gets") :
                          _("say first what each family gets");
  if (obstacle != NULL)
    return dov_refuse (error, "%s", obstacle);

  dov_set (handout, date, &today);
  dov_set (handout, lounge_id, self->lounge);
  dov_set (handout, drive_id, self->drive);
  dov_set (handout, family_id, family);
  dov_set (handout, person_id, recipient);
  dov_set (handout, issued_by_id, dov_goods_find_me (self->store));
  dov_set (handout, sheet_no, self->no);
  dov_set (handout, row_no, dov_store_see_number (self->store, "SELECT ifnull (max (row_no), 0) + 1 FROM distribution"
                                                  " WHERE drive_id = ?1 AND sheet_no = ?2", "(xs)", self->drive, self->no));

  return dov_stock_prepare_issue (self->store, handout, all, error);
}

/* ---- who came ---- */

/**
 * dov_handout_sheet_is_called:
 * @words: folded
 *
 * Returns: whether every word occurs in the names a family is known by, those of its members too
 */
gboolean
dov_handout_sheet_is_called (DovHandoutSheet  *self,
                                    gint64     family,
                                    char     **words)
{
  g_autoptr (DovStatement) rows =
    dov_store_see (self->store, "SELECT f.key || ' ' || ifnull ((SELECT group_concat (p.key, ' ') FROM live_family_member m"
                   " JOIN live_person p ON p.id = m.person_id WHERE m.family_id = f.id), '') FROM family f WHERE f.id = ?1",
                   "(x)", family);

  if (!dov_statement_next (rows))
    return FALSE;
  for (guint i = 0; words[i] != NULL; i++)
    if (strstr (dov_statement_column_text (rows, 0), words[i]) == NULL)
      return FALSE;

  return TRUE;
}

/* The handout of a row; 0: there is no such row. */
gint64
dov_handout_sheet_find_row (DovHandoutSheet *self,
                                   gint64    row)
{
  return dov_store_see_number (self->store, "SELECT id FROM live_distribution WHERE drive_id = ?1 AND sheet_no = ?2"
                               " AND row_no = ?3 AND lounge_id = ?4", "(xsxx)", self->drive, self->no, row, self->lounge);
}

/**
 * dov_handout_sheet_issue:
 *
 * Hands out what was prepared; the signature stands on the sheet. Nothing toggles: who has had theirs is refused.
 */
gboolean
dov_handout_sheet_issue (DovHandoutSheet  *self,
                                gint64     handout,
                                GError   **error)
{
  g_autoptr (DovRecord) record = dov_store_find (self->store, DOV_TYPE_DISTRIBUTION, handout, error);

  if (record == NULL)
    return FALSE;
  if (DOV_DISTRIBUTION (record)->status != DOV_DISTRIBUTION_STATUS_DRAFT)
    {
      g_autofree char *day = dov_goods_day_words (DOV_DISTRIBUTION (record)->date);

      g_set_error (error, DOV_RECORD_ERROR, DOV_RECORD_ERROR_REFUSED, _("has had it already, %s"), day);
      return FALSE;
    }

  return dov_stock_issue_prepared (self->store, handout, TRUE, error);
}

/* “3” or “3-5” */
static gboolean
read_span (const char *typed,
           gint64     *first,
           gint64     *last)
{
  g_autofree char *first_typed = g_strndup (typed, strspn (typed, "0123456789"));
  const char *dash = typed + strlen (first_typed);
  const char *last_typed = first_typed;

  if (*dash == '-' || g_str_has_prefix (dash, "–"))
    last_typed = *dash == '-' ? dash + 1 : dash + strlen ("–");
  else if (*dash != '\0')
    return FALSE;

  return strspn (last_typed, "0123456789") == strlen (last_typed) &&
         g_ascii_string_to_signed (first_typed, 10, 1, MOST_ROWS, first, NULL) &&
         g_ascii_string_to_signed (last_typed, 10, *first, MOST_ROWS, last, NULL);
}

GArray *
dov_handout_sheet_read_rows (const char  *typed,
                             char       **wrong)
{
  g_auto (GStrv) pieces = g_strsplit_set (typed, ",; ", -1);
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; pieces[i] != NULL; i++)
    {
      gint64 first, last;

      if (*pieces[i] == '\0')
        continue;
      if (!read_span (pieces[i], &first, &last))
        {
          *wrong = g_strdup (pieces[i]);
          return NULL;
        }
      for (gint64 row = first; row <= last; row++)
        g_array_append_val (rows, row);
    }

  return g_steal_pointer (&rows);
}
