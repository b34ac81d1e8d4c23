/* dov-version.c - which version of the program this is */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-version.h"

/**
 * dov_version:
 *
 * Returns: the version, as version.sh at the root of the source tells it
 */
const char *
dov_version (void)
{
  return DOVERIE_VERSION;
}
