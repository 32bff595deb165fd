import { DateTime } from 'luxon';
import { millis } from '../../../../layers/kernel/calendar/days.ts';
import { localeOf } from '../../../../layers/kernel/text/locale.ts';
import type { SlipLanguage } from './slip-texts.ts';

/** Formats the day of an instant in a time zone, in short form: `Dec 24, 2026`. */
export const slipDay = (at: string, zone: string, language: SlipLanguage): string =>
  DateTime.fromMillis(millis(at), { zone }).setLocale(localeOf(language)).toLocaleString(DateTime.DATE_MED);
