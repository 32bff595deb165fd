import * as z from 'zod';
import type { agency } from './schemas.ts';

/** A symbol by which libraries name each other: of a kind (`ISIL` and the like) and its value. */
export const symbolSchema = z.strictObject({
  type: z.string().regex(/^[A-Za-z][A-Za-z0-9-]{0,19}$/, 'A kind of symbol is letters, digits and hyphens.'),
  value: z.string().regex(/^[\p{L}\p{N}\p{P}\p{S}]{1,60}$/u, 'A symbol has up to 60 characters without blanks.'),
});
export type AgencySymbol = z.infer<typeof symbolSchema>;

/** A library or broker as its messages name it. */
export type Agency = z.infer<typeof agency>;

/** A symbol as one text, `ISIL:DE-18`; the value alone where a message gives no type. */
export const symbolText = ({ type, value }: AgencySymbol): string => (type === '' ? value : `${type}:${value}`);

/** The symbol of an agency as one text. */
export const symbolOf = ({ agencyIdType, agencyIdValue }: Agency): string =>
  symbolText({ type: agencyIdType.value.trim(), value: agencyIdValue.trim() });

/** An agency by its symbol, the other way round: the type ends at the first colon, for values may have colons too. */
export const agencyOf = (symbol: string): Agency => {
  const colon = symbol.indexOf(':');
  return { agencyIdType: { value: symbol.slice(0, Math.max(colon, 0)) }, agencyIdValue: symbol.slice(colon + 1) };
};

/** No symbol of ours is longer; what a message names beyond it is nobody's. */
const LONGEST_SYMBOL = 100;

/** Under what a symbol is claimed: peers write it in either case. Undefined for what can be nobody's symbol. */
export const symbolKey = (text: string): string | undefined => {
  const key = text.normalize('NFKC').trim().toUpperCase();
  return key === '' || key.length > LONGEST_SYMBOL ? undefined : key;
};
