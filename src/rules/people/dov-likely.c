/* dov-likely.c - a person is found before it is made twice (V9) */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-likely.h"

#include "dov-fold.h"
#include "dov-name.h"
#include "dov-not-duplicate.h"

#include <glib/gi18n.h>
#include <string.h>

#define N_PARTS    3
#define LISTED_AT  50
#define WARNED_AT  60

/* A card as it is compared: folded names in the order of the alphabet. */
typedef struct
{
  char  *parts[N_PARTS];  /* empty ones stand last */
  guint  n_parts;
  char  *born;            /* ISO, or empty */
  gint64 year;            /* of birth, 0 while unknown */
  char  *snils;
} Card;

static void
clear_card (Card *card)
{
  for (guint i = 0; i < N_PARTS; i++)
    g_free (card->parts[i]);
  g_free (card->born);
  g_free (card->snils);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Card, clear_card)

static int
compare_parts (gconstpointer a,
               gconstpointer b)
{
  const char *left = *(const char *const *) a, *right = *(const char *const *) b;

  if (*left == '\0' || *right == '\0')
    return (*left == '\0') - (*right == '\0');

  return strcmp (left, right);
}

static Card
make_card (const char *last_name,
           const char *first_name,
           const char *patronymic,
           const char *born,
           gint64      year,
           const char *snils)
{
  const char *const names[N_PARTS] = { last_name, first_name, patronymic };
  Card card = { .born = g_strdup (born ? born : ""), .year = year, .snils = g_strdup (snils ? snils : "") };

  for (guint i = 0; i < N_PARTS; i++)
    {
      g_autofree char *russian = dov_name_unlatin (names[i] ? names[i] : "");

      card.parts[i] = dov_fold (russian);
      card.n_parts += *card.parts[i] != '\0';
    }
  qsort (card.parts, N_PARTS, sizeof (char *), compare_parts);
  if (strlen (card.born) >= 4)
    card.year = g_ascii_strtoll (card.born, NULL, 10);

  return card;
}

static Card
card_of_person (DovPerson *person)
{
  g_autofree char *born = dov_date_to_iso (person->birth_date);

  return make_card (person->last_name, person->first_name, person->patronymic, born,
                    person->birth_year == DOV_UNKNOWN ? 0 : person->birth_year, person->snils);
}

static DovLikeness
compare_names (const Card *a,
               const Card *b)
{
  const Card *fuller = a->n_parts >= b->n_parts ? a : b;
  const Card *shorter = fuller == a ? b : a;
  guint found = 0;

  /* Both are in the order of the alphabet. */
  for (guint i = 0; i < fuller->n_parts && found < shorter->n_parts; i++)
    found += g_str_equal (fuller->parts[i], shorter->parts[found]);
  /* One name of several says nothing; but somebody may have no other. */
  if (found < shorter->n_parts || shorter->n_parts < MIN (fuller->n_parts, 2))
    return 0;

  return fuller->n_parts == shorter->n_parts ? DOV_LIKENESS_NAME : DOV_LIKENESS_SHORTER_NAME;
}

/* 2013-03-10 and 2013-10-03, or 2013-03-10 and 2018-03-10. */
static gboolean
is_slip (const char *a,
         const char *b)
{
  guint differing = 0;

  for (guint i = 0; i < strlen ("2013-03-10"); i++)
    differing += a[i] != b[i];

  return differing == 1 ||
         (strncmp (a, b, 5) == 0 && strncmp (a + 5, b + 8, 2) == 0 && strncmp (a + 8, b + 5, 2) == 0);
}

static DovLikeness
compare_births (const Card *a,
                const Card *b)
{
  if (*a->born != '\0' && *b->born != '\0')
    {
      if (g_str_equal (a->born, b->born))
        return DOV_LIKENESS_BIRTH;
      return is_slip (a->born, b->born) ? DOV_LIKENESS_NEARLY_BIRTH : 0;
    }
  if (a->year != 0 && b->year != 0)
    return ABS (a->year - b->year) <= 1 ? DOV_LIKENESS_NEARLY_BIRTH : 0;

  return DOV_LIKENESS_UNKNOWN_BIRTH;
}

static int
score_of (DovLikeness likeness)
{
  static const struct
  {
    DovLikeness likeness;
    int         score;
  } scores[] = {
    { DOV_LIKENESS_SNILS, 100 },
    { DOV_LIKENESS_NAME, 60 },
    { DOV_LIKENESS_SHORTER_NAME, 40 },
    { DOV_LIKENESS_BIRTH, 35 },
    { DOV_LIKENESS_NEARLY_BIRTH, 25 },
    { DOV_LIKENESS_UNKNOWN_BIRTH, 10 },
  };
  gboolean has_name = (likeness & (DOV_LIKENESS_NAME | DOV_LIKENESS_SHORTER_NAME)) != 0;
  gboolean has_birth = (likeness & ~(DOV_LIKENESS_SNILS | DOV_LIKENESS_NAME | DOV_LIKENESS_SHORTER_NAME)) != 0;
  int score = 0;

  /* The same name and another date of birth is another person. */
  if (!(likeness & DOV_LIKENESS_SNILS) && (!has_name || !has_birth))
    return 0;
  for (guint i = 0; i < G_N_ELEMENTS (scores); i++)
    if (likeness & scores[i].likeness)
      score += scores[i].score;

  return score;
}

/* Adds the card that the row holds, when it is like that of the draft. */
static void
add_row (GArray       *likely,
         const Card   *ours,
         DovStatement *row)
{
  g_auto (Card) theirs = make_card (dov_statement_column_text (row, 1), dov_statement_column_text (row, 2),
                                    dov_statement_column_text (row, 3), dov_statement_column_text (row, 4),
                                    dov_statement_column_integer (row, 5), dov_statement_column_text (row, 6));
  gboolean has_both = *ours->snils != '\0' && *theirs.snils != '\0';
  gboolean has_same = has_both && g_str_equal (ours->snils, theirs.snils);
  DovLikely found = { .person_id = dov_statement_column_integer (row, 0) };

  if (has_both && !has_same)
    return;
  for (guint i = 0; i < likely->len; i++)
    if (g_array_index (likely, DovLikely, i).person_id == found.person_id)
      return;

  found.likeness = (has_same ? DOV_LIKENESS_SNILS : 0) | compare_names (ours, &theirs) | compare_births (ours, &theirs);
  found.score = score_of (found.likeness);
  found.is_warned = found.score >= WARNED_AT;
  if (found.score >= LISTED_AT)
    g_array_append_val (likely, found);
}

#define CARD_COLUMNS "SELECT id, last_name, first_name, patronymic, birth_date, birth_year, snils FROM live_person p "
#define NOT_SAID     " AND id <> ?1" \
                     " AND NOT EXISTS (SELECT 1 FROM live_not_duplicate n WHERE n.person_id = ?1 AND n.other_id = p.id)" \
                     " AND NOT EXISTS (SELECT 1 FROM live_not_duplicate n WHERE n.other_id = ?1 AND n.person_id = p.id)"

/* The search key of a person begins with the names, so each pair of them, in
 * either order, is one stretch of its index; so is the only name of somebody. */
static void
add_named (GArray     *likely,
           DovStore   *store,
           const Card *card,
           gint64      id,
           const char *first,
           const char *second)
{
  g_autoptr (DovStatement) rows = NULL;
  g_autofree char *from = g_strjoin (" ", first, second, NULL);
  g_autofree char *to = g_strconcat (from, "!", NULL);

  rows = dov_store_see (store, CARD_COLUMNS "WHERE key >= ?2 AND key < ?3" NOT_SAID, "(xss)", id, from, to);
  while (dov_statement_next (rows))
    add_row (likely, card, rows);
}

static void
add_insured (GArray     *likely,
             DovStore   *store,
             const Card *card,
             gint64      id)
{
  g_autoptr (DovStatement) rows = NULL;

  if (*card->snils == '\0')
    return;
  rows = dov_store_see (store, CARD_COLUMNS "WHERE snils = ?2" NOT_SAID, "(xs)", id, card->snils);
  while (dov_statement_next (rows))
    add_row (likely, card, rows);
}

static int
compare_likely (gconstpointer a,
                gconstpointer b)
{
  const DovLikely *left = a, *right = b;

  if (left->score != right->score)
    return right->score - left->score;

  return left->person_id < right->person_id ? -1 : left->person_id > right->person_id;
}

/**
 * dov_person_find_likely:
 * @draft: a card that is being filled in, of somebody new or known
 *
 * Returns: (transfer full) (element-type DovLikely): the cards that may be of
 *   the same person, the likeliest first: whatever stands for ё, in whichever
 *   field a name was typed, with Latin letters among the Russian, with one
 *   digit of the date of birth wrong; those of whom somebody said that they
 *   are different people are left out
 */
GArray *
dov_person_find_likely (DovStore  *store,
                        DovPerson *draft)
{
  GArray *likely = g_array_new (FALSE, FALSE, sizeof (DovLikely));
  gint64 id = dov_record_get_id (DOV_RECORD (draft));
  g_auto (Card) card = card_of_person (draft);

  if (card.n_parts == 1)
    add_named (likely, store, &card, id, card.parts[0], NULL);
  for (guint i = 0; i < card.n_parts; i++)
    for (guint n = 0; n < card.n_parts; n++)
      if (i != n)
        add_named (likely, store, &card, id, card.parts[i], card.parts[n]);
  add_insured (likely, store, &card, id);
  g_array_sort (likely, compare_likely);

  return likely;
}

/**
 * dov_person_list_cards:
 *
 * Returns: (transfer full) (element-type gint64): the person, and every other card that is without
 *   doubt of the same one: the same full name and date of birth, or insurance number
 */
GArray *
dov_person_list_cards (DovStore *store,
                       gint64    person_id)
{
  g_autoptr (DovPerson) person = dov_store_look_up (store, DOV_TYPE_PERSON, person_id);
  g_autoptr (GArray) likely = person != NULL ? dov_person_find_likely (store, person) : NULL;
  GArray *cards = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_array_append_val (cards, person_id);
  for (guint i = 0; likely != NULL && i < likely->len; i++)
    {
      const DovLikely *other = &g_array_index (likely, DovLikely, i);

      if ((other->likeness & DOV_LIKENESS_SNILS) ||
          ((other->likeness & DOV_LIKENESS_NAME) && (other->likeness & DOV_LIKENESS_BIRTH)))
        g_array_append_val (cards, other->person_id);
    }

  return cards;
}

/**
 * dov_likely_list_people:
 * @likely: from dov_person_find_likely()
 *
 * Returns: (transfer full) (element-type gint64): the likeliest of them
 */
GArray *
dov_likely_list_people (GArray *likely,
                        guint   at_most)
{
  GArray *people = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < MIN (likely->len, at_most); i++)
    g_array_append_val (people, g_array_index (likely, DovLikely, i).person_id);

  return people;
}

/**
 * dov_likeness_to_words:
 *
 * Returns: (transfer full): what the two cards have in common, for people
 */
char *
dov_likeness_to_words (DovLikeness likeness)
{
  if (likeness & DOV_LIKENESS_SNILS)
    return g_strdup (_("the same insurance number"));
  if (likeness & DOV_LIKENESS_BIRTH)
    return g_strdup (likeness & DOV_LIKENESS_NAME ? _("the same name and date of birth")
                                                  : _("the same date of birth, the name without a patronymic"));
  if (likeness & DOV_LIKENESS_NEARLY_BIRTH)
    return g_strdup (likeness & DOV_LIKENESS_NAME ? _("the same name, nearly the same date of birth")
                                                  : _("nearly the same name and date of birth"));

  return g_strdup (likeness & DOV_LIKENESS_NAME ? _("the same name") : _("nearly the same name"));
}

/**
 * dov_person_say_different:
 * @reason: why these are two people, kept with the pair
 *
 * Remembers that two cards are of different people, so that V9 asks no more.
 */
gboolean
dov_person_say_different (DovStore    *store,
                          gint64       person_id,
                          gint64       other_id,
                          const char  *reason,
                          GError     **error)
{
  g_autoptr (DovRecord) record = dov_record_new (DOV_TYPE_NOT_DUPLICATE, 0);
  DovNotDuplicate *pair = DOV_NOT_DUPLICATE (record);

  dov_set (pair, person_id, person_id);
  dov_set (pair, other_id, other_id);
  dov_set (pair, reason, reason);

  return dov_store_save (store, record, error);
}
