import { instant, millis } from '../calendar/days.ts';
import { type Decision, nothingYet } from './decision.ts';
import { type Finding, finding, refusalsIn } from './findings.ts';
import type { Hold } from './hold.ts';
import { byQueueOrder } from './hold-queue.ts';
import type { RefusalFor } from './refusals.ts';

const filled: readonly Hold['state'][] = ['targeted', 'in-transit', 'on-shelf'];

const isComplete = (queue: readonly Hold[], order: readonly string[]): boolean =>
  order.length === queue.length &&
  new Set(order).size === order.length &&
  queue.every(({ holdId }) => order.includes(holdId));

/** Whether a hold would come before one with its copy that was before it. */
const passesFilled = (queue: readonly Hold[], order: readonly string[]): boolean => {
  const place = new Map(order.map((holdId, at) => [holdId, at]));
  const newPlace = ({ holdId }: Hold): number => place.get(holdId) ?? -1;
  return queue.some(
    (hold, at) => filled.includes(hold.state) && queue.slice(at + 1).some((later) => newPlace(later) < newPlace(hold)),
  );
};

/** The times of the queue's places, each later than the one before: whoever takes a place takes its time. */
const slots = (queue: readonly Hold[]): { priority: number; queuedAt: string }[] => {
  let last = Number.NEGATIVE_INFINITY;
  let priority = Number.NEGATIVE_INFINITY;
  return queue.map((hold) => {
    const time = millis(hold.queuedAt ?? hold.placedAt);
    last = hold.priority === priority ? Math.max(time, last + 1) : time;
    priority = hold.priority;
    return { priority, queuedAt: instant(last) };
  });
};

/**
 * Decides a new order of a record's open holds. Each takes the time of the place that it gets, so that ranks stay derived
 * (C34) and a hold placed later is still behind all of them. The order names every open hold once; a hold that has its
 * copy, or whose copy is being fetched, is passed by nobody (C62).
 */
export const decideReorderHolds = (
  holds: readonly Hold[],
  order: readonly string[],
  at: string,
): Decision<RefusalFor<'reorderHolds'>> => {
  const queue = holds.toSorted(byQueueOrder);
  const complete = isComplete(queue, order);
  const findings: Finding<RefusalFor<'reorderHolds'>>[] = [
    finding('order-incomplete', complete, `${order.length} named, ${queue.length} open`),
    finding(
      'order-passes-filled',
      !complete || !passesFilled(queue, order),
      'Holds with their copies keep before them who is behind',
    ),
  ];
  const explain = { checks: findings };
  const refused = refusalsIn(findings);
  if (refused.length > 0) return { refused, explain };
  const out = nothingYet();
  const byId = new Map(queue.map((hold) => [hold.holdId, hold]));
  for (const [place, slot] of slots(queue).entries()) {
    const hold = byId.get(order[place] ?? '');
    if (!hold || (hold.priority === slot.priority && (hold.queuedAt ?? hold.placedAt) === slot.queuedAt)) continue;
    out.changes.holds.push({ after: { ...hold, ...slot, v: hold.v + 1 }, expect: hold.v });
    const { holdId, patronId, patronMember, pickupBranch: branchId } = hold;
    out.facts.push({ name: 'hold-changed', at, members: { patron: patronMember }, holdId, patronId, branchId });
  }
  return { ...out, explain };
};
