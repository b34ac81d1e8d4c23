/* dov-loan-row.c - one loan in a line: taken back with its state, or extended, where it stands */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-rental-page.h"

#include <glib/gi18n.h>

#include "dov-deed.h"
#include "dov-errors.h"
#include "dov-family.h"
#include "dov-go.h"
#include "dov-goods-words.h"
#include "dov-label.h"
#include "dov-rental-item.h"
#include "dov-rental.h"
#include "dov-section-box.h"
#include "dov-wrap-box.h"

typedef struct
{
  DovStore  *store;
  gint64     loan;
  GtkWidget *condition;
  GtkWidget *state;
  GtkWidget *day;
  GtkWidget *error;
  GtkWidget *popover;
} Work;

static void
work_free (Work *work)
{
  g_object_unref (work->store);
  g_free (work);
}

/* What is done with a loan, as it was typed. */
typedef struct
{
  gint64           loan;
  GDate            day;
  gboolean         takes_back;
  char            *condition;
  DovRentalStatus  state;
} Task;

static void
free_task (gpointer data)
{
  g_free (((Task *) data)->condition);
  g_free (data);
}

static gboolean
do_task (DovStore  *store,
         gpointer   data,
         GError   **error)
{
  const Task *task = data;

  if (!task->takes_back)
    return dov_rental_extend (store, task->loan, &task->day, error);

  return dov_rental_take_back (store, task->loan, &task->day, task->condition, dov_goods_find_me (store), task->state, error);
}

static void
show_error (Work       *work,
            const char *words)
{
  gtk_label_set_label (GTK_LABEL (work->error), words);
  gtk_widget_set_visible (work->error, TRUE);
}

static void
put_away (gpointer popover,
          gpointer task)
{
  gtk_popover_popdown (popover);
}

/* What was typed stays where it can be mended; a warning asks for its reason on the page. */
static gboolean
refused (gpointer      popover,
         const GError *error,
         gpointer      task)
{
  Work *work = g_object_get_data (G_OBJECT (popover), "work");
  const DovProblem *refusal = dov_store_get_refusal (work->store);
  g_autofree char *words = dov_errors_dup_words (error);

  if (refusal != NULL && refusal->is_warning)
    {
      gtk_popover_popdown (popover);
      return FALSE;
    }
  show_error (work, words);

  return TRUE;
}

static gboolean
read_day (Work    *work,
          GDate  **day,
          GError **error)
{
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (work->day));

  if (!dov_date_from_typed (typed, day, error))
    return FALSE;
  if (*day == NULL)
    g_set_error_literal (error, DOV_RECORD_ERROR, DOV_RECORD_ERROR_MALFORMED, _("Type the day."));

  return *day != NULL;
}

static void
go_cb (Work *work)
{
  static const DovRentalStatus states[] = { DOV_RENTAL_STATUS_AVAILABLE, DOV_RENTAL_STATUS_REPAIR, DOV_RENTAL_STATUS_LOST };
  g_autoptr (GDate) day = NULL;
  g_autoptr (GError) error = NULL;
  Task task = { work->loan, .takes_back = work->state != NULL };

  if (!read_day (work, &day, &error))
    {
      show_error (work, error->message);
      return;
    }
  task.day = *day;
  if (task.takes_back)
    {
      task.condition = g_strdup (gtk_editable_get_text (GTK_EDITABLE (work->condition)));
      task.state = states[MIN (gtk_drop_down_get_selected (GTK_DROP_DOWN (work->state)), G_N_ELEMENTS (states) - 1)];
    }
  dov_deed_do (work->popover, work->store, &(DovDeed) {
    .act = do_task, .done = put_away, .refused = refused, .data = g_memdup2 (&task, sizeof task), .free_data = free_task });
}

static GtkWidget *
entry_new (GtkWidget  *box,
           const char *label,
           const char *text)
{
  GtkWidget *entry = g_object_new (GTK_TYPE_ENTRY, "text", text, "placeholder-text", label, "width-chars", 26, NULL);
  GtkWidget *title = g_object_new (GTK_TYPE_LABEL, "label", label, "xalign", 0.0, NULL);

  dov_name_widget (entry, label);
  gtk_widget_add_css_class (title, "caption");
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), entry);

  return entry;
}

static GtkWidget *
work_new (DovStore      *store,
          DovRentalLoan *loan,
          gboolean       takes_back)
{
  const char *const states[] = { _("can be lent again"), _("to be repaired"), _("is lost"), NULL };
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing", 6, "margin-start", 6,
                                 "margin-end", 6, "margin-top", 6, "margin-bottom", 6, NULL);
  GtkWidget *go = gtk_button_new_with_label (takes_back ? _("Take Back") : _("Extend"));
  Work *work = g_new0 (Work, 1);
  GDate day = dov_today ();
  g_autofree char *shown = NULL;
  g_autofree char *name = dov_store_describe_id (store, DOV_TYPE_RENTAL_ITEM, loan->item_id);
  g_autofree char *label = g_strdup_printf ("%s: %s", takes_back ? _("Take back") : _("Extend"), name);

  if (!takes_back && loan->due_on != NULL)
    day = *loan->due_on, g_date_add_days (&day, 14);
  shown = dov_date_to_shown (&day);
  work->store = g_object_ref (store);
  work->loan = dov_record_get_id (DOV_RECORD (loan));
  work->popover = popover;
  work->day = entry_new (box, takes_back ? _("Brought back on") : _("To be returned by"), shown);
  if (takes_back)
    {
      work->condition = entry_new (box, _("In what state it is"), loan->condition_out);
      work->state = gtk_drop_down_new_from_strings (states);
      dov_name_widget (work->state, _("What becomes of it"));
      gtk_box_append (GTK_BOX (box), work->state);
    }
  work->error = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, "max-width-chars", 34, "visible", FALSE, NULL);
  gtk_widget_add_css_class (work->error, "error");
  gtk_widget_add_css_class (go, "suggested-action");
  g_signal_connect_swapped (go, "clicked", G_CALLBACK (go_cb), work);
  g_signal_connect_swapped (work->day, "activate", G_CALLBACK (go_cb), work);
  gtk_box_append (GTK_BOX (box), work->error);
  gtk_box_append (GTK_BOX (box), go);
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), popover);
  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), takes_back ? _("Take Back…") : _("Extend…"));
  dov_name_widget (button, label);
  g_object_set_data_full (G_OBJECT (popover), "work", work, (GDestroyNotify) work_free);

  return button;
}

static void
print_cb (GtkWidget    *button,
          const gint64 *loan)
{
  dov_go_paper (button, "D-33f-d", *loan);
}

static GtkWidget *
print_new (gint64      loan,
           const char *name)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("document-print-symbolic");
  g_autofree char *label = g_strdup_printf (_("Agreement: %s"), name);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, C_("lending", "Agreement"));
  dov_name_widget (button, label);
  g_signal_connect_data (button, "clicked", G_CALLBACK (print_cb), g_memdup2 (&loan, sizeof loan),
                         (GClosureNotify) (GCallback) g_free, 0);

  return button;
}

static GtkWidget *
row_new (DovStore      *store,
         DovRentalLoan *loan,
         const char    *who)
{
  static const DovSign overdue = { "emblem-important-symbolic", "error" };
  static const DovSign back = { "dov-emblem-ok-symbolic", "plain" };
  GDate today = dov_today ();
  g_autofree char *name = dov_store_describe_id (store, DOV_TYPE_RENTAL_ITEM, loan->item_id);
  g_autofree char *since = dov_goods_day_words (loan->issued_on);
  g_autofree char *until = dov_goods_day_words (loan->returned_on != NULL ? loan->returned_on : loan->due_on);
  g_autofree char *second = g_strdup_printf (loan->returned_on != NULL ? _("%1$s · %2$s, back on %3$s") :
                                             _("%1$s · since %2$s, until %3$s"), who, since, until);
  GtkWidget *row = dov_row_line_new ("", name, second);
  GtkWidget *ways;

  dov_row_line_set_icon (DOV_ROW_LINE (row), "object-rotate-right-symbolic");
  if (loan->returned_on != NULL)
    {
      dov_row_line_append (DOV_ROW_LINE (row), dov_badge_new (_("given back"), &back));
      return row;
    }
  if (loan->due_on != NULL && g_date_compare (loan->due_on, &today) < 0)
    {
      int days = g_date_days_between (loan->due_on, &today);
      g_autofree char *words = g_strdup_printf (ngettext ("%d day overdue", "%d days overdue", days), days);

      dov_row_line_append (DOV_ROW_LINE (row), dov_badge_new (words, &overdue));
    }
  ways = dov_wrap_box_new (6);
  if (!dov_store_is_read_only (store))
    {
      dov_wrap_box_append (DOV_WRAP_BOX (ways), work_new (store, loan, TRUE));
      dov_wrap_box_append (DOV_WRAP_BOX (ways), work_new (store, loan, FALSE));
    }
  dov_wrap_box_append (DOV_WRAP_BOX (ways), print_new (dov_record_get_id (DOV_RECORD (loan)), name));
  dov_row_line_append (DOV_ROW_LINE (row), ways);

  return row;
}

GtkWidget *
dov_loan_row_new (DovStore  *store,
                  DovRecord *loan)
{
  g_autofree char *who = dov_goods_person_short (store, DOV_RENTAL_LOAN (loan)->person_id);

  return row_new (store, DOV_RENTAL_LOAN (loan), who);
}

GtkWidget *
dov_loan_row_new_of_family (DovStore  *store,
                            DovRecord *loan)
{
  g_autofree char *family = dov_store_describe_id (store, DOV_TYPE_FAMILY, DOV_RENTAL_LOAN (loan)->family_id);

  return row_new (store, DOV_RENTAL_LOAN (loan), family);
}
