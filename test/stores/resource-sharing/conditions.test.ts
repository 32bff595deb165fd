import { handler as shipRequest } from '../../../functions/resource-sharing/operations/ship-request/handler.ts';
import { handler as takeStep } from '../../../functions/resource-sharing/operations/take-step/handler.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { readMessage } from '../../../layers/protocols/iso18626/read-message.ts';
import { anAskingPartner } from '../../builders/asking-partner.ts';
import { call } from '../../builders/call.ts';
import { aTable } from '../../builders/dynamodb-local.ts';
import { faultsOfMessages } from '../../builders/iso18626-schemas.ts';
import { aCopy, at } from '../../builders/lending.ts';
import { aPartner, aRequesterXml, aRequestXml, aSupplierXml } from '../../builders/partners.ts';
import { staffAt } from '../../builders/people.ts';
import { describeWithRealData } from '../../builders/real-data.ts';
import { anIndex, type TestIndex } from '../../builders/search-engine.ts';
import { partnersHere } from '../../builders/settings.ts';
import '../../builders/loan-machine.ts';

const OFFERED = '#ReShareAddLoanCondition#';
const AGREED = '#ReShareLoanConditionAgreeResponse#';
let table: Table;
let index: TestIndex;
let world: Awaited<ReturnType<typeof anAskingPartner>>;

beforeAll(async () => {
  jest.spyOn(console, 'log').mockImplementation(() => {});
  table = await aTable();
  index = anIndex();
  await index.hold([]);
  Object.assign(process.env, partnersHere);
  world = await anAskingPartner(table, '2026-03-02T11:00:00.000Z', { conditionsAs: 'promise' });
});
afterAll(async () => {
  world.server.close();
  await index.drop();
});

const now = () => at(world.office.now());
const ill = staffAt('ash.main', 'ill');
const agreedTerms = { conditions: ['LibraryUseOnly', 'NoReproduction'], cost: { amount: 900, currency: 'EUR' } };
let numbers = 0;
const notified = async (requestId: string) => {
  const message = (await world.sentMessages(requestId)).at(-1);
  return {
    reason: message?.messageInfo.reasonForMessage,
    note: message?.messageInfo.note,
    status: message?.statusInfo.status,
  };
};

describe('a partner that agrees to conditions by a notification requests from us', () => {
  /** Creates a request to ash for a copy on its shelf, offered under conditions. */
  const offered = async () => {
    const { recordId, barcode } = await aCopy(table, { branchId: 'ash.main' });
    numbers += 1;
    const ids = { supplier: 'US-ASH', requester: world.one.symbol.value, number: `C-${numbers}` };
    const requestId = await world.asks(aRequestXml({ ...ids, ...(recordId !== undefined && { recordId }) }));
    const askId = (await world.office.load(requestId)).asks[0]?.askId;
    const body = { branchId: 'ash.main', askId };
    const offer = {
      step: 'offer-terms',
      reason: 'MustMeetLoanCondition',
      terms: agreedTerms,
      note: 'In the reading room',
    };
    const taken = await call(takeStep.using(now()), {
      ...{ actor: ill, path: { requestId }, body: { ...body, ...offer } },
    });
    expect(taken).toMatchObject({ status: 200 });
    return { requestId, ids, body, barcode };
  };
  const says = async (requestId: string, ids: Parameters<typeof aRequesterXml>[0], action: string, note = '') => {
    world.office.pass(1);
    await world.office.receive(aRequesterXml({ ...ids, time: world.office.now() }, action, note), world.one);
    await world.office.deliver(requestId);
  };

  test('and gets a promise with them; its agreement lets us ship at the agreed cost', async () => {
    const { requestId, ids, body, barcode } = await offered();
    const [first] = await world.sentMessages(requestId);
    expect(first).toMatchObject({
      messageInfo: {
        reasonForMessage: 'RequestResponse',
        note: expect.stringMatching(`^${OFFERED} In the reading room`),
      },
      statusInfo: { status: 'WillSupply' },
      deliveryInfo: { loanCondition: [{ value: 'LibraryUseOnly' }] },
      retryInfo: { offeredCosts: [{ currencyCode: { value: 'EUR' }, monetaryValue: '9.00' }] },
    });
    await says(requestId, ids, 'StatusRequest');
    expect(await notified(requestId)).toMatchObject({ reason: 'StatusRequestResponse', status: 'ExpectToSupply' });
    await says(requestId, ids, 'Notification', `${AGREED} Agreed`);
    expect(await world.office.load(requestId)).toMatchObject({
      ...{
        state: 'will-supply',
        terms: agreedTerms,
        asks: [{ supplierState: 'will-supply', offer: { agreed: true } }],
      },
    });
    const shipped = await call(shipRequest.using(now()), {
      ...{ actor: ill, path: { requestId }, body: { ...body, barcode } },
    });
    expect(shipped).toMatchObject({ status: 200 });
    expect(await notified(requestId)).toMatchObject({ reason: 'StatusChange', status: 'Loaned' });
  });

  test('and gets its cancellation where it does not agree', async () => {
    const { requestId, ids } = await offered();
    await says(requestId, ids, 'Cancel', 'Not in the reading room');
    expect((await world.sentMessages(requestId)).at(-1)).toMatchObject({
      messageInfo: { reasonForMessage: 'CancelResponse', answerYesNo: 'Y' },
      statusInfo: { status: 'Cancelled' },
    });
    expect(await world.office.load(requestId)).toMatchObject({ state: 'cancelled' });
  });

  test('after an unconditional promise they are a notification; other free text agrees to nothing', async () => {
    const { requestId, ids, body } = await offered();
    await says(requestId, ids, 'Notification', AGREED);
    const more = { step: 'offer-terms', reason: 'MustMeetLoanCondition', terms: { conditions: ['SignatureRequired'] } };
    const again = await call(takeStep.using(now()), { actor: ill, path: { requestId }, body: { ...body, ...more } });
    expect(again).toMatchObject({ status: 200 });
    expect(await notified(requestId)).toMatchObject({ reason: 'Notification', status: 'WillSupply', note: OFFERED });
    await says(requestId, ids, 'Notification', 'We would rather not, but let us see');
    expect(await world.office.load(requestId)).toMatchObject({
      asks: [{ supplierState: 'terms-offered', attention: 'note-received' }],
    });
    await says(requestId, ids, 'Notification', AGREED);
    expect(await world.office.load(requestId)).toMatchObject({ asks: [{ supplierState: 'will-supply' }] });
  });
});

describe('we request from a partner that sets conditions by notifications', () => {
  const cedar = staffAt('cedar.main', 'ill');
  const asked = async () => {
    const lender = await aPartner(table, { address: world.server.address });
    const requestId = await world.office.asked([lender.partnerId]);
    await world.office.deliver(requestId);
    const ids = { supplier: lender.symbol.value, requester: 'US-CONSORTIUM', number: requestId };
    const sets = async (condition: string, words: string, reason = 'Notification') => {
      world.office.pass(1);
      const info = `<note>#seq:${numbers}#${OFFERED} ${words}</note>`;
      const more =
        condition &&
        `<deliveryInfo><dateSent>2026-03-02T11:00:00Z</dateSent><loanCondition>${condition}</loanCondition></deliveryInfo>`;
      const xml = aSupplierXml(ids, 'WillSupply', { reason, info, more });
      expect((await world.office.receive(xml, lender)).status).toBe(200);
      await world.office.deliver(requestId);
    };
    const lets = async () => {
      world.office.pass(1);
      const info = '<answerYesNo>Y</answerYesNo>';
      await world.office.receive(aSupplierXml(ids, 'Cancelled', { reason: 'CancelResponse', info }), lender);
      await world.office.deliver(requestId);
    };
    const decide = (step: string) =>
      call(takeStep.using(now()), { actor: cedar, path: { requestId }, body: { branchId: 'cedar.main', step } });
    /** Returns the messages to the supplier, in order. */
    const received = async () => {
      await world.office.deliver(requestId);
      return world.server.posted.flatMap(({ body }) => {
        const read = readMessage(Buffer.from(body));
        const message =
          'message' in read && read.message.kind === 'requestingAgencyMessage' ? read.message.body : undefined;
        return message?.header.requestingAgencyRequestId === requestId ? [[message.action, message.note]] : [];
      });
    };
    return { requestId, sets, lets, decide, received };
  };

  test('successive ones, with text or without a code: all are decided together, and agreed to by its mark', async () => {
    const { requestId, sets, decide, received } = await asked();
    await sets('LibraryUseOnly', 'Only in your building', 'RequestResponse');
    await sets('NoReproduction', '');
    await sets('', 'Handle with gloves');
    expect(await world.office.load(requestId)).toMatchObject({
      ...{ state: 'conditions-set', attention: 'note-received' },
      asks: [{ offer: { conditions: ['LibraryUseOnly', 'NoReproduction'] } }],
    });
    expect(await decide('agree-terms')).toMatchObject({ status: 200, body: { status: { state: 'will-supply' } } });
    expect(await received()).toEqual([
      ['Notification', `${AGREED} Agreed to the conditions: LibraryUseOnly, NoReproduction.`],
    ]);
  });

  test('when refused, the request is cancelled with it, and the next library is asked', async () => {
    const { requestId, sets, lets, decide, received } = await asked();
    await sets('WatchLibraryUseOnly', '');
    expect(await decide('refuse-terms')).toMatchObject({ status: 200 });
    expect(await received()).toEqual([['Cancel', expect.any(String)]]);
    expect(await world.office.load(requestId)).toMatchObject({
      ...{ state: 'unfilled', asks: [{ outcome: 'terms-refused' }] },
    });
    // Its agreement is already known: no message of it was lost.
    await lets();
    const rows = await world.office.rowsOf(requestId);
    expect(rows.filter(({ direction }) => direction === 'in').at(-1)).toMatchObject({ state: 'noted', why: 'let-go' });
  });
});

describeWithRealData('all that was sent', (folder) => {
  test('is valid by the schema of its edition', () => {
    const written = world.server.posted.map(({ body }) => body);
    expect(written.length).toBeGreaterThan(6);
    expect(faultsOfMessages(folder, written)).toEqual([]);
  });
});
