/* dov-command.h - what the commands of doverie-tool have in common */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-load.h"
#include "dov-store.h"

G_BEGIN_DECLS

/* What the program ends with. */
enum
{
  DOV_EXIT_DONE  = 0,
  DOV_EXIT_FAILED = 1,  /* refused or failed; the reason is on stderr */
  DOV_EXIT_USAGE = 2,   /* called wrongly */
};

/**
 * DovCommand:
 * @name: the word after the program's name
 * @arguments: what follows it, marked with N_()
 * @summary: one sentence, marked with N_()
 */
typedef struct _DovCommand DovCommand;
struct _DovCommand
{
  const char *name;
  const char *arguments;
  const char *summary;
  int       (*run) (const DovCommand *command,
                    int               argc,
                    char            **argv);
};

/* One function a command; each file of this folder has those of one subject. */
int dov_command_create  (const DovCommand *command, int argc, char **argv);
int dov_command_demo    (const DovCommand *command, int argc, char **argv);
int dov_command_load    (const DovCommand *command, int argc, char **argv);
int dov_command_dump    (const DovCommand *command, int argc, char **argv);
int dov_command_reports (const DovCommand *command, int argc, char **argv);
int dov_command_report  (const DovCommand *command, int argc, char **argv);
int dov_command_check   (const DovCommand *command, int argc, char **argv);
int dov_command_update  (const DovCommand *command, int argc, char **argv);
int dov_command_backup  (const DovCommand *command, int argc, char **argv);
int dov_command_restore (const DovCommand *command, int argc, char **argv);
int dov_command_close_door (const DovCommand *command, int argc, char **argv);

gboolean   dov_command_parse        (const DovCommand   *command,
                                     const GOptionEntry *options,
                                     int                *argc,
                                     char             ***argv,
                                     int                 at_least,
                                     int                 at_most);
int        dov_command_misuse       (const DovCommand   *command,
                                     const char         *format,
                                     ...) G_GNUC_PRINTF (2, 3);
int        dov_command_fail         (const GError       *error);
void       dov_command_warn         (GPtrArray          *told);
DovStore  *dov_command_open         (const char         *path,
                                     DovStoreFlags       flags) G_GNUC_WARN_UNUSED_RESULT;
void       dov_command_show_progress (guint64            done,
                                     gpointer            user_data);
void       dov_command_end_progress (void);

G_END_DECLS
