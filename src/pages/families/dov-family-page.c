/* dov-family-page.c - one family: who belongs to it, its categories, visits, home and history */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-family-page.h"

#include "dov-badge.h"
#include "dov-capital.h"
#include "dov-distribution.h"
#include "dov-family-category.h"
#include "dov-family-goods.h"
#include "dov-family-kin.h"
#include "dov-family-link.h"
#include "dov-family-member.h"
#include "dov-family-sections.h"
#include "dov-fold-columns.h"
#include "dov-go.h"
#include "dov-history.h"
#include "dov-household.h"
#include "dov-member-page.h"
#include "dov-move-page.h"
#include "dov-name.h"
#include "dov-need.h"
#include "dov-notice.h"
#include "dov-parts.h"
#include "dov-person.h"
#include "dov-phone.h"
#include "dov-record-page.h"
#include "dov-ref-item.h"
#include "dov-rental-loan.h"
#include "dov-signs.h"
#include "dov-staff.h"
#include "dov-visitor.h"
#include "dov-visits-box.h"
#include "dov-wrap-box.h"

#include <glib/gi18n.h>

/* More badges than these are behind the tab. */
#define MOST_BADGES 5

struct _DovFamilyPage
{
  DovPage        parent_instance;

  DovStore      *store;
  DovFamily     *family;      /* the living record */
  guint          refill;

  GtkWidget     *name;
  GtkWidget     *status;
  GtkWidget     *case_no;
  GtkWidget     *contact;
  GtkWidget     *badges;
  GtkWidget     *tabs;
  GtkWidget     *urgent;      /* the remark that must not be missed */
  GtkWidget     *members;
  GtkWidget     *kin;
  GtkWidget     *findings;
  GtkWidget     *categories;
  GtkWidget     *visits;
  GtkWidget     *gifts;
  GtkWidget     *loans;
  GtkWidget     *needs;
  GtkWidget     *home;
  GtkWidget     *beside;
  GtkWidget     *timeline;
};

G_DEFINE_FINAL_TYPE (DovFamilyPage, dov_family_page, DOV_TYPE_PAGE)

static void
add_member_cb (DovFamilyPage *self)
{
  g_autoptr (DovRecord) draft = dov_record_new (DOV_TYPE_FAMILY_MEMBER, 0);

  dov_set (DOV_FAMILY_MEMBER (draft), family_id, dov_record_get_id (DOV_RECORD (self->family)));
  dov_go_to (self, dov_member_page_new (self->store, DOV_FAMILY_MEMBER (draft), 0));
}

static void
add_category_cb (DovFamilyPage *self)
{
  g_autoptr (DovRecord) draft = dov_record_new (DOV_TYPE_FAMILY_CATEGORY, 0);
  GDate today = dov_today ();

  dov_set (DOV_FAMILY_CATEGORY (draft), family_id, dov_record_get_id (DOV_RECORD (self->family)));
  dov_set (DOV_FAMILY_CATEGORY (draft), since, &today);
  dov_go_to (self, dov_record_page_new_draft (self->store, draft, 0));
}

static void
add_link_cb (DovFamilyPage *self)
{
  g_autoptr (DovRecord) draft = dov_record_new (DOV_TYPE_FAMILY_LINK, 0);

  dov_set (DOV_FAMILY_LINK (draft), family_id, dov_record_get_id (DOV_RECORD (self->family)));
  dov_go_to (self, dov_record_page_new_draft (self->store, draft, 0));
}

static void
move_cb (DovFamilyPage *self)
{
  g_autoptr (DovRecord) draft = dov_household_new_move (self->store, dov_record_get_id (DOV_RECORD (self->family)));

  dov_go_to (self, dov_move_page_new (self->store, draft, 0));
}

/* A new paper for the family: a need, a handout, a loan. */
static void
begin_for (DovFamilyPage *self,
           GType          type)
{
  g_autoptr (DovRecord) draft = dov_record_new (type, 0);

  dov_record_set_number (draft, "family_id", dov_record_get_id (DOV_RECORD (self->family)));
  dov_go_form (self, draft);
}

static void
add_need_cb (DovFamilyPage *self)
{
  begin_for (self, DOV_TYPE_NEED);
}

static void
hand_out_cb (DovFamilyPage *self)
{
  begin_for (self, DOV_TYPE_DISTRIBUTION);
}

static void
lend_cb (DovFamilyPage *self)
{
  begin_for (self, DOV_TYPE_RENTAL_LOAN);
}

static void
edit_cb (DovFamilyPage *self)
{
  g_autoptr (DovRecord) draft = dov_record_dup (DOV_RECORD (self->family));

  dov_go_to (self, dov_record_page_new_draft (self->store, draft, 0));
}

static void
remove_cb (DovFamilyPage *self)
{
  DovShell *shell = dov_shell_around (GTK_WIDGET (self));
  g_autofree char *toast = g_strdup_printf (_("In the bin: %s"), self->family->family_name);
  g_autoptr (GError) error = NULL;
  gint64 operation;

  if (!dov_parts_remove (self->store, DOV_RECORD (self->family), &error))
    {
      if (shell != NULL)
        dov_shell_show_error (shell, error);
      return;
    }
  operation = dov_store_get_last_operation (self->store);
  if (shell == NULL)
    return;
  dov_shell_go_back (shell);
  dov_shell_show_toast (shell, toast, operation);
}

static void
show_status (DovFamilyPage *self)
{
  DovRecord *record = DOV_RECORD (self->family);
  g_autofree char *label = dov_record_dup_shown (record, dov_record_class_find_field (DOV_RECORD_GET_CLASS (record),
                                                                                     "case_status"));
  g_autofree char *large = dov_capitalise (label);
  const GDate *since = self->family->case_status == DOV_CASE_STATUS_CLOSED ? self->family->closed_on
                                                                           : self->family->opened_on;
  g_autofree char *words = NULL;

  if (since != NULL)
    {
      g_autofree char *day = dov_date_to_shown (since);

      /* Translators: the state of a case and the day since when it is so */
      words = g_strdup_printf (_("%s since %s"), large, day);
    }
  dov_badge_show (self->status, words ? words : large, dov_sign_of_state (DOV_RECORD (self->family), "case_status"));
}

static void
append (GString    *words,
        const char *more)
{
  if (more != NULL && *more != '\0')
    g_string_append_printf (words, "%s%s", words->len ? "  ·  " : "", more);
}

/* «Шихова М.И.» */
static char *
dup_curator (DovFamilyPage *self)
{
  g_autoptr (DovRecord) staff = dov_store_find (self->store, DOV_TYPE_STAFF, self->family->curator_id, NULL);
  g_autoptr (DovRecord) person =
    staff ? dov_store_find (self->store, DOV_TYPE_PERSON, DOV_STAFF (staff)->person_id, NULL) : NULL;

  if (person == NULL)
    return g_strdup ("");

  return dov_name_short (DOV_PERSON (person)->last_name, DOV_PERSON (person)->first_name,
                         DOV_PERSON (person)->patronymic);
}

static void
show_head (DovFamilyPage *self)
{
  g_autoptr (GString) contact = g_string_new (NULL);
  g_autofree char *phone = dov_phone_to_shown (self->family->phone);
  g_autofree char *number = g_strdup_printf (_("case %s"), self->family->case_no);

  gtk_label_set_label (GTK_LABEL (self->name), self->family->family_name);
  gtk_label_set_label (GTK_LABEL (self->case_no), number);
  show_status (self);

  append (contact, self->family->address);
  append (contact, phone);
  if (self->family->curator_id != 0)
    {
      g_autofree char *curator = dup_curator (self);
      g_autofree char *words = g_strdup_printf (_("curator %s"), curator);

      append (contact, words);
    }
  gtk_label_set_label (GTK_LABEL (self->contact), contact->str);
}

static void
show_badges (DovFamilyPage *self)
{
  g_autoptr (GPtrArray) categories =
    dov_family_list_categories (self->store, dov_record_get_id (DOV_RECORD (self->family)));
  GDate today = dov_today ();
  guint n = 0;

  dov_wrap_box_clear (DOV_WRAP_BOX (self->badges));
  for (guint i = 0; i < categories->len && n < MOST_BADGES; i++)
    {
      DovFamilyCategory *category = g_ptr_array_index (categories, i);
      g_autofree char *words = NULL;
      GtkWidget *badge;

      if (category->until != NULL && g_date_compare (category->until, &today) < 0)
        continue;
      words = dov_store_describe_id (self->store, DOV_TYPE_REF_ITEM, category->category_id);
      badge = dov_badge_new (words, NULL);
      gtk_widget_add_css_class (badge, "plain");
      gtk_label_set_ellipsize (GTK_LABEL (gtk_widget_get_last_child (badge)), PANGO_ELLIPSIZE_END);
      gtk_label_set_max_width_chars (GTK_LABEL (gtk_widget_get_last_child (badge)), 44);
      gtk_widget_set_tooltip_text (badge, words);
      dov_wrap_box_append (DOV_WRAP_BOX (self->badges), badge);
      n++;
    }
  gtk_widget_set_visible (self->badges, n > 0);
}

static void
show (DovFamilyPage *self)
{
  gint64 id = dov_record_get_id (DOV_RECORD (self->family));
  DovTabs *tabs = DOV_TABS (self->tabs);

  show_head (self);
  show_badges (self);
  dov_notice_set_words (DOV_NOTICE (self->urgent), _("Urgent remark"), self->family->urgent_remark);
  gtk_widget_set_visible (self->urgent, *self->family->urgent_remark != '\0');
  dov_family_fill_kin (DOV_SECTION_BOX (self->kin), self->store, id);
  dov_tabs_set_count (tabs, "findings",
                      dov_family_fill_findings (DOV_SECTION_BOX (self->findings), self->store, id));
  dov_tabs_set_count (tabs, "overview", dov_family_fill_members (DOV_SECTION_BOX (self->members), self->store, id));
  dov_tabs_set_count (tabs, "categories",
                      dov_family_fill_categories (DOV_SECTION_BOX (self->categories), self->store, id));
  dov_tabs_set_count (tabs, "visits", dov_family_fill_visits (DOV_SECTION_BOX (self->visits), self->store, id));
  dov_tabs_set_count (tabs, "needs", dov_family_fill_needs (DOV_SECTION_BOX (self->needs), self->store, id));
  dov_tabs_set_count (tabs, "gifts", dov_family_fill_gifts (DOV_SECTION_BOX (self->gifts), self->store, id));
  dov_tabs_set_count (tabs, "loans", dov_family_fill_loans (DOV_SECTION_BOX (self->loans), self->store, id));
  dov_family_fill_home (DOV_SECTION_BOX (self->home), self->family);
  dov_family_fill_timeline (GTK_LIST_BOX (self->timeline), self->store, id);
  gtk_widget_set_visible (self->beside, gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->timeline), 0) != NULL);
}

static gboolean
refill_cb (gpointer user_data)
{
  DovFamilyPage *self = user_data;

  self->refill = 0;
  show (self);

  return G_SOURCE_REMOVE;
}

static void
changed_cb (DovFamilyPage *self)
{
  if (self->refill == 0)
    self->refill = g_idle_add (refill_cb, self);
}

static gboolean
key_pressed_cb (GtkEventControllerKey *keys,
                guint                  key,
                guint                  code,
                GdkModifierType        modifiers,
                DovFamilyPage         *self)
{
  if ((modifiers & GDK_CONTROL_MASK) && (key == GDK_KEY_Return || key == GDK_KEY_KP_Enter))
    {
      edit_cb (self);
      return TRUE;
    }

  return FALSE;
}

static GtkWidget *
section_new (DovFamilyPage *self,
             const char    *title,
             const char    *more,
             const char    *empty,
             GCallback      clicked)
{
  GtkWidget *section = dov_section_box_new (title);

  dov_section_box_set_empty (DOV_SECTION_BOX (section), empty);
  if (more != NULL && !dov_store_is_read_only (self->store))
    {
      dov_section_box_set_more (DOV_SECTION_BOX (section), more);
      g_signal_connect_swapped (section, "more-clicked", clicked, self);
    }

  return section;
}

static GtkWidget *
head_button_new (DovFamilyPage *self,
                 const char    *icon,
                 const char    *words,
                 const char    *tooltip,
                 GCallback      clicked)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_valign (button, GTK_ALIGN_START);
  gtk_widget_set_visible (button, !dov_store_is_read_only (self->store));
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  g_signal_connect_swapped (button, "clicked", clicked, self);

  return button;
}

static GtkWidget *
head_new (DovFamilyPage *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *words = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing", 6,
                                   "hexpand", TRUE, NULL);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *edit = head_button_new (self, "document-edit-symbolic", _("Change what is known of the family"),
                                     _("Change what is known of the family (Ctrl+Enter)"), G_CALLBACK (edit_cb));
  GtkWidget *move = head_button_new (self, "mail-forward-symbolic", _("Give the family to another lounge"),
                                     _("Give the family to another lounge"), G_CALLBACK (move_cb));
  GtkWidget *bin = head_button_new (self, "user-trash-symbolic", _("Put into the bin"), _("Put into the bin"),
                                    G_CALLBACK (remove_cb));

  self->name = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, NULL);
  gtk_widget_add_css_class (self->name, "page-title");
  self->status = dov_badge_new ("", NULL);
  self->case_no = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "yalign", 0.75, "hexpand", TRUE,
                                "ellipsize", PANGO_ELLIPSIZE_END, NULL);
  gtk_widget_add_css_class (self->case_no, "dim-label");
  gtk_widget_add_css_class (self->case_no, "numeric");
  self->contact = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, "selectable", TRUE, "focusable", FALSE,
                                NULL);
  self->badges = dov_wrap_box_new (6);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->badges), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Categories"), -1);

  gtk_box_append (GTK_BOX (line), self->name);
  gtk_box_append (GTK_BOX (line), dov_veil_new (self->status));
  gtk_box_append (GTK_BOX (line), self->case_no);
  gtk_box_append (GTK_BOX (words), line);
  gtk_box_append (GTK_BOX (words), self->contact);
  gtk_box_append (GTK_BOX (words), dov_veil_new (self->badges));
  gtk_box_append (GTK_BOX (head), words);
  gtk_box_append (GTK_BOX (head), edit);
  gtk_box_append (GTK_BOX (head), move);
  gtk_box_append (GTK_BOX (head), bin);

  return head;
}

static GtkWidget *
tabs_new (DovFamilyPage *self)
{
  GtkWidget *tabs = dov_tabs_new (_("Sections of the family"));
  GtkWidget *overview = gtk_box_new (GTK_ORIENTATION_VERTICAL, 16);
  GtkWidget *visits = gtk_box_new (GTK_ORIENTATION_VERTICAL, 16);

  self->members = section_new (self, _("Who belongs to the family"), _("Add"),
                               _("Nobody yet. Add the mother or the father first, then the children."),
                               G_CALLBACK (add_member_cb));
  gtk_widget_add_css_class (self->members, "members");
  self->categories = section_new (self, _("Categories"), _("Add"),
                                  _("None yet. Add one with the day since when it holds and its grounds."),
                                  G_CALLBACK (add_category_cb));
  self->visits = section_new (self, _("Came to events"), NULL,
                              _("Nobody of the family has been marked at an event yet."), NULL);
  self->needs = section_new (self, _("Asks for"), _("Add"), _("The family asks for nothing now."), G_CALLBACK (add_need_cb));
  self->gifts = section_new (self, _("Has been given"), _("Hand Out"), _("Nothing has been handed out to the family yet."),
                             G_CALLBACK (hand_out_cb));
  self->loans = section_new (self, _("Has borrowed"), _("Lend"), _("The family has borrowed nothing."), G_CALLBACK (lend_cb));
  self->home = section_new (self, _("Home and facts"), _("Change"), _("Nothing is written about the home yet."),
                            G_CALLBACK (edit_cb));

  self->urgent = dov_notice_new (DOV_NOTICE_REFUSES, _("Urgent remark"), "");
  self->kin = section_new (self, _("Linked families"), _("Link…"),
                           _("None. A person who lives in two families links them by themselves."),
                           G_CALLBACK (add_link_cb));
  self->findings = section_new (self, _("Found by the patrol"), NULL, _("Nothing that has to do with this family."), NULL);
  gtk_box_append (GTK_BOX (overview), dov_veil_new (self->urgent));
  gtk_box_append (GTK_BOX (overview), self->members);
  gtk_box_append (GTK_BOX (overview), dov_veil_new (self->kin));

  dov_tabs_append (DOV_TABS (tabs), "overview", _("Overview"), overview);
  dov_tabs_append (DOV_TABS (tabs), "categories", _("Categories"), self->categories);
  gtk_box_append (GTK_BOX (visits), dov_visits_box_new (self->store, DOV_TYPE_FAMILY,
                                                        dov_record_get_id (DOV_RECORD (self->family))));
  gtk_box_append (GTK_BOX (visits), self->visits);
  dov_tabs_append (DOV_TABS (tabs), "visits", _("Visits"), visits);
  dov_tabs_append (DOV_TABS (tabs), "needs", _("Needs"), self->needs);
  dov_tabs_append (DOV_TABS (tabs), "gifts", _("Given"), self->gifts);
  dov_tabs_append (DOV_TABS (tabs), "loans", _("Rental"), self->loans);
  dov_tabs_append (DOV_TABS (tabs), "home", _("Home and facts"), self->home);
  dov_tabs_append (DOV_TABS (tabs), "findings", _("Patrol"), self->findings);
  dov_tabs_append (DOV_TABS (tabs), "history", _("History"),
                   dov_history_new (self->store, DOV_TYPE_FAMILY, dov_record_get_id (DOV_RECORD (self->family))));
  dov_tabs_veil (DOV_TABS (tabs), "categories");
  dov_tabs_veil (DOV_TABS (tabs), "home");
  dov_tabs_veil (DOV_TABS (tabs), "findings");
  dov_tabs_veil (DOV_TABS (tabs), "history");

  return tabs;
}

static GtkWidget *
beside_new (DovFamilyPage *self)
{
  GtkWidget *title = g_object_new (GTK_TYPE_LABEL, "label", _("What there was"), "xalign", 0.0, "margin-start", 3, NULL);

  gtk_widget_add_css_class (title, "section-title");
  self->beside = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  self->timeline = g_object_new (GTK_TYPE_LIST_BOX, "selection-mode", GTK_SELECTION_NONE, NULL);
  gtk_widget_add_css_class (self->timeline, "card");
  gtk_widget_add_css_class (self->timeline, "timeline");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->timeline), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("What there was"), -1);
  gtk_box_append (GTK_BOX (self->beside), title);
  gtk_box_append (GTK_BOX (self->beside), self->timeline);

  return self->beside;
}

static void
build (DovFamilyPage *self)
{
  GtkWidget *box = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing", 12, "margin-top", 14,
                                 "margin-bottom", 18, "margin-start", 24, "margin-end", 24, NULL);
  GtkWidget *clamp = g_object_new (ADW_TYPE_CLAMP, "maximum-size", 1240, "tightening-threshold", 1000,
                                   "child", box, NULL);
  GtkWidget *columns = dov_fold_columns_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  dov_page_set_for_visitors (DOV_PAGE (self), TRUE);
  self->tabs = tabs_new (self);
  dov_fold_columns_append (DOV_FOLD_COLUMNS (columns), self->tabs);
  dov_fold_columns_append (DOV_FOLD_COLUMNS (columns), beside_new (self));
  gtk_box_append (GTK_BOX (box), head_new (self));
  gtk_box_append (GTK_BOX (box), columns);
  adw_bin_set_child (ADW_BIN (self), g_object_new (GTK_TYPE_SCROLLED_WINDOW, "child", clamp, "vexpand", TRUE,
                                                   "hscrollbar-policy", GTK_POLICY_NEVER, NULL));
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/**
 * dov_family_page_new:
 * @family: the id of a family that is kept
 *
 * Returns: (transfer floating): its page
 */
DovPage *
dov_family_page_new (DovStore *store,
                     gint64    family)
{
  DovFamilyPage *self = g_object_new (DOV_TYPE_FAMILY_PAGE, NULL);
  g_autoptr (DovRecord) found = dov_store_find (store, DOV_TYPE_FAMILY, family, NULL);

  self->store = g_object_ref (store);
  self->family = DOV_FAMILY (found ? g_steal_pointer (&found) : dov_record_new (DOV_TYPE_FAMILY, 0));
  dov_page_set_section (DOV_PAGE (self), "families");
  dov_page_set_title (DOV_PAGE (self), self->family->family_name);
  if (!dov_store_is_read_only (store))
    dov_page_set_action_label (DOV_PAGE (self), _("Add a person"));
  build (self);
  show (self);
  g_signal_connect_object (store, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (store, "reloaded", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);

  return DOV_PAGE (self);
}

DovTabs *
dov_family_page_get_tabs (DovFamilyPage *self)
{
  return DOV_TABS (self->tabs);
}

static void
dov_family_page_focus (DovPage *page)
{
  gtk_widget_child_focus (DOV_FAMILY_PAGE (page)->tabs, GTK_DIR_TAB_FORWARD);
}

static gboolean
dov_family_page_add (DovPage *page)
{
  add_member_cb (DOV_FAMILY_PAGE (page));

  return TRUE;
}

static void
dov_family_page_dispose (GObject *object)
{
  DovFamilyPage *self = DOV_FAMILY_PAGE (object);

  g_clear_handle_id (&self->refill, g_source_remove);
  g_clear_object (&self->family);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (dov_family_page_parent_class)->dispose (object);
}

static void
dov_family_page_class_init (DovFamilyPageClass *klass)
{
  DovPageClass *page_class = DOV_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dov_family_page_dispose;
  page_class->focus = dov_family_page_focus;
  page_class->add = dov_family_page_add;
}

static void
dov_family_page_init (DovFamilyPage *self)
{
}
