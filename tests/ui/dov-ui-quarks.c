/* dov-ui-quarks.c - lets the leak detector know what GLib forgets on purpose */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#ifdef __SANITIZE_ADDRESS__
/* For dl_iterate_phdr(). */
#define _GNU_SOURCE
#endif

#include "dov-ui-test.h"

#ifdef __SANITIZE_ADDRESS__

#include <link.h>
#include <string.h>

/* Of the sanitizers; not every system has their headers. */
int    __sanitizer_get_ownership      (const volatile void *block);
size_t __sanitizer_get_allocated_size (const volatile void *block);
void   __lsan_ignore_object           (const void          *block);

/* GLib keeps the strings of quarks in a table of this many bytes and forgets it when there are more than 2048
 * of them, so that others may read it without a lock. A program with so many properties has more. */
#define FIRST_TABLE (2048 * sizeof (char *))

/* Looks through what GLib itself can write for the pointer to the table. */
static int
look_through (struct dl_phdr_info *library,
              size_t               size,
              void                *user_data)
{
  if (strstr (library->dlpi_name, "libglib-2.0") == NULL)
    return 0;

  for (int i = 0; i < library->dlpi_phnum; i++)
    {
      const ElfW (Phdr) *segment = &library->dlpi_phdr[i];
      void **word = (void **) (library->dlpi_addr + segment->p_vaddr);

      if (segment->p_type != PT_LOAD || (segment->p_flags & PF_W) == 0)
        continue;
      word = (void **) (((guintptr) word + sizeof *word - 1) & ~(sizeof *word - 1));
      for (gsize n = 0; n + 1 < segment->p_memsz / sizeof *word; n++)
        if (word[n] != NULL && __sanitizer_get_ownership (word[n]) &&
            __sanitizer_get_allocated_size (word[n]) == FIRST_TABLE)
          __lsan_ignore_object (word[n]);
    }

  return 1;
}

void
dov_ui_test_forgive_quarks (void)
{
  dl_iterate_phdr (look_through, NULL);
}

#else

void
dov_ui_test_forgive_quarks (void)
{
}

#endif
