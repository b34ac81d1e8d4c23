/* dov-icons.c - the icons of the program, kept in memory */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-icons.h"

/* The size of icons in rows and buttons, where nearly all of them stand; pixels. */
#define SIZE 16

/* Every icon that the program or the toolkit's own buttons show; tests/check/style.sh finds what is missing. */
static const char *const names[] = {
  "alarm", "audio-volume-high", "avatar-default", "camera-disabled", "changes-prevent", "checkbox",
  "dialog-error", "dialog-information", "dialog-warning", "document-edit", "document-new", "document-open",
  "document-open-recent", "document-print", "document-revert", "document-save", "document-send",
  "dov-avatar-default", "dov-emblem-ok", "dov-emblem-shared", "dov-emblem-system", "dov-emoji-activities",
  "dov-emote-love", "dov-go-home", "dov-go-previous", "dov-help-about", "dov-list-add",
  "dov-object-rotate-right", "dov-package-x-generic", "dov-pan-down", "dov-security-high",
  "dov-system-search", "dov-system-users", "dov-user-trash", "dov-view-conceal", "dov-view-list",
  "dov-x-office-calendar", "dov-x-office-spreadsheet", "drive-harddisk", "edit-clear", "edit-copy",
  "edit-find", "edit-undo", "emblem-important", "emblem-system", "emoji-activities", "emote-love",
  "folder-download", "go-down", "go-home", "go-next", "go-previous", "go-up", "help-about",
  "input-keyboard", "list-add", "list-remove", "mail-forward", "mail-unread", "mark-location",
  "media-playback-pause", "media-playback-start", "object-rotate-right", "object-select",
  "package-x-generic", "pan-down", "pan-end", "pan-up", "printer", "process-stop", "security-high",
  "starred", "switch-off", "switch-on", "system-search", "system-users", "user-trash", "value-decrease",
  "value-increase", "view-app-grid", "view-conceal", "view-fullscreen", "view-list", "view-more",
  "view-refresh", "view-reveal", "weather-clear-night", "window-close", "window-maximize",
  "window-minimize", "x-office-calendar", "x-office-document", "x-office-spreadsheet", "zoom-fit-best",
  "zoom-in", "zoom-out",
};

/**
 * dov_icons_keep:
 * @display: where they are shown
 * @scale: of its windows
 *
 * Reads the icons in other threads and keeps them until the program ends. An icon that stands in no window is let
 * go of by GTK 4.8 in the thread that reads another one; should it be asked for again at that very moment, GTK
 * takes up what is being freed and falls. What is kept is never freed, and a page that is opened has its icons.
 */
void
dov_icons_keep (GdkDisplay *display,
                int         scale)
{
  static GPtrArray *kept;
  GtkIconTheme *theme = gtk_icon_theme_get_for_display (display);

  if (kept != NULL)
    return;

  kept = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *name = g_strconcat (names[i], "-symbolic", NULL);
      g_autoptr (GIcon) icon = g_themed_icon_new (name);

      /* The toolkit asks both ways. */
      g_ptr_array_add (kept, gtk_icon_theme_lookup_by_gicon (theme, icon, SIZE, scale, GTK_TEXT_DIR_LTR,
                                                             GTK_ICON_LOOKUP_PRELOAD));
      g_ptr_array_add (kept, gtk_icon_theme_lookup_by_gicon (theme, icon, SIZE, scale, GTK_TEXT_DIR_LTR, 0));
    }
}
