/* bench-load.c - what a line of a load costs in a long file against a short one: nothing grows with what is there */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-load.h"
#include "dov-rules.h"
#include "dov-scratch.h"

#include <stdio.h>

#define FEW  1000
#define MANY 20000

/* A line of each kind, with the number of the line in it, in letters for people: namesakes cost more each. */
static const struct
{
  const char *record;
  const char *line;
} kinds[] = {
  { "settlement", "{\"record\":\"settlement\",\"name\":\"Хутор @\",\"type\":\"д\"}\n" },
  { "ref_item", "{\"record\":\"ref_item\",\"list_code\":\"need_category\",\"code\":\"own_@\",\"label\":\"Вид @\"}\n" },
  { "person", "{\"record\":\"person\",\"last_name\":\"Зимина&\",\"first_name\":\"Ольга\",\"patronymic\":\"Павловна\","
              "\"birth_year\":1980,\"workplace\":\"школа @\"}\n" },
  { "organisation", "{\"record\":\"organisation\",\"short_name\":\"Клуб @\",\"full_name\":\"Клуб села @\","
                    "\"kind\":\"municipal\",\"sector\":\"culture\"}\n" },
};

/* Microseconds a line. */
static double
measure (const char *line,
         guint       n_lines)
{
  g_autoptr (DovScratch) scratch = dov_scratch_new ();
  g_autofree char *path = dov_scratch_path (scratch, "club.doverie");
  g_autoptr (GString) lines = g_string_new (NULL);
  g_autoptr (GInputStream) stream = NULL;
  g_autoptr (DovStore) store = NULL;
  g_autoptr (GError) error = NULL;
  gint64 start;

  for (guint i = 0; i < n_lines; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", i);
      g_autoptr (GString) one = g_string_new (line), letters = g_string_new (NULL);

      for (const char *digit = number; *digit != '\0'; digit++)
        g_string_append_unichar (letters, 0x430 + (gunichar) (*digit - '0'));
      g_string_replace (one, "@", number, 0);
      g_string_replace (one, "&", letters->str, 0);
      g_string_append (lines, one->str);
    }
  store = dov_store_open (path, DOV_STORE_CREATE, &error);
  if (store == NULL)
    g_error ("%s", error->message);
  dov_rules_install (store);
  stream = g_memory_input_stream_new_from_data (lines->str, -1, NULL);
  start = g_get_monotonic_time ();
  if (!dov_load_stream (store, stream, NULL, NULL, NULL, NULL, NULL, &error))
    g_error ("%s", error->message);

  return (double) (g_get_monotonic_time () - start) / n_lines;
}

int
main (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      double few = measure (kinds[i].line, FEW), many = measure (kinds[i].line, MANY);

      printf ("load %s: a line of %u costs %.2f of a line of %u (%.0f and %.0f µs)\n", kinds[i].record, MANY, many / few,
              FEW, many, few);
    }

  return 0;
}
