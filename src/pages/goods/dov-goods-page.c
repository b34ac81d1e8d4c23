/* dov-goods-page.c - a paper about goods that is being written: its number, its lines, one operation */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-goods-page.h"

#include <glib/gi18n.h>

#include "dov-drive.h"
#include "dov-go.h"
#include "dov-own-lounge.h"
#include "dov-shelf.h"
#include "dov-stock.h"
#include "dov-goods-query.h"

/* So many other lounges are named when there is not enough. */
#define MOST_PLACES 3

typedef struct
{
  DovLines *lines;
  char     *document;   /* that is printed when it is saved; NULL: none */
  gint64    kept;
} DovGoodsPagePrivate;

G_DEFINE_TYPE_WITH_PRIVATE (DovGoodsPage, dov_goods_page, DOV_TYPE_FORM_PAGE)

static const DovField *
find_field (DovRecord  *draft,
            const char *name)
{
  return dov_record_class_find_field (DOV_RECORD_GET_CLASS (draft), name);
}

static gboolean
is_missing (DovRecord  *draft,
            const char *name)
{
  return find_field (draft, name) != NULL && dov_record_is_empty (draft, find_field (draft, name));
}

/* The lounge of this computer, today, the next number, who works here. */
static void
fill_in (DovStore  *store,
         DovRecord *draft)
{
  static const char *const workers[] = { "received_by_id", "issued_by_id", "made_by_id", "sent_by_id" };
  gint64 drive = dov_record_get_number (draft, "drive_id");
  g_autoptr (DovRecord) found = drive != 0 ? dov_store_find (store, DOV_TYPE_DRIVE, drive, NULL) : NULL;
  GDate today = dov_today ();

  if (is_missing (draft, "lounge_id"))
    dov_record_set_number (draft, "lounge_id", found != NULL && DOV_DRIVE (found)->lounge_id != 0 ?
                           DOV_DRIVE (found)->lounge_id : dov_own_lounge_find (store));
  if (is_missing (draft, "date"))
    dov_record_set_date (draft, "date", &today);
  if (is_missing (draft, "no"))
    {
      g_autofree char *no = dov_goods_next_number (store, G_OBJECT_TYPE (draft),
                                                   dov_record_get_number (draft, "lounge_id"), &today);

      dov_record_set_string (draft, "no", no);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (workers); i++)
    if (is_missing (draft, workers[i]) && (i > 0 || find_field (draft, "sent_by_id") == NULL))
      dov_record_set_number (draft, workers[i], dov_goods_find_me (store));
}

DovRecord *
dov_goods_page_get_draft (DovGoodsPage *self)
{
  return dov_form_get_draft (dov_form_page_get_form (DOV_FORM_PAGE (self)));
}

DovLines *
dov_goods_page_get_lines (DovGoodsPage *self)
{
  DovGoodsPagePrivate *private = dov_goods_page_get_instance_private (self);

  return private->lines;
}

gint64
dov_goods_page_get_number (DovGoodsPage *self,
                           const char   *field)
{
  return dov_record_get_number (dov_goods_page_get_draft (self), field);
}

/**
 * dov_goods_page_print_next:
 * @document: the code of the document that opens when the paper is saved
 *
 * Saves, and opens the document of what was saved.
 */
void
dov_goods_page_print_next (DovGoodsPage *self,
                           const char   *document)
{
  DovGoodsPagePrivate *private = dov_goods_page_get_instance_private (self);
  g_autoptr (DovGoodsPage) alive = g_object_ref (self);

  g_free (private->document);
  private->document = g_strdup (document);
  dov_form_save (dov_form_page_get_form (DOV_FORM_PAGE (self)));
  g_clear_pointer (&private->document, g_free);
}

/**
 * dov_goods_page_find_free:
 * @words: (out) (optional): “free 24 kg, kept back 12 kg”
 *
 * Returns: how much of a thing is free where this paper takes things from
 */
gint64
dov_goods_page_find_free (DovGoodsPage *self,
                          gint64        item,
                          char        **words)
{
  DovStore *store = dov_form_page_get_store (DOV_FORM_PAGE (self));
  g_autoptr (DovShelf) shelf = dov_shelf_find (store, item, dov_goods_page_get_number (self, "lounge_id"),
                                               dov_goods_page_get_number (self, "drive_id"));

  if (words != NULL && shelf != NULL)
    {
      g_autofree char *free_words = dov_shelf_amount_words (dov_shelf_get_free (shelf), dov_shelf_get_unit (shelf));
      g_autofree char *kept = dov_shelf_amount_words (dov_shelf_get_reserved (shelf), dov_shelf_get_unit (shelf));

      *words = dov_shelf_get_reserved (shelf) > 0 ? g_strdup_printf (_("free %1$s, kept back %2$s"), free_words, kept)
                                                  : g_strdup_printf (_("free %s"), free_words);
    }
  else if (words != NULL)
    {
      *words = g_strdup ("");
    }

  return shelf != NULL ? dov_shelf_get_free (shelf) : 0;
}

/* How much of a thing one lounge has elsewhere than where the paper takes it from. */
typedef struct
{
  gint64 lounge;
  gint64 qty;
} Elsewhere;

/* The own lounge first, then where most of it is. */
static int
compare_elsewhere (gconstpointer a,
                   gconstpointer b,
                   gpointer      own)
{
  const Elsewhere *first = a, *second = b;
  int order = (second->lounge == *(gint64 *) own) - (first->lounge == *(gint64 *) own);

  return order != 0 ? order : (second->qty > first->qty) - (second->qty < first->qty);
}

static GArray *
list_elsewhere (DovGoodsPage *self,
                gint64        item)
{
  gint64 lounge = dov_goods_page_get_number (self, "lounge_id"), drive = dov_goods_page_get_number (self, "drive_id");
  g_autoptr (GPtrArray) figures =
    dov_stock_list_item_figures (dov_form_page_get_store (DOV_FORM_PAGE (self)), item, 0, NULL);
  GArray *places = g_array_new (FALSE, FALSE, sizeof (Elsewhere));

  for (guint i = 0; figures != NULL && i < figures->len; i++)
    {
      const DovStockFigure *figure = g_ptr_array_index (figures, i);
      Elsewhere one = { figure->lounge_id, figure->balance };
      guint at = 0;

      if (figure->lounge_id == lounge && figure->drive_id == drive)
        continue;
      while (at < places->len && g_array_index (places, Elsewhere, at).lounge != one.lounge)
        at++;
      if (at < places->len)
        g_array_index (places, Elsewhere, at).qty += one.qty;
      else
        g_array_append_val (places, one);
    }
  g_array_sort_with_data (places, compare_elsewhere, &lounge);

  return places;
}

/* “another 4 kg: Sludka, 2 kg: Kurshino”: where else a thing is. */
static char *
dup_elsewhere (DovGoodsPage *self,
               gint64        item,
               const char   *unit)
{
  DovStore *store = dov_form_page_get_store (DOV_FORM_PAGE (self));
  gint64 lounge = dov_goods_page_get_number (self, "lounge_id");
  g_autoptr (GArray) places = list_elsewhere (self, item);
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < MIN (places->len, MOST_PLACES); i++)
    {
      const Elsewhere *there = &g_array_index (places, Elsewhere, i);
      g_autofree char *amount = dov_shelf_amount_words (there->qty, unit);
      g_autofree char *place = there->lounge == lounge ? g_strdup (_("in the other drives and the general stock")) :
                                                         dov_goods_place_words (store, there->lounge);

      /* Translators: how much there is and where: “4 kg: Sludka” */
      g_string_append_printf (words, words->len > 0 ? C_("elsewhere", ", %1$s: %2$s") :
                              C_("elsewhere", "another %1$s: %2$s"), amount, place);
    }

  return g_string_free (g_steal_pointer (&words), FALSE);
}

/**
 * dov_goods_page_dup_shortage:
 * @have: what may be taken, in thousandths
 * @wanted: more than that
 *
 * Returns: (transfer full): what is missing, where more of it is, and what to do
 */
char *
dov_goods_page_dup_shortage (DovGoodsPage *self,
                             gint64        item,
                             gint64        have,
                             gint64        wanted)
{
  DovStore *store = dov_form_page_get_store (DOV_FORM_PAGE (self));
  g_autoptr (DovShelf) shelf = dov_shelf_find (store, item, dov_goods_page_get_number (self, "lounge_id"),
                                               dov_goods_page_get_number (self, "drive_id"));
  const char *unit = shelf != NULL ? dov_shelf_get_unit (shelf) : "";
  gint64 kept = shelf != NULL ? dov_shelf_get_balance (shelf) - have : 0;
  g_autofree char *there = dov_shelf_amount_words (have, unit);
  g_autofree char *asked = dov_shelf_amount_words (wanted, unit);
  g_autofree char *elsewhere = dup_elsewhere (self, item, unit);

  if (kept > 0)
    {
      g_autofree char *others = dov_shelf_amount_words (MIN (kept, dov_shelf_get_reserved (shelf)), unit);

      return g_strdup_printf (_("Free %1$s, another %2$s is kept back for other families. "
                                "Hand out up to %1$s or let go what is kept back."), there, others);
    }
  if (*elsewhere != '\0')
    return g_strdup_printf (_("There is %1$s, needed %2$s, %3$s."), there, asked, elsewhere);

  return g_strdup_printf (_("There is %1$s, needed %2$s. Type up to %1$s."), there, asked);
}

/* ---- saving: all or nothing ---- */

static gboolean
save_all (DovGoodsPage *self,
          GError      **error)
{
  DovGoodsPageClass *klass = DOV_GOODS_PAGE_GET_CLASS (self);
  DovGoodsPagePrivate *private = dov_goods_page_get_instance_private (self);
  DovStore *store = dov_form_page_get_store (DOV_FORM_PAGE (self));
  DovRecord *draft = dov_goods_page_get_draft (self);
  gint64 paper;

  if (klass->prepare != NULL && !klass->prepare (self, error))
    return FALSE;
  if (klass->status != NULL && !dov_record_set_text (draft, find_field (draft, "status"), klass->status, error))
    return FALSE;
  if (!dov_store_save (store, draft, error))
    return FALSE;
  paper = dov_record_get_id (draft);
  if (private->lines != NULL && !dov_lines_save (private->lines, paper, error))
    return FALSE;

  return klass->save_more == NULL || klass->save_more (self, paper, error);
}

static gboolean
save_cb (DovForm  *form,
         gpointer  user_data,
         GError  **error)
{
  DovGoodsPage *self = user_data;
  DovGoodsPagePrivate *private = dov_goods_page_get_instance_private (self);
  DovStore *store = dov_form_page_get_store (DOV_FORM_PAGE (self));
  g_autofree char *words = NULL;

  if (private->lines != NULL && !dov_lines_read (private->lines, error))
    return FALSE;

  words = DOV_GOODS_PAGE_GET_CLASS (self)->dup_words (self);
  if (!dov_store_begin (store, words, error))
    return FALSE;

  return dov_store_end (store, save_all (self, error), error);
}

static void
dov_goods_page_saved (DovFormPage *page)
{
  DovGoodsPage *self = DOV_GOODS_PAGE (page);
  DovGoodsPagePrivate *private = dov_goods_page_get_instance_private (self);
  g_autofree char *document = g_strdup (private->document);
  gint64 paper = dov_record_get_id (dov_goods_page_get_draft (self));

  DOV_FORM_PAGE_CLASS (dov_goods_page_parent_class)->saved (page);
  if (document != NULL)
    dov_go_paper (self, document, paper);
}

/**
 * dov_goods_page_begin:
 * @draft: a new paper with what is known of it
 * @kept: the number of the unfinished form that is taken up again, 0 for none
 *
 * Fills in what every paper has, and makes the form; the page adds its fields.
 */
void
dov_goods_page_begin (DovGoodsPage *self,
                      DovStore     *store,
                      DovRecord    *draft,
                      gint64        kept)
{
  DovGoodsPagePrivate *private = dov_goods_page_get_instance_private (self);
  DovForm *form;

  private->kept = kept;
  fill_in (store, draft);
  form = DOV_FORM (dov_form_new (store, draft));
  dov_form_set_wide (form, 390);
  dov_form_set_save (form, save_cb, self);
  dov_form_page_set_form (DOV_FORM_PAGE (self), form);
  dov_page_set_section (DOV_PAGE (self), "drives");
}

void
dov_goods_page_set_lines (DovGoodsPage *self,
                          DovLines     *lines)
{
  DovGoodsPagePrivate *private = dov_goods_page_get_instance_private (self);

  private->lines = lines;
}

/**
 * dov_goods_page_finish:
 *
 * Takes up what was typed before; called when all fields are there.
 */
void
dov_goods_page_finish (DovGoodsPage *self)
{
  DovGoodsPagePrivate *private = dov_goods_page_get_instance_private (self);

  if (private->lines != NULL)
    dov_lines_take_up (private->lines);
  dov_form_set_kept (dov_form_page_get_form (DOV_FORM_PAGE (self)), private->kept);
}

static gboolean
dov_goods_page_add (DovPage *page)
{
  DovGoodsPagePrivate *private = dov_goods_page_get_instance_private (DOV_GOODS_PAGE (page));

  if (private->lines == NULL)
    return FALSE;
  dov_lines_focus_add (private->lines);

  return TRUE;
}

static void
dov_goods_page_finalize (GObject *object)
{
  DovGoodsPagePrivate *private = dov_goods_page_get_instance_private (DOV_GOODS_PAGE (object));

  g_free (private->document);

  G_OBJECT_CLASS (dov_goods_page_parent_class)->finalize (object);
}

static void
dov_goods_page_class_init (DovGoodsPageClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dov_goods_page_finalize;
  DOV_PAGE_CLASS (klass)->add = dov_goods_page_add;
  DOV_FORM_PAGE_CLASS (klass)->saved = dov_goods_page_saved;
}

static void
dov_goods_page_init (DovGoodsPage *self)
{
}
