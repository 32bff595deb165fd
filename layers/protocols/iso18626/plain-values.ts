import type * as z from 'zod';
import { decimalsOf, isCurrency } from '../../kernel/money/currency.ts';
import type { Money } from '../../kernel/money/money.ts';
import { textStart } from '../../kernel/text/text-start.ts';
import { withoutTrailing } from '../marc/isbd.ts';
import type { costs } from './schemas.ts';

/** The maximum length of a code, title or name from a partner, in UTF-16 units, and of a note. */
const LONGEST_CODE = 100;
const LONGEST_TEXT = 1000;
const LONGEST_NOTE = 4000;
const LONGEST_URL = 2000;
/** The maximum number of conditions, editions or formats: a partner names one or two. */
const MOST_CODES = 20;

const plain = (text: string | undefined, longest: number): string | undefined =>
  textStart((text ?? '').replace(/\p{Cc}+/gu, ' ').trim(), longest) || undefined;

/** Reads an open code, listed or not; undefined when it is empty. */
export const codeText = (code: { value: string } | undefined): string | undefined => plain(code?.value, LONGEST_CODE);

/** Reads one line of a partner's text: without control characters, of limited length. */
export const lineOf = (text: string | undefined): string | undefined => plain(text, LONGEST_TEXT);

/**
 * Reads a note between libraries: its lines stay, and ReShare's running numbers before it (`#seq:12#`, `#lastSeq:11#`)
 * are removed.
 */
export const noteOf = (note = ''): string | undefined => {
  const own = note.replace(/#(?:seq|lastSeq):-?\d+#/g, '').replace(/[^\P{Cc}\n]+/gu, ' ');
  return textStart(own.trim(), LONGEST_NOTE) || undefined;
};

/** Reads the non-empty open codes, each once; undefined without any. */
export const codeTexts = (
  ...lists: (readonly ({ value: string } | undefined)[] | undefined)[]
): string[] | undefined => {
  const texts = lists.flatMap((list) => (list ?? []).flatMap((code) => codeText(code) ?? []));
  return texts.length > 0 ? [...new Set(texts)].slice(0, MOST_CODES) : undefined;
};

/** Normalises an instant to UTC; one without an offset is read as UTC, which most peers mean. */
export const instantOf = (text: string | undefined): string | undefined => {
  if (text === undefined) return undefined;
  const at = Date.parse(/(?:Z|[+-]\d\d:?\d\d)$/i.test(text) ? text : `${text}Z`);
  return Number.isNaN(at) ? undefined : new Date(at).toISOString();
};

/**
 * Reads a partner's amount in minor units by the decimals of its currency. Finer amounts are rounded up, so that the
 * agreed amount is never below the request. Undefined for an invalid amount: no ISO 4217 code, negative, or too large.
 */
export const moneyOf = (sum: z.infer<typeof costs> | undefined): Money | undefined => {
  const currency = sum?.currencyCode.value.trim().toUpperCase() ?? '';
  const [, whole, part = ''] = /^\+?(\d*)(?:\.(\d*))?$/.exec(sum?.monetaryValue ?? '-') ?? [];
  if (whole === undefined || !isCurrency(currency)) return undefined;
  const decimals = decimalsOf(currency);
  const minor = Number(whole + part.slice(0, decimals).padEnd(decimals, '0'));
  const amount = /[1-9]/.test(part.slice(decimals)) ? minor + 1 : minor;
  return Number.isSafeInteger(amount) ? { amount, currency } : undefined;
};

/** The first sum among several that can be read. */
export const firstMoney = (sums: readonly z.infer<typeof costs>[] | undefined): Money | undefined =>
  sums?.map(moneyOf).find((money) => money !== undefined);

/** Writes money as ISO 18626 does: the decimals of its currency after a point. */
export const costsOf = ({ amount, currency }: Money): z.infer<typeof costs> => {
  const decimals = decimalsOf(currency);
  return { currencyCode: { value: currency }, monetaryValue: (amount / 10 ** decimals).toFixed(decimals) };
};

/** Finds the first valid web address in a text; undefined without one. */
export const urlIn = (text: string | undefined): string | undefined => {
  const [found] = /https?:\/\/[^\s<>"'`]+/i.exec(text ?? '') ?? [];
  const url = found && withoutTrailing(found, /[.,;:!?)\]]/);
  return url !== undefined && url.length <= LONGEST_URL && URL.canParse(url) ? url : undefined;
};
