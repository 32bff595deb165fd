import type * as z from 'zod';
import type { agency } from './schemas.ts';

/** A library or broker as its messages name it. */
export type Agency = z.infer<typeof agency>;

/** The symbol of an agency as one text, `type:value` (`ISIL:DE-18`); the value alone where no type is given. */
export const symbolOf = ({ agencyIdType, agencyIdValue }: Agency): string => {
  const type = agencyIdType.value.trim();
  return type === '' ? agencyIdValue.trim() : `${type}:${agencyIdValue.trim()}`;
};

/** An agency by its symbol, the other way round: the type ends at the first colon, for values may have colons too. */
export const agencyOf = (symbol: string): Agency => {
  const colon = symbol.indexOf(':');
  return { agencyIdType: { value: symbol.slice(0, Math.max(colon, 0)) }, agencyIdValue: symbol.slice(colon + 1) };
};
