/* dov-sheet-marks.c - who came is ticked off: found by any fragment, or by the numbers of the signed rows */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-sheet-page-private.h"

#include <glib/gi18n.h>

#include "dov-deed.h"
#include "dov-errors.h"
#include "dov-family.h"
#include "dov-fold.h"
#include "dov-goods-query.h"
#include "dov-notice.h"
#include "dov-stock.h"

/* All the names a family of the sheet is known by. */
static char *
dup_key (DovSheetPage *self,
         gint64        family)
{
  g_autofree char *names = dov_goods_ask_text (self->store,
    "SELECT f.key || ' ' || coalesce((SELECT group_concat(p.key, ' ') FROM family_member m JOIN person p ON p.id = m.person_id "
    "WHERE m.family_id = f.id AND m.removed IS NULL AND p.removed IS NULL), '') FROM family f WHERE f.id = ?1",
    g_variant_new ("(x)", family));

  return g_steal_pointer (&names);
}

static gboolean
has_words (const char *key,
           char      **words)
{
  for (guint i = 0; words[i] != NULL; i++)
    if (strstr (key, words[i]) == NULL)
      return FALSE;

  return TRUE;
}

/* Families of this sheet; who has had theirs already is found too, and says so. */
GPtrArray *
dov_sheet_page_look_came (const char *words,
                          guint       at_most,
                          gpointer    user_data)
{
  static const DovSign done = { "emblem-ok-symbolic", "success" };
  DovSheetPage *self = user_data;
  g_autoptr (GArray) ids = dov_sheet_page_list (self);
  g_auto (GStrv) folded = dov_fold_words (words);
  GPtrArray *found = g_ptr_array_new_with_free_func ((GDestroyNotify) dov_found_free);

  for (guint i = 0; i < ids->len && found->len < at_most; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);
      g_autoptr (DovRecord) handout = dov_store_find (self->store, DOV_TYPE_DISTRIBUTION, id, NULL);
      g_autofree char *key = handout != NULL ? dup_key (self, DOV_DISTRIBUTION (handout)->family_id) : NULL;
      DovFound *one;

      if (key == NULL || !has_words (key, folded))
        continue;
      one = dov_found_new (id, dov_store_describe_id (self->store, DOV_TYPE_FAMILY, DOV_DISTRIBUTION (handout)->family_id),
                           dov_goods_things_words (self->store, "distribution_line", "distribution_id", id));
      if (DOV_DISTRIBUTION (handout)->status == DOV_DISTRIBUTION_STATUS_ISSUED)
        {
          one->badge = g_strdup (_("has had it"));
          one->sign = &done;
        }
      g_ptr_array_add (found, one);
    }

  return found;
}

/* One row that is ticked off, and why it cannot be. */
typedef struct
{
  gint64  handout;
  char   *why;
} Mark;

static gboolean
hand_out (DovStore  *store,
          gpointer   mark,
          GError   **error)
{
  dov_store_accept (store, "S4", _("on the list of the sheet"));

  return dov_stock_issue_prepared (store, ((Mark *) mark)->handout, TRUE, error);
}

/* The answer names the row; many may be ticked off at once. */
static gboolean
refused (gpointer      page,
         const GError *error,
         gpointer      mark)
{
  ((Mark *) mark)->why = dov_errors_dup_words (error);

  return TRUE;
}

/* Hands out what was prepared; the signature stands on the sheet. */
static gboolean
issue (DovSheetPage  *self,
       gint64         handout,
       char         **why)
{
  g_autoptr (DovRecord) record = dov_store_find (self->store, DOV_TYPE_DISTRIBUTION, handout, NULL);
  Mark mark = { handout, NULL };

  if (record == NULL)
    return FALSE;
  if (DOV_DISTRIBUTION (record)->status != DOV_DISTRIBUTION_STATUS_DRAFT)
    {
      g_autofree char *day = dov_goods_day_words (DOV_DISTRIBUTION (record)->date);

      *why = g_strdup_printf (_("has had it already, %s"), day);
      return FALSE;
    }
  if (dov_deed_do (self, self->store, &(DovDeed) { .act = hand_out, .refused = refused, .data = &mark }))
    return TRUE;
  *why = mark.why;

  return FALSE;
}

/**
 * dov_sheet_page_mark:
 * @handout: of a family that came
 *
 * Ticks it off. Nothing toggles: who has had theirs is answered.
 */
void
dov_sheet_page_mark (DovSheetPage *self,
                     gint64        handout)
{
  g_autoptr (DovRecord) record = dov_store_find (self->store, DOV_TYPE_DISTRIBUTION, handout, NULL);
  g_autofree char *family = NULL;
  g_autofree char *why = NULL;

  if (record == NULL)
    return;
  family = dov_store_describe_id (self->store, DOV_TYPE_FAMILY, DOV_DISTRIBUTION (record)->family_id);
  if (issue (self, handout, &why))
    {
      g_autofree char *things = dov_goods_things_words (self->store, "distribution_line", "distribution_id", handout);

      dov_sheet_page_answer (self, DOV_NOTICE_INFORMS, family, things);
    }
  else
    {
      dov_sheet_page_answer (self, DOV_DISTRIBUTION (record)->status == DOV_DISTRIBUTION_STATUS_DRAFT ?
                             DOV_NOTICE_REFUSES : DOV_NOTICE_INFORMS, family, why);
    }
  gtk_widget_grab_focus (self->came);
}

static gint64
find_row (DovSheetPage *self,
          gint64        number)
{
  return dov_goods_count (self->store,
    "SELECT id FROM distribution WHERE drive_id = ?1 AND sheet_no = ?2 AND row_no = ?3 AND lounge_id = ?4 AND removed IS NULL",
    g_variant_new ("(xsxx)", dov_sheet_page_get_drive (self), self->sheet, number, dov_sheet_page_get_lounge (self)));
}

/* “1-5, 8 12”: every number once, in their order; %NULL with the piece that is no number. */
static GArray *
read_numbers (const char  *typed,
              char       **wrong)
{
  g_auto (GStrv) pieces = g_strsplit_set (typed, ",; ", -1);
  g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; pieces[i] != NULL; i++)
    {
      char *rest = NULL;
      gint64 first, last;

      if (*pieces[i] == '\0')
        continue;
      first = last = g_ascii_strtoll (pieces[i], &rest, 10);
      if (rest != pieces[i] && (*rest == '-' || g_str_has_prefix (rest, "–")))
        {
          const char *second = *rest == '-' ? rest + 1 : rest + strlen ("–");

          last = g_ascii_strtoll (second, &rest, 10);
          if (rest == second)
            rest = pieces[i];
        }
      if (rest == pieces[i] || *rest != '\0' || first < 1 || last < first || last > 9999)
        {
          *wrong = g_strdup (pieces[i]);
          return NULL;
        }
      for (gint64 number = first; number <= last; number++)
        g_array_append_val (numbers, number);
    }

  return g_steal_pointer (&numbers);
}

/**
 * dov_sheet_page_mark_numbers:
 * @typed: the numbers of the rows that are signed on the paper: 1-5, 8, 12
 *
 * Enters a signed sheet back. What cannot be done is named, row by row; the
 * numbers that are left stay in the field.
 */
void
dov_sheet_page_mark_numbers (DovSheetPage *self,
                             const char   *typed)
{
  g_autofree char *wrong = NULL;
  g_autoptr (GArray) numbers = read_numbers (typed, &wrong);
  g_autoptr (GString) troubles = g_string_new (NULL);
  g_autoptr (GString) left = g_string_new (NULL);
  g_autofree char *lead = NULL;
  guint n_done = 0;

  if (numbers == NULL)
    {
      g_autofree char *words = g_strdup_printf (_("“%s” is no number of a row"), wrong);

      dov_sheet_page_answer (self, DOV_NOTICE_REFUSES, words,
                             _("Type numbers with commas or spaces between, or from–to: 1-5, 8, 12."));
      return;
    }
  for (guint i = 0; i < numbers->len; i++)
    {
      gint64 number = g_array_index (numbers, gint64, i);
      gint64 handout = find_row (self, number);
      g_autofree char *why = NULL;

      if (handout == 0)
        why = g_strdup (_("there is no such row on the sheet"));
      else if (issue (self, handout, &why))
        {
          n_done++;
          continue;
        }
      g_string_append_printf (troubles, "%s%d: %s", troubles->len > 0 ? "\n" : "", (int) number, why);
      g_string_append_printf (left, "%s%d", left->len > 0 ? ", " : "", (int) number);
    }
  lead = g_strdup_printf (ngettext ("%u row is entered", "%u rows are entered", n_done), n_done);
  dov_sheet_page_answer (self, troubles->len > 0 ? DOV_NOTICE_WARNS : DOV_NOTICE_INFORMS, lead, troubles->str);
  gtk_editable_set_text (GTK_EDITABLE (self->numbers), left->str);
}
