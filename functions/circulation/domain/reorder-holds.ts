import { instant, millis } from '../../../layers/kernel/calendar/days.ts';
import type { Hold } from '../../items/public/hold.ts';
import { type Decision, nothingYet } from './decision.ts';
import { type Finding, finding, refusalsIn } from './findings.ts';
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

/** The most holds that give way for one: what one write takes, with what else it holds. */
const MOST_SHIFTED = 80;
/** How long before the first of the queue a hold stands that is put in front of all. */
const IN_FRONT_MS = 60_000;

const timeOf = (hold: Hold): number => millis(hold.queuedAt ?? hold.placedAt);

/** The time at which a hold stands before another, and those in front of it that must move up to make room, by milliseconds. */
const positionBefore = (
  others: readonly Hold[],
  place: number,
  before: Hold,
): { time: number; shifted: Map<Hold, number> } => {
  const ahead = others.slice(0, place).filter(({ priority }) => priority === before.priority);
  const [time, last] = [timeOf(before), ahead.at(-1)];
  const shifted = new Map<Hold, number>();
  if (last === undefined) return { time: time - IN_FRONT_MS, shifted };
  const gap = time - timeOf(last);
  // In the middle, so that others find room on both sides of it another time.
  if (gap >= 2) return { time: timeOf(last) + Math.floor(gap / 2), shifted };
  let latest = time - 2;
  for (const hold of ahead.toReversed()) {
    if (timeOf(hold) <= latest) break;
    shifted.set(hold, latest);
    latest -= 1;
  }
  return { time: time - 1, shifted };
};

/**
 * Decides that one open hold of a record is put right before another, however long the queue is: it takes a time between
 * that one and the one in front of it, so that nearly always it alone is written. Refuses when one of the two is not open, when
 * a hold with its copy would be passed (C62), and where too many stand at one moment.
 */
export const decidePutBefore = (
  holds: readonly Hold[],
  { holdId, before: beforeId }: { holdId: string; before: string },
  at: string,
): Decision<RefusalFor<'reorderHolds'>> => {
  const queue = holds.toSorted(byQueueOrder);
  const hold = queue.find((one) => one.holdId === holdId);
  const others = queue.filter((one) => one !== hold);
  const place = others.findIndex((one) => one.holdId === beforeId);
  const before = others[place];
  const order = [...others.slice(0, place), ...(hold ? [hold] : []), ...others.slice(place)].map((one) => one.holdId);
  const position = before && positionBefore(others, place, before);
  const named = hold !== undefined && before !== undefined;
  const findings: Finding<RefusalFor<'reorderHolds'>>[] = [
    finding('order-incomplete', named, named ? 'Both are open' : 'Not two open holds of this record'),
    finding(
      'order-passes-filled',
      !named || !passesFilled(queue, order),
      'Holds with their copies are passed by nobody',
    ),
    finding(
      'order-no-place',
      (position?.shifted.size ?? 0) <= MOST_SHIFTED,
      `${position?.shifted.size ?? 0} would give way`,
    ),
  ];
  const explain = { checks: findings };
  const refused = refusalsIn(findings);
  if (refused.length > 0 || !hold || !before || !position) return { refused, explain };
  const out = nothingYet();
  const put = (one: Hold, time: number): void => {
    const { patronId, patronMember, pickupBranch: branchId } = one;
    const after = { ...one, priority: before.priority, queuedAt: instant(time), v: one.v + 1 };
    out.changes.holds.push({ after, expect: one.v });
    const members = { patron: patronMember };
    out.facts.push({ name: 'hold-changed', at, members, holdId: one.holdId, patronId, branchId });
  };
  if (queue.every((one, was) => one.holdId === order[was])) return { ...out, explain };
  put(hold, position.time);
  for (const [one, time] of position.shifted) put(one, time);
  return { ...out, explain };
};
