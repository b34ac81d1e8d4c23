/* dov-finding-cards.c - what was found on a walk, as cards: who, where, what was done, to whom the child was handed */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-finding-cards.h"

#include <glib/gi18n.h>

#include "dov-badge.h"
#include "dov-fold.h"
#include "dov-go.h"
#include "dov-handover.h"
#include "dov-notice.h"
#include "dov-outgoing-page.h"
#include "dov-patrol-finding-page.h"
#include "dov-patrol-words.h"
#include "dov-ref-item.h"
#include "dov-repeats.h"

struct _DovFindingCards
{
  GtkBox          parent_instance;

  DovStore       *store;
  DovPatrolShift *shift;
  GPtrArray      *findings;   /* DovPatrolFinding, by their hour */

  GtkWidget      *count;
  GtkWidget      *add;
  GtkWidget      *cards;
};

G_DEFINE_FINAL_TYPE (DovFindingCards, dov_finding_cards, GTK_TYPE_BOX)

static DovPage *
page_new (DovFindingCards  *self,
          DovPatrolFinding *finding)
{
  g_autoptr (DovRecord) draft = dov_record_dup (DOV_RECORD (finding));

  return dov_patrol_finding_page_new (self->store, DOV_PATROL_FINDING (draft), 0);
}

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

/* Opens the finding where its end is missing. */
static void
go_on (DovFindingCards  *self,
       DovPatrolFinding *finding)
{
  DovPage *page = page_new (self, finding);

  g_object_ref_sink (page);
  dov_go_to (self, page);
  if (gtk_widget_get_root (GTK_WIDGET (page)) != NULL)
    dov_patrol_finding_page_show_handover (DOV_PATROL_FINDING_PAGE (page));
  g_object_unref (page);
}

static DovFindingCards *
cards_around (GtkWidget *button)
{
  return DOV_FINDING_CARDS (gtk_widget_get_ancestor (button, DOV_TYPE_FINDING_CARDS));
}

static void
hand_over_cb (GtkWidget        *button,
              DovPatrolFinding *finding)
{
  go_on (cards_around (button), finding);
}

static void
notice_cb (GtkWidget        *button,
           DovPatrolFinding *finding)
{
  dov_go_to (button, dov_outgoing_page_new_about (cards_around (button)->store, finding));
}

static void
connect (GtkWidget        *button,
         GCallback         callback,
         DovPatrolFinding *finding)
{
  g_signal_connect_data (button, "clicked", callback, g_object_ref (finding), (GClosureNotify) (GCallback) g_object_unref, 0);
}

static GtkWidget *
button_new (DovPatrolFinding *finding,
            const char       *label,
            GCallback         callback)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  connect (button, callback, finding);

  return button;
}

static char *
dup_shown (DovFindingCards *self,
           gpointer         record,
           const char      *field)
{
  DovRecordClass *klass = DOV_RECORD_GET_CLASS (record);

  return dov_store_dup_shown (self->store, DOV_RECORD (record), dov_record_class_find_field (klass, field));
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
  text = g_object_new (GTK_TYPE_LABEL, "label", words, "xalign", 0.0, "wrap", TRUE, "hexpand", TRUE,
                       "wrap-mode", PANGO_WRAP_WORD_CHAR, NULL);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_add_css_class (text, "numeric");
  gtk_grid_attach_next_to (GTK_GRID (grid), label, NULL, GTK_POS_BOTTOM, 1, 1);
  gtk_grid_attach_next_to (GTK_GRID (grid), text, label, GTK_POS_RIGHT, 1, 1);
}

/* “talk held, parents told at 22:25”. */
static char *
dup_measures (DovFindingCards  *self,
              DovPatrolFinding *finding)
{
  g_autofree char *measures = dup_shown (self, finding, "measures");
  g_autofree char *time = finding->parents_notified_at == NULL ? NULL :
    dov_time_to_shown (dov_moment_get_time (finding->parents_notified_at));
  g_autofree char *told = time != NULL ? g_strdup_printf (_("the parents were told at %s"), time) :
    g_strdup (finding->parents_reason);

  if (*told == '\0')
    return g_steal_pointer (&measures);

  return g_strdup_printf ("%s%s%s", measures, *measures != '\0' ? "; " : "", told);
}

/* “Koshcheeva Irina Lvovna, mother, at 22:40; handed over by Susloparov A. V.” */
static char *
dup_handed (DovFindingCards  *self,
            DovPatrolFinding *finding)
{
  g_autoptr (DovRecord) record = finding->handover_id == 0 ? NULL :
    dov_store_find (self->store, DOV_TYPE_HANDOVER, finding->handover_id, NULL);
  DovHandover *handover = record != NULL ? DOV_HANDOVER (record) : NULL;
  g_autofree char *kind = NULL;
  g_autofree char *time = NULL;
  g_autofree char *by = NULL;

  if (handover == NULL)
    return NULL;

  kind = *handover->recipient_position != '\0' ? g_strdup (handover->recipient_position)
                                               : dup_shown (self, handover, "recipient_kind");
  time = dov_time_to_shown (dov_moment_get_time (handover->handed_at));
  by = dov_patrol_dup_member (self->store, handover->handed_by_id);

  /* Translators: %1$s took a child, %2$s is kinship or post, %3$s a time, %4$s who handed the child over */
  return g_strdup_printf (_("%1$s, %2$s, at %3$s; handed over by %4$s"), handover->recipient_name, kind, time, by);
}

static char *
dup_where (DovFindingCards  *self,
           DovPatrolFinding *finding)
{
  g_autofree char *kind = dup_shown (self, finding, "place_kind");
  g_autofree char *folded_kind = dov_fold (kind);
  g_autofree char *folded = dov_fold (finding->place);

  /* “shop, the porch of the shop” says the same twice. */
  if (finding->place_kind == DOV_PLACE_KIND_OTHER || *kind == '\0' || strstr (folded, folded_kind) != NULL)
    return g_strdup (finding->place);

  return g_strdup_printf ("%s, %s", kind, finding->place);
}

static gboolean
may_write (DovFindingCards *self)
{
  return !dov_store_is_read_only (self->store) && !dov_record_is_removed (DOV_RECORD (self->shift));
}

static GtkWidget *
head_new (DovFindingCards  *self,
          DovPatrolFinding *finding)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  g_autofree char *time = dov_time_to_shown (dov_moment_get_time (finding->found_at));
  g_autofree char *kind = dov_store_describe_id (self->store, DOV_TYPE_REF_ITEM, finding->kind_id);
  g_autofree char *title = g_strdup_printf ("%s — %s", time, kind);
  g_autofree char *outcome = dup_shown (self, finding, "outcome");
  g_autofree char *spoken = g_strdup_printf (_("Change the finding: %s"), title);
  GtkWidget *icon = g_object_new (GTK_TYPE_IMAGE, "valign", GTK_ALIGN_START, "accessible-role",
                                  GTK_ACCESSIBLE_ROLE_PRESENTATION, "icon-name",
                                  finding->danger ? "dialog-warning-symbolic" :
                                  finding->kind_id == DOV_FINDING_KIND_CURFEW ? "weather-clear-night-symbolic"
                                                                              : "view-reveal-symbolic", NULL);
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", title, "xalign", 0.0, "hexpand", TRUE, "wrap", TRUE,
                                   "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, NULL);
  GtkWidget *edit = button_new (finding, "", G_CALLBACK (edit_cb));
  GtkWidget *badge = finding->outcome != 0 ?
    dov_badge_new (outcome, &(DovSign) { "emblem-ok-symbolic", "success" }) :
    dov_badge_new (_("not closed"), &(DovSign) { "dialog-error-symbolic", "error" });

  gtk_widget_add_css_class (icon, finding->danger ? "error" : "plain");
  gtk_widget_add_css_class (label, "heading");
  gtk_widget_set_valign (badge, GTK_ALIGN_START);
  gtk_button_set_icon_name (GTK_BUTTON (edit), "document-edit-symbolic");
  gtk_widget_set_tooltip_text (edit, _("Change"));
  gtk_widget_set_valign (edit, GTK_ALIGN_START);
  gtk_widget_add_css_class (edit, "flat");
  gtk_widget_add_css_class (edit, "slim");
  gtk_accessible_update_property (GTK_ACCESSIBLE (edit), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  gtk_widget_set_visible (edit, may_write (self));
  gtk_box_append (GTK_BOX (head), icon);
  gtk_box_append (GTK_BOX (head), label);
  gtk_box_append (GTK_BOX (head), badge);
  gtk_box_append (GTK_BOX (head), edit);

  return head;
}

/* T10: a suggestion, never done by itself. */
static GtkWidget *
repeats_new (DovFindingCards  *self,
             DovPatrolFinding *finding)
{
  guint n = dov_repeats_count (self->store, finding);
  g_autofree char *words = NULL;
  GtkWidget *notice, *button;

  if (!may_write (self) || n < DOV_REPEATS_ENOUGH || dov_repeats_is_told (self->store, finding))
    return NULL;

  words = g_strdup_printf (ngettext ("The same child: %u finding in 90 days", "The same child: %u findings in 90 days", n), n);
  notice = dov_notice_new (DOV_NOTICE_WARNS, words, _("You may tell the commission. Nothing is sent by itself."));
  button = dov_notice_add_action (DOV_NOTICE (notice), _("Write a notice…"), NULL);
  connect (button, G_CALLBACK (notice_cb), finding);

  return notice;
}

static GtkWidget *
actions_new (DovFindingCards  *self,
             DovPatrolFinding *finding)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  if (finding->outcome == 0 && may_write (self))
    gtk_box_append (GTK_BOX (box), button_new (finding, dov_patrol_finding_is_of_child (finding) ?
                                               _("Say to _whom the child was handed…") : _("Say how it _ended…"),
                                               G_CALLBACK (hand_over_cb)));
  if (finding->handover_id != 0)
    gtk_box_append (GTK_BOX (box), button_new (finding, _("Act of handing over"), G_CALLBACK (print_cb)));
  if (may_write (self))
    gtk_box_append (GTK_BOX (box), button_new (finding, _("Write a notice…"), G_CALLBACK (notice_cb)));

  return box;
}

static GtkWidget *
card_new (DovFindingCards  *self,
          DovPatrolFinding *finding)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 10);
  GtkWidget *grid = g_object_new (GTK_TYPE_GRID, "column-spacing", 14, "row-spacing", 4, NULL);
  GtkWidget *repeats = repeats_new (self, finding);
  g_autofree char *who = dov_patrol_dup_child (self->store, finding, TRUE);
  g_autofree char *where = dup_where (self, finding);
  g_autofree char *measures = dup_measures (self, finding);
  g_autofree char *handed = dup_handed (self, finding);
  g_autofree char *called = finding->called_at == NULL ? NULL :
    dov_time_to_shown (dov_moment_get_time (finding->called_at));

  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "pad");
  gtk_box_append (GTK_BOX (card), head_new (self, finding));
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
  gtk_box_append (GTK_BOX (card), actions_new (self, finding));

  return card;
}

/**
 * dov_finding_cards_refresh:
 *
 * Reads anew what was found.
 */
void
dov_finding_cards_refresh (DovFindingCards *self)
{
  gint64 id = dov_record_get_id (DOV_RECORD (self->shift));
  DovQuery query = { .where = "shift_id = ?1", .order = "found_at", .params = g_variant_new ("(x)", id) };
  g_autoptr (GArray) ids = dov_store_list (self->store, DOV_TYPE_PATROL_FINDING, &query, NULL);
  g_autofree char *count = NULL;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->cards)) != NULL)
    gtk_box_remove (GTK_BOX (self->cards), child);
  g_ptr_array_set_size (self->findings, 0);
  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      DovRecord *finding = dov_store_find (self->store, DOV_TYPE_PATROL_FINDING, g_array_index (ids, gint64, i), NULL);

      if (finding == NULL)
        continue;
      g_ptr_array_add (self->findings, finding);
      gtk_box_append (GTK_BOX (self->cards), card_new (self, DOV_PATROL_FINDING (finding)));
    }
  if (self->findings->len == 0)
    {
      GtkWidget *empty = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, "label",
                                       _("Nothing was found. That is good news, and it is written down as it is."), NULL);

      gtk_widget_add_css_class (empty, "dim-label");
      gtk_widget_add_css_class (empty, "card");
      gtk_widget_add_css_class (empty, "pad");
      gtk_box_append (GTK_BOX (self->cards), empty);
    }
  count = g_strdup_printf (ngettext ("%u finding", "%u findings", self->findings->len), self->findings->len);
  gtk_label_set_label (GTK_LABEL (self->count), self->findings->len > 0 ? count : "");
  gtk_widget_set_visible (self->add, may_write (self));
}

guint
dov_finding_cards_count (DovFindingCards *self)
{
  return self->findings->len;
}

/**
 * dov_finding_cards_find_open:
 *
 * Returns: which finding has no outcome yet, counted from 1; 0: none
 */
guint
dov_finding_cards_find_open (DovFindingCards *self)
{
  for (guint i = 0; i < self->findings->len; i++)
    if (DOV_PATROL_FINDING (g_ptr_array_index (self->findings, i))->outcome == 0)
      return i + 1;

  return 0;
}

/* Opens the form of a new finding. */
void
dov_finding_cards_add (DovFindingCards *self)
{
  g_autoptr (DovRecord) draft = dov_record_new (DOV_TYPE_PATROL_FINDING, 0);

  dov_set (DOV_PATROL_FINDING (draft), shift_id, dov_record_get_id (DOV_RECORD (self->shift)));
  dov_go_form (self, draft);
}

/* Opens the finding, counted from 1, where its end is missing. */
void
dov_finding_cards_go_on (DovFindingCards *self,
                         guint            nth)
{
  if (nth > 0 && nth <= self->findings->len)
    go_on (self, g_ptr_array_index (self->findings, nth - 1));
}

GtkWidget *
dov_finding_cards_new (DovStore       *store,
                       DovPatrolShift *shift)
{
  DovFindingCards *self = g_object_new (DOV_TYPE_FINDING_CARDS, NULL);

  self->store = g_object_ref (store);
  self->shift = g_object_ref (shift);
  dov_finding_cards_refresh (self);

  return GTK_WIDGET (self);
}

static void
dov_finding_cards_dispose (GObject *object)
{
  DovFindingCards *self = DOV_FINDING_CARDS (object);

  g_clear_object (&self->store);
  g_clear_object (&self->shift);
  g_clear_pointer (&self->findings, g_ptr_array_unref);

  G_OBJECT_CLASS (dov_finding_cards_parent_class)->dispose (object);
}

static void
dov_finding_cards_class_init (DovFindingCardsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dov_finding_cards_dispose;
}

static void
dov_finding_cards_init (DovFindingCards *self)
{
  GtkWidget *head = g_object_new (GTK_TYPE_BOX, "spacing", 8, "margin-start", 3, NULL);
  GtkWidget *title = g_object_new (GTK_TYPE_LABEL, "label", C_("patrol", "Found"), "xalign", 0.0, NULL);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  self->findings = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_widget_add_css_class (title, "section-title");
  self->count = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "hexpand", TRUE, NULL);
  gtk_widget_add_css_class (self->count, "dim-label");
  self->add = gtk_button_new_with_label (_("Add a finding  F4"));
  gtk_widget_add_css_class (self->add, "flat");
  gtk_widget_add_css_class (self->add, "more");
  g_signal_connect_swapped (self->add, "clicked", G_CALLBACK (dov_finding_cards_add), self);
  gtk_box_append (GTK_BOX (head), title);
  gtk_box_append (GTK_BOX (head), self->count);
  gtk_box_append (GTK_BOX (head), self->add);
  self->cards = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  gtk_box_append (GTK_BOX (self), head);
  gtk_box_append (GTK_BOX (self), self->cards);
}
