import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { aTable } from '../../builders/dynamodb-local.ts';
import { aConsortium } from '../../builders/lending.ts';
import { storm } from '../../proofs/circulation-races/checkout-storm.ts';
import { isLinearizable, type Model, type Seen } from '../../proofs/circulation-races/linearizable.ts';
import { withoutConditions } from '../../proofs/mutants.ts';

const SIZE = { clients: 50, items: 30, patrons: 6, checkouts: 60, seed: 20260302 };
let table: Table;

beforeAll(async () => {
  jest.spyOn(console, 'log').mockImplementation(() => {});
  table = await aTable();
  await aConsortium(table);
});

test('C22 C34 the results of fifty desks are possible in one order; limits, queues and counters are exact', async () => {
  const { calls, lent, captured, broken } = await storm(table, SIZE);
  process.stdout.write(
    `Storm: ${calls} calls, ${lent} loans, ${captured} captures; 1/${Math.round(100_000 / SIZE.checkouts)} of npm run prove:races, seed ${SIZE.seed}\n`,
  );
  expect(broken).toEqual({
    ...{ notLinear: 0, overLimit: 0, refusedTooEarly: 0 },
    ...{ queueOrder: 0, wrongCounters: 0, lostLoans: 0 },
  });
  expect(Math.min(lent, captured)).toBeGreaterThan(0);
}, 180_000);

test('without the conditions on rows the same storm is detected', async () => {
  const { broken } = await withoutConditions(() => storm(table, SIZE));
  expect(broken.notLinear).toBeGreaterThan(0);
  expect(broken.wrongCounters).toBeGreaterThan(0);
}, 180_000);

describe('the checker', () => {
  type Did = { read: number } | { write: number };
  const register: Model<number, Did> = {
    first: 0,
    name: String,
    next: (state, did) => ('write' in did ? did.write : did.read === state ? state : undefined),
  };
  const seen = (from: number, to: number, did: Did): Seen<Did> => ({ from, to, did });

  test('accepts either result for a read that overlaps a write', () => {
    expect(isLinearizable(register, [seen(1, 4, { write: 1 }), seen(2, 3, { read: 0 })])).toBe(true);
    expect(isLinearizable(register, [seen(1, 4, { write: 1 }), seen(2, 3, { read: 1 })])).toBe(true);
  });

  test('refuses a read of a value overwritten before it began, and two orders at once', () => {
    expect(isLinearizable(register, [seen(1, 2, { write: 1 }), seen(3, 4, { read: 0 })])).toBe(false);
    const writes = [seen(1, 10, { write: 1 }), seen(1, 10, { write: 2 })];
    const reads = [seen(11, 12, { read: 1 }), seen(13, 14, { read: 2 })];
    expect(isLinearizable(register, [...writes, ...reads])).toBe(false);
  });
});
