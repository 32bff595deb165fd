import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { librarySymbolStore } from '../../../functions/resource-sharing/data/library-symbol-store.ts';
import { loanRequestStore } from '../../../functions/resource-sharing/data/loan-request-store.ts';
import type { InMessage } from '../../../functions/resource-sharing/data/partner-message-rows.ts';
import { partnerMessageStore } from '../../../functions/resource-sharing/data/partner-message-store.ts';
import { act } from '../../../functions/resource-sharing/domain/workflow/act.ts';
import type { TriggerContext } from '../../../functions/resource-sharing/domain/workflow/context.ts';
import { TIMERS_IN_DEMO } from '../../../functions/resource-sharing/domain/workflow/timers.ts';
import type { Side, Trigger } from '../../../functions/resource-sharing/domain/workflow/triggers.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { aMember, lendingMembers } from '../../builders/asking-partner.ts';
import { aTable } from '../../builders/dynamodb-local.ts';
import { faultsOfMessages } from '../../builders/iso18626-schemas.ts';
import { messageDeliveryAt } from '../../builders/message-delivery.ts';
import { anAuditLine, aPartner } from '../../builders/partners.ts';
import { kindOf, rawPeer, textAt, versionOf } from '../../builders/raw-peer.ts';
import { describeWithRealData } from '../../builders/real-data.ts';
import { anIndex, type TestIndex } from '../../builders/search-engine.ts';
import { partnersHere } from '../../builders/settings.ts';
import '../../builders/loan-machine.ts';

const start = '2026-11-24T14:00:00.000Z';
let index: TestIndex;
let peer: Awaited<ReturnType<typeof rawPeer>>;
/** All messages that we wrote. */
const ours: string[] = [];

beforeAll(async () => {
  jest.spyOn(console, 'log').mockImplementation(() => {});
  index = anIndex();
  await index.hold([]);
  Object.assign(process.env, partnersHere);
  peer = await rawPeer();
});
afterAll(async () => {
  peer.close();
  await index.drop();
});

/** Creates a separate table, in which this member has the symbol of one end of the captured exchanges and a partner has the other’s. */
const aWorld = async (memberId: string, own: string, theirs: string) => {
  const table: Table = await aTable();
  await lendingMembers(table, start);
  const symbol = { type: 'ISIL', value: own };
  await aMember(table, memberId, start);
  const audit = anAuditLine(`library-symbol:${memberId}`);
  expect(await librarySymbolStore(table).set({ memberId, symbol }, audit)).toBe('written');
  const office = messageDeliveryAt(start, () => table);
  office.begin();
  const one = await aPartner(table, {
    ...{ address: peer.address, symbols: [{ type: 'ISIL', value: theirs }], patronRequests: true },
  });
  const requests = loanRequestStore(table);
  const lastRow = async (): Promise<InMessage | undefined> => {
    const page = await partnerMessageStore(table).ofPartner(one.partnerId, { limit: 10 });
    return page === 'bad-cursor' ? undefined : page.rows.find((row): row is InMessage => row.direction === 'in');
  };
  return {
    ...{ office, one, partnerId: one.partnerId },
    /** Receives and processes the captured bytes: returns our confirmation, and the state of the message. */
    receives: async (bytes: Buffer) => {
      office.pass(1);
      const { status, body } = await office.receive(bytes, one);
      const answer = String(body);
      ours.push(answer);
      expect([status, versionOf(answer)]).toEqual([200, '1.2']);
      expect(kindOf(answer)).toBe(`${kindOf(bytes.toString('utf8'))}Confirmation`);
      const { requestId = '' } = (await lastRow()) ?? {};
      await office.deliver(requestId);
      await office.deliver(requestId);
      const row = await lastRow();
      return { answer, requestId, became: row?.why ?? row?.state };
    },
    /** Takes a step of our staff (or the clock) on one side. */
    does: async (requestId: string, side: Side, trigger: Trigger, more: Partial<TriggerContext> = {}) => {
      office.pass(1);
      const before = await requests.load(requestId);
      const askId = before?.request.asks.at(-1)?.askId;
      const due = trigger === 'due-passed' ? before?.request.timers.supplier?.at : undefined;
      const about = { side, at: due ?? office.now(), by: { kind: 'system' as const }, policy: TIMERS_IN_DEMO };
      const acted = before && act(before.request, trigger, { ...about, ...(askId && { askId }), ...more });
      if (!before || !acted || 'refused' in acted) throw new Error(`${trigger}: ${JSON.stringify(acted)}`);
      expect(await requests.save(before, acted)).toBe(true);
      await office.deliver(requestId);
    },
  };
};

/** The steps of our staff, by what they sent to the captured supplier. */
const REQUESTER_DEEDS: Readonly<Record<string, readonly Trigger[]>> = {
  ...{ Received: ['receive', 'lend'], ShippedReturn: ['return', 'ship-back'], Cancel: ['cancel'], Renew: ['renew'] },
};
/** The steps of our staff (or the clock), by what the captured supplier sent. */
const SUPPLIER_DEEDS: Readonly<Record<string, [Trigger, Partial<TriggerContext>?]>> = {
  WillSupply: ['accept'],
  Loaned: ['ship', { itemId: 'itm-1', barcode: '31234000000017', due: '2026-12-08T13:44:12.000Z' }],
  Unfilled: ['decline', { reason: 'NotHeld' }],
  CopyCompleted: ['supply-copy', { documentId: 'doc-1' }],
  Overdue: ['due-passed'],
  Recalled: ['recall'],
  LoanCompleted: ['check-in'],
  Cancelled: ['accept-cancel'],
  'RenewResponse Loaned': ['accept-renewal', { due: '2027-01-31T00:00:00.000Z' }],
};
const OFFERS: Readonly<Record<string, Partial<TriggerContext>>> = {
  LoanCondition: { reason: 'LoanCondition', terms: { conditions: ['NoReproduction'] } },
  CostExceedsMaxCost: { reason: 'CostExceedsMaxCost', terms: { cost: { amount: 3500, currency: 'USD' } } },
  OnLoan: { reason: 'OnLoan' },
};

const statusOf = (xml: string) => textAt(xml, 'confirmationHeader/messageStatus');
/** Returns the content of a status message: reason, answer, status, and the reason of a retry. */
const statementIn = (xml: string) =>
  ['messageInfo/reasonForMessage', 'messageInfo/answerYesNo', 'statusInfo/status', 'messageInfo/reasonRetry'].map(
    (path) => textAt(xml, path),
  );

const OUT = ['shipped', 'received', 'lent'];
const HOME = ['returned-by-patron', 'shipped-back', 'completed'];
const LIVED: readonly (readonly [string, readonly string[], string])[] = [
  ['d-cancel', ['asked', 'will-supply', 'cancel-pending', 'cancelled'], 'cancelled'],
  ['d-copy', ['asked', 'copy-received'], 'completed'],
  ['d-error', ['asked', 'unfilled'], 'request-received'],
  ['d-loaned', ['asked', 'will-supply', ...OUT, ...HOME], 'completed'],
  ['d-recall', ['asked', ...OUT, 'recalled', ...HOME], 'completed'],
  ['d-renew', ['asked', ...OUT, 'overdue', 'renewal-asked', 'lent', ...HOME], 'completed'],
  ['d-retry-cond', ['asked', 'terms-offered'], 'terms-offered'],
  ['d-retry-cost', ['asked', 'terms-offered'], 'terms-offered'],
  ['d-retry-onloan', ['asked', 'terms-offered'], 'terms-offered'],
  ['d-unfilled', ['asked', 'unfilled'], 'unfilled'],
];

describeWithRealData('captured exchanges at the door', (folder) => {
  const place = join(folder, 'ill', 'messages');
  const files = readdirSync(place).sort();
  /** Which captured messages were accepted: on receipt, as a partner’s response to us, or compared with our own response. */
  const through = new Set<string>();
  const bytesOf = (file: string): Buffer => {
    through.add(file);
    return readFileSync(join(place, file));
  };
  const textOf = (file: string): string => bytesOf(file).toString('utf8');
  const exchangeOf = (name: string): string[] => files.filter((file) => file.startsWith(`direct__${name}.requester-`));
  /** Returns the captured confirmation of a message: how it was received, and of which message. */
  const confirmedIn = (own: readonly string[], file: string) => {
    const captured = textOf(own.slice(own.indexOf(file)).find((later) => /-response-/.test(later)) ?? '');
    return [statusOf(captured), textAt(captured, 'reasonForMessage') ?? textAt(captured, 'action')];
  };
  const confirms = (xml: string) => [statusOf(xml), textAt(xml, 'reasonForMessage') ?? textAt(xml, 'action')];

  describe('with us as the requester', () => {
    let world: Awaited<ReturnType<typeof aWorld>>;
    beforeAll(async () => {
      world = await aWorld('cedar', 'REQ', 'SUP1');
    });

    test.each(LIVED)('%s, goes through %j', async (name, states) => {
      const { office, partnerId, receives, does } = world;
      const own = exchangeOf(name);
      const answers = own.filter((file) => file.includes('-incoming-response-'));
      peer.answers(() => {
        const file = answers.shift();
        return file === undefined ? undefined : bytesOf(file);
      });
      await office.asked([partnerId], { requestId: name, service: name === 'd-copy' ? 'copy' : 'loan' });
      await office.deliver(name);
      for (const file of own.filter((one) => /-outgoing-request-requesting|-incoming-request-supplying/.test(one))) {
        if (file.includes('-incoming-')) {
          const { answer, became } = await receives(bytesOf(file));
          expect([file, ...confirms(answer), became]).toEqual([file, ...confirmedIn(own, file), 'applied']);
          continue;
        }
        const action = textAt(textOf(file), 'action') ?? '';
        for (const trigger of REQUESTER_DEEDS[action] ?? []) await does(name, 'requester', trigger);
        const sent = peer.received.at(-1) ?? '';
        expect([textAt(sent, 'action'), textAt(sent, 'header/requestingAgencyId/agencyIdValue')]).toEqual([
          action,
          'REQ',
        ]);
      }
      const lived = (await office.load(name)).history.filter(({ side }) => side === 'requester').map(({ to }) => to);
      expect(lived).toEqual(states);
      expect(answers).toEqual([]);
      expect((await office.rowsOf(name)).map(({ state }) => state).filter((one) => one.startsWith('to-'))).toEqual([]);
    });

    test('a request from a patron’s own library is a patron request, and stops for staff: it names no patron', async () => {
      for (const file of files.filter((one) => one.includes('-00-incoming-request-'))) {
        const { answer, requestId, became } = await world.receives(bytesOf(file));
        expect([file, statusOf(answer), became]).toEqual([file, 'OK', 'applied']);
        const captured = files.find(
          (one) => one === file.replace('-00-incoming-request-request', '-03-outgoing-response-requestConfirmation'),
        );
        expect(kindOf(answer)).toBe(kindOf(textOf(captured ?? '')));
        expect(await world.office.load(requestId)).toMatchObject({ requesterMember: 'cedar', asks: [] });
      }
    });

    test('an unsolicited confirmation is answered that it opens no exchange', async () => {
      const [file = ''] = files.filter((one) => one.includes('-response-'));
      const { body, status } = await world.office.receive(bytesOf(file), world.one);
      ours.push(String(body));
      expect([status, statusOf(String(body)), textAt(String(body), 'errorData/errorType')]).toEqual([
        ...[200, 'ERROR', 'BadlyFormedMessage'],
      ]);
    });
  });

  describe('with us as the supplier', () => {
    let world: Awaited<ReturnType<typeof aWorld>>;
    beforeAll(async () => {
      world = await aWorld('ash', 'SUP1', 'REQ');
    });

    test.each(LIVED)('%s, ends after all captured messages (%j there) as %s', async (name, _, end) => {
      const { office, receives, does } = world;
      const [, asked = '', ...rest] = exchangeOf(name);
      const { answer, requestId, became } = await receives(bytesOf(asked));
      expect([statusOf(answer), textAt(answer, 'confirmationHeader/requestingAgencyRequestId'), became]).toEqual([
        ...['OK', name, 'applied'],
      ]);
      for (const file of rest.filter((one) => /-outgoing-request-requesting|-incoming-request-supplying/.test(one))) {
        const captured = textOf(file);
        if (file.includes('-outgoing-')) {
          const action = await receives(bytesOf(file));
          expect([file, ...confirms(action.answer), action.became]).toEqual([
            file,
            ...confirmedIn(rest, file),
            'applied',
          ]);
          continue;
        }
        const [reason, , state = '', retry = ''] = statementIn(captured);
        const [trigger, more] = SUPPLIER_DEEDS[`${reason} ${state}`] ??
          SUPPLIER_DEEDS[state] ?? ['offer-terms', OFFERS[retry]];
        await does(requestId, 'supplier', trigger, more);
        expect(statementIn(peer.received.at(-1) ?? '')).toEqual(statementIn(captured));
        expect(textAt(peer.received.at(-1) ?? '', 'header/requestingAgencyRequestId')).toBe(name);
      }
      expect((await office.load(requestId)).asks).toMatchObject([{ supplierState: end }]);
    });
  });

  test('every captured message was processed, and all our messages are valid by the schema of their edition', () => {
    expect(files.length).toBeGreaterThan(80);
    expect(files.filter((file) => !through.has(file))).toEqual([]);
    expect(faultsOfMessages(folder, [...ours, ...peer.received])).toEqual([]);
  });
});
