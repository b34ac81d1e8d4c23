/* dov-deed.c - something a person does: one operation, told with its undo, or refused with a way on */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-deed.h"

#include "dov-answers.h"
#include "dov-errors.h"
#include "dov-go.h"
#include "dov-notice.h"
#include "dov-parts.h"
#include "dov-reason.h"
#include "dov-warned.h"

#include <glib/gi18n.h>

/* A deed on its way: begun once, and again after each answer. */
typedef struct
{
  GtkWidget  *from;      /* weak */
  DovStore   *store;
  DovDeed     deed;
  char       *words;
  DovWarned  *warned;    /* what rules warn of, and why it is right all the same */
} Attempt;

static gboolean try (Attempt *attempt);

static void
attempt_clear (gpointer data)
{
  Attempt *attempt = data;

  g_clear_weak_pointer (&attempt->from);
  g_clear_object (&attempt->store);
  g_clear_object (&attempt->deed.card);
  if (attempt->deed.free_data != NULL)
    attempt->deed.free_data (attempt->deed.data);
  g_free (attempt->words);
  dov_warned_free (attempt->warned);
}

static void
attempt_unref (gpointer attempt)
{
  g_rc_box_release_full (attempt, attempt_clear);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Attempt, attempt_unref)

/**
 * dov_deed_refuse:
 * @from: the widget where it was asked for
 * @words: what is wrong and what to do
 *
 * Says on the page, or in the part of it that answers by itself, why something cannot be done.
 */
void
dov_deed_refuse (gpointer    from,
                 const char *words)
{
  dov_answers_show (from, dov_notice_new (DOV_NOTICE_REFUSES, words, ""));
}

/* Reasons. */

static void
given_cb (const char *reason,
          gpointer    user_data)
{
  Attempt *attempt = g_rc_box_acquire (user_data);

  dov_warned_answer (attempt->warned, reason);
  try (attempt);
  attempt_unref (attempt);
}

static void
all_the_same_cb (GtkButton *button,
                 Attempt   *attempt)
{
  given_cb (attempt->deed.reason, attempt);
}

/* Esc goes back to what was before the question: the card with what was typed, or the page. */
static void
left_cb (GtkWidget *notice,
         Attempt   *attempt)
{
  g_autoptr (DovAskCard) card = attempt->deed.card != NULL ? g_object_ref (attempt->deed.card) : NULL;
  GtkWidget *from = attempt->from;
  GtkWidget *page = from != NULL ? gtk_widget_get_ancestor (from, DOV_TYPE_PAGE) : NULL;

  if (from == NULL)
    return;
  if (card != NULL)
    {
      dov_answers_show (from, GTK_WIDGET (card));
      return;
    }
  dov_answers_clear (from);
  if (page != NULL)
    dov_page_focus (DOV_PAGE (page));
}

static GtkWidget *
go_on_new (Attempt    *attempt,
           const char *words)
{
  GtkWidget *notice = dov_notice_new (DOV_NOTICE_WARNS, words, "");

  g_signal_connect (dov_notice_add_action (DOV_NOTICE (notice), attempt->deed.all_the_same, NULL), "clicked",
                    G_CALLBACK (all_the_same_cb), attempt);

  return notice;
}

static gboolean
save_all (gpointer   data,
          GError   **error)
{
  Attempt *attempt = data;

  return attempt->deed.act (attempt->store, attempt->deed.data, error);
}

static void
ask_reason (Attempt    *attempt,
            const char *words)
{
  g_autofree char *all = dov_warned_ask (attempt->warned, attempt->store, save_all, attempt);
  const char *said = all != NULL ? all : words;
  GtkWidget *notice = attempt->deed.all_the_same != NULL ? go_on_new (attempt, said)
                                                         : dov_reason_new (said, NULL, attempt->from, given_cb, attempt);

  if (attempt->deed.all_the_same == NULL)
    dov_reason_offer (notice, dov_warned_get_last (attempt->warned));
  g_object_set_data_full (G_OBJECT (notice), "attempt", g_rc_box_acquire (attempt), attempt_unref);
  g_signal_connect (notice, "left", G_CALLBACK (left_cb), attempt);
  dov_answers_show (attempt->from, notice);
}

/* Fields. */

static void
fill_in_cb (GtkWidget *button,
            DovRecord *draft)
{
  dov_go_form (button, draft);
}

/* The rule names a field that the page has no place for: the form of the draft has one. */
static void
offer_form (Attempt    *attempt,
            const char *words,
            DovRecord  *draft)
{
  GtkWidget *notice = dov_notice_new (DOV_NOTICE_REFUSES, words, "");
  GtkWidget *button = dov_notice_add_action (DOV_NOTICE (notice), _("_Fill in…"), NULL);

  g_signal_connect_data (button, "clicked", G_CALLBACK (fill_in_cb), dov_record_dup (draft),
                         (GClosureNotify) (GCallback) g_object_unref, 0);
  dov_answers_show (attempt->from, notice);
}

/* The card stands where it stood, with what was typed. */
static void
refuse_in_card (Attempt    *attempt,
                const char *words)
{
  dov_answers_show (attempt->from, GTK_WIDGET (attempt->deed.card));
  dov_ask_card_refuse (attempt->deed.card, attempt->deed.at, words);
}

static void
refuse (Attempt      *attempt,
        const GError *error)
{
  const DovProblem *refusal = dov_store_get_refusal (attempt->store);
  DovRecord *refused = dov_store_get_refused (attempt->store);
  g_autofree char *words = dov_errors_dup_words (error);
  gboolean is_rule = error->domain == DOV_RECORD_ERROR && refusal != NULL;

  if (attempt->from == NULL)
    return;
  if (attempt->deed.refused != NULL && attempt->deed.refused (attempt->from, error, attempt->deed.data))
    return;
  if (is_rule && refusal->is_warning && refusal->rule != NULL)
    ask_reason (attempt, words);
  else if (attempt->deed.card != NULL)
    refuse_in_card (attempt, words);
  else if (is_rule && refusal->field != NULL && refused != NULL)
    offer_form (attempt, words, refused);
  else
    dov_deed_refuse (attempt->from, words);
}

/* Doing. */

static gboolean
act (Attempt  *attempt,
     gint64   *operation,
     GError  **error)
{
  if (!dov_store_begin (attempt->store, attempt->words, error))
    return FALSE;

  dov_warned_accept (attempt->warned, attempt->store);
  if (save_all (attempt, error))
    return dov_store_commit (attempt->store, operation, error);
  dov_store_abandon (attempt->store);

  return FALSE;
}

static gboolean
try (Attempt *attempt)
{
  g_autoptr (GtkWidget) from = attempt->from != NULL ? g_object_ref (attempt->from) : NULL;
  DovShell *shell = dov_shell_around (from);
  g_autofree char *words = NULL;
  g_autoptr (GError) error = NULL;
  gint64 operation = 0;

  if (from != NULL)
    dov_answers_clear (from);
  if (!act (attempt, &operation, &error))
    {
      refuse (attempt, error);
      return FALSE;
    }

  if (from != NULL)
    dov_reason_forget (from);
  words = attempt->words != NULL ? g_strdup (attempt->words)
          : operation != 0 ? dov_store_describe_operation (attempt->store, operation) : NULL;
  if (attempt->deed.done != NULL && from != NULL)
    attempt->deed.done (from, attempt->deed.data);
  /* The page that asked may be gone by now; the window is not. */
  if (!attempt->deed.is_silent)
    dov_go_tell (shell, words, attempt->deed.is_final ? 0 : operation);

  return TRUE;
}

/**
 * dov_deed_do:
 * @from: the widget where it was asked for, on the page that answers
 * @deed: what is done; copied, its data is taken
 *
 * Begins, does, commits and says so with the undo of this very operation; or
 * takes all back and says on the page why not. A warning asks there for its
 * reason, and the deed is done again with the reason accepted; a rule that
 * names a field offers the form that has it.
 *
 * Returns: whether it is done now; %FALSE also while an answer is awaited
 */
gboolean
dov_deed_do (gpointer       from,
             DovStore      *store,
             const DovDeed *deed)
{
  g_autoptr (Attempt) attempt = g_rc_box_new0 (Attempt);

  g_return_val_if_fail (GTK_IS_WIDGET (from), FALSE);

  g_set_weak_pointer (&attempt->from, GTK_WIDGET (from));
  attempt->store = g_object_ref (store);
  attempt->deed = *deed;
  attempt->deed.card = deed->card != NULL ? g_object_ref (deed->card) : NULL;
  attempt->words = g_strdup (deed->words);
  attempt->warned = dov_warned_new ();

  return try (attempt);
}

static gboolean
save (DovStore  *store,
      gpointer   draft,
      GError   **error)
{
  return dov_store_save (store, draft, error);
}

/**
 * dov_deed_save:
 * @words: (nullable): as in #DovDeed
 * @draft: (transfer none): what is saved
 *
 * The same for one record.
 */
gboolean
dov_deed_save (gpointer    from,
               DovStore   *store,
               const char *words,
               DovRecord  *draft)
{
  return dov_deed_do (from, store, &(DovDeed) {
    .words = words, .act = save, .data = g_object_ref (draft), .free_data = g_object_unref });
}

static gboolean
remove_whole (DovStore  *store,
              gpointer   record,
              GError   **error)
{
  return dov_parts_remove (store, record, error);
}

/**
 * dov_deed_remove:
 * @done: (nullable): what comes then, such as going back
 *
 * Puts a record into the bin with its parts.
 */
gboolean
dov_deed_remove (gpointer     from,
                 DovStore    *store,
                 DovRecord   *record,
                 DovDeedDone  done)
{
  g_autofree char *name = dov_store_describe (store, record);
  g_autofree char *words = g_strdup_printf (C_("toast", "In the bin: %s"), name);

  return dov_deed_do (from, store, &(DovDeed) {
    .words = words, .act = remove_whole, .done = done, .data = g_object_ref (record), .free_data = g_object_unref });
}

/* Asking first. */

typedef struct
{
  GtkWidget *from;     /* owns the card */
  DovStore  *store;
  DovAsk     ask;
  char      *typed;
} Asked;

static void
asked_clear (gpointer data)
{
  Asked *asked = data;

  g_object_unref (asked->store);
  if (asked->ask.free_data != NULL)
    asked->ask.free_data (asked->ask.data);
  g_free (asked->typed);
}

static void
asked_unref (gpointer asked)
{
  g_rc_box_release_full (asked, asked_clear);
}

static gboolean
do_asked (DovStore  *store,
          gpointer   data,
          GError   **error)
{
  Asked *asked = data;

  return asked->ask.act (store, asked->ask.data, asked->typed, error);
}

static void
asked_done (gpointer from,
            gpointer data)
{
  Asked *asked = data;

  if (asked->ask.done != NULL)
    asked->ask.done (from, asked->ask.data);
}

static void
go_on_cb (DovAskCard *card,
          Asked      *asked)
{
  g_free (asked->typed);
  asked->typed = g_strdup (dov_ask_card_get_text (card, "line"));
  dov_deed_do (asked->from, asked->store, &(DovDeed) {
    .act = do_asked, .done = asked_done, .card = card, .at = "line", .data = g_rc_box_acquire (asked),
    .free_data = asked_unref, .is_final = asked->ask.is_final });
}

/**
 * dov_deed_ask:
 * @from: the widget where it was asked for
 * @ask: copied, its data is taken
 *
 * Puts a card where @from is answered, and does the deed when it is let go on.
 * What was typed wrongly is said in the card.
 */
void
dov_deed_ask (gpointer      from,
              DovStore     *store,
              const DovAsk *ask)
{
  GtkWidget *card = dov_ask_card_new (ask->title, ask->go_on);
  Asked *asked = g_rc_box_new0 (Asked);

  asked->from = GTK_WIDGET (from);
  asked->store = g_object_ref (store);
  asked->ask = *ask;
  if (ask->line != NULL)
    dov_ask_card_add (DOV_ASK_CARD (card), "line", ask->line, ask->text != NULL ? ask->text : "");
  g_signal_connect_data (card, "go-on", G_CALLBACK (go_on_cb), asked, (GClosureNotify) (GCallback) asked_unref, 0);
  dov_ask_card_ask (DOV_ASK_CARD (card), from);
}
