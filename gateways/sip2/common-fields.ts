import { decimalsOf } from '../../layers/kernel/money/currency.ts';
import { sipDate } from '../../layers/protocols/sip2/dates.ts';
import type { SipField } from '../../layers/protocols/sip2/write-response.ts';
import type { Called } from './concord-api.ts';
import { type Exchange, fieldOf } from './exchange.ts';
import { screenMessages } from './screen-messages.ts';

/** Returns the date of a response, now. */
export const responseDate = ({ terminal, now }: Exchange): string => sipDate(now(), terminal.options.timeZone);

/** Returns the institution (AO): as the request names it, otherwise the member of the terminal. */
export const institution = (exchange: Exchange): SipField => [
  'AO',
  fieldOf(exchange, 'AO') ?? exchange.terminal.memberId,
];

/** Returns an amount of money as SIP2 writes it: in major units with a point. */
export const amountText = (minor: number, currency: string): string => {
  const decimals = decimalsOf(currency);
  return (minor / 10 ** decimals).toFixed(decimals);
};

/** Reads an amount in major units, as `3.50` or `3,50`; undefined unless it is a positive amount of the currency. */
export const readAmount = (text: string | undefined, currency: string): number | undefined => {
  const decimals = decimalsOf(currency);
  const found = /^(\d{1,7})(?:[.,](\d{1,4}))?$/.exec(text?.trim() ?? '');
  if (!found) return undefined;
  const [, whole = '', part = ''] = found;
  const fraction = part.padEnd(decimals, '0');
  if (/[1-9]/.test(fraction.slice(decimals))) return undefined;
  const minor = Number(`${whole}${fraction.slice(0, decimals)}`);
  return minor > 0 ? minor : undefined;
};

/** Returns a due date in the form of the terminal: 18 characters of SIP2, or the day alone. */
export const dueText = ({ terminal }: Exchange, due: string): string => {
  const text = sipDate(Date.parse(due), terminal.options.timeZone);
  if (terminal.options.dueDate === 'sip') return text;
  return `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6, 8)}`;
};

/** Returns the fields of the screen message (AF) for a call that failed: one for each reason, or that Concord is not to be reached. */
export const failureFields = (
  { terminal }: Exchange,
  called: Exclude<Called<unknown>, { ok: unknown }>,
): SipField[] => {
  const reasons = 'refused' in called ? called.refused : [{ code: 'unreachable', detail: '' }];
  return screenMessages(reasons, terminal.options.language).map((text) => ['AF', text]);
};
