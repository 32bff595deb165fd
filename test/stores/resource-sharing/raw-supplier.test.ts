import { handler as receiveItem } from '../../../functions/resource-sharing/operations/receive-request/handler.ts';
import { handler as sendHome } from '../../../functions/resource-sharing/operations/send-home-request/handler.ts';
import { handler as takeStep } from '../../../functions/resource-sharing/operations/take-step/handler.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { lendingMembers } from '../../builders/asking-partner.ts';
import { call } from '../../builders/call.ts';
import { aTable } from '../../builders/dynamodb-local.ts';
import { faultsOfMessages } from '../../builders/iso18626-schemas.ts';
import { at } from '../../builders/lending.ts';
import { messageDeliveryAt } from '../../builders/message-delivery.ts';
import { aPartner } from '../../builders/partners.ts';
import { staffAt } from '../../builders/people.ts';
import {
  type Hand,
  hands,
  kindOf,
  type RawIds,
  rawPeer,
  rawStatus,
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
/** All messages that we wrote: to the peer, and as confirmations of its messages. */
const ours: string[] = [];
const theirs: string[] = [];

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

const cedar = staffAt('cedar.main', 'ill');
const branchId = 'cedar.main';

/** Creates a request of cedar to the peer: the peer's messages, our staff's steps, and our messages to it. */
const asked = async (hand: Hand = crossLink, terms: Parameters<typeof aPartner>[1] = {}) => {
  peer.writes(hand);
  const dialect = hand.version.startsWith('1.') ? '1.2' : '2021';
  const one = await aPartner(table, { address: peer.address, dialect, ...terms });
  const requestId = await office.asked([one.partnerId]);
  await office.deliver(requestId);
  const ids = { supplier: one.symbol.value, requester: 'US-CONSORTIUM', number: requestId, own: 'S-1' };
  const receives = async (inside: string) => {
    office.pass(1);
    const xml = hand.write(inside);
    const { status, body, headers } = await office.receive(xml, one, hand.contentType);
    const answer = String(body);
    ours.push(answer);
    if (hand === crossLink) theirs.push(xml.toString('utf8'));
    expect([status, headers['content-type']]).toEqual([200, expect.stringContaining('application/xml')]);
    expect([kindOf(answer), versionOf(answer)]).toEqual(['supplyingAgencyMessageConfirmation', hand.version]);
    expect(textAt(answer, 'confirmationHeader/messageStatus')).toBe('OK');
    expect(textAt(answer, 'confirmationHeader/requestingAgencyRequestId')).toBe(requestId);
    await office.deliver(requestId);
    return office.load(requestId);
  };
  return {
    ...{ one, requestId, ids },
    says: (status: string, more: Parameters<typeof rawStatus>[3] = {}, own: Partial<RawIds> = {}) =>
      receives(rawStatus({ ...ids, ...own }, hand, status, more)),
    does: async (handler: typeof receiveItem, body: object = {}) => {
      office.pass(1);
      const actor = cedar;
      const done = await call(handler.using(at(office.now())), {
        actor,
        path: { requestId },
        body: { branchId, ...body },
      });
      expect(done).toMatchObject({ status: 200 });
      await office.deliver(requestId);
      return office.load(requestId);
    },
    /** Returns the messages to the peer, in order: the kind of message, or the action. */
    received: () =>
      peer.received
        .filter((xml) => textAt(xml, 'header/requestingAgencyRequestId') === requestId)
        .map((xml) => ({ what: textAt(xml, 'action') ?? kindOf(xml), xml })),
    log: async () =>
      (await office.rowsOf(requestId)).flatMap((row) => (row.direction === 'in' ? [row.why ?? row.state] : [])),
  };
};
type Asked = Awaited<ReturnType<typeof asked>>;
const words = ({ received }: Asked): string[] => received().map(({ what }) => what);
const sent = (itemId: string) =>
  `<deliveryInfo><dateSent>2026-03-02T11:00:00Z</dateSent><itemId>${itemId}</itemId></deliveryInfo>`;

test.each(Object.entries(hands))(
  'lends to us, writing in %s: to the end, each message confirmed in its edition',
  async (_how, hand) => {
    const loan = await asked(hand);
    const [request] = loan.received();
    expect([versionOf(request?.xml ?? ''), textAt(request?.xml ?? '', 'serviceInfo/serviceType')]).toEqual([
      hand.version.startsWith('1.') ? '1.2' : '2021-2',
      'Loan',
    ]);
    expect(textAt(request?.xml ?? '', 'header/requestingAgencyId/agencyIdValue')).toBe('US-CONSORTIUM');
    expect(await loan.says('ExpectToSupply', { reason: 'Notification' })).toMatchObject({ state: 'asked' });
    expect(await loan.says('WillSupply', { reason: 'RequestResponse' })).toMatchObject({
      ...{ state: 'will-supply', asks: [{ supplierRequestId: 'S-1' }] },
    });
    const barcode = `B-${loan.requestId.slice(-6)}`;
    expect(await loan.says('Loaned', { due: '2026-04-01T00:00:00Z', more: sent(barcode) })).toMatchObject({
      ...{ state: 'shipped', barcode, due: '2026-04-01T00:00:00.000Z' },
    });
    expect(await loan.does(receiveItem, { barcode })).toMatchObject({ state: 'received' });
    expect(await loan.says('Recalled', { due: '2026-03-20T00:00:00Z' })).toMatchObject({
      ...{ state: 'recalled', due: '2026-04-01T00:00:00.000Z', recalledTo: '2026-03-20T00:00:00.000Z' },
    });
    expect(await loan.does(sendHome)).toMatchObject({ state: 'shipped-back' });
    expect(await loan.says('LoanCompleted')).toMatchObject({ state: 'completed', asks: [{ outcome: 'completed' }] });
    expect(words(loan)).toEqual(['request', 'Received', 'ShippedReturn']);
    expect(textAt(loan.received()[1]?.xml ?? '', 'header/supplyingAgencyRequestId')).toBe('S-1');
    expect(await loan.log()).toEqual(['applied', 'applied', 'applied', 'applied', 'applied']);
  },
);

describe('a broker that changes the supplier during a request', () => {
  const first = { supplier: 'XX-FIRST', own: 'F-1' };
  const second = { supplier: 'XX-SECOND', own: 'S-2' };
  const unfilled = { info: '<reasonUnfilled>NotOnShelf</reasonUnfilled>' };

  test.each(['Notification', 'RequestResponse'])(
    'passes the refusal of its first library on as %s, and its second lends',
    async (reason) => {
      const loan = await asked(crossLink, { broker: true });
      await loan.says('ExpectToSupply', { reason: 'Notification' }, first);
      expect(await loan.says('Unfilled', { reason, ...unfilled }, first)).toMatchObject({ state: 'asked' });
      expect(await loan.says('ExpectToSupply', { reason: 'RequestResponse' }, second)).toMatchObject({
        state: 'asked',
      });
      expect(await loan.says('WillSupply', {}, second)).toMatchObject({
        ...{ state: 'will-supply', asks: [{ supplierRequestId: 'S-2' }] },
      });
      expect(await loan.says('Loaned', { more: sent('B-200') }, second)).toMatchObject({
        state: 'shipped',
        barcode: 'B-200',
      });
      await loan.does(receiveItem);
      await loan.does(sendHome);
      expect(await loan.says('LoanCompleted', {}, second)).toMatchObject({ state: 'completed' });
      expect(words(loan)).toEqual(['request', 'Received', 'ShippedReturn']);
      expect(loan.received().map(({ xml }) => textAt(xml, 'header/supplyingAgencyRequestId'))).toEqual([
        undefined,
        'S-2',
        'S-2',
      ]);
      expect(await loan.log()).toEqual(Array(6).fill('applied'));
    },
  );

  test('continues after its first library had set conditions: those are no longer decided on', async () => {
    const loan = await asked(crossLink, { broker: true });
    const more =
      '<deliveryInfo><dateSent>2026-03-02T11:00:00Z</dateSent><loanCondition>LibraryUseOnly</loanCondition></deliveryInfo>';
    const bound = { reason: 'RequestResponse', more };
    expect(await loan.says('WillSupply', bound, first)).toMatchObject({ state: 'conditions-set' });
    const [ask] = (await loan.says('Unfilled', { reason: 'Notification', ...unfilled }, first)).asks;
    expect([ask?.supplierState, ask?.offer]).toEqual(['request-received', undefined]);
    const promised = await loan.says('WillSupply', {}, second);
    expect([promised.state, promised.terms]).toEqual(['will-supply', undefined]);
  });

  test.each([
    ['StatusChange', 'XX-FIRST'],
    ['RequestResponse', ''],
  ])('sends its last message by %s of %s', async (reason, supplier) => {
    const loan = await asked(crossLink, { broker: true });
    const own = supplier === '' ? {} : { supplier };
    expect(await loan.says('Unfilled', { reason, ...unfilled }, own)).toMatchObject({
      ...{ state: 'unfilled', asks: [{ outcome: 'unfilled', reason: 'NotOnShelf' }] },
    });
  });
});

describe('ReShare’s conditions, set by its lenders', () => {
  const condition = (code: string) =>
    `<deliveryInfo><dateSent>2026-03-02T11:00:00Z</dateSent><loanCondition>${code}</loanCondition></deliveryInfo>`;
  const sets = (loan: Asked, code: string, reason = 'Notification') =>
    loan.says('WillSupply', {
      reason,
      info: '<note>#seq:2##ReShareAddLoanCondition# Handle with care</note>',
      more: condition(code),
    });

  test('accepted by our staff: the peer reads its own mark, and ships with them', async () => {
    const loan = await asked();
    await loan.says('ExpectToSupply', { reason: 'RequestResponse' });
    expect(await sets(loan, 'LibraryUseOnly')).toMatchObject({
      ...{ state: 'conditions-set', asks: [{ offer: { conditions: ['LibraryUseOnly'] } }] },
    });
    expect(await loan.does(takeStep, { step: 'agree-terms' })).toMatchObject({ state: 'will-supply' });
    const agreed = loan.received().at(-1);
    expect([agreed?.what, textAt(agreed?.xml ?? '', 'note')]).toEqual([
      'Notification',
      expect.stringMatching(/^#ReShareLoanConditionAgreeResponse#/),
    ]);
    expect(
      await loan.says('WillSupply', { info: '<note>#seq:3##ReShareLoanConditionAgreeResponse#</note>' }),
    ).toMatchObject({
      state: 'will-supply',
    });
    expect(await loan.says('Loaned', { more: sent('B-300') })).toMatchObject({
      ...{ state: 'shipped', terms: { conditions: ['LibraryUseOnly'] } },
    });
  });

  test('refused by our staff: the peer gets a cancellation', async () => {
    const loan = await asked();
    await sets(loan, 'SpecCollSupervReq', 'RequestResponse');
    expect(await loan.does(takeStep, { step: 'refuse-terms' })).toMatchObject({ state: 'unfilled' });
    expect(words(loan)).toEqual(['request', 'Cancel']);
  });
});

describe('terms for a retry', () => {
  const inRetryInfo = `<retryInfo><loanCondition>NoReproduction</loanCondition><edition>2nd</edition><offeredCosts><currencyCode>EUR</currencyCode><monetaryValue>4.50</monetaryValue></offeredCosts><retryBefore>2026-03-30T00:00:00Z</retryBefore><retryAfter>2026-03-02T10:00:00Z</retryAfter></retryInfo>`;
  const inMessageInfo = `<offeredCosts><currencyCode>EUR</currencyCode><monetaryValue>4.50</monetaryValue></offeredCosts><retryAfter>2026-03-02T10:00:00Z</retryAfter><retryBefore>2026-03-30T00:00:00Z</retryBefore>`;
  const delivered =
    '<deliveryInfo><dateSent>0001-01-01T00:00:00Z</dateSent><loanCondition>NoReproduction</loanCondition></deliveryInfo>';
  const reason = '<reasonRetry>MustMeetLoanCondition</reasonRetry>';
  const terms = {
    ...{ conditions: ['NoReproduction'], cost: { amount: 450, currency: 'EUR' } },
    ...{ retryAfter: '2026-03-02T10:00:00.000Z', retryBefore: '2026-03-30T00:00:00.000Z' },
  };

  test.each([
    ['2021', hands['a byte order mark'], { info: reason, more: inRetryInfo }, { ...terms, editions: ['2nd'] }],
    ['2017', crossLink, { info: `${reason}${inMessageInfo}`, more: delivered }, terms],
  ])(
    'as the edition of %s has them: once accepted, it is asked again under the same number',
    async (_edition, hand, more, offer) => {
      const loan = await asked(hand);
      expect(await loan.says('RetryPossible', { reason: 'RequestResponse', ...more })).toMatchObject({
        ...{ state: 'terms-offered', asks: [{ offer: { reason: 'MustMeetLoanCondition', ...offer } }] },
      });
      const maxCost = { amount: 1000, currency: 'EUR' };
      expect(await loan.does(takeStep, { step: 'agree-terms', maxCost })).toMatchObject({ state: 'asked' });
      const again = loan.received().at(-1)?.xml ?? '';
      expect([kindOf(again), textAt(again, 'serviceInfo/requestType')]).toEqual(['request', 'Retry']);
      expect(textAt(again, 'serviceInfo/requestingAgencyPreviousRequestId')).toBe(loan.requestId);
      expect(textAt(again, 'billingInfo/maximumCosts/monetaryValue')).toBe('4.50');
      expect(await loan.says('Loaned', { reason: 'RequestResponse', more: sent('B-400') })).toMatchObject({
        state: 'shipped',
      });
    },
  );

  const citation = { kind: 'book', title: 'Emma : a novel', author: 'Austen, Jane', edition: '2nd' };
  test.each([
    ['RetryPossible', { reason: 'RequestResponse', info: '<reasonRetry>NotFoundAsCited</reasonRetry>' }],
    ['Unfilled', { reason: 'RequestResponse', info: '<reasonUnfilled>NotFoundAsCited</reasonUnfilled>' }],
  ])(
    'finding I7: NotFoundAsCited by %s is answered by a better citation, and the peer supplies',
    async (status, how) => {
      const loan = await asked(hands['a byte order mark']);
      expect(await loan.says(status, how)).toMatchObject({
        ...{ state: 'terms-offered', asks: [{ offer: { reason: 'NotFoundAsCited' } }] },
      });
      expect(await loan.does(takeStep, { step: 'agree-terms', citation })).toMatchObject({ state: 'asked', citation });
      const again = loan.received().at(-1)?.xml ?? '';
      expect([textAt(again, 'serviceInfo/requestType'), textAt(again, 'bibliographicInfo/edition')]).toEqual([
        'Retry',
        '2nd',
      ]);
      expect(textAt(again, 'bibliographicInfo/title')).toContain('Emma');
      expect(await loan.says('Loaned', { reason: 'RequestResponse', more: sent('B-410') })).toMatchObject({
        state: 'shipped',
      });
    },
  );

  test('finding I7: one that refused is told nothing when staff go on; while another library is left, that is asked', async () => {
    const how = { reason: 'RequestResponse', info: '<reasonUnfilled>NotFoundAsCited</reasonUnfilled>' };
    const loan = await asked(hands['a byte order mark']);
    await loan.says('Unfilled', how);
    expect(await loan.does(takeStep, { step: 'refuse-terms' })).toMatchObject({ state: 'unfilled' });
    expect(words(loan)).toEqual(['request']);
  });

  test('with a later date: it is asked again when the day has come', async () => {
    const loan = await asked(hands['a byte order mark']);
    const more = '<retryInfo><retryAfter>2026-03-09T08:00:00Z</retryAfter></retryInfo>';
    await loan.says('RetryPossible', { reason: 'RequestResponse', info: '<reasonRetry>OnLoan</reasonRetry>', more });
    expect(await loan.does(takeStep, { step: 'agree-terms' })).toMatchObject({
      ...{ state: 'retry-waiting', timers: { requester: { name: 'retry-at', at: '2026-03-09T08:00:00.000Z' } } },
    });
    expect(words(loan)).toEqual(['request']);
  });
});

test('claims for damage, and a claim without a decision requires attention each time that its time expires', async () => {
  const loan = await asked();
  await loan.says('Loaned', { more: sent('B-500') });
  await loan.does(receiveItem);
  await loan.does(sendHome);
  const costs =
    '<deliveryCosts><currencyCode>EUR</currencyCode><monetaryValue>15.00</monetaryValue></deliveryCosts></deliveryInfo>';
  const claim = {
    ...{ reason: 'Notification', info: '<note>It came home damaged: two pages are torn</note>' },
    more: sent('B-500').replace('</deliveryInfo>', costs),
  };
  expect(await loan.says('LoanCompleted', claim)).toMatchObject({
    ...{ state: 'damage-claimed', terms: { cost: { amount: 1500, currency: 'EUR' } } },
  });
  const late = async () => {
    office.pass(31 * 60);
    await office.round(loan.requestId);
    return office.load(loan.requestId);
  };
  expect(await late()).toMatchObject({ state: 'damage-claimed', attention: 'claim-late' });
  expect(await loan.does(takeStep, { step: 'dispute-claim' })).toMatchObject({ state: 'claim-disputed' });
  expect(textAt(loan.received().at(-1)?.xml ?? '', 'note')).toMatch(/dispute/);
  expect(await late()).toMatchObject({ state: 'claim-disputed', attention: 'claim-late' });
  expect(await loan.says('LoanCompleted')).toMatchObject({ state: 'completed' });
});

describeWithRealData('all that was said', (folder) => {
  test('is valid by the schema of its edition: what we wrote, and what the peer did', () => {
    const written = [...peer.received, ...ours];
    expect(written.length).toBeGreaterThan(60);
    expect(faultsOfMessages(folder, written)).toEqual([]);
    expect(
      faultsOfMessages(
        folder,
        theirs.map((xml) => xml.replaceAll('iso18626:version', 'ill:version').replace('xmlns:iso18626', 'xmlns:ill')),
      ),
    ).toEqual([]);
  });
});
