/* dov-link-panel.c - the small form that makes a record where it was found missing */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-link-panel.h"

#include <glib/gi18n.h>

#include "dov-answers.h"
#include "dov-keys.h"
#include "dov-reason.h"
#include "dov-widgets.h"

struct _DovLinkPanel
{
  GtkBox         parent_instance;

  DovStore      *store;
  DovFieldGroup *group;
  GtkWidget     *answers;      /* what is asked before it is made */
  char          *asked;        /* the rule whose reason is asked for */
};

G_DEFINE_FINAL_TYPE (DovLinkPanel, dov_link_panel, GTK_TYPE_BOX)

enum { MADE, GIVEN_UP, N_SIGNALS };
static guint signals[N_SIGNALS];

/* Told once, from above: here no record is known by name. */
static DovLinkAsk ask_before;

/**
 * dov_link_panel_tell_ask:
 * @ask: is asked of each panel before it makes its record
 */
void
dov_link_panel_tell_ask (DovLinkAsk ask)
{
  ask_before = ask;
}

DovStore *
dov_link_panel_get_store (DovLinkPanel *self)
{
  return self->store;
}

DovRecord *
dov_link_panel_get_draft (DovLinkPanel *self)
{
  return dov_field_group_get_draft (self->group);
}

/**
 * dov_link_panel_take:
 * @record: what is meant, kept
 *
 * Ends the work of the panel: it was about this record.
 */
void
dov_link_panel_take (DovLinkPanel *self,
                     DovRecord    *record)
{
  g_autoptr (DovRecord) kept = g_object_ref (record);

  g_signal_emit (self, signals[MADE], 0, kept);
}

/* The words typed become the names of a person, or the first text of anything else. */
static void
fill_with_words (DovRecord  *draft,
                 const char *typed)
{
  DovRecordClass *klass = DOV_RECORD_GET_CLASS (draft);
  g_auto (GStrv) words = g_strsplit (typed, " ", -1);
  guint next = 0, n_words = g_strv_length (words);

  for (guint i = 0; i < klass->n_fields; i++)
    if ((klass->fields[i].flags & DOV_NAME) && next < n_words)
      dov_record_set_string (draft, klass->fields[i].name, words[next++]);
  for (guint i = 0; i < klass->n_fields && next == 0; i++)
    if (klass->fields[i].kind == DOV_KIND_TEXT && (klass->fields[i].flags & DOV_REQUIRED) &&
        dov_record_is_empty (draft, &klass->fields[i]))
      {
        dov_record_set_string (draft, klass->fields[i].name, typed);
        next = 1;
      }
}

static void
give_up (DovLinkPanel *self)
{
  g_signal_emit (self, signals[GIVEN_UP], 0);
}

static void
reason_cb (const char *reason,
           gpointer    panel)
{
  dov_link_panel_save (panel);
}

/* What a rule warns of is not passed by pressing “Add” once more: it is asked why it is right. */
static void
show_refusal (DovLinkPanel *self,
              const GError *error)
{
  const DovProblem *refusal = dov_store_get_refusal (self->store);

  if (!g_error_matches (error, DOV_RECORD_ERROR, DOV_RECORD_ERROR_WARNING) || refusal == NULL || refusal->rule == NULL)
    {
      dov_field_group_set_refusal (self->group, error->message);
      return;
    }
  g_free (self->asked);
  self->asked = g_strdup (refusal->rule);
  dov_answers_show (self, dov_reason_new (error->message, NULL, self, reason_cb, self));
}

/**
 * dov_link_panel_save:
 *
 * Saves the record, or says what is missing.
 *
 * Returns: whether it was made
 */
gboolean
dov_link_panel_save (DovLinkPanel *self)
{
  DovRecord *draft = dov_field_group_get_draft (self->group);
  g_autofree char *reason = dov_reason_dup_given (self->answers);
  g_autoptr (GError) error = NULL;

  dov_answers_clear (self);
  if (!dov_field_group_check (self->group))
    {
      dov_field_group_focus_error (self->group);
      return FALSE;
    }
  if (ask_before != NULL && ask_before (self))
    return FALSE;
  if (reason != NULL)
    dov_store_accept (self->store, self->asked, reason);
  if (!dov_store_save (self->store, draft, &error))
    {
      show_refusal (self, error);
      return FALSE;
    }
  dov_link_panel_take (self, draft);

  return TRUE;
}

/* Esc goes back from the question to the fields, and only then from the panel. */
static void
step_back (DovLinkPanel *self)
{
  if (!gtk_widget_get_visible (self->answers))
    {
      give_up (self);
      return;
    }
  dov_answers_clear (self);
  dov_link_panel_focus (self);
}

static gboolean
key_pressed_cb (GtkEventControllerKey *keys,
                guint                  key,
                guint                  code,
                GdkModifierType        modifiers,
                DovLinkPanel          *self)
{
  if (key == GDK_KEY_Escape)
    step_back (self);
  else if (dov_keys_is_save (key, modifiers))
    dov_link_panel_save (self);
  else
    return FALSE;

  return TRUE;
}

/**
 * dov_link_panel_new:
 * @list: (nullable): for a reference item, the list it is to be in
 * @typed: the words that were looked for
 *
 * Returns: (transfer floating): a form with what must be filled in and what lists show
 */
GtkWidget *
dov_link_panel_new (DovStore   *store,
                    GType       type,
                    const char *list,
                    const char *typed)
{
  DovLinkPanel *self = g_object_new (DOV_TYPE_LINK_PANEL, NULL);
  g_autoptr (DovRecord) draft = dov_record_new (type, 0);
  g_autofree char *title = g_strdup_printf (C_("new record", "New: %s"), _(DOV_RECORD_GET_CLASS (draft)->label));

  g_set_object (&self->store, store);
  if (list != NULL)
    dov_record_set_string (draft, "list_code", list);
  fill_with_words (draft, typed);

  self->group = DOV_FIELD_GROUP (dov_field_group_new (store, draft, title));
  if (list != NULL)
    dov_field_group_add (self->group, "label");
  else
    dov_field_group_add_main (self->group);
  gtk_box_prepend (GTK_BOX (self), GTK_WIDGET (self->group));

  return GTK_WIDGET (self);
}

void
dov_link_panel_focus (DovLinkPanel *self)
{
  dov_field_group_focus_first (self->group);
}

static void
dov_link_panel_dispose (GObject *object)
{
  g_clear_object (&DOV_LINK_PANEL (object)->store);
  g_clear_pointer (&DOV_LINK_PANEL (object)->asked, g_free);

  G_OBJECT_CLASS (dov_link_panel_parent_class)->dispose (object);
}

static void
dov_link_panel_class_init (DovLinkPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dov_link_panel_dispose;

  signals[MADE] = g_signal_new ("made", DOV_TYPE_LINK_PANEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, DOV_TYPE_RECORD);
  signals[GIVEN_UP] = g_signal_new ("given-up", DOV_TYPE_LINK_PANEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, DOV_RESOURCES "/ui/dov-link-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, DovLinkPanel, answers);
  gtk_widget_class_bind_template_callback (widget_class, give_up);
  gtk_widget_class_bind_template_callback (widget_class, dov_link_panel_save);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
}

static void
dov_link_panel_init (DovLinkPanel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  dov_answers_set (GTK_WIDGET (self), GTK_BOX (self->answers));
}
