import { loanRequestStore } from '../../../functions/resource-sharing/data/loan-request-store.ts';
import type { InMessage } from '../../../functions/resource-sharing/data/partner-message-rows.ts';
import { partnerMessageStore } from '../../../functions/resource-sharing/data/partner-message-store.ts';
import { act } from '../../../functions/resource-sharing/domain/workflow/act.ts';
import { TIMERS_IN_DEMO } from '../../../functions/resource-sharing/domain/workflow/timers.ts';
import { handler as answerRequest } from '../../../functions/resource-sharing/operations/answer-request/handler.ts';
import { handler as completeRequest } from '../../../functions/resource-sharing/operations/complete-request/handler.ts';
import { handler as shipRequest } from '../../../functions/resource-sharing/operations/ship-request/handler.ts';
import { handler as takeStep } from '../../../functions/resource-sharing/operations/take-step/handler.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { lendingMembers } from '../../builders/asking-partner.ts';
import { call } from '../../builders/call.ts';
import { aTable } from '../../builders/dynamodb-local.ts';
import { faultsOfMessages } from '../../builders/iso18626-schemas.ts';
import { aCopy, at } from '../../builders/lending.ts';
import { messageDeliveryAt } from '../../builders/message-delivery.ts';
import { aPartner } from '../../builders/partners.ts';
import { staffAt } from '../../builders/people.ts';
import {
  type Hand,
  hands,
  kindOf,
  rawAction,
  rawPeer,
  rawRequest,
  textAt,
  versionOf,
} from '../../builders/raw-peer.ts';
import { describeWithRealData } from '../../builders/real-data.ts';
import { noSearch, partnersHere } from '../../builders/settings.ts';
import '../../builders/loan-machine.ts';

const monday = '2026-03-02T11:00:00.000Z';
const crossLink = hands['CrossLink’s'];
let table: Table;
let office: ReturnType<typeof messageDeliveryAt>;
let peer: Awaited<ReturnType<typeof rawPeer>>;
/** All our confirmations of the peer's messages. */
const ours: string[] = [];

beforeAll(async () => {
  table = await aTable();
  Object.assign(process.env, partnersHere, noSearch);
  await lendingMembers(table, monday);
  office = messageDeliveryAt(monday, () => table);
  office.begin();
  peer = await rawPeer();
});
beforeEach(() => void jest.spyOn(console, 'log').mockImplementation(() => {}));
afterAll(() => peer.close());

const ill = staffAt('ash.main', 'ill');
let numbers = 0;

/** A request of the peer for a copy on ash’s shelf: its messages, our staff's steps, and our messages to it. */
const asking = async (
  hand: Hand = crossLink,
  terms: Parameters<typeof aPartner>[1] = {},
  fields: Parameters<typeof rawRequest>[2] = {},
) => {
  peer.writes(hand);
  const dialect = hand.version.startsWith('1.') ? '1.2' : '2021';
  const one = await aPartner(table, { address: peer.address, dialect, ...terms });
  const { recordId = '', barcode = '' } = await aCopy(table, { branchId: 'ash.main' });
  numbers += 1;
  const ids = { supplier: 'US-ASH', requester: one.symbol.value, number: `RAW-${numbers}` };
  const lastOf = async (): Promise<InMessage | undefined> => {
    const page = await partnerMessageStore(table).ofPartner(one.partnerId, { limit: 100 });
    return page === 'bad-cursor' ? undefined : page.rows.find((row): row is InMessage => row.direction === 'in');
  };
  const says = async (inside: string) => {
    office.pass(1);
    const { status, body } = await office.receive(hand.write(inside), one, hand.contentType);
    const answer = String(body);
    ours.push(answer);
    expect([status, kindOf(answer), versionOf(answer)]).toEqual([
      ...[200, `${/^<(\w+)/.exec(inside)?.[1]}Confirmation`, hand.version],
    ]);
    expect(textAt(answer, 'confirmationHeader/messageStatus')).toBe('OK');
    const { requestId = '' } = (await lastOf()) ?? {};
    await office.deliver(requestId);
    await office.deliver(requestId);
    return requestId;
  };
  const time = () => ({ ...ids, time: office.now() });
  const requestId = await says(rawRequest(ids, hand, { record: recordId, ...fields }));
  const ask = async () => (await office.load(requestId)).asks[0];
  return {
    ...{ one, ids, requestId, ask, barcode, recordId },
    asksAgain: (more: Parameters<typeof rawRequest>[2], number = ids.number) =>
      says(rawRequest({ ...time(), number }, hand, { record: recordId, ...more })),
    does: async (action: string, note?: string) => {
      await says(rawAction(time(), hand, action, note));
      return ask();
    },
    /** Takes a step of our staff. */
    step: async (handler: typeof shipRequest, body: object) => {
      office.pass(1);
      const about = { branchId: 'ash.main', askId: (await ask())?.askId, ...body };
      const done = await call(handler.using(at(office.now())), { actor: ill, path: { requestId }, body: about });
      expect(done).toMatchObject({ status: 200 });
      await office.deliver(requestId);
    },
    /** Returns the messages to the peer: reason and status, with the whole text. */
    received: (number = ids.number) =>
      peer.received
        .filter((xml) => textAt(xml, 'header/requestingAgencyRequestId') === number)
        .filter((xml) => textAt(xml, 'header/requestingAgencyId/agencyIdValue') === ids.requester)
        .map((xml) => ({
          what: `${textAt(xml, 'messageInfo/reasonForMessage')} ${textAt(xml, 'statusInfo/status')}`,
          answer: textAt(xml, 'messageInfo/answerYesNo'),
          xml,
        })),
    became: async () => {
      const row = await lastOf();
      return row?.why ?? row?.state;
    },
  };
};
type Asking = Awaited<ReturnType<typeof asking>>;
const words = ({ received }: Asking): string[] => received().map(({ what }) => what);
const lastReceived = (loan: Asking, number?: string) =>
  loan.received(number).at(-1) ?? { what: '', answer: '', xml: '' };

test.each(Object.entries(hands))(
  'borrows from us, writing in %s: from the promise to its return',
  async (_how, hand) => {
    const loan = await asking(hand);
    await loan.step(answerRequest, { answer: 'will-supply', barcode: loan.barcode });
    await loan.step(shipRequest, { barcode: loan.barcode });
    const shipped = lastReceived(loan);
    expect(textAt(shipped.xml, 'deliveryInfo/itemId')).toBe(loan.barcode);
    expect(textAt(shipped.xml, 'statusInfo/dueDate')).toMatch(/^2026-/);
    expect(textAt(shipped.xml, 'header/supplyingAgencyRequestId')).toBe(loan.requestId);
    expect(textAt(shipped.xml, 'header/supplyingAgencyId/agencyIdValue')).toBe('US-ASH');
    expect(await loan.does('Received')).toMatchObject({ supplierState: 'on-loan' });
    expect(await loan.does('Renew')).toMatchObject({ supplierState: 'renewal-asked' });
    await loan.step(takeStep, { step: 'accept-renewal', due: '2026-06-01T00:00:00.000Z' });
    expect(lastReceived(loan)).toMatchObject({ what: 'RenewResponse Loaned', answer: 'Y' });
    expect(await loan.does('ShippedReturn')).toMatchObject({ supplierState: 'returned' });
    await loan.step(completeRequest, { barcode: loan.barcode });
    expect(words(loan)).toEqual([
      ...['RequestResponse WillSupply', 'StatusChange Loaned', 'RenewResponse Loaned', 'StatusChange LoanCompleted'],
    ]);
    // A late message was understood, and changes nothing.
    expect(await loan.does('Received')).toMatchObject({ supplierState: 'completed' });
    expect(await loan.became()).toBe('late');
  },
);

test('a copy that we have sent is received: processed, and nothing changes', async () => {
  const loan = await asking(crossLink, {}, { service: 'Copy' });
  const requests = loanRequestStore(table);
  const before = await requests.load(loan.requestId);
  const { askId = '' } = (await loan.ask()) ?? {};
  const about = { side: 'supplier' as const, askId, at: office.now(), by: { kind: 'system' as const } };
  const document = { documentId: 'doc_1', url: 'https://library.test/copies/doc_1' };
  const sent = before && act(before.request, 'supply-copy', { ...about, ...document, policy: TIMERS_IN_DEMO });
  if (!before || !sent || 'refused' in sent) throw new Error('The copy was not sent.');
  await requests.save(before, sent);
  await office.deliver(loan.requestId);
  expect(lastReceived(loan).what).toBe('RequestResponse CopyCompleted');
  const completed = await office.load(loan.requestId);
  await loan.does('Received');
  expect([await loan.became(), await office.load(loan.requestId), words(loan).length]).toEqual(['late', completed, 1]);
});

describe('cancels its request', () => {
  test('at once, while nothing is promised', async () => {
    const loan = await asking();
    expect(await loan.does('Cancel')).toMatchObject({ supplierState: 'cancelled' });
    expect(loan.received().map(({ what, answer }) => [what, answer])).toEqual([['CancelResponse Cancelled', 'Y']]);
    // A repeated message receives the same response.
    await loan.does('Cancel', 'Once more');
    expect(lastReceived(loan)).toMatchObject({ what: 'CancelResponse Cancelled', answer: 'Y' });
  });

  test.each([
    ['accept-cancel', 'CancelResponse Cancelled', 'Y', 'cancelled'],
    ['refuse-cancel', 'CancelResponse WillSupply', 'N', 'will-supply'],
  ])('after the promise, which our staff answer: %s', async (step, what, answer, supplierState) => {
    const loan = await asking();
    await loan.step(answerRequest, { answer: 'will-supply', barcode: loan.barcode });
    expect(await loan.does('Cancel')).toMatchObject({ supplierState: 'cancel-requested' });
    expect(words(loan)).toHaveLength(1);
    await loan.step(takeStep, { step });
    expect(lastReceived(loan)).toMatchObject({ what, answer });
    expect(await loan.ask()).toMatchObject({ supplierState });
  });

  test('while its conditions wait for it, as a promise or as a retry', async () => {
    for (const conditionsAs of ['promise', 'retry'] as const) {
      const loan = await asking(crossLink, { conditionsAs });
      const terms = { conditions: ['LibraryUseOnly'] };
      await loan.step(takeStep, { step: 'offer-terms', reason: 'MustMeetLoanCondition', terms });
      expect(await loan.does('Cancel')).toMatchObject({ supplierState: 'cancelled' });
      expect(loan.received().map(({ what }) => what)).toEqual([
        conditionsAs === 'promise' ? 'RequestResponse WillSupply' : 'RequestResponse RetryPossible',
        'CancelResponse Cancelled',
      ]);
    }
  });
});

describe('receives conditions', () => {
  const offer = {
    ...{ step: 'offer-terms', reason: 'MustMeetLoanCondition' },
    terms: { conditions: ['LibraryUseOnly'], cost: { amount: 450, currency: 'EUR' } },
  };

  test('as in ReShare: it agrees by its mark, and we ship', async () => {
    const loan = await asking(crossLink, { conditionsAs: 'promise' });
    await loan.step(takeStep, offer);
    const { what, xml } = lastReceived(loan);
    expect([what, textAt(xml, 'messageInfo/note'), textAt(xml, 'deliveryInfo/loanCondition')]).toEqual([
      ...['RequestResponse WillSupply', expect.stringMatching(/^#ReShareAddLoanCondition#/), 'LibraryUseOnly'],
    ]);
    expect(textAt(xml, 'messageInfo/offeredCosts/monetaryValue')).toBe('4.50');
    expect(await loan.does('Notification', '#seq:1##ReShareLoanConditionAgreeResponse# ')).toMatchObject({
      ...{ supplierState: 'will-supply', offer: { agreed: true } },
    });
    await loan.step(shipRequest, { barcode: loan.barcode });
    expect(lastReceived(loan).what).toBe('StatusChange Loaned');
  });

  test.each([
    [
      '2017',
      crossLink,
      'messageInfo/offeredCosts/monetaryValue',
      'messageInfo/retryAfter',
      'deliveryInfo/loanCondition',
    ],
    [
      ...(['2021', hands['a byte order mark'], 'retryInfo/offeredCosts/monetaryValue'] as const),
      ...(['retryInfo/retryAfter', 'retryInfo/loanCondition'] as const),
    ],
  ])(
    'as the edition of %s has a retry: it asks again under another number',
    async (_edition, hand, cost, after, condition) => {
      const loan = await asking(hand);
      const terms = { ...offer.terms, retryAfter: '2026-03-02T11:00:00.000Z' };
      await loan.step(takeStep, { ...offer, terms, note: 'In the reading room' });
      const { what, xml } = lastReceived(loan);
      expect([what, textAt(xml, 'messageInfo/reasonRetry')]).toEqual([
        ...['RequestResponse RetryPossible', 'MustMeetLoanCondition'],
      ]);
      expect([cost, condition].map((path) => textAt(xml, path))).toEqual(['4.50', 'LibraryUseOnly']);
      expect(textAt(xml, after)).toBe('2026-03-02T11:00:00.000Z');
      const number = `${loan.ids.number}-again`;
      const retried = await loan.asksAgain({ type: 'Retry', previous: loan.ids.number }, number);
      expect(retried).toBe(loan.requestId);
      expect(await loan.ask()).toMatchObject({ supplierState: 'request-received', offer: { agreed: true } });
      await loan.step(shipRequest, { barcode: loan.barcode });
      expect(lastReceived(loan, number).what).toBe('RequestResponse Loaned');
    },
  );
});

test('receives a claim for damage; a claim without an answer requires attention of our staff', async () => {
  const loan = await asking();
  await loan.step(shipRequest, { barcode: loan.barcode });
  await loan.does('Received');
  await loan.does('ShippedReturn');
  const cost = { amount: 1500, currency: 'EUR' };
  await loan.step(takeStep, { step: 'check-in-damaged', terms: { cost } });
  const { what, xml } = lastReceived(loan);
  expect([what, textAt(xml, 'deliveryInfo/deliveryCosts/monetaryValue')]).toEqual(['Notification Loaned', '15.00']);
  office.pass(31 * 60);
  await office.round(loan.requestId);
  expect(await loan.ask()).toMatchObject({ supplierState: 'damage-claimed', attention: 'claim-late' });
  expect(await loan.does('Notification', 'We pay for it.\nClaimAccepted')).toMatchObject({
    supplierState: 'completed',
  });
});

test('asks for the status: before staff have looked, promised, shipped', async () => {
  const loan = await asking(hands['another prefix, single quotes, comments and elements of its own']);
  await loan.does('StatusRequest');
  await loan.step(answerRequest, { answer: 'will-supply', barcode: loan.barcode });
  await loan.does('StatusRequest');
  await loan.step(shipRequest, { barcode: loan.barcode });
  await loan.does('StatusRequest');
  const reports = words(loan).filter((what) => what.startsWith('StatusRequestResponse'));
  expect(reports).toEqual([
    ...['StatusRequestResponse RequestReceived', 'StatusRequestResponse WillSupply', 'StatusRequestResponse Loaned'],
  ]);
});

describeWithRealData('all that we said', (folder) => {
  test('is valid by the schema of its edition', () => {
    const written = [...peer.received, ...ours];
    expect(written.length).toBeGreaterThan(60);
    expect(faultsOfMessages(folder, written)).toEqual([]);
  });
});
