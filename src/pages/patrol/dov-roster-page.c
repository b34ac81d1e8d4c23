/* dov-roster-page.c - «Составить график…»: a pattern, the shifts it gives, changed by hand and saved at once */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-roster-page.h"

#include <glib/gi18n.h>

#include "dov-badge.h"
#include "dov-join.h"
#include "dov-label.h"
#include "dov-patrol-absence.h"
#include "dov-patrol-route.h"
#include "dov-patrol-words.h"
#include "dov-period.h"
#include "dov-roster-plan.h"
#include "dov-roster.h"
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

  GHashTable        *hand;       /* beginning → what was changed by hand there */
  GArray            *members;    /* gint64, as in every list of names, 0 first */
  GtkStringList     *names;
  gboolean           is_filling;

  DovSectionBox     *lines;      /* the shifts, each with who walks it */
  GtkWidget         *shares;
  GtkWidget         *absences;
};

G_DEFINE_FINAL_TYPE (DovRosterPage, dov_roster_page, DOV_TYPE_FORM_PAGE)

static void show_shares (DovRosterPage *self);
static void show_verbs  (DovRosterPage *self);

static DovStore *
get_store (DovRosterPage *self)
{
  return dov_form_get_store (self->form);
}

static guint
count_people (DovRosterPage *self)
{
  return (guint) MAX (DOV_ROSTER_LEAST_PEOPLE, self->plan->n_people);
}

/* How many shifts would be saved. */
static guint
count_lines (DovRosterPage *self)
{
  guint n = 0;

  for (guint i = 0; self->proposal != NULL && i < self->proposal->lines->len; i++)
    {
      const DovRosterLine *line = g_ptr_array_index (self->proposal->lines, i);

      n += line->shift_id == 0 && !line->is_left_out;
    }

  return n;
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
  g_autofree char *shifts = dov_patrol_dup_shifts (count_lines (self));
  /* Translators: the button that saves; %s is “9 shifts” */
  g_autofree char *verb = g_strdup_printf (_("Write down %s"), shifts);

  dov_form_set_verbs (self->form, verb, _("Do not save"));
}

/* ---- what was changed by hand outlives a new proposal and a power cut ---- */

static char *
dup_hand_of (const DovRosterLine *line)
{
  g_autoptr (GString) text = g_string_new (line->is_left_out ? "-" : "+");

  for (guint i = 0; i < line->members->len; i++)
    g_string_append_printf (text, "%s%" G_GINT64_FORMAT, i > 0 ? "," : "", g_array_index (line->members, gint64, i));

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* Who leads and who is missing follows from who is there; the leader stands first. */
static void
follow_people (DovRosterPage *self,
               DovRosterLine *line)
{
  line->leader_id = 0;
  for (guint i = 0; i < line->members->len && line->leader_id == 0; i++)
    {
      gint64 id = g_array_index (line->members, gint64, i);
      g_autoptr (DovPatrolMember) member = dov_store_look_up (get_store (self), DOV_TYPE_PATROL_MEMBER, id);

      if (member == NULL || !member->may_lead)
        continue;
      line->leader_id = id;
      g_array_remove_index (line->members, i);
      g_array_prepend_val (line->members, id);
    }
  line->n_missing = line->members->len < count_people (self) ? count_people (self) - line->members->len : 0;
}

/* What stands against those who were put there by hand. */
static void
judge (DovRosterPage *self,
       DovRosterLine *line)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < line->members->len; i++)
    {
      g_autoptr (GPtrArray) clashes = dov_roster_check_person (get_store (self), g_array_index (line->members, gint64, i),
                                                               line->starts_at, line->ends_at, 0);

      for (guint n = 0; n < clashes->len; n++)
        dov_join (words, " ", ((DovClash *) g_ptr_array_index (clashes, n))->words);
    }
  if (line->n_missing > 0)
    dov_join (words, " ", _("Somebody is missing: it will be a draft."));
  else if (line->leader_id == 0)
    dov_join (words, " ", _("Nobody here may lead: it will be a draft."));
  g_free (line->words);
  line->words = g_string_free (g_steal_pointer (&words), FALSE);
}

static void
apply_hand (DovRosterPage *self,
            DovRosterLine *line)
{
  g_autofree char *key = dov_moment_to_iso (line->starts_at);
  const char *hand = g_hash_table_lookup (self->hand, key);
  g_auto (GStrv) ids = NULL;

  if (hand == NULL || line->shift_id != 0)
    return;

  line->is_left_out = *hand == '-';
  ids = g_strsplit (hand + 1, ",", -1);
  g_array_set_size (line->members, 0);
  for (guint i = 0; ids[i] != NULL; i++)
    {
      gint64 id = g_ascii_strtoll (ids[i], NULL, 10);

      if (id != 0)
        g_array_append_val (line->members, id);
    }
  follow_people (self, line);
  judge (self, line);
}

/* What was changed by hand, to be kept; NULL: nothing. */
static char *
dup_hand (DovRosterPage *self)
{
  g_autoptr (GString) text = g_string_new (NULL);
  GHashTableIter iter;
  gpointer key, hand;

  g_hash_table_iter_init (&iter, self->hand);
  while (g_hash_table_iter_next (&iter, &key, &hand))
    g_string_append_printf (text, "%s %s\n", (char *) key, (char *) hand);

  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}

static void
set_hand (DovRosterPage *self,
          const char    *hand)
{
  g_auto (GStrv) lines = g_strsplit (hand != NULL ? hand : "", "\n", -1);

  g_hash_table_remove_all (self->hand);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      char *gap = strchr (lines[i], ' ');

      if (gap != NULL)
        g_hash_table_replace (self->hand, g_strndup (lines[i], (gsize) (gap - lines[i])), g_strdup (gap + 1));
    }
}

/* ---- the rows ---- */

static void
edited (DovRosterPage *self,
        DovRosterLine *line)
{
  g_autofree char *hand = NULL;

  g_hash_table_replace (self->hand, dov_moment_to_iso (line->starts_at), dup_hand_of (line));
  hand = dup_hand (self);
  dov_record_keep_typed (DOV_RECORD (self->draft), KEPT_HAND, hand);
  dov_form_touch (self->form);
  show_shares (self);
  show_verbs (self);
}

/* Each line has its row. */
static DovRosterLine *
line_of (DovRosterPage *self,
         GtkWidget     *row)
{
  return g_ptr_array_index (self->proposal->lines, (guint) gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)));
}

static void
show_words (DovRosterPage       *self,
            GtkWidget           *row,
            const DovRosterLine *line)
{
  g_autofree char *route = dov_store_describe_id (get_store (self), DOV_TYPE_PATROL_ROUTE, line->route_id);
  g_autoptr (GString) words = g_string_new (route);

  dov_join (words, DOV_JOIN_WORDS, line->words);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), words->str);
  dov_set_class (row, "short", line->n_missing > 0 || line->leader_id == 0 || *line->words != '\0');
}

static void
slot_cb (GtkWidget     *slot,
         GParamSpec    *pspec,
         DovRosterPage *self)
{
  GtkWidget *row = gtk_widget_get_ancestor (slot, DOV_TYPE_ROW_LINE);
  DovRosterLine *line;

  if (self->is_filling)
    return;

  line = line_of (self, row);
  g_array_set_size (line->members, 0);
  for (slot = gtk_widget_get_first_child (gtk_widget_get_parent (slot)); slot != NULL; slot = gtk_widget_get_next_sibling (slot))
    {
      guint chosen = GTK_IS_DROP_DOWN (slot) ? gtk_drop_down_get_selected (GTK_DROP_DOWN (slot)) : 0;
      gint64 id = chosen < self->members->len ? g_array_index (self->members, gint64, chosen) : 0;

      if (id != 0 && !dov_roster_has (line->members, id))
        g_array_append_val (line->members, id);
    }
  follow_people (self, line);
  judge (self, line);
  show_words (self, row, line);
  edited (self, line);
}

static void
ticked_cb (GtkWidget     *check,
           DovRosterPage *self)
{
  GtkWidget *row = gtk_widget_get_ancestor (check, DOV_TYPE_ROW_LINE);
  DovRosterLine *line;

  if (self->is_filling)
    return;

  line = line_of (self, row);
  line->is_left_out = !gtk_check_button_get_active (GTK_CHECK_BUTTON (check));
  dov_set_class (row, "past", line->is_left_out);
  edited (self, line);
}

static guint
find_member (DovRosterPage *self,
             gint64         member)
{
  for (guint i = 0; i < self->members->len; i++)
    if (g_array_index (self->members, gint64, i) == member)
      return i;

  return 0;
}

static gboolean
slot_key_cb (GtkEventControllerKey *keys,
             guint                  key,
             guint                  code,
             GdkModifierType        modifiers,
             GtkDropDown           *slot)
{
  guint n = g_list_model_get_n_items (gtk_drop_down_get_model (slot));
  guint chosen = gtk_drop_down_get_selected (slot);

  if (modifiers & (GDK_CONTROL_MASK | GDK_ALT_MASK))
    return GDK_EVENT_PROPAGATE;
  if ((key == GDK_KEY_Down || key == GDK_KEY_KP_Down) && chosen + 1 < n)
    gtk_drop_down_set_selected (slot, chosen + 1);
  else if ((key == GDK_KEY_Up || key == GDK_KEY_KP_Up) && chosen > 0)
    gtk_drop_down_set_selected (slot, chosen - 1);
  else
    return GDK_EVENT_PROPAGATE;

  return GDK_EVENT_STOP;
}

static void
add_slot (DovRosterPage       *self,
          GtkWidget           *row,
          const DovRosterLine *line,
          guint                n,
          const char          *when)
{
  GtkWidget *slot = gtk_drop_down_new (g_object_ref (G_LIST_MODEL (self->names)), NULL);
  GtkEventController *keys = gtk_event_controller_key_new ();
  /* Translators: %1$s is a day, %2$u which of the people on it */
  g_autofree char *spoken = g_strdup_printf (_("%1$s, person %2$u"), when, n + 1);

  gtk_drop_down_set_selected (GTK_DROP_DOWN (slot), n < line->members->len ?
                              find_member (self, g_array_index (line->members, gint64, n)) : 0);
  gtk_widget_set_size_request (slot, 170, -1);
  dov_name_widget (slot, spoken);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (slot_key_cb), slot);
  gtk_widget_add_controller (slot, keys);
  g_signal_connect (slot, "notify::selected", G_CALLBACK (slot_cb), self);
  dov_row_line_append (DOV_ROW_LINE (row), slot);
}

/* A shift that is there already is shown, and left as it is. */
static void
add_kept (DovRosterPage       *self,
          GtkWidget           *row,
          const DovRosterLine *line)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < line->members->len; i++)
    {
      g_autofree char *name = dov_patrol_dup_member (get_store (self), g_array_index (line->members, gint64, i));

      dov_join (names, ", ", name);
    }
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), names->str);
  dov_row_line_append (DOV_ROW_LINE (row),
                       dov_badge_new (_("is there already"), &(DovSign) { "dov-emblem-ok-symbolic", "plain" }));
  gtk_widget_add_css_class (row, "past");
}

static GtkWidget *
row_new (DovRosterPage *self,
         DovRosterLine *line)
{
  GDate day = dov_moment_get_date (line->starts_at);
  g_autofree char *when = dov_patrol_dup_day (&day);
  g_autofree char *span = dov_patrol_dup_span (line->starts_at, line->ends_at);
  GtkWidget *row = dov_row_line_new (when, span, "");
  GtkWidget *check;

  g_object_set (row, "subtitle-lines", 3, "focusable", FALSE, NULL);
  if (line->shift_id != 0)
    {
      add_kept (self, row, line);
      return row;
    }

  check = g_object_new (GTK_TYPE_CHECK_BUTTON, "active", !line->is_left_out, "valign", GTK_ALIGN_CENTER, NULL);
  dov_name_widget (check, when);
  g_signal_connect (check, "toggled", G_CALLBACK (ticked_cb), self);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  for (guint n = 0; n < MAX (count_people (self), line->members->len); n++)
    add_slot (self, row, line, n, when);
  show_words (self, row, line);
  dov_set_class (row, "past", line->is_left_out);

  return row;
}

/* One list of names for all places. */
static void
read_members (DovRosterPage *self)
{
  g_autoptr (GPtrArray) members = dov_store_read (get_store (self), DOV_TYPE_PATROL_MEMBER, &(DovQuery) {
    .where = "patrol_id = ?1 AND until IS NULL",
    .params = g_variant_new ("(x)", self->proposal != NULL ? self->proposal->patrol_id : 0) });
  gint64 id = 0;

  g_clear_object (&self->names);
  self->names = gtk_string_list_new (NULL);
  g_array_set_size (self->members, 0);
  g_array_append_val (self->members, id);
  gtk_string_list_append (self->names, _("nobody"));
  for (guint i = 0; i < members->len; i++)
    {
      g_autofree char *name = NULL;

      id = dov_record_get_id (members->pdata[i]);
      name = dov_patrol_dup_member (get_store (self), id);
      g_array_append_val (self->members, id);
      gtk_string_list_append (self->names, name);
    }
}

/* What was changed by hand before is changed in the new proposal too. */
static void
show_lines (DovRosterPage *self,
            const char    *empty)
{
  g_autofree char *count = NULL;

  self->is_filling = TRUE;
  dov_section_box_clear (self->lines);
  dov_section_box_set_empty (self->lines, empty);
  read_members (self);
  for (guint i = 0; self->proposal != NULL && i < self->proposal->lines->len; i++)
    {
      apply_hand (self, g_ptr_array_index (self->proposal->lines, i));
      dov_section_box_append (self->lines, row_new (self, g_ptr_array_index (self->proposal->lines, i)));
    }
  self->is_filling = FALSE;
  count = dov_patrol_dup_shifts (count_lines (self));
  dov_section_box_set_count (self->lines, self->proposal != NULL ? count : "");
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
  if (dov_record_check (DOV_RECORD (self->plan), NULL))
    {
      dov_roster_plan_get_pattern (self->plan, &pattern);
      groups = self->plan->in_pairs ? make_groups (self) : NULL;
      pattern.groups = groups;
      self->proposal = dov_roster_propose (get_store (self), &pattern, &error);
      empty = error != NULL ? error->message : _("There is no such day between the first and the last.");
    }
  show_lines (self, empty);
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

static gboolean
save_cb (DovForm *form,
         gpointer user_data,
         GError **error)
{
  DovRosterPage *self = user_data;

  follow (self);
  if (self->proposal == NULL || count_lines (self) == 0)
    return dov_refuse (error, _("There is no shift to write down. Choose other days, or tick a shift."));

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
  self->lines = DOV_SECTION_BOX (dov_section_box_new (_("How it would be")));
  set_hand (self, dov_record_get_typed (DOV_RECORD (self->draft), KEPT_HAND));
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
  dov_form_set_words (self->form, _("Deal out shifts"));
  dov_form_set_kept (self->form, kept);
  dov_form_set_save (self->form, save_cb, self);
  dov_form_page_set_form (DOV_FORM_PAGE (self), self->form);
  dov_page_set_title (DOV_PAGE (self), _("Deal out shifts"));
  dov_page_set_section (DOV_PAGE (self), "patrol");
  g_signal_connect_object (self->form, "edited", G_CALLBACK (follow), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->form, "rested", G_CALLBACK (follow), self, G_CONNECT_SWAPPED);
  follow (self);
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
  g_clear_object (&self->names);
  g_hash_table_unref (self->hand);
  g_array_unref (self->members);
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
  self->hand = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->members = g_array_new (FALSE, FALSE, sizeof (gint64));
}
