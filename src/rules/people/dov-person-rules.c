/* dov-person-rules.c - V3: an insurance number is of one person; V9: nobody is made twice */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-person-rules.h"

#include "dov-life.h"
#include "dov-likely.h"
#include "dov-not-duplicate.h"
#include "dov-others.h"

#include <glib/gi18n.h>

/* V3 */
static void
check_snils (DovStore  *store,
             DovRecord *before,
             DovRecord *after,
             GPtrArray *problems)
{
  DovPerson *person = DOV_PERSON (after);
  g_autofree char *words = NULL;
  gint64 other = 0;

  if (*person->snils == '\0')
    return;
  other = dov_store_ask_number (store, "SELECT id FROM live_person WHERE snils = ?1 AND id <> ?2", "(sx)",
                                person->snils, dov_record_get_id (after));
  if (other == 0)
    return;

  words = dov_others_name (dov_store_describe_id (store, DOV_TYPE_PERSON, other));
  dov_problems_add (problems, after, "snils", "V3",
                    _("This insurance number is on the card of %s. Check the number or open that card."), words);
}

/* V9 */
static void
check_duplicate (DovStore  *store,
                 DovRecord *before,
                 DovRecord *after,
                 GPtrArray *problems)
{
  g_autoptr (GArray) likely = NULL;
  g_autofree char *words = NULL;
  g_autofree char *why = NULL;
  DovLikely *first = NULL;

  likely = dov_person_find_likely (store, DOV_PERSON (after));
  if (likely->len == 0)
    return;
  first = &g_array_index (likely, DovLikely, 0);
  if (!first->is_warned || (first->likeness & DOV_LIKENESS_SNILS))
    return;

  words = dov_others_name (dov_store_describe_id (store, DOV_TYPE_PERSON, first->person_id));
  why = dov_likeness_to_words (first->likeness);
  /* Translators: a person's name and date of birth, then what is alike, such as “the same name”. */
  dov_problems_warn (problems, after, "last_name", "V9",
                     _("Perhaps the card is there already: %s (%s). Take that card, or say why this is another person."),
                     words, why);
}

static const DovOnce once[] = {
  { dov_not_duplicate_get_type, "person_id other_id", DOV_ONCE_AT_SAVE | DOV_ONCE_EITHER_WAY, "other_id", "V9",
    N_("It is known already that these are different people."), NULL },
};

static const DovRuleOf rules[] = {
  { dov_person_get_type, 0, "snils", check_snils },
  { dov_person_get_type, 0, "last_name first_name patronymic birth_date birth_year snils", check_duplicate },
};

void
dov_person_rules_install (DovStore *store)
{
  dov_store_add_once (store, once, G_N_ELEMENTS (once));
  dov_store_add_rules (store, rules, G_N_ELEMENTS (rules));
  dov_life_rules_install (store);
}
