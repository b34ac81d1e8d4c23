/* dov-finding-cards.c - what was found on a walk, as cards: who, where, what was done, to whom the child was handed */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-finding-cards.h"

#include <glib/gi18n.h>

#include "dov-field-path.h"
#include "dov-finding-alerts.h"
#include "dov-fold.h"
#include "dov-go.h"
#include "dov-handover.h"
#include "dov-label.h"
#include "dov-notice.h"
#include "dov-outgoing-draft.h"
#include "dov-patrol-words.h"
#include "dov-ref-item.h"
#include "dov-subject-page.h"

static void
edit_cb (GtkWidget *button,
         DovRecord *finding)
{
  dov_go_edit (button, finding);
}

static void
print_cb (GtkWidget        *button,
          DovPatrolFinding *finding)
{
  dov_go_paper (button, "D-37", finding->handover_id);
}

static void
notice_cb (GtkWidget        *button,
           DovPatrolFinding *finding)
{
  GtkWidget *page = gtk_widget_get_ancestor (button, DOV_TYPE_SUBJECT_PAGE);
  g_autoptr (DovRecord) draft = dov_outgoing_draft_about (dov_subject_page_get_store (DOV_SUBJECT_PAGE (page)), finding);

  dov_go_form (button, draft);
}

static void
add_fact (GtkWidget  *grid,
          const char *name,
          const char *words)
{
  GtkWidget *label, *text;

  if (words == NULL || *words == '\0')
    return;

  label = g_object_new (GTK_TYPE_LABEL, "label", name, "xalign", 0.0, "yalign", 0.0, NULL);
  gtk_widget_add_css_class (label, "dim-label");
  text = dov_label_new (words, "numeric");
  gtk_widget_set_hexpand (text, TRUE);
  gtk_grid_attach_next_to (GTK_GRID (grid), label, NULL, GTK_POS_BOTTOM, 1, 1);
  gtk_grid_attach_next_to (GTK_GRID (grid), text, label, GTK_POS_RIGHT, 1, 1);
}

/* “Koshcheeva Irina Lvovna, mother, at 22:40; handed over by Susloparov A. V.” */
static char *
dup_handed (DovStore         *store,
            DovPatrolFinding *finding)
{
  g_autoptr (DovHandover) handover = dov_store_follow (store, finding, "handover_id");
  g_autofree char *kind = NULL;
  g_autofree char *time = NULL;
  g_autofree char *by = NULL;

  if (handover == NULL)
    return NULL;

  kind = *handover->recipient_position != '\0' ? g_strdup (handover->recipient_position)
                                               : dov_field_path_dup (store, DOV_RECORD (handover), "recipient_kind", "");
  time = dov_time_to_shown (dov_moment_get_time (handover->handed_at));
  by = dov_patrol_dup_member (store, handover->handed_by_id);

  /* Translators: %1$s took a child, %2$s is kinship or post, %3$s a time, %4$s who handed the child over */
  return g_strdup_printf (_("%1$s, %2$s, at %3$s; handed over by %4$s"), handover->recipient_name, kind, time, by);
}

static char *
dup_where (DovStore         *store,
           DovPatrolFinding *finding)
{
  g_autofree char *kind = dov_field_path_dup (store, DOV_RECORD (finding), "place_kind", "");
  g_autofree char *folded_kind = dov_fold (kind);
  g_autofree char *folded = dov_fold (finding->place);

  /* “shop, the porch of the shop” says the same twice. */
  if (finding->place_kind == DOV_PLACE_KIND_OTHER || *kind == '\0' || strstr (folded, folded_kind) != NULL)
    return g_strdup (finding->place);

  return g_strdup_printf ("%s, %s", kind, finding->place);
}

static GtkWidget *
head_new (DovStore         *store,
          DovPatrolFinding *finding,
          gboolean          may_write)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  g_autofree char *time = dov_time_to_shown (dov_moment_get_time (finding->found_at));
  g_autofree char *kind = dov_store_describe_id (store, DOV_TYPE_REF_ITEM, finding->kind_id);
  g_autofree char *title = g_strdup_printf ("%s — %s", time, kind);
  g_autofree char *outcome = dov_field_path_dup (store, DOV_RECORD (finding), "outcome", "");
  g_autofree char *spoken = g_strdup_printf (_("Change the finding: %s"), title);
  GtkWidget *icon = gtk_image_new_from_icon_name (finding->danger ? "dialog-warning-symbolic" :
                                                  finding->kind_id == DOV_FINDING_KIND_CURFEW ? "weather-clear-night-symbolic"
                                                                                              : "view-reveal-symbolic");
  GtkWidget *label = dov_heading_new (title, "heading");
  GtkWidget *edit = dov_button_new ("", "flat slim", G_CALLBACK (edit_cb), finding);
  GtkWidget *badge = finding->outcome != 0 ?
    dov_badge_new (outcome, &(DovSign) { "dov-emblem-ok-symbolic", "success" }) :
    dov_badge_new (_("not closed"), &(DovSign) { "dialog-error-symbolic", "error" });
  GtkWidget *const parts[] = { icon, label, badge, edit };

  gtk_widget_add_css_class (icon, finding->danger ? "error" : "plain");
  gtk_widget_set_hexpand (label, TRUE);
  gtk_button_set_icon_name (GTK_BUTTON (edit), "document-edit-symbolic");
  gtk_widget_set_tooltip_text (edit, _("Change"));
  dov_name_widget (edit, spoken);
  gtk_widget_set_visible (edit, may_write);
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      gtk_widget_set_valign (parts[i], GTK_ALIGN_START);
      gtk_box_append (GTK_BOX (head), parts[i]);
    }

  return head;
}

/* T10: a suggestion, never done by itself. */
static GtkWidget *
repeats_new (DovStore         *store,
             DovPatrolFinding *finding)
{
  g_autoptr (GArray) same = dov_findings_list_same (store, finding);
  guint n = same->len;
  g_autofree char *words = NULL;
  GtkWidget *notice;

  if (n < DOV_REPEATS_ENOUGH || dov_findings_are_told (store, same))
    return NULL;

  /* A name alone may be that of two children. */
  words = g_strdup_printf (finding->person_id != 0
                             ? ngettext ("The same child: %u finding in 90 days", "The same child: %u findings in 90 days", n)
                             : ngettext ("A child of the same name: %u finding in 90 days",
                                         "A child of the same name: %u findings in 90 days", n), n);
  notice = dov_notice_new (DOV_NOTICE_WARNS, words, _("You may tell the commission. Nothing is sent by itself."));
  dov_notice_add_widget (DOV_NOTICE (notice), dov_button_new (_("Write a notice…"), NULL, G_CALLBACK (notice_cb), finding));

  return notice;
}

static GtkWidget *
actions_new (DovPatrolFinding *finding,
             gboolean          may_write)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  if (finding->outcome == 0 && may_write)
    gtk_box_append (GTK_BOX (box), dov_button_new (dov_patrol_finding_is_of_child (finding) ?
                                                   _("Say to _whom the child was handed…") : _("Say how it _ended…"),
                                                   NULL, G_CALLBACK (edit_cb), finding));
  if (finding->handover_id != 0)
    gtk_box_append (GTK_BOX (box), dov_button_new (_("Act of handing over"), NULL, G_CALLBACK (print_cb), finding));
  if (may_write)
    gtk_box_append (GTK_BOX (box), dov_button_new (_("Write a notice…"), NULL, G_CALLBACK (notice_cb), finding));

  return box;
}

static GtkWidget *
card_new (DovStore         *store,
          DovPatrolFinding *finding,
          gboolean          may_write)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 10);
  GtkWidget *grid = g_object_new (GTK_TYPE_GRID, "column-spacing", 14, "row-spacing", 4, NULL);
  GtkWidget *repeats = may_write ? repeats_new (store, finding) : NULL;
  g_autofree char *who = dov_patrol_dup_child (store, finding, TRUE);
  g_autofree char *where = dup_where (store, finding);
  g_autofree char *measures = dov_patrol_dup_measures (finding);
  g_autofree char *handed = dup_handed (store, finding);
  g_autofree char *called = finding->called_at == NULL ? NULL :
    dov_time_to_shown (dov_moment_get_time (finding->called_at));

  gtk_widget_set_css_classes (card, (const char *[]) { "card", "pad", NULL });
  gtk_box_append (GTK_BOX (card), head_new (store, finding, may_write));
  add_fact (grid, C_("finding", "Who"), who);
  add_fact (grid, C_("finding", "Where"), where);
  add_fact (grid, C_("finding", "With whom"), finding->with_whom);
  add_fact (grid, C_("finding", "Help called"), called);
  add_fact (grid, C_("finding", "Measures"), measures);
  add_fact (grid, C_("finding", "Handed to"), handed);
  add_fact (grid, C_("finding", "Note"), finding->note);
  gtk_box_append (GTK_BOX (card), grid);
  if (repeats != NULL)
    gtk_box_append (GTK_BOX (card), repeats);
  gtk_box_append (GTK_BOX (card), actions_new (finding, may_write));

  return card;
}

static GPtrArray *
list_findings (DovStore       *store,
               DovPatrolShift *shift)
{
  return dov_store_read (store, DOV_TYPE_PATROL_FINDING, &(DovQuery) {
    .where = "shift_id = ?1", .order = "found_at",
    .params = g_variant_new ("(x)", dov_record_get_id (DOV_RECORD (shift))) });
}

/**
 * dov_finding_cards_show:
 *
 * Reads anew what was found.
 */
void
dov_finding_cards_show (DovSectionBox  *cards,
                        DovStore       *store,
                        DovPatrolShift *shift)
{
  g_autoptr (GPtrArray) findings = list_findings (store, shift);
  gboolean may_write = dov_subject_may_write (store, DOV_RECORD (shift));
  guint n = findings->len;
  g_autofree char *count = g_strdup_printf (ngettext ("%u finding", "%u findings", n), n);
  GtkWidget *box = dov_section_box_get_child (cards);

  dov_clear_box (box);
  for (guint i = 0; i < n; i++)
    gtk_box_append (GTK_BOX (box), card_new (store, g_ptr_array_index (findings, i), may_write));
  gtk_widget_set_visible (box, n > 0);
  dov_section_box_set_count (cards, n > 0 ? count : "");
  dov_section_box_set_more (cards, may_write ? _("Add a finding  F4") : "");
}

/**
 * dov_finding_cards_find_open:
 * @nth: (out): which one, counted from 1; 0: none
 *
 * Returns: (transfer full) (nullable): the first finding that has no outcome yet
 */
DovPatrolFinding *
dov_finding_cards_find_open (DovStore       *store,
                             DovPatrolShift *shift,
                             guint          *nth)
{
  g_autoptr (GPtrArray) findings = list_findings (store, shift);

  for (*nth = 1; *nth <= findings->len; (*nth)++)
    if (DOV_PATROL_FINDING (findings->pdata[*nth - 1])->outcome == 0)
      return g_object_ref (findings->pdata[*nth - 1]);
  *nth = 0;

  return NULL;
}

static void
add_cb (GtkWidget *cards)
{
  gtk_widget_activate_action (cards, "shift.finding", NULL);
}

/* On the page of a shift, whose act begins a new finding. */
GtkWidget *
dov_finding_cards_new (void)
{
  GtkWidget *cards = dov_section_box_new (C_("patrol", "Found"));

  gtk_widget_set_name (cards, "findings");
  dov_section_box_set_empty (DOV_SECTION_BOX (cards),
                             _("Nothing was found. That is good news, and it is written down as it is."));
  dov_section_box_set_child (DOV_SECTION_BOX (cards), gtk_box_new (GTK_ORIENTATION_VERTICAL, 12));
  g_signal_connect (cards, "more-clicked", G_CALLBACK (add_cb), NULL);

  return cards;
}
