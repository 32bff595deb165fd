import { memberOfBranch } from '../../../../layers/kernel/identity/roles.ts';
import type { Hold } from '../../../items/public/hold.ts';
import { isAgreed } from '../../../items/public/hold-is-agreed.ts';
import type { ItemCirculation } from '../../../items/public/item-circulation.ts';
import type { CirculationPolicies } from '../decisions/policies.ts';
import { mayBecomeAvailable } from '../items/copies.ts';
import { type AlikeCopies, type ExpectedWait, isFree, waitAt } from './expected-wait.ts';
import { byQueueOrder, hasPlace } from './hold-queue.ts';

/** A copy of a title; `ownOnly` when only patrons of its own member may borrow it. */
export type ShownCopy = { item: ItemCirculation; ownOnly: boolean };

/** Copies of a title that the rules treat alike, and how many of them are free. */
export type CopyCount = {
  branchId: string;
  location: string;
  category: string;
  part?: string;
  ownOnly: boolean;
  copies: number;
  free: number;
};

/**
 * The data of a title for an estimate: the order of its queue, by short ids of holds, and its copies, counted by the properties that the
 * rules distinguish. `last` counts the holds that staff moved behind new ones.
 */
export type QueueCounters = { order: string[]; last: number; copies: CopyCount[]; recountAt: string };

const DAY_MS = 24 * 60 * 60_000;

/** Copies that are added, moved or hidden change no hold: they are counted again after a day. */
const RECOUNT_MS = DAY_MS;
/** How late a count may be before the counters are not used: scheduled work may be behind. */
const GRACE_MS = 2 * DAY_MS;

const SHORT = 8;

/** Returns the end of a hold's id, which is random: 40 bits distinguish the holds of one title. */
export const shortId = (holdId: string): string => holdId.slice(-SHORT).padStart(SHORT, '-');

const sameCopies = (one: Omit<CopyCount, 'copies' | 'free'>): string =>
  JSON.stringify([one.branchId, one.location, one.category, one.part, one.ownOnly]);

/** Counts the copies on a shelf or on their way to one, by what the rules distinguish. */
export const countCopies = (shown: readonly ShownCopy[]): CopyCount[] => {
  const counts = new Map<string, CopyCount>();
  for (const { item, ownOnly } of shown) {
    if (!mayBecomeAvailable(item)) continue;
    const { branchId, location, category, part } = item;
    const alike = { branchId, location, category, ...(part !== undefined && { part }), ownOnly };
    const known = counts.get(sameCopies(alike)) ?? { ...alike, copies: 0, free: 0 };
    counts.set(sameCopies(alike), {
      ...known,
      copies: known.copies + 1,
      free: known.free + (isFree(item) ? 1 : 0),
    });
  }
  return [...counts.values()];
};

/** Returns the counters of a queue; undefined when nobody waits in it. */
export const countQueue = (
  queue: readonly Hold[],
  counted: Pick<QueueCounters, 'copies' | 'recountAt'>,
): QueueCounters | undefined => {
  const waiting = queue.filter(hasPlace).toSorted(byQueueOrder);
  if (waiting.length === 0) return undefined;
  const last = waiting.filter(({ priority }) => priority > 0).length;
  return { order: waiting.map(({ holdId }) => shortId(holdId)), last, ...counted };
};

/** Returns when copies counted at `now` (epoch ms) are counted again. */
export const nextRecount = (now: number): string => new Date(now + RECOUNT_MS).toISOString();

/** Returns whether the copies must be counted again at `now` (epoch ms). */
export const isRecountDue = (counters: Pick<QueueCounters, 'recountAt'> | undefined, now: number): boolean =>
  counters === undefined || Date.parse(counters.recountAt) <= now;

/** Returns whether the counters may be used at `now` (epoch ms). */
export const areRecent = ({ recountAt }: Pick<QueueCounters, 'recountAt'>, now: number): boolean =>
  now < Date.parse(recountAt) + GRACE_MS;

/** Returns whether the counters can answer for a hold: not for one copy, nor for editions that have queues of their own. */
export const areCounted = ({ holdId, recordId, itemId, editions }: Hold): boolean =>
  itemId === undefined && !isAgreed({ holdId }) && (editions ?? [recordId]).every((edition) => edition === recordId);

/** Returns the place of a hold, starting at 1; undefined when the counters do not contain it yet. */
export const placeIn = ({ order }: QueueCounters, holdId: string): number | undefined => {
  const place = order.indexOf(shortId(holdId));
  return place < 0 ? undefined : place + 1;
};

/**
 * Returns the place of a new hold behind the counted ones and those of the newest open holds that are not counted yet. Undefined when more
 * may have been placed since.
 */
export const placeAfter = (counters: QueueCounters, newest: readonly Hold[]): number | undefined => {
  const counted = new Set(counters.order);
  const isCounted = ({ holdId }: Hold): boolean => counted.has(shortId(holdId));
  if (!newest.some(isCounted)) return undefined;
  const since = newest.filter((hold) => hasPlace(hold) && !isCounted(hold) && hold.priority <= 0).length;
  return counters.order.length - counters.last + since + 1;
};

/** Returns the expected wait of a counted hold at its place. */
export const countedWait = (
  { copies }: QueueCounters,
  { hold, place }: { hold: Hold; place: number },
  policies: CirculationPolicies,
): ExpectedWait => {
  const alike = copies
    .filter(({ branchId, ownOnly }) => !ownOnly || memberOfBranch(branchId) === hold.patronMember)
    .map(
      ({ copies: count, free, ownOnly: _, ...kind }): AlikeCopies => ({
        item: { ...kind, itemId: '', recordId: hold.recordId },
        copies: count,
        free,
      }),
    );
  return waitAt({ hold, place }, alike, policies);
};
