/**
 * How far off a named day is.
 *
 * @module
 */

import { MONTHS } from "../lexicon/things.ts";
import type { Token } from "../types.ts";

const DAY_SEC = 86_400;
/** `o fim do mês`, `fin de semana`, `Ende des Monats`: ends that come again, with their days. */
const ENDS: readonly (readonly [RegExp, number])[] = [
  [
    /^(?:o )?(?:fim|final) d(?:a|e a) semana|^(?:el |la )?(?:fin|final) de (?:la )?semana|^la fin de la semaine|^(?:zum )?(?:ende der woche|wochenende)/,
    7,
  ],
  [
    /^(?:o )?(?:fim|final) d(?:o|e o) mês|^(?:el |la )?(?:fin|final|finales) de(?:l)? mes|^(?:la )?fin du mois|^(?:zum )?(?:ende des monats|monatsende)/,
    30,
  ],
  [
    /^(?:o )?(?:fim|final) d(?:o|e o) ano|^(?:el |la )?(?:fin|final|finales) de(?:l)? año|^(?:la )?fin de l' ?année|^(?:zum )?(?:ende des jahres|jahresende)/,
    365,
  ],
];

const WEEKDAYS: readonly RegExp[] = [
  /^(?:sundays?|sun|sonntag|domingo|dimanche)$/,
  /^(?:mondays?|mon|montag|lunes|lundi|segunda|segunda-feira)$/,
  /^(?:tuesdays?|tues?|dienstag|martes|mardi|terça|terça-feira)$/,
  /^(?:wednesdays?|wed|mittwoch|miércoles|mercredi|quarta|quarta-feira)$/,
  /^(?:thursdays?|thur?s?|donnerstag|jueves|jeudi|quinta|quinta-feira)$/,
  /^(?:fridays?|fri|freitag|viernes|vendredi|sexta|sexta-feira)$/,
  /^(?:saturdays?|sat|samstag|sábado|samedi)$/,
];

/** Days from now to a named date, or null when no date is named; negative when it has passed. */
export function daysUntil(tokens: readonly Token[], nowSec: number): number | null {
  const now = new Date(nowSec * 1000);
  const folds = tokens.map((token) => token.fold);
  const weekday = WEEKDAYS.findIndex((pattern) => folds.some((fold) => pattern.test(fold)));
  if (weekday >= 0) return ((weekday - now.getUTCDay() + 7) % 7) || 7;
  const month = MONTHS.findIndex((name) =>
    folds.some((fold) =>
      fold === name || (fold.length >= 3 && fold === name.slice(0, 3) && fold !== "may")
    )
  );
  const day = folds.map((fold) => /^(\d{1,2})(?:st|nd|rd|th)?\.?$/.exec(fold)?.[1]).find((digits) =>
    digits !== undefined
  );
  const year = folds.map((fold) => /^(20\d\d)$/.exec(fold)?.[1]).find((digits) =>
    digits !== undefined
  );
  if (month >= 0 || year !== undefined && folds.length <= 2) {
    return daysToMonth(
      now,
      month < 0 ? 11 : month,
      day === undefined ? null : Number(day),
      year === undefined ? null : Number(year),
    );
  }
  if (
    day !== undefined && /(?:st|nd|rd|th)$/.test(folds.find((fold) => fold.startsWith(day)) ?? "")
  ) return daysToDay(now, Number(day));
  // `até dia 20`, `hasta el día 20`, `bis zum 20`.
  if (
    day !== undefined &&
    /^(?:(?:o |el )?(?:dia|día) |(?:zum |am |den )|el |le )?\d{1,2}\.?$/.test(
      folds.join(" ").trim(),
    ) &&
    folds.length > 1
  ) return daysToDay(now, Number(day));
  const text = folds.join(" ");
  if (/^(?:tomorrow|tonight|noon|morgen|mañana|demain|amanhã)/.test(text)) return 1;
  if (/(?:end of the|end of this|the end of) week|weekend|next week/.test(text)) return 7;
  if (/end of (?:the |this )?month|next month/.test(text)) return 30;
  if (/summer|winter|spring|autumn|term|semester|quarter/.test(text)) return 90;
  if (/end of (?:the |this )?year|new year|next year|christmas/.test(text)) return 365;
  return ENDS.find(([end]) => end.test(text))?.[1] ?? null;
}

function daysToMonth(now: Date, month: number, day: number | null, year: number | null): number {
  const of = (in_: number) => Date.UTC(in_, day === null ? month + 1 : month, day ?? 0);
  const today = Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate());
  let target = of(year ?? now.getUTCFullYear());
  if (year === null && target < today) target = of(now.getUTCFullYear() + 1);
  return Math.round((target - today) / (DAY_SEC * 1000));
}

function daysToDay(now: Date, day: number): number {
  const today = Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate());
  const inMonth = Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), day);
  const target = inMonth >= today
    ? inMonth
    : Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 1, day);
  return Math.round((target - today) / (DAY_SEC * 1000));
}
