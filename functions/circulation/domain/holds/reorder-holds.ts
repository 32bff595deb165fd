import { instant, millis } from '../../../../layers/kernel/calendar/days.ts';
import type { Hold } from '../../../items/public/hold.ts';
import { type Decision, nothingYet } from '../decisions/decision.ts';
import { type Finding, finding, refusalsIn } from '../decisions/findings.ts';
import type { RefusalFor } from '../decisions/refusals.ts';
import { byQueueOrder } from './hold-queue.ts';

const filled: readonly Hold['state'][] = ['targeted', 'in-transit', 'on-shelf'];

const isComplete = (queue: readonly Hold[], order: readonly string[]): boolean =>
  order.length === queue.length &&
  new Set(order).size === order.length &&
  queue.every(({ holdId }) => order.includes(holdId));

/** Returns whether a hold would pass one with a copy that was before it. */
const passesFilled = (queue: readonly Hold[], order: readonly string[]): boolean => {
  const place = new Map(order.map((holdId, at) => [holdId, at]));
  const newPlace = ({ holdId }: Hold): number => place.get(holdId) ?? -1;
  return queue.some(
    (hold, at) => filled.includes(hold.state) && queue.slice(at + 1).some((later) => newPlace(later) < newPlace(hold)),
  );
};

/** Returns the times of the queue's places, each later than the one before: a hold takes the time of its new place. */
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
 * Decides a new order of a record's open holds. Each hold takes the time of its new place, so that ranks stay derived (C34) and later
 * holds stay behind all of them. The order must name every open hold once; no hold may pass one that has its copy or whose copy is being
 * fetched (C62).
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

/** Returns whether a new order of a queue moves back a hold that is not `mine`. */
export const movesBackOthers = (
  before: readonly Hold[],
  after: readonly Hold[],
  mine: (hold: Hold) => boolean,
): boolean => {
  const place = new Map(before.toSorted(byQueueOrder).map(({ holdId }, at) => [holdId, at]));
  return after.some((hold, at) => !mine(hold) && at > (place.get(hold.holdId) ?? at));
};

/** The maximum number of holds that move for one: what fits in one write with its other records. */
const MOST_SHIFTED = 80;
/** How long before the first hold of the queue a hold is placed that goes in front of all. */
const IN_FRONT_MS = 60_000;

const timeOf = (hold: Hold): number => millis(hold.queuedAt ?? hold.placedAt);

/** Returns the time that places a hold before another, and the holds in front that must move to make room, in milliseconds. */
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
  // In the middle, so that later moves find room on both sides.
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
 * Decides that one open hold of a record is placed directly before another, however long the queue is: it takes a time between that hold
 * and the one in front of it, so that nearly always only it is written. Refuses when one of the two is not open, when it would pass a
 * hold with a copy (C62), and when too many holds share one moment.
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
