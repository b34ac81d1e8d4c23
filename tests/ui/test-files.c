/* test-files.c - files of records as people add, look at, hand on and remove them */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "dov-attachment-page.h"
#include "dov-attachment-saving.h"
#include "dov-attachment.h"
#include "dov-consent.h"
#include "dov-family-page.h"
#include "dov-family.h"
#include "dov-file-chooser.h"
#include "dov-file-handing.h"
#include "dov-file-picture.h"
#include "dov-files-box.h"
#include "dov-go.h"
#include "dov-incoming-paper.h"
#include "dov-picture-size.h"
#include "dov-record-page.h"
#include "dov-subject-page.h"
#include "dov-ui-desk.h"
#include "dov-ui-test.h"
#include "dov-visitor.h"
#include "dov-window.h"
#include "dov-written-application.h"

typedef struct
{
  DovUiDesk  desk;
  char      *folder;
  char      *path;     /* what the person chooses next; NULL: nothing */
} Fixture;

static char *
answer_cb (const DovFileWish *wish,
           gpointer           fixture)
{
  return g_strdup (((Fixture *) fixture)->path);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  moment)
{
  dov_ui_desk_open (&fixture->desk, moment);
  fixture->folder = dov_ui_test_dup_folder ();
  dov_file_chooser_answer (answer_cb, fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  moment)
{
  dov_file_chooser_answer (NULL, NULL);
  dov_file_handing_clean ();
  dov_ui_desk_close (&fixture->desk, moment);
  g_clear_pointer (&fixture->path, g_free);
  g_clear_pointer (&fixture->folder, g_free);
}

static gint64
count_files (Fixture *fixture)
{
  return dov_store_see_number (fixture->desk.store, "SELECT count(*) FROM live_attachment", "()");
}

static gint64
find (Fixture    *fixture,
      const char *sql)
{
  gint64 id = dov_store_see_number (fixture->desk.store, sql, "()");

  g_assert_cmpint (id, !=, 0);

  return id;
}

/* A paper from the scanner: every line of it is another, so that it takes room. */
static void
write_picture (Fixture    *fixture,
               const char *name,
               int         width,
               int         height,
               gboolean    is_full)
{
  g_autoptr (GdkPixbuf) pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, width, height);
  guchar *points = gdk_pixbuf_get_pixels (pixbuf);
  guint32 seed = 1;

  gdk_pixbuf_fill (pixbuf, 0xffffffff);
  for (gsize i = 0; is_full && i < gdk_pixbuf_get_byte_length (pixbuf); i++)
    {
      seed = seed * 1664525 + 1013904223;
      points[i] = (guchar) (seed >> 24);
    }
  g_free (fixture->path);
  fixture->path = g_build_filename (fixture->folder, name, NULL);
  g_assert_true (gdk_pixbuf_save (pixbuf, fixture->path, "png", NULL, "compression", "1", NULL));
}

static void
write_text (Fixture    *fixture,
            const char *name,
            const char *text)
{
  g_free (fixture->path);
  fixture->path = g_build_filename (fixture->folder, name, NULL);
  g_assert_true (g_file_set_contents (fixture->path, text, -1, NULL));
}

static GtkWidget *
show_family (Fixture *fixture)
{
  gint64 family = find (fixture, "SELECT family_id FROM live_attachment WHERE family_id IS NOT NULL");
  DovPage *page = dov_subject_page_new (fixture->desk.store, &dov_family_subject, family);

  dov_go_to (fixture->desk.window, page);
  dov_tabs_show (dov_subject_page_get_tabs (DOV_SUBJECT_PAGE (page)), "papers");
  dov_ui_test_settle ();

  return GTK_WIDGET (page);
}

static GtkWidget *
find_box (GtkWidget *inside)
{
  GtkWidget *box = dov_ui_test_find (inside, DOV_TYPE_FILES_BOX, NULL);

  g_assert_nonnull (box);

  return box;
}

static void
click (GtkWidget  *inside,
       const char *words)
{
  GtkWidget *label = dov_ui_test_find (inside, GTK_TYPE_LABEL, words);
  GtkWidget *button = label != NULL ? gtk_widget_get_ancestor (label, GTK_TYPE_BUTTON) : NULL;

  g_assert_nonnull (button);
  dov_ui_test_click (button);
  dov_ui_test_settle ();
}

static void
choose (GtkWidget *box)
{
  click (box, _("Add a file…"));
}

/* From the button to the picture, and back by undo. */
static void
test_family (Fixture       *fixture,
             gconstpointer  moment)
{
  GtkWidget *page = show_family (fixture);
  GtkWidget *box = find_box (page);
  gint64 before = count_files (fixture);
  GtkWidget *row;

  write_picture (fixture, "Справка_о_составе.png", 400, 300, FALSE);
  choose (box);
  g_assert_cmpint (count_files (fixture), ==, before + 1);
  g_assert_true (dov_ui_test_says (box, "Справка о составе"));
  gtk_widget_grab_focus (box);
  dov_ui_test_settle ();
  dov_ui_test_picture (GTK_WIDGET (fixture->desk.window), "files-family");

  row = gtk_widget_get_ancestor (dov_ui_test_find (box, GTK_TYPE_LABEL, "Справка о составе"), DOV_TYPE_ROW_LINE);
  g_signal_emit_by_name (row, "activated");
  dov_ui_test_settle ();
  page = GTK_WIDGET (dov_window_get_page (fixture->desk.window));
  g_assert_true (dov_subject_page_get_subject (DOV_SUBJECT_PAGE (page)) == &dov_attachment_subject);
  g_assert_true (gtk_widget_get_visible (dov_ui_test_find (page, DOV_TYPE_FILE_PICTURE, NULL)));

  dov_go_back (fixture->desk.window);
  dov_ui_test_settle ();
  g_assert_true (dov_store_undo (fixture->desk.store, dov_store_find_undoable (fixture->desk.store), NULL));
  dov_ui_test_settle ();
  g_assert_cmpint (count_files (fixture), ==, before);
  g_assert_false (dov_ui_test_says (box, "Справка о составе"));
}

/* What cannot be added is refused on the page, in words; changing one's mind adds nothing. */
static void
test_refused (Fixture       *fixture,
              gconstpointer  moment)
{
  GtkWidget *page = show_family (fixture);
  gint64 before = count_files (fixture);
  g_autofree char *words = NULL;

  choose (find_box (page));
  g_assert_cmpint (count_files (fixture), ==, before);
  write_text (fixture, "пусто.pdf", "");
  choose (find_box (page));
  g_assert_cmpint (count_files (fixture), ==, before);
  words = g_strdup_printf (_("“%s” is empty: nothing is in it. Choose another file."), "пусто.pdf");
  g_assert_true (dov_ui_test_says (page, words));
}

static GtkWidget *
find_dialog (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (ADW_IS_MESSAGE_DIALOG (window))
        return window;
    }

  return NULL;
}

static void
answer (const char *words)
{
  GtkWidget *dialog = find_dialog ();

  g_assert_nonnull (dialog);
  click (dialog, words);
  g_assert_null (find_dialog ());
}

/* A large picture is asked about, and a smaller one of it is kept as a JPEG. */
static void
test_large (Fixture       *fixture,
            gconstpointer  moment)
{
  GtkWidget *page = show_family (fixture);
  gint64 before = count_files (fixture);
  g_autoptr (DovAttachment) file = NULL;
  g_autoptr (GBytes) content = NULL;
  int width, height;

  write_picture (fixture, "паспорт.png", 2400, 400, TRUE);
  choose (find_box (page));
  g_assert_cmpint (count_files (fixture), ==, before);
  dov_ui_test_picture (find_dialog (), "files-large");
  answer (_("Do not add"));
  g_assert_cmpint (count_files (fixture), ==, before);

  choose (find_box (page));
  answer (_("Make smaller"));
  g_assert_cmpint (count_files (fixture), ==, before + 1);
  file = dov_store_look_up (fixture->desk.store, DOV_TYPE_ATTACHMENT, find (fixture, "SELECT max(id) FROM attachment"));
  g_assert_cmpstr (file->file_name, ==, "паспорт.jpg");
  content = dov_store_read_content (fixture->desk.store, dov_record_get_id (DOV_RECORD (file)), NULL);
  g_assert_true (dov_picture_measure (content, &width, &height));
  g_assert_cmpint (width, ==, DOV_PICTURE_LONGEST);

  choose (find_box (page));
  answer (_("Leave as it is"));
  g_assert_cmpint (count_files (fixture), ==, before + 2);
  g_assert_cmpint (find (fixture, "SELECT count(*) FROM live_attachment WHERE file_name = 'паспорт.png'"), ==, 1);
}

static void
taken_cb (GFile    *file,
          gpointer  path)
{
  *(char **) path = g_file_get_path (file);
}

/* Another program gets a file that nobody else can read and nobody can change; it goes with this program. */
static void
test_handing (Fixture       *fixture,
              gconstpointer  moment)
{
  gint64 id = find (fixture, "SELECT id FROM live_attachment WHERE incoming_id IS NOT NULL");
  g_autofree char *taken = NULL;
  g_autofree char *outside = NULL;
  g_autofree char *kept = NULL;
  GStatBuf status;
  gsize length = 0;

  dov_go_record (fixture->desk.window, DOV_TYPE_ATTACHMENT, id);
  dov_ui_test_settle ();
  dov_ui_test_picture (GTK_WIDGET (fixture->desk.window), "file");
  dov_ui_test_resize (GTK_WINDOW (fixture->desk.window), 1024, 600);
  dov_ui_test_set_text_size (150);
  dov_ui_test_settle ();
  dov_ui_test_picture (GTK_WIDGET (fixture->desk.window), "file-small-150");
  dov_ui_test_set_text_size (100);
  dov_file_handing_answer (taken_cb, &taken);
  click (GTK_WIDGET (fixture->desk.window), _("Open in another program"));
  dov_file_handing_answer (NULL, NULL);
  g_assert_nonnull (taken);
  g_assert_true (g_str_has_suffix (taken, "/Постановление КДН.png"));
  g_assert_cmpint (g_stat (taken, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0400);
  outside = g_path_get_dirname (taken);
  g_assert_cmpint (g_stat (outside, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0700);
  dov_file_handing_clean ();
  g_assert_false (g_file_test (outside, G_FILE_TEST_EXISTS));

  fixture->path = g_build_filename (fixture->folder, "сохранено.png", NULL);
  click (GTK_WIDGET (fixture->desk.window), _("Save as…"));
  g_assert_true (g_file_get_contents (fixture->path, &kept, &length, NULL));
  g_assert_cmpint ((gint64) length, ==, dov_store_see_number (fixture->desk.store,
                                                              "SELECT bytes FROM attachment WHERE id = ?1", "(x)", id));
}

/* Consents, papers that came in, and records whose page is their form have the same list. */
static void
test_everywhere (Fixture       *fixture,
                 gconstpointer  moment)
{
  const struct
  {
    GType       type;
    const char *sql;
  } owners[] = {
    { DOV_TYPE_CONSENT, "SELECT consent_id FROM live_attachment WHERE consent_id IS NOT NULL" },
    { DOV_TYPE_INCOMING_PAPER, "SELECT incoming_id FROM live_attachment WHERE incoming_id IS NOT NULL" },
    { DOV_TYPE_WRITTEN_APPLICATION, "SELECT id FROM live_written_application" },
  };

  write_text (fixture, "Письмо.pdf", "%PDF-1.4 придумано");
  for (gsize i = 0; i < G_N_ELEMENTS (owners); i++)
    {
      gint64 before = count_files (fixture);
      GtkWidget *page;

      dov_go_record (fixture->desk.window, owners[i].type, find (fixture, owners[i].sql));
      dov_ui_test_settle ();
      page = GTK_WIDGET (dov_window_get_page (fixture->desk.window));
      g_assert_cmpuint (dov_ui_test_count (page, DOV_TYPE_FILES_BOX), ==, 1);
      choose (find_box (page));
      g_assert_cmpint (count_files (fixture), ==, before + 1);
      g_assert_true (dov_ui_test_says (find_box (page), "Письмо"));
      dov_ui_test_picture (GTK_WIDGET (fixture->desk.window), g_type_name (owners[i].type));
    }
}

/* Ctrl+V takes a picture of the screen. */
static void
test_paste (Fixture       *fixture,
            gconstpointer  moment)
{
  GtkWidget *page = show_family (fixture);
  GtkWidget *box = find_box (page);
  gint64 before = count_files (fixture);
  g_autoptr (GdkPixbuf) pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, 20, 20);
  g_autoptr (GdkTexture) texture = NULL;

  gdk_pixbuf_fill (pixbuf, 0xff0000ff);
  texture = gdk_texture_new_for_pixbuf (pixbuf);
  gdk_clipboard_set_texture (gtk_widget_get_clipboard (box), texture);
  gtk_widget_child_focus (box, GTK_DIR_TAB_FORWARD);
  dov_ui_desk_press (&fixture->desk, "<Control>v");
  dov_ui_test_settle ();
  g_assert_cmpint (count_files (fixture), ==, before + 1);
  g_assert_cmpint (find (fixture, "SELECT count(*) FROM live_attachment WHERE file_name = 'Снимок.png'"), ==, 1);
}

/* A visitor sees neither that there are files nor what they are called. */
static void
test_visitor (Fixture       *fixture,
              gconstpointer  moment)
{
  GtkWidget *page = show_family (fixture);
  GtkWidget *box = find_box (page);

  g_assert_true (gtk_widget_get_mapped (box));
  dov_visitor_set_near (TRUE);
  dov_ui_test_settle ();
  g_assert_false (gtk_widget_get_mapped (box));
  dov_go_record (fixture->desk.window, DOV_TYPE_ATTACHMENT, find (fixture, "SELECT id FROM live_attachment"));
  dov_ui_test_settle ();
  g_assert_false (dov_ui_test_says (GTK_WIDGET (fixture->desk.window), "Постановление КДН"));
  dov_visitor_set_near (FALSE);
  dov_ui_test_settle ();
}

int
main (int    argc,
      char **argv)
{
  dov_ui_test_init (&argc, &argv);

#define ADD(path, test) g_test_add (path, Fixture, DOV_UI_DEMO_WEDNESDAY, set_up, test, tear_down)
  ADD ("/files/family", test_family);
  ADD ("/files/refused", test_refused);
  ADD ("/files/large", test_large);
  ADD ("/files/handing", test_handing);
  ADD ("/files/everywhere", test_everywhere);
  ADD ("/files/paste", test_paste);
  ADD ("/files/visitor", test_visitor);

  return g_test_run ();
}
