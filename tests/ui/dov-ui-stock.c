/* dov-ui-stock.c - a charity drive for tests of pages: things, donors, needs, handouts, all invented */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-ui-stock.h"

#include "dov-distribution-line.h"
#include "dov-distribution.h"
#include "dov-donation-line.h"
#include "dov-donation-receipt.h"
#include "dov-donor.h"
#include "dov-drive.h"
#include "dov-family-member.h"
#include "dov-family.h"
#include "dov-item.h"
#include "dov-kit-part.h"
#include "dov-lounge.h"
#include "dov-need.h"
#include "dov-organisation.h"
#include "dov-person.h"
#include "dov-ref-item.h"
#include "dov-settlement.h"
#include "dov-stock.h"

#define ID(id) g_strdup_printf ("%" G_GINT64_FORMAT, (gint64) (id))

static DovRecord *
make (GType    type,
      va_list  values)
{
  DovRecord *record = dov_record_new (type, 0);
  g_autoptr (GError) error = NULL;
  const char *name;

  while ((name = va_arg (values, const char *)) != NULL)
    {
      const char *text = va_arg (values, const char *);
      const DovField *field = dov_record_class_find_field (DOV_RECORD_GET_CLASS (record), name);

      g_assert_nonnull (field);
      if (field->kind == DOV_KIND_LINK)
        dov_record_set_number (record, name, g_ascii_strtoll (text, NULL, 10));
      else
        dov_record_set_text (record, field, text, &error);
      g_assert_no_error (error);
    }

  return record;
}

/* Fields by name, as files write them. */
static DovRecord *
draft_new (GType type,
           ...)
{
  DovRecord *record;
  va_list values;

  va_start (values, type);
  record = make (type, values);
  va_end (values);

  return record;
}

gint64
dov_ui_stock_save (DovUiStock *self,
                   GType       type,
                   ...)
{
  g_autoptr (DovRecord) record = NULL;
  g_autoptr (GError) error = NULL;
  va_list values;

  va_start (values, type);
  record = make (type, values);
  va_end (values);
  dov_store_accept_all (self->club->store, NULL);
  dov_store_save (self->club->store, record, &error);
  g_assert_no_error (error);

  return dov_record_get_id (record);
}

static gint64
find_category (DovUiStock *self,
               const char *code)
{
  DovQuery query = { .where = "list_code = 'item_category' AND code = ?1", .params = g_variant_new ("(s)", code) };
  g_autoptr (DovRecord) found = dov_store_find_first (self->club->store, DOV_TYPE_REF_ITEM, &query, NULL);

  g_assert_nonnull (found);

  return dov_record_get_id (found);
}

static gint64
add_item (DovUiStock *self,
          const char *name,
          const char *category,
          const char *unit,
          const char *size,
          gboolean    perishable)
{
  g_autofree char *category_id = ID (find_category (self, category));

  return dov_ui_stock_save (self, DOV_TYPE_ITEM, "name", name, "category_id", category_id, "unit", unit, "size", size,
                            "perishable", perishable ? "1" : "0", NULL);
}

void
dov_ui_stock_receive (DovUiStock *self,
                      gint64      item,
                      const char *qty,
                      const char *expires_on)
{
  dov_ui_stock_receive_as (self, item, qty, expires_on, "good");
}

/* In this condition, as files write it. */
/* A paper with its lines in one operation, as its page saves it. */
static void
save_paper (DovUiStock *self,
            DovRecord  *paper,
            const char *link,
            GPtrArray  *lines)
{
  g_autoptr (GError) error = NULL;

  dov_store_begin (self->club->store, "Paper", &error);
  g_assert_no_error (error);
  dov_store_save (self->club->store, paper, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < lines->len; i++)
    {
      dov_record_set_number (lines->pdata[i], link, dov_record_get_id (paper));
      dov_store_save (self->club->store, lines->pdata[i], &error);
      g_assert_no_error (error);
    }
  dov_store_commit (self->club->store, NULL, &error);
  g_assert_no_error (error);
}

void
dov_ui_stock_receive_as (DovUiStock *self,
                         gint64      item,
                         const char *qty,
                         const char *expires_on,
                         const char *condition)
{
  static guint number = 100;
  g_autofree char *no = g_strdup_printf ("%u", number++);
  g_autofree char *lounge = ID (self->club->lounge);
  g_autofree char *drive = ID (self->drive);
  g_autofree char *staff = ID (self->club->staff);
  g_autofree char *thing = ID (item);
  DovQuery query = { .where = "anonymous = 0" };
  g_autoptr (DovRecord) donor = dov_store_find_first (self->club->store, DOV_TYPE_DONOR, &query, NULL);
  g_autofree char *donor_id = ID (dov_record_get_id (donor));
  g_autoptr (DovRecord) receipt = draft_new (DOV_TYPE_DONATION_RECEIPT, "no", no, "date", "2027-03-10", "lounge_id", lounge,
                                             "drive_id", drive, "donor_id", donor_id, "legal_form", "act",
                                             "received_by_id", staff, "status", "posted", NULL);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (lines, draft_new (DOV_TYPE_DONATION_LINE, "item_id", thing, "qty", qty, "condition", condition,
                                     "expires_on", expires_on, NULL));
  dov_store_accept_all (self->club->store, NULL);
  save_paper (self, receipt, "receipt_id", lines);
}

void
dov_ui_stock_hand_out (DovUiStock *self,
                       gint64      family,
                       gint64      recipient,
                       gint64      item,
                       gint64      child,
                       const char *qty,
                       gboolean    is_signed)
{
  g_autofree char *lounge = ID (self->club->lounge);
  g_autofree char *drive = ID (self->drive);
  g_autofree char *staff = ID (self->club->staff);
  g_autofree char *thing = ID (item);
  g_autofree char *family_id = ID (family);
  g_autofree char *person_id = ID (recipient);
  g_autofree char *child_id = ID (child);
  g_autoptr (DovRecord) handout = draft_new (DOV_TYPE_DISTRIBUTION, "date", "2027-03-12", "lounge_id", lounge, "drive_id",
                                             drive, "family_id", family_id, "person_id", person_id, "issued_by_id", staff,
                                             "is_signed", is_signed ? "1" : "0", "status", "issued", NULL);
  g_autofree char *number = NULL;
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_object_unref);

  number = dov_stock_propose_number (self->club->store, DOV_TYPE_DISTRIBUTION, self->club->lounge,
                                     DOV_DISTRIBUTION (handout)->date);
  dov_record_set_string (handout, "no", number);
  g_ptr_array_add (lines, draft_new (DOV_TYPE_DISTRIBUTION_LINE, "item_id", thing, "qty", qty, "child_id", child_id, NULL));
  dov_store_accept_all (self->club->store, NULL);
  save_paper (self, handout, "distribution_id", lines);
}

/* In thousandths, in the drive. */
gint64
dov_ui_stock_balance (DovUiStock *self,
                      gint64      item)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DovStatement) rows = dov_database_prepare (dov_store_get_database (self->club->store),
    "SELECT coalesce(sum(qty), 0) FROM stock_move WHERE item_id = ?1 AND drive_id = ?2 AND removed IS NULL", &error);

  g_assert_no_error (error);
  dov_statement_bind_integer (rows, 1, item);
  dov_statement_bind_integer (rows, 2, self->drive);
  g_assert_true (dov_statement_step (rows, &error));

  return dov_statement_column_integer (rows, 0);
}

void
dov_ui_stock_add_adult (DovUiStock *self,
                        gint64      family,
                        const char *last,
                        const char *first)
{
  g_autofree char *family_id = ID (family);
  g_autofree char *person = ID (dov_ui_stock_save (self, DOV_TYPE_PERSON, "last_name", last, "first_name", first,
                                                   "no_patronymic", "1", "birth_date", "1990-02-03", "sex", "f", NULL));

  dov_ui_stock_save (self, DOV_TYPE_FAMILY_MEMBER, "family_id", family_id, "person_id", person, "kinship", "mother",
                     "lives_together", "1", NULL);
}

gint64
dov_ui_stock_item_of (DovRecord *line)
{
  g_auto (GValue) item = G_VALUE_INIT;

  dov_record_get_value (line, dov_record_class_find_field (DOV_RECORD_GET_CLASS (line), "item_id"), &item);

  return g_value_get_int64 (&item);
}

/* Puts the keyboard into the search field with these words. */
void
dov_ui_stock_focus_finder (GtkWidget  *page,
                           const char *label)
{
  for (GtkWidget *child = gtk_widget_get_first_child (page); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      g_autofree char *words = NULL;

      if (GTK_IS_SEARCH_ENTRY (child))
        g_object_get (child, "placeholder-text", &words, NULL);
      if (g_strcmp0 (words, label) == 0)
        gtk_widget_grab_focus (child);
      else
        dov_ui_stock_focus_finder (child, label);
    }
}

static void
add_family (DovUiStock *self)
{
  DovQuery family = { .where = "family_name = 'Черемисиновы'" };
  g_autoptr (DovRecord) found = dov_store_find_first (self->club->store, DOV_TYPE_FAMILY, &family, NULL);
  g_autofree char *family_id = NULL;
  g_autofree char *mother = NULL;
  g_autofree char *boy = NULL;
  g_autofree char *girl = NULL;

  self->family = dov_record_get_id (found);
  family_id = ID (self->family);
  self->mother = dov_ui_stock_save (self, DOV_TYPE_PERSON, "last_name", "Черемисинова", "first_name", "Ольга", "patronymic",
                                    "Викторовна", "birth_date", "1988-05-14", "sex", "f", NULL);
  self->boy = dov_ui_stock_save (self, DOV_TYPE_PERSON, "last_name", "Черемисинов", "first_name", "Тимофей", "patronymic",
                                 "Павлович", "birth_date", "2014-09-02", "sex", "m", NULL);
  self->girl = dov_ui_stock_save (self, DOV_TYPE_PERSON, "last_name", "Черемисинова", "first_name", "Варвара", "patronymic",
                                  "Павловна", "birth_date", "2017-11-20", "sex", "f", NULL);
  mother = ID (self->mother);
  boy = ID (self->boy);
  girl = ID (self->girl);
  dov_ui_stock_save (self, DOV_TYPE_FAMILY_MEMBER, "family_id", family_id, "person_id", mother, "kinship", "mother",
                     "lives_together", "1", "is_legal_rep", "1", NULL);
  dov_ui_stock_save (self, DOV_TYPE_FAMILY_MEMBER, "family_id", family_id, "person_id", boy, "kinship", "child",
                     "lives_together", "1", NULL);
  dov_ui_stock_save (self, DOV_TYPE_FAMILY_MEMBER, "family_id", family_id, "person_id", girl, "kinship", "child",
                     "lives_together", "1", NULL);
}

static gint64
add_need (DovUiStock *self,
          gint64      item,
          gint64      person,
          const char *qty,
          const char *status,
          const char *date)
{
  g_autofree char *family = ID (self->family);
  g_autofree char *person_id = ID (person);
  g_autofree char *lounge = ID (self->club->lounge);
  g_autofree char *drive = ID (self->drive);
  g_autofree char *thing = ID (item);

  return dov_ui_stock_save (self, DOV_TYPE_NEED, "family_id", family, "person_id", person_id, "lounge_id", lounge,
                            "drive_id", drive, "item_id", thing, "qty", qty, "priority", "normal", "status", status,
                            "date", date, "reserved_until", g_str_equal (status, "reserved") ? "2027-03-20" : "", NULL);
}

static void
add_things (DovUiStock *self)
{
  self->potatoes = add_item (self, "Картофель", "vegetables", "kg", "", FALSE);
  self->carrots = add_item (self, "Морковь", "vegetables", "kg", "", TRUE);
  self->jacket = add_item (self, "Куртка детская зимняя", "clothes", "pcs", "116–128", FALSE);
  self->boots = add_item (self, "Сапоги детские", "shoes", "pair", "31–35", FALSE);
  self->blanket = add_item (self, "Одеяло полуторное", "furniture", "pcs", "", FALSE);
  self->kit = add_item (self, "Набор «К школе, 1–4 класс»", "kit", "set", "", FALSE);
  self->buggy = add_item (self, "Коляска прогулочная", "toys", "pcs", "", FALSE);
}

/**
 * dov_ui_stock_new:
 *
 * Returns: (transfer full): a club with a drive; today is 17 March 2027
 */
DovUiStock *
dov_ui_stock_new (void)
{
  DovUiStock *self = g_new0 (DovUiStock, 1);
  g_autofree char *organisation = NULL;
  g_autofree char *lounge = NULL;

  self->club = dov_ui_fixture_new ();
  lounge = ID (self->club->lounge);
  organisation = ID (dov_ui_stock_save (self, DOV_TYPE_ORGANISATION, "short_name", "СПК «Заря»", "full_name",
                                        "Сельскохозяйственный кооператив «Заря»", "kind", "business", "sector", "other",
                                        NULL));
  dov_ui_stock_save (self, DOV_TYPE_DONOR, "organisation_id", organisation, "name", "СПК «Заря»", NULL);
  self->drive = dov_ui_stock_save (self, DOV_TYPE_DRIVE, "name", "Поделись урожаем", "kind", "general", "lounge_id", lounge,
                                   "since", "2027-03-01", "until", "2027-04-30", "status", "distributing",
                                   "collection_points", "клуб и магазин на ул. Мира", NULL);
  add_family (self);
  add_things (self);
  dov_ui_stock_receive (self, self->potatoes, "180", "");
  dov_ui_stock_receive (self, self->carrots, "60", "2027-03-28");
  dov_ui_stock_receive (self, self->jacket, "14", "");
  dov_ui_stock_receive (self, self->boots, "2", "");
  dov_ui_stock_receive (self, self->blanket, "12", "");
  dov_ui_stock_receive (self, self->kit, "24", "");
  dov_ui_stock_receive (self, self->buggy, "1", "");
  self->boots_need = add_need (self, self->boots, self->girl, "1", "reserved", "2027-03-02");
  self->jacket_need = add_need (self, self->jacket, self->boy, "1", "open", "2027-03-11");
  dov_ui_stock_hand_out (self, self->family, self->mother, self->kit, self->girl, "1", FALSE);
  dov_ui_stock_hand_out (self, self->family, self->mother, self->potatoes, 0, "20", TRUE);
  dov_ui_stock_hand_out (self, self->family, self->mother, self->buggy, 0, "1", TRUE);

  return self;
}

void
dov_ui_stock_free (DovUiStock *self)
{
  dov_ui_fixture_free (self->club);
  g_free (self);
}
