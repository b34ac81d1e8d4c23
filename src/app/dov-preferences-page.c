/* dov-preferences-page.c - the lounge and who signs, this computer, the file and its copies */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-preferences-page.h"

#include <glib/gi18n.h>

#include "dov-config.h"
#include "dov-deed.h"
#include "dov-errors.h"
#include "dov-field-group.h"
#include "dov-fold-columns.h"
#include "dov-go.h"
#include "dov-label.h"
#include "dov-settings.h"
#include "dov-widgets.h"

struct _DovPreferencesPage
{
  DovPage       parent_instance;

  DovStore     *store;
  DovRecord    *stored;
  DovRecord    *draft;
  GPtrArray    *groups;     /* of the fields of the settings */

  GtkBox       *left;
  GtkBox       *right;
};

G_DEFINE_FINAL_TYPE (DovPreferencesPage, dov_preferences_page, DOV_TYPE_PAGE)

/* The fields of the settings, as they stand together. */
static const struct
{
  const char *title;
  const char *fields[7];
} settings[] = {
  { N_("Lounge of this computer and who signs"),
    { "lounge_id", "head_position", "head_name", "head_position_dative", "head_name_dative" } },
  { N_("Who answers for personal data"), { "operator_name", "operator_address", "operator_responsible" } },
  { N_("The district"), { "district_kind", "district_name", "region", "phone_area_code", "child_upper_age",
                          "archive_margin" } },
};

static const char *const languages[] = { "", "ru", "en" };
static const guint text_sizes[] = { 100, 110, 125, 150, 175, 200 };

static gboolean
is_changed (DovPreferencesPage *self)
{
  return self->draft != NULL && dov_record_diff (self->stored, self->draft) != 0;
}

static void
show_problems (DovPreferencesPage *self)
{
  g_autoptr (GPtrArray) problems = dov_store_list_problems (self->store, self->draft);

  for (guint i = 0; i < problems->len; i++)
    for (guint g = 0; g < self->groups->len; g++)
      dov_field_group_show_problem (self->groups->pdata[g], self->draft, problems->pdata[i]);
}

static gboolean
save_settings (DovStore  *store,
               gpointer   page,
               GError   **error)
{
  return dov_store_save (store, DOV_PREFERENCES_PAGE (page)->draft, error);
}

static gboolean
refused (gpointer      from,
         const GError *error,
         gpointer      page)
{
  show_problems (page);
  dov_errors_show (page, error);

  return TRUE;
}

/* Returns: FALSE when something typed must be put right first. */
static gboolean
save (DovPreferencesPage *self)
{
  gboolean is_clear = TRUE;

  if (self->draft == NULL)
    return TRUE;

  for (guint g = 0; g < self->groups->len; g++)
    is_clear = dov_field_group_read (self->groups->pdata[g]) && is_clear;
  if (!is_clear)
    return FALSE;
  if (!is_changed (self))
    return TRUE;


  return dov_deed_do (self, self->store, &(DovDeed) {
    .words = C_("toast", "The settings were saved"), .act = save_settings, .refused = refused, .data = self });
}

static void
save_clicked_cb (DovPreferencesPage *self)
{
  save (self);
}

static void
language_selected_cb (DovPreferencesPage *self,
                      GParamSpec         *pspec,
                      AdwComboRow        *row)
{
  g_autoptr (GError) error = NULL;

  if (!dov_config_set_text ("language", languages[adw_combo_row_get_selected (row)], &error))
    dov_errors_show (GTK_WIDGET (self), error);
  else
    dov_go_tell (self, _("The language changes when the program is opened again"), 0);
}

static void
text_size_selected_cb (DovPreferencesPage *self,
                       GParamSpec         *pspec,
                       AdwComboRow        *row)
{
  g_autoptr (GError) error = NULL;
  guint percent = text_sizes[adw_combo_row_get_selected (row)];

  dov_widgets_scale_text (percent);
  if (!dov_config_set_number ("text-size", percent, &error))
    dov_errors_show (GTK_WIDGET (self), error);
}

static AdwComboRow *
add_choice (AdwPreferencesGroup *group,
            const char          *title,
            const char *const   *names,
            guint                selected)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (names);
  g_autoptr (GtkListItemFactory) lines = dov_label_choices_new ();
  /* Beside the title there is room for some letters only. */
  GtkWidget *row = g_object_new (ADW_TYPE_COMBO_ROW, "title", title, "use-subtitle", TRUE, "model", list,
                                 "list-factory", lines, "selected", selected, NULL);

  adw_preferences_group_add (group, row);

  return ADW_COMBO_ROW (row);
}

static void
add_computer (DovPreferencesPage *self)
{
  GtkWidget *group = g_object_new (ADW_TYPE_PREFERENCES_GROUP, "title", _("This computer"), NULL);
  const char *names[] = { _("as on this computer"), "Русский", "English", NULL };
  g_autofree char *language = dov_config_dup_text ("language");
  gint64 size = dov_config_get_number ("text-size", 100);
  const char *percents[] = { "100 %", "110 %", "125 %", "150 %", "175 %", "200 %", NULL };
  guint selected_language = 0;
  guint selected_size = 0;
  AdwComboRow *row;

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    if (g_str_equal (language, languages[i]))
      selected_language = i;
  for (guint i = 0; i < G_N_ELEMENTS (text_sizes); i++)
    if (size >= text_sizes[i])
      selected_size = i;

  row = add_choice (ADW_PREFERENCES_GROUP (group), _("Size of text"), percents, selected_size);
  g_signal_connect_object (row, "notify::selected", G_CALLBACK (text_size_selected_cb), self, G_CONNECT_SWAPPED);
  row = add_choice (ADW_PREFERENCES_GROUP (group), _("Language"), names, selected_language);
  g_signal_connect_object (row, "notify::selected", G_CALLBACK (language_selected_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (self->right, group);
}

static const struct
{
  const char *title;
  const char *subtitle;
  const char *action;
} file_acts[] = {
  { N_("Everything that was done"), N_("Any of it can be taken back"), "win.journal" },
  { N_("Put back a copy…"), N_("First it is said what would be lost"), "app.choose-copy" },
  { N_("Open another file…"), NULL, "app.choose-file" },
  { N_("Begin a new file…"), NULL, "app.begin" },
  { N_("About the program"), NULL, "win.about" },
};

static void
add_file (DovPreferencesPage *self)
{
  GtkWidget *group = g_object_new (ADW_TYPE_PREFERENCES_GROUP, "title", _("File"), NULL);
  g_autofree char *escaped = g_markup_escape_text (dov_store_get_path (self->store), -1);
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "title", _("Where it lies"), "subtitle", escaped,
                                 "subtitle-lines", 3, NULL);

  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  for (guint i = 0; i < G_N_ELEMENTS (file_acts); i++)
    {
      row = g_object_new (ADW_TYPE_ACTION_ROW, "title", _(file_acts[i].title),
                          "subtitle", file_acts[i].subtitle != NULL ? _(file_acts[i].subtitle) : "",
                          "activatable", TRUE, "action-name", file_acts[i].action, NULL);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
    }
  gtk_box_append (self->right, group);
}

static void
add_settings (DovPreferencesPage *self)
{
  GtkWidget *button = gtk_button_new_with_label (_("Save the settings"));

  for (guint i = 0; i < G_N_ELEMENTS (settings); i++)
    {
      GtkWidget *group = dov_field_group_new (self->store, self->draft, _(settings[i].title));

      for (guint f = 0; settings[i].fields[f] != NULL; f++)
        dov_field_group_add (DOV_FIELD_GROUP (group), settings[i].fields[f]);
      g_ptr_array_add (self->groups, group);
      gtk_box_append (self->left, group);
    }

  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_add_css_class (button, "suggested-action");
  gtk_widget_set_tooltip_text (button, "Ctrl+S");
  g_signal_connect_object (button, "clicked", G_CALLBACK (save_clicked_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (self->left, button);
}

/* The settings may be changed by undo or on another page. */
static void
committed_cb (DovPreferencesPage *self)
{
  if (self->draft == NULL)
    return;

  dov_record_assign (self->draft, self->stored);
  for (guint g = 0; g < self->groups->len; g++)
    {
      GPtrArray *rows = dov_field_group_get_rows (self->groups->pdata[g]);

      for (guint r = 0; r < rows->len; r++)
        dov_field_row_show (rows->pdata[r]);
    }
}

/**
 * dov_preferences_page_new:
 *
 * Returns: (transfer floating): the page
 */
DovPage *
dov_preferences_page_new (DovStore *store)
{
  DovPreferencesPage *self = g_object_new (DOV_TYPE_PREFERENCES_PAGE, NULL);

  self->store = g_object_ref (store);
  self->stored = dov_store_find_first (store, dov_settings_get_type (), NULL, NULL);
  if (self->stored != NULL)
    {
      self->draft = dov_record_dup (self->stored);
      add_settings (self);
    }
  add_computer (self);
  add_file (self);
  gtk_widget_set_sensitive (GTK_WIDGET (self->left), !dov_store_is_read_only (store));
  g_signal_connect_object (store, "committed", G_CALLBACK (committed_cb), self, G_CONNECT_SWAPPED);

  return DOV_PAGE (self);
}

static gboolean
dov_preferences_page_save (DovPage *page)
{
  save (DOV_PREFERENCES_PAGE (page));

  return TRUE;
}

static gboolean
dov_preferences_page_is_form (DovPage *page)
{
  DovPreferencesPage *self = DOV_PREFERENCES_PAGE (page);

  for (guint g = 0; g < self->groups->len; g++)
    {
      GPtrArray *rows = dov_field_group_get_rows (self->groups->pdata[g]);

      for (guint r = 0; r < rows->len; r++)
        {
          dov_field_row_read_quietly (rows->pdata[r]);
          if (dov_field_row_is_unclear (rows->pdata[r]))
            return TRUE;
        }
    }

  return is_changed (self);
}

/* What was changed is saved on leaving; what cannot be understood is forgotten. */
static gboolean
dov_preferences_page_leave (DovPage *page)
{
  DovPreferencesPage *self = DOV_PREFERENCES_PAGE (page);

  return dov_store_is_read_only (self->store) || save (self);
}

static void
dov_preferences_page_dispose (GObject *object)
{
  DovPreferencesPage *self = DOV_PREFERENCES_PAGE (object);

  g_clear_object (&self->store);
  g_clear_object (&self->stored);
  g_clear_object (&self->draft);
  g_clear_pointer (&self->groups, g_ptr_array_unref);

  G_OBJECT_CLASS (dov_preferences_page_parent_class)->dispose (object);
}

static void
dov_preferences_page_class_init (DovPreferencesPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dov_preferences_page_dispose;
  DOV_PAGE_CLASS (klass)->save = dov_preferences_page_save;
  DOV_PAGE_CLASS (klass)->is_form = dov_preferences_page_is_form;
  DOV_PAGE_CLASS (klass)->leave = dov_preferences_page_leave;
}

static void
dov_preferences_page_init (DovPreferencesPage *self)
{
  GtkWidget *scroller = g_object_new (GTK_TYPE_SCROLLED_WINDOW, "focusable", FALSE, "hscrollbar-policy", GTK_POLICY_NEVER, NULL);
  GtkWidget *clamp = g_object_new (ADW_TYPE_CLAMP, "maximum-size", 1240, NULL);
  GtkWidget *columns = dov_fold_columns_new ();

  self->groups = g_ptr_array_new ();
  self->left = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 18));
  self->right = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 18));
  gtk_widget_set_hexpand (GTK_WIDGET (self->left), TRUE);
  g_object_set (columns, "margin-start", 24, "margin-end", 24, "margin-top", 18, "margin-bottom", 24, NULL);
  dov_fold_columns_append (DOV_FOLD_COLUMNS (columns), GTK_WIDGET (self->left));
  dov_fold_columns_append (DOV_FOLD_COLUMNS (columns), GTK_WIDGET (self->right));
  adw_clamp_set_child (ADW_CLAMP (clamp), columns);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);
  adw_bin_set_child (ADW_BIN (self), scroller);
}
