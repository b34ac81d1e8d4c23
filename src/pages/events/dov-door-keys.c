/* dov-door-keys.c - which keys count and which lead away from the door */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-door-keys.h"

/**
 * dov_door_keys_is_band:
 * @band: (out): of which age F5 to F10 count one
 */
gboolean
dov_door_keys_is_band (guint    key,
                       DovBand *band)
{
  *band = (DovBand) (key - GDK_KEY_F5);

  return key >= GDK_KEY_F5 && key <= GDK_KEY_F10;
}

/**
 * dov_door_keys_lead_elsewhere:
 *
 * Returns: whether the key leads away from any other page
 */
gboolean
dov_door_keys_lead_elsewhere (guint           key,
                              GdkModifierType state)
{
  gboolean is_control = (state & GDK_CONTROL_MASK) != 0;

  if (key == GDK_KEY_F1 || key == GDK_KEY_F9)
    return TRUE;
  if ((state & GDK_ALT_MASK) && ((key >= GDK_KEY_0 && key <= GDK_KEY_9) || (key >= GDK_KEY_KP_0 && key <= GDK_KEY_KP_9)))
    return TRUE;
  if (!is_control)
    return FALSE;

  switch (gdk_keyval_to_lower (key))
    {
    case GDK_KEY_k:
    case GDK_KEY_f:
    case GDK_KEY_n:
    case GDK_KEY_s:
    case GDK_KEY_h:
    case GDK_KEY_d:
    case GDK_KEY_i:
    case GDK_KEY_p:
    case GDK_KEY_question:
    case GDK_KEY_comma:
      return TRUE;

    default:
      return FALSE;
    }
}
