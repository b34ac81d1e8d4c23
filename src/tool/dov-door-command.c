/* dov-door-command.c - close-door: for whoever has the computer but not the PIN */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-command.h"

#include "dov-door-lock.h"
#include "dov-event.h"

#include <glib/gi18n.h>

/* Close-door. */

int
dov_command_close_door (const DovCommand *command,
                        int               argc,
                        char            **argv)
{
  g_autoptr (DovStore) store = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *event = NULL;

  if (!dov_command_parse (command, NULL, &argc, &argv, 1, 1))
    return DOV_EXIT_USAGE;
  store = dov_command_open (argv[1], 0);
  if (store == NULL)
    return DOV_EXIT_FAILED;
  if (dov_door_find_open (store) == 0)
    {
      g_print (_("No door stands open in this file.\n"));
      return DOV_EXIT_DONE;
    }

  event = dov_store_describe_id (store, DOV_TYPE_EVENT, dov_door_find_open (store));
  if (!dov_door_force (store, &error))
    return dov_command_fail (error);
  g_print (_("The door is closed: %s. The next start opens the whole program.\n"), event);

  return DOV_EXIT_DONE;
}
