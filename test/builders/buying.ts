import { onOrderIn } from '../../functions/acquisitions/data/on-order-store.ts';
import type { Order } from '../../functions/acquisitions/domain/order.ts';
import { handler as moveMoney } from '../../functions/acquisitions/operations/move-money/handler.ts';
import { handler as setFund } from '../../functions/acquisitions/operations/set-fund/handler.ts';
import { handler as setVendor } from '../../functions/acquisitions/operations/set-vendor/handler.ts';
import { handler as setYear } from '../../functions/acquisitions/operations/set-year/handler.ts';
import { handler as stepOrder } from '../../functions/acquisitions/operations/step-order/handler.ts';
import { handler as writeOrder } from '../../functions/acquisitions/operations/write-order/handler.ts';
import { handler as targetHolds } from '../../functions/circulation/consumers/target-holds/handler.ts';
import { memberStore } from '../../functions/membership/public/member-store.ts';
import type { Table } from '../../layers/platform/dynamodb/table.ts';
import type { Actor } from '../../layers/platform/http/actor.ts';
import type { OperationHandler } from '../../layers/platform/http/handle.ts';
import { call } from './call.ts';
import { aHold, monday } from './circulation.ts';
import { aBorrower, aPlacedHold, at } from './lending.ts';
import { staffAt } from './people.ts';

/** The fiscal year of the libraries that buy. */
export const year = monday.slice(0, 4);
const price = { printedPrice: 500, electronic: 0, electronicPrice: 0, discount: 0, tax: 0, added: 0 };

/** The terms of the fiscal year as they were set first. */
export const yearTerms = {
  ...{ name: year, firstDay: `${year}-01-01`, lastDay: `${year}-12-31`, timeZone: 'Europe/Berlin', currency: 'EUR' },
  ...{ orderGraceDays: 0, invoiceGraceDays: 60, close: false, v: 0 },
};

type Asked = { member?: string; actor?: Actor; path?: object; query?: Record<string, string>; body?: object };

/** Calls an operation as the staff of acquisitions of a library, of cedar where none is named. */
export const askAs = async <A>(handler: OperationHandler, { member = 'cedar', path, ...asked }: Asked) => {
  const { status, body } = await call(handler.using(at(monday)), {
    ...{ actor: staffAt(member, 'acquisitions'), path: { memberId: member, ...path }, ...asked },
  });
  return { status, body: body as A };
};

/** Makes a library with a fiscal year, the fund BOOKS with 1,000.00, and the vendor MIDWEST. */
export const aBuyer = async (table: Table, member: string, terms: object = {}): Promise<void> => {
  const library = { type: 'public' as const, fiscalYearStartsIn: 1, lendsOnRequest: false, memberSince: '2020-01-01' };
  await memberStore(table).create({ memberId: member, name: member, ...library }, '2025-01-01T00:00:00.000Z');
  const by = { member, actor: staffAt(member, 'member-finance') };
  await askAs(setYear, { ...by, path: { year }, body: { ...yearTerms, ...terms } });
  const limits = { encumbrance: 'unlimited', expenditure: 100, warning: 80 };
  const fund = { name: 'Books', state: 'active', limits, edition: 0 };
  await askAs(setFund, { ...by, path: { year, code: 'BOOKS' }, body: fund });
  await askAs(moveMoney, { ...by, path: { year }, body: { kind: 'allocation', to: 'BOOKS', amount: 100_000 } });
  const vendor = { name: 'Midwest', discount: 0, claimAfterDays: 45, isActive: true, v: 0 };
  await askAs(setVendor, { member, path: { code: 'MIDWEST' }, body: vendor });
};

/** A line of so many copies of a title, by its ISBN or record. */
export const lineOf = (of: object, printed = 1) => ({
  ...{ title: 'Emma', price: { ...price, printed }, shares: [{ fund: 'BOOKS', percent: 10_000 }], ...of },
});

/** Writes an order of lines as a draft. */
export const aDraft = async (lines: object[], member = 'cedar'): Promise<Order> =>
  (await askAs<Order>(writeOrder, { member, body: { year, vendor: 'MIDWEST', lines, v: 0 } })).body;

/** Takes a step with an order. */
export const stepWith = ({ orderId, v, memberId }: Order, asked: object, actor?: Actor) =>
  askAs<Order & { code?: string; errors?: { params?: object }[] }>(stepOrder, {
    ...{ member: memberId, path: { orderId }, body: { step: asked, v } },
    ...(actor && { actor }),
  });

/** Writes and places an order. */
export const aPlacedOrder = async (lines: object[], member = 'cedar'): Promise<Order> =>
  (await stepWith(await aDraft(lines, member), { act: 'place' })).body;

/** Returns what is on order of a title, by library. */
export const onOrderBy = async (table: Table, title: string): Promise<Record<string, number>> =>
  Object.fromEntries((await onOrderIn(table, [title])).get(title)?.copies ?? []);

/** Lets so many holds wait for a record, and counts them as the consumer of holds does. */
export const holdsWait = async (table: Table, recordId: string, holds: number): Promise<void> => {
  const { patronId } = await aBorrower(table);
  for (let i = 0; i < holds; i += 1) {
    const holdId = `hld_01kd${recordId.slice(-8)}0000000000${String(i).padStart(4, '0')}`;
    await aPlacedHold(table, aHold({ recordId, patronId, holdId, pickupBranch: 'cedar.main' }));
  }
  const Records = [{ messageId: 'm', body: JSON.stringify({ recordId, cause: 'cedar', only: 'counters' }) }];
  const failures = await targetHolds.using(at(monday))({ Records } as never, { awsRequestId: 'r' } as never);
  if (JSON.stringify(failures) !== '{"batchItemFailures":[]}') throw new Error('The holds were not counted.');
};
