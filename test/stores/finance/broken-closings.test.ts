import { invoiceStore } from '../../../functions/finance/data/invoice-store.ts';
import { key } from '../../../functions/finance/data/keys.ts';
import { statementStore } from '../../../functions/finance/data/statement-store.ts';
import { closingDeps } from '../../../functions/finance/deps.ts';
import { closePeriod } from '../../../functions/finance/use-cases/close-period.ts';
import { stamp } from '../../../layers/platform/dynamodb/table.ts';
import { sha256 } from '../../../layers/platform/objects/sha-256.ts';
import { keys as ledgerKeys } from '../../../layers/records/ledger/data/keys.ts';
import { ledgerStore } from '../../../layers/records/ledger/data/ledger-store.ts';
import { advance, decide, later, load, openPeriods, prepare, runtime, table } from '../../builders/period-at-work.ts';

/** Writes the statements of a month, and approves them. */
const approve = async (month: string): Promise<void> => {
  await prepare(month, { step: 'meter' });
  await prepare(month, { step: 'reconcile', reason: 'Trial month' });
  await advance(month);
  const { draft } = await load(month);
  await decide(month, { step: 'approve', hash: draft?.hash });
};

beforeAll(async () => {
  await openPeriods();
  await approve('2026-06');
}, 60_000);
beforeEach(() => jest.spyOn(console, 'log').mockImplementation(() => {}));

test('F12 50 concurrently issued invoices have 50 numbers without a gap', async () => {
  const invoices = invoiceStore(table);
  const issue = (place: number) => {
    const about = {
      document: 'invoice' as const,
      memberId: `m-${place}`,
      month: '2026-10',
      amount: 100,
      currency: 'USD',
    };
    return invoices.issue('1999', { ...about, issuedAt: later, dueOn: '2026-12-12' }, () => []);
  };
  const issued = await Promise.all(Array.from({ length: 50 }, (_, place) => issue(place)));
  const numbers = issued.map((invoice) => Number(invoice?.number.slice(5))).toSorted((a, b) => a - b);
  expect(numbers).toEqual(Array.from({ length: 50 }, (_, place) => place + 1));
  expect((await invoices.ofYear('1999')).map(({ memberId }) => memberId).toSorted()).toEqual(
    Array.from({ length: 50 }, (_, place) => `m-${place}`).toSorted(),
  );
}, 60_000);

test('finding F11: a statement that was changed between approval and close is not booked, and no other of its month', async () => {
  const month = '2026-06';
  const store = statementStore(table);
  const [head] = (await store.heads(await load(month))).slice(-1);
  if (!head) throw new Error('no head');
  const text = await store.text(head);
  const forged = text.replace('"total":', '"total":1');
  const parts = key('statementPart', { month, memberId: head.memberId, round: '0001', part: '0000' });
  const part = { ...parts, ...stamp('statementPart', 1) };
  const place = key('statement', head);
  const booked = async () => (await store.heads(await load(month))).filter((one) => one.booked !== undefined);
  const close = () => closePeriod(closingDeps(runtime), month, { now: Date.parse(later), timeLeft: () => true });
  await table.write([{ put: { ...part, text: forged } }]);
  await expect(store.read(head)).rejects.toThrow('is not as its hash states');
  await table.write([{ update: place, set: { hash: sha256(forged) } }]);
  await expect(close()).rejects.toThrow('is not what was approved');
  expect(await booked()).toEqual([]);
  await table.write([{ put: { ...part, text } }, { update: place, set: { hash: head.hash } }]);
  expect(await store.read(head)).toMatchObject({ month, memberId: head.memberId });
});

test('an interrupted close continues where it was, and cannot be reopened meanwhile', async () => {
  const month = '2026-06';
  let left = 2;
  const [deps, now] = [closingDeps(runtime), Date.parse(later)];
  expect(await closePeriod(deps, month, { now, timeLeft: () => left-- > 0 })).toBe(false);
  const booked = (await statementStore(table).heads(await load(month))).filter((head) => head.booked !== undefined);
  expect(booked.length).toBe(2);
  const again = await decide(month, { step: 'reopen', reason: 'Too late' });
  expect(again).toMatchObject({ status: 409, body: { code: 'being-booked' } });
  expect(await advance(month)).toMatchObject({ next: 'end' });
  expect((await load(month)).state).toBe('closed');
  const heads = await statementStore(table).heads(await load(month));
  expect(heads.every((head) => head.booked !== undefined)).toBe(true);
  const entries = (await ledgerStore(table).all('2026-11')).filter(({ causeId }) =>
    causeId.startsWith(`statement-${month}`),
  );
  expect(new Set(entries.map(({ entryId }) => entryId)).size).toBe(entries.length);
});

test('a reopened period starts again; late writes of an older round have no effect', async () => {
  await prepare('2026-04', { step: 'meter' });
  await prepare('2026-04', { step: 'reconcile', reason: 'First' });
  await advance('2026-04');
  const first = await load('2026-04');
  expect((await decide('2026-04', { step: 'reopen', reason: 'A fee was missing' })).body).toMatchObject({
    state: 'open',
  });
  expect(await statementStore(table).keep(first, [])).toBe(true);
  const old = await statementStore(table).heads(first);
  const statement = old[0] && (await statementStore(table).read(old[0]));
  if (!statement) throw new Error('no statement');
  const pack = { memberId: statement.memberId, text: '{}', hash: 'a'.repeat(64) };
  expect(await statementStore(table).keep(first, [{ statement, pack }])).toBe(false);
  expect(await advance('2026-04')).toMatchObject({ next: 'end' });
  expect((await load('2026-04')).steps.at(-1)).toMatchObject({ step: 'reopen', reason: 'A fee was missing' });
});

test('F12 approved statements of a month that was closed meanwhile are booked into the open one', async () => {
  const month = '2026-05';
  await approve(month);
  const november = { month: '2026-11', state: 'closed', round: 1, steps: [] };
  await table.write([{ put: { ...ledgerKeys.key('period', november), ...stamp('period', 9), ...november } }]);
  const before = await ledgerStore(table).all('2026-11');
  const december = { now: Date.parse('2026-12-03T09:00:00.000Z'), timeLeft: () => true };
  expect(await closePeriod(closingDeps(runtime), month, december)).toBe(true);
  expect((await ledgerStore(table).all('2026-11')).length).toBe(before.length);
  const booked = (await ledgerStore(table).all('2026-12')).filter(({ causeId }) =>
    causeId.startsWith(`statement-${month}`),
  );
  expect(booked.length).toBeGreaterThan(0);
  const heads = await statementStore(table).heads(await load(month));
  expect(new Set(heads.map((head) => head.booked))).toEqual(new Set(['2026-12-03T09:00:00.000Z']));
});
