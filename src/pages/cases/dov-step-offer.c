/* dov-step-offer.c - after a handout or an event: the step of a programme that it closes, on the page of what was saved */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-step-offer.h"

#include <glib/gi18n.h>

#include "dov-distribution.h"
#include "dov-event.h"
#include "dov-family.h"
#include "dov-go.h"
#include "dov-join.h"
#include "dov-label.h"
#include "dov-plan-offer.h"
#include "dov-plan-proof.h"
#include "dov-subject-page.h"
#include "dov-visitor.h"

static void
close_cb (GtkWidget *button,
          DovRecord *closing)
{
  g_autoptr (DovRecord) draft = dov_record_dup (closing);

  dov_go_form (button, draft);
}

/* «Суслопаровы · выдача № 31 от 12.03.2027 · ещё 2 шага» */
static char *
dup_words (DovSubjectPage *page,
           DovPlanOffer   *offer,
           DovRecord      *closing,
           guint           n_more)
{
  DovStore *store = dov_subject_page_get_store (page);
  g_autoptr (DovFamily) family = dov_store_look_up (store, DOV_TYPE_FAMILY, offer->family_id);
  g_autoptr (DovPlanProof) proof = dov_plan_proof_find (store, DOV_PLAN_ACTION (closing));
  g_autofree char *more = g_strdup_printf (ngettext ("%u step more", "%u steps more", n_more), n_more);
  gboolean is_of_family = DOV_IS_FAMILY (dov_subject_page_get_record (page));
  g_autoptr (GString) words = g_string_new (family != NULL && !is_of_family ? family->family_name : "");

  dov_join (words, DOV_JOIN_WORDS, is_of_family && proof != NULL ? proof->words : "");
  dov_join (words, DOV_JOIN_WORDS, n_more > 0 ? more : "");

  return g_string_free (g_steal_pointer (&words), FALSE);
}

/* The most urgent one; when it is closed, the next one stands here. */
static void
tell (DovSubjectPage *page,
      DovRecord      *record)
{
  DovStore *store = dov_subject_page_get_store (page);
  g_autoptr (GPtrArray) offers = NULL;
  g_autoptr (DovRecord) closing = NULL;
  g_autofree char *lead = NULL, *words = NULL, *name = NULL;
  GtkWidget *button;

  if (dov_visitor_is_near () || !dov_subject_may_write (store, record))
    return;
  offers = dov_plan_offer_list (store, record);
  if (offers->len == 0)
    return;
  closing = dov_plan_offer_new_closing (store, offers->pdata[0]);
  /* Translators: the step of a programme for which what is shown here was done */
  lead = g_strdup_printf (_("Close a step of the programme: %s"), DOV_PLAN_ACTION (closing)->title);
  words = dup_words (page, offers->pdata[0], closing, offers->len - 1);
  button = dov_notice_add_action (dov_subject_page_add_notice (page, DOV_NOTICE_INFORMS, lead, words, NULL),
                                  _("Close the Step…"), NULL);
  name = g_strdup_printf (C_("button", "%s: %s"), _("Close the Step…"), DOV_PLAN_ACTION (closing)->title);
  dov_name_widget (button, name);
  g_signal_connect_data (button, "clicked", G_CALLBACK (close_cb), g_steal_pointer (&closing),
                         (GClosureNotify) (void (*) (void)) g_object_unref, 0);
}

/**
 * dov_step_offer_tell:
 *
 * Has it told on the pages of handouts, events and families, whichever area shows them.
 */
void
dov_step_offer_tell (void)
{
  dov_subject_tell_also (DOV_TYPE_DISTRIBUTION, tell);
  dov_subject_tell_also (DOV_TYPE_EVENT, tell);
  dov_subject_tell_also (DOV_TYPE_FAMILY, tell);
}
