/* dov-roster-page.c - «Раздать дежурства…»: a pattern, the shifts it gives, changed by hand and saved at once */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-roster-page.h"

#include <glib/gi18n.h>

#include "dov-label.h"
#include "dov-patrol-absence.h"
#include "dov-patrol-words.h"
#include "dov-patrol.h"
#include "dov-period.h"
#include "dov-roster-lines.h"
#include "dov-roster-pattern.h"
#include "dov-section-box.h"

/* Under these names the pattern and the hand lie in the kept draft of a shift. */
#define PART "roster"
#define KEPT_HAND "roster-hand"

struct _DovRosterPage
{
  DovFormPage        parent_instance;

  DovForm           *form;
  DovPatrolShift    *draft;      /* of the form: only carries what was typed, into the file */
  DovRosterPlan     *plan;
  DovRosterPlan     *shown;      /* of what the proposal was made */
  DovRosterProposal *proposal;

  DovRosterLines    *lines;
  GtkWidget         *shares;
  GtkWidget         *absences;
};

G_DEFINE_FINAL_TYPE (DovRosterPage, dov_roster_page, DOV_TYPE_FORM_PAGE)

static DovStore *
get_store (DovRosterPage *self)
{
  return dov_form_get_store (self->form);
}

/* ---- fair shares ---- */

typedef struct
{
  gint64 member;
  guint  n_new;
  guint  n_all;
} Share;

static int
compare_shares (gconstpointer a,
                gconstpointer b)
{
  const Share *one = a, *other = b;

  return one->n_all != other->n_all ? (one->n_all > other->n_all ? -1 : 1) : (one->n_new > other->n_new ? -1 : 1);
}

/* On how many of the shifts that would be new somebody is. */
static guint
count_new (DovRosterPage *self,
           gint64         member)
{
  guint n = 0;

  for (guint i = 0; self->proposal != NULL && i < self->proposal->lines->len; i++)
    {
      const DovRosterLine *line = g_ptr_array_index (self->proposal->lines, i);

      for (guint k = 0; k < line->members->len && line->shift_id == 0 && !line->is_left_out; k++)
        n += g_array_index (line->members, gint64, k) == member;
    }

  return n;
}

/* Everybody of the patrol, those with no shift too, with what they have in these days. */
static GArray *
count_shares (DovRosterPage *self)
{
  GArray *shares = g_array_new (FALSE, FALSE, sizeof (Share));
  g_autoptr (GArray) before = self->proposal == NULL ? NULL :
    dov_roster_count_shares (get_store (self), self->plan->patrol_id, self->plan->since, self->plan->until);

  for (guint i = 0; before != NULL && i < before->len; i++)
    {
      const DovRosterShare *known = &g_array_index (before, DovRosterShare, i);
      guint n_new = count_new (self, known->member_id);
      Share share = { known->member_id, n_new, known->n_planned + known->n_came + n_new };

      g_array_append_val (shares, share);
    }
  g_array_sort (shares, compare_shares);

  return shares;
}

static void
show_shares (DovRosterPage *self)
{
  g_autoptr (GArray) shares = count_shares (self);
  guint most = shares->len > 0 ? MAX (1, g_array_index (shares, Share, 0).n_all) : 1;

  dov_section_box_clear (DOV_SECTION_BOX (self->shares));
  for (guint i = 0; i < shares->len; i++)
    {
      const Share *share = &g_array_index (shares, Share, i);
      g_autofree char *name = dov_patrol_dup_member_full (get_store (self), share->member);
      g_autofree char *all = dov_patrol_dup_shifts (share->n_all);
      /* Translators: %1$s is “5 shifts”, %2$u how many of them are new */
      g_autofree char *words = share->n_new > 0 && share->n_new < share->n_all ?
        g_strdup_printf (_("%1$s, %2$u of them new"), all, share->n_new) : g_strdup (all);
      GtkWidget *row = dov_row_line_new ("", name, words);
      GtkWidget *bar = g_object_new (GTK_TYPE_LEVEL_BAR, "min-value", 0.0, "max-value", (double) most, "value",
                                     (double) share->n_all, "valign", GTK_ALIGN_CENTER, "width-request", 90, NULL);

      gtk_widget_add_css_class (bar, "thin");
      dov_name_widget (bar, words);
      gtk_widget_set_focusable (row, FALSE);
      dov_row_line_append (DOV_ROW_LINE (row), bar);
      dov_section_box_append (DOV_SECTION_BOX (self->shares), row);
    }
}

/* Who is away in these days: the proposal goes around them. */
static void
show_absences (DovRosterPage *self)
{
  g_autofree char *since = dov_date_to_iso (self->plan->since);
  g_autofree char *until = dov_date_to_iso (self->plan->until);
  g_autoptr (GPtrArray) absences = dov_store_read (get_store (self), DOV_TYPE_PATROL_ABSENCE, &(DovQuery) {
    .where = "since <= ?3 AND (until IS NULL OR until >= ?2) AND member_id IN "
             "(SELECT id FROM patrol_member WHERE patrol_id = ?1)",
    .params = g_variant_new ("(xss)", self->plan->patrol_id, since, until), .order = "since" });

  dov_section_box_clear (DOV_SECTION_BOX (self->absences));
  for (guint i = 0; i < absences->len; i++)
    {
      DovPatrolAbsence *absence = g_ptr_array_index (absences, i);
      g_autofree char *name = dov_patrol_dup_member_full (get_store (self), absence->member_id);
      g_autofree char *first = dov_date_to_shown (absence->since);
      g_autofree char *last = dov_date_to_shown (absence->until);
      g_autofree char *span = g_strdup_printf ("%s – %s", first, last);
      GtkWidget *row = dov_row_line_new ("", name, span);

      gtk_widget_set_focusable (row, FALSE);
      dov_section_box_append (DOV_SECTION_BOX (self->absences), row);
    }
  gtk_widget_set_visible (self->absences, absences->len > 0);
}

/* ---- the proposal follows the pattern ---- */

static void
show_verbs (DovRosterPage *self)
{
  g_autofree char *shifts = dov_patrol_dup_shifts (dov_roster_lines_count (self->lines));
  /* Translators: the button that saves; %s is “9 shifts” */
  g_autofree char *verb = g_strdup_printf (_("Write down %s"), shifts);

  dov_form_set_verbs (self->form, verb, _("Do not save"));
}

/* Those who may lead, each with as many of the others as walk together; the
 * leaders that are left over walk as others do. */
static GPtrArray *
make_groups (DovRosterPage *self)
{
  GPtrArray *groups = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  g_autoptr (GArray) leaders = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) others = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GPtrArray) members = dov_store_read (get_store (self), DOV_TYPE_PATROL_MEMBER, &(DovQuery) {
    .where = "patrol_id = ?1 AND until IS NULL", .params = g_variant_new ("(x)", self->plan->patrol_id) });
  guint n_others = (guint) self->plan->n_people - 1, next = 0;

  for (guint i = 0; i < members->len; i++)
    {
      gint64 id = dov_record_get_id (members->pdata[i]);

      g_array_append_val (DOV_PATROL_MEMBER (members->pdata[i])->may_lead ? leaders : others, id);
    }
  /* Too few others: the last of those who may lead walk with the first. */
  while (leaders->len > 1 && others->len < leaders->len * n_others)
    {
      gint64 last = g_array_index (leaders, gint64, leaders->len - 1);

      g_array_append_val (others, last);
      g_array_set_size (leaders, leaders->len - 1);
    }
  for (guint i = 0; i < leaders->len; i++)
    {
      GArray *group = g_array_new (FALSE, FALSE, sizeof (gint64));

      g_array_append_val (group, g_array_index (leaders, gint64, i));
      for (guint n = 0; n < n_others && next < others->len; n++, next++)
        g_array_append_val (group, g_array_index (others, gint64, next));
      g_ptr_array_add (groups, group);
    }

  return groups;
}

static void
propose (DovRosterPage *self)
{
  g_autoptr (GPtrArray) groups = NULL;
  g_autoptr (GError) error = NULL;
  DovRosterPattern pattern;
  const char *empty = _("Choose the days and the hours: the shifts will stand here.");

  g_clear_pointer (&self->proposal, dov_roster_proposal_free);
  if (dov_roster_plan_is_whole (self->plan))
    {
      dov_roster_plan_get_pattern (self->plan, &pattern);
      groups = self->plan->in_pairs ? make_groups (self) : NULL;
      pattern.groups = groups;
      self->proposal = dov_roster_propose (get_store (self), &pattern, &error);
      empty = error != NULL ? error->message : _("There is no such day between the first and the last.");
    }
  dov_roster_lines_show (self->lines, self->proposal, (guint) MAX (DOV_ROSTER_LEAST_PEOPLE, self->plan->n_people), empty);
  show_shares (self);
  show_absences (self);
  show_verbs (self);
}

static void
follow (gpointer page)
{
  DovRosterPage *self = page;

  if (dov_record_diff (DOV_RECORD (self->plan), DOV_RECORD (self->shown)) == 0)
    return;

  dov_record_assign (DOV_RECORD (self->shown), DOV_RECORD (self->plan));
  propose (self);
}

static void
hand_cb (DovRosterPage *self)
{
  g_autofree char *hand = dov_roster_lines_dup_hand (self->lines);

  dov_record_keep_typed (DOV_RECORD (self->draft), KEPT_HAND, hand);
  dov_form_touch (self->form);
  show_shares (self);
  show_verbs (self);
}

static gboolean
save_cb (DovForm  *form,
         gpointer  user_data,
         GError  **error)
{
  DovRosterPage *self = user_data;

  follow (self);
  if (self->proposal == NULL || dov_roster_lines_count (self->lines) == 0)
    {
      g_set_error_literal (error, DOV_RECORD_ERROR, DOV_RECORD_ERROR_REFUSED,
                           _("There is no shift to write down. Choose other days, or tick a shift."));
      return FALSE;
    }

  return dov_roster_save (get_store (self), self->proposal, error);
}

/* ---- making ---- */

static GtkWidget *
head_new (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  gtk_box_append (GTK_BOX (box), dov_heading_new (_("Deal out shifts"), "page-title"));
  gtk_box_append (GTK_BOX (box), dov_label_new (_("Those who served least walk first; nobody is put in two places or on a "
                                                  "day away. Change any name by hand; nothing is saved before you say so."),
                                                "dim-label"));

  return box;
}

static void
add_fields (DovRosterPage *self)
{
  DovRecord *plan = DOV_RECORD (self->plan);
  DovFieldGroup *people;
  static const char * const later[] = { "patrol_id", "starts_at", "ends_at", "route_id", "leader_id", "kind", "status" };

  /* The shift only carries the draft; it is never saved. */
  for (gsize i = 0; i < G_N_ELEMENTS (later); i++)
    dov_form_fill_later (self->form, DOV_RECORD (self->draft), later[i]);
  dov_form_add_part (self->form, plan, PART, _("When"), "weekdays starts ends since until", FALSE);
  people = dov_form_add_part (self->form, plan, PART, _("Who and where"), "patrol_id n_people route_id in_pairs", FALSE);
  dov_field_row_set_hint (dov_field_group_find (people, "route_id"), _("Empty: the routes of the patrol in turn"));
  dov_field_row_set_hint (dov_field_group_find (people, "in_pairs"),
                          _("Those who may lead, each with one of the others, in turn; off: whoever served least"));

  self->absences = dov_section_box_new (_("Away in these days"));
  self->shares = dov_section_box_new (_("Shares"));
  dov_section_box_set_empty (DOV_SECTION_BOX (self->shares), _("There is nobody in the patrol yet."));
  dov_form_add_widget (self->form, self->absences, TRUE);
  dov_form_add_widget (self->form, self->shares, TRUE);
  self->lines = DOV_ROSTER_LINES (dov_roster_lines_new (get_store (self)));
  dov_roster_lines_set_hand (self->lines, dov_record_get_typed (DOV_RECORD (self->draft), KEPT_HAND));
  g_signal_connect_swapped (self->lines, "edited", G_CALLBACK (hand_cb), self);
  dov_form_add_below (self->form, GTK_WIDGET (self->lines));
}

static DovPage *
page_new (DovStore       *store,
          DovPatrolShift *draft,
          DovRosterPlan  *plan,
          gint64          kept)
{
  DovRosterPage *self = g_object_new (DOV_TYPE_ROSTER_PAGE, NULL);

  self->draft = draft;
  self->plan = g_object_ref (plan);
  self->form = DOV_FORM (dov_form_new (store, DOV_RECORD (draft)));
  add_fields (self);
  dov_form_set_head (self->form, head_new ());
  dov_form_set_wide (self->form, 0);
  self->shown = DOV_ROSTER_PLAN (dov_record_dup (DOV_RECORD (plan)));
  dov_form_page_begin (DOV_FORM_PAGE (self), self->form, _("Deal out shifts"), "patrol", kept, save_cb, follow);
  propose (self);

  return DOV_PAGE (self);
}

/**
 * dov_roster_page_new:
 * @patrol: 0: the first that is at work
 * @month: a day of the month that is dealt out; of this month, from tomorrow on
 *
 * Returns: (transfer floating): the page
 */
DovPage *
dov_roster_page_new (DovStore    *store,
                     gint64       patrol,
                     const GDate *month)
{
  g_autoptr (DovRecord) draft = dov_record_new (DOV_TYPE_PATROL_SHIFT, 0);
  g_autoptr (DovRosterPlan) plan = DOV_ROSTER_PLAN (dov_record_new (DOV_TYPE_ROSTER_PLAN, 0));
  DovPeriod days = dov_period_around (DOV_PERIOD_MONTH, month);
  GDate tomorrow = dov_today ();

  g_date_add_days (&tomorrow, 1);
  if (g_date_compare (&days.from, &tomorrow) < 0)
    days.from = tomorrow;
  /* A month that is over gives the next one. */
  if (g_date_compare (&days.to, &days.from) < 0)
    {
      g_date_add_months (&days.from, 1);
      days = dov_period_around (DOV_PERIOD_MONTH, &days.from);
    }
  dov_set (plan, patrol_id, patrol != 0 ? patrol : dov_store_see_number (
    store, "SELECT id FROM live_patrol WHERE status = 'active' ORDER BY key, id LIMIT 1", NULL));
  dov_set (plan, since, &days.from);
  dov_set (plan, until, &days.to);

  return page_new (store, DOV_PATROL_SHIFT (draft), plan, 0);
}

/**
 * dov_roster_page_new_draft:
 * @draft: that dov_roster_page_is_draft() knows
 *
 * Returns: (transfer floating): the page, as it was left
 */
DovPage *
dov_roster_page_new_draft (DovStore  *store,
                           DovRecord *draft,
                           gint64     kept)
{
  g_autoptr (DovRosterPlan) plan = DOV_ROSTER_PLAN (dov_record_new (DOV_TYPE_ROSTER_PLAN, 0));

  return page_new (store, DOV_PATROL_SHIFT (draft), plan, kept);
}

/* Whether a kept draft of a shift is really that of dealing out many. */
gboolean
dov_roster_page_is_draft (DovRecord *draft)
{
  return DOV_IS_PATROL_SHIFT (draft) && dov_record_get_typed (draft, PART ".since") != NULL;
}

static void
dov_roster_page_finalize (GObject *object)
{
  DovRosterPage *self = DOV_ROSTER_PAGE (object);

  g_clear_object (&self->plan);
  g_clear_object (&self->shown);
  g_clear_pointer (&self->proposal, dov_roster_proposal_free);

  G_OBJECT_CLASS (dov_roster_page_parent_class)->finalize (object);
}

static void
dov_roster_page_class_init (DovRosterPageClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dov_roster_page_finalize;
}

static void
dov_roster_page_init (DovRosterPage *self)
{
}
