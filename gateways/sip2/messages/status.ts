import { sipDate } from '../../../layers/protocols/sip2/dates.ts';
import { type RequestCode, supportedOrder } from '../../../layers/protocols/sip2/request-shapes.ts';
import type { SipResponse } from '../../../layers/protocols/sip2/write-response.ts';
import type { Gateway, Terminal } from '../exchange.ts';
import { optionsOf } from '../settings.ts';

/** Requests that every terminal may send. */
export const always: readonly RequestCode[] = ['93', '97', '99', '35'];

/** Returns whether a terminal may send a request. */
export const maySend = ({ options }: Pick<Terminal, 'options'>, code: RequestCode): boolean =>
  always.includes(code) || options.requests === undefined || options.requests.includes(code);

const flag = (yes: boolean): string => (yes ? 'Y' : 'N');

/**
 * Answers SC Status (99) with 98: on line, what the terminal may do, 30 seconds of patience (in tenths) with 3 retries, the time, version
 * 2.00. Before sign-in the options are those of all terminals. Off-line transactions are accepted: the gateway stores them while Concord cannot be reached.
 */
export const answerStatus = ({ settings, now }: Gateway, signedIn: Terminal | undefined): SipResponse => {
  const terminal = signedIn ?? { options: optionsOf(settings), memberId: '', branchId: undefined };
  const may = (code: RequestCode): boolean => maySend(terminal, code);
  return {
    fixed: [
      ...['98', 'Y', flag(may('09')), flag(may('11')), flag(may('29')), 'N', flag(may('11') || may('09'))],
      ...['300', '003', sipDate(now(), terminal.options.timeZone), '2.00'],
    ].join(''),
    fields: [
      ['AO', terminal.memberId],
      ['AM', settings.libraryName],
      ['BX', supportedOrder.map((code) => flag(code !== undefined && may(code))).join('')],
      ['AN', terminal.branchId],
    ],
  };
};
