/* dov-family-prints.c - the documents of a family that can be printed now, and what the others lack */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-family-prints.h"

#include <glib/gi18n.h>

#include "dov-go.h"
#include "dov-label.h"
#include "dov-reveal.h"
#include "dov-section-box.h"

/**
 * Print:
 * @of: (nullable): a SELECT of what it is printed of, where ?1 is the family; %NULL: of the family itself
 * @lacks: what is missing where there is none
 * @act: where that is made
 */
typedef struct
{
  const char *code;
  const char *title;
  const char *of;
  const char *lacks;
  const char *act;
} Print;

static const Print prints[] = {
  { "D-01", N_("Social passport") },
  { "D-03", N_("Application"), "SELECT id FROM live_written_application WHERE family_id = ?1 AND kind = 'join'"
    " ORDER BY date DESC, id DESC LIMIT 1", N_("there is no application yet"), "family.application" },
  { "D-02", N_("Act of living conditions"), "SELECT id FROM live_living_conditions_act WHERE family_id = ?1"
    " ORDER BY date DESC, id DESC LIMIT 1", N_("the home was not examined yet"), "family.act" },
  { "D-08", N_("Programme of support"), "SELECT id FROM live_case_plan WHERE family_id = ?1 AND kind <> 'foreign'"
    " ORDER BY since DESC, id DESC LIMIT 1", N_("there is no programme yet"), "family.plan" },
  { "D-61", N_("Agreement on support"), "SELECT family_id FROM live_case_plan WHERE family_id = ?1"
    " AND status IN ('agreed', 'approved', 'in_progress') LIMIT 1", N_("no programme was agreed yet"), "family.plan" },
  { "D-13", N_("Petition on a register") },
  { "D-59", N_("Information on the work done") },
  { "D-60", N_("List of papers in the case file") },
};

GtkWidget *
dov_family_prints_new (DovSubjectPage *page)
{
  GtkWidget *section = dov_section_box_new (_("Can be printed"));

  gtk_widget_set_name (section, "prints");

  return section;
}

static void
print_cb (GtkWidget   *row,
          const Print *print)
{
  DovSubjectPage *page = DOV_SUBJECT_PAGE (gtk_widget_get_ancestor (row, DOV_TYPE_SUBJECT_PAGE));
  gint64 family = dov_subject_page_get_id (page);
  gint64 of = print->of == NULL ? family
                                : dov_store_see_number (dov_subject_page_get_store (page), print->of, "(x)", family);

  if (of != 0)
    dov_go_paper (page, print->code, of);
  else
    dov_subject_page_act (page, print->act);
}

guint
dov_family_prints_show (DovSubjectPage *page,
                        GtkWidget      *section)
{
  static const DovSign missing = { "process-stop-symbolic", "plain" };
  DovStore *store = dov_subject_page_get_store (page);

  dov_section_box_clear (DOV_SECTION_BOX (section));
  for (guint i = 0; i < G_N_ELEMENTS (prints); i++)
    {
      const Print *print = &prints[i];
      gboolean is_there = print->of == NULL ||
                          dov_store_see_number (store, print->of, "(x)", dov_subject_page_get_id (page)) != 0;
      GtkWidget *row = dov_row_line_new ("", _(print->title), "");

      dov_row_line_set_icon (DOV_ROW_LINE (row), "document-print-symbolic");
      if (!is_there)
        dov_row_line_append (DOV_ROW_LINE (row), dov_badge_new (_(print->lacks), &missing));
      if (is_there || dov_subject_page_may_act (page, print->act))
        {
          gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
          g_signal_connect (row, "activated", G_CALLBACK (print_cb), (gpointer) print);
        }
      dov_section_box_append (DOV_SECTION_BOX (section), row);
    }

  return 0;
}

/**
 * dov_family_prints_find:
 *
 * An act: shows them, with the keyboard on the first.
 */
void
dov_family_prints_find (DovSubjectPage *page,
                        const char     *typed)
{
  GtkWidget *section;

  dov_tabs_show (dov_subject_page_get_tabs (page), "papers");
  section = dov_subject_page_get_part (page, "prints");
  if (section == NULL)
    return;
  gtk_widget_child_focus (section, GTK_DIR_TAB_FORWARD);
  dov_reveal_new (section, section);
}
