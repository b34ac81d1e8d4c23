/* dov-stage-page.c - what must be written down before a record goes on: a few fields of it, and no more */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-stage-page.h"

#include <glib/gi18n.h>

#include "dov-label.h"

struct _DovStagePage
{
  DovFormPage parent_instance;
};

G_DEFINE_FINAL_TYPE (DovStagePage, dov_stage_page, DOV_TYPE_FORM_PAGE)

static GtkWidget *
head_new (DovForm        *form,
          const DovStage *stage)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  g_autofree char *name = dov_store_describe (dov_form_get_store (form), dov_form_get_draft (form));

  gtk_box_append (GTK_BOX (head), dov_heading_new (_(stage->title), "page-title"));
  gtk_box_append (GTK_BOX (head), dov_label_new (name, "numeric"));
  if (stage->words != NULL)
    gtk_box_append (GTK_BOX (head), dov_label_new (_(stage->words), "dim-label"));

  return head;
}

/**
 * dov_stage_page_new:
 * @draft: a copy of a record that is kept, in the state to come
 * @kept: the number of the unfinished form that is taken up again, 0 for none
 * @stage: static
 *
 * Returns: (transfer floating): the page
 */
DovPage *
dov_stage_page_new (DovStore       *store,
                    DovRecord      *draft,
                    gint64          kept,
                    const DovStage *stage)
{
  DovStagePage *self = g_object_new (DOV_TYPE_STAGE_PAGE, NULL);
  DovForm *form = DOV_FORM (dov_form_new (store, draft));
  g_autofree char *name = dov_store_describe (store, draft);
  g_autofree char *words = g_strdup_printf ("%s: %s", _(stage->title), name);

  dov_page_set_title (DOV_PAGE (self), _(stage->title));
  dov_page_set_section (DOV_PAGE (self), "families");
  dov_form_add_group (form, NULL, stage->fields, FALSE);
  if (stage->more != NULL)
    dov_form_add_group (form, NULL, stage->more, TRUE);
  if (stage->beside != NULL)
    dov_form_add_widget (form, stage->beside (form), TRUE);
  dov_form_set_kept (form, kept);
  dov_form_set_head (form, head_new (form, stage));
  dov_form_set_words (form, words);
  dov_form_set_verbs (form, _(stage->verb), _("Do not save"));
  dov_form_page_set_form (DOV_FORM_PAGE (self), form);

  return DOV_PAGE (self);
}

static void
dov_stage_page_class_init (DovStagePageClass *klass)
{
}

static void
dov_stage_page_init (DovStagePage *self)
{
}
