import { caseById } from '../../demo/cases.ts';
import { copyAt } from '../../demo/holdings.ts';
import { patronByKey } from '../../demo/patrons.ts';
import { demoOn } from '../builders/demo.ts';
import { deployed } from '../builders/deployed.ts';

const demo = demoOn(deployed());

/** Returns what a desk sees of a patron, found by card. */
const seenAt = async (branchId: string, card: string): Promise<Record<string, unknown>> => {
  const as = demo.at('desk', branchId);
  const { body } = await demo.call('POST', '/patrons/look-ups', { as, body: { branchId, card } });
  const path = `/circulation/patrons/${String(body.patronId)}/views`;
  return (await demo.call('POST', path, { as, body: { branchId } })).body;
};

const loansOf = async (key: string) => (await demo.call('GET', '/circulation/my/loans', { as: key })).body.loans;
const billsOf = async (key: string) => (await demo.call('GET', '/circulation/my/bills', { as: key })).body;

/** Returns the reasons why a desk would not lend an item to a patron; empty if it would. */
const refusedAt = async (branchId: string, item: string, key: string): Promise<unknown> => {
  const body = { branchId, item, patron: patronByKey(key).card };
  const answer = await demo.call('POST', '/circulation/check-out-explanations', {
    as: demo.at('desk', branchId),
    body,
  });
  return answer.body.refused;
};

/** A children's book that no case uses. */
const freeBook = copyAt('wonder', 'lakeshore').barcode;

test('twelve patrons of four members wait for two lent copies, in the order of their requests', async () => {
  const holds = caseById('twelve-holds').steps.flatMap((step) => (step.do === 'place-hold' ? [step] : []));
  const [recordId] = await demo.recordsOf('crawdads');
  const places = [];
  for (const { card, pickup } of holds) {
    const { holds: open } = await seenAt(pickup, card);
    expect(open).toContainEqual(expect.objectContaining({ recordId, pickupBranch: pickup, state: 'placed' }));
    places.push((open as { recordId: string; place: number }[]).find((one) => one.recordId === recordId)?.place);
  }
  expect(places).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
  const { body } = await demo.pageOf('crawdads');
  const { holdings } = body as { holdings: { branches: { copies: { state: string }[] }[] }[] };
  expect(holdings.flatMap(({ branches }) => branches.flatMap(({ copies }) => copies))).toMatchObject([
    { state: 'on-loan' },
    { state: 'on-loan' },
  ]);
}, 60_000);

test('loans are overdue at the fine-free library and at the one with fines', async () => {
  const { barcode } = copyAt('gatsby-2004', 'riverton.main');
  expect(await loansOf('okafor-amara')).toContainEqual(expect.objectContaining({ barcode, state: 'overdue' }));
  const other = copyAt('krc-2', 'harcourt').barcode;
  expect(await loansOf('chen-xiaoming')).toContainEqual(expect.objectContaining({ barcode: other, state: 'overdue' }));
});

test('an item that was lost and then returned is no longer on loan, and its charge is refunded', async () => {
  const { barcode } = copyAt('dune-1965-book', 'lakeshore');
  expect(await loansOf('bouchard-claire')).not.toContainEqual(expect.objectContaining({ barcode }));
  const { bills } = await billsOf('bouchard-claire');
  expect(bills).not.toContainEqual(expect.objectContaining({ kind: 'lost' }));
});

test('a claimed return remains a loan and gets no more reminders', async () => {
  const { barcode } = copyAt('sapiens', 'riverton.main');
  expect(await loansOf('lindholm-erik')).toContainEqual(expect.objectContaining({ barcode, state: 'claimed' }));
});

test('a debt at Harcourt blocks the patron at home and everywhere', async () => {
  expect(await billsOf('osei-kofi')).toMatchObject({
    bills: [{ memberId: 'harcourt', kind: 'fee', open: 2650 }],
    owed: [{ amount: 2650, currency: 'USD' }],
  });
  for (const branch of ['riverton.main', 'lakeshore.dunes']) {
    expect(await refusedAt(branch, freeBook, 'osei-kofi')).toContainEqual(
      expect.objectContaining({ code: 'owed-over-limit' }),
    );
  }
});

test('an expired card is refused with that reason', async () => {
  expect(await refusedAt('riverton.main', freeBook, 'reyes-marisol')).toContainEqual(
    expect.objectContaining({ code: 'card-expired' }),
  );
});

test('a child of ten has a loan of its own', async () => {
  const { barcode } = copyAt('hobbit', 'riverton.eastside');
  expect(await loansOf('castellano-mateo')).toContainEqual(expect.objectContaining({ barcode, state: 'open' }));
});

test('a copy of Riverton returned at Harcourt is in transit home', async () => {
  const path = '/circulation/branches/riverton.main/transits';
  const { body } = await demo.call('GET', path, { as: demo.at('desk', 'riverton.main') });
  const { barcode } = copyAt('thinking', 'riverton');
  expect(body.items).toContainEqual(
    expect.objectContaining({ barcode, state: 'in-transit', from: 'harcourt.main', homeBranch: 'riverton.main' }),
  );
});

test('the consortium loan of a navigator’s handbook has at least three possible suppliers, and its rota gives the reasons', async () => {
  const as = demo.at('ill', 'calder');
  const [recordId] = await demo.recordsOf('bowditch');
  const { body } = await demo.call('GET', '/resource-sharing/my-requests', { as: 'iyer-sanjay' });
  const placed = (body.requests as { recordId: string; requestId: string }[]).find((one) => one.recordId === recordId);
  const { body: request } = await demo.call('GET', `/resource-sharing/requests/${placed?.requestId}`, { as });
  const { rota } = request as { rota: { member: string; factors: { why: string }[] }[] };
  expect(new Set(rota.map(({ member }) => member)).size).toBeGreaterThanOrEqual(3);
  for (const { factors } of rota) expect(factors.every(({ why }) => why.length > 0)).toBe(true);
});

test('loans of the past months are counted from the archive by a query of its files, for the own member only', async () => {
  const now = new Date();
  const month = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - 1)).toISOString().slice(0, 7);
  const asked = (member: string) =>
    demo.call('GET', `/analytics/loans?from=${month}&to=${month}&member=${member}`, {
      as: demo.at('member-admin', 'riverton'),
    });
  const { status, body } = await asked('riverton');
  expect([status, body.loans]).toEqual([200, [expect.objectContaining({ member: 'riverton', month })]]);
  const [{ checkouts, circulation, persons }] = body.loans as [Record<string, number>];
  expect(persons).toBeGreaterThan(0);
  expect(checkouts).toBeGreaterThan(Number(persons));
  expect(circulation).toBeGreaterThan(Number(checkouts));
  expect((await asked('lakeshore')).status).toBe(403);
  const others = `/analytics/value?from=${month}&to=${month}&member=lakeshore`;
  expect((await demo.call('GET', others, { as: demo.at('member-admin', 'riverton') })).status).toBe(403);
  const value = await demo.call('GET', `/analytics/value?from=${month}&to=${month}&member=riverton`, {
    as: demo.at('member-admin', 'riverton'),
  });
  const { months, records } = value.body as { months: Record<string, number>[]; records: Record<string, number> };
  expect(Number(months[0]?.borrowed) + Number(months[0]?.lent)).toBeGreaterThan(0);
  expect(records).toMatchObject({ complete: true });
}, 60_000);
