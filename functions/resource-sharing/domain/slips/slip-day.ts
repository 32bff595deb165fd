import { DateTime } from 'luxon';
import { millis } from '../../../../layers/kernel/calendar/days.ts';
import { localeOf } from '../../../../layers/kernel/text/locale.ts';
import type { SlipLanguage } from './slip-texts.ts';

/** The day of an instant in a time zone, short as a slip has room for: `Dec 24, 2026`. */
export const slipDay = (at: string, zone: string, language: SlipLanguage): string =>
  DateTime.fromMillis(millis(at), { zone }).setLocale(localeOf(language)).toLocaleString(DateTime.DATE_MED);
