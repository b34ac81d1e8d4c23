/* dov-volunteer-page.c - one volunteer: consent, hours entered in one line, sums by month and kind */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-volunteer-page.h"

#include "dov-badge.h"
#include "dov-capital.h"
#include "dov-go.h"
#include "dov-history.h"
#include "dov-lounge.h"
#include "dov-notice.h"
#include "dov-number.h"
#include "dov-parts.h"
#include "dov-person.h"
#include "dov-phone.h"
#include "dov-record-page.h"
#include "dov-section-box.h"
#include "dov-tabs.h"
#include "dov-volunteer-entry.h"
#include "dov-volunteer-hours.h"
#include "dov-volunteer-work.h"
#include "dov-volunteer.h"

#include <glib/gi18n.h>

#define MOST_HOURS 60

struct _DovVolunteerPage
{
  DovPage       parent_instance;

  DovStore     *store;
  DovVolunteer *volunteer;  /* the living record */
  int           year;
  guint         refill;

  GtkWidget    *name;
  GtkWidget    *kind;
  GtkWidget    *facts;
  GtkWidget    *notice;
  GtkWidget    *entry;
  GtkWidget    *tabs;
  GtkWidget    *hours;
  GtkWidget    *year_label;
  GtkWidget    *sums;
};

G_DEFINE_FINAL_TYPE (DovVolunteerPage, dov_volunteer_page, DOV_TYPE_PAGE)

static gint64
id_of (DovVolunteerPage *self)
{
  return dov_record_get_id (DOV_RECORD (self->volunteer));
}

static void
edit_cb (DovVolunteerPage *self)
{
  g_autoptr (DovRecord) draft = dov_record_dup (DOV_RECORD (self->volunteer));

  dov_go_to (self, dov_record_page_new_draft (self->store, draft, 0));
}

static void
person_cb (DovVolunteerPage *self)
{
  dov_go_record (self, DOV_TYPE_PERSON, self->volunteer->person_id);
}

static void
remove_cb (DovVolunteerPage *self)
{
  DovShell *shell = dov_shell_around (GTK_WIDGET (self));
  g_autofree char *what = dov_store_describe (self->store, DOV_RECORD (self->volunteer));
  g_autofree char *toast = g_strdup_printf (_("In the bin: %s"), what);
  g_autoptr (GError) error = NULL;
  gint64 operation;

  if (!dov_parts_remove (self->store, DOV_RECORD (self->volunteer), &error))
    {
      if (shell != NULL)
        dov_shell_show_error (shell, error);
      return;
    }
  operation = dov_store_get_last_operation (self->store);
  if (shell == NULL)
    return;
  dov_shell_go_back (shell);
  dov_shell_show_toast (shell, toast, operation);
}

/* Showing. */

static void
append (GString    *words,
        const char *more)
{
  if (more != NULL && *more != '\0')
    g_string_append_printf (words, "%s%s", words->len ? "  ·  " : "", more);
}

/* Under 18 without the consent of a parent. */
static gboolean
lacks_consent (DovPerson    *person,
               DovVolunteer *volunteer)
{
  GDate today = dov_today ();

  return person != NULL && person->birth_date != NULL && volunteer->parent_consent_on == NULL &&
         dov_age_on (person->birth_date, &today) < 18;
}

static void
show_head (DovVolunteerPage *self)
{
  DovRecord *record = DOV_RECORD (self->volunteer);
  DovRecordClass *klass = DOV_RECORD_GET_CLASS (record);
  g_autoptr (DovRecord) person = dov_store_find (self->store, DOV_TYPE_PERSON, self->volunteer->person_id, NULL);
  g_autofree char *name = person != NULL ? dov_person_dup_name (DOV_PERSON (person)) : g_strdup ("");
  g_autofree char *kind = dov_record_dup_shown (record, dov_record_class_find_field (klass, "kind"));
  g_autofree char *lounge = dov_store_describe_id (self->store, DOV_TYPE_LOUNGE, self->volunteer->lounge_id);
  g_autofree char *day = dov_date_to_shown (self->volunteer->since);
  g_autofree char *since = g_strdup_printf (_("since %s"), day);
  g_autofree char *until = dov_date_to_shown (self->volunteer->until);
  g_autofree char *span = self->volunteer->until == NULL ? g_strdup (since)
                                                          : g_strdup_printf (_("from %s to %s"), day, until);
  g_autofree char *phone = person != NULL ? dov_phone_to_shown (DOV_PERSON (person)->phone) : g_strdup ("");
  g_autofree char *book = *self->volunteer->dobro_id == '\0' ? NULL
                          : g_strdup_printf (_("volunteer book no. %s"), self->volunteer->dobro_id);
  g_autoptr (GString) facts = g_string_new (NULL);

  gtk_label_set_label (GTK_LABEL (self->name), name);
  dov_page_set_title (DOV_PAGE (self), name);
  dov_badge_show (self->kind, kind, NULL);
  append (facts, lounge);
  append (facts, span);
  append (facts, phone);
  append (facts, book);
  append (facts, self->volunteer->skills);
  gtk_label_set_label (GTK_LABEL (self->facts), facts->str);
  gtk_widget_set_visible (self->notice,
                          lacks_consent (person != NULL ? DOV_PERSON (person) : NULL, self->volunteer));
}

static void
open_hours_cb (GtkWidget *row,
               gint64    *id)
{
  dov_go_record (row, DOV_TYPE_VOLUNTEER_HOURS, *id);
}

static void
free_id (gpointer  id,
         GClosure *closure)
{
  g_free (id);
}

/* «мероприятие: Ёлка · накрывали чай» */
static char *
dup_what (DovVolunteerPage  *self,
          DovVolunteerHours *hours)
{
  static const struct { const char *field, *format; } things[] = {
    { "event_id", N_("event: %s") }, { "drive_id", N_("drive: %s") }, { "shift_id", N_("shift of the patrol: %s") },
  };
  DovRecord *record = DOV_RECORD (hours);

  for (guint i = 0; i < G_N_ELEMENTS (things); i++)
    {
      const DovField *field = dov_record_class_find_field (DOV_RECORD_GET_CLASS (record), things[i].field);
      g_autofree char *shown = dov_record_is_empty (record, field) ? NULL : dov_store_dup_shown (self->store, record, field);
      g_autoptr (GString) words = shown != NULL ? g_string_new (_(things[i].format)) : NULL;

      if (words == NULL)
        continue;
      g_string_replace (words, "%s", shown, 1);
      return g_string_free (g_steal_pointer (&words), FALSE);
    }

  return g_strdup (_("other work"));
}

static guint
show_hours (DovVolunteerPage *self)
{
  DovQuery query = { .where = "volunteer_id = ?1", .params = g_variant_new ("(x)", id_of (self)), .order = "date",
                     .descending = TRUE };
  g_autoptr (GArray) ids = dov_store_list (self->store, DOV_TYPE_VOLUNTEER_HOURS, &query, NULL);

  dov_section_box_clear (DOV_SECTION_BOX (self->hours));
  for (guint i = 0; ids != NULL && i < MIN (ids->len, MOST_HOURS); i++)
    {
      gint64 id = g_array_index (ids, gint64, i);
      g_autoptr (DovRecord) record = dov_store_find (self->store, DOV_TYPE_VOLUNTEER_HOURS, id, NULL);
      g_autofree char *when = record != NULL ? dov_date_to_shown (DOV_VOLUNTEER_HOURS (record)->date) : NULL;
      g_autofree char *what = NULL;
      g_autofree char *length = NULL;
      g_autofree char *hours = NULL;
      GtkWidget *row, *label;
      gboolean has_work;

      if (record == NULL)
        continue;
      what = dup_what (self, DOV_VOLUNTEER_HOURS (record));
      length = dov_quantity_to_shown (DOV_VOLUNTEER_HOURS (record)->hours);
      hours = g_strdup_printf (C_("hours", "%s h"), length);
      has_work = *DOV_VOLUNTEER_HOURS (record)->work != '\0';
      row = dov_row_line_new (when, has_work ? DOV_VOLUNTEER_HOURS (record)->work : what, has_work ? what : "");
      label = gtk_label_new (hours);
      gtk_widget_add_css_class (label, "numeric");
      dov_row_line_append (DOV_ROW_LINE (row), label);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), g_object_new (GTK_TYPE_IMAGE, "icon-name", "go-next-symbolic",
                                 "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL));
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      g_signal_connect_data (row, "activated", G_CALLBACK (open_hours_cb), g_memdup2 (&id, sizeof id), free_id, 0);
      dov_section_box_append (DOV_SECTION_BOX (self->hours), row);
    }

  return ids != NULL ? ids->len : 0;
}

static void
attach (DovVolunteerPage *self,
        const char       *words,
        int               column,
        int               row,
        gboolean          is_head,
        gboolean          is_sum)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", words, "xalign", column == 0 ? 0.0 : 1.0,
                                   "hexpand", TRUE, NULL);

  gtk_widget_add_css_class (label, is_head ? "th" : "td");
  gtk_widget_add_css_class (label, "numeric");
  if (is_sum)
    gtk_widget_add_css_class (label, "sum");
  gtk_grid_attach (GTK_GRID (self->sums), label, column, row, 1, 1);
}

typedef struct
{
  int month;   /* 0: the whole year */
  int work;    /* DOV_N_WORKS: all of it */
} Sum;

static void
sum_free (gpointer  data,
          GClosure *closure)
{
  g_free (data);
}

/* The hours that the figure adds up. */
static void
open_sum_cb (GtkWidget *button,
             Sum       *sum)
{
  DovVolunteerPage *self = DOV_VOLUNTEER_PAGE (gtk_widget_get_ancestor (button, DOV_TYPE_VOLUNTEER_PAGE));
  static const char *const works[] = {
    [DOV_WORK_EVENT] = "event_id IS NOT NULL",
    [DOV_WORK_DRIVE] = "event_id IS NULL AND drive_id IS NOT NULL",
    [DOV_WORK_SHIFT] = "event_id IS NULL AND drive_id IS NULL AND shift_id IS NOT NULL",
    [DOV_WORK_OTHER] = "event_id IS NULL AND drive_id IS NULL AND shift_id IS NULL",
    [DOV_N_WORKS] = "1",
  };
  g_autofree char *of = sum->month != 0 ? g_strdup_printf ("%04d-%02d-%%", self->year, sum->month)
                                        : g_strdup_printf ("%04d-%%", self->year);
  g_autofree char *where = g_strdup_printf ("volunteer_id = ?1 AND date LIKE ?2 AND %s", works[sum->work]);
  g_autoptr (GArray) ids = dov_store_list (self->store, DOV_TYPE_VOLUNTEER_HOURS,
                                           &(DovQuery) { .where = where, .order = "date",
                                                         .params = g_variant_new ("(xs)", id_of (self), of) }, NULL);
  g_autofree char *name = dov_store_describe_id (self->store, DOV_TYPE_VOLUNTEER, id_of (self));

  if (ids != NULL)
    dov_go_ids (button, DOV_TYPE_VOLUNTEER_HOURS, name, ids);
}

static void
attach_hours (DovVolunteerPage *self,
              gint64            hours,
              int               work,
              int               month,
              int               row,
              gboolean          is_sum)
{
  Sum sum = { month, work };
  g_autofree char *words = NULL;
  GtkWidget *box;
  GtkWidget *button;

  if (hours == 0)
    {
      attach (self, "—", work + 1, row, FALSE, is_sum);
      return;
    }

  words = dov_quantity_to_shown (hours);
  box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  button = gtk_button_new_with_label (words);
  gtk_widget_add_css_class (box, "td");
  if (is_sum)
    gtk_widget_add_css_class (box, "sum");
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "slim");
  gtk_widget_add_css_class (gtk_button_get_child (GTK_BUTTON (button)), "numeric");
  gtk_widget_add_css_class (gtk_button_get_child (GTK_BUTTON (button)), "lnk");
  gtk_widget_set_hexpand (button, TRUE);
  gtk_widget_set_halign (button, GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (box), button);
  g_signal_connect_data (button, "clicked", G_CALLBACK (open_sum_cb), g_memdup2 (&sum, sizeof sum), sum_free, 0);
  gtk_grid_attach (GTK_GRID (self->sums), box, work + 1, row, 1, 1);
}

static void
show_sums (DovVolunteerPage *self)
{
  const char *const heads[] = { _("Month"), _("Events"), _("Drives"), _("Shifts"), _("Other work"), _("In all") };
  g_autofree char *year = g_strdup_printf ("%d", self->year);
  DovWorkSums sums;
  GtkWidget *child;
  int row = 1;

  while ((child = gtk_widget_get_first_child (self->sums)) != NULL)
    gtk_grid_remove (GTK_GRID (self->sums), child);
  gtk_label_set_label (GTK_LABEL (self->year_label), year);
  for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
    attach (self, heads[i], (int) i, 0, TRUE, FALSE);
  if (!dov_work_sum (self->store, id_of (self), self->year, &sums, NULL))
    return;
  for (int month = 1; month <= 12; month++)
    {
      g_autofree char *name = dov_capitalise (dov_month_name ((GDateMonth) month));

      if (sums.total[month] == 0)
        continue;
      attach (self, name, 0, row, FALSE, FALSE);
      for (int work = 0; work < DOV_N_WORKS; work++)
        attach_hours (self, sums.hours[month][work], work, month, row, FALSE);
      attach_hours (self, sums.total[month], DOV_N_WORKS, month, row, TRUE);
      row++;
    }
  attach (self, _("In all"), 0, row, FALSE, TRUE);
  for (int work = 0; work < DOV_N_WORKS; work++)
    attach_hours (self, sums.hours[0][work], work, 0, row, TRUE);
  attach_hours (self, sums.total[0], DOV_N_WORKS, 0, row, TRUE);
}

static void
show (DovVolunteerPage *self)
{
  show_head (self);
  dov_tabs_set_count (DOV_TABS (self->tabs), "hours", show_hours (self));
  show_sums (self);
}

static gboolean
refill_cb (gpointer user_data)
{
  DovVolunteerPage *self = user_data;

  self->refill = 0;
  show (self);

  return G_SOURCE_REMOVE;
}

static void
changed_cb (DovVolunteerPage *self)
{
  if (self->refill == 0)
    self->refill = g_idle_add (refill_cb, self);
}

static void
earlier_cb (DovVolunteerPage *self)
{
  self->year--;
  show_sums (self);
}

static void
later_cb (DovVolunteerPage *self)
{
  self->year++;
  show_sums (self);
}

/* Making. */

static GtkWidget *
icon_button_new (DovVolunteerPage *self,
                 const char       *icon,
                 const char       *words,
                 GCallback         clicked)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_valign (button, GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (button, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  g_signal_connect_swapped (button, "clicked", clicked, self);

  return button;
}

static GtkWidget *
head_new (DovVolunteerPage *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *words = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing", 6,
                                   "hexpand", TRUE, NULL);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  self->name = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, NULL);
  gtk_widget_add_css_class (self->name, "page-title");
  self->kind = dov_badge_new ("", NULL);
  gtk_widget_set_valign (self->kind, GTK_ALIGN_CENTER);
  self->facts = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, NULL);
  gtk_box_append (GTK_BOX (line), self->name);
  gtk_box_append (GTK_BOX (line), self->kind);
  gtk_box_append (GTK_BOX (words), line);
  gtk_box_append (GTK_BOX (words), self->facts);
  gtk_box_append (GTK_BOX (head), words);
  gtk_box_append (GTK_BOX (head), icon_button_new (self, "avatar-default-symbolic", _("Card of the person"),
                                                   G_CALLBACK (person_cb)));
  if (!dov_store_is_read_only (self->store))
    {
      gtk_box_append (GTK_BOX (head), icon_button_new (self, "document-edit-symbolic",
                                                       _("Change what is known of the volunteer"), G_CALLBACK (edit_cb)));
      gtk_box_append (GTK_BOX (head), icon_button_new (self, "user-trash-symbolic", _("Put into the bin"),
                                                       G_CALLBACK (remove_cb)));
    }

  return head;
}

static GtkWidget *
sums_new (DovVolunteerPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  GtkWidget *years = g_object_new (GTK_TYPE_BOX, "halign", GTK_ALIGN_START, NULL);

  gtk_widget_add_css_class (years, "linked");
  self->year_label = g_object_new (GTK_TYPE_LABEL, "width-chars", 7, NULL);
  gtk_box_append (GTK_BOX (years), icon_button_new (self, "go-previous-symbolic", _("Year before"),
                                                    G_CALLBACK (earlier_cb)));
  gtk_box_append (GTK_BOX (years), self->year_label);
  gtk_box_append (GTK_BOX (years), icon_button_new (self, "go-next-symbolic", _("Year after"), G_CALLBACK (later_cb)));
  self->sums = gtk_grid_new ();
  gtk_widget_add_css_class (self->sums, "card");
  gtk_box_append (GTK_BOX (box), years);
  gtk_box_append (GTK_BOX (box), self->sums);

  return box;
}

static GtkWidget *
notice_new (DovVolunteerPage *self)
{
  self->notice = dov_notice_new (DOV_NOTICE_WARNS, _("No consent of a parent"),
                                 _("Under 18 the consent of a parent must be there before hours are written down."));
  if (!dov_store_is_read_only (self->store))
    g_signal_connect_swapped (dov_notice_add_action (DOV_NOTICE (self->notice), _("Write the consent"), NULL), "clicked",
                              G_CALLBACK (edit_cb), self);

  return self->notice;
}

static void
build (DovVolunteerPage *self)
{
  GtkWidget *box = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing", 12, "margin-top", 14,
                                 "margin-bottom", 18, "margin-start", 24, "margin-end", 24, NULL);
  GtkWidget *clamp = g_object_new (ADW_TYPE_CLAMP, "maximum-size", 1000, "tightening-threshold", 900,
                                   "child", box, NULL);

  self->tabs = dov_tabs_new (_("Sections of the volunteer"));
  self->hours = dov_section_box_new (_("Hours"));
  dov_section_box_set_empty (DOV_SECTION_BOX (self->hours), _("None yet. Type the first ones in the line above."));
  dov_tabs_append (DOV_TABS (self->tabs), "hours", _("Hours"), self->hours);
  dov_tabs_append (DOV_TABS (self->tabs), "sums", _("By month and kind"), sums_new (self));
  dov_tabs_append (DOV_TABS (self->tabs), "history", _("History"),
                   dov_history_new (self->store, DOV_TYPE_VOLUNTEER, id_of (self)));

  gtk_box_append (GTK_BOX (box), head_new (self));
  gtk_box_append (GTK_BOX (box), notice_new (self));
  if (!dov_store_is_read_only (self->store))
    {
      self->entry = dov_volunteer_entry_new (self->store, id_of (self));
      gtk_box_append (GTK_BOX (box), self->entry);
    }
  gtk_box_append (GTK_BOX (box), self->tabs);
  adw_bin_set_child (ADW_BIN (self), g_object_new (GTK_TYPE_SCROLLED_WINDOW, "child", clamp, "vexpand", TRUE,
                                                   "hscrollbar-policy", GTK_POLICY_NEVER, NULL));
}

/**
 * dov_volunteer_page_new:
 * @volunteer_id: the id of a volunteer that is kept
 *
 * Returns: (transfer floating): the page
 */
DovPage *
dov_volunteer_page_new (DovStore *store,
                        gint64    volunteer_id)
{
  DovVolunteerPage *self;
  g_autoptr (DovRecord) volunteer = dov_store_find (store, DOV_TYPE_VOLUNTEER, volunteer_id, NULL);
  GDate today = dov_today ();

  if (volunteer == NULL)
    return dov_record_page_new (store, DOV_TYPE_VOLUNTEER, volunteer_id);

  self = g_object_new (DOV_TYPE_VOLUNTEER_PAGE, NULL);
  self->store = g_object_ref (store);
  self->volunteer = DOV_VOLUNTEER (g_steal_pointer (&volunteer));
  self->year = g_date_get_year (&today);
  build (self);
  show (self);
  g_signal_connect_object (store, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (store, "reloaded", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);

  return DOV_PAGE (self);
}

static void
dov_volunteer_page_focus (DovPage *page)
{
  DovVolunteerPage *self = DOV_VOLUNTEER_PAGE (page);

  if (self->entry != NULL)
    dov_volunteer_entry_focus (DOV_VOLUNTEER_ENTRY (self->entry));
}

static void
dov_volunteer_page_dispose (GObject *object)
{
  DovVolunteerPage *self = DOV_VOLUNTEER_PAGE (object);

  g_clear_handle_id (&self->refill, g_source_remove);
  g_clear_object (&self->volunteer);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (dov_volunteer_page_parent_class)->dispose (object);
}

static void
dov_volunteer_page_class_init (DovVolunteerPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dov_volunteer_page_dispose;
  DOV_PAGE_CLASS (klass)->focus = dov_volunteer_page_focus;
}

static void
dov_volunteer_page_init (DovVolunteerPage *self)
{
}
