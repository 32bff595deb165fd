import { decimalText } from '../../../../../layers/kernel/money/exact.ts';
import type { Seller } from '../parties.ts';
import type { StatementLanguage } from './statement-texts.ts';

const locales: Record<StatementLanguage, string> = { eng: 'en-GB', spa: 'es-ES' };

/** Returns a month (YYYY-MM) in words: October 2026. */
export const monthText = (month: string, language: StatementLanguage): string =>
  new Intl.DateTimeFormat(locales[language], { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${month}-01T00:00:00.000Z`),
  );

/** Returns a day (YYYY-MM-DD) in words: 3 December 2026. */
export const dayText = (day: string, language: StatementLanguage): string =>
  new Intl.DateTimeFormat(locales[language], { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00.000Z`),
  );

/** Returns the days from one to another (YYYY-MM-DD) in words: 1 – 31 October 2026. */
export const daysText = (from: string, to: string, language: StatementLanguage): string => {
  const [first, last] = [from, to].map((day) => new Date(`${day}T00:00:00.000Z`)) as [Date, Date];
  const format = new Intl.DateTimeFormat(locales[language], { dateStyle: 'long', timeZone: 'UTC' });
  // Between days of two months the language data has narrow spaces, which the typeface of the PDF lacks.
  return format.formatRange(first, last).replace(/[\u2009\u202f]/g, ' ');
};

/** Returns minor units as a decimal with the separators of a language. */
export const amountText = (amount: number, digits: number, language: StatementLanguage): string =>
  new Intl.NumberFormat(locales[language], { minimumFractionDigits: digits, useGrouping: 'always' }).format(
    decimalText(BigInt(amount), digits) as Intl.StringNumericLiteral,
  );

/** Returns a number with the separators of a language, and at most some decimals. */
export const numberText = (value: number, language: StatementLanguage, decimals = 0): string =>
  new Intl.NumberFormat(locales[language], { maximumFractionDigits: decimals, useGrouping: 'always' }).format(value);

/** Returns the lines of an address, with the name of the country. */
export const addressLines = (
  { street, postcode, city, country }: Pick<Seller, 'street' | 'postcode' | 'city' | 'country'>,
  language: StatementLanguage,
): string[] => {
  const names = new Intl.DisplayNames(locales[language], { type: 'region' });
  return [street, `${postcode} ${city}`, names.of(country) ?? country];
};
