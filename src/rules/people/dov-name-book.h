/* dov-name-book.h - the names of all people in memory: found by any fragment, with nothing else about them */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-band.h"
#include "dov-store.h"

G_BEGIN_DECLS

typedef struct _DovNameBook DovNameBook;

/**
 * DovNameFamily:
 * @name: as the family is called, «Черемисиновы»
 * @place: the village, without the street; empty while unknown
 * @calls_manager: there is an urgent remark, of which nobody here learns more
 * @members: (element-type DovNameEntry): who lives in it now
 */
typedef struct
{
  gint64     family_id;
  char      *name;
  char      *place;
  gboolean   calls_manager;
  GPtrArray *members;
} DovNameFamily;

/**
 * DovNameEntry:
 * @name: last and first name; with the patronymic where two people share those
 * @full: all parts of the name
 * @place: the village, without the street; empty while unknown
 * @age: full years on the day of the book, -1 while unknown
 * @is_about: only the year of birth is known
 * @band: in which the person is counted on that day
 * @no_photo: is not to be photographed
 * @family: (nullable): the household
 */
typedef struct
{
  gint64         person_id;
  char          *name;
  char          *full;
  const char    *place;
  int            age;
  gboolean       is_about;
  DovBand        band;
  gboolean       no_photo;
  gboolean       calls_manager;
  DovNameFamily *family;
  guint          position;  /* in the order of names */
  char          *folded;    /* all parts of the name, and former ones */
  guint          n_leading; /* how many words of it are the surname */
  char          *shared;    /* folded last and first name, to know namesakes by */
} DovNameEntry;

DovNameBook        *dov_name_book_new       (DovStore           *store,
                                             const GDate        *on,
                                             GArray             *people,
                                             GError            **error) G_GNUC_WARN_UNUSED_RESULT;
void                dov_name_book_free      (DovNameBook        *self);
guint               dov_name_book_get_size  (DovNameBook        *self);
const DovNameEntry *dov_name_book_get       (DovNameBook        *self,
                                             gint64              person_id);
GPtrArray          *dov_name_book_find      (DovNameBook        *self,
                                             const char         *typed,
                                             char              **slip) G_GNUC_WARN_UNUSED_RESULT;
char               *dov_name_entry_dup_age  (const DovNameEntry *entry) G_GNUC_WARN_UNUSED_RESULT;
char               *dov_name_entry_tell     (const DovNameEntry *entry) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DovNameBook, dov_name_book_free)

G_END_DECLS
