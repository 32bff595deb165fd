import * as z from 'zod';
import type { agency } from './schemas.ts';

/** A symbol that identifies a library: its type (`ISIL` and the like) and its value. */
export const symbolSchema = z.strictObject({
  type: z.string().regex(/^[A-Za-z][A-Za-z0-9-]{0,19}$/, 'A kind of symbol is letters, digits and hyphens.'),
  value: z.string().regex(/^[\p{L}\p{N}\p{P}\p{S}]{1,60}$/u, 'A symbol has up to 60 characters without blanks.'),
});
export type AgencySymbol = z.infer<typeof symbolSchema>;

/** An agency as a message names it. */
export type Agency = z.infer<typeof agency>;

/** A symbol as one text, `ISIL:DE-18`; the value alone without a type. */
export const symbolText = ({ type, value }: AgencySymbol): string => (type === '' ? value : `${type}:${value}`);

/** The symbol of an agency as one text. */
export const symbolOf = ({ agencyIdType, agencyIdValue }: Agency): string =>
  symbolText({ type: agencyIdType.value.trim(), value: agencyIdValue.trim() });

/** Reads an agency from its symbol: the type ends at the first colon, because values may contain colons. */
export const agencyOf = (symbol: string): Agency => {
  const colon = symbol.indexOf(':');
  return { agencyIdType: { value: symbol.slice(0, Math.max(colon, 0)) }, agencyIdValue: symbol.slice(colon + 1) };
};

/** The maximum length of a symbol; longer ones belong to nobody. */
const LONGEST_SYMBOL = 100;

/** The form in which a symbol is claimed: peers write it in either case. Undefined for an impossible symbol. */
export const symbolKey = (text: string): string | undefined => {
  const key = text.normalize('NFKC').trim().toUpperCase();
  return key === '' || key.length > LONGEST_SYMBOL ? undefined : key;
};
