/* dov-founding-page.c - the first form of a new file: which lounge this is and who runs it */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-founding-page.h"

#include <glib/gi18n.h>

#include "dov-config.h"
#include "dov-errors.h"
#include "dov-fold.h"
#include "dov-go.h"
#include "dov-label.h"
#include "dov-lounge.h"
#include "dov-organisation.h"
#include "dov-person.h"
#include "dov-settings.h"
#include "dov-settlement.h"
#include "dov-staff.h"
#include "dov-widgets.h"

struct _DovFoundingPage
{
  DovPage       parent_instance;

  DovStore     *store;
  GArray       *settlements;   /* ids, in the order of the list; the last line is “another” */

  AdwComboRow  *settlement;
  AdwEntryRow  *village;
  AdwEntryRow  *institution;
  AdwEntryRow  *address;
  AdwEntryRow  *last_name;
  AdwEntryRow  *first_name;
  AdwEntryRow  *patronymic;
  AdwEntryRow  *position;
  GtkLabel     *missing;
  GtkButton    *done;

  gint64        kept;          /* the number of what was typed and kept, 0 while nothing is */
  guint         rest;
  gboolean      is_done;
};

G_DEFINE_FINAL_TYPE (DovFoundingPage, dov_founding_page, DOV_TYPE_PAGE)

/* What was typed is kept this long after the last key, as in any form. */
#define REST_MILLISECONDS 1000

/* Under these words, with the name of the row behind. */
#define KEPT "founding."

#define N_ROWS 7

static char *
dup_typed (AdwEntryRow *row)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));
}

static void
list_rows (DovFoundingPage *self,
           AdwEntryRow     *rows[N_ROWS])
{
  AdwEntryRow *all[N_ROWS] = { self->village, self->institution, self->address, self->last_name,
                               self->first_name, self->patronymic, self->position };

  memcpy (rows, all, sizeof all);
}

/* Which of the villages is chosen. Before them stands that none is: newer toolkits want one item chosen. */
static guint
get_place (DovFoundingPage *self)
{
  guint selected = adw_combo_row_get_selected (self->settlement);

  return selected != GTK_INVALID_LIST_POSITION && selected > 0 ? selected - 1 : GTK_INVALID_LIST_POSITION;
}

static void
set_place (DovFoundingPage *self,
           guint            place)
{
  adw_combo_row_set_selected (self->settlement, place + 1);
}

/* Nobody knows it before it is said. */
static gboolean
has_village (DovFoundingPage *self)
{
  return get_place (self) != GTK_INVALID_LIST_POSITION;
}

static gboolean
is_other_village (DovFoundingPage *self)
{
  return has_village (self) && get_place (self) >= self->settlements->len;
}

static gint64
get_settlement (DovFoundingPage *self)
{
  return has_village (self) && !is_other_village (self)
         ? g_array_index (self->settlements, gint64, get_place (self)) : 0;
}

/* ---- what was typed stays ---- */

/* Kept as the form of the first lounge, which leads here again. Nothing typed: nothing is kept. */
static void
keep (DovFoundingPage *self)
{
  g_autoptr (DovRecord) draft = dov_record_new (dov_lounge_get_type (), 0);
  AdwEntryRow *rows[N_ROWS];
  gboolean is_typed = has_village (self) && self->settlements->len > 0;

  g_clear_handle_id (&self->rest, g_source_remove);
  if (self->is_done || !dov_founding_page_is_needed (self->store))
    return;

  list_rows (self, rows);
  for (guint i = 0; i < N_ROWS; i++)
    {
      g_autofree char *key = g_strconcat (KEPT, gtk_buildable_get_buildable_id (GTK_BUILDABLE (rows[i])), NULL);
      const char *text = gtk_editable_get_text (GTK_EDITABLE (rows[i]));

      is_typed |= rows[i] != self->position && *text != '\0';
      dov_record_keep_typed (draft, key, text);
    }
  dov_record_set_number (draft, "settlement_id", get_settlement (self));
  if (is_other_village (self))
    dov_record_keep_typed (draft, KEPT "another", "1");
  if (is_typed)
    dov_store_keep_draft (self->store, draft, _("About the lounge"), &self->kept, NULL);
  else if (self->kept != 0 && dov_store_drop_draft (self->store, self->kept, NULL))
    self->kept = 0;
}

static gboolean
rest_cb (gpointer user_data)
{
  DovFoundingPage *self = user_data;

  self->rest = 0;
  keep (self);

  return G_SOURCE_REMOVE;
}

static void
typed_cb (DovFoundingPage *self)
{
  g_clear_handle_id (&self->rest, g_source_remove);
  if (self->store != NULL)
    self->rest = g_timeout_add (REST_MILLISECONDS, rest_cb, self);
}

static void
choose_settlement (DovFoundingPage *self,
                   gint64           id)
{
  for (guint i = 0; i < self->settlements->len; i++)
    if (g_array_index (self->settlements, gint64, i) == id)
      set_place (self, i);
}

/* Goes on with what was typed when the page was left. */
static void
take_up (DovFoundingPage *self)
{
  g_autoptr (GPtrArray) drafts = dov_store_list_drafts (self->store, NULL);
  AdwEntryRow *rows[N_ROWS];

  list_rows (self, rows);
  for (guint i = 0; drafts != NULL && i < drafts->len && self->kept == 0; i++)
    {
      const DovDraft *told = drafts->pdata[i];
      g_autoptr (DovRecord) draft = told->type == dov_lounge_get_type () && told->id == 0
                                    ? dov_store_read_draft (self->store, told->number, NULL) : NULL;

      if (draft == NULL)
        continue;
      for (guint n = 0; n < N_ROWS; n++)
        {
          g_autofree char *key = g_strconcat (KEPT, gtk_buildable_get_buildable_id (GTK_BUILDABLE (rows[n])), NULL);
          const char *text = dov_record_get_typed (draft, key);

          if (text != NULL)
            gtk_editable_set_text (GTK_EDITABLE (rows[n]), text);
        }
      choose_settlement (self, dov_record_get_number (draft, "settlement_id"));
      if (dov_record_get_typed (draft, KEPT "another") != NULL)
        set_place (self, self->settlements->len);
      self->kept = told->number;
    }
}

/* ---- the form ---- */

static void
settlement_selected_cb (DovFoundingPage *self)
{
  if (self->settlements == NULL)
    return;
  gtk_widget_set_visible (GTK_WIDGET (self->village), is_other_village (self));
  typed_cb (self);
}

/* Marks a row that must be filled, when it is not. */
static void
require (AdwPreferencesRow  *row,
         gboolean            is_there,
         AdwPreferencesRow **first_missing,
         GString            *names)
{
  if (is_there)
    {
      gtk_widget_remove_css_class (GTK_WIDGET (row), "error");
    }
  else
    {
      gtk_widget_add_css_class (GTK_WIDGET (row), "error");
      if (*first_missing == NULL)
        *first_missing = row;
      g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "",
                              adw_preferences_row_get_title (row));
    }
  gtk_accessible_update_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_INVALID,
                               is_there ? GTK_ACCESSIBLE_INVALID_FALSE : GTK_ACCESSIBLE_INVALID_TRUE, -1);
}

static gboolean
check (DovFoundingPage *self)
{
  AdwEntryRow *rows[N_ROWS];
  AdwPreferencesRow *first_missing = NULL;
  g_autoptr (GString) names = g_string_new (NULL);
  g_autofree char *words = NULL;

  list_rows (self, rows);
  require (ADW_PREFERENCES_ROW (self->settlement), has_village (self), &first_missing, names);
  for (guint i = 0; i < N_ROWS; i++)
    if ((rows[i] != self->village || is_other_village (self)) && rows[i] != self->patronymic)
      require (ADW_PREFERENCES_ROW (rows[i]), !dov_fold_is_empty (gtk_editable_get_text (GTK_EDITABLE (rows[i]))),
               &first_missing, names);

  /* Translators: %s is a list of the names of fields */
  words = g_strdup_printf (_("Please fill in: %s"), names->str);
  gtk_label_set_label (self->missing, words);
  gtk_widget_set_visible (GTK_WIDGET (self->missing), first_missing != NULL);
  if (first_missing != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (first_missing));

  return first_missing == NULL;
}

static gint64
save_settlement (DovFoundingPage  *self,
                 char            **name,
                 GError          **error)
{
  g_autoptr (DovSettlement) settlement = NULL;

  if (!is_other_village (self))
    {
      settlement = DOV_SETTLEMENT (dov_store_find (self->store, dov_settlement_get_type (), get_settlement (self), error));
      if (settlement == NULL)
        return 0;
    }
  else
    {
      g_autofree char *typed = dup_typed (self->village);

      settlement = g_object_new (dov_settlement_get_type (), NULL);
      dov_set (settlement, name, typed);
      dov_set (settlement, type, DOV_SETTLEMENT_TYPE_VILLAGE);
      if (!dov_store_save (self->store, DOV_RECORD (settlement), error))
        return 0;
    }

  *name = dov_settlement_dup_name (settlement);

  return dov_record_get_id (DOV_RECORD (settlement));
}

static gint64
save_organisation (DovFoundingPage  *self,
                   GError          **error)
{
  g_autoptr (DovOrganisation) organisation = g_object_new (dov_organisation_get_type (), NULL);
  g_autofree char *name = dup_typed (self->institution);
  g_autofree char *address = dup_typed (self->address);

  dov_set (organisation, short_name, name);
  dov_set (organisation, full_name, name);
  dov_set (organisation, kind, DOV_ORGANISATION_KIND_MUNICIPAL);
  dov_set (organisation, sector, DOV_ORGANISATION_SECTOR_CULTURE);
  dov_set (organisation, address, address);

  return dov_store_save (self->store, DOV_RECORD (organisation), error)
    ? dov_record_get_id (DOV_RECORD (organisation)) : 0;
}

static gint64
save_manager (DovFoundingPage  *self,
              gint64            organisation_id,
              GError          **error)
{
  g_autoptr (DovPerson) person = g_object_new (dov_person_get_type (), NULL);
  g_autoptr (DovStaff) staff = g_object_new (dov_staff_get_type (), NULL);
  g_autofree char *last_name = dup_typed (self->last_name);
  g_autofree char *first_name = dup_typed (self->first_name);
  g_autofree char *patronymic = dup_typed (self->patronymic);
  g_autofree char *position = dup_typed (self->position);

  dov_set (person, last_name, last_name);
  dov_set (person, first_name, first_name);
  dov_set (person, patronymic, patronymic);
  if (*patronymic == '\0')
    dov_set (person, no_patronymic, TRUE);
  if (!dov_store_save (self->store, DOV_RECORD (person), error))
    return 0;

  dov_set (staff, person_id, dov_record_get_id (DOV_RECORD (person)));
  dov_set (staff, position, position);
  dov_set (staff, role, DOV_STAFF_ROLE_LOUNGE_MANAGER);
  dov_set (staff, organisation_id, organisation_id);

  return dov_store_save (self->store, DOV_RECORD (staff), error) ? dov_record_get_id (DOV_RECORD (staff)) : 0;
}

static gint64
save_lounge (DovFoundingPage  *self,
             GError          **error)
{
  g_autoptr (DovLounge) lounge = g_object_new (dov_lounge_get_type (), NULL);
  g_autoptr (DovRecord) stored = NULL;
  g_autoptr (DovSettings) settings = NULL;
  g_autofree char *village = NULL;
  g_autofree char *name = NULL;
  g_autofree char *address = dup_typed (self->address);
  g_autofree char *institution = dup_typed (self->institution);
  GDate today = dov_today ();
  gint64 settlement_id = save_settlement (self, &village, error);
  gint64 organisation_id = settlement_id != 0 ? save_organisation (self, error) : 0;
  gint64 manager_id = organisation_id != 0 ? save_manager (self, organisation_id, error) : 0;

  if (manager_id == 0)
    return 0;

  /* Translators: the name of a lounge; %s is its village */
  name = g_strdup_printf (_("Lounge “Doverie”, %s"), village);
  dov_set (lounge, name, name);
  dov_set (lounge, settlement_id, settlement_id);
  dov_set (lounge, host_institution_id, organisation_id);
  dov_set (lounge, address, address);
  dov_set (lounge, opened_on, &today);
  dov_set (lounge, manager_id, manager_id);
  if (!dov_store_save (self->store, DOV_RECORD (lounge), error))
    return 0;

  stored = dov_store_find_first (self->store, dov_settings_get_type (), NULL, error);
  if (stored == NULL)
    return 0;

  /* Who heads the institution is not asked: papers leave a line for the name
   * until the preferences have it. The manager does not approve her own plan. */
  settings = DOV_SETTINGS (dov_record_dup (stored));
  dov_set (settings, lounge_id, dov_record_get_id (DOV_RECORD (lounge)));
  dov_set (settings, operator_name, institution);
  dov_set (settings, operator_address, address);
  if (!dov_store_save (self->store, DOV_RECORD (settings), error))
    return 0;

  return manager_id;
}

static void
found (DovFoundingPage *self)
{
  g_autoptr (GError) error = NULL;
  gint64 manager_id = 0;

  if (!check (self))
    return;

  if (dov_store_begin (self->store, C_("toast", "Lounge opened"), &error))
    {
      manager_id = save_lounge (self, &error);
      if (manager_id == 0)
        {
          dov_store_abandon (self->store);
        }
      else
        {
          /* Known before the window hears of the lounge and asks who works here. */
          dov_config_set_number ("staff", manager_id, NULL);
          if (!dov_store_commit (self->store, NULL, &error))
            manager_id = 0;
        }
    }

  if (manager_id != 0)
    {
      self->is_done = TRUE;
      if (self->kept != 0)
        dov_store_drop_draft (self->store, self->kept, NULL);
      dov_go_back (self);
    }
  else
    dov_errors_show (GTK_WIDGET (self), error);
}

static void
fill_settlements (DovFoundingPage *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new ((const char *const[]) { "—", NULL });
  g_autoptr (GtkListItemFactory) lines = dov_label_choices_new ();

  for (guint i = 0; self->settlements != NULL && i < self->settlements->len; i++)
    {
      g_autofree char *name = dov_store_describe_id (self->store, dov_settlement_get_type (),
                                                     g_array_index (self->settlements, gint64, i));

      gtk_string_list_append (names, name);
    }
  gtk_string_list_append (names, _("Another village…"));

  adw_combo_row_set_model (self->settlement, G_LIST_MODEL (names));
  adw_combo_row_set_list_factory (self->settlement, lines);
  /* Which of them it is nobody knows yet; where there is none, it is another. */
  if (self->settlements == NULL || self->settlements->len == 0)
    set_place (self, 0);
  settlement_selected_cb (self);
}

/**
 * dov_founding_page_is_needed:
 *
 * Returns: whether the file has no lounge yet
 */
gboolean
dov_founding_page_is_needed (DovStore *store)
{
  return !dov_store_is_read_only (store) && dov_store_count (store, dov_lounge_get_type (), NULL, NULL) == 0;
}

/**
 * dov_founding_page_new:
 *
 * Returns: (transfer floating): the form
 */
DovPage *
dov_founding_page_new (DovStore *store)
{
  DovFoundingPage *self = g_object_new (DOV_TYPE_FOUNDING_PAGE, NULL);

  self->store = g_object_ref (store);
  self->settlements = dov_store_list (store, dov_settlement_get_type (), NULL, NULL);
  if (self->settlements == NULL)
    self->settlements = g_array_new (FALSE, FALSE, sizeof (gint64));
  fill_settlements (self);
  take_up (self);
  g_clear_handle_id (&self->rest, g_source_remove);
  dov_page_set_title (DOV_PAGE (self), _("About the lounge"));

  return DOV_PAGE (self);
}

static void
dov_founding_page_focus (DovPage *page)
{
  gtk_widget_grab_focus (GTK_WIDGET (DOV_FOUNDING_PAGE (page)->settlement));
}

static gboolean
dov_founding_page_save (DovPage *page)
{
  found (DOV_FOUNDING_PAGE (page));

  return TRUE;
}

static gboolean
dov_founding_page_leave (DovPage *page)
{
  keep (DOV_FOUNDING_PAGE (page));

  return TRUE;
}

static gboolean
dov_founding_page_is_form (DovPage *page)
{
  return TRUE;
}

static void
dov_founding_page_dispose (GObject *object)
{
  DovFoundingPage *self = DOV_FOUNDING_PAGE (object);

  g_clear_handle_id (&self->rest, g_source_remove);
  g_clear_object (&self->store);
  g_clear_pointer (&self->settlements, g_array_unref);

  G_OBJECT_CLASS (dov_founding_page_parent_class)->dispose (object);
}

static void
dov_founding_page_class_init (DovFoundingPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dov_founding_page_dispose;
  DOV_PAGE_CLASS (klass)->focus = dov_founding_page_focus;
  DOV_PAGE_CLASS (klass)->save = dov_founding_page_save;
  DOV_PAGE_CLASS (klass)->is_form = dov_founding_page_is_form;
  DOV_PAGE_CLASS (klass)->leave = dov_founding_page_leave;

  gtk_widget_class_set_template_from_resource (widget_class, DOV_RESOURCES "/ui/dov-founding-page.ui");
  gtk_widget_class_bind_template_child (widget_class, DovFoundingPage, settlement);
  gtk_widget_class_bind_template_child (widget_class, DovFoundingPage, village);
  gtk_widget_class_bind_template_child (widget_class, DovFoundingPage, institution);
  gtk_widget_class_bind_template_child (widget_class, DovFoundingPage, address);
  gtk_widget_class_bind_template_child (widget_class, DovFoundingPage, last_name);
  gtk_widget_class_bind_template_child (widget_class, DovFoundingPage, first_name);
  gtk_widget_class_bind_template_child (widget_class, DovFoundingPage, patronymic);
  gtk_widget_class_bind_template_child (widget_class, DovFoundingPage, position);
  gtk_widget_class_bind_template_child (widget_class, DovFoundingPage, missing);
  gtk_widget_class_bind_template_child (widget_class, DovFoundingPage, done);
  gtk_widget_class_bind_template_callback (widget_class, settlement_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, typed_cb);
  gtk_widget_class_bind_template_callback (widget_class, found);
}

static void
dov_founding_page_init (DovFoundingPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_editable_set_text (GTK_EDITABLE (self->position), _("manager of the lounge"));
}
