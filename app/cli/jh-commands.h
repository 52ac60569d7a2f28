/* The commands of jiheng-cli, a file each. */
#pragma once

#include "jh-cli.h"

/* Brings a folder of CSV into the books. */
const JhCommand *jh_command_import (void);

/* Lists the filings. */
const JhCommand *jh_command_list (void);

/* Shows a sheet. */
const JhCommand *jh_command_sheet (void);

/* Checks a filing. */
const JhCommand *jh_command_check (void);

/* Lists the rules, and changes those of the file. */
const JhCommand *jh_command_rules (void);

/* Writes the submission. */
const JhCommand *jh_command_export (void);

/* Begins next year's filing. */
const JhCommand *jh_command_roll (void);

/* Undoes the last change. */
const JhCommand *jh_command_undo (void);

/* Does again what was undone. */
const JhCommand *jh_command_redo (void);

/* Shows the log of changes. */
const JhCommand *jh_command_log (void);

/* Makes or lists copies. */
const JhCommand *jh_command_backup (void);

/* Puts a copy in the place of the books. */
const JhCommand *jh_command_restore (void);
