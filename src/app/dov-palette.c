/* dov-palette.c - finds anything by any fragment, by keyboard alone */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-palette.h"

#include <glib/gi18n.h>

#include "dov-finding.h"
#include "dov-go.h"
#include "dov-label.h"
#include "dov-seeker.h"
#include "dov-shell.h"
#include "dov-spoken.h"
#include "dov-visitor.h"
#include "dov-widgets.h"
#include "dov-wrap-box.h"

#define FINDING "dov-finding"

struct _DovPalette
{
  GtkBox             parent_instance;

  DovStore          *store;
  DovSeeker         *seeker;      /* while the palette is open */
  GPtrArray         *findings;
  gboolean           is_fresh;    /* what is shown belongs to what was typed, and not to a word before it */
  gboolean           is_done;     /* and it is all */
  gboolean           enters;      /* Enter was pressed before anything was found */
  GtkWidget         *before;      /* where the keyboard was */

  GtkEntry          *entry;
  GtkLabel          *hint;
  GtkScrolledWindow *scroller;
  GtkListBox        *list;
};

G_DEFINE_FINAL_TYPE (DovPalette, dov_palette, GTK_TYPE_BOX)

static GtkWidget *
row_new (DovFinding *finding)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *lines = dov_wrap_box_new (10);
  GtkWidget *icon = g_object_new (GTK_TYPE_IMAGE, "icon-name", finding->icon,
                                  "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  GtkWidget *title = dov_label_new (finding->title, NULL);
  const char *about = finding->subtitle != NULL && !dov_visitor_is_near () ? finding->subtitle : "";
  GtkWidget *subtitle = dov_label_new (about, "caption dim-label");
  g_autofree char *words = g_strjoin (", ", finding->group, finding->title, *about != '\0' ? about : NULL, NULL);

  gtk_label_set_xalign (GTK_LABEL (subtitle), 1);
  g_object_set (subtitle, "hexpand", TRUE, "valign", GTK_ALIGN_CENTER, "visible", *about != '\0', NULL);
  gtk_widget_set_hexpand (lines, TRUE);
  dov_wrap_box_append (DOV_WRAP_BOX (lines), title);
  dov_wrap_box_append (DOV_WRAP_BOX (lines), subtitle);
  gtk_box_append (GTK_BOX (line), icon);
  gtk_box_append (GTK_BOX (line), lines);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), line);
  g_object_set_data (G_OBJECT (row), FINDING, finding);
  dov_name_widget (row, words);

  return row;
}

/* Each kind stands under its name; the first line of a kind carries it. */
static void
update_header_cb (GtkListBoxRow *row,
                  GtkListBoxRow *before,
                  gpointer       user_data)
{
  DovFinding *finding = g_object_get_data (G_OBJECT (row), FINDING);
  DovFinding *above = before != NULL ? g_object_get_data (G_OBJECT (before), FINDING) : NULL;
  GtkWidget *label;

  if (above != NULL && g_str_equal (above->group, finding->group))
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }

  label = g_object_new (GTK_TYPE_LABEL, "label", finding->group, "xalign", 0.0f, NULL);
  gtk_widget_add_css_class (label, "report-kind");
  gtk_list_box_row_set_header (row, label);
}

static void
select_row (DovPalette    *self,
            GtkListBoxRow *row)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  graphene_rect_t bounds;

  gtk_list_box_select_row (self->list, row);
  if (row == NULL)
    return;
  dov_tell (self, dov_get_name (row));

  if (gtk_widget_compute_bounds (GTK_WIDGET (row), GTK_WIDGET (self->list), &bounds))
    gtk_adjustment_clamp_page (adjustment, bounds.origin.y - 30, bounds.origin.y + bounds.size.height);
}

static void
clear (DovPalette *self)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  g_ptr_array_set_size (self->findings, 0);
}

/* What was found of a word before stands until there is something in its place. */
static void
freshen (DovPalette *self)
{
  if (!self->is_fresh)
    clear (self);
  self->is_fresh = TRUE;
}

static void
add_rows (DovPalette *self,
          guint       from)
{
  for (guint i = from; i < self->findings->len; i++)
    gtk_list_box_append (self->list, row_new (self->findings->pdata[i]));
  gtk_widget_set_visible (GTK_WIDGET (self->scroller), self->findings->len > 0);
  if (from == 0 && self->findings->len > 0)
    {
      gtk_widget_set_visible (GTK_WIDGET (self->hint), FALSE);
      select_row (self, gtk_list_box_get_row_at_index (self->list, 0));
    }
}

static void
show_hint (DovPalette *self,
           const char *meant)
{
  if (meant != NULL)
    {
      g_autofree char *words = dov_label_dup_slip (meant);

      gtk_label_set_label (self->hint, words);
    }
  else if (self->findings->len == 0)
    {
      gtk_label_set_label (self->hint, dov_visitor_is_near () ?
                           dov_visitor_get_hint () :
                           _("Nothing was found. A part of the word is enough: “cher” or “2014”."));
    }
  gtk_widget_set_visible (GTK_WIDGET (self->hint), meant != NULL || self->findings->len == 0);
}

/* Closes first: what opens takes the keyboard. */
static void
follow (DovPalette *self,
        DovFinding *finding)
{
  DovShell *shell = dov_shell_around (GTK_WIDGET (self));
  g_autofree char *action = g_strdup (finding->action);
  g_autofree char *target = g_strdup (finding->target);
  g_autoptr (GArray) all = finding->all != NULL ? g_array_ref (finding->all) : NULL;
  g_autofree char *title = g_strdup_printf ("%s: %s", finding->group, gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  GType type = finding->type;
  gint64 id = finding->id;

  dov_palette_close (self);
  if (shell == NULL)
    return;

  if (all != NULL)
    dov_go_ids (shell, type, title, all);
  else if (type != G_TYPE_INVALID)
    dov_go_record (shell, type, id);
  else
    gtk_widget_activate_action (GTK_WIDGET (shell), action, target != NULL ? "s" : NULL, target);
}

static void
row_activated_cb (DovPalette    *self,
                  GtkListBoxRow *row)
{
  follow (self, g_object_get_data (G_OBJECT (row), FINDING));
}

static void
follow_selected (DovPalette *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  self->enters = FALSE;
  if (row != NULL)
    row_activated_cb (self, row);
}

/* Kinds come one after the other, always in the same order: what is shown does
 * not move. While a visitor is near it must be known first how many there are. */
static void
found_cb (DovPalette *self,
          GPtrArray  *findings)
{
  guint n_before;

  freshen (self);
  n_before = self->findings->len;
  for (guint i = 0; i < findings->len; i++)
    g_ptr_array_add (self->findings, dov_finding_ref (findings->pdata[i]));
  if (dov_visitor_is_near ())
    return;

  add_rows (self, n_before);
  if (self->enters)
    follow_selected (self);
}

static void
done_cb (DovPalette *self,
         const char *meant)
{
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->entry));

  freshen (self);
  self->is_done = TRUE;
  if (dov_visitor_is_near ())
    {
      if (!dov_visitor_may_see (typed, self->findings->len))
        clear (self);
      add_rows (self, 0);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->scroller), self->findings->len > 0);
  show_hint (self, meant);
  if (self->enters)
    follow_selected (self);
}

static void
typed_cb (DovPalette *self)
{
  if (self->seeker == NULL)
    return;

  self->is_fresh = FALSE;
  self->is_done = FALSE;
  self->enters = FALSE;
  dov_seeker_seek (self->seeker, gtk_editable_get_text (GTK_EDITABLE (self->entry)));
}

/* Enter right after the last letter finds what that letter made of it. */
static void
entered_cb (DovPalette *self)
{
  if (self->is_done || (self->is_fresh && !dov_visitor_is_near ()))
    follow_selected (self);
  else
    self->enters = TRUE;
}

static void
move (DovPalette *self,
      int         lines)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);
  int position = (row != NULL ? gtk_list_box_row_get_index (row) : -1) + lines;
  int last = (int) self->findings->len - 1;

  if (last >= 0)
    select_row (self, gtk_list_box_get_row_at_index (self->list, CLAMP (position, 0, last)));
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint                  keyval,
                guint                  keycode,
                GdkModifierType        modifiers,
                DovPalette            *self)
{
  switch (keyval)
    {
    case GDK_KEY_Escape:
      dov_palette_close (self);
      return TRUE;

    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
    case GDK_KEY_Tab:
      move (self, 1);
      return TRUE;

    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
    case GDK_KEY_ISO_Left_Tab:
      move (self, -1);
      return TRUE;

    case GDK_KEY_Page_Down:
      move (self, 8);
      return TRUE;

    case GDK_KEY_Page_Up:
      move (self, -8);
      return TRUE;

    default:
      return FALSE;
    }
}

/* A click beside the card closes it, as Esc does. */
static void
pressed_cb (GtkGestureClick *gesture,
            int              n_press,
            double           x,
            double           y,
            DovPalette      *self)
{
  if (gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT) == GTK_WIDGET (self))
    dov_palette_close (self);
}

static void
stop_seeking (DovPalette *self)
{
  if (self->seeker != NULL)
    dov_seeker_stop (self->seeker);
  g_clear_object (&self->seeker);
}

/**
 * dov_palette_open:
 *
 * Shows the palette over the window and takes the keyboard.
 */
void
dov_palette_open (DovPalette *self,
                  DovStore   *store)
{
  GtkWidget *focus;

  g_return_if_fail (DOV_IS_PALETTE (self));
  g_return_if_fail (DOV_IS_STORE (store));

  if (!gtk_widget_get_visible (GTK_WIDGET (self)))
    {
      focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
      g_set_weak_pointer (&self->before, focus);
    }

  stop_seeking (self);
  g_set_object (&self->store, store);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  self->seeker = dov_seeker_new (store);
  g_signal_connect_object (self->seeker, "found", G_CALLBACK (found_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->seeker, "done", G_CALLBACK (done_cb), self, G_CONNECT_SWAPPED);
  typed_cb (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

/**
 * dov_palette_close:
 *
 * Hides the palette and gives the keyboard back.
 */
void
dov_palette_close (DovPalette *self)
{
  g_return_if_fail (DOV_IS_PALETTE (self));

  if (!gtk_widget_get_visible (GTK_WIDGET (self)))
    return;

  stop_seeking (self);
  /* From what is hidden with the keyboard in it newer GTK sends it on to the first row under the sections. */
  gtk_root_set_focus (gtk_widget_get_root (GTK_WIDGET (self)), NULL);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  /* Who opens it again may not be alone. */
  clear (self);
  g_clear_object (&self->store);
  if (self->before != NULL && gtk_widget_get_mapped (self->before))
    gtk_widget_grab_focus (self->before);
  g_clear_weak_pointer (&self->before);
}

static void
dov_palette_dispose (GObject *object)
{
  DovPalette *self = DOV_PALETTE (object);

  stop_seeking (self);
  g_clear_weak_pointer (&self->before);
  g_clear_object (&self->store);
  if (self->list != NULL)
    gtk_list_box_set_header_func (self->list, NULL, NULL, NULL);
  self->list = NULL;
  dov_clear_box (self);
  g_clear_pointer (&self->findings, g_ptr_array_unref);

  G_OBJECT_CLASS (dov_palette_parent_class)->dispose (object);
}

static void
dov_palette_class_init (DovPaletteClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dov_palette_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, DOV_RESOURCES "/ui/dov-palette.ui");
  gtk_widget_class_bind_template_child (widget_class, DovPalette, entry);
  gtk_widget_class_bind_template_child (widget_class, DovPalette, hint);
  gtk_widget_class_bind_template_child (widget_class, DovPalette, scroller);
  gtk_widget_class_bind_template_child (widget_class, DovPalette, list);
  gtk_widget_class_bind_template_callback (widget_class, typed_cb);
  gtk_widget_class_bind_template_callback (widget_class, entered_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, pressed_cb);
}

static void
dov_palette_init (DovPalette *self)
{
  self->findings = g_ptr_array_new_with_free_func ((GDestroyNotify) dov_finding_unref);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_header_func (self->list, update_header_cb, NULL, NULL);
}
