/* dov-file-chooser.h - asks for a file or a folder; tests answer instead of a person */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * DovFileWish:
 * @title: what it is for: «Куда сохранить копию»
 * @accept: the verb of the button: «Сохранить»
 * @action: open, save or choose a folder
 * @name: (nullable): the name offered for a new file
 * @folder: (nullable): where to begin
 * @suffix: (nullable): only such files: "xlsx"
 * @suffix_words: (nullable): what people call them: «Книги Excel»
 */
typedef struct
{
  const char           *title;
  const char           *accept;
  GtkFileChooserAction  action;
  const char           *name;
  const char           *folder;
  const char           *suffix;
  const char           *suffix_words;
} DovFileWish;

/* Called with NULL when the person changed their mind. */
typedef void (*DovFileChosen) (GFile    *file,
                               gpointer  user_data);

/* A test's answer: the path, or NULL for “changed my mind”. */
typedef char *(*DovFileAnswer) (const DovFileWish *wish,
                                gpointer           user_data);

void dov_file_chooser_ask    (GtkWidget         *near,
                              const DovFileWish *wish,
                              DovFileChosen      chosen,
                              gpointer           user_data);
void dov_file_chooser_answer (DovFileAnswer      answer,
                              gpointer           user_data);

G_END_DECLS
