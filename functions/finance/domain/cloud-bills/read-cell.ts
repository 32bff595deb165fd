import { divideHalfEven, EXACT_DECIMALS, type Exact } from '../../../../layers/kernel/money/exact.ts';

const NUMBER = /^([+-]?)(\d{0,24})(?:\.(\d{0,40}))?(?:[eE]([+-]?\d{1,2}))?$/;

/**
 * Parses a number as in bills, also `1.3E-7`, to an Exact; beyond 12 decimals rounded half to even. Undefined for other texts: a comma,
 * a currency sign or a space is not interpreted.
 */
export const readDecimal = (text: string): Exact | undefined => {
  const [, sign, whole = '', decimals = '', exponent = ''] = NUMBER.exec(text) ?? [];
  if (whole + decimals === '') return undefined;
  const scale = EXACT_DECIMALS + Number(exponent) - decimals.length;
  const digits = BigInt(whole + decimals);
  const amount = scale >= 0 ? digits * 10n ** BigInt(scale) : divideHalfEven(digits, 10n ** BigInt(-scale));
  return sign === '-' ? -amount : amount;
};

const INSTANT = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?))?(?:Z| UTC|\+00:00)?$/;

/**
 * Parses an instant of a bill to epoch milliseconds: `2026-11-01T00:00:00Z`, `2026-11-01 00:00:00.000`, `2026-11-01`, always UTC.
 * Undefined when invalid.
 */
export const readInstant = (text: string): number | undefined => {
  const [, day = '', time = '00:00'] = INSTANT.exec(text) ?? [];
  const at = Date.parse(`${day}T${time}Z`);
  // 31 February would be parsed as a day of March.
  return Number.isNaN(at) || dayAt(at) !== day ? undefined : at;
};

/** Returns the day (UTC) of an instant in epoch milliseconds. */
export const dayAt = (at: number): string => new Date(at).toISOString().slice(0, 10);

/** Returns the first and last day of a charge period with an exclusive end. Undefined when its begin or end is invalid. */
export const readDays = (begin: string, end: string): { from: string; until: string } | undefined => {
  const [first, last] = [readInstant(begin), readInstant(end)];
  if (first === undefined || last === undefined || last < first) return undefined;
  return { from: dayAt(first), until: dayAt(Math.max(first, last - 1)) };
};
