/* dov-result.h - what one run of a definition gave: typed blocks that screen, Excel and print draw */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-period.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define DOV_DOCUMENT_ERROR (dov_document_error_quark ())
typedef enum
{
  DOV_DOCUMENT_ERROR_DEFINITION,  /* the file of the definition; the message has its line */
  DOV_DOCUMENT_ERROR_ASKED,       /* a period, a lounge or a record is missing or does not fit */
  DOV_DOCUMENT_ERROR_FILE,        /* the workbook cannot be written */
  DOV_DOCUMENT_ERROR_EXISTS,      /* there is such a file already */
} DovDocumentError;

GQuark dov_document_error_quark (void);

typedef enum
{
  DOV_COLUMN_ROW, DOV_COLUMN_TEXT, DOV_COLUMN_COUNT, DOV_COLUMN_QUANTITY, DOV_COLUMN_DECIMAL, DOV_COLUMN_MONEY,
  DOV_COLUMN_PERCENT, DOV_COLUMN_DATE, DOV_COLUMN_TIME, DOV_COLUMN_MOMENT, DOV_COLUMN_FLAG, DOV_COLUMN_YEAR,
  DOV_COLUMN_HAND,
} DovColumnKind;

/* How a column is brought together in the rows of totals. */
typedef enum
{
  DOV_TOTAL_NONE,
  DOV_TOTAL_SUM,
  DOV_TOTAL_BY_UNIT,  /* one row a unit: kilograms are not added to pairs */
  DOV_TOTAL_MEAN,
  DOV_TOTAL_COUNT,    /* «мероприятий: 24» */
} DovTotal;

typedef struct
{
  char          *name;
  char          *group;    /* NULL: one level */
  char          *heading;
  DovColumnKind  kind;
  int            width;    /* in digits */
  gboolean       grows;
  DovTotal       total;
  char          *word;     /* of a count: «мероприятий»; of a sum by unit: the column of the unit */
  gboolean       centers;
  gboolean       is_once;   /* rows of one record share its cell */
  gboolean       on_paper;
  gboolean       on_data;
  gboolean       for_all;  /* on paper only when the paper is of all lounges */
  int            line;     /* in the file of the definition */
  GDate          since;    /* of a pivot: what it counts; not valid: its total, which is no fact of its own */
  GDate          until;
} DovColumn;

/* A figure is whole from the row of the database to the paper: money counts
 * kopecks, what may have fractions its smallest parts, a date days, a time and
 * a moment minutes. Only what writes it makes something else of it. */
typedef struct
{
  DovColumnKind  kind;
  gboolean       is_empty;
  gboolean       is_unique; /* a total that is less than the sum of its parts: shown with «*» */
  gint64         number;
  char          *text;     /* of a text, and of what should be a date or a time and is none */
  GArray        *ids;      /* gint64: the records a measured number counts, or NULL */
} DovCell;

typedef enum
{
  DOV_ROW_BODY, DOV_ROW_HEADING, DOV_ROW_SUBTOTAL, DOV_ROW_TOTAL, DOV_ROW_CARRIED, DOV_ROW_GROWING, DOV_ROW_BLANK,
} DovRowRole;

/* How figures of a measure may be added when papers are put under one another. */
typedef enum
{
  DOV_ADDS,
  DOV_ADDS_PLACES,   /* what stands at the end of a period */
  DOV_ADDS_PERIODS,  /* what goes from one lounge to another is told by both */
  DOV_ADDS_NOT,      /* people or families, each once, of whom some stand in two papers */
  DOV_ADDS_MEAN,     /* a mean or a share: of two there is no sum */
} DovAdds;

typedef struct
{
  DovRowRole   role;
  gint64       id;         /* the record a click opens, 0: none */
  const char  *opens;      /* its table when it is not the table's, interned; of the numbers of a measure */
  DovAdds      adds;       /* of a measure */
  char        *label;      /* of headings and totals */
  DovCell     *cells;      /* one a column */
} DovRow;

typedef struct _DovTable DovTable;

struct _DovTable
{
  const char *opens;       /* interned: table of the records behind the rows, or NULL */
  char       *title;
  char       *data;        /* what the data sheet is called on screen, NULL: none */
  char       *empty;       /* said when nothing was found */
  gboolean    has_own_numbers; /* rows have numbers of their own, blank ones +1, +2… */
  gboolean    has_numbers; /* a row of the columns' numbers under the header */
  gboolean    is_pivot;    /* the data sheet has one number a row */
  gboolean    fills;       /* blank rows down to the end of the page */
  guint       at_most;     /* … but only that many, 0: as many as there is room for */
  int         height;      /* of rows for handwriting, in points, 0: as the text needs */
  GPtrArray  *columns;     /* DovColumn */
  GPtrArray  *rows;        /* DovRow */
  DovTable   *source;      /* of what was laid out crosswise: the rows as they were, NULL: none */
};

typedef enum
{
  DOV_BLOCK_APPROVE, DOV_BLOCK_FIELDS, DOV_BLOCK_TABLE, DOV_BLOCK_PIVOT, DOV_BLOCK_TEXT, DOV_BLOCK_NOTE, DOV_BLOCK_SIGN,
  DOV_BLOCK_TO, DOV_BLOCK_MEASURE,
} DovBlockKind;

/* A label and its value; a post and a name; a paragraph; what is signed, the post and the name. */
typedef struct
{
  char    *label;
  DovCell  value;
  char    *name;
  guint    room;    /* of a field that nobody filled: lines for a pen, 0: a short one */
} DovLine;

typedef struct
{
  DovBlockKind  kind;
  char         *title;
  gboolean      is_double;  /* two pairs of fields in a row */
  gboolean      begins_page;
  GPtrArray    *lines;      /* DovLine; tables have none */
  DovTable     *table;      /* or NULL */
} DovBlock;

/* A line of totals that «О файле» repeats. */
typedef struct
{
  char    *label;
  DovCell  value;
} DovChecksum;

/**
 * DovPaper:
 *
 * What stands around the blocks: the head of the paper, its page, its file.
 */
typedef struct
{
  char      *code;
  char      *institution;
  char      *title;
  char      *period;       /* «за март 2027 года», NULL: none */
  char      *sheet;        /* name of the sheet */
  char      *file_name;    /* whole, with .xlsx */
  char      *footer;       /* «Составлено …» */
  char      *lounge;       /* for «О файле» */
  char      *place;        /* «Слудка», «район»: whose the rows of «Данные» are; NULL: nobody's */
  char      *record_label; /* of the one record they are about: «Акция» … */
  char      *record;       /* … and which it is; NULL: none */
  char      *filter;
  char      *state;        /* for «О файле»: «сдан 03.04.2027»; NULL: a draft */
  char      *made_by;
  GDateTime *made_at;
  gboolean   has_period;
  GDate      from;
  GDate      to;
  gboolean   is_landscape;
  gboolean   is_archived;  /* 30 mm on the left */
  gboolean   is_personal;
  gboolean   is_blank;     /* an empty form: unknown figures are places for a pen */
  gboolean   is_list;      /* a list from the screen: nothing but its rows */
} DovPaper;

#define DOV_TYPE_RESULT (dov_result_get_type ())
G_DECLARE_FINAL_TYPE (DovResult, dov_result, DOV, RESULT, GObject)

DovResult      *dov_result_new           (void);
DovPaper       *dov_result_get_paper     (DovResult        *self);
GPtrArray      *dov_result_get_blocks    (DovResult        *self);

guint           dov_result_count_tables  (DovResult        *self);
const DovTable *dov_result_get_table     (DovResult        *self,
                                          guint             index);
guint           dov_result_count_rows    (DovResult        *self);
GPtrArray      *dov_result_list_checksums (DovResult       *self) G_GNUC_WARN_UNUSED_RESULT;
char           *dov_result_dup_file_name (DovResult        *self) G_GNUC_WARN_UNUSED_RESULT;

gboolean        dov_column_kind_is_figure (DovColumnKind    kind);
gint64          dov_column_kind_get_parts (DovColumnKind    kind);

void            dov_cell_set_text        (DovCell          *self,
                                          DovColumnKind     kind,
                                          const char       *text);
void            dov_cell_set_date        (DovCell          *self,
                                          const GDate      *date);
void            dov_cell_set_integer     (DovCell          *self,
                                          DovColumnKind     kind,
                                          gint64            number);
void            dov_cell_set_real        (DovCell          *self,
                                          DovColumnKind     kind,
                                          double            number);
double          dov_cell_get_real        (const DovCell    *self);
gboolean        dov_cell_is_day          (const DovCell    *self);
char           *dov_cell_dup_shown       (const DovCell    *cell) G_GNUC_WARN_UNUSED_RESULT;
void            dov_cell_clear           (DovCell          *cell);
void            dov_cell_copy            (DovCell          *self,
                                          const DovCell    *other);

DovColumn      *dov_column_copy          (const DovColumn  *self);
void            dov_column_free          (DovColumn        *self);
DovTable       *dov_result_table_new     (void);
DovRow         *dov_result_table_add_row (DovTable         *self,
                                          DovRowRole        role);
DovCell         dov_result_table_number  (const DovTable   *self,
                                          const DovRow     *row,
                                          guint             column,
                                          guint             nth,
                                          char              text[16]);
DovBlock       *dov_block_new            (DovBlockKind      kind,
                                          const char       *title);
void            dov_block_free           (DovBlock         *self);
DovLine        *dov_block_add_line       (DovBlock         *self,
                                          const char       *label,
                                          const char       *value,
                                          const char       *name);

char           *dov_file_name_make       (const char       *file,
                                          const char       *place,
                                          const char       *period) G_GNUC_WARN_UNUSED_RESULT;
char           *dov_sheet_name_make      (const char       *name) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DovColumn, dov_column_free)

G_END_DECLS
