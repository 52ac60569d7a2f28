/* What can go wrong, told to somebody who can act.
 *
 * Every message in this domain is a whole Chinese sentence that names the
 * place, the value and what was expected; the code tells the program what
 * kind of trouble it is. */
#pragma once

#include <glib.h>

/* JH_ERROR_USAGE      the request itself makes no sense
 * JH_ERROR_DATA       what was given to us is wrong
 * JH_ERROR_NOT_FOUND  the thing named is not there
 * JH_ERROR_EXISTS     the thing to be made is there already
 * JH_ERROR_LOCKED     the filing is 锁定
 * JH_ERROR_NOT_BOOKS  the file is not a file of this program
 * JH_ERROR_NEWER      the file was written by a newer program
 * JH_ERROR_DAMAGED    the file is damaged, or its structure was altered
 * JH_ERROR_BUSY       another program is writing to the file
 * JH_ERROR_READ_ONLY  the file or the folder cannot be written
 * JH_ERROR_FULL       the disk is full
 * JH_ERROR_IO         the machine stood in the way otherwise
 * JH_ERROR_CANCELLED  the user asked to stop */
typedef enum
{
  JH_ERROR_USAGE,
  JH_ERROR_DATA,
  JH_ERROR_NOT_FOUND,
  JH_ERROR_EXISTS,
  JH_ERROR_LOCKED,
  JH_ERROR_NOT_BOOKS,
  JH_ERROR_NEWER,
  JH_ERROR_DAMAGED,
  JH_ERROR_BUSY,
  JH_ERROR_READ_ONLY,
  JH_ERROR_FULL,
  JH_ERROR_IO,
  JH_ERROR_CANCELLED,
} JhErrorCode;

#define JH_ERROR (jh_error_quark ())

/* The quark of the domain above. */
GQuark jh_error_quark (void);

/* The JhErrorCode that fits an errno value: ENOSPC and EDQUOT are
 * JH_ERROR_FULL, EACCES, EPERM and EROFS are JH_ERROR_READ_ONLY, ENOENT is
 * JH_ERROR_NOT_FOUND, the rest JH_ERROR_IO. */
JhErrorCode jh_error_from_errno (int saved_errno);

/* What an errno value means, in Chinese, without a full stop. Static. */
const char *jh_error_reason (int saved_errno);
