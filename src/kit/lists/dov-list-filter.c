/* dov-list-filter.c - narrows a list by several things at once: category, village, age, how long nobody came */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-list-filter.h"

#include <glib/gi18n.h>

#include "dov-fold.h"
#include "dov-label.h"
#include "dov-ref-item.h"
#include "dov-settlement.h"

/* One value that can be chosen. */
typedef struct
{
  char *name;    /* as a saved view keeps it */
  char *label;
  char *where;   /* a condition over the columns of the list; %TODAY% is today */
} Option;

typedef struct
{
  const char  *name;
  GPtrArray   *options;
  GtkDropDown *list;
} Choice;

struct _DovListFilter
{
  GtkPopover  parent_instance;

  DovStore   *store;
  GPtrArray  *choices;
  gboolean    is_quiet;
};

G_DEFINE_FINAL_TYPE (DovListFilter, dov_list_filter, GTK_TYPE_POPOVER)

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

/* Children of a family whose age in full years lies between two bounds; of whom only the year is known,
 * the year is what counts. */
#define CHILDREN_BETWEEN \
  "id IN (SELECT m.family_id FROM live_family_member m JOIN live_person p ON p.id = m.person_id" \
  " WHERE (m.until IS NULL OR m.until >= '%%TODAY%%')" \
  " AND coalesce (p.birth_date, printf ('%%04d-07-01', p.birth_year)) > date ('%%TODAY%%', '-%d years')" \
  " AND coalesce (p.birth_date, printf ('%%04d-07-01', p.birth_year)) <= date ('%%TODAY%%', '-%d years'))"

/* Nobody of the family was marked at an event for so many days. */
#define NOBODY_CAME \
  "id NOT IN (SELECT m.family_id FROM live_family_member m JOIN live_attendance a ON a.person_id = m.person_id" \
  " JOIN live_event e ON e.id = a.event_id" \
  " WHERE a.status IN ('checked_in', 'walk_in') AND date (e.starts_at) > date ('%%TODAY%%', '-%d days'))"

#define OF_CATEGORY \
  "id IN (SELECT c.family_id FROM live_family_category c WHERE c.category_id = %" G_GINT64_FORMAT \
  " AND (c.until IS NULL OR c.until >= '%%TODAY%%'))"

static void
option_free (Option *option)
{
  g_free (option->name);
  g_free (option->label);
  g_free (option->where);
  g_free (option);
}

static void
choice_free (Choice *choice)
{
  g_ptr_array_unref (choice->options);
  g_free (choice);
}

static void
add_option (GPtrArray *options,
            char      *name,
            char      *label,
            char      *where)
{
  Option *option = g_new0 (Option, 1);

  option->name = name;
  option->label = label;
  option->where = where;
  g_ptr_array_add (options, option);
}

static void
add_categories (DovStore  *store,
                GPtrArray *options)
{
  DovQuery query = { .where = "list_code = 'family_category' AND is_active", .order = "position" };
  g_autoptr (GArray) ids = dov_store_list (store, DOV_TYPE_REF_ITEM, &query, NULL);

  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);
      g_autoptr (DovRecord) item = dov_store_find (store, DOV_TYPE_REF_ITEM, id, NULL);

      add_option (options, g_strdup (DOV_REF_ITEM (item)->code), g_strdup (DOV_REF_ITEM (item)->label),
                  g_strdup_printf (OF_CATEGORY, id));
    }
}

/* The village is a word of the address. */
static void
add_villages (DovStore  *store,
              GPtrArray *options)
{
  g_autoptr (GArray) ids = dov_store_list (store, DOV_TYPE_SETTLEMENT, NULL, NULL);

  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);
      g_autoptr (DovRecord) village = dov_store_find (store, DOV_TYPE_SETTLEMENT, id, NULL);
      g_autofree char *folded = dov_fold (DOV_SETTLEMENT (village)->name);
      g_auto (GStrv) parts = g_strsplit (folded, "'", -1);
      g_autofree char *quoted = g_strjoinv ("''", parts);

      add_option (options, g_strdup (DOV_SETTLEMENT (village)->name), dov_store_describe (store, village),
                  g_strdup_printf ("holds (key, '%s')", quoted));
    }
}

static void
add_ages (GPtrArray *options)
{
  static const struct
  {
    const char *name;
    const char *label;
    int         from;
    int         to;
  } ages[] = {
    { "0-2", N_("up to 3 years"), 0, 2 },
    { "3-6", N_("3–6 years"), 3, 6 },
    { "7-13", N_("7–13 years"), 7, 13 },
    { "14-17", N_("14–17 years"), 14, 17 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (ages); i++)
    add_option (options, g_strdup (ages[i].name), g_strdup (_(ages[i].label)),
                g_strdup_printf (CHILDREN_BETWEEN, ages[i].to + 1, ages[i].from));
}

static void
add_silences (GPtrArray *options)
{
  static const int days[] = { 30, 60, 90, 180 };

  for (gsize i = 0; i < G_N_ELEMENTS (days); i++)
    add_option (options, g_strdup_printf ("%d", days[i]),
                g_strdup_printf (ngettext ("for %d day", "for %d days", (gulong) days[i]), days[i]),
                g_strdup_printf (NOBODY_CAME, days[i]));
}

static const Option *
get_option (Choice *choice)
{
  guint at = gtk_drop_down_get_selected (choice->list);

  return at > 0 && at <= choice->options->len ? g_ptr_array_index (choice->options, at - 1) : NULL;
}

static void
selected_cb (DovListFilter *self)
{
  if (!self->is_quiet)
    g_signal_emit (self, signals[CHANGED], 0);
}

static GtkWidget *
choice_new (DovListFilter *self,
            const char    *name,
            const char    *label,
            GPtrArray     *options)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *caption = g_object_new (GTK_TYPE_LABEL, "label", label, "xalign", 0.0f, NULL);
  GtkStringList *labels = gtk_string_list_new (NULL);
  Choice *choice = g_new0 (Choice, 1);

  gtk_string_list_append (labels, _("does not matter"));
  for (guint i = 0; i < options->len; i++)
    gtk_string_list_append (labels, ((Option *) g_ptr_array_index (options, i))->label);
  choice->name = name;
  choice->options = options;
  choice->list = GTK_DROP_DOWN (gtk_drop_down_new (G_LIST_MODEL (labels), NULL));
  gtk_widget_set_name (GTK_WIDGET (choice->list), name);
  dov_name_widget (choice->list, label);
  gtk_widget_add_css_class (caption, "caption");
  g_signal_connect_object (choice->list, "notify::selected", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  g_ptr_array_add (self->choices, choice);
  gtk_box_append (GTK_BOX (box), caption);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (choice->list));

  return box;
}

static GPtrArray *
options_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) option_free);
}

static void
clear_cb (DovListFilter *self)
{
  dov_list_filter_take (self, "");
  gtk_popover_popdown (GTK_POPOVER (self));
}

/**
 * dov_list_filter_new:
 *
 * Returns: (transfer floating): the popover in which a list of families is narrowed
 */
GtkWidget *
dov_list_filter_new (DovStore *store,
                     GType     type)
{
  DovListFilter *self = g_object_new (DOV_TYPE_LIST_FILTER, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  GtkWidget *clear = gtk_button_new_with_label (_("Show all again"));
  GPtrArray *categories = options_new (), *villages = options_new (), *ages = options_new (), *silences = options_new ();

  self->store = g_object_ref (store);
  add_categories (store, categories);
  add_villages (store, villages);
  add_ages (ages);
  add_silences (silences);
  g_object_set (box, "margin-top", 6, "margin-bottom", 6, "margin-start", 6, "margin-end", 6, NULL);
  gtk_box_append (GTK_BOX (box), choice_new (self, "category", _("Category"), categories));
  gtk_box_append (GTK_BOX (box), choice_new (self, "village", _("Village"), villages));
  gtk_box_append (GTK_BOX (box), choice_new (self, "age", _("There are children of"), ages));
  gtk_box_append (GTK_BOX (box), choice_new (self, "silence", _("Nobody came to an event"), silences));
  g_signal_connect_swapped (clear, "clicked", G_CALLBACK (clear_cb), self);
  gtk_box_append (GTK_BOX (box), clear);
  gtk_popover_set_child (GTK_POPOVER (self), box);

  return GTK_WIDGET (self);
}

/* Which option of a choice is among “category=7;age=0-6”, counted from 1; 0: none. */
static guint
find_kept (Choice     *choice,
           const char *kept)
{
  g_auto (GStrv) pairs = g_strsplit (kept, ";", -1);

  for (guint o = 0; o < choice->options->len; o++)
    {
      const Option *option = g_ptr_array_index (choice->options, o);
      g_autofree char *pair = g_strdup_printf ("%s=%s", choice->name, option->name);

      if (g_strv_contains ((const char *const *) pairs, pair))
        return o + 1;
    }

  return 0;
}

/**
 * dov_list_filter_dup_where:
 * @kept: (nullable): from dov_list_filter_dup_kept(); %NULL: what is chosen now
 *
 * Returns: (nullable): the condition of all of it, %NULL for none
 */
char *
dov_list_filter_dup_where (DovListFilter *self,
                           const char    *kept)
{
  g_autofree char *now = kept == NULL ? dov_list_filter_dup_kept (self) : NULL;
  g_autoptr (GString) where = g_string_new (NULL);
  GDate today = dov_today ();
  g_autofree char *day = dov_date_to_iso (&today);

  for (guint i = 0; i < self->choices->len; i++)
    {
      Choice *choice = g_ptr_array_index (self->choices, i);
      guint chosen = find_kept (choice, now != NULL ? now : kept);

      if (chosen > 0)
        g_string_append_printf (where, "%s(%s)", where->len > 0 ? " AND " : "",
                                ((Option *) g_ptr_array_index (choice->options, chosen - 1))->where);
    }
  g_string_replace (where, "%TODAY%", day, 0);

  return where->len > 0 ? g_string_free (g_steal_pointer (&where), FALSE) : NULL;
}

/* What is chosen, for people: «Многодетная, Слудка». */
char *
dov_list_filter_dup_words (DovListFilter *self)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < self->choices->len; i++)
    {
      const Option *option = get_option (g_ptr_array_index (self->choices, i));

      if (option != NULL)
        g_string_append_printf (words, "%s%s", words->len > 0 ? ", " : "", option->label);
    }

  return g_string_free (words, FALSE);
}

/* What is chosen, as a saved view keeps it: “category=large;age=7-13”. */
char *
dov_list_filter_dup_kept (DovListFilter *self)
{
  GString *kept = g_string_new (NULL);

  for (guint i = 0; i < self->choices->len; i++)
    {
      Choice *choice = g_ptr_array_index (self->choices, i);
      const Option *option = get_option (choice);

      if (option != NULL)
        g_string_append_printf (kept, "%s%s=%s", kept->len > 0 ? ";" : "", choice->name, option->name);
    }

  return g_string_free (kept, FALSE);
}

/**
 * dov_list_filter_take:
 * @kept: from dov_list_filter_dup_kept(), "" for nothing; what nobody knows any more is passed over
 *
 * Chooses what was kept, and says once that it changed.
 */
void
dov_list_filter_take (DovListFilter *self,
                      const char    *kept)
{
  g_autofree char *before = dov_list_filter_dup_kept (self);

  if (g_str_equal (before, kept))
    return;

  self->is_quiet = TRUE;
  for (guint i = 0; i < self->choices->len; i++)
    {
      Choice *choice = g_ptr_array_index (self->choices, i);

      gtk_drop_down_set_selected (choice->list, find_kept (choice, kept));
    }
  self->is_quiet = FALSE;
  g_signal_emit (self, signals[CHANGED], 0);
}

/* How many things are chosen. */
guint
dov_list_filter_count (DovListFilter *self)
{
  guint n = 0;

  for (guint i = 0; i < self->choices->len; i++)
    n += get_option (g_ptr_array_index (self->choices, i)) != NULL;

  return n;
}

static void
dov_list_filter_finalize (GObject *object)
{
  DovListFilter *self = DOV_LIST_FILTER (object);

  g_clear_object (&self->store);
  g_ptr_array_unref (self->choices);

  G_OBJECT_CLASS (dov_list_filter_parent_class)->finalize (object);
}

static void
dov_list_filter_class_init (DovListFilterClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dov_list_filter_finalize;

  signals[CHANGED] = g_signal_new ("changed", DOV_TYPE_LIST_FILTER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
dov_list_filter_init (DovListFilter *self)
{
  self->choices = g_ptr_array_new_with_free_func ((GDestroyNotify) choice_free);
}
