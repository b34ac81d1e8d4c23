/* test-subjects.c - every page of a record that is declared in a table: the same trials for each */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-go.h"
#include "dov-window.h"

#include "dov-parts.h"
#include "dov-registry.h"
#include "dov-settlement.h"
#include "dov-subject-page.h"
#include "dov-ui-demo.h"
#include "dov-ui-test.h"
#include "dov-visitor.h"

#include <glib/gi18n.h>

/* So many of the trials lead through what a page has of its own. */
#define N_OWN 3

/* No page has more places for the keyboard than these. */
#define MOST_PLACES 60

/* A record of the demo data whose page is declared. */
typedef struct
{
  GType             type;
  gint64            id;
  const DovSubject *subject;
} Case;

typedef struct
{
  DovStore   *store;
  DovWindow  *window;
  const Case *on;
  gint64      id;      /* of the card that is tried */
} Desk;

static GArray *cases;

static void
begin (Desk          *desk,
       const Case    *on,
       DovStoreFlags  flags)
{
  g_autofree char *path = dov_ui_demo_copy (DOV_UI_DEMO_WEDNESDAY);

  desk->on = on;
  desk->id = on->id;
  desk->store = dov_ui_demo_open (path, flags);
  desk->window = dov_window_new (NULL);
  dov_window_set_store (desk->window, desk->store);
  dov_ui_test_show (GTK_WIDGET (desk->window));
  dov_ui_test_resize (GTK_WINDOW (desk->window), 1366, 768);
}

static void
end (Desk *desk)
{
  g_autoptr (GError) error = NULL;

  dov_ui_test_close (GTK_WINDOW (desk->window));
  dov_store_close (desk->store, &error);
  g_assert_no_error (error);
  g_object_unref (desk->store);
}

static GtkWidget *
get_page (Desk *desk)
{
  return GTK_WIDGET (dov_window_get_page (desk->window));
}

static GtkWidget *
open_subject (Desk *desk)
{
  dov_go_record (desk->window, desk->on->type, desk->id);
  dov_ui_test_settle ();
  g_assert_true (DOV_IS_SUBJECT_PAGE (get_page (desk)));

  return get_page (desk);
}

static DovRecord *
find_record (Desk *desk)
{
  g_autoptr (GError) error = NULL;
  DovRecord *record = dov_store_find (desk->store, desk->on->type, desk->id, &error);

  g_assert_no_error (error);

  return record;
}

/* ---- what is offered ---- */

static gboolean
writes (const DovAct *act)
{
  return act->kind != DOV_ACT_PAPER && !act->reads;
}

static const char *
key_of (const DovAct *act)
{
  return act->key == NULL && act->kind == DOV_ACT_EDIT ? "<Control>Return" : act->key;
}

#define FOR_EACH_ACT(act, subject) \
  for (const DovAct *act = (subject)->acts; act != NULL && act->name != NULL; act++)

/* Adding to the lists of these tabs and of their parts. */
static void
list_lists (GtkWidget    *page,
            const DovTab *tabs,
            GPtrArray    *offered)
{
  for (guint i = 0; tabs != NULL && tabs[i].name != NULL; i++)
    {
      for (guint n = 0; dov_tab_get_list (&tabs[i], n) != NULL; n++)
        if (dov_tab_get_list (&tabs[i], n)->add != NULL &&
            dov_ui_test_find (page, GTK_TYPE_BUTTON, _(dov_tab_get_list (&tabs[i], n)->add)) != NULL)
          g_ptr_array_add (offered, g_strdup_printf ("%s: %s", tabs[i].name, _(dov_tab_get_list (&tabs[i], n)->add)));
      list_lists (page, tabs[i].parts, offered);
      list_lists (page, tabs[i].beside, offered);
    }
}

/* The same, and typing straight into the page. */
static void
list_adding (GtkWidget    *page,
             const DovTab *tabs,
             GPtrArray    *offered)
{
  GtkWidget *field = dov_ui_test_find (page, GTK_TYPE_TEXT, NULL);

  if (field != NULL && gtk_widget_is_sensitive (field) && dov_ui_test_find (page, GTK_TYPE_SEARCH_ENTRY, NULL) == NULL)
    g_ptr_array_add (offered, g_strdup_printf ("%s: a field", tabs != NULL ? tabs->name : ""));
  list_lists (page, tabs, offered);
}

/* Every button with which something could be changed, in whichever tab it is. */
static char *
dup_offered (Desk      *desk,
             GtkWidget *page)
{
  DovTabs *tabs = dov_subject_page_get_tabs (DOV_SUBJECT_PAGE (page));
  const DovSubject *subject = desk->on->subject;
  g_autoptr (GPtrArray) offered = g_ptr_array_new_with_free_func (g_free);

  FOR_EACH_ACT (act, subject)
    {
      GtkWidget *button = dov_ui_test_find_name (page, act->name);

      if (writes (act) && button != NULL && gtk_widget_is_visible (button))
        g_ptr_array_add (offered, g_strdup (act->name));
    }
  for (guint i = 0; tabs != NULL && subject->tabs[i].name != NULL; i++)
    {
      DovTab one[2] = { subject->tabs[i], { NULL } };

      dov_tabs_show (tabs, subject->tabs[i].name);
      dov_ui_test_settle ();
      list_adding (page, one, offered);
    }
  if (tabs == NULL)
    list_adding (page, subject->tabs, offered);
  list_adding (page, subject->sides, offered);
  g_ptr_array_add (offered, NULL);

  return g_strjoinv ("\n", (char **) offered->pdata);
}

static gint64
count_operations (Desk *desk)
{
  g_autoptr (GError) error = NULL;
  gint64 count = dov_database_count (dov_store_get_database (desk->store), "SELECT count(*) FROM operation", &error);

  g_assert_no_error (error);

  return count;
}

/* Whatever key is pressed and whatever entry of a menu is chosen: nothing is begun, and nothing is done. */
static void
try_in_vain (Desk      *desk,
             GtkWidget *page)
{
  gint64 before = count_operations (desk);

  FOR_EACH_ACT (act, desk->on->subject)
    {
      if (!writes (act))
        continue;

      g_test_message ("%s", act->name);
      gtk_widget_activate_action (page, act->name, NULL);
      if (key_of (act) != NULL)
        dov_ui_test_press_accel (page, key_of (act));
      dov_ui_test_settle ();
      g_assert_true (get_page (desk) == page);
    }
  dov_ui_test_press_accel (page, "<Control>n");   /* the window takes it, and asks the page */
  g_assert_true (get_page (desk) == page);
  g_assert_cmpint (count_operations (desk), ==, before);
}

/* ---- the trials ---- */

static void
test_table (gconstpointer data)
{
  const Case *on = data;
  g_autoptr (GString) faults = g_string_new (NULL);

  dov_subject_check (on->subject, faults);
  g_assert_cmpstr (faults->str, ==, "");
}

/* Papers that have moved goods stay, and with them whom they name: then another card of the kind is taken. */
static gboolean
may_go (Desk      *desk,
        DovRecord *record)
{
  g_autoptr (GError) error = NULL;
  gboolean may;

  dov_store_accept_all (desk->store, NULL);
  may = dov_parts_remove (desk->store, record, NULL);
  if (may && dov_parts_restore (desk->store, record, NULL))
    return TRUE;
  /* It comes back only with a reason, and is not the one to try this with. */
  dov_store_accept_all (desk->store, NULL);
  if (may && !dov_parts_restore (desk->store, record, &error))
    g_error ("It does not come back: %s", error->message);
  may = FALSE;

  return may;
}

/* The first card that may go into the bin; FALSE when none may. */
static gboolean
take_one_that_may_go (Desk *desk)
{
  g_autoptr (GArray) ids = dov_store_list (desk->store, desk->on->type, NULL, NULL);

  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr (DovRecord) record = dov_store_find (desk->store, desk->on->type, g_array_index (ids, gint64, i), NULL);

      if (may_go (desk, record))
        {
          desk->id = dov_record_get_id (record);
          return TRUE;
        }
    }

  return FALSE;
}

/* Other cards that point to it keep it out of the bin: they go first. */
static void
clear_way (Desk *desk)
{
  guint n_types;
  const GType *types = dov_registry_list (&n_types);

  for (guint i = 0; i < n_types; i++)
    {
      DovRecordClass *klass = dov_registry_class (types[i]);

      for (guint f = 0; f < klass->n_fields; f++)
        {
          g_autofree char *where = g_strdup_printf ("%s = ?1", klass->fields[f].name);
          DovQuery query = { .where = where };
          g_autoptr (GArray) ids = NULL;

          if (klass->fields[f].kind != DOV_KIND_LINK || klass->fields[f].target () != desk->on->type)
            continue;
          query.params = g_variant_new ("(x)", desk->id);
          ids = dov_store_list (desk->store, types[i], &query, NULL);
          for (guint n = 0; n < ids->len; n++)
            {
              g_autoptr (DovRecord) other = dov_store_find (desk->store, types[i], g_array_index (ids, gint64, n), NULL);

              dov_store_accept_all (desk->store, NULL);
              dov_parts_remove (desk->store, other, NULL);
            }
        }
    }
}

static void
put_into_bin (Desk      *desk,
              DovRecord *record)
{
  g_autoptr (GError) error = NULL;

  dov_store_accept_all (desk->store, NULL);
  dov_parts_remove (desk->store, record, &error);
  g_assert_no_error (error);
}

/* In the bin it can be looked at and brought back, whether it was opened before or after. */
static void
test_removed (gconstpointer data)
{
  Desk desk;
  g_autoptr (DovRecord) record = NULL;
  g_autofree char *before = NULL;

  begin (&desk, data, 0);
  clear_way (&desk);
  if (!take_one_that_may_go (&desk))
    {
      g_test_skip ("no card of this kind may go into the bin: it has moved goods, and stays");
      end (&desk);
      return;
    }
  record = find_record (&desk);
  before = dup_offered (&desk, open_subject (&desk));
  put_into_bin (&desk, record);
  dov_ui_test_settle ();

  for (guint opened_anew = 0; opened_anew < 2; opened_anew++)
    {
      GtkWidget *page = opened_anew ? open_subject (&desk) : get_page (&desk);
      GtkWidget *notice = dov_ui_test_find_name (page, "bin");
      g_autofree char *in_bin = dup_offered (&desk, page);
      g_autofree char *restored = NULL;

      g_assert_nonnull (notice);
      g_assert_cmpstr (in_bin, ==, "");
      try_in_vain (&desk, page);

      dov_ui_test_click (dov_ui_test_find (notice, GTK_TYPE_BUTTON, NULL));
      g_assert_true (get_page (&desk) == page);
      g_assert_null (dov_ui_test_find_name (page, "bin"));
      g_assert_false (dov_record_is_removed (record));
      restored = dup_offered (&desk, page);
      g_assert_cmpstr (restored, ==, before);

      put_into_bin (&desk, record);
    }
  end (&desk);
}

/* What the areas tell of their records speaks of fields and states that exist. */
static void
test_looks (void)
{
  g_autoptr (GPtrArray) looks = dov_look_list ();
  g_autoptr (GString) faults = g_string_new (NULL);

  g_assert_cmpuint (looks->len, >, 30);
  for (guint i = 0; i < looks->len; i++)
    dov_look_check (g_ptr_array_index (looks, i), faults);
  g_assert_cmpstr (faults->str, ==, "");
}

static const DovAct *
find_removal (const DovSubject *subject)
{
  FOR_EACH_ACT (act, subject)
    if (act->kind == DOV_ACT_REMOVE)
      return act;

  return NULL;
}

/* Removed, something else saved, removed once more from a page that does not know yet: no toast takes back what was
 * saved in between. */
static void
test_undo (gconstpointer data)
{
  const Case *on = data;
  const DovAct *removal = find_removal (on->subject);
  g_autoptr (DovRecord) record = NULL;
  g_autoptr (DovRecord) between = dov_record_new (DOV_TYPE_SETTLEMENT, 0);
  g_autoptr (GError) error = NULL;
  GtkWidget *page, *undo;
  Desk desk;

  if (removal == NULL)
    {
      g_test_skip ("It is never put into the bin");
      return;
    }
  begin (&desk, on, 0);
  clear_way (&desk);
  if (!take_one_that_may_go (&desk))
    {
      g_test_skip ("no card of this kind may go into the bin: it has moved goods, and stays");
      end (&desk);
      return;
    }
  page = open_subject (&desk);
  record = find_record (&desk);
  put_into_bin (&desk, record);
  dov_record_set_string (between, "name", "Дальняя");
  dov_record_set_int (between, "type", DOV_SETTLEMENT_TYPE_VILLAGE);
  dov_store_save (desk.store, between, &error);
  g_assert_no_error (error);
  gtk_widget_activate_action (page, removal->name, NULL);
  dov_ui_test_settle ();

  undo = dov_ui_test_find (GTK_WIDGET (desk.window), GTK_TYPE_BUTTON, _("Undo"));
  if (undo != NULL && gtk_widget_get_mapped (undo))
    dov_ui_test_click (undo);
  dov_ui_test_settle ();
  g_assert_cmpint (dov_database_count (dov_store_get_database (desk.store),
                                       "SELECT count(*) FROM settlement WHERE name = 'Дальняя' AND removed IS NULL",
                                       NULL), ==, 1);
  end (&desk);
}

/* A link to what was destroyed leads to a page that says so. */
static void
test_missing (gconstpointer data)
{
  const Case *on = data;
  Desk desk;

  begin (&desk, on, 0);
  dov_go_record (DOV_SHELL (desk.window), on->type, G_MAXINT32);
  dov_ui_test_settle ();
  g_assert_nonnull (get_page (&desk));
  g_assert_false (DOV_IS_SUBJECT_PAGE (get_page (&desk)));
  g_assert_true (dov_ui_test_says (get_page (&desk), _("This is not here any more")));
  g_assert_cmpstr (dov_page_get_section (DOV_PAGE (get_page (&desk))), ==, on->subject->section);
  end (&desk);
}

static void
test_looking (gconstpointer data)
{
  Desk desk;
  GtkWidget *page;
  g_autofree char *offered = NULL;

  begin (&desk, data, DOV_STORE_READ_ONLY);
  page = open_subject (&desk);
  offered = dup_offered (&desk, page);
  g_assert_cmpstr (offered, ==, "");
  try_in_vain (&desk, page);
  end (&desk);
}

/* What a field holds that is not for visitors. */
static void
assert_covers (Desk      *desk,
               GtkWidget *page)
{
  g_autoptr (DovRecord) record = find_record (desk);
  DovRecordClass *klass = DOV_RECORD_GET_CLASS (record);

  for (guint i = 0; i < klass->n_fields; i++)
    if ((klass->fields[i].flags & (DOV_COVERED | DOV_SPECIAL)) != 0 && !dov_record_is_empty (record, &klass->fields[i]))
      {
        g_autofree char *shown = dov_store_dup_shown (desk->store, record, &klass->fields[i]);

        g_test_message ("%s: %s", klass->fields[i].name, shown);
        g_assert_false (dov_ui_test_says (page, shown));
      }
}

static void
assert_tabs_covered (Desk         *desk,
                     GtkWidget    *page,
                     const DovTab *tabs)
{
  for (guint i = 0; tabs != NULL && tabs[i].name != NULL; i++)
    if (tabs[i].is_covered)
      g_assert_false (dov_ui_test_says (page, _(tabs[i].title)));
  g_assert_false (dov_ui_test_says (page, _("History")));
}

/* Somebody sits down beside the desk, and goes: all is as it was, and no more. */
static void
test_visitor (gconstpointer data)
{
  const Case *on = data;
  Desk desk;
  GtkWidget *page;
  g_autofree char *title = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  begin (&desk, on, 0);
  page = open_subject (&desk);
  title = g_strdup (dov_page_get_title (DOV_PAGE (page)));
  before = dov_ui_test_dup_words (GTK_WIDGET (desk.window));

  dov_ui_test_press (page, GDK_KEY_F9, 0);
  g_assert_true (dov_visitor_is_near ());
  if (on->subject->for_visitors)
    {
      assert_covers (&desk, page);
      assert_tabs_covered (&desk, page, on->subject->tabs);
      assert_tabs_covered (&desk, page, on->subject->sides);
    }
  else
    {
      g_assert_false (gtk_widget_get_mapped (page));
      g_assert_false (dov_ui_test_says (GTK_WIDGET (desk.window), title));
    }

  dov_ui_test_press (GTK_WIDGET (desk.window), GDK_KEY_F9, 0);
  g_assert_false (dov_visitor_is_near ());
  after = dov_ui_test_dup_words (GTK_WIDGET (desk.window));
  g_assert_cmpstr (after, ==, before);
  end (&desk);
}

static gboolean is_warned;

static void
warns (DovStore  *store,
       DovRecord *before,
       DovRecord *after,
       GPtrArray *problems)
{
  if (is_warned)
    dov_problems_warn (problems, after != NULL ? after : before, NULL, "T1", "Сегодня санитарный день.");
}

/* A warning asks for its reason on the page, by keyboard, and does not go on without. */
static void
test_warning (gconstpointer data)
{
  const Case *on = data;
  const DovAct *removal = find_removal (on->subject);
  g_autoptr (DovRecord) record = NULL;
  GtkWidget *page, *notice;
  Desk desk;

  if (removal == NULL)
    {
      g_test_skip ("It is never put into the bin");
      return;
    }

  begin (&desk, on, 0);
  clear_way (&desk);
  if (!take_one_that_may_go (&desk))
    {
      g_test_skip ("no card of this kind may go into the bin: it has moved goods, and stays");
      end (&desk);
      return;
    }
  dov_store_add_rule (desk.store, on->type, FALSE, warns);
  page = open_subject (&desk);
  record = find_record (&desk);
  is_warned = TRUE;
  g_assert_true (gtk_widget_activate_action (page, removal->name, NULL));
  dov_ui_test_settle ();
  g_assert_true (dov_ui_test_says (page, "Сегодня санитарный день."));
  g_assert_false (dov_record_is_removed (record));

  notice = gtk_widget_get_ancestor (dov_ui_test_get_focus (page), DOV_TYPE_NOTICE);
  g_assert_nonnull (notice);
  dov_ui_test_click (dov_ui_test_find (notice, GTK_TYPE_BUTTON, NULL));
  g_assert_false (dov_record_is_removed (record));
  g_assert_true (get_page (&desk) == page);

  /* Esc goes back to the page alone, and what was typed is there when it is asked again; Ctrl+S goes on. */
  dov_ui_test_type (notice, "пришли за ним");
  dov_ui_test_press_accel (page, "Escape");
  g_assert_true (get_page (&desk) == page);
  g_assert_false (dov_ui_test_says (page, "Сегодня санитарный день."));
  g_assert_true (gtk_widget_activate_action (page, removal->name, NULL));
  dov_ui_test_settle ();
  g_assert_true (dov_ui_test_says (page, "пришли за ним"));
  dov_ui_test_press_accel (page, "<Control>s");
  WAIT_FOR (dov_record_is_removed (record));
  g_assert_true (get_page (&desk) != page);
  g_assert_cmpint (dov_database_count (dov_store_get_database (desk.store),
                                       "SELECT count(*) FROM audit WHERE became = 'пришли за ним'", NULL), ==, 1);
  is_warned = FALSE;
  end (&desk);
}

static void
counted_cb (GSimpleAction *action,
            GVariant      *parameter,
            guint         *count)
{
  (*count)++;
}

/* In place of the acts of the page: each only counts how often it was asked for. */
static void
count_instead (Desk      *desk,
               GtkWidget *page,
               guint     *count)
{
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  g_auto (GStrv) words = g_strsplit (desk->on->subject->acts[0].name, ".", 2);

  FOR_EACH_ACT (act, desk->on->subject)
    {
      g_autoptr (GSimpleAction) action = g_simple_action_new (strchr (act->name, '.') + 1, NULL);

      g_signal_connect (action, "activate", G_CALLBACK (counted_cb), &count[act - desk->on->subject->acts]);
      g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
    }
  gtk_widget_insert_action_group (page, words[0], G_ACTION_GROUP (group));
}

/* Whether it may be done with this card now; acts of other states may have the same key. */
static gboolean
may_be_done (Desk         *desk,
             DovRecord    *record,
             const DovAct *act)
{
  g_auto (GStrv) states = g_strsplit (act->while_in != NULL ? act->while_in : "", " ", -1);
  g_autofree char *state = desk->on->subject->state != NULL
                           ? dov_record_dup_text (record, dov_record_find_field (record, desk->on->subject->state)) : NULL;

  return (act->while_in == NULL || g_strv_contains ((const char *const *) states, state)) &&
         (act->may == NULL || act->may (desk->store, record));
}

/* Each key of an act is heard once, wherever the keyboard is: on the page, in the sidebar, in the header. */
static void
test_keys (gconstpointer data)
{
  const Case *on = data;
  guint count[64] = { 0 }, n_places = 0, n_outside = 0;
  GtkWidget *page, *first;
  g_autoptr (DovRecord) record = NULL;
  Desk desk;

  if (on->subject->acts == NULL)
    {
      g_test_skip ("Nothing can be done with it");
      return;
    }

  begin (&desk, on, 0);
  page = open_subject (&desk);
  record = find_record (&desk);
  count_instead (&desk, page, count);
  dov_page_focus (DOV_PAGE (page));
  first = dov_ui_test_get_focus (page);
  g_assert_nonnull (first);
  do
    {
      FOR_EACH_ACT (act, on->subject)
        {
          guint before = count[act - on->subject->acts];

          if (key_of (act) == NULL || !may_be_done (&desk, record, act))
            continue;
          if (!dov_ui_test_strike (page, key_of (act)) || count[act - on->subject->acts] != before + 1)
            g_error ("%s is not heard by “%s” (%u times) from a %s", key_of (act), act->name,
                     count[act - on->subject->acts] - before, G_OBJECT_TYPE_NAME (dov_ui_test_get_focus (page)));
        }
      dov_ui_test_press_accel (page, "Tab");
      n_places++;
      n_outside += dov_ui_test_get_focus (page) != NULL && !gtk_widget_is_ancestor (dov_ui_test_get_focus (page), page);
    }
  while (n_places < MOST_PLACES && dov_ui_test_get_focus (page) != NULL && dov_ui_test_get_focus (page) != first);
  g_test_message ("%u places, %u outside the page", n_places, n_outside);
  g_assert_cmpuint (n_outside, >, 0);
  end (&desk);
}

/* No page is wider than the window in which people must be able to use it. */
static void
test_room (gconstpointer data)
{
  static const struct { int width; int height; guint percent; } looks[] = {
    { 1024, 600, 100 }, { 1366, 768, 150 }, { 1024, 600, 150 },
  };
  const Case *on = data;
  const DovTab *tabs = on->subject->tabs;
  Desk desk;
  GtkWidget *page;

  begin (&desk, on, 0);
  page = open_subject (&desk);
  for (guint i = 0; i < G_N_ELEMENTS (looks); i++)
    {
      dov_ui_test_set_text_size (looks[i].percent);
      for (guint n = 0; tabs != NULL && tabs[n].name != NULL; n++)
        {
          int least;

          if (dov_subject_page_get_tabs (DOV_SUBJECT_PAGE (page)) != NULL)
            dov_tabs_show (dov_subject_page_get_tabs (DOV_SUBJECT_PAGE (page)), tabs[n].name);
          dov_ui_test_settle ();
          gtk_widget_measure (GTK_WIDGET (desk.window), GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
          g_test_message ("%s at %u %%: %d pixels", tabs[n].name, looks[i].percent, least);
          g_assert_cmpint (least, <=, looks[i].width);
        }
      dov_ui_test_resize (GTK_WINDOW (desk.window), looks[i].width, looks[i].height);
    }
  dov_ui_test_set_text_size (100);
  end (&desk);
}

/* ---- which there are ---- */

static void
find_cases (void)
{
  Case nobody = { 0 };
  Desk desk;
  guint n_types;
  const GType *types = dov_registry_list (&n_types);

  cases = g_array_new (FALSE, FALSE, sizeof (Case));
  begin (&desk, &nobody, 0);
  for (guint i = 0; i < n_types; i++)
    {
      g_autoptr (GArray) ids = dov_store_list (desk.store, types[i], NULL, NULL);
      Case found = { types[i], ids->len > 0 ? g_array_index (ids, gint64, 0) : 0, NULL };

      if (ids->len == 0)
        continue;
      dov_go_record (DOV_SHELL (desk.window), types[i], found.id);
      if (DOV_IS_SUBJECT_PAGE (get_page (&desk)) &&
          dov_subject_page_get_subject (DOV_SUBJECT_PAGE (get_page (&desk)))->type () == types[i])
        {
          found.subject = dov_subject_page_get_subject (DOV_SUBJECT_PAGE (get_page (&desk)));
          g_array_append_val (cases, found);
        }
      dov_go_back (DOV_SHELL (desk.window));
    }
  end (&desk);
}

int
main (int    argc,
      char **argv)
{
  static const struct { const char *name; GTestDataFunc trial; } trials[] = {
    { "table", test_table },
    { "undo", test_undo },
    { "warning", test_warning },
    { "removed", test_removed },
    { "missing", test_missing },
    { "looking", test_looking },
    { "visitor", test_visitor },
    { "keys", test_keys },
    { "room", test_room },
  };
  int failed;

  dov_ui_test_init (&argc, &argv);
  find_cases ();
  g_assert_cmpuint (cases->len, >, 0);

  /* What the kit does alike for each is led through it by two of them. */
  for (guint i = 0; i < cases->len; i++)
    for (guint n = 0; n < (g_test_slow () || i < 2 ? G_N_ELEMENTS (trials) : N_OWN); n++)
      {
        const Case *on = &g_array_index (cases, Case, i);
        g_autofree char *path = g_strdup_printf ("/subjects/%s/%s", dov_registry_class (on->type)->table, trials[n].name);

        g_test_add_data_func (path, on, trials[n].trial);
      }
  g_test_add_func ("/looks", test_looks);
  failed = g_test_run ();
  g_array_unref (cases);

  return failed;
}
