#include "jh-message.h"

#include <string.h>

#include "jh-error.h"

/* Words, or an expression. */
typedef struct
{
  char *words;
  JhFormula *expression;
} Piece;

struct _JhMessage
{
  GPtrArray *pieces;
};

static void
piece_free (gpointer data)
{
  Piece *piece = data;

  g_free (piece->words);
  jh_formula_free (piece->expression);
  g_free (piece);
}

static Piece *
add_piece (JhMessage *message)
{
  Piece *piece = g_new0 (Piece, 1);

  g_ptr_array_add (message->pieces, piece);
  return piece;
}

static gboolean
add_expression (JhMessage *message, const char *text, gsize length,
                const JhVocabulary *vocabulary, const JhFormula *outer,
                GError **error)
{
  g_autofree char *expression = g_strndup (text, length);
  Piece *piece = add_piece (message);

  piece->expression
    = jh_formula_parse_inside (expression, vocabulary, outer, NULL, error);
  if (piece->expression)
    return TRUE;
  g_prefix_error (error, "说明里的“{%s}”：", expression);
  return FALSE;
}

/* The brace that closes the one before @at, which may have a set in braces
 * inside; NULL for none. */
static const char *
find_closing (const char *at)
{
  guint depth = 0;

  for (; *at; at++)
    if (*at == '{')
      depth++;
    else if (*at == '}' && depth-- == 0)
      return at;
  return NULL;
}

JhMessage *
jh_message_parse (const char *text, const JhVocabulary *vocabulary,
                  const JhFormula *outer, GError **error)
{
  g_autoptr (JhMessage) message = g_new0 (JhMessage, 1);

  message->pieces = g_ptr_array_new_with_free_func (piece_free);
  if (!g_utf8_validate (text, -1, NULL))
    {
      g_set_error_literal (error, JH_ERROR, JH_ERROR_DATA,
                           "说明里有不是文字的字节");
      return NULL;
    }
  while (*text)
    {
      const char *open = strchrnul (text, '{');
      const char *closing = *open ? find_closing (open + 1) : NULL;

      if (open > text)
        add_piece (message)->words = g_strndup (text, (gsize) (open - text));
      if (*open == '\0')
        break;
      if (closing == NULL)
        {
          g_set_error (error, JH_ERROR, JH_ERROR_DATA, "说明里的“%s”缺少“}”",
                       open);
          return NULL;
        }
      if (!add_expression (message, open + 1, (gsize) (closing - open - 1),
                           vocabulary, outer, error))
        return NULL;
      text = closing + 1;
    }
  return g_steal_pointer (&message);
}

void
jh_message_free (JhMessage *message)
{
  if (message == NULL)
    return;
  g_ptr_array_unref (message->pieces);
  g_free (message);
}

static void
append_expression (GString *sentence, const JhFormula *expression, JhRun *run)
{
  g_autofree char *words = NULL;
  JhValue value;

  if (!jh_run_work_out (run, expression, &value, NULL))
    {
      g_string_append (sentence, "（算不出来）");
      return;
    }
  words = jh_value_format (value, jh_run_get_unit (run));
  g_string_append (sentence, words);
}

char *
jh_message_dup (const JhMessage *message, JhRun *run)
{
  GString *sentence = g_string_new (NULL);

  for (guint i = 0; i < message->pieces->len; i++)
    {
      const Piece *piece = message->pieces->pdata[i];

      if (piece->words)
        g_string_append (sentence, piece->words);
      else
        append_expression (sentence, piece->expression, run);
    }
  return g_string_free (sentence, FALSE);
}

void
jh_message_list_expressions (const JhMessage *message, GPtrArray *list)
{
  for (guint i = 0; i < message->pieces->len; i++)
    {
      const Piece *piece = message->pieces->pdata[i];

      if (piece->expression)
        g_ptr_array_add (list, piece->expression);
    }
}
