/* test-catalogue.c - official papers are Russian, and a broken catalogue breaks nothing */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-russian.h"

#include <glib/gstdio.h>
#include <string.h>

static const char *const words[][2] = {
  { "", "Language: ru\n" }, { "children", "дети" }, { "cinema", "кино" }, { "held", "проведено" }, { "nothing", "" },
};

static void
add_number (GByteArray *file,
            guint32     number,
            gboolean    is_swapped)
{
  guint32 written = is_swapped ? GUINT32_SWAP_LE_BE (number) : number;

  g_byte_array_append (file, (const guint8 *) &written, sizeof written);
}

/* A catalogue as msgfmt writes it: head, two tables, all texts. */
static GByteArray *
make_catalogue (gboolean is_swapped)
{
  const guint32 n = G_N_ELEMENTS (words), english = 28, russian = english + 8 * n;
  GByteArray *file = g_byte_array_new ();
  g_autoptr (GByteArray) texts = g_byte_array_new ();
  const guint32 head[] = { 0x950412de, 0, n, english, russian, 0, 0 };

  for (guint i = 0; i < G_N_ELEMENTS (head); i++)
    add_number (file, head[i], is_swapped);
  for (guint language = 0; language < 2; language++)
    for (guint i = 0; i < n; i++)
      {
        add_number (file, (guint32) strlen (words[i][language]), is_swapped);
        add_number (file, russian + 8 * n + texts->len, is_swapped);
        g_byte_array_append (texts, (const guint8 *) words[i][language], (guint) strlen (words[i][language]) + 1);
      }
  g_byte_array_append (file, texts->data, texts->len);

  return file;
}

/* The catalogue is read once a program, so each case is a program. */
static void
ask (const char *expected)
{
  g_assert_cmpstr (dov_russian ("cinema"), ==, expected);
}

static void
use (const guint8 *bytes,
     gsize         length)
{
  g_autofree char *folder = g_dir_make_tmp ("doverie-XXXXXX", NULL);
  g_autofree char *place = g_build_filename (folder, "ru", "LC_MESSAGES", NULL);
  g_autofree char *path = g_build_filename (place, "doverie.mo", NULL);

  g_mkdir_with_parents (place, 0700);
  g_assert_true (g_file_set_contents (path, (const char *) bytes, (gssize) length, NULL));
  g_setenv ("DOVERIE_LOCALEDIR", folder, TRUE);
  (void) dov_russian ("");
  (void) g_unlink (path);
  (void) g_rmdir (place);
  g_free (place);
  place = g_build_filename (folder, "ru", NULL);
  (void) g_rmdir (place);
  (void) g_rmdir (folder);
}

static void
run_alone (void)
{
  g_test_trap_subprocess (NULL, 10 * G_USEC_PER_SEC, G_TEST_SUBPROCESS_INHERIT_STDERR);
  g_test_trap_assert_passed ();
}

static void
test_words (void)
{
  if (g_test_subprocess ())
    {
      g_autoptr (GByteArray) file = make_catalogue (FALSE);

      use (file->data, file->len);
      g_assert_cmpstr (dov_russian ("children"), ==, "дети");
      g_assert_cmpstr (dov_russian ("cinema"), ==, "кино");
      g_assert_cmpstr (dov_russian ("held"), ==, "проведено");
      g_assert_cmpstr (dov_russian ("nothing"), ==, "nothing");
      g_assert_cmpstr (dov_russian ("theatre"), ==, "theatre");
      g_assert_cmpstr (dov_russian ("a"), ==, "a");
      g_assert_cmpstr (dov_russian (""), ==, "");
      return;
    }
  run_alone ();
}

static void
test_other_machine (void)
{
  if (g_test_subprocess ())
    {
      g_autoptr (GByteArray) file = make_catalogue (TRUE);

      use (file->data, file->len);
      ask ("кино");
      return;
    }
  run_alone ();
}

static void
test_missing (void)
{
  if (g_test_subprocess ())
    {
      g_setenv ("DOVERIE_LOCALEDIR", "/no/such/folder", TRUE);
      ask ("cinema");
      return;
    }
  run_alone ();
}

/* Cut after every byte in turn: never a crash, never another word. */
static void
test_cut (gconstpointer length)
{
  if (g_test_subprocess ())
    {
      g_autoptr (GByteArray) file = make_catalogue (FALSE);

      use (file->data, MIN (GPOINTER_TO_UINT (length), file->len));
      if (!g_str_equal (dov_russian ("cinema"), "cinema"))
        ask ("кино");
      return;
    }
  run_alone ();
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/catalogue/words", test_words);
  g_test_add_func ("/catalogue/other-machine", test_other_machine);
  g_test_add_func ("/catalogue/missing", test_missing);
  for (guint length = 0; length < 170; length += 13)
    {
      g_autofree char *path = g_strdup_printf ("/catalogue/cut/%u", length);

      g_test_add_data_func (path, GUINT_TO_POINTER (length), test_cut);
    }

  return g_test_run ();
}
