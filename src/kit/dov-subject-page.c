/* dov-subject-page.c - the page of one record, declared: head, notices, what can be done, what belongs to it */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-subject-page.h"

#include "dov-fold-columns.h"
#include "dov-go.h"
#include "dov-history.h"
#include "dov-join.h"
#include "dov-label.h"
#include "dov-message-page.h"
#include "dov-parts.h"
#include "dov-signs.h"
#include "dov-subject-acts.h"
#include "dov-subject-figures.h"
#include "dov-subject-part.h"
#include "dov-visitor.h"
#include "dov-widgets.h"
#include "dov-wrap-box.h"

#include <glib/gi18n.h>

/* What stands between the title and the buttons of the head at least, before they go below it. */
#define LEAST_OF_TITLE 420

/* What the window has beside this page, and below what height the head scrolls with the rest: some 660 px of a window. */
#define LEAST_HEIGHT 610

/* Below that width long names of tabs are shortened. */
#define LEAST_WIDTH 900

typedef struct
{
  DovStore         *store;
  const DovSubject *subject;
  DovRecord        *record;    /* the living record */
  DovSubjectActs   *acts;

  AdwClamp         *clamp;
  GtkWidget        *head;
  GtkLabel         *name;
  GtkWidget        *marks_cover;
  GtkBox           *marks;
  GtkLabel         *facts;
  GtkWidget        *chips;
  GtkWidget        *badges_cover;
  DovWrapBox       *badges;
  DovWrapBox       *buttons;
  GtkBox           *answers;
  GtkWidget        *path_place;
  DovPathBar       *path;      /* NULL: none */
  DovFoldColumns   *notices;
  DovWrapBox       *figures;
  DovWrapBox       *bar;
  GtkWidget        *tabs_place;
  DovFoldColumns   *columns;
  GtkWidget        *fixed_clamp;
  GtkBox           *fixed;     /* what stays above while the rest scrolls */
  GtkBox           *content;
  GtkScrolledWindow *scroller;
  GtkBox           *foot_bar;
  GtkBox           *foot;
  GtkBox           *foot_end;
  guint             fits;      /* the idle source that places the head, or 0 */
  GtkWidget        *tabs;      /* NULL: parts stand one under the other */
  GtkWidget        *sides;     /* NULL: nothing stands to the right of them */
  GPtrArray        *parts;     /* DovSubjectPart */
} DovSubjectPagePrivate;

G_DEFINE_TYPE_WITH_PRIVATE (DovSubjectPage, dov_subject_page, DOV_TYPE_PAGE)

static DovSubjectPagePrivate *
priv_of (DovSubjectPage *self)
{
  return dov_subject_page_get_instance_private (self);
}

/* ---- what is shown ---- */

static void
show_state (DovSubjectPage *self)
{
  DovSubjectPagePrivate *priv = priv_of (self);
  const DovSubject *subject = priv->subject;
  g_autofree char *words = NULL;

  if (subject->state == NULL || subject->path != NULL)
    return;

  words = subject->state_words != NULL ? subject->state_words (priv->store, priv->record)
          : dov_record_dup_shown (priv->record, dov_record_class_find_field (DOV_RECORD_GET_CLASS (priv->record),
                                                                           subject->state));
  dov_subject_page_add_mark (self, words, dov_sign_of_state (priv->record, subject->state));
}

static void
show_facts (DovSubjectPage *self)
{
  DovSubjectPagePrivate *priv = priv_of (self);
  g_autofree char *fields = dov_field_path_dup (priv->store, priv->record, priv->subject->facts, DOV_JOIN_FACTS);
  g_autofree char *more = priv->subject->facts_words != NULL
                          ? priv->subject->facts_words (priv->store, priv->record) : NULL;
  g_autoptr (GString) facts = g_string_new (fields);

  dov_join (facts, DOV_JOIN_FACTS, more);
  gtk_label_set_label (priv->facts, facts->str);
  gtk_widget_set_visible (GTK_WIDGET (priv->facts), facts->len > 0);
}

static void
show_title (DovSubjectPage *self)
{
  DovSubjectPagePrivate *priv = priv_of (self);
  g_autofree char *title = priv->subject->title != NULL ? priv->subject->title (priv->store, priv->record)
                                                        : dov_store_describe (priv->store, priv->record);

  gtk_label_set_label (priv->name, title);
  dov_page_set_title (DOV_PAGE (self), title);
}

/* The record lies in the bin: it can be looked at and brought back, and no more. */
static gboolean
restore (DovStore  *store,
         gpointer   record,
         GError   **error)
{
  return dov_parts_restore (store, record, error);
}

static void
restore_cb (DovSubjectPage *self)
{
  DovSubjectPagePrivate *priv = priv_of (self);

  dov_deed_do (self, priv->store, &(DovDeed) {
    .act = restore, .data = g_object_ref (priv->record), .free_data = g_object_unref });
}

static void
tell_of_bin (DovSubjectPage *self)
{
  DovSubjectPagePrivate *priv = priv_of (self);
  GtkWidget *notice = dov_notice_new (DOV_NOTICE_WARNS, _("This lies in the bin"),
                                      _("It can be looked at; nothing can be done with it until it is restored."));

  gtk_widget_set_name (notice, "bin");
  if (!dov_store_is_read_only (priv->store))
    g_signal_connect_swapped (dov_notice_add_action (DOV_NOTICE (notice), _("_Restore"), NULL), "clicked",
                              G_CALLBACK (restore_cb), self);
  dov_fold_columns_append (priv->notices, notice);
}

/* What a visitor reads over the shoulder tells no number either. */
static void
show_counts (DovSubjectPage *self)
{
  DovSubjectPagePrivate *priv = priv_of (self);
  gboolean tells = !priv->subject->keeps_head || !dov_visitor_is_near ();
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  gboolean is_narrow = width > 0 && width / dov_text_scale () < LEAST_WIDTH;

  for (guint i = 0; priv->tabs != NULL && priv->subject->tabs[i].name != NULL; i++)
    {
      const DovTab *tab = &priv->subject->tabs[i];
      guint count = 0;

      for (guint n = 0; n < priv->parts->len; n++)
        if (((DovSubjectPart *) priv->parts->pdata[n])->of == tab)
          count += ((DovSubjectPart *) priv->parts->pdata[n])->count;
      if (tab->short_title != NULL)
        dov_tabs_set_title (DOV_TABS (priv->tabs), tab->name, _(is_narrow ? tab->short_title : tab->title));
      dov_tabs_set_count (DOV_TABS (priv->tabs), tab->name, tells && !tab->is_uncounted ? count : 0);
    }
}

/* The column beside is there while something in it is. */
static void
show_sides (DovSubjectPage *self)
{
  DovSubjectPagePrivate *priv = priv_of (self);
  gboolean is_there = FALSE;

  for (guint i = 0; priv->sides != NULL && i < priv->parts->len; i++)
    {
      DovSubjectPart *part = g_ptr_array_index (priv->parts, i);
      gboolean has_more = part->made == NULL || part->lists[0] != NULL || part->fields != NULL;

      if (gtk_widget_is_ancestor (part->box, priv->sides))
        is_there = is_there || (gtk_widget_get_visible (part->box) && (has_more || gtk_widget_get_visible (part->made)));
    }
  if (priv->sides != NULL)
    gtk_widget_set_visible (priv->sides, is_there);
}

/* The buttons stand beside the title while that leaves it room, in any size of text. */
static void
fit_head (DovSubjectPage *self)
{
  DovSubjectPagePrivate *priv = priv_of (self);
  int natural = 0, wide;

  /* What is hidden measures nothing, and would stay hidden. */
  gtk_widget_set_visible (GTK_WIDGET (priv->buttons), TRUE);
  gtk_widget_measure (GTK_WIDGET (priv->buttons), GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
  wide = (int) (natural / dov_text_scale ()) + 1;
  g_object_set (priv->head, "side-width", wide, "fold-width", wide + LEAST_OF_TITLE, NULL);
  gtk_widget_set_visible (GTK_WIDGET (priv->buttons), natural > 0);
}

static void
show_path (DovSubjectPage *self)
{
  DovSubjectPagePrivate *priv = priv_of (self);

  if (priv->path == NULL)
    return;
  dov_path_bar_clear (priv->path);
  gtk_widget_set_visible (priv->path_place, !dov_record_is_removed (priv->record));
  if (!dov_record_is_removed (priv->record))
    priv->subject->path (self, priv->path);
}

/* ---- what stays above while the rest scrolls ---- */

static void
move_to (GtkWidget *part,
         GtkBox    *place,
         GtkWidget *after)
{
  GtkWidget *parent = gtk_widget_get_parent (part);

  g_object_ref (part);
  gtk_box_remove (GTK_BOX (parent), part);
  gtk_box_insert_child_after (place, part, after);
  g_object_unref (part);
}

/* A refusal and a question scroll with the rest: they may be long. */
static void
place_head (DovSubjectPage *self,
            gboolean        is_fixed)
{
  DovSubjectPagePrivate *priv = priv_of (self);
  GtkWidget *stays[] = {
    priv->head, priv->path_place, GTK_WIDGET (priv->notices), GTK_WIDGET (priv->figures), GTK_WIDGET (priv->bar),
    priv->tabs_place,
  };
  GtkWidget *after = NULL;
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  gboolean had_focus = focus != NULL && gtk_widget_is_ancestor (focus, gtk_widget_get_parent (priv->head)) &&
                       !gtk_widget_is_ancestor (focus, GTK_WIDGET (priv->columns));

  if (gtk_widget_get_visible (priv->fixed_clamp) == is_fixed)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (stays); i++)
    {
      move_to (stays[i], is_fixed ? priv->fixed : priv->content, after);
      after = stays[i] == priv->head && !is_fixed ? GTK_WIDGET (priv->answers) : stays[i];
      if (stays[i] == priv->head && !is_fixed)
        gtk_box_reorder_child_after (priv->content, GTK_WIDGET (priv->answers), priv->head);
    }
  gtk_widget_set_visible (priv->fixed_clamp, is_fixed);
  gtk_widget_set_margin_top (GTK_WIDGET (priv->content), is_fixed ? 9 : 14);
  if (had_focus)
    gtk_widget_grab_focus (focus);
}

static gboolean
fit_page (gpointer self)
{
  DovSubjectPagePrivate *priv = priv_of (self);
  int height = gtk_widget_get_height (self);

  priv->fits = 0;
  if (height <= 0)
    return G_SOURCE_REMOVE;
  place_head (self, height / dov_text_scale () >= LEAST_HEIGHT);
  fit_head (self);
  show_counts (self);

  return G_SOURCE_REMOVE;
}

static void
fit_page_soon (DovSubjectPage *self)
{
  DovSubjectPagePrivate *priv = priv_of (self);

  if (priv->subject->keeps_head && priv->fits == 0 && !gtk_widget_in_destruction (GTK_WIDGET (self)))
    priv->fits = g_idle_add (fit_page, self);
}

static void
dov_subject_page_real_refresh (DovSubjectPage *self)
{
  DovSubjectPagePrivate *priv = priv_of (self);
  DovTellAlso also = dov_subject_find_also (priv->subject->type ());

  dov_clear_box (priv->marks);
  for (GtkWidget *notice; (notice = gtk_widget_get_first_child (GTK_WIDGET (priv->notices))) != NULL;)
    gtk_widget_unparent (notice);
  dov_wrap_box_clear (priv->badges);
  show_title (self);
  show_state (self);
  show_facts (self);
  dov_subject_figures_show (&(DovSubjectFigures) { self, priv->store, priv->record, priv->subject, priv->figures });
  if (dov_record_is_removed (priv->record))
    tell_of_bin (self);
  else if (priv->subject->tell != NULL)
    priv->subject->tell (self, priv->record);
  if (also != NULL && !dov_record_is_removed (priv->record))
    also (self, priv->record);
  gtk_widget_set_visible (GTK_WIDGET (priv->notices), gtk_widget_get_first_child (GTK_WIDGET (priv->notices)) != NULL);
  gtk_widget_set_visible (GTK_WIDGET (priv->badges), gtk_widget_get_first_child (GTK_WIDGET (priv->badges)) != NULL);
  for (guint i = 0; i < priv->parts->len; i++)
    dov_subject_part_show (g_ptr_array_index (priv->parts, i));
  show_counts (self);
  show_sides (self);
  gtk_widget_set_visible (GTK_WIDGET (priv->foot_bar), dov_subject_acts_refresh (priv->acts));
  show_path (self);
  fit_head (self);
}

/**
 * dov_subject_page_refresh:
 *
 * Shows everything anew. The page does so by itself when an operation has ended.
 */
void
dov_subject_page_refresh (DovSubjectPage *self)
{
  DOV_SUBJECT_PAGE_GET_CLASS (self)->refresh (self);
}

static void
dov_subject_page_fill (DovPage *page)
{
  dov_subject_page_refresh (DOV_SUBJECT_PAGE (page));
}

/**
 * dov_subject_page_refresh_soon:
 *
 * The same once in idle time, however often it is asked for.
 */
void
dov_subject_page_refresh_soon (DovSubjectPage *self)
{
  dov_page_fill_soon (DOV_PAGE (self));
}

/* ---- how it is built ---- */

static DovSubjectPart *
part_new (DovSubjectPage *self,
          const DovTab   *tab,
          const DovTab   *of)
{
  DovSubjectPagePrivate *priv = priv_of (self);
  DovSubjectPart *part = dov_subject_part_new (self, priv->store, priv->record, dov_tab_find (tab), of);

  g_ptr_array_add (priv->parts, part);

  return part;
}

/* Parts that stand one under the other, of one tab or of the page itself. */
static GtkWidget *
stack_new (DovSubjectPage *self,
           const DovTab   *tabs,
           const DovTab   *of)
{
  GtkWidget *box = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing", 16,
                                 "hexpand", TRUE, NULL);

  for (guint i = 0; tabs != NULL && tabs[i].name != NULL; i++)
    {
      DovSubjectPart *part = part_new (self, &tabs[i], of != NULL ? of : &tabs[i]);

      gtk_box_append (GTK_BOX (box), tabs[i].is_covered ? dov_veil_new (part->box) : part->box);
    }

  return box;
}

static GtkWidget *
history_new (DovSubjectPage *self)
{
  DovSubjectPagePrivate *priv = priv_of (self);

  return dov_history_new (priv->store, G_OBJECT_TYPE (priv->record), dov_subject_page_get_id (self));
}

/* «История» of its own has the changes beside it. */
static GtkWidget *
changes_new (DovSubjectPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *title = dov_heading_new (_("Changes"), "section-title");

  gtk_widget_set_margin_start (title, 3);
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), history_new (self));

  return box;
}

static GtkWidget *
section_new (DovSubjectPage *self,
             const DovTab   *tab)
{
  GtkWidget *columns;

  if (tab->parts == NULL && tab->beside == NULL)
    return part_new (self, tab, tab)->box;

  columns = dov_fold_columns_new ();
  dov_fold_columns_append (DOV_FOLD_COLUMNS (columns), stack_new (self, tab->parts, tab));
  if (tab->beside != NULL)
    dov_fold_columns_append (DOV_FOLD_COLUMNS (columns), stack_new (self, tab->beside, tab));
  if (g_str_equal (tab->name, "history"))
    dov_fold_columns_append (DOV_FOLD_COLUMNS (columns), changes_new (self));

  return columns;
}

static GtkWidget *
tabs_new (DovSubjectPage *self)
{
  DovSubjectPagePrivate *priv = priv_of (self);
  GtkWidget *tabs = dov_tabs_new (_(priv->subject->tabs_label));

  for (guint i = 0; priv->subject->tabs[i].name != NULL; i++)
    {
      const DovTab *tab = &priv->subject->tabs[i];

      dov_tabs_append (DOV_TABS (tabs), tab->name, _(tab->title), section_new (self, tab));
      if (tab->is_covered)
        dov_tabs_veil (DOV_TABS (tabs), tab->name);
    }
  if (!dov_tabs_has (DOV_TABS (tabs), "history"))
    {
      dov_tabs_append (DOV_TABS (tabs), "history", _("History"), history_new (self));
      dov_tabs_veil (DOV_TABS (tabs), "history");
    }

  return tabs;
}

static gboolean
has_beside (const DovSubject *subject)
{
  for (guint i = 0; subject->tabs != NULL && subject->tabs[i].name != NULL; i++)
    if (subject->tabs[i].beside != NULL)
      return TRUE;

  return FALSE;
}

static void
add_columns (DovSubjectPage *self)
{
  DovSubjectPagePrivate *priv = priv_of (self);
  const DovSubject *subject = priv->subject;
  GtkWidget *main_column;

  if (subject->tabs_label != NULL)
    {
      main_column = priv->tabs = tabs_new (self);
    }
  else
    {
      GtkWidget *history = gtk_expander_new (_("History"));

      dov_name_widget (history, _("History"));
      main_column = stack_new (self, subject->tabs, NULL);
      gtk_expander_set_child (GTK_EXPANDER (history), history_new (self));
      /* The keyboard goes into what is shut too, and GTK 4.18 complains that it stands in no window. */
      g_object_bind_property (history, "expanded", gtk_expander_get_child (GTK_EXPANDER (history)), "can-focus",
                              G_BINDING_SYNC_CREATE);
      gtk_box_append (GTK_BOX (main_column), dov_veil_new (history));
    }
  dov_fold_columns_append (priv->columns, main_column);
  if (subject->sides != NULL)
    dov_fold_columns_append (priv->columns, priv->sides = stack_new (self, subject->sides, NULL));
  else if (subject->tabs_label != NULL && !has_beside (subject))
    /* Lines of one column are not read well when they are longer. */
    g_object_set (priv->clamp, "maximum-size", 1000, "tightening-threshold", 900, NULL);
  if (subject->is_equal)
    g_object_set (priv->columns, "side-width", 0, NULL);
}

static void
add_path (DovSubjectPage *self)
{
  DovSubjectPagePrivate *priv = priv_of (self);
  GtkWidget *path;

  if (priv->subject->path == NULL)
    return;
  path = dov_path_bar_new ();
  priv->path = DOV_PATH_BAR (path);
  adw_bin_set_child (ADW_BIN (priv->path_place), path);
  dov_visitor_hide (path);
}

static void
visitor_cb (GtkWidget *self,
            gboolean   is_near)
{
  dov_subject_page_refresh_soon (DOV_SUBJECT_PAGE (self));
}

/* Badges take no line of their own: they stand beside the title and fade where it is full. */
static void
move_badges (DovSubjectPage *self)
{
  DovSubjectPagePrivate *priv = priv_of (self);

  g_object_ref (priv->badges_cover);
  gtk_box_remove (GTK_BOX (gtk_widget_get_parent (priv->badges_cover)), priv->badges_cover);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (priv->chips), priv->badges_cover);
  g_object_unref (priv->badges_cover);
  gtk_widget_set_visible (priv->chips, TRUE);
}

static void
keep_head (DovSubjectPage *self)
{
  DovSubjectPagePrivate *priv = priv_of (self);

  if (!priv->subject->keeps_head)
    return;
  move_badges (self);
  g_object_set (priv->notices, "fold-width", 820, NULL);
  gtk_widget_set_visible (priv->tabs_place, TRUE);
  adw_bin_set_child (ADW_BIN (priv->tabs_place), dov_tabs_take_bar (DOV_TABS (priv->tabs)));
  dov_visitor_hide (GTK_WIDGET (priv->notices));
  dov_visitor_watch (GTK_WIDGET (self), visitor_cb);
  g_signal_connect_swapped (gtk_scrolled_window_get_vadjustment (priv->scroller), "notify::page-size",
                            G_CALLBACK (fit_page_soon), self);
  g_signal_connect_swapped (gtk_scrolled_window_get_hadjustment (priv->scroller), "notify::page-size",
                            G_CALLBACK (fit_page_soon), self);
  g_signal_connect_object (gtk_settings_get_default (), "notify::gtk-xft-dpi", G_CALLBACK (fit_page_soon), self,
                           G_CONNECT_SWAPPED);
  place_head (self, TRUE);
}

static void
build (DovSubjectPage *self)
{
  DovSubjectPagePrivate *priv = priv_of (self);

  priv->acts = dov_subject_acts_new (DOV_PAGE (self), priv->store, priv->record, priv->subject, priv->buttons, priv->bar,
                                     priv->foot, priv->foot_end);
  add_path (self);
  add_columns (self);
  dov_subject_figures_add (&(DovSubjectFigures) { self, priv->store, priv->record, priv->subject, priv->figures,
                                                  (DovTabs *) priv->tabs });
  keep_head (self);
  dov_page_set_answers (DOV_PAGE (self), priv->answers);
  dov_page_set_section (DOV_PAGE (self), priv->subject->section);
  dov_page_set_for_visitors (DOV_PAGE (self), priv->subject->for_visitors);
}

/**
 * dov_subject_page_new:
 * @subject: static
 *
 * Returns: (transfer floating): its page of this record, or one that says that it is gone
 */
DovPage *
dov_subject_page_new (DovStore         *store,
                      const DovSubject *subject,
                      gint64            id)
{
  g_autoptr (DovRecord) record = dov_store_find (store, subject->type (), id, NULL);
  DovSubjectPage *self;

  if (record == NULL)
    return dov_message_page_new_gone (subject->section);

  self = g_object_new (subject->page != NULL ? subject->page () : DOV_TYPE_SUBJECT_PAGE, NULL);
  priv_of (self)->store = g_object_ref (store);
  priv_of (self)->subject = subject;
  priv_of (self)->record = g_steal_pointer (&record);
  build (self);
  dov_page_follow (DOV_PAGE (self), store);

  return DOV_PAGE (self);
}

/* ---- for those who fill it ---- */

DovStore *
dov_subject_page_get_store (DovSubjectPage *self)
{
  return priv_of (self)->store;
}

DovRecord *
dov_subject_page_get_record (DovSubjectPage *self)
{
  return priv_of (self)->record;
}

gint64
dov_subject_page_get_id (DovSubjectPage *self)
{
  return dov_record_get_id (priv_of (self)->record);
}

const DovSubject *
dov_subject_page_get_subject (DovSubjectPage *self)
{
  return priv_of (self)->subject;
}

/* NULL where parts stand one under the other. */
DovTabs *
dov_subject_page_get_tabs (DovSubjectPage *self)
{
  return priv_of (self)->tabs != NULL ? DOV_TABS (priv_of (self)->tabs) : NULL;
}

/**
 * dov_subject_page_get_part:
 * @name: of a tab that has a widget of its own
 *
 * Returns: (transfer none) (nullable): what DovTab.make gave
 */
GtkWidget *
dov_subject_page_get_part (DovSubjectPage *self,
                           const char     *name)
{
  DovSubjectPagePrivate *priv = priv_of (self);

  for (guint i = 0; i < priv->parts->len; i++)
    if (g_str_equal (((DovSubjectPart *) g_ptr_array_index (priv->parts, i))->tab->name, name))
      return ((DovSubjectPart *) g_ptr_array_index (priv->parts, i))->made;

  return NULL;
}

/**
 * dov_subject_page_act:
 * @name: of one of its acts
 *
 * Does it, if it may be done now.
 */
void
dov_subject_page_act (DovSubjectPage *self,
                      const char     *name)
{
  gtk_widget_activate_action (GTK_WIDGET (self), name, NULL);
}

/* Whether one of its acts may be done now. */
gboolean
dov_subject_page_may_act (DovSubjectPage *self,
                          const char     *name)
{
  return dov_subject_acts_may (priv_of (self)->acts, name);
}

/**
 * dov_subject_page_add_notice:
 * @act: (nullable): the act that helps: its button stands in the notice
 *
 * Returns: (transfer none): the notice
 */
DovNotice *
dov_subject_page_add_notice (DovSubjectPage *self,
                             DovNoticeKind   kind,
                             const char     *lead,
                             const char     *text,
                             const char     *act)
{
  GtkWidget *notice = dov_notice_new (kind, lead, text);

  if (act != NULL)
    dov_subject_acts_offer (priv_of (self)->acts, DOV_NOTICE (notice), act);
  dov_fold_columns_append (priv_of (self)->notices, notice);

  return DOV_NOTICE (notice);
}

/* A badge beside the title, after that of the state. */
void
dov_subject_page_add_mark (DovSubjectPage *self,
                           const char     *words,
                           const DovSign  *sign)
{
  if (*words != '\0')
    gtk_box_append (priv_of (self)->marks, dov_badge_new (words, sign));
}

/* Quiet words beside the title: a number. */
void
dov_subject_page_add_words (DovSubjectPage *self,
                            const char     *words)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", words, "ellipsize", PANGO_ELLIPSIZE_END, NULL);

  gtk_widget_add_css_class (label, "dim-label");
  gtk_box_append (priv_of (self)->marks, label);
}

/* A badge under the facts, or beside the title where the head stays; cut where it is long. */
void
dov_subject_page_add_badge (DovSubjectPage *self,
                            const char     *words,
                            const DovSign  *sign)
{
  GtkWidget *badge = dov_badge_new (words, sign);
  GtkWidget *label = gtk_widget_get_last_child (badge);

  if (sign == NULL)
    gtk_widget_add_css_class (badge, "plain");
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 44);
  gtk_widget_set_tooltip_text (badge, words);
  dov_wrap_box_append (priv_of (self)->badges, badge);
}

static void
dov_subject_page_focus (DovPage *page)
{
  DovSubjectPagePrivate *priv = priv_of (DOV_SUBJECT_PAGE (page));
  const char *begin = priv->subject->focus;

  if (begin != NULL && dov_subject_acts_may_write (priv->acts) &&
      gtk_widget_grab_focus (dov_subject_page_get_part (DOV_SUBJECT_PAGE (page), begin)))
    return;
  if (!dov_subject_acts_focus (priv->acts) &&
      !(gtk_widget_get_visible (priv->tabs_place) && gtk_widget_child_focus (priv->tabs_place, GTK_DIR_TAB_FORWARD)) &&
      !gtk_widget_child_focus (GTK_WIDGET (priv->columns), GTK_DIR_TAB_FORWARD))
    gtk_widget_child_focus (GTK_WIDGET (page), GTK_DIR_TAB_FORWARD);
}

static gboolean
dov_subject_page_add (DovPage *page)
{
  return dov_subject_acts_do_main (priv_of (DOV_SUBJECT_PAGE (page))->acts);
}

static void
dov_subject_page_dispose (GObject *object)
{
  DovSubjectPagePrivate *priv = priv_of (DOV_SUBJECT_PAGE (object));

  g_clear_handle_id (&priv->fits, g_source_remove);
  g_clear_pointer (&priv->acts, dov_subject_acts_free);
  g_clear_pointer (&priv->parts, g_ptr_array_unref);
  g_clear_object (&priv->record);
  g_clear_object (&priv->store);

  G_OBJECT_CLASS (dov_subject_page_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *klass)
{
  static const struct { const char *name; gsize offset; } children[] = {
    { "clamp", G_STRUCT_OFFSET (DovSubjectPagePrivate, clamp) },
    { "head", G_STRUCT_OFFSET (DovSubjectPagePrivate, head) },
    { "name", G_STRUCT_OFFSET (DovSubjectPagePrivate, name) },
    { "marks_cover", G_STRUCT_OFFSET (DovSubjectPagePrivate, marks_cover) },
    { "marks", G_STRUCT_OFFSET (DovSubjectPagePrivate, marks) },
    { "facts", G_STRUCT_OFFSET (DovSubjectPagePrivate, facts) },
    { "chips", G_STRUCT_OFFSET (DovSubjectPagePrivate, chips) },
    { "badges_cover", G_STRUCT_OFFSET (DovSubjectPagePrivate, badges_cover) },
    { "badges", G_STRUCT_OFFSET (DovSubjectPagePrivate, badges) },
    { "buttons", G_STRUCT_OFFSET (DovSubjectPagePrivate, buttons) },
    { "answers", G_STRUCT_OFFSET (DovSubjectPagePrivate, answers) },
    { "notices", G_STRUCT_OFFSET (DovSubjectPagePrivate, notices) },
    { "figures", G_STRUCT_OFFSET (DovSubjectPagePrivate, figures) },
    { "bar", G_STRUCT_OFFSET (DovSubjectPagePrivate, bar) },
    { "columns", G_STRUCT_OFFSET (DovSubjectPagePrivate, columns) },
    { "path_place", G_STRUCT_OFFSET (DovSubjectPagePrivate, path_place) },
    { "tabs_place", G_STRUCT_OFFSET (DovSubjectPagePrivate, tabs_place) },
    { "fixed_clamp", G_STRUCT_OFFSET (DovSubjectPagePrivate, fixed_clamp) },
    { "fixed", G_STRUCT_OFFSET (DovSubjectPagePrivate, fixed) },
    { "content", G_STRUCT_OFFSET (DovSubjectPagePrivate, content) },
    { "scroller", G_STRUCT_OFFSET (DovSubjectPagePrivate, scroller) },
    { "foot_bar", G_STRUCT_OFFSET (DovSubjectPagePrivate, foot_bar) },
    { "foot", G_STRUCT_OFFSET (DovSubjectPagePrivate, foot) },
    { "foot_end", G_STRUCT_OFFSET (DovSubjectPagePrivate, foot_end) },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (children); i++)
    gtk_widget_class_bind_template_child_full (klass, children[i].name, FALSE,
                                               DovSubjectPage_private_offset + (gssize) children[i].offset);
}

static void
dov_subject_page_class_init (DovSubjectPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dov_subject_page_dispose;
  DOV_PAGE_CLASS (klass)->focus = dov_subject_page_focus;
  DOV_PAGE_CLASS (klass)->add = dov_subject_page_add;
  DOV_PAGE_CLASS (klass)->fill = dov_subject_page_fill;
  klass->refresh = dov_subject_page_real_refresh;

  g_type_ensure (DOV_TYPE_FOLD_COLUMNS);
  g_type_ensure (DOV_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, DOV_RESOURCES "/ui/dov-subject-page.ui");
  bind_children (widget_class);
}

static void
dov_subject_page_init (DovSubjectPage *self)
{
  DovSubjectPagePrivate *priv = priv_of (self);

  priv->parts = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  dov_visitor_hide (priv->marks_cover);
  dov_visitor_hide (priv->badges_cover);
}
