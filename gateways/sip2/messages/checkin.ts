import type { z } from 'zod';
import { readSipDate } from '../../../layers/protocols/sip2/dates.ts';
import type { SipField, SipResponse } from '../../../layers/protocols/sip2/write-response.ts';
import { checkInAnswer } from '../answers.ts';
import { failureFields, institution, responseDate } from '../common-fields.ts';
import { type Exchange, fieldOf } from '../exchange.ts';
import { warningMessages } from '../screen-messages.ts';
import { sendOrStore } from '../send-or-store.ts';
import type { TerminalOptions } from '../settings.ts';

type CheckedIn = z.output<typeof checkInAnswer>;

/** Alert types (CV): a hold for here, a hold elsewhere, to be sent, other. */
const alertOf = ({ next: { step, forHold }, warnings }: CheckedIn): string | undefined => {
  if (step === 'hold-shelf') return '01';
  if (step === 'send') return forHold ? '02' : '04';
  return step === 'keep-aside' || warnings.length > 0 ? '99' : undefined;
};

const binOf = ({ next }: CheckedIn, { bins }: TerminalOptions): string =>
  ({ shelve: bins.shelve, 'hold-shelf': bins.hold, send: bins.send, 'keep-aside': bins.aside })[next.step];

const resultFields = ({ terminal }: Exchange, done: CheckedIn): SipField[] => [
  ['AQ', done.homeBranch ?? terminal.branchId],
  ['AJ', done.title],
  ['CL', binOf(done, terminal.options)],
  ['CV', alertOf(done)],
  ['CT', done.next.step === 'send' ? done.next.branchId : undefined],
  ...warningMessages(done.warnings, terminal.options.language).map((text): SipField => ['AF', text]),
];

/** Returns when an item was returned that a device took back off line: its return date, unless that is empty or later than the transaction. */
const returnedOn = ({ request, terminal }: Exchange): string | undefined => {
  const read = (date = ''): number | undefined => readSipDate(date, terminal.options.timeZone);
  const { returnDate, transactionDate } = request.fixed;
  const [returned, made] = [read(returnDate), read(transactionDate)];
  return returned !== undefined && (made === undefined || returned <= made) ? returnDate : undefined;
};

/**
 * Answers Checkin (09) with 10: where the item goes by sort bin, destination and alert. The patron of the hold (CY) is never named. A
 * cancelled checkin (BI) is refused: the item would have to be lent again.
 */
export const answerCheckin = async (exchange: Exchange): Promise<SipResponse> => {
  const item = fieldOf(exchange, 'AB') ?? '';
  const body = { branchId: exchange.terminal.branchId, item };
  const sent =
    fieldOf(exchange, 'BI') === 'Y'
      ? { refused: [{ code: 'not-supported', detail: '' }] }
      : await sendOrStore(
          exchange,
          { path: '/v1/circulation/check-ins', body, madeOn: returnedOn(exchange) },
          checkInAnswer,
        );
  const [done, accepted] = ['ok' in sent ? sent.ok : undefined, 'ok' in sent || 'stored' in sent];
  const alert = done !== undefined && alertOf(done) !== undefined;
  const own: SipField[] = done ? resultFields(exchange, done) : [['AQ', '']];
  return {
    fixed: `10${accepted ? '1' : '0'}${accepted ? 'Y' : 'N'}U${alert || !accepted ? 'Y' : 'N'}${responseDate(exchange)}`,
    fields: [
      ...[institution(exchange), ['AB', item] as const, ...own],
      ...('refused' in sent || 'unreachable' in sent ? failureFields(exchange, sent) : []),
    ],
  };
};
