import { and, atLeast, type Condition, equals, expectedVersion, lacks } from '../../../layers/platform/dynamodb/condition.ts';
import { stamp, type Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import { type Order, orderSchema } from '../domain/order.ts';
import { type Promised, promisedAmounts, promisedHeadroom } from '../domain/promise.ts';
import { gsi2, key } from './keys.ts';

/** Stores orders with what they promise of funds. */
export type OrderStore = {
  /** A strong read. */
  get(orderId: string): Promise<Order | undefined>;
  /**
   * Writes an order with what it promises or frees, in one transaction: `false` when the order is not as it was read, or a fund at any level
   * has not so much left by now.
   */
  put(order: Order, promised: readonly Promised[], beside: readonly Write[]): Promise<boolean>;
};

const plain = ({ pk: _p, sk: _s, gsi2pk: _g, gsi2sk: _h, entity: _e, schema: _c, ...rest }: Record<string, unknown>) => rest;

/** An order takes money only of active funds; it gives money back whatever the state of the fund, and never more than was promised. */
const conditionsOf = (scope: 'own' | 'whole', amount: number): Condition[] =>
  amount > 0
    ? [
        equals('state', 'active'),
        lacks('closed'),
        atLeast(`headroom.${scope}.toOrder`, amount),
        // What credits added beyond the limit is no headroom for orders.
        atLeast(`headroom.${scope}.orderCeiling`, amount),
      ]
    : [atLeast(`amounts.${scope}.encumbered`, -amount)];

const promiseWrite = ({ fund, own, whole }: Promised): Write => {
  const add: Record<string, number> = {};
  for (const [scope, amount] of Object.entries({ own, whole })) {
    for (const [name, sum] of Object.entries(promisedAmounts(amount))) if (sum !== 0) add[`amounts.${scope}.${name}`] = sum;
    for (const [name, left] of Object.entries(promisedHeadroom(amount))) if (left !== 0) add[`headroom.${scope}.${name}`] = left;
  }
  const when = [...(own === 0 ? [] : conditionsOf('own', own)), ...conditionsOf('whole', whole)];
  return { update: key('fund', fund), add, when: and(...when) };
};

/** Stores orders in the table. */
export const orderStore = (table: Table): OrderStore => ({
  get: async (orderId) => {
    const found = await table.get(key('order', { orderId }), { strong: true });
    return found && orderSchema.parse(plain(found));
  },
  put: async (order, promised, beside) => {
    const put = { ...key('order', order), ...gsi2('order', order), ...stamp('order', order.v), ...order };
    const writes = promised.filter(({ whole }) => whole !== 0).map(promiseWrite);
    return (await table.write([{ put, when: expectedVersion(order.v - 1) }, ...writes, ...beside])) === undefined;
  },
});
