/* Where pages of paper stand on the screen: one under the other, in the
 * middle, with gaps. Lengths are pixels but for the size of the paper. */
#pragma once

#include <glib.h>

/* What stays free around and between pages. */
#define JH_PAPER_GAP 18.0

/* How many pixels a point takes at a zoom of 1. */
#define JH_PAPER_POINT (96.0 / 72.0)

/* How far the zoom goes. */
#define JH_ZOOM_MIN 0.2
#define JH_ZOOM_MAX 5.0

/* paper_width, paper_height: of a page, in points
 * n_pages: how many there are
 * zoom: 1 is the size of the paper on a screen of 96 dots an inch
 * width: of what is looked through */
typedef struct
{
  double paper_width;
  double paper_height;
  guint n_pages;
  double zoom;
  double width;
} JhPaperSpace;

/* How wide all of it is: at least as wide as what is looked through. */
double jh_paper_space_width (const JhPaperSpace *space);

/* How high all of it is. */
double jh_paper_space_height (const JhPaperSpace *space);

/* The left side of every page. */
double jh_paper_space_left (const JhPaperSpace *space);

/* The upper side of page @page. */
double jh_paper_space_top (const JhPaperSpace *space, guint page);

/* The page at @y, or the nearest one; 0 when there is none. */
guint jh_paper_space_find (const JhPaperSpace *space, double y);

/* The zoom at which a page is as wide as @width. */
double jh_paper_space_fit_width (const JhPaperSpace *space, double width);

/* The zoom at which a whole page fits @width × @height. */
double jh_paper_space_fit_page (const JhPaperSpace *space, double width,
                                double height);

/* The next step of zoom in the direction of @step, 1 or -1. */
double jh_paper_space_step (double zoom, int step);

/* Where looking begins so that what lies from @at on, @length long, is seen
 * with some room around it through a @sight that begins at @now: @now itself
 * when it is seen already. */
double jh_paper_space_reveal (double now, double sight, double at,
                              double length);
