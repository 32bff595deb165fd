import { retryOnConflict } from '../../../layers/platform/dynamodb/retry-on-conflict.ts';
import type { Keep } from '../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { OrderDeps } from '../deps.ts';
import {
  draftOrder,
  fundsOf,
  gapIn,
  hasTooManyFunds,
  type Order,
  type OrderTerms,
  takesStep,
} from '../domain/order.ts';

type Asked = OrderTerms & { orderId?: string; v: number };
type Input = { memberId: string; asked: Asked; by: string; now: number; keep: Keep<Order> };

/** Returns the order that is written anew; undefined for a new one. */
const before = async ({ orders }: OrderDeps, { memberId, asked: { orderId, v } }: Input) => {
  if (orderId === undefined) return undefined;
  const order = await orders.get({ memberId, orderId });
  if (!order) return refuse('unknown-order', 'The library has no such order.', '/body/orderId');
  if (order.v !== v) return refuse('changed-meanwhile', 'It is not as you read it.', '/body/v');
  if (!takesStep(order)) return refuse('too-many-steps', 'It was changed too often.', '/body/orderId');
  return order.state === 'draft' ? order : refuse('order-state', `It is ${order.state}.`, '/body/orderId');
};

/** Refuses lines that cannot be ordered: with the line, and by how much its shares miss its price. */
const refuseLines = async ({ funds }: OrderDeps, { memberId, asked }: Input, currency: string) => {
  const gap = gapIn(asked, currency);
  if (gap) return refuse(gap.code, `Line ${gap.line}: the difference is ${gap.gap}.`, `/body/lines/${gap.line - 1}`);
  if (hasTooManyFunds(asked)) return refuse('too-many-funds', 'It names more than 15 funds.', '/body/lines');
  const known = new Set((await funds.list({ memberId, year: asked.year })).map(({ code }) => code));
  const unknown = fundsOf(asked).find((code) => !known.has(code));
  return unknown === undefined ? undefined : refuse('unknown-fund', `There is no fund ${unknown}.`, '/body/lines');
};

const numberIn = async ({ orders }: OrderDeps, memberId: string, year: string): Promise<string> =>
  `${year}/${String(await orders.nextNumber({ memberId, year })).padStart(5, '0')}`;

/** Writes an order, or writes a draft anew. Who writes it last is its preparer. */
export const writeOrder = (deps: OrderDeps, input: Input) =>
  retryOnConflict(`Orders of ${input.memberId}`, async () => {
    const { memberId, asked, by, now, keep } = input;
    const earlier = await before(deps, input);
    if (earlier && 'refused' in earlier) return earlier;
    const { years } = await deps.funds.years(memberId);
    const year = years.find((one) => one.year === asked.year);
    if (!year) return refuse('unknown-fiscal-year', `There is no year ${asked.year}.`, '/body/year');
    if (!(await deps.vendors.get({ memberId, code: asked.vendor })))
      return refuse('unknown-vendor', `There is no vendor ${asked.vendor}.`, '/body/vendor');
    const refusal = await refuseLines(deps, input, year.currency);
    if (refusal) return refusal;
    const { orderId: _orderId, v: _v, ...terms } = asked;
    // The number tells the year, so that an order that moves to another year gets one of that year.
    const number = earlier?.year === asked.year ? earlier.number : await numberIn(deps, memberId, asked.year);
    const order = draftOrder({
      ...{ orderId: earlier?.orderId ?? deps.ids.next('order', now), memberId, currency: year.currency, number },
      ...{ terms, by, at: iso(now), steps: earlier?.steps ?? [], v: (earlier?.v ?? 0) + 1 },
    });
    return (await deps.orders.put(order, [], keep(order))) ? answer(order) : undefined;
  });
