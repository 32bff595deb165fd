import * as z from 'zod';
import {
  and,
  atLeast,
  type Condition,
  equals,
  expectedVersion,
  lacks,
} from '../../../layers/platform/dynamodb/condition.ts';
import { type CursorPage, type PageRequest, readMatching } from '../../../layers/platform/dynamodb/cursor.ts';
import { stamp, type Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import { type Encumbrance, encumberedAmounts, encumberedHeadroom } from '../domain/encumbrance.ts';
import { type Order, type OrderState, orderSchema } from '../domain/order.ts';
import { gsi2, indexPartition, key } from './keys.ts';

type Place = { memberId: string; orderId: string };
type Filter = { state?: OrderState | undefined; vendor?: string | undefined; fund?: string | undefined };

type OrderPage = CursorPage<Order> | 'bad-cursor';

/** Stores orders with what they encumber. */
export type OrderStore = {
  /** A strong read. */
  get(place: Place): Promise<Order | undefined>;
  /** Returns the orders of these ids, as far as they exist. A strong read. */
  getAll(memberId: string, orderIds: readonly string[]): Promise<Map<string, Order>>;
  /** Returns the orders with these numbers, as far as they exist, by number. A strong read. */
  ofNumbers(memberId: string, numbers: readonly string[]): Promise<Map<string, Order>>;
  /** Returns the orders of a member, the newest first. */
  list(memberId: string, filter: Filter, page: PageRequest): Promise<OrderPage>;
  /** Takes the next number of the orders of a year, from 1; one that is not used stays unused. */
  nextNumber(place: { memberId: string; year: string }): Promise<number>;
  /**
   * Writes an order with what it encumbers or releases, in one transaction: `false` when the order is not as it was read, or a
   * fund at any level has not so much left by now.
   */
  put(order: Order, encumbrances: readonly Encumbrance[], beside: readonly Write[]): Promise<boolean>;
  /** Returns the placed and partly received orders of a member that are wanted, of each state the oldest first. */
  open(memberId: string, isWanted: (order: Order) => boolean, page: PageRequest): Promise<OrderPage>;
  /** Writes orders whose money stays as it is, in one transaction: `false` when one is not as it was read. */
  putAll(orders: readonly Order[], beside: readonly Write[]): Promise<boolean>;
};

/** Decodes a stored order. */
export const readOrder = (row: Record<string, unknown>): Order => {
  const { pk: _p, sk: _s, gsi2pk: _g, gsi2sk: _h, entity: _e, schema: _c, ...rest } = row;
  return orderSchema.parse(rest);
};

/** Returns the write of an order while it is as it was read. */
export const orderWrite = (order: Order): Write => {
  const put = { ...key('order', order), ...gsi2('order', order), ...stamp('order', order.v), ...order };
  return { put, when: expectedVersion(order.v - 1) };
};

/** A draft gets its number when it is written, and another one when it moves to another year. */
const numberWrites = ({ memberId, number, orderId, steps }: Order): Write[] => {
  if (steps.at(-1)?.act !== 'write') return [];
  const put = { ...key('orderOfNumber', { memberId, number }), ...stamp('orderOfNumber', 1) };
  return [{ put: { ...put, memberId, number, orderId } }];
};

/** An order takes money only of active funds; it gives money back whatever the state of the fund, and never more than is encumbered. */
const conditionsOf = (scope: 'own' | 'whole', amount: number): Condition[] =>
  amount > 0
    ? [
        equals('state', 'active'),
        lacks('closed'),
        atLeast(`headroom.${scope}.toOrder`, amount),
        // Credits raise what is left above the limit itself, which orders may not use.
        atLeast(`headroom.${scope}.orderCeiling`, amount),
      ]
    : [atLeast(`amounts.${scope}.encumbered`, -amount)];

/** Returns the write of what an order adds to what is encumbered of a fund, while the fund allows it. */
export const encumbranceWrite = ({ fund, own, whole }: Encumbrance): Write => {
  const add: Record<string, number> = {};
  for (const [scope, amount] of Object.entries({ own, whole })) {
    if (amount === 0) continue;
    for (const [name, sum] of Object.entries(encumberedAmounts(amount))) add[`amounts.${scope}.${name}`] = sum;
    for (const [name, left] of Object.entries(encumberedHeadroom(amount))) add[`headroom.${scope}.${name}`] = left;
  }
  const when = [...(own === 0 ? [] : conditionsOf('own', own)), ...conditionsOf('whole', whole)];
  return { update: key('fund', fund), add, when: and(...when) };
};

const getAll = async (table: Table, memberId: string, orderIds: readonly string[]): Promise<Map<string, Order>> => {
  const rows = await table.getMany(
    orderIds.map((orderId) => key('order', { memberId, orderId })),
    { strong: true },
  );
  return new Map(rows.flatMap((row) => (row ? [readOrder(row)] : [])).map((order) => [order.orderId, order]));
};

/** The states in which copies of an order are waited for. */
const openStates = ['placed', 'partly-received'] as const;

const openOrders = async (
  table: Table,
  memberId: string,
  isWanted: (order: Order) => boolean,
  { limit, after }: PageRequest,
): Promise<OrderPage> => {
  const wanted = (row: Record<string, unknown>): boolean => isWanted(readOrder(row));
  const rows: Order[] = [];
  let start = after;
  for (const state of openStates) {
    const query = { index: 'gsi2' as const, partition: indexPartition('order', 'gsi2', { memberId, state }) };
    // A page that ends with a state is one longer where the next one begins: a cursor names an order that was read.
    const request = { limit: Math.max(1, limit - rows.length), after: start };
    const page = await readMatching(table, query, request, { wanted, read: readOrder });
    // The cursor may be one of the next state.
    if (page === 'bad-cursor') continue;
    rows.push(...page.rows);
    if (page.next !== undefined) return { rows, next: page.next };
    start = undefined;
  }
  return start === undefined ? { rows } : 'bad-cursor';
};

/** Stores orders in the table. */
export const orderStore = (table: Table): OrderStore => ({
  get: async (place) => {
    const found = await table.get(key('order', place), { strong: true });
    return found && readOrder(found);
  },
  getAll: (memberId, orderIds) => getAll(table, memberId, orderIds),
  ofNumbers: async (memberId, numbers) => {
    const rows = await table.getMany(
      numbers.map((number) => key('orderOfNumber', { memberId, number })),
      { strong: true },
    );
    const orderIds = rows.flatMap((row) => (row ? [z.object({ orderId: z.string() }).parse(row).orderId] : []));
    const orders = await getAll(table, memberId, [...new Set(orderIds)]);
    // A draft that moved to another year has another number now.
    return new Map([...orders.values()].map((order) => [order.number, order]));
  },
  list: (memberId, { state, vendor, fund }, page) => {
    const wanted = (row: Record<string, unknown>): boolean => {
      const order = readOrder(row);
      const isOfFund =
        fund === undefined || order.lines.some(({ shares }) => shares.some((share) => share.fund === fund));
      return isOfFund && (vendor === undefined || order.vendor === vendor);
    };
    const query =
      state === undefined
        ? { partition: key('order', { memberId, orderId: '-' }).pk }
        : { index: 'gsi2' as const, partition: indexPartition('order', 'gsi2', { memberId, state }) };
    return readMatching(table, { ...query, backwards: true }, page, { wanted, read: readOrder });
  },
  nextNumber: async (place) => {
    const first = { entity: 'orderNumbers', schema: 1, ...place };
    return z.object({ v: z.int() }).parse(await table.raise(key('orderNumbers', place), 'v', 1, first)).v;
  },
  open: (memberId, isWanted, page) => openOrders(table, memberId, isWanted, page),
  putAll: async (orders, beside) => (await table.write([...orders.map(orderWrite), ...beside])) === undefined,
  put: async (order, encumbrances, beside) => {
    const writes = encumbrances.filter(({ whole }) => whole !== 0).map(encumbranceWrite);
    return (await table.write([orderWrite(order), ...numberWrites(order), ...writes, ...beside])) === undefined;
  },
});
