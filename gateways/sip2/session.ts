import { createHash } from 'node:crypto';
import { readRequest, type SipRequest } from '../../layers/protocols/sip2/read-request.ts';
import type { RequestCode } from '../../layers/protocols/sip2/request-shapes.ts';
import { type SipResponse, writeResponse } from '../../layers/protocols/sip2/write-response.ts';
import { institution, responseDate } from './common-fields.ts';
import type { Exchange, Gateway, Terminal } from './exchange.ts';
import { answerCheckin } from './messages/checkin.ts';
import { answerCheckout } from './messages/checkout.ts';
import { answerEndSession } from './messages/end-session.ts';
import { answerFeePaid } from './messages/fee-paid.ts';
import { answerHold } from './messages/hold.ts';
import { answerItemInformation, answerItemStatusUpdate } from './messages/item-information.ts';
import { type SignedIn, signIn } from './messages/login.ts';
import { answerPatronInformation } from './messages/patron-information.ts';
import { answerPatronEnable, answerPatronStatus } from './messages/patron-status.ts';
import { answerRenew, answerRenewAll } from './messages/renew.ts';
import { answerStatus, maySend } from './messages/status.ts';
import { screenMessages } from './screen-messages.ts';
import { optionsOf } from './settings.ts';

type Answer = (exchange: Exchange) => Promise<SipResponse>;
type Transaction = Exclude<RequestCode, '93' | '97' | '99'>;

const transactions: Record<Transaction, Answer> = {
  '01': answerPatronStatus,
  '09': answerCheckin,
  '11': answerCheckout,
  '15': answerHold,
  '17': answerItemInformation,
  '19': answerItemStatusUpdate,
  '23': answerPatronStatus,
  '25': answerPatronEnable,
  '29': answerRenew,
  '35': answerEndSession,
  '37': answerFeePaid,
  '63': answerPatronInformation,
  '65': answerRenewAll,
};

/** What happened on a connection, for the log of the program: never a card, a name or a title. */
export type SessionEvent =
  | { what: 'signed-in'; client: string; branch: string }
  | { what: 'sign-in-refused'; why: Extract<SignedIn, { refused: unknown }>['refused'] }
  | { what: 'answered'; code: RequestCode; client: string; ms: number }
  | { what: 'not-signed-in' | 'unreadable' };

/** The result of a line: the bytes of the response, and whether the connection ends after it. */
export type Answered = { bytes: Uint8Array; end?: true } | { end: true };

// A line is the same however often it is sent: its number and checksum may differ.
const withoutErrorDetection = (line: Uint8Array): string =>
  Buffer.from(line)
    .toString('latin1')
    .replace(/(AY\d)?(AZ[0-9A-Fa-f]{4})?$/, '');

/**
 * The key of a transaction, by terminal and line: a request that is repeated after a lost response, even on a new connection, is carried out once.
 * The transaction date in the line, to the second, tells a second scan from a repeated one.
 */
const keyOf = ({ client: { id } }: Terminal, line: Uint8Array): string =>
  `sip2-${createHash('sha256')
    .update(`${id}\n${withoutErrorDetection(line)}`)
    .digest('hex')
    .slice(0, 40)}`;

/** The response to a request that the terminal may not send: the same as the one to a failed request of its kind. */
const refuseRequest = (exchange: Exchange): SipResponse => {
  const { terminal, request } = exchange;
  const text = screenMessages([{ code: 'not-supported' }], terminal.options.language)[0];
  const date = responseDate(exchange);
  const fixed: Record<Transaction, string> = {
    ...{ '01': `24${' '.repeat(14)}000${date}`, '23': `24${' '.repeat(14)}000${date}`, '09': `100NUY${date}` },
    ...{ '19': `200${date}`, '25': `26${' '.repeat(14)}000${date}` },
    ...{
      '11': `120NUN${date}`,
      '15': `160N${date}`,
      '17': `18010001${date}`,
      '29': `300NUN${date}`,
      '35': `36Y${date}`,
    },
    ...{
      '37': `38N${date}`,
      '63': `64${' '.repeat(14)}000${date}${'0'.repeat(24)}`,
      '65': `66000000000${date}`,
    },
  };
  return { fixed: fixed[request.code as Transaction], fields: [institution(exchange), ['AF', text]] };
};

/** Request SC Resend (96) with its checksum: it asks the self-check to send its message again. */
const sendAgain: Uint8Array = Buffer.from('96AZFEF6', 'latin1');

/** Answers the lines of one connection, one after the other. `log` gets what happened. */
export const openSession = (gateway: Gateway, log: (event: SessionEvent) => void) => {
  const unknown = optionsOf(gateway.settings);
  let terminal: Terminal | undefined;
  let last: Uint8Array | undefined;

  const write = (response: SipResponse, sequence?: string): Answered => {
    const { encoding, fieldWidth } = terminal?.options ?? unknown;
    last = writeResponse(response, { encoding, sequence, width: fieldWidth });
    return { bytes: last };
  };

  const login = async (request: SipRequest): Promise<Answered> => {
    const signedIn = await signIn(gateway, request);
    if ('refused' in signedIn) {
      log({ what: 'sign-in-refused', why: signedIn.refused });
      return { ...write({ fixed: '940', fields: [] }, request.sequence), end: true };
    }
    terminal = signedIn.terminal;
    log({ what: 'signed-in', client: terminal.client.id, branch: terminal.branchId });
    return write({ fixed: '941', fields: [] }, request.sequence);
  };

  const transact = async (request: SipRequest, line: Uint8Array, by: Terminal): Promise<Answered> => {
    const started = gateway.now();
    const exchange: Exchange = { ...gateway, request, terminal: by, key: keyOf(by, line) };
    const response = maySend(by, request.code)
      ? await transactions[request.code as Transaction](exchange)
      : refuseRequest(exchange);
    log({ what: 'answered', code: request.code, client: by.client.id, ms: gateway.now() - started });
    return write(response, request.sequence);
  };

  return {
    async answer(line: Uint8Array): Promise<Answered> {
      const request = readRequest(line, (terminal?.options ?? unknown).encoding);
      if ('unreadable' in request) {
        log({ what: 'unreadable' });
        return request.unreadable === 'checksum' ? { bytes: sendAgain } : { end: true };
      }
      if (request.code === '93') return login(request);
      if (request.code === '97') return { bytes: last ?? sendAgain };
      // Some devices ask for the status before they sign in.
      if (request.code === '99') return write(answerStatus(gateway, terminal), request.sequence);
      if (!terminal) {
        log({ what: 'not-signed-in' });
        return { end: true };
      }
      return transact(request, line, terminal);
    },
  };
};
