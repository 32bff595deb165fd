import { dayInZone } from '../../../layers/kernel/calendar/time-zone.ts';
import { holds } from '../../../layers/kernel/identity/roles.ts';
import { retryOnConflict } from '../../../layers/platform/dynamodb/retry-on-conflict.ts';
import { actorName, type StaffActor } from '../../../layers/platform/http/actor.ts';
import type { Keep } from '../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import { auditWrite } from '../../../layers/records/audit/data/audit.ts';
import { onOrderWrites } from '../data/on-order-store.ts';
import type { OrderDeps, PlacingDeps } from '../deps.ts';
import { type Encumbrance, encumbrancesOf, overLimit } from '../domain/encumbrance.ts';
import { type FiscalYear, postingsOn } from '../domain/fiscal-year.ts';
import { levelsOf } from '../domain/fund.ts';
import { encumberedBy, type Order, takesStep, withStep } from '../domain/order.ts';
import { type AskedStep, afterStep, isEncumbered, needsApproval, stepFrom } from '../domain/order-step.ts';
import { judgeDuplicates } from './judge-duplicates.ts';

/** How many funds and titles one step changes at most: a transaction has at most 100 writes, some of which are others. */
const MOST_WRITES = 95;

type Place = { memberId: string; orderId: string };
type Input = {
  place: Place;
  asked: { step: AskedStep; v: number };
  actor: StaffActor;
  now: number;
  keep: Keep<Order>;
};

const isApproval = ({ act }: AskedStep): boolean => act === 'approve' || act === 'reject';

/** Who orders does not approve, and who prepared an order approves none of it, whatever other roles that person has. */
const refuseActor = ({ place: { memberId: member }, asked: { step }, actor }: Input, order: Order) => {
  const has = (role: 'acquisitions' | 'member-finance' | 'member-admin'): boolean =>
    holds(actor.grants, role, { scope: 'member', member });
  if (!isApproval(step))
    return has('acquisitions') ? undefined : refuse('orders-only', 'The staff of acquisitions do this.');
  if (!has('member-finance') && !has('member-admin'))
    return refuse('approvers-only', 'The finance staff and administrators approve orders.');
  return step.act === 'approve' && order.preparedBy === actorName(actor)
    ? refuse('own-order', 'You prepared this order: another person approves it.')
    : undefined;
};

/** Money is encumbered only in a year that accepts orders, from a vendor that is active. */
const refuseTerms = async ({ vendors }: OrderDeps, { now }: Input, order: Order, year: FiscalYear | undefined) => {
  if (!year || !postingsOn(year, dayInZone(year.timeZone, iso(now))).order)
    return refuse('year-takes-no-orders', `${order.year} accepts no orders today.`);
  const vendor = await vendors.get({ memberId: order.memberId, code: order.vendor });
  return vendor?.isActive ? undefined : refuse('vendor-inactive', `${order.vendor} is inactive.`);
};

/** Returns what a change of an order adds to what is encumbered of each fund, as the funds are now. */
export const encumbrances = async (
  { funds }: Pick<OrderDeps, 'funds'>,
  before: Order,
  after: Pick<Order, 'lines' | 'state'>,
) => {
  const [was, is] = [before, after].map(({ lines, state }) => (isEncumbered(state) ? encumberedBy(lines) : new Map()));
  const codes = [...new Set([...(was?.keys() ?? []), ...(is?.keys() ?? [])])];
  const changes = codes.map((code): [string, number] => [code, (is?.get(code) ?? 0) - (was?.get(code) ?? 0)]);
  if (changes.every(([, amount]) => amount === 0)) return [];
  const found = new Map((await funds.list(before)).map((fund) => [fund.code, fund]));
  return encumbrancesOf(
    changes.flatMap(([code, amount]) => {
      const fund = found.get(code);
      return fund ? [{ levels: levelsOf(found, fund), amount }] : [];
    }),
  );
};

const refuseFunds = (asked: readonly Encumbrance[], { currency }: Order) => {
  const idle = asked.find(({ fund, whole }) => whole > 0 && (fund.closed || fund.state !== 'active'));
  if (idle) {
    const detail = `${idle.fund.code} is ${idle.fund.state}.`;
    return { refused: [{ code: 'fund-takes-no-orders' as const, detail, params: { fund: idle.fund.code } }] };
  }
  const over = overLimit(asked);
  if (!over) return undefined;
  const { fund, ...sums } = over;
  const amounts = Object.fromEntries(Object.entries(sums).map(([name, amount]) => [name, { amount, currency }]));
  const detail = `${fund.code} allows ${over.most} more in minor units; the order takes ${over.asked}.`;
  return { refused: [{ code: 'fund-limit' as const, detail, params: { fund: fund.code, ...amounts } }] };
};

/** Loads an order for a step; refuses one that changed, and a step that its state or the person does not allow. */
const loaded = async ({ orders }: OrderDeps, input: Input) => {
  const { place, asked } = input;
  const order = await orders.get(place);
  if (!order) return refuse('unknown-order', 'The library has no such order.', '/path/orderId');
  if (order.v !== asked.v) return refuse('changed-meanwhile', 'It is not as you read it.', '/body/v');
  const refusal = refuseActor(input, order);
  if (refusal) return refusal;
  if (!stepFrom[asked.step.act].includes(order.state)) return refuse('order-state', `It is ${order.state}.`);
  return takesStep(order) ? order : refuse('too-many-steps', 'It was changed too often.');
};

/** Where the year refuses duplicates, an order is judged when it is placed and when it is approved, unless it was placed with a reason. */
const judge = async (
  deps: PlacingDeps,
  { asked: { step }, actor, now }: Input,
  order: Order,
  year: FiscalYear | undefined,
) => {
  const placing = step.act === 'approve' ? order.steps.findLast(({ act }) => act === 'place') : step;
  const isJudged = step.act === 'place' || step.act === 'approve';
  if (!isJudged || !year?.refusesDuplicates || (placing && 'reason' in placing))
    return { versions: new Map<string, number>() };
  const judged = await judgeDuplicates(deps, order, year, { memberId: order.memberId, actor, now });
  if (!('duplicate' in judged)) return judged;
  const { title, number } = judged.duplicate;
  const detail = `Libraries have or ordered ${title} (line ${number}) already: state a reason.`;
  return { refused: [{ code: 'duplicate-title' as const, detail, params: { title } }] };
};

/** Takes a step with an order: the order and the figures of every fund change in one write, or nothing does. */
export const stepOrder = (deps: PlacingDeps, input: Input) =>
  retryOnConflict(`The order ${input.place.orderId}`, async () => {
    const { asked, actor, now, keep } = input;
    const order = await loaded(deps, input);
    if ('refused' in order) return order;
    const year = (await deps.funds.years(order.memberId)).years.find((one) => one.year === order.year);
    const changed = afterStep(order, asked.step, needsApproval(order, year?.approvalAbove));
    if (changed === 'not-invoiced') return refuse(changed, 'Received copies are not invoiced.', '/body/step');
    if (changed === 'order-underway')
      return refuse(changed, 'Copies arrived, or the vendor answered, or it is invoiced.', '/body/step');
    if (typeof changed === 'string')
      return refuse(changed, 'It has no such line, or not so many copies.', '/body/step');
    const encumbered = await encumbrances(deps, order, changed);
    if (asked.step.act === 'place' || asked.step.act === 'approve') {
      const refusal = (await refuseTerms(deps, input, order, year)) ?? refuseFunds(encumbered, order);
      if (refusal) return refusal;
    }
    const judged = await judge(deps, input, order, year);
    if (!('versions' in judged)) return judged;
    const [by, at] = [actorName(actor), iso(now)];
    const after = withStep(order, changed, { ...asked.step, by, at });
    const audit = { subject: `member:${order.memberId}`, auditId: deps.ids.next('audit', now), at, by };
    const detail = { order: order.number, step: asked.step, before: order.state, after: after.state };
    const titles = onOrderWrites(order, after, isEncumbered(after.state) ? judged.versions : undefined);
    if (encumbered.length + titles.length > MOST_WRITES)
      return refuse('order-too-large', `It changes ${encumbered.length} funds and ${titles.length} titles.`);
    const beside = [...titles, auditWrite({ ...audit, did: 'step-order', detail }), ...keep(after)];
    return (await deps.orders.put(after, encumbered, beside)) ? answer(after) : undefined;
  });
