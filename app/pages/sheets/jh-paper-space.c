#include "jh-paper-space.h"

/* How much room is left around what is brought into sight. */
#define ROOM 24.0

static double
page_width (const JhPaperSpace *space)
{
  return space->paper_width * JH_PAPER_POINT * space->zoom;
}

static double
page_height (const JhPaperSpace *space)
{
  return space->paper_height * JH_PAPER_POINT * space->zoom;
}

double
jh_paper_space_width (const JhPaperSpace *space)
{
  return MAX (page_width (space) + 2 * JH_PAPER_GAP, space->width);
}

double
jh_paper_space_height (const JhPaperSpace *space)
{
  return space->n_pages * (page_height (space) + JH_PAPER_GAP) + JH_PAPER_GAP;
}

double
jh_paper_space_left (const JhPaperSpace *space)
{
  return (jh_paper_space_width (space) - page_width (space)) / 2;
}

double
jh_paper_space_top (const JhPaperSpace *space, guint page)
{
  return JH_PAPER_GAP + page * (page_height (space) + JH_PAPER_GAP);
}

guint
jh_paper_space_find (const JhPaperSpace *space, double y)
{
  double page = (y - JH_PAPER_GAP / 2) / (page_height (space) + JH_PAPER_GAP);

  if (space->n_pages == 0 || page < 0)
    return 0;
  return MIN ((guint) MIN (page, G_MAXINT), space->n_pages - 1);
}

static double
bound (double zoom)
{
  return CLAMP (zoom, JH_ZOOM_MIN, JH_ZOOM_MAX);
}

double
jh_paper_space_fit_width (const JhPaperSpace *space, double width)
{
  return bound ((width - 2 * JH_PAPER_GAP)
                / (space->paper_width * JH_PAPER_POINT));
}

double
jh_paper_space_fit_page (const JhPaperSpace *space, double width,
                         double height)
{
  double high
    = (height - 2 * JH_PAPER_GAP) / (space->paper_height * JH_PAPER_POINT);

  return bound (MIN (high, jh_paper_space_fit_width (space, width)));
}

double
jh_paper_space_step (double zoom, int step)
{
  static const double steps[]
    = { JH_ZOOM_MIN, 0.33, 0.5,  0.67, 0.75, 0.9, 1, 1.1,
        1.25,        1.5,  1.75, 2,    2.5,  3,   4, JH_ZOOM_MAX };
  guint n = G_N_ELEMENTS (steps);

  if (step > 0)
    {
      for (guint i = 0; i < n; i++)
        if (steps[i] > zoom + 0.005)
          return steps[i];
      return JH_ZOOM_MAX;
    }
  for (guint i = n; i-- > 0;)
    if (steps[i] < zoom - 0.005)
      return steps[i];
  return JH_ZOOM_MIN;
}

double
jh_paper_space_reveal (double now, double sight, double at, double length)
{
  double room = MIN (ROOM, MAX ((sight - length) / 2, 0));

  if (length > sight || at - room < now)
    return at - room;
  if (at + length + room > now + sight)
    return at + length + room - sight;
  return now;
}
