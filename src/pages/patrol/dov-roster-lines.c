/* dov-roster-lines.c - shifts as they would be dealt out, changed by hand before they are saved */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-roster-lines.h"

#include <glib/gi18n.h>

#include "dov-badge.h"
#include "dov-join.h"
#include "dov-label.h"
#include "dov-patrol-route.h"
#include "dov-patrol-words.h"
#include "dov-section-box.h"

struct _DovRosterLines
{
  GtkBox             parent_instance;

  DovStore          *store;
  DovRosterProposal *proposal;   /* of the page */
  guint              n_people;
  GHashTable        *hand;       /* beginning → what was changed by hand there */
  GArray            *members;    /* gint64, as in every list of names, 0 first */
  GtkStringList     *names;

  DovSectionBox     *section;
  gboolean           is_filling;
};

enum { EDITED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DovRosterLines, dov_roster_lines, GTK_TYPE_BOX)

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
follow (DovRosterLines *self,
        DovRosterLine  *line)
{
  line->leader_id = 0;
  for (guint i = 0; i < line->members->len && line->leader_id == 0; i++)
    {
      gint64 id = g_array_index (line->members, gint64, i);
      g_autoptr (DovPatrolMember) member = dov_store_look_up (self->store, DOV_TYPE_PATROL_MEMBER, id);

      if (member == NULL || !member->may_lead)
        continue;
      line->leader_id = id;
      g_array_remove_index (line->members, i);
      g_array_prepend_val (line->members, id);
    }
  line->n_missing = line->members->len < self->n_people ? self->n_people - line->members->len : 0;
}

/* What stands against those who were put there by hand. */
static void
judge (DovRosterLines *self,
       DovRosterLine  *line)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < line->members->len; i++)
    {
      g_autoptr (GPtrArray) clashes = dov_roster_check_person (self->store, g_array_index (line->members, gint64, i),
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
apply_hand (DovRosterLines *self,
            DovRosterLine  *line)
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
  follow (self, line);
  judge (self, line);
}

/**
 * dov_roster_lines_dup_hand:
 *
 * Returns: (transfer full) (nullable): what was changed by hand, to be kept
 */
char *
dov_roster_lines_dup_hand (DovRosterLines *self)
{
  g_autoptr (GString) text = g_string_new (NULL);
  GHashTableIter iter;
  gpointer key, hand;

  g_hash_table_iter_init (&iter, self->hand);
  while (g_hash_table_iter_next (&iter, &key, &hand))
    g_string_append_printf (text, "%s %s\n", (char *) key, (char *) hand);

  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}

void
dov_roster_lines_set_hand (DovRosterLines *self,
                           const char     *hand)
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
edited (DovRosterLines *self,
        DovRosterLine  *line)
{
  g_hash_table_replace (self->hand, dov_moment_to_iso (line->starts_at), dup_hand_of (line));
  g_signal_emit (self, signals[EDITED], 0);
}

/* Each line has its row. */
static DovRosterLine *
line_of (DovRosterLines *self,
         GtkWidget      *row)
{
  return g_ptr_array_index (self->proposal->lines, (guint) gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)));
}

static void
set_class (GtkWidget  *row,
           const char *name,
           gboolean    has_it)
{
  if (has_it)
    gtk_widget_add_css_class (row, name);
  else
    gtk_widget_remove_css_class (row, name);
}

static void
show_words (DovRosterLines      *self,
            GtkWidget           *row,
            const DovRosterLine *line)
{
  g_autofree char *route = dov_store_describe_id (self->store, DOV_TYPE_PATROL_ROUTE, line->route_id);
  g_autoptr (GString) words = g_string_new (route);

  dov_join (words, DOV_JOIN_WORDS, line->words);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), words->str);
  set_class (row, "short", line->n_missing > 0 || line->leader_id == 0 || *line->words != '\0');
}

static void
slot_cb (GtkWidget      *slot,
         GParamSpec     *pspec,
         DovRosterLines *self)
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
  follow (self, line);
  judge (self, line);
  show_words (self, row, line);
  edited (self, line);
}

static void
ticked_cb (GtkWidget      *check,
           DovRosterLines *self)
{
  GtkWidget *row = gtk_widget_get_ancestor (check, DOV_TYPE_ROW_LINE);
  DovRosterLine *line;

  if (self->is_filling)
    return;

  line = line_of (self, row);
  line->is_left_out = !gtk_check_button_get_active (GTK_CHECK_BUTTON (check));
  set_class (row, "past", line->is_left_out);
  edited (self, line);
}

static guint
find_member (DovRosterLines *self,
             gint64          member)
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
add_slot (DovRosterLines      *self,
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
add_kept (DovRosterLines      *self,
          GtkWidget           *row,
          const DovRosterLine *line)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < line->members->len; i++)
    {
      g_autofree char *name = dov_patrol_dup_member (self->store, g_array_index (line->members, gint64, i));

      dov_join (names, ", ", name);
    }
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), names->str);
  dov_row_line_append (DOV_ROW_LINE (row), dov_badge_new (_("is there already"), &(DovSign) { "emblem-ok-symbolic", "plain" }));
  gtk_widget_add_css_class (row, "past");
}

static GtkWidget *
row_new (DovRosterLines *self,
         DovRosterLine  *line)
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
  for (guint n = 0; n < MAX (self->n_people, line->members->len); n++)
    add_slot (self, row, line, n, when);
  show_words (self, row, line);
  set_class (row, "past", line->is_left_out);

  return row;
}

/* One list of names for all places. */
static void
read_members (DovRosterLines *self)
{
  g_autoptr (GPtrArray) members = dov_store_read (self->store, DOV_TYPE_PATROL_MEMBER, &(DovQuery) {
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
      name = dov_patrol_dup_member (self->store, id);
      g_array_append_val (self->members, id);
      gtk_string_list_append (self->names, name);
    }
}

/**
 * dov_roster_lines_show:
 * @proposal: (nullable): stays the page’s; what was changed by hand before is
 *   changed in it too
 * @n_people: on a shift
 * @empty: what is said while there is nothing to show
 */
void
dov_roster_lines_show (DovRosterLines    *self,
                       DovRosterProposal *proposal,
                       guint              n_people,
                       const char        *empty)
{
  g_autofree char *count = NULL;

  self->proposal = proposal;
  self->n_people = n_people;
  self->is_filling = TRUE;
  dov_section_box_clear (self->section);
  dov_section_box_set_empty (self->section, empty);
  read_members (self);
  for (guint i = 0; proposal != NULL && i < proposal->lines->len; i++)
    {
      apply_hand (self, g_ptr_array_index (proposal->lines, i));
      dov_section_box_append (self->section, row_new (self, g_ptr_array_index (proposal->lines, i)));
    }
  self->is_filling = FALSE;
  count = dov_patrol_dup_shifts (dov_roster_lines_count (self));
  dov_section_box_set_count (self->section, proposal != NULL ? count : "");
}

/* How many shifts would be saved. */
guint
dov_roster_lines_count (DovRosterLines *self)
{
  guint n = 0;

  for (guint i = 0; self->proposal != NULL && i < self->proposal->lines->len; i++)
    {
      const DovRosterLine *line = g_ptr_array_index (self->proposal->lines, i);

      n += line->shift_id == 0 && !line->is_left_out;
    }

  return n;
}

GtkWidget *
dov_roster_lines_new (DovStore *store)
{
  DovRosterLines *self = g_object_new (DOV_TYPE_ROSTER_LINES, NULL);

  self->store = g_object_ref (store);

  return GTK_WIDGET (self);
}

static void
dov_roster_lines_finalize (GObject *object)
{
  DovRosterLines *self = DOV_ROSTER_LINES (object);

  g_clear_object (&self->store);
  g_clear_object (&self->names);
  g_hash_table_unref (self->hand);
  g_array_unref (self->members);

  G_OBJECT_CLASS (dov_roster_lines_parent_class)->finalize (object);
}

static void
dov_roster_lines_class_init (DovRosterLinesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dov_roster_lines_finalize;

  signals[EDITED] = g_signal_new ("edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                  NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
dov_roster_lines_init (DovRosterLines *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  self->hand = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->members = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->section = DOV_SECTION_BOX (dov_section_box_new (_("How it would be")));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->section));
}
