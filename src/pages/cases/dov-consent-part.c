/* dov-consent-part.c - the people of a family and their consents, on the page of the family */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-consent-part.h"

#include <glib/gi18n.h>

#include "dov-consent-table.h"
#include "dov-go.h"
#include "dov-label.h"
#include "dov-name.h"
#include "dov-organisation.h"
#include "dov-person.h"
#include "dov-subject-page.h"

#define N_COLUMNS (1 + DOV_CONSENT_N_KINDS)

/* What is asked for anew before it ends, and what stands still without it, stand above. */
static const char *const captions[DOV_CONSENT_N_KINDS] = {
  NC_("consent", "Processing"), NC_("consent", "Health"),     NC_("consent", "Handing on"),
  NC_("consent", "Publishing"), NC_("consent", "Photo, film"), NC_("consent", "Messages"),
};

static const DovSign signs[] = {
  [DOV_CONSENT_WANTED] = { "list-add-symbolic", NULL },
  [DOV_CONSENT_STOPS] = { "changes-prevent-symbolic", NULL },
  [DOV_CONSENT_UNSIGNED] = { "document-edit-symbolic", "warning" },
  [DOV_CONSENT_HOLDS] = { "dov-emblem-ok-symbolic", "success" },
  [DOV_CONSENT_ENDS] = { "alarm-symbolic", "warning" },
  [DOV_CONSENT_ENDED] = { "alarm-symbolic", "error" },
  [DOV_CONSENT_WITHDRAWN] = { "process-stop-symbolic", "error" },
};

/* ---- words ---- */

static char *
dup_receiver (DovStore *store,
              gint64    id)
{
  g_autoptr (DovOrganisation) organisation = dov_store_look_up (store, DOV_TYPE_ORGANISATION, id);

  return organisation != NULL ? g_strdup (organisation->short_name) : g_strdup ("");
}

static char *
dup_state (DovStore             *store,
           const DovConsentCell *cell)
{
  g_autofree char *day = g_date_valid (&cell->until) ? dov_date_to_shown (&cell->until) : NULL;
  g_autofree char *receiver = cell->receiver != 0 ? dup_receiver (store, cell->receiver) : NULL;

  switch (cell->state)
    {
    case DOV_CONSENT_WANTED:
      return g_strdup (C_("consent", "take"));
    case DOV_CONSENT_STOPS:
      /* Translators: there is no consent to hand data to this organisation */
      return receiver != NULL ? g_strdup_printf (C_("consent", "none — for %s"), receiver)
                              : g_strdup (C_("consent", "none — take"));
    case DOV_CONSENT_UNSIGNED:
      return g_strdup (C_("consent", "to be signed"));
    case DOV_CONSENT_HOLDS:
    case DOV_CONSENT_ENDS:
      return day != NULL ? g_strdup_printf (C_("consent", "until %s"), day) : g_strdup (C_("consent", "in force"));
    case DOV_CONSENT_ENDED:
      return g_strdup_printf (C_("consent", "ended %s"), day);
    case DOV_CONSENT_WITHDRAWN:
      return g_strdup_printf (C_("consent", "withdrawn %s"), day);
    case DOV_CONSENT_UNNEEDED:
    default:
      return g_strdup (C_("consent", "not needed"));
    }
}

/* «12 лет, подписывает мать» */
static char *
dup_signing (DovStore            *store,
             gint64               family,
             const DovConsentRow *row,
             DovPerson           *person)
{
  GDate today = dov_today ();
  g_autofree char *age = dov_person_dup_age (person, &today);
  g_autofree char *who = NULL;
  g_autoptr (DovPerson) signer = NULL;
  g_autoptr (GString) words = g_string_new (age);

  if (words->len > 0)
    g_string_append (words, ", ");
  if (row->signer == row->person)
    g_string_append (words, row->is_apart ? C_("consent", "lives apart") : C_("consent", "signs alone"));
  else if ((signer = dov_store_look_up (store, DOV_TYPE_PERSON, row->signer)) == NULL)
    g_string_append (words, C_("consent", "nobody may sign: mark the legal representative"));
  else
    {
      who = dov_name_short (signer->last_name, signer->first_name, signer->patronymic);
      g_string_append_printf (words, row->is_teen ? C_("consent", "signs together with %s") : C_("consent", "%s signs"), who);
    }

  return g_string_free (g_steal_pointer (&words), FALSE);
}

/* ---- what a cell does ---- */

typedef struct
{
  DovStore       *store;
  gint64          family;
  DovConsentRow   row;
  DovConsentKind  kind;
} Taking;

static void
free_taking (gpointer  data,
             GClosure *closure)
{
  g_free (data);
}

static void
take_cb (GtkWidget *button,
         Taking    *taking)
{
  g_autoptr (DovRecord) draft = dov_consent_table_new_draft (taking->store, taking->family, &taking->row, taking->kind);

  dov_go_form (button, draft);
}

static void
open_cb (GtkWidget *button,
         gpointer   id)
{
  dov_go_record (button, DOV_TYPE_CONSENT, (gint64) GPOINTER_TO_SIZE (id));
}

static GtkWidget *
cell_button_new (GtkWidget  *child,
                 const char *name,
                 const char *css)
{
  GtkWidget *button = g_object_new (GTK_TYPE_BUTTON, "child", child, "halign", GTK_ALIGN_START, "valign", GTK_ALIGN_CENTER, NULL);

  gtk_widget_add_css_class (button, css);
  dov_name_widget (button, name);

  return button;
}

static GtkWidget *
door_new (DovSubjectPage      *page,
          const DovConsentRow *row,
          DovConsentKind       kind,
          const char          *words,
          const char          *name)
{
  const DovConsentCell *cell = dov_consent_row_get (row, kind);
  GtkWidget *content = g_object_new (ADW_TYPE_BUTTON_CONTENT, "icon-name", signs[cell->state].icon, "label", words, NULL);
  GtkWidget *button = cell_button_new (content, name, "missing");
  Taking *taking = g_new0 (Taking, 1);

  *taking = (Taking) { dov_subject_page_get_store (page), dov_subject_page_get_id (page), *row, kind };
  g_signal_connect_data (button, "clicked", G_CALLBACK (take_cb), taking, free_taking, 0);
  gtk_widget_set_sensitive (button, row->signer != 0);

  return button;
}

static GtkWidget *
cell_new (DovSubjectPage      *page,
          const DovConsentRow *row,
          DovConsentKind       kind,
          const char          *person)
{
  DovStore *store = dov_subject_page_get_store (page);
  const DovConsentCell *cell = dov_consent_row_get (row, kind);
  g_autofree char *words = dup_state (store, cell);
  const char *caption = g_dpgettext2 (NULL, "consent", captions[kind - DOV_CONSENT_KIND_PROCESSING]);
  g_autofree char *name = g_strjoin (", ", person, caption, words, NULL);
  GtkWidget *button;

  if (cell->state == DOV_CONSENT_UNNEEDED)
    {
      GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", words, "xalign", 0.0, NULL);

      gtk_widget_add_css_class (label, "dim-label");
      return label;
    }
  if (cell->state == DOV_CONSENT_WANTED || cell->state == DOV_CONSENT_STOPS)
    return door_new (page, row, kind, words, name);
  button = cell_button_new (dov_badge_new (words, &signs[cell->state]), name, "badge-button");
  g_signal_connect (button, "clicked", G_CALLBACK (open_cb), GSIZE_TO_POINTER ((gsize) cell->consent));

  return button;
}

/* ---- the table ---- */

static void
add_captions (GtkGrid *grid)
{
  for (int i = 0; i < N_COLUMNS; i++)
    {
      const char *words = i > 0 ? g_dpgettext2 (NULL, "consent", captions[i - 1]) : C_("consent", "Who");
      GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", words, "xalign", 0.0, "hexpand", i == 0, NULL);

      gtk_widget_add_css_class (label, "caption-heading");
      gtk_grid_attach (grid, label, i, 0, 1, 1);
    }
}

static GtkWidget *
who_new (DovStore            *store,
         gint64               family,
         const DovConsentRow *row,
         DovPerson           *person)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *name = dov_person_dup_name (person);
  g_autofree char *words = dup_signing (store, family, row, person);
  GtkWidget *title = g_object_new (GTK_TYPE_LABEL, "label", name, "xalign", 0.0, NULL);
  GtkWidget *below = g_object_new (GTK_TYPE_LABEL, "label", words, "xalign", 0.0, NULL);

  gtk_widget_add_css_class (title, "strong");
  gtk_widget_set_css_classes (below, (const char *[]) { "caption", "dim-label", NULL });
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), below);

  return box;
}

static void
add_row (DovSubjectPage      *page,
         GtkGrid             *grid,
         const DovConsentRow *row,
         int                  line)
{
  DovStore *store = dov_subject_page_get_store (page);
  g_autoptr (DovPerson) person = dov_store_look_up (store, DOV_TYPE_PERSON, row->person);
  g_autofree char *name = NULL;

  if (person == NULL)
    return;
  name = dov_person_dup_name (person);
  gtk_grid_attach (grid, who_new (store, dov_subject_page_get_id (page), row, person), 0, line, 1, 1);
  for (DovConsentKind kind = DOV_CONSENT_KIND_PROCESSING; kind <= DOV_CONSENT_N_KINDS; kind++)
    gtk_grid_attach (grid, cell_new (page, row, kind, name), (int) kind, line, 1, 1);
}

static GtkWidget *
table_new (DovSubjectPage *page,
           GPtrArray      *rows)
{
  GtkWidget *grid = g_object_new (GTK_TYPE_GRID, "column-spacing", 12, "row-spacing", 10, NULL);
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_widget_add_css_class (grid, "consent-table");
  add_captions (GTK_GRID (grid));
  for (guint i = 0; i < rows->len; i++)
    add_row (page, GTK_GRID (grid), rows->pdata[i], (int) i + 1);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_AUTOMATIC, GTK_POLICY_NEVER);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), grid);
  gtk_widget_add_css_class (scroller, "card");

  return scroller;
}

/* ---- what is stopped, what was withdrawn ---- */

typedef struct
{
  gint64         family;
  DovConsentKind kind;
} All;

static gboolean
draft_all (DovStore  *store,
           gpointer   data,
           GError   **error)
{
  const All *all = data;

  return dov_consent_table_draft_all (store, all->family, all->kind, error);
}

static void
all_cb (GtkWidget      *button,
        DovSubjectPage *page)
{
  DovConsentKind kind = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "kind"));
  All *all = g_new0 (All, 1);
  const DovDeed deed = { .act = draft_all, .data = all, .free_data = g_free };

  *all = (All) { dov_subject_page_get_id (page), kind };
  dov_deed_do (page, dov_subject_page_get_store (page), &deed);
}

static void
add_stopped (DovSubjectPage *page,
             GtkBox         *notices,
             GPtrArray      *rows,
             DovConsentKind  kind,
             const char     *lead,
             const char     *text)
{
  guint n = dov_consent_table_count_lacking (rows, kind);
  g_autofree char *words = NULL;
  GtkWidget *notice, *button;

  if (n == 0)
    return;
  words = g_strdup_printf (ngettext ("%1$s It lacks for %2$u person.", "%1$s It lacks for %2$u people.", n), text, n);
  notice = dov_notice_new (DOV_NOTICE_WARNS, lead, words);
  gtk_box_append (notices, notice);
  if (!dov_subject_may_write (dov_subject_page_get_store (page), dov_subject_page_get_record (page)))
    return;
  button = dov_notice_add_action (DOV_NOTICE (notice), n > 1 ? _("Take for all…") : _("Take…"), NULL);
  g_object_set_data (G_OBJECT (button), "kind", GINT_TO_POINTER (kind));
  g_signal_connect (button, "clicked", G_CALLBACK (all_cb), page);
}

static void
add_clocks (DovSubjectPage *page,
            GtkBox         *notices)
{
  DovStore *store = dov_subject_page_get_store (page);
  g_autoptr (GArray) clocks = dov_consent_table_list_clocks (store, dov_subject_page_get_id (page));

  for (guint i = 0; i < clocks->len; i++)
    {
      const DovConsentClock *clock = &g_array_index (clocks, DovConsentClock, i);
      g_autoptr (DovRecord) consent = dov_store_look_up (store, DOV_TYPE_CONSENT, clock->consent);
      g_autofree char *whose = dov_field_path_dup (store, consent, "subject_id", "");
      g_autofree char *kind = dov_field_path_dup (store, consent, "kind", "");
      g_autofree char *until = dov_date_to_shown (&clock->until);
      g_autofree char *lead = g_strdup_printf (_("Withdrawn: %1$s, %2$s"), whose, kind);
      g_autofree char *text = clock->n_days >= 0
        ? g_strdup_printf (ngettext ("What was kept on its grounds is destroyed by %1$s: %2$d day is left.",
                                     "What was kept on its grounds is destroyed by %1$s: %2$d days are left.",
                                     (gulong) clock->n_days), until, clock->n_days)
        : g_strdup_printf (_("What was kept on its grounds had to be destroyed by %s."), until);

      gtk_box_append (notices, dov_notice_new (clock->n_days < 0 ? DOV_NOTICE_REFUSES : DOV_NOTICE_WARNS, lead, text));
    }
}

/* ---- the part ---- */

static GtkWidget *
part_new (DovSubjectPage *page)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 10);
  GtkWidget *section = dov_section_box_new (_("Who consented to what"));

  dov_section_box_set_child (DOV_SECTION_BOX (section), adw_bin_new ());
  dov_section_box_set_empty (DOV_SECTION_BOX (section), _("Add the people of the family first."));
  gtk_box_append (GTK_BOX (box), gtk_box_new (GTK_ORIENTATION_VERTICAL, 8));
  gtk_box_append (GTK_BOX (box), section);

  return box;
}

/* How many lack and stop something. */
static guint
part_show (DovSubjectPage *page,
           GtkWidget      *made)
{
  DovStore *store = dov_subject_page_get_store (page);
  g_autoptr (GPtrArray) rows = dov_consent_table_list_rows (store, dov_subject_page_get_id (page));
  GtkBox *notices = GTK_BOX (gtk_widget_get_first_child (made));
  DovSectionBox *section = DOV_SECTION_BOX (gtk_widget_get_last_child (made));
  GtkWidget *place = dov_section_box_get_child (section);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (notices))) != NULL)
    gtk_box_remove (notices, child);
  add_stopped (page, notices, rows, DOV_CONSENT_KIND_PROCESSING, _("The family cannot be led by name"),
               _("The law asks for a consent to process their data."));
  add_stopped (page, notices, rows, DOV_CONSENT_KIND_TRANSFER, _("The programme cannot be handed to its executors"),
               _("Without a consent that names the organisation nothing is handed to it."));
  add_clocks (page, notices);
  gtk_widget_set_visible (GTK_WIDGET (notices), gtk_widget_get_first_child (GTK_WIDGET (notices)) != NULL);
  adw_bin_set_child (ADW_BIN (place), rows->len > 0 ? table_new (page, rows) : NULL);
  gtk_widget_set_visible (place, rows->len > 0);

  return dov_consent_table_count_lacking (rows, DOV_CONSENT_KIND_PROCESSING) +
         dov_consent_table_count_lacking (rows, DOV_CONSENT_KIND_TRANSFER);
}

static const DovTab part = {
  "consent-table", N_("Who consented to what"), .make = part_new, .refresh = part_show, .is_covered = TRUE, .is_uncounted = TRUE,
};

/* Offers it for the page of a family, which knows nothing of how consents are taken. */
void
dov_consent_part_offer (void)
{
  dov_tab_offer ("family.consents", &part);
}
