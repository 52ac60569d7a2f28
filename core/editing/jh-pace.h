/* How far long work is, and whether it is to stop: whoever works counts the
 * steps, whoever waits is told. */
#pragma once

#include <gio/gio.h>

/* Told on the thread of the work, now and then. */
typedef void (*JhPaceTell) (guint done, guint total, gpointer data);

/* cancellable: what stops the work
 * done, total: the steps that are done, and about how many there will be
 * tell: may be NULL */
typedef struct
{
  GCancellable *cancellable;
  guint done;
  guint total;
  JhPaceTell tell;
  gpointer data;
} JhPace;

/* One more step is done; @pace may be NULL for work that is short. FALSE with
 * JH_ERROR_CANCELLED when the work is to stop. */
gboolean jh_pace_step (JhPace *pace, GError **error);
