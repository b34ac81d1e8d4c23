/* dov-attachment-page.c - a file of a record: the picture itself, or the way to another program */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-attachment-page.h"

#include <glib/gi18n.h>

#include "dov-attachment-adding.h"
#include "dov-file-handing.h"
#include "dov-file-picture.h"
#include "dov-list-view.h"
#include "dov-subject-page.h"

/* ---- its head ---- */

static char *
dup_title (DovStore  *store,
           DovRecord *record)
{
  return g_strdup (DOV_ATTACHMENT (record)->title);
}

static char *
dup_facts (DovStore  *store,
           DovRecord *record)
{
  return dov_attachment_size_words (DOV_ATTACHMENT (record)->bytes);
}

static DovAttachment *
get_file (DovSubjectPage *page)
{
  return DOV_ATTACHMENT (dov_subject_page_get_record (page));
}

static void
open_outside (DovSubjectPage *page,
              const char     *typed)
{
  dov_file_handing_open (GTK_WIDGET (page), dov_subject_page_get_store (page), get_file (page));
}

static void
save_as (DovSubjectPage *page,
         const char     *typed)
{
  dov_file_handing_save_as (GTK_WIDGET (page), dov_subject_page_get_store (page), get_file (page));
}

static const DovAct acts[] = {
  { "file.open", N_("Open in another program"), .kind = DOV_ACT_RUN, .run = open_outside,
    .place = DOV_ACT_IN_BAR, .reads = TRUE, .is_covered = TRUE },
  { "file.save-as", N_("Save as…"), .kind = DOV_ACT_RUN, .run = save_as, .place = DOV_ACT_IN_BAR, .reads = TRUE,
    .is_covered = TRUE },
  { "file.edit", N_("Change the title or the kind"), .kind = DOV_ACT_EDIT, .place = DOV_ACT_IN_MENU },
  { "file.remove", .kind = DOV_ACT_REMOVE, .place = DOV_ACT_IN_MENU },
  { NULL },
};

/* ---- what is in it ---- */

/* What is in a file never changes: it is read once. */
static GtkWidget *
content_new (DovSubjectPage *page)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 16);
  GtkWidget *picture = dov_file_picture_new ();
  GtkWidget *words = g_object_new (GTK_TYPE_LABEL, "wrap", TRUE, "xalign", 0.0, "label",
                                   _("This file cannot be shown here. Open it in another program, or save it."), NULL);
  g_autoptr (GBytes) content = dov_store_read_content (dov_subject_page_get_store (page), dov_subject_page_get_id (page), NULL);

  gtk_widget_set_visible (words, !dov_file_picture_show (DOV_FILE_PICTURE (picture), content, get_file (page)->title));
  gtk_box_append (GTK_BOX (box), picture);
  gtk_box_append (GTK_BOX (box), words);

  return box;
}

static const DovTab tabs[] = {
  { "content", N_("What is in the file"), .make = content_new, .is_covered = TRUE },
  { "facts", N_("What is known of the file"),
    .fields = "file_name family_id consent_id incoming_id signal_id act_id application_id protocol_id register_id"
    " placement_id added_by_id", .fields_act = "file.edit" },
  { NULL },
};

const DovSubject dov_attachment_subject = {
  dov_attachment_get_type, "families", .title = dup_title, .facts = "kind added_on", .facts_words = dup_facts, .acts = acts,
  .tabs = tabs,
};

/* ---- how it looks elsewhere ---- */

static char *
size_of_file (DovStore             *store,
              gpointer              row,
              const DovTableColumn *column)
{
  return dov_attachment_size_words (DOV_ATTACHMENT (row)->bytes);
}

static const DovTableColumn columns[] = {
  { "title", .width = 30, .is_bold = TRUE, .expands = TRUE },
  { "kind", .title = N_("Kind"), .width = 14 },
  { "file_name", .width = 26, .leaves = 2 },
  { "bytes", .title = N_("File size"), .width = 10, .words = size_of_file, .leaves = 3 },
  { "added_on", .width = 11 },
  { "family_id", .width = 18, .leaves = 1 },
};

static const DovListView list = {
  dov_attachment_get_type, "families", "x-office-document-symbolic", NULL, N_("Title, name of the file   (Ctrl+F)"),
  N_("There is no such file"), N_("Files will be here"), N_("They are added on the page of the record they belong to"),
  .order = "added_on", .descending = TRUE, .by = "kind", .columns = columns, .n_columns = G_N_ELEMENTS (columns),
};

/* The name and the size of what was added stay; its record is named where it is added. */
static const DovFormGroup form[] = {
  { N_("File"), "title kind" },
  { 0 },
};

static const DovLook look = {
  dov_attachment_get_type, N_("New file"), .form = form, .place = "families", .subject = &dov_attachment_subject,
  .sought = { 27, "x-office-document-symbolic", .latest = "added_on", .tells = TRUE }, .is_apart = TRUE,
};

/* Tells what files look like. */
void
dov_attachment_look_tell (void)
{
  dov_look_add (&look, 1);
  dov_list_view_add (&list, 1);
}
