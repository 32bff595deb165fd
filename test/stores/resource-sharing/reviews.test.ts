import { keys as patronsKeys } from '../../../functions/patrons/public/keys.ts';
import { loanRequestStore } from '../../../functions/resource-sharing/data/loan-request-store.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Actor } from '../../../layers/platform/http/actor.ts';
import { systemRuntime } from '../../../layers/platform/runtime/runtime.ts';
import { ledgerStore } from '../../../layers/records/ledger/data/ledger-store.ts';
import { aTable } from '../../builders/dynamodb-local.ts';
import { aBorrower, aCopy, countersOf } from '../../builders/lending.ts';
import { mockMachine } from '../../builders/loan-machine.ts';
import { staffAt } from '../../builders/people.ts';
import { recounted } from '../../builders/recount.ts';
import {
  aLentTitle,
  aPartner,
  aSharingConsortium,
  aTitleAt,
  catalogued,
  euros,
  monday,
} from '../../builders/request-options.ts';
import { scanAll } from '../../builders/scan-all.ts';
import { anIndex, type TestIndex } from '../../builders/search-engine.ts';
import { sharingAt } from '../../builders/sharing.ts';
import { holdsIn } from '../../builders/stored-holds.ts';

let table: Table & { name: string };
let index: TestIndex;
let sharing: ReturnType<typeof sharingAt>;
const pickupBranch = 'cedar.main';
const ill: Actor = staffAt('cedar.main', 'ill');
let serial = 0;
/** Returns a book that no library has, a different one each time. */
const aBook = () => {
  serial += 1;
  return { kind: 'book', title: `The glass orchard ${serial}`, author: 'Leger, Ana', date: '1998' } as const;
};

beforeAll(async () => {
  jest.spyOn(console, 'log').mockImplementation(() => {});
  process.env.BUCKET_NAME = 'no-bucket';
  table = await aTable();
  index = anIndex();
  await aSharingConsortium(table);
  await aPartner(table, { partnerId: 'prt_free' });
});
afterAll(() => index.drop());
beforeEach(() => {
  sharing = sharingAt(monday);
  sharing.begin(systemRuntime());
});

type ReviewedInput = Parameters<typeof sharing.review>[0];
const reviewed = async (input: Omit<ReviewedInput, 'pickupBranch'>) => {
  const placed = await sharing.review({ pickupBranch, outside: true, ...input });
  if ('refused' in placed) throw new Error(JSON.stringify(placed.refused));
  return placed.request;
};
const stored = async (requestId: string) => (await loanRequestStore(table).load(requestId))?.request;
const step = (requestId: string, name: string, more = {}) =>
  sharing.step('step', requestId, 'cedar.main', { step: name, ...more });
/** The counted holds of patrons that have no rows. */
const given: Record<string, number> = {};
const aBorrowerWith = async (holds: number) => {
  const borrower = await aBorrower(table, { counters: { loans: 0, holds, owed: 0, perGroup: {} } });
  given[borrower.patronId] = holds;
  return borrower;
};
const isExact = async (): Promise<void> => {
  const { counter, counted, faults } = await recounted(table);
  expect(faults).toEqual([]);
  const expected = Object.entries(counted).map(([patronId, count]) => [patronId, count + (given[patronId] ?? 0)]);
  expect(counter).toEqual(Object.fromEntries(expected));
};

describe('C86 an unconfirmed request is stored, and stops for review', () => {
  test('an unknown patron: not approved without one, amended with one, and then in progress', async () => {
    const citation = aBook();
    const request = await reviewed({ citation, patron: '2999999999' });
    expect(request).toMatchObject({ state: 'invalid-patron', rota: [], citation });
    expect(request.patron).toBeUndefined();
    expect(request.history).toMatchObject([
      { trigger: 'patron-invalid', note: 'unknown-patron', by: { kind: 'system' } },
    ]);
    expect(mockMachine.started).toContain(request.requestId);
    expect(await sharing.round(request.requestId)).toMatchObject({ next: 'wait' });
    const through = await step(request.requestId, 'let-through', { reason: 'PatronChecked' });
    expect(through).toMatchObject({ status: 422, body: { code: 'patron-missing' } });
    const { card, patronId } = await aBorrower(table);
    const amended = await sharing.as('amend', ill, request.requestId, { branchId: pickupBranch, patron: card });
    expect(amended).toMatchObject({ status: 200, view: { patronId, status: { state: 'requested' } } });
    expect(await stored(request.requestId)).toMatchObject({ kind: 'outside-loan', rota: [{ member: 'prt_free' }] });
    expect(await countersOf(table, patronId)).toMatchObject({ holds: 1 });
    await isExact();
  });

  test('a patron with an expired card, approved with a reason', async () => {
    const { card, patronId } = await aBorrower(table, { expiresOn: '2026-01-31' });
    const { requestId, state, history } = await reviewed({ citation: aBook(), patron: card });
    expect([state, history[0]?.note]).toEqual(['invalid-patron', 'card-expired']);
    expect(await step(requestId, 'let-through')).toMatchObject({ status: 422, body: { code: 'reason-missing' } });
    const through = await step(requestId, 'let-through', { reason: 'PatronChecked' });
    expect(through).toMatchObject({ status: 200, view: { status: { state: 'requested' } } });
    expect(await step(requestId, 'let-through', { reason: 'PatronChecked' })).toMatchObject({ status: 200 });
    expect(await countersOf(table, patronId)).toMatchObject({ holds: 1 });
    expect(await sharing.round(requestId)).toMatchObject({ next: 'wait' });
    expect((await stored(requestId))?.asks).toMatchObject([{ supplierMember: 'prt_free' }]);
    await isExact();
  });

  test('a blank form is amended, never approved', async () => {
    const { card } = await aBorrower(table);
    const { requestId, state } = await reviewed({ citation: { kind: 'article', title: 'Mind' }, patron: card });
    expect(state).toBe('blank-form');
    expect(await step(requestId, 'let-through', { reason: 'Sure' })).toMatchObject({ status: 409 });
    const amend = (citation: object) => sharing.as('amend', ill, requestId, { branchId: pickupBranch, citation });
    const still = await amend({ kind: 'article', title: 'Mind', volume: '14' });
    expect(still).toMatchObject({ status: 200, view: { status: { state: 'blank-form' } } });
    const whole = { kind: 'article', title: 'Mind', volume: '14', pages: '479-493' };
    expect(await amend(whole)).toMatchObject({ status: 200, view: { status: { state: 'requested' } } });
    expect(await stored(requestId)).toMatchObject({ citation: whole, rota: [{ member: 'prt_free' }] });
    await isExact();
  });

  test('a duplicate, by the same request or by a hold, stops; approved it is stored beside the first', async () => {
    const { card, patronId } = await aBorrower(table);
    const citation = aBook();
    const first = await reviewed({ citation, patron: card });
    const second = await reviewed({
      citation: { ...citation, title: `${citation.title.toUpperCase()}.` },
      patron: card,
    });
    expect([first.state, second.state]).toEqual(['requested', 'duplicate']);
    expect(await countersOf(table, patronId)).toMatchObject({ holds: 1 });
    await step(second.requestId, 'let-through', { reason: 'OtherNeed' });
    expect(await countersOf(table, patronId)).toMatchObject({ holds: 2 });
    await isExact();
    // The claim belongs to the first one: it outlives the second, and ends with the first.
    await sharing.step('cancel', second.requestId, pickupBranch);
    expect((await reviewed({ citation, patron: card })).state).toBe('duplicate');
    await sharing.step('cancel', first.requestId, pickupBranch);
    expect((await reviewed({ citation, patron: card })).state).toBe('requested');
    await isExact();
  });

  test('over the limit: it counts only once it is approved', async () => {
    const { card, patronId } = await aBorrowerWith(10);
    const { requestId, state } = await reviewed({ citation: aBook(), patron: card });
    expect(state).toBe('over-limit');
    expect(await countersOf(table, patronId)).toMatchObject({ holds: 10 });
    await step(requestId, 'let-through', { reason: 'LimitLifted' });
    expect(await countersOf(table, patronId)).toMatchObject({ holds: 11 });
    await sharing.step('cancel', requestId, pickupBranch);
    expect(await countersOf(table, patronId)).toMatchObject({ holds: 10 });
    await isExact();
  });

  test('one finding after the other: approved for its patron, it still stops as a duplicate', async () => {
    const citation = aBook();
    const { card, patronId } = await aBorrower(table);
    await reviewed({ citation, patron: card });
    await table.write([{ update: patronsKeys.key('patronStatus', { patronId }), set: { expiresOn: '2026-01-31' } }]);
    const { requestId, state } = await reviewed({ citation, patron: card });
    expect(state).toBe('invalid-patron');
    const first = await step(requestId, 'let-through', { reason: 'PatronChecked' });
    expect(first.view.status.state).toBe('duplicate');
    expect(await countersOf(table, patronId)).toMatchObject({ holds: 1 });
    const second = await step(requestId, 'let-through', { reason: 'OtherNeed' });
    expect(second.view.status.state).toBe('requested');
    expect(await countersOf(table, patronId)).toMatchObject({ holds: 2 });
    await isExact();
  });

  test('the same request delivered again is the same; of concurrent ones one is in progress', async () => {
    const { card, patronId } = await aBorrower(table);
    const input = { citation: aBook(), patron: card };
    const requestId = `req_from-outside-${patronId}`;
    const once = await reviewed({ ...input, requestId });
    expect(await reviewed({ ...input, requestId })).toMatchObject({
      requestId: once.requestId,
      state: 'requested',
    });
    const twin = { citation: aBook(), patron: card, requestId: `req_twin-${patronId}` };
    const twins = await Promise.all(Array.from({ length: 5 }, () => reviewed(twin)));
    expect(twins.map(({ state }) => state)).toEqual(Array(5).fill('requested'));
    expect(await countersOf(table, patronId)).toMatchObject({ holds: 2 });
    const others = { citation: aBook(), patron: card };
    const placed = await Promise.all(Array.from({ length: 5 }, () => reviewed(others)));
    expect(placed.map(({ state }) => state).toSorted()).toEqual([...Array(4).fill('duplicate'), 'requested']);
    expect(await countersOf(table, patronId)).toMatchObject({ holds: 3 });
    await isExact();
  });

  test('of ten concurrent requests, with one place left, one is in progress and nine stop', async () => {
    const { card, patronId } = await aBorrowerWith(9);
    const placed = await Promise.all(Array.from({ length: 10 }, () => reviewed({ citation: aBook(), patron: card })));
    expect(placed.filter(({ state }) => state === 'requested')).toHaveLength(1);
    expect(placed.filter(({ state }) => state === 'over-limit')).toHaveLength(9);
    expect(await countersOf(table, patronId)).toMatchObject({ holds: 10 });
    await isExact();
  });

  test('a discovery system sends an OpenURL for an unknown patron', async () => {
    const machine: Actor = { kind: 'machine', id: 'mch_1', member: 'cedar', scopes: ['loan-requests'] };
    const openUrl = 'sid=google&genre=article&atitle=On+denoting&title=Mind&volume=14&spage=479&issn=0026-4423';
    const body = { openUrl, patron: 'user-77', pickupBranch, outside: true };
    const placed = await sharing.place(machine, body);
    expect(placed).toMatchObject({ status: 201, view: { seenAs: 'patron', status: { state: 'invalid-patron' } } });
    const citation = { title: 'Mind', pages: '479' };
    expect(await stored(placed.view.requestId)).toMatchObject({ service: 'copy', citation });
    expect(JSON.stringify(await stored(placed.view.requestId))).not.toContain('user-77');
    const answer = await sharing.place(machine, { ...body, openUrl: `${openUrl}&svc.id=loan&svc.neededBy=2026-06-15` });
    const needBy = expect.stringMatching(/^2026-06-1[56]T/);
    expect(await stored(answer.view.requestId)).toMatchObject({ service: 'loan', needBy });
    const elsewhere = await sharing.place(machine, { ...body, pickupBranch: 'birch.east' });
    expect(elsewhere).toMatchObject({ status: 403 });
    await isExact();
  });
});

describe('one copy more than the guidelines', () => {
  const article = (n: number, title: string) =>
    ({
      kind: 'article',
      title,
      partTitle: `On stones ${n}`,
      date: '2025',
      volume: '3',
      pages: `${n}-${n + 8}`,
    }) as const;
  /** Requests the sixth article of a periodical by cedar in a year. */
  const sixth = async (title: string) => {
    for (let n = 1; n <= 5; n += 1) {
      const request = await reviewed({ citation: article(n, title), patron: (await aBorrower(table)).card });
      expect(request.state).toBe('requested');
    }
    const { card, patronId } = await aBorrower(table);
    const request = await reviewed({ citation: article(6, title), patron: card });
    expect(request.state).toBe('copyright-review');
    return { requestId: request.requestId, patronId };
  };
  const booked = async (requestId: string) =>
    (await ledgerStore(table).all('2026-03')).filter(({ causeId }) => causeId === requestId);

  test('a royalty approves it and is booked with it, once, in the member’s books and in no other', async () => {
    const { requestId, patronId } = await sixth('The Journal of Stones');
    const royalty = (amount: object) => ({ decision: { kind: 'royalty', amount, reference: 'CCC 77' } });
    const dollars = await step(requestId, 'let-through', royalty({ amount: 3500, currency: 'USD' }));
    expect(dollars).toMatchObject({ status: 422, body: { code: 'cost-in-other-currency' } });
    expect(await booked(requestId)).toEqual([]);
    const paid = royalty(euros(3500));
    const answers = await Promise.all([1, 2, 3].map(() => step(requestId, 'let-through', paid)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    const entries = await booked(requestId);
    expect(entries).toMatchObject([
      {
        ...{ kind: 'royalty-paid', currency: 'EUR', memo: 'royalty', entryId: `ill-${requestId}-royalty` },
        lines: [
          { account: 'royalties', member: 'cedar', side: 'debit', amount: 3500 },
          { account: 'bank', member: 'cedar', side: 'credit', amount: 3500 },
        ],
      },
    ]);
    expect(JSON.stringify(entries)).not.toContain(patronId);
    expect((await stored(requestId))?.state).toBe('requested');
    await isExact();
  });

  test('a copy that does not arrive in the end is returned to the count, and its royalty to the books, once', async () => {
    const { requestId } = await sixth('The Journal of Sand');
    const decision = { kind: 'royalty', amount: euros(3500), reference: 'CCC 78' };
    expect(await step(requestId, 'let-through', { decision })).toMatchObject({ status: 200 });
    const cancel = () => sharing.step('cancel', requestId, pickupBranch);
    const ended = await Promise.all([cancel(), cancel()]);
    expect(ended.map(({ status }) => status)).toEqual([200, 200]);
    expect((await stored(requestId))?.state).toBe('cancelled');
    // Both may have the same time, so their order is not defined.
    const entries = (await booked(requestId)).toSorted((a, b) => (a.kind < b.kind ? 1 : -1));
    expect(entries).toMatchObject([
      { kind: 'royalty-paid' },
      {
        ...{ kind: 'royalty-given-back', entryId: `ill-${requestId}-royalty-back`, currency: 'EUR' },
        lines: [
          { account: 'bank', member: 'cedar', side: 'debit', amount: 3500 },
          { account: 'royalties', member: 'cedar', side: 'credit', amount: 3500 },
        ],
      },
    ]);
    const rows = (await scanAll(table.name)).filter(
      ({ entity, title }) => entity === 'copyrightCount' && title === 'The Journal of Sand',
    );
    expect(rows).toMatchObject([{ counted: 5, beyond: 0 }]);
    await isExact();
  });

  test('another decision costs nothing', async () => {
    const { requestId } = await sixth('Annals of Stones');
    const decision = { kind: 'decision', why: 'own-subscription' };
    expect(await step(requestId, 'let-through', { decision })).toMatchObject({ status: 200 });
    expect(await booked(requestId)).toEqual([]);
  });
});

describe('C83 holdings of the consortium are checked before any library outside is asked', () => {
  const heldAt = async (branch: string) => {
    const { card, patronId } = await aBorrower(table);
    const recordId = await aTitleAt(table, branch);
    const request = await reviewed({ recordId, patron: card });
    return { card, patronId, recordId, requestId: request.requestId, state: request.state };
  };

  test('a hold replaces it, in one write; repeated it is the same', async () => {
    const { patronId, recordId, requestId, state } = await heldAt('cedar.north');
    expect(state).toBe('local-review');
    const done = await sharing.as('fill-locally', ill, requestId, { branchId: pickupBranch });
    expect(done).toMatchObject({
      status: 200,
      body: { request: { status: { state: 'filled-locally' } }, filledBy: { way: 'hold', recordId } },
    });
    expect(await holdsIn(table).ofPatron(patronId)).toMatchObject([{ recordId, pickupBranch, state: 'placed' }]);
    expect(await countersOf(table, patronId)).toMatchObject({ holds: 1 });
    const again = await sharing.as('fill-locally', ill, requestId, { branchId: pickupBranch });
    expect(again).toMatchObject({ status: 200, body: { request: { status: { state: 'filled-locally' } } } });
    expect(await holdsIn(table).ofPatron(patronId)).toHaveLength(1);
    await isExact();
  });

  test('with ten concurrent calls, one hold is placed', async () => {
    const { patronId, requestId } = await heldAt('cedar.north');
    const pressed = await Promise.all(
      Array.from({ length: 10 }, () => sharing.as('fill-locally', ill, requestId, { branchId: pickupBranch })),
    );
    expect(new Set(pressed.map(({ status }) => status))).toEqual(new Set([200]));
    expect(await holdsIn(table).ofPatron(patronId)).toHaveLength(1);
    await isExact();
  });

  test('outside all the same, when staff confirm it and its maximum cost', async () => {
    const { patronId, requestId } = await heldAt('cedar.north');
    const spend = { maxCost: { amount: 500, currency: 'GBP' } };
    expect(await step(requestId, 'source-outside', spend)).toMatchObject({ status: 422 });
    expect(await step(requestId, 'source-outside', { maxCost: euros(500) })).toMatchObject({
      view: { status: { state: 'requested' } },
    });
    expect(await stored(requestId)).toMatchObject({ maxCost: euros(500), asksOutside: true });
    expect(await stored(requestId)).toMatchObject({ kind: 'outside-loan', rota: [{ member: 'prt_free' }] });
    expect(await countersOf(table, patronId)).toMatchObject({ holds: 1 });
    await isExact();
  });

  test('a loan between members replaces it where that is the option', async () => {
    const { card, patronId } = await aBorrower(table);
    const recordId = await aLentTitle(table, 'cedar.north');
    const { requestId, state, history } = await reviewed({ recordId, patron: card });
    expect([state, history[0]?.note]).toEqual(['local-review', 'held-in-consortium']);
    await aCopy(table, { branchId: 'ash.main', recordId, sourceId: `ash:${recordId.slice(4)}` });
    const asked = { branchId: pickupBranch, way: 'consortium-loan' };
    const done = await sharing.as('fill-locally', ill, requestId, asked);
    const { filledBy } = done.body as unknown as { filledBy: { requestId: string } };
    expect(done).toMatchObject({ status: 200, body: { filledBy: { way: 'consortium-loan' } } });
    expect(await stored(filledBy.requestId)).toMatchObject({
      kind: 'consortium-loan',
      recordId,
      rota: [{ member: 'ash' }],
    });
    expect(mockMachine.started).toContain(filledBy.requestId);
    expect(await countersOf(table, patronId)).toMatchObject({ holds: 1 });
    await isExact();
  });

  test('finding I1: what may be held stops for staff with the records, and naming one of them fills it from here', async () => {
    const [recordId = ''] = await catalogued(table, index, 'cedar', [
      { id: 'd1', title: 'Dune', author: 'Herbert, Frank', year: '1965', items: ['$aMAIN$pD1$yBK'] },
    ]);
    const { card, patronId } = await aBorrower(table);
    const citation = { kind: 'book', title: 'Dune', author: 'Herbert', date: '1984' } as const;
    const first = await reviewed({ citation, patron: card });
    expect([first.state, first.history[0]?.note]).toEqual(['local-review', 'may-be-held']);
    expect(first.possibleRecords).toMatchObject([{ recordId, title: 'Dune', year: 1965 }]);
    const amended = await sharing.as('amend', ill, first.requestId, { branchId: pickupBranch, recordId });
    expect(amended).toMatchObject({ status: 200, view: { status: { state: 'local-review' }, recordId } });
    await sharing.as('fill-locally', ill, first.requestId, { branchId: pickupBranch });
    expect(await holdsIn(table).ofPatron(patronId)).toMatchObject([{ recordId, state: 'placed' }]);
    const second = await reviewed({ citation, patron: (await aBorrower(table)).card });
    await step(second.requestId, 'source-outside', { maxCost: euros(500) });
    expect(await stored(second.requestId)).toMatchObject({ state: 'requested', kind: 'outside-loan' });
    await isExact();
  });

  test('when neither option is open it stays, with every reason', async () => {
    const { patronId, requestId } = await heldAt('cedar.north');
    await table.write([{ update: patronsKeys.key('patronStatus', { patronId }), set: { expiresOn: '2026-01-31' } }]);
    const refused = await sharing.as('fill-locally', ill, requestId, { branchId: pickupBranch });
    expect(refused).toMatchObject({ status: 409, body: { code: 'not-filled-locally' } });
    expect(JSON.stringify(refused.body)).toContain('card-expired');
    expect((await stored(requestId))?.state).toBe('local-review');
    await isExact();
  });

  test('without a supplier to ask it stays where it is, with the reason for each', async () => {
    const { card } = await aBorrower(table, { expiresOn: '2026-01-31' });
    const { requestId } = await reviewed({ citation: aBook(), patron: card, outside: false });
    const refused = await step(requestId, 'let-through', { reason: 'PatronChecked' });
    expect(refused).toMatchObject({ status: 409, body: { code: 'no-supplier' } });
    const outside = {
      branchId: pickupBranch,
      outside: true,
      maxCost: euros(500),
      patron: (await aBorrower(table)).card,
    };
    const amended = await sharing.as('amend', ill, requestId, outside);
    expect(amended).toMatchObject({ status: 200, view: { status: { state: 'requested' } } });
    await isExact();
  });

  test('another library’s staff can neither see nor change it', async () => {
    const { requestId } = await heldAt('cedar.north');
    const stranger = staffAt('birch.east', 'ill');
    const moved = await sharing.as('amend', stranger, requestId, { branchId: 'birch.east', service: 'copy' });
    expect(moved).toMatchObject({ status: 404, body: { code: 'unknown-request' } });
    expect(await sharing.step('fill-locally', requestId, 'birch.east')).toMatchObject({ status: 404 });
  });
});
