/* test-fold.c - the folded form of a text, Russian order, the wrong keyboard layout */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-fold.h"

#include <string.h>

static void
test_fold (void)
{
  static const struct
  {
    const char *text;
    const char *folded;
  } cases[] = {
    { "Ёлкина-Щёкина", "елкина щекина" },
    { "  ИВАНОВА   Мария ", "иванова мария" },
    { "с. Слудка, ул. Мира, д. 5", "с слудка ул мира д 5" },
    { "Е\u0308лкин", "елкин" },
    { "Й\u0301од", "йод" },
    { "Пети\u0306", "петй" },
    { "+7 (900) 000-17-14", "7 900 000 17 14" },
    { "«Доверие»", "доверие" },
    { "№ 3-2027/014", "3 2027 014" },
    { "Kafe ÀB", "kafe àb" },
    { "Ива\u00adно\u200bва", "иванова" },
    { "\ufeffЗимина\u200f \u202eОльга\u2060", "зимина ольга" },
    { "Кот\001ова\ufffe", "котова" },
    { "Е\u0308\u0308лка", "елка" },
    { "Ё\u0301\u0308ж", "еж" },
    { "—", "" },
    { "", "" },
    { "а\xff" "б", "а б" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *folded = dov_fold (cases[i].text);
      g_autofree char *again = dov_fold (folded);

      g_test_message ("case %u", i);
      g_assert_cmpstr (folded, ==, cases[i].folded);
      g_assert_cmpstr (again, ==, folded);
    }
}

static void
test_words (void)
{
  g_auto (GStrv) words = dov_fold_words ("  Ёлкина, Анна-Мария ");
  g_auto (GStrv) none = dov_fold_words (" — ");

  g_assert_cmpint (g_strv_length (words), ==, 3);
  g_assert_cmpstr (words[0], ==, "елкина");
  g_assert_cmpstr (words[2], ==, "мария");
  g_assert_cmpint (g_strv_length (none), ==, 0);
}

/* Every earlier one stands before every later one, both ways. */
static void
test_order (void)
{
  static const char *const sorted[] = {
    "", "9", "9а", "0010", "10", "100", "100/2", "100/10", "3000000000000000000000", "Ivanov",
    "Ёж", "ежи", "Ежов", "Елкин", "Ёлкин",
    "Ёлкина", "Елкина-Щукина", "Еремеев",
    "Жук", "Ива", "Иванов", "Иванов Пётр", "Йод", "Яблоков",
  };

  for (guint i = 0; i < G_N_ELEMENTS (sorted); i++)
    for (guint n = 0; n < G_N_ELEMENTS (sorted); n++)
      {
        int order = dov_compare_russian (sorted[i], -1, sorted[n], (int) strlen (sorted[n]));

        g_test_message ("%s, %s", sorted[i], sorted[n]);
        g_assert_cmpint (order < 0 ? -1 : order > 0, ==, i < n ? -1 : i > n);
      }
}

/* The lengths are those of a database, where no zero ends a text. */
static void
test_lengths (void)
{
  g_assert_cmpint (dov_compare_russian ("Ивановы", (int) strlen ("Иванов"), "Иванов", -1), ==, 0);
  g_assert_cmpint (dov_compare_russian ("Иванов", 0, "", 0), ==, 0);
  g_assert_cmpint (dov_compare_russian ("а\xd0", 3, "а", -1), >, 0);
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  return dov_compare_russian (*(const char **) a, -1, *(const char **) b, -1);
}

/* An order that contradicts itself would break every sorted list. */
static void
test_order_is_one (void)
{
  static const char *const parts[] = { "е", "ё", "Е", "Ё", "-", " ", "и\u0306", "й", "1", "a", "\u0301" };
  char *texts[300];

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);

      for (int n = g_random_int_range (0, 5); n > 0; n--)
        g_string_append (text, parts[g_random_int_range (0, G_N_ELEMENTS (parts))]);
      texts[i] = g_strdup (text->str);
    }
  qsort (texts, G_N_ELEMENTS (texts), sizeof (char *), compare);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    for (guint n = i + 1; n < G_N_ELEMENTS (texts); n++)
      {
        g_assert_cmpint (dov_compare_russian (texts[i], -1, texts[n], -1), <=, 0);
        g_assert_cmpint (dov_compare_russian (texts[n], -1, texts[i], -1), >=, 0);
      }
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_free (texts[i]);
}

/* The folded text with a sign before each number that says how long it is, and no nought before it. */
static char *
dup_measured (const char *text)
{
  g_autofree char *folded = dov_fold (text);
  GString *measured = g_string_new (NULL);

  for (const char *at = folded; *at != '\0';)
    {
      gsize n_digits, n_noughts = strspn (at, "0");

      at += n_noughts;
      n_digits = strspn (at, "0123456789");
      if (n_noughts + n_digits > 0)
        g_string_append_c (measured, (char) ('!' + n_digits));
      g_string_append_len (measured, at, (gssize) n_digits);
      at += n_digits;
      if (*at != '\0')
        g_string_append_c (measured, *at++);
    }

  return g_string_free (measured, FALSE);
}

/* Texts that begin alike are compared from where they differ: as their folded
 * forms are, whatever stands there. */
static void
test_order_of_folds (void)
{
  static const char *const parts[] = {
    "а", "е", "ё", "Ё", "и", "й", "И", "z", "A", "é", "-", " ", ".", "1", "0", "ъ", "я", "ї", "ß", "\u0306", "\u0301",
    "\U0001f600", "\xff", "\xd0",
  };

  for (guint round = 0; round < 100000; round++)
    {
      g_autoptr (GString) a = g_string_new (NULL), b = NULL;
      g_autofree char *a_folded = NULL;
      g_autofree char *b_folded = NULL;
      guint64 a_head[2], b_head[2];
      int order;

      for (int n = g_test_rand_int_range (0, 20); n > 0; n--)
        g_string_append (a, parts[g_test_rand_int_range (0, G_N_ELEMENTS (parts))]);
      b = g_string_new (a->str);
      for (int n = g_test_rand_int_range (0, 4); n > 0; n--)
        g_string_append (a, parts[g_test_rand_int_range (0, G_N_ELEMENTS (parts))]);
      for (int n = g_test_rand_int_range (0, 4); n > 0; n--)
        g_string_append (b, parts[g_test_rand_int_range (0, G_N_ELEMENTS (parts))]);

      a_folded = dup_measured (a->str);
      b_folded = dup_measured (b->str);
      order = strcmp (a_folded, b_folded);
      if (order != 0)
        g_assert_cmpint (dov_compare_russian (a->str, -1, b->str, -1) < 0, ==, order < 0);

      dov_fold_head (a->str, a_head);
      dov_fold_head (b->str, b_head);
      if (a_head[0] != b_head[0])
        g_assert_cmpint (a_head[0] < b_head[0], ==, order < 0);
      else if (a_head[1] != b_head[1])
        g_assert_cmpint (a_head[1] < b_head[1], ==, order < 0);
    }
}

/* Surname, first name, patronymic, the middle of a word; a double surname is one part. */
static void
test_rank (void)
{
  static const struct { const char *typed, *names[8]; } cases[] = {
    { "ив", { "Ивашов Тихон", "Заяц Иван", "Иглин Пётр Иванович", "Кривцов Яков", NULL } },
    { "анн", { "Аннина Вера", "Белых-Аннина Юлия", "Мохова-Заяц Анна", "Суслова Вера Анновна", "Жанна Рита", NULL } },
    { "ив пет", { "Ивашов Пётр", "Петров Иван", "Заяц Иван Петрович", "Ивашов Стопет", "Кривцов Пётр", NULL } },
    { "17", { "17 марта", "Пара 17 марта", "Пара 117", NULL } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (GStrv) words = dov_fold_words (cases[i].typed);
      guint before = 0;

      for (guint n = 0; cases[i].names[n] != NULL; n++)
        {
          g_autofree char *folded = dov_fold (cases[i].names[n]);
          g_autofree char *leading = g_strndup (cases[i].names[n], strcspn (cases[i].names[n], " "));
          guint rank = dov_fold_rank (folded, dov_fold_count_words (leading), words);

          g_test_message ("%s: %s", cases[i].typed, cases[i].names[n]);
          if (n > 0)
            g_assert_cmpuint (rank, >, before);
          before = rank;
        }
    }
  g_assert_cmpuint (dov_fold_count_words (NULL), ==, 0);
  g_assert_cmpuint (dov_fold_count_words (" Белых-Аннина "), ==, 2);
}

static void
test_layout (void)
{
  static const struct
  {
    const char *typed;
    const char *meant;
  } cases[] = {
    { "bkmz", "илья" }, { "Bkmz", "илья" }, { "`krby", "елкин" }, { ",tkjdf", "белова" },
    { "'lbr", "эдик" }, { "ghbdtn vbh", "привет мир" }, { "илья", NULL }, { "12", NULL }, { "", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *meant = dov_fold_from_latin_keys (cases[i].typed);

      g_assert_cmpstr (meant, ==, cases[i].meant);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/fold/text", test_fold);
  g_test_add_func ("/fold/words", test_words);
  g_test_add_func ("/fold/order", test_order);
  g_test_add_func ("/fold/lengths", test_lengths);
  g_test_add_func ("/fold/order-is-one", test_order_is_one);
  g_test_add_func ("/fold/order-of-folds", test_order_of_folds);
  g_test_add_func ("/fold/rank", test_rank);
  g_test_add_func ("/fold/layout", test_layout);

  return g_test_run ();
}
