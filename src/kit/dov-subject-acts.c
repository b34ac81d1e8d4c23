/* dov-subject-acts.c - what can be done on the page of a record: actions, keys, buttons and menu from one table */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-subject-acts.h"

#include "dov-deed.h"
#include "dov-go.h"
#include "dov-keys.h"
#include "dov-label.h"
#include "dov-visitor.h"

#include <glib/gi18n.h>

struct _DovSubjectActs
{
  DovPage            *page;     /* owns this, the store and the record */
  DovStore           *store;
  DovRecord          *record;
  const DovSubject   *subject;
  GSimpleActionGroup *actions;
  GPtrArray          *buttons;  /* of an act each, NULL where it has none */
  GtkWidget          *menu;     /* the three dots */
  DovWrapBox         *head;
  DovWrapBox         *bar;
  GtkBox             *foot;     /* of what stays at the foot */
  GtkBox             *foot_end; /* beside it, where it does not scroll */
};

static guint
count_acts (DovSubjectActs *self)
{
  guint n = 0;

  while (self->subject->acts != NULL && self->subject->acts[n].name != NULL)
    n++;

  return n;
}

static const DovAct *
find_act (DovSubjectActs *self,
          const char     *name)
{
  for (guint i = 0; i < count_acts (self); i++)
    if (g_str_equal (self->subject->acts[i].name, name))
      return &self->subject->acts[i];

  return NULL;
}

/* "mentor.log" → "log" */
static const char *
short_name (const DovAct *act)
{
  return strchr (act->name, '.') + 1;
}

static const char *
label_of (const DovAct *act)
{
  if (act->label != NULL)
    return _(act->label);

  return act->kind == DOV_ACT_EDIT ? _("Change…") : _("Put into the bin");
}

static const char *
icon_of (const DovAct *act)
{
  if (act->icon != NULL)
    return act->icon;

  return act->kind == DOV_ACT_EDIT ? "document-edit-symbolic" : act->kind == DOV_ACT_REMOVE ? "user-trash-symbolic" : NULL;
}

static const char *
key_of (const DovAct *act)
{
  return act->key == NULL && act->kind == DOV_ACT_EDIT ? "<Control>Return" : act->key;
}

static gboolean
is_bare (const DovAct *act)
{
  return act->is_bare || act->kind == DOV_ACT_EDIT || act->kind == DOV_ACT_REMOVE;
}

/* ---- whether ---- */

/* Whether anything may be changed here: not in a file that is only read, nor of what lies in the bin. */
gboolean
dov_subject_acts_may_write (DovSubjectActs *self)
{
  return dov_subject_may_write (self->store, self->record);
}

static gboolean
is_in_state (DovSubjectActs *self,
             const DovAct   *act)
{
  g_auto (GStrv) states = NULL;
  g_autofree char *state = NULL;

  if (act->while_in == NULL)
    return TRUE;

  states = g_strsplit (act->while_in, " ", -1);
  state = dov_record_dup_text (self->record, dov_record_class_find_field (DOV_RECORD_GET_CLASS (self->record),
                                                                          self->subject->state));

  return g_strv_contains ((const char *const *) states, state);
}

static gboolean
may_do (DovSubjectActs *self,
        const DovAct   *act)
{
  gboolean reads = act->kind == DOV_ACT_PAPER || act->reads;

  return (reads || dov_subject_acts_may_write (self)) && is_in_state (self, act) &&
         !(act->is_covered && dov_visitor_is_near ()) &&
         (act->may == NULL || act->may (self->store, self->record));
}

/* ---- doing ---- */

static const DovField *
find_link (DovRecord    *draft,
           const DovAct *act,
           GType         subject)
{
  DovRecordClass *klass = DOV_RECORD_GET_CLASS (draft);

  if (act->link != NULL)
    return dov_record_class_find_field (klass, act->link);
  for (guint i = 0; i < klass->n_fields; i++)
    if (klass->fields[i].kind == DOV_KIND_LINK && klass->fields[i].target () == subject)
      return &klass->fields[i];

  return NULL;
}

static void
begin_new (DovSubjectActs *self,
           const DovAct   *act)
{
  g_autoptr (DovRecord) draft = dov_record_new (act->type (), 0);
  DovRelatedList list = { .type = act->type, .link = find_link (draft, act, G_OBJECT_TYPE (self->record))->name };

  g_clear_object (&draft);
  draft = dov_related_list_new_row (&list, self->record);
  if (act->prepare != NULL)
    act->prepare ((DovSubjectPage *) self->page, draft);
  dov_go_form (self->page, draft);
}

static void
take_step (DovSubjectActs *self,
           const DovAct   *act,
           const char     *typed)
{
  g_autoptr (DovRecord) draft = dov_record_dup (self->record);
  g_autofree char *name = dov_store_describe (self->store, self->record);
  g_autoptr (GString) words = g_string_new (act->words != NULL ? g_dpgettext2 (NULL, "toast", act->words) : NULL);
  DovRecordClass *klass = DOV_RECORD_GET_CLASS (draft);

  g_string_replace (words, "%s", name, 1);
  dov_record_set_text (draft, dov_record_class_find_field (klass, self->subject->state), act->code, NULL);
  if (typed != NULL && act->reason != NULL)
    dov_record_set_string (draft, act->reason, typed);
  if (act->prepare != NULL)
    act->prepare ((DovSubjectPage *) self->page, draft);
  dov_deed_save (self->page, self->store, words->len > 0 ? words->str : NULL, draft);
}

static void
go_back (gpointer page,
         gpointer data)
{
  dov_go_back (page);
}

/* What the rules do with the record. */
typedef struct
{
  const DovAct *act;
  DovRecord    *record;
  char         *typed;
} Doing;

static void
free_doing (gpointer data)
{
  Doing *doing = data;

  g_object_unref (doing->record);
  g_free (doing->typed);
  g_free (doing);
}

static gboolean
follow_rule (DovStore  *store,
             gpointer   data,
             GError   **error)
{
  Doing *doing = data;

  return doing->act->rule (store, doing->record, doing->typed, error);
}

static void
begin_rule (DovSubjectActs *self,
            const DovAct   *act,
            const char     *typed)
{
  Doing doing = { act, g_object_ref (self->record), g_strdup (typed) };

  dov_deed_do (self->page, self->store, &(DovDeed) {
    .act = follow_rule, .done = act->leaves ? go_back : NULL, .data = g_memdup2 (&doing, sizeof doing),
    .free_data = free_doing });
}

static void
do_act (DovSubjectActs *self,
        const DovAct   *act,
        const char     *typed)
{
  switch (act->kind)
    {
    case DOV_ACT_EDIT:
      dov_go_edit (self->page, self->record);
      break;

    case DOV_ACT_REMOVE:
      dov_deed_remove (self->page, self->store, self->record, go_back);
      break;

    case DOV_ACT_NEW:
      begin_new (self, act);
      break;

    case DOV_ACT_STEP:
      take_step (self, act, typed);
      break;

    case DOV_ACT_PAPER:
      dov_go_paper (self->page, act->code, dov_record_get_id (self->record));
      break;

    case DOV_ACT_RUN:
      act->run ((DovSubjectPage *) self->page, typed);
      break;

    case DOV_ACT_DO:
      begin_rule (self, act, typed);
      break;

    default:
      g_assert_not_reached ();
    }
}

/* ---- asking first ---- */

typedef struct
{
  DovSubjectActs *self;
  const DovAct   *act;
} Question;

static void
free_question (gpointer  question,
               GClosure *closure)
{
  g_free (question);
}

static void
answered_cb (DovAskCard *card,
             Question   *question)
{
  DovSubjectActs *self = question->self;
  const DovAct *act = question->act;
  g_autofree char *typed = g_strstrip (g_strdup (dov_ask_card_get_text (card, "asked")));

  if (*typed == '\0')
    {
      dov_ask_card_refuse (card, "asked", _("Write it down in a few words."));
      return;
    }
  do_act (self, act, typed);
}

static void
ask (DovSubjectActs *self,
     const DovAct   *act)
{
  /* The three dots said that something would be asked. */
  g_autofree char *go_on = g_str_has_suffix (label_of (act), "…")
                           ? g_strndup (label_of (act), strlen (label_of (act)) - strlen ("…")) : g_strdup (label_of (act));
  GtkWidget *card = dov_ask_card_new (act->ask_title != NULL ? _(act->ask_title) : go_on, go_on);
  Question question = { self, act };

  dov_ask_card_add (DOV_ASK_CARD (card), "asked", _(act->asks), "");
  g_signal_connect_data (card, "go-on", G_CALLBACK (answered_cb), g_memdup2 (&question, sizeof question), free_question, 0);
  dov_ask_card_ask (DOV_ASK_CARD (card), self->page);
}

static void
begin (DovSubjectActs *self,
       const DovAct   *act)
{
  if (act->asks != NULL)
    ask (self, act);
  else
    do_act (self, act, NULL);
}

static void
activated_cb (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       act)
{
  DovSubjectActs *self = g_object_get_data (G_OBJECT (action), "acts");

  if (may_do (self, act))
    begin (self, act);
}

/* ---- buttons ---- */

static GtkWidget *
button_new (const DovAct *act)
{
  GtkWidget *button = gtk_button_new ();
  const char *icon = icon_of (act);
  g_autofree char *key = key_of (act) != NULL ? dov_keys_dup_words (key_of (act)) : NULL;
  g_autofree char *tip = key != NULL ? g_strdup_printf ("%s (%s)", label_of (act), key) : g_strdup (label_of (act));

  if (is_bare (act))
    {
      gtk_button_set_icon_name (GTK_BUTTON (button), icon);
      gtk_widget_set_tooltip_text (button, tip);
      dov_name_widget (button, label_of (act));
    }
  else
    {
      dov_button_fill (button, icon, label_of (act), key);
    }
  gtk_widget_add_css_class (button, is_bare (act) ? "image-button" : icon != NULL ? "image-text-button" : "text-button");
  gtk_widget_set_name (button, act->name);
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), act->name);
  if (act->is_strong)
    gtk_widget_add_css_class (button, "suggested-action");

  return button;
}

static GMenuModel *
menu_new (DovSubjectActs *self)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) section = g_menu_new ();

  for (guint i = 0; i < count_acts (self); i++)
    {
      const DovAct *act = &self->subject->acts[i];
      g_autoptr (GMenuItem) item = g_menu_item_new (label_of (act), act->name);

      if (act->place != DOV_ACT_IN_MENU)
        continue;
      if (act->begins && g_menu_model_get_n_items (G_MENU_MODEL (section)) > 0)
        {
          g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
          g_object_unref (section);
          section = g_menu_new ();
        }
      g_menu_item_set_attribute (item, "hidden-when", "s", "action-disabled");
      g_menu_append_item (section, item);
    }
  if (g_menu_model_get_n_items (G_MENU_MODEL (section)) > 0)
    g_menu_append_section (menu, NULL, G_MENU_MODEL (section));

  return G_MENU_MODEL (menu);
}

static gboolean
has_foot (DovSubjectActs *self)
{
  for (guint i = 0; i < count_acts (self); i++)
    if (self->subject->acts[i].place == DOV_ACT_AT_FOOT)
      return TRUE;

  return FALSE;
}

static void
add_menu (DovSubjectActs *self)
{
  g_autoptr (GMenuModel) menu = menu_new (self);

  if (g_menu_model_get_n_items (menu) == 0)
    return;

  self->menu = gtk_menu_button_new ();
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->menu), "view-more-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (self->menu), menu);
  gtk_widget_set_valign (self->menu, GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (self->menu, _("More that can be done"));
  dov_name_widget (self->menu, _("More that can be done"));
  if (has_foot (self))
    gtk_box_append (self->foot_end, self->menu);
  else
    dov_wrap_box_append (self->head, self->menu);
}

/* Of the acts that answer to this key, the one that may be done now. */
static gboolean
key_cb (GtkWidget *page,
        GVariant  *arguments,
        gpointer   data)
{
  Question *question = data;
  DovSubjectActs *self = question->self;

  for (guint i = 0; dov_page_hears (DOV_PAGE (page)) && i < self->buttons->len; i++)
    {
      const DovAct *act = &self->subject->acts[i];

      if (g_strcmp0 (key_of (act), key_of (question->act)) == 0 && may_do (self, act))
        return gtk_widget_activate_action (page, act->name, NULL);
    }

  return FALSE;
}

/* Steps of one key are one key: the state says which of them it takes. */
static void
add_key (DovSubjectActs        *self,
         const DovAct          *act,
         GtkShortcutController *keys)
{
  Question question = { self, act };

  for (const DovAct *other = self->subject->acts; other != act; other++)
    if (g_strcmp0 (key_of (other), key_of (act)) == 0)
      return;
  gtk_shortcut_controller_add_shortcut (
    keys, gtk_shortcut_new (dov_keys_trigger_new (key_of (act)),
                            gtk_callback_action_new (key_cb, g_memdup2 (&question, sizeof question), g_free)));
}

static void
add_act (DovSubjectActs        *self,
         const DovAct          *act,
         GtkShortcutController *keys)
{
  g_autoptr (GSimpleAction) action = g_simple_action_new (short_name (act), NULL);
  GtkWidget *button = act->place != DOV_ACT_IN_MENU && act->place != DOV_ACT_UNSEEN ? button_new (act) : NULL;

  g_object_set_data (G_OBJECT (action), "acts", self);
  g_signal_connect (action, "activate", G_CALLBACK (activated_cb), (gpointer) act);
  g_action_map_add_action (G_ACTION_MAP (self->actions), G_ACTION (action));
  g_ptr_array_add (self->buttons, button);
  if (act->place == DOV_ACT_IN_HEAD)
    dov_wrap_box_append (self->head, button);
  else if (act->place == DOV_ACT_IN_BAR)
    dov_wrap_box_append (self->bar, button);
  else if (act->place == DOV_ACT_AT_FOOT)
    gtk_box_append (self->foot, button);
  if (key_of (act) != NULL)
    add_key (self, act, keys);
}

/**
 * dov_subject_acts_new:
 * @page: of @record; lives longer
 * @head: for buttons beside the title, and the menu
 * @bar: for those below
 * @foot: for those that stay at the foot
 * @foot_end: for the menu then
 *
 * Returns: the acts of its page
 */
DovSubjectActs *
dov_subject_acts_new (DovPage          *page,
                      DovStore         *store,
                      DovRecord        *record,
                      const DovSubject *subject,
                      DovWrapBox       *head,
                      DovWrapBox       *bar,
                      GtkBox           *foot,
                      GtkBox           *foot_end)
{
  DovSubjectActs *self = g_new0 (DovSubjectActs, 1);
  GtkEventController *keys = gtk_shortcut_controller_new ();
  guint n;

  self->page = page;
  self->store = store;
  self->record = record;
  self->subject = subject;
  self->actions = g_simple_action_group_new ();
  self->buttons = g_ptr_array_new ();
  self->head = head;
  self->bar = bar;
  self->foot = foot;
  self->foot_end = foot_end;
  n = count_acts (self);
  for (guint i = 0; i < n; i++)
    add_act (self, &self->subject->acts[i], GTK_SHORTCUT_CONTROLLER (keys));
  add_menu (self);

  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (keys), GTK_SHORTCUT_SCOPE_GLOBAL);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (GTK_WIDGET (page), keys);
  if (n > 0)
    {
      g_autofree char *prefix = g_strndup (self->subject->acts[0].name, (gsize) (short_name (&self->subject->acts[0]) - 1 -
                                                                                 self->subject->acts[0].name));

      gtk_widget_insert_action_group (GTK_WIDGET (page), prefix, G_ACTION_GROUP (self->actions));
    }

  return self;
}

void
dov_subject_acts_free (DovSubjectActs *self)
{
  g_object_unref (self->actions);
  g_ptr_array_unref (self->buttons);
  g_free (self);
}

/* What may be done now: buttons that may not are gone, entries of the menu too. Returns whether anything stands at the foot. */
gboolean
dov_subject_acts_refresh (DovSubjectActs *self)
{
  gboolean has_entries = FALSE, has_bar = FALSE, at_foot = FALSE;
  const char *main_label = "";

  for (guint i = 0; i < self->buttons->len; i++)
    {
      const DovAct *act = &self->subject->acts[i];
      GtkWidget *button = g_ptr_array_index (self->buttons, i);
      gboolean may = may_do (self, act);

      g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self->actions),
                                                                               short_name (act))), may);
      if (button != NULL)
        gtk_widget_set_visible (button, may);
      has_entries = has_entries || (may && act->place == DOV_ACT_IN_MENU);
      has_bar = has_bar || (may && act->place == DOV_ACT_IN_BAR);
      at_foot = at_foot || (may && act->place == DOV_ACT_AT_FOOT);
      if (may && act->is_main)
        main_label = label_of (act);
    }
  if (self->menu != NULL)
    gtk_widget_set_visible (self->menu, has_entries);
  gtk_widget_set_visible (GTK_WIDGET (self->bar), has_bar);
  dov_page_set_action_label (self->page, main_label);

  return at_foot || (has_entries && has_foot (self));
}

/**
 * dov_subject_acts_may:
 * @name: of an act
 *
 * Returns: whether it may be done now
 */
gboolean
dov_subject_acts_may (DovSubjectActs *self,
                      const char     *name)
{
  const DovAct *act = find_act (self, name);

  return act != NULL && may_do (self, act);
}

/* Puts the keyboard on the strong button; FALSE when there is none now. */
gboolean
dov_subject_acts_focus (DovSubjectActs *self)
{
  for (guint i = 0; i < self->buttons->len; i++)
    if (self->subject->acts[i].is_strong && g_ptr_array_index (self->buttons, i) != NULL &&
        gtk_widget_get_visible (g_ptr_array_index (self->buttons, i)))
      return gtk_widget_grab_focus (g_ptr_array_index (self->buttons, i));

  return FALSE;
}

/* Does the main act of the header; FALSE when there is none, or it may not be done. */
gboolean
dov_subject_acts_do_main (DovSubjectActs *self)
{
  for (guint i = 0; i < count_acts (self); i++)
    if (self->subject->acts[i].is_main && may_do (self, &self->subject->acts[i]))
      {
        begin (self, &self->subject->acts[i]);
        return TRUE;
      }

  return FALSE;
}

/**
 * dov_subject_acts_offer:
 * @name: of an act
 *
 * Adds its button to a notice, if it may be done now.
 */
void
dov_subject_acts_offer (DovSubjectActs *self,
                        DovNotice      *notice,
                        const char     *name)
{
  const DovAct *act = find_act (self, name);
  g_autofree char *key = NULL;

  g_return_if_fail (act != NULL);

  if (!may_do (self, act))
    return;
  key = key_of (act) != NULL ? dov_keys_dup_words (key_of (act)) : NULL;
  gtk_actionable_set_action_name (GTK_ACTIONABLE (dov_notice_add_action (notice, label_of (act), key)), act->name);
}
