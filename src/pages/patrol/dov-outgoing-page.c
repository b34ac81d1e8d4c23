/* dov-outgoing-page.c - a notice to the police, the commission or a school (D-14) */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-outgoing-page.h"

#include <glib/gi18n.h>

#include "dov-capital.h"
#include "dov-go.h"
#include "dov-history.h"
#include "dov-notice-number.h"
#include "dov-own-lounge.h"
#include "dov-patrol-words.h"
#include "dov-ref-item.h"
#include "dov-repeats.h"

struct _DovOutgoingPage
{
  DovFormPage        parent_instance;

  DovForm           *form;
  DovOutgoingNotice *notice;
  gboolean           prints;
};

G_DEFINE_FINAL_TYPE (DovOutgoingPage, dov_outgoing_page, DOV_TYPE_FORM_PAGE)

static void
fill_in (DovStore          *store,
         DovOutgoingNotice *notice)
{
  GDate today = dov_today ();

  if (notice->date == NULL)
    dov_set (notice, date, &today);
  if (notice->lounge_id == 0)
    dov_set (notice, lounge_id, dov_own_lounge_find (store));
  if (*notice->notice_no == '\0')
    {
      g_autofree char *number = dov_notice_number_propose (store, notice->lounge_id, notice->date);

      dov_set (notice, notice_no, number);
    }
  if (notice->kind == 0)
    dov_set (notice, kind, DOV_OUTGOING_NOTICE_KIND_INFORMATION);
}

/* Facts only: what, when, where, with whom. */
static char *
dup_text (DovStore         *store,
          DovPatrolFinding *finding)
{
  GDate day = dov_moment_get_date (finding->found_at);
  g_autofree char *date = dov_date_to_shown (&day);
  g_autofree char *time = dov_time_to_shown (dov_moment_get_time (finding->found_at));
  g_autofree char *kind = dov_store_describe_id (store, DOV_TYPE_REF_ITEM, finding->kind_id);
  g_autofree char *child = dov_patrol_dup_child (store, finding, TRUE);
  GString *text = g_string_new (NULL);

  /* Translators: the beginning of a notice: %1$s is a date, %2$s a time, %3$s a place, %4$s what was found */
  g_string_append_printf (text, _("On %1$s at %2$s, %3$s: %4$s."), date, time, finding->place, kind);
  if (*child != '\0')
    {
      /* Translators: %s is the name or the description of a child */
      g_string_append_c (text, ' ');
      g_string_append_printf (text, _("Child: %s."), child);
    }
  if (*finding->with_whom != '\0')
    {
      g_string_append_c (text, ' ');
      g_string_append_printf (text, _("With whom: %s."), finding->with_whom);
    }

  return g_string_free (text, FALSE);
}

static char *
dup_measures (DovPatrolFinding *finding)
{
  const DovField *field = dov_record_class_find_field (DOV_RECORD_GET_CLASS (finding), "measures");
  g_autofree char *measures = dov_record_dup_shown (DOV_RECORD (finding), field);
  g_autofree char *time = finding->parents_notified_at == NULL ? NULL :
    dov_time_to_shown (dov_moment_get_time (finding->parents_notified_at));

  if (time == NULL)
    return g_steal_pointer (&measures);

  /* Translators: %1$s are measures, %2$s a time */
  return g_strdup_printf (_("%1$s; the parents were told at %2$s"), measures, time);
}

static void
dov_outgoing_page_saved (DovFormPage *page)
{
  DovOutgoingPage *self = DOV_OUTGOING_PAGE (page);
  DovShell *shell = dov_shell_around (GTK_WIDGET (self));
  gint64 id = dov_record_get_id (DOV_RECORD (self->notice));
  gboolean prints = self->prints;

  /* The page may be gone when it has closed; the window is not. */
  DOV_FORM_PAGE_CLASS (dov_outgoing_page_parent_class)->saved (page);
  if (prints && shell != NULL)
    dov_shell_open_paper (shell, "D-14", id);
}

static void
print_cb (DovOutgoingPage *self)
{
  if (dov_record_get_id (DOV_RECORD (self->notice)) != 0 && !dov_form_is_changed (self->form))
    {
      dov_go_paper (self, "D-14", dov_record_get_id (DOV_RECORD (self->notice)));
      return;
    }

  self->prints = TRUE;
  if (!dov_form_save (self->form))
    self->prints = FALSE;
}

static GtkWidget *
head_new (DovOutgoingPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  gboolean is_new = dov_record_get_id (DOV_RECORD (self->notice)) == 0;
  g_autofree char *words = is_new ? g_strdup (_("New notice")) : dov_record_describe (DOV_RECORD (self->notice));
  g_autofree char *capital = dov_capitalise (words);
  GtkWidget *title = g_object_new (GTK_TYPE_LABEL, "label", capital, "xalign", 0.0, "wrap", TRUE, "hexpand", TRUE,
                                   "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, NULL);
  GtkWidget *print = gtk_button_new_with_mnemonic (is_new ? _("Save and _print") : _("_Print"));

  gtk_widget_add_css_class (title, "page-title");
  gtk_widget_set_valign (print, GTK_ALIGN_START);
  g_signal_connect_swapped (print, "clicked", G_CALLBACK (print_cb), self);
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), print);

  return box;
}

/**
 * dov_outgoing_page_new:
 * @draft: a new notice with what is known of it, or a copy of one
 * @kept: the number of the unfinished form that is taken up again, 0 for none
 *
 * Returns: (transfer floating): the page
 */
DovPage *
dov_outgoing_page_new (DovStore          *store,
                       DovOutgoingNotice *draft,
                       gint64             kept)
{
  DovOutgoingPage *self = g_object_new (DOV_TYPE_OUTGOING_PAGE, NULL);
  gint64 id = dov_record_get_id (DOV_RECORD (draft));

  self->notice = g_object_ref (draft);
  fill_in (store, draft);
  self->form = DOV_FORM (dov_form_new (store, DOV_RECORD (draft)));
  dov_form_add_group (self->form, _("To whom"), "to_id notice_no date kind lounge_id finding_id", FALSE);
  dov_form_add_group (self->form, _("What is told"), "text measures request", TRUE);
  dov_form_add_group (self->form, _("What came of it"), "delivered_by delivered_on answered_on answer", FALSE);
  dov_field_row_set_hint (dov_form_find_row (self->form, "text"), _("Facts only; no categories of families, no judgements"));
  dov_form_set_head (self->form, head_new (self));
  if (id != 0)
    dov_form_add_below (self->form, dov_history_new (store, DOV_TYPE_OUTGOING_NOTICE, id));
  dov_form_set_words (self->form, _("Notice of the patrol"));
  dov_page_set_title (DOV_PAGE (self), id == 0 ? _("New notice") : _("Notice"));
  dov_page_set_section (DOV_PAGE (self), "patrol");
  dov_form_set_kept (self->form, kept);
  dov_form_page_set_form (DOV_FORM_PAGE (self), self->form);

  return DOV_PAGE (self);
}

/**
 * dov_outgoing_page_new_about:
 * @finding: that is told of
 *
 * A notice about a finding, to be read over and changed before it is saved;
 * nothing is sent by the program (N14).
 *
 * Returns: (transfer floating): the page
 */
DovPage *
dov_outgoing_page_new_about (DovStore         *store,
                             DovPatrolFinding *finding)
{
  g_autoptr (DovRecord) draft = dov_record_new (DOV_TYPE_OUTGOING_NOTICE, 0);
  g_autofree char *text = dup_text (store, finding);
  g_autofree char *measures = dup_measures (finding);
  gboolean is_repeated = dov_repeats_count (store, finding) >= DOV_REPEATS_ENOUGH;

  dov_set (DOV_OUTGOING_NOTICE (draft), finding_id, dov_record_get_id (DOV_RECORD (finding)));
  dov_set (DOV_OUTGOING_NOTICE (draft), kind,
           is_repeated ? DOV_OUTGOING_NOTICE_KIND_REPEATED : DOV_OUTGOING_NOTICE_KIND_FINDING);
  dov_set (DOV_OUTGOING_NOTICE (draft), text, text);
  dov_set (DOV_OUTGOING_NOTICE (draft), measures, measures);

  return dov_outgoing_page_new (store, DOV_OUTGOING_NOTICE (draft), 0);
}

static void
dov_outgoing_page_dispose (GObject *object)
{
  g_clear_object (&DOV_OUTGOING_PAGE (object)->notice);

  G_OBJECT_CLASS (dov_outgoing_page_parent_class)->dispose (object);
}

static void
dov_outgoing_page_class_init (DovOutgoingPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dov_outgoing_page_dispose;
  DOV_FORM_PAGE_CLASS (klass)->saved = dov_outgoing_page_saved;
}

static void
dov_outgoing_page_init (DovOutgoingPage *self)
{
}
