/* Money: an integer of 分, or blank.
 *
 * Blank means that nobody entered a figure; it is not zero, and a sum of
 * blanks is blank. 万元 exists only where money is read or shown. */
#pragma once

#include <glib.h>

/* The largest amount a line may hold: one 万亿元, in 分. With at most
 * JH_LINES_MAX lines in a table no sum of a filing can overflow. */
#define JH_MONEY_MAX G_GINT64_CONSTANT (100000000000000)

/* The most lines one table of a filing may have. */
#define JH_LINES_MAX 20000

/* fen: the amount in 分, 0 when blank
 * known: FALSE when blank */
typedef struct
{
  gint64 fen;
  gboolean known;
} JhMoney;

typedef enum
{
  JH_MONEY_YUAN,
  JH_MONEY_WAN,
} JhMoneyUnit;

/* An amount of @fen 分. */
JhMoney jh_money (gint64 fen);

/* No amount: nobody entered one. */
JhMoney jh_money_blank (void);

/* Whether both are blank, or both are the same amount. Blank is not zero. */
gboolean jh_money_equal (JhMoney a, JhMoney b);

/* @a + @b; a blank adds nothing, two blanks make a blank. A sum beyond the
 * range of gint64, which the limits above exclude, stays at its end. */
JhMoney jh_money_add (JhMoney a, JhMoney b);

/* @a − @b, blanks as in jh_money_add(). */
JhMoney jh_money_subtract (JhMoney a, JhMoney b);

/* 元 or 万元. Static. */
const char *jh_money_unit_name (JhMoneyUnit unit);

/* Reads 元 or 万元 into @unit. Returns FALSE when @name is neither. */
gboolean jh_money_unit_parse (const char *name, JhMoneyUnit *unit);

/* How many 分 one @unit is. */
gint64 jh_money_unit_size (JhMoneyUnit unit);

/* Reads an amount typed in @unit (see jh_fixed_parse() for what is
 * understood). Only blanks give a blank. An amount that is not a whole
 * number of 分, or beyond JH_MONEY_MAX, is JH_ERROR_DATA. */
gboolean jh_money_parse (const char *text, JhMoneyUnit unit, JhMoney *money,
                         GError **error);

/* @money in @unit as hundredths of the unit, rounded half up: what a sheet
 * shows, times 100. 210.03 万元 gives 21003. Blank gives 0. */
gint64 jh_money_round (JhMoney money, JhMoneyUnit unit);

/* @money in @unit with two decimals, rounded half up, "" when blank;
 * @grouped puts in thousands separators. The caller frees it. */
char *jh_money_format (JhMoney money, JhMoneyUnit unit,
                       gboolean grouped) G_GNUC_WARN_UNUSED_RESULT;

/* @money in @unit with as many decimals as it needs, at least two, "" when
 * blank: reading it back gives @money. The caller frees it. */
char *jh_money_format_exact (JhMoney money,
                             JhMoneyUnit unit) G_GNUC_WARN_UNUSED_RESULT;
