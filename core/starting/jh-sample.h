/* The sample filing that the program carries. */
#pragma once

#include "jh-store.h"

/* What the file of the sample is called, without number and ending. */
#define JH_SAMPLE_NAME "样例"

/* Brings the sample into @store as one change. FALSE with what
 * jh_import_folder() says, or JH_ERROR_IO where nothing can be unpacked. */
gboolean jh_sample_import (JhStore *store, GError **error);
