/* dov-ui-bus.c - what a screen reader is told, for tests: read over the accessibility bus itself */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-ui-bus.h"

#include <glib/gi18n.h>

#include "dov-ui-test.h"
#include "dov-window.h"

#define ACCESSIBLE "org.a11y.atspi.Accessible"
#define ROOT "/org/a11y/atspi/accessible/root"
#define REGISTRY "org.a11y.atspi.Registry"
#define A_MOMENT 100   /* milliseconds */

/* Of AtspiStateType. */
#define STATE_FOCUSABLE (G_GUINT64_CONSTANT (1) << 11)
#define STATE_FOCUSED (G_GUINT64_CONSTANT (1) << 12)

typedef struct _Node Node;
struct _Node
{
  DovUiHeard  heard;
  GPtrArray  *children;
  char       *path;   /* until its name is known, where it had the keyboard */
};

/* What one question is about. */
typedef struct
{
  Node  *node;
  void (*take) (Node *node, GVariant *answer);
} Question;

static GDBusConnection *bus;
static char *program;   /* its name on that bus */
static guint n_open;    /* questions */
static GPtrArray *said; /* (element-type Node): what had the keyboard, one after the other */
static char *focused;   /* the path of what has the keyboard */
static guint listening[2];

static void ask_words (Node *node, const char *path);
static void ask_all (Node *node, const char *path);

static void
free_heard (DovUiHeard *heard)
{
  g_free (heard->name);
  g_free (heard->description);
  g_free (heard->role);
  g_free (heard);
}

static void
answered_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  Question *question = data;
  g_autoptr (GVariant) answer = g_dbus_connection_call_finish (bus, result, NULL);

  /* A thing may be gone by the time that it is asked. */
  if (answer != NULL)
    question->take (question->node, answer);
  g_free (question);
  n_open--;
}

static void
ask (Node        *node,
     const char  *path,
     const char  *interface,
     const char  *method,
     GVariant    *params,
     void       (*take) (Node *node, GVariant *answer))
{
  Question question = { node, take };

  n_open++;
  g_dbus_connection_call (bus, program, path, interface, method, params, NULL, G_DBUS_CALL_FLAGS_NONE, -1, NULL,
                          answered_cb, g_memdup2 (&question, sizeof question));
}

static char *
dup_property (GVariant *answer)
{
  g_autoptr (GVariant) value = NULL;

  g_variant_get (answer, "(v)", &value);

  return g_variant_dup_string (value, NULL);
}

static gboolean
ask_again_cb (gpointer data)
{
  Node *node = data;
  g_autofree char *path = g_steal_pointer (&node->path);

  n_open--;
  g_clear_pointer (&node->heard.description, g_free);
  g_clear_pointer (&node->heard.role, g_free);
  ask_words (node, path);

  return G_SOURCE_REMOVE;
}

/* What is just going out of sight newer GTK names no more. Whether that is so, or it has no name, is seen a moment later. */
static void
take_name (Node     *node,
           GVariant *answer)
{
  g_autofree char *name = dup_property (answer);

  if (*name == '\0' && node->path != NULL)
    {
      n_open++;
      g_timeout_add (A_MOMENT, ask_again_cb, node);
      return;
    }
  g_clear_pointer (&node->path, g_free);
  node->heard.name = g_steal_pointer (&name);
}

static void
take_description (Node     *node,
                  GVariant *answer)
{
  node->heard.description = dup_property (answer);
}

static void
take_role (Node     *node,
           GVariant *answer)
{
  g_variant_get (answer, "(s)", &node->heard.role);
}

static void
take_states (Node     *node,
             GVariant *answer)
{
  g_autoptr (GVariant) words = g_variant_get_child_value (answer, 0);
  guint32 low, high;

  g_variant_get_child (words, 0, "u", &low);
  g_variant_get_child (words, 1, "u", &high);
  node->heard.states = ((guint64) high << 32) | low;
}

static void
take_children (Node     *node,
               GVariant *answer)
{
  g_autoptr (GVariantIter) iter = NULL;
  const char *path;

  g_variant_get (answer, "(a(so))", &iter);
  while (g_variant_iter_next (iter, "(&s&o)", NULL, &path))
    {
      Node *child = g_new0 (Node, 1);

      child->children = g_ptr_array_new ();
      child->heard.depth = node->heard.depth + 1;
      g_ptr_array_add (node->children, child);
      ask_all (child, path);
    }
}

static void
ask_words (Node       *node,
           const char *path)
{
  ask (node, path, "org.freedesktop.DBus.Properties", "Get", g_variant_new ("(ss)", ACCESSIBLE, "Name"), take_name);
  ask (node, path, "org.freedesktop.DBus.Properties", "Get", g_variant_new ("(ss)", ACCESSIBLE, "Description"),
       take_description);
  ask (node, path, ACCESSIBLE, "GetRoleName", NULL, take_role);
  ask (node, path, ACCESSIBLE, "GetState", NULL, take_states);
}

static void
ask_all (Node       *node,
         const char *path)
{
  ask_words (node, path);
  ask (node, path, ACCESSIBLE, "GetChildren", NULL, take_children);
}

/* Newer GTK tells also of a choice what it is made of: where it is pressed, and the closed list under that. */
static gboolean
is_made_of_parts (const DovUiHeard *one)
{
  return g_str_equal (one->role, "button") || g_str_equal (one->role, "toggle button")
         || (g_str_equal (one->role, "combo box") && (one->states & STATE_FOCUSABLE) != 0);
}

/* In the order of reading; the nodes go. What the keyboard can reach has a name; what a button is made of, it has not. */
static void
flatten (Node      *node,
         GPtrArray *heard,
         gboolean   is_in_button)
{
  DovUiHeard *own = g_memdup2 (&node->heard, sizeof node->heard);

  if (own->name != NULL && own->role != NULL)
    {
      own->must_have_name = (own->states & STATE_FOCUSABLE) != 0 && !is_in_button;
      is_in_button = is_in_button || is_made_of_parts (own);
      /* AdwComboRow keeps its closed list among what is read; nobody can reach it. */
      if (g_str_equal (own->name, "GtkListView"))
        {
          own->must_have_name = FALSE;
          is_in_button = TRUE;
        }
      g_ptr_array_add (heard, own);
    }
  else
    {
      free_heard (own);
    }
  for (guint i = 0; i < node->children->len; i++)
    flatten (g_ptr_array_index (node->children, i), heard, is_in_button);
  g_ptr_array_unref (node->children);
  g_free (node);
}

static GVariant *
call_sync (GDBusConnection *connection,
           const char      *name,
           const char      *path,
           const char      *interface,
           const char      *method,
           GVariant        *params)
{
  g_autoptr (GError) error = NULL;
  GVariant *answer = g_dbus_connection_call_sync (connection, name, path, interface, method, params, NULL,
                                                  G_DBUS_CALL_FLAGS_NONE, -1, NULL, &error);

  g_assert_no_error (error);

  return answer;
}

/* The one program that the registry knows: this one. */
static gboolean
find_program (void)
{
  g_autoptr (GVariant) answer = call_sync (bus, REGISTRY, ROOT, ACCESSIBLE, "GetChildren", NULL);
  g_autoptr (GVariantIter) iter = NULL;

  g_variant_get (answer, "(a(so))", &iter);
  g_clear_pointer (&program, g_free);

  return g_variant_iter_next (iter, "(so)", &program, NULL);
}

static void
connect_bus (void)
{
  g_autoptr (GDBusConnection) session = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, NULL);
  g_autoptr (GVariant) answer = NULL;
  g_autoptr (GError) error = NULL;
  const char *address;

  g_assert_nonnull (session);
  answer = call_sync (session, "org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress", NULL);
  g_variant_get (answer, "(&s)", &address);
  bus = g_dbus_connection_new_for_address_sync (address, G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT
                                                | G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION, NULL, NULL, &error);
  g_assert_no_error (error);
  WAIT_FOR (find_program ());
}

/**
 * dov_ui_bus_read:
 *
 * Reads every window of the program as a screen reader does.
 *
 * Returns: (transfer full) (element-type DovUiHeard): in reading order
 */
GPtrArray *
dov_ui_bus_read (void)
{
  GPtrArray *heard = g_ptr_array_new_with_free_func ((GDestroyNotify) (GCallback) free_heard);
  Node *root = g_new0 (Node, 1);

  if (bus == NULL)
    connect_bus ();
  dov_ui_test_settle ();
  root->children = g_ptr_array_new ();
  ask_all (root, ROOT);
  WAIT_FOR (n_open == 0);
  flatten (root, heard, FALSE);

  return heard;
}

/* The bus tells the class of what has no name. */
static gboolean
is_class (const char *name)
{
  g_auto (GStrv) words = g_strsplit (name, " ", 2);

  return words[0] == NULL || *words[0] == '\0' || g_type_from_name (words[0]) != 0;
}

/* The buttons of the frame around a window are GTK's own. */
static gboolean
is_of_frame (const char *description)
{
  return g_str_equal (description, g_dgettext ("gtk40", "Close the window"))
         || g_str_equal (description, g_dgettext ("gtk40", "Minimize the window"))
         || g_str_equal (description, g_dgettext ("gtk40", "Maximize the window"));
}

/* What is told after the name tells the name once more; a key in brackets is nothing new either. */
static gboolean
says_twice (const DovUiHeard *one)
{
  const char *told = one->description != NULL ? one->description : "";
  const char *key = g_strrstr (told, " (");
  g_autofree char *words = g_strstrip (key != NULL ? g_strndup (told, (gsize) (key - told)) : g_strdup (told));

  return *words != '\0' && !is_of_frame (told)
         && (strstr (one->name, words) != NULL || g_str_has_prefix (told, one->name));
}

/* The name of the line in which a thing stands; of a line, that of its list. */
static const char *
find_line (GPtrArray *heard,
           guint      position)
{
  static const char *const around[] = { "list item", "table row", "list", "table", NULL };
  guint depth = ((DovUiHeard *) g_ptr_array_index (heard, position))->depth;

  for (guint i = position; i > 0; i--)
    {
      const DovUiHeard *one = g_ptr_array_index (heard, i - 1);

      if (one->depth >= depth)
        continue;
      depth = one->depth;
      if (g_strv_contains (around, one->role) && *one->name != '\0')
        return one->name;
    }

  return "";
}

/* Two things that the keyboard can reach are told apart: by what they are called, what they are, or their lines. What
 * the header offers an empty page may offer once more. */
static void
check_apart (GPtrArray  *heard,
             const char *where)
{
  g_autoptr (GHashTable) before = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GtkWidget *window = dov_ui_test_find_window (DOV_TYPE_WINDOW);
  const char *offered = window != NULL ? dov_page_get_action_label (dov_window_get_page (DOV_WINDOW (window))) : NULL;

  for (guint i = 0; i < heard->len; i++)
    {
      const DovUiHeard *one = g_ptr_array_index (heard, i);

      if (one->must_have_name && g_strcmp0 (one->name, offered) != 0
          && !g_hash_table_add (before, g_strdup_printf ("%s “%s” in “%s”", one->role, one->name, find_line (heard, i))))
        {
          g_test_message ("%s: twice: %s “%s” in “%s”", where, one->role, one->name, find_line (heard, i));
          g_test_fail ();
        }
    }
}

/**
 * dov_ui_bus_check_names:
 * @where: told when it fails
 *
 * Fails the test where what the keyboard can reach says nothing, or only its
 * class, to a person who cannot see it; says its name twice; or is called like
 * something else of the page.
 */
void
dov_ui_bus_check_names (const char *where)
{
  g_autoptr (GPtrArray) heard = dov_ui_bus_read ();
  const char *before = "";

  /* A window and what is in it. */
  g_assert_cmpuint (heard->len, >, 2);
  for (guint i = 0; i < heard->len; i++)
    {
      const DovUiHeard *one = g_ptr_array_index (heard, i);

      if (one->must_have_name && is_class (one->name))
        {
          g_test_message ("%s: %s “%s” after “%s”", where, one->role, one->name, before);
          g_test_fail ();
        }
      if (one->must_have_name && says_twice (one))
        {
          g_test_message ("%s: %s “%s” says it again: %s", where, one->role, one->name, one->description);
          g_test_fail ();
        }
      if (*one->name != '\0')
        before = one->name;
    }
  check_apart (heard, where);
}

/**
 * dov_ui_bus_dup_focus:
 *
 * Returns: (transfer full): the name and the description of what has the keyboard, as it is read aloud
 */
char *
dov_ui_bus_dup_focus (void)
{
  g_autoptr (GPtrArray) heard = dov_ui_bus_read ();

  for (guint i = heard->len; i > 0; i--)
    {
      DovUiHeard *one = g_ptr_array_index (heard, i - 1);

      if ((one->states & STATE_FOCUSED) != 0)
        return one->description != NULL && *one->description != '\0'
               ? g_strconcat (one->name, " ", one->description, NULL) : g_strdup (one->name);
    }

  return g_strdup ("");
}

static Node *
add_said (void)
{
  Node *node = g_new0 (Node, 1);

  g_ptr_array_add (said, node);

  return node;
}

static void
moved_cb (GDBusConnection *connection,
          const char      *sender,
          const char      *path,
          const char      *interface,
          const char      *signal,
          GVariant        *params,
          gpointer         data)
{
  const char *detail;
  Node *node;
  int on;

  g_variant_get (params, "(&siiva{sv})", &detail, &on, NULL, NULL, NULL);
  if (!g_str_equal (detail, "focused") || on == 0)
    return;
  g_free (focused);
  focused = g_strdup (path);
  node = add_said ();
  node->path = g_strdup (path);
  ask_words (node, path);
}

/* What is told while the keyboard stays where it is. */
static void
described_cb (GDBusConnection *connection,
              const char      *sender,
              const char      *path,
              const char      *interface,
              const char      *signal,
              GVariant        *params,
              gpointer         data)
{
  const char *detail;
  g_autoptr (GVariant) words = NULL;

  g_variant_get (params, "(&siiva{sv})", &detail, NULL, NULL, &words, NULL);
  if (!(g_str_equal (detail, "accessible-description") || g_str_equal (detail, "accessible-name"))
      || g_strcmp0 (path, focused) != 0 || *g_variant_get_string (words, NULL) == '\0')
    return;
  add_said ()->heard.description = g_variant_dup_string (words, NULL);
}

/* Newer GTK tells of what happens only where somebody has said to the registry that it is wanted. */
static void
want (const char *event)
{
  g_variant_unref (call_sync (bus, REGISTRY, "/org/a11y/atspi/registry", REGISTRY, "RegisterEvent",
                              g_variant_new ("(sass)", event, NULL, "")));
}

static guint
subscribe (const char         *signal,
           GDBusSignalCallback callback)
{
  return g_dbus_connection_signal_subscribe (bus, program, "org.a11y.atspi.Event.Object", signal, NULL, NULL,
                                             G_DBUS_SIGNAL_FLAGS_NONE, callback, NULL, NULL);
}

/**
 * dov_ui_bus_listen:
 *
 * From now on everything that gets the keyboard is asked for its words at
 * once, as a screen reader asks. dov_ui_bus_dup_said() ends it.
 */
void
dov_ui_bus_listen (void)
{
  g_assert_null (said);
  if (bus == NULL)
    connect_bus ();
  want ("object:state-changed:focused");
  want ("object:property-change");
  /* Whoever answers what was asked after that has heard of it. */
  g_ptr_array_unref (dov_ui_bus_read ());
  said = g_ptr_array_new ();
  listening[0] = subscribe ("StateChanged", moved_cb);
  listening[1] = subscribe ("PropertyChange", described_cb);
}

/* A line for each; what has a class for its name fails the test. @last: what has the keyboard. */
static void
tell (GString     *lines,
      DovUiHeard  *one,
      const char **last)
{
  if (one->name == NULL && one->description != NULL && g_strcmp0 (one->description, *last) != 0)
    g_string_append_printf (lines, "    %s\n", one->description);
  if (one->name == NULL || one->role == NULL)
    return;   /* told of what was named before; or gone before it was asked */
  /* The keyboard has gone on from it: it was on its way out of sight. */
  if (*one->name == '\0' && (one->states & STATE_FOCUSED) == 0)
    return;
  *last = one->name;
  if (is_class (one->name))
    {
      g_test_message ("%s “%s” after:\n%s", one->role, one->name, lines->str);
      g_test_fail ();
    }
  g_string_append_printf (lines, "%s (%s)", one->name, one->role);
  if (one->description != NULL && *one->description != '\0')
    g_string_append_printf (lines, ": %s", one->description);
  g_string_append_c (lines, '\n');
}

/**
 * dov_ui_bus_dup_said:
 *
 * Fails the test where something that had the keyboard said nothing, or only
 * its class.
 *
 * Returns: (transfer full): a line for each thing that had the keyboard since
 *   dov_ui_bus_listen(), with its name, what it is, and what is told about it;
 *   below it, what was told while it had the keyboard
 */
char *
dov_ui_bus_dup_said (void)
{
  GString *lines = g_string_new (NULL);
  const char *last = NULL;

  g_assert_nonnull (said);
  dov_ui_test_settle ();
  WAIT_FOR (n_open == 0);
  for (guint i = 0; i < G_N_ELEMENTS (listening); i++)
    g_dbus_connection_signal_unsubscribe (bus, listening[i]);
  g_clear_pointer (&focused, g_free);
  for (guint i = 0; i < said->len; i++)
    tell (lines, &((Node *) g_ptr_array_index (said, i))->heard, &last);
  for (guint i = 0; i < said->len; i++)
    {
      Node *node = g_ptr_array_index (said, i);

      g_free (node->heard.name);
      g_free (node->heard.description);
      g_free (node->heard.role);
      g_free (node->path);
      g_free (node);
    }
  g_clear_pointer (&said, g_ptr_array_unref);

  return g_string_free (lines, FALSE);
}
