import { fundStore } from '../../../functions/acquisitions/data/fund-store.ts';
import { orderStore } from '../../../functions/acquisitions/data/order-store.ts';
import { newFund } from '../../../functions/acquisitions/domain/fund.ts';
import { type Order, pendingOrder } from '../../../functions/acquisitions/domain/order.ts';
import { promisedOf } from '../../../functions/acquisitions/domain/promise.ts';
import { stamp, type Table, TableConflict } from '../../../layers/platform/dynamodb/table.ts';
import { keys } from '../../../functions/acquisitions/data/keys.ts';
import { aTable } from '../../builders/dynamodb-local.ts';

const place = { memberId: 'cedar', year: '2026' };
const written = { memberId: 'cedar', by: 'staff:stf_1', at: '2026-10-21T12:00:00.000Z', v: 1 };
const limits = { encumbrance: 100, expenditure: 100, warning: 'none' as const };
let table: Table;

const anOrder = (orderId: string, amount: number): Order => {
  const price = { printed: 1, printedPrice: amount, electronic: 0, electronicPrice: 0, discount: 0, added: 0 };
  const lines = [{ title: 'Emma', price, shares: [{ fund: 'ADULT', percent: 10_000 }] }];
  const terms = { year: '2026', vendor: 'A bookshop', lines };
  return { ...pendingOrder({ ...written, orderId, terms }), state: 'open' };
};
const levelsOf = async () => (await fundStore(table).levels(place, 'ADULT')) ?? fail('no fund');
/** Opens an order; a client repeats what lost too many conflicts. */
const open = async (order: Order): Promise<boolean> => {
  const promised = promisedOf([{ levels: await levelsOf(), amount: order.total }]);
  for (;;)
    try {
      return await orderStore(table).put(order, promised, []);
    } catch (thrown) {
      if (!(thrown instanceof TableConflict)) throw thrown;
    }
};

beforeEach(async () => {
  jest.spyOn(console, 'log').mockImplementation(() => {});
  table = await aTable();
  const books = newFund({ ...place, code: 'BOOKS' }, { name: 'Books', state: 'active', limits }, undefined);
  const adult = newFund({ ...place, code: 'ADULT' }, { name: 'Adults', parent: 'BOOKS', state: 'active', limits }, books);
  for (const fund of [books, adult]) await table.write([{ put: { ...keys.key('fund', fund), ...stamp('fund', 1), ...fund } }]);
  const entry = { entryId: 'ent_1', at: written.at, by: written.by, kind: 'allocation' as const, lines: [] };
  await fundStore(table).move({ kind: 'allocation', amount: 100_000, to: await levelsOf() }, entry, []);
});

test('A10 A11 of 100 orders at the same time, each sent three times, exactly as many open as the money allows', async () => {
  const orders = Array.from({ length: 100 }, (_, at) => anOrder(`ord_${at}`, 1_250));
  const outcomes = await Promise.all(orders.map((order) => Promise.all([order, order, order].map(open))));
  expect(outcomes.filter((three) => three.some(Boolean))).toHaveLength(80);
  expect(outcomes.flat().filter(Boolean)).toHaveLength(80);
  for (const fund of await levelsOf())
    expect(fund).toMatchObject({ amounts: { whole: { encumbered: 100_000 } }, headroom: { whole: { available: 0, toOrder: 0 } } });
});

test('A12 two releases at the same time are both counted', async () => {
  const orders = [anOrder('ord_1', 3_000), anOrder('ord_2', 4_500), anOrder('ord_3', 12_500)];
  for (const order of orders) await open(order);
  const levels = await levelsOf();
  const free = ({ total, ...order }: Order) =>
    orderStore(table).put({ ...order, total, state: 'cancelled', v: 2 }, promisedOf([{ levels, amount: -total }]), []);
  expect(await Promise.all(orders.slice(0, 2).map(free))).toEqual([true, true]);
  expect((await levelsOf())[0].amounts.own.encumbered).toBe(12_500);
});
