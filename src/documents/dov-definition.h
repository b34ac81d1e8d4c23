/* dov-definition.h - a definition file, read line by line and not yet held against a database */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-result.h"

G_BEGIN_DECLS

/* Of a table: more cannot be read, and a spreadsheet drops without a word what is beyond its last one. */
#define DOV_MOST_COLUMNS 1000

typedef enum
{
  DOV_PRIVACY_NONE,     /* a document without persons: personal columns are refused */
  DOV_PRIVACY_PERSONAL, /* with persons, but nothing of their health */
  DOV_PRIVACY_SPECIAL,
} DovPrivacy;

/* Growing: the period itself, and then all from the start of its year. */
typedef enum { DOV_ACROSS_LOUNGE, DOV_ACROSS_QUARTER, DOV_ACROSS_MONTH, DOV_ACROSS_GROWING } DovAcross;

/* Stands for a measure of what the program does not keep yet: the row has dashes. */
#define DOV_NO_MEASURE "-"

/* A line of cells, or a paragraph of one. */
typedef struct
{
  char  **cells;
  guint   n_cells;
  int     line;
} DovItem;

/* A text with {words} in it. */
typedef struct
{
  char *text;
  int   line;
} DovTemplate;

typedef struct
{
  DovBlockKind  kind;
  char         *name;
  int           line;
  GPtrArray    *items;        /* DovItem, paragraphs among them */
  GPtrArray    *columns;      /* DovColumn, of a table */
  char         *select;       /* NULL: none */
  int           select_line;

  DovTemplate   title;
  DovTemplate   total;        /* text NULL: no such row */
  DovTemplate   growing;
  DovTemplate   subtotal;
  DovTemplate   empty;
  char         *heading;      /* the column whose changes start a row across */
  int           heading_line;
  const char   *opens;        /* interned */
  int           opens_line;
  char         *data;
  gboolean      has_numbers;
  gboolean      is_double;
  gboolean      has_pen;      /* of fields: what nobody filled has a line for a pen */
  gboolean      begins_page;  /* what stands above is a page of its own */
  gboolean      is_fixed;     /* of a table: an empty form has its rows too; of a text: its words */
  char         *when;         /* the word that decides whether it is printed, NULL: always */
  gboolean      when_not;     /* printed where the word says nothing */
  int           when_line;
  int           height;
  int           blank;        /* rows for handwriting */
  int           form;         /* of them in an empty form, 0: as many as the page has room for */
  gboolean      fills;
  int            most_blank;  /* when they fill the page, 0: no end */

  char        **spread;       /* of a table laid out crosswise: names of three columns, NULL: none */
  DovAcross     across;       /* of a pivot */
  DovTemplate   all;
  int           widths[5];    /* №, text, unit, a column, the total */
  gboolean      grows[5];

  gboolean      is_unique;    /* of a measure */
  gboolean      is_standing;  /* of one: how it is at the end of the period */
  gboolean      is_mean;      /* of one: the mean of what is known; of nothing it is none */
  DovColumnKind measured;
} DovDefinedBlock;

typedef struct
{
  char          *path;
  char          *file_name;   /* for messages */
  gboolean       is_own;      /* of the user's own folder */
  char          *code;
  DovTemplate    title;
  DovTemplate    file;
  DovTemplate    filter;
  DovTemplate    record;       /* which record it is about, for the sheet «Данные» */
  char          *receiver;
  DovPeriodKind  periods;
  char          *asks;        /* table of the record that is asked for, NULL: none */
  char          *asks_label;
  int            asks_line;
  gboolean       is_landscape;
  gboolean       is_archived;
  char          *right;
  DovPrivacy     privacy;
  GPtrArray     *blocks;      /* DovDefinedBlock */
} DovDefinition;

DovDefinition   *dov_definition_read       (const char          *path,
                                            GError             **error) G_GNUC_WARN_UNUSED_RESULT;
DovDefinition   *dov_definition_parse      (const char          *path,
                                            const char          *text,
                                            GError             **error) G_GNUC_WARN_UNUSED_RESULT;
void             dov_definition_free       (DovDefinition       *self);
gboolean         dov_definition_has_table  (const DovDefinition *self);
DovDefinedBlock *dov_definition_find_measure (const DovDefinition *self,
                                            const char          *name);
gboolean         dov_definition_refuse     (const DovDefinition *self,
                                            GError             **error,
                                            int                  line,
                                            const char          *format,
                                            ...) G_GNUC_PRINTF (4, 5);

gboolean         dov_column_kind_find      (const char          *word,
                                            DovColumnKind       *kind);

/* dov-words.c: the {words} of a text. */
typedef gboolean (*DovWordFunction) (const char *word, const char *kind, gpointer user_data);
gboolean         dov_words_scan            (const char          *text,
                                            DovWordFunction      function,
                                            gpointer             user_data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DovDefinition, dov_definition_free)

G_END_DECLS
