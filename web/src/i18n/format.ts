import { useMemo } from 'react';
import { otherDecimals } from './currencies.generated.ts';
import { majorText, minorOf } from './exact-money.ts';
import { placeTime, placeZone, usePlaceZone } from './place-time.ts';
import { useLanguage } from './translate.ts';

// MARC's bibliographic language codes that differ from the terminological codes of Intl (ISO 639-2).
const terminological: Record<string, string> = {
  alb: 'sqi',
  arm: 'hye',
  baq: 'eus',
  bur: 'mya',
  chi: 'zho',
  cze: 'ces',
  dut: 'nld',
  fre: 'fra',
  geo: 'kat',
  ger: 'deu',
  gre: 'ell',
  ice: 'isl',
  mac: 'mkd',
  mao: 'mri',
  may: 'msa',
  per: 'fas',
  rum: 'ron',
  slo: 'slk',
  tib: 'bod',
  wel: 'cym',
};

const DAY_MS = 86_400_000;
const plainDay = /^\d{4}-\d{2}-\d{2}$/;
const day: Intl.DateTimeFormatOptions = { weekday: 'short', day: 'numeric', month: 'short' };

/** Returns the number of decimals of a currency (ISO 4217; the browser's data describe how prices are commonly written). */
export const digitsOf = (currency: string): number => otherDecimals[currency] ?? 2;

const dayOf = (at: string, zone: string | undefined): string =>
  plainDay.test(at) ? at : placeTime(zone, new Date(at)).day;

const formatsOf = (locale: string, timeZone: string | undefined) => {
  const names = new Intl.DisplayNames([locale], { type: 'language', fallback: 'code' });
  const dated = new Intl.DateTimeFormat(locale, { ...day, timeZone: 'UTC' });
  const datedWithYear = new Intl.DateTimeFormat(locale, { ...day, year: 'numeric', timeZone: 'UTC' });
  const timed = new Intl.DateTimeFormat(locale, { ...day, hour: 'numeric', minute: '2-digit', timeZone });
  const number = new Intl.NumberFormat(locale);
  const dateOf = (at: string): string => {
    const on = dayOf(at, timeZone);
    const isThisYear = on.slice(0, 4) === placeTime(timeZone, new Date()).day.slice(0, 4);
    return (isThisYear ? dated : datedWithYear).format(new Date(on));
  };
  const lasting = (minutes: number): string => {
    const [unit, size] =
      minutes >= 2880 ? (['day', 1440] as const) : minutes >= 60 ? (['hour', 60] as const) : (['minute', 1] as const);
    const shown = { style: 'unit', unit, unitDisplay: 'long', maximumFractionDigits: 1 } as const;
    return new Intl.NumberFormat(locale, shown).format(minutes / size);
  };
  return {
    /** Formats an instant as a day at the branch or library in use, or a day (`YYYY-MM-DD`). */
    date: dateOf,
    /** Formats an instant by the clock of the branch or library in use. */
    time: (at: string): string => timed.format(new Date(at)),
    /** Formats minutes, as hours from one hour on, as days from two days on. */
    minutes: lasting,
    hours: (hours: number): string => lasting(hours * 60),
    /** Formats a share from 0 to 1 as a percentage. */
    percent: (share: number): string =>
      new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 }).format(share),
    /** Formats `2026-11` as the month's name with its year. */
    month: (month: string): string =>
      new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
        new Date(`${month}-15`),
      ),
    /** Names a month by its number, 1 is January. */
    monthOfYear: (month: number): string =>
      new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' }).format(
        new Date(Date.UTC(2024, month - 1, 15)),
      ),
    /** Formats `2026-11` as the short name of the month, for axes and heads of columns. */
    shortMonth: (month: string): string =>
      new Intl.DateTimeFormat(locale, { month: 'short', timeZone: 'UTC' }).format(new Date(`${month}-15`)),
    number: (value: number): string => number.format(value),
    /** Formats a time of the clock, `20:00`. */
    clock: (time: string): string =>
      new Intl.DateTimeFormat(locale, { hour: 'numeric', minute: '2-digit', timeZone: 'UTC' }).format(
        new Date(`2024-01-01T${time === '24:00' ? '00:00' : time}Z`),
      ),
    /** Names a day of the week by its number, 1 is Monday (ISO 8601). */
    weekday: (day: number): string =>
      new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' }).format(Date.UTC(2024, 0, day)),
    /** Formats minor units (cents) of a currency. */
    money: (minor: number, currency: string): string => {
      const digits = digitsOf(currency);
      const shown = {
        style: 'currency',
        currency,
        minimumFractionDigits: digits,
        maximumFractionDigits: digits,
      } as const;
      return new Intl.NumberFormat(locale, shown).format(minor / 10 ** digits);
    },
    /** Formats minor units for input: `26.50`. */
    typed: (minor: number, currency: string): string => majorText(minor, digitsOf(currency)),
    /** Parses a typed amount, with point or comma, into minor units; undefined when invalid. */
    minor: (text: string, currency: string): number | undefined => minorOf(text, digitsOf(currency)),
    /** Formats a decimal amount of the API with the given number of digits. */
    amount: (decimal: string, currency: string, digits = 2): string =>
      new Intl.NumberFormat(locale, {
        style: 'currency',
        currency,
        minimumFractionDigits: digits,
        maximumFractionDigits: digits,
      }).format(Number(decimal)),
    /** Names the language of a MARC code. */
    language: (code: string): string => names.of(terminological[code] ?? code) ?? code,
  };
};

/** Returns the days from now to an instant or a day, by the calendar of the branch or library in use: 0 is today, negative is past. */
export const daysUntil = (at: string, now: Date = new Date()): number => {
  const zone = placeZone();
  return (Date.parse(dayOf(at, zone)) - Date.parse(placeTime(zone, now).day)) / DAY_MS;
};

/** Returns formatters for dates, money, numbers and language names in the current language. */
export const useFormat = () => {
  const language = useLanguage();
  const zone = usePlaceZone();
  return useMemo(() => formatsOf(language, zone), [language, zone]);
};
