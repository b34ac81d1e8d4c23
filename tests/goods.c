/* goods.c - a club with a drive, things and families, for tests of the stock */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "goods.h"

#include "dov-commission-member.h"
#include "dov-distribution-line.h"
#include "dov-donation-line.h"
#include "dov-donor.h"
#include "dov-family-member.h"
#include "dov-inventory-line.h"
#include "dov-item.h"
#include "dov-kit-part.h"
#include "dov-lounge.h"
#include "dov-organisation.h"
#include "dov-person.h"
#include "dov-rules.h"
#include "dov-stock-transfer-line.h"
#include "dov-write-off-line.h"

static char *
write_id (gint64 id)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT, id);
}

GDate
goods_day (const char *date)
{
  g_autoptr (GDate) day = NULL;

  g_assert_true (dov_date_from_iso (date, &day));

  return *day;
}

static gint64
add_item (Goods      *goods,
          const char *name,
          const char *category,
          const char *unit,
          const char *perishable)
{
  return club_add (&goods->club, DOV_TYPE_ITEM, "name", name, "category_id", category, "unit", unit,
                   "perishable", perishable, NULL);
}

static void
add_member (Goods      *goods,
            gint64      family,
            gint64      person,
            const char *kinship)
{
  g_autofree char *family_id = write_id (family);
  g_autofree char *person_id = write_id (person);

  club_add (&goods->club, DOV_TYPE_FAMILY_MEMBER, "family_id", family_id, "person_id", person_id,
            "kinship", kinship, NULL);
}

static void
add_people (Goods *goods)
{
  goods->family = club_add_family (&goods->club, "Черемисиновы");
  goods->mother = club_add_person (&goods->club, "Черемисинова", "Анна");
  goods->child = club_add (&goods->club, DOV_TYPE_PERSON, "last_name", "Черемисинов", "first_name", "Артём",
                           "birth_date", "2017-04-05", NULL);
  goods->other_family = club_add_family (&goods->club, "Вахрушевы");
  goods->other_mother = club_add_person (&goods->club, "Вахрушева", "Ольга");
  goods->stranger = club_add_person (&goods->club, "Касимова", "Роза");
  add_member (goods, goods->family, goods->mother, "mother");
  add_member (goods, goods->family, goods->child, "child");
  add_member (goods, goods->other_family, goods->other_mother, "mother");
}

static void
add_part (Goods      *goods,
          gint64      item,
          const char *qty)
{
  g_autofree char *kit_id = write_id (goods->kit);
  g_autofree char *item_id = write_id (item);

  club_add (&goods->club, DOV_TYPE_KIT_PART, "kit_id", kit_id, "item_id", item_id, "qty", qty, NULL);
}

static void
add_donors (Goods *goods)
{
  g_autofree char *person = write_id (club_add_person (&goods->club, "Суслопарова", "Нина"));
  g_autofree char *farm = write_id (club_add (&goods->club, DOV_TYPE_ORGANISATION, "short_name", "СПК «Заря»", "full_name",
                                              "Сельскохозяйственный кооператив «Заря»", "kind", "business",
                                              "sector", "agriculture", NULL));

  goods->donor = club_add (&goods->club, DOV_TYPE_DONOR, "person_id", person, NULL);
  goods->farm = club_add (&goods->club, DOV_TYPE_DONOR, "organisation_id", farm, NULL);
}

void
goods_open (Goods *goods)
{
  *goods = (Goods) { .club = { 0 } };
  club_open (&goods->club);
  goods_fill (goods);
}

/* Fills a club that is open already. */
void
goods_fill (Goods *goods)
{
  g_autofree char *host = NULL;
  g_autofree char *manager = NULL;
  g_autofree char *other = NULL;

  dov_rules_install (goods->club.store);
  host = write_id (goods->club.organisation);
  manager = write_id (goods->club.manager);
  goods->far = club_add (&goods->club, DOV_TYPE_LOUNGE, "name", "Доверие", "settlement_id", "15",
                         "host_institution_id", host, "address", "с. Новый Бурец, ул. Лесная, 3",
                         "opened_on", "2020-01-09", "manager_id", manager, NULL);
  add_people (goods);
  add_donors (goods);
  goods->bag = add_item (goods, "Рюкзак", "304", "pcs", "0");
  goods->copybook = add_item (goods, "Тетрадь", "303", "pcs", "0");
  goods->apples = add_item (goods, "Яблоки", "308", "kg", "1");
  goods->sweets = add_item (goods, "Конфеты", "307", "kg", "1");
  goods->kit = add_item (goods, "Набор первоклассника", "314", "set", "0");
  add_part (goods, goods->copybook, "2");
  add_part (goods, goods->sweets, "0.5");
  goods->drive = club_add (&goods->club, DOV_TYPE_DRIVE, "name", "Скоро в школу", "kind", "general",
                           "since", "2027-02-01", "until", "2027-03-31", "status", "distributing", NULL);
  other = write_id (goods->other_family);
  goods->targeted = club_add (&goods->club, DOV_TYPE_DRIVE, "name", "Адресная помощь семье", "kind", "targeted",
                              "family_id", other, "since", "2027-02-01", "until", "2027-03-31",
                              "status", "distributing", NULL);
}

void
goods_close (Goods *goods)
{
  club_close (&goods->club);
}

void
goods_judge (Goods      *goods,
             gboolean    done,
             GError     *error,
             const char *expected)
{
  const DovProblem *refusal = dov_store_get_refusal (goods->club.store);
  g_autofree char *said = NULL;

  if (done)
    {
      g_assert_cmpstr (expected, ==, NULL);
      return;
    }
  said = g_strdup_printf ("%s%s", refusal != NULL && refusal->rule != NULL ? refusal->rule : "-",
                          refusal != NULL && refusal->is_warning ? "?" : "");
  if (g_strcmp0 (said, expected) != 0)
    g_error ("%s instead of %s: %s", said, expected != NULL ? expected : "nothing", error->message);
}

static gboolean
save_parts (DovStore   *store,
            DovRecord  *paper,
            GPtrArray  *parts,
            GError    **error)
{
  for (guint i = 0; parts != NULL && i < parts->len; i++)
    {
      DovRecordClass *klass = DOV_RECORD_GET_CLASS (parts->pdata[i]);

      /* A member of a commission has more than one link. */
      for (guint n = 0; n < klass->n_fields; n++)
        if (klass->fields[n].kind == DOV_KIND_LINK && klass->fields[n].target () == G_OBJECT_TYPE (paper))
          dov_record_set_number (parts->pdata[i], klass->fields[n].name, dov_record_get_id (paper));
      if (!dov_store_save (store, parts->pdata[i], error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
save_paper (DovStore   *store,
            DovRecord  *paper,
            GPtrArray  *lines,
            GPtrArray  *commission,
            GError    **error)
{
  g_autofree char *number = NULL;
  g_autoptr (GDate) on = NULL;
  g_autofree char *date = dov_record_dup_text (paper, dov_record_find_field (paper, "date"));

  if (dov_record_is_empty (paper, dov_record_find_field (paper, "no")) && dov_date_from_iso (date, &on))
    {
      number = dov_stock_propose_number (store, G_OBJECT_TYPE (paper), dov_record_get_number (paper, "lounge_id"), on);
      dov_record_set_string (paper, "no", number);
    }
  if (!dov_store_begin (store, "Paper", error))
    return FALSE;

  return dov_store_end (store, dov_store_save (store, paper, error) && save_parts (store, paper, lines, error) &&
                        save_parts (store, paper, commission, error), error);
}

gboolean
goods_post (DovStore   *store,
            DovRecord  *paper,
            GPtrArray  *lines,
            GPtrArray  *commission,
            GError    **error)
{
  club_fill (paper, "status", G_OBJECT_TYPE (paper) == DOV_TYPE_DISTRIBUTION ? "issued" : "posted", NULL);

  return save_paper (store, paper, lines, commission, error);
}

gboolean
goods_begin_count (DovStore           *store,
                   DovInventoryCount  *count,
                   GError            **error)
{
  g_autoptr (GPtrArray) lines = dov_stock_list_book (store, count->lounge_id, DOV_STOCK_ALL, count->date);

  return save_paper (store, DOV_RECORD (count), lines, NULL, error);
}

gboolean
goods_refresh_count (DovStore  *store,
                     gint64     count_id,
                     GError   **error)
{
  g_autoptr (DovInventoryCount) count = dov_store_look_up (store, DOV_TYPE_INVENTORY_COUNT, count_id);
  DovQuery query = { .where = "count_id = ?1", .params = g_variant_new ("(x)", count_id) };
  g_autoptr (GPtrArray) lines = dov_store_read (store, DOV_TYPE_INVENTORY_LINE, &query);
  g_autoptr (GPtrArray) books = dov_stock_list_book (store, count->lounge_id, DOV_STOCK_ALL, count->date);

  for (guint i = 0; i < lines->len; i++)
    {
      g_autoptr (DovRecord) draft = dov_record_dup (lines->pdata[i]);
      DovInventoryLine *line = DOV_INVENTORY_LINE (draft);

      for (guint n = 0; n < books->len; n++)
        {
          DovInventoryLine *book = books->pdata[n];

          if (book->item_id == line->item_id && book->drive_id == line->drive_id &&
              (book->expires_on == NULL) == (line->expires_on == NULL))
            dov_set (line, book_qty, book->book_qty);
        }
      if (!dov_store_save (store, draft, error))
        return FALSE;
    }

  return TRUE;
}

gboolean
goods_post_count (DovStore  *store,
                  gint64     count_id,
                  GError   **error)
{
  g_autoptr (DovInventoryCount) draft = dov_store_find_draft (store, DOV_TYPE_INVENTORY_COUNT, count_id, error);

  return draft != NULL && goods_post (store, DOV_RECORD (draft), NULL, NULL, error);
}

static void
fill_paper (Goods      *goods,
            DovRecord  *paper,
            const char *date)
{
  g_autofree char *lounge = write_id (goods->club.lounge);
  g_autofree char *drive = write_id (goods->drive);

  club_fill (paper, "date", date, "lounge_id", lounge, "drive_id", drive, NULL);
}

static GPtrArray *
one_line (GType       type,
          gint64      item,
          gint64      qty,
          const char *expires_on)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_object_unref);
  DovRecord *line = dov_record_new (type, 0);

  dov_record_set_number (line, "item_id", item);
  dov_record_set_number (line, "qty", qty);
  if (expires_on != NULL)
    club_fill (line, "expires_on", expires_on, NULL);
  g_ptr_array_add (lines, line);

  return lines;
}

gint64
goods_receive (Goods      *goods,
               gint64      item,
               gint64      qty,
               const char *date,
               const char *expires_on,
               const char *expected)
{
  g_autoptr (DovRecord) paper = dov_record_new (DOV_TYPE_DONATION_RECEIPT, 0);
  g_autoptr (GPtrArray) lines = one_line (DOV_TYPE_DONATION_LINE, item, qty, expires_on);
  g_autoptr (GError) error = NULL;

  fill_paper (goods, paper, date);
  dov_record_set_number (paper, "donor_id", goods->donor);
  dov_record_set_number (paper, "received_by_id", goods->club.manager);
  goods_judge (goods, goods_post (goods->club.store, paper, lines, NULL, &error), error,
               expected);

  return dov_record_get_id (paper);
}

gint64
goods_issue (Goods      *goods,
             gint64      item,
             gint64      qty,
             const char *date,
             const char *expected)
{
  g_autoptr (DovRecord) paper = dov_record_new (DOV_TYPE_DISTRIBUTION, 0);
  g_autoptr (GPtrArray) lines = one_line (DOV_TYPE_DISTRIBUTION_LINE, item, qty, NULL);
  g_autoptr (GError) error = NULL;

  fill_paper (goods, paper, date);
  dov_record_set_number (paper, "family_id", goods->family);
  dov_record_set_number (paper, "person_id", goods->mother);
  dov_record_set_number (paper, "issued_by_id", goods->club.manager);
  goods_judge (goods, goods_post (goods->club.store, paper, lines, NULL, &error), error, expected);

  return dov_record_get_id (paper);
}

gint64
goods_transfer (Goods      *goods,
                gint64      item,
                gint64      qty,
                const char *date,
                gint64      to_lounge,
                gint64      to_drive,
                const char *expected)
{
  g_autoptr (DovRecord) paper = dov_record_new (DOV_TYPE_STOCK_TRANSFER, 0);
  g_autoptr (GPtrArray) lines = one_line (DOV_TYPE_STOCK_TRANSFER_LINE, item, qty, NULL);
  g_autoptr (GError) error = NULL;

  fill_paper (goods, paper, date);
  dov_record_set_number (paper, "to_lounge_id", to_lounge);
  dov_record_set_number (paper, "to_drive_id", to_drive);
  goods_judge (goods, goods_post (goods->club.store, paper, lines, NULL, &error), error, expected);

  return dov_record_get_id (paper);
}

gint64
goods_write_off (Goods      *goods,
                 gint64      item,
                 gint64      qty,
                 const char *date,
                 guint       n_members,
                 const char *expected)
{
  const gint64 people[] = { goods->mother, goods->other_mother, goods->stranger };
  g_autoptr (DovRecord) paper = dov_record_new (DOV_TYPE_WRITE_OFF, 0);
  g_autoptr (GPtrArray) lines = one_line (DOV_TYPE_WRITE_OFF_LINE, item, qty, NULL);
  g_autoptr (GPtrArray) commission = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < n_members; i++)
    {
      DovRecord *member = dov_record_new (DOV_TYPE_COMMISSION_MEMBER, 0);

      dov_record_set_number (member, "person_id", people[i]);
      g_ptr_array_add (commission, member);
    }
  fill_paper (goods, paper, date);
  club_fill (paper, "reason", "damaged", NULL);
  goods_judge (goods, goods_post (goods->club.store, paper, lines, commission, &error), error,
               expected);

  return dov_record_get_id (paper);
}

gint64
goods_build (Goods      *goods,
             gint64      kits,
             gboolean    is_unbuild,
             const char *date,
             const char *expected)
{
  g_autoptr (DovRecord) paper = dov_record_new (DOV_TYPE_KIT_BUILD, 0);
  g_autoptr (GError) error = NULL;

  fill_paper (goods, paper, date);
  dov_record_set_number (paper, "kit_id", goods->kit);
  dov_record_set_number (paper, "qty", kits * 1000);
  dov_record_set_int (paper, "is_unbuild", is_unbuild);
  goods_judge (goods, goods_post (goods->club.store, paper, NULL, NULL, &error), error, expected);

  return dov_record_get_id (paper);
}

DovRecord *
goods_dup (Goods  *goods,
           GType   type,
           gint64  id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DovRecord) living = dov_store_find (goods->club.store, type, id, &error);

  g_assert_no_error (error);

  return dov_record_dup (living);
}

void
goods_cancel (Goods      *goods,
              GType       type,
              gint64      id,
              const char *reason,
              const char *expected)
{
  g_autoptr (DovRecord) paper = goods_dup (goods, type, id);
  g_autoptr (GError) error = NULL;

  goods_judge (goods, dov_stock_cancel (goods->club.store, paper, reason, &error), error, expected);
}

gint64
goods_balance (Goods  *goods,
               gint64  item)
{
  DovStockFigure figure;

  dov_stock_get_figure (goods->club.store, item, goods->club.lounge, goods->drive, &figure);

  return figure.balance;
}

static gint64
count_sql (Goods      *goods,
           const char *sql)
{
  g_autoptr (GError) error = NULL;
  gint64 count = dov_database_count (dov_store_get_database (goods->club.store), sql, &error);

  g_assert_no_error (error);

  return count;
}

/* What may never be: less than nothing at any moment in any batch, movements
 * without a paper that says them, papers without their movements. */
void
goods_check_sums (Goods *goods)
{
  g_assert_cmpint (count_sql (goods, "SELECT count(*) FROM (SELECT sum (sum (qty)) OVER (PARTITION BY item_id, lounge_id,"
                              " drive_id, expires_on ORDER BY at) AS balance FROM stock_move"
                              " GROUP BY item_id, lounge_id, drive_id, expires_on, at) WHERE balance < 0"), ==, 0);
  g_assert_cmpint (count_sql (goods, "SELECT count(*) FROM stock_move WHERE removed IS NOT NULL"), ==, 0);
  /* Counted from the papers alone, in another way than the program does. */
  g_assert_cmpint (count_sql (goods,
    "WITH said (item, lounge, drive, batch, qty) AS ("
    " SELECT l.item_id, p.lounge_id, p.drive_id, l.expires_on, l.qty FROM donation_line l, donation_receipt p"
    "  WHERE l.receipt_id = p.id AND p.status = 'posted' AND p.removed IS NULL AND l.removed IS NULL"
    "  AND l.condition IN ('new', 'good')"
    " UNION ALL SELECT l.item_id, p.lounge_id, p.drive_id, l.expires_on, -l.qty FROM distribution_line l, distribution p"
    "  WHERE l.distribution_id = p.id AND p.status = 'issued' AND p.removed IS NULL AND l.removed IS NULL"
    " UNION ALL SELECT l.item_id, p.lounge_id, p.drive_id, l.expires_on, -l.qty FROM write_off_line l, write_off p"
    "  WHERE l.write_off_id = p.id AND p.status = 'posted' AND p.removed IS NULL AND l.removed IS NULL"
    " UNION ALL SELECT l.item_id, p.lounge_id, p.drive_id, l.expires_on, -l.qty FROM stock_transfer_line l, stock_transfer p"
    "  WHERE l.transfer_id = p.id AND p.status = 'posted' AND p.removed IS NULL AND l.removed IS NULL"
    " UNION ALL SELECT l.item_id, p.to_lounge_id, p.to_drive_id, l.expires_on, l.qty FROM stock_transfer_line l,"
    "  stock_transfer p WHERE l.transfer_id = p.id AND p.status = 'posted' AND p.removed IS NULL AND l.removed IS NULL"
    " UNION ALL SELECT l.item_id, p.lounge_id, l.drive_id, l.expires_on, l.actual_qty - l.book_qty FROM inventory_line l,"
    "  inventory_count p WHERE l.count_id = p.id AND p.status = 'posted' AND p.removed IS NULL AND l.removed IS NULL"
    " UNION ALL SELECT l.item_id, p.lounge_id, p.drive_id, l.expires_on, iif (p.is_unbuild, l.qty, -l.qty)"
    "  FROM kit_build_line l, kit_build p WHERE l.build_id = p.id AND p.status = 'posted' AND p.removed IS NULL"
    "  AND l.removed IS NULL"
    " UNION ALL SELECT kit_id, lounge_id, drive_id, expires_on, iif (is_unbuild, -qty, qty) FROM kit_build"
    "  WHERE status = 'posted' AND removed IS NULL"
    " UNION ALL SELECT item_id, lounge_id, drive_id, expires_on, -qty FROM stock_move)"
    " SELECT count(*) FROM (SELECT sum (qty) AS left FROM said GROUP BY item, lounge, drive, batch) WHERE left <> 0"),
    ==, 0);
}
